//! A note: lines that keep their identity while the text around them changes.
//!
//! The text is the truth. This file cuts it into lines, and gives each line of an edited text the id, the author
//! and the time of the line it was before. It does not read what a line says (kind, marks, trends), and it does
//! not save anything.

mod reconcile;
mod removed;

use super::clock::Moment;
use super::id::{AuthorId, LineId};
pub use removed::RemovedLines;

/// One physical line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Names the line, wherever it moves.
    pub id: LineId,
    /// What was typed, without the line break: never holds `'\n'`. A lone `'\r'` is text.
    pub text: String,
    /// When the line first had text; for a line that is still blank, when it was made.
    pub noted_at: Moment,
    /// Who first wrote the line.
    pub author: AuthorId,
}

/// A note: its lines in order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Note {
    lines: Vec<NoteLine>,
}

/// What a reconcile may use from outside.
pub struct Stamp<'a> {
    /// The time that lines written now get.
    pub now: Moment,
    /// The author that lines written now get.
    pub author: AuthorId,
    /// Makes an id that no other line has.
    pub fresh: &'a mut dyn FnMut() -> LineId,
}

impl Note {
    /// The note made of `lines`, in that order. Each line has an id of its own, and no `'\n'` in its text.
    #[must_use]
    pub fn from_lines(lines: Vec<NoteLine>) -> Self {
        Self { lines }
    }

    /// The lines, in order.
    #[must_use]
    pub fn lines(&self) -> &[NoteLine] {
        &self.lines
    }

    /// Whether the note has no lines.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines joined by `'\n'`: exactly the text that was reconciled.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        texts.join("\n")
    }

    /// This note after its text became `text`.
    ///
    /// Every line of `text` is, in this order of preference, the line that has the same text in this note, the
    /// same text among `removed`, the line it was edited from, or a new line. Lines that are gone wait in
    /// `removed`; lines that came back leave it. An empty text is a note without lines.
    #[must_use]
    pub fn reconcile(&self, text: &str, removed: &mut RemovedLines, mut stamp: Stamp<'_>) -> Self {
        let texts = split(text);
        let head = count_equal(self.lines.iter(), texts.iter());
        let (old_head, old) = self.lines.split_at(head);
        let (_, new) = texts.split_at(head);

        let tail = count_equal(old.iter().rev(), new.iter().rev());
        let (old, old_tail) = old.split_at(old.len() - tail);
        let (new, _) = new.split_at(new.len() - tail);

        let mut lines = Vec::with_capacity(texts.len());
        lines.extend_from_slice(old_head);
        if !old.is_empty() || !new.is_empty() {
            lines.extend(reconcile::changed_lines(self, old, new, removed, &mut stamp));
        }
        lines.extend_from_slice(old_tail);
        Self { lines }
    }
}

fn split(text: &str) -> Vec<&str> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split('\n').collect()
}

/// How many lines at the start of both have the same text.
fn count_equal<'a>(old: impl Iterator<Item = &'a NoteLine>, new: impl Iterator<Item = &'a &'a str>) -> usize {
    old.zip(new).take_while(|(line, text)| line.text == **text).count()
}

/// Whether a line has nothing to recognise it by.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests;
