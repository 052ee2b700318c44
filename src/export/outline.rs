//! The one tree that every format renders: what goes out, in which order, and how much stays behind.
//!
//! Private lines and private sessions are left out and counted here. Nothing in the tree leads back to a whole note,
//! so a format cannot show what is not in it. How things look and which words go with them is for the formats.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::{Counts, Options, Times, words};
use crate::domain::book::Book;
use crate::domain::dates;
use crate::domain::day::{Day, Session};
use crate::domain::id::SessionId;
use crate::domain::line::{self, Line, LineKind};
use crate::domain::note::NoteLine;
use crate::domain::query::{self, Remark, TrendCount};
use crate::domain::sheet::outgoing::Outgoing;
use crate::together;

/// A document.
#[derive(Clone, Debug)]
pub struct Outline<'a> {
    /// Its days, in order.
    pub days: Vec<DayOutline<'a>>,
    /// How many private lines stayed behind, and how many private texts beside them.
    pub private_left_out: usize,
}

/// A day in a document.
#[derive(Clone, Debug)]
pub struct DayOutline<'a> {
    /// The day itself.
    pub day: &'a Day,
    /// Every session that goes out, in the order of the programme, with its note.
    pub sections: Vec<Section<'a>>,
    /// How often each trend was heard in the lines that go out.
    pub trends: Vec<TrendCount>,
    /// How many of its private lines stayed behind, and how many private texts beside them.
    pub private_left_out: usize,
}

/// A session, the lines of its note, and what was noted beside them.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// Its number in this document, from 1. Private sessions that stay behind leave no gap, so it can differ from the
    /// session's position.
    pub number: usize,
    /// The session.
    pub session: &'a Session,
    /// When it is, as it is told: "10:00–10:45".
    pub times: Option<String>,
    /// The lines of its note that say something.
    pub blocks: Vec<Block<'a>>,
    /// What goes out of what it holds beside its note.
    pub sheet: Outgoing,
}

/// A line of a note.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// The line as noted.
    pub line: &'a NoteLine,
    /// What it says.
    pub parsed: Line,
    /// Its place in the note, from 1, blank lines counted.
    pub position: u32,
    /// How many blank lines stand above it, below the line before that goes out.
    pub blank_before: usize,
    /// Whether it is private, by itself or by its session. Only when private lines were asked for.
    pub private: bool,
    /// When it was written, where that is told: "14:21".
    pub time: Option<String>,
    /// Whether it is told what it is, with a word or a box.
    pub shows_kind: bool,
    /// The trends it carries, by the tag of the day where the day knows it.
    pub trends: Vec<String>,
    /// The date an action is due, as understood.
    pub due: Option<NaiveDate>,
    /// Whom a quote is from: the name behind it, else for somebody's own words the only speaker.
    pub source: Option<String>,
}

impl<'a> Outline<'a> {
    /// The document of `books`.
    #[must_use]
    pub fn new(books: &'a [Book], options: &Options) -> Self {
        let days = together::map(books, |book| DayOutline::of(book, options));
        let private_left_out = days.iter().map(|day: &DayOutline<'a>| day.private_left_out).sum();
        Self { days, private_left_out }
    }

    /// What is in the document.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.days.iter().map(DayOutline::counts).sum()
    }
}

impl Section<'_> {
    /// Whether anything was noted in it, in the note or beside it.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        !self.blocks.is_empty() || self.sheet.has_notes()
    }
}

impl<'a> DayOutline<'a> {
    /// The day of `book`.
    #[must_use]
    pub fn new(book: &'a Book, include_private: bool) -> Self {
        let goes_out = |private: bool| include_private || !private;
        let mut notes: BTreeMap<SessionId, Vec<Block<'a>>> = BTreeMap::new();
        let mut private_left_out = 0;
        // Where the line before stands, and how many blank lines came since the last one that goes out.
        let (mut session, mut before, mut blank) = (None, 0, 0);
        for remark in book.remarks() {
            let id = remark.page.session.id;
            if session != Some(id) {
                (session, before, blank) = (Some(id), 0, 0);
            }
            blank += remark.position.saturating_sub(before + 1);
            before = remark.position;
            if !goes_out(remark.private) {
                private_left_out += 1;
                continue;
            }
            let blank_before = usize::try_from(std::mem::take(&mut blank)).unwrap_or_default();
            let lines = remark.page.note.lines().len();
            let block = Block { blank_before, ..Block::new(&book.day, remark) };
            notes.entry(id).or_insert_with(|| Vec::with_capacity(lines)).push(block);
        }
        let sheets = book.pages.iter().map(|page| page.outgoing(include_private).left_out);
        private_left_out += sheets.sum::<usize>();
        let pages = book.pages.iter().filter(|page| goes_out(page.session.private));
        let sections: Vec<Section<'a>> = (1..)
            .zip(pages)
            .map(|(number, page)| Section {
                number,
                session: &page.session,
                times: words::times(&page.session),
                blocks: notes.remove(&page.session.id).unwrap_or_default(),
                sheet: page.outgoing(include_private),
            })
            .collect();
        let heard = sections.iter().flat_map(|section| {
            section.blocks.iter().map(|block| (section.session.id, block.trends.as_slice()))
        });
        let trends = query::trend_counts(&book.day.facts.trends, heard);
        Self { day: &book.day, sections, trends, private_left_out }
    }

    /// The day of `book`, with what is asked for.
    #[must_use]
    pub fn of(book: &'a Book, options: &Options) -> Self {
        Self::new(book, options.include_private).told(*options)
    }

    /// What is in the day.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            days: 1,
            sessions: self.sections.len(),
            lines: self.sections.iter().map(|section| section.blocks.len()).sum(),
            private_left_out: self.private_left_out,
        }
    }

    /// With the times and the kinds that are asked for.
    fn told(mut self, options: Options) -> Self {
        for section in &mut self.sections {
            section.times.take_if(|_| options.times == Times::None);
            for block in &mut section.blocks {
                let has_time = options.times == Times::Lines && block.parsed.kind != LineKind::Heading;
                block.time = has_time.then(|| dates::time(block.line.noted_at.time()));
                block.shows_kind = !options.without_kinds;
            }
        }
        self
    }

    /// The lines of one kind, each with its session, in the order of the day.
    pub fn blocks_of(&self, kind: LineKind) -> impl Iterator<Item = (&Section<'a>, &Block<'a>)> {
        self.sections.iter().flat_map(move |section| {
            section
                .blocks
                .iter()
                .filter(move |block| block.parsed.kind == kind)
                .map(move |block| (section, block))
        })
    }
}

impl<'a> Block<'a> {
    /// The line of `remark`, a line of `day`.
    #[must_use]
    pub fn new(day: &Day, remark: Remark<'a>) -> Self {
        Self {
            due: remark.due(day),
            source: remark.source().map(str::to_owned),
            line: remark.line,
            parsed: remark.parsed,
            position: remark.position,
            blank_before: 0,
            private: remark.private,
            time: None,
            shows_kind: true,
            trends: remark.trends,
        }
    }

    /// What the line says, without indent, list marker, kind and marks.
    #[must_use]
    pub fn body(&self) -> &'a str {
        line::body(&self.line.text, &self.parsed)
    }

    /// The words of a quote, without quotation marks, source and the tags behind them.
    #[must_use]
    pub fn quote_words(&self) -> &'a str {
        line::quote_words(&self.line.text, &self.parsed)
    }

    /// The tags of a quote that stand behind its words, as written, with their `#`.
    pub fn tags_behind_quote(&self) -> impl Iterator<Item = &'a str> {
        let end = self.end_of_quote_words();
        let text = &self.line.text;
        let spans: Vec<Range<usize>> = self.parsed.tags.iter().map(|tag| tag.span.clone()).collect();
        spans.into_iter().filter(move |span| span.start >= end).filter_map(move |span| text.get(span))
    }

    /// Whether this was meant as a figure but has no number: then it is a remark, and the word is a part of it.
    #[must_use]
    pub fn lost_its_kind(&self) -> bool {
        let prefix = self.line.text.get(..self.parsed.content.start).unwrap_or_default();
        self.parsed.kind == LineKind::Remark && !self.parsed.private && prefix.contains([':', '：'])
    }

    fn end_of_quote_words(&self) -> usize {
        let words = self.quote_words();
        let start = self.body().find(words).unwrap_or_default();
        self.parsed.content.start + start + words.len()
    }
}
