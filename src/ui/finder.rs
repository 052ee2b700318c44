//! "Ga naar…": the field and the list below it, over the window. The field keeps the focus; the arrows move through the
//! list. Only the visible rows are drawn.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Align2, AtomExt as _, Button, EventFilter, FontFamily, FontId, Frame, Id, Key, Layout, Margin,
    Modal, Modifiers, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::app::command::Command;
use crate::app::finder::{Choice, Finder, Group, Item};
use crate::app::state::State;
use crate::i18n::Texts;

use super::theme::{icons, palette, space, type_scale};
use super::widgets::{as_chosen, one_line};

/// The height of a row.
const ROW: f32 = 34.0;

/// Where the words of a row start, from its left edge.
const WORDS_LEFT: f32 = 36.0;

/// How much of a row its detail may take.
const DETAIL_SHARE: f32 = 0.42;

/// So many rows further with Page Down.
const PAGE: isize = 8;

/// Draws it.
pub fn show(ui: &mut Ui, state: &State, finder: &mut Finder, commands: &mut Vec<Command>) {
    let fill = palette::of(ui).paper;
    let room = ui.ctx().content_rect().size();
    let id = Id::unique("finder");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, space::TOP_BAR));
    let frame = Frame::popup(ui.style()).fill(fill).inner_margin(Margin::same(8));
    let modal = Modal::new(id).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(space::FINDER.min(room.x - 2.0 * space::MEDIUM));
        // As high with one row as with many: the list must not jump while somebody types.
        ui.set_height(space::FINDER_HEIGHT.min(room.y - space::TOP_BAR - space::MEDIUM - space::STATUS));
        let chosen = take_keys(ui, finder);
        let clicked = content(ui, &state.texts, finder);
        if let Some(place) = clicked.or(chosen)
            && let Choice::Do(command) = finder.choose(place)
        {
            commands.extend([Command::CloseDialog, command]);
        }
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// Takes the keys of the list, before the field sees them. Gives the row that Enter chose.
fn take_keys(ui: &Ui, finder: &mut Finder) -> Option<usize> {
    let steps = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    ui.input_mut(|input| {
        for (key, by) in steps {
            for _ in 0..input.count_and_consume_key(Modifiers::NONE, key) {
                finder.step(by);
            }
        }
        let is_back = finder.within().is_some()
            && (input.consume_key(Modifiers::NONE, Key::Escape)
                || finder.query.is_empty() && input.consume_key(Modifiers::NONE, Key::Backspace));
        if is_back {
            finder.step_back();
        }
        input.consume_key(Modifiers::NONE, Key::Enter).then(|| finder.chosen())
    })
}

/// The field, the list, and what there is to say about it. Gives the row that was clicked.
fn content(ui: &mut Ui, texts: &Texts, finder: &mut Finder) -> Option<usize> {
    field(ui, texts, finder);
    if let Some(name) = finder.within() {
        let words = texts.with("finder-within", &[("name", name.into())]);
        if way_back(ui, &words) {
            finder.step_back();
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = ui.available_height() - space::TARGET;
    let clicked = list(ui, texts, finder, height);
    below(ui, texts, finder);
    clicked
}

fn field(ui: &mut Ui, texts: &Texts, finder: &mut Finder) {
    let id = field_id();
    let hint = texts.get("finder-hint");
    let quiet = palette::of(ui).quiet;
    let field = TextEdit::singleline(&mut finder.query)
        .id(id)
        .hint_text(RichText::new(hint).color(quiet))
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, ROW))
        .align(Align2::LEFT_CENTER)
        .event_filter(EventFilter {
            tab: true,
            escape: true,
            horizontal_arrows: true,
            vertical_arrows: true,
        });
    let response = ui.add(field).accessible_name(hint);
    if response.changed() {
        finder.search();
    }
    if !response.has_focus() {
        response.request_focus();
    }
    if finder.count() > 0 {
        let row = row_id(finder.chosen()).accesskit_id();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::SearchInput);
            node.set_active_descendant(row);
        });
    }
}

/// The trend or the person whose lines are listed; a click goes back.
fn way_back(ui: &mut Ui, words: &str) -> bool {
    let accent = palette::of(ui).accent;
    let words_shown = RichText::new(words).color(accent);
    let button = Button::new((icons::text(icons::BACK).color(accent), words_shown.atom_shrink(true)))
        .frame_when_inactive(false)
        .truncate()
        .sense(Sense::CLICK)
        .min_size(Vec2::splat(space::TARGET));
    ui.add(button).accessible_name(words).clicked()
}

fn list(ui: &mut Ui, texts: &Texts, finder: &Finder, height: f32) -> Option<usize> {
    let mut clicked = None;
    let scroll = ScrollArea::vertical().id_salt("found").max_height(height).min_scrolled_height(height);
    scroll.auto_shrink([false, false]).show_rows(ui, ROW, finder.count(), |ui, places| {
        let id = ui.unique_id();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::ListBox);
            node.set_label(texts.get("command-go-to"));
        });
        follow(ui, places.start, finder);
        for (place, item) in finder.rows(places) {
            if row(ui, texts, item, place, place == finder.chosen()) {
                clicked = Some(place);
            }
        }
    });
    clicked
}

/// When another row is chosen, it comes into view.
fn follow(ui: &Ui, first: usize, finder: &Finder) {
    let id = ui.scope_id().with("followed");
    if ui.data(|data| data.get_temp::<u64>(id)) == Some(finder.turns()) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, finder.turns()));
    let top = ui.max_rect().top() + (finder.chosen() as f32 - first as f32) * ROW;
    let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, ROW));
    ui.scroll_to_rect(row, None);
}

/// Draws a row. Says whether it was clicked. It does not take the focus: that stays in the field.
fn row(ui: &mut Ui, texts: &Texts, item: &Item, place: usize, is_chosen: bool) -> bool {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, row_id(place), Sense::CLICK);
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, sentence(texts, item)));
    as_chosen(ui, &response, is_chosen);
    let palette = palette::of(ui);
    let round = f32::from(space::ROUND);
    if is_chosen {
        palette.paint_chosen(ui.painter(), rect, round);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, round, palette.hover);
    }
    let middle = rect.center().y;
    let icon = icon_of(item);
    let icon_at = pos2(rect.left() + WORDS_LEFT / 2.0, middle);
    ui.painter().text(icon_at, Align2::CENTER_CENTER, icon.codepoint, icons::font(icon), palette.quiet);
    let small = FontId::new(type_scale::SMALL, FontFamily::Proportional);
    let right = rect.right() - space::SMALL;
    let most = rect.width() * DETAIL_SHARE;
    let detail = one_line(ui, &item.detail, small, palette.quiet, most);
    let detail_left = right - detail.size().x;
    let top = middle - detail.size().y / 2.0;
    ui.painter().galley(pos2(detail_left, top), detail, palette.quiet);
    let left = rect.left() + WORDS_LEFT;
    let width = (detail_left - space::SMALL - left).max(0.0);
    let name = one_line(ui, &item.name, type_scale::body(), palette.text, width);
    let top = middle - name.size().y / 2.0;
    ui.painter().galley(pos2(left, top), name, palette.text);
    response.clicked()
}

/// "3  Uitdagingen …, onderdeel, dr. Julien van Ostaaijen".
fn sentence(texts: &Texts, item: &Item) -> String {
    let group = match item.group {
        Group::Session => "finder-session",
        Group::Command => "finder-command",
        Group::Trend => "finder-trend",
        Group::Person => "finder-person",
        Group::Line => "finder-line",
    };
    let private = item.private.then(|| texts.get("mark-private"));
    let parts = [Some(item.name.as_str()), Some(texts.get(group)), private, Some(item.detail.as_str())];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

fn icon_of(item: &Item) -> MaterialIcon {
    if item.private {
        return icons::PRIVATE;
    }
    match item.group {
        Group::Session => icons::PROGRAMME,
        Group::Command => icons::COMMAND,
        Group::Trend => icons::TREND,
        Group::Person => icons::PERSON,
        Group::Line => item.kind.and_then(icons::of_kind).unwrap_or(icons::LINE),
    }
}

/// How much is found, said aloud when it changes; and the keys.
fn below(ui: &mut Ui, texts: &Texts, finder: &Finder) {
    let quiet = palette::of(ui).quiet;
    let size = Vec2::new(ui.available_width(), space::TARGET);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::SMALL);
        let words = match finder.count() {
            0 => texts.get("finder-nothing").into(),
            count => texts.count("finder-found", count),
        };
        let label = ui.label(type_scale::small(&*words).color(quiet));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
        // Who has no room for it has the keys in help.
        if size.x < space::FOLDS_HEADER {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::SMALL);
            ui.label(type_scale::small(texts.get("finder-keys")).color(quiet));
        });
    });
}

fn field_id() -> Id {
    Id::unique("finder field")
}

fn row_id(place: usize) -> Id {
    Id::unique(("found", place))
}
