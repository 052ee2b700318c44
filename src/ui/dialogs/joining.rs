//! Which session the open one becomes one with: a list that typing narrows down, as for lines that move.

use eframe::egui::{Id, TextEdit, Ui, Vec2};

use super::moving::{list, take_keys};
use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::joining::JoinChoice;
use crate::app::state::State;
use crate::ui::theme::space;

impl Dialogs {
    pub(super) fn joining(
        &mut self,
        ui: &mut Ui,
        state: &State,
        joining: &mut JoinChoice,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        let (title, explanation, now) = if joining.as_second {
            ("tie-heading", "tie-explanation", "tie-now")
        } else {
            ("join-heading", "join-explanation", "join-now")
        };
        heading(ui, texts.get(title), texts.get(explanation));
        let id = Id::unique("join filter");
        let choice = &mut joining.choice;
        let (rows, entered) = take_keys(ui, id);
        choice.step(rows);
        let field = TextEdit::singleline(&mut choice.filter)
            .id(id)
            .hint_text(texts.get("move-filter").to_owned())
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, space::TARGET));
        let response = ui.add(field).accessible_name(texts.get("move-filter"));
        let is_new = self.focus_first(&response, "join");
        if let (true, Some(book)) = (response.changed(), &state.book) {
            choice.search(book);
        }
        let follows = is_new || rows != 0 || response.changed();
        let clicked = ui.scope(|ui| list(ui, state, choice, follows)).inner;
        let target = choice.target();
        let pressed = buttons(ui, texts, texts.get(now), target.is_some(), commands);
        if let Some(second) = clicked.or(target.filter(|_| pressed || entered)) {
            commands.push(Command::JoinSessions { second, as_second: joining.as_second });
        }
    }
}
