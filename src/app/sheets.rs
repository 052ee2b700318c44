//! What a person does at the points of a list, and how numbered lines become one. The texts of a sheet are typed in place;
//! see [`super::draft`].

use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::sheet::{PointNote, PointPlace, Rating};

use super::state::State;

impl State {
    /// The lists of the open session: those of the programme, then those that the person made.
    pub fn lists(&self) -> impl Iterator<Item = &PointList> {
        let programme = self.page().map_or(&[][..], |page| page.session.facts.lists.as_slice());
        let own = self.draft.as_ref().map_or(&[][..], |draft| draft.sheet.lists.as_slice());
        programme.iter().chain(own)
    }

    /// A point of the open session's lists.
    #[must_use]
    pub fn point(&self, place: PointPlace) -> Option<&Point> {
        self.lists().nth(place.list)?.points.get(place.point)
    }

    pub(super) fn tick_point(&mut self, place: PointPlace, now: f64) {
        self.change_point(place, now, |note| note.ticked = !note.ticked);
    }

    pub(super) fn rate_point(&mut self, place: PointPlace, rating: Rating, now: f64) {
        self.change_point(place, now, |note| {
            note.rating = Some(rating).filter(|rating| note.rating != Some(*rating));
        });
    }

    fn change_point(&mut self, place: PointPlace, now: f64, change: impl FnOnce(&mut PointNote)) {
        let Some(label) = self.point(place).map(|point| point.label.clone()) else { return };
        if let Some(draft) = &mut self.draft {
            draft.sheet.change_note(place, &label, change);
            draft.noted(now);
        }
    }

    /// What is offered is worked out when the text is sent, so that comes first.
    pub(super) fn make_list(&mut self, kind: PointListKind, now: f64) {
        self.flush(now);
        let (Some(draft), Some(book)) = (&mut self.draft, &self.book) else { return };
        let Some(offer) = self.gathered.offer.take() else { return };
        draft.sheet.make_list(offer, kind, &book.day.facts.trends);
        draft.noted(now);
        self.flush(now);
    }

    pub(super) fn ask_for_footer(&mut self) {
        if let Some(draft) = &mut self.draft {
            draft.asks_for_footer = true;
        }
    }
}
