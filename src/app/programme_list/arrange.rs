//! The order of the rows, their headings, the gaps between them, and what is at the same time. Pages are places in the pages
//! of the book.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::Item;
use crate::domain::book::Book;
use crate::domain::day::Session;
use crate::domain::id::SessionId;

/// What lasts longer, in minutes, is a night or another part of the day, and no gap.
const LONGEST_GAP: u32 = 180;

/// The date that sessions are compared on where a programme has times and no date.
fn date_of(book: &Book) -> Option<NaiveDate> {
    Some(book.day.facts.date.unwrap_or_default())
}

/// Whether two sessions begin at the same moment. Then the programme is listed by time, else in its own order.
pub(super) fn has_parallel(book: &Book) -> bool {
    let date = date_of(book);
    let mut seen = HashSet::new();
    let on_programme = book.pages.iter().filter(|page| !page.session.cancelled);
    on_programme.filter_map(|page| page.session.begins(date)).any(|begins| !seen.insert(begins))
}

/// The pages in the order of the list. A session without a time stays behind the one that it follows.
pub(super) fn order(book: &Book, by_time: bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..book.pages.len()).collect();
    if !by_time {
        return order;
    }
    let date = date_of(book);
    let mut before = (NaiveDateTime::MIN, NaiveDateTime::MIN);
    let keys: Vec<(NaiveDateTime, NaiveDateTime)> = book
        .pages
        .iter()
        .map(|page| {
            if let Some(begins) = page.session.begins(date) {
                before = (begins, page.session.span(date).map_or(begins, |span| span.end));
            }
            before
        })
        .collect();
    order.sort_by_key(|page| keys.get(*page).copied());
    order
}

/// When the sessions begin, in order, each moment once. Only of those of which the date is known.
pub(super) fn starts(book: &Book) -> Vec<NaiveDateTime> {
    let on_programme = book.pages.iter().filter(|page| !page.session.cancelled);
    let mut starts: Vec<NaiveDateTime> =
        on_programme.filter_map(|page| page.session.begins(book.day.facts.date)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Of each session with a star, the others with one that are at the same time.
pub(super) fn clashes(book: &Book) -> HashMap<SessionId, Vec<SessionId>> {
    let date = date_of(book);
    let mut starred: Vec<(NaiveDateTime, NaiveDateTime, &Session)> = book
        .pages
        .iter()
        .map(|page| &page.session)
        .filter(|session| session.starred && !session.cancelled)
        .filter_map(|session| session.span(date).map(|span| (span.start, span.end, session)))
        .collect();
    starred.sort_by_key(|(start, ..)| *start);
    let mut clashes: HashMap<SessionId, Vec<SessionId>> = HashMap::new();
    for (index, (_, end, one)) in starred.iter().enumerate() {
        let later = starred.iter().skip(index + 1).take_while(|(start, ..)| start < end);
        for (.., other) in later.filter(|(.., other)| one.overlaps(other, book.day.facts.date)) {
            clashes.entry(one.id).or_default().push(other.id);
            clashes.entry(other.id).or_default().push(one.id);
        }
    }
    clashes
}

/// The rows of the pages that are shown.
pub(super) fn items(
    book: &Book,
    shown: impl Iterator<Item = usize>,
    is_grouped: bool,
    has_dates: bool,
    clashes: &HashMap<SessionId, Vec<SessionId>>,
) -> Vec<Item> {
    let mut rows = Rows { book, items: Vec::new(), date: None, slot: None, until: None };
    for page in shown {
        let Some(session) = book.pages.get(page).map(|page| &page.session) else { continue };
        if has_dates {
            rows.date(page, session);
        }
        rows.gap(session);
        if is_grouped {
            rows.slot(page, session);
        }
        rows.items.push(Item::Session { page, clashes: clashes.contains_key(&session.id) });
    }
    rows.items
}

/// The times that stand above sessions: their date, their start and their end.
type Slot = (Option<NaiveDate>, Option<NaiveTime>, Option<NaiveTime>);

struct Rows<'a> {
    book: &'a Book,
    items: Vec<Item>,
    date: Option<NaiveDate>,
    slot: Option<Slot>,
    /// When the last of the sessions above ends, as far as is known.
    until: Option<NaiveDateTime>,
}

impl Rows<'_> {
    fn date(&mut self, page: usize, session: &Session) {
        let date = session.facts.date.or(self.book.day.facts.date);
        if date.is_some() && date != self.date {
            self.items.push(Item::Date(page));
            self.date = date;
            self.slot = None;
            self.until = None;
        }
    }

    /// What is no longer on the programme fills no time.
    fn gap(&mut self, session: &Session) {
        if session.cancelled {
            return;
        }
        let date = date_of(self.book);
        let (begins, span) = (session.begins(date), session.span(date));
        if let (Some(begins), Some(until)) = (begins, self.until) {
            let minutes = u32::try_from((begins - until).num_minutes()).unwrap_or_default();
            if (1..=LONGEST_GAP).contains(&minutes) {
                self.items.push(Item::Gap(minutes));
            }
        }
        // After a session of which nobody knows when it ends, there is no telling.
        self.until = span.map(|span| self.until.map_or(span.end, |until| until.max(span.end)));
    }

    fn slot(&mut self, page: usize, session: &Session) {
        let facts = &session.facts;
        let slot = (facts.date, facts.start, facts.end);
        if self.slot != Some(slot) {
            self.items.push(Item::Slot(page));
            self.slot = Some(slot);
        }
    }
}
