//! Programmes in files that were written for machines: calendars, schedules, exports.
//!
//! The fixtures are one file per kind of program that writes them, with invented people, and always run. The tests of real
//! files read `../shared/programmes` and say that they are skipped where it is absent.

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "the size of a test's text does not matter"
)]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use plenair::domain::day::SessionFacts;
use plenair::domain::problem::ProblemKind;
use plenair::domain::programme::{Programme, Reason, WarningKind};
use plenair::import;
use serde_json::Value;

/// Every fixture with its format and its sessions: date, start, end, title and room.
const FIXTURES: [(&str, &str, &[&str]); 14] = [
    (
        "frab.xml",
        "frab-xml",
        &[
            "08-09 10:00-10:30 Opening van het kamp @Tent A",
            "08-10 00:30-02:00 Nachtfilm @Tent A",
            "08-10 11:00- CANCELLED: Vliegeren @Veld",
            "08-10 12:00-18:00 Solderen voor beginners @Veld",
        ],
    ),
    (
        "pentabarf.xml",
        "frab-xml",
        &["02-04 09:00-09:50 Réseaux & libertés @Salle 1", "02-05 01:15-02:00 Dernière valse @Salle 1"],
    ),
    (
        "wafer.xml",
        "frab-xml",
        &["09-10 10:00-10:45 Opening @Anamudi", "09-11 01:30-02:30 Late night @Anamudi"],
    ),
    (
        "pretalx.json",
        "schedule-json",
        &[
            "03-30 09:30-10:00 Welkom @Grote zaal",
            "03-30 09:30-11:00 Buurt in kaart @Achterkamer",
            "03-31 10:00-10:45 Zomertijd @Grote zaal",
        ],
    ),
    (
        "hub.json",
        "schedule-json",
        &["12-27 10:30-11:00 Opening @Saal 1", "12-28 00:15-00:55 Nachtgesprek @Saal 1"],
    ),
    (
        "indico.json",
        "indico-json",
        &["09-15 08:00-08:15 Opening", "09-16 16:10-16:30 Testen voor iedereen @A", "- - Poster zonder tijd"],
    ),
    (
        "sessionize-all.json",
        "sessionize-json",
        &[
            "05-10 09:55-10:40 Netwerk in de wolken @Zaal 12",
            "05-10 12:00-13:00 Lunch @Plenair",
            "- - Nog niet ingedeeld",
        ],
    ),
    (
        "sessionize-grid.json",
        "sessionize-json",
        &[
            "05-10 09:00-09:30 Opening @Plenair",
            "05-10 09:30-10:15 Netwerk in de wolken @Plenair",
            "05-10 09:30-10:15 Parallel @Zaal 12",
        ],
    ),
    (
        "google.ics",
        "ics",
        &[
            "05-02 - Tweedaagse Oosterhaven",
            "05-02 10:00-10:30 Ochtendstart @Foyer",
            "05-03 10:00-10:30 Ochtendstart @Foyer",
            "05-03 14:00-15:00 Slot en borrel @Zaal 1, eerste verdieping",
        ],
    ),
    (
        "outlook.ics",
        "ics",
        &[
            "05-07 09:00-09:30 Overleg met een lange titel die over de rand van de regel gaat @Stadhuis",
            "05-07 10:00-11:00 Vervolg @Stadhuis",
        ],
    ),
    (
        "sched.ics",
        "ics",
        &[
            "05-07 14:00-15:00 Hands-on met kaarten (Emma de Wit, Thomas Kok) @Room 2, 1 Plein, Stad",
            "05-07 15:00-16:00 Keynote: What holds @Main hall, 1 Plein, Stad",
        ],
    ),
    (
        "nextcloud.ics",
        "ics",
        &[
            "05-07 19:00-20:30 Stammtisch",
            "05-15 20:00-21:00 Stammtisch (verplaatst)",
            "05-21 19:00-20:30 Stammtisch",
        ],
    ),
    (
        "invitation.ics",
        "ics",
        &[
            "05-16 09:30- Inloop met koffie",
            "05-16 10:00- Welkom",
            "05-16 10:30- Pauze",
            "05-16 11:00- Ronde langs de tafels",
        ],
    ),
    ("empty.ics", "ics", &[]),
];

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_fixture(name: &str) -> Programme {
    import::read(&fixture(name)).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn row(session: &SessionFacts) -> String {
    let date = session.date.map_or("-".to_owned(), |date| date.format("%m-%d").to_string());
    let time = |time: Option<chrono::NaiveTime>| {
        time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    };
    let room = session.room.as_ref().map(|room| format!(" @{room}")).unwrap_or_default();
    format!("{date} {}-{} {}{room}", time(session.start), time(session.end), session.title)
}

fn speakers(session: &SessionFacts) -> Vec<&str> {
    session.speakers.iter().map(|speaker| speaker.name.as_str()).collect()
}

#[test]
fn every_fixture_gives_its_sessions() {
    for (name, format, rows) in FIXTURES {
        let programme = read_fixture(name);
        assert_eq!(programme.format, format, "{name}");
        let read: Vec<String> = programme.sessions.iter().map(row).collect();
        assert_eq!(read, rows, "{name}");
    }
}

#[test]
fn files_whose_lines_end_with_a_carriage_return_alone_give_their_sessions() {
    let of_mac = |text: &str| import::read(text.replace('\n', "\r").as_bytes()).expect("a programme");
    let texts = [
        ("text", "Programma 16 maart 2023\n9.00 uur Welkom\n10.00 uur Lezing\n"),
        ("csv", "Datum;Tijd;Titel\n16-3-2023;9:00;Welkom\n16-3-2023;10:00;Lezing\n"),
        (
            "ics",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20230316T090000\nSUMMARY:Wel\n kom\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20230316T100000\nSUMMARY:Lezing\nEND:VEVENT\nEND:VCALENDAR\n",
        ),
    ];
    for (format, text) in texts {
        let programme = of_mac(text);
        let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!((programme.format, titles), (format, vec!["Welkom", "Lezing"]));
        let days = programme.sessions.iter().map(|session| session.date.or(programme.day.date));
        assert!(days.into_iter().all(|day| day == NaiveDate::from_ymd_opt(2023, 3, 16)), "{format}");
    }
    let cut = of_mac("Titel;Start\nWelkom;9:30\n;10:00\nSlot;16:00\n");
    assert_eq!(cut.left_out.iter().map(|left| left.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn what_the_files_say_about_the_day_arrives() {
    let of = |name: &str| {
        let day = read_fixture(name).day;
        let dates =
            [day.date, day.last_date].map(|date| date.map_or("-".to_owned(), |date| date.to_string()));
        let texts = [Some(day.title), day.place, day.timezone].map(|text| text.unwrap_or("-".to_owned()));
        [texts.join(" | "), dates.join(" | ")].join(" | ")
    };
    assert_eq!(of("frab.xml"), "Zomerkamp 2024 | - | Europe/Amsterdam | 2024-08-09 | 2024-08-10");
    assert_eq!(of("pentabarf.xml"), "Journées du libre | Ferme rose, Uccle | - | 2023-02-04 | -");
    assert_eq!(of("pretalx.json"), "Wijkcongres | - | Europe/Amsterdam | 2024-03-30 | 2024-03-31");
    assert_eq!(
        of("indico.json"),
        "Werkconferentie | Hotel Zuid, Plein 1 | Europe/Warsaw | 2021-09-15 | 2021-09-16"
    );
    assert_eq!(of("google.ics"), "Tweedaagse | - | Europe/Amsterdam | 2024-05-02 | 2024-05-03");
    assert_eq!(
        of("invitation.ics"),
        "Netwerkdag Oosterhaven | Stadhuis Oosterhaven | Europe/Amsterdam | 2024-05-16 | -"
    );
}

#[test]
fn speakers_come_with_their_function_and_without_their_address() {
    let frab = read_fixture("frab.xml");
    assert_eq!(speakers(&frab.sessions[0]), ["Noor de Wit"]);
    let pretalx = read_fixture("pretalx.json");
    assert_eq!(speakers(&pretalx.sessions[1]), ["Bram Kok", "Aïcha El Idrissi"]);
    let indico = read_fixture("indico.json");
    assert_eq!(speakers(&indico.sessions[0]), ["Bram Kok"]);
    assert_eq!(indico.sessions[1].speakers[0].role.as_deref(), Some("Stad"));
    let sched = read_fixture("sched.ics");
    assert_eq!(speakers(&sched.sessions[0]), ["Emma de Wit", "Thomas Kok"]);
    assert_eq!(speakers(&sched.sessions[1]), ["Noor de Wit", "Bram Kok"]);
    for (name, ..) in FIXTURES {
        assert!(
            read_fixture(name).sessions.iter().flat_map(speakers).all(|name| !name.contains("example.org")),
            "{name}"
        );
    }
}

#[test]
fn ids_that_collide_and_sessions_that_are_cancelled_are_kept_and_said() {
    let frab = read_fixture("frab.xml");
    assert!(frab.warnings.iter().any(|warning| warning.kind == WarningKind::SameId));
    let cancelled =
        |programme: &Programme| programme.sessions.iter().filter(|session| session.cancelled).count();
    assert_eq!((cancelled(&frab), cancelled(&read_fixture("google.ics"))), (1, 1));
}

#[test]
fn what_was_not_understood_is_listed() {
    let pieces: Vec<_> = read_fixture("pentabarf.xml").left_out;
    assert_eq!((pieces.len(), pieces[0].line, pieces[0].reason), (1, 27, Reason::NoTitle));
    let dangling = read_fixture("sessionize-all.json").left_out;
    assert_eq!((dangling.len(), dangling[0].reason), (1, Reason::Dangling));
    let google = read_fixture("google.ics").warnings;
    assert!(google.iter().any(|warning| warning.kind == WarningKind::Repetition), "{google:?}");
}

#[test]
fn a_second_reading_gives_the_same() {
    for (name, ..) in FIXTURES {
        assert_eq!(read_fixture(name), read_fixture(name), "{name}");
    }
}

/// Reads `bytes` as whatever they look like and as `format`. Neither may panic; both are bounded.
fn survives(bytes: &[u8], format: &str) {
    let format = import::Format::from_name(format).expect("a format");
    for read in [import::read(bytes), import::read_as(bytes, format)] {
        match read {
            Ok(programme) => {
                assert!(programme.sessions.len() <= 20_000 && programme.left_out.len() <= 20_000);
            }
            Err(problem) => {
                assert_eq!(problem.kind, ProblemKind::NotUnderstood);
                assert!(problem.subject.parse::<usize>().is_ok_and(|line| line > 0), "{problem:?}");
            }
        }
    }
}

/// Files that stop at every `step`th byte.
fn cut_everywhere(bytes: &[u8], format: &str, step: usize) {
    for end in (0..bytes.len()).step_by(step) {
        survives(&bytes[..end], format);
    }
}

#[test]
fn files_that_stop_anywhere_give_a_part_or_an_error() {
    for (name, format, _) in FIXTURES {
        cut_everywhere(&fixture(name), format, 17);
    }
}

#[test]
fn a_calendar_or_a_schedule_that_was_cut_gives_what_came_before_and_says_so() {
    for (name, rest) in [("frab.xml", "Nachtfilm"), ("google.ics", "Slot en borrel")] {
        let whole = String::from_utf8(fixture(name)).expect("UTF-8");
        let cut = whole.split_once(rest).expect("a part").0;
        let programme = import::read(cut.as_bytes()).expect("what came before");
        assert!(!programme.sessions.is_empty(), "{name}");
        assert!(programme.warnings.iter().any(|warning| warning.kind == WarningKind::CutShort), "{name}");
    }
}

#[test]
fn bytes_that_were_changed_at_random_do_no_harm() {
    // A generator of its own, so that every run changes the same bytes.
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits")
    };
    for (name, format, _) in FIXTURES {
        let whole = fixture(name);
        for _ in 0..40 {
            let mut changed = whole.clone();
            for _ in 0..8 {
                let (at, byte) = (next() % changed.len(), next() % 256);
                changed[at] = u8::try_from(byte).expect("a byte");
            }
            survives(&changed, format);
        }
    }
}

#[test]
fn deep_nesting_is_refused_or_passed_over() {
    let deep =
        |open: &str, close: &str, times: usize| format!("{}{}", open.repeat(times), close.repeat(times));
    for text in [
        deep("[", "]", 10_000),
        format!("{{\"schedule\":{}}}", deep("{\"a\":", "}", 10_000)),
        deep("<day>", "</day>", 10_000),
        format!("<schedule><event>{}</event></schedule>", deep("<p>", "</p>", 100_000)),
        deep("BEGIN:VCALENDAR\n", "END:VCALENDAR\n", 10_000),
        deep("BEGIN:VEVENT\n", "", 10_000),
        format!("BEGIN:VEVENT\nDESCRIPTION:{}\nEND:VEVENT", deep("<p>", "</p>", 10_000)),
    ] {
        for format in ["frab-xml", "schedule-json", "indico-json", "sessionize-json", "ics"] {
            survives(text.as_bytes(), format);
        }
    }
}

#[test]
fn entities_that_would_grow_are_refused() {
    let mut bomb = "<!DOCTYPE s [<!ENTITY a0 'aaaaaaaaaa'>".to_owned();
    for level in 1..10 {
        bomb += &format!("<!ENTITY a{level} '{}'>", format!("&a{};", level - 1).repeat(10));
    }
    bomb.push_str("]><schedule><day><event><title>&a9;</title></event></day></schedule>");
    let problem = import::read(bomb.as_bytes()).expect_err("a bomb");
    assert_eq!(problem.kind, ProblemKind::NotUnderstood);
}

#[test]
fn calendars_that_repeat_for_ever_end() {
    let rules = [
        "FREQ=SECONDLY",
        "FREQ=DAILY;COUNT=4000000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;INTERVAL=1",
    ];
    let events: String = (0..400)
        .map(|number| {
            let rule = rules[number % rules.len()];
            format!("BEGIN:VEVENT\nUID:{number}\nSUMMARY:Eeuwig\nDTSTART:19000101T000000Z\nRRULE:{rule}\nEND:VEVENT\n")
        })
        .collect();
    let programme =
        import::read(format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").as_bytes()).expect("a calendar");
    assert_eq!(programme.sessions.len(), 20_000);
    assert!(programme.left_out.iter().any(|piece| piece.reason == Reason::TooMany));
}

#[test]
fn large_files_are_bounded() {
    let event = "<event id='1'><title>x</title></event>";
    let schedule = format!("<schedule><day date='2024-05-01'>{}</day></schedule>", event.repeat(30_000));
    let programme = import::read(schedule.as_bytes()).expect("a schedule");
    assert_eq!((programme.sessions.len(), programme.left_out.len()), (20_000, 10_000));
    for text in [
        "\n ".repeat(2_000_000),
        "x:".repeat(1_000_000),
        "BEGIN:VEVENT\n".repeat(200_000),
        "<".repeat(2_000_000),
    ] {
        survives(format!("BEGIN:VCALENDAR\n{text}").as_bytes(), "ics");
        survives(format!("<schedule>{text}").as_bytes(), "frab-xml");
    }
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=''")).collect();
    survives(format!("<schedule{attributes}></schedule>").as_bytes(), "frab-xml");
}

/// The folder with real files, if it is there.
fn open_files(test: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/programmes");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: {test}: there is no ../shared/programmes here");
    None
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

/// The real files of these formats, by what was counted in them independently.
const OPEN: [(&str, &str); 13] = [
    ("36c3-merged.xml", "sessions"),
    ("fosdem-2021.xml", "sessions"),
    ("camp-2019.frab.json", "sessions"),
    ("pretalx-democon.json", "sessions"),
    ("indico-xdc-2021.json", "sessions"),
    ("sessionize-global-azure-linz-2025.json", "sessions"),
    ("hub-38c3-schedule-v2.json", ""),
    ("jres-2022.ics", "vevents"),
    ("moca-2024.ics", "vevents"),
    ("latin1-google-calendar.ics", "vevents"),
    ("bom-no-events.ics", "vevents"),
    ("exchange-windows-tz.ics", ""),
    ("exchange-recurrence-override.ics", ""),
];

#[test]
fn real_files_have_the_sessions_that_were_counted() {
    let Some(folder) = open_files("real_files_have_the_sessions_that_were_counted") else { return };
    let facts = json(&folder.join("facts.json"));
    for (name, counted) in OPEN.iter().filter(|(_, counted)| !counted.is_empty()) {
        let programme = import::read(&fs::read(folder.join(name)).expect("a file")).expect(name);
        let wanted = facts[*name][*counted].as_u64().expect("a count");
        assert_eq!(programme.sessions.len() as u64, wanted, "{name}");
        let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
        for which in ["first", "last"] {
            let Some(title) = facts[*name][which].as_str() else { continue };
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(titles.contains(&title.as_str()), "{name}: {title}");
        }
        let rooms: std::collections::HashSet<&str> =
            programme.sessions.iter().filter_map(|session| session.room.as_deref()).collect();
        for counted in ["rooms", "locations"] {
            // Of Sessionize all rooms were counted, also those without a session; the same in this file.
            if let Some(wanted) = facts[*name][counted].as_u64() {
                assert_eq!(rooms.len() as u64, wanted, "{name}: {counted}");
            }
        }
        assert!(programme.left_out.is_empty(), "{name}: {:?}", programme.left_out);
    }
}

#[test]
fn real_schedules_start_and_end_when_their_fields_say() {
    let Some(folder) = open_files("real_schedules_start_and_end_when_their_fields_say") else { return };
    let programme =
        import::read(&fs::read(folder.join("36c3-merged.xml")).expect("a file")).expect("a schedule");
    let at = |session: &SessionFacts| session.date.and_then(|date| Some(date.and_time(session.start?)));
    let first = programme.sessions.first().and_then(at).expect("a start");
    let last = programme.sessions.last().and_then(at).expect("a start");
    assert_eq!(
        (first.to_string().as_str(), last.to_string().as_str()),
        ("2019-12-27 09:30:00", "2019-12-31 03:00:00")
    );
    let minutes: i64 = programme
        .sessions
        .iter()
        .filter_map(|session| {
            let length = session.end?.signed_duration_since(session.start?).num_minutes();
            Some(length.rem_euclid(24 * 60))
        })
        .sum();
    let facts = json(&folder.join("facts.json"));
    assert_eq!(Some(minutes), facts["36c3-merged.xml"]["total_minutes"].as_i64());
    let people: std::collections::HashSet<&str> = programme.sessions.iter().flat_map(speakers).collect();
    assert_eq!(
        people.len() as u64,
        facts["36c3-merged.xml"]["distinct_person_names"].as_u64().expect("a count")
    );
    let alone = programme.sessions.iter().filter(|session| session.speakers.is_empty()).count();
    assert_eq!(alone as u64, facts["36c3-merged.xml"]["sessions_without_person"].as_u64().expect("a count"));
}

#[test]
fn real_schedules_in_json_start_and_end_when_their_fields_say() {
    let Some(folder) = open_files("real_schedules_in_json_start_and_end_when_their_fields_say") else {
        return;
    };
    for name in ["camp-2019.frab.json", "pretalx-democon.json"] {
        let programme = import::read(&fs::read(folder.join(name)).expect("a file")).expect(name);
        let file = json(&folder.join(name));
        let mut seen = 0;
        for day in file["schedule"]["conference"]["days"].as_array().expect("days") {
            for (room, events) in day["rooms"].as_object().expect("rooms") {
                for event in events.as_array().expect("events") {
                    let session = programme
                        .sessions
                        .iter()
                        .find(|session| session.external_id.as_deref() == event["guid"].as_str())
                        .expect("the session");
                    let date = event["date"].as_str().expect("a date");
                    assert_eq!(
                        session.date.map(|date| date.to_string()).as_deref(),
                        date.get(..10),
                        "{name}"
                    );
                    let start = session.start.map(|time| time.format("%H:%M").to_string());
                    assert_eq!(start.as_deref(), event["start"].as_str(), "{name}");
                    let (hours, minutes) =
                        event["duration"].as_str().and_then(|text| text.split_once(':')).expect("a duration");
                    let minutes: i64 =
                        hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes");
                    let length =
                        session.end.zip(session.start).map(|(end, start)| (end - start).num_minutes());
                    assert_eq!(length.map(|length| length.rem_euclid(24 * 60)), Some(minutes), "{name}");
                    assert_eq!(session.title, event["title"].as_str().expect("a title").trim(), "{name}");
                    assert_eq!(session.room.as_deref(), Some(room.as_str()), "{name}");
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, programme.sessions.len(), "{name}");
    }
}

#[test]
fn real_calendars_repeat_as_often_as_was_counted() {
    let Some(folder) = open_files("real_calendars_repeat_as_often_as_was_counted") else { return };
    let facts = json(&folder.join("facts-recurrence.json"));
    for name in ["exchange-windows-tz.ics", "exchange-recurrence-override.ics"] {
        let programme = import::read(&fs::read(folder.join(name)).expect("a file")).expect(name);
        let date = |which: &str| {
            facts[name][which].as_str().expect("a date").parse::<chrono::NaiveDate>().expect("a date")
        };
        let within = |session: &&SessionFacts| {
            session.date.is_some_and(|day| (date("from")..date("to")).contains(&day))
        };
        let count = programme.sessions.iter().filter(within).count();
        assert_eq!(count as u64, facts[name]["local_until"].as_u64().expect("a count"), "{name}");
    }
}

#[test]
fn real_files_that_are_broken_or_foreign_are_refused_with_a_reason() {
    let Some(folder) = open_files("real_files_that_are_broken_or_foreign_are_refused_with_a_reason") else {
        return;
    };
    for (name, reason) in [
        ("europython-2014-other-dialect.xml", "no schedule of frab"),
        ("lswt-2021-template-broken.xml", "not well-formed"),
        ("facts.json", "no programme format"),
    ] {
        let problem = import::read(&fs::read(folder.join(name)).expect("a file")).expect_err(name);
        assert!(problem.cause.contains(reason), "{name}: {}", problem.cause);
    }
}

#[test]
fn real_files_that_stop_anywhere_give_a_part_or_an_error() {
    let Some(folder) = open_files("real_files_that_stop_anywhere_give_a_part_or_an_error") else { return };
    for (name, _) in OPEN {
        let bytes = fs::read(folder.join(name)).expect("a file");
        let format = import::read(&bytes).expect(name).format;
        // Cut at every hundredth byte the large ones would take minutes: some places in each, multiples of a hundred.
        let places = if bytes.len() > 500_000 { 3 } else { 12 };
        let step = (bytes.len() / places / 100).max(1) * 100;
        for end in (0..bytes.len()).step_by(step) {
            survives(&bytes[..end], format);
        }
    }
}
