//! Backups are real: made by the hour, thinned out, checked, and put back.

#[path = "support/store.rs"]
mod support;

use std::fs;

use chrono::TimeDelta;
use plenair::domain::keeping::BackupKind;
use plenair::domain::problem::{Problem, ProblemKind};
use plenair::store::{Store, StoreError, backup_folder};
use support::{Desk, line, lines_of, programme, rows, save, texts_of};

#[test]
fn a_backup_is_made_by_the_hour_and_only_if_something_changed() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    assert!(store.needs_backup().expect("an answer"));
    assert!(store.back_up_if_due().expect("a backup").is_some());
    assert!(!store.needs_backup().expect("an answer"));
    desk.hands.turn(TimeDelta::hours(2));
    assert_eq!(store.back_up_if_due().expect("no backup"), None, "nothing has changed");
    save(&mut store, sessions[0], &["een"]);
    let made = store.back_up_if_due().expect("a backup").expect("a backup");
    assert_eq!(made.made_at, desk.hands.now());
    save(&mut store, sessions[0], &["twee"]);
    desk.hands.turn(TimeDelta::minutes(59));
    assert_eq!(store.back_up_if_due().expect("no backup"), None, "the last one is young");
    desk.hands.turn(TimeDelta::minutes(1));
    drop(store);
    let store = desk.open();
    assert!(store.back_up_if_due().expect("a backup").is_some(), "also by another opening");
    assert_eq!(store.backups().len(), 3);
}

#[test]
fn remembering_where_the_window_is_needs_no_backup() {
    let desk = Desk::new();
    let (mut store, day, _) = desk.open_with_day();
    store.back_up().expect("a backup");
    store.set_place(&plenair::domain::book::Place { day, session: None, caret: 3 }).expect("a place");
    assert!(!store.needs_backup().expect("an answer"));
}

#[test]
fn ten_backups_stay_and_the_last_of_fourteen_dates() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    for _ in 0..(20 * 3) {
        store.back_up().expect("a backup");
        desk.hands.turn(TimeDelta::hours(8));
    }
    let backups = store.backups();
    let numbers: Vec<u64> = backups.iter().map(|backup| backup.number).collect();
    assert_eq!(numbers[..10], (51..=60).rev().collect::<Vec<_>>()[..]);
    let mut dates: Vec<_> = backups.iter().map(|backup| backup.made_at.date_naive()).collect();
    dates.dedup();
    assert_eq!(dates.len(), 14);
    assert!(store.check_backups().iter().all(|checked| checked.ok));
}

#[test]
fn a_clock_that_jumps_removes_no_backup_and_stops_none() {
    let desk = Desk::new();
    let (mut store, _, sessions) = desk.open_with_day();
    for at in [
        "2023-03-16T14:00:00+01:00",
        "2023-03-14T14:00:00+01:00",
        "2026-03-14T14:00:00+01:00",
        "2023-03-16T15:00:00+01:00",
        "2023-03-26T01:30:00+01:00",
        "2023-03-26T03:30:00+02:00",
    ] {
        desk.hands.set(at);
        save(&mut store, sessions[0], &[at]);
        assert!(store.back_up_if_due().expect("a backup").is_some(), "{at}");
    }
    let numbers: Vec<u64> = store.backups().iter().map(|backup| backup.number).collect();
    assert_eq!(numbers, [6, 5, 4, 3, 2, 1]);
}

#[test]
fn a_backup_holds_every_row_and_is_one_file() {
    let desk = Desk::new();
    let mut store = desk.open();
    support::fill(&mut store);
    let (path, counts) = store.backup(&desk.path("kopie.db")).expect("a backup");
    assert!(counts.lines > 40);
    drop(store);
    assert_eq!(rows(&path), rows(&desk.database()));
    let reading = Store::open_reading(&desk.folder()).expect("the store");
    let (second, again) = reading.backup(&desk.path("nog een.db")).expect("a backup by a reader");
    assert_eq!(again, counts);
    let header = fs::read(&second).expect("the copy");
    assert_eq!(header[18..20], [1, 1], "no log is needed to read it");
    let names = |path: &std::path::PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(!desk.files().keys().any(|path| names(path).starts_with(".plenair-")), "nothing half");
}

#[test]
fn a_backup_in_a_folder_gets_a_name_and_one_over_a_file_is_refused() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    let folder = desk.path("usb");
    fs::create_dir(&folder).expect("a folder");
    let names: Vec<_> = (0..2).map(|_| store.backup(&folder).expect("a backup").0).collect();
    assert_ne!(names[0], names[1]);
    for (path, kind) in
        [(names[0].clone(), ProblemKind::Exists), (desk.path("weg").join("x.db"), ProblemKind::CannotWrite)]
    {
        let refused = store.backup(&path).expect_err("a refusal");
        assert_eq!(Problem::from(refused).kind, kind, "{}", path.display());
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2, "nothing half");
}

#[test]
fn a_backup_that_was_damaged_is_found() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    let good = store.back_up().expect("a backup");
    let bad = store.back_up().expect("a backup");
    let file = fs::File::options().write(true).open(&bad.path).expect("the backup");
    file.set_len(8192).expect("half a backup");
    let checked = store.check_backups();
    let found: Vec<_> = checked.iter().map(|checked| (checked.backup.number, checked.ok)).collect();
    assert_eq!(found, [(bad.number, false), (good.number, true)]);
    assert!(store.prove_restore(&bad.path).is_err());
}

#[test]
fn proving_a_restore_counts_and_leaves_nothing() {
    let desk = Desk::new();
    let mut store = desk.open();
    support::fill(&mut store);
    let backup = store.back_up().expect("a backup");
    let before: Vec<_> = desk.files().into_keys().collect();
    let proof = store.prove_restore(&backup.path).expect("a proof");
    let lines: u32 = store.days().expect("the days").iter().map(|summary| summary.lines).sum();
    let sessions: u32 = store.days().expect("the days").iter().map(|summary| summary.sessions).sum();
    assert_eq!((proof.days, proof.sessions, proof.lines), (2, sessions, lines));
    assert_eq!(desk.files().into_keys().collect::<Vec<_>>(), before);
}

#[test]
fn a_restore_puts_the_backup_in_place_and_sets_the_present_notes_aside() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["oud"]);
    let backup = store.back_up().expect("a backup");
    save(&mut store, sessions[0], &["nieuw"]);
    let restored = store.restore(&backup.path).expect("a restore");
    let store = restored.store;
    assert_eq!(restored.counts.lines, 1);
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["oud"]);
    let aside = restored.set_aside.expect("the present notes");
    assert!(
        aside
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("plenair.db.before-restore-"))
    );
    assert!(rows(&aside)["line"].iter().any(|row| row.contains("nieuw")));
    assert!(store.needs_backup().expect("an answer"), "these are other notes than those of the last backup");
    assert!(
        store.backups().iter().any(|found| found.kind == BackupKind::BeforeRestore && found.path == aside)
    );
    let back = store.restore(&aside).expect("and back again");
    assert_eq!(texts_of(&lines_of(&back.store, day, sessions[0])), ["nieuw"]);
}

#[test]
fn a_restore_in_the_place_of_damaged_or_missing_notes_works() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["heel"]);
    let backup = store.back_up().expect("a backup");
    drop(store);
    fs::File::create(desk.database())
        .and_then(|mut file| std::io::Write::write_all(&mut file, b"kapot"))
        .expect("rubbish");
    let restored = Store::restore_in(&desk.folder(), desk.options(), &backup.path).expect("a restore");
    assert_eq!(texts_of(&lines_of(&restored.store, day, sessions[0])), ["heel"]);
    assert_eq!(fs::read(restored.set_aside.expect("what was there")).expect("a file"), b"kapot");
    drop(restored.store);
    fs::remove_file(desk.database()).expect("no notes");
    let restored = Store::restore_in(&desk.folder(), desk.options(), &backup.path).expect("a restore");
    assert_eq!(restored.set_aside, None);
    assert_eq!(texts_of(&lines_of(&restored.store, day, sessions[0])), ["heel"]);
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_has_changed() {
    let desk = Desk::new();
    let (mut store, ..) = desk.open_with_day();
    support::fill(&mut store);
    let good = store.back_up().expect("a backup").path;
    drop(store);
    let file = |name: &str, bytes: &[u8]| {
        let path = desk.path(name);
        fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
            .expect("a file");
        path
    };
    let stranger = desk.path("vreemd.db");
    rusqlite::Connection::open(&stranger)
        .and_then(|connection| connection.execute_batch("PRAGMA user_version = 1; CREATE TABLE t (a)"))
        .expect("a database of somebody else");
    let newer = desk.path("nieuwer.db");
    fs::copy(&good, &newer).expect("a copy");
    rusqlite::Connection::open(&newer)
        .and_then(|connection| connection.pragma_update(None, "user_version", 99))
        .expect("a newer one");
    let whole = fs::read(&good).expect("the backup");
    let cases = [
        (file("tekst.db", b"geen database"), ProblemKind::NotABackup),
        (file("leeg.db", b""), ProblemKind::NotABackup),
        (stranger, ProblemKind::NotABackup),
        (newer, ProblemKind::TooNew),
        (desk.path("er niet"), ProblemKind::Unreadable),
        (desk.folder(), ProblemKind::Unreadable),
    ];
    let before = desk.files();
    for (path, kind) in cases {
        let refused = Store::restore_in(&desk.folder(), desk.options(), &path).err().expect("a refusal");
        assert_eq!(Problem::from(refused).kind, kind, "{}", path.display());
    }
    assert_eq!(desk.files(), before);
    let half = file("half.db", &whole[..whole.len() / 2]);
    assert!(Store::restore_in(&desk.folder(), desk.options(), &half).is_err());
}

#[test]
fn while_somebody_writes_or_reads_nothing_is_put_back() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    let backup = store.back_up().expect("a backup").path;
    let refused = Store::restore_in(&desk.folder(), desk.options(), &backup).err();
    assert!(matches!(refused, Some(StoreError::Locked(_))));
    drop(store);
    let reader = Store::open_reading(&desk.folder()).expect("a reader");
    reader.days().expect("the days");
    let refused = Store::restore_in(&desk.folder(), desk.options(), &backup).err();
    assert!(matches!(refused, Some(StoreError::Locked(_))), "{refused:?}");
    drop(reader);
    assert!(Store::restore_in(&desk.folder(), desk.options(), &backup).is_ok());
}

#[test]
fn a_copy_with_its_log_beside_it_is_put_back_whole() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["alleen in de log"]);
    let copy = desk.path("kopie.db");
    fs::copy(desk.database(), &copy).expect("a copy");
    fs::copy(desk.folder().join("plenair.db-wal"), desk.path("kopie.db-wal")).expect("its log");
    drop(store);
    let restored = Store::restore_in(&desk.folder(), desk.options(), &copy).expect("a restore");
    assert_eq!(texts_of(&lines_of(&restored.store, day, sessions[0])), ["alleen in de log"]);
}

#[test]
fn where_only_backups_are_left_no_fresh_notes_are_made() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    let backup = store.back_up().expect("a backup").path;
    drop(store);
    fs::remove_dir_all(desk.folder()).expect("the notes are gone");
    let refused =
        Store::open_with(&desk.folder(), desk.options()).err().map(Problem::from).expect("a refusal");
    assert_eq!(refused.kind, ProblemKind::Missing);
    assert_eq!(refused.cause, backup_folder(&desk.folder()).display().to_string());
    assert!(!desk.database().exists());
    assert!(Store::restore_in(&desk.folder(), desk.options(), &backup).is_ok());
}

#[test]
fn lines_are_added_to_restored_notes_as_before() {
    let desk = Desk::new();
    let (store, day, sessions) = desk.open_with_day();
    let backup = store.back_up().expect("a backup").path;
    let mut store = store.restore(&backup).expect("a restore").store;
    let other = store.add_day(&programme("Andere dag", &["Welkom"]), false).expect("a day");
    let noted = line(&store, "erna");
    store.append_lines(sessions[0], [noted]).expect("a line");
    drop(store);
    let store = desk.open();
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["erna"]);
    assert!(store.book(other).is_ok());
}
