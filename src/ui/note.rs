//! The open session: its title and speakers, the buttons for kinds and marks, and its note.

use eframe::egui::{Frame, Label, Margin, Rect, RichText, Ui, UiBuilder, Vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::day::Session;
use crate::domain::line::LineKind;

use super::editor::{self, Editor};
use super::find_bar;
use super::footer::{self, Footer};
use super::menus;
use super::programme::title_of;
use super::renaming::Renaming;
use super::still::Still;
use super::strips;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::{as_heading, icon_button, kind_button, named_icon, width_of_button};

/// The kinds that have a button, in the order of their keys.
const KINDS: [LineKind; 5] =
    [LineKind::Action, LineKind::Decision, LineKind::Question, LineKind::Quote, LineKind::Figure];

/// What the note keeps between two frames.
#[derive(Default)]
pub struct NoteView {
    editor: Editor,
    renaming: Renaming,
    footer: Footer,
    /// What stands above the text, which most keys do not change.
    strips: Still,
    above: Still,
    /// Where the footer is, for F6.
    pub footer_at: Option<Rect>,
}

impl NoteView {
    /// Asks for a title that was typed but not confirmed yet.
    pub fn commit(&mut self, commands: &mut Vec<Command>) {
        self.renaming.leave(None, commands);
    }
}

/// Draws the middle of the window.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut NoteView, commands: &mut Vec<Command>) {
    let changes = state.changes;
    // In a low window the unfolded fields below the note have all of its room.
    let is_covered = is_low(ui) && view.footer.is_unfolded();
    if !is_covered {
        view.strips.show(ui, changes, |ui| strips::show(ui, state, commands));
    }
    let margin = ((ui.available_width() - space::MEASURE) / 2.0).clamp(space::MEDIUM, 64.0);
    Frame::new().inner_margin(Margin::from(Vec2::new(margin, 0.0))).show(ui, |ui| {
        let is_low = is_low(ui);
        ui.add_space(if is_low { space::SMALL } else { space::MEDIUM });
        let NoteView { editor, renaming, above, .. } = view;
        let line = editor.caret_line();
        let key = (changes, state.shows_times, line.kind, line.starred, line.private);
        above.show(ui, (key, is_covered), |ui| {
            if is_covered {
                return;
            }
            heading(ui, state, renaming, commands);
            if is_low {
                return;
            }
            ui.add_space(space::SMALL);
            flush_left(ui, |ui| kinds(ui, state, editor, commands));
        });
        ui.add_space(space::SMALL);
        find_bar::show(ui, state, commands);
        let room = view.footer.leaves(ui);
        if !is_covered {
            ui.allocate_ui(room, |ui| view.editor.show(ui, state, commands));
        }
        find_bar::take_escape(ui, state, commands);
        view.footer_at = view.footer.is_shown(ui).then(|| ui.available_rect_before_wrap());
        footer::show(ui, state, &mut view.footer);
    });
}

/// Frameless buttons begin with their padding; this lets their words begin where the note begins.
pub fn flush_left(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let padding = ui.spacing().button_padding.x;
    let mut room = ui.available_rect_before_wrap();
    room.min.x -= padding;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    content(&mut inner);
    let mut used = inner.min_rect();
    used.min.x += padding;
    ui.advance_cursor_after_rect(used);
}

/// The number of the session stands above the gutter, its title and its speakers above the words of the note.
fn heading(ui: &mut Ui, state: &State, renaming: &mut Renaming, commands: &mut Vec<Command>) {
    let Some(session) = state.page().map(|page| &page.session) else { return };
    renaming.leave(Some(session.id), commands);
    let gutter = editor::gutter_width(state.shows_times);
    let from = ui.cursor().left();
    ui.horizontal_top(|ui| {
        ui.label(title_type(ui, &session.position.to_string()).color(palette::of(ui).quiet));
        if ui.available_width() >= space::FOLDS_HEADER - gutter {
            ui.add_space((from + gutter - ui.cursor().left()).max(0.0));
        }
        ui.vertical(|ui| {
            if renaming.is_on(session) {
                renaming.show(ui, state, session, commands);
            } else {
                title(ui, state, session, renaming, commands);
            }
            if session.cancelled {
                ui.label(RichText::new(state.texts.get("session-gone")).color(palette::of(ui).danger));
            }
            let has_room = ui.ctx().content_rect().height() >= space::FOLDS_SPEAKERS;
            if !session.facts.speakers.is_empty() && has_room {
                ui.label(RichText::new(speakers_of(session)).color(palette::of(ui).quiet));
            }
        });
    });
}

/// Whether the window has no room for more than the note: what is left out has keys, and the menu of a line.
pub fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < space::FOLDS_ABOVE_NOTE
}

/// The type of the number and the title: smaller where every line is for the note.
fn title_type(ui: &Ui, words: &str) -> RichText {
    if is_low(ui) { type_scale::heading(words) } else { type_scale::title(words) }
}

fn title(
    ui: &mut Ui,
    state: &State,
    session: &Session,
    renaming: &mut Renaming,
    commands: &mut Vec<Command>,
) {
    ui.horizontal_top(|ui| {
        let beside = if session.private { 3.0 } else { 2.0 };
        let most = (ui.available_width() - beside * (space::TARGET + space::SMALL)).max(80.0);
        ui.scope(|ui| {
            ui.set_max_width(most);
            let title = title_of(session, &state.texts);
            let words = Label::new(title_type(ui, title));
            // In a low window it has one line; the whole of it is in the programme.
            let label = ui.add(if is_low(ui) { words.truncate() } else { words.wrap() });
            as_heading(ui, &label, title);
        });
        if session.private {
            named_icon(ui, icons::PRIVATE, palette::of(ui).quiet, state.texts.get("private-session"));
        }
        if icon_button(ui, icons::RENAME, state.texts.get("rename-session")).clicked() {
            renaming.begin(session);
        }
        menus::of_session(ui, state, commands);
    });
}

fn speakers_of(session: &Session) -> String {
    let speakers = session.facts.speakers.iter().map(|speaker| match &speaker.role {
        Some(role) => format!("{} · {role}", speaker.name),
        None => speaker.name.clone(),
    });
    speakers.collect::<Vec<_>>().join("\n")
}

/// The buttons for kinds and marks, in one row as long as there is room. With less room the marks are only their icons, which
/// stand beside the lines too.
fn kinds(ui: &mut Ui, state: &State, editor: &Editor, commands: &mut Vec<Command>) {
    let line = editor.caret_line();
    let kinds = KINDS.into_iter().filter_map(|kind| {
        let icon = icons::of_kind(kind)?;
        Some((icon, Command::ToggleKind(kind), line.kind == Some(kind)))
    });
    let marks = [
        (icons::STAR, Command::ToggleStar, line.starred),
        (icons::PRIVATE, Command::TogglePrivate, line.private),
    ];
    let buttons: Vec<_> = kinds.chain(marks).collect();
    let widths =
        buttons.iter().map(|(icon, command, _)| width_of_button(ui, state, *icon, command) + space::TIGHT);
    let has_room = widths.sum::<f32>() - space::TIGHT <= ui.available_width();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::TIGHT);
        for (icon, command, is_on) in &buttons {
            let has_word = has_room || matches!(command, Command::ToggleKind(_));
            kind_button(ui, state, (*icon, has_word), command, *is_on, commands);
        }
    });
}
