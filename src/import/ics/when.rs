//! When an event of a calendar is: dates, moments and lengths, by the clock of the event and by that of the calendar.
//!
//! Repetition is in `recur`.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::content::{Property, first};
use super::zones::{Clock, Zones};
use crate::import::moment::{self, Moment};
use crate::import::zone::Zone;

/// A moment by the clock that it is written on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    /// What that clock shows.
    pub(super) local: NaiveDateTime,
    /// Whether it is a whole day, without a time.
    pub(super) whole_day: bool,
    /// Which clock, where the file says so.
    pub(super) clock: Option<Clock>,
    /// The name of a zone that is not known.
    pub(super) unknown_zone: Option<String>,
}

impl When {
    /// The moment in a property. A blank name of a zone is no name.
    pub(super) fn read(property: &Property, zones: &mut Zones) -> Option<Self> {
        let (value, zone) = property.date_and_zone();
        Self::of_value(value, zone, zones)
    }

    /// Every moment in a property that holds a list. Of a period the start counts.
    pub(super) fn read_all(property: &Property, zones: &mut Zones) -> Vec<Self> {
        let (value, zone) = property.date_and_zone();
        let starts = value.split(',').map(|value| value.split_once('/').map_or(value, |(start, _)| start));
        starts.filter_map(|value| Self::of_value(value, zone, zones)).collect()
    }

    fn of_value(value: &str, zone: Option<&str>, zones: &mut Zones) -> Option<Self> {
        let moment = Moment::read(value)?;
        let zone = zone.filter(|name| !name.is_empty());
        // An offset in the value says more than a name beside it.
        let clock = match (moment.offset, zone) {
            (Some(offset), _) if offset.local_minus_utc() == 0 => Zone::find("UTC").map(Clock::Known),
            (Some(offset), _) => Some(Clock::Known(Zone::Fixed(offset))),
            (None, name) => name.and_then(|name| zones.clock(name)),
        };
        let unknown_zone = zone.filter(|_| clock.is_none()).map(str::to_owned);
        Some(Self { local: moment.local(), whole_day: moment.time.is_none(), clock, unknown_zone })
    }

    /// What `clock` shows at this moment. A whole day is that day on every clock.
    pub(super) fn on(&self, clock: Option<&Clock>) -> NaiveDateTime {
        match (&self.clock, clock) {
            (Some(own), Some(other)) if !self.whole_day && own != other => {
                other.to_local(own.to_utc(self.local))
            }
            _ => self.local,
        }
    }

    /// The same time and clock, `later`.
    pub(super) fn at(&self, local: NaiveDateTime) -> Self {
        Self { local, ..self.clone() }
    }

    /// The date by its own clock.
    pub(super) fn date(&self) -> NaiveDate {
        self.local.date()
    }
}

/// How long an event lasts, where it says so; a day for a whole day is not said.
pub(super) fn length(properties: &[Property], start: &When, zones: &mut Zones) -> Option<TimeDelta> {
    if start.whole_day {
        return None;
    }
    if let Some(end) = first(properties, "DTEND").and_then(|end| When::read(end, zones)) {
        return (!end.whole_day).then(|| end.on(start.clock.as_ref()).signed_duration_since(start.local));
    }
    moment::iso_duration(first(properties, "DURATION")?.raw())
}

#[cfg(test)]
mod tests {
    use super::super::content;
    use super::*;

    fn event(lines: &str) -> (Vec<Property>, Zones) {
        let calendar = content::read(format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT").as_bytes());
        let zones = Zones::new(&calendar);
        (calendar.events.into_iter().next().expect("an event").properties, zones)
    }

    fn start(line: &str) -> When {
        let (properties, mut zones) = event(line);
        When::read(&properties[0], &mut zones).expect("a moment")
    }

    #[test]
    fn moments_are_read_by_their_own_clock_and_shown_by_another() {
        let amsterdam = Clock::Known(Zone::find("Europe/Amsterdam").expect("a zone"));
        for (line, shown) in [
            ("DTSTART:20240501T090000Z", "2024-05-01 11:00:00"),
            ("DTSTART;TZID=Europe/London:20240501T090000", "2024-05-01 10:00:00"),
            ("DTSTART;TZID=Europe/London;VALUE=DATE-TIME:20240501T090000", "2024-05-01 10:00:00"),
            ("DTSTART;TZID=(UTC+00:00) Dublin, Edinburgh:20240501T090000", "2024-05-01 10:00:00"),
            ("DTSTART;TZID=:20240501T090000", "2024-05-01 09:00:00"),
            ("DTSTART:20240501T090000", "2024-05-01 09:00:00"),
            ("DTSTART;VALUE=DATE:20240501", "2024-05-01 00:00:00"),
            ("DTSTART:2024-05-01T09:00:00+00:00", "2024-05-01 11:00:00"),
        ] {
            assert_eq!(start(line).on(Some(&amsterdam)).to_string(), shown, "{line}");
        }
        assert_eq!(start("DTSTART;TZID=Nergens:20240501T090000").unknown_zone.as_deref(), Some("Nergens"));
        assert!(start("DTSTART;VALUE=DATE:20240501").whole_day);
    }

    #[test]
    fn a_length_is_an_end_or_a_duration_or_unknown() {
        for (lines, minutes) in [
            ("DTSTART:20240501T090000Z\nDTEND:20240501T093000Z", Some(30)),
            ("DTSTART;TZID=Europe/Amsterdam:20240501T090000\nDTEND:20240501T080000Z", Some(60)),
            ("DTSTART:20240501T090000Z\nDURATION:PT45M", Some(45)),
            ("DTSTART:20240501T090000Z", None),
            ("DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240503", None),
        ] {
            let (properties, mut zones) = event(lines);
            let start = When::read(&properties[0], &mut zones).expect("a moment");
            assert_eq!(length(&properties, &start, &mut zones), minutes.map(TimeDelta::minutes), "{lines}");
        }
    }
}
