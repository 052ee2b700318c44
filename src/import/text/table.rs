//! Programmes in tables of text: rows divided by bars or tabs, with or without a row of headings.
//!
//! Two shapes: a column per property, or a column per room with the times down the side. Tables of files have their
//! own readers.

use super::days::{self, Heading};
use super::items::{self, Item};
use super::lines::{Line, Mark};
use super::slots::{self, Slot};
use super::{parallel, rooms, speakers, words};
use crate::domain::day::SessionKind;
use crate::import::times::{self, Span};

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
enum Column {
    Time,
    End,
    Title,
    Speaker,
    Room,
    /// Nothing that a session has.
    Other,
    /// The sessions of one room or track.
    Place(String),
}

/// A row that became sessions.
pub(super) struct Row {
    /// The session.
    pub(super) item: Item,
    /// When.
    pub(super) span: Option<Span>,
    /// Which of the days.
    pub(super) day: usize,
}

/// The words that head columns.
const TIMES: &str = "time times tijd tijden tijdstip zeit zeiten uhrzeit heure heures horaire horaires when wanneer wann start begin beginn van from début aanvang zeitraum hour uur uhr tijdslot slot";
const ENDS: &str = "end ends einde eind tot ende bis fin until";
const TITLES: &str = "title titel titre onderwerp activiteit activity programma programme programm onderdeel session sessie thema theme topic item agendapunt inhalt programmpunkt sujet intitulé event what wat was \
    presentation presentatie vortrag lezing talk beschreibung omschrijving description activité contenu subject agenda thème tagesordnungspunkt";
const SPEAKERS: &str = "speaker speakers spreker sprekers door referent referenten referentin wie who intervenant intervenants presenter presenters lead vortragende name naam sprecher docent orateur orateurs moderator host by \
    inleider verantwoordelijke responsible leitung speaker(s) spreker(s) intervenant(s) mit par";
const ROOMS: &str =
    "room rooms zaal locatie raum ort salle lieu where waar location place plaats ruimte venue saal wo où";
const OTHERS: &str = "nr no # duur duration dauer durée min minuten minutes notes opmerkingen opmerking bijzonderheden remarks bemerkung track type";

/// The sessions of the table in `lines`, and their days.
pub(super) fn find(lines: &[Line<'_>], page_width: usize) -> Option<(Vec<Row>, Vec<Heading>)> {
    let rows: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| is_row(line)).map(|(index, _)| index).collect();
    let timed = rows.iter().filter(|row| lines.get(**row).is_some_and(has_time)).count();
    let headed = rows.iter().any(|row| lines.get(*row).is_some_and(|line| heads(line).is_some()));
    let barred = rows.iter().filter(|row| lines.get(**row).is_some_and(|line| line.barred)).count();
    // Without a row of headings, tabs alone make a table only where the time is not what a row starts with.
    let inner = rows
        .iter()
        .filter(|row| lines.get(**row).is_some_and(|line| has_time(line) && !starts_with_time(line)))
        .count();
    if timed < 2 || rows.len() < 3 || (!headed && inner < 3 && barred * 2 < rows.len()) {
        return None;
    }
    // Outside the rows there must be no programme of its own.
    let other = lines
        .iter()
        .filter(|line| !is_row(line) && times::leading(&line.text).is_some_and(|span| !span.digits_only))
        .count();
    if other > timed {
        return None;
    }
    Some(read(lines, headed, page_width))
}

fn read(lines: &[Line<'_>], headed: bool, page_width: usize) -> (Vec<Row>, Vec<Heading>) {
    let mut found = Vec::new();
    let mut all_days = vec![Heading::default()];
    let mut columns: Vec<Column> = Vec::new();
    let mut day_used = false;
    let mut begun = false;
    let rows = || lines.iter().filter(|line| is_row(line));
    let has_outer_bars = rows().filter(|line| starts_with_bar(line)).count() * 2 >= rows().count();
    for (index, line) in lines.iter().enumerate() {
        if line.is_blank() || is_ruler(line) {
            continue;
        }
        let glued = !is_row(line) && begun && times::leading(&line.text).is_some();
        if let Some(heading) = days::heading(line).filter(|_| times::leading(&line.text).is_none()) {
            day_used &= !slots::new_day(&mut all_days, heading, day_used);
            continue;
        }
        if !is_row(line) && !glued {
            take_people(line, found.last_mut());
            continue;
        }
        let has_titles = columns.contains(&Column::Title);
        // Below columns with names, a row without a time is no row of headings because it names a room.
        let is_named = line.cells.first().is_some_and(|cell| !cell.is_empty());
        if let Some(heads) =
            heads(line).filter(|heads| !has_titles || is_named || heads.contains(&Column::Title))
        {
            columns = heads;
            begun = true;
            continue;
        }
        if !begun && (headed || !has_time(line)) || is_frame(line) {
            continue;
        }
        begun = true;
        let day = all_days.len() - 1;
        let before = found.last().filter(|row: &&Row| row.day == day).and_then(|row| row.span);
        // A cell without a time stands below the one that it shares.
        let is_below =
            line.cells.first().is_some_and(String::is_empty) || !has_outer_bars && starts_with_bar(line);
        let has_times = columns.contains(&Column::Time) || columns.is_empty() && is_below;
        let above = before.filter(|_| has_times);
        let rows = if columns.iter().any(|column| matches!(column, Column::Place(_))) {
            grid_row(lines, index, &columns, page_width)
        } else {
            list_row(lines, index, &columns, above, page_width)
        };
        day_used |= !rows.is_empty();
        found.extend(rows.into_iter().map(|(item, span)| Row { item, span: span.or(above), day }));
    }
    (found, all_days)
}

/// Whether a row says when or where the day is: "Tijd | 13.00 - 17.30 uur".
fn is_frame(line: &Line<'_>) -> bool {
    let [label, _] = line.cells.as_slice() else { return false };
    !label.is_empty() && (words::is_frame_label(label) || rooms::is_label(label))
}

/// The people on a line of their own below a row belong to it.
fn take_people(line: &Line<'_>, row: Option<&mut Row>) {
    let Some(row) = row else { return };
    let near = row.item.lines.end() + 1 == line.number;
    let people =
        speakers::of_labelled_line(&line.text).or_else(|| speakers::of_plain_line(&line.text, false));
    if let Some(people) = people.filter(|people| near && !people.is_empty()) {
        row.item.facts.speakers.extend(people);
        row.item.lines = *row.item.lines.start()..=line.number;
    }
}

/// Whether a bar stands before the first cell: in a table without outer bars, that cell is empty.
fn starts_with_bar(line: &Line<'_>) -> bool {
    line.raw.trim_start().starts_with(['|', '│'])
}

fn is_row(line: &Line<'_>) -> bool {
    line.cells.len() >= 2
        && line.mark != Mark::Heading
        && (line.barred || line.cells.iter().filter(|cell| !cell.is_empty()).count() >= 2)
}

fn is_ruler(line: &Line<'_>) -> bool {
    line.text.chars().all(|c| matches!(c, '|' | '-' | '+' | '=' | ':' | ' ' | '│' | '─' | '┼'))
}

fn has_time(line: &Line<'_>) -> bool {
    starts_with_time(line)
        || line
            .cells
            .iter()
            .skip(1)
            .take(2)
            .any(|cell| times::whole(cell).is_some_and(|span| !span.digits_only))
}

fn starts_with_time(line: &Line<'_>) -> bool {
    line.cells.first().is_some_and(|cell| times::leading(cell).is_some())
}

/// The columns that a row of headings names.
fn heads(line: &Line<'_>) -> Option<Vec<Column>> {
    if !is_row(line) || has_time(line) {
        return None;
    }
    let is_in = |words: &str, cell: &str| {
        // "Track A" and "Room B" name a place, "Track" and "Room" a column.
        let lettered = cell
            .split_whitespace()
            .next_back()
            .is_some_and(|word| word.chars().count() == 1 && cell.contains(' '));
        if lettered {
            return false;
        }
        let cell = cell.to_lowercase();
        let first = cell.split([' ', '/', '(']).next().unwrap_or_default();
        words
            .split_ascii_whitespace()
            .any(|word| word == cell || (word == first && cell.split_whitespace().count() <= 3))
    };
    let known = |cell: &String| {
        [
            (TIMES, Column::Time),
            (ENDS, Column::End),
            (TITLES, Column::Title),
            (SPEAKERS, Column::Speaker),
            (ROOMS, Column::Room),
            (OTHERS, Column::Other),
        ]
        .into_iter()
        .find(|(words, _)| is_in(words, cell))
        .map(|(_, column)| column)
    };
    // A numbered room is a place, whatever the word: "Zaal 1 | Zaal 2".
    let mut columns: Vec<Option<Column>> = line
        .cells
        .iter()
        .map(|cell| if cell.chars().any(|c| c.is_ascii_digit()) { None } else { known(cell) })
        .collect();
    let first_is_time =
        columns.first() == Some(&Some(Column::Time)) || line.cells.first().is_some_and(String::is_empty);
    let has_title = columns.iter().flatten().any(|column| *column == Column::Title);
    let recognised = columns.iter().flatten().count();
    if !(first_is_time
        && line.cells.len() >= 2
        && (recognised >= 2
            || line.cells.len() >= 3
                && !has_title
                && recognised + line.cells.iter().filter(|cell| cell.is_empty()).count() >= 1))
        && !(has_title && recognised >= 2)
    {
        return None;
    }
    if line.cells.iter().all(|cell| cell.split_whitespace().count() > 6) {
        return None;
    }
    if let Some(first) = columns.first_mut().filter(|first| first.is_none()) {
        *first = Some(if has_title { Column::Other } else { Column::Time });
    }
    let place = |(column, cell): (Option<Column>, &String)| match column {
        Some(column) => column,
        None if has_title || cell.is_empty() => Column::Other,
        None => Column::Place(cell.clone()),
    };
    Some(columns.into_iter().zip(&line.cells).map(place).collect())
}

/// A row of a table with a column per property, below a row at the time `above`.
fn list_row(
    lines: &[Line<'_>],
    index: usize,
    columns: &[Column],
    above: Option<Span>,
    page_width: usize,
) -> Vec<(Item, Option<Span>)> {
    let Some(line) = lines.get(index) else { return Vec::new() };
    let cells = if line.cells.is_empty() { vec![line.text.clone()] } else { line.cells.clone() };
    let mut span: Option<Span> = None;
    let mut title = Vec::new();
    let mut more: Vec<(bool, String)> = Vec::new();
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let column = columns.get(place).unwrap_or(if place == 0 || columns.is_empty() {
            &Column::Time
        } else {
            &Column::Other
        });
        match (
            column,
            times::leading(cell)
                .filter(|found| span.is_none() && place == 0 || times::whole(cell) == Some(*found)),
        ) {
            (Column::End, Some(found)) => {
                span = span.map(|span| Span { end: found.start.or(span.end), ..span }).or(Some(found));
            }
            (Column::Time | Column::Other, Some(found)) if span.is_none() => {
                span = Some(found);
                let rest = speakers::tidy(cell.get(found.length..).unwrap_or_default());
                if !rest.is_empty() {
                    title.push(rest.to_owned());
                }
            }
            (Column::Speaker, _) => more.push((true, cell.clone())),
            (Column::Room, _) => more.push((false, cell.clone())),
            (Column::Other, _) if !columns.is_empty() => {}
            _ if title.is_empty() => title.push(cell.clone()),
            _ => title.push(cell.clone()),
        }
    }
    if title.is_empty() {
        return Vec::new();
    }
    let title = title.join("\t");
    let label = above.filter(|_| span.is_none()).and_then(|_| label(&title, columns));
    let (label, title) = label.map_or((None, title), |(label, title)| (Some(label), title));
    let slot = Slot { span, title, lines: vec![index], day: 0 };
    let mut items = items::read(lines, &slot, page_width);
    if let Some(item) = items.first_mut() {
        if label.is_some() && item.facts.kind == SessionKind::Talk {
            item.facts.kind = SessionKind::Workshop;
        }
        item.facts.parallel = label;
        for (is_people, cell) in more {
            if is_people {
                let people = crate::import::names::people(&cell);
                item.facts.speakers.extend(people);
            } else {
                item.facts.room = Some(cell);
            }
        }
    }
    items.into_iter().map(|item| (item, span)).collect()
}

/// The letter or number of a row that shares its time, and its title. Where people have a column of their own, "A. Camera's"
/// is not somebody.
fn label(title: &str, columns: &[Column]) -> Option<(String, String)> {
    let lettered = parallel::lettered(title).filter(|_| columns.contains(&Column::Speaker));
    lettered.or_else(|| parallel::numbered(title)).or_else(|| parallel::of_text(title))
}

/// A row of a table with a column per room: a session per filled cell, one for the whole row when they are all alike.
fn grid_row(
    lines: &[Line<'_>],
    index: usize,
    columns: &[Column],
    page_width: usize,
) -> Vec<(Item, Option<Span>)> {
    let Some(line) = lines.get(index) else { return Vec::new() };
    let span = line.cells.first().and_then(|cell| times::leading(cell));
    let filled: Vec<(usize, &String)> = line
        .cells
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, cell)| !cell.is_empty() && cell.as_str() != "-")
        .collect();
    let alike = filled.len() > 1
        && filled.iter().all(|(_, cell)| filled.first().is_some_and(|(_, first)| first == cell));
    let take = if alike { 1 } else { filled.len() };
    let mut rows = Vec::new();
    for (place, cell) in filled.into_iter().take(take) {
        let slot = Slot { span, title: cell.clone(), lines: vec![index], day: 0 };
        for mut item in items::read(lines, &slot, page_width) {
            if let Some(Column::Place(name)) = columns.get(place).filter(|_| !alike) {
                if rooms::is_room(name) || item.facts.room.is_some() {
                    item.facts.room = item.facts.room.or_else(|| Some(name.clone()));
                } else {
                    item.facts.track = Some(name.clone());
                    item.facts.room = Some(name.clone());
                }
            }
            rows.push((item, span));
        }
    }
    rows
}
