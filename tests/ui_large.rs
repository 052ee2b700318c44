//! A programme of 1,351 sessions in 92 rooms and four days: found, narrowed down, walked through and marked, with keys and
//! with the mouse. And what a small day shows of it: as little as before.

#[path = "support/programme.rs"]
mod programme;
#[path = "support/window.rs"]
mod window;

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use plenair::app::state::State;
use plenair::domain::day::{DayFacts, SessionFacts, SessionKind};
use plenair::domain::language::Language;
use plenair::domain::programme::Programme;
use plenair::store::Store;
use programme::{SESSIONS, large};
use rusqlite::Connection;
use window::TestWindow;

/// On the first day, while its first sessions are on.
const FIRST_MORNING: &str = "2019-12-27T10:15:00+01:00";

const FILTER: &str = "Zoek titel, spreker, zaal of track";

fn store(folder: &Path, programme: &Programme) {
    let mut store = Store::open(folder).expect("a store");
    store.add_day(programme, false).expect("a day");
}

fn window_at(folder: &Path, now: &str) -> TestWindow {
    store(folder, &large());
    TestWindow::open_as(folder, Language::Dutch, Vec2::new(1200.0, 780.0), now)
}

fn open_title(state: &State) -> String {
    state.page().map(|page| page.session.facts.title.clone()).unwrap_or_default()
}

fn is_starred(state: &State, title: &str) -> bool {
    let book = state.book.as_ref().expect("a day");
    book.pages.iter().any(|page| page.session.facts.title == title && page.session.starred)
}

fn star(window: &mut TestWindow, title: &str) {
    window.click(&format!("Ster: {title}"));
    window.wait_until("it has a star", |state| is_starred(state, title));
    window.settle();
}

fn narrow(window: &mut TestWindow, words: &str) {
    window.fill(FILTER, words);
    window.settle();
}

#[test]
fn only_the_rows_in_view_are_drawn_and_they_stand_under_their_date_and_their_times() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = window_at(folder.path(), FIRST_MORNING);
    assert_eq!(window.state().programme.total(), SESSIONS as usize);
    let rows = window.rows();
    assert!((5..25).contains(&rows.len()), "{} rows", rows.len());
    assert_eq!(rows[0], "1, Lezing 0, 10:00–11:00 · Spreker 0 · Zaal 1, 0 regels, nu bezig");
    let headings = window.headings();
    assert!(headings.contains(&"vr 27 december".to_owned()), "{headings:?}");
    assert!(headings.contains(&"10:00–11:00 · nu bezig".to_owned()), "{headings:?}");
}

#[test]
fn what_is_on_after_midnight_is_on_and_what_comes_next_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), "2019-12-28T00:10:00+01:00");
    assert!(window.shows("23:30–00:30 · nu bezig"), "the session that is on is open and in view");
    assert!(window.rows().iter().any(|row| row.ends_with("nu bezig")));
    narrow(&mut window, "lezing 340");
    assert!(window.shows("10:00–11:00"), "tomorrow morning");
    assert!(!window.shows("straks"), "is not next");
    drop(window);
    let mut window = TestWindow::open_as(
        folder.path(),
        Language::Dutch,
        Vec2::new(1200.0, 780.0),
        "2019-12-27T23:10:00+01:00",
    );
    narrow(&mut window, "lezing 310");
    assert!(window.shows("23:30–00:30 · straks"), "{:?}", window.headings());
}

#[test]
fn words_day_room_track_and_star_narrow_the_list_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), FIRST_MORNING);
    narrow(&mut window, "SPREKER 7 wetensch");
    assert!(window.shows(" van 1.351 onderdelen"));
    let rows = window.rows();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains('7')), "{rows:?}");
    assert!(window.shows("Het geopende onderdeel staat er niet bij."));
    window.click("Alles tonen");
    window.settle();
    assert!(!window.shows("van 1.351 onderdelen"));
    assert!(window.rows()[0].starts_with("1, Lezing 0,"), "back at the open session");

    window.choose_from("Dag", "zo 29 december");
    window.choose_from("Zaal", "Zaal 5");
    window.settle();
    let rows = window.rows();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("· Zaal 5,")), "{rows:?}");
    assert_eq!(window.headings().iter().filter(|heading| heading.contains("december")).count(), 1);
    window.click("Alles tonen");
    window.click("Alleen met een ster");
    window.settle();
    assert!(window.shows("0 van 1.351 onderdelen"));
    assert_eq!(window.rows(), Vec::<String>::new());
    window.choose_from("Track", "Kunst");
    window.click("Alleen met een ster");
    window.settle();
    assert!(window.shows("338 van 1.351 onderdelen"));
}

#[test]
fn stars_are_kept_overlaps_are_said_and_the_key_for_the_next_session_follows_the_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), FIRST_MORNING);
    star(&mut window, "Lezing 2");
    assert!(!window.shows("tegelijk met"));
    window.press(Modifiers::COMMAND, Key::D);
    window.wait_until("the open session has a star", |state| is_starred(state, "Lezing 0"));
    window.settle();
    assert!(window.rows()[0].contains("tegelijk met 3 · Lezing 2"), "{:?}", window.rows());
    assert!(window.rows()[2].contains("tegelijk met 1 · Lezing 0"), "{:?}", window.rows());
    narrow(&mut window, "lezing 500");
    star(&mut window, "Lezing 500");
    window.click("Alles tonen");
    window.click("Alleen met een ster");
    window.settle();
    assert_eq!(window.rows().len(), 3);
    for title in ["Lezing 2", "Lezing 500", "Lezing 500"] {
        window.press(Modifiers::ALT, Key::ArrowDown);
        window.settle();
        assert_eq!(open_title(window.state()), title);
    }
    window.write("genoteerd");
    window.settle();
    drop(window);

    let mut window =
        TestWindow::open_as(folder.path(), Language::English, Vec2::new(1200.0, 780.0), FIRST_MORNING);
    assert_eq!(window.note(), "genoteerd");
    assert!(window.is_on("Star: Lezing 500"), "in view, with its star");
    window.click("Star: Lezing 500");
    window.wait_until("the star is gone", |state| !is_starred(state, "Lezing 500"));
    window.settle();
    assert!(!window.is_on("Star: Lezing 500"));
    assert!(is_starred(window.state(), "Lezing 2"));
}

#[test]
fn the_list_is_walked_with_keys_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), FIRST_MORNING);
    window.focus_session("Lezing 1,");
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.focused_name().starts_with("3, Lezing 2,"), "{}", window.focused_name());
    window.press(Modifiers::NONE, Key::End);
    assert!(window.focused_name().starts_with("1351, Lezing 1350,"), "{}", window.focused_name());
    assert!(window.rows().iter().any(|row| row.starts_with("1351,")), "it is in view");
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    assert_eq!(open_title(window.state()), "Lezing 1349");
    window.focus_session("1350, Lezing 1349");
    window.press(Modifiers::NONE, Key::Home);
    assert!(window.focused_name().starts_with("1, Lezing 0,"), "{}", window.focused_name());
    window.press(Modifiers::NONE, Key::PageDown);
    assert!(window.focused_name().starts_with("9, Lezing 8,"), "{}", window.focused_name());
}

#[test]
fn the_open_session_comes_into_view_when_a_key_opens_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), FIRST_MORNING);
    for _ in 0..30 {
        window.press(Modifiers::ALT, Key::ArrowDown);
    }
    window.settle();
    assert_eq!(open_title(window.state()), "Lezing 30");
    assert!(window.rows().iter().any(|row| row.starts_with("31, ")), "{:?}", window.rows());
}

#[test]
fn a_key_goes_to_the_filter_also_where_the_panel_is_folded_away() {
    let folder = tempfile::tempdir().expect("a folder");
    store(folder.path(), &large());
    let mut window =
        TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(640.0, 480.0), FIRST_MORNING);
    assert_eq!(window.rows(), Vec::<String>::new());
    window.press(Modifiers::COMMAND, Key::L);
    window.settle();
    assert_eq!(window.focused_name(), FILTER);
    window.write("lezing 1234");
    window.settle();
    let rows = window.rows();
    assert_eq!(rows.len(), 1, "{rows:?}");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.focused_name().starts_with("1235, Lezing 1234,"), "{}", window.focused_name());
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    window.write("hier");
    assert_eq!((open_title(window.state()), window.note()), ("Lezing 1234".to_owned(), "hier".to_owned()));
}

#[test]
fn a_filter_stays_with_its_day_while_the_window_lives() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_at(folder.path(), FIRST_MORNING);
    narrow(&mut window, "lezing 77");
    let rows = window.rows();
    window.click_session("Lezing 77,");
    let day = |state: &State| state.book.as_ref().map(|book| book.day.facts.title.clone());
    let days = window.buttons("Groot congres");
    window.click(&days[0]);
    let example = window.buttons("Netwerkdag").pop().expect("the example day");
    window.click_in_menu(&example);
    window.wait_until("the example is open", |state| {
        day(state).is_some_and(|title| title.contains("Netwerkdag"))
    });
    window.settle();
    assert_eq!(window.rows().len(), 7);
    assert_eq!(window.named(Role::TextInput, FILTER), 0);
    let days = window.buttons("Netwerkdag");
    window.click(&days[0]);
    let large = window.buttons("Groot congres").pop().expect("the large day");
    window.click_in_menu(&large);
    window.wait_until("the large day is open", |state| {
        day(state).is_some_and(|title| title == "Groot congres")
    });
    window.settle();
    assert_eq!(window.rows(), rows);
}

#[test]
fn a_small_day_has_no_filters_and_a_star_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    assert_eq!(window.named(Role::TextInput, FILTER), 0);
    assert_eq!(window.roles(Role::ComboBox), 0);
    let times = |heading: &&String| heading.contains(':') || heading.contains("maart");
    assert_eq!(window.headings().iter().filter(times).count(), 0);
    window.press(Modifiers::COMMAND, Key::L);
    window.settle();
    window.write("gewoon");
    assert_eq!(window.note(), "gewoon", "the key of the filter does nothing here");
    star(&mut window, "Welkomstwoord");
    assert!(window.is_on("Ster: Welkomstwoord"));
    window.click("Meer over dit onderdeel");
    window.tick("Ster bij dit onderdeel");
    window.wait_until("the star is gone", |state| !is_starred(state, "Welkomstwoord"));
    window.write("!");
    assert_eq!(window.note(), "gewoon!");
}

#[test]
fn a_day_with_times_shows_its_gaps_its_breaks_and_what_is_cancelled() {
    let folder = tempfile::tempdir().expect("a folder");
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    let session = |title: &str, kind, start, end| SessionFacts {
        title: title.to_owned(),
        kind,
        start,
        end,
        ..SessionFacts::default()
    };
    let programme = Programme {
        format: "test",
        day: DayFacts {
            title: "Klein".to_owned(),
            date: NaiveDate::from_ymd_opt(2019, 12, 27),
            ..DayFacts::default()
        },
        sessions: vec![
            session("Opening", SessionKind::Opening, time(10, 0), time(11, 0)),
            session("Pauze", SessionKind::Break, time(11, 0), time(11, 15)),
            session("Zaagt", SessionKind::Talk, time(11, 30), time(12, 0)),
            session("Slot", SessionKind::Closing, time(12, 15), time(13, 0)),
        ],
        ..Programme::default()
    };
    store(folder.path(), &programme);
    let database = Connection::open(folder.path().join("plenair.db")).expect("a database");
    let changed = database.execute("UPDATE session SET cancelled = 1 WHERE title = 'Zaagt'", []);
    assert_eq!(changed, Ok(1));
    drop(database);
    let window = TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(1200.0, 780.0), FIRST_MORNING);
    assert_eq!(
        window.rows(),
        [
            "1, Opening, 10:00–11:00, 0 regels, nu bezig",
            "2, Pauze, 11:00–11:15, 0 regels, straks",
            "3, Zaagt, 11:30–12:00, 0 regels, niet meer in het programma",
            "4, Slot, 12:15–13:00, 0 regels",
        ]
    );
    assert!(window.shows("60 min"), "from the end of the break");
}
