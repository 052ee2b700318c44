//! Days that come in with their notes: all of them or none, found by their words, and taken back in one step.

#[path = "support/store.rs"]
mod support;

use plenair::domain::id::DayId;
use plenair::domain::noted::{NotedDay, NotedLine, SessionNotes};
use plenair::domain::progress::Progress;
use plenair::store::{Store, StoreError};
use support::{Desk, programme, save, sessions};

/// A day with a note of these lines.
fn noted(title: &str, lines: &[&str]) -> NotedDay {
    let line = |text: &&str| NotedLine { text: (*text).to_owned(), ..NotedLine::default() };
    let notes = SessionNotes { lines: lines.iter().map(line).collect(), ..SessionNotes::default() };
    NotedDay { programme: programme(title, &["Lezing"]), notes: vec![notes] }
}

fn found(store: &Store, query: &str) -> Vec<String> {
    store.search(query, 50, true).expect("a search").into_iter().map(|hit| hit.text).collect()
}

fn ids(store: &Store) -> Vec<DayId> {
    store.day_ids().expect("the days")
}

#[test]
fn lines_that_came_in_together_are_found_and_so_are_those_written_before_and_after() {
    let desk = Desk::new();
    let (mut store, _, inside) = desk.open_with_day();
    save(&mut store, inside[0], &["eerst over zeewier"]);
    let days = store.add_noted_days(&[noted("Een", &["toen zeewier"]), noted("Twee", &["", "weer zeewier"])]);
    let days = days.expect("the days");
    assert_eq!(found(&store, "zeewier").len(), 3);
    // The triggers are on again: what is written and changed now is in the index too.
    let session = sessions(&store, days[1].id)[0];
    save(&mut store, session, &["weer kelp", "nog zeewier"]);
    assert_eq!(found(&store, "kelp"), ["weer kelp"]);
    assert_eq!(found(&store, "zeewier").len(), 3, "the line that was changed is not found by its old words");
    assert_eq!(store.check().expect("a check").problems, Vec::<String>::new());
    let own: rusqlite::Connection = rusqlite::Connection::open(desk.database()).expect("the database");
    own.execute("INSERT INTO line_text (line_text, rank) VALUES ('integrity-check', 1)", [])
        .expect("the index says what the lines say");
}

#[test]
fn an_import_that_is_stopped_leaves_nothing_and_the_next_save_is_found() {
    let desk = Desk::new();
    let (mut store, day, inside) = desk.open_with_day();
    let progress = Progress::default();
    progress.stop();
    store.watch(progress);
    let stopped = store.add_noted_days(&[noted("Een", &["zeewier"])]);
    assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
    assert_eq!((ids(&store), found(&store, "zeewier")), (vec![day], Vec::new()));
    assert_eq!(store.can_undo(), Some(plenair::domain::change::Op::AddDay), "that of the first day");
    store.watch(Progress::default());
    save(&mut store, inside[0], &["daarna zeewier"]);
    assert_eq!(found(&store, "zeewier"), ["daarna zeewier"]);
}

#[test]
fn an_import_that_fails_leaves_nothing() {
    let desk = Desk::new();
    let (mut store, day, _) = desk.open_with_day();
    drop(store);
    // What is last in line cannot be written.
    let own = rusqlite::Connection::open(desk.database()).expect("the database");
    own.execute_batch(
        "CREATE UNIQUE INDEX no_two ON session (title) WHERE title = 'Tweemaal'; PRAGMA wal_checkpoint(TRUNCATE);",
    )
    .expect("an index");
    drop(own);
    store = desk.open();
    let mut last = noted("Twee", &["zeewier"]);
    last.programme = programme("Twee", &["Tweemaal", "Tweemaal"]);
    assert!(store.add_noted_days(&[noted("Een", &["zeewier"]), last]).is_err());
    assert_eq!((ids(&store), found(&store, "zeewier")), (vec![day], Vec::new()));
    store.add_noted_days(&[noted("Drie", &["zeewier"])]).expect("a day");
    assert_eq!(found(&store, "zeewier").len(), 1);
}

#[test]
fn days_that_came_in_together_go_and_come_back_together() {
    let desk = Desk::new();
    let (mut store, first, _) = desk.open_with_day();
    let days: Vec<NotedDay> = (0..40).map(|number| noted(&format!("Dag {number}"), &["zeewier"])).collect();
    let added = store.add_noted_days(&days).expect("the days");
    // One of them was put away already.
    store.trash_day(added[3].id).expect("the trash");
    store.undo().expect("undo");
    store.undo().expect("undo");
    assert_eq!(ids(&store), [first]);
    store.redo().expect("redo");
    assert_eq!(ids(&store).len(), 41);
    store.undo().expect("undo").expect("something");
    store.undo().expect("undo of the day before them");
    assert_eq!(ids(&store), []);
}

#[test]
fn of_days_that_came_in_together_those_that_are_gone_are_passed_over() {
    let desk = Desk::new();
    let mut store = desk.open();
    let added = store.add_noted_days(&[noted("Een", &["a"]), noted("Twee", &["b"])]).expect("the days");
    store.erase_day(added[0].id).expect("erased");
    assert_eq!(store.can_undo(), None, "erasing clears undo");
    let again = store.add_noted_days(&[noted("Drie", &["c"]), noted("Vier", &["d"])]).expect("the days");
    store.undo().expect("undo").expect("something");
    store.restore_from_trash(plenair::domain::keeping::Item::Day(again[0].id)).expect("back");
    assert_eq!(ids(&store).len(), 2);
}
