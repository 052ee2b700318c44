//! What is read from standard input, and text made ready to be lines of a note.

use std::io::{self, Read};

use crate::domain::line;
use crate::domain::problem::{Problem, ProblemKind};

/// How standard input is called in messages.
const STDIN: &str = "stdin";

/// Reads standard input to its end.
///
/// # Errors
/// [`ProblemKind::Unreadable`] when it cannot be read or holds more than `most` bytes.
pub fn read_stdin(most: u64) -> Result<Vec<u8>, Problem> {
    read(io::stdin().lock(), most)
}

fn read(from: impl Read, most: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(unreadable(format!("more than {most} bytes")));
    }
    Ok(bytes)
}

/// Reads standard input as text.
///
/// # Errors
/// [`ProblemKind::Unreadable`], also for what is not UTF-8.
pub fn read_stdin_text(most: u64) -> Result<String, Problem> {
    String::from_utf8(read_stdin(most)?).map_err(|error| unreadable(error.utf8_error()))
}

fn unreadable(cause: impl std::fmt::Display) -> Problem {
    Problem::new(ProblemKind::Unreadable, STDIN, cause)
}

/// What ends a line beside a line feed and a carriage return: Word has a vertical tab, printers a form feed and mainframes
/// U+0085; Unicode has the last two.
const OTHER_ENDS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// `text` as lines of a note: without control characters other than tabs, and without blank lines at either end.
pub fn note_lines(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let is_end = |letter: char| letter == '\n' || OTHER_ENDS.contains(&letter);
    let lines: Vec<String> = text.split(is_end).map(without_control_characters).collect();
    let says_something = |line: &String| !line::is_blank(line);
    let first = lines.iter().position(says_something).unwrap_or(lines.len());
    let after_last = lines.iter().rposition(says_something).map_or(first, |last| last + 1);
    lines.into_iter().take(after_last).skip(first).collect()
}

fn without_control_characters(line: &str) -> String {
    line.chars().filter(|letter| *letter == '\t' || !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way_and_control_characters_go() {
        assert_eq!(
            note_lines("\u{feff}een\r\ntwee\rdrie\n\tv\u{7}ier\u{1b}"),
            ["een", "twee", "drie", "\tvier"]
        );
    }

    #[test]
    fn every_end_of_a_line_that_unicode_knows_is_one() {
        assert_eq!(
            note_lines("een\u{b}twee\u{c}drie\u{85}vier\u{2028}vijf\u{2029}zes"),
            ["een", "twee", "drie", "vier", "vijf", "zes"]
        );
    }

    #[test]
    fn blank_lines_stay_between_lines_only() {
        assert_eq!(note_lines("\n \n een\n\ntwee\n\t\n\n"), [" een", "", "twee"]);
        assert!(note_lines(" \n\t\n\u{7}").is_empty());
        assert!(note_lines("").is_empty());
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        assert_eq!(read(&b"1234"[..], 4).expect("just enough"), b"1234");
        let problem = read(&b"12345"[..], 4).expect_err("one too many");
        assert_eq!((problem.kind, problem.subject.as_str()), (ProblemKind::Unreadable, "stdin"));
    }
}
