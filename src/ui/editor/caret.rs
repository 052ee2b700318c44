//! The line that the caret is in. Worked out when the caret or the text changes, not in every frame.

use std::ops::Range;

use crate::app::draft::Draft;
use crate::domain::id::SessionId;
use crate::domain::line::{self, LineKind, edit};

use super::byte_of;

/// What is known of the caret's line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaretLine {
    /// Its kind; a blank line without a kind has none.
    pub kind: Option<LineKind>,
    /// Whether it is important.
    pub starred: bool,
    /// Whether it is private.
    pub private: bool,
    /// Whether Tab moves it.
    pub can_move_deeper: bool,
    /// Its bytes in the text.
    span: Range<usize>,
    /// The caret's byte in the text.
    caret: usize,
    /// What this was worked out for.
    session: Option<SessionId>,
    edits: u64,
}

impl CaretLine {
    /// Works it out.
    pub fn of(draft: &Draft) -> Self {
        let text = draft.text.as_str();
        let caret = byte_of(text, draft.selected.caret);
        let start = text.get(..caret).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let end =
            text.get(caret..).and_then(|after| after.find('\n')).map_or(text.len(), |length| caret + length);
        let line = text.get(start..end).unwrap_or_default();
        let parsed = line::parse(line);
        Self {
            kind: (!line::is_blank(line)).then_some(parsed.kind),
            starred: parsed.starred,
            private: parsed.private,
            can_move_deeper: edit::can_move_deeper(line),
            span: start..end,
            caret,
            session: Some(draft.session),
            edits: draft.edits,
        }
    }

    /// Whether this was worked out for the text as it is.
    pub fn is_of(&self, draft: &Draft) -> bool {
        self.session == Some(draft.session) && self.edits == draft.edits
    }

    /// The line up to the caret.
    pub fn before_caret<'a>(&self, draft: &'a Draft) -> &'a str {
        draft.text.get(self.span.start..self.caret).unwrap_or_default()
    }

    /// Whether the word that the caret is behind goes on after it.
    pub fn is_inside_word(&self, draft: &Draft) -> bool {
        self.next(draft).is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
    }

    /// Whether white space follows the caret on its line.
    pub fn is_before_space(&self, draft: &Draft) -> bool {
        self.next(draft).is_some_and(|letter| letter != '\n' && letter.is_whitespace())
    }

    fn next(&self, draft: &Draft) -> Option<char> {
        draft.text.get(self.caret..)?.chars().next()
    }

    /// The whole text, with something else before the caret on its line.
    pub fn with_before_caret(&self, draft: &Draft, before: &str) -> String {
        let head = draft.text.get(..self.span.start).unwrap_or_default();
        let rest = draft.text.get(self.caret..).unwrap_or_default();
        [head, before, rest].concat()
    }
}
