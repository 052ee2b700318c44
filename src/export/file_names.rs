//! Names for files that every system takes, and people recognise: letters and accents stay, signs that Windows or links
//! between notes cannot have are replaced.
//!
//! Sources: Microsoft's "Naming Files, Paths, and Namespaces"; the signs that Obsidian refuses in names of notes.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The longest name, in characters with its ending.
const MOST_CHARACTERS: usize = 120;

/// The longest name, in bytes: Linux takes 255, and a `-2` may be added.
const MOST_BYTES: usize = 240;

/// Names that are devices on Windows, whatever their ending; COM and LPT also with a digit behind them.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names that are taken in one folder. Two names that differ in capitals only are one on many systems.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// A name that is not taken yet, from what something is called, with this ending (which has its dot, or is empty).
    pub fn take(&mut self, title: &str, ending: &str) -> String {
        let mut number = 1;
        loop {
            let clash = if number == 1 { String::new() } else { format!("-{number}") };
            let name =
                format!("{}{clash}{ending}", stem(title, clash.chars().count() + ending.chars().count()));
            if self.0.insert(folded(&name)) {
                return name;
            }
            number += 1;
        }
    }
}

/// The form in which names are compared.
fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// A name without its ending, for which `reserved` characters are kept.
fn stem(title: &str, reserved: usize) -> String {
    let replaced: String = title.nfc().filter_map(replacement).collect();
    let words: Vec<&str> = replaced.split_whitespace().collect();
    let name = words.join(" ");
    let name = cut(name.trim_start_matches(['.', ' ']), MOST_CHARACTERS.saturating_sub(reserved));
    let name = name.trim_end_matches(['.', ' ']);
    match name {
        "" => "_".to_owned(),
        name if is_device(name) => format!("_{name}"),
        name => name.to_owned(),
    }
}

/// What stands for a character: itself, if every system and every link can have it.
fn replacement(c: char) -> Option<char> {
    match c {
        '/' | '\\' | '|' | ':' => Some('-'),
        '[' | '<' => Some('('),
        ']' | '>' => Some(')'),
        '"' => Some('\''),
        '?' | '*' | '#' | '^' | '%' => None,
        c if c.is_whitespace() => Some(' '),
        // Marks that turn the direction of text can make a name look like another.
        c if c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}') =>
        {
            None
        }
        c => Some(c),
    }
}

/// The start of a name, never ending between a letter and its accents.
fn cut(name: &str, most: usize) -> &str {
    let mut end = 0;
    for (index, (at, c)) in name.char_indices().enumerate() {
        if !is_combining_mark(c) {
            end = at;
        }
        if index >= most || at + c.len_utf8() > MOST_BYTES {
            return name.get(..end).unwrap_or_default();
        }
    }
    name
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|device| stem.strip_prefix(device));
    let is_numbered = numbered.is_some_and(|rest| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_numbered || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::*;

    fn named(title: &str) -> String {
        Names::default().take(title, ".md")
    }

    #[test]
    fn letters_accents_and_apostrophes_stay_and_the_rest_is_replaced() {
        for (title, expected) in [
            ("Boa’s en 'verwarde personen'", "Boa’s en 'verwarde personen'.md"),
            ("Café: één / twee?", "Café- één - twee.md"),
            ("Is het oké?", "Is het oké.md"),
            ("a|b\\c*d<e>f\"g\"", "a-b-cd(e)f'g'.md"),
            ("[Engels] #1 ^x", "(Engels) 1 x.md"),
            ("  veel\t wit\n ", "veel wit.md"),
            ("einde... ", "einde.md"),
            (".verborgen", "verborgen.md"),
            ("", "_.md"),
            ("???", "_.md"),
            ("CON", "_CON.md"),
            ("nul.tekst", "_nul.tekst.md"),
            ("com1", "_com1.md"),
            ("LPT²", "_LPT².md"),
            ("Compleet", "Compleet.md"),
        ] {
            assert_eq!(named(title), expected, "{title:?}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_whatever_its_capitals() {
        let mut names = Names::default();
        assert_eq!(names.take("Pauze", ".md"), "Pauze.md");
        assert_eq!(names.take("pauze", ".md"), "pauze-2.md");
        assert_eq!(names.take("PAUZE?", ".md"), "PAUZE-3.md");
        assert_eq!(names.take("Cafe\u{301}", ""), "Café");
        assert_eq!(names.take("CAFÉ", ""), "CAFÉ-2");
    }

    #[test]
    fn a_long_name_is_cut_before_its_ending_and_between_letters() {
        let name = named(&"ë".repeat(300));
        assert_eq!(name.chars().count(), MOST_CHARACTERS);
        assert!(name.ends_with("ë.md"));
        let name = named(&"x\u{323}\u{301}".repeat(100));
        assert!(name.chars().count() <= MOST_CHARACTERS);
        assert!(name.trim_end_matches(".md").ends_with("x\u{323}\u{301}"), "{name:?}");
        let mut names = Names::default();
        let (one, other) = (names.take(&"a".repeat(200), ".md"), names.take(&"a".repeat(200), ".md"));
        assert_eq!((one.len(), other.len()), (MOST_CHARACTERS, MOST_CHARACTERS));
        assert!(other.ends_with("-2.md"));
        assert!(named(&"漢".repeat(200)).len() <= 255);
    }

    proptest! {
        #[test]
        fn every_name_can_be_a_file(title in any::<String>()) {
            let name = named(&title);
            prop_assert!(name.strip_suffix(".md").is_some() && name.chars().count() <= MOST_CHARACTERS && name.len() <= 255);
            prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\n']));
            prop_assert!(!name.starts_with('.'));
        }
    }
}
