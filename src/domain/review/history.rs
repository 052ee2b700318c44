//! The same trends over several days: in how many lines of each day, for a table with small bars.
//!
//! A trend of two days is one trend when its tags are the same but for case, accents and joiners, as on the command line.
//! What the lines are is asked of each day.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::entry::DayOrigin;
use super::matrix::Order;
use crate::domain::query::TrendCount;
use crate::domain::trend;

/// Trends over days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The days, the earliest first; those without a date come last, as they were given.
    pub days: Vec<DayOrigin>,
    /// The trends, in the order of the days.
    pub trends: Vec<TrendHistory>,
}

/// A trend over the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendHistory {
    /// Its tag, as the first day spells it.
    pub tag: String,
    /// Its full name, as the first day has it that knows one; the tag again where it was only typed.
    pub label: String,
    /// In how many lines, for each of the days.
    pub lines: Vec<usize>,
    /// In how many lines in all.
    pub total: usize,
}

impl History {
    /// The history of days with their counts, each day once.
    #[must_use]
    pub fn of(mut days: Vec<(DayOrigin, Vec<TrendCount>)>) -> Self {
        days.sort_by_key(|(day, _)| (day.date.is_none(), day.date));
        let mut trends: Vec<TrendHistory> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (nth, (_, counts)) in days.iter().enumerate() {
            for count in counts {
                let next = trends.len();
                let place = *places.entry(trend::normalise(&count.tag)).or_insert(next);
                if place == next {
                    trends.push(TrendHistory::new(count, days.len()));
                }
                if let Some(trend) = trends.get_mut(place) {
                    trend.add(nth, count);
                }
            }
        }
        Self { days: days.into_iter().map(|(day, _)| day).collect(), trends }
    }

    /// The places of the trends in this order.
    #[must_use]
    pub fn ordered(&self, order: Order) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.trends.len()).collect();
        let trend = |place: &usize| self.trends.get(*place);
        match order {
            Order::Programme => {}
            Order::Count => {
                places.sort_by_key(|place| Reverse(trend(place).map_or(0, |trend| trend.total)));
            }
            Order::Name => {
                places.sort_by_cached_key(|place| trend(place).map(|trend| trend::fold(&trend.label)));
            }
        }
        places
    }
}

impl TrendHistory {
    fn new(count: &TrendCount, days: usize) -> Self {
        Self { tag: count.tag.clone(), label: count.label.clone(), lines: vec![0; days], total: 0 }
    }

    fn add(&mut self, day: usize, count: &TrendCount) {
        if self.label == self.tag {
            self.label.clone_from(&count.label);
        }
        self.total += count.lines;
        if let Some(lines) = self.lines.get_mut(day) {
            *lines += count.lines;
        }
    }

    /// How long the bar of a day is, from 0 for no lines to 1 for the day with the most.
    #[must_use]
    pub fn bar(&self, day: usize) -> f32 {
        let most = self.lines.iter().copied().max().unwrap_or_default().max(1);
        self.lines.get(day).map_or(0.0, |lines| *lines as f32 / most as f32)
    }

    /// In how many of the days it was heard.
    #[must_use]
    pub fn days_heard(&self) -> usize {
        self.lines.iter().filter(|lines| **lines > 0).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::book::Book;
    use crate::domain::review::fixture::{any_book, book, day_of, few};

    fn history(books: &[&Book]) -> History {
        let days = books.iter().map(|book| (DayOrigin::of(&book.day), book.trend_counts(true)));
        History::of(days.collect())
    }

    #[test]
    fn a_trend_of_several_days_is_one_row_with_bars() {
        let (first, second) = ("2023-03-16", "2023-05-01");
        let mut typed = day_of(first, &[("a", "#BOA\n#nieuw")]);
        typed.day.facts.trends.clear();
        let known = day_of(second, &[("a", "#handhaving\n#boa"), ("b", "#boa\n#boa #jeugd")]);
        let undated = book(&[("a", "#boa")]);
        let found = history(&[&undated, &known, &typed]);
        let dates: Vec<_> = found.days.iter().map(|day| day.date.map(|date| date.to_string())).collect();
        assert_eq!(dates, [Some(first.to_owned()), Some(second.to_owned()), None]);
        let boa = &found.trends[0];
        assert_eq!((boa.tag.as_str(), boa.label.as_str()), ("BOA", "Gemeenten en boa's"));
        assert_eq!((boa.lines.as_slice(), boa.total, boa.days_heard()), ([1, 4, 1].as_slice(), 6, 3));
        assert!((boa.bar(0) - 0.25).abs() < f32::EPSILON && (boa.bar(1) - 1.0).abs() < f32::EPSILON);
        assert!(boa.bar(9).abs() < f32::EPSILON);
        let tags = |order| -> Vec<&str> {
            found.ordered(order).into_iter().map(|place| found.trends[place].tag.as_str()).collect()
        };
        assert_eq!(tags(Order::Programme), ["BOA", "nieuw", "jeugd-zorg"]);
        assert_eq!(tags(Order::Count), ["BOA", "nieuw", "jeugd-zorg"]);
        assert_eq!(tags(Order::Name), ["BOA", "nieuw", "jeugd-zorg"]);
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn no_line_is_lost_and_every_bar_fits(one in any_book(), other in any_book()) {
            let found = history(&[&one, &other]);
            let lines = |book: &Book| book.trend_counts(true).iter().map(|count| count.lines).sum::<usize>();
            let total: usize = found.trends.iter().map(|trend| trend.total).sum();
            prop_assert_eq!(total, lines(&one) + lines(&other));
            for trend in &found.trends {
                prop_assert_eq!(trend.lines.iter().sum::<usize>(), trend.total);
                prop_assert!((0..3).all(|day| (0.0..=1.0).contains(&trend.bar(day))));
            }
        }
    }
}
