//! A look at a database file without opening it for writing: whose it is and which shape it has.
//!
//! A file that a newer program wrote must stay byte for byte what it is, and even reading a database through its
//! ordinary connection may touch the files beside it.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{disk, migrate};

/// How a database starts.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Where the shape stands in the header, big-endian (<https://www.sqlite.org/fileformat2.html#user_version_number>).
const USER_VERSION: usize = 60;
/// The header's size in bytes.
const HEADER: usize = 100;

/// The shape of the database at `path`: `None` where there is no file, an empty one, or something else.
///
/// # Errors
/// When the file cannot be read.
pub fn shape(path: &Path) -> Result<Option<u32>, StoreError> {
    if disk::has_log(path) {
        // The newest first page may be in the log.
        let connection = read_only(path)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        return migrate::version(&connection).map(Some);
    }
    let mut header = [0; HEADER];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Ok(()) if !header.starts_with(MAGIC) => Ok(None),
        Ok(()) => Ok(header
            .get(USER_VERSION..)
            .and_then(<[u8]>::first_chunk)
            .map(|bytes| u32::from_be_bytes(*bytes))),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => Ok(None),
        Err(error) => Err(StoreError::unreadable(path)(error)),
    }
}

/// A connection that cannot write, also while another program writes.
pub fn read_only(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// A connection to a file that nobody changes meanwhile. Makes no files beside it, and so works on a medium that cannot
/// be written. Does not see what is only in the log.
pub fn immutable(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(uri(path), flags)?)
}

/// The path as SQLite's URI (<https://www.sqlite.org/uri.html>): everything that has a meaning there is written as hex.
fn uri(path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut uri = String::from("file://");
    if !absolute.has_root() || cfg!(windows) {
        uri.push('/');
    }
    for byte in absolute.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                uri.push(char::from(*byte));
            }
            _ => uri.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// The digit for a value below 16.
fn hex(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_has_a_meaning_in_a_uri_is_only_a_name() {
        assert_eq!(uri(Path::new("/a b/é?#%.db")), "file:///a%20b/%C3%A9%3F%23%25.db?immutable=1");
    }

    #[test]
    fn an_absent_or_empty_file_has_no_shape() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.db");
        assert_eq!(shape(&path).expect("no file"), None);
        File::create(&path).expect("an empty file");
        assert_eq!(shape(&path).expect("an empty file"), None);
    }

    #[test]
    fn the_shape_is_seen_in_the_header_and_in_the_log() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.db");
        let connection = Connection::open(&path).expect("a database");
        connection.execute_batch("PRAGMA user_version = 7; CREATE TABLE t (a)").expect("a table");
        assert_eq!(shape(&path).expect("a header"), Some(7));
        connection.execute_batch("PRAGMA journal_mode = wal; PRAGMA user_version = 8").expect("a log");
        assert!(disk::has_log(&path));
        assert_eq!(shape(&path).expect("a log"), Some(8));
    }
}
