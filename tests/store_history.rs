//! What was overwritten comes back: which versions are kept, for how long, and what a clock that jumps does to them.

#[path = "support/store.rs"]
mod support;

use chrono::TimeDelta;
use plenair::domain::id::{DayId, SessionId};
use plenair::domain::keeping::VersionId;
use plenair::domain::sheet::Sheet;
use plenair::store::{Store, StoreError};
use support::{Desk, line, lines_of, programme, save, sessions, texts_of};

/// The texts of all versions of a note, the oldest first.
fn versions(store: &Store, session: SessionId) -> Vec<String> {
    let mut versions = store.versions(session).expect("the versions");
    versions.reverse();
    versions
        .iter()
        .map(|version| {
            let lines = store.version_text(version.id).expect("a version");
            assert_eq!(lines.len(), version.lines as usize);
            texts_of(&lines).join("/")
        })
        .collect()
}

#[test]
fn the_first_and_the_last_text_of_a_sitting_are_kept_and_one_per_five_minutes_between() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let note = sessions[0];
    for minute in 0..12 {
        save(&mut store, note, &[&format!("na {minute} minuten")]);
        desk.hands.turn(TimeDelta::minutes(1));
    }
    assert_eq!(versions(&store, note), ["na 0 minuten", "na 5 minuten", "na 10 minuten"]);
    drop(store);
    let mut store = desk.open();
    save(&mut store, note, &["de volgende zitting"]);
    save(&mut store, note, &["meteen daarna"]);
    save(&mut store, note, &["en nog eens"]);
    let expected = ["na 0 minuten", "na 5 minuten", "na 10 minuten", "na 11 minuten", "de volgende zitting"];
    assert_eq!(versions(&store, note), expected);
    assert_eq!(texts_of(&lines_of(&store, day, note)), ["en nog eens"]);
}

#[test]
fn what_stood_for_a_while_is_kept_when_it_is_overwritten() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["begin"]);
    save(&mut store, sessions[0], &["begin", "een uur werk"]);
    desk.hands.turn(TimeDelta::hours(1));
    save(&mut store, sessions[0], &[]);
    assert_eq!(versions(&store, sessions[0]), ["begin", "begin/een uur werk"]);
    let kept = store.versions(sessions[0]).expect("the versions");
    assert_eq!(
        kept[0].saved_at,
        desk.hands.now() - TimeDelta::hours(1),
        "when it was written, not overwritten"
    );
}

#[test]
fn a_version_comes_back_with_the_ids_times_and_authors_of_its_lines() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let first = save(&mut store, sessions[0], &["een", "twee"]);
    save(&mut store, sessions[0], &["iets anders"]);
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    let revision = store.restore_version(sessions[0], version).expect("a restore");
    assert_eq!(lines_of(&store, day, sessions[0]), first);
    assert_eq!(store.book(day).expect("a day").page(sessions[0]).map(|page| page.revision), Some(revision));
    assert_eq!(versions(&store, sessions[0]), ["een/twee", "iets anders"], "what was there is a version too");
}

#[test]
fn a_line_that_moved_to_another_note_is_not_taken_away_from_it() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let first = save(&mut store, sessions[0], &["blijft", "verhuist"]);
    save(&mut store, sessions[0], &["blijft"]);
    let revision = 0;
    let moved = plenair::domain::book::NoteSave {
        session: sessions[1],
        base: revision,
        lines: vec![first[1].clone()],
        sheet: None,
        place: None,
        ahead: 0,
    };
    store.save_note(&moved).expect("a save");
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    store.restore_version(sessions[0], version).expect("a restore");
    let restored = lines_of(&store, day, sessions[0]);
    assert_eq!(texts_of(&restored), ["blijft", "verhuist"]);
    assert_eq!(restored[0], first[0]);
    assert_ne!(restored[1].id, first[1].id);
    assert_eq!(lines_of(&store, day, sessions[1]), [first[1].clone()]);
}

#[test]
fn a_save_never_fails_because_a_line_lives_elsewhere() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let first = save(&mut store, sessions[0], &["op twee plekken"]);
    let doubled = plenair::domain::book::NoteSave {
        session: sessions[1],
        base: 0,
        lines: first.clone(),
        sheet: None,
        place: None,
        ahead: 0,
    };
    store.save_note(&doubled).expect("a save");
    assert_eq!(lines_of(&store, day, sessions[0]), first);
    assert_eq!(texts_of(&lines_of(&store, day, sessions[1])), ["op twee plekken"]);
    assert!(store.check().expect("a check").problems.is_empty());
}

#[test]
fn a_version_of_another_note_or_of_none_is_refused() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een"]);
    save(&mut store, sessions[0], &["twee"]);
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    for (session, version) in
        [(sessions[1], version), (sessions[0], VersionId(99)), (sessions[0], VersionId(u64::MAX))]
    {
        let refused = store.restore_version(session, version);
        assert!(matches!(refused, Err(StoreError::UnknownVersion(_))), "{refused:?}");
    }
}

#[test]
fn adding_lines_on_the_command_line_keeps_no_version_of_its_own() {
    let desk = Desk::new();
    let (store, day, sessions) = desk.open_with_day();
    drop(store);
    for text in ["een", "twee", "drie"] {
        let mut store = desk.open();
        let line = support::line(&store, text);
        store.append_lines(sessions[0], [line]).expect("a line");
    }
    let mut store = desk.open();
    assert_eq!(versions(&store, sessions[0]), [""; 0]);
    save(&mut store, sessions[0], &["weg"]);
    assert_eq!(versions(&store, sessions[0]), ["een/twee/drie"]);
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["weg"]);
}

/// Opens and closes the store at this moment.
fn visit(desk: &Desk, at: &str) {
    desk.hands.set(at);
    drop(desk.open());
}

#[test]
fn versions_are_forgotten_after_thirty_days() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["oud"]);
    save(&mut store, sessions[0], &["nieuw"]);
    drop(store);
    for date in ["2023-04-14", "2023-04-15", "2023-04-16", "2023-04-17"] {
        visit(&desk, &format!("{date}T14:30:00+02:00"));
        assert_eq!(desk.open().versions(sessions[0]).expect("the versions").len(), 1, "{date}");
    }
    visit(&desk, "2023-04-18T14:30:00+02:00");
    assert_eq!(desk.open().versions(sessions[0]).expect("the versions").len(), 0);
}

#[test]
fn a_clock_that_jumps_costs_no_version_and_changes_no_order() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een"]);
    drop(store);
    // Two days back, three years ahead, the night that summer time starts, and the present again.
    for (text, at) in [
        ("twee", "2023-03-14T14:00:00+01:00"),
        ("drie", "2026-03-16T14:00:00+01:00"),
        ("vier", "2023-03-26T01:59:00+01:00"),
        ("vijf", "2023-03-26T03:00:00+02:00"),
        ("zes", "2023-03-26T02:59:00+01:00"),
    ] {
        desk.hands.set(at);
        let mut store = desk.open();
        save(&mut store, sessions[0], &[text]);
    }
    visit(&desk, "2026-03-17T14:00:00+01:00");
    visit(&desk, "2023-03-27T14:00:00+02:00");
    let store = desk.open();
    assert_eq!(versions(&store, sessions[0]), ["een", "twee", "drie", "vier", "vijf"]);
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["zes"]);
}

#[test]
fn a_clock_that_jumps_within_a_sitting_keeps_rather_more() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een"]);
    save(&mut store, sessions[0], &["twee"]);
    desk.hands.turn(TimeDelta::days(-2));
    save(&mut store, sessions[0], &["drie"]);
    desk.hands.turn(TimeDelta::days(3 * 365));
    save(&mut store, sessions[0], &["vier"]);
    assert_eq!(versions(&store, sessions[0]), ["een", "twee", "drie"]);
}

#[test]
fn a_text_that_comes_and_goes_is_kept_once() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    let first = save(&mut store, sessions[0], &["een"]);
    let version_texts = |store: &Store| versions(store, sessions[0]);
    save(&mut store, sessions[0], &["twee"]);
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    store.restore_version(sessions[0], version).expect("a restore");
    assert_eq!(version_texts(&store), ["een", "twee"]);
    let saved = save(&mut store, sessions[0], &["een"]);
    assert_eq!(saved, first);
    assert_eq!(version_texts(&store), ["een", "twee"], "nothing was overwritten");
}

#[test]
fn a_note_in_a_new_day_starts_without_versions() {
    let desk = Desk::new();
    let (store, day, _) = desk.open_with_day();
    for session in sessions(&store, day) {
        assert_eq!(versions(&store, session), [""; 0]);
    }
}

fn with_point(text: &str) -> Sheet {
    Sheet { main_points: vec![text.to_owned()], ..Sheet::default() }
}

fn sheet_of(store: &Store, day: DayId, session: SessionId) -> Sheet {
    store.book(day).expect("a day").page(session).expect("a session").sheet.clone()
}

#[test]
fn a_version_comes_back_with_what_was_noted_beside_its_lines() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.put_sheet(sessions[0], with_point("eerst")).expect("a sheet");
    save(&mut store, sessions[0], &["regel"]);
    drop(store);
    let mut store = desk.open();
    store.put_sheet(sessions[0], with_point("toen")).expect("a sheet");
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    assert_eq!(store.version_sheet(version).expect("a version"), Some(with_point("eerst")));
    store.restore_version(sessions[0], version).expect("a restore");
    assert_eq!(sheet_of(&store, day, sessions[0]), with_point("eerst"));
    store.undo().expect("an undo");
    assert_eq!(sheet_of(&store, day, sessions[0]), with_point("toen"));
}

#[test]
fn a_version_from_before_there_were_sheets_leaves_the_sheet_as_it_is() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["eerst"]);
    save(&mut store, sessions[0], &["toen"]);
    drop(store);
    let database = rusqlite::Connection::open(desk.database()).expect("the database");
    database.execute("UPDATE version SET sheet = NULL", []).expect("older versions");
    drop(database);
    let mut store = desk.open();
    store.put_sheet(sessions[0], with_point("erbij")).expect("a sheet");
    let oldest = store.versions(sessions[0]).expect("the versions").pop().expect("a version");
    store.restore_version(sessions[0], oldest.id).expect("a restore");
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["eerst"]);
    assert_eq!(sheet_of(&store, day, sessions[0]), with_point("erbij"));
}

#[test]
fn a_save_of_lines_alone_leaves_the_sheet_and_the_other_way_round() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let lines = save(&mut store, sessions[0], &["regel"]);
    store.put_sheet(sessions[0], with_point("punt")).expect("a sheet");
    assert_eq!(lines_of(&store, day, sessions[0]), lines);
    save(&mut store, sessions[0], &["regel", "nog een"]);
    let last = line(&store, "van de opdrachtregel");
    store.append_lines(sessions[0], [last]).expect("a line");
    assert_eq!(sheet_of(&store, day, sessions[0]), with_point("punt"));
}

#[test]
fn a_session_keeps_the_id_that_its_file_gave_it() {
    let desk = Desk::new();
    let mut store = desk.open();
    let mut programme = programme("Dag", &["A", "B"]);
    programme.sessions[0].external_id = Some("urn:x-1".to_owned());
    let day = store.add_day(&programme, false).expect("a day");
    let book = store.book(day).expect("a day");
    let ids: Vec<Option<&str>> =
        book.pages.iter().map(|page| page.session.facts.external_id.as_deref()).collect();
    assert_eq!(ids, [Some("urn:x-1"), None]);
    assert!(book.pages.iter().all(|page| !page.session.starred));
}
