//! Which trends and which people a note names, and in how many of its lines.
//!
//! Only counts. Which of two names are the same person is `people.rs`'s business; which lines they are in is `gather.rs`'s
//! and `query.rs`'s.

use std::collections::HashMap;

use super::heard::TrendReader;
use super::line::{self, Line};
use super::people;
use super::points::PointList;
use super::trend::{self, Trend};

/// What a note names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Its trends, by tag, in the order of hearing.
    pub trends: Tally,
    /// The people and organisations it names, in the order of hearing.
    pub names: Tally,
}

/// Names with how often each was met, in the order of meeting. Two spellings of one name count together, under the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<Count>,
    places: HashMap<String, usize>,
}

/// A name, and in how many lines it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The name as it was first written.
    pub name: String,
    /// In how many lines.
    pub lines: usize,
}

impl Tally {
    /// Counts a name that is compared by `key`. A name without a key is nothing.
    pub fn add(&mut self, key: String, name: &str, lines: usize) {
        if key.is_empty() {
            return;
        }
        let next = self.counts.len();
        let place = *self.places.entry(key).or_insert(next);
        match self.counts.get_mut(place) {
            Some(count) => count.lines += lines,
            None => self.counts.push(Count { name: name.to_owned(), lines }),
        }
    }

    /// The counts, in the order of meeting.
    pub fn iter(&self) -> impl Iterator<Item = &Count> {
        self.counts.iter()
    }

    /// In how many lines the name with this key is.
    #[must_use]
    pub fn lines_of(&self, key: &str) -> usize {
        self.places.get(key).and_then(|place| self.counts.get(*place)).map_or(0, |count| count.lines)
    }
}

impl Named {
    /// What these lines name, in a day with these trends and a session with these lists.
    #[must_use]
    pub fn of_lines<'a>(
        lines: impl Iterator<Item = impl AsRef<str>>,
        trends: &'a [Trend],
        lists: impl Iterator<Item = &'a PointList>,
    ) -> Self {
        let mut named = Self::default();
        let mut reader = TrendReader::with_lists(lists, trends);
        let reads_all = reader.has_points();
        // Reading a line costs far more than seeing that it names nothing.
        for text in lines {
            let text = text.as_ref();
            if (reads_all || text.contains(['#', '@'])) && !line::is_blank(text) {
                let parsed = line::parse(text);
                let tags = reader.next(text, &parsed);
                named.add(&parsed, &tags);
            }
        }
        named
    }

    /// Counts a line, which carries these trends. What a line names twice counts once.
    pub fn add(&mut self, line: &Line, tags: &[String]) {
        for tag in tags {
            self.trends.add(trend::normalise(tag), tag, 1);
        }
        let mut seen: Vec<String> = Vec::new();
        for mention in &line.mentions {
            let key = people::key(&mention.name);
            if !seen.contains(&key) {
                self.names.add(key.clone(), &mention.name, 1);
                seen.push(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(tally: &Tally) -> Vec<(&str, usize)> {
        tally.iter().map(|count| (count.name.as_str(), count.lines)).collect()
    }

    #[test]
    fn names_and_trends_are_counted_by_line() {
        let trends = [Trend {
            tag: "toezicht".to_owned(),
            label: "Toezicht".to_owned(),
            aliases: vec!["handhaving".to_owned()],
        }];
        let lines = [
            "Toezicht op orde #toezicht #handhaving",
            "- [ ] bellen @Bram en nog eens @bram #Handhaving",
            "zonder",
            "@[dr. Julien van Ostaaijen] spreekt @[Julien van Ostaaijen]",
            "mail naar info@example.nl over #nieuw",
        ];
        let heard = Named::of_lines(lines.into_iter(), &trends, std::iter::empty());
        assert_eq!(counts(&heard.trends), [("toezicht", 2), ("nieuw", 1)]);
        assert_eq!(counts(&heard.names), [("Bram", 1), ("dr. Julien van Ostaaijen", 1)]);
        assert_eq!(heard.trends.lines_of("toezicht"), 2);
        assert_eq!(heard.names.lines_of("nobody"), 0);
    }
}
