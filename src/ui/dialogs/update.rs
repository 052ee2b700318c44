//! What a newer programme says otherwise, with a tick for each thing that is taken over.

use eframe::egui::{Checkbox, RichText, ScrollArea, Ui, Vec2};

use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::updating::Updating;
use crate::i18n::Texts;
use crate::ui::theme::{palette, space};

/// The height of the list, in points.
const HEIGHT: f32 = 380.0;

impl Dialogs {
    pub(super) fn update(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        updating: &mut Updating,
        commands: &mut Vec<Command>,
    ) {
        heading(ui, texts.get("command-update"), texts.get("update-explanation"));
        if updating.rows.is_empty() {
            ui.label(texts.get("update-none"));
        }
        ScrollArea::vertical().id_salt("differences").max_height(HEIGHT).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            for (nth, row) in updating.shown().enumerate() {
                ui.push_id(row.difference, |ui| {
                    ui.spacing_mut().interact_size = Vec2::splat(space::TARGET);
                    let response = ui.add(Checkbox::new(&mut row.is_on, row.words.as_str()));
                    if nth == 0 {
                        self.focus_first(&response, "update");
                    }
                });
            }
        });
        if updating.unchanged > 0 {
            let quiet = palette::of(ui).quiet;
            ui.label(RichText::new(&*texts.count("update-unchanged", updating.unchanged)).color(quiet));
        }
        let is_any = updating.shown().any(|row| row.is_on);
        if buttons(ui, texts, texts.get("update-now"), is_any, commands) {
            commands.push(Command::UpdateDay);
        }
    }
}
