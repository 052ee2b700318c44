//! What the worker does for documents: it gathers the days, and writes them.

use std::path::Path;

use super::{ExportJob, What};
use crate::domain::book::Book;
use crate::domain::id::DayId;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::progress::Progress;
use crate::export::{self, FirstPage};
use crate::files::{self, ExportReport};
use crate::store::{Store, StoreError};

/// How much of the work on a document is done when it is made up. Much of a folder of notes is made while its days are read.
const MADE: f32 = 0.6;

/// Writes a document, and tells how far that is.
pub fn export(store: &Store, job: &ExportJob, progress: &Progress) -> Result<ExportReport, Problem> {
    store.ensure_not_own(&job.path)?;
    let form = files::form_at(job.format, &job.path);
    let days = days_of(store, &job.what)?;
    progress.part(MADE, days.len() + 1);
    let document = store.with_books(&days, |books| {
        let books = books.map(|book| {
            progress.step();
            if progress.is_wanted() { Ok(wanted_of(book?, &job.what)) } else { Err(StoreError::Stopped) }
        });
        export::render_as_read(form, books, &job.options, &job.labels)
    })?;
    progress.step();
    files::write_and_read_back(&job.path, &document, job.overwrite, progress)
}

/// What a document begins with; nothing when it is not wanted any more.
pub fn first_page(
    store: &Store,
    job: &ExportJob,
    is_wanted: impl Fn() -> bool,
) -> Result<Option<FirstPage>, StoreError> {
    let Some(books) = store.books(&days_of(store, &job.what)?, is_wanted)? else { return Ok(None) };
    let books: Vec<Book> = books.into_iter().map(|book| wanted_of(book, &job.what)).collect();
    let form = files::form_at(job.format, &job.path);
    Ok(Some(export::first_page(form, &books, &job.options, &job.labels)))
}

/// The days of a document.
fn days_of(store: &Store, what: &What) -> Result<Vec<DayId>, StoreError> {
    match what {
        What::AllDays => store.day_ids(),
        What::Day(day) | What::Session { day, .. } | What::Trend { day, .. } | What::Person { day, .. } => {
            Ok(vec![*day])
        }
    }
}

/// What of a day is wanted.
fn wanted_of(book: Book, what: &What) -> Book {
    match what {
        What::AllDays | What::Day(_) => book,
        What::Session { session, .. } => book.only_session(*session),
        What::Trend { tag, .. } => book.only_trend(tag),
        What::Person { name, .. } => book.only_person(name),
    }
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
