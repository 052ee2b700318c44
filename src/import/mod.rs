//! Programmes in: the bytes of a file become a [`Programme`], one file per format.
//!
//! No reader touches the disk or the store; what they all return is the same, whatever the format. `sniff` finds the
//! format in the bytes, never in the name of the file.

pub mod apart;
mod clocks;
mod collect;
mod csv;
pub mod dates;
pub mod decode;
pub mod demo;
mod document;
mod docx;
mod eml;
mod first_names;
pub mod folder;
mod format;
mod frab_xml;
mod html;
mod html_text;
mod ics;
mod indico_json;
mod json;
pub mod kind;
mod markdown_file;
mod moment;
pub mod names;
mod noted_json;
mod ods;
mod pdf;
pub mod people;
mod plenair;
mod plenair_toml;
mod scan;
mod schedule_json;
mod sessionize_json;
mod sniff;
mod speakers;
mod table;
pub mod text;
pub mod times;
mod xlsx;
mod xml;
mod zip_limits;
mod zone;

use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;

pub use format::Format;

/// A programme file larger than this is not one.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a programme, in whatever format it is.
///
/// # Errors
/// [`ProblemKind::NotUnderstood`] with the line where the reader stopped, from 1, as its subject.
pub fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    read_as(bytes, sniff::format(bytes)?)
}

/// Reads a programme that is in this format, whatever its bytes look like.
///
/// # Errors
/// Those of [`read`].
pub fn read_as(bytes: &[u8], format: Format) -> Result<Programme, Problem> {
    match format {
        Format::Text | Format::Markdown => from_text(bytes, |text| Ok(text::read(text))),
        Format::Ics => ics::read(bytes),
        Format::FrabXml => from_text(bytes, frab_xml::read),
        Format::ScheduleJson => from_text(bytes, schedule_json::read),
        Format::IndicoJson => from_text(bytes, indico_json::read),
        Format::SessionizeJson => from_text(bytes, sessionize_json::read),
        Format::Plenair => from_text(bytes, plenair::read),
        Format::Csv => from_text(bytes, csv::read),
        Format::Xlsx => xlsx::read(bytes),
        Format::Html => from_text(bytes, html::read),
        Format::Docx => docx::read(bytes),
        Format::Eml => eml::read(bytes),
        Format::Pdf => Err(Problem::new(
            ProblemKind::NotUnderstood,
            1,
            "a PDF is read by a program of its own, not in this one",
        )),
    }
}

/// Reads the days with their notes in a file that has notes: a JSON export or the one Markdown file of an export. `None` for a file that has a programme only,
/// which [`read`] and [`read_as`] read.
///
/// # Errors
/// Those of [`read`].
pub fn read_days(bytes: &[u8], format: Option<Format>) -> Result<Option<Vec<NotedDay>>, Problem> {
    if !matches!(format, None | Some(Format::Plenair | Format::Markdown)) {
        return Ok(None);
    }
    let text = decode::text(bytes).text;
    if noted_json::begins(&text) {
        return noted_json::read(&text).map(Some);
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    Ok(markdown_file::is_one(&text).then(|| markdown_file::read(&text)))
}

/// Decodes `bytes` for a reader of text.
fn from_text(bytes: &[u8], read: fn(&str) -> Result<Programme, Problem>) -> Result<Programme, Problem> {
    let decoded = decode::text(bytes);
    Ok(decoded.warned(read(&decoded.text)?))
}

/// The day that ships with Plenair as an example.
///
/// # Errors
/// Never in a program that was built: the build checks the file with the same reader.
pub fn built_in() -> Result<Programme, Problem> {
    plenair::read(include_str!("../../assets/days/netwerkdag-grote-steden-2023.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_day_is_a_programme() {
        let programme = built_in().expect("the built-in day");
        assert_eq!(programme.wanted_slug(), "netwerkdag-grote-steden-2023");
        assert_eq!(programme.sessions.len(), 7);
        assert!(programme.left_out.is_empty() && programme.warnings.is_empty());
    }
}
