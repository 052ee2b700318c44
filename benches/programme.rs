//! What a frame costs with a programme of 1,351 sessions, without a screen: one in which nothing happened, one with a key in
//! the note, one in which the list scrolls, and one in which a letter narrows it down.
//!
//! `cargo bench --bench programme` reads `../shared/programmes/36c3-merged.xml` where it is, else an invented programme of the
//! same size, and prints the median and the 99th percentile of each.

#[path = "../tests/support/programme.rs"]
mod programme;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    self, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};
use plenair::app::prefs::Prefs;
use plenair::app::state::{Phase, State};
use plenair::domain::clock::Clock;
use plenair::domain::language::Language;
use plenair::domain::programme::Programme;
use plenair::i18n::Texts;
use plenair::import;
use plenair::store::Store;
use plenair::ui::window::Window;
use plenair::worker::{Wake, Worker};

/// So many frames of each are measured.
const FRAMES: usize = 300;

/// The size of the window.
const SIZE: Vec2 = Vec2::new(1200.0, 780.0);

/// While the first sessions of 36C3 are on.
const NOW: &str = "2019-12-27T11:15:00+01:00";

fn main() {
    let mut subject = Subject::new(&the_programme());
    println!("{} sessions", subject.window.state().programme.total());
    let over_list = Event::PointerMoved(pos2(100.0, 400.0));
    subject.frame(vec![over_list]);
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
    subject.frame(vec![key(egui::Key::L, Modifiers::COMMAND)]);
    subject.frame(Vec::new());
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

/// The real window, on a real store in a temporary folder.
struct Subject {
    ctx: egui::Context,
    window: Window,
    frame: eframe::Frame,
    time: f64,
    _folder: tempfile::TempDir,
}

impl Subject {
    fn new(programme: &Programme) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Store::open(folder.path()).expect("a store").add_day(programme, false).expect("a day");
        let moment = chrono::DateTime::parse_from_rfc3339(NOW).expect("a moment");
        let clock = Clock::new(move || moment);
        let ctx = egui::Context::default();
        let wake = Wake::default();
        let worker =
            Worker::start(folder.path().to_path_buf(), clock.clone(), Arc::clone(&wake)).expect("a worker");
        let state = State::new(Texts::new(Language::Dutch), clock, worker);
        let window = Window::new(&ctx, state, &wake, folder.path().join("window.json"), Prefs::default());
        let frame = eframe::Frame::_new_kittest();
        let mut subject = Self { ctx, window, frame, time: 10.0, _folder: folder };
        while subject.window.state().phase == Phase::Opening {
            subject.frame(Vec::new());
        }
        for _ in 0..20 {
            subject.frame(Vec::new());
        }
        subject
    }

    fn measure(&mut self, what: &str, events: impl Fn(usize) -> Vec<Event>) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|nth| {
                let events = events(nth);
                // The worker saves between two keys, as it does behind a person.
                std::thread::sleep(Duration::from_millis(4));
                let start = Instant::now();
                self.frame(events);
                start.elapsed()
            })
            .collect();
        times.sort();
        let micros = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1e6;
        println!("{what:<24} median {:>7.0} µs   p99 {:>7.0} µs", micros(50), micros(99));
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 0.1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let (window, frame) = (&mut self.window, &mut self.frame);
        let output = self.ctx.run_ui(input, |ui| {
            window.logic(&ui.ctx().clone(), frame);
            window.ui(ui, frame);
        });
        std::hint::black_box(output);
    }
}
