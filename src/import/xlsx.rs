//! Workbooks: XLSX and XLS by calamine, ODS by `ods`; the sheets with the programme, with what is merged in them.
//!
//! Several sheets with the same columns are the days or the rooms of one programme; of sheets of different sorts the one
//! that holds most of a programme is read, and a warning says which. Formulas count by the value they had when the file was
//! saved. Hidden sheets stay out.

mod cells;
mod sheets;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader as _, SheetVisible, Xls, Xlsx};

use self::cells::Sheet;
use super::format::Format;
use super::ods;
use super::table::{self, MOST_CELLS, Table};
use super::text;
use super::zip_limits::{Parts, damaged};
use crate::domain::problem::Problem;
use crate::domain::programme::{Programme, Warning, WarningKind};

/// The first bytes of an XLS, which is an OLE file.
const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The largest XLS that is read.
const LARGEST_XLS: usize = 16 * 1024 * 1024;

/// The most sheets that are looked at.
const MOST_SHEETS: usize = 100;

/// Reads a programme from a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    let (tables, cut_short) = tables(bytes)?;
    of_tables(&tables, cut_short)
}

/// Whether these bytes are an XLS.
pub(super) fn is_xls(bytes: &[u8]) -> bool {
    bytes.starts_with(&OLE)
}

/// The programme in the tables of a workbook.
pub(super) fn of_tables(tables: &[Table], cut_short: bool) -> Result<Programme, Problem> {
    let readings = tables.iter().filter_map(table::read).collect();
    let mut programme = match sheets::programme(Format::Xlsx.name(), readings) {
        Some(programme) => programme,
        None => by_text(tables)?,
    };
    if cut_short {
        programme.warnings.push(Warning::new(WarningKind::CutShort, tables.len()));
    }
    Ok(programme)
}

/// The tables of a workbook's sheets, and whether they are less than all of it.
pub(super) fn tables(bytes: &[u8]) -> Result<(Vec<Table>, bool), Problem> {
    if is_xls(bytes) {
        return of_xls(bytes);
    }
    let mut parts = Parts::of(bytes)?;
    if parts.has("content.xml") {
        return ods::tables(bytes);
    }
    if !parts.has("xl/workbook.xml") {
        return Err(damaged("this is no workbook that Plenair reads; save it as XLSX, ODS or CSV"));
    }
    parts.check()?;
    unless_it_panics(|| of_xlsx(bytes))
}

/// A sheet that is no table of sessions may hold a written agenda, a line per row.
fn by_text(tables: &[Table]) -> Result<Programme, Problem> {
    let lines: Vec<String> =
        tables.iter().flat_map(|table| &table.rows).map(table::Row::line_of_tabs).collect();
    let programme = Programme { format: Format::Xlsx.name(), ..text::read(&lines.join("\n")) };
    if programme.sessions.is_empty() && !lines.is_empty() {
        return Err(damaged(
            "no column of titles or times was found; name the columns above them, for instance Titel, Start and Zaal",
        ));
    }
    Ok(programme)
}

fn of_xlsx(bytes: &[u8]) -> Result<(Vec<Table>, bool), Problem> {
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged("this workbook is damaged or has a password"))?;
    let mut tables = Vec::new();
    let mut cells = 0;
    let mut cut_short = false;
    let names = visible(workbook.sheets_metadata());
    for name in names {
        let mut sheet = Sheet::default();
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut reader) => loop {
                match reader.next_cell() {
                    Ok(Some(cell)) => {
                        cells += usize::from(sheet.put(cell.get_position(), cells::shown(cell.get_value())));
                    }
                    Ok(None) => break,
                    Err(_) => {
                        cut_short = true;
                        break;
                    }
                }
                if cells > MOST_CELLS {
                    cut_short = true;
                    break;
                }
            },
            // A sheet that is a chart has no cells.
            Err(_) => continue,
        }
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        tables.push(sheet.table(&name, &merged));
        if cells > MOST_CELLS {
            break;
        }
    }
    Ok((tables, cut_short))
}

fn of_xls(bytes: &[u8]) -> Result<(Vec<Table>, bool), Problem> {
    if bytes.len() > LARGEST_XLS {
        return Err(damaged("this workbook is too large; save it as XLSX or CSV"));
    }
    unless_it_panics(|| {
        let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes))
            .map_err(|_| damaged("this workbook is damaged or has a password"))?;
        let mut tables = Vec::new();
        let names = visible(workbook.sheets_metadata());
        for name in names {
            let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
            let Ok(range) = workbook.worksheet_range(&name) else {
                continue;
            };
            let (top, left) = range.start().unwrap_or_default();
            let mut sheet = Sheet::default();
            for (row, column, value) in range.used_cells().take(MOST_CELLS) {
                let at = |index: usize, first: u32| {
                    u32::try_from(index).ok().and_then(|index| index.checked_add(first))
                };
                if let (Some(row), Some(column)) = (at(row, top), at(column, left)) {
                    sheet.put((row, column), cells::shown_of_xls(value));
                }
            }
            tables.push(sheet.table(&name, &merged));
        }
        Ok((tables, false))
    })
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    let visible = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    visible.map(|sheet| sheet.name.clone()).take(MOST_SHEETS).collect()
}

/// Runs `read`; a library that trips over a broken file is a file that cannot be read, not the end of the program.
fn unless_it_panics<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged("this workbook is damaged")))
}
