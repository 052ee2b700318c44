//! What typing turns into: "actie: " becomes the box of an action, Enter goes on with a list, Tab moves a line of one. Each is
//! one step for undo, and nothing is done while an input method is composing.

use eframe::egui::{Event, ImeEvent, Key, Ui};

use super::caret::CaretLine;
use crate::app::draft::{Draft, Selected};
use crate::domain::language::Language;
use crate::domain::line::{self, edit};

/// Enter and Tab in a list. With keys held down nothing is meant but what the text field makes of it.
pub fn take_list_keys(ui: &Ui, draft: &mut Draft) {
    if draft.composing {
        return;
    }
    let now = ui.input(|input| input.time);
    let pressed = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key { key: key @ (Key::Enter | Key::Tab), pressed: true, modifiers, .. } => {
                Some((*key, *modifiers))
            }
            _ => None,
        })
    });
    let Some((key, modifiers)) = pressed else { return };
    let taken = match key {
        Key::Enter if modifiers.shift_only() => {
            draft.break_under(now);
            true
        }
        Key::Enter => modifiers.is_none() && draft.continue_list(now),
        _ if draft.can_move_deeper() && (modifiers.is_none() || modifiers.shift_only()) => {
            draft.indent_lines(!modifiers.shift, now);
            true
        }
        _ => false,
    };
    if taken {
        ui.input_mut(|input| input.consume_key(modifiers, key));
    }
}

/// "actie: " and "[] " become an action the moment they are typed, and never later: whoever undoes it, means it. Says
/// whether anything was changed.
pub fn expand(ui: &Ui, draft: &mut Draft, caret_line: &CaretLine, language: Language) -> bool {
    let before = caret_line.before_caret(draft);
    let length = before.chars().count();
    for later in letters_after_spaces(ui) {
        // Letters that came in the same frame stand behind what may have become something else.
        let end =
            before.char_indices().nth(length.saturating_sub(later)).map_or(before.len(), |(end, _)| end);
        let (typed, rest) = before.split_at_checked(end).unwrap_or((before, ""));
        let Some(expanded) = expanded(typed, language) else { continue };
        let text = caret_line.with_before_caret(draft, &format!("{expanded}{rest}"));
        let caret = draft.selected.caret - typed.chars().count() + expanded.chars().count();
        draft.replace(text, Selected::at(caret), ui.input(|input| input.time));
        // The field was drawn already; what it became shows in the next frame.
        ui.ctx().request_repaint();
        return true;
    }
    false
}

fn expanded(typed: &str, language: Language) -> Option<String> {
    let is_blank = line::parse(typed).is_blank();
    let expanded = is_blank.then(|| edit::expand(typed, language)).flatten();
    expanded.or_else(|| edit::retyped(typed, language))
}

/// For each space that was typed in this frame, how many letters came after it.
fn letters_after_spaces(ui: &Ui) -> Vec<usize> {
    ui.input(|input| {
        let mut after: Vec<usize> = Vec::new();
        for event in &input.events {
            match event {
                Event::Text(text) => {
                    let length = text.chars().count();
                    for letters in &mut after {
                        *letters += length;
                    }
                    if text.ends_with(' ') {
                        after.push(0);
                    }
                }
                // From here on it cannot be told any more where the space has gone.
                Event::Key { key: Key::Backspace | Key::Delete | Key::ArrowLeft, pressed: true, .. } => {
                    after.clear();
                }
                _ => {}
            }
        }
        after
    })
}

/// Whether an input method holds characters in the text that are not typed yet.
pub fn is_composing(ui: &Ui, was: bool) -> bool {
    ui.input(|input| {
        input.events.iter().fold(was, |composing, event| match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
            Event::Ime(ImeEvent::Commit(_)) => false,
            _ => composing,
        })
    })
}
