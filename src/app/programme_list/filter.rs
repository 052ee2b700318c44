//! What a long programme is narrowed down to, and what there is to choose from.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::day::Session;
use crate::domain::trend::fold;

/// Numbers in names are compared as if they had so many digits.
const NUMBER_WIDTH: usize = 8;

/// What a session has to be to be listed. The words are compared elsewhere: those are looked up in one go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of its title, of who speaks, of its room or its track, as they were typed.
    pub text: String,
    /// The date it is on.
    pub date: Option<NaiveDate>,
    /// The room it is in.
    pub room: Option<String>,
    /// The track it belongs to.
    pub track: Option<String>,
    /// It has a star.
    pub starred: bool,
}

impl Filter {
    /// Whether it leaves nothing out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
            && self.date.is_none()
            && self.room.is_none()
            && self.track.is_none()
            && !self.starred
    }

    /// Whether a session is listed, its words aside.
    pub(super) fn fits(&self, session: &Session, day_date: Option<NaiveDate>) -> bool {
        let facts = &session.facts;
        (self.date.is_none() || session.date(day_date) == self.date)
            && (self.room.is_none() || facts.room == self.room)
            && (self.track.is_none() || facts.track == self.track)
            && (session.starred || !self.starred)
    }

    /// Lets go of what can no longer be chosen: it would leave out everything, without a way to see why.
    pub(super) fn keep_to(&mut self, choices: &Choices) {
        self.date = self.date.take().filter(|date| choices.dates.contains(date));
        self.room = self.room.take().filter(|room| choices.rooms.contains(room));
        self.track = self.track.take().filter(|track| choices.tracks.contains(track));
    }
}

/// What there is to choose from, each in order and once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The dates.
    pub dates: Vec<NaiveDate>,
    /// The rooms.
    pub rooms: Vec<String>,
    /// The tracks.
    pub tracks: Vec<String>,
}

impl Choices {
    pub(super) fn of(book: &Book) -> Self {
        let facts = || book.pages.iter().map(|page| &page.session.facts);
        let dates: BTreeSet<NaiveDate> =
            book.pages.iter().filter_map(|page| page.session.date(book.day.facts.date)).collect();
        Self {
            dates: dates.into_iter().collect(),
            rooms: in_order(facts().filter_map(|facts| facts.room.as_ref())),
            tracks: in_order(facts().filter_map(|facts| facts.track.as_ref())),
        }
    }
}

/// Names as people look them up: without case and accents, and with room 9 before room 10.
fn in_order<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let names: BTreeSet<(String, &String)> = names.map(|name| (with_wide_numbers(name), name)).collect();
    names.into_iter().map(|(_, name)| name.clone()).collect()
}

fn with_wide_numbers(name: &str) -> String {
    let mut wide = String::with_capacity(name.len() + NUMBER_WIDTH);
    let mut digits = String::new();
    for letter in fold(name).chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        push_number(&mut wide, &mut digits);
        wide.push(letter);
    }
    push_number(&mut wide, &mut digits);
    wide
}

fn push_number(wide: &mut String, digits: &mut String) {
    if !digits.is_empty() {
        wide.extend(std::iter::repeat_n('0', NUMBER_WIDTH.saturating_sub(digits.len())));
        wide.push_str(digits);
        digits.clear();
    }
}
