//! Erasing a day for good, and keeping it: what it means, before and after.

use eframe::egui::{RichText, TextEdit, Ui};

use super::{close_button, heading, last_row};
use crate::app::command::Command;
use crate::app::dialog::Erasing;
use crate::domain::dates;
use crate::domain::keeping::{Erased, Hold};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{danger_button, panel_heading};

/// Draws the dialog.
pub fn show(ui: &mut Ui, texts: &Texts, erasing: &mut Erasing, commands: &mut Vec<Command>) {
    if let Some(erased) = &erasing.erased {
        return after(ui, texts, erasing, erased, commands);
    }
    let explanation = texts.with("erase-explanation", &[("day", erasing.title.clone().into())]);
    heading(ui, texts.get("erase-heading"), &explanation);
    keeping(ui, texts, erasing, commands);
    last_row(ui, |ui| {
        if danger_button(ui, texts.get("erase-now"), erasing.hold.is_none()).clicked() {
            commands.push(Command::EraseDay(erasing.day));
        }
        close_button(ui, texts.get("cancel"), commands);
    });
}

/// What became of the day, and of the backups that hold it.
fn after(ui: &mut Ui, texts: &Texts, erasing: &Erasing, erased: &Erased, commands: &mut Vec<Command>) {
    let is_clean = if erased.wiped { "erased" } else { "erased-not-wiped" };
    heading(ui, &erasing.title, texts.get(is_clean));
    match erased.gone_by {
        Some(date) if !erased.backups.is_empty() => {
            let variables = [
                ("count", erased.backups.len().into()),
                ("date", dates::date(texts.language(), date).into()),
            ];
            ui.label(texts.with("erased-in-backups", &variables));
            if ui.button(texts.get("delete-backups")).clicked() {
                commands.push(Command::DeleteBackupsHolding(erasing.day));
            }
        }
        _ => _ = ui.label(texts.get("erased-no-backups")),
    }
    ui.add_space(space::SMALL);
    close_button(ui, texts.get("close"), commands);
}

/// The promise to keep the day, for instance while somebody has asked for it by law.
fn keeping(ui: &mut Ui, texts: &Texts, erasing: &mut Erasing, commands: &mut Vec<Command>) {
    panel_heading(ui, texts.get("hold"));
    if let Some(hold) = &erasing.hold {
        let until = dates::date(texts.language(), hold.until);
        let variables = [("date", until.into()), ("reason", hold.reason.clone().into())];
        ui.label(texts.with("held-until", &variables));
        if ui.button(texts.get("end-hold")).clicked() {
            commands.push(Command::SetHold(erasing.day, None));
        }
        return;
    }
    ui.horizontal(|ui| {
        let until = TextEdit::singleline(&mut erasing.until).desired_width(120.0).hint_text("31-12-2027");
        ui.add(until).accessible_name(texts.get("hold-until"));
        let reason = TextEdit::singleline(&mut erasing.reason).desired_width(200.0);
        ui.add(reason.hint_text(texts.get("hold-reason").to_owned()))
            .accessible_name(texts.get("hold-reason"));
        let date = dates::parse_date(&erasing.until);
        let button = ui.add_enabled(date.is_some(), eframe::egui::Button::new(texts.get("set-hold")));
        if let (true, Some(until)) = (button.clicked(), date) {
            let hold = Hold { until, reason: erasing.reason.trim().to_owned() };
            commands.push(Command::SetHold(erasing.day, Some(hold)));
        }
    });
    ui.label(RichText::new(texts.get("hold-explanation")).color(palette::of(ui).quiet));
}
