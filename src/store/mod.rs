//! The notes on disk: one SQLite file, and the only place that knows SQL.
//!
//! A [`Store`] is used by one thread. Every change goes through `Store::transact`: all of it or none, on the disk
//! before it is acknowledged. The statements are in `sql/`, the shapes of the database in `migrations/`. What is
//! overwritten or deleted stays for a while ([`Store::versions`], [`Store::trash`]); what is erased is gone.

mod across;
mod arrange;
mod backup;
mod ballast;
mod check;
mod copy;
mod counts;
mod day;
mod disk;
mod early_sync;
mod erase;
mod error;
mod expiry;
mod heard;
mod history;
mod hold;
mod joining;
mod line_time;
mod many;
mod migrate;
mod moving;
mod names;
mod note;
mod noted;
mod open;
mod options;
mod own;
mod peek;
mod renaming;
mod restore;
mod rewrite;
mod room;
mod row;
mod said;
mod search;
mod sparse;
mod trash;
mod undo;
mod update;

use std::cell::RefCell;
use std::fs::File;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params};

pub use backup::backup_folder;
pub use check::Check;
pub use error::StoreError;
pub use joining::Joining;
pub use options::{Durability, Options};
pub use restore::Restored;
pub use search::{Asked, Whereabouts};
pub use undo::Undone;

use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::AuthorId;
use crate::domain::progress::Progress;
use counts::Counts;
use heard::Heard;
use undo::UndoLog;

/// "Plnr": tells `file` and other tools whose database this is.
const APPLICATION_ID: i32 = 0x506c_6e72;

/// The name of the counter of what a person changed.
const CHANGES: &str = "change";
/// The name of the counter of openings in which a note was saved.
const SITTINGS: &str = "sitting";

/// The notes, opened for writing or for reading.
pub struct Store {
    connection: Connection,
    folder: PathBuf,
    path: PathBuf,
    author: AuthorId,
    options: Options,
    writes: bool,
    /// Held while this store may write; the file system gives it back when the program dies. Held as well while reading
    /// notes of a newer program, which then does not change them meanwhile.
    lock: Option<File>,
    /// The number of this opening, once a note was saved in it.
    sitting: Option<i64>,
    undo: UndoLog,
    /// Told how far long work is, and asked whether it is still wanted.
    progress: Progress,
    /// Which lines carry which trends, as far as that was asked before.
    heard: RefCell<Heard>,
    /// What the notes hold, counted, as far as that was asked before.
    counts: RefCell<Counts>,
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
        self.writes
    }

    /// Tells `progress` how far long work is from now on, and stops when that is not wanted any more.
    pub fn watch(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// How much a person has changed so far, counted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn changes(&self) -> Result<i64, StoreError> {
        count_of(&self.connection, CHANGES)
    }

    /// A number that is another one whenever something was written, here or by another program; it means nothing in another
    /// opening.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn written(&self) -> Result<(i64, u64), StoreError> {
        let elsewhere = self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok((elsewhere, self.connection.total_changes()))
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

    /// The moment it is now.
    fn now(&self) -> Moment {
        self.options.clock.now()
    }

    /// Reads several things as they are at one moment. Also quicker: the file is asked once what is new in it, and not again for
    /// each statement.
    fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        let begins = self.connection.is_autocommit();
        let moment = begins.then(|| self.connection.unchecked_transaction()).transpose()?;
        let result = read();
        drop(moment);
        result
    }

    /// Runs `work` as one change: when this returns `Ok` it is on the disk, else nothing has changed. Where the disk is
    /// full, the ballast is let go, so that there is room to delete something.
    fn transact<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if !self.writes {
            return Err(StoreError::Reading);
        }
        let result = self.commit(op, work);
        if result.as_ref().is_err_and(StoreError::is_disk_full) {
            ballast::release(&self.folder);
        }
        result
    }

    fn commit<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if op.is_by_a_person() {
            next_count(&transaction, CHANGES)?;
        }
        let result = work(&transaction)?;
        transaction.commit()?;
        if op.is_about_trends() {
            self.heard.take();
        }
        tracing::debug!(op = op.name(), "committed");
        Ok(result)
    }
}

fn write_fact(transaction: &Transaction<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/set_fact.sql"))?;
    statement.execute(named_params! { ":name": name, ":value": value })?;
    Ok(())
}

/// What a counter says.
fn count_of(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sql/counter.sql"))?;
    Ok(statement.query_row(named_params! { ":name": name }, |row| row.get(0))?)
}

/// Counts one more.
fn next_count(transaction: &Transaction<'_>, name: &str) -> Result<i64, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/next_count.sql"))?;
    Ok(statement.query_row(named_params! { ":name": name }, |row| row.get(0))?)
}
