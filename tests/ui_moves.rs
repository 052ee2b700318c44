//! Lines that go to another session, a session that is private as a whole, and the time of a line: with keys, and with the
//! mouse.

#[path = "support/window.rs"]
mod window;

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use plenair::app::dialog::Dialog;
use plenair::app::state::State;
use plenair::domain::book::Book;
use plenair::domain::note::NoteLine;
use plenair::store::Store;
use window::TestWindow;

const MOVE: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// A window on the example day, with lines in its first session; the caret is in the first of them.
fn window_with(folder: &Path, text: &str) -> TestWindow {
    let mut window = TestWindow::open(folder);
    window.write(text);
    window.settle();
    window.press(Modifiers::COMMAND, Key::ArrowUp);
    window
}

fn lines_of(state: &State, position: u32) -> Vec<NoteLine> {
    let book = state.book.as_ref().expect("a day");
    let page = book.pages.iter().find(|page| page.session.position == position).expect("a session");
    page.note.lines().to_vec()
}

fn texts_of(state: &State, position: u32) -> Vec<String> {
    lines_of(state, position).into_iter().map(|line| line.text).collect()
}

fn stored(folder: &Path) -> Book {
    let store = Store::open_reading(folder).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    store.book(day).expect("its notes")
}

fn wait_for_lines(window: &mut TestWindow, position: u32, count: usize) {
    window.wait_until("the lines are there", |state| lines_of(state, position).len() == count);
    window.settle();
}

#[test]
fn two_lines_are_moved_with_keys_alone_and_come_back_with_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "een\n- [ ] twee @Bram\n\ndrie\nvier");
    let before = lines_of(window.state(), 1);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(MOVE, Key::M);
    assert!(window.shows("De 2 regels komen onderaan de notitie die je kiest."));
    window.write("ambit");
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 4, 2);
    assert_eq!(window.note(), "een\nvier");
    assert_eq!(lines_of(window.state(), 4), before[1..3], "with their ids, times and authors");
    assert!(window.shows("2 regels verplaatst naar 4 · Ambities"));
    assert_eq!(stored(folder.path()).pages[3].note.lines(), &before[1..3]);
    window.write("!");
    assert_eq!(window.note(), "een\nvier!", "the next line is under the caret");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "een\nvier", "what was typed is undone first, and no more");

    window.click("Ongedaan maken");
    wait_for_lines(&mut window, 4, 0);
    assert_eq!(lines_of(window.state(), 1), before);
    assert_eq!(window.note(), "een\n- [ ] twee @Bram\ndrie\nvier");
    assert!(window.shows("Ongedaan gemaakt: regels verplaatst."));
    assert_eq!(stored(folder.path()).pages[0].note.lines(), before);
}

#[test]
fn the_key_of_undo_right_after_a_move_takes_it_back_and_that_of_redo_does_it_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "een\ntwee");
    window.press(MOVE, Key::M);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 3, 1);
    assert_eq!(window.note(), "twee");
    window.press(Modifiers::COMMAND, Key::Z);
    wait_for_lines(&mut window, 1, 2);
    assert_eq!(window.note(), "een\ntwee");
    window.press(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(window.note(), "een\ntwee", "what was typed before the move stays in one place");
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
    wait_for_lines(&mut window, 3, 1);
    assert_eq!(window.note(), "twee");
}

#[test]
fn a_loose_note_is_divided_line_by_line_and_the_last_session_is_chosen_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "bij drie\nook bij drie\nbij vier\nblijft");
    window.press(MOVE, Key::M);
    window.write("3");
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 3, 1);
    window.press(MOVE, Key::M);
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 3, 2);
    window.press(MOVE, Key::M);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 4, 1);
    assert_eq!(window.note(), "blijft");
    assert_eq!(texts_of(window.state(), 3), ["bij drie", "ook bij drie"]);
    assert_eq!(texts_of(window.state(), 4), ["bij vier"]);
}

#[test]
fn lines_are_moved_with_the_mouse_into_a_note_that_has_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click_session("Ambities");
    window.write("stond er al\n");
    window.click_session("Welkomstwoord");
    window.write("gaat mee");
    window.click("Meer over dit onderdeel");
    window.click("Verplaats naar onderdeel…");
    let target = window.buttons("4 · Ambities").pop().expect("a session to choose");
    window.click(&target);
    wait_for_lines(&mut window, 1, 0);
    assert_eq!(window.note(), "");
    assert_eq!(texts_of(window.state(), 4), ["stond er al", "gaat mee"]);
    window.click("Ongedaan maken");
    wait_for_lines(&mut window, 1, 1);
    assert_eq!(texts_of(window.state(), 4), ["stond er al", ""]);
    window.click_session("Ambities");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "stond er al\n", "no text of before the move comes back there either");
}

#[test]
fn what_is_typed_while_the_lines_move_is_lost_nowhere_and_double_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "gaat\nblijft");
    window.press(MOVE, Key::M);
    window.press(Modifiers::NONE, Key::Enter);
    window.write(" en groeit");
    window.wait_until("both notes are as the store has them", |state| {
        texts_of(state, 2) == ["gaat"] && texts_of(state, 1) == ["blijft en groeit"]
    });
    window.settle();
    assert_eq!(window.note(), "blijft en groeit");
    let book = stored(folder.path());
    let all: Vec<&str> = book.remarks().map(|remark| remark.line.text.as_str()).collect();
    assert_eq!(all, ["blijft en groeit", "gaat"]);
}

#[test]
fn the_dialog_closes_with_escape_and_nothing_moves() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "een");
    window.press(MOVE, Key::M);
    window.write("bestaat niet");
    assert!(window.shows("Geen onderdeel gevonden."));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.state().dialog.is_some(), "there is nothing to choose");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    window.settle();
    window.press(Modifiers::NONE, Key::End);
    window.write("!");
    assert_eq!(window.note(), "een!");
}

#[test]
fn nothing_is_asked_for_a_blank_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(MOVE, Key::M);
    assert!(window.state().dialog.is_none());
}

#[test]
fn a_session_is_private_as_a_whole_and_its_lines_keep_that_where_they_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "vraag: wie wist dit\nblijft");
    window.click("Meer over dit onderdeel");
    window.tick("Hele onderdeel alleen voor mij");
    let is_private = |state: &State| state.book.as_ref().is_some_and(|book| book.pages[0].session.private);
    window.wait_until("it is private", is_private);
    window.settle();
    assert!(
        window.shows("1, Welkomstwoord, Bruls, 2 regels, alleen voor mij")
            || window.shows("2 regels, alleen voor mij")
    );
    assert!(window.shows("Dit onderdeel is alleen voor mij"));
    assert_eq!(window.named(Role::Image, "alleen voor mij"), 1, "the lock at the title");
    window.press(MOVE, Key::M);
    assert!(window.shows("ze krijgen het merk \"privé\""));
    window.press(Modifiers::NONE, Key::Enter);
    wait_for_lines(&mut window, 2, 1);
    assert_eq!(texts_of(window.state(), 2), ["vraag: privé: wie wist dit"]);
    window.press(Modifiers::COMMAND, Key::Z);
    wait_for_lines(&mut window, 1, 2);
    assert_eq!(window.note(), "vraag: wie wist dit\nblijft", "undo restores the text exactly");
    window.click("Meer over dit onderdeel");
    window.tick("Hele onderdeel alleen voor mij");
    window.wait_until("it is no longer private", |state| !is_private(state));
    window.settle();
    assert_eq!(window.named(Role::Image, "alleen voor mij"), 0);
    window.click("Ongedaan maken");
    window.wait_until("it is private again", is_private);
}

#[test]
fn the_time_of_a_line_is_corrected_and_what_is_no_time_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "een\ntwee");
    let before = lines_of(window.state(), 1);
    window.click("Meer over dit onderdeel");
    window.click("Tijd van de regel…");
    window.write("half tien");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Dat is geen tijd."));
    window.press(Modifiers::COMMAND, Key::A);
    window.write("9.30");
    assert!(!window.shows("Dat is geen tijd."));
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until("the time is another", |state| lines_of(state, 1) != before);
    window.settle();
    let after = lines_of(window.state(), 1);
    let corrected = "2023-03-17T09:30:00+01:00".parse().expect("a moment");
    assert_eq!(after[0], NoteLine { noted_at: corrected, ..before[0].clone() });
    assert_eq!(after[1], before[1]);
    assert_eq!(stored(folder.path()).pages[0].note.lines(), after);
    window.write("nog ");
    assert_eq!(window.note(), "nog een\ntwee", "the caret is where it was");
    window.settle();
    window.click("Ongedaan maken");
    window.wait_until("the time is back", |state| lines_of(state, 1)[0].noted_at == before[0].noted_at);
    window.settle();
    assert_eq!(window.note(), "nog een\ntwee");
}

#[test]
fn a_time_that_stays_the_same_is_no_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_with(folder.path(), "een");
    window.click("Meer over dit onderdeel");
    window.click("Tijd van de regel…");
    assert!(matches!(&window.state().dialog, Some(Dialog::LineTime(asked)) if asked.time == "14:32"));
    window.click("Tijd wijzigen");
    window.settle();
    assert!(window.state().dialog.is_none() && window.state().notice.is_none());
}
