//! What a sitting remembers of lines that are not on the page as they were.
//!
//! Removed lines wait here to be put back by undo or paste, also in another note. Of lines that were edited only
//! the trace of their earlier texts is kept, so that undo finds the line again. Nothing here outlives the sitting:
//! history is the store's.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::BuildHasher;

use super::super::id::LineId;
use super::{NoteLine, is_blank};

/// More removed lines than anyone puts back; the oldest go first.
const MOST_LINES: usize = 10_000;
/// A trace is made of each text that was sent to be saved, and takes some 150 bytes.
const MOST_TRACES: usize = 20_000;
/// How many lines that once had the same text are worth looking at.
const NEWEST_TRACES: usize = 8;

/// Lines removed in this sitting, in any note, waiting to be put back by undo or paste.
///
/// Holds at most 10,000 lines: the oldest go first. Blank lines are not kept. Share one between all notes of a
/// sitting, so that a line keeps its id when it moves to another note.
#[derive(Debug, Default)]
pub struct RemovedLines {
    /// By order of removal.
    lines: BTreeMap<u64, NoteLine>,
    by_text: HashMap<String, BTreeSet<u64>>,
    by_id: HashMap<LineId, u64>,
    next: u64,
    earlier: EarlierTexts,
}

impl RemovedLines {
    /// Keeps a line that left its note. A blank line is not kept.
    pub(super) fn put(&mut self, line: NoteLine) {
        if is_blank(&line.text) {
            return;
        }
        self.take_id(line.id);

        let order = self.next;
        self.next += 1;
        self.by_text.entry(line.text.clone()).or_default().insert(order);
        self.by_id.insert(line.id, order);
        self.lines.insert(order, line);

        while self.lines.len() > MOST_LINES
            && let Some((&oldest, _)) = self.lines.first_key_value()
        {
            self.take_order(oldest);
        }
    }

    /// Takes the line that was removed last of those with this text.
    pub(super) fn take(&mut self, text: &str) -> Option<NoteLine> {
        let order = *self.by_text.get(text)?.last()?;
        self.take_order(order)
    }

    /// Takes a removed line that had this text before it was edited, as it was when it was removed.
    pub(super) fn take_earlier(&mut self, text: &str) -> Option<NoteLine> {
        let id = self.earlier.ids(text).find(|id| self.by_id.contains_key(id))?;
        self.take_id(id)
    }

    /// Remembers that a line had this text before it was edited.
    pub(super) fn remember(&mut self, text: &str, id: LineId) {
        if !is_blank(text) {
            self.earlier.add(text, id);
        }
    }

    /// The lines that had this text before they were edited, wherever they are now; the newest first.
    pub(super) fn once_had(&self, text: &str) -> impl Iterator<Item = LineId> {
        self.earlier.ids(text)
    }

    fn take_id(&mut self, id: LineId) -> Option<NoteLine> {
        let order = *self.by_id.get(&id)?;
        self.take_order(order)
    }

    fn take_order(&mut self, order: u64) -> Option<NoteLine> {
        let line = self.lines.remove(&order)?;
        self.by_id.remove(&line.id);
        if let Some(orders) = self.by_text.get_mut(&line.text) {
            orders.remove(&order);
            if orders.is_empty() {
                self.by_text.remove(&line.text);
            }
        }
        Some(line)
    }

    #[cfg(test)]
    pub(super) fn lines(&self) -> impl Iterator<Item = &NoteLine> {
        self.lines.values()
    }
}

/// Which lines once had which text. Texts are kept as hashes: a long line typed key by key would fill the memory,
/// and two texts that hash alike only make a line keep an id that it should not.
#[derive(Debug, Default)]
struct EarlierTexts {
    hasher: RandomState,
    by_hash: HashMap<u64, VecDeque<LineId>>,
    /// The oldest first, in step with the queues of `by_hash`.
    hashes: VecDeque<u64>,
}

impl EarlierTexts {
    fn add(&mut self, text: &str, id: LineId) {
        let hash = self.hasher.hash_one(text);
        let ids = self.by_hash.entry(hash).or_default();
        if ids.back() == Some(&id) {
            return;
        }
        ids.push_back(id);
        self.hashes.push_back(hash);
        if self.hashes.len() > MOST_TRACES {
            self.drop_oldest();
        }
    }

    fn drop_oldest(&mut self) {
        let Some(hash) = self.hashes.pop_front() else { return };
        if let Some(ids) = self.by_hash.get_mut(&hash) {
            ids.pop_front();
            if ids.is_empty() {
                self.by_hash.remove(&hash);
            }
        }
    }

    fn ids(&self, text: &str) -> impl Iterator<Item = LineId> {
        let ids = self.by_hash.get(&self.hasher.hash_one(text));
        ids.into_iter().flat_map(|ids| ids.iter().rev().take(NEWEST_TRACES).copied())
    }
}
