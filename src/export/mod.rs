//! Documents out: whole days as bytes in a format that others can read.
//!
//! [`outline`] decides what goes out (private lines do not, unless asked for) and is the one tree that every format
//! renders. A format is one file. Nothing in here opens a file (`files` does) or has words of its own ([`labels`]).

pub mod copying;
mod csv;
mod docx;
mod file_names;
mod first_page;
pub mod html;
pub mod json;
pub mod labels;
pub mod list_json;
pub mod markdown;
mod markdown_folder;
mod odt;
mod office;
pub mod outline;
pub mod paper;
mod report;
pub mod runs;
mod words;

use std::convert::Infallible;
use std::iter::Sum;

use crate::domain::book::Book;
pub use first_page::{FirstPage, first_page};
use labels::Labels;
use outline::Outline;
use paper::Paper;

/// A format to export to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One Markdown file (`CommonMark` with the task items of GFM).
    Markdown,
    /// A folder of Markdown notes, a file per session.
    MarkdownFolder,
    /// The report for colleagues.
    Report,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// A text document of `LibreOffice` and others.
    Odt,
    /// Tables for a spreadsheet: a folder of them, or one of lines.
    Csv,
    /// One JSON document with the keys of the command line.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Markdown,
        Self::MarkdownFolder,
        Self::Report,
        Self::Html,
        Self::Docx,
        Self::Odt,
        Self::Csv,
        Self::Json,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::MarkdownFolder => "markdown-folder",
            Self::Report => "report",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format with that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The ending of a file name, without the dot; empty for a folder.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::MarkdownFolder => "",
            Self::Report | Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What is written in this format to a path with this ending, which may be empty.
    #[must_use]
    pub fn form(self, ending: &str) -> Form {
        match self {
            Self::Markdown => Form::Markdown,
            Self::MarkdownFolder => Form::MarkdownFolder,
            Self::Report => Form::Report(Written::by_ending(ending)),
            Self::Html => Form::Paper(Written::Html),
            Self::Docx => Form::Paper(Written::Docx),
            Self::Odt => Form::Paper(Written::Odt),
            Self::Csv if ending == "csv" => Form::CsvLines,
            Self::Csv => Form::CsvFolder,
            Self::Json => Form::Json,
        }
    }
}

/// What exactly is written: a format leaves some of it to the ending of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One Markdown file.
    Markdown,
    /// A folder of Markdown notes.
    MarkdownFolder,
    /// Whole days on paper.
    Paper(Written),
    /// The report for colleagues.
    Report(Written),
    /// One table, of the lines.
    CsvLines,
    /// A folder of tables.
    CsvFolder,
    /// One JSON document.
    Json,
}

impl Form {
    /// Whether it is only read by people, so that it can do without times and kinds. Tables, JSON and folders of notes are
    /// read by programs, the last two also back into Plenair.
    #[must_use]
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Markdown | Self::Paper(_) | Self::Report(_))
    }
}

/// How a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// A text document of `LibreOffice` and others.
    Odt,
    /// Markdown.
    Markdown,
}

impl Written {
    /// How a paper is written to a path with this ending: as a web page, unless it says otherwise.
    #[must_use]
    pub fn by_ending(ending: &str) -> Self {
        match ending {
            "docx" => Self::Docx,
            "odt" => Self::Odt,
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
    /// Which clock times are told, where the format leaves that free.
    pub times: Times,
    /// Lines of notes without the word or the box that says what they are, where the format leaves that free.
    pub without_kinds: bool,
}

/// Which clock times a document tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Times {
    /// None.
    None,
    /// Those of the programme.
    #[default]
    Programme,
    /// Those too at which lines were written.
    Lines,
}

impl Options {
    /// The default, for constants.
    pub const USUAL: Self =
        Self { include_private: false, names: false, times: Times::Programme, without_kinds: false };

    /// What of it is up to the person in this form: what is read back keeps its times and kinds.
    fn in_form(self, form: Form) -> Self {
        if form.is_for_people() {
            return self;
        }
        Self { include_private: self.include_private, names: self.names, ..Self::USUAL }
    }
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

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |all, one| Self {
            days: all.days + one.days,
            sessions: all.sessions + one.sessions,
            lines: all.lines + one.lines,
            private_left_out: all.private_left_out + one.private_left_out,
        })
    }
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
        let counts = count(self.form, read)?;
        let private_left_out = match self.form {
            Form::CsvLines => self.counts.private_left_out,
            _ => counts.private_left_out,
        };
        Some(Counts { private_left_out, ..counts }).filter(|counts| *counts == self.counts)
    }
}

/// The document of days that are read one after another, in that order. Of a folder of notes each day is made while the next
/// is read, and then let go.
///
/// # Errors
/// Why a day could not be read.
pub fn render_as_read<E>(
    form: Form,
    books: impl Iterator<Item = Result<Book, E>>,
    options: &Options,
    labels: &Labels,
) -> Result<Document, E> {
    if form != Form::MarkdownFolder {
        return Ok(render(form, &books.collect::<Result<Vec<_>, E>>()?, options, labels));
    }
    let (files, counts) = markdown_folder::files(books, options.in_form(form), labels)?;
    Ok(Document { form, content: Content::Folder(files), counts })
}

/// The document of `books`, in that order.
#[must_use]
pub fn render(form: Form, books: &[Book], options: &Options, labels: &Labels) -> Document {
    let options = &options.in_form(form);
    let outline = || Outline::new(books, options);
    let (content, counts) = match form {
        Form::MarkdownFolder => {
            let books = books.iter().map(Ok::<_, Infallible>);
            let Ok((files, counts)) = markdown_folder::files(books, *options, labels);
            (Content::Folder(files), counts)
        }
        Form::Markdown => {
            let outline = outline();
            (file(markdown::render(&outline, labels)), outline.counts())
        }
        Form::Paper(written) => {
            // Nothing looks back at the outline, and with a year of notes it is large.
            let paper = paper::day::paper(&outline(), labels);
            on_paper(written, &paper)
        }
        Form::Report(written) => on_paper(written, &report::paper(&outline(), options.names, labels)),
        Form::CsvLines => {
            let outline = outline();
            let table = csv::lines(&outline);
            let counts = csv::count_lines(&table).unwrap_or_default();
            (Content::File(table), Counts { private_left_out: outline.private_left_out, ..counts })
        }
        Form::CsvFolder => {
            let outline = outline();
            (Content::Folder(csv::files(&outline)), outline.counts())
        }
        Form::Json => {
            let outline = outline();
            (Content::File(json::render(&outline)), outline.counts())
        }
    };
    Document { form, content, counts }
}

fn on_paper(written: Written, paper: &Paper) -> (Content, Counts) {
    let content = match written {
        Written::Html => file(html::render(paper)),
        Written::Docx => Content::File(docx::render(paper)),
        Written::Odt => Content::File(odt::render(paper)),
        Written::Markdown => file(markdown::paper::render(paper)),
    };
    (content, paper.counts())
}

fn file(text: String) -> Content {
    Content::File(text.into_bytes())
}

/// Counts what is in a document by reading it, without knowing what was put in. `None` for what is not such a document.
/// A table of lines does not say what was left out.
#[must_use]
pub fn count(form: Form, content: &Content) -> Option<Counts> {
    let bytes = match content {
        Content::Folder(files) => return count_folder(form, files),
        Content::File(bytes) => bytes,
    };
    let text = || std::str::from_utf8(bytes).ok();
    match form {
        Form::Markdown => markdown::count(text()?),
        Form::Paper(written) | Form::Report(written) => match written {
            Written::Html => html::count(text()?),
            Written::Markdown => markdown::paper::count(text()?),
            Written::Docx => docx::count(bytes),
            Written::Odt => odt::count(bytes),
        },
        Form::CsvLines => csv::count_lines(bytes),
        Form::Json => json::count(bytes),
        Form::MarkdownFolder | Form::CsvFolder => None,
    }
}

fn count_folder(form: Form, files: &[FolderFile]) -> Option<Counts> {
    match form {
        Form::MarkdownFolder => markdown_folder::count(files),
        Form::CsvFolder => csv::count_files(files),
        _ => None,
    }
}

/// Whether a folder with these files, in the order of their names, was written by Plenair and holds nothing else, also nothing
/// that somebody wrote in it since, so that it may be replaced.
#[must_use]
pub fn is_own_folder(files: &[FolderFile]) -> bool {
    let is = |form| count_folder(form, files).is_some();
    is(Form::CsvFolder) || is(Form::MarkdownFolder) && markdown_folder::is_as_written(files)
}

#[cfg(test)]
mod tests;
