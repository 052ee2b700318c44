//! What the two formats of word processors share: text in XML, archives, the names of styles, and counting by those names.
//!
//! What a part is of the notes shows in the style of its paragraph: a person can change how all lines look at once, and
//! [`Tally`] knows them again when the document is read back.

use std::io::{Cursor, Read as _, Write as _};

pub use zip::CompressionMethod;
pub use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Counts;
use super::paper::{Look, Role, Text, first_number};

/// The paragraph of a session in a programme.
pub const SESSION: &str = "ProgrammeItem";
/// The paragraph that says what was left out.
pub const LEFT_OUT: &str = "LeftOut";
/// Styles of lines begin like this.
const LINE: &str = "Note";

/// A file larger than this is not unpacked when it is read back, in bytes.
const MOST_BYTES: u64 = 1 << 30;

/// The style of a heading.
pub fn heading_style(role: Role, level: u8) -> String {
    let prefix = if role == Role::Line { LINE } else { "" };
    format!("{prefix}Heading{level}")
}

/// The style of a paragraph.
pub fn text_style(text: &Text) -> &'static str {
    match (text.role, text.look) {
        (Role::LeftOut, _) => LEFT_OUT,
        (Role::Session, _) => SESSION,
        (Role::Line, Look::Quote) => "NoteQuote",
        (Role::Line, _) => "NoteLine",
        (_, Look::Lead) => "Lead",
        (_, Look::Body | Look::Quote | Look::Small) => "Body",
    }
}

/// The style of an item of a list.
pub fn item_style(role: Role) -> &'static str {
    match role {
        Role::Session => SESSION,
        Role::Line => "NoteItem",
        Role::Plain | Role::Day | Role::LeftOut => "Item",
    }
}

/// The style of a cell in a row of this role: the first one tells what the row is.
pub fn cell_style(role: Role, column: usize) -> &'static str {
    match (role, column) {
        (Role::Session, 0) => SESSION,
        (Role::Line, 0) => "NoteCell",
        _ => "Cell",
    }
}

/// How wide the columns of a table are, in thousandths of its width: by the longest words in them.
pub fn column_widths(part: &super::paper::Table) -> Vec<usize> {
    let letters =
        |cell: &Vec<super::runs::Run>| cell.iter().map(|run| run.text.chars().count()).sum::<usize>();
    let longest = |column: usize| {
        let cells = part.rows.iter().filter_map(|row| row.get(column)).map(letters).max().unwrap_or_default();
        // A heading is bold, and is not broken.
        let header = part.header.get(column).map_or(0, |name| name.chars().count() + 4);
        cells.clamp(6, 60).max(header)
    };
    let weights: Vec<usize> = (0..part.header.len()).map(longest).collect();
    let all = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| weight * 1000 / all).collect()
}

/// Text in XML, also between quotation marks. What XML cannot say is shown as not known.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{0}'..='\u{1f}' if !matches!(c, '\t' | '\n' | '\r') => {
                escaped.push(char::REPLACEMENT_CHARACTER);
            }
            '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An archive that is written to memory. That does not fail; if it did, reading back tells.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// With nothing in it yet.
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// A file begins, the text of which comes with [`Self::write`].
    pub fn begin(&mut self, name: &str, method: CompressionMethod) -> ZipResult<()> {
        // Without the time of now: the same notes make the same file.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default());
        self.0.start_file(name, options)
    }

    /// The next piece of the file that was begun.
    pub fn write(&mut self, text: &str) -> ZipResult<()> {
        Ok(self.0.write_all(text.as_bytes())?)
    }

    /// A file of these pieces, packed.
    pub fn file(&mut self, name: &str, pieces: &[&str]) -> ZipResult<()> {
        self.begin(name, CompressionMethod::Deflated)?;
        pieces.iter().try_for_each(|piece| self.write(piece))
    }

    /// The archive, whole.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

/// A file in an archive.
pub fn unpacked(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name(name).ok()?;
    let mut text = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut text).ok()?;
    Some(text)
}

/// Counts paragraphs by their styles.
#[derive(Default)]
pub struct Tally {
    counts: Counts,
    left_out: Option<String>,
}

impl Tally {
    /// A paragraph of this style begins.
    pub fn paragraph(&mut self, style: &str) {
        self.settle();
        match style {
            "Heading1" => Role::Day.count(1, &mut self.counts),
            SESSION => Role::Session.count(1, &mut self.counts),
            LEFT_OUT => self.left_out = Some(String::new()),
            style if style.starts_with(LINE) => Role::Line.count(1, &mut self.counts),
            _ => {}
        }
    }

    /// Words of the paragraph.
    pub fn words(&mut self, words: &str) {
        if let Some(sentence) = &mut self.left_out {
            sentence.push_str(words);
        }
    }

    /// What was counted.
    pub fn counts(mut self) -> Counts {
        self.settle();
        self.counts
    }

    fn settle(&mut self) {
        if let Some(number) = self.left_out.take().as_deref().and_then(first_number) {
            self.counts.private_left_out = number;
        }
    }
}
