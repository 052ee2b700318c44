//! Lines of the day as rows of a list, under the session that they are from, and as a walk along them.

use chrono::{Datelike as _, NaiveDate};

use crate::app::state::State;
use crate::app::walk::{Walk, WalkPlace};
use crate::domain::clock::Moment;
use crate::domain::line::LineKind;
use crate::domain::review::entry::{Entry, Origin};
use crate::domain::{dates, day};

use super::row::{LineRow, Row};
use super::words::readable;
use crate::ui::theme::icons;

/// What stands at the right of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// When it was noted.
    When,
    /// For an action, when it is due; for a quote, whom it is from.
    Facts,
}

/// The rows of these entries of the day, a heading above each session.
pub fn rows(state: &State, places: &[usize], detail: Detail) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut session = None;
    for index in places {
        let Some(entry) = state.afterwards.entries.get(*index) else { continue };
        if session != Some(entry.origin.session) {
            session = Some(entry.origin.session);
            rows.push(Row::Heading { text: session_name(&entry.origin, state), detail: String::new() });
        }
        rows.push(Row::Line(row(state, *index, entry, detail)));
    }
    rows
}

/// The row of an entry.
pub fn row(state: &State, index: usize, entry: &Entry, detail: Detail) -> LineRow {
    let detail = match detail {
        Detail::When => when(state, entry.noted_at, entry.origin.date),
        Detail::Facts => facts(state, entry),
    };
    let icon = match entry.kind {
        LineKind::Action if entry.done => Some(icons::DONE),
        kind => icons::of_kind(kind),
    };
    LineRow {
        index,
        sentence: sentence(state, entry, &detail),
        words: entry.body.clone(),
        detail,
        icon,
        done: entry.done,
        private: entry.private,
        starred: entry.starred,
        ..LineRow::default()
    }
}

/// "14:32", or the date of a line that was written after its day, whose (last) date this is.
pub fn when(state: &State, noted_at: Moment, date: Option<NaiveDate>) -> String {
    if day::is_after(date, noted_at) {
        dates::short_date(state.texts.language(), noted_at.date_naive())
    } else {
        dates::time(noted_at.time())
    }
}

/// "1 apr · Bram", "met Bram", "zonder antwoord", "Samira": what a line of this kind is looked up for.
fn facts(state: &State, entry: &Entry) -> String {
    let who = || entry.mentions.first().cloned();
    let parts = match entry.kind {
        LineKind::Action => [entry.due.map(|due| dates::short_date(state.texts.language(), due)), who()],
        LineKind::Decision => [who(), None],
        LineKind::Question => {
            let key = if entry.answered { "question-answered" } else { "question-open" };
            [Some(state.texts.get(key).to_owned()), None]
        }
        LineKind::Quote => [entry.source.clone(), None],
        _ => [None, None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "Actie, cijfers opvragen, za 1 april, 3 · Uitdagingen, alleen voor mij".
fn sentence(state: &State, entry: &Entry, detail: &str) -> String {
    let texts = &state.texts;
    let kind = kind_name(entry.kind).map(|name| texts.get(name));
    let private = entry.private.then(|| texts.get("mark-private"));
    let starred = entry.starred.then(|| texts.get("mark-star"));
    let done = entry.done.then(|| texts.get("line-done"));
    let session = session_name(&entry.origin, state);
    let words = readable(&entry.body);
    [kind, Some(words.as_str()), done, starred, private, Some(detail), Some(session.as_str())]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The name of a kind in the texts; a remark needs none.
fn kind_name(kind: LineKind) -> Option<&'static str> {
    match kind {
        LineKind::Action => Some("kind-action"),
        LineKind::Decision => Some("kind-decision"),
        LineKind::Question => Some("kind-question"),
        LineKind::Quote => Some("kind-quote"),
        LineKind::Figure => Some("kind-figure"),
        LineKind::Heading => Some("kind-heading"),
        LineKind::Remark => None,
    }
}

/// "3 · Uitdagingen lokaal veiligheidsbeleid".
pub fn session_name(origin: &Origin, state: &State) -> String {
    let title = if origin.title.is_empty() { state.texts.get("session-untitled") } else { &origin.title };
    format!("{} · {title}", origin.position)
}

/// "16 mrt 2023", or what the day is called where it has no date.
pub fn day_name(origin: &Origin, state: &State) -> String {
    let Some(date) = origin.date else { return origin.day.title.clone() };
    format!("{} {}", dates::short_date(state.texts.language(), date), date.year())
}

/// A walk along these entries of the day, that begins at one of them.
pub fn walk(state: &State, title: String, places: &[usize], first: usize) -> Walk {
    let entries = places.iter().filter_map(|index| state.afterwards.entries.get(*index));
    let here = state.book.as_ref().map(|book| book.day.id);
    let heading = |origin: &Origin| {
        let session = session_name(origin, state);
        if here == Some(origin.day.id) {
            session
        } else {
            format!("{} · {session}", day_name(origin, state))
        }
    };
    let walked = entries.map(|entry| WalkPlace {
        day: entry.origin.day.id,
        session: entry.origin.session,
        line: entry.id,
        heading: heading(&entry.origin),
        text: entry.body.clone(),
    });
    let at = places.iter().position(|index| *index == first).unwrap_or_default();
    Walk { number: 0, title, from: state.view.clone(), places: walked.collect(), at }
}
