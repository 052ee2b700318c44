//! Lengths of time as people write them: minutes, hours, or both.

use crate::import::scan::Scan;

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
