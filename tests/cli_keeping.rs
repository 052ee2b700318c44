//! Looking after the notes on the command line: `backup`, `restore` and what `check` says of backups.

#[path = "support/cli.rs"]
mod support;

use plenair::store::Store;
use serde_json::{Value, json};
use support::{Laptop, argument, keys};

#[test]
fn a_backup_is_put_back_and_what_was_there_is_kept() {
    let laptop = Laptop::with_demo();
    let before = laptop.done(&["lines", "--json", "--all", "--include-private"]);
    let path = argument(&laptop.path("kopie.db"));
    let said = laptop.done(&["backup", &path]);
    assert!(said.contains(&path) && said.contains("1 dag"), "{said}");
    laptop.done(&["note", "--session", "1", "later erbij"]);
    let said = laptop.done(&["restore", &path]);
    assert!(said.contains("plenair.db.before-restore-"), "{said}");
    assert_eq!(laptop.done(&["lines", "--json", "--all", "--include-private"]), before);
}

#[test]
fn a_backup_may_go_into_a_folder_but_not_over_a_file() {
    let laptop = Laptop::with_demo();
    std::fs::create_dir(laptop.path("usb")).expect("a folder");
    laptop.done(&["backup", &argument(&laptop.path("usb"))]);
    assert_eq!(std::fs::read_dir(laptop.path("usb")).expect("the folder").count(), 1);
    let taken = laptop.file("bezet.db", "iets");
    assert!(laptop.refusal(&["backup", &taken]).contains("bezet.db"));
    assert_eq!(std::fs::read_to_string(laptop.path("bezet.db")).expect("the file"), "iets");
}

#[test]
fn a_backup_goes_nowhere_in_the_folder_with_the_notes_but_may_go_to_the_others() {
    let laptop = Laptop::with_demo();
    let home = laptop.data_dir();
    for target in [home.clone(), home.join("plenair.db"), home.join("plenair.db-journal"), home.join("x.db")]
    {
        let said = laptop.refusal(&["backup", &argument(&target)]);
        assert!(said.contains("waar Plenair je notities"), "{said}");
    }
    assert!(!home.join("plenair.db-journal").exists() && !home.join("x.db").exists());
    let backups = laptop.path("notities.backups");
    std::fs::create_dir_all(&backups).expect("a folder");
    laptop.done(&["backup", &argument(&backups)]);
    assert_eq!(std::fs::read_dir(&backups).expect("the folder").count(), 1);
}

#[test]
fn a_backup_can_be_made_while_a_window_is_open_and_nothing_put_back() {
    let laptop = Laptop::with_demo();
    let held = Store::open(&laptop.data_dir()).expect("the store");
    let path = argument(&laptop.path("kopie.db"));
    laptop.done(&["backup", &path]);
    assert!(laptop.refusal(&["restore", &path]).contains("in gebruik"));
    drop(held);
    laptop.done(&["restore", &path]);
}

#[test]
fn what_is_no_backup_is_refused() {
    let laptop = Laptop::with_demo();
    let before = laptop.done(&["lines", "--json"]);
    let text = laptop.file("tekst.db", "geen back-up");
    assert!(laptop.refusal(&["restore", &text]).contains("geen back-up van Plenair"));
    assert!(laptop.refusal(&["restore", "er-niet.db"]).contains("er-niet.db"));
    assert_eq!(laptop.done(&["lines", "--json"]), before);
}

#[test]
fn a_check_names_every_backup_and_finds_a_damaged_one() {
    let laptop = Laptop::with_demo();
    let store = Store::open(&laptop.data_dir()).expect("the store");
    let good = store.back_up().expect("a backup");
    let bad = store.back_up().expect("a backup");
    drop(store);
    let check = laptop.json(&["check", "--json"]);
    assert_eq!(keys(&check), ["backups", "database", "ok", "problems"]);
    let backups = check["backups"].as_array().expect("a list");
    assert_eq!(backups.len(), 2);
    assert_eq!(keys(&backups[0]), ["made_at", "ok", "path"]);
    assert_eq!(backups[0]["path"], json!(argument(&bad.path)));
    assert!(backups.iter().all(|backup| backup["ok"] == json!(true)));
    assert!(laptop.done(&["check"]).contains(&argument(&good.path)));

    let file = std::fs::File::options().write(true).open(&bad.path).expect("the backup");
    file.set_len(4096).expect("half a backup");
    let said = laptop.run(&["check", "--json"]);
    assert_eq!(said.code, 1);
    let check: Value = serde_json::from_str(&said.stdout).expect("one JSON document");
    assert_eq!(check["database"]["integrity"], "ok");
    assert_eq!(
        (&check["ok"], &check["backups"][0]["ok"], &check["backups"][1]["ok"]),
        (&json!(false), &json!(false), &json!(true))
    );
    assert!(check["problems"][0].as_str().is_some_and(|problem| problem.contains("backup")), "{check}");
}

#[test]
fn notes_that_are_gone_are_asked_back_and_not_made_anew() {
    let laptop = Laptop::with_demo();
    let store = Store::open(&laptop.data_dir()).expect("the store");
    let backup = argument(&store.back_up().expect("a backup").path);
    drop(store);
    std::fs::remove_dir_all(laptop.data_dir()).expect("the notes are gone");
    assert_eq!(laptop.failure(&["days", "--json"]), "missing");
    assert!(laptop.refusal(&["note", "--session", "1", "x"]).contains("back-ups"));
    assert!(!laptop.data_dir().join("plenair.db").exists());
    laptop.done(&["restore", &backup]);
    laptop.done(&["note", "--session", "1", "x"]);
}

#[test]
fn a_folder_that_is_synced_is_warned_about() {
    let laptop = Laptop::new();
    let synced = argument(&laptop.path("Nextcloud").join("notities"));
    let said = laptop.done(&["check", "--data-dir", &synced]);
    assert!(said.contains("Nextcloud") && said.contains("Let op"), "{said}");
}
