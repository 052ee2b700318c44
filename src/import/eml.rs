//! A mail: its subject is a title, its text holds the programme, and an invitation may come with a calendar.
//!
//! The plain text is read, else the page; whichever part finds more sessions counts. Attached files of other formats are
//! not opened, and nothing is fetched.

use chrono::NaiveDate;
use mail_parser::{DateTime, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::format::Format;
use super::{html, ics, text};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;

/// A mail holds at most so many mails inside each other.
const DEEPEST: usize = 4;
/// More parts than this are not looked at.
const MOST_PARTS: usize = 200;
/// A list of one session in a text is no programme when there is a calendar.
const FEWEST: usize = 2;

/// What stands before a subject when it was answered or sent on.
const ANSWERS: [&str; 9] = ["re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "antw:", "doorst:", "betr:"];

/// Reads the programme in a mail.
pub(super) fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    let mail = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| Problem::new(ProblemKind::NotUnderstood, 1, "this is no mail"))?;
    let mut found = Found::default();
    found.look_into(&mail, DEEPEST);
    let mut programme = found.best().ok_or_else(|| {
        Problem::new(
            ProblemKind::NotUnderstood,
            1,
            "this mail has no text; open what is attached to it instead",
        )
    })?;
    programme.format = Format::Eml.name();
    if let Some(subject) = mail.subject().map(without_answers).filter(|subject| !subject.is_empty()) {
        subject.clone_into(&mut programme.day.title);
    }
    Ok(programme)
}

/// What the parts of a mail were read as, the best of each kind.
#[derive(Default)]
struct Found {
    plain: Option<Programme>,
    page: Option<Programme>,
    calendar: Option<Programme>,
}

impl Found {
    fn look_into(&mut self, mail: &Message<'_>, depth: usize) {
        let sent = mail.date().and_then(date);
        for part in mail.parts.iter().take(MOST_PARTS) {
            match &part.body {
                PartType::Text(content) if is_of(part, "calendar") => {
                    keep(&mut self.calendar, ics::read(content.as_bytes()).ok());
                }
                PartType::Text(content) => {
                    let content = if is_flowed(part) { unflowed(content) } else { content.to_string() };
                    keep(&mut self.plain, Some(text::read_sent_on(&content, sent)));
                }
                PartType::Html(content) => keep(&mut self.page, html::read(content).ok()),
                PartType::Binary(content) | PartType::InlineBinary(content)
                    if is_of(part, "ics") || is_of(part, "calendar") =>
                {
                    keep(&mut self.calendar, ics::read(content).ok());
                }
                PartType::Message(inner) if depth > 0 => self.look_into(inner, depth - 1),
                _ => {}
            }
        }
    }

    /// The programme: a text with sessions before a page, and before a calendar with a single event.
    fn best(self) -> Option<Programme> {
        let count = |programme: &Option<Programme>| {
            programme.as_ref().map_or(0, |programme| programme.sessions.len())
        };
        let (plain, page, calendar) = (count(&self.plain), count(&self.page), count(&self.calendar));
        let written = if page > plain { self.page.or(self.plain) } else { self.plain.or(self.page) };
        if calendar > plain.max(page) || (calendar > 0 && plain.max(page) < FEWEST) {
            return self.calendar;
        }
        written.or(self.calendar)
    }
}

/// Keeps the one with more sessions, the first of two that have as many.
fn keep(kept: &mut Option<Programme>, read: Option<Programme>) {
    let Some(read) = read else { return };
    if kept.as_ref().is_none_or(|kept| read.sessions.len() > kept.sessions.len()) {
        *kept = Some(read);
    }
}

/// Whether a part says that it is of this subtype.
fn is_of(part: &MessagePart<'_>, subtype: &str) -> bool {
    let stated = part.content_type().and_then(|kind| kind.subtype());
    stated.is_some_and(|stated| stated.eq_ignore_ascii_case(subtype))
}

/// Whether lines of the part that end in a space go on on the next (RFC 3676).
fn is_flowed(part: &MessagePart<'_>) -> bool {
    let format = part.content_type().and_then(|kind| kind.attribute("format"));
    format.is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

/// The text with its flowing lines joined. The line before a signature does not flow.
fn unflowed(content: &str) -> String {
    let mut text = String::with_capacity(content.len());
    for line in content.lines() {
        text.push_str(line);
        if !line.ends_with(' ') || line == "-- " || line.trim().is_empty() {
            text.push('\n');
        }
    }
    text
}

fn without_answers(subject: &str) -> &str {
    let mut subject = subject.trim();
    loop {
        let lower = subject.to_lowercase();
        let Some(answer) = ANSWERS.iter().find(|answer| lower.starts_with(**answer)) else {
            return subject;
        };
        subject = subject.get(answer.len()..).unwrap_or_default().trim_start();
    }
}

fn date(sent: &DateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(sent.year), u32::from(sent.month), u32::from(sent.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 2 Dec 2024 10:00:00 +0100\r\nSubject: =?utf-8?q?RE:_Uitnodiging_caf=C3=A9dag?=\r\nMIME-Version: 1.0\r\n";

    fn titles(programme: &Programme) -> Vec<&str> {
        programme.sessions.iter().map(|session| session.title.as_str()).collect()
    }

    #[test]
    fn the_plain_text_is_read_and_the_subject_is_the_title() {
        let mail = format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nProgramma dinsdag 14 januari\r\n9.00 uur Inloop met caf=C3=A9\r\n9.30 uur Welkom\r\n10.00 uur Einde\r\n"
        );
        let programme = read(mail.as_bytes()).expect("a mail");
        assert_eq!(titles(&programme), ["Inloop met café", "Welkom", "Einde"]);
        assert_eq!(programme.day.title, "Uitnodiging cafédag");
        // The date has no year: it is the first one after the mail was sent.
        assert_eq!(programme.day.date, NaiveDate::from_ymd_opt(2025, 1, 14));
        assert_eq!(programme.format, "eml");
    }

    #[test]
    fn without_plain_text_the_page_is_read() {
        let mail = format!(
            "{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>Beste collega, hierbij het programma van de dag zoals het er nu uitziet.</p><h2>Programma</h2><ul><li>9.00 uur Inloop</li><li>9.30 uur Welkom</li></ul></body></html>\r\n"
        );
        let programme = read(mail.as_bytes()).expect("a mail");
        assert_eq!(titles(&programme), ["Inloop", "Welkom"]);
    }

    #[test]
    fn an_invitation_gives_its_event_when_the_text_has_no_programme() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nKom je ook?\r\n--x\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20250114T090000Z\r\nDTEND:20250114T100000Z\r\nSUMMARY:Overleg\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--x--\r\n"
        );
        let programme = read(mail.as_bytes()).expect("a mail");
        assert_eq!(titles(&programme), ["Overleg"]);
    }

    #[test]
    fn flowing_lines_are_joined() {
        assert_eq!(unflowed("een \ntwee\n-- \nnaam"), "een twee\n-- \nnaam\n");
    }

    #[test]
    fn a_mail_cut_anywhere_gives_a_programme_or_an_error() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n9.00 Inloop\r\n10.00 Einde\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>9.00 Inloop</p>\r\n--x--\r\n"
        );
        for end in 0..mail.len() {
            let _ = read(mail.as_bytes().get(..end).expect("inside the mail"));
        }
    }
}
