//! The commands that look for lines: `lines`, `trends` and `search`.

use serde::Serialize;

use super::context::Context;
use super::output::{Answer, Failure};
use super::wording::{self, Align};
use super::{LinesArgs, SearchArgs, TrendsArgs};
use crate::domain::book::Book;
use crate::domain::dates;
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::query::{Remark, Selection, TrendCount};
use crate::domain::search::Hit;
use crate::domain::search::matching::snippet;
use crate::export::json::{LineJson, TrendJson};
use crate::i18n::Texts;
use crate::store::{Store, StoreError};

/// `plenair lines`
pub fn lines(context: &Context<'_>, args: &LinesArgs) -> Result<Answer, Failure> {
    let store = context.reading()?;
    let books = context.books(&store, &args.days)?;
    let found = choose(&store, &books, args)?;
    if args.output.json {
        let of_day = |(book, remarks): (&Book, Vec<Remark<'_>>)| -> Vec<LineJson> {
            remarks.into_iter().map(|remark| LineJson::new(&book.day, remark)).collect()
        };
        let lines = found.into_iter().flat_map(of_day);
        return Answer::json(&lines.collect::<Vec<_>>());
    }
    let blocks: Vec<String> = found
        .iter()
        .flat_map(|(book, remarks)| blocks(context.texts, book, remarks, args.days.all))
        .collect();
    if blocks.is_empty() {
        return Ok(Answer::nothing(context.texts.get("cli-no-lines")));
    }
    Ok(Answer::text(&blocks.join("\n\n")))
}

/// The lines that were asked for, per day. Where all days are asked for, a session need only be in one of them.
fn choose<'a>(
    store: &Store,
    books: &'a [Book],
    args: &LinesArgs,
) -> Result<Vec<(&'a Book, Vec<Remark<'a>>)>, StoreError> {
    let mut found = Vec::new();
    let mut missing = None;
    for book in books {
        match args.session.as_ref().map(|name| store.find_session(book.day.id, name)).transpose() {
            Ok(session) => found.push((book, book.select(&selection(args, session)))),
            Err(unknown @ StoreError::UnknownSession(_)) => missing = Some(unknown),
            Err(error) => return Err(error),
        }
    }
    match missing {
        Some(unknown) if found.is_empty() => Err(unknown),
        _ => Ok(found),
    }
}

fn selection(args: &LinesArgs, session: Option<SessionId>) -> Selection {
    Selection {
        session,
        kind: args.kind,
        trend: args.trend.clone(),
        starred: args.starred,
        include_private: args.include_private,
    }
}

/// A block per session: its heading, and its lines with the time at which they were noted.
fn blocks(texts: &Texts, book: &Book, remarks: &[Remark<'_>], names_day: bool) -> Vec<String> {
    let same_session = |one: &Remark<'_>, next: &Remark<'_>| one.page.session.id == next.page.session.id;
    remarks
        .chunk_by(same_session)
        .filter_map(|remarks| {
            let page = remarks.first()?.page;
            let session = wording::session(texts, page.session.position, &page.session.facts.title);
            let heading = if names_day { format!("{session} ({})", book.day.facts.title) } else { session };
            let lines = remarks.iter().map(|remark| {
                format!("  {}  {}", dates::time(remark.line.noted_at.time()), remark.line.text)
            });
            Some(std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n"))
        })
        .collect()
}

/// `plenair trends`
pub fn trends(context: &Context<'_>, args: &TrendsArgs) -> Result<Answer, Failure> {
    let store = context.reading()?;
    let counts = if args.days.all {
        store.trends_across(args.include_private)?.into_iter().map(TrendCount::from).collect()
    } else {
        let day = context.day(&store, args.days.day.as_deref())?;
        store.book(day)?.trend_counts(args.include_private)
    };
    if args.output.json {
        return Answer::json(&counts.into_iter().map(TrendJson::from).collect::<Vec<_>>());
    }
    if counts.is_empty() {
        return Ok(Answer::nothing(context.texts.get("cli-no-trends")));
    }
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|count| {
            let label = if count.label == count.tag { String::new() } else { count.label.clone() };
            vec![format!("#{}", count.tag), wording::lines(context.texts, count.lines), label]
        })
        .collect();
    Ok(Answer::text(&wording::table(&[Align::Left, Align::Right, Align::Left], &rows).join("\n")))
}

/// A line that was found, for scripts.
#[derive(Serialize)]
struct HitJson<'a> {
    line: LineId,
    day: DayId,
    session: SessionId,
    text: &'a str,
    snippet: String,
    position: u32,
    score: f64,
}

/// `plenair search`
pub fn search(context: &Context<'_>, args: &SearchArgs) -> Result<Answer, Failure> {
    let store = context.reading()?;
    let hits = store.search(&args.query, args.limit, args.include_private)?;
    if args.output.json {
        return Answer::json(&hits.iter().map(hit_json).collect::<Vec<_>>());
    }
    if hits.is_empty() {
        return Ok(Answer::nothing(context.texts.get("cli-no-hits")));
    }
    let block = |hit: &Hit| {
        Ok(format!("{}\n  {}", place(&store, context.texts, hit)?, snippet(&hit.text, &hit.ranges)))
    };
    let blocks = hits.iter().map(block);
    Ok(Answer::text(&blocks.collect::<Result<Vec<_>, StoreError>>()?.join("\n\n")))
}

fn hit_json(hit: &Hit) -> HitJson<'_> {
    HitJson {
        line: hit.line,
        day: hit.day,
        session: hit.session,
        text: &hit.text,
        snippet: snippet(&hit.text, &hit.ranges),
        position: hit.position,
        score: hit.score,
    }
}

/// Where a line that was found stands.
fn place(store: &Store, texts: &Texts, hit: &Hit) -> Result<String, StoreError> {
    let found = store.whereabouts(hit.session)?;
    let session = wording::session(texts, found.position, &found.session);
    Ok(format!("{session} ({})", found.day))
}
