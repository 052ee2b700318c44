//! The note laid out line by line. A key changes one line, so all others keep their layout: that is what makes formatting
//! cheaper here than plain text is in egui's own field, which lays out the whole text again.
//!
//! Also kept per line: what it is and what was understood of it, for the gutter and the chips.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Galley, TextBuffer, Ui, Vec2};

use super::highlight;
use crate::domain::language::Language;
use crate::domain::line::{self, Context, LineKind, Understood};
use crate::i18n::Texts;
use crate::ui::theme::palette::{self, Palette};
use crate::ui::theme::{space, type_scale};

use super::chips;

/// What a line is, as the gutter and the chips show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its kind; a blank line has none.
    pub kind: Option<LineKind>,
    /// Whether it is important.
    pub starred: bool,
    /// Whether it is private.
    pub private: bool,
    /// Whether it is an action that is done.
    pub done: bool,
    /// What was understood of it, to be shown behind it.
    pub understood: Option<Understood>,
}

/// What a line is read in: the same text means something else on another day or in another language.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The day, and whether one person speaks.
    pub context: Context,
    /// The words in chips.
    pub texts: &'a Texts,
}

/// A line with its layout.
struct LaidOut {
    text: String,
    facts: Facts,
    chip: Option<Arc<Galley>>,
    galley: Arc<Galley>,
}

/// Everything that a layout depends on beside the text.
#[derive(Clone, Copy, PartialEq)]
struct Setting {
    context: Context,
    language: Language,
    width: f32,
    pixels_per_point: f32,
    paper: Color32,
    /// egui's options for text; another value means another texture for letters.
    options: eframe::egui::epaint::text::TextOptions,
}

/// A note as it is laid out.
#[derive(Default)]
pub struct NoteLayout {
    setting: Option<Setting>,
    lines: Vec<LaidOut>,
    /// Per line, the number of rows in the lines before it.
    first_rows: Vec<usize>,
    whole: Option<Arc<Galley>>,
    /// How full the texture for letters was. It is emptied when it gets full, and a layout points into it.
    letters: f32,
}

impl NoteLayout {
    /// The layout of `text` at a width in points, made of what is known already as far as it goes.
    pub fn galley(
        &mut self,
        ui: &Ui,
        text: &dyn TextBuffer,
        width: f32,
        reading: Reading<'_>,
    ) -> Arc<Galley> {
        let text = text.as_str();
        self.forget_what_no_longer_holds(ui, width, reading);
        if let Some(whole) = self.whole.as_ref().filter(|whole| whole.text() == text) {
            return Arc::clone(whole);
        }
        self.lay_out(ui, text, width, reading);
        let galleys: Vec<Arc<Galley>> = self.lines.iter().map(|line| Arc::clone(&line.galley)).collect();
        let whole = Arc::new(Galley::concat(whole_job(text), &galleys, ui.pixels_per_point()));
        self.whole = Some(Arc::clone(&whole));
        self.first_rows = rows_before(&galleys);
        whole
    }

    /// What the line is, counted from 0.
    pub fn facts(&self, line: usize) -> Option<&Facts> {
        self.lines.get(line).map(|line| &line.facts)
    }

    /// The words of the chip behind a line.
    pub fn chip(&self, line: usize) -> Option<&Arc<Galley>> {
        self.lines.get(line)?.chip.as_ref()
    }

    /// The lines of which a row lies between two heights of `galley`, in points from its top.
    pub fn lines_between(&self, galley: &Galley, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = galley.rows.partition_point(|row| row.max_y() < top);
        let last = galley.rows.partition_point(|row| row.min_y() < bottom);
        let line_of = |row: usize| self.first_rows.partition_point(|first| *first <= row).saturating_sub(1);
        if last == 0 { 0..0 } else { line_of(first)..line_of(last - 1) + 1 }
    }

    /// The rows of a line in the whole layout.
    pub fn rows_of(&self, line: usize) -> std::ops::Range<usize> {
        let first = self.first_rows.get(line).copied().unwrap_or_default();
        let count = self.lines.get(line).map_or(0, |line| line.galley.rows.len());
        first..first + count
    }

    fn forget_what_no_longer_holds(&mut self, ui: &Ui, width: f32, reading: Reading<'_>) {
        let (letters, options) = ui.fonts(|fonts| (fonts.font_atlas_fill_ratio(), *fonts.options()));
        let setting = Setting {
            context: reading.context,
            language: reading.texts.language(),
            width,
            pixels_per_point: ui.pixels_per_point(),
            paper: ui.visuals().extreme_bg_color,
            options,
        };
        if self.setting != Some(setting) || letters < self.letters {
            self.lines.clear();
            self.whole = None;
        }
        self.setting = Some(setting);
        self.letters = letters;
    }

    /// Lays out the lines between those that are the same at the start and at the end.
    fn lay_out(&mut self, ui: &Ui, text: &str, width: f32, reading: Reading<'_>) {
        let new: Vec<&str> = text.split('\n').collect();
        let same = |(old, new): &(&LaidOut, &&str)| old.text == **new;
        let head = self.lines.iter().zip(&new).take_while(same).count();
        let most = self.lines.len().min(new.len()) - head;
        let tail = self.lines.iter().rev().zip(new.iter().rev()).take(most).take_while(same).count();
        let palette = palette::of(ui);
        let changed = new.get(head..new.len() - tail).unwrap_or_default();
        let laid_out: Vec<LaidOut> =
            changed.iter().map(|line| laid_out(ui, line, width, reading, palette)).collect();
        self.lines.splice(head..self.lines.len() - tail, laid_out);
    }
}

fn laid_out(ui: &Ui, text: &str, width: f32, reading: Reading<'_>, palette: &Palette) -> LaidOut {
    let parsed = line::parse(text);
    let understood = parsed.understood(reading.context);
    let row_height = ui.fonts_mut(|fonts| fonts.row_height(&type_scale::note()));
    let job = highlight::job(text, &parsed, palette, row_height + type_scale::NOTE_LEADING);
    let chip = understood.as_ref().map(|understood| chips::words(ui, understood, reading.texts, palette));
    let galley = with_room(ui, job, width, chip.as_ref().map_or(0.0, |chip| chips::size(chip).x));
    let facts = Facts {
        kind: (!line::is_blank(text)).then_some(parsed.kind),
        starred: parsed.starred,
        private: parsed.private,
        done: parsed.done,
        understood,
    };
    LaidOut { text: text.to_owned(), facts, chip, galley }
}

/// Wraps a line at `width`, and earlier where else its chip would not fit behind its last row.
fn with_room(ui: &Ui, mut job: LayoutJob, width: f32, chip: f32) -> Arc<Galley> {
    job.wrap.max_width = width;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    let last = galley.rows.last().map_or(0.0, |row| row.pos.x + row.size.x);
    if chip == 0.0 || last + space::SMALL + chip <= width {
        return galley;
    }
    job.wrap.max_width = (width - space::SMALL - chip).max(width / 2.0);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The whole text as one job. Its format is nowhere used: each line has its own.
fn whole_job(text: &str) -> Arc<LayoutJob> {
    let format = TextFormat::simple(FontId::default(), Color32::PLACEHOLDER);
    Arc::new(LayoutJob::single_section(text.to_owned(), format))
}

fn rows_before(galleys: &[Arc<Galley>]) -> Vec<usize> {
    let rows = galleys.iter().map(|galley| galley.rows.len());
    rows.scan(0, |sum, rows| {
        let before = *sum;
        *sum += rows;
        Some(before)
    })
    .collect()
}

/// Where a chip stands behind the last row of its line, as a distance from the layout's own corner.
pub fn chip_place(layout: &NoteLayout, galley: &Galley, line: usize, chip: Vec2) -> Option<Vec2> {
    let row = galley.rows.get(layout.rows_of(line).last()?)?;
    let top = row.pos.y + (row.size.y - chip.y) / 2.0;
    Some(Vec2::new(row.pos.x + row.size.x + space::SMALL, top))
}
