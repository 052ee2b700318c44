//! A session that is dragged to another place of the programme. A line between the rows shows where it would come; nothing
//! moves before it is let go, and Esc leaves everything as it was. A click stays a click: egui takes a press for a drag
//! once the pointer has gone some way.

use eframe::egui::{CursorIcon, InputState, Rangef, Rect, Stroke, Ui, vec2};

use super::{ProgrammeView, row_id};
use crate::app::command::Command;
use crate::app::programme_list::Item;
use crate::app::state::State;
use crate::ui::theme::{palette, space};

/// How thick the line is that shows the place, in points.
const LINE: f32 = 2.0;

/// Whether rows can be dragged now: in a list that is not by time and not narrowed down. A finger scrolls.
pub(super) fn is_possible(ui: &Ui, state: &State) -> bool {
    state.programme.is_in_own_order() && !ui.input(InputState::any_touches)
}

impl ProgrammeView {
    /// Shows where the dragged session would come, and puts it there when it is let go.
    pub(super) fn drag(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let Some(session) = self.dragged else { return };
        let (is_dragged, was_let_go) = {
            let id = row_id(session);
            let released = ui.input(|input| input.pointer.primary_released());
            (ui.ctx().is_being_dragged(id), ui.ctx().drag_stopped_id() == Some(id) && released)
        };
        if !is_dragged {
            self.dragged = None;
        }
        let pages = state.book.as_ref().map_or(&[][..], |book| &book.pages);
        let from = pages.iter().position(|page| page.session.id == session);
        let at = ui.input(|input| input.pointer.interact_pos());
        let (Some(from), Some(at)) = (from, at) else { return };
        let before = self.sessions_above(ui, state, at.y);
        let stays = before == from || before == from + 1;
        if is_dragged {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            // What is further up or down comes into view under the pointer.
            ui.scroll_to_rect(Rect::from_center_size(at, vec2(0.0, space::SESSION_ROW)), None);
            if !stays {
                self.paint_place(ui, state, before);
            }
        } else if was_let_go && !stays {
            let place = if before > from { before } else { before + 1 };
            if let Ok(position) = u32::try_from(place) {
                commands.push(Command::PlaceSession { session, position });
            }
        }
    }

    /// How many sessions have their middle above this height of the screen.
    fn sessions_above(&self, ui: &Ui, state: &State, height: f32) -> usize {
        let rows = state.programme.items().iter().enumerate();
        let sessions = rows.filter(|(_, item)| matches!(item, Item::Session { .. }));
        sessions.take_while(|(index, _)| self.rect(ui, *index).center().y < height).count()
    }

    /// A line above the session that would come next, or below the last one.
    fn paint_place(&self, ui: &Ui, state: &State, before: usize) {
        let is_session =
            |(index, item): (usize, &Item)| matches!(item, Item::Session { .. }).then_some(index);
        let mut sessions = state.programme.items().iter().enumerate().filter_map(is_session);
        let all = ui.max_rect();
        let top = sessions.nth(before).map_or(all.top() + self.height(), |index| self.rect(ui, index).top());
        let line = Stroke::new(LINE, palette::of(ui).accent);
        let across = Rangef::new(all.left() + space::SMALL, all.right() - space::SMALL);
        ui.painter().hline(across, top, line);
    }
}
