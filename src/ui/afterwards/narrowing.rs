//! The field above a list that narrows it down: ↓ and Enter go to the list, Esc empties the field first. What is left of the
//! list is the view's business.

use eframe::egui::{EventFilter, Id, Key, Modifiers, TextEdit, Ui, Vec2};

use crate::ui::fields::{keep_caret_still, was_entered};
use crate::ui::theme::{palette, space, type_scale};

/// Draws the field; `hint` is its name too. Says whether the list is to have the focus.
pub fn show(ui: &mut Ui, id: Id, hint: &str, text: &mut String, width: f32, takes_focus: bool) -> bool {
    keep_caret_still(ui);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let take = |key| has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let goes_down = take(Key::ArrowDown);
    if !text.is_empty() && take(Key::Escape) {
        text.clear();
    }
    let quiet = palette::of(ui).quiet;
    let field = TextEdit::singleline(text)
        .id(id)
        .font(type_scale::body())
        .hint_text(type_scale::small(hint).color(quiet))
        .desired_width(width)
        .event_filter(EventFilter {
            tab: false,
            escape: true,
            horizontal_arrows: true,
            vertical_arrows: true,
        })
        .min_size(Vec2::new(width, space::TARGET));
    let response = ui.add_sized(Vec2::new(width, space::TARGET), field).accessible_name(hint);
    if takes_focus {
        response.request_focus();
    }
    goes_down || was_entered(ui, &response)
}
