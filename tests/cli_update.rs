//! A newer programme taken into a day: `import --into`.

#[path = "support/cli.rs"]
mod support;

use serde_json::{Value, json};
use support::{DAY, Laptop, argument, keys, texts};

const FIRST: &str = r#"
[day]
title = "Wijkdag Oost"
date = "2024-05-01"

[[sessions]]
title = "Welkom"
start = "09:30"

[[sessions]]
title = "Rondgang"
kind = "social"

[[sessions]]
title = "Lezing over toezicht"
start = "11:00"
room = "Zaal 1"
"#;

/// The talk is later and elsewhere, the walk is gone, and there is a lunch.
const SECOND: &str = r#"
[day]
title = "Wijkdag Oost"
date = "2024-05-01"
place = "Oosterhaven"

[[sessions]]
title = "Welkom"
start = "09:30"

[[sessions]]
title = "Lunch"
kind = "lunch"
start = "12:00"

[[sessions]]
title = "Lezing over toezicht"
start = "13:00"
room = "Zaal 2"
"#;

fn laptop() -> (Laptop, String) {
    let laptop = Laptop::new();
    let file = laptop.file("dag.toml", FIRST);
    laptop.json(&["import", &file, "--json"]);
    let newer = laptop.file("nieuwer.toml", SECOND);
    (laptop, newer)
}

fn shown(laptop: &Laptop) -> Value {
    laptop.json(&["show", "wijkdag-oost-2024", "--json"])
}

#[test]
fn a_trial_shows_the_difference_and_writes_nothing() {
    let (laptop, newer) = laptop();
    laptop.done(&["note", "--day", "wijkdag", "--session", "2", "mooi weer"]);
    let before = shown(&laptop);
    let said = laptop.json(&["import", &newer, "--into", "wijkdag", "--dry-run", "--json"]);
    assert_eq!((&said["saved"], &said["day_id"]), (&json!(false), &before["day"]["id"]));
    let update = &said["update"];
    assert_eq!(keys(update), ["changed", "day", "moved", "new", "private_left_out", "unchanged", "vanished"]);
    assert_eq!((&update["unchanged"], &update["moved"]), (&json!(1), &json!([])));
    assert_eq!(update["new"], json!([{ "position": 2, "title": "Lunch" }]));
    assert_eq!(update["day"], json!([{ "fact": "place", "old": null, "new": "Oosterhaven" }]));
    assert_eq!(
        update["changed"],
        json!([{
            "session": before["sessions"][2]["id"],
            "title": "Lezing over toezicht",
            "changes": [
                { "fact": "times", "old": "11:00", "new": "13:00" },
                { "fact": "room", "old": "Zaal 1", "new": "Zaal 2" }
            ]
        }])
    );
    assert_eq!(
        update["vanished"],
        json!([{
            "session": before["sessions"][1]["id"],
            "title": "Rondgang", "lines": 1, "stays": true, "successor": null
        }])
    );
    let text = laptop.done(&["import", &newer, "--into", "wijkdag", "--dry-run"]);
    for words in
        ["Lunch", "tijd 11:00 → 13:00; zaal Zaal 1 → Zaal 2", "Rondgang · 1 regel, blijft staan", "proef"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(shown(&laptop), before);
}

#[test]
fn a_day_is_updated_and_a_second_time_nothing_changes() {
    let (laptop, newer) = laptop();
    laptop.done(&["note", "--day", "wijkdag", "--session", "2", "mooi weer"]);
    let before = shown(&laptop);
    let said = laptop.json(&["import", &newer, "--into", "wijkdag", "--json"]);
    let after = shown(&laptop);
    assert_eq!((&said["saved"], &said["sessions"]), (&json!(true), &after["sessions"]));
    assert_eq!(texts(&after["sessions"], "title"), ["Welkom", "Rondgang", "Lunch", "Lezing over toezicht"]);
    assert_eq!(after["sessions"][1]["cancelled"], true);
    assert_eq!(
        (&after["sessions"][1]["lines"], &after["sessions"][1]["id"]),
        (&json!(1), &before["sessions"][1]["id"])
    );
    assert_eq!(after["sessions"][3]["id"], before["sessions"][2]["id"]);
    assert_eq!(after["day"]["place"], "Oosterhaven");
    let again = laptop.json(&["import", &newer, "--into", "wijkdag", "--json"]);
    assert_eq!(again["update"]["unchanged"], 3);
    for kind in ["changed", "day", "moved", "new", "vanished"] {
        assert_eq!(again["update"][kind], json!([]), "{kind}");
    }
    assert_eq!(shown(&laptop), after);
    assert!(laptop.done(&["import", &newer, "--into", "wijkdag"]).contains("niets gewijzigd"));
    assert_eq!(laptop.json(&["days", "--json"]).as_array().map(Vec::len), Some(2));
}

#[test]
fn private_lines_are_kept_and_not_counted_out_loud() {
    let (laptop, newer) = laptop();
    laptop.done(&["note", "--day", "wijkdag", "--session", "2", "privé: geheim"]);
    let said = laptop.json(&["import", &newer, "--into", "wijkdag", "--json"]);
    assert_eq!(said["update"]["vanished"][0]["lines"], 0);
    assert_eq!(said["update"]["vanished"][0]["stays"], true);
    assert!(!said.to_string().contains("geheim"));
    assert_eq!(texts(&shown(&laptop)["sessions"], "title")[1], "Rondgang");
}

#[test]
fn a_day_that_is_not_there_is_refused() {
    let (laptop, newer) = laptop();
    assert_eq!(laptop.failure(&["import", &newer, "--into", "nergens", "--json"]), "unknown-day");
}

#[test]
fn notes_are_not_dropped_on_the_way_into_a_day() {
    let laptop = Laptop::with_demo();
    for (format, name) in [("json", "dag.json"), ("markdown", "dag.md")] {
        let path = argument(&laptop.path(name));
        laptop.done(&["export", "--format", format, "--output", &path]);
        let before = laptop.done(&["show", "--json"]);
        for more in [&[][..], &["--dry-run"]] {
            let into = [&["import", &path, "--into", DAY][..], more].concat();
            assert_eq!(laptop.failure(&[&into[..], &["--json"]].concat()), "not-understood", "{name}");
            assert!(laptop.refusal(&into).contains("days of their own"), "{name}");
        }
        assert_eq!(laptop.done(&["show", "--json"]), before);
    }
    let bare = Laptop::new();
    let path = argument(&bare.path("leeg.json"));
    bare.done(&["export", "--format", "json", "--output", &path]);
    // A programme alone goes in.
    bare.done(&["import", &path, "--into", DAY]);
}
