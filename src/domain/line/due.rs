//! When an action is due: a date after a word such as `vóór`, `uiterlijk` or `by`, or a date in digits.
//!
//! Only finds and resolves the date; which day the line was written on is for the caller to say.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::inline::is_taken;
use crate::domain::trend::fold;

/// The words before a date that make it the date by which something is due, folded.
const PREPOSITIONS: [&str; 8] = ["voor", "uiterlijk", "tot", "deadline", "by", "before", "until", "due"];

/// The words that may stand between such a word and its date, folded.
const FILLERS: [&str; 36] = [
    "op",
    "de",
    "the",
    "on",
    "by",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
];
const MOST_FILLERS: usize = 3;

/// The names of the twelve months and their usual abbreviations, folded.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "febr"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Without a word before it these are parts of something, not dates.
const FRACTIONS: [&str; 5] = ["1/2", "1/3", "2/3", "1/4", "3/4"];

/// From one 29 February to the next takes at most this many years (1896 to 1904).
const LONGEST_WAIT: i32 = 8;

/// The date by which an action is due, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Where it stands, from the word before it (`vóór`) to the end of the date.
    pub span: Range<usize>,
    /// The day of the month, 1 to 31; it need not exist in that month.
    pub day: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The year, when it is written.
    pub year: Option<i32>,
    /// Whether it is written as `4-12`, so that day and month could be meant the other way round.
    pub can_turn: bool,
}

impl Due {
    /// The first such date on or after the day's date; a date with a year is that date. `None` for a date that does
    /// not exist, such as 31 April.
    #[must_use]
    pub fn resolve(&self, on_or_after: NaiveDate) -> Option<NaiveDate> {
        if let Some(year) = self.year {
            return NaiveDate::from_ymd_opt(year, self.month, self.day);
        }
        let first = on_or_after.year();
        (first..=first.saturating_add(LONGEST_WAIT))
            .filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
            .find(|date| *date >= on_or_after)
    }
}

/// Whether `word` names a month.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The first due date in the `content` of `text`, outside the `taken` ranges.
pub(super) fn find(text: &str, content: Range<usize>, taken: &[Range<usize>]) -> Option<Due> {
    let words = words(text, content, taken);
    words.iter().enumerate().find_map(|(index, word)| {
        let (date, end) = if PREPOSITIONS.contains(&fold(word.text).as_str()) {
            date_after(words.get(index + 1..)?)?
        } else {
            (bare_date(word.text)?, word.span.end)
        };
        let Date { day, month, year, can_turn } = date;
        Some(Due { span: word.span.start..end, day, month, year, can_turn })
    })
}

/// A word without the punctuation around it. What is taken stands in between as an empty word.
struct Word<'a> {
    text: &'a str,
    span: Range<usize>,
    /// Whether punctuation follows.
    stops: bool,
}

#[derive(Clone, Copy)]
struct Date {
    day: u32,
    month: u32,
    year: Option<i32>,
    can_turn: bool,
}

impl Date {
    fn new(day: u32, month: u32, year: Option<i32>) -> Option<Self> {
        ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some(Self {
            day,
            month,
            year,
            can_turn: false,
        })
    }
}

fn words<'a>(text: &'a str, content: Range<usize>, taken: &[Range<usize>]) -> Vec<Word<'a>> {
    let is_around = |c: char| !c.is_alphanumeric();
    let mut start = content.start;
    let mut words = Vec::new();
    for piece in text.get(content).unwrap_or_default().split(char::is_whitespace) {
        let end = start + piece.len();
        let inner = piece.trim_start_matches(is_around);
        let from = end - inner.len();
        let word = inner.trim_end_matches(is_around);
        let free = !is_taken(taken, start) && !is_taken(taken, from);
        if !piece.is_empty() {
            words.push(Word {
                text: if free { word } else { "" },
                span: from..from + word.len(),
                stops: word.len() < inner.len(),
            });
        }
        // White space is one character of any width.
        start = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    words
}

/// The date that `words` start with, after a few fillers, and where it ends.
fn date_after(words: &[Word<'_>]) -> Option<(Date, usize)> {
    let fillers = words.iter().take(MOST_FILLERS).take_while(|word| is_filler(word.text)).count();
    let words = words.get(fillers..)?;
    let (first, second) = (words.first()?, words.get(1));
    if let Some(date) = iso(first.text).or_else(|| numeric(first.text)) {
        return Some((date, first.span.end));
    }
    let second = second?;
    let (day, month) = match (ordinal(first.text), month(first.text)) {
        (Some(day), _) if !first.stops => (day, month(second.text)?),
        (_, Some(month)) => (ordinal(second.text)?, month),
        _ => return None,
    };
    // `April 12, 2023` has a comma before its year, `12 april, 2023` is a date and something else.
    let may_go_on = !second.stops || ordinal(first.text).is_none();
    let year =
        words.get(2).filter(|_| may_go_on).and_then(|word| Some((full_year(word.text)?, word.span.end)));
    let date = Date::new(day, month, year.map(|(year, _)| year))?;
    Some((date, year.map_or(second.span.end, |(_, end)| end)))
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&fold(word).as_str())
}

/// A date that needs no word before it: `2023-04-12` or `12/4`.
fn bare_date(word: &str) -> Option<Date> {
    if FRACTIONS.contains(&word) {
        return None;
    }
    iso(word).or_else(|| numeric(word).filter(|_| word.contains('/')))
}

/// Year, month and day, as in ISO 8601.
fn iso(word: &str) -> Option<Date> {
    let mut parts = word.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(digits(day)?, digits(month)?, Some(full_year(year)?))
}

/// Day before month: `12-4`, `12/4`, `12-4-2023`, `12/4/23`. With points only with a full year: `12.30` is a time.
fn numeric(word: &str) -> Option<Date> {
    let separator = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = word.splitn(4, separator).collect();
    let date = match parts.as_slice() {
        [day, month] if separator != '.' => Date::new(digits(day)?, digits(month)?, None),
        [day, month, year] => {
            let year = match digits(year) {
                Some(short) if year.len() == 2 && separator != '.' => i32::try_from(2000 + short).ok()?,
                _ => full_year(year)?,
            };
            Date::new(digits(day)?, digits(month)?, Some(year))
        }
        _ => None,
    };
    date.map(|date| Date { can_turn: true, ..date })
}

/// A day of the month: `12`, `12e`, `1ste`, `12th`.
fn ordinal(word: &str) -> Option<u32> {
    let word = fold(word);
    let number = word.trim_end_matches(char::is_alphabetic);
    let ending = word.get(number.len()..)?;
    matches!(ending, "" | "e" | "de" | "ste" | "st" | "nd" | "rd" | "th").then(|| digits(number)).flatten()
}

fn month(word: &str) -> Option<u32> {
    let word = fold(word);
    let index = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(index + 1).ok()
}

fn full_year(word: &str) -> Option<i32> {
    let year = i32::try_from(word.parse::<u32>().ok().filter(|_| word.len() == 4)?).ok()?;
    (1900..2200).contains(&year).then_some(year)
}

/// One or two digits.
fn digits(word: &str) -> Option<u32> {
    let fits = matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| word.parse().ok()).flatten()
}
