//! What keys and buttons do to lines that a view lists, in whichever note of the day they are. The same commands that change
//! the selected lines of the open note change these.

use std::collections::{HashMap, HashSet};

use crate::domain::id::{LineId, SessionId};
use crate::domain::line::{self, LineKind, edit};
use crate::domain::note::{Note, NoteLine};
use crate::domain::review::entry::Entry;

use super::caret;
use super::command::Command;
use super::state::State;

/// The lines of a view that a command is about.
#[derive(Debug, Default)]
pub struct Picked {
    /// Those that were chosen.
    pub lines: HashSet<LineId>,
    /// The one that has the focus: the command is about it where none was chosen.
    pub at: Option<LineId>,
}

impl Picked {
    /// No line any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether a command is about this line.
    #[must_use]
    pub fn holds(&self, line: LineId) -> bool {
        self.lines.contains(&line) || self.lines.is_empty() && self.at == Some(line)
    }
}

impl Command {
    /// Whether it does to the lines of a view what it does to those of the open note.
    #[must_use]
    pub fn is_about_lines(&self) -> bool {
        matches!(
            self,
            Self::ToggleKind(_)
                | Self::ToggleStar
                | Self::TogglePrivate
                | Self::ToggleDone
                | Self::TagLine(_)
        )
    }
}

impl State {
    /// The lines of the view that a command is about, in the order of the day.
    pub fn entries_at_hand(&self) -> impl Iterator<Item = &Entry> {
        let picked = &self.afterwards.picked;
        self.afterwards.entries.iter().filter(|entry| picked.holds(entry.id))
    }

    /// Does to lines of the view what was asked.
    pub(super) fn edit_entries(&mut self, command: &Command, now: f64) {
        let at_hand: Vec<&Entry> = self.entries_at_hand().collect();
        let lines: Vec<(SessionId, LineId)> =
            at_hand.iter().map(|entry| (entry.origin.session, entry.id)).collect();
        let language = self.texts.language();
        match command {
            Command::ToggleKind(kind) => {
                let all_are = at_hand.iter().all(|entry| entry.kind == *kind);
                let wanted = if all_are { LineKind::Remark } else { *kind };
                self.change_entries(&lines, |line| edit::with_kind(line, wanted, language), now);
            }
            Command::ToggleStar => {
                let all_are = at_hand.iter().all(|entry| entry.starred);
                let change = |text: &str| toggled(text, all_are, |line| line.starred, edit::toggle_star);
                self.change_entries(&lines, change, now);
            }
            Command::TogglePrivate => {
                // Of a private session every line is private: what counts is the mark of the line itself.
                let all_are = at_hand.iter().all(|entry| line::parse(&entry.text).private);
                let toggle = |text: &str| edit::toggle_private(text, language);
                let change = |text: &str| toggled(text, all_are, |line| line.private, toggle);
                self.change_entries(&lines, change, now);
            }
            Command::ToggleDone => {
                let mut actions = at_hand.iter().filter(|entry| entry.kind == LineKind::Action);
                let all_are = actions.all(|entry| entry.done);
                let change = |text: &str| toggled(text, all_are, |line| line.done, edit::toggle_done);
                self.change_entries(&lines, change, now);
            }
            Command::TagLine(tag) => self.change_entries(&lines, |line| edit::add_trend(line, tag), now),
            _ => {}
        }
    }

    /// Ticks one action, or takes the tick away.
    pub(super) fn tick_entry(&mut self, session: SessionId, line: LineId, now: f64) {
        self.change_entries(&[(session, line)], edit::toggle_done, now);
    }

    /// Changes lines, in whichever note they are, and sends the notes on their way.
    pub(super) fn change_entries(
        &mut self,
        lines: &[(SessionId, LineId)],
        change: impl Fn(&str) -> String,
        now: f64,
    ) {
        self.flush(now);
        let mut by_session: HashMap<SessionId, HashSet<LineId>> = HashMap::new();
        for (session, line) in lines {
            by_session.entry(*session).or_default().insert(*line);
        }
        for (session, lines) in by_session {
            let Some(page) = self.book.as_mut().and_then(|book| book.page_mut(session)) else { continue };
            let changed = page.note.lines().iter().map(|line| match lines.contains(&line.id) {
                true => NoteLine { text: change(&line.text), ..line.clone() },
                false => line.clone(),
            });
            let changed = Note::from_lines(changed.collect());
            if changed == page.note {
                continue;
            }
            let before = std::mem::replace(&mut page.note, changed);
            self.show_changed(session, &before);
            self.send_note(session, now);
        }
        self.gather();
        self.prepare_view();
    }

    /// The text field of a note that was changed elsewhere starts anew, with its caret where it was.
    fn show_changed(&mut self, session: SessionId, before: &Note) {
        let Some(page) = self.book.as_ref().and_then(|book| book.page(session)) else { return };
        match self.draft.as_mut().filter(|draft| draft.session == session) {
            Some(draft) => {
                let caret = caret::followed(before, draft.selected.caret, &page.note);
                draft.adopt(page.note.text(), caret);
            }
            None => {
                self.changed_by_store.insert(session);
            }
        }
    }
}

/// A line with a mark, or without it where all lines have it already.
fn toggled(
    text: &str,
    all_are: bool,
    is_marked: impl Fn(&line::Line) -> bool,
    toggle: impl Fn(&str) -> String,
) -> String {
    if is_marked(&line::parse(text)) == all_are { toggle(text) } else { text.to_owned() }
}
