//! What is handed over to others: documents, pages to print, and what goes on the clipboard for mail and word processors.
//!
//! The form says what goes where; the worker writes it. Nothing in here decides what is private: `export` does.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::domain::book::Book;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::people;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::slug::slug;
use crate::export::copying::{self, Copied};
use crate::export::labels::Labels;
use crate::export::{FirstPage, Format, Options};
use crate::files::ExportReport;
use crate::worker::{ExportJob, Request, What};

use super::command::Command;
use super::dialog::Dialog;
use super::state::{Notice, State};
use super::view::View;

/// Every format, in the order in which they are offered.
pub const FORMATS: [Format; 8] = Format::ALL;

/// The endings of a report: a page, a document of Word, one of LibreOffice, and Markdown.
pub const REPORT_ENDINGS: [&str; 4] = ["html", "docx", "odt", "md"];

/// What the window remembers of documents, and what it still has to do with them.
#[derive(Debug)]
pub struct HandingOver {
    /// The format that was last exported to.
    pub format: Format,
    /// The folder that was last exported to.
    pub folder: Option<PathBuf>,
    /// What has to go on the clipboard; the window has the clipboard.
    pub to_copy: Option<Copied>,
    /// What has to be opened by the program that the system has for it.
    pub to_open: Option<PathBuf>,
    /// What was last copied, and how.
    copied: Option<Copying>,
    /// The form as it was last filled in.
    last: Option<ExportForm>,
    asked: u64,
}

impl Default for HandingOver {
    fn default() -> Self {
        let (to_copy, to_open, copied) = (None, None, None);
        Self { format: Format::Docx, folder: None, to_copy, to_open, copied, last: None, asked: 0 }
    }
}

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// The open session, or the one that is read.
    Session,
    /// The lines that are selected in the note or in a view.
    Lines,
    /// The report of the day.
    Report,
}

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnClipboard {
    /// What it is.
    pub what: Copying,
    /// How many lines it has.
    pub lines: usize,
    /// How many lines stayed behind because they are private.
    pub private_left_out: usize,
    /// How it is there.
    pub kept: Kept,
}

/// How the system took what was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// With headings and lists.
    Rich,
    /// As Markdown only.
    Plain,
    /// Not at all.
    Not,
}

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
    asked: u64,
    /// The path as it was proposed; what was typed over it is left alone.
    proposed: String,
    /// What the first page and the path were last asked for.
    asked_for: Option<(What, Format, bool, bool)>,
    looked_at: String,
}

impl HandingOver {
    /// What was exported the last time, with another window.
    pub fn remember(&mut self, format: Option<&str>, folder: Option<PathBuf>) {
        self.format = format.and_then(Format::from_name).unwrap_or(self.format);
        self.folder = folder;
    }

    /// The format and the folder to be remembered for the next window.
    #[must_use]
    pub fn remembered(&self) -> (Option<String>, Option<PathBuf>) {
        let is_chosen = self.folder.is_some();
        (is_chosen.then(|| self.format.name().to_owned()), self.folder.clone())
    }
}

impl ExportForm {
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

    fn options(&self) -> Options {
        Options { include_private: self.include_private, names: self.names && self.is_report() }
    }
}

/// The ending that is proposed: tables are a folder of them, unless somebody types `.csv`.
fn ending_of(format: Format) -> &'static str {
    match format {
        Format::Csv => "",
        format => format.extension(),
    }
}

impl State {
    /// Does what is asked about handing over; every other command is done before.
    pub(super) fn hand_over(&mut self, command: Command, now: f64) {
        match command {
            Command::OpenExport => self.open_export(now),
            Command::FillInExport => self.fill_in_export(now),
            Command::Export => self.export(now),
            Command::ExportAgain => self.export_again(now),
            Command::OpenElsewhere(path) => self.handing_over.to_open = Some(path),
            Command::Copy { what, include_private } => self.copy(what, include_private, now),
            Command::Print => self.print(now),
            _ => {}
        }
    }

    fn open_export(&mut self, now: f64) {
        // What was just typed is in it too.
        self.flush(now);
        let Some(book) = &self.book else { return };
        let day = book.day.id;
        let form = ExportForm {
            day,
            session: self.session_at_hand(),
            trends: book.trend_counts(true).into_iter().map(|trend| trend.tag).collect(),
            people: people_of(book),
            what: What::Day(day),
            format: self.handing_over.format,
            names: false,
            include_private: false,
            overwrite: false,
            path: String::new(),
            is_there: None,
            is_busy: false,
            first_page: None,
            asked: 0,
            proposed: String::new(),
            asked_for: None,
            looked_at: String::new(),
        };
        self.open_dialog(Dialog::Export(Box::new(form)));
        self.fill_in_export(now);
    }

    /// The form once more, as it was filled in; what it wrote is there, and is not replaced unasked.
    fn export_again(&mut self, now: f64) {
        match self.handing_over.last.clone() {
            Some(form) if self.book.as_ref().is_some_and(|book| book.day.id == form.day) => {
                self.open_dialog(Dialog::Export(Box::new(form)));
                self.fill_in_export(now);
            }
            _ => self.open_export(now),
        }
    }

    /// Works out what follows from what was filled in: the proposed path, the first page, whether the path is taken.
    fn fill_in_export(&mut self, now: f64) {
        let Some(Dialog::Export(form)) = &self.dialog else { return };
        let proposed = self.proposed_path(form).display().to_string();
        let Some(Dialog::Export(form)) = &mut self.dialog else { return };
        let before = form.asked_for.as_ref().map(|(_, format, ..)| *format);
        if form.path == form.proposed {
            form.path.clone_from(&proposed);
        } else if before.is_some_and(|before| before != form.format) {
            form.set_ending(ending_of(form.format));
        }
        form.proposed = proposed;
        let path = PathBuf::from(form.path.trim());
        let is_another_path = form.looked_at != form.path;
        if is_another_path {
            form.looked_at.clone_from(&form.path);
            (form.is_there, form.overwrite) = (None, false);
        }
        let wanted = (form.what.clone(), form.format, form.options().names, form.include_private);
        let is_another_page = form.asked_for.as_ref() != Some(&wanted);
        if is_another_page {
            form.asked_for = Some(wanted);
            self.handing_over.asked += 1;
            form.asked = self.handing_over.asked;
        }
        let asked = form.asked;
        if is_another_path {
            self.ask(Request::IsThere(path));
        }
        if let Some(job) = self.export_job().filter(|_| is_another_page) {
            // A page without the last words would look complete.
            self.ask_after_saving(Request::FirstPage { asked, job: Box::new(job) }, now);
        }
    }

    fn export(&mut self, now: f64) {
        let Some(job) = self.export_job() else { return };
        let Some(Dialog::Export(form)) = &mut self.dialog else { return };
        if !form.is_ready() {
            return;
        }
        form.is_busy = true;
        self.notice = None;
        // A document without the last words would look complete.
        self.ask_after_saving(Request::Export(Box::new(job)), now);
        if self.saving.has_failed() {
            self.with_export(|form| form.is_busy = false);
        }
    }

    fn export_job(&self) -> Option<ExportJob> {
        let Some(Dialog::Export(form)) = &self.dialog else { return None };
        Some(ExportJob {
            what: form.what.clone(),
            path: PathBuf::from(form.path.trim()),
            format: form.format,
            overwrite: form.overwrite,
            options: form.options(),
            labels: self.labels(),
        })
    }

    /// Where a document is proposed to go: beside the last one, under the name of what is in it.
    fn proposed_path(&self, form: &ExportForm) -> PathBuf {
        let folder = self.handing_over.folder.clone().unwrap_or_else(crate::paths::documents_folder);
        let mut name = self.book.as_ref().map_or_else(String::new, |book| name_of(&form.what, book));
        if form.what == What::AllDays {
            self.texts.get("export-name-all-days").clone_into(&mut name);
        }
        if form.is_report() {
            name = format!("{name}-{}", self.texts.get("export-name-report"));
        }
        match ending_of(form.format) {
            "" => folder.join(name),
            ending => folder.join(format!("{name}.{ending}")),
        }
    }

    pub(super) fn first_page(&mut self, asked: u64, page: FirstPage) {
        self.with_export(|form| {
            if form.asked == asked {
                form.first_page = Some((asked, page));
            }
        });
    }

    pub(super) fn is_there(&mut self, path: &Path, is_there: bool) {
        self.with_export(|form| {
            if Path::new(form.path.trim()) == path {
                form.is_there = Some(is_there && !form.path.trim().is_empty());
            }
        });
    }

    pub(super) fn exported(&mut self, result: Result<ExportReport, Problem>) {
        let report = match result {
            Ok(report) => report,
            Err(problem) => {
                // Somebody else was there first.
                if problem.kind == ProblemKind::Exists {
                    self.with_export(|form| form.is_there = Some(true));
                }
                return self.trouble(problem);
            }
        };
        if let Some(Dialog::Export(form)) = self.dialog.take_if(|dialog| matches!(dialog, Dialog::Export(_)))
        {
            self.handing_over.format = form.format;
            self.handing_over.folder = report.path.parent().map(Path::to_path_buf);
            // The proposal is not made anew: the next time it goes to the same place.
            let (looked_at, asked_for, first_page) = (String::new(), None, None);
            let (overwrite, is_busy) = (false, false);
            let form = ExportForm { overwrite, is_busy, first_page, asked_for, looked_at, ..*form };
            self.handing_over.last = Some(form);
            self.focus_note();
        }
        self.notice = Some(Notice::Exported(report));
    }

    pub(super) fn with_export(&mut self, change: impl FnOnce(&mut ExportForm)) {
        if let Some(Dialog::Export(form)) = &mut self.dialog {
            change(form);
        }
    }

    /// The words of a document, with who hands it over.
    pub(super) fn labels(&self) -> Labels {
        Labels { author: self.settings.signature(), ..self.texts.labels() }
    }

    /// The day as a page that the browser prints.
    fn print(&mut self, now: f64) {
        let Some(book) = &self.book else { return };
        let job = ExportJob {
            what: What::Day(book.day.id),
            path: PathBuf::from(format!("{}.{}", book.day.slug, Format::Html.extension())),
            format: Format::Html,
            overwrite: true,
            options: Options::default(),
            labels: self.labels(),
        };
        self.ask_after_saving(Request::Print(Box::new(job)), now);
    }

    pub(super) fn printed(&mut self, report: ExportReport) {
        self.handing_over.to_open = Some(report.path.clone());
        self.notice = Some(Notice::Printed(report));
    }

    /// Tells the person that no program was found that opens this.
    pub fn tell_not_opened(&mut self, path: PathBuf) {
        self.notice = Some(Notice::NotOpened(path));
    }

    /// Whether there is something of this to copy.
    #[must_use]
    pub fn can_copy(&self, what: Copying) -> bool {
        match what {
            Copying::Session => self.session_at_hand().is_some(),
            Copying::Lines if self.view == View::Day => self.draft.is_some(),
            Copying::Lines => self.entries_at_hand().next().is_some(),
            Copying::Report => self.book.is_some(),
        }
    }

    /// Puts a part of the day together for the clipboard.
    fn copy(&mut self, what: Copying, include_private: bool, now: f64) {
        self.flush(now);
        let Some(book) = &self.book else { return };
        let (options, labels) = (Options { include_private, ..Options::default() }, self.labels());
        let copied = match what {
            Copying::Report => copying::of_report(book, &options, &labels),
            Copying::Lines => copying::of_lines(book, &self.lines_at_hand(), &options, &labels),
            Copying::Session => match self.session_at_hand() {
                Some(session) => copying::session(book, session, &options, &labels),
                None => return,
            },
        };
        self.handing_over.copied = Some(what);
        self.handing_over.to_copy = Some(copied);
    }

    /// The clipboard took what was to be copied, or did not.
    pub fn copied(&mut self, copied: &Copied, kept: Kept) {
        let Some(what) = self.handing_over.copied else { return };
        let (lines, private_left_out) = (copied.counts.lines, copied.counts.private_left_out);
        self.notice = Some(Notice::Copied(OnClipboard { what, lines, private_left_out, kept }));
    }

    /// The session that is read, else the open one.
    fn session_at_hand(&self) -> Option<SessionId> {
        match self.view {
            View::Reading(Some(session)) => Some(session),
            _ => self.draft.as_ref().map(|draft| draft.session),
        }
    }

    fn lines_at_hand(&self) -> HashSet<LineId> {
        if self.view != View::Day {
            return self.entries_at_hand().map(|entry| entry.id).collect();
        }
        let (Some(page), Some(draft)) = (self.page(), &self.draft) else { return HashSet::new() };
        let lines = page.note.lines().get(draft.selected_lines()).unwrap_or_default();
        lines.iter().map(|line| line.id).collect()
    }
}

/// Who is named or quoted, in the order of the day.
fn people_of(book: &Book) -> Vec<String> {
    let mut people = Vec::new();
    let mut seen = HashSet::new();
    for remark in book.remarks() {
        let mentions = remark.parsed.mentions.iter().map(|mention| mention.name.as_str());
        for name in mentions.chain(remark.source()) {
            if seen.insert(people::key(name)) {
                people.push(name.to_owned());
            }
        }
    }
    people
}

/// What a document of this is called.
fn name_of(what: &What, book: &Book) -> String {
    let day = &book.day.slug;
    match what {
        What::Day(_) | What::AllDays => day.clone(),
        What::Session { session, .. } => match book.page(*session).map(|page| &page.session) {
            Some(session) => format!("{day}-{}-{}", session.position, slug(&session.facts.title)),
            None => day.clone(),
        },
        What::Trend { tag, .. } => format!("{day}-{}", slug(tag)),
        What::Person { name, .. } => format!("{day}-{}", slug(name)),
    }
}
