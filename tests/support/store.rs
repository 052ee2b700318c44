//! Stores for tests: in a temporary folder, with notes in them, and a clock that a test sets.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta};
use plenair::domain::book::NoteSave;
use plenair::domain::clock::{Clock, Moment};
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::{DayId, LineId, SessionId};
use plenair::domain::keeping::Hold;
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::domain::sheet::Sheet;
use plenair::import::{self, demo};
use plenair::store::{Durability, Options, Store};
use rusqlite::Connection;
use rusqlite::types::Value;

/// The name of the database in its folder.
pub const DATABASE: &str = "plenair.db";

pub fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

/// A clock that stands still until a test moves it.
#[derive(Clone)]
pub struct Hands(Arc<Mutex<Moment>>);

impl Hands {
    pub fn at(text: &str) -> Self {
        Self(Arc::new(Mutex::new(moment(text))))
    }

    pub fn set(&self, text: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment(text);
    }

    pub fn turn(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    pub fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn clock(&self) -> Clock {
        let hands = self.clone();
        Clock::new(move || hands.now())
    }
}

/// Notes in a temporary folder, with a clock of their own.
pub struct Desk {
    folder: tempfile::TempDir,
    pub hands: Hands,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder, hands: Hands::at("2023-03-16T14:00:00+01:00") }
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("notities")
    }

    pub fn database(&self) -> PathBuf {
        self.folder().join(DATABASE)
    }

    /// A path outside the folder with the notes.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// These tests are not about power cuts.
    pub fn options(&self) -> Options {
        Options { durability: Durability::Unsynced, ..Options::by(self.hands.clock()) }
    }

    pub fn open(&self) -> Store {
        Store::open_with(&self.folder(), self.options()).expect("the store")
    }

    pub fn open_reading(&self) -> Store {
        Store::open_reading_with(&self.folder(), self.options()).expect("the store")
    }

    /// A store with one day of three sessions.
    pub fn open_with_day(&self) -> (Store, DayId, Vec<SessionId>) {
        let mut store = self.open();
        let day = store.add_day(&programme("Dag", &["Welkom", "Lezing", "Slot"]), false).expect("a day");
        let sessions = sessions(&store, day);
        (store, day, sessions)
    }

    /// Every file in and beside the folder with the notes, with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.folder.path(), &mut files);
        files
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), std::fs::read(&path).expect("a file"));
        }
    }
}

/// The sessions of a day, in order.
pub fn sessions(store: &Store, day: DayId) -> Vec<SessionId> {
    store.book(day).expect("a day").pages.iter().map(|page| page.session.id).collect()
}

/// The lines of a note.
pub fn lines_of(store: &Store, day: DayId, session: SessionId) -> Vec<NoteLine> {
    store.book(day).expect("a day").page(session).expect("a session").note.lines().to_vec()
}

/// The texts of lines.
pub fn texts_of(lines: &[NoteLine]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

/// Saves a note as the window does: lines with a text that the note has already stay what they are.
pub fn save(store: &mut Store, session: SessionId, texts: &[&str]) -> Vec<NoteLine> {
    let day = store.day_of(session).expect("a day");
    let book = store.book(day).expect("a day");
    let page = book.page(session).expect("a session");
    let mut old = page.note.lines().to_vec();
    let lines: Vec<NoteLine> = texts
        .iter()
        .map(|text| match old.iter().position(|line| line.text == *text) {
            Some(index) => old.remove(index),
            None => line(store, text),
        })
        .collect();
    let save =
        NoteSave { session, base: page.revision, lines: lines.clone(), sheet: None, place: None, ahead: 0 };
    store.save_note(&save).expect("a save");
    lines
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
    for demo in demo::sheets() {
        let session = store.find_session(day, &demo.position.to_string()).expect("a session");
        store.put_sheet(session, demo.sheet).expect("a sheet");
    }
    for note in demo::notes() {
        let session = store.find_session(day, &note.position.to_string()).expect("a session");
        let lines: Vec<NoteLine> = note.lines.iter().map(|text| line(store, text)).collect();
        store.append_lines(session, lines).expect("a note");
    }
    let mut empty = programme("Lege dag", &["Welkom", "Slot"]);
    empty.sessions[0].external_id = Some("lege-dag-1".to_owned());
    store.add_day(&empty, false).expect("a day");
}

/// Adds what is kept beside the notes: a version, a session in the trash, a day that is held, one that was erased.
pub fn keep_something(store: &mut Store) {
    let day = store.find_day("lege-dag").expect("a day");
    let inside = sessions(store, day);
    let sheet = Some(Sheet { main_points: vec!["eerst dit punt".to_owned()], ..Sheet::default() });
    let lines = vec![line(store, "eerst dit")];
    let first = NoteSave { session: inside[0], base: 0, lines, sheet, place: None, ahead: 0 };
    store.save_note(&first).expect("a save");
    save(store, inside[0], &["toen dat"]);
    store.trash_session(inside[1]).expect("the trash");
    let until = "2024-01-01".parse().expect("a date");
    store.set_hold(day, Some(&Hold { until, reason: "Woo-verzoek".to_owned() })).expect("a hold");
    let gone = store.add_day(&programme("Weg", &["Welkom"]), false).expect("a day");
    store.erase_day(gone).expect("an erasure");
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
    (1..1000)
        .map(|schema| (schema, folder.join(format!("schema-{schema}.db"))))
        .take_while(|(_, path)| path.is_file())
        .collect()
}

pub fn golden_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden")
}
