//! The long work that is being done, so that the window can show it and have it stopped.
//!
//! Who begins work puts it on the board; it goes when it is over, however that came. What is over at once was on the board
//! too: whether it is worth showing is up to the one who looks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::domain::progress::Progress;

/// Work that can take long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A document is written.
    Export,
    /// A day is written as a page to be printed.
    Print,
    /// A programme is read.
    Import,
    /// Notes that come in are kept.
    BringIn,
    /// All notes are copied.
    BackUp,
    /// A backup is put back somewhere else, to see whether that works.
    Prove,
    /// A backup is put in the place of the notes.
    Restore,
    /// A trend or a person gets another name everywhere, or has its name back.
    Rename,
    /// All days are gone through.
    Look,
}

impl Work {
    /// The name of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Export => "work-export",
            Self::Print => "work-print",
            Self::Import => "work-import",
            Self::BringIn => "work-bring-in",
            Self::BackUp => "work-back-up",
            Self::Prove => "work-prove",
            Self::Restore => "work-restore",
            Self::Rename => "work-rename",
            Self::Look => "work-look",
        }
    }
}

/// Work as somebody who looks finds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnderWay {
    /// Tells it from other work of the same kind.
    pub number: u64,
    /// What is done.
    pub work: Work,
    /// How much of it is done, from 0 to 1.
    pub share: f32,
    /// How long it has been going on.
    pub since: Duration,
    /// Whether it can be stopped.
    pub can_stop: bool,
    /// Whether it was asked to stop.
    pub is_stopping: bool,
}

/// Where the work is that is being done.
#[derive(Clone, Default)]
pub struct Board(Arc<Mutex<Entries>>);

#[derive(Default)]
struct Entries {
    last: u64,
    all: Vec<Entry>,
}

struct Entry {
    number: u64,
    work: Work,
    progress: Progress,
    begun: Instant,
    can_stop: bool,
}

impl Board {
    /// Work begins; it is on the board as long as what this gives.
    #[must_use]
    pub fn begin(&self, work: Work) -> Begun {
        let mut entries = self.entries();
        entries.last += 1;
        let (number, progress) = (entries.last, Progress::default());
        // Where stopping would leave something half done, or where leaving the view stops it, there is no button for it.
        let can_stop = !matches!(work, Work::Restore | Work::Look | Work::Prove);
        let begun = Instant::now();
        entries.all.push(Entry { number, work, progress: progress.clone(), begun, can_stop });
        Begun { board: self.clone(), number, progress }
    }

    /// What is being done, in the order in which it began.
    #[must_use]
    pub fn look(&self) -> Vec<UnderWay> {
        let of = |entry: &Entry| UnderWay {
            number: entry.number,
            work: entry.work,
            share: entry.progress.share(),
            since: entry.begun.elapsed(),
            can_stop: entry.can_stop && entry.progress.can_stop(),
            is_stopping: !entry.progress.is_wanted(),
        };
        self.entries().all.iter().map(of).collect()
    }

    /// Whether anything is being done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries().all.is_empty()
    }

    /// Whether work of this kind is being done.
    #[must_use]
    pub fn has(&self, work: Work) -> bool {
        self.entries().all.iter().any(|entry| entry.work == work)
    }

    /// Asks work to stop, where that is possible.
    pub fn stop(&self, number: u64) {
        let entries = self.entries();
        if let Some(entry) = entries.all.iter().find(|entry| entry.number == number && entry.can_stop) {
            entry.progress.stop();
        }
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Work that has begun.
pub struct Begun {
    board: Board,
    number: u64,
    /// To be told how far it is.
    pub progress: Progress,
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.board.entries().all.retain(|entry| entry.number != self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_on_the_board_until_it_is_over() {
        let board = Board::default();
        let export = board.begin(Work::Export);
        let look = board.begin(Work::Look);
        export.progress.part(1.0, 2);
        export.progress.step();
        let seen = board.look();
        assert_eq!(seen.iter().map(|seen| seen.work).collect::<Vec<_>>(), [Work::Export, Work::Look]);
        assert!((seen[0].share - 0.5).abs() < f32::EPSILON);
        assert!(seen[0].can_stop && !seen[1].can_stop);
        for seen in seen {
            board.stop(seen.number);
        }
        assert!(!export.progress.is_wanted() && look.progress.is_wanted());
        drop(export);
        assert!(!board.has(Work::Export) && board.has(Work::Look));
        drop(look);
        assert!(board.is_empty());
    }
}
