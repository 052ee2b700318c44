//! A day with its programme and every note in it: what the window shows, what an export is made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::{Day, DayFacts, Session};
use super::id::{DayId, SessionId};
use super::note::{Note, NoteLine};
use super::points::PointList;
use super::sheet::Sheet;
use super::sheet::outgoing::Outgoing;

/// A whole day.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// The day itself.
    pub day: Day,
    /// Its sessions in the order of the programme, each with its note.
    pub pages: Vec<Page>,
}

/// A session and its note.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The session.
    pub session: Session,
    /// How often the note was saved.
    pub revision: u64,
    /// The note.
    pub note: Note,
    /// What the session holds beside it.
    pub sheet: Sheet,
}

/// A day in a list of days.
#[derive(Clone, Debug, PartialEq)]
pub struct DaySummary {
    /// The day itself.
    pub day: Day,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many lines were noted, private ones too.
    pub lines: u32,
    /// How many of them are private.
    pub private_lines: u32,
    /// How many actions are not done, private ones too.
    pub open_actions: u32,
    /// How many of those are private.
    pub private_open_actions: u32,
}

/// Where the window was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The day on the screen.
    pub day: DayId,
    /// The session whose note was open.
    pub session: Option<SessionId>,
    /// The caret in that note, in characters from its start.
    pub caret: usize,
}

/// A note to be saved, with the revision it grew from: a save can only land on the note it was made of.
#[derive(Clone, Debug)]
pub struct NoteSave {
    /// Whose note it is.
    pub session: SessionId,
    /// The revision of the note that was edited.
    pub base: u64,
    /// All lines, in order.
    pub lines: Vec<NoteLine>,
    /// What the session holds beside the lines; `None` leaves that as it is.
    pub sheet: Option<Sheet>,
    /// Where the window is, remembered in the same breath.
    pub place: Option<Place>,
    /// How many saves of this note were on their way when this one was made: `base` counts on each of them to land.
    pub ahead: u64,
}

impl Book {
    /// The page of a session.
    #[must_use]
    pub fn page(&self, session: SessionId) -> Option<&Page> {
        self.pages.iter().find(|page| page.session.id == session)
    }

    /// The page of a session, to change.
    pub fn page_mut(&mut self, session: SessionId) -> Option<&mut Page> {
        self.pages.iter_mut().find(|page| page.session.id == session)
    }
}

impl Page {
    /// What goes out of the session's sheet, with its lists.
    #[must_use]
    pub fn outgoing(&self, include_private: bool) -> Outgoing {
        Outgoing::new(&self.sheet, &self.session.facts.lists, self.session.private, include_private)
    }

    /// The lists of the session: those of the programme, then those that the person made.
    pub fn lists(&self) -> impl Iterator<Item = &PointList> {
        self.session.facts.lists.iter().chain(&self.sheet.lists)
    }
}

impl DayFacts {
    /// Whether `date` is the date, or one of the dates, of the day.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.date.is_some_and(|first| (first..=self.last_date.unwrap_or(first)).contains(&date))
    }

    /// The date of sessions that do not say theirs, where there is only one.
    #[must_use]
    pub fn usual_date(&self) -> Option<NaiveDate> {
        let one_date = self.last_date.is_none_or(|last| Some(last) == self.date);
        self.date.filter(|_| one_date)
    }

    /// The name on the command line that suits this day: its title, and its year when the title has none.
    #[must_use]
    pub fn slug(&self) -> String {
        let title = super::slug::slug(&self.title);
        match self.date.map(|date| date.format("%Y").to_string()) {
            Some(year) if !title.contains(&year) => format!("{title}-{year}"),
            _ => title,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::day::SessionFacts;
    use crate::domain::id::{AuthorId, LineId};

    /// The page of a session with this note.
    pub fn page(text: &str) -> Page {
        let session = Session {
            id: SessionId::from(Uuid::nil()),
            position: 1,
            cancelled: false,
            private: false,
            starred: false,
            facts: SessionFacts::default(),
        };
        let line = |(nth, text): (u128, &str)| NoteLine {
            id: LineId::from(Uuid::from_u128(nth)),
            text: text.to_owned(),
            noted_at: "2023-03-16T14:32:00+01:00".parse().expect("a moment"),
            author: AuthorId::from(Uuid::nil()),
        };
        let lines = (1..).zip(text.lines()).map(line).collect();
        Page { session, revision: 0, note: Note::from_lines(lines), sheet: Sheet::default() }
    }
}
