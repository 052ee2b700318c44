//! "Waar staan mijn notities?": the file, the last save, the backups, and the proof that one can be put back.

use std::path::{Path, PathBuf};

use eframe::egui::{Label, RichText, Ui};

use super::history::moment;
use super::{close_button, heading};
use crate::app::command::Command;
use crate::app::dialog::Whereabouts;
use crate::app::state::{Notice, State};
use crate::domain::keeping::{Backup, BackupKind};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{main_button, panel_heading, progress};
use crate::worker::Work;

/// Draws the dialog.
pub fn show(ui: &mut Ui, state: &State, whereabouts: &Whereabouts, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    heading(ui, texts.get("command-whereabouts"), texts.get("whereabouts-explanation"));
    part(ui, texts.get("whereabouts-file"), &state.path.display().to_string());
    if let Some(risk) = &state.risk {
        ui.label(
            RichText::new(texts.with("whereabouts-risk", &[("where", risk.clone().into())]))
                .color(palette::of(ui).danger),
        );
    }
    let saved = match state.saving.saved_at {
        Some(at) => moment(texts, at),
        None => texts.get("all-saved").to_owned(),
    };
    part(ui, texts.get("whereabouts-saved"), &saved);
    let last = whereabouts.backups.as_ref().map(|backups| last_regular(backups));
    let backup = match last {
        None => texts.get("fetching").to_owned(),
        Some(None) => texts.get("whereabouts-no-backup").to_owned(),
        Some(Some(backup)) => {
            let path = named_like(&state.path, &backup.path);
            format!("{} · {}", moment(texts, backup.made_at), path.display())
        }
    };
    part(ui, texts.get("whereabouts-backup"), &backup);
    part(ui, texts.get("whereabouts-log"), texts.get("whereabouts-no-log"));
    let shown = [Work::BackUp, Work::Prove].into_iter().find_map(|work| state.shown(work));
    match shown.filter(|_| whereabouts.is_busy) {
        Some(shown) => {
            ui.horizontal(|ui| progress(ui, state, shown, commands));
        }
        None => outcome(ui, state, whereabouts),
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        let is_free = !whereabouts.is_busy;
        let last = last.flatten();
        if main_button(ui, texts.get("prove-restore"), is_free && last.is_some()).clicked()
            && let Some(backup) = last
        {
            commands.push(Command::ProveRestore(backup.path.clone()));
        }
        if ui.add_enabled(is_free, eframe::egui::Button::new(texts.get("back-up-now"))).clicked() {
            commands.push(Command::BackUp);
        }
        close_button(ui, texts.get("close"), commands);
    });
}

fn part(ui: &mut Ui, name: &str, value: &str) {
    panel_heading(ui, name);
    ui.add(Label::new(value).wrap().selectable(true));
    ui.add_space(space::TIGHT);
}

/// What came of what was asked here.
fn outcome(ui: &mut Ui, state: &State, whereabouts: &Whereabouts) {
    let texts: &Texts = &state.texts;
    let words = match (&whereabouts.proved, &state.notice) {
        _ if whereabouts.is_busy => texts.get("busy").to_owned(),
        (_, Some(Notice::BackedUp(path))) => {
            texts.with("backed-up-to", &[("path", path.display().to_string().into())])
        }
        (Some((_, Ok(counts))), _) => texts.with(
            "restore-proved",
            &[
                ("days", counts.days.into()),
                ("sessions", counts.sessions.into()),
                ("lines", counts.lines.into()),
            ],
        ),
        (Some((_, Err(problem))), _) => format!("{} {}", texts.problem(problem), texts.hint(problem)),
        (None, _) => return,
    };
    let label = ui.add(Label::new(words).wrap().selectable(true));
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
}

/// The path of a backup, named from where the notes are named from: of notes in `notities/plenair.db`, a backup is in
/// `notities.backups`. One that is elsewhere keeps its whole path.
fn named_like(notes: &Path, backup: &Path) -> PathBuf {
    let beside = notes.ancestors().nth(2).unwrap_or(notes);
    let whole = std::path::absolute(beside).unwrap_or_default();
    backup.strip_prefix(whole).map_or_else(|_| backup.to_path_buf(), |rest| beside.join(rest))
}

fn last_regular(backups: &[Backup]) -> Option<&Backup> {
    backups.iter().find(|backup| backup.kind == BackupKind::Regular)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_named_from_where_the_notes_are_named_from() {
        let here = std::env::current_dir().expect("a folder");
        let beside = here.join("dit/notities.backups/plenair-1.db");
        assert_eq!(
            named_like(Path::new("dit/notities/plenair.db"), &beside),
            Path::new("dit/notities.backups/plenair-1.db")
        );
        assert_eq!(
            named_like(&here.join("dit/notities/plenair.db"), &beside),
            beside,
            "the whole path stays whole"
        );
        let elsewhere = here.join("elders/plenair-1.db");
        assert_eq!(named_like(Path::new("dit/notities/plenair.db"), &elsewhere), elsewhere);
    }
}
