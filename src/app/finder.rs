//! "Ga naar…": one field in which a session, a command, a trend, a person or a line of the day is found by typing a part
//! of it.
//!
//! What can be found is listed once when the field is opened, and again when the day changes under it; what is found is
//! worked out when the query changes. It searches the day on the screen, not the other days, and it does nothing itself:
//! what is chosen is a [`Command`].

mod index;
mod named;
mod rank;

pub use index::{Group, Item, Target, index};

use super::command::Command;
use super::state::State;

/// The field, with what can be found and what is.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    /// What was typed.
    pub query: String,
    /// Everything that can be found.
    items: Vec<Item>,
    /// The places in `items` of what is found, the best first.
    found: Vec<usize>,
    /// The place in `found` of what Enter chooses.
    chosen: usize,
    /// The trend or the person whose lines are listed, and what was typed to find it.
    within: Option<Within>,
    /// Counts the changes of what is chosen.
    turns: u64,
}

/// A trend or a person whose lines are listed.
#[derive(Clone, Debug, PartialEq)]
struct Within {
    name: String,
    places: Vec<usize>,
    query_before: String,
}

/// What choosing a row comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Do this, and close.
    Do(Command),
    /// The rows are now those of what was chosen.
    Narrowed,
    /// There was nothing to choose.
    Nothing,
}

impl Finder {
    /// An empty field on the day of `state`. The open session is chosen, so that the arrows start from it.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let mut finder = Self {
            query: String::new(),
            items: index(state),
            found: Vec::new(),
            chosen: 0,
            within: None,
            turns: 0,
        };
        finder.search();
        if let Some(draft) = &state.draft {
            let open = Target::Do(Command::SelectSession(draft.session));
            let place = finder.found().position(|item| item.target == open);
            finder.chosen = place.unwrap_or(0);
        }
        finder
    }

    /// The day has changed: what can be found is listed anew.
    pub fn replace(&mut self, items: Vec<Item>) {
        if let Some(within) = self.within.take() {
            self.query = within.query_before;
        }
        self.items = items;
        self.search();
    }

    /// The query has changed: looks again, and chooses the best.
    pub fn search(&mut self) {
        let among = self.within.as_ref().map(|within| within.places.as_slice());
        self.found = rank::search(&self.items, among, &self.query);
        self.chosen = 0;
        self.turns += 1;
    }

    /// What is found, the best first.
    pub fn found(&self) -> impl Iterator<Item = &Item> {
        self.found.iter().filter_map(|place| self.items.get(*place))
    }

    /// What is found at these places.
    pub fn rows(&self, places: std::ops::Range<usize>) -> impl Iterator<Item = (usize, &Item)> {
        let rows = self.found.get(places.clone()).unwrap_or_default();
        places.zip(rows).filter_map(|(place, item)| Some((place, self.items.get(*item)?)))
    }

    /// How much is found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// The place of what Enter chooses.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The trend or the person whose lines are listed.
    #[must_use]
    pub fn within(&self) -> Option<&str> {
        self.within.as_ref().map(|within| within.name.as_str())
    }

    /// Moves the choice; it stops at the first and the last.
    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        self.turns += 1;
    }

    /// Counts the changes of what is chosen: a view brings it into sight when this changes.
    #[must_use]
    pub fn turns(&self) -> u64 {
        self.turns
    }

    /// Chooses the row at this place.
    pub fn choose(&mut self, place: usize) -> Choice {
        let Some(item) = self.found.get(place).and_then(|item| self.items.get(*item)) else {
            return Choice::Nothing;
        };
        match &item.target {
            Target::Do(command) => Choice::Do(command.clone()),
            Target::Narrow(places) => {
                let within = Within {
                    name: item.name.clone(),
                    places: places.clone(),
                    query_before: std::mem::take(&mut self.query),
                };
                self.within = Some(within);
                self.search();
                Choice::Narrowed
            }
        }
    }

    /// One step back: from the lines of a trend or a person to what was found before. Says whether there was such a step.
    pub fn step_back(&mut self) -> bool {
        let Some(within) = self.within.take() else { return false };
        self.query = within.query_before;
        self.search();
        true
    }
}

#[cfg(test)]
mod tests;
