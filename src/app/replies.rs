//! What the worker answers, taken into the state. Answers about a day that is not on the screen any more are dropped.

use std::path::PathBuf;

use crate::domain::book::{Book, DaySummary, Page, Place};
use crate::domain::clock::Moment;
use crate::domain::day::Session;
use crate::domain::id::{DayId, SessionId};
use crate::domain::keeping::{Version, VersionId};
use crate::domain::line;
use crate::domain::note::{Note, NoteLine};
use crate::domain::problem::Problem;
use crate::domain::sheet::Sheet;
use crate::worker::{Opened, Reply, Request, gone};

use super::dialog::{Dialog, Erasing, Whereabouts};
use super::draft::Draft;
use super::state::{Notice, Phase, State};
use super::view::View;

/// So many seconds after a day came on the screen, the other days are looked at.
const SETTLES: f64 = 0.5;

impl State {
    /// Takes in every answer that has come.
    pub(super) fn hear(&mut self, now: f64) {
        loop {
            match self.worker.next() {
                Ok(Some(reply)) => {
                    // Of all days together the view is asked for anew first.
                    let is_answer = match reply {
                        Reply::Changed(_) => !self.has_overview_of_all_days(),
                        Reply::Failed(_) => true,
                        _ => false,
                    };
                    let (changes_nothing_found, changes_day) =
                        (matches!(reply, Reply::Saved { .. }), changes_day(&reply));
                    // That something was saved shows in the status line only, which looks at that itself.
                    self.changes += u64::from(!changes_nothing_found);
                    self.take(reply, now);
                    if !changes_nothing_found {
                        self.refresh_finder();
                    }
                    if changes_day {
                        self.prepare_view();
                    }
                    if is_answer {
                        self.entries_were_edited(now);
                    }
                }
                Ok(None) => return,
                Err(_) => return self.notice_worker_gone(),
            }
        }
    }

    fn take(&mut self, reply: Reply, now: f64) {
        match reply {
            Reply::Opened(opened) => self.opened(*opened, now),
            Reply::Days(days) => self.days = days,
            Reply::NotOpened(problem) => self.phase = Phase::Failed(problem),
            Reply::Day { days, book } => self.show_day(days, *book, now),
            Reply::ProgrammeRead { asked, read } => self.programme_read(asked, read),
            Reply::NotesRead { asked, path, read } => self.notes_read(asked, &path, read),
            Reply::NotesAdded(added) => self.notes_added(added, now),
            Reply::NamesElsewhere { day, names } => {
                if self.book.as_ref().is_some_and(|book| book.day.id == day) {
                    self.names.elsewhere(*names);
                }
            }
            Reply::Saved { session, revision, at } => self.saved(session, revision, at),
            Reply::NotSaved { session, problem } => self.saving.failed(session, problem, now),
            Reply::SessionInserted { day, session } => self.inserted(day, *session, now),
            Reply::SessionRenamed { session, title } => {
                self.change_session(session, |session| session.facts.title = title);
            }
            Reply::SessionStarred { session, starred } => {
                self.change_session(session, |session| session.starred = starred);
            }
            Reply::Exported { path, written } => self.exported(&path, written),
            Reply::FirstPage { asked, page } => self.first_page(asked, page),
            Reply::IsThere { path, is_there } => self.is_there(&path, is_there),
            Reply::Printed(Ok(report)) => self.printed(report),
            Reply::Printed(Err(problem)) | Reply::Failed(problem) | Reply::BackedUp(Err(problem)) => {
                self.trouble(problem);
            }
            Reply::Access(access) => self.access = access,
            Reply::LowOnRoom(low) => self.low_on_room = low,
            Reply::Undoable(undoable) => self.undoable = undoable,
            Reply::Changed(changed) => self.changed(*changed, now),
            Reply::Moved { changed, lines, to } => self.moved(*changed, lines, to, now),
            Reply::ParticipantsTaken { taken, left_out } => self.participants_taken(taken, left_out),
            Reply::UpdateRead(newer) => self.open_update(*newer, now),
            Reply::Versions { session, versions } => self.versions(session, versions),
            Reply::Version { session, version, lines, sheet } => {
                self.version(session, version, lines, sheet.as_ref());
            }
            Reply::Trash(items) => self.dialog = Some(Dialog::Trash(Some(items))),
            Reply::Erased { erased, .. } => self.with_erasing(|erasing| erasing.erased = Some(erased)),
            Reply::BackupsHolding { backups, .. } => self.with_erasing(|erasing| {
                if let Some(erased) = &mut erasing.erased {
                    erased.gone_by = erased.gone_by.filter(|_| !backups.is_empty());
                    erased.backups = backups;
                }
            }),
            Reply::Hold { hold, .. } => self.with_erasing(|erasing| erasing.hold = hold),
            Reply::BackupFolder(folder) => {
                self.asks_for_backups = false;
                self.backup_folder = Some(folder);
            }
            Reply::Backups(backups) => self.with_whereabouts(|whereabouts| {
                whereabouts.backups = Some(backups);
                whereabouts.is_busy = false;
            }),
            Reply::BackedUp(Ok(path)) => self.backed_up(path),
            Reply::Proved { path, counts } => self.with_whereabouts(|whereabouts| {
                whereabouts.proved = Some((path, counts));
                whereabouts.is_busy = false;
            }),
            Reply::Found { asked, found, sessions } => self.found(asked, found, sessions),
            Reply::LinesAcross { asked, lines, sessions, .. } => self.lines_across(asked, lines, sessions),
            Reply::Overview { asked, several } => self.overview_found(asked, *several, now),
            // No view asks for trends and books; a copy is put back by `plenair restore`.
            Reply::TrendsAcross { .. } | Reply::Books { .. } | Reply::Restored { .. } => {}
        }
    }

    fn change_session(&mut self, session: SessionId, change: impl FnOnce(&mut Session)) {
        if let Some(page) = self.book.as_mut().and_then(|book| book.page_mut(session)) {
            change(&mut page.session);
            self.programme.read(self.book.as_ref());
        }
    }

    pub(super) fn trouble(&mut self, problem: Problem) {
        self.with_whereabouts(|whereabouts| whereabouts.is_busy = false);
        self.with_export(|form| form.is_busy = false);
        if let Some(preview) = &mut self.preview {
            preview.is_saving = false;
        }
        self.notice = Some(Notice::Problem(problem));
    }

    fn versions(&mut self, session: SessionId, versions: Vec<Version>) {
        let Some(Dialog::History(history)) = self.dialog.as_mut() else { return };
        if history.session != session {
            return;
        }
        let last = versions.first().map(|version| version.id);
        history.versions = Some(versions);
        if let Some(last) = last {
            self.choose_version(last);
        }
    }

    fn version(
        &mut self,
        session: SessionId,
        version: VersionId,
        lines: Vec<NoteLine>,
        sheet: Option<&Sheet>,
    ) {
        let Some(present) = self.book.as_ref().and_then(|book| book.page(session)) else { return };
        let older = self.whole_text(&Note::from_lines(lines), sheet.unwrap_or(&present.sheet));
        let present = self.whole_text(&present.note, &present.sheet);
        if let Some(Dialog::History(history)) = self.dialog.as_mut() {
            history.compare(version, &older, &present);
        }
    }

    /// A note with what was noted beside it, to be compared.
    fn whole_text(&self, note: &Note, sheet: &Sheet) -> String {
        let beside = sheet.as_lines(|rating| self.texts.rating(rating).to_owned());
        let parts = [note.text(), beside.join("\n")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn with_erasing(&mut self, change: impl FnOnce(&mut Erasing)) {
        if let Some(Dialog::Erase(erasing)) = &mut self.dialog {
            change(erasing);
        }
    }

    fn with_whereabouts(&mut self, change: impl FnOnce(&mut Whereabouts)) {
        if let Some(Dialog::Whereabouts(whereabouts)) = &mut self.dialog {
            change(whereabouts);
        }
    }

    fn backed_up(&mut self, path: PathBuf) {
        if matches!(self.dialog, Some(Dialog::Whereabouts(_))) {
            self.ask(Request::Backups);
        }
        self.notice = Some(Notice::BackedUp(path));
    }

    fn opened(&mut self, opened: Opened, now: f64) {
        self.phase = Phase::Ready;
        self.author = Some(opened.author);
        self.access = opened.access;
        self.path = opened.path;
        self.notice = opened.risk.clone().map(Notice::FolderRisk);
        self.risk = opened.risk;
        self.asks_for_backups &= opened.backup_folder.is_none();
        self.days = opened.days;
        let Some(book) = opened.book else { return };
        let place = opened.place.filter(|place| place.day == book.day.id);
        let open_actions = self.open_actions_of(&book);
        self.show(book, place, now);
        if open_actions > 0 && self.notice.is_none() {
            self.notice = Some(Notice::OpenActions(open_actions));
        }
    }

    /// Another day.
    pub(super) fn show_day(&mut self, days: Vec<DaySummary>, book: Book, now: f64) {
        self.days = days;
        if self.preview.take_if(|preview| preview.is_saving).is_some() {
            self.notice = None;
        }
        if self.view == View::Days {
            self.show_note();
        }
        let place = self.place().filter(|place| place.day == book.day.id);
        let open_actions = self.open_actions_of(&book);
        self.arrive(book, place, now);
        if open_actions > 0 && self.going_to.is_none() && self.walk.is_none() {
            self.notice = Some(Notice::OpenActions(open_actions));
        }
    }

    /// How many actions of a day that has passed are still to be done.
    fn open_actions_of(&self, book: &Book) -> usize {
        let today = self.clock.now().date_naive();
        let facts = &book.day.facts;
        let has_passed = facts.last_date.or(facts.date).is_some_and(|last| last < today);
        if !has_passed || book.day.example {
            return 0;
        }
        let summary = self.days.iter().find(|summary| summary.day.id == book.day.id);
        summary.map_or(0, |summary| usize::try_from(summary.open_actions).unwrap_or(usize::MAX))
    }

    pub(super) fn show(&mut self, book: Book, place: Option<Place>, now: f64) {
        self.line_counts = book.pages.iter().map(|page| (page.session.id, said(&page.note))).collect();
        self.typed_in = None;
        let left_in = place.and_then(|place| place.session).filter(|session| book.page(*session).is_some());
        if let (Some(session), Some(place)) = (left_in, place) {
            let caret = self.caret_in(&book, session).unwrap_or(place.caret);
            self.carets.insert(session, caret);
        }
        self.draft = None;
        self.names.day_changed(&book);
        self.asks_of_all_days_at = Some(now + SETTLES);
        self.book = Some(book);
        self.programme.read(self.book.as_ref());
        let first = self.book.as_ref().and_then(|book| book.pages.first()).map(|page| page.session.id);
        if let Some(session) = left_in.or_else(|| self.session_now()).or(first) {
            self.open_note(session);
        }
        self.arrive_at_line(now);
    }

    /// Opens the note of a session, with its caret where it was left.
    pub(super) fn open_note(&mut self, session: SessionId) {
        let Some(page) = self.book.as_ref().and_then(|book| book.page(session)) else {
            return;
        };
        let text = page.note.text();
        let caret = self.carets.get(&session).copied().unwrap_or(usize::MAX);
        let mut sheet = page.sheet.clone();
        sheet.settle(&page.session.facts.lists);
        let mut draft = Draft::new(session, text, caret);
        draft.sheet = sheet;
        draft.starts_anew = self.changed_by_store.remove(&session);
        self.draft = Some(draft);
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
        book.pages
            .insert(index, Page { session, revision: 0, note: Note::default(), sheet: Sheet::default() });
        self.programme.read(self.book.as_ref());
        if let Some(here) = self.here() {
            self.visited.leave(here);
        }
        self.open_after_saving(id, now);
    }

    /// Remembers the caret of the open note.
    pub(super) fn keep_caret(&mut self) {
        if let Some(draft) = &self.draft {
            self.carets.insert(draft.session, draft.selected.caret);
        }
    }

    fn notice_worker_gone(&mut self) {
        if self.phase == Phase::Opening {
            self.phase = Phase::Failed(gone());
        }
        if !matches!(self.phase, Phase::Failed(_)) && self.saving.problem.is_none() {
            self.saving.problem = Some(gone());
        }
    }
}

/// Whether views on what was noted may be out of date by this answer.
fn changes_day(reply: &Reply) -> bool {
    matches!(
        reply,
        Reply::Opened(_)
            | Reply::Day { .. }
            | Reply::NotesAdded(Ok(_))
            | Reply::Changed(_)
            | Reply::Moved { .. }
            | Reply::SessionInserted { .. }
            | Reply::SessionRenamed { .. }
    )
}

fn said(note: &Note) -> usize {
    note.lines().iter().filter(|noted| !line::is_blank(&noted.text)).count()
}
