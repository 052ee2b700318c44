//! The tables of an OpenDocument spreadsheet, with what is merged in them.
//!
//! Formats of cells are not looked at: such a file says of each value what it is. Rows and cells that repeat are written
//! out as far as they hold anything.

use crate::domain::problem::Problem;

use super::table::{Cell, MOST_CELLS, MOST_COLUMNS, Table};
use super::xml::{Events, Happening, attribute, number};
use super::zip_limits::{Parts, damaged};

/// A row that repeats is written out at most this often: a programme has no thousand times the same row.
const MOST_REPEATED: usize = 1_000;

/// The tables of the file, and whether it stops in the middle.
pub(super) fn tables(bytes: &[u8]) -> Result<(Vec<Table>, bool), Problem> {
    let mut parts = Parts::of(bytes)?;
    let Some(xml) = parts.text("content.xml")? else {
        return Err(damaged("this is no OpenDocument spreadsheet: its content is missing"));
    };
    Ok(Reader::default().read(&xml))
}

#[derive(Default)]
struct OpenTable {
    name: String,
    rows: Vec<(usize, Vec<Cell>)>,
}

#[derive(Default)]
struct Reader {
    tables: Vec<Table>,
    /// The table that is open.
    open: Option<OpenTable>,
    row: Vec<Cell>,
    row_repeats: usize,
    /// How many rows the table has so far, blank ones too.
    rows: usize,
    cells: usize,
    /// The cell that is open, how often it repeats, and whether its text is already its value.
    cell: Option<(Cell, usize, bool)>,
    in_paragraph: bool,
    in_note: usize,
    is_full: bool,
}

impl Reader {
    fn read(mut self, xml: &str) -> (Vec<Table>, bool) {
        let mut events = Events::of(xml);
        for event in &mut events {
            match event {
                Happening::Start(start) => match start.local_name().as_ref() {
                    "table" => {
                        let name = attribute(&start, "name").unwrap_or_default();
                        self.open = Some(OpenTable { name, rows: Vec::new() });
                        self.rows = 0;
                    }
                    "table-row" => {
                        self.row = Vec::new();
                        self.row_repeats = number(&start, "number-rows-repeated").unwrap_or(1);
                    }
                    "table-cell" => {
                        let value = value(&start);
                        let is_value = value.is_some();
                        let cell = Cell {
                            across: number(&start, "number-columns-spanned")
                                .unwrap_or(1)
                                .clamp(1, MOST_COLUMNS),
                            down: number(&start, "number-rows-spanned").unwrap_or(1).clamp(1, MOST_REPEATED),
                            ..Cell::new(value.unwrap_or_default())
                        };
                        let repeats = number(&start, "number-columns-repeated").unwrap_or(1);
                        self.cell = Some((cell, repeats, is_value));
                    }
                    "covered-table-cell" => {
                        let repeats = number(&start, "number-columns-repeated").unwrap_or(1);
                        self.cell = Some((Cell::covered(), repeats, true));
                    }
                    "annotation" => self.in_note += 1,
                    "p" => {
                        self.in_paragraph = true;
                        self.push("\n");
                    }
                    "s" | "tab" => self.push(" "),
                    "line-break" => self.push("\n"),
                    _ => {}
                },
                Happening::End(name) => self.end(&name),
                Happening::Text(text) if self.in_paragraph => self.push(&text),
                Happening::Text(_) => {}
            }
            if self.is_full {
                break;
            }
        }
        if self.is_full {
            self.end("table-row");
        }
        self.end("table");
        (self.tables, events.cut_short || self.is_full)
    }

    /// Adds text to the open cell, unless its value is known already or the text is a note to it.
    fn push(&mut self, text: &str) {
        if let Some((cell, _, false)) = self.cell.as_mut().filter(|_| self.in_note == 0)
            && (text != "\n" || !cell.text.is_empty())
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "annotation" => self.in_note = self.in_note.saturating_sub(1),
            "p" => self.in_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                let Some((cell, repeats, _)) = self.cell.take() else {
                    return;
                };
                let room = MOST_COLUMNS.saturating_sub(self.row.len());
                let repeats = repeats.min(room);
                self.row.extend(std::iter::repeat_n(cell, repeats));
            }
            "table-row" => self.end_row(),
            "table" => {
                if let Some(table) = self.open.take() {
                    self.tables.push(Table::new(table.name, table.rows));
                }
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let repeats = std::mem::replace(&mut self.row_repeats, 1);
        let is_blank = row.iter().all(Cell::is_blank) && !row.iter().any(|cell| cell.covered);
        let Some(table) = self.open.as_mut().filter(|_| !is_blank) else {
            self.rows = self.rows.saturating_add(repeats);
            return;
        };
        for _ in 0..repeats.min(MOST_REPEATED) {
            self.rows += 1;
            self.cells += row.len();
            if self.cells > MOST_CELLS {
                self.is_full = true;
                return;
            }
            table.rows.push((self.rows, row.clone()));
        }
    }
}

/// The value of a cell that is a date, a time or a number, as the table reader wants it; nothing for a text.
fn value(start: &quick_xml::events::BytesStart<'_>) -> Option<String> {
    match attribute(start, "value-type")?.as_str() {
        "date" => Some(attribute(start, "date-value")?.replace('T', " ")),
        "time" => time(&attribute(start, "time-value")?),
        "float" => attribute(start, "value"),
        _ => None,
    }
}

/// `PT09H30M00S` as `09:30`.
fn time(text: &str) -> Option<String> {
    let rest = text.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::zip_limits::tests::zipped;
    use super::*;

    /// A spreadsheet with these rows in its only table.
    pub(in crate::import) fn ods(rows: &str) -> Vec<u8> {
        let xml = format!(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
             <office:body><office:spreadsheet><table:table table:name=\"Blad1\">{rows}</table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", xml.as_bytes()),
        ])
    }

    #[test]
    fn values_are_what_the_file_says_they_are() {
        let rows = "<table:table-row>\
            <table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"><text:p>9u30</text:p></table:table-cell>\
            <table:table-cell office:value-type=\"string\"><text:p>Inloop</text:p><text:p>koffie</text:p></table:table-cell>\
            <table:table-cell office:value-type=\"date\" office:date-value=\"2023-03-16\"><text:p>16 mrt</text:p></table:table-cell>\
            <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
        let (tables, cut_short) = tables(&ods(rows)).expect("a spreadsheet");
        assert!(!cut_short);
        let row = &tables[0].rows[0];
        assert_eq!((row.text(0), row.text(1), row.text(2)), ("09:30", "Inloop\nkoffie", "2023-03-16"));
        assert_eq!(tables[0].rows.len(), 1);
    }

    #[test]
    fn a_row_that_repeats_forever_does_not() {
        let rows = "<table:table-row table:number-rows-repeated=\"99999999999\"><table:table-cell \
            table:number-columns-repeated=\"99999999\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
        let (tables, cut_short) = tables(&ods(rows)).expect("a spreadsheet");
        assert!(tables[0].rows.len() <= MOST_REPEATED);
        assert!(!cut_short || tables[0].rows.len() * MOST_COLUMNS <= MOST_CELLS);
    }
}
