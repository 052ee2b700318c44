//! A row of the programme: a session, or what stands between sessions.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, FontFamily, FontId, Galley, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::laid_out::{Rows, one_line};
use super::{row_id, times_of, title_of};
use crate::app::command::Command;
use crate::app::programme_list::{Item, Said};
use crate::app::state::State;
use crate::domain::dates;
use crate::domain::day::{Session, SessionKind};
use crate::ui::menus;
use crate::ui::theme::palette::{self, Palette};
use crate::ui::theme::{fonts, icons, space, type_scale};
use crate::ui::widgets::{as_chosen, context_menu};

/// Where the title of a session starts, from the left edge of the panel.
const TITLE_LEFT: f32 = 48.0;

/// Where the first line of a session stands, from the top of its row, and how far further each next line.
const FIRST_LINE: f32 = 8.0;
const LINE: f32 = 20.0;

/// Whether a session is on, or next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    None,
    Now,
    Next,
}

/// Everything that the words of a row depend on beside its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    is_open: bool,
    standing: Standing,
    lines: usize,
}

/// A row, with the session that it is about.
pub(super) struct Row<'a> {
    pub item: Item,
    pub session: &'a Session,
    pub is_open: bool,
    pub standing: Standing,
    pub lines: usize,
    /// Whether it can be dragged to another place.
    pub can_drag: bool,
}

/// How high a row is, in points.
pub(super) fn height(item: Item) -> f32 {
    match item {
        Item::Date(_) => space::DATE_ROW,
        Item::Slot { .. } => space::SLOT_ROW,
        Item::Gap(_) => space::GAP_ROW,
        Item::Session { clashes: false, .. } => space::SESSION_ROW,
        Item::Session { clashes: true, .. } => space::SESSION_ROW + LINE,
    }
}

impl Row<'_> {
    /// Draws the row; gives the response of one that is a session.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        state: &State,
        rect: Rect,
        index: usize,
        rows: &mut Rows,
        commands: &mut Vec<Command>,
    ) -> Option<Response> {
        match self.item {
            Item::Session { clashes, .. } => {
                Some(self.session(ui, state, rect, index, clashes, rows, commands))
            }
            item => {
                self.between(ui, state, rect, index, item, rows);
                None
            }
        }
    }

    fn look(&self) -> Look {
        Look { is_open: self.is_open, standing: self.standing, lines: self.lines }
    }

    /// A heading or a gap.
    fn between(&self, ui: &Ui, state: &State, rect: Rect, index: usize, item: Item, rows: &mut Rows) {
        let id = Id::unique(("programme row", index));
        ui.interact(rect, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            let role = if matches!(item, Item::Gap(_)) { Role::Label } else { Role::Heading };
            node.set_role(role);
            let words = self.words_between(state, item);
            if role == Role::Label { node.set_value(words) } else { node.set_label(words) }
        });
        let palette = palette::of(ui);
        if matches!(item, Item::Date(_)) && index > 0 {
            let edge = Stroke::new(1.0, palette.hairline);
            ui.painter().hline(rect.x_range(), rect.top(), edge);
        }
        let look = Look { is_open: false, standing: self.standing, lines: 0 };
        rows.paint(ui, index, rect.min, look, || {
            let (left, font, color) = match item {
                Item::Date(_) => (space::MEDIUM, type_scale::body_bold_font(), palette.text),
                Item::Slot { .. } if self.standing == Standing::Now => {
                    (space::MEDIUM, type_scale::small_bold_font(), palette.accent)
                }
                Item::Slot { .. } => (space::MEDIUM, type_scale::small_bold_font(), palette.quiet),
                _ => (TITLE_LEFT, type_scale::small_font(), palette.quiet),
            };
            let width = rect.width() - left - space::MEDIUM;
            let galley =
                one_line(ui, self.words_between(state, item), TextFormat::simple(font, color), width);
            let top = if matches!(item, Item::Gap(_)) {
                (rect.height() - galley.size().y) / 2.0
            } else {
                rect.height() - galley.size().y - space::TIGHT
            };
            vec![(vec2(left, top), galley)]
        });
    }

    /// "vr 27 december 2019", "10:00–11:00 · straks", "15 min".
    fn words_between(&self, state: &State, item: Item) -> String {
        let texts = &state.texts;
        let facts = &self.session.facts;
        match item {
            Item::Date(_) => {
                let day_date = state.book.as_ref().and_then(|book| book.day.facts.date);
                match self.session.date(day_date) {
                    Some(date) => dates::date_without_year(texts.language(), date),
                    None => texts.with("day-number", &[("number", facts.day.unwrap_or(1).into())]),
                }
            }
            Item::Gap(minutes) => texts.with("gap", &[("minutes", minutes.into())]),
            _ => {
                let times = match item {
                    Item::Slot { said: Said::Start, .. } => facts.start.map(dates::time),
                    _ => times_of(self.session),
                };
                let times = times.unwrap_or_else(|| texts.get("slot-without-time").to_owned());
                match self.standing {
                    Standing::None => times,
                    Standing::Now => format!("{times} · {}", texts.get("now")),
                    Standing::Next => format!("{times} · {}", texts.get("next")),
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a row is drawn with, handed on by show")]
    fn session(
        &self,
        ui: &mut Ui,
        state: &State,
        rect: Rect,
        index: usize,
        clashes: bool,
        rows: &mut Rows,
        commands: &mut Vec<Command>,
    ) -> Response {
        let sense = if self.can_drag { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(rect, row_id(self.session.id), sense);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, self.is_open, self.sentence(state))
        });
        as_chosen(ui, &response, self.is_open);
        self.paint_ground(ui, rect, &response);
        rows.paint(ui, index, rect.min, self.look(), || self.lay_out(ui, state, rect.width(), clashes));
        self.star(ui, state, rect, &response, commands);
        let title = title_of(self.session, &state.texts);
        // The commands are about the session that is open: this one is, a frame later. The rows are there already, because a
        // menu keeps the size that it has at first.
        let mut chosen = Vec::new();
        let asks_menu = context_menu(&response, title, |ui| menus::rows_of_session(ui, state, &mut chosen));
        if self.is_open {
            commands.append(&mut chosen);
        }
        if response.clicked() || asks_menu && !self.is_open {
            commands.push(Command::SelectSession(self.session.id));
        }
        let is_pointed_at = response.hovered() && !response.dragged();
        if is_pointed_at { response.on_hover_text(title) } else { response }
    }

    fn paint_ground(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = palette::of(ui);
        let painter = ui.painter();
        if self.is_open {
            palette.paint_chosen(painter, rect, 0.0);
        } else if response.contains_pointer() {
            painter.rect_filled(rect, 0.0, palette.hover);
        }
        if self.standing == Standing::Now {
            let bar = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(4.0, rect.height() - 12.0));
            painter.rect_filled(bar, 2.0, palette.accent);
        }
        if response.has_focus() {
            paint_focus(ui, rect);
        }
    }

    /// The button that gives the session a star. Without one it shows where somebody is about to use it, and at the open
    /// session, so that it is found; a small day stays as quiet as it was.
    fn star(&self, ui: &Ui, state: &State, row: Rect, of_row: &Response, commands: &mut Vec<Command>) {
        let is_on = self.session.starred;
        let size = Vec2::splat(space::SMALLEST_TARGET);
        let center = pos2(row.right() - space::MEDIUM - size.x / 2.0 + space::TIGHT, row.top() + 36.0);
        let rect = Rect::from_center_size(center, size);
        let response = ui.interact(rect, of_row.id.with("star"), Sense::click());
        let name = || {
            let title = title_of(self.session, &state.texts);
            state.texts.with("star-of", &[("title", title.into())])
        };
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name()));
        let is_near = of_row.contains_pointer() || of_row.has_focus() || response.has_focus();
        let palette = palette::of(ui);
        if response.has_focus() {
            paint_focus(ui, rect);
        }
        if is_on {
            let font = FontId::new(type_scale::ICON, FontFamily::Proportional);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::STAR_ON, font, palette.star);
        } else if is_near || self.is_open {
            let color = if response.hovered() { palette.star } else { palette.quiet };
            let (icon, font) = (icons::STAR, icons::font(icons::STAR));
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.codepoint, font, color);
        }
        if response.clicked() {
            commands.push(Command::StarSession { session: self.session.id, starred: !is_on });
        }
        if response.hovered() {
            let tip = state.texts.get(if is_on { "star-take" } else { "star-give" });
            response.on_hover_text(tip);
        }
    }

    fn is_quiet(&self) -> bool {
        let is_break = matches!(self.session.facts.kind, SessionKind::Break | SessionKind::Lunch);
        is_break || self.session.cancelled || self.session.facts.title.is_empty()
    }

    fn lay_out(&self, ui: &Ui, state: &State, width: f32, clashes: bool) -> Vec<(Vec2, Arc<Galley>)> {
        let palette = palette::of(ui);
        let quiet = TextFormat::simple(type_scale::small_font(), palette.quiet);
        let mut words = Vec::new();
        let number = one_line(ui, self.session.position.to_string(), quiet.clone(), TITLE_LEFT);
        words.push((vec2(TITLE_LEFT - 12.0 - number.size().x, FIRST_LINE + 2.0), number));
        let mut right = width - space::MEDIUM;
        if self.lines > 0 {
            let count = one_line(ui, self.lines.to_string(), quiet.clone(), right);
            right = put_left_of(&mut words, right, count);
        }
        if self.session.private {
            let font = FontId::new(type_scale::SMALL, icons::PRIVATE.font_family());
            let lock = TextFormat::simple(font, palette.quiet);
            let lock = one_line(ui, icons::PRIVATE.codepoint, lock, right);
            right = put_left_of(&mut words, right, lock);
        }
        let title = title_of(self.session, &state.texts);
        let title = one_line(ui, title, self.title_format(palette), right - TITLE_LEFT);
        words.push((vec2(TITLE_LEFT, FIRST_LINE), title));
        let room = width - space::MEDIUM - TITLE_LEFT;
        let beside_star = room - space::SMALLEST_TARGET;
        let below = one_line(ui, self.below(state), quiet, beside_star);
        words.push((vec2(TITLE_LEFT, FIRST_LINE + LINE), below));
        if clashes {
            let format = TextFormat::simple(type_scale::small_font(), palette.star);
            let clash = one_line(ui, self.clash(state), format, room);
            words.push((vec2(TITLE_LEFT, FIRST_LINE + 2.0 * LINE), clash));
        }
        words
    }

    fn title_format(&self, palette: &Palette) -> TextFormat {
        let family = if self.is_open { fonts::bold() } else { FontFamily::Proportional };
        let color = if self.is_quiet() { palette.quiet } else { palette.text };
        let mut format = TextFormat::simple(FontId::new(type_scale::BODY, family), color);
        if self.session.cancelled {
            format.strikethrough = Stroke::new(1.0, palette.quiet);
        }
        format
    }

    /// What stands below the title: under a heading with times the room, which is where parallel sessions differ, then who
    /// speaks; else the times, who speaks, the room.
    fn below(&self, state: &State) -> String {
        let facts = &self.session.facts;
        let gone = self.session.cancelled.then(|| state.texts.get("session-cancelled").to_owned());
        let said = match self.item {
            Item::Session { said, .. } => said,
            _ => Said::Nothing,
        };
        let until = |end| state.texts.with("until-time", &[("time", dates::time(end).into())]);
        let end = facts.end.filter(|_| said == Said::Start).map(until);
        if said != Said::Nothing {
            return joined([gone, end, facts.room.clone(), self.speakers()], " · ");
        }
        let is_next = self.standing == Standing::Next;
        let next = is_next.then(|| state.texts.get("next").to_owned());
        joined([gone, next, times_of(self.session), self.speakers(), facts.room.clone()], " · ")
    }

    fn speakers(&self) -> Option<String> {
        let names: Vec<&str> =
            self.session.facts.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// "tegelijk met 12 · Opening".
    fn clash(&self, state: &State) -> String {
        let others = state.programme.clashes(self.session.id);
        let book = state.book.as_ref();
        let pages = others.iter().filter_map(|other| book?.page(*other));
        let titles: Vec<String> =
            pages.map(|page| super::numbered_title(&page.session, &state.texts)).collect();
        state.texts.with("session-clashes", &[("titles", titles.join(", ").into())])
    }

    /// The row as one sentence: "3, Uitdagingen …, dr. Julien van Ostaaijen, 4 regels, nu bezig".
    fn sentence(&self, state: &State) -> String {
        let (session, texts) = (self.session, &state.texts);
        let facts = joined([times_of(session), self.speakers(), session.facts.room.clone()], " · ");
        let said = |is_so: bool, name: &str| is_so.then(|| texts.get(name).to_owned());
        let clashes = matches!(self.item, Item::Session { clashes: true, .. });
        let parts = [
            Some(session.position.to_string()),
            Some(title_of(session, texts).to_owned()),
            Some(facts).filter(|facts| !facts.is_empty()),
            Some(texts.count("lines", self.lines).to_string()),
            said(session.private, "private-session"),
            said(session.cancelled, "session-cancelled"),
            clashes.then(|| self.clash(state)),
            said(self.standing == Standing::Now, "now"),
            said(self.standing == Standing::Next, "next"),
        ];
        joined(parts, ", ")
    }
}

fn joined<const N: usize>(parts: [Option<String>; N], between: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

/// Puts small words at the right end of the first line; gives where the room to the left of them ends.
fn put_left_of(words: &mut Vec<(Vec2, Arc<Galley>)>, right: f32, galley: Arc<Galley>) -> f32 {
    let left = right - galley.size().x;
    words.push((vec2(left, FIRST_LINE + 2.0), galley));
    left - space::SMALL
}

fn paint_focus(ui: &Ui, rect: Rect) {
    let edge = Stroke::new(2.0, palette::of(ui).accent);
    ui.painter().rect_stroke(rect.shrink(1.0), 2.0, edge, StrokeKind::Inside);
}
