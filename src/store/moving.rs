//! Lines that move from one note to another. Both notes change in one transaction: wherever the program dies, a line is in
//! exactly one of them. What the notes become is decided by `domain/moving.rs`.

use std::collections::HashSet;

use rusqlite::{Transaction, named_params};

use super::day::is_private;
use super::error::StoreError;
use super::history::{self, Sitting};
use super::note::Stored;
use super::row::Text;
use super::undo::Step;
use super::{Store, note};
use crate::domain::change::Op;
use crate::domain::id::{LineId, SessionId};
use crate::domain::moving::{Bases, LineMove, Pair, Trail, mark};
use crate::domain::note::NoteLine;

/// What of a move is being done.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// The lines go.
    There,
    /// They come back.
    Back(&'a Trail),
}

impl Store {
    /// Moves lines to the end of the note of another session. Lines that leave a private session for one that is not get
    /// the private mark. Gives how many lines moved that say something.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when a note was saved since its base, [`StoreError::LinesGone`] when not all lines are in the
    /// note, [`StoreError::UnknownSession`]. Then nothing has changed.
    pub fn move_lines(&mut self, moving: &LineMove, bases: Bases) -> Result<usize, StoreError> {
        let trail = self.carry(moving, Some(bases))?;
        let said = trail.said();
        self.undo.did(Op::MoveLines, Step::MoveBack { moving: moving.clone(), trail: Box::new(trail) });
        Ok(said)
    }

    /// Moves those of the lines that are in the note; gives what takes it back.
    ///
    /// # Errors
    /// Those of [`Store::move_lines`]; without bases, [`StoreError::LinesGone`] only when none of them is there.
    pub(super) fn carry(&mut self, moving: &LineMove, bases: Option<Bases>) -> Result<Trail, StoreError> {
        self.change_both(moving, bases, Way::There)
    }

    /// Takes a move back, as far as its lines are where it put them; gives the step that moves them again.
    ///
    /// # Errors
    /// [`StoreError::LinesGone`] when none of them is there, [`StoreError::UnknownSession`].
    pub(super) fn carry_back(&mut self, moving: &LineMove, trail: &Trail) -> Result<Step, StoreError> {
        self.change_both(moving, None, Way::Back(trail))?;
        Ok(Step::MoveLines(moving.clone()))
    }

    fn change_both(
        &mut self,
        moving: &LineMove,
        bases: Option<Bases>,
        way: Way<'_>,
    ) -> Result<Trail, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let (trail, number) =
            self.transact(Op::MoveLines, |transaction| change(transaction, sitting, moving, bases, way))?;
        self.sitting = Some(number);
        Ok(trail)
    }
}

/// Changes both notes of a move; gives what takes it back, and the number of the sitting.
///
/// # Errors
/// Those of [`Store::move_lines`]; without bases, [`StoreError::LinesGone`] only when none of the lines is there.
pub fn change(
    transaction: &Transaction<'_>,
    sitting: Sitting,
    moving: &LineMove,
    bases: Option<Bases>,
    way: Way<'_>,
) -> Result<(Trail, i64), StoreError> {
    let is_private_from = is_private(transaction, moving.from)?;
    let is_private_to = is_private(transaction, moving.to)?;
    note::next_revision(transaction, moving.from, bases.map(|bases| bases.from))?;
    note::next_revision(transaction, moving.to, bases.map(|bases| bases.to))?;
    let number = sitting.number(transaction)?;
    let (from, to) = (Stored::of(transaction, moving.from)?, Stored::of(transaction, moving.to)?);
    for (session, stored) in [(moving.from, &from), (moving.to, &to)] {
        history::keep_if_due(transaction, session, stored, number, sitting.now)?;
        history::mark_saved(transaction, session, number, sitting.now)?;
    }
    let before = Pair { from: from.lines, to: to.lines };
    let there = mark(is_private_from, is_private_to, moving.language);
    let back = mark(is_private_to, is_private_from, moving.language);
    let (after, trail) = match way {
        Way::There => before.clone().moved(&moving.lines, there),
        Way::Back(trail) => (before.clone().moved_back(trail, back, is_private_from), trail.clone()),
    };
    if before == after || (bases.is_some() && trail.lines().len() != moving.lines.len()) {
        return Err(StoreError::LinesGone);
    }
    match way {
        Way::There => {
            write(transaction, (moving.from, moving.to), (before.from, before.to), (after.from, after.to))?;
        }
        Way::Back(_) => {
            write(transaction, (moving.to, moving.from), (before.to, before.from), (after.to, after.from))?;
        }
    }
    Ok((trail, number))
}

/// Writes what both notes have become. Each pair is of the note that the lines leave, and the one that they go to.
fn write(
    transaction: &Transaction<'_>,
    (from, to): (SessionId, SessionId),
    (before_from, mut before_to): (Vec<NoteLine>, Vec<NoteLine>),
    (after_from, after_to): (Vec<NoteLine>, Vec<NoteLine>),
) -> Result<(), StoreError> {
    let there: HashSet<LineId> = after_to.iter().map(|line| line.id).collect();
    let arrives = |line: &&NoteLine| there.contains(&line.id);
    for line in before_from.iter().filter(arrives) {
        before_to.push(line.clone());
        let position = u32::try_from(before_to.len()).map_err(|_| StoreError::Value("position"))?;
        transaction.prepare_cached(include_str!("sql/rehome_line.sql"))?.execute(named_params! {
            ":id": Text(line.id),
            ":from": Text(from),
            ":to": Text(to),
            ":position": position,
        })?;
    }
    note::write_lines(transaction, from, before_from, &after_from)?;
    note::write_lines(transaction, to, before_to, &after_to)
}
