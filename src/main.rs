//! Starts Plenair: the command that was given, else the window.

use std::process::ExitCode;

use plenair::cli::{self, Start};
use plenair::domain::clock::Clock;
use plenair::paths;
use plenair::ui::window;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_writer(std::io::stderr)
        .init();
    #[expect(clippy::disallowed_methods, reason = "the one place where the time comes in")]
    let clock = Clock::new(|| chrono::Local::now().fixed_offset());
    match cli::run(std::env::args_os(), &clock) {
        Start::Done(code) => code,
        Start::Window { data_dir, language } => {
            let is_usual_folder = paths::is_usual(&data_dir);
            window::open(window::Start { folder: data_dir, is_usual_folder, language, clock })
        }
    }
}
