//! The programme: the sessions of the day in order. Choosing one is opening its note.

use std::ops::Range;

use eframe::egui::{
    Align2, FontFamily, FontId, Rect, Response, ScrollArea, Sense, Ui, Vec2, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::book::{Book, Page};
use crate::domain::dates;
use crate::domain::day::Session;
use crate::domain::id::SessionId;
use crate::i18n::Texts;

use super::theme::palette::Palette;
use super::theme::{fonts, icons, palette, space, type_scale};
use super::widgets::{link_button, panel_heading};

/// Where the title of a session starts, from the left edge of the panel.
const TITLE_LEFT: f32 = 48.0;

/// Draws the list.
pub fn show(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(book) = &state.book else { return };
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space::MEDIUM);
    indented(ui, |ui| panel_heading(ui, state.texts.get("programme-heading")));
    ui.add_space(space::SMALL);
    let now = state.session_now();
    let open = state.draft.as_ref().map(|draft| draft.session);
    let room = ui.available_height() - space::TARGET - space::LARGE;
    ScrollArea::vertical().id_salt("programme").max_height(room).auto_shrink([false, true]).show_rows(
        ui,
        space::SESSION_ROW,
        book.pages.len(),
        |ui, rows| {
            follow(ui, &rows, book, open);
            for page in book.pages.get(rows).unwrap_or_default() {
                let row = Row {
                    page,
                    is_open: open == Some(page.session.id),
                    is_now: now == Some(page.session.id),
                    lines: state.lines_in(page.session.id),
                };
                if row.show(ui, &state.texts).clicked() {
                    commands.push(Command::SelectSession(page.session.id));
                }
            }
        },
    );
    ui.add_space(space::SMALL);
    indented(ui, |ui| link_button(ui, state, icons::ADD, &Command::InsertSession, commands));
}

/// When another session is opened, its row comes into view.
fn follow(ui: &Ui, rows: &Range<usize>, book: &Book, open: Option<SessionId>) {
    let id = ui.scope_id().with("followed");
    if ui.data(|data| data.get_temp::<Option<SessionId>>(id)) == Some(open) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, open));
    let Some(index) = book.pages.iter().position(|page| Some(page.session.id) == open) else { return };
    let top = ui.max_rect().top() + (index as f32 - rows.start as f32) * space::SESSION_ROW;
    let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, space::SESSION_ROW));
    ui.scroll_to_rect(row, None);
}

fn indented<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) {
    ui.horizontal(|ui| {
        ui.add_space(space::MEDIUM);
        content(ui);
    });
}

struct Row<'a> {
    page: &'a Page,
    is_open: bool,
    is_now: bool,
    lines: usize,
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui, texts: &Texts) -> Response {
        let size = Vec2::new(ui.available_width(), space::SESSION_ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, self.is_open, self.sentence(texts))
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, texts, rect, &response);
        }
        let title = title_of(&self.page.session, texts);
        if response.hovered() { response.on_hover_text(title) } else { response }
    }

    fn paint(&self, ui: &Ui, texts: &Texts, rect: Rect, response: &Response) {
        let palette = palette::of(ui);
        let painter = ui.painter();
        if self.is_open {
            painter.rect_filled(rect, 0.0, palette.chosen);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, palette.hover);
        }
        if self.is_now {
            let bar = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(4.0, rect.height() - 12.0));
            painter.rect_filled(bar, 2.0, palette.accent);
        }
        if response.has_focus() {
            let edge = eframe::egui::Stroke::new(2.0, palette.accent);
            painter.rect_stroke(rect.shrink(1.0), 2.0, edge, eframe::egui::StrokeKind::Inside);
        }
        self.paint_words(ui, texts, rect, palette);
    }

    fn paint_words(&self, ui: &Ui, texts: &Texts, rect: Rect, palette: &Palette) {
        let small = FontId::new(type_scale::SMALL, FontFamily::Proportional);
        let painter = ui.painter();
        let top = rect.top() + 8.0;
        let number = pos2(rect.left() + TITLE_LEFT - 12.0, top + 2.0);
        painter.text(number, Align2::RIGHT_TOP, self.page.session.position, small.clone(), palette.quiet);
        let right = rect.right() - space::MEDIUM;
        let count_left = if self.lines > 0 {
            let count = painter.text(
                pos2(right, top + 2.0),
                Align2::RIGHT_TOP,
                self.lines,
                small.clone(),
                palette.quiet,
            );
            count.left() - space::SMALL
        } else {
            right
        };
        let count_left = if self.page.session.private {
            let lock = FontId::new(type_scale::SMALL, icons::PRIVATE.font_family());
            let at = pos2(count_left, top + 2.0);
            let lock = painter.text(at, Align2::RIGHT_TOP, icons::PRIVATE.codepoint, lock, palette.quiet);
            lock.left() - space::SMALL
        } else {
            count_left
        };
        let family = if self.is_open { fonts::bold() } else { FontFamily::Proportional };
        let title = title_of(&self.page.session, texts);
        let color = if self.page.session.facts.title.is_empty() { palette.quiet } else { palette.text };
        let left = rect.left() + TITLE_LEFT;
        one_line(ui, title, FontId::new(type_scale::BODY, family), color, pos2(left, top), count_left - left);
        let below = below(&self.page.session, texts);
        one_line(ui, &below, small, palette.quiet, pos2(left, top + 20.0), right - left);
    }

    /// The row as one sentence: "3, Uitdagingen …, dr. Julien van Ostaaijen, 4 regels, nu bezig".
    fn sentence(&self, texts: &Texts) -> String {
        let session = &self.page.session;
        let mut parts = vec![session.position.to_string(), title_of(session, texts).to_owned()];
        let below = below(session, texts);
        if !below.is_empty() {
            parts.push(below);
        }
        parts.push(texts.count("lines", self.lines).to_string());
        if session.private {
            parts.push(texts.get("private-session").to_owned());
        }
        if self.is_now {
            parts.push(texts.get("now").to_owned());
        }
        parts.join(", ")
    }
}

/// The title, or what stands there while there is none.
pub fn title_of<'a>(session: &'a Session, texts: &'a Texts) -> &'a str {
    if session.facts.title.is_empty() { texts.get("session-untitled") } else { &session.facts.title }
}

/// The number and the title: "4 · Ambities".
pub fn numbered_title(session: &Session, texts: &Texts) -> String {
    format!("{} · {}", session.position, title_of(session, texts))
}

/// What stands below the title: that it is gone, times, speakers, room.
fn below(session: &Session, texts: &Texts) -> String {
    let facts = &session.facts;
    let times = match (facts.start, facts.end) {
        (Some(start), Some(end)) => Some(format!("{}–{}", dates::time(start), dates::time(end))),
        (Some(start), None) => Some(dates::time(start)),
        (None, Some(end)) => Some(format!("–{}", dates::time(end))),
        (None, None) => None,
    };
    let names: Vec<&str> = facts.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let speakers = (!names.is_empty()).then(|| names.join(", "));
    let gone = session.cancelled.then(|| texts.get("session-gone").to_owned());
    [gone, times, speakers, facts.room.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Text on one line, cut with an ellipsis where it does not fit.
pub(super) fn one_line(
    ui: &Ui,
    text: &str,
    font: FontId,
    color: eframe::egui::Color32,
    at: eframe::egui::Pos2,
    width: f32,
) {
    let mut job = eframe::egui::text::LayoutJob::single_section(
        text.to_owned(),
        eframe::egui::text::TextFormat::simple(font, color),
    );
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, color);
}
