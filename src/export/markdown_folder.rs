//! Days as folders of Markdown notes, a file per session, which Obsidian and Joplin open as they are: front matter, links
//! between the files, and a file of the day itself.
//!
//! The lines of a note stand in their file as they were typed ([`super::markdown::keep`]), so that they can be edited there
//! and read back. What Markdown cannot say (when a line was written, what was noted at points) is in the front matter, as
//! JSON under `plenair`. How such a folder is read is in `import/folder`.

mod as_written;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::file_names::Names;
use super::json::{self as keys, DayFactsJson, SessionJson};
use super::labels::Labels;
use super::markdown::keep::Keeper;
use super::markdown::{self, escape, overview, sheet};
use super::outline::{Block, DayOutline, Section};
use super::words;
use super::{Counts, FolderFile, Options};
use crate::domain::book::Book;
use crate::domain::fingerprint;
use crate::together;

pub(super) use as_written::is_as_written;

/// The version of what is under `plenair`; a reader refuses what is newer than it knows.
const VERSION: u64 = 1;

/// Around the lines of a note, and behind what was noted beside them.
const NOTE: &str = "<!-- plenair: note -->";
const BESIDE: &str = "<!-- plenair: beside -->";
const END: &str = "<!-- plenair: end -->";

const ENDING: &str = ".md";
/// Around the front matter.
const FENCE: &str = "---";
const DATA: &str = "plenair: '";

/// So many bytes of data a session has at least, and so many for each line.
const DATA_BYTES: usize = 1_024;
const DATA_BYTES_A_LINE: usize = 90;

/// The files, in the order of their names, and what is in them. A single day has no folder of its own inside the folder. A day
/// is made while the next one is read.
pub(super) fn files<B: Borrow<Book> + Send, E>(
    books: impl Iterator<Item = Result<B, E>>,
    options: Options,
    labels: &Labels,
) -> Result<(Vec<FolderFile>, Counts), E> {
    let mut books = books.peekable();
    let first = books.next();
    let is_single = books.peek().is_none();
    let mut folders = Names::default();
    let in_folders = first.into_iter().chain(books).map(|book| {
        let book = book?;
        let title = words::titled(&book.borrow().day.facts.title, labels);
        let folder = if is_single { String::new() } else { format!("{}/", folders.take(&title, "")) };
        Ok((book, folder))
    });
    let days = together::as_they_come(in_folders, |(book, folder)| {
        let day = DayOutline::of(book.borrow(), &options);
        (Folder::new(&day, labels).files(&folder), day.counts())
    })?;
    let counts = days.iter().map(|(_, counts)| *counts).sum();
    let mut files: Vec<FolderFile> = days.into_iter().flat_map(|(files, _)| files).collect();
    files.sort_unstable();
    Ok((files, counts))
}

/// What only Plenair reads in the file of a session.
#[derive(Serialize)]
struct SessionData<'a> {
    version: u64,
    number: usize,
    session: &'a SessionJson,
    noted: Vec<String>,
    head: String,
    beside: String,
}

/// When each line was written and by whom, behind a sign by which the line is known again.
fn noted(blocks: &[Block<'_>]) -> Vec<String> {
    // Lines that came in together share it.
    let (mut of, mut by) = (None, String::new());
    let signed = blocks.iter().map(|Block { line, .. }| {
        let this = (line.noted_at, line.author);
        if of != Some(this) {
            (of, by) = (Some(this), format!(" {} {}", line.noted_at.to_rfc3339(), line.author));
        }
        [fingerprint::of(&line.text).as_str(), &by].concat()
    });
    signed.collect()
}

/// The files of one day.
struct Folder<'a> {
    day: &'a DayOutline<'a>,
    labels: &'a Labels,
    /// The name of the file of the day, and of each session.
    own: String,
    names: Vec<String>,
}

impl<'a> Folder<'a> {
    fn new(day: &'a DayOutline<'a>, labels: &'a Labels) -> Self {
        let digits = day.sections.len().to_string().len().max(2);
        let mut names = Names::default();
        let mut name = |number: usize, title: &str| {
            names.take(&format!("{number:0digits$} {}", words::titled(title, labels)), ENDING)
        };
        let own = name(0, &day.day.facts.title);
        let sessions =
            day.sections.iter().map(|section| name(section.number, &section.session.facts.title)).collect();
        Self { day, labels, own, names: sessions }
    }

    fn files(&self, folder: &str) -> Vec<FolderFile> {
        let file = |name: &str, text: String| FolderFile {
            name: format!("{folder}{name}"),
            bytes: text.into_bytes(),
        };
        let sessions = keys::saved(self.day);
        let own = file(&self.own, self.day_file());
        let notes = self.day.sections.iter().zip(&self.names).zip(sessions);
        let notes = notes.enumerate().map(|(index, ((section, name), session))| {
            file(name, self.session_file(index, section, &session))
        });
        std::iter::once(own).chain(notes).collect()
    }

    /// The programme with links to the sessions, and the overview.
    fn day_file(&self) -> String {
        let facts = &self.day.day.facts;
        let data = json!({
            "version": VERSION,
            "day": DayFactsJson::from(self.day.day),
            "private_left_out": self.day.private_left_out,
        });
        let mut matter = FrontMatter::new(&words::titled(&facts.title, self.labels));
        matter.plain("date", facts.date.map(|date| date.to_string()));
        matter.plain("last_date", facts.last_date.map(|date| date.to_string()));
        matter.text("place", facts.place.as_deref());
        matter.text("theme", facts.theme.as_deref());
        matter.text("organiser", facts.organiser.as_deref());
        matter.list("tags", self.day.trends.iter().map(|trend| trend.tag.clone()));
        matter.plain("day_id", Some(self.day.day.id.to_string()));
        let mut blocks = vec![matter.close(&data, 0)];
        blocks.extend(markdown::opening(facts, self.labels));
        blocks.push(format!("## {}", self.labels.programme));
        let items = self.day.sections.iter().zip(&self.names).map(|(section, name)| {
            let title =
                format!("**{}**", escape::plain(&words::titled(&section.session.facts.title, self.labels)));
            let link = format!("[{title}]({})", address(name));
            markdown::programme_item(section, self.labels).replacen(&title, &link, 1)
        });
        let items: Vec<String> = items.collect();
        blocks.extend((!items.is_empty()).then(|| items.join("\n")));
        blocks.extend(overview::blocks(self.day, self.labels));
        if self.day.private_left_out > 0 {
            blocks.push(format!("*{}*", self.labels.private_left_out.of(self.day.private_left_out)));
        }
        text_of(&blocks)
    }

    fn session_file(&self, index: usize, section: &Section<'_>, session: &SessionJson) -> String {
        let facts = &section.session.facts;
        let heading = markdown::note_heading(section, self.labels);
        // One file is one note: its title is the first heading, not the second.
        let heading = heading.strip_prefix('#').unwrap_or(&heading);
        let head = format!("{heading}\n\n{}", self.links(index));
        let beside = sheet::blocks(section, self.labels).join("\n\n");
        let data = SessionData {
            version: VERSION,
            number: section.number,
            session,
            noted: noted(&section.blocks),
            head: fingerprint::of(&head),
            beside: fingerprint::of(&beside),
        };
        let mut matter = FrontMatter::new(&words::titled(&facts.title, self.labels));
        matter.text("day", Some(&words::titled(&self.day.day.facts.title, self.labels)));
        matter.plain("date", session.date.map(|date| date.to_string()));
        let time = |time: Option<chrono::NaiveTime>| time.map(crate::domain::dates::time);
        matter.text("start", time(facts.start).as_deref());
        matter.text("end", time(facts.end).as_deref());
        matter.list("speakers", facts.speakers.iter().map(words::speaker));
        matter.text("room", facts.room.as_deref());
        matter.text("track", facts.track.as_deref());
        let trends: BTreeSet<&String> = section.blocks.iter().flat_map(|block| &block.trends).collect();
        matter.list("tags", trends.into_iter().cloned());
        matter.plain("id", Some(section.session.id.to_string()));
        matter.plain("day_id", Some(self.day.day.id.to_string()));
        let mut blocks = vec![matter.close(&data, section.blocks.len()), head];
        blocks.push(NOTE.to_owned());
        let mut keeper = Keeper::default();
        for block in &section.blocks {
            blocks.extend(std::iter::repeat_n(String::new(), block.blank_before));
            blocks.push(keeper.line(&block.line.text));
        }
        blocks.push(BESIDE.to_owned());
        blocks.extend((!beside.is_empty()).then_some(beside));
        blocks.push(END.to_owned());
        text_of(&blocks)
    }

    /// To the day, the session before and the one after.
    fn links(&self, index: usize) -> String {
        let link = |words: &str, name: &str| format!("[{words}]({})", address(name));
        let before = index.checked_sub(1).and_then(|before| self.names.get(before));
        let links = [
            before.map(|name| link("←", name)),
            Some(link(&escape::plain(&words::titled(&self.day.day.facts.title, self.labels)), &self.own)),
            self.names.get(index + 1).map(|name| link("→", name)),
        ];
        words::joined(links, " · ").unwrap_or_default()
    }
}

fn text_of(blocks: &[String]) -> String {
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// A name as the address of a link: what is not a plain letter or digit as the numbers of its bytes.
fn address(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    name.bytes().map(byte).collect()
}

/// Front matter: YAML between two lines of hyphens.
struct FrontMatter(Vec<String>);

impl FrontMatter {
    fn new(title: &str) -> Self {
        let mut matter = Self(vec![FENCE.to_owned()]);
        matter.text("title", Some(title));
        matter
    }

    /// A text, which can hold anything.
    fn text(&mut self, name: &str, text: Option<&str>) {
        self.0.extend(text.map(|text| format!("{name}: {}", quoted(text))));
    }

    /// A date or an id.
    fn plain(&mut self, name: &str, value: Option<String>) {
        self.0.extend(value.map(|value| format!("{name}: {value}")));
    }

    fn list(&mut self, name: &str, texts: impl Iterator<Item = String>) {
        let texts: Vec<String> = texts.map(|text| quoted(&text)).collect();
        if !texts.is_empty() {
            self.0.push(format!("{name}: [{}]", texts.join(", ")));
        }
    }

    /// Adds what only Plenair reads, of so many lines, and closes it.
    fn close(mut self, data: &impl Serialize, lines: usize) -> String {
        let mut json = Vec::with_capacity(DATA_BYTES + lines * DATA_BYTES_A_LINE);
        // Nothing in it can fail: all keys are texts, and it is written to memory.
        let written = serde_json::to_writer(&mut json, data).ok();
        let data = written.and_then(|()| String::from_utf8(json).ok()).unwrap_or_default();
        let data = printable(data).replace('\'', "''");
        self.0.push(format!("{DATA}{data}'"));
        self.0.push(FENCE.to_owned());
        self.0.join("\n")
    }
}

/// A text in YAML between quotation marks, as JSON has it.
fn quoted(text: &str) -> String {
    printable(Value::from(text).to_string())
}

/// JSON with the characters that YAML may not hold as their numbers. Inside quotation marks JSON needs none of them.
fn printable(json: String) -> String {
    if json.bytes().all(escape::is_visible) {
        return json;
    }
    let mut printable = String::with_capacity(json.len());
    for c in json.chars() {
        let is_printable = matches!(c, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}')
            || matches!(c, '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' | '\u{10000}'..);
        if is_printable {
            printable.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(printable, "\\u{unit:04x}");
            }
        }
    }
    printable
}

/// Counts what is in such a folder. `None` for a folder that has anything else in it.
pub(super) fn count(files: &[FolderFile]) -> Option<Counts> {
    let counted: Option<Vec<Counts>> = together::map(files, count_file).into_iter().collect();
    counted.map(|counted| counted.into_iter().sum())
}

fn count_file(file: &FolderFile) -> Option<Counts> {
    let text = std::str::from_utf8(&file.bytes).ok().filter(|_| file.name.ends_with(ENDING))?;
    let mut lines = text.lines();
    let data: Counted = data_of(&mut lines)?;
    let none = Counts::default();
    if data.day.is_some() {
        return Some(Counts { days: 1, private_left_out: data.private_left_out?, ..none });
    }
    data.session?;
    lines.find(|line| *line == NOTE)?;
    let mut counts = Counts { sessions: 1, ..none };
    loop {
        match lines.next()? {
            BESIDE => return Some(counts),
            line if line.trim().is_empty() => {}
            _ => counts.lines += 1,
        }
    }
}

/// What of a file's data is counted; the rest of it is read and not kept.
#[derive(Deserialize)]
struct Counted {
    day: Option<IgnoredAny>,
    session: Option<IgnoredAny>,
    private_left_out: Option<usize>,
}

/// The data in the front matter that these lines begin with.
fn data_of<'a, T: DeserializeOwned>(lines: &mut impl Iterator<Item = &'a str>) -> Option<T> {
    lines.next().filter(|line| *line == FENCE)?;
    let mut matter = lines.take_while(|line| *line != FENCE);
    let data = matter.find_map(|line| line.strip_prefix(DATA)?.strip_suffix('\''))?;
    serde_json::from_str(&data.replace("''", "'")).ok()
}
