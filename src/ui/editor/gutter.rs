//! The gutter beside the note: when each line was written, and the icon of what it is. Only the rows on the screen are
//! drawn. A click opens the menu of the line.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{NaiveDate, Timelike as _};
use eframe::egui::accesskit::Role;
use eframe::egui::epaint::text::TextOptions;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Color32, CursorIcon, FontFamily, FontId, Galley, Id, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo,
};
use egui_material_icons::MaterialIcon;

use super::layout::{Facts, NoteLayout};
use crate::app::draft::Draft;
use crate::domain::book::Book;
use crate::domain::clock::Moment;
use crate::domain::dates;
use crate::domain::language::Language;
use crate::domain::line::LineKind;
use crate::domain::note::{Note, NoteLine};
use crate::i18n::Texts;
use crate::ui::theme::palette::{self, Palette};
use crate::ui::theme::{icons, space, type_scale};

/// So many times are kept laid out: a screen shows some thirty of them, a long day has a new one each minute.
const MOST_TIMES: usize = 240;

/// The gutter, with the little texts in it laid out once.
#[derive(Default)]
pub struct Gutter {
    times: HashMap<When, Arc<Galley>>,
    icons: HashMap<(&'static str, Color32), Arc<Galley>>,
    /// How full the texture for letters was: when it is emptied, these layouts are worth nothing any more.
    letters: f32,
    pixels_per_point: f32,
    paper: Color32,
    options: Option<TextOptions>,
}

/// When a line was written, as far as the gutter tells: the time, or the date of a line that was written after the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum When {
    At { hour: u32, minute: u32 },
    Later(NaiveDate, Language),
}

/// What the gutter is drawn for.
pub struct Beside<'a> {
    /// The note as it is typed.
    pub draft: &'a Draft,
    /// The day, to tell what was written after it.
    pub book: Option<&'a Book>,
    /// The lines on the screen.
    pub lines: std::ops::Range<usize>,
    /// Whether times are shown.
    pub shows_times: bool,
    /// Every word on the screen.
    pub texts: &'a Texts,
}

/// The width of the gutter, in points.
pub fn width(shows_times: bool) -> f32 {
    if shows_times { space::GUTTER } else { space::GUTTER_WITHOUT_TIMES }
}

impl Gutter {
    /// Draws the gutter beside the layout whose corner is at `corner`. Gives the line that was clicked, and where.
    pub fn show(
        &mut self,
        ui: &Ui,
        id: Id,
        layout: &NoteLayout,
        galley: &Galley,
        corner: Pos2,
        beside: &Beside<'_>,
    ) -> Option<(usize, Rect)> {
        self.forget_what_no_longer_holds(ui);
        let page = beside.book.and_then(|book| book.page(beside.draft.session));
        let noted = Noted::of(beside.draft, page.map(|page| &page.note));
        let is_later = |at: Moment| {
            let day = beside.book.map(|book| &book.day);
            day.zip(page).is_some_and(|(day, page)| day.is_noted_later(&page.session, at))
        };
        let left = corner.x - width(beside.shows_times);
        let mut clicked = None;
        for line in beside.lines.clone() {
            let Some(facts) = layout.facts(line) else { continue };
            let Some(row) = galley.rows.get(layout.rows_of(line).start) else { continue };
            let Some(kind) = facts.kind else { continue };
            let size = Vec2::new(width(beside.shows_times) - space::TIGHT, row.size.y);
            let rect = Rect::from_min_size(Pos2::new(left, corner.y + row.pos.y), size);
            let at = noted.at(line).map(|noted| (noted.noted_at, is_later(noted.noted_at)));
            let response = ui.interact(rect, id.with(("gutter", line)), Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, name(line, kind, facts, at, beside.texts))
            });
            let is_hovered = response.hovered();
            if is_hovered {
                let round = f32::from(space::ROUND);
                ui.painter().rect_filled(rect, round, palette::of(ui).hover);
            }
            self.row(ui, rect, facts, at.filter(|_| beside.shows_times), is_hovered, beside.texts);
            if response.clicked() || response.secondary_clicked() {
                clicked = Some((line, rect));
            }
            if is_hovered {
                response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name(
                    line,
                    kind,
                    facts,
                    at,
                    beside.texts,
                ));
            }
        }
        clicked
    }

    fn row(
        &mut self,
        ui: &Ui,
        rect: Rect,
        facts: &Facts,
        at: Option<(Moment, bool)>,
        is_hovered: bool,
        texts: &Texts,
    ) {
        let palette = palette::of(ui);
        if let Some(at) = at {
            let time = self.time(ui, at, palette, texts);
            let top = rect.center().y - time.size().y / 2.0;
            ui.painter().galley(Pos2::new(rect.left(), top), time, palette.quiet);
        }
        if let Some((icon, color)) = icon_of(facts, is_hovered, palette) {
            let icon = self.icon(ui, icon, color);
            let place =
                Pos2::new(rect.right() - icon.size().x - space::TIGHT, rect.center().y - icon.size().y / 2.0);
            ui.painter().galley(place, icon, color);
        }
    }

    fn time(
        &mut self,
        ui: &Ui,
        (at, is_later): (Moment, bool),
        palette: &Palette,
        texts: &Texts,
    ) -> Arc<Galley> {
        let (when, words) = if is_later {
            let date = at.date_naive();
            (When::Later(date, texts.language()), dates::short_date(texts.language(), date))
        } else {
            (When::At { hour: at.hour(), minute: at.minute() }, dates::time(at.time()))
        };
        let layout = || {
            let font = FontId::new(type_scale::SMALL, FontFamily::Proportional);
            let format = TextFormat::simple(font, palette.quiet);
            let job = LayoutJob::single_section(words, format);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        Arc::clone(self.times.entry(when).or_insert_with(layout))
    }

    fn icon(&mut self, ui: &Ui, icon: MaterialIcon, color: Color32) -> Arc<Galley> {
        let layout = || {
            let format = TextFormat::simple(FontId::new(type_scale::ICON, icon.font_family()), color);
            let job = LayoutJob::single_section(icon.codepoint.to_owned(), format);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        Arc::clone(self.icons.entry((icon.codepoint, color)).or_insert_with(layout))
    }

    fn forget_what_no_longer_holds(&mut self, ui: &Ui) {
        let (letters, options) = ui.fonts(|fonts| (fonts.font_atlas_fill_ratio(), *fonts.options()));
        let (pixels_per_point, paper) = (ui.pixels_per_point(), ui.visuals().extreme_bg_color);
        #[expect(clippy::float_cmp, reason = "the same screen has the very same number")]
        let is_same =
            pixels_per_point == self.pixels_per_point && paper == self.paper && self.options == Some(options);
        if letters < self.letters || !is_same || self.times.len() > MOST_TIMES {
            self.times.clear();
            self.icons.clear();
        }
        (self.letters, self.pixels_per_point, self.paper) = (letters, pixels_per_point, paper);
        self.options = Some(options);
    }
}

/// Privacy comes first, then what the line is; a star shows in the place of a kind where there is none.
fn icon_of(facts: &Facts, is_hovered: bool, palette: &Palette) -> Option<(MaterialIcon, Color32)> {
    if facts.private {
        return Some((icons::PRIVATE, palette.quiet));
    }
    let kind = facts.kind?;
    if kind == LineKind::Action && facts.done {
        return Some((icons::DONE, palette.quiet));
    }
    let of_kind = icons::of_kind(kind).map(|icon| (icon, palette.accent));
    let star = facts.starred.then_some((icons::STAR, palette.star));
    of_kind.or(star).or(is_hovered.then_some((icons::MORE, palette.quiet)))
}

/// "Regel 3, 14:24, citaat, belangrijk"; "Regel 3, later genoteerd, vr 17 maart 2023, 14:24, citaat".
fn name(line: usize, kind: LineKind, facts: &Facts, at: Option<(Moment, bool)>, texts: &Texts) -> String {
    let mut parts = vec![texts.with("line-number", &[("line", (line + 1).into())])];
    if let Some((at, is_later)) = at {
        if is_later {
            parts.push(texts.get("noted-later").to_owned());
            parts.push(dates::date(texts.language(), at.date_naive()));
        }
        parts.push(dates::time(at.time()));
    }
    parts.push(texts.get(kind_name(kind)).to_owned());
    let marks = [(facts.done, "item-done"), (facts.starred, "mark-star"), (facts.private, "mark-private")];
    parts.extend(marks.iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| texts.get(mark).to_owned()));
    parts.join(", ")
}

/// The name of a kind in the texts.
pub fn kind_name(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Remark => "kind-remark",
        LineKind::Action => "kind-action",
        LineKind::Decision => "kind-decision",
        LineKind::Question => "kind-question",
        LineKind::Quote => "kind-quote",
        LineKind::Figure => "kind-figure",
        LineKind::Heading => "kind-heading",
    }
}

/// Which line of the note as it was last read each line of the draft is: what was typed since has no time yet.
struct Noted<'a> {
    lines: &'a [NoteLine],
    /// So many lines are the same at the start and at the end.
    head: usize,
    tail: usize,
    /// How many lines the draft has.
    count: usize,
}

impl<'a> Noted<'a> {
    fn of(draft: &Draft, note: Option<&'a Note>) -> Self {
        let lines = note.map(Note::lines).unwrap_or_default();
        if !draft.is_dirty() {
            return Self { lines, head: lines.len(), tail: 0, count: lines.len() };
        }
        let count = draft.text.split('\n').count();
        let same = |(noted, typed): &(&NoteLine, &str)| noted.text == *typed;
        let head = lines.iter().zip(draft.text.split('\n')).take_while(same).count();
        let most = lines.len().min(count) - head;
        let tail = lines.iter().rev().zip(draft.text.rsplit('\n')).take(most).take_while(same).count();
        Self { lines, head, tail, count }
    }

    fn at(&self, line: usize) -> Option<&'a NoteLine> {
        let is_edited_in_place = self.lines.len() == self.count;
        if line < self.head || is_edited_in_place {
            return self.lines.get(line);
        }
        let from_end = self.count.checked_sub(line)?;
        if from_end > self.tail {
            return None;
        }
        self.lines.get(self.lines.len().checked_sub(from_end)?)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use eframe::egui::{Context, RawInput};

    use super::*;

    #[test]
    fn a_long_day_does_not_leave_all_its_minutes() {
        let morning = DateTime::parse_from_rfc3339("2023-03-16T00:00:00+01:00").expect("a moment");
        let (mut gutter, texts) = (Gutter::default(), Texts::new(Language::Dutch));
        let mut output = Context::default().run_ui(RawInput::default(), |ui| {
            for minute in 0..24 * 60 {
                let at = morning + TimeDelta::minutes(minute);
                gutter.forget_what_no_longer_holds(ui);
                gutter.time(ui, (at, false), palette::of(ui), &texts);
                assert!(gutter.times.len() <= MOST_TIMES + 1, "{} times", gutter.times.len());
            }
        });
        // Nothing is drawn here.
        output.textures_delta.clear();
        assert!(!gutter.times.is_empty());
    }
}
