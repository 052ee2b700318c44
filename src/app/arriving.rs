//! A day that comes from the store: after an operation, or because it was asked for. What was typed meanwhile stays.

use std::collections::HashMap;

use crate::domain::book::{Book, Place};
use crate::domain::change::Op;
use crate::domain::id::{LineId, SessionId};
use crate::domain::moving;
use crate::domain::note::{Note, NoteLine};
use crate::domain::renaming::LineEdit;
use crate::worker::{Changed, Request};

use super::caret;
use super::state::{Notice, State};

impl State {
    /// The day after an operation, or after one was taken back; the caret stays with its line.
    pub(super) fn changed(&mut self, changed: Changed, now: f64) {
        self.days = changed.days;
        if changed.op.is_by_a_person() {
            let notice = if changed.taken_back { Notice::TakenBack } else { Notice::Done };
            self.notice = Some(notice(changed.op));
        }
        if changed.op == Op::UpdateDay {
            self.preview.take_if(|preview| preview.is_saving);
        }
        let place = self.place();
        let Some(book) = changed.book else {
            self.book = None;
            self.programme.read(None);
            self.draft = None;
            return;
        };
        if changes_notes(changed.op) || changed.op.rewrites_lines() || changed.op == Op::RestoreVersion {
            self.note_changes(&book);
        }
        let is_shown = self.arrive_after(Some(changed.op), &changed.lines, book, place, now);
        if let Some(draft) = &mut self.draft {
            draft.after_operation = is_shown.then_some(draft.edits);
        }
    }

    /// Lines were moved to another note.
    pub(super) fn moved(&mut self, changed: Changed, lines: usize, to: SessionId, now: f64) {
        self.changed(changed, now);
        self.moved_to = Some(to);
        self.notice = Some(Notice::Moved { lines, to });
    }

    /// Shows a day, unless something was typed since it was asked for that is not on the disk: then it stays as it is,
    /// and the day is fetched again when that is saved. What the store knows by now is what those saves build on.
    pub(super) fn arrive(&mut self, book: Book, place: Option<Place>, now: f64) {
        self.arrive_after(None, &[], book, place, now);
    }

    /// Says whether the day is shown.
    fn arrive_after(
        &mut self,
        op: Option<Op>,
        lines: &[LineEdit],
        book: Book,
        place: Option<Place>,
        now: f64,
    ) -> bool {
        let typed = self.take_in();
        if typed.is_none() && self.is_all_saved() {
            self.show(book, place, now);
            self.remember_place();
            return true;
        }
        self.arriving = Some(book.day.id);
        match op {
            Some(op) if changes_notes(op) => self.merge_moves(&book),
            Some(Op::LineTime) => self.take_over_times(&book),
            Some(op) if op.rewrites_lines() => self.take_over_texts(lines, &book),
            _ => {}
        }
        for page in &book.pages {
            let known = self.book.as_mut().and_then(|book| book.page_mut(page.session.id));
            if let Some(known) = known.filter(|known| known.revision < page.revision) {
                known.revision = page.revision;
            }
        }
        if let Some(session) = typed {
            self.send_note(session, now);
        }
        false
    }

    /// Remembers which notes have another text in `book` than their text fields know.
    fn note_changes(&mut self, book: &Book) {
        for page in &book.pages {
            let known = self.book.as_ref().and_then(|book| book.page(page.session.id));
            if known.is_none_or(|known| known.note.text() != page.note.text()) {
                self.changed_by_store.insert(page.session.id);
            }
        }
    }

    /// Lines were moved while something was typed: without this, what was typed would be saved together with lines that
    /// are in another note by now.
    fn merge_moves(&mut self, book: &Book) {
        for page in &book.pages {
            let session = page.session.id;
            let known = self.book.as_mut().and_then(|book| book.page_mut(session));
            let Some(known) = known.filter(|known| known.revision < page.revision) else { continue };
            let elsewhere: HashMap<LineId, &NoteLine> = book
                .pages
                .iter()
                .filter(|other| other.session.id != session)
                .flat_map(|other| other.note.lines().iter().map(|line| (line.id, line)))
                .collect();
            let typed = std::mem::take(&mut known.note);
            let lines = moving::merged(
                typed.lines(),
                page.note.lines(),
                |id| elsewhere.get(&id).copied(),
                LineId::fresh,
            );
            known.note = Note::from_lines(lines);
            if let Some(draft) = self.draft.as_mut().filter(|draft| draft.session == session)
                && known.note.text() != draft.text
            {
                let caret = caret::followed(&typed, draft.selected.caret, &known.note);
                draft.adopt(known.note.text(), caret);
            }
        }
        self.gather();
    }

    /// Lines got another text while something was typed. A line that is being changed stays as it is typed.
    fn take_over_texts(&mut self, lines: &[LineEdit], book: &Book) {
        let edits: HashMap<LineId, &LineEdit> = lines.iter().map(|edit| (edit.line, edit)).collect();
        for page in &book.pages {
            let session = page.session.id;
            let known = self.book.as_mut().and_then(|book| book.page_mut(session));
            let Some(known) = known.filter(|known| known.revision < page.revision) else { continue };
            let typed = std::mem::take(&mut known.note);
            let lines = typed.lines().iter().map(|line| match edits.get(&line.id) {
                Some(edit) if *edit.before == *line.text => {
                    NoteLine { text: edit.after.to_string(), ..line.clone() }
                }
                _ => line.clone(),
            });
            known.note = Note::from_lines(lines.collect());
            if let Some(draft) = self.draft.as_mut().filter(|draft| draft.session == session)
                && known.note.text() != draft.text
            {
                let caret = caret::followed(&typed, draft.selected.caret, &known.note);
                draft.adopt(known.note.text(), caret);
            }
        }
        self.gather();
    }

    /// A time was corrected while something was typed.
    fn take_over_times(&mut self, book: &Book) {
        for page in &book.pages {
            let known = self.book.as_mut().and_then(|book| book.page_mut(page.session.id));
            let Some(known) = known.filter(|known| known.revision < page.revision) else { continue };
            let stored: HashMap<LineId, &NoteLine> =
                page.note.lines().iter().map(|line| (line.id, line)).collect();
            let lines = known.note.lines().iter().map(|line| match stored.get(&line.id) {
                Some(stored) => NoteLine { noted_at: stored.noted_at, ..line.clone() },
                None => line.clone(),
            });
            known.note = Note::from_lines(lines.collect());
        }
    }

    /// Where the caret of the open note belongs, when the note becomes what it is in `book`.
    pub(super) fn caret_in(&self, book: &Book, session: SessionId) -> Option<usize> {
        let draft = self.draft.as_ref().filter(|draft| draft.session == session)?;
        let before = &self.book.as_ref()?.page(session)?.note;
        let after = &book.page(session)?.note;
        (before != after).then(|| caret::followed(before, draft.selected.caret, after))
    }

    /// The request with the revisions that the notes have now: it may have waited until what was typed was saved.
    pub(super) fn on_present_revisions(&self, request: Request) -> Request {
        let revision = |session: SessionId| self.book.as_ref()?.page(session).map(|page| page.revision);
        match request {
            Request::MoveLines { moving, mut bases } => {
                bases.from = revision(moving.from).unwrap_or(bases.from);
                bases.to = revision(moving.to).unwrap_or(bases.to);
                Request::MoveLines { moving, bases }
            }
            Request::SetLineTime { session, base, line, noted_at } => {
                let base = revision(session).unwrap_or(base);
                Request::SetLineTime { session, base, line, noted_at }
            }
            Request::ChangeLines { day, mut changes } => {
                for change in &mut changes {
                    change.base = revision(change.session).unwrap_or(change.base);
                }
                Request::ChangeLines { day, changes }
            }
            request => request,
        }
    }
}

/// Whether lines went from one note to another.
fn changes_notes(op: Op) -> bool {
    matches!(op, Op::MoveLines | Op::JoinSessions | Op::TieSession)
}
