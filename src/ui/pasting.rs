//! What is pasted into a note, before any text field sees it: lines instead of whatever the clipboard holds, and a refusal of
//! pictures. Fields of dialogs get what egui gives them. That each paste has a frame of its own is up to `in_order.rs`.

use eframe::egui::{Context, Event, Memory, RawInput};

use crate::app::state::State;
use crate::paste;

use super::clipboard::{Clipboard, Content};
use super::editor;

/// What is pasted from.
pub struct Pasting {
    clipboard: Clipboard,
}

impl Pasting {
    /// Pastes from this clipboard.
    pub fn new(clipboard: Clipboard) -> Self {
        Self { clipboard }
    }

    /// Looks at what has come in before a frame begins.
    pub fn before_frame(&mut self, ctx: &Context, input: &mut RawInput, state: &mut State) {
        if !is_for_note(ctx, state) {
            return;
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

    /// The clipboard itself.
    pub fn clipboard(&mut self) -> &mut Clipboard {
        &mut self.clipboard
    }

    /// The plain text on the clipboard, as lines.
    pub fn plain(&mut self) -> Option<String> {
        self.clipboard.read(Content::Text).map(|text| paste::plain(&text))
    }
}

/// Whether what is pasted is meant for the note: it has the focus, or nothing has.
fn is_for_note(ctx: &Context, state: &State) -> bool {
    let Some(draft) = state.draft.as_ref().filter(|_| state.dialog.is_none() && state.preview.is_none())
    else {
        return false;
    };
    let focused = ctx.memory(Memory::focused);
    focused.is_none_or(|focused| focused == editor::field_id(draft))
}
