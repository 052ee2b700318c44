//! Undo in the note: short steps while typing, and one step for each change made by a button or a key.

use eframe::egui::text::CCursorRange;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::util::undoer::{Settings, Undoer};
use eframe::egui::{Id, Ui};

use crate::app::draft::{Draft, Replacement};

use super::range_of;

/// The selection and the text at each step.
type History = Undoer<(CCursorRange, String)>;

/// A fresh undo history. egui's own steps may be half a minute of typing.
pub fn undoer() -> History {
    History::with_settings(Settings { max_undos: 200, stable_time: 0.4, auto_save_interval: 5.0 })
}

/// Makes the text as it is a step of its own, apart from what is typed before and after it.
pub fn add_point(ui: &Ui, id: Id, draft: &Draft) {
    let Some(mut field) = TextEditState::load(ui.ctx(), id) else { return };
    let mut undoer = field.undoer();
    undoer.add_undo(&(range_of(draft.selected), draft.text.clone()));
    field.set_undoer(undoer);
    field.store(ui.ctx(), id);
}

/// Makes a step of a replaced text. `now` is in seconds of egui's clock.
pub fn add_step(field: &mut TextEditState, replacement: &Replacement, text: &str, now: f64) {
    let (before_text, before_selected) = &replacement.before;
    let mut undoer = field.undoer();
    undoer.add_undo(&(range_of(*before_selected), before_text.clone()));
    let after = (range_of(replacement.after), text.to_owned());
    // Feeding first drops the redo steps: they belong to a text that is not there any more.
    undoer.feed_state(now, &after);
    undoer.add_undo(&after);
    field.set_undoer(undoer);
}
