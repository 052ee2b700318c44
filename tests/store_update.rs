//! A newer programme taken into a day, sessions that move, change and become one: all of it or nothing, and back again.

#[path = "support/store.rs"]
mod support;

use plenair::domain::book::Book;
use plenair::domain::change::Op;
use plenair::domain::day::SessionFacts;
use plenair::domain::id::{DayId, SessionId};
use plenair::domain::keeping::{Hold, Item};
use plenair::domain::language::Language;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::domain::sheet::Sheet;
use plenair::domain::update::Difference;
use plenair::store::{Joining, Store, StoreError};
use rusqlite::Connection;
use support::{Desk, lines_of, programme, rows, save, texts_of};

fn titles(store: &Store, day: DayId) -> Vec<String> {
    let pages = store.book(day).expect("a day").pages;
    let titles = pages.into_iter().map(|page| page.session.facts.title);
    titles.collect()
}

fn book(store: &Store, day: DayId) -> Book {
    store.book(day).expect("a day")
}

fn is_cancelled(store: &Store, day: DayId, session: SessionId) -> bool {
    book(store, day).page(session).expect("a session").session.cancelled
}

/// The programme of [`Desk::open_with_day`], changed: the talk is renamed and later, the welcome is gone.
fn newer() -> Programme {
    let mut newer = programme("Dag", &["Koffie", "Lezing", "Borrel", "Slot"]);
    newer.sessions[1].start = "10:30:00".parse().ok();
    newer.sessions[1].room = Some("Zaal 2".to_owned());
    newer.day.place = Some("Oosterhaven".to_owned());
    newer
}

fn point(text: &str) -> Sheet {
    Sheet { main_points: vec![text.to_owned()], ..Sheet::default() }
}

#[test]
fn a_day_is_updated_in_one_step_that_can_be_taken_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let lines = save(&mut store, sessions[1], &["een", "twee"]);
    store.put_sheet(sessions[1], point("punt")).expect("a sheet");
    let before = book(&store, day);
    assert!(store.update_day(day, &newer(), Difference::is_certain).expect("an update"));
    let after = book(&store, day);
    assert_eq!(titles(&store, day), ["Koffie", "Lezing", "Borrel", "Slot"]);
    let talk = &after.pages[1];
    assert_eq!(
        (talk.session.id, talk.session.facts.room.as_deref(), talk.note.lines()),
        (sessions[1], Some("Zaal 2"), &lines[..])
    );
    assert_eq!((talk.revision, &talk.sheet), (before.pages[1].revision, &point("punt")));
    assert_eq!(after.day.facts.place.as_deref(), Some("Oosterhaven"));
    assert_eq!(after.pages[3].session.id, sessions[2]);
    let trash: Vec<Item> = store.trash().expect("the trash").iter().map(|found| found.item).collect();
    assert_eq!(trash, [Item::Session(sessions[0])], "nothing was left in it");

    assert_eq!(store.undo().expect("an undo").map(|undone| undone.op), Some(Op::UpdateDay));
    assert_eq!(book(&store, day), before);
    store.redo().expect("a redo");
    assert_eq!(book(&store, day), after, "with the same ids");
    store.undo().expect("an undo");
    assert_eq!(book(&store, day), before);
    assert!(store.check().expect("a check").problems.is_empty());
}

#[test]
fn the_same_programme_twice_changes_nothing_and_leaves_no_step() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["blijft"]);
    assert!(store.update_day(day, &newer(), |_| true).expect("an update"));
    drop(store);
    let before = rows(&desk.database());
    let mut store = desk.open();
    assert!(!store.update_day(day, &newer(), |_| true).expect("nothing to do"));
    assert_eq!(store.can_undo(), None);
    drop(store);
    for (table, found) in rows(&desk.database()) {
        // An opening counts itself.
        assert!(["fact", "counter"].contains(&table.as_str()) || found == before[&table], "{table}");
    }
}

#[test]
fn what_has_a_note_a_sheet_or_a_star_stays_and_is_marked() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een regel"]);
    store.put_sheet(sessions[1], point("punt")).expect("a sheet");
    drop(store);
    let star = "UPDATE session SET starred = 1 WHERE id = ?1";
    let connection = Connection::open(desk.database()).expect("a database");
    connection.execute(star, [sessions[2].to_string()]).expect("a star");
    drop(connection);
    let mut store = desk.open();
    let other = programme("Dag", &["Iets heel anders"]);
    store.update_day(day, &other, Difference::is_certain).expect("an update");
    assert_eq!(titles(&store, day), ["Welkom", "Lezing", "Slot", "Iets heel anders"]);
    assert!(sessions.iter().all(|session| is_cancelled(&store, day, *session)));
    assert_eq!(store.trash().expect("the trash"), []);
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["een regel"]);
}

#[test]
fn of_a_day_that_is_held_nothing_goes_to_the_trash() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let until = "2030-01-01".parse().expect("a date");
    store.set_hold(day, Some(&Hold { until, reason: "Woo-verzoek".to_owned() })).expect("a hold");
    store.update_day(day, &newer(), Difference::is_certain).expect("an update");
    assert!(is_cancelled(&store, day, sessions[0]));
}

#[test]
fn a_session_that_was_renamed_keeps_its_note_when_a_person_says_so() {
    let desk = Desk::new();
    let mut store = desk.open();
    let day = store.add_day(&programme("Dag", &["De toekomst van toezicht", "Slot"]), false).expect("a day");
    let talk = support::sessions(&store, day)[0];
    let lines = save(&mut store, talk, &["een"]);
    let newer = programme("Dag", &["De toekomst van het toezicht in de wijk", "Slot"]);
    store.update_day(day, &newer, |_| true).expect("an update");
    assert_eq!(titles(&store, day), ["De toekomst van het toezicht in de wijk", "Slot"]);
    assert_eq!(lines_of(&store, day, talk), lines);
}

#[test]
fn what_a_person_added_stays_where_it_is() {
    let desk = Desk::new();
    let mut store = desk.open();
    let mut by_hand = programme("Vandaag", &["Notities"]);
    by_hand.sessions[0].by_hand = true;
    let day = store.add_day(&by_hand, false).expect("a day");
    let notes = support::sessions(&store, day)[0];
    save(&mut store, notes, &["los"]);
    store.update_day(day, &newer(), Difference::is_certain).expect("an update");
    assert_eq!(titles(&store, day), ["Notities", "Koffie", "Lezing", "Borrel", "Slot"]);
    assert!(!is_cancelled(&store, day, notes));
    drop(store);
    assert!(book(&desk.open(), day).pages[0].session.facts.by_hand, "also after opening again");
}

#[test]
fn a_session_moves_and_moves_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.move_session(sessions[2], 1).expect("a move");
    assert_eq!(titles(&store, day), ["Slot", "Welkom", "Lezing"]);
    store.move_session(sessions[2], 99).expect("a move");
    assert_eq!(titles(&store, day), ["Welkom", "Lezing", "Slot"]);
    store.move_session(sessions[2], 3).expect("it is there");
    store.undo().expect("an undo");
    assert_eq!(titles(&store, day), ["Slot", "Welkom", "Lezing"]);
    store.undo().expect("an undo");
    assert_eq!(
        (titles(&store, day).join(" "), store.can_undo()),
        ("Welkom Lezing Slot".to_owned(), Some(Op::AddDay))
    );
    assert!(matches!(store.move_session(SessionId::fresh(), 1), Err(StoreError::UnknownSession(_))));
}

#[test]
fn what_is_known_of_a_session_changes_and_comes_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let before = book(&store, day);
    let facts = SessionFacts {
        start: "09:30:00".parse().ok(),
        end: "10:15:00".parse().ok(),
        day: Some(2),
        room: Some("Zaal 1".to_owned()),
        ..before.pages[1].session.facts.clone()
    };
    store.change_session(sessions[1], &facts).expect("a change");
    store.change_session(sessions[1], &facts).expect("nothing to do");
    drop(store);
    let mut store = desk.open();
    assert_eq!(book(&store, day).pages[1].session.facts, facts);
    let other = SessionFacts { title: "Anders".to_owned(), ..facts.clone() };
    store.change_session(sessions[1], &other).expect("a change");
    store.undo().expect("an undo");
    assert_eq!(book(&store, day).pages[1].session.facts, facts);
    assert_eq!(store.can_undo(), None);
}

fn joining(first: SessionId, second: SessionId) -> Joining {
    Joining { first, second, as_second: false, language: Language::Dutch }
}

#[test]
fn two_sessions_become_one_with_all_lines_as_they_were_and_two_again() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let first = save(&mut store, sessions[0], &["een", ""]);
    let second = save(&mut store, sessions[1], &["twee", "drie"]);
    store.put_sheet(sessions[0], point("eerste")).expect("a sheet");
    store.put_sheet(sessions[1], point("tweede")).expect("a sheet");
    let before = book(&store, day);
    store.join_sessions(joining(sessions[0], sessions[1])).expect("a joining");
    assert_eq!(titles(&store, day), ["Welkom", "Slot"]);
    let expected: Vec<NoteLine> = [&first[..1], &second].concat();
    assert_eq!(lines_of(&store, day, sessions[0]), expected, "with their ids, times and authors");
    assert_eq!(book(&store, day).pages[0].sheet.main_points, ["eerste", "tweede"]);
    assert_eq!(store.trash().expect("the trash").len(), 1);
    assert_eq!(store.undo().expect("an undo").map(|undone| undone.op), Some(Op::JoinSessions));
    let contents = |book: &Book| {
        let pages =
            book.pages.iter().map(|page| (page.session.clone(), page.note.clone(), page.sheet.clone()));
        pages.collect::<Vec<_>>()
    };
    assert_eq!(contents(&book(&store, day)), contents(&before));
    store.redo().expect("a redo");
    assert_eq!(lines_of(&store, day, sessions[0]), expected);
    save(&mut store, sessions[0], &["een", "helemaal anders"]);
    store.undo().expect("an undo, although the lines are gone");
    assert_eq!(titles(&store, day), ["Welkom", "Lezing", "Slot"]);
    assert!(store.check().expect("a check").problems.is_empty());
}

#[test]
fn what_leaves_a_private_session_stays_private() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[1], &["geheim"]);
    store.put_sheet(sessions[1], point("ook geheim")).expect("a sheet");
    store.set_session_private(sessions[1], true).expect("a session");
    store.join_sessions(joining(sessions[0], sessions[1])).expect("a joining");
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["privé: geheim"]);
    assert_eq!(book(&store, day).pages[0].sheet.main_points, ["privé: ook geheim"]);
    assert_eq!(store.search("geheim", 10, false).expect("a search").len(), 0);
}

#[test]
fn a_marked_session_is_tied_to_the_one_it_became() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let old = save(&mut store, sessions[1], &["oud"]);
    let newer = programme("Dag", &["Welkom", "Slot", "Iets heel anders"]);
    store.update_day(day, &newer, Difference::is_certain).expect("an update");
    let successor = support::sessions(&store, day)[3];
    let new = save(&mut store, successor, &["nieuw"]);
    let before = titles(&store, day);
    let tie = Joining { as_second: true, ..joining(sessions[1], successor) };
    store.join_sessions(tie).expect("a tie");
    assert_eq!(titles(&store, day), ["Welkom", "Slot", "Iets heel anders"]);
    assert_eq!(support::sessions(&store, day)[2], sessions[1], "the old id goes on");
    assert!(!is_cancelled(&store, day, sessions[1]));
    assert_eq!(lines_of(&store, day, sessions[1]), [old, new].concat());
    assert!(!store.update_day(day, &newer, |_| true).expect("the programme knows it"));
    assert_eq!(store.undo().expect("an undo").map(|undone| undone.op), Some(Op::TieSession));
    assert_eq!(titles(&store, day), before);
    assert!(is_cancelled(&store, day, sessions[1]));
    assert_eq!(texts_of(&lines_of(&store, day, successor)), ["nieuw"]);
}

#[test]
fn a_joining_that_makes_no_sense_is_refused_and_changes_nothing() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let elsewhere = store.add_day(&programme("Andere dag", &["Ver weg"]), false).expect("a day");
    let before = book(&store, day);
    let far = support::sessions(&store, elsewhere)[0];
    for second in [sessions[0], far, SessionId::fresh()] {
        assert!(matches!(
            store.join_sessions(joining(sessions[0], second)),
            Err(StoreError::UnknownSession(_))
        ));
    }
    assert_eq!(book(&store, day), before);
}

#[test]
fn an_update_that_fails_halfway_changes_nothing() {
    let desk = Desk::new();
    let (store, day, _) = desk.open_with_day();
    drop(store);
    // The third session that is added is refused: two were there by then.
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON session
        WHEN (SELECT count(*) FROM session WHERE day_id = new.day_id) >= 5
        BEGIN SELECT RAISE(ABORT, 'refused'); END";
    Connection::open(desk.database()).expect("a database").execute_batch(refuse).expect("a trigger");
    let mut store = desk.open();
    let before = book(&store, day);
    let newer = programme("Dag", &["Een", "Twee", "Drie", "Vier"]);
    assert!(store.update_day(day, &newer, |_| true).is_err());
    assert_eq!(book(&store, day), before);
    assert_eq!((store.can_undo(), store.trash().expect("the trash").len()), (None, 0));
}
