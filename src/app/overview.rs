//! The overview of a day: which part of it is shown, what narrows it down, and in which order. Worked out when one of these
//! changes and when the day does.

use std::collections::HashMap;

use crate::domain::book::Book;
use crate::domain::id::{DayId, LineId};
use crate::domain::review::entry::Entry;
use crate::domain::review::filter::Filter;
use crate::domain::review::overview::{Discussed, FigureOrder, Overview, discussed};

use super::state::State;

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
    /// The lines of each part, by their place in the entries.
    pub lists: Overview,
    /// What was put to the room.
    pub points: Vec<Discussed>,
    /// Of which day.
    day: Option<DayId>,
    /// Where each action stood when the list was last put in order: one that is ticked stays where it is.
    stood: HashMap<LineId, usize>,
}

impl OverviewList {
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
        self.lists = Overview::of(entries, &self.points, &self.filter);
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
            Section::Points => self.lists.points.len(),
            _ => self.lines(section).len(),
        }
    }
}

impl State {
    /// Shows another part of the overview, or in another way.
    pub(super) fn change_overview(&mut self, change: Change) {
        let afterwards = &mut self.afterwards;
        afterwards.picked.clear();
        afterwards.overview.change(change, &afterwards.entries);
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
