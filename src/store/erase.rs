//! Erasing: a day that must be gone is gone from every place in the file, and from the backups after a while or at once.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::named_params;

use super::error::StoreError;
use super::row::{At, Text};
use super::{Store, backup, copy, hold};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::DayId;
use crate::domain::keeping::{Backup, Erased};

/// How long backups may hold a day that was erased.
const IN_BACKUPS: TimeDelta = TimeDelta::days(14);

/// A day that was erased, and that a backup may still hold.
struct Erasure {
    day: DayId,
    at: Moment,
}

impl Store {
    /// Erases a day, live or in the trash, with its notes and all their versions: no word of it is left in the database or
    /// its log. Nothing of this can be undone, and nothing before it can be.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`], [`StoreError::Held`].
    pub fn erase_day(&mut self, day: DayId) -> Result<Erased, StoreError> {
        let now = self.now();
        self.transact(Op::EraseDay, |transaction| {
            hold::ensure_not_held(transaction, day, now.date_naive())?;
            let erased = transaction
                .prepare_cached(include_str!("sql/erase_day.sql"))?
                .execute(named_params! { ":id": Text(day) })?;
            if erased == 0 {
                return Err(StoreError::UnknownDay(day.to_string()));
            }
            transaction
                .prepare_cached(include_str!("sql/add_erasure.sql"))?
                .execute(named_params! { ":day_id": Text(day), ":now": At(now) })?;
            transaction.execute(include_str!("sql/rebuild_text.sql"), [])?;
            Ok(())
        })?;
        self.undo.clear();
        let wiped = self.finish_erasures().unwrap_or_else(|error| {
            tracing::warn!(%error, "an erased day is not wiped yet");
            false
        });
        let backups = self.backups_holding(day);
        let gone_by = (!backups.is_empty()).then(|| gone_by(now));
        Ok(Erased { wiped, backups, gone_by })
    }

    /// The backups that may hold this day: those that do, and those that cannot be read.
    #[must_use]
    pub fn backups_holding(&self, day: DayId) -> Vec<Backup> {
        let day = day.to_string();
        self.backups().into_iter().filter(|backup| copy::may_hold(&backup.path, &day)).collect()
    }

    /// Deletes the backups that hold a day that was erased, after making one of what is left. Gives those that could not
    /// be deleted.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`] for a day that was not erased, or when no new backup can be made; then all are still
    /// there.
    pub fn delete_backups_holding(&mut self, day: DayId) -> Result<Vec<Backup>, StoreError> {
        if !self.erasures()?.iter().any(|erasure| erasure.day == day) {
            return Err(StoreError::UnknownDay(day.to_string()));
        }
        let holding = self.backups_holding(day);
        if !holding.is_empty() {
            self.back_up()?;
        }
        for backup in holding {
            backup::remove(&backup.path);
        }
        Ok(self.backups_holding(day))
    }

    /// Cleans the file of days that were erased; says whether nothing is left to do. Another program that is reading makes
    /// it wait.
    pub(super) fn finish_erasures(&mut self) -> Result<bool, StoreError> {
        let unwiped: i64 =
            self.connection.query_row(include_str!("sql/unwiped.sql"), [], |row| row.get(0))?;
        if unwiped == 0 {
            return Ok(true);
        }
        self.connection.execute(include_str!("sql/vacuum.sql"), [])?;
        if !self.checkpoint()? {
            return Ok(false);
        }
        self.transact(Op::Purge, |transaction| {
            transaction.execute(include_str!("sql/mark_wiped.sql"), [])?;
            Ok(())
        })?;
        Ok(true)
    }

    /// Removes the backups that have held an erased day for long enough. There is always a newer one: this is done right
    /// after making it.
    pub(super) fn remove_backups_of_erased(&self) {
        let erasures = self.erasures().unwrap_or_default();
        let today = self.now().date_naive();
        for erasure in erasures.iter().filter(|erasure| gone_by(erasure.at) <= today) {
            for backup in self.backups_holding(erasure.day) {
                backup::remove(&backup.path);
            }
        }
    }

    fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/erasures.sql"))?;
        let rows = statement.query_map([], |found| {
            Ok(Erasure {
                day: found.get::<_, Text<DayId>>("day_id")?.0,
                at: found.get::<_, At>("erased_at")?.0,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn gone_by(erased_at: Moment) -> NaiveDate {
    (erased_at + IN_BACKUPS).date_naive()
}
