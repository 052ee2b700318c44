//! What the middle of the window shows: the note of a session, or one of the views on what was noted.
//!
//! Only says which. What a view shows is worked out in [`super::afterwards`] and drawn in `ui/views/`.

use crate::domain::id::SessionId;

use super::command::Command;
use super::state::State;

/// What the window shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The programme and the note of the open session.
    #[default]
    Day,
    /// Every trend against every session.
    Trends,
    /// One trend, by its tag, with its lines on all days.
    Trend(String),
    /// What the day brought, by kind.
    Overview,
    /// Everyone who was there, spoke or was named.
    People,
    /// All days.
    Days,
    /// The lines of all days that hold some words.
    Search,
    /// What of the day is unfinished.
    Unfinished,
    /// A note as a page to be read; without a session, the whole day.
    Reading(Option<SessionId>),
}

impl View {
    /// The views with a tab, in the order of their keys.
    pub const TABS: [Self; 5] = [Self::Day, Self::Trends, Self::Overview, Self::People, Self::Days];

    /// The view with a tab that this one belongs to; search belongs to none.
    #[must_use]
    pub fn tab(&self) -> Option<Self> {
        match self {
            Self::Day | Self::Unfinished | Self::Reading(_) => Some(Self::Day),
            Self::Trends | Self::Trend(_) => Some(Self::Trends),
            Self::Overview => Some(Self::Overview),
            Self::People => Some(Self::People),
            Self::Days => Some(Self::Days),
            Self::Search => None,
        }
    }
}

impl View {
    /// Whether it shows something of the day on the screen, and nothing where there is none.
    #[must_use]
    pub fn is_of_a_day(&self) -> bool {
        !matches!(self, Self::Days | Self::Search)
    }
}

impl State {
    /// Shows a view. What was typed is read into lines first, so that the view has it.
    pub(super) fn show_view(&mut self, view: View, now: f64) {
        if view == self.view {
            return;
        }
        // What an input method is composing belongs to the note; it would be lost with its text field.
        if self.draft.as_ref().is_some_and(super::draft::Draft::is_composing) {
            return;
        }
        if let Some(here) = self.here() {
            self.visited.leave(here);
        }
        self.enter(view, now);
    }

    /// Shows a view, without a step back to the present one.
    pub(super) fn enter(&mut self, view: View, now: f64) {
        self.flush(now);
        self.keep_caret();
        self.notice = None;
        self.view = view;
        match self.view {
            View::Day => self.focus_note(),
            _ => self.view_takes_focus = true,
        }
        self.afterwards.picked.clear();
        self.forget_entry_edits();
        self.afterwards.overview.starts_anew();
        self.prepare_view();
    }

    /// Shows the note again, from whichever view.
    pub(super) fn show_note(&mut self) {
        self.view = View::Day;
        self.focus_note();
    }

    /// One step back out of a view: to what it belongs to, and from there to the note.
    pub(super) fn leave_view(&mut self, now: f64) {
        let to = match self.view {
            View::Trend(_) => View::Trends,
            _ => View::Day,
        };
        self.show_view(to, now);
    }
}

impl Command {
    /// Whether the command is about the note, and does nothing while the note is not shown.
    #[must_use]
    pub fn needs_note(&self) -> bool {
        matches!(
            self,
            Self::ToggleKind(_)
                | Self::ToggleStar
                | Self::TogglePrivate
                | Self::ToggleDone
                | Self::TagLine(_)
                | Self::Edit(_)
                | Self::OpenFind { .. }
                | Self::OpenLineMenu
                | Self::PastePlain
                | Self::OpenFooter
                | Self::OpenMove
                | Self::OpenTimeOfCaret
                | Self::MakeList(_)
                | Self::FindSession
                | Self::ToggleNoteOnly
        )
    }
}
