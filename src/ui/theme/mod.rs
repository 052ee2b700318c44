//! How everything looks: colours, type, space and icons, each named once here and nowhere else.

pub mod fonts;
pub mod icons;
pub mod palette;
pub mod space;
pub mod type_scale;
mod visuals;

pub use visuals::wear;

use eframe::egui;

/// Gives the window its fonts, sizes and colours; light and dark follow the system.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    visuals::install(ctx);
}
