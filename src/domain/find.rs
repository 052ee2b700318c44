//! Finding words in one text, as a person means them: case and accents do not count, and neither does how an accent is
//! written. Searching in all days is the store's business.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A letter as it is compared, and the byte of the text it comes from.
type Letter = (char, usize);

/// Every place in `text`, in bytes, where `query` stands, in order and without overlap. A query of white space alone, or
/// of nothing, is found nowhere.
#[must_use]
pub fn find_all(text: &str, query: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = letters(query).map(|(letter, _)| letter).collect();
    if query.trim().is_empty() || wanted.is_empty() {
        return Vec::new();
    }
    let letters: Vec<Letter> = letters(text).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(window) = letters.get(at..at + wanted.len()) {
        if window.iter().map(|(letter, _)| letter).eq(&wanted) {
            found.push(range_of(text, &letters, at, wanted.len()));
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found.retain(|range| !range.is_empty());
    found
}

fn letters(text: &str) -> impl Iterator<Item = Letter> {
    text.char_indices().flat_map(|(byte, letter)| {
        let folded = std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part));
        folded.flat_map(char::to_lowercase).map(move |part| (part, byte))
    })
}

/// The bytes of so many letters, with the accents that are written behind the last one.
fn range_of(text: &str, letters: &[Letter], at: usize, length: usize) -> Range<usize> {
    let byte_of = |index: usize| letters.get(index).map_or(text.len(), |(_, byte)| *byte);
    byte_of(at)..byte_of(at + length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        find_all(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(found("Café, cafe en CAFÉ", "café"), ["Café", "cafe", "CAFÉ"]);
        assert_eq!(found("een reëel idee", "reeel"), ["reëel"]);
        assert_eq!(found("re\u{65}\u{308}el", "reeel"), ["re\u{65}\u{308}el"]);
        assert_eq!(found("aaaa", "aa"), ["aa", "aa"]);
        assert_eq!(found("toezicht", "ondermijning"), Vec::<&str>::new());
        assert_eq!(found("één twee", "  "), Vec::<&str>::new());
        assert_eq!(found("", "x"), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn a_part_of_a_text_is_found_in_it(text in "[a-zéßİ ]{1,20}", from in 0..20usize, length in 1..5usize) {
            let part: String = text.chars().skip(from).take(length).collect();
            if !part.trim().is_empty() {
                prop_assert!(!find_all(&text, &part).is_empty(), "{text:?} {part:?}");
            }
        }

        #[test]
        fn what_is_found_can_be_replaced(text in "\\PC{0,20}", query in "\\PC{1,3}") {
            let mut replaced = text.clone();
            for range in find_all(&text, &query).into_iter().rev() {
                prop_assert!(text.get(range.clone()).is_some());
                replaced.replace_range(range, "");
            }
            prop_assert!(replaced.len() <= text.len());
        }
    }
}
