//! The rules of a time zone that a calendar brings along: when its clocks change, and by how much.
//!
//! For zones whose names nobody else knows. Understands rules by year, with a month and a weekday in it, and single dates;
//! that is what programs write.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeDelta, Utc, Weekday};

use super::content::{Block, ZoneBlock, all, first};
use crate::import::moment::Moment;
use crate::import::zone;

/// A time zone by its own rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rules {
    observances: Vec<Observance>,
}

/// A time that the clocks are on from some moments onward.
#[derive(Clone, Debug, PartialEq)]
struct Observance {
    first: NaiveDateTime,
    before: FixedOffset,
    after: FixedOffset,
    yearly: Option<Yearly>,
    dates: Vec<NaiveDateTime>,
}

/// A day of every year: a date, or the nth weekday of a month.
#[derive(Clone, Debug, PartialEq)]
struct Yearly {
    month: u32,
    /// Which one, from the end where it is negative.
    weekday: Option<(i32, Weekday)>,
    until: Option<NaiveDateTime>,
}

impl Rules {
    /// The rules of a time zone; none where it has no observance that is understood.
    pub(super) fn read(zone: &ZoneBlock) -> Option<Self> {
        let observances: Vec<Observance> = zone.observances.iter().filter_map(observance).collect();
        (!observances.is_empty()).then_some(Self { observances })
    }

    /// Whether the clocks ever change.
    pub(super) fn changes(&self) -> bool {
        self.observances.iter().any(|one| self.observances.iter().any(|other| one.after != other.after))
    }

    /// The moment that these clocks show `local`.
    pub(super) fn to_utc(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let moment = local.checked_sub_signed(seconds(self.offset(local)));
        moment.unwrap_or(local).and_utc()
    }

    /// What these clocks show at `moment`.
    pub(super) fn to_local(&self, moment: DateTime<Utc>) -> NaiveDateTime {
        let shown =
            |offset| moment.naive_utc().checked_add_signed(seconds(offset)).unwrap_or(moment.naive_utc());
        let about = shown(self.offset(moment.naive_utc()));
        shown(self.offset(about))
    }

    /// How far the clocks are ahead of UTC when they show `local`: by the last change before it.
    fn offset(&self, local: NaiveDateTime) -> FixedOffset {
        let changes = self.observances.iter().filter_map(|one| Some((one.last_before(local)?, one.after)));
        let last = changes.max_by_key(|(change, _)| *change).map(|(_, offset)| offset);
        let earliest = || self.observances.iter().min_by_key(|one| one.first).map(|one| one.before);
        last.or_else(earliest).unwrap_or_else(|| Utc.fix())
    }
}

fn seconds(offset: FixedOffset) -> TimeDelta {
    TimeDelta::seconds(i64::from(offset.local_minus_utc()))
}

impl Observance {
    /// The last change to this observance at or before `local`.
    fn last_before(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let years = [local.year() - 1, local.year()];
        let yearly = years.into_iter().filter_map(|year| self.yearly.as_ref()?.in_year(year, self.first));
        let all = self.dates.iter().copied().chain([self.first]).chain(yearly);
        all.filter(|change| *change <= local).max()
    }
}

impl Yearly {
    /// The change in `year`, if there is one after the first.
    fn in_year(&self, year: i32, first: NaiveDateTime) -> Option<NaiveDateTime> {
        let date = match self.weekday {
            None => NaiveDate::from_ymd_opt(year, self.month, first.day())?,
            Some((number, weekday)) if number > 0 => nth(year, self.month, weekday, number)?,
            Some((number, weekday)) => {
                let has = |number: &i32| nth(year, self.month, weekday, *number).is_some();
                let last = (1..=5).rfind(has)?;
                nth(year, self.month, weekday, last + 1 + number)?
            }
        };
        let change = date.and_time(first.time());
        (change >= first && self.until.is_none_or(|until| change <= until)).then_some(change)
    }
}

/// The `number`th such weekday of a month, from 1.
fn nth(year: i32, month: u32, weekday: Weekday, number: i32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(number).ok()?)
}

fn observance(block: &Block) -> Option<Observance> {
    let offset = |name: &str| zone::offset(first(&block.properties, name)?.raw());
    let after = offset("TZOFFSETTO")?;
    let start = Moment::read(first(&block.properties, "DTSTART")?.raw())?.local();
    let dates = all(&block.properties, "RDATE")
        .flat_map(|property| property.raw().split(',').filter_map(Moment::read));
    Some(Observance {
        first: start,
        before: offset("TZOFFSETFROM").unwrap_or(after),
        after,
        yearly: first(&block.properties, "RRULE").and_then(|rule| yearly(rule.raw(), start)),
        dates: dates.map(Moment::local).collect(),
    })
}

fn yearly(rule: &str, first: NaiveDateTime) -> Option<Yearly> {
    let part = |name: &str| {
        let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    if !part("FREQ")?.eq_ignore_ascii_case("YEARLY") {
        return None;
    }
    Some(Yearly {
        month: part("BYMONTH").and_then(|month| month.parse().ok()).unwrap_or(first.month()),
        weekday: part("BYDAY").and_then(weekday),
        until: part("UNTIL").and_then(Moment::read).map(Moment::local),
    })
}

/// `-1SU`, `2SU`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let index = names.iter().position(|known| known.eq_ignore_ascii_case(name))?;
    let number: i32 = if number.is_empty() { 1 } else { number.parse().ok()? };
    (number != 0).then_some((number, Weekday::try_from(u8::try_from(index).ok()?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::content;
    use super::*;

    const ZONE: &str = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

    fn rules(text: &str) -> Option<Rules> {
        Rules::read(content::read(text.as_bytes()).zones.first()?)
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    #[test]
    fn clocks_change_on_the_last_sundays_of_march_and_october() {
        let rules = rules(ZONE).expect("rules");
        assert!(rules.changes());
        for (local, utc) in [
            ("2024-01-15T10:00:00", "2024-01-15T09:00:00"),
            ("2024-03-31T03:00:00", "2024-03-31T01:00:00"),
            ("2024-07-15T10:00:00", "2024-07-15T08:00:00"),
            ("2024-10-26T10:00:00", "2024-10-26T08:00:00"),
            ("2024-10-27T03:00:00", "2024-10-27T02:00:00"),
        ] {
            assert_eq!(rules.to_utc(at(local)).naive_utc(), at(utc), "{local}");
            assert_eq!(rules.to_local(at(utc).and_utc()), at(local), "{utc}");
        }
    }

    #[test]
    fn a_zone_without_rules_has_one_offset() {
        let text = "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE";
        let rules = rules(text).expect("rules");
        assert!(!rules.changes());
        assert_eq!(rules.to_utc(at("2024-07-15T10:00:00")).naive_utc(), at("2024-07-15T04:30:00"));
        assert_eq!(rules.to_utc(at("1950-07-15T10:00:00")).naive_utc(), at("1950-07-15T04:30:00"));
    }

    #[test]
    fn what_is_not_understood_is_no_zone() {
        assert_eq!(
            rules("BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:x\nTZOFFSETTO:y\nEND:STANDARD\nEND:VTIMEZONE"),
            None
        );
        assert_eq!(rules("BEGIN:VTIMEZONE\nEND:VTIMEZONE"), None);
    }
}
