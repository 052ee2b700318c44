//! What the worker does for documents: it gathers the days, and writes them.

use std::path::Path;

use super::{ExportJob, What};
use crate::domain::book::Book;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::progress::Progress;
use crate::export::{self, FirstPage};
use crate::files::{self, ExportReport};
use crate::store::{Store, StoreError};

/// How much of the work on a document is done when its days are read, and when it is made up.
const READ: f32 = 0.3;
const MADE: f32 = 0.6;

/// Writes a document, and tells how far that is.
pub fn export(store: &Store, job: &ExportJob, progress: &Progress) -> Result<ExportReport, Problem> {
    progress.part(READ, days_of(store, &job.what)?);
    let books = gathered(store, &job.what, || {
        progress.step();
        progress.is_wanted()
    })?;
    let books = books.ok_or(StoreError::Stopped)?;
    progress.part(MADE, 1);
    let form = files::form_at(job.format, &job.path);
    let document = export::render(form, &books, &job.options, &job.labels);
    progress.step();
    files::write_and_read_back(&job.path, &document, job.overwrite, progress)
}

/// How many days have to be read for a document.
fn days_of(store: &Store, what: &What) -> Result<usize, StoreError> {
    match what {
        What::AllDays => Ok(store.day_ids()?.len()),
        _ => Ok(1),
    }
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

/// Only this user can enter it; on Windows that goes for all temporary folders of a user.
pub fn temporary_folder() -> Result<tempfile::TempDir, Problem> {
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
