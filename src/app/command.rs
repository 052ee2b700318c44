//! Everything a person can tell the window, and when it does something. Keys and labels are in `command/table.rs`; what a command
//! does is decided by the state (`apply.rs`).

mod table;

use std::ops::RangeInclusive;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::afterwards::Chosen;
use super::copying::Copying;
use super::line_edits::Way;
use super::overview;
use super::people;
use super::preview::Change;
use super::programme_list::Filter;
use super::settings::Setting;
use super::state::State;
use super::view::View;
use super::visited;
use super::walk::Walk;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::keeping::{Hold, Item, VersionId};
use crate::domain::line::LineKind;
use crate::domain::line::edit::Emphasis;
use crate::domain::points::PointListKind;
use crate::domain::review::matrix::Order;
use crate::domain::review::unfinished::Step;
use crate::domain::sheet::{PointPlace, Rating};

pub use table::{BOLD, COPY_LINES, COPY_REPORT, COPY_SESSION, Entry, ITALIC, TABLE, entry};

/// Something a person asks of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Open the note of a session.
    SelectSession(SessionId),
    /// Open the note after this one.
    NextSession,
    /// Open the note before this one.
    PreviousSession,
    /// Make the selected lines of this kind, or remarks again.
    ToggleKind(LineKind),
    /// Mark the selected lines important, or not.
    ToggleStar,
    /// Make the selected lines private, or not.
    TogglePrivate,
    /// Tick the selected actions, or not.
    ToggleDone,
    /// Change the selected lines, or the words in them.
    Edit(Edit),
    /// Look for words in the note; with a field for what takes their place, or without.
    OpenFind {
        /// Whether there is such a field.
        replaces: bool,
    },
    /// Select the next place, or the one before.
    FindStep(Way),
    /// Replace the place that is looked at, or all of them.
    ReplaceFound {
        /// Whether all of them.
        all: bool,
    },
    /// Look for nothing any more.
    CloseFind,
    /// Show what can be done with the caret's line.
    OpenLineMenu,
    /// Show the times of the lines, or no longer.
    ToggleTimes,
    /// Give the caret's line this trend.
    TagLine(String),
    /// Put the caret at the end of this line, from 0, of the open note.
    GoToLine(usize),
    /// Say when the notes were saved, and save what is not.
    Save,
    /// Show another day.
    OpenDay(DayId),
    /// Make an empty day of today.
    EmptyDay,
    /// Put a session after the open one.
    InsertSession,
    /// Give a session a title.
    RenameSession(SessionId, String),
    /// Show what is understood of the text on the clipboard as a programme.
    OpenPaste,
    /// Show the field in which a programme file is named.
    OpenProgramme,
    /// Show what is understood of a programme file.
    ReadProgramme(PathBuf),
    /// Do something with the items of the preview.
    ChangePreview(Change),
    /// Make a day of the programme in the preview.
    SavePreview,
    /// Show how the programme in the preview differs from the day on the screen.
    UpdateFromPreview,
    /// Do with the preview what is most likely meant: one of the two above.
    FinishPreview,
    /// Leave the preview; asked for once more when something was corrected.
    LeavePreview,
    /// Go on in the preview after all.
    StayInPreview,
    /// Show what can be exported, and where.
    OpenExport,
    /// Work out what follows from what was filled in of a document.
    FillInExport,
    /// Write the document that was filled in.
    Export,
    /// Show the same document once more, to be written again.
    ExportAgain,
    /// Open a file or a folder in the program that the system has for it.
    OpenElsewhere(PathBuf),
    /// Copy for mail and word processors.
    Copy {
        /// What.
        what: Copying,
        /// Private lines too.
        include_private: bool,
    },
    /// Show the day in the browser, to be printed.
    Print,
    /// Show the open note as it once was.
    OpenHistory,
    /// Look at a version of the note.
    ChooseVersion(VersionId),
    /// Bring back the version that is looked at.
    RestoreVersion(SessionId, VersionId),
    /// Put the open session in the trash.
    TrashSession,
    /// Put the day on the screen in the trash.
    TrashDay,
    /// Show what is in the trash.
    OpenTrash,
    /// Bring something back from the trash.
    RestoreFromTrash(Item),
    /// Take back the last operation that was not typing.
    UndoOperation,
    /// Do again what was last taken back.
    RedoOperation,
    /// Show where the notes are, and their backups.
    OpenWhereabouts,
    /// Put backups among the documents from now on.
    BackUpToDocuments,
    /// Leave backups beside the notes.
    BackUpBesideNotes,
    /// Make a backup.
    BackUp,
    /// Prove that a backup can be put back.
    ProveRestore(PathBuf),
    /// Show what erasing the day on the screen means.
    OpenErase,
    /// Erase a day: nothing of it is left.
    EraseDay(DayId),
    /// Delete the backups that hold a day that was erased.
    DeleteBackupsHolding(DayId),
    /// Keep a day, or no longer.
    SetHold(DayId, Option<Hold>),
    /// Tick a point of the session's lists, or not.
    TickPoint(PointPlace),
    /// Say how much a point plays; saying the same again takes it back.
    RatePoint(PointPlace, Rating),
    /// Make a list of this kind of the numbered lines in the note, or add them to the list that was made of them before.
    MakeList(PointListKind),
    /// Show the fields below the note and go there; or put them away.
    OpenFooter,
    /// Go on in the note, with its caret where it was.
    FocusNote,
    /// Ask to which session the selected lines go.
    OpenMove,
    /// Ask to which session these lines, from 0, of the open note go.
    OpenMoveOf(RangeInclusive<usize>),
    /// Move lines of the open note to the note of another session.
    MoveLines {
        /// Which lines.
        lines: Vec<LineId>,
        /// To which session.
        to: SessionId,
    },
    /// Ask for the time of the caret's line.
    OpenTimeOfCaret,
    /// Ask for the time of this line, from 0, of the open note.
    OpenLineTime(usize),
    /// Give a line another time, on the date that it has.
    SetLineTime {
        /// The session whose note it is in.
        session: SessionId,
        /// The line.
        line: LineId,
        /// The time as it was typed.
        time: String,
    },
    /// Make the open session private as a whole, or not.
    TogglePrivateSession,
    /// Paste what the clipboard holds as plain text.
    PastePlain,
    /// Give the open session a star, or take it away.
    ToggleStarOfSession,
    /// Give a session a star, or take it away.
    StarSession {
        /// The session.
        session: SessionId,
        /// Whether it gets one.
        starred: bool,
    },
    /// Go to the field in which words of the programme are looked for.
    FindSession,
    /// List a part of the programme, or all of it.
    FilterProgramme(Filter),
    /// Show the field in which a newer programme of the day is named.
    OpenUpdateFile,
    /// Read a newer programme from a file, and show how it differs from the day.
    ReadUpdate(PathBuf),
    /// Take over what is ticked of a newer programme.
    UpdateDay,
    /// Show the field in which a list of participants is pasted.
    OpenParticipants,
    /// Take over the list of participants that was pasted or named.
    SetParticipants,
    /// Put the open session before the one before it, or behind the one behind it.
    MoveSession(Way),
    /// Put a session at another place of the programme.
    PlaceSession {
        /// The session.
        session: SessionId,
        /// The place, from 1.
        position: u32,
    },
    /// Show what is known of the open session, to change.
    OpenSessionForm,
    /// Take over what was filled in about a session.
    FillInSession,
    /// Ask which session becomes one with the open one.
    OpenJoin {
        /// Whether the open session goes on under the title of that one.
        as_second: bool,
    },
    /// Make the open session and another one.
    JoinSessions {
        /// The other one.
        second: SessionId,
        /// Whether the open session goes on under its title.
        as_second: bool,
    },
    /// Stop the long work that is shown.
    StopWork,
    /// Close the form of a document that is being written.
    WorkOn,
    /// Close the dialog that is open.
    CloseDialog,
    /// Put away the message that is shown.
    DismissNotice,
    /// Show the note, or a view on what was noted.
    ShowView(View),
    /// Go one step out of a view, at last to the note.
    LeaveView,
    /// List the trends in another order.
    OrderTrends(Order),
    /// List the lines of a cell of the map of trends, or of none.
    ChooseCell(Option<Chosen>),
    /// Search the lines of all days for this.
    SearchFor(String),
    /// Show what is known of a trend, to change.
    OpenTrendForm(String),
    /// Take over what was filled in about a trend.
    FillInTrend,
    /// Make the trend that is filled in part of another one.
    MergeTrend(String),
    /// Drop the trend that is filled in; its lines keep the word.
    DeleteTrend,
    /// Look at a step of the walk through what is unfinished.
    GoThrough(Step),
    /// Open the note of a session, with the fields below it.
    OpenFooterOf(SessionId),
    /// Show another part of the overview, or in another way.
    ChangeOverview(overview::Change),
    /// List other people, or look at one.
    ChangePeople(people::Change),
    /// Choose these lines of the view, and no others.
    PickLines(Vec<LineId>),
    /// This line of the view has the focus.
    LookAtLine(Option<LineId>),
    /// Tick an action of the view, or take the tick away.
    TickEntry(LineId),
    /// Edit the words of the line that has the focus, where it stands.
    OpenWords,
    /// Give that line this text, as it is typed in its note.
    Reword(LineId, String),
    /// Leave that line as it is.
    CloseWords,
    /// Make two names of people one, by their places among all.
    MergePeople {
        /// The name that stays.
        keep: usize,
        /// The name that becomes it.
        other: usize,
    },
    /// List lines beside the note, and go to one of them.
    StartWalk(Box<Walk>),
    /// Go to the line at this place of that list.
    WalkTo(usize),
    /// Go to the next line of that list, or to the one before.
    WalkStep(Way),
    /// Put that list away.
    CloseWalk,
    /// Look for something of the day by typing a part of it.
    OpenFinder,
    /// Put the caret at the end of a line, in whichever note it is.
    GoToRemark(SessionId, LineId),
    /// Open the note of the session that is on.
    GoToNow,
    /// Open the note that was left for this one.
    GoBack,
    /// Open the note that was gone back from.
    GoForward,
    /// Give the next pane of the window the focus.
    NextPane,
    /// Give the pane before it the focus.
    PreviousPane,
    /// Show the note without the panels beside it, or with them again.
    ToggleNoteOnly,
    /// Show the keys, and how a line is written.
    OpenHelp,
    /// Show what can be set for the window as a whole.
    OpenSettings,
    /// Bring in notes from a folder or a file.
    OpenBringIn,
    /// See what a folder or a file holds of notes.
    ReadNotes(PathBuf),
    /// Keep what it holds.
    BringIn,
    /// Set something otherwise.
    Change(Setting),
}

/// What a key does to the selected lines, or to the words that are selected in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Past the line before or after them.
    Move(Way),
    /// Once more, below.
    Duplicate,
    /// Gone.
    Delete,
    /// Lines of a list one step deeper, or back.
    Indent {
        /// Whether deeper.
        deeper: bool,
    },
    /// The words bold or italic, or plain again.
    Emphasis(Emphasis),
    /// Another due date in the caret's line, or none.
    Due(Option<NaiveDate>),
    /// The caret's quote is from this person; without a name the caret goes where it is to be typed.
    Source(String),
}

impl Command {
    /// Whether the command does something now; a control for what does nothing is not enabled.
    #[must_use]
    pub fn is_enabled(&self, state: &State) -> bool {
        if self.needs_note() && state.view != View::Day {
            return self.is_about_lines() && state.entries_at_hand().next().is_some();
        }
        match self {
            Self::WalkStep(_) | Self::CloseWalk => state.walk.is_some(),
            Self::ShowView(View::Day) | Self::ToggleNoteOnly => true,
            Self::ShowView(view) => !view.is_of_a_day() || state.book.is_some(),
            Self::NextSession | Self::MoveSession(Way::Down) => state.neighbour(1).is_some(),
            Self::PreviousSession | Self::MoveSession(Way::Up) => state.neighbour(-1).is_some(),
            Self::OpenHistory
            | Self::ToggleStarOfSession
            | Self::TogglePrivateSession
            | Self::OpenSessionForm
            | Self::TrashSession => state.draft.is_some(),
            Self::OpenWords => state.view == View::Overview && state.afterwards.picked.at.is_some(),
            Self::GoToNow => state.session_now().is_some(),
            Self::GoBack => state.can_go(visited::Way::Back),
            Self::GoForward => state.can_go(visited::Way::Forward),
            Self::OpenJoin { as_second: false } => state.has_other_session(),
            Self::OpenJoin { as_second: true } => state.can_tie(),
            Self::MakeList(_) => state.gathered.offer.is_some(),
            Self::FindSession => state.programme.has_filter(),
            Self::OpenMove => state.can_move(),
            Self::OpenTimeOfCaret => state.has_line_time(),
            Self::StopWork => state.can_stop_work(),
            Self::UndoOperation => state.undoable.undo.is_some(),
            Self::RedoOperation => state.undoable.redo.is_some(),
            Self::Copy { what, .. } => state.can_copy(*what),
            Self::OpenExport
            | Self::Print
            | Self::InsertSession
            | Self::TrashDay
            | Self::OpenUpdateFile
            | Self::OpenParticipants
            | Self::OpenErase => state.book.is_some(),
            command => !command.needs_note() || state.draft.is_some(),
        }
    }
}
