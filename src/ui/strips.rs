//! The strips above the note: that this is an example, where backups go, and what there is to say at the moment.

use eframe::egui::{Color32, Frame, Label, Margin, Ui, accesskit};

use crate::app::command::Command;
use crate::app::copying::Kept;
use crate::app::state::{Notice, State};
use crate::app::view::View;
use crate::domain::id::SessionId;
use crate::domain::problem::ProblemKind;

use super::menus::operation;
use super::note::flush_left;
use super::programme::numbered_title;
use super::theme::{icons, palette, space};
use super::widgets::{command_button, icon_button, quiet_button, width_of_button, width_of_quiet_button};

/// With less room than this beside its answers, in points, a question stands above them.
const LEAST_WORDS: f32 = 160.0;

/// With less room than this beside what can be done about it, in points, a notice stands above that.
const LEAST_SENTENCE: f32 = 280.0;

/// Draws them, without a gap between.
pub fn show(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let between = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    example(ui, state, commands);
    backups(ui, state, commands);
    notice(ui, state, commands);
    ui.spacing_mut().item_spacing.y = between;
}

/// Draws only what there is to say at the moment, above a view.
pub fn show_notice(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    notice(ui, state, commands);
}

fn strip(ui: &mut Ui, fill: Color32, content: impl FnOnce(&mut Ui)) {
    Frame::new().fill(fill).inner_margin(Margin::symmetric(16, 6)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        content(ui);
    });
}

/// The example day says that it is one, so that nobody notes today's meeting in it.
fn example(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if !state.book.as_ref().is_some_and(|book| book.day.example) {
        return;
    }
    let ways_on = [(icons::OPEN, Command::OpenPaste), (icons::ADD, Command::EmptyDay)];
    question(ui, state, "example-banner", &ways_on, commands);
}

/// Asked once, and not on the example day: a remote desktop may empty the local folders when the person logs off.
fn backups(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if !state.asks_for_backups || state.book.as_ref().is_none_or(|book| book.day.example) {
        return;
    }
    let answers = [(icons::OPEN, Command::BackUpToDocuments), (icons::SAVED, Command::BackUpBesideNotes)];
    question(ui, state, "backups-question", &answers, commands);
}

fn question(
    ui: &mut Ui,
    state: &State,
    text: &str,
    answers: &[(egui_material_icons::MaterialIcon, Command)],
    commands: &mut Vec<Command>,
) {
    let chosen = palette::of(ui).chosen;
    if ui.ctx().content_rect().height() < space::FOLDS_ABOVE_NOTE {
        // What it offers is in the menus of the header and in the settings too.
        return strip(ui, chosen, |ui| {
            ui.add(Label::new(state.texts.get(text)).truncate());
        });
    }
    strip(ui, chosen, |ui| {
        let widths =
            answers.iter().map(|(icon, command)| width_of_button(ui, state, *icon, command) + space::SMALL);
        let room = ui.available_width() - widths.sum::<f32>();
        let buttons = |ui: &mut Ui, commands: &mut Vec<Command>| {
            for (icon, command) in answers {
                command_button(ui, state, *icon, command, commands);
            }
        };
        if room < LEAST_WORDS {
            ui.label(state.texts.get(text));
            ui.horizontal_wrapped(|ui| buttons(ui, commands));
            return;
        }
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_width(room);
                ui.add(Label::new(state.texts.get(text)).wrap());
            });
            buttons(ui, commands);
        });
    });
}

/// What there is to say at the moment.
pub fn notice(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    // A dialog shows what went wrong with it itself.
    let Some(notice) = state.notice.as_ref().filter(|_| state.dialog.is_none()) else { return };
    let palette = palette::of(ui);
    let (is_trouble, text) = words_of(notice, state);
    let ways_on = ways_on(notice, state);
    let fill = if is_trouble { palette.danger_ground } else { palette.panel };
    strip(ui, fill, |ui| {
        let beside = |way: &WayOn| width_of_way(ui, state, way) + space::SMALL;
        let close = space::TARGET + space::SMALL;
        let room = ui.available_width() - close - ways_on.iter().map(beside).sum::<f32>();
        let (width, stacks) =
            if room < LEAST_SENTENCE { (ui.available_width() - close, true) } else { (room, false) };
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_width(width);
                let label = ui.add(Label::new(text).wrap().selectable(true));
                ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
            });
            if !stacks {
                ways(ui, state, &ways_on, commands);
            }
            if icon_button(ui, icons::CLOSE, state.texts.get("dismiss")).clicked() {
                commands.push(Command::DismissNotice);
            }
        });
        if stacks && !ways_on.is_empty() {
            flush_left(ui, |ui| {
                ui.horizontal_wrapped(|ui| ways(ui, state, &ways_on, commands));
            });
        }
    });
}

/// What can be done about a notice: in words, or without them the button that takes it back.
type WayOn = (Option<&'static str>, Command);

/// How wide the button for a way on is.
fn width_of_way(ui: &Ui, state: &State, (words, command): &WayOn) -> f32 {
    match words {
        Some(words) => width_of_quiet_button(ui, state.texts.get(words)),
        None => width_of_button(ui, state, icons::UNDO, command),
    }
}

fn ways(ui: &mut Ui, state: &State, ways_on: &[WayOn], commands: &mut Vec<Command>) {
    for (words, command) in ways_on {
        let Some(words) = words else {
            command_button(ui, state, icons::UNDO, command, commands);
            continue;
        };
        if quiet_button(ui, state.texts.get(words)) {
            commands.push(command.clone());
        }
    }
}

/// What can be done about a notice, in words; without words it is taken back.
fn ways_on(notice: &Notice, state: &State) -> Vec<WayOn> {
    match notice {
        Notice::Done(_) | Notice::Moved { .. } | Notice::BroughtIn { .. }
            if state.undoable.undo.is_some() =>
        {
            vec![(None, Command::UndoOperation)]
        }
        Notice::Exported(report) => {
            let folder = report.path.parent().map(|folder| Command::OpenElsewhere(folder.to_path_buf()));
            let folder = folder.map(|command| (Some("show-folder"), command));
            let file = (Some("open-exported"), Command::OpenElsewhere(report.path.clone()));
            [Some(file), folder, Some((Some("export-again"), Command::ExportAgain))]
                .into_iter()
                .flatten()
                .collect()
        }
        Notice::NotExported(_) => vec![(Some("export-again"), Command::ExportAgain)],
        Notice::OpenActions(_) => {
            vec![(Some("open-actions-show"), Command::ShowView(View::Overview))]
        }
        Notice::Copied(copied) if copied.private_left_out > 0 => {
            let command = Command::Copy { what: copied.what, include_private: true };
            vec![(Some("copy-private-too"), command)]
        }
        _ => Vec::new(),
    }
}

/// Whether something is wrong, and what there is to say.
fn words_of(notice: &Notice, state: &State) -> (bool, String) {
    match notice {
        Notice::OpenActions(count) => (false, state.texts.count("open-actions-left", *count).to_string()),
        Notice::Problem(problem) | Notice::NotExported(problem) => {
            let words = format!("{} {}", state.texts.problem(problem), state.texts.hint(problem));
            (problem.kind != ProblemKind::Stopped, words)
        }
        Notice::NoPictures => (true, state.texts.get("no-pictures").to_owned()),
        Notice::NotSaved => (true, state.texts.get("close-held").to_owned()),
        Notice::AllSaved if !state.is_all_saved() => (false, state.texts.get("saving").to_owned()),
        Notice::AllSaved => (false, state.texts.get("all-saved-notice").to_owned()),
        Notice::FolderRisk(place) => {
            let variables = [("where", place.clone().into())];
            (true, state.texts.with("whereabouts-risk", &variables))
        }
        Notice::Done(op) => (false, state.texts.with("done", &[("what", operation(state, *op).into())])),
        Notice::TakenBack(op) => {
            (false, state.texts.with("taken-back", &[("what", operation(state, *op).into())]))
        }
        Notice::BroughtIn { days, sessions, lines } => {
            let variables =
                [("days", (*days).into()), ("sessions", (*sessions).into()), ("lines", (*lines).into())];
            (false, state.texts.with("notes-brought-in", &variables))
        }
        Notice::Moved { lines, to } => (false, moved(state, *lines, *to)),
        Notice::BackedUp(path) => {
            let variables = [("path", path.display().to_string().into())];
            (false, state.texts.with("backed-up-to", &variables))
        }
        Notice::Printed(report) => {
            (false, state.texts.with("printed", &[("private", report.private_left_out.into())]))
        }
        Notice::NotOpened(path) => {
            (true, state.texts.with("not-opened", &[("path", path.display().to_string().into())]))
        }
        Notice::Copied(copied) => {
            let message = match copied.kept {
                Kept::Rich => "copied",
                Kept::Plain => "copied-plain",
                Kept::Not => "copied-nothing",
            };
            let variables = [("lines", copied.lines.into()), ("private", copied.private_left_out.into())];
            (copied.kept == Kept::Not, state.texts.with(message, &variables))
        }
        Notice::Exported(report) => {
            let variables = [
                ("path", report.path.display().to_string().into()),
                ("sessions", report.sessions.into()),
                ("lines", report.lines.into()),
                ("private", report.private_left_out.into()),
            ];
            (false, state.texts.with("exported", &variables))
        }
    }
}

/// "2 regels verplaatst naar 4 · Ambities".
fn moved(state: &State, lines: usize, to: SessionId) -> String {
    let page = state.book.as_ref().and_then(|book| book.page(to));
    let to = page.map_or_else(String::new, |page| numbered_title(&page.session, &state.texts));
    state.texts.with("moved", &[("lines", lines.into()), ("to", to.into())])
}
