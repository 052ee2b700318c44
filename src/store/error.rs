//! What can go wrong between the notes and the disk.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

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
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let cause = error.to_string();
        match error {
            StoreError::Locked(path) => Self::new(ProblemKind::Locked, path.display(), cause),
            StoreError::Folder { path, source } => Self::new(ProblemKind::Folder, path.display(), source),
            StoreError::TooNew { .. } => Self::new(ProblemKind::TooNew, "", cause),
            StoreError::UnknownDay(name) => Self::new(ProblemKind::UnknownDay, name, cause),
            StoreError::AmbiguousDay(name) => Self::new(ProblemKind::AmbiguousDay, name, cause),
            StoreError::UnknownSession(name) => Self::new(ProblemKind::UnknownSession, name, cause),
            StoreError::Stale => Self::new(ProblemKind::Stale, "", cause),
            StoreError::Value(_) => Self::new(ProblemKind::Damaged, "", cause),
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
