//! The writer: a process that saves numbered lines in a loop and tells of each one that it is saved. And what it left
//! behind, read with the store itself.
//!
//! The test binary starts itself again as the writer. A file with a proof holds the door to it:
//! `#[test] fn writer() { proof::writer::serve(); }`

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use chrono::DateTime;
use plenair::domain::book::NoteSave;
use plenair::domain::id::{LineId, SessionId};
use plenair::domain::language::Language;
use plenair::domain::moving::{Bases, LineMove};
use plenair::domain::note::NoteLine;
use plenair::domain::problem::Problem;
use plenair::import;
use plenair::store::Store;
use rusqlite::named_params;

/// The day that the lines are written in.
pub const DAY: &str = "netwerkdag-grote-steden-2023";

/// The session that they are written in, by its position.
pub const SESSION: &str = "3";

/// The session that they are moved to.
pub const NEXT_SESSION: &str = "4";

/// Every line was noted at this moment.
const NOTED_AT: &str = "2023-03-16T10:00:00+01:00";

/// The writer closes and opens the store each time after so many lines.
const REOPENS_AFTER: u32 = 130;

/// After so many failures in a row on one store, the writer opens it again.
const FAILURES_ON_ONE_STORE: u32 = 3;

/// After so many failures the writer gives up.
const MOST_FAILURES: u32 = 60;

/// Between a failure and the next try.
const PAUSE: Duration = Duration::from_millis(2);

const FOLDER: &str = "PLENAIR_PROOF_FOLDER";
const LINES: &str = "PLENAIR_PROOF_LINES";
const MANNER: &str = "PLENAIR_PROOF_MANNER";

/// A line as a row of its own, past the store.
const PLAIN_INSERT: &str =
    "INSERT INTO line (id, session_id, position, text, noted_at, author, kind, private)
    VALUES (:id, :session_id, :position, :text, :noted_at, :author, 'remark', 0)";

/// How the writer works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Tells that a line is saved after the store said so, and tries again when it did not.
    Honest,
    /// The control: tells that a line is saved before the store was asked, and never tries again.
    Hasty,
    /// Past the store, a row per line, with `synchronous=FULL`.
    PlainFull,
    /// The control: the same with `synchronous=NORMAL`.
    PlainNormal,
    /// Writes all lines at once, then moves them one by one to the next session, takes each second one back, and moves it
    /// again.
    Moving,
}

impl Manner {
    const ALL: [Self; 5] = [Self::Honest, Self::Hasty, Self::PlainFull, Self::PlainNormal, Self::Moving];

    fn name(self) -> &'static str {
        match self {
            Self::Honest => "honest",
            Self::Hasty => "hasty",
            Self::PlainFull => "plain-full",
            Self::PlainNormal => "plain-normal",
            Self::Moving => "moving",
        }
    }
}

/// What a writer is told to do.
#[derive(Clone, Debug)]
pub struct Orders {
    /// The folder with the notes.
    pub folder: PathBuf,
    /// How many lines; they are numbered from 1.
    pub lines: u32,
    /// In what manner.
    pub manner: Manner,
}

impl Orders {
    /// The writer, not yet started.
    pub fn command(&self) -> Command {
        self.command_under(&[])
    }

    /// The writer, not yet started, as the last argument of another program.
    pub fn command_under(&self, wrapper: &[OsString]) -> Command {
        let this: OsString = std::env::current_exe().expect("this test").into();
        let arguments = ["writer", "--exact", "--nocapture", "--test-threads=1"].map(Into::into);
        let mut words = wrapper.iter().cloned().chain([this]).chain(arguments);
        let mut command = Command::new(words.next().expect("a program"));
        command.args(words);
        command.env(FOLDER, &self.folder);
        command.env(LINES, self.lines.to_string());
        command.env(MANNER, self.manner.name());
        command
    }

    fn of_this_process() -> Option<Self> {
        let folder = std::env::var_os(FOLDER)?.into();
        let lines = std::env::var(LINES).ok()?.parse().ok()?;
        let manner = std::env::var(MANNER).ok()?;
        let manner = Manner::ALL.into_iter().find(|known| known.name() == manner)?;
        Some(Self { folder, lines, manner })
    }
}

/// Is the writer, in a process that was started as one; else does nothing.
pub fn serve() {
    let Some(orders) = Orders::of_this_process() else { return };
    // The test harness has left its own words on the line.
    tell("");
    match orders.manner {
        Manner::Honest => write_honestly(&orders),
        Manner::Hasty => write_hastily(&orders),
        Manner::PlainFull => write_plainly(&orders, "FULL"),
        Manner::PlainNormal => write_plainly(&orders, "NORMAL"),
        Manner::Moving => move_all(&orders),
    }
}

fn write_honestly(orders: &Orders) {
    let mut pen = None;
    let mut number = 1;
    let mut failures = 0;
    while number <= orders.lines && failures < MOST_FAILURES {
        if let Err(problem) = write_line(&mut pen, &orders.folder, number) {
            tell(&format!("failed {}", problem.kind.name()));
            failures += 1;
            if failures % FAILURES_ON_ONE_STORE == 0 {
                pen = None;
            }
            std::thread::sleep(PAUSE);
            continue;
        }
        tell(&format!("saved {number}"));
        if number % REOPENS_AFTER == 0 {
            pen = None;
        }
        number += 1;
    }
}

fn write_hastily(orders: &Orders) {
    let mut pen = None;
    for number in 1..=orders.lines {
        tell(&format!("saved {number}"));
        let _: Result<(), Problem> = write_line(&mut pen, &orders.folder, number);
    }
}

fn write_line(pen: &mut Option<Pen>, folder: &Path, number: u32) -> Result<(), Problem> {
    let pen = match pen {
        Some(pen) => pen,
        None => pen.insert(Pen::open(folder)?),
    };
    // A save that failed at its very end may be there all the same.
    if pen.has(number) { Ok(()) } else { pen.save(&line(number)) }
}

fn write_plainly(orders: &Orders, synchronous: &str) {
    let session = Pen::open(&orders.folder).expect("a store").session;
    let connection = rusqlite::Connection::open(orders.folder.join("plenair.db")).expect("the database");
    connection.pragma_update(None, "synchronous", synchronous).expect("a setting");
    for number in 1..=orders.lines {
        let saved = connection.execute(
            PLAIN_INSERT,
            named_params! {
                ":id": LineId::fresh().to_string(),
                ":session_id": session.to_string(),
                ":position": number,
                ":text": line(number),
                ":noted_at": NOTED_AT,
                ":author": LineId::fresh().to_string(),
            },
        );
        if saved.is_err() {
            return;
        }
        tell(&format!("saved {number}"));
    }
}

fn move_all(orders: &Orders) {
    let mut pen = Pen::open(&orders.folder).expect("a store");
    let lines = (1..=orders.lines).map(|number| pen.line(&line(number))).collect();
    pen.save_lines(lines).expect("a save");
    let day = pen.store.find_day(DAY).expect("the day");
    let to = pen.store.find_session(day, NEXT_SESSION).expect("a session");
    for (number, moved) in (1..).zip(pen.lines.clone()) {
        let book = pen.store.book(day).expect("the day");
        let revision = |session| book.page(session).expect("a session").revision;
        let bases = Bases { from: revision(pen.session), to: revision(to) };
        let language = Language::Dutch;
        let moving = LineMove { from: pen.session, to, lines: vec![moved.id], language };
        pen.store.move_lines(&moving, bases).expect("a move");
        if number % 2 == 0 {
            pen.store.undo().expect("an undo");
            pen.store.redo().expect("a redo");
        }
        tell(&format!("saved {number}"));
    }
}

fn tell(line: &str) {
    let mut stdout = io::stdout();
    // Nobody listens any more only when the proof is over.
    let _: io::Result<()> = writeln!(stdout, "{line}").and_then(|()| stdout.flush());
}

/// The text of a numbered line.
fn line(number: u32) -> String {
    format!("regel {number}")
}

/// What a writer told.
#[derive(Debug, Default)]
pub struct Told {
    /// The numbers of the lines that it said were saved.
    pub saved: Vec<u32>,
    /// The kinds of its failures.
    pub failures: Vec<String>,
    /// Whether it came to its own end.
    pub finished: bool,
}

impl Told {
    /// Reads what a writer printed and how it ended.
    pub fn read(printed: &[u8], status: ExitStatus) -> Self {
        let mut told = Self { finished: status.success(), ..Self::default() };
        for line in String::from_utf8_lossy(printed).lines() {
            told.hear(line);
        }
        told
    }

    /// Hears one line. The words of the test harness are passed over.
    pub fn hear(&mut self, line: &str) {
        if let Some(number) = line.strip_prefix("saved ").and_then(|rest| rest.parse().ok()) {
            self.saved.push(number);
        } else if let Some(kind) = line.strip_prefix("failed ") {
            self.failures.push(kind.to_owned());
        }
    }
}

/// A store open for writing, and the note that grows in it.
pub struct Pen {
    store: Store,
    session: SessionId,
    revision: u64,
    lines: Vec<NoteLine>,
}

impl Pen {
    /// Opens the store, and makes it where there is none.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        let mut store = Store::open(folder)?;
        store.add_example_once(&import::built_in()?)?;
        let day = store.find_day(DAY)?;
        let session = store.find_session(day, SESSION)?;
        let page = store.book(day)?.page(session).cloned().expect("the page of a session");
        Ok(Self { store, session, revision: page.revision, lines: page.note.lines().to_vec() })
    }

    /// Saves the note with one more line.
    pub fn save(&mut self, text: &str) -> Result<(), Problem> {
        let line = self.line(text);
        self.save_lines(self.lines.iter().cloned().chain([line]).collect())
    }

    fn line(&self, text: &str) -> NoteLine {
        NoteLine {
            id: LineId::fresh(),
            text: text.to_owned(),
            noted_at: DateTime::parse_from_rfc3339(NOTED_AT).expect("a moment"),
            author: self.store.author(),
        }
    }

    fn save_lines(&mut self, lines: Vec<NoteLine>) -> Result<(), Problem> {
        let save = NoteSave {
            session: self.session,
            base: self.revision,
            lines,
            sheet: None,
            place: None,
            ahead: 0,
        };
        self.revision = self.store.save_note(&save)?;
        self.lines = save.lines;
        Ok(())
    }

    fn has(&self, number: u32) -> bool {
        self.lines.iter().any(|found| found.text == line(number))
    }
}

/// What is in the store after the writer is gone.
#[derive(Debug)]
pub struct Left {
    numbers: Vec<u32>,
    /// How many days there are.
    pub days: usize,
    problems: Vec<String>,
}

impl Left {
    /// Opens the store the way the program does, and reads everything.
    pub fn in_folder(folder: &Path) -> Self {
        let pen = Pen::open(folder).expect("the store opens again");
        let number = |line: &NoteLine| line.text.strip_prefix("regel ").and_then(|rest| rest.parse().ok());
        Self {
            numbers: pen.lines.iter().map(|line| number(line).expect("a line of the writer")).collect(),
            days: pen.store.days().expect("the days").len(),
            problems: pen.store.check().expect("a check").problems,
        }
    }

    /// How many of the lines that were told to be saved are not there.
    pub fn lost(&self, told: &Told) -> usize {
        told.saved.iter().filter(|number| !self.numbers.contains(number)).count()
    }

    /// The database is whole, and the lines are there in order, each once, up to the one that the writer was busy with.
    #[track_caller]
    pub fn assert_sound(&self, told: &Told, at: &str) {
        assert!(self.problems.is_empty(), "{at}: {:?}", self.problems);
        let all: Vec<u32> = (1..).take(self.numbers.len()).collect();
        assert_eq!(self.numbers, all, "{at}: each line once, in order");
        let busy_with = told.saved.len() + 1;
        assert!(self.numbers.len() <= busy_with, "{at}: {} lines of {busy_with}", self.numbers.len());
    }
}
