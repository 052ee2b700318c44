//! Opens files and folders in the programs that the system has for them, on a thread of its own: some of those take their
//! time. Never an address on the network.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui;

/// Opens a path, and says whether a program was found for it.
type Open = dyn Fn(&Path) -> bool + Send + Sync;

/// What opens things.
pub struct Opener {
    open: Arc<Open>,
    failed: (Sender<PathBuf>, Receiver<PathBuf>),
}

impl Opener {
    /// With the programs of the system.
    #[must_use]
    pub fn of_system() -> Self {
        Self::new(|path| match open::that_detached(path) {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "nothing was opened");
                false
            }
        })
    }

    /// With `open`.
    #[must_use]
    pub fn new(open: impl Fn(&Path) -> bool + Send + Sync + 'static) -> Self {
        Self { open: Arc::new(open), failed: channel() }
    }

    /// Opens a path; what came of it is told later.
    pub fn open(&self, ctx: &egui::Context, path: PathBuf) {
        let (open, failed, ctx) = (Arc::clone(&self.open), self.failed.0.clone(), ctx.clone());
        let tried = path.clone();
        let thread = std::thread::Builder::new().name("opening".to_owned()).spawn(move || {
            if !open(&tried) {
                // The window may be gone; then there is nobody to tell.
                let _: Result<(), _> = failed.send(tried);
                ctx.request_repaint();
            }
        });
        if thread.is_err() {
            let _: Result<(), _> = self.failed.0.send(path);
        }
    }

    /// What could not be opened, once.
    #[must_use]
    pub fn failed(&self) -> Option<PathBuf> {
        self.failed.1.try_recv().ok()
    }
}
