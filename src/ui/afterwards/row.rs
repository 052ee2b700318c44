//! How a row of a list looks: its icon, its words, and in columns beside them or in a narrow window below them what stands at
//! the right. Which rows there are and what is asked of them is up to `list.rs`.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align2, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2};
use egui_material_icons::MaterialIcon;

use super::words;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_heading, one_line, paint_one_line};

/// How wide a letter is on average, for the height of rows that were never in view.
const LETTER: f32 = 7.6;
/// The height of a row of words.
const WORDS: f32 = 20.0;
/// Above and below the words.
const AROUND: f32 = 6.0;
/// Where the words of a line begin; before them is its icon.
pub(super) const WORDS_LEFT: f32 = 36.0;
/// The share of the width that the words at the right may have.
const DETAIL_SHARE: f32 = 0.34;
/// A time or a short date at the right has so many letters, and so much room.
const TIME_LETTERS: usize = 6;
const TIME: f32 = 50.0;
/// The width of a column of dates before the words.
const DATE: f32 = 100.0;
/// Where the words at the right begin, and where the session, as shares of the width, where a row says both.
const DETAIL_AND_PLACE: (f32, f32) = (0.66, 0.79);
/// The width of a column of numbers.
const NUMBER: f32 = 76.0;
/// The width of a column of what they count.
const UNIT: f32 = 220.0;
/// The width of a mark behind the words.
const MARK: f32 = 22.0;
/// Narrower than this, what stands at the right stands under the words.
const NARROW: f32 = 560.0;

/// The same for rows that say two things at the right, and for those with a date before the words.
const NARROW_WITH_PLACE: f32 = 800.0;
const NARROW_WITH_DATE: f32 = 720.0;

/// A row.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "nearly all rows are lines")]
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
    /// When it is, in a column of its own before the words.
    pub date: Option<String>,
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

impl LineRow {
    fn columns(&self, width: f32) -> Columns {
        let is_narrow = self.is_narrow(width);
        let mut columns = if is_narrow {
            Columns::narrow(width)
        } else {
            Columns::of(width, self.figure.is_some(), !self.detail.is_empty(), !self.place.is_empty())
        };
        if self.date.is_some() {
            columns.words.0 += DATE;
        }
        let is_time = self.place.is_empty() && (1..=TIME_LETTERS).contains(&self.detail.len());
        if !is_time || is_narrow {
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

    /// Whether what stands at the right stands below the words.
    fn is_narrow(&self, width: f32) -> bool {
        let has_place = !self.place.is_empty();
        Columns::are_narrow(width, has_place) || self.date.is_some() && width < NARROW_WITH_DATE
    }

    /// How wide the words may be.
    fn words_width(&self, width: f32) -> f32 {
        let columns = self.columns(width);
        (columns.words.1 - columns.words.0 - self.marks().count() as f32 * MARK).max(80.0)
    }

    /// What a narrow row says below its words.
    fn below(&self, width: f32) -> Option<String> {
        if !self.is_narrow(width) {
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

    /// Its words, for a row of this width.
    pub(super) fn lay_out(&self, ui: &Ui, width: f32) -> Arc<Galley> {
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

    /// How high a row of this width is with these words.
    pub(super) fn height(&self, words: &Galley, width: f32) -> f32 {
        let below = if self.below(width).is_some() { WORDS } else { 0.0 };
        words.size().y.max(WORDS) + below + 2.0 * AROUND
    }

    /// Paints it, with the state that `response` says it is in.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, words: &Arc<Galley>, response: &Response) {
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
        if let Some(date) = &self.date {
            let at = pos2(rect.left() + WORDS_LEFT, rect.top() + AROUND);
            paint_one_line(ui, date, type_scale::body(), palette.quiet, at, DATE - space::SMALL);
        }
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
            let (left, right) = columns.words;
            let at = pos2(rect.left() + left, rect.top() + AROUND + words.size().y);
            return paint_one_line(ui, &below, font, quiet, at, right - left);
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

    /// Only words.
    fn narrow(width: f32) -> Self {
        let right = width - space::SMALL;
        let none = (right, right);
        Self { number: None, words: (WORDS_LEFT, right), detail: none, place: none }
    }

    /// The columns of a row of this width that has these parts. A narrow one has only words.
    #[must_use]
    pub fn of(width: f32, has_figure: bool, has_detail: bool, has_place: bool) -> Self {
        if Self::are_narrow(width, has_place) {
            return Self::narrow(width);
        }
        let right = width - space::SMALL;
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

/// How high a row will be about, before it was in view once.
pub(super) fn estimate(row: &Row, width: f32) -> f32 {
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

/// Paints a heading, with a line below it.
pub(super) fn heading(ui: &mut Ui, rect: Rect, text: &str, detail: &str) {
    let palette = palette::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("heading", rect.top().to_bits())), Sense::hover());
    as_heading(ui, &response, text);
    let bottom = rect.bottom() - AROUND;
    let words = one_line(ui, text, type_scale::body_bold_font(), palette.text, rect.width());
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
