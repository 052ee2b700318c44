//! Going to a line or a note: by looking for it, by the clock, back and forward.

use crate::domain::id::{LineId, SessionId};

use super::command::Command;
use super::dialog::Dialog;
use super::draft::Selected;
use super::finder::{Finder, index};
use super::state::State;
use super::view::View;
use super::visited::{Stop, Way};

impl State {
    /// What was typed is read into lines first, so that it can be found.
    pub(super) fn open_finder(&mut self, now: f64) {
        self.flush_unless_composing(now);
        let finder = Finder::new(self);
        self.open_dialog(Dialog::Find(Box::new(finder)));
    }

    /// The day may have changed under an open finder.
    pub(super) fn refresh_finder(&mut self) {
        if matches!(self.dialog, Some(Dialog::Find(_))) {
            let items = index(self);
            if let Some(Dialog::Find(finder)) = &mut self.dialog {
                finder.replace(items);
            }
        }
    }

    pub(super) fn go_to_remark(&mut self, session: SessionId, line: LineId, now: f64) {
        let from = self.here();
        self.show_note();
        if from.as_ref().is_none_or(|from| from.session != session) {
            self.select(session, now);
        } else if let Some(from) = from {
            self.visited.leave(from);
        }
        let Some(page) = self.page().filter(|page| page.session.id == session) else { return };
        let place = page.note.lines().iter().position(|noted| noted.id == line);
        if let Some(place) = place {
            self.go_to_line(place);
        }
    }

    pub(super) fn go_to_now(&mut self, now: f64) {
        if let Some(session) = self.session_now() {
            self.select(session, now);
        }
    }

    pub(super) fn step_pane(&mut self, command: &Command) {
        self.pane_steps += if *command == Command::NextPane { 1 } else { -1 };
    }

    /// Opens the note that the person was in before, or went back from, with the caret where it was then.
    pub(super) fn go(&mut self, command: &Command, now: f64) {
        let way = if *command == Command::GoBack { Way::Back } else { Way::Forward };
        let (Some(draft), Some(here), Some(book)) = (&self.draft, self.here(), &self.book) else { return };
        // What an input method is composing belongs to this note.
        if draft.is_composing() {
            return;
        }
        let is_there = |stop: &Stop| book.page(stop.session).is_some();
        let session_here = here.session;
        let Some(stop) = self.visited.go(way, here, is_there) else { return };
        if stop.session != session_here {
            self.open_after_saving(stop.session, now);
        }
        if stop.view != View::Day {
            return self.enter(stop.view, now);
        }
        self.view = View::Day;
        if let Some(draft) = &mut self.draft {
            let end = draft.text.chars().count();
            let there = Selected::at(stop.caret.min(end));
            // A note that is left and found again at the same caret stays scrolled as it was.
            draft.jump = draft.selected != there;
            draft.selected = there;
            draft.takes_focus = true;
        }
    }
}
