//! How far long work is: its name, a bar that stands still between two looks, and the way to stop it.

use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, Sense, Ui, WidgetInfo, vec2};

use super::quiet_button;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::under_way::Shown;
use crate::ui::theme::{palette, space, type_scale};

/// The size of the bar.
const WIDTH: f32 = 96.0;
const HEIGHT: f32 = 4.0;

/// Draws what is done, how far it is, and "Stoppen" where it can be stopped.
pub fn progress(ui: &mut Ui, state: &State, shown: &Shown, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    let name = texts.get(shown.work.name());
    let words = match shown.percent {
        _ if shown.is_stopping => texts.get("work-stopping").to_owned(),
        0 => format!("{name}…"),
        percent => texts.with("work-share", &[("work", name.into()), ("percent", percent.into())]),
    };
    ui.label(type_scale::small(words).color(palette::of(ui).quiet));
    bar(ui, name, shown.percent);
    if shown.can_stop && quiet_button(ui, texts.get("work-stop")) {
        commands.push(Command::StopWork);
    }
}

fn bar(ui: &mut Ui, name: &str, percent: u8) {
    let palette = palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, space::TARGET), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value(f64::from(percent));
    });
    let track = Rect::from_center_size(rect.center(), vec2(WIDTH, HEIGHT));
    let round = HEIGHT / 2.0;
    ui.painter().rect_filled(track, round, palette.hairline);
    let done = Rect::from_min_size(track.min, vec2(WIDTH * f32::from(percent) / 100.0, HEIGHT));
    ui.painter().rect_filled(done, round, palette.accent);
}
