//! A day and its sessions. Only titles are certain: a programme may lack times, rooms, speakers, even a date.

pub mod timing;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::clock::Moment;
use super::id::{DayId, SessionId};
use super::person::Person;
use super::points::PointList;
use super::trend::Trend;

/// What runs past midnight still belongs to its date until this hour of the next morning.
const MORNING: u32 = 6;

/// A meeting or conference day, or several days of one congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Never changes.
    pub id: DayId,
    /// A readable name for the command line, unique in the store.
    pub slug: String,
    /// Whether this is the day that ships with Plenair as an example.
    pub example: bool,
    /// What is known about it.
    pub facts: DayFacts,
}

/// What a programme says about its day. Everything but the title may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayFacts {
    /// What the day is called.
    pub title: String,
    /// The (first) date.
    pub date: Option<NaiveDate>,
    /// The last date, where it differs from the first.
    pub last_date: Option<NaiveDate>,
    /// Where it is held.
    pub place: Option<String>,
    /// What the day is about. A day has a theme, lines have trends.
    pub theme: Option<String>,
    /// Who organises it.
    pub organiser: Option<String>,
    /// The IANA name of the time zone its times are in.
    pub timezone: Option<String>,
    /// The trends that the day brings along.
    pub trends: Vec<Trend>,
    /// Further reading.
    pub links: Vec<Link>,
    /// Who takes part, by the list that was handed out. Only for the window: no document has it.
    pub participants: Vec<Person>,
}

/// A page to read on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the page is called.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// An item of a day's programme. Its place in the order is the only thing every session has beside a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Never changes.
    pub id: SessionId,
    /// Its place in the day, from 1.
    pub position: u32,
    /// No longer on the programme.
    pub cancelled: bool,
    /// The whole session is private: all its lines are.
    pub private: bool,
    /// Marked by the person, to be found among many.
    pub starred: bool,
    /// What is known about it.
    pub facts: SessionFacts,
}

/// What a programme says about a session. Everything but the title may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionFacts {
    /// The id that the programme's own file gives it, by which a newer file names the same session.
    pub external_id: Option<String>,
    /// What it is called; empty while a hand-made session has no name yet.
    pub title: String,
    /// A second title line.
    pub subtitle: Option<String>,
    /// What the programme tells about it.
    pub summary: Option<String>,
    /// What kind of item it is.
    pub kind: SessionKind,
    /// The date it starts on.
    pub date: Option<NaiveDate>,
    /// Which day of the programme it is on, from 1, where the programme tells its days apart without a date.
    pub day: Option<u32>,
    /// When it starts, local time of the day.
    pub start: Option<NaiveTime>,
    /// When it ends, local time of the day.
    pub end: Option<NaiveTime>,
    /// Who speaks, in the order of the programme.
    pub speakers: Vec<Speaker>,
    /// Where it is held.
    pub room: Option<String>,
    /// The track it belongs to.
    pub track: Option<String>,
    /// The letter or number of a parallel session.
    pub parallel: Option<String>,
    /// The point lists that belong to it.
    pub lists: Vec<PointList>,
    /// The programme says that it does not take place.
    pub cancelled: bool,
    /// A person put it into the day; no programme ever had it.
    pub by_hand: bool,
}

impl Day {
    /// Whether a line in the note of `session` was written after the date it belongs to: the session's own, else the last
    /// of the day. Without a date nothing is later.
    ///
    /// A session that runs past midnight, or of which nobody knows when it ends, still counts until six in the morning.
    #[must_use]
    pub fn is_noted_later(&self, session: &Session, noted_at: Moment) -> bool {
        let facts = &session.facts;
        let date = facts.date.or(self.facts.last_date).or(self.facts.date);
        let ends_before_midnight = facts.end.is_some_and(|end| facts.start.is_none_or(|start| start < end));
        let hour = if ends_before_midnight { 0 } else { MORNING };
        is_past(date, hour, noted_at)
    }
}

/// Whether a line of a day with this (last) date was written after it: from six in the next morning on. Without a date nothing
/// is later.
#[must_use]
pub fn is_after(date: Option<NaiveDate>, noted_at: Moment) -> bool {
    is_past(date, MORNING, noted_at)
}

/// Whether it is this hour of the day after `date`, or later.
fn is_past(date: Option<NaiveDate>, hour: u32, noted_at: Moment) -> bool {
    let limit = date.and_then(|date| date.succ_opt()?.and_hms_opt(hour, 0, 0));
    limit.is_some_and(|limit| noted_at.naive_local() >= limit)
}

/// Somebody who speaks in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name as the programme writes it, with its titles.
    pub name: String,
    /// What the speaker does, and where.
    #[serde(default)]
    pub role: Option<String>,
}

/// What kind of item a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SessionKind {
    /// Doors open, badges.
    Registration,
    /// A word of welcome.
    Opening,
    /// Somebody speaks.
    #[default]
    Talk,
    /// Several people speak with each other.
    Panel,
    /// The room works.
    Workshop,
    /// A pause.
    Break,
    /// A meal in the middle of the day.
    Lunch,
    /// Drinks, dinner, a walk.
    Social,
    /// The last words.
    Closing,
    /// Anything else.
    Other,
}

impl SessionKind {
    /// Every kind, for reading it back from its name.
    pub const ALL: [Self; 10] = [
        Self::Registration,
        Self::Opening,
        Self::Talk,
        Self::Panel,
        Self::Workshop,
        Self::Break,
        Self::Lunch,
        Self::Social,
        Self::Closing,
        Self::Other,
    ];

    /// The name that files, the database and the command line use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Opening => "opening",
            Self::Talk => "talk",
            Self::Panel => "panel",
            Self::Workshop => "workshop",
            Self::Break => "break",
            Self::Lunch => "lunch",
            Self::Social => "social",
            Self::Closing => "closing",
            Self::Other => "other",
        }
    }

    /// The kind that is called `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn session(start: Option<&str>, end: Option<&str>) -> Session {
        let time = |text: &str| text.parse().expect("a time");
        Session {
            id: SessionId::from(Uuid::nil()),
            position: 1,
            cancelled: false,
            private: false,
            starred: false,
            facts: SessionFacts { start: start.map(time), end: end.map(time), ..SessionFacts::default() },
        }
    }

    fn day(date: Option<&str>, last_date: Option<&str>) -> Day {
        let read = |text: &str| text.parse().expect("a date");
        let facts = DayFacts { date: date.map(read), last_date: last_date.map(read), ..DayFacts::default() };
        Day { id: DayId::from(Uuid::nil()), slug: String::new(), example: false, facts }
    }

    #[test]
    fn what_is_written_after_the_day_is_noted_later() {
        let one_day = day(Some("2023-03-16"), None);
        let noted =
            |session: &Session, at: &str| one_day.is_noted_later(session, at.parse().expect("a moment"));
        let talk = session(Some("10:00:00"), Some("11:00:00"));
        assert!(!noted(&talk, "2023-03-15T22:00:00+01:00"), "prepared the day before");
        assert!(!noted(&talk, "2023-03-16T23:59:59+01:00"));
        assert!(noted(&talk, "2023-03-17T00:00:00+01:00"));
        for evening in [
            session(Some("20:00:00"), Some("01:00:00")),
            session(Some("20:00:00"), None),
            session(None, None),
        ] {
            assert!(!noted(&evening, "2023-03-17T05:59:59+01:00"));
            assert!(noted(&evening, "2023-03-17T06:00:00+01:00"));
        }
    }

    #[test]
    fn the_date_of_the_session_counts_before_the_last_of_the_day_and_without_one_nothing_is_later() {
        let two_days = day(Some("2023-03-16"), Some("2023-03-17"));
        let at = "2023-03-17T12:00:00+01:00".parse().expect("a moment");
        let mut talk = session(None, None);
        assert!(!two_days.is_noted_later(&talk, at));
        talk.facts.date = Some("2023-03-16".parse().expect("a date"));
        assert!(two_days.is_noted_later(&talk, at));
        talk.facts.date = None;
        assert!(!day(None, None).is_noted_later(&talk, at));
    }
}
