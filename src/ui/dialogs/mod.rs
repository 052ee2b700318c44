//! The dialogs: the frame they share, and which of them is open. Esc closes them.

mod bring_in;
mod erase;
mod export;
mod files;
mod help;
mod history;
mod joining;
mod line_time;
mod moving;
mod participants;
mod session_form;
mod settings;
mod trash;
mod trend;
mod update;
mod whereabouts;

use std::mem::{self, Discriminant};

use eframe::egui::{
    Align, Frame, Id, Label, Layout, Margin, Modal, Rect, Response, RichText, ScrollArea, Ui, UiBuilder,
    accesskit, pos2, vec2,
};

use crate::app::bringing_in::BringIn;
use crate::app::command::Command;
use crate::app::dialog::{Dialog, PeopleAsked};
use crate::app::state::{Notice, State};
use crate::domain::problem::{Problem, ProblemKind};
use crate::i18n::Texts;

use super::file_dialog::FileDialog;
use super::finder;
use super::theme::{palette, space, type_scale};
use super::widgets::{as_heading, main_button};
use export::PageView;

/// The height of the row of buttons at the end of a dialog, with the room above it.
const LAST_ROW: f32 = space::TARGET + space::SMALL;

/// What the dialogs keep between two frames.
#[derive(Default)]
pub struct Dialogs {
    files: FileDialog,
    page: PageView,
    /// The dialog whose first field has had the focus.
    focused: Option<&'static str>,
    /// Which dialog was drawn last.
    drawn: Option<Discriminant<Dialog>>,
}

impl Dialogs {
    /// Draws the dialog that is open, if any.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State, commands: &mut Vec<Command>) {
        let Some(mut dialog) = state.dialog.take() else {
            self.focused = None;
            self.drawn = None;
            return;
        };
        let kind = mem::discriminant(&dialog);
        let is_new = self.drawn.replace(kind) != Some(kind);
        if let Dialog::Find(finder) = &mut dialog {
            finder::show(ui, state, finder, commands);
            state.dialog = Some(dialog);
            return;
        }
        self.take_chosen_path(&mut dialog);
        let palette = palette::of(ui);
        let screen = ui.ctx().content_rect();
        let is_small = screen.width() < space::FOLDS_HEADER || screen.height() < space::FOLDS_HEADER;
        let (margin, around) =
            if is_small { (12, space::AROUND_DIALOG / 2.0) } else { (24, space::AROUND_DIALOG) };
        let frame = Frame::popup(ui.style()).fill(palette.paper).inner_margin(Margin::same(margin));
        let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(width_of(&dialog).min(screen.width() - around));
            if let Some(Notice::Problem(problem)) = &state.notice {
                trouble(ui, &state.texts, problem);
            }
            // A small or enlarged window shows the rest of the dialog by scrolling; its buttons stay in sight.
            let below = if ends_in_row(&dialog) { LAST_ROW } else { 0.0 };
            let height = screen.height() - around - below;
            let mut scroll = ScrollArea::vertical()
                .id_salt("dialog")
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true]);
            if is_new {
                // Each begins at its beginning, wherever the one before was scrolled to.
                scroll = scroll.vertical_scroll_offset(0.0);
            }
            scroll.show(ui, |ui| match &mut dialog {
                Dialog::Open { path } => self.open(ui, state, path, commands),
                Dialog::BringIn(asked) => self.bring_in(ui, state, asked, commands),
                Dialog::Export(form) => self.export(ui, state, form, commands),
                Dialog::History(history) => history::show(ui, state, history, commands),
                Dialog::Trash(items) => trash::show(ui, &state.texts, items.as_deref(), commands),
                Dialog::Whereabouts(whereabouts) => whereabouts::show(ui, state, whereabouts, commands),
                Dialog::Erase(erasing) => erase::show(ui, &state.texts, erasing, commands),
                Dialog::Move(moving) => self.moving(ui, state, moving, commands),
                Dialog::LineTime(asked) => self.line_time(ui, &state.texts, asked, commands),
                Dialog::Trend(form) => self.trend_form(ui, state, form, commands),
                Dialog::Help => self.help(ui, state, commands),
                Dialog::Settings(owner) => self.settings(ui, state, owner, commands),
                // Shown above: it has a place and a list of its own.
                Dialog::Find(_) => {}
                Dialog::UpdateFile { path } => self.update_file(ui, &state.texts, path, commands),
                Dialog::Participants(asked) => self.participants(ui, &state.texts, asked, commands),
                Dialog::Update(updating) => self.update(ui, &state.texts, updating, commands),
                Dialog::Session(form) => self.session_form(ui, &state.texts, form, commands),
                Dialog::Join(joining) => self.joining(ui, state, joining, commands),
            });
            ui.add_space(below);
        });
        if modal.should_close() && !self.files.is_open() {
            commands.push(Command::CloseDialog);
        }
        state.dialog = Some(dialog);
    }

    /// Gives the first field of a dialog the focus when that is opened; says whether it was.
    fn focus_first(&mut self, response: &Response, dialog: &'static str) -> bool {
        let is_new = self.focused != Some(dialog);
        if is_new {
            self.focused = Some(dialog);
            response.request_focus();
        }
        is_new
    }

    fn take_chosen_path(&mut self, dialog: &mut Dialog) {
        let Some(chosen) = self.files.chosen() else { return };
        match dialog {
            Dialog::Open { path }
            | Dialog::BringIn(BringIn { path, .. })
            | Dialog::UpdateFile { path }
            | Dialog::Participants(PeopleAsked { path, .. }) => *path = chosen.display().to_string(),
            Dialog::Export(form) => form.choose(&chosen),
            _ => {}
        }
    }
}

/// A dialog in which texts are compared needs more room.
fn width_of(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Export(_) | Dialog::History(_) | Dialog::Update(_) => space::WIDE_DIALOG,
        _ => space::DIALOG,
    }
}

/// Whether the dialog ends in a [`last_row`]; the others have nothing to confirm.
fn ends_in_row(dialog: &Dialog) -> bool {
    match dialog {
        Dialog::Erase(erasing) => erasing.erased.is_none(),
        Dialog::Trash(_) | Dialog::Whereabouts(_) | Dialog::Find(_) | Dialog::Help | Dialog::Settings(_) => {
            false
        }
        _ => true,
    }
}

/// The row of buttons at the end of a dialog: below what scrolls, and so always in sight.
fn last_row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let end = ui.cursor().top().min(ui.clip_rect().bottom());
    let place = Rect::from_min_size(pos2(ui.cursor().left(), end), vec2(ui.available_width(), LAST_ROW));
    let layout = Layout::left_to_right(Align::Max);
    let mut row = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    row.set_clip_rect(place.expand(space::TIGHT));
    content(&mut row)
}

/// What went wrong with what the dialog asked for, or that it was stopped.
fn trouble(ui: &mut Ui, texts: &Texts, problem: &Problem) {
    let palette = palette::of(ui);
    let was_stopped = problem.kind == ProblemKind::Stopped;
    let ground = if was_stopped { palette.panel } else { palette.danger_ground };
    Frame::new().fill(ground).inner_margin(Margin::same(8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let words = format!("{} {}", texts.problem(problem), texts.hint(problem));
        let label = ui.add(Label::new(RichText::new(words).color(palette.text)).wrap().selectable(true));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Assertive));
    });
    ui.add_space(space::SMALL);
}

/// The title of a dialog, and what it is for. The command that opened it has three dots; here one has arrived.
fn heading(ui: &mut Ui, title: &str, explanation: &str) {
    let title = title.trim_end_matches('…');
    let label = ui.label(type_scale::heading(title));
    as_heading(ui, &label, title);
    ui.label(explanation);
    ui.add_space(space::TIGHT);
}

/// The row of buttons at the bottom. Says whether the main one was pressed.
fn buttons(ui: &mut Ui, texts: &Texts, main: &str, enabled: bool, commands: &mut Vec<Command>) -> bool {
    last_row(ui, |ui| {
        let done = main_button(ui, main, enabled).clicked();
        close_button(ui, texts.get("cancel"), commands);
        done
    })
}

fn close_button(ui: &mut Ui, label: &str, commands: &mut Vec<Command>) {
    if ui.button(label).clicked() {
        commands.push(Command::CloseDialog);
    }
}
