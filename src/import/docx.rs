//! A Word document: its paragraphs, lists and tables, as a document to find a programme in.
//!
//! Reads the main text only: no headers, footers, notes, pictures or comments; text that was deleted under "track changes"
//! is deleted. Limits on size are those of `zip_limits`.

use crate::domain::problem::Problem;
use crate::domain::programme::Programme;

use super::document::{Builder, Document};
use super::format::Format;
use super::xml::{Events, Happening, attribute, number};
use super::zip_limits::{Parts, damaged};

/// Reads a programme from a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    let document = document(bytes)?;
    if !document.has_letters(3) {
        return Err(damaged(
            "there is hardly any text in this document; if it holds pictures, copy the text from its source and paste it",
        ));
    }
    Ok(document.programme(Format::Docx.name()))
}

/// The document, for lists of people.
pub(super) fn document(bytes: &[u8]) -> Result<Document, Problem> {
    let mut parts = Parts::of(bytes)?;
    let Some(xml) = parts.text("word/document.xml")? else {
        return Err(damaged("this is no Word document: its text is missing"));
    };
    Ok(Reader::default().read(&xml))
}

/// Where the reader is in a document.
#[derive(Default)]
struct Reader {
    builder: Builder,
    /// How many paragraphs have been read, which is what "line" means in a document.
    paragraphs: usize,
    /// How deep inside an element that is not read.
    skipping: usize,
    in_text: bool,
    in_properties_of_cell: Option<CellProperties>,
    list_level: Option<usize>,
    /// How many elements with words of their own are open.
    depth: usize,
}

/// What a cell says about itself before its text.
#[derive(Default)]
struct CellProperties {
    across: usize,
    continues: bool,
}

/// Elements whose content is no part of the text.
const SKIPPED: [&str; 8] =
    ["del", "moveFrom", "txbxContent", "instrText", "Fallback", "pict", "footnotePr", "sectPr"];

impl Reader {
    fn read(mut self, xml: &str) -> Document {
        let mut events = Events::of(xml);
        for event in &mut events {
            match event {
                Happening::Start(start) => {
                    let name = start.local_name();
                    let name = name.as_ref();
                    if self.skipping > 0 || SKIPPED.contains(&name) {
                        self.skipping += 1;
                        continue;
                    }
                    self.depth += 1;
                    match name {
                        "gridSpan" => {
                            if let Some(cell) = &mut self.in_properties_of_cell {
                                cell.across = number(&start, "val").unwrap_or(1);
                            }
                        }
                        "vMerge" => {
                            if let Some(cell) = &mut self.in_properties_of_cell {
                                cell.continues = attribute(&start, "val").is_none_or(|val| val != "restart");
                            }
                        }
                        "ilvl" => self.list_level = Some(number(&start, "val").unwrap_or(0)),
                        _ => self.start(name),
                    }
                }
                Happening::End(name) => {
                    if self.skipping > 0 {
                        self.skipping -= 1;
                        continue;
                    }
                    self.depth = self.depth.saturating_sub(1);
                    self.end(&name);
                }
                Happening::Text(text) => {
                    if self.in_text && self.skipping == 0 {
                        self.builder.push(&text);
                    }
                }
            }
        }
        self.builder.finish(events.cut_short)
    }

    fn start(&mut self, name: &str) {
        match name {
            "p" => {
                self.open_cell();
                self.paragraphs += 1;
                self.builder.at(self.paragraphs);
                self.list_level = None;
            }
            "numPr" => self.list_level = self.list_level.or(Some(0)),
            "r" => self.bullet(),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.builder.push("\t"),
            "br" | "cr" => self.builder.end_line(),
            "noBreakHyphen" => self.builder.push("-"),
            "tbl" => {
                self.open_cell();
                self.builder.start_table();
            }
            "tr" => self.builder.start_row(self.paragraphs + 1),
            "tc" => self.in_properties_of_cell = Some(CellProperties { across: 1, continues: false }),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.builder.end_line(),
            "t" => self.in_text = false,
            "tc" => {
                self.open_cell();
                self.builder.end_cell();
            }
            "tr" => self.builder.end_row(),
            "tbl" => self.builder.end_table(),
            _ => {}
        }
    }

    /// The properties of the cell are all read: its text begins.
    fn open_cell(&mut self) {
        match self.in_properties_of_cell.take() {
            Some(cell) if cell.continues => self.builder.start_continued_cell(cell.across),
            Some(cell) => self.builder.start_cell(cell.across, 1),
            None => {}
        }
    }

    /// Before the first words of a paragraph of a list.
    fn bullet(&mut self) {
        if let Some(level) = self.list_level.take().filter(|_| self.builder.on_fresh_line()) {
            self.builder.push(&"  ".repeat(level.min(8)));
            self.builder.push("- ");
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::zip_limits::tests::zipped;
    use super::*;

    /// A Word document with this body.
    pub(in crate::import) fn docx(body: &str) -> Vec<u8> {
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
        );
        zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
    }

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    fn lines(body: &str) -> Vec<String> {
        document(&docx(body)).expect("a document").lines().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn paragraphs_lists_and_breaks_are_lines() {
        let bullet = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
                      <w:r><w:t>Wijk</w:t></w:r><w:r><w:t>agent</w:t></w:r></w:p>";
        let body = format!(
            "{}{bullet}<w:p><w:r><w:t>9:30</w:t><w:tab/><w:t>Inloop</w:t><w:br/><w:t>koffie &amp; thee</w:t></w:r></w:p>",
            paragraph("Programma")
        );
        assert_eq!(lines(&body), ["Programma", "  - Wijkagent", "9:30\tInloop", "koffie & thee"]);
    }

    #[test]
    fn deleted_text_stays_out_and_inserted_text_counts() {
        let body = "<w:p><w:del><w:r><w:delText>oud</w:delText><w:t>oud</w:t></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>";
        assert_eq!(lines(body), ["nieuw"]);
    }

    #[test]
    fn a_table_keeps_its_merged_cells() {
        let cell = |properties: &str, text: &str| {
            format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
        };
        let body = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
            cell("<w:vMerge w:val=\"restart\"/>", "10:00"),
            cell("", "Ronde A"),
            cell("<w:vMerge/>", ""),
            cell("", "Ronde B"),
            cell("<w:gridSpan w:val=\"2\"/>", "Lunch"),
        );
        let document = document(&docx(&body)).expect("a document");
        let Some(super::super::document::Block::Table(table)) = document.blocks.first() else {
            panic!("no table");
        };
        assert_eq!(table.above(1, 0), Some((0, "10:00")));
        assert_eq!(table.rows[2].cells[0].across, 2);
    }

    #[test]
    fn an_agenda_in_a_table_is_a_programme() {
        let row = |cells: [&str; 3]| {
            let cells: Vec<String> = cells.iter().map(|cell| paragraph(cell)).collect();
            format!("<w:tr><w:tc>{}</w:tc></w:tr>", cells.join("</w:tc><w:tc>"))
        };
        let body = format!(
            "{}<w:tbl>{}{}{}</w:tbl>{}",
            paragraph("Programma wijkdag 16 maart 2023"),
            row(["Tijd", "Onderdeel", "Spreker"]),
            row(["09.30 uur", "Inloop", ""]),
            row(["10.00 – 10.45 uur", "Veilige wijken", "Noor Bakker, wijkagent"]),
            paragraph("Meld je aan via de website."),
        );
        let programme = read(&docx(&body)).expect("a programme");
        assert_eq!(programme.sessions.len(), 2);
        assert_eq!(programme.sessions[1].speakers[0].role.as_deref(), Some("wijkagent"));
        assert_eq!(programme.day.date.map(|date| date.to_string()).as_deref(), Some("2023-03-16"));
        assert!(programme.left_out.iter().any(|left_out| left_out.text.starts_with("Meld")));
    }

    #[test]
    fn a_document_without_text_is_refused() {
        assert!(read(&docx("<w:p/>")).expect_err("no text").cause.contains("paste"));
        assert!(read(b"PK\x03\x04").is_err());
    }
}
