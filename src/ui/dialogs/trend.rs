//! What is known of a trend, to change: its tag, its name, other ways to write it; to make it part of another one, or to drop
//! it. Every line that carries it follows.

use eframe::egui::{Button, Response, RichText, ScrollArea, TextEdit, Ui, Vec2};

use super::files::is_entered;
use super::{Dialogs, buttons, heading};
use crate::app::across::TrendForm;
use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::trend::normalise;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::{button_menu, close_menu};

/// So high is the list of other trends at the most.
const OTHERS: f32 = 300.0;

impl Dialogs {
    pub(super) fn trend_form(
        &mut self,
        ui: &mut Ui,
        state: &State,
        form: &mut TrendForm,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        heading(ui, texts.get("trend-form-heading"), texts.get("trend-form-explanation"));
        let tag = field(ui, texts.get("trend-form-tag"), &mut form.to);
        self.focus_first(&tag, "trend form");
        let label = field(ui, texts.get("trend-form-label"), &mut form.label);
        let aliases = field(ui, texts.get("trend-form-aliases"), &mut form.aliases);
        ui.add_space(space::SMALL);
        ui.spacing_mut().interact_size.y = space::TARGET;
        ui.checkbox(&mut form.all_days, texts.get("trend-form-all-days"));
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            others(ui, state, form, commands);
            let drop = RichText::new(texts.get("trend-form-delete")).color(palette::of(ui).danger);
            let button = Button::new(drop).min_size(Vec2::splat(space::TARGET));
            if ui.add(button).on_hover_text(texts.get("trend-form-delete-tip")).clicked() {
                commands.push(Command::DeleteTrend);
            }
        });
        let entered = [tag, label, aliases].iter().any(|field| is_entered(ui, field));
        if buttons(ui, texts, texts.get("trend-form-now"), true, commands) || entered {
            commands.push(Command::FillInTrend);
        }
    }
}

/// The other trends of the day, one of which this one can become part of.
fn others(ui: &mut Ui, state: &State, form: &TrendForm, commands: &mut Vec<Command>) {
    let words = state.texts.get("trend-form-merge");
    let response = ui.add(Button::new(words).min_size(Vec2::splat(space::TARGET)));
    button_menu(&response, words, |ui| {
        ScrollArea::vertical().max_height(OTHERS).show(ui, |ui| {
            for trend in &state.afterwards.matrix.trends {
                if normalise(&trend.tag) != normalise(&form.tag)
                    && ui.button(format!("#{}", trend.tag)).on_hover_text(&trend.label).clicked()
                {
                    commands.push(Command::MergeTrend(trend.tag.clone()));
                    close_menu(ui);
                }
            }
        });
    });
}

fn field(ui: &mut Ui, name: &str, text: &mut String) -> Response {
    ui.label(RichText::new(name).size(type_scale::SMALL).color(palette::of(ui).quiet));
    let field =
        TextEdit::singleline(text).desired_width(f32::INFINITY).min_size(Vec2::new(0.0, space::TARGET));
    ui.add(field).accessible_name(name)
}
