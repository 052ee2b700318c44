//! Opens the notes: for writing behind a lock, or for reading at any time.
//!
//! Never falls back to an in-memory or a fresh database: if the notes cannot be opened, that is an error that is shown.

use std::cell::RefCell;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode};

use super::error::StoreError;
use super::options::{Durability, Options};
use super::undo::UndoLog;
use super::{APPLICATION_ID, Store, backup, ballast, copy, disk, migrate, peek};
use crate::domain::id::AuthorId;
use crate::domain::progress::Progress;

pub(super) const DATABASE: &str = "plenair.db";

/// The fact that names this installation.
const AUTHOR: &str = "author";

/// A reader may meet a writer that is just checkpointing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// So much of the database is held in memory at most, in KiB; that much only once that much was read. The system holds the rest,
/// and can take it back.
pub(super) const CACHE_KIB: i64 = 2 * 1024;

/// What to do where there are no notes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// Make an empty store, unless there once was one.
    Make,
    /// Refuse: there were notes a moment ago.
    Refuse,
}

impl Store {
    /// Opens the notes in `folder` for writing; makes the folder and an empty store where there is none.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes there, [`StoreError::Folder`] where the folder cannot be
    /// used, [`StoreError::TooNew`] for notes of a newer program, [`StoreError::Missing`] where only backups are left.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with(folder, Options::default())
    }

    /// Opens the notes in `folder` for writing, otherwise than usual.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open_with(folder: &Path, options: Options) -> Result<Self, StoreError> {
        disk::make_folder(folder)?;
        let lock = disk::lock(folder)?;
        let mut store = Self::open_locked(folder, lock, options, Absent::Make)?;
        store.keep_house();
        Ok(store)
    }

    /// Opens the notes for the one who has the lock.
    pub(super) fn open_locked(
        folder: &Path,
        lock: File,
        options: Options,
        absent: Absent,
    ) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        let mut opened = open_for_writing(folder, &path, &options, absent);
        if opened.as_ref().is_err_and(StoreError::is_disk_full) && ballast::is_there(folder) {
            ballast::release(folder);
            opened = open_for_writing(folder, &path, &options, absent);
        }
        let mut store = Self {
            connection: opened?,
            folder: folder.to_path_buf(),
            path,
            author: AuthorId::fresh(),
            options,
            writes: true,
            lock: Some(lock),
            sitting: None,
            undo: UndoLog::default(),
            progress: Progress::default(),
            heard: RefCell::default(),
            counts: RefCell::default(),
        };
        store.author = store.author_of_this_installation()?;
        store.use_chosen_backup_folder()?;
        Ok(store)
    }

    /// Opens the notes in `folder` for reading, also while another program writes, on a medium that cannot be written,
    /// and when they are of a newer program: then no byte of them changes.
    ///
    /// # Errors
    /// [`StoreError::Folder`] where there are no notes.
    pub fn open_reading(folder: &Path) -> Result<Self, StoreError> {
        Self::open_reading_with(folder, Options::default())
    }

    /// Opens the notes in `folder` for reading, otherwise than usual.
    ///
    /// # Errors
    /// Those of [`Store::open_reading`].
    pub fn open_reading_with(folder: &Path, options: Options) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        if let Err(source) = fs::metadata(&path) {
            return Err(StoreError::Folder { path: folder.to_path_buf(), source });
        }
        let (connection, lock) = open_for_reading(folder, &path)?;
        prepare_for_reading(&connection)?;
        migrate::read_as_it_is(&connection)?;
        let mut store = Self {
            connection,
            folder: folder.to_path_buf(),
            path,
            author: AuthorId::fresh(),
            options,
            writes: false,
            lock,
            sitting: None,
            undo: UndoLog::default(),
            progress: Progress::default(),
            heard: RefCell::default(),
            counts: RefCell::default(),
        };
        if let Some(author) = store.stored_author()? {
            store.author = author;
        }
        store.use_chosen_backup_folder()?;
        Ok(store)
    }

    /// Opens the notes anew after [`StoreError::is_broken`], on a fresh connection and only if they are the same notes.
    /// Nothing is written through the old connection any more, and the file is never replaced.
    ///
    /// # Errors
    /// [`StoreError::NotWhole`] when a check finds damage, or whatever keeps the notes from being opened.
    pub fn reopen(self) -> Result<Self, StoreError> {
        let Self { connection, folder, author, options, lock, sitting, undo, .. } = self;
        // What the log holds was synced; writing it into the file is for a connection that works.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        drop(connection);
        drop(lock);
        let mut store = Self::open_again(&folder, options, author)?;
        store.sitting = sitting;
        store.undo = undo;
        Ok(store)
    }

    /// Opens notes for writing that were open before, by this author. Makes no new ones.
    ///
    /// # Errors
    /// Those of [`Store::reopen`], [`StoreError::Missing`] where they are gone.
    pub fn open_again(folder: &Path, options: Options, author: AuthorId) -> Result<Self, StoreError> {
        let lock = disk::lock(folder)?;
        let store = Self::open_locked(folder, lock, options, Absent::Refuse)?;
        if let Some(first) = copy::complaints(&store.connection, "PRAGMA quick_check")?.into_iter().next() {
            return Err(StoreError::NotWhole(first));
        }
        // Another disk may have come in the place of the one that failed.
        if store.author != author {
            return Err(StoreError::Value(AUTHOR));
        }
        Ok(store)
    }

    /// Whether `folder` holds notes already.
    #[must_use]
    pub fn exists_in(folder: &Path) -> bool {
        folder.join(DATABASE).is_file()
    }

    /// The database file.
    #[must_use]
    pub fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Moves what is in the log into the database file, so that this one file holds everything.
    /// Does nothing while another program reads.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn checkpoint(&self) -> Result<bool, StoreError> {
        if !self.writes {
            return Ok(false);
        }
        self.connection.busy_timeout(Duration::ZERO)?;
        let mut statement = self.connection.prepare_cached("PRAGMA wal_checkpoint(TRUNCATE)")?;
        let blocked: i64 = statement.query_row([], |row| row.get(0))?;
        self.connection.busy_timeout(BUSY_TIMEOUT)?;
        Ok(blocked == 0)
    }

    /// Whether the disk was full, and is not known to have room again.
    #[must_use]
    pub fn is_low_on_room(&self) -> bool {
        self.keeps_ballast() && !ballast::is_there(&self.folder)
    }

    /// What is done now and then: ballast where it is missing, what was kept long enough forgotten, what was erased
    /// wiped. What does not work is tried again the next time.
    pub fn keep_house(&mut self) {
        if !self.writes {
            return;
        }
        if self.keeps_ballast() {
            ballast::make(&self.folder);
        }
        if let Err(error) = self.forget_expired() {
            tracing::warn!(%error, "what was kept long enough was not removed");
        }
        if let Err(error) = self.finish_erasures() {
            tracing::warn!(%error, "erased days are not wiped yet");
        }
    }

    fn keeps_ballast(&self) -> bool {
        self.writes && self.options.durability == Durability::Synced
    }

    fn author_of_this_installation(&mut self) -> Result<AuthorId, StoreError> {
        if let Some(author) = self.stored_author()? {
            return Ok(author);
        }
        let author = AuthorId::fresh();
        self.set_fact(AUTHOR, &author.to_string())?;
        Ok(author)
    }

    fn stored_author(&self) -> Result<Option<AuthorId>, StoreError> {
        let text = self.fact(AUTHOR)?;
        text.map(|text| text.parse().map_err(|_| StoreError::Value(AUTHOR))).transpose()
    }
}

fn open_for_writing(
    folder: &Path,
    path: &Path,
    options: &Options,
    absent: Absent,
) -> Result<Connection, StoreError> {
    let backups = backup::folder_for(folder, options);
    if !path.exists() {
        let was_there = absent == Absent::Refuse || disk::has_log(path) || backup::are_in(&backups);
        if was_there {
            return Err(StoreError::Missing { path: path.to_path_buf(), backups });
        }
    }
    migrate::ensure_known(peek::shape(path)?.unwrap_or_default())?;
    disk::remove_leftovers(folder);
    let mut connection = Connection::open(path)?;
    prepare_for_writing(&connection, options.durability)?;
    migrate::migrate(&mut connection, |old| {
        backup::before_migration(old, &backups, migrate::KNOWN, options.clock.now())
    })?;
    Ok(connection)
}

/// A connection for reading; with the lock, where the notes are of a newer program and nobody uses them.
fn open_for_reading(folder: &Path, path: &Path) -> Result<(Connection, Option<File>), StoreError> {
    let is_newer = peek::shape(path)?.is_some_and(|shape| shape > migrate::KNOWN);
    if is_newer && !disk::has_log(path) {
        match disk::lock(folder) {
            Ok(lock) => return Ok((peek::immutable(path)?, Some(lock))),
            // A folder that cannot be written: nobody changes the notes in it.
            Err(StoreError::Folder { .. }) => return Ok((peek::immutable(path)?, None)),
            Err(_) => {}
        }
    }
    let connection = peek::read_only(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    match migrate::version(&connection) {
        // A log beside the file cannot be made on a medium that cannot be written; without one, none is needed.
        Err(StoreError::Sql(error)) if is_refused(&error) && !disk::has_log(path) => {
            Ok((peek::immutable(path)?, None))
        }
        Err(error) => Err(error),
        Ok(_) => Ok((connection, None)),
    }
}

fn is_refused(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// The file may come from anywhere: nothing in it is run, and what it says of itself is checked
/// (<https://www.sqlite.org/security.html>).
fn prepare_for_reading(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Else a statement is parsed anew each time it is asked for something else, which takes longer than running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(())
}

/// WAL with FULL syncs each commit to the disk before it is acknowledged. Where WAL cannot be had, the rollback journal
/// needs EXTRA for the same promise (<https://www.sqlite.org/pragma.html#pragma_synchronous>).
fn prepare_for_writing(connection: &Connection, durability: Durability) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    prepare_for_reading(connection)?;
    let journal: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if journal != "wal" {
        connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    }
    let synchronous = match durability {
        Durability::Unsynced => "OFF",
        Durability::Synced if journal == "wal" => "FULL",
        Durability::Synced => "EXTRA",
    };
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    let owner: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    match owner {
        APPLICATION_ID => Ok(()),
        0 => Ok(connection.pragma_update(None, "application_id", APPLICATION_ID)?),
        _ => Err(StoreError::Value("application_id")),
    }
}
