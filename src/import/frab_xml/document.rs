//! XML as a tree, also where the file stops in the middle, and the lines that its parts stand on.

use roxmltree::{Document, ParsingOptions};

use crate::domain::problem::{Problem, ProblemKind};

/// More elements and texts than this are no programme. A node takes some eighty bytes of memory.
const MOST_NODES: u32 = 1_500_000;

/// No element of a programme has more attributes than this.
const MOST_ATTRIBUTES: usize = 2000;

/// What may have been open where a schedule stops.
const CLOSINGS: [&str; 4] =
    ["</room></day></schedule>", "</day></schedule>", "</schedule>", "</room></day></days></schedule>"];

/// Takes `text` apart.
///
/// # Errors
/// `NotUnderstood` with the line where it is not well-formed.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Problem> {
    if has_endless_element(text) {
        return Err(Problem::new(
            ProblemKind::NotUnderstood,
            1,
            "this XML has an element with too many attributes",
        ));
    }
    parsed(text).map_err(|error| {
        let cause = format_args!("this XML is not well-formed: {error}").to_string();
        Problem::new(ProblemKind::NotUnderstood, error.pos().row.max(1), cause)
    })
}

/// The parser compares every attribute of an element with all others: one with a million would take hours.
fn has_endless_element(text: &str) -> bool {
    text.split('<').any(|piece| {
        let values = piece.split('=').skip(1).filter(|value| value.trim_start().starts_with(['"', '\'']));
        values.take(MOST_ATTRIBUTES + 1).count() > MOST_ATTRIBUTES
    })
}

fn parsed(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options)
}

/// Of a text that stops in the middle: the part until its last whole event, with what was open closed.
pub(super) fn whole_part(text: &str) -> Option<String> {
    if text.contains("</schedule>") {
        return None;
    }
    let end = text.rfind("</event>")? + "</event>".len();
    let part = text.get(..end)?;
    CLOSINGS.iter().map(|closing| format!("{part}{closing}")).find(|text| parsed(text).is_ok())
}

/// Counts lines while going through a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// At the first line.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, offset: 0, line: 1 }
    }

    /// The line that `offset` stands on, from 1. Offsets are asked for in their order.
    pub(super) fn line_of(&mut self, offset: usize) -> usize {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.offset = self.offset.max(offset);
        self.line
    }
}
