//! A list to choose one of several from, or everything.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{Button, ComboBox, Ui, Vec2};

use super::context::close_menu;
use crate::ui::theme::{space, type_scale};

/// The height of a list to choose from, in points.
const HEIGHT: f32 = 320.0;

/// What a list is called, and what chooses nothing in it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// What is chosen: it stands there while nothing is, and is what a screen reader says.
    pub name: &'a str,
    /// The row for everything.
    pub everything: &'a str,
    /// How wide it is, in points.
    pub width: f32,
}

/// One list: everything, or one of `values`.
pub fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    salt: impl Hash + Debug,
    Named { name, everything, width }: Named<'_>,
    values: &[T],
    chosen: &mut Option<T>,
    label: impl Fn(&T) -> String,
) {
    let shown = chosen.as_ref().map_or_else(|| name.to_owned(), &label);
    let list = ComboBox::from_id_salt((salt, name))
        .selected_text(type_scale::small(shown))
        .width(width)
        .height(HEIGHT)
        .truncate()
        .show_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut row = |ui: &mut Ui, value: Option<T>, words: String| {
                let button = Button::selectable(*chosen == value, words).min_size(Vec2::splat(space::TARGET));
                if ui.add(button).clicked() {
                    *chosen = value;
                    close_menu(ui);
                }
            };
            row(ui, None, everything.to_owned());
            for value in values {
                row(ui, Some(value.clone()), label(value));
            }
        });
    list.response.accessible_name(name);
}
