//! A document as it stands on paper: headings, paragraphs, lists and tables, in order. Made of an outline once, and rendered
//! by every format for people that read it in a browser or a word processor.
//!
//! Each part knows what it is of the notes (a day, a session of the programme, a line), so that a document can be counted
//! when it is read back. How a part looks is for the formats; which words it has, for [`day`] and `report`.

pub mod day;
pub mod lines;

use super::Counts;
use super::labels::Labels;
use super::runs::{self, Run};
use crate::domain::language::Language;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What it is called, for the bar of a window and the list of files.
    pub title: String,
    /// The language it is in.
    pub language: Language,
    /// Who hands it over, if that is known.
    pub author: Option<String>,
    /// What stands on it.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Text(Text),
    /// A list; its items follow each other.
    List(Vec<Item>),
    /// A table.
    Table(Table),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 1, which a day has, to 6.
    pub level: u8,
    /// What it is.
    pub role: Role,
    /// The words.
    pub runs: Vec<Run>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is.
    pub role: Role,
    /// How it looks.
    pub look: Look,
    /// How far it stands in, in steps, at most [`MOST_STEPS`].
    pub indent: u8,
    /// The words.
    pub runs: Vec<Run>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub role: Role,
    /// What stands in front of it.
    pub marker: Marker,
    /// 0 for an item of the list itself, 1 for an item below it.
    pub level: u8,
    /// The words.
    pub runs: Vec<Run>,
}

/// A table with a row of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What each of its rows is.
    pub role: Role,
    /// The headings of its columns.
    pub header: Vec<String>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// What a part is of the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What goes with the rest, or says it once more.
    Plain,
    /// The title of a day.
    Day,
    /// A session in the programme.
    Session,
    /// A line of a note.
    Line,
    /// What was left out because it is private: its first number says how much.
    LeftOut,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As text.
    Body,
    /// What goes with the heading above it.
    Lead,
    /// Somebody's words.
    Quote,
    /// What is of least interest.
    Small,
}

/// What stands in front of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dot.
    Bullet,
    /// Its number.
    Number(u32),
    /// A box, ticked or not.
    Box(bool),
}

/// Paragraphs stand in no further than this.
pub const MOST_STEPS: u8 = 6;

/// The signs of boxes, for where a list has none of its own.
#[must_use]
pub fn box_sign(ticked: bool) -> &'static str {
    if ticked { "☑" } else { "☐" }
}

impl Paper {
    /// What is on it.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for part in &self.parts {
            match part {
                Part::Heading(heading) => heading.role.count(1, &mut counts),
                Part::Text(text) if text.role == Role::LeftOut => {
                    counts.private_left_out = first_number(&runs::text_of(&text.runs)).unwrap_or_default();
                }
                Part::Text(text) => text.role.count(1, &mut counts),
                Part::List(items) => items.iter().for_each(|item| item.role.count(1, &mut counts)),
                Part::Table(table) => table.role.count(table.rows.len(), &mut counts),
            }
        }
        counts
    }

    /// Says how much was left out, where anything was.
    pub(super) fn close(&mut self, left_out: usize, labels: &Labels) {
        if left_out > 0 {
            let runs = vec![Run::plain(&labels.private_left_out.of(left_out))];
            self.parts.push(Part::Text(Text { role: Role::LeftOut, look: Look::Small, indent: 0, runs }));
        }
    }
}

impl Role {
    /// Counts so many parts of this role.
    pub fn count(self, parts: usize, counts: &mut Counts) {
        match self {
            Self::Day => counts.days += parts,
            Self::Session => counts.sessions += parts,
            Self::Line => counts.lines += parts,
            Self::Plain | Self::LeftOut => {}
        }
    }
}

impl Part {
    /// Whether there is nothing on it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Heading(_) | Self::Text(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
        }
    }

    /// A heading that is not of the notes.
    pub(super) fn heading(level: u8, text: &str) -> Self {
        Self::Heading(Heading { level, role: Role::Plain, runs: vec![Run::plain(text)] })
    }

    /// A paragraph that is not a line.
    pub(super) fn text(look: Look, runs: Vec<Run>) -> Self {
        Self::Text(Text { role: Role::Plain, look, indent: 0, runs })
    }

    /// A list of what is not a line.
    pub(super) fn bullets(items: impl Iterator<Item = Vec<Run>>) -> Self {
        Self::List(items.map(|runs| Item::plain(Marker::Bullet, runs)).collect())
    }

    /// A numbered list of what is not a line.
    pub(super) fn numbers(items: impl Iterator<Item = Vec<Run>>) -> Self {
        Self::List((1..).zip(items).map(|(number, runs)| Item::plain(Marker::Number(number), runs)).collect())
    }
}

impl Item {
    /// An item that is not a line.
    pub(super) fn plain(marker: Marker, runs: Vec<Run>) -> Self {
        Self { role: Role::Plain, marker, level: 0, runs }
    }
}

/// The first number in a sentence.
pub(super) fn first_number(text: &str) -> Option<usize> {
    text.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
}
