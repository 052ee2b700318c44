//! Correcting the time of a line. Its date, its text and its author stay.

use crate::domain::clock::Moment;
use crate::domain::dates;
use crate::domain::id::{LineId, SessionId};
use crate::domain::line;
use crate::domain::note::NoteLine;
use crate::worker::Request;

use super::dialog::Dialog;
use super::state::State;

/// The time of a line that is being corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTime {
    /// The session whose note the line is in.
    pub session: SessionId,
    /// The line.
    pub line: LineId,
    /// What it says.
    pub text: String,
    /// When it was noted, as far as is known now.
    pub noted_at: Moment,
    /// The time as it is typed.
    pub time: String,
    /// What was typed is no time.
    pub is_wrong: bool,
}

impl State {
    /// Whether the caret is in a line that says something.
    pub(super) fn has_line_time(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| !line::is_blank(draft.line_text(draft.line())))
    }

    /// Asks for the time of the caret's line.
    pub(super) fn open_time_of_caret(&mut self, now: f64) {
        if let Some(line) = self.draft.as_ref().map(super::draft::Draft::line) {
            self.open_line_time(line, now);
        }
    }

    /// Asks for the time of this line, from 0, of the open note.
    pub(super) fn open_line_time(&mut self, line: usize, now: f64) {
        // What an input method is composing is not a line yet.
        if self.draft.as_ref().is_some_and(|draft| draft.composing) {
            return;
        }
        self.flush(now);
        let Some(page) = self.page() else { return };
        let Some(noted) = page.note.lines().get(line).filter(|noted| !line::is_blank(&noted.text)) else {
            return;
        };
        let asked = LineTime {
            session: page.session.id,
            line: noted.id,
            text: noted.text.clone(),
            noted_at: noted.noted_at,
            time: dates::time(noted.noted_at.time()),
            is_wrong: false,
        };
        self.open_dialog(Dialog::LineTime(asked));
    }

    /// Gives a line the time that was typed, on the date that it has. What is no time changes nothing.
    pub(super) fn set_line_time(&mut self, session: SessionId, line: LineId, typed: &str, now: f64) {
        let Some(time) = dates::parse_time(typed) else {
            if let Some(Dialog::LineTime(asked)) = &mut self.dialog {
                asked.is_wrong = true;
            }
            return;
        };
        self.dialog = None;
        self.focus_note();
        let page = self.book.as_ref().and_then(|book| book.page(session));
        let noted = page.and_then(|page| page.note.lines().iter().find(|noted| noted.id == line));
        let Some(noted_at) = noted.and_then(|noted| at(noted, time)) else { return };
        self.ask_after_saving(Request::SetLineTime { session, base: 0, line, noted_at }, now);
    }
}

/// The moment of `line` with another time on the same date; `None` when it has that time already.
fn at(line: &NoteLine, time: chrono::NaiveTime) -> Option<Moment> {
    if dates::time(line.noted_at.time()) == dates::time(time) {
        return None;
    }
    let offset = *line.noted_at.offset();
    line.noted_at.date_naive().and_time(time).and_local_timezone(offset).single()
}
