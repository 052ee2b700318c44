//! The dialogs: paste a programme, open one from a file, export the day. Esc closes them.

use std::path::PathBuf;

use eframe::egui::{
    Button, Frame, Id, Label, Margin, Modal, RichText, ScrollArea, TextEdit, Ui, Vec2, accesskit,
};

use crate::app::command::Command;
use crate::app::state::{Dialog, Notice, State};
use crate::domain::problem::Problem;
use crate::i18n::Texts;

use super::file_dialog::FileDialog;
use super::theme::{palette, space, type_scale};
use super::widgets::{as_heading, main_button};

/// What the dialogs keep between two frames.
#[derive(Default)]
pub struct Dialogs {
    files: FileDialog,
    /// The dialog whose first field has had the focus.
    focused: Option<&'static str>,
}

impl Dialogs {
    /// Draws the dialog that is open, if any.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State, commands: &mut Vec<Command>) {
        let Some(mut dialog) = state.dialog.take() else {
            self.focused = None;
            return;
        };
        if let (Some(chosen), Some(path)) = (self.files.chosen(), path_of(&mut dialog)) {
            *path = chosen.display().to_string();
        }
        let palette = palette::of(ui);
        let frame = Frame::popup(ui.style()).fill(palette.paper).inner_margin(Margin::same(24));
        let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(space::DIALOG.min(ui.ctx().content_rect().width() - 96.0));
            if let Some(Notice::Problem(problem)) = &state.notice {
                trouble(ui, &state.texts, problem);
            }
            match &mut dialog {
                Dialog::Paste { text } => self.paste(ui, &state.texts, text, commands),
                Dialog::Open { path } => self.open(ui, &state.texts, path, commands),
                Dialog::Export { path, include_private, overwrite } => {
                    self.export(ui, &state.texts, (path, include_private, overwrite), commands);
                }
            }
        });
        if modal.should_close() && !self.files.is_open() {
            commands.push(Command::CloseDialog);
        }
        state.dialog = Some(dialog);
    }

    fn paste(&mut self, ui: &mut Ui, texts: &Texts, text: &mut String, commands: &mut Vec<Command>) {
        heading(ui, texts.get("command-paste-programme"), texts.get("paste-explanation"));
        let name = texts.get("paste-field");
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            let field = TextEdit::multiline(text).desired_rows(10).desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(name);
            self.focus_first(&response, "paste");
        });
        let done = buttons(ui, texts, texts.get("make-day"), !text.trim().is_empty(), commands);
        if done {
            commands.push(Command::PasteProgramme(text.clone()));
        }
    }

    fn open(&mut self, ui: &mut Ui, texts: &Texts, path: &mut String, commands: &mut Vec<Command>) {
        heading(ui, texts.get("command-open-programme"), texts.get("open-explanation"));
        let browse = self.path_row(ui, texts, path, "open");
        if browse {
            self.files.ask_which_to_open(ui.ctx());
        }
        if buttons(ui, texts, texts.get("make-day"), !path.trim().is_empty(), commands) {
            commands.push(Command::ReadProgramme(PathBuf::from(path.trim())));
        }
    }

    fn export(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        (path, include_private, overwrite): (&mut String, &mut bool, &mut bool),
        commands: &mut Vec<Command>,
    ) {
        heading(ui, texts.get("export-dialog-heading"), texts.get("export-dialog-explanation"));
        if self.path_row(ui, texts, path, "export") {
            self.files.ask_where_to_save(ui.ctx(), &PathBuf::from(path.trim()));
        }
        ui.checkbox(include_private, texts.get("export-dialog-private"));
        ui.checkbox(overwrite, texts.get("export-dialog-overwrite"));
        if buttons(ui, texts, texts.get("export-dialog-now"), !path.trim().is_empty(), commands) {
            commands.push(Command::Export {
                path: PathBuf::from(path.trim()),
                include_private: *include_private,
                overwrite: *overwrite,
            });
        }
    }

    /// A path field with "Bladeren…" beside it. Says whether that was pressed.
    fn path_row(&mut self, ui: &mut Ui, texts: &Texts, path: &mut String, dialog: &'static str) -> bool {
        let browse_width = 112.0;
        ui.horizontal(|ui| {
            let width = ui.available_width() - browse_width - space::SMALL;
            let field =
                TextEdit::singleline(path).desired_width(width).min_size(Vec2::new(0.0, space::TARGET));
            let response = ui.add(field).accessible_name(texts.get("path"));
            self.focus_first(&response, dialog);
            let button = Button::new(texts.get("browse")).min_size(Vec2::new(browse_width, space::TARGET));
            ui.add_enabled(!self.files.is_open(), button).clicked()
        })
        .inner
    }

    fn focus_first(&mut self, response: &eframe::egui::Response, dialog: &'static str) {
        if self.focused != Some(dialog) {
            self.focused = Some(dialog);
            response.request_focus();
        }
    }
}

/// What went wrong with what the dialog asked for.
fn trouble(ui: &mut Ui, texts: &Texts, problem: &Problem) {
    let palette = palette::of(ui);
    Frame::new().fill(palette.danger_ground).inner_margin(Margin::same(8)).show(ui, |ui| {
        let words = format!("{} {}", texts.problem(problem), texts.hint(problem));
        let label = ui.add(Label::new(RichText::new(words).color(palette.text)).wrap().selectable(true));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Assertive));
    });
    ui.add_space(space::SMALL);
}

fn path_of(dialog: &mut Dialog) -> Option<&mut String> {
    match dialog {
        Dialog::Paste { .. } => None,
        Dialog::Open { path } | Dialog::Export { path, .. } => Some(path),
    }
}

fn heading(ui: &mut Ui, title: &str, explanation: &str) {
    let label = ui.label(type_scale::heading(title));
    as_heading(ui, &label, title);
    ui.label(explanation);
    ui.add_space(space::TIGHT);
}

/// The row of buttons at the bottom. Says whether the main one was pressed.
fn buttons(ui: &mut Ui, texts: &Texts, main: &str, enabled: bool, commands: &mut Vec<Command>) -> bool {
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        let done = main_button(ui, main, enabled).clicked();
        if ui.button(texts.get("cancel")).clicked() {
            commands.push(Command::CloseDialog);
        }
        done
    })
    .inner
}
