//! What `#` and `@` can become: the trends, points and people that are nearest to the caret first, and which of them fit
//! what was typed.
//!
//! Case, accents, spaces and signs are ignored. It is all pure: where the names come from, and when they are gathered
//! anew, is for others.

use std::collections::{BTreeMap, HashSet};

use super::book::{Book, Page};
use super::day::Speaker;
use super::id::SessionId;
use super::line::{self, Sign};
use super::named::{Named, Tally};
use super::people::{self, KnownAs, Person};
use super::points::{PointList, PointListKind};
use super::trend::{self, Trend};

/// In a long label, so many words are looked at.
const MOST_WORDS: usize = 16;

/// So many trends, and so many people, of other days are offered.
const MOST_ELSEWHERE: usize = 5_000;

/// Something that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is written when it is taken, with its sign.
    pub written: String,
    /// What it is called.
    pub name: String,
    /// What more there is to say of it: the label of a trend, what a person does. May be empty.
    pub about: String,
    /// In how many lines of the day it is.
    pub lines: usize,
    /// What may be typed for it, best first.
    keys: Keys,
}

/// The normalised forms in which a choice is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    /// What begins with the typed text goes first.
    first: Vec<String>,
    /// What begins with it here comes second.
    second: Vec<String>,
}

/// What other days know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// The trends of other days, those that were only typed too.
    pub trends: Vec<Trend>,
    /// The people of other days.
    pub people: Vec<Person>,
}

impl Elsewhere {
    /// What other days know, by the trends that they brought along, who speaks there, and lines of their notes. Of two
    /// spellings the first counts.
    #[must_use]
    pub fn gather(
        trends: Vec<Trend>,
        speakers: &[Speaker],
        lines: impl Iterator<Item = impl AsRef<str>>,
    ) -> Self {
        let heard = Named::of_lines(lines, &[], std::iter::empty());
        let mut seen = HashSet::new();
        let typed = heard.trends.iter().map(|count| Trend {
            tag: count.name.clone(),
            label: count.name.clone(),
            aliases: Vec::new(),
        });
        let trends =
            trends.into_iter().chain(typed).filter(|trend| seen.insert(trend::normalise(&trend.tag)));
        let trends = trends.take(MOST_ELSEWHERE).collect();
        let mut people = people::of_speakers(speakers, &heard);
        people.truncate(MOST_ELSEWHERE);
        Self { trends, people }
    }
}

/// The choices that fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// The best, at most as many as were asked for.
    pub best: Vec<Choice>,
    /// How many fit in all.
    pub count: usize,
}

/// The choices for `sign` in the note of `page`, nearest first. `heard` is what each note of the day names, `me` who makes the
/// notes.
#[must_use]
pub fn choices(
    sign: Sign,
    book: &Book,
    page: &Page,
    heard: &BTreeMap<SessionId, Named>,
    elsewhere: &Elsewhere,
    me: Option<&Person>,
) -> Vec<Choice> {
    match sign {
        Sign::Trend => trends(book, page, heard, elsewhere),
        Sign::Name => names(book, page, heard, elsewhere, me),
    }
}

/// The choices that `typed` can become. Nothing typed gives all.
#[must_use]
pub fn fitting(choices: &[Choice], typed: &str, most: usize) -> Fitting {
    let typed = key_of(typed);
    let rank = |choice: &Choice| {
        let begins = |keys: &[String]| keys.iter().any(|key| key.starts_with(&typed));
        let holds = |keys: &[String]| keys.iter().any(|key| key.contains(&typed));
        if begins(&choice.keys.first) {
            Some(0)
        } else if begins(&choice.keys.second) {
            Some(1)
        } else {
            // One or two letters are somewhere in nearly every name.
            let is_in =
                typed.chars().nth(2).is_some() && (holds(&choice.keys.first) || holds(&choice.keys.second));
            is_in.then_some(2)
        }
    };
    let mut ranked: Vec<(i32, &Choice)> =
        choices.iter().filter_map(|choice| Some((rank(choice)?, choice))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let count = ranked.len();
    let best: Vec<Choice> = ranked.into_iter().take(most).map(|(_, choice)| choice.clone()).collect();
    // What is typed in full needs no help, unless more begins with it. A number says nothing: its point is shown.
    let is_whole = |choice: &Choice| choice.keys.first.first() == Some(&typed);
    let is_number = typed.chars().all(|letter| letter.is_ascii_digit());
    if !is_number && best.iter().all(is_whole) { Fitting::default() } else { Fitting { best, count } }
}

fn key_of(text: &str) -> String {
    trend::fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The list by whose numbers this session's points are named.
fn numbered(lists: &[PointList]) -> Option<&PointList> {
    let trends = lists.iter().find(|list| list.kind == PointListKind::Trends);
    trends.or_else(|| lists.iter().find(|list| list.kind != PointListKind::Evaluation))
}

fn trends(
    book: &Book,
    page: &Page,
    heard: &BTreeMap<SessionId, Named>,
    elsewhere: &Elsewhere,
) -> Vec<Choice> {
    let known = &book.day.facts.trends;
    let counts = counts_of_trends(book, heard);
    let mut choices = Trends { seen: HashSet::new(), list: Vec::new(), counts };
    let lists = &page.session.facts.lists;
    if let Some(list) = numbered(lists) {
        for (number, point) in (1u32..).zip(&list.points) {
            match &point.tag {
                Some(tag) => choices.add(known_or_new(known, tag, &point.label), Some(number)),
                None => choices.add_point(number, &point.label),
            }
        }
    }
    for point in lists.iter().flat_map(|list| &list.points) {
        if let Some(tag) = &point.tag {
            choices.add(known_or_new(known, tag, &point.label), None);
        }
    }
    for trend in known {
        choices.add(trend.clone(), None);
    }
    for tag in choices.heard_most_first() {
        choices.add(known_or_new(known, &tag, &tag), None);
    }
    let names_here: HashSet<String> = known.iter().flat_map(Trend::names).map(trend::normalise).collect();
    for trend in elsewhere.trends.iter().filter(|trend| !names_here.contains(&trend::normalise(&trend.tag))) {
        choices.add(trend.clone(), None);
    }
    choices.list
}

fn known_or_new(known: &[Trend], tag: &str, label: &str) -> Trend {
    let found = trend::find(known, tag).cloned();
    found.unwrap_or_else(|| Trend { tag: tag.to_owned(), label: label.to_owned(), aliases: Vec::new() })
}

/// How often each trend is heard in the day, by key, with the tag as it was first written.
fn counts_of_trends(book: &Book, heard: &BTreeMap<SessionId, Named>) -> Tally {
    let mut counts = Tally::default();
    for heard in book.pages.iter().filter_map(|page| heard.get(&page.session.id)) {
        for count in heard.trends.iter() {
            counts.add(trend::normalise(&count.name), &count.name, count.lines);
        }
    }
    counts
}

/// Trends as they are collected, each once.
struct Trends {
    seen: HashSet<String>,
    list: Vec<Choice>,
    counts: Tally,
}

impl Trends {
    fn add(&mut self, trend: Trend, number: Option<u32>) {
        let key = trend::normalise(&trend.tag);
        if !self.seen.insert(key.clone()) {
            return;
        }
        let lines = self.counts.lines_of(&key);
        let mut first = vec![key_of(&trend.tag)];
        first.extend(number.map(|number| number.to_string()));
        let mut second = word_starts(&trend.label);
        second.extend(trend.aliases.iter().flat_map(|alias| word_starts(alias)));
        self.list.push(Choice {
            written: format!("#{}", trend.tag),
            name: format!("#{}", trend.tag),
            about: if trend.label == trend.tag { String::new() } else { trend.label },
            lines,
            keys: Keys { first, second },
        });
    }

    fn add_point(&mut self, number: u32, label: &str) {
        let written = format!("#{number}");
        let keys = Keys { first: vec![number.to_string()], second: word_starts(label) };
        let about = label.to_owned();
        self.list.push(Choice { name: written.clone(), written, about, lines: 0, keys });
    }

    /// The tags that were heard, most used first.
    fn heard_most_first(&self) -> Vec<String> {
        let mut counts: Vec<_> = self.counts.iter().collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.lines));
        counts.into_iter().map(|count| count.name.clone()).collect()
    }
}

fn names(
    book: &Book,
    page: &Page,
    heard: &BTreeMap<SessionId, Named>,
    elsewhere: &Elsewhere,
    me: Option<&Person>,
) -> Vec<Choice> {
    let mut here = people::of_day(book.pages.iter().map(|page| &page.session), heard);
    let speaks_here =
        |person: &Person| person.known_as == KnownAs::Speaker && person.sessions.contains(&page.session.id);
    here.sort_by_key(|person| !speaks_here(person));
    let known: HashSet<String> = here.iter().map(|person| people::key(&person.name)).collect();
    // Of two spellings the first counts: the one that somebody gave themselves.
    let others =
        me.into_iter().chain(&elsewhere.people).filter(|person| !known.contains(&people::key(&person.name)));
    let listed: Vec<Person> = book.day.facts.participants.iter().map(listed).collect();
    let mut seen = known.clone();
    let listed = listed.iter().filter(|person| seen.insert(people::key(&person.name)));
    let listed: Vec<Choice> = listed.map(|person| of_person(person, 0)).collect();
    let others = others.filter(|person| seen.insert(people::key(&person.name)));
    let others = others.map(|person| of_person(person, 0));
    here.iter().map(|person| of_person(person, person.lines)).chain(listed).chain(others).collect()
}

/// Somebody on the list of participants.
fn listed(person: &super::person::Person) -> Person {
    let about = [&person.function, &person.organisation].into_iter().flatten();
    let role = about.map(String::as_str).collect::<Vec<_>>().join(" · ");
    Person {
        name: people::without_titles(&person.name),
        role: (!role.is_empty()).then_some(role),
        known_as: KnownAs::Named,
        sessions: Vec::new(),
        lines: 0,
    }
}

fn of_person(person: &Person, lines: usize) -> Choice {
    let about = person.role.clone().unwrap_or_default();
    Choice {
        written: line::mention_of(&person.name),
        name: person.name.clone(),
        lines,
        keys: Keys { first: word_starts(&person.name), second: word_starts(&about) },
        about,
    }
}

/// The text from each of its first words on, without spaces and signs: what may be typed for it.
fn word_starts(text: &str) -> Vec<String> {
    // The joined words, and where in it each word begins.
    let mut joined = String::with_capacity(text.len());
    let mut starts = Vec::new();
    let mut before = ' ';
    for letter in trend::fold(text).chars() {
        if letter.is_alphanumeric() {
            if !before.is_alphanumeric() {
                starts.push(joined.len());
            }
            joined.push(letter);
        }
        before = letter;
    }
    starts.into_iter().take(MOST_WORDS).filter_map(|start| joined.get(start..).map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests;
