//! Small pieces that several views are made of.

mod buttons;
mod choice;
mod labels;
mod progress;

pub use buttons::{
    command_button, danger_button, icon_button, kind_button, link_button, main_button, quiet_button, segment,
    segment_named,
};
pub use choice::{Named, choice};
pub use labels::{
    as_heading, as_live, decorative_icon, edge_below, named_icon, one_line, paint_one_line, panel_heading,
};
pub use progress::progress;
