//! What is done with the items of a preview as a whole: move, part, join, take out, make. Each step can be taken back.

use std::ops::RangeInclusive;

use super::{Item, Preview};
use crate::domain::day::SessionFacts;

/// So many steps can be taken back.
const MOST_STEPS: usize = 30;

/// What is done with the items as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Look at this item.
    Choose(usize),
    /// Look at the one so many places further.
    Step(isize),
    /// Move the chosen one so many places.
    Move(isize),
    /// Part it in two.
    Split,
    /// Join it with the next.
    Join,
    /// Take it out.
    Delete,
    /// Put a new one after it.
    Add,
    /// This line, from 1, is no item: the one made of it goes.
    NotAnItem(usize),
    /// Make an item of this line, from 1.
    MakeItem(usize),
    /// Take back the last step.
    Undo,
    /// Read the text again, without what was corrected.
    StartOver,
}

impl Preview {
    /// Does something with the items as a whole.
    pub fn change(&mut self, change: Change) {
        self.is_leaving = false;
        match change {
            Change::Choose(index) => return self.choose(index),
            Change::Step(steps) => {
                if let Some(index) = self.chosen.checked_add_signed(steps) {
                    self.choose(index);
                    self.wants_focus = true;
                }
                return;
            }
            Change::StartOver => {
                (self.is_edited, self.is_unread) = (false, true);
                return;
            }
            Change::Undo => self.undo(),
            change => {
                let before = self.items.clone();
                self.do_with_items(change);
                if before != self.items {
                    self.keep(before);
                }
            }
        }
        self.settle();
    }

    fn choose(&mut self, index: usize) {
        if index < self.items.len() && index != self.chosen {
            self.chosen = index;
            self.title_caret = None;
        }
    }

    fn keep(&mut self, before: Vec<Item>) {
        if self.before.len() == MOST_STEPS {
            self.before.remove(0);
        }
        self.before.push(before);
        self.was_edited();
        self.follows_step = true;
    }

    fn undo(&mut self) {
        if let Some(items) = self.before.pop() {
            self.items = items;
        }
    }

    /// Whether the key of undo is meant for the last step: nothing was typed since.
    #[must_use]
    pub fn follows_step(&self) -> bool {
        self.follows_step && self.can_undo()
    }

    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    fn do_with_items(&mut self, change: Change) {
        let chosen = self.chosen;
        match change {
            Change::Move(steps) => self.move_chosen(steps),
            Change::Split => self.split(),
            Change::Join if chosen + 1 < self.items.len() => {
                let next = self.items.remove(chosen + 1);
                if let Some(item) = self.items.get_mut(chosen) {
                    item.join(next);
                }
            }
            Change::Delete if chosen < self.items.len() => {
                self.items.remove(chosen);
            }
            Change::Add => {
                let id = self.fresh_id();
                let mut item = Item::new(id, SessionFacts::default(), None);
                if let Some(before) = self.items.get(chosen) {
                    item.date.clone_from(&before.date);
                }
                let place = (chosen + 1).min(self.items.len());
                self.put(place, item);
            }
            Change::NotAnItem(line) => {
                if let Some(index) = self.owner(line) {
                    self.items.remove(index);
                }
            }
            Change::MakeItem(line) if self.owner(line).is_none() => self.make_item(line),
            _ => {}
        }
        self.title_caret = None;
    }

    fn put(&mut self, place: usize, item: Item) {
        self.items.insert(place, item);
        self.chosen = place;
        self.wants_focus = true;
    }

    fn move_chosen(&mut self, steps: isize) {
        let Some(to) = self.chosen.checked_add_signed(steps).filter(|to| *to < self.items.len()) else {
            return;
        };
        let item = self.items.remove(self.chosen);
        self.items.insert(to, item);
        self.chosen = to;
    }

    fn split(&mut self) {
        let id = self.fresh_id();
        let (at, chosen) = (self.title_caret, self.chosen);
        let second_line = |lines: &RangeInclusive<usize>| self.text.lines().nth(*lines.start());
        let rest = self.items.get(chosen).and_then(|item| item.lines.as_ref()).and_then(second_line);
        let rest = rest.map(str::to_owned);
        let Some(item) = self.items.get_mut(chosen) else { return };
        let second = item.split(id, at, rest.as_deref());
        self.put(chosen + 1, second);
    }

    fn make_item(&mut self, line: usize) {
        let Some(text) = self.text.lines().nth(line.saturating_sub(1)).map(str::to_owned) else { return };
        let id = self.fresh_id();
        let starts_later = |item: &Item| item.lines.as_ref().is_some_and(|lines| *lines.start() > line);
        let place = self.items.iter().position(starts_later).unwrap_or(self.items.len());
        self.put(place, Item::of_line(id, line, &text));
    }
}
