//! The people of a day: who is listed, found and looked at, and where their lines lead.

#[path = "support/window.rs"]
mod window;

use eframe::egui::{Key, Modifiers, Vec2};
use plenair::app::view::View;
use plenair::domain::language::Language;
use window::{NOW, TestWindow};

fn people(first: &str) -> (tempfile::TempDir, TestWindow) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write(first);
    window.press(Modifiers::ALT, Key::Num4);
    window.settle();
    (folder, window)
}

fn chosen(window: &TestWindow) -> String {
    let people = &window.state().afterwards.people;
    people.chosen.and_then(|place| people.profiles.get(place)).map(|one| one.name.clone()).unwrap_or_default()
}

fn names(window: &TestWindow) -> Vec<String> {
    let items = window.items();
    items.iter().map(|item| item.split(',').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn speakers_are_listed_with_what_they_do_and_who_is_named_below_them() {
    let (_folder, mut window) = people("bellen met @[Fatima Aydin] hierover\n@[Fatima Aydin] belt terug");
    let headings = window.headings();
    assert!(
        headings.contains(&"Sprekers".to_owned()) && headings.contains(&"Gesproken of genoemd".to_owned())
    );
    let speaker = window.items().into_iter().find(|item| item.starts_with("Julien van Ostaaijen"));
    assert!(speaker.expect("the speaker").contains("spreekt in 3"));
    window.fill("Naam, organisatie of functie", "fatima");
    assert_eq!(window.items(), ["Fatima Aydin, 2 × genoemd"]);
    window.fill("Naam, organisatie of functie", "zzz");
    assert!(window.shows("Niemand gevonden."));
}

#[test]
fn the_arrows_look_at_people_and_enter_goes_to_their_lines() {
    let (_folder, mut window) = people("bellen met @[Fatima Aydin] hierover\n@[Fatima Aydin] belt terug");
    assert_eq!(window.focused_name(), window.items()[0], "the first has the focus");
    assert_eq!(chosen(&window), names(&window)[0]);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window), names(&window)[1]);
    window.fill("Naam, organisatie of functie", "fatima");
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window), "Fatima Aydin");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        window.focused_name().starts_with("bellen met @Fatima Aydin hierover"),
        "{}",
        window.focused_name()
    );
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.focused_name().starts_with("Fatima Aydin"), "Esc goes back to the list");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view, View::Day);
    window.write("!");
    assert_eq!(window.note(), "bellen met @[Fatima Aydin] hierover\n@[Fatima Aydin] belt terug!");
}

#[test]
fn a_session_of_a_speaker_is_opened_with_the_mouse() {
    let (_folder, mut window) = people("");
    window.click_item("Julien van Ostaaijen");
    assert_eq!(chosen(&window), "Julien van Ostaaijen");
    window.click_item("3 · Uitdagingen");
    assert_eq!(window.state().page().map(|page| page.session.position), Some(3));
    assert_eq!(window.state().view, View::Day);
}

#[test]
fn two_spellings_become_one_name_and_undo_makes_them_two_again() {
    let (_folder, mut window) =
        people("@[Fatima Aydin] komt\nbellen met @[Fatima Aydin]\nook @[Fatima Aidin] was er");
    window.fill("Naam, organisatie of functie", "fatima");
    window.click_item("Fatima Aidin");
    assert!(window.shows("Misschien dezelfde als"));
    window.click("Overal “Fatima Aydin” van maken");
    window.wait_until("they are one", |state| state.undoable.undo.is_some());
    window.settle();
    assert_eq!(chosen(&window), "Fatima Aydin");
    assert_eq!(window.items(), ["Fatima Aydin, 3 × genoemd"]);
    window.click("Ongedaan maken");
    window.wait_until("they are two", |state| state.undoable.redo.is_some());
    window.settle();
    assert_eq!(window.items().len(), 2);
}

#[test]
fn everything_is_there_in_the_smallest_window_and_in_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::English, Vec2::new(640.0, 480.0), NOW);
    window.write("call @[Fatima Aydin]");
    window.press(Modifiers::ALT, Key::Num4);
    window.settle();
    window.fill("Name, organisation or function", "fatima");
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window), "Fatima Aydin");
    assert!(window.headings().contains(&"Named in".to_owned()));
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.note(), "call @[Fatima Aydin]");
}
