//! Proves that the keys of the table are free: on each system, and in egui's text field. What the field would do with a key
//! that the table takes all the same stands in [`SHADOWED`], with what a person does instead.

use super::chord::{Chord, Key, Platform};
use super::command::TABLE;

/// Keys of egui's text field (`CCursorRange::on_key_press` and `check_for_mutating_key_press` of egui 0.37) that the table
/// takes on purpose, as they are shown, and why that takes nothing away.
const SHADOWED: [(Platform, &str, &str); 16] = [
    (Platform::Pc, "Alt+←", "moves by words, as Ctrl+← does"),
    (Platform::Pc, "Alt+→", "moves by words, as Ctrl+→ does"),
    (Platform::Pc, "Alt+↑", "moves a row up, as ↑ does"),
    (Platform::Pc, "Alt+↓", "moves a row down, as ↓ does"),
    (Platform::Pc, "Shift+Alt+↑", "selects a row up, as Shift+↑ does"),
    (Platform::Pc, "Shift+Alt+↓", "selects a row down, as Shift+↓ does"),
    (
        Platform::Pc,
        "Ctrl+K",
        "deletes to the end of the line: a habit of Emacs, taken from the field on every PC",
    ),
    (Platform::Pc, "Ctrl+H", "deletes a letter, as Backspace does"),
    (Platform::Pc, "Ctrl+Shift+H", "deletes a letter, as Backspace does"),
    (Platform::Pc, "Ctrl+Shift+K", "deletes to the end of the line, as Ctrl+K did"),
    (Platform::Mac, "Cmd+Shift+Option+↑", "selects to the start of the note, as Cmd+Shift+↑ does"),
    (Platform::Mac, "Cmd+Shift+Option+↓", "selects to the end of the note, as Cmd+Shift+↓ does"),
    (Platform::Mac, "Cmd+Option+←", "moves by words, as Option+← does"),
    (Platform::Mac, "Cmd+Option+→", "moves by words, as Option+→ does"),
    (Platform::Mac, "Cmd+Option+↑", "moves to the start of the note, as Cmd+↑ does"),
    (Platform::Mac, "Cmd+Option+↓", "moves to the end of the note, as Cmd+↓ does"),
];

/// Whether egui's text field does something with these keys itself. On a Mac, Control is not Cmd: the letters of Emacs are
/// no chords of ours there.
fn is_of_the_text_field(chord: Chord, platform: Platform) -> bool {
    match chord.key {
        Key::Up | Key::Down | Key::Left | Key::Right => true,
        Key::Enter => chord.modifiers() == 0,
        Key::Letter('A' | 'C' | 'X' | 'V' | 'Y' | 'Z') => chord.primary && !chord.alt,
        Key::Letter('H' | 'K' | 'U' | 'W') => chord.primary && platform == Platform::Pc,
        Key::Letter(_) | Key::Digit(_) => !chord.primary && !chord.alt,
        Key::Function(_) | Key::Comma => false,
    }
}

/// Keys that the system or its desktop takes before any window sees them, as they are shown.
fn of_the_system(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::Pc => &["Alt+F4", "F10", "Alt+F1", "Alt+F2", "Alt+F7", "Alt+F8", "F11", "Shift+F10"],
        Platform::Mac => &[
            "Cmd+Q",
            "Cmd+W",
            "Cmd+M",
            "Cmd+H",
            "Cmd+Option+H",
            "Cmd+Option+M",
            "Cmd+Option+W",
            "Cmd+Option+D",
            "Cmd+Shift+3",
            "Cmd+Shift+4",
            "Cmd+Shift+5",
            "Cmd+Shift+Q",
            "F11",
        ],
    }
}

/// egui's own zoom, which comes before the table.
const ZOOM: &[&str] = &["Ctrl+0", "Cmd+0"];

fn chords(platform: Platform) -> impl Iterator<Item = Chord> {
    TABLE.iter().filter_map(move |entry| entry.chord_on(platform))
}

#[test]
fn what_the_text_field_loses_to_the_table_it_loses_on_purpose() {
    for platform in [Platform::Pc, Platform::Mac] {
        for chord in chords(platform).filter(|chord| is_of_the_text_field(*chord, platform)) {
            let label = chord.label(platform);
            // Paste without its form is the field's own paste, with one more key.
            let is_known = label.ends_with("Shift+V")
                || SHADOWED.iter().any(|(on, keys, _)| *on == platform && *keys == label);
            assert!(is_known, "{label} is a key of the text field");
        }
    }
}

#[test]
fn no_key_of_the_table_is_a_key_of_the_system() {
    for platform in [Platform::Pc, Platform::Mac] {
        for label in chords(platform).map(|chord| chord.label(platform)) {
            assert!(!of_the_system(platform).contains(&label.as_str()), "{label} belongs to the system");
            assert!(!ZOOM.contains(&label.as_str()), "{label} zooms");
        }
    }
}

#[test]
fn a_letter_of_the_table_is_never_one_that_types() {
    for platform in [Platform::Pc, Platform::Mac] {
        for chord in chords(platform) {
            let types = matches!(chord.key, Key::Letter(_) | Key::Digit(_)) && !chord.primary;
            // Alt with a letter types a sign on many keyboards; the views have Alt with a digit, on a PC only.
            let is_view = platform == Platform::Pc && chord.alt && matches!(chord.key, Key::Digit(_));
            assert!(!types || is_view, "{} types something", chord.label(platform));
            // AltGr is Ctrl and Alt on Windows, and types.
            assert!(platform == Platform::Mac || !(chord.primary && chord.alt), "AltGr: {chord:?}");
        }
    }
}
