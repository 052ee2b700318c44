//! The bar on top: which day this is, the other days, and what is done with a day as a whole.

use eframe::egui::{Align, Button, Layout, RichText, Ui, Vec2};

use crate::app::command::Command;
use crate::app::prefs::Side;
use crate::app::state::State;
use crate::app::view::View;
use crate::domain::book::Book;
use crate::domain::dates;
use crate::domain::day::Day;
use crate::i18n::Texts;

use super::menus;
use super::shell::{fits, room_beside};
use super::tabs;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{button_menu, close_menu, command_button, icon_button, icon_command};

/// The least room for the name of the day, in points.
const SMALLEST_DAY: f32 = 80.0;
/// The width of a button that is only an icon, in points.
const ICON_BUTTON: f32 = 33.0;
/// The room for the buttons without their words, in points.
const ICON_BUTTONS: f32 = 160.0;

/// Draws the bar.
pub fn show(
    ui: &mut Ui,
    state: &State,
    unfolded: &mut Option<Side>,
    width: f32,
    commands: &mut Vec<Command>,
) {
    let is_small = width < space::FOLDS_HEADER;
    if !is_small {
        ui.label(type_scale::heading("Plenair").color(palette::of(ui).accent));
    }
    // Without the panels beside it, the note has the window as if it were narrow.
    let room = room_beside(state, width);
    let is_day = state.view == View::Day;
    if is_day {
        fold_button(ui, state, Side::Programme, unfolded, room);
    }
    let room_for_tabs = (ui.available_width() - SMALLEST_DAY - buttons_width(state, width)).max(SMALLEST_DAY);
    tabs::show(ui, state, (width >= space::FOLDS_TABS, room_for_tabs), commands);
    if !is_small {
        ui.add_space(space::SMALL);
    }
    day_menu(ui, state, width, commands);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        menus::main(ui, state, is_small, commands);
        if state.note_only && icon_button(ui, icons::PANELS, state.texts.get("panels-again")).clicked() {
            commands.push(Command::ToggleNoteOnly);
        }
        if is_day {
            fold_button(ui, state, Side::FromNote, unfolded, room);
        }
        if is_small {
            return;
        }
        icon_command(ui, state, icons::SEARCH, Command::ShowView(View::Search), commands);
        if width >= space::FOLDS_BUTTONS {
            command_button(ui, state, icons::EXPORT, &Command::OpenExport, commands);
            command_button(ui, state, icons::OPEN, &Command::OpenProgramme, commands);
        } else {
            icon_command(ui, state, icons::EXPORT, Command::OpenExport, commands);
            icon_command(ui, state, icons::OPEN, Command::OpenProgramme, commands);
        }
    });
}

/// The room that the buttons at the end of the bar need.
fn buttons_width(state: &State, width: f32) -> f32 {
    let brings_back = state.view == View::Day && !fits(Side::FromNote, room_beside(state, width));
    let folds = usize::from(brings_back) + usize::from(state.note_only);
    let others = if width >= space::FOLDS_BUTTONS {
        space::HEADER_BUTTONS
    } else if width >= space::FOLDS_HEADER {
        ICON_BUTTONS
    } else {
        ICON_BUTTON + space::SMALL
    };
    others + folds as f32 * (ICON_BUTTON + space::SMALL)
}

fn fold_button(ui: &mut Ui, state: &State, side: Side, unfolded: &mut Option<Side>, width: f32) {
    if fits(side, width) {
        return;
    }
    let (icon, name) = match side {
        Side::Programme => (icons::PROGRAMME, "programme"),
        Side::FromNote => (icons::FROM_NOTE, "from-this-note"),
    };
    if icon_button(ui, icon, state.texts.get(name)).clicked() {
        *unfolded = if *unfolded == Some(side) { None } else { Some(side) };
    }
}

/// The day's name, which opens a list of all days.
fn day_menu(ui: &mut Ui, state: &State, width: f32, commands: &mut Vec<Command>) {
    let Some(book) = &state.book else { return };
    let palette = palette::of(ui);
    let date = date_of(&state.texts, &book.day);
    let mut words = eframe::egui::Atoms::new(type_scale::bold(&book.day.facts.title).color(palette.text));
    if width >= space::FOLDS_BUTTONS && !date.is_empty() && date != book.day.facts.title {
        words.push_right(RichText::new(format!("·  {date}")).color(palette.quiet));
    }
    words.push_right(icons::text(icons::UNFOLD).color(palette.quiet));
    let most = (ui.available_width() - buttons_width(state, width)).max(SMALLEST_DAY);
    let button =
        Button::new(words).frame_when_inactive(false).truncate().min_size(Vec2::splat(space::TARGET));
    let name = format!("{}: {} {date}", state.texts.get("days"), book.day.facts.title);
    let response = ui
        .scope(|ui| {
            ui.set_max_width(most);
            ui.add(button)
        })
        .inner
        .accessible_name(name);
    button_menu(&response, state.texts.get("days"), |ui| days(ui, state, book, commands));
}

/// The list of days, and the ways to a new one.
fn days(ui: &mut Ui, state: &State, book: &Book, commands: &mut Vec<Command>) {
    for summary in &state.days {
        let is_open = summary.day.id == book.day.id;
        let date = date_of(&state.texts, &summary.day);
        let label = if date.is_empty() || date == summary.day.facts.title {
            summary.day.facts.title.clone()
        } else {
            format!("{}  ·  {date}", summary.day.facts.title)
        };
        if ui.add(Button::selectable(is_open, label)).clicked() {
            if !is_open {
                commands.push(Command::OpenDay(summary.day.id));
            }
            close_menu(ui);
        }
    }
    ui.separator();
    for command in [Command::EmptyDay, Command::OpenPaste, Command::OpenProgramme] {
        menus::row(ui, state, &command, commands);
    }
}

fn date_of(texts: &Texts, day: &Day) -> String {
    let facts = &day.facts;
    facts.date.map(|date| dates::span(texts.language(), date, facts.last_date)).unwrap_or_default()
}
