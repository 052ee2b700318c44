//! Time zones by the names that files give them: IANA, Windows, Rails, a city, an offset.
//!
//! What to do with a time whose zone is not known is for the reader to decide; the rules that a calendar brings along
//! itself are in `ics`.

mod names;

use chrono::{DateTime, FixedOffset, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

/// How far a clock is put forward where a local time does not exist.
const GAP: TimeDelta = TimeDelta::hours(1);

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// One with a name and its rules.
    Named(Tz),
    /// An offset that never changes.
    Fixed(FixedOffset),
}

impl Zone {
    /// The zone that is called `name`, in whatever list of names.
    pub(super) fn find(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches(['"', '\'']).trim();
        if name.is_empty() {
            return None;
        }
        iana(name)
            .or_else(|| names::iana_name(name).and_then(|name| name.parse().ok()))
            .or_else(|| end_of_path(name))
            .or_else(|| city(name))
            .map(Self::Named)
            .or_else(|| offset_in(name).map(Self::Fixed))
    }

    /// Its IANA name, if it has one.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Named(zone) => Some(zone.name()),
            Self::Fixed(_) => None,
        }
    }

    /// The moment that the clocks of this zone show `local`. A time that occurs twice is the first one; a time that is
    /// skipped counts as an hour later.
    pub(super) fn to_utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Named(zone) => moment(&zone, local),
            Self::Fixed(offset) => moment(&offset, local),
        }
    }

    /// What the clocks of this zone show at `moment`.
    pub(super) fn to_local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => moment.with_timezone(&zone).naive_local(),
            Self::Fixed(offset) => moment.with_timezone(&offset).naive_local(),
        }
    }
}

fn moment<Z: TimeZone>(zone: &Z, local: NaiveDateTime) -> DateTime<Utc> {
    let found = match zone.from_local_datetime(&local) {
        LocalResult::None => local.checked_add_signed(GAP).map(|later| zone.from_local_datetime(&later)),
        other => Some(other),
    };
    found.and_then(LocalResult::earliest).map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}

/// An IANA name, in capitals or not.
fn iana(name: &str) -> Option<Tz> {
    name.parse()
        .ok()
        .or_else(|| TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).copied())
}

/// Some programs put a path before an IANA name: `/freeassociation.sourceforge.net/Europe/Amsterdam`.
fn end_of_path(name: &str) -> Option<Tz> {
    let mut rest = name;
    while let Some((_, end)) = rest.split_once('/') {
        if end.contains('/')
            && let Some(zone) = iana(end)
        {
            return Some(zone);
        }
        rest = end;
    }
    None
}

/// A zone by one of its cities: "Berlin", or "(UTC+01:00) Amsterdam, Berlin, Bern".
fn city(name: &str) -> Option<Tz> {
    let cities = match name.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, cities)) => cities,
        None => name,
    };
    if let Some(known) = names::iana_name(cities.trim()) {
        return known.parse().ok();
    }
    cities.split([',', ';']).find_map(|city| {
        let city = city.trim();
        let named = city.replace(' ', "_");
        let is_it = |zone: &&Tz| {
            zone.name()
                .rsplit_once('/')
                .is_some_and(|(area, last)| area != "Etc" && last.eq_ignore_ascii_case(&named))
        };
        TZ_VARIANTS.iter().find(is_it).copied().or_else(|| names::iana_name(city)?.parse().ok())
    })
}

/// The offset in "UTC+2", "GMT-05:30", "(UTC+01:00) Somewhere" or "+0200".
fn offset_in(name: &str) -> Option<FixedOffset> {
    let name = name.trim_start_matches('(');
    let rest = name.strip_prefix("UTC").or_else(|| name.strip_prefix("GMT")).unwrap_or(name);
    let (text, _) = rest.split_once(')').unwrap_or((rest, ""));
    offset(text)
}

/// An offset: `+01:00`, `+0100`, `+01`, `+1`, with seconds or without.
pub(super) fn offset(text: &str) -> Option<FixedOffset> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-').or_else(|| text.strip_prefix('\u{2212}'))?),
    };
    let digits: String = rest.chars().filter(|letter| *letter != ':').collect();
    if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = if digits.len() % 2 == 1 { format!("0{digits}") } else { digits };
    let part = |number: usize| match digits.get(number * 2..number * 2 + 2) {
        Some(part) => part.parse::<i32>().ok(),
        None => Some(0),
    };
    let (hours, minutes, seconds) = (part(0)?, part(1)?, part(2)?);
    let sane = hours <= 15 && minutes < 60 && seconds < 60;
    sane.then(|| FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60 + seconds)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<&'static str> {
        Zone::find(text).and_then(Zone::name)
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    #[test]
    fn zones_are_found_in_every_list_of_names() {
        for text in [
            "Europe/Amsterdam",
            "europe/amsterdam",
            " \"Europe/Amsterdam\" ",
            "/freeassociation.sourceforge.net/Europe/Amsterdam",
            "/citadel.org/20210210_1/Europe/Amsterdam",
            "Amsterdam",
        ] {
            assert_eq!(name(text), Some("Europe/Amsterdam"), "{text}");
        }
        assert_eq!(name("W. Europe Standard Time"), Some("Europe/Berlin"));
        assert_eq!(name("w. europe standard time"), Some("Europe/Berlin"));
        assert_eq!(
            name("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"),
            Some("Europe/Amsterdam")
        );
        assert_eq!(name("(UTC-05:00) Eastern Time (US & Canada)"), Some("America/New_York"));
        assert_eq!(name("Eastern Time (US & Canada)"), Some("America/New_York"));
        assert_eq!(name("Berlin"), Some("Europe/Berlin"));
        assert_eq!(name("Edinburgh"), Some("Europe/London"));
        assert_eq!(name("New Delhi"), Some("Asia/Kolkata"));
        assert_eq!(name("America/Argentina/Buenos_Aires"), Some("America/Argentina/Buenos_Aires"));
    }

    #[test]
    fn names_that_say_nothing_are_no_zone() {
        for text in ["", " ", "Customized Time Zone", "Mars/Olympus", "tzone://Microsoft/Custom"] {
            assert_eq!(Zone::find(text), None, "{text}");
        }
    }

    #[test]
    fn offsets_are_read_in_every_notation() {
        for (text, seconds) in
            [("+01:00", 3600), ("+0530", 19800), ("-5", -18000), ("+02", 7200), ("-001500", -900)]
        {
            assert_eq!(offset(text).map(|offset| offset.local_minus_utc()), Some(seconds), "{text}");
        }
        assert_eq!(Zone::find("UTC+2"), offset("+2").map(Zone::Fixed));
        for text in ["", "+", "01:00", "+99", "+01:75", "+é"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }

    #[test]
    fn local_times_become_moments_and_back_in_summer_and_winter() {
        let amsterdam = Zone::find("Europe/Amsterdam").expect("a zone");
        for (local, utc) in [
            ("2024-01-15T10:00:00", "2024-01-15T09:00:00"),
            ("2024-07-15T10:00:00", "2024-07-15T08:00:00"),
            // Twice that night: the first; not at all that night: an hour later.
            ("2024-10-27T02:30:00", "2024-10-27T00:30:00"),
            ("2024-03-31T02:30:00", "2024-03-31T01:30:00"),
        ] {
            assert_eq!(amsterdam.to_utc(at(local)).naive_utc(), at(utc), "{local}");
        }
        assert_eq!(amsterdam.to_local(at("2024-07-15T08:00:00").and_utc()), at("2024-07-15T10:00:00"));
    }
}
