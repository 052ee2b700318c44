//! The items, one under the other. Only the rows on the screen are drawn; the chosen one has fields, the others are text.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, FontFamily, FontId, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::{PreviewView, chosen, count};
use crate::app::command::Command;
use crate::app::preview::{Change, Item, Preview};
use crate::domain::dates;
use crate::i18n::Texts;
use crate::ui::theme::{fonts, palette, space, type_scale};
use crate::ui::widgets::paint_one_line;

/// Where the title of an item starts, from the left.
const TITLE_LEFT: f32 = 36.0;

/// Draws the items, with how many there are above them.
pub fn show(
    ui: &mut Ui,
    texts: &Texts,
    preview: &mut Preview,
    view: &mut PreviewView,
    pointed: Option<usize>,
    commands: &mut Vec<Command>,
) {
    count(ui, texts, preview);
    ui.add_space(space::TIGHT);
    if preview.items.is_empty() {
        return nothing(ui, texts, preview, commands);
    }
    let heights = Heights { chosen: preview.chosen, many: preview.items.len() };
    let follows = follow(preview, view);
    ScrollArea::vertical().id_salt("preview items").auto_shrink([false, false]).show_viewport(
        ui,
        |ui, viewport| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            ui.set_min_height(heights.total());
            let corner = ui.max_rect().min;
            let rect_of = |index: usize| {
                let top = corner + vec2(0.0, heights.top(index));
                Rect::from_min_size(top, vec2(width, heights.of(index)))
            };
            if follows {
                ui.scroll_to_rect(rect_of(heights.chosen), None);
            }
            let first = heights.at(viewport.top());
            let last = heights.at(viewport.bottom());
            for index in first..=last {
                draw(ui, texts, preview, (view, pointed), index, rect_of(index), commands);
            }
            // A field must be there to get the focus.
            if follows && !(first..=last).contains(&heights.chosen) {
                let rect = rect_of(heights.chosen);
                draw(ui, texts, preview, (view, pointed), heights.chosen, rect, commands);
            }
        },
    );
}

fn draw(
    ui: &mut Ui,
    texts: &Texts,
    preview: &mut Preview,
    (view, pointed): (&mut PreviewView, Option<usize>),
    index: usize,
    rect: Rect,
    commands: &mut Vec<Command>,
) {
    let Some(item) = preview.items.get(index) else { return };
    if ui.rect_contains_pointer(rect) {
        view.pointed = Some(index);
    }
    if index == preview.chosen {
        let id = item.id;
        let mut inner = ui.new_child(UiBuilder::new().id_salt(("item", id)).max_rect(rect));
        return chosen::show(&mut inner, texts, preview, rect, commands);
    }
    let response = row(ui, texts, item, index, rect, pointed == Some(index));
    if response.clicked() {
        commands.push(Command::ChangePreview(Change::Choose(index)));
    }
}

/// Whether the chosen item has to come into view: another one is chosen, or it stands elsewhere.
fn follow(preview: &Preview, view: &mut PreviewView) -> bool {
    let now = preview.items.get(preview.chosen).map(|item| (item.id, preview.chosen));
    let follows = now != view.followed || preview.wants_focus;
    view.followed = now;
    follows
}

/// While there is nothing to correct.
fn nothing(ui: &mut Ui, texts: &Texts, preview: &Preview, commands: &mut Vec<Command>) {
    let quiet = palette::of(ui).quiet;
    if let Some(problem) = &preview.problem {
        let words = format!("{} {}", texts.problem(problem), texts.hint(problem));
        ui.label(words);
    } else if preview.text.trim().is_empty() && preview.is_pasted {
        ui.label(eframe::egui::RichText::new(texts.get("preview-comes-here")).color(quiet));
        return;
    } else if !preview.is_reading() {
        ui.label(texts.get("preview-none"));
    }
    ui.add_space(space::SMALL);
    if ui.button(texts.get("preview-add")).clicked() {
        commands.push(Command::ChangePreview(Change::Add));
    }
}

/// Where each row stands.
#[derive(Clone, Copy)]
struct Heights {
    chosen: usize,
    many: usize,
}

impl Heights {
    fn of(self, index: usize) -> f32 {
        if index == self.chosen { chosen::HEIGHT } else { space::SESSION_ROW }
    }

    fn top(self, index: usize) -> f32 {
        let extra = if index > self.chosen { chosen::HEIGHT - space::SESSION_ROW } else { 0.0 };
        index as f32 * space::SESSION_ROW + extra
    }

    fn total(self) -> f32 {
        self.top(self.many)
    }

    /// The row at this height.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is not below zero")]
    fn at(self, height: f32) -> usize {
        let below = self.top(self.chosen) + chosen::HEIGHT;
        let height = if height >= below {
            height - (chosen::HEIGHT - space::SESSION_ROW)
        } else {
            height.min(self.top(self.chosen))
        };
        ((height.max(0.0) / space::SESSION_ROW) as usize).min(self.many.saturating_sub(1))
    }
}

fn row(ui: &mut Ui, texts: &Texts, item: &Item, index: usize, rect: Rect, is_pointed: bool) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("item", item.id)), Sense::click());
    let below = below(texts, item);
    let title = if item.title.is_empty() { texts.get("session-untitled") } else { &item.title };
    response.widget_info(|| {
        let parts = [(index + 1).to_string(), title.to_owned(), below.clone()];
        WidgetInfo::labeled(Role::ListBoxOption, true, parts.join(", "))
    });
    let palette = palette::of(ui);
    if is_pointed || response.hovered() {
        ui.painter().rect_filled(rect, f32::from(space::ROUND), palette.hover);
    }
    if response.has_focus() {
        let edge = eframe::egui::Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 2.0, edge, eframe::egui::StrokeKind::Inside);
    }
    let small = type_scale::small_font();
    let top = rect.top() + 8.0;
    let number = pos2(rect.left() + TITLE_LEFT - 10.0, top + 2.0);
    ui.painter().text(number, Align2::RIGHT_TOP, index + 1, small.clone(), palette.quiet);
    let (left, right) = (rect.left() + TITLE_LEFT, rect.right() - space::SMALL);
    let font = FontId::new(type_scale::BODY, FontFamily::Proportional);
    let color = if item.title.is_empty() { palette.quiet } else { palette.text };
    paint_one_line(ui, title, font, color, pos2(left, top), right - left);
    let is_good = item.has_good_times() && item.has_good_date();
    let color = if is_good { palette.quiet } else { palette.danger };
    paint_one_line(ui, &below, small, color, pos2(left, top + 20.0), right - left);
    response
}

/// "do 16 maart · 09:30–10:15 · Noor de Wit · pauze".
fn below(texts: &Texts, item: &Item) -> String {
    let times = match (item.start.is_empty(), item.end.is_empty()) {
        (true, true) => texts.get("preview-no-time").to_owned(),
        (_, true) => item.start.clone(),
        _ => format!("{}–{}", item.start, item.end),
    };
    let date = dates::parse_date(&item.date).map(|date| dates::date_without_year(texts.language(), date));
    let parts = [
        date.unwrap_or_else(|| item.date.clone()),
        times,
        item.speakers.clone(),
        item.room().unwrap_or_default().to_owned(),
        texts.get(chosen::kind_name(item.kind)).to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The number of the chosen item, in bold.
pub fn number(ui: &Ui, rect: Rect, index: usize) {
    let palette = palette::of(ui);
    let ground = rect.shrink2(Vec2::new(0.0, 2.0));
    palette.paint_chosen(ui.painter(), ground, f32::from(space::ROUND));
    let at = pos2(rect.left() + TITLE_LEFT - 10.0, rect.top() + 16.0);
    let font = FontId::new(type_scale::SMALL, fonts::bold());
    ui.painter().text(at, Align2::RIGHT_TOP, index + 1, font, palette.text);
}
