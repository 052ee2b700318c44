//! What the readers of Office files need of XML: events, text and attributes, and a plain end where the XML is broken.
//!
//! Nothing is looked up: an entity that XML itself does not know stays out, so none can grow or fetch anything.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The events of a text, until it ends or is not XML any more.
pub(super) struct Events<'a> {
    reader: Reader<&'a [u8]>,
    /// The XML stopped before its end.
    pub(super) cut_short: bool,
    depth: usize,
    done: bool,
}

/// What happens in the XML, by local names.
pub(super) enum Happening<'a> {
    /// An element starts.
    Start(BytesStart<'a>),
    /// An element ends; its local name.
    End(String),
    /// Text.
    Text(String),
}

impl<'a> Events<'a> {
    /// The events of `xml`.
    pub(super) fn of(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        Self { reader, cut_short: false, depth: 0, done: false }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Happening<'a>;

    fn next(&mut self) -> Option<Happening<'a>> {
        while !self.done {
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Happening::Start(start));
                }
                Ok(Event::End(end)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Happening::End(end.local_name().as_ref().to_owned()));
                }
                Ok(Event::Text(text)) => return Some(Happening::Text(text.xml10_content().into_owned())),
                Ok(Event::CData(text)) => return Some(Happening::Text(text.xml10_content().into_owned())),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(letter) = letter(&reference) {
                        return Some(Happening::Text(letter.to_string()));
                    }
                }
                Ok(Event::Eof) => {
                    self.cut_short = self.depth > 0;
                    self.done = true;
                }
                Ok(_) => {}
                Err(_) => {
                    self.cut_short = true;
                    self.done = true;
                }
            }
        }
        None
    }
}

/// The letter that a reference such as `&amp;` or `&#233;` stands for.
fn letter(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// The value of an attribute, by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .flatten()
        .take(64)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The value of an attribute that is a number.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(start, name)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> (String, bool) {
        let mut events = Events::of(xml);
        let mut text = String::new();
        for event in &mut events {
            if let Happening::Text(more) = event {
                text.push_str(&more);
            }
        }
        (text, events.cut_short)
    }

    #[test]
    fn letters_are_read_and_entities_are_not_looked_up() {
        assert_eq!(text("<a>caf&#233; &amp; &eacute;taart</a>"), ("café & taart".to_owned(), false));
    }

    #[test]
    fn broken_xml_ends_where_it_breaks() {
        assert_eq!(text("<a>een<b>twee"), ("eentwee".to_owned(), true));
        assert_eq!(text("<a>een</a><b "), ("een".to_owned(), true));
    }
}
