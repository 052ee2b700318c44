//! What a command says: results on standard output, messages and failures on standard error, never a panic when
//! nobody reads them.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::domain::problem::{Problem, ProblemKind};
use crate::i18n::Texts;
use crate::store::StoreError;

/// The name in JSON of a command line that is not understood.
const USAGE: &str = "usage";

/// What a command that did its work has to say.
#[derive(Debug)]
pub struct Answer {
    result: String,
    message: String,
    well: bool,
}

impl Answer {
    /// A result for people. Characters that would steer the terminal are left out: notes and programmes come from
    /// anywhere.
    pub fn text(result: &str) -> Self {
        Self { result: harmless(result), message: String::new(), well: true }
    }

    /// No result, and why.
    pub fn nothing(message: &str) -> Self {
        Self { result: String::new(), message: harmless(message), well: true }
    }

    /// A result for scripts.
    pub fn json(result: &impl Serialize) -> Result<Self, Failure> {
        let result = serde_json::to_string_pretty(result).map_err(|error| cannot_write(&error))?;
        Ok(Self { result, message: String::new(), well: true })
    }

    /// The same, of a command that looked for trouble and may have found it.
    pub fn well(self, well: bool) -> Self {
        Self { well, ..self }
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub enum Failure {
    /// It was asked something that makes no sense; the name of the message that says so, and of the advice.
    Usage(&'static str, &'static str),
    /// It could not be done.
    Problem(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Problem(error.into())
    }
}

impl Failure {
    fn code(&self) -> ExitCode {
        match self {
            Self::Usage(..) => ExitCode::from(2),
            Self::Problem(_) => ExitCode::FAILURE,
        }
    }

    fn report(&self, texts: &Texts) -> Report {
        match self {
            Self::Usage(message, hint) => {
                Report::new(USAGE, texts.get(message).to_owned(), texts.get(hint).to_owned())
            }
            Self::Problem(problem) => {
                Report::new(problem.kind.name(), texts.problem(problem), texts.hint(problem))
            }
        }
    }
}

/// A failure in words.
#[derive(Serialize)]
struct Report {
    kind: &'static str,
    message: String,
    hint: String,
}

/// A failure as a JSON document.
#[derive(Serialize)]
struct ReportDocument<'a> {
    error: &'a Report,
}

impl Report {
    fn new(kind: &'static str, message: String, hint: String) -> Self {
        Self { kind, message, hint }
    }

    fn text(&self, json: bool) -> String {
        if json {
            // Three strings always make a document.
            return serde_json::to_string(&ReportDocument { error: self }).unwrap_or_default();
        }
        harmless(&format!("{}\n{}", self.message, self.hint))
    }
}

/// Says what came of a command; gives the code with which the program ends.
pub fn tell(answer: Result<Answer, Failure>, json: bool, texts: &Texts) -> ExitCode {
    let said = answer.and_then(|answer| {
        write_lines(&mut io::stdout(), &answer.result).map_err(|error| cannot_write(&error))?;
        say(&answer.message);
        Ok(if answer.well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    });
    said.unwrap_or_else(|failure| {
        say(&failure.report(texts).text(json));
        failure.code()
    })
}

/// Says what is wrong with a command line, or shows the help that it asks for.
pub fn refuse(error: &clap::Error, json: bool) -> ExitCode {
    let text = error.render().to_string();
    if !error.use_stderr() {
        // Help that nobody reads to its end was still given.
        let _: io::Result<()> = write_lines(&mut io::stdout(), &text);
        return ExitCode::SUCCESS;
    }
    if json {
        let (message, hint) = text.split_once("\n\n").unwrap_or((&text, ""));
        let message = message.trim_start_matches("error: ").to_owned();
        say(&Report::new(USAGE, message, hint.trim().to_owned()).text(true));
    } else {
        say(&text);
    }
    ExitCode::from(2)
}

/// Writes to standard error. Where that is closed, there is nobody left to tell.
fn say(text: &str) {
    let _: io::Result<()> = write_lines(&mut io::stderr(), text);
}

/// Writes `text` and the end of its last line. A reader that has seen enough (`| head`) is no failure.
fn write_lines(to: &mut impl Write, text: &str) -> io::Result<()> {
    let text = text.trim_end();
    if text.is_empty() {
        return Ok(());
    }
    match to.write_all(format!("{text}\n").as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn cannot_write(cause: &dyn std::fmt::Display) -> Failure {
    Problem::new(ProblemKind::CannotWrite, "stdout", cause).into()
}

fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Closed(ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure_but_a_full_disk_is() {
        assert!(write_lines(&mut Closed(ErrorKind::BrokenPipe), "x").is_ok());
        assert!(write_lines(&mut Closed(ErrorKind::StorageFull), "x").is_err());
    }

    #[test]
    fn a_text_ends_with_one_line_break_and_nothing_is_nothing() {
        let mut written = Vec::new();
        write_lines(&mut written, "een\ntwee\n\n").expect("memory takes it");
        write_lines(&mut written, "").expect("memory takes it");
        assert_eq!(written, b"een\ntwee\n");
    }

    #[test]
    fn what_would_steer_the_terminal_is_left_out() {
        assert_eq!(harmless("\u{1b}[2Jrood\tx\ny\u{9b}z"), "[2Jrood\tx\nyz");
    }

    #[test]
    fn a_failure_is_one_json_document_with_its_kind() {
        let report = Report::new("locked", "Bezet \"nu\"".to_owned(), "Sluit".to_owned());
        let document: serde_json::Value = serde_json::from_str(&report.text(true)).expect("JSON");
        let expected = serde_json::json!({
            "error": { "kind": "locked", "message": "Bezet \"nu\"", "hint": "Sluit" }
        });
        assert_eq!(document, expected);
    }
}
