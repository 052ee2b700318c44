//! Looks in the lines of all days for what a query asks. Only reads.
//!
//! The full-text index says which lines hold the words, newest first; how well they fit is worked out in
//! `domain/search/matching.rs`, for the newest of them: ranking every line that holds a common word takes longer than a
//! person waits for a letter.

use std::cell::RefCell;
use std::collections::HashSet;

use rusqlite::{CachedStatement, OptionalExtension as _, Row, named_params};

use super::Store;
use super::error::StoreError;
use super::row::{Json, Text};
use crate::domain::id::{DayId, SessionId};
use crate::domain::line::{self, LineKind};
use crate::domain::search::{Found, Hit, Query, Term, is_person, matching};

/// So many lines are ranked at most, the newest ones, or as many as are asked for: those that hold the whole words, and
/// as many in which words go on.
const MOST_RANKED: usize = 500;

/// For one or two letters, so many of the newest lines are read before the index is asked: it needs long for short words.
const NEWEST: u32 = 2_000;

/// The places of the parameters of `found_line.sql`.
const SEQ: usize = 1;
const KINDS: usize = 2;
const INCLUDE_PRIVATE: usize = 3;

/// What is asked of [`Store::find`].
pub struct Asked<'a> {
    /// The query.
    pub query: &'a Query,
    /// At most so many lines.
    pub limit: u32,
    /// Private lines too.
    pub include_private: bool,
    /// Whether the answer is still wanted; asked now and then.
    pub is_wanted: &'a dyn Fn() -> bool,
}

/// Where a line that was found is, in words.
pub struct Whereabouts {
    /// The place of its session in the day, from 1.
    pub position: u32,
    /// What its session is called.
    pub session: String,
    /// What its day is called.
    pub day: String,
}

/// Nobody wants the answer any more, or the database cannot be read.
enum Stop {
    Unwanted,
    Failed(StoreError),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

/// How it is known that a line holds the words.
#[derive(Clone, Copy)]
enum By {
    /// The index says so.
    Index,
    /// Only its text can tell.
    Text,
}

/// A line that was found, with its number in the table of lines.
struct Candidate {
    seq: i64,
    hit: Hit,
}

impl Store {
    /// The lines that a query asks for, best first. A query that asks for nothing finds nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&self, query: &str, limit: u32, include_private: bool) -> Result<Vec<Hit>, StoreError> {
        let query = Query::parse(query);
        let asked = Asked { query: &query, limit, include_private, is_wanted: &|| true };
        Ok(self.find(&asked)?.unwrap_or_default().hits)
    }

    /// Where a session is.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when it is not there any more.
    pub fn whereabouts(&self, session: SessionId) -> Result<Whereabouts, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/whereabouts.sql"))?;
        let found = statement.query_row(named_params! { ":session_id": Text(session) }, |row| {
            Ok(Whereabouts {
                position: row.get("position")?,
                session: row.get("title")?,
                day: row.get("day_title")?,
            })
        });
        found.optional()?.ok_or_else(|| StoreError::UnknownSession(session.to_string()))
    }

    /// The lines that a query asks for; nothing when the answer was no longer wanted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find(&self, asked: &Asked<'_>) -> Result<Option<Found>, StoreError> {
        self.at_one_moment(|| match Search::new(self, asked)?.run() {
            Ok(found) => Ok(Some(found)),
            Err(Stop::Unwanted) => Ok(None),
            Err(Stop::Failed(error)) => Err(error),
        })
    }
}

/// A query that is being answered.
struct Search<'a> {
    store: &'a Store,
    asked: &'a Asked<'a>,
    /// The kinds that are asked for, as the statements take them.
    kinds: Option<String>,
    /// What reads a line. It is run for each of thousands, so that only the number of the line is told each time.
    line: RefCell<CachedStatement<'a>>,
}

impl<'a> Search<'a> {
    fn new(store: &'a Store, asked: &'a Asked<'a>) -> Result<Self, StoreError> {
        let kinds = asked.query.kinds.as_deref().map(names_of);
        let mut line = store.connection.prepare_cached(include_str!("sql/found_line.sql"))?;
        line.raw_bind_parameter(KINDS, &kinds)?;
        line.raw_bind_parameter(INCLUDE_PRIVATE, asked.include_private)?;
        Ok(Self { store, asked, kinds, line: RefCell::new(line) })
    }

    fn run(&self) -> Result<Found, Stop> {
        let query = self.asked.query;
        let wanted = self.asked.limit as usize;
        if query.is_empty() || query.kinds.as_ref().is_some_and(Vec::is_empty) || wanted == 0 {
            return Ok(Found::default());
        }
        let allowed = self.allowed()?;
        let mut found = match &allowed {
            Some(allowed) if query.terms.is_empty() || allowed.len() <= MOST_RANKED => self.among(allowed)?,
            None if query.terms.is_empty() => self.newest(None, None)?.0,
            _ if query.is_ranked() => self.ranked(allowed.as_deref())?,
            _ => self.by_letters(allowed.as_deref())?,
        };
        if query.is_ranked() {
            let by_score = |one: &Candidate, other: &Candidate| other.hit.score.total_cmp(&one.hit.score);
            found.sort_by(|one, other| by_score(one, other).then(other.seq.cmp(&one.seq)));
        }
        let has_more = found.len() > wanted;
        found.truncate(wanted);
        Ok(Found { hits: found.into_iter().map(|candidate| candidate.hit).collect(), has_more })
    }

    /// The numbers of the lines that the filters on trends, people and days leave, in order; `None` for all.
    fn allowed(&self) -> Result<Option<Vec<i64>>, Stop> {
        let query = self.asked.query;
        let mut allowed = None;
        if !query.days.is_empty() {
            let days = self.store.plain_days()?;
            let days: Vec<DayId> = days.iter().filter(|day| query.takes_day(day)).map(|day| day.id).collect();
            let mut statement =
                self.store.connection.prepare_cached(include_str!("sql/lines_of_days.sql"))?;
            let rows = statement.query_map(named_params! { ":days": Json(&days) }, |row| row.get(0))?;
            let mut lines: Vec<i64> = rows.collect::<Result<_, _>>()?;
            lines.sort_unstable();
            narrow(&mut allowed, lines);
        }
        for trend in &query.trends {
            narrow(&mut allowed, self.store.heard()?.lines_with(trend));
        }
        for person in &query.persons {
            // Only lines with one of the words can name the person; whether they do is seen when they are read.
            let words = matching::words_of(person);
            let words = words.iter().filter_map(|word| person.get(word.range.clone()));
            let any: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
            let mut lines = if any.is_empty() { Vec::new() } else { self.rows(&any.join(" OR "), i64::MAX)? };
            lines.reverse();
            narrow(&mut allowed, lines);
        }
        Ok(allowed)
    }

    /// All numbers of lines below `below` that match an expression of the index, newest first.
    fn rows(&self, expression: &str, below: i64) -> Result<Vec<i64>, Stop> {
        let mut rows = Vec::new();
        self.each_row(expression, below, |seq| {
            rows.push(seq);
            Ok(true)
        })?;
        Ok(rows)
    }

    /// Looks at the lines below `below` that match an expression of the index, newest first, until `look` has seen enough.
    fn each_row(
        &self,
        expression: &str,
        below: i64,
        mut look: impl FnMut(i64) -> Result<bool, Stop>,
    ) -> Result<(), Stop> {
        let mut statement = self.store.connection.prepare_cached(include_str!("sql/matching_rows.sql"))?;
        let mut rows = statement.query(named_params! { ":query": expression, ":below": below })?;
        while let Some(row) = rows.next()? {
            self.ensure_wanted()?;
            if !look(row.get(0)?)? {
                break;
            }
        }
        Ok(())
    }

    fn ensure_wanted(&self) -> Result<(), Stop> {
        if (self.asked.is_wanted)() { Ok(()) } else { Err(Stop::Unwanted) }
    }

    /// One more than is asked for, so that it is known whether there are more.
    fn enough(&self) -> usize {
        self.asked.limit as usize + 1
    }

    /// Of these lines those that fit: the newest, or all of them where the best go first.
    fn among(&self, lines: &[i64]) -> Result<Vec<Candidate>, Stop> {
        let is_ranked = self.asked.query.is_ranked();
        let mut found = Vec::new();
        for seq in lines.iter().rev() {
            self.ensure_wanted()?;
            found.extend(self.line(*seq, By::Text)?);
            if !is_ranked && found.len() >= self.enough() {
                break;
            }
        }
        Ok(found)
    }

    /// The newest lines that fit, and the number of the last one that was looked at when there may be more of them.
    fn newest(
        &self,
        at_most: Option<u32>,
        allowed: Option<&[i64]>,
    ) -> Result<(Vec<Candidate>, Option<i64>), Stop> {
        let mut statement = self.store.connection.prepare_cached(include_str!("sql/newest_lines.sql"))?;
        let mut rows = statement.query(named_params! {
            ":kinds": self.kinds,
            ":include_private": self.asked.include_private,
            ":limit": at_most.map_or(-1, i64::from),
        })?;
        let mut found = Vec::new();
        let (mut looked_at, mut last) = (0, None);
        while let Some(row) = rows.next()? {
            self.ensure_wanted()?;
            let seq = row.get(0)?;
            last = Some(seq);
            looked_at += 1;
            if is_allowed(allowed, seq) {
                found.extend(self.candidate(row, By::Text)?);
            }
            if found.len() >= self.enough() {
                return Ok((found, None));
            }
        }
        let is_all = at_most.is_none_or(|most| looked_at < most);
        Ok((found, last.filter(|_| !is_all)))
    }

    /// For one or two letters: the newest lines first.
    fn by_letters(&self, allowed: Option<&[i64]>) -> Result<Vec<Candidate>, Stop> {
        let (mut found, last) = self.newest(Some(NEWEST), allowed)?;
        let Some(last) = last else { return Ok(found) };
        self.each_row(&expression(&self.asked.query.terms, true), last, |seq| {
            if is_allowed(allowed, seq) {
                found.extend(self.line(seq, By::Index)?);
            }
            Ok(found.len() < self.enough())
        })?;
        Ok(found)
    }

    /// The newest lines that hold the whole words, and the newest in which they go on.
    fn ranked(&self, allowed: Option<&[i64]>) -> Result<Vec<Candidate>, Stop> {
        let terms = &self.asked.query.terms;
        let most = MOST_RANKED.max(self.enough());
        let mut found: Vec<Candidate> = Vec::new();
        let mut seen: HashSet<i64> = HashSet::new();
        let go_on = terms.iter().any(|term| term.goes_on);
        for (starts, most) in [(false, most), (true, 2 * most)].into_iter().take(1 + usize::from(go_on)) {
            self.each_row(&expression(terms, starts), i64::MAX, |seq| {
                if is_allowed(allowed, seq) && seen.insert(seq) {
                    found.extend(self.line(seq, By::Index)?);
                }
                Ok(found.len() < most)
            })?;
        }
        Ok(found)
    }

    /// A line by its number, if it fits.
    fn line(&self, seq: i64, by: By) -> Result<Option<Candidate>, Stop> {
        let mut statement = self.line.borrow_mut();
        statement.raw_bind_parameter(SEQ, seq)?;
        match statement.raw_query().next()? {
            Some(row) => self.candidate(row, by),
            None => Ok(None),
        }
    }

    /// The line of a row, if it names whom and holds the words that are asked for.
    fn candidate(&self, row: &Row<'_>, by: By) -> Result<Option<Candidate>, Stop> {
        let query = self.asked.query;
        let text = row.get_ref("text")?.as_str().map_err(rusqlite::Error::from)?;
        if !query.persons.is_empty() && !names(text, &query.persons) {
            return Ok(None);
        }
        let found = match (matching::find(&query.terms, text), by) {
            (Some(found), _) => found,
            // The index cuts some scripts into words otherwise: then nothing is marked.
            (None, By::Index) => matching::Match::default(),
            (None, By::Text) => return Ok(None),
        };
        Ok(Some(Candidate {
            seq: row.get("seq")?,
            hit: Hit {
                line: row.get::<_, Text<_>>("id")?.0,
                day: row.get::<_, Text<_>>("day_id")?.0,
                session: row.get::<_, Text<_>>("session_id")?.0,
                position: row.get("position")?,
                text: text.to_owned(),
                ranges: found.ranges,
                private: row.get("private")?,
                score: found.score,
            },
        }))
    }
}

/// Keeps what is in both; both are in order.
fn narrow(allowed: &mut Option<Vec<i64>>, lines: Vec<i64>) {
    match allowed {
        Some(allowed) => allowed.retain(|seq| lines.binary_search(seq).is_ok()),
        None => *allowed = Some(lines),
    }
}

fn is_allowed(allowed: Option<&[i64]>, seq: i64) -> bool {
    allowed.is_none_or(|allowed| allowed.binary_search(&seq).is_ok())
}

/// The names of kinds, each between commas.
fn names_of(kinds: &[LineKind]) -> String {
    kinds.iter().fold(",".to_owned(), |names, kind| names + kind.name() + ",")
}

/// Whether a line names all of these, in it or as the source of a quote.
fn names(text: &str, persons: &[String]) -> bool {
    let parsed = line::parse(text);
    let source = parsed.source.iter().map(|source| source.name.as_str());
    let named: Vec<&str> =
        parsed.mentions.iter().map(|mention| mention.name.as_str()).chain(source).collect();
    persons.iter().all(|wanted| named.iter().any(|name| is_person(wanted, name)))
}

/// The words as FTS5 strings, which have no syntax inside but the doubled quote
/// (<https://www.sqlite.org/fts5.html#fts5_strings>); a term has no quotes. `starts` for words that go on as well.
fn expression(terms: &[Term], starts: bool) -> String {
    let terms = terms.iter().map(|term| {
        let star = if starts && term.goes_on { "*" } else { "" };
        format!("\"{}\"{star}", term.written)
    });
    terms.collect::<Vec<_>>().join(" AND ")
}
