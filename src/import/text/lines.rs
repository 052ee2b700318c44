//! The lines of a text as a reader sees them: without bullets, emphasis and signs of quoting, with their indent and cells.
//!
//! Nothing here knows what a programme is. The untouched line is kept beside the cleaned one.

use crate::import::times;

/// A line of the text.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) number: usize,
    /// As it stands in the text.
    pub(super) raw: &'a str,
    /// Without mark and emphasis, and with single spaces.
    pub(super) text: String,
    /// In which column it starts, a tab being eight.
    pub(super) indent: usize,
    /// What stands before it.
    pub(super) mark: Mark,
    /// Its cells where bars or tabs divide it; else empty.
    pub(super) cells: Vec<String>,
    /// Whether bars divide it.
    pub(super) barred: bool,
}

/// What stands before a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A bullet or a dash.
    Bullet(char),
    /// A number: `3.` or `3)`.
    Number(u32),
    /// The signs of a Markdown heading.
    Heading,
}

impl Line<'_> {
    /// Whether nothing is written on it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is an item of a list.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self.mark, Mark::Bullet(_) | Mark::Number(_))
    }
}

/// The most lines in which a programme is looked for: some 400 pages.
const MOST_LINES: usize = 20_000;

/// The lines of `text`, and the first one that is too many, with its number.
pub(super) fn read(text: &str) -> (Vec<Line<'_>>, Option<(usize, &str)>) {
    let raw: Vec<&str> = text.lines().take(MOST_LINES).collect();
    let beyond = (1..).zip(text.lines()).skip(MOST_LINES).find(|(_, line)| !line.trim().is_empty());
    let written = raw.iter().filter(|line| !line.trim().is_empty()).count();
    let quoted = raw.iter().filter(|line| line.trim_start().starts_with('>')).count();
    let is_reply = quoted * 3 > written;
    let mut last_number = None;
    let read = (1..).zip(raw).map(|(number, raw)| {
        let line = line(number, raw, is_reply, last_number);
        if let Mark::Number(number) = line.mark {
            last_number = Some(number);
        }
        line
    });
    (read.collect(), beyond)
}

/// Reads a line; `last_number` is that of the last line before it that has one.
fn line(number: usize, raw: &str, is_reply: bool, last_number: Option<u32>) -> Line<'_> {
    let mut text: String = raw.chars().filter(|c| !is_invisible(*c)).map(plain).collect();
    if is_reply {
        text = text.trim_start().trim_start_matches(['>', ' ']).to_owned();
    }
    let indent = indent(&text);
    let text = without_emphasis(text.trim());
    let barred = text.contains(['|', '│', '┃']);
    let cells = cells(&text, barred);
    let (mark, rest) = if barred && text.starts_with(['|', '│']) {
        (Mark::None, text.as_str())
    } else {
        mark(&text, last_number)
    };
    let text = if barred || rest.contains('\t') { rest.to_owned() } else { columns(rest) };
    Line { number, raw, text, indent, mark, cells, barred }
}

/// A soft hyphen or a space without width, and the mark of the byte order.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' | '\u{202a}'..='\u{202e}' | '\r')
}

/// Every kind of space is a space.
fn plain(c: char) -> char {
    if c != '\t' && c.is_whitespace() { ' ' } else { c }
}

fn indent(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 8 } else { 1 }).sum()
}

/// Three spaces or more part columns, as a tab does; two are a slip.
fn columns(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spaces = 0;
    for c in text.chars() {
        if c == ' ' {
            spaces += 1;
            continue;
        }
        match spaces {
            0 => {}
            1 | 2 => out.push(' '),
            _ => out.push('\t'),
        }
        spaces = 0;
        out.push(c);
    }
    out
}

/// Without the asterisks, underscores and links of Markdown.
fn without_emphasis(text: &str) -> String {
    let mut text = text.replace("**", "").replace("__", "").replace("<br>", " ").replace("<br/>", " ");
    text = text.trim_end_matches('\\').trim_end().to_owned();
    text = pairs_removed(&text, '*');
    text = pairs_removed(&text, '_');
    links_opened(&text)
}

/// Without pairs of `sign` that enclose words.
fn pairs_removed(text: &str, sign: char) -> String {
    if text.matches(sign).count() < 2 {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut open = false;
    let mut previous = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let is_sign = c == sign;
        let opens = is_sign
            && !open
            && !previous.is_alphanumeric()
            && !next.is_whitespace()
            && rest.clone().any(|c| c == sign);
        let closes = is_sign && open && !next.is_alphanumeric() && !previous.is_whitespace();
        if opens || closes {
            open = !open;
        } else {
            out.push(c);
        }
        previous = c;
    }
    out
}

/// `[words](address)` as its words.
fn links_opened(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let (Some((lead, words)), Some((_, tail))) = (before.rsplit_once('['), after.split_once(')')) else {
            break;
        };
        out.push_str(lead);
        out.push_str(words);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// What stands before `text`, and the rest.
fn mark(text: &str, last_number: Option<u32>) -> (Mark, &str) {
    if let Some(heading) = text.strip_prefix('#') {
        return (Mark::Heading, heading.trim_start_matches('#').trim());
    }
    if let Some((number, rest)) = numbered(text)
        && (last_number.is_some_and(|last| last + 1 == number) || !is_range_of_times(text, number))
    {
        return (Mark::Number(number), rest);
    }
    let Some(first) = text.chars().next() else {
        return (Mark::None, text);
    };
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    let spaced = rest.starts_with([' ', '\t']);
    let is_bullet = is_bullet(first) || (matches!(first, '-' | '–' | '—' | '*' | '+' | 'o') && spaced);
    if is_bullet || is_picture(first) {
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_picture(c));
        // A dash and then a tick: the second is no part of the text either.
        return (Mark::Bullet(first), rest.trim_start_matches(is_bullet_sign).trim_start());
    }
    (Mark::None, text)
}

fn is_bullet_sign(c: char) -> bool {
    is_bullet(c)
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '·'
            | '◦'
            | '▪'
            | '▫'
            | '‣'
            | '∙'
            | '●'
            | '○'
            | '■'
            | '□'
            | '→'
            | '►'
            | '▶'
            | '▸'
            | '▷'
            | '➢'
            | '➤'
            | '➔'
            | '✓'
            | '✔'
            | '»'
            | '›'
            | '⇒'
            | '◆'
            | '◇'
            | '✦'
            | '★'
            | '☐'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
    )
}

/// A clock, a cup, a pin: pictures that web pages put before lines.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// `3. text`, `3) text`, `(3) text`; not `9.30` and not `3.1`.
fn numbered(text: &str) -> Option<(u32, &str)> {
    // "TOP 1: Begrüßung", "Agendapunt 3".
    let inner = ["TOP ", "Top ", "Agendapunt ", "Punt ", "Punkt ", "Item ", "Point "]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    if let Some(inner) = inner {
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let number = inner.get(..digits)?.parse().ok()?;
        let rest = inner.get(digits..)?.trim_start_matches([':', '.', ')', '-', '–', ' ', '\t']);
        return (digits <= 2 && !rest.is_empty()).then_some((number, rest));
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let number = inner.get(..digits)?.parse().ok()?;
    let rest = inner.get(digits..)?;
    let rest = match rest.strip_prefix(['.', ')', '/', '°', ':']) {
        Some(rest) => {
            let rest = rest.strip_prefix([')', ':']).unwrap_or(rest);
            let goes_on = !rest.is_empty() && !rest.starts_with([' ', '\t']);
            if goes_on {
                return None;
            }
            rest
        }
        // "1 - Opening" and "1   Opening", but not "2 workshops" and "10 - 12 uur".
        None if rest.starts_with("  ") || rest.starts_with('\t') => rest,
        None => [" - ", " – ", " | "].iter().find_map(|sign| rest.strip_prefix(sign))?,
    };
    let rest = rest.trim();
    if !rest.starts_with(|c: char| {
        c.is_alphabetic() || matches!(c, '"' | '„' | '“' | '«' | '‘' | '\'' | '(' | '[')
    }) && times::leading(rest).is_none()
    {
        return None;
    }
    // "12. Oktober" is a date.
    let is_date = rest.split_whitespace().next().is_some_and(|word| {
        crate::import::dates::month(word.trim_matches(|c: char| !c.is_alphabetic())).is_some()
    });
    (!is_date && !rest.starts_with(['–', '-'])).then_some((number, rest))
}

/// Whether `number`, at the start of `text`, is the start of a time and not the number of a point: "9 - 9.30 uur Welkom". The
/// first point of an agenda, "1 - 9.00 uur Opening", would last for eight hours.
fn is_range_of_times(text: &str, number: u32) -> bool {
    const HOUR: i64 = 60;
    // Nobody goes on from one to nine, but a day may.
    const LONGEST: i64 = 4 * HOUR;
    const MORNING: u32 = 7;
    let clock = |clock: times::Clock| i64::from(clock.hour) * HOUR + i64::from(clock.minute);
    let Some((start, end)) = times::leading(text).and_then(|span| span.start.zip(span.end)) else {
        return false;
    };
    if (start.hour, start.minute) != (number, 0) {
        return false;
    }
    let length = clock(end) - clock(start);
    let is_of_day = length > 0 && number >= MORNING;
    is_of_day || (1..=LONGEST).contains(&length.rem_euclid(12 * HOUR))
}

fn cells(text: &str, barred: bool) -> Vec<String> {
    let split: Vec<&str> = if barred {
        let inner = text.strip_prefix(['|', '│', '┃']).unwrap_or(text);
        let inner = inner.trim_end().strip_suffix(['|', '│', '┃']).unwrap_or(inner);
        inner.split(['|', '│', '┃']).collect()
    } else if text.contains('\t') {
        text.split('\t').collect()
    } else {
        return Vec::new();
    };
    split.into_iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Line<'_> {
        read(text).0.remove(0)
    }

    #[test]
    fn marks_are_told_from_the_text() {
        for (text, mark, rest) in [
            (" • Welkom", Mark::Bullet('•'), "Welkom"),
            ("- Welkom", Mark::Bullet('-'), "Welkom"),
            ("3. Rondvraag", Mark::Number(3), "Rondvraag"),
            ("## Agenda", Mark::Heading, "Agenda"),
            ("9.30 uur Welkom", Mark::None, "9.30 uur Welkom"),
            ("12. Oktober 2024", Mark::None, "12. Oktober 2024"),
            ("-5 graden", Mark::None, "-5 graden"),
            ("🕘 09:00 Coffee", Mark::Bullet('🕘'), "09:00 Coffee"),
        ] {
            let line = one(text);
            assert_eq!((line.mark, line.text.as_str()), (mark, rest), "{text}");
        }
    }

    #[test]
    fn the_start_of_a_range_of_times_is_no_number() {
        for text in [
            "9 - 9.30 uur Welkom",
            "11 - 12.30 uur Debat",
            "10 - 12 uur Lezingen",
            "9 – 17 uur Congres",
            "9 - 9.30am Welcome",
            "12 - 1.30 pm Lunch",
            "11 - 1.30 Debate",
            "2 - 3.30 pm Panel",
        ] {
            let line = one(text);
            assert_eq!((line.mark, line.text.as_str()), (Mark::None, text), "{text}");
        }
        for (text, number) in [
            ("2 - 9.30 Opening", 2),
            ("1 - 9.00 uur Opening", 1),
            ("10 - 9.30 uur Rondvraag", 10),
            ("3. 10.00 uur Mededelingen", 3),
            ("4 - Welkom", 4),
        ] {
            assert_eq!(one(text).mark, Mark::Number(number), "{text}");
        }
    }

    #[test]
    fn points_that_follow_each_other_keep_their_numbers() {
        let text = "5. Verslag\n6 - 8.30 Stemmen\n7 - 9.00 Moties\n8 - 9.30 uur Financiën\n\n9 - 10.00 uur Rondvraag";
        let marks: Vec<Mark> = read(text).0.iter().map(|line| line.mark).collect();
        let numbers = [Mark::Number(7), Mark::Number(8), Mark::None, Mark::Number(9)];
        assert_eq!(marks[2..], numbers);
        let text = "9 - 9.30 uur Welkom\n10 - 11 uur Debat\n11 - 12.30 uur Slot";
        assert!(read(text).0.iter().all(|line| line.mark == Mark::None));
    }

    #[test]
    fn emphasis_and_links_are_opened() {
        assert_eq!(one("**Draft** (30 min) — *Rhona McAllister*").text, "Draft (30 min) — Rhona McAllister");
        assert_eq!(one("see [the room](https://example.org) now").text, "see the room now");
        assert_eq!(one("2 * 3 * 4").text, "2 * 3 * 4");
    }

    #[test]
    fn cells_of_bars_and_tabs() {
        assert_eq!(one("| 9:00 | Hall | |").cells, ["9:00", "Hall", ""]);
        assert_eq!(one("9:00 | Hall |").cells, ["9:00", "Hall"]);
        assert_eq!(one("9:00\tHall").cells, ["9:00", "Hall"]);
        assert_eq!(one("9:00   Hall").text, "9:00\tHall");
        assert!(one("9:00 Hall").cells.is_empty());
    }

    #[test]
    fn a_quoted_mail_is_read_without_its_signs() {
        let (lines, _) = read("> 9:00 Coffee\n> 10:00 Talk\n>> - more");
        assert_eq!(lines[0].text, "9:00 Coffee");
        assert_eq!(lines[2].mark, Mark::Bullet('-'));
    }
}
