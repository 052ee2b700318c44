//! What a day consists of, changed in one go: its facts, its sessions, what is known of them and their order. The notes stay
//! what they are; a session that leaves goes to the trash.
//!
//! Each arrangement gives the one that takes it back, so undo and redo are the same.

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, Transaction, named_params};

use super::error::StoreError;
use super::row::{self, At, Text};
use super::undo::Step;
use super::{Store, day, hold};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::id::{DayId, SessionId};
use crate::domain::person::Person;

/// What a day becomes. What is not named stays.
#[derive(Clone, Debug)]
pub struct Arrangement {
    /// Which day.
    pub day: DayId,
    /// What is known of it, where that changes.
    pub day_facts: Option<DayFacts>,
    /// Its sessions in order. Those that are there and not named come last.
    pub order: Vec<SessionId>,
    /// What is known of sessions, where that changes.
    pub facts: Vec<(SessionId, SessionFacts)>,
    /// The sessions that go to the trash.
    pub trash: Vec<SessionId>,
    /// The sessions that come back from it.
    pub restore: Vec<SessionId>,
}

impl Arrangement {
    /// Another order.
    pub fn of(day: DayId, order: Vec<SessionId>) -> Self {
        Self { day, day_facts: None, order, facts: Vec::new(), trash: Vec::new(), restore: Vec::new() }
    }
}

impl Store {
    /// Puts a session at another place of its day, from 1; beyond the end is the end. Nothing happens when it is there.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when there is no such session, or it is in the trash.
    pub fn move_session(&mut self, session: SessionId, position: u32) -> Result<(), StoreError> {
        let day = self.day_of(session)?;
        let book = self.book(day)?;
        let mut order: Vec<SessionId> = book.pages.iter().map(|page| page.session.id).collect();
        let present = order.iter().position(|found| *found == session);
        let present = present.ok_or_else(|| StoreError::UnknownSession(session.to_string()))?;
        order.remove(present);
        let place = (position.saturating_sub(1) as usize).min(order.len());
        order.insert(place, session);
        if place == present {
            return Ok(());
        }
        self.rearrange(Op::MoveSession, &Arrangement::of(day, order))
    }

    /// Says something else about a session: its title, its times, its room. Nothing happens when that is known.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when there is no such session, or it is in the trash.
    pub fn change_session(&mut self, session: SessionId, facts: &SessionFacts) -> Result<(), StoreError> {
        let day = self.day_of(session)?;
        let book = self.book(day)?;
        let page = book.page(session).ok_or_else(|| StoreError::UnknownSession(session.to_string()))?;
        if page.session.facts == *facts {
            return Ok(());
        }
        let order = book.pages.iter().map(|page| page.session.id).collect();
        let facts = vec![(session, facts.clone())];
        self.rearrange(Op::ChangeSession, &Arrangement { facts, ..Arrangement::of(day, order) })
    }

    /// Puts another list of participants in the place of the one of a day. Nothing happens when that is known.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`].
    pub fn set_participants(&mut self, day: DayId, people: Vec<Person>) -> Result<(), StoreError> {
        let book = self.book(day)?;
        if book.day.facts.participants == people {
            return Ok(());
        }
        let order = book.pages.iter().map(|page| page.session.id).collect();
        let day_facts = Some(DayFacts { participants: people, ..book.day.facts });
        self.rearrange(Op::Participants, &Arrangement { day_facts, ..Arrangement::of(day, order) })
    }

    fn rearrange(&mut self, op: Op, wanted: &Arrangement) -> Result<(), StoreError> {
        let opposite = self.put_arrangement(op, wanted)?;
        self.undo.did(op, opposite);
        Ok(())
    }

    /// Arranges a day; gives the step that takes it back.
    pub(super) fn put_arrangement(&mut self, op: Op, wanted: &Arrangement) -> Result<Step, StoreError> {
        let now = self.now();
        let opposite = self.transact(op, |transaction| arrange(transaction, wanted, now))?;
        Ok(Step::Arrange(Box::new(opposite)))
    }
}

/// Arranges a day; gives the arrangement that takes it back.
///
/// # Errors
/// [`StoreError::UnknownSession`], [`StoreError::NotInTrash`], [`StoreError::Held`].
pub fn arrange(
    transaction: &Transaction<'_>,
    wanted: &Arrangement,
    now: Moment,
) -> Result<Arrangement, StoreError> {
    let mut opposite = Arrangement::of(wanted.day, order_of(transaction, wanted.day)?);
    if !wanted.trash.is_empty() {
        hold::ensure_not_held(transaction, wanted.day, now.date_naive())?;
    }
    for session in &wanted.trash {
        let mut statement = transaction.prepare_cached(include_str!("sql/trash_session.sql"))?;
        if statement.execute(named_params! { ":id": Text(*session), ":now": At(now) })? == 0 {
            return Err(StoreError::UnknownSession(session.to_string()));
        }
    }
    for session in &wanted.restore {
        let mut statement = transaction.prepare_cached(include_str!("sql/restore_session.sql"))?;
        if statement.execute(named_params! { ":id": Text(*session), ":position": 1 })? == 0 {
            return Err(StoreError::NotInTrash);
        }
    }
    for (session, facts) in &wanted.facts {
        opposite.facts.push((*session, facts_of(transaction, *session)?));
        day::write_facts(transaction, *session, facts)?;
    }
    if let Some(facts) = &wanted.day_facts {
        opposite.day_facts = Some(day_facts_of(transaction, wanted.day)?);
        day::write_day_facts(transaction, wanted.day, facts)?;
    }
    put_in_order(transaction, wanted)?;
    opposite.trash.clone_from(&wanted.restore);
    opposite.restore.clone_from(&wanted.trash);
    Ok(opposite)
}

/// The sessions of a day in order, without those in the trash.
pub fn order_of(transaction: &Transaction<'_>, day: DayId) -> Result<Vec<SessionId>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/order_of_day.sql"))?;
    let rows = statement
        .query_map(named_params! { ":day_id": Text(day) }, |row| Ok(row.get::<_, Text<SessionId>>(0)?.0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn put_in_order(transaction: &Transaction<'_>, wanted: &Arrangement) -> Result<(), StoreError> {
    let there = order_of(transaction, wanted.day)?;
    let is_there: HashSet<SessionId> = there.iter().copied().collect();
    let is_named: HashSet<SessionId> = wanted.order.iter().copied().collect();
    let named = wanted.order.iter().filter(|session| is_there.contains(session));
    let others = there.iter().filter(|session| !is_named.contains(session));
    for (position, session) in (1_u32..).zip(named.chain(others)) {
        transaction
            .prepare_cached(include_str!("sql/set_position.sql"))?
            .execute(named_params! { ":id": Text(*session), ":position": position })?;
    }
    Ok(())
}

/// What is known of a session, also of one in the trash.
pub fn facts_of(transaction: &Transaction<'_>, session: SessionId) -> Result<SessionFacts, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/session.sql"))?;
    let found = statement.query_row(named_params! { ":id": Text(session) }, row::session).optional()?;
    Ok(found.ok_or_else(|| StoreError::UnknownSession(session.to_string()))?.facts)
}

/// What is known of a day, but for its trends and links.
fn day_facts_of(transaction: &Transaction<'_>, day: DayId) -> Result<DayFacts, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/day.sql"))?;
    let found = statement.query_row(named_params! { ":id": Text(day) }, row::day).optional()?;
    Ok(found.ok_or_else(|| StoreError::UnknownDay(day.to_string()))?.facts)
}
