//! The menu of a line, opened from the gutter, from the chip behind the line, or with a key: what the line is, its marks,
//! and what was perhaps read wrongly in it.

use eframe::egui::{Button, Id, Popup, PopupKind, Rect, RichText, Ui};

use super::layout::Facts;
use crate::app::chord::Platform;
use crate::app::command::{Command, Edit, entry};
use crate::app::draft::Draft;
use crate::domain::dates;
use crate::domain::day::Session;
use crate::domain::line::{self, Context, LineKind, Understood};
use crate::i18n::Texts;
use crate::ui::theme::{palette, space, type_scale};

/// The kinds a line can be given here, in the order of their keys.
const KINDS: [LineKind; 5] =
    [LineKind::Action, LineKind::Decision, LineKind::Question, LineKind::Quote, LineKind::Figure];

/// A menu that is open.
pub struct LineMenu {
    /// Where it was opened from.
    anchor: Rect,
    /// Only what was understood of the line is asked about.
    only_understood: bool,
    /// The first row has yet to get the focus, so that arrows work.
    takes_focus: bool,
}

/// What the menu is about.
pub struct About<'a> {
    /// The note as it is typed; the menu is about its caret's line.
    pub draft: &'a Draft,
    /// What that line is.
    pub facts: &'a Facts,
    /// What it is read in.
    pub context: Context,
    /// The session, for who may have said something.
    pub session: Option<&'a Session>,
    /// Every word on the screen.
    pub texts: &'a Texts,
}

impl LineMenu {
    /// A menu with everything.
    pub fn of_line(anchor: Rect) -> Self {
        Self { anchor, only_understood: false, takes_focus: true }
    }

    /// A menu about what was understood.
    pub fn of_chip(anchor: Rect) -> Self {
        Self { anchor, only_understood: true, takes_focus: true }
    }

    /// Draws the menu. Says whether it is still open.
    pub fn show(&mut self, ui: &Ui, about: &About<'_>, commands: &mut Vec<Command>) -> bool {
        let mut is_open = true;
        let count = commands.len();
        Popup::new(Id::unique("line menu"), ui.ctx().clone(), self.anchor, ui.layer_id())
            .kind(PopupKind::Menu)
            .open_bool(&mut is_open)
            .accessible_name(about.texts.get("line-menu"))
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let mut rows = Rows { texts: about.texts, takes_focus: &mut self.takes_focus, commands };
                rows.understood(ui, about);
                if !self.only_understood {
                    if about.facts.understood.is_some() {
                        ui.separator();
                    }
                    rows.kinds_and_marks(ui, about);
                }
            });
        is_open && commands.len() == count
    }
}

/// The rows while they are drawn.
struct Rows<'a> {
    texts: &'a Texts,
    takes_focus: &'a mut bool,
    commands: &'a mut Vec<Command>,
}

impl Rows<'_> {
    /// What can be mended of what was understood.
    fn understood(&mut self, ui: &mut Ui, about: &About<'_>) {
        let Some(understood) = &about.facts.understood else { return };
        match understood {
            Understood::Due(_) | Understood::NoSuchDate => self.due(ui, about),
            Understood::Share { .. } | Understood::Number(_) => {
                self.row(ui, self.texts.get("mend-no-figure"), Command::ToggleKind(LineKind::Figure));
            }
            Understood::CouldBeFigure => {
                self.row(ui, self.texts.get("mend-figure"), Command::ToggleKind(LineKind::Figure));
            }
            Understood::FromWhom => self.source(ui, about.session),
        }
    }

    fn due(&mut self, ui: &mut Ui, about: &About<'_>) {
        let heading = type_scale::small(self.texts.get("mend-due")).color(palette::of(ui).quiet);
        ui.horizontal(|ui| {
            // In one line with the words of the rows.
            ui.add_space(ui.spacing().button_padding.x);
            ui.label(heading);
        });
        let parsed = line::parse(about.draft.line_text(about.draft.line()));
        for date in parsed.other_due_dates(about.context) {
            let label = dates::date(self.texts.language(), date);
            self.row(ui, &label, Command::Edit(Edit::Due(Some(date))));
        }
        self.row(ui, self.texts.get("mend-not-due"), Command::Edit(Edit::Due(None)));
    }

    fn source(&mut self, ui: &mut Ui, session: Option<&Session>) {
        for speaker in session.map(|session| session.facts.speakers.as_slice()).unwrap_or_default() {
            self.row(ui, &speaker.name, Command::Edit(Edit::Source(speaker.name.clone())));
        }
        let other = self.texts.get("mend-other-person");
        self.row(ui, other, Command::Edit(Edit::Source(String::new())));
    }

    fn kinds_and_marks(&mut self, ui: &mut Ui, about: &About<'_>) {
        for kind in KINDS {
            self.mark(ui, Command::ToggleKind(kind), about.facts.kind == Some(kind));
        }
        ui.separator();
        self.mark(ui, Command::ToggleStar, about.facts.starred);
        self.mark(ui, Command::TogglePrivate, about.facts.private);
        if about.facts.kind == Some(LineKind::Action) {
            self.mark(ui, Command::ToggleDone, about.facts.done);
        }
        ui.separator();
        for command in [
            Command::OpenMove,
            Command::OpenTimeOfCaret,
            Command::Edit(Edit::Duplicate),
            Command::Edit(Edit::Delete),
        ] {
            self.mark(ui, command, false);
        }
    }

    /// A row for a command of the table, with its keys.
    fn mark(&mut self, ui: &mut Ui, command: Command, is_on: bool) {
        let Some(entry) = entry(&command) else { return };
        let label = self.texts.get(entry.label);
        let keys = entry.chord_on(Platform::HERE).map(|chord| chord.label(Platform::HERE));
        let button =
            Button::selectable(is_on, label).shortcut_text(type_scale::small(keys.unwrap_or_default()));
        self.add(ui, button, label, command);
    }

    fn row(&mut self, ui: &mut Ui, label: &str, command: Command) {
        self.add(ui, Button::selectable(false, RichText::new(label)), label, command);
    }

    fn add(&mut self, ui: &mut Ui, button: Button<'_>, label: &str, command: Command) {
        let response = ui
            .add(button.min_size(eframe::egui::Vec2::new(space::LINE_MENU, space::TARGET)))
            .accessible_name(label);
        if std::mem::take(self.takes_focus) {
            response.request_focus();
        }
        if response.clicked() {
            self.commands.push(command);
        }
    }
}
