//! Where things are on this machine. Only says where; makes no folder and reads no file.

mod risk;

use std::env;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::domain::problem::{Problem, ProblemKind};
pub use risk::{FolderRisk, risk_of};

/// The variable that names the data folder when the command line does not.
pub const DATA_DIR_VARIABLE: &str = "PLENAIR_DATA_DIR";

/// The folder with the notes: the one that was `asked` for, else the one in `$PLENAIR_DATA_DIR`, else this system's
/// folder for the local data of a program. Never one that roams between machines: two of them would write at once.
///
/// # Errors
/// [`ProblemKind::Folder`] when no folder is named and the system knows no home folder.
pub fn data_dir(asked: Option<PathBuf>) -> Result<PathBuf, Problem> {
    asked.or_else(|| named_by(env::var_os(DATA_DIR_VARIABLE))).or_else(local_data).ok_or_else(|| {
        Problem::new(ProblemKind::Folder, DATA_DIR_VARIABLE, "this system has no home folder for the user")
    })
}

/// Whether this is the system's own folder for the local data of a program.
#[must_use]
pub fn is_usual(folder: &Path) -> bool {
    local_data().is_some_and(|usual| usual == folder)
}

/// Where a person looks for documents: the system's documents folder, else the home folder, else here.
#[must_use]
pub fn documents_folder() -> PathBuf {
    UserDirs::new()
        .map(|folders| folders.document_dir().unwrap_or_else(|| folders.home_dir()).to_path_buf())
        .unwrap_or_default()
}

/// An empty variable counts as one that is not set, as the shells have it.
fn named_by(variable: Option<std::ffi::OsString>) -> Option<PathBuf> {
    variable.filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn local_data() -> Option<PathBuf> {
    ProjectDirs::from("", "", "Plenair").map(|folders| folders.data_local_dir().to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_was_asked_for_goes_first() {
        assert_eq!(data_dir(Some(PathBuf::from("daar"))), Ok(PathBuf::from("daar")));
    }

    #[test]
    fn an_empty_variable_names_nothing() {
        assert_eq!(named_by(Some("".into())), None);
        assert_eq!(named_by(Some("hier".into())), Some(PathBuf::from("hier")));
    }
}
