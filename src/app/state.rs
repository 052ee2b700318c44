//! What the window shows: the day, the open note, and what is on its way to the disk.
//!
//! The state sends requests and never waits for the answers. It is changed by [`super::apply`] (what a person asks) and
//! [`super::replies`] (what the worker answers), and by nothing else.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use crate::domain::book::{Book, DaySummary, Page, Place};
use crate::domain::change::Op;
use crate::domain::clock::Clock;
use crate::domain::gather::Gathered;
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::note::RemovedLines;
use crate::domain::problem::Problem;
use crate::files::ExportReport;
use crate::i18n::Texts;
use crate::worker::{Access, Request, Undoable, Worker};

use super::across::TrendLines;
use super::afterwards::Afterwards;
use super::copying::OnClipboard;
use super::dialog::Dialog;
use super::draft::Draft;
use super::entry_edits::EntryEdits;
use super::find::Find;
use super::handing_over::HandingOver;
use super::names::Names;
use super::preview::Preview;
use super::programme_list::ProgrammeList;
use super::saving::Saving;
use super::searching::Searching;
use super::settings::Settings;
use super::under_way::Shown;
use super::view::View;
use super::visited::{Stop, Visited, Way};
use super::walk::Walk;

/// The state of the window.
#[allow(clippy::struct_excessive_bools, reason = "four things that have nothing to do with each other")]
pub struct State {
    /// Every word on the screen.
    pub texts: Texts,
    /// What time it is.
    pub clock: Clock,
    /// How far the store has come.
    pub phase: Phase,
    /// All days.
    pub days: Vec<DaySummary>,
    /// The day on the screen.
    pub book: Option<Book>,
    /// Its programme as it is listed.
    pub programme: ProgrammeList,
    /// The open note.
    pub draft: Option<Draft>,
    /// What the open note holds, by kind.
    pub gathered: Gathered,
    /// The names that are offered while one is typed.
    pub names: Names,
    /// What is on the disk and what is not.
    pub saving: Saving,
    /// Whether the notes can be written.
    pub access: Access,
    /// Whether the disk was full and little room is left.
    pub low_on_room: bool,
    /// What can be taken back and done again.
    pub undoable: Undoable,
    /// The database file.
    pub path: PathBuf,
    /// What syncs or shares the folder it is in, where that is a risk.
    pub risk: Option<String>,
    /// Where backups go, once that was chosen in this window.
    pub backup_folder: Option<PathBuf>,
    /// Whether the person still has to be asked where backups go.
    pub asks_for_backups: bool,
    /// A message to the person.
    pub notice: Option<Notice>,
    /// Whether the times of the lines are shown beside the note.
    pub shows_times: bool,
    /// What the person has set for the window as a whole.
    pub settings: Settings,
    /// Goes up with everything that changes what is shared, but for the letters that are typed.
    pub changes: u64,
    /// What the middle of the window shows.
    pub view: View,
    /// The view was just opened: what can have the focus first in it gets it.
    pub view_takes_focus: bool,
    /// The lines that the person walks along, from a view; listed in the place of the programme.
    pub walk: Option<Walk>,
    /// What the views show of the day on the screen.
    pub afterwards: Afterwards,
    /// What was asked of lines of a view and is not done yet.
    pub(super) entry_edits: EntryEdits,
    /// The search over all days.
    pub searching: Searching,
    /// The long work that is shown.
    pub under_way: Vec<Shown>,
    /// Documents, and what goes on the clipboard for others.
    pub handing_over: HandingOver,
    /// The lines of the trend whose page is shown.
    pub trend_lines: TrendLines,
    /// What is looked for in the open note, while the bar for it is open.
    pub find: Option<Find>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The programme that is looked through before it becomes a day; over everything else while it is there.
    pub preview: Option<Preview>,
    /// The number under which a file is being read.
    pub reading_file: Option<u64>,
    /// The plain text of the clipboard has to be pasted; the window has the clipboard.
    pub wants_plain_paste: bool,
    /// Only the note is shown, without the panels beside it.
    pub note_only: bool,
    /// So many panes further the focus has to go, once the panes are drawn; back when it is below zero.
    pub pane_steps: isize,
    /// The session that was typed in last: without clock times, that is where the day is.
    pub typed_in: Option<SessionId>,
    /// What was asked while something was not on the disk yet; sent when it is.
    pub(super) waiting: Vec<Request>,
    /// A day that has arrived while something was typed; fetched again when that is on the disk.
    pub(super) arriving: Option<DayId>,
    /// When what all days hold and know is asked for, in seconds; nothing when that was done.
    pub(super) asks_of_all_days_at: Option<f64>,
    /// The number of the last programme that was to be read.
    pub(super) asked: u64,
    /// The line to go to when its day has arrived.
    pub(super) going_to: Option<(SessionId, LineId)>,
    /// When a day or a session was last asked for, so that a double click makes one.
    pub(super) made_at: f64,
    /// The session that lines were last moved to.
    pub(super) moved_to: Option<SessionId>,
    /// The notes that the store changed; their text fields start anew when they are opened.
    pub(super) changed_by_store: HashSet<SessionId>,
    pub(super) carets: HashMap<SessionId, usize>,
    pub(super) visited: Visited,
    pub(super) line_counts: HashMap<SessionId, usize>,
    pub(super) removed: RemovedLines,
    pub(super) author: Option<AuthorId>,
    pub(super) worker: Worker,
}

/// How far the store has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// It is being opened.
    Opening,
    /// It is open.
    Ready,
    /// It could not be opened; nothing can be noted.
    Failed(Problem),
}

/// A message to the person.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Something did not work.
    Problem(Problem),
    /// The person asked whether the notes are saved, and they are.
    AllSaved,
    /// The window was to be closed, but something is not on the disk.
    NotSaved,
    /// The clipboard holds a picture, which a note cannot keep.
    NoPictures,
    /// Notes were brought in.
    BroughtIn {
        /// How many days.
        days: usize,
        /// With how many sessions.
        sessions: usize,
        /// With how many lines.
        lines: usize,
    },
    /// A document was written.
    Exported(ExportReport),
    /// A document was not written, after its form was closed.
    NotExported(Problem),
    /// The day is in the browser, to be printed.
    Printed(ExportReport),
    /// No program was found that opens this.
    NotOpened(PathBuf),
    /// Something was copied for mail and word processors, or nothing was.
    Copied(OnClipboard),
    /// An operation was done that can be taken back.
    Done(Op),
    /// An operation was taken back.
    TakenBack(Op),
    /// Lines were moved to the note of another session.
    Moved {
        /// How many.
        lines: usize,
        /// To which.
        to: SessionId,
    },
    /// A day that has passed was opened, and so many of its actions are still to be done.
    OpenActions(usize),
    /// A copy of all notes was made.
    BackedUp(PathBuf),
    /// The notes are in a folder that this program or drive syncs or shares.
    FolderRisk(String),
}

impl State {
    /// The state of a window whose worker has just started.
    #[must_use]
    pub fn new(texts: Texts, clock: Clock, worker: Worker) -> Self {
        Self {
            texts,
            clock,
            phase: Phase::Opening,
            days: Vec::new(),
            book: None,
            programme: ProgrammeList::default(),
            draft: None,
            gathered: Gathered::default(),
            names: Names::default(),
            saving: Saving::default(),
            access: Access::Writing,
            low_on_room: false,
            undoable: Undoable::default(),
            path: PathBuf::new(),
            risk: None,
            backup_folder: None,
            asks_for_backups: false,
            notice: None,
            shows_times: true,
            settings: Settings::default(),
            changes: 0,
            view: View::Day,
            view_takes_focus: false,
            walk: None,
            afterwards: Afterwards::default(),
            entry_edits: EntryEdits::default(),
            searching: Searching::default(),
            under_way: Vec::new(),
            handing_over: HandingOver::default(),
            trend_lines: TrendLines::default(),
            find: None,
            dialog: None,
            preview: None,
            reading_file: None,
            asked: 0,
            wants_plain_paste: false,
            note_only: false,
            pane_steps: 0,
            typed_in: None,
            waiting: Vec::new(),
            arriving: None,
            asks_of_all_days_at: None,
            going_to: None,
            made_at: f64::NEG_INFINITY,
            moved_to: None,
            changed_by_store: HashSet::new(),
            carets: HashMap::new(),
            visited: Visited::default(),
            line_counts: HashMap::new(),
            removed: RemovedLines::default(),
            author: None,
            worker,
        }
    }

    /// Remembers where the window is, for the next time.
    pub fn remember_place(&mut self) {
        if let Some(place) = self.place() {
            self.ask(Request::Remember(place));
        }
    }

    /// Tells the person that the window did not close because something is not on the disk.
    pub fn tell_not_saved(&mut self) {
        self.changes += 1;
        self.notice = Some(Notice::NotSaved);
    }

    /// Tells the person that a picture cannot be pasted.
    pub fn tell_no_pictures(&mut self) {
        self.changes += 1;
        self.notice = Some(Notice::NoPictures);
    }

    /// Writes a small file of the window's own.
    pub fn write_file(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.ask(Request::WriteFile { path, bytes });
    }

    /// Whether every key that was pressed is on the disk.
    #[must_use]
    pub fn is_all_saved(&self) -> bool {
        self.saving.is_clean() && !self.draft.as_ref().is_some_and(Draft::is_dirty)
    }

    /// The open session's page.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        self.book.as_ref()?.page(self.draft.as_ref()?.session)
    }

    /// How many lines a session's note has.
    #[must_use]
    pub fn lines_in(&self, session: SessionId) -> usize {
        self.line_counts.get(&session).copied().unwrap_or_default()
    }

    /// How many lines the day has.
    #[must_use]
    pub fn lines_of_day(&self) -> usize {
        self.line_counts.values().sum()
    }

    /// The session that is on: by the programme where it has times (the open one, where several are), else the one that was
    /// typed in last.
    #[must_use]
    pub fn session_now(&self) -> Option<SessionId> {
        let open = self.draft.as_ref().map(|draft| draft.session);
        let is_open = |page: &&Page| Some(page.session.id) == open;
        let by_programme = self.on_by_programme().find(is_open).or_else(|| self.on_by_programme().next());
        by_programme.map(|page| page.session.id).or(self.typed_in)
    }

    /// The session that the clock offers: one that is on by the programme, while none of those is open.
    #[must_use]
    pub fn offered(&self) -> Option<&Page> {
        let open = self.draft.as_ref()?.session;
        let is_open = self.on_by_programme().any(|page| page.session.id == open);
        self.on_by_programme().next().filter(|_| !is_open)
    }

    /// The sessions that are on by the clock, where the programme has times.
    fn on_by_programme(&self) -> impl Iterator<Item = &Page> {
        let moment = self.clock.now().naive_local();
        let date = self.book.as_ref().and_then(|book| book.day.facts.date);
        let pages = self.book.iter().flat_map(|book| &book.pages);
        pages.filter(move |page| page.session.is_on(date, moment))
    }

    /// Where the caret is now.
    pub(super) fn here(&self) -> Option<Stop> {
        let draft = self.draft.as_ref()?;
        Some(Stop { view: self.view.clone(), session: draft.session, caret: draft.selected.caret })
    }

    /// Whether there is a note to go back or forward to.
    #[must_use]
    pub fn can_go(&self, way: Way) -> bool {
        let Some(book) = self.book.as_ref().filter(|_| self.draft.is_some()) else { return false };
        self.visited.can_go(way, |stop| book.page(stop.session).is_some())
    }

    /// The session so many places after the open one, in the list as it is shown.
    #[must_use]
    pub fn neighbour(&self, steps: isize) -> Option<SessionId> {
        self.programme.neighbour(self.draft.as_ref()?.session, steps)
    }

    /// Reads the open note again for the panel beside it.
    pub(super) fn gather(&mut self) {
        let gathered = match (self.page(), &self.book) {
            (Some(page), Some(book)) => Gathered::from_note(page, &book.day.facts.trends),
            _ => Gathered::default(),
        };
        if let Some(draft) = &self.draft {
            self.line_counts.insert(draft.session, gathered.lines);
            self.names.note_changed(draft.session, &gathered.heard);
        }
        self.gathered = gathered;
    }

    pub(super) fn place(&self) -> Option<Place> {
        let draft = self.draft.as_ref();
        Some(Place {
            day: self.book.as_ref()?.day.id,
            session: draft.map(|draft| draft.session),
            caret: draft.map_or(0, |draft| draft.selected.caret),
        })
    }
}
