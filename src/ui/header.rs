//! The bar on top: which day this is, the other days, and what is done with a day as a whole.

use std::cmp::Reverse;

use eframe::egui::{Align, Button, Id, Layout, RichText, Ui, Vec2};

use crate::app::command::Command;
use crate::app::prefs::Side;
use crate::app::state::State;
use crate::app::view::View;
use crate::domain::book::{Book, DaySummary};
use crate::domain::dates;
use crate::domain::day::Day;
use crate::domain::id::DayId;
use crate::i18n::Texts;

use super::menus;
use super::shell::{fits, room_beside};
use super::tabs;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{button_menu, close_menu, command_button, icon_button, icon_command, one_line};

/// So many days have room in the menu; the view of all days has the others.
const MOST_DAYS: usize = 10;
/// The least room for the name of the day, in points.
const SMALLEST_DAY: f32 = 80.0;
/// How wide the buttons at the end of the bar are taken to be before they were drawn, in points.
const BUTTONS: f32 = 360.0;

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
    let buttons = ui.data(|data| data.get_temp(buttons_id())).unwrap_or(BUTTONS);
    let room_for_tabs = (ui.available_width() - SMALLEST_DAY - buttons).max(SMALLEST_DAY);
    tabs::show(ui, state, (width >= space::FOLDS_TABS, room_for_tabs), commands);
    if !is_small {
        ui.add_space(space::SMALL);
    }
    day_menu(ui, state, buttons, commands);
    let drawn = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
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
    remember_buttons(ui, drawn.response.rect.width() + ui.spacing().item_spacing.x, buttons);
}

/// Where it is remembered how wide the buttons at the end of the bar are.
fn buttons_id() -> Id {
    Id::unique("buttons of the header")
}

/// How wide the buttons are is known when they were drawn: their words are longer in one language than in the other. Where the
/// rest of the bar was laid out for another width, it is laid out again before anybody sees it.
fn remember_buttons(ui: &Ui, width: f32, before: f32) {
    if (width - before).abs() < 1.0 {
        return;
    }
    ui.data_mut(|data| data.insert_temp(buttons_id(), width));
    ui.ctx().request_discard("the buttons of the header are as wide as they are");
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
fn day_menu(ui: &mut Ui, state: &State, buttons: f32, commands: &mut Vec<Command>) {
    let Some(book) = &state.book else { return };
    let palette = palette::of(ui);
    let date = date_of(&state.texts, &book.day);
    let mut words = eframe::egui::Atoms::new(type_scale::bold(&book.day.facts.title).color(palette.text));
    let most = (ui.available_width() - buttons).max(SMALLEST_DAY);
    let behind = format!("·  {date}");
    if !date.is_empty()
        && date != book.day.facts.title
        && has_room_for(ui, most, &book.day.facts.title, &behind)
    {
        words.push_right(RichText::new(behind).color(palette.quiet));
    }
    words.push_right(icons::text(icons::UNFOLD).color(palette.quiet));
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

/// Whether the button for the day has room for the whole title with its date behind it.
fn has_room_for(ui: &Ui, most: f32, title: &str, date: &str) -> bool {
    let color = palette::of(ui).text;
    let width = |words: &str, font| one_line(ui, words, font, color, f32::INFINITY).size().x;
    let words = width(title, type_scale::body_bold_font()) + width(date, type_scale::body());
    let spacing = ui.spacing();
    words + type_scale::ICON + 2.0 * (spacing.icon_spacing + spacing.button_padding.x) <= most
}

/// The days that a menu has room for, the way to all of them, and the ways to a new one.
fn days(ui: &mut Ui, state: &State, book: &Book, commands: &mut Vec<Command>) {
    for summary in offered(&state.days, book.day.id) {
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
    if state.days.len() > MOST_DAYS {
        menus::row(ui, state, &Command::ShowView(View::Days), commands);
    }
    ui.separator();
    for command in [Command::EmptyDay, Command::OpenPaste, Command::OpenProgramme, Command::OpenBringIn] {
        menus::row(ui, state, &command, commands);
    }
}

/// All days in their order; of more than fit, the one that is open and the last ones, the last first.
fn offered(days: &[DaySummary], open: DayId) -> Vec<&DaySummary> {
    if days.len() <= MOST_DAYS {
        return days.iter().collect();
    }
    let mut offered: Vec<&DaySummary> = days.iter().collect();
    offered.sort_by_key(|summary| (summary.day.id != open, Reverse(summary.day.facts.date)));
    offered.truncate(MOST_DAYS);
    offered
}

fn date_of(texts: &Texts, day: &Day) -> String {
    let facts = &day.facts;
    facts.date.map(|date| dates::span(texts.language(), date, facts.last_date)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::DayFacts;

    fn summary(title: &str, date: Option<&str>) -> DaySummary {
        let facts = DayFacts {
            title: title.to_owned(),
            date: date.map(|date| date.parse().expect("a date")),
            ..DayFacts::default()
        };
        let day = Day { id: DayId::fresh(), slug: title.to_owned(), example: false, facts };
        let (sessions, lines, private_lines, open_actions, private_open_actions) = (0, 0, 0, 0, 0);
        DaySummary { day, sessions, lines, private_lines, open_actions, private_open_actions }
    }

    fn titles(days: &[DaySummary], open: usize) -> Vec<&str> {
        let offered = offered(days, days[open].day.id);
        offered.into_iter().map(|summary| summary.day.facts.title.as_str()).collect()
    }

    #[test]
    fn a_menu_offers_the_open_day_and_the_last_ones() {
        let mut days: Vec<DaySummary> =
            (1..=9).map(|day| summary(&day.to_string(), Some(&format!("2023-03-0{day}")))).collect();
        days.push(summary("ooit", None));
        assert_eq!(titles(&days, 4), ["1", "2", "3", "4", "5", "6", "7", "8", "9", "ooit"], "all that fit");
        days.push(summary("10", Some("2023-03-10")));
        assert_eq!(titles(&days, 1), ["2", "10", "9", "8", "7", "6", "5", "4", "3", "1"]);
    }
}
