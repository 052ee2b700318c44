//! A programme comes in as a person has it: pasted, opened or dropped, corrected, and only then kept.

#[path = "support/mail.rs"]
mod mail;
#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use mail::MAIL;
use plenair::app::preview::Preview;
use plenair::domain::language::Language;
use window::TestWindow;

const ALT_SHIFT: Modifiers = Modifiers { alt: true, shift: true, ..Modifiers::NONE };
/// Keys that go by Ctrl itself, and not by what is Cmd on a Mac.
const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };
const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn open(folder: &std::path::Path) -> TestWindow {
    TestWindow::open(folder)
}

fn preview(window: &TestWindow) -> &Preview {
    window.state().preview.as_ref().expect("a preview")
}

fn titles(window: &TestWindow) -> Vec<&str> {
    preview(window).items.iter().map(|item| item.title.as_str()).collect()
}

/// Pastes a text with the button of the example's banner and waits until it was read.
fn paste(window: &mut TestWindow, text: &str) {
    window.copy_elsewhere(text, None);
    window.click("Programma plakken");
    was_read(window);
}

fn was_read(window: &mut TestWindow) {
    window.wait_until("the text was read", |state| {
        state.preview.as_ref().is_some_and(|preview| !preview.is_reading() && !preview.wants_clipboard)
    });
    window.settle();
}

fn day_is(window: &mut TestWindow, title: &str) {
    window.wait_until("the day is there", |state| {
        state.preview.is_none() && state.book.as_ref().is_some_and(|book| book.day.facts.title == title)
    });
    window.settle();
}

#[test]
fn a_mail_is_pasted_corrected_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    assert!(window.shows("5 onderdelen"), "they are counted");
    assert!(window.shows("niet begrepen"), "and so is what is left");
    assert_eq!(titles(&window).len(), 5);
    window.click_session("De wijk in");
    window.fill("Titel", "De wijk in te voet");
    window.fill("Begin", "10.20");
    window.click_session("Lunch");
    window.click("Onderdeel weghalen");
    window.fill("Titel van de dag", "Wijkdag Deventer");
    let day = window.state().book.as_ref().expect("the example").day.clone();
    assert!(day.example, "nothing is saved yet");
    window.press(Modifiers::COMMAND, Key::Enter);
    day_is(&mut window, "Wijkdag Deventer");
    let book = window.state().book.as_ref().expect("the day");
    let kept: Vec<&str> = book.pages.iter().map(|page| page.session.facts.title.as_str()).collect();
    assert_eq!(kept, ["Ontvangst met koffie", "Welkom", "De wijk in te voet", "Werkgroepen"]);
    let walk = &book.pages[2].session.facts;
    assert_eq!(walk.start, "10:20:00".parse().ok());
    assert_eq!(walk.speakers[0].name, "Herman Plooy");
    assert_eq!(book.day.facts.date, "2024-04-11".parse().ok());
}

#[test]
fn the_text_is_read_again_while_it_is_typed_until_something_is_corrected() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    window.click("Programma plakken");
    window.fill("Tekst van het programma", "9.30 Inloop\n10.00 Welkom\n");
    was_read(&mut window);
    assert_eq!(titles(&window), ["Inloop", "Welkom"]);
    window.press(CTRL, Key::End);
    window.write("11.00 Pauze");
    was_read(&mut window);
    assert_eq!(titles(&window), ["Inloop", "Welkom", "Pauze"]);
    window.click_session("Pauze");
    window.fill("Titel", "Koffie");
    assert!(window.shows("De tekst staat vast"));
    window.click("Tekst weer bewerken (verbeteringen vervallen)");
    was_read(&mut window);
    assert_eq!(titles(&window), ["Inloop", "Welkom", "Pauze"]);
}

#[test]
fn everything_is_done_with_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    window.copy_elsewhere(MAIL, None);
    window.press(COMMAND_SHIFT, Key::O);
    was_read(&mut window);
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(preview(&window).chosen, 1);
    window.press(Modifiers::NONE, Key::End);
    window.write(" en kennismaken");
    assert_eq!(titles(&window)[1], "Welkom en kennismaken");
    window.press(ALT_SHIFT, Key::ArrowUp);
    assert_eq!(titles(&window)[0], "Welkom en kennismaken");
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::COMMAND, Key::A);
    window.write("9.25");
    assert_eq!(preview(&window).items[0].start, "9.25");
    window.press(COMMAND_SHIFT, Key::K);
    assert_eq!(titles(&window)[0], "Ontvangst met koffie");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until("the day is there", |state| state.preview.is_none());
    window.settle();
    assert_eq!(window.state().book.as_ref().map(|book| book.pages.len()), Some(4));
    assert_eq!(window.note(), "", "and its first note is open");
}

#[test]
fn escape_goes_back_and_asks_once_when_something_was_corrected() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().preview.is_none(), "there was nothing to lose");
    paste(&mut window, MAIL);
    window.fill("Plaats", "Zwolle");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.says("Toch weggaan?"));
    window.click("Hier blijven");
    assert_eq!(preview(&window).place, "Zwolle");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().preview.is_none());
    assert_eq!(window.state().days.len(), 1, "nothing was saved");
    window.write("door met typen");
    assert_eq!(window.note(), "door met typen", "the note has the keys again");
}

#[test]
fn a_text_without_a_programme_says_so_and_bad_input_names_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, "Beste mensen,\n\nDank voor jullie komst, het was een mooie dag.\n\nGroet, Bram\n");
    assert!(window.shows("Hier staat geen programma in"));
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(window.state().preview.is_some(), "there is nothing to keep");
    window.fill("Tekst van het programma", "[day]\ntitle = \n");
    was_read(&mut window);
    assert!(window.shows("Regel 2"), "the line is named");
    window
        .fill("Tekst van het programma", "[day]\ntitle = \"Oefendag\"\n[[sessions]]\ntitle = \"Ronde 1\"\n");
    was_read(&mut window);
    window.click("Bewaren");
    day_is(&mut window, "Oefendag");
    assert!(window.shows("1, Ronde 1, 0 regels"));
}

#[test]
fn a_time_that_is_none_is_named_and_not_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    window.fill("Begin", "kwart voor");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows("Bij onderdeel 1 staat een tijd of datum"));
    assert_eq!(window.state().days.len(), 1);
    window.fill("Begin", "");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.wait_until("the day is there", |state| state.preview.is_none());
}

#[test]
fn a_line_is_no_item_and_a_line_that_was_left_out_becomes_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    // The caret goes from the first line down to the first item.
    window.focus("Tekst van het programma");
    window.press(CTRL, Key::Home);
    for _ in 0..4 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    assert!(window.shows("Regel 5 · bij onderdeel 1"));
    window.click("Dit is geen onderdeel");
    assert_eq!(titles(&window)[0], "Welkom");
    assert!(window.shows("Regel 5 · hoort niet bij het programma"));
    window.click("Maak hier een onderdeel van");
    assert_eq!(titles(&window)[0], "Ontvangst met koffie");
    assert_eq!(preview(&window).items[0].start, "09:30");
}

#[test]
fn items_are_split_joined_added_and_a_step_is_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, "9.30-10.00 Inloop en welkom\n10.00 Lezing\n11.00 Pauze\n");
    window.focus("Titel");
    window.press(Modifiers::NONE, Key::Home);
    for _ in 0.."Inloop".len() {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
    window.click("Splitsen, in de titel bij de cursor");
    assert_eq!(titles(&window), ["Inloop", "en welkom", "Lezing", "Pauze"]);
    let items = &preview(&window).items;
    assert_eq!((items[0].start.as_str(), items[1].end.as_str()), ("09:30", "10:00"));
    window.click("Samenvoegen met het volgende");
    assert_eq!(titles(&window), ["Inloop", "en welkom Lezing", "Pauze"]);
    window.click("Laatste stap terug");
    assert_eq!(titles(&window), ["Inloop", "en welkom", "Lezing", "Pauze"]);
    window.click("Nieuw onderdeel hierachter");
    window.write("Vragen");
    assert_eq!(titles(&window)[2], "Vragen");
}

#[test]
fn a_calendar_is_opened_and_a_wrong_file_is_refused_in_the_dialog() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    window.click("Programma openen…");
    window.fill("Bestand", &folder.path().join("nergens.ics").display().to_string());
    window.click("Openen");
    window.wait_until("it is refused", |state| state.notice.is_some());
    window.settle();
    assert!(window.shows("nergens.ics is niet te lezen"));
    window.fill("Bestand", "tests/fixtures/import/sched.ics");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until("it was read", |state| state.preview.is_some());
    window.settle();
    assert!(window.state().dialog.is_none());
    assert!(window.shows("sched.ics"));
    let many = preview(&window).items.len();
    assert!(many > 0);
    window.click("Bewaren");
    window.wait_until("the day is there", |state| state.preview.is_none());
    assert_eq!(window.state().book.as_ref().map(|book| book.pages.len()), Some(many));
}

#[test]
fn a_file_is_dropped_on_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    window.drop_file("tests/fixtures/import/two-days.xlsx");
    window.wait_until("it was read", |state| state.preview.is_some());
    window.settle();
    assert!(window.shows("two-days.xlsx"));
}

#[test]
fn of_many_items_only_those_on_the_screen_are_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    let sessions = (1..=1_351)
        .map(|number| format!("[[sessions]]\ntitle = \"Ronde {number}\"\n"))
        .collect::<Vec<_>>()
        .concat();
    paste(&mut window, &format!("[day]\ntitle = \"Groot\"\n{sessions}"));
    assert_eq!(titles(&window).len(), 1_351);
    assert!(window.roles(Role::ListBoxOption) < 40);
    for _ in 0..20 {
        window.press(Modifiers::ALT, Key::ArrowDown);
    }
    assert!(window.shows("21, Ronde 21") || preview(&window).chosen == 20);
    assert_eq!(window.named(Role::TextInput, "Titel"), 1, "the chosen one follows into view");
    window.write("X");
    assert_eq!(titles(&window)[20], "Ronde 21X");
}

#[test]
fn a_small_window_shows_one_side_at_a_time_in_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Vec2::new(640.0, 480.0);
    let mut window = TestWindow::open_as(folder.path(), Language::English, size, window::NOW);
    window.copy_elsewhere(MAIL, None);
    window.press(COMMAND_SHIFT, Key::O);
    was_read(&mut window);
    assert!(window.shows("5 sessions"));
    window.click("Text of the programme");
    assert_eq!(window.named(Role::MultilineTextInput, "Text of the programme"), 1);
    window.click("Sessions");
    assert_eq!(window.named(Role::TextInput, "Title"), 1);
}

#[test]
fn an_example_that_was_put_away_stays_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    window.fill("Titel van de dag", "Wijkdag");
    window.click("Bewaren");
    day_is(&mut window, "Wijkdag");
    window.open_day("Netwerkdag grote steden");
    window.click("Meer");
    window.click_in_menu("Dag naar de prullenbak");
    window.wait_until("it is in the trash", |state| state.days.len() == 1);
    window.settle();
    drop(window);
    let window = open(folder.path());
    assert_eq!(window.state().days.len(), 1);
    assert!(!window.shows("Dit is een voorbeeld"));
}

#[test]
fn who_pastes_once_more_by_habit_has_the_programme_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    window.paste();
    was_read(&mut window);
    assert_eq!(titles(&window).len(), 5);
}

#[test]
fn in_a_narrow_window_an_empty_paste_shows_where_to_type() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window =
        TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(640.0, 480.0), window::NOW);
    window.press(COMMAND_SHIFT, Key::O);
    was_read(&mut window);
    window.write("10:00 Opening\n11:00 Slot");
    was_read(&mut window);
    assert_eq!(titles(&window), ["Opening", "Slot"]);
}

#[test]
fn a_step_is_taken_back_with_the_key_of_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path());
    paste(&mut window, MAIL);
    let before: Vec<String> = titles(&window).into_iter().map(str::to_owned).collect();
    window.press(COMMAND_SHIFT, Key::K);
    assert_eq!(titles(&window).len(), 4);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&window), before);
}
