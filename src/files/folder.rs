//! Folders written whole or not at all, and read with a limit.
//!
//! A folder is made under another name beside the one that is wanted, synced once and renamed once. A folder that is there
//! is only replaced where all that is in it may go: the two change names in one step where the system can do that.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{
    WRITTEN, ensure_wanted, folder_of, leftovers, read_limited, stopped, sync_folder, write_problem,
};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::progress::Progress;
use crate::export::FolderFile;
use crate::together;

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

/// What was read of a folder, and what was not.
#[derive(Debug, Default)]
pub struct Found {
    /// The files that were wanted, in the order of their names.
    pub files: Vec<FolderFile>,
    /// Everything else, in that order too.
    pub passed_over: Vec<PassedOver>,
}

/// Something in a folder that was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassedOver {
    /// Its path inside the folder, with `/` between its parts.
    pub name: String,
    /// Why it was not.
    pub why: Why,
}

/// Why something in a folder was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is a file of another kind than was wanted.
    OtherKind,
    /// It is hidden, or in a hidden folder.
    Hidden,
    /// It is a link, or something else that is no plain file.
    NoFile,
}

/// Something in a folder, at any depth.
struct Entry {
    name: String,
    path: PathBuf,
    is_file: bool,
    is_hidden: bool,
}

/// A folder that is to be written.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// Where.
    pub path: &'a Path,
    /// What is in it.
    pub files: &'a [FolderFile],
    /// Whether an export that is there may be replaced.
    pub overwrite: bool,
    /// Told how far it is.
    pub progress: &'a Progress,
}

/// Writes a folder: afterwards it is there whole, or nothing has changed. An empty folder that is there counts as none.
/// What was written is looked at before it gets its name.
///
/// # Errors
/// `Exists` when there is something at the path and overwriting is off, or when that is a folder that `may_go` does not
/// let go; `Stopped`; else those of [`super::write_whole`] and of `look`.
pub fn write_folder(
    order: &Order<'_>,
    may_go: impl Fn(&[FolderFile]) -> bool,
    look: impl FnOnce(&Path) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let Order { path, files, overwrite, progress } = *order;
    let failed = |error: io::Error| write_problem(path, &error);
    let parent = folder_of(path);
    let present = present(path, overwrite, may_go)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(leftovers::PREFIX).suffix(leftovers::SUFFIX);
    // Temporary folders are closed to others; a document has the usual permissions of its user.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let staging = builder.tempdir_in(parent).map_err(failed)?;
    progress.part(WRITTEN, files.len());
    make_folders(staging.path(), files).map_err(failed)?;
    let written = together::map(files, |file| {
        ensure_wanted(progress, path)?;
        write_file(staging.path(), file).map_err(failed)?;
        progress.step();
        Ok(())
    });
    written.into_iter().collect::<Result<(), Problem>>()?;
    sync_all(staging.path(), files).map_err(failed)?;
    look(staging.path())?;
    if !progress.past_stopping() {
        return Err(stopped(path));
    }
    match present {
        Present::Nothing => {
            fs::rename(staging.path(), path).map_err(failed)?;
            // It has another name now, so there is nothing left to clear away.
            let _ = staging.keep();
        }
        // What was there goes with the temporary name that it has now.
        Present::Something => replace(path, staging).map_err(failed)?,
    }
    sync_folder(parent).map_err(failed)
}

/// Puts the new folder in the place of the one at `path`, which is cleared away.
fn replace(path: &Path, new: tempfile::TempDir) -> io::Result<()> {
    if exchange(new.path(), path)? {
        return new.close();
    }
    let old = leftovers::aside(path)?;
    if let Err(error) = fs::rename(new.path(), path) {
        old.put_back()?;
        return Err(error);
    }
    let _ = new.keep();
    old.clear()
}

/// Lets two folders change names in one step, so that there is one under each name at every moment. Says whether that was
/// done: not every system and not every file system can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
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

/// Makes the folders inside `folder` that these files are in.
fn make_folders(folder: &Path, files: &[FolderFile]) -> io::Result<()> {
    let mut made = "";
    for (inside, _) in files.iter().filter_map(|file| file.name.rsplit_once('/')) {
        if inside != made {
            fs::create_dir_all(folder.join(inside))?;
            made = inside;
        }
    }
    Ok(())
}

fn write_file(folder: &Path, file: &FolderFile) -> io::Result<()> {
    fs::File::create(folder.join(&file.name))?.write_all(&file.bytes)
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

/// Reads the files of a folder whose names `wanted` takes. What is hidden, what is no plain file and what a link leads to is
/// passed over.
///
/// # Errors
/// `Unreadable` when it is no folder, may not be read, or holds more than the limits.
pub fn read_folder(path: &Path, limits: Limits, wanted: impl Fn(&str) -> bool) -> Result<Found, Problem> {
    let unreadable = |error: io::Error| Problem::new(ProblemKind::Unreadable, path.display(), error);
    let why_not = |entry: &Entry| match entry {
        Entry { is_hidden: true, .. } => Some(Why::Hidden),
        Entry { is_file: false, .. } => Some(Why::NoFile),
        entry => (!wanted(&entry.name)).then_some(Why::OtherKind),
    };
    let (mut entries, mut passed_over) = (Vec::new(), Vec::new());
    for entry in entries_of(path, limits.entries).map_err(unreadable)? {
        match why_not(&entry) {
            Some(why) => passed_over.push(PassedOver { name: entry.name, why }),
            None => entries.push(entry),
        }
    }
    passed_over.sort_unstable();
    Ok(Found { files: read_entries(path, &entries, limits.bytes)?, passed_over })
}

/// Whether a folder holds these files, and nothing else.
pub(super) fn holds(path: &Path, files: &[FolderFile]) -> Result<bool, Problem> {
    let unreadable = |error: io::Error| Problem::new(ProblemKind::Unreadable, path.display(), error);
    if entries_of(path, usize::MAX).map_err(unreadable)?.len() != files.len() {
        return Ok(false);
    }
    let are_same = together::map(files, |file| super::holds(&path.join(&file.name), &file.bytes));
    are_same.into_iter().try_fold(true, |all, is_same| Ok(all && is_same?))
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

    fn write(
        path: &Path,
        files: &[FolderFile],
        overwrite: bool,
        may_go: impl Fn(&[FolderFile]) -> bool,
    ) -> Result<(), Problem> {
        let progress = &Progress::default();
        write_folder(&Order { path, files, overwrite, progress }, may_go, |_| Ok(()))
    }

    fn all(path: &Path) -> Vec<FolderFile> {
        read_folder(path, Limits { bytes: 1000, entries: 100 }, |_| true).unwrap().files
    }

    #[test]
    fn what_is_written_can_be_read_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        let written = files(&["a.md", "b/c.md"]);
        write(&path, &written, false, |_| false).unwrap();
        assert_eq!(all(&path), written);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let other = files(&["d.md"]);
        write(&path, &other, true, |present| present == written).unwrap();
        assert_eq!(all(&path), other);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the old folder is gone");
    }

    #[test]
    fn a_folder_that_is_there_stays_unless_all_of_it_may_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        fs::create_dir(&path).unwrap();
        write(&path, &files(&["a.md"]), false, |_| false).unwrap();
        for (overwrite, may_go) in [(false, true), (true, false)] {
            let problem = write(&path, &files(&["b.md"]), overwrite, |_| may_go).unwrap_err();
            assert_eq!(problem.kind, ProblemKind::Exists);
        }
        assert_eq!(all(&path), files(&["a.md"]));
        let file = folder.path().join("bestand");
        fs::File::create(&file).unwrap().write_all(b"van mij").unwrap();
        assert_eq!(write(&file, &[], false, |_| true).unwrap_err().kind, ProblemKind::Exists);
        assert_eq!(write(&file, &[], true, |_| true).unwrap_err().kind, ProblemKind::CannotWrite);
        assert_eq!(fs::read(&file).unwrap(), b"van mij");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_never_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        write(&path, &files(&["a.md"]), false, |_| false).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", path.join("link.md")).unwrap();
        assert_eq!(all(&path), files(&["a.md"]));
        assert_eq!(write(&path, &[], true, |_| true).unwrap_err().kind, ProblemKind::Exists);
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let below_a_file = files(&["a", "a/b"]);
        assert!(write(&folder.path().join("dag"), &below_a_file, false, |_| true).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let missing = folder.path().join("weg/dag");
        assert_eq!(write(&missing, &[], false, |_| true).unwrap_err().kind, ProblemKind::CannotWrite);
    }

    #[test]
    fn what_is_stopped_or_does_not_read_back_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        write(&path, &files(&["a.md"]), false, |_| false).unwrap();
        let other = files(&["b.md", "c/d.md"]);
        let progress = &Progress::default();
        let order = Order { path: &path, files: &other, overwrite: true, progress };
        let looked = |part: &Path| {
            assert_eq!(all(part), other);
            Err(Problem::new(ProblemKind::ReadBack, "", ""))
        };
        assert_eq!(write_folder(&order, |_| true, looked).unwrap_err().kind, ProblemKind::ReadBack);
        progress.stop();
        let stopped = write_folder(&order, |_| true, |_| panic!("it is not written"));
        assert_eq!(stopped.unwrap_err().kind, ProblemKind::Stopped);
        assert_eq!(all(&path), files(&["a.md"]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn reading_has_limits_and_leaves_out_what_is_hidden() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        write(&path, &files(&["a.md", ".obsidian/b.json", ".c"]), false, |_| true).unwrap();
        assert_eq!(all(&path), files(&["a.md"]));
        let found = read_folder(&path, Limits { bytes: 9, entries: 9 }, |name| name == "b.md").unwrap();
        let why: Vec<Why> = found.passed_over.iter().map(|passed| passed.why).collect();
        assert_eq!((found.files.len(), why), (0, vec![Why::Hidden, Why::Hidden, Why::OtherKind]));
        let read = |bytes, entries| read_folder(&path, Limits { bytes, entries }, |_| true);
        assert!(read(4, 3).is_ok());
        assert!(read(3, 3).is_err() && read(4, 2).is_err());
        assert_eq!(
            read_folder(&path.join("a.md"), Limits { bytes: 9, entries: 9 }, |_| true).unwrap_err().kind,
            ProblemKind::Unreadable
        );
    }
}
