//! Which old line each line of an edited text is.
//!
//! Works on the part of a note between the unchanged lines at its start and its end. Lines with the same text
//! come first; those that are still in the same order divide the rest into gaps, and an edited line is only looked
//! for in its own gap. Nothing here takes time that grows with old lines × new lines. It does not know about
//! carets, keys or the clipboard: it sees two texts and what was removed before.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::super::id::LineId;
use super::{Note, NoteLine, RemovedLines, Stamp, is_blank};

/// How many pairs of lines may be compared letter by letter in one gap.
const MOST_COMPARISONS: usize = 2_500;
/// From this resemblance on, in thousandths, a line is an edit of another line and not a new remark.
const ALIKE: usize = 500;
/// Parts longer than this, in bytes, are not searched for words in common.
const LONGEST_SEARCHED: usize = 500;
/// A shorter text, in characters, may be the start of something new; then it is not taken for an undo.
const SHORTEST_UNDONE: usize = 16;

/// The lines that `new` becomes, given that it replaced `old`, a part of `note`. Takes from `removed` the lines
/// that came back and puts in it the lines that are gone.
pub(super) fn changed_lines(
    note: &Note,
    old: &[NoteLine],
    new: &[&str],
    removed: &mut RemovedLines,
    stamp: &mut Stamp<'_>,
) -> Vec<NoteLine> {
    let mut matching = Matching::new(old, new);
    let gaps = matching.match_unique();
    for gap in &gaps {
        matching.match_equal(gap);
    }
    matching.match_equal(&matching.whole());

    // A caller may have put a line back by another way; an id in the note is then not for taking.
    let present = LazyCell::new(|| note.lines().iter().map(|line| line.id).collect::<HashSet<_>>());
    let is_away = |line: &NoteLine| !present.contains(&line.id);
    matching.restore(|text| std::iter::from_fn(|| removed.take(text)).find(is_away));
    matching.match_earlier(removed);
    for gap in &gaps {
        matching.match_edited(gap);
    }
    matching.restore(|text| {
        let long_enough = text.chars().nth(SHORTEST_UNDONE - 1).is_some();
        long_enough.then(|| std::iter::from_fn(|| removed.take_earlier(text)).find(is_away))?
    });
    for gap in &gaps {
        matching.match_blank(gap);
    }
    matching.finish(removed, stamp)
}

/// A stretch of old lines and the stretch of new lines that took its place.
struct Gap {
    old: Range<usize>,
    new: Range<usize>,
}

/// What a new line was before.
enum Origin<'a> {
    Here(&'a NoteLine),
    Removed(NoteLine),
}

struct Matching<'a> {
    /// The old lines; `None` once a new line took it.
    old: Vec<Option<&'a NoteLine>>,
    /// The new texts, with what they were before as far as known.
    new: Vec<(&'a str, Option<Origin<'a>>)>,
}

impl<'a> Matching<'a> {
    fn new(old: &'a [NoteLine], new: &[&'a str]) -> Self {
        Self { old: old.iter().map(Some).collect(), new: new.iter().map(|text| (*text, None)).collect() }
    }

    fn whole(&self) -> Gap {
        Gap { old: 0..self.old.len(), new: 0..self.new.len() }
    }

    /// Makes the new line at `new` the old line at `old`, unless one of them is taken.
    fn pair(&mut self, old: usize, new: usize) {
        if let Some(free) = self.old.get_mut(old)
            && let Some((_, origin @ None)) = self.new.get_mut(new)
            && let Some(line) = free.take()
        {
            *origin = Some(Origin::Here(line));
        }
    }

    /// The old lines of a gap that are not taken, with their places.
    fn free_old(&self, gap: &Gap) -> impl Iterator<Item = (usize, &'a NoteLine)> {
        let Range { start, end } = gap.old;
        let places = self.old.iter().enumerate().take(end).skip(start);
        places.filter_map(|(place, line)| Some((place, (*line)?)))
    }

    /// The new lines of a gap without an origin, with their places.
    fn free_new(&self, gap: &Gap) -> impl Iterator<Item = (usize, &'a str)> {
        let Range { start, end } = gap.new;
        let places = self.new.iter().enumerate().take(end).skip(start);
        places.filter(|(_, (_, origin))| origin.is_none()).map(|(place, (text, _))| (place, *text))
    }

    /// Pairs the lines whose text occurs once before and once after. Those that stayed in the same order bound the
    /// gaps that are returned.
    fn match_unique(&mut self) -> Vec<Gap> {
        let whole = self.whole();
        let old = unique(self.free_old(&whole).map(|(place, line)| (place, line.text.as_str())));
        let new = unique(self.free_new(&whole));
        let mut pairs: Vec<_> = new.iter().filter_map(|(text, &new)| Some((*old.get(text)?, new))).collect();
        pairs.sort_unstable_by_key(|&(_, new)| new);
        for &(old, new) in &pairs {
            self.pair(old, new);
        }
        gaps_between(&in_order(&pairs), &whole)
    }

    /// Pairs lines with the same text, the first with the first.
    fn match_equal(&mut self, gap: &Gap) {
        let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (place, line) in self.free_old(gap).filter(|(_, line)| !is_blank(&line.text)) {
            places.entry(&line.text).or_default().push_back(place);
        }
        let new: Vec<_> = self.free_new(gap).collect();
        for (new, text) in new {
            if let Some(old) = places.get_mut(text).and_then(VecDeque::pop_front) {
                self.pair(old, new);
            }
        }
    }

    /// Gives the lines that are not blank and have no origin the removed line that `take` finds for their text.
    fn restore(&mut self, mut take: impl FnMut(&str) -> Option<NoteLine>) {
        for (text, origin) in &mut self.new {
            if origin.is_none() && !is_blank(text) {
                *origin = take(text).map(Origin::Removed);
            }
        }
    }

    /// Pairs a line with the old line that had its text earlier in the sitting: undo of an edit. Where several lines
    /// had that text, their order tells more.
    fn match_earlier(&mut self, removed: &RemovedLines) {
        let whole = self.whole();
        let places: HashMap<LineId, usize> =
            self.free_old(&whole).map(|(place, line)| (line.id, place)).collect();
        let new: Vec<_> = self.free_new(&whole).collect();
        for (new, text) in new {
            let found: HashSet<usize> =
                removed.once_had(text).filter_map(|id| places.get(&id).copied()).collect();
            if let (1, Some(&old)) = (found.len(), found.iter().next()) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs each line with the old line of the same gap that it was edited from: the most alike first.
    fn match_edited(&mut self, gap: &Gap) {
        let old: Vec<_> = self.free_old(gap).filter(|(_, line)| !is_blank(&line.text)).collect();
        let new: Vec<_> = self.free_new(gap).filter(|(_, text)| !is_blank(text)).collect();
        let reach = reach(old.len(), new.len());

        let mut alike = Vec::new();
        for (at, &(new, text)) in new.iter().enumerate() {
            let from = at.saturating_sub(reach);
            let to = at.saturating_add(reach).saturating_add(1);
            for &(old, line) in old.iter().take(to).skip(from) {
                if let Some(resemblance) = resemblance(&line.text, text) {
                    alike.push((Reverse(resemblance), old, new));
                }
            }
        }
        alike.sort_unstable();
        for (_, old, new) in alike {
            self.pair(old, new);
        }
    }

    /// Pairs the blank lines of a gap in order; old ones that are left over go to lines that have text now.
    /// A line that lost its text does not become a blank line: it was removed.
    fn match_blank(&mut self, gap: &Gap) {
        for fits in [is_blank as fn(&str) -> bool, |_| true] {
            let old: Vec<_> = self.free_old(gap).filter(|(_, line)| is_blank(&line.text)).collect();
            let new: Vec<_> = self.free_new(gap).filter(|(_, text)| fits(text)).collect();
            for ((old, _), (new, _)) in old.into_iter().zip(new) {
                self.pair(old, new);
            }
        }
    }

    fn finish(self, removed: &mut RemovedLines, stamp: &mut Stamp<'_>) -> Vec<NoteLine> {
        for line in self.old.into_iter().flatten() {
            removed.put(line.clone());
        }
        self.new.into_iter().map(|(text, origin)| make_line(text, origin, removed, stamp)).collect()
    }
}

fn make_line(
    text: &str,
    origin: Option<Origin<'_>>,
    removed: &mut RemovedLines,
    stamp: &mut Stamp<'_>,
) -> NoteLine {
    let before = match origin {
        Some(Origin::Here(line)) => line.clone(),
        Some(Origin::Removed(line)) => line,
        None => {
            let id = (stamp.fresh)();
            return NoteLine { id, text: text.to_owned(), noted_at: stamp.now, author: stamp.author };
        }
    };
    if before.text == text {
        return before;
    }
    removed.remember(&before.text, before.id);
    if is_blank(&before.text) && !is_blank(text) {
        return NoteLine { id: before.id, text: text.to_owned(), noted_at: stamp.now, author: stamp.author };
    }
    NoteLine { text: text.to_owned(), ..before }
}

/// The places of the texts that occur once and are not blank.
fn unique<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> HashMap<&'a str, usize> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (place, text) in lines.filter(|(_, text)| !is_blank(text)) {
        places.entry(text).and_modify(|known| *known = None).or_insert(Some(place));
    }
    places.into_iter().filter_map(|(text, place)| Some((text, place?))).collect()
}

/// The longest series of `pairs` (old place, new place), given by rising new place, in which the old place rises
/// too: the lines that did not move. Patience sorting, n log n.
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Per length of a series, the one that ends at the lowest old place: that place, and its index in `pairs`.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, &(old, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&(end, _)| end < old);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).map(|&(_, index)| index));
        match ends.get_mut(length) {
            Some(end) => *end = (old, index),
            None => ends.push((old, index)),
        }
    }

    let last = ends.last().map(|&(_, index)| index);
    let indices = std::iter::successors(last, |&index| before.get(index).copied().flatten());
    let mut series: Vec<_> = indices.filter_map(|index| pairs.get(index).copied()).collect();
    series.reverse();
    series
}

fn gaps_between(fixed: &[(usize, usize)], whole: &Gap) -> Vec<Gap> {
    let mut gaps = Vec::with_capacity(fixed.len() + 1);
    let (mut old_start, mut new_start) = (0, 0);
    let end = (whole.old.end, whole.new.end);
    for &(old, new) in fixed.iter().chain([&end]) {
        gaps.push(Gap { old: old_start..old, new: new_start..new });
        (old_start, new_start) = (old + 1, new + 1);
    }
    gaps
}

/// How far apart, counted in lines of a gap, two lines may be to be compared. In a small gap that is any distance,
/// in a very large one 0: then only lines at the same place are compared.
fn reach(old: usize, new: usize) -> usize {
    if old.saturating_mul(new) <= MOST_COMPARISONS {
        return old.max(new);
    }
    MOST_COMPARISONS / old.max(new)
}

/// How much of two texts is the same, in thousandths; `None` when the one is no edit of the other. White space at
/// the ends does not count. Measured in bytes, which is quick; the same text weighs the same on both sides.
fn resemblance(old: &str, new: &str) -> Option<usize> {
    let (old, new) = (old.trim(), new.trim());
    let (old_middle, new_middle) = without_common_ends(old, new);
    let at_ends = old.len() - old_middle.len();
    let shared = at_ends + shared_words(old_middle, new_middle);
    let resemblance = 2_000 * shared / (old.len() + new.len()).max(1);

    let only_added_or_removed = at_ends > 0 && (old_middle.is_empty() || new_middle.is_empty());
    (only_added_or_removed || resemblance >= ALIKE).then_some(resemblance)
}

/// What is left of two texts without the start and the end that they share.
fn without_common_ends<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let start: usize = same.map(|(a, _)| a.len_utf8()).sum();
    let (one, other) = (one.get(start..).unwrap_or_default(), other.get(start..).unwrap_or_default());

    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b);
    let end: usize = same.map(|(a, _)| a.len_utf8()).sum();
    let cut = |text: &'a str| text.get(..text.len() - end).unwrap_or_default();
    (cut(one), cut(other))
}

/// The bytes of the words that two texts have in common, in order.
fn shared_words(one: &str, other: &str) -> usize {
    if one.len().max(other.len()) > LONGEST_SEARCHED || one.is_empty() || other.is_empty() {
        return 0;
    }
    let one: Vec<&str> = one.split_whitespace().collect();
    let other: Vec<&str> = other.split_whitespace().collect();
    let steps = capture_diff_slices(Algorithm::Myers, &one, &other);
    let same = steps.iter().filter_map(|step| match *step {
        DiffOp::Equal { old_index, len, .. } => Some(one.iter().skip(old_index).take(len)),
        _ => None,
    });
    same.flatten().map(|word| word.len()).sum()
}
