//! What was deleted comes back: the trash, undo and redo, and days that are held.

#[path = "support/store.rs"]
mod support;

use chrono::NaiveDate;
use plenair::domain::change::Op;
use plenair::domain::day::SessionFacts;
use plenair::domain::id::{DayId, SessionId};
use plenair::domain::keeping::{Hold, Item};
use plenair::domain::problem::{Problem, ProblemKind};
use plenair::store::{Store, StoreError};
use support::{Desk, lines_of, programme, save, sessions, texts_of};

fn titles(store: &Store, day: DayId) -> Vec<String> {
    let book = store.book(day).expect("a day");
    let positions: Vec<u32> = book.pages.iter().map(|page| page.session.position).collect();
    assert_eq!(positions, (1..).take(positions.len()).collect::<Vec<_>>(), "no gaps");
    book.pages.into_iter().map(|page| page.session.facts.title).collect()
}

fn hold_until(date: &str) -> Hold {
    Hold { until: date.parse().expect("a date"), reason: "Woo-verzoek".to_owned() }
}

#[test]
fn a_session_in_the_trash_is_nowhere_else_and_comes_back_as_it_was() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let lines = save(&mut store, sessions[1], &["zoekwoord #trend", "", "privé: voor mij"]);
    save(&mut store, sessions[2], &["blijft"]);
    store.trash_session(sessions[1]).expect("the trash");
    assert_eq!(titles(&store, day), ["Welkom", "Slot"]);
    assert_eq!(store.search("zoekwoord", 10, true).expect("a search").len(), 0);
    let summary = &store.days().expect("the days")[0];
    assert_eq!((summary.sessions, summary.lines, summary.private_lines), (2, 1, 0));
    assert!(store.find_session(day, &sessions[1].to_string()).is_err());
    assert_eq!(store.find_session(day, "2").expect("a session"), sessions[2]);
    let trash = store.trash().expect("the trash");
    assert_eq!(trash.len(), 1);
    assert_eq!(trash[0].item, Item::Session(sessions[1]));
    assert_eq!((trash[0].title.as_str(), trash[0].day_title.as_str(), trash[0].lines), ("Lezing", "Dag", 2));
    assert_eq!(trash[0].at, desk.hands.now());

    drop(store);
    let mut store = desk.open();
    store.restore_from_trash(Item::Session(sessions[1])).expect("a restore");
    assert_eq!(titles(&store, day), ["Welkom", "Lezing", "Slot"]);
    assert_eq!(lines_of(&store, day, sessions[1]), lines);
    assert_eq!(store.search("zoekwoord", 10, true).expect("a search").len(), 1);
    assert_eq!(store.trash().expect("the trash").len(), 0);
}

#[test]
fn a_day_in_the_trash_is_nowhere_else_and_comes_back_as_it_was() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["zoekwoord"]);
    let book = store.book(day).expect("a day");
    store.trash_day(day).expect("the trash");
    assert!(store.days().expect("the days").is_empty());
    assert!(matches!(store.book(day), Err(StoreError::UnknownDay(_))));
    assert!(matches!(store.find_day("dag"), Err(StoreError::UnknownDay(_))));
    assert!(store.find_session(day, "1").is_err());
    assert_eq!(store.search("zoekwoord", 10, true).expect("a search").len(), 0);
    let other = store.add_day(&programme("Dag", &["Welkom"]), false).expect("a day");
    store.restore_from_trash(Item::Day(day)).expect("a restore");
    assert_eq!(store.book(day).expect("a day"), book);
    assert_ne!(store.book(other).expect("a day").day.slug, book.day.slug, "its name was not given away");
}

#[test]
fn a_session_of_a_day_in_the_trash_waits_for_its_day() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.trash_session(sessions[0]).expect("the trash");
    store.trash_day(day).expect("the trash");
    let items: Vec<Item> = store.trash().expect("the trash").iter().map(|trashed| trashed.item).collect();
    assert_eq!(items, [Item::Day(day)]);
    let refused = store.restore_from_trash(Item::Session(sessions[0]));
    assert!(matches!(refused, Err(StoreError::NotInTrash)), "{refused:?}");
    store.restore_from_trash(Item::Day(day)).expect("a restore");
    store.restore_from_trash(Item::Session(sessions[0])).expect("a restore");
    assert_eq!(titles(&store, day), ["Welkom", "Lezing", "Slot"]);
}

#[test]
fn the_trash_shows_what_was_deleted_last_first_whatever_the_clock_says() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    for (session, at) in
        [(2, "2023-03-16T14:00:00+01:00"), (0, "2026-03-16T14:00:00+01:00"), (1, "2023-03-14T14:00:00+01:00")]
    {
        desk.hands.set(at);
        store.trash_session(sessions[session]).expect("the trash");
    }
    let titles: Vec<String> =
        store.trash().expect("the trash").into_iter().map(|found| found.title).collect();
    assert_eq!(titles, ["Lezing", "Welkom", "Slot"]);
}

#[test]
fn deleting_or_restoring_twice_is_refused() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.trash_session(sessions[0]).expect("the trash");
    assert!(matches!(store.trash_session(sessions[0]), Err(StoreError::UnknownSession(_))));
    assert!(matches!(store.restore_from_trash(Item::Session(sessions[1])), Err(StoreError::NotInTrash)));
    assert!(matches!(store.restore_from_trash(Item::Day(day)), Err(StoreError::NotInTrash)));
    store.trash_day(day).expect("the trash");
    assert!(matches!(store.trash_day(day), Err(StoreError::UnknownDay(_))));
    assert!(matches!(store.trash_session(sessions[1]), Err(StoreError::UnknownSession(_))));
}

#[test]
fn text_that_was_on_its_way_to_a_session_in_the_trash_is_there_when_it_comes_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.trash_session(sessions[0]).expect("the trash");
    let line = support::line(&store, "net te laat");
    store.append_lines(sessions[0], [line]).expect("a save");
    store.restore_from_trash(Item::Session(sessions[0])).expect("a restore");
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["net te laat"]);
}

#[test]
fn the_trash_is_emptied_after_thirty_days_and_a_jump_of_the_clock_does_not_empty_it() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let second = store.add_day(&programme("Andere dag", &["Welkom"]), false).expect("a day");
    save(&mut store, sessions[0], &["vergankelijk"]);
    store.trash_session(sessions[0]).expect("the trash");
    store.trash_day(second).expect("the trash");
    drop(store);
    for (at, left) in [
        ("2026-03-16T14:00:00+01:00", 2),
        ("2023-03-17T14:00:00+01:00", 2),
        ("2023-04-16T14:30:00+02:00", 2),
        ("2023-04-17T14:30:00+02:00", 2),
        ("2023-04-18T14:30:00+02:00", 0),
    ] {
        desk.hands.set(at);
        assert_eq!(desk.open().trash().expect("the trash").len(), left, "{at}");
    }
    assert_eq!(titles(&desk.open(), day), ["Lezing", "Slot"]);
    let left = support::rows(&desk.database());
    assert_eq!((left["day"].len(), left["session"].len(), left["line"].len()), (1, 2, 0));
    for (path, bytes) in desk.files() {
        assert!(!contains(&bytes, b"vergankelijk"), "{}", path.display());
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn undo_and_redo_walk_back_and_forth_through_everything_but_typing() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een"]);
    save(&mut store, sessions[0], &["twee"]);
    let state = |store: &Store| {
        let trash: Vec<Item> = store.trash().expect("the trash").iter().map(|found| found.item).collect();
        (store.book(day).map(|book| without_revisions(&book)).ok(), trash)
    };
    let mut states = vec![state(&store)];
    store.rename_session(sessions[1], "Toespraak").expect("a title");
    states.push(state(&store));
    store.insert_session(day, 1, &SessionFacts::default()).expect("a session");
    states.push(state(&store));
    store.trash_session(sessions[0]).expect("the trash");
    states.push(state(&store));
    store.restore_from_trash(Item::Session(sessions[0])).expect("a restore");
    states.push(state(&store));
    let version = store.versions(sessions[0]).expect("the versions")[0].id;
    store.restore_version(sessions[0], version).expect("a version");
    states.push(state(&store));
    store.trash_day(day).expect("the trash");
    states.push(state(&store));
    let ops = [
        Op::RenameSession,
        Op::InsertSession,
        Op::TrashSession,
        Op::RestoreSession,
        Op::RestoreVersion,
        Op::TrashDay,
    ];
    for round in 0..2 {
        for index in (0..ops.len()).rev() {
            assert_eq!(store.can_undo(), Some(ops[index]));
            let undone = store.undo().expect("an undo").expect("something to undo");
            assert_eq!((undone.op, undone.day), (ops[index], day));
            // A session that was inserted and taken back is in the trash: nothing typed in it is lost.
            assert_eq!(state(&store).0, states[index].0, "round {round}, before {:?}", ops[index]);
        }
        for index in 0..ops.len() {
            assert_eq!(store.can_redo(), Some(ops[index]));
            store.redo().expect("a redo").expect("something to redo");
            assert_eq!(state(&store).0, states[index + 1].0, "round {round}, after {:?}", ops[index]);
        }
    }
    assert_eq!(store.redo().expect("a redo"), None);
    assert_eq!(state(&store), states[ops.len()]);
}

type Pages = Vec<(SessionId, String, Vec<String>)>;

fn without_revisions(book: &plenair::domain::book::Book) -> Pages {
    let text =
        |page: &plenair::domain::book::Page| page.note.lines().iter().map(|line| line.text.clone()).collect();
    book.pages.iter().map(|page| (page.session.id, page.session.facts.title.clone(), text(page))).collect()
}

#[test]
fn a_new_operation_ends_what_could_be_done_again() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    store.rename_session(sessions[0], "A").expect("a title");
    store.undo().expect("an undo");
    store.rename_session(sessions[0], "B").expect("a title");
    assert_eq!(store.can_redo(), None);
}

#[test]
fn thirty_operations_can_be_taken_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    for number in 0..40 {
        store.rename_session(sessions[0], &number.to_string()).expect("a title");
    }
    let mut undone = 0;
    while store.undo().expect("an undo").is_some() {
        undone += 1;
    }
    assert_eq!(undone, 30);
    assert_eq!(titles(&store, day)[0], "9");
}

#[test]
fn a_day_that_was_made_can_be_taken_back() {
    let desk = Desk::new();
    let (mut store, day, _) = desk.open_with_day();
    assert_eq!(store.can_undo(), Some(Op::AddDay));
    store.undo().expect("an undo");
    assert!(store.days().expect("the days").is_empty());
    store.redo().expect("a redo");
    assert_eq!(sessions(&store, day).len(), 3);
}

#[test]
fn what_cannot_be_undone_any_more_is_forgotten() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    store.rename_session(sessions[0], "A").expect("a title");
    store.trash_session(sessions[0]).expect("the trash");
    store.restore_from_trash(Item::Session(sessions[0])).expect("a restore");
    store.set_hold(day, Some(&hold_until("2023-03-16"))).expect("a hold");
    assert!(matches!(store.undo(), Err(StoreError::Held(_))), "back to the trash is refused");
    store.set_hold(day, None).expect("no hold");
    assert_eq!(
        store.undo().expect("an undo").map(|undone| undone.op),
        Some(Op::RestoreSession),
        "but not forgotten"
    );
}

#[test]
fn a_day_that_is_held_cannot_be_deleted_until_its_date_has_passed() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let hold = hold_until("2023-03-17");
    store.set_hold(day, Some(&hold)).expect("a hold");
    assert_eq!(store.hold(day).expect("a hold"), Some(hold));
    desk.hands.set("2023-03-17T23:59:00+01:00");
    let until = NaiveDate::from_ymd_opt(2023, 3, 17).expect("a date");
    for refused in [store.trash_session(sessions[0]), store.trash_day(day), store.erase_day(day).map(|_| ())]
    {
        let refused = refused.expect_err("a refusal");
        assert!(matches!(refused, StoreError::Held(date) if date == until), "{refused}");
        assert_eq!(Problem::from(refused).kind, ProblemKind::Held);
    }
    desk.hands.set("2023-03-18T00:00:00+01:00");
    store.trash_session(sessions[0]).expect("the trash");
    store.trash_day(day).expect("the trash");
    assert!(matches!(store.set_hold(day, None), Err(StoreError::UnknownDay(_))));
}

#[test]
fn of_a_day_that_is_held_no_version_is_forgotten() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["oud"]);
    save(&mut store, sessions[0], &["nieuw"]);
    store.trash_session(sessions[1]).expect("the trash");
    store.set_hold(day, Some(&hold_until("2024-01-01"))).expect("a hold");
    drop(store);
    for date in ["2023-12-29", "2023-12-30", "2023-12-31"] {
        desk.hands.set(&format!("{date}T12:00:00+01:00"));
        let store = desk.open();
        assert_eq!(store.versions(sessions[0]).expect("the versions").len(), 1);
        assert_eq!(store.trash().expect("the trash").len(), 1);
    }
    for date in ["2024-01-02", "2024-01-03", "2024-01-04"] {
        desk.hands.set(&format!("{date}T12:00:00+01:00"));
        drop(desk.open());
    }
    let store = desk.open();
    assert_eq!(store.versions(sessions[0]).expect("the versions").len(), 0);
    assert_eq!(store.trash().expect("the trash").len(), 0);
}

#[test]
fn a_star_is_kept_is_nothing_to_undo_and_goes_to_the_trash_with_its_session() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let starred = |store: &Store| {
        let book = store.book(day).expect("a day");
        book.pages.iter().map(|page| page.session.starred).collect::<Vec<_>>()
    };
    let before = store.can_undo();
    store.star_session(sessions[1], true).expect("a star");
    store.star_session(sessions[1], true).expect("the same star");
    assert_eq!(starred(&store), [false, true, false]);
    assert_eq!(store.can_undo(), before);
    store.trash_session(sessions[1]).expect("the trash");
    let refused = store.star_session(sessions[1], false);
    assert!(matches!(refused, Err(StoreError::UnknownSession(_))), "{refused:?}");
    assert_eq!(store.undo().expect("an undo").map(|undone| undone.op), Some(Op::TrashSession));
    drop(store);
    let mut store = desk.open();
    assert_eq!(starred(&store), [false, true, false]);
    store.star_session(sessions[1], false).expect("no star");
    assert_eq!(starred(&store), [false; 3]);
    assert!(desk.open_reading().star_session(sessions[1], true).is_err());
}
