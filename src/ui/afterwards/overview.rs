//! What the day brought, by kind, as one list: ticked, marked and tagged where it stands, one line or many at once. Enter
//! goes to a line in its note, with the list beside it.

mod chosen;
mod figures;
mod filters;
mod rows;

use std::collections::HashSet;

use eframe::egui::{Key, Modifiers, Ui};

use crate::app::command::Command;
use crate::app::overview::Section;
use crate::app::state::State;
use crate::app::view::View;
use crate::domain::id::LineId;
use crate::domain::line::LineKind;
use crate::domain::review::entry::Entry;

use super::lines;
use super::list::{Asked, List, RowField};
use crate::ui::note::is_low;
use crate::ui::theme::space;
use rows::{Rows, Target};

/// The name of the list.
const LIST: &str = "overview";

/// What the view keeps between two frames.
#[derive(Default)]
pub struct OverviewView {
    list: List,
    rows: Rows,
    /// Of which list the rows are, and with which lines chosen.
    of: Option<(u64, u64)>,
    /// Which part they are of, and whether of all days: another one begins at its top.
    part: Option<(Section, bool)>,
    /// Counts the rows that were made.
    turn: u64,
    /// Which lines the rows show as chosen.
    shown: HashSet<LineId>,
    /// Counts the choices.
    choices: u64,
    /// From where Shift chooses.
    anchor: Option<usize>,
    /// Which row had the focus in the last frame.
    was_at: Option<usize>,
}

/// Whether what there is to say stands in the bar above the list: a strip above the view would push away the line that the
/// mouse is on.
pub fn says_itself(state: &State) -> bool {
    state.view == View::Overview && chosen::change_said(state).is_some()
}

/// Draws the view.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut OverviewView, commands: &mut Vec<Command>) {
    view.read(state);
    let opens = std::mem::take(&mut state.view_takes_focus);
    if opens {
        view.list.goes_to = Some(0);
        view.anchor = None;
    }
    super::title(ui, state.texts.get("view-overview"));
    ui.add_space(space::TIGHT);
    filters::sections(ui, state, commands);
    // A low window has room for the lines, and for what is done with them.
    let has_room = !is_low(ui);
    if has_room || !state.afterwards.overview.filter.is_empty() {
        let fields = filters::fields(ui, state, opens && view.rows.rows.is_empty(), commands);
        if fields.goes_to_list {
            view.list.goes_to = Some(0);
        }
    }
    if has_room || !state.afterwards.picked.lines.is_empty() || chosen::change_said(state).is_some() {
        chosen::bar(ui, state, commands);
    }
    if view.rows.rows.is_empty() {
        // What is found later must not take the focus from the field.
        view.list.goes_to = None;
        filters::empty(ui, state);
        return;
    }
    if state.afterwards.overview.section == Section::Figures {
        figures::header(ui, state, commands);
    }
    view.follow_words(state);
    take_keys(ui, state, view, commands);
    let asked = view.list.show(ui, LIST, view.turn, &view.rows.rows);
    view.follow_focus(ui, state, commands);
    if let Some((row, asked)) = asked {
        view.answer(ui, state, row, asked, commands);
    }
}

/// Ctrl+A chooses every line, Esc none any more.
fn take_keys(ui: &Ui, state: &State, view: &OverviewView, commands: &mut Vec<Command>) {
    let is_free =
        state.dialog.is_none() && view.list.field.is_none() && !eframe::egui::Popup::is_any_open(ui.ctx());
    let take = |modifiers, key| is_free && ui.input_mut(|input| input.consume_key(modifiers, key));
    if view.list.has_focus(ui, LIST) && take(Modifiers::COMMAND, Key::A) {
        commands.push(Command::PickLines(view.rows.lines(state, 0..=view.rows.rows.len())));
    }
    if !state.afterwards.picked.lines.is_empty() && take(Modifiers::NONE, Key::Escape) {
        commands.push(Command::PickLines(Vec::new()));
    }
}

impl OverviewView {
    fn read(&mut self, state: &State) {
        let afterwards = &state.afterwards;
        if self.shown != afterwards.picked.lines {
            self.shown.clone_from(&afterwards.picked.lines);
            self.choices += 1;
        }
        let now = (afterwards.overview.turn, self.choices);
        if self.of == Some(now) {
            return;
        }
        let are_other_rows = self.of.is_none_or(|(turn, _)| turn != now.0);
        self.of = Some(now);
        self.rows = rows::of(state);
        let part = (afterwards.overview.section, afterwards.overview.all_days);
        if self.part.replace(part).is_some_and(|before| before != part) {
            self.list.brings_into_view = Some(0);
        }
        // What is chosen changes no height.
        if are_other_rows {
            self.turn += 1;
            self.anchor = None;
        }
    }

    /// Puts a field in the place of the line whose words are edited, and takes it away when they no longer are.
    fn follow_words(&mut self, state: &State) {
        let Some(line) = state.afterwards.rewords else {
            self.list.field = None;
            return;
        };
        let is_it = |row: &usize| self.rows.entry(state, *row).is_some_and(|entry| entry.id == line);
        let at = self.list.field.as_ref().map(|field| field.row).or(self.list.focused()).filter(is_it);
        let row = at.or_else(|| (0..self.rows.rows.len()).find(is_it));
        match (row, &mut self.list.field) {
            (Some(row), Some(field)) => field.row = row,
            (Some(row), field) => {
                let text = self.rows.entry(state, row).map_or("", |entry| &entry.text);
                *field = Some(RowField::new(row, text, state.texts.get("command-words")));
            }
            // What does not stand in the list any more stays typed until it does.
            (None, _) => {}
        }
    }

    /// What was typed in the place of a line is taken over, or not; the line has the focus again.
    fn end_words(&mut self, state: &State, row: usize, asked: Asked, commands: &mut Vec<Command>) {
        let field = self.list.field.take();
        self.list.goes_to = Some(row);
        commands.push(match (field, state.afterwards.rewords, asked) {
            (Some(field), Some(line), Asked::TakeOver) => Command::Reword(line, field.text),
            _ => Command::CloseWords,
        });
    }

    /// Tells which line has the focus; Shift with an arrow chooses on the way.
    fn follow_focus(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let at = self.list.focused().filter(|_| self.list.has_focus(ui, LIST));
        let line = at.and_then(|row| self.rows.entry(state, row)).map(|entry| entry.id);
        if at.is_some() && line != state.afterwards.picked.at {
            commands.push(Command::LookAtLine(line));
        }
        if at == self.was_at {
            return;
        }
        let (has_shift, was_click) = ui.input(|input| (input.modifiers.shift, input.pointer.any_click()));
        match (has_shift, at, self.was_at) {
            // What a click chooses is worked out when it is answered.
            _ if was_click => {}
            (true, Some(at), Some(was)) => {
                let anchor = *self.anchor.get_or_insert(was);
                let range = anchor.min(at)..=anchor.max(at);
                commands.push(Command::PickLines(self.rows.lines(state, range)));
            }
            (false, Some(at), _) => self.anchor = Some(at),
            _ => {}
        }
        self.was_at = at;
    }

    fn answer(&mut self, ui: &Ui, state: &State, row: usize, asked: Asked, commands: &mut Vec<Command>) {
        match (asked, self.rows.targets.get(row)) {
            (Asked::TakeOver | Asked::Leave, _) => self.end_words(state, row, asked, commands),
            (Asked::Choose, _) => self.choose(ui, state, row, commands),
            (Asked::Tick, Some(Target::Line { index, .. })) => {
                let entry = state.afterwards.entries.get(*index);
                match entry.filter(|entry| entry.kind == LineKind::Action) {
                    Some(action) => commands.push(Command::TickEntry(action.id)),
                    None => self.open(state, row, commands),
                }
            }
            _ => self.open(state, row, commands),
        }
    }

    fn choose(&mut self, ui: &Ui, state: &State, row: usize, commands: &mut Vec<Command>) {
        let Some(line) = self.rows.entry(state, row).map(|entry| entry.id) else { return };
        let picked = &state.afterwards.picked.lines;
        let (is_range, is_menu) =
            ui.input(|input| (input.modifiers.shift, input.pointer.secondary_clicked()));
        if let (true, Some(anchor)) = (is_range, self.anchor) {
            let range = anchor.min(row)..=anchor.max(row);
            return commands.push(Command::PickLines(self.rows.lines(state, range)));
        }
        self.anchor = Some(row);
        let mut lines: HashSet<LineId> = picked.clone();
        // The other button of the mouse asks what can be done with this line, or with all that are chosen.
        if !lines.insert(line) && !is_menu {
            lines.remove(&line);
        }
        commands.push(Command::PickLines(lines.into_iter().collect()));
    }

    /// Goes to what a row is about.
    fn open(&self, state: &State, row: usize, commands: &mut Vec<Command>) {
        match self.rows.targets.get(row) {
            Some(Target::Line { index, section }) => {
                let title = state.texts.get(rows::name(*section)).to_owned();
                let places = state.afterwards.overview.lines(*section);
                let walk = lines::walk(state, title, places, *index);
                commands.push(Command::StartWalk(Box::new(walk)));
            }
            Some(Target::Point(point)) => {
                if let Some(point) = state.afterwards.overview.points.get(*point) {
                    let origin = &point.origin;
                    let is_here = state.book.as_ref().is_some_and(|book| book.day.id == origin.day.id);
                    commands.push(if is_here {
                        Command::SelectSession(origin.session)
                    } else {
                        Command::OpenDay(origin.day.id)
                    });
                }
            }
            Some(Target::Nothing) | None => {}
        }
    }
}

impl Rows {
    /// The line of a row.
    fn entry<'a>(&self, state: &'a State, row: usize) -> Option<&'a Entry> {
        match self.targets.get(row)? {
            Target::Line { index, .. } => state.afterwards.entries.get(*index),
            Target::Point(_) | Target::Nothing => None,
        }
    }

    /// The lines of these rows.
    fn lines(&self, state: &State, range: std::ops::RangeInclusive<usize>) -> Vec<LineId> {
        let rows = range.filter_map(|row| self.entry(state, row));
        rows.map(|entry| entry.id).collect()
    }
}
