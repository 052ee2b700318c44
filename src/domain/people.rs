//! Who is in a day: who speaks, who and what is named in the notes, and the organisations that speakers come from.
//!
//! Two names are the same person when they differ only in case, accents, titles and signs. A single word is the person
//! of the day that has it as a first or a last name, if there is only one. Nothing here changes a text: how a line names
//! somebody stays as it was typed.

use std::collections::{BTreeMap, HashMap};

use super::day::{Session, Speaker};
use super::id::SessionId;
use super::named::Named;
use super::organisation;
use super::trend::fold;

/// Titles in front of a name, without dots.
const TITLES: [&str; 19] = [
    "dr",
    "drs",
    "prof",
    "professor",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "ir",
    "ing",
    "dhr",
    "mevr",
    "mw",
    "mevrouw",
    "meneer",
    "heer",
    "ds",
    "sir",
];

/// Titles behind a name, without dots. Those behind a comma may be any of them.
const LETTERS: [&str; 12] = ["msc", "phd", "mba", "bsc", "llm", "mpa", "ma", "ba", "ra", "rc", "rm", "bc"];

/// So many of [`LETTERS`] are no surname either: they need no comma.
const SURE_LETTERS: usize = 6;

/// Somebody or something that is in a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name without titles, as the programme writes it; for who is only named, as it was first typed.
    pub name: String,
    /// What the programme says that a speaker does.
    pub role: Option<String>,
    /// How the day knows them.
    pub known_as: KnownAs,
    /// The sessions that they speak in; of an organisation, those that its people speak in.
    pub sessions: Vec<SessionId>,
    /// In how many lines they are named.
    pub lines: usize,
}

/// How a day knows somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KnownAs {
    /// Speaks in a session.
    Speaker,
    /// Is where a speaker comes from.
    Organisation,
    /// Is named in a note; a person or an organisation.
    Named,
}

/// The form in which names are compared: lower case, without accents, titles, spaces and signs.
#[must_use]
pub fn key(name: &str) -> String {
    fold(&without_titles(name)).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The words of a name without its titles, each in the form in which names are compared.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    fold(&without_titles(name))
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The name without the titles in front of it and behind it; the whole name where there is nothing else.
#[must_use]
pub fn without_titles(name: &str) -> String {
    let (front, behind) = name.split_once(',').unwrap_or((name, ""));
    let is_letters = |word: &str| LETTERS.contains(&bare(word).as_str());
    let front = if behind.split_whitespace().all(is_letters) { front } else { name };
    let mut words: Vec<&str> = front.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| is_sure_letters(word)) {
        words.pop();
    }
    let titles = leading_titles(&words);
    words.get(titles..).unwrap_or_default().join(" ")
}

/// How many words in front are titles; never all of them.
fn leading_titles(words: &[&str]) -> usize {
    let most = words.len().saturating_sub(1);
    // "de heer" is a title, "de" alone begins a surname.
    let polite = matches!(words, [de, heer, _, ..] if bare(de) == "de" && bare(heer) == "heer");
    let skipped = usize::from(polite);
    let count = words.iter().skip(skipped).take_while(|word| is_title(word)).count();
    (skipped + count).min(most)
}

/// Also several in one, such as "prof.dr.".
fn is_title(word: &str) -> bool {
    let parts: Vec<String> = word.split('.').map(bare).filter(|part| !part.is_empty()).collect();
    !parts.is_empty() && parts.iter().all(|part| TITLES.contains(&part.as_str()))
}

fn is_sure_letters(word: &str) -> bool {
    LETTERS.iter().take(SURE_LETTERS).any(|letters| *letters == bare(word))
}

/// A word in lower case without dots and commas.
fn bare(word: &str) -> String {
    fold(word).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Who is in a day with these sessions, each with what its note names: speakers in the order of the programme, their
/// organisations, then who is only named, in the order of hearing.
#[must_use]
pub fn of_day<'a>(
    sessions: impl Iterator<Item = &'a Session> + Clone,
    heard: &BTreeMap<SessionId, Named>,
) -> Vec<Person> {
    let speakers = sessions
        .clone()
        .flat_map(|session| session.facts.speakers.iter().map(move |speaker| (speaker, Some(session.id))));
    collect(speakers, sessions.filter_map(|session| heard.get(&session.id)))
}

/// Who is among these speakers and named in `heard`, of sessions that do not matter any more.
#[must_use]
pub fn of_speakers(speakers: &[Speaker], heard: &Named) -> Vec<Person> {
    collect(speakers.iter().map(|speaker| (speaker, None)), std::iter::once(heard))
}

fn collect<'a>(
    speakers: impl Iterator<Item = (&'a Speaker, Option<SessionId>)> + Clone,
    heard: impl Iterator<Item = &'a Named>,
) -> Vec<Person> {
    let mut people = People::default();
    for (speaker, session) in speakers.clone() {
        people.speaks(&speaker.name, speaker.role.as_deref(), session);
    }
    for (speaker, session) in speakers {
        for name in organisation::named_in(speaker.role.as_deref().unwrap_or_default()) {
            people.comes_along(name, session);
        }
    }
    people.index_words();
    for count in heard.flat_map(|heard| heard.names.iter()) {
        people.is_named(&count.name, count.lines);
    }
    people.list
}

impl Person {
    fn is_in(&mut self, session: Option<SessionId>) {
        self.sessions.extend(session.filter(|session| !self.sessions.contains(session)));
    }
}

/// Everybody so far, found by key and by first or last name.
#[derive(Default)]
struct People {
    list: Vec<Person>,
    by_key: HashMap<String, usize>,
    /// A word with the one person that has it, or `None` when several have it.
    by_word: HashMap<String, Option<usize>>,
}

impl People {
    fn speaks(&mut self, name: &str, role: Option<&str>, session: Option<SessionId>) {
        if let Some(person) = self.person(&without_titles(name), KnownAs::Speaker) {
            if person.role.is_none() {
                person.role = role.map(str::to_owned);
            }
            person.is_in(session);
        }
    }

    fn comes_along(&mut self, name: &str, session: Option<SessionId>) {
        if let Some(organisation) = self.person(name, KnownAs::Organisation) {
            organisation.is_in(session);
        }
    }

    fn is_named(&mut self, name: &str, lines: usize) {
        let by_word = self.by_word.get(&key(name)).copied().flatten();
        let found = by_word.and_then(|place| self.list.get_mut(place));
        let person = match found {
            Some(person) => Some(person),
            None => self.person(&without_titles(name), KnownAs::Named),
        };
        if let Some(person) = person {
            person.lines += lines;
        }
    }

    /// The person with this name, who may be new. A name without letters is nobody.
    fn person(&mut self, name: &str, known_as: KnownAs) -> Option<&mut Person> {
        let key = key(name);
        if key.is_empty() {
            return None;
        }
        let next = self.list.len();
        let place = *self.by_key.entry(key).or_insert(next);
        if place == next {
            let name = name.to_owned();
            self.list.push(Person { name, role: None, known_as, sessions: Vec::new(), lines: 0 });
        }
        self.list.get_mut(place)
    }

    /// First and last names, of everybody whose name has more than one word.
    fn index_words(&mut self) {
        for (place, person) in self.list.iter().enumerate() {
            let words = words(&person.name);
            let [first, .., last] = words.as_slice() else { continue };
            for word in [first, last] {
                // A name of its own goes before somebody's first name.
                if self.by_key.contains_key(word) {
                    continue;
                }
                let one = self.by_word.entry(word.clone()).or_insert(Some(place));
                if *one != Some(place) {
                    *one = None;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::day::SessionFacts;

    fn session(number: u128, speakers: &[(&str, Option<&str>)]) -> Session {
        let speakers = speakers
            .iter()
            .map(|(name, role)| Speaker { name: (*name).to_owned(), role: role.map(str::to_owned) })
            .collect();
        Session {
            id: SessionId::from(Uuid::from_u128(number)),
            position: u32::try_from(number).expect("a small number"),
            cancelled: false,
            private: false,
            starred: false,
            facts: SessionFacts { speakers, ..SessionFacts::default() },
        }
    }

    fn heard(sessions: &[Session], notes: &[&[&str]]) -> BTreeMap<SessionId, Named> {
        let heard = notes.iter().map(|lines| Named::of_lines(lines.iter().copied(), &[], std::iter::empty()));
        sessions.iter().map(|session| session.id).zip(heard).collect()
    }

    #[test]
    fn titles_case_accents_and_signs_do_not_matter() {
        let same = ["dr. Julien van Ostaaijen", "Julien van Ostaaijen", "Prof.dr. JULIEN VAN OSTAAIJEN"];
        assert_eq!(key(same[0]), key(same[1]));
        assert_eq!(key("prof. dr. ir. Zoë de Vries, MSc"), key("Zoe de Vries"));
        assert_eq!(key("mevrouw A. Bakker PhD"), "abakker");
        assert_eq!(key("de heer De Wit"), "dewit");
        assert_eq!(key("Anne-Marie O’Neill"), "annemarieoneill");
    }

    #[test]
    fn titles_are_dropped_and_the_rest_stays_as_it_is_written() {
        assert_eq!(without_titles("dr. Eva van den Broek"), "Eva van den Broek");
        assert_eq!(without_titles("Mr. dr. P.J. Zwart, LLM"), "P.J. Zwart");
        assert_eq!(without_titles("Prof. Yo Ma"), "Yo Ma", "two letters may be a surname");
        assert_eq!(without_titles("Jansen, Piet"), "Jansen, Piet");
        assert_eq!(without_titles("dr."), "dr.", "a name is never empty");
        assert_eq!(without_titles("De Boer"), "De Boer");
    }

    #[test]
    fn who_speaks_comes_first_then_where_they_are_from_then_who_is_named() {
        let sessions = [
            session(1, &[("dr. Bram Bakker", Some("adviseur, gemeente Tilburg"))]),
            session(2, &[("Bram  bakker", None), ("Noor Yilmaz", Some("lector, Avans Hogeschool"))]),
        ];
        let heard =
            heard(&sessions, &[&["met @Fatima en @bram"], &["@[Noor Yilmaz] belt @politie", "@Bakker"]]);
        let people = of_day(sessions.iter(), &heard);
        let said: Vec<(&str, usize, usize)> =
            people.iter().map(|person| (person.name.as_str(), person.sessions.len(), person.lines)).collect();
        assert_eq!(
            said,
            [
                ("Bram Bakker", 2, 2),
                ("Noor Yilmaz", 1, 1),
                ("gemeente Tilburg", 1, 0),
                ("Avans Hogeschool", 1, 0),
                ("Fatima", 0, 1),
                ("politie", 0, 1),
            ]
        );
        assert_eq!(people[0].role.as_deref(), Some("adviseur, gemeente Tilburg"));
        assert_eq!(people[4].known_as, KnownAs::Named);
    }

    #[test]
    fn a_first_name_of_two_people_is_neither_of_them() {
        let sessions = [session(1, &[("Bram Bakker", None), ("Bram de Wit", None)])];
        let people = of_day(sessions.iter(), &heard(&sessions, &[&["@Bram zegt iets", "@Wit ook"]]));
        let said: Vec<(&str, usize)> =
            people.iter().map(|person| (person.name.as_str(), person.lines)).collect();
        assert_eq!(said, [("Bram Bakker", 0), ("Bram de Wit", 1), ("Bram", 1)]);
    }
}
