//! The list of lines that is walked along, in the place of the programme. A click or F8 goes to a line; the note beside it can
//! be edited as always.

use eframe::egui::{Align, Frame, Layout, Margin, Ui, Vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::app::walk::Walk;

use super::afterwards::list::List;
use super::afterwards::row::{LineRow, Row};
use super::afterwards::words::readable;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{as_heading, icon_button};

/// What the list keeps between two frames.
#[derive(Default)]
pub struct WalkView {
    list: List,
    rows: Vec<Row>,
    /// Which row each line has.
    places: Vec<usize>,
    /// Of which walk the rows are, and at which line the person is in them.
    of: Option<(u64, usize)>,
    /// Which line is in view.
    followed: Option<(u64, usize)>,
}

/// Draws the list, with the way back to the view that it is from.
pub fn show(ui: &mut Ui, state: &State, view: &mut WalkView, commands: &mut Vec<Command>) {
    let Some(walk) = &state.walk else { return };
    view.read(walk);
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        ui.add_space(space::SMALL);
        if icon_button(ui, icons::BACK, state.texts.get("walk-back")).clicked() {
            commands.push(Command::ShowView(walk.from.clone()));
        }
        let size = Vec2::new(ui.available_width() - space::SMALL, space::TARGET);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, icons::CLOSE, state.texts.get("walk-close")).clicked() {
                commands.push(Command::CloseWalk);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = eframe::egui::Label::new(type_scale::bold(&walk.title)).truncate();
                let label = ui.add(title);
                as_heading(ui, &label, &walk.title);
            });
        });
    });
    let words =
        state.texts.with("walk-place", &[("at", (walk.at + 1).into()), ("lines", walk.places.len().into())]);
    ui.horizontal(|ui| {
        ui.add_space(space::MEDIUM);
        ui.label(type_scale::small(words).color(palette::of(ui).quiet));
    });
    ui.add_space(space::TIGHT);
    let now = (walk.number, walk.at);
    if view.followed != Some(now) {
        view.followed = Some(now);
        view.list.brings_into_view = view.places.get(walk.at).copied();
    }
    let revision = walk.number * 2 + 1;
    let margin = Margin::symmetric(8, 0);
    let asked =
        Frame::new().inner_margin(margin).show(ui, |ui| view.list.show(ui, "walk", revision, &view.rows));
    if let Some((row, _)) = asked.inner
        && let Some(Row::Line(line)) = view.rows.get(row)
    {
        commands.push(Command::WalkTo(line.index));
    }
}

impl WalkView {
    fn read(&mut self, walk: &Walk) {
        if self.of == Some((walk.number, walk.at)) {
            return;
        }
        self.of = Some((walk.number, walk.at));
        self.rows.clear();
        self.places.clear();
        let mut heading = None;
        for (index, place) in walk.places.iter().enumerate() {
            if heading != Some(&place.heading) {
                heading = Some(&place.heading);
                self.rows.push(Row::Heading { text: place.heading.clone(), detail: String::new() });
            }
            self.places.push(self.rows.len());
            self.rows.push(Row::Line(LineRow {
                index,
                words: place.text.clone(),
                sentence: format!("{}, {}", readable(&place.text), place.heading),
                chosen: Some(index == walk.at),
                ..LineRow::default()
            }));
        }
    }
}
