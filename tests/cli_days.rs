//! Looking at days: `days`, `show` and `check`, and where the notes are.

#[path = "support/cli.rs"]
mod support;

use serde_json::{Value, json};
use support::{DAY, Laptop, argument, keys, texts};

const TWO_DAYS: &str = r#"
[day]
title = "Tweedaagse"
date = "2024-05-01"
last_date = "2024-05-02"

[[sessions]]
title = "Welkom"
date = "2024-05-01"
start = "09:30"
end = "10:00"
room = "Zaal 1"

[[sessions]]
title = "Ronde"
date = "2024-05-02"
kind = "workshop"
start = "13:00"
parallel = "B"
speakers = [{ name = "Noor de Wit", role = "adviseur" }, { name = "Bram" }]
"#;

#[test]
fn a_new_folder_holds_the_built_in_day() {
    let laptop = Laptop::new();
    let days = laptop.json(&["days", "--json"]);
    assert_eq!(days.as_array().map(Vec::len), Some(1));
    let day = &days[0];
    assert_eq!(
        keys(day),
        ["date", "id", "last_date", "lines", "open_actions", "place", "sessions", "slug", "title"]
    );
    assert_eq!(day["slug"], DAY);
    assert_eq!((&day["date"], &day["last_date"]), (&json!("2023-03-16"), &Value::Null));
    assert_eq!((&day["sessions"], &day["lines"]), (&json!(7), &json!(0)));
    assert!(laptop.done(&["days"]).contains("do 16 maart 2023"));
}

#[test]
fn a_day_is_found_by_its_slug_its_id_a_start_of_them_or_not_named_at_all() {
    let laptop = Laptop::new();
    let id = laptop.json(&["days", "--json"])[0]["id"].as_str().expect("an id").to_owned();
    for args in [
        &["show", "--json"][..],
        &["show", DAY, "--json"],
        &["show", "netw", "--json"],
        &["show", &id, "--json"],
    ] {
        assert_eq!(laptop.json(args)["day"]["slug"], DAY, "{args:?}");
    }
    assert_eq!(laptop.failure(&["show", "elders", "--json"]), "unknown-day");
    laptop.done(&["import", &laptop.file("dag.toml", &TWO_DAYS.replace("Tweedaagse", "Netwerkdiner"))]);
    assert_eq!(laptop.failure(&["show", "netwerkd", "--json"]), "ambiguous-day");
}

#[test]
fn the_programme_has_every_key_of_the_contract() {
    let laptop = Laptop::new();
    let shown = laptop.json(&["show", DAY, "--json"]);
    assert_eq!(keys(&shown), ["day", "sessions"]);
    for key in ["id", "slug", "title", "date", "last_date", "place"] {
        assert!(shown["day"].get(key).is_some(), "{key}");
    }
    let sessions = shown["sessions"].as_array().expect("sessions");
    let contract = [
        "abstract",
        "by_hand",
        "cancelled",
        "contacts",
        "date",
        "day_number",
        "end",
        "external_id",
        "id",
        "kind",
        "lines",
        "lists",
        "main_points",
        "parallel",
        "position",
        "private",
        "programme_day",
        "room",
        "speakers",
        "starred",
        "start",
        "subtitle",
        "take_home",
        "title",
        "track",
    ];
    assert!(sessions.iter().all(|session| keys(session) == contract));
    let positions: Vec<_> = sessions.iter().map(|session| session["position"].as_u64()).collect();
    assert_eq!(positions, (1..=7).map(Some).collect::<Vec<_>>());
    assert!(sessions.iter().all(|session| session["start"].is_null() && session["day_number"] == 1));
    assert_eq!(sessions[0]["date"], "2023-03-16");
    assert_eq!(keys(&sessions[2]["speakers"][0]), ["name", "role"]);
}

#[test]
fn times_rooms_and_dates_come_through() {
    let laptop = Laptop::new();
    laptop.done(&["import", &laptop.file("dag.toml", TWO_DAYS)]);
    let sessions = &laptop.json(&["show", "tweedaagse", "--json"])["sessions"];
    let welcome = &sessions[0];
    assert_eq!((&welcome["start"], &welcome["end"]), (&json!("09:30"), &json!("10:00")));
    assert_eq!((&welcome["room"], &welcome["day_number"]), (&json!("Zaal 1"), &json!(1)));
    let round = &sessions[1];
    assert_eq!((&round["start"], &round["end"]), (&json!("13:00"), &Value::Null));
    assert_eq!((&round["date"], &round["day_number"]), (&json!("2024-05-02"), &json!(2)));
    assert_eq!((&round["kind"], &round["parallel"]), (&json!("workshop"), &json!("B")));
    assert_eq!(texts(&round["speakers"], "name"), ["Noor de Wit", "Bram"]);
    assert_eq!(round["speakers"][1]["role"], Value::Null);

    let text = laptop.done(&["show", "tweedaagse"]);
    assert!(text.contains("wo 1 mei – do 2 mei 2024"), "{text}");
    assert!(text.contains("1  09:30–10:00  Welkom"), "{text}");
    assert!(text.contains("2  13:00        Ronde   Noor de Wit, Bram"), "{text}");
}

#[test]
fn people_read_the_programme_in_their_language() {
    let laptop = Laptop::with_demo();
    let dutch = laptop.done(&["show"]);
    assert!(dutch.starts_with("Netwerkdag grote steden\ndo 16 maart 2023 · Nijmegen\n"), "{dutch}");
    assert!(dutch.contains("\n1  Welkomstwoord ") && dutch.contains(" regels"), "{dutch}");
    let english = laptop.done(&["show", "--lang", "en"]);
    assert!(english.contains("Thu 16 March 2023 · Nijmegen") && english.contains(" lines"), "{english}");
}

#[test]
fn a_check_of_whole_notes_is_well() {
    let laptop = Laptop::with_demo();
    let check = laptop.json(&["check", "--json"]);
    assert_eq!(keys(&check), ["backups", "database", "ok", "problems"]);
    assert_eq!((&check["ok"], &check["problems"], &check["backups"]), (&json!(true), &json!([]), &json!([])));
    let database = &check["database"];
    assert_eq!(keys(database), ["bytes", "integrity", "path", "schema"]);
    assert_eq!(database["integrity"], "ok");
    let path = database["path"].as_str().expect("a path");
    assert!(std::path::Path::new(path).is_file());
    assert!(laptop.done(&["check"]).contains(path));
}

#[test]
fn a_check_that_finds_something_says_what_and_ends_with_1() {
    let laptop = Laptop::with_demo();
    let database = rusqlite::Connection::open(laptop.data_dir().join("plenair.db")).expect("the database");
    database
        .execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM session WHERE position = 3;")
        .expect("lines without their session");
    drop(database);
    let said = laptop.run(&["check", "--json"]);
    assert_eq!(said.code, 1, "{said:?}");
    let check: Value = serde_json::from_str(&said.stdout).expect("one JSON document");
    assert_eq!((&check["ok"], &check["database"]["integrity"]), (&json!(false), &json!("damaged")));
    assert!(check["problems"].as_array().is_some_and(|problems| !problems.is_empty()), "{check}");
    assert_eq!(laptop.run(&["check"]).code, 1);
}

#[test]
fn the_data_folder_can_be_named_in_the_environment_and_an_option_goes_first() {
    let laptop = Laptop::new();
    let (named, asked) = (laptop.path("omgeving"), laptop.path("gevraagd"));
    let run = |args: &[&str]| laptop.program(args).env("PLENAIR_DATA_DIR", &named).assert().success();
    run(&["days", "--data-dir", &argument(&asked)]);
    assert!(asked.join("plenair.db").is_file() && !named.exists());
    run(&["days"]);
    assert!(named.join("plenair.db").is_file());
}

// Elsewhere the folder does not follow $HOME, and a test has no business in the user's own.
#[cfg(target_os = "linux")]
#[test]
fn without_a_folder_the_notes_are_in_the_local_data_of_this_user() {
    let laptop = Laptop::new();
    let mut check = laptop.program(&["check", "--json"]);
    let said =
        check.env_remove("XDG_DATA_HOME").env("PLENAIR_DATA_DIR", "").output().expect("the program runs");
    let check: Value = serde_json::from_slice(&said.stdout).expect("one JSON document");
    let expected = argument(&laptop.path(".local/share/plenair/plenair.db"));
    assert_eq!(check["database"]["path"], expected.as_str());
}
