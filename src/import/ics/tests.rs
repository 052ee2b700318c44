//! Tests of whole calendars.

use super::*;
use crate::domain::day::SessionKind;

fn calendar(inside: &str) -> Programme {
    read(format!("BEGIN:VCALENDAR\n{inside}\nEND:VCALENDAR\n").as_bytes()).expect("a calendar")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

/// Date, start, end and title of every session.
fn rows(programme: &Programme) -> Vec<String> {
    let row = |session: &SessionFacts| {
        let time = |time: Option<chrono::NaiveTime>| {
            time.map_or("-".to_owned(), |time| time.format("%H:%M").to_string())
        };
        let date = session.date.map_or("-".to_owned(), |date| date.format("%m-%d").to_string());
        format!("{date} {} {} {}", time(session.start), time(session.end), session.title)
    };
    programme.sessions.iter().map(row).collect()
}

#[test]
fn everything_but_a_title_may_be_absent() {
    let programme = calendar(&[event("SUMMARY:Los"), event("UID:1\nLOCATION:Zaal")].concat());
    assert_eq!(rows(&programme), ["- - - Los"]);
    assert_eq!((programme.left_out[0].line, programme.left_out[0].reason), (5, Reason::NoTitle));
    assert!(read(b"SUMMARY:Los").is_err());
    assert!(calendar("").sessions.is_empty());
}

#[test]
fn times_are_shown_on_the_clock_of_the_calendar() {
    let programme = calendar(&format!(
        "X-WR-CALNAME:Wijkdag\nX-WR-TIMEZONE:Europe/Amsterdam\n{}{}{}",
        event("SUMMARY:Twee\nDTSTART:20240501T090000Z\nDURATION:PT30M"),
        event("SUMMARY:Een\nDTSTART:20240501T080000Z\nDTEND:20240501T084500Z"),
        event("SUMMARY:Nacht\nDTSTART:20240501T220000Z\nDTEND:20240501T233000Z"),
    ));
    assert_eq!(
        rows(&programme),
        ["05-01 10:00 10:45 Een", "05-01 11:00 11:30 Twee", "05-02 00:00 01:30 Nacht"]
    );
    assert_eq!(
        (programme.day.title.as_str(), programme.day.timezone.as_deref()),
        ("Wijkdag", Some("Europe/Amsterdam"))
    );
    assert_eq!(programme.day.last_date, "2024-05-02".parse().ok());
    assert!(programme.warnings.is_empty(), "{:?}", programme.warnings);
}

#[test]
fn utc_without_a_place_and_zones_that_nobody_knows_are_said() {
    let utc = calendar(&event("SUMMARY:Een\nDTSTART:20240501T080000Z"));
    assert_eq!(rows(&utc), ["05-01 08:00 - Een"]);
    assert_eq!(utc.warnings[0].kind, WarningKind::TimeZone);
    let unknown = calendar(&event("SUMMARY:Een\nDTSTART;TZID=Nergens:20240501T080000"));
    assert_eq!(rows(&unknown), ["05-01 08:00 - Een"]);
    assert_eq!(unknown.warnings[0].subject, "Nergens");
}

#[test]
fn whole_days_have_no_time() {
    let programme =
        calendar(&event("SUMMARY:Congres\nDTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240503"));
    assert_eq!(rows(&programme), ["05-01 - - Congres"]);
}

#[test]
fn repetitions_stay_within_the_days_and_changed_ones_take_their_place() {
    let programme = calendar(
        &[
            event("UID:a\nSUMMARY:Ontbijt\nDTSTART:20240501T080000\nDTEND:20240501T090000\nRRULE:FREQ=DAILY\nEXDATE:20240502T080000"),
            event("UID:a\nRECURRENCE-ID:20240503T080000\nSEQUENCE:4\nSUMMARY:Laat ontbijt\nDTSTART:20240503T100000"),
            event("UID:b\nSUMMARY:Slot\nDTSTART:20240504T150000"),
        ]
        .concat(),
    );
    assert_eq!(
        rows(&programme),
        [
            "05-01 08:00 09:00 Ontbijt",
            "05-03 10:00 - Laat ontbijt",
            "05-04 08:00 09:00 Ontbijt",
            "05-04 15:00 - Slot"
        ]
    );
    assert_eq!(programme.warnings[0].kind, WarningKind::Repetition);
    let ids: Vec<&str> =
        programme.sessions.iter().filter_map(|session| session.external_id.as_deref()).collect();
    assert_eq!(ids, ["a/20240501", "a/20240503", "a/20240504", "b"]);
}

#[test]
fn one_id_for_many_events_is_completed() {
    let programme = calendar(
        &[
            event("UID:7\nSUMMARY:Een\nDTSTART:20240501T080000"),
            event("UID:7\nSUMMARY:Twee\nDTSTART:20240501T080000"),
        ]
        .concat(),
    );
    assert_eq!(programme.sessions[0].external_id.as_deref(), Some("7/20240501T0800/Een"));
    assert_eq!(programme.sessions.len(), 2);
    assert!(programme.warnings.is_empty());
}

#[test]
fn what_is_cancelled_says_so() {
    let programme = calendar(&[event("SUMMARY:Een\nSTATUS:CANCELLED"), event("SUMMARY:Twee")].concat());
    let cancelled: Vec<bool> = programme.sessions.iter().map(|session| session.cancelled).collect();
    assert_eq!(cancelled, [true, false]);
    assert!(calendar(&format!("METHOD:CANCEL\n{}", event("SUMMARY:Een"))).sessions[0].cancelled);
}

#[test]
fn descriptions_categories_and_places_arrive() {
    let programme = calendar(
        &[
            event("SUMMARY:Vraag &amp; antwoord\nDESCRIPTION:<p>Een<br>twee</p>\nCATEGORIES:Workshop,Zaal\\, groot\nLOCATION:Hal\\, Plein 1"),
            event("SUMMARY:Lunch\nX-ALT-DESC;FMTTYPE=text/html:<b>Soep</b>\nLOCATION:Hal\\, Plein 1"),
        ]
        .concat(),
    );
    let [first, lunch] = programme.sessions.as_slice() else { panic!("{programme:?}") };
    assert_eq!((first.title.as_str(), first.summary.as_deref()), ("Vraag & antwoord", Some("Een\ntwee")));
    assert_eq!((first.track.as_deref(), first.kind), (Some("Workshop, Zaal, groot"), SessionKind::Workshop));
    assert_eq!((lunch.summary.as_deref(), lunch.kind), (Some("Soep"), SessionKind::Lunch));
    assert_eq!(programme.day.place.as_deref(), Some("Hal, Plein 1"));
}

#[test]
fn a_calendar_that_stops_in_the_middle_gives_what_came_before() {
    let programme =
        read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Een\nEND:VEVENT\nBEGIN:VEVENT\nSUMM").expect("a part");
    assert_eq!(rows(&programme), ["- - - Een"]);
    assert_eq!(programme.warnings[0].kind, WarningKind::CutShort);
}

#[test]
fn a_programme_in_the_description_of_the_only_event_is_read() {
    let description =
        r"Programma\n\n09.30 uur Inloop\n10.00 uur Welkom\, door Noor de Wit\n10.30 uur Pauze\n\nTot dan!";
    let lines =
        format!("SUMMARY:Wijkdag\nDTSTART:20240501T093000\nLOCATION:Stadhuis\nDESCRIPTION:{description}");
    let programme = calendar(&event(&lines));
    assert_eq!(programme.sessions.len(), 3, "{programme:?}");
    assert_eq!(programme.sessions[0].start, "09:30:00".parse().ok());
    assert_eq!(programme.sessions[0].date, "2024-05-01".parse().ok());
    assert_eq!((programme.day.title.as_str(), programme.day.place.as_deref()), ("Wijkdag", Some("Stadhuis")));
    assert_eq!(programme.format, "ics");
}
