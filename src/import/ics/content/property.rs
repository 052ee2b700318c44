//! A line of a calendar as a property: its name, its parameters and its value, which may be a text or a list of texts.
//!
//! What a property means is not looked at.

/// A property.
#[derive(Debug)]
pub(in crate::import::ics) struct Property {
    /// The line it begins on, from 1.
    pub(in crate::import::ics) line: usize,
    /// Its name, in capitals.
    pub(in crate::import::ics) name: String,
    /// Everything between the name and the end, with the `;` or `:` that it begins with.
    rest: String,
    /// Where in `rest` the value begins.
    value_at: usize,
}

impl Property {
    /// A line as a property, if it can be one: a name, then `;` or `:`.
    pub(super) fn read(line: usize, text: &str) -> Option<Self> {
        let end = text.find([':', ';'])?;
        let (name, rest) = text.split_at_checked(end)?;
        let name = name.trim();
        if name.is_empty()
            || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        {
            return None;
        }
        let value_at = value_start(rest)?;
        Some(Self { line, name: name.to_ascii_uppercase(), rest: rest.to_owned(), value_at })
    }

    /// The value as it is written, without blanks around it.
    pub(in crate::import::ics) fn raw(&self) -> &str {
        self.rest.get(self.value_at..).unwrap_or_default().trim()
    }

    /// The value as a text, with its escapes read in one pass.
    pub(in crate::import::ics) fn text(&self) -> String {
        unescaped(self.raw())
    }

    /// The value of a parameter, without its quotes.
    pub(in crate::import::ics) fn parameter(&self, name: &str) -> Option<&str> {
        parameter(self.rest.get(..self.value_at)?.trim_end_matches(':'), name)
    }

    /// The value of a date and the zone it is in. The name of a zone may have a colon in it, without quotes: what stands
    /// behind the first one is no date then, and what stands behind the last one is.
    pub(in crate::import::ics) fn date_and_zone(&self) -> (&str, Option<&str>) {
        let raw = self.raw();
        if raw.len() >= 8 && raw.bytes().take(4).all(|byte| byte.is_ascii_digit()) {
            return (raw, self.parameter("TZID"));
        }
        let Some((parameters, value)) = self.rest.rsplit_once(':') else { return (raw, None) };
        (value.trim(), parameter(parameters, "TZID"))
    }

    /// Appends a line that belongs to the value although it does not say so.
    pub(super) fn append(&mut self, text: &str) {
        self.rest.push_str("\\n");
        self.rest.push_str(text);
    }
}

/// Where the value begins: after the first colon outside quotes.
fn value_start(rest: &str) -> Option<usize> {
    let mut quoted = false;
    let is_it = |letter: char| {
        quoted ^= letter == '"';
        letter == ':' && !quoted
    };
    // A quote that is never closed hides every colon: then the first one counts.
    rest.find(is_it).or_else(|| rest.find(':')).map(|at| at + 1)
}

/// The parameter `name` in `;NAME=value;OTHER="quoted; value"`.
fn parameter<'a>(parameters: &'a str, name: &str) -> Option<&'a str> {
    let mut quoted = false;
    let parts = parameters.split(|letter: char| {
        quoted ^= letter == '"';
        letter == ';' && !quoted
    });
    let mut values = parts.filter_map(|part| part.split_once('='));
    let (_, value) = values.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    Some(value.trim().trim_matches('"').trim())
}

/// A text with `\n`, `\,`, `\;` and `\\` read.
pub(in crate::import::ics) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => plain.push('\n'),
            Some(escaped @ (',' | ';' | '\\' | ':' | '"')) => plain.push(escaped),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}

/// The properties of one block called `name`.
pub(in crate::import::ics) fn all<'a>(
    properties: &'a [Property],
    name: &'a str,
) -> impl Iterator<Item = &'a Property> {
    properties.iter().filter(move |property| property.name == name)
}

/// The first property called `name`.
pub(in crate::import::ics) fn first<'a>(properties: &'a [Property], name: &'a str) -> Option<&'a Property> {
    all(properties, name).next()
}

/// The text of the first property called `name` that has any.
pub(in crate::import::ics) fn text(properties: &[Property], name: &str) -> Option<String> {
    let mut texts = all(properties, name).map(|property| property.text().trim().to_owned());
    texts.find(|text| !text.is_empty())
}

/// A list of texts with commas between them; escaped commas are part of a text.
pub(in crate::import::ics) fn list(raw: &str) -> Vec<String> {
    let mut escaped = false;
    let parts = raw.split(move |letter: char| {
        let splits = letter == ',' && !escaped;
        escaped = letter == '\\' && !escaped;
        splits
    });
    parts.map(|part| unescaped(part.trim())).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_in_one_pass() {
        assert_eq!(unescaped(r"a\, b\; c\\n d\ne\N"), "a, b; c\\n d\ne\n");
        assert_eq!(unescaped(r"C:\x\"), r"C:\x\");
        assert_eq!(list(r"Een\, twee,drie,,"), ["Een, twee", "drie"]);
    }
}
