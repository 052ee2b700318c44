//! What the programme was read from: the text with its lines, or, of a format that has no lines for people, what was left
//! out of it.

use eframe::egui::text::{CCursor, LayoutJob, TextFormat};
use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{
    Align2, Button, Frame, Galley, Id, Margin, Panel, Pos2, Rangef, Rect, RichText, ScrollArea, Shape,
    TextBuffer, TextEdit, Ui, Vec2, pos2,
};

use super::PreviewView;
use crate::app::command::Command;
use crate::app::preview::{Change, Preview};
use crate::domain::programme::{LeftOut, Reason};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::paint_one_line;
use crate::ui::widgets::panel_heading;

/// The room for the numbers of the lines, in points.
const NUMBERS: f32 = 40.0;

/// The height of a piece that was left out, in points.
const PIECE: f32 = 44.0;

/// The most that warnings take, in points.
const WARNINGS: f32 = 96.0;

/// Draws it.
pub fn show(
    ui: &mut Ui,
    texts: &Texts,
    preview: &mut Preview,
    view: &mut PreviewView,
    pointed: Option<usize>,
    commands: &mut Vec<Command>,
) {
    heading(ui, texts, preview);
    ui.add_space(space::TIGHT);
    warnings(ui, texts, preview);
    if !preview.is_pasted && preview.text.is_empty() {
        return left_out(ui, texts, preview.left_out());
    }
    // What is known about the line takes what it needs; the text gets the rest.
    Panel::bottom("preview line").show_separator_line(false).frame(Frame::NONE).show(ui, |ui| {
        about_line(ui, texts, preview, view.line, commands);
    });
    text(ui, texts, preview, view, pointed, commands);
}

fn heading(ui: &mut Ui, texts: &Texts, preview: &Preview) {
    let name = match (preview.is_pasted, preview.text.is_empty()) {
        (true, _) => texts.get("preview-text").to_owned(),
        (false, false) => preview.name.clone(),
        (false, true) => texts.with("preview-left-out-of", &[("name", preview.name.as_str().into())]),
    };
    panel_heading(ui, &name);
}

fn warnings(ui: &mut Ui, texts: &Texts, preview: &Preview) {
    if preview.warnings.is_empty() {
        return;
    }
    ScrollArea::vertical().id_salt("preview warnings").max_height(WARNINGS).auto_shrink([false, true]).show(
        ui,
        |ui| {
            for warning in &preview.warnings {
                ui.label(type_scale::small(texts.warning(warning)).color(palette::of(ui).star));
            }
        },
    );
    ui.add_space(space::SMALL);
}

/// What a format without lines left out, each piece with its reason.
fn left_out(ui: &mut Ui, texts: &Texts, pieces: &[LeftOut]) {
    if pieces.is_empty() {
        ui.label(RichText::new(texts.get("preview-all-understood")).color(palette::of(ui).quiet));
        return;
    }
    ScrollArea::vertical().id_salt("preview left out").auto_shrink([false, false]).show_rows(
        ui,
        PIECE,
        pieces.len(),
        |ui, rows| {
            for piece in pieces.get(rows).unwrap_or_default() {
                let line = texts.with("line-number", &[("line", piece.line.into())]);
                let about = format!("{line} · {}", texts.reason(piece.reason));
                let width = ui.available_width();
                let (rect, _) = ui.allocate_exact_size(Vec2::new(width, PIECE), eframe::egui::Sense::hover());
                let palette = palette::of(ui);
                let at = rect.min;
                paint_one_line(ui, &piece.text, type_scale::body(), palette.text, at, width);
                let below = at + Vec2::new(0.0, 20.0);
                paint_one_line(ui, &about, type_scale::small_font(), palette.quiet, below, width);
            }
        },
    );
}

/// The text with the numbers of its lines. The caret in it chooses the item.
fn text(
    ui: &mut Ui,
    texts: &Texts,
    preview: &mut Preview,
    view: &mut PreviewView,
    pointed: Option<usize>,
    commands: &mut Vec<Command>,
) {
    ScrollArea::vertical().id_salt("preview text").auto_shrink([false, false]).show(ui, |ui| {
        let behind = ui.painter().add(Shape::Noop);
        let output = field(ui, texts, preview);
        let galley = &output.galley;
        let corner = output.galley_pos;
        let lines = Lines::of(galley, corner, ui.clip_rect());
        marks(ui, behind, &lines, preview, pointed);
        lines.numbers(ui);
        if let Some(at) = ui.input(|input| input.pointer.hover_pos())
            && output.response.response.contains_pointer()
        {
            view.pointed = lines.at(at).and_then(|line| preview.owner(line));
        }
        if output.response.response.changed() {
            preview.text_was_typed();
            ui.ctx().request_repaint();
        }
        let caret = output.cursor_range.filter(|_| output.response.response.has_focus());
        let line = caret.map(|range| line_of(&preview.text, range.primary));
        if let Some(line) = line.filter(|line| *line != view.line) {
            view.line = line;
            if let Some(owner) = preview.owner(line) {
                commands.push(Command::ChangePreview(Change::Choose(owner)));
            }
        }
    });
}

fn field(ui: &mut Ui, texts: &Texts, preview: &mut Preview) -> TextEditOutput {
    let palette = palette::of(ui);
    let size = Vec2::new(ui.available_width() - NUMBERS, ui.available_height() - space::SMALL);
    let has_items = !preview.items.is_empty();
    let is_open = preview.is_text_open();
    let mut text = std::mem::take(&mut preview.text);
    let owners: &Preview = preview;
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (number, line) in (1..).zip(text.as_str().split_inclusive('\n')) {
            let is_quiet = has_items && owners.owner(number).is_none();
            let color = if is_quiet { palette.quiet } else { palette.text };
            job.append(line, 0.0, TextFormat::simple(type_scale::body(), color));
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let copy = if is_open { String::new() } else { text.clone() };
    let mut fixed = copy.as_str();
    let (open, closed): (&mut dyn TextBuffer, &mut dyn TextBuffer) = (&mut text, &mut fixed);
    let field = TextEdit::multiline(if is_open { open } else { closed })
        .id(Id::unique("preview text"))
        .hint_text(RichText::new(texts.get("preview-paste-here")).color(palette.quiet))
        .frame(Frame::NONE)
        .desired_width(size.x)
        .min_size(size)
        .layouter(&mut layouter);
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let room = Margin { left: NUMBERS as i8, ..Margin::ZERO };
    let output = Frame::NONE.inner_margin(room).show(ui, |ui| field.show(ui)).inner;
    output.response.response.clone().accessible_name(texts.get("preview-text"));
    preview.text = text;
    if preview.wants_focus && preview.is_pasted && preview.items.is_empty() {
        preview.wants_focus = false;
        output.response.response.request_focus();
    }
    output
}

/// The lines of the text that are on the screen, with where they stand.
struct Lines(Vec<(usize, Rect)>);

impl Lines {
    fn of(galley: &Galley, corner: Pos2, screen: Rect) -> Self {
        let mut lines = Vec::new();
        let mut number = 1;
        let mut top = None;
        for row in &galley.rows {
            let rect = Rect::from_min_size(corner + row.pos.to_vec2(), row.size);
            let from = *top.get_or_insert(rect.top());
            if row.ends_with_newline || std::ptr::eq(row, galley.rows.last().unwrap_or(row)) {
                let whole = Rect::from_x_y_ranges(screen.x_range(), Rangef::new(from, rect.bottom()));
                if whole.bottom() >= screen.top() && whole.top() <= screen.bottom() {
                    lines.push((number, whole));
                }
                number += 1;
                top = None;
            }
        }
        Self(lines)
    }

    fn at(&self, place: Pos2) -> Option<usize> {
        self.0.iter().find(|(_, rect)| rect.y_range().contains(place.y)).map(|(line, _)| *line)
    }

    fn numbers(&self, ui: &Ui) {
        let quiet = palette::of(ui).quiet;
        for (line, rect) in &self.0 {
            let at = pos2(rect.left() + NUMBERS - 10.0, rect.top() + 2.0);
            ui.painter().text(at, Align2::RIGHT_TOP, line, type_scale::small_font(), quiet);
        }
    }
}

/// Marks the lines of the chosen item and of the one that the pointer is on.
fn marks(
    ui: &Ui,
    behind: eframe::egui::layers::ShapeIdx,
    lines: &Lines,
    preview: &Preview,
    pointed: Option<usize>,
) {
    let palette = palette::of(ui);
    let mut shapes = Vec::new();
    for (line, rect) in &lines.0 {
        let Some(owner) = preview.owner(*line) else { continue };
        let fill = if owner == preview.chosen {
            palette.chosen
        } else if Some(owner) == pointed {
            palette.hover
        } else {
            continue;
        };
        shapes.push(Shape::rect_filled(*rect, 0.0, fill));
    }
    ui.painter().set(behind, Shape::Vec(shapes));
}

/// The line, from 1, that a place in the text is on.
fn line_of(text: &str, place: CCursor) -> usize {
    let index: usize = place.index.into();
    text.chars().take(index).filter(|letter| *letter == '\n').count() + 1
}

/// What is known about the line with the caret, and what can be done about it.
fn about_line(ui: &mut Ui, texts: &Texts, preview: &Preview, line: usize, commands: &mut Vec<Command>) {
    let quiet = palette::of(ui).quiet;
    ui.add_space(space::TIGHT);
    let content = preview.text.lines().nth(line.wrapping_sub(1)).filter(|text| !text.trim().is_empty());
    if content.is_some() && preview.is_by_lines() {
        let number = texts.with("line-number", &[("line", line.into())]);
        let (about, label, change) = match preview.owner(line) {
            Some(owner) => {
                let item = texts.with("preview-of-item", &[("number", (owner + 1).into())]);
                (item, "preview-not-an-item", Change::NotAnItem(line))
            }
            None => (reason(texts, preview, line), "preview-make-item", Change::MakeItem(line)),
        };
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::new(texts.get(label)).min_size(Vec2::splat(space::TARGET))).clicked() {
                commands.push(Command::ChangePreview(change));
            }
            ui.label(type_scale::small(format!("{number} · {about}")).color(quiet));
        });
    }
    if preview.is_pasted && !preview.is_text_open() {
        ui.label(type_scale::small(texts.get("preview-text-fixed")).color(quiet));
        if ui.button(texts.get("preview-start-over")).clicked() {
            commands.push(Command::ChangePreview(Change::StartOver));
        }
    }
}

fn reason(texts: &Texts, preview: &Preview, line: usize) -> String {
    let piece = preview.left_out().iter().find(|piece| piece.line == line);
    texts.reason(piece.map_or(Reason::AroundProgramme, |piece| piece.reason))
}
