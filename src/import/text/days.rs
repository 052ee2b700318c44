//! The days of a programme: headings such as "Freitag (20. September)", "Day 2" or "Samedi 14 mai matin".
//!
//! Finds and compares them. Which date a day without a year falls on is decided in `facts`.

use chrono::{Datelike, Weekday};

use super::lines::{Line, Mark};
use crate::import::dates::{self, WrittenDate};

/// A day as its heading names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heading {
    /// The date; of a range the first.
    pub(super) date: Option<WrittenDate>,
    /// The day of the week.
    pub(super) weekday: Option<Weekday>,
    /// "Day 2".
    pub(super) number: Option<u32>,
    /// The day of the month, behind a day of the week and without a month: "Woensdag 12".
    pub(super) of_month: Option<u32>,
}

/// Words that may stand before the day in its heading.
const BEFORE: [&str; 22] = [
    "programma",
    "programme",
    "program",
    "programm",
    "agenda",
    "schedule",
    "ablauf",
    "op",
    "am",
    "le",
    "on",
    "voor",
    "for",
    "für",
    "du",
    "vom",
    "van",
    "de",
    "the",
    "tagesprogramm",
    "dagprogramma",
    "conference",
];
/// Words for a day with a number.
const DAY: [&str; 8] =
    ["day", "dag", "tag", "jour", "journée", "conferentiedag", "congresdag", "konferenztag"];
/// Numbers in words.
const ORDINALS: [(&str, u32); 28] = [
    ("eerste", 1),
    ("tweede", 2),
    ("derde", 3),
    ("vierde", 4),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("erster", 1),
    ("zweiter", 2),
    ("dritter", 3),
    ("vierter", 4),
    ("première", 1),
    ("premier", 1),
    ("deuxième", 2),
    ("seconde", 2),
    ("troisième", 3),
    ("quatrième", 4),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("un", 1),
    ("eins", 1),
    ("zwei", 2),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
];
/// A heading has at most so many words beside the day.
const MOST_WORDS: usize = 9;

impl Heading {
    /// Whether both can be the same day.
    pub(super) fn is_same_day(&self, other: &Self) -> bool {
        if let (Some(one), Some(two)) = (&self.date, &other.date) {
            return (one.day, one.month) == (two.day, two.month);
        }
        if let (Some(one), Some(two)) = (self.day_of_month(), other.day_of_month()) {
            return one == two;
        }
        if let (Some(one), Some(two)) = (self.number, other.number) {
            return one == two;
        }
        if let (Some(one), Some(two)) = (self.any_weekday(), other.any_weekday()) {
            return one == two;
        }
        true
    }

    /// What either of them knows.
    pub(super) fn merged(self, later: Self) -> Self {
        Self {
            date: later.date.or(self.date),
            weekday: later.weekday.or(self.weekday),
            number: later.number.or(self.number),
            of_month: later.of_month.or(self.of_month),
        }
    }

    fn day_of_month(&self) -> Option<u32> {
        self.of_month.or(self.date.as_ref().map(|date| date.day))
    }

    /// The day of the week as it is written, else of the date if that has a year.
    fn any_weekday(&self) -> Option<Weekday> {
        let date = self.date.as_ref();
        let written = self.weekday.or(date.and_then(|date| date.weekday));
        written.or_else(|| Some(date?.resolve(None)?.weekday()))
    }
}

/// The day that `line` is the heading of.
pub(super) fn heading(line: &Line<'_>) -> Option<Heading> {
    let text = if line.barred { single_cell(line)? } else { line.text.as_str() };
    if text.ends_with('.') && text.split_whitespace().count() > 5
        || matches!(line.mark, Mark::Number(_)) && text.split_whitespace().count() > 6
    {
        return None;
    }
    if let (Mark::Number(number), true) = (line.mark, DAY.contains(&text.to_lowercase().as_str())) {
        return Some(Heading { number: Some(number), ..Heading::default() });
    }
    let (heading, _) = leading(text)?;
    let words = text.split_whitespace().count();
    (words <= MOST_WORDS + 4).then_some(heading)
}

/// The day that `text` starts with and where that ends.
pub(super) fn leading(text: &str) -> Option<(Heading, usize)> {
    let mut at = text.len() - text.trim_start().len();
    for _ in 0..3 {
        let rest = text.get(at..)?;
        if let Some((heading, length)) = at_start(rest) {
            return Some((heading, at + length));
        }
        let word = rest.split_whitespace().next()?;
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if !BEFORE.contains(&plain.as_str()) && !plain.is_empty() {
            return None;
        }
        at += word.len();
        at += text.get(at..)?.len() - text.get(at..)?.trim_start().len();
    }
    None
}

fn at_start(text: &str) -> Option<(Heading, usize)> {
    if let Some(date) = dates::leading(text) {
        let end = date.span.end;
        let weekday = date.weekday;
        return Some((Heading { weekday, date: Some(date), ..Heading::default() }, end));
    }
    if let Some((number, end)) = numbered(text) {
        let rest = text.get(end..)?;
        let date = dates::find(rest).into_iter().find(|date| date.span.start < 30);
        let weekday = date.as_ref().and_then(|date| date.weekday).or_else(|| weekday_in(rest));
        let end = end + date.as_ref().map_or(0, |date| date.span.end);
        return Some((Heading { date, weekday, number: Some(number), of_month: None }, end));
    }
    let (weekday, end) = dates::leading_weekday(text)?;
    let rest = text.get(end..)?;
    // "Freitag (20. September)", "Donderdag – 5 maart", "Monday morning".
    let date = dates::find(text).into_iter().find(|date| date.span.start < end + 12);
    let few = rest.split_whitespace().count() <= 4;
    if date.is_none() && (!few || rest.starts_with(char::is_alphabetic)) {
        return None;
    }
    let of_month = if date.is_none() { dates::day_alone(rest) } else { None };
    let end = date.as_ref().map_or(end, |date| date.span.end);
    Some((Heading { date, weekday: Some(weekday), number: None, of_month }, end))
}

fn weekday_in(text: &str) -> Option<Weekday> {
    let start = text.find(char::is_alphabetic)?;
    dates::leading_weekday(text.get(start..)?).map(|(weekday, _)| weekday)
}

/// "Day 2", "Tag 1:", "2. Tag", "Tweede dag", "Jour 1".
fn numbered(text: &str) -> Option<(u32, usize)> {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next()?, words.next()?);
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (one, two) = (plain(first), plain(second));
    let end = text.find(second)? + second.len();
    let number = |word: &str| {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let ordinal = ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
        digits.parse().ok().or(ordinal).filter(|number| (1..=14).contains(number))
    };
    if DAY.contains(&one.as_str()) {
        return number(&two)
            .filter(|_| !two.contains(['.', ':']) && two.len() <= 5)
            .map(|number| (number, end));
    }
    if DAY.contains(&two.as_str()) {
        return number(&one).map(|number| (number, end));
    }
    None
}

/// The only filled cell of a row.
fn single_cell<'a>(line: &'a Line<'_>) -> Option<&'a str> {
    let mut filled = line.cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next()?;
    filled.next().is_none().then_some(first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::lines;

    fn shown(text: &str) -> Option<String> {
        let (lines, _) = lines::read(text);
        let heading = heading(&lines[0])?;
        let date = heading.date.map_or(String::new(), |date| format!("{}-{}", date.month, date.day));
        let of_month = heading.of_month.map_or(String::new(), |day| format!(" {day}"));
        Some(format!("{date} {:?} {:?}{of_month}", heading.weekday, heading.number))
    }

    #[test]
    fn headings_in_four_languages() {
        for (text, expected) in [
            ("Freitag (20. September)", "9-20 Some(Fri) None"),
            ("| Day 2 - Tuesday 3 June 2025 | | |", "6-3 Some(Tue) Some(2)"),
            ("Samedi 14 mai matin", "5-14 Some(Sat) None"),
            ("Dag 1", " None Some(1)"),
            ("2. Tag", " None Some(2)"),
            ("Thursday, May 8", "5-8 Some(Thu) None"),
            ("Programma 3 oktober 2024 (wijzigingen voorbehouden)", "10-3 None None"),
            ("Vrijdag", " Some(Fri) None"),
            ("Woensdag 12", " Some(Wed) None 12"),
            ("## Thursday 13th:", " Some(Thu) None 13"),
            ("Mercredi 12 - 14 heures", " Some(Wed) None"),
            ("Eerste dag", " None Some(1)"),
            ("Deuxième journée : jeudi 6 juin", "6-6 Some(Thu) Some(2)"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_heading() {
        for text in [
            "Op dinsdag 9 april kwamen de gemeenten en waterschappen bij elkaar om over water te praten.",
            "Dagopening",
            "Freitagsgebet",
            "Day care centres",
            "10 uur Welkom",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
