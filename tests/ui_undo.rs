//! Undo in the note over a long sitting: a note that grows long, and sessions that somebody goes on to and comes back to.

#[path = "support/window.rs"]
mod window;

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Id, Key, Modifiers};
use plenair::store::Store;
use plenair::ui::UNDO_BYTES;
use window::TestWindow;

const REDO: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// What a note of any length can take back at least.
const STEPS: usize = 30;

/// Writes and pauses for half a second, so that it is a step.
fn write_and_pause(window: &mut TestWindow, words: &str) {
    window.write(words);
    window.settle();
    for _ in 0..10 {
        window.step();
    }
}

/// The bytes of all texts that undo can bring back.
fn bytes_kept(window: &TestWindow) -> usize {
    let draft = window.state().draft.as_ref().expect("a note");
    let field = TextEditState::load(window.ctx(), Id::unique(("note", draft.session))).expect("its field");
    let mut history = field.undoer();
    let mut now = (field.cursor.char_range().expect("a caret"), draft.text.clone());
    let mut bytes = 0;
    while let Some(before) = history.undo(&now).cloned() {
        bytes += before.1.len();
        now = before;
    }
    bytes
}

#[test]
fn a_note_that_grew_long_takes_its_last_steps_back_one_by_one_and_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_on_the_day(folder.path());
    let line = "Toezicht en handhaving moeten op orde, zegt iedereen aan tafel.\n";
    window.copy_elsewhere(&line.repeat(280), None);
    window.paste();
    window.copy_elsewhere(line, None);
    let mut texts = Vec::new();
    for _ in 0..70 {
        window.paste();
        texts.push(window.note());
    }
    let kept = bytes_kept(&window);
    assert!(kept <= UNDO_BYTES, "{kept} bytes are kept");

    let whole = texts.pop().expect("a text");
    let before: Vec<&String> = texts.iter().rev().take(STEPS).collect();
    for text in &before {
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(&window.note(), *text, "one paste is taken back");
    }
    for text in before.into_iter().rev().skip(1).chain([&whole]) {
        window.press(REDO, Key::Z);
        assert_eq!(&window.note(), text, "redo goes the same way back");
    }
    window.write("en verder");
    window.settle();
    drop(window);
    let store = Store::open(folder.path()).expect("the store");
    let book = store.book(store.find_day("netwerkdag").expect("the day")).expect("the book");
    let notes: Vec<String> = book.pages.iter().map(|page| page.note.text()).collect();
    assert!(notes.contains(&format!("{whole}en verder")), "nothing is lost on the disk");
}

#[test]
fn each_note_of_a_day_keeps_its_own_steps() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_on_the_day(folder.path());
    let sessions = window.state().book.as_ref().expect("a day").pages.len();
    for number in 1..=sessions {
        write_and_pause(&mut window, &format!("eerst {number}"));
        write_and_pause(&mut window, &format!(", dan {number}"));
        window.press(Modifiers::ALT, Key::ArrowDown);
    }
    for number in (1..=sessions).rev() {
        assert_eq!(window.note(), format!("eerst {number}, dan {number}"));
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.note(), format!("eerst {number}"));
        window.press(REDO, Key::Z);
        assert_eq!(window.note(), format!("eerst {number}, dan {number}"));
        window.press(Modifiers::ALT, Key::ArrowUp);
    }
}

#[test]
fn undo_takes_back_words_and_passes_over_where_the_caret_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_on_the_day(folder.path());
    write_and_pause(&mut window, "eerst");
    write_and_pause(&mut window, ", dan");
    for key in [Key::Home, Key::End, Key::Home] {
        window.press(Modifiers::NONE, key);
        write_and_pause(&mut window, "");
    }
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "eerst");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "");
    for text in ["eerst", "eerst, dan"] {
        window.press(REDO, Key::Z);
        assert_eq!(window.note(), text);
    }
    window.write("!");
    assert_eq!(window.note(), "eerst, dan!", "the caret is where it was then");
}
