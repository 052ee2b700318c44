//! What goes wrong around a command: wrong usage, other programs, folders, damage, and readers that leave.

#[path = "support/cli.rs"]
mod support;

use std::process::{Command, Stdio};

use plenair::store::Store;
use serde_json::Value;
use support::{DAY, Laptop, argument, keys};

#[test]
fn wrong_usage_ends_with_2_and_prints_no_result() {
    let laptop = Laptop::new();
    for args in [&["dagen"][..], &["days", "--jason"], &["note", "tekst"], &["--lang", "fr", "days"]] {
        let said = laptop.run(args);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{args:?}");
        assert!(!said.stderr.is_empty(), "{args:?}");
    }
    assert!(!laptop.data_dir().exists());
}

#[test]
fn wrong_usage_is_json_for_those_who_asked_for_json() {
    let laptop = Laptop::new();
    let said = laptop.run(&["lines", "--kind", "actie", "--json"]);
    assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{said:?}");
    let document: Value = serde_json::from_str(&said.stderr).expect("one JSON document");
    assert_eq!(document["error"]["kind"], "usage");
    assert_eq!(keys(&document["error"]), ["hint", "kind", "message"]);
    assert!(document["error"]["message"].as_str().is_some_and(|text| text.contains("actie")), "{document}");
}

#[test]
fn help_and_version_are_results() {
    let laptop = Laptop::new();
    for args in [&["--help"][..], &["help", "lines"], &["--version"]] {
        let said = laptop.run(args);
        assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{args:?}");
        assert!(said.stdout.contains("plenair"), "{args:?}");
    }
}

#[test]
fn a_day_or_session_that_is_not_there_is_named() {
    let laptop = Laptop::new();
    assert!(laptop.refusal(&["note", "--day", "nergens", "--session", "1", "x"]).contains("nergens"));
    assert!(laptop.refusal(&["note", "--session", "12", "x"]).contains("12"));
    assert_eq!(laptop.failure(&["lines", "--day", "nergens", "--json"]), "unknown-day");
    assert_eq!(laptop.failure(&["lines", "--session", "12", "--json"]), "unknown-session");
    assert_eq!(laptop.failure(&["trends", "--day", "nergens", "--json"]), "unknown-day");
}

#[test]
fn while_somebody_else_writes_reading_works_and_writing_does_not() {
    let laptop = Laptop::with_demo();
    let held = Store::open(&laptop.data_dir()).expect("the store");
    let path = argument(&laptop.path("dag.md"));
    for args in [
        &["days"][..],
        &["show"],
        &["lines"],
        &["trends"],
        &["search", "netwerk"],
        &["check"],
        &["export", "--format", "markdown", "--output", &path],
    ] {
        laptop.done(args);
    }
    let file = laptop.file("dag.toml", "[day]\ntitle = \"Dag\"\n[[sessions]]\ntitle = \"Welkom\"\n");
    assert_eq!(laptop.failure(&["import", &file, "--json"]), "locked");
    laptop.done(&["import", &file, "--dry-run"]);
    let lines = laptop.done(&["lines", "--json"]);
    for args in [&["note", "--session", "1", "x"][..], &["demo"]] {
        assert!(laptop.refusal(args).contains("in gebruik"), "{args:?}");
    }
    assert_eq!(laptop.done(&["lines", "--json"]), lines);
    drop(held);
    laptop.done(&["note", "--session", "1", "x"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let laptop = Laptop::new();
    let below_a_file = format!("{}/notities", laptop.file("bestand", ""));
    for args in [&["days"][..], &["note", "--session", "1", "x"], &["demo"]] {
        let said =
            laptop.program(&["--data-dir", &below_a_file]).args(args).output().expect("the program runs");
        assert_eq!(said.status.code(), Some(1), "{args:?}");
        assert!(String::from_utf8_lossy(&said.stderr).contains(&below_a_file), "{args:?}");
    }
    let said =
        laptop.program(&["--data-dir", &below_a_file, "days", "--json"]).output().expect("the program runs");
    let document: Value = serde_json::from_slice(&said.stderr).expect("one JSON document");
    assert_eq!(document["error"]["kind"], "folder");
}

#[test]
fn commands_that_start_together_on_a_new_folder_all_see_the_day() {
    let laptop = Laptop::new();
    let start = || {
        Command::new(env!("CARGO_BIN_EXE_plenair"))
            .args(["--data-dir", &argument(&laptop.data_dir()), "days"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs")
    };
    let started: Vec<_> = (0..8).map(|_| start()).collect();
    for command in started {
        let output = command.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(DAY), "{output:?}");
    }
}

#[test]
fn a_store_that_was_never_finished_is_finished() {
    let laptop = Laptop::new();
    std::fs::create_dir(laptop.data_dir()).expect("a folder");
    laptop.file("notities/plenair.db", "");
    assert!(laptop.done(&["days"]).starts_with(DAY));
}

#[test]
fn a_file_that_is_no_database_is_damaged_and_stays_as_it_is() {
    let laptop = Laptop::new();
    let rubbish = "dit is geen database ".repeat(100);
    std::fs::create_dir(laptop.data_dir()).expect("a folder");
    laptop.file("notities/plenair.db", &rubbish);
    assert_eq!(laptop.failure(&["days", "--json"]), "damaged");
    assert_eq!(laptop.failure(&["check", "--json"]), "damaged");
    assert!(laptop.refusal(&["note", "--session", "1", "x"]).contains("beschadigd"));
    let now = std::fs::read_to_string(laptop.data_dir().join("plenair.db")).expect("the file");
    assert_eq!(now, rubbish);
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let laptop = Laptop::with_demo();
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_plenair"))
        .args(["--data-dir", &argument(&laptop.data_dir()), "lines", "--day", DAY, "--json"])
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(Stdio::piped())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let laptop = Laptop::with_demo();
    let full = std::fs::File::options().write(true).open("/dev/full").expect("the full device");
    let output = Command::new(env!("CARGO_BIN_EXE_plenair"))
        .args(["--data-dir", &argument(&laptop.data_dir()), "lines", "--json"])
        .stdin(Stdio::null())
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&output.stderr).expect("one JSON document");
    assert_eq!(document["error"]["kind"], "cannot-write");
}

#[test]
fn what_steers_a_terminal_does_not_reach_it() {
    let laptop = Laptop::new();
    laptop.done(&[
        "import",
        &laptop.file(
            "dag.toml",
            "[day]\ntitle = \"Dag\\u001b[2J\"\n[[sessions]]\ntitle = \"Rood\\u001b[31m\"\n",
        ),
    ]);
    let text = laptop.done(&["show", "dag"]);
    assert!(text.contains("Rood") && !text.contains('\u{1b}'), "{text:?}");
}
