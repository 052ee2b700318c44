//! The dialog that brings notes in: a folder or a file is named, what it holds is shown, and only then it is kept.

use std::path::PathBuf;

use eframe::egui::{Button, Label, ScrollArea, TextEdit, TextStyle, Ui, Vec2};

use super::files::is_entered;
use super::{Dialogs, buttons, heading};
use crate::app::bringing_in::{BringIn, Found};
use crate::app::command::Command;
use crate::app::state::State;
use crate::i18n::Texts;
use crate::ui::dropping::can_drop;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::{as_live, progress};
use crate::worker::Work;

/// The height of the list of days, in points.
const DAYS: f32 = 160.0;

impl Dialogs {
    pub(super) fn bring_in(
        &mut self,
        ui: &mut Ui,
        state: &State,
        asked: &mut BringIn,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        heading(ui, texts.get("command-bring-in"), texts.get("notes-explanation"));
        ui.label(texts.get(if can_drop() { "notes-by-dropping" } else { "open-no-dropping" }));
        let is_entered = self.which_notes(ui, texts, &mut asked.path);
        let is_reading = state.reading_file.is_some();
        let work = if asked.is_busy { Work::BringIn } else { Work::Import };
        if let Some(shown) = state.shown(work).filter(|_| is_reading || asked.is_busy) {
            ui.horizontal(|ui| progress(ui, state, shown, commands));
        } else if is_reading {
            ui.label(texts.get("notes-reading"));
        }
        let is_free = !is_reading && !asked.is_busy && !asked.path.trim().is_empty();
        if let Some(found) = asked.found() {
            what_was_found(ui, texts, found);
            let main = texts.count("notes-now", found.days.len());
            if buttons(ui, texts, &main, is_free, commands) {
                commands.push(Command::BringIn);
            }
            return;
        }
        let is_pressed = buttons(ui, texts, texts.get("notes-look"), is_free, commands);
        if is_pressed || is_free && is_entered {
            commands.push(Command::ReadNotes(PathBuf::from(asked.path.trim())));
        }
    }

    /// A path field, and below it the two ways to choose: the system has a dialog for folders and one for files. Says whether Enter
    /// was pressed in the field.
    fn which_notes(&mut self, ui: &mut Ui, texts: &Texts, path: &mut String) -> bool {
        let size = Vec2::new(0.0, space::TARGET);
        let field = TextEdit::singleline(path).desired_width(f32::INFINITY).min_size(size);
        let response = ui.add(field).accessible_name(texts.get("notes-path"));
        self.focus_first(&response, "bring in");
        ui.horizontal_wrapped(|ui| {
            let is_free = !self.files.is_open();
            let button = |words| Button::new(texts.get(words)).min_size(size);
            if ui.add_enabled(is_free, button("notes-choose-folder")).clicked() {
                self.files.ask_which_folder(ui.ctx());
            }
            if ui.add_enabled(is_free, button("notes-choose-file")).clicked() {
                self.files.ask_which_to_open(ui.ctx());
            }
        });
        is_entered(ui, &response)
    }
}

/// How much there is, which days, and what is passed over.
fn what_was_found(ui: &mut Ui, texts: &Texts, found: &Found) {
    let palette = palette::of(ui);
    ui.add_space(space::SMALL);
    let incoming = &found.incoming;
    let variables = [
        ("days", found.days.len().into()),
        ("sessions", incoming.sessions().into()),
        ("lines", incoming.lines().into()),
    ];
    let label = ui.label(type_scale::bold(texts.with("notes-found", &variables)));
    as_live(ui, &label);
    let row = ui.text_style_height(&TextStyle::Body);
    let scroll = ScrollArea::vertical().id_salt("days found").max_height(DAYS).auto_shrink([false, true]);
    scroll.show_rows(ui, row, found.days.len(), |ui, rows| {
        for day in found.days.get(rows).unwrap_or_default() {
            ui.add(Label::new(day).truncate());
        }
    });
    ui.add_space(space::TIGHT);
    for words in &found.passed_over {
        ui.label(type_scale::small(words).color(palette.quiet));
    }
    ui.label(type_scale::small(texts.get("notes-beside")).color(palette.quiet));
}
