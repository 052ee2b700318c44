//! The draft of version 2 of `schedule.json`, as the hub of the Chaos Computer Club writes it: events in one flat list, with
//! a start and an end each, and rooms, tracks and people as objects.

use std::collections::HashMap;

use serde_json::Value;

use super::{day, session};
use crate::domain::day::SessionFacts;
use crate::domain::programme::{Programme, Reason, WarningKind};
use crate::import::clocks::Clocks;
use crate::import::collect::Collector;
use crate::import::format::Format;
use crate::import::html_text;
use crate::import::json;
use crate::import::moment::{self, Moment};

/// The programme of `conference` with these events.
pub(super) fn programme(conference: &Value, events: &[Value]) -> Programme {
    let mut collector = Collector::new(Format::ScheduleJson);
    let zone = json::text(conference, "time_zone_name");
    let clocks = Clocks::new(zone.as_deref(), None, &[], &mut collector);
    let tracks = names(conference, "tracks");
    let rooms = names(conference, "rooms");
    for (number, event) in (1..).zip(events) {
        if !event.is_object() {
            collector.leave_out(number, &event.to_string(), Reason::Malformed);
            continue;
        }
        let mut facts = session(event, None);
        facts.room = named(event, "room", &rooms);
        facts.track = named(event, "track", &tracks);
        facts.cancelled = is_cancelled(event);
        put_times(event, &clocks, &mut facts, &mut collector);
        collector.add(number, facts);
    }
    collector.finish(day(conference, &clocks))
}

fn put_times(event: &Value, clocks: &Clocks, facts: &mut SessionFacts, collector: &mut Collector) {
    let mut at = |name: &str| {
        let text = json::text(event, name)?;
        let moment = Moment::read(&text);
        if moment.is_none() {
            collector.warn(WarningKind::Time, &text);
        }
        moment
    };
    let (start, end) = (at("start").or_else(|| at("date")), at("end"));
    let local = |moment: Moment| moment.time.map(|_| clocks.local(moment));
    let start_at = start.and_then(local);
    let duration = json::text(event, "duration").and_then(|text| moment::duration(&text));
    let lasting = || start_at?.checked_add_signed(duration?);
    collector.put_times(facts, start_at, end.and_then(local).or_else(lasting));
    facts.date = facts.date.or(start.map(|moment| moment.date));
}

/// Names of rooms or tracks by everything they can be pointed at with.
fn names(conference: &Value, list: &str) -> HashMap<String, String> {
    let mut names = HashMap::new();
    for item in json::list(conference, list) {
        let Some(name) = json::text(item, "name") else { continue };
        for key in ["slug", "guid", "id"].iter().filter_map(|key| json::text(item, key)) {
            names.insert(key, name.clone());
        }
    }
    names
}

/// The name of what `field` is, or points at.
fn named(event: &Value, field: &str, names: &HashMap<String, String>) -> Option<String> {
    let value = event.get(field)?;
    let own = json::text(value, "name");
    let key = || {
        let keys = ["slug", "guid", "id"].iter().filter_map(|key| json::text(value, key));
        keys.chain(value.as_str().map(str::to_owned)).find_map(|key| names.get(&key).cloned().or(Some(key)))
    };
    own.or_else(key).map(|name| html_text::line(&name)).filter(|name| !name.is_empty())
}

fn is_cancelled(event: &Value) -> bool {
    json::is_true(event, "cancelled")
        || json::text(event, "status").is_some_and(|status| status.to_lowercase().starts_with("cancel"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rooms_and_tracks_are_named_by_what_they_point_at() {
        let conference = json!({
            "title": "Dag", "time_zone_name": "Europe/Berlin",
            "tracks": [{ "slug": "ccc", "name": "CCC" }], "rooms": [{ "guid": "r1", "name": "Saal 1" }],
        });
        let events = [
            json!({
                "guid": "a", "title": "Een", "start": "2024-12-27T23:30:00+00:00", "end": "2024-12-28T01:00:00+01:00",
                "room": { "guid": "r1" }, "track": { "slug": "ccc" },
                "participants": [{ "name": "Noor", "role": "SPEAKER" }],
            }),
            json!({ "guid": "b", "title": "Twee", "start": "2024-12-27T10:00:00+01:00", "room": "Foyer", "status": "CANCELLED" }),
            json!(null),
        ];
        let programme = programme(&conference, &events);
        let [second, first] = programme.sessions.as_slice() else { panic!("{programme:?}") };
        assert_eq!((first.room.as_deref(), first.track.as_deref()), (Some("Saal 1"), Some("CCC")));
        assert_eq!(first.date, "2024-12-28".parse().ok());
        assert_eq!((first.start, first.end), ("00:30:00".parse().ok(), "01:00:00".parse().ok()));
        assert_eq!(first.speakers[0].name, "Noor");
        assert_eq!((second.room.as_deref(), second.cancelled), (Some("Foyer"), true));
        assert_eq!(programme.left_out.len(), 1);
    }
}
