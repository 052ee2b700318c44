//! Folders written whole or not at all, and read with a limit.
//!
//! A folder is made under another name beside the one that is wanted, synced once and renamed once. A folder that is there
//! is only replaced where all that is in it may go.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{folder_of, read_limited, sync_folder, write_problem};
use crate::domain::problem::{Problem, ProblemKind};
use crate::export::FolderFile;

/// Folders inside folders deeper than this are not looked into.
const MOST_DEPTH: usize = 16;

/// How much of a folder may be read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of all files together.
    pub bytes: u64,
    /// Files and folders.
    pub entries: usize,
}

/// Something in a folder, at any depth.
struct Entry {
    name: String,
    path: PathBuf,
    is_file: bool,
    is_hidden: bool,
}

/// Writes `files` to a folder at `path`: afterwards the folder is there whole, or nothing has changed. An empty folder
/// that is there counts as none.
///
/// # Errors
/// `Exists` when there is something at `path` and `overwrite` is off, or when that is a folder that `may_go` does not
/// let go; else those of [`super::write_whole`].
pub fn write_folder(
    path: &Path,
    files: &[FolderFile],
    overwrite: bool,
    may_go: impl Fn(&[FolderFile]) -> bool,
) -> Result<(), Problem> {
    let failed = |error: io::Error| write_problem(path, &error);
    let parent = folder_of(path);
    let present = present(path, overwrite, may_go)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plenair-").suffix(".tmp");
    // Temporary folders are closed to others; a document has the usual permissions of its user.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let staging = builder.tempdir_in(parent).map_err(failed)?;
    for file in files {
        write_file(staging.path(), file).map_err(failed)?;
    }
    sync_all(staging.path(), files).map_err(failed)?;
    let old = match present {
        Present::Something => Some(put_aside(path, &builder, parent).map_err(failed)?),
        Present::Nothing => None,
    };
    if let Err(error) = fs::rename(staging.path(), path) {
        if let Some(old) = &old {
            fs::rename(old.path().join(ASIDE), path).map_err(failed)?;
        }
        return Err(failed(error));
    }
    // It has another name now, so there is nothing left to clear away.
    let _ = staging.keep();
    sync_folder(parent).map_err(failed)
}

enum Present {
    Nothing,
    Something,
}

fn present(path: &Path, overwrite: bool, may_go: impl Fn(&[FolderFile]) -> bool) -> Result<Present, Problem> {
    let failed = |error: io::Error| write_problem(path, &error);
    let Ok(metadata) = path.symlink_metadata() else { return Ok(Present::Nothing) };
    let exists = |cause: &str| Problem::new(ProblemKind::Exists, path.display(), cause);
    if !metadata.is_dir() {
        return Err(if overwrite { failed(ErrorKind::NotADirectory.into()) } else { exists("a file") });
    }
    let limits = Limits { bytes: u64::MAX, entries: usize::MAX };
    let entries = entries_of(path, limits.entries).map_err(failed)?;
    if entries.is_empty() {
        return Ok(Present::Something);
    }
    if !overwrite {
        return Err(exists("a folder"));
    }
    // What is not a plain file was not written by Plenair, and must not be lost.
    let is_plain = entries.iter().all(|entry| entry.is_file);
    let own = is_plain && may_go(&read_entries(path, &entries, limits.bytes)?);
    if own { Ok(Present::Something) } else { Err(exists("the folder holds more than an export of Plenair")) }
}

/// The name of a folder that is put aside, inside a temporary one.
const ASIDE: &str = "aside";

/// Moves a folder out of the way; it is cleared away with the temporary folder that it is in.
fn put_aside(
    path: &Path,
    builder: &tempfile::Builder<'_, '_>,
    parent: &Path,
) -> io::Result<tempfile::TempDir> {
    let aside = builder.tempdir_in(parent)?;
    fs::rename(path, aside.path().join(ASIDE))?;
    Ok(aside)
}

fn write_file(folder: &Path, file: &FolderFile) -> io::Result<()> {
    let path = folder.join(&file.name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::File::create(path)?.write_all(&file.bytes)
}

/// One sync for all files: of the file system that they are on.
#[cfg(target_os = "linux")]
fn sync_all(folder: &Path, _files: &[FolderFile]) -> io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_all(folder: &Path, files: &[FolderFile]) -> io::Result<()> {
    for file in files {
        fs::OpenOptions::new().write(true).open(folder.join(&file.name))?.sync_all()?;
    }
    sync_folder(folder)
}

/// Reads the files of a folder whose names `wanted` takes, in the order of their names. What is hidden, what is no plain
/// file and what a link leads to is not read.
///
/// # Errors
/// `Unreadable` when it is no folder, may not be read, or holds more than the limits.
pub fn read_folder(
    path: &Path,
    limits: Limits,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<FolderFile>, Problem> {
    let unreadable = |error: io::Error| Problem::new(ProblemKind::Unreadable, path.display(), error);
    let mut entries = entries_of(path, limits.entries).map_err(unreadable)?;
    entries.retain(|entry| entry.is_file && !entry.is_hidden && wanted(&entry.name));
    read_entries(path, &entries, limits.bytes)
}

fn read_entries(folder: &Path, entries: &[Entry], most_bytes: u64) -> Result<Vec<FolderFile>, Problem> {
    let mut left = most_bytes;
    let mut files = Vec::with_capacity(entries.len());
    for entry in entries {
        let bytes = read_limited(&entry.path, left).map_err(|problem| match problem.kind {
            ProblemKind::Unreadable => {
                Problem { subject: folder.join(&entry.name).display().to_string(), ..problem }
            }
            _ => problem,
        })?;
        left = left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        files.push(FolderFile { name: entry.name.clone(), bytes });
    }
    files.sort_unstable();
    Ok(files)
}

/// Everything in a folder but the folders themselves.
fn entries_of(root: &Path, most: usize) -> io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new(), 0, false)];
    while let Some((folder, prefix, depth, in_hidden)) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let own = entry.file_name().to_string_lossy().into_owned();
            let name = format!("{prefix}{own}");
            let is_hidden = in_hidden || own.starts_with('.');
            let kind = entry.file_type()?;
            if found.len() + folders.len() >= most {
                return Err(ErrorKind::FileTooLarge.into());
            }
            if kind.is_dir() && depth < MOST_DEPTH {
                folders.push((entry.path(), format!("{name}/"), depth + 1, is_hidden));
            } else {
                found.push(Entry { name, path: entry.path(), is_file: kind.is_file(), is_hidden });
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<FolderFile> {
        names
            .iter()
            .map(|name| FolderFile { name: (*name).to_owned(), bytes: name.as_bytes().to_vec() })
            .collect()
    }

    fn all(path: &Path) -> Vec<FolderFile> {
        read_folder(path, Limits { bytes: 1000, entries: 100 }, |_| true).unwrap()
    }

    #[test]
    fn what_is_written_can_be_read_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        let written = files(&["a.md", "b/c.md"]);
        write_folder(&path, &written, false, |_| false).unwrap();
        assert_eq!(all(&path), written);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let other = files(&["d.md"]);
        write_folder(&path, &other, true, |present| present == written).unwrap();
        assert_eq!(all(&path), other);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the old folder is gone");
    }

    #[test]
    fn a_folder_that_is_there_stays_unless_all_of_it_may_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        fs::create_dir(&path).unwrap();
        write_folder(&path, &files(&["a.md"]), false, |_| false).unwrap();
        for (overwrite, may_go) in [(false, true), (true, false)] {
            let problem = write_folder(&path, &files(&["b.md"]), overwrite, |_| may_go).unwrap_err();
            assert_eq!(problem.kind, ProblemKind::Exists);
        }
        assert_eq!(all(&path), files(&["a.md"]));
        let file = folder.path().join("bestand");
        fs::File::create(&file).unwrap().write_all(b"van mij").unwrap();
        assert_eq!(write_folder(&file, &[], false, |_| true).unwrap_err().kind, ProblemKind::Exists);
        assert_eq!(write_folder(&file, &[], true, |_| true).unwrap_err().kind, ProblemKind::CannotWrite);
        assert_eq!(fs::read(&file).unwrap(), b"van mij");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_never_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        write_folder(&path, &files(&["a.md"]), false, |_| false).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", path.join("link.md")).unwrap();
        assert_eq!(all(&path), files(&["a.md"]));
        assert_eq!(write_folder(&path, &[], true, |_| true).unwrap_err().kind, ProblemKind::Exists);
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let below_a_file = files(&["a", "a/b"]);
        assert!(write_folder(&folder.path().join("dag"), &below_a_file, false, |_| true).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let missing = folder.path().join("weg/dag");
        assert_eq!(write_folder(&missing, &[], false, |_| true).unwrap_err().kind, ProblemKind::CannotWrite);
    }

    #[test]
    fn reading_has_limits_and_leaves_out_what_is_hidden() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        write_folder(&path, &files(&["a.md", ".obsidian/b.json", ".c"]), false, |_| true).unwrap();
        assert_eq!(all(&path), files(&["a.md"]));
        let read = |bytes, entries| read_folder(&path, Limits { bytes, entries }, |_| true);
        assert!(read(4, 3).is_ok());
        assert!(read(3, 3).is_err() && read(4, 2).is_err());
        assert_eq!(
            read_folder(&path.join("a.md"), Limits { bytes: 9, entries: 9 }, |_| true).unwrap_err().kind,
            ProblemKind::Unreadable
        );
    }
}
