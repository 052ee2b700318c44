//! Which sheets of a workbook are the programme: the best one, with the others of its sort.

use std::collections::HashSet;

use crate::domain::programme::{Programme, Warning, WarningKind};
use crate::import::table::{self, Reading};

/// The programme of these sheets; nothing where none holds one.
pub(super) fn programme(format: &'static str, readings: Vec<Reading>) -> Option<Programme> {
    let best = readings
        .iter()
        .enumerate()
        .max_by_key(|(index, reading)| (reading.score(), std::cmp::Reverse(*index)))?
        .0;
    let signature = readings.get(best)?.signature.clone();
    let titles = |reading: &Reading| -> HashSet<String> {
        reading.sessions.iter().map(|session| session.title.to_lowercase()).collect()
    };
    let of_best = titles(readings.get(best)?);
    let several = readings.len() > 1;
    let best_name = readings.get(best)?.name.clone();
    let mut taken = Vec::new();
    let mut others = 0;
    for (index, reading) in readings.into_iter().enumerate() {
        // A sheet with mostly the same titles is an older version or a selection.
        let same = titles(&reading).intersection(&of_best).count();
        let is_more = reading.signature == signature && same * 3 < reading.sessions.len().max(1);
        if index == best || is_more {
            taken.push(reading);
        } else {
            others += 1;
        }
    }
    if taken.len() > 1 {
        taken.iter_mut().for_each(name_by_sheet);
    }
    let mut programme = table::programme(format, taken, Vec::new());
    if several && others > 0 {
        programme.warnings.push(Warning::new(WarningKind::OneOfSeveral, best_name));
    }
    Some(programme)
}

/// Where the sheets are rooms or tracks, their names say so.
fn name_by_sheet(reading: &mut Reading) {
    let names_a_day = table::names_a_day(&reading.name);
    let has_rooms = reading.sessions.iter().any(|session| session.room.is_some());
    if names_a_day || has_rooms || reading.name.is_empty() {
        return;
    }
    for session in &mut reading.sessions {
        session.room = Some(reading.name.clone());
    }
}
