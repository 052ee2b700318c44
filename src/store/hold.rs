//! Holds: days that someone promised to keep.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, Transaction, named_params};

use super::Store;
use super::error::StoreError;
use super::row::Text;
use crate::domain::change::Op;
use crate::domain::id::DayId;
use crate::domain::keeping::Hold;

impl Store {
    /// Holds a day until a date, or no longer: a day that is held cannot be put in the trash or erased, nor can its
    /// sessions, and no version of its notes is forgotten.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`], also for a day that is in the trash.
    pub fn set_hold(&mut self, day: DayId, hold: Option<&Hold>) -> Result<(), StoreError> {
        self.transact(Op::HoldDay, |transaction| {
            let mut statement = transaction.prepare_cached(include_str!("sql/set_hold.sql"))?;
            let changed = statement.execute(named_params! {
                ":id": Text(day),
                ":until": hold.map(|hold| Text(hold.until)),
                ":reason": hold.map(|hold| &hold.reason),
            })?;
            if changed == 0 { Err(StoreError::UnknownDay(day.to_string())) } else { Ok(()) }
        })
    }

    /// The hold of a day, also one that has passed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn hold(&self, day: DayId) -> Result<Option<Hold>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/hold.sql"))?;
        let found = statement
            .query_row(named_params! { ":id": Text(day) }, |row| {
                let until: Option<Text<NaiveDate>> = row.get("hold_until")?;
                let reason: Option<String> = row.get("hold_reason")?;
                Ok(until.map(|until| Hold { until: until.0, reason: reason.unwrap_or_default() }))
            })
            .optional()?;
        Ok(found.flatten())
    }
}

/// Refuses what would delete something of a day that is held.
pub fn ensure_not_held(
    transaction: &Transaction<'_>,
    day: DayId,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/hold.sql"))?;
    let until: Option<Option<Text<NaiveDate>>> =
        statement.query_row(named_params! { ":id": Text(day) }, |row| row.get("hold_until")).optional()?;
    match until.flatten() {
        Some(until) if today <= until.0 => Err(StoreError::Held(until.0)),
        _ => Ok(()),
    }
}
