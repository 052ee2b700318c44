//! Starts Plenair: the command that was given, else the window.

// On Windows a program is for the window or for the console, and cannot be both: `--features console` makes the other one.
#![cfg_attr(all(windows, not(feature = "console")), windows_subsystem = "windows")]

use std::process::ExitCode;

use plenair::cli::{self, Start};
use plenair::domain::clock::Clock;
use plenair::paths;
use plenair::ui::launch;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

fn main() -> ExitCode {
    // What the window library has to say about the screen is nobody's news.
    tracing_subscriber::registry()
        .with(tracing_subscriber::fmt::layer().with_writer(std::io::stderr))
        .with(Targets::new().with_target("plenair", LevelFilter::WARN))
        .init();
    #[expect(clippy::disallowed_methods, reason = "the one place where the time comes in")]
    let clock = Clock::new(|| chrono::Local::now().fixed_offset());
    match cli::run(std::env::args_os(), &clock) {
        Start::Done(code) => code,
        Start::Window { data_dir, file, language, wanted } => {
            let is_usual_folder = paths::is_usual(&data_dir);
            launch::open(launch::Start { folder: data_dir, is_usual_folder, file, language, wanted, clock })
        }
    }
}
