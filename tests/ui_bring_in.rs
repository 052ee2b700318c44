//! Notes come in through the window: a folder or a file is named or dropped, what it holds is shown, and only then kept.

#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use plenair::app::dialog::Dialog;
use plenair::app::state::{Notice, State};
use plenair::app::view::View;
use plenair::domain::language::Language;
use plenair::domain::problem::ProblemKind;
use plenair::worker::Work;
use window::TestWindow;

const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// A folder with the notes of Plenair itself, and one beside it with those of somebody else.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn window(&self) -> TestWindow {
        TestWindow::open(&self.folder.path().join("notities"))
    }

    fn vault(&self) -> PathBuf {
        self.folder.path().join("Kluis")
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.vault().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        plenair::files::write_whole(&path, text.as_bytes(), false).expect("a file");
    }

    /// Two days, a picture, what Obsidian keeps for itself, and a note without a day.
    fn fill(&self) {
        self.put("2024-04-11 Wijkdag/1 Welkom.md", "# Welkom\n\nhallo\n");
        self.put("2024-04-11 Wijkdag/2 De wijk in.md", "# De wijk in\n\nte voet #buurt\n- [ ] bellen\n");
        self.put("2024-05-01 Raadsdag/Raad.md", "over geld\n");
        self.put("2024-05-01 Raadsdag/foto.png", "geen notitie");
        self.put(".obsidian/app.md", "{}");
    }
}

fn is_found(state: &State) -> bool {
    matches!(&state.dialog, Some(Dialog::BringIn(asked)) if asked.found().is_some())
}

fn found(window: &mut TestWindow) {
    window.wait_until("it was read", |state| is_found(state) || state.notice.is_some());
    window.settle();
}

fn look_at(window: &mut TestWindow, path: &Path) {
    window.fill("Map of bestand", &path.display().to_string());
    window.click("Bekijken");
    found(window);
}

fn brought_in(window: &mut TestWindow) {
    window.wait_until("it is there", |state| matches!(state.notice, Some(Notice::BroughtIn { .. })));
    window.settle();
}

fn titles_of_days(window: &TestWindow) -> Vec<&str> {
    window.state().days.iter().map(|summary| summary.day.facts.title.as_str()).collect()
}

#[test]
fn a_folder_is_shown_before_it_is_kept_and_goes_in_one_step() {
    let place = Place::new();
    place.fill();
    let mut window = place.window();
    window.press(COMMAND_SHIFT, Key::I);
    look_at(&mut window, &place.vault());
    assert!(window.says("2 dagen, 3 onderdelen, 4 regels"), "how much");
    assert!(window.shows("Wijkdag · 2 onderdelen, 3 regels"), "which days");
    assert!(window.shows("geen Markdown: 1 (2024-05-01 Raadsdag/foto.png)"), "what is left out, and why");
    assert!(window.shows("verborgen: 1 (.obsidian/app.md)"));
    assert_eq!(titles_of_days(&window), ["Netwerkdag grote steden"], "nothing is kept yet");
    window.click("2 dagen inlezen");
    brought_in(&mut window);
    assert!(window.says("Ingelezen: 2 dagen, 3 onderdelen, 4 regels."));
    assert_eq!(titles_of_days(&window), ["Netwerkdag grote steden", "Wijkdag", "Raadsdag"]);
    assert_eq!(window.state().view, View::Days, "all of them are in sight");
    let book = window.state().book.as_ref().expect("a day");
    assert_eq!(book.day.facts.title, "Wijkdag", "and the first is open");
    assert_eq!(book.pages[1].note.text(), "te voet #buurt\n- [ ] bellen");
    window.choose_command("Meer", "Ongedaan maken: dag toegevoegd");
    window.wait_until("it is taken back", |state| state.days.len() == 1);
}

#[test]
fn enter_in_the_path_looks_at_what_is_there_and_keeps_nothing() {
    let place = Place::new();
    place.fill();
    let mut window = place.window();
    window.press(COMMAND_SHIFT, Key::I);
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    assert!(!is_found(window.state()) && window.state().notice.is_none(), "without a path nothing is read");
    window.fill("Map of bestand", &place.vault().display().to_string());
    window.press(Modifiers::NONE, Key::Enter);
    found(&mut window);
    assert!(window.says("2 dagen, 3 onderdelen, 4 regels"));
    assert_eq!(titles_of_days(&window), ["Netwerkdag grote steden"]);
}

#[test]
fn an_export_that_is_dropped_opens_as_notes_and_a_programme_as_a_programme() {
    let place = Place::new();
    place.fill();
    let mut window = place.window();
    window.drop_file(&place.vault().display().to_string());
    found(&mut window);
    assert!(window.shows("2 dagen, 3 onderdelen, 4 regels"));
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    assert!(window.state().dialog.is_none());
    window.drop_file("tests/fixtures/demo-nl.md");
    found(&mut window);
    window.click("1 dag inlezen");
    brought_in(&mut window);
    assert_eq!(window.state().view, View::Day, "one day is shown itself");
    window.drop_file("tests/fixtures/import/sched.ics");
    window.wait_until("it was read", |state| state.preview.is_some());
}

#[test]
fn one_markdown_file_is_notes_where_notes_are_asked_for() {
    let place = Place::new();
    place.put("Gesprek met Noor.md", "een zin\n");
    let mut window = place.window();
    window.choose_command("Meer", "Notities inlezen…");
    look_at(&mut window, &place.vault().join("Gesprek met Noor.md"));
    assert!(window.shows("1 dag, 1 onderdeel, 1 regel"));
    // Another path is another thing to look at first.
    window.fill("Map of bestand", &place.vault().join("weg").display().to_string());
    assert_eq!(window.named(Role::Button, "1 dag inlezen"), 0);
    window.click("Bekijken");
    found(&mut window);
    assert!(window.shows("is niet te lezen"));
    place.put("lijst.txt", "9.30 Inloop\n");
    look_at(&mut window, &place.vault().join("lijst.txt"));
    let kind = match &window.state().notice {
        Some(Notice::Problem(problem)) => problem.kind,
        other => panic!("a problem: {other:?}"),
    };
    assert_eq!(kind, ProblemKind::NoNotes);
    assert!(window.shows("staan geen notities"));
}

#[test]
fn bringing_in_much_shows_how_far_it_is_and_leaves_nothing_when_it_is_stopped() {
    let place = Place::new();
    let lines: Vec<String> =
        (0..60).map(|line| format!("- regel {line} over #toezicht in de wijk")).collect();
    let lines = lines.join("\n");
    for day in 0..20 {
        for session in 0..8 {
            place.put(&format!("Dag {day:02}/{session}.md"), &lines);
        }
    }
    let mut window = place.window();
    window.choose_command("Meer", "Notities inlezen…");
    look_at(&mut window, &place.vault());
    window.click("20 dagen inlezen");
    window.wait_until("it is shown", |state| state.shown(Work::BringIn).is_some());
    window.step();
    assert_eq!(window.named(Role::ProgressIndicator, "Notities inlezen"), 1);
    window.press(Modifiers::NONE, Key::Escape);
    window.wait_until("it was stopped", |state| matches!(state.notice, Some(Notice::Problem(_))));
    window.settle();
    assert!(window.says("Gestopt."), "{:?}", window.state().notice);
    assert_eq!(titles_of_days(&window), ["Netwerkdag grote steden"]);
    // What was found is still there, to go on with.
    window.click("20 dagen inlezen");
    brought_in(&mut window);
    assert_eq!(window.state().days.len(), 21);
}

#[test]
fn the_dialog_fits_in_a_small_window_in_english() {
    let place = Place::new();
    place.fill();
    let size = Vec2::new(640.0, 480.0);
    let notes = place.folder.path().join("notities");
    let mut window = TestWindow::open_as(&notes, Language::English, size, window::NOW);
    window.press(COMMAND_SHIFT, Key::I);
    window.fill("Folder or file", &place.vault().display().to_string());
    window.click("Have a look");
    found(&mut window);
    assert!(window.says("2 days, 3 sessions, 4 lines"));
    assert_eq!(window.out_of_sight(), [""; 0]);
    window.click("Bring in 2 days");
    brought_in(&mut window);
}
