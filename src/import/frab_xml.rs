//! The XML of frab and Pentabarf, as frab, pretalx, wafer, FOSDEM, Indico's plug-in and many scripts write it.
//!
//! `schedule` with `conference` and, per day and room, `event`s. What makes a file one is its events, not its root: other
//! programs call theirs `schedule` too. Document type definitions are refused, so no entity can grow. Links, recordings,
//! languages and licences are not read.

mod document;

use chrono::{Days, NaiveDate};
use roxmltree::{Document, Node};

use super::clocks::{Clocks, Slot};
use super::collect::{self, Collector};
use super::format::Format;
use super::moment::Moment;
use super::{html_text, speakers};
use crate::domain::day::{DayFacts, SessionFacts, Speaker};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, WarningKind};
use document::Lines;

/// Reads a programme. A file that stops in the middle gives what came before.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    match document::parse(text) {
        Ok(document) => of_document(&document, Collector::new(Format::FrabXml)),
        Err(problem) => {
            let part = document::whole_part(text).ok_or(problem)?;
            let mut collector = Collector::new(Format::FrabXml);
            collector.warn(WarningKind::CutShort, &text.lines().count().to_string());
            of_document(&document::parse(&part)?, collector)
        }
    }
}

fn of_document(document: &Document<'_>, collector: Collector) -> Result<Programme, Problem> {
    let root = document.root();
    let events: Vec<Node<'_, '_>> = root.descendants().filter(|node| is_event(*node)).collect();
    let conference = root.descendants().find(|node| node.has_tag_name("conference"));
    if events.is_empty() && !is_empty_schedule(root, conference) {
        let cause = "this is XML, but no schedule of frab or Pentabarf";
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, cause));
    }
    Ok(programme(document, conference, &events, collector))
}

/// Events stand in a schedule or a day; what is called so elsewhere is something else.
fn is_event(node: Node<'_, '_>) -> bool {
    node.tag_name().name() == "event"
        && node.ancestors().skip(1).any(|around| matches!(around.tag_name().name(), "schedule" | "day"))
}

/// A schedule before its first event: it has a conference, and no entries of another dialect.
fn is_empty_schedule(root: Node<'_, '_>, conference: Option<Node<'_, '_>>) -> bool {
    let is_schedule = root.first_element_child().is_some_and(|node| node.tag_name().name() == "schedule");
    let leaf = |node: &Node<'_, '_>| node.tag_name().name() == "room" || node.tag_name().name() == "day";
    let foreign =
        |node: Node<'_, '_>| node.parent_element().is_some_and(|parent| leaf(&parent)) && !leaf(&node);
    is_schedule && conference.is_some() && !root.descendants().filter(Node::is_element).any(foreign)
}

fn programme(
    document: &Document<'_>,
    conference: Option<Node<'_, '_>>,
    events: &[Node<'_, '_>],
    mut collector: Collector,
) -> Programme {
    let of_conference = |name: &str| conference.and_then(|node| child_text(node, name));
    let slots: Vec<Slot> =
        events.iter().map(|event| slot(*event, of_conference("start"), &mut collector)).collect();
    let clocks =
        Clocks::new(of_conference("time_zone_name"), of_conference("day_change"), &slots, &mut collector);
    let mut lines = Lines::new(document.input_text());
    for (event, slot) in events.iter().zip(&slots) {
        let mut session = session(*event);
        clocks.put(slot, &mut session, &mut collector);
        collector.add(lines.line_of(event.range().start), session);
    }
    let place = [of_conference("venue"), of_conference("city")].into_iter().flatten().map(html_text::line);
    collector.finish(DayFacts {
        title: of_conference("title").or(of_conference("acronym")).map(html_text::line).unwrap_or_default(),
        date: of_conference("start").and_then(|text| clocks.date_of(text)),
        last_date: of_conference("end").and_then(|text| clocks.date_of(text)),
        place: Some(place.collect::<Vec<_>>().join(", ")).filter(|place| !place.is_empty()),
        timezone: clocks.zone_name(),
        ..DayFacts::default()
    })
}

fn slot(event: Node<'_, '_>, conference_start: Option<&str>, collector: &mut Collector) -> Slot {
    let day = ancestor(event, "day");
    let day_start = day.and_then(|day| Moment::read(day.attribute("start")?)?.time);
    let fields = ["date", "start", "duration"].map(|name| child_text(event, name));
    Slot::read(fields, day.and_then(|day| date_of_day(day, conference_start)), day_start, collector)
}

/// The date of a day; one that only has a number counts from the first day of the conference.
fn date_of_day(day: Node<'_, '_>, conference_start: Option<&str>) -> Option<NaiveDate> {
    if let Some(moment) = day.attribute("date").and_then(Moment::read) {
        return Some(moment.date);
    }
    let number: u64 = day.attribute("index")?.trim().parse().ok()?;
    Moment::read(conference_start?)?.date.checked_add_days(Days::new(number.checked_sub(1)?))
}

fn session(event: Node<'_, '_>) -> SessionFacts {
    let text = |name: &str| child_text(event, name);
    let title = text("title").map(html_text::line).unwrap_or_default();
    let room = ancestor(event, "room")
        .and_then(|room| room.attribute("name"))
        .filter(|name| !name.trim().is_empty());
    let id = event.attribute("guid").or(event.attribute("id")).or(event.attribute("code"));
    SessionFacts {
        external_id: id.map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()),
        kind: collect::kind(&title, &[text("type"), text("track")]),
        title,
        subtitle: text("subtitle").map(html_text::line).filter(|text| !text.is_empty()),
        summary: collect::joined(text("abstract"), text("description")),
        speakers: persons(event),
        room: room.or(text("room")).map(html_text::line).filter(|text| !text.is_empty()),
        track: text("track").map(html_text::line).filter(|text| !text.is_empty()),
        ..SessionFacts::default()
    }
}

fn persons(event: Node<'_, '_>) -> Vec<Speaker> {
    let mut people = Vec::new();
    for person in event.descendants().filter(|node| node.has_tag_name("person")) {
        let name =
            ["name", "public_name", "full_public_name"].iter().find_map(|name| person.attribute(*name));
        let written = own_text(person).or(name);
        let nested = || child_text(person, "name").or_else(|| child_text(person, "public_name"));
        speakers::add(&mut people, written.or_else(nested).and_then(|name| speakers::speaker(name, None)));
    }
    people
}

fn ancestor<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.ancestors().skip(1).find(|around| around.tag_name().name() == name)
}

/// The text of the first child called `name`, if it has any. A child that is empty gives way to a later one.
fn child_text<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children().filter(|child| child.tag_name().name() == name).find_map(own_text)
}

fn own_text<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.text().map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::SessionKind;
    use crate::domain::programme::{Reason, Warning};

    const EVENT: &str = "<event id='1'><title>Een</title><start>10:00</start></event>";

    fn schedule(inside: &str) -> Programme {
        read(&format!("<schedule><conference><title>Dag</title></conference>{inside}</schedule>"))
            .expect("a schedule")
    }

    #[test]
    fn a_title_is_enough_and_without_one_an_event_is_listed() {
        let programme = schedule("<day>\n<event><title>Los</title></event>\n<event id='9'/></day>");
        assert_eq!(programme.sessions.len(), 1);
        assert_eq!((programme.left_out[0].line, programme.left_out[0].reason), (3, Reason::NoTitle));
    }

    #[test]
    fn ids_that_collide_are_all_kept() {
        let programme =
            schedule(&format!("<day date='2024-05-01'><room name='A'>{EVENT}{EVENT}</room></day>"));
        assert_eq!(programme.sessions.len(), 2);
        assert_eq!(programme.warnings, [Warning::new(WarningKind::SameId, 1)]);
    }

    #[test]
    fn days_may_have_a_number_only_and_rooms_may_be_missing() {
        let text = format!(
            "<schedule><conference><start>2024-05-01</start></conference><day index='2'>{EVENT}</day></schedule>"
        );
        let session = &read(&text).expect("a schedule").sessions[0];
        assert_eq!(session.date, "2024-05-02".parse().ok());
        assert_eq!(session.room, None);
    }

    #[test]
    fn a_file_that_stops_in_the_middle_gives_what_came_before() {
        let whole = format!(
            "<schedule><conference><title>Dag</title></conference><day date='2024-05-01'><room name='A'>{EVENT}\
             <event><title>Twee</title></event></room></day></schedule>"
        );
        let cut = whole.find("Twee").and_then(|at| whole.get(..at)).expect("a start");
        let programme = read(cut).expect("a part");
        assert_eq!(programme.sessions.len(), 1);
        assert_eq!(programme.warnings, [Warning::new(WarningKind::CutShort, 1)]);
        assert!(read(whole.get(..20).expect("a start")).is_err());
    }

    #[test]
    fn other_dialects_and_other_xml_are_refused() {
        for text in [
            "<schedule><day date='2014-07-21'><entry id='1'><title>Breakfast</title></entry></day></schedule>",
            "<schedule><conference/><day><talk><title>x</title></talk></day></schedule>",
            "<rss><channel><event/></channel></rss>",
            "<schedule/>",
        ] {
            let problem = read(text).expect_err(text);
            assert!(problem.cause.contains("no schedule"), "{}", problem.cause);
        }
        assert!(schedule("<day index='1'><room name='A'/></day>").sessions.is_empty());
    }

    #[test]
    fn broken_xml_and_entities_are_refused_with_their_line() {
        let broken = read("<schedule>\n<conference>\n</schedule>").expect_err("not well-formed");
        assert_eq!((broken.kind, broken.subject.as_str()), (ProblemKind::NotUnderstood, "3"));
        let bomb =
            "<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><schedule><event>&b;</event></schedule>";
        assert!(read(bomb).is_err());
    }

    #[test]
    fn types_tell_the_kind_and_speakers_come_without_addresses() {
        let programme = schedule(
            "<day><event><title>Solderen</title><type>workshop</type><persons><person id='3'>Noor</person>\
             <person>bram@example.org</person></persons></event></day>",
        );
        assert_eq!(programme.sessions[0].kind, SessionKind::Workshop);
        assert_eq!(programme.sessions[0].speakers.len(), 1);
    }
}
