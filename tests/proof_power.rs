//! Proof: a line that was acknowledged survives a power cut.
//!
//! A writer works on an ext4 disk in a file. Once it has acknowledged a hundred lines or more, it is stopped wherever it
//! is, the file system is shut down without a last sync, and mounted again. Needs root, loop devices and `xfs_io` (Debian:
//! xfsprogs), which also shuts down ext4. A disk that lies about syncing is not tried here. `PLENAIR_POWER_CUTS` sets the
//! number of cuts.
//!
//! The writer is stopped first because a shutdown is no power cut for a sync that is under way: that may still return and
//! say that all is well, while its data is gone. A file that is merely written and synced shows the same.

#![cfg(target_os = "linux")]

#[path = "support/proof/mod.rs"]
mod proof;

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::time::Instant;

use proof::mount::{self, Mount};
use proof::writer::{Left, Manner, Orders, Told};
use proof::{has_tool, say, skip, times};

/// The power is cut after at least so many lines were acknowledged.
const LINES: usize = 100;

/// And after at most so many more: some cuts fall before SQLite's own checkpoint, some in it, some after it.
const MORE_LINES: usize = 60;

/// The writer would go on to this line.
const ENDLESS: u32 = 5_000;

/// So many cuts show that the control loses lines.
const CONTROL_CUTS: usize = 5;

#[test]
fn writer() {
    proof::writer::serve();
}

#[test]
fn what_was_acknowledged_survives_a_power_cut() {
    if let Some(reason) = why_not() {
        return skip(&format!("power cuts: {reason}"));
    }
    let began = Instant::now();
    let store = cut(times("PLENAIR_POWER_CUTS", 100), Manner::Honest);
    // Twice the same rows past the store: only the setting differs.
    let full = cut(CONTROL_CUTS, Manner::PlainFull);
    let normal = cut(CONTROL_CUTS, Manner::PlainNormal);
    say(&format!(
        "power: {} cuts, {} lines acknowledged, {} lost; plain rows with FULL: {} of {} lost; control with NORMAL: \
         {} of {} lost; {} s",
        store.cuts,
        store.acknowledged,
        store.lost,
        full.lost,
        full.acknowledged,
        normal.lost,
        normal.acknowledged,
        began.elapsed().as_secs(),
    ));
    assert!(store.cuts > 0 && store.acknowledged >= store.cuts * LINES, "{store:?}");
    assert_eq!(store.lost, 0, "lines that were acknowledged are lost");
    assert_eq!(full.lost, 0, "lines past the store are lost in spite of FULL");
    assert!(normal.lost > 0, "nothing is lost without syncs: this is no power cut");
}

/// What came of a series of power cuts.
#[derive(Debug, Default)]
struct Tally {
    cuts: usize,
    acknowledged: usize,
    lost: usize,
}

fn why_not() -> Option<String> {
    if !mount::is_root() {
        return Some("not root".to_owned());
    }
    if let Some(missing) = ["xfs_io", "mkfs.ext4"].into_iter().find(|tool| !has_tool(tool)) {
        return Some(format!("{missing} is missing"));
    }
    Mount::disk().err()
}

fn cut(cuts: usize, manner: Manner) -> Tally {
    let mut tally = Tally::default();
    for round in 0..cuts {
        let mut disk = Mount::disk().expect("a disk, as there was before");
        let orders = Orders { folder: disk.path().join("notities"), lines: ENDLESS, manner };
        let told = write_for_a_while(&orders, LINES + round * 7 % MORE_LINES);
        disk.cut_power().expect("the power goes and comes back");
        let left = Left::in_folder(&orders.folder);
        if manner == Manner::Honest {
            left.assert_sound(&told, "after a power cut");
        }
        tally.cuts += 1;
        tally.acknowledged += told.saved.len();
        tally.lost += left.lost(&told);
    }
    tally
}

/// What the writer told up to its end, which comes at any point of its work on the line after the last of `lines`.
fn write_for_a_while(orders: &Orders, lines: usize) -> Told {
    let mut writer = orders
        .command()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test starts itself");
    let mut told = Told::default();
    let mut output = BufReader::new(writer.stdout.take().expect("its output")).lines();
    for line in output.by_ref() {
        told.hear(&line.expect("what the writer told"));
        if told.saved.len() >= lines {
            break;
        }
    }
    writer.kill().expect("the writer is stopped");
    writer.wait().expect("the writer is gone");
    for line in output {
        told.hear(&line.expect("what the writer told"));
    }
    told
}
