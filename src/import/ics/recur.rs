//! When an event that repeats takes place within the days of the calendar.
//!
//! Expanded by the wall clock of the event, so that a talk at ten stays at ten when the clocks change. An end in UTC is first
//! turned to that clock: what Exchange means by it, and without it the last day is lost east of Greenwich. Changed and
//! cancelled occurrences are events of their own; `ics` puts them in the place of these.

use std::collections::HashSet;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use rrule::{RRule, Tz, Unvalidated};

use super::content::{Block, all, first};
use super::when::When;
use super::zones::{Clock, Zones};
use crate::import::moment::Moment;

/// What repeating may cost in one file, in occurrences looked at.
const MOST_STEPS: usize = 100_000;

/// What a rule costs before its first occurrence.
const RULE: usize = 10;

/// What a rule costs that stops without an end of its own: there is no such day, and finding that out takes long.
const IMPOSSIBLE: usize = 25_000;

/// A programme has at most so many days.
const LONGEST_PROGRAMME: i64 = 31;

/// A year, in days.
const YEAR: u64 = 366;

/// Parts of a rule that are understood; others are left out of it.
const PARTS: [&str; 13] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "WKST",
    "BYDAY",
    "BYMONTH",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYHOUR",
    "BYMINUTE",
    "BYSECOND",
    "BYSETPOS",
];

/// Expands the rules of one file, and keeps count of what that costs.
pub(super) struct Expander {
    last: NaiveDate,
    left: usize,
}

/// When an event takes place.
#[derive(Debug, PartialEq)]
pub(super) struct Occurrences {
    /// By the clock of the event, in order; the event itself is the first, unless it is excepted.
    pub(super) starts: Vec<NaiveDateTime>,
    /// Whether it goes on after the last day.
    pub(super) goes_on: bool,
    /// Whether a rule was not understood; the event itself is there all the same.
    pub(super) malformed: bool,
}

impl Expander {
    /// Expands until and with `last`.
    pub(super) fn new(last: NaiveDate) -> Self {
        Self { last, left: MOST_STEPS }
    }

    /// The occurrences of `event`, which starts at `start`. `clock` is that of the calendar, for a whole day that ends in UTC.
    pub(super) fn occurrences(
        &mut self,
        event: &Block,
        start: &When,
        clock: Option<&Clock>,
        zones: &mut Zones,
    ) -> Occurrences {
        let own = start.clock.as_ref().or(clock);
        let mut occurrences = Occurrences { starts: vec![start.local], goes_on: false, malformed: false };
        for rule in all(&event.properties, "RRULE") {
            match rule_on(rule.raw(), start, own) {
                Some(rule) => self.expand(rule, start, &mut occurrences),
                None => occurrences.malformed = true,
            }
        }
        for when in listed(event, "RDATE", zones) {
            let local = if when.whole_day { when.date().and_time(start.local.time()) } else { when.on(own) };
            if local.date() <= self.last {
                occurrences.starts.push(local);
            }
        }
        let mut days = HashSet::new();
        let mut moments = HashSet::new();
        for when in listed(event, "EXDATE", zones) {
            if when.whole_day || start.whole_day {
                days.insert(when.date());
            } else {
                moments.insert(when.on(own));
            }
        }
        occurrences.starts.retain(|start| !days.contains(&start.date()) && !moments.contains(start));
        occurrences.starts.sort_unstable();
        occurrences.starts.dedup();
        occurrences
    }

    /// Adds what `rule` gives until the last day.
    fn expand(&mut self, rule: RRule<Unvalidated>, start: &When, into: &mut Occurrences) {
        let ends = rule.get_until().is_some() || rule.get_count().is_some();
        let Ok(set) = rule.build(start.local.and_utc().with_timezone(&Tz::UTC)) else {
            into.malformed = true;
            return;
        };
        self.left = self.left.saturating_sub(RULE);
        let mut stopped_by_itself = true;
        for occurrence in &set.limit() {
            let local = occurrence.naive_utc();
            if local.date() > self.last || self.left == 0 {
                into.goes_on = true;
                stopped_by_itself = false;
                break;
            }
            self.left -= 1;
            into.starts.push(local);
        }
        if stopped_by_itself && !ends {
            self.left = self.left.saturating_sub(IMPOSSIBLE);
        }
    }

    /// Whether the file has cost so much that rules are no longer expanded.
    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }
}

/// Every moment in the lists called `name`.
fn listed(event: &Block, name: &str, zones: &mut Zones) -> Vec<When> {
    all(&event.properties, name).flat_map(|property| When::read_all(property, zones)).collect()
}

/// A rule with its end by the clock of the event, all on one imagined clock without summer and winter.
fn rule_on(text: &str, start: &When, clock: Option<&Clock>) -> Option<RRule<Unvalidated>> {
    let mut parts = Vec::new();
    for (key, value) in text.split(';').filter_map(|part| part.split_once('=')) {
        let (key, value) = (key.trim().to_ascii_uppercase(), value.trim());
        if PARTS.contains(&key.as_str()) && !value.is_empty() {
            parts.push(format!("{key}={value}"));
        } else if key == "UNTIL" {
            let until = until(value, start, clock)?;
            // The event itself is there also where its rule ended before it.
            parts.push(format!("UNTIL={}Z", until.max(start.local).format("%Y%m%dT%H%M%S")));
        }
    }
    parts.join(";").parse().ok()
}

/// The last moment of a rule. A date is that whole day; so is a moment where the event is a whole day.
fn until(value: &str, start: &When, clock: Option<&Clock>) -> Option<NaiveDateTime> {
    let moment = Moment::read(value)?;
    let local = match (moment.instant(), clock) {
        (Some(instant), Some(clock)) => clock.to_local(instant),
        _ => moment.local(),
    };
    if moment.time.is_none() || start.whole_day {
        let end_of_day = NaiveTime::from_hms_opt(23, 59, 59)?;
        return Some(local.date().and_time(end_of_day));
    }
    Some(local)
}

/// The last day to expand until: that of the last event that is written down. A calendar that spans more than a month, or in
/// which every event repeats, is a diary and no programme: its repetitions go on for a year.
pub(super) fn last_day(events: &[(&Block, When)]) -> Option<NaiveDate> {
    let first_day = events.iter().map(|(_, start)| start.date()).min()?;
    let last_day = events.iter().map(|(_, start)| start.date()).max()?;
    let repeats = |event: &Block| {
        ["RRULE", "RDATE", "RECURRENCE-ID"].iter().any(|name| first(&event.properties, name).is_some())
    };
    let is_diary = last_day.signed_duration_since(first_day).num_days() > LONGEST_PROGRAMME;
    if is_diary || events.iter().all(|(event, _)| repeats(event)) {
        return last_day.checked_add_days(Days::new(YEAR)).or(Some(last_day));
    }
    Some(last_day)
}

#[cfg(test)]
mod tests {
    use super::super::content;
    use super::*;

    const LAST: &str = "2024-05-31";

    fn of(lines: &str) -> (Vec<String>, Occurrences) {
        let calendar = content::read(format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT").as_bytes());
        let mut zones = Zones::new(&calendar);
        let event = &calendar.events[0];
        let start =
            When::read(first(&event.properties, "DTSTART").expect("a start"), &mut zones).expect("a moment");
        let clock = zones.clock("Europe/Berlin");
        let mut expander = Expander::new(LAST.parse().expect("a date"));
        let found = expander.occurrences(event, &start, clock.as_ref(), &mut zones);
        (found.starts.iter().map(|start| start.format("%m-%d %H:%M").to_string()).collect(), found)
    }

    fn starts(lines: &str) -> Vec<String> {
        of(lines).0
    }

    #[test]
    fn a_rule_is_expanded_until_the_last_day_and_says_that_it_goes_on() {
        let (starts, found) = of("DTSTART;TZID=Europe/Berlin:20240528T100000\nRRULE:FREQ=DAILY");
        assert_eq!(starts, ["05-28 10:00", "05-29 10:00", "05-30 10:00", "05-31 10:00"]);
        assert!(found.goes_on && !found.malformed);
        let (starts, found) =
            of("DTSTART;TZID=Europe/Berlin:20240528T100000\nRRULE:FREQ=DAILY;COUNT=2;X-ODD=1;");
        assert_eq!(starts.len(), 2);
        assert!(!found.goes_on);
    }

    #[test]
    fn the_hour_stays_when_the_clocks_change() {
        let rule = "DTSTART;TZID=Europe/Berlin:20240330T100000\nRRULE:FREQ=DAILY;COUNT=3";
        assert_eq!(starts(rule), ["03-30 10:00", "03-31 10:00", "04-01 10:00"]);
    }

    #[test]
    fn an_end_in_utc_keeps_its_last_day() {
        let whole_days = "DTSTART;VALUE=DATE:20240506\nRRULE:FREQ=DAILY;UNTIL=20240507T220000Z";
        assert_eq!(starts(whole_days), ["05-06 00:00", "05-07 00:00", "05-08 00:00"]);
        let at_night = "DTSTART;TZID=Europe/Berlin:20240506T003000\nRRULE:FREQ=DAILY;UNTIL=20240506T223000Z";
        assert_eq!(starts(at_night), ["05-06 00:30", "05-07 00:30"]);
        let by_date = "DTSTART;TZID=Europe/Berlin:20240506T103000\nRRULE:FREQ=DAILY;UNTIL=20240507";
        assert_eq!(starts(by_date).len(), 2);
        let before = "DTSTART;TZID=Europe/Berlin:20240506T103000\nRRULE:FREQ=DAILY;UNTIL=20200101";
        assert_eq!(starts(before), ["05-06 10:30"]);
    }

    #[test]
    fn dates_are_added_and_excepted() {
        let lines = "DTSTART;TZID=Europe/Berlin:20240506T100000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20240507T080000Z\n\
                     EXDATE;VALUE=DATE:20240508\nRDATE;TZID=Europe/Berlin:20240520T110000,20240601T110000";
        assert_eq!(starts(lines), ["05-06 10:00", "05-09 10:00", "05-20 11:00"]);
        let whole = "DTSTART;VALUE=DATE:20240506\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Berlin:20240507T000000";
        assert_eq!(starts(whole), ["05-06 00:00"]);
    }

    #[test]
    fn rules_that_are_not_understood_leave_the_event() {
        for rule in ["FREQ=OFTEN", "", "FREQ=DAILY;BYMONTH=99", "FREQ=DAILY;UNTIL=ooit"] {
            let (starts, found) = of(&format!("DTSTART:20240506T100000Z\nRRULE:{rule}"));
            assert_eq!((starts.len(), found.malformed), (1, true), "{rule}");
        }
    }

    #[test]
    fn rules_without_an_end_or_without_a_day_do_end() {
        for rule in [
            "FREQ=SECONDLY",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;INTERVAL=65535;BYYEARDAY=366",
            "FREQ=MINUTELY;BYSETPOS=-1;BYDAY=SU;BYWEEKNO=53",
            "FREQ=DAILY;COUNT=4294967295",
        ] {
            let (starts, _) = of(&format!("DTSTART:20240506T100000Z\nRRULE:{rule}"));
            assert!((1..=MOST_STEPS + 1).contains(&starts.len()), "{rule}");
        }
    }
}
