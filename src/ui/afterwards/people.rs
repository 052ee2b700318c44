//! Everyone who speaks, was spoken with or is named, and the organisations they are from; beside the list, what the day has
//! of the one who is looked at.

mod details;
mod rows;

use eframe::egui::{Frame, Id, Key, Margin, Modifiers, Panel, ScrollArea, Ui, Vec2};

use crate::app::command::Command;
use crate::app::people::Change;
use crate::app::state::State;

use super::list::List;
use super::narrowing;
use super::row::Row;
use crate::ui::menus;
use crate::ui::note::is_low;
use crate::ui::theme::space;
use details::Details;

/// The name of the list.
const LIST: &str = "people";
/// The width of the list beside the details.
const WIDTH: f32 = 380.0;
/// The share of the height that the list has above the details.
const SHARE: f32 = 0.45;
/// What it has at the least there, in points: the field and a person.
const LEAST: f32 = 104.0;

/// What each of both has in a low window.
const LOW: f32 = 150.0;

/// What the view keeps between two frames.
#[derive(Default)]
pub struct PeopleView {
    list: List,
    rows: Vec<Row>,
    /// Of which list the rows are, and with whom chosen.
    of: Option<(u64, Option<usize>)>,
    turn: u64,
    /// Which row had the focus in the last frame.
    was_at: Option<usize>,
    details: Details,
}

/// Draws the view.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut PeopleView, commands: &mut Vec<Command>) {
    view.read(state);
    let opens = std::mem::take(&mut state.view_takes_focus);
    super::title(ui, state.texts.get("view-people"));
    ui.add_space(space::TIGHT);
    if state.afterwards.people.profiles.is_empty() {
        ui.label(state.texts.get("people-empty"));
        return;
    }
    if opens {
        view.goes_to_chosen(state);
    }
    let bare = Frame::new();
    if ui.available_width() >= space::FOLDS_PROGRAMME {
        let side = Panel::left("people beside").exact_size(WIDTH).resizable(false).show_separator_line(false);
        side.frame(bare).show(ui, |ui| list(ui, state, view, commands));
        let inner = Margin { left: 24, right: 0, top: 0, bottom: 0 };
        Frame::new().inner_margin(inner).show(ui, |ui| details::show(ui, state, &mut view.details, commands));
    } else if is_low(ui) {
        // There is no room for both: below the list one scrolls to the details.
        ScrollArea::vertical().id_salt("people, low").show(ui, |ui| {
            let room = Vec2::new(ui.available_width(), LOW);
            ui.allocate_ui(room, |ui| list(ui, state, view, commands));
            ui.allocate_ui(room, |ui| details::show(ui, state, &mut view.details, commands));
        });
    } else {
        let height = (ui.available_height() * SHARE).max(LEAST);
        let top = Panel::top("people above").exact_size(height).resizable(false);
        top.frame(bare).show(ui, |ui| list(ui, state, view, commands));
        ui.add_space(space::SMALL);
        details::show(ui, state, &mut view.details, commands);
    }
    if view.details.gives_focus_back(ui) {
        view.goes_to_chosen(state);
    }
}

fn list(ui: &mut Ui, state: &State, view: &mut PeopleView, commands: &mut Vec<Command>) {
    if field(ui, state, commands) {
        view.list.goes_to = Some(0);
    }
    ui.add_space(space::TIGHT);
    if view.rows.is_empty() {
        // Who is found later must not take the focus from the field.
        view.list.goes_to = None;
        ui.label(state.texts.get("people-nobody-found"));
        return;
    }
    let asked = view.list.show(ui, LIST, view.turn, &view.rows);
    view.list.menu(&view.rows, |ui, row| menus::rows_of_person(ui, state, row.index, commands));
    let at = view.list.focused().filter(|_| view.list.has_focus(ui, LIST));
    // Who has the focus is looked at.
    let looked_at = at.filter(|_| at != view.was_at).or(asked.map(|(row, _)| row));
    view.was_at = at;
    if let Some(Row::Line(person)) = looked_at.and_then(|row| view.rows.get(row))
        && state.afterwards.people.chosen != Some(person.index)
    {
        commands.push(Command::ChangePeople(Change::Choose(Some(person.index))));
    }
    // Taken, or the details would open their first row with it.
    if asked.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        view.details.takes_focus();
    }
}

/// The field in which a name is looked for; says whether the list is to have the focus.
fn field(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) -> bool {
    let present = &state.afterwards.people.query;
    let mut query = present.clone();
    let (id, width) = (Id::unique("people filter"), ui.available_width() - space::SMALL);
    let goes_to_list = narrowing::show(ui, id, state.texts.get("people-filter"), &mut query, width, false);
    if query != *present {
        commands.push(Command::ChangePeople(Change::Query(query)));
    }
    goes_to_list
}

impl PeopleView {
    fn read(&mut self, state: &State) {
        let people = &state.afterwards.people;
        let now = (people.turn, people.chosen);
        if self.of == Some(now) {
            return;
        }
        if self.of.is_none_or(|(turn, _)| turn != people.turn) {
            self.turn += 1;
        }
        self.of = Some(now);
        self.rows = rows::of(state);
    }

    /// Gives the one who is looked at the focus, or the first.
    fn goes_to_chosen(&mut self, state: &State) {
        let chosen = state.afterwards.people.chosen;
        let is_chosen = |row: &Row| matches!(row, Row::Line(person) if Some(person.index) == chosen);
        self.list.goes_to = Some(self.rows.iter().position(is_chosen).unwrap_or_default());
    }
}
