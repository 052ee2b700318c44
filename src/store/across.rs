//! Trends over all days: counts per day and session, and the lines of one trend. Only reads.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{OptionalExtension as _, Row, named_params};

use super::Store;
use super::error::StoreError;
use super::heard::{Heard, HeardSession};
use super::row::{At, Text};
use crate::domain::across::{Across, SessionName, TrendAcross, TrendLine};
use crate::domain::id::{DayId, SessionId};
use crate::domain::query::TrendCount;
use crate::domain::trend;

impl Store {
    /// Every trend that was heard in any day, by date, with how often on which day and in which session.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn trends_across(&self, include_private: bool) -> Result<Vec<TrendAcross>, StoreError> {
        let (days, heard) = self.at_one_moment(|| Ok((self.plain_days()?, self.heard()?)))?;
        let sessions = heard.by_day();
        let mut across = Across::default();
        for day in &days {
            let of_day = sessions.get(&day.id).copied().unwrap_or_default();
            across.add(day.id, heard.counts(day.id, of_day, include_private));
        }
        Ok(across.trends())
    }

    /// The place and the title of each of these sessions that is not in the trash.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn session_names(
        &self,
        sessions: impl IntoIterator<Item = SessionId>,
    ) -> Result<HashMap<SessionId, SessionName>, StoreError> {
        let mut names = HashMap::new();
        let mut statement = self.connection.prepare_cached(include_str!("sql/name_of_session.sql"))?;
        for session in sessions {
            if names.contains_key(&session) {
                continue;
            }
            let read =
                |row: &Row<'_>| Ok(SessionName { position: row.get("position")?, title: row.get("title")? });
            let name = statement.query_row(named_params! { ":id": Text(session) }, read).optional()?;
            names.extend(name.map(|name| (session, name)));
        }
        Ok(names)
    }

    /// The lines of all days that carry the trend with this tag, by date and place. As many as are counted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lines_across(&self, tag: &str, include_private: bool) -> Result<Vec<TrendLine>, StoreError> {
        self.at_one_moment(|| self.lines_of_trend(&trend::normalise(tag), include_private))
    }

    fn lines_of_trend(&self, wanted: &str, include_private: bool) -> Result<Vec<TrendLine>, StoreError> {
        let days = self.plain_days()?;
        let heard = self.heard()?;
        let sessions = heard.by_day();
        let mut statement = self.connection.prepare_cached(include_str!("sql/line_of_trend.sql"))?;
        let mut found = Vec::new();
        for session in days.iter().flat_map(|day| sessions.get(&day.id).copied().unwrap_or_default()) {
            for line in &session.lines {
                let private = line.private || session.private;
                let carries = line.tags.iter().any(|tag| trend::normalise(tag) == wanted);
                if !carries || (private && !include_private) {
                    continue;
                }
                found.push(statement.query_row(named_params! { ":seq": line.seq }, |row| {
                    Ok(TrendLine {
                        day: session.day,
                        session: session.id,
                        position: row.get("position")?,
                        line: row.get::<_, Text<_>>("id")?.0,
                        text: row.get("text")?,
                        noted_at: row.get::<_, At>("noted_at")?.0,
                        private,
                    })
                })?);
            }
        }
        Ok(found)
    }
}

impl Heard {
    /// The sessions of each day.
    fn by_day(&self) -> HashMap<DayId, &[HeardSession]> {
        let same_day = |one: &HeardSession, next: &HeardSession| one.day == next.day;
        let days = self.sessions.chunk_by(same_day);
        days.filter_map(|sessions| Some((sessions.first()?.day, sessions))).collect()
    }

    /// How often each trend was heard in a day, as [`crate::domain::book::Book::trend_counts`] counts.
    fn counts(&self, day: DayId, sessions: &[HeardSession], include_private: bool) -> Vec<TrendCount> {
        let known = self.trends.get(&day).map_or(&[][..], Vec::as_slice);
        let count = |tag: &str, label: &str| TrendCount {
            tag: tag.to_owned(),
            label: label.to_owned(),
            lines: 0,
            sessions: BTreeMap::new(),
        };
        let mut counts: Vec<TrendCount> = known.iter().map(|trend| count(&trend.tag, &trend.label)).collect();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (place, trend) in known.iter().enumerate() {
            places.entry(trend::normalise(&trend.tag)).or_insert(place);
        }
        // The same few spellings come again and again.
        let mut spellings: HashMap<&str, usize> = HashMap::new();
        for (session, tag) in heard_in(sessions, include_private) {
            let place = *spellings.entry(tag).or_insert_with(|| {
                let place = *places.entry(trend::normalise(tag)).or_insert(counts.len());
                if place == counts.len() {
                    counts.push(count(tag, tag));
                }
                place
            });
            if let Some(count) = counts.get_mut(place) {
                count.lines += 1;
                *count.sessions.entry(session).or_default() += 1;
            }
        }
        counts
    }
}

/// Every trend of every line that counts, in order.
fn heard_in(sessions: &[HeardSession], include_private: bool) -> impl Iterator<Item = (SessionId, &str)> {
    sessions.iter().filter(move |session| include_private || !session.private).flat_map(move |session| {
        let lines = session.lines.iter().filter(move |line| include_private || !line.private);
        lines.flat_map(|line| line.tags.iter()).map(|tag| (session.id, tag.as_str()))
    })
}
