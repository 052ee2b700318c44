//! What every command starts from: the folder, the words, the clock, and the store opened the way it needs.

use std::path::PathBuf;
use std::time::Duration;

use super::Days;
use crate::domain::book::Book;
use crate::domain::clock::Clock;
use crate::domain::id::DayId;
use crate::domain::problem::{Problem, ProblemKind};
use crate::i18n::Texts;
use crate::import;
use crate::store::{Options, Store, StoreError};

/// Between two looks at a store that somebody else is making or writing in, which takes a fraction of a second.
const PAUSE: Duration = Duration::from_millis(20);

/// After so many looks nobody is making it; it just has no days.
const MOST_TRIES: u32 = 100;

/// So many looks are taken at notes that somebody else is writing in: about a second. Another command is done by then; a window
/// keeps them.
const LOOKS_AT_LOCK: u32 = 50;

/// What a command is given.
pub struct Context<'a> {
    /// The folder with the notes.
    pub folder: PathBuf,
    /// The words for people.
    pub texts: &'a Texts,
    /// Tells the time.
    pub clock: &'a Clock,
}

impl Context<'_> {
    /// Opens the notes for reading, also while a window writes. A folder without notes gets the example day first.
    pub fn reading(&self) -> Result<Store, Problem> {
        for _ in 0..MOST_TRIES {
            if let Some(store) = self.made()? {
                return Ok(store);
            }
            match self.writing_now() {
                Ok(_) => break,
                // Somebody else is making the store at this very moment.
                Err(problem) if problem.kind == ProblemKind::Locked => std::thread::sleep(PAUSE),
                Err(problem) => return Err(problem),
            }
        }
        Ok(Store::open_reading_with(&self.folder, self.options())?)
    }

    /// The store, unless it is absent or its making was not finished: then it lacks the example day, or even every table.
    fn made(&self) -> Result<Option<Store>, Problem> {
        if !Store::exists_in(&self.folder) {
            return Ok(None);
        }
        let opened = Store::open_reading_with(&self.folder, self.options())
            .and_then(|store| Ok((store.is_made()?, store)));
        match opened.map_err(Problem::from) {
            Ok((is_made, store)) => Ok(is_made.then_some(store)),
            Err(problem) if matches!(problem.kind, ProblemKind::Disk | ProblemKind::ReadOnly) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// How every command opens the notes.
    pub fn options(&self) -> Options {
        Options::by(self.clock.clone())
    }

    /// Opens the notes for writing; waits a moment for another command that is just writing there.
    pub fn writing(&self) -> Result<Store, Problem> {
        for _ in 1..LOOKS_AT_LOCK {
            match self.writing_now() {
                Err(problem) if problem.kind == ProblemKind::Locked => std::thread::sleep(PAUSE),
                opened => return opened,
            }
        }
        self.writing_now()
    }

    fn writing_now(&self) -> Result<Store, Problem> {
        let example = import::built_in()?;
        let mut store = Store::open_with(&self.folder, self.options())?;
        store.add_example_once(&example)?;
        Ok(store)
    }

    /// The day with this name, or the one that the window would open.
    pub fn day(&self, store: &Store, name: Option<&str>) -> Result<DayId, StoreError> {
        match name {
            Some(name) => store.find_day(name),
            None => store.day_to_open(self.clock.now().date_naive()),
        }
    }

    /// The days that a command is about.
    pub fn days(&self, store: &Store, days: &Days) -> Result<Vec<DayId>, StoreError> {
        if days.all {
            return store.day_ids();
        }
        Ok(vec![self.day(store, days.day.as_deref())?])
    }

    /// Those days, whole.
    pub fn books(&self, store: &Store, days: &Days) -> Result<Vec<Book>, StoreError> {
        store.with_books(&self.days(store, days)?, |books| books.collect())
    }
}
