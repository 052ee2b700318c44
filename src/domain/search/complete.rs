//! What the search field can complete: the keys of filters, and the kinds, trends, people and days that a filter may ask for.
//!
//! Only says what could be written in the place of what; whether it is, is up to the person.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Key, LineKind, QUOTES, pieces, words_of_kind};
use crate::domain::language::Language;
use crate::domain::people;
use crate::domain::trend::{Trend, fold, normalise};

/// So many are offered at once.
const MOST: usize = 8;

/// What there is to ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The trends, the nearest first.
    pub trends: Vec<Trend>,
    /// The names of people and organisations, the nearest first.
    pub persons: Vec<String>,
    /// The days, the nearest first.
    pub days: Vec<KnownDay>,
}

/// A day to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDay {
    /// Its name on the command line, which is what is written.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Its first date.
    pub date: Option<NaiveDate>,
}

/// Something that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that it takes the place of.
    pub replaces: Range<usize>,
    /// What is written there. Ends in a space, but for a key, behind which its value comes.
    pub written: String,
    /// What it is called.
    pub name: String,
    /// What more there is to say of it; may be empty.
    pub about: String,
}

/// What the query can become at the caret, which is in characters from the start; the best first. Nothing while nothing
/// is typed there.
#[must_use]
pub fn complete(query: &str, caret: usize, known: &Known, language: Language) -> Vec<Completion> {
    let caret = query.char_indices().nth(caret).map_or(query.len(), |(at, _)| at);
    let Some(piece) =
        pieces(query).into_iter().find(|piece| piece.span.start < caret && caret <= piece.span.end)
    else {
        return Vec::new();
    };
    let Some(key) = piece.key else {
        let typed = query.get(piece.span.start..caret).unwrap_or_default();
        return keys(typed, &piece.span, language);
    };
    if caret < piece.value.start {
        return Vec::new();
    }
    let typed = query.get(piece.value.start..caret.min(piece.value.end)).unwrap_or_default();
    let key_word = query.get(piece.span.start..piece.value.start).unwrap_or_default();
    let key_word = key_word.trim_end_matches(QUOTES);
    values(key, typed, known, language)
        .into_iter()
        .take(MOST)
        .map(|(value, name, about)| Completion {
            replaces: piece.span.clone(),
            written: format!("{key_word}{} ", quoted(&value)),
            name,
            about,
        })
        .collect()
}

/// The keys that begin with what is typed, in the language of the screen; the other language's when it is being typed.
fn keys(typed: &str, span: &Range<usize>, language: Language) -> Vec<Completion> {
    let typed = fold(typed);
    let own = usize::from(language == Language::English);
    let fitting = |key: Key| {
        let [dutch, english] = key.words();
        let words = if own == 0 { [dutch, english] } else { [english, dutch] };
        words.into_iter().find(|word| word.starts_with(&typed))
    };
    let completion = |word: &str| Completion {
        replaces: span.clone(),
        written: format!("{word}:"),
        name: format!("{word}:"),
        about: String::new(),
    };
    Key::ALL.into_iter().filter_map(fitting).map(completion).collect()
}

/// The values that fit what is typed, with what each is called and what more there is to say of it.
fn values(key: Key, typed: &str, known: &Known, language: Language) -> Vec<(String, String, String)> {
    let plain = |text: &str| (text.to_owned(), text.to_owned(), String::new());
    match key {
        Key::Kind => {
            let typed = fold(typed);
            let fits = |kind: &LineKind| words_of_kind(*kind).iter().any(|word| word.starts_with(&typed));
            let nth = usize::from(language == Language::English);
            let word = |kind: LineKind| words_of_kind(kind).get(nth).map(|word| plain(word));
            LineKind::ALL.into_iter().filter(fits).filter_map(word).collect()
        }
        Key::Trend => {
            let typed = normalise(typed.trim_start_matches('#'));
            let about =
                |trend: &Trend| if trend.label == trend.tag { String::new() } else { trend.label.clone() };
            let name = |trend: &Trend| (trend.tag.clone(), format!("#{}", trend.tag), about(trend));
            best_first(&known.trends, |trend| trend.names().map(normalise).collect(), &typed)
                .map(name)
                .collect()
        }
        Key::Person => {
            let typed = people::key(typed.trim_start_matches('@'));
            best_first(&known.persons, |name| starts(name), &typed).map(|name| plain(name)).collect()
        }
        Key::Day => {
            let typed = joined(typed);
            let forms = |day: &KnownDay| {
                let date = day.date.map(|date| joined(&date.to_string()));
                starts(&day.title).into_iter().chain([joined(&day.slug)]).chain(date).collect()
            };
            let date = |day: &KnownDay| day.date.map(|date| date.to_string()).unwrap_or_default();
            let value = |day: &KnownDay| (day.slug.clone(), day.title.clone(), date(day));
            best_first(&known.days, forms, &typed).map(value).collect()
        }
    }
}

/// Those of which a form begins with what is typed, then those of which one holds it.
fn best_first<'a, T>(
    known: &'a [T],
    forms: impl Fn(&T) -> Vec<String>,
    typed: &str,
) -> impl Iterator<Item = &'a T> {
    let (mut begins, mut holds) = (Vec::new(), Vec::new());
    for one in known {
        let forms = forms(one);
        if forms.iter().any(|form| form.starts_with(typed)) {
            begins.push(one);
        } else if forms.iter().any(|form| form.contains(typed)) {
            holds.push(one);
        }
    }
    begins.into_iter().chain(holds)
}

/// The letters and digits from each word on.
fn starts(text: &str) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(joined).filter(|word| !word.is_empty()).collect();
    (0..words.len()).map(|from| words.get(from..).unwrap_or_default().concat()).collect()
}

fn joined(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A value as it is written behind a key.
fn quoted(value: &str) -> String {
    let value = value.replace(QUOTES, "");
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value }
}
