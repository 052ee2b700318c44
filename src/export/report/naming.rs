//! People of the day in a report: where they are from instead of who they are, unless their names were asked for.
//!
//! Fails closed: of somebody whose organisation nobody noted, only that it was a participant. Who speaks is public, and so
//! is an organisation. A name is also found where a line does not say `@`.

use std::collections::BTreeSet;

use crate::domain::day::DayFacts;
use crate::domain::organisation;
use crate::domain::people;
use crate::domain::trend::fold;
use crate::export::labels::Labels;
use crate::export::outline::DayOutline;
use crate::export::paper::Part;
use crate::export::runs::{Run, What};

/// A name of one word that is shorter than this is only found with the same capitals: it may be a common word.
const SURE_LETTERS: usize = 4;

/// What is shown for the names of a day.
pub struct Naming {
    /// The longest names first.
    names: Vec<Name>,
    participant: String,
}

struct Name {
    /// Its words, folded.
    words: Vec<String>,
    /// As it is written, for a short one.
    exact: Option<String>,
    /// What is shown; `None` leaves it as it is.
    shown: Option<String>,
}

/// Somebody of the day, and where from.
struct Known {
    name: String,
    organisation: String,
}

impl Naming {
    /// For a day; with `by_name` everybody keeps their name.
    pub fn new(day: &DayOutline<'_>, by_name: bool, labels: &Labels) -> Self {
        let participant = labels.participant.clone();
        if by_name {
            return Self { names: Vec::new(), participant };
        }
        let known = known(day);
        let public = public(day, &known);
        let mut names: Vec<Name> =
            speakers(day).map(|speaker| Name::new(&people::without_titles(&speaker), None)).collect();
        for name in named(day).into_iter().chain(known.iter().map(|person| person.name.clone())) {
            let is_contact = known.iter().any(|person| is_same(&person.name, &name));
            if !is_contact && (public.contains(&people::key(&name)) || is_organisation(&name)) {
                names.push(Name::new(&name, None));
                continue;
            }
            let shown = organisation_of(&name, &known).unwrap_or_else(|| participant.clone());
            names.extend(parts_of(&name).map(|part| Name::new(&part, Some(shown.clone()))));
        }
        names.retain(|name| !name.words.is_empty());
        // Of equal length the first counts: a speaker's name before somebody else's.
        names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        Self { names, participant }
    }

    /// The parts with nobody's name in them who is not to be named.
    pub fn apply(&self, parts: Vec<Part>) -> Vec<Part> {
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    fn part(&self, mut part: Part) -> Part {
        match &mut part {
            Part::Heading(heading) => self.runs(&mut heading.runs),
            Part::Text(text) => self.runs(&mut text.runs),
            Part::List(items) => items.iter_mut().for_each(|item| self.runs(&mut item.runs)),
            Part::Table(table) => table.rows.iter_mut().flatten().for_each(|cell| self.runs(cell)),
        }
        part
    }

    fn runs(&self, runs: &mut [Run]) {
        for run in runs {
            let shown = self.text(&run.text);
            let is_hidden = match &run.what {
                What::Link(address) => self.text(address) != *address,
                What::Mention => shown != run.text,
                _ => false,
            };
            run.text = shown;
            if is_hidden {
                run.what = What::Words;
            }
        }
    }

    /// The text with every name replaced that is not to be shown.
    pub fn text(&self, text: &str) -> String {
        if self.names.is_empty() {
            return text.to_owned();
        }
        let words = words(text);
        let mut shown = String::with_capacity(text.len());
        let (mut from, mut at) = (0, 0);
        while let Some((start, _)) = words.get(at) {
            let found = self.names.iter().find(|name| name.is_at(words.get(at..).unwrap_or_default()));
            let length = found.map_or(1, |name| name.words.len());
            if let (Some(replacement), Some((last, word))) =
                (found.and_then(|name| name.shown.as_ref()), words.get(at + length - 1))
            {
                shown.push_str(text.get(from..*start).unwrap_or_default());
                shown.push_str(replacement);
                from = last + word.len();
            }
            at += length;
        }
        shown.push_str(text.get(from..).unwrap_or_default());
        shown
    }

    /// What stands for somebody of whom nothing is known.
    pub fn participant(&self) -> &str {
        &self.participant
    }
}

impl Name {
    fn new(name: &str, shown: Option<String>) -> Self {
        let words: Vec<String> = words(name).into_iter().map(|(_, word)| fold(word)).collect();
        let is_short = matches!(words.as_slice(), [only] if only.chars().count() < SURE_LETTERS);
        Self { exact: is_short.then(|| name.trim().to_owned()), words, shown }
    }

    fn is_at(&self, text: &[(usize, &str)]) -> bool {
        if let Some(exact) = &self.exact {
            return text.first().is_some_and(|(_, word)| word == exact);
        }
        text.len() >= self.words.len()
            && self.words.iter().zip(text).all(|(word, (_, written))| *word == fold(written))
    }
}

/// The words of a text with where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let begin = rest.get(start..).unwrap_or_default();
        let end = begin.find(|c: char| !c.is_alphanumeric()).unwrap_or(begin.len());
        let (word, after) = begin.split_at(end);
        words.push((text.len() - begin.len(), word));
        rest = after;
    }
    words
}

fn speakers<'a>(day: &'a DayOutline<'_>) -> impl Iterator<Item = String> + 'a {
    day.sections
        .iter()
        .flat_map(|section| &section.session.facts.speakers)
        .map(|speaker| speaker.name.clone())
}

/// Whom the lines name and quote.
fn named(day: &DayOutline<'_>) -> Vec<String> {
    let blocks = || day.sections.iter().flat_map(|section| &section.blocks);
    let mentioned = blocks().flat_map(|block| &block.parsed.mentions).map(|mention| mention.name.clone());
    let quoted = blocks().filter_map(|block| block.source.clone());
    mentioned.chain(quoted).collect()
}

/// Whom was spoken with, and who is on the list of participants.
fn known(day: &DayOutline<'_>) -> Vec<Known> {
    let facts: &DayFacts = &day.day.facts;
    let contacts = day
        .sections
        .iter()
        .flat_map(|section| &section.sheet.contacts)
        .map(|contact| Known { name: contact.name.clone(), organisation: contact.organisation.clone() });
    let participants = facts.participants.iter().map(|person| Known {
        name: person.name.clone(),
        organisation: person.organisation.clone().unwrap_or_default(),
    });
    contacts.chain(participants).filter(|person| !person.name.trim().is_empty()).collect()
}

/// The keys of what may be named: who speaks, also by first or last name, and the organisations of the day.
fn public(day: &DayOutline<'_>, known: &[Known]) -> BTreeSet<String> {
    let speakers: Vec<String> = speakers(day).collect();
    let roles = day.sections.iter().flat_map(|section| &section.session.facts.speakers);
    let organisations = roles
        .flat_map(|speaker| organisation::named_in(speaker.role.as_deref().unwrap_or_default()))
        .map(people::key)
        .chain(known.iter().map(|person| people::key(&person.organisation)));
    let parts = speakers.iter().flat_map(|speaker| parts_of(speaker)).map(|part| people::key(&part));
    parts.chain(organisations).filter(|key| !key.is_empty()).collect()
}

/// Whether a name is that of an organisation by its looks: letters such as VNG and G40, or a word such as gemeente.
fn is_organisation(name: &str) -> bool {
    let is_letters =
        !name.contains(char::is_lowercase) && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let is_abbreviation = is_letters || name.contains(|c: char| c.is_ascii_digit());
    is_abbreviation || organisation::named_in(name) == [name]
}

fn is_same(one: &str, other: &str) -> bool {
    people::key(one) == people::key(other)
}

/// Where somebody is from; by the whole name, else by the first or last name of one person.
fn organisation_of(name: &str, known: &[Known]) -> Option<String> {
    let whole = known.iter().find(|person| is_same(&person.name, name));
    let wanted = people::key(name);
    let mut with_part =
        known.iter().filter(|person| parts_of(&person.name).any(|part| people::key(&part) == wanted));
    let by_part = with_part.next().filter(|_| with_part.next().is_none());
    let organisation = whole.or(by_part)?.organisation.trim();
    (!organisation.is_empty()).then(|| organisation.to_owned())
}

/// A name without titles, and of a name of several words the first and the last.
fn parts_of(name: &str) -> impl Iterator<Item = String> {
    let name = people::without_titles(name);
    let words: Vec<String> = words(&name).into_iter().map(|(_, word)| word.to_owned()).collect();
    let ends = match words.as_slice() {
        [first, .., last] => vec![first.clone(), last.clone()],
        _ => Vec::new(),
    };
    std::iter::once(name).chain(ends.into_iter().filter(|word| word.chars().count() > 2))
}
