//! Spreadsheets, Word documents, PDFs and web pages as programmes: small files that always run, and the collection of real
//! ones in `../shared/programmes` with counts that another program made, where it is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveTime;
use plenair::apart;
use plenair::domain::day::SessionFacts;
use plenair::domain::programme::Programme;
use plenair::import;
use serde_json::Value;

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads a fixture as the program does; what is read apart, with the built program as the child.
fn read(name: &str) -> Programme {
    let bytes = fixture(name);
    let programme = if import::apart::is_for_apart(&bytes, None) {
        apart::read_with(program(), Duration::from_secs(60), &bytes)
    } else {
        import::read(&bytes)
    };
    programme.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_plenair"))
}

/// Sessions as "date start-end title (speakers) @room".
fn shown(programme: &Programme) -> Vec<String> {
    programme.sessions.iter().map(line).collect()
}

fn line(session: &SessionFacts) -> String {
    let clock = |time: Option<NaiveTime>| time.map_or(String::new(), |time| time.format("%H:%M").to_string());
    let speakers: Vec<&str> = session.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let mut line = format!("{}-{} {}", clock(session.start), clock(session.end), session.title);
    if let Some(date) = session.date {
        line = format!("{} {line}", date.format("%m-%d"));
    }
    if !speakers.is_empty() {
        line = format!("{line} ({})", speakers.join(", "));
    }
    if let Some(room) = &session.room {
        line = format!("{line} @{room}");
    }
    line
}

#[test]
fn a_dutch_table_from_excel_in_its_old_encoding() {
    let programme = read("header-in-row-three.csv");
    assert_eq!(programme.day.title, "Themadag Ondermijning");
    assert_eq!(
        shown(&programme),
        [
            "09-12 09:00-09:30 Ontvangst @Foyer",
            "09-12 09:30-10:15 Privé of publiek; wat mag? (Noor Bakker) @Zaal Één",
            "09-12 10:15-10:30 Pauze",
            "09-12 10:30-12:00 Casuïstiek (Bram de Wit, Anna Smit) @Zaal Één",
        ]
    );
}

#[test]
fn a_grid_of_two_rooms_with_merged_cells() {
    let programme = read("rooms.xlsx");
    assert_eq!(programme.day.title, "Kennisdag Veilige Wijken");
    assert_eq!(
        shown(&programme),
        [
            "05-23 09:30- Inloop",
            "05-23 10:00- Opening (Noor Bakker)",
            "05-23 10:30-12:00 Jeugd op straat (Bram de Wit) @Grote zaal",
            "05-23 10:30- Wonen en overlast (Anna Smit) @Zaal 2",
            "05-23 11:15- Sluiting van panden (Jan Vos) @Zaal 2",
            "05-23 12:00- Lunch",
            "05-23 13:00- Afsluiting",
        ]
    );
    assert!(programme.warnings.is_empty(), "{:?}", programme.warnings);
}

#[test]
fn a_sheet_for_each_day() {
    let programme = read("two-days.xlsx");
    assert_eq!(
        shown(&programme),
        ["09:00-10:00 Welkom @Zaal 1", "10:00-11:00 Toezicht @Zaal 2", "09:30-10:30 Handhaving @Zaal 1"]
    );
    assert_eq!(
        programme.sessions.iter().map(|session| session.day).collect::<Vec<_>>(),
        [Some(1), Some(1), Some(2)]
    );
}

#[test]
fn an_open_document_and_an_old_workbook() {
    assert_eq!(
        shown(&read("list.ods")),
        ["09:00- Accueil", "09:30- Sécurité de proximité (Jeanne Martin) @Salle 1", "10:45- Pause"]
    );
    assert_eq!(
        shown(&read("list.xls")),
        [
            "05-23 09:00-09:30 Ontvangst @Foyer",
            "05-23 09:30-10:45 Bestuurlijke boete (Noor Bakker) @Raadzaal",
            "05-24 13:00-14:00 Casuïstiek (Bram de Wit) @Raadzaal",
        ]
    );
}

#[test]
fn a_word_agenda_in_a_table() {
    let programme = read("table.docx");
    assert_eq!(
        shown(&programme),
        [
            "05-23 09:30- Inloop met koffie",
            "05-23 10:00-10:45 Veilige wijken (Noor Bakker)",
            "05-23 10:45-11:00 Pauze",
            "05-23 11:00-12:00 Deelsessie A: Jeugd (Bram de Wit)",
            "05-23 11:00-12:00 Deelsessie B: Zorg (Anna Smit)",
            "05-23 12:00- Lunch",
        ]
    );
    assert_eq!(programme.day.place.as_deref(), Some("Stadhuis Arnhem"));
    assert!(programme.left_out.iter().any(|left_out| left_out.text.starts_with("Aanmelden")));
}

#[test]
fn a_word_agenda_with_bullets() {
    let programme = read("bullets.docx");
    assert_eq!(
        shown(&programme),
        [
            "09:00- Ontvangst met koffie",
            "09:30- Opening (Noor Bakker)",
            "10:00- Ondermijning in het buitengebied (Bram de Wit)",
            "12:00- Lunch",
            "13:00- Afsluiting",
        ]
    );
    assert_eq!(programme.day.date.map(|date| date.to_string()).as_deref(), Some("2024-06-06"));
}

#[test]
fn a_pdf_is_read_by_a_child_of_the_program() {
    let programme = read("agenda.pdf");
    assert_eq!(programme.format, "pdf");
    assert_eq!(
        shown(&programme),
        [
            "09:30-10:00 Inloop met koffie en thee",
            "10:00-10:30 Opening (Noor Bakker)",
            "10:30-11:30 Toezicht in de wijk (Bram de Wit)",
            "11:30-11:45 Pauze",
            "11:45-12:30 Handhaven met gezag (Anna Smit)",
            "12:30- Lunch",
        ]
    );
    assert_eq!(programme.day.date.map(|date| date.to_string()).as_deref(), Some("2024-06-04"));
}

#[test]
fn a_child_that_does_not_finish_or_cannot_read_is_an_error_with_advice() {
    let pdf = fixture("agenda.pdf");
    let late = apart::read_with(program(), Duration::ZERO, &pdf).expect_err("no time at all");
    assert!(late.cause.contains("paste"), "{late:?}");
    for length in (0..pdf.len()).step_by(100).filter(|length| *length > 8) {
        if let Err(problem) = apart::read_with(program(), Duration::from_secs(60), &pdf[..length]) {
            assert!(!problem.cause.is_empty(), "{length}");
        }
    }
    let missing = apart::read_with(Path::new("there/is/no/such/program"), Duration::from_secs(1), &pdf);
    assert!(missing.expect_err("no program").cause.contains("does not start"));
}

#[test]
fn a_page_with_a_table() {
    let programme = read("table.html");
    assert_eq!(programme.day.title, "Fachtag Sicherheit");
    assert_eq!(programme.day.place.as_deref(), Some("Rathaus Kleve"));
    assert_eq!(
        shown(&programme),
        [
            "06-13 09:30- Begrüßung (Nora Becker) @Großer Saal",
            "06-13 10:00-11:00 Sicherheit im Quartier (Jan Vogel) @Großer Saal",
            "06-13 11:00- Kaffeepause @Großer Saal",
        ]
    );
}

#[test]
fn a_page_with_lists() {
    assert_eq!(
        shown(&read("lists.html")),
        ["19:00- Inloop", "19:30- Welkom (Noor Bakker)", "19:45- In gesprek over de buurt", "21:00- Borrel"]
    );
}

#[test]
fn a_page_that_tells_its_events_to_machines_only() {
    let programme = read("linked.html");
    assert_eq!(programme.day.title, "Safe Cities Congress");
    assert_eq!(programme.day.place.as_deref(), Some("Town Hall, Utrecht"));
    assert_eq!(programme.day.last_date.map(|date| date.to_string()).as_deref(), Some("2024-06-21"));
    assert_eq!(
        shown(&programme),
        [
            "06-20 09:30-10:00 Opening & welcome (Ann Baker) @Main hall",
            "06-20 10:00-11:00 Night walks",
            "06-21 - Closing",
        ]
    );
}

#[test]
fn a_page_made_by_a_script_says_what_to_do() {
    let problem = import::read(&fixture("script.html")).expect_err("nothing to read");
    assert!(problem.cause.contains("script") && problem.cause.contains("paste"), "{problem:?}");
}

#[test]
fn the_people_of_a_list_without_their_addresses() {
    let people = import::people::read(&fixture("people.xlsx")).expect("people");
    let names: Vec<&str> = people.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Noor Bakker", "Bram de Wit"]);
    assert_eq!(people.people[1].organisation.as_deref(), Some("Gemeente Breda"));
    assert_eq!(people.people[1].function.as_deref(), Some("wethouder"));
    assert!(!format!("{people:?}").contains('@'));
}

/// The folder with real programmes; nothing where it is not there.
fn collection() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/programmes");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: ../shared/programmes is not there");
    None
}

#[test]
fn real_files_have_every_session_that_another_program_counted() {
    let Some(folder) = collection() else {
        return;
    };
    let facts: Value =
        serde_json::from_slice(&fs::read(folder.join("facts.json")).expect("facts")).expect("JSON");
    for name in [
        "camp-1999.csv",
        "gpn11.csv",
        "sendezentrum-31c3.csv",
        "egov-muenchen-2016.xlsx",
        "sessionize-devfest-armenia-2025.xlsx",
    ] {
        let programme = import::read(&fs::read(folder.join(name)).expect(name))
            .unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        let fact = &facts[name];
        assert_eq!(programme.sessions.len() as u64, fact["sessions"].as_u64().expect("a count"), "{name}");
        assert!(
            programme.left_out.iter().all(|left_out| left_out.line <= 1),
            "{name}: {:?}",
            programme.left_out
        );
        for which in ["first", "last"] {
            let title = fact[which].as_str().expect("a title").trim();
            assert!(programme.sessions.iter().any(|session| session.title == title), "{name}: {title}");
        }
        let mut rooms: Vec<&str> =
            programme.sessions.iter().filter_map(|session| session.room.as_deref()).collect();
        rooms.sort_unstable();
        rooms.dedup();
        if let Some(count) = fact["rooms"].as_u64() {
            assert_eq!(rooms.len() as u64, count, "{name}");
        }
        if let Some(named) = fact["rooms_or_tracks"].as_array() {
            assert_eq!(rooms, named.iter().filter_map(Value::as_str).collect::<Vec<_>>(), "{name}");
        }
        let mut days: Vec<String> = programme
            .sessions
            .iter()
            .filter_map(|session| session.date)
            .map(|date| date.to_string())
            .collect();
        days.sort_unstable();
        days.dedup();
        if let Some(counted) = fact["days"].as_array().filter(|_| name != "camp-1999.csv") {
            assert_eq!(days.len(), counted.len(), "{name}");
        }
    }
}

#[test]
fn real_files_have_the_times_that_stand_in_them() {
    let Some(folder) = collection() else {
        return;
    };
    let read = |name: &str| import::read(&fs::read(folder.join(name)).expect(name)).expect(name);

    // Every row of these has a start; the ends are as many as the rows that have one.
    let gpn = read("gpn11.csv");
    assert!(gpn.sessions.iter().all(|session| session.start.is_some() && session.end.is_some()));
    let zentrum = read("sendezentrum-31c3.csv");
    assert!(zentrum.sessions.iter().all(|session| session.start.is_some()));
    assert_eq!(zentrum.sessions.iter().filter(|session| session.end.is_none()).count(), 1);
    let camp = read("camp-1999.csv");
    assert!(camp.sessions.iter().all(|session| session.start.is_some() && session.day.is_some()));
    let egov = read("egov-muenchen-2016.xlsx");
    assert_eq!(
        line(&egov.sessions[1]).split(" (").next(),
        Some("10-27 09:20- Begrüßung durch den Oberbürgermeister")
    );
    let devfest = read("sessionize-devfest-armenia-2025.xlsx");
    assert_eq!(devfest.sessions.iter().filter(|session| session.start.is_some()).count(), 17);
    assert!(!format!("{devfest:?}").contains("masked@example.org"), "an address was imported");

    let events = read("wordpress-events-calendar.html");
    assert_eq!(events.sessions.len(), 4);
    assert_eq!(events.sessions[1].title, "Bach in the Subways – Los Angeles");
    assert_eq!(events.sessions[2].summary.as_deref().map(|text| text.contains('<')), Some(false));
    let one = read("devfest-armenia-2025-session.html");
    assert_eq!(one.sessions.len(), 1);
    assert_eq!(one.sessions[0].speakers[0].name, "Ankur Roy");
    let script = import::read(&fs::read(folder.join("devfest-armenia-2025.html")).expect("a page"));
    assert!(script.expect_err("no text").cause.contains("script"));
}
