//! Many lines at once, new ones or with other texts: the index of their words is told of all of them together.
//!
//! A trigger tells the index of each line. For that SQLite begins a nested transaction with every line, and whenever one
//! begins, FTS5 writes down what it has gathered: three quarters of the time that a large import takes. Nothing else is done
//! otherwise here; what is about a few lines always goes through the triggers.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, named_params, params};

use super::error::StoreError;
use super::said::Said;
use crate::domain::progress::Progress;
use crate::together;

/// Runs `add`, which adds lines and touches none that are there, and tells the index afterwards. To be called within the
/// transaction that adds them, so that no line is ever there without its words.
///
/// # Errors
/// Those of `add`, and when the database cannot be written.
pub fn index_afterwards<T>(
    transaction: &Transaction<'_>,
    add: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let last: i64 = transaction.query_row(include_str!("sql/last_line.sql"), [], |row| row.get(0))?;
    let added = {
        let _off = TriggersOff::on(transaction)?;
        add()?
    };
    transaction.execute(include_str!("sql/index_lines.sql"), named_params! { ":last": last })?;
    Ok(added)
}

/// A line that gets another text.
pub struct NewText<'a> {
    /// Its number in the table of lines.
    pub seq: i64,
    /// What it says now.
    pub before: &'a str,
    /// What it is to say.
    pub after: &'a str,
}

/// Gives lines other texts. To be called within the transaction that changes them, with lines in the order of their numbers:
/// the index writes down what it has gathered each time that it goes back. Each is a step of `progress`.
///
/// # Errors
/// [`StoreError::LinesGone`] when a line says something else than it is taken to say; [`StoreError::Stopped`].
pub fn set_texts(
    transaction: &Transaction<'_>,
    texts: &[NewText<'_>],
    progress: &Progress,
) -> Result<(), StoreError> {
    let _off = TriggersOff::on(transaction)?;
    let mut set_same = transaction.prepare_cached(include_str!("sql/set_text_of_same.sql"))?;
    let mut set = transaction.prepare_cached(include_str!("sql/set_text.sql"))?;
    let mut forget = transaction.prepare_cached(include_str!("sql/forget_words.sql"))?;
    let mut index = transaction.prepare_cached(include_str!("sql/index_words.sql"))?;
    let said_of = |text: &NewText<'_>| Said::of(text.after);
    together::ahead(texts, said_of, |NewText { seq, before, after }, said| {
        if !progress.is_wanted() {
            return Err(StoreError::Stopped);
        }
        progress.step();
        // By place: finding each by its name takes longer than binding it.
        let row = params![seq, before, after, said.kind, said.private, said.done, said.tags];
        if set_same.execute(row)? == 0 && set.execute(row)? == 0 {
            return Err(StoreError::LinesGone);
        }
        forget.execute(params![seq, before])?;
        index.execute(params![seq, after])?;
        Ok(())
    })
}

/// As long as there is one, no trigger of this connection runs.
struct TriggersOff<'a>(&'a Connection);

impl<'a> TriggersOff<'a> {
    fn on(connection: &'a Connection) -> Result<Self, StoreError> {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        Ok(Self(connection))
    }
}

impl Drop for TriggersOff<'_> {
    fn drop(&mut self) {
        // It only sets a flag in memory.
        if let Err(error) = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true) {
            tracing::error!(%error, "the triggers stay off");
        }
    }
}
