//! The line at the bottom: whether everything is on the disk. It says "Opgeslagen" only when the store has said so.

use eframe::egui::{Align, Layout, Ui, accesskit};

use crate::app::state::State;
use crate::domain::dates;
use crate::worker::Access;

use super::theme::{icons, palette, space, type_scale};
use super::widgets::decorative_icon;

/// Draws the status line.
pub fn show(ui: &mut Ui, state: &State) {
    let palette = palette::of(ui);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        if let Some(problem) = &state.saving.problem {
            decorative_icon(ui, icons::PROBLEM, palette.danger);
            let hint = state.texts.hint(problem);
            let text = format!("{} {} {hint}", state.texts.get("not-saved"), state.texts.problem(problem));
            let label = ui.label(type_scale::small(text).color(palette.danger));
            announce(ui, label.id, accesskit::Live::Assertive);
            return;
        }
        if let Some(text) = limits(state) {
            decorative_icon(ui, icons::PROBLEM, palette.danger);
            let label = ui.label(type_scale::small(text).color(palette.danger));
            announce(ui, label.id, accesskit::Live::Polite);
        }
        let saved = saved_text(state);
        if state.is_all_saved() {
            decorative_icon(ui, icons::SAVED, palette.quiet);
        }
        ui.label(type_scale::small(saved).color(palette.quiet));
        let lines = state.texts.count("lines", state.lines_of_day());
        ui.label(type_scale::small(format!("·  {lines}")).color(palette.quiet));
        if state.page().is_some_and(|page| page.session.private) {
            let words = format!("·  {}", state.texts.get("status-private"));
            ui.label(type_scale::small(words).color(palette.quiet));
        }
    });
}

/// What the store cannot do at the moment.
fn limits(state: &State) -> Option<String> {
    match &state.access {
        Access::Reading(problem) => {
            let why = format!("{} {}", state.texts.problem(problem), state.texts.hint(problem));
            Some(state.texts.with("read-only", &[("why", why.into())]))
        }
        Access::Writing => state.low_on_room.then(|| state.texts.get("low-on-room").to_owned()),
    }
}

fn saved_text(state: &State) -> String {
    if !state.is_all_saved() {
        return state.texts.get("saving").to_owned();
    }
    match state.saving.saved_at {
        Some(at) => state.texts.with("saved-at", &[("time", dates::time(at.time()).into())]),
        None => state.texts.get("all-saved").to_owned(),
    }
}

/// Lets a screen reader say it when the text changes.
fn announce(ui: &Ui, id: eframe::egui::Id, live: accesskit::Live) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(live));
}
