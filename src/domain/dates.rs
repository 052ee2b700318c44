//! Dates, times and numbers as people write them: "do 16 maart 2023", "14:32", "18,2 %".

mod typed;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::language::Language;

pub use typed::{parse_date, typed_date};

const WEEKDAYS_NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS_NL: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const SHORT_MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "do 16 maart 2023", "Thu 16 March 2023".
#[must_use]
pub fn date(language: Language, date: NaiveDate) -> String {
    format!("{} {}", date_without_year(language, date), date.year())
}

/// "wo 12 april", "Wed 12 April".
#[must_use]
pub fn date_without_year(language: Language, date: NaiveDate) -> String {
    let (weekdays, months) = match language {
        Language::Dutch => (WEEKDAYS_NL, MONTHS_NL),
        Language::English => (WEEKDAYS_EN, MONTHS_EN),
    };
    let weekday = weekdays.get(date.weekday().num_days_from_monday() as usize).unwrap_or(&"");
    let month = months.get(date.month0() as usize).unwrap_or(&"");
    format!("{weekday} {} {month}", date.day())
}

/// "17 mrt", "17 Mar": where there is hardly any room.
#[must_use]
pub fn short_date(language: Language, date: NaiveDate) -> String {
    let months = match language {
        Language::Dutch => SHORT_MONTHS_NL,
        Language::English => SHORT_MONTHS_EN,
    };
    format!("{} {}", date.day(), months.get(date.month0() as usize).unwrap_or(&""))
}

/// "do 16 maart 2023", and of more than one day "do 16 maart – vr 17 maart 2023".
#[must_use]
pub fn span(language: Language, first: NaiveDate, last: Option<NaiveDate>) -> String {
    match last.filter(|last| *last > first) {
        Some(last) => format!("{} – {}", date_without_year(language, first), date(language, last)),
        None => date(language, first),
    }
}

/// "16 mrt", "9–10 jun", "30 jun – 2 jul": a span where there is hardly any room.
#[must_use]
pub fn short_span(language: Language, first: NaiveDate, last: Option<NaiveDate>) -> String {
    let Some(last) = last.filter(|last| *last > first) else { return short_date(language, first) };
    let end = short_date(language, last);
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{end}", first.day());
    }
    format!("{} – {end}", short_date(language, first))
}

/// "14:32", in both languages.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A time of day as somebody types it: "14:32", "9.30", "9u30", "0930", "930". Hours from 0 to 23; anything else is
/// none.
#[must_use]
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.', 'u', 'h']) {
        Some(parts) => parts,
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let is_number =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) || minute.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// A number with at most `decimals` decimals: "1.351,5" and "1,351.5".
#[must_use]
pub fn number(language: Language, value: f64, decimals: usize) -> String {
    let (point, thousands) = match language {
        Language::Dutch => (',', '.'),
        Language::English => ('.', ','),
    };
    let plain = format!("{value:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let fraction = fraction.trim_end_matches('0');
    let mut text = format!("{sign}{}", grouped(digits, thousands));
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

fn grouped(digits: &str, separator: char) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2023, 3, 16).expect("a date");
        assert_eq!(date(Language::Dutch, day), "do 16 maart 2023");
        assert_eq!(date(Language::English, day), "Thu 16 March 2023");
        assert_eq!(date_without_year(Language::Dutch, day), "do 16 maart");
        assert_eq!(short_date(Language::Dutch, day), "16 mrt");
        assert_eq!(short_date(Language::English, day), "16 Mar");
    }

    #[test]
    fn several_days_read_as_people_write_them() {
        let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).expect("a date");
        let first = day(6, 9);
        assert_eq!(span(Language::Dutch, first, Some(day(6, 10))), "do 9 juni – vr 10 juni 2022");
        assert_eq!(short_span(Language::Dutch, first, Some(day(6, 10))), "9–10 jun");
        assert_eq!(short_span(Language::English, day(6, 30), Some(day(7, 2))), "30 Jun – 2 Jul");
        for last in [None, Some(first), Some(day(6, 8))] {
            assert_eq!(span(Language::English, first, last), "Thu 9 June 2022");
            assert_eq!(short_span(Language::English, first, last), "9 Jun");
        }
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for (text, time) in [
            ("14:32", at(14, 32)),
            (" 9.30 ", at(9, 30)),
            ("9u30", at(9, 30)),
            ("930", at(9, 30)),
            ("0930", at(9, 30)),
            ("00:00", at(0, 0)),
            ("23:59", at(23, 59)),
        ] {
            assert_eq!(parse_time(text), time, "{text}");
        }
        for text in [
            "",
            "9",
            "30",
            "24:00",
            "9:60",
            "9:3",
            "12:345",
            "12345",
            "half tien",
            "-9:30",
            "9:-3",
            "9:30:00",
            "é30",
            "٩٣٠",
            "1é",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(Language::Dutch, 1351.5, 1), "1.351,5");
        assert_eq!(number(Language::English, 1_234_567.0, 1), "1,234,567");
        assert_eq!(number(Language::Dutch, -18.217, 1), "-18,2");
        assert_eq!(number(Language::Dutch, 999.0, 0), "999");
    }
}
