//! Documents out: whole days as bytes in a format that others can read.
//!
//! [`outline`] decides what goes out (private lines do not, unless asked for) and is the one tree that every format
//! renders. A format is one file. Nothing in here opens a file (`files` does) or has words of its own ([`labels`]).

pub mod html;
pub mod json;
pub mod labels;
pub mod list_json;
pub mod markdown;
pub mod outline;
pub mod paper;
mod report;
pub mod runs;
mod words;

use crate::domain::book::Book;
use labels::Labels;
use outline::Outline;
use paper::Paper;

/// A format to export to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One Markdown file (`CommonMark` with the task items of GFM).
    Markdown,
    /// The report for colleagues.
    Report,
    /// A web page.
    Html,
    /// One JSON document with the keys of the command line.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Report, Self::Html, Self::Json];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Report => "report",
            Self::Html => "html",
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
            Self::Report | Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// What is written in this format to a path with this ending, which may be empty.
    #[must_use]
    pub fn form(self, ending: &str) -> Form {
        match self {
            Self::Markdown => Form::Markdown,
            Self::Report => Form::Report(Written::by_ending(ending)),
            Self::Html => Form::Paper(Written::Html),
            Self::Json => Form::Json,
        }
    }
}

/// What exactly is written: a format leaves some of it to the ending of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One Markdown file.
    Markdown,
    /// Whole days on paper.
    Paper(Written),
    /// The report for colleagues.
    Report(Written),
    /// One JSON document.
    Json,
}

/// How a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
}

impl Written {
    /// How a paper is written to a path with this ending: as a web page, unless it says otherwise.
    #[must_use]
    pub fn by_ending(ending: &str) -> Self {
        match ending {
            "md" | "markdown" => Self::Markdown,
            _ => Self::Html,
        }
    }
}

/// What goes in. The default is what may go out to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Private lines and sessions too.
    pub include_private: bool,
    /// In a report for colleagues, people by name who do not speak; else where they are from.
    pub names: bool,
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
    /// What it is.
    pub form: Form,
    /// The file or the files.
    pub content: Content,
    /// What was put in, counted while it was made.
    pub counts: Counts,
}

/// What a document consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One file, whole.
    File(Vec<u8>),
    /// A folder with these files.
    Folder(Vec<FolderFile>),
}

/// A file in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderFile {
    /// Its path inside the folder, with `/` between its parts.
    pub name: String,
    /// The file, whole.
    pub bytes: Vec<u8>,
}

impl Content {
    /// How many files it is.
    #[must_use]
    pub fn files(&self) -> usize {
        match self {
            Self::File(_) => 1,
            Self::Folder(files) => files.len(),
        }
    }
}

impl Document {
    /// What is in `read`, counted, if that is what was written and holds what was put in.
    #[must_use]
    pub fn confirmed_by(&self, read: &Content) -> Option<Counts> {
        if *read != self.content {
            return None;
        }
        count(self.form, read).filter(|counts| *counts == self.counts)
    }
}

/// The document of `books`, in that order.
#[must_use]
pub fn render(form: Form, books: &[Book], options: &Options, labels: &Labels) -> Document {
    let outline = Outline::new(books, options);
    let (content, counts) = match form {
        Form::Markdown => (file(markdown::render(&outline, labels)), outline.counts()),
        Form::Paper(written) => on_paper(written, &paper::day::paper(&outline, labels)),
        Form::Report(written) => on_paper(written, &report::paper(&outline, options.names, labels)),
        Form::Json => (Content::File(json::render(&outline)), outline.counts()),
    };
    Document { form, content, counts }
}

fn on_paper(written: Written, paper: &Paper) -> (Content, Counts) {
    let content = match written {
        Written::Html => file(html::render(paper)),
        Written::Markdown => file(markdown::paper::render(paper)),
    };
    (content, paper.counts())
}

fn file(text: String) -> Content {
    Content::File(text.into_bytes())
}

/// Counts what is in a document by reading it, without knowing what was put in. `None` for what is not such a document.
#[must_use]
pub fn count(form: Form, content: &Content) -> Option<Counts> {
    let Content::File(bytes) = content else { return None };
    match form {
        Form::Markdown => markdown::count(std::str::from_utf8(bytes).ok()?),
        Form::Paper(written) | Form::Report(written) => {
            let text = std::str::from_utf8(bytes).ok()?;
            match written {
                Written::Html => html::count(text),
                Written::Markdown => markdown::paper::count(text),
            }
        }
        Form::Json => json::count(bytes),
    }
}

/// Whether a folder with these files was written by Plenair and holds nothing else, so that it may be replaced.
#[must_use]
pub fn is_own_folder(_files: &[FolderFile]) -> bool {
    false
}

#[cfg(test)]
mod tests;
