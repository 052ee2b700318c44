//! Stores for tests: in a temporary folder, with notes in them, and a clock that a test sets.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use plenair::domain::clock::Moment;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::import::{self, demo};
use plenair::store::Store;
use rusqlite::Connection;
use rusqlite::types::Value;

/// The name of the database in its folder.
pub const DATABASE: &str = "plenair.db";

pub fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

/// A line that nobody wrote before.
pub fn line(store: &Store, text: &str) -> NoteLine {
    let noted_at = moment("2023-03-16T14:32:00+01:00");
    NoteLine { id: LineId::fresh(), text: text.to_owned(), noted_at, author: store.author() }
}

/// A programme with a session per title.
pub fn programme(title: &str, sessions: &[&str]) -> Programme {
    let session = |title: &&str| SessionFacts { title: (*title).to_owned(), ..SessionFacts::default() };
    Programme {
        format: "test",
        day: DayFacts { title: title.to_owned(), ..DayFacts::default() },
        sessions: sessions.iter().map(session).collect(),
        ..Programme::default()
    }
}

/// Fills a store with the example day, its example notes, and a day without any notes.
pub fn fill(store: &mut Store) {
    let example = import::built_in().expect("the built-in day");
    store.add_example_once(&example).expect("the example day");
    let day = store.find_day(&example.wanted_slug()).expect("the example day");
    for note in demo::notes() {
        let session = store.find_session(day, &note.position.to_string()).expect("a session");
        let lines: Vec<NoteLine> = note.lines.iter().map(|text| line(store, text)).collect();
        store.append_lines(session, lines).expect("a note");
    }
    store.add_day(&programme("Lege dag", &["Welkom", "Slot"]), false).expect("a day");
}

/// Every row of every table as text, by table. Tables of the full-text index are left out.
pub fn rows(database: &Path) -> BTreeMap<String, Vec<String>> {
    let connection = Connection::open(database).expect("a database");
    let tables = texts(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'line\\_text%' ESCAPE '\\'",
    );
    tables
        .into_iter()
        .map(|table| (table.clone(), rows_of(&connection, &table, &columns(&connection, &table))))
        .collect()
}

/// The columns of a table.
pub fn columns(connection: &Connection, table: &str) -> Vec<String> {
    texts(connection, &format!("SELECT name FROM pragma_table_info('{table}')"))
}

/// The rows of a table, these columns of it, in order of their text.
pub fn rows_of(connection: &Connection, table: &str, columns: &[String]) -> Vec<String> {
    let mut statement =
        connection.prepare(&format!("SELECT {} FROM {table}", columns.join(", "))).expect("a table");
    let found = statement
        .query_map([], |row| {
            let values: Result<Vec<Value>, _> = (0..columns.len()).map(|index| row.get(index)).collect();
            Ok(format!("{:?}", values?))
        })
        .expect("rows");
    let mut rows: Vec<String> = found.map(|row| row.expect("a row")).collect();
    rows.sort();
    rows
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("a query");
    let found = statement.query_map([], |row| row.get(0)).expect("rows");
    found.map(|text| text.expect("a text")).collect()
}

/// The databases of earlier versions, with the shape they have.
pub fn golden() -> Vec<(u32, PathBuf)> {
    let folder = golden_folder();
    (1..)
        .map(|schema| (schema, folder.join(format!("schema-{schema}.db"))))
        .take_while(|(_, path)| path.is_file())
        .collect()
}

pub fn golden_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden")
}
