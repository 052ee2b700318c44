//! What the worker answers, taken into the state. Answers about a day that is not on the screen any more are dropped.

use crate::domain::book::{Book, DaySummary, Page, Place};
use crate::domain::clock::Moment;
use crate::domain::day::Session;
use crate::domain::id::{DayId, SessionId};
use crate::domain::line;
use crate::domain::note::Note;
use crate::worker::{Changed, Opened, Reply, gone};

use super::draft::Draft;
use super::state::{Dialog, Notice, Phase, State};

impl State {
    /// Takes in every answer that has come.
    pub(super) fn hear(&mut self, now: f64) {
        loop {
            match self.worker.next() {
                Ok(Some(reply)) => self.take(reply, now),
                Ok(None) => return,
                Err(_) => return self.notice_worker_gone(),
            }
        }
    }

    fn take(&mut self, reply: Reply, now: f64) {
        match reply {
            Reply::Opened(opened) => self.opened(*opened),
            Reply::NotOpened(problem) => self.phase = Phase::Failed(problem),
            Reply::Day { days, book } => self.show_day(days, *book),
            Reply::Saved { session, revision, at } => self.saved(session, revision, at),
            Reply::NotSaved { session, problem } => self.saving.failed(session, problem, now),
            Reply::SessionInserted { day, session } => self.inserted(day, *session, now),
            Reply::SessionRenamed { session, title } => {
                if let Some(page) = self.book.as_mut().and_then(|book| book.page_mut(session)) {
                    page.session.facts.title = title;
                }
            }
            Reply::Exported(Ok(report)) => {
                self.dialog = None;
                self.notice = Some(Notice::Exported(report));
            }
            Reply::Exported(Err(problem)) | Reply::Failed(problem) => {
                self.notice = Some(Notice::Problem(problem));
            }
            Reply::Access(access) => self.access = access,
            Reply::LowOnRoom(low) => self.low_on_room = low,
            Reply::Undoable(undoable) => self.undoable = undoable,
            Reply::Changed(changed) => self.changed(*changed),
            // Nobody asks for these yet.
            Reply::Versions { .. }
            | Reply::Version { .. }
            | Reply::Trash(_)
            | Reply::Erased { .. }
            | Reply::BackupsHolding { .. }
            | Reply::Hold { .. }
            | Reply::Backups(_)
            | Reply::BackedUp(_)
            | Reply::Proved { .. }
            | Reply::Restored { .. } => {}
        }
    }

    fn opened(&mut self, opened: Opened) {
        self.phase = Phase::Ready;
        self.author = Some(opened.author);
        self.access = opened.access;
        self.days = opened.days;
        let Some(book) = opened.book else { return };
        let place = opened.place.filter(|place| place.day == book.day.id);
        self.show(book, place);
    }

    /// The day after something was deleted, brought back or taken back; the caret stays where it is. What is not on the
    /// disk yet is not overwritten.
    fn changed(&mut self, changed: Changed) {
        self.days = changed.days;
        if !self.is_all_saved() {
            return;
        }
        let place = self.place();
        if let Some(book) = changed.book {
            self.show(book, place);
        } else {
            self.book = None;
            self.draft = None;
        }
    }

    /// Another day, unless something of the present one is not on the disk: then it stays.
    fn show_day(&mut self, days: Vec<DaySummary>, book: Book) {
        self.days = days;
        if let Some(problem) = self.saving.problem.clone().filter(|_| self.saving.has_failed()) {
            self.notice = Some(Notice::Problem(problem));
            return;
        }
        if matches!(self.dialog, Some(Dialog::Paste { .. } | Dialog::Open { .. })) {
            self.dialog = None;
        }
        self.notice = None;
        self.show(book, None);
        self.remember_place();
    }

    fn show(&mut self, book: Book, place: Option<Place>) {
        self.line_counts = book.pages.iter().map(|page| (page.session.id, said(&page.note))).collect();
        self.typed_in = None;
        self.renaming = None;
        let left_in = place.and_then(|place| place.session).filter(|session| book.page(*session).is_some());
        if let (Some(session), Some(place)) = (left_in, place) {
            self.carets.insert(session, place.caret);
        }
        self.draft = None;
        self.book = Some(book);
        let first = self.book.as_ref().and_then(|book| book.pages.first()).map(|page| page.session.id);
        if let Some(session) = left_in.or_else(|| self.session_now()).or(first) {
            self.open_note(session);
        }
    }

    /// Opens the note of a session, with its caret where it was left.
    pub(super) fn open_note(&mut self, session: SessionId) {
        let Some(page) = self.book.as_ref().and_then(|book| book.page(session)) else {
            return;
        };
        let text = page.note.text();
        let caret = self.carets.get(&session).copied().unwrap_or(usize::MAX);
        self.draft = Some(Draft::new(session, text, caret));
        self.gather();
    }

    fn saved(&mut self, session: SessionId, revision: u64, at: Moment) {
        self.saving.saved(session, at);
        if let Some(page) = self.book.as_mut().and_then(|book| book.page_mut(session)) {
            page.revision = revision;
        }
    }

    fn inserted(&mut self, day: DayId, session: Session, now: f64) {
        let Some(book) = self.book.as_mut().filter(|book| book.day.id == day) else {
            return;
        };
        for page in &mut book.pages {
            if page.session.position >= session.position {
                page.session.position += 1;
            }
        }
        let (id, position) = (session.id, session.position);
        let index = book.pages.partition_point(|page| page.session.position < position);
        book.pages.insert(index, Page { session, revision: 0, note: Note::default() });
        self.flush(now);
        self.keep_caret();
        self.open_note(id);
        self.remember_place();
    }

    /// Remembers the caret of the open note.
    pub(super) fn keep_caret(&mut self) {
        if let Some(draft) = &self.draft {
            self.carets.insert(draft.session, draft.selected.caret);
        }
    }

    fn notice_worker_gone(&mut self) {
        if !matches!(self.phase, Phase::Failed(_)) && self.saving.problem.is_none() {
            self.saving.problem = Some(gone());
        }
    }
}

fn said(note: &Note) -> usize {
    note.lines().iter().filter(|noted| !line::is_blank(&noted.text)).count()
}
