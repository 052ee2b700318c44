//! Files that the window was started with, or that a later start hands over: each opens as a programme as soon as nothing else is
//! being looked through or filled in. The window comes to the front for who asked.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use eframe::egui::{Context, UserAttentionType, ViewportCommand};

use crate::app::command::Command;
use crate::app::dialog::Dialog;
use crate::app::state::{Phase, State};
use crate::one_window::Visit;

/// Who comes, and what is to be opened.
#[derive(Default)]
pub struct Visits {
    arriving: Option<Receiver<Visit>>,
    files: VecDeque<PathBuf>,
}

impl Visits {
    /// With the file that the window itself was started with, and those who come later.
    #[must_use]
    pub fn new(file: Option<PathBuf>, arriving: Option<Receiver<Visit>>) -> Self {
        Self { arriving, files: file.into_iter().collect() }
    }

    /// Answers who has come, and brings the window to the front for them.
    pub fn hear(&mut self, ctx: &Context) {
        let Some(arriving) = &self.arriving else { return };
        for visit in arriving.try_iter() {
            self.files.extend(visit.take());
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            // Some systems do not let a program take the front; then it asks for it.
            let asks = ViewportCommand::RequestUserAttention(UserAttentionType::Informational);
            ctx.send_viewport_cmd(asks);
            ctx.request_repaint();
        }
    }

    /// Opens the next file, where nothing is in its way.
    pub fn open_next(&mut self, state: &State, commands: &mut Vec<Command>) {
        let is_free =
            matches!(state.dialog, None | Some(Dialog::Open { .. })) && state.reading_file.is_none();
        if state.phase == Phase::Ready && state.preview.is_none() && is_free {
            commands.extend(self.files.pop_front().map(Command::ReadProgramme));
        }
    }
}
