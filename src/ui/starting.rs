//! Starting the window: with the renderer that can draw here, in this process or, when the first one could not, in a new
//! one, since a process in which a driver failed is no place to try another. What the window shows is not decided here.

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use eframe::egui::ViewportBuilder;

use crate::renderer::{Mark, Plan, Renderer};

/// The option by which the program calls itself when a renderer could not draw.
pub const INSTEAD_OF: &str = "--instead-of";

/// How a start ended.
#[derive(Debug)]
pub enum Ended {
    /// The window was open, and was closed.
    Closed,
    /// There was no window to be had, or the system took it away.
    Lost(String),
    /// Nothing could be drawn, for this reason.
    NeverDrew(String),
}

/// Whether the window has drawn anything yet; with the mark of the start, which goes at that moment.
#[derive(Debug)]
pub struct Beginning {
    has_drawn: Arc<AtomicBool>,
    frames: u8,
    mark: Option<Mark>,
    plan: Plan,
}

impl Beginning {
    fn new(plan: Plan, mark: Option<Mark>) -> Self {
        Self { has_drawn: Arc::default(), frames: 0, mark, plan }
    }

    /// What draws the window, and why.
    #[must_use]
    pub fn plan(&self) -> Plan {
        self.plan
    }

    /// Counts a frame; says whether it proves that an earlier one reached the screen.
    #[must_use]
    pub fn frame(&mut self) -> bool {
        self.frames = self.frames.saturating_add(1);
        if self.frames < 2 {
            return false;
        }
        self.has_drawn.store(true, Ordering::Relaxed);
        let mark = self.mark.take();
        // The disk may be slow, and nothing waits for this; without a thread the mark goes here.
        let _: Result<_, _> = thread::Builder::new().name("mark".to_owned()).spawn(move || drop(mark));
        true
    }
}

/// Opens a window with the renderer of this plan and stays until it is closed.
pub fn run<A>(
    plan: Plan,
    mark: Option<Mark>,
    viewport: ViewportBuilder,
    make: impl FnOnce(&eframe::CreationContext<'_>, Beginning) -> A,
) -> Ended
where
    A: eframe::App + 'static,
{
    let beginning = Beginning::new(plan, mark);
    let has_drawn = Arc::clone(&beginning.has_drawn);
    keep_quiet_until(Arc::clone(&has_drawn));
    let options = eframe::NativeOptions {
        viewport,
        renderer: match plan.renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        },
        // Every surface is of one colour, which has no bands to hide; without a graphics card the noise is half of a frame.
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let open = AssertUnwindSafe(|| {
        eframe::run_native("plenair", options, Box::new(|creation| Ok(Box::new(make(creation, beginning)))))
    });
    let result = panic::catch_unwind(open);
    let has_drawn = has_drawn.load(Ordering::Relaxed);
    match result {
        Ok(Ok(())) => Ended::Closed,
        Ok(Err(error)) if has_drawn || !is_of_the_driver(&error) => Ended::Lost(error.to_string()),
        Ok(Err(error)) => Ended::NeverDrew(error.to_string()),
        Err(panic) if has_drawn => panic::resume_unwind(panic),
        Err(panic) => Ended::NeverDrew(said(panic.as_ref())),
    }
}

/// Without a window or an event loop, another renderer is of no use.
fn is_of_the_driver(error: &eframe::Error) -> bool {
    !matches!(
        error,
        eframe::Error::AppCreation(_) | eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_)
    )
}

/// Starts the program again, with the other renderer. Comes back only when that could not be done, or with the new
/// process's end where a process cannot be replaced.
pub fn again_instead_of(failed: Renderer) -> std::io::Result<ExitCode> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(INSTEAD_OF).arg(failed.name()).args(std::env::args_os().skip(1).collect::<Vec<OsString>>());
    replace_by(command)
}

#[cfg(unix)]
fn replace_by(mut command: Command) -> std::io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

#[cfg(not(unix))]
fn replace_by(mut command: Command) -> std::io::Result<ExitCode> {
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A driver that panics before anything is drawn is not the person's news: the other one is tried, or one sentence says it.
fn keep_quiet_until(has_drawn: Arc<AtomicBool>) {
    let usual = panic::take_hook();
    let here = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if has_drawn.load(Ordering::Relaxed) || thread::current().id() != here {
            usual(info);
        }
    }));
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("the graphics driver failed").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_goes_when_a_second_frame_proves_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let (plan, mark) = Plan::begin(crate::renderer::Wanted::Auto, None, folder.path());
        assert!(mark.is_some());
        let mut beginning = Beginning::new(plan, mark);
        let is_marked = || std::fs::read_dir(folder.path()).expect("a folder").count() > 0;
        assert!(!beginning.frame());
        assert!(is_marked());
        assert!(beginning.frame());
        while is_marked() {
            thread::yield_now();
        }
    }

    #[test]
    fn what_a_driver_says_when_it_panics_is_kept() {
        assert_eq!(said(&"no config"), "no config");
        assert_eq!(said(&"no surface".to_owned()), "no surface");
        assert_eq!(said(&7), "the graphics driver failed");
    }
}
