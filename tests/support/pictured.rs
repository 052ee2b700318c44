//! The notes that pictures are made of: the example day with its notes, and invented days around it. The same to the minute,
//! whenever they are made.

use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use plenair::domain::clock::{Clock, Moment};
use plenair::domain::day::{SessionFacts, SessionKind, Speaker};
use plenair::domain::id::LineId;
use plenair::domain::note::NoteLine;
use plenair::domain::noted::{NotedDay, NotedLine, SessionNotes};
use plenair::domain::programme::Programme;
use plenair::import::{self, demo};
use plenair::store::{Options, Store};

/// Makes a store with the example day and its notes, and around it a short day of the year before and a congress of two days with
/// rounds side by side.
pub fn fill(folder: &Path) {
    let now = at("2023-03-16", "09:00");
    let options = Options { clock: Clock::new(move || now), ..Options::default() };
    let mut store = Store::open_with(folder, options).expect("the store");
    store.add_noted_days(&[regional_day(), congress()]).expect("the days");
    example(&mut store);
    drop(store);
    // The window makes a backup when it has nothing else to do, unless there is a young one.
    let seen = at("2023-03-17", "14:32");
    let options = Options { clock: Clock::new(move || seen), ..Options::default() };
    Store::open_with(folder, options).expect("the store").back_up().expect("a backup");
}

/// Puts beside the notes what pictures are made with: a folder of notes from elsewhere, and a newer programme of the short day.
pub fn put_files_beside(folder: &Path) {
    let files = [
        ("Kluis/2024-04-11 Wijkdag/1 Welkom.md", "# Welkom\n\nVolle zaal\n"),
        ("Kluis/2024-04-11 Wijkdag/2 De wijk in.md", "# De wijk in\n\nTe voet #buurt\n- [ ] bellen\n"),
        ("Kluis/2023-12-14 Bestuursdag/Geld.md", "Over geld en nog eens geld\n"),
        ("Kluis/Losse gedachten/Zomaar.md", "Hier hoort geen datum bij\n"),
        ("Kluis/2024-04-11 Wijkdag/foto.png", "geen notitie"),
        ("Kluis/.obsidian/app.md", "{}"),
        ("programma.txt", NEWER),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        plenair::files::write_whole(&path, text.as_bytes(), false).expect("a file");
    }
}

/// The programme of the short day as it was sent later: one thing begins later, one is gone, one is new.
const NEWER: &str = "Regiodag zorg en veiligheid
Donderdag 24 november 2022, Deventer

09.30 Ontvangst met koffie
10.15 Wat de wijk zelf kan, door Femke Donkersloot
12.30 Lunch
13.30 Slotgesprek met de zaal
";

fn example(store: &mut Store) {
    let programme = import::built_in().expect("the built-in day");
    store.add_example_once(&programme).expect("the example day");
    let day = store.find_day(&programme.wanted_slug()).expect("the example day");
    for demo in demo::sheets() {
        let session = store.find_session(day, &demo.position.to_string()).expect("a session");
        store.put_sheet(session, demo.sheet).expect("a sheet");
    }
    let mut minutes = (0..).step_by(4);
    for note in demo::notes() {
        let session = store.find_session(day, &note.position.to_string()).expect("a session");
        let author = store.author();
        let line = |(text, minutes): (&&str, i64)| NoteLine {
            id: LineId::fresh(),
            text: (*text).to_owned(),
            noted_at: at("2023-03-16", "10:00") + TimeDelta::minutes(minutes),
            author,
        };
        let lines: Vec<NoteLine> = note.lines.iter().zip(&mut minutes).map(line).collect();
        store.append_lines(session, lines).expect("a note");
    }
}

fn regional_day() -> NotedDay {
    let rows: [Row; 4] = [
        ("Ontvangst met koffie", SessionKind::Registration, "09:30", "Foyer", "", &[]),
        (
            "Wat de wijk zelf kan",
            SessionKind::Talk,
            "10:00",
            "Grote zaal",
            "Femke Donkersloot",
            &[
                "Buurtapps zijn er genoeg, afspraken erover niet #burgers",
                "- [ ] voorbeeld van een convenant opvragen @[Femke Donkersloot] vóór 9 december",
                "- [x] dank sturen aan de gastheren @Bram",
                "'Een wijk is geen doelgroep' — Femke Donkersloot",
                "cijfer: 38 % kent de naam van de wijkagent #toezicht",
            ],
        ),
        (
            "Ondermijning in het buitengebied",
            SessionKind::Workshop,
            "11:15",
            "Zaal 2",
            "Joris Veldhuizen",
            &[
                "Leegstaande schuren: de helft is nooit bekeken #ondermijning",
                "@[Joris Veldhuisen] stuurt de kaart na",
                "afspraak: @Samira vraagt het bestuur om een vaste ploeg",
                "vraag: wie mag er achter de staldeur kijken? #toezicht",
            ],
        ),
        ("Lunch", SessionKind::Lunch, "12:30", "Foyer", "", &[]),
    ];
    day("Regiodag zorg en veiligheid", (2022, 11, 24), 1, "Deventer", &rows)
}

fn congress() -> NotedDay {
    let rows: [Row; 8] = [
        ("Opening", SessionKind::Opening, "09:30", "Theaterzaal", "Marit Oldenhof", &[]),
        (
            "Cijfers achter het onbehagen",
            SessionKind::Talk,
            "10:00",
            "Theaterzaal",
            "Karim Benhaddou",
            &[
                "★ cijfer: 1.351 meldingen in een jaar #verharding",
                "Vertrouwen daalt het eerst bij wie nooit belt",
            ],
        ),
        ("Mediation in de straat", SessionKind::Workshop, "11:15", "Zaal 1", "Sanne Ruijgrok", &[]),
        (
            "De burgemeester als buurman",
            SessionKind::Workshop,
            "11:15",
            "Zaal 2",
            "Wouter Lindeman",
            &["vraag: wat doe je als hij het niet meer trekt?"],
        ),
        ("Cybercrime voor beginners", SessionKind::Workshop, "11:15", "Zaal 3", "Ilse Brouwer", &[]),
        ("Lunch", SessionKind::Lunch, "12:30", "Foyer", "", &[]),
        ("Gesprek met de zaal", SessionKind::Panel, "13:30", "Theaterzaal", "Marit Oldenhof", &[]),
        ("Borrel", SessionKind::Social, "16:00", "Foyer", "", &[]),
    ];
    day("Congres Veilige Buurt", (2022, 6, 9), 2, "Zwolle", &rows)
}

/// A title, a kind, when it begins, where it is, who speaks (nobody when empty), and what was noted.
type Row = (&'static str, SessionKind, &'static str, &'static str, &'static str, &'static [&'static str]);

/// A day of an hour for each of these.
fn day(
    title: &str,
    (year, month, first): (i32, u32, u32),
    dates: u32,
    place: &str,
    rows: &[Row],
) -> NotedDay {
    let date = NaiveDate::from_ymd_opt(year, month, first).expect("a date");
    let mut programme = Programme { format: "test", ..Programme::default() };
    title.clone_into(&mut programme.day.title);
    programme.day.date = Some(date);
    programme.day.last_date = (dates > 1).then(|| date + TimeDelta::days(i64::from(dates) - 1));
    programme.day.place = Some(place.to_owned());
    let (sessions, notes) = rows.iter().map(|row| session(date, row)).unzip();
    programme.sessions = sessions;
    NotedDay { programme, notes }
}

fn session(
    date: NaiveDate,
    (title, kind, begins, room, speaker, lines): &Row,
) -> (SessionFacts, SessionNotes) {
    let start = NaiveTime::parse_from_str(begins, "%H:%M").expect("a time");
    let facts = SessionFacts {
        title: (*title).to_owned(),
        kind: *kind,
        date: Some(date),
        start: Some(start),
        end: Some(start + TimeDelta::hours(1)),
        room: Some((*room).to_owned()),
        speakers: (!speaker.is_empty())
            .then(|| Speaker { name: (*speaker).to_owned(), role: None })
            .into_iter()
            .collect(),
        ..SessionFacts::default()
    };
    let noted = |(nth, text): (i64, &&str)| NotedLine {
        text: (*text).to_owned(),
        noted_at: Some(at(&date.to_string(), begins) + TimeDelta::minutes(4 * nth)),
        author: None,
    };
    let lines = (0..).zip(*lines).map(noted).collect();
    (facts, SessionNotes { lines, ..SessionNotes::default() })
}

fn at(date: &str, time: &str) -> Moment {
    DateTime::parse_from_rfc3339(&format!("{date}T{time}:00+01:00")).expect("a moment")
}
