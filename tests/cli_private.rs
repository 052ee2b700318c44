//! A session that is private as a whole: nothing of it comes out unasked, and what stays behind is counted.

#[path = "support/document.rs"]
mod document;
#[path = "support/cli.rs"]
mod support;

use plenair::store::Store;
use serde_json::json;
use support::{DAY, Laptop, argument, texts};

/// Everything of the private session has this word in it.
const SECRET: &str = "zwijgplicht";

fn laptop() -> Laptop {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "2", "open #toezicht\nprivé: voor mij"]);
    let lines = format!("{SECRET} een #{SECRET}\n- [ ] {SECRET} twee\n\ncijfer: 70 % {SECRET} #toezicht");
    laptop.done(&["note", "--session", "3", &lines]);
    let mut store = Store::open(&laptop.data_dir()).expect("the store");
    let day = store.find_day(DAY).expect("the day");
    let session = store.find_session(day, "3").expect("a session");
    store.rename_session(session, &format!("Ronde {SECRET}")).expect("a title");
    store.set_session_private(session, true).expect("a session");
    laptop
}

#[test]
fn nothing_of_a_private_session_is_printed_unasked() {
    let laptop = laptop();
    for command in [
        vec!["days"],
        vec!["show"],
        vec!["lines"],
        vec!["lines", "--all"],
        vec!["lines", "--session", "3"],
        vec!["lines", "--kind", "figure"],
        vec!["trends"],
        vec!["trends", "--all"],
        vec!["search", SECRET],
    ] {
        for format in [&[][..], &["--json"]] {
            let said = laptop.run(&[&command[..], format].concat());
            assert_eq!(said.code, 0, "{command:?}: {said:?}");
            let said = said.stdout + &said.stderr;
            assert!(!said.contains(SECRET), "{command:?}: {said}");
        }
    }
    assert_eq!(laptop.json(&["days", "--json"])[0]["lines"], json!(1), "three in the session, one by itself");
    let trends = laptop.json(&["trends", "--json"]);
    assert_eq!((texts(&trends, "trend"), &trends[0]["lines"]), (vec!["toezicht"], &json!(1)));
    assert_eq!(laptop.json(&["show", "--json"])["sessions"].as_array().map(Vec::len), Some(6));
}

#[test]
fn a_private_session_is_in_no_document_and_its_lines_are_counted() {
    let laptop = laptop();
    for format in ["markdown", "json"] {
        let path = laptop.path(format);
        let export = ["export", "--format", format, "--output", &argument(&path), "--json"];
        let report = laptop.json(&export);
        let counts = (&report["sessions"], &report["lines"], &report["private_left_out"]);
        assert_eq!(counts, (&json!(6), &json!(1), &json!(4)), "{format}");
        let text = std::fs::read_to_string(&path).expect("the document");
        assert!(!text.contains(SECRET) && text.contains("open"), "{format}: {text}");
        let report = laptop.json(&[&export[..], &["--overwrite", "--include-private"]].concat());
        let counts = (&report["sessions"], &report["lines"], &report["private_left_out"]);
        assert_eq!(counts, (&json!(7), &json!(5), &json!(0)), "{format}, when asked for");
    }
}

#[test]
fn a_private_session_comes_out_when_asked_for() {
    let laptop = laptop();
    let asked = |command: &[&str]| laptop.json(&[command, &["--include-private", "--json"]].concat());
    let lines = asked(&["lines", "--session", "3"]);
    assert_eq!(lines.as_array().map(Vec::len), Some(3));
    assert!(lines.as_array().is_some_and(|lines| lines.iter().all(|line| line["private"] == true)));
    assert_eq!(asked(&["search", SECRET]).as_array().map(Vec::len), Some(3));
    assert!(texts(&asked(&["trends"]), "trend").contains(&SECRET));
}

#[test]
fn a_private_session_is_marked_in_documents_for_people_and_comes_back_private() {
    let laptop = laptop();
    for language in ["nl", "en"] {
        let path = argument(&laptop.path(&format!("{language}.md")));
        let home = argument(&laptop.data_dir());
        let everywhere = ["--lang", language, "--data-dir", &home];
        let export = ["export", "--format", "markdown", "--output", &path, "--include-private"];
        laptop.program(&[&everywhere[..], &export].concat()).assert().success();
        let elsewhere = Laptop::new();
        let read = elsewhere.json(&["import", &path, "--json"]);
        let day = read["day_id"].as_str().expect("an id");
        let sessions = elsewhere.json(&["show", day, "--json"]);
        assert!(!sessions.to_string().contains(SECRET), "{sessions}");
        assert_eq!(sessions["sessions"].as_array().map(Vec::len), Some(6), "the others are not private");
        let found = elsewhere.json(&["search", SECRET, "--include-private", "--json"]);
        assert_eq!(found.as_array().map(Vec::len), Some(3), "and nothing was lost: {found}");
    }
    for (format, name) in [("html", "dag.html"), ("docx", "dag.docx"), ("odt", "dag.odt")] {
        let path = laptop.path(name);
        laptop.done(&["export", "--format", format, "--output", &argument(&path), "--include-private"]);
        let document = document::unzipped(&std::fs::read(&path).expect("the export"));
        assert!(document.contains(&format!("3. Ronde {SECRET} (alleen voor mij)")), "{name}: {document}");
    }
}
