//! What the window remembers that is not a note: how large it was, and what it shows. Where it stands is left to
//! the system, which knows which screens there are today.
//!
//! A file of its own beside the database, read before the window opens. A file that cannot be read is as good as none.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The size of the window, and what it shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prefs {
    /// Width and height of what is inside, in points.
    pub size: Option<[f32; 2]>,
    /// Whether it filled the screen.
    #[serde(default)]
    pub maximized: bool,
    /// Whether it showed the note only.
    #[serde(default)]
    pub note_only: bool,
    /// Whether the times of the lines are left out beside the note.
    #[serde(default)]
    pub hides_times: bool,
    /// The name of the format that was last exported to.
    #[serde(default)]
    pub export_format: Option<String>,
    /// The folder that was last exported to.
    #[serde(default)]
    pub export_folder: Option<PathBuf>,
}

/// The file, beside the database in `folder`.
#[must_use]
pub fn file(folder: &Path) -> PathBuf {
    folder.join("window.json")
}

impl Prefs {
    /// The preferences in this file, or none.
    #[must_use]
    pub fn read(file: &Path) -> Self {
        std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// The file's new contents.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
