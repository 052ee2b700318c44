//! For everyone: what a screen reader is told, menus that open with a key, panels as wide as somebody wants them.

#[path = "support/window.rs"]
mod window;

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Context, Event, Key, Modifiers, Theme, Vec2};
use plenair::app::settings::Colours;
use plenair::domain::language::Language;
use plenair::ui::system_look::SystemLook;
use plenair::ui::theme;
use window::{NOW, TestWindow};

fn menu_key(window: &mut TestWindow) {
    window.press(Modifiers::SHIFT, Key::F10);
    window.settle();
}

#[test]
fn every_part_of_the_window_has_a_name_to_jump_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    for name in ["Dag en weergaven", "Programma", "Notitie", "Uit deze notitie", "Status"] {
        assert_eq!(window.named(Role::Region, name), 1, "{name}");
    }
    assert_eq!(window.named(Role::ListBox, "Programma"), 1);
    window.press(Modifiers::ALT, Key::Num3);
    assert_eq!(window.named(Role::Region, "Overzicht"), 1);
    assert_eq!(window.named(Role::Region, "Notitie"), 0);
}

#[test]
fn the_menu_of_a_session_opens_with_a_key_and_gives_the_focus_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.focus_session("Inleiding");
    window.step();
    menu_key(&mut window);
    assert_eq!(window.named(Role::Menu, "Inleiding"), 1);
    assert_eq!(window.focused_name(), "Kernpunten en mee naar huis", "its first row");
    let open = window.state().page().map(|page| page.session.facts.title.clone());
    assert_eq!(open.as_deref(), Some("Inleiding"), "the commands are about that session");
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    assert_eq!(window.named(Role::Menu, "Inleiding"), 0);
    assert!(window.focused_name().starts_with("2, Inleiding"), "{}", window.focused_name());
}

#[test]
fn the_menu_of_a_trend_opens_with_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.focus_named(Role::Button, "#toezicht, De basis op orde: toezicht en handhaving");
    window.step();
    menu_key(&mut window);
    window.click("Alles over deze trend");
    window.settle();
    assert!(window.headings().contains(&"#toezicht".to_owned()), "{:?}", window.headings());
}

#[test]
fn the_menu_of_the_line_opens_with_the_menu_key_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("Wie pakt dit op");
    menu_key(&mut window);
    assert!(window.menu_is_open());
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    assert_eq!(window.note(), "- [ ] Wie pakt dit op", "its first row is the first kind");
}

#[test]
fn a_panel_stays_as_wide_as_it_was_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let width = |window: &TestWindow| window.width_of(Role::Region, "Programma");
    let usual = width(&window);
    window.focus_named(Role::Splitter, "Breedte van het programma");
    window.step();
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert!(width(&window) >= usual + 30.0, "{} {usual}", width(&window));
    let wide = width(&window);
    window.close();
    drop(window);
    let window = TestWindow::open_as_left(folder.path());
    assert!((width(&window) - wide).abs() < 1.0, "{} {wide}", width(&window));
}

#[test]
fn who_makes_the_notes_is_offered_after_the_sign_for_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.press(Modifiers::COMMAND, Key::Comma);
    window.fill("Mijn naam", "Quirine Zelfkant");
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    window.write("@qui");
    assert!(
        window.choices().iter().any(|choice| choice.contains("Quirine Zelfkant")),
        "{:?}",
        window.choices()
    );
}

#[test]
fn a_menu_closes_when_a_row_is_chosen_with_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.click("Meer");
    window.click_in_menu("Lezen");
    window.settle();
    assert_eq!(window.roles(Role::Menu), 0);
    assert_eq!(window.named(Role::Region, "Lezen"), 1);
}

#[test]
fn going_to_the_note_with_a_key_types_nothing_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    window.write("Toezicht");
    for key in [Key::Num1, Key::Num2, Key::Num1] {
        let name = key.name().to_owned();
        let pressed =
            Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::ALT };
        // As the system does: with Alt, a digit is a text too.
        window.events([pressed, Event::Text(name)]);
        window.settle();
    }
    assert_eq!(window.note(), "Toezicht");
}

#[test]
fn a_panel_that_was_brought_back_in_a_narrow_window_is_there_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Vec2::new(640.0, 480.0);
    let mut window = TestWindow::open_as(folder.path(), Language::Dutch, size, NOW);
    assert_eq!(window.named(Role::Region, "Programma"), 0);
    window.click("Programma");
    assert_eq!(window.named(Role::Region, "Programma"), 1);
    window.close();
    drop(window);
    let window = TestWindow::open_as_left_in(folder.path(), size);
    assert_eq!(window.named(Role::Region, "Programma"), 1);
}

/// What lies behind text in the light and in the dark colours.
fn grounds(ctx: &Context) -> [Color32; 2] {
    [Theme::Light, Theme::Dark].map(|theme| ctx.style_of(theme).visuals.text_edit_bg_color.expect("a ground"))
}

#[test]
fn colours_as_the_system_has_them_follow_what_it_asks() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let usual = grounds(window.ctx());
    window.system_asks(SystemLook { dark: Some(true), contrast: true });
    let with_contrast = Context::default();
    theme::wear(&with_contrast, Colours::ContrastDark, SystemLook::default());
    assert_ne!(usual, grounds(&with_contrast));
    assert_eq!(grounds(window.ctx()), grounds(&with_contrast));
    assert_eq!(window.ctx().options(|options| options.fallback_theme), Theme::Dark);
    window.system_asks(SystemLook { dark: Some(false), contrast: false });
    assert_eq!(grounds(window.ctx()), usual);
    assert_eq!(window.ctx().options(|options| options.fallback_theme), Theme::Light);
    // Who chose colours keeps them.
    window.press(Modifiers::COMMAND, Key::Comma);
    window.choose("Donker");
    window.press(Modifiers::NONE, Key::Escape);
    window.system_asks(SystemLook { dark: Some(true), contrast: true });
    assert_eq!(grounds(window.ctx()), usual);
}

#[test]
fn in_the_bar_on_top_nothing_touches_at_any_width() {
    let folder = tempfile::tempdir().expect("a folder");
    for width in [640.0, 760.0, 880.0, 1040.0, 1200.0, 1280.0] {
        for language in Language::ALL {
            let mut window = TestWindow::open_as(folder.path(), language, Vec2::new(width, 480.0), NOW);
            let mut found = window.overlaps_in_header();
            window.press(Modifiers::NONE, Key::F9);
            window.settle();
            found.extend(window.overlaps_in_header());
            assert!(found.is_empty(), "{width} {language:?}: {found:?}");
        }
    }
}

#[test]
fn the_buttons_above_the_note_stand_in_one_row() {
    let folder = tempfile::tempdir().expect("a folder");
    for (width, language) in
        [(1200.0, Language::Dutch), (1200.0, Language::English), (640.0, Language::Dutch)]
    {
        let window = TestWindow::open_as(folder.path(), language, Vec2::new(width, 780.0), NOW);
        let keys = ["kind-action", "kind-figure", "mark-star", "mark-private"];
        let tops = keys.map(|key| window.top_of(Role::Button, &window.word(key)));
        assert!(tops.iter().all(|top| (top - tops[0]).abs() < 1.0), "{width} {language:?}: {tops:?}");
    }
}

#[test]
fn the_lowest_window_has_room_for_lines_of_the_note() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(320.0, 240.0), NOW);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.settle();
    assert_eq!(
        window.headings(),
        ["Uitdagingen lokaal veiligheidsbeleid"],
        "a title that is longer than a line"
    );
    let status = 240.0 - theme::space::STATUS;
    assert!(window.note_top() < status - 60.0, "the note begins at {}", window.note_top());
}

#[test]
fn the_buttons_of_a_dialog_that_is_longer_than_the_window_stay_in_sight() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open_as(folder.path(), Language::Dutch, Vec2::new(640.0, 480.0), NOW);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::E);
    window.settle();
    let export = window.word("export-dialog-now");
    assert!(
        window.top_of(Role::Button, &export) < 480.0 - theme::space::TARGET,
        "at the bottom of the window"
    );
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::F2);
    window.settle();
    let change = window.word("session-form-now");
    assert!(window.top_of(Role::Button, &change) < 480.0 - theme::space::TARGET);
    window.click(&change);
    window.settle();
    assert!(window.state().dialog.is_none(), "and can be pressed there");
}

#[test]
fn the_menu_of_another_session_is_as_wide_as_that_of_the_open_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(folder.path());
    let mut width = |session: &str| {
        window.right_click_session(session);
        window.settle();
        let width = window.width_of(Role::Button, "Onderdeel naar de prullenbak");
        window.press(Modifiers::NONE, Key::Escape);
        width
    };
    let open = width("Welkomstwoord");
    let other = width("Inleiding");
    assert!((open - other).abs() < 1.0, "{open} and {other}");
}
