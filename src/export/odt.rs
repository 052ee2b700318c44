//! A paper as a text document of `LibreOffice` and others (OpenDocument 1.3): headings, lists and tables of its own, a
//! language and a title, and nothing that is fetched from elsewhere.

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Counts;
use super::office::{self, Archive, CompressionMethod, Tally, ZipResult, escaped};
use super::paper::{Heading, Item, MOST_STEPS, Marker, Paper, Part, Table, Text, box_sign};
use super::runs::{Run, What};
use crate::domain::language::Language;

const STYLES: &str = include_str!("../../assets/export/odt-styles.xml");

/// Where the text is in its archive.
const CONTENT: &str = "content.xml";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const KIND: &str = "application/vnd.oasis.opendocument.text";
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// How far a step stands in, and how wide the page is between its margins, in hundredths of a centimetre.
const STEP: usize = 75;
const PAGE: usize = 1700;

/// The document, whole.
#[must_use]
pub fn render(paper: &Paper) -> Vec<u8> {
    packed(paper).unwrap_or_default()
}

fn packed(paper: &Paper) -> ZipResult<Vec<u8>> {
    let mut writer = Writer::default();
    for part in &paper.parts {
        writer.part(part);
    }
    let (language, country) = match paper.language {
        Language::Dutch => ("nl", "NL"),
        Language::English => ("en", "GB"),
    };
    let styles = STYLES.replace("LANGUAGE", language).replace("COUNTRY", country);
    let creator = paper.author.as_ref().map(|author| {
        let author = escaped(author);
        format!("<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>")
    });
    let meta = format!(
        "{HEAD}<office:document-meta {NAMESPACES}><office:meta><meta:generator>Plenair</meta:generator>\
         <dc:title>{}</dc:title>{}<dc:language>{language}-{country}</dc:language></office:meta></office:document-meta>",
        escaped(&paper.title),
        creator.unwrap_or_default()
    );
    let mut archive = Archive::new();
    // The kind comes first and is not packed, so that the first bytes of the file tell what it is.
    archive.begin("mimetype", CompressionMethod::Stored)?;
    archive.write(KIND)?;
    archive.file("META-INF/manifest.xml", &[&manifest()])?;
    archive.begin(CONTENT, CompressionMethod::Deflated)?;
    archive.write(&format!(
        "{HEAD}<office:document-content {NAMESPACES}><office:automatic-styles>{}{}</office:automatic-styles>\
         <office:body><office:text>",
        fixed_styles(),
        writer.styles
    ))?;
    archive.write(&writer.body)?;
    archive.write("</office:text></office:body></office:document-content>")?;
    archive.file("styles.xml", &[&styles])?;
    archive.file("meta.xml", &[&meta])?;
    archive.finish()
}

#[derive(Default)]
struct Writer {
    body: String,
    /// The styles of the columns of its tables.
    styles: String,
    tables: usize,
}

impl Writer {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(heading) => self.heading(heading),
            Part::Text(text) => self.text(text),
            Part::List(items) => self.list(items, 0),
            Part::Table(table) => self.table(table),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let style = office::heading_style(heading.role, heading.level);
        let (level, words) = (heading.level, words(&heading.runs));
        let _ = write!(
            self.body,
            "<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{words}</text:h>"
        );
    }

    fn text(&mut self, text: &Text) {
        let style = office::text_style(text);
        let style = if text.indent == 0 { style.to_owned() } else { format!("{style}In{}", text.indent) };
        self.paragraph(&style, &words(&text.runs));
    }

    fn paragraph(&mut self, style: &str, words: &str) {
        let _ = write!(self.body, "<text:p text:style-name=\"{style}\">{words}</text:p>");
    }

    /// The items from the front that are of one list at this level, and the lists below them.
    fn list(&mut self, items: &[Item], level: u8) {
        let mut rest = items;
        while let Some(first) = rest.first() {
            let style = match first.marker {
                Marker::Number(_) => "Numbers",
                Marker::Bullet => "Bullets",
                Marker::Box(_) => "Boxes",
            };
            let _ = write!(self.body, "<text:list text:style-name=\"{style}\">");
            let mut next = None;
            while let Some((item, after)) = rest.split_first().filter(|(item, _)| same_list(item, first)) {
                let below = after.iter().take_while(|item| item.level > level).count();
                let (inner, others) = after.split_at(below);
                self.item(item, &mut next);
                if !inner.is_empty() {
                    self.list(inner, level.saturating_add(1));
                }
                self.body.push_str("</text:list-item>");
                rest = others;
            }
            self.body.push_str("</text:list>");
        }
    }

    fn item(&mut self, item: &Item, next: &mut Option<u32>) {
        let start = match item.marker {
            Marker::Number(number) if *next != Some(number) => format!(" text:start-value=\"{number}\""),
            _ => String::new(),
        };
        if let Marker::Number(number) = item.marker {
            *next = number.checked_add(1);
        }
        let sign = match item.marker {
            Marker::Box(ticked) => format!("{}<text:tab/>", box_sign(ticked)),
            _ => String::new(),
        };
        let _ = write!(self.body, "<text:list-item{start}>");
        self.paragraph(office::item_style(item.role), &format!("{sign}{}", words(&item.runs)));
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let name = format!("Table{}", self.tables);
        let mut columns = String::new();
        for (number, width) in (1..).zip(office::column_widths(table)) {
            let width = centimetres(width * PAGE / 1000);
            let _ = write!(
                self.styles,
                "<style:style style:name=\"{name}.{number}\" style:family=\"table-column\"><style:table-column-properties \
                 style:column-width=\"{width}\"/></style:style>"
            );
            let _ = write!(columns, "<table:table-column table:style-name=\"{name}.{number}\"/>");
        }
        let _ = write!(
            self.body,
            "<table:table table:name=\"{name}\" table:style-name=\"Wide\">{columns}<table:table-header-rows><table:table-row>"
        );
        for name in &table.header {
            self.cell("TableHeading", &escaped(name));
        }
        self.body.push_str("</table:table-row></table:table-header-rows>");
        for row in &table.rows {
            self.body.push_str("<table:table-row>");
            for (column, cell) in row.iter().enumerate() {
                self.cell(office::cell_style(table.role, column), &words(cell));
            }
            self.body.push_str("</table:table-row>");
        }
        self.body.push_str("</table:table>");
    }

    fn cell(&mut self, style: &str, words: &str) {
        self.body.push_str("<table:table-cell table:style-name=\"Lined\" office:value-type=\"string\">");
        self.paragraph(style, words);
        self.body.push_str("</table:table-cell>");
    }
}

fn same_list(item: &Item, first: &Item) -> bool {
    std::mem::discriminant(&item.marker) == std::mem::discriminant(&first.marker)
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut text = spaced(&escaped(&run.text));
    let look = match (run.bold, run.italic) {
        (false, false) => None,
        (true, false) => Some("Bold"),
        (false, true) => Some("Italic"),
        (true, true) => Some("BoldItalic"),
    };
    let kind = match &run.what {
        What::Code => Some("Code"),
        What::Trend => Some("Trend"),
        What::Mention => Some("Person"),
        What::Words | What::Link(_) => None,
    };
    for style in look.into_iter().chain(kind) {
        text = format!("<text:span text:style-name=\"{style}\">{text}</text:span>");
    }
    match &run.what {
        What::Link(address) => {
            format!("<text:a xlink:type=\"simple\" xlink:href=\"{}\">{text}</text:a>", escaped(address))
        }
        _ => text,
    }
}

/// Spaces and tabs as elements: of several, and of one at either end, only one or none would be shown.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            ' ' if before == ' ' => spaced.push_str("<text:s/>"),
            '\t' => spaced.push_str("<text:tab/>"),
            c => spaced.push(c),
        }
        before = c;
    }
    spaced
}

/// The styles that every document has beside the named ones: lists, tables, bold, and paragraphs that stand in.
fn fixed_styles() -> String {
    let list = |name: &str, level: &dyn Fn(usize) -> String| {
        let levels: String = (1..=2).map(level).collect();
        format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
    };
    let place = |level: usize| {
        format!(
            "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
             <style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"{0}\" \
             text:list-tab-stop-position=\"{0}\" fo:text-indent=\"-{1}\"/></style:list-level-properties>",
            centimetres(STEP * level),
            centimetres(STEP)
        )
    };
    let bullet = |level: usize, sign: &str| {
        let place = place(level);
        format!(
            "<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{sign}\">{place}\
             </text:list-level-style-bullet>"
        )
    };
    let number = |level: usize| {
        let place = place(level);
        format!(
            "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"1\" style:num-suffix=\".\">{place}\
             </text:list-level-style-number>"
        )
    };
    let lists = [
        list("Bullets", &|level| bullet(level, if level == 1 { "•" } else { "–" })),
        list("Numbers", &|level| number(level)),
        // The box is a part of the text, which shows on paper and when it is copied; the list only makes it stand in.
        list("Boxes", &|level| {
            let place = place(level).replace("listtab", "nothing");
            format!(
                "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"\">{place}\
                 </text:list-level-style-number>"
            )
        }),
    ];
    let looks = [
        ("Bold", "fo:font-weight=\"bold\""),
        ("Italic", "fo:font-style=\"italic\""),
        ("BoldItalic", "fo:font-weight=\"bold\" fo:font-style=\"italic\""),
    ];
    let looks = looks.map(|(name, look)| {
        format!("<style:style style:name=\"{name}\" style:family=\"text\"><style:text-properties {look}/></style:style>")
    });
    let steps = ["NoteLine", "NoteQuote"].into_iter().flat_map(|style| {
        (1..=usize::from(MOST_STEPS)).map(move |step| {
            let left = centimetres(STEP * step);
            format!(
                "<style:style style:name=\"{style}In{step}\" style:family=\"paragraph\" style:parent-style-name=\"{style}\">\
                 <style:paragraph-properties fo:margin-left=\"{left}\"/></style:style>"
            )
        })
    });
    let wide = centimetres(PAGE);
    let tables = format!(
        "<style:style style:name=\"Wide\" style:family=\"table\"><style:table-properties style:width=\"{wide}\" \
         table:align=\"margins\" fo:margin-bottom=\"0.3cm\"/></style:style><style:style style:name=\"Lined\" \
         style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.08cm\" fo:border-bottom=\"0.5pt solid \
         #c9ccd3\"/></style:style>"
    );
    format!("{}{}{}{tables}", lists.concat(), looks.concat(), steps.collect::<String>())
}

fn centimetres(hundredths: usize) -> String {
    format!("{}.{:02}cm", hundredths / 100, hundredths % 100)
}

fn manifest() -> String {
    let file = |name: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{kind}\"/>")
    };
    let files = [
        file("/", KIND),
        file(CONTENT, "text/xml"),
        file("styles.xml", "text/xml"),
        file("meta.xml", "text/xml"),
    ];
    format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">{}</manifest:manifest>",
        files.concat()
    )
}

/// Counts what is in a document by the styles of its paragraphs. `None` for what is no such document.
pub(super) fn count(bytes: &[u8]) -> Option<Counts> {
    let content = String::from_utf8(office::unpacked(bytes, CONTENT)?).ok()?;
    let mut reader = Reader::from_str(&content);
    let mut tally = Tally::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => begin(&tag, &mut tally)?,
            Event::Text(text) => tally.words(&text),
            Event::Eof => return Some(tally.counts()),
            _ => {}
        }
    }
}

fn begin(tag: &BytesStart<'_>, tally: &mut Tally) -> Option<()> {
    if matches!(tag.name().as_ref(), "text:p" | "text:h") {
        let style = tag.try_get_attribute("text:style-name").ok()??;
        tally.paragraph(&style.value);
    }
    Some(())
}
