//! The way back to the window, for the worker's threads.

use std::sync::mpsc::SyncSender;

use super::{Reply, Wake};

/// Sends answers and wakes the window.
#[derive(Clone)]
pub struct Outbox {
    replies: SyncSender<Reply>,
    wake: Wake,
}

impl Outbox {
    /// Into this channel.
    pub fn new(replies: SyncSender<Reply>, wake: Wake) -> Self {
        Self { replies, wake }
    }

    /// Answers.
    pub fn reply(&self, reply: Reply) {
        // Nobody listens any more only when the window is gone; then there is nobody to tell.
        let _: Result<(), _> = self.replies.send(reply);
        self.wake();
    }

    /// Has the window look, without an answer: work has begun that may take long.
    pub fn wake(&self) {
        if let Some(wake) = self.wake.get() {
            wake();
        }
    }
}
