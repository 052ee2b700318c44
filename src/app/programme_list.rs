//! The programme as it is listed: which rows there are, in which order and under which headings, and what narrows it down.
//!
//! Worked out when the sessions of the day or the filter change, and never in a frame. Says nothing about words, sizes or
//! colours: those are the view's.

mod arrange;
mod filter;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::NaiveDateTime;

use crate::domain::book::{Book, Page};
use crate::domain::day::timing::next_start;
use crate::domain::id::{DayId, SessionId};
use crate::domain::trend::fold;

pub use filter::{Choices, Filter};

/// A programme with more sessions than this can be narrowed down; a smaller one is seen at a glance.
const SEEN_AT_A_GLANCE: usize = 25;

/// A row of the list. Pages are places in the pages of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The heading of a date, where a programme has several: that of this page's session.
    Date(usize),
    /// The heading above sessions that begin at the same moment.
    Slot {
        /// The page of the one of them that ends last.
        page: usize,
        /// What the heading says: their start, and their end where they share it.
        said: Said,
    },
    /// So many minutes without a session.
    Gap(u32),
    /// The session of this page.
    Session {
        /// The page.
        page: usize,
        /// What the heading above it says of its times.
        said: Said,
        /// Whether it has a star, as has another session at the same time.
        clashes: bool,
    },
}

/// Which times a heading says, so that the rows under it need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// None: there is no such heading.
    Nothing,
    /// When the sessions begin.
    Start,
    /// When they begin and when they end.
    Both,
}

/// A session in the order of the list.
#[derive(Clone, Copy, Debug)]
struct Placed {
    session: SessionId,
    page: usize,
    is_shown: bool,
}

/// The list.
#[derive(Debug, Default)]
pub struct ProgrammeList {
    /// The field in which words are looked for has to get the focus; the view has it.
    pub asks_field: bool,
    revision: u64,
    day: Option<DayId>,
    /// What the list of each day was narrowed down to, while the window lives.
    filters: HashMap<DayId, Filter>,
    /// What stands in for the filter of a day that has none.
    everything: Filter,
    choices: Choices,
    /// Per page, the words that are looked in.
    words: Vec<String>,
    order: Vec<Placed>,
    is_grouped: bool,
    items: Vec<Item>,
    starts: Vec<NaiveDateTime>,
    clashes: HashMap<SessionId, Vec<SessionId>>,
}

impl ProgrammeList {
    /// The rows.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Another number whenever the rows have changed, or what is in them.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The rows say the same in other words.
    pub(super) fn worded_anew(&mut self) {
        self.revision += 1;
    }

    /// Whether there are so many sessions that the list can be narrowed down.
    #[must_use]
    pub fn has_filter(&self) -> bool {
        self.order.len() > SEEN_AT_A_GLANCE
    }

    /// Whether every session is listed, in the order that the day itself has: then a row that is put elsewhere stays there.
    #[must_use]
    pub fn is_in_own_order(&self) -> bool {
        !self.is_grouped && self.order.iter().all(|placed| placed.is_shown)
    }

    /// What the list is narrowed down to.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        let own = self.day.filter(|_| self.has_filter()).and_then(|day| self.filters.get(&day));
        own.unwrap_or(&self.everything)
    }

    /// What there is to choose from.
    #[must_use]
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// How many sessions there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.order.len()
    }

    /// How many of them are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.order.iter().filter(|placed| placed.is_shown).count()
    }

    /// Whether the filter leaves this session out.
    #[must_use]
    pub fn hides(&self, session: SessionId) -> bool {
        self.order.iter().any(|placed| placed.session == session && !placed.is_shown)
    }

    /// The sessions with a star that are at the same time as this one with a star.
    #[must_use]
    pub fn clashes(&self, session: SessionId) -> &[SessionId] {
        self.clashes.get(&session).map_or(&[], Vec::as_slice)
    }

    /// When what comes next begins, by the programme.
    #[must_use]
    pub fn next_start(&self, moment: NaiveDateTime) -> Option<NaiveDateTime> {
        next_start(&self.starts, moment)
    }

    /// The session so many places after this one in the list; what is not shown is passed over.
    #[must_use]
    pub fn neighbour(&self, session: SessionId, steps: isize) -> Option<SessionId> {
        let at = self.order.iter().position(|placed| placed.session == session)?;
        let nth = steps.unsigned_abs().checked_sub(1)?;
        let shown = |placed: &&Placed| placed.is_shown;
        let placed = if steps > 0 {
            self.order.iter().skip(at + 1).filter(shown).nth(nth)
        } else {
            self.order.iter().take(at).rev().filter(shown).nth(nth)
        };
        placed.map(|placed| placed.session)
    }

    /// Reads the sessions of the day anew. To be called whenever one came, went, moved or changed.
    pub fn read(&mut self, book: Option<&Book>) {
        let Some(book) = book else {
            let revision = self.revision + 1;
            *self = Self { revision, filters: std::mem::take(&mut self.filters), ..Self::default() };
            return;
        };
        self.day = Some(book.day.id);
        self.choices = Choices::of(book);
        self.words = book.pages.iter().map(words_of).collect();
        self.is_grouped = arrange::has_parallel(book);
        let order = arrange::order(book, self.is_grouped);
        self.order = order
            .into_iter()
            .filter_map(|page| {
                let session = book.pages.get(page)?.session.id;
                Some(Placed { session, page, is_shown: true })
            })
            .collect();
        self.starts = arrange::starts(book);
        self.clashes = arrange::clashes(book);
        if let Some(filter) = self.filters.get_mut(&book.day.id) {
            filter.keep_to(&self.choices);
        }
        self.arrange(book);
    }

    /// Narrows the list down, or no longer.
    pub fn narrow(&mut self, book: &Book, filter: Filter) {
        self.filters.insert(book.day.id, filter);
        self.arrange(book);
    }

    fn arrange(&mut self, book: &Book) {
        let filter = self.filter().clone();
        let wanted: Vec<String> = fold(&filter.text).split_whitespace().map(str::to_owned).collect();
        for placed in &mut self.order {
            let words = self.words.get(placed.page).map_or("", String::as_str);
            placed.is_shown = book.pages.get(placed.page).is_some_and(|page| {
                filter.fits(&page.session, book.day.facts.date)
                    && wanted.iter().all(|word| words.contains(word.as_str()))
            });
        }
        let shown: Vec<usize> =
            self.order.iter().filter(|placed| placed.is_shown).map(|placed| placed.page).collect();
        let has_dates = arrange::has_dates(book);
        self.items = arrange::items(book, &shown, self.is_grouped, has_dates, &self.clashes);
        self.revision += 1;
    }
}

/// The words of a session that are looked in: its titles, who speaks, room and track.
fn words_of(page: &Page) -> String {
    let facts = &page.session.facts;
    let speakers = facts.speakers.iter().map(|speaker| speaker.name.as_str());
    let parts = [Some(&facts.title), facts.subtitle.as_ref(), facts.room.as_ref(), facts.track.as_ref()];
    let parts = parts.into_iter().flatten().map(String::as_str).chain(speakers);
    fold(&parts.collect::<Vec<_>>().join("\n"))
}
