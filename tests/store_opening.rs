//! Opening: notes of a newer program, on a medium that cannot be written, on a full disk, and after trouble.

#[path = "support/store.rs"]
mod support;

use std::fs;
use std::path::Path;

use plenair::domain::language::Language;
use plenair::domain::problem::{Problem, ProblemKind};
use plenair::export::{self, Form, Options as ExportOptions};
use plenair::i18n::Texts;
use plenair::store::{Options, Store, StoreError};
use support::{DATABASE, Desk, line, lines_of, save, texts_of};

const BALLAST: &str = "plenair.ballast";

/// A desk with the notes of a program that is one shape ahead.
fn desk_of_a_newer_program() -> Desk {
    let desk = Desk::new();
    let mut store = desk.open();
    support::fill(&mut store);
    let schema = store.check().expect("a check").schema;
    drop(store);
    let connection = rusqlite::Connection::open(desk.database()).expect("the database");
    connection.pragma_update(None, "user_version", schema + 1).expect("a newer shape");
    drop(connection);
    desk
}

#[test]
fn notes_of_a_newer_program_can_be_read_and_exported_and_no_byte_changes() {
    let desk = desk_of_a_newer_program();
    let before = desk.files();
    let refused =
        Store::open_with(&desk.folder(), desk.options()).err().map(Problem::from).expect("a refusal");
    assert_eq!(refused.kind, ProblemKind::TooNew);
    let mut reading = desk.open_reading();
    let days = reading.days().expect("the days");
    let books: Vec<_> = days.iter().map(|summary| reading.book(summary.day.id).expect("a day")).collect();
    let labels = Texts::new(Language::Dutch).labels();
    let document = export::render(
        Form::Markdown,
        &books,
        &ExportOptions { include_private: true, names: true, ..ExportOptions::USUAL },
        &labels,
    );
    assert!(document.counts.lines > 40);
    let refused = reading.set_fact("x", "y");
    assert!(matches!(refused, Err(StoreError::Reading)), "{refused:?}");
    let locked = Store::open_with(&desk.folder(), desk.options()).err();
    assert!(matches!(locked, Some(StoreError::Locked(_))), "nobody changes what is being read: {locked:?}");
    drop(reading);
    assert_eq!(desk.files(), before);
}

#[test]
fn notes_that_a_newer_program_left_behind_when_it_died_are_not_touched_either() {
    let desk = desk_of_a_newer_program();
    let copy = desk.path("dood");
    fs::create_dir(&copy).expect("a folder");
    let connection = rusqlite::Connection::open(desk.database()).expect("the database");
    connection
        .execute_batch("PRAGMA journal_mode = wal; UPDATE day SET title = 'in de log'")
        .expect("a change");
    for name in [DATABASE, "plenair.db-wal"] {
        fs::copy(desk.folder().join(name), copy.join(name)).expect("a copy");
    }
    drop(connection);
    let before = [DATABASE, "plenair.db-wal"].map(|name| fs::read(copy.join(name)).expect("a file"));
    let refused = Store::open_with(&copy, desk.options()).err();
    assert!(matches!(refused, Some(StoreError::TooNew { .. })), "{refused:?}");
    let reading = Store::open_reading_with(&copy, desk.options()).expect("a reader");
    assert_eq!(reading.days().expect("the days")[0].day.facts.title, "in de log");
    drop(reading);
    assert_eq!([DATABASE, "plenair.db-wal"].map(|name| fs::read(copy.join(name)).expect("a file")), before);
}

/// Makes everything in a folder unwritable; `false` for a user who may write all the same.
#[cfg(unix)]
fn lock_up(folder: &Path, locked: bool) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let (file_mode, folder_mode) = if locked { (0o444, 0o555) } else { (0o644, 0o755) };
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        fs::set_permissions(path, fs::Permissions::from_mode(file_mode)).expect("permissions");
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(folder_mode)).expect("permissions");
    fs::File::create(folder.join("proef")).is_err()
}

#[cfg(unix)]
#[test]
fn notes_on_a_medium_that_cannot_be_written_can_be_read() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["op de stick"]);
    drop(store);
    if !lock_up(&desk.folder(), true) {
        lock_up(&desk.folder(), false);
        eprintln!("SKIPPED: this user may write everywhere, so no folder is read-only");
        return;
    }
    let refused = Store::open_with(&desk.folder(), desk.options()).err();
    let read = Store::open_reading_with(&desk.folder(), desk.options());
    let texts = read.map(|reading| {
        let copied = reading.backup(&desk.path("kopie.db"));
        (texts_of(&lines_of(&reading, day, sessions[0])).join("/"), copied.is_ok())
    });
    lock_up(&desk.folder(), false);
    assert!(matches!(refused, Some(StoreError::Folder { .. })), "{refused:?}");
    assert_eq!(texts.expect("a reader"), ("op de stick".to_owned(), true));
}

#[test]
fn ballast_is_made_at_opening_and_again_when_it_was_let_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("a store");
    let ballast = folder.path().join(BALLAST);
    assert_eq!(ballast.metadata().expect("ballast").len(), 4 * 1024 * 1024);
    assert!(!store.is_low_on_room());
    fs::remove_file(&ballast).expect("it is let go");
    assert!(store.is_low_on_room());
    store.keep_house();
    assert!(!store.is_low_on_room());
}

/// Mounts a small disk in memory; `None` for a user who may not.
#[cfg(target_os = "linux")]
struct SmallDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mount(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mounted = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
            .arg(folder.path())
            .stderr(std::process::Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(folder))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = std::process::Command::new("umount").arg("-l").arg(self.0.path()).status();
        assert!(unmounted.is_ok_and(|status| status.success()) || std::thread::panicking());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_ballast_goes_and_deleting_works() {
    let Some(small) = SmallDisk::mount(16) else {
        eprintln!("SKIPPED: this user may not mount a small disk");
        return;
    };
    let desk = Desk::new();
    let folder = small.0.path().join("notities");
    let mut store = Store::open_with(&folder, Options::by(desk.hands.clock())).expect("a store");
    let day = store.add_day(&support::programme("Dag", &["Welkom"]), false).expect("a day");
    let session = support::sessions(&store, day)[0];
    let filler = small.0.path().join("van iemand anders");
    fill_up(&filler);
    let mut acknowledged = 0;
    let error = loop {
        let more = line(&store, "een regel op een volle schijf");
        match store.append_lines(session, [more]) {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
        assert!(acknowledged < 10_000, "the disk never fills");
    };
    assert_eq!(Problem::from(error).kind, ProblemKind::DiskFull);
    assert!(store.is_low_on_room() && !folder.join(BALLAST).exists());
    store.keep_house();
    assert!(store.is_low_on_room(), "there is no room for ballast yet");
    assert_eq!(store.book(day).expect("a day").pages[0].note.lines().len(), acknowledged);
    store.trash_session(session).expect("there is room to delete");
    assert!(store.erase_day(day).expect("there is room to erase").wiped);
    fs::remove_file(&filler).expect("room");
    store.keep_house();
    assert!(!store.is_low_on_room(), "there is room again");
}

/// Makes a file that takes all the room there is.
#[cfg(target_os = "linux")]
fn fill_up(path: &Path) {
    use std::io::Write as _;
    let mut file = fs::File::create(path).expect("a file");
    let block = [0x5a; 4096];
    while file.write_all(&block).is_ok() {}
}

#[test]
fn notes_are_opened_again_after_trouble_and_are_the_same_notes() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["een"]);
    store.rename_session(sessions[1], "Toespraak").expect("a title");
    let mut store = store.reopen().expect("the same notes");
    assert_eq!(texts_of(&lines_of(&store, day, sessions[0])), ["een"]);
    save(&mut store, sessions[0], &["twee"]);
    assert!(store.undo().expect("an undo").is_some(), "what can be undone is still known");
}

#[test]
fn notes_that_are_gone_or_other_notes_are_not_opened_again() {
    let desk = Desk::new();
    let (store, ..) = desk.open_with_day();
    for name in [DATABASE, "plenair.db-wal", "plenair.db-shm"] {
        fs::rename(desk.folder().join(name), desk.path(name)).expect("they are taken away");
    }
    let gone = store.reopen().err();
    assert!(matches!(gone, Some(StoreError::Missing { .. })), "{gone:?}");
    assert!(!desk.database().exists(), "no fresh notes");

    let (store, ..) = Desk::new().open_with_day();
    let author = store.author();
    let other = Desk::new();
    drop(other.open_with_day());
    let refused = Store::open_again(&other.folder(), other.options(), author).err();
    assert!(matches!(refused, Some(StoreError::Value(_))), "{refused:?}");
}

#[test]
fn damage_is_found_when_notes_are_opened_again() {
    let desk = Desk::new();
    let mut store = desk.open();
    support::fill(&mut store);
    let author = store.author();
    drop(store);
    let mut bytes = fs::read(desk.database()).expect("the database");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::File::create(desk.database())
        .and_then(|mut file| std::io::Write::write_all(&mut file, &bytes))
        .expect("damage");
    let refused = Store::open_again(&desk.folder(), desk.options(), author).err().expect("a refusal");
    assert_eq!(Problem::from(refused).kind, ProblemKind::Damaged);
    assert_eq!(fs::read(desk.database()).expect("the database").len(), bytes.len(), "it is left in place");
}

#[test]
fn what_an_interrupted_copy_left_behind_is_removed() {
    let desk = Desk::new();
    drop(desk.open());
    fs::create_dir(desk.folder().join(".plenair-abc")).expect("a folder");
    fs::File::create(desk.folder().join(".plenair-abc").join(DATABASE)).expect("a file");
    fs::File::create(desk.folder().join(".plenair-xyz.tmp")).expect("a file");
    fs::File::create(desk.folder().join("van iemand anders")).expect("a file");
    drop(desk.open());
    let names: Vec<_> =
        desk.files().keys().map(|path| path.file_name().expect("a name").to_owned()).collect();
    assert_eq!(names, ["plenair.db", "plenair.lock", "van iemand anders"]);
}
