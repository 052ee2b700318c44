//! The dialogs, with what was filled in and what the worker has answered so far.

use std::path::PathBuf;

use crate::domain::diff::{DiffLine, diff_lines};
use crate::domain::id::{DayId, SessionId};
use crate::domain::keeping::{Backup, Counts, Erased, Hold, Trashed, Version, VersionId};
use crate::domain::problem::Problem;
use crate::domain::programme::LeftOut;

use super::across::TrendForm;
use super::bringing_in::BringIn;
use super::export_form::ExportForm;
use super::finder::Finder;
use super::joining::JoinChoice;
use super::line_time::LineTime;
use super::moving::Moving;
use super::session_form::SessionForm;
use super::updating::Updating;

/// The dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A programme file is named.
    Open {
        /// The path so far.
        path: String,
    },
    /// Notes are brought in.
    BringIn(BringIn),
    /// A document is asked for.
    Export(Box<ExportForm>),
    /// The note of a session as it once was.
    History(History),
    /// What is in the trash; `None` while it is being fetched.
    Trash(Option<Vec<Trashed>>),
    /// Where the notes are, and their backups.
    Whereabouts(Whereabouts),
    /// A day is erased for good.
    Erase(Erasing),
    /// Something of the day is looked for.
    Find(Box<Finder>),
    /// What is known of a trend, to change.
    Trend(TrendForm),
    /// The keys, and how a line is written.
    Help,
    /// Lines are moved to another session.
    Move(Moving),
    /// The time of a line is corrected.
    LineTime(LineTime),
    /// A file with a newer programme is named.
    UpdateFile {
        /// The path so far.
        path: String,
    },
    /// A list of participants is pasted, or a file with one is named.
    Participants(PeopleAsked),
    /// A newer programme beside the day.
    Update(Box<Updating>),
    /// What is known of a session.
    Session(SessionForm),
    /// Which session becomes one with the open one.
    Join(JoinChoice),
    /// What is set for the window as a whole.
    Settings(Owner),
}

/// Who makes the notes, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name.
    pub name: String,
    /// For whom that person works.
    pub organisation: String,
}

/// A list of participants that is asked for, and what was not understood of the one that was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleAsked {
    /// The list so far.
    pub text: String,
    /// The path so far; it goes before the text.
    pub path: String,
    /// How many were on the list that was taken over.
    pub taken: usize,
    /// What of it names nobody.
    pub left_out: Vec<LeftOut>,
}

/// The versions of a note, and the one that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Whose note.
    pub session: SessionId,
    /// Its versions, the last first; `None` while they are being fetched.
    pub versions: Option<Vec<Version>>,
    /// The one that is looked at.
    pub chosen: Option<VersionId>,
    /// How it differs from the note as it is now; empty while it is being fetched.
    pub diff: Vec<DiffLine>,
}

impl History {
    /// The history of a session, not fetched yet.
    #[must_use]
    pub fn of(session: SessionId) -> Self {
        Self { session, versions: None, chosen: None, diff: Vec::new() }
    }

    /// Shows what a version had that the note has not, and the other way round.
    pub fn compare(&mut self, version: VersionId, older: &str, present: &str) {
        if self.chosen == Some(version) {
            self.diff = diff_lines(older, present);
        }
    }
}

/// Where the notes are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whereabouts {
    /// Their backups, the newest first; `None` while they are being fetched.
    pub backups: Option<Vec<Backup>>,
    /// What came of the last try to put one back.
    pub proved: Option<(PathBuf, Result<Counts, Problem>)>,
    /// Something is being done that takes a while.
    pub is_busy: bool,
}

/// A day that is to be erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasing {
    /// Which day.
    pub day: DayId,
    /// Its title.
    pub title: String,
    /// The promise to keep it, if there is one.
    pub hold: Option<Hold>,
    /// What became of it, once it is erased.
    pub erased: Option<Erased>,
    /// The date until which it is to be kept, as it is typed: "31-12-2027".
    pub until: String,
    /// Why it is to be kept.
    pub reason: String,
}

impl Erasing {
    /// A day with this title, not erased yet.
    #[must_use]
    pub fn of(day: DayId, title: &str) -> Self {
        Self {
            day,
            title: title.to_owned(),
            hold: None,
            erased: None,
            until: String::new(),
            reason: String::new(),
        }
    }
}
