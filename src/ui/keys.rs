//! Which command a pressed key is, by the table. Looked up before any text field sees the key.

use eframe::egui::{self, Modifiers};

use crate::app::chord::{Chord, Key, Platform};
use crate::app::command::{Command, Entry, TABLE};
use crate::app::state::State;

/// Takes the keys that are commands out of the input and gives their commands.
pub fn take_commands(ctx: &egui::Context, state: &State) -> Vec<Command> {
    let no_key = |input: &egui::InputState| {
        !input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. }))
    };
    if ctx.input(no_key) {
        return Vec::new();
    }
    let mut by_modifiers: Vec<(&Entry, Chord)> =
        TABLE.iter().filter_map(|entry| Some((entry, entry.chord_on(Platform::HERE)?))).collect();
    // A chord also matches when more keys are held down, so the one with the most comes first.
    by_modifiers.sort_by_key(|(_, chord)| std::cmp::Reverse(chord.modifiers()));
    ctx.input_mut(|input| {
        by_modifiers
            .into_iter()
            .filter(|(entry, chord)| {
                entry.command.is_enabled(state) && input.consume_key(modifiers_of(*chord), key_of(chord.key))
            })
            .map(|(entry, _)| entry.command.clone())
            .collect()
    })
}

/// Keys that egui's text field takes for deletions on every system, but that mean nothing here: swallowed, so that a slip
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

fn modifiers_of(chord: Chord) -> Modifiers {
    let mut modifiers = Modifiers::NONE;
    modifiers.command = chord.primary;
    modifiers.shift = chord.shift;
    modifiers.alt = chord.alt;
    modifiers
}

fn key_of(key: Key) -> egui::Key {
    match key {
        Key::Letter(letter) => egui::Key::from_name(&letter.to_string()).unwrap_or(egui::Key::Escape),
        Key::Digit(digit) => egui::Key::from_name(&digit.to_string()).unwrap_or(egui::Key::Escape),
        Key::Up => egui::Key::ArrowUp,
        Key::Down => egui::Key::ArrowDown,
        Key::Enter => egui::Key::Enter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chord_of_the_table_is_a_key_that_egui_knows() {
        for entry in &TABLE {
            for platform in [Platform::Pc, Platform::Mac] {
                let Some(chord) = entry.chord_on(platform) else { continue };
                assert_ne!(key_of(chord.key), egui::Key::Escape, "{:?}", entry.command);
            }
        }
    }
}
