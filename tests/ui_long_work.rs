//! Long work in the window: it has a name, shows how far it is and can be stopped, and typing goes on meanwhile.

#[path = "support/many.rs"]
mod many;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use plenair::app::dialog::Dialog;
use plenair::app::state::{Notice, State};
use plenair::store::Store;
use plenair::worker::Work;
use window::TestWindow;

/// So many days that a document of all of them takes seconds in the build that is tested.
const DAYS: usize = 14;

/// What is typed while something else is being done.
const TYPED: &str = "Dit is getypt terwijl er van alles bezig was, en geen letter is weg. ";

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().expect("a folder") };
        many::fill(&place.notes(), DAYS);
        place
    }

    fn notes(&self) -> PathBuf {
        self.folder.path().join("notities")
    }

    /// A folder for documents, which holds nothing yet.
    fn documents(&self) -> PathBuf {
        let folder = self.folder.path().join("documenten");
        std::fs::create_dir_all(&folder).expect("a folder");
        folder
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Fills in the form for a document of all days, and has it written.
fn export_all_days(window: &mut TestWindow, path: &Path) {
    window.click("Exporteren…");
    window.choose("LibreOffice");
    window.choose("Alle dagen");
    window.settle();
    window.fill("Bestand", &path.display().to_string());
    window.settle();
    window.wait_until("the first page is there", |state| match &state.dialog {
        Some(Dialog::Export(form)) => form.is_worked_out(),
        _ => false,
    });
    window.settle();
    window.click("Exporteren");
}

fn is_shown(state: &State, work: Work) -> bool {
    state.shown(work).is_some()
}

/// The text of the note as the disk has it.
fn on_disk(place: &Place, window: &TestWindow) -> String {
    let store = Store::open_reading(&place.notes()).expect("the store");
    let (book, draft) = (window.state().book.as_ref(), window.state().draft.as_ref());
    let (day, session) = (book.expect("a day").day.id, draft.expect("a note").session);
    store.book(day).expect("a day").page(session).expect("a session").note.text()
}

#[test]
fn a_document_shows_how_far_it_is_and_leaves_nothing_when_it_is_stopped() {
    let place = Place::new();
    let mut window = TestWindow::open(&place.notes());
    let documents = place.documents();
    export_all_days(&mut window, &documents.join("alles.odt"));
    window.wait_until("it is shown", |state| is_shown(state, Work::Export));
    window.step();
    assert_eq!(window.named(Role::ProgressIndicator, "Exporteren"), 1);
    window.press(Modifiers::NONE, Key::Escape);
    window.wait_until("it was stopped", |state| matches!(state.notice, Some(Notice::Problem(_))));
    window.settle();
    assert!(window.says("Gestopt."), "{:?}", window.state().notice);
    assert_eq!(window.roles(Role::ProgressIndicator), 0);
    assert_eq!(names_in(&documents), [""; 0]);
    assert!(matches!(&window.state().dialog, Some(Dialog::Export(form)) if form.is_ready()), "once more");
    // Now it is closed, and stopped from the line at the bottom.
    window.click("Exporteren");
    window.click("Verder werken");
    window.wait_until("it is shown", |state| state.shown_below().is_some());
    window.step();
    window.click("Stoppen");
    window.wait_until("it was stopped", |state| matches!(state.notice, Some(Notice::NotExported(_))));
    window.settle();
    assert_eq!(names_in(&documents), [""; 0]);
    window.click("Nogmaals…");
    assert!(matches!(window.state().dialog, Some(Dialog::Export(_))));
}

#[test]
fn typing_goes_on_while_a_document_is_written() {
    let place = Place::new();
    let mut window = TestWindow::open(&place.notes());
    let path = place.documents().join("alles.odt");
    export_all_days(&mut window, &path);
    window.click("Verder werken");
    window.wait_until("it is shown", |state| is_shown(state, Work::Export));
    window.write(TYPED);
    window.wait_until("it is saved", State::is_all_saved);
    // That a save waits for nothing is proved where time can be made to stand still: in `store_worker.rs`.
    assert_eq!(on_disk(&place, &window), TYPED);
    window.write(TYPED);
    window.wait_until("it is written", |state| matches!(state.notice, Some(Notice::Exported(_))));
    window.settle();
    assert_eq!(window.note(), TYPED.repeat(2));
    assert_eq!(on_disk(&place, &window), TYPED.repeat(2));
    assert!(path.is_file());
}

#[test]
fn typing_goes_on_while_all_notes_are_copied() {
    let place = Place::new();
    let mut window = TestWindow::open(&place.notes());
    window.choose_command("Meer", "Waar staan mijn notities?");
    window.click("Nu een back-up maken");
    window.click("Sluiten");
    window.write(TYPED);
    // What is said of it goes with the dialog, when the copy was there before that was closed.
    let copies = || Store::open_reading(&place.notes()).expect("the store").backups().len();
    window.wait_until("the copy is there", |_| copies() > 0);
    window.settle();
    assert_eq!(window.note(), TYPED);
    assert_eq!(on_disk(&place, &window), TYPED);
}

#[test]
fn typing_goes_on_while_a_trend_gets_another_name_everywhere() {
    let place = Place::new();
    let mut window = TestWindow::open(&place.notes());
    window.open_day("Dag 3");
    let note = window.note();
    window.press(Modifiers::ALT, Key::Num2);
    window.settle();
    window.click(&window.buttons("toezicht, ")[0].clone());
    window.wait_until("the lines of the trend", |state| !state.trend_lines.lines.is_empty());
    window.click("Trend wijzigen…");
    window.fill("Tag, na #", "handhaving");
    window.tick("In alle dagen, niet alleen in deze");
    window.click("Wijzigen");
    window.press(Modifiers::ALT, Key::Num1);
    // On a line of its own: a line that is being changed stays as it is typed.
    window.write(&format!("\n{TYPED}"));
    window.wait_until("the trend has another name", |state| {
        matches!(state.notice, Some(Notice::Done(_))) && state.under_way.is_empty()
    });
    window.settle();
    let expected = format!("{}\n{TYPED}", note.replace("#toezicht", "#handhaving"));
    assert_eq!(window.note(), expected);
    assert_eq!(on_disk(&place, &window), expected);
}
