//! Forgets what was kept long enough: versions and the trash after thirty days.
//!
//! A clock that jumps must not cost anybody a version. So the last three dates on which the store was opened decide
//! together: something is old only when it was old on each of them.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::named_params;

use super::error::StoreError;
use super::row::Text;
use super::{Store, write_fact};
use crate::domain::change::Op;
use crate::domain::clock::Moment;

/// How long versions and the trash are kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// So many dates of opening have to agree.
const DATES: usize = 3;

/// The fact with the last dates of opening, as moments, the last at the end.
const OPENINGS: &str = "openings";

impl Store {
    /// Removes what was kept long enough. Looks once a date.
    pub(super) fn forget_expired(&mut self) -> Result<(), StoreError> {
        let now = self.now();
        let mut openings = self.openings()?;
        if openings.last().is_some_and(|last| last.date_naive() == now.date_naive()) {
            return Ok(());
        }
        openings.push(now);
        let first = openings.len().saturating_sub(DATES);
        let openings = openings.split_off(first);
        let text = serde_json::to_string(&openings).map_err(|_| StoreError::Value(OPENINGS))?;
        let agreed = (openings.len() == DATES).then(|| openings.iter().min().copied()).flatten();
        self.transact(Op::Purge, |transaction| {
            write_fact(transaction, OPENINGS, &text)?;
            let Some(moment) = agreed else { return Ok(()) };
            forget(transaction, (moment - KEPT).timestamp(), moment.date_naive())
        })
    }

    fn openings(&self) -> Result<Vec<Moment>, StoreError> {
        Ok(self.fact(OPENINGS)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}

fn forget(transaction: &rusqlite::Transaction<'_>, before: i64, today: NaiveDate) -> Result<(), StoreError> {
    let mut removed = 0;
    for sql in [
        include_str!("sql/forget_versions.sql"),
        include_str!("sql/forget_sessions.sql"),
        include_str!("sql/forget_days.sql"),
    ] {
        let mut statement = transaction.prepare_cached(sql)?;
        removed += statement.execute(named_params! { ":before": before, ":today": Text(today) })?;
    }
    if removed > 0 {
        transaction.execute(include_str!("sql/rebuild_text.sql"), [])?;
    }
    Ok(())
}
