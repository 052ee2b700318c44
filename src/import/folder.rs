//! A folder of Markdown notes as days with their notes: Plenair's own export, also after it was edited elsewhere, and the
//! folders of Obsidian and Joplin.
//!
//! Each file is a session. What an export of Plenair says under `plenair` in its front matter goes before anything else
//! (`own`). Other files belong to the day that their front matter names, else to that of their folder (`foreign`).
//! No word is dropped: what stands in a place where Plenair writes something else goes to the end of the note.

mod foreign;
mod front_matter;
mod kept;
mod own;

use std::collections::BTreeMap;

use super::decode;
use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use front_matter::FrontMatter;
pub(super) use kept::typed;
use own::{OwnDay, OwnFile};

/// The name of this format, as the command line prints it.
const FORMAT: &str = "markdown";

/// A file of a folder.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its path inside the folder, with `/` between its parts.
    pub name: &'a str,
    /// The file, whole.
    pub bytes: &'a [u8],
}

/// Whether a file with this name is a note.
#[must_use]
pub fn is_note(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    matches!(ending.as_deref(), Some("md" | "markdown"))
}

/// A note that was read: where it is, what it says about itself, and its text.
struct Note {
    /// Its folder inside the folder that is read; empty for that folder.
    folder: String,
    /// Its name without the ending.
    stem: String,
    matter: FrontMatter,
    body: String,
}

/// Reads the notes of the folder that is called `name`, in the order of the files.
///
/// # Errors
/// `NoSessions` when there is no note in it; `NotUnderstood` for an export of a newer version of Plenair.
pub fn read(name: &str, files: &[File<'_>]) -> Result<Vec<NotedDay>, Problem> {
    let mut own: BTreeMap<String, OwnDay> = BTreeMap::new();
    let mut others: Vec<Note> = Vec::new();
    for file in files.iter().filter(|file| is_note(file.name)) {
        let note = note(file);
        match own::file(&note)? {
            Some(OwnFile::Day(id, day)) => own.entry(id).or_default().is_of(note.folder, *day),
            Some(OwnFile::Session(id, session)) => own.entry(id).or_default().add(&note, *session),
            None => others.push(note),
        }
    }
    // What somebody wrote beside an exported day belongs to it.
    let mut elsewhere = Vec::new();
    for note in others {
        match own.values_mut().find(|day| day.folder() == Some(&note.folder)) {
            Some(day) => day.add_foreign(note),
            None => elsewhere.push(note),
        }
    }
    let mut days: Vec<(String, NotedDay)> =
        own.into_values().map(|day| (day.folder().cloned().unwrap_or_default(), day.noted())).collect();
    days.extend(foreign::days(name, elsewhere));
    days.sort_by(|(one, _), (other, _)| one.cmp(other));
    let days: Vec<NotedDay> = days.into_iter().map(|(_, day)| day).collect();
    if days.is_empty() {
        return Err(Problem::new(ProblemKind::NoSessions, FORMAT, ""));
    }
    Ok(days)
}

fn note(file: &File<'_>) -> Note {
    let (folder, own) = file.name.rsplit_once('/').unwrap_or(("", file.name));
    let stem = own.rsplit_once('.').map_or(own, |(stem, _)| stem);
    let text = decode::text(file.bytes).text.replace("\r\n", "\n");
    let (matter, body) = front_matter::split(text.trim_start_matches('\u{feff}'));
    Note { folder: folder.to_owned(), stem: stem.to_owned(), matter, body: body.to_owned() }
}
