//! The search over all days: what is typed, what the worker found, and what the field can complete.
//!
//! Every key asks anew, with a number that goes up: an answer with an older number is dropped. The worker keeps only the
//! newest question that waits.

use std::collections::HashMap;

use crate::domain::across::SessionName;
use crate::domain::id::SessionId;
use crate::domain::search::Found;
use crate::domain::search::complete::{Completion, Known, KnownDay, complete};
use crate::worker::Request;

use super::state::State;
use super::view::View;

/// So many lines are asked for at once.
const LIMIT: u32 = 300;

/// So many earlier searches are kept.
const RECENT: usize = 8;

/// The search.
#[derive(Debug, Default)]
pub struct Searching {
    /// What is typed.
    pub query: String,
    /// What was found for it, or for what was typed just before.
    pub found: Option<Found>,
    /// What the sessions of those lines are called.
    pub sessions: HashMap<SessionId, SessionName>,
    /// Counts the answers: what is derived from one is out of date under another number.
    pub revision: u64,
    /// What can be written at the caret.
    pub completions: Vec<Completion>,
    /// Earlier searches from which a line was opened, the last first. They last as long as the window.
    pub recent: Vec<String>,
    /// The number of the last question.
    pub(super) asked: u64,
    known: Known,
}

impl Searching {
    /// Works out what can be written at the caret, in characters from the start.
    pub fn complete(&mut self, caret: usize, language: crate::domain::language::Language) {
        self.completions = complete(&self.query, caret, &self.known, language);
    }

    /// Keeps what was searched for, among the last ones.
    fn keep(&mut self) {
        let query = self.query.trim().to_owned();
        if query.is_empty() {
            return;
        }
        self.recent.retain(|other| *other != query);
        self.recent.insert(0, query);
        self.recent.truncate(RECENT);
    }
}

impl State {
    /// Searches for something else.
    pub(super) fn search_for(&mut self, query: String) {
        self.searching.query = query;
        self.ask_search();
    }

    /// Asks again: for another query, or because notes have changed.
    pub(super) fn ask_search(&mut self) {
        self.asked += 1;
        self.searching.asked = self.asked;
        if self.searching.query.trim().is_empty() {
            self.searching.found = None;
            self.searching.revision += 1;
            return;
        }
        let request =
            Request::Search { asked: self.asked, query: self.searching.query.clone(), limit: LIMIT };
        self.ask(request);
    }

    /// An answer has come; one to an older question is of no use any more.
    pub(super) fn found(&mut self, asked: u64, found: Found, sessions: HashMap<SessionId, SessionName>) {
        if asked == self.searching.asked {
            self.searching.found = Some(found);
            self.searching.sessions = sessions;
            self.searching.revision += 1;
        }
    }

    /// Gathers what a filter can ask for, when the search is opened.
    pub(super) fn prepare_search(&mut self) {
        let days = self.days.iter().map(|summary| KnownDay {
            slug: summary.day.slug.clone(),
            title: summary.day.facts.title.clone(),
            date: summary.day.facts.date,
        });
        let days = days.collect();
        let (trends, persons) = self.names.known(self.book.as_ref());
        self.searching.known = Known { trends, persons, days };
        self.ask_search();
    }

    /// A line was opened from the search: what was searched for is kept.
    pub(super) fn keep_search(&mut self) {
        if self.view == View::Search {
            self.searching.keep();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_searches_are_kept_each_once() {
        let mut searching = Searching::default();
        for query in ["een", "twee", "een ", "  ", "drie"] {
            query.clone_into(&mut searching.query);
            searching.keep();
        }
        assert_eq!(searching.recent, ["drie", "een", "twee"]);
        for number in 0..20 {
            searching.query = number.to_string();
            searching.keep();
        }
        assert_eq!(searching.recent.len(), RECENT);
        assert_eq!(searching.recent[0], "19");
    }
}
