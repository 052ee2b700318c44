//! What is handed over to others: documents, and pages to print.
//!
//! The form (`export_form.rs`) says what goes where; the worker writes it. What goes on the clipboard is in `copying.rs`.
//! Nothing in here decides what is private: `export` does.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::domain::book::Book;
use crate::domain::people;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::slug::slug;
use crate::export::copying::Copied;
use crate::export::labels::Labels;
use crate::export::{FirstPage, Format, Options};
use crate::files::ExportReport;
use crate::worker::{ExportJob, Request, What};

use super::command::Command;
use super::copying::Copying;
use super::dialog::Dialog;
use super::export_form::{ExportForm, ending_of};
use super::state::{Notice, State};

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
    pub(super) copied: Option<Copying>,
    /// The form as it was last filled in.
    last: Option<ExportForm>,
    /// The forms of which the documents are being written.
    writing: Vec<ExportForm>,
    asked: u64,
}

impl Default for HandingOver {
    fn default() -> Self {
        let (to_copy, to_open, copied) = (None, None, None);
        let (last, writing, asked) = (None, Vec::new(), 0);
        Self { format: Format::Docx, folder: None, to_copy, to_open, copied, last, writing, asked }
    }
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

impl State {
    /// Does what is asked about handing over; every other command is done before.
    pub(super) fn hand_over(&mut self, command: Command, now: f64) {
        match command {
            Command::OpenExport => self.open_export(now),
            Command::FillInExport => self.fill_in_export(now),
            Command::Export => self.export(now),
            Command::ExportAgain => self.export_again(now),
            Command::WorkOn => self.work_on(),
            Command::StopWork => self.stop_work(),
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
        let mut form = ExportForm::new(day, self.handing_over.format);
        form.session = self.session_at_hand();
        form.trends = book.trend_counts(true).into_iter().map(|trend| trend.tag).collect();
        form.people = people_of(book);
        if let Some(last) = &self.handing_over.last {
            (form.times, form.kinds) = (last.times, last.kinds);
        }
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
        let before = form.asked_for.as_ref().map(|(_, format, _)| *format);
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
        let wanted = (form.what.clone(), form.format, form.options());
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
        self.handing_over.writing.push((**form).clone());
        self.notice = None;
        // A document without the last words would look complete.
        self.ask_after_saving(Request::Export(Box::new(job)), now);
        if self.saving.has_failed() {
            self.with_export(|form| form.is_busy = false);
            self.handing_over.writing.pop();
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

    /// A document was written, or not; the form may be closed by now.
    pub(super) fn exported(&mut self, path: &Path, written: Result<ExportReport, Problem>) {
        let is_it = |form: &ExportForm| Path::new(form.path.trim()) == path;
        let at = self.handing_over.writing.iter().position(is_it);
        if let Some(form) = at.map(|at| self.handing_over.writing.remove(at)) {
            if written.is_ok() {
                self.handing_over.format = form.format;
                self.handing_over.folder = path.parent().map(Path::to_path_buf);
            }
            // The proposal is not made anew: the next time it goes to the same place.
            let (looked_at, asked_for, first_page) = (String::new(), None, None);
            let (overwrite, is_busy) = (false, false);
            let form = ExportForm { overwrite, is_busy, first_page, asked_for, looked_at, ..form };
            self.handing_over.last = Some(form);
        }
        let waits = matches!(&self.dialog, Some(Dialog::Export(form)) if form.is_busy && is_it(form));
        match written {
            Ok(report) => {
                if waits {
                    self.dialog = None;
                    self.focus_note();
                }
                self.notice = Some(Notice::Exported(report));
            }
            Err(problem) if waits => {
                // Somebody else was there first.
                if problem.kind == ProblemKind::Exists {
                    self.with_export(|form| form.is_there = Some(true));
                }
                self.trouble(problem);
            }
            Err(problem) => self.notice = Some(Notice::NotExported(problem)),
        }
    }

    /// Closes the form while its document is being written, which goes on.
    pub(super) fn work_on(&mut self) {
        if matches!(&self.dialog, Some(Dialog::Export(form)) if form.is_busy) {
            self.dialog = None;
            self.focus_note();
        }
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
