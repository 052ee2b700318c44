//! Programmes written as text: invitations, web pages, minutes and agendas, in Dutch, English, German and French.
//!
//! Nothing is fixed in such a text. A line is scored by what it looks like, and one stretch of lines is the programme;
//! what stands around it is listed as left out. Titles, people and rooms are parted where that is beyond doubt, and the
//! lines that each session was read from are kept, so that a person can compare.
//!
//! In order of reading: `lines` (what stands there), `table`, `slots` and `untimed` (which lines are items), `items`
//! (what their lines say, with `parallel`, `speakers` and `rooms`), `clock` (which times are meant), `days` and `facts` (which day).

mod clock;
mod days;
mod facts;
mod items;
mod lines;
mod parallel;
mod rooms;
mod slots;
mod speakers;
mod table;
mod untimed;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use self::days::Heading;
use self::items::Item;
use self::lines::Line;
use super::times::Span;
use crate::domain::day::{SessionFacts, SessionKind};
use crate::domain::programme::{LeftOut, Programme, Reason, Warning, WarningKind};

/// The name of this format on the command line.
const FORMAT: &str = "text";

/// A session with its time as written.
struct Placed {
    item: Item,
    span: Option<Span>,
    day: usize,
}

/// Reads the programme that is written in `text`. A text without one gives no sessions. Every line that is not part of
/// a session is left out with its number; blank lines are not.
#[must_use]
pub fn read(text: &str) -> Programme {
    read_sent_on(text, None)
}

/// As [`read`], for a text that was `sent` on a certain date: a date in it without a year is the first one from then on.
#[must_use]
pub(super) fn read_sent_on(text: &str, sent: Option<NaiveDate>) -> Programme {
    let (lines, beyond) = lines::read(text);
    let page_width = page_width(&lines);
    let (placed, headings) = find(&lines, page_width);
    if placed.is_empty() {
        let left_out = left_out(&lines, &[], beyond);
        return Programme { format: FORMAT, left_out, text: text.to_owned(), ..Programme::default() };
    }
    let first = placed.iter().map(|placed| *placed.item.lines.start()).min().unwrap_or(1);
    let facts = facts::read(&lines, &headings, first - 1, sent);
    let mut programme = Programme { format: FORMAT, day: facts.day, ..Programme::default() };
    let several_days = headings.len() > 1;
    let all: Vec<Span> = placed.iter().filter_map(|placed| placed.span).collect();
    let is_twelve = clock::is_twelve_hours(&all, &written_times(&lines, &placed));
    let is_evening = lines.iter().take(first - 1).any(|line| words::is_of_evening(&line.text));
    for (day, date) in facts.dates.iter().enumerate() {
        let of_day: Vec<&Placed> = placed.iter().filter(|placed| placed.day == day).collect();
        let spans: Vec<Span> = of_day.iter().map(|placed| placed.span.unwrap_or(NO_TIME)).collect();
        let (times, shifted) = clock::resolve(&spans, is_twelve, is_evening);
        if shifted && !programme.warnings.iter().any(|warning| warning.kind == WarningKind::TwelveHours) {
            programme.warnings.push(Warning::new(WarningKind::TwelveHours, programme.day.title.clone()));
        }
        for (place, (placed, times)) in of_day.into_iter().zip(times).enumerate() {
            let mut session = placed.item.facts.clone();
            (session.start, session.end) = (times.start, times.end);
            session.date = date.filter(|_| several_days || times.after_midnight);
            if times.after_midnight {
                session.date = session.date.or(programme.day.date).and_then(|date| date.succ_opt());
            }
            session.day = u32::try_from(day + 1).ok().filter(|_| several_days && session.date.is_none());
            if place == 0 {
                first_of_day(&mut session);
            }
            if times.impossible_end {
                programme.warnings.push(Warning::new(WarningKind::EndBeforeStart, &session.title));
            }
            programme.sessions.push(session);
            programme.sources.push(placed.item.lines.clone());
        }
    }
    if words::is_of_monsieur(text) {
        without_monsieur(&mut programme.sessions);
    }
    programme.left_out = left_out(&lines, &programme.sources, beyond);
    text.clone_into(&mut programme.text);
    programme
}

/// Where no time is written.
const NO_TIME: Span = Span { start: None, end: None, length: 0, prefixed: false, digits_only: false };

/// The items of the text and the days they are on.
fn find(lines: &[Line<'_>], page_width: usize) -> (Vec<Placed>, Vec<Heading>) {
    if let Some((rows, headings)) = table::find(lines, page_width).filter(|(rows, _)| !rows.is_empty()) {
        let placed = rows.into_iter().map(|row| Placed { item: row.item, span: row.span, day: row.day });
        return (placed.collect(), headings);
    }
    let timed = slots::find(lines);
    let may_be_untimed = timed.as_ref().is_none_or(|timed| timed.slots.len() <= 2 || timed.is_of_list);
    let untimed = if may_be_untimed { untimed::find(lines) } else { None };
    let layout = match (timed, untimed) {
        (Some(timed), Some(untimed)) if untimed.slots.len() > timed.slots.len() + 1 => untimed,
        (Some(timed), _) => timed,
        (None, Some(untimed)) => untimed,
        (None, None) => return (Vec::new(), Vec::new()),
    };
    let placed = layout.slots.iter().flat_map(|slot| {
        let items = items::read(lines, slot, page_width);
        items.into_iter().map(|item| Placed { item, span: slot.span, day: slot.day })
    });
    (placed.collect(), layout.days)
}

/// "M. Dupont" as "Dupont", as "Mme" is no part of a name either.
fn without_monsieur(sessions: &mut [SessionFacts]) {
    for speaker in sessions.iter_mut().flat_map(|session| &mut session.speakers) {
        if let Some(name) = speaker.name.strip_prefix("M. ") {
            speaker.name = name.trim_start().to_owned();
        }
    }
}

/// Coffee as the first thing of a day is what people arrive with.
fn first_of_day(session: &mut SessionFacts) {
    let early = session.start.is_none_or(|start| chrono::Timelike::hour(&start) < 11);
    if session.kind == SessionKind::Break && early {
        session.kind = SessionKind::Registration;
    }
}

/// How wide the text was set: the width that only few lines exceed.
fn page_width(lines: &[Line<'_>]) -> usize {
    let mut widths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_blank())
        .map(|line| line.raw.trim_end().chars().count())
        .collect();
    widths.sort_unstable();
    widths.get(widths.len().saturating_sub(1 + widths.len() / 20)).copied().unwrap_or(0)
}

/// The starts of the lines that have times.
fn written_times(lines: &[Line<'_>], placed: &[Placed]) -> String {
    let numbers =
        placed.iter().filter(|placed| placed.span.is_some()).map(|placed| *placed.item.lines.start());
    let starts = numbers
        .filter_map(|number| lines.get(number - 1))
        .map(|line| line.text.chars().take(16).collect::<String>());
    starts.collect::<Vec<_>>().join(" ")
}

fn left_out(
    lines: &[Line<'_>],
    sources: &[RangeInclusive<usize>],
    beyond: Option<(usize, &str)>,
) -> Vec<LeftOut> {
    let read: HashSet<usize> = sources.iter().cloned().flatten().collect();
    let around = lines
        .iter()
        .filter(|line| !line.raw.trim().is_empty() && !read.contains(&line.number))
        .map(|line| (line.number, line.raw, Reason::AroundProgramme));
    around
        .chain(beyond.map(|(number, raw)| (number, raw, Reason::TooMany)))
        .map(|(line, raw, reason)| LeftOut { line, text: raw.trim().to_owned(), reason })
        .collect()
}
