//! Who is in the day, as the view on people lists them: whose name was looked for, and who is looked at.

use crate::domain::book::Book;
use crate::domain::find;
use crate::domain::people;
use crate::domain::review::entry::Entry;
use crate::domain::review::persons::{Alike, Profile, alike, profiles};

use super::state::State;

/// Who is listed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Who speaks.
    Speaks,
    /// With whom was spoken, who was named or quoted.
    Met,
    /// Where speakers come from.
    Organisation,
    /// Who is only on the list of participants.
    Listed,
}

impl Group {
    /// Where somebody belongs.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        if profile.is_organisation {
            Self::Organisation
        } else if !profile.speaks.is_empty() {
            Self::Speaks
        } else if profile.is_met() {
            Self::Met
        } else {
            Self::Listed
        }
    }
}

/// Something that is changed about who is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only who has these words in the name, the organisation or the function.
    Query(String),
    /// Look at somebody, by the place among all; or at nobody.
    Choose(Option<usize>),
}

/// Everybody, and who of them is listed.
#[derive(Debug, Default)]
pub struct PeopleList {
    /// Counts what was worked out: rows that were made of this are out of date under another number.
    pub turn: u64,
    /// Everybody.
    pub profiles: Vec<Profile>,
    /// Who may be the same.
    pub alike: Vec<Alike>,
    /// What was looked for.
    pub query: String,
    /// Who is listed, by the place among all: in groups, and within a group as the day has them.
    pub found: Vec<usize>,
    /// Who is looked at.
    pub chosen: Option<usize>,
}

impl PeopleList {
    /// Reads the day. Who was looked at is found by name.
    pub(super) fn read(&mut self, book: &Book, entries: &[Entry]) {
        let chosen =
            self.chosen.and_then(|chosen| self.profiles.get(chosen)).map(|one| people::key(&one.name));
        self.profiles = profiles(&[book], entries);
        self.alike = alike(&self.profiles);
        self.chosen =
            chosen.and_then(|key| self.profiles.iter().position(|profile| people::key(&profile.name) == key));
        self.search();
    }

    fn search(&mut self) {
        self.turn += 1;
        let words: Vec<&str> = self.query.split_whitespace().collect();
        let has = |profile: &Profile, word: &str| {
            let texts = [Some(&profile.name), profile.organisation.as_ref(), profile.function.as_ref()];
            let mut texts = texts.into_iter().flatten().chain(&profile.spellings);
            texts.any(|text| !find::find_all(text, word).is_empty())
        };
        let all = self.profiles.iter().enumerate();
        let mut found: Vec<(Group, usize)> = all
            .filter(|(_, profile)| words.iter().all(|word| has(profile, word)))
            .map(|(place, profile)| (Group::of(profile), place))
            .collect();
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, place)| place).collect();
    }

    /// Who may be the same as somebody, each with the name that would stay.
    pub fn like(&self, one: usize) -> impl Iterator<Item = (usize, Alike)> {
        self.alike.iter().filter_map(move |pair| match *pair {
            Alike { keep, other } if keep == one => Some((other, *pair)),
            Alike { keep, other } if other == one => Some((keep, *pair)),
            _ => None,
        })
    }
}

impl State {
    /// Lists others, or looks at somebody.
    pub(super) fn change_people(&mut self, change: Change) {
        let people = &mut self.afterwards.people;
        match change {
            Change::Query(query) => {
                people.query = query;
                people.search();
            }
            Change::Choose(chosen) => people.chosen = chosen.filter(|place| *place < people.profiles.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::book;

    #[test]
    fn people_are_listed_in_groups_and_found_by_words_of_name_and_function() {
        let mut book = book(&[("Lezing", "bellen met @[Noor de Wit]\nook @[Zoë Jansen]")]);
        book.pages[0].session.facts.speakers = vec![crate::domain::day::Speaker {
            name: "dr. Bram Bakker".to_owned(),
            role: Some("lector, Hogeschool Oost".to_owned()),
        }];
        let entries = entries(&book);
        let mut people = PeopleList::default();
        people.read(&book, &entries);
        let found = |people: &PeopleList| -> Vec<String> {
            people.found.iter().map(|place| people.profiles[*place].name.clone()).collect()
        };
        assert_eq!(found(&people), ["Bram Bakker", "Noor de Wit", "Zoë Jansen", "Hogeschool Oost"]);
        people.query = "zoe".to_owned();
        people.search();
        assert_eq!(found(&people), ["Zoë Jansen"]);
        people.query = "oost lector".to_owned();
        people.search();
        assert_eq!(found(&people), ["Bram Bakker"]);
        people.chosen = Some(people.found[0]);
        people.read(&book, &entries);
        assert_eq!(people.chosen.map(|place| people.profiles[place].name.as_str()), Some("Bram Bakker"));
    }
}
