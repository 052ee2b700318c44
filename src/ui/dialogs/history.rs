//! The note as it once was: its versions by time, and what each had that the note has not.

use eframe::egui::{Button, RichText, ScrollArea, Ui, Vec2};

use super::{close_button, heading, last_row};
use crate::app::command::Command;
use crate::app::dialog::History;
use crate::app::state::State;
use crate::domain::clock::Moment;
use crate::domain::dates;
use crate::domain::diff::{Change, DiffLine};
use crate::domain::keeping::Version;
use crate::i18n::Texts;
use crate::ui::theme::{fonts, palette, space, type_scale};
use crate::ui::widgets::main_button;

/// The height of the list and of the comparison, in points.
const HEIGHT: f32 = 360.0;

/// The height of a line in the comparison.
const ROW: f32 = 24.0;

/// Draws the dialog.
pub fn show(ui: &mut Ui, state: &State, history: &History, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    heading(ui, texts.get("history-heading"), texts.get("history-explanation"));
    match history.versions.as_deref() {
        None => _ = ui.label(texts.get("fetching")),
        Some([]) => _ = ui.label(texts.get("history-empty")),
        Some(versions) => {
            ui.horizontal_top(|ui| {
                list(ui, texts, history, versions, commands);
                comparison(ui, texts, &history.diff);
            });
        }
    }
    last_row(ui, |ui| {
        let restore = main_button(ui, texts.get("restore-version"), history.chosen.is_some()).clicked();
        if let (true, Some(version)) = (restore, history.chosen) {
            commands.push(Command::RestoreVersion(history.session, version));
        }
        close_button(ui, texts.get("close"), commands);
    });
}

fn list(ui: &mut Ui, texts: &Texts, history: &History, versions: &[Version], commands: &mut Vec<Command>) {
    ui.vertical(|ui| {
        ui.set_width(space::VERSIONS);
        ScrollArea::vertical().id_salt("versions").max_height(HEIGHT).auto_shrink([false, false]).show_rows(
            ui,
            space::TARGET,
            versions.len(),
            |ui, rows| {
                let last = versions.len() - rows.start;
                for (nth, version) in versions.get(rows).unwrap_or_default().iter().enumerate() {
                    let is_chosen = history.chosen == Some(version.id);
                    let label = format!("{} · {}", last - nth, moment(texts, version.saved_at));
                    let button = Button::selectable(is_chosen, &label)
                        .min_size(Vec2::new(space::VERSIONS - space::MEDIUM, space::TARGET));
                    let lines = texts.count("lines", version.lines as usize);
                    let name = format!("{label}, {lines}");
                    if ui.add(button).accessible_name(name).clicked() {
                        commands.push(Command::ChooseVersion(version.id));
                    }
                }
            },
        );
    });
}

/// The lines of the version and of the note; what went is struck through, what came is in the accent colour.
fn comparison(ui: &mut Ui, texts: &Texts, diff: &[DiffLine]) {
    let palette = palette::of(ui);
    ui.vertical(|ui| {
        let scroll = ScrollArea::vertical().id_salt("comparison").max_height(HEIGHT);
        scroll.auto_shrink([false, false]).show_rows(ui, ROW, diff.len(), |ui, rows| {
            for line in diff.get(rows).unwrap_or_default() {
                let (sign, said, color) = match line.change {
                    Change::Same => ("  ", None, palette.text),
                    Change::Removed => ("− ", Some("diff-only-then"), palette.danger),
                    Change::Added => ("+ ", Some("diff-only-now"), palette.accent),
                };
                let words = RichText::new(format!("{sign}{}", line.text)).color(color);
                let words = if line.change == Change::Same { words } else { words.family(fonts::bold()) };
                let label = ui.add(eframe::egui::Label::new(words.size(type_scale::BODY)).truncate());
                if let Some(said) = said {
                    let name = format!("{}: {}", texts.get(said), line.text);
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_value(name));
                }
            }
        });
    });
}

/// "do 16 maart 2023, 14:32".
pub fn moment(texts: &Texts, at: Moment) -> String {
    format!("{}, {}", dates::date(texts.language(), at.date_naive()), dates::time(at.time()))
}
