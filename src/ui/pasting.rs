//! What is pasted into a note, before any text field sees it: lines instead of whatever the clipboard holds, one frame for
//! each paste, and a refusal of pictures. Fields of dialogs get what egui gives them.

use eframe::egui::{Context, Event, Key, Memory, RawInput};

use crate::app::state::State;
use crate::paste;

use super::clipboard::{Clipboard, Content};
use super::editor;

/// What waits between two frames.
pub struct Pasting {
    clipboard: Clipboard,
    /// What came after a paste or before it in one frame, and has its turn in the next.
    held: Vec<Event>,
}

impl Pasting {
    /// Pastes from this clipboard.
    pub fn new(clipboard: Clipboard) -> Self {
        Self { clipboard, held: Vec::new() }
    }

    /// Looks at what has come in before a frame begins.
    pub fn before_frame(&mut self, ctx: &Context, input: &mut RawInput, state: &mut State) {
        input.events.splice(0..0, self.held.drain(..));
        if !is_for_note(ctx, state) {
            return;
        }
        let stays = length_of_turn(&input.events);
        self.held = input.events.split_off(stays);
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
        for event in &mut input.events {
            match event {
                Event::Paste(text) => {
                    *text = paste::lines(text, self.clipboard.read(Content::Html).as_deref());
                    state.focus_note();
                }
                Event::MiddleClickPaste { text, .. } => *text = paste::plain(text),
                Event::PasteImage(_) => state.tell_no_pictures(),
                _ => {}
            }
        }
    }

    /// The plain text on the clipboard, as lines.
    pub fn plain(&mut self) -> Option<String> {
        self.clipboard.read(Content::Text).map(|text| paste::plain(&text))
    }
}

/// Whether what is pasted is meant for the note: it has the focus, or nothing has.
fn is_for_note(ctx: &Context, state: &State) -> bool {
    let Some(draft) = state.draft.as_ref().filter(|_| state.dialog.is_none()) else { return false };
    let focused = ctx.memory(Memory::focused);
    focused.is_none_or(|focused| focused == editor::field_id(draft))
}

/// How many events have their turn in this frame. A paste is alone in its frame, so that it is one step of undo. A key that
/// may be for the list at the caret waits for the letters before it: what it means depends on them.
fn length_of_turn(events: &[Event]) -> usize {
    let mut has_typed = false;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Paste(_) if has_typed => return index,
            Event::Paste(_) => return index + 1,
            Event::Text(_) | Event::Ime(_) => has_typed = true,
            Event::Key { key, pressed: true, .. } if has_typed && is_for_list(*key) => return index,
            _ => {}
        }
    }
    events.len()
}

fn is_for_list(key: Key) -> bool {
    matches!(key, Key::Tab | Key::Enter | Key::Escape | Key::ArrowDown | Key::ArrowUp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: eframe::egui::Modifiers::NONE,
        }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    #[test]
    fn a_paste_has_a_frame_of_its_own() {
        let paste = || Event::Paste("x".to_owned());
        assert_eq!(length_of_turn(&[text("a"), text("b")]), 2);
        assert_eq!(length_of_turn(&[text("a"), paste()]), 1);
        assert_eq!(length_of_turn(&[paste(), text("a"), paste()]), 1);
        assert_eq!(length_of_turn(&[]), 0);
    }

    #[test]
    fn a_key_for_the_list_waits_for_the_letters_before_it() {
        assert_eq!(length_of_turn(&[text("#"), text("o"), key(Key::Tab), text("x")]), 2);
        assert_eq!(length_of_turn(&[key(Key::Tab), text("x")]), 2);
        assert_eq!(length_of_turn(&[key(Key::Backspace), text("x"), key(Key::Backspace)]), 3);
    }
}
