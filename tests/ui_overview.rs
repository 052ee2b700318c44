//! The overview as a person uses it: what is listed, ticked, narrowed down, sorted and changed, one line or many at once.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::{Role, SortDirection};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Vec2};
use plenair::app::state::State;
use plenair::app::view::View;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::LineId;
use plenair::domain::language::Language;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::store::Store;
use window::{NOW, TestWindow};

const ACTIONS: &str = "[] later @Noor vóór 12 mei\n[] eerst @Bram vóór 12 april";

/// A window on the overview of a day with these notes, in the first two sessions.
fn overview(first: &str, second: &str) -> (tempfile::TempDir, TestWindow) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write(first);
    if !second.is_empty() {
        window.press(Modifiers::ALT, Key::ArrowDown);
        window.write(second);
    }
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    (folder, window)
}

/// The text of the note of a session, by its place in the day.
fn note(window: &TestWindow, position: u32) -> String {
    note_in(window.state(), position)
}

fn note_in(state: &State, position: u32) -> String {
    let pages = state.book.as_ref().map(|book| &book.pages).expect("a day");
    pages.iter().find(|page| page.session.position == position).expect("a session").note.text()
}

/// Waits until the store has made this of the note of a session, and everything is drawn.
fn becomes(window: &mut TestWindow, position: u32, text: &str) {
    let is_so = |state: &State| note_in(state, position) == text;
    window.wait_until(&format!("note {position} is {text:?}"), is_so);
    window.settle();
}

fn starts(items: &[String]) -> Vec<&str> {
    items.iter().map(|item| item.split(',').nth(1).unwrap_or(item).trim()).collect()
}

#[test]
fn actions_stand_first_by_date_with_the_other_kinds_below() {
    let (_folder, window) = overview(ACTIONS, "vraag: wie belt?\nafspraak: samen met @Noor");
    let items = window.items();
    assert_eq!(
        starts(&items),
        ["eerst @Bram vóór 12 april", "later @Noor vóór 12 mei", "samen met @Noor", "wie belt?"]
    );
    assert!(items[0].ends_with("12 apr · Bram, 1 · Welkomstwoord"), "{}", items[0]);
    assert!(window.headings().contains(&"Acties".to_owned()));
    assert_eq!(window.focused_name(), items[0], "the first line has the focus");
    assert_eq!(window.named(Role::RadioButton, "Acties, 2"), 1);
    assert_eq!(window.named(Role::RadioButton, "Cijfers, 0"), 0, "what is not there is not offered");
}

#[test]
fn an_action_is_ticked_in_place_with_the_mouse_and_with_the_keys() {
    let (_folder, mut window) = overview(ACTIONS, "");
    window.click_item_at("eerst", 18.0, PointerButton::Primary, Modifiers::NONE);
    becomes(&mut window, 1, "- [ ] later @Noor vóór 12 mei\n- [x] eerst @Bram vóór 12 april");
    assert_eq!(window.state().view, View::Overview, "the list stays");
    assert!(window.items()[0].contains("eerst"), "what is ticked stays where it is");
    assert!(window.items()[0].contains("afgevinkt"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::COMMAND, Key::Enter);
    becomes(&mut window, 1, "- [x] later @Noor vóór 12 mei\n- [x] eerst @Bram vóór 12 april");
    window.press(Modifiers::ALT, Key::Num1);
    assert_eq!(window.note(), note(&window, 1), "the open note shows it");
    window.write("!");
    window.settle();
    assert!(note(&window, 1).contains('!') && note(&window, 1).contains("[x] later"));
}

#[test]
fn enter_goes_to_a_line_and_f8_to_the_next_of_its_kind() {
    let (_folder, mut window) = overview(ACTIONS, "[] derde");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view, View::Day);
    window.write("!");
    assert!(window.note().starts_with("- [ ] later @Noor vóór 12 mei!"), "{}", window.note());
    window.press(Modifiers::NONE, Key::F8);
    window.write("?");
    assert_eq!(window.note(), "- [ ] derde?");
}

#[test]
fn several_lines_in_several_notes_are_changed_together() {
    let (_folder, mut window) = overview("vraag: wie belt?\nvraag: wanneer?", "vraag: waarom?");
    window.press(Modifiers::NONE, Key::Space);
    window.click_item_at("waarom", 80.0, PointerButton::Primary, Modifiers::COMMAND);
    assert_eq!(starts(&window.chosen_items()), ["wie belt?", "waarom?"]);
    assert!(window.says("2 regels"));
    window.click("Belangrijk");
    becomes(&mut window, 1, "vraag: ★ wie belt?\nvraag: wanneer?");
    assert_eq!(note(&window, 2), "vraag: ★ waarom?");
    assert_eq!(window.buttons("Ongedaan maken").len(), 1);
    window.click("Soort…");
    window.click_in_menu("Actie");
    becomes(&mut window, 1, "- [ ] ★ wie belt?\nvraag: wanneer?");
    window.click("Trend…");
    window.click_in_menu("#toezicht");
    becomes(&mut window, 2, "- [ ] ★ waarom? #toezicht");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.chosen_items().is_empty());
    assert_eq!(window.state().view, View::Overview, "the first Esc chooses nothing any more");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().view, View::Day);
}

#[test]
fn what_was_changed_in_several_notes_is_taken_back_in_one_step() {
    let (_folder, mut window) = overview("vraag: een?", "vraag: twee?");
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(Modifiers::COMMAND, Key::Num1);
    becomes(&mut window, 1, "- [ ] een?");
    assert_eq!(note(&window, 2), "- [ ] twee?");
    window.press(Modifiers::COMMAND, Key::Z);
    becomes(&mut window, 2, "vraag: twee?");
    assert_eq!(note(&window, 1), "vraag: een?");
    assert_eq!(window.state().view, View::Overview);
}

#[test]
fn what_is_asked_before_the_store_has_answered_has_its_turn() {
    let (_folder, mut window) = overview(ACTIONS, "");
    let tick =
        |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    window.frame([tick(Key::Enter, Modifiers::COMMAND)]);
    window.frame([tick(Key::ArrowDown, Modifiers::NONE)]);
    window.frame([]);
    window.frame([tick(Key::Enter, Modifiers::COMMAND)]);
    becomes(&mut window, 1, "- [x] later @Noor vóór 12 mei\n- [x] eerst @Bram vóór 12 april");
}

#[test]
fn shift_chooses_from_one_line_to_another_and_ctrl_a_all() {
    let (_folder, mut window) = overview("vraag: een?\nvraag: twee?\nvraag: drie?", "vraag: vier?");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.step();
    assert_eq!(starts(&window.chosen_items()), ["twee?", "drie?"]);
    window.click_item_at("vier", 80.0, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(starts(&window.chosen_items()), ["twee?", "drie?", "vier?"]);
    window.press(Modifiers::COMMAND, Key::A);
    assert_eq!(window.chosen_items().len(), 4);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    becomes(&mut window, 2, "vraag: privé: vier?");
}

#[test]
fn the_other_button_of_the_mouse_shows_what_can_be_done_with_a_line() {
    let (_folder, mut window) = overview("vraag: een?\nvraag: twee?", "");
    window.click_item_at("twee", 80.0, PointerButton::Secondary, Modifiers::NONE);
    assert_eq!(starts(&window.chosen_items()), ["twee?"]);
    assert_eq!(window.buttons("Alleen voor mij").len(), 1);
}

#[test]
fn words_a_session_a_trend_and_a_person_narrow_it_down() {
    let (_folder, mut window) =
        overview("vraag: wie belt @Samira? #toezicht\nafspraak: café dicht", "vraag: waarom?");
    window.choose("Vragen, 2");
    assert_eq!(window.items().len(), 2);
    window.choose("Alles");
    window.fill("Woorden zoeken", "cafe");
    assert_eq!(starts(&window.items()), ["café dicht"]);
    assert!(window.says("1 gevonden"));
    window.click("Alles tonen");
    window.choose_from("Onderdeel", "2 · Inleiding");
    assert_eq!(starts(&window.items()), ["waarom?"]);
    window.choose_from("Onderdeel", "Alle onderdelen");
    window.choose_from("Persoon", "Samira");
    assert_eq!(starts(&window.items()), ["wie belt @Samira? #toezicht"]);
    window.choose_from("Persoon", "Alle mensen");
    window.choose_from("Trend", "#toezicht");
    assert_eq!(window.items().len(), 1);
    window.fill("Woorden zoeken", "niets");
    assert!(window.shows("Hier is niets wat bij het filter past."));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().afterwards.overview.filter.text, "", "Esc empties the field first");
    assert_eq!(window.focused_name(), "Woorden zoeken", "what is found does not take the focus");
    assert_eq!(window.state().view, View::Overview);
}

#[test]
fn figures_are_a_table_that_is_sorted_by_its_columns() {
    let (_folder, mut window) = overview(
        "cijfer: 12 scholen\ncijfer: 70 % ziet meer demonstraties",
        "cijfer: 47 van 258 respondenten",
    );
    window.choose("Cijfers, 3");
    assert_eq!(window.sorted("Onderdeel"), Some(SortDirection::Ascending));
    window.sort("Getal");
    assert_eq!(window.sorted("Getal"), Some(SortDirection::Descending));
    assert_eq!(
        starts(&window.items()),
        ["70 % ziet meer demonstraties", "47 van 258 respondenten", "12 scholen"]
    );
    window.sort("Getal");
    assert_eq!(window.sorted("Getal"), Some(SortDirection::Ascending));
    assert!(window.items()[0].contains("12 scholen"));
}

#[test]
fn what_is_not_there_yet_is_said_in_words() {
    let (_folder, mut window) = overview("zomaar een regel", "");
    assert!(window.shows("Nog niets. Maak van een regel een actie"));
    assert_eq!(window.focused_name(), "Woorden zoeken");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().view, View::Day);
    assert!(window.note_has_focus());
}

#[test]
fn everything_is_there_in_the_smallest_window_and_in_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::English, Vec2::new(640.0, 480.0), NOW);
    window.write("[] call @Samira by 12 April\nfigure: 70 % sees more");
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    assert_eq!(starts(&window.items()), ["call @Samira by 12 April", "70 % sees more"]);
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.says("1 line"));
    window.click("Tick the action");
    becomes(&mut window, 1, "- [x] call @Samira by 12 April\nfigure: 70 % sees more");
    assert!(window.items()[0].contains("done"));
    window.choose("Figures, 1");
    window.sort("Number");
    assert_eq!(window.items().len(), 1);
}

#[test]
fn the_words_of_a_line_are_edited_where_it_stands_and_taken_back_in_one_step() {
    let (_folder, mut window) = overview(ACTIONS, "");
    window.press(Modifiers::NONE, Key::F4);
    assert_eq!(window.focused_name(), "Woorden van de regel wijzigen");
    window.press(Modifiers::NONE, Key::End);
    window.write(" #boa");
    window.press(Modifiers::NONE, Key::Enter);
    becomes(&mut window, 1, "- [ ] later @Noor vóór 12 mei\n- [ ] eerst @Bram vóór 12 april #boa");
    assert_eq!(window.state().view, View::Overview);
    assert!(window.focused_name().contains("eerst"), "the line has the focus again");
    window.click("Ongedaan maken");
    becomes(&mut window, 1, "- [ ] later @Noor vóór 12 mei\n- [ ] eerst @Bram vóór 12 april");
    window.click_item_at("later", 80.0, PointerButton::Primary, Modifiers::COMMAND);
    window.press(Modifiers::NONE, Key::F4);
    window.write("weg ermee");
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    assert_eq!(window.state().view, View::Overview, "Esc leaves the line as it was, and nothing more");
    assert_eq!(note(&window, 1), "- [ ] later @Noor vóór 12 mei\n- [ ] eerst @Bram vóór 12 april");
}

/// Another day in the notes of a window that is not open yet, with these lines.
fn add_other_day(folder: &std::path::Path, date: &str, lines: &[&str]) {
    let mut store = Store::open(folder).expect("a store");
    let programme = Programme {
        day: DayFacts { title: "Congres".to_owned(), date: date.parse().ok(), ..DayFacts::default() },
        sessions: vec![SessionFacts { title: "Opening".to_owned(), ..SessionFacts::default() }],
        ..Programme::default()
    };
    let day = store.add_day(&programme, false).expect("a day");
    let session = store.book(day).expect("a day").pages[0].session.id;
    let (noted_at, author) = (chrono::DateTime::parse_from_rfc3339(NOW).expect("a moment"), store.author());
    let line = |text: &&str| NoteLine { id: LineId::fresh(), text: (*text).to_owned(), noted_at, author };
    store.append_lines(session, lines.iter().map(line)).expect("lines");
}

#[test]
fn all_days_stand_together_and_are_narrowed_down_to_a_period() {
    let folder = tempfile::tempdir().expect("a folder");
    add_other_day(folder.path(), "2022-05-01", &["- [ ] oud @Samira", "afspraak: toen #boa", "zomaar"]);
    let mut window = TestWindow::open(folder.path());
    window.open_day("Netwerkdag");
    window.write("[] nieuw @Noor");
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    assert_eq!(starts(&window.items()), ["nieuw @Noor"]);
    window.choose("Alle dagen");
    window.wait_until("all days are there", |state| state.afterwards.overview.lists.actions.len() == 2);
    window.settle();
    assert_eq!(starts(&window.items()), ["nieuw @Noor", "oud @Samira", "toen #boa"]);
    assert!(window.items()[1].contains("1 mei 2022"), "{}", window.items()[1]);
    assert_eq!(window.named(Role::RadioButton, "Acties, 2"), 1);

    window.click_item_at("oud", 18.0, PointerButton::Primary, Modifiers::NONE);
    window.wait_until("it is ticked", |state| state.afterwards.overview.lists.open_actions == 1);
    window.click_item_at("nieuw", 18.0, PointerButton::Primary, Modifiers::NONE);
    window.wait_until("so is the other one", |state| state.afterwards.overview.lists.open_actions == 0);
    window.settle();
    assert_eq!(note(&window, 1), "- [x] nieuw @Noor");

    window.choose_from("Tot en met", "1 mei 2022");
    window.wait_until("one day is left", |state| state.afterwards.overview.lists.actions.len() == 1);
    window.settle();
    assert_eq!(starts(&window.items()), ["oud @Samira", "toen #boa"]);
    window.choose_from("Persoon", "Samira");
    window.wait_until("a line is left", |state| state.afterwards.overview.lists.decisions.is_empty());
    window.settle();
    assert_eq!(starts(&window.items()), ["oud @Samira"]);
    window.choose("Deze dag");
    window.settle();
    assert_eq!(starts(&window.items()), ["nieuw @Noor"]);
}

#[test]
fn all_parts_of_all_days_begin_with_their_first_lines_and_each_by_itself_has_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines: Vec<String> = (1..=150).map(|number| format!("vraag: nummer {number:03}?")).collect();
    add_other_day(folder.path(), "2022-05-01", &lines.iter().map(String::as_str).collect::<Vec<_>>());
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::ALT, Key::Num3);
    window.settle();
    window.choose("Alle dagen");
    window.wait_until("all days are there", |state| state.afterwards.overview.lists.questions.len() == 150);
    let last = |window: &mut TestWindow| {
        window.settle();
        window.click_item_at("nummer 001", 80.0, PointerButton::Primary, Modifiers::COMMAND);
        window.press(Modifiers::NONE, Key::End);
        window.settle();
        window.focused_name()
    };
    assert!(last(&mut window).contains("nummer 100"), "{}", window.focused_name());
    window.choose("Vragen, 150");
    assert!(last(&mut window).contains("nummer 150"), "{}", window.focused_name());
}
