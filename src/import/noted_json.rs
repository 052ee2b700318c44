//! The JSON export as days with their notes. The document is described by `assets/export/plenair-export.schema.json`.
//!
//! What a later version adds is passed over; what is absent is empty. The session of such a document is also what a file
//! of an exported folder carries ([`SessionEntry`]).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveTime};
use serde::Deserialize;

use super::json;
use crate::domain::day::{DayFacts, Link, SessionFacts, SessionKind, Speaker};
use crate::domain::id::AuthorId;
use crate::domain::noted::{NotedDay, NotedLine, SessionNotes};
use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;
use crate::domain::sheet::{Contact, Hands, Mark, PointNote, PointPlace, Rating, Sheet};
use crate::domain::trend::Trend;

/// The name of this format on the command line.
pub(super) const FORMAT: &str = "plenair";

/// The newest version of the document that is known.
const VERSION: u64 = 1;

/// So many blank lines are put where positions are passed over, in all notes together.
const MOST_BLANK: usize = 200_000;

#[derive(Deserialize)]
struct Document {
    days: Vec<DayEntry>,
}

#[derive(Deserialize)]
struct DayEntry {
    day: DayFactsEntry,
    #[serde(default)]
    sessions: Vec<SessionEntry>,
    #[serde(default)]
    lines: Vec<LineEntry>,
}

/// A day as an export has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DayFactsEntry {
    pub slug: Option<String>,
    pub title: String,
    pub date: Option<NaiveDate>,
    pub last_date: Option<NaiveDate>,
    pub place: Option<String>,
    pub theme: Option<String>,
    pub organiser: Option<String>,
    pub timezone: Option<String>,
    pub trends: Vec<Trend>,
    pub links: Vec<Link>,
}

/// A session as an export has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "these are the keys of the document")]
pub(super) struct SessionEntry {
    pub id: Option<String>,
    pub date: Option<NaiveDate>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub title: String,
    pub subtitle: Option<String>,
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    pub kind: SessionKind,
    pub speakers: Vec<Speaker>,
    pub room: Option<String>,
    pub track: Option<String>,
    pub parallel: Option<String>,
    pub cancelled: bool,
    pub private: bool,
    pub starred: bool,
    pub by_hand: bool,
    pub external_id: Option<String>,
    pub programme_day: Option<u32>,
    pub main_points: Vec<String>,
    pub take_home: Vec<String>,
    pub contacts: Vec<Contact>,
    pub lists: Vec<ListEntry>,
}

/// A point list with what was noted at its points.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ListEntry {
    #[serde(default)]
    title: String,
    kind: PointListKind,
    #[serde(default)]
    own: bool,
    #[serde(default)]
    gone: bool,
    #[serde(default)]
    points: Vec<PointEntry>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct PointEntry {
    label: String,
    short: Option<String>,
    tag: Option<String>,
    ticked: bool,
    rating: Option<Rating>,
    remark: Option<String>,
    outcome: Option<String>,
    hands: Hands,
    r#for: Vec<String>,
    against: Vec<String>,
}

#[derive(Deserialize)]
struct LineEntry {
    session: String,
    position: u32,
    text: String,
    #[serde(default)]
    noted_at: Option<String>,
    #[serde(default)]
    author: Option<AuthorId>,
}

/// Whether this text begins as an export of Plenair does.
pub(super) fn begins(text: &str) -> bool {
    let inside = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{').map(str::trim_start);
    inside.is_some_and(|inside| inside.starts_with("\"plenair\""))
}

/// Reads an export.
///
/// # Errors
/// `NotUnderstood` for JSON that is broken, no export, or of a newer version.
pub(super) fn read(text: &str) -> Result<Vec<NotedDay>, Problem> {
    let document = json::parse_with(text, &json::Limits::NOTES)?;
    let refused = |cause: &str| Problem::new(ProblemKind::NotUnderstood, 1, cause);
    match document.get("plenair").and_then(serde_json::Value::as_u64) {
        None => return Err(refused("this JSON is no export of Plenair")),
        Some(version) if version > VERSION => {
            return Err(refused("this export was made by a newer version of Plenair"));
        }
        Some(_) => {}
    }
    let document: Document = serde_json::from_value(document).map_err(|error| refused(&error.to_string()))?;
    let mut blank = MOST_BLANK;
    document.days.into_iter().map(|day| noted_day(day, &mut blank)).collect()
}

fn noted_day(entry: DayEntry, blank: &mut usize) -> Result<NotedDay, Problem> {
    let mut notes: HashMap<String, Vec<LineEntry>> = HashMap::new();
    for line in entry.lines {
        notes.entry(line.session.clone()).or_default().push(line);
    }
    let mut day = NotedDay { programme: entry.day.programme(), notes: Vec::new() };
    for session in entry.sessions {
        let lines = session.id.as_ref().and_then(|id| notes.remove(id)).unwrap_or_default();
        session.add_to(&mut day, in_order(lines, blank));
    }
    if !notes.is_empty() {
        return Err(Problem::new(
            ProblemKind::NotUnderstood,
            1,
            "a line belongs to a session that is not there",
        ));
    }
    Ok(day)
}

/// The lines in their order, with blank ones where positions are passed over, as many as are left.
fn in_order(mut entries: Vec<LineEntry>, blank: &mut usize) -> Vec<NotedLine> {
    entries.sort_by_key(|entry| entry.position);
    let mut lines: Vec<NotedLine> = Vec::with_capacity(entries.len());
    for entry in entries {
        let noted_at = entry.noted_at.and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
        let place = usize::try_from(entry.position).unwrap_or_default().saturating_sub(1);
        while lines.len() < place && *blank > 0 {
            *blank -= 1;
            lines.push(NotedLine { noted_at, author: entry.author, ..NotedLine::default() });
        }
        // A line break would make two lines of one; no export has any.
        let text = entry.text.replace('\n', " ");
        lines.push(NotedLine { text, noted_at, author: entry.author });
    }
    lines
}

impl DayFactsEntry {
    /// The programme of this day, without sessions.
    pub(super) fn programme(self) -> Programme {
        Programme {
            format: FORMAT,
            slug: self.slug,
            day: DayFacts {
                title: self.title,
                date: self.date,
                last_date: self.last_date,
                place: self.place,
                theme: self.theme,
                organiser: self.organiser,
                timezone: self.timezone,
                trends: self.trends,
                links: self.links,
                participants: Vec::new(),
            },
            ..Programme::default()
        }
    }
}

impl SessionEntry {
    /// Adds this session with its lines to a day.
    pub(super) fn add_to(self, day: &mut NotedDay, lines: Vec<NotedLine>) {
        let (private, starred) = (self.private, self.starred);
        let (facts, sheet) = self.into_parts(day.programme.day.usual_date());
        day.programme.sessions.push(facts);
        day.notes.push(SessionNotes { lines, sheet, private, starred });
    }

    /// The facts, and what was noted beside the lines. A session on the only date of its day does not say so itself.
    fn into_parts(self, usual: Option<NaiveDate>) -> (SessionFacts, Sheet) {
        let mut sheet = Sheet {
            main_points: self.main_points,
            take_home: self.take_home.join("\n"),
            contacts: self.contacts,
            ..Sheet::default()
        };
        let mut lists = Vec::new();
        for entry in self.lists.iter().filter(|entry| !entry.gone) {
            let list = if entry.own { &mut sheet.lists } else { &mut lists };
            list.push(entry.list());
        }
        // Those of the programme come first, as the places of points are counted.
        let own = self.lists.iter().filter(|entry| !entry.gone && entry.own);
        let placed = self.lists.iter().filter(|entry| !entry.gone && !entry.own).chain(own);
        let marks = placed.enumerate().flat_map(|(list, entry)| entry.marks(Some(list)));
        let gone = self.lists.iter().filter(|entry| entry.gone).flat_map(|entry| entry.marks(None));
        sheet.marks = marks.chain(gone).collect();
        let facts = SessionFacts {
            external_id: self.external_id,
            title: self.title,
            subtitle: self.subtitle,
            summary: self.summary,
            kind: self.kind,
            date: self.date.filter(|date| Some(*date) != usual),
            day: self.programme_day,
            start: time(self.start.as_deref()),
            end: time(self.end.as_deref()),
            speakers: self.speakers,
            room: self.room,
            track: self.track,
            parallel: self.parallel,
            lists,
            cancelled: self.cancelled,
            by_hand: self.by_hand,
        };
        (facts, sheet.tidied())
    }
}

impl ListEntry {
    fn list(&self) -> PointList {
        let point = |point: &PointEntry| Point { label: point.label.clone(), tag: point.tag.clone() };
        PointList {
            title: self.title.clone(),
            kind: self.kind,
            points: self.points.iter().map(point).collect(),
        }
    }

    fn marks(&self, list: Option<usize>) -> impl Iterator<Item = Mark> {
        self.points.iter().enumerate().map(move |(point, entry)| Mark {
            place: list.map(|list| PointPlace { list, point }),
            label: entry.label.clone(),
            note: entry.note(),
        })
    }
}

impl PointEntry {
    fn note(&self) -> PointNote {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        PointNote {
            short: text(&self.short),
            ticked: self.ticked,
            rating: self.rating,
            remark: text(&self.remark),
            outcome: text(&self.outcome),
            hands: self.hands,
            pros: self.r#for.join("\n"),
            cons: self.against.join("\n"),
        }
    }
}

fn time(text: Option<&str>) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text?, "%H:%M").ok()
}
