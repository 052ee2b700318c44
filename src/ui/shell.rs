//! The frame around everything: header, programme, note, what the note holds, status line. Narrow windows fold the sides
//! away; a button in the header brings one of them back.

use chrono::Timelike as _;
use eframe::egui::{
    Align, CentralPanel, Frame, InnerResponse, Layout, Margin, Panel, Ui, Vec2, accesskit_root_id,
};

use crate::app::command::Command;
use crate::app::prefs::{Prefs, Side, Widths};
use crate::app::state::{Phase, State};
use crate::app::view::View;
use crate::i18n::Texts;

use super::afterwards::AfterwardsView;
use super::dialogs::Dialogs;
use super::note::NoteView;
use super::panes::{self, Into, Pane};
use super::points::PointsView;
use super::preview::{self, PreviewView};
use super::programme::ProgrammeView;
use super::still::Still;
use super::theme::{palette, space, type_scale};
use super::walk::WalkView;
use super::widgets::{as_heading, as_pane, edge_below};
use super::{afterwards, edge, from_note, header, note, programme, status, walk};

/// What the views keep for themselves between two frames.
#[derive(Default)]
pub struct Views {
    /// The note, with its text field.
    pub note: NoteView,
    /// The programme beside the note.
    pub programme: ProgrammeView,
    /// The lists in the panel beside the note.
    pub points: PointsView,
    /// The list of lines that is walked along.
    pub walk: WalkView,
    /// The views on what was noted.
    pub afterwards: AfterwardsView,
    /// The preview of a programme.
    pub preview: PreviewView,
    /// The dialogs, with the system's own file dialog.
    pub dialogs: Dialogs,
    /// The parts that stay as they are while somebody types.
    still: Stills,
    /// Which side panel a narrow window shows.
    pub unfolded: Option<Side>,
    /// How wide the panels beside the note are.
    pub widths: Widths,
    /// Whether the window is paper before anything is drawn, so that paper need not be drawn.
    pub is_paper: bool,
    /// Whether only the note was shown in the last frame.
    was_note_only: bool,
}

impl Views {
    /// Views with the panels as they were left.
    #[must_use]
    pub fn as_left(prefs: &Prefs) -> Self {
        Self {
            widths: prefs.widths,
            unfolded: prefs.unfolded,
            was_note_only: prefs.note_only,
            ..Self::default()
        }
    }

    /// Asks for what was filled in but not confirmed yet, before the window closes.
    pub fn commit(&mut self, commands: &mut Vec<Command>) {
        self.note.commit(commands);
    }

    /// What is behind notes and views: paper, which is drawn only where it is not there already. Without a graphics card, to fill
    /// the window takes as long as all the rest of a frame.
    pub fn paper(&self, ui: &Ui) -> Frame {
        if self.is_paper { Frame::new() } else { Frame::new().fill(palette::of(ui).paper) }
    }

    /// A panel that was brought back goes away when the note alone is asked for, and when the panels come back.
    fn fold(&mut self, is_note_only: bool) {
        if self.was_note_only != is_note_only {
            self.was_note_only = is_note_only;
            self.unfolded = None;
        }
    }
}

/// The parts of the window that a key in the note does not change.
#[derive(Default)]
struct Stills {
    header: Still,
    programme: Still,
    from_note: Still,
    status: Still,
}

/// Draws the whole window.
pub fn show(ui: &mut Ui, state: &mut State, views: &mut Views, commands: &mut Vec<Command>) {
    ui.ctx().accesskit_node_builder(accesskit_root_id(), |node| {
        node.set_label("Plenair");
        node.set_language(state.texts.language().code());
    });
    match &state.phase {
        Phase::Opening => blank(ui, views),
        Phase::Failed(problem) => failed(ui, state, views, problem),
        Phase::Ready => ready(ui, state, views, commands),
    }
}

/// The first frames may come before the notes: paper, nothing that jumps away a moment later.
fn blank(ui: &mut Ui, views: &Views) {
    CentralPanel::no_frame().frame(views.paper(ui)).show(ui, |_| {});
}

fn failed(ui: &mut Ui, state: &State, views: &Views, problem: &crate::domain::problem::Problem) {
    let all = ui.max_rect().size();
    let margin = Vec2::new((all.x - space::DIALOG) / 2.0, all.y / 4.0).max(Vec2::splat(space::LARGE));
    let frame = views.paper(ui).inner_margin(Margin::from(margin));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let title = state.texts.get("cannot-start");
        let label = ui.label(type_scale::title(title));
        as_heading(ui, &label, title);
        ui.add_space(space::SMALL);
        ui.label(state.texts.problem(problem));
        ui.label(state.texts.hint(problem));
        ui.add_space(space::MEDIUM);
        if ui.button(state.texts.get("close-window")).clicked() {
            ui.ctx().send_viewport_cmd(eframe::egui::ViewportCommand::Close);
        }
    });
}

fn ready(ui: &mut Ui, state: &mut State, views: &mut Views, commands: &mut Vec<Command>) {
    let width = ui.max_rect().width();
    let palette = palette::of(ui);
    let panel = Frame::new().fill(palette.panel);
    if state.preview.is_some() {
        preview::show(ui, state, &mut views.preview, commands);
        // What is different in it is shown over it.
        views.dialogs.show(ui, state, commands);
        return;
    }
    views.preview = PreviewView::default();
    Panel::top("header")
        .exact_size(space::TOP_BAR)
        .show_separator_line(false)
        .frame(panel.inner_margin(Margin::symmetric(16, 0)))
        .show(ui, |ui| {
            edge_below(ui);
            as_pane(ui, state.texts.get("pane-header"));
            let Views { still, unfolded, .. } = views;
            let key = (state.changes, *unfolded);
            still.header.show(ui, key, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    header::show(ui, state, unfolded, width, commands);
                });
            });
        });
    if state.view == View::Day {
        day(ui, state, views, width, commands);
    } else {
        view(ui, state, views, commands);
    }
    views.dialogs.show(ui, state, commands);
}

/// The programme, the note and what it holds.
fn day(ui: &mut Ui, state: &mut State, views: &mut Views, width: f32, commands: &mut Vec<Command>) {
    let palette = palette::of(ui);
    let panel = Frame::new().fill(palette.panel);
    let minute = state.clock.now().minute();
    let status = status_line(ui, state, &mut views.still.status, commands);
    views.fold(state.note_only);
    let room = room_beside(state, width);
    if std::mem::take(&mut state.programme.asks_field) {
        views.programme.takes_focus = true;
        if !is_shown(Side::Programme, room, views.unfolded) {
            views.unfolded = Some(Side::Programme);
        }
    }
    let programme = is_shown(Side::Programme, room, views.unfolded).then(|| {
        let width = edge::width(Side::Programme, views.widths, width);
        Panel::left("programme").exact_size(width).resizable(false).frame(panel).show(ui, |ui| {
            as_pane(ui, state.texts.get("programme"));
            let Views { still, walk, programme, .. } = views;
            let key = (state.changes, minute, programme.takes_focus);
            still.programme.show(ui, key, |ui| {
                if state.walk.is_some() {
                    walk::show(ui, state, walk, commands);
                } else {
                    programme::show(ui, state, programme, commands);
                }
            });
        })
    });
    let from_note = is_shown(Side::FromNote, room, views.unfolded).then(|| {
        Panel::right("from note")
            .exact_size(edge::width(Side::FromNote, views.widths, width))
            .resizable(false)
            .frame(panel.inner_margin(Margin { left: 8, right: 8, top: 16, bottom: 8 }))
            .show(ui, |ui| {
                as_pane(ui, state.texts.get("from-this-note"));
                let Views { still, points, .. } = views;
                let key = state.changes;
                still.from_note.show(ui, key, |ui| from_note::show(ui, state, points, commands));
            })
    });
    let note = CentralPanel::no_frame().frame(views.paper(ui)).show(ui, |ui| {
        as_pane(ui, state.texts.get("note"));
        note::show(ui, state, &mut views.note, commands);
    });
    edges(ui, &state.texts, [programme.as_ref(), from_note.as_ref()], &mut views.widths);
    // In the order of F6.
    let open = state.draft.as_ref().map(|draft| programme::row_id(draft.session));
    let panes = [
        programme.map(|drawn| Pane { rect: drawn.response.rect, into: Into::Widget(open) }),
        Some(Pane { rect: note.response.rect, into: Into::Note }),
        from_note.map(|drawn| Pane { rect: drawn.response.rect, into: Into::Widget(None) }),
        views.note.footer_at.map(|rect| Pane { rect, into: Into::Widget(None) }),
        Some(Pane { rect: status.response.rect, into: Into::Widget(None) }),
    ];
    panes::move_focus(ui.ctx(), &panes, state);
}

/// The edges of the panels that are there.
fn edges(ui: &Ui, texts: &Texts, panels: [Option<&InnerResponse<()>>; 2], widths: &mut Widths) {
    let sides = [(Side::Programme, "edge-programme"), (Side::FromNote, "edge-from-note")];
    for (panel, (side, name)) in panels.into_iter().zip(sides) {
        if let Some(panel) = panel {
            edge::show(ui, side, panel.response.rect, texts.get(name), widths);
        }
    }
}

/// A view on what was noted: it has the window to itself.
fn view(ui: &mut Ui, state: &mut State, views: &mut Views, commands: &mut Vec<Command>) {
    let status = status_line(ui, state, &mut views.still.status, commands);
    let drawn = CentralPanel::no_frame().frame(views.paper(ui)).show(ui, |ui| {
        as_pane(ui, state.texts.get(name_of(&state.view)));
        afterwards::show(ui, state, &mut views.afterwards, commands);
    });
    let panes =
        [drawn.response.rect, status.response.rect].map(|rect| Some(Pane { rect, into: Into::Widget(None) }));
    panes::move_focus(ui.ctx(), &panes, state);
}

/// The name of a view in the texts.
fn name_of(view: &View) -> &'static str {
    match view {
        View::Day => "view-day",
        View::Trends | View::Trend(_) => "view-trends",
        View::Overview => "view-overview",
        View::People => "view-people",
        View::Days => "view-days",
        View::Search => "view-search",
        View::Unfinished => "view-unfinished",
        View::Reading(_) => "view-reading",
    }
}

fn status_line(
    ui: &mut Ui,
    state: &State,
    still: &mut Still,
    commands: &mut Vec<Command>,
) -> InnerResponse<()> {
    let panel = Frame::new().fill(palette::of(ui).panel);
    Panel::bottom("status")
        .exact_size(space::STATUS)
        .show_separator_line(true)
        .frame(panel.inner_margin(Margin::symmetric(16, 0)))
        .show(ui, |ui| {
            as_pane(ui, state.texts.get("pane-status"));
            let key =
                (state.changes, state.clock.now().minute(), state.is_all_saved(), state.saving.saved_at);
            still.show(ui, key, |ui| status::show(ui, state, commands));
        })
}

/// The width that counts for the panels beside the note: none, when only the note is shown.
pub fn room_beside(state: &State, width: f32) -> f32 {
    if state.note_only { 0.0 } else { width }
}

/// Whether a side panel is there, in a window of this width.
pub fn is_shown(side: Side, width: f32, unfolded: Option<Side>) -> bool {
    unfolded == Some(side) || fits(side, width) && (unfolded.is_none() || width >= space::FOLDS_FROM_NOTE)
}

/// Whether a window of this width has room for the panel without being asked.
pub fn fits(side: Side, width: f32) -> bool {
    match side {
        Side::Programme => width >= space::FOLDS_PROGRAMME,
        Side::FromNote => width >= space::FOLDS_FROM_NOTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_window_shows_one_side_at_most() {
        assert!(is_shown(Side::Programme, 1200.0, None) && is_shown(Side::FromNote, 1200.0, None));
        assert!(is_shown(Side::Programme, 800.0, None) && !is_shown(Side::FromNote, 800.0, None));
        assert!(!is_shown(Side::Programme, 640.0, None) && !is_shown(Side::FromNote, 640.0, None));
        let unfolded = Some(Side::FromNote);
        assert!(!is_shown(Side::Programme, 800.0, unfolded) && is_shown(Side::FromNote, 800.0, unfolded));
    }
}
