//! The overview of a day: which part of it is shown, what narrows it down, and in which order. Worked out when one of these
//! changes and when the day does.

use std::collections::HashMap;

use crate::domain::book::Book;
use crate::domain::id::{DayId, LineId};
use crate::domain::review::entry::Entry;
use crate::domain::review::filter::Filter;
use crate::domain::review::overview::{Discussed, FigureOrder, Overview, discussed};
use crate::domain::review::several::{Several, Totals};
use crate::worker::Request;

use super::state::State;
use super::view::View;

/// Of all days together, so many lines of each part are listed; more are counted, and found by narrowing down.
pub const MOST: usize = 500;

/// A part of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// All parts, one after the other.
    #[default]
    All,
    /// What is to be done.
    Actions,
    /// What was agreed.
    Decisions,
    /// What was asked.
    Questions,
    /// Who said what.
    Quotes,
    /// Numbers.
    Figures,
    /// What was put to the room, and what came of it.
    Points,
    /// What is important.
    Starred,
    /// What is just for me.
    Private,
}

impl Section {
    /// The parts themselves, in their order.
    pub const PARTS: [Self; 8] = [
        Self::Actions,
        Self::Decisions,
        Self::Questions,
        Self::Quotes,
        Self::Figures,
        Self::Points,
        Self::Starred,
        Self::Private,
    ];
}

/// Something that is changed about what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another part.
    Section(Section),
    /// Only some lines, or all of them again.
    Filter(Filter),
    /// The figures in this order; the same order once more turns it round.
    Order(FigureOrder),
    /// All days together, or only the day on the screen again.
    AllDays(bool),
}

/// The overview as it is shown.
#[derive(Debug, Default)]
pub struct OverviewList {
    /// Counts what was worked out: rows that were made of this are out of date under another number.
    pub turn: u64,
    /// The part that is shown.
    pub section: Section,
    /// Which lines are wanted.
    pub filter: Filter,
    /// The order of the figures.
    pub order: FigureOrder,
    /// Whether that order is turned round.
    pub is_reversed: bool,
    /// The lines of each part, by their place in the entries. Of all days together, only the first ones of each part.
    pub lists: Overview,
    /// How much each part holds.
    pub totals: Totals,
    /// It is of all days together.
    pub all_days: bool,
    /// The trends that all days together can be narrowed down to.
    pub trends: Vec<String>,
    /// Whom they can be narrowed down to.
    pub people: Vec<String>,
    /// The number of the last question for all days.
    asked: u64,
    /// That question was answered.
    is_answered: bool,
    /// What was put to the room.
    pub points: Vec<Discussed>,
    /// Of which day.
    day: Option<DayId>,
    /// Where each action stood when the list was last put in order: one that is ticked stays where it is.
    stood: HashMap<LineId, usize>,
}

impl OverviewList {
    /// Whether the answer about all days is still to come.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.all_days && !self.is_answered
    }

    /// The entries are about to be those of the day on the screen: what was listed of all days is not among them.
    pub(super) fn forgets_all_days(&mut self) {
        self.turn += 1;
        self.lists = Overview::default();
        self.points.clear();
        self.is_answered = false;
    }

    /// Reads the day. What narrowed down another day does not narrow this one.
    pub(super) fn read(&mut self, book: &Book, entries: &[Entry]) {
        if self.day != Some(book.day.id) {
            let Self { turn, section, order, is_reversed, .. } = *self;
            *self = Self { day: Some(book.day.id), turn, section, order, is_reversed, ..Self::default() };
        }
        self.points = discussed(book);
        self.work_out(entries);
    }

    /// The next list is put in order anew.
    pub(super) fn starts_anew(&mut self) {
        self.stood.clear();
    }

    fn change(&mut self, change: Change, entries: &[Entry]) {
        match change {
            Change::Section(section) => self.section = section,
            Change::Filter(filter) => self.filter = filter,
            Change::AllDays(all_days) => {
                self.all_days = all_days;
                // What is listed of one day is not what comes of all of them.
                (self.lists, self.totals, self.is_answered) = Default::default();
                self.points.clear();
            }
            Change::Order(order) => {
                self.is_reversed = order == self.order && !self.is_reversed;
                self.order = order;
            }
        }
        self.starts_anew();
        self.work_out(entries);
    }

    fn work_out(&mut self, entries: &[Entry]) {
        self.turn += 1;
        if !self.all_days {
            self.lists = Overview::of(entries, &self.points, &self.filter);
            self.totals = Totals::of(&self.lists);
        }
        // The entries are in the order of the days.
        self.lists.figures.sort_unstable();
        self.lists.figures = self.lists.figures_by(entries, self.order);
        if self.is_reversed {
            self.lists.figures.reverse();
        }
        let id = |index: &usize| entries.get(*index).map(|entry| entry.id);
        if !self.stood.is_empty() {
            let stood = |index: &usize| id(index).and_then(|id| self.stood.get(&id)).copied();
            // What is new comes last, in its own order.
            self.lists.actions.sort_by_key(|index| stood(index).unwrap_or(usize::MAX));
        }
        let places = self.lists.actions.iter().enumerate();
        self.stood = places.filter_map(|(place, index)| Some((id(index)?, place))).collect();
    }

    /// The lines of a part, by their place in the entries; of all parts and of what was put to the room there are none.
    #[must_use]
    pub fn lines(&self, section: Section) -> &[usize] {
        match section {
            Section::All | Section::Points => &[],
            Section::Actions => &self.lists.actions,
            Section::Decisions => &self.lists.decisions,
            Section::Questions => &self.lists.questions,
            Section::Quotes => &self.lists.quotes,
            Section::Figures => &self.lists.figures,
            Section::Starred => &self.lists.starred,
            Section::Private => &self.lists.private,
        }
    }

    /// How much a part holds.
    #[must_use]
    pub fn count(&self, section: Section) -> usize {
        match section {
            Section::All => Section::PARTS.into_iter().map(|part| self.count(part)).sum(),
            Section::Actions => self.totals.actions,
            Section::Decisions => self.totals.decisions,
            Section::Questions => self.totals.questions,
            Section::Quotes => self.totals.quotes,
            Section::Figures => self.totals.figures,
            Section::Points => self.totals.points,
            Section::Starred => self.totals.starred,
            Section::Private => self.totals.private,
        }
    }
}

impl State {
    /// Shows another part of the overview, or in another way.
    pub(super) fn change_overview(&mut self, change: Change) {
        let afterwards = &mut self.afterwards;
        afterwards.picked.clear();
        let is_other_span = matches!(change, Change::AllDays(_));
        let asks_anew = matches!(change, Change::Filter(_)) && afterwards.overview.all_days;
        if is_other_span {
            // One day is narrowed down by its sessions, all days together are not.
            afterwards.overview.filter = Filter::default();
        }
        afterwards.overview.change(change, &afterwards.entries);
        if asks_anew {
            // The answer is put in order by itself, not after what is listed until it comes.
            afterwards.overview.starts_anew();
        }
        if is_other_span {
            self.prepare_view();
        } else if asks_anew {
            self.ask_overview();
        }
    }

    /// Whether what the overview shows comes from the worker.
    pub(super) fn has_overview_of_all_days(&self) -> bool {
        self.view == View::Overview && self.afterwards.overview.all_days
    }

    /// Asks what came of all days.
    pub(super) fn ask_overview(&mut self) {
        self.asked += 1;
        let overview = &mut self.afterwards.overview;
        overview.asked = self.asked;
        overview.is_answered = false;
        let filter = overview.filter.clone();
        self.ask(Request::Overview { asked: self.asked, filter, most: MOST });
    }

    /// What came of all days; an answer to an older question is of no use any more.
    pub(super) fn overview_found(&mut self, asked: u64, several: Several, now: f64) {
        if !self.has_overview_of_all_days() || self.afterwards.overview.asked != asked {
            return;
        }
        let Several { entries, points, lists, totals, trends, people } = several;
        let afterwards = &mut self.afterwards;
        afterwards.revision += 1;
        afterwards.entries = entries;
        let overview = &mut afterwards.overview;
        (overview.points, overview.lists, overview.totals) = (points, lists, totals);
        (overview.trends, overview.people) = (trends, people);
        overview.is_answered = true;
        overview.work_out(&afterwards.entries);
        self.entries_were_edited(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::day_of;

    fn shown(list: &OverviewList, section: Section, entries: &[Entry]) -> Vec<String> {
        list.lines(section).iter().map(|index| entries[*index].body.clone()).collect()
    }

    #[test]
    fn an_action_that_is_ticked_stays_where_it_is_until_the_list_is_opened_again() {
        let before = day_of("2023-03-16", &[("a", "- [ ] eerste\n- [ ] tweede")]);
        let mut list = OverviewList::default();
        list.read(&before, &entries(&before));
        let mut after = day_of("2023-03-16", &[("a", "- [x] eerste\n- [ ] tweede")]);
        after.day = before.day.clone();
        let ids: Vec<LineId> = before.pages[0].note.lines().iter().map(|line| line.id).collect();
        let lines = after.pages[0].note.lines().iter().zip(ids);
        let lines = lines.map(|(line, id)| crate::domain::note::NoteLine { id, ..line.clone() }).collect();
        after.pages[0].note = crate::domain::note::Note::from_lines(lines);
        let entries = entries(&after);
        list.read(&after, &entries);
        assert_eq!(shown(&list, Section::Actions, &entries), ["eerste", "tweede"]);
        assert_eq!(list.lists.open_actions, 1);
        list.starts_anew();
        list.read(&after, &entries);
        assert_eq!(shown(&list, Section::Actions, &entries), ["tweede", "eerste"]);
    }

    #[test]
    fn what_comes_of_all_days_is_in_its_own_order_and_not_behind_what_was_listed_of_one() {
        let book =
            day_of("2023-03-16", &[("a", "- [ ] laat vóór 5 april\n- [ ] vroeg vóór 20 maart\nvraag: wie?")]);
        let own = entries(&book);
        let mut list = OverviewList::default();
        list.read(&book, &own);
        assert_eq!(shown(&list, Section::Actions, &own), ["vroeg", "laat"].map(|word| body_of(&own, word)));
        list.change(Change::AllDays(true), &own);
        assert!(list.waits());
        assert_eq!((list.count(Section::All), list.lines(Section::Actions)), (0, &[][..]));
        let earlier = day_of("2023-03-01", &[("b", "- [ ] eerst vóór 2 maart")]);
        let mut pool = crate::domain::review::several::Pool::default();
        pool.add(&earlier);
        pool.add(&book);
        let several = pool.several(&Filter::default(), MOST);
        (list.lists, list.totals, list.is_answered) = (several.lists, several.totals, true);
        list.work_out(&several.entries);
        let order = ["eerst", "vroeg", "laat"].map(|word| body_of(&several.entries, word));
        assert_eq!(shown(&list, Section::Actions, &several.entries), order);
    }

    fn body_of(entries: &[Entry], word: &str) -> String {
        entries.iter().find(|entry| entry.body.starts_with(word)).expect("a line").body.clone()
    }

    #[test]
    fn the_same_order_once_more_turns_the_figures_round() {
        let book =
            day_of("2023-03-16", &[("a", "cijfer: 12 scholen\ncijfer: 70 % wijken\ncijfer: 40 agenten")]);
        let entries = entries(&book);
        let mut list = OverviewList::default();
        list.read(&book, &entries);
        list.change(Change::Order(FigureOrder::Value), &entries);
        assert_eq!(shown(&list, Section::Figures, &entries), ["70 % wijken", "40 agenten", "12 scholen"]);
        list.change(Change::Order(FigureOrder::Value), &entries);
        assert_eq!(shown(&list, Section::Figures, &entries), ["12 scholen", "40 agenten", "70 % wijken"]);
        list.change(Change::Order(FigureOrder::What), &entries);
        assert_eq!(shown(&list, Section::Figures, &entries), ["40 agenten", "12 scholen", "70 % wijken"]);
    }

    #[test]
    fn what_narrows_a_day_down_does_not_narrow_the_next_one() {
        let one = day_of("2023-03-16", &[("a", "vraag: wie?\nvraag: wat?")]);
        let other = day_of("2023-03-17", &[("a", "vraag: waar?")]);
        let mut list = OverviewList::default();
        let read = entries(&one);
        list.read(&one, &read);
        list.change(Change::Filter(Filter { text: "wie".to_owned(), ..Filter::default() }), &read);
        assert_eq!(list.count(Section::Questions), 1);
        list.read(&other, &entries(&other));
        assert_eq!((list.count(Section::Questions), list.filter.is_empty()), (1, true));
    }
}
