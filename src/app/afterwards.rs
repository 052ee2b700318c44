//! What the views show of the day on the screen. Worked out when a view is opened and when the day has changed under it, and
//! not in between: a view only draws.

use crate::domain::book::Book;
use crate::domain::id::{LineId, SessionId};
use crate::domain::review::entry::{Entry, entries_after};
use crate::domain::review::matrix::{Columns, Order, Row, TrendMatrix};
use crate::domain::review::unfinished::{Step, Unfinished};
use crate::export::labels::Labels;
use crate::export::{Options, markdown};

use super::entry_edits::Picked;
use super::overview::OverviewList;
use super::people::PeopleList;
use super::state::State;
use super::view::View;

/// What was worked out.
#[derive(Debug, Default)]
pub struct Afterwards {
    /// Counts what was worked out: what is derived from this is out of date under another number.
    pub revision: u64,
    /// Every line of the day that says something, in the order of the day.
    pub entries: Vec<Entry>,
    /// The trends across its sessions.
    pub matrix: TrendMatrix,
    /// In which order the trends are listed.
    pub order: Order,
    /// The places of the trends in that order.
    pub trend_order: Vec<usize>,
    /// The cell whose lines are listed.
    pub chosen: Option<Chosen>,
    /// What is unfinished.
    pub unfinished: Unfinished,
    /// Which step of the walk through it is looked at.
    pub step: Step,
    /// The page that is read, as Markdown.
    pub page: String,
    /// What came of the day.
    pub overview: OverviewList,
    /// Who is in it.
    pub people: PeopleList,
    /// The lines that a command is about.
    pub picked: Picked,
    /// The line whose words are being edited where it stands.
    pub rewords: Option<LineId>,
}

/// A cell of the map of trends, by its row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chosen {
    /// The trend, by its place in the matrix; `None` for the lines without one.
    pub trend: Option<usize>,
    /// The session, by its column; `None` for all.
    pub session: Option<usize>,
}

impl Afterwards {
    fn read(&mut self, book: &Book, view: &View) {
        let chosen_tag = self.chosen.and_then(|chosen| self.tag_of(chosen));
        let was_trend = self.chosen.is_some_and(|chosen| chosen.trend.is_some());
        self.revision += 1;
        if self.overview.all_days {
            self.overview.forgets_all_days();
        }
        self.entries = entries_after(book, std::mem::take(&mut self.entries));
        self.matrix = TrendMatrix::of(book, &self.entries, Columns::WithNotes);
        self.trend_order = self.matrix.ordered(self.order);
        self.unfinished = Unfinished::of(book, &self.entries);
        if matches!(view, View::Overview | View::People) {
            self.people.read(book, &self.entries);
        }
        if *view == View::Overview && !self.overview.all_days {
            self.overview.read(book, &self.entries);
        }
        // The rows may have moved: what was chosen is found by its tag.
        if let Some(chosen) = &mut self.chosen
            && was_trend
        {
            chosen.trend = chosen_tag.and_then(|tag| self.matrix.place_of(&tag));
            if chosen.trend.is_none() {
                self.chosen = None;
            }
        }
    }

    fn tag_of(&self, chosen: Chosen) -> Option<String> {
        self.matrix.trends.get(chosen.trend?).map(|trend| trend.tag.clone())
    }

    /// The lines of a cell, by their place in the entries.
    #[must_use]
    pub fn lines_of(&self, chosen: Chosen) -> Vec<usize> {
        let row = match chosen.trend {
            Some(trend) => self.matrix.trends.get(trend).map(|trend| &trend.row),
            None => Some(&self.matrix.without),
        };
        let all = |row: &Row| row.lines().collect();
        let cell = |row: &Row, column| row.cell(column).to_vec();
        row.map(|row| chosen.session.map_or_else(|| all(row), |column| cell(row, column))).unwrap_or_default()
    }
}

impl State {
    /// Works out what the view that is shown needs. To be called when a view is opened and when the day has changed.
    pub(super) fn prepare_view(&mut self) {
        match self.view {
            View::Day | View::Days => return,
            View::Search => return self.prepare_search(),
            View::Trend(_) => self.ask_lines_of_trend(),
            View::Overview if self.afterwards.overview.all_days => return self.ask_overview(),
            _ => {}
        }
        match &self.book {
            Some(book) => {
                self.afterwards.read(book, &self.view);
                if let View::Reading(session) = self.view {
                    self.afterwards.page = page(book, session, &self.texts.labels());
                }
            }
            None => {
                self.afterwards =
                    Afterwards { revision: self.afterwards.revision + 1, ..Afterwards::default() }
            }
        }
    }

    /// Looks at a step of the walk through the day. For the evaluation form, the session that brings it is opened behind it.
    pub(super) fn go_through(&mut self, step: Step, now: f64) {
        self.afterwards.step = step;
        let form = self.afterwards.unfinished.evaluation.first().map(|question| question.origin.session);
        let is_open = self.draft.as_ref().map(|draft| draft.session) == form;
        if let Some(session) = form.filter(|_| step == Step::Evaluation && !is_open) {
            self.open_after_saving(session, now);
        }
    }

    /// Lists the trends in another order.
    pub(super) fn order_trends(&mut self, order: Order) {
        self.afterwards.order = order;
        self.afterwards.trend_order = self.afterwards.matrix.ordered(order);
    }
}

/// A session, or the day, as a page that is read on this screen: what is private too.
fn page(book: &Book, session: Option<SessionId>, labels: &Labels) -> String {
    let options = Options { include_private: true, ..Options::default() };
    match session {
        Some(session) => markdown::session(book, session, &options, labels).unwrap_or_default(),
        None => markdown::day(book, &options, labels),
    }
}
