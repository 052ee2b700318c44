//! How far long work has come, and whether it is still wanted: shared by the one who does it and the one who shows it.
//!
//! Knows no clock and wakes nobody: who shows it looks now and then.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How far a piece of work has come. A copy tells of the same work.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Mutex<Track>>);

/// The whole is 1; a part of the work goes from one share to the next in steps.
#[derive(Debug, Default)]
struct Track {
    from: f32,
    to: f32,
    done: usize,
    steps: usize,
    is_stopped: bool,
    is_past_stopping: bool,
}

impl Progress {
    /// The next part of the work begins: so many steps, after which `share` of the whole is done.
    pub fn part(&self, share: f32, steps: usize) {
        let mut track = self.track();
        track.from = track.to;
        track.to = share.clamp(track.from, 1.0);
        (track.done, track.steps) = (0, steps);
    }

    /// A step of the part is done.
    pub fn step(&self) {
        let mut track = self.track();
        track.done = track.steps.min(track.done + 1);
    }

    /// So many steps of the part are done, all together.
    pub fn steps(&self, done: usize) {
        let mut track = self.track();
        track.done = track.steps.min(done);
    }

    /// How much is done, from 0 to 1. Never less than before.
    #[must_use]
    pub fn share(&self) -> f32 {
        let track = self.track();
        if track.steps == 0 {
            return track.from;
        }
        #[expect(clippy::cast_precision_loss, reason = "a bar is not that exact")]
        let part = track.done as f32 / track.steps as f32;
        track.from + (track.to - track.from) * part
    }

    /// Asks the one who does the work to stop. Too late, nothing happens.
    pub fn stop(&self) {
        let mut track = self.track();
        track.is_stopped |= !track.is_past_stopping;
    }

    /// Whether the work is to go on.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        !self.track().is_stopped
    }

    /// From here on the work is done to its end. Says whether it is still wanted: if not, it is to stop here.
    #[must_use]
    pub fn past_stopping(&self) -> bool {
        let mut track = self.track();
        track.is_past_stopping = !track.is_stopped;
        track.is_past_stopping
    }

    /// Whether stopping is still possible.
    #[must_use]
    pub fn can_stop(&self) -> bool {
        let track = self.track();
        !track.is_past_stopping && !track.is_stopped
    }

    /// A number that says how far it is cannot be left half changed.
    fn track(&self) -> MutexGuard<'_, Track> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_each_other_and_nothing_goes_back() {
        let progress = Progress::default();
        assert!(progress.share().abs() < f32::EPSILON);
        progress.part(0.5, 4);
        let mut before = progress.share();
        for _ in 0..6 {
            progress.step();
            assert!(progress.share() >= before);
            before = progress.share();
        }
        assert!((before - 0.5).abs() < f32::EPSILON, "no more than the part");
        progress.part(0.25, 0);
        assert!((progress.share() - 0.5).abs() < f32::EPSILON, "a smaller share is no way back");
        progress.part(1.0, 10);
        progress.steps(5);
        assert!((progress.share() - 0.75).abs() < f32::EPSILON);
    }

    #[test]
    fn it_can_be_stopped_until_it_is_past_that() {
        let progress = Progress::default();
        let same = progress.clone();
        assert!(progress.can_stop() && progress.is_wanted());
        same.stop();
        assert!(!progress.is_wanted() && !progress.can_stop() && !progress.past_stopping());
        let progress = Progress::default();
        assert!(progress.past_stopping());
        progress.stop();
        assert!(progress.is_wanted() && !progress.can_stop());
    }
}
