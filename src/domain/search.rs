//! What is searched for in the lines of all days: a query as it is typed, read into words and filters.
//!
//! A word matches what starts with it; words in double quotes stand together. `kind:`, `trend:`, `person:` and `day:`, or
//! `soort:`, `trend:`, `persoon:` and `dag:`, say what a line has to be; their values may be quoted. Everything else in a
//! query is text. Which words are where in a line, and how well they fit, is in [`matching`]; what the field can complete
//! is in [`complete`]. Nothing here reads a store.

pub mod complete;
pub mod matching;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::day::Day;
use super::id::{DayId, LineId, SessionId};
use super::line::LineKind;
use super::people;
use super::trend::{self, fold};
use matching::words_of;

/// So many words and phrases count; nobody types more, and a text that was pasted by mistake has thousands.
const MOST_TERMS: usize = 32;

/// From so many letters in a word on, the best match goes first; before that, the newest line.
const RANKED_FROM: usize = 3;

/// The signs that open or close a phrase.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words and phrases that a line has to hold, all of them.
    pub terms: Vec<Term>,
    /// The kinds that a line may be of; absent when that does not matter, empty when a kind was asked for that there is not.
    pub kinds: Option<Vec<LineKind>>,
    /// The trends that a line has to carry, all of them, as they were typed.
    pub trends: Vec<String>,
    /// Whom a line has to name, all of them, as they were typed.
    pub persons: Vec<String>,
    /// The days that a line may be of, as they were typed; empty for all.
    pub days: Vec<String>,
}

/// A word, or words that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words as they were typed, without signs, with single spaces between them.
    pub written: String,
    /// The words as they are compared: lower case, without accents. At least one.
    pub words: Vec<String>,
    /// Whether the last word may go on: a word, or a phrase that is still being typed.
    pub goes_on: bool,
}

/// A line that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The line.
    pub line: LineId,
    /// Its day.
    pub day: DayId,
    /// Its session.
    pub session: SessionId,
    /// Its place in the note, from 1, blank lines counted.
    pub position: u32,
    /// The whole line.
    pub text: String,
    /// The words of the text that match, in bytes, in order and without overlap.
    pub ranges: Vec<Range<usize>>,
    /// Whether it is private, by itself or by its session.
    pub private: bool,
    /// How well it matches; higher is better, comparable within one search only.
    pub score: f64,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The lines, best first; with one or two letters, or filters only, newest first.
    pub hits: Vec<Hit>,
    /// Whether there are more than were asked for.
    pub has_more: bool,
}

/// What a filter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// What kind of line.
    Kind,
    /// Which trend it carries.
    Trend,
    /// Whom it names.
    Person,
    /// Which day it is of.
    Day,
}

impl Key {
    /// Every key, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Trend, Self::Person, Self::Day];

    /// Its words, Dutch first.
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::Kind => ["soort", "kind"],
            Self::Trend => ["trend", "trend"],
            Self::Person => ["persoon", "person"],
            Self::Day => ["dag", "day"],
        }
    }

    fn of(word: &str) -> Option<Self> {
        let word = fold(word);
        Self::ALL.into_iter().find(|key| key.words().contains(&word.as_str()))
    }
}

/// The words for a kind of lines, Dutch first; a filter may have the start of any of them.
#[must_use]
pub fn words_of_kind(kind: LineKind) -> &'static [&'static str] {
    match kind {
        LineKind::Remark => &["opmerking", "remark"],
        LineKind::Action => &["actie", "action", "todo"],
        LineKind::Decision => &["afspraak", "agreement", "besluit", "decision"],
        LineKind::Question => &["vraag", "question"],
        LineKind::Quote => &["citaat", "quote"],
        LineKind::Figure => &["cijfer", "figure"],
        LineKind::Heading => &["kop", "heading"],
    }
}

impl Query {
    /// Reads a query. Any text is one.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for piece in pieces(text) {
            let value = text.get(piece.value.clone()).unwrap_or_default();
            match piece.key {
                Some(key) => query.add_filter(key, value.trim()),
                None => query.add_term(value, piece.goes_on),
            }
        }
        query
    }

    fn add_term(&mut self, text: &str, goes_on: bool) {
        if self.terms.len() < MOST_TERMS {
            self.terms.extend(Term::new(text, goes_on));
        }
    }

    /// A filter whose value is still to be typed says nothing yet.
    fn add_filter(&mut self, key: Key, value: &str) {
        if value.is_empty() {
            return;
        }
        match key {
            Key::Kind => self.kinds.get_or_insert_default().extend(kinds(value)),
            Key::Trend => self.trends.push(value.to_owned()),
            Key::Person => self.persons.push(value.to_owned()),
            Key::Day => self.days.push(value.to_owned()),
        }
    }

    /// Whether it asks for nothing at all; that finds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the best match goes first, and not the newest line.
    #[must_use]
    pub fn is_ranked(&self) -> bool {
        self.terms.iter().flat_map(|term| &term.words).any(|word| word.chars().nth(RANKED_FROM - 1).is_some())
    }

    /// Whether lines of `day` are wanted: of any of the days that are asked for.
    #[must_use]
    pub fn takes_day(&self, day: &Day) -> bool {
        self.days.is_empty() || self.days.iter().any(|wanted| is_called(day, wanted))
    }
}

impl Term {
    /// The words of `text`, or nothing where it has none.
    fn new(text: &str, goes_on: bool) -> Option<Self> {
        let words = words_of(text);
        let parts: Vec<&str> = words.iter().filter_map(|word| text.get(word.range.clone())).collect();
        let written = parts.join(" ");
        let words: Vec<String> = words.into_iter().map(|word| word.folded).collect();
        (!words.is_empty()).then_some(Self { written, words, goes_on })
    }
}

/// The kinds that a word means or starts to mean.
fn kinds(value: &str) -> Vec<LineKind> {
    let value = fold(value);
    let is_whole = |kind: &LineKind| words_of_kind(*kind).contains(&value.as_str());
    let begins = |kind: &LineKind| words_of_kind(*kind).iter().any(|word| word.starts_with(&value));
    match LineKind::ALL.into_iter().find(is_whole) {
        Some(kind) => vec![kind],
        None => LineKind::ALL.into_iter().filter(begins).collect(),
    }
}

/// Whether a day is meant by this: by the start of its id, its slug or one of its dates, or by the starts of words of its
/// title and place, in any order.
fn is_called(day: &Day, wanted: &str) -> bool {
    let wanted = fold(wanted);
    let facts = &day.facts;
    let dates = [facts.date, facts.last_date].into_iter().flatten();
    if day.slug.starts_with(&wanted)
        || day.id.to_string().starts_with(&wanted)
        || dates.into_iter().any(|date| date.to_string().starts_with(&wanted))
    {
        return true;
    }
    let known = words_of(&format!("{} {}", facts.title, facts.place.as_deref().unwrap_or_default()));
    let wanted = words_of(&wanted);
    let is_there = |word: &matching::Word| known.iter().any(|known| known.folded.starts_with(&word.folded));
    !wanted.is_empty() && wanted.iter().all(is_there)
}

/// Which of these trends are meant by `wanted`: those that are called so, compared as tags are, else those of which a name
/// begins with it, for while it is being typed. Each comes with its names, normalised.
#[must_use]
pub fn trends_meant<T: Clone>(trends: &[(T, Vec<String>)], wanted: &str) -> Vec<T> {
    let wanted = trend::normalise(wanted.trim_start_matches('#'));
    if wanted.is_empty() {
        return Vec::new();
    }
    let meant = |is_it: &dyn Fn(&String) -> bool| -> Vec<T> {
        let found = trends.iter().filter(|(_, names)| names.iter().any(is_it));
        found.map(|(trend, _)| trend.clone()).collect()
    };
    let whole = meant(&|name| *name == wanted);
    if whole.is_empty() { meant(&|name| name.starts_with(&wanted)) } else { whole }
}

/// Whether `name`, as a line names somebody, is or may be whom `wanted` means: the same name, a longer one in which every
/// word of `wanted` starts a word, or the first or last word of `wanted` alone. Titles do not matter.
#[must_use]
pub fn is_person(wanted: &str, name: &str) -> bool {
    let wanted_words = people::words(wanted.trim_start_matches('@'));
    let words = people::words(name);
    if wanted_words.is_empty() {
        return false;
    }
    let starts = |wanted: &String| words.iter().any(|word| word.starts_with(wanted.as_str()));
    if wanted_words.iter().all(starts) || people::key(wanted) == people::key(name) {
        return true;
    }
    match words.as_slice() {
        [only] => wanted_words.first() == Some(only) || wanted_words.last() == Some(only),
        _ => false,
    }
}

/// A part of a query, by byte ranges into it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// All of it, with its key and its quotes.
    span: Range<usize>,
    /// What it is a filter of; none for words.
    key: Option<Key>,
    /// What it says, without key and quotes.
    value: Range<usize>,
    /// Whether it is no phrase that was closed.
    goes_on: bool,
}

/// The parts of a query, in order.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if first.is_whitespace() {
            at += first.len_utf8();
        } else {
            let piece = piece(text, at);
            at = piece.span.end;
            pieces.push(piece);
        }
    }
    pieces
}

/// The part that starts at `start`, where there is no white space.
fn piece(text: &str, start: usize) -> Piece {
    let rest = text.get(start..).unwrap_or_default();
    if rest.starts_with(QUOTES) {
        return quoted(text, start, start, None);
    }
    let end = rest.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(rest.len());
    let run = rest.get(..end).unwrap_or_default();
    let colon = run.find(':');
    let key = colon.and_then(|colon| Key::of(run.get(..colon).unwrap_or_default()));
    let (Some(key), Some(colon)) = (key, colon) else {
        let whole = start..start + end;
        return Piece { span: whole.clone(), key: None, value: whole, goes_on: true };
    };
    let is_bare = colon + 1 == end;
    if is_bare && rest.get(end..).is_some_and(|behind| behind.starts_with(QUOTES)) {
        return quoted(text, start, start + end, Some(key));
    }
    Piece { span: start..start + end, key: Some(key), value: start + colon + 1..start + end, goes_on: true }
}

/// A part that starts at `start`, with an opening quote at `quote`. Without a closing one it reaches to the end.
fn quoted(text: &str, start: usize, quote: usize, key: Option<Key>) -> Piece {
    let rest = text.get(quote..).unwrap_or_default();
    let from = quote + rest.chars().next().map_or(0, char::len_utf8);
    let inside = text.get(from..).unwrap_or_default();
    match inside.char_indices().find(|(_, c)| QUOTES.contains(c)) {
        Some((end, sign)) => {
            Piece { span: start..from + end + sign.len_utf8(), key, value: from..from + end, goes_on: false }
        }
        None => Piece { span: start..text.len(), key, value: from..text.len(), goes_on: true },
    }
}
