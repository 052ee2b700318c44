//! Whether a text is a table of values with commas, semicolons or tabs between them.
//!
//! Careful, because agendas have commas and tabs too: a table says in a row of headings what its columns are, or its
//! rows begin with a time and are all equally long.

use crate::import::table::roles;

/// Words that head a column of a programme, in four languages, in small letters.
const HEADINGS: [&str; 50] = [
    "title",
    "titel",
    "titre",
    "name",
    "naam",
    "nom",
    "session",
    "session title",
    "onderdeel",
    "onderwerp",
    "thema",
    "subject",
    "topic",
    "vortrag",
    "summary",
    "event",
    "activity",
    "activiteit",
    "programma",
    "programm",
    "date",
    "datum",
    "day",
    "dag",
    "tag",
    "jour",
    "time",
    "tijd",
    "uhrzeit",
    "zeit",
    "heure",
    "horaire",
    "start",
    "begin",
    "beginn",
    "aanvang",
    "debut",
    "start time",
    "starttijd",
    "end",
    "einde",
    "ende",
    "duration",
    "room",
    "zaal",
    "ruimte",
    "raum",
    "salle",
    "speaker",
    "spreker",
];

/// Beginnings and pieces of headings that are written in many ways: "Speaker 1", "Start date", "Referent(in)".
const HEADING_PIECES: [&str; 14] = [
    "titel",
    "title",
    "speaker",
    "spreker",
    "referent",
    "intervenant",
    "start",
    "date",
    "time",
    "uhrzeit",
    "room",
    "location",
    "locatie",
    "duration",
];

/// How many rows are looked at.
const ROWS: usize = 30;

/// Whether `text` is such a table.
pub(super) fn is_one(text: &str) -> bool {
    [',', ';', '\t'].into_iter().any(|delimiter| {
        let rows = rows(text, delimiter);
        if delimiter == '\t' && has_chapters(&rows) {
            return false;
        }
        has_headings(&rows) || (delimiter != '\t' && is_grid(&rows))
    })
}

/// Lines of their own between the rows head the days of an agenda.
fn has_chapters(rows: &[Vec<String>]) -> bool {
    rows.iter().filter(|row| row.len() == 1).count() >= 2
}

/// One of the first three rows names at least two columns of a programme, and there are rows of the same kind below it.
fn has_headings(rows: &[Vec<String>]) -> bool {
    let heading = rows.iter().take(3).position(|row| row.iter().filter(|cell| is_heading(cell)).count() >= 2);
    let Some((number, row)) = heading.and_then(|number| Some((number, rows.get(number)?))) else {
        return false;
    };
    let below = rows.iter().skip(number + 1);
    let alike = below.clone().filter(|other| other.len() * 2 > row.len()).count();
    alike > 0 && alike * 2 >= below.count()
}

fn is_heading(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let is_short = cell.chars().count() <= 30
        && !cell.contains(|letter: char| letter.is_ascii_digit() && cell.contains(':'));
    is_short
        && (HEADINGS.contains(&cell.as_str())
            || roles::is_header(&cell)
            || HEADING_PIECES.iter().any(|piece| cell.starts_with(piece)))
}

/// Rows of one length with at least three cells, most of which begin with a time.
fn is_grid(rows: &[Vec<String>]) -> bool {
    let Some(columns) = rows.first().map(Vec::len) else { return false };
    let rows_with_time = rows.iter().filter(|row| row.first().is_some_and(|cell| is_time(cell))).count();
    columns >= 3
        && rows.len() >= 3
        && rows.iter().all(|row| row.len() == columns)
        && rows_with_time * 2 >= rows.len()
}

/// A cell that holds a clock time and nothing else.
fn is_time(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (3..=12).contains(&digits)
        && cell.contains([':', '.', 'h'])
        && cell.chars().all(|letter| letter.is_ascii_digit() || ":.-–h ".contains(letter))
}

/// The first rows of `text`, with line breaks inside quoted cells taken as part of the cell.
fn rows(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if row.iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push(std::mem::take(&mut row));
                }
                row = vec![String::new()];
            }
            letter if letter == delimiter && !quoted => row.push(String::new()),
            letter => row.last_mut().into_iter().for_each(|cell| cell.push(letter)),
        }
        if rows.len() == ROWS {
            return rows;
        }
    }
    if row.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_make_a_table_in_any_language_and_with_any_delimiter() {
        assert!(is_one("Title,Room,Start\nWelkom,Zaal 1,09:30\n"));
        assert!(is_one("Titel;Zaal;Spreker\nWelkom;Zaal 1;Noor\nPauze;;\n"));
        assert!(is_one("Uhrzeit\tTitel\n09:30\tEmpfang\n"));
        assert!(is_one("slot,panel,panel_title,authors\n1,A,Wijken,\"Noor, Bram\"\n"));
        assert!(is_one("Programma 2024;;\nTijd;Titel;Zaal\n09:30;\"Welkom;\nallemaal\";1\n"));
    }

    #[test]
    fn rows_of_one_length_that_begin_with_a_time_are_a_grid() {
        assert!(is_one("10:00,Een,Twee\n11:00,Drie,\n12:00,,Vier\n"));
        assert!(!is_one("10:00 Een, door Noor, en Bram\n11:00 Twee, Drie, Vier\n12:00 Vijf, zes, zeven\n"));
    }

    #[test]
    fn a_heading_above_the_rows_of_each_day_makes_an_agenda() {
        let day = |name| format!("{name}\nTime\tSession\tRoom\n9:00\tOpening\tHall\n10:00\tTalk\tHall\n\n");
        assert!(is_one(&day("Meeting")));
        assert!(!is_one(&(day("Day 1 (Monday 2 March 2026)") + &day("Day 2 (Tuesday 3 March 2026)"))));
    }

    #[test]
    fn agendas_are_no_tables() {
        assert!(!is_one("Programma\n09:30 - 10:00 uur\tWelkom\n10:00 - 10:30 uur\tPauze\n"));
        assert!(!is_one("Datum: 3 mei, tijd: 09:30, zaal: 1\nWelkom, door Noor\n"));
        assert!(!is_one(""));
    }
}
