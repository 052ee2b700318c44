//! The command `import` where notes come along: an export of Plenair, or a folder of Markdown notes.

use std::sync::Arc;

use serde::Serialize;

use super::ImportArgs;
use super::context::Context;
use super::importing::{self, ImportDocument, LeftOutJson};
use super::output::{Answer, Failure};
use super::wording;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::DayId;
use crate::domain::language::Language;
use crate::domain::noted::NotedDay;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::sheet::Sheet;
use crate::files::folder::{PassedOver, Why};
use crate::i18n::Texts;
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

/// What is at a path that holds notes.
pub struct Found {
    days: Arc<Vec<NotedDay>>,
    passed_over: Vec<PassedOver>,
}

/// The days with their notes that are at a path; `None` where there is a programme only.
///
/// # Errors
/// Those of reading a folder, and of reading notes; `NotUnderstood` where notes would have to go into a day.
pub fn read(args: &ImportArgs, bytes: Option<&[u8]>) -> Result<Option<Found>, Failure> {
    let Some(bytes) = bytes else {
        let Incoming { days, passed_over, .. } = read_folder(args)?;
        return Ok(Some(Found { days, passed_over }));
    };
    let days = import::read_days(bytes, args.format);
    if args.into.is_some() {
        // A day is updated by the programme alone, which may not mean that notes are dropped unsaid.
        return if days.is_ok_and(|days| days.is_some_and(|days| hold_notes(&days))) {
            let cause = "the file holds notes, and its days come in as days of their own: without --into";
            Err(Problem::new(ProblemKind::NotUnderstood, 1, cause).into())
        } else {
            Ok(None)
        };
    }
    Ok(days?.map(|days| Found { days: Arc::new(days), passed_over: Vec::new() }))
}

fn hold_notes(days: &[NotedDay]) -> bool {
    let mut beside = days.iter().flat_map(|day| &day.notes).map(|notes| notes.sheet.tidied());
    days.iter().any(|day| day.lines() > 0) || beside.any(|sheet| sheet != Sheet::default())
}

fn read_folder(args: &ImportArgs) -> Result<Incoming, Problem> {
    if args.into.is_some() || args.format.is_some_and(|format| format != import::Format::Markdown) {
        let cause = "a folder is read as Markdown notes, and its days come in as days of their own";
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, cause));
    }
    incoming::in_folder(&args.file)
}

/// Keeps the days, unless this is a dry run, and says which they are.
pub fn bring_in(context: &Context<'_>, args: &ImportArgs, found: &Found) -> Result<Answer, Failure> {
    let days = found.days.as_slice();
    let kept = if args.dry_run { None } else { Some(keep(context, days)?) };
    if let Some(first) = days.first().filter(|_| args.output.json) {
        return Answer::json(&document(first, found, kept.as_ref()));
    }
    let kept_as = |index| kept.as_ref().and_then(|kept| kept.days.get(index));
    let mut lines: Vec<String> =
        days.iter().enumerate().map(|(index, day)| said(context, day, kept_as(index))).collect();
    lines.extend(passed_over(context.texts, &found.passed_over));
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

/// What of a folder is passed over, a line for each file; of what is hidden only how much.
fn passed_over(texts: &Texts, passed: &[PassedOver]) -> Vec<String> {
    let (hidden, seen): (Vec<_>, Vec<_>) = passed.iter().partition(|passed| passed.why == Why::Hidden);
    let heading = (!passed.is_empty()).then(|| texts.get("cli-passed-over").to_owned());
    let piece = |passed: &PassedOver| {
        let variables =
            [("name", passed.name.as_str().into()), ("reason", texts.get(reason(passed.why)).into())];
        format!("  {}", texts.with("cli-passed-over-piece", &variables))
    };
    let count = (!hidden.is_empty())
        .then(|| format!("  {}", texts.with("cli-passed-hidden-count", &[("count", hidden.len().into())])));
    heading.into_iter().chain(seen.into_iter().map(piece)).chain(count).collect()
}

/// The name of the words for why a file was passed over.
fn reason(why: Why) -> &'static str {
    match why {
        Why::OtherKind => "cli-passed-other-kind",
        Why::Hidden => "cli-passed-hidden",
        Why::NoFile => "cli-passed-no-file",
    }
}

/// The document of the first day, with all days beside it.
fn document<'a>(first: &'a NotedDay, found: &'a Found, kept: Option<&Kept>) -> ImportDocument<'a> {
    let days = found.days.as_slice();
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
    let english = Texts::new(Language::English);
    document.left_out.extend(found.passed_over.iter().map(|passed| LeftOutJson {
        line: None,
        text: &passed.name,
        reason: english.get(reason(passed.why)).to_owned(),
    }));
    document
}
