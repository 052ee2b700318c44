//! Example notes for the built-in day: what a visitor might have typed. Invented, but for the figures.
//!
//! The file with the notes has a heading `== N` per session, N being its position, with the lines of its note below. What
//! was noted beside them is in a file of its own.

use serde::Deserialize;

use crate::domain::sheet::Sheet;

const SHEETS: &str = include_str!("../../assets/days/demo-sheets.json");
const NOTES: &str = include_str!("../../assets/days/demo-notes.txt");

/// The example note of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoNote {
    /// The place of the session in the built-in day, from 1.
    pub position: u32,
    /// The lines, without blank ones at the start and the end.
    pub lines: Vec<&'static str>,
}

/// What was noted beside the note of one session.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoSheet {
    /// The place of the session in the built-in day, from 1.
    pub position: u32,
    /// What its sheet holds.
    pub sheet: Sheet,
}

/// The example sheets, in the order of the programme.
#[must_use]
pub fn sheets() -> Vec<DemoSheet> {
    // That the file can be read is tested.
    serde_json::from_str(SHEETS).unwrap_or_default()
}

/// The example notes, in the order of the programme.
#[must_use]
pub fn notes() -> Vec<DemoNote> {
    read(NOTES)
}

fn read(text: &'static str) -> Vec<DemoNote> {
    let mut notes: Vec<DemoNote> = Vec::new();
    for line in text.lines() {
        if let Some(position) = heading(line) {
            notes.push(DemoNote { position, lines: Vec::new() });
        } else if let Some(note) = notes.last_mut()
            && !(note.lines.is_empty() && is_blank(line))
        {
            note.lines.push(line);
        }
    }
    for note in &mut notes {
        while note.lines.pop_if(|line| is_blank(line)).is_some() {}
    }
    notes
}

fn heading(line: &str) -> Option<u32> {
    line.strip_prefix("== ")?.trim().parse().ok()
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::line::{self, LineKind};
    use crate::domain::sheet::MOST_MAIN_POINTS;
    use crate::import;

    #[test]
    fn headings_part_the_notes_and_blank_lines_stay_inside_only() {
        let notes = read("== 2\n\neen\n\n  twee\n\n\n== 5\n== x\n");
        let expected = [
            DemoNote { position: 2, lines: vec!["een", "", "  twee"] },
            DemoNote { position: 5, lines: vec!["== x"] },
        ];
        assert_eq!(notes, expected);
    }

    #[test]
    fn every_note_belongs_to_a_session_of_the_built_in_day() {
        let sessions = import::built_in().expect("the built-in day").sessions.len();
        let positions: Vec<usize> = notes().iter().map(|note| note.position as usize).collect();
        assert!(positions.is_sorted_by(|one, next| one < next), "{positions:?}");
        assert!(positions.iter().all(|position| (1..=sessions).contains(position)), "{positions:?}");
    }

    #[test]
    fn every_mark_is_at_a_point_of_the_built_in_day() {
        let programme = import::built_in().expect("the built-in day");
        let sheets = sheets();
        assert!(sheets.len() >= 4, "the file was read");
        for DemoSheet { position, sheet } in sheets {
            let session = &programme.sessions[position as usize - 1];
            let mut settled = sheet.clone();
            settled.settle(&session.lists);
            assert_eq!(settled, sheet, "session {position}");
            assert_eq!(sheet, sheet.tidied(), "session {position}");
            assert!(sheet.main_points.len() <= MOST_MAIN_POINTS);
        }
    }

    #[test]
    fn the_notes_show_every_kind_and_every_mark() {
        let notes = notes();
        let lines: Vec<_> = notes.iter().flat_map(|note| &note.lines).map(|text| line::parse(text)).collect();
        for kind in LineKind::ALL {
            assert!(lines.iter().any(|line| line.kind == kind), "no {}", kind.name());
        }
        assert!(lines.iter().any(|line| line.starred));
        assert!(lines.iter().any(|line| line.done));
        assert!(lines.iter().filter(|line| line.private).count() >= 3);
    }
}
