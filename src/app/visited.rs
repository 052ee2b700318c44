//! Where the person has been, for going back and forward. It lasts as long as the window.
//!
//! A place is a view, with the note that is open in it and the caret in that. Places in notes that are not on the screen any
//! more (another day, the trash) are passed over, and are there again when the note is.

use super::view::View;
use crate::domain::id::SessionId;

/// So many places are remembered.
const MOST: usize = 100;

/// A view, and a note with the caret in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What was shown.
    pub view: View,
    /// Whose note was open.
    pub session: SessionId,
    /// The caret, in characters from the start of the note.
    pub caret: usize,
}

/// The places before and after the present one, the nearest last.
#[derive(Clone, Debug, Default)]
pub struct Visited {
    before: Vec<Stop>,
    after: Vec<Stop>,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To where the person was before.
    Back,
    /// To where the person went back from.
    Forward,
}

impl Visited {
    /// The person leaves `stop` for somewhere new: there is nothing to go forward to any more.
    pub fn leave(&mut self, stop: Stop) {
        self.after.clear();
        if self.before.last() != Some(&stop) {
            self.before.push(stop);
        }
        if self.before.len() > MOST {
            self.before.remove(0);
        }
    }

    /// The next place that way, among those for which `is_there`. `here` is where the person is now.
    pub fn go(&mut self, way: Way, here: Stop, is_there: impl Fn(&Stop) -> bool) -> Option<Stop> {
        let (from, to) = match way {
            Way::Back => (&mut self.before, &mut self.after),
            Way::Forward => (&mut self.after, &mut self.before),
        };
        let place = from.iter().rposition(&is_there)?;
        let stop = from.get(place).cloned()?;
        from.truncate(place);
        to.push(here);
        Some(stop)
    }

    /// Whether there is a place that way, among those for which `is_there`.
    #[must_use]
    pub fn can_go(&self, way: Way, is_there: impl Fn(&Stop) -> bool) -> bool {
        let stops = match way {
            Way::Back => &self.before,
            Way::Forward => &self.after,
        };
        stops.iter().any(is_there)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn stop(session: u128) -> Stop {
        Stop { view: View::Day, session: SessionId::from(Uuid::from_u128(session)), caret: 0 }
    }

    #[test]
    fn back_and_forward_walk_over_the_same_places() {
        let mut visited = Visited::default();
        visited.leave(stop(1));
        visited.leave(stop(2));
        assert_eq!(visited.go(Way::Back, stop(3), |_| true), Some(stop(2)));
        assert_eq!(visited.go(Way::Back, stop(2), |_| true), Some(stop(1)));
        assert_eq!(visited.go(Way::Back, stop(1), |_| true), None);
        assert_eq!(visited.go(Way::Forward, stop(1), |_| true), Some(stop(2)));
        assert_eq!(visited.go(Way::Forward, stop(2), |_| true), Some(stop(3)));
        assert!(!visited.can_go(Way::Forward, |_| true));
    }

    #[test]
    fn going_somewhere_new_leaves_nothing_to_go_forward_to() {
        let mut visited = Visited::default();
        visited.leave(stop(1));
        assert_eq!(visited.go(Way::Back, stop(2), |_| true), Some(stop(1)));
        visited.leave(stop(1));
        assert!(!visited.can_go(Way::Forward, |_| true));
        assert!(visited.can_go(Way::Back, |_| true));
    }

    #[test]
    fn notes_that_are_gone_are_passed_over() {
        let mut visited = Visited::default();
        visited.leave(stop(1));
        visited.leave(stop(2));
        let is_there = |candidate: &Stop| *candidate != stop(2);
        assert_eq!(visited.go(Way::Back, stop(3), is_there), Some(stop(1)));
        assert!(!visited.can_go(Way::Back, is_there));
    }

    #[test]
    fn the_oldest_places_are_forgotten() {
        let mut visited = Visited::default();
        for number in 0..250 {
            visited.leave(stop(number));
        }
        let mut here = stop(250);
        let mut steps = 0;
        while let Some(there) = visited.go(Way::Back, here.clone(), |_| true) {
            here = there;
            steps += 1;
        }
        assert_eq!((steps, here), (MOST, stop(150)));
    }
}
