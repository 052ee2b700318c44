//! The rows of the programme as they were laid out, kept from one frame to the next: a key in the note changes none of them.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, Galley, Pos2, Ui, Vec2};

use super::row::Look;
use crate::ui::theme::palette;

/// The words of a row, each with its place from the row's own corner.
pub(super) struct LaidOut {
    look: Look,
    words: Vec<(Vec2, Arc<Galley>)>,
}

/// Everything that a layout depends on beside the row.
#[derive(Clone, Copy, PartialEq)]
struct Setting {
    revision: u64,
    width: f32,
    pixels_per_point: f32,
    paper: Color32,
    /// egui's options for text; another value means another texture for letters.
    options: eframe::egui::epaint::text::TextOptions,
}

/// The rows that were drawn in the last frame, by their place in the list.
#[derive(Default)]
pub(super) struct Rows {
    setting: Option<Setting>,
    kept: HashMap<usize, LaidOut>,
    drawn: HashMap<usize, LaidOut>,
    /// How full the texture for letters was. It is emptied when it gets full, and a layout points into it.
    letters: f32,
}

impl Rows {
    /// To be called before the rows of a frame.
    pub(super) fn begin(&mut self, ui: &Ui, revision: u64) {
        let (letters, options) = ui.fonts(|fonts| (fonts.font_atlas_fill_ratio(), *fonts.options()));
        let setting = Setting {
            revision,
            width: ui.max_rect().width(),
            pixels_per_point: ui.pixels_per_point(),
            paper: ui.visuals().extreme_bg_color,
            options,
        };
        if self.setting != Some(setting) || letters < self.letters {
            self.kept.clear();
        }
        self.setting = Some(setting);
        self.letters = letters;
    }

    /// Paints a row, laying it out where it looks otherwise than in the last frame.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        index: usize,
        corner: Pos2,
        look: Look,
        lay_out: impl FnOnce() -> Vec<(Vec2, Arc<Galley>)>,
    ) {
        let known = self.kept.remove(&index).filter(|row| row.look == look);
        let row = known.unwrap_or_else(|| LaidOut { look, words: lay_out() });
        for (place, galley) in &row.words {
            ui.painter().galley(corner + *place, Arc::clone(galley), palette::of(ui).text);
        }
        self.drawn.insert(index, row);
    }

    /// To be called after the rows of a frame: what was not drawn is forgotten.
    pub(super) fn end(&mut self) {
        self.kept.clear();
        std::mem::swap(&mut self.kept, &mut self.drawn);
    }
}

/// Text on one line, cut with an ellipsis where it does not fit.
pub(super) fn one_line(ui: &Ui, text: impl Into<String>, format: TextFormat, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.into(), format);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
