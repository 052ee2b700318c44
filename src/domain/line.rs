//! The grammar of a line: what one physical line of a note says, derived from its text alone.
//!
//! `parse` gives the kind, the marks and everything inline; `edit` rewrites a line the way a button or a key does.
//! Nothing in here knows ids, times, stored people or stored trends, and nothing changes a text while reading it.
//! Both languages are read at all times; a language only matters for the words that an edit writes.

mod due;
pub mod edit;
mod figure;
mod inline;
mod number;
mod prefix;
mod quotation;
#[cfg(test)]
mod tests;
mod typing;
mod understood;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use due::Due;
pub use figure::Figure;
pub use inline::{Piece, is_trend_tag, mention_of, pieces};
pub use prefix::words_of;
pub use quotation::Source;
pub use typing::{Sign, Typing, typing};
pub use understood::{Context, Understood};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Anything that is nothing else.
    Remark,
    /// Something to do: `- [ ] …`.
    Action,
    /// An agreement: `afspraak: …`.
    Decision,
    /// A question: `vraag: …` or `? …`.
    Question,
    /// Somebody's words: `citaat: …`, `> …` or a line wholly in quotation marks.
    Quote,
    /// A number that matters: `cijfer: …`.
    Figure,
    /// A heading: `# …` to `###### …`.
    Heading,
}

impl LineKind {
    /// Every kind, in the order of the grammar.
    pub const ALL: [Self; 7] = [
        Self::Remark,
        Self::Action,
        Self::Decision,
        Self::Question,
        Self::Quote,
        Self::Figure,
        Self::Heading,
    ];

    /// The name in files and on the command line, such as `decision`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Remark => "remark",
            Self::Action => "action",
            Self::Decision => "decision",
            Self::Question => "question",
            Self::Quote => "quote",
            Self::Figure => "figure",
            Self::Heading => "heading",
        }
    }

    /// The kind with that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The list marker in front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMarker {
    /// `- `, `* `, `+ ` or `• `.
    Bullet,
    /// `1. ` or `1) `, 0 to 999.
    Number(u32),
}

/// Everything a line says, derived from its text alone. Spans are byte ranges into the text, always on character
/// boundaries.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "a line may have any of the marks, in any combination")]
pub struct Line {
    /// What the line is.
    pub kind: LineKind,
    /// The bytes of white space at the start.
    pub indent: usize,
    /// The list marker in front, which is not part of `content`. The marker of `- [ ] …` belongs to the action
    /// and is not given here.
    pub marker: Option<ListMarker>,
    /// The text after the indent, the list marker, the kind and the marks, without white space at the end. A quote
    /// keeps its quotation marks and its source in here.
    pub content: Range<usize>,
    /// Marked as important.
    pub starred: bool,
    /// Just for me: never goes out unless asked for.
    pub private: bool,
    /// An action that is done.
    pub done: bool,
    /// 1 to 6 for a heading, else 0.
    pub heading_level: u8,
    /// The trends and points that are named, in the order of the text.
    pub tags: Vec<Tag>,
    /// The people and organisations that are named, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The number, for a figure only.
    pub figure: Option<Figure>,
    /// A remark with a percentage, an amount or an "x van y": it could be a figure.
    pub offers_figure: bool,
    /// When an action is due.
    pub due: Option<Due>,
    /// Whom a quote itself names as its source.
    pub source: Option<Source>,
    /// A quote of which the words are wholly in quotation marks, so that they are somebody's own words.
    pub literal: bool,
}

/// A `#trend` or `#6` in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Where it stands, with the `#`.
    pub span: Range<usize>,
    /// What it names.
    pub target: TagTarget,
}

/// What a tag names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagTarget {
    /// A trend, by its tag as written, without the `#`.
    Trend(String),
    /// A point of this session's list, by its number.
    Point(u32),
}

/// An `@word` or `@[Full Name]` in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, with the `@` and the brackets.
    pub span: Range<usize>,
    /// The name as written, without the `@` and the brackets.
    pub name: String,
}

impl Line {
    /// The trend tags, as written and without the `#`, in the order of the text.
    pub fn trend_tags(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().filter_map(|tag| match &tag.target {
            TagTarget::Trend(name) => Some(name.as_str()),
            TagTarget::Point(_) => None,
        })
    }

    /// The numbers of the points that are named, in the order of the text.
    pub fn point_tags(&self) -> impl Iterator<Item = u32> {
        self.tags.iter().filter_map(|tag| match tag.target {
            TagTarget::Trend(_) => None,
            TagTarget::Point(number) => Some(number),
        })
    }

    /// Whether the line says nothing: there is no content, though there may be a kind or a mark waiting for it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.content.is_empty()
    }
}

/// Reads one physical line (without `\n`).
#[must_use]
pub fn parse(text: &str) -> Line {
    let prefix = prefix::scan(text);
    let content = prefix.end..text.trim_end().len().max(prefix.end);
    let inline = inline::scan(text, content.clone());
    let quotation = quotation::read(text, content.clone(), &inline.tags);
    let is_meant_as_figure = prefix.kind() == Some(LineKind::Figure);
    let figure = is_meant_as_figure.then(|| figure::read(text, content.clone(), &inline.taken)).flatten();
    let kind = match prefix.kind() {
        Some(LineKind::Figure) if figure.is_none() => LineKind::Remark,
        Some(kind) => kind,
        None if quotation.literal => LineKind::Quote,
        None => LineKind::Remark,
    };
    let quote = kind == LineKind::Quote;
    let action = kind == LineKind::Action;
    Line {
        kind,
        indent: prefix.indent,
        marker: prefix.marker(),
        starred: prefix.starred(),
        private: prefix.private,
        done: prefix.done(),
        heading_level: prefix.heading_level(),
        offers_figure: kind == LineKind::Remark && figure::offers(text, content.clone(), &inline.taken),
        due: action.then(|| due::find(text, content.clone(), &inline.taken)).flatten(),
        figure: figure.filter(|_| kind == LineKind::Figure),
        source: quotation.source.filter(|_| quote),
        literal: quote && quotation.literal,
        tags: inline.tags,
        mentions: inline.mentions,
        content,
    }
}

/// Whether there is nothing but white space.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The content for people: `text` without indent, list marker, kind and marks. `line` is what `parse` made of it.
#[must_use]
pub fn body<'a>(text: &'a str, line: &Line) -> &'a str {
    text.get(line.content.clone()).unwrap_or_default()
}

/// The words of a quote, without the outer quotation marks and without the source; tags behind them are left out
/// too. For another kind the same as [`body`].
#[must_use]
pub fn quote_words<'a>(text: &'a str, line: &Line) -> &'a str {
    if line.kind != LineKind::Quote {
        return body(text, line);
    }
    let quotation = quotation::read(text, line.content.clone(), &line.tags);
    text.get(quotation.words).unwrap_or_default()
}
