//! Finding and replacing in the open note: what is looked for, where it stands, and which of the places is looked at.
//!
//! The places are worked out when the note or the words change. Replacing everything is one step for undo.

use std::ops::Range;

use crate::domain::find::find_all;
use crate::domain::id::SessionId;

use super::draft::{Draft, Selected};
use super::line_edits::Way;
use super::state::State;

/// A place in the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In bytes.
    pub bytes: Range<usize>,
    /// In characters.
    pub characters: Range<usize>,
}

/// What is looked for in the open note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// The words.
    pub query: String,
    /// What they are replaced by.
    pub replacement: String,
    /// Whether there is a field for that.
    pub replaces: bool,
    /// The field of the words was asked for and has not had the focus yet.
    pub takes_focus: bool,
    /// Where the caret was when the bar was opened, in characters: looking starts there.
    from: usize,
    /// The places in the note.
    found: Vec<Place>,
    /// The place that is looked at.
    current: usize,
    /// What the places were worked out for.
    known: Option<(SessionId, u64, String)>,
}

impl Find {
    /// The places in the note, in order.
    #[must_use]
    pub fn found(&self) -> &[Place] {
        &self.found
    }

    /// The place that is looked at, counted from 0.
    #[must_use]
    pub fn current(&self) -> usize {
        self.current
    }

    /// Looks again when the note or the words have changed since. Other words start at the first place from the caret on,
    /// and the note is scrolled there.
    pub fn update(&mut self, draft: &mut Draft) {
        let known = (draft.session, draft.edits, self.query.clone());
        if self.known.as_ref() == Some(&known) {
            return;
        }
        let is_other = self.known.as_ref().is_none_or(|(_, _, query)| *query != self.query);
        self.known = Some(known);
        self.found = places(&draft.text, find_all(&draft.text, &self.query));
        self.current = self.current.min(self.found.len().saturating_sub(1));
        if is_other {
            let from = draft.byte_of(self.from);
            self.current = self.found.iter().position(|place| place.bytes.start >= from).unwrap_or_default();
            self.show(draft);
        }
    }

    /// Selects the next place, or the one before; after the last comes the first.
    pub fn step(&mut self, way: Way, draft: &mut Draft) {
        let count = self.found.len();
        if count == 0 {
            return;
        }
        self.current = match way {
            Way::Down => (self.current + 1) % count,
            Way::Up => (self.current + count - 1) % count,
        };
        self.show(draft);
    }

    /// Replaces the place that is looked at; the next one is looked at.
    pub fn replace(&mut self, draft: &mut Draft, now: f64) {
        let Some(range) = self.found.get(self.current).map(|place| place.bytes.clone()) else { return };
        let mut text = draft.text.clone();
        text.replace_range(range.clone(), &self.replacement);
        let end = range.start + self.replacement.len();
        let place = text.get(..end).map_or(0, |before| before.chars().count());
        draft.replace(text, Selected::at(place), now);
        self.known = None;
        self.update(draft);
    }

    /// Replaces every place. Says how many there were.
    pub fn replace_all(&mut self, draft: &mut Draft, now: f64) -> usize {
        let mut text = draft.text.clone();
        for place in self.found.iter().rev() {
            text.replace_range(place.bytes.clone(), &self.replacement);
        }
        let count = self.found.len();
        let most = text.chars().count();
        let caret = draft.selected.caret.min(most);
        draft.replace(text, Selected::at(caret), now);
        count
    }

    fn show(&self, draft: &mut Draft) {
        let Some(place) = self.found.get(self.current) else { return };
        draft.selected = Selected { caret: place.characters.end, anchor: place.characters.start };
        draft.reveal = true;
    }
}

/// Counts characters along with bytes, once through the text.
fn places(text: &str, found: Vec<Range<usize>>) -> Vec<Place> {
    let (mut byte, mut character) = (0, 0);
    let mut counted = |to: usize| {
        character += text.get(byte..to).map_or(0, |between| between.chars().count());
        byte = to;
        character
    };
    let place = |bytes: Range<usize>| {
        let start = counted(bytes.start);
        Place { characters: start..counted(bytes.end), bytes }
    };
    found.into_iter().map(place).collect()
}

impl State {
    /// Opens the bar, with the words that are selected on one line.
    pub(super) fn open_find(&mut self, replaces: bool) {
        let Some(draft) = &self.draft else { return };
        let range = draft.selected.range();
        let selected =
            draft.text.get(draft.byte_of(range.start)..draft.byte_of(range.end)).unwrap_or_default();
        let mut find = self.find.take().unwrap_or_default();
        if !selected.is_empty() && !selected.contains('\n') {
            selected.clone_into(&mut find.query);
        }
        find.replaces = replaces;
        find.from = range.start;
        find.takes_focus = true;
        self.find = Some(find);
    }

    pub(super) fn close_find(&mut self) {
        let found = self.find.take().and_then(|find| find.found.get(find.current).cloned());
        if let (Some(place), Some(draft)) = (found, &mut self.draft) {
            draft.selected = Selected { caret: place.characters.end, anchor: place.characters.start };
        }
        self.focus_note();
    }

    pub(super) fn find_step(&mut self, way: Way) {
        if let (Some(find), Some(draft)) = (&mut self.find, &mut self.draft) {
            find.step(way, draft);
        }
    }

    pub(super) fn replace_found(&mut self, all: bool, now: f64) {
        let (Some(find), Some(draft)) = (&mut self.find, &mut self.draft) else { return };
        if all {
            find.replace_all(draft, now);
        } else {
            find.replace(draft, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn looking_for(query: &str, text: &str) -> (Find, Draft) {
        let mut draft = Draft::new(SessionId::from(Uuid::nil()), text.to_owned(), 0);
        let mut find = Find { query: query.to_owned(), replacement: "x".to_owned(), ..Find::default() };
        find.update(&mut draft);
        (find, draft)
    }

    #[test]
    fn the_first_place_from_the_caret_on_is_selected_and_keys_walk_round() {
        let (mut find, mut draft) = looking_for("een", "één\ntwee eén");
        assert_eq!((find.found().len(), find.current()), (2, 0));
        assert_eq!(draft.selected, Selected { caret: 3, anchor: 0 });
        find.step(Way::Down, &mut draft);
        assert_eq!(draft.selected, Selected { caret: 12, anchor: 9 });
        find.step(Way::Down, &mut draft);
        assert_eq!(find.current(), 0);
        find.step(Way::Up, &mut draft);
        assert_eq!(find.current(), 1);
        assert!(draft.reveal);
    }

    #[test]
    fn one_place_is_replaced_and_the_next_is_looked_at() {
        let (mut find, mut draft) = looking_for("een", "een een een");
        find.replace(&mut draft, 0.0);
        assert_eq!(draft.text, "x een een");
        assert_eq!(draft.selected, Selected { caret: 5, anchor: 2 });
        find.replace(&mut draft, 0.0);
        assert_eq!(draft.text, "x x een");
    }

    #[test]
    fn all_places_are_replaced_in_one_step() {
        let (mut find, mut draft) = looking_for("een", "Een en eén");
        assert_eq!(find.replace_all(&mut draft, 0.0), 2);
        assert_eq!(draft.text, "x en x");
        assert_eq!(draft.replacement.as_ref().map(|done| done.before.0.as_str()), Some("Een en eén"));
    }

    #[test]
    fn what_is_not_there_is_not_found_and_nothing_is_replaced() {
        let (mut find, mut draft) = looking_for("zes", "een");
        find.step(Way::Down, &mut draft);
        find.replace(&mut draft, 0.0);
        assert_eq!((draft.text.as_str(), find.found().len()), ("een", 0));
    }
}
