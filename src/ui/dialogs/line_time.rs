//! The time of a line, to correct. What is no time is said, and changes nothing.

use eframe::egui::{Id, Label, RichText, TextEdit, Ui, Vec2, accesskit};

use super::files::is_entered;
use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::line_time::LineTime;
use crate::domain::dates;
use crate::i18n::Texts;
use crate::ui::fields::select_all;
use crate::ui::theme::{palette, space};

/// The width of the field, in points.
const FIELD: f32 = 120.0;

impl Dialogs {
    pub(super) fn line_time(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        asked: &mut LineTime,
        commands: &mut Vec<Command>,
    ) {
        let date = dates::date(texts.language(), asked.noted_at.date_naive());
        heading(ui, texts.get("time-heading"), &texts.with("time-explanation", &[("date", date.into())]));
        ui.add(Label::new(RichText::new(&asked.text).color(palette::of(ui).quiet)).truncate());
        ui.add_space(space::TIGHT);
        let id = Id::unique("line time");
        let field = TextEdit::singleline(&mut asked.time)
            .id(id)
            .desired_width(FIELD)
            .min_size(Vec2::new(0.0, space::TARGET));
        let response = ui.add(field).accessible_name(texts.get("time-field"));
        if self.focus_first(&response, "line time") {
            select_all(ui, id, &asked.time);
        }
        asked.is_wrong &= !response.changed();
        if asked.is_wrong {
            let words = RichText::new(texts.get("time-wrong")).color(palette::of(ui).danger);
            let label = ui.add(Label::new(words).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Assertive));
        }
        let entered = is_entered(ui, &response);
        let pressed = buttons(ui, texts, texts.get("time-now"), !asked.time.trim().is_empty(), commands);
        if entered || pressed {
            // It closes the dialog, unless it is no time: then the field is typed in again.
            response.request_focus();
            commands.push(Command::SetLineTime {
                session: asked.session,
                line: asked.line,
                time: asked.time.clone(),
            });
        }
    }
}
