//! The files of a folder that Plenair wrote, also after somebody edited them.

use std::collections::{HashMap, VecDeque};

use chrono::DateTime;
use serde::Deserialize;

use super::foreign;
use super::front_matter::FrontMatter;
use super::{FORMAT, Note, kept};
use crate::domain::clock::Moment;
use crate::domain::fingerprint;
use crate::domain::id::AuthorId;
use crate::domain::line;
use crate::domain::noted::{NotedDay, NotedLine};
use crate::domain::problem::{Problem, ProblemKind};
use crate::import::noted_json::{DayFactsEntry, SessionEntry};

const NOTE: &str = "<!-- plenair: note -->";
const BESIDE: &str = "<!-- plenair: beside -->";
const END: &str = "<!-- plenair: end -->";

/// The newest version of what is under `plenair` that is known.
const VERSION: u64 = 1;

/// A file that Plenair wrote, with the id of its day.
pub(super) enum OwnFile {
    /// Of the day itself.
    Day(String, Box<DayFactsEntry>),
    /// Of a session.
    Session(String, Box<SessionData>),
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    version: u64,
    day: Option<DayFactsEntry>,
    #[serde(flatten)]
    session: Option<SessionData>,
}

/// What the front matter of a session holds for Plenair.
#[derive(Deserialize)]
pub(super) struct SessionData {
    #[serde(default)]
    number: u32,
    session: SessionEntry,
    #[serde(default)]
    noted: Vec<String>,
    /// The signs of what stands above the note and below it.
    #[serde(default)]
    head: String,
    #[serde(default)]
    beside: String,
}

/// What a file is, if Plenair wrote it.
///
/// # Errors
/// `NotUnderstood` for a file of a newer version.
pub(super) fn file(note: &Note) -> Result<Option<OwnFile>, Problem> {
    let Some(data) = note.matter.text(&["plenair"]).and_then(|data| serde_json::from_str::<Data>(data).ok())
    else {
        return Ok(None);
    };
    if data.version > VERSION {
        let cause = "this folder was exported by a newer version of Plenair";
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, cause));
    }
    let id = note.matter.text(&["day_id"]).unwrap_or_default().to_owned();
    Ok(match (data.day, data.session) {
        (_, Some(session)) => Some(OwnFile::Session(id, Box::new(session))),
        (Some(day), None) => Some(OwnFile::Day(id, Box::new(day))),
        (None, None) => None,
    })
}

/// A day of which the files are read one by one.
#[derive(Default)]
pub(super) struct OwnDay {
    folder: Option<String>,
    facts: Option<DayFactsEntry>,
    sessions: Vec<(u32, SessionEntry, Vec<NotedLine>)>,
    foreign: Vec<Note>,
}

impl OwnDay {
    /// The folder that it is in.
    pub(super) fn folder(&self) -> Option<&String> {
        self.folder.as_ref()
    }

    /// Takes the facts of the day.
    pub(super) fn is_of(&mut self, folder: String, facts: DayFactsEntry) {
        self.folder = Some(folder);
        self.facts = Some(facts);
    }

    /// Adds a session.
    pub(super) fn add(&mut self, note: &Note, mut data: SessionData) {
        self.folder.get_or_insert_with(|| note.folder.clone());
        // Without the file of the day, each session still knows what the day is called.
        if self.facts.is_none() {
            let title = note.matter.text(&["day"]).unwrap_or_default().to_owned();
            self.facts = Some(DayFactsEntry { title, date: data.session.date, ..DayFactsEntry::default() });
        }
        retitle(&mut data.session, &note.matter);
        let lines = lines(&note.body, &data);
        self.sessions.push((data.number, data.session, lines));
    }

    /// Adds a note that somebody wrote beside it.
    pub(super) fn add_foreign(&mut self, note: Note) {
        self.foreign.push(note);
    }

    /// The day with its notes.
    pub(super) fn noted(mut self) -> NotedDay {
        let mut programme = self.facts.unwrap_or_default().programme();
        programme.format = FORMAT;
        let mut day = NotedDay { programme, notes: Vec::new() };
        self.sessions.sort_by_key(|(number, ..)| *number);
        for (_, session, lines) in self.sessions {
            session.add_to(&mut day, lines);
        }
        for note in self.foreign {
            foreign::add_session(&mut day, &note);
        }
        day
    }
}

/// A title that was changed in the front matter is the title.
fn retitle(session: &mut SessionEntry, matter: &FrontMatter) {
    if let Some(title) = matter.text(&["title"]).filter(|_| !session.title.trim().is_empty()) {
        // White space around it was not kept.
        if title != session.title.trim() {
            title.clone_into(&mut session.title);
        }
    }
}

/// The lines of the note, then whatever stands where only Plenair writes.
fn lines(body: &str, data: &SessionData) -> Vec<NotedLine> {
    let mut texts = Vec::new();
    let mut added = Vec::new();
    match body.split_once(&format!("{NOTE}\n")) {
        None => texts = foreign::lines_of(body),
        Some((head, rest)) => {
            let (note, rest) = rest.split_once(BESIDE).unwrap_or((rest, ""));
            let (beside, end) = rest.split_once(END).unwrap_or((rest, ""));
            texts.extend(kept::lines(note));
            for (text, sign) in [(head, &data.head), (beside, &data.beside), (end, &fingerprint::of(""))] {
                if fingerprint::of(text.trim()) != *sign {
                    added.extend(foreign::lines_of(text));
                }
            }
        }
    }
    texts.extend(added);
    timed(texts, &data.noted)
}

/// Gives each line the time and the author that the file has for its text; the others those that are left, if there are as
/// many.
fn timed(texts: Vec<String>, noted: &[String]) -> Vec<NotedLine> {
    let mut known: HashMap<&str, VecDeque<usize>> = HashMap::new();
    let entries: Vec<(&str, Option<Moment>, Option<AuthorId>)> =
        noted.iter().map(|entry| entry_of(entry)).collect();
    for (index, (sign, ..)) in entries.iter().enumerate() {
        known.entry(sign).or_default().push_back(index);
    }
    let mut take = |text: &str| {
        if line::is_blank(text) {
            return None;
        }
        known.get_mut(fingerprint::of(text).as_str())?.pop_front()
    };
    let mut found: Vec<Option<usize>> = texts.iter().map(|text| take(text)).collect();
    let mut left: Vec<usize> = known.into_values().flatten().collect();
    left.sort_unstable();
    let unknown = || texts.iter().enumerate().filter(|(_, text)| !line::is_blank(text)).map(|(at, _)| at);
    let changed: Vec<usize> = unknown().filter(|at| found.get(*at) == Some(&None)).collect();
    if changed.len() == left.len() {
        for (at, entry) in changed.into_iter().zip(left) {
            if let Some(slot) = found.get_mut(at) {
                *slot = Some(entry);
            }
        }
    }
    let line = |(text, index): (String, Option<usize>)| {
        let entry = index.and_then(|index| entries.get(index));
        NotedLine {
            text,
            noted_at: entry.and_then(|(_, noted_at, _)| *noted_at),
            author: entry.and_then(|(.., author)| *author),
        }
    };
    texts.into_iter().zip(found).map(line).collect()
}

/// The sign of a line, when it was written, and by whom.
fn entry_of(entry: &str) -> (&str, Option<Moment>, Option<AuthorId>) {
    let mut parts = entry.split(' ');
    let sign = parts.next().unwrap_or_default();
    let noted_at = parts.next().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    (sign, noted_at, parts.next().and_then(|text| text.parse().ok()))
}
