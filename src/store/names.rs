//! Which trends and people other days know, for what is offered while a name is typed. Only reads.

use rusqlite::named_params;

use super::Store;
use super::error::StoreError;
use super::row::{Json, Text};
use crate::domain::choice::Elsewhere;
use crate::domain::day::Speaker;
use crate::domain::id::DayId;
use crate::domain::trend::Trend;

/// So many lines are read, the newest ones: what was named long before them is rarely named again.
const MOST_LINES: u32 = 20_000;

impl Store {
    /// What the days that are not in the trash know, except `day`; the newest first. Nothing when it is no longer wanted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn names_elsewhere(
        &self,
        day: DayId,
        is_wanted: impl Fn() -> bool,
    ) -> Result<Option<Elsewhere>, StoreError> {
        let trends = self.trends_elsewhere(day)?;
        let speakers = self.speakers_elsewhere(day)?;
        let mut statement =
            self.connection.prepare_cached(include_str!("sql/lines_with_names_elsewhere.sql"))?;
        let rows = statement
            .query_map(named_params! { ":day_id": Text(day), ":limit": MOST_LINES }, |row| row.get("text"))?;
        let mut end = Ok(true);
        // One by one, so that they are not all in memory.
        let lines = rows.map_while(|row: Result<String, _>| match row {
            Ok(text) if is_wanted() => Some(text),
            Ok(_) => {
                end = Ok(false);
                None
            }
            Err(error) => {
                end = Err(error);
                None
            }
        });
        let names = Elsewhere::gather(trends, &speakers, lines);
        Ok(end?.then_some(names))
    }

    fn trends_elsewhere(&self, day: DayId) -> Result<Vec<Trend>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/trends_elsewhere.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": Text(day) }, |row| {
            Ok(Trend {
                tag: row.get("tag")?,
                label: row.get("label")?,
                aliases: row.get::<_, Json<Vec<String>>>("aliases")?.0,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn speakers_elsewhere(&self, day: DayId) -> Result<Vec<Speaker>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/speakers_elsewhere.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": Text(day) }, |row| {
            Ok(row.get::<_, Json<Vec<Speaker>>>("speakers")?.0)
        })?;
        let speakers: Vec<Vec<Speaker>> = rows.collect::<Result<_, _>>()?;
        Ok(speakers.into_iter().flatten().collect())
    }
}
