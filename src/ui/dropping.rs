//! A file or a folder that is dropped on the window is a programme or notes to be opened. On Wayland the window library hears of no such files;
//! the dialog says so, and takes their place.

use std::path::PathBuf;

use eframe::egui::{Align2, Area, Context, Frame, Id, Margin, Order, Vec2};

use crate::app::command::Command;
use crate::app::dialog::Dialog;
use crate::app::state::{Phase, State};

use super::theme::{palette, type_scale};

/// Whether files can be dropped on the window here.
#[must_use]
pub fn can_drop() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || !is_set("WAYLAND_DISPLAY")
}

/// Opens a file that was dropped, and says that it can be while it hangs over the window. Where something is being looked
/// through or filled in, nothing happens.
pub fn show(ctx: &Context, state: &State, commands: &mut Vec<Command>) {
    let takes_notes = matches!(&state.dialog, Some(Dialog::BringIn(asked)) if !asked.is_busy);
    let is_free = takes_notes || matches!(state.dialog, None | Some(Dialog::Open { .. }));
    if state.phase != Phase::Ready || state.preview.is_some() || !is_free {
        return;
    }
    let (hangs, dropped) = ctx.input(|input| {
        let dropped: Option<PathBuf> = input.raw.dropped_files.first().map(|file| file.path().to_path_buf());
        (!input.raw.hovered_files.is_empty(), dropped)
    });
    if let Some(path) = dropped {
        commands.push(if takes_notes { Command::ReadNotes(path) } else { Command::ReadProgramme(path) });
    } else if hangs {
        say(ctx, state);
    }
}

fn say(ctx: &Context, state: &State) {
    let area =
        Area::new(Id::unique("dropping")).order(Order::Tooltip).anchor(Align2::CENTER_CENTER, Vec2::ZERO);
    area.show(ctx, |ui| {
        let palette = palette::of(ui);
        let frame = Frame::popup(ui.style()).fill(palette.paper).inner_margin(Margin::same(24));
        frame.show(ui, |ui| ui.label(type_scale::heading(state.texts.get("drop-here"))));
    });
}
