//! The one thread that owns the store, so that the window never waits for the disk.
//!
//! Requests are handled in order, but what looks through many days makes way for everything else (`looking.rs`). Each change is on the disk before its reply is sent. When the thread dies, the window
//! sees it at the next request or reply; nothing is taken for saved that was not acknowledged. `desk.rs` is the thread:
//! it keeps the store open, and house when nobody asks for anything. `inbox.rs` says what is done next, and `answer.rs`
//! does what is asked.

mod answer;
mod desk;
mod inbox;
mod looking;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;

use crate::domain::across::{SessionName, TrendAcross, TrendLine};
use crate::domain::book::{Book, DaySummary, NoteSave, Place};
use crate::domain::change::Op;
use crate::domain::choice::Elsewhere;
use crate::domain::clock::{Clock, Moment};
use crate::domain::day::{Session, SessionFacts};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::keeping::{Backup, Counts, Erased, Hold, Item, Trashed, Version, VersionId};
use crate::domain::language::Language;
use crate::domain::moving::{Bases, LineMove};
use crate::domain::note::NoteLine;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{LeftOut, Programme};
use crate::domain::renaming::{LineChange, LineEdit, PersonChange, Scope, TrendChange};
use crate::domain::search::Found;
use crate::domain::sheet::Sheet;
use crate::domain::update::Difference;
use crate::export::labels::Labels;
use crate::export::{Format, Options};
use crate::files::ExportReport;
use desk::Desk;
use inbox::{Inbox, Waiting};

/// So many requests may wait. The window sends a handful a second; a full queue means that the disk hangs.
const QUEUE: usize = 64;

/// What the window asks.
pub enum Request {
    /// Show this day.
    OpenDay(DayId),
    /// Tell which trends and people the other days know.
    NamesElsewhere(DayId),
    /// Search the lines of all days. Everything else that is asked goes before, and of several searches only the last one
    /// is answered.
    Search {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// What is searched for, as it is typed; see [`crate::domain::search::Query`].
        query: String,
        /// At most so many lines.
        limit: u32,
    },
    /// Hand over whole days. Everything else that is asked goes before, and of several such requests only the last one is
    /// answered.
    Books {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// Which days; absent for all, by date.
        days: Option<Vec<DayId>>,
    },
    /// Count the trends of all days. As [`Request::Books`].
    TrendsAcross {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
    },
    /// List the lines of all days that carry a trend. As [`Request::Books`].
    LinesAcross {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// The tag of the trend.
        tag: String,
    },
    /// Save a note.
    SaveNote(NoteSave),
    /// Remember where the window is.
    Remember(Place),
    /// Make a day of a programme, and show it.
    AddDay(Box<Programme>),
    /// Read a programme, and keep nothing of it.
    ReadProgramme {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// What is read.
        source: ProgrammeSource,
    },
    /// Put a session after the one at `position` (0 for the start of the day).
    InsertSession {
        /// The day.
        day: DayId,
        /// After which place.
        position: u32,
        /// What is known of it.
        facts: Box<SessionFacts>,
    },
    /// Give a session another title.
    RenameSession {
        /// The session.
        session: SessionId,
        /// Its new title.
        title: String,
    },
    /// Give a session a star, or take it away.
    StarSession {
        /// The session.
        session: SessionId,
        /// Whether it has one.
        starred: bool,
    },
    /// Make a session private as a whole, or not.
    SetSessionPrivate {
        /// The session.
        session: SessionId,
        /// Whether it is private.
        private: bool,
    },
    /// Move lines to the end of the note of another session.
    MoveLines {
        /// Which lines, from where, to where.
        moving: LineMove,
        /// The revisions that both notes must still have.
        bases: Bases,
    },
    /// Give lines of several sessions another text, all of them or none.
    ChangeLines {
        /// The day that is shown.
        day: DayId,
        /// The lines, each with the revision that its note must still have.
        changes: Vec<LineChange>,
    },
    /// Change a trend with every line that carries it. To be sent when nothing of the notes is on its way to the disk.
    ChangeTrend {
        /// The day that is shown, which has it.
        day: DayId,
        /// In which days.
        scope: Scope,
        /// What is done to it.
        change: TrendChange,
    },
    /// Make names of people one name. To be sent when nothing of the notes is on its way to the disk.
    ChangePerson {
        /// The day that is shown.
        day: DayId,
        /// In which days.
        scope: Scope,
        /// Which names become which.
        change: PersonChange,
    },
    /// Give a line another time.
    SetLineTime {
        /// The session whose note it is in.
        session: SessionId,
        /// The revision that this note must still have.
        base: u64,
        /// The line.
        line: LineId,
        /// Its time.
        noted_at: Moment,
    },
    /// Read this file as a programme, and hand it over.
    ReadUpdate(PathBuf),
    /// Take what is accepted of a newer programme into a day.
    UpdateDay {
        /// The day.
        day: DayId,
        /// The newer programme.
        newer: Box<Programme>,
        /// What of it is taken over.
        accepted: HashSet<Difference>,
    },
    /// Give a day this list of participants.
    SetParticipants {
        /// The day.
        day: DayId,
        /// The list.
        list: PeopleList,
    },
    /// Put a session at another place, from 1.
    MoveSession {
        /// The session.
        session: SessionId,
        /// Its place.
        position: u32,
    },
    /// Say something else about a session.
    ChangeSession {
        /// The session.
        session: SessionId,
        /// What is known of it.
        facts: Box<SessionFacts>,
    },
    /// Make one session of two. To be sent when nothing of their notes is on its way to the disk.
    JoinSessions {
        /// The session that stays.
        first: SessionId,
        /// The one whose note comes behind, and which goes to the trash.
        second: SessionId,
        /// Whether the first goes on under the title, at the time and in the place of the second.
        as_second: bool,
        /// The language of the private mark for what leaves a private session.
        language: Language,
    },
    /// Write a day to a file.
    Export(Box<ExportJob>),
    /// List the versions of a note.
    Versions(SessionId),
    /// Show a version of a note.
    ShowVersion {
        /// The session.
        session: SessionId,
        /// The version.
        version: VersionId,
    },
    /// Bring back a version of a note. To be sent when nothing of that note is on its way to the disk.
    RestoreVersion {
        /// The session.
        session: SessionId,
        /// The version.
        version: VersionId,
    },
    /// List what is in the trash.
    Trash,
    /// Put a day or a session in the trash.
    PutInTrash(Item),
    /// Bring a day or a session back from the trash.
    RestoreFromTrash(Item),
    /// Take back the last operation that was not typing.
    Undo,
    /// Do again what was last taken back.
    Redo,
    /// Erase a day: nothing of it is left.
    EraseDay(DayId),
    /// Delete the backups that hold a day that was erased.
    DeleteBackupsHolding(DayId),
    /// Tell whether a day is held.
    Hold(DayId),
    /// Hold a day, or no longer.
    SetHold {
        /// The day.
        day: DayId,
        /// The hold; `None` to end it.
        hold: Option<Hold>,
    },
    /// Put backups into this folder from now on; `None` for the one beside the notes.
    ChooseBackupFolder(Option<PathBuf>),
    /// List the backups.
    Backups,
    /// Make a backup now.
    BackUp,
    /// Copy all notes to this file, or to a file in this folder.
    BackUpTo(PathBuf),
    /// Prove that a backup can be put back.
    ProveRestore(PathBuf),
    /// Put a backup in the place of the notes.
    Restore(PathBuf),
    /// Write this small file, whole or not at all.
    WriteFile {
        /// Where.
        path: PathBuf,
        /// What.
        bytes: Vec<u8>,
    },
}

/// Where a programme is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgrammeSource {
    /// This text.
    Text(String),
    /// This file, in whatever format it is.
    File(PathBuf),
}

/// Where a list of people is.
pub enum PeopleList {
    /// In this text.
    Text(String),
    /// In this file.
    File(PathBuf),
}

/// A day to be written to a file.
pub struct ExportJob {
    /// Which day.
    pub day: DayId,
    /// Into which file.
    pub path: PathBuf,
    /// As what.
    pub format: Format,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
    /// What goes in.
    pub options: Options,
    /// The words of the document.
    pub labels: Labels,
}

/// What the worker answers.
pub enum Reply {
    /// The store is open; this is the day to start with.
    Opened(Box<Opened>),
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
    /// A day was written to a file.
    Exported(Result<ExportReport, Problem>),
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
    /// What [`Request::Undo`] takes back.
    pub undo: Option<Op>,
    /// What [`Request::Redo`] does again.
    pub redo: Option<Op>,
}

/// The store as it was found.
pub struct Opened {
    /// All days.
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

/// Called after each reply, from the worker's thread; filled in once there is a window to wake.
pub type Wake = Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>;

/// The window's end of the line to the worker.
pub struct Worker {
    requests: Option<SyncSender<Request>>,
    /// How many requests wait: a search makes way for them.
    waiting: Waiting,
    replies: Receiver<Reply>,
    thread: Option<JoinHandle<()>>,
}

/// Why a request was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// Too many requests wait; try again later.
    Busy,
    /// The worker's thread is gone.
    Gone,
}

impl Worker {
    /// Starts the thread, which opens the store in `folder` at once.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(folder: PathBuf, clock: Clock, wake: Wake) -> std::io::Result<Self> {
        let (requests, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = sync_channel(QUEUE * 2);
        let waiting = Waiting::default();
        let inbox = Inbox::new(inbox, waiting.clone());
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || Desk::new(folder, clock, outbox, wake).work(inbox))?;
        Ok(Self { requests: Some(requests), waiting, replies, thread: Some(thread) })
    }

    /// Hands over a request without waiting.
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn send(&self, request: Request) -> Result<(), NotSent> {
        let requests = self.requests.as_ref().ok_or(NotSent::Gone)?;
        self.waiting.more();
        requests.try_send(request).map_err(|error| {
            self.waiting.less();
            match error {
                TrySendError::Full(_) => NotSent::Busy,
                TrySendError::Disconnected(_) => NotSent::Gone,
            }
        })
    }

    /// The next reply, if there is one.
    ///
    /// # Errors
    /// [`NotSent::Gone`] when the thread has stopped and everything it said was heard.
    pub fn next(&self) -> Result<Option<Reply>, NotSent> {
        match self.replies.try_recv() {
            Ok(reply) => Ok(Some(reply)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(NotSent::Gone),
        }
    }

    /// Waits for the next reply; for those who have nothing else to do.
    #[must_use]
    pub fn wait(&self, at_most: std::time::Duration) -> Option<Reply> {
        self.replies.recv_timeout(at_most).ok()
    }

    /// A worker without a thread: the test at the other ends of the channels plays its part.
    #[cfg(test)]
    #[must_use]
    pub fn played() -> (Self, Receiver<Request>, SyncSender<Reply>) {
        let (requests, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = sync_channel(QUEUE);
        let waiting = Waiting::default();
        (Self { requests: Some(requests), waiting, replies, thread: None }, inbox, outbox)
    }
}

impl Drop for Worker {
    /// Lets the worker finish what it was asked.
    fn drop(&mut self) {
        self.requests = None;
        // The worker may wait for room in the channel of replies, which nobody reads any more.
        while self.replies.recv().is_ok() {}
        if let Some(thread) = self.thread.take() {
            let _: Result<(), _> = thread.join();
        }
    }
}

/// The problem of a worker that is not there any more.
#[must_use]
pub fn gone() -> Problem {
    Problem::new(ProblemKind::WorkerGone, "", "")
}
