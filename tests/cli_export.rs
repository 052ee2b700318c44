//! Writing days to files: `export`.

#[path = "support/cli.rs"]
mod support;

use std::path::Path;

use serde_json::{Value, json};
use support::{DAY, Laptop, argument, keys};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/demo-nl.md");

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the export")
}

/// With `PLENAIR_BLESS=1` the example is written anew instead; look at what changed before keeping it.
#[test]
fn the_example_day_as_markdown_is_as_it_should_be() {
    let laptop = Laptop::with_demo();
    let path = laptop.path("dag.md");
    laptop.done(&["export", "--day", DAY, "--format", "markdown", "--output", &argument(&path)]);
    if std::env::var_os("PLENAIR_BLESS").is_some_and(|bless| bless == "1") {
        std::fs::copy(&path, GOLDEN).expect("the example is written");
    }
    assert_eq!(read(&path), read(Path::new(GOLDEN)));
}

#[test]
fn the_report_counts_what_was_written() {
    let laptop = Laptop::with_demo();
    let noted = |filters: &[&str]| {
        laptop.json(&[&["lines", "--json"], filters].concat()).as_array().map_or(0, Vec::len)
    };
    let (open, all) = (noted(&[]), noted(&["--include-private"]));
    assert!(all >= open + 3);
    for format in ["markdown", "json"] {
        let path = argument(&laptop.path(format));
        let export = |more: &[&str]| {
            laptop.json(&[&["export", "--format", format, "--output", &path, "--json"], more].concat())
        };
        let report = export(&[]);
        assert_eq!(keys(&report), ["days", "files", "lines", "path", "private_left_out", "sessions"]);
        let expected = json!({
            "path": path, "files": 1, "days": 1, "sessions": 7, "lines": open, "private_left_out": all - open
        });
        assert_eq!(report, expected);
        let report = export(&["--include-private", "--overwrite"]);
        assert_eq!((&report["lines"], &report["private_left_out"]), (&json!(all), &json!(0)));
    }
    let path = argument(&laptop.path("dag.md"));
    let said = laptop.done(&["export", "--format", "markdown", "--output", &path]);
    assert!(said.contains(&format!("7 onderdelen, {open} regels, {} alleen voor mij", all - open)), "{said}");
}

#[test]
fn the_json_document_holds_what_the_commands_print() {
    let laptop = Laptop::with_demo();
    let path = laptop.path("dag.json");
    laptop.done(&["export", "--all", "--format", "json", "--output", &argument(&path)]);
    let document: Value = serde_json::from_str(&read(&path)).expect("a JSON document");
    let day = &document["days"][0];
    assert_eq!(day["lines"], laptop.json(&["lines", "--json"]));
    assert_eq!(day["trends"], laptop.json(&["trends", "--json"]));
    assert_eq!(day["sessions"], laptop.json(&["show", "--json"])["sessions"]);
}

#[test]
fn private_lines_stay_behind_and_are_counted() {
    const CANARY: &str = "kanariegeheim";
    let laptop = Laptop::new();
    let text = format!("open\nprivé: {CANARY}\n- [x] // {CANARY} #{CANARY}\n## privé: {CANARY}\nslot");
    laptop.done(&["note", "--session", "3", &text]);
    for format in ["markdown", "json"] {
        let path = laptop.path(format);
        let args = ["export", "--format", format, "--output", &argument(&path), "--json"];
        let said = laptop.run(&args);
        assert!(!said.stdout.contains(CANARY) && !said.stderr.contains(CANARY), "{said:?}");
        let report: Value = serde_json::from_str(&said.stdout).expect("one JSON document");
        assert_eq!((&report["lines"], &report["private_left_out"]), (&json!(2), &json!(3)));
        let document = read(&path);
        assert!(!document.contains(CANARY), "{document}");
        let told = if format == "json" { "\"private_left_out\": 3" } else { "3 regels zijn weggelaten" };
        assert!(document.contains(told), "{document}");
        laptop.done(&[&args[..], &["--overwrite", "--include-private"]].concat());
        assert!(read(&path).contains(CANARY));
    }
}

#[test]
fn a_file_that_is_there_is_only_replaced_when_asked() {
    let laptop = Laptop::with_demo();
    let file = laptop.file("dag.md", "van mij");
    let args = ["export", "--format", "markdown", "--output", &file, "--json"];
    assert_eq!(laptop.failure(&args), "exists");
    assert_eq!(read(Path::new(&file)), "van mij");
    laptop.done(&[&args[..], &["--overwrite"]].concat());
    assert!(read(Path::new(&file)).contains("Netwerkdag grote steden"));
}

#[test]
fn a_place_that_cannot_be_written_is_one_clear_message_and_nothing_half() {
    let laptop = Laptop::with_demo();
    std::fs::create_dir(laptop.path("map")).expect("a folder");
    let file = laptop.file("bestand", "vol");
    for path in [laptop.path("map"), laptop.path("weg/dag.md"), Path::new(&file).join("dag.md")] {
        let path = argument(&path);
        let args = ["export", "--format", "markdown", "--output", &path];
        for args in [&args[..], &[&args[..], &["--overwrite"]].concat()] {
            assert!(laptop.refusal(args).contains(&path));
            assert_eq!(laptop.failure(&[args, &["--json"]].concat()), "cannot-write");
        }
    }
    assert_eq!(std::fs::read_dir(laptop.path("map")).expect("the folder").count(), 0);
    assert!(!laptop.path("weg").exists());
}

#[test]
fn an_unknown_day_or_format_is_refused() {
    let laptop = Laptop::new();
    let path = argument(&laptop.path("dag.md"));
    assert_eq!(
        laptop.failure(&["export", "--day", "x", "--format", "json", "--output", &path, "--json"]),
        "unknown-day"
    );
    let said = laptop.run(&["export", "--format", "wordperfect", "--output", &path]);
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("markdown"), "the possible formats are named: {}", said.stderr);
    assert!(!Path::new(&path).exists());
}
