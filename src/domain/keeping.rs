//! What is kept beside the notes themselves: versions, the trash, holds and backups. Only says what they are; the store
//! keeps them.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::clock::Moment;
use super::id::{DayId, SessionId};

/// Names a version of a note. Of two versions the one with the higher number was kept later, whatever the clock said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(pub u64);

/// A note as it once was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Names it.
    pub id: VersionId,
    /// When the note became so.
    pub saved_at: Moment,
    /// How many lines it has, blank ones too.
    pub lines: u32,
}

/// Something that can be put in the trash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A day with everything in it.
    Day(DayId),
    /// A session with its note.
    Session(SessionId),
}

/// Something that is in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// What it is.
    pub item: Item,
    /// Its own title.
    pub title: String,
    /// The title of its day; its own, when it is a day.
    pub day_title: String,
    /// How many lines were noted in it, private ones too.
    pub lines: u32,
    /// When it was put in the trash.
    pub at: Moment,
}

/// A promise to keep a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The last date on which the day may not be put in the trash or erased.
    pub until: NaiveDate,
    /// Why, in the words of the person.
    pub reason: String,
}

/// How a file with all notes came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupKind {
    /// Made by the hour, and replaced by newer ones after a while.
    Regular,
    /// Made before the notes got the shape of a newer version.
    BeforeMigration,
    /// The notes that were there before a backup was put back.
    BeforeRestore,
}

/// A file with all notes in it, beside the notes themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// How it came to be.
    pub kind: BackupKind,
    /// Its place among the regular backups: a higher number was made later. 0 for the other kinds.
    pub number: u64,
    /// When it was made.
    pub made_at: Moment,
}

/// A backup that was read from its first page to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedBackup {
    /// The backup.
    pub backup: Backup,
    /// Whether it is whole.
    pub ok: bool,
}

/// How much a store holds. What is in the trash counts as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Days.
    pub days: u32,
    /// Sessions on the programmes.
    pub sessions: u32,
    /// Lines that say something.
    pub lines: u32,
}

/// What became of a day that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Whether the file was cleaned as well. Else another program is reading it; it will be done when that has ended.
    pub wiped: bool,
    /// The backups that still hold the day. Copies that a person made elsewhere are not known.
    pub backups: Vec<Backup>,
    /// The date on which the last of these goes; `None` when there are none.
    pub gone_by: Option<NaiveDate>,
}
