//! A failure in the form in which people get to hear of it: what kind, about what, and why.
//!
//! The words are not here: `i18n` has a message and a piece of advice per kind. Never holds text of a note.

use std::fmt;

/// Something that did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Chooses the message and the advice.
    pub kind: ProblemKind,
    /// What it is about: a path, the name of a day, a line number.
    pub subject: String,
    /// What the system or a parser said, in its own words.
    pub cause: String,
}

/// The cause where a device, a socket or a pipe was to be written over.
pub const NO_PLAIN_FILE: &str = "not a plain file";

impl Problem {
    /// A problem of this kind with `subject`, because of `cause`.
    pub fn new(kind: ProblemKind, subject: impl fmt::Display, cause: impl fmt::Display) -> Self {
        Self { kind, subject: subject.to_string(), cause: cause.to_string() }
    }
}

/// The kinds of failure a person can meet. Their names are part of the command line's contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Another program has the notes open for writing.
    Locked,
    /// The data folder cannot be used.
    Folder,
    /// The notes were written by a newer version.
    TooNew,
    /// No day with that name.
    UnknownDay,
    /// More than one day with that start.
    AmbiguousDay,
    /// No such session in the day.
    UnknownSession,
    /// The note was changed elsewhere in the meantime.
    Stale,
    /// The disk has no room.
    DiskFull,
    /// The disk or file cannot be written.
    ReadOnly,
    /// The database is not what it should be.
    Damaged,
    /// Any other failure of the disk.
    Disk,
    /// The thread that saves has stopped.
    WorkerGone,
    /// A file that should be read cannot be.
    Unreadable,
    /// A programme file that is not understood.
    NotUnderstood,
    /// The place to export to cannot be written.
    CannotWrite,
    /// There is a file already, and overwriting was not asked for.
    Exists,
    /// What was written does not read back as it should.
    ReadBack,
    /// The notes are not where they were; the cause is the folder with their backups.
    Missing,
    /// The day is held; the subject is the last date of the hold.
    Held,
    /// There is no such version of the note any more.
    UnknownVersion,
    /// It is not in the trash any more.
    NotInTrash,
    /// The file is no backup of Plenair.
    NotABackup,
    /// The lines are not in that note any more.
    LinesGone,
    /// A file that could be read has no programme in it.
    NoSessions,
    /// A file or a folder that could be read has no notes in it.
    NoNotes,
    /// This cannot be the name of a trend or a person, or the text of a line; the subject is what was asked for.
    BadName,
    /// The place to write to is kept for the notes or their backups; the cause is that folder.
    OwnFolder,
    /// The person stopped it before it was done; nothing has changed.
    Stopped,
}

impl ProblemKind {
    /// Every kind, so that a test can see that each has its words.
    pub const ALL: [Self; 28] = [
        Self::Locked,
        Self::Folder,
        Self::TooNew,
        Self::UnknownDay,
        Self::AmbiguousDay,
        Self::UnknownSession,
        Self::Stale,
        Self::DiskFull,
        Self::ReadOnly,
        Self::Damaged,
        Self::Disk,
        Self::WorkerGone,
        Self::Unreadable,
        Self::NotUnderstood,
        Self::CannotWrite,
        Self::Exists,
        Self::ReadBack,
        Self::Missing,
        Self::Held,
        Self::UnknownVersion,
        Self::NotInTrash,
        Self::NotABackup,
        Self::LinesGone,
        Self::NoSessions,
        Self::NoNotes,
        Self::BadName,
        Self::OwnFolder,
        Self::Stopped,
    ];

    /// The name in JSON, and of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Folder => "folder",
            Self::TooNew => "too-new",
            Self::UnknownDay => "unknown-day",
            Self::AmbiguousDay => "ambiguous-day",
            Self::UnknownSession => "unknown-session",
            Self::Stale => "stale",
            Self::DiskFull => "disk-full",
            Self::ReadOnly => "read-only",
            Self::Damaged => "damaged",
            Self::Disk => "disk",
            Self::WorkerGone => "worker-gone",
            Self::Unreadable => "unreadable",
            Self::NotUnderstood => "not-understood",
            Self::CannotWrite => "cannot-write",
            Self::Exists => "exists",
            Self::ReadBack => "read-back",
            Self::Missing => "missing",
            Self::Held => "held",
            Self::UnknownVersion => "unknown-version",
            Self::NotInTrash => "not-in-trash",
            Self::NotABackup => "not-a-backup",
            Self::LinesGone => "lines-gone",
            Self::NoSessions => "no-sessions",
            Self::NoNotes => "no-notes",
            Self::BadName => "bad-name",
            Self::OwnFolder => "own-folder",
            Self::Stopped => "stopped",
        }
    }
}
