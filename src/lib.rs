//! Plenair: notes for people who attend a meeting or conference day.
//!
//! The map of the house, from the inside out:
//!
//! - [`domain`]: what a day, a session, a line and a trend are. Pure.
//! - [`store`]: the notes on disk, and the only SQL. [`import`]: programmes in, with [`apart`] for formats that are read in a
//!   process of their own. [`export`]: documents out. [`files`]: files
//!   written whole or not at all.
//! - [`worker`]: the thread that owns the store. [`app`]: the state of the window. [`ui`]: drawing it.
//! - [`cli`]: the command line, on the same store, readers and writers as the window.
//! - [`i18n`]: every word, in Dutch and English. [`paths`]: where things are on this machine.
//!   [`signals`]: when the system wants the program to end. [`renderer`]: what draws the window. [`one_window`]: a second start
//!   comes to the window that is open.
//!
//! Who may use whom is written down in `ARCHITECTURE.md` and proven by `tests/layering.rs`.

// A panic in the window loses a second of typing, so nothing outside the tests may ask for one.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::print_stdout
    )
)]

pub mod apart;
pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod files;
pub mod i18n;
pub mod import;
pub mod incoming;
pub mod one_window;
pub mod paste;
pub mod paths;
pub mod renderer;
pub mod signals;
pub mod store;
mod together;
pub mod ui;
pub mod worker;
