//! The form for a document: what goes in, as what, and where to. `handing_over.rs` works out what follows from it.

use std::path::Path;

use crate::domain::id::{DayId, SessionId};
use crate::export::{FirstPage, Format, Options, Times};
use crate::worker::What;

/// Every format, in the order in which they are offered.
pub const FORMATS: [Format; 8] = Format::ALL;

/// The endings of a report: a page, a document of Word, one of LibreOffice, and Markdown.
pub const REPORT_ENDINGS: [&str; 4] = ["html", "docx", "odt", "md"];

/// Which times can be told, each with the name of its words.
pub const TIMES: [(Times, &str); 3] = [
    (Times::None, "export-times-none"),
    (Times::Programme, "export-times-programme"),
    (Times::Lines, "export-times-lines"),
];

/// A document that is asked for.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "boxes to tick, in any combination")]
pub struct ExportForm {
    /// The day on the screen.
    pub day: DayId,
    /// Its open session.
    pub session: Option<SessionId>,
    /// The trends of the day that can be chosen, by their tags.
    pub trends: Vec<String>,
    /// Who was named or quoted on the day.
    pub people: Vec<String>,
    /// What goes in.
    pub what: What,
    /// As what.
    pub format: Format,
    /// In a report, participants by name.
    pub names: bool,
    /// Private lines too.
    pub include_private: bool,
    /// Which clock times are told.
    pub times: Times,
    /// Whether it is told what a line is.
    pub kinds: bool,
    /// What is there already may be replaced.
    pub overwrite: bool,
    /// The path so far.
    pub path: String,
    /// Whether there is something at that path; absent while nobody has looked.
    pub is_there: Option<bool>,
    /// It is being written.
    pub is_busy: bool,
    /// What it begins with, under the number by which it was asked for; absent until it is worked out for the first time.
    pub first_page: Option<(u64, FirstPage)>,
    pub(super) asked: u64,
    /// The path as it was proposed; what was typed over it is left alone.
    pub(super) proposed: String,
    /// What the first page and the path were last asked for.
    pub(super) asked_for: Option<(What, Format, Options)>,
    pub(super) looked_at: String,
}

impl ExportForm {
    /// A form for a whole day, with nothing filled in yet.
    #[must_use]
    pub fn new(day: DayId, format: Format) -> Self {
        Self {
            day,
            session: None,
            trends: Vec::new(),
            people: Vec::new(),
            what: What::Day(day),
            format,
            names: false,
            include_private: false,
            times: Times::default(),
            kinds: true,
            overwrite: false,
            path: String::new(),
            is_there: None,
            is_busy: false,
            first_page: None,
            asked: 0,
            proposed: String::new(),
            asked_for: None,
            looked_at: String::new(),
        }
    }

    /// The ending of the path, in lower case; empty when it has none.
    #[must_use]
    pub fn ending(&self) -> String {
        let ending = Path::new(self.path.trim()).extension();
        ending.map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
    }

    /// Gives the path another ending; none for a folder.
    pub fn set_ending(&mut self, ending: &str) {
        let path = Path::new(self.path.trim());
        let known = FORMATS.iter().map(|format| format.extension()).chain(REPORT_ENDINGS);
        let is_known = known.into_iter().any(|known| !known.is_empty() && known == self.ending());
        // What stands behind a dot in a title is no ending.
        self.path = if is_known {
            path.with_extension(ending).display().to_string()
        } else if ending.is_empty() {
            self.path.trim().to_owned()
        } else {
            format!("{}.{ending}", self.path.trim())
        };
    }

    /// Takes over a path that was chosen elsewhere, with the ending of the format where it has none.
    pub fn choose(&mut self, path: &Path) {
        self.path = path.display().to_string();
        if self.ending().is_empty() {
            self.set_ending(ending_of(self.format));
        }
    }

    /// Whether a folder is written, and not a file.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        match self.format {
            Format::MarkdownFolder => true,
            Format::Csv => self.ending() != Format::Csv.extension(),
            _ => false,
        }
    }

    /// Whether times and kinds are up to the person.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        self.format.form(&self.ending()).is_for_people()
    }

    /// Whether it is a report, which has an ending to choose.
    #[must_use]
    pub fn is_report(&self) -> bool {
        self.format == Format::Report
    }

    /// Whether the path was changed by something else than the form since it was last looked at.
    #[must_use]
    pub fn looks_new(&self) -> bool {
        self.looked_at != self.path
    }

    /// Whether everything that follows from what was filled in is known.
    #[must_use]
    pub fn is_worked_out(&self) -> bool {
        let is_page_known = self.first_page.as_ref().is_some_and(|(asked, _)| *asked == self.asked);
        is_page_known && self.is_there.is_some() && !self.looks_new()
    }

    /// Whether a document can be written now.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.path.trim().is_empty() && !self.is_busy && (self.is_there != Some(true) || self.overwrite)
    }

    pub(super) fn options(&self) -> Options {
        Options {
            include_private: self.include_private,
            names: self.names && self.is_report(),
            times: self.times,
            without_kinds: !self.kinds,
        }
    }
}

/// The ending that is proposed: tables are a folder of them, unless somebody types `.csv`.
pub(super) fn ending_of(format: Format) -> &'static str {
    match format {
        Format::Csv => "",
        format => format.extension(),
    }
}
