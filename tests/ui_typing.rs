//! Typing at full speed: two thousand lines with kinds, marks, tags and lists, several keys to a frame, with undo and redo
//! in between. Not a letter is lost, on the screen and on the disk. Then a day with the mouse, for everything but the words.

#[path = "support/window.rs"]
mod window;

use eframe::egui::{Event, Key, Modifiers};
use plenair::domain::line;
use plenair::store::Store;
use window::TestWindow;

/// Spread over the seven sessions of the example day.
const LINES: usize = 2_000;

/// What people write, as they type it and as it then stands there. Actions and lists are left with one more Enter.
const SHAPES: [(&str, &str, bool); 12] = [
    ("", "", false),
    ("actie: ", "- [ ] ", true),
    ("[] ", "- [ ] ", true),
    ("- ", "- ", true),
    ("1. ", "1. ", true),
    ("afspraak: ", "afspraak: ", false),
    ("vraag: ", "vraag: ", false),
    ("? ", "? ", false),
    ("> ", "> ", false),
    ("cijfer: 47 van 258 ", "cijfer: 47 van 258 ", false),
    ("★ ", "★ ", false),
    ("privé: ", "privé: ", false),
];

const WORDS: [&str; 14] = [
    "toezicht",
    "één",
    "reëel",
    "ïdee",
    "#toezicht",
    "#nieuw-woord",
    "@Bram",
    "@[Noor de Wit]",
    "**vet**",
    "👍🏽",
    "vóór 12 april",
    "wijk-GGZ",
    "'citaat'",
    "70 %",
];

/// The same throws in every run: a failure can be looked into.
struct Dice(u64);

impl Dice {
    /// A number below `sides`. The generator is the 64-bit xorshift of Marsaglia (2003).
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("a small number")
    }
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// The keys of a text: a letter each, and Enter.
fn keys(text: &str) -> impl Iterator<Item = Event> {
    text.chars().map(|letter| match letter {
        '\n' => key(Key::Enter),
        letter => Event::Text(letter.to_string()),
    })
}

/// A line as it is typed, with the Enters behind it, and as it then stands there.
fn line(dice: &mut Dice) -> (String, String) {
    let (typed, stands, is_list) = SHAPES[dice.below(SHAPES.len())];
    let count = 1 + dice.below(3);
    let words: Vec<&str> = (0..count).map(|_| WORDS[dice.below(WORDS.len())]).collect();
    // A space at the end: a tag that is typed out is not what a completion is meant for.
    let words = format!("{} .", words.join(" "));
    let end = if is_list { "\n\n" } else { "\n" };
    (format!("{typed}{words}{end}"), format!("{stands}{words}"))
}

#[test]
fn two_thousand_lines_are_typed_without_a_lost_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let mut dice = Dice(20_230_316);
    let sessions = 7;
    let mut notes: Vec<String> = Vec::new();
    for session in 0..sessions {
        if session > 0 {
            window.press(Modifiers::ALT, Key::ArrowDown);
        }
        let mut expected = String::new();
        let mut events: Vec<Event> = Vec::new();
        for _ in 0..LINES.div_ceil(sessions) {
            let (typed, stands) = line(&mut dice);
            events.extend(keys(&typed));
            expected.push_str(&stands);
            expected.push('\n');
        }
        type_at_speed(&mut window, events, &mut dice);
        assert_eq!(window.note(), expected, "session {session}");
        undo_and_redo(&mut window, &mut dice);
        assert_eq!(window.note(), expected, "session {session}, after undo and redo");
        notes.push(expected);
    }
    window.settle();
    drop(window);
    let store = Store::open(folder.path()).expect("the store");
    let book = store.book(store.find_day("netwerkdag").expect("the day")).expect("the book");
    let saved: Vec<String> = book.pages.iter().map(|page| page.note.text()).collect();
    assert_eq!(saved, notes);
    let said =
        book.pages.iter().flat_map(|page| page.note.lines()).filter(|line| !line::is_blank(&line.text));
    assert!(said.count() >= LINES);
}

/// A frame brings one key, or as many as a slow machine has let pile up.
fn type_at_speed(window: &mut TestWindow, events: Vec<Event>, dice: &mut Dice) {
    let mut events = events.into_iter().peekable();
    while events.peek().is_some() {
        let count = 1 + dice.below(16);
        window.frame(events.by_ref().take(count));
    }
    window.settle();
}

fn undo_and_redo(window: &mut TestWindow, dice: &mut Dice) {
    let steps = 1 + dice.below(5);
    for _ in 0..steps {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    for _ in 0..steps {
        window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
    }
}

#[test]
fn a_day_is_noted_with_the_mouse_for_everything_but_the_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_on_the_day(folder.path());
    window.click_session("Uitdagingen lokaal veiligheidsbeleid");
    let kinds = [
        ("Actie", "- [ ] cijfers opvragen"),
        ("Afspraak", "afspraak: we bellen in juni"),
        ("Vraag", "vraag: wie pakt dit op"),
        ("Citaat", "citaat: blijf praten"),
        ("Cijfer", "cijfer: 70 % ziet meer demonstraties"),
        ("Belangrijk", "★ de basis moet op orde"),
        ("Alleen voor mij", "privé: dit blijft hier"),
    ];
    let mut expected = Vec::new();
    for (index, (button, stands)) in kinds.into_iter().enumerate() {
        let words = stands.split_once(": ").map_or(stands, |(_, words)| words);
        let words = words.trim_start_matches("- [ ] ").trim_start_matches("★ ");
        if index > 0 {
            // A list that is not wanted any more ends with one more Enter.
            window.write(if index == 1 { "\n\n" } else { "\n" });
        }
        window.write(words);
        window.click(button);
        expected.push(stands.to_owned());
        assert_eq!(window.note(), expected.join("\n"), "one click for {button}");
    }
    let trend = window.buttons("#toezicht").pop().expect("the trend in the panel");
    window.click(&trend);
    assert_eq!(window.note(), format!("{} #toezicht", expected.join("\n")), "one click for a trend");
    window.settle();
    window.click("Regel 1, 14:32, Actie");
    window.click_in_menu("Actie afvinken");
    assert!(window.note().starts_with("- [x] cijfers opvragen"), "two clicks for the menu of a line");
    window.click_session("De dialoog aangaan");
    window.write("verder");
    assert_eq!(window.note(), "verder", "one click for another session");
}
