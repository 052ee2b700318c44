//! What a person sets for the window as a whole: it shows at once, and is there again next time.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Key, Modifiers, Vec2};
use plenair::app::settings::Colours;
use plenair::domain::language::Language;
use plenair::files::write_whole;
use plenair::ui::theme::palette::{CONTRAST_DARK, CONTRAST_LIGHT};
use window::{NOW, TestWindow};

fn open_settings(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::Comma);
}

fn paper(window: &TestWindow) -> Color32 {
    let ctx = window.ctx();
    ctx.style_of(ctx.theme()).visuals.extreme_bg_color
}

fn written(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("window.json")).unwrap_or_default()
}

/// Closes the dialog and waits until what was set is on the disk.
fn close_and_wait(window: &mut TestWindow, folder: &tempfile::TempDir, words: &str) {
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.state().dialog.is_none(), "Esc closes it");
    window.wait_until("it is written", |_| written(folder).contains(words));
}

#[test]
fn english_is_there_at_once_and_next_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::ALT, Key::Num3);
    assert_eq!(window.named(Role::Tab, "Overzicht"), 1);
    open_settings(&mut window);
    window.choose("English");
    assert_eq!((window.named(Role::Tab, "Overview"), window.named(Role::Tab, "Overzicht")), (1, 0));
    assert!(window.headings().contains(&"Settings".to_owned()), "{:?}", window.headings());
    assert!(window.headings().contains(&"Overview".to_owned()), "{:?}", window.headings());
    close_and_wait(&mut window, &folder, r#""language":"en""#);
    window.press(Modifiers::ALT, Key::Num1);
    assert!(window.rows().iter().any(|row| row.contains("lines")), "{:?}", window.rows());
    drop(window);
    let window = TestWindow::open_as_left(folder.path());
    assert_eq!(window.named(Role::Tab, "Overview"), 1);
}

#[test]
fn what_is_said_on_the_command_line_goes_before_what_is_remembered() {
    let settings = plenair::app::settings::Settings {
        language: Some(Language::English),
        ..plenair::app::settings::Settings::default()
    };
    assert_eq!(settings.spoken(Some(Language::Dutch)), Language::Dutch);
    assert_eq!(settings.spoken(None), Language::English);
}

#[test]
fn high_contrast_has_its_own_colours() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    open_settings(&mut window);
    window.choose("Hoog contrast, licht");
    assert_eq!(paper(&window), CONTRAST_LIGHT.paper);
    window.choose("Hoog contrast, donker");
    assert_eq!(paper(&window), CONTRAST_DARK.paper);
    close_and_wait(&mut window, &folder, "contrast-dark");
    drop(window);
    let window = TestWindow::open_as_left(folder.path());
    assert_eq!(paper(&window), CONTRAST_DARK.paper);
    assert_eq!(window.state().settings.colours, Colours::ContrastDark);
}

#[test]
fn the_zoom_goes_in_steps_stays_within_bounds_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    open_settings(&mut window);
    window.click("Groter");
    window.click("Groter");
    assert!(window.shows("120 %"));
    assert!((window.ctx().zoom_factor() - 1.2).abs() < 0.001);
    window.press(Modifiers::COMMAND, Key::Minus);
    assert!(window.shows("110 %"), "the keys of the zoom are the same zoom");
    for _ in 0..30 {
        window.press(Modifiers::COMMAND, Key::Plus);
    }
    assert_eq!(window.state().settings.zoom.percent(), 300);
    assert!((window.ctx().zoom_factor() - 3.0).abs() < 0.001);
    for _ in 0..30 {
        window.press(Modifiers::COMMAND, Key::Minus);
    }
    assert_eq!(window.state().settings.zoom.percent(), 80);
    assert!((window.ctx().zoom_factor() - 0.8).abs() < 0.001);
    close_and_wait(&mut window, &folder, r#""zoom":80"#);
    drop(window);
    let mut window = TestWindow::open_as_left(folder.path());
    assert!((window.ctx().zoom_factor() - 0.8).abs() < 0.001);
    window.press(Modifiers::COMMAND, Key::Num0);
    assert_eq!(window.state().settings.zoom.percent(), 100);
}

#[test]
fn names_times_and_the_folder_for_backups_are_in_one_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Meer");
    window.click_in_menu("Instellingen…");
    window.fill("Mijn naam", "Noor de Wit");
    window.fill("Mijn organisatie", "Gemeente Voorbeeld");
    window.tick("Tijden naast de regels");
    assert!(!window.state().shows_times);
    window.click("Naast de notities");
    window.wait_until("it is chosen", |state| state.backup_folder.is_some());
    window.step();
    assert!(window.says("Back-ups staan voortaan in"));
    close_and_wait(&mut window, &folder, "Gemeente Voorbeeld");
    assert!(written(&folder).contains(r#""hides_times":true"#));
    drop(window);
    let mut window = TestWindow::open_as_left(folder.path());
    assert!(!window.state().shows_times);
    open_settings(&mut window);
    assert_eq!(window.state().settings.my_name, "Noor de Wit");
    window.click("Waar staan mijn notities?");
    assert!(window.headings().contains(&"Waar staan mijn notities?".to_owned()));
}

#[test]
fn a_broken_file_is_as_good_as_none() {
    for broken in ["", "{\"zoom\":", "[1,2]", "\u{fffd}\u{0}", r#"{"size":{"width":1}}"#] {
        let folder = tempfile::tempdir().expect("a folder");
        write_whole(&folder.path().join("window.json"), broken.as_bytes(), true).expect("a file");
        let window = TestWindow::open_as_left(folder.path());
        assert_eq!(window.named(Role::Tab, "Overzicht"), 1, "{broken}");
        assert_eq!(window.state().settings.zoom.percent(), 100, "{broken}");
    }
}

#[test]
fn help_says_what_program_this_is_and_where_the_notes_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::NONE, Key::F1);
    assert!(window.headings().contains(&"Over Plenair".to_owned()));
    assert!(window.shows(env!("CARGO_PKG_VERSION")) && window.shows("MIT") && window.shows("Apache"));
    assert!(window.shows(&folder.path().display().to_string()));
}

#[test]
fn a_line_is_seen_while_it_is_typed_in_a_window_of_320_points() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(320.0, 240.0), NOW);
    window.write("dit zie je");
    assert_eq!(window.note(), "dit zie je");
    // The line itself, above the footer and the status line.
    assert!(window.note_top() + 24.0 <= 240.0 - 64.0, "the note starts at {}", window.note_top());
}

/// Every view and every dialog that opens without more, as small as the smallest window at twice the usual size.
#[test]
fn everything_is_within_a_window_of_320_points() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = TestWindow::open_as(folder.path(), language, Vec2::new(320.0, 240.0), NOW);
        let mut found = Vec::new();
        for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            window.press(Modifiers::ALT, view);
            window.settle();
            found.extend(window.out_of_sight().into_iter().map(|what| format!("{view:?}: {what}")));
            found.extend(window.overlaps_in_header());
        }
        window.press(Modifiers::ALT, Key::Num1);
        let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
        window.press(ctrl_shift, Key::H);
        window.settle();
        found.extend(window.out_of_sight().into_iter().map(|what| format!("below the note: {what}")));
        window.press(ctrl_shift, Key::H);
        let dialogs = [
            (Modifiers::COMMAND, Key::Comma),
            (Modifiers::NONE, Key::F1),
            (Modifiers::NONE, Key::F2),
            (Modifiers::COMMAND, Key::K),
            (Modifiers::COMMAND, Key::O),
            (ctrl_shift, Key::E),
            (ctrl_shift, Key::O),
            (ctrl_shift, Key::F),
        ];
        for (modifiers, key) in dialogs {
            window.press(modifiers, key);
            window.settle();
            found.extend(
                window.out_of_sight().into_iter().map(|what| format!("{modifiers:?} {key:?}: {what}")),
            );
            window.press(Modifiers::NONE, Key::Escape);
        }
        assert!(found.is_empty(), "{language:?}: {found:#?}");
    }
}
