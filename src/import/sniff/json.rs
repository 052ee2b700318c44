//! Which programme a JSON document is, by the names of its fields.
//!
//! JSON of another kind is refused here with its own words: no session would be found in it, and that would look as if
//! the programme were empty.

use serde_json::Value;

use crate::domain::problem::{Problem, ProblemKind};
use crate::import::format::Format;

/// Whether `text` begins as a JSON document does, and not as a table of TOML.
pub(super) fn begins(text: &str) -> bool {
    if text.starts_with('{') {
        return true;
    }
    let inside = text.strip_prefix('[').map(str::trim_start);
    inside.is_some_and(|inside| inside.starts_with(['{', ']']))
}

/// The format of a JSON document.
///
/// # Errors
/// `NotUnderstood` with the line where it is broken, or when it is no programme that is known.
pub(super) fn format(text: &str) -> Result<Format, Problem> {
    let value: Value = crate::import::json::parse(text)?;
    of(&value).ok_or_else(|| {
        Problem::new(ProblemKind::NotUnderstood, 1, "this is JSON, but no programme format that is known")
    })
}

fn of(value: &Value) -> Option<Format> {
    let has = |name: &str| value.get(name).is_some();
    if value.get("results").is_some() && is_indico(value) {
        return Some(Format::IndicoJson);
    }
    let schedule = value.get("schedule").unwrap_or(value);
    if schedule.pointer("/conference/days").is_some()
        || (schedule.get("conference").is_some() && schedule.get("events").is_some())
    {
        return Some(Format::ScheduleJson);
    }
    if has("startDate") && (has("contributions") || has("sessions")) {
        return Some(Format::IndicoJson);
    }
    if rows_have(value.get("sessions"), SESSIONIZE) {
        return Some(Format::SessionizeJson);
    }
    let is_empty = value.get("sessions").and_then(Value::as_array).is_some_and(Vec::is_empty);
    if is_empty && has("speakers") && has("rooms") {
        return Some(Format::SessionizeJson);
    }
    let first = value.get(0)?;
    let is_grid = first.get("rooms").is_some() && first.get("date").is_some();
    let is_grouped = first.get("groupId").is_some() && first.get("sessions").is_some();
    (is_grid || is_grouped || rows_have(Some(value), SESSIONIZE)).then_some(Format::SessionizeJson)
}

/// An answer of Indico's API: events, or a timetable by event and by day.
fn is_indico(value: &Value) -> bool {
    let is_answer = value.get("_type").and_then(Value::as_str) == Some("HTTPAPIResult");
    let first = value.pointer("/results/0").unwrap_or(&Value::Null);
    is_answer
        || first.get("contributions").is_some()
        || (first.get("_type").is_some() && first.get("startDate").is_some())
        || value.get("results").and_then(Value::as_object).is_some_and(is_timetable)
}

fn is_timetable(events: &serde_json::Map<String, Value>) -> bool {
    let days = events.values().filter_map(Value::as_object).flat_map(|event| event.keys());
    days.take(1).any(|day| day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Fields of a session that only Sessionize has.
const SESSIONIZE: &[&str] = &["isServiceSession", "isPlenumSession", "startsAt", "roomId"];

/// Whether the first of `rows` has one of `names`.
fn rows_have(rows: Option<&Value>, names: &[&str]) -> bool {
    let first = rows.and_then(Value::as_array).and_then(|rows| rows.first());
    first.is_some_and(|row| names.iter().any(|name| row.get(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_programme_is_known_by_its_fields() {
        let known = [
            (r#"{"schedule":{"conference":{"days":[]}}}"#, Format::ScheduleJson),
            (r#"{"schedule":{"conference":{},"events":[]}}"#, Format::ScheduleJson),
            (r#"{"results":[{"_type":"Conference","contributions":[]}]}"#, Format::IndicoJson),
            (r#"{"sessions":[],"speakers":[],"rooms":[]}"#, Format::SessionizeJson),
            (r#"[{"date":"2025-05-10T00:00:00","rooms":[]}]"#, Format::SessionizeJson),
            (r#"[{"groupId":null,"groupName":"All","sessions":[]}]"#, Format::SessionizeJson),
        ];
        for (text, wanted) in known {
            assert_eq!(format(text).expect(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_json_is_refused_and_not_called_empty() {
        for text in [
            "{}",
            "[{}]",
            r#"{"schedule":[],"sprints":[],"rooms":[],"speakers":[]}"#,
            r#"{"sessions":[{"name":"Welkom"}],"speakers":[],"rooms":[]}"#,
        ] {
            let problem = format(text).expect_err(text);
            assert_eq!(problem.kind, ProblemKind::NotUnderstood);
            assert!(problem.cause.contains("no programme format"), "{}", problem.cause);
        }
    }

    #[test]
    fn broken_json_is_refused_with_its_line() {
        let problem = format("{\n\"schedule\": {\n\"conference\":").expect_err("cut short");
        assert_eq!(problem.subject, "3");
    }

    #[test]
    fn a_table_of_toml_is_no_json() {
        assert!(begins("{\"a\":1}") && begins("[ {\"a\":1}]") && begins("[]"));
        assert!(!begins("[day]") && !begins("[[sessions]]") && !begins("Programma"));
    }
}
