//! A note, or a whole day, as a page to be read: larger type on a narrow measure, to be selected and copied. Beside it is the
//! programme of the day, to go to another session.

pub mod blocks;

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{FontFamily, FontId, Galley, Label, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::app::view::View;

use super::stack::Stack;
use crate::ui::programme::numbered_title;
use crate::ui::theme::{fonts, palette, space, type_scale};
use crate::ui::widgets::as_heading;
use blocks::{Block, BlockKind, Look, blocks};

/// How far an item of a list stands in, for each list that it is in.
const INDENT: f32 = 26.0;
/// How wide a letter is on average, as a share of the size of the type.
const LETTER: f32 = 0.5;
/// The width of the list of sessions.
const SESSIONS: f32 = 240.0;

/// What the page keeps between two frames.
#[derive(Default)]
pub struct ReadingView {
    blocks: Vec<Block>,
    /// Of which revision of the day and which view the blocks are.
    of: Option<(u64, View)>,
    turn: u64,
    stack: Stack,
}

/// Draws the page.
pub fn show(ui: &mut Ui, state: &State, view: &mut ReadingView, commands: &mut Vec<Command>) {
    view.read(state);
    if ui.available_width() < space::FOLDS_PROGRAMME {
        return view.page(ui, state);
    }
    let all = ui.available_rect_before_wrap();
    let (beside, page) = all.split_left_right_at_x(all.left() + SESSIONS);
    ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| sessions(ui, state, commands));
    let page = page.with_min_x(page.left() + space::LARGE);
    ui.scope_builder(UiBuilder::new().max_rect(page), |ui| view.page(ui, state));
}

/// The sessions of the day, with the whole day before them.
fn sessions(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(book) = &state.book else { return };
    let row = |ui: &mut Ui, word: &str, view: View, commands: &mut Vec<Command>| {
        let is_on = state.view == view;
        let button =
            eframe::egui::Button::selectable(is_on, word).truncate().min_size(vec2(0.0, space::TARGET));
        if ui.add(button).clicked() {
            commands.push(Command::ShowView(view));
        }
    };
    row(ui, state.texts.get("reading-day"), View::Reading(None), commands);
    ScrollArea::vertical().id_salt("reading sessions").auto_shrink([false, true]).show_rows(
        ui,
        space::TARGET,
        book.pages.len(),
        |ui, places| {
            for page in book.pages.get(places).unwrap_or_default() {
                let session = &page.session;
                let name = numbered_title(session, &state.texts);
                row(ui, &name, View::Reading(Some(session.id)), commands);
            }
        },
    );
}

impl ReadingView {
    fn read(&mut self, state: &State) {
        let now = (state.afterwards.revision, state.view.clone());
        if self.of.as_ref() != Some(&now) {
            self.of = Some(now);
            self.turn += 1;
            self.blocks = blocks(&state.afterwards.page);
        }
    }

    fn page(&mut self, ui: &mut Ui, state: &State) {
        if self.blocks.is_empty() {
            ui.label(state.texts.get("reading-empty"));
            return;
        }
        let Self { blocks, stack, turn, .. } = self;
        ScrollArea::vertical().id_salt(("page", turn.to_owned())).auto_shrink([false, false]).show_viewport(
            ui,
            |ui, seen| {
                let width = ui.available_width().min(space::MEASURE);
                stack.measure(*turn, width, || blocks.iter().map(|block| estimate(block, width)).collect());
                ui.set_height(stack.height());
                for (index, block) in blocks.iter().enumerate().skip(stack.first_below(seen.top())) {
                    if !stack.begins_above(index, seen.bottom()) {
                        break;
                    }
                    let rect = stack.rect(ui, index);
                    let height = draw(ui, block, rect, width, 1.0);
                    stack.is_as_high_as(ui, index, height);
                }
            },
        );
    }
}

/// Draws a block at the top of `rect`, its type so much larger than on a page that is read; gives how high it is, with the
/// space around it.
pub fn draw(ui: &mut Ui, block: &Block, rect: Rect, width: f32, scale: f32) -> f32 {
    let palette = palette::of(ui);
    let (above, below) = around(block);
    let top = rect.top() + above;
    if block.kind == BlockKind::Rule {
        let at = top + space::SMALL;
        ui.painter().hline(rect.left()..=rect.left() + width, at, Stroke::new(1.0, palette.hairline));
        return above + 2.0 * space::SMALL + below;
    }
    let inset = inset(block);
    let galley = lay_out(ui, block, width - inset, scale);
    let height = galley.size().y;
    let left = rect.left() + inset;
    if block.quoted {
        let edge = left - space::MEDIUM;
        ui.painter().vline(edge, top..=top + height, Stroke::new(2.0, palette.edge));
    }
    if !block.marker.is_empty() {
        let font = FontId::new(type_scale::READING * scale, FontFamily::Proportional);
        let galley = ui.painter().layout_no_wrap(block.marker.clone(), font, palette.quiet);
        ui.painter().galley(pos2(left - galley.size().x - space::SMALL, top), galley, palette.quiet);
    }
    let at = Rect::from_min_size(pos2(left, top), vec2(width - inset, height));
    let words: String = block.runs.iter().map(|run| run.text.as_str()).collect();
    ui.scope_builder(UiBuilder::new().max_rect(at), |ui| {
        let label = ui.add(Label::new(galley).selectable(true));
        if matches!(block.kind, BlockKind::Heading(_)) {
            as_heading(ui, &label, &words);
        }
    });
    above + height + below
}

fn lay_out(ui: &Ui, block: &Block, width: f32, scale: f32) -> Arc<Galley> {
    let palette = palette::of(ui);
    let size = size_of(block.kind) * scale;
    let mut job = LayoutJob::default();
    for run in &block.runs {
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let font = FontId::new(size, family(run.look, is_heading));
        let mut format = TextFormat::simple(font, palette.text);
        format.line_height = Some((size * type_scale::READING_LINE).round());
        if run.look.struck {
            format.strikethrough = Stroke::new(1.0, palette.quiet);
            format.color = palette.quiet;
        }
        job.append(&run.text, 0.0, format);
    }
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn family(look: Look, is_heading: bool) -> FontFamily {
    match (look.code, look.bold || is_heading, look.italic) {
        (true, ..) => FontFamily::Monospace,
        (_, true, true) => fonts::bold_italic(),
        (_, true, false) => fonts::bold(),
        (_, false, true) => fonts::italic(),
        (_, false, false) => FontFamily::Proportional,
    }
}

fn size_of(kind: BlockKind) -> f32 {
    match kind {
        BlockKind::Heading(1) => type_scale::READING_TITLE,
        BlockKind::Heading(2) => type_scale::TITLE,
        BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Rule => type_scale::READING,
    }
}

/// The space above and below a block.
fn around(block: &Block) -> (f32, f32) {
    match block.kind {
        BlockKind::Heading(1) => (0.0, space::SMALL),
        BlockKind::Heading(2) => (space::LARGE, space::SMALL),
        BlockKind::Heading(_) => (space::MEDIUM, space::TIGHT),
        BlockKind::Rule => (space::SMALL, space::SMALL),
        BlockKind::Paragraph => (space::TIGHT, space::TIGHT),
    }
}

fn inset(block: &Block) -> f32 {
    let quote = if block.quoted { space::LARGE } else { 0.0 };
    INDENT * block.depth as f32 + quote
}

fn estimate(block: &Block, width: f32) -> f32 {
    let size = size_of(block.kind);
    let letters: usize = block.runs.iter().map(|run| run.text.chars().count()).sum();
    let rows = (letters as f32 * size * LETTER / (width - inset(block)).max(80.0)).ceil().max(1.0);
    let (above, below) = around(block);
    above + rows * (size * type_scale::READING_LINE).round() + below
}
