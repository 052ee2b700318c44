//! Which command a pressed key is, by the table. Looked up before any text field sees the key.

use eframe::egui::{self, Modifiers};

use crate::app::chord::{Chord, Key, Platform};
use crate::app::command::{Command, Entry, TABLE};
use crate::app::draft::Draft;
use crate::app::state::{Notice, State};

/// Takes the keys that are commands out of the input and gives their commands.
pub fn take_commands(ctx: &egui::Context, state: &State) -> Vec<Command> {
    // Taken also when it does nothing now: else the text field would make something else of it.
    let pressed = take_pressed(ctx).into_iter().map(|entry| &entry.command);
    pressed.filter(|command| command.is_enabled(state)).cloned().collect()
}

/// Takes the keys of the table out of the input and gives their rows.
pub fn take_pressed(ctx: &egui::Context) -> Vec<&'static Entry> {
    let no_key = |input: &egui::InputState| {
        !input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. }))
    };
    if ctx.input(no_key) {
        return Vec::new();
    }
    let mut by_modifiers: Vec<(&'static Entry, Chord)> =
        TABLE.iter().filter_map(|entry| Some((entry, entry.chord_on(Platform::HERE)?))).collect();
    // A chord also matches when more keys are held down, so the one with the most comes first.
    by_modifiers.sort_by_key(|(_, chord)| std::cmp::Reverse(chord.modifiers()));
    ctx.input_mut(|input| {
        by_modifiers.retain(|(_, chord)| take(input, *chord));
        by_modifiers.into_iter().map(|(entry, _)| entry).collect()
    })
}

/// Undo and redo of an operation, with the keys of undo in the text: right after it, before anything is typed, those are
/// meant for it.
pub fn take_undo(ctx: &egui::Context, state: &State) -> Option<Command> {
    if !state.draft.as_ref().is_some_and(Draft::follows_operation) {
        return None;
    }
    let z = Key::Letter('Z');
    let take = |chord| ctx.input_mut(|input| take(input, chord));
    match state.notice {
        Some(Notice::Done(_) | Notice::Moved { .. }) if take(Chord::primary(z)) => {
            Some(Command::UndoOperation)
        }
        Some(Notice::TakenBack(_))
            if take(Chord::primary_shift(z)) || take(Chord::primary(Key::Letter('Y'))) =>
        {
            Some(Command::RedoOperation)
        }
        _ => None,
    }
}

/// Takes a chord out of the input. What was held down is asked of the key itself: by the end of the frame it may have been
/// let go of.
fn take(input: &mut egui::InputState, chord: Chord) -> bool {
    let wanted = key_of(chord.key);
    let is_chord = |event: &egui::Event| match event {
        egui::Event::Key { key, pressed: true, modifiers, .. } => {
            *key == wanted
                && modifiers.command == chord.primary
                && modifiers.shift == chord.shift
                && modifiers.alt == chord.alt
        }
        _ => false,
    };
    let count = input.events.len();
    input.events.retain(|event| !is_chord(event));
    let is_taken = input.events.len() < count;
    if is_taken && let (false, Key::Digit(digit)) = (chord.primary, chord.key) {
        // With Alt a digit is typed as well; the note must not get it.
        let typed = digit.to_string();
        input.events.retain(|event| !matches!(event, egui::Event::Text(text) if *text == typed));
    }
    is_taken
}

/// Whether a letter is typed while nothing has the focus; it is meant for the note.
pub fn types_into_nothing(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.focused().is_none())
        && ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Text(_))))
}

/// Keys that egui's text field takes for deletions on every system. Those that are no command are swallowed, so that a slip
/// of the finger deletes nothing. On a Mac they are the system's own.
pub fn swallow_emacs_deletions(ctx: &egui::Context) {
    if Platform::HERE == Platform::Mac {
        return;
    }
    ctx.input_mut(|input| {
        for key in [egui::Key::H, egui::Key::K, egui::Key::U, egui::Key::W] {
            input.consume_key(Modifiers::CTRL, key);
        }
    });
}

fn key_of(key: Key) -> egui::Key {
    match key {
        Key::Letter(letter) => egui::Key::from_name(&letter.to_string()).unwrap_or(egui::Key::Escape),
        Key::Digit(digit) => egui::Key::from_name(&digit.to_string()).unwrap_or(egui::Key::Escape),
        Key::Up => egui::Key::ArrowUp,
        Key::Down => egui::Key::ArrowDown,
        Key::Left => egui::Key::ArrowLeft,
        Key::Right => egui::Key::ArrowRight,
        Key::Enter => egui::Key::Enter,
        Key::Comma => egui::Key::Comma,
        Key::Function(number) => egui::Key::from_name(&format!("F{number}")).unwrap_or(egui::Key::Escape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chord_of_the_table_is_a_key_that_egui_knows() {
        for entry in TABLE {
            for platform in [Platform::Pc, Platform::Mac] {
                let Some(chord) = entry.chord_on(platform) else { continue };
                assert_ne!(key_of(chord.key), egui::Key::Escape, "{:?}", entry.command);
            }
        }
    }
}
