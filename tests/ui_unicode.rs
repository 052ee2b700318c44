//! Letters beyond the keys: dead keys, emoji, input methods, other scripts. Nothing is lost, and the caret stays right.

#[path = "support/window.rs"]
mod window;

use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use plenair::store::Store;
use window::TestWindow;

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

fn commit(text: &str) -> Event {
    Event::Ime(ImeEvent::Commit(text.to_owned()))
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

fn saved_lines(folder: &std::path::Path) -> Vec<String> {
    let store = Store::open_reading(folder).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    let book = store.book(day).expect("its notes");
    book.remarks().map(|remark| remark.line.text.clone()).collect()
}

#[test]
fn a_dead_key_that_gives_one_text_is_one_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    for letter in ["c", "a", "f", "é", " ", "ï", "ë", "Ü", " ", "’", "n"] {
        window.event(text(letter));
    }
    assert_eq!(window.note(), "café ïëÜ ’n");
    window.press(Modifiers::NONE, Key::Backspace);
    window.write("s");
    assert_eq!(window.note(), "café ïëÜ ’s", "the caret counts letters, not bytes");
    window.settle();
    drop(window);
    assert_eq!(saved_lines(folder.path()), vec!["café ïëÜ ’s"]);
}

#[test]
fn a_dead_key_that_composes_is_one_letter_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("caf");
    // As an input method under Linux does it: the accent shows, then the letter takes its place.
    window.event(preedit("´"));
    assert_eq!(window.note(), "caf´");
    window.event(preedit(""));
    window.event(commit("é"));
    window.write("s ge");
    window.event(preedit("¨"));
    window.event(commit("ï"));
    window.write("nd");
    assert_eq!(window.note(), "cafés geïnd");
    window.settle();
    drop(window);
    assert_eq!(saved_lines(folder.path()), vec!["cafés geïnd"]);
}

#[test]
fn a_composition_that_is_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("een ");
    window.event(preedit("ni"));
    window.event(preedit(""));
    window.write("twee");
    window.settle();
    assert_eq!(window.note(), "een twee");
    drop(window);
    assert_eq!(saved_lines(folder.path()), vec!["een twee"]);
}

#[test]
fn another_script_is_composed_and_committed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("vraag: ");
    for composing in ["n", "ni", "nih", "niho", "nihon"] {
        window.event(preedit(composing));
    }
    // The bundled faces have no kanji, and the harness has no fonts of a system: Greek will do.
    window.event(commit("Ελλάδα"));
    window.write(" is een land");
    window.settle();
    assert_eq!(window.note(), "vraag: Ελλάδα is een land");
    assert!(window.shows("Ελλάδα is een land"), "the panel has it");
}

#[test]
fn emoji_are_kept_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    // A smile with the selector of its picture; the bundled faces have no flags and no skins.
    let signs = ["☺\u{fe0f}", "👍", "★"];
    for sign in signs {
        window.event(text(sign));
    }
    window.write(" goed");
    assert_eq!(window.note(), "☺\u{fe0f}👍★ goed");
    for _ in " goed★".chars() {
        window.press(Modifiers::NONE, Key::ArrowLeft);
    }
    window.write("!");
    assert_eq!(window.note(), "☺\u{fe0f}👍!★ goed", "the caret counts signs, not bytes");
    window.settle();
    drop(window);
    assert_eq!(saved_lines(folder.path()), vec!["☺\u{fe0f}👍!★ goed"]);
}

#[test]
fn letters_made_of_several_characters_are_kept_as_they_came() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.event(text("cafe\u{301}"));
    window.write(" #cafe\u{301}");
    window.settle();
    assert_eq!(window.note(), "cafe\u{301} #cafe\u{301}");
    drop(window);
    assert_eq!(saved_lines(folder.path()), vec!["cafe\u{301} #cafe\u{301}"], "nothing is normalised away");
}

#[test]
fn a_mark_is_expanded_only_when_it_is_really_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("actie:");
    window.event(preedit(" "));
    window.step();
    assert_eq!(window.note(), "actie: ", "nothing is expanded while composing");
    window.event(commit(" "));
    window.write("bellen");
    assert!(window.note().ends_with("bellen"), "{}", window.note());
}

#[test]
fn trends_with_accents_are_found_without_them_and_names_with_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("#ge");
    window.event(text("ï"));
    window.write("ntegreerd beleid\n@[Zoë Çelik] zegt iets\n");
    window.settle();
    window.write("#gein");
    window.press(Modifiers::NONE, Key::Tab);
    window.write("@çel");
    window.press(Modifiers::NONE, Key::Tab);
    assert!(window.note().ends_with("\n#geïntegreerd @[Zoë Çelik] "), "{}", window.note());
}

#[test]
fn a_composition_in_the_middle_of_a_name_leaves_its_keys_to_the_input_method() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("met @Pat");
    assert!(window.shows("Tab neemt de eerste"));
    let tab = Event::Key {
        key: Key::Tab,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // The key comes in the frame in which a composition begins.
    window.events([preedit("r"), tab]);
    assert!(!window.note().contains("Patrick"), "{}", window.note());
}
