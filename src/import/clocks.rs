//! When a session of a `schedule` is: its XML and its JSON say it in the same fields, and those contradict each other.
//!
//! The moment in `date` is believed before the day that a session stands under, for that one is often the evening before.
//! Nothing here knows XML or JSON.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::collect::Collector;
use super::moment::{self, Moment};
use super::zone::Zone;
use crate::domain::day::SessionFacts;
use crate::domain::programme::WarningKind;

/// What starts before this stands under the day before, where the file does not say when its days change.
const DAY_CHANGE: NaiveTime = match NaiveTime::from_hms_opt(6, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// What the fields of one session say.
#[derive(Clone, Debug, Default)]
pub(super) struct Slot {
    /// The date of the day that it stands under.
    pub(super) day: Option<NaiveDate>,
    /// When that day starts.
    pub(super) day_start: Option<NaiveTime>,
    /// The field `date`.
    pub(super) date: Option<Moment>,
    /// The field `start`.
    pub(super) start: Option<NaiveTime>,
    /// The field `duration`.
    pub(super) duration: Option<TimeDelta>,
}

impl Slot {
    /// Reads the fields as the file has them. What is there but not understood is told to `collector`.
    pub(super) fn read(
        fields: [Option<&str>; 3],
        day: Option<NaiveDate>,
        day_start: Option<NaiveTime>,
        collector: &mut Collector,
    ) -> Self {
        let mut understood = |text: Option<&str>, is_understood: bool, kind: WarningKind| {
            if let Some(text) = text.filter(|text| !text.trim().is_empty() && !is_understood) {
                collector.warn(kind, text.trim());
            }
        };
        let [date_text, start_text, duration_text] = fields;
        let date = date_text.and_then(Moment::read);
        understood(date_text, date.is_some(), WarningKind::Date);
        // Some write the whole moment in `start`.
        let whole = start_text.filter(|_| date.and_then(|date| date.time).is_none()).and_then(Moment::read);
        let start = start_text.and_then(clock).or_else(|| whole?.time);
        understood(start_text, start.is_some(), WarningKind::Time);
        let duration = duration_text.and_then(moment::duration);
        understood(duration_text, duration.is_some(), WarningKind::Time);
        Self { day, day_start, date: whole.or(date), start, duration }
    }
}

fn clock(text: &str) -> Option<NaiveTime> {
    moment::clock_time(text).map(|(time, _)| time)
}

/// How the times of one file are to be read.
pub(super) struct Clocks {
    zone: Option<Zone>,
    day_change: Option<NaiveTime>,
}

impl Clocks {
    /// Reads the name of the zone and the hour at which days change.
    ///
    /// A zone in which the sessions would not start at the time that both their fields say is not theirs: demo data that
    /// says UTC. It is left out, with a warning.
    pub(super) fn new(
        zone: Option<&str>,
        day_change: Option<&str>,
        slots: &[Slot],
        collector: &mut Collector,
    ) -> Self {
        let named = zone.filter(|name| !name.trim().is_empty());
        let found = named.and_then(Zone::find);
        let zone = found.filter(|zone| {
            let (mut agree, mut differ) = (0_usize, 0_usize);
            for (moment, start) in slots.iter().filter_map(|slot| Some((slot.date?, slot.start?))) {
                let Some(instant) = moment.instant() else { continue };
                let in_zone = zone.to_local(instant).time() == start;
                agree += usize::from(in_zone);
                differ += usize::from(!in_zone && moment.time == Some(start));
            }
            differ <= agree
        });
        if let (Some(name), None) = (named, zone) {
            collector.warn(WarningKind::TimeZone, name.trim());
        }
        Self { zone, day_change: day_change.and_then(clock) }
    }

    /// The IANA name of the zone, if it is known.
    pub(super) fn zone_name(&self) -> Option<String> {
        Some(self.zone?.name()?.to_owned())
    }

    /// What the clocks of the conference show at `moment`; as it is written where it has no offset or there is no zone.
    pub(super) fn local(&self, moment: Moment) -> NaiveDateTime {
        match (self.zone, moment.instant()) {
            (Some(zone), Some(instant)) => zone.to_local(instant),
            _ => moment.local(),
        }
    }

    /// A moment of the conference itself, as a local date.
    pub(super) fn date_of(&self, text: &str) -> Option<NaiveDate> {
        Some(self.local(Moment::read(text)?).date())
    }

    /// Puts the times of `slot` into `session`.
    pub(super) fn put(&self, slot: &Slot, session: &mut SessionFacts, collector: &mut Collector) {
        let start = self.start(slot);
        if let (Some(start), Some(written)) = (start, slot.start)
            && start.time() != written
        {
            collector.warn(WarningKind::Time, &written.format("%H:%M").to_string());
        }
        let end = start.zip(slot.duration).and_then(|(start, length)| start.checked_add_signed(length));
        collector.put_times(session, start, end);
        if start.is_none() {
            session.date = slot.date.map(|moment| moment.date).or(slot.day);
            session.start = slot.start;
            session.end =
                slot.start.zip(slot.duration).map(|(start, length)| start.overflowing_add_signed(length).0);
        }
    }

    /// When a session starts by the local clock, if both its date and its time are known.
    fn start(&self, slot: &Slot) -> Option<NaiveDateTime> {
        if let Some(moment) = slot.date {
            return self.start_at(moment, slot.start);
        }
        let start = slot.start?;
        let change = self.day_change.unwrap_or_else(|| slot.day_start.unwrap_or(DAY_CHANGE).min(DAY_CHANGE));
        let day = slot.day?;
        let date = if start < change { day.checked_add_days(Days::new(1))? } else { day };
        Some(date.and_time(start))
    }

    fn start_at(&self, moment: Moment, start: Option<NaiveTime>) -> Option<NaiveDateTime> {
        let Some(instant) = moment.instant() else {
            return moment.time.or(start).map(|time| moment.date.and_time(time));
        };
        if let Some(zone) = self.zone {
            return Some(zone.to_local(instant));
        }
        // In UTC while the clock of the event says otherwise: the moment closest by at which that clock says so.
        match start {
            Some(start) if moment.offset.is_some_and(|offset| offset.local_minus_utc() == 0) => {
                closest(moment.local(), start)
            }
            _ => Some(moment.local()),
        }
    }
}

/// The moment closest to `around` at which a clock says `time`.
fn closest(around: NaiveDateTime, time: NaiveTime) -> Option<NaiveDateTime> {
    let dates = [around.date().pred_opt(), Some(around.date()), around.date().succ_opt()];
    let moments = dates.into_iter().flatten().map(|date| date.and_time(time));
    moments.min_by_key(|moment| moment.signed_duration_since(around).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::DayFacts;
    use crate::domain::programme::Warning;
    use crate::import::format::Format;

    struct Case<'a> {
        zone: Option<&'a str>,
        change: Option<&'a str>,
        day: Option<&'a str>,
        fields: [Option<&'a str>; 3],
    }

    const PLAIN: Case<'_> = Case { zone: None, change: None, day: None, fields: [None; 3] };

    /// The start and the end of a session, and what was warned about.
    fn times(case: &Case<'_>) -> (String, Vec<Warning>) {
        let mut collector = Collector::new(Format::FrabXml);
        let day = case.day.and_then(|day| day.parse().ok());
        let slot = Slot::read(case.fields, day, None, &mut collector);
        let clocks = Clocks::new(case.zone, case.change, std::slice::from_ref(&slot), &mut collector);
        let mut session = SessionFacts { title: "x".to_owned(), ..SessionFacts::default() };
        clocks.put(&slot, &mut session, &mut collector);
        let parts = [
            session.date.map(|date| date.to_string()),
            session.start.map(|time| time.format("%H:%M").to_string()),
            session.end.map(|time| time.format("%H:%M").to_string()),
        ];
        let text = parts.map(|part| part.unwrap_or("-".to_owned())).join(" ");
        (text, collector.finish(DayFacts::default()).warnings)
    }

    fn assert_times(case: &Case<'_>, wanted: &str) {
        assert_eq!(times(case), (wanted.to_owned(), Vec::new()));
    }

    #[test]
    fn the_moment_is_believed_before_the_day_that_it_stands_under() {
        let night = Case {
            day: Some("2019-12-27"),
            fields: [Some("2019-12-28T00:30:00+01:00"), Some("00:30"), Some("01:00")],
            ..PLAIN
        };
        assert_times(&night, "2019-12-28 00:30 01:30");
        let in_utc = Case {
            zone: Some("Asia/Kolkata"),
            day: Some("2023-09-09"),
            fields: [Some("2023-09-10T04:30:00+00:00"), Some("10:00"), Some("0:45")],
            ..PLAIN
        };
        assert_times(&in_utc, "2023-09-10 10:00 10:45");
    }

    #[test]
    fn without_a_zone_utc_gives_way_to_the_clock_of_the_event() {
        let evening = Case { fields: [Some("2023-09-10T01:00:00Z"), Some("18:00"), None], ..PLAIN };
        assert_times(&evening, "2023-09-09 18:00 -");
        let morning = Case { fields: [Some("2023-09-10T04:30:00Z"), Some("10:00"), None], ..PLAIN };
        assert_times(&morning, "2023-09-10 10:00 -");
        let alone = Case { fields: [Some("2023-09-10T04:30:00Z"), None, None], ..PLAIN };
        assert_times(&alone, "2023-09-10 04:30 -");
    }

    #[test]
    fn a_date_without_a_time_is_completed_by_the_start() {
        let dated = Case {
            day: Some("2019-03-18"),
            fields: [Some("2019-03-19"), Some("00:15"), Some("30")],
            ..PLAIN
        };
        assert_times(&dated, "2019-03-19 00:15 00:45");
    }

    #[test]
    fn without_a_date_the_day_changes_at_its_hour() {
        let night = Case { day: Some("2021-02-06"), fields: [None, Some("01:00"), Some("00:25")], ..PLAIN };
        assert_times(&night, "2021-02-07 01:00 01:25");
        assert_times(&Case { change: Some("00:00:00"), ..night }, "2021-02-06 01:00 01:25");
        let late = Case { day: Some("2021-02-06"), fields: [None, Some("23:30"), Some("1:00")], ..PLAIN };
        assert_times(&late, "2021-02-06 23:30 00:30");
        let nowhere = Case { fields: [None, Some("09:30"), Some("1:00")], ..PLAIN };
        assert_times(&nowhere, "- 09:30 10:30");
    }

    #[test]
    fn a_zone_that_the_sessions_contradict_is_not_theirs() {
        let demo = Case {
            zone: Some("UTC"),
            fields: [Some("2020-12-14T09:00:00+01:00"), Some("09:00"), None],
            ..PLAIN
        };
        let warning = Warning::new(WarningKind::TimeZone, "UTC");
        assert_eq!(times(&demo), ("2020-12-14 09:00 -".to_owned(), vec![warning]));
        let elsewhere = Case {
            zone: Some("Berlin"),
            fields: [Some("2020-12-14T09:00:00Z"), Some("11:00"), None],
            ..PLAIN
        };
        let warning = Warning::new(WarningKind::Time, "11:00");
        assert_eq!(times(&elsewhere), ("2020-12-14 10:00 -".to_owned(), vec![warning]));
    }

    #[test]
    fn what_is_not_understood_is_said_and_the_rest_stands() {
        let odd = Case {
            zone: Some("Mars"),
            day: Some("2021-02-06"),
            fields: [Some("morgen"), Some("10:00"), Some("lang")],
            ..PLAIN
        };
        let (text, warnings) = times(&odd);
        assert_eq!(text, "2021-02-06 10:00 -");
        let kinds: Vec<WarningKind> = warnings.iter().map(|warning| warning.kind).collect();
        assert_eq!(kinds, [WarningKind::Date, WarningKind::Time, WarningKind::TimeZone]);
    }
}
