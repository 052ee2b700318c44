//! The list of days with what they hold, counted. A note is counted once per revision. Only reads.
//!
//! Counting a year of notes takes longer than opening them, so that a window that opens asks for one day only.

use std::collections::HashMap;

use rusqlite::named_params;

use super::Store;
use super::day::trends_of;
use super::error::StoreError;
use super::row::Text;
use crate::domain::book::DaySummary;
use crate::domain::day::Day;
use crate::domain::id::{DayId, SessionId};

/// The counts of notes, each with the revision that was counted.
pub type Counts = HashMap<SessionId, (i64, NoteCounts)>;

/// What a note holds.
#[derive(Clone, Copy, Default)]
pub struct NoteCounts {
    lines: u32,
    private_lines: u32,
    open_actions: u32,
    private_open_actions: u32,
}

impl Store {
    /// Every day with its counts, by date, then in the order of adding.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn days(&self) -> Result<Vec<DaySummary>, StoreError> {
        self.at_one_moment(|| self.days_counted())
    }

    fn days_counted(&self) -> Result<Vec<DaySummary>, StoreError> {
        let mut days = Vec::new();
        let mut places: HashMap<DayId, usize> = HashMap::new();
        for mut day in self.plain_days()? {
            day.facts.trends = trends_of(&self.connection, day.id)?;
            day.facts.links = self.links_of(day.id)?;
            places.insert(day.id, days.len());
            days.push(empty(day));
        }
        for (session, day, private, revision) in self.sessions_to_count()? {
            let counts = self.counts_of(session, revision)?;
            if let Some(summary) = places.get(&day).and_then(|place| days.get_mut(*place)) {
                add(summary, counts, private);
            }
        }
        Ok(days)
    }

    /// Every day in that order, of which only `counted` has its counts; the others have none yet, and no day has its trends
    /// and its links.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn days_counting_one(&self, counted: Option<DayId>) -> Result<Vec<DaySummary>, StoreError> {
        self.at_one_moment(|| self.days_with_one_counted(counted))
    }

    fn days_with_one_counted(&self, counted: Option<DayId>) -> Result<Vec<DaySummary>, StoreError> {
        let mut days: Vec<DaySummary> = self.plain_days()?.into_iter().map(empty).collect();
        if let Some(summary) = days.iter_mut().find(|summary| Some(summary.day.id) == counted) {
            let mut statement =
                self.connection.prepare_cached(include_str!("sql/sessions_of_day_to_count.sql"))?;
            let mut rows = statement.query(named_params! { ":day_id": Text(summary.day.id) })?;
            while let Some(row) = rows.next()? {
                let session: Text<SessionId> = row.get("id")?;
                let counts = self.counts_of(session.0, row.get("revision")?)?;
                add(summary, counts, row.get("private")?);
            }
        }
        Ok(days)
    }

    fn sessions_to_count(&self) -> Result<Vec<(SessionId, DayId, bool, i64)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/heard_sessions.sql"))?;
        let rows = statement.query_map([], |row| {
            let (session, day): (Text<_>, Text<_>) = (row.get("id")?, row.get("day_id")?);
            Ok((session.0, day.0, row.get("private")?, row.get("revision")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn counts_of(&self, session: SessionId, revision: i64) -> Result<NoteCounts, StoreError> {
        if let Some((counted, counts)) = self.counts.borrow().get(&session)
            && *counted == revision
        {
            return Ok(*counts);
        }
        let mut statement = self.connection.prepare_cached(include_str!("sql/note_to_count.sql"))?;
        let mut rows = statement.query(named_params! { ":session_id": Text(session) })?;
        let mut counts = NoteCounts::default();
        while let Some(row) = rows.next()? {
            let (lines, open): (u32, u32) = (row.get("lines")?, row.get("open_actions")?);
            counts.lines += lines;
            counts.open_actions += open;
            if row.get("private")? {
                counts.private_lines += lines;
                counts.private_open_actions += open;
            }
        }
        self.counts.borrow_mut().insert(session, (revision, counts));
        Ok(counts)
    }
}

fn empty(day: Day) -> DaySummary {
    DaySummary { day, sessions: 0, lines: 0, private_lines: 0, open_actions: 0, private_open_actions: 0 }
}

/// Adds a session to its day; of a private one everything is private.
fn add(summary: &mut DaySummary, counts: NoteCounts, is_private: bool) {
    summary.sessions += 1;
    summary.lines += counts.lines;
    summary.private_lines += if is_private { counts.lines } else { counts.private_lines };
    summary.open_actions += counts.open_actions;
    summary.private_open_actions +=
        if is_private { counts.open_actions } else { counts.private_open_actions };
}
