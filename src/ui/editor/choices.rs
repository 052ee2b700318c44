//! The list at the caret from which a trend or a name is chosen. It draws and says what was clicked; the keys are
//! `completion.rs`'s.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, Area, FontFamily, FontId, Frame, Id, Label, Layout, Order, Rect, Response, Sense, Ui,
    Vec2, WidgetInfo,
};

use crate::domain::choice::{Choice, Fitting};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::as_chosen;

/// Draws the list below the sign that it is for, or above it where there is no room; gives the place of the choice that
/// was clicked.
pub fn show(
    ui: &Ui,
    field: Id,
    sign: Rect,
    fitting: &Fitting,
    chosen: Option<usize>,
    texts: &Texts,
) -> Option<usize> {
    let screen = ui.ctx().content_rect();
    let height = (fitting.best.len() + 1) as f32 * space::TARGET + space::MEDIUM;
    let is_below = sign.bottom() + height <= screen.bottom();
    let (at, pivot) = if is_below {
        (sign.left_bottom(), Align2::LEFT_TOP)
    } else {
        (sign.left_top(), Align2::LEFT_BOTTOM)
    };
    // The words of the list begin where the sign stands.
    let at = at - Vec2::new(space::SMALL + ui.spacing().menu_margin.leftf(), 0.0);
    let area = Area::new(Id::unique("choices")).order(Order::Foreground).fixed_pos(at).pivot(pivot);
    let width = space::CHOICES.min(screen.width() - space::MEDIUM * 2.0);
    area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style())
            .show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                rows(ui, field, fitting, chosen, texts)
            })
            .inner
    })
    .inner
}

fn rows(ui: &mut Ui, field: Id, fitting: &Fitting, chosen: Option<usize>, texts: &Texts) -> Option<usize> {
    let mut clicked = None;
    for (index, choice) in fitting.best.iter().enumerate() {
        let is_chosen = chosen == Some(index);
        let response = row(ui, choice, is_chosen, texts);
        if is_chosen {
            // The focus stays in the field; this tells a screen reader which row the arrows are on.
            ui.ctx().accesskit_node_builder(field, |node| {
                node.set_active_descendant(response.id.accesskit_id());
            });
        }
        if response.clicked() {
            clicked = Some(index);
        }
    }
    let chosen = chosen.and_then(|index| fitting.best.get(index));
    below(ui, fitting.count, chosen, texts);
    clicked
}

/// How many fit and which keys take one. A screen reader reads it out when it changes.
fn below(ui: &mut Ui, count: usize, chosen: Option<&Choice>, texts: &Texts) {
    let keys = texts.get(if chosen.is_some() { "choices-take-chosen" } else { "choices-take-first" });
    let words = format!("{} · {keys}", texts.count("choices", count));
    let said = match chosen {
        Some(choice) => format!("{}. {words}", sentence(choice, texts)),
        None => words.clone(),
    };
    let size = Vec2::new(ui.available_width(), space::TARGET);
    let quiet = palette::of(ui).quiet;
    let label = ui
        .allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(space::SMALL);
            ui.add(Label::new(type_scale::small(words).color(quiet)).selectable(false))
        })
        .inner;
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(Live::Polite);
        node.set_value(said);
    });
}

fn row(ui: &mut Ui, choice: &Choice, is_chosen: bool, texts: &Texts) -> Response {
    let size = Vec2::new(ui.available_width(), space::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, sentence(choice, texts)));
    as_chosen(ui, &response, is_chosen);
    let palette = palette::of(ui);
    let round = f32::from(space::ROUND);
    if is_chosen {
        palette.paint_chosen(ui.painter(), rect, round);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, round, palette.hover);
    }
    let inner = rect.shrink2(Vec2::new(space::SMALL, 0.0));
    let mut room = inner.width();
    if choice.lines > 0 {
        let small = FontId::new(type_scale::SMALL, FontFamily::Proportional);
        let count =
            ui.painter().text(inner.right_center(), Align2::RIGHT_CENTER, choice.lines, small, palette.quiet);
        room -= count.width() + space::SMALL;
    }
    let mut words = LayoutJob::default();
    words.append(&choice.name, 0.0, TextFormat::simple(type_scale::body(), palette.accent));
    let about = FontId::new(type_scale::SMALL, FontFamily::Proportional);
    words.append(&choice.about, space::SMALL, TextFormat::simple(about, palette.quiet));
    words.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(words));
    let top = inner.left_center() - Vec2::new(0.0, galley.size().y / 2.0);
    ui.painter().galley(top, galley, palette.text);
    response
}

/// A row as it is read out: "#toezicht, De basis op orde, 3 regels".
fn sentence(choice: &Choice, texts: &Texts) -> String {
    let mut parts = vec![choice.name.clone()];
    if !choice.about.is_empty() {
        parts.push(choice.about.clone());
    }
    if choice.lines > 0 {
        parts.push(texts.count("lines", choice.lines).to_string());
    }
    parts.join(", ")
}
