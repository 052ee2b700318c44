//! When sessions are, by the programme: what is on, what comes next, what is at the same time.
//!
//! All times are those of the clock on the wall, as the programme prints them: an hour that the clock skips is never, and one
//! that it shows twice is twice. Nothing is guessed where a programme gives no start or no end.

use std::ops::Range;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::Session;

/// What begins in more hours than this is later, and not next.
const NEXT_WITHIN: TimeDelta = TimeDelta::hours(6);

impl Session {
    /// The date the session is on. `day_date` is the (first) date of the day, for a session that has none of its own: its
    /// second day is the next date.
    #[must_use]
    pub fn date(&self, day_date: Option<NaiveDate>) -> Option<NaiveDate> {
        let days = Days::new(self.facts.day.unwrap_or(1).saturating_sub(1).into());
        self.facts.date.or_else(|| day_date?.checked_add_days(days))
    }

    /// When the session begins; `day_date` as for [`Session::date`].
    #[must_use]
    pub fn begins(&self, day_date: Option<NaiveDate>) -> Option<NaiveDateTime> {
        Some(self.date(day_date)?.and_time(self.facts.start?))
    }

    /// From when until when the session is. One that ends before it starts ends on the next date.
    #[must_use]
    pub fn span(&self, day_date: Option<NaiveDate>) -> Option<Range<NaiveDateTime>> {
        let begins = self.begins(day_date)?;
        let end = self.facts.end?;
        let date = begins.date();
        let ends_on = if end < begins.time() { date.succ_opt().unwrap_or(date) } else { date };
        Some(begins..ends_on.and_time(end))
    }

    /// Whether the session is on at `moment`, by the programme. Without a start and an end nothing is known, and what is no
    /// longer on the programme is never on.
    #[must_use]
    pub fn is_on(&self, day_date: Option<NaiveDate>, moment: NaiveDateTime) -> bool {
        !self.cancelled && self.span(day_date).is_some_and(|span| span.contains(&moment))
    }

    /// Whether nobody can be in both sessions from start to end. On a day without a date they count as on the same one.
    #[must_use]
    pub fn overlaps(&self, other: &Self, day_date: Option<NaiveDate>) -> bool {
        let date = Some(day_date.unwrap_or_default());
        let (Some(one), Some(other)) = (self.span(date), other.span(date)) else { return false };
        one.start < other.end && other.start < one.end
    }
}

/// When what comes next begins: the first of `starts`, which are in order, after `moment`. What is hours away is not next.
#[must_use]
pub fn next_start(starts: &[NaiveDateTime], moment: NaiveDateTime) -> Option<NaiveDateTime> {
    let next = *starts.get(starts.partition_point(|start| *start <= moment))?;
    (next - moment <= NEXT_WITHIN).then_some(next)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::day::SessionFacts;
    use crate::domain::id::SessionId;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    fn date(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn session(start: Option<&str>, end: Option<&str>) -> Session {
        let time = |text: &str| text.parse().expect("a time");
        Session {
            id: SessionId::from(Uuid::nil()),
            position: 1,
            cancelled: false,
            private: false,
            starred: false,
            facts: SessionFacts { start: start.map(time), end: end.map(time), ..SessionFacts::default() },
        }
    }

    fn between(start: &str, end: &str) -> Session {
        session(Some(start), Some(end))
    }

    fn on(day: &str, mut session: Session) -> Session {
        session.facts.date = date(day);
        session
    }

    #[test]
    fn a_session_is_on_from_its_start_until_just_before_its_end() {
        let day = date("2023-03-16");
        let talk = between("10:00:00", "11:00:00");
        assert!(talk.is_on(day, at("2023-03-16T10:00:00")));
        assert!(talk.is_on(day, at("2023-03-16T10:59:59")));
        assert!(!talk.is_on(day, at("2023-03-16T11:00:00")));
        assert!(!talk.is_on(day, at("2023-03-17T10:30:00")));
    }

    #[test]
    fn a_session_past_midnight_is_still_on_the_next_day() {
        let day = date("2023-03-16");
        let party = between("23:00:00", "01:00:00");
        assert!(party.is_on(day, at("2023-03-17T00:30:00")));
        assert!(!party.is_on(day, at("2023-03-16T00:30:00")));
        let until_midnight = between("23:00:00", "00:00:00");
        assert!(until_midnight.is_on(day, at("2023-03-16T23:59:59")));
        assert!(!until_midnight.is_on(day, at("2023-03-17T00:00:00")));
        assert!(!until_midnight.is_on(day, at("2023-03-16T00:00:00")));
    }

    #[test]
    fn a_session_is_on_on_its_own_date_of_several() {
        let talk = on("2023-03-17", between("10:00:00", "11:00:00"));
        assert!(talk.is_on(date("2023-03-16"), at("2023-03-17T10:30:00")));
        assert!(!talk.is_on(date("2023-03-16"), at("2023-03-16T10:30:00")));
    }

    #[test]
    fn a_session_of_the_second_day_without_a_date_is_on_on_the_next_date() {
        let mut talk = between("10:00:00", "11:00:00");
        talk.facts.day = Some(2);
        let day = date("2023-03-16");
        assert_eq!(talk.date(day), date("2023-03-17"));
        assert!(talk.is_on(day, at("2023-03-17T10:30:00")) && !talk.is_on(day, at("2023-03-16T10:30:00")));
        assert!(
            !talk.overlaps(&between("10:00:00", "11:00:00"), None),
            "days apart, though nobody knows when"
        );
        assert_eq!(talk.date(None), None);
        talk.facts.date = date("2023-03-20");
        assert_eq!(talk.date(day), date("2023-03-20"), "its own date counts first");
        talk.facts = SessionFacts { day: Some(u32::MAX), ..SessionFacts::default() };
        assert_eq!(talk.date(day), None, "beyond all calendars");
    }

    #[test]
    fn without_times_or_a_date_nothing_is_on() {
        let day = date("2023-03-16");
        assert!(!session(None, Some("11:00:00")).is_on(day, at("2023-03-16T10:30:00")));
        assert!(!session(Some("10:00:00"), None).is_on(day, at("2023-03-16T10:30:00")));
        assert!(!between("10:00:00", "11:00:00").is_on(None, at("2023-03-16T10:30:00")));
    }

    #[test]
    fn what_is_no_longer_on_the_programme_is_never_on() {
        let gone = Session { cancelled: true, ..between("10:00:00", "11:00:00") };
        assert!(!gone.is_on(date("2023-03-16"), at("2023-03-16T10:30:00")));
    }

    #[test]
    fn the_clock_on_the_wall_counts_when_summer_time_begins_and_ends() {
        // Central European Time: 02:00 became 03:00 on 26 March 2023, and 03:00 became 02:00 on 29 October.
        let through = between("01:30:00", "03:30:00");
        assert!(through.is_on(date("2023-03-26"), at("2023-03-26T03:00:00")), "the minute after 01:59");
        let again = between("02:15:00", "02:45:00");
        for offset in ["+02:00", "+01:00"] {
            let moment: crate::domain::clock::Moment =
                format!("2023-10-29T02:30:00{offset}").parse().expect("a moment");
            assert!(again.is_on(date("2023-10-29"), moment.naive_local()), "{offset}");
        }
    }

    #[test]
    fn next_is_what_begins_first_also_after_midnight_and_on_another_day() {
        let starts = [at("2023-03-16T20:00:00"), at("2023-03-17T00:30:00"), at("2023-03-17T09:00:00")];
        assert_eq!(next_start(&starts, at("2023-03-16T19:00:00")), Some(starts[0]));
        assert_eq!(
            next_start(&starts, at("2023-03-16T20:00:00")),
            Some(starts[1]),
            "what begins is not next"
        );
        assert_eq!(next_start(&starts, at("2023-03-16T23:59:00")), Some(starts[1]));
        assert_eq!(next_start(&starts, at("2023-03-17T00:30:00")), None, "that is tomorrow morning");
        assert_eq!(next_start(&starts, at("2023-03-17T03:00:00")), Some(starts[2]));
        assert_eq!(next_start(&starts, at("2023-03-17T09:00:00")), None);
        assert_eq!(next_start(&[], at("2023-03-17T09:00:00")), None);
    }

    #[test]
    fn sessions_overlap_when_one_begins_before_the_other_ends() {
        let day = date("2023-03-16");
        let morning = between("10:00:00", "11:00:00");
        for (other, is_overlap) in [
            (between("10:30:00", "11:30:00"), true),
            (between("10:15:00", "10:30:00"), true),
            (between("11:00:00", "12:00:00"), false),
            (session(Some("10:30:00"), None), false),
            (on("2023-03-17", between("10:30:00", "11:30:00")), false),
        ] {
            assert_eq!(morning.overlaps(&other, day), is_overlap, "{:?}", other.facts);
            assert_eq!(other.overlaps(&morning, day), is_overlap, "{:?}", other.facts);
        }
        let party = between("23:00:00", "01:00:00");
        let night = on("2023-03-17", between("00:30:00", "02:00:00"));
        assert!(party.overlaps(&night, day) && night.overlaps(&party, day));
        assert!(morning.overlaps(&between("10:30:00", "11:30:00"), None), "a day without a date");
    }
}
