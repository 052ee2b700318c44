//! The sizes and faces of type, by their use.

use eframe::egui::{FontFamily, FontId, RichText, TextStyle};

use super::fonts;

/// Labels above a list, and what may stay in the background.
pub const SMALL: f32 = 13.0;
/// Buttons, lists, everything that is not the note.
pub const BODY: f32 = 15.0;
/// The note.
pub const NOTE: f32 = 16.0;
/// The name of the day, and of a dialog.
pub const HEADING: f32 = 17.0;
/// The title of the open session.
pub const TITLE: f32 = 23.0;
/// A page that is read.
pub const READING: f32 = 18.0;
/// The title of such a page.
pub const READING_TITLE: f32 = 28.0;
/// The height of a row of it, as a share of the size of its type.
pub const READING_LINE: f32 = 1.5;
/// Icons in buttons.
pub const ICON: f32 = 17.0;

/// Extra room between the rows of the note, in points.
pub const NOTE_LEADING: f32 = 5.0;

/// The type of the note.
#[must_use]
pub fn note() -> FontId {
    FontId::new(NOTE, FontFamily::Proportional)
}

/// The type of everything that is not the note.
#[must_use]
pub fn body() -> FontId {
    FontId::new(BODY, FontFamily::Proportional)
}

/// The type of what may stay in the background.
#[must_use]
pub fn small_font() -> FontId {
    FontId::new(SMALL, FontFamily::Proportional)
}

/// The same in bold, for a heading above a list.
#[must_use]
pub fn small_bold_font() -> FontId {
    FontId::new(SMALL, fonts::bold())
}

/// The type of a heading in a list.
#[must_use]
pub fn body_bold_font() -> FontId {
    FontId::new(BODY, fonts::bold())
}

/// egui's text styles with these sizes.
pub fn text_styles() -> impl Iterator<Item = (TextStyle, FontId)> {
    [
        (TextStyle::Small, SMALL),
        (TextStyle::Body, BODY),
        (TextStyle::Button, BODY),
        (TextStyle::Monospace, BODY),
        (TextStyle::Heading, HEADING),
    ]
    .into_iter()
    .map(|(style, size)| (style, FontId::new(size, FontFamily::Proportional)))
}

/// A text in the bold face.
#[must_use]
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(fonts::bold())
}

/// The title of the open session.
#[must_use]
pub fn title(text: impl Into<String>) -> RichText {
    bold(text).size(TITLE)
}

/// The name of a day or of a dialog.
#[must_use]
pub fn heading(text: impl Into<String>) -> RichText {
    bold(text).size(HEADING)
}

/// A text that may stay in the background.
#[must_use]
pub fn small(text: impl Into<String>) -> RichText {
    RichText::new(text).size(SMALL)
}
