//! The faces: Noto Sans with a true bold and a true italic, and icons. Other scripts come from the system.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};

/// Signs that people type and Noto Sans lacks, such as ★ and ☐. Without it the first ★ would make egui look through all
/// fonts of the system, which takes hundreds of milliseconds.
const SIGNS: &str = "emoji-icon-font";
const REGULAR: &str = "noto-sans";
const BOLD: &str = "noto-sans-bold";
const ITALIC: &str = "noto-sans-italic";
const BOLD_ITALIC: &str = "noto-sans-bold-italic";

/// The family of bold text.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// The family of italic text.
#[must_use]
pub fn italic() -> FontFamily {
    FontFamily::Name(ITALIC.into())
}

/// The family of text that is bold and italic.
#[must_use]
pub fn bold_italic() -> FontFamily {
    FontFamily::Name(BOLD_ITALIC.into())
}

/// Gives the window its faces. egui's own faces stay behind them, for signs such as ★.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let faces = [
        (REGULAR, ttf_noto_sans::REGULAR, FontFamily::Proportional),
        (BOLD, ttf_noto_sans::BOLD, bold()),
        (ITALIC, ttf_noto_sans::ITALIC, italic()),
        (BOLD_ITALIC, ttf_noto_sans::BOLD_ITALIC, bold_italic()),
    ];
    fonts
        .font_data
        .insert(SIGNS.to_owned(), Arc::new(FontData::from_static(epaint_default_fonts::EMOJI_ICON)));
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes, family) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut chain = vec![name.to_owned()];
        chain.push(SIGNS.to_owned());
        chain.extend(behind.iter().cloned());
        fonts.families.insert(family, chain);
    }
    ctx.set_fonts(fonts);
    egui_material_icons::initialize(ctx);
}
