//! The names that are offered while one is typed after `#` or `@`: gathered when notes and days change, put in order when
//! a sign is typed.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::book::{Book, Page};
use crate::domain::choice::{self, Choice, Elsewhere};
use crate::domain::id::SessionId;
use crate::domain::line::Sign;
use crate::domain::named::Named;
use crate::domain::people::{self, Person};
use crate::domain::trend::{self, Trend};

/// What notes and days name, and the choices that were made of it.
#[derive(Debug, Default)]
pub struct Names {
    /// What each note of the day names.
    heard: BTreeMap<SessionId, Named>,
    elsewhere: Elsewhere,
    /// Who makes the notes, if that is known.
    me: Option<Person>,
    /// The choices per sign, and the session that they are for. Emptied when what they were made of changes.
    choices: HashMap<Sign, (SessionId, Vec<Choice>)>,
}

impl Names {
    /// Another day is on the screen, or this one has changed.
    pub(super) fn day_changed(&mut self, book: &Book) {
        let trends = &book.day.facts.trends;
        let heard_on = |page: &Page| {
            let lines = page.note.lines().iter().map(|line| line.text.as_str());
            (page.session.id, Named::of_lines(lines, trends, page.lists()))
        };
        self.heard = book.pages.iter().map(heard_on).collect();
        self.choices.clear();
    }

    /// The note of a session was read.
    pub(super) fn note_changed(&mut self, session: SessionId, heard: &Named) {
        let known = self.heard.get(&session);
        if known.map(|known| &known.trends) != Some(&heard.trends) {
            self.choices.remove(&Sign::Trend);
        }
        if known.map(|known| &known.names) != Some(&heard.names) {
            self.choices.remove(&Sign::Name);
        }
        if known != Some(heard) {
            self.heard.insert(session, heard.clone());
        }
    }

    /// What the other days know has arrived.
    pub(super) fn elsewhere(&mut self, elsewhere: Elsewhere) {
        self.elsewhere = elsewhere;
        self.choices.clear();
    }

    /// Who makes the notes is somebody that can be named in them, also where no day knows them.
    pub(super) fn me(&mut self, me: Option<Person>) {
        if self.me != me {
            self.me = me;
            self.choices.remove(&Sign::Name);
        }
    }

    /// The trends and the people that a search can ask for: those of the day first.
    pub(super) fn known(&self, book: Option<&Book>) -> (Vec<Trend>, Vec<String>) {
        let mut seen = HashSet::new();
        let of_day = book.map(|book| book.day.facts.trends.as_slice()).unwrap_or_default();
        let heard = self.heard.values().flat_map(|named| named.trends.iter()).map(|count| Trend {
            tag: count.name.clone(),
            label: count.name.clone(),
            aliases: Vec::new(),
        });
        let trends = of_day.iter().cloned().chain(heard).chain(self.elsewhere.trends.iter().cloned());
        let trends = trends.filter(|trend| seen.insert(trend::normalise(&trend.tag))).collect();
        let named = self.heard.values().flat_map(|named| named.names.iter()).map(|count| count.name.clone());
        let speakers = book.into_iter().flat_map(|book| &book.pages);
        let speakers =
            speakers.flat_map(|page| &page.session.facts.speakers).map(|speaker| speaker.name.clone());
        let elsewhere = self.elsewhere.people.iter().map(|person| person.name.clone());
        let mut met = HashSet::new();
        let names = named.chain(speakers).chain(elsewhere).filter(|name| met.insert(people::key(name)));
        (trends, names.collect())
    }

    /// The choices for a sign in the note of a session of `book`, nearest first.
    pub fn choices(&mut self, book: &Book, session: SessionId, sign: Sign) -> &[Choice] {
        let is_made = self.choices.get(&sign).is_some_and(|(made_for, _)| *made_for == session);
        if !is_made && let Some(page) = book.page(session) {
            let made = choice::choices(sign, book, page, &self.heard, &self.elsewhere, self.me.as_ref());
            self.choices.insert(sign, (session, made));
        }
        self.choices.get(&sign).map_or(&[], |(_, choices)| choices)
    }
}
