//! The moment something happens, as a value that callers pass in.
//!
//! Nothing in the house orders notes by these moments: a laptop's clock can jump. They are shown, and say how long ago
//! something was put aside; that a clock may jump in between is up to whoever forgets what is old.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

/// A wall-clock time with the offset of the place where it was read.
pub type Moment = DateTime<FixedOffset>;

/// Tells the time. The program hands in the system's clock, a test a fixed one.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// A clock that asks `read` each time.
    pub fn new(read: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The moment it is now, by this clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}
