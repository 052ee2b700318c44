//! Names of people as programmes write them: "door dr. Eva van den Broek, gedragseconoom", "A (org), B en C".
//!
//! Tells people from their functions and organisations and splits lists of them. Where in a line a name stands is for
//! its readers; a name that cannot be told from a title is not guessed.

mod pieces;
#[cfg(test)]
mod tests;
mod words;

use super::first_names;
use crate::domain::day::Speaker;
use pieces::{Piece, pieces};
use words::{bare, is_initial, is_name_word, is_particle, is_title, may_start_name, starts_surely};

pub use words::{is_courtesy, is_function};

/// The people in `text`, a list of them with or without functions. Whatever cannot be a name is the function of the
/// one before it, or left out.
#[must_use]
pub fn people(text: &str) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for piece in pieces(text) {
        match person(piece.text) {
            Some(person) if !is_role_of(&found, &piece) => found.push(person),
            _ => {
                if let Some(last) = found.last_mut() {
                    add_role(last, piece.lead, piece.text);
                }
            }
        }
    }
    found
}

/// Whether `text` is the name of one person and nothing else, by its form.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    !words.is_empty() && name_length(&words) == words.len()
}

/// Whether `text` is a name beyond doubt: it has a title, an initial or a usual first name.
#[must_use]
pub fn is_surely_name(text: &str) -> bool {
    is_name(text) && text.split_whitespace().next().is_some_and(starts_surely)
}

/// One person with a function before, behind or between brackets; `None` where that is not what `text` is.
#[must_use]
pub fn person(text: &str) -> Option<Speaker> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '*' | '_' | '"' | '|')
    });
    let text = text.strip_suffix('.').filter(|text| !text.ends_with(char::is_uppercase)).unwrap_or(text);
    let (outside, inside) = without_brackets(text);
    let (outside, behind) = at_dash(&outside);
    let words: Vec<&str> = outside.split_whitespace().collect();
    let (start, length) = name_in(&words)?;
    let before = words.get(..start)?.join(" ");
    let after = words.get(start + length..)?.join(" ");
    let after = after.trim_start_matches(',').trim();
    let mut name: Vec<&str> = words.get(start..start + length)?.to_vec();
    while name.len() > 1 && name.first().is_some_and(|word| is_courtesy(word)) {
        name.remove(0);
    }
    let roles = [before.as_str(), after, behind.as_str(), inside.as_str()];
    let role = roles.into_iter().filter(|role| !role.is_empty()).collect::<Vec<_>>().join(", ");
    Some(Speaker { name: name.join(" "), role: without_address(&role) })
}

/// The name at the very end of `text`, where it is one beyond doubt; where it starts.
#[must_use]
pub fn trailing(text: &str) -> Option<usize> {
    let starts: Vec<usize> = word_starts(text);
    starts.into_iter().skip(1).find(|start| {
        text.get(*start..).is_some_and(|rest| is_surely_name(rest) && rest.split_whitespace().count() >= 2)
    })
}

/// First names alone, as people are named who are known: "Lena & Marek". All of `text`, or nobody.
#[must_use]
pub fn first_names_only(text: &str) -> Vec<Speaker> {
    let pieces = pieces(text);
    let is_first = |piece: &Piece<'_>| {
        let word = piece.text.trim_matches(|c: char| !c.is_alphabetic());
        word.starts_with(char::is_uppercase) && !word.contains(' ') && first_names::contains(word)
    };
    // "5 Minutes (Max)" names nobody.
    if pieces.is_empty() || !pieces.iter().all(is_first) || text.trim().eq_ignore_ascii_case("max") {
        return Vec::new();
    }
    let name = |piece: &Piece<'_>| piece.text.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    pieces.iter().map(|piece| Speaker { name: name(piece), role: None }).collect()
}

/// Where the words of `text` start.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (index, c) in text.char_indices() {
        if !c.is_whitespace() && !inside {
            starts.push(index);
        }
        inside = !c.is_whitespace();
    }
    starts
}

/// Whether a piece that could be a name is the organisation of the person before it.
fn is_role_of(found: &[Speaker], piece: &Piece<'_>) -> bool {
    let Some(last) = found.last() else {
        return false;
    };
    piece.lead == ","
        && last.role.is_none()
        && is_surely_name(&last.name)
        && !person(piece.text).is_some_and(|person| is_surely_name(&person.name))
}

fn add_role(speaker: &mut Speaker, lead: &str, text: &str) {
    let Some(text) = without_address(text) else {
        return;
    };
    match &mut speaker.role {
        Some(role) => {
            role.push_str(if lead.trim() == "/" { "/" } else { lead.trim_end() });
            if lead.trim() != "/" {
                role.push(' ');
            }
            role.push_str(&text);
        }
        None => speaker.role = Some(text),
    }
}

/// A role without an e-mail address, which nobody asked to have in their notes.
fn without_address(role: &str) -> Option<String> {
    let words: Vec<&str> = role.split_whitespace().filter(|word| !word.contains('@')).collect();
    let role = words.join(" ");
    let role = role.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–'));
    (!role.is_empty()).then(|| role.to_owned())
}

/// `text` without what is between brackets, and that.
fn without_brackets(text: &str) -> (String, String) {
    let Some((before, rest)) = text.split_once(['(', '[']) else {
        return (text.to_owned(), String::new());
    };
    let (inside, after) = rest.split_once([')', ']']).unwrap_or((rest, ""));
    (format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned(), inside.trim().to_owned())
}

/// The parts of `text` before and behind a dash with spaces around it, or a colon.
fn at_dash(text: &str) -> (String, String) {
    for sign in [" - ", " – ", " — ", " | ", ": "] {
        if let Some((before, behind)) = text.split_once(sign) {
            // "Moderation: Jan Frey" has its function before the name.
            if sign == ": " && !is_surely_name(before.trim()) && is_surely_name(behind.trim()) {
                return (behind.trim().to_owned(), before.trim().to_owned());
            }
            return (before.trim().to_owned(), behind.trim().to_owned());
        }
    }
    (text.to_owned(), String::new())
}

/// Where in `words` a name starts and how long it is: at the first sure one, else where only functions stand before it.
fn name_in(words: &[&str]) -> Option<(usize, usize)> {
    const MOST_BEFORE: usize = 8;
    let candidates = (0..words.len().min(MOST_BEFORE)).filter_map(|start| {
        let length = name_length(words.get(start..)?);
        (length > 0).then_some((start, length))
    });
    let candidates: Vec<(usize, usize)> = candidates.collect();
    let sure = candidates.iter().find(|(start, _)| {
        words.get(*start).is_some_and(|word| starts_surely(word)) && stands_for_function(words, *start)
    });
    let plain = candidates.iter().find(|(start, length)| {
        let before = words.get(..*start).unwrap_or_default();
        let after = words.get(start + length..).unwrap_or_default();
        before.iter().all(|word| is_before_name(word))
            && after.is_empty()
            && (before.is_empty() || before.iter().any(|word| is_function(word)) || is_small_function(before))
    });
    sure.or(plain).copied()
}

/// Whether what stands before a sure name can be its function: short, and of a function's words.
fn stands_for_function(words: &[&str], start: usize) -> bool {
    let before = words.get(..start).unwrap_or_default();
    before.is_empty()
        || before.iter().any(|word| is_function(word))
        || before.iter().all(|word| is_before_name(word))
}

/// Whether one to three small words can be a function that is not in the list: not when they only lead to a noun.
fn is_small_function(before: &[&str]) -> bool {
    const LEADING: [&str; 30] = [
        "de", "het", "een", "the", "a", "an", "der", "die", "das", "den", "dem", "le", "la", "les", "un",
        "une", "onze", "our", "unsere", "notre", "in", "op", "van", "von", "of", "aan", "for", "voor",
        "über", "sur",
    ];
    before.len() <= 3
        && before.iter().all(|word| word.starts_with(char::is_lowercase))
        && before.iter().all(|word| word.chars().count() > 4)
        && before.last().is_some_and(|word| !LEADING.contains(word))
}

fn is_before_name(word: &str) -> bool {
    word.starts_with(char::is_lowercase) || is_function(word) || is_courtesy(word)
}

/// How many of `words` from the first on are one name; 0 when there is none.
fn name_length(words: &[&str]) -> usize {
    const MOST_WORDS: usize = 5;
    if !words.first().is_some_and(|word| may_start_name(word)) {
        return 0;
    }
    let titles =
        words.iter().take_while(|word| is_title(word) || is_courtesy(word) || **word == "de").count();
    let titles = if words.get(..titles).is_some_and(|words| words.iter().all(|word| *word == "de")) {
        0
    } else {
        titles
    };
    let known = words.get(titles).is_some_and(|word| first_names::contains(bare(word)));
    let (mut end, mut names, mut full, mut at) = (0, 0, false, titles);
    while let Some(word) = words.get(at) {
        // "Vertretern der Verbände" is nobody; "Anna van der Heide" is.
        let is_article = ["der", "des", "den", "das", "het", "die"].contains(word);
        let leads =
            at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| is_particle(before));
        if is_article && names > 0 && !known && !leads && titles == 0 {
            break;
        }
        // "Ben Bakker" starts with his first name, "Ben Ali" with a small word.
        let is_first_name = known && at == titles && word.starts_with(char::is_uppercase);
        if is_particle(word) && !is_first_name && (names > 0 || at + 1 < words.len()) {
            at += 1;
            continue;
        }
        if names >= MOST_WORDS || !is_name_word(word, known) || is_function(word) && !(names > 0 && known) {
            break;
        }
        names += 1;
        full |= !is_initial(word);
        at += 1;
        end = at;
    }
    let enough = if titles > 0 { names >= 1 } else { names >= 2 };
    if enough && full { end } else { 0 }
}
