//! What is erased is gone: from every file with notes, and from the backups after a while or at once.

#[path = "support/store.rs"]
mod support;

use chrono::{NaiveDate, TimeDelta};
use plenair::domain::id::DayId;
use plenair::domain::keeping::BackupKind;
use plenair::store::{Store, StoreError, backup_folder};
use support::{Desk, lines_of, programme, save, sessions, texts_of};

/// A word that occurs nowhere but in what a test writes.
const CANARY: &str = "kwartelkoning";

/// Files that hold the canary, in any case: the full-text index folds it.
fn files_with_canary(desk: &Desk) -> Vec<String> {
    let holds = |bytes: &[u8]| {
        bytes.windows(CANARY.len()).any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()))
    };
    let files = desk.files();
    let found = files.iter().filter(|(_, bytes)| holds(bytes));
    found.map(|(path, _)| path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

/// Two days. The canary is in everything that the first one can hold: its title, its sessions, a note, a version, a line
/// that was removed, a session in the trash.
fn desk_with_canary() -> (Desk, Store, DayId, DayId) {
    let desk = Desk::new();
    let mut store = desk.open();
    let mut secret = programme(CANARY, &["Welkom", CANARY, "Slot"]);
    secret.sessions[0].summary = Some(format!("over de {CANARY}"));
    secret.day.place = Some(CANARY.to_owned());
    let secret = store.add_day(&secret, false).expect("a day");
    let other = store.add_day(&programme("Andere dag", &["Welkom"]), false).expect("a day");
    let inside = sessions(&store, secret);
    save(&mut store, inside[0], &["eerst", "Kwartelkoning gehoord #kwartelkoning"]);
    desk.hands.turn(TimeDelta::minutes(6));
    save(&mut store, inside[0], &["eerst", &format!("{CANARY} twee")]);
    desk.hands.turn(TimeDelta::minutes(6));
    save(&mut store, inside[0], &["eerst"]);
    save(&mut store, inside[1], &[&format!("nog een {CANARY}")]);
    store.rename_session(inside[1], &format!("{CANARY} opnieuw")).expect("a title");
    store.trash_session(inside[1]).expect("the trash");
    let there = sessions(&store, other);
    save(&mut store, there[0], &["blijft staan"]);
    (desk, store, secret, other)
}

#[test]
fn an_erased_day_is_in_no_file_and_the_rest_is_whole() {
    let (desk, mut store, secret, other) = desk_with_canary();
    store.checkpoint().expect("a checkpoint");
    assert!(
        files_with_canary(&desk).contains(&"plenair.db".to_owned()),
        "the canary is written to begin with"
    );
    let erased = store.erase_day(secret).expect("an erasure");
    assert!(erased.wiped);
    assert_eq!((erased.backups.len(), erased.gone_by), (0, None));
    assert_eq!(files_with_canary(&desk), [""; 0], "while the store is open");
    assert!(store.check().expect("a check").problems.is_empty());
    assert_eq!(store.search("blijft", 10, true).expect("a search").len(), 1);
    assert_eq!(store.search(CANARY, 10, true).expect("a search").len(), 0);
    assert_eq!(store.trash().expect("the trash").len(), 0);
    assert_eq!((store.can_undo(), store.can_redo()), (None, None));
    assert!(matches!(store.erase_day(secret), Err(StoreError::UnknownDay(_))));
    drop(store);
    assert_eq!(files_with_canary(&desk), [""; 0]);
    let store = desk.open();
    let there = sessions(&store, other);
    assert_eq!(texts_of(&lines_of(&store, other, there[0])), ["blijft staan"]);
}

#[test]
fn a_day_in_the_trash_can_be_erased_too() {
    let (desk, mut store, secret, _) = desk_with_canary();
    store.trash_day(secret).expect("the trash");
    assert!(store.erase_day(secret).expect("an erasure").wiped);
    assert_eq!(files_with_canary(&desk), [""; 0]);
}

#[test]
fn while_somebody_reads_the_day_is_gone_but_the_file_is_cleaned_later() {
    let (desk, mut store, secret, _) = desk_with_canary();
    let reader = rusqlite::Connection::open(desk.database()).expect("a reader");
    reader.execute_batch("BEGIN").expect("a transaction");
    let open: i64 = reader.query_row("SELECT count(*) FROM line", [], |row| row.get(0)).expect("a reader");
    assert!(open > 0);
    let erased = store.erase_day(secret).expect("an erasure");
    assert!(!erased.wiped);
    assert!(matches!(store.book(secret), Err(StoreError::UnknownDay(_))));
    drop(reader);
    store.keep_house();
    assert_eq!(files_with_canary(&desk), [""; 0]);
}

#[test]
fn cleaning_that_was_interrupted_is_finished_at_the_next_opening() {
    let (desk, mut store, secret, _) = desk_with_canary();
    let reader = rusqlite::Connection::open(desk.database()).expect("a reader");
    reader.execute_batch("BEGIN").expect("a transaction");
    let _: i64 = reader.query_row("SELECT count(*) FROM line", [], |row| row.get(0)).expect("a reader");
    assert!(!store.erase_day(secret).expect("an erasure").wiped);
    drop(store);
    drop(reader);
    drop(desk.open());
    assert_eq!(files_with_canary(&desk), [""; 0]);
}

#[test]
fn the_backups_that_hold_an_erased_day_are_named_and_go_after_fourteen_days() {
    let (desk, mut store, secret, _) = desk_with_canary();
    store.back_up().expect("a backup");
    let erased = store.erase_day(secret).expect("an erasure");
    assert_eq!(erased.backups.len(), 1);
    assert_eq!(erased.gone_by, NaiveDate::from_ymd_opt(2023, 3, 30));
    assert_eq!(files_with_canary(&desk).len(), 1, "the backup");
    desk.hands.set("2023-03-29T23:00:00+02:00");
    store.back_up().expect("a backup");
    assert_eq!(store.backups_holding(secret).len(), 1);
    desk.hands.set("2023-03-30T09:00:00+02:00");
    store.back_up().expect("a backup");
    assert_eq!(store.backups_holding(secret), []);
    assert_eq!(files_with_canary(&desk), [""; 0]);
    assert_eq!(store.backups().len(), 2);
}

#[test]
fn backups_that_hold_an_erased_day_can_go_at_once() {
    let (desk, store, secret, other) = desk_with_canary();
    store.back_up().expect("a backup");
    let regular = store.back_up().expect("a backup");
    let restored = store.restore(&regular.path).expect("a restore");
    let mut store = restored.store;
    assert!(
        matches!(store.delete_backups_holding(secret), Err(StoreError::UnknownDay(_))),
        "it is not erased"
    );
    let erased = store.erase_day(secret).expect("an erasure");
    let kinds: Vec<BackupKind> = erased.backups.iter().map(|backup| backup.kind).collect();
    assert_eq!(kinds, [BackupKind::Regular, BackupKind::Regular, BackupKind::BeforeRestore]);
    assert_eq!(store.delete_backups_holding(secret).expect("a deletion"), []);
    assert_eq!(files_with_canary(&desk), [""; 0]);
    let left = store.backups();
    assert_eq!(left.len(), 1, "a new one was made first");
    assert_eq!(store.prove_restore(&left[0].path).expect("a proof").days, 1);
    assert_eq!(store.delete_backups_holding(secret).expect("a deletion"), []);
    assert!(matches!(store.delete_backups_holding(other), Err(StoreError::UnknownDay(_))));
}

#[test]
fn a_backup_that_cannot_be_read_may_hold_the_day() {
    let (desk, mut store, secret, _) = desk_with_canary();
    let backup = store.back_up().expect("a backup");
    let file = std::fs::File::options().write(true).open(&backup.path).expect("the backup");
    file.set_len(5000).expect("half a backup");
    store.back_up().expect("a backup");
    store.erase_day(secret).expect("an erasure");
    assert_eq!(store.backups_holding(secret).len(), 2);
    assert!(backup.path.starts_with(backup_folder(&desk.folder())));
}
