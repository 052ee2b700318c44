//! An unfolded point: its label whole and in short, a remark; at a discussion point what came out, the hands that went up,
//! and the arguments.

use eframe::egui::{Response, TextEdit, Ui, Vec2};

use crate::app::state::State;
use crate::domain::points::PointListKind;
use crate::domain::sheet::{PointNote, PointPlace};
use crate::ui::fields::{Field, keep_caret_still};
use crate::ui::theme::{palette, space, type_scale};

use super::row::indented;

/// The rows of a field with an argument a line.
const ARGUMENT_ROWS: usize = 2;

/// Draws what belongs to the point, and takes what is typed.
pub fn show(ui: &mut Ui, state: &mut State, place: PointPlace) {
    let kind = state.lists().nth(place.list).map(|list| list.kind);
    let Some(label) = state.point(place).map(|point| point.label.clone()) else { return };
    let known = state.draft.as_ref().and_then(|draft| draft.sheet.note_at(place));
    let before = known.cloned().unwrap_or_default();
    let mut note = before.clone();
    indented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        quiet(ui, &label);
        if kind == Some(PointListKind::Discussion) {
            text(ui, state, place, "point-outcome", 1, &mut note.outcome);
            hands(ui, state, place, &mut note);
            text(ui, state, place, "point-for", ARGUMENT_ROWS, &mut note.pros);
            text(ui, state, place, "point-against", ARGUMENT_ROWS, &mut note.cons);
        }
        text(ui, state, place, "point-remark", 1, &mut note.remark);
        text(ui, state, place, "point-short", 1, &mut note.short);
        ui.add_space(space::SMALL);
    });
    if note == before {
        return;
    }
    let now = ui.input(|input| input.time);
    if let Some(draft) = &mut state.draft {
        draft.sheet.change_note(place, &label, |present| *present = note);
        draft.noted(now);
    }
}

fn text(
    ui: &mut Ui,
    state: &mut State,
    place: PointPlace,
    key: &'static str,
    rows: usize,
    text: &mut String,
) {
    let label = state.texts.get(key).to_owned();
    quiet(ui, &label);
    let name = format!("{}, {label}", place.point + 1);
    Field { salt: (key, place.list, place.point), name: &name, hint: "", rows }.show(ui, state, text);
}

/// Numbers of hands; a field that is empty was not counted.
fn hands(ui: &mut Ui, state: &State, place: PointPlace, note: &mut PointNote) {
    let counted = [
        ("hands-agree", &mut note.hands.agree),
        ("hands-disagree", &mut note.hands.disagree),
        ("hands-unsure", &mut note.hands.unsure),
    ];
    ui.columns(counted.len(), |columns| {
        for (ui, (key, count)) in columns.iter_mut().zip(counted) {
            keep_caret_still(ui);
            let label = quiet(ui, state.texts.get(key));
            let mut digits = count.map_or_else(String::new, |count| count.to_string());
            let field = TextEdit::singleline(&mut digits)
                .id_salt((key, place))
                .font(type_scale::body())
                .desired_width(f32::INFINITY)
                .min_size(Vec2::new(0.0, space::TARGET));
            if ui.add(field).labelled_by(label.id).changed() {
                *count = read_count(&digits, *count);
            }
        }
    });
}

fn quiet(ui: &mut Ui, text: &str) -> Response {
    ui.label(type_scale::small(text).color(palette::of(ui).quiet))
}

/// The number that was typed; what is no number leaves it as it was.
fn read_count(typed: &str, before: Option<u32>) -> Option<u32> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if typed.trim().is_empty() { None } else { digits.parse().ok().or(before) }
}

#[cfg(test)]
mod tests {
    use super::read_count;

    #[test]
    fn only_a_number_is_a_count() {
        assert_eq!(read_count("12", None), Some(12));
        assert_eq!(read_count(" 1a2", None), Some(12));
        assert_eq!(read_count("", Some(3)), None);
        assert_eq!(read_count("x", Some(3)), Some(3));
        assert_eq!(read_count("99999999999", Some(3)), Some(3));
    }
}
