//! Looking back: trends across sessions, one trend on all days, search, the days, the walk through the day, the page to read.

#[path = "support/window.rs"]
mod window;

use eframe::egui::{Event, Key, Modifiers, Vec2};
use plenair::app::draft::Draft;
use plenair::app::view::View;
use plenair::domain::language::Language;
use plenair::domain::review::unfinished::Step;
use window::{NOW, TestWindow};

const NONE: Modifiers = Modifiers::NONE;

/// The example day with these lines in its first note.
fn noted(text: &str) -> (tempfile::TempDir, TestWindow) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write(text);
    window.settle();
    (folder, window)
}

/// The text of the open note, which a view hides.
fn text(window: &TestWindow) -> String {
    window.state().draft.as_ref().map(|draft| draft.text.clone()).unwrap_or_default()
}

fn show(window: &mut TestWindow, key: Key) {
    window.press(Modifiers::ALT, key);
    window.settle();
}

#[test]
fn the_map_of_trends_counts_and_its_lines_are_one_step_from_their_place() {
    let (_folder, mut window) = noted("eerst #toezicht\ndan iets anders\nnog eens #handhaving");
    show(&mut window, Key::Num2);
    assert_eq!(window.state().view, View::Trends);
    let cells = window.buttons("De basis op orde: toezicht en handhaving");
    assert!(cells.iter().any(|cell| cell.ends_with("2 regels")), "an alias counts along: {cells:?}");
    let cell =
        cells.iter().find(|cell| cell.contains("Welkomstwoord")).expect("the cell of the session").clone();
    window.click(&cell);
    window.settle();
    let line = window.buttons("nog eens #handhaving");
    assert_eq!(line.len(), 1, "the sentences themselves");
    window.click(&line[0].clone());
    window.settle();
    assert_eq!(window.state().view, View::Day);
    let walk = window.state().walk.as_ref().expect("the list stays");
    assert_eq!((walk.places.len(), walk.at), (2, 1));
    assert!(window.shows("2 van 2 · F8 volgende"));
    window.press(Modifiers::SHIFT, Key::F8);
    assert_eq!(window.state().draft.as_ref().map(Draft::line), Some(0));
    window.click("Terug naar de lijst");
    window.settle();
    assert_eq!(window.state().view, View::Trends);
}

#[test]
fn lines_without_a_trend_get_one_with_a_letter_and_the_next_is_at_hand() {
    let (_folder, mut window) = noted("een\ntwee\ndrie");
    show(&mut window, Key::Num2);
    let all = window.buttons("Nog zonder trend");
    window.click(&all[0].clone());
    window.settle();
    assert!(window.focused_name().starts_with("een"), "{}", window.focused_name());
    window.event(Event::Text("b".to_owned()));
    window.wait_until("the first trend", |state| {
        state.draft.as_ref().is_some_and(|it| it.text.contains("een #"))
    });
    assert!(window.focused_name().starts_with("twee"), "{}", window.focused_name());
    window.event(Event::Text("a".to_owned()));
    window.wait_until("the next trend", |state| {
        state.draft.as_ref().is_some_and(|it| it.text.contains("twee #"))
    });
    assert_eq!(text(&window), "een #samenhang\ntwee #onderhoud\ndrie");
    assert!(window.focused_name().starts_with("drie"), "{}", window.focused_name());
}

#[test]
fn a_trend_is_renamed_in_all_its_lines_and_back_in_one_step() {
    let (_folder, mut window) = noted("dit is #nieuw\nen dit ook #Nieuw, echt");
    show(&mut window, Key::Num2);
    let name = window.buttons("nieuw, 2 regels");
    window.click(&name[0].clone());
    window.wait_until("the lines of the trend", |state| state.trend_lines.lines.len() == 2);
    window.click("Trend wijzigen…");
    window.fill("Tag, na #", "anders");
    window.click("Wijzigen");
    window.wait_until("the other tag", |state| {
        state.draft.as_ref().is_some_and(|it| it.text.contains("#anders"))
    });
    assert_eq!(text(&window), "dit is #anders\nen dit ook #anders, echt");
    assert_eq!(window.state().view, View::Trend("anders".to_owned()));
    window.click("Ongedaan maken");
    window.wait_until("the tag of before", |state| {
        state.draft.as_ref().is_some_and(|it| it.text.contains("#nieuw"))
    });
    assert_eq!(text(&window), "dit is #nieuw\nen dit ook #Nieuw, echt");
}

#[test]
fn a_trend_that_is_deleted_leaves_its_word() {
    let (_folder, mut window) = noted("dit is #nieuw");
    show(&mut window, Key::Num2);
    window.click(&window.buttons("nieuw, 1 regel")[0].clone());
    window.wait_until("the lines of the trend", |state| !state.trend_lines.lines.is_empty());
    window.click("Trend wijzigen…");
    window.click("Trend verwijderen");
    window.wait_until("the word", |state| state.draft.as_ref().is_some_and(|it| !it.text.contains('#')));
    assert_eq!(text(&window), "dit is nieuw");
    assert_eq!(window.state().view, View::Trends);
}

#[test]
fn search_finds_while_it_is_typed_and_leads_to_the_line() {
    let (_folder, mut window) = noted("gesprek over de wijkagént\nniets");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.settle();
    assert_eq!(window.state().view, View::Search);
    assert_eq!(window.focused_name(), "Zoeken in alle dagen");
    window.fill("Zoeken in alle dagen", "wijkagent");
    window.wait_until("what is found", |state| {
        state.searching.found.as_ref().is_some_and(|it| it.hits.len() == 1)
    });
    assert!(window.shows("1 regel gevonden"));
    window.press(NONE, Key::ArrowDown);
    window.step();
    window.press(NONE, Key::Enter);
    window.settle();
    assert_eq!(window.state().view, View::Day);
    assert_eq!(window.state().draft.as_ref().map(Draft::line), Some(0));
    assert_eq!(window.state().searching.recent, ["wijkagent"]);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.settle();
    assert_eq!(window.state().view, View::Search, "one step back");
}

#[test]
fn a_filter_is_completed_with_tab() {
    let (_folder, mut window) = noted("iets #toezicht\nanders #onderhoud");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.settle();
    window.write("trend:toez");
    window.step();
    window.press(NONE, Key::Tab);
    window.wait_until("the filter", |state| state.searching.query == "trend:toezicht ");
    window.wait_until("what is found", |state| {
        state.searching.found.as_ref().is_some_and(|it| it.hits.len() == 1)
    });
}

#[test]
fn the_days_say_what_is_open_and_esc_goes_back_to_the_note() {
    let (_folder, mut window) = noted("actie: bellen\nactie: schrijven\nklaar");
    show(&mut window, Key::Num5);
    window.wait_until("the list", |state| state.days.len() == 1);
    let day = window.items().into_iter().find(|item| item.contains("Netwerkdag")).expect("the day");
    assert!(day.contains("7 onderdelen"), "{day}");
    window.press(NONE, Key::Escape);
    window.settle();
    assert_eq!(window.state().view, View::Day);
    assert!(window.note_has_focus());
}

#[test]
fn a_day_that_has_passed_says_what_is_still_to_be_done_when_it_is_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_on_the_day(folder.path());
    window.click("Vandaag: lege dag");
    window.wait_until("the day of today", |state| state.book.as_ref().is_some_and(|book| !book.day.example));
    window.write("actie: bellen\nactie: schrijven");
    window.settle();
    window.close();
    drop(window);
    let size = Vec2::new(1200.0, 780.0);
    let mut later = TestWindow::open_as(folder.path(), Language::Dutch, size, "2023-04-20T10:00:00+02:00");
    assert!(later.state().book.as_ref().is_some_and(|book| !book.day.example), "the day it was left at");
    assert!(later.shows("Van deze dag zijn nog 2 acties open."));
    later.click("Bekijken");
    later.settle();
    assert_eq!(later.state().view, View::Overview);
}

#[test]
fn the_walk_goes_through_what_is_unfinished() {
    let (_folder, mut window) = noted("actie: bellen\nvraag: wie doet dit?");
    window.click("Meer");
    window.click_in_menu("Dag nalopen");
    window.settle();
    assert_eq!(window.state().view, View::Unfinished);
    let unfinished = &window.state().afterwards.unfinished;
    let left = |step| unfinished.left(step);
    assert_eq!((left(Step::MainPoints), left(Step::Actions), left(Step::Questions)), (1, 1, 1));
    assert!(window.buttons("Losse acties").iter().any(|name| name.ends_with("Nog één ding")));
    window.click(&window.buttons("Losse acties")[0].clone());
    window.settle();
    assert!(window.buttons("bellen").iter().any(|name| name.contains("wie? wanneer?")), "what it lacks");
}

#[test]
fn a_note_and_a_day_can_be_read_as_a_page() {
    let (_folder, mut window) = noted("★ de kern van het verhaal\nvraag: en nu?");
    window.click("Meer");
    window.click_in_menu("Lezen");
    window.settle();
    assert_eq!(window.state().view, View::Reading(None));
    assert!(
        window.headings().iter().any(|heading| heading.contains("Welkomstwoord")),
        "{:?}",
        window.headings()
    );
    assert!(window.state().afterwards.page.contains("de kern van het verhaal"));
    window.press(NONE, Key::Escape);
    window.settle();
    assert_eq!(window.state().view, View::Day);
}

#[test]
fn commands_of_the_note_do_nothing_to_it_in_a_view() {
    let (_folder, mut window) = noted("een");
    show(&mut window, Key::Num5);
    window.press(Modifiers::COMMAND, Key::Num1);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.event(Event::Text("x".to_owned()));
    window.settle();
    assert_eq!(text(&window), "een");
}

#[test]
fn every_view_opens_in_a_small_window_in_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::English, Vec2::new(640.0, 480.0), NOW);
    window.write("first #trend\naction: call @Bram");
    window.settle();
    for (key, view) in [
        (Key::Num2, View::Trends),
        (Key::Num3, View::Overview),
        (Key::Num4, View::People),
        (Key::Num5, View::Days),
        (Key::Num1, View::Day),
    ] {
        show(&mut window, key);
        assert_eq!(window.state().view, view);
    }
}
