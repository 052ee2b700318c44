//! The one Markdown file of an export as days with their notes: what it shows, and no more. Not in it is what a line was typed
//! as where two ways of typing look the same; times of lines are only where the document says that it has them.
//!
//! Only the shape that `export/markdown` promises is read; other Markdown is a programme. What is noted beside the lines
//! and has no place of its own here becomes lines of the note, so that no word is dropped.

use chrono::{NaiveDate, NaiveTime};

use super::folder::typed;
use crate::domain::dates;
use crate::domain::day::{SessionFacts, Speaker};
use crate::domain::language::Language;
use crate::domain::line::{edit, parse};
use crate::domain::noted::{NotedDay, NotedLine, SessionNotes};
use crate::domain::programme::Programme;
use crate::domain::sheet::Contact;

const FORMAT: &str = "markdown";

/// Words of a document and what they become in a note, in both languages.
const KINDS: [(&str, &str); 6] = [
    ("Afspraak", "afspraak: "),
    ("Vraag", "vraag: "),
    ("Cijfer", "cijfer: "),
    ("Agreement", "agreed: "),
    ("Question", "question: "),
    ("Figure", "figure: "),
];
const PRIVATE: [(&str, Language); 2] =
    [("*(alleen voor mij)*", Language::Dutch), ("*(just for me)*", Language::English)];
const THEME: [&str; 2] = ["Thema", "Theme"];
const ORGANISER: [&str; 2] = ["Organisatie", "Organiser"];
const PROGRAMME: [&str; 2] = ["## Programma", "## Programme"];
const MAIN_POINTS: [&str; 2] = ["Kernpunten", "Main points"];
const TAKE_HOME: [&str; 2] = ["Mee naar huis", "To take home"];
const SPOKE_WITH: [&str; 2] = ["Gesproken", "Spoke with"];

/// What a document says whose lines begin with their times.
const TIMES: &str = "<!-- plenair: times -->";
const TIME: &str = "%H:%M";

/// Headings of a note come so much deeper in the document.
const HEADING_SHIFT: usize = 2;

/// Whether this is such a document.
pub(super) fn is_one(text: &str) -> bool {
    text.starts_with("# ") && text.split("\n\n").any(|block| PROGRAMME.contains(&block))
}

/// The part of the document that is being read.
enum Part {
    Opening,
    Programme,
    /// The note of the session at this place of the day.
    Note(usize),
    /// What repeats the notes, and what comes behind them.
    Passed,
}

/// Reads the days of a document.
pub(super) fn read(text: &str) -> Vec<NotedDay> {
    let has_times = text.split("\n\n").any(|block| block.trim_matches('\n') == TIMES);
    let mut days: Vec<NotedDay> = Vec::new();
    let mut part = Part::Passed;
    let mut date = None;
    for block in text.split("\n\n").map(|block| block.trim_matches('\n')).filter(|block| !block.is_empty()) {
        if let Some(title) = block.strip_prefix("# ") {
            days.push(new_day(&typed(title)));
            part = Part::Opening;
            continue;
        }
        let Some(day) = days.last_mut() else { continue };
        if block == "---" || block == TIMES {
            part = Part::Passed;
        } else if let Some(heading) = block.strip_prefix("## ") {
            let (heading, is_private) = unmarked(heading);
            part = match numbered(&heading) {
                _ if PROGRAMME.contains(&block) => Part::Programme,
                Some((number, _)) => number.checked_sub(1).map_or(Part::Passed, Part::Note),
                None => Part::Passed,
            };
            // Marked at either place is private, also where somebody took the other mark away.
            if let Part::Note(place) = part
                && is_private
                && let Some(notes) = day.notes.get_mut(place)
            {
                notes.private = true;
            }
        } else {
            match part {
                Part::Opening => opening(day, block),
                Part::Programme => programme(day, block, &mut date),
                Part::Note(place) => note(day, place, block, has_times),
                Part::Passed => {}
            }
        }
    }
    days
}

fn new_day(title: &str) -> NotedDay {
    let mut programme = Programme { format: FORMAT, ..Programme::default() };
    title.clone_into(&mut programme.day.title);
    NotedDay { programme, notes: Vec::new() }
}

/// "12. rest" is a number and the rest.
fn numbered(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once(". ")?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    Some((number.parse().ok()?, rest))
}

/// "**Label:** rest" is a label and the rest.
fn labelled(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("**")?.split_once(":** ")
}

fn opening(day: &mut NotedDay, block: &str) {
    let facts = &mut day.programme.day;
    match labelled(block) {
        Some((label, text)) if THEME.contains(&label) => facts.theme = Some(typed(text)),
        Some((label, text)) if ORGANISER.contains(&label) => facts.organiser = Some(typed(text)),
        _ => {
            let (when, place) = block.split_once(" · ").unwrap_or((block, ""));
            let (first, last) = when.split_once(" – ").unwrap_or((when, ""));
            facts.date = date_in(first);
            facts.last_date = date_in(last);
            let place = if facts.date.is_some() { place } else { block };
            facts.place = Some(typed(place)).filter(|place| !place.is_empty());
        }
    }
}

/// A date as documents write it, in either language.
fn date_in(text: &str) -> Option<NaiveDate> {
    let mut words = text.split_whitespace().skip(1);
    let (day, _, year) =
        (words.next()?.parse::<u32>().ok()?, words.next()?, words.next()?.parse::<i32>().ok()?);
    let is_it = |date: &NaiveDate| Language::ALL.iter().any(|language| dates::date(*language, *date) == text);
    (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(year, month, day)).find(is_it)
}

fn programme(day: &mut NotedDay, block: &str, date: &mut Option<NaiveDate>) {
    if let Some(found) = block.strip_prefix("**").and_then(|rest| date_in(rest.strip_suffix("**")?)) {
        *date = Some(found);
        return;
    }
    for (_, item) in block.lines().filter_map(numbered) {
        let date = date.filter(|_| day.programme.day.usual_date().is_none());
        let (item, private) = unmarked(item);
        day.programme.sessions.push(SessionFacts { date, ..session(&item) });
        day.notes.push(SessionNotes { private, ..SessionNotes::default() });
    }
}

/// The name of a session without the mark that it is private as a whole, and whether it had one. What a person typed is
/// never such a mark: its stars are escaped.
fn unmarked(name: &str) -> (String, bool) {
    let mark = PRIVATE.iter().find_map(|(shown, _)| {
        let mark = format!(" {shown}");
        name.contains(&mark).then_some(mark)
    });
    mark.map_or_else(|| (name.to_owned(), false), |mark| (name.replacen(&mark, "", 1), true))
}

/// Times, title, subtitle, who speaks, and where.
fn session(item: &str) -> SessionFacts {
    let mut facts = SessionFacts::default();
    let mut rest = item;
    if let Some((times, after)) = item.split_once(" · ").filter(|_| !item.starts_with("**")) {
        let (start, end) = times.split_once('–').unwrap_or((times, ""));
        (facts.start, facts.end) = (dates::parse_time(start), dates::parse_time(end));
        rest = after;
    }
    let (title, after) = rest.strip_prefix("**").and_then(|rest| rest.split_once("**")).unwrap_or((rest, ""));
    facts.title = typed(title);
    let mut parts = after.split(" · ");
    let subtitle = parts.next().unwrap_or_default();
    facts.subtitle = subtitle.strip_prefix(" – ").map(typed);
    let (speakers, room) = (parts.next(), parts.next());
    facts.speakers = speakers.into_iter().flat_map(|names| names.split("; ")).map(speaker).collect();
    facts.room = room.map(typed);
    facts
}

fn speaker(text: &str) -> Speaker {
    let role = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
    match role {
        Some((name, role)) => Speaker { name: typed(name), role: Some(typed(role)) },
        None => Speaker { name: typed(text), role: None },
    }
}

fn note(day: &mut NotedDay, place: usize, block: &str, has_times: bool) {
    let facts = &day.programme.day;
    let date = day.programme.sessions.get(place).and_then(|session| session.date).or(facts.usual_date());
    let Some(notes) = day.notes.get_mut(place) else { return };
    if let Some((label, list)) = block.strip_prefix("* **").and_then(|rest| rest.split_once("**\n")) {
        let items = list.lines().map(str::trim).map(|item| {
            let item =
                item.strip_prefix("- ").or_else(|| numbered(item).map(|(_, item)| item)).unwrap_or(item);
            typed(item)
        });
        if MAIN_POINTS.contains(&label) {
            notes.sheet.main_points.extend(items);
            return;
        }
        if TAKE_HOME.contains(&label) {
            notes.sheet.take_home = items.collect::<Vec<_>>().join("\n");
            return;
        }
        if SPOKE_WITH.contains(&label) {
            notes.sheet.contacts.extend(items.map(|item| contact(&item)));
            return;
        }
    }
    // A time without its date would be no moment.
    let timed = date.filter(|_| has_times).and_then(|date| Some((date, timed(block)?)));
    if let Some((date, (time, rest))) = timed {
        // The document does not say how far that is from Greenwich; it is taken as it stands.
        let noted_at = Some(date.and_time(time).and_utc().fixed_offset());
        notes.lines.push(NotedLine { text: line(&rest), noted_at, ..NotedLine::default() });
        return;
    }
    let is_list = block.starts_with("* **");
    let lines = block.lines().map(line).map(|text| {
        // A point that came by is no action that is done.
        let text = if is_list { text.replacen("[x] ", "☑ ", 1).replacen("[ ] ", "☐ ", 1) } else { text };
        let is_private = is_list && has_private_part(&text);
        let text = if is_private { edit::with_private(&text, Language::Dutch) } else { text };
        NotedLine { text, ..NotedLine::default() }
    });
    notes.lines.extend(lines);
}

/// Whether a text that was noted at a point, inside a line that shows the point, is private.
fn has_private_part(text: &str) -> bool {
    text.split(" · ").chain(text.split(":** ")).any(|part| parse(part).private)
}

fn contact(item: &str) -> Contact {
    let mut parts = item.split(" · ").map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    let (name, organisation, about) = (next(), next(), next());
    Contact { name, organisation, about, follow_up: parts.collect::<Vec<_>>().join(" · ") }
}

/// A line of a note from the block that shows it. What is shown as private anywhere in it is private.
fn line(block: &str) -> String {
    let Some((shown, language)) = PRIVATE.iter().find(|(shown, _)| block.contains(*shown)) else {
        return open_line(block);
    };
    let with_space = format!("{shown} ");
    let shown = if block.contains(&with_space) { with_space.as_str() } else { *shown };
    edit::with_private(&open_line(&block.replacen(shown, "", 1)), *language)
}

/// A line of a note that is not shown as private.
fn open_line(block: &str) -> String {
    let (sign, words) = sign_of(block);
    let inner = words.trim_start_matches('\u{a0}');
    let indent = " ".repeat((words.len() - inner.len()) / '\u{a0}'.len_utf8());
    let (star, inner) = inner.strip_prefix("★ ").map_or(("", inner), |rest| ("★ ", rest));
    let kind = labelled(inner).and_then(|(label, text)| {
        let (_, kind) = KINDS.iter().find(|(shown, _)| *shown == label)?;
        Some((*kind, text))
    });
    if let Some((kind, text)) = kind {
        return format!("{indent}{star}{kind}{}", typed(without_understood(text)));
    }
    let words = if sign.starts_with("- [") { without_understood(inner) } else { inner };
    format!("{indent}{sign}{star}{}", typed(words))
}

/// What stands in front of the words of a block, as it is typed in a note: a heading, a box, a quote or a bullet.
fn sign_of(block: &str) -> (String, &str) {
    let hashes = block.len() - block.trim_start_matches('#').len();
    let heading = block.get(hashes..).and_then(|rest| rest.strip_prefix(' '));
    if let Some(text) = heading.filter(|_| hashes > HEADING_SHIFT) {
        return (format!("{} ", "#".repeat(hashes - HEADING_SHIFT)), text);
    }
    let signs = ["- [ ] ", "- [x] ", "> ", "- "];
    let found = signs.into_iter().find_map(|sign| Some((sign, block.strip_prefix(sign)?)));
    let (sign, words) = found.unwrap_or(("", block));
    (sign.to_owned(), words)
}

/// The time that the words of a block begin with, behind its sign and its marker, and the block without it.
fn timed(block: &str) -> Option<(NaiveTime, String)> {
    let words = if block.starts_with('#') { return None } else { sign_of(block).1 };
    let words = words.trim_start_matches('\u{a0}');
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < words.len();
    let signs: &[char] = if is_number { &['.', ')'] } else { &['-', '*', '+'] };
    let escaped = digits.strip_prefix('\\').unwrap_or(digits);
    let behind = escaped.strip_prefix(signs).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(words);
    let time = behind.get(..5).filter(|time| time.is_ascii() && !time.contains(' '))?;
    let rest = behind.get(5..)?.strip_prefix(' ')?;
    let before = block.get(..block.len() - behind.len())?;
    Some((NaiveTime::parse_from_str(time, TIME).ok()?, format!("{before}{rest}")))
}

/// Without the date or the share that a document adds between brackets.
fn without_understood(text: &str) -> &str {
    let added = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match added {
        Some((before, added)) if added.ends_with(" %") || date_in(added).is_some() => before,
        _ => text,
    }
}
