//! A copy of the whole database in one file, and whether such a file is whole.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, named_params};

use super::error::StoreError;
use super::{APPLICATION_ID, disk, migrate, peek};
use crate::domain::keeping::Counts;
use crate::domain::progress::Progress;

/// How much of the work on a copy is done when it is written, and when it is read back.
const COPIED: f32 = 0.6;
const CHECKED: f32 = 1.0;

/// How far SQLite is with a copy is looked at so often.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Copies the database of `connection` to `path`, where nothing is yet: afterwards a checked copy is there, or nothing.
///
/// # Errors
/// When there is something already, when it cannot be written, or when the copy is not whole; [`StoreError::Stopped`].
pub fn write(connection: &Connection, path: &Path, progress: &Progress) -> Result<Counts, StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let part = tempfile::Builder::new()
        .prefix(disk::PART)
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(StoreError::file(path))?
        .into_temp_path();
    let absolute = std::path::absolute(&part).map_err(StoreError::file(path))?;
    let Some(into) = absolute.to_str() else {
        return Err(StoreError::file(path)(std::io::ErrorKind::InvalidFilename.into()));
    };
    copy_into(connection, into, progress)?;
    progress.part(CHECKED, 1);
    let counts = check(&part)?;
    progress.step();
    if counts != count(connection)? {
        return Err(StoreError::NotWhole("the copy holds less than the notes".to_owned()));
    }
    disk::sync(&part)?;
    if !progress.past_stopping() {
        return Err(StoreError::Stopped);
    }
    part.persist_noclobber(path).map_err(|refused| StoreError::file(path)(refused.error))?;
    disk::sync_folder(folder);
    Ok(counts)
}

/// Has SQLite copy the database, and tells how large the copy is meanwhile.
fn copy_into(connection: &Connection, into: &str, progress: &Progress) -> Result<(), StoreError> {
    let pages: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let page: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    progress.part(COPIED, usize::try_from(pages).unwrap_or(usize::MAX));
    let (interrupt, part) = (connection.get_interrupt_handle(), Path::new(into));
    let copied = std::thread::scope(|scope| {
        let (over, wait) = channel::<()>();
        let watch = move || {
            while wait.recv_timeout(LOOK_AGAIN) == Err(RecvTimeoutError::Timeout) {
                let bytes = std::fs::metadata(part).map_or(0, |file| file.len());
                progress.steps(usize::try_from(bytes / u64::from(page.max(1))).unwrap_or(usize::MAX));
                if !progress.is_wanted() {
                    interrupt.interrupt();
                }
            }
        };
        // Without a thread it is copied all the same; it is only not told how far it is.
        let _watching = std::thread::Builder::new().name("copy".to_owned()).spawn_scoped(scope, watch);
        let copied = connection.execute(include_str!("sql/copy_into.sql"), named_params! { ":path": into });
        drop(over);
        copied
    });
    match copied {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
            Err(StoreError::Stopped)
        }
        copied => Ok(copied.map(|_| ())?),
    }
}

/// Reads the file at `path` from its first page to its last; counts what it holds.
///
/// # Errors
/// [`StoreError::NotABackup`] for a file that Plenair did not write, [`StoreError::TooNew`],
/// [`StoreError::NotWhole`] when something is wrong with it.
pub fn check(path: &Path) -> Result<Counts, StoreError> {
    let connection = peek::immutable(path)?;
    examine(&connection).map_err(|error| match error {
        StoreError::Sql(sql) if is_no_database(&sql) => StoreError::NotABackup(path.to_path_buf()),
        StoreError::Value(_) => StoreError::NotABackup(path.to_path_buf()),
        other => other,
    })
}

/// Examines a whole database; counts what it holds.
pub fn examine(connection: &Connection) -> Result<Counts, StoreError> {
    let owner: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let shape = migrate::version(connection)?;
    if owner != APPLICATION_ID || shape == 0 {
        return Err(StoreError::Value("application_id"));
    }
    migrate::ensure_known(shape)?;
    let wrong = complaints(connection, "PRAGMA integrity_check")?
        .into_iter()
        .chain(complaints(connection, "PRAGMA foreign_key_check")?)
        .next();
    match wrong {
        Some(first) => Err(StoreError::NotWhole(first)),
        None => count(connection),
    }
}

/// What SQLite has to say about a database; nothing when all is well.
pub fn complaints(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut lines = rows.collect::<Result<Vec<_>, _>>()?;
    lines.retain(|line| line != "ok");
    Ok(lines)
}

/// How much a database holds, what is in the trash too.
pub fn count(connection: &Connection) -> Result<Counts, StoreError> {
    let mut statement = connection.prepare(include_str!("sql/counts.sql"))?;
    let counts = statement.query_row([], |row| {
        Ok(Counts { days: row.get("days")?, sessions: row.get("sessions")?, lines: row.get("lines")? })
    })?;
    Ok(counts)
}

/// How many changes the copy at `path` has seen; `None` when that cannot be said.
pub fn changes(path: &Path) -> Option<i64> {
    let connection = peek::immutable(path).ok()?;
    let mut statement = connection.prepare(include_str!("sql/counter.sql")).ok()?;
    statement.query_row(named_params! { ":name": "change" }, |row| row.get(0)).ok()
}

/// Whether the copy at `path` holds a row for this day. A copy that cannot be read may hold it.
pub fn may_hold(path: &Path, day: &str) -> bool {
    if disk::has_log(path) {
        return true;
    }
    let holds = || -> Result<bool, StoreError> {
        let connection = peek::immutable(path)?;
        let mut statement = connection.prepare(include_str!("sql/day_exists.sql"))?;
        Ok(statement.query_row(named_params! { ":id": day }, |_| Ok(())).optional()?.is_some())
    };
    holds().unwrap_or(true)
}

fn is_no_database(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::NotADatabase)
}
