//! The commands that write notes: `note` and `demo`.

use super::NoteArgs;
use super::context::Context;
use super::input;
use super::output::{Answer, Failure};
use super::wording;
use crate::domain::book::Page;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::note::NoteLine;
use crate::domain::problem::{Problem, ProblemKind};
use crate::import::{self, demo};
use crate::store::Store;

/// More than this is not typed in a day.
const MOST_NOTE_BYTES: u64 = 16 * 1024 * 1024;

/// `plenair note`
pub fn note(context: &Context<'_>, args: &NoteArgs) -> Result<Answer, Failure> {
    let lines = match &args.text {
        Some(text) => input::note_lines(text),
        None => input::note_lines(&input::read_stdin_text(MOST_NOTE_BYTES)?),
    };
    if lines.is_empty() {
        return Err(Failure::Usage("cli-nothing-to-note", "cli-nothing-to-note-hint"));
    }
    let count = lines.len();
    let mut store = context.writing()?;
    let day = context.day(&store, args.day.as_deref())?;
    let session = store.find_session(day, &args.session)?;
    append(context, &mut store, session, lines)?;
    let book = store.book(day)?;
    let place = book.page(session).map_or_else(String::new, |page| place(context, page));
    let variables = [("place", place.into()), ("count", count.into())];
    Ok(Answer::text(&context.texts.with("cli-noted", &variables)))
}

fn place(context: &Context<'_>, page: &Page) -> String {
    wording::session(context.texts, page.session.position, &page.session.facts.title)
}

/// `plenair demo`
pub fn demo(context: &Context<'_>) -> Result<Answer, Failure> {
    let mut store = context.writing()?;
    let (day, has_notes) = example(&store)?;
    if has_notes {
        return Ok(Answer::text(context.texts.get("cli-demo-already")));
    }
    for demo in demo::sheets() {
        let session = store.find_session(day, &demo.position.to_string())?;
        store.put_sheet(session, demo.sheet)?;
    }
    let mut count = 0usize;
    for note in demo::notes() {
        let session = store.find_session(day, &note.position.to_string())?;
        count += note.lines.len();
        append(context, &mut store, session, note.lines.into_iter().map(str::to_owned))?;
    }
    Ok(Answer::text(&context.texts.with("cli-demo-added", &[("count", count.into())])))
}

/// The built-in day, and whether anything was noted in it.
fn example(store: &Store) -> Result<(DayId, bool), Failure> {
    let days = store.days()?;
    if let Some(summary) = days.iter().find(|summary| summary.day.example) {
        return Ok((summary.day.id, summary.lines > 0));
    }
    let slug = import::built_in()?.wanted_slug();
    Err(Problem::new(ProblemKind::UnknownDay, slug, "the example day was removed").into())
}

/// Writes lines at the end of a note, as noted now by this installation.
fn append(
    context: &Context<'_>,
    store: &mut Store,
    session: SessionId,
    lines: impl IntoIterator<Item = String>,
) -> Result<(), Failure> {
    let (noted_at, author) = (context.clock.now(), store.author());
    let lines = lines.into_iter().map(|text| NoteLine { id: LineId::fresh(), text, noted_at, author });
    store.append_lines(session, lines)?;
    Ok(())
}
