//! Clock times and lengths of time as people write them in Dutch, English, German and French.
//!
//! Says what stands there, with its am or pm; whether half past one is in the afternoon when nobody says so is for the
//! reader that sees the whole programme. Dates are in `dates`.

use chrono::NaiveTime;

use super::scan::Scan;

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

/// Words after which a start follows, longest first.
const FROM: [&str; 41] = [
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
/// What makes a number before it an amount.
const AMOUNTS: [&str; 14] =
    ["€", "euro", "euros", "eur", "%", "km", "kg", "m²", "m2", "meter", "million", "miljoen", "mio", "mrd"];
/// Words behind a start that say that the end is open.
const ONWARDS: [&str; 5] = ["onwards", "onward", "en verder", "en later", "et après"];
/// What stands for an end that nobody knows.
const OPEN_ENDS: [&str; 11] =
    ["…", "...", "??", "?", "xx", "open end", "open ende", "late", "laat", "einde", "ende"];

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

/// A length of time in minutes: `20 min`, `45'`, `1h30`, `1:30`, `1,5 uur`, `2 hours`.
#[must_use]
pub fn duration(text: &str) -> Option<u32> {
    const HOURS: [&str; 10] =
        ["uur", "uren", "stunden", "stunde", "std.", "std", "heures", "heure", "hours", "hour"];
    const MINUTES: [&str; 12] =
        ["minuten", "minutes", "minute", "minuut", "mins", "min.", "min", "minuti", "m", "'", "’", "′"];
    let mut scan = Scan::new(text.trim());
    scan.word(&["ca.", "ca", "circa", "approx.", "±", "~"]);
    scan.spaces();
    let (number, _) = scan.number(4)?;
    let ends = |scan: &mut Scan<'_>| {
        scan.eat(|c| c == '.');
        scan.rest().is_empty()
    };
    if scan.eat(|c| c == ':').is_some() {
        let (minutes, digits) = scan.number(2)?;
        return (digits == 2 && minutes < 60 && scan.rest().is_empty())
            .then(|| number.saturating_mul(60).saturating_add(minutes));
    }
    let fraction = match scan.eat(|c| matches!(c, ',' | '.')) {
        Some(_) => scan.number(1)?.0.saturating_mul(6),
        None => 0,
    };
    scan.spaces();
    if scan.word(&MINUTES).is_some() {
        return (fraction == 0 && ends(&mut scan)).then_some(number);
    }
    let is_hours = scan.word(&HOURS).is_some() || scan.eat(|c| matches!(c, 'h' | 'u' | 'H')).is_some();
    if !is_hours {
        return None;
    }
    scan.spaces();
    let minutes = scan.number(2).map_or(0, |(minutes, _)| minutes);
    scan.spaces();
    scan.word(&MINUTES);
    let total = number.saturating_mul(60).saturating_add(fraction).saturating_add(minutes);
    ends(&mut scan).then_some(total)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// How a time is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// With minutes, a unit or a name.
    Full,
    /// An hour alone.
    Bare,
    /// Three or four digits.
    Digits,
}

#[derive(Clone, Copy)]
struct Written {
    clock: Clock,
    shape: Shape,
}

fn prefix(scan: &mut Scan<'_>) -> (Side, bool) {
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

fn clock(scan: &mut Scan<'_>) -> Option<Written> {
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
fn range_end(scan: &mut Scan<'_>, first: Written) -> Option<Written> {
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

fn zone(scan: &mut Scan<'_>) {
    let mut ahead = *scan;
    ahead.spaces();
    // In capitals only: "et" and "est" are words.
    let capitals = ahead.rest().chars().take_while(|c| c.is_alphabetic() || *c == '(').collect::<String>();
    if capitals.chars().any(char::is_lowercase) || ahead.word(&ZONES).is_none() {
        return;
    }
    *scan = ahead;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(String, String)> {
        let span = leading(text)?;
        let show = |clock: Option<Clock>| {
            let time = clock.map(|clock| clock.time().expect("an existing time"));
            time.map_or(String::new(), |time| time.format("%H:%M").to_string())
        };
        let rest = text.get(span.length..).expect("a length inside the text");
        let times = match (span.start, span.end) {
            (start, None) => show(start),
            (start, end) => format!("{}-{}", show(start), show(end)),
        };
        Some((times, rest.to_owned()))
    }

    #[track_caller]
    fn reads(text: &str, times: &str, rest: &str) {
        assert_eq!(shown(text), Some((times.to_owned(), rest.to_owned())), "{text}");
    }

    #[test]
    fn a_time_in_every_style() {
        reads("09:30 Opening", "09:30", " Opening");
        reads("9.30 uur: inloop", "09:30", ": inloop");
        reads("19.00uur: inloop", "19:00", ": inloop");
        reads("11u45 Wat doet", "11:45", " Wat doet");
        reads("11.25 u. Pauze", "11:25", " Pauze");
        reads("10 h 30 Pause", "10:30", " Pause");
        reads("9h Accueil", "09:00", " Accueil");
        reads("13.30 Uhr Begrüßung", "13:30", " Begrüßung");
        reads("9 Uhr Anfang", "09:00", " Anfang");
        reads("12 noon Lunch", "12:00", " Lunch");
        reads("7pm: doors", "19:00", ": doors");
        reads("7:15 p.m. doors", "19:15", " doors");
        reads("12:15 am bus", "00:15", " bus");
        reads("24:00 Schluss", "00:00", " Schluss");
        reads("09:30:00 Start", "09:30", " Start");
        reads("(9.30) Start", "09:30", " Start");
        reads("10:00 CET Start", "10:00", " Start");
    }

    #[test]
    fn a_range_in_every_style() {
        reads("19.00 – 19.30 uur: inloop", "19:00-19:30", ": inloop");
        reads("10.30- 11.15 Zaal", "10:30-11:15", " Zaal");
        reads("9-10 Uhr Start", "09:00-10:00", " Start");
        reads("08.45u - 09.15u | Onthaal", "08:45-09:15", " | Onthaal");
        reads("14.30u - 16.00uReceptie", "14:30-16:00", "Receptie");
        reads("9h45-10h30 ► Table", "09:45-10:30", " ► Table");
        reads("de 9h à 9h30 : café", "09:00-09:30", " : café");
        reads("van 9.30 tot 10.00 uur inloop", "09:30-10:00", " inloop");
        reads("9.30 uur tot 10.00 uur inloop", "09:30-10:00", " inloop");
        reads("1:00-2:30pm Lunch", "13:00-14:30", " Lunch");
        reads("11:30 - 1 pm Lunch", "11:30-13:00", " Lunch");
        reads("9-10am Talk", "09:00-10:00", " Talk");
        reads("10:00-12 Lunch", "10:00-12:00", " Lunch");
        reads("0930-1000 Coffee", "09:30-10:00", " Coffee");
        reads("[09:00–09:15] Hi", "09:00-09:15", " Hi");
    }

    #[test]
    fn one_side_of_a_range() {
        reads("Bis 13.30 Uhr Anreise", "-13:30", " Anreise");
        reads("ab 18.30 Uhr Essen", "18:30", " Essen");
        reads("A 16h : conclusion", "16:00", " : conclusion");
        reads("From 3:30pm drinks", "15:30", " drinks");
        reads("4pm onwards: bowling", "16:00", ": bowling");
        reads("19:00-… | Dinner", "19:00", " | Dinner");
        reads("20.00 – einde: borrel", "20:00", ": borrel");
        reads("17.00 – Einde", "17:00", " – Einde");
        reads("19:00 –", "19:00", "");
    }

    #[test]
    fn numbers_that_are_no_times() {
        for text in [
            "4 à 6 ateliers",
            "5 à 7",
            "5 Minutes (Max)",
            "2019-2022 in cijfers",
            "12.03.2024",
            "12.10. - 14.10.2024",
            "20 & 21 mei",
            "25:00 x",
            "9.75 x",
            "1.351 mensen",
            "9.50 euro",
            "10.30% meer",
            "70 % zegt",
            "3 oktober",
            "3.5 keer",
            "2024",
            "1e ronde",
        ] {
            let span = leading(text);
            assert!(span.is_none_or(|span| span.digits_only), "{text}: {span:?}");
        }
    }

    #[test]
    fn a_title_may_start_with_a_number() {
        reads("10:00 - 5 tips voor", "10:00", " - 5 tips voor");
        reads("10:00 - 12 redenen", "10:00", " - 12 redenen");
        reads("9u 30 deelnemers", "09:00", " 30 deelnemers");
    }

    #[test]
    fn a_cell_may_hold_an_hour_alone() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        assert_eq!(of_cell("18"), time(18, 0));
        assert_eq!(of_cell("930"), time(9, 30));
        assert_eq!(of_cell("900.0"), time(9, 0));
        assert_eq!(of_cell("2:00 p.m."), time(14, 0));
        assert_eq!(of_cell("Zaal 3"), None);
        assert_eq!(of_cell("2575"), None);
    }

    #[test]
    fn lengths_of_time() {
        for (text, minutes) in [
            ("20 min", 20),
            ("45'", 45),
            ("1h30", 90),
            ("1:30", 90),
            ("1,5 uur", 90),
            ("2 hours", 120),
            ("10 Min.", 10),
            ("ca. 5 minuten", 5),
        ] {
            assert_eq!(duration(text), Some(minutes), "{text}");
        }
        for text in ["", "20", "min", "20 mensen", "1:75"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
