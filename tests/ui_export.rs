//! Handing over from the window: documents in every format, copies for mail and word processors, a page to print.

#[path = "support/document.rs"]
mod document;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use plenair::app::dialog::Dialog;
use plenair::app::state::Notice;
use plenair::domain::language::Language;
use plenair::export::Content;
use plenair::files::write_whole;
use window::TestWindow;

/// A word that is private, and may be in nothing that goes out unasked.
const CANARY: &str = "kanarievogel";

/// Where the notes are: documents go beside that folder.
fn home(folder: &Path) -> PathBuf {
    folder.join("plenair")
}

/// A window on a day with two lines for others and one that is private.
fn noted(folder: &Path) -> TestWindow {
    let mut window = TestWindow::open(&home(folder));
    window.click_session("Uitdagingen");
    window.write("Toezicht moet op orde #toezicht\n");
    window.write(&format!("privé: over @Bram en {CANARY} #toezicht\nvraag: wie pakt dit op"));
    window.settle();
    window
}

/// Everything in a file or a folder, with what is zipped unzipped.
fn contents(path: &Path) -> String {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("a folder");
        return entries.map(|entry| contents(&entry.expect("an entry").path())).collect();
    }
    document::raw_text(&Content::File(std::fs::read(path).expect("a file")))
}

/// Waits for what follows from the form.
fn work_out(window: &mut TestWindow) {
    window.settle();
    window.wait_until("the first page is there", |state| match &state.dialog {
        Some(Dialog::Export(form)) => form.is_worked_out(),
        _ => false,
    });
    window.settle();
}

fn fill_path(window: &mut TestWindow, field: &str, path: &Path) {
    window.fill(field, &path.display().to_string());
    work_out(window);
}

/// Opens the dialog with this format.
fn open(window: &mut TestWindow, format: &str) {
    window.click("Exporteren…");
    window.choose(format);
    work_out(window);
}

fn export(window: &mut TestWindow) {
    window.click("Exporteren");
    window.wait_until("the document is written", |state| state.dialog.is_none() && state.notice.is_some());
    window.settle();
}

#[test]
fn every_format_lands_on_the_disk_is_counted_and_holds_no_private_line() {
    let formats = [
        ("Markdown", "Bestand", "dag.md", 2),
        ("Map met notities", "Map", "notities", 2),
        ("Terugkoppeling", "Bestand", "terugkoppeling.html", 2),
        ("Webpagina", "Bestand", "dag.html", 2),
        ("Word", "Bestand", "dag.docx", 2),
        ("LibreOffice", "Bestand", "dag.odt", 2),
        ("Tabellen", "Map", "tabellen", 2),
        ("JSON", "Bestand", "dag.json", 2),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    for (format, field, name, lines) in formats {
        open(&mut window, format);
        let path = folder.path().join(name);
        fill_path(&mut window, field, &path);
        export(&mut window);
        let counted = format!("7 onderdelen, {lines} regels, 1 alleen voor mij weggelaten.");
        assert!(window.says(&counted), "{format}: {:?}", window.state().notice);
        assert!(window.says(&path.display().to_string()), "{format}");
        let contents = contents(&path);
        assert!(contents.contains("wie pakt dit op"), "{format}");
        assert!(!contents.contains(CANARY), "{format}");
    }
}

#[test]
fn the_path_follows_the_format_until_it_is_typed_over_and_then_only_its_ending_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    open(&mut window, "JSON");
    assert!(
        window.filled("Bestand").ends_with("netwerkdag-grote-steden-2023.json"),
        "{}",
        window.filled("Bestand")
    );
    window.choose("Terugkoppeling");
    window.settle();
    assert!(window.filled("Bestand").ends_with("netwerkdag-grote-steden-2023-terugkoppeling.html"));
    window.choose("Map met notities");
    window.settle();
    assert!(window.filled("Map").ends_with("netwerkdag-grote-steden-2023"));
    window.choose("Word");
    window.settle();
    fill_path(&mut window, "Bestand", &folder.path().join("v. 1.docx"));
    window.choose("LibreOffice");
    window.settle();
    assert_eq!(window.filled("Bestand"), folder.path().join("v. 1.odt").display().to_string());
    window.choose("Map met notities");
    window.settle();
    assert_eq!(window.filled("Map"), folder.path().join("v. 1").display().to_string());
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    let path = folder.path().join("dag.md");
    write_whole(&path, b"van iemand anders", false).expect("a file");
    open(&mut window, "Markdown");
    fill_path(&mut window, "Bestand", &path);
    assert!(window.says("Daar staat al iets."));
    window.click("Exporteren");
    window.focus("Bestand");
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "van iemand anders");
    window.tick("Vervangen");
    export(&mut window);
    assert!(contents(&path).contains("wie pakt dit op"));
    // A path that is free asks nothing.
    window.click("Nogmaals…");
    work_out(&mut window);
    assert!(window.says("Daar staat al iets."), "what was just written is not replaced unasked either");
    fill_path(&mut window, "Bestand", &folder.path().join("vrij.md"));
    assert!(!window.shows("Vervangen"));
}

#[test]
fn private_lines_go_along_when_that_is_asked_for_and_their_number_is_told_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    open(&mut window, "Markdown");
    assert!(!window.shows(CANARY_ON_PAGE), "not on the first page");
    window.tick("Ook wat alleen voor mij is (1 regel)");
    let path = folder.path().join("dag.md");
    fill_path(&mut window, "Bestand", &path);
    assert!(window.shows(CANARY_ON_PAGE), "on the first page");
    export(&mut window);
    assert!(window.says("7 onderdelen, 3 regels."));
    assert!(contents(&path).contains(CANARY));
    // The next time it has to be asked for anew.
    window.click("Exporteren…");
    window.settle();
    window.click("Annuleren");
}

/// The private line as the first page would show it.
const CANARY_ON_PAGE: &str = "over @Bram en kanarievogel";

#[test]
fn a_session_a_trend_a_person_or_all_days() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    window.click_session("Ambities");
    window.write("iets anders van @Noor");
    window.settle();
    let cases = [
        (None, Some("Dit onderdeel"), "iets anders", "wie pakt dit op"),
        (Some(("Eén trend", "#toezicht")), None, "Toezicht moet", "wie pakt dit op"),
        (Some(("Eén persoon", "Noor")), None, "iets anders", "Toezicht moet"),
        (None, Some("Alle dagen"), "Toezicht moet", CANARY),
    ];
    for (index, (list, segment, holds, lacks)) in cases.into_iter().enumerate() {
        open(&mut window, "Markdown");
        if let Some((list, row)) = list {
            window.choose_from(list, row);
        }
        if let Some(segment) = segment {
            window.choose(segment);
        }
        window.settle();
        let path = folder.path().join(format!("deel-{index}.md"));
        fill_path(&mut window, "Bestand", &path);
        export(&mut window);
        let contents = contents(&path);
        assert!(contents.contains(holds) && !contents.contains(lacks), "{holds}: {contents}");
        assert!(!contents.contains(CANARY));
    }
}

#[test]
fn what_was_written_can_be_opened_and_so_can_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    let path = folder.path().join("dag.docx");
    window.click("Exporteren…");
    fill_path(&mut window, "Bestand", &path);
    export(&mut window);
    window.click("Openen");
    assert_eq!(window.opened(1), std::slice::from_ref(&path));
    window.click("Map tonen");
    assert_eq!(window.opened(2), [path.clone(), folder.path().to_path_buf()]);
    std::fs::remove_file(&path).expect("it was there");
    window.click("Openen");
    window.opened(3);
    window.wait_until("the failure is told", |state| matches!(state.notice, Some(Notice::NotOpened(_))));
}

#[test]
fn the_next_window_proposes_the_same_format_and_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    open(&mut window, "LibreOffice");
    fill_path(&mut window, "Bestand", &elsewhere.path().join("dag.odt"));
    export(&mut window);
    window.close();
    drop(window);
    let mut window = TestWindow::open_as_left(&home(folder.path()));
    window.click("Exporteren…");
    window.settle();
    let proposed = elsewhere.path().join("netwerkdag-grote-steden-2023.odt");
    assert_eq!(window.filled("Bestand"), proposed.display().to_string());
}

#[test]
fn a_session_is_copied_with_its_headings_and_without_what_is_private() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    window.choose_command("Meer over dit onderdeel", "Onderdeel kopiëren voor Outlook/Word");
    window.settle();
    assert!(window.says("Gekopieerd voor Outlook en Word: 2 regels, 1 alleen voor mij weggelaten."));
    let (text, html) = window.on_clipboard();
    let html = html.expect("HTML");
    assert!(html.contains("<h2>3. Uitdagingen") && html.contains("wie pakt dit op"), "{html}");
    assert!(text.starts_with("## 3. Uitdagingen") && text.contains("wie pakt dit op"), "{text}");
    assert!(!html.contains(CANARY) && !text.contains(CANARY));
    window.click("Ook die kopiëren");
    window.settle();
    let (text, html) = window.on_clipboard();
    assert!(html.is_some_and(|html| html.contains(CANARY)) && text.contains(CANARY));
    assert!(window.says("3 regels."));
}

#[test]
fn the_selected_lines_are_copied() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    window.choose_command("Meer over dit onderdeel", "Regels kopiëren voor Outlook/Word");
    window.settle();
    let (text, html) = window.on_clipboard();
    let html = html.expect("HTML");
    assert!(
        html.contains("wie pakt dit op") && !html.contains("Toezicht") && !html.contains("<h2"),
        "{html}"
    );
    assert!(text.contains("wie pakt dit op") && !text.contains("Toezicht"), "{text}");
}

#[test]
fn a_private_line_alone_leaves_the_clipboard_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = TestWindow::open(&home(folder.path()));
    window.write(&format!("privé: {CANARY}"));
    window.copy_elsewhere("van iemand anders", None);
    window.choose_command("Meer over dit onderdeel", "Regels kopiëren voor Outlook/Word");
    window.settle();
    assert!(window.says("Er is niets gekopieerd. 1 regel is alleen voor mij."));
    assert_eq!(window.on_clipboard().0, "van iemand anders");
}

#[test]
fn a_clipboard_without_formatting_gets_markdown_and_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    window.plain_clipboard();
    window.choose_command("Meer", "Terugkoppeling kopiëren voor Outlook/Word");
    window.settle();
    assert!(window.says("Gekopieerd als Markdown"));
    let (text, html) = window.on_clipboard();
    assert!(html.is_none() && text.contains("wie pakt dit op") && !text.contains(CANARY), "{text}");
}

#[test]
fn the_day_is_printed_by_the_browser_from_a_page_that_goes_with_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = noted(folder.path());
    window.press(Modifiers::COMMAND, Key::P);
    let opened = window.opened(1);
    let page = opened.first().expect("a page");
    assert!(window.says("Druk in de browser op Ctrl+P."));
    assert!(window.says("1 regel alleen voor mij weggelaten."));
    let contents = contents(page);
    assert!(contents.starts_with("<!DOCTYPE html>") && !contents.contains(CANARY));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = page.parent().expect("a folder").metadata().expect("it").permissions().mode();
        assert_eq!(mode & 0o077, 0, "only this user can enter");
    }
    // Once more: the same page, with what was typed since.
    window.write(" en nog iets");
    window.press(Modifiers::COMMAND, Key::P);
    window.opened(2);
    assert!(std::fs::read_to_string(page).expect("a page").contains("en nog iets"));
    window.close();
    drop(window);
    assert!(!page.exists() && !page.parent().expect("a folder").exists());
}

#[test]
fn a_small_window_and_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Vec2::new(640.0, 480.0);
    let mut window = TestWindow::open_as(&home(folder.path()), Language::English, size, window::NOW);
    window.write("action: call back");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.settle();
    assert_eq!(window.focused_name(), "File");
    assert_eq!(window.named(Role::RadioButton, "Web page"), 1);
    window.choose("Web page");
    let path = folder.path().join("day.html");
    fill_path(&mut window, "File", &path);
    window.focus("File");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until("the document is written", |state| state.dialog.is_none() && state.notice.is_some());
    assert!(contents(&path).contains("call back"));
    window.settle();
    assert!(window.says("Exported to"), "{:?}", window.state().notice);
}
