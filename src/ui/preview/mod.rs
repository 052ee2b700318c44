//! The preview of a programme, over the whole window: left what was read, right what was understood of it, to be corrected
//! before it is kept. Esc goes back. Nothing in here reads a programme or saves one.

mod chosen;
mod items;
pub mod keys;
mod source;

use eframe::egui::{
    Align, Button, CentralPanel, Event, Frame, Id, Layout, Margin, Panel, Response, TextEdit, Ui, Vec2,
};

use crate::app::chord::Platform;
use crate::app::command::{Command, entry};
use crate::app::preview::Preview;
use crate::app::state::State;
use crate::domain::dates;
use crate::i18n::Texts;

use super::fields::keep_caret_still;
use super::strips;
use super::theme::{palette, space, type_scale};
use super::widgets::{as_heading, as_live, as_pane, edge_below, main_button, unseen_heading};

/// How much of the width the text gets beside the items.
const SOURCE_PART: f32 = 0.46;

/// The width of a date, in points.
const DATE: f32 = 120.0;

/// Narrower than this, the bar has no room for its heading beside the buttons, in points.
const NARROW_BAR: f32 = 760.0;

/// What the preview keeps between two frames.
#[derive(Default)]
pub struct PreviewView {
    /// The line of the text with the caret, from 1.
    line: usize,
    /// The item that the pointer is on, or on whose lines it is.
    pointed: Option<usize>,
    /// A narrow window shows the text in the place of the items.
    shows_text: bool,
    /// The item that was last brought into view, and where it stood.
    followed: Option<(u64, usize)>,
}

/// Draws the preview.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut PreviewView, commands: &mut Vec<Command>) {
    let Some(mut preview) = state.preview.take() else { return };
    keep_caret_still(ui);
    pass_over_same_paste(ui, &preview.text);
    let palette = palette::of(ui);
    let sides = Margin::symmetric(16, 0);
    let is_narrow = ui.available_width() < NARROW_BAR;
    let panel = Panel::top("preview bar")
        .show_separator_line(false)
        .frame(Frame::new().fill(palette.panel).inner_margin(sides));
    let panel = if is_narrow { panel } else { panel.exact_size(space::TOP_BAR) };
    panel.show(ui, |ui| {
        as_pane(ui, state.texts.get("preview-heading"));
        edge_below(ui);
        bar(ui, state, &preview, commands);
    });
    let width = ui.available_width();
    let is_wide = width >= space::FOLDS_PROGRAMME;
    // There is nothing to correct yet: the text is what is wanted.
    view.shows_text |= preview.is_pasted && !preview.wants_clipboard && preview.text.is_empty();
    Panel::top("preview day").show_separator_line(false).frame(Frame::new().fill(palette.paper)).show(
        ui,
        |ui| {
            strips::notice(ui, state, commands);
            leaving(ui, state, &preview, commands);
            Frame::new().inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
                day(ui, &state.texts, &mut preview);
                if !is_wide {
                    which_side(ui, &state.texts, view);
                }
            });
        },
    );
    let pointed = view.pointed.take();
    let margin = Margin { left: 16, right: 8, top: 0, bottom: 8 };
    if is_wide {
        Panel::left("preview source")
            .exact_size((width * SOURCE_PART).round())
            .resizable(false)
            .frame(Frame::new().fill(palette.paper).inner_margin(margin))
            .show(ui, |ui| source::show(ui, &state.texts, &mut preview, view, pointed, commands));
    }
    CentralPanel::no_frame().frame(Frame::new().fill(palette.paper).inner_margin(margin)).show(ui, |ui| {
        if is_wide || !view.shows_text {
            items::show(ui, &state.texts, &mut preview, view, pointed, commands);
        } else {
            source::show(ui, &state.texts, &mut preview, view, pointed, commands);
        }
    });
    if view.pointed != pointed {
        // What is marked on the other side shows in the next frame.
        ui.ctx().request_repaint();
    }
    state.preview = Some(preview);
}

/// Who pastes the text that is there already, by habit, wants it once; and not in the title that happens to have the focus.
fn pass_over_same_paste(ui: &Ui, there: &str) {
    let there = there.trim();
    let is_same = |event: &Event| matches!(event, Event::Paste(text) if text.trim() == there);
    if !there.is_empty() {
        ui.input_mut(|input| input.events.retain(|event| !is_same(event)));
    }
}

fn bar(ui: &mut Ui, state: &State, preview: &Preview, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    let heading = texts.get("preview-heading");
    if ui.available_width() < NARROW_BAR {
        unseen_heading(ui, heading);
        ui.horizontal_wrapped(|ui| {
            finishing(ui, state, preview, commands);
            cancel(ui, texts, commands);
        });
        ui.add_space(space::TIGHT);
        return;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let label = ui.label(type_scale::heading(heading));
        as_heading(ui, &label, heading);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            finishing(ui, state, preview, commands);
            cancel(ui, texts, commands);
        });
    });
}

fn cancel(ui: &mut Ui, texts: &Texts, commands: &mut Vec<Command>) {
    let back = Button::new(texts.get("cancel")).min_size(Vec2::splat(space::TARGET));
    if ui.add(back).on_hover_text("Esc").clicked() {
        commands.push(Command::LeavePreview);
    }
}

/// The buttons that keep the programme: as a day, and in the day on the screen where there is one. What is most likely meant
/// is the main one, at the edge.
fn finishing(ui: &mut Ui, state: &State, preview: &Preview, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    if !state.can_update() {
        if main_finish(ui, texts, "preview-save", preview).clicked() {
            commands.push(Command::SavePreview);
        }
        return;
    }
    let as_day = ("preview-save-new", Command::SavePreview);
    let as_update = ("preview-update", Command::UpdateFromPreview);
    let [main, other] =
        if state.is_likely_update(preview) { [as_update, as_day] } else { [as_day, as_update] };
    if main_finish(ui, texts, main.0, preview).clicked() {
        commands.push(main.1);
    }
    let button = Button::new(texts.get(other.0)).min_size(Vec2::splat(space::TARGET));
    if ui.add_enabled(preview.can_save(), button).clicked() {
        commands.push(other.1);
    }
}

/// The main button. What stands in its way is said in its tooltip.
fn main_finish(ui: &mut Ui, texts: &Texts, label: &str, preview: &Preview) -> Response {
    let response = main_button(ui, texts.get(label), preview.can_save());
    let keys = entry(&Command::ToggleDone).and_then(|entry| entry.chord_on(Platform::HERE));
    let tip = match (obstacle(texts, preview), keys) {
        (Some(obstacle), _) => obstacle,
        (None, Some(chord)) => chord.label(Platform::HERE),
        (None, None) => String::new(),
    };
    response.on_hover_text(&tip).on_disabled_hover_text(tip)
}

/// Why the programme cannot be kept as it is.
fn obstacle(texts: &Texts, preview: &Preview) -> Option<String> {
    if let Some(wrong) = preview.first_wrong() {
        return Some(texts.with("preview-wrong", &[("number", (wrong + 1).into())]));
    }
    if !preview.has_good_date() {
        return Some(texts.get("preview-wrong-date").to_owned());
    }
    (preview.items.is_empty() && !preview.is_reading()).then(|| texts.get("preview-none").to_owned())
}

/// "7 onderdelen, 2 zonder tijd, 3 regels niet begrepen", or why it cannot be kept.
fn count(ui: &mut Ui, texts: &Texts, preview: &Preview) {
    let palette = palette::of(ui);
    let obstacle = obstacle(texts, preview).filter(|_| !preview.items.is_empty());
    let (words, color) = match obstacle {
        Some(obstacle) => (obstacle, palette.danger),
        None if preview.items.is_empty() => (texts.get("preview-items").to_owned(), palette.quiet),
        None => (counted(texts, preview), palette.quiet),
    };
    let label = ui.label(type_scale::bold(words).size(type_scale::SMALL).color(color));
    as_live(ui, &label);
}

fn counted(texts: &Texts, preview: &Preview) -> String {
    let variables = [
        ("items", preview.items.len().into()),
        ("untimed", preview.without_time().into()),
        ("left", preview.left_out().len().into()),
    ];
    texts.with("preview-count", &variables)
}

/// Asked once, when something was corrected.
fn leaving(ui: &mut Ui, state: &State, preview: &Preview, commands: &mut Vec<Command>) {
    if !preview.is_leaving {
        return;
    }
    let ground = palette::of(ui).danger_ground;
    Frame::new().fill(ground).inner_margin(Margin::symmetric(16, 6)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(state.texts.get("preview-leaving"));
            as_live(ui, &label);
            if ui.button(state.texts.get("preview-leave")).clicked() {
                commands.push(Command::LeavePreview);
            }
            if ui.button(state.texts.get("preview-stay")).clicked() {
                commands.push(Command::StayInPreview);
            }
        });
    });
}

/// Title, date and place of the day.
fn day(ui: &mut Ui, texts: &Texts, preview: &mut Preview) {
    let mut changed = false;
    let is_good = preview.has_good_date();
    let understood = dates::parse_date(&preview.date).map(|date| dates::date(texts.language(), date));
    ui.horizontal_wrapped(|ui| {
        let room = ui.available_width();
        let title = (room * 0.42).max(180.0);
        let field = |id, name, width, is_good| Field { id: (id, 0), name: texts.get(name), width, is_good };
        let of_title = field("day", "preview-day-title", title, true);
        changed |= of_title.show(ui, &mut preview.title).changed();
        let of_date = field("date", "preview-date", DATE, is_good);
        changed |= of_date.show(ui, &mut preview.date).changed();
        if let Some(understood) = understood {
            let quiet = palette::of(ui).quiet;
            ui.label(type_scale::small(understood).color(quiet));
        }
        let place = (ui.available_size_before_wrap().x - space::SMALL).clamp(120.0, 320.0);
        let of_place = field("place", "preview-place", place, true);
        changed |= of_place.show(ui, &mut preview.place).changed();
    });
    if changed {
        preview.was_edited();
    }
}

/// A narrow window has room for one side at a time.
fn which_side(ui: &mut Ui, texts: &Texts, view: &mut PreviewView) {
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        for (is_text, name) in [(false, "preview-items"), (true, "preview-text")] {
            let button = Button::selectable(view.shows_text == is_text, texts.get(name));
            if ui.add(button.min_size(Vec2::splat(space::TARGET))).clicked() {
                view.shows_text = is_text;
            }
        }
    });
}

/// A field with a name, which stands in it while it is empty.
struct Field<'a> {
    /// What keeps the focus with the field, whatever comes and goes around it.
    id: (&'static str, u64),
    name: &'a str,
    width: f32,
    /// What is not good is in the colour of trouble.
    is_good: bool,
}

impl Field<'_> {
    fn show(&self, ui: &mut Ui, text: &mut String) -> Response {
        let palette = palette::of(ui);
        let field = TextEdit::singleline(text)
            .id(Id::unique(("preview", self.id)))
            .hint_text(type_scale::small(self.name).color(palette.quiet))
            .text_color_opt((!self.is_good).then_some(palette.danger))
            .desired_width(self.width - 2.0 * space::SMALL)
            .min_size(Vec2::new(0.0, space::TARGET));
        let response = ui.add(field).accessible_name(self.name);
        if response.hovered() { response.on_hover_text(self.name) } else { response }
    }
}
