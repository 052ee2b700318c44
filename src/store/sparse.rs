//! Versions that hold only the lines that say something else in the note as it is now. A change of many notes at once keeps
//! such versions: it gives a few lines of each another text, and adds, removes and moves none. When a note changes in any
//! other way, its sparse versions are made whole first.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::history::{self, Present};
use super::note;
use super::row::{At, Json, Text};
use crate::domain::clock::Moment;
use crate::domain::id::{LineId, SessionId};
use crate::domain::note::NoteLine;
use crate::domain::renaming::LineEdit;

/// A line that said something else.
#[derive(Serialize, Deserialize)]
struct OtherText<'a> {
    id: LineId,
    text: Cow<'a, str>,
}

impl<'a> From<&'a LineEdit> for OtherText<'a> {
    fn from(edit: &'a LineEdit) -> Self {
        Self { id: edit.line, text: Cow::Borrowed(&edit.before) }
    }
}

/// What lines say that are about to get other texts, as a sparse version holds it.
pub fn texts_before(edits: &[LineEdit]) -> Result<String, StoreError> {
    let others: Vec<OtherText<'_>> = edits.iter().map(OtherText::from).collect();
    serde_json::to_string(&others).map_err(|_| StoreError::Value("version"))
}

/// Keeps a version of a note that is about to get other texts, with its sheet as it is. `texts` is what [`texts_before`] made.
pub fn keep(
    transaction: &Transaction<'_>,
    session: SessionId,
    present: &Present,
    texts: &str,
    now: Moment,
) -> Result<(), StoreError> {
    transaction.prepare_cached(include_str!("sql/add_sparse_version.sql"))?.execute(named_params! {
        ":session_id": Text(session),
        ":sitting": present.saved_in,
        ":saved_at": present.saved_at.map(At),
        ":now": At(now),
        ":lines": texts,
    })?;
    Ok(())
}

/// Lines of a note are about to get other texts: the sparse versions that it has already remember the present ones.
pub fn extend(
    transaction: &Transaction<'_>,
    session: SessionId,
    edits: &[LineEdit],
) -> Result<(), StoreError> {
    for (seq, mut others) in sparse(transaction, session)? {
        let known = others.len();
        for edit in edits {
            if !others.iter().take(known).any(|other| other.id == edit.line) {
                others.push(edit.into());
            }
        }
        if others.len() > known {
            transaction
                .prepare_cached(include_str!("sql/set_sparse_lines.sql"))?
                .execute(named_params! { ":seq": seq, ":lines": Json(others) })?;
        }
    }
    Ok(())
}

/// Makes the sparse versions of a note whole: it is about to change.
pub fn complete(transaction: &Transaction<'_>, session: SessionId) -> Result<(), StoreError> {
    let sparse = sparse(transaction, session)?;
    if sparse.is_empty() {
        return Ok(());
    }
    let present = note::lines_of(transaction, session)?;
    for (seq, others) in sparse {
        let lines = history::kept(&with(&present, others))?;
        transaction
            .prepare_cached(include_str!("sql/set_whole_lines.sql"))?
            .execute(named_params! { ":seq": seq, ":lines": lines })?;
    }
    Ok(())
}

/// The lines of a sparse version; nothing when there is no such version, or when it is whole.
pub fn lines_of(connection: &Connection, seq: i64) -> Result<Option<Vec<NoteLine>>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sql/sparse_version.sql"))?;
    let found = statement.query_row(named_params! { ":seq": seq }, |row| {
        Ok((row.get::<_, Text<SessionId>>("session_id")?.0, row.get::<_, Json<_>>("lines")?.0))
    });
    let Some((session, others)) = found.optional()? else { return Ok(None) };
    Ok(Some(with(&note::lines_of(connection, session)?, others)))
}

fn sparse(
    transaction: &Transaction<'_>,
    session: SessionId,
) -> Result<Vec<(i64, Vec<OtherText<'static>>)>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/sparse_versions.sql"))?;
    let rows = statement.query_map(named_params! { ":session_id": Text(session) }, |row| {
        Ok((row.get("seq")?, row.get::<_, Json<_>>("lines")?.0))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn with(present: &[NoteLine], others: Vec<OtherText<'_>>) -> Vec<NoteLine> {
    let mut others: HashMap<LineId, String> =
        others.into_iter().map(|other| (other.id, other.text.into_owned())).collect();
    let lines = present.iter().map(|line| match others.remove(&line.id) {
        Some(text) => NoteLine { text, ..line.clone() },
        None => line.clone(),
    });
    lines.collect()
}
