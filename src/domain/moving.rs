//! Lines that move from the note of one session to that of another, and back: pure functions from lines to lines.
//!
//! A line keeps its id, its time, its author and its marks. Nothing here saves anything: the store writes both notes
//! at once, so that a line is never in both of them or in neither.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use super::id::{LineId, SessionId};
use super::language::Language;
use super::line::{self, edit};
use super::note::NoteLine;

/// What is asked: these lines to the end of another note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMove {
    /// The session whose note they are in.
    pub from: SessionId,
    /// The session whose note they go to.
    pub to: SessionId,
    /// The lines; they keep the order of their note.
    pub lines: Vec<LineId>,
    /// The language of the private mark for lines that leave a private session.
    pub language: Language,
}

/// The revisions that both notes must still have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bases {
    /// Of the note that the lines are in.
    pub from: u64,
    /// Of the note that they go to.
    pub to: u64,
}

/// The two notes of a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The lines of the note that the move leaves.
    pub from: Vec<NoteLine>,
    /// The lines of the note that it goes to.
    pub to: Vec<NoteLine>,
}

/// What takes a move back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// Every line of the note that was left, in the order it had.
    order: Vec<LineId>,
    /// Each line that moved, with its text before and after.
    moved: Vec<(LineId, String, String)>,
    /// The blank line that the other note ended with, and the line that stood before it.
    blank: Option<(NoteLine, Option<LineId>)>,
}

/// The mark for lines that leave a private session for one that is not: `None` where none is needed.
#[must_use]
pub fn mark(leaves_private: bool, is_private_there: bool, language: Language) -> Option<Language> {
    (leaves_private && !is_private_there).then_some(language)
}

impl Pair {
    /// Moves the lines that are asked for and are there to the end of the other note, with a private mark in the
    /// language `mark`. A blank line that the other note ends with makes room.
    #[must_use]
    pub fn moved(mut self, lines: &[LineId], mark: Option<Language>) -> (Self, Trail) {
        let asked: HashSet<LineId> = lines.iter().copied().collect();
        let order = self.from.iter().map(|line| line.id).collect();
        let (leaving, staying): (Vec<_>, Vec<_>) =
            self.from.into_iter().partition(|line| asked.contains(&line.id));
        let blank = self.to.pop_if(|last| last.text.is_empty() && !leaving.is_empty());
        let blank = blank.map(|blank| (blank, self.to.last().map(|line| line.id)));
        let mut moved = Vec::with_capacity(leaving.len());
        for line in leaving {
            let text = marked(&line.text, mark);
            moved.push((line.id, line.text, text.clone()));
            self.to.push(NoteLine { text, ..line });
        }
        (Self { from: staying, to: self.to }, Trail { order, moved, blank })
    }

    /// Takes a move back: what is still in the other note returns to its place, with its text of before. `mark` is the
    /// mark for lines that leave the other note; a line that was changed there gets it, and so does one that was private
    /// because of where it was, where that is not so any more.
    #[must_use]
    pub fn moved_back(self, trail: &Trail, mark: Option<Language>, is_private_here: bool) -> Self {
        let known: HashMap<LineId, (&str, &str)> =
            trail.moved.iter().map(|(id, before, after)| (*id, (before.as_str(), after.as_str()))).collect();
        let (coming, mut to): (Vec<_>, Vec<_>) =
            self.to.into_iter().partition(|line| known.contains_key(&line.id));
        if coming.is_empty() {
            return Self { from: self.from, to };
        }
        let back = |line: NoteLine| {
            let text = match known.get(&line.id) {
                Some((before, after)) if *after == line.text && (before == after || is_private_here) => {
                    (*before).to_owned()
                }
                _ => marked(&line.text, mark),
            };
            (line.id, NoteLine { text, ..line })
        };
        let coming = coming.into_iter().map(back).collect();
        let from = woven(self.from, trail.order.iter().copied(), coming);
        let last = to.last().map(|line| line.id);
        let blank = trail.blank.iter().filter(|(_, before)| *before == last);
        to.extend(blank.map(|(line, _)| line.clone()));
        Self { from, to }
    }
}

impl Trail {
    /// The lines that moved, in order.
    #[must_use]
    pub fn lines(&self) -> Vec<LineId> {
        self.moved.iter().map(|(id, ..)| *id).collect()
    }

    /// How many lines moved that say something.
    #[must_use]
    pub fn said(&self) -> usize {
        self.moved.iter().filter(|(_, text, _)| !line::is_blank(text)).count()
    }
}

/// Puts lines that are coming among those that are present: each behind the nearest line before it in `order` that is
/// present.
fn woven(
    present: Vec<NoteLine>,
    order: impl Iterator<Item = LineId>,
    mut coming: HashMap<LineId, NoteLine>,
) -> Vec<NoteLine> {
    let here: HashSet<LineId> = present.iter().map(|line| line.id).collect();
    let mut behind: HashMap<Option<LineId>, Vec<NoteLine>> = HashMap::new();
    let mut last = None;
    for id in order {
        if here.contains(&id) {
            last = Some(id);
        } else if let Some(line) = coming.remove(&id) {
            behind.entry(last).or_default().push(line);
        }
    }
    let mut lines = behind.remove(&None).unwrap_or_default();
    for line in present {
        let id = line.id;
        lines.push(line);
        lines.extend(behind.remove(&Some(id)).unwrap_or_default());
    }
    lines
}

fn marked(text: &str, mark: Option<Language>) -> String {
    match mark {
        Some(language) if !line::is_blank(text) => edit::with_private(text, language),
        _ => text.to_owned(),
    }
}

/// What a note that was typed in has become while the store moved lines into and out of it. `typed` is the note with
/// what was typed, `stored` what the store made of it, and `elsewhere` gives a line that is in another note now.
///
/// What left, leaves; what came, comes behind the line that it stands behind in `stored`. A line that left and was
/// changed since stays as well, as a line with a `fresh` id: nothing that was typed is lost.
#[must_use]
pub fn merged<'a>(
    typed: &[NoteLine],
    stored: &[NoteLine],
    elsewhere: impl Fn(LineId) -> Option<&'a NoteLine>,
    mut fresh: impl FnMut() -> LineId,
) -> Vec<NoteLine> {
    let present: Vec<NoteLine> = typed
        .iter()
        .filter_map(|line| match elsewhere(line.id) {
            Some(gone) if says_the_same(&gone.text, &line.text) => None,
            Some(_) => Some(NoteLine { id: fresh(), ..line.clone() }),
            None => Some(line.clone()),
        })
        .collect();
    let here: HashSet<LineId> = present.iter().map(|line| line.id).collect();
    let coming = stored.iter().filter(|line| !here.contains(&line.id));
    let coming = coming.map(|line| (line.id, line.clone())).collect();
    woven(present, stored.iter().map(|line| line.id), coming)
}

/// Whether two texts differ at most in a private mark.
fn says_the_same(one: &str, other: &str) -> bool {
    let private = |text| edit::with_private(text, Language::default());
    one == other || private(one) == private(other)
}
