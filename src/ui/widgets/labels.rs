//! Headings and lines that hold a view together.

use std::sync::Arc;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Label, Pos2, Rangef, Response, Stroke, Ui, Vec2};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{icons, palette, space, type_scale};

/// The heading of a part of a panel; a screen reader can jump to it.
pub fn panel_heading(ui: &mut Ui, text: &str) {
    let quiet = palette::of(ui).quiet;
    let label = ui.label(type_scale::bold(text).size(type_scale::SMALL).color(quiet));
    as_heading(ui, &label, text);
}

/// Lets a screen reader jump to a label that is a heading.
pub fn as_heading(ui: &Ui, label: &Response, text: &str) {
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.clear_value();
    });
}

/// Lets a screen reader say a label when its text changes.
pub fn as_live(ui: &Ui, label: &Response) {
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
}

/// An icon that only repeats what the words beside it say.
pub fn decorative_icon(ui: &mut Ui, icon: MaterialIcon, color: Color32) {
    let label = ui.label(icons::text(icon).color(color));
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_hidden();
        node.clear_value();
    });
}

/// Text on one line, cut with an ellipsis where it does not fit in `width`, to be painted by hand.
pub fn one_line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints text on one line from its top left, cut where it does not fit.
pub fn paint_one_line(ui: &Ui, text: &str, font: FontId, color: Color32, at: Pos2, width: f32) {
    let galley = one_line(ui, text, font, color, width);
    ui.painter().galley(at, galley, color);
}

/// An icon that says something of its own: `name` is its tooltip and what a screen reader says.
pub fn named_icon(ui: &mut Ui, icon: MaterialIcon, color: Color32, name: &str) {
    let size = Vec2::new(type_scale::ICON, space::TARGET);
    let label = ui.add_sized(size, Label::new(icons::text(icon).color(color)));
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(Role::Image);
        node.set_label(name);
        node.clear_value();
    });
    label.on_hover_text(name);
}

/// A hairline along the bottom of what `ui` may use.
pub fn edge_below(ui: &Ui) {
    let rect = ui.max_rect();
    let stroke = Stroke::new(1.0, palette::of(ui).hairline);
    ui.painter().hline(Rangef::new(rect.left(), rect.right()), rect.bottom(), stroke);
}
