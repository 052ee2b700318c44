//! Between a row of a table and a value of the domain: dates, times, ids and lists, which SQLite keeps as text.

use chrono::{DateTime, NaiveDate, NaiveTime};
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::clock::Moment;
use crate::domain::day::{Day, DayFacts, Session, SessionFacts, SessionKind};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::note::NoteLine;

/// How a time of day is written.
const TIME: &str = "%H:%M";

/// A value that is stored as text and parsed on the way back.
pub struct Text<T>(pub T);

impl<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>> FromSql for Text<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Text).map_err(FromSqlError::other)
    }
}

impl<T: std::fmt::Display> ToSql for Text<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

/// A time of day, "HH:MM".
pub struct Time(pub NaiveTime);

impl FromSql for Time {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveTime::parse_from_str(value.as_str()?, TIME).map(Time).map_err(FromSqlError::other)
    }
}

impl ToSql for Time {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format(TIME).to_string().into())
    }
}

/// A moment, RFC 3339 with its offset.
pub struct At(pub Moment);

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        DateTime::parse_from_rfc3339(value.as_str()?).map(At).map_err(FromSqlError::other)
    }
}

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_rfc3339().into())
    }
}

/// A short list or a sheet, as JSON.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Json).map_err(FromSqlError::other)
    }
}

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(text.into())
    }
}

/// A day, without its trends and links, which are in tables of their own.
pub fn day(row: &Row<'_>) -> rusqlite::Result<Day> {
    let date = |name| -> rusqlite::Result<Option<NaiveDate>> {
        Ok(row.get::<_, Option<Text<NaiveDate>>>(name)?.map(|text| text.0))
    };
    Ok(Day {
        id: row.get::<_, Text<DayId>>("id")?.0,
        slug: row.get("slug")?,
        example: row.get("example")?,
        facts: DayFacts {
            title: row.get("title")?,
            date: date("date")?,
            last_date: date("last_date")?,
            place: row.get("place")?,
            theme: row.get("theme")?,
            organiser: row.get("organiser")?,
            timezone: row.get("timezone")?,
            trends: Vec::new(),
            links: Vec::new(),
            participants: row.get::<_, Json<_>>("participants")?.0,
        },
    })
}

/// A session with its speakers and lists.
pub fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let time = |name| -> rusqlite::Result<Option<NaiveTime>> {
        Ok(row.get::<_, Option<Time>>(name)?.map(|time| time.0))
    };
    let kind: String = row.get("kind")?;
    Ok(Session {
        id: row.get::<_, Text<SessionId>>("id")?.0,
        position: row.get("position")?,
        cancelled: row.get("cancelled")?,
        private: row.get("private")?,
        starred: row.get("starred")?,
        facts: SessionFacts {
            external_id: row.get("external_id")?,
            title: row.get("title")?,
            subtitle: row.get("subtitle")?,
            summary: row.get("summary")?,
            kind: SessionKind::from_name(&kind).unwrap_or(SessionKind::Other),
            date: row.get::<_, Option<Text<NaiveDate>>>("date")?.map(|text| text.0),
            day: row.get("programme_day")?,
            start: time("start_time")?,
            end: time("end_time")?,
            speakers: row.get::<_, Json<_>>("speakers")?.0,
            room: row.get("room")?,
            track: row.get("track")?,
            parallel: row.get("parallel")?,
            lists: row.get::<_, Json<_>>("lists")?.0,
            cancelled: row.get("cancelled")?,
            by_hand: row.get("by_hand")?,
        },
    })
}

/// A line of a note: of a row that begins with its id, text, time and author. Columns are looked for by
/// their names in every row anew, which counts where there are many.
pub fn line(row: &Row<'_>) -> rusqlite::Result<NoteLine> {
    Ok(NoteLine {
        id: row.get::<_, Text<LineId>>(0)?.0,
        text: row.get(1)?,
        noted_at: row.get::<_, At>(2)?.0,
        author: row.get::<_, Text<AuthorId>>(3)?.0,
    })
}
