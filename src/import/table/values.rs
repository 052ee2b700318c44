//! What a cell says about days and times: as people write them, and as spreadsheets do.
//!
//! A cell that is a number may be a date (the days since the end of 1899), a time (a part of a day), an hour, or an hour
//! with its minutes (`930`, `9.3`). Which of these is possible depends on the column, so the caller says how much to
//! believe. The words and styles of written times and dates are in `times` and `dates`.

use chrono::{Days, NaiveDate, Timelike, Weekday};

use crate::import::times::{self, Clock};
use crate::import::{dates, kind};

/// A time of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Minutes after midnight, from 0; 1440 and more are of the next day.
    pub minutes: u32,
    /// It is written with am or pm, so it means what it says.
    pub is_sure: bool,
}

/// The day of a cell, as far as the cell says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayMark {
    /// A whole date.
    Date(NaiveDate),
    /// `03/04/2025`, which is in March or in April: the first number, the second, the year.
    Either(u32, u32, i32),
    /// A day and a month without a year.
    Yearless(u32, u32),
    /// A day of the week.
    Weekday(Weekday),
    /// The number of the day, from 1.
    Number(u32),
}

/// What a cell says about when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    /// The day.
    pub day: Option<DayMark>,
    /// The start.
    pub start: Option<Moment>,
    /// The end.
    pub end: Option<Moment>,
}

/// How a bare number in a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Not as a time: the column may hold anything.
    Nothing,
    /// As a time, because the column is one of times.
    Times,
}

/// Words that stand for an empty cell.
const EMPTY: &[&str] = &[
    "-", "–", "—", "--", "/", "?", "n/a", "na", "n.a.", "n.v.t.", "nvt", "tba", "tbd", "tbc", "nnb",
    "n.n.b.", "n.t.b.", "ntb", "null", "none", "leer", "leeg", "x", "k.a.", "n.n.",
];

/// The first date of a spreadsheet's numbers that is believed to be one: 1 January 1990.
const FIRST_SERIAL: f64 = 32_874.0;

/// The last one, in 2063.
const LAST_SERIAL: f64 = 60_000.0;

/// The text of a cell, or nothing where it only says that it is empty.
pub(in crate::import) fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_empty = text.is_empty() || EMPTY.contains(&text.to_lowercase().as_str());
    (!is_empty).then_some(text)
}

/// What a cell says about when: a day, a time, a range of times, or a day with times.
pub(super) fn when(text: &str, numbers: Numbers) -> Option<When> {
    let text = filled(text)?;
    if text.len() > 80 || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return words_only(text);
    }
    if let Some(number) = number(text) {
        return of_number(number, text, numbers);
    }
    if let Some(when) = iso(text) {
        return Some(when);
    }
    if let Some((start, end)) = span(text) {
        return Some(When { day: None, start, end });
    }
    if let Some(start) = of_no_clock(text) {
        return Some(When { day: None, start: Some(start), end: None });
    }
    if numbers == Numbers::Times
        && let Some((start, end)) = bare_range(text)
    {
        return Some(When { day: None, start: Some(start), end: Some(end) });
    }
    day_and_times(text, numbers)
}

/// How many minutes a cell says: `90`, `1:30`, `01:30:00`, `1h30`, `45 min`. `in_hours`: the column counts hours.
pub(super) fn minutes(text: &str, in_hours: bool) -> Option<u32> {
    const A_WEEK: u32 = 7 * 24 * 60;
    let text = filled(text)?;
    let minutes = if let Some(number) = number(text) {
        let minutes = match number {
            _ if in_hours => number * 60.0,
            // A part of a day, as spreadsheets keep a length of time.
            _ if number > 0.0 && number < 1.0 => number * 24.0 * 60.0,
            _ => number,
        };
        whole(minutes)?
    } else if let Some(minutes) = clock_like(text) {
        minutes
    } else {
        times::duration(text)?
    };
    (minutes <= A_WEEK).then_some(minutes)
}

/// `1:30` and `01:30:00`.
fn clock_like(text: &str) -> Option<u32> {
    let mut parts = text.split(':');
    let hours: u32 = parts.next()?.trim().parse().ok()?;
    let minutes: u32 = parts.next()?.trim().parse().ok().filter(|minutes| *minutes < 60)?;
    let seconds = parts.next().is_none_or(|seconds| seconds.parse::<f32>().is_ok());
    (seconds && parts.next().is_none() && hours < 200).then_some(hours * 60 + minutes)
}

/// A number that stands alone, with a point or a comma.
fn number(text: &str) -> Option<f64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

fn of_number(number: f64, text: &str, numbers: Numbers) -> Option<When> {
    if (FIRST_SERIAL..LAST_SERIAL).contains(&number) {
        let day = serial(number)?;
        let fraction = number.fract();
        let start = if fraction > 0.0 { Some(part_of_day(fraction)?) } else { None };
        return Some(When { day: Some(DayMark::Date(day)), start, end: None });
    }
    if numbers == Numbers::Nothing {
        // `09.30` and `9.30` are times all the same: somebody wrote both digits of the minutes.
        let (start, end) = span(text)?;
        return Some(When { day: None, start, end });
    }
    let start = if number == 0.0 {
        Moment { minutes: 0, is_sure: false }
    } else if number < 1.0 {
        part_of_day(number)?
    } else if number <= 24.99 {
        hour_and_minutes(number)?
    } else if number.fract() == 0.0 && number <= 2400.0 {
        let hhmm = whole(number)?;
        moment(hhmm / 100, hhmm % 100)?
    } else {
        return None;
    };
    Some(When { day: None, start: Some(start), end: None })
}

/// `18` is six o'clock, and `9.3` half past nine: a spreadsheet dropped the zero of `9.30`.
fn hour_and_minutes(number: f64) -> Option<Moment> {
    moment(whole(number.trunc())?, whole((number.fract() * 100.0).round())?)
}

fn moment(hour: u32, minute: u32) -> Option<Moment> {
    (hour <= 24 && minute < 60).then_some(Moment { minutes: hour * 60 + minute, is_sure: false })
}

fn part_of_day(fraction: f64) -> Option<Moment> {
    Some(Moment { minutes: whole((fraction * 24.0 * 60.0).round())?, is_sure: false })
}

/// A number without a fraction, rounded.
fn whole(number: f64) -> Option<u32> {
    let rounded = number.round();
    if !(0.0..=10_000_000.0).contains(&rounded) {
        return None;
    }
    format!("{rounded:.0}").parse().ok()
}

/// The date that a spreadsheet keeps as the days since 30 December 1899.
fn serial(number: f64) -> Option<NaiveDate> {
    let days = u64::from(whole(number.trunc())?);
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// `2025-12-20`, `2025-12-20T10:00:00+04:00`, `2025/12/20 10:00`.
fn iso(text: &str) -> Option<When> {
    let date = text.get(..10)?.replace('/', "-");
    let date = NaiveDate::parse_from_str(&date, "%Y-%m-%d").ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ', ',']);
    let day = Some(DayMark::Date(date));
    if rest.is_empty() {
        return Some(When { day, start: None, end: None });
    }
    // A zone behind the time says nothing here: times are those of the place.
    let rest = rest.trim_end_matches(['Z', 'z']);
    let clock = rest.find(['+']).map_or(rest, |zone| rest.get(..zone).unwrap_or(rest)).trim_end();
    let clock = clock.split('.').next().filter(|whole| whole.contains(':')).unwrap_or(clock);
    let (start, end) = span(clock)?;
    Some(When { day, start, end })
}

/// A written time or range, with nothing else in the cell.
fn span(text: &str) -> Option<(Option<Moment>, Option<Moment>)> {
    let span = times::whole(text)?;
    if span.digits_only && span.end.is_none() {
        return None;
    }
    Some((span.start.and_then(of_clock), span.end.and_then(of_clock)))
}

/// `9-10` and `9 - 10.30`, in a column of times.
fn bare_range(text: &str) -> Option<(Moment, Moment)> {
    let (start, end) = text.split_once(['-', '–', '—'])?;
    let moment = |text: &str| of_number(number(text.trim())?, text.trim(), Numbers::Times)?.start;
    Some((moment(start)?, moment(end)?))
}

/// "0:00 a.m." and "14:00 pm", which no clock shows and people write all the same: the half of the day says nothing.
fn of_no_clock(text: &str) -> Option<Moment> {
    let lower = text.to_lowercase();
    let bare = ["a.m.", "p.m.", "am", "pm"].into_iter().find_map(|half| lower.strip_suffix(half))?;
    let moment = span(bare.trim())?.0?;
    (moment.minutes < 60 || moment.minutes >= 13 * 60).then_some(Moment { is_sure: true, ..moment })
}

fn of_clock(clock: Clock) -> Option<Moment> {
    let time = clock.time()?;
    let minutes = if clock.hour == 24 { 24 * 60 } else { time.hour() * 60 + time.minute() };
    Some(Moment { minutes, is_sure: clock.half.is_some() })
}

/// A written date, with or without times behind it.
fn day_and_times(text: &str, numbers: Numbers) -> Option<When> {
    let (day, rest) = day_in_digits(text).or_else(|| written_day(text))?;
    let rest = rest.trim_start_matches([',', ' ', '|', '\n', ';', '@']).trim();
    if rest.is_empty() {
        return Some(When { day: Some(day), start: None, end: None });
    }
    let times = when(rest, numbers).filter(|times| times.day.is_none() && times.start.is_some())?;
    Some(When { day: Some(day), ..times })
}

/// `27/12/14`, `24.09.2024`, `16-3-2023`, `2.5.`: the day and what follows it.
fn day_in_digits(text: &str) -> Option<(DayMark, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '/' | '.' | '-'))
        .unwrap_or(text.len());
    let (head, rest) = text.split_at_checked(end)?;
    let parts: Vec<&str> = head.trim_end_matches('.').split(['/', '.', '-']).collect();
    match parts.as_slice() {
        [first, second, year] if matches!(year.len(), 2 | 4) => {
            Some((either(small(first)?, small(second)?, year_of(year)?)?, rest))
        }
        [first, second] if head.ends_with('.') => {
            let (day, month) = (small(first)?, small(second)?);
            NaiveDate::from_ymd_opt(2000, month, day)?;
            Some((DayMark::Yearless(day, month), rest))
        }
        _ => None,
    }
}

fn small(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| (1..=31).contains(number))
}

/// A year of two digits is of this century.
fn year_of(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    let year = if text.len() == 2 { 2000 + year } else { year };
    (1900..2200).contains(&year).then_some(year)
}

/// A date in digits, in either order where both exist.
fn either(first: u32, second: u32, year: i32) -> Option<DayMark> {
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(DayMark::Either(first, second, year)),
        (Some(date), _) | (None, Some(date)) => Some(DayMark::Date(date)),
        (None, None) => None,
    }
}

/// A date with the name of its month, at the start of the cell.
fn written_day(text: &str) -> Option<(DayMark, &str)> {
    let found = dates::find(text);
    let date = found.first().filter(|date| date.span.start == 0)?;
    let rest = text.get(date.span.end..)?;
    let mark = match date.year {
        Some(_) => DayMark::Date(date.resolve(None)?),
        None => DayMark::Yearless(date.day, date.month),
    };
    Some((mark, rest))
}

/// "donderdag", "Fr", "noon": cells without a digit.
fn words_only(text: &str) -> Option<When> {
    if text.len() > 40 {
        return None;
    }
    if let Some(weekday) = dates::weekday_alone(text) {
        return Some(When { day: Some(DayMark::Weekday(weekday)), start: None, end: None });
    }
    let (start, end) = span(text)?;
    Some(When { day: None, start, end })
}

/// The number of a day: `2`, `Dag 2`, `Day 1`, `Tag 3`, `Jour 2`.
pub(super) fn numbered_day(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.strip_suffix(".0").unwrap_or(text).parse() {
        return (1..=31).contains(&number).then_some(number);
    }
    let (word, number) = text.split_once([' ', '\u{a0}'])?;
    if !["dag", "day", "tag", "jour", "journée"].contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    (1..=31).contains(&number).then_some(number)
}

/// The day that a heading names: a date somewhere in it, a day of the week, "Dag 2".
pub(super) fn day_in_heading(text: &str) -> Option<DayMark> {
    if text.chars().count() > 120 {
        return None;
    }
    if let Some(DayMark::Date(date)) = when(text, Numbers::Nothing).and_then(|when| when.day) {
        return Some(DayMark::Date(date));
    }
    let found = dates::find(text);
    if let Some(date) = found.first() {
        return match date.year {
            Some(_) => date.resolve(None).map(DayMark::Date),
            None => Some(DayMark::Yearless(date.day, date.month)),
        };
    }
    if let Some((weekday, _)) = dates::leading_weekday(text.trim()) {
        return Some(DayMark::Weekday(weekday));
    }
    numbered_day(text.trim()).filter(|_| text.contains(char::is_alphabetic)).map(DayMark::Number)
}

/// Whether a cell can only be a time or a date. For finding out what an unnamed column holds.
pub(super) fn is_time(text: &str) -> bool {
    when(text, Numbers::Nothing).is_some_and(|when| when.start.is_some() || when.end.is_some())
}

/// Whether a text names a pause, a meal or drinks, which are nobody's talk and in no particular room.
pub(super) fn is_pause(title: &str) -> bool {
    use crate::domain::day::SessionKind::{Break, Lunch, Registration, Social};
    matches!(kind::guess(title), Break | Lunch | Registration | Social)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Some(when) = when(text, Numbers::Times) else {
            return "nothing".to_owned();
        };
        let clock = |moment: Option<Moment>| {
            moment.map_or("-".to_owned(), |moment| {
                format!("{:02}:{:02}", moment.minutes / 60, moment.minutes % 60)
            })
        };
        let day = when.day.map_or(String::new(), |day| match day {
            DayMark::Date(date) => format!("{date} "),
            other => format!("{other:?} "),
        });
        format!("{day}{} {}", clock(when.start), clock(when.end))
    }

    #[test]
    fn times_in_every_style_of_a_column_of_times() {
        for (text, expected) in [
            ("09:30", "09:30 -"),
            ("9.30", "09:30 -"),
            ("9.3", "09:30 -"),
            ("930", "09:30 -"),
            ("900.0", "09:00 -"),
            ("18", "18:00 -"),
            ("24", "24:00 -"),
            ("0.375", "09:00 -"),
            ("0.38888888888888901", "09:20 -"),
            ("2:00 p.m.", "14:00 -"),
            ("0:00 a.m.", "00:00 -"),
            ("12:00 p.m.", "12:00 -"),
            ("14:30 pm", "14:30 -"),
            ("14:00-15:30 Uhr", "14:00 15:30"),
            ("9-10", "09:00 10:00"),
            ("00:00", "00:00 -"),
            ("13:00:00", "13:00 -"),
            ("12 noon", "12:00 -"),
            ("tbd", "nothing"),
            ("NA", "nothing"),
            ("-", "nothing"),
            ("Zaal 3", "nothing"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_in_every_style() {
        for (text, expected) in [
            ("2011-06-23", "2011-06-23 - -"),
            ("27/12/14", "2014-12-27 - -"),
            ("24.09.2024", "2024-09-24 - -"),
            ("42670", "2016-10-27 - -"),
            ("46011.63888888889", "2025-12-20 15:20 -"),
            ("18 Jul 2025 10:00 AM", "2025-07-18 10:00 -"),
            ("2025-12-20 09:30", "2025-12-20 09:30 -"),
            ("2025-12-20T10:00:00+04:00", "2025-12-20 10:00 -"),
            ("2025-12-20T10:00:00.000Z", "2025-12-20 10:00 -"),
            ("donderdag 16 maart 2023", "2023-03-16 - -"),
            ("12/20/2025 2:00 PM", "2025-12-20 14:00 -"),
            ("03/04/2025", "Either(3, 4, 2025) - -"),
            ("Freitag", "Weekday(Fri) - -"),
            ("16-3-2023 09:30 - 10:00", "2023-03-16 09:30 10:00"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn lengths_of_time() {
        for (text, expected) in
            [("90", 90), ("1:30", 90), ("01:30:00", 90), ("30.0", 30), ("1h30", 90), ("0.0625", 90)]
        {
            assert_eq!(minutes(text, false), Some(expected), "{text}");
        }
        assert_eq!(minutes("1,5", true), Some(90));
        assert_eq!(minutes("-", false), None);
    }

    #[test]
    fn a_number_is_no_time_where_anything_may_stand() {
        for text in ["18", "930", "9.3", "2024", "1001"] {
            assert!(!is_time(text), "{text}");
        }
        assert!(is_time("09:30") && is_time("9.30 - 10.15 uur"));
    }

    #[test]
    fn the_day_of_a_heading() {
        assert_eq!(day_in_heading("Dag 2"), Some(DayMark::Number(2)));
        assert_eq!(
            day_in_heading("Programma donderdag 16 maart 2023"),
            NaiveDate::from_ymd_opt(2023, 3, 16).map(DayMark::Date)
        );
        assert_eq!(day_in_heading("Zaal Europa"), None);
    }
}
