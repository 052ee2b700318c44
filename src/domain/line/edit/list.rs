//! Lines of a list: what Enter puts on the next line, and how deep a line stands.
//!
//! Numbers of other lines are left as they are: nobody asked for them to change.

use super::super::LineKind;
use super::super::prefix::{self, Form, Part, Prefix};

/// One step deeper.
const STEP: &str = "  ";

/// What Enter at the end of a line of a list does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextLine {
    /// The next line starts like this, and the caret goes behind it.
    Starts(String),
    /// The line says nothing yet: instead of making another one, it becomes this, and the list ends here.
    Ends(String),
}

/// Whether the line has a bullet, a number or a box in front.
#[must_use]
pub fn is_list(text: &str) -> bool {
    is_listed(&prefix::scan(text))
}

/// What Enter does at the end of `text`; `None` for a line at the margin that is in no list.
///
/// A line that is indented is followed by one that is. In a list an action is followed by an open one, a number by the next number, and a private line by a private one. An empty
/// line of a list goes one step back, and at the margin it ends the list.
#[must_use]
pub fn continued(text: &str) -> Option<NextLine> {
    let prefix = prefix::scan(text);
    if !is_listed(&prefix) && prefix.indent == 0 {
        return None;
    }
    if text.get(prefix.end..).unwrap_or_default().trim().is_empty() {
        let ended = if prefix.indent > 0 { outdented(text) } else { String::new() };
        return Some(NextLine::Ends(ended));
    }
    Some(NextLine::Starts(next_prefix(text, &prefix)))
}

/// How a line starts that stands under `text`, as more about the same: one step deeper, without a marker.
#[must_use]
pub fn under(text: &str) -> String {
    let prefix = prefix::scan(text);
    let indent = text.get(..prefix.indent).unwrap_or_default();
    if is_listed(&prefix) { indented(indent) } else { indent.to_owned() }
}

/// Whether Tab and Shift+Tab move the line: it is in a list, or indented.
#[must_use]
pub fn can_move_deeper(text: &str) -> bool {
    let prefix = prefix::scan(text);
    is_listed(&prefix) || prefix.indent > 0 && prefix.indent < text.len()
}

/// Where the words of a line start, in bytes: Enter before that place breaks the line like any other.
#[must_use]
pub fn words_start(text: &str) -> usize {
    prefix::scan(text).end
}

/// The line one step deeper.
#[must_use]
pub fn indented(text: &str) -> String {
    format!("{STEP}{text}")
}

/// The line one step less deep, or as it is when it stands at the margin.
#[must_use]
pub fn outdented(text: &str) -> String {
    let rest = text.strip_prefix('\t').or_else(|| text.strip_prefix(STEP)).or_else(|| text.strip_prefix(' '));
    rest.unwrap_or(text).to_owned()
}

fn is_listed(prefix: &Prefix) -> bool {
    let boxed = matches!(prefix.written_as(), Some((LineKind::Action, Form::Box { .. })));
    boxed || prefix.bullet_span().is_some() || prefix.number_span().is_some()
}

fn next_prefix(text: &str, prefix: &Prefix) -> String {
    let mut next = text.get(..prefix.start).unwrap_or_default().to_owned();
    for token in &prefix.tokens {
        let written = text.get(token.span.clone()).unwrap_or_default();
        match token.part {
            Part::Bullet | Part::Private => next.push_str(written),
            Part::Number(number) => next.push_str(&written.replacen(
                &number.to_string(),
                &number.saturating_add(1).to_string(),
                1,
            )),
            Part::Kind(LineKind::Action, Form::Box { .. }) => next.push_str("[ ] "),
            Part::Kind(..) | Part::Star => {}
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::super::super::tests::grammar_line;
    use super::*;
    use crate::domain::line::parse;

    fn starts(text: &str) -> NextLine {
        NextLine::Starts(text.to_owned())
    }

    fn ends(text: &str) -> NextLine {
        NextLine::Ends(text.to_owned())
    }

    #[test]
    fn a_list_goes_on_with_the_next_line() {
        let rows = [
            ("- een", starts("- ")),
            ("  * een", starts("  * ")),
            ("1. een", starts("2. ")),
            ("9) een", starts("10) ")),
            ("- [ ] bellen", starts("- [ ] ")),
            ("- [x] gebeld", starts("- [ ] ")),
            ("3. [x] gebeld", starts("4. [ ] ")),
            ("- ★ belangrijk", starts("- ")),
            ("- privé: voor mij", starts("- privé: ")),
            ("- vraag: wie", starts("- ")),
            ("- ", ends("")),
            ("- [ ] ", ends("")),
            ("  - ", ends("- ")),
            ("    1. ", ends("  1. ")),
            ("  onder een punt", starts("  ")),
            ("  vraag: wie", starts("  ")),
            ("  ", ends("")),
        ];
        for (text, expected) in rows {
            assert_eq!(continued(text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_list_does_not_go_on() {
        for text in ["", "tekst", "vraag: wie", "> citaat", "# kop", "2023 was druk", "-geen lijst"] {
            assert_eq!(continued(text), None, "{text:?}");
            assert!(!is_list(text), "{text:?}");
        }
    }

    #[test]
    fn a_line_under_a_point_has_no_marker() {
        assert_eq!(under("5. Toezicht"), "  ");
        assert_eq!(under("  - [ ] bellen"), "    ");
        assert_eq!(under("  te weinig mensen"), "  ");
        assert_eq!(under("gewoon"), "");
    }

    #[test]
    fn a_step_deeper_and_back() {
        assert_eq!(indented("- een"), "  - een");
        assert_eq!(outdented("  - een"), "- een");
        assert_eq!(outdented("\t- een"), "- een");
        assert_eq!(outdented(" - een"), "- een");
        assert_eq!(outdented("- een"), "- een");
    }

    proptest! {
        #[test]
        fn a_private_line_is_followed_by_a_private_one(text in grammar_line()) {
            if let Some(NextLine::Starts(next)) = continued(&text) {
                let before = parse(&text);
                let after = parse(&format!("{next}woorden"));
                // A mark in front of which something else stands is not carried over by its place.
                if prefix::scan(&text).tokens.iter().any(|token| token.part == Part::Private) {
                    prop_assert!(after.private, "{text:?} {next:?}");
                }
                // The bullet of an action belongs to its box and is not given as a marker.
                if before.kind != LineKind::Action {
                    prop_assert_eq!(before.marker.is_some(), after.marker.is_some());
                }
                prop_assert!(!after.starred && !after.done);
            }
        }

        #[test]
        fn a_step_deeper_and_back_is_the_same_line(text in grammar_line()) {
            prop_assert_eq!(outdented(&indented(&text)), text);
        }
    }
}
