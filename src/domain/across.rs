//! Trends over several days: how often each was heard on which day, and the lines themselves.
//!
//! Counted from what was heard in each day by itself, in its own spelling: a trend of two days is one trend when both call it
//! the same, and the first day that has it says how it is written. Which lines carry what is `heard.rs`'s business.

use std::collections::{BTreeMap, HashMap};

use super::clock::Moment;
use super::id::{DayId, LineId, SessionId};
use super::query::TrendCount;
use super::trend;

/// A trend over several days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendAcross {
    /// Its tag.
    pub tag: String,
    /// Its full name; the tag again for a trend that was only typed.
    pub label: String,
    /// In how many lines.
    pub lines: usize,
    /// In how many lines of which day; the days in the order in which they were counted.
    pub days: Vec<(DayId, usize)>,
    /// In how many lines of which session.
    pub sessions: BTreeMap<SessionId, usize>,
}

impl From<TrendAcross> for TrendCount {
    fn from(trend: TrendAcross) -> Self {
        Self { tag: trend.tag, label: trend.label, lines: trend.lines, sessions: trend.sessions }
    }
}

/// A line of a trend, somewhere in the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendLine {
    /// Its day.
    pub day: DayId,
    /// Its session.
    pub session: SessionId,
    /// Its place in the note, from 1, blank lines counted.
    pub position: u32,
    /// The line.
    pub line: LineId,
    /// What it says.
    pub text: String,
    /// When it was noted.
    pub noted_at: Moment,
    /// Whether it is private, by itself or by its session.
    pub private: bool,
}

/// What a session is called, for a list of lines of many days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionName {
    /// Its place in its day, from 1.
    pub position: u32,
    /// Its title; may be empty.
    pub title: String,
}

/// Takes the counts of days together, as they come.
#[derive(Debug, Default)]
pub struct Across {
    trends: Vec<TrendAcross>,
    places: HashMap<String, usize>,
}

impl Across {
    /// Adds what was heard on a day.
    pub fn add(&mut self, day: DayId, counts: impl IntoIterator<Item = TrendCount>) {
        for count in counts.into_iter().filter(|count| count.lines > 0) {
            let next = self.trends.len();
            let place = *self.places.entry(trend::normalise(&count.tag)).or_insert(next);
            let Some(known) = self.trends.get_mut(place) else {
                self.trends.push(TrendAcross {
                    tag: count.tag,
                    label: count.label,
                    lines: count.lines,
                    days: vec![(day, count.lines)],
                    sessions: count.sessions,
                });
                continue;
            };
            known.lines += count.lines;
            known.sessions.extend(count.sessions);
            match known.days.last_mut() {
                Some((last, lines)) if *last == day => *lines += count.lines,
                _ => known.days.push((day, count.lines)),
            }
        }
    }

    /// Every trend, in the order of the first day that has it.
    #[must_use]
    pub fn trends(self) -> Vec<TrendAcross> {
        self.trends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_of_two_days_is_one_trend() {
        let (monday, tuesday) = (DayId::fresh(), DayId::fresh());
        let (morning, evening) = (SessionId::fresh(), SessionId::fresh());
        let count = |tag: &str, label: &str, session, lines| TrendCount {
            tag: tag.to_owned(),
            label: label.to_owned(),
            lines,
            sessions: BTreeMap::from([(session, lines)]),
        };
        let mut across = Across::default();
        across.add(
            monday,
            [count("sociaal-domein", "Sociaal domein", morning, 2), count("boa", "boa", morning, 1)],
        );
        across.add(
            tuesday,
            [count("SociaalDomein", "SociaalDomein", evening, 3), count("stil", "Stil", evening, 0)],
        );
        let all = across.trends();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].tag.as_str(), all[0].lines), ("sociaal-domein", 5));
        assert_eq!(all[0].days, [(monday, 2), (tuesday, 3)]);
        assert_eq!(all[0].sessions, BTreeMap::from([(morning, 2), (evening, 3)]));
        assert_eq!((all[1].lines, all[1].label.as_str()), (1, "boa"));
    }
}
