//! "Dag nalopen": what is unfinished, step by step, each with the way to finish it, and handing over at the end.

use eframe::egui::{Align, Button, Layout, RichText, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::review::unfinished::{EvaluationQuestion, Step};

use super::lines::{self, Detail, session_name};
use super::list::{Asked, List};
use super::row::Row;
use super::tagging;
use crate::ui::fields::Field;
use crate::ui::note::is_low;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_heading, button_menu, close_menu, decorative_icon, main_button, unseen_heading};

/// The width of the list of steps.
const STEPS: f32 = 260.0;

/// The name of the list of lines.
const LIST: &str = "unfinished";

/// What the view keeps between two frames.
#[derive(Default)]
pub struct UnfinishedView {
    list: List,
    rows: Vec<Row>,
    places: Vec<usize>,
    /// Of which entries and which step the rows are.
    of: Option<(u64, Step)>,
    turn: u64,
}

/// Draws the walk.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut UnfinishedView, commands: &mut Vec<Command>) {
    super::title(ui, state.texts.get("view-unfinished"));
    if !is_low(ui) {
        let left = state.afterwards.unfinished.left_in_all();
        ui.label(RichText::new(&*state.texts.count("unfinished-left", left)).color(palette::of(ui).quiet));
    }
    if ui.available_width() < space::FOLDS_PROGRAMME {
        ui.add_space(space::TIGHT);
        menu_of_steps(ui, state, commands);
        return step(ui, state, view, commands);
    }
    ui.add_space(space::MEDIUM);
    let all = ui.available_rect_before_wrap();
    let (beside, content) = all.split_left_right_at_x(all.left() + STEPS);
    ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| steps(ui, state, commands));
    let content = content.with_min_x(content.left() + space::LARGE);
    ui.scope_builder(UiBuilder::new().max_rect(content), |ui| {
        heading(ui, state, commands);
        step(ui, state, view, commands);
    });
}

/// In a narrow window the name of the step opens the list of all of them: the room is for what is left to do.
fn menu_of_steps(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (title, name) = (state.texts.get("view-unfinished"), state.texts.get(name_of(state.afterwards.step)));
    ui.horizontal(|ui| {
        let palette = palette::of(ui);
        let words =
            (type_scale::heading(name).color(palette.text), icons::text(icons::UNFOLD).color(palette.quiet));
        let button = Button::new(words).frame_when_inactive(false).min_size(Vec2::splat(space::TARGET));
        let response = ui.add(button).accessible_name(format!("{title}: {name}"));
        button_menu(&response, title, |ui| {
            ui.set_width(STEPS);
            steps(ui, state, commands);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| next(ui, state, commands));
    });
    unseen_heading(ui, name);
}

/// The name of the step that is looked at, and the way on.
fn heading(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let name = state.texts.get(name_of(state.afterwards.step));
    ui.horizontal(|ui| {
        let label = ui.label(type_scale::heading(name));
        as_heading(ui, &label, name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| next(ui, state, commands));
    });
}

/// The steps, each with how many are left.
fn steps(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for step in state.afterwards.unfinished.steps() {
        let left = state.afterwards.unfinished.left(step);
        let name = state.texts.get(name_of(step));
        let is_on = state.afterwards.step == step;
        let palette = palette::of(ui);
        let sign = if left == 0 && step != Step::Export {
            icons::text(icons::SAVED).color(palette.accent)
        } else {
            RichText::new(if left > 0 { left.to_string() } else { String::new() }).color(palette.quiet)
        };
        let button = Button::selectable(is_on, name)
            .right_text(sign)
            .min_size(vec2(ui.available_width(), space::TARGET));
        let response =
            ui.add(button).accessible_name(format!("{name}, {}", state.texts.count("unfinished-left", left)));
        if response.clicked() {
            commands.push(Command::GoThrough(step));
            close_menu(ui);
        }
    }
}

fn name_of(step: Step) -> &'static str {
    match step {
        Step::MainPoints => "step-main-points",
        Step::Trends => "step-trends",
        Step::Actions => "step-actions",
        Step::Questions => "step-questions",
        Step::TakeHome => "step-take-home",
        Step::Evaluation => "step-evaluation",
        Step::Export => "step-export",
    }
}

fn explanation_of(step: Step) -> &'static str {
    match step {
        Step::MainPoints => "step-main-points-how",
        Step::Trends => "step-trends-how",
        Step::Actions => "step-actions-how",
        Step::Questions => "step-questions-how",
        Step::TakeHome => "step-take-home-how",
        Step::Evaluation => "step-evaluation-how",
        Step::Export => "step-export-how",
    }
}

/// What is left in the step that is looked at.
fn step(ui: &mut Ui, state: &mut State, view: &mut UnfinishedView, commands: &mut Vec<Command>) {
    let step = state.afterwards.step;
    ui.label(RichText::new(state.texts.get(explanation_of(step))).color(palette::of(ui).quiet));
    ui.add_space(space::SMALL);
    match step {
        Step::MainPoints => without_main_points(ui, state, commands),
        Step::TakeHome => take_home(ui, state, commands),
        Step::Evaluation => evaluation(ui, state),
        Step::Export => export(ui, state, commands),
        Step::Trends | Step::Actions | Step::Questions => view.lines(ui, state, step, commands),
    }
}

/// The way to the next step that has something left.
fn next(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let unfinished = &state.afterwards.unfinished;
    let after = unfinished.steps().skip_while(|step| *step != state.afterwards.step).nth(1);
    if let Some(after) = after
        && main_button(ui, state.texts.get("step-next"), true).clicked()
    {
        commands.push(Command::GoThrough(after));
    }
}

fn without_main_points(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let sessions = &state.afterwards.unfinished.without_main_points;
    if sessions.is_empty() {
        return nothing_left(ui, state);
    }
    ScrollArea::vertical().id_salt("without main points").auto_shrink([false, true]).show(ui, |ui| {
        for origin in sessions {
            let name = session_name(origin, state);
            let button =
                Button::new(&name).frame_when_inactive(false).truncate().min_size(Vec2::splat(space::TARGET));
            if ui.add(button).clicked() {
                commands.push(Command::OpenFooterOf(origin.session));
            }
        }
    });
}

fn take_home(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let texts = &state.afterwards.unfinished.take_home;
    if texts.is_empty() {
        ui.label(state.texts.get("step-take-home-empty"));
        return;
    }
    ScrollArea::vertical().id_salt("take home").auto_shrink([false, true]).show(ui, |ui| {
        for home in texts {
            let name = session_name(&home.origin, state);
            let words = type_scale::bold(&name);
            let button =
                Button::new(words).frame_when_inactive(false).truncate().min_size(Vec2::splat(space::TARGET));
            if ui.add(button).accessible_name(&name).clicked() {
                commands.push(Command::OpenFooterOf(home.origin.session));
            }
            ui.label(&home.text);
            ui.add_space(space::SMALL);
        }
    });
}

/// The questions of the form. Their answers are noted in the session that brings the form, which is open behind this view.
fn evaluation(ui: &mut Ui, state: &mut State) {
    let questions = state.afterwards.unfinished.evaluation.clone();
    ScrollArea::vertical().id_salt("evaluation").auto_shrink([false, true]).show(ui, |ui| {
        for (number, asked) in (1..).zip(&questions) {
            question(ui, state, number, asked);
        }
    });
}

fn question(ui: &mut Ui, state: &mut State, number: usize, asked: &EvaluationQuestion) {
    ui.label(type_scale::bold(format!("{number}. {}", asked.question)));
    let is_open = state.draft.as_ref().is_some_and(|draft| draft.session == asked.origin.session);
    if !is_open {
        return;
    }
    let known = state.draft.as_ref().and_then(|draft| draft.sheet.note_at(asked.place));
    let before = known.map(|note| note.outcome.clone()).unwrap_or_default();
    let mut answer = before.clone();
    let salt = ("evaluation", asked.place.list, asked.place.point);
    Field { salt, name: &asked.question, hint: "", rows: 2 }.show(ui, state, &mut answer);
    ui.add_space(space::SMALL);
    if answer == before {
        return;
    }
    let now = ui.input(|input| input.time);
    if let Some(draft) = &mut state.draft {
        draft.sheet.change_note(asked.place, &asked.question, |note| note.outcome = answer);
        draft.noted(now);
    }
}

fn export(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    crate::ui::widgets::command_button(ui, state, icons::EXPORT, &Command::OpenExport, commands);
}

fn nothing_left(ui: &mut Ui, state: &State) {
    ui.horizontal(|ui| {
        decorative_icon(ui, icons::SAVED, palette::of(ui).accent);
        ui.label(state.texts.get("step-done"));
    });
}

impl UnfinishedView {
    fn lines(&mut self, ui: &mut Ui, state: &State, step: Step, commands: &mut Vec<Command>) {
        self.read(state, step);
        if self.rows.is_empty() {
            return nothing_left(ui, state);
        }
        if step == Step::Trends {
            tagging::show(ui, state, &mut self.list, LIST, &self.rows, commands);
        }
        if let Some((row, asked)) = self.list.show(ui, LIST, self.turn, &self.rows)
            && let Some(Row::Line(line)) = self.rows.get(row)
            && asked != Asked::Choose
        {
            let title = state.texts.get(name_of(step)).to_owned();
            let walk = lines::walk(state, title, &self.places, line.index);
            commands.push(Command::StartWalk(Box::new(walk)));
        }
    }

    fn read(&mut self, state: &State, step: Step) {
        if self.of == Some((state.afterwards.revision, step)) {
            return;
        }
        let was = self.of.replace((state.afterwards.revision, step));
        self.turn += 1;
        // These are there to be worked through; a letter tags the line that has the focus.
        if step == Step::Trends && was.is_none_or(|(_, before)| before != step) {
            self.list.goes_to = Some(0);
        }
        let unfinished = &state.afterwards.unfinished;
        self.places = match step {
            Step::Trends => unfinished.without_trend.clone(),
            Step::Actions => unfinished.actions.iter().map(|action| action.entry).collect(),
            Step::Questions => unfinished.questions.clone(),
            _ => Vec::new(),
        };
        self.rows = lines::rows(state, &self.places, Detail::When);
        if step == Step::Actions {
            self.say_what_lacks(state);
        }
    }

    /// At the right of an action stands what it lacks.
    fn say_what_lacks(&mut self, state: &State) {
        for row in &mut self.rows {
            let Row::Line(line) = row else { continue };
            let actions = &state.afterwards.unfinished.actions;
            let Some(action) = actions.iter().find(|action| action.entry == line.index) else { continue };
            let lacks = match (action.lacks_person, action.lacks_date) {
                (true, true) => "lacks-both",
                (true, false) => "lacks-person",
                _ => "lacks-date",
            };
            state.texts.get(lacks).clone_into(&mut line.detail);
            line.sentence = format!("{}, {}", line.sentence, line.detail);
        }
    }
}
