//! The long work that is shown: what takes a moment only is not, and what can be stopped is stopped from here.

use crate::worker::{UnderWay, Work};

use super::dialog::Dialog;
use super::state::State;

/// Work is shown when it has taken so many seconds.
const SHOWN_AFTER: f64 = 0.3;

/// While there is work, it is looked at so often, in seconds.
const LOOK_AGAIN: f64 = 0.1;

/// Work that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which work it is.
    pub number: u64,
    /// What is done.
    pub work: Work,
    /// How much of it is done, in per cent.
    pub percent: u8,
    /// Whether it can be stopped.
    pub can_stop: bool,
    /// Whether it was asked to stop.
    pub is_stopping: bool,
}

impl Shown {
    fn of(work: &UnderWay) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
        let percent = (work.share * 100.0) as u8;
        let UnderWay { number, work, can_stop, is_stopping, .. } = *work;
        Self { number, work, percent, can_stop, is_stopping }
    }
}

impl State {
    /// Sees how far the long work is.
    pub(super) fn look_at_work(&mut self) {
        if self.under_way.is_empty() && !self.worker.is_at_work() {
            return;
        }
        let at_work = self.worker.under_way();
        let shown = at_work.iter().filter(|work| work.since.as_secs_f64() >= SHOWN_AFTER);
        let shown: Vec<Shown> = shown.map(Shown::of).collect();
        if shown != self.under_way {
            self.under_way = shown;
            self.changes += 1;
        }
    }

    /// In how many seconds the work has to be looked at again: each look is a frame.
    pub(super) fn next_look_in(&self) -> Option<f64> {
        if !self.under_way.is_empty() {
            return Some(LOOK_AGAIN);
        }
        let since = self.worker.under_way().iter().map(|work| work.since.as_secs_f64()).reduce(f64::max)?;
        Some((SHOWN_AFTER - since).max(LOOK_AGAIN))
    }

    /// The work of this kind that is shown.
    #[must_use]
    pub fn shown(&self, work: Work) -> Option<&Shown> {
        self.under_way.iter().find(|shown| shown.work == work)
    }

    /// The work that the status line shows: the first that no dialog shows.
    #[must_use]
    pub fn shown_below(&self) -> Option<&Shown> {
        self.under_way.iter().find(|shown| !self.is_shown_by_dialog(shown.work))
    }

    /// Whether a dialog that is open shows work of this kind.
    fn is_shown_by_dialog(&self, work: Work) -> bool {
        match &self.dialog {
            Some(Dialog::Export(form)) => form.is_busy && work == Work::Export,
            Some(Dialog::BringIn(asked)) if asked.is_busy => work == Work::BringIn,
            Some(Dialog::Open { .. } | Dialog::BringIn(_)) => {
                self.reading_file.is_some() && work == Work::Import
            }
            Some(Dialog::Whereabouts(whereabouts)) => {
                whereabouts.is_busy && matches!(work, Work::BackUp | Work::Prove)
            }
            _ => false,
        }
    }

    /// Whether there is work that can be stopped.
    #[must_use]
    pub fn can_stop_work(&self) -> bool {
        self.stoppable().is_some()
    }

    /// What is stopped: what the dialog shows, else the first.
    fn stoppable(&self) -> Option<u64> {
        let can_stop = self.under_way.iter().filter(|shown| shown.can_stop);
        let in_dialog = can_stop.clone().find(|shown| self.is_shown_by_dialog(shown.work));
        in_dialog.or_else(|| can_stop.clone().next()).map(|shown| shown.number)
    }

    /// Stops long work. Its answer says that it was.
    pub(super) fn stop_work(&mut self) {
        if let Some(number) = self.stoppable() {
            self.worker.stop(number);
            self.look_at_work();
        }
    }

    /// A dialog that is to be closed while it shows work: a document is stopped first, a file is not read any more.
    pub(super) fn stays_to_be_stopped(&mut self) -> bool {
        let shown = self.under_way.iter().find(|shown| shown.can_stop && self.is_shown_by_dialog(shown.work));
        let Some(Shown { number, work, .. }) = shown.copied() else { return false };
        match work {
            Work::Export | Work::BringIn | Work::Import => self.worker.stop(number),
            // A copy of the notes is made to its end, also with the dialog closed.
            _ => return false,
        }
        self.look_at_work();
        work != Work::Import
    }
}
