//! Whether the notes on disk are whole. Reports; never repairs.

use std::fs;
use std::path::PathBuf;

use super::error::StoreError;
use super::{Store, copy, migrate, said};
use crate::domain::keeping::CheckedBackup;

/// What a check found.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is wrong, in SQLite's words; empty when all is well.
    pub problems: Vec<String>,
    /// The database file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The shape of the database.
    pub schema: u32,
    /// The backups, the newest first.
    pub backups: Vec<CheckedBackup>,
}

impl Store {
    /// Checks the pages, the indexes, the full-text index and the references of the database, what lines repeat of their
    /// text, and every backup.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn check(&self) -> Result<Check, StoreError> {
        let mut problems = copy::complaints(&self.connection, "PRAGMA integrity_check")?;
        problems.extend(copy::complaints(&self.connection, "PRAGMA foreign_key_check")?);
        problems.extend(said::complaints(&self.connection)?);
        Ok(Check {
            problems,
            path: self.path.clone(),
            bytes: fs::metadata(&self.path).map_or(0, |file| file.len()),
            schema: migrate::version(&self.connection)?,
            backups: self.check_backups(),
        })
    }
}
