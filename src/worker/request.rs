//! What the window asks of the worker.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::book::{NoteSave, Place};
use crate::domain::clock::Moment;
use crate::domain::day::SessionFacts;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::keeping::{Hold, Item, VersionId};
use crate::domain::language::Language;
use crate::domain::moving::{Bases, LineMove};
use crate::domain::noted::NotedDay;
use crate::domain::programme::Programme;
use crate::domain::renaming::{LineChange, PersonChange, Scope, TrendChange};
use crate::domain::review::filter::Filter;
use crate::domain::update::Difference;
use crate::export::labels::Labels;
use crate::export::{Format, Options};

/// What the window asks.
pub enum Request {
    /// Show this day.
    OpenDay(DayId),
    /// Tell which trends and people the other days know. Everything else that is asked goes before, as with [`Request::Days`].
    NamesElsewhere(DayId),
    /// List all days with what they hold. Everything else that is asked goes before.
    Days,
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
    /// List what came of all days. As [`Request::Books`].
    Overview {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// Which lines are wanted.
        filter: Filter,
        /// At most so many lines in each list.
        most: usize,
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
    /// Read a programme, and keep nothing of it. A file or a folder with notes is answered as [`Request::ReadNotes`] is.
    ReadProgramme {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// What is read.
        source: ProgrammeSource,
    },
    /// Read what a file or a folder holds of notes, and keep nothing of it.
    ReadNotes {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// The file or the folder.
        path: PathBuf,
    },
    /// Keep days with their notes, all of them or none, and show the first.
    AddNotes(Arc<Vec<NotedDay>>),
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
    /// Write a document.
    Export(Box<ExportJob>),
    /// Work out what a document begins with. As [`Request::Books`].
    FirstPage {
        /// A number of the one who asks, which comes back with the answer.
        asked: u64,
        /// The document; where it goes does not matter.
        job: Box<ExportJob>,
    },
    /// Tell whether there is something at a path.
    IsThere(PathBuf),
    /// Write a day as a page that a browser prints, where only this user can read it and not for longer than the worker
    /// works.
    Print(Box<ExportJob>),
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

/// A document to be written.
#[derive(Clone)]
pub struct ExportJob {
    /// What goes in.
    pub what: What,
    /// Where it goes.
    pub path: PathBuf,
    /// As what.
    pub format: Format,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
    /// How much of it goes in.
    pub options: Options,
    /// The words of the document.
    pub labels: Labels,
}

/// What a document is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A day.
    Day(DayId),
    /// A session of a day.
    Session {
        /// The day.
        day: DayId,
        /// The session.
        session: SessionId,
    },
    /// All days, by date.
    AllDays,
    /// The lines of a day that carry a trend.
    Trend {
        /// The day.
        day: DayId,
        /// The tag of the trend.
        tag: String,
    },
    /// The lines of a day that name a person.
    Person {
        /// The day.
        day: DayId,
        /// The name.
        name: String,
    },
}
