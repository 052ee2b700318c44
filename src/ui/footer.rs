//! Below the note: "Kernpunten · Mee naar huis", and whom you spoke with. Folded it is one line; unfolded it scrolls within
//! bounds, so that the note keeps its room.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, Rangef, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::app::state::State;
use crate::domain::day::SessionKind;
use crate::domain::line;
use crate::domain::sheet::{Contact, MOST_MAIN_POINTS, Sheet};

use super::fields::{self, Field};
use super::note::is_low;
use super::theme::{icons, palette, space, type_scale};
use super::widgets::panel_heading;

/// Of the room for the note, the unfolded footer takes this part.
const PART: f32 = 0.45;
/// Unfolded it is at least and at most so high, in points.
const BOUNDS: Rangef = Rangef { min: 132.0, max: 340.0 };
/// From this width on, the four fields of a contact stand in one row.
const ONE_ROW: f32 = 480.0;
/// The rows of the field for what is taken home.
const TAKE_HOME_ROWS: usize = 2;

/// What the footer keeps between two frames.
#[derive(Default)]
pub struct Footer {
    is_unfolded: bool,
    /// It was unfolded with a key; its first empty field gets the focus.
    takes_focus: bool,
}

impl Footer {
    /// The room that is left for the note, in what is there for both.
    pub fn leaves(&self, ui: &Ui) -> Vec2 {
        let room = ui.available_size();
        let height = if self.is_shown(ui) { self.height(room.y) + space::TIGHT } else { space::TIGHT };
        Vec2::new(room.x, (room.y - height).max(0.0))
    }

    /// Whether the fields are there, and not only their line.
    pub fn is_unfolded(&self) -> bool {
        self.is_unfolded
    }

    /// Whether there is room for its line: a low window has none, but keys and the menu of the session unfold it.
    pub fn is_shown(&self, ui: &Ui) -> bool {
        self.is_unfolded || !is_low(ui)
    }

    fn height(&self, room: f32) -> f32 {
        if self.is_unfolded { BOUNDS.clamp(room * PART).min(room) } else { space::FOOTER }
    }
}

/// Draws the footer in all the room that is left.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut Footer) {
    let Some(draft) = &mut state.draft else { return };
    if std::mem::take(&mut draft.asks_for_footer) {
        view.is_unfolded = !view.is_unfolded;
        view.takes_focus = view.is_unfolded;
        draft.jump = !view.is_unfolded;
    }
    let session = draft.session;
    let is_for_people = is_for_people(state);
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    if view.is_shown(ui) {
        fold_button(ui, state, view, is_for_people);
    }
    if view.is_unfolded {
        let area = ScrollArea::vertical().id_salt(("footer", session)).auto_shrink([false, false]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            if is_for_people {
                contacts(ui, state, view);
            }
            main_points(ui, state, view);
            take_home(ui, state);
            if !is_for_people {
                contacts(ui, state, view);
            }
        });
    }
    if let Some(draft) = &mut state.draft {
        fields::end_composing(ui.ctx(), draft);
    }
}

/// Breaks and meals are for meeting people; there the rows for whom you spoke with come first.
fn is_for_people(state: &State) -> bool {
    state.page().is_some_and(|page| {
        matches!(page.session.facts.kind, SessionKind::Break | SessionKind::Lunch | SessionKind::Social)
    })
}

fn fold_button(ui: &mut Ui, state: &State, view: &mut Footer, is_for_people: bool) {
    let Some(draft) = &state.draft else { return };
    let filled = filled(&draft.sheet);
    let parts = [
        ("spoke-with", filled.contacts, is_for_people || filled.contacts > 0),
        ("main-points", filled.main_points, true),
        ("take-home", filled.take_home, true),
    ];
    let shown = parts.into_iter().filter(|(_, _, is_shown)| *is_shown).map(|(name, count, _)| match count {
        0 => state.texts.get(name).to_owned(),
        count => format!("{} {}", state.texts.get(name), state.texts.number(count)),
    });
    let words = shown.collect::<Vec<_>>().join(" · ");
    let size = Vec2::new(ui.available_width(), space::FOOTER - space::TIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(view.is_unfolded));
    if response.clicked() {
        view.is_unfolded = !view.is_unfolded;
    }
    let palette = palette::of(ui);
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.hairline));
    if response.has_focus() {
        let edge = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect, f32::from(space::ROUND), edge, StrokeKind::Inside);
    }
    let color = if response.hovered() { palette.accent } else { palette.quiet };
    let icon = if view.is_unfolded { icons::UNFOLD } else { icons::FOLDED };
    let icon =
        painter.text(rect.left_center(), Align2::LEFT_CENTER, icon.codepoint, icons::font(icon), color);
    let at = rect.left_center() + Vec2::new(icon.width() + space::TIGHT, 0.0);
    painter.text(at, Align2::LEFT_CENTER, words, type_scale::body(), color);
}

/// How much is filled in.
struct Filled {
    main_points: usize,
    take_home: usize,
    contacts: usize,
}

fn filled(sheet: &Sheet) -> Filled {
    Filled {
        main_points: sheet.main_points.iter().filter(|text| !line::is_blank(text)).count(),
        take_home: sheet.take_home.lines().filter(|text| !line::is_blank(text)).count(),
        contacts: sheet.contacts.iter().filter(|contact| !contact.is_blank()).count(),
    }
}

/// The points so far and a field for the next; Enter goes there.
fn main_points(ui: &mut Ui, state: &mut State, view: &mut Footer) {
    panel_heading(ui, state.texts.get("main-points"));
    let Some(draft) = &state.draft else { return };
    let mut points = draft.sheet.main_points.clone();
    let count = (points.len() + 1).min(MOST_MAIN_POINTS).max(points.len());
    points.resize(count, String::new());
    let takes_focus = if view.takes_focus { first_blank(&points) } else { None };
    let (mut changed, mut entered) = (None, None);
    for (index, text) in points.iter_mut().enumerate() {
        let name = state.texts.with("main-point", &[("number", (index + 1).into())]);
        let field = Field { salt: ("main point", index, 0), name: &name, hint: &name, rows: 1 };
        let response = field.show(ui, state, text);
        if response.changed() {
            changed = Some((index, text.clone()));
        }
        if takes_focus == Some(index) {
            response.request_focus();
            view.takes_focus = false;
        }
        if fields::was_entered(ui, &response) {
            entered = Some(index);
        }
    }
    // Only now: a field that gets the focus while it is still to be drawn would take the same Enter.
    if let (Some(index), Some(draft)) = (entered, &state.draft) {
        let next = fields::id_of(draft, ("main point", index + 1, 0));
        ui.memory_mut(|memory| memory.request_focus(next));
    }
    if let (Some((index, text)), Some(draft)) = (changed, &mut state.draft) {
        put(&mut draft.sheet.main_points, index, text);
    }
}

fn first_blank(texts: &[String]) -> Option<usize> {
    texts.iter().position(|text| line::is_blank(text)).or(Some(0))
}

fn take_home(ui: &mut Ui, state: &mut State) {
    panel_heading(ui, state.texts.get("take-home"));
    let Some(draft) = &state.draft else { return };
    let mut text = draft.sheet.take_home.clone();
    let (name, hint) =
        (state.texts.get("take-home").to_owned(), state.texts.get("take-home-hint").to_owned());
    let field = Field { salt: ("take home", 0, 0), name: &name, hint: &hint, rows: TAKE_HOME_ROWS };
    if field.show(ui, state, &mut text).changed()
        && let Some(draft) = &mut state.draft
    {
        draft.sheet.take_home = text;
    }
}

/// The rows so far and an empty one.
fn contacts(ui: &mut Ui, state: &mut State, view: &mut Footer) {
    panel_heading(ui, state.texts.get("spoke-with"));
    let Some(draft) = &state.draft else { return };
    let mut rows = draft.sheet.contacts.clone();
    if rows.last().is_none_or(|row| !row.is_blank()) {
        rows.push(Contact::default());
    }
    let last = rows.len() - 1;
    let mut changed = None;
    for (index, row) in rows.iter_mut().enumerate() {
        let takes_focus = view.takes_focus && index == last;
        if contact(ui, state, index, row, takes_focus) {
            changed = Some((index, row.clone()));
        }
        view.takes_focus &= !takes_focus;
    }
    if let (Some((index, row)), Some(draft)) = (changed, &mut state.draft) {
        put(&mut draft.sheet.contacts, index, row);
    }
}

/// A row; gives whether something of it changed.
fn contact(ui: &mut Ui, state: &mut State, index: usize, row: &mut Contact, takes_focus: bool) -> bool {
    let columns = if ui.available_width() < ONE_ROW { 2 } else { 4 };
    let cells = [
        ("contact-name", &mut row.name),
        ("contact-organisation", &mut row.organisation),
        ("contact-about", &mut row.about),
        ("contact-follow-up", &mut row.follow_up),
    ];
    let mut changed = false;
    let mut show = |ui: &mut Ui, column: usize, key: &str, text: &mut String| {
        let hint = state.texts.get(key).to_owned();
        let name = format!("{hint} {}", index + 1);
        let field = Field { salt: ("contact", index, column), name: &name, hint: &hint, rows: 1 };
        let response = field.show(ui, state, text);
        changed |= response.changed();
        if takes_focus && column == 0 {
            response.request_focus();
        }
    };
    let mut cells = cells.into_iter().enumerate();
    for _ in 0..4 / columns {
        ui.columns(columns, |room| {
            for (ui, (column, (key, text))) in room.iter_mut().zip(cells.by_ref()) {
                show(ui, column, key, text);
            }
        });
    }
    changed
}

/// Puts a value at its place, or at the end.
fn put<T: Default>(values: &mut Vec<T>, index: usize, value: T) {
    while values.len() <= index {
        values.push(T::default());
    }
    if let Some(place) = values.get_mut(index) {
        *place = value;
    }
}
