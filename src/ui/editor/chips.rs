//! The quiet chip behind a line: what was understood of it, so that a wrong reading is seen at once. A click mends it.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::text::TextFormat;
use eframe::egui::{
    CornerRadius, CursorIcon, FontFamily, FontId, Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo,
};

use super::layout::{NoteLayout, chip_place};
use crate::domain::dates;
use crate::domain::line::Understood;
use crate::i18n::Texts;
use crate::ui::theme::palette::{self, Palette};
use crate::ui::theme::{space, type_scale};

/// Room around the words, in points.
const PADDING: Vec2 = Vec2::new(space::SMALL, 1.0);

/// What a chip says.
pub fn text(understood: &Understood, texts: &Texts) -> String {
    let language = texts.language();
    let number = |value| dates::number(language, value, 1);
    match understood {
        Understood::Due(date) => dates::date_without_year(language, *date),
        Understood::NoSuchDate => texts.get("chip-no-such-date").to_owned(),
        Understood::Share { value, of, percent } => {
            let variables = [
                ("value", number(*value).into()),
                ("of", number(*of).into()),
                ("percent", number(*percent).into()),
            ];
            texts.with("chip-share", &variables)
        }
        Understood::Number(value) => texts.with("chip-number", &[("value", number(*value).into())]),
        Understood::FromWhom => texts.get("chip-from-whom").to_owned(),
        Understood::CouldBeFigure => texts.get("chip-figure").to_owned(),
    }
}

/// The words of a chip, laid out.
pub fn words(ui: &Ui, understood: &Understood, texts: &Texts, palette: &Palette) -> Arc<Galley> {
    let font = FontId::new(type_scale::SMALL, FontFamily::Proportional);
    let format = TextFormat::simple(font, palette.quiet);
    ui.fonts_mut(|fonts| fonts.layout_job(LayoutJob::single_section(text(understood, texts), format)))
}

/// The size of a chip with these words, in points.
pub fn size(words: &Galley) -> Vec2 {
    words.size() + PADDING * 2.0
}

/// Draws the chips of these lines. Gives the line whose chip was clicked, and where that chip is.
pub fn show(
    ui: &Ui,
    id: Id,
    layout: &NoteLayout,
    galley: &Galley,
    corner: Pos2,
    lines: std::ops::Range<usize>,
    texts: &Texts,
) -> Option<(usize, Rect)> {
    let palette = palette::of(ui);
    let mut clicked = None;
    for line in lines {
        let Some(words) = layout.chip(line) else { continue };
        let Some(place) = chip_place(layout, galley, line, size(words)) else { continue };
        let rect = Rect::from_min_size(corner + place, size(words));
        // A finger or a shaky hand needs more room than the eye.
        let target = rect.expand2(Vec2::new(0.0, ((space::SMALLEST_TARGET - rect.height()) / 2.0).max(0.0)));
        let response = ui.interact(target, id.with(("chip", line)), Sense::CLICK);
        response.widget_info(|| {
            let variables = [("line", (line + 1).into()), ("what", words.text().to_owned().into())];
            WidgetInfo::labeled(Role::Button, true, texts.with("chip-name", &variables))
        });
        let is_hovered = response.hovered();
        let fill = if is_hovered { palette.chosen } else { palette.panel };
        let edge = Stroke::new(1.0, if is_hovered { palette.edge } else { palette.hairline });
        let round = CornerRadius::same(space::ROUND);
        ui.painter().rect(rect, round, fill, edge, StrokeKind::Inside);
        ui.painter().galley(rect.min + PADDING, Arc::clone(words), palette.quiet);
        if response.clicked() {
            clicked = Some((line, rect));
        }
        if is_hovered {
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(texts.get("chip-tip"));
        }
    }
    clicked
}
