//! Days that come in with their notes: all of them at once, or none.

use rusqlite::{Transaction, named_params};

use super::Store;
use super::day::{insert_day, insert_session};
use super::error::StoreError;
use super::note::{write_new_lines, write_sheet};
use super::row::Text;
use super::undo::Step;
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::day::Day;
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::keeping::Item;
use crate::domain::note::NoteLine;
use crate::domain::noted::{NotedDay, SessionNotes};
use crate::domain::sheet::Sheet;
use crate::domain::slug;

impl Store {
    /// Adds days with their notes. Days, sessions and lines get ids of their own, so that the same file can come in twice.
    ///
    /// # Errors
    /// When the database cannot be written; then there is none of them.
    pub fn add_noted_days(&mut self, noted: &[NotedDay]) -> Result<Vec<DayId>, StoreError> {
        let mut taken = self.slugs()?;
        let mut days = Vec::with_capacity(noted.len());
        for one in noted {
            let slug = slug::unique(&one.programme.wanted_slug(), &taken);
            taken.push(slug.clone());
            days.push(Day { id: DayId::fresh(), slug, example: false, facts: one.programme.day.clone() });
        }
        let (now, author) = (self.now(), self.author());
        self.transact(Op::AddDay, |transaction| {
            for (day, noted) in days.iter().zip(noted) {
                insert_day(transaction, day)?;
                insert_notes(transaction, day.id, noted, now, author)?;
            }
            Ok(())
        })?;
        let ids: Vec<DayId> = days.into_iter().map(|day| day.id).collect();
        for id in &ids {
            self.undo.did(Op::AddDay, Step::Trash(Item::Day(*id)));
        }
        Ok(ids)
    }
}

fn insert_notes(
    transaction: &Transaction<'_>,
    day: DayId,
    noted: &NotedDay,
    now: Moment,
    author: AuthorId,
) -> Result<(), StoreError> {
    let mut notes = noted.notes.iter();
    for (position, facts) in (1u32..).zip(&noted.programme.sessions) {
        let session = SessionId::fresh();
        insert_session(transaction, day, session, position, facts)?;
        if let Some(notes) = notes.next() {
            insert_note(transaction, session, notes, now, author)?;
        }
    }
    Ok(())
}

fn insert_note(
    transaction: &Transaction<'_>,
    session: SessionId,
    notes: &SessionNotes,
    now: Moment,
    author: AuthorId,
) -> Result<(), StoreError> {
    let lines = notes.lines.iter().map(|line| NoteLine {
        id: LineId::fresh(),
        text: line.text.clone(),
        noted_at: line.noted_at.unwrap_or(now),
        author: line.author.unwrap_or(author),
    });
    let lines: Vec<NoteLine> = lines.collect();
    write_new_lines(transaction, session, &lines)?;
    if notes.sheet != Sheet::default() {
        write_sheet(transaction, session, &notes.sheet)?;
    }
    if notes.private {
        transaction
            .prepare_cached(include_str!("sql/set_private.sql"))?
            .execute(named_params! { ":id": Text(session), ":private": true })?;
    }
    if notes.starred {
        transaction
            .prepare_cached(include_str!("sql/set_starred.sql"))?
            .execute(named_params! { ":id": Text(session), ":starred": true })?;
    }
    Ok(())
}
