//! The parallel sessions of a round: which of the lines below its title are one each, by a letter or a number, or by the
//! title, which says that there are several. What such a line says is read in `items`.

use super::lines::{Line, Mark};
use super::slots::Slot;
use super::{rooms, speakers, words};
use crate::domain::day::SessionKind;
use crate::import::{kind, names};

/// Words for several sessions at the same time.
const SEVERAL: [&str; 37] = [
    "workshops",
    "workshoprunde",
    "workshopphase",
    "werkgroepen",
    "werksessies",
    "themasessies",
    "themagroepen",
    "themarondes",
    "keuzesessies",
    "keuzeronde",
    "keuzerondes",
    "kennissessies",
    "verdiepingssessies",
    "verdiepingsronde",
    "rondetafels",
    "rondetafelgesprekken",
    "tafelgesprekken",
    "dialoogtafels",
    "sessieronde",
    "sessierondes",
    "masterclasses",
    "excursies",
    "werkbezoeken",
    "subsessies",
    "roundtables",
    "concurrent",
    "simultaneous",
    "arbeitsgruppen",
    "themenforen",
    "fachforen",
    "foren",
    "thementische",
    "exkursionen",
    "ateliers",
    "simultanés",
    "simultanées",
    "carrousel",
];
/// The same, as the start of a word.
const SEVERAL_STARTS: [&str; 7] =
    ["deelsessie", "parallel", "parallèle", "breakout", "break-out", "workshopronde", "workshopsessie"];

/// A parallel session.
pub(super) struct Child {
    /// Its letter or number.
    pub(super) label: String,
    /// Its title line, with the people in it.
    pub(super) title: String,
    /// The places of its lines.
    pub(super) lines: Vec<usize>,
}

/// The parallel sessions below the title of a slot: those with letters or numbers, else, where the title says that it is a
/// round of them, each line of the list below it.
pub(super) fn find(lines: &[Line<'_>], slot: &Slot) -> Vec<Child> {
    let labelled = with_labels(lines, slot);
    if !labelled.is_empty() || !is_round(&slot.title) {
        return labelled;
    }
    let listed = of_list(lines, slot);
    if listed.is_empty() { of_lines(lines, slot) } else { listed }
}

/// At least two with letters or numbers that follow each other.
fn with_labels(lines: &[Line<'_>], slot: &Slot) -> Vec<Child> {
    let is_workshop = kind::guess(&slot.title) == SessionKind::Workshop;
    let mut children: Vec<Child> = Vec::new();
    for &index in slot.lines.iter().skip(1) {
        let Some(line) = lines.get(index) else { continue };
        match labelled(line, is_workshop) {
            Some((label, title))
                if children.is_empty() || children.iter().all(|child| child.label != label) =>
            {
                children.push(Child { label, title, lines: vec![index] });
            }
            _ => {
                if let Some(child) = children.last_mut() {
                    child.lines.push(index);
                }
            }
        }
    }
    if children.len() >= 2 && (begins(&children) || is_workshop && goes_on(&children)) {
        children
    } else {
        Vec::new()
    }
}

/// Whether the first is an A or a 1.
fn begins(children: &[Child]) -> bool {
    children.first().is_some_and(|child| child.label.ends_with(['A', 'a', '1']))
}

/// Whether each label is the one after the label before it: a second round may go on with D.
fn goes_on(children: &[Child]) -> bool {
    let value = |child: &Child| match child.label.parse::<u32>() {
        Ok(number) => Some(number),
        Err(_) => child.label.chars().next().filter(|_| child.label.len() == 1).map(u32::from),
    };
    children
        .iter()
        .zip(children.iter().skip(1))
        .all(|(one, next)| value(one).is_some_and(|one| value(next) == Some(one + 1)))
}

/// Whether the title of a slot says that several sessions are held in it at the same time.
fn is_round(title: &str) -> bool {
    let words = words::words(title);
    let is_plural = words.iter().any(|word| {
        SEVERAL.contains(&word.as_str()) || SEVERAL_STARTS.iter().any(|start| word.starts_with(start))
    });
    let is_numbered = words.iter().any(|word| matches!(word.as_str(), "ronde" | "round" | "runde"));
    is_plural || is_numbered && kind::guess(title) == SessionKind::Workshop
}

/// One of each item of the list below the title.
fn of_list(lines: &[Line<'_>], slot: &Slot) -> Vec<Child> {
    let below = || slot.lines.iter().skip(1).filter_map(|index| Some((*index, lines.get(*index)?)));
    let Some((_, first)) = below().find(|(_, line)| line.is_listed()) else {
        return Vec::new();
    };
    let is_alike = |line: &Line<'_>| {
        std::mem::discriminant(&line.mark) == std::mem::discriminant(&first.mark)
            && line.indent <= first.indent + 1
    };
    let mut children: Vec<Child> = Vec::new();
    for (index, line) in below() {
        if is_alike(line) {
            children.push(child(children.len(), index, line));
        } else if let Some(child) = children.last_mut() {
            child.lines.push(index);
        }
    }
    only_titles(children)
}

/// One of each line below the title, where every one of them names somebody or a room behind what may be a title.
fn of_lines(lines: &[Line<'_>], slot: &Slot) -> Vec<Child> {
    let mut children: Vec<Child> = Vec::new();
    for index in slot.lines.iter().skip(1) {
        let Some(line) = lines.get(*index) else { continue };
        let is_people = speakers::of_labelled_line(&line.text).is_some()
            || speakers::of_plain_line(&line.text, false).is_some();
        let names = !speakers::split(&line.text).speakers.is_empty() || rooms::split(&line.text).is_some();
        if is_people || !names {
            return Vec::new();
        }
        children.push(child(children.len(), *index, line));
    }
    only_titles(children)
}

fn child(before: usize, index: usize, line: &Line<'_>) -> Child {
    Child { label: (before + 1).to_string(), title: line.text.clone(), lines: vec![index] }
}

/// The sessions, unless there are fewer than two or one of them has no title but a remark.
fn only_titles(children: Vec<Child>) -> Vec<Child> {
    const MOST_WORDS: usize = 30;
    let is_title = |child: &Child| {
        let starts = child.title.trim_start_matches(['"', '“', '„', '‘', '«', '\'', '(', ' ']);
        starts.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !child.title.ends_with(['.', ':'])
            && child.title.split_whitespace().count() <= MOST_WORDS
    };
    if children.len() >= 2 && children.iter().all(is_title) { children } else { Vec::new() }
}

/// The letter or number of a parallel session and its title.
fn labelled(line: &Line<'_>, is_workshop: bool) -> Option<(String, String)> {
    if let Mark::Number(number) = line.mark {
        return (is_workshop && !line.text.is_empty()).then(|| (number.to_string(), line.text.clone()));
    }
    of_text(&line.text).or_else(|| small_letter(&line.text).filter(|_| is_workshop))
}

/// The letter or number that `text` starts with, and the title: without a letter alone, with a word such as "Workshop 1".
pub(super) fn of_text(text: &str) -> Option<(String, String)> {
    const PARTS: [&str; 29] = [
        "workshop",
        "sessie",
        "session",
        "deelsessie",
        "atelier",
        "track",
        "gruppe",
        "groep",
        "groupe",
        "group",
        "ag",
        "forum",
        "parallelsessie",
        "arbeitsgruppe",
        "themenforum",
        "werksessie",
        "stream",
        "tafel",
        "table",
        "tisch",
        "parcours",
        "masterclass",
        "subsessie",
        "panel",
        "room",
        "zaal",
        "ws",
        "werkgroep",
        "thementisch",
    ];
    if let Some(coded) = coded(text) {
        return Some(coded);
    }
    let whole = text;
    let text = text.trim_start_matches('(');
    // "A. Jansen" is somebody.
    if let Some(lettered) = lettered(text).filter(|_| !names::is_name(text)) {
        return Some(lettered);
    }
    let mut words = text.split_whitespace();
    let (word, label) = (words.next()?.to_lowercase(), words.next()?);
    let bare = label.trim_matches(|c: char| !c.is_alphanumeric());
    let is_label = bare.len() <= 2
        && bare.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && !bare.is_empty();
    if !PARTS.contains(&word.as_str()) || !is_label {
        return None;
    }
    let ends = label.ends_with([':', '.', ')', '-', '–', '|']);
    let next = words.next()?;
    (ends
        || matches!(next, ":" | "-" | "–" | "—" | "|")
        || next.starts_with(|c: char| c.is_uppercase() || c == '(' || is_opening(c)))
    .then(|| (bare.to_owned(), whole.to_owned()))
}

/// The letter that `text` starts with and what stands behind it: "A. Camera's", "B – Wonen".
pub(super) fn lettered(text: &str) -> Option<(String, String)> {
    let mut chars = text.chars();
    let (letter, sign) = (chars.next().filter(char::is_ascii_uppercase)?, chars.next()?);
    let rest = chars.as_str();
    let is_parted = matches!(sign, '.' | ')' | ':') && rest.starts_with(char::is_whitespace)
        || sign == ' ' && rest.starts_with(['-', '–', '|', ':'])
        || sign == '\t';
    let title = speakers::tidy(rest);
    (is_parted && !title.is_empty()).then(|| (letter.to_string(), title.to_owned()))
}

/// The number that `text` starts with and what stands behind it: "1. Camera's", "2) Wonen".
pub(super) fn numbered(text: &str) -> Option<(String, String)> {
    const MOST_DIGITS: usize = 2;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|_| (1..=MOST_DIGITS).contains(&digits))?;
    let title = rest.strip_prefix(['.', ')']).filter(|rest| rest.starts_with(char::is_whitespace))?.trim();
    (!title.is_empty()).then(|| (number.to_owned(), title.to_owned()))
}

/// A small letter with a bracket that `text` starts with, and what stands behind it: "a) Wonen". Elsewhere it is a remark.
fn small_letter(text: &str) -> Option<(String, String)> {
    let (letter, rest) = text.split_once(')')?;
    let is_letter = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_lowercase());
    let title = speakers::tidy(rest);
    (is_letter && !title.is_empty()).then(|| (letter.to_ascii_uppercase(), title.to_owned()))
}

/// A letter and a number that `text` starts with, in either order, and what stands behind them: "A1 Bomen", "2B: Bermen".
fn coded(text: &str) -> Option<(String, String)> {
    let (code, rest) = text.split_once([' ', '\t'])?;
    let bare = code.trim_end_matches(['.', ':', ')']);
    let letter = |c: char| c.is_ascii_uppercase();
    let number = bare.strip_prefix(letter).or_else(|| bare.strip_suffix(letter))?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let title = speakers::tidy(rest);
    let is_parted = bare.len() < code.len() || title.starts_with(|c: char| c.is_uppercase() || is_opening(c));
    (is_number && is_parted && !title.is_empty()).then(|| (bare.to_owned(), title.to_owned()))
}

/// Whether a quotation begins with this sign.
fn is_opening(sign: char) -> bool {
    matches!(sign, '"' | '“' | '„' | '‘' | '«')
}
