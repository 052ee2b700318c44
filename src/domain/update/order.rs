//! The order of a day after an update: that of the newer programme, with what it does not have where it was.

use std::collections::{HashMap, HashSet};

use crate::domain::id::SessionId;

/// A place in the order of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A session that the day has already.
    There(SessionId),
    /// A session that it gets: its place in the newer programme, from 0.
    New(usize),
}

/// Which of these places, each one different, keep their order: as many as can.
pub fn in_order(places: &[usize]) -> Vec<bool> {
    // The longest rising row. `ends` has, for each length, where the row of that length with the lowest end ends.
    let place = |index: usize| places.get(index).copied().unwrap_or_default();
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for index in 0..places.len() {
        let length = ends.partition_point(|end| place(*end) < place(index));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        if let Some(stay) = stays.get_mut(index) {
            *stay = true;
        }
        at = before.get(index).copied().flatten();
    }
    stays
}

/// `base` with those of the `old` sessions that it lacks, each behind the nearest one before it that kept its place, or
/// else at the start.
pub fn woven(
    base: Vec<Slot>,
    old: impl Iterator<Item = SessionId>,
    unmoved: &HashSet<SessionId>,
) -> Vec<Slot> {
    let placed: HashSet<Slot> = base.iter().copied().collect();
    let mut behind: HashMap<Option<SessionId>, Vec<SessionId>> = HashMap::new();
    let mut last = None;
    for session in old {
        if !placed.contains(&Slot::There(session)) {
            behind.entry(last).or_default().push(session);
        } else if unmoved.contains(&session) {
            last = Some(session);
        }
    }
    let mut put = |order: &mut Vec<Slot>, after: Option<SessionId>| {
        order.extend(behind.remove(&after).into_iter().flatten().map(Slot::There));
    };
    let mut order = Vec::with_capacity(base.len());
    put(&mut order, None);
    for slot in base {
        order.push(slot);
        if let Slot::There(session) = slot {
            put(&mut order, Some(session));
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_that_goes_elsewhere_is_the_only_one_that_moves() {
        assert_eq!(in_order(&[1, 2, 3, 0]), [true, true, true, false]);
        assert_eq!(in_order(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(in_order(&[]), Vec::<bool>::new());
    }

    proptest! {
        #[test]
        fn what_stays_rises(places in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let stays = in_order(&places);
            let kept: Vec<usize> =
                places.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(place, _)| *place).collect();
            prop_assert!(kept.is_sorted() && !kept.is_empty());
        }
    }
}
