//! Completing trends and names while a line is typed: what is offered, what is taken, and how many keys it costs.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::store::Store;
use window::TestWindow;

/// The session with the eleven trends.
const WITH_LIST: &str = "Uitdagingen lokaal veiligheidsbeleid";

/// Counts the keys of a text and of what is pressed beside it.
struct Typist {
    window: TestWindow,
    keys: usize,
}

impl Typist {
    fn in_session(folder: &std::path::Path, session: &str) -> Self {
        let mut window = TestWindow::open(folder);
        window.click_session(session);
        Self { window, keys: 0 }
    }

    fn write(&mut self, text: &str) {
        self.keys += text.chars().count();
        self.window.write(text);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.keys += 1;
        self.window.press(modifiers, key);
    }

    /// The keys beyond the text that anybody has to type.
    fn beyond(&self, text: &str) -> usize {
        self.keys.saturating_sub(text.chars().count())
    }
}

#[test]
fn a_remark_with_a_trend_that_exists_costs_four_keys_at_most() {
    // The shortest begin that brings each trend of the example day to the first place; `ond` and `poli` are shared.
    let begins = [
        ("onderhoud", "on"),
        ("samenhang", "sa"),
        ("verharding", "ve"),
        ("maatwerk", "ma"),
        ("toezicht", "to"),
        ("sociaal-domein", "so"),
        ("digitaal", "di"),
        ("burgers", "bu"),
        ("politie", "po"),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    for (tag, begin) in begins {
        typist.keys = 0;
        typist.write("De basis moet op orde ");
        typist.write(&format!("#{begin}"));
        typist.press(Modifiers::NONE, Key::Tab);
        let note = typist.window.note();
        assert!(note.ends_with(&format!("De basis moet op orde #{tag} ")), "{note}");
        assert!(typist.beyond("De basis moet op orde ") <= 4, "{tag}: {}", typist.keys);
        typist.press(Modifiers::NONE, Key::Enter);
    }
}

#[test]
fn a_trend_by_its_number_costs_three_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("Iedereen noemt het ");
    typist.write("#6");
    assert!(typist.window.shows("#ondermijning, Ondermijning, daar zijn we nog niet vanaf"));
    typist.press(Modifiers::NONE, Key::Tab);
    assert_eq!(typist.window.note(), "Iedereen noemt het #ondermijning ");
    assert_eq!(typist.beyond("Iedereen noemt het "), 3);
}

#[test]
fn a_point_without_a_tag_keeps_its_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), "Ambities Netwerk Grote Steden");
    typist.write("Daar gaat #3");
    assert!(typist.window.shows("#3, Willen we stappen zetten?"));
    typist.press(Modifiers::NONE, Key::Tab);
    assert_eq!(typist.window.note(), "Daar gaat #3 ");
}

#[test]
fn an_action_with_a_person_and_a_date_costs_six_keys_at_most() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), "Maatschappelijk ongenoegen");
    typist.press(Modifiers::COMMAND, Key::Num1);
    typist.write("kaarten opvragen ");
    typist.write("@br");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("vóór 1 april");
    assert_eq!(typist.window.note(), "- [ ] kaarten opvragen @[Bram van Vulpen] vóór 1 april");
    assert!(typist.beyond("kaarten opvragen vóór 1 april") <= 6, "{}", typist.keys);
}

#[test]
fn a_new_trend_and_a_new_name_are_simply_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("#onrust @Pat\nvolgende #tijd met @Bo\n");
    assert_eq!(typist.window.note(), "#onrust @Pat\nvolgende #tijd met @Bo\n", "Enter took nothing");
    typist.window.settle();
    typist.write("weer #tij");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("@Bo");
    assert!(!typist.window.shows("Tab neemt de eerste"), "a whole name needs no help");
    assert!(typist.window.note().ends_with("weer #tijd @Bo"));
}

#[test]
fn arrows_choose_and_enter_takes_what_was_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("let op #on");
    assert!(typist.window.shows("passen · Tab neemt de eerste"));
    typist.press(Modifiers::NONE, Key::ArrowDown);
    typist.press(Modifiers::NONE, Key::ArrowDown);
    typist.press(Modifiers::NONE, Key::Enter);
    assert_eq!(typist.window.note(), "let op #ondermijning ");
    typist.write("en #on");
    typist.press(Modifiers::NONE, Key::ArrowUp);
    typist.press(Modifiers::NONE, Key::ArrowDown);
    typist.press(Modifiers::NONE, Key::Tab);
    assert_eq!(typist.window.note(), "let op #ondermijning en #onderhoud ", "round and round");
}

#[test]
fn shift_tab_and_keys_with_others_are_not_for_the_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("let op #on");
    typist.press(Modifiers::SHIFT, Key::ArrowDown);
    typist.press(Modifiers::NONE, Key::Enter);
    assert!(!typist.window.note().contains("#onderhoud"), "{}", typist.window.note());
}

#[test]
fn a_click_takes_a_row_and_typing_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("let op #on");
    typist.window.click_choice("#ondermijning");
    typist.write("zegt iedereen");
    assert_eq!(typist.window.note(), "let op #ondermijning zegt iedereen");
}

#[test]
fn the_space_behind_a_taken_choice_makes_room_for_punctuation() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("over #to");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write(", en @[Pat");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("!");
    assert_eq!(typist.window.note(), "over #toezicht, en @[Patrick van den Brink]!");
    typist.write(" a .");
    assert_eq!(
        typist.window.note(),
        "over #toezicht, en @[Patrick van den Brink]! a .",
        "only right behind it"
    );
}

#[test]
fn a_taken_choice_is_one_step_of_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("over #to");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(typist.window.note(), "over #to");
}

#[test]
fn escape_puts_the_list_away_until_the_next_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("over #t");
    typist.press(Modifiers::NONE, Key::Escape);
    typist.write("o");
    assert!(!typist.window.shows("Tab neemt de eerste"));
    typist.write(" en @p");
    assert!(typist.window.shows("Tab neemt de eerste"));
}

#[test]
fn a_caret_that_comes_by_opens_no_list_and_keeps_its_arrows() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("eerste #on\ntweede");
    typist.press(Modifiers::NONE, Key::ArrowUp);
    typist.press(Modifiers::NONE, Key::End);
    assert!(!typist.window.shows("Tab neemt de eerste"));
    typist.press(Modifiers::NONE, Key::ArrowDown);
    typist.write("!");
    assert_eq!(typist.window.note(), "eerste #on\ntweede!");
}

#[test]
fn who_speaks_here_is_offered_first_and_shows_how_often_they_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("met @ost");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("gebeld\n");
    assert!(typist.window.note().starts_with("met @[Julien van Ostaaijen] gebeld"), "without the title");
    typist.window.settle();
    typist.write("@");
    let first = typist.window.choices().into_iter().next().expect("a row");
    assert!(first.starts_with("Julien van Ostaaijen, lector") && first.ends_with(", 1 regel"), "{first}");
    assert_eq!(typist.window.choices().len(), 8, "no more rows than can be read");
}

#[test]
fn names_and_trends_of_other_days_are_offered_last() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("a store");
    store.add_example_once(&plenair::import::built_in().expect("the example day")).expect("a day");
    let other = plenair::import::read(
        "[day]\ntitle = \"Najaarsdag\"\n[[sessions]]\ntitle = \"Ronde\"\nspeakers = [{ name = \"dr. Zora Quist\" }]\n"
            .as_bytes(),
    )
    .map(|programme: Programme| store.add_day(&programme, false).expect("a day"))
    .expect("a programme");
    let session = store.find_session(other, "1").expect("a session");
    let line = NoteLine {
        id: LineId::fresh(),
        text: "#zelfredzaamheid volgens @Xander".to_owned(),
        noted_at: "2022-09-01T10:00:00+02:00".parse().expect("a moment"),
        author: store.author(),
    };
    store.append_lines(session, std::iter::once(line)).expect("a line");
    drop(store);
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("#zelf");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("@qui");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write("@xan");
    typist.press(Modifiers::NONE, Key::Tab);
    assert_eq!(typist.window.note(), "#zelfredzaamheid @[Zora Quist] @Xander ");
}

#[test]
fn an_input_method_keeps_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("let op #o");
    let preedit =
        |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    typist.window.event(preedit("n"));
    assert!(!typist.window.shows("Tab neemt de eerste"), "no list while composing");
    typist.window.event(Event::Ime(ImeEvent::Commit("n".to_owned())));
    typist.window.step();
    assert!(typist.window.shows("Tab neemt de eerste"), "the list is back");
    assert_eq!(typist.window.note(), "let op #on");
}

#[test]
fn the_list_is_readable_without_eyes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    let sessions = typist.window.roles(Role::ListBoxOption);
    typist.write("#po");
    assert_eq!(typist.window.roles(Role::ListBoxOption), sessions + 3);
    assert!(typist.window.shows("3 passen"), "the number of choices is said");
    typist.press(Modifiers::NONE, Key::ArrowDown);
    assert!(typist.window.says("#politie, Gemeenten, boa’s en politie"), "and the one that is chosen");
}

#[test]
fn a_space_that_is_typed_behind_a_choice_is_the_one_that_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut typist = Typist::in_session(folder.path(), WITH_LIST);
    typist.write("druk in de stad #onde");
    typist.press(Modifiers::NONE, Key::Tab);
    typist.write(" volgens de zaal");
    let note = typist.window.note();
    assert!(note.ends_with(" volgens de zaal") && !note.contains("  "), "{note}");
}
