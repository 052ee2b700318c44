//! The lines of a calendar: unfolded as bytes, decoded, taken apart into properties, and gathered into events and zones.
//!
//! Forgiving about everything that programs get wrong: line ends, folding within a letter, lines that were never folded,
//! missing ends, blanks after a colon. What a line says is in `content/property.rs`.

mod property;

use crate::import::decode;

pub(super) use property::{Property, all, first, list, text};

/// A calendar, or several in one file, as properties.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    /// Those of the calendars themselves.
    pub(super) properties: Vec<Property>,
    /// The events, each in the order of the file.
    pub(super) events: Vec<Block>,
    /// The time zones, with their observances.
    pub(super) zones: Vec<ZoneBlock>,
    /// How many calendars begin here.
    pub(super) calendars: usize,
    /// Whether something that began was not ended.
    pub(super) cut_short: bool,
    /// The encoding, where some letters could not be read.
    pub(super) unreadable_in: Option<&'static str>,
    /// The last line, from 1.
    pub(super) last_line: usize,
}

/// A component: an event, an observance.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The line it begins on, from 1.
    pub(super) line: usize,
    /// Its properties.
    pub(super) properties: Vec<Property>,
}

/// A time zone.
#[derive(Debug, Default)]
pub(super) struct ZoneBlock {
    /// What it is called, and by what else.
    pub(super) properties: Vec<Property>,
    /// Its standard times and daylight saving times.
    pub(super) observances: Vec<Block>,
}

/// Takes a file apart.
pub(super) fn read(bytes: &[u8]) -> Calendar {
    let wide = bytes.contains(&0).then(|| decode::text(bytes).text.into_owned());
    let bytes = wide.as_ref().map_or(bytes, |text| text.as_bytes());
    let (unfolded, numbers) = unfold(bytes);
    // Its lines have been told apart already.
    let decoded = decode::letters(&unfolded);
    let mut reader = Reader::default();
    for (text, line) in decoded.text.split('\n').zip(&numbers) {
        reader.line(*line, text);
    }
    Calendar {
        cut_short: reader.open.iter().any(|open| *open != Open::Other),
        unreadable_in: decoded.unreadable_in,
        last_line: numbers.last().copied().unwrap_or(1),
        ..reader.calendar
    }
}

/// Joins what was folded, before anything is decoded: a letter may be folded in its middle. Each line of what comes back has
/// its number in the file.
fn unfold(bytes: &[u8]) -> (Vec<u8>, Vec<usize>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let mut unfolded = Vec::with_capacity(bytes.len());
    let mut numbers = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == end)) {
        let length = line.iter().rposition(|byte| *byte != b'\r').map_or(0, |last| last + 1);
        let line = line.get(..length).unwrap_or_default();
        match line {
            [b' ' | b'\t', rest @ ..] if !numbers.is_empty() => unfolded.extend_from_slice(rest),
            line => {
                if !numbers.is_empty() {
                    unfolded.push(b'\n');
                }
                numbers.push(number);
                unfolded.extend_from_slice(line);
            }
        }
    }
    (unfolded, numbers)
}

/// A component that has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Calendar,
    Event,
    Zone,
    Observance,
    Other,
}

/// Components stand in each other this deep at most; what is deeper is not looked at.
const DEEPEST: usize = 16;

/// The properties that are read; a calendar of many megabytes is mostly others.
const USED: [&str; 26] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "X-ALT-DESC",
    "LOCATION",
    "CATEGORIES",
    "STATUS",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "ORGANIZER",
    "ATTENDEE",
    "METHOD",
    "X-WR-CALNAME",
    "NAME",
    "X-WR-TIMEZONE",
    "TIMEZONE-ID",
    "TZID",
    "VTIMEZONE",
    "X-LIC-LOCATION",
    "TZOFFSETFROM",
    "TZOFFSETTO",
];

/// Properties of the standards that are not read.
const UNUSED: [&str; 42] = [
    "VERSION",
    "PRODID",
    "CALSCALE",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "URL",
    "CLASS",
    "PRIORITY",
    "TRANSP",
    "GEO",
    "ATTACH",
    "COMMENT",
    "CONTACT",
    "RELATED-TO",
    "RESOURCES",
    "REQUEST-STATUS",
    "EXRULE",
    "COLOR",
    "IMAGE",
    "CONFERENCE",
    "SOURCE",
    "REFRESH-INTERVAL",
    "TZNAME",
    "TZURL",
    "TZUNTIL",
    "COMPLETED",
    "DUE",
    "PERCENT-COMPLETE",
    "FREEBUSY",
    "ACTION",
    "REPEAT",
    "TRIGGER",
    "ACKNOWLEDGED",
    "STRUCTURED-DATA",
    "STYLED-DESCRIPTION",
    "LOCATION-TYPE",
    "BUSYTYPE",
    "LINK",
    "CONCEPT",
    "REFID",
];

/// Properties that hold text, which may go on below them.
const TEXTS: [&str; 5] = ["SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "CATEGORIES"];

#[derive(Default)]
struct Reader {
    calendar: Calendar,
    open: Vec<Open>,
    /// Begins beyond the deepest.
    too_deep: usize,
    /// Whether the line before belongs to a property that was kept.
    goes_on: bool,
}

impl Reader {
    fn line(&mut self, number: usize, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let property = Property::read(number, text);
        match property.as_ref().map(|property| (property.name.as_str(), property.raw())) {
            Some(("BEGIN", name)) => self.begin(number, &name.to_ascii_uppercase()),
            Some(("END", name)) => self.end(&name.to_ascii_uppercase()),
            Some((name, _)) if USED.contains(&name) => {
                let property = property.into_iter();
                if let Some(properties) = self.properties() {
                    properties.extend(property);
                    self.goes_on = true;
                    return;
                }
            }
            // A line of a description that was never folded may look like a property: "Speaker: Noor".
            Some((name, _)) if name.starts_with("X-") || UNUSED.contains(&name) => {}
            _ if self.goes_on && self.append(text.trim()) => return,
            _ => {}
        }
        self.goes_on = false;
    }

    /// Appends a line that stands below a text; below anything else it is nothing.
    fn append(&mut self, text: &str) -> bool {
        let last = self.properties().and_then(|properties| properties.last_mut());
        let Some(last) = last.filter(|last| TEXTS.contains(&last.name.as_str())) else { return false };
        last.append(text);
        true
    }

    fn begin(&mut self, line: usize, name: &str) {
        if self.open.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let open = match name {
            "VCALENDAR" => Open::Calendar,
            "VEVENT" => Open::Event,
            "VTIMEZONE" => Open::Zone,
            "STANDARD" | "DAYLIGHT" if self.open.last() == Some(&Open::Zone) => Open::Observance,
            _ => Open::Other,
        };
        match open {
            Open::Calendar => self.calendar.calendars += 1,
            Open::Event => {
                // An event never stands in another: its end is missing.
                while self.open.contains(&Open::Event) {
                    self.open.pop();
                }
                self.calendar.events.push(Block { line, ..Block::default() });
            }
            Open::Zone => self.calendar.zones.push(ZoneBlock::default()),
            Open::Observance => {
                if let Some(zone) = self.calendar.zones.last_mut() {
                    zone.observances.push(Block { line, ..Block::default() });
                }
            }
            Open::Other => {}
        }
        self.open.push(open);
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let wanted = match name {
            "VCALENDAR" => Open::Calendar,
            "VEVENT" => Open::Event,
            "VTIMEZONE" => Open::Zone,
            "STANDARD" | "DAYLIGHT" => Open::Observance,
            _ => Open::Other,
        };
        // What was opened within it and not closed ends with it.
        if let Some(at) = self.open.iter().rposition(|open| *open == wanted) {
            self.open.truncate(at);
        }
    }

    /// Where a property belongs now; nowhere in an alarm.
    fn properties(&mut self) -> Option<&mut Vec<Property>> {
        match self.open.last() {
            None | Some(Open::Calendar) => Some(&mut self.calendar.properties),
            Some(Open::Event) => self.calendar.events.last_mut().map(|event| &mut event.properties),
            Some(Open::Zone) => self.calendar.zones.last_mut().map(|zone| &mut zone.properties),
            Some(Open::Observance) => {
                let zone = self.calendar.zones.last_mut()?;
                zone.observances.last_mut().map(|observance| &mut observance.properties)
            }
            Some(Open::Other) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Calendar {
        read(text.as_bytes())
    }

    fn texts(calendar: &Calendar, name: &str) -> Vec<String> {
        calendar.events.iter().filter_map(|event| text(&event.properties, name)).collect()
    }

    #[test]
    fn folding_and_line_ends_of_every_kind_are_undone() {
        for end in ["\n", "\r\n", "\r\r\n", "\r"] {
            let text = [
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Een",
                "  twee",
                "\tdrie",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
            .join(end);
            let calendar = of(&text);
            assert_eq!(texts(&calendar, "SUMMARY"), ["Een tweedrie"], "{end:?}");
            assert_eq!((calendar.events[0].line, calendar.cut_short), (2, false));
        }
    }

    #[test]
    fn a_letter_that_was_folded_in_its_middle_is_whole_again() {
        let calendar = read(b"BEGIN:VEVENT\r\nSUMMARY:caf\xc3\r\n \xa9\r\nEND:VEVENT\r\n");
        assert_eq!(texts(&calendar, "SUMMARY"), ["café"]);
        assert_eq!(calendar.unreadable_in, None);
        let latin = read(b"BEGIN:VEVENT\nSUMMARY:caf\xe9\nEND:VEVENT");
        assert_eq!(texts(&latin, "SUMMARY"), ["café"]);
    }

    #[test]
    fn parameters_may_be_quoted_and_zones_may_have_colons() {
        let property =
            Property::read(1, "DTSTART;TZID=\"a;b:c\";VALUE=DATE-TIME:20240501T090000").expect("a property");
        assert_eq!(property.date_and_zone(), ("20240501T090000", Some("a;b:c")));
        assert_eq!(property.parameter("value"), Some("DATE-TIME"));
        let odd = Property::read(1, "DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20240501T090000")
            .expect("a property");
        assert_eq!(odd.date_and_zone(), ("20240501T090000", Some("(UTC+01:00) Amsterdam, Berlin")));
        let organiser = Property::read(1, "ORGANIZER;CN=Noor:MAILTO:noor@example.org").expect("a property");
        assert_eq!((organiser.parameter("CN"), organiser.raw()), (Some("Noor"), "MAILTO:noor@example.org"));
    }

    #[test]
    fn lines_that_were_never_folded_stay_with_their_property() {
        let calendar = of(
            "BEGIN:VEVENT\nDESCRIPTION:Een\n\ntweede regel\nSpreker: Noor\nURL:x\nweg\nSUMMARY: Titel\nEND:VEVENT",
        );
        assert_eq!(texts(&calendar, "DESCRIPTION"), ["Een\ntweede regel\nSpreker: Noor"]);
        assert_eq!(texts(&calendar, "SUMMARY"), ["Titel"]);
    }

    #[test]
    fn alarms_are_not_the_event_and_missing_ends_are_seen() {
        let calendar =
            of("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nSUMMARY:Piep\nEND:VALARM\nSUMMARY:Een\n\
                           BEGIN:VEVENT\nSUMMARY:Twee");
        assert_eq!(texts(&calendar, "SUMMARY"), ["Een", "Twee"]);
        assert!(calendar.cut_short);
        assert!(of(&"BEGIN:VCALENDAR\n".repeat(10_000)).cut_short);
    }
}
