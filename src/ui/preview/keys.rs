//! The keys of the preview: those of the note, for the items. The same keys go to the next and move, delete and finish.

use eframe::egui::{Context, Key, Modifiers, Popup};

use crate::app::command::{Command, Edit};
use crate::app::line_edits::Way;
use crate::app::preview::{Change, Preview};
use crate::ui::keys::take_pressed;

/// Takes the keys that mean something here out of the input. Keys of other commands are taken too, and do nothing. Undo is a
/// field's, unless a step was the last thing that was done.
pub fn take(ctx: &Context, preview: Option<&Preview>) -> Vec<Command> {
    let mut commands: Vec<Command> =
        take_pressed(ctx).iter().filter_map(|entry| in_preview(&entry.command)).collect();
    if preview.is_some_and(Preview::follows_step)
        && ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z))
    {
        commands.push(Command::ChangePreview(Change::Undo));
    }
    if !Popup::is_any_open(ctx) && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::LeavePreview);
    }
    commands
}

/// What a command for the note does here.
fn in_preview(command: &Command) -> Option<Command> {
    let change = match command {
        Command::ToggleDone | Command::Save => return Some(Command::FinishPreview),
        Command::NextSession => Change::Step(1),
        Command::PreviousSession => Change::Step(-1),
        Command::Edit(Edit::Move(Way::Up)) => Change::Move(-1),
        Command::Edit(Edit::Move(Way::Down)) => Change::Move(1),
        Command::Edit(Edit::Delete) => Change::Delete,
        _ => return None,
    };
    Some(Command::ChangePreview(change))
}
