//! Everything that was said about one trend, by session and day; with what can be done with the trend itself.

use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::state::State;

use super::lines::{self, Detail};
use super::list::{Asked, List, Row};
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::icon_button;

/// What the page keeps between two frames.
#[derive(Default)]
pub struct TrendPage {
    list: List,
    rows: Vec<Row>,
    places: Vec<usize>,
    /// Of which entries and which trend the rows are.
    of: Option<(u64, String)>,
    turn: u64,
}

/// Draws the page of a trend.
pub fn show(ui: &mut Ui, state: &State, view: &mut TrendPage, tag: &str, commands: &mut Vec<Command>) {
    view.read(state, tag);
    let matrix = &state.afterwards.matrix;
    let trend = matrix.place_of(tag).and_then(|place| matrix.trends.get(place));
    ui.horizontal(|ui| {
        if icon_button(ui, icons::BACK, state.texts.get("trend-back")).clicked() {
            commands.push(Command::LeaveView);
        }
        super::title(ui, &format!("#{tag}"));
    });
    if let Some(trend) = trend.filter(|trend| trend.label != trend.tag) {
        ui.label(type_scale::bold(&trend.label).color(palette::of(ui).quiet));
    }
    ui.add_space(space::SMALL);
    if view.rows.is_empty() {
        ui.label(state.texts.get("trend-empty"));
        return;
    }
    if let Some((row, asked)) = view.list.show(ui, "trend", view.turn, &view.rows)
        && let Some(Row::Line(line)) = view.rows.get(row)
        && asked != Asked::Choose
    {
        let walk = lines::walk(state, format!("#{tag}"), &view.places, line.index);
        commands.push(Command::StartWalk(Box::new(walk)));
    }
}

impl TrendPage {
    fn read(&mut self, state: &State, tag: &str) {
        let afterwards = &state.afterwards;
        if self.of.as_ref().is_some_and(|(revision, of)| *revision == afterwards.revision && of == tag) {
            return;
        }
        self.of = Some((afterwards.revision, tag.to_owned()));
        self.turn += 1;
        let matrix = &afterwards.matrix;
        let trend = matrix.place_of(tag).and_then(|place| matrix.trends.get(place));
        self.places = trend.map(|trend| trend.row.lines().collect()).unwrap_or_default();
        self.rows = lines::rows(state, &self.places, Detail::When);
    }
}
