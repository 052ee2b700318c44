//! A newer programme taken into the day, and sessions that are moved, timed, joined and tied by hand.

#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use plenair::app::dialog::Dialog;
use plenair::app::state::State;
use plenair::domain::book::Book;
use plenair::store::Store;
use window::TestWindow;

/// The example day with another first session, one that is later, and without what is below them.
const NEWER: &str = r#"
[day]
title = "Netwerkdag grote steden"
date = "2023-03-16"

[[sessions]]
title = "Ontvangst"
kind = "registration"

[[sessions]]
title = "Ambities netwerk"
start = "13:00"
room = "Grote zaal"
"#;

fn stored(folder: &Path) -> Book {
    let store = Store::open_reading(folder).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    store.book(day).expect("its notes")
}

fn titles(book: &Book) -> Vec<String> {
    book.pages.iter().map(|page| page.session.facts.title.clone()).collect()
}

fn order(state: &State) -> Vec<String> {
    titles(state.book.as_ref().expect("a day"))
}

fn file(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("nieuwer.toml");
    plenair::files::write_whole(&path, text.as_bytes(), true).expect("a file");
    path
}

/// Shows what the programme in `path` says otherwise.
fn compare(window: &mut TestWindow, path: &Path) {
    window.click("Meer");
    window.click("Programma bijwerken…");
    window.fill("Bestand", &path.display().to_string());
    window.click("Vergelijken");
    window.wait_until("the difference is shown", |state| matches!(state.dialog, Some(Dialog::Update(_))));
    window.settle();
}

#[test]
fn a_newer_programme_is_compared_and_taken_in_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("mijn regel");
    window.settle();
    let before = stored(folder.path());
    let ambitions = before.pages.iter().position(|page| page.session.facts.title.starts_with("Ambities"));
    let ambitions = &before.pages[ambitions.expect("a session")];
    let newer = NEWER.replace("Ambities netwerk", &ambitions.session.facts.title);
    let path = file(folder.path(), &newer);
    compare(&mut window, &path);
    assert!(window.shows("Nieuw: Ontvangst"));
    assert!(window.shows("Welkomstwoord · 1 regel, blijft staan"));
    assert!(window.shows("zaal – → Grote zaal"));
    window.click("Bijwerken");
    window.wait_until("the day is updated", |state| order(state).contains(&"Ontvangst".to_owned()));
    window.settle();
    let after = stored(folder.path());
    let welcome = after.pages.iter().find(|page| page.session.id == before.pages[0].session.id);
    assert!(welcome.expect("it stays").session.cancelled);
    let same = after.page(ambitions.session.id).expect("the same session");
    assert_eq!(same.session.facts.room.as_deref(), Some("Grote zaal"));
    assert_eq!(window.note(), "mijn regel", "the note stays open");
    assert!(window.shows("niet meer in het programma"));
    assert!(window.shows("Gedaan: programma bijgewerkt."));
    compare(&mut window, &path);
    assert!(window.shows("Er is niets anders"));
    window.press(Modifiers::NONE, Key::Escape);
    window.click("Meer");
    window.click("Ongedaan maken: programma bijgewerkt");
    window.wait_until("it is taken back", |state| !order(state).contains(&"Ontvangst".to_owned()));
    window.settle();
    assert_eq!(titles(&stored(folder.path())), titles(&before));
}

#[test]
fn what_is_not_ticked_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let before = order(window.state());
    let path = file(folder.path(), "[day]\ntitle = \"Dag\"\n[[sessions]]\ntitle = \"Ontvangst\"\n");
    compare(&mut window, &path);
    let words: Vec<String> = match &window.state().dialog {
        Some(Dialog::Update(updating)) => updating.rows.iter().map(|row| row.words.clone()).collect(),
        other => panic!("{other:?}"),
    };
    for row in words.iter().filter(|row| !row.starts_with("Nieuw")) {
        window.tick(row);
    }
    window.click("Bijwerken");
    window.wait_until("the day is updated", |state| order(state).len() == before.len() + 1);
    assert!(before.iter().all(|title| order(window.state()).contains(title)));
    assert!(stored(folder.path()).pages.iter().all(|page| !page.session.cancelled));
}

#[test]
fn what_is_no_programme_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let before = order(window.state());
    let path = folder.path().join("weg.toml");
    window.click("Meer");
    window.click("Programma bijwerken…");
    window.fill("Bestand", &path.display().to_string());
    window.click("Vergelijken");
    window.wait_until("the problem is shown", |state| state.notice.is_some());
    window.step();
    assert!(window.shows("weg.toml"));
    assert_eq!(order(window.state()), before);
}

#[test]
fn a_session_moves_with_the_menu_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let before = order(window.state());
    window.click("Meer over dit onderdeel");
    window.click("Onderdeel omlaag");
    window.wait_until("it is second", |state| order(state)[1] == before[0]);
    window.settle();
    window.write("nog open");
    window.settle();
    assert_eq!(window.note(), "nog open");
    window.click("Meer over dit onderdeel");
    window.click("Onderdeel omhoog");
    window.wait_until("it is first", |state| order(state) == before);
    window.settle();
    window.click("Ongedaan maken");
    window.wait_until("it is second again", |state| order(state)[1] == before[0]);
    window.settle();
    assert_eq!(titles(&stored(folder.path()))[1], before[0]);
}

#[test]
fn a_session_is_dragged_to_another_place_in_one_step_and_a_click_stays_a_click() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let before = order(window.state());
    window.drag_session(&before[0], 120.0);
    assert_eq!(order(window.state()), before, "nothing moves before it is let go");
    window.let_go();
    let dragged = [&before[1..3], &before[..1], &before[3..]].concat();
    window.wait_until("it is third", |state| order(state) == dragged);
    window.settle();
    assert_eq!(titles(&stored(folder.path())), dragged);
    window.drag_session(&before[0], -400.0);
    window.let_go();
    window.wait_until("it is first", |state| order(state) == before);
    window.settle();
    window.click("Ongedaan maken");
    window.wait_until("it is third again, in one step", |state| order(state) == dragged);
    window.settle();
    window.drag_session(&before[5], -200.0);
    window.press(Modifiers::NONE, Key::Escape);
    window.let_go();
    window.drag_session(&before[5], 3.0);
    window.let_go();
    window.settle();
    assert_eq!(order(window.state()), dragged, "neither Esc nor a hand that is not still moves anything");
    let open = window.state().page().map(|page| page.session.facts.title.clone());
    assert_eq!(open.as_deref(), Some(before[5].as_str()), "that was a click");
}

#[test]
fn a_programme_that_is_listed_by_time_is_not_dragged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    paste_programme(&mut window, "10.00-11.00 Lezing Zaal 1\n10.00-11.00 Debat Zaal 2\n11.00 Lunch\n");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.wait_until("the day is there", |state| state.preview.is_none());
    window.settle();
    let before = order(window.state());
    window.drag_session(&before[0], 100.0);
    window.let_go();
    window.settle();
    assert_eq!(order(window.state()), before);
}

#[test]
fn what_is_known_of_a_session_is_filled_in_with_keys_and_what_is_no_time_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::NONE, Key::F2);
    window.fill("Begin en eind, zoals 9.30-10.15", "half tien");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.says("Dat zijn geen tijden."));
    window.fill("Begin en eind, zoals 9.30-10.15", "9.30-10.15");
    window.fill("Zaal", "Zaal 3");
    window.fill("Sprekers, één per regel: naam · functie", "Noor de Wit, griffier\nBram");
    window.choose("workshop");
    window.click("Wijzigen");
    let is_known =
        |state: &State| state.page().is_some_and(|page| page.session.facts.room.as_deref() == Some("Zaal 3"));
    window.wait_until("it is known", is_known);
    window.settle();
    let facts = stored(folder.path()).pages[0].session.facts.clone();
    assert_eq!((facts.start, facts.end), ("09:30:00".parse().ok(), "10:15:00".parse().ok()));
    assert_eq!((facts.speakers.len(), facts.kind.name()), (2, "workshop"));
    assert!(window.shows("09:30–10:15"));
    window.click("Ongedaan maken");
    window.wait_until("it is not known any more", |state| !is_known(state));
}

#[test]
fn who_is_on_the_list_of_participants_is_offered_after_an_at_sign() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Meer");
    window.click("Deelnemers…");
    window.fill(
        "Lijst van deelnemers",
        "Naam;Organisatie;E-mail\nWillemijn Oosterveld;Gemeente Zeedorp;w@example.org\n",
    );
    window.click("Overnemen");
    window.wait_until("it is taken over", |state| state.dialog.is_none());
    window.settle();
    window.write("@oosterv");
    assert!(
        window.choices().iter().any(|choice| choice.contains("Willemijn Oosterveld")),
        "{:?}",
        window.choices()
    );
    let participants = stored(folder.path()).day.facts.participants;
    assert_eq!((participants.len(), participants[0].organisation.as_deref()), (1, Some("Gemeente Zeedorp")));
}

#[test]
fn what_names_nobody_on_the_list_of_participants_is_shown_and_can_be_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Meer");
    window.click("Deelnemers…");
    let list = "Naam;Organisatie;E-mail\nNoor Bakker;Ede;n@example.org\n;Tiel;t@example.org\n";
    window.fill("Lijst van deelnemers", list);
    window.click("Overnemen");
    window.wait_until("it is taken over", |state| {
        state.book.as_ref().is_some_and(|book| book.day.facts.participants.len() == 1)
    });
    window.settle();
    assert!(window.says("Overgenomen: 1. Niet begrepen: 1."));
    assert!(window.shows("Regel 3 · Tiel · geen naam gevonden"));
    window.fill("Lijst van deelnemers", &list.replace(";Tiel", "Bram de Wit;Tiel"));
    window.click("Overnemen");
    window.wait_until("all of it is understood", |state| state.dialog.is_none());
    window.settle();
    assert_eq!(stored(folder.path()).day.facts.participants.len(), 2);
}

#[test]
fn two_sessions_become_one_and_two_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let before = order(window.state());
    window.write("een");
    window.click_session(&before[1]);
    window.write("twee");
    window.click_session(&before[0]);
    window.settle();
    window.click("Meer over dit onderdeel");
    window.click("Samenvoegen met…");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until("they are one", |state| order(state).len() == before.len() - 1);
    window.settle();
    assert_eq!(window.note(), "een\ntwee");
    window.click("Ongedaan maken");
    window.wait_until("they are two", |state| order(state) == before);
    window.settle();
    assert_eq!(window.note(), "een");
    assert_eq!(stored(folder.path()).pages[1].note.text(), "twee");
}

#[test]
fn a_session_that_is_gone_goes_on_as_the_one_it_became() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("van de oude");
    window.settle();
    let id = window.state().page().expect("a session").session.id;
    let path = file(folder.path(), "[day]\ntitle = \"Dag\"\n[[sessions]]\ntitle = \"Heel anders\"\n");
    compare(&mut window, &path);
    window.click("Bijwerken");
    window.wait_until("the day is updated", |state| order(state).len() == 2);
    window.settle();
    window.click("Meer over dit onderdeel");
    window.click("Gaat verder als ander onderdeel…");
    window.click("Verbinden");
    window.wait_until("they are one", |state| order(state) == ["Heel anders"]);
    window.settle();
    assert_eq!(window.state().page().expect("a session").session.id, id);
    assert_eq!(window.note(), "van de oude");
    assert_eq!(window.named(Role::Button, "Ongedaan maken"), 1);
}

/// An invitation, and the correction that comes after it.
const INVITATION: &str = "Wijkdag, donderdag 11 april 2024\n\n09.30 Inloop\n10.00 Welkom\n11.00 De wijk in\n";
const CORRECTION: &str =
    "Wijkdag, donderdag 11 april 2024\n\n09.30 Inloop\n10.15 Welkom\n11.00 De wijk in\n12.00 Lunch\n";

/// Pastes a programme with the keys and waits until it was read.
fn paste_programme(window: &mut TestWindow, text: &str) {
    window.copy_elsewhere(text, None);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::O);
    window.wait_until("the text was read", |state| {
        state.preview.as_ref().is_some_and(|preview| !preview.is_reading() && !preview.wants_clipboard)
    });
    window.settle();
}

/// A window on a day that was made of the invitation, with a line in its first session.
fn invited(folder: &Path) -> TestWindow {
    let mut window = TestWindow::open(folder);
    paste_programme(&mut window, INVITATION);
    assert_eq!(window.named(Role::Button, "Bij deze dag bijwerken"), 0, "the example is not a day to update");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.wait_until("the day is there", |state| state.preview.is_none());
    window.settle();
    window.write("bij de inloop");
    window.settle();
    window
}

#[test]
fn a_pasted_correction_of_the_open_day_updates_it_by_default() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = invited(folder.path());
    paste_programme(&mut window, CORRECTION);
    assert_eq!(window.named(Role::Button, "Als nieuwe dag bewaren"), 1);
    window.press(Modifiers::COMMAND, Key::Enter);
    window.settle();
    assert!(window.shows("Nieuw: 12:00 Lunch"), "the keys do what is most likely meant");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none() && window.state().preview.is_some(), "back in the preview");
    window.click("Bij deze dag bijwerken");
    window.settle();
    assert!(window.shows("10:00 → 10:15"), "what was and what will be");
    window.click("Bijwerken");
    window.wait_until("the day is updated", |state| state.preview.is_none());
    window.settle();
    assert_eq!(order(window.state()), ["Inloop", "Welkom", "De wijk in", "Lunch"]);
    assert_eq!(window.note(), "bij de inloop");
    assert_eq!(window.state().days.len(), 2, "no other day was made");
    window.click("Ongedaan maken");
    window.wait_until("it is taken back", |state| order(state).len() == 3);
}

#[test]
fn another_programme_is_another_day_unless_it_is_asked_into_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = invited(folder.path());
    paste_programme(&mut window, "Wijkfeest, vrijdag 7 juni 2024\n\n14.00 Opening\n15.00 Spelletjes\n");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.wait_until("the other day is there", |state| state.preview.is_none() && state.days.len() == 3);
    window.settle();
    assert_eq!(order(window.state()), ["Opening", "Spelletjes"]);
    paste_programme(&mut window, "Los programma\n\n16.00 Quiz\n");
    window.click("Bij deze dag bijwerken");
    window.settle();
    assert!(window.shows("Nieuw: 16:00 Quiz"));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().preview.is_none(), "and out of the preview");
    assert_eq!(order(window.state()), ["Opening", "Spelletjes"]);
}
