//! What one looks at afterwards: the lines of a day as the views show them, its trends across the sessions, what was
//! agreed and asked, who was there, and what is still to be done.
//!
//! Everything is worked out of a whole [`Book`](super::book::Book) by the rules that the command line and the exports
//! count by, and owns what it holds, so that it can be kept until the book changes. Lines just for me count as all others
//! do: this is what the window shows, and nothing in here goes out. Nothing here changes a text.

pub mod entry;
pub mod filter;
#[cfg(test)]
pub(crate) mod fixture;
pub mod history;
pub mod matrix;
pub mod overview;
pub mod persons;
pub mod several;
pub mod unfinished;
