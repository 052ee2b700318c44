//! "Uit deze notitie": what the open note holds, gathered while it is typed. A click goes to the line; a trend's name tags
//! the caret's line.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Align2, Atom, AtomExt as _, Atoms, Button, Color32, IntoAtoms, Layout, Response, RichText,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::gather::Item;
use crate::domain::line::LineKind;

use super::afterwards::words;
use super::menus;
use super::points::{self, PointsView};
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{context_menu, panel_heading};

/// Draws the panel.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut PointsView, commands: &mut Vec<Command>) {
    heading(ui, state.texts.get("from-this-note-heading"));
    ScrollArea::vertical().id_salt("from note").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        trends(ui, state, commands);
        let gathered = &state.gathered;
        let parts = [
            ("actions", LineKind::Action, &gathered.actions),
            ("decisions", LineKind::Decision, &gathered.decisions),
            ("questions", LineKind::Question, &gathered.questions),
            ("quotes", LineKind::Quote, &gathered.quotes),
            ("figures", LineKind::Figure, &gathered.figures),
        ];
        for (heading, kind, items) in parts {
            if !items.is_empty() {
                ui.add_space(space::SMALL);
                self::heading(ui, state.texts.get(heading));
                for item in items {
                    item_row(ui, state, kind, item, commands);
                }
            }
        }
        points::show(ui, state, view, commands);
    });
}

/// The trends of the day in their own order, so that none jumps away from under the pointer, then those that were only
/// typed; each with its count.
fn trends(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(book) = &state.book else { return };
    let known = &book.day.facts.trends;
    let heard = &state.gathered.trends;
    if known.is_empty() && heard.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    heading(ui, state.texts.get("trends"));
    for trend in known {
        let lines = heard.iter().find(|heard| heard.tag == trend.tag).map_or(&[][..], |heard| &heard.lines);
        trend_row(ui, state, &trend.tag, &trend.label, lines, commands);
    }
    for trend in heard.iter().filter(|trend| !trend.is_known) {
        trend_row(ui, state, &trend.tag, &trend.tag, &trend.lines, commands);
    }
}

fn trend_row(
    ui: &mut Ui,
    state: &State,
    tag: &str,
    label: &str,
    lines: &[usize],
    commands: &mut Vec<Command>,
) {
    let palette = palette::of(ui);
    let name_button = |ui: &mut Ui, commands: &mut Vec<Command>| {
        let color = if lines.is_empty() { palette.quiet } else { palette.accent };
        let response = tag_row(ui, tag, label, color);
        if response.clicked() {
            commands.push(Command::TagLine(tag.to_owned()));
        }
        context_menu(&response, label, |ui| menus::rows_of_trend(ui, state, (tag, label), commands));
        if response.hovered() {
            let tip = state.texts.with("tag-line-with", &[("trend", label.into())]);
            response.on_hover_text(tip);
        }
    };
    let Some(first) = lines.first() else { return name_button(ui, commands) };
    let size = Vec2::new(ui.available_width(), space::TARGET);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let count = RichText::new(lines.len().to_string()).color(palette.accent);
        let button = Button::new(count).frame_when_inactive(false).min_size(Vec2::splat(space::TARGET));
        let lines_word = state.texts.count("lines", lines.len());
        let response = ui.add(button).accessible_name(format!("{tag}: {lines_word}"));
        if response.clicked() {
            commands.push(Command::GoToLine(next_line(lines, state).unwrap_or(*first)));
        }
        name_button(ui, commands);
    });
}

/// A row that is a button. Painted by hand: there are a dozen of them in every frame, and a button of egui's own costs
/// three times as much.
fn tag_row(ui: &mut Ui, tag: &str, label: &str, color: Color32) -> Response {
    let size = Vec2::new(ui.available_width(), space::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name_of(tag, label)));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let palette = palette::of(ui);
    let painter = ui.painter_at(rect);
    let round = f32::from(space::ROUND);
    if response.hovered() {
        painter.rect_filled(rect, round, palette.hover);
    }
    if response.has_focus() {
        painter.rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    let left = rect.left_center() + Vec2::new(ui.spacing().button_padding.x, 0.0);
    painter.text(left, Align2::LEFT_CENTER, format!("#{tag}"), type_scale::body(), color);
    response
}

/// What is seen, then what it stands for.
fn name_of(tag: &str, label: &str) -> String {
    if tag == label { format!("#{tag}") } else { format!("#{tag}, {label}") }
}

/// The line after the caret's among `lines`, so that clicking again walks through them.
pub(super) fn next_line(lines: &[usize], state: &State) -> Option<usize> {
    let here = state.draft.as_ref()?.line();
    lines.iter().copied().find(|line| *line > here)
}

fn item_row(ui: &mut Ui, state: &State, kind: LineKind, item: &Item, commands: &mut Vec<Command>) {
    let palette = palette::of(ui);
    let icon = match (kind, item.done) {
        (LineKind::Action, true) => Some(icons::DONE),
        _ => icons::of_kind(kind),
    };
    let words = words::readable(&item.text);
    let mut text = RichText::new(&words).size(type_scale::BODY);
    if item.done {
        text = text.strikethrough().color(palette.quiet);
    }
    if item.private {
        text = text.color(palette.quiet);
    }
    let mut atoms = Atoms::new(());
    if let Some(icon) = if item.private { Some(icons::PRIVATE) } else { icon } {
        atoms.push_right(icons::text(icon).color(palette.quiet));
    }
    atoms.push_right(text.atom_shrink(true));
    atoms.push_right(Atom::grow());
    let marks = [(item.done, "item-done"), (item.private, "mark-private")];
    let said = marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, name)| state.texts.get(name));
    let name = std::iter::once(words.as_str()).chain(said).collect::<Vec<_>>().join(", ");
    let response = ui.add(row_button(ui, atoms)).accessible_name(name);
    if response.clicked() {
        commands.push(Command::GoToLine(item.line));
    }
}

/// A heading that begins where the words of the rows begin.
fn heading(ui: &mut Ui, text: &str) {
    ui.horizontal(|ui| {
        ui.add_space(ui.spacing().button_padding.x);
        panel_heading(ui, text);
    });
}

/// A button as wide as the panel has room, with its words at the left.
fn row_button<'a>(ui: &Ui, words: impl IntoAtoms<'a>) -> Button<'a> {
    let size = Vec2::new(ui.available_width(), space::TARGET);
    Button::new(words).frame_when_inactive(false).truncate().min_size(size)
}
