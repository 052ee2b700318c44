//! Numbered lines in a note that could be a list: offered, never made unasked.

use super::{Point, PointList, PointListKind};
use crate::domain::heard::column;
use crate::domain::line::{self, Line, LineKind, ListMarker};
use crate::domain::trend::{self, Trend};

/// From so many numbered lines on, a list is offered.
const FEWEST: usize = 3;

/// A tag that is made of a label takes words up to so many characters.
const LONGEST_TAG: usize = 40;

/// What makes a label private again, in whatever language the line had it.
const PRIVATE: &str = "// ";

/// Numbered lines of a note that are no list yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The heading above them; empty without one.
    pub title: String,
    /// What the lines say, in order; a private one keeps a private mark.
    pub labels: Vec<String>,
    /// The list, from 0 among those that the person made, that was made of the first of these lines.
    pub extends: Option<usize>,
}

/// Lines with the numbers 1, 2, 3 …, as far as they were read.
#[derive(Default)]
struct Run {
    title: String,
    column: usize,
    labels: Vec<String>,
}

impl Offer {
    /// The first numbered lines among `texts` that are not in a list of the session already. In a session with a list of
    /// trends a number means a point of that list.
    #[must_use]
    pub fn find<'a>(
        texts: impl Iterator<Item = &'a str>,
        programme: &[PointList],
        own: &[PointList],
    ) -> Option<Self> {
        let has_trends = programme.iter().chain(own).any(|list| list.kind == PointListKind::Trends);
        let is_in_programme = |run: &Run| programme.iter().any(|list| run.is_in(list));
        runs(texts)
            .into_iter()
            .filter(|run| run.labels.len() >= FEWEST && !is_in_programme(run))
            .find_map(|run| run.offered(own))
            .filter(|offer| !has_trends || offer.extends.is_some())
    }

    /// The labels as the points of a list. A point of a list of trends gets the tag of the trend that it is, or a new one;
    /// one that is private has none, because a tag goes out with every line that carries it.
    #[must_use]
    pub fn points(&self, kind: PointListKind, trends: &[Trend]) -> Vec<Point> {
        let is_private = |text: &str| line::parse(text).private;
        let has_tags = kind == PointListKind::Trends && !is_private(&self.title);
        let tag = |label: &String| (has_tags && !is_private(label)).then(|| tag_for(label, trends)).flatten();
        self.labels.iter().map(|label| Point { label: label.clone(), tag: tag(label) }).collect()
    }
}

fn tag_for(label: &str, trends: &[Trend]) -> Option<String> {
    if let Some(known) = trend::find(trends, label) {
        return Some(known.tag.clone());
    }
    let folded = trend::fold(label);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut tag = words.next()?.to_owned();
    for word in words {
        if tag.chars().count() + word.chars().count() >= LONGEST_TAG {
            break;
        }
        tag.push('-');
        tag.push_str(word);
    }
    tag.chars().any(char::is_alphabetic).then_some(tag)
}

/// Every run of numbered lines, in order. What is indented under a numbered line belongs to it.
fn runs<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut title = String::new();
    let mut goes_on = false;
    for text in texts.filter(|text| !line::is_blank(text)) {
        let parsed = line::parse(text);
        let column = column(text.get(..parsed.indent).unwrap_or_default());
        if parsed.kind == LineKind::Heading {
            title = said(text, &parsed);
        }
        let number = match parsed.marker {
            Some(ListMarker::Number(number)) if !parsed.is_blank() => usize::try_from(number).ok(),
            _ => None,
        };
        match runs.last_mut().filter(|_| goes_on) {
            Some(run) if column > run.column => {}
            Some(run) if column == run.column && number == Some(run.labels.len() + 1) => {
                run.labels.push(said(text, &parsed));
            }
            _ => {
                goes_on = number == Some(1);
                if goes_on {
                    runs.push(Run { title: title.clone(), column, labels: vec![said(text, &parsed)] });
                }
            }
        }
    }
    runs
}

/// What a line says, still private if it was.
fn said(text: &str, parsed: &Line) -> String {
    let mark = if parsed.private { PRIVATE } else { "" };
    format!("{mark}{}", line::body(text, parsed))
}

impl Run {
    /// Whether these lines are the points of `list`: more than half of them, each at its own number.
    fn is_in(&self, list: &PointList) -> bool {
        let pairs = self.labels.iter().zip(&list.points);
        let same = pairs.filter(|(label, point)| is_same(label, &point.label)).count();
        same * 2 > self.labels.len().min(list.points.len())
    }

    fn offered(self, own: &[PointList]) -> Option<Offer> {
        let known = own.iter().position(|list| self.is_in(list));
        let is_longer =
            |index: usize| own.get(index).is_some_and(|list| list.points.len() < self.labels.len());
        if known.is_some_and(|index| !is_longer(index)) {
            return None;
        }
        Some(Offer { title: self.title, labels: self.labels, extends: known })
    }
}

/// Whether two labels are the same point: one may be written in short.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (trend::normalise(one), trend::normalise(other));
    !one.is_empty() && !other.is_empty() && (one.starts_with(&other) || other.starts_with(&one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(kind: PointListKind, labels: &[&str]) -> PointList {
        let point = |label: &&str| Point { label: (*label).to_owned(), tag: None };
        PointList { title: "Lijst".to_owned(), kind, points: labels.iter().map(point).collect() }
    }

    fn find(text: &str, programme: &[PointList], own: &[PointList]) -> Option<Offer> {
        Offer::find(text.lines(), programme, own)
    }

    const THREE: &str = "# Wat helpt\n1. Bellen\n    echt waar\n\n2. Schrijven\n3. Langsgaan";

    #[test]
    fn three_numbered_lines_are_offered_with_the_heading_above_them() {
        let offer = find(THREE, &[], &[]).expect("an offer");
        assert_eq!(offer.title, "Wat helpt");
        assert_eq!(offer.labels, ["Bellen", "Schrijven", "Langsgaan"]);
        assert_eq!(offer.extends, None);
    }

    #[test]
    fn fewer_other_or_broken_numbers_are_not_offered() {
        for text in
            ["1. a\n2. b", "1. a\n2. b\n3. ", "2. a\n3. b\n4. c", "1. a\ntussen\n2. b\n3. c", "- a\n- b\n- c"]
        {
            assert_eq!(find(text, &[], &[]), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_a_list_already_is_not_offered_again() {
        let plain = list(PointListKind::Plain, &["Bellen", "Schrijven: met de hand", "Langsgaan", "Wachten"]);
        assert_eq!(find(THREE, std::slice::from_ref(&plain), &[]), None);
        assert_eq!(find(THREE, &[], std::slice::from_ref(&plain)), None);
        let trends = list(PointListKind::Trends, &["Onrust"]);
        assert_eq!(find(THREE, &[trends], &[]), None, "there a number means a trend");
        let other = list(PointListKind::Discussion, &["Wie zijn we?"]);
        assert!(find(THREE, &[other], &[]).is_some());
    }

    #[test]
    fn lines_that_came_later_can_be_added() {
        let own = list(PointListKind::Plain, &["Bellen", "Schrijven", "Langsgaan"]);
        let text = format!("{THREE}\n4. Wachten");
        let offer = find(&text, &[], &[own]).expect("an offer");
        assert_eq!((offer.extends, offer.labels.len()), (Some(0), 4));
    }

    #[test]
    fn private_lines_stay_private_and_get_no_tag() {
        let offer = find("1. Jeugd en drugs\n2. privé: GEHEIM\n3. ★ Bewoners", &[], &[]).expect("an offer");
        assert_eq!(offer.labels[1], "// GEHEIM");
        let tags: Vec<Option<String>> =
            offer.points(PointListKind::Trends, &[]).into_iter().map(|point| point.tag).collect();
        assert_eq!(tags, [Some("jeugd-en-drugs".to_owned()), None, Some("bewoners".to_owned())]);
        let hidden = Offer { title: "// GEHEIM".to_owned(), ..offer };
        assert!(hidden.points(PointListKind::Trends, &[]).iter().all(|point| point.tag.is_none()));
    }
}
