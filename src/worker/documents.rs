//! What the worker does for documents: it gathers the days, writes them, and keeps the pages that a browser prints for as long
//! as it works.

use std::path::Path;

use super::desk::Desk;
use super::{ExportJob, Reply, What};
use crate::domain::book::Book;
use crate::domain::problem::{Problem, ProblemKind};
use crate::export::{self, FirstPage};
use crate::files::{self, ExportReport};
use crate::store::{Store, StoreError};

/// Writes a document.
pub fn export(store: &Store, job: &ExportJob) -> Result<ExportReport, Problem> {
    let books = gathered(store, &job.what, || true)?.unwrap_or_default();
    let form = files::form_at(job.format, &job.path);
    let document = export::render(form, &books, &job.options, &job.labels);
    files::write_and_read_back(&job.path, &document, job.overwrite)
}

/// What a document begins with; nothing when it is not wanted any more.
pub fn first_page(
    store: &Store,
    job: &ExportJob,
    is_wanted: impl Fn() -> bool,
) -> Result<Option<FirstPage>, StoreError> {
    let books = gathered(store, &job.what, is_wanted)?;
    let form = files::form_at(job.format, &job.path);
    Ok(books.map(|books| export::first_page(form, &books, &job.options, &job.labels)))
}

/// The days of a document, or what is wanted of them.
fn gathered(
    store: &Store,
    what: &What,
    is_wanted: impl Fn() -> bool,
) -> Result<Option<Vec<Book>>, StoreError> {
    let book = match what {
        What::AllDays => return store.books(&store.day_ids()?, is_wanted),
        What::Day(day) => store.book(*day)?,
        What::Session { day, session } => store.book(*day)?.only_session(*session),
        What::Trend { day, tag } => store.book(*day)?.only_trend(tag),
        What::Person { day, name } => store.book(*day)?.only_person(name),
    };
    Ok(Some(vec![book]))
}

impl Desk {
    /// Writes a page into a folder that only this user can enter; the folder goes when the worker does.
    pub(super) fn print(&mut self, job: ExportJob) {
        let printed = self.written_for_printing(job);
        self.reply(Reply::Printed(printed));
    }

    fn written_for_printing(&mut self, mut job: ExportJob) -> Result<ExportReport, Problem> {
        let store = self.store.as_ref().ok_or_else(|| self.why_not())?;
        let folder = match &self.printing {
            Some(folder) => folder.path(),
            None => self.printing.insert(temporary_folder()?).path(),
        };
        job.path = folder.join(job.path.file_name().unwrap_or_default());
        job.overwrite = true;
        export(store, &job)
    }
}

/// Only this user can enter it; on Windows that goes for all temporary folders of a user.
fn temporary_folder() -> Result<tempfile::TempDir, Problem> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("plenair-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let made = builder.tempdir();
    made.map_err(|error| Problem::new(ProblemKind::CannotWrite, std::env::temp_dir().display(), error))
}

/// Whether there is something at a path, also a link that leads nowhere.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
