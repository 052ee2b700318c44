//! What the worker answers.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::domain::across::{SessionName, TrendAcross, TrendLine};
use crate::domain::book::{Book, DaySummary, Place};
use crate::domain::change::Op;
use crate::domain::choice::Elsewhere;
use crate::domain::clock::Moment;
use crate::domain::day::Session;
use crate::domain::id::{AuthorId, DayId, SessionId};
use crate::domain::keeping::{Backup, Counts, Erased, Hold, Trashed, Version, VersionId};
use crate::domain::note::NoteLine;
use crate::domain::problem::Problem;
use crate::domain::programme::{LeftOut, Programme};
use crate::domain::renaming::LineEdit;
use crate::domain::review::several::Several;
use crate::domain::search::Found;
use crate::domain::sheet::Sheet;
use crate::export::FirstPage;
use crate::files::ExportReport;
use crate::incoming::Incoming;

/// What the worker answers.
pub enum Reply {
    /// The store is open; this is the day to start with.
    Opened(Box<Opened>),
    /// All days, with what they hold.
    Days(Vec<DaySummary>),
    /// The store could not be opened. No more replies follow.
    NotOpened(Problem),
    /// A day, whole.
    Day {
        /// All days, for the list.
        days: Vec<DaySummary>,
        /// The day to show.
        book: Box<Book>,
    },
    /// A programme was read, or is none.
    ProgrammeRead {
        /// The number that was asked with.
        asked: u64,
        /// The programme.
        read: Result<Box<Programme>, Problem>,
    },
    /// Notes were read, or there are none.
    NotesRead {
        /// The number that was asked with.
        asked: u64,
        /// Where they are.
        path: PathBuf,
        /// The notes.
        read: Result<Box<Incoming>, Problem>,
    },
    /// Days with their notes are on the disk, or not.
    NotesAdded(Result<Box<Added>, Problem>),
    /// Which trends and people the days know that are not this one.
    NamesElsewhere {
        /// The day.
        day: DayId,
        /// What the others know.
        names: Box<Elsewhere>,
    },
    /// What was found, private lines too.
    Found {
        /// The number that was asked with; an answer to an older question is of no use any more.
        asked: u64,
        /// The lines.
        found: Found,
        /// What their sessions are called.
        sessions: HashMap<SessionId, SessionName>,
    },
    /// Whole days.
    Books {
        /// The number that was asked with.
        asked: u64,
        /// The days, in the order in which they were asked for.
        books: Vec<Book>,
    },
    /// What came of all days, private lines too.
    Overview {
        /// The number that was asked with.
        asked: u64,
        /// The lists.
        several: Box<Several>,
    },
    /// The trends of all days, private lines counted too.
    TrendsAcross {
        /// The number that was asked with.
        asked: u64,
        /// The trends, in the order of the first day that has each.
        trends: Vec<TrendAcross>,
    },
    /// The lines of all days that carry a trend, private ones too.
    LinesAcross {
        /// The number that was asked with.
        asked: u64,
        /// The tag that was asked for.
        tag: String,
        /// The lines, by date and place.
        lines: Vec<TrendLine>,
        /// What their sessions are called.
        sessions: HashMap<SessionId, SessionName>,
    },
    /// A note is on the disk.
    Saved {
        /// Whose note.
        session: SessionId,
        /// The revision it now has.
        revision: u64,
        /// When it was acknowledged.
        at: Moment,
    },
    /// A note is not on the disk.
    NotSaved {
        /// Whose note.
        session: SessionId,
        /// Why.
        problem: Problem,
    },
    /// A session was put into the day.
    SessionInserted {
        /// Its day.
        day: DayId,
        /// The session, with its place.
        session: Box<Session>,
    },
    /// A session has another title.
    SessionRenamed {
        /// The session.
        session: SessionId,
        /// Its title now.
        title: String,
    },
    /// A session has a star, or no longer.
    SessionStarred {
        /// The session.
        session: SessionId,
        /// Whether it has one now.
        starred: bool,
    },
    /// A document was written, or not.
    Exported {
        /// Where it was to go.
        path: PathBuf,
        /// What was written.
        written: Result<ExportReport, Problem>,
    },
    /// What a document begins with.
    FirstPage {
        /// The number that was asked with.
        asked: u64,
        /// The page.
        page: FirstPage,
    },
    /// Whether there is something at a path.
    IsThere {
        /// The path.
        path: PathBuf,
        /// Whether there is.
        is_there: bool,
    },
    /// A page to be printed was written.
    Printed(Result<ExportReport, Problem>),
    /// A request that the person made did not work; nothing has changed.
    Failed(Problem),
    /// Whether the notes can be written has changed.
    Access(Access),
    /// The disk was full, and little room is left; or there is room again.
    LowOnRoom(bool),
    /// Something was deleted, brought back, taken back or done again.
    Changed(Box<Changed>),
    /// Lines were moved to another note.
    Moved {
        /// What was done to the day.
        changed: Box<Changed>,
        /// How many lines moved that say something.
        lines: usize,
        /// The session whose note they are in now.
        to: SessionId,
    },
    /// A programme that was asked for.
    UpdateRead(Box<Programme>),
    /// A list of participants is the day's now.
    ParticipantsTaken {
        /// How many people are on it.
        taken: usize,
        /// What of it names nobody.
        left_out: Vec<LeftOut>,
    },
    /// What can be taken back and done again now.
    Undoable(Undoable),
    /// The versions of a note, the last one first.
    Versions {
        /// The session.
        session: SessionId,
        /// Its versions.
        versions: Vec<Version>,
    },
    /// A version of a note.
    Version {
        /// The session.
        session: SessionId,
        /// The version.
        version: VersionId,
        /// Its lines.
        lines: Vec<NoteLine>,
        /// What was noted beside them; `None` when that was not kept yet.
        sheet: Option<Sheet>,
    },
    /// What is in the trash, the last first.
    Trash(Vec<Trashed>),
    /// A day was erased.
    Erased {
        /// The day.
        day: DayId,
        /// What became of it.
        erased: Erased,
    },
    /// The backups that still hold a day, after those that do were to be deleted.
    BackupsHolding {
        /// The day.
        day: DayId,
        /// What could not be deleted.
        backups: Vec<Backup>,
    },
    /// Whether a day is held.
    Hold {
        /// The day.
        day: DayId,
        /// Its hold.
        hold: Option<Hold>,
    },
    /// Backups go into this folder from now on.
    BackupFolder(PathBuf),
    /// The backups, the newest first.
    Backups(Vec<Backup>),
    /// All notes were copied to this file.
    BackedUp(Result<PathBuf, Problem>),
    /// A backup was put back somewhere else, counted and removed again.
    Proved {
        /// The backup.
        path: PathBuf,
        /// What it holds.
        counts: Result<Counts, Problem>,
    },
    /// A backup took the place of the notes; [`Reply::Opened`] follows.
    Restored {
        /// What it holds.
        counts: Counts,
        /// Where the notes are that were there before.
        set_aside: Option<PathBuf>,
    },
}

/// Whether the notes can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// They can.
    Writing,
    /// They can be read at best; why.
    Reading(Problem),
}

/// Days that came in with their notes.
pub struct Added {
    /// How many.
    pub count: usize,
    /// All days, for the list.
    pub days: Vec<DaySummary>,
    /// The first of them.
    pub first: Book,
}

/// What was done to the day.
pub struct Changed {
    /// The operation, by the name under which it was first done.
    pub op: Op,
    /// Whether it was taken back, and not done.
    pub taken_back: bool,
    /// All days, for the list.
    pub days: Vec<DaySummary>,
    /// The day it was about; when that is gone, the one to show instead; when there is none, nothing.
    pub book: Option<Book>,
    /// The lines that got another text, of other days too, where that is what it does.
    pub lines: Vec<LineEdit>,
}

/// What can be taken back and done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    /// What `Request::Undo` takes back.
    pub undo: Option<Op>,
    /// What `Request::Redo` does again.
    pub redo: Option<Op>,
}

/// The store as it was found.
pub struct Opened {
    /// All days, of which only the one to show is counted; [`Request::Days`](super::Request::Days) asks for the rest.
    pub days: Vec<DaySummary>,
    /// The day to show; `None` when every day is in the trash.
    pub book: Option<Book>,
    /// Whether the notes can be written.
    pub access: Access,
    /// Where the window was left.
    pub place: Option<Place>,
    /// Who writes here.
    pub author: AuthorId,
    /// The database file.
    pub path: PathBuf,
    /// What syncs or shares the folder it is in, where that is a risk.
    pub risk: Option<String>,
    /// The folder for backups that a person chose; `None` while nobody has.
    pub backup_folder: Option<PathBuf>,
}
