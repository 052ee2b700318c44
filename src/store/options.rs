//! How a store is opened, for those who want it otherwise than usual.

use std::path::PathBuf;

use crate::domain::clock::Clock;

/// How a store is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// Tells when something was kept or put in the trash.
    pub clock: Clock,
    /// Where backups go; `None` for the folder beside the one with the notes.
    pub backups: Option<PathBuf>,
    /// Whether a change is on the disk before it is acknowledged.
    pub durability: Durability,
    /// Whether a store that only reads does so beside the thread of this program that writes, and makes the backups for it.
    pub beside_the_writer: bool,
}

/// Whether a change is on the disk before it is acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It is: it survives a power cut.
    Synced,
    /// It survives a crash of the program only. For stores that are thrown away again.
    Unsynced,
}

impl Default for Options {
    /// By the system's clock, and safe.
    #[expect(
        clippy::disallowed_methods,
        reason = "a store that was given no clock still has to know the time"
    )]
    fn default() -> Self {
        Self::by(Clock::new(|| chrono::Local::now().fixed_offset()))
    }
}

impl Options {
    /// The usual, by this clock.
    #[must_use]
    pub fn by(clock: Clock) -> Self {
        Self { clock, backups: None, durability: Durability::Synced, beside_the_writer: false }
    }
}
