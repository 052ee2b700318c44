//! What is known of a session, to change: title, times, room, speakers, date, kind.

use eframe::egui::{Label, Response, RichText, TextEdit, Ui, Vec2, accesskit};

use super::files::is_entered;
use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::session_form::{SessionForm, Wrong};
use crate::domain::day::SessionKind;
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};

/// The width of the short fields, in points.
const SHORT: f32 = 200.0;
/// So many speakers are seen at once.
const SPEAKER_ROWS: usize = 2;

impl Dialogs {
    pub(super) fn session_form(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        form: &mut SessionForm,
        commands: &mut Vec<Command>,
    ) {
        heading(ui, texts.get("session-form-heading"), texts.get("session-form-explanation"));
        let title = field(ui, texts.get("session-form-title"), &mut form.title, f32::INFINITY);
        self.focus_first(&title, "session form");
        let times = field(ui, texts.get("session-form-times"), &mut form.times, SHORT);
        wrong(ui, texts, form, &times, Wrong::Times);
        let date = field(ui, texts.get("session-form-date"), &mut form.date, SHORT);
        wrong(ui, texts, form, &date, Wrong::Date);
        let room = field(ui, texts.get("session-form-room"), &mut form.room, f32::INFINITY);
        label(ui, texts.get("session-form-speakers"));
        let speakers =
            TextEdit::multiline(&mut form.speakers).desired_rows(SPEAKER_ROWS).desired_width(f32::INFINITY);
        ui.add(speakers).accessible_name(texts.get("session-form-speakers"));
        label(ui, texts.get("session-form-kind"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = space::TARGET;
            // Each with its words well apart from the next.
            ui.spacing_mut().item_spacing = Vec2::new(space::MEDIUM, 0.0);
            for kind in SessionKind::ALL {
                ui.radio_value(&mut form.kind, kind, texts.session_kind(kind));
            }
        });
        let entered = [title, times, date, room].iter().any(|field| is_entered(ui, field));
        if buttons(ui, texts, texts.get("session-form-now"), true, commands) || entered {
            commands.push(Command::FillInSession);
        }
    }
}

fn label(ui: &mut Ui, words: &str) {
    let quiet = palette::of(ui).quiet;
    ui.label(RichText::new(words).size(type_scale::SMALL).color(quiet));
}

fn field(ui: &mut Ui, name: &str, text: &mut String, width: f32) -> Response {
    label(ui, name);
    let field = TextEdit::singleline(text).desired_width(width).min_size(Vec2::new(0.0, space::TARGET));
    ui.add(field).accessible_name(name)
}

/// Says that a field is not understood, until it is typed in again.
fn wrong(ui: &mut Ui, texts: &Texts, form: &mut SessionForm, response: &Response, which: Wrong) {
    if form.wrong != Some(which) {
        return;
    }
    if response.changed() {
        form.wrong = None;
        return;
    }
    let words = match which {
        Wrong::Times => texts.get("session-form-wrong-times"),
        Wrong::Date => texts.get("session-form-wrong-date"),
    };
    let label = ui.add(Label::new(RichText::new(words).color(palette::of(ui).danger)).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Assertive));
}
