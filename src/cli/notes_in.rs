//! The command `import` where notes come along: an export of Plenair, or a folder of Markdown notes.

use std::path::Path;

use serde::Serialize;

use super::ImportArgs;
use super::context::Context;
use super::importing::{self, ImportDocument};
use super::output::{Answer, Failure};
use super::wording;
use crate::domain::book::Book;
use crate::domain::id::DayId;
use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use crate::files::folder::{self, Limits};
use crate::import::{self, folder as notes};

/// How much a folder of notes may hold.
const LIMITS: Limits = Limits { bytes: 256 * 1024 * 1024, entries: 100_000 };

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
pub fn read(args: &ImportArgs, bytes: Option<&[u8]>) -> Result<Option<Vec<NotedDay>>, Failure> {
    let Some(bytes) = bytes else { return Ok(Some(read_folder(args)?)) };
    // A day is updated by the programme alone.
    if args.into.is_some() {
        return Ok(None);
    }
    Ok(import::read_days(bytes, args.format)?)
}

fn read_folder(args: &ImportArgs) -> Result<Vec<NotedDay>, Problem> {
    if args.into.is_some() || args.format.is_some_and(|format| format != import::Format::Markdown) {
        let cause = "a folder is read as Markdown notes, and its days come in as days of their own";
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, cause));
    }
    let path = &args.file;
    let files = folder::read_folder(path, LIMITS, notes::is_note)?;
    let files: Vec<notes::File<'_>> =
        files.iter().map(|file| notes::File { name: &file.name, bytes: &file.bytes }).collect();
    notes::read(&name_of(path), &files)
}

/// What a folder is called, also one that is written as `.`.
fn name_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Keeps the days, unless this is a dry run, and says which they are.
pub fn bring_in(context: &Context<'_>, args: &ImportArgs, days: &[NotedDay]) -> Result<Answer, Failure> {
    let books = if args.dry_run { Vec::new() } else { save(context, days)? };
    if let Some(first) = days.first().filter(|_| args.output.json) {
        return Answer::json(&document(first, days, &books, !args.dry_run));
    }
    let lines: Vec<String> =
        days.iter().enumerate().map(|(index, day)| said(context, day, books.get(index))).collect();
    Ok(Answer::text(&lines.join("\n")))
}

fn save(context: &Context<'_>, days: &[NotedDay]) -> Result<Vec<Book>, Failure> {
    let mut store = context.writing()?;
    let ids = store.add_noted_days(days)?;
    let books = ids.into_iter().map(|id| store.book(id)).collect::<Result<Vec<Book>, _>>();
    Ok(books?)
}

fn said(context: &Context<'_>, day: &NotedDay, book: Option<&Book>) -> String {
    let sessions = wording::sessions(context.texts, day.programme.sessions.len());
    let title = day.programme.day.title.as_str();
    let variables = [("title", title.into()), ("sessions", sessions.into()), ("lines", day.lines().into())];
    match book {
        Some(book) => {
            let slug = [("slug", book.day.slug.as_str().into())];
            context.texts.with("cli-notes-imported", &[&variables[..], &slug].concat())
        }
        None => context.texts.with("cli-notes-not-imported", &variables),
    }
}

/// The document of the first day, with all days beside it.
fn document<'a>(
    first: &'a NotedDay,
    days: &[NotedDay],
    books: &[Book],
    is_saved: bool,
) -> ImportDocument<'a> {
    let of_day = |(index, day): (usize, &NotedDay)| NotedDayJson {
        day_id: books.get(index).map(|book| book.day.id),
        title: day.programme.day.title.clone(),
        sessions: day.programme.sessions.len(),
        lines: day.lines(),
    };
    let all: Vec<NotedDayJson> = days.iter().enumerate().map(of_day).collect();
    let lines = days.iter().map(NotedDay::lines).sum();
    let mut document = importing::document(&first.programme, books.first(), is_saved, None);
    document.lines = Some(lines);
    document.days = Some(all);
    document
}
