//! A store with so many notes that what goes through all of them takes a while.

use std::path::Path;

use plenair::domain::day::SessionFacts;
use plenair::domain::id::DayId;
use plenair::domain::noted::{NotedDay, NotedLine, SessionNotes};
use plenair::domain::programme::Programme;
use plenair::store::Store;

/// Sessions of a day.
pub const SESSIONS: usize = 12;
/// Lines of a note; each carries the trend `toezicht`.
pub const LINES: usize = 30;

/// Adds so many days to the store in `folder`, which nobody else has open.
pub fn fill(folder: &Path, days: usize) -> Vec<DayId> {
    let mut store = Store::open(folder).expect("the store");
    let noted: Vec<NotedDay> = (0..days).map(day).collect();
    let days = store.add_noted_days(&noted).expect("the days");
    days.into_iter().map(|day| day.id).collect()
}

fn day(number: usize) -> NotedDay {
    let mut programme = Programme { format: "text", ..Programme::default() };
    programme.day.title = format!("Dag {number}");
    programme.sessions = (0..SESSIONS)
        .map(|session| SessionFacts { title: format!("Onderdeel {session}"), ..SessionFacts::default() })
        .collect();
    let notes = (0..SESSIONS).map(|session| SessionNotes {
        lines: (0..LINES).map(|line| written(number, session, line)).collect(),
        ..SessionNotes::default()
    });
    NotedDay { programme, notes: notes.collect() }
}

fn written(day: usize, session: usize, line: usize) -> NotedLine {
    let text = format!("Regel {line} van onderdeel {session} op dag {day} gaat over #toezicht in de wijk");
    NotedLine { text, ..NotedLine::default() }
}
