//! The text field of a note. It owns no text: the draft does. It hands keys to egui's field, takes over what buttons
//! changed, and knows what the caret's line is.
//!
//! One field per note, with an id of its own: undo never crosses notes.

mod caret;
mod completion;
mod undo;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::{TextEditOutput, TextEditState};
use eframe::egui::{self, EventFilter, Frame, Id, ImeEvent, ScrollArea, TextBuffer, TextEdit, Ui, Vec2};

use crate::app::draft::{Draft, Selected};
use crate::app::state::State;
use crate::domain::language::Language;
use crate::domain::line::{self, edit};
use crate::domain::trend::Trend;
use crate::i18n::Texts;

use super::theme::{palette, space, type_scale};
pub use caret::CaretLine;
use completion::Completion;

/// The caret stops blinking so many seconds after the last key: a blinking caret keeps the processor busy.
const BLINKS_FOR: f64 = 10.0;

/// What the field keeps between two frames.
#[derive(Default)]
pub struct Editor {
    caret_line: CaretLine,
    completion: Completion,
    last_key: f64,
}

impl Editor {
    /// What the line is that the caret is in.
    pub fn caret_line(&self) -> &CaretLine {
        &self.caret_line
    }

    /// Draws the field and takes what was typed. The draft stays where it is: a window that falls over in here must still
    /// find it.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State) {
        let State { draft: Some(draft), texts, book, .. } = state else { return };
        let trends = book.as_ref().map_or(&[][..], |book| &book.day.facts.trends);
        let id = field_id(draft);
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        if is_focused && self.caret_line.is_of(draft) {
            self.completion.take_keys(ui, draft, &self.caret_line);
        }
        let jumps = hand_over(ui, id, draft);
        let output = self.field(ui, id, draft, texts, jumps);
        self.after(ui, &output, draft, texts.language(), trends);
        if is_focused {
            self.completion.show(ui, &output, draft, &self.caret_line);
        }
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        id: Id,
        draft: &mut Draft,
        texts: &Texts,
        jumps: bool,
    ) -> TextEditOutput {
        let now = ui.input(|input| input.time);
        let hint = texts.get("note-hint");
        let name = texts.get("note");
        let hint_color = palette::of(ui).quiet;
        ScrollArea::vertical()
            .id_salt(("note", draft.session))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.visuals_mut().text_cursor.blink = now - self.last_key < BLINKS_FOR;
                ui.spacing_mut().extra_text_line_spacing = type_scale::NOTE_LEADING;
                let size = Vec2::new(ui.available_width(), ui.available_height() - space::SMALL);
                let field = TextEdit::multiline(&mut draft.text)
                    .id(id)
                    .font(type_scale::note())
                    .hint_text(egui::RichText::new(hint).color(hint_color).font(type_scale::note()))
                    .frame(Frame::NONE)
                    .desired_width(size.x)
                    .min_size(size)
                    .event_filter(self.keys_kept());
                let output = field.show(ui);
                output.response.response.clone().accessible_name(name);
                if jumps {
                    scroll_to_caret(ui, &output);
                }
                output
            })
            .inner
    }

    /// The keys that do not move the focus away: the arrows, and those of the completion while it is open.
    fn keys_kept(&self) -> EventFilter {
        let completes = self.completion.is_open();
        EventFilter { tab: completes, escape: completes, horizontal_arrows: true, vertical_arrows: true }
    }

    /// Takes over what the field did: the text, the caret, what an input method is composing.
    fn after(
        &mut self,
        ui: &Ui,
        output: &TextEditOutput,
        draft: &mut Draft,
        language: Language,
        trends: &[Trend],
    ) {
        let now = ui.input(|input| input.time);
        let changed = output.response.response.changed();
        let range = output.state.cursor.char_range();
        let selected = range.map_or(draft.selected, |range| Selected {
            caret: range.primary.index.into(),
            anchor: range.secondary.index.into(),
        });
        let moved = selected != draft.selected;
        draft.selected = selected;
        let has_focus = output.response.response.has_focus();
        draft.composing = has_focus && is_composing(ui, draft.composing);
        if changed {
            draft.typed(now);
        }
        if changed || moved {
            self.last_key = now;
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(BLINKS_FOR + 0.1));
        }
        if changed || moved || !self.caret_line.is_of(draft) {
            self.caret_line = CaretLine::of(draft);
            self.completion.update(draft, &self.caret_line, trends);
        }
        if changed && !draft.composing && typed_a_space(ui) {
            self.expand(ui, draft, language, now);
        }
    }

    /// "actie: " and "[] " become an action the moment they are typed, and never later: whoever undoes it, means it.
    fn expand(&mut self, ui: &Ui, draft: &mut Draft, language: Language, now: f64) {
        let typed = self.caret_line.before_caret(draft);
        if !line::parse(typed).is_blank() {
            return;
        }
        let Some(expanded) = edit::expand(typed, language) else { return };
        let text = self.caret_line.with_before_caret(draft, &expanded);
        let caret = draft.selected.caret - typed.chars().count() + expanded.chars().count();
        draft.replace(text, Selected::at(caret), now);
        self.caret_line = CaretLine::of(draft);
        // The field was drawn already; what it became shows in the next frame.
        ui.ctx().request_repaint();
    }
}

/// The field of a note. Undo, caret and scrolling are egui's, kept under this id.
fn field_id(draft: &Draft) -> Id {
    Id::unique(("note", draft.session))
}

/// Gives the field what was changed outside it: a replaced text as one undo step, a caret that was put somewhere, the focus.
/// Returns whether the caret was put somewhere else than where the field had it.
fn hand_over(ui: &Ui, id: Id, draft: &mut Draft) -> bool {
    let stored = TextEditState::load(ui.ctx(), id);
    let is_new = stored.is_none();
    let mut field = stored.unwrap_or_default();
    if is_new {
        field.set_undoer(undo::undoer());
    }
    let replacement = draft.replacement.take();
    if let Some(replacement) = &replacement {
        undo::add_step(&mut field, replacement, &draft.text, ui.input(|input| input.time));
    }
    let takes_focus = std::mem::take(&mut draft.takes_focus);
    let range = Some(range_of(draft.selected));
    let is_elsewhere = takes_focus && field.cursor.char_range() != range;
    let jumps = std::mem::take(&mut draft.jump) || is_elsewhere;
    if is_new || replacement.is_some() || jumps {
        field.cursor.set_char_range(range);
        field.store(ui.ctx(), id);
    }
    if jumps || takes_focus {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    jumps
}

/// The selection as egui has it.
fn range_of(selected: Selected) -> CCursorRange {
    CCursorRange::two(CCursor::new(selected.anchor), CCursor::new(selected.caret))
}

fn scroll_to_caret(ui: &Ui, output: &TextEditOutput) {
    if let Some(range) = output.state.cursor.char_range() {
        let caret = output.galley.pos_from_cursor(range.primary).translate(output.galley_pos.to_vec2());
        ui.scroll_to_rect(caret.expand(space::MEDIUM), None);
    }
}

/// Whether an input method holds characters in the text that are not typed yet.
fn is_composing(ui: &Ui, was: bool) -> bool {
    ui.input(|input| {
        input.events.iter().fold(was, |composing, event| match event {
            egui::Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
            egui::Event::Ime(ImeEvent::Commit(_)) => false,
            _ => composing,
        })
    })
}

fn typed_a_space(ui: &Ui) -> bool {
    ui.input(|input| {
        input.events.iter().any(|event| matches!(event, egui::Event::Text(text) if text.ends_with(' ')))
    })
}

/// The byte at which a character starts.
fn byte_of(text: &str, character: usize) -> usize {
    text.byte_index_from_char_index(character.into()).into()
}
