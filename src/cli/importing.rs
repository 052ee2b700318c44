//! The command `import`.

use std::path::Path;

use serde::Serialize;

use super::context::Context;
use super::input;
use super::notes_in::{self, NotedDayJson};
use super::output::{Answer, Failure};
use super::programme;
use super::updating::{self, UpdateJson};
use super::{ImportArgs, wording};
use crate::apart;
use crate::domain::book::Book;
use crate::domain::id::DayId;
use crate::domain::language::Language;
use crate::domain::problem::Problem;
use crate::domain::programme::{LeftOut, Programme};
use crate::export::json::{self, SessionJson};
use crate::files;
use crate::i18n::Texts;
use crate::import;

/// The file name that means standard input.
const STDIN: &str = "-";

/// What `import` prints for scripts.
#[derive(Serialize)]
pub struct ImportDocument<'a> {
    format: &'static str,
    day: ImportedDay<'a>,
    sessions: Vec<SessionJson>,
    /// What of it did not come along, and why.
    pub left_out: Vec<LeftOutJson<'a>>,
    warnings: Vec<String>,
    saved: bool,
    day_id: Option<DayId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    update: Option<UpdateJson>,
    /// How many lines of notes came along, where the file has notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<usize>,
    /// Every day that came in, where the file has notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Vec<NotedDayJson>>,
}

/// The day as the file has it.
#[derive(Serialize)]
struct ImportedDay<'a> {
    title: &'a str,
    date: Option<chrono::NaiveDate>,
    place: Option<&'a str>,
    timezone: Option<&'a str>,
}

/// What was read but not understood, or not read. `line` is nothing for a file that was passed over: then `text` is its name.
#[derive(Serialize)]
pub struct LeftOutJson<'a> {
    pub line: Option<usize>,
    pub text: &'a str,
    pub reason: String,
}

/// `plenair import`
pub fn import(context: &Context<'_>, args: &ImportArgs) -> Result<Answer, Failure> {
    let bytes = if args.file.is_dir() { None } else { Some(read(&args.file)?) };
    if let Some(found) = notes_in::read(args, bytes.as_deref())? {
        return notes_in::bring_in(context, args, &found);
    }
    let read = apart::read(&bytes.unwrap_or_default(), args.format)?;
    let programme = if args.dry_run { read } else { read.with_sessions()? };
    if let Some(day) = &args.into {
        return into(context, args, day, &programme);
    }
    let book = if args.dry_run { None } else { Some(save(context, &programme)?) };
    if args.output.json {
        return Answer::json(&document(&programme, book.as_ref(), book.is_some(), None));
    }
    Ok(Answer::text(&text(context.texts, &programme, book.as_ref())))
}

/// Updates a day: everything that is certain is taken over.
fn into(
    context: &Context<'_>,
    args: &ImportArgs,
    day: &str,
    programme: &Programme,
) -> Result<Answer, Failure> {
    let (difference, book, is_saved) = updating::update(context, day, programme, args.dry_run)?;
    if args.output.json {
        let update = Some(difference.json(programme));
        return Answer::json(&document(programme, Some(&book), is_saved, update));
    }
    let mut parts = vec![difference.text(context.texts, programme)];
    parts.extend(not_understood(context.texts, programme));
    parts.push(if args.dry_run {
        context.texts.get("cli-not-updated").to_owned()
    } else {
        context.texts.with("cli-updated", &[("slug", book.day.slug.as_str().into())])
    });
    Ok(Answer::text(&parts.join("\n\n")))
}

fn save(context: &Context<'_>, programme: &Programme) -> Result<Book, Failure> {
    let mut store = context.writing()?;
    let day = store.add_day(programme, false)?;
    Ok(store.book(day)?)
}

fn read(file: &Path) -> Result<Vec<u8>, Problem> {
    if file == Path::new(STDIN) {
        return input::read_stdin(import::MOST_BYTES);
    }
    files::read_limited(file, import::MOST_BYTES)
}

/// What was understood, for scripts.
pub fn document<'a>(
    programme: &'a Programme,
    book: Option<&Book>,
    saved: bool,
    update: Option<UpdateJson>,
) -> ImportDocument<'a> {
    let facts = &programme.day;
    // Scripts read English, whatever the language of the person.
    let english = Texts::new(Language::English);
    ImportDocument {
        format: programme.format,
        day: ImportedDay {
            title: &facts.title,
            date: facts.date,
            place: facts.place.as_deref(),
            timezone: facts.timezone.as_deref(),
        },
        sessions: book
            .filter(|_| saved)
            .map_or_else(|| json::programme_sessions(programme), |book| json::sessions(book, false)),
        left_out: programme.left_out.iter().map(|piece| left_out_json(&english, piece)).collect(),
        warnings: programme.warnings.iter().map(|warning| english.warning(warning)).collect(),
        saved,
        day_id: book.map(|book| book.day.id),
        update,
        lines: None,
        days: None,
    }
}

fn left_out_json<'a>(texts: &Texts, piece: &'a LeftOut) -> LeftOutJson<'a> {
    LeftOutJson { line: Some(piece.line), text: &piece.text, reason: texts.reason(piece.reason) }
}

/// The programme, what was not understood of it, and whether it is a day now.
fn text(texts: &Texts, programme: &Programme, book: Option<&Book>) -> String {
    let mut parts = vec![programme::of_file(texts, programme)];
    parts.extend(not_understood(texts, programme));
    let sessions = wording::sessions(texts, programme.sessions.len());
    parts.push(match book {
        Some(book) => {
            let slug = book.day.slug.as_str();
            texts.with("cli-imported", &[("slug", slug.into()), ("sessions", sessions.into())])
        }
        None => texts.with("cli-not-imported", &[("sessions", sessions.into())]),
    });
    parts.join("\n\n")
}

/// What was read but not understood, and what may surprise.
fn not_understood(texts: &Texts, programme: &Programme) -> Vec<String> {
    let mut parts = Vec::new();
    if !programme.left_out.is_empty() {
        let pieces = programme.left_out.iter().map(|piece| left_out_text(texts, piece));
        let heading = texts.get("cli-left-out").to_owned();
        parts.push(std::iter::once(heading).chain(pieces).collect::<Vec<_>>().join("\n"));
    }
    parts.extend(programme.warnings.iter().map(|warning| texts.warning(warning)));
    parts
}

fn left_out_text(texts: &Texts, piece: &LeftOut) -> String {
    let reason = texts.reason(piece.reason);
    let variables =
        [("line", piece.line.into()), ("text", piece.text.as_str().into()), ("reason", reason.into())];
    format!("  {}", texts.with("cli-left-out-piece", &variables))
}
