//! Proof: that a large change goes to the disk while it is being written decides nothing. Where that fails, the change stands
//! all the same; where SQLite's own sync fails, there is no change.
//!
//! Needs strace, with which the syncs of the log fail.

#![cfg(target_os = "linux")]

#[path = "support/cli.rs"]
mod cli;
#[path = "support/proof/mod.rs"]
mod proof;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use cli::{DAY, Laptop, argument};
use proof::{say, skip};

/// So many notes come in, each with so many lines.
const NOTES: u64 = 300;
const LINES: u64 = 20;

/// What an early sync and SQLite's own are called.
const EARLY: &str = "fdatasync";
const OWN: &str = "fsync";

/// A laptop with the example notes, and a folder with many more.
fn laptop() -> (Laptop, PathBuf) {
    let laptop = Laptop::with_demo();
    let folder = laptop.path("veel");
    fs::create_dir(&folder).expect("a folder");
    let line = |number| format!("- er speelt iets #onrust, regel {number}\n");
    let text: String = (0..LINES).map(line).collect();
    for note in 0..NOTES {
        laptop.file(&format!("veel/notitie {note}.md"), &text);
    }
    (laptop, folder)
}

/// Takes the notes in, while every such sync of the log fails; gives whether that worked, and how many syncs failed.
fn take_in(laptop: &Laptop, folder: &PathBuf, call: &str) -> Result<(bool, usize), String> {
    let calls = laptop.path("calls");
    let log = laptop.data_dir().join("plenair.db-wal");
    let mut strace = Command::new("strace");
    strace.args(["--follow-forks", "--quiet=all", "--output"]).arg(&calls).arg("--trace-path").arg(&log);
    strace.args(["-e", &format!("trace={call},pwrite64"), "-e", &format!("inject={call}:error=EIO")]);
    // As slow as a disk can be, so that there is time for an early one.
    strace.args(["-e", "inject=pwrite64:delay_exit=100"]);
    strace.arg(env!("CARGO_BIN_EXE_plenair")).arg("--data-dir").arg(laptop.data_dir());
    strace.args(["--lang", "nl", "import"]).arg(folder).stdin(Stdio::null());
    let output = strace.output().map_err(|error| format!("strace: {error}"))?;
    let says = String::from_utf8_lossy(&output.stderr);
    if says.contains("strace:") {
        return Err(says.into_owned());
    }
    let calls = fs::read_to_string(calls).map_err(|error| error.to_string())?;
    let failed = calls.lines().filter(|line| line.contains(call) && line.contains("INJECTED")).count();
    Ok((output.status.success(), failed))
}

/// How many lines there are beside the examples.
fn lines(laptop: &Laptop) -> u64 {
    let days = laptop.json(&["days", "--json"]);
    let others = days.as_array().expect("days").iter().filter(|day| day["slug"] != DAY);
    others.map(|day| day["lines"].as_u64().expect("a number")).sum()
}

#[test]
fn where_it_fails_the_change_stands() {
    let (laptop, folder) = laptop();
    match take_in(&laptop, &folder, EARLY) {
        Ok((done, failed)) => {
            assert!(done && failed > 0, "{done}, {failed} early syncs");
            say(&format!("early syncs: {failed} failed, and the notes are there"));
        }
        Err(reason) => return skip(&format!("early syncs that fail ({reason})")),
    }
    assert_eq!(lines(&laptop), NOTES * LINES);
    laptop.done(&["check"]);
}

#[test]
fn where_the_sync_of_the_change_fails_there_is_no_change() {
    let (laptop, folder) = laptop();
    match take_in(&laptop, &folder, OWN) {
        Ok((done, failed)) => assert!(!done && failed > 0, "{done}, {failed} syncs"),
        Err(reason) => return skip(&format!("syncs that fail ({reason})")),
    }
    assert_eq!(lines(&laptop), 0);
    laptop.done(&["check"]);
    assert_eq!(laptop.run(&["import", &argument(&folder)]).code, 0, "and then it goes on");
    assert_eq!(lines(&laptop), NOTES * LINES);
}
