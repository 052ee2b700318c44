//! Days, sessions, lines and trends as JSON, with the keys of the command line.
//!
//! The keys are a contract that scripts rely on: add, don't change. The same types are the JSON export and what
//! `days`, `show`, `lines` and `trends` print. What is private is decided by who hands it in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize, Serializer};

use super::Counts;
use super::list_json::ListJson;
use super::outline::{Block, DayOutline, Outline};
use crate::domain::book::{Book, DaySummary};
use crate::domain::day::{Day, DayFacts, Link, Session, SessionFacts, SessionKind, Speaker};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::line::LineKind;
use crate::domain::programme::Programme;
use crate::domain::query::{Remark, TrendCount};
use crate::domain::sheet::outgoing::Outgoing;
use crate::domain::sheet::{Contact, Sheet};
use crate::domain::trend::Trend;

/// The version of the document; a reader refuses what is newer than it knows.
const VERSION: u32 = 1;

/// A day in the list of days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DayJson {
    /// Never changes.
    pub id: DayId,
    /// The name on the command line.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// The (first) date.
    pub date: Option<NaiveDate>,
    /// The last date, where it differs.
    pub last_date: Option<NaiveDate>,
    /// Where it is held.
    pub place: Option<String>,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many lines were noted.
    pub lines: u32,
    /// How many actions are not done.
    pub open_actions: u32,
}

/// A day with all that is known about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DayFactsJson {
    /// Never changes.
    pub id: DayId,
    /// The name on the command line.
    pub slug: String,
    /// Whether it is the day that ships with Plenair.
    pub example: bool,
    /// What it is called.
    pub title: String,
    /// The (first) date.
    pub date: Option<NaiveDate>,
    /// The last date, where it differs.
    pub last_date: Option<NaiveDate>,
    /// Where it is held.
    pub place: Option<String>,
    /// What it is about.
    pub theme: Option<String>,
    /// Who organises it.
    pub organiser: Option<String>,
    /// The IANA name of its time zone.
    pub timezone: Option<String>,
    /// The trends it brings along.
    pub trends: Vec<Trend>,
    /// Further reading.
    pub links: Vec<Link>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "these are the keys of the document")]
pub struct SessionJson {
    /// Never changes; absent before the session is saved.
    pub id: Option<SessionId>,
    /// Its place in the day, from 1.
    pub position: u32,
    /// Which of the dates of the programme it is on, from 1.
    pub day_number: u32,
    /// Its date, or the day's only date.
    pub date: Option<NaiveDate>,
    /// When it starts, local `HH:MM`.
    pub start: Option<String>,
    /// When it ends, local `HH:MM`.
    pub end: Option<String>,
    /// What it is called.
    pub title: String,
    /// A second title line.
    pub subtitle: Option<String>,
    /// What the programme tells about it.
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    /// What kind of item it is.
    pub kind: SessionKind,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where it is held.
    pub room: Option<String>,
    /// The track it belongs to.
    pub track: Option<String>,
    /// The letter or number of a parallel session.
    pub parallel: Option<String>,
    /// No longer on the programme.
    pub cancelled: bool,
    /// The whole session is private.
    pub private: bool,
    /// Marked by the person, to be found among many.
    pub starred: bool,
    /// A person put it into the day; no programme had it.
    pub by_hand: bool,
    /// The id that the programme's own file gives it.
    pub external_id: Option<String>,
    /// The day of the programme that it is on, from 1, where the programme tells its days apart without a date.
    pub programme_day: Option<u32>,
    /// How many lines were noted.
    pub lines: usize,
    /// What it came down to.
    pub main_points: Vec<String>,
    /// What is taken home.
    pub take_home: Vec<String>,
    /// Whom was spoken with.
    pub contacts: Vec<Contact>,
    /// Its point lists, with what was noted at the points.
    pub lists: Vec<ListJson>,
}

/// A line of a note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineJson {
    /// Never changes.
    pub id: LineId,
    /// The day it belongs to.
    pub day: DayId,
    /// The session it belongs to.
    pub session: SessionId,
    /// Its place in the note, from 1, blank lines counted.
    pub position: u32,
    /// When it was first written, RFC 3339 with offset.
    pub noted_at: String,
    /// What it is.
    pub kind: LineKind,
    /// Who wrote it: an installation of Plenair.
    pub author: AuthorId,
    /// The line as typed.
    pub text: String,
    /// The tags of its trends.
    pub trends: Vec<String>,
    /// Whom it names.
    pub mentions: Vec<String>,
    /// Marked as important.
    pub starred: bool,
    /// Just for me.
    pub private: bool,
    /// An action that is done.
    pub done: bool,
    /// The date an action is due.
    pub due: Option<NaiveDate>,
    /// Whom a quote is from.
    pub source: Option<String>,
    /// The number of a figure.
    pub figure: Option<FigureJson>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureJson {
    /// The number.
    pub value: f64,
    /// The whole it is a part of.
    pub of: Option<f64>,
    /// What it is counted in.
    pub unit: Option<String>,
    /// What it is about.
    pub what: Option<String>,
}

/// How often a trend was heard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TrendJson {
    /// Its tag.
    pub trend: String,
    /// Its full name.
    pub label: String,
    /// In how many lines.
    pub lines: usize,
    /// In how many lines of which session.
    pub sessions: BTreeMap<SessionId, usize>,
}

#[derive(Serialize)]
struct ExportJson<'a> {
    plenair: u32,
    #[serde(serialize_with = "day_by_day")]
    days: &'a [DayOutline<'a>],
    private_left_out: usize,
}

/// One day after the other: all of them at once would take several times the room of the document.
fn day_by_day<S: Serializer>(days: &[DayOutline<'_>], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(days.iter().map(exported_day))
}

#[derive(Serialize)]
struct ExportedDayJson {
    day: DayFactsJson,
    sessions: Vec<SessionJson>,
    lines: Vec<LineJson>,
    trends: Vec<TrendJson>,
}

impl DayJson {
    /// The day of `summary`; its private lines count only when they are asked for.
    #[must_use]
    pub fn new(summary: &DaySummary, include_private: bool) -> Self {
        let facts = &summary.day.facts;
        let (hidden, hidden_actions) =
            if include_private { (0, 0) } else { (summary.private_lines, summary.private_open_actions) };
        Self {
            id: summary.day.id,
            slug: summary.day.slug.clone(),
            title: facts.title.clone(),
            date: facts.date,
            last_date: facts.last_date,
            place: facts.place.clone(),
            sessions: summary.sessions,
            lines: summary.lines.saturating_sub(hidden),
            open_actions: summary.open_actions.saturating_sub(hidden_actions),
        }
    }
}

impl From<&Day> for DayFactsJson {
    fn from(day: &Day) -> Self {
        let facts = day.facts.clone();
        Self {
            id: day.id,
            slug: day.slug.clone(),
            example: day.example,
            title: facts.title,
            date: facts.date,
            last_date: facts.last_date,
            place: facts.place,
            theme: facts.theme,
            organiser: facts.organiser,
            timezone: facts.timezone,
            trends: facts.trends,
            links: facts.links,
        }
    }
}

/// The sessions of a day. Without `include_private`, private sessions are left out and private lines not counted.
#[must_use]
pub fn sessions(book: &Book, include_private: bool) -> Vec<SessionJson> {
    let mut lines: BTreeMap<SessionId, usize> = BTreeMap::new();
    for remark in book.remarks().filter(|remark| include_private || !remark.private) {
        *lines.entry(remark.page.session.id).or_default() += 1;
    }
    let pages = book.pages.iter().filter(|page| include_private || !page.session.private);
    let sessions = pages.map(|page| {
        let lines = lines.get(&page.session.id).copied().unwrap_or_default();
        (&page.session, lines, page.outgoing(include_private))
    });
    saved_sessions(&book.day.facts, sessions.collect())
}

/// The sessions of a programme that is not saved yet.
#[must_use]
pub fn programme_sessions(programme: &Programme) -> Vec<SessionJson> {
    let days = DayNumbers::new(&programme.day, programme.sessions.iter());
    let sessions = (1..).zip(&programme.sessions);
    sessions.map(|(position, facts)| SessionJson::new(position, facts, &days)).collect()
}

fn saved_sessions(day: &DayFacts, sessions: Vec<(&Session, usize, Outgoing)>) -> Vec<SessionJson> {
    let days = DayNumbers::new(day, sessions.iter().map(|(session, ..)| &session.facts));
    let json = |(session, lines, sheet): (&Session, usize, Outgoing)| SessionJson {
        id: Some(session.id),
        cancelled: session.cancelled,
        private: session.private,
        starred: session.starred,
        lines,
        main_points: sheet.main_points,
        take_home: sheet.take_home,
        contacts: sheet.contacts,
        lists: sheet.lists.into_iter().map(ListJson::from).collect(),
        ..SessionJson::new(session.position, &session.facts, &days)
    };
    sessions.into_iter().map(json).collect()
}

impl SessionJson {
    fn new(position: u32, facts: &SessionFacts, days: &DayNumbers) -> Self {
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        let date = days.date_of(facts);
        let lists = Outgoing::new(&Sheet::default(), &facts.lists, false, false).lists;
        let facts = facts.clone();
        Self {
            id: None,
            position,
            day_number: days.number_of(date, facts.day),
            date,
            start: facts.start.map(time),
            end: facts.end.map(time),
            title: facts.title,
            subtitle: facts.subtitle,
            summary: facts.summary,
            kind: facts.kind,
            speakers: facts.speakers,
            room: facts.room,
            track: facts.track,
            parallel: facts.parallel,
            cancelled: facts.cancelled,
            private: false,
            starred: false,
            by_hand: facts.by_hand,
            external_id: facts.external_id,
            programme_day: facts.day,
            lines: 0,
            main_points: Vec::new(),
            take_home: Vec::new(),
            contacts: Vec::new(),
            lists: lists.into_iter().map(ListJson::from).collect(),
        }
    }
}

/// Which dates a programme has.
struct DayNumbers {
    /// The date of sessions that do not say theirs.
    usual: Option<NaiveDate>,
    dates: BTreeSet<NaiveDate>,
}

impl DayNumbers {
    fn new<'a>(day: &DayFacts, sessions: impl Iterator<Item = &'a SessionFacts>) -> Self {
        let usual = day.usual_date();
        Self { usual, dates: sessions.filter_map(|facts| facts.date.or(usual)).collect() }
    }

    fn date_of(&self, facts: &SessionFacts) -> Option<NaiveDate> {
        facts.date.or(self.usual)
    }

    /// From 1; what has no date is on the day that the programme numbers, else on the first.
    fn number_of(&self, date: Option<NaiveDate>, numbered: Option<u32>) -> u32 {
        if let (None, Some(number)) = (date, numbered) {
            return number;
        }
        let earlier = date.map_or(0, |date| self.dates.range(..date).count());
        u32::try_from(earlier).unwrap_or(u32::MAX).saturating_add(1)
    }
}

impl LineJson {
    /// The line of `remark`, a line of `day`.
    #[must_use]
    pub fn new(day: &Day, remark: Remark<'_>) -> Self {
        let session = remark.page.session.id;
        Self::of(day.id, session, &Block::new(day, remark))
    }

    fn of(day: DayId, session: SessionId, block: &Block<'_>) -> Self {
        let parsed = &block.parsed;
        Self {
            id: block.line.id,
            day,
            session,
            position: block.position,
            noted_at: block.line.noted_at.to_rfc3339(),
            kind: parsed.kind,
            author: block.line.author,
            text: block.line.text.clone(),
            trends: block.trends.clone(),
            mentions: parsed.mentions.iter().map(|mention| mention.name.clone()).collect(),
            starred: parsed.starred,
            private: block.private,
            done: parsed.done,
            due: block.due,
            source: block.source.clone(),
            figure: parsed.figure.as_ref().map(|figure| FigureJson {
                value: figure.value,
                of: figure.of,
                unit: figure.unit.clone(),
                what: figure.what.clone(),
            }),
        }
    }
}

impl From<TrendCount> for TrendJson {
    fn from(count: TrendCount) -> Self {
        Self { trend: count.tag, label: count.label, lines: count.lines, sessions: count.sessions }
    }
}

/// The JSON document of `outline`, with a line break at its end.
pub(super) fn render(outline: &Outline<'_>) -> Vec<u8> {
    let document =
        ExportJson { plenair: VERSION, days: &outline.days, private_left_out: outline.private_left_out };
    // Nothing in these types can fail to become JSON; if it did, reading the empty file back tells.
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The sessions of a day that goes out.
pub(super) fn saved(day: &DayOutline<'_>) -> Vec<SessionJson> {
    let sections = day.sections.iter();
    let sessions = sections.map(|section| (section.session, section.blocks.len(), section.sheet.clone()));
    saved_sessions(&day.day.facts, sessions.collect())
}

fn exported_day(day: &DayOutline<'_>) -> ExportedDayJson {
    let lines = day.sections.iter().flat_map(|section| {
        section.blocks.iter().map(|block| LineJson::of(day.day.id, section.session.id, block))
    });
    ExportedDayJson {
        day: day.day.into(),
        sessions: saved(day),
        lines: lines.collect(),
        trends: day.trends.iter().cloned().map(TrendJson::from).collect(),
    }
}

/// Counts what is in a JSON document.
pub(super) fn count(bytes: &[u8]) -> Option<Counts> {
    let document: Counted = serde_json::from_slice(bytes).ok()?;
    Some(Counts {
        days: document.days.len(),
        sessions: document.days.iter().map(|day| day.sessions.len()).sum(),
        lines: document.days.iter().map(|day| day.lines.len()).sum(),
        private_left_out: document.private_left_out,
    })
}

/// What of a document is counted; the rest of it is read and not kept.
#[derive(Deserialize)]
struct Counted {
    #[serde(rename = "plenair")]
    _version: u64,
    days: Vec<CountedDay>,
    private_left_out: usize,
}

#[derive(Deserialize)]
struct CountedDay {
    sessions: Vec<IgnoredAny>,
    lines: Vec<IgnoredAny>,
}
