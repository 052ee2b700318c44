//! Notes, line by line, and the place where the window was left.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Transaction, named_params};

use super::error::StoreError;
use super::row::{self, At, Text};
use super::{Store, write_fact};
use crate::domain::book::{NoteSave, Place};
use crate::domain::change::Op;
use crate::domain::id::{LineId, SessionId};
use crate::domain::line;
use crate::domain::note::NoteLine;

const PLACE: &str = "place";

impl Store {
    /// Saves a note. When this returns, the text is on the disk. The result is the note's new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the note was saved since `base`; then nothing has changed.
    pub fn save_note(&mut self, save: &NoteSave) -> Result<u64, StoreError> {
        self.transact(Op::SaveNote, |transaction| {
            let mut statement = transaction.prepare_cached(include_str!("sql/next_revision.sql"))?;
            let base = i64::try_from(save.base).map_err(|_| StoreError::Stale)?;
            let revision: Option<i64> = statement
                .query_row(named_params! { ":session_id": Text(save.session), ":base": base }, |found| {
                    found.get(0)
                })
                .optional()?;
            let revision = revision.ok_or(StoreError::Stale)?;
            write_lines(transaction, save)?;
            if let Some(place) = &save.place {
                write_fact(transaction, PLACE, &place_text(place)?)?;
            }
            Ok(revision.unsigned_abs())
        })
    }

    /// A session's note with its revision.
    pub(super) fn note_of(&self, session: SessionId) -> Result<(u64, Vec<NoteLine>), StoreError> {
        let revision: Option<i64> = self
            .connection
            .prepare_cached(include_str!("sql/revision.sql"))?
            .query_row(named_params! { ":session_id": Text(session) }, |found| found.get(0))
            .optional()?;
        let Some(revision) = revision else {
            return Err(StoreError::UnknownSession(session.to_string()));
        };
        let mut statement = self.connection.prepare_cached(include_str!("sql/lines_of_session.sql"))?;
        let rows = statement.query_map(named_params! { ":session_id": Text(session) }, row::line)?;
        Ok((revision.unsigned_abs(), rows.collect::<Result<_, _>>()?))
    }

    /// Where the window was left.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn place(&self) -> Result<Option<Place>, StoreError> {
        Ok(self.fact(PLACE)?.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Remembers where the window is.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_place(&mut self, place: &Place) -> Result<(), StoreError> {
        self.set_fact(PLACE, &place_text(place)?)
    }
}

fn place_text(place: &Place) -> Result<String, StoreError> {
    serde_json::to_string(place).map_err(|_| StoreError::Value(PLACE))
}

/// Writes only what differs: a typed line in a long note is one row.
fn write_lines(transaction: &Transaction<'_>, save: &NoteSave) -> Result<(), StoreError> {
    let mut stored = stored_lines(transaction, save.session)?;
    let kept: std::collections::HashSet<LineId> = save.lines.iter().map(|line| line.id).collect();
    for id in stored.keys().filter(|id| !kept.contains(id)) {
        transaction
            .prepare_cached(include_str!("sql/remove_line.sql"))?
            .execute(named_params! { ":id": Text(*id), ":session_id": Text(save.session) })?;
    }
    for (position, line) in (1u32..).zip(&save.lines) {
        match stored.remove(&line.id) {
            Some((at, known)) if known == *line && at == position => {}
            Some((_, known)) if known == *line => move_line(transaction, save.session, line, position)?,
            Some(_) => {
                write_line(transaction, include_str!("sql/change_line.sql"), save.session, line, position)?;
            }
            None => write_line(transaction, include_str!("sql/add_line.sql"), save.session, line, position)?,
        }
    }
    Ok(())
}

fn stored_lines(
    transaction: &Transaction<'_>,
    session: SessionId,
) -> Result<HashMap<LineId, (u32, NoteLine)>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/lines_of_session.sql"))?;
    let rows = statement.query_map(named_params! { ":session_id": Text(session) }, |found| {
        let line = row::line(found)?;
        Ok((line.id, (found.get("position")?, line)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn move_line(
    transaction: &Transaction<'_>,
    session: SessionId,
    line: &NoteLine,
    position: u32,
) -> Result<(), StoreError> {
    transaction.prepare_cached(include_str!("sql/move_line.sql"))?.execute(named_params! {
        ":id": Text(line.id),
        ":session_id": Text(session),
        ":position": position,
    })?;
    Ok(())
}

fn write_line(
    transaction: &Transaction<'_>,
    sql: &str,
    session: SessionId,
    line: &NoteLine,
    position: u32,
) -> Result<(), StoreError> {
    let parsed = line::parse(&line.text);
    let kind = (!line::is_blank(&line.text)).then(|| parsed.kind.name());
    transaction.prepare_cached(sql)?.execute(named_params! {
        ":id": Text(line.id),
        ":session_id": Text(session),
        ":position": position,
        ":text": line.text,
        ":noted_at": At(line.noted_at),
        ":author": Text(line.author),
        ":kind": kind,
        ":private": parsed.private,
    })?;
    Ok(())
}
