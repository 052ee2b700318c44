//! Notes, line by line, with the sheets beside them, and the place where the window was left.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::error::StoreError;
use super::history::{self, Sitting};
use super::row::{self, At, Json, Text};
use super::said::Said;
use super::{Store, sparse, write_fact};
use crate::domain::book::{NoteSave, Place};
use crate::domain::change::Op;
use crate::domain::id::{LineId, SessionId};
use crate::domain::note::NoteLine;
use crate::domain::sheet::Sheet;

const PLACE: &str = "place";

/// Whether a save overwrites something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saves {
    /// It may: the text that was there may become a version.
    OtherText,
    /// It only adds lines at the end.
    MoreLines,
}

impl Store {
    /// Saves a note. When this returns, the text is on the disk. The result is the note's new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the note was saved since `base`; then nothing has changed.
    pub fn save_note(&mut self, save: &NoteSave) -> Result<u64, StoreError> {
        self.save(save, Saves::OtherText)
    }

    /// Adds lines to the end of a session's note, as the command line does.
    ///
    /// # Errors
    /// When the session is unknown or the database cannot be written.
    pub fn append_lines(
        &mut self,
        session: SessionId,
        lines: impl IntoIterator<Item = NoteLine>,
    ) -> Result<u64, StoreError> {
        let (base, mut all) = self.note_of(session)?;
        if all.last().is_some_and(|line| line.text.is_empty()) {
            all.pop();
        }
        all.extend(lines);
        self.save(
            &NoteSave { session, base, lines: all, sheet: None, place: None, ahead: 0 },
            Saves::MoreLines,
        )
    }

    fn save(&mut self, save: &NoteSave, saves: Saves) -> Result<u64, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let (revision, number) = self.transact(Op::SaveNote, |transaction| {
            let revision = next_revision(transaction, save.session, Some(save.base))?;
            let number = sitting.number(transaction)?;
            let stored = Stored::of(transaction, save.session)?;
            if stored.differs_from(save) {
                if saves == Saves::OtherText {
                    history::keep_if_due(transaction, save.session, &stored, number, sitting.now)?;
                }
                write_lines(transaction, save.session, stored.lines, &save.lines)?;
                if let Some(sheet) = &save.sheet {
                    write_sheet(transaction, save.session, sheet)?;
                }
                history::mark_saved(transaction, save.session, number, sitting.now)?;
            }
            if let Some(place) = &save.place {
                write_fact(transaction, PLACE, &place_text(place)?)?;
            }
            Ok((revision, number))
        })?;
        self.sitting = Some(number);
        Ok(revision)
    }

    /// Fills in the sheet of a session, in the place of the one that is there.
    ///
    /// # Errors
    /// When the session is unknown or the database cannot be written.
    pub fn put_sheet(&mut self, session: SessionId, sheet: Sheet) -> Result<u64, StoreError> {
        let (base, lines) = self.note_of(session)?;
        self.save_note(&NoteSave { session, base, lines, sheet: Some(sheet), place: None, ahead: 0 })
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
        Ok((revision.unsigned_abs(), lines_of(&self.connection, session)?))
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

/// Counts a save of a note that is based on the revision `base`; without a base, on the present one. To be called before
/// anything of the note changes.
///
/// # Errors
/// [`StoreError::Stale`] when the note has moved on since.
pub fn next_revision(
    transaction: &Transaction<'_>,
    session: SessionId,
    base: Option<u64>,
) -> Result<u64, StoreError> {
    sparse::complete(transaction, session)?;
    let base = base.map(i64::try_from).transpose().map_err(|_| StoreError::Stale)?;
    let mut statement = transaction.prepare_cached(include_str!("sql/next_revision.sql"))?;
    let revision: Option<i64> = statement
        .query_row(named_params! { ":session_id": Text(session), ":base": base }, |found| found.get(0))
        .optional()?;
    revision.map(i64::unsigned_abs).ok_or(StoreError::Stale)
}

/// The lines of a note, in order.
pub fn lines_of(connection: &Connection, session: SessionId) -> Result<Vec<NoteLine>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sql/lines_of_session.sql"))?;
    let rows = statement.query_map(named_params! { ":session_id": Text(session) }, row::line)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A note as it is in the store.
pub struct Stored {
    /// Its lines, in order.
    pub lines: Vec<NoteLine>,
    /// What the session holds beside them.
    pub sheet: Sheet,
}

impl Stored {
    /// The note of a session that is there.
    pub fn of(transaction: &Transaction<'_>, session: SessionId) -> Result<Self, StoreError> {
        let lines = lines_of(transaction, session)?;
        let sheet = sheet_of(transaction, session)?;
        Ok(Self { lines, sheet: sheet.ok_or_else(|| StoreError::UnknownSession(session.to_string()))? })
    }

    /// Whether there is nothing that could be lost.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.sheet == Sheet::default()
    }

    fn differs_from(&self, save: &NoteSave) -> bool {
        self.lines != save.lines || save.sheet.as_ref().is_some_and(|sheet| *sheet != self.sheet)
    }
}

/// What a session holds beside its lines; nothing when there is no such session.
pub fn sheet_of(transaction: &Transaction<'_>, session: SessionId) -> Result<Option<Sheet>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/sheet.sql"))?;
    let sheet: Option<Json<Sheet>> = statement
        .query_row(named_params! { ":session_id": Text(session) }, |found| found.get(0))
        .optional()?;
    Ok(sheet.map(|sheet| sheet.0))
}

/// Puts a sheet in the place of the one that is there.
pub fn write_sheet(
    transaction: &Transaction<'_>,
    session: SessionId,
    sheet: &Sheet,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/set_sheet.sql"))?;
    statement.execute(named_params! { ":session_id": Text(session), ":sheet": Json(sheet) })?;
    Ok(())
}

/// Makes `lines` of what is `stored`. Writes only what differs: a typed line in a long note is one row.
pub fn write_lines(
    transaction: &Transaction<'_>,
    session: SessionId,
    stored: Vec<NoteLine>,
    lines: &[NoteLine],
) -> Result<(), StoreError> {
    let kept: HashSet<LineId> = lines.iter().map(|line| line.id).collect();
    let mut stored: HashMap<LineId, (u32, NoteLine)> =
        (1u32..).zip(stored).map(|(position, line)| (line.id, (position, line))).collect();
    for id in stored.keys().filter(|id| !kept.contains(id)) {
        transaction
            .prepare_cached(include_str!("sql/remove_line.sql"))?
            .execute(named_params! { ":id": Text(*id), ":session_id": Text(session) })?;
    }
    for (position, line) in (1u32..).zip(lines) {
        match stored.remove(&line.id) {
            Some((at, known)) if known == *line && at == position => {}
            Some((_, known)) if known == *line => move_line(transaction, session, line, position)?,
            Some(_) => {
                write_line(transaction, include_str!("sql/change_line.sql"), session, line, position)?;
            }
            None => add_line(transaction, session, line, position)?,
        }
    }
    Ok(())
}

/// Gives a note that has none its lines, which were never in any.
pub fn write_new_lines(
    transaction: &Transaction<'_>,
    session: SessionId,
    lines: &[NoteLine],
) -> Result<(), StoreError> {
    for (position, line) in (1u32..).zip(lines) {
        write_line(transaction, include_str!("sql/add_line.sql"), session, line, position)?;
    }
    Ok(())
}

/// A line that lives in another note stays there, and is written here as a new one: no save fails for the sake of an id.
fn add_line(
    transaction: &Transaction<'_>,
    session: SessionId,
    line: &NoteLine,
    position: u32,
) -> Result<(), StoreError> {
    let lives_elsewhere = transaction
        .prepare_cached(include_str!("sql/line_exists.sql"))?
        .exists(named_params! { ":id": Text(line.id) })?;
    let id = if lives_elsewhere { LineId::fresh() } else { line.id };
    let line = NoteLine { id, ..line.clone() };
    write_line(transaction, include_str!("sql/add_line.sql"), session, &line, position)
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
    let said = Said::of(&line.text);
    transaction.prepare_cached(sql)?.execute(named_params! {
        ":id": Text(line.id),
        ":session_id": Text(session),
        ":position": position,
        ":text": line.text,
        ":noted_at": At(line.noted_at),
        ":author": Text(line.author),
        ":kind": said.kind,
        ":private": said.private,
        ":done": said.done,
        ":tags": said.tags,
    })?;
    Ok(())
}
