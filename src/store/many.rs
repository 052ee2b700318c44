//! Many new lines at once: the index of their words is told of all of them together, when they are there.
//!
//! A trigger tells the index of each new line. For that SQLite begins a nested transaction with every line, and whenever
//! one begins, FTS5 writes down what it has gathered: three quarters of the time that a large import takes. Nothing else
//! is done otherwise here; changing and removing lines always goes through the triggers.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, named_params};

use super::error::StoreError;

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
