//! Proof: a full disk and a failing disk cost nothing that was acknowledged, are told by their right names, and when they
//! are over, saving goes on.
//!
//! Two ways: a small file system in memory that is really full (needs root), and a writer whose n-th write or sync fails
//! a few times in a row (needs strace). `PLENAIR_DISK_POINTS` sets the number of points of the second.

#![cfg(target_os = "linux")]

#[path = "support/cli.rs"]
mod cli;
#[path = "support/proof/mod.rs"]
mod proof;

use std::fs::{self, File};
use std::path::Path;
use std::time::Instant;

use cli::{Laptop, Said, argument};
use plenair::domain::problem::{Problem, ProblemKind};
use proof::mount::{self, Mount};
use proof::strace::{self, Injection};
use proof::writer::{Left, Manner, Orders, Pen, SESSION};
use proof::{say, skip, times};
use serde_json::Value;

/// The small disk, in kilobytes.
const DISK: u32 = 3 * 1024;

/// What else is on it, in bytes.
const FILLER: u64 = 2 * 1024 * 1024;

/// More lines than fit.
const MOST_LINES: u32 = 3_000;

/// The writer that is hindered writes so many lines.
const LINES: u32 = 20;

/// So many calls in a row fail.
const FAILURES: usize = 7;

/// So many points show that the control loses lines.
const CONTROL_POINTS: usize = 9;

/// What fails, how, and as what the store may report it. A full disk that stops the opening of a store is an error of the
/// shared memory beside it, which SQLite gives no better name than any other.
const TROUBLES: [(&str, &str, &[ProblemKind]); 4] = [
    ("pwrite64", "error=ENOSPC", &[ProblemKind::DiskFull, ProblemKind::Disk]),
    ("pwrite64", "error=EIO", &[ProblemKind::Disk]),
    ("fsync", "error=EIO", &[ProblemKind::Disk]),
    ("ftruncate", "error=EIO", &[ProblemKind::Disk]),
];

#[test]
fn writer() {
    proof::writer::serve();
}

#[test]
fn a_full_disk_keeps_what_was_acknowledged_and_lets_it_out() {
    if !mount::is_root() {
        return skip("a small file system that is full: not root");
    }
    let disk = match Mount::in_memory(DISK) {
        Ok(disk) => disk,
        Err(reason) => return skip(&format!("a small file system that is full: {reason}")),
    };
    let folder = disk.path().join("notities");
    let filler = disk.path().join("iets anders");
    let elsewhere = Laptop::new();
    let mut pen = Pen::open(&folder).expect("there is room for a store");
    fill(&filler);

    let (mut saved, refused) = save_until_refused(&mut pen);
    assert_eq!(refused.kind, ProblemKind::DiskFull, "{refused:?}");
    assert_eq!(noted(&elsewhere, &folder), saved, "while the store is open");
    assert_eq!(exported(&elsewhere, &folder, "open.md"), saved);
    // The control: the line that was refused is not there, so the disk was full indeed.
    assert!(!noted(&elsewhere, &folder).contains(&long_line(saved.len() + 1)));

    fs::remove_file(&filler).expect("room is made");
    for _ in 0..10 {
        let line = long_line(saved.len() + 1);
        pen.save(&line).expect("saving goes on, on the same store");
        saved.push(line);
    }
    drop(pen);
    assert_eq!(noted(&elsewhere, &folder), saved, "after room was made");
    assert_eq!(elsewhere_done(&elsewhere, &folder, &["check"]).code, 0);
    say(&format!(
        "full disk: {} lines acknowledged, 0 lost; saving went on after room was made",
        saved.len()
    ));
}

#[test]
fn a_store_that_was_closed_on_a_full_disk_can_be_read() {
    if !mount::is_root() {
        return skip("a store that was closed on a full disk: not root");
    }
    let disk = match Mount::in_memory(DISK) {
        Ok(disk) => disk,
        Err(reason) => return skip(&format!("a store that was closed on a full disk: {reason}")),
    };
    let folder = disk.path().join("notities");
    let elsewhere = Laptop::new();
    let mut pen = Pen::open(&folder).expect("there is room for a store");
    fill(&disk.path().join("iets anders"));
    let (saved, _) = save_until_refused(&mut pen);
    drop(pen);
    fill_up(&disk.path().join("nog iets"));
    assert_eq!(noted(&elsewhere, &folder), saved);
    assert_eq!(exported(&elsewhere, &folder, "dicht.md"), saved);
}

#[test]
fn a_disk_that_fails_for_a_while_costs_nothing_that_was_acknowledged() {
    let began = Instant::now();
    let wanted = times("PLENAIR_DISK_POINTS", 90);
    let home = tempfile::tempdir().expect("a temporary folder");
    if let Err(reason) = strace::count_calls(&orders(home.path(), Manner::Honest)) {
        return skip(&format!("a disk that fails for a while: {reason}"));
    }
    let honest = hinder(wanted, Manner::Honest);
    let hasty = hinder(CONTROL_POINTS, Manner::Hasty);
    say(&format!(
        "failing disk: {} points, {} failures, {} lines acknowledged, {} lost; control: {} points, {} of {} lost; \
         {} s",
        honest.points,
        honest.failures,
        honest.acknowledged,
        honest.lost,
        hasty.points,
        hasty.lost,
        hasty.acknowledged,
        began.elapsed().as_secs(),
    ));
    assert!(honest.points >= wanted && honest.failures > honest.points / 2, "{honest:?}");
    assert_eq!(honest.lost, 0, "lines that were acknowledged are lost");
    assert!(hasty.lost > 0, "a writer that heeds no failure loses nothing: the proof proves nothing");
}

/// What came of a series of troubles.
#[derive(Debug, Default)]
struct Tally {
    points: usize,
    failures: usize,
    acknowledged: usize,
    lost: usize,
}

fn hinder(wanted: usize, manner: Manner) -> Tally {
    let home = tempfile::tempdir().expect("a temporary folder");
    let calls = strace::count_calls(&orders(home.path(), Manner::Honest)).expect("strace runs, as before");
    let mut tally = Tally::default();
    for (call, what, kinds) in TROUBLES {
        let count = calls.get(call).copied().unwrap_or_default();
        let share = wanted.div_ceil(TROUBLES.len() - 1).min(count);
        for index in 0..share {
            let first = 1 + (count - 1) * index / (share - 1).max(1);
            let point = Injection { call, first, last: first + FAILURES - 1, what };
            hinder_at(&point, kinds, manner, &mut tally);
        }
    }
    tally
}

fn hinder_at(point: &Injection, kinds: &[ProblemKind], manner: Manner, tally: &mut Tally) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let orders = orders(home.path(), manner);
    let told = strace::run_with(&orders, point);
    let left = Left::in_folder(&orders.folder);
    if manner == Manner::Honest {
        let at = point.words();
        assert_eq!(
            told.saved.len(),
            LINES as usize,
            "{at}: saving goes on when the trouble is over: {told:?}"
        );
        let is_named = |failure: &String| kinds.iter().any(|kind| kind.name() == failure);
        assert!(told.failures.iter().all(is_named), "{at}: {:?}", told.failures);
        assert_eq!(left.lost(&told), 0, "{at}: {told:?}, {left:?}");
        left.assert_sound(&told, &at);
    }
    tally.points += 1;
    tally.failures += told.failures.len();
    tally.acknowledged += told.saved.len();
    tally.lost += left.lost(&told);
}

fn orders(home: &Path, manner: Manner) -> Orders {
    Orders { folder: home.join("notities"), lines: LINES, manner }
}

fn fill(path: &Path) {
    let filler = vec![1; usize::try_from(FILLER).expect("a small size")];
    File::create(path).and_then(|mut file| std::io::Write::write_all(&mut file, &filler)).expect("a filler");
}

/// Takes the last bytes of a disk.
fn fill_up(path: &Path) {
    let mut file = File::create(path).expect("a file without a byte");
    let page = [1; 4096];
    while std::io::Write::write_all(&mut file, &page).is_ok() {}
}

/// Saves line after line until the store refuses one.
fn save_until_refused(pen: &mut Pen) -> (Vec<String>, Problem) {
    let mut saved = Vec::new();
    for number in 1..=MOST_LINES as usize {
        match pen.save(&long_line(number)) {
            Ok(()) => saved.push(long_line(number)),
            Err(problem) => return (saved, problem),
        }
    }
    panic!("{MOST_LINES} lines fit on a disk of {DISK} kB");
}

fn long_line(number: usize) -> String {
    format!("regel {number} {}", "over de volle breedte ".repeat(40).trim_end())
}

/// The lines that the command line lists.
fn noted(laptop: &Laptop, folder: &Path) -> Vec<String> {
    let said = elsewhere_done(laptop, folder, &["lines", "--session", SESSION, "--json"]);
    let lines: Value = serde_json::from_str(&said.stdout).expect("one JSON document");
    cli::texts(&lines, "text").into_iter().map(str::to_owned).collect()
}

/// The lines in an export to another disk.
fn exported(laptop: &Laptop, folder: &Path, name: &str) -> Vec<String> {
    let path = laptop.path(name);
    elsewhere_done(laptop, folder, &["export", "--format", "markdown", "--output", &argument(&path)]);
    let text = fs::read_to_string(&path).expect("the export");
    text.lines()
        .filter_map(|line| line.find("regel ").and_then(|start| line.get(start..)))
        .map(str::to_owned)
        .collect()
}

/// Runs a command on the notes in `folder` that does its work.
#[track_caller]
fn elsewhere_done(laptop: &Laptop, folder: &Path, args: &[&str]) -> Said {
    let folder = argument(folder);
    let output =
        laptop.program(&["--lang", "nl", "--data-dir", &folder]).args(args).output().expect("it runs");
    let said = Said {
        code: output.status.code().expect("the program ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    };
    assert_eq!(said.code, 0, "{args:?}: {}", said.stderr);
    said
}
