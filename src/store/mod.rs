//! The notes on disk: one SQLite file, and the only place that knows SQL.
//!
//! A [`Store`] is used by one thread. Every change goes through [`Store::transact`]: all of it or none, on the disk
//! before it is acknowledged. The statements are in `sql/`, the shapes of the database in `migrations/`.

mod check;
mod day;
mod error;
mod migrate;
mod note;
mod open;
mod row;
mod search;

use std::fs::File;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params};

pub use check::Check;
pub use error::StoreError;
pub use search::Hit;

use crate::domain::change::Op;
use crate::domain::id::AuthorId;

/// The notes, opened for writing or for reading.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    author: AuthorId,
    /// Held while this store may write; the file system gives it back when the program dies.
    lock: Option<File>,
}

impl Store {
    /// Who writes here: this installation.
    #[must_use]
    pub fn author(&self) -> AuthorId {
        self.author
    }

    /// Whether this store may write.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.lock.is_some()
    }

    /// A small fact about the store, or what the window remembers between two runs.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn fact(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/fact.sql"))?;
        Ok(statement.query_row(named_params! { ":name": name }, |row| row.get(0)).optional()?)
    }

    /// Remembers a small fact.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_fact(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.transact(Op::Remember, |transaction| write_fact(transaction, name, value))
    }

    /// Runs `work` as one change: when this returns `Ok` it is on the disk, else nothing has changed.
    fn transact<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        tracing::debug!(op = op.name(), "committed");
        Ok(result)
    }
}

fn write_fact(transaction: &Transaction<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/set_fact.sql"))?;
    statement.execute(named_params! { ":name": name, ":value": value })?;
    Ok(())
}
