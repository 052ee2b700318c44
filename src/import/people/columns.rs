//! A list of people as a table: which column holds what, by the words above it or by what stands in it.

use super::People;
use crate::domain::person::Person;
use crate::domain::programme::{LeftOut, Reason};
use crate::import::names;
use crate::import::table::roles::{Role, roles_of};
use crate::import::table::{Row, Table, filled};

/// How many rows from the top may be the header.
const DEEPEST_HEADER: usize = 20;

/// Where each part of a person stands.
#[derive(Debug, Default)]
struct Columns {
    name: Option<usize>,
    first: Option<usize>,
    infix: Option<usize>,
    last: Option<usize>,
    organisation: Option<usize>,
    function: Option<usize>,
}

/// The people of a table whose header names the columns.
pub(super) fn with_header(table: &Table) -> Option<People> {
    let (header, columns) = table.rows.iter().take(DEEPEST_HEADER).enumerate().find_map(|(index, row)| {
        let columns = named(row);
        let known = [columns.name, columns.first, columns.last, columns.organisation, columns.function];
        let count = known.iter().flatten().count();
        let has_names = columns.name.is_some() || columns.last.is_some();
        // One known header is enough where there is one column.
        (has_names && (count >= 2 || table.width() == 1)).then_some((index, columns))
    })?;
    Some(people(table, header + 1, &columns))
}

fn named(row: &Row) -> Columns {
    let mut columns = Columns::default();
    let mut sureness = 0;
    for column in row.filled() {
        let text = row.text(column);
        let roles = roles_of(text);
        let Some(first) = roles.first() else {
            continue;
        };
        let place = match first.role {
            Role::FirstName => &mut columns.first,
            Role::Infix => &mut columns.infix,
            Role::LastName => &mut columns.last,
            Role::Organisation => &mut columns.organisation,
            Role::Function => &mut columns.function,
            _ => {
                let person = roles.iter().find(|found| found.role == Role::Speaker);
                if let Some(person) = person.filter(|person| person.strength > sureness) {
                    sureness = person.strength;
                    columns.name = Some(column);
                }
                continue;
            }
        };
        place.get_or_insert(column);
    }
    columns
}

/// The people of a table without a header: one column holds names.
pub(super) fn by_content(table: &Table) -> Option<People> {
    let share = |column: usize, is_so: &dyn Fn(&str) -> bool| {
        let texts: Vec<&str> = table.column(column, 0).take(200).collect();
        let so = texts.iter().filter(|text| is_so(text)).count();
        if texts.is_empty() { 0 } else { so * 100 / texts.len() }
    };
    let is_name = |text: &str| names::is_name(text) && text.contains(' ');
    let name =
        (0..table.width()).max_by_key(|column| (share(*column, &is_name), std::cmp::Reverse(*column)))?;
    if share(name, &is_name) < 60 {
        return None;
    }
    let is_text = |text: &str| {
        !text.contains('@') && text.chars().filter(char::is_ascii_digit).count() * 3 < text.len()
    };
    let others = || (0..table.width()).filter(|column| *column != name && share(*column, &is_text) >= 60);
    let has_function = |text: &str| text.split_whitespace().any(names::is_function);
    let function = others().find(|column| share(*column, &has_function) >= 40);
    let columns = Columns {
        name: Some(name),
        function,
        organisation: others().find(|column| Some(*column) != function),
        ..Columns::default()
    };
    Some(people(table, 0, &columns))
}

fn people(table: &Table, first: usize, columns: &Columns) -> People {
    let mut found = People::default();
    for row in table.rows.iter().skip(first) {
        match person(row, columns) {
            Some(person) => found.people.push(person),
            None => found.left_out.push(LeftOut {
                line: row.line,
                text: without_addresses(&row.line_of_text()),
                reason: Reason::NoTitle,
            }),
        }
    }
    found
}

fn person(row: &Row, columns: &Columns) -> Option<Person> {
    let text = |column: Option<usize>| column.and_then(|column| filled(row.text(column)));
    let parts: Vec<&str> =
        [columns.first, columns.infix, columns.last].into_iter().filter_map(text).collect();
    let name = if parts.is_empty() { text(columns.name)?.to_owned() } else { parts.join(" ") };
    if name.contains('@') || !name.contains(char::is_alphabetic) {
        return None;
    }
    let kept = |column: Option<usize>| text(column).filter(|text| !text.contains('@')).map(one_line);
    Some(Person {
        name: super::lines::first_name_first(&one_line(&name)),
        organisation: kept(columns.organisation),
        function: kept(columns.function),
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is told as left out holds no addresses either.
fn without_addresses(text: &str) -> String {
    text.split(" | ").filter(|piece| !piece.contains('@')).collect::<Vec<_>>().join(" | ")
}
