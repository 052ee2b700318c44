//! What a programme file says, before it is a day in the store: every reader returns this, whatever the format.

use super::day::{DayFacts, SessionFacts};

/// A programme as understood, with what was not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programme {
    /// The format it was read as, by its name on the command line.
    pub format: &'static str,
    /// The name the file asks for, for the command line.
    pub slug: Option<String>,
    /// The day.
    pub day: DayFacts,
    /// The sessions, in the order of the file.
    pub sessions: Vec<SessionFacts>,
    /// What was read but not understood; never dropped silently.
    pub left_out: Vec<LeftOut>,
    /// What was understood but may surprise.
    pub warnings: Vec<String>,
}

/// A piece of a programme file that did not become a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line it stands on, from 1.
    pub line: usize,
    /// The text.
    pub text: String,
    /// Why.
    pub reason: String,
}

impl Programme {
    /// The slug the day should get: the one the file asks for, else one made of its title.
    #[must_use]
    pub fn wanted_slug(&self) -> String {
        self.slug.clone().unwrap_or_else(|| self.day.slug())
    }
}
