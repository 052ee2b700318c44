//! A copy of the whole database in one file, and whether such a file is whole.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, named_params};

use super::error::StoreError;
use super::{APPLICATION_ID, disk, migrate, peek};
use crate::domain::keeping::Counts;

/// Copies the database of `connection` to `path`, where nothing is yet: afterwards a checked copy is there, or nothing.
///
/// # Errors
/// When there is something already, when it cannot be written, or when the copy is not whole.
pub fn write(connection: &Connection, path: &Path) -> Result<Counts, StoreError> {
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
    connection.execute(include_str!("sql/copy_into.sql"), named_params! { ":path": into })?;
    let counts = check(&part)?;
    if counts != count(connection)? {
        return Err(StoreError::NotWhole("the copy holds less than the notes".to_owned()));
    }
    disk::sync(&part)?;
    part.persist_noclobber(path).map_err(|refused| StoreError::file(path)(refused.error))?;
    disk::sync_folder(folder);
    Ok(counts)
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
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase)
}
