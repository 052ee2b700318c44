//! What is being written under another name, and what is left of it where a program was killed while it wrote.
//!
//! What was only being written is removed at a later writing to the same folder. What was moved out of the way for it is
//! the person's, and comes back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How the name begins of what is being written; on Unix it is hidden.
pub const PREFIX: &str = ".plenair-export-";
/// How such a name ends.
pub const SUFFIX: &str = ".tmp";

/// How the name begins of a folder with what was moved out of the way.
const ASIDE: &str = ".plenair-aside-";

/// Nobody works that long on what nothing was written to; another program may be writing here now.
const LEFT_ALONE: Duration = Duration::from_hours(1);

/// Something that was moved out of the way, in a folder of its own.
pub struct Aside {
    from: PathBuf,
    folder: tempfile::TempDir,
}

/// Moves what is at `path` out of the way, under its own name.
pub fn aside(path: &Path) -> io::Result<Aside> {
    let folder = tempfile::Builder::new().prefix(ASIDE).suffix(SUFFIX).tempdir_in(super::folder_of(path))?;
    fs::rename(path, folder.path().join(path.file_name().unwrap_or_default()))?;
    Ok(Aside { from: path.to_path_buf(), folder })
}

impl Aside {
    /// Puts it back.
    pub fn put_back(self) -> io::Result<()> {
        let name = self.from.file_name().unwrap_or_default();
        // Where it cannot go back it stays: it is not for this program to delete.
        let folder = self.folder.keep();
        fs::rename(folder.join(name), &self.from)?;
        fs::remove_dir(folder)
    }

    /// Clears it away.
    pub fn clear(self) -> io::Result<()> {
        self.folder.close()
    }
}

/// Clears away what a program that was killed has left in `folder`, and puts back what it had moved out of the way. What
/// does not work is left: it is in nobody's way.
pub fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| name.ends_with(SUFFIX)) else { continue };
        if !is_left_alone(&entry) {
            continue;
        }
        let cleared = if name.starts_with(PREFIX) {
            remove(&entry.path())
        } else if name.starts_with(ASIDE) {
            bring_back(folder, &entry.path())
        } else {
            Ok(())
        };
        if let Err(error) = cleared {
            tracing::warn!(%error, "what an interrupted export left is still there");
        }
    }
}

fn is_left_alone(entry: &fs::DirEntry) -> bool {
    let changed = entry.metadata().and_then(|metadata| metadata.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|since| since >= LEFT_ALONE))
}

fn remove(path: &Path) -> io::Result<()> {
    if path.symlink_metadata()?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// What has no successor goes back to its place.
fn bring_back(folder: &Path, aside: &Path) -> io::Result<()> {
    for entry in fs::read_dir(aside)? {
        let entry = entry?;
        let place = folder.join(entry.file_name());
        if place.symlink_metadata().is_err() {
            fs::rename(entry.path(), place)?;
        }
    }
    fs::remove_dir_all(aside)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use super::*;

    fn made(path: &Path, is_folder: bool, ago: Duration) {
        if is_folder {
            fs::create_dir_all(path).unwrap();
            File::create(path.join("in")).unwrap();
        } else {
            File::create(path).unwrap();
        }
        File::open(path).unwrap().set_modified(SystemTime::now().checked_sub(ago).unwrap()).unwrap();
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[cfg(unix)]
    #[test]
    fn only_what_was_being_written_and_is_left_alone_goes() {
        let folder = tempfile::tempdir().unwrap();
        let long = LEFT_ALONE * 2;
        for (name, is_folder, ago) in [
            (".plenair-export-a.tmp", false, long),
            (".plenair-export-b.tmp", true, long),
            (".plenair-export-now.tmp", true, Duration::ZERO),
            (".plenair-export-mine", false, long),
            ("dag.tmp", false, long),
        ] {
            made(&folder.path().join(name), is_folder, ago);
        }
        clear(folder.path());
        assert_eq!(names(folder.path()), [".plenair-export-mine", ".plenair-export-now.tmp", "dag.tmp"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_was_moved_out_of_the_way_comes_back_unless_there_is_a_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["dag", "week"] {
            made(&folder.path().join(name), true, Duration::ZERO);
            let aside = aside(&folder.path().join(name)).unwrap().folder.keep();
            File::open(aside)
                .unwrap()
                .set_modified(SystemTime::now().checked_sub(LEFT_ALONE).unwrap())
                .unwrap();
        }
        File::create(folder.path().join("week")).unwrap();
        clear(folder.path());
        assert_eq!(names(folder.path()), ["dag", "week"]);
        assert_eq!(names(&folder.path().join("dag")), ["in"]);
        assert!(folder.path().join("week").is_file());
    }

    #[test]
    fn what_was_put_aside_goes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dag");
        fs::create_dir(&path).unwrap();
        let old = aside(&path).unwrap();
        assert!(!path.exists());
        old.put_back().unwrap();
        assert_eq!(names(folder.path()), ["dag"]);
    }
}
