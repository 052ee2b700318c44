//! The commands that look at days as a whole: `days` and `show`.

use serde::Serialize;

use super::ShowArgs;
use super::context::Context;
use super::output::{Answer, Failure};
use super::programme;
use super::wording::{self, Align};
use crate::export::json::{self, DayFactsJson, DayJson, SessionJson};

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
