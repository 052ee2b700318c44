//! Times, ranges and lengths in every style.

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
    reads("Tussen 12.00 en 13.00 uur: lunch", "12:00-13:00", ": lunch");
    reads("Rond 14.30 uur: slot", "14:30", ": slot");
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
