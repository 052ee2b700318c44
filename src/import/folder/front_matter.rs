//! The front matter of a note: names with one text or several. What is nested deeper is passed over.
//!
//! Anchors are not followed, so no file can grow.

use saphyr_parser::{Event, Parser};

/// Front matter longer than this is text, in bytes.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What stands in it, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter(Vec<(String, Vec<String>)>);

impl FrontMatter {
    /// The texts under a name, in any case; none when it is not there or empty.
    pub fn all(&self, name: &str) -> &[String] {
        let found = self.0.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map(|(_, texts)| texts.as_slice()).unwrap_or_default()
    }

    /// The only or the first text under one of these names.
    pub fn text(&self, names: &[&str]) -> Option<&str> {
        let texts = names.iter().filter_map(|name| self.all(name).first());
        texts.map(|text| text.trim()).find(|text| !text.is_empty())
    }
}

/// Takes the front matter off a text. Without any, or when it cannot be read, all of it is text.
pub fn split(text: &str) -> (FrontMatter, &str) {
    let whole = (FrontMatter::default(), text);
    let Some(inside) = text.strip_prefix("---\n") else { return whole };
    let mut end = 0;
    for line in inside.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let yaml = inside.get(..end).unwrap_or_default();
            let body = inside.get(end + line.len()..).unwrap_or_default();
            return read(yaml).map_or(whole, |matter| (matter, body));
        }
        end += line.len();
        if end > MOST_BYTES {
            break;
        }
    }
    whole
}

fn read(yaml: &str) -> Option<FrontMatter> {
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    let mut depth = 0;
    // The name whose value comes next, in the outermost mapping.
    let mut name: Option<String> = None;
    for event in Parser::new_from_str(yaml) {
        match event.ok()?.0 {
            Event::Scalar(text, ..) => match (depth, &mut name) {
                (1, None) => name = Some(text.into_owned()),
                (1, Some(_)) => fields.push((name.take()?, texts(&text))),
                (2, Some(name)) => push(&mut fields, name, texts(&text)),
                _ => {}
            },
            Event::Alias(_) if depth == 1 => name = None,
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => {
                depth -= 1;
                if depth == 1 {
                    name = None;
                }
            }
            _ => {}
        }
    }
    Some(FrontMatter(fields))
}

fn texts(text: &str) -> Vec<String> {
    if matches!(text, "" | "~" | "null") { Vec::new() } else { vec![text.to_owned()] }
}

fn push(fields: &mut Vec<(String, Vec<String>)>, name: &str, texts: Vec<String>) {
    match fields.last_mut().filter(|(last, _)| last == name) {
        Some((_, present)) => present.extend(texts),
        None => fields.push((name.to_owned(), texts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_lists_are_read_in_every_way_of_writing() {
        let text = "---\ntitle: \"Twee: een\"\nTags: [a, 'b c']\nspeakers:\n  - Noor\n  - Bram\nleeg:\ndatum: 2023-03-16\n\
                    dieper: {a: {b: c}}\nlaatst: x\n---\n\n# Kop\n";
        let (matter, body) = split(text);
        assert_eq!(matter.text(&["title"]), Some("Twee: een"));
        assert_eq!(matter.all("tags"), ["a", "b c"]);
        assert_eq!(matter.all("speakers"), ["Noor", "Bram"]);
        assert_eq!(matter.text(&["leeg", "datum"]), Some("2023-03-16"));
        assert_eq!(matter.text(&["laatst"]), Some("x"));
        assert_eq!(body, "\n# Kop\n");
    }

    #[test]
    fn what_is_no_front_matter_is_text() {
        for text in
            ["", "tekst", "---\ntekst", "----\na: b\n---\n", "---\na: [b\n---\nc", "---\n\ta: b: c\n---\nc"]
        {
            assert_eq!(split(text), (FrontMatter::default(), text), "{text:?}");
        }
    }

    #[test]
    fn anchors_do_not_grow() {
        let (matter, body) = split("---\na: &x [1, 2]\nb: *x\nc: [*x, *x]\nd: 3\n---\nrest");
        assert_eq!((matter.all("a").len(), matter.all("b").len(), matter.text(&["d"])), (2, 0, Some("3")));
        assert_eq!(body, "rest");
    }
}
