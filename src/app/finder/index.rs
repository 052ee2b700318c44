//! Everything of a day that can be found: its sessions, the commands that do something now, its trends, its people and its
//! lines.
//!
//! The sessions come first and the lines last, so that a trend or a person can point at them by their place.

use crate::app::chord::Platform;
use crate::app::command::{Command, TABLE};
use crate::app::state::State;
use crate::domain::book::{Book, Page};
use crate::domain::day::Session;
use crate::domain::line::{self, LineKind};
use crate::domain::query::Remark;
use crate::domain::trend;
use crate::i18n::Texts;

use super::named::{self, Named};

/// What an item is, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A session of the day.
    Session,
    /// A command of the table.
    Command,
    /// A trend, of the day or only typed.
    Trend,
    /// A speaker, or somebody who is mentioned.
    Person,
    /// A line of a note.
    Line,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub group: Group,
    /// What it is called.
    pub name: String,
    /// What belongs to it: speakers, keys, where it is, what choosing it does.
    pub detail: String,
    /// The kind of a line.
    pub kind: Option<LineKind>,
    /// Whether it is just for the person.
    pub private: bool,
    /// What choosing it comes to.
    pub target: Target,
    /// The number of a session.
    pub(super) number: Option<u32>,
    /// What it is found by, in lower case and without accents.
    pub(super) folded: String,
}

/// What choosing an item comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// This.
    Do(Command),
    /// A list of the items at these places.
    Narrow(Vec<usize>),
}

/// Everything that can be found now.
#[must_use]
pub fn index(state: &State) -> Vec<Item> {
    let texts = &state.texts;
    let mut items = Vec::new();
    let Some(book) = &state.book else {
        items.extend(commands(state));
        return items;
    };
    items.extend(book.pages.iter().map(|page| session(page, texts)));
    items.extend(commands(state));
    let remarks: Vec<Remark<'_>> = book.remarks().collect();
    let (trends, people) = (named::trends(book, &remarks), named::people(book, &remarks));
    // The lines come last; how many trends and people stand before them is known by now.
    let first_line = items.len() + trends.len() + people.len();
    let book = Places { book, remarks: &remarks, first_line, texts };
    items.extend(trends.iter().map(|trend| book.trend(trend)));
    items.extend(people.iter().map(|person| book.person(person)));
    items.extend(remarks.iter().map(line));
    items
}

fn session(page: &Page, texts: &Texts) -> Item {
    let session = &page.session;
    let title = title_of(session, texts);
    let names: Vec<&str> = session.facts.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let speakers = names.join(", ");
    let room = session.facts.room.as_deref().unwrap_or_default();
    Item {
        group: Group::Session,
        name: format!("{}  {title}", session.position),
        folded: fold_all(&[&session.position.to_string(), title, &speakers, room]),
        detail: speakers,
        kind: None,
        private: session.private,
        target: Target::Do(Command::SelectSession(session.id)),
        number: Some(session.position),
    }
}

fn title_of<'a>(session: &'a Session, texts: &'a Texts) -> &'a str {
    if session.facts.title.is_empty() { texts.get("session-untitled") } else { &session.facts.title }
}

/// The commands of the table that do something now. The two answers to the question about backups make no sense without
/// the question, and this field is already open.
fn commands(state: &State) -> impl Iterator<Item = Item> {
    let is_offered = |command: &Command| {
        !matches!(command, Command::OpenFinder | Command::BackUpToDocuments | Command::BackUpBesideNotes)
            && command.is_enabled(state)
    };
    TABLE.iter().filter(move |entry| is_offered(&entry.command)).map(|entry| {
        let label = state.texts.get(entry.label);
        Item {
            group: Group::Command,
            name: label.to_owned(),
            folded: trend::fold(label),
            detail: entry
                .chord_on(Platform::HERE)
                .map(|chord| chord.label(Platform::HERE))
                .unwrap_or_default(),
            kind: None,
            private: false,
            target: Target::Do(entry.command.clone()),
            number: None,
        }
    })
}

fn line(remark: &Remark<'_>) -> Item {
    let text = remark.line.text.trim();
    let body = line::body(&remark.line.text, &remark.parsed);
    Item {
        group: Group::Line,
        // A line that is only a kind so far is shown as it was typed.
        name: if body.is_empty() { text.to_owned() } else { body.to_owned() },
        folded: trend::fold(text),
        detail: place_of(remark.page),
        kind: Some(remark.parsed.kind),
        private: remark.private,
        target: Target::Do(Command::GoToRemark(remark.page.session.id, remark.line.id)),
        number: None,
    }
}

/// "4 · Ambities netwerk", and only the number where there is no title.
fn place_of(page: &Page) -> String {
    let session = &page.session;
    if session.facts.title.is_empty() {
        return session.position.to_string();
    }
    format!("{} · {}", session.position, session.facts.title)
}

fn fold_all(parts: &[&str]) -> String {
    let parts: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| trend::fold(part)).collect();
    parts.join(" ")
}

/// Where the sessions and the lines of the day stand among the items.
struct Places<'a> {
    book: &'a Book,
    remarks: &'a [Remark<'a>],
    first_line: usize,
    texts: &'a Texts,
}

impl Places<'_> {
    /// A trend that was heard leads to its lines; one that was not can be put on the caret's line.
    fn trend(&self, named: &Named) -> Item {
        let known = trend::find(&self.book.day.facts.trends, &named.name);
        let label = known.map(|known| known.label.as_str()).filter(|label| *label != named.name);
        let aliases = known.map(|known| known.aliases.join(" ")).unwrap_or_default();
        let name = match label {
            Some(label) => format!("#{}  {label}", named.name),
            None => format!("#{}", named.name),
        };
        let (detail, target) = match named.lines.as_slice() {
            [] => {
                let command = Command::TagLine(named.name.clone());
                (self.texts.get("finder-tags-line").to_owned(), Target::Do(command))
            }
            [only] => self.line(*only),
            several => {
                let detail = self.texts.count("finder-shows-lines", several.len());
                (detail.to_string(), self.narrow(&[], several))
            }
        };
        let folded = fold_all(&[&name, &aliases]);
        Item { group: Group::Trend, name, detail, kind: None, private: false, target, number: None, folded }
    }

    /// A person leads to the sessions he or she speaks in and to the lines that name him or her.
    fn person(&self, named: &Named) -> Item {
        let (detail, target) = match (named.sessions.as_slice(), named.lines.as_slice()) {
            ([session], []) => self.session(*session),
            ([], [line]) => self.line(*line),
            (sessions, lines) => {
                let detail = self.texts.count("finder-shows-places", sessions.len() + lines.len());
                (detail.to_string(), self.narrow(sessions, lines))
            }
        };
        Item {
            group: Group::Person,
            name: named.name.clone(),
            detail,
            kind: None,
            private: false,
            target,
            number: None,
            folded: fold_all(&["@", &named.name]).replacen("@ ", "@", 1),
        }
    }

    fn narrow(&self, sessions: &[usize], lines: &[usize]) -> Target {
        let lines = lines.iter().map(|line| self.first_line + line);
        Target::Narrow(sessions.iter().copied().chain(lines).collect())
    }

    fn session(&self, place: usize) -> (String, Target) {
        let Some(page) = self.book.pages.get(place) else {
            return (String::new(), Target::Narrow(vec![place]));
        };
        let detail = self.texts.with("finder-opens", &[("place", place_of(page).into())]);
        (detail, Target::Do(Command::SelectSession(page.session.id)))
    }

    fn line(&self, place: usize) -> (String, Target) {
        let Some(remark) = self.remarks.get(place) else {
            return (String::new(), self.narrow(&[], &[place]));
        };
        let detail = self.texts.with("finder-goes-to-line", &[("place", place_of(remark.page).into())]);
        (detail, Target::Do(Command::GoToRemark(remark.page.session.id, remark.line.id)))
    }
}
