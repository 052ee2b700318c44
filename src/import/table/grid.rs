//! A table with times down and rooms across: each cell is a session.

use std::collections::HashSet;

use super::cells::{Row, Table};
use super::list::{MOST_SESSIONS, one_line};
use super::people::{self, Told};
use super::roles::{Role, roles_of};
use super::settle::Draft;
use super::shape::{self, Columns};
use super::values::{self, DayMark, Moment, Numbers, When, filled};
use crate::domain::day::SessionFacts;
use crate::domain::programme::{LeftOut, Reason};
use crate::import::{kind, names, times};

/// How many rows above the first time may hold the names of the rooms.
const HEADER_ROWS: usize = 3;

/// What stands above a column of sessions.
#[derive(Clone, Debug, Default)]
struct Place {
    column: usize,
    room: Option<String>,
    track: Option<String>,
    parallel: Option<String>,
    day: Option<DayMark>,
}

/// A grid that was recognised.
#[derive(Debug)]
pub(super) struct Grid {
    columns: Columns,
    /// The row with the names of the rooms, or the first with a time.
    top: usize,
    first: usize,
    places: Vec<Place>,
}

/// Recognises a grid: a column of times with at least two columns of texts beside it that are of one sort.
pub(super) fn find(table: &Table) -> Option<Grid> {
    let mut columns = Columns::default();
    shape::find_times(table, &mut columns);
    let time = columns.first(Role::Time)?;
    let first = table.rows.iter().position(|row| values::is_time(row.text(time)))?;
    let texts: Vec<usize> = shape::text_columns(table, &columns).filter(|column| *column > time).collect();
    let header = (first.saturating_sub(HEADER_ROWS)..first).rev().find(|index| {
        table
            .rows
            .get(*index)
            .is_some_and(|row| texts.iter().filter(|column| !row.text(**column).is_empty()).count() >= 2)
    });
    // A room in which hardly anything happens has a name all the same.
    let named = |column: &usize| {
        header.and_then(|index| table.rows.get(index)).is_some_and(|row| !row.text(*column).is_empty())
    };
    let mut across: Vec<usize> = (time + 1..table.width())
        .filter(|column| !columns.all(Role::End).contains(column))
        .filter(|column| {
            texts.contains(column) || (named(column) && table.column(*column, first).next().is_some())
        })
        .collect();
    across.sort_unstable();
    if across.len() < 2 || !is_of_one_sort(table, header, first, &across) {
        return None;
    }
    let names = header.and_then(|index| table.rows.get(index));
    let places =
        across.into_iter().map(|column| place(column, names.map_or("", |row| row.text(column)))).collect();
    Some(Grid { columns, top: header.unwrap_or(first), first, places })
}

/// Whether the columns hold the same sort of thing, rooms or days side by side, rather than titles, speakers and rooms.
fn is_of_one_sort(table: &Table, header: Option<usize>, first: usize, across: &[usize]) -> bool {
    if let Some(row) = header.and_then(|index| table.rows.get(index)) {
        let names: Vec<&str> = across.iter().map(|column| row.text(*column)).collect();
        let meanings: Vec<Role> =
            names.iter().filter_map(|name| roles_of(name).first().map(|found| found.role)).collect();
        let are_places = meanings.iter().all(|role| matches!(role, Role::Room | Role::Track | Role::Title));
        let sorts: HashSet<&Role> = meanings.iter().collect();
        let is_numbered = sorts.len() <= 1 && (meanings.len() == names.len() || meanings.is_empty());
        let has_title_alone = meanings.iter().filter(|role| **role == Role::Title).count() == 1;
        return are_places && !has_title_alone && (is_numbered || !sorts.contains(&Role::Title));
    }
    let dashed = across.iter().filter(|column| people::go_by_dash(table.column(**column, first))).count();
    if dashed >= 2 {
        return true;
    }
    // Without names above them: as long as each other, hardly anything twice, and no names of people or rooms.
    let looks = |column: &usize| {
        let texts: Vec<&str> = table.column(*column, first).collect();
        let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
        let people = texts.iter().filter(|text| names::is_surely_name(text)).count();
        let distinct: HashSet<&&str> = texts.iter().collect();
        (
            texts.len(),
            letters / texts.len().max(1),
            people * 3 > texts.len() || distinct.len() * 2 < texts.len(),
        )
    };
    let all: Vec<(usize, usize, bool)> = across.iter().map(looks).collect();
    let longest = all.iter().map(|(_, letters, _)| *letters).max().unwrap_or(0);
    let shortest = all.iter().map(|(_, letters, _)| *letters).min().unwrap_or(0);
    shortest >= 8 && longest <= shortest * 2 && all.iter().all(|(count, _, other)| *count >= 2 && !other)
}

fn place(column: usize, name: &str) -> Place {
    let name = one_line(name);
    let mut place = Place { column, ..Place::default() };
    if name.is_empty() {
        return place;
    }
    if let Some(day) = values::day_in_heading(&name) {
        place.day = Some(day);
        return place;
    }
    match roles_of(&name).first().map(|found| found.role) {
        Some(Role::Track) => place.track = Some(name),
        Some(Role::Title) => place.parallel = name.split_whitespace().last().map(str::to_owned),
        _ => place.room = Some(name),
    }
    place
}

impl Grid {
    /// The row at which the grid begins: what stands above it is not part of it.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// Whether the columns are days, each with its own list below it.
    fn is_of_days(&self) -> bool {
        self.places.iter().all(|place| place.day.is_some())
    }

    /// The sessions of the grid, and the rows that are none.
    pub(super) fn read(mut self, table: &Table) -> (Vec<Draft>, Vec<LeftOut>) {
        let columns: Vec<usize> = self.places.iter().map(|place| place.column).collect();
        let texts = || columns.iter().flat_map(|column| table.column(*column, self.first));
        let by_dash = people::go_by_dash(texts());
        let mut drafts = Vec::new();
        let mut left_out = Vec::new();
        let mut section = table.rows.iter().take(self.first).rev().find_map(heading);
        let mut last = When::default();
        for (index, row) in table.rows.iter().enumerate().skip(self.first) {
            if drafts.len() >= MOST_SESSIONS {
                left_out.push(LeftOut { line: row.line, text: row.line_of_text(), reason: Reason::TooMany });
                break;
            }
            let when = self.when(table, index);
            let has_time = when.start.is_some() || when.end.is_some();
            if !has_time {
                if let Some(day) = heading(row) {
                    section = Some(day);
                    last.day = None;
                    continue;
                }
                if self.names_again(row) {
                    continue;
                }
                if adds_speakers(row, &self.places, &mut drafts) {
                    continue;
                }
            }
            last = When { day: when.day.or(last.day), ..when };
            let when = When { day: last.day.or(section), ..when };
            let before = drafts.len();
            self.cells(table, index, &when, by_dash, &mut drafts);
            let is_below_a_merged_cell = columns.iter().any(|column| row.is_covered(*column));
            if drafts.len() == before && !is_below_a_merged_cell && row.filled().count() > 1 {
                left_out.push(LeftOut { line: row.line, text: row.line_of_text(), reason: Reason::NoTitle });
            }
        }
        (drafts, left_out)
    }

    fn when(&self, table: &Table, index: usize) -> When {
        let read = |role: Role| {
            let column = self.columns.first(role)?;
            let text = match table.above(index, column) {
                Some((_, text)) => text,
                None => table.rows.get(index)?.text(column),
            };
            values::when(text, Numbers::Times)
        };
        let time = read(Role::Time).unwrap_or_default();
        let end = read(Role::End).and_then(|end| end.start).or(time.end);
        let day = read(Role::Date).and_then(|date| date.day).or(time.day);
        When { day, start: time.start, end }
    }

    /// Takes over the names of the rooms where they are said again: a row with "Zeit" or nothing where a time should be.
    fn names_again(&mut self, row: &Row) -> bool {
        let time = self.columns.first(Role::Time).unwrap_or_default();
        let says_time =
            roles_of(row.text(time)).iter().any(|found| matches!(found.role, Role::Time | Role::Start));
        let same = self.places.iter().filter(|place| {
            let text = one_line(row.text(place.column));
            !text.is_empty() && (place.room.as_ref() == Some(&text) || place.track.as_ref() == Some(&text))
        });
        if !says_time && same.count() < 2 {
            return false;
        }
        for known in &mut self.places {
            let name = row.text(known.column);
            if !name.is_empty() {
                *known = place(known.column, name);
            }
        }
        true
    }

    /// The sessions of one row.
    fn cells(&self, table: &Table, index: usize, when: &When, by_dash: bool, drafts: &mut Vec<Draft>) {
        let Some(row) = table.rows.get(index) else {
            return;
        };
        let mut told: Vec<(String, usize)> = Vec::new();
        for place in &self.places {
            let Some(text) =
                row.cells.get(place.column).filter(|cell| !cell.covered).and_then(|cell| filled(&cell.text))
            else {
                continue;
            };
            // The same words in several rooms are one session for everybody.
            if let Some((_, draft)) =
                told.iter().find(|(same, _)| same == text).filter(|_| place.day.is_none())
            {
                if let Some(draft) = drafts.get_mut(*draft) {
                    draft.facts.room = None;
                    draft.facts.track = None;
                    draft.facts.parallel = None;
                }
                continue;
            }
            told.push((text.to_owned(), drafts.len()));
            drafts.push(self.session(table, index, place, when, by_dash, text));
        }
        // What is alone on its row and a pause or the like is nowhere in particular.
        if let [(_, draft)] = told.as_slice()
            && !self.is_of_days()
            && let Some(draft) = drafts.get_mut(*draft)
            && values::is_pause(&draft.facts.title)
        {
            draft.facts.room = None;
            draft.facts.track = None;
            draft.facts.parallel = None;
        }
    }

    fn session(
        &self,
        table: &Table,
        index: usize,
        place: &Place,
        when: &When,
        by_dash: bool,
        text: &str,
    ) -> Draft {
        let cell = table.rows.get(index).and_then(|row| row.cells.get(place.column));
        let (across, down) = cell.map_or((1, 1), |cell| (cell.across, cell.down));
        let (own, text) = own_time(text);
        let Told { title, speakers, summary } = people::beside_title(text, by_dash);
        let end = own.and_then(|(_, end)| end);
        let end = if own.is_some() { end } else { self.end(table, index, down).or(when.end) };
        let start = own.map_or(when.start, |(start, _)| Some(start));
        let is_wide = across > 1 && !self.is_of_days();
        let mut facts = SessionFacts {
            kind: kind::guess(&title),
            title: one_line(&title),
            speakers,
            summary,
            room: place.room.clone(),
            track: place.track.clone(),
            parallel: place.parallel.clone(),
            ..SessionFacts::default()
        };
        if is_wide {
            facts.room = self.rooms(place.column, across);
            facts.track = None;
            facts.parallel = None;
        }
        Draft { day: place.day.or(when.day), start, end, minutes: None, facts }
    }

    /// The rooms under a merged cell; none where it spans them all.
    fn rooms(&self, column: usize, across: usize) -> Option<String> {
        let under: Vec<&str> = self
            .places
            .iter()
            .filter(|place| (column..column + across).contains(&place.column))
            .filter_map(|place| place.room.as_deref())
            .collect();
        (!under.is_empty() && under.len() < self.places.len()).then(|| under.join(" + "))
    }

    /// Where a cell is merged downwards: the end of the last row it takes, or the start of the row below it.
    fn end(&self, table: &Table, index: usize, down: usize) -> Option<Moment> {
        if down < 2 {
            return None;
        }
        let last = self.when(table, index + down - 1);
        last.end.or_else(|| self.when(table, index + down).start)
    }
}

/// The day that a row names and nothing else.
fn heading(row: &Row) -> Option<DayMark> {
    let mut filled = row.filled();
    let (column, None) = (filled.next()?, filled.next()) else {
        return None;
    };
    values::day_in_heading(row.text(column))
}

/// Takes a row without a time that only holds names: the speakers of the sessions above.
fn adds_speakers(row: &Row, places: &[Place], drafts: &mut [Draft]) -> bool {
    let texts: Vec<(&Place, &str)> =
        places.iter().filter_map(|place| filled(row.text(place.column)).map(|text| (place, text))).collect();
    let all_names = texts.iter().all(|(_, text)| {
        names::is_surely_name(text.split([',', '(', '\n']).next().unwrap_or_default().trim())
    });
    if texts.is_empty() || !all_names {
        return false;
    }
    let mut taken = false;
    for (place, text) in texts {
        let above = drafts.iter_mut().rev().take(places.len()).find(|draft| {
            draft.facts.room == place.room
                && draft.facts.track == place.track
                && draft.facts.parallel == place.parallel
        });
        if let Some(draft) = above {
            draft.facts.speakers.extend(people::in_cell(text, false));
            taken = true;
        }
    }
    taken
}

/// A time that a cell starts with, for sessions that do not keep to the rows, and the rest of the cell.
fn own_time(text: &str) -> (Option<(Moment, Option<Moment>)>, &str) {
    let found = times::leading(text).filter(|span| !span.digits_only).and_then(|span| {
        let written = text.get(..span.length)?;
        let rest = text.get(span.length..)?.trim_start_matches(|letter: char| {
            letter.is_whitespace() || matches!(letter, ':' | '-' | '–' | '—' | '|' | ',' | '.')
        });
        let when = values::when(written, Numbers::Nothing)?;
        rest.contains(char::is_alphabetic).then_some(((when.start?, when.end), rest))
    });
    match found {
        Some((times, rest)) => (Some(times), rest),
        None => (None, text),
    }
}
