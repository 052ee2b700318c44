//! Which trends a line carries. The window, the command line and the exports all ask here, so that they agree.
//!
//! A line carries the trends that it names, and the trend of the point that it stands under: in a session with a list of
//! trends, lines that are indented under `6. …` or under a line that starts with `#6` are about point 6. The numbered line
//! itself only names the point. Nothing in here looks at ticks: ticking a point is not a mention.

use std::collections::HashMap;

use super::book::Page;
use super::line::{Line, ListMarker, TagTarget};
use super::points::{Point, PointList, PointListKind};
use super::trend::{self, Trend};

/// A tab is as wide as so many spaces.
const TAB: usize = 4;

/// Reads the lines of one note, in order.
pub struct TrendReader<'a> {
    trends: &'a [Trend],
    /// What a normalised tag means among `trends`, made when the first tag is read: its tag, and that tag normalised.
    known: Option<HashMap<String, (&'a str, String)>>,
    points: Option<&'a [Point]>,
    /// The point that the lines before stand at.
    at: Option<AtPoint<'a>>,
}

/// A line that names a point.
#[derive(Clone, Copy)]
struct AtPoint<'a> {
    column: usize,
    tag: Option<&'a str>,
}

impl<'a> TrendReader<'a> {
    /// For the note of `page`, with the trends that its day knows.
    #[must_use]
    pub fn new(page: &'a Page, trends: &'a [Trend]) -> Self {
        Self::with_lists(page.lists(), trends)
    }

    /// For the note of a session with these lists, of which the first one of trends counts.
    #[must_use]
    pub fn with_lists(mut lists: impl Iterator<Item = &'a PointList>, trends: &'a [Trend]) -> Self {
        let points = lists.find(|list| list.kind == PointListKind::Trends);
        Self { trends, known: None, points: points.map(|list| list.points.as_slice()), at: None }
    }

    /// Whether there is a list of trends, so that a line may carry one that it does not name.
    #[must_use]
    pub fn has_points(&self) -> bool {
        self.points.is_some()
    }

    /// The trends of the next line that says something, each once, an alias as its trend.
    pub fn next(&mut self, text: &str, parsed: &Line) -> Vec<String> {
        let column = column(text.get(..parsed.indent).unwrap_or_default());
        let under = self.at.filter(|point| column > point.column);
        if under.is_none() {
            self.at = named_point(parsed).map(|number| AtPoint { column, tag: self.tag_of(number) });
        }
        let mut tags = Vec::new();
        for tag in &parsed.tags {
            let written = match &tag.target {
                TagTarget::Trend(tag) => Some(tag.as_str()),
                TagTarget::Point(number) => self.tag_of(*number),
            };
            self.add(&mut tags, written);
        }
        self.add(&mut tags, under.and_then(|point| point.tag));
        tags.into_iter().map(|(_, tag)| tag).collect()
    }

    /// The trends of a line that names these, as [`named`] gives them, in a note without a list of trends.
    pub fn next_named(&mut self, named: &str) -> Vec<String> {
        let mut tags = Vec::new();
        for tag in named.split(' ') {
            self.add(&mut tags, Some(tag));
        }
        tags.into_iter().map(|(_, tag)| tag).collect()
    }

    /// Adds a tag in the day's spelling, with its normalised form, unless it is there.
    fn add(&mut self, tags: &mut Vec<(String, String)>, written: Option<&str>) {
        let Some(written) = written else { return };
        let trends = self.trends;
        let known = self.known.get_or_insert_with(|| meanings(trends));
        let wanted = trend::normalise(written);
        let (tag, same) = match known.get(&wanted) {
            Some((tag, same)) => (*tag, same.clone()),
            None => (written, wanted),
        };
        if !tags.iter().any(|(there, _)| *there == same) {
            tags.push((same, tag.to_owned()));
        }
    }

    fn tag_of(&self, number: u32) -> Option<&'a str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.points?.get(index)?.tag.as_deref()
    }
}

/// The session's list of trends: the first, and the programme's before one that the person made.
#[must_use]
pub fn trend_list(page: &Page) -> Option<&PointList> {
    page.lists().find(|list| list.kind == PointListKind::Trends)
}

/// What each normalised name of a trend means, as [`trend::find`] would say.
pub(super) fn meanings(trends: &[Trend]) -> HashMap<String, (&str, String)> {
    let mut known = HashMap::new();
    let tags = trends.iter().map(|trend| (trend, trend.tag.as_str()));
    let names = trends.iter().flat_map(|trend| trend.names().map(move |name| (trend, name)));
    for (trend, name) in tags.chain(names) {
        let name = trend::normalise(name);
        if !name.is_empty() {
            known.entry(name).or_insert_with(|| (trend.tag.as_str(), trend::normalise(&trend.tag)));
        }
    }
    known
}

/// The tag as the day spells it.
#[must_use]
pub fn spelled<'a>(tag: &'a str, trends: &'a [Trend]) -> &'a str {
    trend::find(trends, tag).map_or(tag, |known| known.tag.as_str())
}

/// The trends that a line names by itself, as written, with a space between them; nothing when it names none. What that
/// means, depends on the day.
#[must_use]
pub fn named(parsed: &Line) -> Option<String> {
    let tags = parsed.tags.iter().filter_map(|tag| match &tag.target {
        TagTarget::Trend(tag) => Some(tag.as_str()),
        TagTarget::Point(_) => None,
    });
    Some(tags.collect::<Vec<_>>().join(" ")).filter(|named| !named.is_empty())
}

/// The number of the point that a line starts with.
fn named_point(parsed: &Line) -> Option<u32> {
    if let Some(ListMarker::Number(number)) = parsed.marker {
        return Some(number);
    }
    let first = parsed.tags.first().filter(|tag| tag.span.start == parsed.content.start)?;
    match first.target {
        TagTarget::Point(number) => Some(number),
        TagTarget::Trend(_) => None,
    }
}

/// How far white space reaches.
pub(super) fn column(space: &str) -> usize {
    space.chars().map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::tests::page;
    use crate::domain::line;

    fn trends_of(lists: Vec<PointList>, text: &str) -> Vec<Vec<String>> {
        let mut page = page(text);
        page.session.facts.lists = lists;
        let trends = [Trend {
            tag: "toezicht".to_owned(),
            label: "Toezicht en handhaving".to_owned(),
            aliases: vec!["boa".to_owned()],
        }];
        let mut reader = TrendReader::new(&page, &trends);
        text.lines().map(|text| reader.next(text, &line::parse(text))).collect()
    }

    fn list(kind: PointListKind) -> PointList {
        let point = |tag: &str| Point { label: tag.to_owned(), tag: Some(tag.to_owned()) };
        PointList { title: "Trends".to_owned(), kind, points: vec![point("boa"), point("onrust")] }
    }

    #[test]
    fn lines_under_a_numbered_point_carry_its_trend() {
        let text = "1. Toezicht\n  klopt ook bij ons\n\tafspraak: bellen #onrust\n2) Onrust\n  ja\ntussendoor\n  nee";
        let found = trends_of(vec![list(PointListKind::Trends)], text);
        let expected: [&[&str]; 7] =
            [&[], &["toezicht"], &["onrust", "toezicht"], &[], &["onrust"], &[], &[]];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_that_starts_with_the_number_as_a_tag_is_a_point_too() {
        let found = trends_of(vec![list(PointListKind::Trends)], "#2 speelt\n  in Zuid\nop #1\n  niet");
        let expected: [&[&str]; 4] = [&["onrust"], &["onrust"], &["toezicht"], &[]];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_list_inside_a_point_stays_inside_it() {
        let found = trends_of(
            vec![list(PointListKind::Trends)],
            "2. Onrust\n  1. online\n  2. op straat\n    in Zuid",
        );
        let expected: [&[&str]; 4] = [&[], &["onrust"], &["onrust"], &["onrust"]];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_that_the_list_does_not_have_carries_nothing() {
        let found = trends_of(
            vec![list(PointListKind::Trends)],
            "1. Toezicht\n7. Zeven\n  eronder\n0. Nul\n  eronder",
        );
        assert!(found.iter().all(Vec::is_empty), "{found:?}");
    }

    #[test]
    fn without_a_list_of_trends_numbers_are_only_numbers() {
        let found = trends_of(vec![list(PointListKind::Plain)], "1. Toezicht\n  eronder #1");
        assert!(found.iter().all(Vec::is_empty), "{found:?}");
    }
}
