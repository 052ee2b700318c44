//! Proof: a line that was acknowledged survives the death of the program, wherever it dies.
//!
//! A writer is killed at its n-th write, sync, truncation or removal, for some hundreds of points spread over all of
//! them: the making of the store, the saves, the checkpoints, the closing and the opening again. Where calls cannot be
//! traced, it is killed after delays. `PLENAIR_KILL_POINTS` sets the number of points.

#[path = "support/proof/mod.rs"]
mod proof;

use std::io::Read as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use proof::strace::{self, Injection};
use proof::writer::{Left, Manner, Orders, Told};
use proof::{say, skip, times};
use tempfile::TempDir;

/// More than a thousand pages of log: SQLite's own checkpoint is among them.
const LINES: u32 = 140;

/// So many kills show that the control loses lines.
const CONTROL_POINTS: usize = 20;

/// The delays of the kill loop are spread over so many milliseconds.
const LONGEST_DELAY: usize = 300;

#[test]
fn writer() {
    proof::writer::serve();
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_write() {
    let began = Instant::now();
    let wanted = times("PLENAIR_KILL_POINTS", 300);
    let (way, honest, hasty) = match with_strace(wanted) {
        Ok((honest, hasty)) => ("calls", honest, hasty),
        Err(reason) => {
            skip(&format!("kills at exact calls ({reason}); killing after delays instead"));
            let honest = kill_after_delays(wanted, Manner::Honest);
            ("delays", honest, kill_after_delays(CONTROL_POINTS, Manner::Hasty))
        }
    };
    say(&format!(
        "kill: {} points ({way}), {} lines acknowledged, {} lost; control: {} points, {} of {} lost; {} s",
        honest.points,
        honest.acknowledged,
        honest.lost,
        hasty.points,
        hasty.lost,
        hasty.acknowledged,
        began.elapsed().as_secs(),
    ));
    assert!(honest.points >= wanted, "{} kills of {wanted}", honest.points);
    assert!(honest.acknowledged > honest.points, "the writer was killed before it wrote");
    assert_eq!(honest.lost, 0, "lines that were acknowledged are lost");
    assert!(hasty.lost > 0, "a writer that acknowledges too early loses nothing: the proof proves nothing");
}

#[test]
fn a_store_is_whole_wherever_its_making_is_killed() {
    let began = Instant::now();
    let making = match kill_while_made() {
        Ok(making) => making,
        Err(reason) => return skip(&format!("kills while the store is made ({reason})")),
    };
    say(&format!("kill while the store is made: {} points; {} s", making.kills, began.elapsed().as_secs()));
    assert!(making.kills >= 100, "{} kills", making.kills);
}

#[test]
fn there_is_one_example_day_wherever_the_making_of_a_store_is_killed() {
    match kill_while_made() {
        Ok(making) => assert!(making.not_one_day.is_empty(), "not one day after {:?}", making.not_one_day),
        Err(reason) => skip(&format!("kills while the store is made ({reason})")),
    }
}

/// What came of the kills while a store was made.
#[derive(Debug, Default)]
struct Making {
    kills: usize,
    /// The points after which there is no example day, or more than one.
    not_one_day: Vec<String>,
}

/// Kills the writer of one line, in a new folder, at every single call.
fn kill_while_made() -> Result<Making, String> {
    let one_line = |home: &TempDir| Orders { lines: 1, ..orders(home, Manner::Honest) };
    let home = tempfile::tempdir().expect("a temporary folder");
    let calls = strace::count_calls(&one_line(&home))?;
    let mut making = Making::default();
    for point in strace::points(&calls, calls.values().sum()) {
        let home = tempfile::tempdir().expect("a temporary folder");
        let told = strace::run_with(&one_line(&home), &point);
        let left = Left::in_folder(&one_line(&home).folder);
        making.kills += usize::from(!told.finished);
        assert_eq!(left.lost(&told), 0, "{}: {left:?}", point.words());
        left.assert_sound(&told, &point.words());
        if left.days != 1 {
            making.not_one_day.push(point.words());
        }
    }
    Ok(making)
}

/// What came of a series of kills.
#[derive(Debug, Default)]
struct Tally {
    /// Kills that found the writer at work.
    points: usize,
    acknowledged: usize,
    lost: usize,
}

impl Tally {
    fn add(&mut self, told: &Told, left: &Left) {
        self.points += usize::from(!told.finished);
        self.acknowledged += told.saved.len();
        self.lost += left.lost(told);
    }
}

fn with_strace(wanted: usize) -> Result<(Tally, Tally), String> {
    let home = tempfile::tempdir().expect("a temporary folder");
    let calls = strace::count_calls(&orders(&home, Manner::Honest))?;
    let honest = kill_at(&strace::points(&calls, wanted), Manner::Honest);
    Ok((honest, kill_at(&strace::points(&calls, CONTROL_POINTS), Manner::Hasty)))
}

fn kill_at(points: &[Injection], manner: Manner) -> Tally {
    let mut tally = Tally::default();
    for point in points {
        let home = tempfile::tempdir().expect("a temporary folder");
        let told = strace::run_with(&orders(&home, manner), point);
        judge(&home, manner, &told, &point.words(), &mut tally);
    }
    tally
}

fn kill_after_delays(wanted: usize, manner: Manner) -> Tally {
    let mut tally = Tally::default();
    for round in 0..wanted {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut writer = orders(&home, manner)
            .command()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("this test starts itself");
        // Steps that have no divisor in common with the whole visit every delay, in no order.
        let delay = 10 + round * 97 % LONGEST_DELAY;
        std::thread::sleep(Duration::from_millis(delay as u64));
        writer.kill().expect("the writer is killed");
        let mut printed = Vec::new();
        writer.stdout.take().expect("its output").read_to_end(&mut printed).expect("what it printed");
        let status = writer.wait().expect("the writer is gone");
        judge(&home, manner, &Told::read(&printed, status), &format!("after {delay} ms"), &mut tally);
    }
    tally
}

fn judge(home: &TempDir, manner: Manner, told: &Told, at: &str, tally: &mut Tally) {
    let left = Left::in_folder(&orders(home, manner).folder);
    if manner == Manner::Honest {
        assert_eq!(left.lost(told), 0, "{at}: {told:?}, {left:?}");
        left.assert_sound(told, at);
    }
    tally.add(told, &left);
}

fn orders(home: &TempDir, manner: Manner) -> Orders {
    Orders { folder: home.path().join("notities"), lines: LINES, manner }
}
