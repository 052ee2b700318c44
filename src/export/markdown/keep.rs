//! A line of a note in a Markdown file of its own, written so that it looks as it should and reads back as it was typed:
//! what Markdown would swallow gets a backslash, and white space that would make code of a line is named.
//!
//! The way back is in `import/markdown`. Two lines have one blank line between them, a blank line of the note makes two more.

use std::fmt::Write as _;

use super::escape;

/// A tab reaches to the next of these columns.
const TAB: usize = 4;

/// So much deeper than its surroundings, a line is code.
const CODE: usize = 4;

/// Writes the lines of one note, in order.
#[derive(Default)]
pub struct Keeper {
    /// The columns where the text of the list items begins that are open, from the outside in.
    items: Vec<usize>,
}

impl Keeper {
    /// The line as it stands in the file. A line of white space is a blank line.
    pub fn line(&mut self, text: &str) -> String {
        let rest = text.trim_start_matches([' ', '\t']);
        if rest.trim().is_empty() {
            return String::new();
        }
        let white = text.get(..text.len() - rest.len()).unwrap_or_default();
        let column = width(white);
        while self.items.last().is_some_and(|item| column < *item) {
            self.items.pop();
        }
        let is_code = column >= self.items.last().copied().unwrap_or_default() + CODE;
        let white = if is_code { named(white) } else { white.to_owned() };
        match marker(rest) {
            Some(length) if !is_code => self.items.push(column + length),
            _ if column == 0 => self.items.clear(),
            _ => {}
        }
        let kept = kept(rest);
        if white.is_empty() { kept } else { white + &kept }
    }
}

fn width(white: &str) -> usize {
    white.chars().fold(0, |column, c| if c == '\t' { (column / TAB + 1) * TAB } else { column + 1 })
}

/// White space that stays when it is read as Markdown.
fn named(white: &str) -> String {
    white.chars().map(|c| if c == '\t' { "&emsp;" } else { "&nbsp;" }).collect()
}

/// How long the marker of a list item is, with the space behind it.
fn marker(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = rest.get(digits..)?;
    let is_marker = match digits {
        0 => sign.starts_with(['-', '*', '+']),
        1..=9 => sign.starts_with(['.', ')']),
        _ => false,
    };
    (is_marker && sign.get(1..)?.starts_with(' ')).then_some(digits + 2)
}

fn kept(text: &str) -> String {
    if !starts_another_block(text) && text.bytes().all(stays) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len() + 8);
    if starts_another_block(text) {
        kept.push('\\');
    }
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let mut length = first.len_utf8();
        match first {
            '`' => length = escape::code(rest, &mut kept),
            '\\' => kept.push_str("\\\\"),
            // Between dollars stands a formula, between two percent signs what is hidden.
            '$' => kept.push_str("\\$"),
            '%' if after.starts_with('%') => kept.push_str("\\%"),
            '<' if after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) => {
                kept.push_str("\\<");
            }
            '&' if escape::is_entity(after) => kept.push_str("\\&"),
            c if ends_line(c) => {
                let _ = write!(kept, "&#{};", u32::from(c));
            }
            c => kept.push(c),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    kept
}

/// Whether what this byte is part of always stands in the file as it was typed. Most lines have nothing else.
fn stays(byte: u8) -> bool {
    (byte == b'\t' || escape::is_visible(byte)) && !matches!(byte, b'`' | b'\\' | b'$' | b'%' | b'<' | b'&')
}

/// Whether this would be code up to the end of the file, a line across the page, or a definition that is not shown.
fn starts_another_block(text: &str) -> bool {
    let is_rule = ['-', '*', '_'].iter().filter(|sign| text.starts_with(**sign)).any(|sign| {
        let signs = text.chars().filter(|c| c == sign).count();
        signs >= 3 && text.chars().all(|c| c == *sign || c == ' ' || c == '\t')
    });
    is_rule || text.starts_with("~~~") || text.starts_with('[') && text.contains("]:")
}

/// What a reader of the file could take for the end of a line, or not show at all.
fn ends_line(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{feff}') || c.is_control() && c != '\t'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let mut keeper = Keeper::default();
        text.split('\n').map(|line| keeper.line(line)).collect()
    }

    #[test]
    fn ordinary_lines_stay_as_they_are() {
        for line in [
            "- [ ] bellen @Bram vóór 1 april #boa",
            "> citaat — Noor",
            "## Kop",
            "1. een",
            "★ **vet** en *schuin*, 70 % en 3 < 5",
            "afspraak: `x < y` bij R&D",
            "  twee spaties",
        ] {
            assert_eq!(lines(line), [line]);
        }
    }

    #[test]
    fn lines_below_an_item_stay_and_others_do_not_become_code() {
        assert_eq!(lines("1. een\n    eronder"), ["1. een", "    eronder"]);
        assert_eq!(lines("- a\n\t- b\n\t\tc"), ["- a", "\t- b", "\t\tc"]);
        assert_eq!(
            lines("tekst\n    geen code\n\took niet"),
            ["tekst", "&nbsp;&nbsp;&nbsp;&nbsp;geen code", "&emsp;ook niet"]
        );
    }

    #[test]
    fn what_markdown_would_swallow_is_escaped() {
        for (line, expected) in [
            ("<script>", "\\<script>"),
            ("&amp; R&D", "\\&amp; R&D"),
            ("~~~", "\\~~~"),
            ("---", "\\---"),
            ("[x]: y", "\\[x]: y"),
            ("%%weg%%", "\\%%weg\\%%"),
            ("van $5 tot $6", "van \\$5 tot \\$6"),
            ("C:\\map", "C:\\\\map"),
            ("los ` teken", "los \\` teken"),
            ("a\rb", "a&#13;b"),
            ("één\u{85}\u{2028}twee", "één&#133;&#8232;twee"),
            ("é — ★ “ja”", "é — ★ “ja”"),
            ("* * *", "\\* * *"),
            ("<!-- plenair: end -->", "\\<!-- plenair: end -->"),
        ] {
            assert_eq!(lines(line), [expected]);
        }
    }
}
