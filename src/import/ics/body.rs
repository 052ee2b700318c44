//! The programme in the description of a calendar's only event: an invitation that somebody saved as a file.
//!
//! The text is read as any other text; the event says what the day is called, when and where it is.

use crate::domain::programme::{LeftOut, Programme};
use crate::import::text;

/// So many items with a time make a description a programme.
const LEAST_ITEMS: usize = 2;

/// A longer description is no invitation, in bytes.
const LONGEST: usize = 200_000;

/// The programme in the description, if `event` is the only one and its description holds one.
pub(super) fn programme(event: &Programme) -> Option<Programme> {
    let [session] = event.sessions.as_slice() else { return None };
    let description = session.summary.as_ref().filter(|text| text.len() <= LONGEST)?;
    let read = text::read(description);
    let with_time = read.sessions.iter().filter(|session| session.start.is_some()).count();
    if with_time < LEAST_ITEMS {
        return None;
    }
    let mut day = event.day.clone();
    day.title.clone_from(&session.title);
    day.place = session.room.clone().or(day.place);
    let several_days = read.sessions.iter().any(|inner| inner.day.is_some_and(|day| day > 1));
    let date = session.date.filter(|_| !several_days);
    let mut sessions = read.sessions;
    for inner in &mut sessions {
        inner.date = inner.date.or(date);
        inner.cancelled |= session.cancelled;
    }
    // Lines of a description are no lines of the file.
    let left_out = read.left_out.into_iter().map(|piece| LeftOut { line: 1, ..piece });
    let warnings = event.warnings.iter().cloned().chain(read.warnings);
    Some(Programme {
        day,
        sessions,
        sources: Vec::new(),
        left_out: event.left_out.iter().cloned().chain(left_out).collect(),
        warnings: warnings.collect(),
        ..event.clone()
    })
}
