//! A file of no use but its size. On a full disk even deleting needs room; letting the ballast go gives that room back.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::disk;

const BALLAST: &str = "plenair.ballast";

/// In bytes: enough to delete a day, and to save what is typed in a day.
const SIZE: usize = 4 * 1024 * 1024;

/// Makes the ballast unless it is there, provided that as much room is left beside it.
pub fn make(folder: &Path) {
    if is_there(folder) {
        return;
    }
    if let Err(error) = try_make(folder) {
        tracing::info!(%error, "no ballast: there is little room on this disk");
    }
}

/// Whether the ballast is there, to its full size.
pub fn is_there(folder: &Path) -> bool {
    fs::metadata(path(folder)).is_ok_and(|file| file.len() == SIZE as u64)
}

/// Lets the ballast go.
pub fn release(folder: &Path) {
    match fs::remove_file(path(folder)) {
        Ok(()) => tracing::warn!("the disk is full: the ballast was let go"),
        Err(error) => tracing::warn!(%error, "the disk is full, and there is no ballast to let go"),
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(BALLAST)
}

fn try_make(folder: &Path) -> io::Result<()> {
    let mut part = tempfile::Builder::new().prefix(disk::PART).suffix(".tmp").tempfile_in(folder)?;
    let block = noise();
    part.write_all(&block)?;
    // The same once more, and back again: ballast that takes the last room would do harm.
    part.write_all(&block)?;
    part.flush()?;
    part.as_file().set_len(SIZE as u64)?;
    part.persist(path(folder))?;
    Ok(())
}

/// Bytes that no file system can compress (xorshift64: <https://doi.org/10.18637/jss.v008.i14>).
fn noise() -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(SIZE);
    while bytes.len() < SIZE {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ballast_is_made_let_go_and_made_again() {
        let folder = tempfile::tempdir().expect("a folder");
        make(folder.path());
        assert!(is_there(folder.path()));
        release(folder.path());
        assert!(!is_there(folder.path()));
        make(folder.path());
        assert!(is_there(folder.path()));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn half_a_ballast_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::File::create(path(folder.path())).expect("a file");
        assert!(!is_there(folder.path()));
        make(folder.path());
        assert!(is_there(folder.path()));
    }
}
