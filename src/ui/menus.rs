//! The menus behind the three dots: what can be done with the open session, and with everything.

use eframe::egui::accesskit::Role;
use eframe::egui::{Button, Popup, Response, Ui, WidgetInfo};

use crate::app::command::{Command, entry};
use crate::app::line_edits::Way;
use crate::app::state::State;
use crate::domain::change::Op;

use super::theme::icons;
use super::widgets::icon_button;

/// What can be done with the open session.
pub fn of_session(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let rows = [
        Command::OpenSessionForm,
        Command::MoveSession(Way::Up),
        Command::MoveSession(Way::Down),
        Command::OpenJoin { as_second: false },
        Command::OpenJoin { as_second: true },
        Command::OpenMove,
        Command::OpenTimeOfCaret,
        Command::TogglePrivateSession,
        Command::OpenHistory,
        Command::TrashSession,
    ];
    menu(ui, state, "menu-session", &rows, commands);
}

/// What can be done with the day, and with everything.
pub fn main(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let rows = [
        Command::UndoOperation,
        Command::RedoOperation,
        Command::OpenUpdateFile,
        Command::OpenParticipants,
        Command::ToggleTimes,
        Command::OpenTrash,
        Command::OpenWhereabouts,
        Command::TrashDay,
        Command::OpenErase,
    ];
    menu(ui, state, "menu-main", &rows, commands);
}

fn menu(ui: &mut Ui, state: &State, name: &'static str, rows: &[Command], commands: &mut Vec<Command>) {
    let response = icon_button(ui, icons::MORE, state.texts.get(name));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if !is_open && !response.clicked() {
        return;
    }
    Popup::menu(&response).show(|ui| {
        for command in rows {
            if row(ui, state, command).clicked() {
                commands.push(command.clone());
            }
        }
    });
}

/// A row; what is on or off has a box.
fn row(ui: &mut Ui, state: &State, command: &Command) -> Response {
    let is_enabled = command.is_enabled(state);
    let label = label(state, command);
    if *command == Command::TogglePrivateSession {
        let is_on = state.page().is_some_and(|page| page.session.private);
        let mark = icons::text(if is_on { icons::ON } else { icons::OFF });
        let response = ui.add_enabled(is_enabled, Button::new((label.as_str(), mark)));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, is_enabled, is_on, &label));
        return response;
    }
    ui.add_enabled(is_enabled, Button::new(label))
}

/// The label of a row: undo and redo say what they take back and do again.
fn label(state: &State, command: &Command) -> String {
    let label = entry(command).map_or("", |entry| state.texts.get(entry.label));
    let op = match command {
        Command::UndoOperation => state.undoable.undo,
        Command::RedoOperation => state.undoable.redo,
        _ => None,
    };
    match op {
        Some(op) => format!("{label}: {}", operation(state, op)),
        None => label.to_owned(),
    }
}

/// An operation in words: "onderdeel verwijderd".
pub fn operation(state: &State, op: Op) -> String {
    state.texts.get(&format!("op-{}", op.name().replace(' ', "-"))).to_owned()
}
