//! The tag or the name that is being typed right in front of the caret, by the same grammar that reads whole lines.
//!
//! It says what was typed so far, not what it could become.

use super::{inline, prefix};

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing<'a> {
    /// What it will be.
    pub sign: Sign,
    /// The byte of the line at which its sign stands.
    pub start: usize,
    /// What was typed after the sign, without an opening bracket.
    pub text: &'a str,
}

/// What a sign begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// `#`: a trend or a point.
    Trend,
    /// `@`: a person or an organisation.
    Name,
}

/// What is being typed at the end of `before`, the line up to the caret.
#[must_use]
pub fn typing(before: &str) -> Option<Typing<'_>> {
    let start = before.rfind("@[").filter(|start| !ends_after(before, *start));
    let start = start.or_else(|| before.rfind(['#', '@']))?;
    let rest = before.get(start..)?;
    let sign = if rest.starts_with('#') { Sign::Trend } else { Sign::Name };
    let text = rest.strip_prefix("@[").or_else(|| rest.get(1..))?;
    // Behind nothing but `#` at the start of a line a heading may follow: wait for a letter.
    let may_be_heading = sign == Sign::Trend && text.is_empty() && before.trim_start().starts_with('#');
    let end = if rest.starts_with("@[") { "x]" } else { "x" };
    (!may_be_heading && would_be_read([before, end].concat().as_str(), start)).then_some(Typing {
        sign,
        start,
        text,
    })
}

/// Whether the bracket at `start` was closed.
fn ends_after(before: &str, start: usize) -> bool {
    before.get(start..).is_some_and(|rest| rest.contains(']'))
}

/// Whether the grammar reads a tag or a name from `start` to the end, once it has a letter.
fn would_be_read(text: &str, start: usize) -> bool {
    let content = prefix::scan(text).end..text.len();
    let read = inline::scan(text, content);
    let mut spans = read.tags.iter().map(|tag| &tag.span).chain(read.mentions.iter().map(|name| &name.span));
    spans.any(|span| *span == (start..text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(before: &str) -> Option<(Sign, &str)> {
        typing(before).map(|typing| (typing.sign, typing.text))
    }

    #[test]
    fn a_tag_is_typed_right_behind_its_sign_and_nowhere_else() {
        assert_eq!(typed("De basis #toe"), Some((Sign::Trend, "toe")));
        assert_eq!(typed("De basis #"), Some((Sign::Trend, "")));
        assert_eq!(typed("(#jeugd-"), Some((Sign::Trend, "jeugd-")));
        assert_eq!(typed("#toe"), Some((Sign::Trend, "toe")));
        assert_eq!(typed("- [ ] bellen #6"), Some((Sign::Trend, "6")));
        for no in ["De basis #toezicht ", "C#", "#", "##", "", "zie `#co", "https://example.nl/#co"] {
            assert_eq!(typed(no), None, "{no}");
        }
    }

    #[test]
    fn a_name_is_typed_as_one_word_or_in_brackets() {
        assert_eq!(typed("met @Br"), Some((Sign::Name, "Br")));
        assert_eq!(typed("@"), Some((Sign::Name, "")));
        assert_eq!(typed("met @[Julien van O"), Some((Sign::Name, "Julien van O")));
        assert_eq!(typed("met @["), Some((Sign::Name, "")));
        assert_eq!(typed("@[Julien van Ostaaijen] en #sa"), Some((Sign::Trend, "sa")));
        for no in ["met @Bram ", "info@example", "@[Julien van Ostaaijen]", "https://x.nl/@br"] {
            assert_eq!(typed(no), None, "{no}");
        }
    }
}
