//! How times are written: the words and signs around them, hours and minutes, units, and the ends of ranges. What a whole
//! time or range is, is in `times`.

use super::{Clock, Half, is_dash};
use crate::import::scan::Scan;

/// Words after which a start follows, longest first.
const FROM: [&str; 48] = [
    "à partir de",
    "a partir de",
    "ab ca.",
    "ab etwa",
    "ab circa",
    "starting at",
    "starting",
    "starts at",
    "start:",
    "start at",
    "beginning at",
    "vanaf ca.",
    "vanaf circa",
    "vanaf",
    "from about",
    "from",
    "between",
    "tussen",
    "rondom",
    "rond",
    "omstreeks",
    "plm.",
    "etwa",
    "environ",
    "zwischen",
    "entre",
    "ab",
    "dès",
    "des",
    "de",
    "van",
    "von",
    "om",
    "um",
    "gegen",
    "vers",
    "at",
    "à",
    "a",
    "circa",
    "ca.",
    "ca",
    "approx.",
    "around",
    "±",
    "~",
    "time:",
    "tijd:",
];

/// Words after which an end follows.
const UNTIL: [&str; 10] =
    ["jusqu'à", "jusqu’à", "jusque", "until", "till", "tot ca.", "tot uiterlijk", "tot", "bis ca.", "bis"];

/// Words between the start and the end of a range.
const BETWEEN: [&str; 14] =
    ["tot en met", "tot", "t/m", "to", "bis", "until", "till", "à", "a", "and", "und", "et", "en", "through"];

/// Words after a time on the clock of 24 hours.
const UNITS: [&str; 10] =
    ["uur", "uhr", "heures", "heure", "hours", "hrs.", "hrs", "hr", "o'clock", "o’clock"];

const AM: [&str; 4] = ["a.m.", "a.m", "am", "a. m."];

const PM: [&str; 4] = ["p.m.", "p.m", "pm", "p. m."];

/// Names of time zones that stand behind times; all of them are of the place of the day.
const ZONES: [&str; 22] = [
    "(cest)", "(cet)", "(utc)", "(gmt)", "(bst)", "(mez)", "(mesz)", "cest", "cet", "utc", "gmt", "bst",
    "ist", "edt", "est", "cdt", "cst", "pdt", "pst", "mesz", "mez", "et",
];

const NOON: [&str; 6] = ["12 noon", "12 midday", "noon", "midday", "midi", "12 uur 's middags"];

const MIDNIGHT: [&str; 6] =
    ["12 midnight", "12:00 midnight", "midnight", "middernacht", "mitternacht", "minuit"];

/// Words behind a start that say that the end is open.
pub(super) const ONWARDS: [&str; 5] = ["onwards", "onward", "en verder", "en later", "et après"];

/// What stands for an end that nobody knows.
const OPEN_ENDS: [&str; 11] =
    ["…", "...", "??", "?", "xx", "open end", "open ende", "late", "laat", "einde", "ende"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Start,
    End,
}

/// How a time is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// With minutes, a unit or a name.
    Full,
    /// An hour alone.
    Bare,
    /// Three or four digits.
    Digits,
}

#[derive(Clone, Copy)]
pub(super) struct Written {
    /// The time.
    pub(super) clock: Clock,
    /// How it is written.
    pub(super) shape: Shape,
}

pub(super) fn prefix(scan: &mut Scan<'_>) -> (Side, bool) {
    scan.spaces();
    let mut side = Side::Start;
    let mut prefixed = false;
    for _ in 0..2 {
        if scan.word(&UNTIL).is_some() {
            side = Side::End;
        } else if scan.word(&FROM).is_none() {
            break;
        }
        prefixed = true;
        scan.spaces();
    }
    (side, prefixed)
}

pub(super) fn clock(scan: &mut Scan<'_>) -> Option<Written> {
    let full = |hour, minute, half| Written { clock: Clock { hour, minute, half }, shape: Shape::Full };
    if scan.word(&NOON).is_some() {
        return Some(full(12, 0, None));
    }
    if scan.word(&MIDNIGHT).is_some() {
        return Some(full(24, 0, None));
    }
    let mut ahead = *scan;
    let (number, digits) = ahead.number(4)?;
    let (hour, minute, mut shape) = if digits <= 2 {
        match minutes(&mut ahead) {
            Some(minute) => (number, minute, Shape::Full),
            None => (number, 0, Shape::Bare),
        }
    } else {
        (number / 100, number % 100, Shape::Digits)
    };
    if ahead.on_digit() {
        return None;
    }
    let unit = unit(&mut ahead);
    if let Unit::Half(_) | Unit::Word = unit {
        shape = Shape::Full;
    }
    let half = if let Unit::Half(half) = unit { Some(half) } else { None };
    let hours = if half.is_some() { 1..=12 } else { 0..=24 };
    // Half past nine glued to a word is no time ("9.30a"), but "16.00uReceptie" and "9.30Opening" are.
    let torn = ahead.peek().is_some_and(|c| c.is_lowercase() || matches!(c, '%' | '€' | '/' | '°'));
    let exists = hours.contains(&hour) && minute < 60 && (hour < 24 || minute == 0);
    if !exists || (torn && unit == Unit::None && !ahead.rest().starts_with("uur")) {
        return None;
    }
    *scan = ahead;
    Some(Written { clock: Clock { hour, minute, half }, shape })
}

/// The minutes behind an hour, with what parts them; seconds are stepped over.
fn minutes(scan: &mut Scan<'_>) -> Option<u32> {
    let mut ahead = *scan;
    let spaced = ahead.spaces();
    let sign = ahead.eat(|c| matches!(c, ':' | '.' | 'h' | 'H' | 'u' | 'U' | '︰' | '：'))?;
    let is_letter = sign.is_alphabetic();
    if spaced && !is_letter {
        return None;
    }
    // "10 h 30" and "10h 30" are French for half past ten; "10u 30 deelnemers" is not.
    if matches!(sign, 'h' | 'H') {
        ahead.spaces();
    }
    let (minute, digits) = ahead.number(4)?;
    if digits != 2 || minute > 59 {
        return None;
    }
    if sign == ':' {
        let mut seconds = ahead;
        if seconds.eat(|c| c == ':').is_some() && seconds.number(2).is_some_and(|(_, digits)| digits == 2) {
            ahead = seconds;
        }
    }
    let mut beyond = ahead;
    if beyond.eat(|c| matches!(c, '.' | ',')).is_some() && beyond.on_digit() {
        return None;
    }
    *scan = ahead;
    Some(minute)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    None,
    Word,
    Half(Half),
}

fn unit(scan: &mut Scan<'_>) -> Unit {
    let mut ahead = *scan;
    let spaced = ahead.spaces();
    let unit = if ahead.word(&AM).is_some() {
        Unit::Half(Half::Am)
    } else if ahead.word(&PM).is_some() {
        Unit::Half(Half::Pm)
    } else if ahead.word(&UNITS).is_some() || letter_unit(&mut ahead, spaced) {
        Unit::Word
    } else {
        return Unit::None;
    };
    *scan = ahead;
    unit
}

/// `u`, `h`, `u.`, also glued to the title that follows ("16.00uReceptie").
fn letter_unit(scan: &mut Scan<'_>, spaced: bool) -> bool {
    let mut ahead = *scan;
    if ahead.eat(|c| matches!(c, 'u' | 'h') || (!spaced && matches!(c, 'U' | 'H'))).is_none() {
        return false;
    }
    if ahead
        .peek()
        .is_some_and(|c| c.is_lowercase() || (spaced && c.is_alphabetic()) || matches!(c, '\'' | '’'))
    {
        return false;
    }
    let mut dotted = ahead;
    if dotted.eat(|c| c == '.').is_some() && dotted.eat(|c| c == '.').is_none() {
        ahead = dotted;
    }
    *scan = ahead;
    true
}

/// The end of a range that started with `first`, or an end that is left open.
pub(super) fn range_end(scan: &mut Scan<'_>, first: Written) -> Option<Written> {
    let mut ahead = *scan;
    zone(&mut ahead);
    let spaced = ahead.spaces();
    let dashed = ahead.eat_all(is_dash) || ahead.eat(|c| matches!(c, '/' | '→' | '>' | '~')).is_some();
    if !dashed && ahead.word(&BETWEEN).is_none() {
        return None;
    }
    let spaced = ahead.spaces() || spaced;
    for word in ["ca.", "circa", "ongeveer", "tot", "bis"] {
        if ahead.word(&[word]).is_some() {
            ahead.spaces();
        }
    }
    if dashed && open_end(&mut ahead) {
        *scan = ahead;
        return None;
    }
    let second = clock(&mut ahead)?;
    let fits = match (first.shape, second.shape) {
        (Shape::Bare | Shape::Full, Shape::Full) | (Shape::Digits, Shape::Digits) => true,
        (Shape::Full, Shape::Bare) => {
            dashed && !spaced && second.clock.hour > first.clock.hour && !ahead.on_letter()
        }
        _ => false,
    };
    if !fits {
        return None;
    }
    *scan = ahead;
    Some(second)
}

/// "19:00 – …", "20:00 - open end", "19.00 -" with nothing behind it.
fn open_end(scan: &mut Scan<'_>) -> bool {
    let mut ahead = *scan;
    if ahead.peek().is_none_or(|c| matches!(c, '|' | ')' | ':')) {
        return true;
    }
    let Some(word) = ahead.word(&OPEN_ENDS) else {
        return false;
    };
    // "17.00 – Einde" is called so; "20.00 – einde: borrel" has an open end.
    let is_title = word.starts_with(char::is_alphabetic) && {
        ahead.spaces();
        !ahead.peek().is_some_and(|c| c.is_uppercase() || matches!(c, ':' | '|' | ')'))
    };
    if is_title {
        return false;
    }
    *scan = ahead;
    true
}

pub(super) fn zone(scan: &mut Scan<'_>) {
    let mut ahead = *scan;
    ahead.spaces();
    // In capitals only: "et" and "est" are words.
    let capitals = ahead.rest().chars().take_while(|c| c.is_alphabetic() || *c == '(').collect::<String>();
    if capitals.chars().any(char::is_lowercase) || ahead.word(&ZONES).is_none() {
        return;
    }
    *scan = ahead;
}
