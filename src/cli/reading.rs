//! The commands that look at days as a whole: `days`, `show` and `check`.

use std::path::PathBuf;

use serde::Serialize;

use super::ShowArgs;
use super::context::Context;
use super::output::{Answer, Failure};
use super::programme;
use super::wording::{self, Align};
use crate::export::json::{self, DayFactsJson, DayJson, SessionJson};
use crate::store::Check;

/// `plenair days`
pub fn days(context: &Context<'_>, as_json: bool) -> Result<Answer, Failure> {
    let days = context.reading()?.days()?;
    if as_json {
        return Answer::json(&days.iter().map(|day| DayJson::new(day, false)).collect::<Vec<_>>());
    }
    if days.is_empty() {
        return Ok(Answer::nothing(context.texts.get("cli-no-days")));
    }
    let texts = context.texts;
    let rows: Vec<Vec<String>> = days
        .iter()
        .map(|summary| {
            let facts = &summary.day.facts;
            let open_lines = summary.lines.saturating_sub(summary.private_lines);
            vec![
                summary.day.slug.clone(),
                wording::when(texts, facts.date, facts.last_date),
                facts.title.clone(),
                wording::sessions(texts, summary.sessions as usize),
                wording::lines(texts, open_lines as usize),
            ]
        })
        .collect();
    let columns = [Align::Left, Align::Left, Align::Left, Align::Right, Align::Right];
    Ok(Answer::text(&wording::table(&columns, &rows).join("\n")))
}

/// What `show` prints for scripts.
#[derive(Serialize)]
struct ShowDocument {
    day: DayFactsJson,
    sessions: Vec<SessionJson>,
}

/// `plenair show`
pub fn show(context: &Context<'_>, args: &ShowArgs) -> Result<Answer, Failure> {
    let store = context.reading()?;
    let book = store.book(context.day(&store, args.day.as_deref())?)?;
    if !args.output.json {
        return Ok(Answer::text(&programme::of_book(context.texts, &book)));
    }
    Answer::json(&ShowDocument { day: (&book.day).into(), sessions: json::sessions(&book, false) })
}

/// What `check` prints for scripts.
#[derive(Serialize)]
struct CheckDocument {
    ok: bool,
    problems: Vec<String>,
    database: DatabaseJson,
    /// Part of the contract; there are no backups yet.
    backups: [(); 0],
}

/// The database that was checked.
#[derive(Serialize)]
struct DatabaseJson {
    path: PathBuf,
    bytes: u64,
    schema: u32,
    integrity: &'static str,
}

/// `plenair check`
pub fn check(context: &Context<'_>, as_json: bool) -> Result<Answer, Failure> {
    let check = context.reading()?.check()?;
    let ok = check.problems.is_empty();
    let answer =
        if as_json { Answer::json(&document(check))? } else { Answer::text(&findings(context, &check)) };
    Ok(answer.well(ok))
}

fn document(check: Check) -> CheckDocument {
    let ok = check.problems.is_empty();
    let integrity = if ok { "ok" } else { "damaged" };
    let database = DatabaseJson { path: check.path, bytes: check.bytes, schema: check.schema, integrity };
    CheckDocument { ok, problems: check.problems, database, backups: [] }
}

fn findings(context: &Context<'_>, check: &Check) -> String {
    let path = check.path.display().to_string();
    let variables = [
        ("path", path.into()),
        ("bytes", check.bytes.into()),
        ("schema", check.schema.into()),
        ("count", check.problems.len().into()),
    ];
    if check.problems.is_empty() {
        return context.texts.with("cli-check-well", &variables);
    }
    let problems = check.problems.iter().map(|problem| format!("  {problem}"));
    let heading = context.texts.with("cli-check-problems", &variables);
    std::iter::once(heading).chain(problems).collect::<Vec<_>>().join("\n")
}
