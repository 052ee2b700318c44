//! A web page: what is visible of it as a document to find a programme in, and what it tells machines about its events.
//!
//! No script is run and nothing is fetched: a page whose programme is put there by a script has none here, and says so.

mod linked;
mod page;

use super::document::Document;
use super::format::Format;
use super::text;
use super::zip_limits::damaged;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::problem::Problem;
use crate::domain::programme::Programme;

/// A page with fewer letters than this has no programme in its text.
const LEAST_LETTERS: usize = 60;

/// Reads a programme from a web page.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    let page = page::read(text);
    let events = linked::events(&page.linked);
    let mut programme = page.document.programme(Format::Html.name());
    let has_text = page.document.has_letters(LEAST_LETTERS);
    match events.as_slice() {
        [] => {}
        [day] => one_event(&mut programme, day, has_text),
        several => many_events(&mut programme, several),
    }
    if programme.sessions.is_empty() && !has_text {
        return Err(damaged(
            "this page has hardly any text, because a script puts its programme there; open it in a browser, select all, copy, and paste the text",
        ));
    }
    if programme.day.title.is_empty() {
        programme.day.title = page.title;
    }
    Ok(programme)
}

/// The page is about one event: the day, whose programme is in its parts, in the text of the page or in its description.
fn one_event(programme: &mut Programme, event: &linked::Event, has_text: bool) {
    if event.parts.len() >= programme.sessions.len().max(1) {
        take(programme, event.parts.iter().map(linked::Event::session).collect());
    }
    if programme.sessions.is_empty() {
        let described = event.description.as_deref().map(text::read).unwrap_or_default();
        if described.sessions.len() >= 2 {
            take(programme, described.sessions);
        } else if has_text {
            take(programme, vec![event.session()]);
        }
    }
    let known = std::mem::take(&mut programme.day);
    programme.day = event.day(known);
}

/// The page lists events: they are the sessions, unless its text holds a longer programme.
fn many_events(programme: &mut Programme, events: &[linked::Event]) {
    if programme.sessions.len() > events.len() && programme.sessions.len() >= 3 {
        return;
    }
    let mut sessions: Vec<SessionFacts> = Vec::new();
    for event in events {
        if event.parts.is_empty() {
            sessions.push(event.session());
        } else {
            sessions.extend(event.parts.iter().map(linked::Event::session));
        }
    }
    take(programme, sessions);
    let dates = || programme.sessions.iter().filter_map(|session| session.date);
    let (first, last) = (dates().min(), dates().max());
    programme.day = DayFacts {
        date: first,
        last_date: last.filter(|_| last != first),
        ..std::mem::take(&mut programme.day)
    };
}

/// Makes these the sessions; the text of the page is then left out as what stands around them.
fn take(programme: &mut Programme, sessions: Vec<SessionFacts>) {
    programme.sessions = sessions;
    programme.warnings.clear();
}

/// The page as a document, for lists of people.
pub(super) fn document(text: &str) -> Document {
    page::read(text).document
}
