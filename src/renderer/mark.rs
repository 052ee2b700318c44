//! The mark of a start: a file that names the renderer while the window has drawn nothing yet. A driver that takes the
//! program down leaves it behind, and the next start knows what not to try.
//!
//! The file is locked as long as the start lasts, so that a second window that starts meanwhile does not take it for
//! the mark of a start that was not survived. Nothing fails for want of a mark.

use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::Renderer;

/// The file's name, beside the database.
const NAME: &str = "starting";

/// The longest name that is read from the file, in bytes.
const LONGEST: u64 = 16;

/// The mark of this start; it goes when the window has drawn, and when the start ends in any other way than with a crash.
#[derive(Debug)]
pub struct Mark {
    path: PathBuf,
    file: File,
}

/// The file as it was found, locked.
pub(super) struct Found {
    mark: Mark,
    died_of: Option<Renderer>,
}

/// Looks for the mark of an earlier start in this folder. None while another window starts, and where nothing can be written.
pub(super) fn find(folder: &Path) -> Option<Found> {
    fs::create_dir_all(folder).ok()?;
    let path = folder.join(NAME);
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).ok()?;
    file.try_lock().ok()?;
    let mut name = String::new();
    // Whatever else stands there is the mark of no renderer.
    let died_of = match (&file).take(LONGEST).read_to_string(&mut name) {
        Ok(_) => Renderer::from_name(&name),
        Err(_) => None,
    };
    Some(Found { mark: Mark { path, file }, died_of })
}

impl Found {
    /// What drew when an earlier start died; none where that is not what happened.
    pub(super) fn died_of(&self) -> Option<Renderer> {
        self.died_of
    }

    /// Leaves the mark of this start.
    pub(super) fn leave(self, renderer: Renderer) -> Option<Mark> {
        let Self { mut mark, .. } = self;
        mark.file.set_len(0).ok()?;
        mark.file.rewind().ok()?;
        mark.file.write_all(renderer.name().as_bytes()).ok()?;
        Some(mark)
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        // An empty file is no mark, should the system refuse to remove one that is open.
        let _: Result<(), _> = self.file.set_len(0);
        let _: Result<(), _> = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests leave what is no mark")]
mod tests {
    use super::*;

    /// Ends a start as a crash does: nothing is tidied up.
    fn crash(mark: Mark) {
        // The lock goes with the process; here with the handle.
        mark.file.unlock().expect("a lock");
        std::mem::forget(mark);
    }

    fn begin(folder: &Path) -> Option<Mark> {
        find(folder)?.leave(Renderer::Glow)
    }

    #[test]
    fn a_start_that_was_not_survived_is_known_the_next_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("not yet there");
        crash(begin(&inside).expect("a mark"));
        let found = find(&inside).expect("a mark");
        assert_eq!(found.died_of(), Some(Renderer::Glow));
        drop(found.leave(Renderer::Wgpu).expect("a mark"));
        assert_eq!(find(&inside).expect("a mark").died_of(), None);
        assert_eq!(fs::read_dir(&inside).expect("a folder").count(), 0, "nothing stays behind");
    }

    #[test]
    fn a_window_that_starts_at_the_same_time_is_no_crash() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = begin(folder.path()).expect("a mark");
        assert!(find(folder.path()).is_none());
        drop(first);
        assert_eq!(find(folder.path()).expect("a mark").died_of(), None);
    }

    #[test]
    fn whatever_else_stands_in_the_file_is_no_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        for content in [&b""[..], b"vulkan", b"\xff\xfe", &[b'x'; 4096]] {
            fs::write(folder.path().join(NAME), content).expect("written");
            assert_eq!(find(folder.path()).expect("a mark").died_of(), None, "{content:?}");
        }
    }

    #[test]
    fn where_nothing_can_be_written_the_window_starts_without_a_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a file");
        fs::write(&file, "").expect("written");
        assert!(find(&file).is_none());
    }
}
