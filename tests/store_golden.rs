//! Databases as earlier versions left them open in this one, with every row in its place, whenever the program dies.
//!
//! `PLENAIR_BLESS=1 cargo test --test store_golden` keeps a database of the present shape, once: what a released
//! version wrote never changes any more.

#[path = "support/store.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use plenair::domain::keeping::BackupKind;
use plenair::store::Store;
use rusqlite::Connection;
use support::{DATABASE, Desk, columns, fill, golden, golden_folder, keep_something, line, rows, rows_of};

/// The fact that every opening changes.
const OPENINGS: &str = "openings";

/// More writes than a migration makes.
const MOST_WRITES: usize = 400;

/// The newest shape that the program knows, as a new store has it.
fn present_schema() -> u32 {
    Desk::new().open().check().expect("a check").schema
}

/// A desk with the notes of an earlier version.
fn desk_with(golden: &Path) -> Desk {
    let desk = Desk::new();
    fs::create_dir(desk.folder()).expect("a folder");
    fs::copy(golden, desk.database()).expect("a copy");
    desk
}

/// Every row that `old` has is in `database` as well, in the columns that it had then.
fn assert_every_row_survived(old: &Path, database: &Path, where_: &str) {
    let before = Connection::open(old).expect("the old database");
    let after = Connection::open(database).expect("the new database");
    for (table, expected) in rows(old) {
        let found = rows_of(&after, &table, &columns(&before, &table));
        let lost: Vec<&String> =
            expected.iter().filter(|row| !found.contains(row) && !row.contains(OPENINGS)).collect();
        assert!(lost.is_empty(), "{where_}: {table} lost {lost:?}");
        let grows = ["fact", "sqlite_sequence", "counter"].contains(&table.as_str());
        assert!(grows || found.len() == expected.len(), "{where_}: {table} has {} rows", found.len());
    }
}

#[test]
fn every_shape_has_a_database_in_the_fixtures() {
    let path = golden_folder().join(format!("schema-{}.db", present_schema()));
    if std::env::var_os("PLENAIR_BLESS").is_some() && !path.exists() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::open(folder.path()).expect("a store");
        fill(&mut store);
        keep_something(&mut store);
        drop(store);
        fs::create_dir_all(golden_folder()).expect("the fixtures");
        fs::copy(folder.path().join(DATABASE), &path).expect("a fixture");
    }
    let kept: Vec<u32> = golden().into_iter().map(|(schema, _)| schema).collect();
    assert_eq!(kept, (1..=present_schema()).collect::<Vec<_>>());
}

#[test]
fn every_row_of_every_earlier_version_survives_and_a_copy_is_kept() {
    for (schema, golden) in golden() {
        let desk = desk_with(&golden);
        let mut store = desk.open();
        let check = store.check().expect("a check");
        assert_eq!((check.problems, check.schema), (Vec::new(), present_schema()), "shape {schema}");
        let kept: Vec<_> =
            store.backups().into_iter().filter(|backup| backup.kind == BackupKind::BeforeMigration).collect();
        let hits = store.search("toezicht", 10, true).expect("a search");
        assert!(!hits.is_empty(), "shape {schema} can be searched");
        let day = store.day_to_open(desk.hands.now().date_naive()).expect("a day");
        let session = store.find_session(day, "1").expect("a session");
        drop(store);
        assert_every_row_survived(&golden, &desk.database(), &format!("shape {schema}"));
        if schema < present_schema() {
            assert_eq!(kept.len(), 1, "shape {schema}");
            assert_eq!(rows(&kept[0].path), rows(&golden), "the copy is what was there");
        } else {
            assert_eq!(kept, [], "nothing changed");
        }
        store = desk.open();
        let noted = line(&store, "erbij");
        store.append_lines(session, [noted]).expect("a line");
        assert_eq!(desk.open_reading().search("erbij", 10, true).expect("a search").len(), 1);
    }
}

#[test]
fn an_earlier_version_can_be_read_and_exported_without_changing_it() {
    for (schema, golden) in golden() {
        let desk = desk_with(&golden);
        let reading = desk.open_reading();
        let days = reading.days().expect("the days");
        assert_eq!(days.len(), 2, "shape {schema}");
        assert!(reading.book(days[0].day.id).expect("a day").pages.iter().any(|page| !page.note.is_empty()));
        assert!(!reading.search("toezicht", 10, true).expect("a search").is_empty());
        assert_eq!(reading.check().expect("a check").problems, Vec::<String>::new(), "shape {schema}");
        assert!(!reading.trends_across(true).expect("the trends").is_empty(), "shape {schema}");
        drop(reading);
        assert_eq!(fs::read(desk.database()).expect("a file"), fs::read(&golden).expect("a file"));
    }
}

/// Runs a command that opens the notes in `folder` for writing, under `tracer`.
fn migrate(desk: &Desk, tracer: &[String]) -> Output {
    let program = env!("CARGO_BIN_EXE_plenair").to_owned();
    let folder = desk.folder().display().to_string();
    let command: Vec<String> =
        tracer.iter().cloned().chain([program, "--data-dir".to_owned(), folder, "demo".to_owned()]).collect();
    Command::new(&command[0]).args(&command[1..]).stdin(Stdio::null()).output().expect("a command")
}

/// What changes a file or its name.
const CALLS: [&str; 8] = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "rename", "link"];

/// Kills at the `nth` of these calls.
fn killing_at(call: &str, nth: usize) -> Vec<String> {
    // What this machine does not know by that name is never called.
    let (trace, inject) = (format!("trace=?{call}"), format!("inject=?{call}:signal=SIGKILL:when={nth}"));
    ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject].map(str::to_owned).to_vec()
}

fn can_trace() -> bool {
    Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status()
        .is_ok_and(|status| status.success())
}

/// What is there after a kill is the old shape or the new one, and opens with every row.
fn assert_whole_after_a_kill(golden: &Path, desk: &Desk, where_: &str) {
    let store = Store::open_with(&desk.folder(), desk.options())
        .unwrap_or_else(|error| panic!("{where_}: the notes do not open: {error}"));
    assert_eq!(store.check().expect("a check").problems, Vec::<String>::new(), "{where_}");
    drop(store);
    assert_every_row_survived(golden, &desk.database(), where_);
}

#[test]
fn a_migration_that_is_killed_at_any_write_loses_nothing() {
    if !can_trace() {
        eprintln!("SKIPPED: strace is not here or may not trace; see the test that kills after a delay");
        return;
    }
    for (schema, golden) in golden().into_iter().filter(|(schema, _)| *schema < present_schema()) {
        let mut left: BTreeMap<u32, usize> = BTreeMap::new();
        for call in CALLS {
            for nth in 1..MOST_WRITES {
                let desk = desk_with(&golden);
                if migrate(&desk, &killing_at(call, nth)).status.success() {
                    break;
                }
                let (shape, where_) = (shape_of(&desk), format!("killed at {call} {nth}"));
                assert!([schema, present_schema()].contains(&shape), "{where_}: shape {shape}");
                assert_whole_after_a_kill(&golden, &desk, &where_);
                *left.entry(shape).or_default() += 1;
            }
        }
        eprintln!("kills that left each shape, from shape {schema}: {left:?}");
        assert_eq!(left.len(), 2, "some kills fell before the new shape and some after: {left:?}");
        assert!(left.values().sum::<usize>() > 50, "is every write one? {left:?}");
    }
}

/// The shape on disk, log included. A copy is looked at, so that what a kill left stays as it is.
fn shape_of(desk: &Desk) -> u32 {
    let look = tempfile::tempdir().expect("a folder");
    for name in [DATABASE, "plenair.db-wal"] {
        if desk.folder().join(name).exists() {
            fs::copy(desk.folder().join(name), look.path().join(name)).expect("a copy");
        }
    }
    let connection = Connection::open(look.path().join(DATABASE)).expect("a database");
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a shape")
}

#[test]
fn a_migration_that_is_killed_after_any_delay_loses_nothing() {
    for (_, golden) in golden().into_iter().filter(|(schema, _)| *schema < present_schema()) {
        let desk = desk_with(&golden);
        let start = Instant::now();
        assert!(migrate(&desk, &[]).status.success());
        let whole = start.elapsed();
        for step in 0..20 {
            let desk = desk_with(&golden);
            let mut child = Command::new(env!("CARGO_BIN_EXE_plenair"))
                .args(["--data-dir", &desk.folder().display().to_string(), "demo"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("the program");
            std::thread::sleep(whole * step / 20 + Duration::from_millis(1));
            // It may have ended by itself.
            let _: std::io::Result<()> = child.kill();
            child.wait().expect("the program ends");
            assert_whole_after_a_kill(&golden, &desk, &format!("killed after {step}/20"));
        }
    }
}
