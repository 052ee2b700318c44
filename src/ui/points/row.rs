//! A list's heading and one point as a row: its box, its number and label, how it is rated, how often it was heard. Painted
//! by hand: there may be dozens in every frame.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Align2, Button, Color32, Layout, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::heard::spelled;
use crate::domain::line;
use crate::domain::points::{Point, PointListKind};
use crate::domain::sheet::{PointNote, PointPlace, Rating};
use crate::i18n::Texts;
use crate::ui::from_note::next_line;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{paint_one_line, segment_named};

/// Where the number of a point ends and its label starts, from the left edge of the row.
const LABEL_LEFT: f32 = 52.0;

/// Begins where the words of the rows of the panel begin.
pub fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let padding = ui.spacing().button_padding.x;
    ui.horizontal(|ui| {
        ui.add_space(padding);
        ui.set_max_width(ui.available_width() - padding);
        ui.vertical(content);
    });
}

/// "Lijst: 3 van 11", and the title of the list; gives whether it was clicked, to fold or unfold.
pub fn heading(ui: &mut Ui, state: &State, list: usize, is_unfolded: bool) -> bool {
    let Some(found) = state.lists().nth(list) else { return false };
    let ticked = (0..found.points.len())
        .filter(|point| note(state, PointPlace { list, point: *point }).is_some_and(|note| note.ticked))
        .count();
    let variables = [("ticked", ticked.into()), ("points", found.points.len().into())];
    let words = state.texts.with("list-ticked", &variables);
    let title = found.title.trim();
    let name = if title.is_empty() { words.clone() } else { format!("{words}, {title}") };
    let rows = if title.is_empty() { 1.0 } else { 2.0 };
    let size = vec2(ui.available_width(), (rows * 20.0 + space::SMALL).max(space::TARGET));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_unfolded));
    if ui.is_rect_visible(rect) {
        paint_ground(ui, rect, &response);
        let palette = palette::of(ui);
        let left = rect.left_top() + vec2(ui.spacing().button_padding.x, space::TIGHT);
        let width = rect.width() - 2.0 * ui.spacing().button_padding.x - space::LARGE;
        paint_one_line(ui, &words, type_scale::small_bold_font(), palette.quiet, left, width);
        if !title.is_empty() {
            let below = left + vec2(0.0, 20.0);
            paint_one_line(ui, title, type_scale::small_font(), palette.quiet, below, width);
        }
        let icon = if is_unfolded { icons::UNFOLD } else { icons::FOLDED };
        let at = rect.right_top() + vec2(-ui.spacing().button_padding.x, space::TIGHT);
        ui.painter().text(at, Align2::RIGHT_TOP, icon.codepoint, icons::font(icon), palette.quiet);
    }
    response.clicked()
}

/// A point; gives whether it is to be folded or unfolded.
pub fn show(
    ui: &mut Ui,
    state: &State,
    place: PointPlace,
    is_unfolded: bool,
    commands: &mut Vec<Command>,
) -> bool {
    let (Some(kind), Some(point)) = (state.lists().nth(place.list).map(|list| list.kind), state.point(place))
    else {
        return false;
    };
    let blank = PointNote::default();
    let row = Row { place, point, note: note(state, place).unwrap_or(&blank), texts: &state.texts };
    let size = vec2(ui.available_width(), space::TARGET);
    let mut folds = false;
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        folds = row.fold_button(ui, is_unfolded);
        row.tick_box(ui, commands);
    });
    match kind {
        PointListKind::Trends => row.ratings(ui, state, commands),
        PointListKind::Discussion | PointListKind::Plain | PointListKind::Evaluation => row.said_below(ui),
    }
    folds
}

/// What was noted at a point of the open session.
fn note(state: &State, place: PointPlace) -> Option<&PointNote> {
    state.draft.as_ref()?.sheet.note_at(place)
}

struct Row<'a> {
    place: PointPlace,
    point: &'a Point,
    note: &'a PointNote,
    texts: &'a Texts,
}

impl Row<'_> {
    fn number(&self) -> usize {
        self.place.point + 1
    }

    /// The label to show: the short one, where there is one.
    fn label(&self) -> &str {
        if line::is_blank(&self.note.short) { &self.point.label } else { &self.note.short }
    }

    /// "6, Polarisatie".
    fn name(&self) -> String {
        format!("{}, {}", self.number(), self.label())
    }

    /// "6, Polarisatie, aangevinkt, sterk".
    fn sentence(&self) -> String {
        let ticked = if self.note.ticked { "point-ticked" } else { "point-not-ticked" };
        let rating = self.note.rating.map(|rating| self.texts.rating(rating).to_owned());
        let parts = [Some(self.name()), Some(self.texts.get(ticked).to_owned()), rating];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn tick_box(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let size = vec2(ui.available_width(), space::TARGET);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(Role::CheckBox, true, self.note.ticked, self.sentence()));
        if response.clicked() {
            commands.push(Command::TickPoint(self.place));
        }
        if ui.is_rect_visible(rect) {
            paint_ground(ui, rect, &response);
            self.paint(ui, rect);
        }
        if response.hovered() {
            response.on_hover_text(&self.point.label);
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect) {
        let palette = palette::of(ui);
        let (icon, color) =
            if self.note.ticked { (icons::DONE, palette.accent) } else { (icons::NOT_DONE, palette.quiet) };
        let painter = ui.painter();
        let left = rect.left_center() + vec2(ui.spacing().button_padding.x, 0.0);
        painter.text(left, Align2::LEFT_CENTER, icon.codepoint, icons::font(icon), color);
        let label = rect.left_center() + vec2(LABEL_LEFT, 0.0);
        let number = label - vec2(space::TIGHT + 2.0, 0.0);
        let small = type_scale::small_font();
        painter.text(number, Align2::RIGHT_CENTER, self.number(), small, palette.quiet);
        let height = ui.fonts_mut(|fonts| fonts.row_height(&type_scale::body()));
        let width = rect.right() - label.x;
        let color = if line::parse(self.label()).private { palette.quiet } else { palette.text };
        let top = label - vec2(0.0, height / 2.0);
        paint_one_line(ui, self.label(), type_scale::body(), color, top, width);
    }

    fn fold_button(&self, ui: &mut Ui, is_unfolded: bool) -> bool {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(space::TARGET), Sense::click());
        response.widget_info(|| {
            let name = self.texts.with("point-more", &[("point", self.name().into())]);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_unfolded));
        if ui.is_rect_visible(rect) {
            paint_ground(ui, rect, &response);
            let has_more = ![&self.note.remark, &self.note.outcome, &self.note.pros, &self.note.cons]
                .into_iter()
                .all(|text| line::is_blank(text));
            let palette = palette::of(ui);
            let icon = if is_unfolded { icons::UNFOLD } else { icons::FOLDED };
            let color = if has_more { palette.accent } else { palette.quiet };
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.codepoint, icons::font(icon), color);
        }
        response.clicked()
    }

    /// "niet soms sterk", and how often the trend was heard.
    fn ratings(&self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let size = vec2(ui.available_width(), space::SEGMENT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add_space(LABEL_LEFT - space::SMALL);
            for rating in Rating::ALL {
                if self.segment(ui, rating).clicked() {
                    commands.push(Command::RatePoint(self.place, rating));
                }
            }
            self.heard(ui, state, commands);
        });
    }

    fn segment(&self, ui: &mut Ui, rating: Rating) -> Response {
        let word = self.texts.rating(rating);
        let name = format!("{}: {word}", self.name());
        segment_named(ui, word, &name, self.note.rating == Some(rating))
    }

    /// In how many lines of the note the trend is; a click walks through them.
    fn heard(&self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let (Some(tag), Some(book)) = (&self.point.tag, &state.book) else { return };
        let tag = spelled(tag, &book.day.facts.trends);
        let heard = state.gathered.trends.iter().find(|heard| heard.tag == tag);
        let Some((heard, first)) = heard.and_then(|heard| Some((heard, *heard.lines.first()?))) else {
            return;
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let accent = palette::of(ui).accent;
            let count = RichText::new(heard.lines.len().to_string()).color(accent).size(type_scale::SMALL);
            let size = Vec2::new(space::TARGET, space::SEGMENT);
            let button = Button::new(count).frame_when_inactive(false).min_size(size);
            let lines = self.texts.count("lines", heard.lines.len());
            if ui.add(button).accessible_name(format!("{}: {lines}", self.name())).clicked() {
                commands.push(Command::GoToLine(next_line(&heard.lines, state).unwrap_or(first)));
            }
        });
    }

    /// What was noted at the point, on one line.
    fn said_below(&self, ui: &mut Ui) {
        let said = if line::is_blank(&self.note.outcome) { &self.note.remark } else { &self.note.outcome };
        if line::is_blank(said) {
            return;
        }
        let size = vec2(ui.available_width(), 20.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let at = rect.left_top() + vec2(LABEL_LEFT, 0.0);
        let color = palette::of(ui).quiet;
        paint_one_line(ui, said, type_scale::small_font(), color, at, rect.right() - space::SMALL - at.x);
    }
}

/// What shows that a row can be clicked, and that it has the focus.
fn paint_ground(ui: &Ui, rect: Rect, response: &Response) {
    let palette = palette::of(ui);
    let round = f32::from(space::ROUND);
    if response.hovered() {
        let fill: Color32 = palette.hover;
        ui.painter().rect_filled(rect, round, fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, round, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
}
