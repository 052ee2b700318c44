//! The one thread that owns the store, so that the window never waits for the disk.
//!
//! Requests are handled in order, but what looks through many days makes way for everything else (`looking.rs`), and what
//! is read and written outside the notes is done beside them (`errands.rs`). Each change is on the disk before its reply is
//! sent. When the thread dies, the window sees it at the next request or reply; nothing is taken for saved that was not
//! acknowledged. This is the line to the threads; `request.rs` and `reply.rs` are what goes over it. `desk.rs` is the thread
//! of the store: it keeps the store open, and house when nobody asks for anything. `inbox.rs` says what is done next, and
//! `answer.rs` does what is asked. What takes long is on a board (`under_way.rs`).

mod answer;
mod desk;
mod documents;
mod errands;
mod inbox;
mod looking;
mod outbox;
mod reply;
mod request;
mod under_way;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::domain::clock::Clock;
use crate::domain::problem::{Problem, ProblemKind};
use desk::Desk;
use inbox::{Inbox, Waiting};
use outbox::Outbox;
use under_way::Board;

pub use reply::{Access, Added, Changed, Opened, Reply, Undoable};
pub use request::{ExportJob, PeopleList, ProgrammeSource, Request, What};
pub use under_way::{UnderWay, Work};

/// So many requests may wait. The window sends a handful a second; a full queue means that the disk hangs.
const QUEUE: usize = 64;

/// While the window closes, the worker is looked at so often.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Work outside the notes that gets no further for so long hangs, and is not waited for when the window closes.
const HANGS: Duration = Duration::from_secs(10);

/// Called after each reply, from the worker's thread; filled in once there is a window to wake.
pub type Wake = Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>;

/// The window's end of the line to the worker.
pub struct Worker {
    requests: Option<SyncSender<Request>>,
    /// How many requests wait: a search makes way for them.
    waiting: Waiting,
    replies: Receiver<Reply>,
    board: Board,
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
        let waiting = Waiting::default();
        let inbox = Inbox::new(inbox, waiting.clone());
        let (outbox, board) = (Outbox::new(outbox, wake), Board::default());
        let on_board = board.clone();
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || Desk::new(folder, clock, outbox, on_board).work(inbox))?;
        Ok(Self { requests: Some(requests), waiting, replies, board, thread: Some(thread) })
    }

    /// Hands over a request without waiting.
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn send(&self, request: Request) -> Result<(), NotSent> {
        let requests = self.requests.as_ref().ok_or(NotSent::Gone)?;
        self.waiting.more();
        requests.try_send(request).map_err(|error| {
            self.waiting.less();
            match error {
                TrySendError::Full(_) => NotSent::Busy,
                TrySendError::Disconnected(_) => NotSent::Gone,
            }
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

    /// The work that is being done and may take long.
    #[must_use]
    pub fn under_way(&self) -> Vec<UnderWay> {
        self.board.look()
    }

    /// Whether any such work is being done.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        !self.board.is_empty()
    }

    /// Asks work to stop, where that is possible. Its answer still comes.
    pub fn stop(&self, number: u64) {
        self.board.stop(number);
    }

    /// Waits for the next reply; for those who have nothing else to do.
    #[must_use]
    pub fn wait(&self, at_most: Duration) -> Option<Reply> {
        self.replies.recv_timeout(at_most).ok()
    }

    /// A worker without a thread: the test at the other ends of the channels plays its part.
    #[cfg(test)]
    #[must_use]
    pub fn played() -> (Self, Receiver<Request>, SyncSender<Reply>) {
        let (requests, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = sync_channel(QUEUE);
        let waiting = Waiting::default();
        let board = Board::default();
        (Self { requests: Some(requests), waiting, replies, board, thread: None }, inbox, outbox)
    }
}

impl Drop for Worker {
    /// Lets the worker finish what it was asked. What it saves is always waited for; a document only as long as it gets on.
    fn drop(&mut self) {
        self.requests = None;
        let (mut seen, mut since) = (self.board.look(), Instant::now());
        loop {
            // The worker may wait for room in the channel of replies, which nobody reads any more.
            match self.replies.recv_timeout(LOOK_AGAIN) {
                Ok(_) => continue,
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let now = self.board.look();
            if now.iter().map(at).ne(seen.iter().map(at)) {
                (seen, since) = (now, Instant::now());
            }
            let is_saved = self.thread.as_ref().is_none_or(JoinHandle::is_finished);
            if is_saved && since.elapsed() > HANGS {
                break;
            }
        }
        if let Some(thread) = self.thread.take() {
            let _: Result<(), _> = thread.join();
        }
    }
}

/// Which work it is, and how far it is.
fn at(work: &UnderWay) -> (u64, u32) {
    (work.number, work.share.to_bits())
}

/// The problem of a worker that is not there any more.
#[must_use]
pub fn gone() -> Problem {
    Problem::new(ProblemKind::WorkerGone, "", "")
}
