//! A table in which each row is a session.

use std::collections::HashMap;

use super::cells::{Row, Table};
use super::people::{self, Told};
use super::roles::Role;
use super::settle::Draft;
use super::shape::Columns;
use super::values::{self, DayMark, Numbers, When, filled};
use crate::domain::day::{SessionFacts, SessionKind, Speaker};
use crate::domain::programme::{LeftOut, Reason};
use crate::import::{html_text, kind};

/// The most sessions of a table that are read.
pub(super) const MOST_SESSIONS: usize = 10_000;

/// The longest function of a speaker that is kept, in letters: longer ones are a life story.
const LONGEST_FUNCTION: usize = 160;

/// Reads rows as sessions.
pub(super) struct Lister<'a> {
    table: &'a Table,
    columns: &'a Columns,
    drafts: Vec<Draft>,
    left_out: Vec<LeftOut>,
    /// The day that a heading between the rows gave.
    section: Option<DayMark>,
    /// The day of the row before, for columns that say it once.
    last_day: Option<DayMark>,
    days_are_said_once: bool,
    /// The last row that says its day.
    last_dated: usize,
    by_dash: bool,
    /// Sessions by id and title, for tables with a row per speaker.
    seen: HashMap<(String, String), usize>,
}

/// The sessions of the table, and the rows that are none.
pub(super) fn read(table: &Table, columns: &Columns) -> (Vec<Draft>, Vec<LeftOut>) {
    let first = columns.first_row();
    let title = columns.first(Role::Title).unwrap_or_default();
    let day = columns.first(Role::Date).or(columns.first(Role::Day));
    let rows = table.rows.len().saturating_sub(first);
    let has_people = !columns.all(Role::Speaker).is_empty() || columns.first(Role::LastName).is_some();
    let mut lister = Lister {
        table,
        columns,
        drafts: Vec::new(),
        left_out: Vec::new(),
        section: None,
        last_day: None,
        days_are_said_once: day.is_some_and(|day| table.column(day, first).count() * 10 < rows * 6),
        last_dated: day.map_or(0, |day| last_filled(table, day)),
        by_dash: !has_people && people::go_by_dash(table.column(title, first)),
        seen: HashMap::new(),
    };
    for index in first..table.rows.len() {
        if lister.drafts.len() >= MOST_SESSIONS {
            let rest = table.rows.get(index).into_iter();
            lister.left_out.extend(rest.map(|row| left_out(row, Reason::TooMany)));
            break;
        }
        lister.row(index);
    }
    (lister.drafts, lister.left_out)
}

impl Lister<'_> {
    fn row(&mut self, index: usize) {
        let Some(row) = self.table.rows.get(index) else {
            return;
        };
        let title_column = self.columns.first(Role::Title).unwrap_or_default();
        if self.is_header_again(row) {
            return;
        }
        if row.is_covered(title_column) && self.table.above(index, title_column).is_some() {
            let more = self.speakers(row);
            if let Some(last) = self.drafts.last_mut() {
                last.facts.speakers.extend(more);
            }
            return;
        }
        let when = self.when(index);
        if when.start.is_none() && self.heading(row, title_column) {
            return;
        }
        let Some(told) = self.title(row, &when) else {
            self.leave_out(row, Reason::NoTitle);
            return;
        };
        let facts = self.facts(index, row, told);
        if self.continues(&facts) {
            return;
        }
        let minutes = self.columns.first(Role::Duration);
        let minutes = minutes.and_then(|column| values::minutes(row.text(column), self.columns.in_hours));
        self.drafts.push(Draft { day: when.day, start: when.start, end: when.end, minutes, facts });
    }

    /// Whether the row is the header once more, as at the top of each day.
    fn is_header_again(&self, row: &Row) -> bool {
        let Some(header) = self.columns.header.and_then(|header| self.table.rows.get(header)) else {
            return false;
        };
        let same = header.filled().filter(|column| header.text(*column) == row.text(*column)).count();
        same >= 2 && same * 2 >= row.filled().count()
    }

    /// Takes a row that is a heading: of a day, or of a part of the programme.
    fn heading(&mut self, row: &Row, title_column: usize) -> bool {
        let mut filled = row.filled();
        let (Some(column), None) = (filled.next(), filled.next()) else {
            return false;
        };
        let text = row.text(column);
        let day_column = self.columns.first(Role::Date).or(self.columns.first(Role::Day));
        if let Some(day) = values::day_in_heading(text).filter(|_| text.len() < 80)
            && (column != title_column
                || values::when(text, Numbers::Nothing).is_some()
                || row.cells.get(column).is_some_and(|cell| cell.across > 1)
                || column == 0)
        {
            self.section = Some(day);
            self.last_day = None;
            return true;
        }
        let is_wide = row.cells.get(column).is_some_and(|cell| cell.across > 1);
        if (column == title_column && !is_wide) || Some(column) == day_column || values::is_pause(text) {
            return false;
        }
        self.leave_out(row, Reason::AroundProgramme);
        true
    }

    fn when(&mut self, index: usize) -> When {
        let read = |role: Role| {
            let column = self.columns.first(role)?;
            values::when(self.text(index, column), Numbers::Times)
        };
        let start = read(Role::Start).or_else(|| read(Role::Time)).unwrap_or_default();
        let date_column = self.columns.first(Role::Date);
        let date = date_column.and_then(|column| self.day(index, column)).unwrap_or_default();
        let day =
            self.columns.first(Role::Day).and_then(|column| self.day(index, column)).unwrap_or_default();
        let end = read(Role::End).and_then(|end| end.start).or(start.end).or(date.end);
        let said = date.day.or(start.day).or(day.day);
        let moment = start.start.or(date.start);
        // A row without a day is on that of the row above it. At the end of a table that names each day it may be of no day,
        // unless it has a time.
        let is_between = index < self.last_dated || moment.is_some() || end.is_some();
        let carried = self.last_day.filter(|_| self.days_are_said_once || is_between);
        if said.is_some() {
            self.last_day = said;
        }
        // A time without an own start ("until 13:30") is an end only.
        When { day: said.or(carried).or(self.section), start: moment, end }
    }

    fn day(&self, index: usize, column: usize) -> Option<When> {
        let text = self.text(index, column);
        let when = values::when(text, Numbers::Nothing).filter(|when| when.day.is_some());
        when.or_else(|| {
            let day = values::numbered_day(text).map(DayMark::Number)?;
            Some(When { day: Some(day), ..When::default() })
        })
    }

    /// What a cell says, or the merged cell that it lies under.
    fn text(&self, index: usize, column: usize) -> &str {
        match self.table.above(index, column) {
            Some((_, text)) => text,
            None => self.table.rows.get(index).map_or("", |row| row.text(column)),
        }
    }

    /// The title, with the speakers and the text that stand in its cell. Where the cell says nothing, what else the row is
    /// called; where it says "tbd" and nothing else does, that.
    fn title(&self, row: &Row, when: &When) -> Option<Told> {
        let column = self.columns.first(Role::Title)?;
        let written = row.text(column);
        if let Some(title) = filled(written) {
            return Some(people::beside_title(title, self.by_dash));
        }
        let others =
            [Role::Subtitle, Role::Track, Role::Kind].into_iter().filter_map(|role| self.columns.first(role));
        let others = others.chain(self.columns.unnamed.iter().copied());
        let other = others.map(|column| row.text(column)).find_map(filled).filter(|text| text.len() <= 200);
        // A row that says when, and something in one other cell, is called that: "12:30", "", "Lunch".
        let spare = || {
            let has_time = when.start.is_some();
            row.filled().map(|column| row.text(column)).find(|text| has_time && values::is_pause(text))
        };
        let has_time = when.start.is_some() || when.end.is_some();
        let title =
            other.or_else(spare).or(Some(written).filter(|written| has_time && !written.is_empty()))?;
        Some(Told { title: title.to_owned(), ..Told::default() })
    }

    fn facts(&self, index: usize, row: &Row, told: Told) -> SessionFacts {
        let Told { title, speakers: beside, summary } = told;
        let text = |role: Role| self.columns.first(role).and_then(|column| filled(row.text(column)));
        let mut summaries: Vec<&str> =
            self.columns.all(Role::Summary).iter().filter_map(|column| filled(row.text(*column))).collect();
        summaries.dedup();
        summaries.extend(summary.as_deref());
        let mut speakers = self.speakers(row);
        if speakers.is_empty() {
            speakers = beside;
        }
        let room = self.columns.first(Role::Room).map(|column| self.text(index, column));
        let of_title = kind::guess(&title);
        let of_column = text(Role::Kind).map(kind::guess);
        // Who has a speaker is no pause: "Ordering coffee by voice".
        let is_pause = matches!(
            of_title,
            SessionKind::Break | SessionKind::Lunch | SessionKind::Social | SessionKind::Registration
        );
        let of_title = if is_pause && !speakers.is_empty() { SessionKind::Talk } else { of_title };
        SessionFacts {
            external_id: text(Role::Id).map(|id| id.strip_suffix(".0").unwrap_or(id).to_owned()),
            subtitle: text(Role::Subtitle).filter(|subtitle| *subtitle != title).map(one_line),
            summary: html_text::filled(&summaries.join("\n\n")),
            kind: if of_title == SessionKind::Talk { of_column.unwrap_or(of_title) } else { of_title },
            room: room.and_then(filled).map(one_line),
            track: text(Role::Track).filter(|track| *track != title).map(one_line),
            speakers,
            title: one_line(&title),
            ..SessionFacts::default()
        }
    }

    fn speakers(&self, row: &Row) -> Vec<Speaker> {
        let columns = self.columns.all(Role::Speaker);
        let mut speakers: Vec<Speaker> =
            columns.iter().flat_map(|column| people::in_cell(row.text(*column), columns.len() > 1)).collect();
        let part = |role: Role| self.columns.first(role).map_or("", |column| row.text(column));
        if speakers.is_empty() {
            speakers.extend(people::from_parts(
                part(Role::FirstName),
                part(Role::Infix),
                part(Role::LastName),
            ));
        }
        let roles = [Role::Function, Role::Organisation].into_iter().flat_map(|role| self.columns.all(role));
        let role: Vec<&str> = roles.filter_map(|column| filled(row.text(*column))).collect();
        let role = role.join(", ");
        if let [speaker] = speakers.as_mut_slice()
            && speaker.role.is_none()
            && !role.is_empty()
            && role.chars().count() <= LONGEST_FUNCTION
        {
            speaker.role = Some(one_line(&role));
        }
        speakers
    }

    /// Whether the row only adds a speaker to a session that an earlier row told, in a table with a row per speaker.
    fn continues(&mut self, facts: &SessionFacts) -> bool {
        let per_speaker =
            self.columns.first(Role::LastName).is_some() || self.columns.first(Role::FirstName).is_some();
        let Some(id) = facts.external_id.clone().filter(|_| per_speaker) else {
            return false;
        };
        let index = self.drafts.len();
        let first = *self.seen.entry((id, facts.title.clone())).or_insert(index);
        let Some(draft) = self.drafts.get_mut(first) else {
            return false;
        };
        let speakers = &mut draft.facts.speakers;
        let is_new =
            facts.speakers.iter().any(|speaker| speakers.iter().all(|known| known.name != speaker.name));
        if is_new {
            speakers.extend(facts.speakers.iter().cloned());
        }
        is_new
    }

    fn leave_out(&mut self, row: &Row, reason: Reason) {
        self.left_out.push(left_out(row, reason));
    }
}

/// The last row with something in this column.
fn last_filled(table: &Table, column: usize) -> usize {
    table.rows.iter().rposition(|row| !row.text(column).trim().is_empty()).unwrap_or(0)
}

fn left_out(row: &Row, reason: Reason) -> LeftOut {
    LeftOut { line: row.line, text: row.line_of_text(), reason }
}

/// A text without its line breaks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
