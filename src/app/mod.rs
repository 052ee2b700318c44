//! The state of the window, without any drawing.
//!
//! Views read [`state::State`] and push a [`command::Command`]; only [`apply`] changes what they share.

pub mod across;
pub mod afterwards;
pub mod apply;
mod arriving;
pub mod bringing_in;
mod caret;
pub mod chord;
pub mod command;
pub mod copying;
pub mod dialog;
pub mod draft;
pub mod entry_edits;
pub mod export_form;
pub mod find;
pub mod finder;
mod going;
pub mod handing_over;
pub mod joining;
pub mod line_edits;
pub mod line_time;
pub mod moving;
pub mod names;
pub mod overview;
pub mod people;
pub mod prefs;
pub mod preview;
pub mod programme_list;
pub mod replies;
pub mod saving;
pub mod searching;
mod sending;
pub mod session_form;
pub mod settings;
mod sheets;
pub mod state;
pub mod under_way;
pub mod updating;
pub mod view;
pub mod visited;
pub mod walk;

#[cfg(test)]
mod clashes;
#[cfg(test)]
mod tests;
