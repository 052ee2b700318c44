//! Lines, sheets, lists and trends that become something else in several sessions at once, all of them in one change that
//! is taken back in one step. What they become is worked out before, in `domain/renaming.rs` or by the person.
//!
//! Ids, times and authors of lines stay. The note of every session that is touched gets a new revision, and its text of
//! before may become a version.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::mem;

use rusqlite::{OptionalExtension as _, Transaction, named_params};

use super::error::StoreError;
use super::history::{Present, Sitting};
use super::many::{self, NewText};
use super::note;
use super::row::{At, Text};
use super::undo::Step;
use super::{Store, arrange, day, sparse};
use crate::domain::change::Op;
use crate::domain::clock::Moment;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::points::PointList;
use crate::domain::progress::Progress;
use crate::domain::renaming::{LineChange, LineEdit};
use crate::domain::sheet::Sheet;
use crate::domain::trend::Trend;
use crate::together;

/// How much of the work is done when everything but the texts of lines is written.
const NOTED: f32 = 0.5;

/// Something that becomes something else.
#[derive(Clone, Debug)]
pub struct Turn<K, V> {
    /// Whose it is.
    pub of: K,
    /// What it was.
    pub before: V,
    /// What it becomes.
    pub after: V,
}

impl<K, V> Turn<K, V> {
    fn inverted(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }
}

/// What becomes something else.
#[derive(Clone, Debug)]
pub struct Rewrite {
    /// The day it was asked in.
    pub day: DayId,
    /// Lines, those of a session together.
    pub lines: Vec<LineEdit>,
    /// The numbers of those lines in the table of lines, where they are known; else none, and each is looked up.
    pub numbers: Vec<i64>,
    /// Sheets of sessions.
    pub sheets: Vec<Turn<SessionId, Sheet>>,
    /// Lists that the programme gives sessions.
    pub lists: Vec<Turn<SessionId, Vec<PointList>>>,
    /// Trends that days bring along.
    pub trends: Vec<Turn<DayId, Vec<Trend>>>,
}

impl Rewrite {
    /// Nothing yet.
    pub fn of(day: DayId) -> Self {
        Self {
            day,
            lines: Vec::new(),
            numbers: Vec::new(),
            sheets: Vec::new(),
            lists: Vec::new(),
            trends: Vec::new(),
        }
    }

    /// Whether nothing becomes anything else.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.sheets.is_empty() && self.lists.is_empty() && self.trends.is_empty()
    }

    /// The rewrite that takes this one back.
    pub fn inverted(self) -> Self {
        Self {
            day: self.day,
            lines: self.lines.into_iter().map(LineEdit::inverted).collect(),
            numbers: Vec::new(),
            sheets: self.sheets.into_iter().map(Turn::inverted).collect(),
            lists: self.lists.into_iter().map(Turn::inverted).collect(),
            trends: self.trends.into_iter().map(Turn::inverted).collect(),
        }
    }

    /// The sessions whose notes or sheets are touched, each once.
    fn sessions(&self) -> Vec<SessionId> {
        let mut seen = HashSet::new();
        let all = self.lines.iter().map(|edit| edit.session).chain(self.sheets.iter().map(|turn| turn.of));
        all.filter(|session| seen.insert(*session)).collect()
    }
}

impl Store {
    /// Gives lines of several sessions another text, all of them or none. Gives what was changed; a text that is there
    /// already is no change.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when a note was saved since its base, [`StoreError::LinesGone`] when a line is not in it,
    /// [`StoreError::BadName`] for a text of several lines. Then nothing has changed.
    pub fn change_lines(&mut self, day: DayId, changes: &[LineChange]) -> Result<Vec<LineEdit>, StoreError> {
        let mut notes = HashMap::new();
        let mut wanted = Rewrite::of(day);
        for change in changes {
            if change.text.contains('\n') {
                return Err(StoreError::BadName(change.text.clone()));
            }
            let (revision, lines) = match notes.entry(change.session) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let (revision, lines) = self.note_of(change.session)?;
                    let lines: HashMap<LineId, String> =
                        lines.into_iter().map(|line| (line.id, line.text)).collect();
                    new.insert((revision, lines))
                }
            };
            if *revision != change.base {
                return Err(StoreError::Stale);
            }
            let before = lines.get(&change.line).ok_or(StoreError::LinesGone)?;
            if *before != change.text {
                wanted.lines.push(LineEdit {
                    session: change.session,
                    line: change.line,
                    before: before.as_str().into(),
                    after: change.text.as_str().into(),
                });
            }
        }
        self.rewrite(Op::ChangeLines, wanted)
    }

    /// Does a rewrite of what is there now, as one step for undo; gives the lines that changed.
    pub(super) fn rewrite(&mut self, op: Op, wanted: Rewrite) -> Result<Vec<LineEdit>, StoreError> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let done = self.put_rewrite(op, wanted)?;
        let lines = done.lines.clone();
        self.undo.did(op, Step::Rewrite(Box::new(done.inverted())));
        Ok(lines)
    }

    /// Does what of a rewrite is about what is still as it was; gives what was done.
    ///
    /// # Errors
    /// [`StoreError::LinesGone`] when nothing is; [`StoreError::Stopped`]. Then nothing has changed.
    pub(super) fn put_rewrite(&mut self, op: Op, wanted: Rewrite) -> Result<Rewrite, StoreError> {
        let sitting = Sitting { number: self.sitting, now: self.now() };
        let progress = self.progress.clone();
        let (done, number) = self.transact(op, |transaction| {
            let number = sitting.number(transaction)?;
            let done = rewrite(transaction, number, sitting.now, wanted, &progress)?;
            if done.is_empty() {
                return Err(StoreError::LinesGone);
            }
            if progress.past_stopping() { Ok((done, number)) } else { Err(StoreError::Stopped) }
        })?;
        self.sitting = Some(number);
        Ok(done)
    }
}

/// What a note that is touched gets.
struct Touched {
    session: SessionId,
    /// The numbers of its lines in the table of lines, and what becomes of them.
    numbers: Vec<i64>,
    lines: Vec<LineEdit>,
    sheet: Option<Turn<SessionId, Sheet>>,
}

/// Does what of a rewrite is about what is still as it was, in this sitting; gives what was done.
fn rewrite(
    transaction: &Transaction<'_>,
    sitting: i64,
    now: Moment,
    mut wanted: Rewrite,
    progress: &Progress,
) -> Result<Rewrite, StoreError> {
    let (lists, trends) = (mem::take(&mut wanted.lists), mem::take(&mut wanted.trends));
    let mut done = Rewrite::of(wanted.day);
    let notes = touched(transaction, wanted)?;
    progress.part(NOTED, notes.len());
    let texts_before = |note: &Touched| sparse::texts_before(&note.lines);
    together::ahead(&notes, texts_before, |note, before| {
        if !progress.is_wanted() {
            return Err(StoreError::Stopped);
        }
        progress.step();
        let present = Present::of(transaction, note.session)?;
        if present.has_sparse {
            sparse::extend(transaction, note.session, &note.lines)?;
        }
        if present.is_due(sitting, now) {
            sparse::keep(transaction, note.session, &present, &before?, now)?;
        }
        count_save(transaction, note.session, sitting, now)?;
        note.sheet.iter().try_for_each(|turn| note::write_sheet(transaction, note.session, &turn.after))
    })?;
    for note in notes {
        done.numbers.extend(note.numbers);
        done.lines.extend(note.lines);
        done.sheets.extend(note.sheet);
    }
    write_texts(transaction, &done, progress)?;
    write_lists(transaction, lists, &mut done)?;
    write_trends(transaction, trends, &mut done)?;
    Ok(done)
}

/// The notes of which a rewrite touches lines or the sheet, with what of that is still as it was.
fn touched(transaction: &Transaction<'_>, wanted: Rewrite) -> Result<Vec<Touched>, StoreError> {
    let sessions = wanted.sessions();
    let mut edits: HashMap<SessionId, (Vec<i64>, Vec<LineEdit>)> = HashMap::new();
    let mut numbers = wanted.numbers.into_iter();
    for edit in wanted.lines {
        let number = numbers.next().map_or_else(|| number_of(transaction, &edit), |number| Ok(Some(number)));
        if let Some(number) = number? {
            let (numbers, lines) = edits.entry(edit.session).or_default();
            numbers.push(number);
            lines.push(edit);
        }
    }
    let mut sheets: HashMap<SessionId, Turn<SessionId, Sheet>> =
        wanted.sheets.into_iter().map(|turn| (turn.of, turn)).collect();
    let mut notes = Vec::new();
    for session in sessions {
        let (numbers, lines) = edits.remove(&session).unwrap_or_default();
        let sheet = match sheets.remove(&session) {
            Some(turn) if note::sheet_of(transaction, session)?.as_ref() == Some(&turn.before) => Some(turn),
            _ => None,
        };
        if !lines.is_empty() || sheet.is_some() {
            notes.push(Touched { session, numbers, lines, sheet });
        }
    }
    Ok(notes)
}

/// Counts a save of a note in this sitting, of which the sparse versions know already.
fn count_save(
    transaction: &Transaction<'_>,
    session: SessionId,
    sitting: i64,
    now: Moment,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/count_save.sql"))?;
    let counted = statement
        .execute(named_params! { ":session_id": Text(session), ":sitting": sitting, ":now": At(now) })?;
    if counted == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

fn write_lists(
    transaction: &Transaction<'_>,
    lists: Vec<Turn<SessionId, Vec<PointList>>>,
    done: &mut Rewrite,
) -> Result<(), StoreError> {
    for turn in lists {
        if !exists(transaction, turn.of)? {
            continue;
        }
        let mut facts = arrange::facts_of(transaction, turn.of)?;
        if facts.lists == turn.before {
            facts.lists.clone_from(&turn.after);
            day::write_facts(transaction, turn.of, &facts)?;
            done.lists.push(turn);
        }
    }
    Ok(())
}

fn write_trends(
    transaction: &Transaction<'_>,
    trends: Vec<Turn<DayId, Vec<Trend>>>,
    done: &mut Rewrite,
) -> Result<(), StoreError> {
    for turn in trends {
        if day::trends_of(transaction, turn.of)? == turn.before {
            day::write_trends(transaction, turn.of, &turn.after)?;
            done.trends.push(turn);
        }
    }
    Ok(())
}

/// Whether there is such a session, in the trash or not.
fn exists(transaction: &Transaction<'_>, session: SessionId) -> Result<bool, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/day_of_session.sql"))?;
    Ok(statement.exists(named_params! { ":id": Text(session) })?)
}

/// The number of a line in the table of lines, if it still says what it said.
fn number_of(transaction: &Transaction<'_>, edit: &LineEdit) -> Result<Option<i64>, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/number_of_line.sql"))?;
    let wanted = named_params! {
        ":id": Text(edit.line),
        ":session_id": Text(edit.session),
        ":before": edit.before,
    };
    Ok(statement.query_row(wanted, |row| row.get(0)).optional()?)
}

/// Gives the lines of a rewrite their texts.
fn write_texts(transaction: &Transaction<'_>, of: &Rewrite, progress: &Progress) -> Result<(), StoreError> {
    let texts = of.numbers.iter().zip(&of.lines);
    let texts = texts.map(|(seq, edit)| NewText { seq: *seq, before: &edit.before, after: &edit.after });
    let mut texts: Vec<NewText<'_>> = texts.collect();
    texts.sort_unstable_by_key(|text| text.seq);
    progress.part(1.0, texts.len());
    many::set_texts(transaction, &texts, progress)
}
