//! A paper as a Word document (ECMA-376): headings, lists and tables as Word knows them, a language and a title, and nothing
//! that is fetched from elsewhere.

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Counts;
use super::office::{self, Archive, CompressionMethod, Tally, ZipResult, escaped};
use super::paper::{Heading, Item, Marker, Paper, Part, Table, Text, box_sign};
use super::runs::{Run, What};
use crate::domain::language::Language;

const STYLES: &str = include_str!("../../assets/export/docx-styles.xml");

/// Where the document is in its archive.
const DOCUMENT: &str = "word/document.xml";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// How far a step of a list or a note stands in, and how wide the page is between its margins, in twentieths of a point.
const STEP: usize = 425;
const PAGE: usize = 9638;

/// The numbering of bullets; lists with numbers have one each, from the next on.
const BULLETS: usize = 1;

/// So much of the document is gathered before it is packed, in bytes: with a year of notes it is large.
const AT_ONCE: usize = 64 * 1024;

/// The document, whole.
#[must_use]
pub fn render(paper: &Paper) -> Vec<u8> {
    packed(paper).unwrap_or_default()
}

fn packed(paper: &Paper) -> ZipResult<Vec<u8>> {
    let language = language_of(paper.language);
    let mut archive = Archive::new();
    archive.file("[Content_Types].xml", &[&content_types()])?;
    archive.file("_rels/.rels", &[&package_relations()])?;
    let writer = document(paper, &mut archive)?;
    archive.file("word/_rels/document.xml.rels", &[&writer.relations()])?;
    archive.file("word/styles.xml", &[&STYLES.replace("LANGUAGE", language)])?;
    archive.file("word/numbering.xml", &[&writer.numbering()])?;
    archive.file("word/settings.xml", &[&settings(language)])?;
    archive.file("docProps/core.xml", &[&core(paper, language)])?;
    archive.file("docProps/app.xml", &[&application()])?;
    archive.finish()
}

/// Packs the document itself; gives what others of its files have to know of it.
fn document(paper: &Paper, archive: &mut Archive) -> ZipResult<Writer> {
    archive.begin(DOCUMENT, CompressionMethod::Deflated)?;
    archive.write(&format!("{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>"))?;
    let mut writer = Writer::default();
    for part in &paper.parts {
        writer.part(part);
        if writer.body.len() > AT_ONCE {
            archive.write(&writer.body)?;
            writer.body.clear();
        }
    }
    archive.write(&writer.body)?;
    archive.write(
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" \
         w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
    )?;
    Ok(writer)
}

fn language_of(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl-NL",
        Language::English => "en-GB",
    }
}

#[derive(Default)]
struct Writer {
    /// What is not packed yet.
    body: String,
    /// The addresses that are linked to.
    links: Vec<String>,
    /// The first number of each numbered list, with the level that it is on.
    starts: Vec<(u8, u32)>,
}

impl Writer {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(heading) => self.heading(heading),
            Part::Text(text) => self.text(text),
            Part::List(items) => self.list(items),
            Part::Table(table) => self.table(table),
        }
    }

    fn paragraph(&mut self, style: &str, properties: &str, runs: &[Run]) {
        let words: String = runs.iter().map(|run| self.run(run)).collect();
        let _ =
            write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{words}</w:p>");
    }

    fn heading(&mut self, heading: &Heading) {
        self.paragraph(&office::heading_style(heading.role, heading.level), "", &heading.runs);
    }

    fn text(&mut self, text: &Text) {
        let left = STEP * usize::from(text.indent);
        let indent = if left == 0 { String::new() } else { format!("<w:ind w:left=\"{left}\"/>") };
        self.paragraph(office::text_style(text), &indent, &text.runs);
    }

    fn list(&mut self, items: &[Item]) {
        // The numbering at each level, and the number that comes next in it.
        let mut going: [Option<(usize, u32)>; 2] = [None, None];
        for item in items {
            let level = usize::from(item.level.min(1));
            let numbering = match item.marker {
                Marker::Box(_) => None,
                Marker::Bullet => Some(BULLETS),
                Marker::Number(number) => {
                    let goes_on = going.get(level).copied().flatten().filter(|(_, next)| *next == number);
                    let numbering =
                        goes_on.map_or_else(|| self.new_list(item.level.min(1), number), |(id, _)| id);
                    if let Some(slot) = going.get_mut(level) {
                        *slot = Some((numbering, number.saturating_add(1)));
                    }
                    Some(numbering)
                }
            };
            self.item(item, level, numbering);
        }
    }

    fn new_list(&mut self, level: u8, first: u32) -> usize {
        self.starts.push((level, first));
        BULLETS + self.starts.len()
    }

    fn item(&mut self, item: &Item, level: usize, numbering: Option<usize>) {
        let left = STEP * (level + 1);
        let indent = format!("<w:ind w:left=\"{left}\" w:hanging=\"{STEP}\"/>");
        let numbering = numbering
            .map(|id| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>"));
        let mut runs = Vec::new();
        if let Marker::Box(ticked) = item.marker {
            runs.push(Run { text: format!("{}\t", box_sign(ticked)), ..Run::default() });
        }
        runs.extend(item.runs.iter().cloned());
        let properties = format!("{}{indent}", numbering.unwrap_or_default());
        self.paragraph(office::item_style(item.role), &properties, &runs);
    }

    fn table(&mut self, table: &Table) {
        let widths: Vec<usize> =
            office::column_widths(table).iter().map(|width| width * PAGE / 1000).collect();
        let grid: Vec<String> = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let grid = grid.concat();
        let _ = write!(
            self.body,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlainTable\"/><w:tblW w:w=\"{PAGE}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>\
             <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        );
        for (name, width) in table.header.iter().zip(&widths) {
            self.cell(*width, "TableHeading", &[Run::plain(name)]);
        }
        self.body.push_str("</w:tr>");
        for row in &table.rows {
            self.body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                self.cell(*width, office::cell_style(table.role, column), cell);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
        // Two tables that touch become one, and a document ends with a paragraph.
        self.paragraph("Cell", "", &[]);
    }

    fn cell(&mut self, width: usize, style: &str, runs: &[Run]) {
        let _ = write!(self.body, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        self.paragraph(style, "", runs);
        self.body.push_str("</w:tc>");
    }

    fn run(&mut self, run: &Run) -> String {
        let style = match &run.what {
            What::Words => None,
            What::Code => Some("Code"),
            What::Link(_) => Some("Hyperlink"),
            What::Trend => Some("Trend"),
            What::Mention => Some("Person"),
        };
        let mut look: String =
            style.map(|style| format!("<w:rStyle w:val=\"{style}\"/>")).unwrap_or_default();
        if run.bold {
            look.push_str("<w:b/>");
        }
        if run.italic {
            look.push_str("<w:i/>");
        }
        let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
        let text = escaped(&run.text).replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
        let words = format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        match &run.what {
            What::Link(address) => {
                format!(
                    "<w:hyperlink r:id=\"link{}\" w:history=\"1\">{words}</w:hyperlink>",
                    self.link(address)
                )
            }
            _ => words,
        }
    }

    /// The number of a link to this address.
    fn link(&mut self, address: &str) -> usize {
        self.links.push(address.to_owned());
        self.links.len()
    }

    fn relations(&self) -> String {
        let own = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml")];
        let own = own.map(|(kind, target)| {
            format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        });
        let links = (1..).zip(&self.links).map(|(number, address)| {
            format!(
                "<Relationship Id=\"link{number}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(address)
            )
        });
        let all: String = own.into_iter().chain(links).collect();
        format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>")
    }

    /// Two kinds of lists, and for every numbered list where it starts.
    fn numbering(&self) -> String {
        let level = |level: usize, format: &str, sign: &str| {
            let left = STEP * (level + 1);
            format!(
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{sign}\"/>\
                 <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{STEP}\"/></w:pPr></w:lvl>"
            )
        };
        let kind = |id: usize, levels: [String; 2]| {
            format!(
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}</w:abstractNum>",
                levels.concat()
            )
        };
        let bullets = kind(1, [level(0, "bullet", "•"), level(1, "bullet", "–")]);
        let numbers = kind(2, [level(0, "decimal", "%1."), level(1, "decimal", "%2.")]);
        let lists: Vec<String> = (BULLETS + 1..)
            .zip(&self.starts)
            .map(|(id, (level, first))| {
                format!(
                    "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"{level}\">\
                     <w:startOverride w:val=\"{first}\"/></w:lvlOverride></w:num>"
                )
            })
            .collect();
        let lists = lists.concat();
        format!(
            "{HEAD}<w:numbering xmlns:w=\"{WORD}\">{bullets}{numbers}<w:num w:numId=\"{BULLETS}\"><w:abstractNumId \
             w:val=\"1\"/></w:num>{lists}</w:numbering>"
        )
    }
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    let word = |name: &str, kind: &str| part(&format!("word/{name}.xml"), &format!("{PARTS}.{kind}+xml"));
    let all = [
        word("document", "document.main"),
        word("styles", "styles"),
        word("numbering", "numbering"),
        word("settings", "settings"),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ];
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>{}</Types>",
        all.concat()
    )
}

fn package_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"document\" Type=\"{OFFICE}/officeDocument\" \
         Target=\"{DOCUMENT}\"/><Relationship Id=\"core\" \
         Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/><Relationship Id=\"app\" Type=\"{OFFICE}/extended-properties\" \
         Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn settings(language: &str) -> String {
    // 15 is the way of Word since 2013; without it a document opens in the ways of 2007.
    format!(
        "{HEAD}<w:settings xmlns:w=\"{WORD}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang \
         w:val=\"{language}\"/></w:settings>"
    )
}

fn core(paper: &Paper, language: &str) -> String {
    let creator = paper.author.as_ref().map(|author| format!("<dc:creator>{}</dc:creator>", escaped(author)));
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>{}<dc:language>{language}</dc:language>\
         </cp:coreProperties>",
        escaped(&paper.title),
        creator.unwrap_or_default()
    )
}

fn application() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Plenair</Application></Properties>"
    )
}

/// Counts what is in a document by the styles of its paragraphs. `None` for what is no such document.
pub(super) fn count(bytes: &[u8]) -> Option<Counts> {
    let document = String::from_utf8(office::unpacked(bytes, DOCUMENT)?).ok()?;
    let mut reader = Reader::from_str(&document);
    let mut tally = Tally::default();
    loop {
        match reader.read_event().ok()? {
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                let style = tag.try_get_attribute("w:val").ok()??;
                tally.paragraph(&style.value);
            }
            Event::Text(text) => tally.words(&text),
            Event::Eof => return Some(tally.counts()),
            _ => {}
        }
    }
}
