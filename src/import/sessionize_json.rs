//! What Sessionize's API shows, in the views All, `GridSmart` and Sessions.
//!
//! Times are local and their zone is nowhere in the file. The day has no title there either. Answers to questions, e-mail
//! addresses and links are not read.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::collect::{self, Collector};
use super::format::Format;
use super::moment::Moment;
use super::{html_text, json, speakers};
use crate::domain::day::{DayFacts, SessionFacts, SessionKind, Speaker};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, Reason, WarningKind};

/// What the ids in a session stand for.
#[derive(Default)]
struct Names {
    speakers: HashMap<String, Speaker>,
    rooms: HashMap<String, String>,
    /// The name of the category and of the item.
    categories: HashMap<String, (String, String)>,
}

/// Reads a programme.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    let value = json::parse(text)?;
    let (names, sessions) = match &value {
        Value::Object(_) if value.get("sessions").is_some_and(Value::is_array) => {
            (names(&value), json::list(&value, "sessions"))
        }
        Value::Array(groups) => (Names::default(), once_each(of_groups(groups))),
        _ => {
            return Err(Problem::new(
                ProblemKind::NotUnderstood,
                1,
                "this is JSON, but no view of Sessionize",
            ));
        }
    };
    let mut collector = Collector::new(Format::SessionizeJson);
    for (number, value) in (1..).zip(sessions) {
        if !value.is_object() {
            collector.leave_out(number, &value.to_string(), Reason::Malformed);
            continue;
        }
        let mut session = session(value, &names, &mut collector);
        put_times(value, &mut session, &mut collector);
        collector.add(number, session);
    }
    Ok(collector.finish(DayFacts::default()))
}

/// The sessions of days with rooms, of groups, or of a plain list.
fn of_groups(groups: &[Value]) -> Vec<&Value> {
    let mut sessions = Vec::new();
    for group in groups {
        let rooms = json::list(group, "rooms");
        if group.get("sessions").is_some() {
            sessions.extend(json::list(group, "sessions"));
        } else if rooms.is_empty() && group.get("timeSlots").is_none() {
            sessions.push(group);
        }
        sessions.extend(rooms.into_iter().flat_map(|room| json::list(room, "sessions")));
        let slots = json::list(group, "timeSlots").into_iter().flat_map(|slot| json::list(slot, "rooms"));
        sessions.extend(slots.filter_map(|room| room.get("session")));
    }
    sessions
}

/// These views show a session in every room and every group that it belongs to.
fn once_each(sessions: Vec<&Value>) -> Vec<&Value> {
    let mut seen = HashSet::new();
    let key = |session: &Value| Some((json::text(session, "id")?, json::text(session, "startsAt")));
    sessions.into_iter().filter(|session| key(session).is_none_or(|key| seen.insert(key))).collect()
}

fn names(value: &Value) -> Names {
    let mut names = Names::default();
    for speaker in json::list(value, "speakers") {
        if let (Some(id), Some(speaker)) = (json::text(speaker, "id"), person(speaker)) {
            names.speakers.insert(id, speaker);
        }
    }
    for room in json::list(value, "rooms") {
        if let (Some(id), Some(name)) = (json::text(room, "id"), json::text(room, "name")) {
            names.rooms.insert(id, name);
        }
    }
    for category in json::list(value, "categories") {
        let title = json::first_text(category, &["title", "name"]).unwrap_or_default();
        for item in json::list(category, "items") {
            if let (Some(id), Some(name)) = (json::text(item, "id"), json::text(item, "name")) {
                names.categories.insert(id, (title.clone(), name));
            }
        }
    }
    names
}

fn person(value: &Value) -> Option<Speaker> {
    let parts = || {
        let parts = [json::text(value, "firstName"), json::text(value, "lastName")];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
    };
    let name = json::first_text(value, &["fullName", "name"]).or_else(parts)?;
    speakers::speaker(&name, json::text(value, "tagLine").as_deref())
}

fn session(value: &Value, names: &Names, collector: &mut Collector) -> SessionFacts {
    let line = |name: &str| json::text(value, name).map(|text| html_text::line(&text));
    let title = line("title").unwrap_or_default();
    let categories = categories(value, names);
    let called = |words: &[&str]| {
        let is_it =
            |(title, _): &&(String, String)| words.iter().any(|word| title.to_lowercase().contains(word));
        categories.iter().find(is_it).map(|(_, item)| html_text::line(item))
    };
    let track = called(&["track", "theme", "thema", "stream"]);
    let kind = collect::kind(&title, &[called(&["format", "type"]).as_deref(), track.as_deref()]);
    let service = json::is_true(value, "isServiceSession") && kind == SessionKind::Talk;
    SessionFacts {
        external_id: line("id"),
        kind: if service { SessionKind::Other } else { kind },
        title,
        summary: json::text(value, "description").and_then(|text| html_text::filled(&text)),
        speakers: people(value, names, collector),
        room: line("room").or_else(|| names.rooms.get(&json::text(value, "roomId")?).cloned()),
        track,
        cancelled: line("status").is_some_and(|status| status.to_lowercase().starts_with("cancel")),
        ..SessionFacts::default()
    }
}

/// The categories of a session with the item chosen in each: by id in the view All, spelled out in the others.
fn categories(value: &Value, names: &Names) -> Vec<(String, String)> {
    let ids = json::list(value, "categoryItems").into_iter().filter_map(json::filled);
    let mut categories: Vec<(String, String)> =
        ids.filter_map(|id| names.categories.get(&id).cloned()).collect();
    for category in json::list(value, "categories") {
        let Some(title) = json::first_text(category, &["name", "title"]) else { continue };
        for item in json::list(category, "categoryItems") {
            categories.extend(json::text(item, "name").map(|name| (title.clone(), name)));
        }
    }
    categories
}

fn people(value: &Value, names: &Names, collector: &mut Collector) -> Vec<Speaker> {
    let mut people = Vec::new();
    for entry in json::list(value, "speakers") {
        if entry.is_object() {
            speakers::add(&mut people, person(entry));
            continue;
        }
        let Some(id) = json::filled(entry) else { continue };
        match names.speakers.get(&id) {
            Some(speaker) => speakers::add(&mut people, Some(speaker.clone())),
            None => collector.leave_out(1, &id, Reason::Dangling),
        }
    }
    people
}

fn put_times(value: &Value, session: &mut SessionFacts, collector: &mut Collector) {
    let mut at = |name: &str| {
        let text = json::text(value, name)?;
        let moment = Moment::read(&text);
        match moment {
            None => collector.warn(WarningKind::Time, &text),
            Some(moment) if moment.offset.is_some() => collector.warn(WarningKind::TimeZone, "UTC"),
            Some(_) => {}
        }
        moment
    };
    let (start, end) = (at("startsAt"), at("endsAt"));
    let local = |moment: Moment| moment.time.map(|_| moment.local());
    collector.put_times(session, start.and_then(local), end.and_then(local));
    session.date = session.date.or(start.map(|moment| moment.date));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(value: &Value) -> Programme {
        read(&value.to_string()).expect("a view")
    }

    #[test]
    fn ids_stand_for_speakers_rooms_and_categories() {
        let programme = of(&json!({
            "sessions": [
                {
                    "id": "1", "title": "Een", "startsAt": "2025-05-10T09:55:00", "endsAt": "2025-05-10T10:40:00",
                    "speakers": ["a", "weg"], "categoryItems": [5, 6], "roomId": 2, "isServiceSession": false,
                },
                { "id": "2", "title": "Koffie", "startsAt": null, "endsAt": null, "isServiceSession": true, "speakers": [] },
                { "id": "3", "title": "Prijzen", "isServiceSession": true },
            ],
            "speakers": [{ "id": "a", "fullName": "Noor de Wit", "tagLine": "Adviseur" }],
            "rooms": [{ "id": 2, "name": "Zaal 12" }],
            "categories": [
                { "id": 1, "title": "Track", "items": [{ "id": 5, "name": "Cloud" }] },
                { "id": 2, "title": "Session format", "items": [{ "id": 6, "name": "Workshop (2 h)" }] },
            ],
        }));
        let session = &programme.sessions[0];
        assert_eq!((session.room.as_deref(), session.track.as_deref()), (Some("Zaal 12"), Some("Cloud")));
        assert_eq!((session.speakers.len(), session.speakers[0].role.as_deref()), (1, Some("Adviseur")));
        assert_eq!((session.start, session.end), ("09:55:00".parse().ok(), "10:40:00".parse().ok()));
        assert_eq!(session.kind, SessionKind::Workshop);
        assert_eq!(programme.sessions[1].kind, SessionKind::Break);
        assert_eq!(programme.sessions[2].kind, SessionKind::Other);
        assert_eq!(
            (programme.left_out[0].text.as_str(), programme.left_out[0].reason),
            ("weg", Reason::Dangling)
        );
        assert_eq!(programme.day.date, "2025-05-10".parse().ok());
    }

    #[test]
    fn the_grid_and_the_groups_show_each_session_once() {
        let session = json!({
            "id": "1", "title": "Een", "startsAt": "2025-05-10T09:55:00", "room": "Zaal 12",
            "speakers": [{ "id": "a", "name": "Noor" }],
            "categories": [{ "name": "Track", "categoryItems": [{ "name": "Cloud" }] }],
        });
        let grid = json!([{
            "date": "2025-05-10T00:00:00",
            "rooms": [{ "name": "Zaal 12", "sessions": [session] }, { "name": "Zaal 13", "sessions": [session] }],
            "timeSlots": [{ "slotStart": "09:55:00", "rooms": [{ "session": session }] }],
        }]);
        let groups = json!([{ "groupName": "All", "sessions": [session] }, { "groupName": "Cloud", "sessions": [session] }]);
        for view in [grid, groups, json!([session])] {
            let programme = of(&view);
            assert_eq!(programme.sessions.len(), 1, "{view}");
            assert_eq!(programme.sessions[0].speakers[0].name, "Noor");
            assert_eq!(programme.sessions[0].track.as_deref(), Some("Cloud"));
        }
    }

    #[test]
    fn times_in_utc_are_taken_as_written_and_said() {
        let session = json!({ "id": "1", "title": "Een", "startsAt": "2025-05-10T09:55:00Z" });
        let programme = of(&json!({ "sessions": [session, 4], "speakers": [], "rooms": [] }));
        assert_eq!(programme.sessions[0].start, "09:55:00".parse().ok());
        assert_eq!(programme.warnings[0].kind, WarningKind::TimeZone);
        assert_eq!(programme.left_out.len(), 1);
        assert!(read("{}").is_err());
    }
}
