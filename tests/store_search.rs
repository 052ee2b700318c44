//! Searching in all days: words, phrases, filters, order, and that what is private stays out unless it is asked for.

#[path = "support/store.rs"]
mod support;

use plenair::domain::day::{DayFacts, SessionFacts, Speaker};
use plenair::domain::id::{DayId, SessionId};
use plenair::domain::points::{Point, PointList, PointListKind};
use plenair::domain::programme::Programme;
use plenair::domain::search::Query;
use plenair::domain::trend::Trend;
use plenair::store::{Asked, Store};
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use support::{Desk, save, sessions};

fn day(title: &str, date: &str, list: Option<&PointList>) -> Programme {
    let trend = Trend {
        tag: "toezicht".to_owned(),
        label: "De basis op orde".to_owned(),
        aliases: vec!["handhaving".to_owned()],
    };
    let facts = DayFacts {
        title: title.to_owned(),
        date: Some(date.parse().expect("a date")),
        trends: vec![trend],
        ..DayFacts::default()
    };
    let speaker = Speaker { name: "dr. Bram Bakker".to_owned(), role: None };
    let session = |title: &str| SessionFacts {
        title: title.to_owned(),
        speakers: vec![speaker.clone()],
        lists: list.cloned().into_iter().collect(),
        ..SessionFacts::default()
    };
    Programme { day: facts, sessions: vec![session("Lezing"), session("Slot")], ..Programme::default() }
}

fn list() -> PointList {
    let point = Point { label: "Toezicht".to_owned(), tag: Some("toezicht".to_owned()) };
    PointList { title: "Trends".to_owned(), kind: PointListKind::Trends, points: vec![point] }
}

/// Two days of two sessions; the first session of the second day has a list of trends.
fn two_days(store: &mut Store) -> (Vec<SessionId>, Vec<SessionId>) {
    let monday = store.add_day(&day("Netwerkdag", "2023-03-16", None), false).expect("a day");
    let tuesday = store.add_day(&day("Raadsdag", "2024-05-01", Some(&list())), false).expect("a day");
    (sessions(store, monday), sessions(store, tuesday))
}

fn found(store: &Store, query: &str) -> Vec<String> {
    store.search(query, 50, false).expect("a search").into_iter().map(|hit| hit.text).collect()
}

#[test]
fn words_are_found_in_all_days_with_their_place_and_what_matches() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(&mut store, monday[0], &["Een café in de wijk", "", "Het café is dicht"]);
    save(&mut store, tuesday[1], &["cafes en wijken"]);
    let hits = store.search("CAFÉ wijk", 50, false).expect("a search");
    assert_eq!(hits.len(), 2);
    assert_eq!((hits[0].text.as_str(), hits[0].position), ("Een café in de wijk", 1), "whole words first");
    let marked: Vec<&str> = hits[0].ranges.iter().map(|range| &hits[0].text[range.clone()]).collect();
    assert_eq!(marked, ["café", "wijk"]);
    assert_eq!((hits[1].session, hits[1].private), (tuesday[1], false));
    let third = &store.search("dicht", 50, false).expect("a search")[0];
    assert_eq!(third.position, 3, "blank lines count");
    assert_eq!(found(&store, "\"café is\""), ["Het café is dicht"]);
    assert!(found(&store, "").is_empty());
}

#[test]
fn one_or_two_letters_and_filters_alone_find_the_newest_first() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(&mut store, tuesday[0], &["- [ ] bel de wijk"]);
    save(&mut store, monday[0], &["- [x] de wijk in", "de wijkagent", "vraag: wie?"]);
    assert_eq!(found(&store, "w"), ["vraag: wie?", "de wijkagent", "- [x] de wijk in", "- [ ] bel de wijk"]);
    assert_eq!(found(&store, "soort:actie"), ["- [x] de wijk in", "- [ ] bel de wijk"]);
    assert_eq!(found(&store, "kind:action be"), ["- [ ] bel de wijk"]);
    assert!(found(&store, "kind:onzin wijk").is_empty());
    let query = Query::parse("w");
    let ask = |limit| {
        let asked = Asked { query: &query, limit, include_private: false, is_wanted: &|| true };
        store.find(&asked).expect("a search").expect("an answer")
    };
    assert_eq!((ask(3).hits.len(), ask(3).has_more), (3, true));
    assert_eq!((ask(4).hits.len(), ask(4).has_more), (4, false));
}

#[test]
fn filters_narrow_what_is_found() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(
        &mut store,
        monday[0],
        &["meer #Handhaving", "meer #hand-having @Bram", "meer toezicht", "'meer' — Noor"],
    );
    save(&mut store, tuesday[0], &["1. Toezicht", "  meer van @[Bram Bakker]", "#onrust meer"]);
    assert_eq!(
        found(&store, "trend:TOEZICHT"),
        ["  meer van @[Bram Bakker]", "meer #hand-having @Bram", "meer #Handhaving"],
        "by alias, and under a point of the list"
    );
    assert_eq!(found(&store, "trend:handhaving meer dag:2023").len(), 2);
    assert_eq!(found(&store, "trend:onr"), ["#onrust meer"], "while it is being typed");
    assert!(found(&store, "trend:niets").is_empty());
    assert_eq!(found(&store, "persoon:\"dr. Bram Bakker\"").len(), 2);
    assert_eq!(found(&store, "person:bak"), ["  meer van @[Bram Bakker]"]);
    assert_eq!(found(&store, "persoon:noor meer"), ["'meer' — Noor"], "the source of a quote");
    assert_eq!(found(&store, "dag:raadsdag").len(), 3);
    assert_eq!(found(&store, "dag:raadsdag dag:2023-03 meer").len(), 6);
    assert!(found(&store, "dag:1999 meer").is_empty());
}

#[test]
fn what_changes_under_a_trend_is_seen() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(&mut store, tuesday[0], &["1. Toezicht", "  eronder", "los"]);
    save(&mut store, monday[0], &["iets #toezicht"]);
    assert_eq!(found(&store, "trend:toezicht"), ["iets #toezicht", "  eronder"]);
    save(&mut store, tuesday[0], &["1. Toezicht", "eronder", "los"]);
    assert_eq!(found(&store, "trend:toezicht"), ["iets #toezicht"]);
    save(&mut store, tuesday[0], &["1. Toezicht", "  eronder", "los"]);
    store.change_session(tuesday[0], &SessionFacts::default()).expect("another programme");
    assert_eq!(found(&store, "trend:toezicht"), ["iets #toezicht"], "the list is gone");
    store.trash_session(monday[0]).expect("a session");
    assert!(found(&store, "trend:toezicht").is_empty());
}

#[test]
fn the_trends_of_a_day_that_comes_later_or_comes_back_are_known() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, _) = two_days(&mut store);
    save(&mut store, monday[0], &["iets #toezicht"]);
    assert_eq!(found(&store, "trend:handhaving").len(), 1);
    let wednesday = store.add_day(&day("Woensdag", "2024-05-02", None), false).expect("a day");
    let session = sessions(&store, wednesday)[0];
    save(&mut store, session, &["later #handhaving"]);
    assert_eq!(found(&store, "trend:toezicht").len(), 2);
    store.trash_day(wednesday).expect("a day");
    assert_eq!(found(&store, "trend:toezicht").len(), 1);
    store.undo().expect("an undo");
    assert_eq!(found(&store, "trend:toezicht").len(), 2);
}

#[test]
fn another_program_that_reads_sees_what_was_saved() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, _) = two_days(&mut store);
    let reading = desk.open_reading();
    assert!(found(&reading, "trend:toezicht").is_empty());
    save(&mut store, monday[0], &["iets #toezicht"]);
    assert_eq!(found(&reading, "trend:toezicht"), ["iets #toezicht"]);
}

#[test]
fn what_is_private_is_only_found_when_it_is_asked_for() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(&mut store, monday[0], &["privé: geheim #toezicht @Bram", "- [ ] privé: geheim", "open geheim"]);
    save(&mut store, tuesday[1], &["geheim #toezicht"]);
    store.set_session_private(tuesday[1], true).expect("a session");
    for query in
        ["geheim", "g", "trend:toezicht", "persoon:bram", "dag:raadsdag", "kind:actie", "ge kind:actie"]
    {
        for hit in store.search(query, 50, false).expect("a search") {
            assert!(!hit.private && hit.text == "open geheim", "{query}: {}", hit.text);
        }
    }
    let all = store.search("geheim", 50, true).expect("a search");
    assert_eq!((all.len(), all.iter().filter(|hit| hit.private).count()), (4, 3));
}

#[test]
fn among_many_lines_the_old_ones_are_found_too() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, tuesday) = two_days(&mut store);
    save(&mut store, monday[0], &["naald op de wijkraad", "qed", "wijk #toezicht"]);
    let many: Vec<String> = (0..2_600).map(|number| format!("wijken {number} en de rest")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    save(&mut store, tuesday[1], &many);
    assert_eq!(found(&store, "q"), ["qed"]);
    assert_eq!(
        found(&store, "wijk")[0],
        "wijk #toezicht",
        "the whole word, before all newer words that go on"
    );
    assert_eq!(found(&store, "wijkr"), ["naald op de wijkraad"]);
    assert_eq!(found(&store, "wi trend:toezicht"), ["wijk #toezicht"]);
    assert_eq!(found(&store, "wijk dag:netwerkdag").len(), 2);
    save(&mut store, monday[1], &["// wi"; 60]);
    assert_eq!(found(&store, "wi dag:raadsdag").len(), 50, "among more newer lines than are asked for");
    assert_eq!(store.search("wi dag:raadsdag", 20, true).expect("a search").len(), 20);
    assert_eq!(found(&store, "wijk").len(), 50);
}

#[test]
fn an_answer_that_nobody_wants_any_more_is_not_given() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, _) = two_days(&mut store);
    save(&mut store, monday[0], &["iets #toezicht"]);
    for query in ["iets", "i", "trend:toezicht", "kind:opmerking"] {
        let query = Query::parse(query);
        let asked = Asked { query: &query, limit: 5, include_private: true, is_wanted: &|| false };
        assert!(store.find(&asked).expect("a search").is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_query_is_answered_and_a_line_is_found_by_its_words(
        query in "\\PC{0,30}|[a-z:\"*()^+ -]{0,30}",
        line in "[a-zA-Zéß가ø]{3,9}( [a-zé]{1,9}){0,4}",
    ) {
        let desk = Desk::new();
        let mut store = desk.open();
        let (monday, _): (Vec<SessionId>, Vec<SessionId>) = two_days(&mut store);
        save(&mut store, monday[0], &[&line]);
        for query in [query.as_str(), "kind:\0", "\0", "\"\0\" \u{345}"] {
            for prefix in ["", "trend:", "persoon:", "dag:", "kind:opmerking "] {
                let query = format!("{prefix}{query}");
                prop_assert!(store.search(&query, 10, true).is_ok(), "{query:?}");
            }
        }
        prop_assert!(found(&store, &line).contains(&line), "{line:?}");
        prop_assert!(found(&store, &format!("\"{line}\"")).contains(&line), "{line:?}");
    }
}

#[test]
fn a_day_in_the_trash_is_not_searched() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (monday, _) = two_days(&mut store);
    save(&mut store, monday[0], &["iets #toezicht @Bram"]);
    let day: DayId = store.day_of(monday[0]).expect("a day");
    store.trash_day(day).expect("a day");
    for query in ["iets", "i", "trend:toezicht", "persoon:bram", "dag:netwerkdag", "kind:opmerking"] {
        assert!(found(&store, query).is_empty(), "{query}");
    }
}
