//! The cells of a sheet as the table reader wants them: values as text, gaps closed, merged cells told.

use std::collections::BTreeMap;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime};
use chrono::{NaiveDate, TimeDelta, Timelike};

use crate::import::table::{Cell, MOST_CELLS, MOST_COLUMNS, Table};

/// The cells of a sheet that say anything, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rows: BTreeMap<u32, Vec<(usize, String)>>,
}

impl Sheet {
    /// Adds a cell; whether it said anything.
    pub(super) fn put(&mut self, (row, column): (u32, u32), text: String) -> bool {
        let Some(column) = usize::try_from(column).ok().filter(|column| *column < MOST_COLUMNS) else {
            return false;
        };
        if text.trim().is_empty() {
            return false;
        }
        self.rows.entry(row).or_default().push((column, text));
        true
    }

    /// The sheet as a table.
    pub(super) fn table(self, name: &str, merged: &[Dimensions]) -> Table {
        let mut rows: BTreeMap<u32, Vec<Cell>> =
            self.rows.into_iter().map(|(row, cells)| (row, filled_up(cells))).collect();
        let mut covered = 0;
        for area in merged.iter().take(MOST_CELLS) {
            covered += merge(&mut rows, area);
            if covered > MOST_CELLS {
                break;
            }
        }
        let line = |row: u32| usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        Table::new(name, rows.into_iter().map(|(row, cells)| (line(row), cells)))
    }
}

/// The cells of a row with blank ones between them.
fn filled_up(cells: Vec<(usize, String)>) -> Vec<Cell> {
    let width = cells.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut row = vec![Cell::new(""); width];
    for (column, text) in cells {
        if let Some(cell) = row.get_mut(column) {
            cell.text = text;
        }
    }
    row
}

/// Marks the cells of a merged area in the rows that there are; how many it marked.
fn merge(rows: &mut BTreeMap<u32, Vec<Cell>>, area: &Dimensions) -> usize {
    let ((top, left), (bottom, right)) = (area.start, area.end);
    let column = |column: u32| usize::try_from(column).unwrap_or(MOST_COLUMNS).min(MOST_COLUMNS);
    let (left, right) = (column(left), column(right).min(MOST_COLUMNS - 1));
    if bottom < top || right < left || left >= MOST_COLUMNS {
        return 0;
    }
    let mut marked = 0;
    let mut anchor = None;
    for (index, row) in rows.range_mut(top..=bottom) {
        if row.len() <= right {
            row.resize(right + 1, Cell::new(""));
        }
        for (column, cell) in row.iter_mut().enumerate().take(right + 1).skip(left) {
            if *index == top && column == left {
                anchor = Some(*index);
            } else {
                *cell = Cell::covered();
            }
            marked += 1;
        }
    }
    let down = rows.range(top..=bottom).count();
    if let Some(cell) = anchor.and_then(|row| rows.get_mut(&row)).and_then(|row| row.get_mut(left)) {
        cell.across = right - left + 1;
        cell.down = down;
    }
    marked
}

/// What a cell of an XLSX says.
pub(super) fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) => shown_moment(moment),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// What a cell of an XLS says.
pub(super) fn shown_of_xls(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTime(moment) => shown_moment(moment),
        Data::Bool(_) | Data::Error(_) | Data::Empty => String::new(),
    }
}

/// A date, a time or both. A number below two is a time only, maybe of the next day: spreadsheets have no times without a
/// date, and count days from 1900.
fn shown_moment(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !value.is_finite() || value < 0.0 {
        return String::new();
    }
    if value < 2.0 || moment.is_duration() {
        let minutes = (value * 24.0 * 60.0).round();
        return format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let exact = date.and_then(|date| date.and_hms_opt(hour.into(), minute.into(), second.into()));
    // To the nearest minute, since half past nine is kept as 0.39583333333333298.
    let Some(nearest) = exact.and_then(|exact| exact.checked_add_signed(TimeDelta::seconds(30))) else {
        return String::new();
    };
    if (nearest.hour(), nearest.minute()) == (0, 0) {
        return nearest.format("%Y-%m-%d").to_string();
    }
    nearest.format("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn shown_as(value: f64) -> String {
        shown_moment(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false))
    }

    #[test]
    fn dates_and_times_of_a_spreadsheet() {
        assert_eq!(shown_as(42_670.0), "2016-10-27");
        assert_eq!(shown_as(0.388_888_888_888_889), "09:20");
        assert_eq!(shown_as(46_011.638_888_888_9), "2025-12-20 15:20");
        assert_eq!(shown_as(1.0), "24:00");
        let of_1904 = ExcelDateTime::new(42_670.0 - 1462.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(shown_moment(&of_1904), "2016-10-27");
    }

    #[test]
    fn a_merged_area_is_one_cell() {
        let mut sheet = Sheet::default();
        sheet.put((0, 0), "10:00".to_owned());
        sheet.put((0, 1), "Plenair".to_owned());
        sheet.put((1, 0), "10:30".to_owned());
        let area = |start, end| Dimensions { start, end };
        let table = sheet.table("Blad1", &[area((0, 1), (1, 2)), area((0, 0), (0, 0))]);
        let cell = &table.rows[0].cells[1];
        assert_eq!((cell.across, cell.down), (2, 2));
        assert!(table.rows[1].is_covered(1) && table.rows[1].is_covered(2));
    }

    #[test]
    fn a_huge_merged_area_costs_nothing() {
        let mut sheet = Sheet::default();
        sheet.put((0, 0), "10:00".to_owned());
        let table = sheet.table("Blad1", &[Dimensions { start: (0, 0), end: (1_048_575, 16_383) }]);
        assert_eq!(table.width(), MOST_COLUMNS);
    }
}
