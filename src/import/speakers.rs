//! Speakers as files for machines name them: one name in a field, with no e-mail address taken along.
//!
//! Lists of names in running text are for `names`.

use super::html_text;
use crate::domain::day::Speaker;

/// A speaker called `name`, unless nothing is left of it without its e-mail address.
pub(super) fn speaker(name: &str, role: Option<&str>) -> Option<Speaker> {
    let name = without_address(&html_text::line(name));
    let role = role.map(|role| without_address(&html_text::line(role))).filter(|role| !role.is_empty());
    (!name.is_empty()).then_some(Speaker { name, role })
}

/// More people than this are an audience.
const MOST: usize = 200;

/// Adds a speaker, unless that name is there already or nobody would read on.
pub(super) fn add(speakers: &mut Vec<Speaker>, speaker: Option<Speaker>) {
    if speakers.len() < MOST {
        speakers.extend(speaker.filter(|new| speakers.iter().all(|old| old.name != new.name)));
    }
}

/// `Family, Given` as a person says it.
pub(super) fn given_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.trim().is_empty() && !given.contains(',') => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.trim().trim_end_matches(',').to_owned(),
    }
}

/// Without the words that are e-mail addresses, and the brackets around them.
pub(super) fn without_address(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !is_address(word));
    words.collect::<Vec<_>>().join(" ").trim_matches([',', ';', ' ']).to_owned()
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| "<>()[]{},;:\"'".contains(letter));
    let word = if word.len() > 7 && word.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
        word.get(7..).unwrap_or_default()
    } else {
        word
    };
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_left_behind_and_handles_are_kept() {
        let name = |text: &str| speaker(text, None).map(|speaker| speaker.name);
        assert_eq!(name(" Noor  de Wit <noor@example.org> ").as_deref(), Some("Noor de Wit"));
        assert_eq!(name("Noor (mailto:noor@example.org)").as_deref(), Some("Noor"));
        assert_eq!(name("@noor").as_deref(), Some("@noor"));
        assert_eq!(name("noor@example.org"), None);
        assert_eq!(name("Ren&eacute;").as_deref(), Some("René"));
    }

    #[test]
    fn names_are_turned_the_way_people_say_them() {
        assert_eq!(given_first("Wit, Noor de"), "Noor de Wit");
        assert_eq!(given_first("Noor de Wit"), "Noor de Wit");
        assert_eq!(given_first("Stichting A, B, C"), "Stichting A, B, C");
        assert_eq!(given_first("Wit,"), "Wit");
    }

    #[test]
    fn nobody_is_named_twice() {
        let mut speakers = Vec::new();
        for name in ["Noor", "Bram", "Noor"] {
            add(&mut speakers, speaker(name, None));
        }
        assert_eq!(speakers.len(), 2);
    }
}
