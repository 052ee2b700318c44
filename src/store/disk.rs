//! The files around the database: the lock, folders, and what an interrupted copy left behind.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The lock's name in the folder with the notes.
const LOCK: &str = "plenair.lock";

/// How the name of a file or folder starts that is only there while a copy is made.
pub const PART: &str = ".plenair-";

/// Makes the folder where there is none.
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_path_buf(), source })
}

/// Becomes the one that writes in `folder`. The file system gives the lock back when the program dies.
///
/// # Errors
/// [`StoreError::Locked`] while another program writes there.
pub fn lock(folder: &Path) -> Result<File, StoreError> {
    let unusable = |source| StoreError::Folder { path: folder.to_path_buf(), source };
    let file =
        File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked(folder.to_path_buf())),
        Err(TryLockError::Error(source)) => Err(unusable(source)),
    }
}

/// The log that SQLite keeps beside a database.
pub fn log_of(database: &Path) -> PathBuf {
    beside(database, "-wal")
}

/// The path with something put behind its name.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether there are changes that are only in the log of this database.
pub fn has_log(database: &Path) -> bool {
    fs::metadata(log_of(database)).is_ok_and(|log| log.len() > 0)
}

/// Removes what a copy that was interrupted left in `folder`. Only for the one who holds the lock.
pub fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PART) {
            let path = entry.path();
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            if let Err(error) = removed {
                tracing::warn!(%error, "the rest of an interrupted copy was not removed");
            }
        }
    }
}

/// Has a file on the disk. Opened for writing, since Windows syncs nothing else.
pub fn sync(path: &Path) -> Result<(), StoreError> {
    let synced = File::options().write(true).open(path).and_then(|file| file.sync_all());
    synced.map_err(StoreError::file(path))
}

/// Has the names in a folder on the disk. Not every file system can; the files are whole all the same.
pub fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = File::open(folder).and_then(|folder| folder.sync_all())
    {
        tracing::debug!(%error, "the folder was not synced");
    }
}
