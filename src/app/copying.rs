//! What is copied for mail and word processors: a session, lines, or the report of the day.
//!
//! The clipboard is the window's; nothing in here decides what is private: `export` does.

use std::collections::HashSet;

use crate::domain::id::{LineId, SessionId};
use crate::export::Options;
use crate::export::copying::{self, Copied};

use super::state::{Notice, State};
use super::view::View;

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// The open session, or the one that is read.
    Session,
    /// The lines that are selected in the note or in a view.
    Lines,
    /// The report of the day.
    Report,
}

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnClipboard {
    /// What it is.
    pub what: Copying,
    /// How many lines it has.
    pub lines: usize,
    /// How many lines stayed behind because they are private.
    pub private_left_out: usize,
    /// How it is there.
    pub kept: Kept,
}

/// How the system took what was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// With headings and lists.
    Rich,
    /// As Markdown only.
    Plain,
    /// Not at all.
    Not,
}

impl State {
    /// Whether there is something of this to copy.
    #[must_use]
    pub fn can_copy(&self, what: Copying) -> bool {
        match what {
            Copying::Session => self.session_at_hand().is_some(),
            Copying::Lines if self.view == View::Day => self.draft.is_some(),
            Copying::Lines => self.entries_at_hand().next().is_some(),
            Copying::Report => self.book.is_some(),
        }
    }

    /// Puts a part of the day together for the clipboard.
    pub(super) fn copy(&mut self, what: Copying, include_private: bool, now: f64) {
        self.flush(now);
        let Some(book) = &self.book else { return };
        let (options, labels) = (Options { include_private, ..Options::default() }, self.labels());
        let copied = match what {
            Copying::Report => copying::of_report(book, &options, &labels),
            Copying::Lines => copying::of_lines(book, &self.lines_at_hand(), &options, &labels),
            Copying::Session => match self.session_at_hand() {
                Some(session) => copying::session(book, session, &options, &labels),
                None => return,
            },
        };
        self.handing_over.copied = Some(what);
        self.handing_over.to_copy = Some(copied);
    }

    /// The clipboard took what was to be copied, or did not.
    pub fn copied(&mut self, copied: &Copied, kept: Kept) {
        let Some(what) = self.handing_over.copied else { return };
        let (lines, private_left_out) = (copied.counts.lines, copied.counts.private_left_out);
        self.notice = Some(Notice::Copied(OnClipboard { what, lines, private_left_out, kept }));
    }

    /// The session that is read, else the open one.
    pub(super) fn session_at_hand(&self) -> Option<SessionId> {
        match self.view {
            View::Reading(Some(session)) => Some(session),
            _ => self.draft.as_ref().map(|draft| draft.session),
        }
    }

    fn lines_at_hand(&self) -> HashSet<LineId> {
        if self.view != View::Day {
            return self.entries_at_hand().map(|entry| entry.id).collect();
        }
        let (Some(page), Some(draft)) = (self.page(), &self.draft) else { return HashSet::new() };
        let lines = page.note.lines().get(draft.selected_lines()).unwrap_or_default();
        lines.iter().map(|line| line.id).collect()
    }
}
