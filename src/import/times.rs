//! Clock times and lengths of time as people write them in Dutch, English, German and French.
//!
//! Says what stands there, with its am or pm; whether half past one is in the afternoon when nobody says so is for the
//! reader that sees the whole programme. Dates are in `dates`.

mod length;
#[cfg(test)]
mod tests;
mod written;

use chrono::NaiveTime;

use super::scan::Scan;
use written::{ONWARDS, Shape, Side, clock, prefix, range_end, zone};

pub use length::duration;

/// A time of the clock as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24; at most 12 with a half.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// Which half of the day is written with it.
    pub half: Option<Half>,
}

/// The half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Am,
    /// From noon on.
    Pm,
}

/// A time or a range of times as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it starts; absent in "until 13.30".
    pub start: Option<Clock>,
    /// When it ends; absent where only a start is written.
    pub end: Option<Clock>,
    /// How many bytes of the text it takes.
    pub length: usize,
    /// A word stands before it: "from", "vanaf", "bis".
    pub prefixed: bool,
    /// Written as bare digits (`0930`), which may as well be a year.
    pub digits_only: bool,
}

impl Clock {
    /// The time on the clock of 24 hours. Midnight at the end of a day is 00:00.
    #[must_use]
    pub fn time(self) -> Option<NaiveTime> {
        let hour = match self.half {
            Some(Half::Am) if self.hour == 12 => 0,
            Some(Half::Pm) if self.hour < 12 => self.hour + 12,
            _ if self.hour == 24 => 0,
            _ => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0)
    }
}

/// What makes a number before it an amount.
const AMOUNTS: [&str; 14] =
    ["€", "euro", "euros", "eur", "%", "km", "kg", "m²", "m2", "meter", "million", "miljoen", "mio", "mrd"];

/// The time or range that `text` starts with.
#[must_use]
pub fn leading(text: &str) -> Option<Span> {
    if !may_hold_time(text) {
        return None;
    }
    let mut scan = Scan::new(text);
    let opened = scan.eat(|c| matches!(c, '(' | '['));
    let (side, prefixed) = prefix(&mut scan);
    let first = clock(&mut scan)?;
    let second = if side == Side::End { None } else { range_end(&mut scan, first) };
    let digits_only = first.shape == Shape::Digits;
    if first.shape == Shape::Bare && second.is_none() {
        return None;
    }
    if is_amount(scan) || (second.is_none() && first.shape == Shape::Full && date_follows(scan)) {
        return None;
    }
    if opened.is_some() {
        scan.spaces();
        scan.eat(|c| matches!(c, ')' | ']'));
    }
    zone(&mut scan);
    let mut ahead = scan;
    ahead.spaces();
    if second.is_none() && ahead.word(&ONWARDS).is_some() {
        scan = ahead;
    }
    if scan.on_digit() {
        return None;
    }
    let mut first = first.clock;
    let second = second.map(|second| second.clock);
    if let (None, Some(half), Some(end)) = (first.half, second.and_then(|second| second.half), second) {
        first.half = inherited(first, Clock { half: Some(half), ..end });
    }
    let (start, end) = if side == Side::End { (None, Some(first)) } else { (Some(first), second) };
    Some(Span { start, end, length: scan.at(), prefixed, digits_only })
}

/// Whether a time can stand near the start of `text`: most lines have none, and are asked often.
fn may_hold_time(text: &str) -> bool {
    const REACH: usize = 40;
    let has_digit = text.bytes().take(REACH).any(|byte| byte.is_ascii_digit());
    has_digit
        || text.trim_start().starts_with(['n', 'N', 'm', 'M', '(', '['])
        || text.split_whitespace().take(3).any(|word| word.starts_with(['m', 'M', 'n', 'N']))
}

/// The time or range that `text` is, with nothing else in it.
#[must_use]
pub fn whole(text: &str) -> Option<Span> {
    let text = text.trim();
    let span = leading(text)?;
    let rest = text.get(span.length..)?;
    rest.chars()
        .all(|c| c.is_whitespace() || matches!(c, ':' | '.' | ',' | '-' | '–' | '—' | '…'))
        .then_some(span)
}

/// A time in a cell of its own, where even `18` and `930` are times.
#[must_use]
pub fn of_cell(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    if let Some(span) = whole(text) {
        return span.start.or(span.end).and_then(Clock::time);
    }
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let number: u32 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (hour, minute) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    Clock { hour, minute, half: None }.time()
}

/// Whether the number that was read is an amount of something.
fn is_amount(mut scan: Scan<'_>) -> bool {
    scan.spaces();
    scan.word(&AMOUNTS).is_some()
}

/// Whether `12.10` turns out to be the start of `12.10. – 14.10.2024`.
fn date_follows(mut scan: Scan<'_>) -> bool {
    let dotted = scan.eat(|c| c == '.').is_some();
    scan.spaces();
    if !scan.eat_all(is_dash) {
        return dotted && scan.on_digit();
    }
    scan.spaces();
    let parts =
        [scan.number(2).is_some(), scan.eat(|c| matches!(c, '.' | '/')).is_some(), scan.number(2).is_some()];
    parts.iter().all(|part| *part) && scan.eat(|c| matches!(c, '.' | '/')).is_some()
}

/// The half of a start that only its end says: in "11:30 - 1 pm" it is the morning.
fn inherited(start: Clock, end: Clock) -> Option<Half> {
    let same = Clock { half: end.half, ..start };
    if start.hour > 12 {
        return None;
    }
    match (same.time(), end.time()) {
        (Some(start), Some(end)) if start > end && same.half == Some(Half::Pm) => Some(Half::Am),
        _ => end.half,
    }
}

/// The signs between the start and the end of a range.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '‒' | '‐' | '‑' | '−' | '\u{ad}' | '―')
}
