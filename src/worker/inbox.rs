//! What waits to be done, and what of it is done next: what was asked first, but what looks through many days last, and of
//! several searches only the newest one. Nobody waits for a search while a note is to be saved.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use super::Request;

/// So many requests are taken in at once, beside those that wait to be taken in.
const AT_ONCE: usize = 64;

/// How many requests were sent and not taken in; both sides count.
#[derive(Clone, Default)]
pub struct Waiting(Arc<AtomicUsize>);

impl Waiting {
    /// One more is sent.
    pub fn more(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    /// One was taken in, or not sent after all.
    pub fn less(&self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }

    fn any(&self) -> bool {
        self.0.load(Ordering::SeqCst) > 0
    }
}

/// The worker's end of the line from the window.
pub struct Inbox {
    sent: Receiver<Request>,
    waiting: Waiting,
    /// What was taken in and makes no way.
    taken: VecDeque<Request>,
    /// What makes way: the newest of each sort.
    looks: [Option<Request>; 8],
}

impl Inbox {
    /// With nothing in it yet.
    pub fn new(sent: Receiver<Request>, waiting: Waiting) -> Self {
        Self { sent, waiting, taken: VecDeque::new(), looks: Default::default() }
    }

    /// What is to be done next. Waits for it as long as `pause`, or as long as it takes.
    ///
    /// # Errors
    /// When nothing came, or nothing can come any more and everything was done.
    pub fn next(&mut self, pause: Option<Duration>) -> Result<Request, RecvTimeoutError> {
        self.take_in()?;
        if let Some(request) = self.first() {
            return Ok(request);
        }
        let request = match pause {
            Some(pause) => self.sent.recv_timeout(pause)?,
            None => self.sent.recv().map_err(RecvTimeoutError::from)?,
        };
        self.waiting.less();
        // More may have come along with it.
        self.put(request);
        self.take_in()?;
        self.first().ok_or(RecvTimeoutError::Timeout)
    }

    fn first(&mut self) -> Option<Request> {
        self.taken.pop_front().or_else(|| self.looks.iter_mut().find_map(Option::take))
    }

    /// Whether something came since the last look.
    pub fn is_waiting(&self) -> bool {
        self.waiting.any()
    }

    /// Takes back what made way; it is done when nothing else waits, unless there is a newer one by then.
    pub fn put_back(&mut self, look: Request) {
        if let Some(place) = look.place().and_then(|place| self.looks.get_mut(place)) {
            place.get_or_insert(look);
        }
    }

    /// Takes in what was sent.
    fn take_in(&mut self) -> Result<(), RecvTimeoutError> {
        while self.taken.len() < AT_ONCE {
            match self.sent.try_recv() {
                Ok(request) => {
                    self.waiting.less();
                    self.put(request);
                }
                // What was taken in before is still done, but for what nobody will hear of.
                Err(TryRecvError::Disconnected) if self.taken.is_empty() => {
                    return Err(RecvTimeoutError::Disconnected);
                }
                Err(TryRecvError::Disconnected | TryRecvError::Empty) => break,
            }
        }
        Ok(())
    }

    fn put(&mut self, request: Request) {
        match request.place().and_then(|place| self.looks.get_mut(place)) {
            Some(place) => *place = Some(request),
            None => self.taken.push_back(request),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{SyncSender, sync_channel};

    use super::*;
    use crate::domain::id::DayId;

    fn search(asked: u64) -> Request {
        Request::Search { asked, query: "toezicht".to_owned(), limit: 10 }
    }

    fn name(request: &Result<Request, RecvTimeoutError>) -> String {
        match request {
            Ok(Request::Search { asked, .. }) => format!("search {asked}"),
            Ok(Request::Trash) => "trash".to_owned(),
            Ok(Request::OpenDay(_)) => "day".to_owned(),
            Ok(_) => "other".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn line() -> (SyncSender<Request>, Waiting, Inbox) {
        let (requests, sent) = sync_channel(AT_ONCE);
        let waiting = Waiting::default();
        (requests, waiting.clone(), Inbox::new(sent, waiting))
    }

    #[test]
    fn searches_make_way_and_only_the_newest_one_is_done() {
        let (requests, waiting, mut inbox) = line();
        for request in [search(1), Request::Trash, search(2), Request::OpenDay(DayId::fresh()), search(3)] {
            waiting.more();
            requests.send(request).expect("room");
        }
        assert!(inbox.is_waiting());
        let done: Vec<String> = (0..4).map(|_| name(&inbox.next(Some(Duration::ZERO)))).collect();
        assert_eq!(done, ["trash", "day", "search 3", "timed out waiting on channel"]);
        assert!(!inbox.is_waiting());
    }

    #[test]
    fn a_search_that_made_way_is_done_later_unless_there_is_a_newer_one() {
        let (requests, waiting, mut inbox) = line();
        inbox.put_back(search(1));
        waiting.more();
        requests.send(Request::Trash).expect("room");
        assert_eq!(name(&inbox.next(None)), "trash");
        assert_eq!(name(&inbox.next(None)), "search 1");
        waiting.more();
        requests.send(search(3)).expect("room");
        inbox.put_back(search(2));
        assert_eq!(name(&inbox.next(None)), "search 3");
    }

    #[test]
    fn when_nobody_asks_any_more_the_rest_is_done_but_for_searches() {
        let (requests, waiting, mut inbox) = line();
        for request in [Request::Trash, search(1), Request::Trash] {
            waiting.more();
            requests.send(request).expect("room");
        }
        drop(requests);
        assert_eq!(name(&inbox.next(None)), "trash");
        assert_eq!(name(&inbox.next(None)), "trash");
        assert!(matches!(inbox.next(None), Err(RecvTimeoutError::Disconnected)));
    }
}
