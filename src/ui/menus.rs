//! The menus behind the three dots: what can be done with the open session, and with everything; and the rows of the menus of
//! what is pointed at.

use eframe::egui::accesskit::Role;
use eframe::egui::{Button, ScrollArea, Separator, Ui, WidgetInfo};

use crate::app::chord::Platform;
use crate::app::command::{COPY_LINES, COPY_REPORT, COPY_SESSION, Command, entry};
use crate::app::line_edits::Way;
use crate::app::state::State;
use crate::app::view::View;
use crate::domain::change::Op;
use crate::domain::id::DayId;
use crate::domain::language::Language;
use crate::domain::search::Key;

use super::theme::{icons, space};
use super::widgets::{button_menu, close_menu, icon_button};

/// The room for the line between two groups of rows, in points.
const BETWEEN_GROUPS: f32 = 3.0;

/// What can be done with the open session, in groups.
const OF_SESSION: [&[Command]; 5] = [
    &[
        Command::OpenFooter,
        Command::OpenSessionForm,
        Command::TogglePrivateSession,
        Command::ToggleStarOfSession,
    ],
    &[
        Command::MoveSession(Way::Up),
        Command::MoveSession(Way::Down),
        Command::OpenJoin { as_second: false },
        Command::OpenJoin { as_second: true },
    ],
    &[Command::OpenMove, Command::OpenTimeOfCaret],
    &[COPY_SESSION, COPY_LINES],
    &[Command::OpenHistory, Command::TrashSession],
];

/// What can be done with the day on the screen, in the list of days.
const OF_DAY: [&[Command]; 3] = [
    &[Command::ShowView(View::Unfinished), Command::ShowView(View::Reading(None))],
    &[Command::OpenExport, COPY_REPORT, Command::Print, Command::OpenUpdateFile, Command::OpenParticipants],
    &[Command::TrashDay, Command::OpenErase],
];

/// What has no room in the bar of a small window.
const ONLY_WHEN_SMALL: &[Command] = &[Command::ShowView(View::Search), Command::OpenProgramme];

/// What can be done with the day, and with everything.
const OF_EVERYTHING: [&[Command]; 6] = [
    &[
        Command::OpenFinder,
        Command::GoToNow,
        Command::ShowView(View::Unfinished),
        Command::ShowView(View::Reading(None)),
    ],
    &[Command::UndoOperation, Command::RedoOperation],
    &[Command::ToggleNoteOnly, Command::ToggleTimes],
    &[
        Command::OpenBringIn,
        Command::OpenUpdateFile,
        Command::OpenParticipants,
        Command::OpenExport,
        COPY_REPORT,
        Command::Print,
    ],
    &[Command::OpenWhereabouts, Command::OpenTrash, Command::TrashDay, Command::OpenErase],
    &[Command::OpenSettings, Command::OpenHelp],
];

/// The menu of the open session, with its button.
pub fn of_session(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    menu(ui, state, "menu-session", &OF_SESSION, commands);
}

/// The same rows, for the menu of its row in the programme.
pub fn rows_of_session(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    rows(ui, state, &OF_SESSION, commands);
}

/// The rows for a day: of another day than the one on the screen only that it can be opened.
pub fn rows_of_day(ui: &mut Ui, state: &State, day: DayId, commands: &mut Vec<Command>) {
    if item(ui, state.texts.get("menu-open-day")) {
        commands.push(Command::OpenDay(day));
        commands.push(Command::ShowView(View::Day));
    }
    if state.book.as_ref().is_some_and(|book| book.day.id == day) {
        ui.separator();
        rows(ui, state, &OF_DAY, commands);
    }
}

/// The rows for a trend: tag the caret's line with it, see all about it, change it.
pub fn rows_of_trend(ui: &mut Ui, state: &State, (tag, label): (&str, &str), commands: &mut Vec<Command>) {
    let texts = &state.texts;
    let tags = texts.with("tag-line-with", &[("trend", label.into())]);
    if state.view == View::Day && state.draft.is_some() && item(ui, &tags) {
        commands.push(Command::TagLine(tag.to_owned()));
    }
    if item(ui, texts.get("menu-about-trend")) {
        commands.push(Command::ShowView(View::Trend(tag.to_owned())));
    }
    if item(ui, texts.get("trend-change")) {
        commands.push(Command::OpenTrendForm(tag.to_owned()));
    }
}

/// The rows for somebody: what was noted of them on all days, and whose name is perhaps another spelling of theirs.
pub fn rows_of_person(ui: &mut Ui, state: &State, place: usize, commands: &mut Vec<Command>) {
    let people = &state.afterwards.people;
    let Some(profile) = people.profiles.get(place) else { return };
    if item(ui, state.texts.get("menu-search-person")) {
        let [dutch, english] = Key::Person.words();
        let key = if state.texts.language() == Language::Dutch { dutch } else { english };
        let query = format!("{key}:\"{}\" ", profile.name);
        commands.push(Command::ShowView(View::Search));
        commands.push(Command::SearchFor(query));
    }
    for (_, pair) in people.like(place) {
        let Some(kept) = people.profiles.get(pair.keep) else { continue };
        if item(ui, &state.texts.with("person-merge", &[("name", kept.name.as_str().into())])) {
            commands.push(Command::MergePeople { keep: pair.keep, other: pair.other });
        }
    }
}

/// A row for what is no command of the table. Says whether it was pressed.
fn item(ui: &mut Ui, words: &str) -> bool {
    let is_chosen = ui.button(words).clicked();
    if is_chosen {
        close_menu(ui);
    }
    is_chosen
}

fn rows(ui: &mut Ui, state: &State, groups: &[&[Command]], commands: &mut Vec<Command>) {
    // A small or enlarged window shows the rest of a menu by scrolling.
    let height = ui.ctx().content_rect().height() - space::TOP_BAR - space::MEDIUM;
    let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (nth, group) in groups.iter().enumerate() {
            if nth > 0 {
                ui.add(Separator::default().spacing(BETWEEN_GROUPS));
            }
            for command in *group {
                row(ui, state, command, commands);
            }
        }
    });
}

/// What can be done with the day, and with everything; in a small window, also what has no room in the bar beside it.
pub fn main(ui: &mut Ui, state: &State, is_small: bool, commands: &mut Vec<Command>) {
    let only_here = is_small.then_some(ONLY_WHEN_SMALL);
    let groups: Vec<&[Command]> = only_here.into_iter().chain(OF_EVERYTHING).collect();
    menu(ui, state, "menu-main", &groups, commands);
}

fn menu(ui: &mut Ui, state: &State, name: &'static str, of: &[&[Command]], commands: &mut Vec<Command>) {
    let response = icon_button(ui, icons::MORE, state.texts.get(name));
    button_menu(&response, state.texts.get(name), |ui| rows(ui, state, of, commands));
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
        close_menu(ui);
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
