//! What a page tells machines about its events (schema.org as JSON-LD), however loosely it is written.
//!
//! Sites write types that do not exist, dates without a time, names with entities in them, and performers that are only the
//! word "Organization". Only a name is required.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde_json::Value;

use crate::domain::day::{DayFacts, SessionFacts, Speaker};
use crate::import::{html_text, kind};

/// The deepest that events in events are followed.
const DEEPEST: usize = 8;

/// The most events of a page that are read.
const MOST_EVENTS: usize = 5_000;

/// An event as a page tells it.
#[derive(Debug, Default)]
pub(super) struct Event {
    name: String,
    id: Option<String>,
    start: Option<(NaiveDate, Option<NaiveTime>)>,
    end: Option<(NaiveDate, Option<NaiveTime>)>,
    place: Option<String>,
    town: Option<String>,
    organiser: Option<String>,
    performers: Vec<Speaker>,
    /// What the event is about, as plain text.
    pub(super) description: Option<String>,
    /// The events that it is made of.
    pub(super) parts: Vec<Event>,
    /// The id, the address or the name of the event that it says it is a part of.
    part_of: Option<String>,
    /// Its address.
    address: Option<String>,
}

impl Event {
    /// The event as a session.
    pub(super) fn session(&self) -> SessionFacts {
        SessionFacts {
            external_id: self.id.clone(),
            title: self.name.clone(),
            summary: self.description.clone(),
            kind: kind::guess(&self.name),
            date: self.start.map(|(date, _)| date),
            start: self.start.and_then(|(_, time)| time),
            end: self.end.and_then(|(_, time)| time),
            speakers: self.performers.clone(),
            room: self.place.clone().or_else(|| self.town.clone()),
            ..SessionFacts::default()
        }
    }

    /// The event as a day; what it does not tell is taken from `known`.
    pub(super) fn day(&self, known: DayFacts) -> DayFacts {
        let first = self.start.map(|(date, _)| date).or(known.date);
        let last = self.end.map(|(date, _)| date).or(known.last_date);
        let place = match (&self.place, &self.town) {
            (Some(place), Some(town)) if !place.contains(town.as_str()) => Some(format!("{place}, {town}")),
            (Some(place), _) => Some(place.clone()),
            (None, town) => town.clone(),
        };
        DayFacts {
            title: self.name.clone(),
            date: first,
            last_date: last.filter(|last| first.is_some_and(|first| *last > first)),
            place: place.or(known.place),
            organiser: self.organiser.clone().or(known.organiser),
            ..known
        }
    }
}

/// The events in these pieces of JSON-LD, in order; those that are part of another of them are in it.
pub(super) fn events(pieces: &[String]) -> Vec<Event> {
    let mut found = Vec::new();
    for piece in pieces {
        if let Ok(value) = serde_json::from_str::<Value>(&repaired(piece)) {
            collect(&value, &mut found, 0);
        }
    }
    gathered(found)
}

/// The events without those that say that they are part of another one: they are in that one.
fn gathered(found: Vec<Event>) -> Vec<Event> {
    let is_whole = |whole: &Event, named: &str| {
        [whole.id.as_deref(), whole.address.as_deref(), Some(whole.name.as_str())].contains(&Some(named))
    };
    let (mut wholes, mut parts) = (Vec::new(), Vec::new());
    for event in found {
        if event.part_of.is_some() { parts.push(event) } else { wholes.push(event) }
    }
    let mut alone = Vec::new();
    for part in parts {
        let named = part.part_of.clone().unwrap_or_default();
        match wholes.iter_mut().find(|whole| is_whole(whole, &named)) {
            Some(whole) => whole.parts.push(part),
            None => alone.push(part),
        }
    }
    wholes.extend(alone);
    wholes
}

/// JSON as some sites write it: with line breaks inside its texts, and wrapped in a comment.
fn repaired(piece: &str) -> String {
    let piece = piece.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let piece = piece.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>");
    let mut repaired = String::with_capacity(piece.len());
    let (mut in_text, mut escaped) = (false, false);
    for letter in piece.chars() {
        match letter {
            '"' if !escaped => in_text = !in_text,
            '\n' | '\r' | '\t' if in_text => {
                repaired.push(' ');
                continue;
            }
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
        repaired.push(letter);
    }
    repaired
}

fn collect(value: &Value, found: &mut Vec<Event>, depth: usize) {
    if depth > DEEPEST || found.len() >= MOST_EVENTS {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found, depth + 1)),
        Value::Object(fields) => {
            if let Some(event) = event(value, depth) {
                found.push(event);
            } else {
                for name in ["@graph", "itemListElement", "item", "mainEntity", "about", "event", "events"] {
                    if let Some(inner) = fields.get(name) {
                        collect(inner, found, depth + 1);
                    }
                }
            }
        }
        _ => {}
    }
}

/// The event that this object is, if it is one: by its type, of which sites invent more ("EducationalEvent").
fn event(value: &Value, depth: usize) -> Option<Event> {
    let types: Vec<&str> = match value.get("@type")? {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let is_event = types
        .iter()
        .any(|name| name.ends_with("Event") || name.ends_with("EventSeries") || *name == "Festival");
    if !is_event {
        return None;
    }
    let name = text(value, "name").or_else(|| text(value, "headline"))?;
    let location = value.get("location").and_then(first);
    let place = location.and_then(|location| match location {
        Value::String(place) => Some(html_text::line(place)),
        other => text(other, "name"),
    });
    let address = location.and_then(|location| location.get("address"));
    let town = address.and_then(|address| match address {
        Value::String(address) => Some(html_text::line(address)),
        other => text(other, "addressLocality"),
    });
    let mut parts = Vec::new();
    for name in ["subEvent", "subEvents", "hasPart"] {
        if let Some(inner) = value.get(name) {
            collect(inner, &mut parts, depth + 1);
        }
    }
    Some(Event {
        name,
        id: text(value, "@id").or_else(|| text(value, "identifier")),
        start: text(value, "startDate").as_deref().and_then(moment),
        end: text(value, "endDate").as_deref().and_then(moment),
        place: place.filter(|place| !place.is_empty()),
        town: town.filter(|town| !town.is_empty()),
        organiser: value.get("organizer").and_then(first).and_then(|organiser| match organiser {
            Value::String(name) => Some(html_text::line(name)),
            other => text(other, "name"),
        }),
        performers: performers(value),
        description: value
            .get("description")
            .and_then(Value::as_str)
            .map(described)
            .filter(|text| !text.is_empty()),
        parts: flat(parts),
        part_of: value.get("superEvent").and_then(first).and_then(|whole| match whole {
            Value::String(named) => Some(named.clone()),
            other => ["@id", "url", "name"].iter().find_map(|field| text(other, field)),
        }),
        address: text(value, "url"),
    })
}

/// The parts of parts are parts.
fn flat(parts: Vec<Event>) -> Vec<Event> {
    let mut all = Vec::new();
    for mut part in parts {
        let inner = std::mem::take(&mut part.parts);
        if inner.is_empty() {
            all.push(part);
        } else {
            all.extend(inner);
        }
    }
    all
}

fn first(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.first(),
        other => Some(other),
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    let text = match value.get(name)? {
        Value::String(text) => html_text::line(text),
        Value::Number(number) => number.to_string(),
        Value::Object(_) => value.get(name)?.get("@value")?.as_str().map(html_text::line)?,
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// A description: sites leave escaped tags and a written `\n` in it.
fn described(text: &str) -> String {
    html_text::plain(&text.replace("\\n", "\n").replace("\\r", ""))
}

/// The people who perform; organisations are no speakers.
fn performers(value: &Value) -> Vec<Speaker> {
    let named = ["performer", "performers", "actor"].into_iter().find_map(|name| value.get(name));
    let Some(named) = named else {
        return Vec::new();
    };
    let list = match named {
        Value::Array(several) => several.iter().collect(),
        one => vec![one],
    };
    list.into_iter()
        .filter_map(|performer| match performer {
            Value::String(name) => Some(html_text::line(name)),
            other => {
                let is_person =
                    other.get("@type").and_then(Value::as_str).is_none_or(|kind| kind == "Person");
                text(other, "name").filter(|_| is_person)
            }
        })
        .filter(|name| {
            !name.is_empty() && !matches!(name.as_str(), "Organization" | "Person" | "PerformingGroup")
        })
        .map(|name| Speaker { name, role: None })
        .collect()
}

/// `2025-12-20T09:00:00+04:00`, `2016-09-28 10:30`, `2025-12-20`: the date and the time of the place.
fn moment(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim();
    let date = NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?;
    let time = text.get(11..16).and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
    Some((date, time.and_then(|time| time.with_second(0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_found_however_they_are_wrapped() {
        let pieces = [
            r#"{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Thing","SocialEvent"],"name":"Borrel &#8211; stad"}]}"#,
            r#"[{"@type":"Event","name":"Een"},{"@type":"EducationalEvent","name":"Twee","startDate":"2025-12-20"}]"#,
            "{broken",
            r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Event","name":"Drie"}}]}"#,
        ]
        .map(str::to_owned);
        let names: Vec<String> = events(&pieces).into_iter().map(|event| event.name).collect();
        assert_eq!(names, ["Borrel – stad", "Een", "Twee", "Drie"]);
    }

    #[test]
    fn what_says_that_it_is_a_part_is_in_the_whole() {
        let piece = r##"{"@graph":[{"@type":"Event","@id":"#dag","name":"Dag"},
            {"@type":"Event","name":"Opening","superEvent":{"@id":"#dag"}},
            {"@type":"Event","name":"Slot","superEvent":{"@type":"Event","name":"Dag"}},
            {"@type":"Event","name":"Elders","superEvent":"https://example.org/anders"}]}"##;
        let found = events(&[piece.to_owned()]);
        let names = |events: &[Event]| events.iter().map(|event| event.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&found), ["Dag", "Elders"]);
        assert_eq!(names(&found[0].parts), ["Opening", "Slot"]);
    }

    #[test]
    fn dates_with_and_without_times() {
        let date = NaiveDate::from_ymd_opt(2016, 9, 28).expect("a date");
        let half_past_ten = NaiveTime::from_hms_opt(10, 30, 0);
        for text in ["2016-09-28 10:30", "2016-09-28T10:30:00+0200", "2016-09-28T10:30:59-07:00"] {
            assert_eq!(moment(text), Some((date, half_past_ten)), "{text}");
        }
        assert_eq!(moment("2016-09-28"), Some((date, None)));
        assert_eq!(moment("28 september"), None);
    }

    #[test]
    fn organisations_do_not_speak() {
        let piece = r#"{"@type":"Event","name":"Dag","performer":["Organization",{"@type":"Person","name":"Noor"},
            {"@type":"PerformingGroup","name":"Band"}],"description":"&lt;p&gt;Hoi&lt;/p&gt;\\n"}"#;
        let found = events(&[piece.to_owned()]);
        assert_eq!(found[0].performers.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Noor"]);
        assert_eq!(found[0].description.as_deref(), Some("Hoi"));
    }
}
