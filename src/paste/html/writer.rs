//! Writes lines while tags and texts come in.
//!
//! It takes tags in any order, closed or not: what is open at the end is closed there.

use super::style::Style;
use crate::paste::table::Table;

/// Deeper than this, elements change nothing any more.
const DEEPEST: usize = 256;

/// Tables are read in each other to this depth; what is in deeper ones is lines.
const DEEPEST_TABLE: usize = 24;

/// Lists are indented so many levels at most.
const MOST_INDENTS: usize = 8;

/// An element that is open.
pub(super) struct Open {
    pub name: String,
    pub style: Style,
    pub part: Part,
}

/// What an element is to the lines in it.
pub(super) enum Part {
    /// Nothing but its style.
    Text,
    /// Code in a line.
    Code,
    /// Text whose lines and spaces are meant.
    Preformatted,
    /// Somebody's words.
    Quotation,
    /// A heading of level 1 to 6.
    Heading(usize),
    /// A list with bullets.
    Bullets,
    /// A list with numbers; the next one.
    Numbers(u32),
    /// The number or bullet of an item from Word.
    WordMarker,
    /// A link.
    Link(Link),
}

/// A link whose text is being read.
pub(super) struct Link {
    address: String,
    /// Where its text begins: after so many lines, in the line after so many bytes.
    lines: usize,
    start: usize,
}

/// The lines so far.
#[derive(Default)]
pub(super) struct Writer {
    lines: Vec<String>,
    /// The line that is being written, without what stands before it.
    line: String,
    /// White space waits for a word to come after it.
    space: bool,
    /// The signs for bold, italic and code that are open in the line.
    signs: Vec<&'static str>,
    open: Vec<Open>,
    /// What stands before the next line: the marker of an item.
    marker: Option<String>,
    tables: Vec<Table>,
    /// How many tables are open that are too deep to be read as tables.
    deeper: usize,
    /// What is left out: the name of the element, and how many of that name are open.
    skipped: Option<(String, usize)>,
}

impl Writer {
    /// Leaves out everything until the element is closed.
    pub(super) fn skip(&mut self, name: &str) {
        self.skipped = Some((name.to_owned(), 1));
    }

    /// Whether a tag is inside something that is left out.
    pub(super) fn is_skipping(&mut self, name: &str, starts: bool) -> bool {
        let Some((skipped, depth)) = &mut self.skipped else { return false };
        if skipped == name {
            *depth = if starts { *depth + 1 } else { *depth - 1 };
            if *depth == 0 {
                self.skipped = None;
            }
        }
        true
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if self.is_in(|part| matches!(part, Part::WordMarker)) {
            return self.word_marker(text);
        }
        if self.is_in(|part| matches!(part, Part::Preformatted)) {
            return self.preformatted(text);
        }
        let signs = self.wanted_signs();
        for letter in text.chars() {
            if letter.is_whitespace() {
                self.space = true;
            } else {
                self.letter(letter, &signs);
            }
        }
    }

    fn letter(&mut self, letter: char, signs: &[&'static str]) {
        while self.signs.iter().any(|sign| !signs.contains(sign)) {
            self.line.extend(self.signs.pop());
        }
        if self.space && !self.line.is_empty() {
            self.line.push(' ');
        }
        self.space = false;
        for sign in signs {
            if !self.signs.contains(sign) {
                self.line.push_str(sign);
                self.signs.push(sign);
            }
        }
        self.line.push(letter);
    }

    /// The signs around text here. A heading is bold by itself.
    fn wanted_signs(&self) -> Vec<&'static str> {
        let last = |of: fn(&Open) -> Option<bool>| self.open.iter().rev().find_map(of).unwrap_or(false);
        let is_heading = self.heading() > 0;
        let wanted = [
            (last(|open| open.style.bold) && !is_heading, "**"),
            (last(|open| open.style.italic), "*"),
            (self.is_in(|part| matches!(part, Part::Code)), "`"),
        ];
        wanted.into_iter().filter(|(is_on, _)| *is_on).map(|(_, sign)| sign).collect()
    }

    fn heading(&self) -> usize {
        let level = |open: &Open| if let Part::Heading(level) = open.part { Some(level) } else { None };
        self.open.iter().rev().find_map(level).unwrap_or(0)
    }

    fn preformatted(&mut self, text: &str) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.line.push_str(part.trim_end_matches('\r'));
        }
    }

    /// Ends the line; a line without a word is none.
    pub(super) fn end_line(&mut self) {
        while let Some(sign) = self.signs.pop() {
            self.line.push_str(sign);
        }
        self.space = false;
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        let before = self.before_line();
        self.lines.push([before.as_str(), line.trim_end()].concat());
    }

    /// What stands before a line: a marker, or the indent of the item it goes on with.
    fn before_line(&mut self) -> String {
        if let Some(marker) = self.marker.take() {
            return marker;
        }
        let depth = self.depth();
        if depth > 0 {
            return "  ".repeat(depth.min(MOST_INDENTS));
        }
        let heading = self.heading();
        if heading > 0 {
            return format!("{} ", "#".repeat(heading));
        }
        if self.is_in(|part| matches!(part, Part::Quotation)) { "> ".to_owned() } else { String::new() }
    }

    fn depth(&self) -> usize {
        self.open.iter().filter(|open| matches!(open.part, Part::Bullets | Part::Numbers(_))).count()
    }

    /// Whether something that is open is such a part.
    fn is_in(&self, is_such: fn(&Part) -> bool) -> bool {
        self.open.iter().any(|open| is_such(&open.part))
    }

    /// An element begins to matter.
    pub(super) fn open(&mut self, open: Open) {
        if self.open.len() < DEEPEST {
            self.open.push(open);
        }
    }

    /// Closes the last element with this name, and what was left open in it.
    pub(super) fn close(&mut self, name: &str) {
        let Some(place) = self.open.iter().rposition(|open| open.name == name) else { return };
        for open in self.open.drain(place..).collect::<Vec<_>>() {
            if let Part::Link(link) = open.part {
                self.end_link(&link);
            }
        }
    }

    /// A link begins here.
    pub(super) fn begin_link(&self, address: &str) -> Link {
        Link { address: address.trim().to_owned(), lines: self.lines.len(), start: self.line.len() }
    }

    /// Writes the address of a link behind its text, unless the text is the address.
    fn end_link(&mut self, link: &Link) {
        let Some(address) = worth_writing(&link.address) else { return };
        let text = if self.lines.len() == link.lines {
            self.line.get(link.start..)
        } else {
            Some(self.line.as_str())
        };
        let text = text.unwrap_or_default();
        if text.trim().is_empty() || text.contains(bare(address)) {
            return;
        }
        let signs = self.signs.clone();
        self.space = true;
        for letter in format!("({address})").chars() {
            self.letter(letter, &signs);
        }
    }

    /// An item of a list begins.
    pub(super) fn start_item(&mut self) {
        self.end_line();
        let indent = "  ".repeat(self.depth().saturating_sub(1).min(MOST_INDENTS));
        let is_list = |part: &&mut Part| matches!(part, Part::Bullets | Part::Numbers(_));
        let list = self.open.iter_mut().rev().map(|open| &mut open.part).find(is_list);
        let marker = if let Some(Part::Numbers(number)) = list {
            let marker = format!("{indent}{number}. ");
            *number = number.saturating_add(1);
            marker
        } else {
            format!("{indent}- ")
        };
        self.marker = Some(marker);
    }

    /// An item of a list from Word begins, at a level from 1.
    pub(super) fn start_word_item(&mut self, level: usize) {
        let indent = "  ".repeat(level.saturating_sub(1).min(MOST_INDENTS));
        self.marker = Some(format!("{indent}- "));
    }

    /// The number of an item from Word stands in its text; a bullet is a bullet.
    fn word_marker(&mut self, text: &str) {
        let text = text.trim();
        let digits = text.trim_end_matches(['.', ')']);
        let is_number =
            !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(marker) = self.marker.as_mut().filter(|_| is_number) {
            let indent = marker.len() - marker.trim_start().len();
            *marker = format!("{}{digits}. ", " ".repeat(indent));
        }
    }

    /// A block is at its end: outside a list no marker waits for a line any more.
    pub(super) fn end_item(&mut self) {
        if self.depth() == 0 {
            self.marker = None;
        }
    }

    /// The item has a box to tick.
    pub(super) fn tick(&mut self, is_done: bool) {
        if let Some(marker) = self.marker.as_mut().filter(|_| self.line.is_empty()) {
            let indent = marker.len() - marker.trim_start().len();
            *marker = format!("{}- [{}] ", " ".repeat(indent), if is_done { 'x' } else { ' ' });
        }
    }

    /// A table begins.
    pub(super) fn start_table(&mut self) {
        self.end_line();
        if self.tables.len() < DEEPEST_TABLE {
            self.tables.push(Table::default());
        } else {
            self.deeper += 1;
        }
    }

    /// A cell begins; the one before it may not have been closed.
    pub(super) fn start_cell(&mut self) {
        if self.deeper > 0 {
            return self.end_line();
        }
        self.end_cell();
        let around = std::mem::take(&mut self.lines);
        match self.tables.last_mut() {
            Some(table) => table.around = Some(around),
            // Cells without a table are lines.
            None => self.lines = around,
        }
    }

    /// The open cell, if there is one, is at its end.
    pub(super) fn end_cell(&mut self) {
        self.end_line();
        let Some(table) = self.tables.last_mut().filter(|_| self.deeper == 0) else { return };
        if let Some(around) = table.around.take() {
            table.add_cell(std::mem::replace(&mut self.lines, around));
        }
    }

    /// The row is at its end.
    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut().filter(|_| self.deeper == 0) {
            self.lines.extend(table.take_row());
        }
    }

    /// The table is at its end.
    pub(super) fn end_table(&mut self) {
        self.end_row();
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.tables.pop();
        }
    }

    /// All lines.
    pub(super) fn finish(mut self) -> String {
        self.close_all();
        self.lines.join("\n")
    }

    fn close_all(&mut self) {
        self.end_line();
        while !self.tables.is_empty() {
            self.end_table();
        }
    }
}

/// The part of an address that is worth writing: of a mail address without its scheme; nothing of what only a page knows.
fn worth_writing(address: &str) -> Option<&str> {
    let begins = |head: &str| address.get(..head.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(head));
    if begins("mailto:") {
        return address
            .get("mailto:".len()..)
            .and_then(|mail| mail.split('?').next())
            .filter(|mail| !mail.is_empty());
    }
    (begins("https://") || begins("http://")).then_some(address)
}

/// An address as people write it.
fn bare(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}
