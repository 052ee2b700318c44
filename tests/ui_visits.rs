//! What the window is started with, and what a later start hands over, opens as a programme when nothing is in its way.

#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use eframe::egui::{Key, Modifiers};
use plenair::one_window::{Door, Entry, enter};
use plenair::ui::visits::Visits;
use window::TestWindow;

const SOON: Duration = Duration::from_mins(1);

fn first(folder: &Path) -> Door {
    match enter(folder, None, SOON) {
        Entry::First(door) => door,
        Entry::HandedOver | Entry::NoAnswer => panic!("there is a window already"),
    }
}

/// Starts the program again, with this file; says whether the window took it.
fn start_later(folder: &Path, file: &str) -> thread::JoinHandle<bool> {
    let (folder, file) = (folder.to_path_buf(), PathBuf::from(file));
    thread::spawn(move || matches!(enter(&folder, Some(&file), SOON), Entry::HandedOver))
}

#[test]
fn a_file_that_the_window_is_started_with_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = PathBuf::from("tests/fixtures/import/two-days.xlsx");
    let mut window = TestWindow::open_for(folder.path(), Visits::new(Some(file), None));
    window.wait_until("it was read", |state| state.preview.is_some());
    window.settle();
    assert!(window.shows("two-days.xlsx"));
}

#[test]
fn a_later_start_is_answered_at_once_and_its_file_waits_for_what_is_looked_through() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = first(folder.path());
    let visits = door.open(|| ()).expect("an open door");
    let mut window = TestWindow::open_for(folder.path(), Visits::new(None, Some(visits)));
    for (file, name) in
        [("tests/fixtures/import/sched.ics", "sched.ics"), ("tests/fixtures/import/rooms.xlsx", "")]
    {
        let later = start_later(folder.path(), file);
        while !later.is_finished() {
            window.step();
            thread::sleep(Duration::from_millis(2));
        }
        assert!(later.join().expect("no panic"));
        window.wait_until("the first was read", |state| state.preview.is_some());
        window.settle();
        assert!(name.is_empty() || window.shows(name));
    }
    assert!(window.shows("sched.ics"), "the second one waits");
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    window.wait_until("the second was read", |state| state.preview.is_some() && state.reading_file.is_none());
    window.settle();
    assert!(window.shows("rooms.xlsx"));
}
