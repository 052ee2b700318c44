//! The panes of the window, for F6: which has the focus, and which gets it.

use eframe::egui::{Context, Id, LayerId, Memory, Rect};

use crate::app::state::State;

/// What gets the focus in a pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Into {
    /// The note, with its caret where it was.
    Note,
    /// This, where it is there; else the first that can have it.
    Widget(Option<Id>),
}

/// A part of the window that was drawn in this frame.
#[derive(Clone, Copy, Debug)]
pub struct Pane {
    /// Where it is.
    pub rect: Rect,
    /// What gets the focus in it.
    pub into: Into,
}

/// Moves the focus as was asked, over the panes that are there, in this order. A pane that has nothing to give the focus to
/// is passed over.
pub fn move_focus(ctx: &Context, panes: &[Option<Pane>], state: &mut State) {
    let steps = std::mem::take(&mut state.pane_steps);
    if steps == 0 {
        return;
    }
    let panes: Vec<Pane> = panes.iter().flatten().copied().collect();
    let present = focused_rect(ctx).and_then(|rect| innermost(&panes, rect));
    let mut place = match present {
        Some(place) => place,
        // From nowhere, the first step is to the first pane, or to the last.
        None if steps > 0 => panes.len() - 1,
        None => 0,
    };
    let step = steps.signum();
    let mut left = steps.unsigned_abs();
    for _ in 0..panes.len() * left {
        place = (place + panes.len()).saturating_add_signed(step) % panes.len();
        if panes.get(place).is_some_and(|pane| pane.accepts(ctx, state)) {
            left -= 1;
        }
        if left == 0 {
            break;
        }
    }
    if let Some(pane) = panes.get(place) {
        pane.take_focus(ctx, state);
    }
}

impl Pane {
    fn accepts(&self, ctx: &Context, state: &State) -> bool {
        match self.into {
            Into::Note => state.draft.is_some(),
            Into::Widget(_) => self.target(ctx).is_some(),
        }
    }

    fn take_focus(&self, ctx: &Context, state: &mut State) {
        match self.into {
            Into::Note => state.focus_note(),
            Into::Widget(_) => {
                if let Some(id) = self.target(ctx) {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
            }
        }
    }

    /// What gets the focus, among what was drawn in this frame.
    fn target(&self, ctx: &Context) -> Option<Id> {
        let Into::Widget(wanted) = self.into else { return None };
        ctx.viewport(|viewport| {
            let mut here = viewport
                .this_pass
                .widgets
                .get_layer(LayerId::background())
                .filter(|widget| widget.enabled && widget.sense.is_focusable())
                .filter(|widget| self.rect.contains(widget.rect.center()))
                .map(|widget| widget.id);
            let first = here.next()?;
            let is_there = wanted.filter(|wanted| first == *wanted || here.any(|id| id == *wanted));
            Some(is_there.unwrap_or(first))
        })
    }
}

/// The pane that this is in; the smallest, where a pane stands in another.
fn innermost(panes: &[Pane], rect: Rect) -> Option<usize> {
    let around = panes.iter().enumerate().filter(|(_, pane)| pane.rect.contains(rect.center()));
    around
        .min_by(|(_, one), (_, other)| one.rect.area().total_cmp(&other.rect.area()))
        .map(|(place, _)| place)
}

fn focused_rect(ctx: &Context) -> Option<Rect> {
    let focused = ctx.memory(Memory::focused)?;
    ctx.viewport(|viewport| viewport.this_pass.widgets.get(focused).map(|widget| widget.rect))
}
