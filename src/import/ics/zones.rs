//! Which clock a time of a calendar is on, and which clock the whole calendar is read on.
//!
//! A name is looked for among the zones that everybody knows, then among the rules that the file brings along. GMT with
//! summer time is the file's own, whatever its name says.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::content::{Calendar, Property, ZoneBlock, first, text};
use super::rules::Rules;
use crate::import::zone::Zone;

/// A calendar has no more zones than this; more names are not looked for.
const MOST_NAMES: usize = 1000;

/// A clock.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clock {
    /// One of a zone that is known.
    Known(Zone),
    /// One with rules of the file itself.
    Own(Rc<Rules>),
}

impl Clock {
    /// The moment that it shows `local`.
    pub(super) fn to_utc(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Known(zone) => zone.to_utc(local),
            Self::Own(rules) => rules.to_utc(local),
        }
    }

    /// What it shows at `moment`.
    pub(super) fn to_local(&self, moment: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Known(zone) => zone.to_local(moment),
            Self::Own(rules) => rules.to_local(moment),
        }
    }

    /// The IANA name of its zone, if it has one.
    pub(super) fn zone_name(&self) -> Option<&'static str> {
        match self {
            Self::Known(zone) => zone.name(),
            Self::Own(_) => None,
        }
    }
}

/// The clocks of a calendar, by the names that its times use.
pub(super) struct Zones {
    own: HashMap<String, Clock>,
    found: HashMap<String, Option<Clock>>,
}

impl Zones {
    /// Reads the zones that the calendar brings along.
    pub(super) fn new(calendar: &Calendar) -> Self {
        let named = calendar.zones.iter().filter_map(|zone| {
            let name = first(&zone.properties, "TZID").map(|name| name.raw().trim_matches('"').to_owned());
            Some((name.unwrap_or_default(), own_clock(zone)?))
        });
        Self { own: named.collect(), found: HashMap::new() }
    }

    /// The clock that is called `name`.
    pub(super) fn clock(&mut self, name: &str) -> Option<Clock> {
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        if self.found.len() >= MOST_NAMES {
            return None;
        }
        let own = self.own.get(name);
        let known = Zone::find(name).map(Clock::Known);
        let is_gmt_with_summer = is_gmt(name) && matches!(own, Some(Clock::Own(rules)) if rules.changes());
        let found = if is_gmt_with_summer { own.cloned() } else { known.or_else(|| own.cloned()) };
        self.found.insert(name.to_owned(), found.clone());
        found
    }

    /// The clock to read the whole calendar on: the one that most of its times are on; where none names its zone, the one
    /// that the calendar names.
    pub(super) fn of_calendar(&mut self, calendar: &Calendar) -> Option<Clock> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for event in &calendar.events {
            let zone = first(&event.properties, "DTSTART").and_then(|start| start.date_and_zone().1);
            if let Some(name) = zone {
                *counts.entry(name).or_default() += 1;
            }
        }
        let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
        names.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
        if let Some(clock) = names.iter().find_map(|(name, _)| self.clock(name)) {
            return Some(clock);
        }
        // A line "VTIMEZONE: Europe/Rome" is no component, but says it all.
        let named = ["X-WR-TIMEZONE", "TIMEZONE-ID", "TZID", "VTIMEZONE", "X-LIC-LOCATION"];
        let of_calendar =
            named.iter().find_map(|name| text(&calendar.properties, name)).and_then(|name| self.clock(&name));
        of_calendar.or_else(|| match calendar.zones.as_slice() {
            [zone] => self.clock(&text(&zone.properties, "TZID")?),
            _ => None,
        })
    }
}

/// The clock of a zone in the file: by the place that some programs name, else by its rules.
fn own_clock(zone: &ZoneBlock) -> Option<Clock> {
    let place = first(&zone.properties, "X-LIC-LOCATION").map(Property::raw).and_then(Zone::find);
    place.map(Clock::Known).or_else(|| Some(Clock::Own(Rc::new(Rules::read(zone)?))))
}

fn is_gmt(name: &str) -> bool {
    ["GMT", "UTC", "Etc/GMT", "Etc/UTC"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::super::content;
    use super::*;

    const BRITISH: &str = "BEGIN:VTIMEZONE\nTZID:GMT\nBEGIN:STANDARD\nDTSTART:19701025T020000\nTZOFFSETFROM:+0100\n\
        TZOFFSETTO:+0000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T010000\n\
        TZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

    fn calendar(text: &str) -> Calendar {
        content::read(text.as_bytes())
    }

    fn name(text: &str) -> Option<&'static str> {
        let calendar = calendar(text);
        Zones::new(&calendar).of_calendar(&calendar)?.zone_name()
    }

    #[test]
    fn a_name_is_looked_for_everywhere_and_gmt_with_summer_is_the_files_own() {
        let calendar = calendar(BRITISH);
        let mut zones = Zones::new(&calendar);
        let summer = "2024-07-15T10:00:00".parse().expect("a time");
        let clock = zones.clock("GMT").expect("a clock");
        assert_eq!(clock.to_utc(summer).naive_utc(), "2024-07-15T09:00:00".parse().expect("a time"));
        assert_eq!(
            zones.clock("W. Europe Standard Time").and_then(|clock| clock.zone_name()),
            Some("Europe/Berlin")
        );
        assert_eq!(zones.clock("Nergens"), None);
    }

    #[test]
    fn the_clock_of_the_calendar_is_that_of_most_events_or_the_one_it_names() {
        let event = |zone: &str| format!("BEGIN:VEVENT\nDTSTART;TZID={zone}:20240501T090000\nEND:VEVENT\n");
        let mixed = format!(
            "X-WR-TIMEZONE:UTC\n{}{}{}",
            event("Europe/Rome"),
            event("Europe/Paris"),
            event("Europe/Paris")
        );
        assert_eq!(name(&mixed), Some("Europe/Paris"));
        let floating = "BEGIN:VEVENT\nDTSTART:20240501T090000Z\nEND:VEVENT\n";
        assert_eq!(name(&format!("X-WR-TIMEZONE:Europe/Berlin\n{floating}")), Some("Europe/Berlin"));
        assert_eq!(name(&format!("VTIMEZONE: Europe/Rome\n{floating}")), Some("Europe/Rome"));
        let one = "BEGIN:VTIMEZONE\nTZID:Brisbane Time\nX-LIC-LOCATION:Australia/Brisbane\nEND:VTIMEZONE\n";
        assert_eq!(name(&format!("{one}{floating}")), Some("Australia/Brisbane"));
        assert_eq!(name(floating), None);
    }
}
