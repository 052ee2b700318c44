//! Which lines carry which trends, over all days. Worked out per note and remembered: a note is read again when its
//! revision has changed, and everything when a day may call its trends otherwise.
//!
//! What a line carries is decided by `domain/heard.rs`, as it is for one day. Only reads.

use std::cell::Ref;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::{OptionalExtension as _, Row, named_params};

use super::Store;
use super::error::StoreError;
use super::row::{Json, Text};
use crate::domain::heard::TrendReader;
use crate::domain::id::{DayId, SessionId};
use crate::domain::line;
use crate::domain::points::PointList;
use crate::domain::search;
use crate::domain::sheet::Sheet;
use crate::domain::trend::{self, Trend};

/// Where one in so many sessions is to be read, all of them are read in one go: one by one takes several times as long a line.
const ONE_IN: usize = 4;

/// What was heard in all days.
#[derive(Default)]
pub struct Heard {
    /// The sessions that are not in the trash, those of a day together and in order.
    pub sessions: Vec<HeardSession>,
    /// The trends that the days brought along.
    pub trends: HashMap<DayId, Vec<Trend>>,
    /// What was written when this was read, as [`Store::written`] has it.
    written: (i64, u64),
}

/// What was heard in a session.
#[derive(Clone)]
pub struct HeardSession {
    /// The session.
    pub id: SessionId,
    /// Its day.
    pub day: DayId,
    /// Whether it is private as a whole.
    pub private: bool,
    /// The lines that carry a trend, in order.
    pub lines: Vec<HeardLine>,
    revision: u64,
}

/// A line that carries a trend.
#[derive(Clone)]
pub struct HeardLine {
    /// Its number in the table of lines.
    pub seq: i64,
    /// Whether it is private by itself.
    pub private: bool,
    /// The tags of its trends, as its day spells them; lines that name the same ones share them.
    pub tags: Arc<[String]>,
}

/// What the trends that lines name are in a day, in its spelling. The same few come again and again.
struct Spelled<'a> {
    reader: TrendReader<'a>,
    known: HashMap<String, Arc<[String]>>,
}

impl<'a> Spelled<'a> {
    /// In a day with these trends.
    fn by(trends: &'a [Trend]) -> Self {
        Self { reader: TrendReader::with_lists(std::iter::empty(), trends), known: HashMap::new() }
    }

    /// The line in a row of its number, whether it is private, and the trends that it names.
    fn line(&mut self, row: &Row<'_>) -> rusqlite::Result<HeardLine> {
        let tags = self.tags(row.get_ref(2)?.as_str()?);
        Ok(HeardLine { seq: row.get(0)?, private: row.get(1)?, tags })
    }

    /// The tags of a line that names these trends.
    fn tags(&mut self, named: &str) -> Arc<[String]> {
        if let Some(tags) = self.known.get(named) {
            return Arc::clone(tags);
        }
        let tags: Arc<[String]> = self.reader.next_named(named).into();
        self.known.insert(named.to_owned(), Arc::clone(&tags));
        tags
    }
}

impl Store {
    /// What was heard in all days, as it is now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) fn heard(&self) -> Result<Ref<'_, Heard>, StoreError> {
        self.at_one_moment(|| self.hear())?;
        Ok(self.heard.borrow())
    }

    /// Brings what was heard up to date.
    fn hear(&self) -> Result<(), StoreError> {
        let written = self.written()?;
        let mut known = self.heard.take();
        if known.written == written && !known.sessions.is_empty() {
            self.heard.replace(known);
            return Ok(());
        }
        if known.written.0 != written.0 {
            known = Heard::default();
        }
        known.written = written;
        if known.trends.is_empty() {
            known.trends = self.trends_of_days()?;
        }
        let mut before: HashMap<SessionId, HeardSession> =
            known.sessions.into_iter().map(|session| (session.id, session)).collect();
        known.sessions = self.sessions_heard()?;
        let all = known.sessions.len();
        let mut stale = Vec::new();
        for session in &mut known.sessions {
            match before.remove(&session.id).filter(|before| before.revision == session.revision) {
                Some(before) => session.lines = before.lines,
                None => stale.push(session),
            }
        }
        let at_once = stale.len() * ONE_IN > all;
        self.hear_lines(stale, at_once, &known.trends)?;
        self.heard.replace(known);
        Ok(())
    }

    /// Reads what was heard in these sessions, in one go or one by one.
    fn hear_lines(
        &self,
        sessions: Vec<&mut HeardSession>,
        at_once: bool,
        trends: &HashMap<DayId, Vec<Trend>>,
    ) -> Result<(), StoreError> {
        let mut spelled: HashMap<DayId, Spelled<'_>> = HashMap::new();
        let mut without_points = Vec::new();
        let mut lists = at_once.then(|| self.all_lists()).transpose()?;
        for session in sessions {
            let lists = match &mut lists {
                Some(lists) => lists.remove(&session.id).unwrap_or_default(),
                None => self.lists_with_trends(session.id)?,
            };
            let trends = trends.get(&session.day).map_or(&[][..], Vec::as_slice);
            let reader = TrendReader::with_lists(lists.iter(), trends);
            if reader.has_points() {
                session.lines = self.lines_at_points(session.id, reader)?;
            } else {
                spelled.entry(session.day).or_insert_with(|| Spelled::by(trends));
                without_points.push(session);
            }
        }
        if at_once {
            return self.hear_many(without_points, &mut spelled);
        }
        for session in without_points {
            let Some(spelled) = spelled.get_mut(&session.day) else { continue };
            session.lines = self.lines_that_name(session.id, spelled)?;
        }
        Ok(())
    }

    fn sessions_heard(&self) -> Result<Vec<HeardSession>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/heard_sessions.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(HeardSession {
                id: row.get::<_, Text<SessionId>>("id")?.0,
                day: row.get::<_, Text<DayId>>("day_id")?.0,
                private: row.get("private")?,
                lines: Vec::new(),
                revision: row.get::<_, i64>("revision")?.unsigned_abs(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn trends_of_days(&self) -> Result<HashMap<DayId, Vec<Trend>>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/trends_of_days.sql"))?;
        let mut rows = statement.query([])?;
        let mut trends: HashMap<DayId, Vec<Trend>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let trend = Trend {
                tag: row.get("tag")?,
                label: row.get("label")?,
                aliases: row.get::<_, Json<Vec<String>>>("aliases")?.0,
            };
            trends.entry(row.get::<_, Text<DayId>>("day_id")?.0).or_default().push(trend);
        }
        Ok(trends)
    }

    /// The lines of a note that carry a trend, in a session with a list of trends.
    fn lines_at_points(
        &self,
        session: SessionId,
        mut reader: TrendReader<'_>,
    ) -> Result<Vec<HeardLine>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/lines_at_points.sql"))?;
        let rows = statement.query_map(named_params! { ":session_id": Text(session) }, |row| {
            let text = row.get_ref(2)?.as_str()?;
            let tags: Arc<[String]> = reader.next(text, &line::parse(text)).into();
            Ok(HeardLine { seq: row.get(0)?, private: row.get(1)?, tags })
        })?;
        let lines = rows.filter(|line| line.as_ref().map_or(true, |line| !line.tags.is_empty()));
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// The same where lines carry only the trends that they name.
    fn lines_that_name(
        &self,
        session: SessionId,
        spelled: &mut Spelled<'_>,
    ) -> Result<Vec<HeardLine>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/lines_with_tags.sql"))?;
        let rows =
            statement.query_map(named_params! { ":session_id": Text(session) }, |row| spelled.line(row))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The same for many sessions: what all notes name is read in one go.
    fn hear_many(
        &self,
        sessions: Vec<&mut HeardSession>,
        spelled: &mut HashMap<DayId, Spelled<'_>>,
    ) -> Result<(), StoreError> {
        let mut wanted: HashMap<String, &mut HeardSession> =
            sessions.into_iter().map(|session| (session.id.to_string(), session)).collect();
        let mut statement = self.connection.prepare_cached(include_str!("sql/all_lines_with_tags.sql"))?;
        let mut rows = statement.query([])?;
        let mut id = String::new();
        let mut session = None;
        while let Some(row) = rows.next()? {
            let of = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
            if of != id {
                of.clone_into(&mut id);
                session = wanted.remove(of).and_then(|session| {
                    let spelled = spelled.get_mut(&session.day)?;
                    Some((session, spelled))
                });
            }
            if let Some((session, spelled)) = &mut session {
                session.lines.push(spelled.line(row)?);
            }
        }
        Ok(())
    }

    /// The lists of a session, if one of them may be of trends.
    fn lists_with_trends(&self, session: SessionId) -> Result<Vec<PointList>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/lists_of_session.sql"))?;
        let lists = statement.query_row(named_params! { ":session_id": Text(session) }, lists_in);
        Ok(lists.optional()?.unwrap_or_default())
    }

    /// The same of every session that has them.
    fn all_lists(&self) -> Result<HashMap<SessionId, Vec<PointList>>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/all_lists.sql"))?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, Text<SessionId>>("id")?.0, lists_in(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The lists of the programme and those that the person made.
fn lists_in(row: &Row<'_>) -> rusqlite::Result<Vec<PointList>> {
    let lists: Vec<PointList> = row.get::<_, Json<_>>("lists")?.0;
    Ok(lists.into_iter().chain(row.get::<_, Json<Sheet>>("sheet")?.0.lists).collect())
}

impl HeardSession {
    /// The numbers of the lines with a tag that is wanted, in order.
    pub fn lines_with(&self, mut is_wanted: impl FnMut(&str) -> bool) -> impl Iterator<Item = i64> {
        // Lines that name the same trends share them, so that few need be looked at.
        let mut known: HashMap<*const [String], bool> = HashMap::new();
        self.lines.iter().filter_map(move |line| {
            let carries = || line.tags.iter().any(|tag| is_wanted(tag));
            known.entry(Arc::as_ptr(&line.tags)).or_insert_with(carries).then_some(line.seq)
        })
    }
}

impl Heard {
    /// The numbers of the lines that carry a trend, in order. In each day that is the trend of this name, or with it as an
    /// alias; where no day has one, every trend whose name begins so.
    pub fn lines_with(&self, wanted: &str) -> Vec<i64> {
        let meant: HashSet<(DayId, String)> =
            search::trends_meant(&self.names(), wanted).into_iter().collect();
        let lines = self.sessions.iter().flat_map(|session| {
            session.lines_with(|tag| meant.contains(&(session.day, trend::normalise(tag))))
        });
        let mut lines: Vec<i64> = lines.collect();
        lines.sort_unstable();
        lines
    }

    /// The trends of each day that is known or was heard, by normalised tag, with all its names.
    fn names(&self) -> Vec<((DayId, String), Vec<String>)> {
        let mut names: HashMap<(DayId, String), Vec<String>> = HashMap::new();
        for (day, trends) in &self.trends {
            for trend in trends {
                let found = names.entry((*day, trend::normalise(&trend.tag))).or_default();
                found.extend(trend.names().map(trend::normalise).filter(|name| !name.is_empty()));
            }
        }
        let mut seen: HashSet<*const [String]> = HashSet::new();
        for session in &self.sessions {
            let new = session.lines.iter().filter(|line| seen.insert(Arc::as_ptr(&line.tags)));
            for tag in new.flat_map(|line| line.tags.iter()) {
                let tag = trend::normalise(tag);
                names.entry((session.day, tag.clone())).or_insert_with(|| vec![tag]);
            }
        }
        names.into_iter().collect()
    }
}
