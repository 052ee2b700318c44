//! Drawing the window: a file per view. Views read the state and push commands; they change nothing that is shared.

pub mod clipboard;
mod dialogs;
mod dropping;
mod editor;
mod fields;
mod file_dialog;
mod find_bar;
mod finder;
mod footer;
mod from_note;
mod header;
mod in_order;
mod keys;
mod menus;
mod note;
mod panes;
mod pasting;
mod points;
mod preview;
mod programme;
mod renaming;
mod shell;
mod status;
mod strips;
pub mod theme;
mod widgets;
pub mod window;
