//! The bar above the note in which words are looked for, and replaced. Enter goes to the next place, Shift+Enter to the one
//! before, Esc puts the bar away.

use eframe::egui::{Key, Modifiers, RichText, TextEdit, Ui};

use crate::app::command::Command;
use crate::app::find::Find;
use crate::app::line_edits::Way;
use crate::app::state::State;
use crate::i18n::Texts;

use super::fields::select_all;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{as_live, icon_button};

/// Draws the bar, if it is open.
pub fn show(ui: &mut Ui, state: &mut State, commands: &mut Vec<Command>) {
    let State { find: Some(find), draft: Some(draft), texts, .. } = state else { return };
    let mut tabs_on = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        tabs_on = query(ui, find, texts, commands) && find.replaces;
        find.update(draft);
        count(ui, find, texts);
        if icon_button(ui, icons::BEFORE, texts.get("find-previous")).clicked() {
            commands.push(Command::FindStep(Way::Up));
        }
        if icon_button(ui, icons::NEXT, texts.get("find-next")).clicked() {
            commands.push(Command::FindStep(Way::Down));
        }
        if icon_button(ui, icons::CLOSE, texts.get("find-close")).clicked() {
            commands.push(Command::CloseFind);
        }
    });
    if find.replaces {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            replacement(ui, find, texts, tabs_on, commands);
        });
    }
    ui.add_space(space::TIGHT);
}

/// Esc puts the bar away, wherever the focus is. To be asked after the note was drawn: a list or a menu over it goes first.
pub fn take_escape(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if state.find.is_some() && ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::CloseFind);
    }
}

/// The field of the words. Says whether Tab was pressed in it, which goes to the words in their place.
fn query(ui: &mut Ui, find: &mut Find, texts: &Texts, commands: &mut Vec<Command>) -> bool {
    let name = texts.get("find-field");
    let field = TextEdit::singleline(&mut find.query)
        .hint_text(RichText::new(name).color(palette::of(ui).quiet))
        .desired_width(space::FIND_FIELD);
    let response = ui.add(field).accessible_name(name);
    if std::mem::take(&mut find.takes_focus) {
        response.request_focus();
        select_all(ui, response.id, &find.query);
    }
    if !response.lost_focus() {
        return false;
    }
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        let way = if ui.input(|input| input.modifiers.shift) { Way::Up } else { Way::Down };
        commands.push(Command::FindStep(way));
        response.request_focus();
    }
    ui.input(|input| input.key_pressed(Key::Tab) && !input.modifiers.shift)
}

/// "2 van 7", said aloud when it changes.
fn count(ui: &mut Ui, find: &Find, texts: &Texts) {
    if find.query.trim().is_empty() {
        // A label without words would put what follows at the beginning of the row.
        return;
    }
    let words = match find.found().len() {
        0 => texts.get("find-nothing").to_owned(),
        count => texts.with("find-count", &[("at", (find.current() + 1).into()), ("count", count.into())]),
    };
    let label = ui.label(type_scale::small(words).color(palette::of(ui).quiet));
    as_live(ui, &label);
}

fn replacement(ui: &mut Ui, find: &mut Find, texts: &Texts, takes_focus: bool, commands: &mut Vec<Command>) {
    let name = texts.get("find-replacement");
    let field = TextEdit::singleline(&mut find.replacement)
        .hint_text(RichText::new(name).color(palette::of(ui).quiet))
        .desired_width(space::FIND_FIELD);
    let response = ui.add(field).accessible_name(name);
    if takes_focus {
        response.request_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let all = ui.input(|input| input.modifiers.matches_exact(Modifiers::COMMAND));
        commands.push(Command::ReplaceFound { all });
        response.request_focus();
    }
    let is_found = !find.found().is_empty();
    for (label, all) in [("find-replace", false), ("find-replace-all", true)] {
        if ui.add_enabled(is_found, eframe::egui::Button::new(texts.get(label))).clicked() {
            commands.push(Command::ReplaceFound { all });
            if all {
                // In the note, undo takes it back.
                commands.push(Command::FocusNote);
            }
        }
    }
}
