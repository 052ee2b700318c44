//! Buttons. Each has a name for a screen reader and, where it has keys, a tooltip that shows them.

use eframe::egui::accesskit::{Node, Role};
use eframe::egui::{
    Atoms, Button, Color32, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::app::chord::Platform;
use crate::app::command::{Command, entry};
use crate::app::state::State;
use crate::ui::theme::{icons, palette, space, type_scale};

use super::labels::one_line;

/// A button for a command of the table: its label, its icon, and its keys as a tooltip. Pushes the command when pressed.
pub fn command_button(
    ui: &mut Ui,
    state: &State,
    icon: MaterialIcon,
    command: &Command,
    commands: &mut Vec<Command>,
) -> Response {
    let label = label_of(state, command);
    let button = Button::new((icons::text(icon), label)).min_size(Vec2::splat(space::TARGET));
    let response = ui.add_enabled(command.is_enabled(state), button);
    push_when_clicked(ui, state, response, command, commands)
}

/// A quiet button for a command: no edge, in the accent colour.
pub fn link_button(
    ui: &mut Ui,
    state: &State,
    icon: MaterialIcon,
    command: &Command,
    commands: &mut Vec<Command>,
) -> Response {
    let accent = palette::of(ui).accent;
    let label = RichText::new(label_of(state, command)).color(accent);
    let button = Button::new((icons::text(icon).color(accent), label))
        .frame_when_inactive(false)
        .min_size(Vec2::splat(space::TARGET));
    let response = ui.add_enabled(command.is_enabled(state), button);
    push_when_clicked(ui, state, response, command, commands)
}

/// A button that shows whether the caret's line is of its kind; with its word, or where there is no room only its icon.
pub fn kind_button(
    ui: &mut Ui,
    state: &State,
    (icon, has_word): (MaterialIcon, bool),
    command: &Command,
    is_on: bool,
    commands: &mut Vec<Command>,
) -> Response {
    let palette = palette::of(ui);
    let color = if is_on { palette.accent } else { palette.text };
    let mut words = Atoms::new(icons::text(icon).color(color));
    if has_word {
        words.push_right(RichText::new(label_of(state, command)).color(color));
    }
    let button = Button::selectable(is_on, words);
    let response = ui.add_enabled(command.is_enabled(state), button.min_size(Vec2::splat(space::TARGET)));
    push_when_clicked(ui, state, response, command, commands)
}

/// The button of a dialog that does what the dialog is for.
pub fn main_button(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let accent = palette::of(ui).accent;
    filled_button(ui, label, accent, enabled)
}

/// The button of a dialog that does what cannot be undone.
pub fn danger_button(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let danger = palette::of(ui).danger;
    filled_button(ui, label, danger, enabled)
}

fn filled_button(ui: &mut Ui, label: &str, fill: Color32, enabled: bool) -> Response {
    let size = Vec2::splat(space::TARGET);
    if !enabled {
        // Words on a faded ground could hardly be read; without one they look like those of any other button that is off.
        return ui.add_enabled(false, Button::new(label).min_size(size));
    }
    let text = RichText::new(label).color(palette::of(ui).on_accent);
    ui.add(Button::new(text).fill(fill).min_size(size))
}

/// A button that is only an icon; `name` is its tooltip and what a screen reader says.
pub fn icon_button(ui: &mut Ui, icon: MaterialIcon, name: &str) -> Response {
    let quiet = palette::of(ui).quiet;
    let button = Button::new(icons::text(icon).color(quiet))
        .frame_when_inactive(false)
        .min_size(Vec2::splat(space::TARGET));
    with_tip(ui.add(button).accessible_name(name), name)
}

/// A tooltip that says what the name says already: a screen reader need not hear it twice.
pub fn with_tip(response: Response, words: &str) -> Response {
    let response = response.on_hover_text(words);
    response.ctx.accesskit_node_builder(response.id, Node::clear_description);
    response
}

/// How wide the button for a command is, with its icon and its word.
pub fn width_of_button(ui: &Ui, state: &State, icon: MaterialIcon, command: &Command) -> f32 {
    let color = palette::of(ui).text;
    let width = |text: &str, font| one_line(ui, text, font, color, f32::INFINITY).size().x;
    let icon = width(icon.codepoint, icons::font(icon));
    let word = width(label_of(state, command), type_scale::body());
    2.0 * ui.spacing().button_padding.x + icon + ui.spacing().icon_spacing + word
}

fn label_of<'a>(state: &'a State, command: &Command) -> &'a str {
    entry(command).map_or("", |entry| state.texts.get(entry.label))
}

/// What a tooltip says of a command: its label and its keys.
pub fn tip_of(state: &State, command: &Command) -> String {
    let label = label_of(state, command);
    match entry(command).and_then(|entry| entry.chord_on(Platform::HERE)) {
        Some(chord) => format!("{label} ({})", chord.label(Platform::HERE)),
        None => label.to_owned(),
    }
}

/// A button that is only an icon, for a command of the table.
pub fn icon_command(
    ui: &mut Ui,
    state: &State,
    icon: MaterialIcon,
    command: Command,
    commands: &mut Vec<Command>,
) {
    let quiet = palette::of(ui).quiet;
    let button = Button::new(icons::text(icon).color(quiet))
        .frame_when_inactive(false)
        .min_size(Vec2::splat(space::TARGET));
    let response = ui.add(button).accessible_name(label_of(state, &command));
    if with_tip(response, &tip_of(state, &command)).clicked() {
        commands.push(command);
    }
}

fn push_when_clicked(
    ui: &Ui,
    state: &State,
    response: Response,
    command: &Command,
    commands: &mut Vec<Command>,
) -> Response {
    // The icon is a character to egui; a screen reader must not try to say it.
    let response = response.accessible_name(label_of(state, command));
    if response.clicked() {
        commands.push(command.clone());
    }
    let has_keys = entry(command).is_some_and(|entry| entry.chord_on(Platform::HERE).is_some());
    // Building a tooltip costs a little text each frame; only the button under the pointer needs one.
    if has_keys && (response.hovered() || ui.memory(|memory| memory.has_focus(response.id))) {
        return response.on_hover_text(tip_of(state, command));
    }
    response
}

/// A quiet button for what is no command of the table: small words in the accent colour. Says whether it was pressed.
pub fn quiet_button(ui: &mut Ui, words: &str) -> bool {
    let accent = palette::of(ui).accent;
    let words = RichText::new(words).size(type_scale::SMALL).color(accent);
    ui.add(Button::new(words).frame_when_inactive(false).min_size(Vec2::splat(space::TARGET))).clicked()
}

/// How wide such a button is.
pub fn width_of_quiet_button(ui: &Ui, words: &str) -> f32 {
    let color = palette::of(ui).accent;
    let words = one_line(ui, words, type_scale::small_font(), color, f32::INFINITY);
    (words.size().x + 2.0 * ui.spacing().button_padding.x).max(space::TARGET)
}

/// One of several words of which one is chosen.
pub fn segment(ui: &mut Ui, word: &str, is_on: bool) -> Response {
    segment_named(ui, word, word, is_on)
}

/// The same, where a screen reader has to hear more than the word.
pub fn segment_named(ui: &mut Ui, word: &str, name: &str, is_on: bool) -> Response {
    let palette = palette::of(ui);
    let color = if is_on { palette.accent } else { palette.quiet };
    let galley = ui.painter().layout_no_wrap(word.to_owned(), type_scale::small_font(), color);
    let size = vec2(galley.size().x + 2.0 * space::SMALL, space::SEGMENT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let round = f32::from(space::ROUND);
    if is_on {
        palette.paint_chosen(ui.painter(), rect, round);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, round, palette.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}
