//! Rows of different heights below each other, of which only those in view are laid out. A row that was never in view has an
//! estimated height, so that a hundred thousand of them cost no more than a few.

use eframe::egui::{Rect, Ui, pos2};

/// A height that differs by less is the same.
const SAME: f32 = 0.5;

/// The heights.
#[derive(Debug, Default)]
pub struct Stack {
    /// Of which rows and which width the heights are.
    of: Option<(u64, f32)>,
    heights: Vec<f32>,
    /// Where each row begins, from the top of the first, and where the last one ends.
    tops: Vec<f32>,
    /// A height has changed since those were worked out.
    is_stale: bool,
}

impl Stack {
    /// Takes in other rows or another width: `revision` is another number when they are. `estimate` tells how high the rows
    /// probably are.
    pub fn measure(&mut self, revision: u64, width: f32, estimate: impl FnOnce() -> Vec<f32>) {
        if self.of != Some((revision, width)) {
            self.of = Some((revision, width));
            self.heights = estimate();
            self.is_stale = true;
        }
        if std::mem::take(&mut self.is_stale) {
            let mut top = 0.0;
            self.tops.clear();
            self.tops.push(top);
            for height in &self.heights {
                top += height;
                self.tops.push(top);
            }
        }
    }

    /// How high all rows are together.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The first row of which something is below `top`.
    #[must_use]
    pub fn first_below(&self, top: f32) -> usize {
        self.tops.partition_point(|at| *at <= top).saturating_sub(1)
    }

    /// Whether a row begins above `bottom`.
    #[must_use]
    pub fn begins_above(&self, row: usize, bottom: f32) -> bool {
        self.tops.get(row).is_some_and(|top| *top <= bottom)
    }

    /// Where a row is or would be, in what `ui` scrolls.
    #[must_use]
    pub fn rect(&self, ui: &Ui, row: usize) -> Rect {
        let all = ui.max_rect();
        let top = self.tops.get(row).copied().unwrap_or_default();
        let bottom = self.tops.get(row + 1).copied().unwrap_or(top);
        Rect::from_min_max(pos2(all.left(), all.top() + top), pos2(all.right(), all.top() + bottom))
    }

    /// A row that is in view turned out to be so high; what is below it moves in the next frame.
    pub fn is_as_high_as(&mut self, ui: &Ui, row: usize, height: f32) {
        if let Some(known) = self.heights.get_mut(row)
            && (*known - height).abs() > SAME
        {
            *known = height;
            // Worked out anew by the next call of `measure`; until then the rows stay where they are.
            self.is_stale = true;
            ui.ctx().request_repaint();
        }
    }
}
