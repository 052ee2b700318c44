//! The time of a line, corrected by a person. Everything else of the line stays what it is.

use super::error::StoreError;
use super::history::{self, Sitting};
use super::note::Stored;
use super::undo::Step;
use super::{Store, note};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::{LineId, SessionId};

impl Store {
    /// Gives a line of a note another time, if the note still has the revision `base`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the note was saved since, [`StoreError::LinesGone`] when the line is not in it. Then
    /// nothing has changed.
    pub fn set_line_time(
        &mut self,
        session: SessionId,
        base: u64,
        line: LineId,
        noted_at: Moment,
    ) -> Result<(), StoreError> {
        let inverse = self.put_line_time(session, Some(base), line, noted_at)?;
        self.undo.did(Op::LineTime, inverse);
        Ok(())
    }

    /// Gives a line another time; gives the step that gives it the old one.
    pub(super) fn put_line_time(
        &mut self,
        session: SessionId,
        base: Option<u64>,
        line: LineId,
        noted_at: Moment,
    ) -> Result<Step, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let (old, number) = self.transact(Op::LineTime, |transaction| {
            note::next_revision(transaction, session, base)?;
            let number = sitting.number(transaction)?;
            let stored = Stored::of(transaction, session)?;
            let mut lines = stored.lines.clone();
            let changed = lines.iter_mut().find(|found| found.id == line).ok_or(StoreError::LinesGone)?;
            let old = std::mem::replace(&mut changed.noted_at, noted_at);
            history::keep_if_due(transaction, session, &stored, number, sitting.now)?;
            note::write_lines(transaction, session, stored.lines, &lines)?;
            history::mark_saved(transaction, session, number, sitting.now)?;
            Ok((old, number))
        })?;
        self.sitting = Some(number);
        Ok(Step::LineTime { session, line, noted_at: old })
    }
}
