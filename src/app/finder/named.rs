//! The trends and the people of a day, each once, with the sessions and the lines that name them.

use std::collections::HashMap;

use crate::domain::book::Book;
use crate::domain::query::Remark;
use crate::domain::trend;

/// A trend or a person.
pub struct Named {
    /// The tag of the trend, or the name as it was first written.
    pub name: String,
    /// The sessions a person speaks in, by their place in the day.
    pub sessions: Vec<usize>,
    /// The lines that name it, by their place among the day's remarks.
    pub lines: Vec<usize>,
}

/// The trends that the day brings along, then those that were only typed.
pub fn trends(book: &Book, remarks: &[Remark<'_>]) -> Vec<Named> {
    let mut register = Register::default();
    for known in &book.day.facts.trends {
        register.entry(trend::normalise(&known.tag), &known.tag);
    }
    for (place, remark) in remarks.iter().enumerate() {
        for tag in &remark.trends {
            if let Some(named) = register.entry(trend::normalise(tag), tag) {
                named.lines.push(place);
            }
        }
    }
    register.all
}

/// The speakers, in the order of the programme, then who else is mentioned. Names are the same when they differ in case
/// or accents only: who "Bram" is, nobody but the writer knows.
pub fn people(book: &Book, remarks: &[Remark<'_>]) -> Vec<Named> {
    let mut register = Register::default();
    for (place, page) in book.pages.iter().enumerate() {
        for speaker in &page.session.facts.speakers {
            if let Some(named) = register.entry(trend::fold(&speaker.name), &speaker.name) {
                named.sessions.push(place);
            }
        }
    }
    for (place, remark) in remarks.iter().enumerate() {
        for mention in &remark.parsed.mentions {
            let named = register.entry(trend::fold(&mention.name), &mention.name);
            if let Some(named) = named.filter(|named| named.lines.last() != Some(&place)) {
                named.lines.push(place);
            }
        }
    }
    register.all
}

#[derive(Default)]
struct Register {
    all: Vec<Named>,
    places: HashMap<String, usize>,
}

impl Register {
    /// What has this key; the first time it gets this name.
    fn entry(&mut self, key: String, name: &str) -> Option<&mut Named> {
        let next = self.all.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.all.push(Named { name: name.to_owned(), sessions: Vec::new(), lines: Vec::new() });
        }
        self.all.get_mut(place)
    }
}
