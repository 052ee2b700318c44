//! A date in a field, as people type it: in digits or with the name of the month, in either language. Finds no dates in running
//! text; what an action is due by is for `line::due`, and the dates of a programme for its readers.

use chrono::{Datelike, NaiveDate};

use super::{MONTHS_EN, MONTHS_NL, SHORT_MONTHS_EN, SHORT_MONTHS_NL};

/// What stands between the parts of a date in digits.
const SIGNS: [char; 3] = ['-', '/', '.'];

/// The fewest letters of a month that tell it from the others.
const FEWEST_LETTERS: usize = 3;

/// A date as its field has it: "16-3-2023".
#[must_use]
pub fn typed_date(date: NaiveDate) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

/// The date that is typed: "16-3-2023", "16/03/2023", "2023-03-16", "16 maart 2023", "do 16 mrt 2023", "16 March 2023".
/// The day comes before the month, unless the year comes first; without a year it is none.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [digits] => in_digits(digits),
        [day, month, year] | [_, day, month, year] => {
            NaiveDate::from_ymd_opt(year_of(year)?, month_of(month)?, number(day)?)
        }
        _ => None,
    }
}

fn in_digits(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(SIGNS).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    NaiveDate::from_ymd_opt(year_of(year)?, number(month)?, number(day)?)
}

/// A year has four digits: "23" may be a day.
fn year_of(text: &str) -> Option<i32> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_year)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number of the month with this name, or with a name that begins so.
fn month_of(text: &str) -> Option<u32> {
    let typed = text.trim_end_matches('.').to_lowercase();
    if typed.chars().count() < FEWEST_LETTERS {
        return None;
    }
    let names = [MONTHS_NL, MONTHS_EN, SHORT_MONTHS_NL, SHORT_MONTHS_EN];
    let is_it = |name: &str| name.to_lowercase().starts_with(&typed);
    let place = names.iter().find_map(|names| names.iter().position(|name| is_it(name)))?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates;
    use crate::domain::language::Language;

    #[test]
    fn dates_are_read_as_people_type_them() {
        let date = NaiveDate::from_ymd_opt(2023, 3, 16);
        for text in [
            "2023-03-16",
            "16-3-2023",
            "16/03/2023",
            " 16.3.2023 ",
            "16 maart 2023",
            "do 16 maart 2023",
            "16 mrt. 2023",
            "Thursday 16 March 2023",
            "16 Mar 2023",
        ] {
            assert_eq!(parse_date(text), date, "{text}");
        }
        for text in [
            "",
            "16-3",
            "31-2-2023",
            "16-3-23",
            "2023",
            "16 ma 2023",
            "16 maart",
            "16 mrts 2023",
            "-6-3-2023",
            "+6 maart 2023",
            "maart 16 2023",
            "16 maart 20233",
            "é 16 x 2023",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_field_or_the_screen_shows_can_be_typed() {
        for date in NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date").iter_days().take(366) {
            assert_eq!(parse_date(&typed_date(date)), Some(date));
            for language in Language::ALL {
                assert_eq!(parse_date(&dates::date(language, date)), Some(date));
            }
        }
    }
}
