//! What a frame costs with a programme of 1,351 sessions, without a screen: one in which nothing happened, one with a key in
//! the note, one in which the list scrolls, and one in which a letter narrows it down.
//!
//! `cargo bench --bench programme` reads `../shared/programmes/36c3-merged.xml` where it is, else an invented programme of the
//! same size, and prints the median and the 99th percentile of each.

mod headless;
#[path = "../tests/support/programme.rs"]
mod programme;

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::{self, Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use headless::Headless;
use plenair::domain::clock::Clock;
use plenair::domain::programme::Programme;
use plenair::import;
use plenair::store::Store;

/// So many frames of each are measured.
const FRAMES: usize = 300;

/// While the first sessions of 36C3 are on.
const NOW: &str = "2019-12-27T11:15:00+01:00";

fn main() {
    let mut subject = Subject::new(&the_programme());
    println!("{} sessions", subject.window.state().programme.total());
    let over_list = Event::PointerMoved(pos2(100.0, 400.0));
    subject.window.frame(vec![over_list]);
    let wheel = |nth: usize| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if nth % 40 < 20 { -120.0 } else { 120.0 }),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    subject.measure("nothing happened", |_| Vec::new());
    subject.measure("a key in the note", |_| vec![Event::Text("m".to_owned())]);
    subject.measure("the list scrolls", |nth| vec![wheel(nth)]);
    subject.window.frame(vec![key(egui::Key::L, Modifiers::COMMAND)]);
    subject.window.frame(Vec::new());
    subject.measure("a letter of the filter", |nth| match nth % 4 {
        3 => vec![key(egui::Key::A, Modifiers::COMMAND), key(egui::Key::Delete, Modifiers::NONE)],
        _ => vec![Event::Text("a".to_owned())],
    });
}

fn the_programme() -> Programme {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/programmes/36c3-merged.xml");
    if let Ok(bytes) = std::fs::read(file) {
        return import::read(&bytes).expect("a programme");
    }
    eprintln!("SKIPPED: the programme of 36C3 is not there; measured with an invented one");
    programme::large()
}

fn key(key: egui::Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// The window, on a store in a temporary folder.
struct Subject {
    window: Headless,
    _folder: tempfile::TempDir,
}

impl Subject {
    fn new(programme: &Programme) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Store::open(folder.path()).expect("a store").add_day(programme, false).expect("a day");
        let moment = chrono::DateTime::parse_from_rfc3339(NOW).expect("a moment");
        Self { window: Headless::open(folder.path(), Clock::new(move || moment)), _folder: folder }
    }

    fn measure(&mut self, what: &str, events: impl Fn(usize) -> Vec<Event>) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|nth| {
                let events = events(nth);
                // The worker saves between two keys, as it does behind a person.
                std::thread::sleep(Duration::from_millis(4));
                let start = Instant::now();
                self.window.frame(events);
                start.elapsed()
            })
            .collect();
        times.sort();
        let micros = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1e6;
        println!("{what:<24} median {:>7.0} µs   p99 {:>7.0} µs", micros(50), micros(99));
    }
}
