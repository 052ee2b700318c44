//! What one note holds, gathered by kind: the panel beside the note shows it while the note is typed.

use std::collections::HashMap;

use super::book::Page;
use super::heard::Heard;
use super::line::{self, LineKind};
use super::query::trends_of;
use super::trend::{self, Trend};

/// The lines of a note by kind, and its trends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The trends of the note, in the order of hearing.
    pub trends: Vec<HeardTrend>,
    /// Its actions.
    pub actions: Vec<Item>,
    /// Its agreements.
    pub decisions: Vec<Item>,
    /// Its questions.
    pub questions: Vec<Item>,
    /// Its quotes.
    pub quotes: Vec<Item>,
    /// Its figures.
    pub figures: Vec<Item>,
    /// How many lines say something.
    pub lines: usize,
    /// Which trends and people are named, counted.
    pub heard: Heard,
    /// Where each trend is in `trends`, by its normalised tag.
    places: HashMap<String, usize>,
}

/// A trend in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardTrend {
    /// Its tag, as the day spells it.
    pub tag: String,
    /// Whether the day brought it along, or it was only typed.
    pub is_known: bool,
    /// The lines it is in, by their place in the note from 0.
    pub lines: Vec<usize>,
}

/// A line in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place in the note, from 0.
    pub line: usize,
    /// What it says, without its kind and marks.
    pub text: String,
    /// Whether the action is done.
    pub done: bool,
    /// Whether it is private.
    pub private: bool,
}

impl Gathered {
    /// Reads the note of `page`, with the trends that its day knows.
    #[must_use]
    pub fn from_note(page: &Page, trends: &[Trend]) -> Self {
        let mut gathered = Self::default();
        for (index, line) in page.note.lines().iter().enumerate() {
            if !line::is_blank(&line.text) {
                gathered.add(index, &line.text, page, trends);
            }
        }
        gathered
    }

    fn add(&mut self, index: usize, text: &str, page: &Page, trends: &[Trend]) {
        self.lines += 1;
        let parsed = line::parse(text);
        let tags = trends_of(&parsed, trends, &page.session.facts.lists);
        self.heard.add(&parsed, &tags);
        for tag in tags {
            self.add_trend(tag, index, trends);
        }
        let list = match parsed.kind {
            LineKind::Action => &mut self.actions,
            LineKind::Decision => &mut self.decisions,
            LineKind::Question => &mut self.questions,
            LineKind::Quote => &mut self.quotes,
            LineKind::Figure => &mut self.figures,
            LineKind::Remark | LineKind::Heading => return,
        };
        let words = line::body(text, &parsed);
        // A kind that still waits for its words is nothing to show yet.
        if words.is_empty() {
            return;
        }
        list.push(Item { line: index, text: words.to_owned(), done: parsed.done, private: parsed.private });
    }

    fn add_trend(&mut self, tag: String, index: usize, trends: &[Trend]) {
        let next = self.trends.len();
        let place = *self.places.entry(trend::normalise(&tag)).or_insert(next);
        if let Some(heard) = self.trends.get_mut(place) {
            heard.lines.push(index);
        } else {
            let is_known = trend::find(trends, &tag).is_some();
            self.trends.push(HeardTrend { tag, is_known, lines: vec![index] });
        }
    }
}
