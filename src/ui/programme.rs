//! The programme: the sessions of the day as they are listed. Choosing one is opening its note; a star finds it back among
//! many. With the focus in the list, the arrows, Home and End walk over the sessions and Enter opens one. A session that is
//! dragged comes at another place (`dragging`).
//!
//! Only the rows in view are drawn. Which rows there are is worked out in `app/programme_list.rs`.

mod dragging;
mod filters;
mod laid_out;
mod row;

use std::ops::Range;

use chrono::NaiveDateTime;
use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, ScrollArea, Ui, pos2};

use crate::app::command::Command;
use crate::app::programme_list::Item;
use crate::app::state::State;
use crate::domain::dates;
use crate::domain::day::Session;
use crate::domain::id::SessionId;
use crate::i18n::Texts;

use super::theme::{icons, space};
use super::widgets::{as_list, link_button, panel_heading};
use laid_out::Rows;
use row::{Row, Standing};

/// The keys that are the list's own while a row has the focus.
const ARROWS: EventFilter =
    EventFilter { tab: false, escape: false, horizontal_arrows: false, vertical_arrows: true };

/// So many rows are a page, for the keys that turn one.
const PAGE: isize = 8;

/// What the programme keeps between two frames.
#[derive(Default)]
pub struct ProgrammeView {
    /// The field in which words are looked for gets the focus.
    pub takes_focus: bool,
    /// The first session that is shown gets the focus.
    goes_to_first: bool,
    rows: Rows,
    /// The session that was brought into view last.
    followed: Option<SessionId>,
    /// Where each row begins, in points from the top of the list, and where the last one ends; of this revision.
    tops: Vec<f32>,
    revision: u64,
    /// The session that is being dragged.
    dragged: Option<SessionId>,
}

/// Draws the list.
pub fn show(ui: &mut Ui, state: &State, view: &mut ProgrammeView, commands: &mut Vec<Command>) {
    if state.book.is_none() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space::MEDIUM);
    indented(ui, |ui| panel_heading(ui, state.texts.get("programme-heading")));
    ui.add_space(space::SMALL);
    if state.programme.has_filter() {
        let takes_focus = std::mem::take(&mut view.takes_focus);
        let asked = filters::show(ui, state, takes_focus);
        view.goes_to_first |= asked.list;
        if let Some(filter) = asked.filter {
            commands.push(Command::FilterProgramme(filter));
            view.followed = None;
        }
    }
    let room = ui.available_height() - space::TARGET - space::LARGE;
    // Not animated: a row that gets the focus has to be there in the next frame, else egui takes the focus away.
    let area = ScrollArea::vertical().id_salt("programme").animated(false);
    area.max_height(room).auto_shrink([false, true]).show_viewport(ui, |ui, viewport| {
        as_list(ui, state.texts.get("programme"));
        view.measure(state);
        ui.set_height(view.height());
        view.follow(ui, state);
        view.list(ui, state, viewport, commands);
    });
    ui.add_space(space::SMALL);
    indented(ui, |ui| link_button(ui, state, icons::ADD, &Command::InsertSession, commands));
}

impl ProgrammeView {
    fn measure(&mut self, state: &State) {
        let programme = &state.programme;
        if self.revision == programme.revision() && !self.tops.is_empty() {
            return;
        }
        self.revision = programme.revision();
        self.tops.clear();
        let mut top = 0.0;
        self.tops.push(top);
        for item in programme.items() {
            top += row::height(*item);
            self.tops.push(top);
        }
    }

    fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The rows between two heights of the list.
    fn rows_between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.tops.partition_point(|at| *at <= top).saturating_sub(1);
        let end = self.tops.partition_point(|at| *at < bottom).min(self.tops.len().saturating_sub(1));
        first..end.max(first)
    }

    /// Where a row is or would be.
    fn rect(&self, ui: &Ui, index: usize) -> Rect {
        let all = ui.max_rect();
        let top = self.tops.get(index).copied().unwrap_or_default();
        let bottom = self.tops.get(index + 1).copied().unwrap_or(top);
        Rect::from_min_max(pos2(all.left(), all.top() + top), pos2(all.right(), all.top() + bottom))
    }

    /// When another session is opened, its row comes into view.
    fn follow(&mut self, ui: &Ui, state: &State) {
        let open = state.draft.as_ref().map(|draft| draft.session);
        if self.followed == open {
            return;
        }
        self.followed = open;
        let index = open.and_then(|open| place_of(state, open));
        if let Some(index) = index {
            ui.scroll_to_rect(self.rect(ui, index), None);
        }
    }

    fn list(&mut self, ui: &mut Ui, state: &State, viewport: Rect, commands: &mut Vec<Command>) {
        let Some(book) = &state.book else { return };
        let moment = state.clock.now().naive_local();
        let clock = Clock { moment, next: state.programme.next_start(moment), typed_in: state.session_now() };
        let open = state.draft.as_ref().map(|draft| draft.session);
        let can_drag = dragging::is_possible(ui, state);
        self.rows.begin(ui, self.revision);
        for index in self.rows_between(viewport.top(), viewport.bottom()) {
            let Some(item) = state.programme.items().get(index).copied() else { continue };
            let page = match item {
                Item::Date(page) | Item::Slot { page, .. } | Item::Session { page, .. } => page,
                Item::Gap(_) => 0,
            };
            let Some(session) = book.pages.get(page).map(|page| &page.session) else { continue };
            let row = Row {
                item,
                session,
                is_open: open == Some(session.id),
                standing: clock.standing(session, state),
                lines: state.lines_in(session.id),
                can_drag,
            };
            let rect = self.rect(ui, index);
            let Some(response) = row.show(ui, state, rect, index, &mut self.rows, commands) else { continue };
            if let Some(steps) = steps_asked(ui, &response) {
                self.walk(ui, state, index, steps);
            }
            if response.drag_started() {
                self.dragged = Some(session.id);
            }
        }
        self.rows.end();
        self.drag(ui, state, commands);
        if std::mem::take(&mut self.goes_to_first) {
            self.walk(ui, state, 0, 0);
        }
    }

    /// Moves the focus over the sessions, into view.
    fn walk(&self, ui: &Ui, state: &State, from: usize, steps: isize) {
        let sessions = || {
            let items = state.programme.items().iter().enumerate();
            items.filter_map(|(index, item)| match item {
                Item::Session { page, .. } => Some((index, *page)),
                _ => None,
            })
        };
        let before = sessions().take_while(|(index, _)| *index < from).count();
        let last = sessions().count().saturating_sub(1);
        let to = before.saturating_add_signed(steps).min(last);
        let Some((index, page)) = sessions().nth(to) else { return };
        let Some(page) = state.book.as_ref().and_then(|book| book.pages.get(page)) else { return };
        ui.memory_mut(|memory| {
            memory.move_focus(FocusDirection::None);
            memory.request_focus(row_id(page.session.id));
        });
        ui.scroll_to_rect(self.rect(ui, index), None);
    }
}

/// What time it is for the programme.
struct Clock {
    moment: NaiveDateTime,
    next: Option<NaiveDateTime>,
    /// The session that is on by what was typed, where the programme does not tell.
    typed_in: Option<SessionId>,
}

impl Clock {
    fn standing(&self, session: &Session, state: &State) -> Standing {
        let date = state.book.as_ref().and_then(|book| book.day.facts.date);
        if session.is_on(date, self.moment) || self.typed_in == Some(session.id) {
            Standing::Now
        } else if self.next.is_some() && session.begins(date) == self.next && !session.cancelled {
            Standing::Next
        } else {
            Standing::None
        }
    }
}

/// The place of a session among the rows, if it is shown.
fn place_of(state: &State, session: SessionId) -> Option<usize> {
    let pages = &state.book.as_ref()?.pages;
    let page = pages.iter().position(|page| page.session.id == session)?;
    let is_it = |item: &Item| matches!(item, Item::Session { page: here, .. } if *here == page);
    state.programme.items().iter().position(is_it)
}

/// How many sessions further the keys move the focus from this row. egui's own arrows would wander off to whatever is near,
/// and know no rows that are not drawn.
fn steps_asked(ui: &Ui, row: &Response) -> Option<isize> {
    if !row.has_focus() {
        return None;
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, ARROWS));
    let keys = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::Home, isize::MIN),
        (Key::End, isize::MAX),
    ];
    let steps = ui.input_mut(|input| {
        let mut steps = 0_isize;
        for (key, by) in keys {
            let count = input.count_and_consume_key(Modifiers::NONE, key);
            steps = steps.saturating_add(by.saturating_mul(isize::try_from(count).unwrap_or(0)));
        }
        steps
    });
    (steps != 0).then_some(steps)
}

/// What a row of the programme is to egui, wherever it stands.
pub fn row_id(session: SessionId) -> Id {
    Id::unique(("programme", session))
}

fn indented<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) {
    ui.horizontal(|ui| {
        ui.add_space(space::MEDIUM);
        content(ui);
    });
}

/// The title, or what stands there while there is none.
pub fn title_of<'a>(session: &'a Session, texts: &'a Texts) -> &'a str {
    if session.facts.title.is_empty() { texts.get("session-untitled") } else { &session.facts.title }
}

/// The number and the title: "4 · Ambities".
pub fn numbered_title(session: &Session, texts: &Texts) -> String {
    format!("{} · {}", session.position, title_of(session, texts))
}

/// "10:00–11:00", as far as is known.
fn times_of(session: &Session) -> Option<String> {
    match (session.facts.start, session.facts.end) {
        (Some(start), Some(end)) => Some(format!("{}–{}", dates::time(start), dates::time(end))),
        (Some(start), None) => Some(dates::time(start)),
        (None, Some(end)) => Some(format!("–{}", dates::time(end))),
        (None, None) => None,
    }
}
