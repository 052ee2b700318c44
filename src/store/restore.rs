//! Puts a backup back in the place of the notes, or only proves that it can be.
//!
//! At every moment there is a whole database where the notes belong: first the old one, then the backup. The old one
//! stays beside it, under a name of its own.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, named_params};
use tempfile::TempDir;

use super::error::StoreError;
use super::open::{Absent, DATABASE};
use super::options::{Durability, Options};
use super::{CHANGES, Store, backup, copy, count_of, disk, migrate, peek};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::keeping::Counts;

/// Notes that came back from a backup.
pub struct Restored {
    /// The store, open for writing.
    pub store: Store,
    /// What it holds.
    pub counts: Counts,
    /// Where the notes are that were there before.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// Puts a backup in the place of these notes. When this fails, the notes are as they were; open them again.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`], [`StoreError::NotWhole`] or [`StoreError::TooNew`] for a file that cannot be put
    /// back, [`StoreError::Locked`] while another program reads the notes.
    pub fn restore(self, backup: &Path) -> Result<Restored, StoreError> {
        let Self { connection, folder, options, lock, .. } = self;
        let lock = lock.ok_or(StoreError::Reading)?;
        drop(connection);
        put_back(&folder, lock, options, backup)
    }

    /// Puts a backup in the place of the notes in `folder`, also when those cannot be opened.
    ///
    /// # Errors
    /// Those of [`Store::restore`], and [`StoreError::Locked`] while another program writes there.
    pub fn restore_in(folder: &Path, options: Options, backup: &Path) -> Result<Restored, StoreError> {
        disk::make_folder(folder)?;
        let lock = disk::lock(folder)?;
        put_back(folder, lock, options, backup)
    }

    /// Puts a backup back somewhere else, opens it, counts what is in it, and removes it again.
    ///
    /// # Errors
    /// Those of [`Store::restore`].
    pub fn prove_restore(&self, backup: &Path) -> Result<Counts, StoreError> {
        let staged = stage(backup, &self.folder)?;
        let options = Options {
            backups: Some(staged.folder.path().join("backups")),
            durability: Durability::Unsynced,
            ..self.options.clone()
        };
        let proof = Self::open_with(staged.folder.path(), options)?;
        for day in proof.days()? {
            proof.book(day.day.id)?;
        }
        Ok(staged.counts)
    }
}

/// A copy of a backup in a folder of its own, examined and in one file.
struct Staged {
    folder: TempDir,
    counts: Counts,
}

impl Staged {
    fn file(&self) -> PathBuf {
        self.folder.path().join(DATABASE)
    }
}

fn put_back(folder: &Path, lock: File, options: Options, backup: &Path) -> Result<Restored, StoreError> {
    let staged = stage(backup, folder)?;
    let path = folder.join(DATABASE);
    let changes = settle(folder, &path)?.max(backup::most_changes(&backup::folder_for(folder, &options)));
    let set_aside = set_aside(folder, &path, options.clock.now())?;
    for leftover in [disk::log_of(&path), disk::beside(&path, "-shm")] {
        remove_if_there(&leftover)?;
    }
    fs::rename(staged.file(), &path).map_err(StoreError::file(&path))?;
    disk::sync_folder(folder);
    let mut store = Store::open_locked(folder, lock, options, Absent::Refuse)?;
    store.transact(Op::Remember, |transaction| {
        // Above every count so far: the next backup is one of other notes than the last.
        let mut statement = transaction.prepare_cached(include_str!("sql/raise_count.sql"))?;
        statement.execute(named_params! { ":name": CHANGES, ":value": changes + 1 })?;
        Ok(())
    })?;
    Ok(Restored { store, counts: staged.counts, set_aside })
}

/// Copies `backup`, with its log if it has one, into a folder of its own inside `folder`, and examines the copy.
fn stage(backup: &Path, folder: &Path) -> Result<Staged, StoreError> {
    let staged =
        tempfile::Builder::new().prefix(disk::PART).tempdir_in(folder).map_err(StoreError::file(folder))?;
    let file = staged.path().join(DATABASE);
    copy_file(backup, &file)?;
    if disk::has_log(backup) {
        copy_file(&disk::log_of(backup), &disk::log_of(&file))?;
    }
    let counts = examine(&file).map_err(|error| match error {
        StoreError::Value(_) => StoreError::NotABackup(backup.to_path_buf()),
        error if error.is_broken() => StoreError::NotABackup(backup.to_path_buf()),
        error => error,
    })?;
    disk::sync(&file)?;
    Ok(Staged { folder: staged, counts })
}

fn examine(file: &Path) -> Result<Counts, StoreError> {
    // Before anything else, so that a file of a newer program is not touched by its log.
    migrate::ensure_known(peek::shape(file)?.unwrap_or_default())?;
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    copy::examine(&connection)
}

fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut source = File::open(from).map_err(StoreError::unreadable(from))?;
    let is_folder = source.metadata().is_ok_and(|file| file.is_dir());
    if is_folder {
        return Err(StoreError::unreadable(from)(ErrorKind::IsADirectory.into()));
    }
    let mut target = File::create(to).map_err(StoreError::file(to))?;
    std::io::copy(&mut source, &mut target).map_err(StoreError::file(to))?;
    Ok(())
}

/// Brings the present notes into one file, so that they can be set aside as one; gives their count of changes. Notes
/// that are damaged or of a newer program stay exactly as they are.
fn settle(folder: &Path, path: &Path) -> Result<i64, StoreError> {
    let is_ours = peek::shape(path).ok().flatten().is_some_and(|shape| shape <= migrate::KNOWN);
    if !is_ours {
        return Ok(0);
    }
    let settled =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(|connection| {
            let journal: String =
                connection.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0))?;
            Ok((journal == "delete", count_of(&connection, CHANGES).unwrap_or_default()))
        });
    match settled {
        Ok((true, changes)) => Ok(changes),
        Ok((false, _)) => Err(StoreError::Locked(folder.to_path_buf())),
        Err(error) => match StoreError::from(error) {
            error if error.is_broken() => Ok(0),
            StoreError::Sql(error) if is_busy(&error) => Err(StoreError::Locked(folder.to_path_buf())),
            error => Err(error),
        },
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
    )
}

/// Gives the present notes, with their log, a second name.
fn set_aside(folder: &Path, path: &Path, now: Moment) -> Result<Option<PathBuf>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let aside = backup::set_aside_path(folder, now);
    name_twice(path, &aside)?;
    if disk::has_log(path) {
        name_twice(&disk::log_of(path), &disk::log_of(&aside))?;
    }
    disk::sync_folder(folder);
    Ok(Some(aside))
}

/// A second name for the same file; a copy, where a file can have one name only.
fn name_twice(path: &Path, second: &Path) -> Result<(), StoreError> {
    if fs::hard_link(path, second).is_ok() {
        return Ok(());
    }
    copy_file(path, second)?;
    disk::sync(second)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::file(path)(error)),
        _ => Ok(()),
    }
}
