//! The worker's thread: opens the store, hands it the requests, keeps house in between, and opens it again when the disk
//! failed.
//!
//! When the disk failed, nothing more is written through that connection: <https://www.sqlite.org/rescode.html#ioerr>.
//! The store is opened anew and checked; what cannot be trusted is only read, and never replaced.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::errands::Runner;
use super::inbox::Inbox;
use super::looking::KeptPool;
use super::outbox::Outbox;
use super::under_way::{Begun, Board, Work};
use super::{Access, Opened, Reply, Request, Undoable};
use crate::domain::clock::Clock;
use crate::domain::id::{AuthorId, SessionId};
use crate::domain::problem::Problem;
use crate::import;
use crate::paths;
use crate::store::{Options, Restored, Store, StoreError};

/// After so long without a request, house is kept.
const REST: Duration = Duration::from_secs(30);
/// Between two looks whether a backup is due, as long as there is something to back up.
const BACKUP_LOOK: Duration = Duration::from_mins(10);
/// House is kept after so long, also when requests keep coming.
const LONGEST_WORK: Duration = Duration::from_hours(1);

/// The worker's own side.
pub struct Desk {
    pub(super) folder: PathBuf,
    pub(super) clock: Clock,
    outbox: Outbox,
    board: Board,
    /// Does what is outside the notes.
    runner: Arc<Runner>,
    /// The store; `None` while it cannot even be read.
    pub(super) store: Option<Store>,
    pub(super) access: Access,
    /// Whose notes these are, once that is known.
    author: Option<AuthorId>,
    /// The notes could be written before, so that it is worth trying again.
    in_trouble: bool,
    low_on_room: bool,
    undoable: Undoable,
    /// The revision that the last save of a note from the window made.
    pub(super) landed: HashMap<SessionId, u64>,
    /// What can be listed of all days.
    pub(super) pool: KeptPool,
    /// When house was last kept; `None` when something has happened since.
    rested: Option<Instant>,
    working_since: Instant,
}

impl Desk {
    /// A desk with no store on it yet.
    pub fn new(folder: PathBuf, clock: Clock, outbox: Outbox, board: Board) -> Self {
        let runner = Runner::new(folder.clone(), clock.clone(), outbox.clone(), board.clone());
        Self {
            folder,
            clock,
            outbox,
            board,
            runner: Arc::new(runner),
            store: None,
            access: Access::Writing,
            author: None,
            in_trouble: false,
            low_on_room: false,
            undoable: Undoable::default(),
            landed: HashMap::new(),
            pool: KeptPool::default(),
            rested: None,
            working_since: Instant::now(),
        }
    }

    /// Opens the store and does what is asked until nobody can ask any more.
    pub fn work(mut self, mut inbox: Inbox) {
        if let Err(problem) = self.open() {
            return self.reply(Reply::NotOpened(problem));
        }
        loop {
            match inbox.next(self.pause()) {
                Ok(request) if request.makes_way() => {
                    if let Some(unanswered) = self.look(request, || !inbox.is_waiting()) {
                        inbox.put_back(unanswered);
                    }
                    self.rested = None;
                }
                Ok(request) => {
                    self.take(request);
                    self.rested = None;
                    if self.working_since.elapsed() > LONGEST_WORK {
                        self.rest();
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.rest(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if let Some(Err(error)) = self.store.as_ref().map(Store::checkpoint) {
            tracing::warn!(%error, "the log was not moved into the database");
        }
    }

    /// How the notes are opened.
    pub(super) fn options(&self) -> Options {
        Options::by(self.clock.clone())
    }

    pub(super) fn reply(&self, reply: Reply) {
        self.outbox.reply(reply);
    }

    /// Puts work on the board that may take long.
    pub(super) fn begin(&self, work: Work) -> Begun {
        let begun = self.board.begin(work);
        self.outbox.wake();
        begun
    }

    /// Has something done that is outside the notes. Notes that are only read have nothing to save, so that nobody waits
    /// for it.
    pub(super) fn send_out(&mut self, request: Request) {
        match &mut self.store {
            Some(store) if !store.writes() => self.runner.run(request, Some(store)),
            _ => self.runner.start(request),
        }
    }

    /// Opens the notes: for writing, else for reading. Other windows that write have the notes to themselves.
    fn open(&mut self) -> Result<(), Problem> {
        let example = import::built_in()?;
        let opened = Store::open_with(&self.folder, self.options()).and_then(|mut store| {
            store.add_example_once(&example)?;
            Ok(store)
        });
        match opened {
            Ok(store) => self.store = Some(store),
            Err(StoreError::Locked(folder)) => return Err(StoreError::Locked(folder).into()),
            Err(error) => {
                self.in_trouble = error.is_disk_full() || error.is_broken();
                self.read_only(error)?;
            }
        }
        let opened = self.opened()?;
        self.reply(Reply::Opened(Box::new(opened)));
        Ok(())
    }

    /// Opens the notes for reading, because of `error`. The problem is that error, also when not even that works.
    fn read_only(&mut self, error: StoreError) -> Result<(), Problem> {
        let problem = Problem::from(error);
        self.access = Access::Reading(problem.clone());
        match Store::open_reading_with(&self.folder, self.options()) {
            Ok(store) => self.store = Some(store),
            Err(error) => {
                tracing::warn!(%error, "the notes cannot even be read");
                return Err(problem);
            }
        }
        Ok(())
    }

    /// The store as the window gets to see it.
    pub(super) fn opened(&mut self) -> Result<Opened, Problem> {
        let Some(store) = &self.store else { return Err(super::gone()) };
        let today = self.clock.now().date_naive();
        let book = match store.day_to_open(today) {
            Ok(day) => Some(store.book(day)?),
            Err(StoreError::UnknownDay(_)) => None,
            Err(error) => return Err(error.into()),
        };
        self.author = Some(store.author());
        Ok(Opened {
            days: store.days_counting_one(book.as_ref().map(|book| book.day.id))?,
            book,
            access: self.access.clone(),
            place: store.place()?,
            author: store.author(),
            path: store.path().clone(),
            backup_folder: store.chosen_backup_folder()?,
            risk: paths::risk_of(&self.folder).map(|risk| risk.name().to_owned()),
        })
    }

    fn take(&mut self, request: Request) {
        if self.in_trouble && matches!(request, Request::SaveNote(_)) {
            self.try_again();
        }
        let broken = self.answer(request);
        if broken {
            self.recover();
        }
        self.tell_room();
        self.tell_undoable();
    }

    /// How long to wait for a request; `None` for as long as it takes.
    fn pause(&self) -> Option<Duration> {
        if self.rested.is_none() || self.in_trouble {
            return Some(REST);
        }
        self.waits_for_backup().then_some(BACKUP_LOOK)
    }

    fn waits_for_backup(&self) -> bool {
        let Some(store) = self.store.as_ref().filter(|store| store.writes()) else { return false };
        store.changes().is_ok_and(|changes| !self.runner.has_backed_up(changes))
    }

    /// Keeps house: everything in one file, a backup if it is due.
    fn rest(&mut self) {
        self.rested = Some(Instant::now());
        self.working_since = Instant::now();
        if self.in_trouble {
            return self.try_again();
        }
        let Some(store) = &mut self.store else { return };
        store.keep_house();
        if let Err(error) = store.checkpoint() {
            tracing::warn!(%error, "the log was not moved into the database");
            if error.is_broken() {
                self.recover();
            }
        }
        if self.waits_for_backup() && !self.board.has(Work::BackUp) {
            self.runner.start_backup();
        }
        self.tell_room();
    }

    /// The disk failed: opens the notes anew, and goes on only if they are whole.
    pub(super) fn recover(&mut self) {
        let Some(store) = self.store.take() else { return };
        if !store.writes() {
            drop(store);
            return self.read_again();
        }
        match store.reopen() {
            Ok(store) => {
                tracing::warn!("the notes were opened again, and are whole");
                self.store = Some(store);
            }
            Err(error) => self.go_on_reading(error),
        }
    }

    fn go_on_reading(&mut self, error: StoreError) {
        tracing::warn!(%error, "the notes are only read from now on");
        self.in_trouble = true;
        let before = self.access.clone();
        // That not even reading works shows itself at the next request.
        let _: Result<(), Problem> = self.read_only(error);
        if self.access != before {
            self.reply(Reply::Access(self.access.clone()));
        }
    }

    /// Tries to write again after trouble.
    fn try_again(&mut self) {
        let Some(author) = self.author else { return };
        self.store = None;
        match Store::open_again(&self.folder, self.options(), author) {
            Ok(store) => {
                self.store = Some(store);
                self.in_trouble = false;
                if self.access != Access::Writing {
                    self.access = Access::Writing;
                    self.reply(Reply::Access(Access::Writing));
                }
            }
            Err(error) => self.go_on_reading(error),
        }
    }

    /// Puts a backup in the place of the notes, also when these can only be read.
    pub(super) fn put_back(&mut self, backup: &Path) -> Result<(), Problem> {
        let restored = match self.store.take() {
            Some(store) if store.writes() => store.restore(backup),
            other => {
                drop(other);
                Store::restore_in(&self.folder, self.options(), backup)
            }
        };
        match restored {
            Ok(Restored { store, counts, set_aside }) => {
                self.store = Some(store);
                self.in_trouble = false;
                self.access = Access::Writing;
                self.reply(Reply::Restored { counts, set_aside });
                let opened = self.opened()?;
                self.reply(Reply::Opened(Box::new(opened)));
                Ok(())
            }
            Err(error) => {
                match self.access {
                    Access::Writing => self.try_again(),
                    Access::Reading(_) => self.read_again(),
                }
                Err(error.into())
            }
        }
    }

    /// Opens notes for reading that were open for reading before.
    fn read_again(&mut self) {
        match Store::open_reading_with(&self.folder, self.options()) {
            Ok(store) => self.store = Some(store),
            Err(error) => tracing::warn!(%error, "the notes cannot be read any more"),
        }
    }

    fn tell_room(&mut self) {
        let low = self.store.as_ref().is_some_and(Store::is_low_on_room);
        if low != self.low_on_room {
            self.low_on_room = low;
            self.reply(Reply::LowOnRoom(low));
        }
    }

    fn tell_undoable(&mut self) {
        let undoable = self.store.as_ref().map_or_else(Undoable::default, |store| Undoable {
            undo: store.can_undo(),
            redo: store.can_redo(),
        });
        if undoable != self.undoable {
            self.undoable = undoable;
            self.reply(Reply::Undoable(undoable));
        }
    }
}
