//! The one table that gives keys and labels to what has no detail: the menus, the palette, the keys and the help are made of it.

use super::{Command, Edit};
use crate::app::chord::{Chord, Key, Platform};
use crate::app::copying::Copying;
use crate::app::line_edits::Way;
use crate::app::view::View;
use crate::domain::line::LineKind;
use crate::domain::line::edit::Emphasis;
use crate::domain::points::PointListKind;

/// A row of the table: a command that stands on its own.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// The name of its label in the texts.
    pub label: &'static str,
    /// Its keys on Linux and Windows.
    pub chord: Option<Chord>,
    /// Its keys on a Mac, where they differ.
    pub mac_chord: Option<Chord>,
}

impl Entry {
    const fn new(command: Command, label: &'static str, chord: Chord) -> Self {
        Self { command, label, chord: Some(chord), mac_chord: None }
    }

    const fn on_mac(mut self, chord: Chord) -> Self {
        self.mac_chord = Some(chord);
        self
    }

    const fn without_key(command: Command, label: &'static str) -> Self {
        Self { command, label, chord: None, mac_chord: None }
    }

    /// The keys on this platform.
    #[must_use]
    pub fn chord_on(&self, platform: Platform) -> Option<Chord> {
        match platform {
            Platform::Pc => self.chord,
            Platform::Mac => self.mac_chord.or(self.chord),
        }
    }
}

/// Cmd and Option with a key, for a Mac, where Option and an arrow moves by words.
const fn mac(key: Key) -> Chord {
    Chord { primary: true, shift: false, alt: true, key }
}

/// Cmd, Option and Shift with a key, for a Mac, where Option and Shift with an arrow select.
const fn mac_shift(key: Key) -> Chord {
    Chord { primary: true, shift: true, alt: true, key }
}

/// The open session, as others may read it.
pub const COPY_SESSION: Command = Command::Copy { what: Copying::Session, include_private: false };
/// The selected lines, as others may read them.
pub const COPY_LINES: Command = Command::Copy { what: Copying::Lines, include_private: false };
/// The report of the day.
pub const COPY_REPORT: Command = Command::Copy { what: Copying::Report, include_private: false };
/// Bold words.
pub const BOLD: Command = Command::Edit(Edit::Emphasis(Emphasis::Bold));
/// Italic words.
pub const ITALIC: Command = Command::Edit(Edit::Emphasis(Emphasis::Italic));

/// The table. Keys are looked up in it, most modifiers first; buttons take their label and tooltip from it.
pub static TABLE: &[Entry] = &[
    Entry::new(Command::ToggleKind(LineKind::Action), "kind-action", Chord::primary(Key::Digit(1))),
    Entry::new(Command::ToggleStar, "mark-star", Chord::primary(Key::Digit(2))),
    Entry::new(Command::ToggleKind(LineKind::Question), "kind-question", Chord::primary(Key::Digit(3))),
    Entry::new(Command::ToggleKind(LineKind::Decision), "kind-decision", Chord::primary(Key::Digit(4))),
    Entry::new(Command::ToggleKind(LineKind::Quote), "kind-quote", Chord::primary(Key::Digit(5))),
    Entry::new(Command::ToggleKind(LineKind::Figure), "kind-figure", Chord::primary(Key::Digit(6))),
    Entry::new(Command::TogglePrivate, "mark-private", Chord::primary_shift(Key::Letter('P'))),
    Entry::new(Command::ToggleDone, "command-tick", Chord::primary(Key::Enter)),
    Entry::new(Command::NextSession, "command-next-session", Chord::alt(Key::Down)).on_mac(mac(Key::Down)),
    Entry::new(Command::PreviousSession, "command-previous-session", Chord::alt(Key::Up))
        .on_mac(mac(Key::Up)),
    Entry::new(Command::Save, "command-save", Chord::primary(Key::Letter('S'))),
    Entry::new(Command::OpenProgramme, "command-open-programme", Chord::primary(Key::Letter('O'))),
    Entry::new(Command::OpenPaste, "command-paste-programme", Chord::primary_shift(Key::Letter('O'))),
    Entry::new(Command::OpenBringIn, "command-bring-in", Chord::primary_shift(Key::Letter('I'))),
    Entry::new(Command::OpenExport, "command-export", Chord::primary_shift(Key::Letter('E'))),
    Entry::new(Command::Print, "command-print", Chord::primary(Key::Letter('P'))),
    Entry::without_key(Command::StopWork, "command-stop-work"),
    Entry::without_key(COPY_SESSION, "command-copy-session"),
    Entry::without_key(COPY_LINES, "command-copy-lines"),
    Entry::without_key(COPY_REPORT, "command-copy-report"),
    Entry::new(BOLD, "command-bold", Chord::primary(Key::Letter('B'))),
    Entry::new(ITALIC, "command-italic", Chord::primary(Key::Letter('I'))),
    Entry::new(Command::Edit(Edit::Move(Way::Up)), "command-move-up", Chord::alt_shift(Key::Up))
        .on_mac(mac_shift(Key::Up)),
    Entry::new(Command::Edit(Edit::Move(Way::Down)), "command-move-down", Chord::alt_shift(Key::Down))
        .on_mac(mac_shift(Key::Down)),
    Entry::new(Command::Edit(Edit::Duplicate), "command-duplicate", Chord::primary_shift(Key::Letter('D'))),
    Entry::new(Command::Edit(Edit::Delete), "command-delete-line", Chord::primary_shift(Key::Letter('K'))),
    Entry::without_key(Command::Edit(Edit::Indent { deeper: true }), "command-indent"),
    Entry::without_key(Command::Edit(Edit::Indent { deeper: false }), "command-outdent"),
    Entry::new(Command::OpenLineMenu, "command-line-menu", Chord::alt(Key::Enter)),
    Entry::new(Command::OpenFind { replaces: false }, "command-find", Chord::primary(Key::Letter('F'))),
    Entry::new(Command::OpenFind { replaces: true }, "command-replace", Chord::primary(Key::Letter('H')))
        .on_mac(mac(Key::Letter('F'))),
    Entry::without_key(Command::ToggleTimes, "command-times"),
    Entry::without_key(Command::EmptyDay, "command-empty-day"),
    Entry::without_key(Command::InsertSession, "command-insert-session"),
    Entry::without_key(Command::OpenHistory, "command-history"),
    Entry::without_key(Command::TrashSession, "command-trash-session"),
    Entry::without_key(Command::TrashDay, "command-trash-day"),
    Entry::without_key(Command::OpenTrash, "command-trash"),
    Entry::without_key(Command::UndoOperation, "command-undo"),
    Entry::without_key(Command::RedoOperation, "command-redo"),
    Entry::without_key(Command::OpenWhereabouts, "command-whereabouts"),
    Entry::without_key(Command::BackUpToDocuments, "command-backups-documents"),
    Entry::without_key(Command::BackUpBesideNotes, "command-backups-beside"),
    Entry::without_key(Command::OpenErase, "command-erase-day"),
    Entry::new(Command::OpenFooter, "command-footer", Chord::primary_shift(Key::Letter('H'))),
    Entry::without_key(Command::MakeList(PointListKind::Plain), "command-make-plain-list"),
    Entry::without_key(Command::MakeList(PointListKind::Discussion), "command-make-discussion-list"),
    Entry::without_key(Command::MakeList(PointListKind::Trends), "command-make-trend-list"),
    Entry::new(Command::OpenMove, "command-move-lines", Chord::primary_shift(Key::Letter('M'))),
    Entry::without_key(Command::OpenTimeOfCaret, "command-line-time"),
    Entry::without_key(Command::TogglePrivateSession, "command-private-session"),
    Entry::new(Command::PastePlain, "command-paste-plain", Chord::primary_shift(Key::Letter('V'))),
    Entry::new(Command::OpenFinder, "command-go-to", Chord::primary(Key::Letter('K'))),
    Entry::new(Command::GoToNow, "command-now", Chord::primary(Key::Letter('J'))),
    Entry::new(Command::GoBack, "command-back", Chord::alt(Key::Left)).on_mac(mac(Key::Left)),
    Entry::new(Command::GoForward, "command-forward", Chord::alt(Key::Right)).on_mac(mac(Key::Right)),
    Entry::new(Command::NextPane, "command-next-pane", Chord::alone(Key::Function(6))),
    Entry::new(Command::PreviousPane, "command-previous-pane", Chord::shift(Key::Function(6))),
    Entry::new(Command::ToggleNoteOnly, "command-note-only", Chord::alone(Key::Function(9))),
    Entry::new(Command::OpenHelp, "command-help", Chord::alone(Key::Function(1))),
    Entry::new(Command::OpenSettings, "command-settings", Chord::primary(Key::Comma)),
    Entry::new(Command::ToggleStarOfSession, "command-star-session", Chord::primary(Key::Letter('D'))),
    Entry::new(Command::FindSession, "command-find-session", Chord::primary(Key::Letter('L'))),
    Entry::new(Command::ShowView(View::Day), "view-day", Chord::alt(Key::Digit(1)))
        .on_mac(mac(Key::Digit(1))),
    Entry::new(Command::ShowView(View::Trends), "view-trends", Chord::alt(Key::Digit(2)))
        .on_mac(mac(Key::Digit(2))),
    Entry::new(Command::ShowView(View::Overview), "view-overview", Chord::alt(Key::Digit(3)))
        .on_mac(mac(Key::Digit(3))),
    Entry::new(Command::ShowView(View::People), "view-people", Chord::alt(Key::Digit(4)))
        .on_mac(mac(Key::Digit(4))),
    Entry::new(Command::ShowView(View::Days), "view-days", Chord::alt(Key::Digit(5)))
        .on_mac(mac(Key::Digit(5))),
    Entry::new(Command::ShowView(View::Search), "view-search", Chord::primary_shift(Key::Letter('F'))),
    Entry::new(Command::OpenWords, "command-words", Chord::alone(Key::Function(4))),
    Entry::without_key(Command::ShowView(View::Unfinished), "view-unfinished"),
    Entry::without_key(Command::ShowView(View::Reading(None)), "view-reading"),
    Entry::new(Command::WalkStep(Way::Down), "command-walk-next", Chord::alone(Key::Function(8))),
    Entry::new(Command::WalkStep(Way::Up), "command-walk-before", Chord::shift(Key::Function(8))),
    Entry::without_key(Command::OpenUpdateFile, "command-update"),
    Entry::without_key(Command::OpenParticipants, "command-participants"),
    Entry::without_key(Command::MoveSession(Way::Up), "command-session-up"),
    Entry::without_key(Command::MoveSession(Way::Down), "command-session-down"),
    Entry::new(Command::OpenSessionForm, "command-session-form", Chord::alone(Key::Function(2))),
    Entry::without_key(Command::OpenJoin { as_second: false }, "command-join"),
    Entry::without_key(Command::OpenJoin { as_second: true }, "command-tie"),
];

/// The table's row for a command.
#[must_use]
pub fn entry(command: &Command) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.command == *command)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_chord_on_any_platform() {
        for platform in [Platform::Pc, Platform::Mac] {
            let mut seen: HashMap<Chord, &Command> = HashMap::new();
            for entry in TABLE {
                let Some(chord) = entry.chord_on(platform) else { continue };
                if let Some(other) = seen.insert(chord, &entry.command) {
                    panic!("{} is both {other:?} and {:?}", chord.label(platform), entry.command);
                }
            }
            assert!(seen.len() > 10, "the table was read");
        }
    }
}
