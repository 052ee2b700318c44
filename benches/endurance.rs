//! Whether a long day wears the program out: hours of typing, going on, looking back and searching in the window without a
//! screen, on a real store, with a clock that runs faster than the one on the wall; and thirty days of backups.
//!
//! `cargo bench --bench endurance -- HOURS [DAYS]` works for so many simulated hours on a day of twelve sessions, in a store of so
//! many days (1, if not said). `benches/endurance.sh` does what the promise is about. It prints a row for each hour, and ends with
//! 1 when memory grew, keys became slow, or the file is larger than what was typed accounts for. What a key costs in a long note
//! is printed too, and not judged: a long note is another question than a long day. Without a number of hours it does nothing, so
//! that `cargo bench` does not take all day.

mod bare;
mod headless;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use bare::Bare;
use chrono::TimeDelta;
use eframe::egui::{Event, Key, Modifiers};
use headless::Headless;
use plenair::domain::clock::Clock;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::store::{Durability, Options, Store};
use plenair::ui::UNDO_BYTES;

const SESSIONS: usize = 12;
/// What somebody types in an hour at most.
const LINES_AN_HOUR: usize = 90;
/// What somebody types in a session: twelve of them are eight hours.
const LINES_A_SESSION: usize = 60;
/// Three sessions take two hours, so these hours have notes of the same lengths: 0 to 60 lines, evenly.
const HOURS_ALIKE: usize = 2;
/// What every session of an older day holds.
const LINES_BEFORE: usize = 42;
const LINE: &str = "Toezicht en handhaving moeten op orde, zegt @Bram #toezicht";
/// What lines begin with; what follows is `LINE`, with a number of its own.
const KINDS: [&str; 5] = ["", "vraag: ", "", "afspraak: ", "★ "];

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
    type_in_long_notes(&folder.path().join("long"), [80, 340]);
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
    fill(folder, days, [LINES_BEFORE, 0]);
    let before = bytes_in(folder);
    let hands = Hands::default();
    let mut person = Person::new(folder, &hands);
    println!("{days} days, {} kB", before / 1000);
    println!(
        "{:>4} {:>8} {:>12} {:>12} {:>14} {:>10} {:>10}",
        "hour", "keys", "median", "p99", "a bare field", "memory", "on disk"
    );
    let mut rows = Vec::new();
    for hour in 1..=hours {
        let Hour { mut times, a_key } = person.hour(&hands);
        times.sort();
        let row = Row { a_key, memory: anonymous_memory(), on_disk: bytes_in(folder), notes: person.notes() };
        println!(
            "{hour:>4} {:>8} {:>9.0} µs {:>9.0} µs {:>12.2} × {:>7.1} MB {:>7} kB",
            times.len(),
            times[times.len() / 2].as_secs_f64() * 1e6,
            times[times.len() * 99 / 100].as_secs_f64() * 1e6,
            row.a_key,
            row.memory as f64 / 1e6,
            row.on_disk / 1000,
        );
        rows.push(row);
    }
    drop(person);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return true };
    let alike = rows.len().min(HOURS_ALIKE);
    let (early, late) = (a_key(&rows[..alike]), a_key(&rows[rows.len() - alike..]));
    let lines = (hours * LINES_AN_HOUR) as u64;
    // Whoever types in a note can take it back: that is the only thing that may stay of it, and it has a limit.
    let undo = (last.notes - first.notes) * UNDO_BYTES;
    said("memory", last.memory as f64 <= first.memory as f64 * MORE + undo as f64)
        & said("keys", late <= early * MORE)
        & said("on disk", bytes_in(folder) <= before + BESIDE + lines * BYTES_A_LINE)
}

struct Row {
    a_key: f64,
    memory: u64,
    on_disk: u64,
    /// In how many notes somebody typed so far.
    notes: usize,
}

/// What a key costs in these hours, as in one.
fn a_key(hours: &[Row]) -> f64 {
    hours.iter().map(|hour| hour.a_key).sum::<f64>() / hours.len() as f64
}

/// An hour of work.
struct Hour {
    /// What each key cost by the clock on the wall.
    times: Vec<Duration>,
    /// What the thread of the window works for all keys together, also for those that send the note and draw the panels again,
    /// beside what as many keys take in a bare text field typed in by turns. This is judged, and not the median by the clock: one
    /// slow key in ten is seen in it, and a machine that became busy with something else is not.
    a_key: f64,
}

fn said(what: &str, is_well: bool) -> bool {
    println!("{what}: {}", if is_well { "as it was" } else { "WORSE" });
    is_well
}

/// Somebody at the window.
struct Person {
    window: Headless,
    /// How many lines were typed.
    lines: usize,
    bare: Bare,
}

impl Person {
    fn new(folder: &Path, hands: &Hands) -> Self {
        // One paragraph, so that all of it is laid out again at every key: about as much work as the window has.
        let bare = Bare::new(&format!("{LINE} ").repeat(20));
        Self { window: Headless::open(folder, hands.clock()), lines: 0, bare }
    }

    /// In how many notes somebody typed so far.
    fn notes(&self) -> usize {
        self.lines.div_ceil(LINES_A_SESSION).min(SESSIONS)
    }

    /// An hour of typing lines, going on to the next session, looking back, and looking something up.
    fn hour(&mut self, hands: &Hands) -> Hour {
        let mut times = Vec::new();
        let (mut ours, mut bare) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..LINES_AN_HOUR {
            if self.lines > 0 && self.lines.is_multiple_of(LINES_A_SESSION) {
                self.go_on();
            }
            let (typed_before, worked_before) = (times.len(), worked());
            self.line(&mut times);
            let worked_then = worked();
            self.type_in_bare(times.len() - typed_before);
            ours += worked_then.saturating_sub(worked_before);
            bare += worked().saturating_sub(worked_then);
            self.until_saved();
            if self.lines % 20 == 10 {
                self.look_back();
            }
            if self.lines.is_multiple_of(15) {
                self.search();
            }
            hands.turn(40);
        }
        Hour { times, a_key: ours.as_secs_f64() / bare.as_secs_f64() }
    }

    fn line(&mut self, times: &mut Vec<Duration>) {
        self.lines += 1;
        self.key(Key::End, Modifiers::COMMAND);
        let line = format!("{}{} {LINE}", KINDS[self.lines % KINDS.len()], self.lines);
        for letter in line.chars() {
            let start = Instant::now();
            self.frames(1, vec![Event::Text(letter.to_string())]);
            times.push(start.elapsed());
        }
        self.key(Key::Escape, Modifiers::NONE);
        self.key(Key::Enter, Modifiers::NONE);
    }

    /// So many keys in the bare field, which stays as long as it is. Not letter and backspace by turns: egui still has the layout
    /// of what stood there a frame ago.
    fn type_in_bare(&mut self, keys: usize) {
        for nth in 0..keys / 2 * 2 {
            let letter = Event::Text("m".to_owned());
            self.bare.frame(vec![if nth < keys / 2 {
                letter
            } else {
                press(Key::Backspace, Modifiers::NONE)
            }]);
        }
    }

    /// To the next session; after the last one to the first.
    fn go_on(&mut self) {
        let (key, times) = match self.lines / LINES_A_SESSION % SESSIONS {
            0 => (Key::ArrowUp, SESSIONS - 1),
            _ => (Key::ArrowDown, 1),
        };
        for _ in 0..times {
            self.key(key, Modifiers::ALT);
        }
    }

    /// Reads what was written two sessions ago, where there is such a one, and goes back to the work.
    fn look_back(&mut self) {
        let back = (self.lines / LINES_A_SESSION % SESSIONS).min(2);
        for key in [Key::ArrowUp, Key::ArrowDown] {
            for _ in 0..back {
                self.key(key, Modifiers::ALT);
            }
            self.frames(10, Vec::new());
        }
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
        self.frames(1, vec![press(key, modifiers)]);
        self.frames(1, Vec::new());
    }

    fn frames(&mut self, count: usize, events: Vec<Event>) {
        let mut events = Some(events);
        for _ in 0..count {
            self.window.frame(events.take().unwrap_or_default());
        }
    }
}

fn press(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// Prints what a key costs in notes of these many lines, typed in by turns.
fn type_in_long_notes(folder: &Path, lines: [usize; 2]) {
    let mut notes = lines.map(|lines| {
        let folder = folder.join(lines.to_string());
        fill(&folder, 1, [0, lines]);
        let mut person = Person::new(&folder, &Hands::default());
        person.line(&mut Vec::new());
        person.until_saved();
        (person, Vec::new())
    });
    for _ in 0..10 {
        for (person, times) in &mut notes {
            person.line(times);
            person.until_saved();
        }
    }
    for (lines, (_, mut times)) in lines.into_iter().zip(notes) {
        times.sort();
        println!(
            "in a note of {} kB: {:.0} µs, p99 {:.0} µs",
            lines * LINE.len() / 1000,
            times[times.len() / 2].as_secs_f64() * 1e6,
            times[times.len() * 99 / 100].as_secs_f64() * 1e6
        );
    }
}

/// So many dates of eight hours, with a backup in each hour; says whether they stay whole and few.
fn back_up(folder: &Path, dates: usize) -> bool {
    fill(folder, 10, [LINES_BEFORE; 2]);
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

/// Adds so many days to a store, the last of them today's, with so many lines in each note before and today.
fn fill(folder: &Path, days: usize, [before, today]: [usize; 2]) {
    let options = Options { durability: Durability::Unsynced, ..Options::default() };
    let mut store = Store::open_with(folder, options).expect("a store");
    let session = |nth: usize| SessionFacts { title: format!("Onderdeel {nth}"), ..SessionFacts::default() };
    let date = Hands::default().clock().now().date_naive();
    for number in 1..=days {
        let (date, lines) = if number == days { (Some(date), today) } else { (None, before) };
        let programme = Programme {
            day: DayFacts { title: format!("Netwerkdag {number}"), date, ..DayFacts::default() },
            sessions: (1..=SESSIONS).map(session).collect(),
            ..Programme::default()
        };
        let day = store.add_day(&programme, false).expect("a day");
        for page in store.book(day).expect("a day").pages {
            let lines: Vec<NoteLine> = (0..lines).map(|_| line(&store)).collect();
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

/// What this thread has worked so far; nothing where there is no `/proc`.
fn worked() -> Duration {
    let times = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = times.split_whitespace().next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}
