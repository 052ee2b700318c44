//! Trends and people that are called otherwise from now on, in one day or in all days. What that makes of a text is worked
//! out in `domain/renaming.rs`.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::named_params;

use super::Store;
use super::error::StoreError;
use super::heard::{Heard, HeardSession};
use super::rewrite::{Rewrite, Turn};
use super::row::{Json, Text};
use crate::domain::change::Op;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::points::PointList;
use crate::domain::renaming::{DayTrend, LineEdit, PersonChange, Scope, TrendChange};
use crate::domain::sheet::Sheet;
use crate::domain::trend::{self, Trend};
use crate::together;

/// How much of the work is done when it is worked out, and nothing is written yet.
const PLANNED: f32 = 0.3;

/// The lines of so many sessions are read before they are handed on.
const SESSIONS: usize = 16;

impl Store {
    /// Changes a trend of `day`, there or in all days that have it, with every line that carries it. Gives the lines that
    /// changed. Days in which the tag means another trend stay as they are.
    ///
    /// # Errors
    /// [`StoreError::BadName`] when it asks for a name that cannot be one; then nothing has changed.
    pub fn change_trend(
        &mut self,
        day: DayId,
        scope: Scope,
        change: &TrendChange,
    ) -> Result<Vec<LineEdit>, StoreError> {
        if let Some(name) = change.bad_name() {
            return Err(StoreError::BadName(name.to_owned()));
        }
        self.in_scope(scope, |store| {
            let wanted = store.at_one_moment(|| store.plan_trend(day, scope, change))?;
            store.rewrite(change.op(), wanted)
        })
    }

    /// Makes names of people one name, in `day` or in all days. Gives the lines that changed.
    ///
    /// # Errors
    /// [`StoreError::BadName`] when the name cannot be written; then nothing has changed.
    pub fn change_person(
        &mut self,
        day: DayId,
        scope: Scope,
        change: &PersonChange,
    ) -> Result<Vec<LineEdit>, StoreError> {
        if let Some(name) = change.bad_name() {
            return Err(StoreError::BadName(name.to_owned()));
        }
        self.in_scope(scope, |store| {
            let wanted = store.at_one_moment(|| store.plan_person(day, scope, change))?;
            store.rewrite(Op::RenamePerson, wanted)
        })
    }

    /// Does something with one day, or with all of them, which touches much.
    fn in_scope<T>(
        &mut self,
        scope: Scope,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match scope {
            Scope::Day => work(self),
            Scope::AllDays => self.with_more_room(work),
        }
    }

    fn plan_person(&self, day: DayId, scope: Scope, change: &PersonChange) -> Result<Rewrite, StoreError> {
        let mut wanted = Rewrite::of(day);
        wanted.lines = self.lines_renamed(only(day, scope), change)?;
        for (session, _, sheet) in self.sheets_in(only(day, scope))? {
            if let Some(after) = change.sheet(&sheet) {
                wanted.sheets.push(Turn { of: session, before: sheet, after });
            }
        }
        Ok(wanted)
    }

    fn plan_trend(&self, day: DayId, scope: Scope, change: &TrendChange) -> Result<Rewrite, StoreError> {
        let heard = self.heard()?;
        let mut wanted = Rewrite::of(day);
        let days = match scope {
            Scope::Day => vec![day],
            Scope::AllDays => self.day_ids()?,
        };
        let none: Vec<Trend> = Vec::new();
        // Of the days that know the trend or have heard it, what the change comes to there.
        let mut changes: HashMap<DayId, DayTrend> = HashMap::new();
        for day in days {
            let trends = heard.trends.get(&day).unwrap_or(&none);
            let Some(in_day) = change.in_day(trends) else { continue };
            let is_it = |tag: &String| trend::normalise(tag) == in_day.wanted();
            let is_known = trends.iter().any(|trend| is_it(&trend.tag));
            let sessions = heard.sessions.iter().filter(|session| session.day == day);
            let is_heard =
                || sessions.flat_map(|session| &session.lines).any(|line| line.tags.iter().any(is_it));
            if day != wanted.day && !is_known && !is_heard() {
                continue;
            }
            if in_day.changes_trends() {
                wanted.trends.push(Turn { of: day, before: trends.clone(), after: in_day.after.clone() });
            }
            changes.insert(day, in_day);
        }
        (wanted.numbers, wanted.lines) = self.edits_of_trend(&heard, &changes)?.into_iter().unzip();
        for (session, day, before) in self.sheets_in(only(day, scope))? {
            if let Some(after) = changes.get(&day).and_then(|in_day| in_day.sheet(&before)) {
                wanted.sheets.push(Turn { of: session, before, after });
            }
        }
        for (session, day, before) in self.lists_in(only(day, scope))? {
            if let Some(after) = changes.get(&day).and_then(|in_day| in_day.lists(&before)) {
                wanted.lists.push(Turn { of: session, before, after });
            }
        }
        Ok(wanted)
    }

    /// The lines that carry a trend and get another text, with their numbers in the table of lines.
    fn edits_of_trend(
        &self,
        heard: &Heard,
        changes: &HashMap<DayId, DayTrend>,
    ) -> Result<Vec<(i64, LineEdit)>, StoreError> {
        self.progress.part(PLANNED, heard.sessions.len());
        let read = |sessions: &[HeardSession]| {
            let mut carrying = Vec::new();
            for session in sessions {
                self.progress.step();
                let Some(in_day) = changes.get(&session.day) else { continue };
                for seq in session.lines_with(|tag| trend::normalise(tag) == in_day.wanted()) {
                    let (line, before) = self.line_at(seq)?;
                    carrying.push((seq, session.id, line, before, in_day));
                }
            }
            Ok::<_, StoreError>(carrying)
        };
        let edits = together::as_they_come(heard.sessions.chunks(SESSIONS).map(read), |carrying| {
            let edits = carrying.into_iter().filter_map(|(seq, session, line, before, in_day)| {
                let after = in_day.text(&before)?.into();
                Some((seq, LineEdit { session, line, before, after }))
            });
            edits.collect::<Vec<_>>()
        })?;
        Ok(edits.into_iter().flatten().collect())
    }

    /// The line with this number in the table of lines, and its text.
    fn line_at(&self, seq: i64) -> Result<(LineId, Arc<str>), StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/line_text.sql"))?;
        let found = statement.query_row(named_params! { ":seq": seq }, |row| {
            Ok((row.get::<_, Text<LineId>>(0)?.0, row.get_ref(1)?.as_str()?.into()))
        });
        Ok(found?)
    }

    fn lines_renamed(&self, day: Option<DayId>, change: &PersonChange) -> Result<Vec<LineEdit>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/lines_with_names.sql"))?;
        let mut rows = statement.query(named_params! { ":day_id": day.map(Text) })?;
        let mut edits = Vec::new();
        while let Some(row) = rows.next()? {
            let before = row.get_ref("text")?.as_str().map_err(rusqlite::Error::from)?;
            let Some(after) = change.text(before) else { continue };
            edits.push(LineEdit {
                session: row.get::<_, Text<_>>("session_id")?.0,
                line: row.get::<_, Text<_>>("id")?.0,
                before: before.into(),
                after: after.into(),
            });
        }
        Ok(edits)
    }

    fn sheets_in(&self, day: Option<DayId>) -> Result<Vec<(SessionId, DayId, Sheet)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/sheets_in_use.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": day.map(Text) }, |row| {
            let (session, day): (Text<_>, Text<_>) = (row.get("id")?, row.get("day_id")?);
            Ok((session.0, day.0, row.get::<_, Json<Sheet>>("sheet")?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn lists_in(&self, day: Option<DayId>) -> Result<Vec<(SessionId, DayId, Vec<PointList>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/lists_in_use.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": day.map(Text) }, |row| {
            let (session, day): (Text<_>, Text<_>) = (row.get("id")?, row.get("day_id")?);
            Ok((session.0, day.0, row.get::<_, Json<Vec<PointList>>>("lists")?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The one day, or none for all of them.
fn only(day: DayId, scope: Scope) -> Option<DayId> {
    match scope {
        Scope::Day => Some(day),
        Scope::AllDays => None,
    }
}
