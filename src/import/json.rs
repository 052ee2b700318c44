//! What the readers of JSON share: taking the document apart, and getting at fields that may be absent or of another type.
//!
//! Knows no format.

use serde_json::Value;

use crate::domain::problem::{Problem, ProblemKind};

/// How much a document may hold.
pub(super) struct Limits {
    /// A value takes some hundred bytes of memory, however short it is written: there may be so many commas before one.
    commas: usize,
    /// An object takes some five hundred bytes.
    objects: usize,
}

impl Limits {
    /// Of a programme.
    const PROGRAMME: Self = Self { commas: 1_000_000, objects: 300_000 };
    /// Of notes: a line takes some twenty values.
    pub(super) const NOTES: Self = Self { commas: 10_000_000, objects: 1_000_000 };
}

/// Takes a JSON document apart. Nesting beyond 128 levels is refused by the parser.
///
/// # Errors
/// `NotUnderstood` with the line where it is broken, or for more values than fit in memory.
pub(super) fn parse(text: &str) -> Result<Value, Problem> {
    parse_with(text, &Limits::PROGRAMME)
}

/// Takes a JSON document apart that may hold more.
///
/// # Errors
/// Those of [`parse`].
pub(super) fn parse_with(text: &str, most: &Limits) -> Result<Value, Problem> {
    let count = |sign: u8| text.bytes().filter(|byte| *byte == sign).count();
    if count(b',') > most.commas || count(b'{') > most.objects {
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, "this JSON holds more than can be read"));
    }
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let cause =
            if error.is_eof() { "the JSON stops in the middle".to_owned() } else { error.to_string() };
        Problem::new(ProblemKind::NotUnderstood, error.line().max(1), cause)
    })
}

/// The field `name` as a text, if it holds one: trimmed, and none when it is blank. A number counts as its digits.
pub(super) fn text(value: &Value, name: &str) -> Option<String> {
    filled(value.get(name)?)
}

/// The first of `names` that holds a text.
pub(super) fn first_text(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| text(value, name))
}

/// A value as a text. A text in several languages, an object such as `{"en": …, "de": …}`, gives its first; an object with
/// a name is its name.
pub(super) fn filled(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => match fields.get("name") {
            Some(name) => filled(name),
            None => fields.values().find(|value| value.is_string()).and_then(filled),
        },
        _ => None,
    }
}

/// The field `name` as a list. An object counts as the list of its values, in its order; anything else as no list.
pub(super) fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    match value.get(name) {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(Value::Object(fields)) => fields.values().collect(),
        _ => Vec::new(),
    }
}

/// Whether the field `name` is true.
pub(super) fn is_true(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn broken_documents_are_refused_with_their_line() {
        assert_eq!(parse("{\n\"a\": }").expect_err("no value").subject, "2");
        assert!(parse("{\"a\"").expect_err("cut short").cause.contains("in the middle"));
        assert!(parse(&"[".repeat(10_000)).is_err());
        assert!(parse(&format!("[{}{{}}]", "{},".repeat(Limits::PROGRAMME.objects))).is_err());
        assert!(parse(&format!("[{}1]", "1,".repeat(Limits::PROGRAMME.commas + 1))).is_err());
        assert!(parse("\u{feff}{}").is_ok());
    }

    #[test]
    fn texts_are_found_in_whatever_shape() {
        let value =
            json!({"a": " x ", "b": "", "c": 3, "d": {"en": "e", "de": "d"}, "e": {"name": "n"}, "f": null});
        assert_eq!(text(&value, "a").as_deref(), Some("x"));
        assert_eq!(text(&value, "b"), None);
        assert_eq!(text(&value, "c").as_deref(), Some("3"));
        assert_eq!(text(&value, "d").as_deref(), Some("e"));
        assert_eq!(text(&value, "e").as_deref(), Some("n"));
        assert_eq!(first_text(&value, &["f", "b", "c"]).as_deref(), Some("3"));
    }
}
