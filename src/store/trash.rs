//! The trash: days and sessions that were deleted, with their notes and versions, until they are kept long enough.

use rusqlite::{OptionalExtension as _, Transaction, named_params};

use super::error::StoreError;
use super::row::{At, Text};
use super::undo::Step;
use super::{Store, hold};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::{DayId, SessionId};
use crate::domain::keeping::{Item, Trashed};

/// Where a session is in its day, or was before it went to the trash.
struct Whereabouts {
    day: DayId,
    position: u32,
    trashed: bool,
    /// How many sessions its day has.
    sessions: u32,
}

impl Store {
    /// Puts a session with its note in the trash; the sessions after it move up.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`], [`StoreError::Held`].
    pub fn trash_session(&mut self, session: SessionId) -> Result<(), StoreError> {
        let inverse = self.put_in_trash(Item::Session(session))?;
        self.undo.did(Op::TrashSession, inverse);
        Ok(())
    }

    /// Puts a day with everything in it in the trash.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`], [`StoreError::Held`].
    pub fn trash_day(&mut self, day: DayId) -> Result<(), StoreError> {
        let inverse = self.put_in_trash(Item::Day(day))?;
        self.undo.did(Op::TrashDay, inverse);
        Ok(())
    }

    /// Brings a day or a session back: a session to its old place, as far as that is there.
    ///
    /// # Errors
    /// [`StoreError::NotInTrash`], also for a session whose day is in the trash.
    pub fn restore_from_trash(&mut self, item: Item) -> Result<(), StoreError> {
        let inverse = self.put_back_from_trash(item)?;
        self.undo.did(restoring(item), inverse);
        Ok(())
    }

    /// What is in the trash, the last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn trash(&self) -> Result<Vec<Trashed>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/trash.sql"))?;
        let rows = statement.query_map([], |found| {
            let session: Option<Text<SessionId>> = found.get("session_id")?;
            let day: Text<DayId> = found.get("day_id")?;
            Ok(Trashed {
                item: session.map_or(Item::Day(day.0), |session| Item::Session(session.0)),
                title: found.get("title")?,
                day_title: found.get("day_title")?,
                lines: found.get("lines")?,
                at: found.get::<_, At>("trashed_at")?.0,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts something in the trash; gives the step that brings it back.
    pub(super) fn put_in_trash(&mut self, item: Item) -> Result<Step, StoreError> {
        let now = self.now();
        let op = match item {
            Item::Day(_) => Op::TrashDay,
            Item::Session(_) => Op::TrashSession,
        };
        self.transact(op, |transaction| match item {
            Item::Day(day) => trash_day(transaction, day, now),
            Item::Session(session) => trash_session(transaction, session, now),
        })?;
        Ok(Step::Restore(item))
    }

    /// Brings something back from the trash; gives the step that puts it there again.
    pub(super) fn put_back_from_trash(&mut self, item: Item) -> Result<Step, StoreError> {
        self.transact(restoring(item), |transaction| match item {
            Item::Day(day) => restore_day(transaction, day),
            Item::Session(session) => restore_session(transaction, session),
        })?;
        Ok(Step::Trash(item))
    }

    /// Puts days that came in together in the trash, those that are still there; gives the step that brings them back.
    pub(super) fn put_days_in_trash(&mut self, days: &[DayId]) -> Result<Step, StoreError> {
        let now = self.now();
        let gone =
            self.transact(Op::TrashDay, |transaction| present(days, |day| trash_day(transaction, day, now)))?;
        Ok(Step::RestoreDays(gone))
    }

    /// Brings back days that went to the trash together, those that are still in it; gives the step that puts them there again.
    pub(super) fn put_days_back(&mut self, days: &[DayId]) -> Result<Step, StoreError> {
        let back =
            self.transact(Op::RestoreDay, |transaction| present(days, |day| restore_day(transaction, day)))?;
        Ok(Step::TrashDays(back))
    }
}

/// Does something with every day that is where it should be; gives those. That none of them is, is a failure.
fn present(
    days: &[DayId],
    mut each: impl FnMut(DayId) -> Result<(), StoreError>,
) -> Result<Vec<DayId>, StoreError> {
    let (mut done, mut missing) = (Vec::new(), None);
    for day in days {
        match each(*day) {
            Ok(()) => done.push(*day),
            Err(error @ (StoreError::UnknownDay(_) | StoreError::NotInTrash)) => missing = Some(error),
            Err(error) => return Err(error),
        }
    }
    match missing {
        Some(error) if done.is_empty() => Err(error),
        _ => Ok(done),
    }
}

fn restoring(item: Item) -> Op {
    match item {
        Item::Day(_) => Op::RestoreDay,
        Item::Session(_) => Op::RestoreSession,
    }
}

fn trash_day(transaction: &Transaction<'_>, day: DayId, now: Moment) -> Result<(), StoreError> {
    hold::ensure_not_held(transaction, day, now.date_naive())?;
    let mut statement = transaction.prepare_cached(include_str!("sql/trash_day.sql"))?;
    match statement.execute(named_params! { ":id": Text(day), ":now": At(now) })? {
        0 => Err(StoreError::UnknownDay(day.to_string())),
        _ => Ok(()),
    }
}

fn trash_session(transaction: &Transaction<'_>, session: SessionId, now: Moment) -> Result<(), StoreError> {
    let found = whereabouts(transaction, session)?.filter(|found| !found.trashed);
    let place = found.ok_or_else(|| StoreError::UnknownSession(session.to_string()))?;
    hold::ensure_not_held(transaction, place.day, now.date_naive())?;
    transaction
        .prepare_cached(include_str!("sql/trash_session.sql"))?
        .execute(named_params! { ":id": Text(session), ":now": At(now) })?;
    transaction
        .prepare_cached(include_str!("sql/close_gap_of_session.sql"))?
        .execute(named_params! { ":day_id": Text(place.day), ":position": place.position })?;
    Ok(())
}

fn restore_day(transaction: &Transaction<'_>, day: DayId) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/restore_day.sql"))?;
    match statement.execute(named_params! { ":id": Text(day) })? {
        0 => Err(StoreError::NotInTrash),
        _ => Ok(()),
    }
}

fn restore_session(transaction: &Transaction<'_>, session: SessionId) -> Result<(), StoreError> {
    let found = whereabouts(transaction, session)?.filter(|found| found.trashed);
    let place = found.ok_or(StoreError::NotInTrash)?;
    let position = place.position.min(place.sessions + 1);
    transaction
        .prepare_cached(include_str!("sql/make_room_for_session.sql"))?
        .execute(named_params! { ":day_id": Text(place.day), ":position": position - 1 })?;
    transaction
        .prepare_cached(include_str!("sql/restore_session.sql"))?
        .execute(named_params! { ":id": Text(session), ":position": position })?;
    Ok(())
}

fn whereabouts(transaction: &Transaction<'_>, session: SessionId) -> Result<Option<Whereabouts>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/place_of_session.sql"))?;
    let found = statement
        .query_row(named_params! { ":id": Text(session) }, |found| {
            Ok(Whereabouts {
                day: found.get::<_, Text<DayId>>("day_id")?.0,
                position: found.get("position")?,
                trashed: found.get("trashed")?,
                sessions: found.get("sessions")?,
            })
        })
        .optional()?;
    Ok(found)
}
