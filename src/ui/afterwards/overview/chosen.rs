//! The bar above the list: what can be done with the lines that are chosen, or how to choose some.

use eframe::egui::{Align, Button, Layout, RichText, ScrollArea, Ui, Vec2};
use egui_material_icons::MaterialIcon;

use crate::app::command::{Command, entry};
use crate::app::state::{Notice, State};
use crate::domain::change::Op;
use crate::domain::line::LineKind;

use crate::ui::menus::{self, operation};
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_live, button_menu, close_menu, icon_button};

/// Narrower than this the buttons of the bar have no words.
const WORDS: f32 = 700.0;
/// The height of a list of trends.
const TRENDS_HEIGHT: f32 = 320.0;

/// Draws it; as high with lines as without, so that the list below stays where it is.
pub fn bar(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let size = Vec2::new(ui.available_width(), space::TARGET);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        match state.afterwards.picked.lines.len() {
            0 => said_or_hint(ui, state),
            count => actions(ui, state, count, commands),
        }
        if matches!(state.notice, Some(Notice::Done(Op::ChangeLines))) && state.undoable.undo.is_some() {
            undo(ui, state, commands);
        }
    });
    ui.add_space(space::TIGHT);
}

/// What was just changed, or taken back, in words.
pub fn change_said(state: &State) -> Option<String> {
    let key = match state.notice.as_ref()? {
        Notice::Done(Op::ChangeLines) => "done",
        Notice::TakenBack(Op::ChangeLines) => "taken-back",
        _ => return None,
    };
    Some(state.texts.with(key, &[("what", operation(state, Op::ChangeLines).into())]))
}

fn undo(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let label = state.texts.get("command-undo");
    if button(ui, icons::UNDO, label, true).clicked() {
        commands.push(Command::UndoOperation);
    }
}

fn said_or_hint(ui: &mut Ui, state: &State) {
    let Some(said) = change_said(state) else { return hint(ui, state) };
    let label = ui.label(type_scale::small(said).color(palette::of(ui).quiet));
    as_live(ui, &label);
}

fn hint(ui: &mut Ui, state: &State) {
    let overview = &state.afterwards.overview;
    let quiet = palette::of(ui).quiet;
    if overview.filter.is_empty() {
        ui.add(
            eframe::egui::Label::new(type_scale::small(state.texts.get("overview-hint")).color(quiet))
                .truncate(),
        );
        return;
    }
    let count = overview.count(overview.section);
    let label = ui.label(type_scale::small(&*state.texts.count("overview-found", count)).color(quiet));
    as_live(ui, &label);
}

fn actions(ui: &mut Ui, state: &State, count: usize, commands: &mut Vec<Command>) {
    let has_words = ui.available_width() >= WORDS;
    let label = ui.label(type_scale::bold(&*state.texts.count("lines", count)).size(type_scale::SMALL));
    as_live(ui, &label);
    ui.add_space(space::TIGHT);
    let has_action = state.entries_at_hand().any(|entry| entry.kind == LineKind::Action);
    if has_action {
        act(ui, state, icons::DONE, &Command::ToggleDone, has_words, commands);
    }
    act(ui, state, icons::STAR, &Command::ToggleStar, has_words, commands);
    act(ui, state, icons::PRIVATE, &Command::TogglePrivate, has_words, commands);
    trends(ui, state, has_words, commands);
    kinds(ui, state, has_words, commands);
    if icon_button(ui, icons::CLOSE, state.texts.get("overview-choose-none")).clicked() {
        commands.push(Command::PickLines(Vec::new()));
    }
}

fn act(
    ui: &mut Ui,
    state: &State,
    icon: MaterialIcon,
    command: &Command,
    has_words: bool,
    commands: &mut Vec<Command>,
) {
    let label = entry(command).map_or("", |entry| state.texts.get(entry.label));
    if button(ui, icon, label, has_words).clicked() {
        commands.push(command.clone());
    }
}

fn button(ui: &mut Ui, icon: MaterialIcon, label: &str, has_words: bool) -> eframe::egui::Response {
    let accent = palette::of(ui).accent;
    let sign = icons::text(icon).color(accent);
    let button = if has_words {
        Button::new((sign, RichText::new(label).size(type_scale::SMALL).color(accent)))
    } else {
        Button::new(sign)
    };
    let button = button.frame_when_inactive(false).min_size(Vec2::splat(space::TARGET));
    let response = ui.add(button).accessible_name(label);
    if has_words { response } else { response.on_hover_text(label) }
}

/// A list of the trends of the day; one of them is given to the lines.
fn trends(ui: &mut Ui, state: &State, has_words: bool, commands: &mut Vec<Command>) {
    let name = state.texts.get("overview-give-trend");
    let response = button(ui, icons::TREND, name, has_words);
    button_menu(&response, name, |ui| {
        ScrollArea::vertical().max_height(TRENDS_HEIGHT).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if state.afterwards.matrix.trends.is_empty() {
                ui.label(state.texts.get("trends-empty"));
            }
            for trend in &state.afterwards.matrix.trends {
                let tag = format!("#{}", trend.tag);
                let row = Button::new(tag.as_str()).min_size(Vec2::splat(space::TARGET));
                if ui.add(row).on_hover_text(&trend.label).clicked() {
                    commands.push(Command::TagLine(trend.tag.clone()));
                    close_menu(ui);
                }
            }
        });
    });
}

/// The kinds that the lines can become.
fn kinds(ui: &mut Ui, state: &State, has_words: bool, commands: &mut Vec<Command>) {
    let name = state.texts.get("overview-give-kind");
    let response = button(ui, icons::KIND, name, has_words);
    button_menu(&response, name, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for kind in
            [LineKind::Action, LineKind::Decision, LineKind::Question, LineKind::Quote, LineKind::Figure]
        {
            menus::row(ui, state, &Command::ToggleKind(kind), commands);
        }
    });
}
