//! Proof: programs that start at the same time on the same notes cannot hurt them. They write one after the other; who waits in
//! vain is told that the notes are in use, and readers are served all the while.
//!
//! `PLENAIR_RACE_STARTS` sets the number of writers that are started, in rounds of two to five.

#[path = "support/cli.rs"]
mod cli;
#[path = "support/proof/mod.rs"]
mod proof;

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cli::{Laptop, argument, texts};
use plenair::domain::language::Language;
use plenair::domain::problem::Problem;
use plenair::i18n::Texts;
use plenair::store::{Store, StoreError};
use proof::{say, times};

/// So many readers read in a loop while the writers race.
const READERS: usize = 2;

/// So many times the notes are made in a race.
const NEW_FOLDERS: usize = 8;

/// So long the notes are in use when writers start: all of them find them so, and then race for them.
const HEAD_START: Duration = Duration::from_millis(150);

/// So many rounds of holders that take turns, and so many of the control.
const TURNS: usize = 15;

/// So many holders start at once.
const HOLDERS: usize = 5;

/// So long a holder stays.
const STAY: Duration = Duration::from_millis(20);

const HOLDER_FOLDER: &str = "PLENAIR_PROOF_HOLDER_FOLDER";
const HOLDER_ASKS: &str = "PLENAIR_PROOF_HOLDER_ASKS";

#[test]
fn programs_that_race_to_write_lose_nothing_and_readers_are_served() {
    let began = Instant::now();
    let wanted = times("PLENAIR_RACE_STARTS", 100);
    let laptop = Laptop::new();
    laptop.done(&["days"]);
    let acknowledged = Mutex::new(Vec::new());
    let over = AtomicBool::new(false);
    let readings = AtomicUsize::new(0);
    let (mut starts, mut locked, mut round) = (0, 0, 0);
    std::thread::scope(|scope| {
        let end = SetWhenDropped(&over);
        for _ in 0..READERS {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    assert_reader_is_served(&laptop, &acknowledged);
                    readings.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        while starts < wanted {
            let writers = 2 + round % 4;
            let outcome = race(&laptop, round, writers);
            assert!(!outcome.wrote.is_empty(), "round {round}: {writers} writers, and none wrote");
            acknowledged.lock().expect("no reader fell over").extend(outcome.wrote);
            locked += outcome.locked;
            starts += writers;
            round += 1;
        }
        drop(end);
    });
    let acknowledged = acknowledged.into_inner().expect("no reader fell over");
    let readings = readings.into_inner();
    say(&format!(
        "races: {starts} starts in {round} rounds: {} wrote, {locked} were told that the notes are in use; {readings} \
         readings, all served; {} s",
        acknowledged.len(),
        began.elapsed().as_secs(),
    ));
    assert_eq!(acknowledged.len() + locked, starts);
    assert!(readings >= round, "readers hardly got a turn");
    let in_vain = {
        let _in_use = in_use(&laptop);
        finish(&laptop, start(&laptop, round, 3))
    };
    assert_eq!((in_vain.wrote.len(), in_vain.locked), (0, 3), "notes that stay in use");
    assert_noted_once(&laptop, &acknowledged);
}

#[test]
fn programs_that_race_to_make_the_notes_make_them_once() {
    for round in 0..NEW_FOLDERS {
        let laptop = Laptop::new();
        let outcome = race(&laptop, round, 4);
        assert!(!outcome.wrote.is_empty(), "nobody made the notes");
        assert_noted_once(&laptop, &outcome.wrote);
        assert_eq!(laptop.json(&["days", "--json"]).as_array().map(Vec::len), Some(1), "one example day");
    }
}

#[test]
fn two_programs_never_hold_the_notes_at_once() {
    let (held, met) = take_turns(true);
    let (_, control_met) = take_turns(false);
    say(&format!("turns: {held} held the notes, {met} met another; control: {control_met} met another"));
    assert!(held >= TURNS, "each round somebody held the notes");
    assert_eq!(met, 0, "two programs held the notes at once");
    assert!(control_met > 0, "holders that do not ask never meet: the proof proves nothing");
}

#[test]
fn holder() {
    let Some(folder) = std::env::var_os(HOLDER_FOLDER) else { return };
    hold(Path::new(&folder), std::env::var_os(HOLDER_ASKS).is_some());
}

/// What came of a race.
struct Outcome {
    wrote: Vec<String>,
    locked: usize,
}

/// Starts so many writers at once, who race for the notes. Each ends with its line written, or is told that they are in use.
fn race(laptop: &Laptop, round: usize, writers: usize) -> Outcome {
    let in_use = in_use(laptop);
    let started = start(laptop, round, writers);
    std::thread::sleep(HEAD_START);
    drop(in_use);
    finish(laptop, started)
}

/// The notes are in use for as long as this is there.
fn in_use(laptop: &Laptop) -> File {
    fs::create_dir_all(laptop.data_dir()).expect("a folder");
    let path = laptop.data_dir().join("plenair.lock");
    let lock = File::options().create(true).truncate(false).write(true).open(path).expect("a file");
    lock.lock().expect("nobody else has the notes for long");
    lock
}

fn start(laptop: &Laptop, round: usize, writers: usize) -> Vec<(String, Child)> {
    let lines = (0..writers).map(|writer| format!("regel {round}.{writer}"));
    lines.map(|line| (line.clone(), note(laptop, &line))).collect()
}

/// Waits for writers; what came of each.
fn finish(laptop: &Laptop, started: Vec<(String, Child)>) -> Outcome {
    let in_use = Texts::new(Language::Dutch).problem(&Problem::from(StoreError::Locked(laptop.data_dir())));
    let mut outcome = Outcome { wrote: Vec::new(), locked: 0 };
    for (line, child) in started {
        let output = child.wait_with_output().expect("the program ends");
        match output.status.code() {
            Some(0) => outcome.wrote.push(line),
            Some(1) if String::from_utf8_lossy(&output.stderr).starts_with(&in_use) => outcome.locked += 1,
            _ => panic!("{line}: {output:?}"),
        }
    }
    outcome
}

fn note(laptop: &Laptop, line: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_plenair"))
        .args(["--lang", "nl", "--data-dir", &argument(&laptop.data_dir()), "note", "--session", "3", line])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs")
}

/// Reads the notes; what was acknowledged before is among them.
fn assert_reader_is_served(laptop: &Laptop, acknowledged: &Mutex<Vec<String>>) {
    let before = acknowledged.lock().expect("the race goes on").clone();
    let noted = laptop.json(&["lines", "--json"]);
    let noted = texts(&noted, "text");
    let missing: Vec<&String> = before.iter().filter(|line| !noted.contains(&line.as_str())).collect();
    assert!(missing.is_empty(), "a reader does not see {missing:?}");
}

/// Every line that was acknowledged is there once, nothing else is, and the database is whole.
#[track_caller]
fn assert_noted_once(laptop: &Laptop, acknowledged: &[String]) {
    let noted = laptop.json(&["lines", "--json"]);
    let mut noted = texts(&noted, "text");
    noted.sort_unstable();
    let mut expected: Vec<&str> = acknowledged.iter().map(String::as_str).collect();
    expected.sort_unstable();
    assert_eq!(noted, expected);
    assert_eq!(laptop.json(&["check", "--json"])["ok"], true);
}

/// Rounds of holders that start at once. How many of them held the notes, and how many met another who did.
fn take_turns(ask: bool) -> (usize, usize) {
    let (mut held, mut met) = (0, 0);
    for _ in 0..TURNS {
        let laptop = Laptop::new();
        fs::create_dir(laptop.data_dir()).expect("a folder");
        let started: Vec<Child> = (0..HOLDERS).map(|_| start_holder(&laptop, ask)).collect();
        for holder in started {
            let output = holder.wait_with_output().expect("the holder ends");
            assert!(output.status.success(), "{output:?}");
            held += usize::from(tells(&output, "held"));
            met += usize::from(tells(&output, "met"));
        }
    }
    (held, met)
}

fn start_holder(laptop: &Laptop, ask: bool) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["holder", "--exact", "--nocapture", "--test-threads=1"])
        .env(HOLDER_FOLDER, laptop.data_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if ask {
        command.env(HOLDER_ASKS, "yes");
    }
    command.spawn().expect("this test starts itself")
}

fn tells(output: &Output, word: &str) -> bool {
    String::from_utf8_lossy(&output.stderr).lines().any(|line| line == word)
}

/// Is in the folder for a while, with a file there that says so. The control does not ask the store first.
fn hold(folder: &Path, ask: bool) {
    let store = match ask.then(|| Store::open(folder)).transpose() {
        Ok(store) => store,
        Err(StoreError::Locked(_)) => return,
        Err(error) => panic!("{error}"),
    };
    let sign = folder.join("bezet");
    match File::create_new(&sign) {
        Ok(_) => {
            say("held");
            std::thread::sleep(STAY);
            fs::remove_file(&sign).expect("the sign is still there");
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => say("met"),
        Err(error) => panic!("{error}"),
    }
    drop(store);
}

/// Sets a flag at the end of a race, also when that is a failure.
struct SetWhenDropped<'a>(&'a AtomicBool);

impl Drop for SetWhenDropped<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
