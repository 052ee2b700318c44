//! Distances, in points. Everything stands on a grid of four.

/// Between an icon and its word.
pub const TIGHT: f32 = 4.0;
/// Between a box to tick, or an icon on a button, and the words that belong to it.
pub const BEFORE_WORD: f32 = 6.0;
/// Between things that belong together.
pub const SMALL: f32 = 8.0;
/// Between a panel's edge and what is in it.
pub const MEDIUM: f32 = 16.0;
/// Between the note and its surroundings.
pub const LARGE: f32 = 24.0;

/// The least height and width of anything that can be clicked.
pub const TARGET: f32 = 28.0;
/// What a chip behind a line may be clicked in at the least, in height; the row of a note has no more room.
pub const SMALLEST_TARGET: f32 = 24.0;
/// The width of the gutter beside the note, with a time and an icon.
pub const GUTTER: f32 = 72.0;
/// The same without times.
pub const GUTTER_WITHOUT_TIMES: f32 = 32.0;
/// The height of one of several words to choose from.
pub const SEGMENT: f32 = 24.0;
/// The height of the folded footer below the note.
pub const FOOTER: f32 = 32.0;
/// The height of a session in the programme.
pub const SESSION_ROW: f32 = 52.0;
/// The height of the heading of a date in the programme.
pub const DATE_ROW: f32 = 36.0;
/// The height of the heading above sessions at the same time.
pub const SLOT_ROW: f32 = 28.0;
/// The height of a gap between two sessions.
pub const GAP_ROW: f32 = 24.0;
/// The width of the programme.
pub const PROGRAMME: f32 = 272.0;
/// The width of the panel beside the note.
pub const FROM_NOTE: f32 = 256.0;
/// The height of the bar on top.
pub const TOP_BAR: f32 = 48.0;
/// The height of the status line.
pub const STATUS: f32 = 32.0;
/// The width of the menu of a line.
pub const LINE_MENU: f32 = 288.0;
/// The width of a field in which words are looked for.
pub const FIND_FIELD: f32 = 180.0;
/// The widest a line of the note gets; longer lines are hard to read.
pub const MEASURE: f32 = 760.0;
/// The widest a view on what was noted gets.
pub const VIEW: f32 = 1160.0;
/// What a dialog leaves free around it, its own edges included; in a small window, half of it.
pub const AROUND_DIALOG: f32 = 96.0;
/// The width of a dialog.
pub const DIALOG: f32 = 520.0;
/// The width of a dialog in which texts are compared.
pub const WIDE_DIALOG: f32 = 860.0;
/// The widest a list at the caret gets.
pub const CHOICES: f32 = 440.0;
/// The width of the field that finds anything.
pub const FINDER: f32 = 640.0;
/// Its height, with the list.
pub const FINDER_HEIGHT: f32 = 460.0;
/// The width of a list of versions.
pub const VERSIONS: f32 = 244.0;
/// How round corners are.
pub const ROUND: u8 = 6;

/// Narrower than this, the panel beside the note folds away.
pub const FOLDS_FROM_NOTE: f32 = 1040.0;
/// Narrower than this, the tabs of the views are a list.
pub const FOLDS_TABS: f32 = 880.0;
/// Lower than this, the note has nothing above it but its title: at twice the usual size, every line counts.
pub const FOLDS_ABOVE_NOTE: f32 = 360.0;
/// Lower than this, who speaks stands in the programme only.
pub const FOLDS_SPEAKERS: f32 = 460.0;
/// Narrower than this, the header has only what moves around; the rest is in its menu.
pub const FOLDS_HEADER: f32 = 520.0;
/// Narrower than this, the buttons of the header have no words.
pub const FOLDS_BUTTONS: f32 = 1280.0;
/// Narrower than this, the programme folds away too.
pub const FOLDS_PROGRAMME: f32 = 760.0;
