//! The views on what was noted. A file per view; what they show is worked out in `app/afterwards.rs`.

mod days;
mod lines;
pub mod list;
mod narrowing;
mod overview;
mod people;
pub mod reading;
pub mod row;
mod search;
mod stack;
mod tagging;
mod trend;
mod trends;
mod unfinished;
pub mod words;

use eframe::egui::{Frame, Key, Margin, Modifiers, Ui, Vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::app::view::View;

use super::note::is_low;
use super::strips;
use super::theme::{space, type_scale};
use super::widgets::{as_heading, unseen_heading};

/// What the views keep between two frames.
#[derive(Default)]
pub struct AfterwardsView {
    trends: trends::TrendsView,
    trend: trend::TrendPage,
    days: days::DaysView,
    search: search::SearchView,
    reading: reading::ReadingView,
    unfinished: unfinished::UnfinishedView,
    overview: overview::OverviewView,
    people: people::PeopleView,
}

/// Draws the view that is shown.
pub fn show(ui: &mut Ui, state: &mut State, views: &mut AfterwardsView, commands: &mut Vec<Command>) {
    if !overview::says_itself(state) {
        strips::show_notice(ui, state, commands);
    }
    let margin = ((ui.available_width() - space::VIEW) / 2.0).clamp(space::MEDIUM, 64.0);
    Frame::new().inner_margin(Margin::from(Vec2::new(margin, 0.0))).show(ui, |ui| {
        ui.add_space(if is_low(ui) { space::SMALL } else { space::MEDIUM });
        match state.view.clone() {
            View::Day => {}
            View::Trends => trends::matrix(ui, state, &mut views.trends, commands),
            View::Trend(tag) => trend::show(ui, state, &mut views.trend, &tag, commands),
            View::Reading(_) => reading::show(ui, state, &mut views.reading, commands),
            View::Unfinished => unfinished::show(ui, state, &mut views.unfinished, commands),
            View::Overview => overview::show(ui, state, &mut views.overview, commands),
            View::People => people::show(ui, state, &mut views.people, commands),
            View::Days => days::show(ui, state, &mut views.days, commands),
            View::Search => search::show(ui, state, &mut views.search, commands),
        }
    });
    step_back(ui, state, commands);
}

/// Esc goes one step back, unless a field or a menu had something to do with it.
fn step_back(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let is_free = state.dialog.is_none() && !eframe::egui::Popup::is_any_open(ui.ctx());
    if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::LeaveView);
    }
}

/// The title of a view.
fn title(ui: &mut Ui, text: &str) {
    if is_low(ui) {
        // The header says where one is; the room is for what the view is about.
        return unseen_heading(ui, text);
    }
    let label = ui.label(type_scale::title(text));
    as_heading(ui, &label, text);
}
