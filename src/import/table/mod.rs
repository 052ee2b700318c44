//! From the rows of a table to a programme: what its columns mean, and whether a row or a cell is a session.
//!
//! The formats hand in [`Table`]s; what a cell is in a file is not known here.

mod cells;
mod grid;
mod list;
mod people;
pub(super) mod roles;
mod settle;
mod shape;
mod values;

pub(super) use cells::{Cell, MOST_CELLS, MOST_COLUMNS, Row, Table};
pub(super) use values::filled;

use std::collections::HashMap;

use chrono::NaiveDate;

use self::roles::Role;
use self::settle::{Around, Draft};
use self::shape::Columns;
use self::values::DayMark;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::programme::{LeftOut, Programme, Reason, Warning, WarningKind};

/// A table as understood.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The name of its sheet or its heading.
    pub name: String,
    /// Its sessions.
    pub sessions: Vec<SessionFacts>,
    /// Its rows that are none.
    pub left_out: Vec<LeftOut>,
    /// What may surprise.
    pub warnings: Vec<Warning>,
    /// What the day is called, where that stands above the table.
    pub title: Option<String>,
    /// The dates that are named around the rows.
    pub dates: Vec<NaiveDate>,
    /// The day that its name or heading gives, where that is no date.
    named: Option<DayMark>,
    /// What its columns are, to see whether another table is of the same sort.
    pub signature: Vec<Role>,
}

impl Reading {
    /// How much of a programme it is: sessions, and what is known of them.
    pub(super) fn score(&self) -> usize {
        let worth = |session: &SessionFacts| {
            2 + 3 * usize::from(session.start.is_some())
                + usize::from(session.date.is_some() || session.day.is_some())
                + usize::from(session.room.is_some())
                + usize::from(!session.speakers.is_empty())
        };
        self.sessions.iter().map(worth).sum()
    }

    /// Whether it can hardly be anything else than a programme: for tables that stand anywhere in a document.
    pub(super) fn is_sure(&self) -> bool {
        let timed = self.sessions.iter().filter(|session| session.start.is_some()).count();
        let has = |role: Role| self.signature.contains(&role);
        let is_listed = has(Role::Title) && (has(Role::Speaker) || has(Role::Room) || has(Role::Duration));
        self.sessions.len() >= 2 && (timed * 2 >= self.sessions.len() || is_listed)
    }
}

/// Reads a table as a list or a grid of sessions; nothing where it is neither.
pub(super) fn read(table: &Table) -> Option<Reading> {
    let listed = shape::by_header(table);
    let grid = if listed.as_ref().is_some_and(names_titles) { None } else { grid::find(table) };
    if let Some(grid) = grid {
        let top = grid.top();
        let (drafts, left_out) = grid.read(table);
        return reading(table, top, Vec::new(), drafts, left_out);
    }
    if let Some(columns) = listed.filter(tells_a_programme).or_else(|| shape::by_content(table)) {
        let (drafts, left_out) = list::read(table, &columns);
        let signature = columns.roles.keys().copied().collect();
        return reading(table, columns.header.unwrap_or(0), signature, drafts, left_out);
    }
    let turned = table.turned();
    let (drafts, left_out) = grid::find(&turned)?.read(&turned);
    reading(table, 0, Vec::new(), drafts, left_out)
}

/// Whether the header names a column of titles, and not only rooms side by side.
fn names_titles(columns: &Columns) -> bool {
    columns.has_sure_title
}

/// Whether the columns are those of a programme: a list of people has names and functions, but no times or titles.
fn tells_a_programme(columns: &Columns) -> bool {
    let has = |role: Role| columns.first(role).is_some();
    columns.has_sure_title
        || [Role::Start, Role::Time, Role::Date, Role::Day, Role::Duration].into_iter().any(has)
}

/// What was read of a table whose header is the row `top`.
fn reading(
    table: &Table,
    top: usize,
    signature: Vec<Role>,
    mut drafts: Vec<Draft>,
    left_out: Vec<LeftOut>,
) -> Option<Reading> {
    if drafts.is_empty() {
        return None;
    }
    let above: Vec<&Row> = table.rows.iter().take(top).collect();
    let mut headings: Vec<String> = above.iter().map(|row| row.line_of_text()).collect();
    headings.push(table.name.clone());
    let around = Around { dates: dates_in(&headings) };
    let named = values::day_in_heading(&table.name);
    drafts.iter_mut().filter(|draft| draft.day.is_none()).for_each(|draft| draft.day = named);
    let mut warnings = Vec::new();
    let sessions = settle::settle(drafts, &around, &mut warnings);
    warnings.extend(same_ids(&sessions));
    let title = above.iter().find_map(|row| title_in(row));
    let mut all_left_out: Vec<LeftOut> = above
        .iter()
        .filter(|row| {
            title_in(row).is_none() && !(row.filled().count() == 1 && names_a_day(&row.line_of_text()))
        })
        .map(|row| LeftOut { line: row.line, text: row.line_of_text(), reason: Reason::AroundProgramme })
        .collect();
    all_left_out.extend(left_out);
    Some(Reading {
        name: table.name.clone(),
        sessions,
        left_out: all_left_out,
        warnings,
        title,
        dates: around.dates,
        named,
        signature,
    })
}

/// What the day is called, where a row above the header says nothing else.
fn title_in(row: &Row) -> Option<String> {
    let mut filled = row.filled();
    let (column, None) = (filled.next()?, filled.next()) else {
        return None;
    };
    let text = row.text(column).lines().next()?.trim();
    let is_title = (4..=120).contains(&text.chars().count())
        && text.chars().filter(|letter| letter.is_alphabetic()).count() >= 4
        && !text.starts_with('<')
        && !text.contains(['@', ':']);
    (is_title && values::when(text, values::Numbers::Nothing).is_none()).then(|| text.to_owned())
}

/// Whether the name of a sheet or a heading is that of a day.
pub(super) fn names_a_day(name: &str) -> bool {
    values::day_in_heading(name).is_some()
}

fn dates_in(headings: &[String]) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = headings
        .iter()
        .flat_map(|heading| crate::import::dates::find(heading))
        .filter_map(|date| date.resolve(None))
        .collect();
    if dates.is_empty()
        && let Some(DayMark::Date(date)) = headings.iter().find_map(|heading| {
            values::day_in_heading(heading).filter(|mark| matches!(mark, DayMark::Date(_)))
        })
    {
        dates.push(date);
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// Where each table is a day without a date ("Dag 1", "Vrijdag"), its sessions get the number of that day.
fn number_days(readings: &mut [Reading]) {
    let mut days: Vec<DayMark> = Vec::new();
    for day in readings.iter().filter_map(|reading| reading.named) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    if days.len() < 2 {
        return;
    }
    for reading in readings {
        let number = reading.named.and_then(|named| days.iter().position(|day| *day == named));
        let number = number.and_then(|index| u32::try_from(index + 1).ok());
        for session in
            reading.sessions.iter_mut().filter(|session| session.date.is_none() && session.day.is_none())
        {
            session.day = number;
        }
    }
}

fn same_ids(sessions: &[SessionFacts]) -> Vec<Warning> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for id in sessions.iter().filter_map(|session| session.external_id.as_deref()) {
        *seen.entry(id).or_default() += 1;
    }
    let mut twice: Vec<&str> = seen.into_iter().filter(|(_, times)| *times > 1).map(|(id, _)| id).collect();
    twice.sort_unstable();
    twice.into_iter().map(|id| Warning::new(WarningKind::SameId, id)).collect()
}

/// One programme of these readings, read as `format`, with what was left out around them.
pub(super) fn programme(format: &'static str, readings: Vec<Reading>, around: Vec<LeftOut>) -> Programme {
    let mut programme = Programme { format, left_out: around, ..Programme::default() };
    let mut dates = Vec::new();
    let mut readings = readings;
    number_days(&mut readings);
    for reading in readings {
        dates.extend(reading.dates);
        if programme.day.title.is_empty() {
            programme.day.title = reading.title.unwrap_or_default();
        }
        programme.sessions.extend(reading.sessions);
        programme.left_out.extend(reading.left_out);
        programme.warnings.extend(reading.warnings);
    }
    let of_sessions: Vec<NaiveDate> = programme.sessions.iter().filter_map(|session| session.date).collect();
    if !of_sessions.is_empty() {
        dates = of_sessions;
    }
    let first = dates.iter().min().copied();
    let last = dates.iter().max().copied();
    let several = programme.sessions.iter().any(|session| session.date.is_some()) && first != last;
    programme.day =
        DayFacts { date: first, last_date: last.filter(|_| several), ..std::mem::take(&mut programme.day) };
    programme.left_out.sort_by_key(|left_out| left_out.line);
    programme
}
