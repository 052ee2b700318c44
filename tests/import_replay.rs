//! Every reader on every file of a small corpus: whole, cut off and damaged, also the files of other formats. What comes out
//! is a programme, a part of one or a clear error; never a fall. The targets in `fuzz/` look for more of the same.
//!
//! What the readers make of whole files is tested elsewhere. A test that hangs fails by not ending.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use plenair::domain::problem::ProblemKind;
use plenair::import::{self, Format};

/// A larger file is not given to the readers of other formats, in bytes.
const LARGE: usize = 15_000;

/// At so many places a file is cut off, and at as many others it is damaged.
const PLACES: usize = 3;

/// The fixtures, the built-in day, and the real files where they are.
fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = root.join("../shared/programmes");
    if !real.is_dir() {
        eprintln!("SKIPPED: ../shared/programmes is not there; only the fixtures are read");
    }
    let fixtures = root.join("tests/fixtures/import");
    let folders =
        [fixtures.clone(), fixtures.join("text"), root.join("assets/days"), real.clone(), real.join("text")];
    let mut files = Vec::new();
    for entry in folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
        let path = entry.path();
        if path.is_file() && path.extension().is_some_and(|ending| ending != "expected" && ending != "py") {
            let bytes = fs::read(&path).expect("a file");
            files.push((path, bytes));
        }
    }
    files.retain(|(_, bytes)| bytes.len() <= LARGE);
    assert!(files.len() >= 40, "where are the fixtures?");
    files
}

/// The file as it is, cut off and damaged.
fn replayed(whole: &[u8]) -> Vec<Vec<u8>> {
    let places = || (0..whole.len()).step_by(whole.len() / PLACES + 1);
    let cut = places().map(|end| whole[..end].to_vec());
    let damaged = places().map(|start| {
        let mut damaged = whole.to_vec();
        for byte in damaged.iter_mut().skip(start).take(5) {
            *byte = byte.wrapping_add(61);
        }
        damaged
    });
    std::iter::once(whole.to_vec()).chain(cut).chain(damaged).collect()
}

/// Whether a reader of this format is run in this process.
fn is_read_here(bytes: &[u8], format: Format) -> bool {
    // Markdown is read as text is.
    !import::apart::is_for_apart(bytes, Some(format)) && !matches!(format, Format::Pdf | Format::Markdown)
}

#[test]
fn every_reader_survives_every_file() {
    for (path, whole) in corpus() {
        for bytes in replayed(&whole) {
            for format in Format::ALL.into_iter().filter(|format| is_read_here(&bytes, *format)) {
                match import::read_as(&bytes, format) {
                    Ok(programme) => assert!(programme.sessions.len() <= 20_000),
                    Err(problem) => {
                        let kinds = [ProblemKind::NotUnderstood, ProblemKind::NoSessions];
                        assert!(
                            kinds.contains(&problem.kind),
                            "{} as {format:?}: {problem:?}",
                            path.display()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_list_of_people_is_made_of_no_file_with_addresses() {
    for (path, whole) in corpus() {
        for bytes in replayed(&whole).iter().filter(|bytes| !import::apart::is_xls(bytes)) {
            let people = import::people::read(bytes).map(|list| list.people).unwrap_or_default();
            assert!(people.iter().all(|person| !person.name.contains('@')), "{}", path.display());
        }
    }
}

#[test]
fn what_a_process_of_its_own_reads_breaks_nothing_here() {
    let program = Path::new(env!("CARGO_BIN_EXE_plenair"));
    let endings = ["pdf", "xls"];
    let is_for_child =
        |path: &Path| path.extension().is_some_and(|end| endings.iter().any(|known| end == *known));
    let files: Vec<_> = corpus().into_iter().filter(|(path, _)| is_for_child(path)).collect();
    assert!(files.len() >= 2, "a PDF and an XLS");
    for (path, whole) in files {
        for bytes in replayed(&whole).into_iter().step_by(3) {
            match plenair::apart::read_with(program, Duration::from_secs(20), &bytes) {
                Ok(programme) => assert!(programme.sessions.len() <= 20_000),
                Err(problem) => assert!(!problem.cause.is_empty(), "{}", path.display()),
            }
        }
        // What the child hands over is read in this process, whatever it says.
        for text in replayed(b"[{\"name\":\"Blad\",\"rows\":[]}] 09.30 Inloop \x0c 10.00 Welkom") {
            let _ = import::apart::programme(&whole, &String::from_utf8_lossy(&text));
        }
    }
}

#[test]
fn the_mail_gives_its_programme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(root.join("tests/fixtures/import/mail.eml")).expect("the mail");
    let programme = import::read(&bytes).expect("a programme");
    assert_eq!((programme.format, programme.sessions.len()), ("eml", 5));
    assert_eq!(programme.day.date, "2024-04-11".parse().ok());
    assert_eq!(programme.sessions[2].speakers[0].name, "Herman Plooy");
    assert!(!format!("{programme:?}").contains("@example"), "no address is kept");
}
