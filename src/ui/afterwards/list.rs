//! A list of lines under headings, of which only the rows in view are laid out and drawn. The arrows, Home and End walk over
//! the rows, Enter opens one. What the rows are is decided by the view.
//!
//! A row is as high as its words need. Before a row was in view once its height is estimated, so that a list of a hundred
//! thousand lines opens as fast as a short one.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align2, EventFilter, FocusDirection, Galley, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

use super::stack::Stack;
use super::words;
use crate::ui::fields::keep_caret_still;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_chosen, as_heading, context_menu, is_menu_open, paint_one_line};

/// How wide a letter is on average, for the height of rows that were never in view.
const LETTER: f32 = 7.6;
/// The height of a row of words.
const WORDS: f32 = 20.0;
/// Above and below the words.
const AROUND: f32 = 6.0;
/// Where the words of a line begin.
const WORDS_LEFT: f32 = 36.0;
/// The share of the width that the words at the right may have.
const DETAIL_SHARE: f32 = 0.34;
/// A time at the right has so many letters, and so much room.
const TIME_LETTERS: usize = 5;
const TIME: f32 = 44.0;
/// Where the words at the right begin, and where the session, as shares of the width, where a row says both.
const DETAIL_AND_PLACE: (f32, f32) = (0.68, 0.79);
/// The width of a column of numbers.
const NUMBER: f32 = 76.0;
/// The width of a column of what they count.
const UNIT: f32 = 220.0;
/// The width of a mark behind the words.
const MARK: f32 = 22.0;
/// So many rows are a page, for the keys that turn one.
const PAGE: isize = 8;
/// Narrower than this, what stands at the right stands under the words.
const NARROW: f32 = 560.0;

/// The same for rows that say two things at the right.
const NARROW_WITH_PLACE: f32 = 800.0;

/// The keys that are the list's own while a row has the focus; Esc is the view's.
const ARROWS: EventFilter =
    EventFilter { tab: false, escape: true, horizontal_arrows: false, vertical_arrows: true };

/// The keys that are a field's own.
const FIELD: EventFilter =
    EventFilter { tab: false, escape: true, horizontal_arrows: true, vertical_arrows: true };

/// A row.
#[derive(Clone, Debug)]
pub enum Row {
    /// A heading, and what stands behind it.
    Heading {
        /// The heading.
        text: String,
        /// Behind it, quiet.
        detail: String,
    },
    /// A line.
    Line(LineRow),
}

/// A line as it is shown.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "a line may have any of the marks, in any combination")]
pub struct LineRow {
    /// The line in the view's own list.
    pub index: usize,
    /// A name above the words, in bold.
    pub title: String,
    /// A number and what it counts, in columns of their own before the words.
    pub figure: Option<(String, String)>,
    /// What it says.
    pub words: String,
    /// The words are small and may stay in the background.
    pub quiet: bool,
    /// The parts of the words that were looked for, in bytes.
    pub found: Vec<Range<usize>>,
    /// At the right: where it stands, when it is due.
    pub detail: String,
    /// At the far right: which session it is from.
    pub place: String,
    /// Its icon.
    pub icon: Option<MaterialIcon>,
    /// It is done: struck through.
    pub done: bool,
    /// Just for me.
    pub private: bool,
    /// Important.
    pub starred: bool,
    /// Whether it is chosen, where lines can be.
    pub chosen: Option<bool>,
    /// The whole row as a screen reader says it.
    pub sentence: String,
}

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
            self.stack.measure(revision, width, || rows.iter().map(|row| estimate(row, width)).collect());
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
                Row::Heading { text, detail } => heading(ui, rect, text, detail),
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
        let is_on_icon = at.is_some_and(|at| at.x < response.rect.left() + WORDS_LEFT);
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

impl LineRow {
    fn columns(&self, width: f32) -> Columns {
        let columns =
            Columns::of(width, self.figure.is_some(), !self.detail.is_empty(), !self.place.is_empty());
        let is_time = self.place.is_empty() && (1..=TIME_LETTERS).contains(&self.detail.len());
        if !is_time || Columns::are_narrow(width, false) {
            return columns;
        }
        // A time needs less room than the words.
        let right = width - space::SMALL;
        Columns {
            words: (columns.words.0, right - TIME - space::SMALL),
            detail: (right - TIME, right),
            ..columns
        }
    }

    /// How wide the words may be.
    fn words_width(&self, width: f32) -> f32 {
        let columns = self.columns(width);
        (columns.words.1 - columns.words.0 - self.marks().count() as f32 * MARK).max(80.0)
    }

    /// What a narrow row says below its words.
    fn below(&self, width: f32) -> Option<String> {
        if !Columns::are_narrow(width, !self.place.is_empty()) {
            return None;
        }
        let parts = [self.detail.as_str(), self.place.as_str()].into_iter().filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// The signs behind the words: those that do not stand in the place of the icon.
    fn marks(&self) -> impl Iterator<Item = (MaterialIcon, bool)> {
        let marks = [(self.private, icons::PRIVATE, false), (self.starred, icons::STAR, true)];
        let all = marks.into_iter().filter(|(is_on, ..)| *is_on).map(|(_, icon, is_star)| (icon, is_star));
        all.skip(usize::from(self.icon.is_none()))
    }

    fn lay_out(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let palette = palette::of(ui);
        let is_quiet = self.private || self.done || self.quiet;
        let color = if is_quiet { palette.quiet } else { palette.text };
        let mut format = TextFormat::simple(type_scale::body(), color);
        format.line_height = Some(WORDS);
        let mut job = LayoutJob::default();
        if !self.title.is_empty() {
            let color = if self.private { palette.quiet } else { palette.text };
            let bold = TextFormat { font_id: type_scale::body_bold_font(), color, ..format.clone() };
            job.append(&self.title, 0.0, bold);
            if !self.words.is_empty() {
                job.append("\n", 0.0, format.clone());
            }
        }
        if self.quiet {
            format.font_id = type_scale::small_font();
        }
        if self.done {
            format.strikethrough = Stroke::new(1.0, color);
        }
        if let Some((number, unit)) = self.figure.as_ref().filter(|_| self.columns(width).number.is_none()) {
            let bold = TextFormat { font_id: type_scale::body_bold_font(), ..format.clone() };
            job.append(number, 0.0, bold);
            job.append(&format!(" {unit} "), 0.0, format.clone());
        }
        words::append(&mut job, &self.words, &self.found, &format, palette);
        job.wrap.max_width = self.words_width(width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn height(&self, words: &Galley, width: f32) -> f32 {
        let below = if self.below(width).is_some() { WORDS } else { 0.0 };
        words.size().y.max(WORDS) + below + 2.0 * AROUND
    }

    fn paint(&self, ui: &Ui, rect: Rect, words: &Arc<Galley>, response: &Response) {
        let palette = palette::of(ui);
        let round = f32::from(space::ROUND);
        let painter = ui.painter_at(rect);
        if self.chosen == Some(true) {
            palette.paint_chosen(&painter, rect, round);
        } else if response.hovered() {
            painter.rect_filled(rect, round, palette.hover);
        }
        if response.has_focus() {
            painter.rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
        }
        let middle = rect.top() + AROUND + WORDS / 2.0;
        let columns = self.columns(rect.width());
        let sign = |icon: MaterialIcon, color, left: f32| {
            let at = pos2(rect.left() + left, middle);
            painter.text(at, Align2::CENTER_CENTER, icon.codepoint, icons::font(icon), color);
        };
        match (self.icon, self.private, self.starred) {
            (Some(icon), ..) if self.done => sign(icon, palette.accent, WORDS_LEFT / 2.0),
            (Some(icon), ..) => sign(icon, palette.quiet, WORDS_LEFT / 2.0),
            (None, true, _) => sign(icons::PRIVATE, palette.quiet, WORDS_LEFT / 2.0),
            (None, _, true) => sign(icons::STAR, palette.star, WORDS_LEFT / 2.0),
            _ => {}
        }
        for (nth, (icon, is_star)) in self.marks().enumerate() {
            let color = if is_star { palette.star } else { palette.quiet };
            sign(icon, color, columns.words.1 - MARK * (nth as f32 + 0.5));
        }
        let at = pos2(rect.left() + columns.words.0, rect.top() + AROUND);
        painter.galley(at, Arc::clone(words), palette.text);
        if let Some((number, unit)) = &self.figure {
            self.paint_figure(ui, rect, &columns, number, unit);
        }
        self.paint_right(ui, rect, &columns, words);
    }

    /// A number on the right edge of its column, and what it counts beside it; in a narrow row the words say both.
    fn paint_figure(&self, ui: &Ui, rect: Rect, columns: &Columns, number: &str, unit: &str) {
        let Some(edge) = columns.number else { return };
        let palette = palette::of(ui);
        let color = if self.private { palette.quiet } else { palette.text };
        let middle = rect.top() + AROUND + WORDS / 2.0;
        let at = pos2(rect.left() + edge, middle);
        ui.painter().text(at, Align2::RIGHT_CENTER, number, type_scale::body_bold_font(), color);
        let at = pos2(rect.left() + edge + space::TIGHT, rect.top() + AROUND + 2.0);
        paint_one_line(ui, unit, type_scale::small_font(), palette.quiet, at, UNIT - space::SMALL);
    }

    fn paint_right(&self, ui: &Ui, rect: Rect, columns: &Columns, words: &Galley) {
        let quiet = palette::of(ui).quiet;
        let font = type_scale::small_font();
        if let Some(below) = self.below(rect.width()) {
            let at = pos2(rect.left() + WORDS_LEFT, rect.top() + AROUND + words.size().y);
            return paint_one_line(ui, &below, font, quiet, at, rect.width() - WORDS_LEFT - space::SMALL);
        }
        for (text, (left, right)) in [(&self.detail, columns.detail), (&self.place, columns.place)] {
            if !text.is_empty() {
                let at = pos2(rect.left() + left, rect.top() + AROUND + 2.0);
                paint_one_line(ui, text, font.clone(), quiet, at, right - left);
            }
        }
    }
}

/// Where the parts of a row begin and end, from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    /// The right edge of numbers, where they have a column.
    pub number: Option<f32>,
    /// The words.
    pub words: (f32, f32),
    /// What stands at the right.
    pub detail: (f32, f32),
    /// The session, at the far right.
    pub place: (f32, f32),
}

impl Columns {
    fn are_narrow(width: f32, has_place: bool) -> bool {
        width < if has_place { NARROW_WITH_PLACE } else { NARROW }
    }

    /// The columns of a row of this width that has these parts. A narrow one has only words.
    #[must_use]
    pub fn of(width: f32, has_figure: bool, has_detail: bool, has_place: bool) -> Self {
        let right = width - space::SMALL;
        if Self::are_narrow(width, has_place) {
            let none = (right, right);
            return Self { number: None, words: (WORDS_LEFT, right), detail: none, place: none };
        }
        let (detail, place) = match (has_detail, has_place) {
            (_, true) => (width * DETAIL_AND_PLACE.0, width * DETAIL_AND_PLACE.1),
            (true, false) => (width * (1.0 - DETAIL_SHARE) + space::SMALL, right),
            (false, false) => (right + space::SMALL, right),
        };
        let number = has_figure.then_some(WORDS_LEFT + NUMBER);
        let words = number.map_or(WORDS_LEFT, |number| number + UNIT);
        let place_left = if has_place { place } else { right + space::SMALL };
        Self {
            number,
            words: (words, detail - space::SMALL),
            detail: (detail, place_left - space::SMALL),
            place: (place, right),
        }
    }
}

fn estimate(row: &Row, width: f32) -> f32 {
    match row {
        Row::Heading { .. } => space::DATE_ROW,
        Row::Line(line) => {
            let letters = line.words.chars().count() as f32;
            let title = if line.title.is_empty() { 0.0 } else { 1.0 };
            let rows = title + (letters * LETTER / line.words_width(width)).ceil().max(1.0 - title);
            let below = if line.below(width).is_some() { WORDS } else { 0.0 };
            rows * WORDS + below + 2.0 * AROUND
        }
    }
}

fn heading(ui: &mut Ui, rect: Rect, text: &str, detail: &str) {
    let palette = palette::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("heading", rect.top().to_bits())), Sense::hover());
    as_heading(ui, &response, text);
    let bottom = rect.bottom() - AROUND;
    let words =
        crate::ui::widgets::one_line(ui, text, type_scale::body_bold_font(), palette.text, rect.width());
    let at = pos2(rect.left() + space::SMALL, bottom - words.size().y);
    let left = at.x + words.size().x + space::SMALL;
    let height = words.size().y;
    ui.painter().galley(at, words, palette.text);
    let small = type_scale::small_font();
    let room = (rect.right() - left).max(0.0);
    paint_one_line(ui, detail, small, palette.quiet, pos2(left, bottom - height + 2.0), room);
    let stroke = Stroke::new(1.0, palette.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, stroke);
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
