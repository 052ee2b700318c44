//! All days: date, place, how many sessions and lines each has, and how many of its actions are still open.

use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::book::DaySummary;
use crate::domain::dates;

use super::list::{Asked, List};
use super::row::{LineRow, Row};
use crate::ui::menus;
use crate::ui::note::is_low;
use crate::ui::theme::icons;

/// What the view keeps between two frames.
#[derive(Default)]
pub struct DaysView {
    list: List,
    rows: Vec<Row>,
    /// After which change of what is shared the rows were made.
    of: Option<u64>,
}

/// Draws the list.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut DaysView, commands: &mut Vec<Command>) {
    super::title(ui, state.texts.get("view-days"));
    // In a low window the room is for the days; the list of days in the header has these too.
    if !is_low(ui) {
        ui.horizontal_wrapped(|ui| {
            for command in
                [Command::EmptyDay, Command::OpenPaste, Command::OpenProgramme, Command::OpenBringIn]
            {
                menus::row(ui, state, &command, commands);
            }
        });
    }
    if view.of != Some(state.changes) {
        view.of = Some(state.changes);
        view.rows = rows(state);
    }
    if std::mem::take(&mut state.view_takes_focus) {
        let open = state
            .book
            .as_ref()
            .and_then(|book| state.days.iter().position(|summary| summary.day.id == book.day.id));
        view.list.goes_to = Some(view.row_of(open.unwrap_or_default()));
    }
    let asked = view.list.show(ui, "days", state.changes, &view.rows);
    view.list.menu(&view.rows, |ui, row| {
        if let Some(summary) = state.days.get(row.index) {
            menus::rows_of_day(ui, state, summary.day.id, commands);
        }
    });
    if let Some((row, asked)) = asked
        && asked != Asked::Choose
        && let Some(Row::Line(line)) = view.rows.get(row)
        && let Some(summary) = state.days.get(line.index)
    {
        let is_open = state.book.as_ref().is_some_and(|book| book.day.id == summary.day.id);
        commands.push(if is_open { Command::LeaveView } else { Command::OpenDay(summary.day.id) });
    }
}

impl DaysView {
    fn row_of(&self, day: usize) -> usize {
        let is_of = |row: &Row| matches!(row, Row::Line(line) if line.index == day);
        self.rows.iter().position(is_of).unwrap_or_default()
    }
}

/// The days by year, the last first, and those without a date before them.
fn rows(state: &State) -> Vec<Row> {
    let mut order: Vec<usize> = (0..state.days.len()).collect();
    let date = |index: &usize| state.days.get(*index).and_then(|summary| summary.day.facts.date);
    order.sort_by_key(|index| std::cmp::Reverse(date(index).map_or((1, None), |date| (0, Some(date)))));
    let mut rows = Vec::new();
    let mut year = None;
    for index in order {
        let Some(summary) = state.days.get(index) else { continue };
        let of = date(&index).map(|date| date.format("%Y").to_string());
        let heading = of.unwrap_or_else(|| state.texts.get("days-without-date").to_owned());
        if year.as_ref() != Some(&heading) {
            rows.push(Row::Heading { text: heading.clone(), detail: String::new() });
            year = Some(heading);
        }
        rows.push(Row::Line(row(state, index, summary)));
    }
    rows
}

fn row(state: &State, index: usize, summary: &DaySummary) -> LineRow {
    let texts = &state.texts;
    let facts = &summary.day.facts;
    let date = facts.date.map(|date| dates::short_span(texts.language(), date, facts.last_date));
    let title = if facts.title.is_empty() { texts.get("day-untitled") } else { &facts.title };
    let words = [Some(title), facts.place.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("  ·  ");
    let sessions = texts.count("days-sessions", usize::try_from(summary.sessions).unwrap_or(usize::MAX));
    let lines = texts.count("lines", usize::try_from(summary.lines).unwrap_or(usize::MAX));
    let open = usize::try_from(summary.open_actions).unwrap_or(usize::MAX);
    let open = (open > 0).then(|| texts.count("days-open-actions", open));
    let mut detail = format!("{sessions} · {lines}");
    if let Some(open) = open {
        detail = format!("{detail} · {open}");
    }
    let is_open = state.book.as_ref().is_some_and(|book| book.day.id == summary.day.id);
    LineRow {
        index,
        sentence: [date.as_deref(), Some(&words), Some(&detail)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        // The names stand in one column, with a date or without.
        date: Some(date.unwrap_or_default()),
        words,
        detail,
        icon: Some(icons::PROGRAMME),
        chosen: is_open.then_some(true),
        ..LineRow::default()
    }
}
