//! Notes that come in from a file or a folder, as days: for the window and the command line alike.
//!
//! Says what is there and what of it is passed over; keeps nothing. How a file is read is in `import`, and how a folder is
//! in `files`.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use crate::files::folder::{self, Limits, PassedOver};
use crate::files::read_limited;
use crate::import::{self, folder as notes};

/// How much a folder of notes may hold.
const LIMITS: Limits = Limits { bytes: 256 * 1024 * 1024, entries: 100_000 };

/// What a file or a folder holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The days, as they will be kept, by date.
    pub days: Arc<Vec<NotedDay>>,
    /// The same days in short.
    pub summaries: Vec<Summary>,
    /// What of a folder is not read.
    pub passed_over: Vec<PassedOver>,
}

/// A day in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What it is called.
    pub title: String,
    /// Its date, or the first one.
    pub date: Option<NaiveDate>,
    /// How many sessions it has.
    pub sessions: usize,
    /// How many lines say something.
    pub lines: usize,
}

impl Incoming {
    /// By date, as people look for a day; those without one come last, and of the same date they stand by name.
    fn new(mut days: Vec<NotedDay>, passed_over: Vec<PassedOver>) -> Self {
        days.sort_by_cached_key(|day| {
            let facts = &day.programme.day;
            (facts.date.is_none(), facts.date, facts.title.to_lowercase())
        });
        let summary = |day: &NotedDay| Summary {
            title: day.programme.day.title.clone(),
            date: day.programme.day.date,
            sessions: day.programme.sessions.len(),
            lines: day.lines(),
        };
        let summaries = days.iter().map(summary).collect();
        Self { days: Arc::new(days), summaries, passed_over }
    }

    /// How many sessions it holds.
    #[must_use]
    pub fn sessions(&self) -> usize {
        self.summaries.iter().map(|day| day.sessions).sum()
    }

    /// How many lines say something.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.summaries.iter().map(|day| day.lines).sum()
    }
}

/// The notes in a file that was read; `None` where Plenair did not export it.
///
/// # Errors
/// Those of the readers.
pub fn in_file(bytes: &[u8]) -> Result<Option<Incoming>, Problem> {
    Ok(import::read_days(bytes, None)?.map(|days| Incoming::new(days, Vec::new())))
}

/// The notes at a path, where the person says that it is notes: in a folder of Markdown, in a file that Plenair exported, or in any
/// other Markdown file.
///
/// # Errors
/// `Unreadable`; `NoNotes` for a folder or a file that holds none; else those of the readers.
pub fn notes_at(path: &Path) -> Result<Incoming, Problem> {
    if path.is_dir() {
        return notes_in(path);
    }
    let bytes = read_limited(path, import::MOST_BYTES)?;
    if let Some(incoming) = in_file(&bytes)? {
        return Ok(incoming);
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !notes::is_note(&name) {
        return Err(no_notes(path));
    }
    let title = Path::new(&name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let days = notes::read(&title.unwrap_or_default(), &[notes::File { name: &name, bytes: &bytes }])?;
    Ok(Incoming::new(days, Vec::new()))
}

/// The notes in a folder, which is to have some.
fn notes_in(path: &Path) -> Result<Incoming, Problem> {
    in_folder(path).map_err(|problem| match problem.kind {
        ProblemKind::NoSessions => no_notes(path),
        _ => problem,
    })
}

/// The notes in a folder of Markdown.
///
/// # Errors
/// Those of [`folder::read_folder`] and [`notes::read`].
pub fn in_folder(path: &Path) -> Result<Incoming, Problem> {
    let found = folder::read_folder(path, LIMITS, notes::is_note)?;
    let files: Vec<notes::File<'_>> =
        found.files.iter().map(|file| notes::File { name: &file.name, bytes: &file.bytes }).collect();
    Ok(Incoming::new(notes::read(&name_of(path), &files)?, found.passed_over))
}

fn no_notes(path: &Path) -> Problem {
    Problem::new(ProblemKind::NoNotes, path.display(), "no Markdown, and no export of Plenair with notes")
}

/// What a folder is called, also one that is written as `.`.
fn name_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Write as _;

    use super::*;
    use crate::files::folder::Why;

    fn put(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    #[test]
    fn a_folder_of_notes_is_days_and_what_is_no_note_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "2024-05-01 Wijkdag/welkom.md", "# Welkom\n\neen\ntwee\n");
        put(folder.path(), "2024-05-01 Wijkdag/foto.png", "geen notitie");
        put(folder.path(), ".obsidian/app.md", "niet van mij");
        let incoming = notes_at(folder.path()).unwrap();
        let day = Summary {
            title: "Wijkdag".to_owned(),
            date: NaiveDate::from_ymd_opt(2024, 5, 1),
            sessions: 1,
            lines: 2,
        };
        assert_eq!((incoming.sessions(), incoming.lines()), (1, 2));
        assert_eq!(incoming.summaries, [day]);
        let passed_over: Vec<(&str, Why)> =
            incoming.passed_over.iter().map(|passed| (passed.name.as_str(), passed.why)).collect();
        assert_eq!(
            passed_over,
            [(".obsidian/app.md", Why::Hidden), ("2024-05-01 Wijkdag/foto.png", Why::OtherKind)]
        );
    }

    #[test]
    fn days_stand_by_date_and_those_without_one_last() {
        let folder = tempfile::tempdir().unwrap();
        for name in
            ["Alles/a.md", "2024-05-01 Beraad/b.md", "2024-05-01 Afsluiting/c.md", "2023-12-14 Raad/d.md"]
        {
            put(folder.path(), name, "een\n");
        }
        let incoming = notes_at(folder.path()).unwrap();
        let titles: Vec<&str> = incoming.summaries.iter().map(|day| day.title.as_str()).collect();
        assert_eq!(titles, ["Raad", "Afsluiting", "Beraad", "Alles"]);
        let kept: Vec<&str> = incoming.days.iter().map(|day| day.programme.day.title.as_str()).collect();
        assert_eq!(kept, titles, "and so they are kept");
    }

    #[test]
    fn a_markdown_file_is_notes_only_where_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = put(folder.path(), "gesprek.md", "# Gesprek\n\nover de wijk\n");
        assert_eq!(in_file(&fs::read(&path).unwrap()).unwrap(), None, "it may be a programme");
        let incoming = notes_at(&path).unwrap();
        assert_eq!((incoming.summaries.len(), incoming.lines()), (1, 1));
        let other = put(folder.path(), "lijst.txt", "9.30 Inloop\n");
        assert_eq!(notes_at(&other).unwrap_err().kind, ProblemKind::NoNotes);
        assert_eq!(notes_at(&folder.path().join("weg.md")).unwrap_err().kind, ProblemKind::Unreadable);
    }
}
