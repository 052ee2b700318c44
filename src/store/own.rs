//! Which places on the disk are the store's own, so that nothing else is written there. Looks at paths only; writes nothing.

use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::{Store, backup};

impl Store {
    /// Makes sure that `target`, which need not exist, is neither in the folder with the notes nor one of their backups, by
    /// whatever links it is written. Backups may be in a folder that a person chose, beside other things.
    ///
    /// # Errors
    /// [`StoreError::OwnFolder`] when it is.
    pub fn ensure_not_own(&self, target: &Path) -> Result<(), StoreError> {
        ensure_outside(target, &self.folder)?;
        let backups = backup::folder_for(&self.folder, &self.options);
        let place = real(target);
        if backup::is_named_so(&place) && place.parent() == Some(&real(&backups)) {
            return Err(StoreError::OwnFolder { path: target.to_path_buf(), folder: backups });
        }
        Ok(())
    }

    /// The same for a backup, which may go to the others.
    pub(super) fn ensure_outside_notes(&self, target: &Path) -> Result<(), StoreError> {
        ensure_outside(target, &self.folder)
    }
}

fn ensure_outside(target: &Path, folder: &Path) -> Result<(), StoreError> {
    if real(target).starts_with(real(folder)) {
        return Err(StoreError::OwnFolder { path: target.to_path_buf(), folder: folder.to_path_buf() });
    }
    Ok(())
}

/// The path without links in it, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for ancestor in absolute.ancestors() {
        if let (Ok(found), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return found.join(rest);
        }
    }
    absolute
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_inside(target: &Path, folder: &Path) -> bool {
        ensure_outside(target, folder).is_err()
    }

    #[test]
    fn what_is_in_a_folder_is_found_at_any_depth_and_its_neighbours_are_not() {
        let desk = tempfile::tempdir().expect("a folder");
        let folder = desk.path().join("notities");
        std::fs::create_dir(&folder).expect("a folder");
        for inside in ["", "plenair.db", "nieuw.md", "er/niet.md", "../notities/plenair.db"] {
            assert!(is_inside(&folder.join(inside), &folder), "{inside}");
        }
        for outside in ["notities.md", "notities2/dag.md", "dag.md", "notities/../dag.md"] {
            assert!(!is_inside(&desk.path().join(outside), &folder), "{outside}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_seen_through() {
        use std::os::unix::fs::symlink;
        let desk = tempfile::tempdir().expect("a folder");
        let folder = desk.path().join("notities");
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::File::create(folder.join("plenair.db")).expect("a file");
        let (to_folder, to_file) = (desk.path().join("map"), desk.path().join("dag.md"));
        symlink(&folder, &to_folder).expect("a link");
        symlink(folder.join("plenair.db"), &to_file).expect("a link");
        assert!(is_inside(&to_folder.join("nieuw.md"), &folder));
        assert!(is_inside(&to_file, &folder));
        assert!(is_inside(&folder.join("nieuw.md"), &to_folder), "the folder itself may be a link");
    }
}
