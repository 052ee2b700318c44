//! Lists, main points and whom you spoke with, as a participant notes them: tick, rate, write, come back.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, ImeEvent, Key, Modifiers, Vec2};
use plenair::domain::day::SessionKind;
use plenair::domain::language::Language;
use plenair::domain::points::PointListKind;
use plenair::domain::sheet::{Rating, Sheet};
use plenair::store::Store;
use window::TestWindow;

const FOOTER: &str = "Kernpunten · Mee naar huis";

/// What is on the disk beside the note of the session at this place.
fn saved_sheet(folder: &std::path::Path, position: usize) -> Sheet {
    let store = Store::open_reading(folder).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    store.book(day).expect("its notes").pages[position - 1].sheet.clone()
}

/// A window so high that every point is in view.
fn high(folder: &std::path::Path) -> TestWindow {
    TestWindow::open_as(folder, Language::Dutch, Vec2::new(1200.0, 1300.0), window::NOW)
}

#[test]
fn trends_are_ticked_and_rated_and_are_there_after_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = high(folder.path());
    window.click_session("Uitdagingen");
    assert!(window.shows("Lijst: 0 van 11, Trends en ontwikkelingen"));
    window.tick("3, Verharding en onrust, niet aangevinkt");
    window.choose("3, Verharding en onrust: sterk");
    assert!(window.shows("3, Verharding en onrust, aangevinkt, sterk"));
    assert!(window.shows("Lijst: 1 van 11"));
    window.choose("3, Verharding en onrust: soms");
    window.choose("1, De noodzaak van permanent onderhoud: niet");
    window.choose("1, De noodzaak van permanent onderhoud: niet");
    window.settle();
    assert_eq!(window.note(), "", "ticking is no typing");
    drop(window);
    let marks = saved_sheet(folder.path(), 3).marks;
    assert_eq!(marks.len(), 1, "a rating that was taken back is nothing");
    assert_eq!((marks[0].note.ticked, marks[0].note.rating), (true, Some(Rating::Sometimes)));

    let mut window = high(folder.path());
    assert!(window.shows("3, Verharding en onrust, aangevinkt, soms"), "the session it was left in");
    window.tick("3, Verharding en onrust, aangevinkt, soms");
    window.choose("3, Verharding en onrust: soms");
    window.settle();
    assert_eq!(saved_sheet(folder.path(), 3), Sheet::default());
}

#[test]
fn ticking_is_no_mention_and_lines_under_a_point_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = high(folder.path());
    window.click_session("Uitdagingen");
    window.tick("5, De basis op orde: toezicht en handhaving, niet aangevinkt");
    window.settle();
    assert!(window.buttons("toezicht: ").is_empty());
    window.write("5. Toezicht");
    window.press(Modifiers::SHIFT, Key::Enter);
    window.write("te weinig mensen\nafspraak: samen optrekken\n\nterug");
    window.settle();
    assert_eq!(window.buttons("toezicht: "), ["toezicht: 2 regels"]);
    window.click("5, De basis op orde: toezicht en handhaving: 2 regels");
    window.write("!");
    assert!(window.note().contains("te weinig mensen!"), "{}", window.note());
}

#[test]
fn a_point_unfolds_for_a_remark_and_a_shorter_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = high(folder.path());
    window.click_session("Uitdagingen");
    window.click("1, De noodzaak van permanent onderhoud: opmerking en meer");
    window.fill("1, Opmerking", "privé: dit gaat ons geld kosten");
    window.fill("1, Kortere naam", "Onderhoud");
    assert!(window.shows("1, Onderhoud, niet aangevinkt"));
    window.settle();
    let note = saved_sheet(folder.path(), 3).marks.remove(0).note;
    assert_eq!((note.remark.as_str(), note.short.as_str()), ("privé: dit gaat ons geld kosten", "Onderhoud"));
    assert!(window.shows("1, Opmerking, Alleen voor mij"));
}

#[test]
fn a_discussion_point_has_an_outcome_hands_and_arguments() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = high(folder.path());
    window.click_session("Ambities");
    window.click("2, Is het oké?: opmerking en meer");
    window.fill("2, Uitkomst", "Ja, mits vaker");
    window.fill("eens", "22");
    window.fill("weet niet", "0");
    window.fill("2, Argumenten voor, één per regel", "kort lijntje\nbekende gezichten");
    window.settle();
    let note = saved_sheet(folder.path(), 4).marks.remove(0).note;
    assert_eq!(note.outcome, "Ja, mits vaker");
    assert_eq!((note.hands.agree, note.hands.disagree, note.hands.unsure), (Some(22), None, Some(0)));
    assert_eq!(note.pros.lines().count(), 2);
}

#[test]
fn main_points_are_written_by_keyboard_alone_and_are_there_after_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("in de notitie");
    let shift = Modifiers { shift: true, ..Modifiers::COMMAND };
    window.press(shift, Key::H);
    window.write("Vaker bellen\nMinder plannen");
    window.press(shift, Key::H);
    window.write(" verder");
    assert_eq!(window.note(), "in de notitie verder", "the caret is back where it was");
    window.settle();
    drop(window);

    let mut window = TestWindow::open(folder.path());
    assert!(window.shows("Kernpunten 2 · Mee naar huis"));
    window.click("Kernpunten 2 · Mee naar huis");
    window.fill("Mee naar huis", "Lijst maken\nRonde bellen");
    window.fill("Kernpunt 1", "");
    window.settle();
    assert!(window.shows("Kernpunten 1 · Mee naar huis 2"));
    let sheet = saved_sheet(folder.path(), 1);
    assert_eq!(sheet.main_points, ["Minder plannen"]);
    assert_eq!(sheet.take_home, "Lijst maken\nRonde bellen");
}

#[test]
fn there_are_five_main_points_at_most() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click(FOOTER);
    for number in 1..=5 {
        window.fill(&format!("Kernpunt {number}"), "punt");
    }
    window.settle();
    assert!(!window.shows("Kernpunt 6"));
    assert!(window.shows("Kernpunten 5"));
}

#[test]
fn at_dinner_the_rows_for_whom_you_spoke_with_come_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click_session("Stadswandeling");
    assert_eq!(window.state().page().map(|page| page.session.facts.kind), Some(SessionKind::Social));
    window.click("Gesproken · Kernpunten · Mee naar huis");
    window.fill("Naam 1", "Samira");
    window.fill("Vervolg 1", "bellen");
    window.fill("Naam 2", "Bram");
    window.fill("Naam 2", "");
    window.settle();
    assert!(window.shows("Gesproken 1 · Kernpunten"));
    let contacts = saved_sheet(folder.path(), 7).contacts;
    assert_eq!(contacts.len(), 1);
    assert_eq!((contacts[0].name.as_str(), contacts[0].follow_up.as_str()), ("Samira", "bellen"));
}

#[test]
fn a_list_is_made_of_three_numbered_lines_when_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("# Wat helpt\n1. Bellen\n2. Schrijven");
    window.settle();
    assert!(!window.shows("Lijst van maken?"));
    window.press(Modifiers::NONE, Key::Enter);
    window.write("3. Langsgaan");
    window.settle();
    assert!(window.shows("Lijst van maken?"));
    window.click("Discussie");
    window.settle();
    assert!(!window.shows("Lijst van maken?"));
    assert!(window.shows("Lijst: 0 van 3, Wat helpt"));
    window.tick("2, Schrijven, niet aangevinkt");
    window.press(Modifiers::COMMAND, Key::End);
    window.settle();
    let list = saved_sheet(folder.path(), 1).lists.remove(0);
    assert_eq!(
        (list.title.as_str(), list.kind, list.points.len()),
        ("Wat helpt", PointListKind::Discussion, 3)
    );

    window.write("\n4. Wachten");
    window.settle();
    window.click("Aanvullen");
    window.settle();
    assert!(window.shows("Lijst: 1 van 4, Wat helpt"), "the tick stays");
    drop(window);
    let window = TestWindow::open(folder.path());
    assert!(window.shows("2, Schrijven, aangevinkt"));
    assert!(!window.shows("Lijst aanvullen?"));
}

#[test]
fn an_offer_that_was_declined_does_not_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("1. Bellen\n2. Schrijven\n3. Langsgaan");
    window.settle();
    window.click("Geen lijst");
    window.write("\n4. Wachten");
    window.settle();
    assert!(!window.shows("Lijst van maken?"));
    assert_eq!(saved_sheet(folder.path(), 1), Sheet::default());
}

#[test]
fn nothing_of_a_sheet_is_saved_between_a_preedit_and_its_commit() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click(FOOTER);
    window.fill("Kernpunt 1", "caf");
    window.settle();
    window.event(Event::Ime(ImeEvent::Preedit { text: "´".to_owned(), active_range_chars: None }));
    for _ in 0..40 {
        window.step();
    }
    assert_eq!(saved_sheet(folder.path(), 1).main_points, ["caf"]);
    window.event(Event::Ime(ImeEvent::Commit("é".to_owned())));
    window.settle();
    assert_eq!(saved_sheet(folder.path(), 1).main_points, ["café"]);
}

#[test]
fn a_sheet_is_on_the_disk_within_a_second_of_typing_without_a_pause() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    // Twenty frames of 50 ms: one second by the window's own clock, a key in each.
    window.write("twintig letters hier");
    window.wait_until("something is saved", |state| state.saving.saved_at.is_some());
    assert!(!saved_sheet(folder.path(), 1).main_points.is_empty());
}

#[test]
fn going_to_another_session_takes_the_sheet_along_to_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click(FOOTER);
    window.fill("Kernpunt 1", "van de eerste");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.fill("Kernpunt 1", "van de tweede");
    window.settle();
    assert_eq!(saved_sheet(folder.path(), 1).main_points, ["van de eerste"]);
    assert_eq!(saved_sheet(folder.path(), 2).main_points, ["van de tweede"]);
}

#[test]
fn the_footer_leaves_room_for_the_note_in_a_small_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Vec2::new(640.0, 480.0);
    let mut window = TestWindow::open_as(folder.path(), Language::English, size, window::NOW);
    let folded = window.height_of(Role::Button, "Main points · To take home");
    assert!((24.0..=32.0).contains(&folded), "{folded}");
    window.click("Main points · To take home");
    window.fill("Main point 1", "first things first");
    window.settle();
    assert!(window.shows("Main points 1 · To take home"));
}
