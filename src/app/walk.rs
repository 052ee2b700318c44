//! A list of lines to walk along: those of a trend, of a search, of a view. It stays beside the note while the person goes
//! from one line to the next, also into other days.
//!
//! Which lines are in it was decided when it was opened; a line that is gone by then is passed over when it is gone to.

use crate::domain::id::{DayId, LineId, SessionId};

use super::line_edits::Way;
use super::state::State;
use super::view::View;
use crate::worker::Request;

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Which walk this is; given when it is opened.
    pub number: u64,
    /// What the lines have in common, as the person reads it.
    pub title: String,
    /// The view that the person came from.
    pub from: View,
    /// The lines, in order.
    pub places: Vec<WalkPlace>,
    /// Which line the person is at.
    pub at: usize,
}

/// A line in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkPlace {
    /// Its day.
    pub day: DayId,
    /// Its session.
    pub session: SessionId,
    /// The line.
    pub line: LineId,
    /// Where it stands, as the person reads it: the session, and the day where that is another one.
    pub heading: String,
    /// What it says.
    pub text: String,
}

impl State {
    /// Opens the list and goes to one of its lines.
    pub(super) fn start_walk(&mut self, walk: Walk, now: f64) {
        let at = walk.at;
        self.keep_search();
        self.asked += 1;
        self.walk = Some(Walk { number: self.asked, ..walk });
        self.walk_to(at, now);
    }

    /// Goes to the line at this place of the list.
    pub(super) fn walk_to(&mut self, at: usize, now: f64) {
        let Some(walk) = &mut self.walk else { return };
        let Some(place) = walk.places.get(at).cloned() else { return };
        walk.at = at;
        self.go_to_place(&place, now);
    }

    /// Goes to the next line of the list, or to the one before.
    pub(super) fn walk_step(&mut self, way: Way, now: f64) {
        let Some(walk) = &self.walk else { return };
        let to = match way {
            Way::Down => walk.at + 1,
            Way::Up => walk.at.wrapping_sub(1),
        };
        self.walk_to(to, now);
    }

    /// Puts the list away; the view that it came from is one step back.
    pub(super) fn close_walk(&mut self) {
        self.walk = None;
        self.focus_note();
    }

    /// Goes to a line on whichever day.
    pub(super) fn go_to_place(&mut self, place: &WalkPlace, now: f64) {
        if self.book.as_ref().is_some_and(|book| book.day.id == place.day) {
            return self.go_to_remark(place.session, place.line, now);
        }
        self.going_to = Some((place.session, place.line));
        if let Some(here) = self.here() {
            self.visited.leave(here);
        }
        self.ask_after_saving(Request::OpenDay(place.day), now);
    }

    /// Goes to the line that its day was opened for, now that the day is there.
    pub(super) fn arrive_at_line(&mut self, now: f64) {
        let Some((session, line)) = self.going_to.take() else { return };
        if self.book.as_ref().is_some_and(|book| book.page(session).is_some()) {
            self.go_to_remark(session, line, now);
        }
    }
}
