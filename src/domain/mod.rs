//! What a day, a session, a line and a trend are.
//!
//! Pure values and functions: no egui, no SQL, no files, no clock. Ids and "now" are always passed in,
//! so every rule in here can be tested without a machine around it.

pub mod across;
pub mod book;
pub mod change;
pub mod choice;
pub mod clock;
pub mod dates;
pub mod day;
pub mod diff;
pub mod excerpt;
pub mod find;
pub mod fingerprint;
pub mod gather;
pub mod heard;
pub mod id;
pub mod keeping;
pub mod language;
pub mod line;
pub mod moving;
pub mod named;
pub mod note;
pub mod noted;
pub mod organisation;
pub mod people;
pub mod person;
pub mod points;
pub mod problem;
pub mod programme;
pub mod progress;
pub mod query;
pub mod renaming;
pub mod review;
pub mod search;
pub mod sheet;
pub mod slug;
pub mod trend;
pub mod update;
