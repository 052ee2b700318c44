//! Times of a written agenda on the clock of 24 hours.
//!
//! Time never runs back within a day. So 1:15 after 12:15 is in the afternoon when nothing in the day is written on a
//! clock of 24 hours, and half past midnight after eleven at night is the next day.

use chrono::NaiveTime;

use crate::import::times::{Clock, Half, Span};

/// What the times of one item turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Resolved {
    /// When it starts.
    pub(super) start: Option<NaiveTime>,
    /// When it ends.
    pub(super) end: Option<NaiveTime>,
    /// It would end before it starts, so the end was left out.
    pub(super) impossible_end: bool,
    /// It starts after the midnight at the end of its day.
    pub(super) after_midnight: bool,
}

const HALF_DAY: u32 = 12 * 60;
const DAY: u32 = 24 * 60;
/// From this hour on an end that lies before its start is after midnight.
const EVENING: u32 = 17 * 60;
/// A programme that starts at one of these hours on a clock of twelve starts in the afternoon.
const AFTERNOON_STARTS: std::ops::RangeInclusive<u32> = 1..=6;

/// The same for a programme that says that it is one of an evening.
const EVENING_STARTS: std::ops::RangeInclusive<u32> = 5..=9;

/// The times of the items of one day, and whether a clock of twelve hours was understood.
pub(super) fn resolve(spans: &[Span], is_twelve: bool, is_evening: bool) -> (Vec<Resolved>, bool) {
    let mut previous: Option<u32> = None;
    let mut midnight_passed = false;
    let mut shifted = false;
    let first_hour = spans.iter().find_map(|span| span.start).map_or(0, |clock| clock.hour);
    let starts_late = is_twelve
        && (AFTERNOON_STARTS.contains(&first_hour) || is_evening && EVENING_STARTS.contains(&first_hour));
    let resolved = spans.iter().map(|span| {
        let start = span.start.map(|clock| {
            let mut minutes = minutes(clock);
            let open = is_twelve && clock.half.is_none() && clock.hour <= 12;
            let late = open && starts_late && clock.hour < 12 && previous.is_none();
            let back = previous.is_some_and(|previous| minutes < previous);
            if open && (late || back) && minutes + HALF_DAY >= previous.unwrap_or(0) {
                minutes += HALF_DAY;
                shifted = true;
            }
            minutes
        });
        if let (Some(start), Some(before)) = (start, previous)
            && start + HALF_DAY < before
        {
            midnight_passed = true;
        }
        let (end, impossible_end) = end(*span, start.or(previous), is_twelve, &mut shifted);
        previous = start.or(previous);
        Resolved {
            start: start.and_then(time),
            end: end.and_then(time),
            impossible_end,
            after_midnight: midnight_passed && start.is_some_and(|start| start < HALF_DAY),
        }
    });
    let resolved = resolved.collect();
    (resolved, shifted)
}

/// Whether the times of a text are on a clock of twelve hours: no hour after twelve, and none with a nought before it.
pub(super) fn is_twelve_hours(spans: &[Span], written: &str) -> bool {
    let clocks: Vec<Clock> = spans.iter().flat_map(|span| [span.start, span.end]).flatten().collect();
    let halves = clocks.iter().any(|clock| clock.half.is_some());
    let small = clocks.iter().all(|clock| clock.hour <= 12);
    let noughts = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 2 && digits.starts_with('0'))
        .count();
    small && (halves || clocks.iter().any(|clock| clock.hour < 10) && noughts < clocks.len())
}

fn end(span: Span, start: Option<u32>, is_twelve: bool, shifted: &mut bool) -> (Option<u32>, bool) {
    let Some(clock) = span.end else {
        return (None, false);
    };
    let mut end = minutes(clock);
    let Some(start) = start else {
        return (Some(end), false);
    };
    if end >= start || clock.hour == 24 {
        return (Some(end), false);
    }
    let open = is_twelve && clock.half.is_none() && clock.hour <= 12;
    if open && end + HALF_DAY >= start {
        end += HALF_DAY;
        *shifted = true;
        return (Some(end), false);
    }
    let past_midnight = span.start.is_some() && start >= EVENING && start - end > HALF_DAY / 2;
    if past_midnight { (Some(end), false) } else { (None, span.start.is_some()) }
}

/// Minutes from midnight.
fn minutes(clock: Clock) -> u32 {
    let hour = match clock.half {
        Some(Half::Am) if clock.hour == 12 => 0,
        Some(Half::Pm) if clock.hour < 12 => clock.hour + 12,
        _ => clock.hour,
    };
    hour * 60 + clock.minute
}

fn time(minutes: u32) -> Option<NaiveTime> {
    let minutes = minutes % DAY;
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::times;

    fn shown(texts: &[&str]) -> (Vec<String>, bool) {
        let spans: Vec<Span> = texts.iter().map(|text| times::leading(text).expect("a time")).collect();
        let (resolved, shifted) = resolve(&spans, is_twelve_hours(&spans, &texts.join(" ")), false);
        let show =
            |time: Option<NaiveTime>| time.map_or(String::new(), |time| time.format("%H:%M").to_string());
        (resolved.iter().map(|one| format!("{}-{}", show(one.start), show(one.end))).collect(), shifted)
    }

    #[test]
    fn time_never_runs_back_on_a_clock_of_twelve_hours() {
        let (times, shifted) = shown(&["8:30", "9:00", "12:15", "1:15", "2:30", "4:00"]);
        assert_eq!(times, ["08:30-", "09:00-", "12:15-", "13:15-", "14:30-", "16:00-"]);
        assert!(shifted);
        assert_eq!(
            shown(&["11:00-12:00", "12:00-1:00", "1:00-2:30"]).0,
            ["11:00-12:00", "12:00-13:00", "13:00-14:30"]
        );
        assert_eq!(shown(&["5:30", "6:00", "8:00"]).0, ["17:30-", "18:00-", "20:00-"]);
    }

    #[test]
    fn a_typing_error_is_not_midnight() {
        let (times, shifted) = shown(&["10.50 – 10.35", "11.25", "13.30"]);
        assert_eq!(times, ["10:50-", "11:25-", "13:30-"]);
        assert!(!shifted);
        assert_eq!(shown(&["22:00-01:00", "01:00-03:00"]).0, ["22:00-01:00", "01:00-03:00"]);
    }

    #[test]
    fn a_time_that_is_written_with_its_half_keeps_it() {
        assert_eq!(shown(&["9:00 am", "1:15 pm", "3:30pm"]).0, ["09:00-", "13:15-", "15:30-"]);
    }
}
