//! What each column of a table is for: by the words above it, checked against what stands in it, and by its content where
//! there are no words.

use std::collections::BTreeMap;

use super::cells::{Row, Table};
use super::roles::{Match, Role, roles_of};
use super::values::{self, Numbers};

/// How many rows from the top may be the header.
const DEEPEST_HEADER: usize = 40;

/// The columns of a table in which each row is a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The row of the header; nothing where the table has none.
    pub header: Option<usize>,
    /// The columns by their role, from the left.
    pub roles: BTreeMap<Role, Vec<usize>>,
    /// Columns of text whose header is not known. They only help out where a title is missing.
    pub unnamed: Vec<usize>,
    /// The lengths of time are in hours.
    pub in_hours: bool,
    /// A header names titles in so many words, for one column.
    pub has_sure_title: bool,
}

impl Columns {
    /// The first column with this role.
    pub fn first(&self, role: Role) -> Option<usize> {
        self.roles.get(&role)?.first().copied()
    }

    /// All columns with this role.
    pub fn all(&self, role: Role) -> &[usize] {
        self.roles.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The first row below the header.
    pub fn first_row(&self) -> usize {
        self.header.map_or(0, |header| header + 1)
    }

    fn give(&mut self, role: Role, column: usize) {
        let columns = self.roles.entry(role).or_default();
        columns.push(column);
        columns.sort_unstable();
    }

    fn take(&mut self, role: Role, column: usize) {
        if let Some(columns) = self.roles.get_mut(&role) {
            columns.retain(|kept| *kept != column);
            if columns.is_empty() {
                self.roles.remove(&role);
            }
        }
    }

    fn has(&self, column: usize) -> bool {
        self.roles.values().any(|columns| columns.contains(&column))
    }

    fn has_role(&self, role: Role) -> bool {
        self.roles.contains_key(&role)
    }
}

/// The columns by the words of a header, where the table has one that names titles.
pub(super) fn by_header(table: &Table) -> Option<Columns> {
    let (header, words) = header(table)?;
    let mut columns = assigned(&words);
    columns.header = Some(header);
    columns.in_hours = columns.first(Role::Duration).is_some_and(|column| {
        let text = table.rows.get(header).map_or("", |row| row.text(column)).to_lowercase();
        ["uur", "uren", "hour", "stund", "heure"].iter().any(|word| text.contains(word))
    });
    columns.has_sure_title = is_sure_of_titles(&words);
    believe_content(table, &mut columns);
    find_title(table, &words, &mut columns);
    let first = columns.first_row();
    columns.unnamed = (0..table.width())
        .filter(|column| !columns.has(*column) && words.get(*column).is_none_or(Vec::is_empty))
        .filter(|column| is_text(table, *column, first) && shares(table, *column, first) == (0.0, 0.0))
        .collect();
    (columns.has_role(Role::Title) || columns.has_role(Role::Speaker)).then_some(columns)
}

/// The columns by what stands in them, for a table with times and without a header.
pub(super) fn by_content(table: &Table) -> Option<Columns> {
    let mut columns = Columns::default();
    find_times(table, &mut columns);
    columns.first(Role::Time)?;
    let texts: Vec<usize> = text_columns(table, &columns).collect();
    for column in texts {
        let role =
            if !columns.has_role(Role::Title) && is_mostly_filled(table, column) && !repeats(table, column) {
                Role::Title
            } else if is_long(table, column) {
                Role::Summary
            } else if columns.has_role(Role::Room) || !looks_like_rooms(table, column) {
                Role::Speaker
            } else {
                Role::Room
            };
        columns.give(role, column);
    }
    if !columns.has_role(Role::Title) {
        let column = text_columns(table, &columns).next()?;
        columns.roles.retain(|_, kept| !kept.contains(&column));
        columns.give(Role::Title, column);
    }
    Some(columns)
}

/// The columns of times and days by what stands in them.
pub(super) fn find_times(table: &Table, columns: &mut Columns) {
    let first = columns.first_row();
    let mut found_time = None;
    for column in 0..table.width() {
        if columns.has(column) {
            continue;
        }
        let (times, days) = shares(table, column, first);
        if times >= 0.5 {
            match found_time {
                None => {
                    columns.give(Role::Time, column);
                    found_time = Some(column);
                }
                Some(start) if start + 1 == column && !columns.has_role(Role::End) => {
                    columns.give(Role::End, column);
                }
                Some(_) => {}
            }
        } else if days >= 0.5 && !columns.has_role(Role::Date) && found_time.is_none() {
            columns.give(Role::Date, column);
        }
    }
}

/// Whether one column is surely for titles: "Titel" is, "Naam" is not, and of "Workshop 1" and "Workshop 2" neither is.
fn is_sure_of_titles(words: &[Vec<Match>]) -> bool {
    let titles = words.iter().filter_map(|found| found.first()).filter(|found| found.role == Role::Title);
    let strengths: Vec<u8> = titles.map(|found| found.strength).collect();
    strengths.iter().any(|strength| *strength >= 4) || matches!(strengths.as_slice(), [only] if *only >= 2)
}

/// The row of the header, with what its cells may mean.
fn header(table: &Table) -> Option<(usize, Vec<Vec<Match>>)> {
    let mut best: Option<(usize, usize, Vec<Vec<Match>>)> = None;
    for (index, row) in table.rows.iter().take(DEEPEST_HEADER).enumerate() {
        let above = index.checked_sub(1).and_then(|above| table.rows.get(above));
        let words = words_of(row, above);
        let mut roles: Vec<Role> =
            words.iter().filter_map(|found| found.first()).map(|found| found.role).collect();
        roles.sort_unstable();
        roles.dedup();
        let known = words.iter().filter(|found| !found.is_empty()).count();
        let filled = row.filled().count();
        // Half of the cells known, or so many that the rest does not matter; and nothing in it that is a time.
        let fits = roles.len() >= 2 && (known * 2 >= filled || known >= 4);
        let has_value = row.filled().any(|column| {
            values::when(row.text(column), Numbers::Nothing).is_some_and(|when| when.start.is_some())
        });
        if fits && !has_value && best.as_ref().is_none_or(|(_, most, _)| roles.len() > *most) {
            best = Some((index, roles.len(), words));
        }
    }
    best.map(|(index, _, words)| (index, words))
}

/// What the cells of a row may mean as headers; a header over several columns counts for each of them.
fn words_of(row: &Row, above: Option<&Row>) -> Vec<Vec<Match>> {
    let mut words: Vec<Vec<Match>> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        if cell.covered {
            words.push(vec![Match { role: Role::Ignored, strength: 5 }]);
            continue;
        }
        let text = cell.text.trim();
        let group = above.map_or("", |above| group_above(above, column));
        let own = roles_of(text);
        let is_number = !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
        let found = if group.is_empty() || text.is_empty() || roles_of(group).is_empty() {
            own
        } else if is_number || own.is_empty() {
            roles_of(group)
        } else {
            roles_of(&format!("{group} {text}"))
        };
        words.push(found);
    }
    words
}

/// The header of a group of columns in the row above: only one that is merged over several.
fn group_above(above: &Row, column: usize) -> &str {
    let anchor = (0..=column).rev().find(|left| !above.is_covered(*left));
    let Some((anchor, cell)) = anchor.and_then(|anchor| Some((anchor, above.cells.get(anchor)?))) else {
        return "";
    };
    if cell.across > 1 && anchor + cell.across > column { cell.text.trim() } else { "" }
}

/// Gives every column its role, the surest first.
fn assigned(words: &[Vec<Match>]) -> Columns {
    let mut wishes: Vec<(usize, Match)> = words
        .iter()
        .enumerate()
        .flat_map(|(column, found)| found.iter().map(move |found| (column, *found)))
        .collect();
    wishes.sort_by_key(|(column, found)| (std::cmp::Reverse(found.strength), *column));
    let mut columns = Columns::default();
    for (column, Match { role, strength }) in wishes {
        let may_repeat = matches!(
            role,
            Role::Speaker | Role::Function | Role::Organisation | Role::Summary | Role::Ignored
        );
        // "Owner" and "name" are only of use where nothing else names who speaks.
        let is_vague = role == Role::Speaker
            && strength == 1
            && (columns.has_role(Role::Speaker)
                || columns.has_role(Role::FirstName)
                || columns.has_role(Role::LastName));
        if !columns.has(column) && !is_vague && (may_repeat || !columns.has_role(role)) {
            columns.give(role, column);
        }
    }
    columns
}

/// Drops the columns whose content is not what their header says, and finds times where no header names them.
fn believe_content(table: &Table, columns: &mut Columns) {
    let first = columns.first_row();
    for role in [Role::Start, Role::End, Role::Time, Role::Date, Role::Day, Role::Duration] {
        for column in columns.all(role).to_vec() {
            let share = share(table, column, first, |text| match role {
                Role::Duration => values::minutes(text, columns.in_hours).is_some(),
                Role::Date | Role::Day => {
                    values::when(text, Numbers::Nothing).is_some_and(|when| when.day.is_some())
                        || values::numbered_day(text).is_some()
                }
                _ => values::when(text, Numbers::Times).is_some(),
            });
            let counts =
                !matches!(role, Role::Duration | Role::Date | Role::Day) && counts_up(table, column, first);
            if share < 0.3 || counts {
                columns.take(role, column);
            }
        }
    }
    if let Some(column) = columns.first(Role::Id) {
        let mut ids: Vec<&str> = table.column(column, first).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() * 2 < all {
            columns.take(Role::Id, column);
        }
    }
    if columns.has_role(Role::Start) && columns.has_role(Role::Time) {
        let column = columns.first(Role::Time).unwrap_or_default();
        columns.take(Role::Time, column);
        columns.give(Role::Ignored, column);
    }
    let date_holds_times =
        columns.first(Role::Date).is_some_and(|column| shares(table, column, first).0 >= 0.5);
    if !columns.has_role(Role::Start) && !columns.has_role(Role::Time) && !date_holds_times {
        let had_date = columns.has_role(Role::Date) || columns.has_role(Role::Day);
        find_times(table, columns);
        if had_date && columns.all(Role::Date).len() > 1 {
            let extra: Vec<usize> = columns.all(Role::Date).iter().skip(1).copied().collect();
            for column in extra {
                columns.take(Role::Date, column);
            }
        }
    }
}

/// Whether a column numbers the slots of a day from 1, which are not hours.
fn counts_up(table: &Table, column: usize, first: usize) -> bool {
    let numbers: Option<Vec<u32>> = table
        .column(column, first)
        .map(|text| text.strip_suffix(".0").unwrap_or(text).parse().ok())
        .collect();
    numbers.is_some_and(|numbers| numbers.contains(&1) && numbers.iter().all(|number| *number <= 12))
}

/// Sees that some column holds the titles: a vague header will do when there is no better one.
fn find_title(table: &Table, words: &[Vec<Match>], columns: &mut Columns) {
    if columns.has_role(Role::Title) {
        return;
    }
    let first = columns.first_row();
    let vague = words.iter().position(|found| found.iter().any(|found| found.role == Role::Title));
    let other = vague.or_else(|| {
        let text = |column: &usize| !columns.has(*column) && is_text(table, *column, first);
        (0..table.width())
            .filter(text)
            .max_by_key(|column| (table.column(*column, first).count(), std::cmp::Reverse(*column)))
    });
    if let Some(column) = other {
        columns.roles.retain(|_, kept| {
            kept.retain(|kept| *kept != column);
            !kept.is_empty()
        });
        columns.give(Role::Title, column);
    }
}

/// How large a part of a column's texts is so.
fn share(table: &Table, column: usize, first: usize, is_so: impl Fn(&str) -> bool) -> f32 {
    let texts: Vec<&str> =
        table.column(column, first).filter(|text| values::filled(text).is_some()).take(300).collect();
    if texts.is_empty() {
        return 0.0;
    }
    texts.iter().filter(|text| is_so(text)).count() as f32 / texts.len() as f32
}

/// How large a part of a column are times, and how large a part days.
fn shares(table: &Table, column: usize, first: usize) -> (f32, f32) {
    let times = share(table, column, first, values::is_time);
    let days = share(table, column, first, |text| {
        values::when(text, Numbers::Nothing).is_some_and(|when| when.day.is_some() && when.start.is_none())
    });
    (times, days)
}

/// The columns that have no role yet and hold text.
pub(super) fn text_columns<'a>(
    table: &'a Table,
    columns: &'a Columns,
) -> impl Iterator<Item = usize> + use<'a> {
    let taken: Vec<usize> = columns.roles.values().flatten().copied().collect();
    let first = columns.first_row();
    (0..table.width()).filter(move |column| !taken.contains(column) && is_text(table, *column, first))
}

fn is_text(table: &Table, column: usize, first: usize) -> bool {
    share(table, column, first, |text| text.chars().filter(|letter| letter.is_alphabetic()).count() >= 2)
        >= 0.5
}

fn is_mostly_filled(table: &Table, column: usize) -> bool {
    table.column(column, 0).count() * 10 >= table.rows.len() * 6
}

fn repeats(table: &Table, column: usize) -> bool {
    let mut texts: Vec<&str> = table.column(column, 0).collect();
    let all = texts.len();
    texts.sort_unstable();
    texts.dedup();
    all >= 4 && texts.len() * 2 < all
}

fn is_long(table: &Table, column: usize) -> bool {
    let (count, letters) =
        table.column(column, 0).fold((0, 0), |(count, letters), text| (count + 1, letters + text.len()));
    count > 0 && letters / count > 140
}

fn looks_like_rooms(table: &Table, column: usize) -> bool {
    repeats(table, column)
        || share(table, column, 0, |text| {
            roles_of(text).iter().any(|found| found.role == Role::Room)
                || text.chars().next_back().is_some_and(|letter| letter.is_ascii_digit())
        }) >= 0.4
}
