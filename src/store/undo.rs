//! Undo and redo of what is done outside the text of a note: the text field has its own.
//!
//! Each operation leaves the step that takes it back. Taking a step leaves the opposite step, so undo and redo are the
//! same walk in two directions. Nothing of it outlives the process.

use std::collections::VecDeque;

use rusqlite::{OptionalExtension as _, named_params};

use super::Store;
use super::arrange::Arrangement;
use super::error::StoreError;
use super::joining::{Joining, Seam};
use super::rewrite::Rewrite;
use super::row::Text;
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::keeping::{Item, VersionId};
use crate::domain::moving::{LineMove, Trail};
use crate::domain::renaming::LineEdit;

/// So many operations can be taken back.
const MOST: usize = 30;

/// Takes an operation back, or does it again.
#[derive(Clone, Debug)]
pub enum Step {
    /// Give a session this title.
    Rename {
        /// The session.
        session: SessionId,
        /// Its title.
        title: String,
    },
    /// Put something in the trash.
    Trash(Item),
    /// Bring something back from the trash.
    Restore(Item),
    /// Put days that came in together in the trash.
    TrashDays(Vec<DayId>),
    /// Bring such days back from the trash.
    RestoreDays(Vec<DayId>),
    /// Bring back a version of a note.
    RestoreVersion {
        /// The session.
        session: SessionId,
        /// The version.
        version: VersionId,
    },
    /// Make a session private as a whole, or not.
    Private {
        /// The session.
        session: SessionId,
        /// Whether it is private.
        private: bool,
    },
    /// Move lines to another note.
    MoveLines(LineMove),
    /// Take a move back.
    MoveBack {
        /// The move.
        moving: LineMove,
        /// What takes it back.
        trail: Box<Trail>,
    },
    /// Give a line this time.
    LineTime {
        /// The session.
        session: SessionId,
        /// The line.
        line: LineId,
        /// Its time.
        noted_at: Moment,
    },
    /// Make the programme of a day what it was.
    Arrange(Box<Arrangement>),
    /// Give lines, sheets, lists and trends what they had.
    Rewrite(Box<Rewrite>),
    /// Make one session of two.
    Join(Joining),
    /// Make two sessions of one again.
    Unjoin {
        /// Which two.
        joining: Joining,
        /// What takes it back.
        seam: Box<Seam>,
    },
}

/// What was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The operation, by the name under which it was first done.
    pub op: Op,
    /// The day it was about.
    pub day: DayId,
    /// The lines that got another text, where that is what it does.
    pub lines: Vec<LineEdit>,
}

/// An operation and the step that takes it back or does it again.
#[derive(Clone, Debug)]
struct Entry {
    op: Op,
    step: Step,
}

/// What can be taken back and what can be done again; the last at the end.
#[derive(Debug, Default)]
pub struct UndoLog {
    undo: VecDeque<Entry>,
    redo: VecDeque<Entry>,
}

/// One of the two directions.
#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forth,
}

impl UndoLog {
    /// An operation was done, and `inverse` takes it back. What was taken back before cannot be done again.
    pub fn did(&mut self, op: Op, inverse: Step) {
        self.redo.clear();
        self.undo.push_back(Entry { op, step: inverse });
        if self.undo.len() > MOST {
            self.undo.pop_front();
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn side(&mut self, direction: Direction) -> &mut VecDeque<Entry> {
        match direction {
            Direction::Back => &mut self.undo,
            Direction::Forth => &mut self.redo,
        }
    }
}

impl Store {
    /// The operation that [`Store::undo`] would take back.
    #[must_use]
    pub fn can_undo(&self) -> Option<Op> {
        self.undo.undo.back().map(|entry| entry.op)
    }

    /// The operation that [`Store::redo`] would do again.
    #[must_use]
    pub fn can_redo(&self) -> Option<Op> {
        self.undo.redo.back().map(|entry| entry.op)
    }

    /// Takes back the last operation; `None` when there is nothing to take back.
    ///
    /// # Errors
    /// When the database cannot be written, or what it was about is gone; the latter is then forgotten.
    pub fn undo(&mut self) -> Result<Option<Undone>, StoreError> {
        self.walk(Direction::Back, Direction::Forth)
    }

    /// Does again what was last taken back; `None` when there is nothing to do again.
    ///
    /// # Errors
    /// Those of [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Undone>, StoreError> {
        self.walk(Direction::Forth, Direction::Back)
    }

    fn walk(&mut self, from: Direction, to: Direction) -> Result<Option<Undone>, StoreError> {
        let Some(Entry { op, step }) = self.undo.side(from).pop_back() else {
            return Ok(None);
        };
        match self.take(op, &step) {
            Ok((day, opposite)) => {
                let lines = match &opposite {
                    Step::Rewrite(back) => back.lines.iter().cloned().map(LineEdit::inverted).collect(),
                    _ => Vec::new(),
                };
                self.undo.side(to).push_back(Entry { op, step: opposite });
                Ok(Some(Undone { op, day, lines }))
            }
            Err(error) => {
                if !is_gone(&error) {
                    self.undo.side(from).push_back(Entry { op, step });
                }
                Err(error)
            }
        }
    }

    /// Takes a step; gives the day it was about, and the opposite step.
    fn take(&mut self, op: Op, step: &Step) -> Result<(DayId, Step), StoreError> {
        match step {
            Step::Rename { session, title } => Ok((self.day_of(*session)?, self.put_title(*session, title)?)),
            Step::Trash(item) => Ok((self.day_of_item(*item)?, self.put_in_trash(*item)?)),
            Step::Restore(item) => {
                let opposite = self.put_back_from_trash(*item)?;
                Ok((self.day_of_item(*item)?, opposite))
            }
            Step::TrashDays(days) => Ok((first(days)?, self.put_days_in_trash(days)?)),
            Step::RestoreDays(days) => Ok((first(days)?, self.put_days_back(days)?)),
            Step::RestoreVersion { session, version } => {
                Ok((self.day_of(*session)?, self.put_version(*session, *version)?.1))
            }
            Step::Private { session, private } => {
                Ok((self.day_of(*session)?, self.put_private(*session, *private)?))
            }
            Step::MoveLines(moving) => {
                let trail = Box::new(self.carry(moving, None)?);
                Ok((self.day_of(moving.from)?, Step::MoveBack { moving: moving.clone(), trail }))
            }
            Step::MoveBack { moving, trail } => {
                Ok((self.day_of(moving.from)?, self.carry_back(moving, trail)?))
            }
            Step::LineTime { session, line, noted_at } => {
                Ok((self.day_of(*session)?, self.put_line_time(*session, None, *line, *noted_at)?))
            }
            Step::Arrange(wanted) => Ok((wanted.day, self.put_arrangement(op, wanted)?)),
            Step::Rewrite(wanted) => {
                let done = self.with_more_room(|store| store.put_rewrite(op, Rewrite::clone(wanted)))?;
                Ok((done.day, Step::Rewrite(Box::new(done.inverted()))))
            }
            Step::Join(joining) => Ok((self.day_of(joining.first)?, self.put_together(*joining)?)),
            Step::Unjoin { joining, seam } => {
                Ok((self.day_of(joining.first)?, self.take_apart(*joining, seam)?))
            }
        }
    }

    /// The day of a session, also of one in the trash.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`].
    pub fn day_of(&self, session: SessionId) -> Result<DayId, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/day_of_session.sql"))?;
        let day: Option<Text<DayId>> =
            statement.query_row(named_params! { ":id": Text(session) }, |row| row.get(0)).optional()?;
        day.map(|day| day.0).ok_or_else(|| StoreError::UnknownSession(session.to_string()))
    }

    /// The day of something that is or can be in the trash.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`].
    pub fn day_of_item(&self, item: Item) -> Result<DayId, StoreError> {
        match item {
            Item::Day(day) => Ok(day),
            Item::Session(session) => self.day_of(session),
        }
    }
}

/// The day that such days are shown by.
fn first(days: &[DayId]) -> Result<DayId, StoreError> {
    days.first().copied().ok_or_else(|| StoreError::UnknownDay(String::new()))
}

fn is_gone(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::UnknownDay(_)
            | StoreError::UnknownSession(_)
            | StoreError::UnknownVersion(_)
            | StoreError::NotInTrash
            | StoreError::LinesGone
            | StoreError::Stale
    )
}
