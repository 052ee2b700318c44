//! The dialogs with files: open a programme, compare one. Beside "Bladeren…" there is always a path field.

use std::path::PathBuf;

use eframe::egui::{Button, Key, Response, TextEdit, Ui, Vec2};

use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::state::State;
use crate::i18n::Texts;
use crate::ui::dropping::can_drop;
use crate::ui::theme::space;
use crate::ui::widgets::progress;
use crate::worker::Work;

impl Dialogs {
    pub(super) fn open(
        &mut self,
        ui: &mut Ui,
        state: &State,
        path: &mut String,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        heading(ui, texts.get("command-open-programme"), texts.get("open-explanation"));
        ui.label(texts.get(if can_drop() { "open-by-dropping" } else { "open-no-dropping" }));
        let field = self.path_field(ui, texts, (texts.get("path"), path), "open");
        if field.browses {
            self.files.ask_which_to_open(ui.ctx());
        }
        let is_reading = state.reading_file.is_some();
        match state.shown(Work::Import).filter(|_| is_reading) {
            Some(shown) => {
                ui.horizontal(|ui| progress(ui, state, shown, commands));
            }
            None if is_reading => {
                ui.label(texts.get("open-reading"));
            }
            None => {}
        }
        let may_read = !path.trim().is_empty() && !is_reading;
        let pressed = buttons(ui, texts, texts.get("open-now"), may_read, commands);
        if pressed || may_read && is_entered(ui, &field.response) {
            commands.push(Command::ReadProgramme(PathBuf::from(path.trim())));
        }
    }

    pub(super) fn update_file(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        path: &mut String,
        commands: &mut Vec<Command>,
    ) {
        heading(ui, texts.get("command-update"), texts.get("update-file-explanation"));
        let field = self.path_field(ui, texts, (texts.get("path"), path), "update file");
        if field.browses {
            self.files.ask_which_to_open(ui.ctx());
        }
        let may_read = !path.trim().is_empty();
        let pressed = buttons(ui, texts, texts.get("update-compare"), may_read, commands);
        if pressed || may_read && is_entered(ui, &field.response) {
            commands.push(Command::ReadUpdate(PathBuf::from(path.trim())));
        }
    }

    /// A path field with this name, and "Bladeren…" beside it.
    pub(super) fn path_field(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        (name, path): (&str, &mut String),
        dialog: &'static str,
    ) -> PathField {
        let browse_width = 112.0;
        ui.horizontal(|ui| {
            let width = ui.available_width() - browse_width - space::SMALL;
            let field =
                TextEdit::singleline(path).desired_width(width).min_size(Vec2::new(0.0, space::TARGET));
            let response = ui.add(field).accessible_name(name);
            self.focus_first(&response, dialog);
            let button = Button::new(texts.get("browse")).min_size(Vec2::new(browse_width, space::TARGET));
            let browses = ui.add_enabled(!self.files.is_open(), button).clicked();
            PathField { response, browses }
        })
        .inner
    }
}

/// Whether Enter was pressed in a field, which stands for the main button of its dialog.
pub(super) fn is_entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A path field, as it was just drawn.
pub(super) struct PathField {
    /// The field.
    pub response: Response,
    /// Whether "Bladeren…" was pressed.
    pub browses: bool,
}
