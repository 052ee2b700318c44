//! What can be asked of a day's notes: lines of a kind, lines with a trend, how often a trend was heard.
//!
//! The window, the command line and the exports all count through here, so that their numbers agree.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::book::{Book, Page};
use super::day::Day;
use super::heard::TrendReader;
use super::id::SessionId;
use super::line::{self, Line, LineKind};
use super::note::NoteLine;
use super::trend::{self, Trend};

/// A line that says something, with what was understood of it.
#[derive(Clone, Debug)]
pub struct Remark<'a> {
    /// Where it stands.
    pub page: &'a Page,
    /// Its place in the note, from 1, blank lines counted.
    pub position: u32,
    /// The line as noted.
    pub line: &'a NoteLine,
    /// What it says.
    pub parsed: Line,
    /// Whether it is private, by itself or by its session.
    pub private: bool,
    /// The trends it carries, by the tag of the day where the day knows it.
    pub trends: Vec<String>,
}

/// Which lines are wanted; what is absent does not matter.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only of this session.
    pub session: Option<SessionId>,
    /// Only of this kind.
    pub kind: Option<LineKind>,
    /// Only with this trend, in any spelling.
    pub trend: Option<String>,
    /// Only important ones.
    pub starred: bool,
    /// Private lines too.
    pub include_private: bool,
}

/// How often a trend was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendCount {
    /// Its tag.
    pub tag: String,
    /// Its full name; the tag again for a trend that was only typed.
    pub label: String,
    /// In how many lines.
    pub lines: usize,
    /// In how many lines of which session.
    pub sessions: BTreeMap<SessionId, usize>,
}

impl Book {
    /// Every line that says something, in the order of the day.
    pub fn remarks(&self) -> impl Iterator<Item = Remark<'_>> {
        self.pages.iter().flat_map(|page| page.remarks(&self.day.facts.trends))
    }

    /// The lines that were asked for, in the order of the day.
    #[must_use]
    pub fn select(&self, selection: &Selection) -> Vec<Remark<'_>> {
        self.remarks().filter(|remark| selection.takes(remark, &self.day.facts.trends)).collect()
    }

    /// Every trend that was heard, in the day's order, then those that were only typed, in the order of hearing.
    #[must_use]
    pub fn trend_counts(&self, include_private: bool) -> Vec<TrendCount> {
        let goes_in = |remark: &Remark<'_>| include_private || !remark.private;
        let heard = self.pages.iter().flat_map(|page| page.remarks_with_trends(&self.day.facts.trends));
        let remarks: Vec<Remark<'_>> = heard.filter(goes_in).collect();
        let heard = remarks.iter().map(|remark| (remark.page.session.id, remark.trends.as_slice()));
        trend_counts(&self.day.facts.trends, heard)
    }
}

/// How often each trend was heard: those of a day in its order, then the others in the order of hearing. Of each line its
/// session, and the tags it carries.
#[must_use]
pub fn trend_counts<'a>(
    trends: &[Trend],
    heard: impl Iterator<Item = (SessionId, &'a [String])>,
) -> Vec<TrendCount> {
    let mut counting = Counting::default();
    for trend in trends {
        counting.at(&trend.tag, &trend.label);
    }
    for (session, tags) in heard {
        for tag in tags {
            if let Some(count) = counting.at(tag, tag) {
                count.lines += 1;
                *count.sessions.entry(session).or_default() += 1;
            }
        }
    }
    counting.counts.retain(|count| count.lines > 0);
    counting.counts
}

impl Page {
    /// Every line of the note that says something, in order; `trends` are those of its day.
    pub fn remarks<'a>(&'a self, trends: &'a [Trend]) -> impl Iterator<Item = Remark<'a>> {
        self.remarks_of(trends, |text| !line::is_blank(text))
    }

    /// Those that may carry a trend. Without a list of trends only lines with a tag do; the others need not be read.
    fn remarks_with_trends<'a>(&'a self, trends: &'a [Trend]) -> impl Iterator<Item = Remark<'a>> {
        let has_points = TrendReader::new(self, trends).has_points();
        self.remarks_of(trends, move |text| text.contains('#') || has_points && !line::is_blank(text))
    }

    fn remarks_of<'a>(
        &'a self,
        trends: &'a [Trend],
        is_wanted: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = Remark<'a>> {
        let mut reader = TrendReader::new(self, trends);
        (1u32..).zip(self.note.lines()).filter(move |(_, line)| is_wanted(&line.text)).map(
            move |(position, line)| {
                let parsed = line::parse(&line.text);
                Remark {
                    page: self,
                    position,
                    line,
                    private: parsed.private || self.session.private,
                    trends: reader.next(&line.text, &parsed),
                    parsed,
                }
            },
        )
    }
}

/// Trends as they are counted, found by the tag in the form in which tags are compared.
#[derive(Default)]
struct Counting {
    counts: Vec<TrendCount>,
    places: HashMap<String, usize>,
}

impl Counting {
    /// The count of a tag, which may be new.
    fn at(&mut self, tag: &str, label: &str) -> Option<&mut TrendCount> {
        let next = self.counts.len();
        let place = *self.places.entry(trend::normalise(tag)).or_insert(next);
        if place == next {
            let (tag, label) = (tag.to_owned(), label.to_owned());
            self.counts.push(TrendCount { tag, label, lines: 0, sessions: BTreeMap::new() });
        }
        self.counts.get_mut(place)
    }
}

impl Remark<'_> {
    /// The date an action is due, as understood: the first such date on or after that of the session, else of the `day`,
    /// else of writing. `None` without a date, and for one that does not exist.
    #[must_use]
    pub fn due(&self, day: &Day) -> Option<NaiveDate> {
        let date = self.page.session.facts.date.or(day.facts.date);
        let date = date.unwrap_or_else(|| self.line.noted_at.date_naive());
        self.parsed.due.as_ref()?.resolve(date)
    }

    /// Whom a quote is from: the name behind it, else for somebody's own words the only speaker of the session.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        if let Some(source) = &self.parsed.source {
            return Some(&source.name);
        }
        match self.page.session.facts.speakers.as_slice() {
            [only] if self.parsed.literal => Some(&only.name),
            _ => None,
        }
    }
}

impl Selection {
    fn takes(&self, remark: &Remark<'_>, trends: &[Trend]) -> bool {
        let has_trend = |wanted: &String| {
            let wanted = trend::find(trends, wanted).map_or(wanted.as_str(), |known| known.tag.as_str());
            remark.trends.iter().any(|tag| trend::normalise(tag) == trend::normalise(wanted))
        };
        (self.include_private || !remark.private)
            && self.session.is_none_or(|session| session == remark.page.session.id)
            && self.kind.is_none_or(|kind| kind == remark.parsed.kind)
            && (!self.starred || remark.parsed.starred)
            && self.trend.as_ref().is_none_or(has_trend)
    }
}
