//! Finding one's way in the window: by typing a part of it, back and forward, by the clock, over the panes, and help.

#[path = "support/window.rs"]
mod window;

use std::fmt::Write as _;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use plenair::app::dialog::Dialog;
use plenair::domain::language::Language;
use window::{NOW, TestWindow};

const SHIFT_PRIMARY: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn window() -> (tempfile::TempDir, TestWindow) {
    let folder = tempfile::tempdir().expect("a folder");
    let window = TestWindow::open(folder.path());
    (folder, window)
}

fn title(window: &TestWindow) -> String {
    window.state().page().map(|page| page.session.facts.title.clone()).expect("an open session")
}

fn find(window: &mut TestWindow, query: &str) {
    window.press(Modifiers::COMMAND, Key::K);
    window.write(query);
}

#[test]
fn a_session_is_opened_by_typing_a_part_of_its_speaker() {
    let (_folder, mut window) = window();
    window.write("blijft staan");
    window.press(Modifiers::NONE, Key::Home);
    find(&mut window, "ostaa");
    assert_eq!(window.focused_name(), "Onderdeel, opdracht, trend, persoon of regel");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(title(&window), "Uitdagingen lokaal veiligheidsbeleid");
    window.write("meteen verder");
    assert_eq!(window.note(), "meteen verder", "the note has the focus");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.note(), "blijft staan", "Ctrl+K deleted nothing");
    find(&mut window, "7");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page().map(|page| page.session.position), Some(7));
}

#[test]
fn a_command_runs_and_its_keys_are_shown() {
    let (_folder, mut window) = window();
    window.write("dit doen we");
    find(&mut window, "afspr");
    assert!(window.shows("Afspraak, opdracht, Ctrl+4"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.note(), "afspraak: dit doen we");
    find(&mut window, "prul");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.shows("Onderdeel naar de prullenbak, opdracht"), "the finder is closed");
    find(&mut window, "opnieuw doen");
    assert!(window.shows("Niets gevonden"), "what does nothing now is not there");
}

#[test]
fn a_line_is_jumped_to_in_its_session() {
    let (_folder, mut window) = window();
    window.write("eerste regel\nover de Bijlmer\nderde regel");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.write("elders");
    find(&mut window, "bijlm");
    window.press(Modifiers::NONE, Key::Enter);
    window.write("!");
    assert_eq!(window.note(), "eerste regel\nover de Bijlmer!\nderde regel");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.note(), "elders", "and back again");
}

#[test]
fn what_was_typed_a_moment_ago_is_found() {
    let (_folder, mut window) = window();
    window.write("nog niet bewaard");
    find(&mut window, "nog niet");
    assert!(window.shows("nog niet bewaard, regel"));
}

#[test]
fn a_trend_shows_its_lines_and_esc_goes_one_step_back() {
    let (_folder, mut window) = window();
    window.write("basis #toezicht\ntussenin\nvaker #handhaving");
    find(&mut window, "#toe");
    assert!(window.shows("toezicht, De basis op orde") || window.shows("#toezicht  De basis op orde"));
    assert!(window.shows("toont 2 regels"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(
        window.roles(Role::ListBoxOption),
        2 + sessions(&window),
        "its lines, and the programme behind"
    );
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("toont 2 regels"));
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.write(".");
    assert_eq!(window.note(), "basis #toezicht\ntussenin\nvaker #handhaving.", "an alias is its trend");
    find(&mut window, "#onderm");
    assert!(window.shows("zet bij deze regel"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.note().ends_with("vaker #handhaving. #ondermijning"), "{}", window.note());
}

fn sessions(window: &TestWindow) -> usize {
    window.state().book.as_ref().map_or(0, |book| book.pages.len())
}

#[test]
fn a_person_leads_to_where_the_name_is() {
    let (_folder, mut window) = window();
    window.write("bellen met @[Noor de Wit] hierover");
    window.press(Modifiers::ALT, Key::ArrowDown);
    find(&mut window, "@noor");
    assert!(window.shows("Noor de Wit, persoon, naar de regel in 1"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.note(), "bellen met @[Noor de Wit] hierover");
}

#[test]
fn esc_closes_and_gives_the_note_its_focus() {
    let (_folder, mut window) = window();
    window.write("abc");
    window.press(Modifiers::NONE, Key::ArrowLeft);
    find(&mut window, "xyz");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none());
    window.write("-");
    assert_eq!(window.note(), "ab-c", "nothing of the query, and the caret where it was");
}

#[test]
fn a_click_chooses_a_row() {
    let (_folder, mut window) = window();
    find(&mut window, "ambities");
    window.click_option("onderdeel");
    assert_eq!(title(&window), "Ambities Netwerk Grote Steden");
}

#[test]
fn the_open_session_is_chosen_until_something_is_typed() {
    let (_folder, mut window) = window();
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::COMMAND, Key::K);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page().map(|page| page.session.position), Some(3));
}

#[test]
fn many_lines_are_found_and_only_the_visible_ones_are_drawn() {
    let (_folder, mut window) = window();
    let mut text = String::new();
    for number in 0..2_400 {
        writeln!(text, "regel {number} over toezicht in de wijk").expect("a text");
    }
    window.fill("Notitie", text.trim_end());
    window.settle();
    find(&mut window, "toezicht wijk");
    let Some(Dialog::Find(finder)) = &window.state().dialog else { panic!("the finder is open") };
    assert_eq!(finder.count(), 2_400);
    assert!(window.roles(Role::ListBoxOption) < 40);
    window.press(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..10 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    window.press(Modifiers::NONE, Key::Enter);
    window.write("!");
    assert!(window.note().contains("regel 81 over toezicht in de wijk!"), "the list followed the choice");
}

#[test]
fn back_and_forward_with_the_caret() {
    let (_folder, mut window) = window();
    window.write("welkom allen");
    window.press(Modifiers::NONE, Key::Home);
    window.click_session("Uitdagingen");
    window.write("basis");
    window.click_session("Ambities");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.write(">");
    assert_eq!(window.note(), ">welkom allen", "where the caret was");
    window.press(Modifiers::ALT, Key::ArrowRight);
    window.write(" op orde");
    assert_eq!(window.note(), "basis op orde");
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert!(title(&window).starts_with("Ambities"));
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert!(title(&window).starts_with("Ambities"), "there is nothing further");
}

#[test]
fn a_note_is_scrolled_as_it_was_left() {
    let (_folder, mut window) = window();
    let lines: Vec<String> = (0..200).map(|number| format!("regel {number}")).collect();
    window.fill("Notitie", &lines.join("\n"));
    window.settle();
    window.write("!");
    window.settle();
    let at_the_end = window.note_top();
    window.scroll_note(600.0);
    window.settle();
    let left_at = window.note_top();
    assert!(left_at > at_the_end + 300.0, "the wheel turns: {left_at}, {at_the_end}");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.settle();
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.settle();
    assert!((window.note_top() - left_at).abs() < 1.0, "{} and was {left_at}", window.note_top());
    window.write("x");
    window.settle();
    assert!(window.note().ends_with("regel 199!x"), "the caret is still at the end");
}

#[test]
fn f6_walks_over_the_panes_and_the_programme_over_its_sessions() {
    let (_folder, mut window) = window();
    window.write("in de notitie");
    window.press(Modifiers::NONE, Key::F6);
    assert!(window.focused_name().starts_with('#'), "the panel: {}", window.focused_name());
    window.press(Modifiers::NONE, Key::F6);
    assert!(window.focused_name().starts_with("Kernpunten"), "the footer: {}", window.focused_name());
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused_name(), "Hulp");
    window.press(Modifiers::NONE, Key::F6);
    assert!(window.focused_name().starts_with("1, Welkomstwoord"), "{}", window.focused_name());
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    assert!(window.focused_name().starts_with("3, Uitdagingen"), "{}", window.focused_name());
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert!(window.focused_name().starts_with("1, "), "it stops at the first");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page().map(|page| page.session.position), Some(2));
    window.write("hier");
    assert_eq!(window.note(), "hier", "opening gives the note the focus");
    window.press(Modifiers::SHIFT, Key::F6);
    assert!(window.focused_name().starts_with("2, "), "{}", window.focused_name());
    window.press(Modifiers::NONE, Key::F6);
    window.write("!");
    assert_eq!(window.note(), "hier!");
}

#[test]
fn f9_shows_the_note_only_and_that_is_remembered() {
    let (folder, mut window) = window();
    assert!(window.shows("UIT DEZE NOTITIE"));
    window.press(Modifiers::NONE, Key::F9);
    assert!(!window.shows("PROGRAMMA") && !window.shows("UIT DEZE NOTITIE"));
    window.write("alleen dit");
    assert_eq!(window.note(), "alleen dit");
    window.close();
    drop(window);
    let mut window = TestWindow::open_as_left(folder.path());
    assert!(!window.shows("PROGRAMMA") && !window.shows("UIT DEZE NOTITIE"));
    window.click("Programma");
    assert!(window.shows("PROGRAMMA"), "a panel can be brought back for a moment");
    window.click("Panelen weer tonen");
    assert!(window.shows("PROGRAMMA") && window.shows("UIT DEZE NOTITIE"));
}

#[test]
fn f1_tells_the_keys_and_the_words() {
    for (language, key, word) in
        [(Language::Dutch, "Alleen de notitie", "afspraak: …"), (Language::English, "Note only", "agreed: …")]
    {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = TestWindow::open_as(folder.path(), language, Vec2::new(640.0, 480.0), NOW);
        window.press(Modifiers::NONE, Key::F1);
        assert!(window.shows(key) && window.shows("F9") && window.shows(word));
        window.press(Modifiers::NONE, Key::PageDown);
        window.press(Modifiers::NONE, Key::Escape);
        assert!(window.state().dialog.is_none());
    }
}

#[test]
fn a_dialog_begins_at_its_beginning_whenever_it_is_opened() {
    let (_folder, mut window) = window();
    let top = |window: &TestWindow| window.top_of(Role::Heading, "Hulp");
    window.press(Modifiers::NONE, Key::F1);
    let first = top(&window);
    window.press(Modifiers::NONE, Key::PageDown);
    assert!(top(&window) < first, "it is scrolled");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::F1);
    assert!((top(&window) - first).abs() < 1.0, "{} and {first}", top(&window));
}

#[test]
fn help_stands_in_the_status_line_and_in_the_menu_with_its_keys() {
    let (_folder, mut window) = window();
    window.click("Hulp");
    assert_eq!(window.state().dialog, Some(Dialog::Help));
    window.click("Sluiten");
    window.click("Meer");
    assert!(window.buttons("Hulp").len() > 1 && window.buttons("Ga naar").len() == 1);
}

const TIMED: &str = r#"
[day]
title = "Dag met tijden"
date = "2023-03-17"

[[sessions]]
title = "Ochtend"
start = "09:00"
end = "12:00"

[[sessions]]
title = "Middag"
start = "13:00"
end = "17:00"

[[sessions]]
title = "Avond"
start = "19:00"
end = "21:00"
"#;

#[test]
fn the_clock_offers_the_session_that_is_on_and_takes_nobody_away() {
    let (folder, mut window) = window();
    assert!(!window.shows("Volgens het programma nu"), "without times there is nothing to offer");
    window.copy_elsewhere(TIMED, None);
    window.press(SHIFT_PRIMARY, Key::O);
    window.wait_until("the text was read", |state| {
        state.preview.as_ref().is_some_and(|preview| !preview.is_reading() && !preview.wants_clipboard)
    });
    window.settle();
    window.click("Bewaren");
    window.wait_until("the day is there", |state| {
        state.book.as_ref().is_some_and(|book| book.day.facts.title == "Dag met tijden")
    });
    window.settle();
    assert_eq!(title(&window), "Middag", "the first time at the session that is on");
    assert!(!window.shows("Volgens het programma nu"));
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.write("nog even de ochtend");
    window.settle();
    assert!(window.shows("Volgens het programma nu: 2 · Middag"));
    assert_eq!(title(&window), "Ochtend");
    window.press(Modifiers::COMMAND, Key::J);
    assert_eq!(title(&window), "Middag");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.settle();
    drop(window);
    let mut window = TestWindow::open(folder.path());
    assert_eq!(title(&window), "Avond", "later where it was left");
    window.click("Volgens het programma nu: 2 · Middag");
    assert_eq!(title(&window), "Middag");
}
