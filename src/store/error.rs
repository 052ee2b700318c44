//! What can go wrong between the notes and the disk.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;

use crate::domain::problem::{Problem, ProblemKind};

/// Why the store could not do what was asked. No variant holds text of a note.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program has the notes open for writing.
    #[error("another Plenair is writing in {0}")]
    Locked(PathBuf),
    /// The data folder cannot be made, read or written.
    #[error("cannot use the folder {path}: {source}")]
    Folder {
        /// The data folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The database was written by a newer Plenair.
    #[error("the notes have shape {found}, this program knows up to {known}")]
    TooNew {
        /// The shape found in the file.
        found: u32,
        /// The newest shape this program knows.
        known: u32,
    },
    /// No day has this id, slug or start of one.
    #[error("no day is called {0}")]
    UnknownDay(String),
    /// Several days start like this.
    #[error("more than one day starts with {0}")]
    AmbiguousDay(String),
    /// The day has no such session.
    #[error("no session {0}")]
    UnknownSession(String),
    /// The note was saved by somebody else since it was read.
    #[error("the note has changed since it was read")]
    Stale,
    /// The database holds something that no Plenair writes.
    #[error("the store holds a value it should not: {0}")]
    Value(&'static str),
    /// There are no notes where they were before; backups of them are in this folder.
    #[error("{path} is gone; backups are in {backups}")]
    Missing {
        /// The database file.
        path: PathBuf,
        /// The folder with the backups.
        backups: PathBuf,
    },
    /// This store was opened for reading, or can only be read since something went wrong.
    #[error("the notes are open for reading only")]
    Reading,
    /// The day is held: it may not be put in the trash or erased.
    #[error("the day is kept until {0}")]
    Held(NaiveDate),
    /// There is no such version of this note, or it was kept long enough.
    #[error("no version {0} of this note")]
    UnknownVersion(u64),
    /// This is not in the trash.
    #[error("not in the trash")]
    NotInTrash,
    /// The lines that were asked for are not in the note.
    #[error("the lines are not in the note any more")]
    LinesGone,
    /// The one who waited for it had it stopped; nothing has changed.
    #[error("stopped")]
    Stopped,
    /// This cannot be a name, or the text of a line.
    #[error("it cannot be written in a line")]
    BadName(String),
    /// This file holds no notes of Plenair.
    #[error("{0} holds no notes of Plenair")]
    NotABackup(PathBuf),
    /// This is in a folder that Plenair keeps for the notes or their backups, so nothing else may be written there.
    #[error("{folder} is kept for the notes")]
    OwnFolder {
        /// What was to be written.
        path: PathBuf,
        /// The folder that it is in.
        folder: PathBuf,
    },
    /// A copy of the notes is not what it should be; what is wrong, in SQLite's words.
    #[error("not whole: {0}")]
    NotWhole(String),
    /// A file that should be read cannot be.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file beside the database cannot be made or replaced.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

impl StoreError {
    /// Makes an error about the file at `path` of what the system said.
    pub(super) fn file(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { path: path.clone(), source }
    }

    /// The same about a file that was to be read.
    pub(super) fn unreadable(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Unreadable { path: path.clone(), source }
    }

    /// Whether there was no room on the disk.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Sql(error) => error.sqlite_error_code() == Some(ErrorCode::DiskFull),
            Self::File { source, .. } | Self::Folder { source, .. } => is_full(source),
            _ => false,
        }
    }

    /// Whether the connection to the database cannot be trusted any more: the disk failed, what it gives is not what was
    /// written, or the file is not where it was. The file itself may be in order: <https://www.sqlite.org/rescode.html#ioerr>.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let Self::Sql(error) = self else { return false };
        let was_moved =
            error.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_READONLY_DBMOVED);
        was_moved
            || matches!(
                error.sqlite_error_code(),
                Some(
                    ErrorCode::SystemIoFailure
                        | ErrorCode::DatabaseCorrupt
                        | ErrorCode::NotADatabase
                        | ErrorCode::CannotOpen
                )
            )
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

fn kind_of_file(error: &io::Error) -> ProblemKind {
    match error.kind() {
        io::ErrorKind::AlreadyExists => ProblemKind::Exists,
        _ if is_full(error) => ProblemKind::DiskFull,
        _ => ProblemKind::CannotWrite,
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let cause = error.to_string();
        match error {
            StoreError::Locked(path) => Self::new(ProblemKind::Locked, path.display(), cause),
            StoreError::Folder { path, source } => {
                let kind = if is_full(&source) { ProblemKind::DiskFull } else { ProblemKind::Folder };
                Self::new(kind, path.display(), source)
            }
            StoreError::File { path, source } => Self::new(kind_of_file(&source), path.display(), source),
            StoreError::Unreadable { path, source } => {
                Self::new(ProblemKind::Unreadable, path.display(), source)
            }
            StoreError::Missing { path, backups } => {
                Self::new(ProblemKind::Missing, path.display(), backups.display())
            }
            StoreError::OwnFolder { path, folder } => {
                Self::new(ProblemKind::OwnFolder, path.display(), folder.display())
            }
            StoreError::Reading => Self::new(ProblemKind::ReadOnly, "", cause),
            StoreError::Held(until) => Self::new(ProblemKind::Held, until, cause),
            StoreError::UnknownVersion(_) => Self::new(ProblemKind::UnknownVersion, "", cause),
            StoreError::NotInTrash => Self::new(ProblemKind::NotInTrash, "", cause),
            StoreError::BadName(name) => Self::new(ProblemKind::BadName, name, cause),
            StoreError::Stopped => Self::new(ProblemKind::Stopped, "", cause),
            StoreError::LinesGone => Self::new(ProblemKind::LinesGone, "", cause),
            StoreError::NotABackup(path) => Self::new(ProblemKind::NotABackup, path.display(), cause),
            StoreError::TooNew { .. } => Self::new(ProblemKind::TooNew, "", cause),
            StoreError::UnknownDay(name) => Self::new(ProblemKind::UnknownDay, name, cause),
            StoreError::AmbiguousDay(name) => Self::new(ProblemKind::AmbiguousDay, name, cause),
            StoreError::UnknownSession(name) => Self::new(ProblemKind::UnknownSession, name, cause),
            StoreError::Stale => Self::new(ProblemKind::Stale, "", cause),
            StoreError::Value(_) | StoreError::NotWhole(_) => Self::new(ProblemKind::Damaged, "", cause),
            StoreError::Sql(sql) => Self::new(kind_of(&sql), "", cause),
        }
    }
}

fn kind_of(error: &rusqlite::Error) -> ProblemKind {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => ProblemKind::DiskFull,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            ProblemKind::ReadOnly
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ProblemKind::Locked,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => ProblemKind::Damaged,
        _ => ProblemKind::Disk,
    }
}
