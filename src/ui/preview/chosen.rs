//! The item that is looked at: its fields, and what can be done with it as a whole.

use eframe::egui::{ComboBox, Rect, Ui, UiBuilder, Vec2, vec2};

use super::{DATE, Field, items};
use crate::app::command::Command;
use crate::app::preview::{Change, Item, Preview};
use crate::domain::day::SessionKind;
use crate::i18n::Texts;
use crate::ui::theme::{icons, space};
use crate::ui::widgets::{close_menu, icon_button};

/// How high it is, in points.
pub const HEIGHT: f32 = 164.0;

/// The width of a time and of the kinds, in points.
const TIME: f32 = 68.0;
const KIND: f32 = 120.0;

/// Draws the chosen item in `rect`.
pub fn show(ui: &mut Ui, texts: &Texts, preview: &mut Preview, rect: Rect, commands: &mut Vec<Command>) {
    let (index, is_last) = (preview.chosen, preview.chosen + 1 == preview.items.len());
    items::number(ui, rect, index);
    let has_dates = preview.has_several_days();
    let can_undo = preview.can_undo();
    let wants_focus = std::mem::take(&mut preview.wants_focus);
    let Some(item) = preview.items.get_mut(index) else { return };
    let inner = Rect::from_min_max(rect.min + vec2(36.0, 10.0), rect.max - vec2(8.0, 8.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner));
    let ui = &mut ui;
    ui.spacing_mut().item_spacing = Vec2::new(space::SMALL, 8.0);
    let wide =
        |id, name| Field { id: (id, item.id), name: texts.get(name), width: inner.width(), is_good: true };
    let (of_title, of_speakers) = (wide("title", "preview-title"), wide("speakers", "preview-speakers"));
    let title = of_title.show(ui, &mut item.title);
    if wants_focus {
        title.request_focus();
    }
    let mut changed = title.changed();
    changed |= when_and_kind(ui, texts, item, has_dates);
    let speakers = of_speakers.show(ui, &mut item.speakers);
    changed |= speakers.changed();
    if title.has_focus() {
        preview.title_caret = caret_of(ui, &title);
    }
    if changed {
        preview.was_edited();
    }
    actions(ui, texts, (index, is_last, can_undo), commands);
}

/// The letters before the caret in the title.
fn caret_of(ui: &Ui, title: &eframe::egui::Response) -> Option<usize> {
    let state = eframe::egui::TextEdit::load_state(ui.ctx(), title.id)?;
    state.cursor.char_range().map(|range| range.primary.index.into())
}

fn when_and_kind(ui: &mut Ui, texts: &Texts, item: &mut Item, has_dates: bool) -> bool {
    let (good_times, good_date) = (item.has_good_times(), item.has_good_date());
    let mut changed = false;
    ui.horizontal(|ui| {
        let id = item.id;
        let field =
            |salt, name, width, is_good| Field { id: (salt, id), name: texts.get(name), width, is_good };
        changed |= field("start", "preview-start", TIME, good_times).show(ui, &mut item.start).changed();
        changed |= field("end", "preview-end", TIME, good_times).show(ui, &mut item.end).changed();
        if has_dates {
            let of_date = field("item date", "preview-item-date", DATE, good_date);
            changed |= of_date.show(ui, &mut item.date).changed();
        }
        changed |= kinds(ui, texts, &mut item.kind);
    });
    changed
}

fn kinds(ui: &mut Ui, texts: &Texts, kind: &mut SessionKind) -> bool {
    let before = *kind;
    let name = texts.get("preview-kind");
    let shown = ComboBox::from_id_salt("kind")
        .width(KIND)
        .selected_text(texts.get(kind_name(*kind)))
        .show_ui(ui, |ui| {
            for each in SessionKind::ALL {
                if ui.selectable_value(kind, each, texts.get(kind_name(each))).clicked() {
                    close_menu(ui);
                }
            }
        });
    shown.response.accessible_name(format!("{name}: {}", texts.get(kind_name(*kind))));
    before != *kind
}

fn actions(
    ui: &mut Ui,
    texts: &Texts,
    (index, is_last, can_undo): (usize, bool, bool),
    commands: &mut Vec<Command>,
) {
    let rows = [
        (icons::SPLIT, "preview-split", Change::Split, true),
        (icons::JOIN, "preview-join", Change::Join, !is_last),
        (icons::UP, "preview-up", Change::Move(-1), index > 0),
        (icons::DOWN, "preview-down", Change::Move(1), !is_last),
        (icons::ADD, "preview-add-after", Change::Add, true),
        (icons::DELETE, "preview-delete", Change::Delete, true),
        (icons::UNDO, "preview-undo", Change::Undo, can_undo),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        for (icon, name, change, is_enabled) in rows {
            ui.add_enabled_ui(is_enabled, |ui| {
                if icon_button(ui, icon, texts.get(name)).clicked() {
                    commands.push(Command::ChangePreview(change));
                }
            });
        }
    });
}

/// The name of a kind in the texts.
pub fn kind_name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Registration => "session-kind-registration",
        SessionKind::Opening => "session-kind-opening",
        SessionKind::Talk => "session-kind-talk",
        SessionKind::Panel => "session-kind-panel",
        SessionKind::Workshop => "session-kind-workshop",
        SessionKind::Break => "session-kind-break",
        SessionKind::Lunch => "session-kind-lunch",
        SessionKind::Social => "session-kind-social",
        SessionKind::Closing => "session-kind-closing",
        SessionKind::Other => "session-kind-other",
    }
}
