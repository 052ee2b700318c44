//! Days and their sessions: adding, listing, reading whole.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use super::error::StoreError;
use super::row::{self, Json, Text, Time};
use super::undo::Step;
use super::{Store, note, write_fact};
use crate::domain::book::{Book, Page};
use crate::domain::change::Op;
use crate::domain::day::{Day, DayFacts, Link, Session, SessionFacts};
use crate::domain::id::{DayId, SessionId};
use crate::domain::keeping::Item;
use crate::domain::note::Note;
use crate::domain::programme::Programme;
use crate::domain::sheet::Sheet;
use crate::domain::slug;
use crate::domain::trend::Trend;

/// Set once the example day was added.
const EXAMPLE_ADDED: &str = "example added";

impl Store {
    /// Adds a day with its sessions in the given order, and gives it a slug of its own.
    ///
    /// # Errors
    /// When the database cannot be written; then there is no day.
    pub fn add_day(&mut self, programme: &Programme, example: bool) -> Result<DayId, StoreError> {
        let day = self.put_day(programme, example)?;
        self.undo.did(Op::AddDay, Step::Trash(Item::Day(day)));
        Ok(day)
    }

    fn put_day(&mut self, programme: &Programme, example: bool) -> Result<DayId, StoreError> {
        let taken = self.slugs()?;
        let day = Day {
            id: DayId::fresh(),
            slug: slug::unique(&programme.wanted_slug(), &taken),
            example,
            facts: programme.day.clone(),
        };
        self.transact(Op::AddDay, |transaction| {
            insert_day(transaction, &day)?;
            for (position, session) in (1u32..).zip(&programme.sessions) {
                insert_session(transaction, day.id, SessionId::fresh(), position, session)?;
            }
            if example {
                // In the same breath: a kill between the two would make a second example day.
                write_fact(transaction, EXAMPLE_ADDED, "yes")?;
            }
            Ok(day.id)
        })
    }

    /// Adds the example day, once in the life of a store: an example that was put away stays away.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_example_once(&mut self, programme: &Programme) -> Result<(), StoreError> {
        if self.fact(EXAMPLE_ADDED)?.is_some() {
            return Ok(());
        }
        self.put_day(programme, true)?;
        Ok(())
    }

    /// Whether the store was made to its end: the example day was added, even if it was put away since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_made(&self) -> Result<bool, StoreError> {
        Ok(self.fact(EXAMPLE_ADDED)?.is_some())
    }

    /// Puts a session after the one at `position` (0 for the start of the day).
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn insert_session(
        &mut self,
        day: DayId,
        position: u32,
        facts: &SessionFacts,
    ) -> Result<SessionId, StoreError> {
        let id = SessionId::fresh();
        self.transact(Op::InsertSession, |transaction| {
            let mut make_room = transaction.prepare_cached(include_str!("sql/make_room_for_session.sql"))?;
            make_room.execute(named_params! { ":day_id": Text(day), ":position": position })?;
            insert_session(transaction, day, id, position + 1, facts)
        })?;
        self.undo.did(Op::InsertSession, Step::Trash(Item::Session(id)));
        Ok(id)
    }

    /// Gives a session another title.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when there is no such session.
    pub fn rename_session(&mut self, session: SessionId, title: &str) -> Result<(), StoreError> {
        let inverse = self.put_title(session, title)?;
        self.undo.did(Op::RenameSession, inverse);
        Ok(())
    }

    /// Gives a session another title; gives the step that gives it the old one.
    pub(super) fn put_title(&mut self, session: SessionId, title: &str) -> Result<Step, StoreError> {
        let old = self.transact(Op::RenameSession, |transaction| {
            let old: Option<String> = transaction
                .prepare_cached(include_str!("sql/title_of_session.sql"))?
                .query_row(named_params! { ":id": Text(session) }, |row| row.get(0))
                .optional()?;
            let mut statement = transaction.prepare_cached(include_str!("sql/rename_session.sql"))?;
            statement.execute(named_params! { ":id": Text(session), ":title": title })?;
            old.ok_or_else(|| StoreError::UnknownSession(session.to_string()))
        })?;
        Ok(Step::Rename { session, title: old })
    }

    /// Makes a session private as a whole, or not. Nothing happens when it is so already.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when there is no such session, or it is in the trash.
    pub fn set_session_private(&mut self, session: SessionId, private: bool) -> Result<(), StoreError> {
        let inverse = self.put_private(session, private)?;
        if !matches!(inverse, Step::Private { private: before, .. } if before == private) {
            self.undo.did(Op::PrivateSession, inverse);
        }
        Ok(())
    }

    /// Makes a session private or not; gives the step that makes it as it was.
    pub(super) fn put_private(&mut self, session: SessionId, private: bool) -> Result<Step, StoreError> {
        let before = self.transact(Op::PrivateSession, |transaction| {
            let before = is_private(transaction, session)?;
            let mut statement = transaction.prepare_cached(include_str!("sql/set_private.sql"))?;
            statement.execute(named_params! { ":id": Text(session), ":private": private })?;
            Ok(before)
        })?;
        Ok(Step::Private { session, private: before })
    }

    /// Gives a session a star, or takes it away. Not an operation to be taken back with undo: the click that takes a star
    /// back is the one that gave it, and stars would push what was deleted out of the few operations that undo remembers.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`] when there is no such session, or it is in the trash.
    pub fn star_session(&mut self, session: SessionId, starred: bool) -> Result<(), StoreError> {
        self.transact(Op::StarSession, |transaction| {
            let mut statement = transaction.prepare_cached(include_str!("sql/set_starred.sql"))?;
            match statement.execute(named_params! { ":id": Text(session), ":starred": starred })? {
                0 => Err(StoreError::UnknownSession(session.to_string())),
                _ => Ok(()),
            }
        })
    }

    /// The day with this id, slug, or unambiguous start of one.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`] or [`StoreError::AmbiguousDay`].
    pub fn find_day(&self, name: &str) -> Result<DayId, StoreError> {
        let days = self.plain_days()?;
        let is_called = |day: &&Day| day.slug == name || day.id.to_string() == name;
        if let Some(exact) = days.iter().find(is_called) {
            return Ok(exact.id);
        }
        let starts = |day: &&Day| day.slug.starts_with(name) || day.id.to_string().starts_with(name);
        let mut found = days.iter().filter(starts);
        match (found.next(), found.next()) {
            (Some(only), None) if !name.is_empty() => Ok(only.id),
            (Some(_), Some(_)) => Err(StoreError::AmbiguousDay(name.to_owned())),
            _ => Err(StoreError::UnknownDay(name.to_owned())),
        }
    }

    /// Every day, by date, then in the order of adding.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn day_ids(&self) -> Result<Vec<DayId>, StoreError> {
        Ok(self.plain_days()?.into_iter().map(|day| day.id).collect())
    }

    /// Every day as it is, in that order, without its trends and its links.
    pub(super) fn plain_days(&self) -> Result<Vec<Day>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/live_days.sql"))?;
        Ok(statement.query_map([], row::day)?.collect::<Result<_, _>>()?)
    }

    /// Whole days, in the order in which they are named; nothing when they are no longer wanted.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`] when one is not there.
    pub fn books(
        &self,
        days: &[DayId],
        is_wanted: impl Fn() -> bool,
    ) -> Result<Option<Vec<Book>>, StoreError> {
        self.with_books(days, |found| {
            let mut books = Vec::with_capacity(days.len());
            for book in found {
                books.push(book?);
                if !is_wanted() {
                    return Ok(None);
                }
            }
            Ok(Some(books))
        })
    }

    /// Gives `work` whole days, in the order in which they are named; each is read when it is asked for, all of them as they are
    /// at this moment.
    ///
    /// # Errors
    /// Those of the work, and [`StoreError::UnknownDay`] for a day that is not there.
    pub fn with_books<T>(
        &self,
        days: &[DayId],
        work: impl FnOnce(&mut dyn Iterator<Item = Result<Book, StoreError>>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.at_one_moment(|| work(&mut days.iter().map(|day| self.book(*day))))
    }

    /// A whole day: its programme and every note.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`] when it is not there.
    pub fn book(&self, id: DayId) -> Result<Book, StoreError> {
        self.at_one_moment(|| self.read_book(id))
    }

    fn read_book(&self, id: DayId) -> Result<Book, StoreError> {
        let mut day = self
            .connection
            .prepare_cached(include_str!("sql/day.sql"))?
            .query_row(named_params! { ":id": Text(id) }, row::day)
            .optional()?
            .ok_or_else(|| StoreError::UnknownDay(id.to_string()))?;
        day.facts.trends = trends_of(&self.connection, id)?;
        day.facts.links = self.links_of(id)?;
        let pages = self.sessions_of(id)?.into_iter().map(|(session, revision, sheet)| {
            let note = Note::from_lines(note::lines_of(&self.connection, session.id)?);
            Ok(Page { session, revision, note, sheet })
        });
        Ok(Book { day, pages: pages.collect::<Result<_, StoreError>>()? })
    }

    /// Every slug that is taken, in the trash too.
    pub(super) fn slugs(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/slugs.sql"))?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The sessions of a day, each with the revision of its note and with its sheet.
    fn sessions_of(&self, day: DayId) -> Result<Vec<(Session, u64, Sheet)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/sessions_of_day.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": Text(day) }, |found| {
            let revision = found.get::<_, i64>("revision")?.unsigned_abs();
            Ok((row::session(found)?, revision, found.get::<_, Json<Sheet>>("sheet")?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(super) fn links_of(&self, day: DayId) -> Result<Vec<Link>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/links_of_day.sql"))?;
        let rows = statement.query_map(named_params! { ":day_id": Text(day) }, |found| {
            Ok(Link { title: found.get("title")?, url: found.get("url")? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The session with this id, or at this place (from 1) of the day.
    ///
    /// # Errors
    /// [`StoreError::UnknownSession`].
    pub fn find_session(&self, day: DayId, name: &str) -> Result<SessionId, StoreError> {
        let position = name.parse::<u32>().ok();
        self.sessions_of(day)?
            .into_iter()
            .map(|(session, ..)| session)
            .find(|session| Some(session.position) == position || session.id.to_string() == name)
            .map(|session| session.id)
            .ok_or_else(|| StoreError::UnknownSession(name.to_owned()))
    }

    /// The day that is opened when none is named: the one dated `today`, else the one the window was left in, else the last
    /// one before today, else the first.
    ///
    /// # Errors
    /// [`StoreError::UnknownDay`] when there is no day at all.
    pub fn day_to_open(&self, today: NaiveDate) -> Result<DayId, StoreError> {
        let days = self.plain_days()?;
        if let Some(current) = days.iter().find(|day| day.facts.covers(today)) {
            return Ok(current.id);
        }
        let left_in = self.place()?.map(|place| place.day);
        let has_been = |day: &&Day| day.facts.date.is_some_and(|date| date < today);
        days.iter()
            .find(|day| Some(day.id) == left_in)
            .or_else(|| days.iter().rfind(has_been))
            .or_else(|| days.first())
            .map(|day| day.id)
            .ok_or_else(|| StoreError::UnknownDay(String::new()))
    }
}

/// Whether a session that is not in the trash is private as a whole.
///
/// # Errors
/// [`StoreError::UnknownSession`] when there is none.
pub fn is_private(transaction: &Transaction<'_>, session: SessionId) -> Result<bool, StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/private_of_session.sql"))?;
    let private = statement.query_row(named_params! { ":id": Text(session) }, |row| row.get(0)).optional()?;
    private.ok_or_else(|| StoreError::UnknownSession(session.to_string()))
}

/// The trends that a day brings along, in order.
///
/// # Errors
/// When the database cannot be read.
pub fn trends_of(connection: &Connection, day: DayId) -> Result<Vec<Trend>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sql/trends_of_day.sql"))?;
    let rows = statement.query_map(named_params! { ":day_id": Text(day) }, |found| {
        Ok(Trend {
            tag: found.get("tag")?,
            label: found.get("label")?,
            aliases: found.get::<_, Json<_>>("aliases")?.0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts other trends in the place of those that a day brings along.
///
/// # Errors
/// When the database cannot be written.
pub fn write_trends(transaction: &Transaction<'_>, day: DayId, trends: &[Trend]) -> Result<(), StoreError> {
    transaction
        .prepare_cached(include_str!("sql/remove_trends.sql"))?
        .execute(named_params! { ":day_id": Text(day) })?;
    add_trends(transaction, day, trends)
}

fn add_trends(transaction: &Transaction<'_>, day: DayId, trends: &[Trend]) -> Result<(), StoreError> {
    for (position, trend) in (1u32..).zip(trends) {
        transaction.prepare_cached(include_str!("sql/add_trend.sql"))?.execute(named_params! {
            ":day_id": Text(day),
            ":position": position,
            ":tag": trend.tag,
            ":label": trend.label,
            ":aliases": Json(&trend.aliases),
        })?;
    }
    Ok(())
}

/// Adds a day with its trends and links.
pub(super) fn insert_day(transaction: &Transaction<'_>, day: &Day) -> Result<(), StoreError> {
    let facts = &day.facts;
    transaction.prepare_cached(include_str!("sql/add_day.sql"))?.execute(named_params! {
        ":id": Text(day.id),
        ":slug": day.slug,
        ":example": day.example,
    })?;
    write_day_facts(transaction, day.id, facts)?;
    add_trends(transaction, day.id, &facts.trends)?;
    for (position, link) in (1u32..).zip(&facts.links) {
        transaction.prepare_cached(include_str!("sql/add_link.sql"))?.execute(named_params! {
            ":day_id": Text(day.id),
            ":position": position,
            ":title": link.title,
            ":url": link.url,
        })?;
    }
    Ok(())
}

/// Writes what is known of a day, but for its trends and links.
pub(super) fn write_day_facts(
    transaction: &Transaction<'_>,
    day: DayId,
    facts: &DayFacts,
) -> Result<(), StoreError> {
    transaction.prepare_cached(include_str!("sql/set_day_facts.sql"))?.execute(named_params! {
        ":id": Text(day),
        ":title": facts.title,
        ":date": facts.date.map(Text),
        ":last_date": facts.last_date.map(Text),
        ":place": facts.place,
        ":theme": facts.theme,
        ":organiser": facts.organiser,
        ":timezone": facts.timezone,
        ":participants": Json(&facts.participants),
    })?;
    Ok(())
}

/// Adds a session. Makes no room for it.
///
/// # Errors
/// When the database cannot be written.
pub fn insert_session(
    transaction: &Transaction<'_>,
    day: DayId,
    id: SessionId,
    position: u32,
    facts: &SessionFacts,
) -> Result<(), StoreError> {
    transaction.prepare_cached(include_str!("sql/add_session.sql"))?.execute(named_params! {
        ":id": Text(id),
        ":day_id": Text(day),
        ":position": position,
    })?;
    write_facts(transaction, id, facts)
}

/// Puts other facts in the place of those that a session has, also of one in the trash.
///
/// # Errors
/// [`StoreError::UnknownSession`].
pub fn write_facts(
    transaction: &Transaction<'_>,
    id: SessionId,
    facts: &SessionFacts,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(include_str!("sql/set_session_facts.sql"))?;
    let changed = statement.execute(named_params! {
        ":id": Text(id),
        ":title": facts.title,
        ":subtitle": facts.subtitle,
        ":summary": facts.summary,
        ":kind": facts.kind.name(),
        ":date": facts.date.map(Text),
        ":start_time": facts.start.map(Time),
        ":end_time": facts.end.map(Time),
        ":room": facts.room,
        ":track": facts.track,
        ":parallel": facts.parallel,
        ":speakers": Json(&facts.speakers),
        ":lists": Json(&facts.lists),
        ":external_id": facts.external_id,
        ":programme_day": facts.day,
        ":by_hand": facts.by_hand,
        ":cancelled": facts.cancelled,
    })?;
    if changed == 0 { Err(StoreError::UnknownSession(id.to_string())) } else { Ok(()) }
}
