//! Opening the window: whether there is a screen for it and no other one on the same notes, what draws it, and who wakes it. The
//! window itself is `window.rs`'s.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::{self, ViewportBuilder, ViewportCommand};

use crate::app::prefs::{self, Prefs};
use crate::app::state::State;
use crate::domain::clock::Clock;
use crate::domain::language::Language;
use crate::i18n::Texts;
use crate::one_window::{self, Door, Entry, Visit};
use crate::renderer::{Mark, Plan, Wanted};
use crate::signals;
use crate::worker::{Wake, Worker};

use super::starting::{self, Ended};
use super::system_look;
use super::visits::Visits;
use super::window::Window;

/// The smallest window, in points.
const SMALLEST: [f32; 2] = [640.0, 480.0];

/// The window's size the first time, in points.
const FIRST_SIZE: [f32; 2] = [1200.0, 780.0];

/// What a window is started with.
pub struct Start {
    /// The data folder.
    pub folder: PathBuf,
    /// Whether that is the system's own folder for local data, and not one that somebody named.
    pub is_usual_folder: bool,
    /// The programme that is to be opened, where one was named.
    pub file: Option<PathBuf>,
    /// The language of the screen, where one was asked for; it goes before the one that is remembered.
    pub language: Option<Language>,
    /// The renderer that was asked for.
    pub wanted: Wanted,
    /// What time it is.
    pub clock: Clock,
}

/// Opens the window and stays until it is closed. Where there is none to be had, says so in one sentence. Where one is open on
/// these notes already, that one comes to the front instead, and takes the file.
#[must_use]
pub fn open(start: Start) -> ExitCode {
    let file = prefs::file(&start.folder);
    let prefs = Prefs::read(&file);
    let language = prefs.settings.spoken(start.language);
    let texts = Texts::new(language);
    if !has_display() {
        say(texts.get("no-display"));
        return ExitCode::FAILURE;
    }
    let door = match one_window::enter(&start.folder, start.file.as_deref(), one_window::PATIENCE) {
        Entry::First(door) => Some(Arc::new(door)),
        Entry::HandedOver => return ExitCode::SUCCESS,
        Entry::NoAnswer => {
            // Who clicked on a file sees no message here. The window that opens now says that the notes are in use.
            say(texts.get("window-no-answer"));
            None
        }
    };
    let because = |key, cause: String| texts.with(key, &[("cause", cause.into())]);
    let (plan, mark) = Plan::begin(start.wanted, prefs.renderer, &start.folder);
    let ended = run(start, language, file, prefs, door.clone(), (plan, mark));
    // Before anything else starts: the program that draws otherwise is the next one to come in.
    drop(door);
    let message = match ended {
        Ended::Closed => return ExitCode::SUCCESS,
        Ended::Lost(cause) => because("window-failed", cause),
        Ended::NeverDrew(_) if plan.may_try_other => match starting::again_instead_of(plan.renderer) {
            Ok(code) => return code,
            Err(error) => because("window-failed", error.to_string()),
        },
        Ended::NeverDrew(cause) => because("window-draws-nothing", cause),
    };
    say(&message);
    ExitCode::FAILURE
}

/// Standard error may be closed; then there is nobody to tell.
fn say(message: &str) {
    let _: Result<(), _> = writeln!(std::io::stderr(), "{message}");
}

/// On Linux, a window without a display server fails late and in many words.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
}

fn run(
    start: Start,
    language: Language,
    file: PathBuf,
    prefs: Prefs,
    door: Option<Arc<Door>>,
    (plan, mark): (Plan, Option<Mark>),
) -> Ended {
    let wake = Wake::default();
    // The worker opens the store while the system makes the window.
    let worker = match Worker::start(start.folder, start.clock.clone(), Arc::clone(&wake)) {
        Ok(worker) => worker,
        Err(error) => return Ended::Lost(error.to_string()),
    };
    let mut state = State::new(Texts::new(language), start.clock, worker);
    state.asks_for_backups = start.is_usual_folder;
    starting::run(plan, mark, viewport(&prefs), move |creation, beginning| {
        close_when_asked(&creation.egui_ctx);
        let visits = Visits::new(start.file, open_door(door.as_deref(), &creation.egui_ctx));
        let window = Window::new(&creation.egui_ctx, state, &wake, file, prefs);
        let system = system_look::ask(&creation.egui_ctx);
        window.with_beginning(beginning).with_visits(visits).with_system_look(system)
    })
}

/// The system's wish to end the program is a wish to close the window: what was typed is saved first.
fn close_when_asked(ctx: &egui::Context) {
    let ctx = ctx.clone();
    let close = move || {
        ctx.send_viewport_cmd(ViewportCommand::Close);
        ctx.request_repaint();
    };
    if let Err(error) = signals::when_asked_to_end(close) {
        tracing::warn!(%error, "the system's wish to end the program will not be heard");
    }
}

/// Lets later starts in, and wakes the window for them.
fn open_door(door: Option<&Door>, ctx: &egui::Context) -> Option<Receiver<Visit>> {
    let ctx = ctx.clone();
    match door?.open(move || ctx.request_repaint()) {
        Ok(visits) => Some(visits),
        Err(error) => {
            tracing::warn!(%error, "a second start will not be heard");
            None
        }
    }
}

fn viewport(prefs: &Prefs) -> ViewportBuilder {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/plenair.png"));
    let builder = ViewportBuilder::default()
        .with_title("Plenair")
        .with_app_id("plenair")
        .with_min_inner_size(SMALLEST)
        .with_inner_size(prefs.size.unwrap_or(FIRST_SIZE))
        .with_maximized(prefs.maximized);
    match icon {
        Ok(icon) => builder.with_icon(icon),
        Err(_) => builder,
    }
}
