//! Programmes in: the bytes of a file become a [`Programme`], one file per format.
//!
//! No reader touches the disk or the store; what they all return is the same, whatever the format.

pub mod dates;
pub mod demo;
mod first_names;
pub mod kind;
pub mod names;
mod plenair;
mod plenair_toml;
mod scan;
pub mod text;
pub mod times;

use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;

/// A programme file larger than this is not one.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a programme, in whatever format it is.
///
/// # Errors
/// [`ProblemKind::NotUnderstood`] with the line where the reader stopped, from 1, as its subject.
pub fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
        Problem::new(ProblemKind::NotUnderstood, line, "this is not text in UTF-8")
    })?;
    plenair::read(text)
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
    fn bytes_that_are_no_text_are_refused_with_their_line() {
        let problem = read(b"[day]\ntitle = \"D\xe9\"\n").expect_err("Latin-1 is not UTF-8");
        assert_eq!(problem.kind, ProblemKind::NotUnderstood);
        assert_eq!(problem.subject, "2");
    }

    #[test]
    fn a_text_of_another_kind_is_refused() {
        let problem = read(b"<html></html>").expect_err("a web page is no programme");
        assert_eq!(problem.kind, ProblemKind::NotUnderstood);
        assert!(problem.cause.contains("no Plenair programme"), "{}", problem.cause);
    }

    #[test]
    fn the_built_in_day_is_a_programme() {
        let programme = built_in().expect("the built-in day");
        assert_eq!(programme.wanted_slug(), "netwerkdag-grote-steden-2023");
        assert_eq!(programme.sessions.len(), 7);
        assert!(programme.left_out.is_empty() && programme.warnings.is_empty());
    }
}
