//! A day in the window, as a participant has it: choose a session, type, tag, come back, find everything.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, ImeEvent, Key, Modifiers, Vec2};
use plenair::app::state::Phase;
use plenair::domain::language::Language;
use plenair::store::Store;
use window::TestWindow;

#[test]
fn three_sessions_are_typed_in_and_everything_is_there_after_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("Goed dat we er zijn");
    window.click_session("Uitdagingen lokaal veiligheidsbeleid");
    window.write("Toezicht moet op orde #toezicht\nvraag: wie pakt dit op");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.write("afspraak: we spreken elkaar in juni");
    window.settle();
    assert!(window.shows("Opgeslagen 14:32"));
    assert!(window.shows("4 regels"));
    drop(window);

    let mut window = TestWindow::open(folder.path());
    assert_eq!(window.note(), "afspraak: we spreken elkaar in juni", "the session it was left in");
    window.write(" met @Bram");
    assert_eq!(window.note(), "afspraak: we spreken elkaar in juni met @Bram", "the caret it was left at");
    window.click_session("Uitdagingen");
    assert_eq!(window.note(), "Toezicht moet op orde #toezicht\nvraag: wie pakt dit op");
    window.click_session("Welkomstwoord");
    assert_eq!(window.note(), "Goed dat we er zijn");
}

#[test]
fn undo_never_crosses_notes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("eerste notitie");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.write("tweede");
    for _ in 0..5 {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.note(), "", "all that was typed here is undone, and no more");
    window.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.note(), "eerste notitie");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_ne!(window.note(), "eerste notitie", "its own undo is still there");
}

#[test]
fn the_first_run_shows_the_example_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    assert!(window.shows("Dit is een voorbeeld: netwerkdag 16 maart 2023."));
    assert!(window.shows("3, Uitdagingen lokaal veiligheidsbeleid, dr. Julien van Ostaaijen, 0 regels"));
    window.click("Vandaag: lege dag");
    window.wait_until("there is a day of today", |state| {
        state.book.as_ref().is_some_and(|book| book.day.slug == "2023-03-17")
    });
    window.settle();
    assert!(!window.shows("Dit is een voorbeeld"));
    window.write("los genoteerd");
    window.settle();
    drop(window);
    let window = TestWindow::open(folder.path());
    assert_eq!(window.note(), "los genoteerd", "a day dated today opens by itself");
}

#[test]
fn a_button_and_a_key_make_the_line_a_kind_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("cijfers opvragen");
    window.click("Actie");
    assert_eq!(window.note(), "- [ ] cijfers opvragen");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.note(), "- [x] cijfers opvragen");
    window.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!(window.note(), "vraag: cijfers opvragen");
    window.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!(window.note(), "cijfers opvragen");
    window.click("Belangrijk");
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    assert_eq!(window.note(), "★ privé: cijfers opvragen");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "★ cijfers opvragen", "a button is one step of undo");
    window.write(" vandaag");
    assert_eq!(window.note(), "★ cijfers opvragen vandaag", "the caret stays with the words");
}

#[test]
fn typing_actie_makes_an_action() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("actie: bellen\n[] mailen");
    assert_eq!(window.note(), "- [ ] bellen\n- [ ] mailen");
    window.settle();
    assert!(window.shows("Acties"));
    assert_eq!(window.buttons("bellen"), vec!["bellen"]);
}

#[test]
fn the_panel_fills_itself_and_leads_to_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click_session("Uitdagingen");
    window.write(
        "vraag: wie betaalt dit #toezicht\ntussenin\ncijfer: 70 % ziet meer demonstraties #handhaving",
    );
    window.settle();
    assert_eq!(window.buttons("toezicht: "), vec!["toezicht: 2 regels"], "an alias is its trend");
    window.click("wie betaalt dit #toezicht");
    window.write("?");
    assert!(window.note().starts_with("vraag: wie betaalt dit #toezicht?\n"));
    window.click("toezicht: 2 regels");
    window.write("!");
    assert!(window.note().ends_with("#handhaving!"), "the next line with the trend: {}", window.note());
}

#[test]
fn the_name_of_a_trend_tags_the_line_of_the_caret() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("De basis moet op orde");
    let name = window.buttons("toezicht en handhaving").pop().expect("the trend in the panel");
    window.click(&name);
    assert_eq!(window.note(), "De basis moet op orde #toezicht");
    window.click(&name);
    assert_eq!(window.note(), "De basis moet op orde #toezicht", "once is enough");
}

#[test]
fn a_trend_completes_with_tab_and_a_new_one_is_just_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("let op #toe");
    assert!(window.shows("De basis op orde: toezicht en handhaving"));
    window.press(Modifiers::NONE, Key::Tab);
    window.write("en #onder");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.write("ook #onrust\nvolgende");
    assert_eq!(window.note(), "let op #toezicht en #ondermijning ook #onrust\nvolgende");
}

#[test]
fn a_session_put_in_by_hand_is_typed_in_at_once_and_named_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click_session("Ambities");
    window.click("Nieuw onderdeel hierna");
    window.wait_until("the session is there", |state| {
        state.book.as_ref().is_some_and(|book| book.pages.len() == 8)
    });
    window.settle();
    window.write("258 mensen vulden de vragenlijst in");
    window.settle();
    assert!(window.shows("5, Onderdeel zonder titel, 1 regel"));
    window.fill("Titel van dit onderdeel", "Eerste resultaten verkenning");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until("the title is kept", |state| {
        state.page().is_some_and(|page| page.session.facts.title == "Eerste resultaten verkenning")
    });
    window.settle();
    assert!(window.shows("5, Eerste resultaten verkenning, 1 regel"));
    assert!(window.shows("6, De dialoog aangaan"), "what came after moved one place");
    drop(window);
    let window = TestWindow::open(folder.path());
    assert_eq!(window.note(), "258 mensen vulden de vragenlijst in");
}

#[test]
fn nothing_is_saved_between_a_preedit_and_its_commit() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("caf");
    window.settle();
    window.event(Event::Ime(ImeEvent::Preedit { text: "´".to_owned(), active_range_chars: None }));
    for _ in 0..40 {
        window.step();
    }
    assert_eq!(saved_lines(folder.path()), vec!["caf"], "two seconds later the preedit is not on the disk");
    window.event(Event::Ime(ImeEvent::Commit("é".to_owned())));
    window.settle();
    assert_eq!(window.note(), "café");
    assert_eq!(saved_lines(folder.path()), vec!["café"]);
}

#[test]
fn text_is_on_the_disk_within_a_second_of_typing_without_a_pause() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    // Twenty frames of 50 ms: one second by the window's own clock, a key in each.
    window.write("twintig letters hier");
    window.wait_until("something is saved", |state| state.saving.saved_at.is_some());
    assert!(!saved_lines(folder.path()).is_empty());
}

#[test]
fn a_window_that_falls_over_leaves_its_text_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_path_buf();
    let fall = std::panic::catch_unwind(move || {
        let mut window = TestWindow::open(&path);
        window.write("de laatste woorden");
        panic!("as a bug would");
    });
    assert!(fall.is_err());
    assert_eq!(saved_lines(folder.path()), vec!["de laatste woorden"]);
}

#[test]
fn a_store_that_is_in_use_is_shown_and_nothing_can_be_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let _held = Store::open(folder.path()).expect("a store");
    let window = TestWindow::open(folder.path());
    assert!(matches!(window.state().phase, Phase::Failed(_)));
    assert!(window.shows("Je notities kunnen niet worden geopend"));
}

#[test]
fn the_day_is_exported_from_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click_session("Uitdagingen");
    window.write("Toezicht moet op orde #toezicht\nprivé: niet voor collega's");
    window.click("Exporteren…");
    window.choose("Markdown");
    let documents = tempfile::tempdir().expect("a folder");
    let path = documents.path().join("verslag.md");
    window.fill("Bestand", &path.display().to_string());
    window.click("Exporteren");
    window.wait_until("the file is written", |state| state.notice.is_some());
    window.settle();
    assert!(window.shows("7 onderdelen, 1 regel, 1 alleen voor mij weggelaten."));
    let text = std::fs::read_to_string(path).expect("the export");
    assert!(text.contains("Toezicht moet op orde"));
    assert!(!text.contains("collega's"));
}

#[test]
fn english_is_complete_and_a_small_window_still_works() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Vec2::new(640.0, 480.0);
    let mut window = TestWindow::open_as(folder.path(), Language::English, size, window::NOW);
    window.write("action: call back");
    assert_eq!(window.note(), "- [ ] call back");
    assert!(!window.shows("3, Uitdagingen"), "the programme is folded away");
    window.click("Programme");
    window.click_session("Uitdagingen");
    assert_eq!(window.note(), "");
    window.settle();
    assert!(window.shows("Saved 14:32"));
}

fn saved_lines(folder: &std::path::Path) -> Vec<String> {
    let store = Store::open_reading(folder).expect("a store");
    let day = store.find_day("netwerkdag").expect("the example day");
    let book = store.book(day).expect("its notes");
    book.remarks().map(|remark| remark.line.text.clone()).collect()
}

#[test]
fn every_screen_has_one_heading_for_the_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = TestWindow::open(folder.path());
    assert_eq!(window.headings().iter().filter(|name| *name == "Welkomstwoord").count(), 1);
    assert_eq!(window.roles(Role::ListBoxOption), 7);
}

#[test]
fn a_key_that_has_nothing_to_do_does_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("begin");
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.write(" en verder");
    assert_eq!(window.note(), "begin en verder", "there is no session before the first");
}

#[test]
fn keys_that_are_let_go_of_within_a_frame_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let down = |pressed| Event::Key {
        key: Key::ArrowDown,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    window.events([down(true), down(false), Event::ModifiersChanged(Modifiers::NONE)]);
    window.write("bij het tweede");
    window.settle();
    assert!(window.shows("2, Inleiding, Hubert Bruls, 1 regel"));
}

#[test]
fn an_expansion_that_was_undone_stays_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("actie: ");
    window.step();
    assert_eq!(window.note(), "- [ ] ");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.note(), "actie: ");
    window.write("is een woord");
    assert_eq!(window.note(), "actie: is een woord");
}

#[test]
fn a_list_that_was_put_away_comes_back_for_the_next_trend() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("a #");
    window.press(Modifiers::NONE, Key::Escape);
    window.write(" b #toe");
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.note(), "a # b #toezicht ");
}

#[test]
fn a_title_that_is_typed_survives_going_to_another_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Titel wijzigen");
    window.fill("Titel van dit onderdeel", "Ontvangst");
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.settle();
    window.wait_until("the title is kept", |state| {
        state.book.as_ref().is_some_and(|book| book.pages[0].session.facts.title == "Ontvangst")
    });
}

#[test]
fn a_double_click_makes_one_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Nieuw onderdeel hierna");
    window.click("Nieuw onderdeel hierna");
    window.wait_until("there is one more", |state| {
        state.book.as_ref().is_some_and(|book| book.pages.len() > 7)
    });
    for _ in 0..40 {
        window.step();
    }
    window.settle();
    assert_eq!(window.roles(Role::ListBoxOption), 8);
}

#[test]
fn a_session_goes_to_the_trash_and_comes_back_with_its_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("deze regel blijft");
    window.settle();
    window.click("Meer over dit onderdeel");
    window.click("Onderdeel naar de prullenbak");
    window.wait_until("it is gone", |state| state.book.as_ref().is_some_and(|book| book.pages.len() == 6));
    window.settle();
    assert!(window.shows("Gedaan: onderdeel naar de prullenbak."));
    window.click("Ongedaan maken");
    window.wait_until("it is back", |state| state.book.as_ref().is_some_and(|book| book.pages.len() == 7));
    window.click_session("Welkomstwoord");
    assert_eq!(window.note(), "deze regel blijft");
    window.click("Meer over dit onderdeel");
    window.click("Onderdeel naar de prullenbak");
    window.wait_until("it is gone again", |state| {
        state.book.as_ref().is_some_and(|book| book.pages.len() == 6)
    });
    window.click("Meer");
    window.click("Prullenbak…");
    window.wait_until("the trash is there", |state| {
        matches!(&state.dialog, Some(plenair::app::dialog::Dialog::Trash(Some(items))) if !items.is_empty())
    });
    window.settle();
    window.click("Terugzetten: Welkomstwoord");
    window.wait_until("it is back again", |state| {
        state.book.as_ref().is_some_and(|book| book.pages.len() == 7)
    });
}

#[test]
fn an_earlier_version_is_compared_and_brought_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("zoals het was");
    window.settle();
    drop(window);
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::COMMAND, Key::A);
    window.write("per ongeluk overschreven");
    window.settle();
    window.click("Meer over dit onderdeel");
    window.click("Eerdere versies…");
    window.wait_until("the versions are there", |state| {
        matches!(&state.dialog, Some(plenair::app::dialog::Dialog::History(history)) if !history.diff.is_empty())
    });
    window.settle();
    assert!(
        window.shows("alleen toen: zoals het was") || window.shows("alleen nu: per ongeluk overschreven")
    );
    let versions = window.buttons(", 1 regel");
    let oldest = versions.iter().find(|name| name.starts_with("1 · ")).expect("the first version");
    window.click(oldest);
    window.click("Deze versie terugzetten");
    window.wait_until("it is back", |state| {
        // The first version may be of the middle of the typing.
        state
            .draft
            .as_ref()
            .is_some_and(|draft| "zoals het was".starts_with(&draft.text) && !draft.text.is_empty())
    });
}

#[test]
fn the_panel_about_the_notes_makes_a_backup_and_proves_it() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("notes");
    let mut window = TestWindow::open(&folder);
    window.write("bewaar mij");
    window.settle();
    window.click("Meer");
    window.click("Waar staan mijn notities?");
    window.settle();
    assert!(window.shows("plenair.db"));
    window.click("Nu een back-up maken");
    window.wait_until("there is a backup", |state| {
        matches!(&state.dialog, Some(plenair::app::dialog::Dialog::Whereabouts(whereabouts))
            if whereabouts.backups.as_ref().is_some_and(|backups| !backups.is_empty()))
    });
    window.settle();
    window.click("Test of terugzetten lukt");
    window.wait_until("it is proved", |state| {
        matches!(&state.dialog, Some(plenair::app::dialog::Dialog::Whereabouts(whereabouts))
            if matches!(whereabouts.proved, Some((_, Ok(_)))))
    });
}

#[test]
fn where_backups_go_is_asked_once_and_not_on_the_example() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("notes");
    let mut window = TestWindow::open_in_usual_folder(&folder);
    assert!(!window.shows("Waar mag die staan?"), "nobody keeps notes in the example");
    window.click("Vandaag: lege dag");
    window.wait_until("the day is there", |state| state.book.as_ref().is_some_and(|book| !book.day.example));
    window.settle();
    assert!(window.shows("Waar mag die staan?"));
    window.click("Naast de notities");
    window.wait_until("the answer is kept", |state| !state.asks_for_backups);
    window.settle();
    assert!(!window.shows("Waar mag die staan?"));
    drop(window);
    let window = TestWindow::open_in_usual_folder(&folder);
    assert!(!window.shows("Waar mag die staan?"));
}

#[test]
fn notes_in_a_synced_folder_are_a_risk_that_is_named() {
    let home = tempfile::tempdir().expect("a folder");
    let window = TestWindow::open(&home.path().join("Dropbox").join("notities"));
    assert!(window.shows("Let op: deze map wordt gesynchroniseerd of gedeeld door Dropbox."));
}

#[test]
fn keys_that_come_with_the_wish_to_close_go_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("Eerste");
    window.settle();
    let enter = Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| Event::Text(text.to_owned());
    // On a slow machine one frame brings all of this.
    let keys = [text(" regel"), enter.clone(), text("Tweede"), enter, text("Derde")];
    assert!(!window.close_in_a_frame_with(keys), "what comes after Enter is yet to be done");
    window.settle();
    drop(window);
    let window = TestWindow::open(folder.path());
    assert_eq!(window.note(), "Eerste regel\nTweede\nDerde");
}
