//! What a programme file says, before it is a day in the store: every reader returns this, whatever the format.

use std::fmt;
use std::ops::RangeInclusive;

use super::day::{DayFacts, SessionFacts};
use super::problem::{Problem, ProblemKind};

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
    /// The lines of the text that each session was read from, counted from 1, in the order of the sessions. Empty where
    /// the format is not made of lines that a person reads.
    pub sources: Vec<RangeInclusive<usize>>,
    /// The text that those lines are of. Empty where the format is not made of such lines.
    pub text: String,
    /// What was read but not understood; never dropped silently.
    pub left_out: Vec<LeftOut>,
    /// What was understood but may surprise.
    pub warnings: Vec<Warning>,
}

/// A piece of a programme file that did not become a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line it stands on, from 1; in a table the row, in a list of entries the entry.
    pub line: usize,
    /// The text.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// Why a piece of a programme file did not become a session. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no title.
    NoTitle,
    /// It stands around the programme: a greeting, an address, a heading.
    AroundProgramme,
    /// It is not written as its format has it.
    Malformed,
    /// It falls outside the days of the event.
    OutsideDays,
    /// It names something that is not there: a speaker, a room, another entry.
    Dangling,
    /// There is more than a programme can have.
    TooMany,
}

impl Reason {
    /// Every reason, so that a test can see that each has its words.
    pub const ALL: [Self; 6] = [
        Self::NoTitle,
        Self::AroundProgramme,
        Self::Malformed,
        Self::OutsideDays,
        Self::Dangling,
        Self::TooMany,
    ];

    /// The name of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::AroundProgramme => "around-programme",
            Self::Malformed => "malformed",
            Self::OutsideDays => "outside-days",
            Self::Dangling => "dangling",
            Self::TooMany => "too-many",
        }
    }
}

/// Something that was understood but may surprise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What.
    pub kind: WarningKind,
    /// What it is about, as the file has it: a time, the name of a zone, a title, a number.
    pub subject: String,
}

/// The kinds of warning. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// A time that was not understood; the session has none.
    Time,
    /// A date that was not understood; the session has none.
    Date,
    /// A session that would end before it starts; its end was left out.
    EndBeforeStart,
    /// A time zone that is not known; times were taken as they are written.
    TimeZone,
    /// The file stops in the middle; what came before was read.
    CutShort,
    /// A file with several tables or calendars, of which one was read.
    OneOfSeveral,
    /// Entries with the same id, each kept as a session of its own.
    SameId,
    /// Repetitions beyond the days of the event, which were left out.
    Repetition,
    /// A clock of twelve hours without am or pm: afternoon was understood from the order.
    TwelveHours,
    /// Letters that could not be read in the file's encoding.
    Encoding,
}

impl WarningKind {
    /// Every kind, so that a test can see that each has its words.
    pub const ALL: [Self; 10] = [
        Self::Time,
        Self::Date,
        Self::EndBeforeStart,
        Self::TimeZone,
        Self::CutShort,
        Self::OneOfSeveral,
        Self::SameId,
        Self::Repetition,
        Self::TwelveHours,
        Self::Encoding,
    ];

    /// The name of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Date => "date",
            Self::EndBeforeStart => "end-before-start",
            Self::TimeZone => "time-zone",
            Self::CutShort => "cut-short",
            Self::OneOfSeveral => "one-of-several",
            Self::SameId => "same-id",
            Self::Repetition => "repetition",
            Self::TwelveHours => "twelve-hours",
            Self::Encoding => "encoding",
        }
    }
}

impl Warning {
    /// A warning of this kind about `subject`.
    pub fn new(kind: WarningKind, subject: impl fmt::Display) -> Self {
        Self { kind, subject: subject.to_string() }
    }
}

impl Programme {
    /// The programme, if there is one: a day is only made of at least one session.
    ///
    /// # Errors
    /// [`ProblemKind::NoSessions`].
    pub fn with_sessions(self) -> Result<Self, Problem> {
        if self.sessions.is_empty() {
            return Err(Problem::new(ProblemKind::NoSessions, self.format, ""));
        }
        Ok(self)
    }

    /// The slug the day should get: the one the file asks for, else one made of its title.
    #[must_use]
    pub fn wanted_slug(&self) -> String {
        self.slug.clone().unwrap_or_else(|| self.day.slug())
    }
}
