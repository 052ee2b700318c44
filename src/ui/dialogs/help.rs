//! Help: every key, from the table of commands, and how a line is written, from the grammar's own words. So it is always
//! true; what it explains in words of its own is only what no table holds.

use eframe::egui::{Align, Key, Label, Layout, RichText, Ui, Vec2, vec2};

use super::Dialogs;
use crate::app::chord::{Chord, Key as ChordKey, Platform};
use crate::app::command::{Command, TABLE, entry};
use crate::app::state::State;
use crate::domain::line::{LineKind, words_of};
use crate::i18n::Texts;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_heading, icon_button};

/// The width of the names of kinds and marks.
const NAMES: f32 = 132.0;

/// How far an arrow scrolls.
const LINE: f32 = 40.0;

/// How far Page Down scrolls.
const PAGE: f32 = 320.0;

/// The parts in which the keys are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Line,
    Text,
    Going,
    Rest,
}

impl Dialogs {
    pub(super) fn help(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let texts = &state.texts;
        // Clear of the bar that scrolls.
        ui.set_max_width(ui.available_width() - space::MEDIUM);
        ui.horizontal(|ui| {
            heading(ui, texts.get("command-help"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = icon_button(ui, icons::CLOSE, texts.get("close"));
                self.focus_first(&close, "help");
                if close.clicked() {
                    commands.push(Command::CloseDialog);
                }
            });
        });
        scroll_with_keys(ui);
        ui.label(texts.get("help-explanation"));
        part(ui, texts.get("help-lines"));
        ui.label(RichText::new(texts.get("help-line-words")).color(palette::of(ui).quiet));
        for row in grammar(texts) {
            written_row(ui, &row);
        }
        let parts = [
            ("help-marking", Part::Line),
            ("help-text", Part::Text),
            ("help-going", Part::Going),
            ("help-rest", Part::Rest),
        ];
        for (name, of) in parts {
            part(ui, texts.get(name));
            for (label, keys) in keys_of(texts, of) {
                key_row(ui, &label, &keys);
            }
        }
        about(ui, state, commands);
    }
}

/// Which version this is, whose work is in it, and where the notes are.
fn about(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let texts = &state.texts;
    part(ui, texts.get("help-about"));
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    let words = [&texts.with("help-version", &version), texts.get("help-licences")].map(str::to_owned);
    for words in words {
        ui.add(Label::new(words).wrap().selectable(true));
    }
    let path = [("path", state.path.display().to_string().into())];
    ui.add(Label::new(texts.with("help-notes-are-in", &path)).wrap().selectable(true));
    let command = Command::OpenWhereabouts;
    let label = entry(&command).map_or("", |entry| texts.get(entry.label));
    if ui.button(label).clicked() {
        commands.push(command);
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let label = ui.label(type_scale::heading(text));
    as_heading(ui, &label, text);
}

fn part(ui: &mut Ui, text: &str) {
    ui.add_space(space::MEDIUM);
    let label = ui.label(type_scale::bold(text));
    as_heading(ui, &label, text);
}

/// How a kind or a mark is written.
struct Written<'a> {
    name: &'a str,
    forms: String,
    also: Option<&'a str>,
}

/// How each kind and each mark is written.
fn grammar(texts: &Texts) -> Vec<Written<'_>> {
    let kinds = [
        LineKind::Action,
        LineKind::Decision,
        LineKind::Question,
        LineKind::Quote,
        LineKind::Figure,
        LineKind::Heading,
    ];
    let marks = [
        ("mark-star", "★ …   ! …"),
        ("mark-private", "privé: …   private: …   // …"),
        ("help-trend", "#trend"),
        ("help-person", texts.get("help-person-forms")),
    ];
    let marks =
        marks.map(|(name, forms)| Written { name: texts.get(name), forms: forms.to_owned(), also: None });
    kinds.into_iter().map(|kind| written_as(texts, kind)).chain(marks).collect()
}

fn written_as(texts: &Texts, kind: LineKind) -> Written<'_> {
    let signs = signs_of(kind).iter().map(|sign| format!("{sign} …"));
    let words = words_of(kind).map(|word| format!("{word}: …"));
    let also = match kind {
        LineKind::Quote => Some(texts.get("help-own-words")),
        LineKind::Figure => Some(texts.get("help-needs-number")),
        _ => None,
    };
    Written { name: name_of(texts, kind), forms: signs.chain(words).collect::<Vec<_>>().join("   "), also }
}

fn name_of(texts: &Texts, kind: LineKind) -> &str {
    match entry(&Command::ToggleKind(kind)) {
        Some(entry) => texts.get(entry.label),
        None => texts.get("help-kind-heading"),
    }
}

/// The signs that make a kind, beside its words.
fn signs_of(kind: LineKind) -> &'static [&'static str] {
    match kind {
        LineKind::Action => &["- [ ]", "[]"],
        LineKind::Question => &["?"],
        LineKind::Quote => &[">"],
        LineKind::Heading => &["#", "##"],
        LineKind::Decision | LineKind::Figure | LineKind::Remark => &[],
    }
}

/// The commands of a part with their keys, in the order of the table; then, among the last, the keys that no command has.
fn keys_of(texts: &Texts, part: Part) -> Vec<(String, String)> {
    let platform = Platform::HERE;
    let mut rows: Vec<(String, String)> = TABLE
        .iter()
        .filter(|entry| part_of(&entry.command) == part)
        .filter_map(|entry| {
            let chord = entry.chord_on(platform)?;
            Some((texts.get(entry.label).to_owned(), chord.label(platform)))
        })
        .collect();
    let key = |chord: Chord| chord.label(platform);
    let own = match part {
        Part::Text => vec![
            ("help-undo", key(Chord::primary(ChordKey::Letter('Z')))),
            ("help-redo", key(Chord::primary_shift(ChordKey::Letter('Z')))),
            ("help-complete", "Tab".to_owned()),
        ],
        Part::Rest => {
            let zoom = key(Chord::primary(ChordKey::Digit(0)));
            let zoom = ["+", "-", "0"].map(|sign| zoom.replace('0', sign)).join(", ");
            vec![("help-zoom", zoom), ("help-leave", "Esc".to_owned())]
        }
        Part::Line | Part::Going => Vec::new(),
    };
    rows.extend(own.into_iter().map(|(name, keys)| (texts.get(name).to_owned(), keys)));
    rows
}

fn part_of(command: &Command) -> Part {
    match command {
        Command::ToggleKind(_) | Command::ToggleStar | Command::TogglePrivate | Command::ToggleDone => {
            Part::Line
        }
        Command::Edit(_)
        | Command::OpenMove
        | Command::OpenFooter
        | Command::OpenLineMenu
        | Command::OpenFind { .. }
        | Command::ToggleTimes => Part::Text,
        Command::NextSession
        | Command::PreviousSession
        | Command::OpenFinder
        | Command::GoToNow
        | Command::GoBack
        | Command::GoForward
        | Command::NextPane
        | Command::PreviousPane => Part::Going,
        _ => Part::Rest,
    }
}

fn written_row(ui: &mut Ui, row: &Written<'_>) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(NAMES);
            ui.add(Label::new(row.name).wrap());
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(&row.forms).wrap());
            if let Some(also) = row.also {
                ui.add(Label::new(type_scale::small(also).color(palette::of(ui).quiet)).wrap());
            }
        });
    });
}

fn key_row(ui: &mut Ui, label: &str, keys: &str) {
    let size = Vec2::new(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.label(label);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(keys).color(palette::of(ui).quiet));
        });
    });
}

/// The page scrolls with the keys too: there is nothing in it to walk to.
fn scroll_with_keys(ui: &Ui) {
    let steps = [
        (Key::ArrowDown, LINE),
        (Key::ArrowUp, -LINE),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::End, f32::from(u16::MAX)),
        (Key::Home, -f32::from(u16::MAX)),
    ];
    let by: f32 = ui
        .input(|input| steps.into_iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by).sum());
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -by));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::line;

    #[test]
    fn what_help_says_of_a_line_is_what_the_grammar_reads() {
        for kind in LineKind::ALL {
            for form in signs_of(kind) {
                assert_eq!(line::parse(&format!("{form} 70 % komt")).kind, kind, "{form}");
            }
            for word in words_of(kind) {
                assert_eq!(line::parse(&format!("{word}: 70 % komt")).kind, kind, "{word}");
            }
        }
        for private in ["privé: x", "private: x", "// x"] {
            assert!(line::parse(private).private, "{private}");
        }
        assert!(line::parse("★ x").starred && line::parse("! x").starred);
    }

    #[test]
    fn every_command_with_keys_is_in_help_once() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let rows: Vec<_> = [Part::Line, Part::Text, Part::Going, Part::Rest]
                .into_iter()
                .flat_map(|part| keys_of(&texts, part))
                .collect();
            for entry in TABLE {
                let Some(chord) = entry.chord_on(Platform::HERE) else { continue };
                let row = (texts.get(entry.label).to_owned(), chord.label(Platform::HERE));
                assert_eq!(rows.iter().filter(|listed| **listed == row).count(), 1, "{row:?}");
            }
        }
    }
}
