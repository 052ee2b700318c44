//! Who is in the days: who speaks, who is named and quoted, with whom was spoken, who was on the list, and the organisations
//! that speakers come from. Each with where and what.
//!
//! Who is the same as whom goes by the rules of [`people`]: names that differ only in case, accents, titles and signs, and a
//! single word for the only one of the day who has it as a first or a last name. Who merely looks like somebody else is not
//! merged; that is what [`alike()`] offers. Nothing in here changes how a line names somebody.

mod alike;
mod roster;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::entry::{Entry, Origin, origins};
use crate::domain::book::{Book, Page};
use crate::domain::id::DayId;
use crate::domain::line;
use crate::domain::organisation;
use crate::domain::people;
use crate::domain::person::Person;

pub use alike::{Alike, alike};
use roster::{DayNames, Known, Roster};

/// Somebody or something that the days know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name without titles: as the programme writes it, else as the list of participants does, else as it was first
    /// typed.
    pub name: String,
    /// Every way in which lines and rows write the name, in the order of meeting; none for who is only on a programme.
    pub spellings: Vec<String>,
    /// The organisation, as it was first told.
    pub organisation: Option<String>,
    /// What the person does, as it was first told.
    pub function: Option<String>,
    /// Where a speaker comes from, and so no person.
    pub is_organisation: bool,
    /// Whether it is on a list of participants.
    pub takes_part: bool,
    /// The sessions that it speaks in; of an organisation, those that its people speak in.
    pub speaks: Vec<Arc<Origin>>,
    /// The lines that name it, each once, by their place in the entries.
    pub named: Vec<usize>,
    /// The quotes that are from it, by their place in the entries.
    pub quoted: Vec<usize>,
    /// The rows of whom was spoken with.
    pub spoken: Vec<Spoken>,
}

/// A row of whom was spoken with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The session that the row is in.
    pub origin: Arc<Origin>,
    /// Its place among the rows of that session, from 0.
    pub row: usize,
    /// What about; may be empty.
    pub about: String,
    /// What comes next; may be empty.
    pub follow_up: String,
    /// Just for me: by its session, or because something of it is marked so.
    pub private: bool,
}

impl Profile {
    /// Whether it was met: it speaks, is named or quoted, or was spoken with. The others are only on a list.
    #[must_use]
    pub fn is_met(&self) -> bool {
        let nowhere = self.speaks.is_empty() && self.named.is_empty() && self.quoted.is_empty();
        !nowhere || !self.spoken.is_empty()
    }

    /// Every name that lines may mean it by, for a filter.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        std::iter::once(&self.name).chain(&self.spellings).cloned().collect()
    }

    /// Everything that the rows say comes next.
    pub fn follow_ups(&self) -> impl Iterator<Item = &Spoken> {
        self.spoken.iter().filter(|row| !row.follow_up.is_empty())
    }

    fn is_told(&mut self, organisation: Option<&str>, function: Option<&str>) {
        let told =
            |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        if self.organisation.is_none() {
            self.organisation = told(organisation);
        }
        if self.function.is_none() {
            self.function = told(function);
        }
    }

    fn is_written(&mut self, spelling: &str) {
        if !self.spellings.iter().any(|known| known == spelling) {
            self.spellings.push(spelling.to_owned());
        }
    }
}

/// Who is in these books, of which these are the entries: speakers in the order of the programmes, their organisations, who
/// is on the lists, with whom was spoken, then who is only named.
#[must_use]
pub fn profiles(books: &[&Book], entries: &[Entry]) -> Vec<Profile> {
    let mut roster = Roster::default();
    let mut days: HashMap<DayId, DayNames> =
        books.iter().map(|book| (book.day.id, introduce(&mut roster, book))).collect();
    let mut seen: HashSet<(DayId, &str)> = HashSet::new();
    for entry in entries {
        let day = entry.origin.day.id;
        let Some(names) = days.get_mut(&day) else { continue };
        for name in entry.mentions.iter().filter(|name| seen.insert((day, name))) {
            if people::words(name).len() > 1 {
                names.add(&mut roster, name, Known::Noted);
            }
        }
    }
    for book in books {
        if let Some(names) = days.get_mut(&book.day.id) {
            speak_with(&mut roster, names, book);
        }
    }
    for (index, entry) in entries.iter().enumerate() {
        if let Some(names) = days.get_mut(&entry.origin.day.id) {
            read(&mut roster, names, index, entry);
        }
    }
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.source.is_some()) {
        if let Some(names) = days.get_mut(&entry.origin.day.id) {
            listen(&mut roster, names, index, entry);
        }
    }
    roster.list
}

/// Everybody that the programme, the list of participants and the rows of a day name in full.
fn introduce(roster: &mut Roster, book: &Book) -> DayNames {
    let mut names = DayNames::default();
    let origins = origins(book);
    let speakers = || {
        let pages = book.pages.iter().zip(&origins);
        pages.flat_map(|(page, origin)| {
            page.session.facts.speakers.iter().map(move |speaker| (speaker, origin))
        })
    };
    for (speaker, origin) in speakers() {
        if let Some(profile) = names.add(roster, &speaker.name, Known::Programme) {
            let role = speaker.role.as_deref();
            let organisation = role.and_then(|role| organisation::named_in(role).first().copied());
            profile.is_told(organisation, role);
            speaks_in(profile, origin);
        }
    }
    for (speaker, origin) in speakers() {
        for name in organisation::named_in(speaker.role.as_deref().unwrap_or_default()) {
            if let Some(profile) = names.add(roster, name, Known::Programme) {
                profile.is_organisation |= profile.function.is_none();
                speaks_in(profile, origin);
            }
        }
    }
    for Person { name, organisation, function } in &book.day.facts.participants {
        if let Some(profile) = names.add(roster, name, Known::Noted) {
            profile.takes_part = true;
            profile.is_told(organisation.as_deref(), function.as_deref());
        }
    }
    for name in rows(book).map(|row| row.name).filter(|name| people::words(name).len() > 1) {
        names.add(roster, &name, Known::Noted);
    }
    names
}

fn speaks_in(profile: &mut Profile, origin: &Arc<Origin>) {
    if !profile.speaks.iter().any(|known| known.session == origin.session) {
        profile.speaks.push(Arc::clone(origin));
    }
}

/// Whom a line names.
fn read(roster: &mut Roster, names: &mut DayNames, index: usize, entry: &Entry) {
    for name in &entry.mentions {
        if let Some(profile) = names.find_or_add(roster, name) {
            profile.is_written(name);
            if profile.named.last() != Some(&index) {
                profile.named.push(index);
            }
        }
    }
}

/// Whom a line quotes. To be asked when everybody who is named is known.
fn listen(roster: &mut Roster, names: &mut DayNames, index: usize, entry: &Entry) {
    let (Some(source), Some(name)) = (&entry.source, entry.source_name()) else { return };
    let written = if names.find(roster, source).is_some() { source } else { name };
    // "een wethouder" is nobody, unless somebody is called so.
    if !written.starts_with(char::is_uppercase) && !names.knows(roster, written) {
        return;
    }
    if let Some(profile) = names.find_or_add(roster, written) {
        profile.quoted.push(index);
        if people::key(written) != people::key(&profile.name) {
            profile.is_written(written);
        }
    }
}

/// A row of whom was spoken with, as it was typed but for signs around the name.
struct Row<'a> {
    page: &'a Page,
    index: usize,
    name: String,
    organisation: &'a str,
}

fn rows(book: &Book) -> impl Iterator<Item = Row<'_>> {
    book.pages.iter().flat_map(|page| {
        let rows = page.sheet.contacts.iter().enumerate();
        rows.map(move |(index, contact)| Row {
            page,
            index,
            name: plain_name(&contact.name).to_owned(),
            organisation: plain_name(&contact.organisation),
        })
    })
}

/// A name without a private mark, and without the sign and the brackets of a mention.
fn plain_name(text: &str) -> &str {
    let parsed = line::parse(text);
    let body = line::body(text, &parsed);
    let mention = parsed.mentions.first().filter(|mention| mention.span == parsed.content);
    let inside = mention.and_then(|mention| body.find(mention.name.as_str()).zip(Some(mention.name.len())));
    inside.and_then(|(start, length)| body.get(start..start + length)).unwrap_or(body)
}

fn speak_with(roster: &mut Roster, names: &mut DayNames, book: &Book) {
    let origins = origins(book);
    for row in rows(book) {
        let Some(contact) = row.page.sheet.contacts.get(row.index) else { continue };
        let origin = origins.iter().find(|origin| origin.session == row.page.session.id);
        // A row without a name may be about an organisation.
        let has_name = !people::key(&row.name).is_empty();
        let who = if has_name { row.name.as_str() } else { row.organisation };
        let (Some(origin), Some(profile)) = (origin, names.find_or_add(roster, who)) else { continue };
        profile.is_written(who);
        if has_name {
            profile.is_told(Some(row.organisation), None);
        }
        let texts = [&contact.name, &contact.organisation, &contact.about, &contact.follow_up];
        let is_marked = texts.into_iter().any(|text| line::parse(text).private);
        profile.spoken.push(Spoken {
            origin: Arc::clone(origin),
            row: row.index,
            about: contact.about.trim().to_owned(),
            follow_up: contact.follow_up.trim().to_owned(),
            private: origin.private || is_marked,
        });
    }
}
