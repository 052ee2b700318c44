//! The menus behind the three dots: what can be done with the open session, and with everything.

use eframe::egui::accesskit::Role;
use eframe::egui::{Button, Popup, ScrollArea, Ui, WidgetInfo};

use crate::app::chord::Platform;
use crate::app::command::{COPY_LINES, COPY_REPORT, COPY_SESSION, Command, entry};
use crate::app::line_edits::Way;
use crate::app::state::State;
use crate::app::view::View;
use crate::domain::change::Op;

use super::theme::{icons, space};
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
        Command::ToggleStarOfSession,
        COPY_SESSION,
        COPY_LINES,
        Command::OpenHistory,
        Command::TrashSession,
    ];
    menu(ui, state, "menu-session", &rows, commands);
}

/// What can be done with the day, and with everything; in a small window, also what has no room in the bar beside it.
pub fn main(ui: &mut Ui, state: &State, is_small: bool, commands: &mut Vec<Command>) {
    let only_here = [Command::ShowView(View::Search), Command::OpenProgramme];
    let rows = [
        Command::OpenFinder,
        Command::GoToNow,
        Command::ShowView(View::Unfinished),
        Command::ShowView(View::Reading(None)),
        Command::ToggleNoteOnly,
        Command::UndoOperation,
        Command::RedoOperation,
        Command::OpenUpdateFile,
        Command::OpenParticipants,
        Command::ToggleTimes,
        Command::OpenExport,
        COPY_REPORT,
        Command::Print,
        Command::OpenTrash,
        Command::OpenWhereabouts,
        Command::TrashDay,
        Command::OpenErase,
        Command::OpenSettings,
        Command::OpenHelp,
    ];
    let rows: Vec<Command> = only_here.into_iter().filter(|_| is_small).chain(rows).collect();
    menu(ui, state, "menu-main", &rows, commands);
}

fn menu(ui: &mut Ui, state: &State, name: &'static str, rows: &[Command], commands: &mut Vec<Command>) {
    let response = icon_button(ui, icons::MORE, state.texts.get(name));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if !is_open && !response.clicked() {
        return;
    }
    Popup::menu(&response).show(|ui| {
        // A small or enlarged window shows the rest of a menu by scrolling.
        let height = ui.ctx().content_rect().height() - space::TOP_BAR - space::LARGE;
        let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for command in rows {
                row(ui, state, command, commands);
            }
        });
    });
}

/// A row: what it does, and its keys; what is on or off has a box.
pub fn row(ui: &mut Ui, state: &State, command: &Command, commands: &mut Vec<Command>) {
    let is_enabled = command.is_enabled(state);
    let label = label(state, command);
    let is_on = match command {
        Command::TogglePrivateSession => Some(state.page().is_some_and(|page| page.session.private)),
        Command::ToggleStarOfSession => Some(state.page().is_some_and(|page| page.session.starred)),
        Command::ToggleNoteOnly => Some(state.note_only),
        _ => None,
    };
    let mut button = match is_on {
        Some(is_on) => Button::new((label.as_str(), icons::text(if is_on { icons::ON } else { icons::OFF }))),
        None => Button::new(label.as_str()),
    };
    if let Some(chord) = entry(command).and_then(|entry| entry.chord_on(Platform::HERE)) {
        button = button.shortcut_text(chord.label(Platform::HERE));
    }
    let response = ui.add_enabled(is_enabled, button);
    response.widget_info(|| match is_on {
        Some(is_on) => WidgetInfo::selected(Role::CheckBox, is_enabled, is_on, &label),
        None => WidgetInfo::labeled(Role::Button, is_enabled, &label),
    });
    if response.clicked() {
        commands.push(command.clone());
    }
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
