//! Which names may be the same person after all: offered, never merged unasked.

use std::collections::{HashMap, HashSet};

use super::Profile;
use crate::domain::people;

/// What stands in front of a surname, and is left out when somebody is in a hurry.
const PARTICLES: [&str; 14] =
    ["van", "de", "der", "den", "het", "t", "ten", "ter", "te", "von", "la", "le", "du", "el"];

/// A name of fewer letters is not compared letter by letter: too many are one letter apart.
const FEWEST_LETTERS: usize = 5;

/// Names with the same beginning, of so many letters, are compared.
const BEGINNING: usize = 3;

/// A word that more people have than this says nothing.
const MOST_OF_A_WORD: usize = 60;

/// Two who may be one, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alike {
    /// Who is known best: by the programme, a list, or the most lines. The other would become this one.
    pub keep: usize,
    /// Who may be the same.
    pub other: usize,
}

/// A name as it is compared.
struct Name {
    key: String,
    /// Its words without what stands in front of a surname; all of them where nothing else is left.
    words: Vec<String>,
}

/// Who among these may be one and the same. Two that the programme tells apart are not, nor are two on the lists.
#[must_use]
pub fn alike(profiles: &[Profile]) -> Vec<Alike> {
    let names: Vec<Name> = profiles.iter().map(|profile| Name::of(&profile.name)).collect();
    let mut found: Vec<Alike> = Vec::new();
    let mut seen = HashSet::new();
    for group in groups(&names) {
        for (nth, one) in group.iter().enumerate() {
            for other in group.iter().skip(nth + 1) {
                let pair = (*one.min(other), *one.max(other));
                if seen.insert(pair) {
                    found.extend(compared(profiles, &names, pair));
                }
            }
        }
    }
    found.sort_unstable();
    found
}

/// The names that share a word or their beginning; only these are compared with each other.
fn groups(names: &[Name]) -> impl Iterator<Item = Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, name) in names.iter().enumerate() {
        let beginning: String = name.key.chars().take(BEGINNING).collect();
        // No word has this sign, so that a beginning is not taken for one.
        let beginning = format!("{beginning}…");
        let words: HashSet<&String> = name.words.iter().chain([&beginning]).collect();
        for word in words {
            groups.entry(word.clone()).or_default().push(place);
        }
    }
    groups.into_values().filter(|group| (2..=MOST_OF_A_WORD).contains(&group.len()))
}

fn compared(profiles: &[Profile], names: &[Name], (one, other): (usize, usize)) -> Option<Alike> {
    let (first, second) = (profiles.get(one)?, profiles.get(other)?);
    let is_told_apart =
        !first.speaks.is_empty() && !second.speaks.is_empty() || first.takes_part && second.takes_part;
    if is_told_apart || !names.get(one)?.is_like(names.get(other)?) {
        return None;
    }
    let standing = |profile: &Profile| {
        (!profile.speaks.is_empty(), profile.takes_part, profile.named.len() + profile.spoken.len())
    };
    let keeps_first = standing(first) >= standing(second);
    Some(if keeps_first { Alike { keep: one, other } } else { Alike { keep: other, other: one } })
}

impl Name {
    fn of(name: &str) -> Self {
        let all = people::words(name);
        let words: Vec<String> =
            all.iter().filter(|word| !PARTICLES.contains(&word.as_str())).cloned().collect();
        Self { key: people::key(name), words: if words.is_empty() { all } else { words } }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.has_words_of(other) || is_one_slip_apart(&self.key, &other.key)
    }

    /// The same words, one of them alone, or the same surname behind an initial.
    fn has_words_of(&self, other: &Self) -> bool {
        match (self.words.as_slice(), other.words.as_slice()) {
            (one, other) if one == other => true,
            ([alone], [first, .., last]) | ([first, .., last], [alone]) => alone == first || alone == last,
            ([first, .., last], [other_first, .., other_last]) => {
                last == other_last && (is_initial_of(first, other_first) || is_initial_of(other_first, first))
            }
            _ => false,
        }
    }
}

fn is_initial_of(initial: &str, name: &str) -> bool {
    initial.chars().count() == 1 && name.starts_with(initial)
}

/// Whether two names differ in one letter that is another, too many, missing, or in the place of its neighbour.
fn is_one_slip_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < FEWEST_LETTERS || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = |(one, other): &(&char, &char)| one == other;
    let head = one.iter().zip(&other).take_while(same).count();
    let rest = one.len().min(other.len()) - head;
    let tail = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(same).count();
    let differs = |name: &[char]| name.get(head..name.len() - tail).unwrap_or_default().to_vec();
    match (differs(&one).as_slice(), differs(&other).as_slice()) {
        // A number tells names apart: "Team 1" and "Team 2".
        (slip, other_slip) if slip.iter().chain(other_slip).any(char::is_ascii_digit) => false,
        ([a, b], [c, d]) => a == d && b == c,
        (slip, other_slip) => slip.len() <= 1 && other_slip.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_like(one: &str, other: &str) -> bool {
        let profile = |name: &str| Profile { name: name.to_owned(), ..Profile::default() };
        !alike(&[profile(one), profile(other)]).is_empty()
    }

    #[test]
    fn names_that_may_be_one_person_are_found() {
        for (one, other) in [
            ("Julien Ostaaijen", "Julien van Ostaaijen"),
            ("van Ostaaijen", "Julien van Ostaaijen"),
            ("J. van Ostaaijen", "Julien van Ostaaijen"),
            ("Noor de Wit", "Noor de Witt"),
            ("Samira", "Samria"),
            ("Bram", "Bram Bakker"),
        ] {
            assert!(is_like(one, other) && is_like(other, one), "{one} / {other}");
        }
    }

    #[test]
    fn names_of_different_people_are_not() {
        for (one, other) in [
            ("Bram Bakker", "Bram de Wit"),
            ("Bram", "Brem"),
            ("Julia van Ostaaijen", "Julien van Ostaaijen"),
            ("Team 12345", "Team 12346"),
            ("Noor", "Samira"),
            ("van de", "Bram van de Berg"),
        ] {
            assert!(!is_like(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn who_is_told_apart_is_not_alike_and_who_is_known_best_stays() {
        let profile = |name: &str, takes_part, named: &[usize]| Profile {
            name: name.to_owned(),
            takes_part,
            named: named.to_vec(),
            ..Profile::default()
        };
        let listed = [profile("Noor de Wit", true, &[]), profile("Noor Wit", true, &[])];
        assert!(alike(&listed).is_empty());
        let typed = [profile("Noor Wit", false, &[1, 2]), profile("Noor de Wit", true, &[])];
        assert_eq!(alike(&typed), [Alike { keep: 1, other: 0 }]);
        let both = [profile("Noor Wit", false, &[1]), profile("Noor de Wit", false, &[1, 2])];
        assert_eq!(alike(&both), [Alike { keep: 1, other: 0 }]);
    }
}
