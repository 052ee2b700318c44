//! Which format a file has, by its bytes: a name says little, and what is pasted has none.
//!
//! Looks at beginnings and at what only one format has. Whether the file is any good is for its reader to say. What
//! nothing else claims is text.

mod archive;
mod json;
mod table;

use super::decode;
use super::format::Format;
use super::noted_json;
use crate::domain::problem::Problem;

/// How much of a text is looked at, in letters.
const LOOKED_AT: usize = 64 * 1024;

/// Fields that only the head of a mail as a file has; who forwards a mail as text copies From, Sent, To and Subject.
const MAIL_FIELDS: [&str; 9] = [
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "content-type",
    "content-transfer-encoding",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
];

/// Elements that only web pages have.
const PAGE_ELEMENTS: [&str; 7] = ["<html", "<head", "<body", "<table", "<div", "<!doctype html", "<p>"];

/// The format of `bytes`.
///
/// # Errors
/// `NotUnderstood` for JSON that is broken or that is no programme.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Problem> {
    if let Some(format) = archive::format(bytes) {
        return Ok(format);
    }
    let decoded = decode::text(bytes);
    let text = decoded.text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    if noted_json::begins(text) {
        return Ok(Format::Plenair);
    }
    if json::begins(text) {
        return json::format(&decoded.text);
    }
    Ok(of_text(start_of(text)))
}

fn start_of(text: &str) -> &str {
    text.char_indices().nth(LOOKED_AT).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn of_text(text: &str) -> Format {
    if begins_with_line(text, "BEGIN:VCALENDAR") {
        return Format::Ics;
    }
    if is_mail(text) {
        return Format::Eml;
    }
    if has_line(text, "BEGIN:VCALENDAR") || has_line(text, "BEGIN:VEVENT") {
        return Format::Ics;
    }
    if has_line(text, "[day]") || has_line(text, "[[sessions]]") {
        return Format::Plenair;
    }
    if let Some(format) = of_markup(text) {
        return format;
    }
    if table::is_one(text) { Format::Csv } else { Format::Text }
}

/// Whether `text` begins with `line`, in capitals or not; what follows it on the line is a stray space at most.
fn begins_with_line(text: &str, line: &str) -> bool {
    text.lines().next().is_some_and(|first| first.trim().eq_ignore_ascii_case(line))
}

fn has_line(text: &str, line: &str) -> bool {
    text.lines().any(|other| other.trim().eq_ignore_ascii_case(line))
}

/// A schedule, also one with something before its first tag (the front matter of a template); else a web page, or XML of
/// which the reader will say that it is no schedule.
fn of_markup(text: &str) -> Option<Format> {
    let begins = text.starts_with('<');
    let lower = text.to_ascii_lowercase();
    let is_whole_page = lower.starts_with("<!doctype html") || lower.starts_with("<html");
    let has_schedule = lower.lines().any(|line| line.trim_start().starts_with("<schedule"));
    if !is_whole_page && (has_schedule || (begins && lower.contains("<schedule"))) {
        return Some(Format::FrabXml);
    }
    if begins && lower.starts_with("<?xml") && !lower.contains("<html") {
        return Some(Format::FrabXml);
    }
    let is_page = PAGE_ELEMENTS.iter().any(|element| lower.contains(element));
    // A text may speak of `<div>`; a page has more than one tag, and begins with one or closes what it opens.
    if is_page && (begins || lower.matches("</").count() >= 3) {
        return Some(Format::Html);
    }
    (begins && lower.contains('>') && lower.contains("</")).then_some(Format::FrabXml)
}

/// A head of fields, one of them technical, before the first blank line.
fn is_mail(text: &str) -> bool {
    let text =
        if text.starts_with("From ") { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    let mut technical = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            return technical && number > 1;
        }
        if number > 0 && line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return false;
        }
        technical |= MAIL_FIELDS.contains(&name.to_ascii_lowercase().as_str());
    }
    technical
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Format {
        format(text.as_bytes()).expect("a format")
    }

    #[test]
    fn calendars_are_found_also_behind_a_mark_or_stray_lines() {
        assert_eq!(of("BEGIN:VCALENDAR\r\r\nEND:VCALENDAR"), Format::Ics);
        assert_eq!(of("\u{feff}\nbegin:vcalendar \nEND:VCALENDAR"), Format::Ics);
        assert_eq!(of("saved by me\nBEGIN:VCALENDAR\nEND:VCALENDAR"), Format::Ics);
    }

    #[test]
    fn a_mail_is_one_by_its_technical_fields_and_keeps_its_attachments() {
        let mail = "Return-Path: <a@example.org>\nFrom: a@example.org\nSubject: Programma\n\
                    Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n";
        assert_eq!(of(mail), Format::Eml);
        assert_eq!(of("From: Noor\nTo: Bram\nSubject: Programma\n\n09.30 uur Welkom\n"), Format::Text);
        assert_eq!(of("Programma: woensdag\n\nContent-Type: nee\n"), Format::Text);
    }

    #[test]
    fn schedules_are_told_from_pages() {
        assert_eq!(of("<?xml version='1.0'?><schedule></schedule>"), Format::FrabXml);
        assert_eq!(
            of("---\nlayout: null\n---\n<?xml version='1.0'?>\n<schedule>{{ now }}</schedule>"),
            Format::FrabXml
        );
        assert_eq!(
            of("<?xml version='1.0'?><schedule><a><![CDATA[<html>]]></a></schedule>"),
            Format::FrabXml
        );
        assert_eq!(of("<rss><channel></channel></rss>"), Format::FrabXml);
        assert_eq!(of("<!DOCTYPE html><html><body><p>Programma</p></body></html>"), Format::Html);
        assert_eq!(of("<?xml version='1.0'?><html><body></body></html>"), Format::Html);
        assert_eq!(of("<table><tr><td>09:30</td></tr></table>"), Format::Html);
        assert_eq!(of("Over het element <div> in paginas\n09.30 uur Welkom"), Format::Text);
    }

    #[test]
    fn plenairs_own_file_is_found_by_its_tables() {
        assert_eq!(of("# ons programma\n[day]\ntitle = \"Dag\"\n"), Format::Plenair);
        assert_eq!(of("[day]\ntitle = \"Dag\"\n"), Format::Plenair);
    }

    #[test]
    fn everything_else_is_text() {
        assert_eq!(of(""), Format::Text);
        assert_eq!(of("09.30 uur Welkom, door Noor\n10.00 uur Pauze\n"), Format::Text);
    }
}
