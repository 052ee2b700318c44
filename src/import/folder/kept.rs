//! Lines of a note as they were typed, from a file that Plenair wrote: the way back of `export/markdown/keep`.

/// The lines between which there is at most one blank line; every two more are a blank line of the note.
pub fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut blank = 0;
    for line in text.split('\n') {
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        lines.extend(std::iter::repeat_n(String::new(), blank / 2));
        lines.push(typed(line));
        blank = 0;
    }
    lines
}

/// The line as it was typed.
pub fn typed(line: &str) -> String {
    let mut typed = String::with_capacity(line.len());
    let mut rest = line;
    loop {
        if let Some(after) = rest.strip_prefix("&nbsp;") {
            typed.push(' ');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("&emsp;") {
            typed.push('\t');
            rest = after;
        } else if let Some(after) = rest.strip_prefix([' ', '\t']) {
            typed.push_str(rest.get(..1).unwrap_or_default());
            rest = after;
        } else {
            break;
        }
    }
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\\' => escaped(rest, &mut typed),
            '`' => code(rest, &mut typed),
            '&' => numbered(rest, &mut typed),
            _ => 0,
        };
        if length == 0 {
            typed.push(first);
        }
        rest = rest.get(length.max(first.len_utf8())..).unwrap_or_default();
    }
    typed
}

/// A sign with a backslash before it; gives the bytes that were read, or 0 for a backslash that is one.
fn escaped(rest: &str, typed: &mut String) -> usize {
    match rest.chars().nth(1).filter(char::is_ascii_punctuation) {
        Some(sign) => {
            typed.push(sign);
            2
        }
        None => 0,
    }
}

/// Code, which stands as it was typed.
fn code(rest: &str, typed: &mut String) -> usize {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let fence = run(rest);
    let mut at = fence;
    while let Some(next) = rest.get(at..).and_then(|after| after.find('`')) {
        at += next;
        let length = run(rest.get(at..).unwrap_or_default());
        at += length;
        if length == fence {
            typed.push_str(rest.get(..at).unwrap_or_default());
            return at;
        }
    }
    typed.push_str(rest.get(..fence).unwrap_or_default());
    fence
}

/// A character by its number, such as `&#13;`.
fn numbered(rest: &str, typed: &mut String) -> usize {
    let read = || {
        let (number, _) = rest.strip_prefix("&#")?.split_once(';')?;
        let is_number = number.len() <= 7 && number.bytes().all(|byte| byte.is_ascii_digit());
        let c = char::from_u32(number.parse().ok().filter(|_| is_number)?)?;
        // A line break would make two lines of one.
        (c != '\n').then_some((c, number.len() + "&#;".len()))
    };
    match read() {
        Some((c, length)) => {
            typed.push(c);
            length
        }
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn signs_and_white_space_come_back() {
        for (line, expected) in [
            ("\\# kop", "# kop"),
            ("&nbsp;&emsp; x", " \t x"),
            ("`a\\*b` en \\*", "`a\\*b` en *"),
            ("los \\` teken", "los ` teken"),
            ("a&#13;b", "a\rb"),
            ("\\&#13; &amp; &#10; &#99999999;", "&#13; &amp; &#10; &#99999999;"),
            ("C:\\\\map\\", "C:\\map\\"),
            ("`` los", "`` los"),
        ] {
            assert_eq!(lines(line), [expected]);
        }
    }

    #[test]
    fn one_blank_line_is_none_and_two_more_are_one() {
        assert_eq!(lines("\na\n\nb\nc\n\n\n\nd\n\n"), ["a", "b", "c", "", "d", ""][..5]);
    }
}
