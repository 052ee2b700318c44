//! Dates, moments and durations as programme files for machines write them: ISO 8601 and its near relatives.
//!
//! How people write them in a text is in `dates` and `times`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::zone;

/// What a file says of when something is: a date, perhaps a time, perhaps an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The date as it is written.
    pub(super) date: NaiveDate,
    /// The time as it is written.
    pub(super) time: Option<NaiveTime>,
    /// How far that clock is ahead of UTC.
    pub(super) offset: Option<FixedOffset>,
}

impl Moment {
    /// `2019-12-27`, `2019-12-27T11:00:00+01:00`, `2016-09-28 10:30`, `20191227T110000Z` and what lies between.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, rest) = leading_date(text)?;
        let rest = rest.trim_start_matches(['T', 't', ' ']);
        if rest.is_empty() {
            return Some(Self { date, time: None, offset: None });
        }
        let clock_end = rest.find(|letter: char| !letter.is_ascii_digit() && !":.,".contains(letter));
        let (clock, zone) = rest.split_at_checked(clock_end.unwrap_or(rest.len()))?;
        let (time, next_day) = clock_time(clock)?;
        let date = if next_day { date.succ_opt()? } else { date };
        Some(Self { date, time: Some(time), offset: offset(zone.trim())? })
    }

    /// The clock as it is written; midnight where there is only a date.
    pub(super) fn local(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or_default())
    }

    /// The instant, where the offset is known.
    pub(super) fn instant(self) -> Option<DateTime<Utc>> {
        self.time?;
        let offset = TimeDelta::seconds(i64::from(self.offset?.local_minus_utc()));
        Some(self.local().checked_sub_signed(offset)?.and_utc())
    }
}

/// The offset in what stands after a time: nothing, `Z`, `+01:00`. A name in brackets after it says no more.
#[allow(clippy::option_option)] // None: not understood; Some(None): there is none.
fn offset(text: &str) -> Option<Option<FixedOffset>> {
    let text = text.split_once('[').map_or(text, |(offset, _)| offset).trim();
    match text {
        "" => Some(None),
        "Z" | "z" | "UTC" | "GMT" => Some(FixedOffset::east_opt(0)),
        text => zone::offset(text).map(Some),
    }
}

fn leading_date(text: &str) -> Option<(NaiveDate, &str)> {
    let dashed = text.get(..10).and_then(|date| NaiveDate::parse_from_str(date, "%Y-%m-%d").ok());
    if let Some(date) = dashed {
        return Some((date, text.get(10..)?));
    }
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?, text.get(8..)?))
}

/// A clock time, and whether it is the midnight at the end of the day: `9:30`, `09:30:00`, `09:30:00.000`, `0930`, `093000`,
/// `24:00`.
pub(super) fn clock_time(text: &str) -> Option<(NaiveTime, bool)> {
    let text = text.trim();
    let text = text.split_once(['.', ',']).map_or(text, |(whole, _)| whole);
    let mut parts: Vec<&str> = text.split(':').collect();
    if let [digits] = parts.as_slice()
        && (3..=6).contains(&digits.len())
    {
        let hours = digits.len() - if digits.len() > 4 { 4 } else { 2 };
        let (hour, rest) = digits.split_at_checked(hours)?;
        let (minute, second) = rest.split_at_checked(2)?;
        parts = vec![hour, minute, if second.is_empty() { "0" } else { second }];
    }
    let mut numbers = parts.iter().map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2));
    let (hour, minute, second) = (numbers.next()??, numbers.next()??, numbers.next().unwrap_or(Some(0))?);
    if numbers.next().is_some() {
        return None;
    }
    if (hour, minute, second) == (24, 0, 0) {
        return Some((NaiveTime::MIN, true));
    }
    NaiveTime::from_hms_opt(hour, minute, second.min(59)).map(|time| (time, false))
}

/// A duration of a `schedule`: minutes, `H:MM`, or `D:HH:MM`.
///
/// Two parts are hours and minutes, also beyond 59 minutes. Of three parts the first counts days, for that is how frab and
/// pretalx write them; unless it has a leading zero or there would be more than 23 hours: then it is `HH:MM:SS`.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    if text.starts_with(['P', 'p']) {
        return iso_duration(text);
    }
    let numbers: Option<Vec<i64>> = text.split(':').map(whole_number).collect();
    let minutes = match numbers?.as_slice() {
        [minutes] => *minutes,
        // Hours beyond a day with a point in them are minutes: an old pretalx.
        [minutes, 0] if text.contains('.') && *minutes > 24 => *minutes,
        [hours, minutes] => hours * 60 + minutes,
        [days, hours, minutes] if *hours < 24 && !text.starts_with('0') => (days * 24 + hours) * 60 + minutes,
        [hours, minutes, seconds] => hours * 60 + minutes + seconds / 60,
        _ => return None,
    };
    TimeDelta::try_minutes(minutes)
}

/// A whole number of at most five digits; `135.0` is 135.
fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text
        .split_once('.')
        .filter(|(_, rest)| rest.bytes().all(|byte| byte == b'0'))
        .map_or(text, |(whole, _)| whole);
    let is_number = (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// A duration of ISO 8601 and iCalendar: `PT1H30M`, `P1D`, `P2W`, `PT45M`. One that is negative is none.
pub(super) fn iso_duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let parts = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (mut seconds, mut number, mut seen) = (0_i64, String::new(), false);
    for letter in parts.chars() {
        let unit = match letter {
            '0'..='9' if number.len() < 9 => {
                number.push(letter);
                continue;
            }
            'T' if number.is_empty() => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        seconds += std::mem::take(&mut number).parse::<i64>().ok()? * unit;
        seen = true;
    }
    (seen && number.is_empty()).then(|| TimeDelta::try_seconds(seconds))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Option<i32>)> {
        let moment = Moment::read(text)?;
        let local = if moment.time.is_some() { moment.local().to_string() } else { moment.date.to_string() };
        Some((local, moment.offset.map(|offset| offset.local_minus_utc())))
    }

    #[test]
    fn moments_are_read_in_every_notation() {
        for (text, local, offset) in [
            ("2019-12-27", "2019-12-27", None),
            ("2019-12-27T11:00:00+01:00", "2019-12-27 11:00:00", Some(3600)),
            ("2019-12-27T11:00:00.123Z", "2019-12-27 11:00:00", Some(0)),
            ("2016-09-28 10:30", "2016-09-28 10:30:00", None),
            ("2019-12-27T11:00+0200", "2019-12-27 11:00:00", Some(7200)),
            ("20191227T110000Z", "2019-12-27 11:00:00", Some(0)),
            ("2019-12-27T24:00", "2019-12-28 00:00:00", None),
            ("2019-12-27T11:00:00 +01:00[Europe/Berlin]", "2019-12-27 11:00:00", Some(3600)),
        ] {
            assert_eq!(read(text), Some((local.to_owned(), offset)), "{text}");
        }
        for text in
            ["", "2019", "27-12-2019", "2019-13-01", "2019-12-27T25:00", "2019-12-27Tnoon", "2019-12-2é"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_needs_a_time_and_an_offset() {
        let instant = |text: &str| Moment::read(text).and_then(Moment::instant).map(|at| at.to_string());
        assert_eq!(instant("2019-12-27T00:30:00+01:00").as_deref(), Some("2019-12-26 23:30:00 UTC"));
        assert_eq!(instant("2019-12-27T00:30:00"), None);
        assert_eq!(instant("2019-12-27"), None);
    }

    #[test]
    fn clock_times_may_lack_their_colons() {
        let time = |text: &str| clock_time(text).map(|(time, next)| (time.to_string(), next));
        for (text, wanted) in
            [("9:30", "09:30:00"), ("0930", "09:30:00"), ("930", "09:30:00"), ("093015", "09:30:15")]
        {
            assert_eq!(time(text), Some((wanted.to_owned(), false)), "{text}");
        }
        assert_eq!(time("24:00"), Some(("00:00:00".to_owned(), true)));
        for text in ["", "9", "25:00", "09:60", "1:2:3:4", "123:00", "noon"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_minutes_hours_or_days() {
        for (text, minutes) in [
            ("0:20", 20),
            ("00:20", 20),
            ("01:30", 90),
            ("0:90", 90),
            ("45", 45),
            ("2:06:00", 54 * 60),
            ("1:00:00", 24 * 60),
            ("00:45:00", 45),
            ("01:30:00", 90),
            ("135.0:00", 135),
            ("PT1H30M", 90),
            ("P1DT2H", 26 * 60),
            ("P1W", 7 * 24 * 60),
            ("PT0S", 0),
        ] {
            assert_eq!(duration(text), TimeDelta::try_minutes(minutes), "{text}");
        }
        for text in ["", ":", "x", "1:2:3:4", "-1:00", "P", "PT", "P1", "-PT5M", "999999", "P99999999999D"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
