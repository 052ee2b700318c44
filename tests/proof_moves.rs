//! Proof: a line that moves to another note is in exactly one of the two, wherever the program dies.
//!
//! A writer moves lines, takes moves back and does them again, and is killed at its n-th write, sync, truncation or
//! removal, spread over all of them. `PLENAIR_MOVE_POINTS` sets the number of points.

#[path = "support/proof/mod.rs"]
mod proof;

use std::path::Path;

use plenair::domain::book::Page;
use plenair::store::Store;
use proof::strace;
use proof::writer::{DAY, Manner, NEXT_SESSION, Orders, SESSION, Told};
use proof::{say, skip, times};
use tempfile::TempDir;

/// So many lines move.
const LINES: u32 = 10;

#[test]
fn writer() {
    proof::writer::serve();
}

#[test]
fn a_line_is_in_exactly_one_note_wherever_its_move_is_killed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let calls = match strace::count_calls(&orders(&home)) {
        Ok(calls) => calls,
        Err(reason) => return skip(&format!("kills while lines move ({reason})")),
    };
    let (mut kills, mut while_moving) = (0, 0);
    for point in strace::points(&calls, times("PLENAIR_MOVE_POINTS", 80)) {
        let home = tempfile::tempdir().expect("a temporary folder");
        let told = strace::run_with(&orders(&home), &point);
        kills += usize::from(!told.finished);
        while_moving += usize::from(is_divided_well(&orders(&home).folder, &told, &point.words()));
    }
    say(&format!("kill while lines move: {kills} kills, {while_moving} with lines in both sessions"));
    assert!(while_moving > 10, "{while_moving} of {kills} kills came while lines moved");
}

/// Whether some lines had moved and others had not. Every line is there once, and where the writer said it was.
fn is_divided_well(folder: &Path, told: &Told, at: &str) -> bool {
    let Ok(store) = Store::open(folder) else { panic!("{at}: the store opens again") };
    assert!(store.check().expect("a check").problems.is_empty(), "{at}");
    // Killed before there was a day.
    let Ok(day) = store.find_day(DAY) else { return false };
    let book = store.book(day).expect("the day");
    let numbers = |name: &str| -> Vec<u32> {
        let session = store.find_session(day, name).expect("a session");
        book.page(session).map(numbers_of).unwrap_or_default()
    };
    let (left, moved) = (numbers(SESSION), numbers(NEXT_SESSION));
    let all: Vec<u32> = moved.iter().chain(&left).copied().collect();
    let expected: Vec<u32> = (1..=LINES).collect();
    assert!(all.is_empty() || all == expected, "{at}: {moved:?} and {left:?}");
    for number in &told.saved {
        assert!(moved.contains(number), "{at}: {number} was told to have moved: {moved:?}");
    }
    !left.is_empty() && !moved.is_empty()
}

fn numbers_of(page: &Page) -> Vec<u32> {
    let number = |text: &str| text.strip_prefix("regel ").and_then(|rest| rest.parse().ok());
    page.note.lines().iter().map(|line| number(&line.text).expect("a line of the writer")).collect()
}

fn orders(home: &TempDir) -> Orders {
    Orders { folder: home.path().join("notities"), lines: LINES, manner: Manner::Moving }
}
