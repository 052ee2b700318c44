//! What the lines of one slot say: title, people, room, parallel sessions, and the rest as its summary.
//!
//! Every line of a slot ends up in one of these; nothing is dropped here.

use std::ops::RangeInclusive;

use super::lines::Line;
use super::slots::Slot;
use super::{parallel, rooms, speakers, words};
use crate::domain::day::{SessionFacts, SessionKind, Speaker};
use crate::import::{kind, times};

/// A session and where it was read.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Without its times.
    pub(super) facts: SessionFacts,
    /// The numbers of its lines.
    pub(super) lines: RangeInclusive<usize>,
}

/// A title longer than this many words is not joined with the line below it.
const LONGEST_TITLE: usize = 40;

/// The sessions of `slot`: one, and below it those that are parallel in it.
pub(super) fn read(lines: &[Line<'_>], slot: &Slot, page_width: usize) -> Vec<Item> {
    let children = parallel::find(lines, slot);
    let first_child = children.first().and_then(|child| child.lines.first()).copied().unwrap_or(usize::MAX);
    let own: Vec<usize> = slot.lines.iter().copied().filter(|line| *line < first_child).collect();
    let Some(parent) = one(lines, &slot.title, &own, page_width) else {
        return Vec::new();
    };
    let parent_kind = parent.facts.kind;
    let mut items = vec![parent];
    for child in children {
        if let Some(mut item) = one(lines, &child.title, &child.lines, page_width) {
            item.facts.parallel = Some(child.label);
            // What one of several is about says little: "Forum 2: Partyszenen" is no party.
            let says_little =
                !matches!(item.facts.kind, SessionKind::Panel | SessionKind::Break | SessionKind::Lunch);
            if says_little && parent_kind == SessionKind::Workshop {
                item.facts.kind = parent_kind;
            }
            items.push(item);
        }
    }
    items
}

/// Reads one session from its lines, the first of which may hold a time before `title`.
fn one(lines: &[Line<'_>], title: &str, own: &[usize], page_width: usize) -> Option<Item> {
    let mut reading = Reading { title: title.to_owned(), page_width, ..Reading::default() };
    let mut previous = own.first().copied();
    for (place, &index) in own.iter().enumerate() {
        let line = lines.get(index)?;
        let is_head = place == 0 && !title.is_empty();
        if is_head || times::whole(&line.text).is_some() || words::without_time_label(&line.text).1 {
            previous = Some(index);
            reading.width = line.raw.chars().count();
            continue;
        }
        let adjacent = previous.is_some_and(|previous| previous + 1 == index);
        reading.take(line, adjacent);
        reading.width = line.raw.trim_end().chars().count();
        previous = Some(index);
    }
    let first = lines.get(*own.iter().min()?)?.number;
    let last = lines.get(*own.iter().max()?)?.number;
    reading.finish().map(|facts| Item { facts, lines: first..=last })
}

#[derive(Default)]
struct Reading {
    title: String,
    room: Option<String>,
    speakers: Vec<Speaker>,
    summary: Vec<String>,
    /// The title may go on on this line.
    title_done: bool,
    /// A label asked for the people that follow.
    labelled: bool,
    /// The line before was nothing but people.
    after_people: bool,
    /// How wide the line before is.
    width: usize,
    page_width: usize,
}

impl Reading {
    fn take(&mut self, line: &Line<'_>, adjacent: bool) {
        let text = line.text.replace('\t', " ");
        let text = text.trim();
        if self.title.is_empty() {
            return self.take_title(text);
        }
        if self.goes_on(line, text, adjacent) {
            self.join(text);
            return;
        }
        if !self.title_done && adjacent && is_only_a_kind(&self.title) && self.take_real_title(line, text) {
            return;
        }
        self.title_done = true;
        self.take_below(line, text, adjacent);
    }

    fn take_title(&mut self, text: &str) {
        if words::after_the_one_before(text) == Some("") {
            return;
        }
        if let Some(room) = rooms::labelled(text) {
            self.room = Some(room.to_owned());
        } else if let Some(people) = speakers::of_labelled_line(text).filter(|people| !people.is_empty()) {
            self.speakers.extend(people);
        } else {
            text.clone_into(&mut self.title);
        }
    }

    /// Whether the title was broken before this line.
    fn goes_on(&self, line: &Line<'_>, text: &str, adjacent: bool) -> bool {
        const WIDE: usize = 50;
        if self.title_done
            || line.is_listed()
            || !adjacent
            || self.title.split_whitespace().count() > LONGEST_TITLE
        {
            return false;
        }
        if ends_torn(&self.title)
            || words::asks_for_more(&self.title)
            || self.title.ends_with([',', '&', '/'])
            || is_open(&self.title)
        {
            return true;
        }
        if speakers::of_labelled_line(text).is_some()
            || speakers::of_plain_line(text, false).is_some()
            || rooms::is_room(text)
        {
            return false;
        }
        let is_lettered = text.chars().nth(1).is_some_and(|c| matches!(c, '.' | ')'));
        let small =
            text.starts_with(char::is_lowercase) && !is_lettered || text.starts_with([')', '–', '&', '(']);
        let full = self.width >= WIDE
            && self.width * 10 >= self.page_width * 8
            && self.page_width <= 130
            && !self.title.ends_with(['.', '?', '!', ':']);
        small || full
    }

    /// Below "Keynote" alone stands what it is about.
    fn take_real_title(&mut self, line: &Line<'_>, text: &str) -> bool {
        const MOST_WORDS: usize = 16;
        let is_people =
            speakers::of_labelled_line(text).is_some() || speakers::of_plain_line(text, false).is_some();
        if line.is_listed()
            || is_people
            || rooms::is_room(text)
            || rooms::labelled(text).is_some()
            || text.split_whitespace().count() > MOST_WORDS
            || text.ends_with('.')
        {
            return false;
        }
        self.title = format!("{}: {text}", self.title.trim_end_matches(':'));
        self.title_done = true;
        true
    }

    fn join(&mut self, text: &str) {
        if ends_torn(&self.title) && text.starts_with(char::is_lowercase) {
            self.title.pop();
        } else {
            self.title.push(' ');
        }
        self.title.push_str(text);
    }

    fn take_below(&mut self, line: &Line<'_>, text: &str, adjacent: bool) {
        let was_people = std::mem::take(&mut self.after_people);
        if let Some(people) = speakers::of_labelled_line(text) {
            self.labelled = people.is_empty();
            self.after_people = !people.is_empty();
            if people.is_empty() || words::words(text).len() > 20 {
                self.summary.push(text.to_owned());
            }
            self.speakers.extend(people);
            return;
        }
        if let Some(people) = speakers::of_talk_line(text).or_else(|| speakers::of_contribution(text)) {
            self.speakers.extend(people);
            self.summary.push(text.to_owned());
            return;
        }
        if let Some(people) = speakers::of_plain_line(text, self.labelled) {
            self.speakers.extend(people);
            self.after_people = true;
            return;
        }
        if let Some(room) = rooms::labelled(text)
            .or_else(|| rooms::is_room(text).then_some(text))
            .filter(|_| self.room.is_none())
        {
            self.room = Some(room.to_owned());
            return;
        }
        let named = speakers::split(text);
        if was_people && adjacent && named.speakers.is_empty() && self.take_role(text) {
            return;
        }
        let worth = line.is_listed() || line.indent > 0 || text.split_whitespace().count() <= 14;
        if worth && !named.speakers.is_empty() {
            self.speakers.extend(named.speakers);
        }
        self.summary.push(text.to_owned());
    }

    /// The line below a name says what that person does.
    fn take_role(&mut self, text: &str) -> bool {
        const MOST_WORDS: usize = 12;
        let Some(last) = self.speakers.last_mut().filter(|last| last.role.is_none()) else {
            return false;
        };
        if text.split_whitespace().count() > MOST_WORDS || text.ends_with(['.', '?', '!', ':']) {
            return false;
        }
        last.role = Some(text.to_owned());
        true
    }

    fn finish(self) -> Option<SessionFacts> {
        let Titled { title, speakers: mut people, room, minutes } = titled(&self.title);
        for speaker in self.speakers {
            if !people.iter().any(|other: &Speaker| is_same(other, &speaker)) {
                people.push(speaker);
            }
        }
        for speaker in &mut people {
            const LONGEST_ROLE: usize = 160;
            speaker.role = speaker.role.take().filter(|role| role.chars().count() <= LONGEST_ROLE);
        }
        let title = one_line(&title);
        let title = if title.is_empty() { one_line(&self.title) } else { title };
        if !title.chars().any(char::is_alphanumeric) {
            return None;
        }
        let room = self.room.or(room).or_else(|| room_of_speakers(&mut people));
        let mut summary = self.summary;
        if let Some(minutes) = minutes {
            summary.insert(0, minutes);
        }
        Some(SessionFacts {
            kind: kind::guess(&title),
            title,
            summary: Some(summary.join("\n")).filter(|text| !text.is_empty()),
            speakers: people,
            room,
            ..SessionFacts::default()
        })
    }
}

/// In "Lea Sommer, Raum Elbe" what stands behind the name is where, not what somebody does.
fn room_of_speakers(people: &mut [Speaker]) -> Option<String> {
    people.iter_mut().find_map(|person| person.role.take_if(|role| rooms::starts_with_label(role)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a title line says beside the title.
#[derive(Default)]
struct Titled {
    title: String,
    speakers: Vec<Speaker>,
    room: Option<String>,
    minutes: Option<String>,
}

/// Parts the people, the room and the length of time from the title, wherever they stand.
fn titled(text: &str) -> Titled {
    let mut cells = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let mut found = Titled { title: cells.next().unwrap_or_default().to_owned(), ..Titled::default() };
    let mut people = Vec::new();
    for cell in cells {
        let named = speakers::of_labelled_line(cell).or_else(|| speakers::of_plain_line(cell, false));
        if let Some(more) = named {
            people.extend(more);
        } else if rooms::is_room(cell) && found.room.is_none() {
            found.room = Some(cell.to_owned());
        } else {
            found.title.push(' ');
            found.title.push_str(cell);
        }
    }
    (found.title, found.minutes) = words::without_minutes(&found.title);
    if let Some((title, room, behind)) = rooms::inside(&found.title) {
        let named = speakers::of_end(&title, behind);
        found.title = if named.is_empty() { format!("{title} – {behind}") } else { title };
        found.room = found.room.or(Some(room));
        people.extend(named);
    }
    if let Some((title, room)) = rooms::split(&found.title) {
        found.title = title;
        found.room = found.room.or(Some(room));
    }
    let split = speakers::split(&found.title);
    found.title = split.title;
    if let Some((title, room)) = rooms::split(&found.title).filter(|_| found.room.is_none()) {
        (found.title, found.room) = (title, Some(room));
    }
    if found.minutes.is_none() {
        (found.title, found.minutes) = words::without_minutes(&found.title);
    }
    found.speakers = split.speakers.into_iter().chain(people).collect();
    found
}

/// Whether `title` says what kind of talk it is and nothing else.
fn is_only_a_kind(title: &str) -> bool {
    const KINDS: [&str; 37] = [
        "keynote",
        "panel",
        "workshop",
        "vortrag",
        "lezing",
        "impuls",
        "impulsvortrag",
        "podiumsdiskussion",
        "paneldiscussie",
        "paneldiscussion",
        "paneldiskussion",
        "talk",
        "lecture",
        "plenary",
        "table ronde",
        "conférence",
        "deelsessie",
        "panel discussion",
        "keynote 1",
        "keynote 2",
        "plenaire lezing",
        "keynote speech",
        "keynote lecture",
        "atelier",
        "plénière",
        "plenair",
        "plenum",
        "hauptvortrag",
        "festvortrag",
        "gastvortrag",
        "fachvortrag",
        "eröffnungsvortrag",
        "plenarvortrag",
        "hoofdlezing",
        "openingslezing",
        "gastlezing",
        "keynote-vortrag",
    ];
    KINDS.contains(&title.trim_end_matches(':').trim().to_lowercase().as_str())
}

/// The same person, with or without titles.
fn is_same(one: &Speaker, other: &Speaker) -> bool {
    let plain = |name: &str| words::words(name).into_iter().filter(|word| word.len() > 3).collect::<Vec<_>>();
    let (one, other) = (plain(&one.name), plain(&other.name));
    !one.is_empty() && (one.ends_with(&other) && !other.is_empty() || other.ends_with(&one))
}

/// Whether `title` ends in the middle of a word.
fn ends_torn(title: &str) -> bool {
    title.ends_with(['-', '\u{ad}', '‐']) && title.chars().rev().nth(1).is_some_and(char::is_alphabetic)
}

/// Whether a bracket or a quotation mark is still open.
fn is_open(title: &str) -> bool {
    let count = |sign: char| title.matches(sign).count();
    count('(') > count(')') || count('„') > count('“') + count('”') || count('«') > count('»')
}
