//! The short text fields of a sheet. They edit the draft in place; what is private shows quiet, and says so.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Id, Key, Response, TextEdit, Ui, Vec2};

use crate::app::draft::Draft;
use crate::app::state::State;
use crate::domain::line;

use super::editor::typing::is_composing;
use super::theme::{palette, space, type_scale};

/// A field with a name.
pub struct Field<'a> {
    /// Which field of the open session's sheet it is.
    pub salt: (&'static str, usize, usize),
    /// What it is for: its tooltip, and what a screen reader says.
    pub name: &'a str,
    /// What stands there while it is empty.
    pub hint: &'a str,
    /// How many rows it has at least; one row is one line.
    pub rows: usize,
}

impl Field<'_> {
    /// Draws the field as wide as there is room. Gives the response, of which `changed` tells that `text` did.
    pub fn show(&self, ui: &mut Ui, state: &mut State, text: &mut String) -> Response {
        let State { draft: Some(draft), texts, .. } = state else { return ui.label("") };
        keep_caret_still(ui);
        let palette = palette::of(ui);
        let is_private = text.lines().any(|line| line::parse(line).private);
        let field = match self.rows {
            1 => TextEdit::singleline(text),
            rows => TextEdit::multiline(text).desired_rows(rows),
        };
        let field = field
            .id(id_of(draft, self.salt))
            .font(type_scale::body())
            .hint_text(type_scale::small(self.hint).color(palette.quiet))
            .text_color_opt(is_private.then_some(palette.quiet))
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, space::TARGET));
        let response = ui.add(field);
        let response = if is_private {
            response.accessible_name(format!("{}, {}", self.name, texts.get("mark-private")))
        } else {
            response.accessible_name(self.name)
        };
        if response.has_focus() {
            draft.composing_beside = is_composing(ui, draft.composing_beside);
            remember_focus(ui.ctx());
        }
        if response.changed() {
            draft.noted(ui.input(|input| input.time));
        }
        response
    }
}

/// A caret that blinks keeps the processor busy; in these short fields it stands still.
pub fn keep_caret_still(ui: &mut Ui) {
    if ui.visuals().text_cursor.blink {
        ui.visuals_mut().text_cursor.blink = false;
    }
}

/// The id of a field in the sheet of the open session.
pub fn id_of(draft: &Draft, salt: (&'static str, usize, usize)) -> Id {
    Id::unique(("sheet", draft.session, salt))
}

/// Whether Enter was pressed in a field of one line, which then lets go of the focus.
pub fn was_entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// To be called after all fields were drawn: a field that is gone composes nothing any more.
pub fn end_composing(ctx: &Context, draft: &mut Draft) {
    let has_focus = ctx.data(|data| data.get_temp::<u64>(frame_id())) == Some(ctx.cumulative_frame_nr());
    draft.composing_beside &= has_focus;
}

fn remember_focus(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(frame_id(), frame));
}

fn frame_id() -> Id {
    Id::unique("the frame in which a field of a sheet had the focus")
}

/// Selects all that is in a field, so that what is typed or pasted comes in its place.
pub fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    state.store(ui.ctx(), field);
}
