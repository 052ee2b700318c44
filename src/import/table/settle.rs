//! From what the rows say to dates and times: which day "Freitag" is, whether 1:30 is in the afternoon, when a session of
//! ninety minutes ends.
//!
//! Nothing is made up: a session without an end keeps none, and a day that no date is known of is only a number.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::values::{DayMark, Moment};
use crate::domain::day::SessionFacts;
use crate::domain::programme::{Warning, WarningKind};

const DAY: u32 = 24 * 60;

/// A session as a row says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The day, as far as it is said.
    pub day: Option<DayMark>,
    /// The start.
    pub start: Option<Moment>,
    /// The end.
    pub end: Option<Moment>,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// Everything else.
    pub facts: SessionFacts,
}

/// What is known of the days of the whole table.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// Dates that are named outside the rows of sessions, in order.
    pub dates: Vec<NaiveDate>,
}

/// The sessions with their dates and times, in order of time where the rows were in another.
pub(super) fn settle(
    mut drafts: Vec<Draft>,
    around: &Around,
    warnings: &mut Vec<Warning>,
) -> Vec<SessionFacts> {
    afternoons(&mut drafts, warnings);
    let days = Calendar::of(&drafts, around);
    let mut sessions: Vec<SessionFacts> =
        drafts.into_iter().map(|draft| session(draft, &days, warnings)).collect();
    in_order(&mut sessions);
    sessions
}

fn session(draft: Draft, days: &Calendar, warnings: &mut Vec<Warning>) -> SessionFacts {
    let mut facts = draft.facts;
    let next_day = draft.start.is_some_and(|start| start.minutes >= DAY);
    if let Some(mark) = draft.day {
        let date = days.date(mark);
        facts.date = if next_day { date.and_then(|date| date.succ_opt()) } else { date };
        facts.day =
            if date.is_none() { days.number(mark).map(|day| day + u32::from(next_day)) } else { None };
    } else if let Some(date) = days.only {
        facts.date = if next_day { date.succ_opt() } else { Some(date) };
    }
    facts.start = draft.start.and_then(|start| time(start.minutes));
    let by_length = draft.start.zip(draft.minutes).map(|(start, minutes)| start.minutes + minutes);
    let end = draft.end.map(|end| end.minutes).or(by_length);
    facts.end = end.and_then(time);
    if let (Some(start), Some(end), None) =
        (facts.start, facts.end, by_length.filter(|_| draft.end.is_none()))
        && end < start
        && !is_past_midnight(start, end)
    {
        warnings.push(Warning::new(WarningKind::EndBeforeStart, &facts.title));
        facts.end = None;
    }
    facts
}

/// Whether a session that ends at a smaller time than it starts at went on past midnight.
fn is_past_midnight(start: NaiveTime, end: NaiveTime) -> bool {
    let (evening, morning) = (NaiveTime::from_hms_opt(17, 0, 0), NaiveTime::from_hms_opt(8, 0, 0));
    end == NaiveTime::MIN
        || (evening.is_some_and(|from| start >= from) && morning.is_some_and(|until| end <= until))
}

fn time(minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_num_seconds_from_midnight_opt((minutes % DAY) * 60, 0)
}

/// Where the clock runs to twelve only and nobody says am or pm, the hours from one to six are those of the afternoon.
fn afternoons(drafts: &mut [Draft], warnings: &mut Vec<Warning>) {
    let all: Vec<Moment> = drafts.iter().flat_map(|draft| [draft.start, draft.end]).flatten().collect();
    let on_a_clock_of_twelve = all.iter().all(|moment| !moment.is_sure && moment.minutes < 13 * 60);
    let starts = || drafts.iter().filter_map(|draft| draft.start);
    let in_the_morning = starts().any(|start| (7 * 60..13 * 60).contains(&start.minutes));
    let is_small = |moment: Moment| (60..7 * 60).contains(&moment.minutes);
    if !on_a_clock_of_twelve || !in_the_morning || !starts().any(is_small) {
        return;
    }
    warnings.push(Warning::new(WarningKind::TwelveHours, starts().filter(|start| is_small(*start)).count()));
    for moment in drafts.iter_mut().flat_map(|draft| [&mut draft.start, &mut draft.end]).flatten() {
        if is_small(*moment) {
            moment.minutes += 12 * 60;
        }
    }
}

/// What the days of a table come to.
struct Calendar {
    /// `03/04/2025` is in March.
    month_first: bool,
    /// The year of dates without one.
    year: Option<i32>,
    /// The first date of all.
    first: Option<NaiveDate>,
    /// Dates that are named outside the rows.
    around: Vec<NaiveDate>,
    /// The one date that everything is on, where no row says a day.
    only: Option<NaiveDate>,
    /// Days without a date, in the order in which they come.
    numbered: Vec<DayMark>,
}

impl Calendar {
    fn of(drafts: &[Draft], around: &Around) -> Self {
        let marks: Vec<DayMark> = drafts.iter().filter_map(|draft| draft.day).collect();
        let month_first = span(&marks, true) < span(&marks, false);
        let whole = |mark: &DayMark| match *mark {
            DayMark::Date(date) => Some(date),
            DayMark::Either(first, second, year) => ordered(first, second, year, month_first),
            _ => None,
        };
        let dates: BTreeSet<NaiveDate> = marks.iter().filter_map(whole).collect();
        let first = dates.first().or(around.dates.first()).copied();
        let mut numbered: Vec<DayMark> = Vec::new();
        for mark in marks.iter().filter(|mark| whole(mark).is_none()) {
            if !numbered.contains(mark) {
                numbered.push(*mark);
            }
        }
        let one_day = around.dates.first() == around.dates.last();
        Self {
            month_first,
            year: first.map(|date| date.year()),
            first,
            around: around.dates.clone(),
            only: around.dates.first().copied().filter(|_| one_day && marks.is_empty()),
            numbered,
        }
    }

    fn date(&self, mark: DayMark) -> Option<NaiveDate> {
        match mark {
            DayMark::Date(date) => Some(date),
            DayMark::Either(first, second, year) => ordered(first, second, year, self.month_first),
            DayMark::Yearless(day, month) => NaiveDate::from_ymd_opt(self.year?, month, day),
            DayMark::Number(number) => {
                self.around.first()?.checked_add_days(Days::new(u64::from(number.checked_sub(1)?)))
            }
            DayMark::Weekday(weekday) => {
                let first = *self.around.first()?;
                let days = (7 + weekday.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
                first.checked_add_days(Days::new(u64::from(days)))
            }
        }
    }

    /// The number of a day that no date is known of, from 1; none where there is only one such day.
    fn number(&self, mark: DayMark) -> Option<u32> {
        if self.numbered.len() < 2 && self.first.is_none() {
            return None;
        }
        match mark {
            DayMark::Number(number) => Some(number),
            _ => u32::try_from(self.numbered.iter().position(|other| *other == mark)? + 1).ok(),
        }
    }
}

fn ordered(first: u32, second: u32, year: i32, month_first: bool) -> Option<NaiveDate> {
    let (day, month) = if month_first { (second, first) } else { (first, second) };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// How many days lie between the first and the last date, read one way or the other.
fn span(marks: &[DayMark], month_first: bool) -> i64 {
    let dates: Vec<NaiveDate> = marks
        .iter()
        .filter_map(|mark| match *mark {
            DayMark::Date(date) => Some(date),
            DayMark::Either(first, second, year) => ordered(first, second, year, month_first),
            _ => None,
        })
        .collect();
    match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) => (*last - *first).num_days(),
        _ => 0,
    }
}

/// Puts the sessions in order of time, unless they are already; those without a time then come last.
fn in_order(sessions: &mut [SessionFacts]) {
    let key = |session: &SessionFacts| (session.day, session.date, session.start);
    let timed: Vec<_> = sessions.iter().filter(|session| session.start.is_some()).map(key).collect();
    if timed.is_sorted() {
        return;
    }
    sessions.sort_by_key(|session| (session.start.is_none(), key(session)));
}
