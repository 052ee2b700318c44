//! Two sessions that become one: the note of the second comes behind that of the first, line by line, and the second goes to
//! the trash. Or the other way round for a session that was renamed: the old one, with its note, goes on with what is known
//! of the new one, in its place. One transaction: wherever the program dies, a line is in exactly one note.

use rusqlite::Transaction;

use super::Store;
use super::arrange::{self, Arrangement};
use super::day::is_private;
use super::error::StoreError;
use super::history::{self, Sitting};
use super::moving::{self, Way};
use super::note::{self, Stored};
use super::undo::Step;
use crate::domain::change::Op;
use crate::domain::id::SessionId;
use crate::domain::language::Language;
use crate::domain::moving::{LineMove, Trail, mark};
use crate::domain::sheet::Sheet;

/// Two sessions that become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joining {
    /// The session that stays, with its id.
    pub first: SessionId,
    /// The session whose note comes behind; it goes to the trash.
    pub second: SessionId,
    /// Whether the first goes on under the title, at the time and in the place of the second.
    pub as_second: bool,
    /// The language of the private mark for what leaves a private session.
    pub language: Language,
}

/// What takes a joining back.
#[derive(Clone, Debug)]
pub struct Seam {
    arrangement: Arrangement,
    lines: Option<(LineMove, Trail)>,
    /// The sheet of the first session before, and as it was made.
    sheets: Option<(Sheet, Sheet)>,
}

impl Store {
    /// Makes one session of two of the same day.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when one of them is not there or in another day, [`StoreError::Held`].
    pub fn join_sessions(&mut self, joining: Joining) -> Result<(), StoreError> {
        let seam = self.put_together(joining)?;
        self.undo.did(joining.op(), seam);
        Ok(())
    }

    /// Makes one session of two; gives the step that takes it back.
    pub(super) fn put_together(&mut self, joining: Joining) -> Result<Step, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let day = self.day_of(joining.first)?;
        if joining.first == joining.second || self.day_of(joining.second)? != day {
            return Err(StoreError::UnknownSession(joining.second.to_string()));
        }
        let (seam, number) = self.transact(joining.op(), |transaction| {
            let (lines, sheets, number) = joining.carry(transaction, sitting)?;
            let present = arrange::order_of(transaction, day)?;
            let wanted = joining.arrangement(transaction, Arrangement::of(day, present))?;
            let arrangement = arrange::arrange(transaction, &wanted, sitting.now)?;
            Ok((Seam { arrangement, lines, sheets }, number))
        })?;
        self.sitting = Some(number);
        Ok(Step::Unjoin { joining, seam: Box::new(seam) })
    }

    /// Takes a joining back: lines that are still there return, and so does the sheet unless it was changed since; gives
    /// the step that joins again.
    pub(super) fn take_apart(&mut self, joining: Joining, seam: &Seam) -> Result<Step, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let number = self.transact(joining.op(), |transaction| {
            arrange::arrange(transaction, &seam.arrangement, sitting.now)?;
            let mut number = sitting.number(transaction)?;
            if let Some((moving, trail)) = &seam.lines {
                let sitting = Sitting { number: Some(number), ..sitting };
                match moving::change(transaction, sitting, moving, None, Way::Back(trail)) {
                    // All of them were deleted since: there is nothing to bring back.
                    Err(StoreError::LinesGone) => {}
                    carried => number = carried?.1,
                }
            }
            if let Some((before, joined)) = &seam.sheets
                && Stored::of(transaction, joining.first)?.sheet == *joined
            {
                note::next_revision(transaction, joining.first, None)?;
                note::write_sheet(transaction, joining.first, before)?;
            }
            Ok(number)
        })?;
        self.sitting = Some(number);
        Ok(Step::Join(joining))
    }
}

/// The lines that moved, the sheets of before and after, and the number of the sitting.
type Carried = (Option<(LineMove, Trail)>, Option<(Sheet, Sheet)>, i64);

impl Joining {
    fn op(self) -> Op {
        if self.as_second { Op::TieSession } else { Op::JoinSessions }
    }

    /// Brings the note of the second session to the first.
    fn carry(self, transaction: &Transaction<'_>, sitting: Sitting) -> Result<Carried, StoreError> {
        let Self { first, second, language, .. } = self;
        let mark = mark(is_private(transaction, second)?, is_private(transaction, first)?, language);
        let mut number = sitting.number(transaction)?;
        let sitting = Sitting { number: Some(number), ..sitting };
        let (before, coming) = (Stored::of(transaction, first)?, Stored::of(transaction, second)?);
        let lists = if self.as_second { Vec::new() } else { arrange::facts_of(transaction, second)?.lists };
        let joined = before.sheet.joined(&coming.sheet, &lists, mark);
        let mut moved = None;
        if !coming.lines.is_empty() {
            let lines = coming.lines.iter().map(|line| line.id).collect();
            let moving = LineMove { from: second, to: first, lines, language };
            let (trail, counted) = moving::change(transaction, sitting, &moving, None, Way::There)?;
            number = counted;
            moved = Some((moving, trail));
        }
        if joined == before.sheet {
            return Ok((moved, None, number));
        }
        if moved.is_none() {
            note::next_revision(transaction, first, None)?;
            history::keep_if_due(transaction, first, &before, number, sitting.now)?;
            history::mark_saved(transaction, first, number, sitting.now)?;
        }
        note::write_sheet(transaction, first, &joined)?;
        Ok((moved, Some((before.sheet, joined)), number))
    }

    /// What the day becomes.
    fn arrangement(
        self,
        transaction: &Transaction<'_>,
        mut wanted: Arrangement,
    ) -> Result<Arrangement, StoreError> {
        wanted.trash.push(self.second);
        if self.as_second {
            wanted.order.retain(|session| *session != self.first);
            for session in wanted.order.iter_mut().filter(|session| **session == self.second) {
                *session = self.first;
            }
            wanted.facts.push((self.first, arrange::facts_of(transaction, self.second)?));
        }
        Ok(wanted)
    }
}
