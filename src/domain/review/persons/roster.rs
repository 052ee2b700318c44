//! Everybody so far, and by which names each day knows them.

use std::collections::HashMap;

use super::Profile;
use crate::domain::people;

/// Everybody so far, of all days, each once.
#[derive(Default)]
pub struct Roster {
    pub list: Vec<Profile>,
    by_key: HashMap<String, usize>,
}

/// By whom a name is given in a day. A single word means who is in the programme before anybody else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The programme.
    Programme,
    /// The list of participants, a row of whom was spoken with, or a line.
    Noted,
}

/// The names of one day.
#[derive(Default)]
pub struct DayNames {
    programme: Names,
    noted: Names,
    /// Whom a name means, as it was written; comparing names costs far more than looking them up.
    meant: HashMap<String, usize>,
}

/// Names, each of one person, found as a whole or by a first or a last name.
#[derive(Default)]
struct Names {
    by_key: HashMap<String, usize>,
    by_word: HashMap<String, Means>,
}

/// Who is meant by a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Means {
    /// Only this one.
    One(usize),
    /// Several have it, so none of them.
    Several,
}

impl Roster {
    /// The place of who has this name, who may be new. A name without letters is nobody.
    fn place(&mut self, name: &str) -> Option<usize> {
        let key = people::key(name);
        if key.is_empty() {
            return None;
        }
        let next = self.list.len();
        let place = *self.by_key.entry(key).or_insert(next);
        if place == next {
            self.list.push(Profile { name: people::without_titles(name), ..Profile::default() });
        }
        Some(place)
    }
}

impl DayNames {
    /// Adds a name to the day, before any is looked up.
    pub fn add<'a>(&mut self, roster: &'a mut Roster, name: &str, known: Known) -> Option<&'a mut Profile> {
        let place = roster.place(name)?;
        let names = match known {
            Known::Programme => &mut self.programme,
            Known::Noted => &mut self.noted,
        };
        names.add(name, place);
        roster.list.get_mut(place)
    }

    /// The place of who is meant by a name in this day.
    pub fn find(&self, roster: &Roster, name: &str) -> Option<usize> {
        let key = people::key(name);
        match self.programme.find(&key).or_else(|| self.noted.find(&key)) {
            Some(Means::One(place)) => Some(place),
            // One name of several words is the same in all days; a single word may be anybody.
            None if people::words(name).len() > 1 => roster.by_key.get(&key).copied(),
            None | Some(Means::Several) => None,
        }
    }

    /// Whether somebody has this name, in this day or, by its whole name, in another.
    pub fn knows(&self, roster: &Roster, name: &str) -> bool {
        self.find(roster, name).is_some() || roster.by_key.contains_key(&people::key(name))
    }

    /// Who is meant by a name in this day, who may be new.
    pub fn find_or_add<'a>(&mut self, roster: &'a mut Roster, name: &str) -> Option<&'a mut Profile> {
        let place = match self.meant.get(name) {
            Some(place) => *place,
            None => self.find(roster, name).or_else(|| roster.place(name))?,
        };
        self.meant.insert(name.to_owned(), place);
        roster.list.get_mut(place)
    }
}

impl Names {
    fn add(&mut self, name: &str, place: usize) {
        self.by_key.insert(people::key(name), place);
        if let [first, .., last] = people::words(name).as_slice() {
            for word in [first, last] {
                let means = self.by_word.entry(word.clone()).or_insert(Means::One(place));
                if *means != Means::One(place) {
                    *means = Means::Several;
                }
            }
        }
    }

    /// A name of its own goes before somebody's first name.
    fn find(&self, key: &str) -> Option<Means> {
        let whole = self.by_key.get(key).map(|place| Means::One(*place));
        whole.or_else(|| self.by_word.get(key).copied())
    }
}
