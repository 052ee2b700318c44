//! The heading of the table of figures: a button for each order, above its column.

use eframe::egui::accesskit::{Role, SortDirection};
use eframe::egui::{Align2, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::overview::Change;
use crate::app::state::State;
use crate::domain::review::overview::FigureOrder;

use super::super::row::Columns;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::one_line;

/// The width of the sign that shows which way the order goes.
const SIGN: f32 = 18.0;

/// Draws it.
pub fn header(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let size = vec2(ui.available_width(), space::TARGET);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let columns = Columns::of(rect.width(), true, true, true);
    let part = |left: f32, right: f32| {
        Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.left() + right, rect.bottom()))
    };
    // A narrow row has no columns: the buttons stand beside each other.
    let third = rect.width() / 3.0;
    let parts = match columns.number {
        Some(number) => [
            (FigureOrder::Value, part(0.0, number + space::TIGHT), Align2::RIGHT_CENTER),
            (FigureOrder::What, part(columns.words.0 - space::TIGHT, columns.words.1), Align2::LEFT_CENTER),
            (
                FigureOrder::Programme,
                part(columns.place.0 - space::TIGHT, columns.place.1),
                Align2::LEFT_CENTER,
            ),
        ],
        None => [
            (FigureOrder::Value, part(0.0, third), Align2::LEFT_CENTER),
            (FigureOrder::What, part(third, 2.0 * third), Align2::LEFT_CENTER),
            (FigureOrder::Programme, part(2.0 * third, rect.width()), Align2::LEFT_CENTER),
        ],
    };
    for (order, rect, align) in parts {
        if column(ui, state, order, rect, align) {
            commands.push(Command::ChangeOverview(Change::Order(order)));
        }
    }
    let stroke = Stroke::new(1.0, palette::of(ui).hairline);
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, stroke);
}

fn name(order: FigureOrder) -> &'static str {
    match order {
        FigureOrder::Programme => "figures-by-session",
        FigureOrder::Value => "figures-by-value",
        FigureOrder::What => "figures-by-what",
    }
}

/// A heading of a column; says whether it was pressed.
fn column(ui: &mut Ui, state: &State, order: FigureOrder, rect: Rect, align: Align2) -> bool {
    let overview = &state.afterwards.overview;
    let is_on = overview.order == order;
    // Numbers begin with the largest, names with the first.
    let goes_down = (order == FigureOrder::Value) != overview.is_reversed;
    let word = state.texts.get(name(order));
    let response = ui.interact(rect, Id::unique(("figures", word)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, word));
    if is_on {
        let direction = if goes_down { SortDirection::Descending } else { SortDirection::Ascending };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    let palette = palette::of(ui);
    let round = f32::from(space::ROUND);
    if response.hovered() {
        ui.painter().rect_filled(rect, round, palette.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    let color = if is_on { palette.text } else { palette.quiet };
    let inner = rect.shrink2(vec2(space::TIGHT, 0.0));
    let words = one_line(ui, word, type_scale::small_bold_font(), color, inner.width() - SIGN);
    let is_right = align == Align2::RIGHT_CENTER;
    let words_at = align.align_size_within_rect(words.size(), inner).min;
    let sign_at = if is_right { words_at.x - SIGN / 2.0 } else { words_at.x + words.size().x + SIGN / 2.0 };
    ui.painter().galley(words_at, words, color);
    if is_on {
        let icon = if goes_down { icons::DOWN } else { icons::UP };
        let at = pos2(sign_at, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, icon.codepoint, icons::small_font(icon), color);
    }
    response.clicked()
}
