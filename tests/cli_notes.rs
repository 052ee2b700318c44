//! Noting and finding again: `note`, `demo`, `lines`, `trends` and `search`.

#[path = "support/cli.rs"]
mod support;

use chrono::DateTime;
use serde_json::{Value, json};
use support::{DAY, Laptop, Said, keys, texts};

fn lines(laptop: &Laptop, filters: &[&str]) -> Value {
    laptop.json(&[&["lines", "--json"], filters].concat())
}

#[test]
fn a_note_goes_to_the_session_and_says_so() {
    let laptop = Laptop::new();
    let said = laptop.done(&["note", "--session", "3", "De basis moet op orde #toezicht"]);
    assert_eq!(said, "Genoteerd bij 3 · Uitdagingen lokaal veiligheidsbeleid\n");
    let lines = lines(&laptop, &[]);
    assert_eq!(texts(&lines, "text"), ["De basis moet op orde #toezicht"]);
    let sessions = &laptop.json(&["show", "--json"])["sessions"];
    assert_eq!(lines[0]["session"], sessions[2]["id"]);
    assert_eq!(sessions[2]["lines"], 1);
}

#[test]
fn a_session_can_be_named_by_its_id_and_its_day() {
    let laptop = Laptop::new();
    let id = laptop.json(&["show", "--json"])["sessions"][4]["id"].as_str().expect("an id").to_owned();
    laptop.done(&["note", "--day", DAY, "--session", &id, "Begin klein"]);
    assert_eq!(texts(&lines(&laptop, &["--session", "5"]), "text"), ["Begin klein"]);
}

#[test]
fn each_line_of_the_text_is_a_line_of_the_note_at_its_end() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "1", "een\ntwee"]);
    let said = laptop.run_with(&["note", "--session", "1"], "\u{feff}drie\r\n\tvi\u{7}er\n\n");
    assert_eq!((said.code, said.stdout.as_str()), (0, "2 regels genoteerd bij 1 · Welkomstwoord\n"));
    let lines = lines(&laptop, &[]);
    assert_eq!(texts(&lines, "text"), ["een", "twee", "drie", "\tvier"]);
    let positions: Vec<_> =
        lines.as_array().expect("lines").iter().map(|line| line["position"].as_u64()).collect();
    assert_eq!(positions, [Some(1), Some(2), Some(3), Some(4)]);
}

#[test]
fn a_note_without_text_is_wrong_usage_and_changes_nothing() {
    let laptop = Laptop::new();
    for said in [
        laptop.run(&["note", "--session", "1", " \n\t"]),
        laptop.run_with(&["note", "--session", "1"], "\n\u{7}\n"),
        laptop.run(&["note", "--session", "1"]),
    ] {
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{said:?}");
        assert!(said.stderr.contains("leeg"), "{said:?}");
    }
    assert_eq!(lines(&laptop, &[]), json!([]));
}

#[test]
fn input_that_is_no_text_is_refused() {
    let laptop = Laptop::new();
    let said = laptop.run_with(&["note", "--session", "1"], b"caf\xe9".to_vec());
    assert_eq!((said.code, said.stdout.as_str()), (1, ""), "{said:?}");
    assert!(said.stderr.contains("stdin"), "{said:?}");
}

#[test]
fn a_line_has_every_key_of_the_contract() {
    let laptop = Laptop::new();
    let text = "- [ ] ★ cijfers opvragen #handhaving #6 @Bram en @[Noor de Wit] vóór 1 april";
    laptop.done(&["note", "--session", "3", text]);
    let line = &lines(&laptop, &[])[0];
    let contract = [
        "author", "day", "done", "due", "figure", "id", "kind", "mentions", "noted_at", "position",
        "private", "session", "source", "starred", "text", "trends",
    ];
    assert_eq!(keys(line), contract);
    assert_eq!((&line["kind"], &line["due"]), (&json!("action"), &json!("2023-04-01")));
    assert_eq!(line["trends"], json!(["toezicht", "ondermijning"]));
    assert_eq!(line["mentions"], json!(["Bram", "Noor de Wit"]));
    assert_eq!(
        (&line["starred"], &line["private"], &line["done"]),
        (&json!(true), &json!(false), &json!(false))
    );
    assert_eq!((&line["source"], &line["figure"], &line["text"]), (&Value::Null, &Value::Null, &json!(text)));
    let noted_at = line["noted_at"].as_str().expect("a time");
    assert!(DateTime::parse_from_rfc3339(noted_at).is_ok(), "{noted_at}");
}

#[test]
fn figures_and_sources_of_quotes_are_read() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "2", "cijfer: 47 van 258 respondenten\n> Samen verder — Samira"]);
    let lines = lines(&laptop, &[]);
    assert_eq!(keys(&lines[0]["figure"]), ["of", "unit", "value", "what"]);
    assert_eq!((&lines[0]["figure"]["value"], &lines[0]["figure"]["of"]), (&json!(47.0), &json!(258.0)));
    assert_eq!((&lines[1]["kind"], &lines[1]["source"]), (&json!("quote"), &json!("Samira")));
}

#[test]
fn lines_are_chosen_by_session_kind_trend_and_star() {
    let laptop = Laptop::with_demo();
    let all = lines(&laptop, &[]).as_array().expect("lines").len();
    for kind in ["remark", "action", "decision", "question", "quote", "figure", "heading"] {
        let chosen = lines(&laptop, &["--kind", kind]);
        assert!(texts(&chosen, "kind").iter().all(|found| *found == kind));
        assert!((1..all).contains(&chosen.as_array().map_or(0, Vec::len)), "{kind}");
    }
    let of = |filters: &[&str]| texts(&lines(&laptop, filters), "text").join("\n");
    assert_eq!(of(&["--trend", "toezicht"]), of(&["--trend", "Handhaving"]));
    assert!(of(&["--trend", "ondermijning"]).contains("#6"));
    assert_eq!(of(&["--trend", "nooitvangehoord"]), "");
    let starred = lines(&laptop, &["--starred", "--session", "2"]);
    assert!(
        starred
            .as_array()
            .is_some_and(|lines| !lines.is_empty() && lines.iter().all(|line| line["starred"] == true))
    );
    assert!(
        laptop
            .done(&["lines", "--kind", "decision"])
            .contains("3 · Uitdagingen lokaal veiligheidsbeleid\n  ")
    );
    let nothing = laptop.run(&["lines", "--trend", "nooitvangehoord"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("Geen regels"));
}

#[test]
fn lines_of_all_days_are_together() {
    let laptop = Laptop::new();
    laptop.done(&[
        "import",
        &laptop.file("dag.toml", "[day]\ntitle = \"Wijkdag\"\n[[sessions]]\ntitle = \"Welkom\"\n"),
    ]);
    laptop.done(&["note", "--day", DAY, "--session", "1", "hier #boa"]);
    laptop.done(&["note", "--day", "wijkdag", "--session", "1", "daar #boa"]);
    laptop.done(&["note", "--day", DAY, "--session", "2", "verder"]);
    assert_eq!(texts(&lines(&laptop, &["--all"]), "text"), ["hier #boa", "verder", "daar #boa"]);
    assert_eq!(texts(&lines(&laptop, &["--all", "--session", "2"]), "text"), ["verder"]);
    assert_eq!(laptop.failure(&["lines", "--all", "--session", "40", "--json"]), "unknown-session");
    assert_eq!(texts(&lines(&laptop, &["--day", "wijk"]), "text"), ["daar #boa"]);
    assert!(laptop.done(&["lines", "--all"]).contains("1 · Welkom (Wijkdag)\n"));
    // The built-in day knows it as an alias of a trend of its own; the other day only by what was typed.
    let trends = laptop.json(&["trends", "--all", "--json"]);
    assert_eq!(texts(&trends, "trend"), ["politie", "boa"]);
}

#[test]
fn trends_are_counted_per_session() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "1", "een #toezicht\ntwee #handhaving #nieuw"]);
    laptop.done(&["note", "--session", "3", "drie #Toezicht"]);
    let trends = laptop.json(&["trends", "--json"]);
    assert!(
        trends
            .as_array()
            .expect("trends")
            .iter()
            .all(|trend| keys(trend) == ["label", "lines", "sessions", "trend"])
    );
    assert_eq!(texts(&trends, "trend"), ["toezicht", "nieuw"]);
    assert_eq!(trends[0]["label"], "De basis op orde: toezicht en handhaving");
    assert_eq!(trends[0]["lines"], 3);
    let sessions = &laptop.json(&["show", "--json"])["sessions"];
    let id = |index: usize| sessions[index]["id"].as_str().expect("an id");
    assert_eq!(trends[0]["sessions"], json!({ id(0): 2, id(2): 1 }));
    assert!(laptop.done(&["trends"]).starts_with("#toezicht  3 regels  De basis op orde"));
}

#[test]
fn search_finds_words_and_phrases_and_no_more_than_asked() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "2", "Een café is ook een netwerk\nnetwerk twee\nniets"]);
    let hits = laptop.json(&["search", "netw", "--json"]);
    assert_eq!(hits.as_array().map(Vec::len), Some(2));
    assert_eq!(keys(&hits[0]), ["day", "line", "position", "score", "session", "snippet", "text"]);
    let line = &lines(&laptop, &[])[0];
    let cafe = laptop.json(&["search", "\"cafe is ook\"", "--json"]);
    assert_eq!(cafe[0]["line"], line["id"]);
    assert_eq!((&cafe[0]["day"], &cafe[0]["session"]), (&line["day"], &line["session"]));
    assert_eq!(
        laptop.json(&["search", "netwerk", "--limit", "1", "--json"]).as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(laptop.json(&["search", "AND ( *", "--json"]), json!([]));
    assert!(laptop.done(&["search", "café"]).starts_with("2 · Inleiding (Netwerkdag grote steden)\n  "));
    assert_eq!(laptop.run(&["search", "onvindbaar"]).stdout, "");
}

#[test]
fn the_example_notes_come_once() {
    let laptop = Laptop::new();
    let first = laptop.done(&["demo"]);
    let lines_then = laptop.done(&["lines", "--include-private", "--json"]);
    let second = laptop.done(&["demo"]);
    assert_ne!(first, second);
    assert!(second.contains("niets veranderd"), "{second}");
    assert_eq!(laptop.done(&["lines", "--include-private", "--json"]), lines_then);
    assert!(texts(&lines(&laptop, &[]), "text").len() >= 45);
}

#[test]
fn the_example_notes_stay_away_from_notes_of_the_user() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "1", "van mij"]);
    laptop.done(&["demo"]);
    assert_eq!(texts(&lines(&laptop, &["--include-private"]), "text"), ["van mij"]);
}

#[test]
fn private_lines_never_come_out_unasked() {
    const CANARY: &str = "kanariegeheim";
    let laptop = Laptop::new();
    let private = [
        "privé: {}",
        "// {} #kanariegeheim",
        "- [ ] private: {} @Bram",
        "> // {}",
        "★ privé: cijfer: 3 % {}",
        "1. //{}",
    ];
    let text = private.map(|line| line.replace("{}", CANARY)).join("\n");
    laptop.done(&["note", "--session", "3", "open regel"]);
    laptop.done(&["note", "--session", "3", &text]);

    let outputs: [&[&str]; 8] = [
        &["days"],
        &["show"],
        &["lines"],
        &["lines", "--all"],
        &["trends"],
        &["trends", "--all"],
        &["search", CANARY],
        &["check"],
    ];
    for args in outputs {
        for said in [laptop.run(args), laptop.run(&[args, &["--json"]].concat())] {
            let Said { code, stdout, stderr } = said;
            assert_eq!(code, 0, "{args:?}");
            assert!(!stdout.contains(CANARY) && !stderr.contains(CANARY), "{args:?}: {stdout}{stderr}");
        }
    }
    assert_eq!(laptop.json(&["days", "--json"])[0]["lines"], 1);
    assert_eq!(laptop.json(&["show", "--json"])["sessions"][2]["lines"], 1);
    assert_eq!(lines(&laptop, &[]).as_array().map(Vec::len), Some(1));

    let asked = lines(&laptop, &["--include-private"]);
    assert_eq!(asked.as_array().map(Vec::len), Some(1 + private.len()));
    assert!(laptop.done(&["trends", "--include-private"]).contains(CANARY));
    let hits = laptop.json(&["search", CANARY, "--include-private", "--json"]);
    assert_eq!(hits.as_array().map(Vec::len), Some(private.len()));
}

#[test]
fn commands_that_note_at_once_wait_for_each_other() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "1", "eerst"]);
    for round in 0..4 {
        let said: Vec<_> = std::thread::scope(|scope| {
            let note = |who: usize| {
                let (laptop, text) = (&laptop, format!("ronde {round} van {who}"));
                scope.spawn(move || laptop.run(&["note", "--session", "1", &text]))
            };
            let notes: Vec<_> = (0..3).map(note).collect();
            notes.into_iter().map(|note| note.join().expect("a command")).collect()
        });
        assert!(said.iter().all(|said| said.code == 0), "{said:?}");
    }
    assert_eq!(laptop.json(&["lines", "--session", "1", "--json"]).as_array().map(Vec::len), Some(13));
}

#[test]
fn every_end_of_a_line_makes_a_line() {
    let laptop = Laptop::new();
    laptop.done(&["note", "--session", "1", "een\u{b}twee\u{c}drie\u{85}vier"]);
    let lines = laptop.json(&["lines", "--session", "1", "--json"]);
    assert_eq!(texts(&lines, "text"), ["een", "twee", "drie", "vier"]);
}
