//! The open session at another place of the programme, and sessions that become one: which one joins it, or under which
//! one it goes on.

use crate::domain::id::SessionId;
use crate::worker::Request;

use super::dialog::Dialog;
use super::line_edits::Way;
use super::moving::Moving;
use super::state::State;

/// Which session is to be one with the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinChoice {
    /// The sessions to choose from.
    pub choice: Moving,
    /// Whether the open session goes on under the title of the chosen one.
    pub as_second: bool,
}

impl State {
    /// Whether the day has another session than the open one.
    pub(super) fn has_other_session(&self) -> bool {
        self.draft.is_some() && self.book.as_ref().is_some_and(|book| book.pages.len() > 1)
    }

    /// Whether the open session is not on the programme any more, and another one may be what it became.
    pub(super) fn can_tie(&self) -> bool {
        self.has_other_session() && self.page().is_some_and(|page| page.session.cancelled)
    }

    /// Puts the open session a place up or down.
    pub(super) fn move_session(&mut self, way: Way, now: f64) {
        let Some(page) = self.page() else { return };
        let (session, position) = (page.session.id, page.session.position);
        let position = match way {
            Way::Up => position.saturating_sub(1),
            Way::Down => position + 1,
        };
        if position > 0 {
            self.ask_after_saving(Request::MoveSession { session, position }, now);
        }
    }

    /// Asks which session the open one becomes one with.
    pub(super) fn open_join(&mut self, as_second: bool) {
        let (Some(page), Some(book)) = (self.page(), &self.book) else { return };
        let mut choice = Moving {
            from: page.session.id,
            lines: Vec::new(),
            said: 0,
            filter: String::new(),
            found: Vec::new(),
            chosen: 0,
        };
        choice.search(book);
        let likely = self.neighbour(1).or_else(|| self.neighbour(-1));
        choice.chosen = choice.found.iter().position(|found| Some(*found) == likely).unwrap_or_default();
        self.open_dialog(Dialog::Join(JoinChoice { choice, as_second }));
    }

    /// Makes the open session and another one.
    pub(super) fn join(&mut self, second: SessionId, as_second: bool, now: f64) {
        self.dialog = None;
        self.focus_note();
        let Some(first) = self.draft.as_ref().filter(|draft| !draft.composing).map(|draft| draft.session)
        else {
            return;
        };
        let language = self.texts.language();
        self.ask_after_saving(Request::JoinSessions { first, second, as_second, language }, now);
    }
}
