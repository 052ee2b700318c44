//! The real window on a real store, without a screen: a frame when it is asked for one, at a tenth of a second after the last.
//! What the frames hold and what is measured is up to each bench.

#![allow(dead_code, reason = "each bench uses its own part")]

use std::path::Path;
use std::sync::Arc;

use eframe::App as _;
use eframe::egui::{self, Event, RawInput, Rect, Vec2};
use plenair::app::prefs::Prefs;
use plenair::app::state::{Phase, State};
use plenair::domain::clock::Clock;
use plenair::domain::language::Language;
use plenair::i18n::Texts;
use plenair::ui::window::Window;
use plenair::worker::{Wake, Worker};

/// The size of the window, in points.
const SIZE: Vec2 = Vec2::new(1200.0, 780.0);

/// So many seconds lie between two frames: keys come ten a second.
const A_FRAME: f64 = 0.1;

/// Frames until what is drawn for the first time is drawn.
const WARM_UP: usize = 20;

/// A window that nobody sees.
pub struct Headless {
    ctx: egui::Context,
    window: Window,
    frame: eframe::Frame,
    now: f64,
}

impl Headless {
    /// The window on the notes in `folder`, once they are shown.
    pub fn open(folder: &Path, clock: Clock) -> Self {
        let ctx = egui::Context::default();
        let wake = Wake::default();
        let worker = Worker::start(folder.to_path_buf(), clock.clone(), Arc::clone(&wake)).expect("a worker");
        let state = State::new(Texts::new(Language::Dutch), clock, worker);
        let window = Window::new(&ctx, state, &wake, folder.join("window.json"), Prefs::default());
        let mut headless = Self { ctx, window, frame: eframe::Frame::_new_kittest(), now: 10.0 };
        while headless.window.state().phase == Phase::Opening {
            headless.frame(Vec::new());
        }
        for _ in 0..WARM_UP {
            headless.frame(Vec::new());
        }
        headless
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        self.window.state()
    }

    /// A frame in which these events came.
    pub fn frame(&mut self, events: Vec<Event>) {
        self.now += A_FRAME;
        let input = input(self.now, events);
        let (window, frame) = (&mut self.window, &mut self.frame);
        let output = self.ctx.run_ui(input, |ui| {
            window.logic(&ui.ctx().clone(), frame);
            window.ui(ui, frame);
        });
        std::hint::black_box(output);
    }
}

/// What a window of this size hears at this time, in seconds.
pub fn input(now: f64, events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
        time: Some(now),
        focused: true,
        events,
        ..RawInput::default()
    }
}
