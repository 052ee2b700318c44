//! Dates as people write them in Dutch, English, German and French: "do 16 maart", "March 16th, 2023", "20. bis 21. September".
//!
//! Says what stands there. Which year is meant when none is written is for the reader that sees the whole programme.
//! A date in digits has its day before its month, unless it can only be the other way round.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::scan::Scan;
use super::times::is_dash;

/// A date as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// 1 to 31; it need not exist in that month.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// The year, when it is written.
    pub year: Option<i32>,
    /// The day of the week, when it is written.
    pub weekday: Option<Weekday>,
    /// Where it stands; the dates of a range share one place.
    pub span: Range<usize>,
}

impl WrittenDate {
    /// The date, in `year` when it names none. `None` for 31 April and the like.
    #[must_use]
    pub fn resolve(&self, year: Option<i32>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.or(year)?, self.month, self.day)
    }
}

const WEEKDAYS: [(Weekday, &[&str], &[&str]); 7] = [
    (Weekday::Mon, &["maandag", "monday", "montag", "lundi"], &["maa", "ma", "mon", "mo", "lun", "lu"]),
    (Weekday::Tue, &["dinsdag", "tuesday", "dienstag", "mardi"], &["din", "di", "tues", "tue", "die", "mar"]),
    (
        Weekday::Wed,
        &["woensdag", "wednesday", "mittwoch", "mercredi"],
        &["woe", "wo", "wed", "mi", "mit", "mer"],
    ),
    (
        Weekday::Thu,
        &["donderdag", "thursday", "donnerstag", "jeudi"],
        &["don", "do", "thurs", "thur", "thu", "jeu", "je"],
    ),
    (
        Weekday::Fri,
        &["vrijdag", "friday", "freitag", "vendredi"],
        &["vrij", "vr", "fri", "fr", "fre", "ven", "ve"],
    ),
    (
        Weekday::Sat,
        &["zaterdag", "saturday", "samstag", "sonnabend", "samedi"],
        &["zat", "za", "sat", "sa", "sam"],
    ),
    (Weekday::Sun, &["zondag", "sunday", "sonntag", "dimanche"], &["zon", "zo", "sun", "so", "son", "dim"]),
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "januar", "jänner", "janvier", "jan", "janv"],
    &["februari", "february", "februar", "février", "fevrier", "febr", "feb", "fév", "févr"],
    &["maart", "march", "märz", "maerz", "mars", "mrt", "mar", "mär"],
    &["april", "avril", "apr", "avr"],
    &["mei", "may", "mai"],
    &["juni", "june", "juin", "jun"],
    &["juli", "july", "juillet", "jul", "juil"],
    &["augustus", "august", "août", "aout", "aug"],
    &["september", "septembre", "sept", "sep"],
    &["oktober", "october", "octobre", "okt", "oct"],
    &["november", "novembre", "nov"],
    &["december", "dezember", "décembre", "decembre", "dez", "dec", "déc"],
];

/// What may stand between the first and the last day of a range.
const BETWEEN: [&str; 14] =
    ["tot en met", "t/m", "tot", "bis", "to", "until", "through", "und", "en", "and", "et", "au", "&", "+"];
/// What may stand between a day of the week and its date.
const ARTICLES: [&str; 6] = ["den", "dem", "the", "de", "le", "op"];

/// All dates in `text`, in the order in which they stand there.
#[must_use]
pub fn find(text: &str) -> Vec<WrittenDate> {
    let mut found = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let mut scan = Scan::new(text);
    while scan.peek().is_some() {
        let start = scan.at();
        let mut ahead = scan;
        if let Some(dates) = date(&mut ahead) {
            let span = start..ahead.at();
            found.extend(dates.into_iter().map(|date| WrittenDate { span: span.clone(), ..date }));
            scan = ahead;
            continue;
        }
        // On to the next word.
        if !scan.eat_all(char::is_alphanumeric) {
            scan.eat(|_| true);
        }
        scan.eat_all(|c| !c.is_alphanumeric());
    }
    found
}

/// The date that `text` starts with; the first one of a range.
#[must_use]
pub fn leading(text: &str) -> Option<WrittenDate> {
    const REACH: usize = 60;
    if !text.bytes().take(REACH).any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut scan = Scan::new(text);
    let date = date(&mut scan)?.into_iter().next()?;
    Some(WrittenDate { span: 0..scan.at(), ..date })
}

/// The day of the week that `text` starts with, written in full, and where it ends.
#[must_use]
pub fn leading_weekday(text: &str) -> Option<(Weekday, usize)> {
    let mut scan = Scan::new(text);
    let weekday = weekday(&mut scan, false)?;
    Some((weekday, scan.at()))
}

/// The day of the week that `text` names and nothing else, in full or short.
#[must_use]
pub fn weekday_alone(text: &str) -> Option<Weekday> {
    let mut scan = Scan::new(text.trim());
    let weekday = weekday(&mut scan, true)?;
    scan.eat(|c| c == '.');
    scan.rest().is_empty().then_some(weekday)
}

/// The day of the month that `text` is and nothing else, but for signs around it: " 12", "(13th)".
#[must_use]
pub fn day_alone(text: &str) -> Option<u32> {
    let mut scan = Scan::new(text);
    scan.eat_all(|c| !c.is_alphanumeric());
    let day = day(&mut scan)?;
    (!scan.rest().contains(char::is_alphanumeric)).then_some(day)
}

/// The month called `word`, 1 to 12.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let index = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(index + 1).ok()
}

/// Whether a date can start with these letters. Most words are none of a date, and every word of a programme is asked.
fn may_start_date(text: &str) -> bool {
    const STARTS: [&str; 37] = [
        "ma", "mo", "lu", "di", "tu", "wo", "we", "mi", "me", "do", "th", "je", "vr", "fr", "ve", "za", "sa",
        "zo", "su", "so", "ja", "jä", "fe", "fé", "mr", "mä", "ap", "av", "ju", "au", "ao", "se", "ok", "oc",
        "no", "de", "dé",
    ];
    let mut letters = text.chars().flat_map(char::to_lowercase);
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return text.starts_with(|c: char| c.is_ascii_digit());
    };
    first.is_ascii_digit() || STARTS.iter().any(|start| start.chars().eq([first, second]))
}

/// A date or a range of dates at this place.
fn date(scan: &mut Scan<'_>) -> Option<Vec<WrittenDate>> {
    if !may_start_date(scan.rest()) {
        return None;
    }
    let weekday = weekday(scan, true);
    if weekday.is_some() {
        scan.eat(|c| c == '.');
        scan.eat_all(|c| c.is_whitespace() || matches!(c, ',' | '(' | ':') || is_dash(c));
        scan.word(&ARTICLES);
        scan.spaces();
    }
    if let Some(date) = in_digits(scan, weekday) {
        return Some(vec![date]);
    }
    day_first(scan, weekday).or_else(|| month_first(scan, weekday))
}

fn new(day: u32, month: u32, year: Option<i32>, weekday: Option<Weekday>) -> Option<WrittenDate> {
    let exists = (1..=31).contains(&day) && (1..=12).contains(&month);
    exists.then_some(WrittenDate { day, month, year, weekday, span: 0..0 })
}

/// `2023-03-16`, `16-3-2023`, `16.03.23`; without a year only behind a day of the week: `Mo 12.10.`
fn in_digits(scan: &mut Scan<'_>, weekday: Option<Weekday>) -> Option<WrittenDate> {
    let mut ahead = *scan;
    let (first, digits) = ahead.number(4)?;
    let sign = ahead.eat(|c| matches!(c, '.' | '/' | '-' | '‑'))?;
    ahead.eat_all(|c| c == ' ' && sign == '.');
    let (second, _) = ahead.number(2)?;
    let date = if digits == 4 {
        ahead.eat(|c| c == sign)?;
        let (third, _) = ahead.number(2)?;
        new(third, second, full_year(first), weekday)?
    } else if digits <= 2 {
        let year = year_in_digits(&mut ahead, sign);
        if year.is_none() && (weekday.is_none() || sign == '-') {
            return None;
        }
        let (day, month) = if second > 12 && sign == '/' { (second, first) } else { (first, second) };
        new(day, month, year, weekday)?
    } else {
        return None;
    };
    if ahead.on_digit() {
        return None;
    }
    *scan = ahead;
    Some(date)
}

fn year_in_digits(scan: &mut Scan<'_>, sign: char) -> Option<i32> {
    let mut ahead = *scan;
    ahead.eat(|c| c == sign)?;
    ahead.eat_all(|c| c == ' ' && sign == '.');
    let (year, digits) = ahead.number(4)?;
    let year = match digits {
        4 => full_year(year)?,
        2 => i32::try_from(2000 + year).ok()?,
        _ => return None,
    };
    *scan = ahead;
    Some(year)
}

/// "16 maart 2023", "16. März", "1er juin", "20. bis Samstag, 21. September 2024", "20 & 21 mei".
fn day_first(scan: &mut Scan<'_>, first_weekday: Option<Weekday>) -> Option<Vec<WrittenDate>> {
    let mut ahead = *scan;
    let mut days = vec![(day(&mut ahead)?, first_weekday)];
    loop {
        let mut next = ahead;
        next.spaces();
        if next.eat(|c| is_dash(c) || matches!(c, '/' | ',')).is_none() && next.word(&BETWEEN).is_none() {
            break;
        }
        next.spaces();
        let weekday = weekday(&mut next, true);
        next.eat_all(|c| c.is_whitespace() || matches!(c, ',' | '.'));
        let Some(day) = day(&mut next) else {
            break;
        };
        days.push((day, weekday));
        ahead = next;
    }
    ahead.spaces();
    ahead.word(&["of", "de"]);
    ahead.spaces();
    let month = named_month(&mut ahead)?;
    let year = year_behind(&mut ahead);
    *scan = ahead;
    days.into_iter().map(|(day, weekday)| new(day, month, year, weekday)).collect()
}

/// "March 16th, 2023", "June 2-3, 2025".
fn month_first(scan: &mut Scan<'_>, weekday: Option<Weekday>) -> Option<Vec<WrittenDate>> {
    let mut ahead = *scan;
    let month = named_month(&mut ahead)?;
    ahead.spaces();
    let first = day(&mut ahead)?;
    let mut days = vec![first];
    let mut next = ahead;
    next.spaces();
    if next.eat(is_dash).is_some() || next.word(&["and", "&", "to"]).is_some() {
        next.spaces();
        if let Some(day) = day(&mut next) {
            days.push(day);
            ahead = next;
        }
    }
    // "Mai 2024" and "May 10:30" are no days of the month.
    let mut beyond = ahead;
    if beyond.eat(|c| matches!(c, ':' | '.')).is_some() && beyond.on_digit() {
        return None;
    }
    let year = year_behind(&mut ahead);
    *scan = ahead;
    days.into_iter().map(|day| new(day, month, year, weekday)).collect()
}

/// A day of the month with what makes it an ordinal.
fn day(scan: &mut Scan<'_>) -> Option<u32> {
    let mut ahead = *scan;
    let (day, _) = ahead.number(2)?;
    if ahead.word(&["st", "nd", "rd", "th", "ste", "de", "er", "e", "ème"]).is_none() {
        ahead.eat(|c| matches!(c, '.' | 'º'));
    }
    if !(1..=31).contains(&day) || ahead.on_digit() {
        return None;
    }
    *scan = ahead;
    Some(day)
}

fn named_month(scan: &mut Scan<'_>) -> Option<u32> {
    let mut ahead = *scan;
    let start = ahead.rest();
    ahead.eat_all(char::is_alphabetic);
    let month = month(start.get(..start.len() - ahead.rest().len())?)?;
    ahead.eat(|c| c == '.');
    *scan = ahead;
    Some(month)
}

fn year_behind(scan: &mut Scan<'_>) -> Option<i32> {
    let mut ahead = *scan;
    ahead.eat_all(|c| c.is_whitespace() || matches!(c, ',' | '\'' | '’'));
    let (number, digits) = ahead.number(4)?;
    let year = if digits == 4 { full_year(number)? } else { return None };
    if ahead.on_letter() {
        return None;
    }
    *scan = ahead;
    Some(year)
}

fn full_year(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|year| (1900..2200).contains(year))
}

fn weekday(scan: &mut Scan<'_>, short: bool) -> Option<Weekday> {
    let mut ahead = *scan;
    let start = ahead.rest();
    ahead.eat_all(char::is_alphabetic);
    let word = start.get(..start.len() - ahead.rest().len()).filter(|word| !word.is_empty())?.to_lowercase();
    let names = |entry: &&(Weekday, &[&str], &[&str])| {
        entry.1.contains(&word.as_str()) || (short && entry.2.contains(&word.as_str()))
    };
    let weekday = WEEKDAYS.iter().find(names)?.0;
    *scan = ahead;
    Some(weekday)
}

/// Whether `date` falls on the day of the week that is written with it; true when none is.
#[must_use]
pub fn agrees(date: NaiveDate, weekday: Option<Weekday>) -> bool {
    weekday.is_none_or(|weekday| date.weekday() == weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |date: &WrittenDate| {
            let year = date.year.map_or("?".to_owned(), |year| year.to_string());
            format!("{year}-{}-{}", date.month, date.day)
        };
        find(text).iter().map(show).collect()
    }

    #[test]
    fn dates_in_four_languages() {
        for (text, expected) in [
            ("Op donderdag 16 maart 2023 in Nijmegen", vec!["2023-3-16"]),
            ("Thursday, May 8", vec!["?-5-8"]),
            ("March 16th, 2023", vec!["2023-3-16"]),
            ("June 2-3, 2025 in Bonn", vec!["2025-6-2", "2025-6-3"]),
            ("Freitag, 20. bis Samstag, 21. September 2024", vec!["2024-9-20", "2024-9-21"]),
            ("Samedi 14 mai matin", vec!["?-5-14"]),
            ("le 1er juin 2024", vec!["2024-6-1"]),
            ("20 & 21 mei", vec!["?-5-20", "?-5-21"]),
            ("30 mei t/m 2 juni 2024", vec!["?-5-30", "2024-6-2"]),
            ("24.09.2024", vec!["2024-9-24"]),
            ("3-10-2024", vec!["2024-10-3"]),
            ("09/24/2024", vec!["2024-9-24"]),
            ("2024-10-03 en verder", vec!["2024-10-3"]),
            ("Mo 12.10.", vec!["?-10-12"]),
            ("Vr 3/10", vec!["?-10-3"]),
            ("am 5. März 2024, 10 Uhr", vec!["2024-3-5"]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn every_name_may_start_a_date() {
        let weekdays = WEEKDAYS.iter().flat_map(|(_, long, short)| long.iter().chain(short.iter()));
        for name in weekdays.chain(MONTHS.iter().flat_map(|names| names.iter())) {
            assert!(may_start_date(&name.to_uppercase()), "{name}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "10.30 uur",
            "12 deelnemers",
            "in mei 2024",
            "4 februari-achtige",
            "32 maart",
            "1620 – 2020",
            "9/10",
        ] {
            let found = shown(text);
            assert!(found.is_empty() || text.starts_with("4 "), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_date_knows_where_it_stands() {
        let found = find("Op vrijdag 3 mei in Ede");
        assert_eq!(found[0].span, 3..16);
        assert_eq!(found[0].weekday, Some(Weekday::Fri));
        assert_eq!(found[0].resolve(Some(2024)), NaiveDate::from_ymd_opt(2024, 5, 3));
        assert_eq!(leading_weekday("Samstag (21. September)"), Some((Weekday::Sat, 7)));
        assert_eq!(leading_weekday("Do it"), None);
    }
}
