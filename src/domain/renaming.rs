//! Trends and people that are called otherwise from now on, in the lines, sheets and lists that name them: pure functions
//! from text to text. Which days that is done in, and saving it, is the store's business.
//!
//! Only tags and mentions change, by their spans in the grammar of a line, so nothing between backticks or in an address
//! does. All other bytes of a text stay.

pub mod people;
#[cfg(test)]
mod tests;
pub mod trends;

use std::sync::Arc;

use super::id::{LineId, SessionId};

pub use people::PersonChange;
pub use trends::{DayTrend, TrendChange};

/// Where something is called otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In one day.
    Day,
    /// In every day that is not in the trash.
    AllDays,
}

/// A line that got another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineEdit {
    /// The session whose note it is in.
    pub session: SessionId,
    /// The line.
    pub line: LineId,
    /// What it said. Shared, since the notes, the window and undo each keep an edit.
    pub before: Arc<str>,
    /// What it says.
    pub after: Arc<str>,
}

impl LineEdit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }
}

/// A line that is to get another text, if its note still has the revision `base`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    /// The session whose note it is in.
    pub session: SessionId,
    /// The revision of that note.
    pub base: u64,
    /// The line.
    pub line: LineId,
    /// What it is to say, without a line break.
    pub text: String,
}
