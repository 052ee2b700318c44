//! Documents out: whole days as bytes in a format that others can read.
//!
//! [`outline`] decides what goes out (private lines do not, unless asked for) and is the one tree that every format
//! renders. A format is one file. Nothing in here opens a file (`files` does) or has words of its own ([`labels`]).

pub mod json;
pub mod labels;
pub mod list_json;
pub mod markdown;
pub mod outline;

use crate::domain::book::Book;
use labels::Labels;
use outline::Outline;

/// A format to export to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One Markdown file (`CommonMark` with the task items of GFM).
    Markdown,
    /// One JSON document with the keys of the command line.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Json];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The format with that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The ending of a file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

/// What goes in. The default is what may go out to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Private lines and sessions too.
    pub include_private: bool,
}

/// What a document holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Days.
    pub days: usize,
    /// Sessions on the programmes.
    pub sessions: usize,
    /// Lines of notes; blank lines are not lines here.
    pub lines: usize,
    /// Lines that stayed behind because they are private.
    pub private_left_out: usize,
}

/// A document, not yet on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The file, whole.
    pub bytes: Vec<u8>,
    /// What was put in, counted while it was made.
    pub counts: Counts,
}

/// The document of `books`, in that order.
#[must_use]
pub fn render(format: Format, books: &[Book], options: &Options, labels: &Labels) -> Document {
    let outline = Outline::new(books, options);
    let bytes = match format {
        Format::Markdown => markdown::render(&outline, labels).into_bytes(),
        Format::Json => json::render(&outline),
    };
    Document { bytes, counts: outline.counts() }
}

/// Counts what is in a document by reading it, without knowing what was put in. `None` for bytes that are not such a
/// document.
#[must_use]
pub fn count(format: Format, bytes: &[u8]) -> Option<Counts> {
    match format {
        Format::Markdown => markdown::count(std::str::from_utf8(bytes).ok()?),
        Format::Json => json::count(bytes),
    }
}

#[cfg(test)]
mod tests;
