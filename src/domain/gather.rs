//! What one note holds, gathered by kind: the panel beside the note shows it while the note is typed.

use super::book::Page;
use super::heard::TrendReader;
use super::line::{self, Line, LineKind};
use super::points::Offer;
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
    /// Numbered lines that could be a list.
    pub offer: Option<Offer>,
    /// How many lines say something.
    pub lines: usize,
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
        let texts = || page.note.lines().iter().map(|line| line.text.as_str());
        let offer = Offer::find(texts(), &page.session.facts.lists, &page.sheet.lists);
        let mut gathered = Self { offer, ..Self::default() };
        let mut reader = TrendReader::new(page, trends);
        for (index, text) in texts().enumerate().filter(|(_, text)| !line::is_blank(text)) {
            let parsed = line::parse(text);
            for tag in reader.next(text, &parsed) {
                gathered.add_trend(tag, index, trends);
            }
            gathered.add(index, text, &parsed);
        }
        gathered
    }

    fn add(&mut self, index: usize, text: &str, parsed: &Line) {
        self.lines += 1;
        let list = match parsed.kind {
            LineKind::Action => &mut self.actions,
            LineKind::Decision => &mut self.decisions,
            LineKind::Question => &mut self.questions,
            LineKind::Quote => &mut self.quotes,
            LineKind::Figure => &mut self.figures,
            LineKind::Remark | LineKind::Heading => return,
        };
        let words = line::body(text, parsed);
        // A kind that still waits for its words is nothing to show yet.
        if words.is_empty() {
            return;
        }
        list.push(Item { line: index, text: words.to_owned(), done: parsed.done, private: parsed.private });
    }

    fn add_trend(&mut self, tag: String, index: usize, trends: &[Trend]) {
        let same = trend::normalise(&tag);
        if let Some(heard) = self.trends.iter_mut().find(|trend| trend::normalise(&trend.tag) == same) {
            heard.lines.push(index);
        } else {
            let is_known = trend::find(trends, &tag).is_some();
            self.trends.push(HeardTrend { tag, is_known, lines: vec![index] });
        }
    }
}
