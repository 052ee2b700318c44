//! Text that stays what it is when it becomes Markdown (`CommonMark` 0.31).
//!
//! A line of a note may use `**bold**`, `*italic*`, `` `code` `` and links: those stay. What would change the structure
//! around it (a heading, a list, a quote, a rule, HTML, a definition) is escaped. Where lines go is not decided here.

/// Whether a byte of UTF-8 is never part of a character that ends a line or is not shown: in ASCII the control characters are
/// such, and of the others those that begin with C2, E2 or EF may be. To pass over what has none at once.
pub fn is_visible(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') || byte >= 0x80 && !matches!(byte, 0xc2 | 0xe2 | 0xef)
}

/// A line of a note inside a block: behind a label, in a heading, in a quote.
pub fn inline(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length =
            if first == '`' { code(rest, &mut escaped) } else { character(rest, first, &mut escaped) };
        rest = rest.get(length..).unwrap_or_default();
    }
    escaped
}

/// Escaped text at the start of a block, also of a list item: there some signs make another kind of block.
pub fn at_start(escaped: &str) -> String {
    match sign_that_starts_a_block(escaped) {
        Some(at) => with_backslash(escaped, at),
        None => escaped.to_owned(),
    }
}

/// A line of a note as a heading: signs at its end would be taken for its closing.
pub fn heading(text: &str) -> String {
    without_closing(&inline(text))
}

/// Text that is not Markdown, such as a title or a name: no sign of it has a meaning.
pub fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    without_closing(&escaped)
}

/// The same text on one physical line, without white space around it.
pub fn one_line(text: &str) -> String {
    visible(text).trim().to_owned()
}

/// The same text on one physical line: a carriage return ends a line too, and other editors know more line ends.
pub fn visible(text: &str) -> String {
    if text.bytes().all(is_visible) {
        return text.to_owned();
    }
    let visible = |c: char| match c {
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() && c.is_whitespace() => ' ',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(visible).collect()
}

/// Copies the code span at the start of `rest`, or escapes the backticks when nothing closes it.
pub fn code(rest: &str, escaped: &mut String) -> usize {
    let fence = run(rest, '`');
    if let Some(end) = closing_fence(rest, fence) {
        escaped.push_str(rest.get(..end).unwrap_or_default());
        return end;
    }
    escaped.push_str(&"\\`".repeat(fence));
    fence
}

/// Where the code span ends that starts with `fence` backticks: at the next run of exactly as many.
fn closing_fence(rest: &str, fence: usize) -> Option<usize> {
    let mut at = fence;
    loop {
        at += rest.get(at..)?.find('`')?;
        let length = run(rest.get(at..)?, '`');
        at += length;
        if length == fence {
            return Some(at);
        }
    }
}

/// Copies one character, or a backslash with the sign behind it; gives the bytes that were read.
fn character(rest: &str, first: char, escaped: &mut String) -> usize {
    let after = rest.get(first.len_utf8()..).unwrap_or_default();
    let next = after.chars().next();
    match first {
        // What is written stays what is seen: `C:\*` is a path, and `\#` is two signs.
        '\\' => {
            escaped.push_str("\\\\");
            let Some(sign) = next.filter(|next| next.is_ascii_punctuation() && !matches!(next, '\\' | '`'))
            else {
                return 1;
            };
            escaped.extend(['\\', sign]);
            return 2;
        }
        '<' if next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) => {
            escaped.push('\\');
        }
        '&' if is_entity(after) => escaped.push('\\'),
        _ => {}
    }
    escaped.push(first);
    first.len_utf8()
}

/// Whether an `&` before this would be read as a character reference such as `&amp;` or `&#8212;`.
pub fn is_entity(after: &str) -> bool {
    let name = after.trim_start_matches('#');
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

/// The place of the sign that would make the start of `text` something else than a paragraph.
fn sign_that_starts_a_block(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let ends_after = |at: usize| text.get(at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let starts = match first {
        '#' => run(text, '#') <= 6 && ends_after(run(text, '#')),
        '-' | '+' | '*' => ends_after(1) || is_rule(text, first),
        '_' => is_rule(text, first),
        '=' => text.trim_end_matches('=').is_empty(),
        '~' => run(text, '~') >= 3,
        // Not in CommonMark, but in dialects of it: a definition of the paragraph before.
        ':' => ends_after(1),
        '[' => text.contains("]:"),
        '>' => true,
        '0'..='9' => return number_sign(text),
        _ => false,
    };
    starts.then_some(0)
}

/// Whether the whole text is a line across the page, or the underline of a heading.
fn is_rule(text: &str, sign: char) -> bool {
    text.chars().all(|c| c == sign || c == ' ')
}

/// The place of the `.` or `)` behind a number at the start.
fn number_sign(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let after = rest.strip_prefix(['.', ')'])?;
    (after.is_empty() || after.starts_with(' ')).then_some(digits)
}

/// Escaped text as a heading, which may end with a space and `#` signs: those would not be shown.
pub fn without_closing(text: &str) -> String {
    let before = text.trim_end_matches('#');
    let closes = before.len() < text.len() && (before.is_empty() || before.ends_with(' '));
    if closes { with_backslash(text, before.len()) } else { text.to_owned() }
}

fn with_backslash(text: &str, at: usize) -> String {
    match text.split_at_checked(at) {
        Some((before, after)) => format!("{before}\\{after}"),
        None => text.to_owned(),
    }
}

fn run(text: &str, sign: char) -> usize {
    text.len() - text.trim_start_matches(sign).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> String {
        at_start(&inline(text))
    }

    #[test]
    fn emphasis_code_links_and_tags_stay_readable() {
        for text in [
            "**vet** en *schuin* #toezicht",
            "`let x = <T>;` en ``een ` erin``",
            "#ondermijning speelt, C# niet",
            "kijk op https://voorbeeld.nl/a_b?x=1&y=2",
            "[tekst](https://voorbeeld.nl)",
            "3 < 5 en R&D",
            "@[Noor de Wit] belt",
            "70 % ziet meer",
            "2023 was druk",
            "-5 graden",
            "*schuin* begin",
        ] {
            assert_eq!(block(text), text);
        }
    }

    #[test]
    fn what_would_start_another_block_is_escaped() {
        for (text, expected) in [
            ("# kop", "\\# kop"),
            ("##", "\\##"),
            ("> citaat", "\\> citaat"),
            ("- punt", "\\- punt"),
            ("+ punt", "\\+ punt"),
            ("* punt", "\\* punt"),
            ("-", "\\-"),
            ("---", "\\---"),
            ("- - -", "\\- - -"),
            ("***", "\\***"),
            ("___", "\\___"),
            ("=", "\\="),
            ("===", "\\==="),
            ("1. een", "1\\. een"),
            ("1)", "1\\)"),
            ("2023. Een jaar", "2023\\. Een jaar"),
            ("~~~ hek", "\\~~~ hek"),
            ("[x]: https://voorbeeld.nl", "\\[x]: https://voorbeeld.nl"),
            (": uitleg", "\\: uitleg"),
            ("    vier spaties", "vier spaties"),
            ("\tinspringen", "inspringen"),
            ("\u{1}- x", "\u{fffd}- x"),
            ("\r- x", "\\- x"),
        ] {
            assert_eq!(block(text), expected, "{text:?}");
        }
    }

    #[test]
    fn html_references_and_backslashes_are_shown_as_written() {
        assert_eq!(inline("<html> <!-- x --> </b> <?php"), "\\<html> \\<!-- x --> \\</b> \\<?php");
        assert_eq!(inline("&amp; &#8212; R&D;x"), "\\&amp; \\&#8212; R\\&D;x");
        assert_eq!(inline("C:\\map\\*.txt"), "C:\\\\map\\\\\\*.txt");
        assert_eq!(inline("\\<b>"), "\\\\\\<b>");
        assert_eq!(inline("eind\\"), "eind\\\\");
    }

    #[test]
    fn a_code_span_without_an_end_is_no_code_span() {
        assert_eq!(inline("een ` los"), "een \\` los");
        assert_eq!(inline("```rust"), "\\`\\`\\`rust");
        assert_eq!(inline("\\`a`"), "\\\\`a`");
    }

    #[test]
    fn every_line_end_becomes_a_space() {
        assert_eq!(inline("een\rtwee\u{2028}drie\u{b}vier"), "een twee drie vier");
    }

    #[test]
    fn a_heading_keeps_the_signs_at_its_end() {
        assert_eq!(heading("kop ##"), "kop \\##");
        assert_eq!(heading("C#"), "C#");
        assert_eq!(heading("#"), "\\#");
    }

    #[test]
    fn a_title_is_never_markup() {
        assert_eq!(plain("*Vet* [a](b) <i> snake_case"), "\\*Vet\\* \\[a\\](b) \\<i\\> snake\\_case");
        assert_eq!(at_start(&plain("1. Opening")), "1\\. Opening");
    }
}
