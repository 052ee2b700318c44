//! Working through lines without a trend: each trend of the day has a letter, and with a line in focus that letter gives it the
//! trend. The line leaves the list, and the focus is on the next one.

use eframe::egui::{Button, Event, Ui, Vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::id::LineId;

use super::list::List;
use super::row::Row;
use crate::ui::theme::{palette, space, type_scale};

/// The letters, in the order of the trends.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Draws the trends with their letters above the list `id`, and takes a letter that is typed while a line of it has the focus.
pub fn show(
    ui: &mut Ui,
    state: &State,
    list: &mut List,
    id: &str,
    rows: &[Row],
    commands: &mut Vec<Command>,
) {
    let line = focused_line(ui, state, list, id, rows);
    if line != state.afterwards.picked.at {
        commands.push(Command::LookAtLine(line));
    }
    let typed = line.and_then(|_| typed_letter(ui));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::TIGHT);
        for (trend, letter) in state.afterwards.matrix.trends.iter().zip(LETTERS.chars()) {
            let words = type_scale::small(format!("{letter}  #{}", trend.tag)).color(palette::of(ui).accent);
            let button = Button::new(words).min_size(Vec2::splat(space::SMALLEST_TARGET));
            // The line keeps the focus when a trend is clicked: the button must not take it.
            let response = ui.add_enabled(line.is_some(), button.sense(eframe::egui::Sense::CLICK));
            let name = format!("#{} ({letter})", trend.tag);
            let response = response.accessible_name(name).on_hover_text(&trend.label);
            if response.clicked() || typed == Some(letter) {
                commands.push(Command::TagLine(trend.tag.clone()));
                list.goes_to = list.focused();
            }
        }
    });
    ui.add_space(space::TIGHT);
}

fn focused_line(ui: &Ui, state: &State, list: &List, id: &str, rows: &[Row]) -> Option<LineId> {
    let row = list.focused().filter(|_| list.has_focus(ui, id))?;
    let Row::Line(line) = rows.get(row)? else { return None };
    state.afterwards.entries.get(line.index).map(|entry| entry.id)
}

/// The letter that was typed, taken out of the input.
fn typed_letter(ui: &Ui) -> Option<char> {
    ui.input_mut(|input| {
        let typed = |event: &Event| match event {
            Event::Text(text) => text.chars().next().filter(|letter| LETTERS.contains(*letter)),
            _ => None,
        };
        let letter = input.events.iter().find_map(typed)?;
        input.events.retain(|event| typed(event).is_none());
        Some(letter)
    })
}
