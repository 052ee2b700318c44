//! A day as Markdown, in the shape of an organiser's report: what it was, the programme, the notes per session, and
//! an overview.
//!
//! Every line of a note is a block of its own, with blank lines around it: in `CommonMark` a line right after a quote
//! or a list item becomes part of it, and lines that follow each other become one paragraph. It is to be read as plain
//! text as well. What goes out is decided in [`super::outline`].

mod count;
pub(super) mod escape;
pub(super) mod keep;
mod line;
pub(super) mod overview;
pub(super) mod paper;
mod session;
pub(super) mod sheet;

use super::Options;
use super::labels::Labels;
use super::outline::{DayOutline, Outline, Section};
use super::words::{self, dates_of, joined};
use crate::domain::book::Book;
use crate::domain::dates;
use crate::domain::day::{DayFacts, Session, Speaker};

pub(super) use count::count;
pub use session::session;

/// At the end of a document whose lines begin with their times, so that those are no words when it is read back. Nobody sees
/// it, and no text can be it.
const TIMES: &str = "<!-- plenair: times -->";

/// The Markdown document of `outline`.
pub(super) fn render(outline: &Outline<'_>, labels: &Labels) -> String {
    let mut blocks: Vec<String> = outline.days.iter().flat_map(|day| day_blocks(day, labels)).collect();
    let mut sections = outline.days.iter().flat_map(|day| &day.sections);
    let has_times = sections.any(|section| section.blocks.iter().any(|block| block.time.is_some()));
    if outline.private_left_out > 0 {
        blocks.push("---".to_owned());
        blocks.push(format!("*{}*", labels.private_left_out.of(outline.private_left_out)));
    }
    blocks.extend(has_times.then(|| TIMES.to_owned()));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// A day by itself, to be read.
#[must_use]
pub fn day(book: &Book, options: &Options, labels: &Labels) -> String {
    let days = std::slice::from_ref(book);
    render(&Outline::new(days, options), labels)
}

fn day_blocks(day: &DayOutline<'_>, labels: &Labels) -> Vec<String> {
    let mut blocks = opening(&day.day.facts, labels);
    blocks.extend(programme(day, labels));
    for section in day.sections.iter().filter(|section| section.has_notes()) {
        blocks.extend(note(section, labels));
    }
    blocks.extend(overview::blocks(day, labels));
    blocks
}

/// The title of a day, and below it when, where and what about.
pub(super) fn opening(facts: &DayFacts, labels: &Labels) -> Vec<String> {
    let mut blocks = vec![format!("# {}", titled(&facts.title, labels))];
    let place = facts.place.as_deref().map(escape::plain);
    blocks.extend(joined([dates_of(facts, labels), place], " · "));
    for (label, text) in [(&labels.theme, &facts.theme), (&labels.organiser, &facts.organiser)] {
        blocks.extend(text.as_ref().map(|text| format!("**{label}:** {}", escape::plain(text))));
    }
    blocks
}

/// The programme: a list per date, numbered as the headings of the notes are.
fn programme(day: &DayOutline<'_>, labels: &Labels) -> Vec<String> {
    let mut blocks = vec![format!("## {}", labels.programme)];
    let mut date = day.day.facts.date;
    let mut items: Vec<String> = Vec::new();
    for section in &day.sections {
        let next = section.session.facts.date.or(date);
        if let Some(next) = next.filter(|next| Some(*next) != date || is_first_of_many(day, section)) {
            blocks.extend(list(&mut items));
            blocks.push(format!("**{}**", dates::date(labels.language, next)));
        }
        date = next;
        items.push(programme_item(section, labels));
    }
    blocks.extend(list(&mut items));
    blocks
}

fn is_first_of_many(day: &DayOutline<'_>, section: &Section<'_>) -> bool {
    let facts = &day.day.facts;
    section.number == 1 && facts.last_date.is_some_and(|last| Some(last) != facts.date)
}

fn list(items: &mut Vec<String>) -> Option<String> {
    let list = (!items.is_empty()).then(|| items.join("\n"));
    items.clear();
    list
}

/// An item of the programme, with its number.
pub(super) fn programme_item(section: &Section<'_>, labels: &Labels) -> String {
    let session = section.session;
    let title = format!("**{}**", titled(&session.facts.title, labels));
    let subtitle = session.facts.subtitle.as_deref().map(escape::plain);
    let cancelled = session.cancelled.then(|| format!("({})", labels.cancelled));
    let name = joined([joined([Some(title), subtitle], " – "), cancelled, private(session, labels)], " ");
    let parts = [section.times.clone(), name, speakers(session), room(session)];
    format!("{}. {}", section.number, joined(parts, " · ").unwrap_or_default())
}

/// The mark of a session that is private as a whole, as at a line. No title can be it: its stars are escaped.
fn private(session: &Session, labels: &Labels) -> Option<String> {
    session.private.then(|| format!("*({})*", labels.private))
}

fn room(session: &Session) -> Option<String> {
    session.facts.room.as_deref().map(escape::plain)
}

fn speakers(session: &Session) -> Option<String> {
    let names: Vec<String> = session.facts.speakers.iter().map(speaker).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

fn speaker(speaker: &Speaker) -> String {
    let role = speaker.role.as_deref().map(escape::plain);
    words::speaker(&Speaker { name: escape::plain(&speaker.name), role })
}

/// The heading of a session with all that comes along, then a block for every line.
fn note(section: &Section<'_>, labels: &Labels) -> Vec<String> {
    let mut blocks = vec![note_heading(section, labels)];
    blocks.extend(sheet::blocks(section, labels));
    let mut numbering = line::Numbering::default();
    blocks.extend(section.blocks.iter().map(|block| line::block(block, &mut numbering, labels)));
    blocks
}

/// The heading of a session as the second one of a document, with when, by whom and where in the same block.
pub(super) fn note_heading(section: &Section<'_>, labels: &Labels) -> String {
    let session = section.session;
    let title = titled(&session.facts.title, labels);
    let subtitle = session.facts.subtitle.as_deref().map(escape::plain);
    let name = joined([Some(title), subtitle], " – ");
    let heading = joined([name, private(session, labels)], " ").unwrap_or_default();
    let about = joined([section.times.clone(), speakers(session), room(session)], " · ");
    let heading = format!("## {}. {heading}", section.number);
    match about {
        Some(about) => format!("{heading}\n{}", escape::at_start(&about)),
        None => heading,
    }
}

fn titled(title: &str, labels: &Labels) -> String {
    if title.trim().is_empty() { labels.untitled.clone() } else { escape::plain(title) }
}

#[cfg(test)]
mod tests;
