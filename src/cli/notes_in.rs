//! The command `import` where notes come along: an export of Plenair, or a folder of Markdown notes.

use std::sync::Arc;

use serde::Serialize;

use super::ImportArgs;
use super::context::Context;
use super::importing::{self, ImportDocument};
use super::output::{Answer, Failure};
use super::wording;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::DayId;
use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use crate::import;
use crate::incoming::{self, Incoming};

/// A day that came in, for scripts.
#[derive(Serialize)]
pub struct NotedDayJson {
    day_id: Option<DayId>,
    title: String,
    sessions: usize,
    lines: usize,
}

/// The days with their notes that are at a path; `None` where there is a programme only.
///
/// # Errors
/// Those of reading a folder, and of reading notes.
pub fn read(args: &ImportArgs, bytes: Option<&[u8]>) -> Result<Option<Arc<Vec<NotedDay>>>, Failure> {
    let Some(bytes) = bytes else { return Ok(Some(read_folder(args)?.days)) };
    // A day is updated by the programme alone.
    if args.into.is_some() {
        return Ok(None);
    }
    Ok(import::read_days(bytes, args.format)?.map(Arc::new))
}

fn read_folder(args: &ImportArgs) -> Result<Incoming, Problem> {
    if args.into.is_some() || args.format.is_some_and(|format| format != import::Format::Markdown) {
        let cause = "a folder is read as Markdown notes, and its days come in as days of their own";
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, cause));
    }
    incoming::in_folder(&args.file)
}

/// Keeps the days, unless this is a dry run, and says which they are.
pub fn bring_in(context: &Context<'_>, args: &ImportArgs, days: &[NotedDay]) -> Result<Answer, Failure> {
    let kept = if args.dry_run { None } else { Some(keep(context, days)?) };
    if let Some(first) = days.first().filter(|_| args.output.json) {
        return Answer::json(&document(first, days, kept.as_ref()));
    }
    let kept_as = |index| kept.as_ref().and_then(|kept| kept.days.get(index));
    let lines: Vec<String> =
        days.iter().enumerate().map(|(index, day)| said(context, day, kept_as(index))).collect();
    Ok(Answer::text(&lines.join("\n")))
}

/// Days as they were kept.
struct Kept {
    days: Vec<Day>,
    /// The first of them, as it can be read back.
    first: Option<Book>,
}

fn keep(context: &Context<'_>, days: &[NotedDay]) -> Result<Kept, Failure> {
    let mut store = context.writing()?;
    let days = store.add_noted_days(days)?;
    let first = days.first().map(|day| store.book(day.id)).transpose()?;
    Ok(Kept { days, first })
}

fn said(context: &Context<'_>, day: &NotedDay, kept: Option<&Day>) -> String {
    let sessions = wording::sessions(context.texts, day.programme.sessions.len());
    let title = day.programme.day.title.as_str();
    let variables = [("title", title.into()), ("sessions", sessions.into()), ("lines", day.lines().into())];
    match kept {
        Some(kept) => {
            let slug = [("slug", kept.slug.as_str().into())];
            context.texts.with("cli-notes-imported", &[&variables[..], &slug].concat())
        }
        None => context.texts.with("cli-notes-not-imported", &variables),
    }
}

/// The document of the first day, with all days beside it.
fn document<'a>(first: &'a NotedDay, days: &[NotedDay], kept: Option<&Kept>) -> ImportDocument<'a> {
    let of_day = |(index, day): (usize, &NotedDay)| NotedDayJson {
        day_id: kept.and_then(|kept| kept.days.get(index)).map(|day| day.id),
        title: day.programme.day.title.clone(),
        sessions: day.programme.sessions.len(),
        lines: day.lines(),
    };
    let all: Vec<NotedDayJson> = days.iter().enumerate().map(of_day).collect();
    let lines = days.iter().map(NotedDay::lines).sum();
    let book = kept.and_then(|kept| kept.first.as_ref());
    let mut document = importing::document(&first.programme, book, kept.is_some(), None);
    document.lines = Some(lines);
    document.days = Some(all);
    document
}
