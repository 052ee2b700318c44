//! Days, sessions and tables as text for people.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::dates;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::i18n::Texts;

/// Between the columns of a table.
const GAP: &str = "  ";

/// "3 · Uitdagingen lokaal veiligheidsbeleid"
pub fn session(texts: &Texts, position: u32, title: &str) -> String {
    format!("{position} · {}", titled(texts, title))
}

/// A title, or words for not having one yet.
pub fn titled<'a>(texts: &'a Texts, title: &'a str) -> &'a str {
    if title.trim().is_empty() { texts.get("session-untitled") } else { title }
}

/// "7 onderdelen"
pub fn sessions(texts: &Texts, count: usize) -> String {
    texts.with("cli-sessions", &[("count", count.into())])
}

/// "41 regels"
pub fn lines(texts: &Texts, count: usize) -> String {
    texts.with("lines", &[("count", count.into())])
}

/// "do 16 maart 2023", "do 16 maart – vr 17 maart 2023"; empty without a date.
pub fn when(texts: &Texts, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
    first.map(|first| dates::span(texts.language(), first, last)).unwrap_or_default()
}

/// "do 16 maart 2023 · Nijmegen"; empty without a date and a place.
pub fn when_and_where(texts: &Texts, facts: &DayFacts) -> String {
    let when = when(texts, facts.date, facts.last_date);
    let parts = [when.as_str(), facts.place.as_deref().unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// "09:30–10:15", "09:30"; empty without times.
pub fn times(facts: &SessionFacts) -> String {
    let time = |time: Option<NaiveTime>| time.map(dates::time).unwrap_or_default();
    match (facts.start, facts.end) {
        (start, None) => time(start),
        (start, end) => format!("{}–{}", time(start), time(end)),
    }
}

/// "dr. Noor de Wit, Bram"
pub fn speakers(facts: &SessionFacts) -> String {
    facts.speakers.iter().map(|speaker| speaker.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Which way the texts of a column go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Rows as lines with their columns under each other. A column that is empty in all rows is left out.
pub fn table(columns: &[Align], rows: &[Vec<String>]) -> Vec<String> {
    let widths: Vec<usize> = (0..columns.len())
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(columns).zip(&widths).filter(|(_, width)| **width > 0);
        let padded: Vec<String> = cells.map(|((cell, align), width)| pad(cell, *align, *width)).collect();
        padded.join(GAP).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// In characters: what is right for the scripts of Europe.
fn width(cell: &str) -> usize {
    cell.chars().count()
}

fn pad(cell: &str, align: Align, width: usize) -> String {
    match align {
        Align::Left => format!("{cell:<width$}"),
        Align::Right => format!("{cell:>width$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn row(cells: [&str; 3]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn columns_stand_under_each_other_and_empty_ones_go() {
        let columns = [Align::Right, Align::Left, Align::Left];
        let rows = [row(["9", "", "één"]), row(["10", "", "twee"])];
        assert_eq!(table(&columns, &rows), [" 9  één", "10  twee"]);
        let rows = [row(["1", "é", "x"]), row(["2", "langer", ""])];
        assert_eq!(table(&columns, &rows), ["1  é       x", "2  langer"]);
        assert!(table(&columns, &[]).is_empty());
    }

    #[test]
    fn a_day_of_several_dates_shows_the_first_and_the_last() {
        let texts = Texts::new(Language::Dutch);
        let date = |day| NaiveDate::from_ymd_opt(2023, 3, day);
        assert_eq!(when(&texts, date(16), date(17)), "do 16 maart – vr 17 maart 2023");
        assert_eq!(when(&texts, date(16), date(16)), "do 16 maart 2023");
        assert_eq!(when(&texts, None, None), "");
    }

    #[test]
    fn times_may_lack_an_end() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 30, 0);
        let session = |start, end| SessionFacts { start, end, ..SessionFacts::default() };
        assert_eq!(times(&session(at(9), at(10))), "09:30–10:30");
        assert_eq!(times(&session(at(9), None)), "09:30");
        assert_eq!(times(&session(None, None)), "");
    }
}
