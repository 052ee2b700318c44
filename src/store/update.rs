//! A newer programme taken into a day, all of it or nothing. What differs and what the day becomes is worked out in
//! `domain/update.rs`. Notes, sheets and their revisions stay as they are.

use super::Store;
use super::arrange::{self, Arrangement};
use super::day;
use super::error::StoreError;
use super::undo::Step;
use crate::domain::change::Op;
use crate::domain::id::{DayId, SessionId};
use crate::domain::programme::Programme;
use crate::domain::update::{Difference, Slot, Update};

impl Store {
    /// Takes over what `accepts` says yes to of what `newer` says otherwise about a day. Of a day that is held nothing goes
    /// to the trash: what is gone is marked. Says whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`], or when the database cannot be written; then nothing has changed.
    pub fn update_day(
        &mut self,
        id: DayId,
        newer: &Programme,
        accepts: impl Fn(Difference) -> bool,
    ) -> Result<bool, StoreError> {
        let book = self.book(id)?;
        let now = self.now();
        let mut update = Update::between(&book, newer);
        if self.hold(id)?.is_some_and(|hold| now.date_naive() <= hold.until) {
            update.keep_everything();
        }
        let plan = update.plan(&book, newer, accepts);
        if plan.is_empty(&book) {
            return Ok(false);
        }
        let opposite = self.transact(Op::UpdateDay, |transaction| {
            let present = arrange::order_of(transaction, id)?;
            let mut added: Vec<SessionId> = Vec::new();
            let mut order: Vec<SessionId> = Vec::new();
            for (position, slot) in (1_u32..).zip(&plan.order) {
                let facts = match slot {
                    Slot::There(session) => {
                        order.push(*session);
                        continue;
                    }
                    Slot::New(index) => newer.sessions.get(*index).ok_or(StoreError::Value("session"))?,
                };
                let session = SessionId::fresh();
                day::insert_session(transaction, id, session, position, facts)?;
                order.push(session);
                added.push(session);
            }
            let wanted = Arrangement {
                day_facts: plan.day.clone(),
                facts: plan.facts.clone(),
                trash: plan.trash.clone(),
                ..Arrangement::of(id, order)
            };
            let mut opposite = arrange::arrange(transaction, &wanted, now)?;
            opposite.order = present;
            opposite.trash.extend(added);
            Ok(opposite)
        })?;
        self.undo.did(Op::UpdateDay, Step::Arrange(Box::new(opposite)));
        Ok(true)
    }
}
