//! The icons, by what they mean.

use eframe::egui::{FontId, RichText};
use egui_material_icons::{MaterialIcon, icons as material};

use super::type_scale;
use crate::domain::line::LineKind;

/// Important.
pub const STAR: MaterialIcon = material::ICON_STAR;
/// The star of a session that has one: filled, in the face of the signs.
pub const STAR_ON: &str = "★";
/// Just for me.
pub const PRIVATE: MaterialIcon = material::ICON_LOCK;
/// One more.
pub const ADD: MaterialIcon = material::ICON_ADD;
/// One less.
pub const SMALLER: MaterialIcon = material::ICON_REMOVE;
/// Give another name.
pub const RENAME: MaterialIcon = material::ICON_EDIT;
/// Look for words.
pub const SEARCH: MaterialIcon = material::ICON_SEARCH;
/// Hand over.
pub const EXPORT: MaterialIcon = material::ICON_UPLOAD;
/// Open a programme.
pub const OPEN: MaterialIcon = material::ICON_FOLDER_OPEN;
/// There is a list below.
pub const UNFOLD: MaterialIcon = material::ICON_EXPAND_MORE;
/// There is a list that is folded away.
pub const FOLDED: MaterialIcon = material::ICON_CHEVRON_RIGHT;
/// More that can be done.
pub const MORE: MaterialIcon = material::ICON_MORE_HORIZ;
/// Something that is on or off, when it is on.
pub const ON: MaterialIcon = material::ICON_CHECK_BOX;
/// The same when it is off.
pub const OFF: MaterialIcon = material::ICON_CHECK_BOX_OUTLINE_BLANK;
/// Part in two.
pub const SPLIT: MaterialIcon = material::ICON_CALL_SPLIT;
/// Make one of two.
pub const JOIN: MaterialIcon = material::ICON_MERGE;
/// One place up.
pub const UP: MaterialIcon = material::ICON_ARROW_UPWARD;
/// One place down.
pub const DOWN: MaterialIcon = material::ICON_ARROW_DOWNWARD;
/// Take out.
pub const DELETE: MaterialIcon = material::ICON_DELETE;
/// Take back.
pub const UNDO: MaterialIcon = material::ICON_UNDO;
/// Put away.
pub const CLOSE: MaterialIcon = material::ICON_CLOSE;
/// The one before.
pub const BEFORE: MaterialIcon = material::ICON_KEYBOARD_ARROW_UP;
/// The next one.
pub const NEXT: MaterialIcon = material::ICON_KEYBOARD_ARROW_DOWN;
/// Everything is on the disk.
pub const SAVED: MaterialIcon = material::ICON_CHECK;
/// Something is wrong.
pub const PROBLEM: MaterialIcon = material::ICON_ERROR;
/// The programme, when it is folded away.
pub const PROGRAMME: MaterialIcon = material::ICON_LIST;
/// The panel beside the note, when it is folded away.
pub const FROM_NOTE: MaterialIcon = material::ICON_RIGHT_PANEL_OPEN;

/// The icon of a kind; a remark has none.
#[must_use]
pub fn of_kind(kind: LineKind) -> Option<MaterialIcon> {
    match kind {
        LineKind::Action => Some(material::ICON_CHECK_BOX_OUTLINE_BLANK),
        LineKind::Decision => Some(material::ICON_HANDSHAKE),
        LineKind::Question => Some(material::ICON_HELP),
        LineKind::Quote => Some(material::ICON_FORMAT_QUOTE),
        LineKind::Figure => Some(material::ICON_BAR_CHART),
        LineKind::Heading | LineKind::Remark => None,
    }
}

/// The box of an action that is done.
pub const DONE: MaterialIcon = material::ICON_CHECK_BOX;

/// The box of a point that was not ticked.
pub const NOT_DONE: MaterialIcon = material::ICON_CHECK_BOX_OUTLINE_BLANK;
/// The keys of a command.
pub const COMMAND: MaterialIcon = material::ICON_KEYBOARD_COMMAND_KEY;
/// A trend.
pub const TREND: MaterialIcon = material::ICON_TAG;
/// A person.
pub const PERSON: MaterialIcon = material::ICON_PERSON;
/// Spoken with.
pub const SPOKEN: MaterialIcon = material::ICON_CHAT_BUBBLE;
/// An organisation.
pub const ORGANISATION: MaterialIcon = material::ICON_APARTMENT;
/// A point that was put to the room.
pub const POINT: MaterialIcon = material::ICON_FORUM;
/// What a line is.
pub const KIND: MaterialIcon = material::ICON_LABEL;
/// A line of a note.
pub const LINE: MaterialIcon = material::ICON_SHORT_TEXT;
/// One step back.
pub const BACK: MaterialIcon = material::ICON_ARROW_BACK;
/// What is on now, by the clock.
pub const CLOCK: MaterialIcon = material::ICON_SCHEDULE;
/// The panels beside the note again.
pub const PANELS: MaterialIcon = material::ICON_FULLSCREEN_EXIT;

/// The type of an icon that is painted by hand.
#[must_use]
pub fn font(icon: MaterialIcon) -> FontId {
    FontId::new(type_scale::ICON, icon.font_family())
}

/// The same beside small words.
#[must_use]
pub fn small_font(icon: MaterialIcon) -> FontId {
    FontId::new(type_scale::SMALL, icon.font_family())
}

/// An icon at the size it has beside a word.
#[must_use]
pub fn text(icon: MaterialIcon) -> RichText {
    icon.rich_text().size(type_scale::ICON)
}
