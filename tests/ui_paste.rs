//! Pasting into a note: lines stay lines, structure becomes signs, pictures are refused, and each paste is one step of undo.

#[path = "support/window.rs"]
mod window;

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Instant;

use eframe::egui::{Color32, ColorImage, Event, Key, Modifiers};
use plenair::store::Store;
use proptest::prelude::ProptestConfig;
use proptest::test_runner::TestRunner;
use window::TestWindow;

#[test]
fn lines_stay_lines_whatever_ends_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.copy_elsewhere("een\r\n\ttwee\rdrie\u{2028}vier\u{0}\u{7}", None);
    window.paste();
    assert_eq!(window.note(), "een\n\ttwee\ndrie\nvier");
    window.write("!");
    assert_eq!(window.note(), "een\n\ttwee\ndrie\nvier!", "the caret is behind it");
}

#[test]
fn a_list_from_a_mail_stays_a_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let html = "<h2>Afspraken</h2><ul><li><b>Bram</b> belt<li>Noor mailt</ul>";
    window.copy_elsewhere("Afspraken\n\nBram belt\nNoor mailt", Some(html));
    window.paste();
    assert_eq!(window.note(), "## Afspraken\n- **Bram** belt\n- Noor mailt");
}

#[test]
fn it_can_be_pasted_as_plain_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.copy_elsewhere("een\r\ntwee", Some("<ul><li>een<li>twee</ul>"));
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::V);
    assert_eq!(window.note(), "een\ntwee");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "");
}

#[test]
fn a_picture_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("voor");
    let picture = ColorImage::filled([2, 2], Color32::WHITE);
    window.hand_over([Event::PasteImage(Arc::new(picture))]);
    assert!(window.shows("dus de afbeelding is niet geplakt"));
    assert_eq!(window.note(), "voor");
}

#[test]
fn each_paste_is_one_step_of_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.copy_elsewhere("[geplakt]", None);
    window.write("a");
    window.paste();
    window.paste();
    window.write("b");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "a[geplakt][geplakt]");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "a[geplakt]");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "a");
    window.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.note(), "a[geplakt]");
}

#[test]
fn keys_and_pastes_that_come_in_one_frame_keep_their_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let text = |text: &str| Event::Text(text.to_owned());
    window.hand_over([text("a"), text("b"), Event::Paste("[x]".to_owned()), text("c")]);
    assert_eq!(window.note(), "ab[x]c");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "ab[x]");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "ab");
}

#[test]
fn letters_and_the_tab_that_completes_them_may_come_in_one_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let tab = Event::Key {
        key: Key::Tab,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let letters = "op #toe".chars().map(|letter| Event::Text(letter.to_string()));
    window.hand_over(letters.chain([tab, Event::Text("x".to_owned())]));
    assert_eq!(window.note(), "op #toezicht x");
}

#[test]
fn a_paste_takes_the_place_of_what_is_selected_and_needs_no_focus() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("weg hiermee");
    window.press(Modifiers::COMMAND, Key::A);
    window.copy_elsewhere("nieuw", None);
    window.paste();
    assert_eq!(window.note(), "nieuw");
}

#[test]
fn undoing_a_paste_gives_the_text_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = RefCell::new(TestWindow::open(folder.path()));
    let mut runner = TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    // The letters that the bundled faces have: the harness does not draw others. `src/paste.rs` tests with all of them.
    let texts = "[\\x00-\\x7f\\u{a0}-\\u{17f}\\u{2028}\\u{85}#@★“]{0,40}";
    let structured = proptest::option::of("<(b|li|p|td)>[a-z \r\n]{0,12}</(b|li|p|td)>");
    runner
        .run(&(texts, structured), |(text, html)| {
            let mut window = window.borrow_mut();
            let before = window.note();
            window.copy_elsewhere(&text, html.as_deref());
            window.paste();
            if window.note() != before {
                window.press(Modifiers::COMMAND, Key::Z);
            }
            assert_eq!(window.note(), before, "after {text:?} {html:?}");
            window.write("a ");
            Ok(())
        })
        .expect("no text comes back changed");
}

#[test]
fn a_megabyte_is_pasted_and_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let line = "Toezicht en handhaving moeten op orde, zegt @Bram aan tafel #toezicht 70 %\n";
    let text = line.repeat(1_000_000 / line.len());
    let lines = text.lines().count();
    window.copy_elsewhere(&text, None);
    let start = Instant::now();
    window.paste();
    let pasted = start.elapsed();
    window.wait_until("it is saved", |state| state.saving.saved_at.is_some() && state.is_all_saved());
    let saved = start.elapsed();
    let start = Instant::now();
    window.write("x");
    let key = start.elapsed();
    // Not a promise but a number to read, of a build without optimisation.
    eprintln!("{lines} lines: four frames {pasted:?}, saved after {saved:?}, a key {key:?}");
    window.settle();
    drop(window);
    let store = Store::open_reading(folder.path()).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    assert_eq!(store.book(day).expect("its notes").remarks().count(), lines + 1);
}
