//! What is set for the window as a whole: language, colours, size, times, pictures of the screen, backups, and who makes the
//! notes. Everything shows at
//! once and is remembered; there is nothing to confirm.

use eframe::egui::{Align, Button, Checkbox, Label, Layout, Response, TextEdit, Ui, Vec2};

use super::{Dialogs, close_button, heading};
use crate::app::command::{Command, entry};
use crate::app::dialog::Owner;
use crate::app::settings::{Colours, Setting, Zoom};
use crate::app::state::State;
use crate::domain::language::Language;
use crate::i18n::Texts;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_live, icon_button, panel_heading, quiet_button};

/// The width of the name of a part, beside what is set, in points.
const NAMES: f32 = 136.0;

/// Narrower than this, the name of a part stands above what is set, in points.
const STACKS: f32 = 400.0;

/// The width of the field for a name, in points.
const FIELD: f32 = 300.0;

impl Dialogs {
    pub(super) fn settings(
        &mut self,
        ui: &mut Ui,
        state: &State,
        owner: &mut Owner,
        commands: &mut Vec<Command>,
    ) {
        let texts = &state.texts;
        // Clear of the bar that scrolls.
        ui.set_max_width(ui.available_width() - space::MEDIUM);
        heading(ui, texts.get("settings-heading"), texts.get("settings-explanation"));
        part(ui, texts.get("settings-language"), |ui| self.language(ui, state, commands));
        part(ui, texts.get("settings-colours"), |ui| colours(ui, state, commands));
        part(ui, texts.get("settings-zoom"), |ui| zoom(ui, state, commands));
        part(ui, texts.get("settings-times"), |ui| {
            let mut shows = state.shows_times;
            if ui.checkbox(&mut shows, texts.get("settings-show-times")).changed() {
                commands.push(Command::ToggleTimes);
            }
        });
        part(ui, texts.get("settings-capture"), |ui| capture(ui, state, commands));
        part(ui, texts.get("settings-backups"), |ui| backups(ui, state, commands));
        part(ui, texts.get("settings-my-name"), |ui| {
            if field(ui, texts.get("settings-my-name"), &mut owner.name).changed() {
                commands.push(Command::Change(Setting::MyName(owner.name.clone())));
            }
        });
        part(ui, texts.get("settings-my-organisation"), |ui| {
            if field(ui, texts.get("settings-my-organisation"), &mut owner.organisation).changed() {
                commands.push(Command::Change(Setting::MyOrganisation(owner.organisation.clone())));
            }
            ui.add(Label::new(quiet(ui, texts.get("settings-owner-explanation"))).wrap());
        });
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            close_button(ui, texts.get("close"), commands);
            if ui.button(label_of(texts, &Command::OpenWhereabouts)).clicked() {
                commands.push(Command::OpenWhereabouts);
            }
        });
    }

    fn language(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        apart(ui, |ui| {
            let all = [None].into_iter().chain(Language::ALL.map(Some));
            for language in all {
                let is_on = state.settings.language == language;
                let response = ui.radio(is_on, language_name(&state.texts, language));
                if is_on {
                    self.focus_first(&response, "settings");
                }
                if response.clicked() {
                    commands.push(Command::Change(Setting::Language(language)));
                }
            }
        });
    }
}

/// A part: its name, and beside or below it what is set.
fn part(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    if ui.available_width() < STACKS {
        panel_heading(ui, name);
        content(ui);
    } else {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(Vec2::new(NAMES, space::TARGET), Layout::top_down(Align::Min), |ui| {
                ui.set_width(NAMES);
                // On the line of the words beside it.
                ui.add_space(space::TIGHT);
                panel_heading(ui, name);
            });
            ui.vertical(content);
        });
    }
    ui.add_space(space::TIGHT);
}

/// Choices beside each other, each with its words well apart from the next.
fn apart(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::MEDIUM, 0.0);
        content(ui);
    });
}

/// A language goes by its own name: who cannot read the others finds it by that.
fn language_name(texts: &Texts, language: Option<Language>) -> &str {
    match language {
        None => texts.get("settings-as-system"),
        Some(Language::Dutch) => "Nederlands",
        Some(Language::English) => "English",
    }
}

fn colours(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    apart(ui, |ui| {
        for colours in Colours::ALL {
            let name = state.texts.get(match colours {
                Colours::System => "settings-as-system",
                Colours::Light => "settings-light",
                Colours::Dark => "settings-dark",
                Colours::ContrastLight => "settings-contrast-light",
                Colours::ContrastDark => "settings-contrast-dark",
            });
            if ui.radio(state.settings.colours == colours, name).clicked() {
                commands.push(Command::Change(Setting::Colours(colours)));
            }
        }
    });
}

fn zoom(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    let zoom = state.settings.zoom;
    let mut set = |zoom| commands.push(Command::Change(Setting::Zoom(zoom)));
    ui.horizontal_wrapped(|ui| {
        let smaller = ui.add_enabled_ui(zoom != Zoom::LEAST, |ui| {
            icon_button(ui, icons::SMALLER, texts.get("settings-smaller"))
        });
        if smaller.inner.clicked() {
            set(zoom.smaller());
        }
        let percent = format!("{} %", zoom.percent());
        let label = ui.label(percent);
        as_live(ui, &label);
        let larger = ui.add_enabled_ui(zoom != Zoom::MOST, |ui| {
            icon_button(ui, icons::ADD, texts.get("settings-larger"))
        });
        if larger.inner.clicked() {
            set(zoom.larger());
        }
        if zoom != Zoom::default() && quiet_button(ui, texts.get("settings-usual-size")) {
            set(Zoom::default());
        }
    });
}

/// Only Windows and macOS can leave a window out of pictures of the screen; elsewhere it says so.
fn capture(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    let can_hide = cfg!(any(windows, target_os = "macos"));
    let mut hides = state.settings.hides_from_capture && can_hide;
    let checkbox = Checkbox::new(&mut hides, texts.get("settings-hide-from-capture"));
    if ui.add_enabled(can_hide, checkbox).changed() {
        commands.push(Command::Change(Setting::HidesFromCapture(hides)));
    }
    if !can_hide {
        ui.add(Label::new(quiet(ui, texts.get("settings-cannot-hide"))).wrap());
    }
}

fn backups(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        for command in [Command::BackUpToDocuments, Command::BackUpBesideNotes] {
            let button = Button::new(label_of(texts, &command)).min_size(Vec2::splat(space::TARGET));
            if ui.add(button).clicked() {
                commands.push(command);
            }
        }
    });
    if let Some(folder) = &state.backup_folder {
        let words = texts.with("settings-backups-in", &[("path", folder.display().to_string().into())]);
        let label = ui.add(Label::new(quiet(ui, &words)).wrap().selectable(true));
        as_live(ui, &label);
    }
}

fn field(ui: &mut Ui, name: &str, text: &mut String) -> Response {
    let width = FIELD.min(ui.available_width());
    let field = TextEdit::singleline(text).desired_width(width).min_size(Vec2::new(0.0, space::TARGET));
    ui.add(field).accessible_name(name)
}

fn quiet(ui: &Ui, words: &str) -> eframe::egui::RichText {
    type_scale::small(words).color(palette::of(ui).quiet)
}

fn label_of<'a>(texts: &'a Texts, command: &Command) -> &'a str {
    entry(command).map_or("", |entry| texts.get(entry.label))
}
