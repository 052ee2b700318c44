//! The places that are looked for, marked behind the text of the note; the one that is looked at stands out.

use std::ops::Range;

use eframe::egui::text::CCursor;
use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{Galley, Rect, Shape, Stroke, StrokeKind, Ui};

use crate::app::find::Find;
use crate::ui::theme::palette;

/// The marks of the places that are on the screen.
pub fn shapes(ui: &Ui, output: &TextEditOutput, find: &Find) -> Vec<Shape> {
    let palette = palette::of(ui);
    let screen = ui.clip_rect();
    let corner = output.galley_pos.to_vec2();
    let mut shapes = Vec::new();
    for (index, place) in find.found().iter().enumerate() {
        for rect in rects(&output.galley, &place.characters) {
            let rect = rect.translate(corner);
            if !screen.intersects(rect) {
                continue;
            }
            shapes.push(Shape::rect_filled(rect, 2.0, palette.selection));
            if index == find.current() {
                let edge = Stroke::new(1.0, palette.accent);
                shapes.push(Shape::rect_stroke(rect, 2.0, edge, StrokeKind::Outside));
            }
        }
    }
    shapes
}

/// The places of some characters in a layout: one rectangle, or two where they wrap.
fn rects(galley: &Galley, characters: &Range<usize>) -> Vec<Rect> {
    let at = |character: usize| galley.pos_from_cursor(CCursor::new(character));
    let (start, end) = (at(characters.start), at(characters.end));
    if start.top() >= end.top() {
        return vec![start.union(end)];
    }
    let to_the_edge = Rect::from_min_max(start.min, eframe::egui::pos2(galley.rect.right(), start.bottom()));
    let from_the_edge = Rect::from_min_max(eframe::egui::pos2(galley.rect.left(), end.top()), end.max);
    vec![to_the_edge, from_the_edge]
}
