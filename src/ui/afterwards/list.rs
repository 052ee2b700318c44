//! A list of lines under headings, of which only the rows in view are laid out and drawn. The arrows, Home and End walk over
//! the rows, Enter opens one. What the rows are is decided by the view, and how one looks by `row.rs`.
//!
//! A row is as high as its words need. Before a row was in view once its height is estimated, so that a list of a hundred
//! thousand lines opens as fast as a short one.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::row::{self, LineRow, Row};
use super::stack::Stack;
use crate::ui::fields::keep_caret_still;
use crate::ui::theme::{space, type_scale};
use crate::ui::widgets::{as_chosen, context_menu, is_menu_open};

/// So many rows are a page, for the keys that turn one.
const PAGE: isize = 8;
/// The keys that are the list's own while a row has the focus; Esc is the view's.
const ARROWS: EventFilter =
    EventFilter { tab: false, escape: true, horizontal_arrows: false, vertical_arrows: true };

/// The keys that are a field's own.
const FIELD: EventFilter =
    EventFilter { tab: false, escape: true, horizontal_arrows: true, vertical_arrows: true };

/// What was asked of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Go to it.
    Open,
    /// Choose it, or no longer.
    Choose,
    /// Its icon was pressed: tick it.
    Tick,
    /// Take over what was typed in its place.
    TakeOver,
    /// Leave it as it was before something was typed in its place.
    Leave,
}

/// What a list keeps between two frames.
#[derive(Debug, Default)]
pub struct List {
    stack: Stack,
    /// A row that comes into view and gets the focus.
    pub goes_to: Option<usize>,
    /// A row that comes into view, without the focus.
    pub brings_into_view: Option<usize>,
    /// A row in the place of which there is a field to type in.
    pub field: Option<RowField>,
    /// The row that has the focus.
    focused: Option<usize>,
    /// The row whose menu is open or can be asked for, as it was drawn in this frame.
    pointed: Option<(usize, Response)>,
}

/// A field in the place of a row.
#[derive(Clone, Debug)]
pub struct RowField {
    /// The row.
    pub row: usize,
    /// What is in it.
    pub text: String,
    /// What it is for, as a screen reader says it.
    pub name: String,
    /// Whether it had the focus.
    had_focus: bool,
}

impl RowField {
    /// A field in the place of `row`, which takes the focus.
    #[must_use]
    pub fn new(row: usize, text: &str, name: &str) -> Self {
        Self { row, text: text.to_owned(), name: name.to_owned(), had_focus: false }
    }

    /// Draws the field. Enter takes over what is typed, and so does whatever takes the focus; Esc leaves the row as it was.
    fn show(&mut self, ui: &mut Ui, list: &str, rect: Rect) -> Option<Asked> {
        keep_caret_still(ui);
        let id = Id::unique((list, "words"));
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let leaves = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let field = TextEdit::singleline(&mut self.text)
            .align(Align2::LEFT_CENTER)
            .id(id)
            .font(type_scale::body())
            .desired_width(rect.width())
            .event_filter(FIELD);
        let response = ui.put(rect.shrink2(vec2(space::TIGHT, 0.0)), field).accessible_name(&self.name);
        if !std::mem::replace(&mut self.had_focus, true) {
            response.request_focus();
            return None;
        }
        let ends = leaves || response.lost_focus();
        ends.then_some(if leaves { Asked::Leave } else { Asked::TakeOver })
    }
}

impl List {
    /// The row that has, or had last, the focus.
    #[must_use]
    pub fn focused(&self) -> Option<usize> {
        self.focused
    }

    /// Whether one of the rows has the focus now.
    #[must_use]
    pub fn has_focus(&self, ui: &Ui, id: &str) -> bool {
        self.focused.is_some_and(|row| ui.memory(|memory| memory.has_focus(row_id(id, row))))
    }

    /// Draws the rows; `revision` is another number when they are other rows. Gives the row that something was asked of, and
    /// what.
    pub fn show(&mut self, ui: &mut Ui, id: &str, revision: u64, rows: &[Row]) -> Option<(usize, Asked)> {
        let area = ScrollArea::vertical().id_salt(id).animated(false).auto_shrink([false, false]);
        area.show_viewport(ui, |ui, viewport| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            self.stack
                .measure(revision, width, || rows.iter().map(|row| row::estimate(row, width)).collect());
            ui.set_height(self.stack.height());
            if let Some(index) = self.goes_to.take() {
                self.give_focus(ui, id, index, rows);
            }
            if let Some(index) = self.brings_into_view.take() {
                ui.scroll_to_rect(self.stack.rect(ui, index), None);
            }
            self.rows(ui, id, viewport, rows)
        })
        .inner
    }

    fn rows(&mut self, ui: &mut Ui, id: &str, viewport: Rect, rows: &[Row]) -> Option<(usize, Asked)> {
        let mut asked = None;
        self.pointed = None;
        for (index, row) in rows.iter().enumerate().skip(self.stack.first_below(viewport.top())) {
            if !self.stack.begins_above(index, viewport.bottom()) {
                break;
            }
            let rect = self.stack.rect(ui, index);
            match row {
                Row::Heading { text, detail } => row::heading(ui, rect, text, detail),
                Row::Line(_) if self.field.as_ref().is_some_and(|field| field.row == index) => {
                    let asked_of_field = self.field.as_mut().and_then(|field| field.show(ui, id, rect));
                    asked = asked.or(asked_of_field.map(|asked| (index, asked)));
                }
                Row::Line(line) => {
                    let words = line.lay_out(ui, rect.width());
                    let height = line.height(&words, rect.width());
                    self.stack.is_as_high_as(ui, index, height);
                    let response = ui.interact(rect, row_id(id, index), Sense::click());
                    line.paint(ui, rect, &words, &response);
                    self.point_at(index, &response);
                    asked = asked.or_else(|| self.answer(ui, id, index, line, &response, rows));
                }
            }
        }
        asked
    }

    /// Remembers the row whose menu is open, or else the one that a menu is asked for.
    fn point_at(&mut self, index: usize, response: &Response) {
        let is_open = is_menu_open(response);
        if is_open || response.secondary_clicked() || response.has_focus() && self.pointed.is_none() {
            self.pointed = Some((index, response.clone()));
        }
    }

    /// The menu of the row that is pointed at, for a view whose rows have one.
    pub fn menu(&self, rows: &[Row], content: impl FnOnce(&mut Ui, &LineRow)) {
        let Some((index, response)) = &self.pointed else { return };
        let Some(Row::Line(line)) = rows.get(*index) else { return };
        let name = if line.title.is_empty() { &line.words } else { &line.title };
        context_menu(response, name, |ui| content(ui, line));
    }

    fn answer(
        &mut self,
        ui: &Ui,
        id: &str,
        index: usize,
        line: &LineRow,
        response: &Response,
        rows: &[Row],
    ) -> Option<(usize, Asked)> {
        response.widget_info(|| match line.chosen {
            Some(chosen) => WidgetInfo::selected(Role::ListItem, true, chosen, &line.sentence),
            None => WidgetInfo::labeled(Role::Button, true, &line.sentence),
        });
        if let Some(is_chosen) = line.chosen {
            as_chosen(ui, response, is_chosen);
        }
        if response.has_focus() {
            self.focused = Some(index);
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
            if let Some(steps) = steps_asked(ui) {
                self.step(ui, id, index, steps, rows);
            }
            let space = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
            if space && line.chosen.is_some() {
                return Some((index, Asked::Choose));
            }
        }
        // The keys go on where the mouse was.
        if response.clicked() || response.secondary_clicked() {
            response.request_focus();
            self.focused = Some(index);
        }
        if line.chosen.is_some() && response.secondary_clicked() {
            return Some((index, Asked::Choose));
        }
        if !response.clicked() {
            return None;
        }
        let at = response.interact_pointer_pos();
        let is_on_icon = at.is_some_and(|at| at.x < response.rect.left() + row::WORDS_LEFT);
        let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        let asked = match line.chosen {
            Some(_) if adds => Asked::Choose,
            _ if is_on_icon && line.icon.is_some() => Asked::Tick,
            _ => Asked::Open,
        };
        Some((index, asked))
    }

    /// Moves the focus over the lines, into view.
    fn step(&mut self, ui: &Ui, id: &str, from: usize, steps: isize, rows: &[Row]) {
        let lines: Vec<usize> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| matches!(row, Row::Line(_)))
            .map(|(index, _)| index)
            .collect();
        let Some(last) = lines.len().checked_sub(1) else { return };
        let before = lines.partition_point(|index| *index < from);
        let to = before.saturating_add_signed(steps).min(last);
        if let Some(index) = lines.get(to) {
            self.give_focus(ui, id, *index, rows);
        }
    }

    fn give_focus(&mut self, ui: &Ui, id: &str, index: usize, rows: &[Row]) {
        // A heading cannot have the focus; the line under it can.
        let line = rows.iter().enumerate().skip(index).find(|(_, row)| matches!(row, Row::Line(_)));
        let Some((index, _)) = line else { return };
        self.focused = Some(index);
        ui.memory_mut(|memory| {
            memory.move_focus(FocusDirection::None);
            memory.request_focus(row_id(id, index));
        });
        ui.scroll_to_rect(self.stack.rect(ui, index), None);
    }
}

fn steps_asked(ui: &Ui) -> Option<isize> {
    let keys = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::Home, isize::MIN / 2),
        (Key::End, isize::MAX / 2),
    ];
    ui.input_mut(|input| {
        keys.into_iter().find(|(key, _)| input.consume_key(Modifiers::NONE, *key)).map(|(_, steps)| steps)
    })
}

fn row_id(list: &str, index: usize) -> Id {
    Id::unique((list, "row", index))
}
