//! Writing days to files: `export`.

#[path = "support/document.rs"]
mod document;
#[path = "support/cli.rs"]
mod support;

use std::collections::BTreeSet;
use std::path::Path;

use document::unzipped;
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
    for (format, name) in FORMS {
        let path = laptop.path(name);
        let args = ["export", "--format", format, "--output", &argument(&path), "--json"];
        let said = laptop.run(&args);
        assert!(!said.stdout.contains(CANARY) && !said.stderr.contains(CANARY), "{said:?}");
        let report: Value = serde_json::from_str(&said.stdout).expect("one JSON document");
        assert_eq!((&report["lines"], &report["private_left_out"]), (&json!(2), &json!(3)), "{name}");
        let document = on_disk(&path);
        assert!(!document.contains(CANARY), "{name}: {document}");
        let told = match name {
            "json" => "\"private_left_out\": 3",
            "tabellen" => "2,3\r\n",
            // A single table has no place to say it; the command did.
            "regels.csv" => "slot",
            _ => "3 regels zijn weggelaten",
        };
        assert!(document.contains(told), "{name}: {document}");
        laptop.done(&[&args[..], &["--overwrite", "--include-private"]].concat());
        assert!(on_disk(&path).contains(CANARY), "{name}");
    }
}

/// Every format, in every form that the ending of the path can give it.
const FORMS: [(&str, &str); 12] = [
    ("markdown", "dag.md"),
    ("markdown-folder", "map"),
    ("report", "verslag"),
    ("report", "verslag.md"),
    ("report", "verslag.docx"),
    ("report", "verslag.odt"),
    ("html", "dag.html"),
    ("docx", "dag.docx"),
    ("odt", "dag.odt"),
    ("csv", "tabellen"),
    ("csv", "regels.csv"),
    ("json", "json"),
];

/// All that can be read in what was written, names and archives included.
fn on_disk(path: &Path) -> String {
    if !path.is_dir() {
        return unzipped(&std::fs::read(path).expect("the export"));
    }
    let mut names: Vec<_> =
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    names.sort();
    let parts = names.iter().map(|file| format!("{}\n{}", file.display(), on_disk(file)));
    parts.collect::<Vec<_>>().concat()
}

#[test]
fn every_form_is_read_back_and_leaves_nothing_else() {
    let laptop = Laptop::with_demo();
    for (format, name) in FORMS {
        let path = argument(&laptop.path(name));
        let report = laptop.json(&["export", "--format", format, "--output", &path, "--json"]);
        let files = match name {
            "map" => 8,
            "tabellen" => 5,
            _ => 1,
        };
        assert_eq!((&report["files"], &report["sessions"]), (&json!(files), &json!(7)), "{name}");
        assert_eq!(laptop.failure(&["export", "--format", format, "--output", &path, "--json"]), "exists");
    }
    let left: Vec<_> =
        std::fs::read_dir(laptop.path("")).expect("the folder").map(|entry| entry.expect("a file")).collect();
    let hidden = left.iter().filter(|entry| entry.file_name().to_string_lossy().starts_with(".plenair"));
    assert_eq!(hidden.count(), 0);
}

#[test]
fn a_folder_with_something_else_in_it_is_never_replaced() {
    let laptop = Laptop::with_demo();
    let path = laptop.path("map");
    let args =
        ["export", "--format", "markdown-folder", "--output", &argument(&path), "--overwrite", "--json"];
    laptop.done(&args);
    laptop.done(&args);
    std::fs::File::create(path.join("van mij.md")).expect("a file");
    assert_eq!(laptop.failure(&args), "exists");
    assert!(path.join("van mij.md").exists());
}

#[test]
fn people_of_the_day_are_in_a_report_by_where_they_are_from_unless_asked() {
    let laptop = Laptop::with_demo();
    let path = laptop.path("verslag.md");
    let args = ["export", "--format", "report", "--output", &argument(&path), "--overwrite"];
    laptop.done(&args);
    let report = read(&path);
    for hidden in ["Samira", "Noor"] {
        assert!(!report.contains(hidden), "{hidden}: {report}");
    }
    for shown in ["gemeente Lindestad", "een deelnemer", "Bram van Vulpen", "Hubert Bruls"] {
        assert!(report.contains(shown), "{shown}: {report}");
    }
    laptop.done(&[&args[..], &["--names"]].concat());
    assert!(read(&path).contains("Samira"));
}

#[test]
fn exports_with_notes_come_in_again() {
    let laptop = Laptop::with_demo();
    let days = |laptop: &Laptop| laptop.json(&["days", "--json"]).as_array().map_or(0, Vec::len);
    for (format, name) in [("json", "dag.json"), ("markdown-folder", "map")] {
        let path = argument(&laptop.path(name));
        laptop.done(&["export", "--format", format, "--output", &path, "--include-private"]);
        let before = days(&laptop);
        let read = laptop.json(&["import", &path, "--dry-run", "--json"]);
        assert_eq!(
            (&read["saved"], &read["lines"], days(&laptop)),
            (&json!(false), &json!(77), before),
            "{name}"
        );
        let read = laptop.json(&["import", &path, "--json"]);
        assert_eq!((&read["saved"], days(&laptop)), (&json!(true), before + 1));
        let day = read["day_id"].as_str().expect("an id");
        let noted = |day: &str| {
            let lines = laptop.json(&["lines", "--day", day, "--include-private", "--json"]);
            let keys = ["text", "kind", "trends", "starred", "private", "done", "due", "noted_at", "author"];
            let line = |line: &Value| keys.map(|key| line[key].clone()).to_vec();
            lines.as_array().expect("lines").iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(noted(day), noted(DAY), "{name}");
    }
    let path = argument(&laptop.path("dag.md"));
    laptop.done(&["export", "--day", DAY, "--format", "markdown", "--output", &path, "--include-private"]);
    let day = laptop.json(&["import", &path, "--json"])["day_id"].as_str().expect("an id").to_owned();
    let shown = |day: &str| {
        let lines = laptop.json(&["lines", "--day", day, "--include-private", "--json"]);
        let keys = ["kind", "starred", "private", "done", "due", "source", "mentions"];
        let line = |line: &Value| keys.map(|key| line[key].clone()).to_vec();
        let own = lines.as_array().expect("lines").iter().filter(|line| line["kind"] != "remark").map(line);
        own.collect::<Vec<_>>()
    };
    assert_eq!(shown(&day), shown(DAY), "one file shows no times and no signs of lists");
    let said = laptop.done(&["import", &argument(&laptop.path("map"))]);
    assert!(said.contains("7 onderdelen, 77 regels"), "{said}");
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

#[test]
fn times_and_kinds_are_told_or_not_in_what_people_read() {
    let laptop = Laptop::with_demo();
    let lines = laptop.json(&["lines", "--json"]);
    let noted_at =
        lines.as_array().expect("lines").iter().map(|line| line["noted_at"].as_str().expect("a moment"));
    let noted: BTreeSet<String> = noted_at.map(|moment| format!("{} ", &moment[11..16])).collect();
    for (format, name) in [
        ("markdown", "dag.md"),
        ("report", "verslag.md"),
        ("html", "dag.html"),
        ("docx", "dag.docx"),
        ("odt", "dag.odt"),
    ] {
        let export = |more: &[&str]| {
            let path = laptop.path(name);
            let output = argument(&path);
            let args = ["export", "--format", format, "--output", &output, "--overwrite"];
            laptop.done(&[&args[..], more].concat());
            unzipped(&std::fs::read(&path).expect("the export"))
        };
        let (usual, times, without) =
            (export(&[]), export(&["--times"]), export(&["--no-times", "--no-kinds"]));
        let told = |text: &str| noted.iter().map(|time| text.matches(time.as_str()).count()).sum::<usize>();
        assert_eq!(told(&usual), told(&without), "{format}");
        assert!(told(&times) > told(&usual) + 3, "{format}: {noted:?}");
        // In the report lines stand under the heading of their kind.
        if format != "report" {
            assert!(usual.contains("Vraag:") && !without.contains("Vraag:"), "{format}");
        }
    }
    // What programs read has both, whatever is asked for.
    for format in ["json", "markdown-folder", "csv"] {
        let (plain, asked) = (laptop.path(&format!("{format}-1")), laptop.path(&format!("{format}-2")));
        laptop.done(&["export", "--format", format, "--output", &argument(&plain)]);
        let none = ["--no-times", "--no-kinds", "--output"];
        laptop.done(&[&["export", "--format", format][..], &none, &[argument(&asked).as_str()]].concat());
        if plain.is_file() {
            assert_eq!(read(&plain), read(&asked), "{format}");
        }
    }
    let both = ["export", "--format", "markdown", "--output", "x.md", "--times", "--no-times"];
    assert_eq!(laptop.run(&both).code, 2);
}

/// What is in the data folder and how large it is, so that a change shows; the lock is only there while something writes.
fn at_home(laptop: &Laptop) -> Vec<(String, u64)> {
    let files = std::fs::read_dir(laptop.data_dir()).expect("the data folder");
    let file = |entry: std::fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), entry.metadata().map_or(0, |file| file.len()))
    };
    let mut found: Vec<_> = files.map(|entry| file(entry.expect("a file"))).collect();
    found.retain(|(name, _)| !name.ends_with("-shm") && !name.ends_with("-wal"));
    found.sort();
    found
}

#[test]
fn the_folder_of_the_notes_is_never_written_to_nor_a_backup_over() {
    let laptop = Laptop::with_demo();
    let lines = laptop.done(&["lines", "--json"]);
    let before = at_home(&laptop);
    let backups = laptop.path("notities.backups");
    std::fs::create_dir_all(&backups).expect("a folder");
    laptop.done(&["backup", &argument(&backups)]);
    let backup =
        std::fs::read_dir(&backups).expect("the folder").next().expect("a backup").expect("a backup");
    let home = laptop.data_dir();
    let targets = [
        home.join("plenair.db"),
        home.join("plenair.lock"),
        home.join("window.json"),
        home.join("nieuw.json"),
        home.join("../notities/plenair.db"),
        backup.path(),
        home.clone(),
    ];
    for target in &targets {
        for format in ["json", "markdown-folder"] {
            let args = ["export", "--format", format, "--output", &argument(target), "--overwrite"];
            assert_eq!(laptop.failure(&[&args[..], &["--json"]].concat()), "own-folder", "{target:?}");
            assert!(laptop.refusal(&args).contains("waar Plenair je notities"), "{target:?}");
        }
    }
    assert_eq!(at_home(&laptop), before);
    assert_eq!(laptop.done(&["lines", "--json"]), lines);
    laptop.done(&["check"]);
    // Somebody may have chosen a folder for backups in which other things are, too.
    laptop.done(&["export", "--format", "json", "--output", &argument(&backups.join("dag.json"))]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_notes_is_seen_through() {
    use std::os::unix::fs::symlink;
    let laptop = Laptop::with_demo();
    let (to_file, to_folder) = (laptop.path("dag.json"), laptop.path("map"));
    symlink(laptop.data_dir().join("plenair.db"), &to_file).expect("a link");
    symlink(laptop.data_dir(), &to_folder).expect("a link");
    for target in [&to_file, &to_folder.join("plenair.db")] {
        let args = ["export", "--format", "json", "--output", &argument(target), "--overwrite", "--json"];
        assert_eq!(laptop.failure(&args), "own-folder");
    }
    laptop.done(&["check"]);
}

#[cfg(unix)]
#[test]
fn a_socket_is_not_replaced_and_a_link_stays_one() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let laptop = Laptop::with_demo();
    let socket = laptop.path("deur");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    let args = ["export", "--format", "json", "--output", &argument(&socket), "--overwrite"];
    assert_eq!(laptop.failure(&[&args[..], &["--json"]].concat()), "cannot-write");
    assert!(laptop.refusal(&args).contains("het is geen gewoon bestand"));
    assert!(socket.symlink_metadata().expect("the socket").file_type().is_socket());
    let target = laptop.file("echt.json", "oud");
    let link = laptop.path("link.json");
    symlink(&target, &link).expect("a link");
    laptop.done(&["export", "--format", "json", "--output", &argument(&link), "--overwrite"]);
    assert!(link.symlink_metadata().expect("the link").is_symlink());
    assert!(read(Path::new(&target)).contains("\"plenair\""));
}

#[test]
fn a_folder_in_which_somebody_wrote_is_not_replaced() {
    let laptop = Laptop::with_demo();
    let odd = "  \tlijst `a` & b\\c\n1. punt\n    diep\n---\n<b>vet</b> $x$\nregel met spatie \n";
    assert_eq!(laptop.run_with(&["note", "--session", "1"], odd).code, 0);
    let folder = laptop.path("map");
    let target = argument(&folder);
    let args = ["export", "--format", "markdown-folder", "--output", &target, "--overwrite"];
    laptop.done(&args);
    laptop.done(&args);
    let file = folder.join("01 Welkomstwoord.md");
    let text = std::fs::read_to_string(&file).expect("a note");
    let line = text.lines().find(|line| line.contains("zaal")).expect("a line of the examples");
    let note = "<!-- plenair: note -->\n";
    for edited in [
        text.replace(line, &format!("{line}, en meer")),
        text.replace(line, &format!("{line}\n\nerbij")),
        text.replace(&format!("{line}\n"), ""),
        text.replace(note, &format!("boven de notitie\n\n{note}")),
        format!("{text}eronder\n"),
    ] {
        assert_ne!(edited, text);
        laptop.file("map/01 Welkomstwoord.md", &edited);
        assert_eq!(laptop.failure(&[&args[..], &["--json"]].concat()), "exists", "{edited}");
        assert_eq!(std::fs::read_to_string(&file).expect("a note"), edited, "what was written is there");
    }
    laptop.file("map/01 Welkomstwoord.md", &text);
    laptop.done(&args);
}
