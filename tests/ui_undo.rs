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

/// Writes a line and pauses, so that it is a step; gives the text as it then is.
fn line(window: &mut TestWindow, line: &str) -> String {
    window.write(line);
    window.settle();
    // A pause of a second: half of one makes a step.
    for _ in 0..20 {
        window.step();
    }
    window.note()
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
    let block = "Toezicht en handhaving moeten op orde, zegt iedereen aan tafel.\n".repeat(50);
    let mut texts = vec![window.note()];
    for number in 0..20 {
        window.copy_elsewhere(&block, None);
        window.paste();
        texts.push(window.note());
        texts.push(line(&mut window, &format!("zin {number}\n")));
        let (kept, length) = (bytes_kept(&window), window.note().len());
        assert!(kept <= UNDO_BYTES.max(STEPS * length), "{kept} bytes are kept of a note of {length}");
    }
    let whole = window.note();
    assert!(whole.len() > 60_000, "{} bytes", whole.len());

    let mut seen = vec![whole.clone()];
    for _ in 1..STEPS {
        window.press(Modifiers::COMMAND, Key::Z);
        let text = window.note();
        let after = seen.last().expect("the whole");
        assert!(text.len() < after.len() && after.starts_with(&text), "each step takes the last words back");
        seen.push(text);
    }
    // What is written may be more steps than one.
    let oldest = seen.last().expect("a step").len();
    let passed: Vec<&String> = texts.iter().filter(|text| text.len() >= oldest).collect();
    assert!(passed.len() > STEPS / 3, "{} texts are passed", passed.len());
    assert!(passed.iter().all(|text| seen.contains(text)), "no step is left out");

    for text in seen.iter().rev().skip(1) {
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
        line(&mut window, &format!("eerst {number}"));
        line(&mut window, &format!(", dan {number}"));
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
