//! Days as tables for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): lines, actions, figures, people, and the days
//! themselves. Headings are the keys of the command line, in English.
//!
//! What a spreadsheet would take for a formula gets an apostrophe in front. Text is without marks and kind, which have
//! columns of their own.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, Terminator, WriterBuilder};

use super::outline::{Block, DayOutline, Outline, Section};
use super::{Counts, FolderFile};
use crate::domain::line::{Figure, LineKind};
use crate::domain::named::Named;
use crate::domain::people::{self, KnownAs};

const MARK: &str = "\u{feff}";

/// The table of lines: also the one that is written where a file was asked for.
const LINES: &str = "lines.csv";
const DAYS: &str = "days.csv";
const FILES: [&str; 5] = ["actions.csv", DAYS, "figures.csv", LINES, "people.csv"];

/// Between the trends of one line, or the names in it.
const BETWEEN: &str = "; ";

/// The tables as the files of a folder, in the order of their names.
pub(super) fn files(outline: &Outline<'_>) -> Vec<FolderFile> {
    let tables = [actions(outline), days(outline), figures(outline), lines(outline), people(outline)];
    FILES.into_iter().zip(tables).map(|(name, bytes)| FolderFile { name: name.to_owned(), bytes }).collect()
}

/// Every line of a note.
pub(super) fn lines(outline: &Outline<'_>) -> Vec<u8> {
    let header = [
        "day",
        "session",
        "session_title",
        "position",
        "noted_at",
        "kind",
        "text",
        "trends",
        "mentions",
        "starred",
        "private",
        "done",
        "due",
        "source",
        "value",
        "of",
        "unit",
        "what",
        "id",
    ];
    table(
        &header,
        blocks(outline).map(|(day, section, block)| {
            let mut row = of_session(day, section);
            row.extend([
                block.position.to_string(),
                noted_at(block),
                block.parsed.kind.name().to_owned(),
                text(block).to_owned(),
                block.trends.join(BETWEEN),
                mentions(block),
                block.parsed.starred.to_string(),
                block.private.to_string(),
                block.parsed.done.to_string(),
                due(block),
                block.source.clone().unwrap_or_default(),
            ]);
            row.extend(figure(block.parsed.figure.as_ref()));
            row.push(block.line.id.to_string());
            row
        }),
    )
}

fn actions(outline: &Outline<'_>) -> Vec<u8> {
    let header =
        ["day", "session", "session_title", "done", "text", "mentions", "due", "starred", "noted_at"];
    table(
        &header,
        of_kind(outline, LineKind::Action).map(|(day, section, block)| {
            let mut row = of_session(day, section);
            row.extend([
                block.parsed.done.to_string(),
                text(block).to_owned(),
                mentions(block),
                due(block),
                block.parsed.starred.to_string(),
                noted_at(block),
            ]);
            row
        }),
    )
}

fn figures(outline: &Outline<'_>) -> Vec<u8> {
    let header = ["day", "session", "session_title", "value", "of", "unit", "what", "share", "text"];
    table(
        &header,
        of_kind(outline, LineKind::Figure).map(|(day, section, block)| {
            let mut row = of_session(day, section);
            row.extend(figure(block.parsed.figure.as_ref()));
            let share = block.parsed.figure.as_ref().and_then(Figure::share);
            row.extend([
                share.map(|share| format!("{share:.1}")).unwrap_or_default(),
                text(block).to_owned(),
            ]);
            row
        }),
    )
}

/// Who is in the day, and whom was spoken with: a person can be in it twice.
fn people(outline: &Outline<'_>) -> Vec<u8> {
    let header =
        ["day", "name", "known_as", "role", "organisation", "about", "follow_up", "sessions", "lines"];
    table(&header, outline.days.iter().flat_map(people_of_day))
}

fn people_of_day(day: &DayOutline<'_>) -> Vec<Vec<String>> {
    let slug = &day.day.slug;
    let heard = day.sections.iter().map(|section| {
        let lines = section.blocks.iter().map(|block| block.line.text.as_str());
        (
            section.session.id,
            Named::of_lines(lines, &day.day.facts.trends, section.session.facts.lists.iter()),
        )
    });
    let heard = heard.collect();
    let number =
        |id| day.sections.iter().find(|section| section.session.id == id).map(|section| section.number);
    let mut rows: Vec<Vec<String>> =
        people::of_day(day.sections.iter().map(|section| section.session), &heard)
            .into_iter()
            .map(|person| {
                let known_as = match person.known_as {
                    KnownAs::Speaker => "speaker",
                    KnownAs::Organisation => "organisation",
                    KnownAs::Named => "named",
                };
                let sessions: Vec<String> = person
                    .sessions
                    .iter()
                    .filter_map(|id| number(*id))
                    .map(|number| number.to_string())
                    .collect();
                let role = person.role.unwrap_or_default();
                let [name, known_as] = [person.name, known_as.to_owned()];
                let none = String::new;
                let sessions = sessions.join(BETWEEN);
                vec![
                    slug.clone(),
                    name,
                    known_as,
                    role,
                    none(),
                    none(),
                    none(),
                    sessions,
                    person.lines.to_string(),
                ]
            })
            .collect();
    for section in &day.sections {
        rows.extend(section.sheet.contacts.iter().map(|contact| {
            let known_as = "spoken-with".to_owned();
            vec![
                slug.clone(),
                contact.name.clone(),
                known_as,
                String::new(),
                contact.organisation.clone(),
                contact.about.clone(),
                contact.follow_up.clone(),
                section.number.to_string(),
                String::new(),
            ]
        }));
    }
    rows
}

fn days(outline: &Outline<'_>) -> Vec<u8> {
    let header = ["day", "title", "date", "last_date", "place", "sessions", "lines", "private_left_out"];
    table(
        &header,
        outline.days.iter().map(|day| {
            let facts = &day.day.facts;
            let date =
                |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
            let lines: usize = day.sections.iter().map(|section| section.blocks.len()).sum();
            vec![
                day.day.slug.clone(),
                facts.title.clone(),
                date(facts.date),
                date(facts.last_date),
                facts.place.clone().unwrap_or_default(),
                day.sections.len().to_string(),
                lines.to_string(),
                day.private_left_out.to_string(),
            ]
        }),
    )
}

fn blocks<'a, 'b>(
    outline: &'a Outline<'b>,
) -> impl Iterator<Item = (&'a DayOutline<'b>, &'a Section<'b>, &'a Block<'b>)> {
    outline.days.iter().flat_map(|day| {
        let sections = day.sections.iter();
        sections.flat_map(move |section| section.blocks.iter().map(move |block| (day, section, block)))
    })
}

fn of_kind<'a, 'b>(
    outline: &'a Outline<'b>,
    kind: LineKind,
) -> impl Iterator<Item = (&'a DayOutline<'b>, &'a Section<'b>, &'a Block<'b>)> {
    blocks(outline).filter(move |(.., block)| block.parsed.kind == kind)
}

fn of_session(day: &DayOutline<'_>, section: &Section<'_>) -> Vec<String> {
    vec![day.day.slug.clone(), section.number.to_string(), section.session.facts.title.clone()]
}

/// Local time, as spreadsheets read it.
fn noted_at(block: &Block<'_>) -> String {
    block.line.noted_at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// What the line says; a line of nothing but marks as it is written.
fn text<'a>(block: &Block<'a>) -> &'a str {
    if block.parsed.is_blank() { &block.line.text } else { block.body() }
}

fn mentions(block: &Block<'_>) -> String {
    let names: Vec<&str> = block.parsed.mentions.iter().map(|mention| mention.name.as_str()).collect();
    names.join(BETWEEN)
}

fn due(block: &Block<'_>) -> String {
    block.due.map(|due| due.to_string()).unwrap_or_default()
}

fn figure(figure: Option<&Figure>) -> [String; 4] {
    let Some(figure) = figure else { return Default::default() };
    [
        figure.value.to_string(),
        figure.of.map(|of| of.to_string()).unwrap_or_default(),
        figure.unit.clone().unwrap_or_default(),
        figure.what.clone().unwrap_or_default(),
    ]
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    // Writing to memory does not fail; if it did, reading back tells.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.into_iter().map(defused));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn defused(cell: String) -> String {
    let starts_formula =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    // A number may be less than nothing.
    if cell.starts_with(starts_formula) && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}

/// Counts what is in a table of lines. What was left out it does not say.
pub(super) fn count_lines(bytes: &[u8]) -> Option<Counts> {
    let rows = rows(bytes)?;
    let (mut days, mut sessions) = (BTreeSet::new(), BTreeSet::new());
    for row in &rows {
        days.insert(row.first()?);
        sessions.insert((row.first()?, row.get(1)?));
    }
    Some(Counts { days: days.len(), sessions: sessions.len(), lines: rows.len(), private_left_out: 0 })
}

/// Counts what is in a folder of tables.
pub(super) fn count_files(files: &[FolderFile]) -> Option<Counts> {
    if !files.iter().map(|file| file.name.as_str()).eq(FILES) {
        return None;
    }
    let file = |name: &str| files.iter().find(|file| file.name == name);
    let days = rows(&file(DAYS)?.bytes)?;
    let total =
        |column: usize| days.iter().map(|day| day.get(column)?.parse::<usize>().ok()).sum::<Option<usize>>();
    let lines = rows(&file(LINES)?.bytes)?.len();
    Some(Counts { days: days.len(), sessions: total(5)?, lines, private_left_out: total(7)? })
}

/// The rows of a table that Plenair wrote, without its headings.
fn rows(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix(MARK)?;
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    if reader.headers().ok()?.get(0) != Some("day") {
        return None;
    }
    reader.records().map(|row| Some(row.ok()?.iter().map(str::to_owned).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-5", "-5"),
            ("- punt", "'- punt"),
            ("@Bram", "'@Bram"),
            ("\t=1", "'\t=1"),
            ("gewoon = tekst", "gewoon = tekst"),
        ] {
            assert_eq!(defused(cell.to_owned()), expected);
        }
    }

    #[test]
    fn rows_keep_line_ends_signs_and_accents() {
        let cells = vec!["a,b".to_owned(), "\"één\"".to_owned(), "op\rtwee\nregels".to_owned()];
        let bytes = table(&["day", "b", "c"], std::iter::once(cells.clone()));
        assert!(bytes.starts_with(MARK.as_bytes()));
        assert!(bytes.ends_with(b"\r\n"));
        assert_eq!(rows(&bytes), Some(vec![cells]));
    }

    #[test]
    fn something_else_is_no_table() {
        assert_eq!(count_lines(b"day,session\r\n"), None, "without the mark");
        assert_eq!(count_lines("\u{feff}naam,plaats\r\n".as_bytes()), None);
        assert_eq!(count_files(&[]), None);
    }
}
