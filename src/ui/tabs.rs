//! The tabs of the header: the day and the views on what was noted. A narrow window has a list of them instead.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, AtomExt as _, Button, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::app::command::{Command, entry};
use crate::app::state::State;
use crate::app::view::View;

use super::menus;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{as_chosen, button_menu, one_line, tip_of};

/// Draws them, or the list, of this width at most, where there is no room.
pub fn show(ui: &mut Ui, state: &State, (has_room, most): (bool, f32), commands: &mut Vec<Command>) {
    if !has_room {
        return list(ui, state, most, commands);
    }
    let between = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 2.0);
    let present = state.view.tab();
    for view in View::TABS {
        let is_on = present.as_ref() == Some(&view);
        let command = Command::ShowView(view);
        let response = tab(ui, label(state, &command), is_on, command.is_enabled(state));
        let response = with_keys(response, state, &command);
        if response.clicked() {
            commands.push(command);
        }
    }
    ui.spacing_mut().item_spacing.x = between;
}

/// A word that is underlined when its view is shown. Painted by hand: it stands in every frame.
fn tab(ui: &mut Ui, word: &str, is_on: bool, is_enabled: bool) -> Response {
    let palette = palette::of(ui);
    let color = match (is_on, is_enabled) {
        (true, _) => palette.accent,
        (false, true) => palette.text,
        (false, false) => palette.quiet,
    };
    let font = if is_on { type_scale::body_bold_font() } else { type_scale::body() };
    let galley = one_line(ui, word, font, color, f32::INFINITY);
    let size = vec2(galley.size().x + 2.0 * space::SMALL, space::TARGET);
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, is_enabled, is_on, word));
    as_chosen(ui, &response, is_on);
    let round = f32::from(space::ROUND);
    if is_enabled && response.hovered() {
        ui.painter().rect_filled(rect, round, palette.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, color);
    if is_on {
        let under = rect.shrink2(vec2(space::SMALL, 0.0));
        ui.painter().hline(under.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, palette.accent));
    }
    response
}

/// One button with the name of the view, which opens a list of all.
fn list(ui: &mut Ui, state: &State, most: f32, commands: &mut Vec<Command>) {
    let present = Command::ShowView(state.view.tab().unwrap_or(View::Search));
    let name = label(state, &present);
    let shown = type_scale::bold(name).color(palette::of(ui).accent);
    let button = Button::new((shown.atom_shrink(true), icons::text(icons::UNFOLD)))
        .frame_when_inactive(false)
        .truncate()
        .min_size(Vec2::splat(space::TARGET));
    let drawn = ui.scope(|ui| {
        ui.set_max_width(most);
        ui.add(button)
    });
    let response = drawn.inner.accessible_name(format!("{}: {name}", state.texts.get("views")));
    button_menu(&response, state.texts.get("views"), |ui| {
        for view in View::TABS {
            menus::row(ui, state, &Command::ShowView(view), commands);
        }
    });
}

fn label<'a>(state: &'a State, command: &Command) -> &'a str {
    entry(command).map_or("", |entry| state.texts.get(entry.label))
}

fn with_keys(response: Response, state: &State, command: &Command) -> Response {
    if !response.hovered() {
        return response;
    }
    response.on_hover_text(tip_of(state, command))
}
