//! Formats that are read in a program of their own, because what reads them may hang, run out of memory or break down: PDF
//! and the old XLS.
//!
//! The work comes in two halves. [`extract`] runs in that program and turns the file into a text; [`programme`] runs here and
//! makes a programme of it. Nothing is started here: see the room `apart`.

use super::format::Format;
use super::people::People;
use super::table::Table;
use super::{pdf, sniff, xlsx};
use crate::domain::problem::Problem;
use crate::domain::programme::Programme;

use super::zip_limits::damaged;

/// Whether these bytes, in the format that is named or else in their own, are read in a program of their own.
#[must_use]
pub fn is_for_apart(bytes: &[u8], format: Option<Format>) -> bool {
    match format.map_or_else(|| sniff::format(bytes), Ok) {
        Ok(Format::Pdf) => true,
        Ok(Format::Xlsx) => xlsx::is_xls(bytes),
        _ => false,
    }
}

/// Whether these bytes are an XLS.
#[must_use]
pub fn is_xls(bytes: &[u8]) -> bool {
    xlsx::is_xls(bytes)
}

/// The file as a text for [`programme`]. Only for a program of its own: it may panic, and may take any time and memory.
///
/// # Errors
/// `NotUnderstood` for a file that cannot be read.
pub fn extract(bytes: &[u8]) -> Result<String, Problem> {
    if xlsx::is_xls(bytes) {
        let (tables, _) = xlsx::tables(bytes)?;
        return serde_json::to_string(&tables).map_err(|_| damaged("this workbook is damaged"));
    }
    pdf::text_of(bytes)
}

/// The list of people in what [`extract`] made of an XLS.
///
/// # Errors
/// `NotUnderstood` where there is nobody on it.
pub fn people(extracted: &str) -> Result<People, Problem> {
    let tables: Vec<Table> =
        serde_json::from_str(extracted).map_err(|_| damaged("this workbook is damaged"))?;
    super::people::of_workbook(&tables)
}

/// The programme in what [`extract`] made of `bytes`.
///
/// # Errors
/// `NotUnderstood` where there is no programme in it.
pub fn programme(bytes: &[u8], extracted: &str) -> Result<Programme, Problem> {
    if xlsx::is_xls(bytes) {
        let tables: Vec<Table> =
            serde_json::from_str(extracted).map_err(|_| damaged("this workbook is damaged"))?;
        return xlsx::of_tables(&tables, false);
    }
    pdf::read(extracted)
}
