//! `schedule.json`: version 1 as frab and pretalx write it, and the draft of version 2 (`v2`).
//!
//! Version 1 is the tree of the XML in JSON, with the same contradictions about time; `clocks` settles them. Links,
//! recordings, languages and answers to questions are not read.

mod v2;

use chrono::NaiveDate;
use serde_json::Value;

use super::clocks::{Clocks, Slot};
use super::collect::{self, Collector};
use super::format::Format;
use super::json;
use super::moment::Moment;
use super::{html_text, speakers};
use crate::domain::day::{DayFacts, SessionFacts, Speaker};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, Reason};

/// An event, with the day and the room that it stands under.
struct Entry<'a> {
    day: Option<NaiveDate>,
    day_start: Option<&'a str>,
    room: Option<&'a str>,
    event: &'a Value,
}

/// Reads a programme of either version.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    let value = json::parse(text)?;
    let schedule = value.get("schedule").unwrap_or(&value);
    let Some(conference) = schedule.get("conference").filter(|conference| conference.is_object()) else {
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, "this is JSON, but no schedule.json"));
    };
    if let Some(events) = schedule.get("events").or(conference.get("events")).and_then(Value::as_array) {
        return Ok(v2::programme(conference, events));
    }
    // Some put the days beside the conference instead of into it.
    let days =
        if conference.get("days").is_some_and(|days| !days.is_number()) { conference } else { schedule };
    if days.get("days").is_none() {
        return Err(Problem::new(
            ProblemKind::NotUnderstood,
            1,
            "this schedule.json has neither days nor events",
        ));
    }
    Ok(programme(conference, &entries(&json::list(days, "days"))))
}

/// The events of all days, room by room.
fn entries<'a>(days: &[&'a Value]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for day in days {
        let date = day.get("date").and_then(Value::as_str).and_then(Moment::read).map(|moment| moment.date);
        let day_start = ["day_start", "start"].iter().find_map(|name| day.get(*name)?.as_str());
        for (room, events) in rooms(day) {
            entries.extend(events.iter().map(|event| Entry { day: date, day_start, room, event }));
        }
    }
    entries
}

/// The rooms of a day: an object of lists by name, or a list of objects with a name and events. Events may also stand in the
/// day itself.
fn rooms(day: &Value) -> Vec<(Option<&str>, &[Value])> {
    let mut rooms: Vec<(Option<&str>, &[Value])> = Vec::new();
    match day.get("rooms") {
        Some(Value::Object(by_name)) => {
            for (name, events) in by_name {
                rooms.push((Some(name), events.as_array().map_or(&[], Vec::as_slice)));
            }
        }
        Some(Value::Array(list)) => {
            for room in list {
                let name = room.get("name").and_then(Value::as_str);
                rooms.push((name, room.get("events").and_then(Value::as_array).map_or(&[], Vec::as_slice)));
            }
        }
        _ => {}
    }
    if let Some(events) = day.get("events").and_then(Value::as_array) {
        rooms.push((None, events));
    }
    rooms
}

fn programme(conference: &Value, entries: &[Entry<'_>]) -> Programme {
    let mut collector = Collector::new(Format::ScheduleJson);
    let slots: Vec<Slot> = entries
        .iter()
        .map(|entry| {
            let texts = ["date", "start", "duration"].map(|name| json::text(entry.event, name));
            let fields = [texts[0].as_deref(), texts[1].as_deref(), texts[2].as_deref()];
            let day_start = entry.day_start.and_then(|text| Moment::read(text)?.time);
            Slot::read(fields, entry.day, day_start, &mut collector)
        })
        .collect();
    let of_conference = |name: &str| json::text(conference, name);
    let clocks = Clocks::new(
        of_conference("time_zone_name").as_deref(),
        of_conference("day_change").as_deref(),
        &slots,
        &mut collector,
    );
    for ((number, entry), slot) in (1..).zip(entries).zip(&slots) {
        if !entry.event.is_object() {
            collector.leave_out(number, &entry.event.to_string(), Reason::Malformed);
            continue;
        }
        let mut session = session(entry.event, entry.room);
        clocks.put(slot, &mut session, &mut collector);
        collector.add(number, session);
    }
    collector.finish(day(conference, &clocks))
}

/// What both versions say about the conference.
fn day(conference: &Value, clocks: &Clocks) -> DayFacts {
    let text = |names: &[&str]| json::first_text(conference, names);
    let place = [text(&["venue"]), text(&["city"])].into_iter().flatten().map(|part| html_text::line(&part));
    DayFacts {
        title: text(&["title", "acronym"]).map(|title| html_text::line(&title)).unwrap_or_default(),
        date: text(&["start"]).and_then(|text| clocks.date_of(&text)),
        last_date: text(&["end"]).and_then(|text| clocks.date_of(&text)),
        place: Some(place.collect::<Vec<_>>().join(", ")).filter(|place| !place.is_empty()),
        timezone: clocks.zone_name(),
        ..DayFacts::default()
    }
}

/// The fields that both versions share.
fn session(event: &Value, room: Option<&str>) -> SessionFacts {
    let line = |names: &[&str]| {
        let text = json::first_text(event, names).map(|text| html_text::line(&text));
        text.filter(|text| !text.is_empty())
    };
    let title = line(&["title"]).unwrap_or_default();
    let (kind, track) = (line(&["type"]), line(&["track"]));
    SessionFacts {
        external_id: line(&["guid", "id", "code"]),
        kind: collect::kind(&title, &[kind.as_deref(), track.as_deref()]),
        title,
        subtitle: line(&["subtitle"]),
        summary: collect::joined(
            json::text(event, "abstract").as_deref(),
            json::text(event, "description").as_deref(),
        ),
        speakers: persons(event),
        room: room.map(html_text::line).filter(|room| !room.is_empty()).or_else(|| line(&["room"])),
        track,
        ..SessionFacts::default()
    }
}

/// Who takes part: objects with a name, or names.
fn persons(event: &Value) -> Vec<Speaker> {
    let mut people = Vec::new();
    let named = ["persons", "participants", "speakers"].iter().find(|name| event.get(**name).is_some());
    for person in named.map(|name| json::list(event, name)).unwrap_or_default() {
        let name = json::first_text(person, &["public_name", "full_public_name", "name"]);
        let name = name.or_else(|| person.as_str().map(str::to_owned));
        speakers::add(&mut people, name.and_then(|name| speakers::speaker(&name, None)));
    }
    people
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::programme::WarningKind;

    fn of(conference: &Value) -> Programme {
        read(&json!({ "schedule": { "conference": conference } }).to_string()).expect("a schedule")
    }

    #[test]
    fn rooms_are_an_object_a_list_or_not_there() {
        let event = |title: &str| json!([{ "title": title, "start": "10:00", "duration": "0:30" }]);
        for day in [
            json!({ "date": "2024-05-01", "rooms": { "Zaal": event("Een") } }),
            json!({ "date": "2024-05-01", "rooms": [{ "name": "Zaal", "events": event("Een") }] }),
            json!({ "date": "2024-05-01", "events": event("Een") }),
        ] {
            let programme = of(&json!({ "title": "Dag", "days": [day] }));
            let session = &programme.sessions[0];
            assert_eq!((session.title.as_str(), session.date), ("Een", "2024-05-01".parse().ok()));
            assert_eq!((session.start, session.end), ("10:00:00".parse().ok(), "10:30:00".parse().ok()));
        }
    }

    #[test]
    fn ids_and_durations_may_be_numbers_and_anything_may_be_null() {
        let event = json!({
            "id": 7, "guid": null, "title": "Een", "start": "10:00", "duration": 45, "room": null, "track": null,
            "persons": [{ "name": "Noor" }, { "public_name": "Bram", "name": "B." }, null, 3], "abstract": null,
        });
        let programme =
            of(&json!({ "days": [{ "date": "2024-05-01", "rooms": { "": [event, "geen", null] } }] }));
        let session = &programme.sessions[0];
        assert_eq!(session.external_id.as_deref(), Some("7"));
        assert_eq!(session.end, "10:45:00".parse().ok());
        assert_eq!(session.room, None);
        assert_eq!(
            session.speakers.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(),
            ["Noor", "Bram"]
        );
        assert_eq!(programme.left_out.len(), 2);
    }

    #[test]
    fn days_without_events_are_an_empty_programme_and_other_json_is_none() {
        assert!(of(&json!({ "title": "Dag", "days": [] })).sessions.is_empty());
        for text in [r#"{"schedule":{"conference":{}}}"#, r#"{"schedule":[]}"#, "[]", "3"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_wrong_zone_is_said_once() {
        let event = json!({ "title": "x", "date": "2020-12-14T09:00:00+01:00", "start": "09:00", "duration": "00:30" });
        let programme = of(&json!({
            "time_zone_name": "UTC", "days": [{ "date": "2020-12-14", "rooms": { "A": [event, event] } }]
        }));
        assert_eq!(programme.sessions[1].start, "09:00:00".parse().ok());
        assert_eq!(programme.day.timezone, None);
        assert_eq!(
            programme.warnings.iter().filter(|warning| warning.kind == WarningKind::TimeZone).count(),
            1
        );
    }
}
