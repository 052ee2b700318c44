//! The same trends over several days as a table: a row for a trend, a column for a day, and a small bar in each cell.
//!
//! Which trends of two days are one, and what was counted, is for those who count; see [`query`](crate::domain::query).

use std::cmp::Reverse;
use std::collections::HashMap;

use super::entry::DayOrigin;
use super::matrix::Order;
use crate::domain::id::DayId;
use crate::domain::trend;

/// Trends over days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The days, the earliest first; those without a date come last, as they were given.
    pub days: Vec<DayOrigin>,
    /// The trends, as they were given.
    pub trends: Vec<TrendHistory>,
}

/// A trend over the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendHistory {
    /// Its tag.
    pub tag: String,
    /// Its full name; the tag again where it was only typed.
    pub label: String,
    /// In how many lines, for each of the days of the table.
    pub lines: Vec<usize>,
    /// In how many lines of them together.
    pub total: usize,
}

/// What was counted of a trend.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Its tag.
    pub tag: &'a str,
    /// Its full name.
    pub label: &'a str,
    /// In how many lines of which day.
    pub days: &'a [(DayId, usize)],
}

impl History {
    /// The table of these days, each given once. What was counted on other days is left out.
    #[must_use]
    pub fn of<'a>(mut days: Vec<DayOrigin>, trends: impl IntoIterator<Item = Counted<'a>>) -> Self {
        days.sort_by_key(|day| (day.date.is_none(), day.date));
        let columns: HashMap<DayId, usize> = days.iter().map(|day| day.id).zip(0..).collect();
        let row = |counted: Counted<'a>| {
            let mut lines = vec![0; days.len()];
            for (day, count) in counted.days {
                if let Some(cell) = columns.get(day).and_then(|column| lines.get_mut(*column)) {
                    *cell += count;
                }
            }
            let (tag, label) = (counted.tag.to_owned(), counted.label.to_owned());
            TrendHistory { tag, label, total: lines.iter().sum(), lines }
        };
        let trends = trends.into_iter().map(row).filter(|trend| trend.total > 0).collect();
        Self { days, trends }
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
    use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::review::fixture::{book, day_of};

    fn day(date: Option<&str>) -> DayOrigin {
        let notes = [("a", "")];
        DayOrigin::of(&date.map_or_else(|| book(&notes), |date| day_of(date, &notes)).day)
    }

    #[test]
    fn days_are_in_order_and_each_trend_has_bars_of_its_own() {
        let days = [day(None), day(Some("2023-05-01")), day(Some("2023-03-16"))];
        let [undated, second, first] = [days[0].id, days[1].id, days[2].id];
        let other = day(Some("2024-01-01")).id;
        let counted = [
            Counted {
                tag: "boa",
                label: "Gemeenten en boa's",
                days: &[(first, 1), (undated, 1), (second, 4)],
            },
            Counted { tag: "aap", label: "aap", days: &[(second, 8), (other, 9)] },
            Counted { tag: "elders", label: "elders", days: &[(other, 9)] },
        ];
        let found = History::of(days.to_vec(), counted);
        let dates: Vec<_> = found.days.iter().map(|day| day.date.map(|date| date.to_string())).collect();
        assert_eq!(dates, [Some("2023-03-16".to_owned()), Some("2023-05-01".to_owned()), None]);
        let boa = &found.trends[0];
        assert_eq!((boa.lines.as_slice(), boa.total, boa.days_heard()), ([1, 4, 1].as_slice(), 6, 3));
        assert!((boa.bar(0) - 0.25).abs() < f32::EPSILON && (boa.bar(1) - 1.0).abs() < f32::EPSILON);
        assert!(boa.bar(9).abs() < f32::EPSILON);
        let tags = |order| -> Vec<&str> {
            found.ordered(order).into_iter().map(|place| found.trends[place].tag.as_str()).collect()
        };
        assert_eq!(tags(Order::Programme), ["boa", "aap"]);
        assert_eq!(tags(Order::Count), ["aap", "boa"]);
        assert_eq!(tags(Order::Name), ["aap", "boa"]);
    }

    fn counts() -> impl Strategy<Value = Vec<(DayId, usize)>> {
        let ids = [day(None).id, day(Some("2023-05-01")).id, day(Some("2023-03-16")).id];
        let count = (0..ids.len(), 0..50_usize).prop_flat_map(move |(nth, lines)| Just((ids[nth], lines)));
        prop::collection::vec(count, 0..6)
    }

    proptest! {
        #[test]
        fn no_line_is_lost_and_every_bar_fits(counts in prop::collection::vec(counts(), 0..4)) {
            let days = vec![day(None), day(Some("2023-05-01")), day(Some("2023-03-16"))];
            let counted = counts.iter().map(|days| Counted { tag: "boa", label: "boa", days });
            let found = History::of(days, counted);
            let total: usize = counts.iter().flatten().map(|(_, lines)| lines).sum();
            prop_assert_eq!(found.trends.iter().map(|trend| trend.total).sum::<usize>(), total);
            for trend in &found.trends {
                let bars: Vec<f32> = (0..3).map(|day| trend.bar(day)).collect();
                prop_assert!(bars.iter().all(|bar| (0.0..=1.0).contains(bar)));
                prop_assert!(bars.contains(&1.0));
            }
        }
    }
}
