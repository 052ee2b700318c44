//! The figure that a line gives: its value, its unit and what it is about.
//!
//! A percentage, an amount or "x van y" is what a line is about when it has one; without any, the first number is.

use std::ops::Range;

use super::due::is_month;
use super::number::{self, Number};
use crate::domain::trend::fold;

/// What stands between the two numbers of a share when a plain remark may be about it.
const SHARE_WORDS: [&str; 6] = ["van", "van de", "van het", "van alle", "van onze", "out of"];

/// What may stand there in a line that is marked as a figure. Not in a remark: in Dutch "3 of 4" means "3 or 4".
const MORE_SHARE_WORDS: [&str; 3] = ["of", "of the", "of all"];

const PERCENT_WORDS: [&str; 3] = ["procent", "percent", "pct"];
const EURO_WORDS: [&str; 3] = ["euro", "euros", "eur"];

const SCALE_WORDS: [(&str, f64); 9] = [
    ("duizend", 1e3),
    ("thousand", 1e3),
    ("miljoen", 1e6),
    ("million", 1e6),
    ("mln", 1e6),
    ("miljard", 1e9),
    ("billion", 1e9),
    ("mld", 1e9),
    ("biljoen", 1e12),
];

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number itself, with words such as `miljoen` worked out; always finite.
    pub value: f64,
    /// The whole that `value` is a part of: 258 in `47 van 258`.
    pub of: Option<f64>,
    /// `%`, `€`, or what the whole counts: `respondenten` in `47 van 258 respondenten`.
    pub unit: Option<String>,
    /// The rest of the line: what the number is about.
    pub what: Option<String>,
}

impl Figure {
    /// The share in percent, for a number of a whole: 47 of 258 is 18.217…
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let whole = self.of.filter(|whole| *whole > 0.0)?;
        Some(self.value / whole * 100.0)
    }
}

/// A number with its unit or its whole, and the place of all of it.
struct Amount {
    span: Range<usize>,
    value: f64,
    of: Option<f64>,
    unit: Option<String>,
}

/// The figure in the `content` of `text`; `None` without a number outside `taken`.
pub(super) fn read(text: &str, content: Range<usize>, taken: &[Range<usize>]) -> Option<Figure> {
    let numbers = number::find_all(text, content.clone(), taken);
    let is_share_word = |between: &str| SHARE_WORDS.contains(&between) || MORE_SHARE_WORDS.contains(&between);
    let amount = share(text, &content, &numbers, is_share_word)
        .or_else(|| with_unit(text, &content, &numbers))
        .or_else(|| {
            let first = numbers.iter().find(|number| !is_year(text, number)).or(numbers.first())?;
            Some(measure(text, &content, first))
        })?;
    let what = rest(text, &content, &amount.span);
    Some(Figure { value: amount.value, of: amount.of, unit: amount.unit, what })
}

/// Whether a remark with this `content` could be a figure: a percentage, an amount of money or "x van y". Other
/// numbers are too often a time, a year or a name.
pub(super) fn offers(text: &str, content: Range<usize>, taken: &[Range<usize>]) -> bool {
    let numbers = number::find_all(text, content.clone(), taken);
    share(text, &content, &numbers, |between| SHARE_WORDS.contains(&between)).is_some()
        || with_unit(text, &content, &numbers).is_some()
}

fn share(
    text: &str,
    content: &Range<usize>,
    numbers: &[Number],
    is_share_word: impl Fn(&str) -> bool,
) -> Option<Amount> {
    let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
    pairs.find_map(|(part, whole)| {
        let between = fold(text.get(part.span.end..whole.span.start)?);
        let words: Vec<&str> = between.split_whitespace().collect();
        let whole = measure(text, content, whole);
        let (unit, end) = noun(text, content, whole.span.end);
        let is_date = unit.as_deref().is_some_and(is_month);
        let fits = is_share_word(&words.join(" ")) && whole.unit.is_none() && part.value <= whole.value;
        (fits && !is_date).then_some(Amount {
            span: part.span.start..end,
            value: part.value,
            of: Some(whole.value),
            unit,
        })
    })
}

fn with_unit(text: &str, content: &Range<usize>, numbers: &[Number]) -> Option<Amount> {
    numbers.iter().map(|number| measure(text, content, number)).find(|amount| amount.unit.is_some())
}

/// The number with the scale and the unit around it: `15 miljoen`, `70 %`, `€ 1.200`, `3 euro`.
fn measure(text: &str, content: &Range<usize>, number: &Number) -> Amount {
    let mut span = number.span.clone();
    let mut value = number.value;
    if let (Some(word), end) = noun(text, content, span.end)
        && let word = fold(&word)
        && let Some((_, scale)) = SCALE_WORDS.iter().find(|(known, _)| *known == word)
    {
        value *= scale;
        span.end = end;
    }
    let before = text.get(content.start..span.start).unwrap_or_default().trim_end();
    if before.ends_with('€') {
        span.start = content.start + before.len() - '€'.len_utf8();
        let after = text.get(span.end..content.end).unwrap_or_default();
        // `€ 1.200,-` is how round amounts are written.
        if after.starts_with(",-") {
            span.end += ",-".len();
        }
        return Amount { span, value, of: None, unit: Some("€".to_owned()) };
    }
    let (unit, end) = unit(text, content, span.end);
    span.end = end;
    Amount { span, value, of: None, unit: unit.map(str::to_owned) }
}

/// The unit from byte `from` on, and where it ends.
fn unit(text: &str, content: &Range<usize>, from: usize) -> (Option<&'static str>, usize) {
    let after = text.get(from..content.end).unwrap_or_default();
    let tight = after.trim_start();
    let start = from + after.len() - tight.len();
    for sign in ["%", "€"] {
        if tight.starts_with(sign) {
            return (Some(sign), start + sign.len());
        }
    }
    let (word, end) = noun(text, content, from);
    match word.map(|word| fold(&word)).as_deref() {
        Some(word) if PERCENT_WORDS.contains(&word) => (Some("%"), end),
        Some(word) if EURO_WORDS.contains(&word) => (Some("€"), end),
        _ => (None, from),
    }
}

/// The word from byte `from` on, after white space, and where it ends; `from` itself without one.
fn noun(text: &str, content: &Range<usize>, from: usize) -> (Option<String>, usize) {
    let after = text.get(from..content.end).unwrap_or_default();
    let word = after.trim_start();
    let end = word.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(word.len());
    let start = from + after.len() - word.len();
    match word.get(..end).map(|word| word.trim_end_matches('-')) {
        Some(word) if word.starts_with(char::is_alphabetic) => (Some(word.to_owned()), start + word.len()),
        _ => (None, from),
    }
}

fn is_year(text: &str, number: &Number) -> bool {
    number.span.len() == 4
        && text
            .get(number.span.clone())
            .is_some_and(|written| written.bytes().all(|byte| byte.is_ascii_digit()))
        && (1900.0..2100.0).contains(&number.value)
}

/// What is left of the content around `span`.
fn rest(text: &str, content: &Range<usize>, span: &Range<usize>) -> Option<String> {
    let joins = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '=' | '-' | '–' | '—' | '.');
    let before = text.get(content.start..span.start)?.trim_matches(joins);
    let after = text.get(span.end..content.end)?.trim_matches(joins);
    let parts: Vec<&str> = [before, after].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
