//! Whether a long day wears the program out: hours of typing, switching and searching in the window without a screen, on a real
//! store, with a clock that runs faster than the one on the wall; and thirty days of backups.
//!
//! `cargo bench --bench endurance -- HOURS [DAYS]` works for so many simulated hours in a store of so many days (1, if not said).
//! `benches/endurance.sh` does what the promise is about. It prints a row for each hour, and ends with 1 when memory grew, keys
//! became slow, or the file is larger than what was typed accounts for. Without a number of hours it does nothing, so that
//! `cargo bench` does not take all day.

mod headless;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use eframe::egui::{Event, Key, Modifiers};
use headless::Headless;
use plenair::domain::clock::Clock;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::store::{Durability, Options, Store};

const SESSIONS: usize = 12;
/// What somebody types in an hour at most.
const LINES_AN_HOUR: usize = 90;
/// What every session of an older day holds.
const LINES_BEFORE: usize = 42;
const LINE: &str = "Toezicht en handhaving moeten op orde, zegt @Bram #toezicht";

/// What an hour may cost more than the first one: in memory, and per key.
const MORE: f64 = 1.25;
/// What a line may take on the disk, with its index and versions, in bytes.
const BYTES_A_LINE: u64 = 2_000;
/// What the ballast and the log take beside that at most, however much is typed, in bytes.
const BESIDE: u64 = 9_000_000;

fn main() -> ExitCode {
    let mut numbers = std::env::args().filter_map(|arg| arg.parse::<usize>().ok());
    let Some(hours) = numbers.next() else {
        println!("SKIPPED: say how many hours: cargo bench --bench endurance -- 8");
        return ExitCode::SUCCESS;
    };
    let days = numbers.next().unwrap_or(1);
    let folder = tempfile::tempdir().expect("a folder");
    let is_well = work(&folder.path().join("notes"), hours, days) & back_up(&folder.path().join("kept"), 30);
    if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The hands of a clock that is turned by hand.
#[derive(Clone, Default)]
struct Hands(Arc<AtomicI64>);

impl Hands {
    fn turn(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }

    fn clock(&self) -> Clock {
        let moment = chrono::DateTime::parse_from_rfc3339("2026-04-16T09:00:00+02:00").expect("a moment");
        let passed = Arc::clone(&self.0);
        Clock::new(move || moment + TimeDelta::seconds(passed.load(Ordering::Relaxed)))
    }
}

/// Works for so many hours; says whether the last was as good as the first.
fn work(folder: &Path, hours: usize, days: usize) -> bool {
    fill(folder, days);
    let before = bytes_in(folder);
    let hands = Hands::default();
    let mut person = Person::new(folder, &hands);
    println!("{days} days, {} kB", before / 1000);
    println!("{:>4} {:>8} {:>12} {:>12} {:>10} {:>10}", "hour", "keys", "median", "p99", "memory", "on disk");
    let mut rows = Vec::new();
    for hour in 1..=hours {
        let mut times = person.hour(&hands);
        times.sort();
        let row =
            Row { median: times[times.len() / 2], memory: anonymous_memory(), on_disk: bytes_in(folder) };
        println!(
            "{hour:>4} {:>8} {:>9.0} µs {:>9.0} µs {:>7.1} MB {:>7} kB",
            times.len(),
            row.median.as_secs_f64() * 1e6,
            times[times.len() * 99 / 100].as_secs_f64() * 1e6,
            row.memory as f64 / 1e6,
            row.on_disk / 1000,
        );
        rows.push(row);
    }
    drop(person);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return true };
    let lines = (hours * LINES_AN_HOUR) as u64;
    said("memory", last.memory as f64 <= first.memory as f64 * MORE)
        & said("keys", last.median.as_secs_f64() <= first.median.as_secs_f64() * MORE)
        & said("on disk", bytes_in(folder) <= before + BESIDE + lines * BYTES_A_LINE)
}

struct Row {
    median: Duration,
    memory: u64,
    on_disk: u64,
}

fn said(what: &str, is_well: bool) -> bool {
    println!("{what}: {}", if is_well { "as it was" } else { "WORSE" });
    is_well
}

/// Somebody at the window.
struct Person {
    window: Headless,
}

impl Person {
    fn new(folder: &Path, hands: &Hands) -> Self {
        Self { window: Headless::open(folder, hands.clock()) }
    }

    /// An hour of typing lines, going on to the next session, and looking something up; gives what each key cost.
    fn hour(&mut self, hands: &Hands) -> Vec<Duration> {
        let mut times = Vec::new();
        for line in 0..LINES_AN_HOUR {
            self.key(Key::End, Modifiers::COMMAND);
            for letter in LINE.chars() {
                let start = Instant::now();
                self.frames(1, vec![Event::Text(letter.to_string())]);
                times.push(start.elapsed());
            }
            self.key(Key::Escape, Modifiers::NONE);
            self.key(Key::Enter, Modifiers::NONE);
            self.until_saved();
            if line % 5 == 4 {
                self.key(if line % 2 == 0 { Key::ArrowDown } else { Key::ArrowUp }, Modifiers::ALT);
            }
            if line % 15 == 14 {
                self.search();
            }
            hands.turn(40);
        }
        times
    }

    fn search(&mut self) {
        self.key(Key::F, Modifiers::COMMAND | Modifiers::SHIFT);
        for letter in "toezicht wijk".chars() {
            self.frames(1, vec![Event::Text(letter.to_string())]);
            std::thread::sleep(Duration::from_millis(2));
        }
        self.frames(10, Vec::new());
        self.key(Key::Escape, Modifiers::NONE);
        self.key(Key::Escape, Modifiers::NONE);
        self.frames(3, Vec::new());
    }

    /// People pause longer than this; the save of a line is done by then.
    fn until_saved(&mut self) {
        self.frames(10, Vec::new());
        for _ in 0..1_000 {
            if self.window.state().is_all_saved() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
            self.frames(1, Vec::new());
        }
        panic!("a line is not saved");
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        let press = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        self.frames(1, vec![press]);
        self.frames(1, Vec::new());
    }

    fn frames(&mut self, count: usize, events: Vec<Event>) {
        let mut events = Some(events);
        for _ in 0..count {
            self.window.frame(events.take().unwrap_or_default());
        }
    }
}

/// So many dates of eight hours, with a backup in each hour; says whether they stay whole and few.
fn back_up(folder: &Path, dates: usize) -> bool {
    fill(folder, 10);
    let hands = Hands::default();
    let backups = folder.with_extension("backups");
    let options = Options::by(hands.clock());
    let mut store = Store::open_with(folder, options).expect("the notes");
    let day = store.days().expect("the days")[0].day.id;
    let session = store.book(day).expect("a day").pages[0].session.id;
    let mut slowest = Duration::ZERO;
    let mut made = 0;
    for _ in 0..dates {
        for _ in 0..8 {
            store.append_lines(session, [line(&store)]).expect("a line");
            let start = Instant::now();
            made += usize::from(store.back_up_if_due().expect("a backup").is_some());
            slowest = slowest.max(start.elapsed());
            hands.turn(3_600);
        }
        hands.turn(16 * 3_600);
    }
    let kept = store.backups().len();
    let all_whole = store.check_backups().iter().all(|checked| checked.ok);
    println!(
        "{dates} dates: {made} backups made, {kept} kept, {} kB; the slowest took {:.0} ms",
        bytes_in(&backups) / 1000,
        slowest.as_secs_f64() * 1e3
    );
    said("backups", made == dates * 8 && kept <= 24 && all_whole)
}

fn fill(folder: &Path, days: usize) {
    let options = Options { durability: Durability::Unsynced, ..Options::default() };
    let mut store = Store::open_with(folder, options).expect("a store");
    let session = |nth: usize| SessionFacts { title: format!("Onderdeel {nth}"), ..SessionFacts::default() };
    for number in 1..=days {
        let programme = Programme {
            day: DayFacts { title: format!("Netwerkdag {number}"), ..DayFacts::default() },
            sessions: (1..=SESSIONS).map(session).collect(),
            ..Programme::default()
        };
        let day = store.add_day(&programme, false).expect("a day");
        for page in store.book(day).expect("a day").pages {
            let lines: Vec<NoteLine> = (0..LINES_BEFORE).map(|_| line(&store)).collect();
            store.append_lines(page.session.id, lines).expect("a note");
        }
    }
}

fn line(store: &Store) -> NoteLine {
    let noted_at = chrono::DateTime::parse_from_rfc3339("2026-04-15T14:32:00+02:00").expect("a moment");
    NoteLine { id: LineId::fresh(), text: LINE.to_owned(), noted_at, author: store.author() }
}

/// What the files in a folder take together.
fn bytes_in(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|file| file.len()).sum()
}

/// The memory that is the program's own, in bytes; 0 where there is no `/proc`.
fn anonymous_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) * 1024
}
