//! The line at the bottom: whether everything is on the disk, the long work that is being done, what is on now by the
//! clock, and the way to help. It says
//! "Opgeslagen" only when the store has said so. It never changes height: what stands above it must not jump.

use eframe::egui::{Align, AtomExt as _, Button, Label, Layout, RichText, Ui, Vec2, accesskit};

use crate::app::chord::Platform;
use crate::app::command::{Command, entry};
use crate::app::state::State;
use crate::domain::dates;
use crate::worker::Access;

use super::programme::title_of;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{decorative_icon, progress, tip_of};

/// Draws the status line.
pub fn show(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        help(ui, state, commands);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            saved(ui, state);
            if let Some(shown) = state.shown_below() {
                ui.add_space(space::SMALL);
                progress(ui, state, shown, commands);
            }
            offer(ui, state, commands);
        });
    });
}

/// "Hulp F1".
fn help(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(entry) = entry(&Command::OpenHelp) else { return };
    let label = state.texts.get(entry.label);
    let keys = entry.chord_on(Platform::HERE).map(|chord| chord.label(Platform::HERE)).unwrap_or_default();
    let words = type_scale::small(format!("{label}  {keys}")).color(palette::of(ui).quiet);
    let button = Button::new(words).frame_when_inactive(false).min_size(Vec2::splat(space::TARGET));
    if ui.add(button).accessible_name(label).clicked() {
        commands.push(Command::OpenHelp);
    }
}

/// The clock only offers: it never takes anybody away from a note.
fn offer(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(session) = state.offered().map(|page| &page.session) else { return };
    let accent = palette::of(ui).accent;
    let name = format!("{} · {}", session.position, title_of(session, &state.texts));
    let words = state.texts.with("offer-now", &[("session", name.into())]);
    let shown = RichText::new(&words).size(type_scale::SMALL).color(accent);
    ui.add_space(space::SMALL);
    let button = Button::new((icons::text(icons::CLOCK).color(accent), shown.atom_shrink(true)))
        .frame_when_inactive(false)
        .truncate()
        .min_size(Vec2::splat(space::TARGET));
    let response = ui.add(button).accessible_name(&words);
    if response.clicked() {
        commands.push(Command::GoToNow);
    }
    if response.hovered() {
        response.on_hover_text(tip_of(state, &Command::GoToNow));
    }
}

fn saved(ui: &mut Ui, state: &State) {
    let palette = palette::of(ui);
    if let Some(problem) = &state.saving.problem {
        decorative_icon(ui, icons::PROBLEM, palette.danger);
        let hint = state.texts.hint(problem);
        let text = format!("{} {} {hint}", state.texts.get("not-saved"), state.texts.problem(problem));
        let label = ui.add(Label::new(type_scale::small(text).color(palette.danger)).truncate());
        announce(ui, label.id, accesskit::Live::Assertive);
        return;
    }
    if let Some(text) = limits(state) {
        decorative_icon(ui, icons::PROBLEM, palette.danger);
        let label = ui.label(type_scale::small(text).color(palette.danger));
        announce(ui, label.id, accesskit::Live::Polite);
    }
    if state.is_all_saved() {
        decorative_icon(ui, icons::SAVED, palette.quiet);
    }
    let label = ui.label(type_scale::small(saved_text(state)).color(palette.quiet));
    if state.saving.has_recovered() {
        // Said once after trouble; not at every pause in typing.
        announce(ui, label.id, accesskit::Live::Polite);
    }
    let lines = state.texts.count("lines", state.lines_of_day());
    ui.label(type_scale::small(format!("·  {lines}")).color(palette.quiet));
    if state.page().is_some_and(|page| page.session.private) {
        let words = format!("·  {}", state.texts.get("status-private"));
        ui.label(type_scale::small(words).color(palette.quiet));
    }
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
