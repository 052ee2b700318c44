//! Files written whole or not at all, and read with a limit.
//!
//! For everything outside the database: exports in the first place. Nothing in here knows what a file says, beyond
//! asking the document to count what was read back.

pub mod folder;
mod leftovers;

use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Serialize, Serializer};

use crate::domain::problem::{NO_PLAIN_FILE, Problem, ProblemKind};
use crate::domain::progress::Progress;
use crate::export::{self, Content, Counts, Document, FolderFile, Form, Format};

/// So many bytes are written between two looks whether they are still wanted.
const AT_ONCE: usize = 1024 * 1024;

/// So many bytes are read back at a time.
const READ_AT_ONCE: usize = 256 * 1024;

/// How much of the work on a document is done when it is written, and not read back yet.
const WRITTEN: f32 = 0.9;

/// What an export wrote, counted by reading it back. The keys are those of the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExportReport {
    /// Where it is.
    #[serde(serialize_with = "as_shown")]
    pub path: PathBuf,
    /// How many files.
    pub files: usize,
    /// How many days.
    pub days: usize,
    /// How many sessions on the programmes.
    pub sessions: usize,
    /// How many lines of notes.
    pub lines: usize,
    /// How many private lines stayed behind.
    pub private_left_out: usize,
}

/// A path that is not Unicode must not fail a report on a file that is well written.
fn as_shown<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}

/// Writes `bytes` to `path`: afterwards the file is there whole, or nothing has changed.
///
/// # Errors
/// `CannotWrite` when `path` is a folder, a device or a link that leads nowhere, its folder is missing or may not be written;
/// `DiskFull` without room; `Exists` when there is something at `path` and `overwrite` is off.
pub fn write_whole(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Problem> {
    let path = free_place(path, overwrite)?;
    put_whole(&path, bytes, overwrite, &Progress::default(), |_| Ok(()))
}

/// Writes `document` to `path`: what was written is read back and counted before it gets its name. Afterwards it is there
/// whole, or nothing has changed, also where the one who waits for it has it stopped.
///
/// # Errors
/// Those of [`write_whole`] and [`folder::write_folder`]; `ReadBack` when what was written cannot be read or does not hold
/// what was put in; `Stopped`.
pub fn write_and_read_back(
    path: &Path,
    document: &Document,
    overwrite: bool,
    progress: &Progress,
) -> Result<ExportReport, Problem> {
    let mut counts = Counts::default();
    let mut confirm = |is_same: Result<bool, Problem>| {
        let is_same = is_same.map_err(|problem| Problem { kind: ProblemKind::ReadBack, ..problem })?;
        // What is on the disk is the same, byte by byte: so it can be counted here.
        let counted = if is_same { document.confirmed_by(&document.content) } else { None };
        counts = counted.ok_or_else(|| {
            let cause = "what is there differs from what was written";
            Problem::new(ProblemKind::ReadBack, path.display(), cause)
        })?;
        Ok(())
    };
    match &document.content {
        Content::File(bytes) => {
            let place = free_place(path, overwrite)?;
            leftovers::clear(folder_of(&place));
            put_whole(&place, bytes, overwrite, progress, |part| confirm(holds(part, bytes)))?;
        }
        Content::Folder(files) => {
            leftovers::clear(folder_of(path));
            let order = folder::Order { path, files, overwrite, progress };
            let is_own = |files: &[FolderFile]| export::is_own_folder(files);
            folder::write_folder(&order, is_own, |part| confirm(folder::holds(part, files)))?;
        }
    }
    Ok(ExportReport {
        path: path.to_owned(),
        files: document.content.files(),
        days: counts.days,
        sessions: counts.sessions,
        lines: counts.lines,
        private_left_out: counts.private_left_out,
    })
}

/// Where a file goes that is to be written to `path`: a link stays what it is, and the file that it leads to is replaced.
/// What is no plain file, such as a device, never is.
fn free_place(path: &Path, overwrite: bool) -> Result<PathBuf, Problem> {
    if path.is_dir() {
        return Err(write_problem(path, &ErrorKind::IsADirectory.into()));
    }
    let Ok(found) = path.symlink_metadata() else { return Ok(path.to_owned()) };
    if !overwrite {
        return Err(write_problem(path, &ErrorKind::AlreadyExists.into()));
    }
    let place = if found.is_symlink() { path.canonicalize() } else { Ok(path.to_owned()) };
    let place = place.map_err(|error| write_problem(path, &error))?;
    match place.metadata() {
        Ok(there) if !there.is_file() => {
            Err(Problem::new(ProblemKind::CannotWrite, path.display(), NO_PLAIN_FILE))
        }
        Ok(_) => Ok(place),
        Err(error) => Err(write_problem(path, &error)),
    }
}

/// Writes a file under another name, has it looked at, and gives it its own name.
fn put_whole(
    path: &Path,
    bytes: &[u8],
    overwrite: bool,
    progress: &Progress,
    look: impl FnOnce(&Path) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let failed = |error: std::io::Error| write_problem(path, &error);
    let folder = folder_of(path);
    let mut file = temporary_file(folder).map_err(failed)?;
    progress.part(WRITTEN, bytes.len().div_ceil(AT_ONCE));
    for piece in bytes.chunks(AT_ONCE) {
        ensure_wanted(progress, path)?;
        file.write_all(piece).map_err(failed)?;
        progress.step();
    }
    file.as_file().sync_all().map_err(failed)?;
    look(file.path())?;
    if !progress.past_stopping() {
        return Err(stopped(path));
    }
    let kept = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map_err(|refused| failed(refused.error))?;
    sync_folder(folder).map_err(failed)
}

/// Whether the one who waits for it still does.
fn ensure_wanted(progress: &Progress, path: &Path) -> Result<(), Problem> {
    if progress.is_wanted() { Ok(()) } else { Err(stopped(path)) }
}

fn stopped(path: &Path) -> Problem {
    Problem::new(ProblemKind::Stopped, path.display(), "stopped")
}

/// What is written in a format to this path.
#[must_use]
pub fn form_at(format: Format, path: &Path) -> Form {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    format.form(&ending.unwrap_or_default())
}

/// Reads `path`, which may hold `most_bytes` at most.
///
/// # Errors
/// `Unreadable` when there is no such file, it may not be read, or it is larger.
pub fn read_limited(path: &Path, most_bytes: u64) -> Result<Vec<u8>, Problem> {
    let failed = |error: std::io::Error| Problem::new(ProblemKind::Unreadable, path.display(), error);
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file of exactly that size from a larger one.
    file.take(most_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most_bytes {
        return Err(failed(ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// Whether the file at `path` holds these bytes, and nothing else.
fn holds(path: &Path, bytes: &[u8]) -> Result<bool, Problem> {
    let failed = |error: std::io::Error| Problem::new(ProblemKind::Unreadable, path.display(), error);
    let mut file = File::open(path).map_err(failed)?;
    let mut buffer = vec![0; READ_AT_ONCE.min(bytes.len() + 1)];
    let mut rest = bytes;
    loop {
        let read = match file.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read.map_err(failed)?,
        };
        let found = buffer.get(..read).unwrap_or_default();
        let Some(after) = rest.strip_prefix(found) else { return Ok(false) };
        if read == 0 {
            return Ok(rest.is_empty());
        }
        rest = after;
    }
}

fn write_problem(path: &Path, error: &std::io::Error) -> Problem {
    let kind = match error.kind() {
        ErrorKind::AlreadyExists => ProblemKind::Exists,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ProblemKind::DiskFull,
        _ => ProblemKind::CannotWrite,
    };
    Problem::new(kind, path.display(), error)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file beside the one that is wanted: a rename is only whole within one file system.
fn temporary_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(leftovers::PREFIX).suffix(leftovers::SUFFIX);
    // Temporary files are closed to others; a document has the usual permissions of its user.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the rename itself last. Not every file system can; the file is whole all the same.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if cannot_sync(error.kind()) => Ok(()),
        result => result,
    }
}

/// A network drive may not know how, and a folder that may be written need not be readable.
#[cfg(unix)]
fn cannot_sync(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied)
}

/// Folders cannot be synced here; the rename is written through by the file system.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn json(bytes: &str, lines: usize) -> Document {
        Document {
            form: Form::Json,
            content: Content::File(bytes.as_bytes().to_vec()),
            counts: Counts { days: 1, sessions: 0, lines, private_left_out: 2 },
        }
    }

    const ONE_LINE: &str =
        r#"{"plenair":1,"days":[{"day":{},"sessions":[],"lines":[{}],"trends":[]}],"private_left_out":2}"#;

    #[test]
    fn what_is_written_can_be_read_and_nothing_else_is_left() {
        let folder = folder();
        let path = folder.path().join("dag.md");
        write_whole(&path, b"een", false).unwrap();
        assert_eq!(read_limited(&path, 3).unwrap(), b"een");
        write_whole(&path, b"twee", true).unwrap();
        assert_eq!(read_limited(&path, 100).unwrap(), b"twee");
        assert_eq!(names_in(folder.path()), ["dag.md"]);
    }

    #[test]
    fn a_file_that_is_there_stays_unless_overwriting_was_asked_for() {
        let folder = folder();
        let path = folder.path().join("dag.md");
        write_whole(&path, b"een", false).unwrap();
        assert_eq!(write_whole(&path, b"twee", false).unwrap_err().kind, ProblemKind::Exists);
        assert_eq!(read_limited(&path, 100).unwrap(), b"een");
        assert_eq!(names_in(folder.path()), ["dag.md"]);
    }

    #[test]
    fn a_folder_is_never_written_over() {
        let folder = folder();
        let path = folder.path().join("map");
        std::fs::create_dir(&path).unwrap();
        for overwrite in [false, true] {
            let problem = write_whole(&path, b"een", overwrite).unwrap_err();
            assert_eq!(problem.kind, ProblemKind::CannotWrite);
            assert_eq!(problem.subject, path.display().to_string());
        }
        assert_eq!(names_in(folder.path()), ["map"]);
        assert_eq!(names_in(&path), [""; 0]);
    }

    #[test]
    fn a_missing_folder_is_a_problem_and_is_not_made() {
        let folder = folder();
        let missing = folder.path().join("weg");
        let problem = write_whole(&missing.join("dag.md"), b"een", false).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::CannotWrite);
        assert!(!missing.exists());
        let below_a_file = folder.path().join("bestand");
        write_whole(&below_a_file, b"een", false).unwrap();
        let problem = write_whole(&below_a_file.join("dag.md"), b"een", true).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::CannotWrite);
    }

    #[test]
    fn no_room_is_told_apart_from_other_failures() {
        let kind = |error: ErrorKind| write_problem(Path::new("dag.md"), &error.into()).kind;
        assert_eq!(kind(ErrorKind::StorageFull), ProblemKind::DiskFull);
        assert_eq!(kind(ErrorKind::PermissionDenied), ProblemKind::CannotWrite);
        assert_eq!(kind(ErrorKind::ReadOnlyFilesystem), ProblemKind::CannotWrite);
    }

    #[test]
    fn reading_has_a_limit_and_needs_a_file() {
        let folder = folder();
        let path = folder.path().join("groot");
        write_whole(&path, &[b'x'; 11], false).unwrap();
        assert!(read_limited(&path, 11).is_ok());
        assert_eq!(read_limited(&path, 10).unwrap_err().kind, ProblemKind::Unreadable);
        assert_eq!(read_limited(folder.path(), 10).unwrap_err().kind, ProblemKind::Unreadable);
        assert_eq!(read_limited(&folder.path().join("weg"), 10).unwrap_err().kind, ProblemKind::Unreadable);
    }

    #[test]
    fn a_file_without_a_folder_in_its_name_goes_here() {
        assert_eq!(folder_of(Path::new("dag.md")), Path::new("."));
        assert_eq!(folder_of(Path::new("map/dag.md")), Path::new("map"));
    }

    #[test]
    fn the_report_counts_what_was_read_back() {
        let folder = folder();
        let path = folder.path().join("dag.json");
        let report = write_and_read_back(&path, &json(ONE_LINE, 1), false, &Progress::default()).unwrap();
        let counted = serde_json::to_value(&report).unwrap();
        let expected = serde_json::json!({
            "path": path.display().to_string(),
            "files": 1, "days": 1, "sessions": 0, "lines": 1, "private_left_out": 2,
        });
        assert_eq!(counted, expected);
    }

    #[test]
    fn a_document_that_holds_something_else_than_was_put_in_is_a_problem() {
        let folder = folder();
        for (name, document) in [("telling", json(ONE_LINE, 2)), ("geen json", json("{", 1))] {
            let path = folder.path().join(name);
            let problem = write_and_read_back(&path, &document, false, &Progress::default()).unwrap_err();
            assert_eq!(problem.kind, ProblemKind::ReadBack, "{name}");
        }
        assert_eq!(names_in(folder.path()), [""; 0], "what cannot be trusted gets no name");
    }

    #[test]
    fn a_file_holds_what_it_holds() {
        let folder = folder();
        let path = folder.path().join("groot");
        let bytes: Vec<u8> = (0..251_u8).cycle().take(READ_AT_ONCE + 7).collect();
        write_whole(&path, &bytes, false).unwrap();
        assert!(holds(&path, &bytes).unwrap());
        assert!(!holds(&path, &bytes[..bytes.len() - 1]).unwrap());
        assert!(!holds(&path, &[&bytes[..], b"x"].concat()).unwrap());
        assert!(!holds(&path, &[]).unwrap());
        write_whole(&path, &[], true).unwrap();
        assert!(holds(&path, &[]).unwrap() && !holds(&path, b"x").unwrap());
        assert!(holds(&folder.path().join("weg"), b"x").is_err());
    }

    #[test]
    fn what_is_stopped_leaves_what_was_there() {
        let folder = folder();
        let path = folder.path().join("dag.json");
        write_whole(&path, b"een", false).unwrap();
        let progress = Progress::default();
        progress.stop();
        let problem = write_and_read_back(&path, &json(ONE_LINE, 1), true, &progress).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::Stopped);
        assert_eq!(read_limited(&path, 3).unwrap(), b"een");
        assert_eq!(names_in(folder.path()), ["dag.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_what_it_leads_to_is_replaced() {
        let (folder, other) = (folder(), self::folder());
        let (link, target) = (folder.path().join("dag.md"), other.path().join("echt.md"));
        write_whole(&target, b"een", false).unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert_eq!(write_whole(&link, b"twee", false).unwrap_err().kind, ProblemKind::Exists);
        write_whole(&link, b"twee", true).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(read_limited(&target, 100).unwrap(), b"twee");
        std::fs::remove_file(&target).unwrap();
        let problem = write_whole(&link, b"drie", true).unwrap_err();
        assert_eq!((problem.kind, problem.subject), (ProblemKind::CannotWrite, link.display().to_string()));
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!((names_in(folder.path()), names_in(other.path())), (vec!["dag.md".to_owned()], vec![]));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_never_replaced() {
        use std::os::unix::fs::FileTypeExt as _;
        let folder = folder();
        let (socket, link) = (folder.path().join("deur"), folder.path().join("link"));
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        std::os::unix::fs::symlink(&socket, &link).unwrap();
        for path in [&socket, &link] {
            let problem = write_whole(path, b"een", true).unwrap_err();
            assert_eq!((problem.kind, problem.cause.as_str()), (ProblemKind::CannotWrite, NO_PLAIN_FILE));
        }
        assert!(socket.symlink_metadata().unwrap().file_type().is_socket());
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_a_document_as_far_as_the_user_lets_them() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder();
        let path = folder.path().join("dag.md");
        let usual = folder.path().join("gewoon");
        File::create(&usual).unwrap();
        write_whole(&path, b"een", false).unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&usual));
    }
}
