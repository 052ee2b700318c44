//! Rows of an HTML table as lines. Mails use tables to put paragraphs beside and below each other, too: a row that holds
//! more than short texts is not a row of a table, but several lines.

/// A cell with more lines than this holds a text of its own.
const MOST_LINES: usize = 3;

/// Between two cells.
const BETWEEN: &str = " | ";

/// A table that is being read.
#[derive(Default)]
pub(super) struct Table {
    /// The cells of the row so far, each with its lines.
    cells: Vec<Vec<String>>,
    /// The lines that stood before the open cell, outside the table or in a cell around it; `None` between cells.
    pub around: Option<Vec<String>>,
}

impl Table {
    /// A cell is at its end.
    pub(super) fn add_cell(&mut self, lines: Vec<String>) {
        self.cells.push(lines);
    }

    /// The row is at its end: its lines.
    pub(super) fn take_row(&mut self) -> Vec<String> {
        let cells = std::mem::take(&mut self.cells);
        let filled = cells.iter().filter(|lines| !lines.is_empty()).count();
        let is_layout = filled < 2 || cells.iter().any(|lines| lines.len() > MOST_LINES);
        if is_layout {
            return cells.into_iter().flatten().collect();
        }
        let cells: Vec<String> = cells.iter().map(|lines| lines.join(" ")).collect();
        vec![cells.join(BETWEEN).trim_end().to_owned()]
    }
}
