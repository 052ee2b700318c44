//! Every screen that there is a picture of, and how somebody gets there with keys and clicks. How a screen looks is not told here;
//! nor is what becomes of its picture.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, PointerButton};
use plenair::app::dialog::Dialog;
use plenair::app::state::{Notice, State};
use plenair::app::view::View;

use super::mail::MAIL;
use super::window::TestWindow;

const NONE: Modifiers = Modifiers::NONE;
/// Keys that go by Ctrl itself, and not by what is Cmd on a Mac.
const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };
const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// A screen: its name, and how somebody gets there from where it begins.
pub type Screen = (&'static str, fn(&mut TestWindow));

/// From where somebody goes to a screen.
pub struct Place {
    /// How the title of its day begins.
    day: &'static str,
    /// The place of its session in the programme, from 1.
    session: u32,
    /// The view that is open instead of its note, by its key with Alt.
    view: Option<Key>,
}

/// The note with most lines, on the example day.
pub const FULL: Place = Place { day: "Netwerkdag", session: 3, view: None };
/// A note of a few lines, on a day with few of them: what lies over it is what the picture is of.
pub const SHORT: Place = Place { day: "Regiodag", session: 2, view: None };
/// The list of days, with least behind a dialog.
pub const DAYS: Place = Place { day: "Regiodag", session: 2, view: Some(Key::Num5) };

/// What the window is for: the note, and the views on what was noted.
pub const MAIN: [Screen; 11] = [
    ("note", |_| {}),
    ("trends", trends),
    ("trend", trend),
    ("overview", |window| window.press(Modifiers::ALT, Key::Num3)),
    ("overview-all-days", overview_of_all_days),
    ("people", person),
    ("days", |window| window.press(Modifiers::ALT, Key::Num5)),
    ("search", search),
    ("unfinished", |window| main_menu(window, "view-unfinished")),
    ("reading", |window| main_menu(window, "view-reading")),
    ("preview", preview),
];

/// What is seen of a window that is as narrow as a telephone too, besides those.
pub const WHEN_NARROW: [Screen; 5] = [
    ("main-menu", |window| click_word(window, "menu-main")),
    ("settings", |window| window.press(Modifiers::COMMAND, Key::Comma)),
    ("export", export),
    ("palette", palette),
    ("exported", exported),
];

/// More of the example day.
pub const OF_EXAMPLE: [Screen; 6] = [
    ("unfinished-trends", |window| unfinished(window, "step-trends")),
    ("unfinished-evaluation", |window| unfinished(window, "step-evaluation")),
    ("note-figures", |window| go_to_session(window, 4)),
    ("note-points", points),
    ("note-discussion", discussion),
    ("note-footer", |window| window.press(COMMAND_SHIFT, Key::H)),
];

/// What lies over a note, and views with little in them.
pub const OF_SHORT_DAY: [Screen; 16] = [
    ("line-menu", |window| window.press(Modifiers::ALT, Key::Enter)),
    ("session-menu", |window| click_word(window, "menu-session")),
    ("main-menu", |window| click_word(window, "menu-main")),
    ("note-find", find_in_note),
    ("session-form", |window| window.press(NONE, Key::F2)),
    ("join", |window| session_menu(window, "command-join")),
    ("move", |window| window.press(COMMAND_SHIFT, Key::M)),
    ("line-time", |window| session_menu(window, "command-line-time")),
    ("trend-merge", trend_merge),
    ("overview-chosen", overview_chosen),
    ("overview-words", overview_words),
    ("overview-nothing-found", overview_filtered),
    ("walk", walk),
    ("person-alike", person_alike),
    ("search-empty", |window| search_for(window, "")),
    ("search-choices", |window| search_for(window, "soort:")),
];

/// Dialogs, and the menus of days.
pub const DIALOGS: [Screen; 12] = [
    ("days-menu", days_menu),
    ("day-menu", |window| window.press(Modifiers::SHIFT, Key::F10)),
    ("palette", palette),
    ("export", export),
    ("settings", |window| window.press(Modifiers::COMMAND, Key::Comma)),
    ("help", |window| window.press(NONE, Key::F1)),
    ("help-about", about),
    ("open-failed", open_failed),
    ("bring-in-found", bring_in_found),
    ("whereabouts", whereabouts),
    ("erase", |window| main_menu(window, "command-erase-day")),
    ("drop", |window| window.hold_file_over("programma.ics")),
];

/// Those that leave something behind, one after the other.
pub const LASTING: [Screen; 8] = [
    ("exported", exported),
    ("history", history),
    ("note-choices", |window| window.write(" en #bu")),
    ("participants-left-out", participants_left_out),
    ("update", update),
    ("tie", tie),
    ("trash", trash),
    ("empty-day", empty_day),
];

/// Goes to a place; to a note with the caret at its end.
pub fn go_to(window: &mut TestWindow, place: &Place) {
    window.hold_no_file();
    while window.is_busy() {
        window.press(NONE, Key::Escape);
    }
    for (word, is_there) in
        [("dismiss", window.state().notice.is_some()), ("walk-close", window.state().walk.is_some())]
    {
        let word = window.word(word);
        if is_there && window.buttons(&word).contains(&word) {
            window.click(&word);
        }
    }
    open_day(window, place.day);
    go_to_session(window, place.session);
    // Out of a field beside the note.
    let note = window.word("note");
    window.focus(&note);
    window.press(CTRL, Key::End);
    if let Some(key) = place.view {
        view(window, key);
    }
}

/// Goes to a session of the day with keys: a small window has the programme behind a button.
fn go_to_session(window: &mut TestWindow, number: u32) {
    while window.state().page().is_none_or(|page| page.session.position != number) {
        let up = window.state().page().is_some_and(|page| page.session.position > number);
        window.press(Modifiers::ALT, if up { Key::ArrowUp } else { Key::ArrowDown });
    }
}

/// Opens the day whose title begins so, unless it is open.
pub fn open_day(window: &mut TestWindow, title: &str) {
    let is_open =
        |state: &State| state.book.as_ref().is_some_and(|book| book.day.facts.title.starts_with(title));
    if is_open(window.state()) {
        return;
    }
    window.open_day(title);
    window.wait_until("the day is there", is_open);
    window.settle();
}

fn click_word(window: &mut TestWindow, key: &str) {
    let word = window.word(key);
    window.click(&word);
}

fn main_menu(window: &mut TestWindow, key: &str) {
    click_word(window, "menu-main");
    let row = window.word(key);
    window.click_in_menu(&row);
}

fn session_menu(window: &mut TestWindow, key: &str) {
    click_word(window, "menu-session");
    let row = window.word(key);
    window.click_in_menu(&row);
}

fn days_menu(window: &mut TestWindow) {
    let name = format!("{}: ", window.word("days"));
    let button = window.buttons(&name)[0].clone();
    window.click(&button);
}

fn find_in_note(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::H);
    let field = window.word("find-field");
    window.fill(&field, "wijk");
}

fn view(window: &mut TestWindow, key: Key) {
    window.press(Modifiers::ALT, key);
    window.settle();
}

fn trends(window: &mut TestWindow) {
    view(window, Key::Num2);
    let cells = window.buttons("De noodzaak van permanent onderhoud");
    // A narrow window has no room for the column of every session.
    let all = window.word("trends-all-sessions");
    let found = |column: &str| cells.iter().find(|cell| cell.contains(column));
    let cell = found("Uitdagingen").or_else(|| found(&all)).expect("a cell").clone();
    window.click(&cell);
}

fn trend(window: &mut TestWindow) {
    page_of_trend(window, "Verharding en onrust, ");
}

fn page_of_trend(window: &mut TestWindow, name: &str) {
    view(window, Key::Num2);
    // A low window has drawn the first only, which has the focus.
    match window.buttons(name).first().cloned() {
        Some(name) => window.click(&name),
        None => window.press(NONE, Key::Enter),
    }
    window.wait_until("the lines of the trend", |state| !state.trend_lines.lines.is_empty());
}

/// The form of a trend, with the menu of those that it can become part of.
fn trend_merge(window: &mut TestWindow) {
    page_of_trend(window, "toezicht, ");
    click_word(window, "trend-change");
    click_word(window, "trend-form-merge");
}

fn overview_of_this_day(window: &mut TestWindow) {
    view(window, Key::Num3);
    if window.state().afterwards.overview.all_days {
        let this_day = window.word("overview-this-day");
        window.choose(&this_day);
        window.settle();
    }
}

fn overview_of_all_days(window: &mut TestWindow) {
    view(window, Key::Num3);
    let all = window.word("overview-all-days");
    window.choose(&all);
    window.wait_until("all days are there", |state| state.afterwards.overview.lists.actions.len() > 6);
}

/// Two lines, with what can be done with both.
fn overview_chosen(window: &mut TestWindow) {
    overview_of_this_day(window);
    for line in ["voorbeeld van een convenant", "dank sturen"] {
        window.click_item_at(line, 80.0, PointerButton::Primary, Modifiers::COMMAND);
    }
}

fn overview_words(window: &mut TestWindow) {
    overview_of_this_day(window);
    window.press(NONE, Key::F4);
}

fn overview_filtered(window: &mut TestWindow) {
    overview_of_this_day(window);
    let field = window.word("overview-filter");
    window.fill(&field, "niets hiervan");
}

/// A line of the overview in its note, beside the list that it is from.
fn walk(window: &mut TestWindow) {
    overview_of_this_day(window);
    let field = window.word("overview-filter");
    window.fill(&field, "");
    window.click_item("voorbeeld van een convenant");
    window.wait_until("the note is there", |state| state.view == View::Day && state.walk.is_some());
    window.settle();
    if window.roles(Role::ListItem) == 0 {
        // A narrow window has it behind a button.
        click_word(window, "programme");
    }
}

fn person(window: &mut TestWindow) {
    view(window, Key::Num4);
    if !window.items().iter().any(|item| item.contains("Noor de Wit")) {
        let field = window.word("people-filter");
        window.fill(&field, "Noor");
    }
    window.click_item("Noor de Wit");
}

fn person_alike(window: &mut TestWindow) {
    view(window, Key::Num4);
    let field = window.word("people-filter");
    window.fill(&field, "Veld");
    window.click_item("Joris Veldhuizen");
}

fn search_for(window: &mut TestWindow, words: &str) {
    window.press(COMMAND_SHIFT, Key::F);
    window.settle();
    let field = window.word("view-search");
    window.fill(&field, words);
}

fn search(window: &mut TestWindow) {
    search_for(window, "wijk");
    window.wait_until("something is found", |state| {
        state.searching.found.as_ref().is_some_and(|found| !found.hits.is_empty())
    });
}

fn unfinished(window: &mut TestWindow, step: &str) {
    main_menu(window, "view-unfinished");
    let name = format!("{}, ", window.word(step));
    if window.buttons(&name).is_empty() {
        // A narrow window has the steps in a menu.
        let menu = format!("{}: ", window.word("view-unfinished"));
        let menu = window.buttons(&menu)[0].clone();
        window.click(&menu);
    }
    let button = window.buttons(&name)[0].clone();
    window.click(&button);
}

fn export(window: &mut TestWindow) {
    window.press(COMMAND_SHIFT, Key::E);
    window.wait_until("the first page is there", |state| match &state.dialog {
        Some(Dialog::Export(form)) => form.is_worked_out(),
        _ => false,
    });
}

fn palette(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::K);
    window.write("toe");
}

fn preview(window: &mut TestWindow) {
    window.copy_elsewhere(MAIL, None);
    window.press(COMMAND_SHIFT, Key::O);
    window.wait_until("the text was read", |state| {
        state.preview.as_ref().is_some_and(|preview| !preview.is_reading() && !preview.wants_clipboard)
    });
}

/// The panel beside the note, also where that is behind a button, from its first list on.
fn unfold_point(window: &mut TestWindow, point: &str) {
    let unfold = window.state().texts.with("point-more", &[("point", point.into())]);
    if window.buttons(&unfold).is_empty() {
        click_word(window, "from-this-note");
    }
    window.click(&unfold);
    window.settle();
    window.bring_into_view(&unfold);
}

fn points(window: &mut TestWindow) {
    unfold_point(window, "3, Verharding en onrust");
}

fn discussion(window: &mut TestWindow) {
    go_to_session(window, 4);
    unfold_point(window, "1, Wie zijn we?");
}

fn about(window: &mut TestWindow) {
    window.press(NONE, Key::F1);
    window.settle();
    window.press(NONE, Key::End);
}

/// A file of these pictures, beside the notes.
fn beside_notes(window: &TestWindow, name: &str) -> String {
    let folder = window.state().path.ancestors().nth(2).expect("the folder around that of the notes");
    folder.join(name).display().to_string()
}

fn fill_path(window: &mut TestWindow, (field, name): (&str, &str), button: &str) {
    let (field, path) = (window.word(field), beside_notes(window, name));
    window.fill(&field, &path);
    click_word(window, button);
}

fn open_failed(window: &mut TestWindow) {
    window.press(Modifiers::COMMAND, Key::O);
    fill_path(window, ("path", "weg.ics"), "open-now");
    window.wait_until("it is said", |state| matches!(state.notice, Some(Notice::Problem(_))));
}

fn bring_in_found(window: &mut TestWindow) {
    window.press(COMMAND_SHIFT, Key::I);
    fill_path(window, ("notes-path", "Kluis"), "notes-look");
    window.wait_until(
        "it was read",
        |state| matches!(&state.dialog, Some(Dialog::BringIn(asked)) if asked.found().is_some()),
    );
}

/// Where the notes are, and the one backup of them.
fn whereabouts(window: &mut TestWindow) {
    main_menu(window, "command-whereabouts");
    window.wait_until("the backup is there", |state| match &state.dialog {
        Some(Dialog::Whereabouts(whereabouts)) => {
            whereabouts.backups.as_ref().is_some_and(|all| all.len() == 1)
        }
        _ => false,
    });
}

fn exported(window: &mut TestWindow) {
    export(window);
    fill_path(window, ("path", "regiodag.docx"), "export-dialog-now");
    window.wait_until("it is written", |state| matches!(state.notice, Some(Notice::Exported(_))));
}

fn history(window: &mut TestWindow) {
    window.copy_elsewhere("\nDe kaart komt na #burgers", None);
    window.paste();
    window.settle();
    session_menu(window, "command-history");
    window.wait_until(
        "the versions are there",
        |state| matches!(&state.dialog, Some(Dialog::History(history)) if !history.diff.is_empty()),
    );
}

fn participants_left_out(window: &mut TestWindow) {
    main_menu(window, "command-participants");
    let field = window.word("participants-field");
    window.fill(&field, "Tineke Schutte, gemeente Deventer, wijkmanager\n12345\nHerman Plooy, politie\n???");
    click_word(window, "participants-now");
    window.wait_until(
        "what is left is shown",
        |state| matches!(&state.dialog, Some(Dialog::Participants(asked)) if !asked.left_out.is_empty()),
    );
}

fn update(window: &mut TestWindow) {
    main_menu(window, "command-update");
    fill_path(window, ("path", "programma.txt"), "update-compare");
    window.wait_until("they are compared", |state| matches!(state.dialog, Some(Dialog::Update(_))));
}

/// A session that is no longer on the programme goes on as another one.
fn tie(window: &mut TestWindow) {
    update(window);
    window.settle();
    click_word(window, "update-now");
    window.wait_until("the day is another", |state| state.dialog.is_none());
    go_to_session(window, 3);
    session_menu(window, "command-tie");
}

fn trash(window: &mut TestWindow) {
    session_menu(window, "command-trash-session");
    window.wait_until("it is gone", |state| matches!(state.notice, Some(Notice::Done(_))));
    window.settle();
    main_menu(window, "command-trash");
    window.wait_until(
        "what is in the trash is there",
        |state| matches!(&state.dialog, Some(Dialog::Trash(Some(items))) if !items.is_empty()),
    );
}

fn empty_day(window: &mut TestWindow) {
    view(window, Key::Num5);
    click_word(window, "command-empty-day");
    window.wait_until("the day is there", |state| {
        state.book.as_ref().is_some_and(|book| book.day.slug == "2023-03-17")
    });
}
