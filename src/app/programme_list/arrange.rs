//! The order of the rows, their headings, the gaps between them, and what is at the same time. Pages are places in the pages
//! of the book.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Item, Said};
use crate::domain::book::Book;
use crate::domain::day::Session;
use crate::domain::id::SessionId;

/// What lasts longer, in minutes, is a night or another part of the day, and no gap.
const LONGEST_GAP: u32 = 180;

/// The date that sessions are compared on where a programme has times and no date.
fn date_of(book: &Book) -> NaiveDate {
    book.day.facts.date.unwrap_or_default()
}

/// Whether the sessions are on several dates, or on several days without a date.
pub(super) fn has_dates(book: &Book) -> bool {
    let mut dates = book.pages.iter().filter_map(|page| page.session.date(Some(date_of(book))));
    dates.next().is_some_and(|first| dates.any(|date| date != first))
}

/// Whether two sessions begin at the same moment. Then the programme is listed by time, else in its own order.
pub(super) fn has_parallel(book: &Book) -> bool {
    let date = Some(date_of(book));
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
    let date = Some(date_of(book));
    let mut before = NaiveDateTime::MIN;
    let begins: Vec<NaiveDateTime> = book
        .pages
        .iter()
        .map(|page| {
            before = page.session.begins(date).unwrap_or(before);
            before
        })
        .collect();
    order.sort_by_key(|page| begins.get(*page).copied());
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
    let date = Some(date_of(book));
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
    shown: &[usize],
    is_grouped: bool,
    has_dates: bool,
    clashes: &HashMap<SessionId, Vec<SessionId>>,
) -> Vec<Item> {
    let mut rows = Rows { book, items: Vec::new(), date: None, until: None };
    for pages in shown.chunk_by(|one, other| is_grouped && slot(book, *one) == slot(book, *other)) {
        let sessions = || pages.iter().filter_map(|page| Some((*page, &book.pages.get(*page)?.session)));
        let Some((first, session)) = sessions().next() else { continue };
        if has_dates {
            rows.date(first, session);
        }
        rows.gap(session);
        let says_end = sessions().all(|(_, other)| other.facts.end == session.facts.end);
        let said = match (is_grouped, says_end) {
            (false, _) => Said::Nothing,
            (true, false) => Said::Start,
            (true, true) => Said::Both,
        };
        if is_grouped {
            // Of those that end at different times, the last is on when any of them is.
            let last =
                sessions().max_by_key(|(_, session)| session.span(Some(date_of(book))).map(|span| span.end));
            rows.items.push(Item::Slot { page: last.map_or(first, |(page, _)| page), said });
        }
        for (page, session) in sessions() {
            rows.items.push(Item::Session { page, said, clashes: clashes.contains_key(&session.id) });
            rows.ends(session);
        }
    }
    rows.items
}

/// What sessions under one heading share: their date and their start.
fn slot(book: &Book, page: usize) -> Option<(Option<NaiveDate>, Option<NaiveTime>)> {
    let session = &book.pages.get(page)?.session;
    Some((session.date(Some(date_of(book))), session.facts.start))
}

struct Rows<'a> {
    book: &'a Book,
    items: Vec<Item>,
    date: Option<NaiveDate>,
    /// When the last of the sessions above ends, as far as is known.
    until: Option<NaiveDateTime>,
}

impl Rows<'_> {
    fn date(&mut self, page: usize, session: &Session) {
        let date = session.date(Some(date_of(self.book)));
        if date.is_some() && date != self.date {
            self.items.push(Item::Date(page));
            self.date = date;
            self.until = None;
        }
    }

    /// The gap before a session. Before what is no longer on the programme there is none.
    fn gap(&mut self, session: &Session) {
        let begins = session.begins(Some(date_of(self.book))).filter(|_| !session.cancelled);
        let (Some(begins), Some(until)) = (begins, self.until) else { return };
        let minutes = u32::try_from((begins - until).num_minutes()).unwrap_or_default();
        if (1..=LONGEST_GAP).contains(&minutes) {
            self.items.push(Item::Gap(minutes));
        }
    }

    /// After a session of which nobody knows when it ends, there is no telling.
    fn ends(&mut self, session: &Session) {
        if !session.cancelled {
            let end = session.span(Some(date_of(self.book))).map(|span| span.end);
            self.until = end.map(|end| self.until.map_or(end, |until| until.max(end)));
        }
    }
}
