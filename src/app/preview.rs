//! A programme that was read and is not a day yet: the text it was read from, and the items that a person corrects before
//! they are kept. Nothing in here reads a programme, and nothing is saved; see `preview/asking.rs`
//! for both, and `preview/change.rs` for what is done with the items as a whole.

mod asking;
mod change;
mod item;
#[cfg(test)]
mod tests;

use chrono::TimeDelta;

use crate::domain::dates;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::problem::Problem;
use crate::domain::programme::{LeftOut, Programme, Reason, Warning};

pub use change::Change;
pub use item::Item;

/// A file with more text than this, in bytes, is too long to lay out beside its items: only what was left out is listed.
const MOST_SHOWN: usize = 400_000;

/// The preview of a programme.
#[expect(clippy::struct_excessive_bools, reason = "things that have nothing to do with each other")]
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The text: pasted, or that of a file. Empty where the format has no lines for people.
    pub text: String,
    /// Whether the text was pasted, and can be edited.
    pub is_pasted: bool,
    /// The file's name; empty for a pasted text.
    pub name: String,
    /// What the day is called.
    pub title: String,
    /// Its date, as it is typed.
    pub date: String,
    /// Where it is held.
    pub place: String,
    /// The items, in order.
    pub items: Vec<Item>,
    /// Which of them is being looked at.
    pub chosen: usize,
    /// Where the caret is in the title of that one, in letters.
    pub title_caret: Option<usize>,
    /// What was understood but may surprise.
    pub warnings: Vec<Warning>,
    /// Why the text is no programme.
    pub problem: Option<Problem>,
    /// The person was asked whether to leave without saving.
    pub is_leaving: bool,
    /// The day is being made or updated.
    pub is_saving: bool,
    /// What the clipboard holds has to be put in; the window has the clipboard.
    pub wants_clipboard: bool,
    /// The title of the chosen item has to get the focus.
    pub wants_focus: bool,
    /// What was read, without its sessions.
    read: Programme,
    /// Of each line of the text, from 1, the item that it belongs to.
    owners: Vec<Option<usize>>,
    /// Whether the items were read from lines of the text.
    has_lines: bool,
    left_out: Vec<LeftOut>,
    /// The items as they were before each step.
    before: Vec<Vec<Item>>,
    is_edited: bool,
    /// The last change was a step, or steps were taken back.
    follows_step: bool,
    /// How often the text was changed by hand.
    typed: usize,
    /// The text was changed since it was last sent to be read.
    is_unread: bool,
    /// The number under which it is being read.
    reading: Option<u64>,
    last_id: u64,
}

impl Preview {
    /// The preview in which a text is going to be pasted.
    #[must_use]
    pub fn of_paste() -> Self {
        let mut preview = Self::of_programme(Programme::default(), "");
        (preview.is_pasted, preview.wants_clipboard, preview.wants_focus) = (true, true, true);
        preview
    }

    /// The preview of what was read from the file called `name`.
    #[must_use]
    pub fn of_programme(programme: Programme, name: &str) -> Self {
        let mut preview = Self {
            text: programme.text.clone(),
            is_pasted: false,
            name: name.to_owned(),
            title: String::new(),
            date: String::new(),
            place: String::new(),
            items: Vec::new(),
            chosen: 0,
            title_caret: None,
            warnings: Vec::new(),
            problem: None,
            is_leaving: false,
            is_saving: false,
            wants_clipboard: false,
            wants_focus: false,
            read: Programme::default(),
            owners: Vec::new(),
            has_lines: false,
            left_out: Vec::new(),
            before: Vec::new(),
            is_edited: false,
            follows_step: false,
            typed: 0,
            is_unread: false,
            reading: None,
            last_id: 0,
        };
        preview.take_in(programme);
        preview
    }

    /// Puts in what the clipboard holds.
    pub fn paste(&mut self, text: String) {
        self.wants_clipboard = false;
        if !text.trim().is_empty() {
            self.text = text;
            self.is_unread = true;
        }
    }

    /// The text was changed by hand.
    pub fn text_was_typed(&mut self) {
        self.typed += 1;
        self.is_unread = true;
    }

    /// Whether the text can be edited now: not once items were corrected, because they would be lost.
    #[must_use]
    pub fn is_text_open(&self) -> bool {
        self.is_pasted && !self.is_edited
    }

    /// A field was changed by hand.
    pub fn was_edited(&mut self) {
        self.is_edited = true;
        self.follows_step = false;
        self.is_leaving = false;
    }

    /// Whether leaving loses work.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.is_edited || self.typed > 1
    }

    /// Whether the text is still being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.reading.is_some() || self.is_unread
    }

    /// What was read takes the place of everything.
    fn take_in(&mut self, mut programme: Programme) {
        let has_sources = programme.sources.len() == programme.sessions.len();
        let sources = std::mem::take(&mut programme.sources);
        let lines = |index: usize| sources.get(index).filter(|_| has_sources).cloned();
        let sessions = std::mem::take(&mut programme.sessions);
        self.items.clear();
        for (index, facts) in sessions.into_iter().enumerate() {
            let item = Item::new(self.fresh_id(), facts, lines(index));
            self.items.push(item);
        }
        let can_be_shown = self.is_pasted || programme.text.len() <= MOST_SHOWN;
        self.has_lines = has_sources && can_be_shown && !programme.text.is_empty();
        if !self.has_lines && !self.is_pasted {
            self.text.clear();
        }
        self.title.clone_from(&programme.day.title);
        self.date = item::date_text(programme.day.date);
        self.place = programme.day.place.clone().unwrap_or_default();
        self.warnings = std::mem::take(&mut programme.warnings);
        self.problem = None;
        self.chosen = 0;
        self.before.clear();
        self.is_edited = false;
        programme.text = String::new();
        self.read = programme;
        self.settle();
    }

    fn fresh_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// Works out what follows from the items: which line is whose, and what was left out.
    fn settle(&mut self) {
        self.chosen = self.chosen.min(self.items.len().saturating_sub(1));
        self.owners = vec![None; self.text.lines().count() + 1];
        for (index, item) in self.items.iter().enumerate() {
            for line in item.lines.clone().into_iter().flatten() {
                if let Some(owner) = self.owners.get_mut(line).filter(|owner| owner.is_none()) {
                    *owner = Some(index);
                }
            }
        }
        self.left_out = if self.is_by_lines() { self.lines_left_out() } else { self.read.left_out.clone() };
    }

    /// Whether the items were read from lines of the text that is shown.
    #[must_use]
    pub fn is_by_lines(&self) -> bool {
        self.has_lines
    }

    fn lines_left_out(&self) -> Vec<LeftOut> {
        let lines = (1..).zip(self.text.lines());
        let left_out = lines.filter(|(line, text)| !text.trim().is_empty() && self.owner(*line).is_none());
        left_out
            .map(|(line, text)| LeftOut {
                line,
                text: text.trim().to_owned(),
                reason: self.read_reason(line).unwrap_or(Reason::AroundProgramme),
            })
            .collect()
    }

    fn read_reason(&self, line: usize) -> Option<Reason> {
        let index = self.read.left_out.binary_search_by_key(&line, |piece| piece.line).ok()?;
        self.read.left_out.get(index).map(|piece| piece.reason)
    }

    /// The item that a line of the text, from 1, belongs to.
    #[must_use]
    pub fn owner(&self, line: usize) -> Option<usize> {
        self.owners.get(line).copied().flatten()
    }

    /// What did not become an item.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// How many items have no start.
    #[must_use]
    pub fn without_time(&self) -> usize {
        self.items.iter().filter(|item| item.is_without_time()).count()
    }

    /// Whether the items have dates of their own.
    #[must_use]
    pub fn has_several_days(&self) -> bool {
        self.read.day.last_date.is_some() || self.items.iter().any(|item| !item.date.is_empty())
    }

    /// The first item with a time or a date that is none.
    #[must_use]
    pub fn first_wrong(&self) -> Option<usize> {
        self.items.iter().position(|item| !item.has_good_times() || !item.has_good_date())
    }

    /// Whether the date of the day is one, or absent.
    #[must_use]
    pub fn has_good_date(&self) -> bool {
        self.date.trim().is_empty() || dates::parse_date(&self.date).is_some()
    }

    /// Whether it can be kept as it is now.
    #[must_use]
    pub fn can_save(&self) -> bool {
        !self.items.is_empty()
            && !self.is_saving
            && !self.is_reading()
            && self.has_good_date()
            && self.first_wrong().is_none()
    }

    /// The programme as it was corrected. A day without a title is called `untitled`.
    #[must_use]
    pub fn programme(&self, untitled: &str) -> Programme {
        let read = &self.read.day;
        let date = dates::parse_date(&self.date);
        let shift = match (read.date, date) {
            (Some(before), Some(now)) => now - before,
            _ => TimeDelta::zero(),
        };
        let sessions: Vec<SessionFacts> = self.items.iter().map(|item| item.session(shift)).collect();
        let last = read.last_date.and_then(|last| last.checked_add_signed(shift));
        let last = sessions.iter().filter_map(|session| session.date).chain(last).max();
        let title = if self.title.trim().is_empty() { untitled } else { self.title.trim() };
        let place = Some(self.place.trim().to_owned()).filter(|place| !place.is_empty());
        let last_date = last.filter(|last| date.is_some_and(|date| *last > date) && read.last_date.is_some());
        Programme {
            day: DayFacts { title: title.to_owned(), date, last_date, place, ..read.clone() },
            sessions,
            sources: Vec::new(),
            left_out: self.left_out.clone(),
            warnings: self.warnings.clone(),
            ..self.read.clone()
        }
    }
}
