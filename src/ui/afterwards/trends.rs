//! Trends across the sessions: a calm map of how often each was heard where, with the lines themselves below it, and what is
//! still without a trend. The map is a table to a screen reader: every cell is a button that says its trend, session and count.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Align2, EventFilter, FontId, Id, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::afterwards::Chosen;
use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::review::entry::Origin;
use crate::domain::review::matrix::{Order, TrendRow};
use crate::domain::sheet::Rating;

use super::list::{Asked, List};
use super::row::Row;
use super::{lines, tagging};
use crate::ui::menus;
use crate::ui::note::is_low;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::{context_menu, one_line, paint_one_line};

/// The height of a trend.
const TREND: f32 = 34.0;
/// The height of the names of the sessions.
const HEADER: f32 = 44.0;
/// The least and the greatest width of the names of the trends.
const NAMES: (f32, f32) = (280.0, 460.0);
/// The same in a narrow window.
const NARROW_NAMES: f32 = 150.0;
/// The width of the column with totals.
const TOTAL: f32 = 48.0;
/// The least and the greatest width of a session.
const SESSION: (f32, f32) = (48.0, 104.0);
/// The share of the height that the map may have.
const SHARE: f32 = 0.62;

/// The name of the list of lines.
const LIST: &str = "trend lines";

/// What the view keeps between two frames.
#[derive(Default)]
pub struct TrendsView {
    list: List,
    rows: Vec<Row>,
    /// Of which entries and which choice the rows are.
    of: Option<(u64, Chosen)>,
    turn: u64,
}

/// Draws the map and the lines below it.
pub fn matrix(ui: &mut Ui, state: &mut State, view: &mut TrendsView, commands: &mut Vec<Command>) {
    heading(ui, state, commands);
    let afterwards = &state.afterwards;
    if afterwards.matrix.trends.is_empty() && afterwards.matrix.without.total == 0 {
        ui.label(state.texts.get("trends-empty"));
        return;
    }
    let opens = std::mem::take(&mut state.view_takes_focus);
    if opens && let Some(first) = state.afterwards.trend_order.first() {
        let id = button_id(("trend", *first));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if is_low(ui) {
        return one_below_the_other(ui, state, view, opens, commands);
    }
    let share = if state.afterwards.chosen.is_some() { SHARE } else { 1.0 };
    let room = ui.available_height() * share - space::LARGE;
    map(ui, state, room, commands);
    ui.add_space(space::SMALL);
    chosen_lines(ui, state, view, commands);
}

/// A low window has no room for the map and the lines at once: it scrolls from the one to the other, and to the lines when a
/// cell is opened.
fn one_below_the_other(
    ui: &mut Ui,
    state: &State,
    view: &mut TrendsView,
    opens: bool,
    commands: &mut Vec<Command>,
) {
    let chosen = state.afterwards.chosen;
    let is_new = chosen.is_some() && view.of.map(|(_, before)| before) != chosen;
    let height = ui.available_height();
    let mut scroll = ScrollArea::vertical().id_salt("map and lines");
    if opens {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    scroll.show(ui, |ui| {
        map(ui, state, f32::INFINITY, commands);
        ui.add_space(space::SMALL);
        let lines = ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_max_height(height);
            chosen_lines(ui, state, view, commands);
        });
        if is_new {
            ui.scroll_to_rect(lines.response.rect, Some(Align::Min));
        }
    });
}

fn heading(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        super::title(ui, state.texts.get("view-trends"));
        if !is_low(ui) {
            ui.add_space(space::MEDIUM);
        }
        for order in Order::ALL {
            let (name, is_on) = (state.texts.get(order_name(order)), state.afterwards.order == order);
            if crate::ui::widgets::segment(ui, name, is_on).clicked() {
                commands.push(Command::OrderTrends(order));
            }
        }
    });
    ui.add_space(space::SMALL);
}

fn order_name(order: Order) -> &'static str {
    match order {
        Order::Programme => "trends-by-programme",
        Order::Count => "trends-by-count",
        Order::Name => "trends-by-name",
    }
}

/// Where the columns are.
struct Grid {
    names: f32,
    session: f32,
    left: f32,
}

impl Grid {
    fn of(ui: &Ui, sessions: usize) -> Self {
        let all = ui.available_width();
        let left = all - TOTAL - SESSION.1 * sessions as f32;
        let names = if all < space::FOLDS_PROGRAMME { NARROW_NAMES } else { left.clamp(NAMES.0, NAMES.1) };
        let room = (all - names - TOTAL) / (sessions.max(1) as f32);
        Self { names, session: room.clamp(SESSION.0, SESSION.1), left: ui.max_rect().left() }
    }

    fn width(&self, sessions: usize) -> f32 {
        self.names + TOTAL + self.session * sessions as f32
    }

    fn column(&self, column: usize) -> f32 {
        self.left + self.names + TOTAL + self.session * column as f32
    }
}

fn map(ui: &mut Ui, state: &State, room: f32, commands: &mut Vec<Command>) {
    let matrix = &state.afterwards.matrix;
    let grid = Grid::of(ui, matrix.sessions.len());
    let rows = state.afterwards.trend_order.len() + 1;
    let height = HEADER + TREND * rows as f32;
    ScrollArea::both().id_salt("trends").max_height(room).auto_shrink([false, true]).show_viewport(
        ui,
        |ui, seen| {
            let left = ui.max_rect().left();
            let grid = Grid { left, ..grid };
            ui.set_min_size(vec2(grid.width(matrix.sessions.len()), height));
            let top = ui.max_rect().top();
            sessions(ui, state, &grid, seen);
            for (place, trend) in state.afterwards.trend_order.iter().enumerate() {
                let at = top + HEADER + TREND * place as f32;
                let is_seen = HEADER + TREND * (place + 1) as f32 >= seen.top() && at - top <= seen.bottom();
                if let Some(row) = matrix.trends.get(*trend).filter(|_| is_seen) {
                    trend_row(ui, state, &grid, at, *trend, row, commands);
                }
            }
            let at = top + HEADER + TREND * (rows - 1) as f32;
            without_row(ui, state, &grid, at, commands);
        },
    );
}

/// The names of the sessions above their columns.
fn sessions(ui: &Ui, state: &State, grid: &Grid, seen: Rect) {
    let palette = palette::of(ui);
    let top = ui.max_rect().top();
    for (column, origin) in state.afterwards.matrix.sessions.iter().enumerate() {
        let left = grid.column(column);
        let offset = left - ui.max_rect().left();
        if offset > seen.right() || offset + grid.session < seen.left() {
            continue;
        }
        let rect = Rect::from_min_size(pos2(left, top), vec2(grid.session, HEADER));
        let name = session_name(origin, state);
        let response = ui.interact(rect, Id::unique(("trend column", column)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        let number = origin.position.to_string();
        let middle = pos2(rect.center().x, top + 2.0);
        ui.painter().text(middle, Align2::CENTER_TOP, number, type_scale::body_bold_font(), palette.text);
        if grid.session > 2.0 * SESSION.0 - 20.0 {
            let galley = one_line(
                ui,
                &origin.title,
                type_scale::small_font(),
                palette.quiet,
                grid.session - space::SMALL,
            );
            let at = pos2(rect.center().x - galley.size().x / 2.0, top + 22.0);
            ui.painter().galley(at, galley, palette.quiet);
        }
        response.on_hover_text(name);
    }
}

fn session_name(origin: &Arc<Origin>, state: &State) -> String {
    let title = if origin.title.is_empty() { state.texts.get("session-untitled") } else { &origin.title };
    format!("{} · {title}", origin.position)
}

fn trend_row(
    ui: &mut Ui,
    state: &State,
    grid: &Grid,
    top: f32,
    trend: usize,
    row: &TrendRow,
    commands: &mut Vec<Command>,
) {
    let palette = palette::of(ui);
    let rect = Rect::from_min_size(pos2(grid.left, top), vec2(grid.names, TREND));
    let sentence = format!("{}, {}", row.label, state.texts.count("lines", row.row.total));
    let name = button(ui, rect, ("trend", trend), &sentence, false);
    // A narrow window has room for the name only; the page of the trend says the rest.
    let rating = row.rating().filter(|_| grid.names > NARROW_NAMES);
    let color = if row.row.total == 0 { palette.quiet } else { palette.text };
    let width = grid.names - space::MEDIUM - if rating.is_some() { 56.0 } else { 0.0 };
    let words = if row.label == row.tag { format!("#{}", row.tag) } else { row.label.clone() };
    let words = one_line(ui, &words, type_scale::body(), color, width);
    let at = pos2(rect.left() + space::SMALL, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, color);
    if let Some(rating) = rating {
        paint_rating(ui, state, rating, rect);
    }
    if name.clicked() {
        commands.push(Command::ShowView(crate::app::view::View::Trend(row.tag.clone())));
    }
    context_menu(&name, &row.label, |ui| {
        menus::rows_of_trend(ui, state, (&row.tag, &row.label), commands);
    });
    name.on_hover_text(format!("#{} · {}", row.tag, row.label));
    let total = Chosen { trend: Some(trend), session: None };
    let all = state.texts.get("trends-all-sessions");
    let in_all = format!("{}, {all}: {}", row.label, state.texts.count("lines", row.row.total));
    cell(ui, state, total_rect(grid, top), row.row.total, total, &in_all, commands);
    for (column, origin) in state.afterwards.matrix.sessions.iter().enumerate() {
        let count = row.row.cell(column).len();
        let rect = Rect::from_min_size(pos2(grid.column(column), top), vec2(grid.session, TREND));
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let chosen = Chosen { trend: Some(trend), session: Some(column) };
        let sentence =
            format!("{}, {}: {}", row.label, session_name(origin, state), state.texts.count("lines", count));
        cell(ui, state, rect, count, chosen, &sentence, commands);
    }
}

/// What plays where I work, beside what was heard.
fn paint_rating(ui: &Ui, state: &State, rating: Rating, row: Rect) {
    let quiet = palette::of(ui).quiet;
    let at = pos2(row.right() - space::SMALL, row.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, state.texts.rating(rating), type_scale::small_font(), quiet);
}

/// The lines that no trend has yet.
fn without_row(ui: &mut Ui, state: &State, grid: &Grid, top: f32, commands: &mut Vec<Command>) {
    let palette = palette::of(ui);
    let lines = &state.afterwards.matrix.without;
    let stroke = Stroke::new(1.0, palette.hairline);
    ui.painter().hline(grid.left..=grid.column(state.afterwards.matrix.sessions.len()), top, stroke);
    let label = state.texts.get("trends-without");
    let at = pos2(grid.left + space::SMALL, top + TREND / 2.0 - type_scale::BODY / 2.0 - 3.0);
    paint_one_line(ui, label, type_scale::body(), palette.quiet, at, grid.names - space::MEDIUM);
    let sentence = format!("{label}, {}", state.texts.count("lines", lines.total));
    let total = Chosen { trend: None, session: None };
    cell(ui, state, total_rect(grid, top), lines.total, total, &sentence, commands);
    for (column, origin) in state.afterwards.matrix.sessions.iter().enumerate() {
        let count = lines.cell(column).len();
        let rect = Rect::from_min_size(pos2(grid.column(column), top), vec2(grid.session, TREND));
        let chosen = Chosen { trend: None, session: Some(column) };
        let sentence =
            format!("{label}, {}: {}", session_name(origin, state), state.texts.count("lines", count));
        cell(ui, state, rect, count, chosen, &sentence, commands);
    }
}

fn total_rect(grid: &Grid, top: f32) -> Rect {
    Rect::from_min_size(pos2(grid.left + grid.names, top), vec2(TOTAL, TREND))
}

/// A count on its ground. Without lines there is nothing to open, and only a dot to see.
fn cell(
    ui: &mut Ui,
    state: &State,
    rect: Rect,
    count: usize,
    chosen: Chosen,
    sentence: &str,
    commands: &mut Vec<Command>,
) {
    let palette = palette::of(ui);
    if count == 0 {
        ui.painter().circle_filled(rect.center(), 1.5, palette.hairline);
        return;
    }
    let is_chosen = state.afterwards.chosen == Some(chosen);
    let is_total = chosen.session.is_none();
    let inner = rect.shrink(1.5);
    if !is_total && chosen.trend.is_some() {
        let ground = palette.heat(count, state.afterwards.matrix.most);
        ui.painter().rect_filled(inner, f32::from(space::ROUND) / 2.0, ground);
    }
    let response = button(ui, inner, ("trend cell", chosen), sentence, is_chosen);
    let font: FontId = if is_total { type_scale::body_bold_font() } else { type_scale::body() };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, count.to_string(), font, palette.text);
    if response.has_focus() {
        walk_cells(ui, &response);
    }
    if response.clicked() {
        commands.push(Command::ChooseCell(Some(chosen)));
    }
}

/// The arrows go to the nearest cell that way, as egui finds it; Enter opens one.
fn walk_cells(ui: &Ui, response: &Response) {
    let filter = EventFilter { tab: false, escape: false, horizontal_arrows: false, vertical_arrows: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    response.scroll_to_me(None);
}

fn button_id(id: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::unique(("trends", id))
}

/// A part of the map that can be pressed, painted by hand.
fn button(
    ui: &mut Ui,
    rect: Rect,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    is_chosen: bool,
) -> Response {
    let response = ui.interact(rect, button_id(id), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    let palette = palette::of(ui);
    let round = f32::from(space::ROUND) / 2.0;
    if response.has_focus() || is_chosen {
        let stroke = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect, round, stroke, StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_stroke(rect, round, Stroke::new(1.0, palette.edge), StrokeKind::Inside);
    }
    response
}

/// The lines of the cell that was opened.
fn chosen_lines(ui: &mut Ui, state: &State, view: &mut TrendsView, commands: &mut Vec<Command>) {
    let afterwards = &state.afterwards;
    let Some(chosen) = afterwards.chosen else {
        ui.label(type_scale::small(state.texts.get("trends-hint")).color(palette::of(ui).quiet));
        return;
    };
    if view.of != Some((afterwards.revision, chosen)) {
        let was = view.of.replace((afterwards.revision, chosen));
        view.turn += 1;
        let places = afterwards.lines_of(chosen);
        view.rows = lines::rows(state, &places, lines::Detail::When);
        // These are there to be worked through; a letter tags the line that has the focus.
        let is_new = was.is_none_or(|(_, other)| other != chosen);
        if chosen.trend.is_none() && is_new {
            view.list.goes_to = Some(0);
        }
    }
    if chosen.trend.is_none() {
        tagging::show(ui, state, &mut view.list, LIST, &view.rows, commands);
    }
    if let Some((row, asked)) = view.list.show(ui, LIST, view.turn, &view.rows)
        && let Some(Row::Line(line)) = view.rows.get(row)
        && asked != Asked::Choose
    {
        let title = title_of(state, chosen);
        let places = afterwards.lines_of(chosen);
        commands.push(Command::StartWalk(Box::new(lines::walk(state, title, &places, line.index))));
    }
}

fn title_of(state: &State, chosen: Chosen) -> String {
    let trend = chosen.trend.and_then(|trend| state.afterwards.matrix.trends.get(trend));
    trend.map_or_else(|| state.texts.get("trends-without").to_owned(), |trend| format!("#{}", trend.tag))
}
