//! A written document, whatever its format: lines of text with tables between them, and how that becomes a programme.
//!
//! Tables go to the table reader, what is written around them to the reader of texts; whichever finds the programme, the
//! other's lines are told as left out.

use crate::domain::programme::{LeftOut, Programme, Reason, Warning, WarningKind};

use super::table::{self, Cell, MOST_CELLS, MOST_COLUMNS, Reading, Row, Table};
use super::text;

/// A piece of a document.
#[derive(Debug)]
pub(super) enum Block {
    /// A line of text.
    Line(Line),
    /// A table.
    Table(Table),
}

/// A line of text.
#[derive(Debug)]
pub(super) struct Line {
    /// The line or the paragraph of the file it comes from, from 1.
    pub(super) line: usize,
    /// What it says, with its bullet where it has one.
    pub(super) text: String,
}

/// Lines and tables in order.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The pieces.
    pub(super) blocks: Vec<Block>,
    /// The file stops in the middle.
    pub(super) cut_short: bool,
}

impl Document {
    /// Everything as lines of text, tables with a tab between their cells, each with the line of the file it comes from.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Line(line) => lines.push(Line { line: line.line, text: line.text.clone() }),
                Block::Table(table) => lines.extend(table.rows.iter().map(flat)),
            }
        }
        lines
    }

    /// Whether it has at least this many letters.
    pub(super) fn has_letters(&self, least: usize) -> bool {
        let lines = self.lines();
        let letters = lines.iter().flat_map(|line| line.text.chars()).filter(|letter| letter.is_alphabetic());
        letters.take(least).count() >= least
    }

    /// The programme in the document, read as `format`.
    pub(super) fn programme(&self, format: &'static str) -> Programme {
        let by_tables = self.by_tables();
        let mut by_text = self.by_text();
        let of_tables: usize = by_tables.iter().map(|reading| reading.sessions.len()).sum();
        let tables_win = of_tables >= 2 && of_tables * 2 >= by_text.sessions.len();
        let mut programme = if tables_win {
            let day = by_text.day;
            let mut programme = table::programme(format, by_tables, self.lines_outside_tables());
            programme.day.place = programme.day.place.or(day.place);
            programme.day.date = programme.day.date.or(day.date);
            if programme.day.title.is_empty() {
                programme.day.title = day.title;
            }
            programme
        } else {
            by_text.format = format;
            by_text
        };
        if self.cut_short {
            programme.warnings.push(Warning::new(WarningKind::CutShort, self.blocks.len()));
        }
        programme
    }

    fn by_tables(&self) -> Vec<Reading> {
        let mut readings = Vec::new();
        let mut heading = String::new();
        for block in &self.blocks {
            match block {
                Block::Line(line) if !line.text.trim().is_empty() => heading.clone_from(&line.text),
                Block::Line(_) => {}
                Block::Table(found) => {
                    let named = Table { name: heading.clone(), ..found.clone() };
                    readings.extend(table::read(&named).filter(Reading::is_sure));
                }
            }
        }
        readings
    }

    fn by_text(&self) -> Programme {
        let lines = self.lines();
        let whole: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let mut programme = text::read(&whole.join("\n"));
        for left_out in &mut programme.left_out {
            if let Some(line) = left_out.line.checked_sub(1).and_then(|index| lines.get(index)) {
                left_out.line = line.line;
            }
        }
        programme
    }

    fn lines_outside_tables(&self) -> Vec<LeftOut> {
        let lines = self.blocks.iter().filter_map(|block| match block {
            Block::Line(line) if !line.text.trim().is_empty() => Some(LeftOut {
                line: line.line,
                text: line.text.trim().to_owned(),
                reason: Reason::AroundProgramme,
            }),
            _ => None,
        });
        lines.collect()
    }
}

/// A row as a line with tabs between its cells; what stands on lines of its own in a cell stays in it.
fn flat(row: &Row) -> Line {
    Line { line: row.line, text: row.line_of_tabs() }
}

/// Puts a document together from what a reader comes across: text, ends of lines, tables in tables.
#[derive(Debug, Default)]
pub(super) struct Builder {
    document: Document,
    /// The line that is being written.
    text: String,
    line: usize,
    /// The tables that are open, the innermost last.
    tables: Vec<OpenTable>,
    /// How many tables are open beyond the deepest that are told apart.
    too_deep: usize,
    cells: usize,
    /// There were more cells than can be read.
    is_full: bool,
}

#[derive(Debug, Default)]
struct OpenTable {
    rows: Vec<Row>,
    /// By column, how many more rows a cell from above takes, this one among them.
    reaching: Vec<usize>,
    in_row: bool,
    in_cell: bool,
    /// It only arranges other things on the page, so its cells are lines.
    is_layout: bool,
}

/// The most rows that a merged cell takes.
const MOST_MERGED: usize = 500;

/// The deepest tables in tables that are told apart.
const DEEPEST: usize = 16;

impl Builder {
    /// Says where in the file the reader is.
    pub(super) fn at(&mut self, line: usize) {
        if self.text.trim().is_empty() {
            self.line = line;
        }
    }

    /// Adds text to the line. A line that grows beyond what a programme can have stops growing.
    pub(super) fn push(&mut self, text: &str) {
        if self.text.len() < 1 << 20 {
            self.text.push_str(text);
        }
    }

    /// Whether nothing is written on the line yet.
    pub(super) fn on_fresh_line(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the line is a bullet and nothing else yet.
    pub(super) fn is_bullet(&self) -> bool {
        self.text.trim() == "-"
    }

    /// Whether the line ends with a digit.
    pub(super) fn ends_with_digit(&self) -> bool {
        self.text.ends_with(|letter: char| letter.is_ascii_digit())
    }

    /// Ends the line.
    pub(super) fn end_line(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim_end();
        if matches!(text.trim(), "" | "-") {
            return;
        }
        if let Some(cell) = self.cell() {
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            cell.text.push_str(text.trim());
            return;
        }
        self.document.blocks.push(Block::Line(Line { line: self.line.max(1), text: text.to_owned() }));
    }

    /// Leaves a blank line between paragraphs.
    pub(super) fn end_paragraph(&mut self) {
        self.end_line();
        let after_text =
            matches!(self.document.blocks.last(), Some(Block::Line(line)) if !line.text.is_empty());
        if after_text && self.tables.iter().all(|table| table.is_layout) {
            self.document.blocks.push(Block::Line(Line { line: self.line.max(1), text: String::new() }));
        }
    }

    /// A table starts. The tables around it turn out to be layout.
    pub(super) fn start_table(&mut self) {
        self.end_line();
        if self.tables.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        for index in 0..self.tables.len() {
            self.dissolve(index);
        }
        self.tables.push(OpenTable::default());
    }

    /// A row starts.
    pub(super) fn start_row(&mut self, line: usize) {
        self.end_row();
        if let Some(table) = self.tables.last_mut() {
            // Beyond what a table can have, rows are not even begun.
            table.in_row = self.cells <= MOST_CELLS;
            if table.in_row {
                table.rows.push(Row { line, cells: Vec::new() });
            } else {
                self.is_full = true;
            }
        }
    }

    /// A cell starts, `across` columns wide and `down` rows high.
    pub(super) fn start_cell(&mut self, across: usize, down: usize) {
        self.end_line();
        let across = across.clamp(1, 64);
        let down = down.clamp(1, 1000);
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        table.in_cell = true;
        if table.is_layout || self.cells > MOST_CELLS {
            return;
        }
        self.cells += across + table.fill_reached();
        let Some(row) = table.rows.last_mut().filter(|row| row.cells.len() < MOST_COLUMNS) else {
            return;
        };
        let column = row.cells.len();
        row.cells.push(Cell { down, across, ..Cell::new("") });
        row.cells.extend((1..across).map(|_| Cell::covered()));
        if down > 1 {
            table.reach(column, across, down);
        }
    }

    /// A cell starts that continues the one above it.
    pub(super) fn start_continued_cell(&mut self, across: usize) {
        self.start_cell(across, 1);
        let Some(table) = self.tables.last_mut().filter(|table| !table.is_layout) else {
            return;
        };
        let Some((row, above)) = table.rows.split_last_mut() else {
            return;
        };
        let Some(column) = row.cells.iter().rposition(|cell| !cell.covered) else {
            return;
        };
        let top = above
            .iter_mut()
            .rev()
            .take(MOST_MERGED)
            .find_map(|row| row.cells.get_mut(column).filter(|cell| !cell.covered));
        if let Some(top) = top {
            top.down += 1;
            for cell in row.cells.iter_mut().skip(column) {
                *cell = Cell::covered();
            }
        }
    }

    /// A cell ends.
    pub(super) fn end_cell(&mut self) {
        self.end_line();
        if let Some(table) = self.tables.last_mut() {
            table.in_cell = false;
        }
    }

    /// A row ends.
    pub(super) fn end_row(&mut self) {
        self.end_line();
        if let Some(table) = self.tables.last_mut() {
            table.in_cell = false;
            let was_open = std::mem::take(&mut table.in_row);
            if was_open && !table.is_layout {
                self.cells += table.fill_reached();
                for left in &mut table.reaching {
                    *left = left.saturating_sub(1);
                }
            }
        }
    }

    /// A table ends.
    pub(super) fn end_table(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.end_row();
        let Some(table) = self.tables.pop() else {
            return;
        };
        if table.is_layout {
            return;
        }
        let rows: Vec<Row> = table.rows.into_iter().filter(|row| !row.is_blank()).collect();
        if !rows.is_empty() {
            self.document.blocks.push(Block::Table(Table { name: String::new(), rows }));
        }
    }

    /// The document, with what was still open closed.
    pub(super) fn finish(mut self, cut_short: bool) -> Document {
        self.end_line();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.document.cut_short = cut_short || self.is_full;
        self.document
    }

    /// Makes the rows so far of a table into lines, because it turned out to arrange the page.
    fn dissolve(&mut self, index: usize) {
        let Some(table) = self.tables.get_mut(index).filter(|table| !table.is_layout) else {
            return;
        };
        table.is_layout = true;
        for row in std::mem::take(&mut table.rows) {
            for cell in row.cells {
                let lines = cell.text.lines().map(|text| Line { line: row.line, text: text.to_owned() });
                self.document.blocks.extend(lines.map(Block::Line));
            }
        }
    }

    /// The cell that text belongs to.
    fn cell(&mut self) -> Option<&mut Cell> {
        let table = self.tables.last_mut().filter(|table| table.in_cell && !table.is_layout)?;
        let cells = &mut table.rows.last_mut()?.cells;
        cells.iter_mut().rev().find(|cell| !cell.covered)
    }
}

impl OpenTable {
    /// Puts in the cells that reach into the last row from above, up to the first free column; how many.
    fn fill_reached(&mut self) -> usize {
        let Some(row) = self.rows.last_mut() else {
            return 0;
        };
        let before = row.cells.len();
        while row.cells.len() < MOST_COLUMNS
            && self.reaching.get(row.cells.len()).is_some_and(|left| *left > 0)
        {
            row.cells.push(Cell::covered());
        }
        row.cells.len() - before
    }

    /// Notes that the cells from `column` on reach into the rows below.
    fn reach(&mut self, column: usize, across: usize, down: usize) {
        if self.reaching.len() < column + across {
            self.reaching.resize(column + across, 0);
        }
        for left in self.reaching.iter_mut().skip(column).take(across) {
            *left = down;
        }
    }
}
