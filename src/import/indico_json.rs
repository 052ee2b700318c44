//! What Indico's HTTP API exports: an event with its contributions, its sessions, or its timetable.
//!
//! Times come with the zone they are written in, which is not the zone of the event. Contributions within a contribution are
//! listed in its description: they have no time of their own. Authors count as speakers only where no speaker is named.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::Value;

use super::collect::{self, Collector};
use super::format::Format;
use super::moment::Moment;
use super::zone::Zone;
use super::{html_text, json, speakers};
use crate::domain::day::{DayFacts, SessionFacts, SessionKind, Speaker};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, Reason, WarningKind};

/// How deep entries of a timetable stand within each other: days, sessions, contributions.
const DEEPEST: usize = 4;

/// The fields with people, the best first.
const PEOPLE: [&str; 6] =
    ["speakers", "presenters", "conveners", "primaryauthors", "primaryAuthors", "chairs"];

/// Reads a programme.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    let value = json::parse(text)?;
    let results = value.get("results").unwrap_or(&value);
    let (event, items) = match results {
        Value::Array(events) => of_events(events),
        Value::Object(_) if value.get("results").is_some() => (results, of_timetable(results)),
        Value::Object(_) => (results, of_event(results)),
        _ => {
            return Err(Problem::new(ProblemKind::NotUnderstood, 1, "this is JSON, but no export of Indico"));
        }
    };
    Ok(programme(event, &items))
}

/// An entry that becomes a session, with the name of the session that it stands in.
struct Item<'a> {
    value: &'a Value,
    within: Option<String>,
}

impl<'a> Item<'a> {
    fn new(value: &'a Value) -> Self {
        Self { value, within: None }
    }
}

/// The contributions of every event; of events that have none, the events themselves.
fn of_events(events: &[Value]) -> (&Value, Vec<Item<'_>>) {
    let event = events.first().unwrap_or(&Value::Null);
    let has_parts = |event: &Value| event.get("contributions").is_some() || event.get("sessions").is_some();
    if events.iter().any(has_parts) {
        return (event, events.iter().flat_map(of_event).collect());
    }
    (&Value::Null, events.iter().map(Item::new).collect())
}

/// The contributions of an event and those of its sessions. A session without any is an item itself.
fn of_event(event: &Value) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = json::list(event, "contributions").into_iter().map(Item::new).collect();
    for session in json::list(event, "sessions") {
        let inside = json::list(session, "contributions");
        if inside.is_empty() {
            items.push(Item::new(session));
        }
        let name = json::text(session, "title");
        items.extend(inside.into_iter().map(|value| Item { value, within: name.clone() }));
    }
    items
}

/// The entries of a timetable: objects by event, by day, and by a name such as `s12` or `c7`.
fn of_timetable(results: &Value) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for event in results.as_object().into_iter().flat_map(|events| events.values()) {
        for day in event.as_object().into_iter().flat_map(|days| days.values()) {
            add_entries(day, None, 0, &mut items);
        }
    }
    items
}

fn add_entries<'a>(entries: &'a Value, within: Option<&String>, depth: usize, items: &mut Vec<Item<'a>>) {
    for entry in entries.as_object().into_iter().flat_map(|entries| entries.values()) {
        if !entry.is_object() {
            continue;
        }
        let inside =
            entry.get("entries").filter(|inside| inside.as_object().is_some_and(|map| !map.is_empty()));
        match inside {
            Some(inside) if depth < DEEPEST => {
                add_entries(inside, json::text(entry, "title").as_ref(), depth + 1, items);
            }
            _ => items.push(Item { value: entry, within: within.cloned() }),
        }
    }
}

fn programme(event: &Value, items: &[Item<'_>]) -> Programme {
    let mut collector = Collector::new(Format::IndicoJson);
    let zone = zone(event, items, &mut collector);
    for (number, item) in (1..).zip(items) {
        if !item.value.is_object() {
            collector.leave_out(number, &item.value.to_string(), Reason::Malformed);
            continue;
        }
        let mut session = session(item);
        let (start, end) = times(item.value, zone, &mut collector);
        collector.put_times(&mut session, start, end);
        collector.add(number, session);
    }
    collector.finish(DayFacts {
        title: json::text(event, "title").map(|title| html_text::line(&title)).unwrap_or_default(),
        date: moment(event, "startDate", zone).map(|at| at.date()),
        last_date: moment(event, "endDate", zone).map(|at| at.date()),
        place: place(event),
        timezone: zone.and_then(Zone::name).map(str::to_owned),
        ..DayFacts::default()
    })
}

/// The zone of the event; a timetable names it with its times only.
fn zone(event: &Value, items: &[Item<'_>], collector: &mut Collector) -> Option<Zone> {
    let of_time = |item: &Item<'_>| json::text(item.value.get("startDate")?, "tz");
    let name = json::text(event, "timezone").or_else(|| items.iter().find_map(of_time))?;
    let zone = Zone::find(&name);
    if zone.is_none() {
        collector.warn(WarningKind::TimeZone, &name);
    }
    zone
}

/// The local time of the event at a moment `{date, time, tz}`.
fn moment(value: &Value, name: &str, zone: Option<Zone>) -> Option<NaiveDateTime> {
    let field = value.get(name)?;
    if let Some(text) = field.as_str() {
        let moment = Moment::read(text)?;
        return Some(zone.zip(moment.instant()).map_or(moment.local(), |(zone, at)| zone.to_local(at)));
    }
    let written = format!("{}T{}", json::text(field, "date")?, json::text(field, "time")?);
    let local = Moment::read(&written)?.local();
    let own = json::text(field, "tz").and_then(|name| Zone::find(&name));
    Some(match (own, zone) {
        (Some(own), Some(zone)) if own != zone => zone.to_local(own.to_utc(local)),
        _ => local,
    })
}

fn times(
    value: &Value,
    zone: Option<Zone>,
    collector: &mut Collector,
) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
    let start = moment(value, "startDate", zone);
    if let (None, Some(field)) = (start, value.get("startDate").filter(|field| !field.is_null())) {
        collector.warn(WarningKind::Time, &field.to_string());
    }
    let minutes = value.get("duration").and_then(Value::as_i64).and_then(TimeDelta::try_minutes);
    let lasting = || start?.checked_add_signed(minutes?);
    (start, moment(value, "endDate", zone).or_else(lasting))
}

fn place(event: &Value) -> Option<String> {
    let room = json::first_text(event, &["roomFullname", "room"]);
    let parts = [json::text(event, "location"), room, json::text(event, "address")];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| html_text::line(&part)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn session(item: &Item<'_>) -> SessionFacts {
    let value = item.value;
    let line = |names: &[&str]| {
        let text = json::first_text(value, names).map(|text| html_text::line(&text));
        text.filter(|text| !text.is_empty())
    };
    let title = line(&["title", "slotTitle"]).unwrap_or_default();
    let entry = line(&["entryType"]);
    let track =
        line(&["track"]).or_else(|| line(&["session", "sessionTitle"])).or_else(|| item.within.clone());
    let kind = match entry.as_deref() {
        Some("Break") => pause(&title),
        _ => collect::kind(&title, &[line(&["type"]).as_deref(), track.as_deref()]),
    };
    SessionFacts {
        external_id: line(&["id", "db_id", "contributionId", "uniqueId"]),
        title,
        summary: summary(value),
        kind,
        speakers: people(value),
        room: line(&["room", "roomFullname", "location"]),
        track,
        ..SessionFacts::default()
    }
}

/// A break is whatever pause its title names.
fn pause(title: &str) -> SessionKind {
    match collect::kind(title, &[]) {
        SessionKind::Talk => SessionKind::Break,
        named => named,
    }
}

/// The description, and below it the contributions within this one.
fn summary(value: &Value) -> Option<String> {
    let own = json::text(value, "description").and_then(|text| html_text::filled(&text));
    let inside = json::list(value, "subContributions").into_iter().filter_map(|part| {
        let title = html_text::line(&json::text(part, "title")?);
        let names: Vec<String> = people(part).into_iter().map(|person| person.name).collect();
        Some(if names.is_empty() {
            format!("- {title}")
        } else {
            format!("- {title} ({})", names.join(", "))
        })
    });
    let inside: Vec<String> = inside.collect();
    match (own, inside.is_empty()) {
        (own, true) => own,
        (None, false) => Some(inside.join("\n")),
        (Some(own), false) => Some(format!("{own}\n\n{}", inside.join("\n"))),
    }
}

fn people(value: &Value) -> Vec<Speaker> {
    let named = PEOPLE.iter().map(|name| json::list(value, name)).find(|list| !list.is_empty());
    let mut people = Vec::new();
    for person in named.unwrap_or_default() {
        let role = json::text(person, "affiliation");
        speakers::add(&mut people, name(person).and_then(|name| speakers::speaker(&name, role.as_deref())));
    }
    people
}

fn name(person: &Value) -> Option<String> {
    let given = json::first_text(person, &["first_name", "firstName"]);
    let family = json::first_text(person, &["last_name", "familyName"]);
    if let (Some(given), Some(family)) = (&given, &family) {
        return Some(format!("{given} {family}"));
    }
    let full = json::first_text(person, &["fullName", "name"]).or_else(|| person.as_str().map(str::to_owned));
    full.map(|name| speakers::given_first(&name)).or(family).or(given)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(date: &str, time: &str, tz: &str) -> Value {
        json!({ "date": date, "time": time, "tz": tz })
    }

    fn of(results: &Value) -> Programme {
        read(&json!({ "results": results }).to_string()).expect("an export")
    }

    fn titles(programme: &Programme) -> Vec<&str> {
        programme.sessions.iter().map(|session| session.title.as_str()).collect()
    }

    #[test]
    fn times_are_those_of_the_event_and_not_of_the_export() {
        let programme = of(&json!([{
            "title": "Conf", "timezone": "Europe/Warsaw", "startDate": at("2021-09-14", "22:30:00", "UTC"),
            "endDate": at("2021-09-16", "18:00:00", "UTC"), "location": "Hotel",
            "contributions": [
                { "id": "2", "title": "Later", "startDate": at("2021-09-15", "14:10:00", "UTC"), "duration": 20 },
                {
                    "id": "1", "title": "Eerder", "startDate": at("2021-09-15", "09:00:00", "Europe/Warsaw"),
                    "endDate": at("2021-09-15", "07:45:00", "UTC"), "room": "A",
                    "speakers": [{ "fullName": "Wit, Noor de", "affiliation": "Stad" }],
                    "primaryauthors": [{ "fullName": "Kok, Bram" }],
                    "subContributions": [{ "title": "Deel 1", "speakers": [{ "first_name": "Bram", "last_name": "Kok" }] }],
                },
                { "title": "Zonder tijd", "startDate": null },
            ],
        }]));
        assert_eq!(titles(&programme), ["Eerder", "Later", "Zonder tijd"]);
        let session = &programme.sessions[0];
        assert_eq!((session.start, session.end), ("09:00:00".parse().ok(), "09:45:00".parse().ok()));
        assert_eq!((session.speakers[0].name.as_str(), session.speakers.len()), ("Noor de Wit", 1));
        assert_eq!(session.speakers[0].role.as_deref(), Some("Stad"));
        assert_eq!(session.summary.as_deref(), Some("- Deel 1 (Bram Kok)"));
        assert_eq!(programme.sessions[1].start, "16:10:00".parse().ok());
        assert_eq!(programme.day.date, "2021-09-15".parse().ok());
        assert_eq!(programme.day.timezone.as_deref(), Some("Europe/Warsaw"));
        assert!(programme.warnings.is_empty(), "{:?}", programme.warnings);
    }

    #[test]
    fn sessions_give_their_contributions_or_themselves() {
        let programme = of(&json!([{
            "title": "Conf", "timezone": "Europe/Paris", "contributions": [],
            "sessions": [
                { "id": 1, "title": "Pauze", "startDate": at("2021-09-15", "10:00:00", "Europe/Paris") },
                { "id": 2, "title": "Plenair", "contributions": [
                    { "id": 3, "title": "Lezing", "startDate": at("2021-09-15", "11:00:00", "Europe/Paris") },
                ] },
            ],
        }]));
        assert_eq!(titles(&programme), ["Pauze", "Lezing"]);
        assert_eq!(programme.sessions[1].track.as_deref(), Some("Plenair"));
    }

    #[test]
    fn a_timetable_is_read_to_its_leaves() {
        let programme = of(&json!({ "1": { "20210915": {
            "b1": { "entryType": "Break", "title": "Even bijkomen", "startDate": at("2021-09-15", "10:00:00", "Europe/Paris") },
            "s2": { "entryType": "Session", "title": "Plenair", "entries": { "c3": {
                "entryType": "Contribution", "title": "Lezing", "duration": 30,
                "startDate": at("2021-09-15", "11:00:00", "Europe/Paris"),
                "presenters": [{ "firstName": "Noor", "familyName": "de Wit" }],
            } } },
        } } }));
        assert_eq!(titles(&programme), ["Even bijkomen", "Lezing"]);
        assert_eq!(programme.sessions[0].kind, SessionKind::Break);
        assert_eq!(programme.sessions[1].end, "11:30:00".parse().ok());
        assert_eq!(programme.day.timezone.as_deref(), Some("Europe/Paris"));
    }

    #[test]
    fn events_without_contributions_are_the_items() {
        let event = |title: &str| json!({ "_type": "Conference", "title": title, "startDate": at("2021-09-15", "10:00:00", "UTC") });
        assert_eq!(titles(&of(&json!([event("Een"), event("Twee")]))), ["Een", "Twee"]);
    }

    #[test]
    fn odd_values_are_listed_or_warned_about() {
        let programme =
            of(&json!([{ "contributions": ["x", { "title": "Een", "startDate": { "date": "morgen" } }] }]));
        assert_eq!((programme.sessions.len(), programme.left_out.len()), (1, 1));
        assert_eq!(programme.warnings[0].kind, WarningKind::Time);
        assert!(read("3").is_err());
    }
}
