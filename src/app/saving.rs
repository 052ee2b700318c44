//! What is on the disk and what is not, as far as the window knows.
//!
//! A save is taken for done only when the store has acknowledged it. Saves that failed are tried again, with the text as
//! it then is, until they succeed.

use std::collections::{HashMap, HashSet};

use crate::domain::clock::Moment;
use crate::domain::id::SessionId;
use crate::domain::problem::Problem;

/// So many seconds after a failure the next try begins.
const RETRY_AFTER: f64 = 2.0;

/// Which notes are on their way to the disk.
#[derive(Debug, Default)]
pub struct Saving {
    in_flight: HashMap<SessionId, u64>,
    unsaved: HashSet<SessionId>,
    retry_at: Option<f64>,
    /// When the last save was acknowledged.
    pub saved_at: Option<Moment>,
    /// Why the last save failed; gone when everything is on the disk.
    pub problem: Option<Problem>,
    /// When everything was on the disk again after a save had failed.
    recovered_at: Option<Moment>,
}

impl Saving {
    /// How many saves of this note are on their way; each makes its revision one higher.
    #[must_use]
    pub fn ahead(&self, session: SessionId) -> u64 {
        self.in_flight.get(&session).copied().unwrap_or_default()
    }

    /// A save was handed over.
    pub fn sent(&mut self, session: SessionId) {
        *self.in_flight.entry(session).or_default() += 1;
        self.unsaved.remove(&session);
    }

    /// A save is on the disk.
    pub fn saved(&mut self, session: SessionId, at: Moment) {
        self.arrived(session);
        self.saved_at = Some(at);
        if self.unsaved.is_empty() && self.problem.take().is_some() {
            self.recovered_at = Some(at);
        }
    }

    /// A save failed.
    pub fn failed(&mut self, session: SessionId, problem: Problem, now: f64) {
        self.arrived(session);
        self.not_sent(session, problem, now);
    }

    /// A save could not be handed over.
    pub fn not_sent(&mut self, session: SessionId, problem: Problem, now: f64) {
        self.unsaved.insert(session);
        self.problem = Some(problem);
        self.retry_at = Some(now + RETRY_AFTER);
    }

    /// Whether every note that was handed over is on the disk.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.unsaved.is_empty() && self.in_flight.is_empty()
    }

    /// Whether some note is not on the disk and not on its way either.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Whether the last save is the one after which everything was on the disk again.
    #[must_use]
    pub fn has_recovered(&self) -> bool {
        self.problem.is_none() && self.recovered_at.is_some() && self.recovered_at == self.saved_at
    }

    /// In how many seconds failed saves have to be tried again.
    #[must_use]
    pub fn retry_in(&self, now: f64) -> Option<f64> {
        self.retry_at.filter(|_| self.has_failed()).map(|at| at - now)
    }

    /// The notes to try again now: those that failed and have nothing on its way. The others have their turn later.
    pub fn take_retries(&mut self, now: f64) -> Vec<SessionId> {
        let (free, waiting): (Vec<SessionId>, Vec<SessionId>) =
            self.unsaved.iter().copied().partition(|session| self.ahead(*session) == 0);
        self.retry_at = (!waiting.is_empty()).then_some(now + RETRY_AFTER);
        free
    }

    fn arrived(&mut self, session: SessionId) {
        if let Some(count) = self.in_flight.get_mut(&session) {
            *count -= 1;
            if *count == 0 {
                self.in_flight.remove(&session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::problem::ProblemKind;

    #[test]
    fn nothing_counts_as_saved_before_it_is_acknowledged() {
        let session = SessionId::from(Uuid::nil());
        let mut saving = Saving::default();
        saving.sent(session);
        saving.sent(session);
        assert!(!saving.is_clean());
        assert_eq!(saving.ahead(session), 2);
        let at = chrono::DateTime::parse_from_rfc3339("2023-03-16T14:32:00+01:00").expect("a moment");
        saving.saved(session, at);
        assert!(!saving.is_clean(), "one save is still on its way");
        saving.saved(session, at);
        assert!(saving.is_clean());
    }

    #[test]
    fn a_failed_save_is_tried_again_until_it_succeeds() {
        let session = SessionId::from(Uuid::nil());
        let mut saving = Saving::default();
        saving.sent(session);
        saving.failed(session, Problem::new(ProblemKind::DiskFull, "", ""), 10.0);
        assert!(saving.has_failed() && saving.problem.is_some());
        assert_eq!(saving.retry_in(10.0), Some(RETRY_AFTER));
        assert_eq!(saving.take_retries(12.0), vec![session]);
        saving.sent(session);
        let at = chrono::DateTime::parse_from_rfc3339("2023-03-16T14:32:00+01:00").expect("a moment");
        saving.saved(session, at);
        assert!(saving.is_clean() && saving.problem.is_none() && saving.has_recovered());
        saving.sent(session);
        saving.saved(session, at + chrono::Duration::seconds(1));
        assert!(!saving.has_recovered(), "that was said; a save after it is nothing new");
    }
}
