//! The days of a programme that are named without a date: by their number, by the day of the week, or by a day of the month.
//!
//! Which dates the text names is found in `facts`.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::import::dates;
use crate::import::text::days::Heading;

/// Gives a day that is named without a month, or by its day of the week alone, its date in the range that the text names:
/// "Programma 12-13 november 2025", "Woensdag 12", "Donderdag".
pub(super) fn within(
    resolved: &mut [Option<NaiveDate>],
    headings: &[Heading],
    range: &RangeInclusive<NaiveDate>,
) {
    for (date, heading) in resolved.iter_mut().zip(headings) {
        let is_dated = heading.date.as_ref().is_some_and(|date| date.weekday.is_some());
        if heading.weekday.is_none() || is_dated {
            continue;
        }
        let agrees = |date: &NaiveDate| {
            dates::agrees(*date, heading.weekday) && heading.of_month.is_none_or(|day| date.day() == day)
        };
        // The first of them may have taken its date from a title that names the range.
        if date.is_none_or(|date| range.contains(&date) && !agrees(&date)) {
            *date = range.start().iter_days().take_while(|date| range.contains(date)).find(agrees).or(*date);
        }
    }
}

/// Gives the days without a date theirs, counted from the first, by number or by day of the week.
pub(super) fn spread(resolved: &mut [Option<NaiveDate>], headings: &[Heading], first: NaiveDate) {
    for (index, (date, heading)) in resolved.iter_mut().zip(headings).enumerate() {
        let by_weekday = heading.weekday.map(|weekday| {
            (i64::from(weekday.num_days_from_monday()) - i64::from(first.weekday().num_days_from_monday()))
                .rem_euclid(7)
        });
        let by_number = heading.number.map(|number| i64::from(number) - 1);
        let days = by_weekday.or(by_number).or_else(|| i64::try_from(index).ok()).unwrap_or(0);
        let follows = || chrono::Duration::try_days(days).and_then(|days| first.checked_add_signed(days));
        *date = date.or_else(follows);
    }
}
