//! The note that is being typed: its text, its caret, the sheet beside it, and when these have to be on their way to the
//! disk.
//!
//! Times are seconds of the window's own clock, which never runs back. Undo is the text field's business.

use crate::domain::id::SessionId;
use crate::domain::sheet::Sheet;

/// A pause this long, in seconds, sends the text on its way.
const PAUSE: f64 = 0.25;

/// Typing without a pause is sent after so many seconds, so that it is on the disk within one.
const AT_MOST: f64 = 0.7;

/// A text selection in characters: both ends are the same for a bare caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    /// The end that moves; the caret.
    pub caret: usize,
    /// The end that stays.
    pub anchor: usize,
}

/// A text that the program put in the place of what was typed, with one undo step between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The text and the selection before.
    pub before: (String, Selected),
    /// The selection after.
    pub after: Selected,
}

/// The note that is being typed.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "wishes that the text field takes over once, in any combination"
)]
pub struct Draft {
    /// Whose note it is.
    pub session: SessionId,
    /// The text as it stands on the screen.
    pub text: String,
    /// Where the caret is.
    pub selected: Selected,
    /// A change made by a button or a key, waiting for the text field to take it over.
    pub replacement: Option<Replacement>,
    /// The caret was put somewhere by the program; the text field follows, with the focus, and shows it.
    pub jump: bool,
    /// The text field gets the focus, and stays scrolled as it is.
    pub takes_focus: bool,
    /// The selection was put somewhere by the program; it is scrolled to, and the focus stays where it is.
    pub reveal: bool,
    /// The menu of the caret's line was asked for.
    pub asks_menu: bool,
    /// An input method is composing: the text holds characters that are not typed yet.
    pub composing: bool,
    /// What the session holds beside the text, as it stands on the screen.
    pub sheet: Sheet,
    /// An input method is composing in a field of the sheet.
    pub composing_beside: bool,
    /// The person asked for the fields below the note, or to put them away.
    pub asks_for_footer: bool,
    /// The store changed the text: what was typed before cannot be undone in the text field.
    pub starts_anew: bool,
    /// How many changes there were when an operation put the note on the screen.
    pub after_operation: Option<u64>,
    /// Counts the changes of the text: what was worked out of it is for one count only.
    pub edits: u64,
    changed_at: Option<(f64, f64)>,
}

impl Selected {
    /// A bare caret.
    #[must_use]
    pub fn at(caret: usize) -> Self {
        Self { caret, anchor: caret }
    }

    /// The first and the last character of the selection.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.caret.min(self.anchor)..self.caret.max(self.anchor)
    }
}

impl Draft {
    /// The note of `session`, opened with the caret at the given character.
    #[must_use]
    pub fn new(session: SessionId, text: String, caret: usize) -> Self {
        let caret = caret.min(text.chars().count());
        Self {
            session,
            text,
            selected: Selected::at(caret),
            replacement: None,
            jump: false,
            takes_focus: true,
            reveal: false,
            asks_menu: false,
            composing: false,
            sheet: Sheet::default(),
            composing_beside: false,
            asks_for_footer: false,
            starts_anew: false,
            after_operation: None,
            edits: 0,
            changed_at: None,
        }
    }

    /// A key changed the text.
    pub fn typed(&mut self, now: f64) {
        self.edits += 1;
        self.noted(now);
    }

    /// Something changed in the sheet, or in the text.
    pub fn noted(&mut self, now: f64) {
        let first = self.changed_at.map_or(now, |(first, _)| first);
        self.changed_at = Some((first, now));
    }

    /// Puts another text in place, as one undo step.
    pub fn replace(&mut self, text: String, after: Selected, now: f64) {
        if text == self.text {
            return;
        }
        let before = (std::mem::replace(&mut self.text, text), self.selected);
        self.replacement = Some(Replacement { before, after });
        self.selected = after;
        self.typed(now);
    }

    /// Whether an input method holds characters that are not typed yet.
    #[must_use]
    pub fn is_composing(&self) -> bool {
        self.composing || self.composing_beside
    }

    /// Whether the note is on the screen because of an operation, and nothing was typed since: undo takes that back.
    #[must_use]
    pub fn follows_operation(&self) -> bool {
        self.after_operation == Some(self.edits)
    }

    /// Puts a text in place that came from the store while something was typed.
    pub fn adopt(&mut self, text: String, caret: usize) {
        let caret = caret.min(text.chars().count());
        self.text = text;
        self.selected = Selected::at(caret);
        self.replacement = None;
        self.jump = true;
        self.starts_anew = true;
        self.edits += 1;
    }

    /// Whether something was typed that is not on its way yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.changed_at.is_some()
    }

    /// In how many seconds the text has to be sent; `None` when there is nothing to send.
    #[must_use]
    pub fn due_in(&self, now: f64) -> Option<f64> {
        let (first, last) = self.changed_at.filter(|_| !self.is_composing())?;
        Some((last + PAUSE).min(first + AT_MOST) - now)
    }

    /// The text is on its way.
    pub fn sent(&mut self) {
        self.changed_at = None;
    }

    /// The lines that the selection touches, from 0.
    #[must_use]
    pub fn selected_lines(&self) -> std::ops::RangeInclusive<usize> {
        let range = self.selected.range();
        self.line_of(range.start)..=self.line_of(range.end)
    }

    /// The line, from 0, that the caret is in.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line_of(self.selected.caret)
    }

    /// The text of a line.
    #[must_use]
    pub fn line_text(&self, line: usize) -> &str {
        self.text.split('\n').nth(line).unwrap_or_default()
    }

    /// The character at which a line ends.
    #[must_use]
    pub fn end_of_line(&self, line: usize) -> usize {
        let before: usize = self.text.split('\n').take(line + 1).map(|text| text.chars().count() + 1).sum();
        before.saturating_sub(1)
    }

    /// The byte at which a character starts.
    #[must_use]
    pub fn byte_of(&self, character: usize) -> usize {
        self.text.char_indices().nth(character).map_or(self.text.len(), |(byte, _)| byte)
    }

    /// The line, from 0, that a character is in.
    #[must_use]
    pub fn line_of(&self, character: usize) -> usize {
        self.text.chars().take(character).filter(|letter| *letter == '\n').count()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn draft(text: &str, caret: usize) -> Draft {
        Draft::new(SessionId::from(Uuid::nil()), text.to_owned(), caret)
    }

    #[test]
    fn a_pause_sends_the_text_and_so_does_a_second_without_one() {
        let mut draft = draft("", 0);
        assert_eq!(draft.due_in(0.0), None, "nothing was typed");
        draft.typed(10.0);
        assert_eq!(draft.due_in(10.0), Some(0.25));
        for key in 1..10 {
            draft.typed(10.0 + f64::from(key) / 10.0);
        }
        assert!(draft.due_in(10.9).is_some_and(|seconds| seconds < 0.0), "due although the typing goes on");
        draft.sent();
        assert!(!draft.is_dirty());
    }

    #[test]
    fn nothing_is_sent_while_an_input_method_composes() {
        let mut draft = draft("", 0);
        draft.typed(1.0);
        draft.composing = true;
        assert_eq!(draft.due_in(5.0), None);
        assert!(draft.is_dirty());
    }

    #[test]
    fn lines_are_counted_in_characters_not_bytes() {
        let draft = draft("één\ntwéé\n", 9);
        assert_eq!(draft.line(), 2);
        assert_eq!(draft.end_of_line(1), 8);
        assert_eq!(draft.line_text(1), "twéé");
    }
}
