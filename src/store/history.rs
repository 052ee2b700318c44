//! Versions: notes with their sheets as they once were.
//!
//! A version is kept at the moment that other text takes its place: the last text of each sitting, the first one, and in
//! between at most one per five minutes. Lines that are only added take no place, so the command line's `note` keeps
//! none. A sitting is one opening of the store in which something is saved.

use chrono::TimeDelta;
use rusqlite::{OptionalExtension as _, Transaction, named_params};
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::note::Stored;
use super::row::{At, Json, Text};
use super::undo::Step;
use super::{SITTINGS, Store, next_count, note, sparse};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::{AuthorId, LineId, SessionId};
use crate::domain::keeping::{Version, VersionId};
use crate::domain::note::NoteLine;
use crate::domain::sheet::Sheet;

/// Between two versions within a sitting.
const GRAIN: TimeDelta = TimeDelta::minutes(5);

/// A line as it is written in a version.
#[derive(Serialize, Deserialize)]
struct KeptLine {
    id: LineId,
    text: String,
    noted_at: Moment,
    author: AuthorId,
}

impl From<&NoteLine> for KeptLine {
    fn from(line: &NoteLine) -> Self {
        Self { id: line.id, text: line.text.clone(), noted_at: line.noted_at, author: line.author }
    }
}

impl From<KeptLine> for NoteLine {
    fn from(line: KeptLine) -> Self {
        Self { id: line.id, text: line.text, noted_at: line.noted_at, author: line.author }
    }
}

/// The last version of a note.
struct Last {
    id: VersionId,
    lines: String,
    sheet: Option<String>,
}

/// Which opening of the store saves, and when.
#[derive(Clone, Copy)]
pub struct Sitting {
    /// Its number; none while nothing was saved in it.
    pub number: Option<i64>,
    /// The moment it is now.
    pub now: Moment,
}

impl Sitting {
    /// The number of this sitting; a new one at its first save.
    pub fn number(self, transaction: &Transaction<'_>) -> Result<i64, StoreError> {
        match self.number {
            Some(number) => Ok(number),
            None => next_count(transaction, SITTINGS),
        }
    }
}

impl Store {
    /// The versions of a note, the last one first. The present text is not among them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn versions(&self, session: SessionId) -> Result<Vec<Version>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/versions.sql"))?;
        let rows = statement.query_map(named_params! { ":session_id": Text(session) }, |found| {
            Ok(Version {
                id: VersionId(found.get::<_, i64>("seq")?.unsigned_abs()),
                saved_at: found.get::<_, At>("saved_at")?.0,
                lines: found.get("lines")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The lines of a version, in order.
    ///
    /// # Errors
    /// [`StoreError::UnknownVersion`] when it was kept long enough.
    pub fn version_text(&self, version: VersionId) -> Result<Vec<NoteLine>, StoreError> {
        if let Some(lines) = sparse::lines_of(&self.connection, number(version)?)? {
            return Ok(lines);
        }
        let mut statement = self.connection.prepare_cached(include_str!("sql/version.sql"))?;
        let found: Option<Json<Vec<KeptLine>>> = statement
            .query_row(named_params! { ":seq": number(version)? }, |row| row.get("lines"))
            .optional()?;
        let lines = found.ok_or(StoreError::UnknownVersion(version.0))?.0;
        Ok(lines.into_iter().map(NoteLine::from).collect())
    }

    /// The sheet of a version; `None` for one from before there were sheets.
    ///
    /// # Errors
    /// [`StoreError::UnknownVersion`] when it was kept long enough.
    pub fn version_sheet(&self, version: VersionId) -> Result<Option<Sheet>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/version_sheet.sql"))?;
        let found: Option<Option<Json<Sheet>>> = statement
            .query_row(named_params! { ":seq": number(version)? }, |row| row.get("sheet"))
            .optional()?;
        let sheet = found.ok_or(StoreError::UnknownVersion(version.0))?;
        Ok(sheet.map(|sheet| sheet.0))
    }

    /// Brings back a version of a note with its sheet; the present text becomes a version first. A line that lives elsewhere by now stays
    /// there, and comes back as a new line. The result is the note's new revision.
    ///
    /// # Errors
    /// [`StoreError::UnknownVersion`] when this note has no such version.
    pub fn restore_version(&mut self, session: SessionId, version: VersionId) -> Result<u64, StoreError> {
        let (revision, inverse) = self.put_version(session, version)?;
        self.undo.did(Op::RestoreVersion, inverse);
        Ok(revision)
    }

    /// Brings back a version; gives the new revision, and the step that brings back what was there.
    pub(super) fn put_version(
        &mut self,
        session: SessionId,
        version: VersionId,
    ) -> Result<(u64, Step), StoreError> {
        if !self.versions(session)?.iter().any(|found| found.id == version) {
            return Err(StoreError::UnknownVersion(version.0));
        }
        let lines = self.version_text(version)?;
        let sheet = self.version_sheet(version)?;
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let (revision, number, kept) = self.transact(Op::RestoreVersion, |transaction| {
            let number = sitting.number(transaction)?;
            let revision = note::next_revision(transaction, session, None)?;
            let before = Stored::of(transaction, session)?;
            let last = last_version(transaction, session)?;
            let kept = keep(transaction, session, &before, last.as_ref(), sitting.now)?;
            note::write_lines(transaction, session, before.lines, &lines)?;
            if let Some(sheet) = &sheet {
                note::write_sheet(transaction, session, sheet)?;
            }
            mark_saved(transaction, session, number, sitting.now)?;
            Ok((revision, number, kept))
        })?;
        self.sitting = Some(number);
        Ok((revision, Step::RestoreVersion { session, version: kept }))
    }
}

/// Keeps the text of a note that is about to be overwritten, if it is time.
pub fn keep_if_due(
    transaction: &Transaction<'_>,
    session: SessionId,
    present: &Stored,
    sitting: i64,
    now: Moment,
) -> Result<(), StoreError> {
    if present.is_empty() {
        return Ok(());
    }
    if Present::of(transaction, session)?.is_due(sitting, now) {
        let last = last_version(transaction, session)?;
        keep(transaction, session, present, last.as_ref(), now)?;
    }
    Ok(())
}

/// What tells whether the present text of a note is to be kept.
pub struct Present {
    /// The sitting that saved it; 0 from before there were sittings.
    pub saved_in: i64,
    /// When that was, where it is known.
    pub saved_at: Option<Moment>,
    /// Whether there are versions that hold only what is otherwise in it.
    pub has_sparse: bool,
    /// The sitting of the last version, and when that was kept.
    last: Option<(i64, Moment)>,
}

impl Present {
    /// Of a session that is there.
    pub fn of(transaction: &Transaction<'_>, session: SessionId) -> Result<Self, StoreError> {
        let mut statement = transaction.prepare_cached(include_str!("sql/when_to_keep.sql"))?;
        Ok(statement.query_row(named_params! { ":session_id": Text(session) }, |row| {
            let kept_at: Option<At> = row.get("kept_at")?;
            Ok(Self {
                saved_in: row.get("saved_in")?,
                saved_at: row.get::<_, Option<At>>("saved_at")?.map(|at| at.0),
                has_sparse: row.get("has_sparse")?,
                last: row.get::<_, Option<i64>>("sitting")?.zip(kept_at.map(|at| at.0)),
            })
        })?)
    }

    /// Whether it is time to keep it, when it is about to be overwritten in this sitting.
    pub fn is_due(&self, sitting: i64, now: Moment) -> bool {
        let is_last_of_its_sitting = self.saved_in != sitting;
        let is_kept = self.last.is_some_and(|(kept, at)| kept == self.saved_in && (now - at).abs() < GRAIN);
        is_last_of_its_sitting || !is_kept
    }
}

/// Remembers in which sitting the present text of a note was saved, and when.
pub fn mark_saved(
    transaction: &Transaction<'_>,
    session: SessionId,
    sitting: i64,
    now: Moment,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/mark_saved.sql"))?;
    statement
        .execute(named_params! { ":session_id": Text(session), ":sitting": sitting, ":now": At(now) })?;
    Ok(())
}

/// Makes a version of the present text, unless the last version says the same; gives the one that does.
fn keep(
    transaction: &Transaction<'_>,
    session: SessionId,
    present: &Stored,
    last: Option<&Last>,
    now: Moment,
) -> Result<VersionId, StoreError> {
    let lines = kept(&present.lines)?;
    let sheet = serde_json::to_string(&present.sheet).map_err(|_| StoreError::Value("version"))?;
    if let Some(last) = last.filter(|last| last.lines == lines && last.sheet.as_ref() == Some(&sheet)) {
        return Ok(last.id);
    }
    let (sitting, saved_at) = saved(transaction, session)?;
    // Notes from before there were versions know only when their lines were written.
    let saved_at = saved_at.or_else(|| present.lines.iter().map(|line| line.noted_at).max()).unwrap_or(now);
    transaction.prepare_cached(include_str!("sql/add_version.sql"))?.execute(named_params! {
        ":session_id": Text(session),
        ":sitting": sitting,
        ":saved_at": At(saved_at),
        ":kept_at": At(now),
        ":lines": lines,
        ":sheet": sheet,
    })?;
    Ok(VersionId(transaction.last_insert_rowid().unsigned_abs()))
}

/// Lines as they are written in a version.
pub fn kept(lines: &[NoteLine]) -> Result<String, StoreError> {
    let lines: Vec<KeptLine> = lines.iter().map(KeptLine::from).collect();
    serde_json::to_string(&lines).map_err(|_| StoreError::Value("version"))
}

/// The sitting that saved the present text (0 from before there were sittings), and when.
fn saved(transaction: &Transaction<'_>, session: SessionId) -> Result<(i64, Option<Moment>), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/saved.sql"))?;
    Ok(statement.query_row(named_params! { ":session_id": Text(session) }, |found| {
        Ok((found.get("saved_in")?, found.get::<_, Option<At>>("saved_at")?.map(|at| at.0)))
    })?)
}

fn last_version(transaction: &Transaction<'_>, session: SessionId) -> Result<Option<Last>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/last_version.sql"))?;
    let last = statement
        .query_row(named_params! { ":session_id": Text(session) }, |found| {
            Ok(Last {
                id: VersionId(found.get::<_, i64>("seq")?.unsigned_abs()),
                lines: found.get("lines")?,
                sheet: found.get("sheet")?,
            })
        })
        .optional()?;
    Ok(last)
}

fn number(version: VersionId) -> Result<i64, StoreError> {
    i64::try_from(version.0).map_err(|_| StoreError::UnknownVersion(version.0))
}
