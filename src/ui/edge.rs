//! The edge between a panel and what stands beside it: dragged with the mouse, moved with the arrows while it has the focus,
//! put back with a double click. How wide the panels are is remembered by the window.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
};

use crate::app::prefs::{Side, Widths};

use super::theme::{palette, space};

/// How wide the edge is for the mouse, in points. It lies on the side of the note: a panel has a bar to scroll with there.
const GRIP: f32 = 8.0;
/// How far an arrow moves it, in points.
const STEP: f32 = 16.0;
/// How wide a panel may be, in points.
const RANGE: Rangef = Rangef { min: 208.0, max: 440.0 };
/// The share of the window that a panel may have, however wide it was set.
const MOST: f32 = 0.4;

/// The keys that are the edge's own while it has the focus.
const ARROWS: EventFilter =
    EventFilter { tab: false, escape: false, horizontal_arrows: true, vertical_arrows: false };

impl Side {
    fn usual(self) -> f32 {
        match self {
            Self::Programme => space::PROGRAMME,
            Self::FromNote => space::FROM_NOTE,
        }
    }

    fn set(self, widths: &mut Widths) -> &mut Option<f32> {
        match self {
            Self::Programme => &mut widths.programme,
            Self::FromNote => &mut widths.from_note,
        }
    }
}

/// How wide a panel is in a window of this width. Where the window is too narrow for it and the note, it has nearly all.
pub fn width(side: Side, mut widths: Widths, window: f32) -> f32 {
    let wanted = side.set(&mut widths).unwrap_or(side.usual());
    if window < space::FOLDS_HEADER {
        return window - space::TARGET;
    }
    RANGE.clamp(wanted).min((window * MOST).max(side.usual()))
}

/// Draws the edge of a panel that is there, and moves it when that is asked for.
pub fn show(ui: &Ui, side: Side, panel: Rect, name: &str, widths: &mut Widths) {
    let (at, sign) = match side {
        Side::Programme => (panel.right(), 1.0),
        Side::FromNote => (panel.left(), -1.0),
    };
    let beside = at + sign * GRIP;
    let rect = Rect::from_x_y_ranges(Rangef::new(at.min(beside), at.max(beside)), panel.y_range());
    let response = ui.interact(rect, Id::unique(("edge", side)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_numeric_value(f64::from(panel.width())));
    let is_touched = response.hovered() || response.dragged();
    if is_touched || response.has_focus() {
        let stroke = Stroke::new(2.0, palette::of(ui).accent);
        ui.painter().vline(at, panel.y_range(), stroke);
    }
    if is_touched {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let further = dragged(&response) + steps(ui, &response) * STEP;
    let wanted = side.set(widths);
    if response.double_clicked() {
        *wanted = None;
    } else if further != 0.0 {
        *wanted = Some(RANGE.clamp(panel.width() + sign * further));
    }
}

/// How far the mouse moved it, to the right.
fn dragged(response: &Response) -> f32 {
    if response.dragged() { response.drag_delta().x } else { 0.0 }
}

/// How many steps the arrows move it, to the right.
fn steps(ui: &Ui, response: &Response) -> f32 {
    if !response.has_focus() {
        return 0.0;
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
    ui.input_mut(|input| {
        let right = input.count_and_consume_key(Modifiers::NONE, Key::ArrowRight) as f32;
        right - input.count_and_consume_key(Modifiers::NONE, Key::ArrowLeft) as f32
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_is_as_wide_as_it_was_set_and_leaves_the_note_room() {
        let is_so = |side, widths, window, expected: f32| {
            let found = width(side, widths, window);
            assert!((found - expected).abs() < 0.01, "{found} and not {expected}, in {window}");
        };
        let set = Widths { programme: Some(400.0), from_note: None };
        is_so(Side::Programme, set, 1400.0, 400.0);
        is_so(Side::FromNote, set, 1400.0, space::FROM_NOTE);
        // A narrower window; and one in which it stands before the note.
        is_so(Side::Programme, set, 800.0, 320.0);
        is_so(Side::Programme, set, 320.0, 320.0 - space::TARGET);
        let absurd = Widths { programme: Some(-5.0), from_note: Some(1.0e9) };
        is_so(Side::Programme, absurd, 1400.0, RANGE.min);
        is_so(Side::FromNote, absurd, 1400.0, RANGE.max);
    }
}
