//! A list of who takes part, as a table or as lines: name, organisation, function.
//!
//! Addresses and telephone numbers are not imported, whatever column or line they are in. A row or line that names nobody is
//! told as left out.

mod columns;
mod lines;

use super::document::{Block, Document};
use super::format::Format;
use super::table::Table;
use super::zip_limits::damaged;
use super::{csv, decode, docx, html, sniff, xlsx};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::programme::{LeftOut, Reason};

/// The most people that a list can have.
const MOST_PEOPLE: usize = 20_000;

/// A list of people as understood, with what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The people, in the order of the list; who is on it twice with the same words is here once.
    pub people: Vec<Person>,
    /// What was read but names nobody.
    pub left_out: Vec<LeftOut>,
}

/// Reads a list of people: pasted lines, CSV, a workbook, a Word document or a web page.
///
/// # Errors
/// `NotUnderstood` where there is nobody on it.
pub fn read(bytes: &[u8]) -> Result<People, Problem> {
    let people = match sniff::format(bytes) {
        Ok(Format::Xlsx) => of_tables(&xlsx::tables(bytes)?.0),
        Ok(Format::Docx) => of_document(&docx::document(bytes)?),
        Ok(Format::Html) => of_document(&html::document(&decode::text(bytes).text)),
        Ok(Format::Pdf) => return Err(damaged("copy the list out of the PDF and paste it")),
        _ => of_text(&decode::text(bytes).text),
    };
    checked(people)
}

/// The people in the tables of a workbook that was read apart.
pub(super) fn of_workbook(tables: &[Table]) -> Result<People, Problem> {
    checked(of_tables(tables))
}

fn checked(mut people: People) -> Result<People, Problem> {
    let mut seen = std::collections::HashSet::new();
    people.people.retain(|person| {
        seen.insert((person.name.to_lowercase(), person.organisation.clone(), person.function.clone()))
    });
    for (place, person) in (1..).zip(&people.people).skip(MOST_PEOPLE) {
        let text = person.name.clone();
        people.left_out.push(LeftOut { line: place, text, reason: Reason::TooMany });
    }
    people.people.truncate(MOST_PEOPLE);
    if people.people.is_empty() {
        return Err(damaged(
            "no names were found; name the columns in the first row, for instance Naam, Organisatie and Functie",
        ));
    }
    Ok(people)
}

fn of_text(text: &str) -> People {
    let (table, _) = csv::table(text);
    columns::with_header(&table).unwrap_or_else(|| {
        // Without a header only a spreadsheet's own signs make columns: a comma also stands in "Noor Bakker, wijkagent".
        let is_table =
            text.lines().filter(|line| !line.trim().is_empty()).all(|line| line.contains(['\t', ';']));
        let by_content = if is_table { columns::by_content(&table) } else { None };
        by_content
            .unwrap_or_else(|| lines::read(text.lines().enumerate().map(|(index, line)| (index + 1, line))))
    })
}

fn of_tables(tables: &[Table]) -> People {
    let read = |table: &Table| columns::with_header(table).or_else(|| columns::by_content(table));
    let found = tables.iter().filter_map(read).max_by_key(|people| people.people.len());
    found.unwrap_or_else(|| {
        let lines: Vec<(usize, String)> =
            tables.iter().flat_map(|table| &table.rows).map(|row| (row.line, row.line_of_tabs())).collect();
        lines::read(lines.iter().map(|(line, text)| (*line, text.as_str())))
    })
}

fn of_document(document: &Document) -> People {
    let tables: Vec<Table> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            Block::Line(_) => None,
        })
        .collect();
    let by_table = of_tables(&tables);
    if by_table.people.len() >= 2 {
        return by_table;
    }
    let lines = document.lines();
    lines::read(lines.iter().map(|line| (line.line, line.text.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let people = read(text.as_bytes()).map(|people| people.people).unwrap_or_default();
        let show = |person: Person| {
            let part = |part: Option<String>| part.unwrap_or_default();
            format!("{}|{}|{}", person.name, part(person.organisation), part(person.function))
        };
        people.into_iter().map(show).collect()
    }

    #[test]
    fn a_table_with_a_header() {
        let text = "Deelnemerslijst;;;\nNaam;Organisatie;Functie;E-mail\nNoor Bakker;Gemeente Ede;adviseur;noor@example.org\n\
                    Bram de Wit;Gemeente Breda;;bram@example.org\n;Gemeente Tiel;;\n";
        assert_eq!(shown(text), ["Noor Bakker|Gemeente Ede|adviseur", "Bram de Wit|Gemeente Breda|"]);
        let people = read(text.as_bytes()).expect("people");
        assert!(people.left_out.iter().any(|left_out| left_out.text.contains("Tiel")));
        assert!(!format!("{people:?}").contains("noor@"), "{people:?}");
    }

    #[test]
    fn names_in_parts() {
        let text = "Voornaam,Tussenvoegsel,Achternaam,Gemeente\nNoor,,Bakker,Ede\nBram,de,Wit,Breda\n";
        assert_eq!(shown(text), ["Noor Bakker|Ede|", "Bram de Wit|Breda|"]);
    }

    #[test]
    fn lines_as_people_write_them() {
        let text = "Aanwezig:\n- Noor Bakker, adviseur, gemeente Ede\n- Bram de Wit (gemeente Breda)\n3. Jan Vos - wethouder\n\
                    Bakker, Anna\nPiet Jansen, piet@example.org, 06-12345678\n";
        assert_eq!(
            shown(text),
            [
                "Noor Bakker|gemeente Ede|adviseur",
                "Bram de Wit|gemeente Breda|",
                "Jan Vos||wethouder",
                "Anna Bakker||",
                "Piet Jansen||"
            ]
        );
    }

    #[test]
    fn names_with_addresses_as_a_mail_has_them() {
        let text = "\"Noor Bakker\" <noor@example.org>; Bram de Wit <bram@example.org>; jan@example.org";
        assert_eq!(shown(text), ["Noor Bakker||", "Bram de Wit||"]);
    }

    #[test]
    fn columns_without_a_header() {
        let text = "Noor Bakker\tGemeente Ede\tadviseur\nBram de Wit\tGemeente Breda\twethouder\n";
        assert_eq!(
            shown(text),
            ["Noor Bakker|Gemeente Ede|adviseur", "Bram de Wit|Gemeente Breda|wethouder"]
        );
    }

    #[test]
    fn a_text_without_names_is_refused() {
        assert!(read(b"de vergadering begint om tien uur\n").is_err());
        assert!(read(b"").is_err());
    }
}
