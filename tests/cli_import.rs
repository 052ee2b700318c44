//! Reading programmes: `import`.

#[path = "support/cli.rs"]
mod support;

use serde_json::{Value, json};
use support::{Laptop, argument, keys, texts};

const PROGRAMME: &str = r#"
[day]
title = "Wijkdag Oost"
date = "2024-05-01"
place = "Oosterhaven"
timezone = "Europe/Amsterdam"

[[sessions]]
title = "Welkom"
start = "09:30"

[[sessions]]
title = "Rondgang"
kind = "social"
"#;

#[test]
fn a_dry_run_shows_what_was_understood_and_writes_nothing() {
    let laptop = Laptop::new();
    let file = laptop.file("dag.toml", PROGRAMME);
    let read = laptop.json(&["import", &file, "--dry-run", "--json"]);
    assert_eq!(keys(&read), ["day", "day_id", "format", "left_out", "saved", "sessions", "warnings"]);
    assert_eq!(
        (&read["format"], &read["saved"], &read["day_id"]),
        (&json!("plenair"), &json!(false), &Value::Null)
    );
    let day = json!({
        "title": "Wijkdag Oost", "date": "2024-05-01", "place": "Oosterhaven", "timezone": "Europe/Amsterdam"
    });
    assert_eq!(read["day"], day);
    assert_eq!(texts(&read["sessions"], "title"), ["Welkom", "Rondgang"]);
    assert_eq!((&read["sessions"][0]["id"], &read["sessions"][0]["start"]), (&Value::Null, &json!("09:30")));
    assert_eq!((&read["left_out"], &read["warnings"]), (&json!([]), &json!([])));
    let text = laptop.done(&["import", &file, "--dry-run"]);
    assert!(text.contains("1  09:30  Welkom") && text.contains("proef"), "{text}");
    assert!(!laptop.data_dir().exists());
}

#[test]
fn an_imported_programme_is_a_day() {
    let laptop = Laptop::new();
    let file = laptop.file("dag.toml", PROGRAMME);
    let saved = laptop.json(&["import", &file, "--as", "plenair", "--json"]);
    assert_eq!(saved["saved"], true);
    let shown = laptop.json(&["show", "wijkdag-oost-2024", "--json"]);
    assert_eq!(shown["day"]["id"], saved["day_id"]);
    assert_eq!(shown["sessions"], saved["sessions"]);
    assert_eq!(laptop.json(&["days", "--json"]).as_array().map(Vec::len), Some(2));
    assert!(laptop.done(&["import", &file]).contains("wijkdag-oost-2024-2"));
}

#[test]
fn a_programme_comes_from_standard_input_too() {
    let laptop = Laptop::new();
    let said = laptop.run_with(&["import", "-", "--json"], PROGRAMME);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        texts(&laptop.json(&["days", "--json"]), "title"),
        ["Netwerkdag grote steden", "Wijkdag Oost"]
    );
}

#[test]
fn what_is_not_understood_is_refused_with_its_line_and_nothing_is_made() {
    let laptop = Laptop::new();
    let slip = laptop.file("slip.toml", "[day]\ntitle = \"Dag\"\ntown = \"Oost\"\n");
    let page = laptop.file("page.html", "<html><body>Programma</body></html>");
    for file in [&slip, &page] {
        assert_eq!(laptop.failure(&["import", file, "--json"]), "not-understood");
    }
    assert!(laptop.refusal(&["import", &slip]).contains("egel 3"));
    assert!(!laptop.data_dir().exists());
}

#[test]
fn what_cannot_be_read_is_refused() {
    let laptop = Laptop::new();
    std::fs::create_dir(laptop.path("map")).expect("a folder");
    for (name, kind) in [("weg.toml", "unreadable"), ("map", "no-sessions")] {
        let path = argument(&laptop.path(name));
        assert_eq!(laptop.failure(&["import", &path, "--json"]), kind);
        let said = laptop.refusal(&["import", &path]);
        assert!(said.contains(name) || kind == "no-sessions" && !said.is_empty(), "{said}");
    }
}

#[test]
fn a_format_that_there_is_not_is_wrong_usage() {
    let laptop = Laptop::new();
    let said = laptop.run(&["import", "dag.ics", "--as", "word"]);
    assert_eq!((said.code, said.stdout.as_str()), (2, ""));
    assert!(said.stderr.contains("frab-xml"), "the possible formats are named: {}", said.stderr);
}

#[test]
fn a_file_is_read_as_what_it_is_unless_asked_otherwise() {
    let laptop = Laptop::new();
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Welkom\nDTSTART:20240501T093000\nSTATUS:CANCELLED\nEND:VEVENT\n";
    let file = laptop.file("dag.txt", calendar);
    let read = laptop.json(&["import", &file, "--dry-run", "--json"]);
    assert_eq!((&read["format"], &read["sessions"][0]["title"]), (&json!("ics"), &json!("Welkom")));
    assert_eq!(read["sessions"][0]["cancelled"], true);
    assert_eq!(laptop.failure(&["import", &file, "--as", "frab-xml", "--json"]), "not-understood");
}

#[test]
fn what_of_a_folder_is_passed_over_is_said() {
    let laptop = Laptop::new();
    let folder = laptop.path("aantekeningen");
    std::fs::create_dir_all(folder.join(".obsidian")).expect("a folder");
    let files =
        [("welkom.md", "# Welkom\n\neen\n"), ("n.txt", "geen Markdown"), (".obsidian/app.json", "{}")];
    for (name, text) in files {
        laptop.file(&format!("aantekeningen/{name}"), text);
    }
    let mut expected = vec![
        json!({ "line": null, "text": ".obsidian/app.json", "reason": "hidden" }),
        json!({ "line": null, "text": "n.txt", "reason": "not Markdown" }),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(laptop.file("elders.md", "elders\n"), folder.join("koppeling.md"))
            .expect("a link");
        expected
            .insert(1, json!({ "line": null, "text": "koppeling.md", "reason": "a link and not a file" }));
    }
    let path = argument(&folder);
    let read = laptop.json(&["import", &path, "--dry-run", "--json"]);
    assert_eq!(read["left_out"], json!(expected));
    let said = laptop.done(&["import", &path]);
    assert!(said.contains("n.txt (geen Markdown)") && said.contains("1 verborgen bestand"), "{said}");
    assert!(laptop.json(&["import", &path, "--json"])["left_out"] == json!(expected));
}
