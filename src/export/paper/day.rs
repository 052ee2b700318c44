//! Whole days on paper: the programme, the notes per session, and an overview of each day.

use std::collections::BTreeMap;

use super::{Heading, Item, Look, Marker, Paper, Part, Role, Table, lines};
use crate::domain::dates;
use crate::domain::day::{DayFacts, Session, SessionFacts};
use crate::domain::id::SessionId;
use crate::domain::line::LineKind;
use crate::domain::sheet::Contact;
use crate::domain::sheet::outgoing::{OutgoingList, OutgoingPoint};
use crate::export::labels::Labels;
use crate::export::outline::{DayOutline, Outline, Section};
use crate::export::runs::{self, Run, What};
use crate::export::words::{self, dates_of, hands, joined, rated, speakers, titled};

/// The days of `outline`.
#[must_use]
pub fn paper(outline: &Outline<'_>, labels: &Labels) -> Paper {
    let parts = outline.days.iter().flat_map(|day| day_parts(day, labels)).collect();
    let mut paper = Paper {
        title: title_of(outline, labels),
        language: labels.language,
        author: labels.author.clone(),
        parts,
    };
    paper.close(outline.private_left_out, labels);
    paper
}

/// What a document of these days is called.
#[must_use]
pub fn title_of(outline: &Outline<'_>, labels: &Labels) -> String {
    let titles: Vec<String> = outline.days.iter().map(|day| titled(&day.day.facts.title, labels)).collect();
    match titles.as_slice() {
        [] => labels.untitled.clone(),
        [first, .., last] if first != last => format!("{first} – {last}"),
        [first, ..] => first.clone(),
    }
}

fn day_parts(day: &DayOutline<'_>, labels: &Labels) -> Vec<Part> {
    let mut parts = opening(&day.day.facts, labels);
    parts.push(Part::heading(2, &labels.programme));
    parts.extend(programme(day, labels));
    for section in day.sections.iter().filter(|section| section.has_notes()) {
        parts.extend(note(section, labels));
    }
    parts.extend(overview(day, labels));
    parts
}

/// The title of a day with its date, place, theme and organiser.
#[must_use]
pub fn opening(facts: &DayFacts, labels: &Labels) -> Vec<Part> {
    let title = vec![Run::plain(&titled(&facts.title, labels))];
    let mut parts = vec![Part::Heading(Heading { level: 1, role: Role::Day, runs: title })];
    let when_and_where = joined([dates_of(facts, labels), facts.place.clone()], " · ");
    parts.extend(when_and_where.map(|text| Part::text(Look::Lead, vec![Run::plain(&text)])));
    for (label, text) in [(&labels.theme, &facts.theme), (&labels.organiser, &facts.organiser)] {
        let text = text.as_ref().map(|text| fact(label, Run::plain(text)));
        parts.extend(text.map(|runs| Part::text(Look::Lead, runs)));
    }
    parts
}

/// What is known of a day, behind what it is: "**Thema:** Onbehagen".
#[must_use]
pub fn fact(label: &str, run: Run) -> Vec<Run> {
    vec![Run { bold: true, ..Run::exact(&format!("{label}: ")) }, run]
}

/// The programme: a table per date, with the columns that it needs.
#[must_use]
pub fn programme(day: &DayOutline<'_>, labels: &Labels) -> Vec<Part> {
    let has =
        |fact: fn(&SessionFacts) -> bool| day.sections.iter().any(|section| fact(&section.session.facts));
    let columns = Columns {
        times: day.sections.iter().any(|section| section.times.is_some()),
        speakers: has(|facts| !facts.speakers.is_empty()),
        rooms: has(|facts| facts.room.is_some()),
    };
    let facts = &day.day.facts;
    let many = facts.last_date.is_some_and(|last| Some(last) != facts.date);
    let mut parts: Vec<Part> = Vec::new();
    let mut date = if many { None } else { facts.date };
    for section in &day.sections {
        let next = section.session.facts.date.or(date).or(facts.date);
        if next != date
            && let Some(next) = next
        {
            parts.push(Part::heading(3, &dates::date(labels.language, next)));
        }
        date = next;
        let row = columns.row(section, labels);
        if let Some(Part::Table(table)) = parts.last_mut() {
            table.rows.push(row);
        } else {
            let header = columns.header(labels);
            parts.push(Part::Table(Table { role: Role::Session, header, rows: vec![row] }));
        }
    }
    parts
}

/// Which columns a programme has beside the number and the title.
struct Columns {
    times: bool,
    speakers: bool,
    rooms: bool,
}

impl Columns {
    fn header(&self, labels: &Labels) -> Vec<String> {
        let all = [
            (true, &labels.number),
            (self.times, &labels.time),
            (true, &labels.item),
            (self.speakers, &labels.speaker),
            (self.rooms, &labels.room),
        ];
        all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, label)| label.clone()).collect()
    }

    fn row(&self, section: &Section<'_>, labels: &Labels) -> Vec<Vec<Run>> {
        let session = section.session;
        let plain = |text: Option<String>| vec![Run::plain(&text.unwrap_or_default())];
        let all = [
            (true, plain(Some(section.number.to_string()))),
            (self.times, plain(section.times.clone())),
            (true, session_name(session, labels)),
            (self.speakers, plain(speakers(session))),
            (self.rooms, plain(session.facts.room.clone())),
        ];
        all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, cell)| cell).collect()
    }
}

/// The title in bold, the subtitle, and whether it is off the programme or private.
#[must_use]
pub fn session_name(session: &Session, labels: &Labels) -> Vec<Run> {
    let mut name = vec![Run::bold(&titled(&session.facts.title, labels))];
    let subtitle = session.facts.subtitle.as_deref().map(|text| format!(" – {text}"));
    let cancelled = session.cancelled.then(|| format!(" ({})", labels.cancelled));
    let private = session.private.then(|| format!(" ({})", labels.private));
    name.extend(subtitle.into_iter().chain(cancelled).chain(private).map(|text| Run::exact(&text)));
    name
}

/// The heading of a session, and below it when, by whom and where.
#[must_use]
pub fn session_opening(section: &Section<'_>, labels: &Labels) -> Vec<Part> {
    let session = section.session;
    let about = joined([section.times.clone(), speakers(session), session.facts.room.clone()], " · ");
    let about = about.map(|text| Part::text(Look::Lead, vec![Run::plain(&text)]));
    std::iter::once(session_heading(section, labels)).chain(about).collect()
}

/// The number and the title of a session.
#[must_use]
pub fn session_heading(section: &Section<'_>, labels: &Labels) -> Part {
    let facts = &section.session.facts;
    let title = joined([Some(titled(&facts.title, labels)), facts.subtitle.clone()], " – ");
    let private = section.session.private.then(|| format!("({})", labels.private));
    let title = joined([title, private], " ");
    Part::heading(2, &format!("{}. {}", section.number, title.unwrap_or_default()))
}

/// A session with what was noted there.
pub fn note(section: &Section<'_>, labels: &Labels) -> Vec<Part> {
    let sheet = &section.sheet;
    let mut parts = session_opening(section, labels);
    parts.extend(sheet.lists.iter().flat_map(|list| points(list, labels)));
    let beside = [
        (&labels.main_points, Part::numbers(sheet.main_points.iter().map(|text| runs::of(text)))),
        (&labels.take_home, Part::bullets(sheet.take_home.iter().map(|text| runs::of(text)))),
    ];
    for (label, list) in beside.into_iter().filter(|(_, list)| !list.is_empty()) {
        parts.extend([Part::heading(3, label), list]);
    }
    if !sheet.contacts.is_empty() {
        let rows = sheet.contacts.iter().map(contact).collect();
        let table = Table { role: Role::Plain, header: contact_header(labels), rows };
        parts.extend([Part::heading(3, &labels.spoke_with), Part::Table(table)]);
    }
    if sheet.has_notes() && !section.blocks.is_empty() {
        parts.push(Part::heading(3, &labels.notes));
    }
    parts.extend(lines::parts(section.blocks.iter(), labels));
    parts
}

fn contact_header(labels: &Labels) -> Vec<String> {
    [&labels.name, &labels.organisation, &labels.about, &labels.follow_up].map(Clone::clone).to_vec()
}

fn contact(contact: &Contact) -> Vec<Vec<Run>> {
    let Contact { name, organisation, about, follow_up } = contact;
    [name, organisation, about, follow_up].map(|text| runs::of(text)).to_vec()
}

/// A point list under its title, with what was noted at its points.
#[must_use]
pub fn points(list: &OutgoingList, labels: &Labels) -> Vec<Part> {
    let title = words::list_title(list, labels);
    let title =
        words::joined([Some(title), words::ticked(list, labels).map(|count| format!("({count})"))], " ");
    let items: Vec<Item> =
        list.points.iter().flat_map(|point| point_items(point, list.ticked() > 0, labels)).collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Part::heading(3, &title.unwrap_or_default()), Part::List(items)]
    }
}

fn point_items(point: &OutgoingPoint, has_boxes: bool, labels: &Labels) -> Vec<Item> {
    let mut runs: Vec<Run> = Vec::new();
    if has_boxes {
        runs.push(Run::exact(&format!("{} ", super::box_sign(point.ticked))));
    }
    runs.push(Run::plain(point.shown()));
    if let Some(tag) = &point.tag {
        runs.push(Run::exact(" "));
        runs.push(Run { what: What::Trend, ..Run::plain(&format!("#{tag}")) });
    }
    if let Some(rating) = point.rating {
        runs.extend([Run::exact(" · "), Run::bold(rated(rating, labels))]);
    }
    if !point.remark.is_empty() {
        runs.push(Run::exact(" · "));
        runs.extend(runs::of(&point.remark));
    }
    let number = u32::try_from(point.number).unwrap_or(u32::MAX);
    let mut items = vec![Item::plain(Marker::Number(number), runs)];
    let mut below = |label: &str, text: Vec<Run>| {
        let runs =
            std::iter::once(Run { bold: true, ..Run::exact(&format!("{label}: ")) }).chain(text).collect();
        items.push(Item { role: Role::Plain, marker: Marker::Bullet, level: 1, runs });
    };
    if !point.outcome.is_empty() {
        below(&labels.outcome, runs::of(&point.outcome));
    }
    if let Some(hands) = hands(point.hands, labels) {
        below(&labels.hands, vec![Run::plain(&hands)]);
    }
    point.pros.iter().for_each(|text| below(&labels.pros, runs::of(text)));
    point.cons.iter().for_each(|text| below(&labels.cons, runs::of(text)));
    items
}

fn overview(day: &DayOutline<'_>, labels: &Labels) -> Vec<Part> {
    let list = |items: Vec<Vec<Run>>| vec![Part::bullets(items.into_iter())];
    let parts = [
        (
            &labels.main_points,
            list(noted(day, labels, |section| {
                section.sheet.main_points.iter().map(|text| runs::of(text)).collect()
            })),
        ),
        (
            &labels.take_home,
            list(noted(day, labels, |section| {
                section.sheet.take_home.iter().map(|text| runs::of(text)).collect()
            })),
        ),
        (&labels.actions, vec![actions(day, labels)]),
        (&labels.decisions, list(kind(day, LineKind::Decision, labels))),
        (&labels.questions, list(kind(day, LineKind::Question, labels))),
        (&labels.outcomes, list(noted(day, labels, |section| outcomes(section, labels)))),
        (&labels.figures, list(kind(day, LineKind::Figure, labels))),
        (&labels.quotes, list(kind(day, LineKind::Quote, labels))),
        (&labels.trends, vec![trends(day, labels)]),
        (&labels.links, vec![links(day)]),
    ];
    let parts: Vec<Part> = parts
        .into_iter()
        .filter(|(_, parts)| parts.iter().any(|part| !part.is_empty()))
        .flat_map(|(label, parts)| std::iter::once(Part::heading(3, label)).chain(parts))
        .collect();
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(Part::heading(2, &labels.overview)).chain(parts).collect()
}

/// "· onderdeel 3".
fn whereabouts(section: &Section<'_>, labels: &Labels) -> Run {
    Run::exact(&format!(" · {} {}", labels.session, section.number))
}

fn noted(
    day: &DayOutline<'_>,
    labels: &Labels,
    texts: impl Fn(&Section<'_>) -> Vec<Vec<Run>>,
) -> Vec<Vec<Run>> {
    let items = day.sections.iter().flat_map(|section| {
        let place = whereabouts(section, labels);
        texts(section).into_iter().map(move |mut runs| {
            runs.push(place.clone());
            runs
        })
    });
    items.collect()
}

fn kind(day: &DayOutline<'_>, kind: LineKind, labels: &Labels) -> Vec<Vec<Run>> {
    let blocks = day.blocks_of(kind).filter(|(_, block)| !block.parsed.is_blank());
    let item = |(section, block)| {
        let mut runs = lines::said(block, labels);
        runs.push(whereabouts(section, labels));
        runs
    };
    blocks.map(item).collect()
}

fn outcomes(section: &Section<'_>, labels: &Labels) -> Vec<Vec<Run>> {
    let points = section.sheet.lists.iter().flat_map(|list| &list.points);
    let outcome = |point: &OutgoingPoint| {
        let hands = hands(point.hands, labels);
        if point.outcome.is_empty() && hands.is_none() {
            return None;
        }
        let mut runs = vec![Run::bold(point.shown()), Run::exact(" ")];
        runs.extend(runs::of(&point.outcome));
        runs.extend(hands.map(|hands| Run::exact(&format!(" · {hands}"))));
        Some(runs)
    };
    points.filter_map(outcome).collect()
}

/// A table of what is to be done: whether it is done, what, when and from which session.
fn actions(day: &DayOutline<'_>, labels: &Labels) -> Part {
    let header = [&labels.what, &labels.due, &labels.item].map(Clone::clone).to_vec();
    let blocks = day.blocks_of(LineKind::Action).filter(|(_, block)| !block.parsed.is_blank());
    let row = |(section, block): (&Section<'_>, &crate::export::outline::Block<'_>)| {
        let mut what = vec![Run::exact(&format!("{} ", super::box_sign(block.parsed.done)))];
        what.extend(runs::of(block.body()));
        let due = block.due.map(|date| dates::date(labels.language, date)).unwrap_or_default();
        vec![what, vec![Run::plain(&due)], vec![Run::plain(&section.number.to_string())]]
    };
    Part::Table(Table { role: Role::Plain, header, rows: blocks.map(row).collect() })
}

fn trends(day: &DayOutline<'_>, labels: &Labels) -> Part {
    let numbers: BTreeMap<SessionId, usize> =
        day.sections.iter().map(|section| (section.session.id, section.number)).collect();
    let header = [&labels.trend, &labels.line_count, &labels.items].map(Clone::clone).to_vec();
    let rows = day.trends.iter().map(|trend| {
        let tag = Run { what: What::Trend, ..Run::plain(&format!("#{}", trend.tag)) };
        let name = if trend.label == trend.tag {
            vec![tag]
        } else {
            vec![Run::plain(&trend.label), Run::exact(" "), tag]
        };
        let mut sessions: Vec<usize> =
            trend.sessions.keys().filter_map(|session| numbers.get(session).copied()).collect();
        sessions.sort_unstable();
        let sessions: Vec<String> = sessions.iter().map(usize::to_string).collect();
        vec![name, vec![Run::plain(&trend.lines.to_string())], vec![Run::plain(&sessions.join(", "))]]
    });
    Part::Table(Table { role: Role::Plain, header, rows: rows.collect() })
}

/// Further reading.
#[must_use]
pub fn links(day: &DayOutline<'_>) -> Part {
    Part::bullets(day.day.facts.links.iter().map(|link| {
        let url = link.url.trim();
        let what = if runs::is_web(url) { What::Link(url.to_owned()) } else { What::Words };
        vec![Run::plain(&link.title), Run::exact(": "), Run { what, ..Run::plain(url) }]
    }))
}
