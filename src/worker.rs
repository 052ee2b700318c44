//! The one thread that owns the store, so that the window never waits for the disk.
//!
//! Requests are handled in order. Each change is on the disk before its reply is sent. When the thread dies, the window
//! sees it at the next request or reply; nothing is taken for saved that was not acknowledged.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;

use crate::domain::book::{Book, DaySummary, NoteSave, Place};
use crate::domain::clock::{Clock, Moment};
use crate::domain::day::{Session, SessionFacts};
use crate::domain::id::{AuthorId, DayId, SessionId};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;
use crate::export::labels::Labels;
use crate::export::{Format, Options};
use crate::files::{self, ExportReport};
use crate::import;
use crate::store::Store;

/// So many requests may wait. The window sends a handful a second; a full queue means that the disk hangs.
const QUEUE: usize = 64;

/// What the window asks.
pub enum Request {
    /// Show this day.
    OpenDay(DayId),
    /// Save a note.
    SaveNote(NoteSave),
    /// Remember where the window is.
    Remember(Place),
    /// Make a day of a programme, and show it.
    AddDay(Box<Programme>),
    /// Read this text as a programme, make a day of it, and show it.
    AddDayFromText(String),
    /// Read this file as a programme, make a day of it, and show it.
    AddDayFromFile(PathBuf),
    /// Put a session after the one at `position` (0 for the start of the day).
    InsertSession {
        /// The day.
        day: DayId,
        /// After which place.
        position: u32,
        /// What is known of it.
        facts: Box<SessionFacts>,
    },
    /// Give a session another title.
    RenameSession {
        /// The session.
        session: SessionId,
        /// Its new title.
        title: String,
    },
    /// Write a day to a file.
    Export(Box<ExportJob>),
    /// Write this small file, whole or not at all.
    WriteFile {
        /// Where.
        path: PathBuf,
        /// What.
        bytes: Vec<u8>,
    },
}

/// A day to be written to a file.
pub struct ExportJob {
    /// Which day.
    pub day: DayId,
    /// Into which file.
    pub path: PathBuf,
    /// As what.
    pub format: Format,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
    /// What goes in.
    pub options: Options,
    /// The words of the document.
    pub labels: Labels,
}

/// What the worker answers.
pub enum Reply {
    /// The store is open; this is the day to start with.
    Opened(Box<Opened>),
    /// The store could not be opened. No more replies follow.
    NotOpened(Problem),
    /// A day, whole.
    Day {
        /// All days, for the list.
        days: Vec<DaySummary>,
        /// The day to show.
        book: Box<Book>,
    },
    /// A note is on the disk.
    Saved {
        /// Whose note.
        session: SessionId,
        /// The revision it now has.
        revision: u64,
        /// When it was acknowledged.
        at: Moment,
    },
    /// A note is not on the disk.
    NotSaved {
        /// Whose note.
        session: SessionId,
        /// Why.
        problem: Problem,
    },
    /// A session was put into the day.
    SessionInserted {
        /// Its day.
        day: DayId,
        /// The session, with its place.
        session: Box<Session>,
    },
    /// A session has another title.
    SessionRenamed {
        /// The session.
        session: SessionId,
        /// Its title now.
        title: String,
    },
    /// A day was written to a file.
    Exported(Result<ExportReport, Problem>),
    /// A request that the person made did not work; nothing has changed.
    Failed(Problem),
}

/// The store as it was found.
pub struct Opened {
    /// All days.
    pub days: Vec<DaySummary>,
    /// The day to show.
    pub book: Book,
    /// Where the window was left.
    pub place: Option<Place>,
    /// Who writes here.
    pub author: AuthorId,
    /// The database file.
    pub path: PathBuf,
}

/// Called after each reply, from the worker's thread; filled in once there is a window to wake.
pub type Wake = Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>;

/// The window's end of the line to the worker.
pub struct Worker {
    requests: Option<SyncSender<Request>>,
    replies: Receiver<Reply>,
    thread: Option<JoinHandle<()>>,
}

/// Why a request was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// Too many requests wait; try again later.
    Busy,
    /// The worker's thread is gone.
    Gone,
}

impl Worker {
    /// Starts the thread, which opens the store in `folder` at once.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(folder: PathBuf, clock: Clock, wake: Wake) -> std::io::Result<Self> {
        let (requests, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = sync_channel(QUEUE * 2);
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || Desk { clock, outbox, wake }.work(&folder, &inbox))?;
        Ok(Self { requests: Some(requests), replies, thread: Some(thread) })
    }

    /// Hands over a request without waiting. The request comes back when it was not taken.
    ///
    /// # Errors
    /// The request, with the reason.
    pub fn send(&self, request: Request) -> Result<(), (Request, NotSent)> {
        let Some(requests) = &self.requests else {
            return Err((request, NotSent::Gone));
        };
        requests.try_send(request).map_err(|error| match error {
            TrySendError::Full(request) => (request, NotSent::Busy),
            TrySendError::Disconnected(request) => (request, NotSent::Gone),
        })
    }

    /// The next reply, if there is one.
    ///
    /// # Errors
    /// [`NotSent::Gone`] when the thread has stopped and everything it said was heard.
    pub fn next(&self) -> Result<Option<Reply>, NotSent> {
        match self.replies.try_recv() {
            Ok(reply) => Ok(Some(reply)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(NotSent::Gone),
        }
    }

    /// A worker without a thread: the test at the other ends of the channels plays its part.
    #[cfg(test)]
    pub fn played() -> (Self, Receiver<Request>, SyncSender<Reply>) {
        let (requests, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = sync_channel(QUEUE);
        (Self { requests: Some(requests), replies, thread: None }, inbox, outbox)
    }
}

impl Drop for Worker {
    /// Lets the worker finish what it was asked.
    fn drop(&mut self) {
        self.requests = None;
        // The worker may wait for room in the channel of replies, which nobody reads any more.
        while self.replies.recv().is_ok() {}
        if let Some(thread) = self.thread.take() {
            let _: Result<(), _> = thread.join();
        }
    }
}

/// The worker's own side.
struct Desk {
    clock: Clock,
    outbox: SyncSender<Reply>,
    wake: Wake,
}

impl Desk {
    fn work(self, folder: &std::path::Path, inbox: &Receiver<Request>) {
        let mut store = match open(folder, &self.clock) {
            Ok((store, opened)) => {
                self.reply(Reply::Opened(Box::new(opened)));
                store
            }
            Err(problem) => return self.reply(Reply::NotOpened(problem)),
        };
        while let Ok(request) = inbox.recv() {
            self.handle(&mut store, request);
        }
    }

    fn handle(&self, store: &mut Store, request: Request) {
        match request {
            Request::OpenDay(day) => self.show(store, day),
            Request::SaveNote(save) => self.save(store, &save),
            Request::Remember(place) => {
                if let Err(error) = store.set_place(&place) {
                    tracing::warn!(%error, "the place of the window was not remembered");
                }
            }
            Request::AddDay(programme) => self.add_day(store, Ok(*programme)),
            Request::AddDayFromText(text) => self.add_day(store, import::read(text.as_bytes())),
            Request::AddDayFromFile(path) => {
                let read =
                    files::read_limited(&path, import::MOST_BYTES).and_then(|bytes| import::read(&bytes));
                self.add_day(store, read);
            }
            Request::InsertSession { day, position, facts } => {
                self.insert_session(store, day, position, *facts);
            }
            Request::RenameSession { session, title } => match store.rename_session(session, &title) {
                Ok(()) => self.reply(Reply::SessionRenamed { session, title }),
                Err(error) => self.reply(Reply::Failed(error.into())),
            },
            Request::Export(job) => self.reply(Reply::Exported(export(store, &job))),
            Request::WriteFile { path, bytes } => {
                if let Err(problem) = files::write_whole(&path, &bytes, true) {
                    tracing::warn!(kind = problem.kind.name(), "a settings file was not written");
                }
            }
        }
    }

    fn save(&self, store: &mut Store, save: &NoteSave) {
        let session = save.session;
        match store.save_note(save) {
            Ok(revision) => self.reply(Reply::Saved { session, revision, at: self.clock.now() }),
            Err(error) => self.reply(Reply::NotSaved { session, problem: error.into() }),
        }
    }

    fn add_day(&self, store: &mut Store, programme: Result<Programme, Problem>) {
        let added = programme.and_then(|programme| Ok(store.add_day(&programme, false)?));
        match added {
            Ok(day) => self.show(store, day),
            Err(problem) => self.reply(Reply::Failed(problem)),
        }
    }

    fn insert_session(&self, store: &mut Store, day: DayId, position: u32, facts: SessionFacts) {
        match store.insert_session(day, position, &facts) {
            Ok(id) => {
                let session = Session { id, position: position + 1, cancelled: false, private: false, facts };
                self.reply(Reply::SessionInserted { day, session: Box::new(session) });
            }
            Err(error) => self.reply(Reply::Failed(error.into())),
        }
    }

    fn show(&self, store: &Store, day: DayId) {
        let read = store.days().and_then(|days| Ok((days, store.book(day)?)));
        match read {
            Ok((days, book)) => self.reply(Reply::Day { days, book: Box::new(book) }),
            Err(error) => self.reply(Reply::Failed(error.into())),
        }
    }

    fn reply(&self, reply: Reply) {
        // Nobody listens any more only when the window is gone; then there is nobody to tell.
        let _: Result<(), _> = self.outbox.send(reply);
        if let Some(wake) = self.wake.get() {
            wake();
        }
    }
}

fn open(folder: &std::path::Path, clock: &Clock) -> Result<(Store, Opened), Problem> {
    let mut store = Store::open(folder)?;
    store.add_example_once(&import::built_in()?)?;
    let day = store.day_to_open(clock.now().date_naive())?;
    let opened = Opened {
        days: store.days()?,
        book: store.book(day)?,
        place: store.place()?,
        author: store.author(),
        path: store.path().clone(),
    };
    Ok((store, opened))
}

fn export(store: &Store, job: &ExportJob) -> Result<ExportReport, Problem> {
    let book = store.book(job.day)?;
    let document = crate::export::render(job.format, &[book], &job.options, &job.labels);
    files::write_and_read_back(&job.path, &document, job.overwrite, job.format)
}

/// The problem of a worker that is not there any more.
#[must_use]
pub fn gone() -> Problem {
    Problem::new(ProblemKind::WorkerGone, "", "")
}
