//! A picture of every screen, in every way that it can look, compared with the one that was accepted. What may be wrong with a
//! picture a person has to see; that it does not change unseen is what this is for.

#[path = "support/pictured.rs"]
mod pictured;
#[path = "support/programme.rs"]
mod programme;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};
use std::process::Command;

use eframe::egui::{Key, Modifiers, Vec2, vec2};
use image::{Rgb, RgbImage};
use plenair::app::dialog::Dialog;
use plenair::app::settings::Colours;
use plenair::domain::language::Language;
use plenair::store::Store;
use window::{Look, TestWindow, drawn};

const NONE: Modifiers = Modifiers::NONE;
/// Keys that go by Ctrl itself, and not by what is Cmd on a Mac.
const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };
const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// The usual size of the window.
const USUAL: Vec2 = vec2(1200.0, 780.0);
/// The smallest it can be.
const SMALLEST: Vec2 = vec2(640.0, 480.0);
/// A usual screen, on which everything is twice its size.
const TWICE: Vec2 = vec2(1280.0, 800.0);

/// A mail with a programme in it.
const MAIL: &str = "Beste collega's,

Graag tot op de Wijkdag, donderdag 11 april 2024, Deventer.

09.30 Ontvangst met koffie
10.00 Welkom door Tineke Schutte
10.15 De wijk in, door Herman Plooy
12.00 Lunch
13.00 Werkgroepen
Neem je eigen beker mee

Groet,
Dirk
";

/// A screen: its name, and how somebody gets there from the note of the third session.
type Screen = (&'static str, fn(&mut TestWindow));

/// The screens that are seen in every look.
const SCREENS: [Screen; 16] = [
    ("note", |_| {}),
    ("line-menu", |window| window.press(Modifiers::ALT, Key::Enter)),
    ("trends", trends),
    ("trend", trend),
    ("overview", |window| window.press(Modifiers::ALT, Key::Num3)),
    ("overview-all-days", overview_of_all_days),
    ("people", person),
    ("days", |window| window.press(Modifiers::ALT, Key::Num5)),
    ("search", search),
    ("unfinished", |window| main_menu(window, "view-unfinished")),
    ("reading", |window| main_menu(window, "view-reading")),
    ("settings", |window| window.press(Modifiers::COMMAND, Key::Comma)),
    ("export", export),
    ("help", |window| window.press(NONE, Key::F1)),
    ("palette", palette),
    ("preview", preview),
];

/// Those that are seen in one look only, for the room that pictures take. The last ones leave something behind.
const FURTHER: [Screen; 19] = [
    ("note-figures", |window| window.click_session("Ambities")),
    ("note-find", find_in_note),
    ("session-menu", |window| click_word(window, "menu-session")),
    ("main-menu", |window| click_word(window, "menu-main")),
    ("trends-all", |window| window.press(Modifiers::ALT, Key::Num2)),
    ("overview-nothing-found", overview_filtered),
    ("search-empty", |window| window.press(COMMAND_SHIFT, Key::F)),
    ("open", |window| window.press(Modifiers::COMMAND, Key::O)),
    ("trash", |window| main_menu(window, "command-trash")),
    ("erase", |window| main_menu(window, "command-erase-day")),
    ("participants", |window| main_menu(window, "command-participants")),
    ("update-file", |window| main_menu(window, "command-update")),
    ("session-form", |window| window.press(NONE, Key::F2)),
    ("join", |window| session_menu(window, "command-join")),
    ("move", |window| window.press(COMMAND_SHIFT, Key::M)),
    ("line-time", |window| session_menu(window, "command-line-time")),
    ("note-footer", |window| window.press(COMMAND_SHIFT, Key::H)),
    ("note-choices", |window| window.write("\nHier gaat het over #to")),
    ("empty-day", empty_day),
];

fn click_word(window: &mut TestWindow, key: &str) {
    let word = window.word(key);
    window.click(&word);
}

fn main_menu(window: &mut TestWindow, key: &str) {
    click_word(window, "menu-main");
    let row = window.word(key);
    window.click_in_menu(&row);
}

fn session_menu(window: &mut TestWindow, key: &str) {
    click_word(window, "menu-session");
    let row = window.word(key);
    window.click_in_menu(&row);
}

fn find_in_note(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::H);
    let field = window.word("find-field");
    window.fill(&field, "raad");
}

fn trends(window: &mut TestWindow) {
    window.press(Modifiers::ALT, Key::Num2);
    window.settle();
    let cells = window.buttons("De noodzaak van permanent onderhoud");
    let cell = cells.iter().find(|cell| cell.contains("Uitdagingen")).expect("a cell").clone();
    window.click(&cell);
}

fn trend(window: &mut TestWindow) {
    window.press(Modifiers::ALT, Key::Num2);
    window.settle();
    let name = window.buttons("Verharding en onrust, ")[0].clone();
    window.click(&name);
    window.wait_until("the lines of the trend", |state| !state.trend_lines.lines.is_empty());
}

fn overview_of_all_days(window: &mut TestWindow) {
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    let all = window.word("overview-all-days");
    window.choose(&all);
    window.wait_until("all days are there", |state| state.afterwards.overview.lists.actions.len() > 6);
}

fn overview_filtered(window: &mut TestWindow) {
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    let field = window.word("overview-filter");
    window.fill(&field, "niets hiervan");
}

fn person(window: &mut TestWindow) {
    window.press(Modifiers::ALT, Key::Num4);
    window.settle();
    if !window.items().iter().any(|item| item.contains("Noor de Wit")) {
        let field = window.word("people-filter");
        window.fill(&field, "Noor");
    }
    window.click_item("Noor de Wit");
}

fn search(window: &mut TestWindow) {
    window.press(COMMAND_SHIFT, Key::F);
    window.settle();
    let field = window.word("view-search");
    window.fill(&field, "wijk");
    window.wait_until("something is found", |state| {
        state.searching.found.as_ref().is_some_and(|found| !found.hits.is_empty())
    });
}

fn export(window: &mut TestWindow) {
    window.press(COMMAND_SHIFT, Key::E);
    window.wait_until("the first page is there", |state| match &state.dialog {
        Some(Dialog::Export(form)) => form.is_worked_out(),
        _ => false,
    });
}

fn palette(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::K);
    window.write("toe");
}

fn preview(window: &mut TestWindow) {
    window.copy_elsewhere(MAIL, None);
    window.press(COMMAND_SHIFT, Key::O);
    window.wait_until("the text was read", |state| {
        state.preview.as_ref().is_some_and(|preview| !preview.is_reading() && !preview.wants_clipboard)
    });
}

/// Back to the note of the third session, with the caret at its end.
fn go_home(window: &mut TestWindow) {
    while window.is_busy() {
        window.press(NONE, Key::Escape);
    }
    while window.state().page().is_none_or(|page| page.session.position != 3) {
        let up = window.state().page().is_some_and(|page| page.session.position > 3);
        window.press(Modifiers::ALT, if up { Key::ArrowUp } else { Key::ArrowDown });
    }
    window.press(CTRL, Key::End);
}

fn open_day(window: &mut TestWindow, title: &str) {
    window.open_day(title);
    window.wait_until("the day is there", |state| {
        state.book.as_ref().is_some_and(|book| book.day.facts.title.starts_with(title))
    });
    window.settle();
}

fn empty_day(window: &mut TestWindow) {
    click_word(window, "command-empty-day");
    window.wait_until("the day is there", |state| state.book.as_ref().is_some_and(|book| !book.day.example));
}

/// A folder that is called the same everywhere, since some screens tell where the notes are.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from("target/pictures").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder goes");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The pictures of a look, and what is wrong with them.
struct Album<'a> {
    name: &'a str,
    wrong: Vec<String>,
}

impl Album<'_> {
    fn add(&mut self, window: &mut TestWindow, screen: &str) {
        window.settle();
        window.come_to_rest();
        let picture = window.picture();
        self.wrong.extend(drawn::compare(&picture, &format!("{}/{screen}", self.name)).err());
    }
}

/// Makes and compares the pictures of these screens in this look.
fn look(name: &str, look: &Look, screens: &[Screen]) {
    let folder = folder(name);
    let mut album = Album { name, wrong: Vec::new() };
    let notes = folder.join("notities");
    pictured::fill(&notes);
    let mut window = TestWindow::open_to_be_seen(&notes, look);
    open_day(&mut window, "Netwerkdag");
    for (screen, go) in screens {
        go_home(&mut window);
        go(&mut window);
        album.add(&mut window, screen);
    }
    drop(window);
    album.add(&mut TestWindow::open_to_be_seen(&folder.join("nieuw"), look), "first-run");
    let held = Store::open(&notes).expect("the store");
    album.add(&mut TestWindow::open_to_be_seen(&notes, look), "in-use");
    drop(held);
    large(&folder.join("groot"), look, &mut album);
    work(&folder, look, &mut album);
    assert!(album.wrong.is_empty(), "{}", album.wrong.join("\n"));
}

/// A congress of days with dozens of sessions side by side.
fn large(notes: &Path, look: &Look, album: &mut Album<'_>) {
    let mut store = Store::open(notes).expect("the store");
    store.add_day(&programme::large(), false).expect("the day");
    drop(store);
    let mut window = TestWindow::open_to_be_seen(notes, look);
    open_day(&mut window, "Groot");
    window.press(Modifiers::COMMAND, Key::L);
    album.add(&mut window, "large-programme");
}

/// A file that takes its time: nobody writes into this pipe.
fn work(folder: &Path, look: &Look, album: &mut Album<'_>) {
    let pipe = folder.join("programma.pdf");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut window = TestWindow::open_to_be_seen(&folder.join("nieuw"), look);
    window.press(Modifiers::COMMAND, Key::O);
    let (field, open) = (window.word("path"), window.word("open-now"));
    window.fill(&field, &pipe.display().to_string());
    window.click(&open);
    window.wait_until("it is shown", |state| !state.under_way.is_empty());
    album.add(&mut window, "work");
    drop(std::fs::OpenOptions::new().write(true).open(&pipe).expect("the pipe"));
}

#[test]
fn what_moved_by_a_point_is_seen_and_rounding_is_not() {
    let old = drawn::accepted("light-nl/note").expect("a picture");
    let rounded = RgbImage::from_fn(old.width(), old.height(), |x, y| {
        let shift = |byte: u8| if (x + y) % 2 == 0 { byte.saturating_add(3) } else { byte.saturating_sub(3) };
        Rgb(old.get_pixel(x, y).0.map(shift))
    });
    assert_eq!(drawn::difference(&old, &rounded), None);
    // The buttons above the note, one point to the right.
    let is_button = |x, y| (288..420).contains(&x) && (220..250).contains(&y);
    let moved = RgbImage::from_fn(old.width(), old.height(), |x, y| {
        *old.get_pixel(if is_button(x, y) { x - 1 } else { x }, y)
    });
    assert!(drawn::difference(&old, &moved).is_some());
}

/// The screens that have nothing over them, which dims what is below it.
const IN_THE_OPEN: [&str; 10] = [
    "note",
    "trends",
    "trend",
    "overview",
    "overview-all-days",
    "people",
    "days",
    "search",
    "unfinished",
    "reading",
];

/// Where lists that go on fade, at twice the size of the usual window: right above the status line.
const FADES: std::ops::Range<f32> = 1_440.0..1_500.0;

/// What is read stands out by 4.5:1 as it is drawn, and not only by the colours that it is given. At twice the size, where the
/// strokes of letters are wider than a pixel.
#[test]
fn what_is_read_stands_out_as_it_is_drawn() {
    for colours in [Colours::Light, Colours::Dark, Colours::ContrastLight, Colours::ContrastDark] {
        let notes = folder(&format!("read-{colours:?}")).join("notities");
        pictured::fill(&notes);
        let look = Look { size: 2.0 * USUAL, zoom: 200, ..usual(colours, Language::Dutch) };
        let mut window = TestWindow::open_to_be_seen(&notes, &look);
        window.open_day("Netwerkdag");
        let mut faint = Vec::new();
        let mut seen = 0;
        for (screen, go) in SCREENS.into_iter().filter(|(screen, _)| IN_THE_OPEN.contains(screen)) {
            go_home(&mut window);
            go(&mut window);
            window.settle();
            window.come_to_rest();
            let picture = window.picture();
            for (words, place) in window.words_seen() {
                let Some(contrast) = drawn::contrast_in(&picture, place) else { continue };
                seen += 1;
                let is_drawn = contrast > 1.01;
                // What goes on below the status line fades there.
                let fades = FADES.contains(&place.bottom());
                if is_drawn && !fades && contrast < 4.5 {
                    faint.push(format!("{colours:?} {screen}: {words:?} at {place:?} has {contrast:.2}"));
                }
            }
        }
        assert!(seen > 300, "only {seen} words were seen");
        assert!(faint.is_empty(), "{}", faint.join("\n"));
    }
}

const fn usual(colours: Colours, language: Language) -> Look {
    Look { colours, language, size: USUAL, zoom: 100 }
}

#[test]
fn light_dutch() {
    let screens = [SCREENS.as_slice(), &FURTHER].concat();
    look("light-nl", &usual(Colours::Light, Language::Dutch), &screens);
}

#[test]
fn dark_english() {
    look("dark-en", &usual(Colours::Dark, Language::English), &SCREENS);
}

#[test]
fn contrast_dark_dutch() {
    look("contrast-dark-nl", &usual(Colours::ContrastDark, Language::Dutch), &SCREENS);
}

#[test]
fn contrast_light_english() {
    look("contrast-light-en", &usual(Colours::ContrastLight, Language::English), &SCREENS);
}

#[test]
fn smallest_english() {
    let smallest = Look { size: SMALLEST, ..usual(Colours::Light, Language::English) };
    look("smallest-en", &smallest, &SCREENS);
}

#[test]
fn twice_the_size_dutch() {
    let twice = Look { size: TWICE, zoom: 200, ..usual(Colours::Light, Language::Dutch) };
    look("twice-nl", &twice, &SCREENS);
}
