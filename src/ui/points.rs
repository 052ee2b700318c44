//! The session's lists in the panel "uit deze notitie": tick, rate, and unfold a point for the rest. Numbered lines of the
//! note are offered as a list here; they become one only when that is asked for.

mod details;
mod row;

use std::collections::HashSet;

use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::state::State;
use crate::domain::id::SessionId;
use crate::domain::points::{PointList, PointListKind};
use crate::domain::sheet::PointPlace;

use super::theme::{icons, palette, space, type_scale};
use super::widgets::{icon_button, panel_heading};

/// What the lists keep between two frames.
#[derive(Default)]
pub struct PointsView {
    /// Points that show everything.
    unfolded: HashSet<(SessionId, PointPlace)>,
    /// Lists that show only their heading.
    folded: HashSet<(SessionId, usize)>,
    /// Sessions whose numbered lines are to stay lines.
    declined: HashSet<SessionId>,
}

impl PointsView {
    fn toggle<T: Eq + std::hash::Hash>(set: &mut HashSet<T>, value: T) {
        if let Some(value) = set.replace(value) {
            set.remove(&value);
        }
    }
}

/// Draws the lists of the open session, and the offer to make one.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut PointsView, commands: &mut Vec<Command>) {
    let Some(session) = state.draft.as_ref().map(|draft| draft.session) else { return };
    let asked = commands.len();
    // An evaluation form is filled in afterwards, in the walk through the day.
    let is_here = |list: &PointList| list.kind != PointListKind::Evaluation;
    let sizes: Vec<usize> =
        state.lists().map(|list| if is_here(list) { list.points.len() } else { 0 }).collect();
    for (list, points) in sizes.into_iter().enumerate().filter(|(_, points)| *points > 0) {
        ui.add_space(space::SMALL);
        if row::heading(ui, state, list, !view.folded.contains(&(session, list))) {
            PointsView::toggle(&mut view.folded, (session, list));
        }
        if view.folded.contains(&(session, list)) {
            continue;
        }
        for point in 0..points {
            let place = PointPlace { list, point };
            let is_unfolded = view.unfolded.contains(&(session, place));
            if row::show(ui, state, place, is_unfolded, commands) {
                PointsView::toggle(&mut view.unfolded, (session, place));
            }
            if is_unfolded {
                details::show(ui, state, place);
            }
        }
    }
    gone(ui, state);
    if !view.declined.contains(&session) && offer(ui, state, commands) {
        view.declined.insert(session);
    }
    // Whoever clicks goes on typing; whoever came here with the keyboard stays.
    if commands.len() > asked && ui.input(|input| input.pointer.any_click()) {
        commands.push(Command::FocusNote);
    }
}

/// Points that were in a list of the programme, with what was noted at them.
fn gone(ui: &mut Ui, state: &State) {
    let Some(draft) = &state.draft else { return };
    let mut marks = draft.sheet.marks.iter().filter(|mark| mark.place.is_none()).peekable();
    if marks.peek().is_none() {
        return;
    }
    ui.add_space(space::SMALL);
    row::indented(ui, |ui| panel_heading(ui, state.texts.get("points-gone")));
    for mark in marks {
        let note = &mark.note;
        let said = [&mark.label, &note.remark, &note.outcome, &note.pros, &note.cons];
        let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        row::indented(ui, |ui| {
            ui.label(type_scale::small(said.join(" · ")).color(palette::of(ui).quiet));
        });
    }
}

/// The question whether numbered lines are to be a list; gives whether they are not.
fn offer(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) -> bool {
    let Some(offer) = &state.gathered.offer else { return false };
    let kinds = [PointListKind::Plain, PointListKind::Discussion, PointListKind::Trends];
    let (question, answers) = match offer.extends {
        Some(_) => ("extend-list", kinds.get(..1).unwrap_or_default()),
        None => ("make-list", &kinds[..]),
    };
    ui.add_space(space::SMALL);
    row::indented(ui, |ui| panel_heading(ui, state.texts.get(question)));
    let mut declined = false;
    row::indented(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            for kind in answers {
                let word = if offer.extends.is_some() { "extend-list-now" } else { word_of(*kind) };
                let button = eframe::egui::Button::new(state.texts.get(word))
                    .min_size(eframe::egui::Vec2::splat(space::TARGET));
                if ui.add(button).on_hover_text(offer.labels.join("\n")).clicked() {
                    commands.push(Command::MakeList(*kind));
                }
            }
            declined = icon_button(ui, icons::CLOSE, state.texts.get("no-list")).clicked();
        });
    });
    declined
}

fn word_of(kind: PointListKind) -> &'static str {
    match kind {
        PointListKind::Plain | PointListKind::Evaluation => "list-of-points",
        PointListKind::Discussion => "list-of-discussion",
        PointListKind::Trends => "list-of-trends",
    }
}
