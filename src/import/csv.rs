//! Values with commas, semicolons or tabs between them, as spreadsheets write them in each country.
//!
//! Which sign parts the values is found by trying: the one that gives rows of the same length. Bytes and encodings are not
//! seen here.

use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, Warning, WarningKind};

use super::format::Format;
use super::table::{self, Cell, MOST_CELLS, MOST_COLUMNS, Table};
use super::text;

/// The signs that may part values.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// How many rows are looked at to find the sign.
const SAMPLE: usize = 60;

/// How many bytes are looked at to find the sign.
const SAMPLE_BYTES: usize = 256 * 1024;

/// Reads a programme from values with signs between them.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    let (table, cut_short) = table(text);
    let mut programme = match table::read(&table) {
        Some(reading) => table::programme(Format::Csv.name(), vec![reading], Vec::new()),
        None => Programme { format: Format::Csv.name(), ..text::read(text) },
    };
    if programme.sessions.is_empty() && table.rows.iter().any(|row| !row.is_blank()) {
        let line = table.rows.first().map_or(1, |row| row.line);
        return Err(Problem::new(
            ProblemKind::NotUnderstood,
            line,
            "no column of titles or times was found; name the columns in the first row, for instance Titel, Start and Zaal",
        ));
    }
    if cut_short {
        programme.warnings.push(Warning::new(WarningKind::CutShort, table.rows.len()));
    }
    Ok(programme)
}

/// The table in `text`, and whether it stops in the middle of a value or is longer than what is read.
pub(super) fn table(text: &str) -> (Table, bool) {
    let text = text.trim_start_matches('\u{feff}');
    // Excel's own way to say which sign it is.
    let (named, text, lines_before) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sign, rest)) => (sign.bytes().next(), rest, 1),
        None => (None, text, 0),
    };
    let delimiter = named.unwrap_or_else(|| delimiter(text));
    let mut rows = Vec::new();
    let mut cells = 0;
    let mut line = 1;
    for record in reader(text, delimiter).records().map_while(Result::ok) {
        // The reader counts from the end of the record before, so blank lines come before its line.
        let at = record.position().map_or(line, |position| usize::try_from(position.line()).unwrap_or(line));
        line = at;
        let row: Vec<Cell> = record.iter().take(MOST_COLUMNS).map(Cell::new).collect();
        cells += row.len();
        if cells > MOST_CELLS {
            return (Table::new("", rows), true);
        }
        rows.push((at + lines_before, row));
    }
    let is_torn = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    (Table::new("", rows), is_torn)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// The sign that gives the most rows of the same length, of at least two values.
fn delimiter(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let score = |delimiter: u8| {
        let widths: Vec<usize> = reader(sample, delimiter)
            .records()
            .map_while(Result::ok)
            .take(SAMPLE)
            .map(|record| record.len())
            .collect();
        let same = |width: usize| widths.iter().filter(|other| **other == width).count();
        let usual = widths.iter().copied().max_by_key(|width| (same(*width), *width)).unwrap_or(0);
        let wide = widths.iter().filter(|width| **width >= 2).count();
        (wide * 100 / widths.len().max(1), same(usual) * 100 / widths.len().max(1) + usual.min(30))
    };
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_between_the_values_is_found() {
        for (text, sign) in [
            ("Tijd;Titel;Zaal\n9:30;Welkom, met koffie;A\n", b';'),
            ("Time,Title,Room\n9:30,\"Hello; and welcome\",A\n", b','),
            ("Tijd\tTitel\n9:30\tWelkom, en koffie\n", b'\t'),
            ("Tijd|Titel|Zaal\n9:30|Welkom|A\n", b'|'),
        ] {
            assert_eq!(delimiter(text), sign, "{text}");
        }
    }

    #[test]
    fn a_dutch_table_is_read_with_its_header_in_the_third_row() {
        let text = "Wijkdag Oost;;;\n16 maart 2023;;;\nTijd;Onderdeel;Spreker;Zaal\n\
                    09.30;Inloop;;Foyer\n10.00 - 10.45;Veilige wijken;Noor Bakker;Zaal 1\n\n12.30;Lunch;;\n";
        let programme = read(text).expect("a programme");
        assert_eq!(programme.day.title, "Wijkdag Oost");
        assert_eq!(programme.day.date.map(|date| date.to_string()).as_deref(), Some("2023-03-16"));
        let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!(titles, ["Inloop", "Veilige wijken", "Lunch"]);
        assert_eq!(programme.sessions[1].speakers[0].name, "Noor Bakker");
        assert_eq!(programme.sessions[1].room.as_deref(), Some("Zaal 1"));
        assert_eq!(programme.sessions[1].end.map(|end| end.to_string()).as_deref(), Some("10:45:00"));
    }

    #[test]
    fn what_is_left_out_is_told_with_its_line() {
        let text = "Titel,Start,Zaal\nWelkom,9:30,A\n,10:00,B\nSlot,16:00,A\n";
        let programme = read(text).expect("a programme");
        assert_eq!(programme.sessions.len(), 2);
        assert_eq!((programme.left_out[0].line, programme.left_out[0].text.as_str()), (3, "10:00 | B"));
    }

    #[test]
    fn a_row_without_a_date_is_on_that_of_the_row_above() {
        let rows = [
            "12-11-2025;09:00;Welkom",
            "12-11-2025;09:30;Lezing",
            "12-11-2025;;Buiten de tijd",
            ";11:00;Debat",
            "13-11-2025;09:00;Ontbijt",
            ";;Markt",
            "13-11-2025;11:00;Workshop",
            "13-11-2025;12:00;Lunch",
            ";16:00;Slot",
            ";;Nog niet ingedeeld",
        ];
        let programme = read(&format!("Datum;Tijd;Titel\n{}\n", rows.join("\n"))).expect("a programme");
        let days: Vec<(&str, Option<u32>)> = programme
            .sessions
            .iter()
            .map(|session| (session.title.as_str(), session.date.as_ref().map(chrono::Datelike::day)))
            .collect();
        let first = ["Welkom", "Lezing", "Buiten de tijd", "Debat"].map(|title| (title, Some(12)));
        let second = ["Ontbijt", "Markt", "Workshop", "Lunch", "Slot"].map(|title| (title, Some(13)));
        let last = [("Nog niet ingedeeld", None)];
        assert_eq!(days, [first.as_slice(), &second, &last].concat());
    }

    #[test]
    fn slots_that_are_numbered_are_no_hours() {
        let programme =
            read("slot,title,authors\n1,Wijken,Noor Bakker\n2,Jeugd,Bram de Wit\n").expect("a programme");
        assert_eq!(programme.sessions.len(), 2);
        assert!(programme.sessions.iter().all(|session| session.start.is_none()));
    }

    #[test]
    fn a_table_without_titles_or_times_is_refused() {
        let problem = read("a;b\n1;2\n3;4\n").expect_err("no programme");
        assert!(problem.cause.contains("no column"), "{}", problem.cause);
    }

    #[test]
    fn a_value_that_is_never_closed_is_said_to_be_cut_short() {
        let programme = read("Titel,Start\nWelkom,9:30\nSlot,16:00\n\"Borr").expect("a programme");
        assert!(programme.warnings.iter().any(|warning| warning.kind == WarningKind::CutShort));
        assert_eq!(programme.sessions.len(), 3);
    }
}
