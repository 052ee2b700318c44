//! The dialog for a list of participants: pasted, or in a file. Of a list that was taken over it shows what names nobody, line
//! by line, beside the text in which that can be mended.

use eframe::egui::{Label, ScrollArea, TextEdit, Ui};

use super::files::is_entered;
use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::dialog::PeopleAsked;
use crate::domain::programme::{LeftOut, Reason};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::as_live;

/// The height of the list of what was not understood, in points.
const LEFT_OUT: f32 = 132.0;

impl Dialogs {
    pub(super) fn participants(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        asked: &mut PeopleAsked,
        commands: &mut Vec<Command>,
    ) {
        heading(ui, texts.get("participants-heading"), texts.get("participants-explanation"));
        ScrollArea::vertical().id_salt("participants").max_height(200.0).show(ui, |ui| {
            let field = TextEdit::multiline(&mut asked.text).desired_rows(8).desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(texts.get("participants-field"));
            self.focus_first(&response, "participants");
        });
        ui.label(texts.get("participants-file"));
        let field = self.path_field(ui, texts, (texts.get("path"), &mut asked.path), "participants");
        if field.browses {
            self.files.ask_which_to_open(ui.ctx());
        }
        if !asked.left_out.is_empty() {
            taken(ui, texts, asked);
        }
        let is_filled = !asked.text.trim().is_empty() || !asked.path.trim().is_empty();
        let pressed = buttons(ui, texts, texts.get("participants-now"), is_filled, commands);
        if pressed || is_filled && is_entered(ui, &field.response) {
            commands.push(Command::SetParticipants);
        }
    }
}

/// How many were taken over, and what was not, each piece with its line and its reason.
fn taken(ui: &mut Ui, texts: &Texts, asked: &PeopleAsked) {
    ui.add_space(space::SMALL);
    let variables = [("taken", asked.taken.into()), ("left", asked.left_out.len().into())];
    let label = ui.label(type_scale::bold(texts.with("participants-taken", &variables)));
    as_live(ui, &label);
    let row = ui.text_style_height(&eframe::egui::TextStyle::Body);
    let scroll = ScrollArea::vertical().id_salt("nobody").max_height(LEFT_OUT).auto_shrink([false, true]);
    scroll.show_rows(ui, row, asked.left_out.len(), |ui, rows| {
        for piece in asked.left_out.get(rows).unwrap_or_default() {
            let quiet = palette::of(ui).quiet;
            ui.add(Label::new(type_scale::small(words(texts, piece)).color(quiet)).truncate());
        }
    });
}

/// "Regel 4 · Gemeente Tiel · geen naam".
fn words(texts: &Texts, piece: &LeftOut) -> String {
    let line = texts.with("line-number", &[("line", piece.line.into())]);
    let reason = match piece.reason {
        Reason::TooMany => texts.reason(piece.reason),
        _ => texts.get("participants-nobody").to_owned(),
    };
    format!("{line} · {} · {reason}", piece.text)
}
