//! What narrows a long programme down: words, a day, a room, a track, a star.

use eframe::egui::{Button, Frame, Id, Margin, RichText, TextEdit, Ui, Vec2};

use super::indented;
use crate::app::programme_list::Filter;
use crate::app::state::State;
use crate::domain::dates;
use crate::ui::fields::{keep_caret_still, was_entered};
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{self, Named, as_live, with_tip};

/// What was asked of the fields.
pub(super) struct Asked {
    /// The filter, when it was changed.
    pub filter: Option<Filter>,
    /// Enter was pressed in the field for words: the list gets the focus.
    pub list: bool,
}

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, state: &State, takes_focus: bool) -> Asked {
    let present = state.programme.filter();
    let mut filter = present.clone();
    let mut list = false;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        list = words(ui, state, &mut filter, takes_focus);
        ui.add_space(space::TIGHT);
        choices(ui, state, &mut filter);
        ui.add_space(space::TIGHT);
        if !present.is_empty() {
            outcome(ui, state, &mut filter);
        }
    });
    ui.add_space(space::TIGHT);
    Asked { filter: (filter != *present).then_some(filter), list }
}

/// The field for words and the star beside it; gives whether Enter was pressed.
fn words(ui: &mut Ui, state: &State, filter: &mut Filter, takes_focus: bool) -> bool {
    let palette = palette::of(ui);
    let hint = state.texts.get("programme-filter");
    let mut is_entered = false;
    indented(ui, |ui| {
        keep_caret_still(ui);
        let width = ui.available_width() - space::MEDIUM - space::TARGET - space::TIGHT;
        let field = TextEdit::singleline(&mut filter.text)
            .id(Id::unique("programme filter"))
            .font(type_scale::body())
            .hint_text(type_scale::small(hint).color(palette.quiet))
            .desired_width(width)
            .min_size(Vec2::new(width, space::TARGET));
        let response = ui.add_sized(Vec2::new(width, space::TARGET), field).accessible_name(hint);
        if takes_focus {
            response.request_focus();
        }
        is_entered = was_entered(ui, &response);
        let name = state.texts.get("filter-starred");
        let color = if filter.starred { palette.star } else { palette.quiet };
        let star = Button::selectable(filter.starred, icons::text(icons::STAR).color(color))
            .min_size(Vec2::splat(space::TARGET));
        if with_tip(ui.add(star).accessible_name(name), name).clicked() {
            filter.starred = !filter.starred;
        }
    });
    is_entered
}

/// A list for each of day, room and track of which there are several.
fn choices(ui: &mut Ui, state: &State, filter: &mut Filter) {
    let choices = state.programme.choices();
    let texts = &state.texts;
    let language = texts.language();
    let lists = [choices.dates.len(), choices.rooms.len(), choices.tracks.len()];
    let count = lists.into_iter().filter(|length| *length > 1).count();
    if count == 0 {
        return;
    }
    indented(ui, |ui| {
        let gaps = space::TIGHT * (count - 1) as f32;
        let width = (ui.available_width() - space::MEDIUM - gaps) / count as f32;
        let day = |date: &chrono::NaiveDate| dates::date_without_year(language, *date);
        choice(ui, ["filter-day", "filter-days"], state, width, &choices.dates, &mut filter.date, day);
        choice(
            ui,
            ["filter-room", "filter-rooms"],
            state,
            width,
            &choices.rooms,
            &mut filter.room,
            Clone::clone,
        );
        choice(
            ui,
            ["filter-track", "filter-tracks"],
            state,
            width,
            &choices.tracks,
            &mut filter.track,
            Clone::clone,
        );
    });
}

/// One list, where there are several to choose from.
fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    [name, everything]: [&'static str; 2],
    state: &State,
    width: f32,
    values: &[T],
    chosen: &mut Option<T>,
    label: impl Fn(&T) -> String,
) {
    if values.len() < 2 {
        return;
    }
    let named = Named { name: state.texts.get(name), everything: state.texts.get(everything), width };
    widgets::choice(ui, "programme", named, values, chosen, label);
}

/// How much is left, whether the open session is, and the way back to everything.
fn outcome(ui: &mut Ui, state: &State, filter: &mut Filter) {
    let (programme, texts) = (&state.programme, &state.texts);
    let quiet = palette::of(ui).quiet;
    let number = |count: usize| dates::number(texts.language(), count as f64, 0);
    let counts = [("shown", number(programme.shown()).into()), ("total", number(programme.total()).into())];
    indented(ui, |ui| {
        let label = ui.label(type_scale::small(texts.with("filter-count", &counts)).color(quiet));
        as_live(ui, &label);
        let accent = palette::of(ui).accent;
        let clear = RichText::new(texts.get("filter-clear")).size(type_scale::SMALL).color(accent);
        let button = Button::new(clear).frame_when_inactive(false).min_size(Vec2::splat(space::TARGET));
        if ui.add(button).clicked() {
            *filter = Filter::default();
        }
    });
    let open = state.draft.as_ref().map(|draft| draft.session);
    if open.is_some_and(|open| programme.hides(open)) {
        Frame::new().inner_margin(Margin::from(Vec2::new(space::MEDIUM, 0.0))).show(ui, |ui| {
            let label = ui.label(type_scale::small(texts.get("filter-hides-open")).color(quiet));
            as_live(ui, &label);
        });
    }
}
