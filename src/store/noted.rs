//! Days that come in with their notes: all of them at once, or none.

use rusqlite::{Transaction, named_params};

use super::day::{insert_day, insert_session};
use super::error::StoreError;
use super::note::{write_new_lines, write_sheet};
use super::row::Text;
use super::undo::Step;
use super::{Store, many};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::day::Day;
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::note::NoteLine;
use crate::domain::noted::{NotedDay, SessionNotes};
use crate::domain::progress::Progress;
use crate::domain::sheet::Sheet;
use crate::domain::slug;

/// How much of the work is done when the lines are there, and their words are not in the index yet.
const LINES: f32 = 0.8;

/// What every line is given that brings nothing of its own.
#[derive(Clone, Copy)]
struct Given {
    now: Moment,
    author: AuthorId,
}

impl Store {
    /// Adds days with their notes. Days, sessions and lines get ids of their own, so that the same file can come in twice.
    ///
    /// # Errors
    /// When the database cannot be written, or [`StoreError::Stopped`]; then there is none of them.
    pub fn add_noted_days(&mut self, noted: &[NotedDay]) -> Result<Vec<Day>, StoreError> {
        let mut taken = self.slugs()?;
        let mut days = Vec::with_capacity(noted.len());
        for one in noted {
            let slug = slug::unique(&one.programme.wanted_slug(), &taken);
            taken.push(slug.clone());
            days.push(Day { id: DayId::fresh(), slug, example: false, facts: one.programme.day.clone() });
        }
        let given = Given { now: self.now(), author: self.author() };
        let progress = self.progress.clone();
        progress.part(LINES, noted.iter().map(|day| day.programme.sessions.len()).sum());
        self.with_more_room(|store| {
            store.transact(Op::AddDay, |transaction| {
                many::index_afterwards(transaction, || {
                    for (day, noted) in days.iter().zip(noted) {
                        insert_day(transaction, day)?;
                        insert_notes(transaction, day.id, noted, given, &progress)?;
                    }
                    Ok(())
                })?;
                if progress.past_stopping() { Ok(()) } else { Err(StoreError::Stopped) }
            })
        })?;
        let ids = days.iter().map(|day| day.id).collect();
        self.undo.did(Op::AddDay, Step::TrashDays(ids));
        Ok(days)
    }
}

fn insert_notes(
    transaction: &Transaction<'_>,
    day: DayId,
    noted: &NotedDay,
    given: Given,
    progress: &Progress,
) -> Result<(), StoreError> {
    let mut notes = noted.notes.iter();
    for (position, facts) in (1u32..).zip(&noted.programme.sessions) {
        if !progress.is_wanted() {
            return Err(StoreError::Stopped);
        }
        let session = SessionId::fresh();
        insert_session(transaction, day, session, position, facts)?;
        if let Some(notes) = notes.next() {
            insert_note(transaction, session, notes, given)?;
        }
        progress.step();
    }
    Ok(())
}

fn insert_note(
    transaction: &Transaction<'_>,
    session: SessionId,
    notes: &SessionNotes,
    given: Given,
) -> Result<(), StoreError> {
    let lines = notes.lines.iter().map(|line| NoteLine {
        id: LineId::fresh(),
        text: line.text.clone(),
        noted_at: line.noted_at.unwrap_or(given.now),
        author: line.author.unwrap_or(given.author),
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
