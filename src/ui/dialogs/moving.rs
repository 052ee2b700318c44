//! Where lines go: a list of sessions that typing narrows down. ↑ and ↓ choose, Enter or a click moves.

use eframe::egui::{Button, Id, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, Vec2};

use super::{Dialogs, buttons, heading};
use crate::app::command::Command;
use crate::app::moving::Moving;
use crate::app::state::State;
use crate::domain::id::SessionId;
use crate::ui::programme::numbered_title;
use crate::ui::theme::{palette, space};

/// The height of the list, in points.
const HEIGHT: f32 = 288.0;

impl Dialogs {
    pub(super) fn moving(
        &mut self,
        ui: &mut Ui,
        state: &State,
        moving: &mut Moving,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        heading(ui, texts.get("move-heading"), &texts.count("move-explanation", moving.said));
        let id = Id::unique("move filter");
        let (rows, entered) = take_keys(ui, id);
        moving.step(rows);
        let field = TextEdit::singleline(&mut moving.filter)
            .id(id)
            .hint_text(texts.get("move-filter").to_owned())
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, space::TARGET));
        let response = ui.add(field).accessible_name(texts.get("move-filter"));
        let is_new = self.focus_first(&response, "move");
        if let (true, Some(book)) = (response.changed(), &state.book) {
            moving.search(book);
        }
        let follows = is_new || rows != 0 || response.changed();
        let clicked = ui.scope(|ui| list(ui, state, moving, follows)).inner;
        if leaves_private(state, moving) {
            ui.label(RichText::new(texts.get("move-private")).color(palette::of(ui).quiet));
        }
        let target = moving.target();
        let pressed = buttons(ui, texts, texts.get("move-now"), target.is_some(), commands);
        if let Some(to) = clicked.or(target.filter(|_| pressed || entered)) {
            commands.push(Command::MoveLines { lines: moving.lines.clone(), to });
        }
    }
}

/// Takes the keys of the list while the field has the focus: how many rows down, and whether it is Enter.
pub(super) fn take_keys(ui: &Ui, field: Id) -> (isize, bool) {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return (0, false);
    }
    ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
        let rows = count(Key::ArrowDown) - count(Key::ArrowUp);
        (rows, count(Key::Enter) > 0)
    })
}

/// Draws the sessions; gives the one that was clicked. `follows` brings the chosen one into view.
pub(super) fn list(ui: &mut Ui, state: &State, moving: &Moving, follows: bool) -> Option<SessionId> {
    let Some(book) = &state.book else { return None };
    if moving.found.is_empty() {
        ui.label(RichText::new(state.texts.get("move-none")).color(palette::of(ui).quiet));
        return None;
    }
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut scroll = ScrollArea::vertical().id_salt("targets").max_height(HEIGHT).auto_shrink([false, true]);
    if follows {
        scroll = scroll.vertical_scroll_offset((moving.chosen as f32 + 0.5) * space::TARGET - HEIGHT / 2.0);
    }
    scroll.show_rows(ui, space::TARGET, moving.found.len(), |ui, rows| {
        let size = Vec2::new(ui.available_width(), space::TARGET);
        let first = rows.start;
        for (nth, session) in moving.found.get(rows).unwrap_or_default().iter().enumerate() {
            let Some(page) = book.page(*session) else { continue };
            let is_chosen = moving.chosen == first + nth;
            let label = numbered_title(&page.session, &state.texts);
            let button = Button::selectable(is_chosen, label).truncate().min_size(size);
            if ui.add(button).clicked() {
                clicked = Some(*session);
            }
        }
    });
    clicked
}

/// Whether the lines get the private mark where they would go now.
fn leaves_private(state: &State, moving: &Moving) -> bool {
    let is_private = |session: Option<SessionId>| {
        let page = session.and_then(|session| state.book.as_ref()?.page(session));
        page.map(|page| page.session.private)
    };
    is_private(Some(moving.from)) == Some(true) && is_private(moving.target()) == Some(false)
}
