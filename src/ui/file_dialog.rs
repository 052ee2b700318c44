//! The system's own file dialog, on a thread of its own. It may be missing (no portal, no helper program): then nothing is
//! chosen, and the path field beside the button still works.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use eframe::egui;

/// A file dialog that may be open.
#[derive(Default)]
pub struct FileDialog {
    answer: Option<Receiver<Option<PathBuf>>>,
}

impl FileDialog {
    /// Asks where to save.
    pub fn ask_where_to_save(&mut self, ctx: &egui::Context, proposed: &Path) {
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(name) = proposed.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        if let Some(folder) = proposed.parent().filter(|folder| folder.is_absolute()) {
            dialog = dialog.set_directory(folder);
        }
        self.wait_for(ctx, dialog.save_file());
    }

    /// Asks which file to open.
    pub fn ask_which_to_open(&mut self, ctx: &egui::Context) {
        self.wait_for(ctx, rfd::AsyncFileDialog::new().pick_file());
    }

    /// Asks which folder to open.
    pub fn ask_which_folder(&mut self, ctx: &egui::Context) {
        self.wait_for(ctx, rfd::AsyncFileDialog::new().pick_folder());
    }

    /// Whether the dialog is open.
    pub fn is_open(&self) -> bool {
        self.answer.is_some()
    }

    /// The path that was chosen, once.
    pub fn chosen(&mut self) -> Option<PathBuf> {
        let answer = self.answer.as_ref()?.try_recv();
        match answer {
            Ok(path) => {
                self.answer = None;
                path
            }
            Err(std::sync::mpsc::TryRecvError::Empty) => None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
        }
    }

    /// The dialog is made on the window's thread, as macOS wants it, and waited for elsewhere.
    fn wait_for(
        &mut self,
        ctx: &egui::Context,
        dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    ) {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        let thread = std::thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            let chosen = pollster::block_on(dialog).map(|file| file.path().to_path_buf());
            // The window may be gone; then nobody waits for the answer.
            let _: Result<(), _> = sender.send(chosen);
            ctx.request_repaint();
        });
        match thread {
            Ok(_) => self.answer = Some(receiver),
            Err(error) => tracing::warn!(%error, "no thread for the file dialog"),
        }
    }
}
