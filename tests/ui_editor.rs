//! The note at hand: lists, whole lines, bold and italic, the gutter and its menu, chips, and find and replace.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use window::TestWindow;

const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT_SHIFT: Modifiers = Modifiers { alt: true, shift: true, ..Modifiers::NONE };
const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn open() -> (tempfile::TempDir, TestWindow) {
    let folder = tempfile::tempdir().expect("a folder");
    let window = TestWindow::open_on_the_day(folder.path());
    (folder, window)
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn a_list_goes_on_with_enter_and_ends_with_one_more() {
    let (_folder, mut window) = open();
    window.write("- een\ntwee\n\ngewoon");
    assert_eq!(window.note(), "- een\n- twee\ngewoon");
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "- een\n- twee\n- ", "the list that ended is one step of undo");
}

#[test]
fn the_next_line_of_a_list_is_one_step_of_undo() {
    let (_folder, mut window) = open();
    window.write("1. een");
    window.settle();
    window.write("\n");
    assert_eq!(window.note(), "1. een\n2. ");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "1. een");
}

#[test]
fn an_action_after_an_action_may_become_something_else() {
    let (_folder, mut window) = open();
    window.write("actie: bellen\nafspraak: in juni\n");
    assert_eq!(window.note(), "- [ ] bellen\nafspraak: in juni\n");
}

#[test]
fn tab_moves_a_line_of_a_list_and_leaves_the_note_elsewhere() {
    let (_folder, mut window) = open();
    window.write("- een\ntwee");
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.note(), "- een\n  - twee");
    window.press(SHIFT, Key::Tab);
    window.press(SHIFT, Key::Tab);
    assert_eq!(window.note(), "- een\n- twee");
    window.write("!");
    assert_eq!(window.note(), "- een\n- twee!", "the caret is still in the note");

    let (_folder, mut window) = open();
    window.write("gewoon");
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.note(), "gewoon", "no tab in the text");
    assert!(!window.note_has_focus(), "the next control has the focus");
}

#[test]
fn keys_that_come_in_one_frame_are_taken_in_their_order() {
    let (_folder, mut window) = open();
    let text = |letters: &str| Event::Text(letters.to_owned());
    window.events([
        text("- een"),
        key(Key::Enter),
        text("twee"),
        key(Key::Enter),
        key(Key::Enter),
        text("drie #toe"),
        key(Key::Tab),
        text("klaar"),
    ]);
    window.settle();
    assert_eq!(window.note(), "- een\n- twee\ndrie #toezicht klaar");
}

#[test]
fn a_command_in_the_same_frame_as_letters_comes_after_them() {
    let (_folder, mut window) = open();
    let next = Event::Key {
        key: Key::ArrowDown,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    window.events([Event::Text("hier".to_owned()), next, Event::Text("daar".to_owned())]);
    window.settle();
    assert_eq!(window.note(), "daar");
    window.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.note(), "hier");
}

#[test]
fn whole_lines_are_moved_doubled_and_taken_out() {
    let (_folder, mut window) = open();
    window.write("een\ntwee\ndrie");
    window.press(ALT_SHIFT, Key::ArrowUp);
    assert_eq!(window.note(), "een\ndrie\ntwee");
    window.write("!");
    assert_eq!(window.note(), "een\ndrie!\ntwee", "the caret went along");
    window.press(COMMAND_SHIFT, Key::D);
    assert_eq!(window.note(), "een\ndrie!\ndrie!\ntwee");
    window.press(COMMAND_SHIFT, Key::K);
    assert_eq!(window.note(), "een\ndrie!\ntwee");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "een\ndrie!\ndrie!\ntwee");
}

#[test]
fn a_line_that_moves_keeps_its_time_and_its_id() {
    let (_folder, mut window) = open();
    window.write("een\ntwee\ndrie");
    window.settle();
    let before = window.lines();
    window.press(ALT_SHIFT, Key::ArrowUp);
    window.press(ALT_SHIFT, Key::ArrowUp);
    window.settle();
    let after = window.lines();
    assert_eq!(after, [before[2].clone(), before[0].clone(), before[1].clone()]);
}

#[test]
fn kinds_and_marks_go_on_every_selected_line() {
    let (_folder, mut window) = open();
    window.write("een\ntwee");
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!(window.note(), "vraag: een\nvraag: twee");
    window.press(COMMAND_SHIFT, Key::P);
    assert_eq!(window.note(), "vraag: privé: een\nvraag: privé: twee", "the lines are still selected");
    window.click("Belangrijk");
    assert_eq!(window.note(), "vraag: ★ privé: een\nvraag: ★ privé: twee");
}

#[test]
fn words_become_bold_and_italic() {
    let (_folder, mut window) = open();
    window.write("de basis");
    window.press(Modifiers::COMMAND, Key::B);
    assert_eq!(window.note(), "de **basis**");
    window.press(Modifiers::COMMAND, Key::I);
    assert_eq!(window.note(), "de ***basis***");
    window.press(Modifiers::COMMAND, Key::B);
    assert_eq!(window.note(), "de *basis*");
}

#[test]
fn the_gutter_says_when_a_line_was_written_and_what_it_is() {
    let (_folder, mut window) = open();
    window.write("een\nvraag: wie\n★ actie");
    window.settle();
    assert_eq!(
        window.buttons("Regel "),
        ["Regel 1, 14:32, opmerking", "Regel 2, 14:32, Vraag", "Regel 3, 14:32, opmerking, Belangrijk"]
    );
}

#[test]
fn a_line_that_is_written_after_the_day_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("nagekomen");
    window.settle();
    assert_eq!(window.buttons("Regel "), ["Regel 1, later genoteerd, vr 17 maart 2023, 14:32, opmerking"]);
}

#[test]
fn the_menu_of_a_line_makes_it_something_else() {
    let (_folder, mut window) = open();
    window.write("een\ntwee\ndrie");
    window.settle();
    window.click("Regel 2, 14:32, opmerking");
    window.click_in_menu("Afspraak");
    assert_eq!(window.note(), "een\nafspraak: twee\ndrie");
    window.write("!");
    assert_eq!(window.note(), "een\nafspraak: twee!\ndrie", "the note has the focus again, in that line");
}

#[test]
fn the_menu_of_the_line_opens_with_a_key_and_closes_with_esc() {
    let (_folder, mut window) = open();
    window.write("een\ntwee");
    window.settle();
    window.press(Modifiers::ALT, Key::Enter);
    assert!(window.menu_is_open());
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.menu_is_open());
    window.write("!");
    assert_eq!(window.note(), "een\ntwee!");
    window.press(Modifiers::ALT, Key::Enter);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.note(), "een\n- [ ] twee!", "Enter takes the first row");
}

#[test]
fn a_date_that_was_read_wrongly_is_mended_with_a_click() {
    let (_folder, mut window) = open();
    window.write("actie: bellen voor 4-12");
    window.settle();
    window.click("Begrepen in regel 1: ma 4 december");
    window.click_in_menu("wo 12 april 2023");
    assert_eq!(window.note(), "- [ ] bellen voor 2023-04-12");
    window.settle();
    window.click("Begrepen in regel 1: wo 12 april");
    window.click_in_menu("Geen termijn");
    assert_eq!(window.note(), "- [ ] bellen `voor 2023-04-12`");
    window.settle();
    assert_eq!(window.buttons("Begrepen in regel"), Vec::<String>::new());
}

#[test]
fn a_quote_is_asked_whose_words_it_is() {
    let (_folder, mut window) = open();
    window.click_session("Uitdagingen");
    window.write("citaat: blijf praten");
    window.settle();
    window.click("Begrepen in regel 1: van wie?");
    window.click_in_menu("dr. Julien van Ostaaijen");
    assert_eq!(window.note(), "citaat: blijf praten — dr. Julien van Ostaaijen");
    window.settle();
    assert_eq!(window.buttons("van wie?"), Vec::<String>::new());
}

#[test]
fn a_share_is_worked_out_and_a_number_offers_to_be_a_figure() {
    let (_folder, mut window) = open();
    window.write("47 van 258 respondenten");
    window.settle();
    window.click("Begrepen in regel 1: cijfer?");
    assert_eq!(window.note(), "cijfer: 47 van 258 respondenten");
    window.settle();
    assert_eq!(window.buttons("Begrepen"), ["Begrepen in regel 1: 47 van 258 = 18,2 %"]);
}

#[test]
fn words_are_found_and_replaced_in_the_note() {
    let (_folder, mut window) = open();
    window.write("Toezicht op orde\nmeer toezicht\nhandhaving");
    window.press(Modifiers::COMMAND, Key::H);
    window.write("toezicht");
    assert!(window.shows("1 van 2") || window.shows("2 van 2"), "the places are counted");
    window.fill("Vervangen door", "aandacht");
    window.click("Vervang alles");
    assert_eq!(window.note(), "aandacht op orde\nmeer aandacht\nhandhaving");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "Toezicht op orde\nmeer toezicht\nhandhaving", "all of it is one step");
}

#[test]
fn what_was_replaced_everywhere_is_taken_back_at_once() {
    let (_folder, mut window) = open();
    window.write("zaal een\nzaal twee");
    window.press(Modifiers::COMMAND, Key::H);
    window.write("zaal");
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.focused_name(), "Vervangen door");
    window.write("ZAAL");
    window.click("Vervang alles");
    assert_eq!(window.note(), "ZAAL een\nZAAL twee");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "zaal een\nzaal twee");
}

#[test]
fn other_words_are_looked_for_by_typing_them() {
    let (_folder, mut window) = open();
    window.write("een twee drie");
    window.press(Modifiers::COMMAND, Key::F);
    let buttons = |window: &TestWindow| window.top_of(Role::Button, "Vorige plek");
    let empty = buttons(&window);
    window.write("twee");
    assert!((buttons(&window) - empty).abs() < 1.0);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::F);
    window.write("drie");
    assert!(window.shows("1 van 1"), "what was looked for before is gone");
}

#[test]
fn enter_walks_through_what_is_found_and_esc_leaves_the_caret_there() {
    let (_folder, mut window) = open();
    window.write("een twee een");
    window.press(Modifiers { ctrl: true, ..Modifiers::COMMAND }, Key::Home);
    window.press(Modifiers::COMMAND, Key::F);
    window.write("een");
    assert!(window.shows("1 van 2"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("2 van 2"));
    window.press(Modifiers::NONE, Key::Escape);
    window.write("drie");
    assert_eq!(window.note(), "een twee drie", "what was found was selected");
}

#[test]
fn times_can_be_left_out() {
    let (_folder, mut window) = open();
    window.write("een");
    window.settle();
    window.click("Meer");
    window.click_in_menu("Tijden naast de notitie tonen of verbergen");
    assert!(!window.state().shows_times);
}

#[test]
fn the_commands_that_are_needed_most_cost_one_chord() {
    let (_folder, mut window) = open();
    // From the start to typing: nothing.
    window.write("dit is voor mij");
    window.press(COMMAND_SHIFT, Key::P);
    assert_eq!(window.note(), "privé: dit is voor mij");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.write("in het volgende");
    assert_eq!(window.note(), "in het volgende");
}
