//! An item of a programme that is looked through: what was read, and what a person made of it. Times and dates are kept as
//! they are typed; what is wrong with them is known, and nothing is guessed.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::domain::dates;
use crate::domain::day::{SessionFacts, SessionKind, Speaker};

/// What parts the speakers in their field.
const BETWEEN_SPEAKERS: &str = "; ";

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// A number that stays with it wherever it is moved.
    pub id: u64,
    /// Its title.
    pub title: String,
    /// When it starts, as it is typed: "14:05".
    pub start: String,
    /// When it ends.
    pub end: String,
    /// Its date, as it is typed: "2023-03-16".
    pub date: String,
    /// Who speaks, with a semicolon between them.
    pub speakers: String,
    /// What kind of item it is.
    pub kind: SessionKind,
    /// The lines of the text that it was read from, from 1.
    pub lines: Option<RangeInclusive<usize>>,
    /// What was read of it.
    facts: SessionFacts,
}

impl Item {
    /// The item of a session that was read.
    #[must_use]
    pub fn new(id: u64, facts: SessionFacts, lines: Option<RangeInclusive<usize>>) -> Self {
        Self {
            id,
            title: facts.title.clone(),
            start: time_text(facts.start),
            end: time_text(facts.end),
            date: date_text(facts.date),
            speakers: speakers_text(&facts.speakers),
            kind: facts.kind,
            lines,
            facts,
        }
    }

    /// The item of a line that no reader took for one: a time in front of it is its start.
    #[must_use]
    pub fn of_line(id: u64, line: usize, text: &str) -> Self {
        let text = text.trim().trim_start_matches(['-', '*', '•', '·', '–']).trim_start();
        let (start, end, title) = timed(text);
        let facts = SessionFacts { title: title.to_owned(), start, end, ..SessionFacts::default() };
        Self::new(id, facts, Some(line..=line))
    }

    /// Whether it has no start.
    #[must_use]
    pub fn is_without_time(&self) -> bool {
        self.start.trim().is_empty()
    }

    /// Whether its start and end are times, or absent.
    #[must_use]
    pub fn has_good_times(&self) -> bool {
        is_time(&self.start) && is_time(&self.end)
    }

    /// Whether its date is one, or absent.
    #[must_use]
    pub fn has_good_date(&self) -> bool {
        self.date.trim().is_empty() || dates::parse_date(&self.date).is_some()
    }

    /// The session. A date that nobody touched moves along with the day, by `shift`.
    #[must_use]
    pub fn session(&self, shift: TimeDelta) -> SessionFacts {
        let date = dates::parse_date(&self.date);
        let is_as_read = self.date == date_text(self.facts.date);
        SessionFacts {
            title: self.title.trim().to_owned(),
            start: dates::parse_time(&self.start),
            end: dates::parse_time(&self.end),
            date: if is_as_read { date.and_then(|date| date.checked_add_signed(shift)) } else { date },
            speakers: self.speakers(),
            kind: self.kind,
            ..self.facts.clone()
        }
    }

    /// The speakers as they are typed; who was read keeps what they do.
    fn speakers(&self) -> Vec<Speaker> {
        if self.speakers == speakers_text(&self.facts.speakers) {
            return self.facts.speakers.clone();
        }
        let names = self.speakers.split(';').map(str::trim).filter(|name| !name.is_empty());
        names
            .map(|name| {
                let known = self.facts.speakers.iter().find(|speaker| speaker.name == name);
                known.cloned().unwrap_or_else(|| Speaker { name: name.to_owned(), role: None })
            })
            .collect()
    }

    /// Parts it in two: in its title before the letter `at`; else after its first line, whose text is `rest`; else the
    /// second has nothing yet. The first keeps the start, the second the end.
    #[must_use]
    pub fn split(&mut self, id: u64, at: Option<usize>, rest: Option<&str>) -> Self {
        let mut second = Self {
            start: String::new(),
            end: std::mem::take(&mut self.end),
            speakers: String::new(),
            ..Self::new(id, SessionFacts::default(), self.lines.clone())
        };
        second.date.clone_from(&self.date);
        second.facts.day = self.facts.day;
        second.facts.room.clone_from(&self.facts.room);
        let byte = at.and_then(|at| self.title.char_indices().nth(at)).map(|(byte, _)| byte);
        let parts = byte.and_then(|byte| self.title.split_at_checked(byte));
        match parts.map(|(one, other)| (one.trim().to_owned(), other.trim().to_owned())) {
            Some((one, other)) if !one.is_empty() && !other.is_empty() => {
                (self.title, second.title) = (one, other);
            }
            _ => self.split_by_lines(&mut second, rest),
        }
        second
    }

    fn split_by_lines(&mut self, second: &mut Self, rest: Option<&str>) {
        let Some((first, last)) = self.lines.clone().map(RangeInclusive::into_inner) else { return };
        if first == last {
            return;
        }
        self.lines = Some(first..=first);
        second.lines = Some(first + 1..=last);
        if let Some(text) = rest {
            let read = Self::of_line(second.id, first + 1, text);
            second.title = read.title;
            second.start = read.start;
            if !read.end.is_empty() {
                second.end = read.end;
            }
        }
    }

    /// Takes the next item into this one.
    pub fn join(&mut self, next: Self) {
        for (mine, other, between) in
            [(&mut self.title, next.title, " "), (&mut self.speakers, next.speakers, BETWEEN_SPEAKERS)]
        {
            if !mine.is_empty() && !other.is_empty() {
                mine.push_str(between);
            }
            mine.push_str(&other);
        }
        if self.start.is_empty() {
            self.start = next.start;
        }
        if !next.end.is_empty() {
            self.end = next.end;
        }
        if self.date.is_empty() {
            self.date = next.date;
        }
        self.facts.speakers.extend(next.facts.speakers);
        self.facts.room = self.facts.room.take().or(next.facts.room);
        self.facts.summary = match (self.facts.summary.take(), next.facts.summary) {
            (Some(mine), Some(other)) => Some(format!("{mine}\n{other}")),
            (mine, other) => mine.or(other),
        };
        self.lines = match (self.lines.take(), next.lines) {
            (Some(mine), Some(other)) => {
                Some(*mine.start().min(other.start())..=*mine.end().max(other.end()))
            }
            (mine, other) => mine.or(other),
        };
    }

    /// Where it is held, as it was read.
    #[must_use]
    pub fn room(&self) -> Option<&str> {
        self.facts.room.as_deref()
    }
}

/// A time or a range in front of a text, and what comes after it.
fn timed(text: &str) -> (Option<NaiveTime>, Option<NaiveTime>, &str) {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return (None, None, text) };
    let first = first.trim_end_matches(':');
    let (start, end) = match first.split_once(['-', '–']) {
        Some((start, end)) => (dates::parse_time(start), dates::parse_time(end)),
        None => (dates::parse_time(first).filter(|_| first.contains([':', '.', 'u', 'h'])), None),
    };
    match start {
        Some(_) => (start, end, rest.trim_start().trim_start_matches(['-', '–', '|']).trim_start()),
        None => (None, None, text),
    }
}

fn is_time(text: &str) -> bool {
    text.trim().is_empty() || dates::parse_time(text).is_some()
}

fn time_text(time: Option<NaiveTime>) -> String {
    time.map(dates::time).unwrap_or_default()
}

/// A date as its field has it; nothing where there is none.
pub(super) fn date_text(date: Option<NaiveDate>) -> String {
    date.map(dates::typed_date).unwrap_or_default()
}

fn speakers_text(speakers: &[Speaker]) -> String {
    let names: Vec<&str> = speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    names.join(BETWEEN_SPEAKERS)
}
