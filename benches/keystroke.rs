//! What a key costs: from the event to the finished frame, without a screen, beside a bare text field with the same text.
//!
//! `cargo bench --bench keystroke` prints the median and the 99th percentile of both, and their ratio.

mod bare;
mod headless;

use std::path::Path;
use std::time::{Duration, Instant};

use bare::Bare;
use eframe::egui::Event;
use headless::Headless;
use plenair::domain::clock::Clock;
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::import;
use plenair::store::Store;

/// So many keys are measured.
const KEYS: usize = 300;

/// Real time between two keys.
const BETWEEN_KEYS: Duration = Duration::from_millis(8);

fn main() {
    println!(
        "{:>8} {:>14} {:>14} {:>8} {:>14} {:>14}",
        "text", "bare median", "ours median", "ratio", "bare p99", "ours p99"
    );
    for bytes in [0, 10_000, 100_000] {
        let text = sample(bytes);
        // Side by side, so that both have the same processor under them.
        let (mut bare, mut ours) = (Bare::new(&text), Ours::new(&text));
        let (mut bare_times, mut our_times) = (Vec::new(), Vec::new());
        for _ in 0..KEYS {
            // People pause longer between two keys; the save of the last one is done by then.
            std::thread::sleep(BETWEEN_KEYS);
            bare_times.push(timed(|| bare.frame(letter())));
            our_times.push(timed(|| ours.window.frame(letter())));
        }
        report(bytes, bare_times, our_times);
    }
}

fn report(bytes: usize, mut bare: Vec<Duration>, mut ours: Vec<Duration>) {
    bare.sort();
    ours.sort();
    let micros = |times: &[Duration], percent: usize| {
        let index = (times.len() * percent / 100).min(times.len() - 1);
        times[index].as_secs_f64() * 1e6
    };
    println!(
        "{:>5} kB {:>11.0} µs {:>11.0} µs {:>8.2} {:>11.0} µs {:>11.0} µs",
        bytes / 1000,
        micros(&bare, 50),
        micros(&ours, 50),
        micros(&ours, 50) / micros(&bare, 50),
        micros(&bare, 99),
        micros(&ours, 99),
    );
}

/// Lines of the length people type.
fn sample(bytes: usize) -> String {
    let line = "Toezicht en handhaving moeten op orde, zegt iedereen aan tafel #toezicht\n";
    let mut text = line.repeat(bytes.div_ceil(line.len()));
    // The keys are typed on a line of their own.
    text.push('\n');
    text
}

/// How long this takes.
fn timed(frame: impl FnOnce()) -> Duration {
    let start = Instant::now();
    frame();
    start.elapsed()
}

/// A key.
fn letter() -> Vec<Event> {
    vec![Event::Text("m".to_owned())]
}

/// The window, on a store in a temporary folder.
struct Ours {
    window: Headless,
    _folder: tempfile::TempDir,
}

impl Ours {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fill(folder.path(), text);
        Self { window: Headless::open(folder.path(), clock()), _folder: folder }
    }
}

fn fill(folder: &Path, text: &str) {
    let mut store = Store::open(folder).expect("a store");
    store.add_example_once(&import::built_in().expect("the example day")).expect("a day");
    let day = store.find_day("netwerkdag").expect("the example day");
    let session = store.find_session(day, "1").expect("a session");
    let (author, now) = (store.author(), clock().now());
    let lines = text.lines().map(|line| NoteLine {
        id: LineId::fresh(),
        text: line.to_owned(),
        noted_at: now,
        author,
    });
    store.append_lines(session, lines).expect("a note");
}

fn clock() -> Clock {
    let moment = chrono::DateTime::parse_from_rfc3339("2023-03-17T14:32:00+01:00").expect("a moment");
    Clock::new(move || moment)
}
