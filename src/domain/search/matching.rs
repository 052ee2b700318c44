//! Where the words of a query are in a line, how well they fit, and the part of the line to show.
//!
//! A word is letters and digits; case and accents do not count. The store's index cuts and compares words the same way,
//! but for scripts in which a mark belongs to no letter: then a line is found of which nothing is marked.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Term;

/// What a word that goes on is worth, beside a whole one: at most this.
const STARTED: f64 = 0.5;
/// What it adds that there is nothing else in the line.
const ALONE: f64 = 0.1;
/// So many words of a line are shown around the first match.
const SNIPPET: usize = 12;
/// So many of them before it.
const BEFORE: usize = 4;

/// A word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is compared: lower case, without accents.
    pub folded: String,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// Where a query is in a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// The words that match, in bytes, in order and without overlap. Words of a phrase are one range.
    pub ranges: Vec<Range<usize>>,
    /// How well they match, from 0; whole words are worth more than words that go on.
    pub score: f64,
}

/// The words of a text, in order.
#[must_use]
pub fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let goes_on = is_open && is_combining_mark(letter);
        if !goes_on && !is_letter(letter) {
            is_open = false;
            continue;
        }
        if !is_open {
            words.push(Word { folded: String::new(), range: at..at });
            is_open = true;
        }
        if let Some(word) = words.last_mut() {
            push_folded(&mut word.folded, letter);
            word.range.end = end;
        }
    }
    // What consists of marks alone is no word.
    words.retain(|word| !word.folded.is_empty());
    words
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() && !is_combining_mark(letter)
}

fn push_folded(folded: &mut String, letter: char) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    let parts = std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part));
    folded.extend(parts.flat_map(char::to_lowercase));
}

/// Where `terms` are in a line; nothing when one of them is not in it.
#[must_use]
pub fn find(terms: &[Term], text: &str) -> Option<Match> {
    let words = words_of(text);
    let mut found = Match::default();
    for term in terms {
        let mut best = None;
        for (at, window) in words.windows(term.words.len()).enumerate() {
            let Some(worth) = worth(term, window) else { continue };
            best = Some(f64::max(best.unwrap_or_default(), worth));
            let last = words.get(at + window.len() - 1);
            if let (Some(first), Some(last)) = (window.first(), last) {
                found.ranges.push(first.range.start..last.range.end);
            }
        }
        found.score += best? / terms.len() as f64;
    }
    found.ranges = merged(found.ranges);
    if !words.is_empty() {
        found.score += ALONE * found.ranges.len() as f64 / words.len() as f64;
    }
    Some(found)
}

/// What these words are worth for a term; nothing when they are not it.
fn worth(term: &Term, words: &[Word]) -> Option<f64> {
    let (wanted, before) = term.words.split_last()?;
    let (last, front) = words.split_last()?;
    let is_same = |(wanted, word): (&String, &Word)| *wanted == word.folded;
    if !before.iter().zip(front).all(is_same) {
        return None;
    }
    if last.folded == *wanted {
        return Some(1.0);
    }
    let goes_on = term.goes_on && last.folded.starts_with(wanted.as_str());
    goes_on.then(|| STARTED * wanted.len() as f64 / last.folded.len() as f64)
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The part of a line around its first match, with `[` and `]` around what matches.
#[must_use]
pub fn snippet(text: &str, ranges: &[Range<usize>]) -> String {
    let words = words_of(text);
    let first = ranges.first().map_or(0, |range| range.start);
    let at = words.iter().position(|word| word.range.end > first).unwrap_or(0);
    let fits = words.len() <= SNIPPET;
    let from = if fits { 0 } else { at.saturating_sub(BEFORE).min(words.len() - SNIPPET) };
    let begins_whole = from == 0;
    let ends_whole = from + SNIPPET >= words.len();
    let begin = if begins_whole { 0 } else { words.get(from).map_or(0, |word| word.range.start) };
    let end = if ends_whole {
        text.len()
    } else {
        words.get(from + SNIPPET - 1).map_or(text.len(), |word| word.range.end)
    };
    let mut shown = String::from(if begins_whole { "" } else { "…" });
    let mut said = begin;
    for range in ranges.iter().filter(|range| range.start >= begin && range.end <= end) {
        shown.push_str(text.get(said..range.start).unwrap_or_default());
        shown.push('[');
        shown.push_str(text.get(range.clone()).unwrap_or_default());
        shown.push(']');
        said = range.end;
    }
    shown.push_str(text.get(said..end).unwrap_or_default());
    if !ends_whole {
        shown.push('…');
    }
    shown
}
