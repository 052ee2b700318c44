//! Everything that was said about one trend, on all days: how often on which day, and the lines themselves by day and session.
//! Each is one step from its place.

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{Button, Layout, Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::app::walk::{Walk, WalkPlace};
use crate::domain::across::TrendLine;
use crate::domain::dates;
use crate::domain::id::DayId;
use crate::domain::line;

use super::lines::when;
use super::list::List;
use super::row::{LineRow, Row};
use super::search::{day_name, place_name};
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{icon_button, paint_one_line, quiet_button};

/// The height of a day in the table.
const DAY: f32 = 24.0;
/// The widest a bar gets.
const BAR: f32 = 240.0;
/// So many days are in the table at once, the last ones first; all of them are when that is asked.
const MOST_DAYS: usize = 8;

/// The table has at most this share of the height.
const DAYS_SHARE: f32 = 0.4;

/// What the page keeps between two frames.
#[derive(Default)]
pub struct TrendPage {
    list: List,
    rows: Vec<Row>,
    /// How many lines there are on which day.
    days: Vec<(DayId, usize)>,
    /// Whether the table has all of them.
    shows_all_days: bool,
    /// Of which answer the rows are.
    of: Option<u64>,
}

/// Draws the page of a trend.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut TrendPage, tag: &str, commands: &mut Vec<Command>) {
    heading(ui, state, tag, commands);
    let revision = state.trend_lines.revision;
    if view.of != Some(revision) {
        view.of = Some(revision);
        view.rows = rows(state);
        view.days = state.trend_lines.days();
    }
    if view.rows.is_empty() {
        ui.label(state.texts.get("trend-empty"));
        return;
    }
    table(ui, state, view);
    ui.add_space(space::SMALL);
    if std::mem::take(&mut state.view_takes_focus) {
        view.list.goes_to = Some(0);
    }
    if let Some((row, _)) = view.list.show(ui, "trend", revision, &view.rows)
        && let Some(Row::Line(line)) = view.rows.get(row)
    {
        commands.push(Command::StartWalk(Box::new(walk(state, tag, line.index))));
    }
}

fn heading(ui: &mut Ui, state: &State, tag: &str, commands: &mut Vec<Command>) {
    let matrix = &state.afterwards.matrix;
    let trend = matrix.place_of(tag).and_then(|place| matrix.trends.get(place));
    ui.horizontal(|ui| {
        if icon_button(ui, icons::BACK, state.texts.get("trend-back")).clicked() {
            commands.push(Command::LeaveView);
        }
        super::title(ui, &format!("#{tag}"));
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            let words = state.texts.get("trend-change");
            let button =
                Button::new((icons::text(icons::RENAME), words)).min_size(Vec2::splat(space::TARGET));
            if trend.is_some() && ui.add(button).accessible_name(words).clicked() {
                commands.push(Command::OpenTrendForm(tag.to_owned()));
            }
        });
    });
    let Some(trend) = trend else { return };
    let label = Some(trend.label.clone()).filter(|label| *label != trend.tag);
    let aliases = (!trend.aliases.is_empty()).then(|| format!("#{}", trend.aliases.join(" #")));
    let rating = trend
        .rating()
        .map(|rating| state.texts.with("trend-rating", &[("rating", state.texts.rating(rating).into())]));
    let facts = [label, aliases, rating].into_iter().flatten().collect::<Vec<_>>().join("  ·  ");
    if !facts.is_empty() {
        ui.label(eframe::egui::RichText::new(facts).color(palette::of(ui).quiet));
    }
    ui.add_space(space::SMALL);
}

/// How often on which day, with a small bar for each.
fn table(ui: &mut Ui, state: &State, view: &mut TrendPage) {
    let days = &view.days;
    if days.len() < 2 {
        return;
    }
    let most = days.iter().map(|(_, lines)| *lines).max().unwrap_or(1).max(1);
    let shown = if view.shows_all_days { days.len() } else { MOST_DAYS.min(days.len()) };
    let gap = ui.spacing().item_spacing.y;
    let wanted = MOST_DAYS.min(days.len()) as f32 * (DAY + gap);
    // The lines below it are what the page is for.
    let height = wanted.min((ui.available_height() * DAYS_SHARE).max(2.0 * (DAY + gap)));
    let area = ScrollArea::vertical().id_salt("days of a trend").animated(false).max_height(height);
    area.auto_shrink([false, true]).show_rows(ui, DAY, shown, |ui, rows| {
        for (day, lines) in days.iter().rev().skip(rows.start).take(rows.len()) {
            table_row(ui, state, *day, *lines, most);
        }
    });
    let more = days.len() - MOST_DAYS.min(days.len());
    if more > 0 {
        let words = if view.shows_all_days {
            state.texts.get("trend-fewer-days").to_owned()
        } else {
            state.texts.count("trend-more-days", more).to_string()
        };
        if quiet_button(ui, &words) {
            view.shows_all_days = !view.shows_all_days;
        }
    }
}

fn table_row(ui: &mut Ui, state: &State, day: DayId, lines: usize, most: usize) {
    let palette = palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DAY), Sense::hover());
    let name = dated(state, day);
    let sentence = format!("{}: {}", day_name(state, day), state.texts.count("lines", lines));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Row, true, &sentence));
    let names = rect.width() * 0.5;
    let top = rect.center().y - type_scale::BODY / 2.0 - 3.0;
    let at = pos2(rect.left() + space::SMALL, top);
    paint_one_line(ui, &name, type_scale::body(), palette.text, at, names - space::MEDIUM);
    let room = (rect.width() - names - space::LARGE * 2.0).clamp(0.0, BAR);
    let length = room * lines as f32 / most as f32;
    let left = rect.left() + names;
    let bar = Rect::from_min_max(pos2(left, rect.top() + 6.0), pos2(left + length, rect.bottom() - 6.0));
    ui.painter().rect_filled(bar, 2.0, palette.heat(lines, most));
    let count = pos2(left + length + space::SMALL, top);
    let lines = state.texts.number(lines);
    paint_one_line(ui, &lines, type_scale::body(), palette.text, count, space::LARGE * 2.0);
}

/// The lines by day and session, the last day first.
fn rows(state: &State) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = None;
    for (index, line) in in_order(state) {
        if at != Some((line.day, line.session)) {
            at = Some((line.day, line.session));
            rows.push(Row::Heading { text: session_name(state, line), detail: day_name(state, line.day) });
        }
        let parsed = line::parse(&line.text);
        let body = line::body(&line.text, &parsed).to_owned();
        rows.push(Row::Line(LineRow {
            index,
            sentence: format!("{body}, {}, {}", session_name(state, line), day_name(state, line.day)),
            words: body,
            detail: when(state, line.noted_at, date_of(state, line.day)),
            icon: icons::of_kind(parsed.kind),
            done: parsed.done,
            private: line.private,
            starred: parsed.starred,
            ..LineRow::default()
        }));
    }
    rows
}

/// The lines, the last day first; within a day as they were noted.
fn in_order(state: &State) -> impl Iterator<Item = (usize, &TrendLine)> {
    let mut lines: Vec<(usize, &TrendLine)> = state.trend_lines.lines.iter().enumerate().collect();
    let days = state.trend_lines.days();
    let place = |line: &TrendLine| days.iter().position(|(day, _)| *day == line.day);
    lines.sort_by_cached_key(|(_, line)| std::cmp::Reverse(place(line)));
    lines.into_iter()
}

/// "27 aug 2026 · Netwerkdag": the date first, which tells days of one name apart.
fn dated(state: &State, day: DayId) -> String {
    let found = state.days.iter().find(|summary| summary.day.id == day).map(|summary| &summary.day.facts);
    match found.and_then(|facts| Some((facts.date?, &facts.title))) {
        Some((date, title)) => {
            format!("{} {} · {title}", dates::short_date(state.texts.language(), date), date.year())
        }
        None => day_name(state, day),
    }
}

/// The last date of a day.
fn date_of(state: &State, day: DayId) -> Option<NaiveDate> {
    let facts = &state.days.iter().find(|summary| summary.day.id == day)?.day.facts;
    facts.last_date.or(facts.date)
}

fn session_name(state: &State, line: &TrendLine) -> String {
    let Some(name) = state.trend_lines.sessions.get(&line.session) else { return String::new() };
    let title = if name.title.is_empty() { state.texts.get("session-untitled") } else { &name.title };
    format!("{} · {title}", name.position)
}

fn walk(state: &State, tag: &str, first: usize) -> Walk {
    let lines: Vec<(usize, &TrendLine)> = in_order(state).collect();
    let at = lines.iter().position(|(index, _)| *index == first).unwrap_or_default();
    let places = lines.iter().map(|(_, line)| WalkPlace {
        day: line.day,
        session: line.session,
        line: line.line,
        heading: place_name(state, line.day, session_name(state, line)),
        text: line::body(&line.text, &line::parse(&line.text)).to_owned(),
    });
    Walk { number: 0, title: format!("#{tag}"), from: state.view.clone(), places: places.collect(), at }
}
