//! The title of the open session as a field: Enter keeps it, Esc leaves it as it was.
//!
//! A session without a title has the field from the start, but the caret is in the note: the title can wait.

use eframe::egui::{FontId, Key, TextEdit, Ui};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::day::Session;
use crate::domain::id::SessionId;

use super::theme::{fonts, type_scale};

/// A title that is being typed.
#[derive(Default)]
pub struct Renaming {
    title: Option<(SessionId, String)>,
    /// The field was asked for, and gets the focus in the next frame.
    takes_focus: bool,
}

impl Renaming {
    /// Opens the field with the present title.
    pub fn begin(&mut self, session: &Session) {
        self.title = Some((session.id, session.facts.title.clone()));
        self.takes_focus = true;
    }

    /// Whether this session has the field.
    pub fn is_on(&self, session: &Session) -> bool {
        session.facts.title.is_empty() || self.title.as_ref().is_some_and(|(id, _)| *id == session.id)
    }

    /// Draws the field.
    pub fn show(&mut self, ui: &mut Ui, state: &State, session: &Session, commands: &mut Vec<Command>) {
        let mut text = match self.title.take() {
            Some((id, text)) if id == session.id => text,
            _ => session.facts.title.clone(),
        };
        let hint = state.texts.get("session-title-hint");
        let field = TextEdit::singleline(&mut text)
            .id(ui.scope_id().with(("title", session.id)))
            .hint_text(hint.to_owned())
            .font(FontId::new(type_scale::TITLE, fonts::bold()))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(hint);
        if std::mem::take(&mut self.takes_focus) {
            response.request_focus();
        }
        if !response.lost_focus() {
            self.title = Some((session.id, text));
            return;
        }
        let is_kept = !ui.input(|input| input.key_pressed(Key::Escape));
        let title = if is_kept { text } else { session.facts.title.clone() };
        commands.push(Command::RenameSession(session.id, title));
    }
}
