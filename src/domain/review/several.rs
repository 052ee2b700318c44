//! The overview of all days together, worked out beside the window. What can be listed is gathered once; a filter leaves
//! what is wanted of it, and of each list only its first lines go to the window. The counts are of all of them.

use std::collections::{BTreeMap, HashMap};

use super::entry::{Entry, entries};
use super::filter::Filter;
use super::overview::{Discussed, Overview, discussed};
use crate::domain::book::Book;
use crate::domain::line::LineKind;
use crate::domain::people;
use crate::domain::trend;

/// What can be listed of all days.
#[derive(Debug, Default)]
pub struct Pool {
    entries: Vec<Entry>,
    points: Vec<Discussed>,
    /// The trends of those lines, by their normalised tag.
    trends: BTreeMap<String, String>,
    /// Whom they name or quote, by the form in which names are compared.
    people: BTreeMap<String, String>,
}

/// What a filter leaves of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Several {
    /// The lines that are listed, in the order of the days.
    pub entries: Vec<Entry>,
    /// The points that are listed.
    pub points: Vec<Discussed>,
    /// The lists, of places in those; each at most as long as was asked for. How many are open is counted of all.
    pub lists: Overview,
    /// How many there are in each list.
    pub totals: Totals,
    /// The trends that a filter can ask for, whatever is listed now; from A to Z.
    pub trends: Vec<String>,
    /// Whom a filter can ask for.
    pub people: Vec<String>,
}

/// How long each list of an overview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Actions.
    pub actions: usize,
    /// Agreements.
    pub decisions: usize,
    /// Questions.
    pub questions: usize,
    /// Quotes.
    pub quotes: usize,
    /// Figures.
    pub figures: usize,
    /// Points that were discussed.
    pub points: usize,
    /// Important lines.
    pub starred: usize,
    /// Lines just for me.
    pub private: usize,
}

impl Totals {
    /// Those of an overview that holds everything.
    #[must_use]
    pub fn of(lists: &Overview) -> Self {
        Self {
            actions: lists.actions.len(),
            decisions: lists.decisions.len(),
            questions: lists.questions.len(),
            quotes: lists.quotes.len(),
            figures: lists.figures.len(),
            points: lists.points.len(),
            starred: lists.starred.len(),
            private: lists.private.len(),
        }
    }
}

impl Pool {
    /// Adds a day; the days come by date.
    pub fn add(&mut self, book: &Book) {
        for entry in entries(book).into_iter().filter(is_listed) {
            for tag in &entry.trends {
                self.trends.entry(trend::normalise(tag)).or_insert_with(|| tag.clone());
            }
            let named = entry.mentions.iter().map(String::as_str).chain(entry.source_name());
            for name in named {
                self.people.entry(people::key(name)).or_insert_with(|| name.to_owned());
            }
            self.entries.push(entry);
        }
        self.points.extend(discussed(book));
    }

    /// What a filter leaves, each list at most so long.
    #[must_use]
    pub fn several(&self, filter: &Filter, most: usize) -> Several {
        let mut lists = Overview::of(&self.entries, &self.points, filter);
        let totals = Totals::of(&lists);
        let mut places: Vec<usize> = Vec::new();
        for list in lines_of(&mut lists) {
            list.truncate(most);
            places.extend(&*list);
        }
        places.sort_unstable();
        places.dedup();
        let now: HashMap<usize, usize> =
            places.iter().enumerate().map(|(now, place)| (*place, now)).collect();
        for list in lines_of(&mut lists) {
            *list = list.iter().filter_map(|place| now.get(place).copied()).collect();
        }
        lists.points.truncate(most);
        let points = lists.points.iter().filter_map(|place| self.points.get(*place).cloned()).collect();
        lists.points = (0..lists.points.len()).collect();
        Several {
            entries: places.iter().filter_map(|place| self.entries.get(*place).cloned()).collect(),
            points,
            lists,
            totals,
            trends: self.trends.values().cloned().collect(),
            people: self.people.values().cloned().collect(),
        }
    }
}

/// The lists of lines.
fn lines_of(lists: &mut Overview) -> [&mut Vec<usize>; 7] {
    let Overview { actions, decisions, questions, quotes, figures, starred, private, .. } = lists;
    [actions, decisions, questions, quotes, figures, starred, private]
}

/// Whether any list of an overview holds it.
fn is_listed(entry: &Entry) -> bool {
    let has_list = !matches!(entry.kind, LineKind::Remark | LineKind::Heading);
    !entry.is_blank() && (has_list || entry.starred || entry.private)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::review::fixture::{any_book, day_of, few};

    fn pool(books: &[Book]) -> Pool {
        let mut pool = Pool::default();
        for book in books {
            pool.add(book);
        }
        pool
    }

    fn bodies<'a>(found: &'a Several, places: &[usize]) -> Vec<&'a str> {
        places.iter().map(|place| found.entries[*place].body.as_str()).collect()
    }

    #[test]
    fn lists_of_several_days_are_cut_and_still_counted() {
        let books = [
            day_of(
                "2023-03-16",
                &[("a", "vraag: wie?\nzomaar iets\n★ vraag: wat? #boa\n- [ ] bellen @Noor")],
            ),
            day_of("2023-05-01", &[("a", "vraag: waar?\n- [ ] eerst vóór 2 mei\n- [x] klaar")]),
        ];
        let pool = pool(&books);
        let all = pool.several(&Filter::default(), 100);
        assert_eq!(bodies(&all, &all.lists.questions), ["wie?", "wat? #boa", "waar?"]);
        assert_eq!(bodies(&all, &all.lists.actions), ["eerst vóór 2 mei", "bellen @Noor", "klaar"]);
        assert_eq!(
            (all.trends.as_slice(), all.people.as_slice()),
            (&["boa".to_owned()][..], &["Noor".to_owned()][..])
        );
        let few = pool.several(&Filter::default(), 1);
        assert_eq!(bodies(&few, &few.lists.questions), ["wie?"]);
        assert_eq!(bodies(&few, &few.lists.starred), ["wat? #boa"]);
        assert_eq!((few.totals, few.lists.open_actions), (all.totals, 2));
        assert_eq!(few.entries.len(), 3, "no line goes along that no list holds");
        let later = pool.several(&Filter { from: "2023-04-01".parse().ok(), ..Filter::default() }, 100);
        assert_eq!(bodies(&later, &later.lists.questions), ["waar?"]);
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn several_days_hold_what_each_of_them_holds(one in any_book(), other in any_book()) {
            let all = pool(&[one.clone(), other.clone()]).several(&Filter::default(), usize::MAX);
            let of = |book: &Book| Totals::of(&Overview::of(&entries(book), &discussed(book), &Filter::default()));
            let (one, other) = (of(&one), of(&other));
            prop_assert_eq!(all.totals.actions, one.actions + other.actions);
            prop_assert_eq!(all.totals.quotes, one.quotes + other.quotes);
            prop_assert_eq!(all.totals.figures, one.figures + other.figures);
            prop_assert_eq!(all.totals.starred, one.starred + other.starred);
            prop_assert_eq!(all.totals.private, one.private + other.private);
            prop_assert_eq!(all.totals.points, one.points + other.points);
            prop_assert!(all.lists.private.iter().all(|place| all.entries[*place].private));
        }
    }
}
