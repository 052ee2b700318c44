//! Opens the notes: for writing behind a lock, or for reading at any time.
//!
//! Never falls back to an in-memory or a fresh database: if the notes cannot be opened, that is an error that is shown.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{Store, migrate};
use crate::domain::id::AuthorId;

const DATABASE: &str = "plenair.db";
const LOCK: &str = "plenair.lock";

/// "Plnr": tells `file` and other tools whose database this is.
const APPLICATION_ID: i32 = 0x506c_6e72;

/// A reader may meet a writer that is just checkpointing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the notes in `folder` for writing; makes the folder and an empty store where there is none.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes there, [`StoreError::Folder`] where the folder cannot be
    /// used, [`StoreError::TooNew`] for notes of a newer program.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let unusable = |source| StoreError::Folder { path: folder.to_path_buf(), source };
        fs::create_dir_all(folder).map_err(unusable)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK))
            .map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked(folder.to_path_buf())),
            Err(TryLockError::Error(source)) => return Err(unusable(source)),
        }
        let path = folder.join(DATABASE);
        let mut connection = Connection::open(&path)?;
        migrate::ensure_known(migrate::version(&connection)?)?;
        prepare_for_writing(&connection)?;
        migrate::migrate(&mut connection)?;
        let mut store = Self { connection, path, author: AuthorId::fresh(), lock: Some(lock) };
        store.author = store.author_of_this_installation()?;
        Ok(store)
    }

    /// Opens the notes in `folder` for reading, also while another program writes.
    ///
    /// # Errors
    /// [`StoreError::Folder`] where there are no notes, [`StoreError::TooNew`] for notes of a newer program.
    pub fn open_reading(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        if let Err(source) = fs::metadata(&path) {
            return Err(StoreError::Folder { path: folder.to_path_buf(), source });
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "query_only", true)?;
        migrate::ensure_known(migrate::version(&connection)?)?;
        Ok(Self { connection, path, author: AuthorId::fresh(), lock: None })
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

    fn author_of_this_installation(&mut self) -> Result<AuthorId, StoreError> {
        if let Some(text) = self.fact("author")? {
            return text.parse().map_err(|_| StoreError::Value("author"));
        }
        let author = AuthorId::fresh();
        self.set_fact("author", &author.to_string())?;
        Ok(author)
    }
}

/// WAL with FULL syncs each commit to the disk before it is acknowledged. Where WAL cannot be had, the rollback journal
/// needs EXTRA for the same promise.
fn prepare_for_writing(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    let journal: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    let synchronous = if journal == "wal" { "FULL" } else { "EXTRA" };
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
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
