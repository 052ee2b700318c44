//! What is handed over, as what and where to, beside the first page of it.

use eframe::egui::{
    Checkbox, Frame, Label, Margin, Rect, Response, RichText, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::files::is_entered;
use super::{Dialogs, close_button, heading, last_row};
use crate::app::command::Command;
use crate::app::export_form::{ExportForm, FORMATS, REPORT_ENDINGS, TIMES};
use crate::app::state::State;
use crate::i18n::Texts;
use crate::ui::afterwards::reading::{self, blocks};
use crate::ui::theme::{palette, space, type_scale};
use crate::ui::widgets::{Named, as_live, choice, main_button, progress, segment, segment_named};
use crate::worker::{What, Work};

/// The width of the form, where the first page stands beside it.
const FORM: f32 = 440.0;
/// The height of the first page, where it stands below the form.
const PAGE_BELOW: f32 = 280.0;
/// How much smaller the first page is than a page that is read.
const SCALE: f32 = 0.72;
/// The height of what is asked about a report.
const REPORT: f32 = 60.0;
/// The width of the names of the formats.
const FORMAT: f32 = 168.0;
/// The width of a list to choose from.
const CHOICE: f32 = 190.0;

/// The first page, as it was last read.
#[derive(Default)]
pub struct PageView {
    /// The number under which it was asked for.
    of: u64,
    blocks: Vec<blocks::Block>,
}

impl Dialogs {
    pub(super) fn export(
        &mut self,
        ui: &mut Ui,
        state: &State,
        form: &mut ExportForm,
        commands: &mut Vec<Command>,
    ) {
        let filled = |form: &ExportForm| {
            let which = (form.names, form.include_private, form.times, form.kinds);
            (form.what.clone(), form.format, which, form.path.clone())
        };
        let before = filled(form);
        heading(ui, state.texts.get("export-dialog-heading"), state.texts.get("export-dialog-explanation"));
        let mut entered = false;
        let is_wide = ui.available_width() >= FORM + space::LARGE + CHOICE;
        if is_wide {
            let all = ui.available_rect_before_wrap();
            let form_at = Rect::from_min_size(all.min, vec2(FORM, all.height()));
            let inner = ui.scope_builder(UiBuilder::new().max_rect(form_at), |ui| {
                entered = self.export_fields(ui, state, form);
            });
            let left = form_at.right() + space::LARGE;
            let height = inner.response.rect.height();
            let page_at = Rect::from_min_max(pos2(left, all.top()), pos2(all.right(), all.top() + height));
            ui.scope_builder(UiBuilder::new().max_rect(page_at), |ui| self.page.show(ui, &state.texts, form));
        } else {
            entered = self.export_fields(ui, state, form);
            ui.add_space(space::MEDIUM);
            let size = vec2(ui.available_width(), PAGE_BELOW);
            let page_at = Rect::from_min_size(ui.available_rect_before_wrap().min, size);
            ui.scope_builder(UiBuilder::new().max_rect(page_at), |ui| self.page.show(ui, &state.texts, form));
        }
        let pressed = last_row(ui, |ui| ending(ui, state, form, commands));
        if pressed || entered && form.is_ready() {
            commands.push(Command::Export);
        }
        if before != filled(form) || form.looks_new() {
            commands.push(Command::FillInExport);
        }
    }

    /// What is asked. Says whether Enter was pressed in the field for the path.
    fn export_fields(&mut self, ui: &mut Ui, state: &State, form: &mut ExportForm) -> bool {
        let texts = &state.texts;
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        label(ui, texts.get("export-what"));
        what(ui, texts, form);
        ui.add_space(space::TIGHT);
        label(ui, texts.get("export-format"));
        formats(ui, texts, form);
        if form.is_report() {
            report(ui, texts, form);
        }
        ui.add_space(space::TIGHT);
        times_and_kinds(ui, texts, form);
        private(ui, texts, form);
        ui.add_space(space::TIGHT);
        let name = texts.get(if form.is_folder() { "export-folder" } else { "path" });
        label(ui, name);
        let field = self.path_field(ui, texts, (name, &mut form.path), "export");
        if field.browses {
            self.files.ask_where_to_save(ui.ctx(), std::path::Path::new(form.path.trim()));
        }
        taken(ui, texts, form);
        if !form.is_report() {
            // The dialog is as high for every format, so that the list of formats stays where it is.
            ui.add_space(REPORT);
        }
        is_entered(ui, &field.response)
    }
}

/// The last row: the buttons, and while it is written how far that is. Says whether the main button was pressed.
fn ending(ui: &mut Ui, state: &State, form: &ExportForm, commands: &mut Vec<Command>) -> bool {
    let texts = &state.texts;
    if !form.is_busy {
        let pressed = main_button(ui, texts.get("export-dialog-now"), form.is_ready()).clicked();
        close_button(ui, texts.get("cancel"), commands);
        return pressed;
    }
    if ui.button(texts.get("work-on")).clicked() {
        commands.push(Command::WorkOn);
    }
    if let Some(shown) = state.shown(Work::Export) {
        progress(ui, state, shown, commands);
    } else {
        let busy = ui.label(texts.get("export-busy"));
        as_live(ui, &busy);
    }
    false
}

fn label(ui: &mut Ui, words: &str) -> Response {
    let quiet = palette::of(ui).quiet;
    ui.label(RichText::new(words).size(type_scale::SMALL).color(quiet))
}

/// What goes in: a day, a session, everything, or what was noted of one trend or one person.
fn what(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    let day = form.day;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let session = form.session.map(|session| What::Session { day, session });
        let ways = [
            (texts.get("export-day"), Some(What::Day(day))),
            (texts.get("export-session-only"), session),
            (texts.get("export-all-days"), Some(What::AllDays)),
        ];
        for (word, what) in ways {
            let Some(what) = what else { continue };
            if segment(ui, word, form.what == what).clicked() {
                form.what = what;
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let named = |name| Named { name, everything: texts.get("export-whole-day"), width: CHOICE };
        if !form.trends.is_empty() {
            let chosen = match &form.what {
                What::Trend { tag, .. } => Some(tag.clone()),
                _ => None,
            };
            let mut now = chosen.clone();
            let label = |tag: &String| format!("#{tag}");
            choice(ui, "export trend", named(texts.get("export-one-trend")), &form.trends, &mut now, label);
            if now != chosen {
                form.what = now.map_or(What::Day(day), |tag| What::Trend { day, tag });
            }
        }
        if !form.people.is_empty() {
            let chosen = match &form.what {
                What::Person { name, .. } => Some(name.clone()),
                _ => None,
            };
            let mut now = chosen.clone();
            let named = named(texts.get("export-one-person"));
            choice(ui, "export person", named, &form.people, &mut now, String::clone);
            if now != chosen {
                form.what = now.map_or(What::Day(day), |name| What::Person { day, name });
            }
        }
    });
}

/// The formats, a row each: what it is called, and what it is good for.
fn formats(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for format in FORMATS {
        ui.horizontal(|ui| {
            ui.set_min_height(space::TARGET);
            let left = ui.cursor().left();
            let radio = ui.radio_value(&mut form.format, format, texts.format_name(format));
            radio.on_hover_text(texts.format_use(format));
            let gap = left + FORMAT - ui.cursor().left();
            ui.add_space(gap.max(space::TIGHT));
            let quiet = palette::of(ui).quiet;
            let use_of = RichText::new(texts.format_use(format)).size(type_scale::SMALL).color(quiet);
            ui.add(Label::new(use_of).truncate());
        });
    }
}

/// One row where the form has its width, more in a narrow window.
fn in_a_row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    if ui.available_width() < FORM {
        ui.horizontal_wrapped(content)
    } else {
        ui.horizontal(content)
    };
}

/// As what a report is written, and whether it names people.
fn report(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    let top = ui.cursor().top();
    in_a_row(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        label(ui, texts.get("export-report-as"));
        let names = ["format-html", "format-docx", "format-odt", "format-markdown"];
        for (ending, name) in REPORT_ENDINGS.into_iter().zip(names) {
            let is_on = form.ending() == ending;
            // The formats have the same words.
            let spoken = format!("{}: {}", texts.get("export-report-as"), texts.get(name));
            if segment_named(ui, texts.get(name), &spoken, is_on).clicked() && !is_on {
                form.set_ending(ending);
            }
        }
    });
    ui.checkbox(&mut form.names, texts.get("export-names"));
    let rest = top + REPORT - ui.cursor().top();
    ui.add_space(rest.max(0.0));
}

/// Which times are told and whether kinds are; what is read by programs has both.
fn times_and_kinds(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    let is_free = form.is_for_people();
    in_a_row(ui, |ui| {
        ui.set_min_height(space::TARGET);
        if !is_free {
            label(ui, texts.get("export-keeps-all"));
            return;
        }
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        label(ui, texts.get("export-times"));
        for (times, name) in TIMES {
            let spoken = format!("{}: {}", texts.get("export-times"), texts.get(name));
            if segment_named(ui, texts.get(name), &spoken, form.times == times).clicked() {
                form.times = times;
            }
        }
    });
    ui.add_enabled(is_free, Checkbox::new(&mut form.kinds, texts.get("export-kinds")));
}

/// Only where something is private there is something to ask. The row has its place all the same: nothing moves when the
/// number is known.
fn private(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    let lines = form.first_page.as_ref().map_or(0, |(_, page)| page.private);
    let words = texts.count("export-dialog-private", lines);
    let is_asked = lines > 0 || form.include_private;
    ui.add_enabled(is_asked, Checkbox::new(&mut form.include_private, &*words));
}

/// Whether what is at the path may be replaced, where there is something.
fn taken(ui: &mut Ui, texts: &Texts, form: &mut ExportForm) {
    ui.horizontal(|ui| {
        ui.set_min_height(space::TARGET);
        if form.is_there == Some(true) {
            let warning = RichText::new(texts.get("export-is-there")).color(palette::of(ui).danger);
            let warning = ui.label(warning);
            as_live(ui, &warning);
            ui.checkbox(&mut form.overwrite, texts.get("export-dialog-overwrite"));
        }
    });
}

impl PageView {
    fn show(&mut self, ui: &mut Ui, texts: &Texts, form: &ExportForm) {
        let palette = palette::of(ui);
        label(ui, texts.get("export-first-page"));
        let Some((asked, page)) = &form.first_page else { return };
        if self.of != *asked {
            self.of = *asked;
            self.blocks = blocks::blocks(&page.markdown);
        }
        let counts = texts.with(
            "export-counts",
            &[("sessions", page.counts.sessions.into()), ("lines", page.counts.lines.into())],
        );
        let foot = type_scale::SMALL + space::MEDIUM;
        let height = (ui.available_height() - foot).max(120.0);
        let frame =
            Frame::new().fill(palette.panel).inner_margin(Margin::same(12)).corner_radius(space::ROUND);
        frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let scroll = ScrollArea::vertical().id_salt(("first page", *asked)).max_height(height - 24.0);
            scroll.min_scrolled_height(height - 24.0).auto_shrink([false, false]).show(ui, |ui| {
                self.blocks(ui);
                if page.goes_on {
                    label(ui, texts.get("export-goes-on"));
                }
            });
        });
        label(ui, &counts);
    }

    fn blocks(&self, ui: &mut Ui) {
        let width = ui.available_width();
        let start = ui.available_rect_before_wrap().min;
        let mut top = 0.0;
        for block in &self.blocks {
            let at = Rect::from_min_size(start + Vec2::new(0.0, top), vec2(width, 0.0));
            top += reading::draw(ui, block, at, width, SCALE);
        }
        ui.advance_cursor_after_rect(Rect::from_min_size(start, vec2(width, top)));
    }
}
