//! What looking back costs: searching, trends over all days, the list of days, and a trend that gets another name in ten
//! thousand lines.
//!
//! `cargo bench --bench afterwards` prints a table, for one day of 2,400 lines and for 200 days of 504 lines each. All files
//! are in the system's cache. "First" is the first time that a store that was just opened is asked.

use std::path::Path;
use std::time::{Duration, Instant};

use plenair::domain::book::NoteSave;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::{DayId, LineId};
use plenair::domain::note::NoteLine;
use plenair::domain::programme::Programme;
use plenair::domain::renaming::{PersonChange, Scope, TrendChange};
use plenair::domain::trend::Trend;
use plenair::store::{Durability, Options, Store};

/// In a day.
const SESSIONS: usize = 12;
/// So many times each thing is measured.
const TIMES: usize = 25;
/// As many lines as the window asks for.
const LIMIT: u32 = 200;

/// What is searched for: one and two letters, common and rare words, phrases, filters.
const QUERIES: [&str; 17] = [
    "o",
    "q",
    "to",
    "xy",
    "toe",
    "toezicht",
    "gemeente",
    "zeg",
    "zegt",
    "toezicht wijk",
    "\"op orde\"",
    "xylofoonoptocht",
    "soort:actie",
    "soort:actie toezicht",
    "trend:onrust",
    "trend:onrust wijk",
    "persoon:bram gem",
];

const WHO: [&str; 6] = ["@Bram", "@[Noor de Wit]", "Samira", "de zaal", "een raadslid", "de griffie"];
const WORDS: [&str; 40] = [
    "de",
    "het",
    "een",
    "van",
    "en",
    "in",
    "op",
    "voor",
    "met",
    "aan",
    "gemeente",
    "wijk",
    "toezicht",
    "politie",
    "jeugd",
    "veiligheid",
    "onrust",
    "aanpak",
    "samenwerking",
    "cijfers",
    "vertrouwen",
    "overheid",
    "beleid",
    "gedrag",
    "platteland",
    "regio",
    "provincie",
    "digitaal",
    "zorg",
    "geweld",
    "persoon",
    "burger",
    "maatwerk",
    "signaal",
    "melding",
    "oorzaak",
    "gevolg",
    "maatregel",
    "evaluatie",
    "onderzoek",
];
const TRENDS: [&str; 5] = ["onrust", "toezicht", "jeugd", "zorg", "digitaal"];

fn main() {
    for (name, days, lines) in [("2,400 lines, 1 day", 1, 200), ("100,800 lines, 200 days", 200, 42)] {
        let folder = tempfile::tempdir().expect("a folder");
        let ids = fill(folder.path(), days, lines);
        println!("\n{name:<44} {:>10} {:>10} {:>8}", "median", "worst", "found");
        look(folder.path(), &ids);
        change(folder.path(), &ids);
    }
}

fn open(folder: &Path) -> Store {
    let options = Options {
        durability: Durability::Synced,
        backups: Some(folder.join("backups")),
        ..Options::default()
    };
    Store::open_with(&folder.join("notes"), options).expect("a store")
}

fn look(folder: &Path, days: &[DayId]) {
    let store = open(folder);
    once("list of days, first", || store.days().expect("the days").len());
    once("trends of all days, first", || store.trends_across(true).expect("the trends").len());
    again("list of days", || store.days().expect("the days").len());
    again("trends of all days", || store.trends_across(true).expect("the trends").len());
    again("lines of a trend", || store.lines_across("jeugd", true).expect("the lines").len());
    let middle = days[days.len() / 2];
    again("one day whole", || store.book(middle).expect("a day").pages.len());
    let book = store.book(middle).expect("a day");
    again("trends of one day", || book.trend_counts(true).len());
    again("all days whole", || store.books(days, || true).expect("the days").map_or(0, |books| books.len()));
    for query in QUERIES {
        again(&format!("search {query}"), || store.search(query, LIMIT, true).expect("a search").len());
    }
}

fn change(folder: &Path, days: &[DayId]) {
    let mut store = open(folder);
    let day = days[0];
    let rename =
        |tag: &str, to: &str| TrendChange::Rename { tag: tag.to_owned(), to: to.to_owned(), label: None };
    let everywhere = Scope::AllDays;
    once("a trend renamed, first", || {
        store.change_trend(day, everywhere, &rename("onrust", "rel")).expect("lines").len()
    });
    once("a trend renamed, again", || {
        store.change_trend(day, everywhere, &rename("rel", "onrust")).expect("lines").len()
    });
    once("taken back", || store.undo().expect("an undo").expect("a step").lines.len());
    let person = PersonChange { names: vec!["Bram".to_owned()], to: "Bram Bakker".to_owned() };
    once("a person renamed", || store.change_person(day, everywhere, &person).expect("lines").len());
    let book = store.book(day).expect("a day");
    let page = &book.pages[0];
    let mut lines = page.note.lines().to_vec();
    lines[0].text.push_str(" #jeugd");
    let save =
        NoteSave { session: page.session.id, base: page.revision, lines, sheet: None, place: None, ahead: 0 };
    once("a save of one line", || usize::from(store.save_note(&save).is_ok()));
    once("trends of all days, after renames", || store.trends_across(true).expect("the trends").len());
}

fn once(name: &str, mut work: impl FnMut() -> usize) {
    let start = Instant::now();
    let found = std::hint::black_box(work());
    print(name, &[start.elapsed()], found);
}

fn again(name: &str, mut work: impl FnMut() -> usize) {
    let mut found = work();
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        found = std::hint::black_box(work());
        times.push(start.elapsed());
    }
    times.sort();
    print(name, &times, found);
}

fn print(name: &str, times: &[Duration], found: usize) {
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let (median, worst) = (millis(times[times.len() / 2]), millis(times[times.len() - 1]));
    println!("{name:<44} {median:>7.2} ms {worst:>7.2} ms {found:>8}");
}

fn fill(folder: &Path, days: usize, lines: usize) -> Vec<DayId> {
    let options = Options { durability: Durability::Unsynced, ..Options::default() };
    let mut store = Store::open_with(&folder.join("notes"), options).expect("a store");
    let mut number = 0;
    (0..days).map(|day| fill_day(&mut store, day, lines, &mut number)).collect()
}

fn fill_day(store: &mut Store, day: usize, lines: usize, number: &mut usize) -> DayId {
    let trend = |tag: &&str| Trend {
        tag: (*tag).to_owned(),
        label: format!("Over {tag}"),
        aliases: vec![format!("{tag}en")],
    };
    let session = |nth: usize| SessionFacts { title: format!("Sessie {nth}"), ..SessionFacts::default() };
    let programme = Programme {
        day: DayFacts {
            title: format!("Netwerkdag {day}"),
            trends: TRENDS.iter().map(trend).collect(),
            ..DayFacts::default()
        },
        sessions: (1..=SESSIONS).map(session).collect(),
        ..Programme::default()
    };
    let id = store.add_day(&programme, false).expect("a day");
    for page in store.book(id).expect("a day").pages {
        let note: Vec<NoteLine> = (0..lines).map(|_| line(store, number)).collect();
        store.append_lines(page.session.id, note).expect("a note");
    }
    id
}

/// A line of the length people type. Every other one carries a trend, one in ten each of the five; one in ten is an action.
fn line(store: &Store, number: &mut usize) -> NoteLine {
    *number += 1;
    let mut state = *number as u64;
    let mut next = |below: usize| {
        // The steps of a linear congruential generator: the same lines every time.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut text = if next(10) == 0 { "- [ ] ".to_owned() } else { String::new() };
    text.push_str(WHO[next(WHO.len())]);
    text.push_str(" zegt:");
    for _ in 0..6 + next(8) {
        text.push(' ');
        text.push_str(WORDS[next(WORDS.len())]);
    }
    if next(10) < 5 {
        let tag = TRENDS[next(TRENDS.len())];
        text.push_str(" #");
        text.push_str(tag);
    }
    if *number == 1_200 {
        text.push_str(" xylofoonoptocht");
    }
    NoteLine {
        id: LineId::fresh(),
        text,
        noted_at: chrono::DateTime::parse_from_rfc3339("2023-03-17T14:32:00+01:00").expect("a moment"),
        author: store.author(),
    }
}
