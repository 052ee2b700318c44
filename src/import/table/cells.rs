//! A table as its format gives it: rows of cells, with what is merged. What the cells mean is found by the rest of this room.

use serde::{Deserialize, Serialize};

/// The most cells of one table that are read; a programme has some thousands.
pub(in crate::import) const MOST_CELLS: usize = 200_000;

/// The most columns that are looked at.
pub(in crate::import) const MOST_COLUMNS: usize = 256;

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::import) struct Table {
    /// The name of the sheet, or the heading above the table; empty where there is none.
    pub name: String,
    /// The rows that hold anything, from the top.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::import) struct Row {
    /// Where it stands in the file, from 1: a line, or the number of the row.
    pub line: usize,
    /// Its cells, from the left.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::import) struct Cell {
    /// What it says. A date is `2025-12-20`, a time `09:30`, both `2025-12-20 09:30`, a number as it is written in Rust.
    pub text: String,
    /// How many rows it takes, from 1.
    pub down: usize,
    /// How many columns it takes, from 1.
    pub across: usize,
    /// It lies under a merged cell to its left or above it, and has no text of its own.
    pub covered: bool,
}

impl Cell {
    /// A cell by itself.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), down: 1, across: 1, covered: false }
    }

    /// A cell under a merged one.
    pub fn covered() -> Self {
        Self { text: String::new(), down: 1, across: 1, covered: true }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Row {
    /// What the cell in this column says, without the space around it; empty where there is no cell.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Whether the cell in this column lies under a merged one.
    pub fn is_covered(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| cell.covered)
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// The columns that say something.
    pub fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).map(|(column, _)| column)
    }

    /// The row as one line, for telling what was left out.
    pub fn line_of_text(&self) -> String {
        let texts: Vec<&str> =
            self.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        texts.join(" | ").replace(['\n', '\r'], " ")
    }
}

impl Row {
    /// The row as a line with tabs between its cells, for the reader of texts.
    pub fn line_of_tabs(&self) -> String {
        let cells: Vec<String> =
            self.cells.iter().map(|cell| cell.text.trim().replace(['\n', '\r'], ", ")).collect();
        cells.join("\t").trim_end().to_owned()
    }
}

impl Table {
    /// A table of plain rows, each with its line.
    pub fn new(name: impl Into<String>, rows: impl IntoIterator<Item = (usize, Vec<Cell>)>) -> Self {
        let rows = rows.into_iter().map(|(line, cells)| Row { line, cells });
        Self { name: name.into(), rows: rows.filter(|row| !row.is_blank()).collect() }
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS)
    }

    /// What this column says in each of the rows from `first` on, where it says anything.
    pub fn column(&self, column: usize, first: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().skip(first).map(move |row| row.text(column)).filter(|text| !text.is_empty())
    }

    /// The merged cell that covers this one from above: its row and its text.
    pub fn above(&self, row: usize, column: usize) -> Option<(usize, &str)> {
        if !self.rows.get(row)?.is_covered(column) {
            return None;
        }
        let top = (0..row)
            .rev()
            .take(500)
            .find(|top| self.rows.get(*top).is_some_and(|above| !above.is_covered(column)))?;
        let cell = self.rows.get(top)?.cells.get(column)?;
        (cell.down > row - top).then(|| (top, cell.text.trim()))
    }

    /// The same table with rows and columns exchanged.
    pub fn turned(&self) -> Self {
        let rows = (0..self.width()).map(|column| {
            let cells = self.rows.iter().map(|row| match row.cells.get(column) {
                Some(cell) => Cell { down: cell.across, across: cell.down, ..cell.clone() },
                None => Cell::new(""),
            });
            (column + 1, cells.collect())
        });
        Self::new(self.name.clone(), rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_below_a_merged_one_knows_what_it_lies_under() {
        let tall = Cell { down: 2, ..Cell::new("10:00") };
        let table = Table::new(
            "",
            [
                (1, vec![tall, Cell::new("Wijkagent")]),
                (2, vec![Cell::covered(), Cell::new("Boa")]),
                (3, vec![Cell::new(""), Cell::new("Lunch")]),
            ],
        );
        assert_eq!(table.above(1, 0), Some((0, "10:00")));
        assert_eq!(table.above(2, 0), None);
    }

    #[test]
    fn turning_a_table_exchanges_rows_and_columns() {
        let table = Table::new("", [(1, vec![Cell::new("a"), Cell::new("b")]), (2, vec![Cell::new("c")])]);
        let turned = table.turned();
        assert_eq!(turned.rows[0].text(1), "c");
        assert_eq!(turned.rows[1].text(0), "b");
    }
}
