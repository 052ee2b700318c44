//! What is in the trash, and back again.

use eframe::egui::{Align, Layout, RichText, ScrollArea, Ui};

use super::history::moment;
use super::{close_button, heading};
use crate::app::command::Command;
use crate::domain::keeping::{Item, Trashed};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};

/// Draws the dialog; `None` while the trash is being fetched.
pub fn show(ui: &mut Ui, texts: &Texts, items: Option<&[Trashed]>, commands: &mut Vec<Command>) {
    heading(ui, texts.get("trash-heading"), texts.get("trash-explanation"));
    match items {
        None => _ = ui.label(texts.get("fetching")),
        Some([]) => _ = ui.label(texts.get("trash-empty")),
        Some(items) => {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for item in items {
                    row(ui, texts, item, commands);
                }
            });
        }
    }
    ui.add_space(space::SMALL);
    close_button(ui, texts.get("close"), commands);
}

fn row(ui: &mut Ui, texts: &Texts, trashed: &Trashed, commands: &mut Vec<Command>) {
    let title = if trashed.title.is_empty() { texts.get("session-untitled") } else { &trashed.title };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = ui.button(texts.get("put-back"));
            if button.accessible_name(format!("{}: {title}", texts.get("put-back"))).clicked() {
                commands.push(Command::RestoreFromTrash(trashed.item));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(title);
                let day = match trashed.item {
                    Item::Day(_) => String::new(),
                    Item::Session(_) => format!("{} · ", trashed.day_title),
                };
                let lines = texts.count("lines", trashed.lines as usize);
                let words = format!("{day}{lines} · {}", moment(texts, trashed.at));
                ui.label(RichText::new(words).size(type_scale::SMALL).color(palette::of(ui).quiet));
            });
        });
    });
}
