//! Small pieces that several views are made of.

mod buttons;
mod choice;
mod context;
mod labels;
mod progress;

pub use buttons::{
    command_button, danger_button, icon_button, icon_command, kind_button, link_button, main_button,
    quiet_button, segment, segment_named, tip_of, width_of_button, width_of_quiet_button, with_tip,
};
pub use choice::{Named, choice};
pub use context::{button_menu, close_menu, context_menu, is_menu_open, takes_menu_key};
pub use labels::{
    as_chosen, as_heading, as_list, as_live, as_pane, decorative_icon, edge_below, named_icon, one_line,
    paint_one_line, panel_heading, unseen_heading,
};
pub use progress::progress;
