//! A newer programme beside a day: which sessions are the same ones, what is said about them now, what is new, what is in
//! another place and what is gone.
//!
//! Nothing here changes a day. [`Update::between`] says what differs, a person says which of that to take over, and
//! [`Update::plan`] says what the day becomes; the store does it. A session keeps its id, and with that its note, its
//! star and what was noted at its points. What nobody's programme ever had, because a person added it, is never missed.

mod facts;
mod likeness;
mod matching;
mod order;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use super::book::{Book, Page};
use super::day::{DayFacts, SessionFacts};
use super::id::SessionId;
use super::line;
use super::programme::Programme;
use super::sheet::Sheet;

pub use facts::{Change, Fact};
pub use order::Slot;

use facts::Carried;

/// How a newer programme differs from a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// What is said otherwise about the day as a whole.
    pub day: Option<DayChange>,
    /// The sessions that are in both, in the order of the newer programme.
    pub pairs: Vec<Pair>,
    /// What the day does not have yet, as places in the newer programme, from 0.
    pub new: Vec<usize>,
    /// What the newer programme does not have, in the order of the day.
    pub vanished: Vec<Vanished>,
}

/// What is said otherwise about a day as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct DayChange {
    /// What it becomes.
    pub facts: DayFacts,
    /// What of that is another.
    pub changes: Vec<Change>,
}

/// A session that is in the day and in the newer programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The session in the day.
    pub session: SessionId,
    /// Its place in the newer programme, from 0.
    pub newer: usize,
    /// What is known of it from now on.
    pub facts: SessionFacts,
    /// What of that a person sees change.
    pub changes: Vec<Change>,
    /// It stands before or behind other sessions than it did.
    pub is_moved: bool,
}

/// A session of the day that the newer programme does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Vanished {
    /// The session.
    pub session: SessionId,
    /// How many lines were noted in it.
    pub lines: usize,
    /// Whether a person left something in it: then it stays, marked as no longer on the programme. Else it goes to the
    /// trash.
    pub stays: bool,
    /// It was marked by an earlier update.
    pub is_marked: bool,
    /// The session of the newer programme, from 0, that it may have become.
    pub successor: Option<usize>,
}

/// One thing that a person takes over or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// What is said about the day as a whole.
    Day,
    /// What is said about a session.
    Changed(SessionId),
    /// The place of a session.
    Moved(SessionId),
    /// A session that goes on as the one at this place of the newer programme, from 0.
    Renamed(SessionId, usize),
    /// A session that is not on the programme any more.
    Vanished(SessionId),
    /// A session that the day does not have yet, by its place in the newer programme, from 0.
    New(usize),
}

impl Difference {
    /// Whether it can be taken over without being looked at: that two sessions with different names are one, only a
    /// person can say.
    #[must_use]
    pub fn is_certain(self) -> bool {
        !matches!(self, Self::Renamed(..))
    }
}

/// What a day becomes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What is known of the day, where that changes.
    pub day: Option<DayFacts>,
    /// Every session that is in the day afterwards, in order.
    pub order: Vec<Slot>,
    /// What is known of sessions, where that changes.
    pub facts: Vec<(SessionId, SessionFacts)>,
    /// The sessions that go to the trash.
    pub trash: Vec<SessionId>,
}

impl Update {
    /// How `newer` differs from the day.
    #[must_use]
    pub fn between(book: &Book, newer: &Programme) -> Self {
        let old: Vec<&Page> = book.pages.iter().collect();
        let matched = matching::matched(&book.day.facts, &old, newer);
        let carried = Carried::by(newer);
        let date = newer.day.date.or(book.day.facts.date);
        let mut pairs: Vec<(usize, Pair)> = Vec::new();
        let mut vanished = Vec::new();
        let mut taken = HashSet::new();
        for (place, (page, partner)) in old.iter().zip(matched).enumerate() {
            let found = partner.and_then(|index| Some((index, newer.sessions.get(index)?)));
            let Some((index, facts)) = found else {
                vanished.extend(Vanished::of(page));
                continue;
            };
            taken.insert(index);
            let facts = carried.renewed(date, &page.session.facts, facts);
            let changes = facts::changes(&page.session.facts, &facts);
            let session = page.session.id;
            pairs.push((place, Pair { session, newer: index, facts, changes, is_moved: false }));
        }
        pairs.sort_by_key(|(_, pair)| pair.newer);
        let places: Vec<usize> = pairs.iter().map(|(place, _)| *place).collect();
        for ((_, pair), stays) in pairs.iter_mut().zip(order::in_order(&places)) {
            pair.is_moved = !stays;
        }
        let new: Vec<usize> = (0..newer.sessions.len()).filter(|index| !taken.contains(index)).collect();
        likeness::offer_successors(book, newer, &new, &mut vanished);
        // What was marked before is only of interest when it may go on as something else.
        vanished.retain(|gone| !gone.is_marked || gone.successor.is_some());
        let pairs = pairs.into_iter().map(|(_, pair)| pair).collect();
        Self { day: facts::day_change(&book.day.facts, &newer.day), pairs, new, vanished }
    }

    /// Everything that a person takes over or not, in the order in which it is shown: of the day, then by the order of
    /// the newer programme, then what is gone.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let mut rows: Vec<(usize, Difference)> = Vec::new();
        for pair in &self.pairs {
            if !pair.changes.is_empty() {
                rows.push((pair.newer, Difference::Changed(pair.session)));
            }
            if pair.is_moved {
                rows.push((pair.newer, Difference::Moved(pair.session)));
            }
        }
        rows.extend(self.new.iter().map(|index| (*index, Difference::New(*index))));
        for gone in &self.vanished {
            rows.extend(gone.successor.map(|index| (index, Difference::Renamed(gone.session, index))));
        }
        rows.sort_by_key(|(place, _)| *place);
        let day = self.day.iter().map(|_| Difference::Day);
        let gone = self.vanished.iter().filter(|gone| !gone.is_marked);
        let gone = gone.map(|gone| Difference::Vanished(gone.session));
        day.chain(rows.into_iter().map(|(_, row)| row)).chain(gone).collect()
    }

    /// Whether the newer programme says nothing that a person would see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.differences().is_empty()
    }

    /// How many sessions are as they were, in their place.
    #[must_use]
    pub fn unchanged(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.changes.is_empty() && !pair.is_moved).count()
    }

    /// The pair of a session of the day.
    #[must_use]
    pub fn pair(&self, session: SessionId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.session == session)
    }

    /// A session that is gone.
    #[must_use]
    pub fn gone(&self, session: SessionId) -> Option<&Vanished> {
        self.vanished.iter().find(|gone| gone.session == session)
    }

    /// Lets nothing go to the trash: everything that is gone stays and is marked.
    pub fn keep_everything(&mut self) {
        for gone in &mut self.vanished {
            gone.stays = true;
        }
    }

    /// What the day becomes, when what `accepts` says yes to is taken over.
    #[must_use]
    pub fn plan(&self, book: &Book, newer: &Programme, accepts: impl Fn(Difference) -> bool) -> Plan {
        let known: HashMap<SessionId, &SessionFacts> =
            book.pages.iter().map(|page| (page.session.id, &page.session.facts)).collect();
        let carried = Carried::by(newer);
        let date = newer.day.date.or(book.day.facts.date);
        let day = self.day.as_ref().filter(|_| accepts(Difference::Day));
        let mut plan = Plan { day: day.map(|day| day.facts.clone()), ..Plan::default() };
        let mut at: Vec<Option<Slot>> = vec![None; newer.sessions.len()];
        let mut put = |index: usize, slot| {
            if let Some(place) = at.get_mut(index) {
                *place = Some(slot);
            }
        };
        for index in self.new.iter().filter(|index| accepts(Difference::New(**index))) {
            put(*index, Slot::New(*index));
        }
        for pair in &self.pairs {
            let takes = pair.changes.is_empty() || accepts(Difference::Changed(pair.session));
            if takes && known.get(&pair.session).is_some_and(|known| **known != pair.facts) {
                plan.facts.push((pair.session, pair.facts.clone()));
            }
            if !pair.is_moved || accepts(Difference::Moved(pair.session)) {
                put(pair.newer, Slot::There(pair.session));
            }
        }
        for gone in &self.vanished {
            let tied = gone.successor.filter(|index| accepts(Difference::Renamed(gone.session, *index)));
            let successor = tied.and_then(|index| Some((index, newer.sessions.get(index)?)));
            let renewed = successor.and_then(|(index, facts)| {
                Some((index, carried.renewed(date, known.get(&gone.session)?, facts)))
            });
            if let Some((index, facts)) = renewed {
                plan.facts.push((gone.session, facts));
                put(index, Slot::There(gone.session));
            } else if gone.is_marked || !accepts(Difference::Vanished(gone.session)) {
                // It stays what it is.
            } else if gone.stays {
                plan.facts.extend(known.get(&gone.session).map(|known| {
                    let facts = SessionFacts { cancelled: true, ..(*known).clone() };
                    (gone.session, facts)
                }));
            } else {
                plan.trash.push(gone.session);
            }
        }
        let unmoved: HashSet<SessionId> =
            self.pairs.iter().filter(|pair| !pair.is_moved).map(|pair| pair.session).collect();
        let trashed: HashSet<SessionId> = plan.trash.iter().copied().collect();
        let old = book.pages.iter().map(|page| page.session.id).filter(|id| !trashed.contains(id));
        plan.order = order::woven(at.into_iter().flatten().collect(), old, &unmoved);
        plan
    }
}

impl Plan {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self, book: &Book) -> bool {
        let present = book.pages.iter().map(|page| Slot::There(page.session.id));
        self.day.is_none() && self.facts.is_empty() && self.trash.is_empty() && present.eq(self.order.clone())
    }
}

impl Vanished {
    /// A session that the newer programme does not have; `None` for one that a person added.
    fn of(page: &Page) -> Option<Self> {
        let session = &page.session;
        if session.facts.by_hand {
            return None;
        }
        let lines = page.note.lines().iter().filter(|noted| !line::is_blank(&noted.text)).count();
        let stays = lines > 0 || session.starred || page.sheet.tidied() != Sheet::default();
        let is_marked = session.cancelled;
        Some(Self { session: session.id, lines, stays, is_marked, successor: None })
    }
}
