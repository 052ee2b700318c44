//! Headings and lines that hold a view together.

use std::sync::Arc;

use eframe::egui::accesskit::{Live, Rect, Role};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Color32, FontId, Galley, Label, Pos2, Rangef, Rect as EguiRect, Response, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};
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

/// Gives the panel that `ui` stands in a name: a screen reader can jump to it, and says where somebody comes.
pub fn as_pane(ui: &Ui, name: &str) {
    let Some(panel) = ui.stack().iter().find(|part| part.is_panel_ui()) else { return };
    let bounds = bounds_of(panel.max_rect);
    ui.ctx().accesskit_node_builder(panel.unique_id, |node| {
        node.set_bounds(bounds);
        node.set_role(Role::Region);
        node.set_label(name);
    });
}

/// One of several of which one is chosen: a screen reader says that it is chosen, not that it is ticked.
pub fn as_chosen(ui: &Ui, response: &Response, is_chosen: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(is_chosen);
    });
}

/// A list of what [`as_chosen`] says of its rows; `ui` holds the rows and nothing else that is named.
pub fn as_list(ui: &Ui, name: &str) {
    let bounds = bounds_of(ui.clip_rect());
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_bounds(bounds);
        node.set_role(Role::ListBox);
        node.set_label(name);
    });
}

fn bounds_of(rect: EguiRect) -> Rect {
    let (x0, y0) = (f64::from(rect.min.x), f64::from(rect.min.y));
    Rect { x0, y0, x1: f64::from(rect.max.x), y1: f64::from(rect.max.y) }
}

/// A heading for a screen reader only, where a small window has no room for it.
pub fn unseen_heading(ui: &mut Ui, text: &str) {
    let here = ui.allocate_response(Vec2::new(1.0, 0.0), Sense::hover());
    here.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
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
