//! What the store costs: saving one changed line, opening many notes beside opening none, and reading one day of them.
//!
//! `cargo bench --bench store` prints two tables. A save without the sync is what the program itself needs; what the
//! sync adds is up to the disk. All files are in the system's cache: the first opening after a start is not measured.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use chrono::Days;
use plenair::domain::book::NoteSave;
use plenair::domain::clock::Clock;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::{DayId, LineId};
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::store::{Durability, Options, Store};

/// In a day.
const SESSIONS: usize = 12;
/// In a session.
const LINES: usize = 200;
/// So many days together have 100,800 lines.
const MANY_DAYS: usize = 42;

/// So many saves are measured.
const SAVES: usize = 300;
/// So many openings and readings are measured.
const OPENINGS: usize = 20;
/// After so many dates a version is old, whatever the last three of them were.
const KEPT: usize = 35;

fn main() {
    saves();
    println!();
    openings();
}

fn saves() {
    println!("{:<34} {:>10} {:>10} {:>10}", "save of one changed line", "median", "p99", "worst");
    for (name, days, durability) in [
        ("one day, without sync", 1, Durability::Unsynced),
        ("one day, synced", 1, Durability::Synced),
        ("42 days, without sync", MANY_DAYS, Durability::Unsynced),
        ("42 days, synced", MANY_DAYS, Durability::Synced),
    ] {
        let place = Place::new(days);
        let mut times = place.save(durability, SAVES);
        times.sort();
        println!(
            "{name:<34} {:>7.2} ms {:>7.2} ms {:>7.2} ms",
            millis(&times, 50),
            millis(&times, 99),
            millis(&times, 100)
        );
    }
}

fn openings() {
    let (none, many) = (Place::new(0), Place::new(MANY_DAYS));
    println!("{:<34} {:>10} {:>10} {:>10}", "median", "no notes", "42 days", "ratio");
    let again = |place: &Place| timed(|| drop(place.open(Durability::Synced)));
    side_by_side("open and close", &none, &many, again);
    // On a new date the store also forgets what was kept long enough.
    side_by_side("open and close, the first of a date", &none, &many, |place| {
        place.date.fetch_add(1, Ordering::Relaxed);
        again(place)
    });

    let few = Place::new(1);
    println!("{:<34} {:>10} {:>10} {:>10}", "", "1 day", "42 days", "ratio");
    // Someone who writes every date has a version to forget on every date, after a while.
    for place in [&few, &many] {
        for _ in 0..KEPT {
            place.date.fetch_add(1, Ordering::Relaxed);
            place.save(Durability::Unsynced, 1);
        }
    }
    side_by_side("open and close, a version expires", &few, &many, |place| {
        place.date.fetch_add(1, Ordering::Relaxed);
        let time = again(place);
        place.save(Durability::Unsynced, 1);
        time
    });

    let (few_notes, many_notes) = (few.open(Durability::Synced), many.open(Durability::Synced));
    let sides = ((few_notes, few.day()), (many_notes, many.day()));
    side_by_side("list of days", &sides.0, &sides.1, |(store, _)| timed(|| store.days().expect("the days")));
    side_by_side("one day whole", &sides.0, &sides.1, |(store, day)| {
        timed(|| store.book(*day).expect("a day"))
    });
}

/// Alternating, so that both have the same processor under them.
fn side_by_side<T>(name: &str, left: &T, right: &T, measure: impl Fn(&T) -> Duration) {
    measure(left);
    measure(right);
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        lefts.push(measure(left));
        rights.push(measure(right));
    }
    lefts.sort();
    rights.sort();
    let (left, right) = (millis(&lefts, 50), millis(&rights, 50));
    println!("{name:<34} {left:>7.2} ms {right:>7.2} ms {:>10.2}", right / left);
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// Of sorted times.
fn millis(times: &[Duration], percent: usize) -> f64 {
    let index = (times.len() * percent / 100).min(times.len() - 1);
    times[index].as_secs_f64() * 1e3
}

/// A folder with notes, and a calendar.
struct Place {
    folder: tempfile::TempDir,
    days: Vec<DayId>,
    /// In days since the first opening.
    date: Arc<AtomicU32>,
}

impl Place {
    /// With so many days in it.
    fn new(days: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut place = Self { folder, days: Vec::new(), date: Arc::default() };
        let mut store = place.open(Durability::Unsynced);
        place.days = (0..days).map(|number| fill(&mut store, number)).collect();
        place
    }

    fn open(&self, durability: Durability) -> Store {
        let date = Arc::clone(&self.date);
        let start = chrono::DateTime::parse_from_rfc3339("2023-03-17T14:32:00+01:00").expect("a moment");
        let clock = Clock::new(move || start + Days::new(date.load(Ordering::Relaxed).into()));
        let backups = Some(self.path().join("backups"));
        let notes = self.path().join("notes");
        Store::open_with(&notes, Options { backups, durability, ..Options::by(clock) }).expect("a store")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// One in the middle.
    fn day(&self) -> DayId {
        self.days[self.days.len() / 2]
    }

    /// Keys in the middle of a note, and the save that follows on each.
    fn save(&self, durability: Durability, saves: usize) -> Vec<Duration> {
        let mut store = self.open(durability);
        let book = store.book(self.day()).expect("a day");
        let page = &book.pages[SESSIONS / 2];
        let mut lines = page.note.lines().to_vec();
        let mut base = page.revision;
        let mut times = Vec::new();
        for _ in 0..saves {
            lines[LINES / 2].text.push('m');
            let save = NoteSave {
                session: page.session.id,
                base,
                lines: lines.clone(),
                sheet: None,
                place: None,
                ahead: 0,
            };
            times.push(timed(|| base = store.save_note(&save).expect("a save")));
        }
        times
    }
}

fn fill(store: &mut Store, number: usize) -> DayId {
    let title =
        |session: usize| SessionFacts { title: format!("Sessie {session}"), ..SessionFacts::default() };
    let programme = Programme {
        day: DayFacts { title: format!("Netwerkdag {number}"), ..DayFacts::default() },
        sessions: (1..=SESSIONS).map(title).collect(),
        ..Programme::default()
    };
    let day = store.add_day(&programme, false).expect("a day");
    let sessions = store.book(day).expect("a day").pages;
    for page in sessions {
        let lines: Vec<NoteLine> = (0..LINES).map(|line| sample(store, line)).collect();
        store.append_lines(page.session.id, lines).expect("a note");
    }
    day
}

/// A line of the length people type, in words that differ from line to line.
fn sample(store: &Store, number: usize) -> NoteLine {
    const WHO: [&str; 7] = ["Bram", "Noor", "Samira", "De zaal", "Iedereen", "Een raadslid", "De griffie"];
    const WHAT: [&str; 5] = ["toezicht", "handhaving", "openbaarheid", "archief", "woningbouw"];
    let (who, what) = (WHO[number % WHO.len()], WHAT[number % WHAT.len()]);
    NoteLine {
        id: LineId::fresh(),
        text: format!("{who} zegt dat {what} op orde moet zijn, punt {number} van de lijst #{what}"),
        noted_at: chrono::DateTime::parse_from_rfc3339("2023-03-17T14:32:00+01:00").expect("a moment"),
        author: store.author(),
    }
}
