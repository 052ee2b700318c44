//! A picture of every screen, in every way that it can look, compared with the one that was accepted. What may be wrong with a
//! picture a person has to see; that it does not change unseen is what this is for.

#[path = "support/mail.rs"]
mod mail;
#[path = "support/pictured.rs"]
mod pictured;
#[path = "support/programme.rs"]
mod programme;
#[path = "support/screens.rs"]
mod screens;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};
use std::process::Command;

use eframe::egui::{Key, Modifiers, Vec2, vec2};
use image::{Rgba, RgbaImage};
use plenair::app::settings::Colours;
use plenair::domain::language::Language;
use plenair::store::Store;
use screens::{Place, Screen};
use window::{Look, TestWindow, drawn};

/// The usual size of the window.
const USUAL: Vec2 = vec2(1200.0, 780.0);
/// A window that has the screen of a laptop to itself but for a little.
const LAPTOP: Vec2 = vec2(1060.0, 700.0);
/// The smallest it can be.
const SMALLEST: Vec2 = vec2(640.0, 480.0);
/// A usual screen, on which everything is twice its size.
const TWICE: Vec2 = vec2(1280.0, 800.0);

/// A folder that is called the same everywhere, since some screens tell where the notes are.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from("target/pictures").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder goes");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The pictures of a look, and what is wrong with them.
struct Album<'a> {
    name: &'a str,
    wrong: Vec<String>,
}

impl Album<'_> {
    fn add_all(&mut self, window: &mut TestWindow, place: &Place, screens: &[Screen]) {
        for (screen, go) in screens {
            screens::go_to(window, place);
            go(window);
            self.add(window, screen);
        }
    }

    fn add(&mut self, window: &mut TestWindow, screen: &str) {
        window.settle();
        window.come_to_rest();
        let picture = window.picture();
        self.wrong.extend(drawn::compare(&picture, &format!("{}/{screen}", self.name)).err());
    }
}

/// Makes and compares the pictures of what the window is for, in a look that few windows have.
fn main_screens(name: &str, look: &Look) {
    let folder = folder(name);
    let mut album = Album { name, wrong: Vec::new() };
    let notes = folder.join("notities");
    pictured::fill(&notes);
    let mut window = TestWindow::open_to_be_seen(&notes, look);
    album.add_all(&mut window, &screens::FULL, &screens::MAIN);
    album.add_all(&mut window, &screens::SHORT, &screens::WHEN_NARROW);
    assert!(album.wrong.is_empty(), "{}", album.wrong.join("\n"));
}

/// Makes and compares the pictures of every screen in this look.
fn look(name: &str, look: &Look) {
    let folder = folder(name);
    let mut album = Album { name, wrong: Vec::new() };
    let notes = folder.join("notities");
    pictured::fill(&notes);
    pictured::put_files_beside(&folder);
    let mut window = TestWindow::open_to_be_seen(&notes, look);
    for (place, of) in [
        (&screens::FULL, screens::MAIN.as_slice()),
        (&screens::SHORT, &screens::OF_SHORT_DAY),
        (&screens::DAYS, &screens::DIALOGS),
        (&screens::FULL, &screens::OF_EXAMPLE),
    ] {
        album.add_all(&mut window, place, of);
    }
    drop(window);
    let mut window = TestWindow::open_to_be_seen(&notes, look);
    album.add_all(&mut window, &screens::SHORT, &screens::LASTING);
    drop(window);
    album.add(&mut TestWindow::open_to_be_seen(&folder.join("nieuw"), look), "first-run");
    let held = Store::open(&notes).expect("the store");
    album.add(&mut TestWindow::open_to_be_seen(&notes, look), "in-use");
    drop(held);
    large(&folder.join("groot"), look, &mut album);
    work(&folder, look, &mut album);
    assert!(album.wrong.is_empty(), "{}", album.wrong.join("\n"));
}

/// A congress of days with dozens of sessions side by side.
fn large(notes: &Path, look: &Look, album: &mut Album<'_>) {
    let mut store = Store::open(notes).expect("the store");
    store.add_day(&programme::large(), false).expect("the day");
    drop(store);
    let mut window = TestWindow::open_to_be_seen(notes, look);
    screens::open_day(&mut window, "Groot");
    window.press(Modifiers::COMMAND, Key::L);
    album.add(&mut window, "large-programme");
}

/// A file that takes its time: nobody writes into this pipe.
fn work(folder: &Path, look: &Look, album: &mut Album<'_>) {
    let pipe = folder.join("programma.pdf");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut window = TestWindow::open_to_be_seen(&folder.join("nieuw"), look);
    window.press(Modifiers::COMMAND, Key::O);
    let (field, open) = (window.word("path"), window.word("open-now"));
    window.fill(&field, &pipe.display().to_string());
    window.click(&open);
    window.wait_until("it is shown", |state| !state.under_way.is_empty());
    album.add(&mut window, "work");
    drop(std::fs::OpenOptions::new().write(true).open(&pipe).expect("the pipe"));
}

#[test]
fn what_moved_by_a_point_is_seen_and_rounding_is_not() {
    let old = drawn::accepted("light-nl/note").expect("a picture");
    let drawn = |colour: [u8; 3]| Rgba([colour[0], colour[1], colour[2], 255]);
    let rounded = RgbaImage::from_fn(old.width(), old.height(), |x, y| {
        let shift = |byte: u8| if (x + y) % 2 == 0 { byte.saturating_add(3) } else { byte.saturating_sub(3) };
        drawn(old.get_pixel(x, y).0.map(shift))
    });
    assert_eq!(drawn::difference(&old, &rounded), None);
    // The buttons above the note, one point to the right.
    let is_button = |x, y| (288..420).contains(&x) && (220..250).contains(&y);
    let moved = RgbaImage::from_fn(old.width(), old.height(), |x, y| {
        drawn(old.get_pixel(if is_button(x, y) { x - 1 } else { x }, y).0)
    });
    assert!(drawn::difference(&old, &moved).is_some());
}

/// Where lists that go on fade, at twice the size of the usual window: right above the status line.
const FADES: std::ops::Range<f32> = 1_440.0..1_500.0;

/// What is read stands out by 4.5:1 as it is drawn, and not only by the colours that it is given. At twice the size, where the
/// strokes of letters are wider than a pixel.
#[test]
fn what_is_read_stands_out_as_it_is_drawn() {
    for colours in [Colours::Light, Colours::Dark, Colours::ContrastLight, Colours::ContrastDark] {
        let notes = folder(&format!("read-{colours:?}")).join("notities");
        pictured::fill(&notes);
        let look = Look { size: 2.0 * USUAL, zoom: 200, ..usual(colours, Language::Dutch) };
        let mut window = TestWindow::open_to_be_seen(&notes, &look);
        let mut faint = Vec::new();
        let mut seen = 0;
        for (screen, go) in screens::MAIN.into_iter().filter(|(screen, _)| *screen != "preview") {
            screens::go_to(&mut window, &screens::FULL);
            go(&mut window);
            window.settle();
            window.come_to_rest();
            let picture = window.picture();
            for (words, place) in window.words_seen() {
                let Some(contrast) = drawn::contrast_in(&picture, place) else { continue };
                seen += 1;
                let is_drawn = contrast > 1.01;
                // What goes on below the status line fades there.
                let fades = FADES.contains(&place.bottom());
                if is_drawn && !fades && contrast < 4.5 {
                    faint.push(format!("{colours:?} {screen}: {words:?} at {place:?} has {contrast:.2}"));
                }
            }
        }
        assert!(seen > 300, "only {seen} words were seen");
        assert!(faint.is_empty(), "{}", faint.join("\n"));
    }
}

const fn usual(colours: Colours, language: Language) -> Look {
    Look { colours, language, size: USUAL, zoom: 100 }
}

#[test]
fn light_dutch() {
    look("light-nl", &usual(Colours::Light, Language::Dutch));
}

#[test]
fn dark_english() {
    look("dark-en", &Look { size: LAPTOP, ..usual(Colours::Dark, Language::English) });
}

#[test]
fn contrast_dark_dutch() {
    look("contrast-dark-nl", &Look { size: LAPTOP, ..usual(Colours::ContrastDark, Language::Dutch) });
}

#[test]
fn contrast_light_english() {
    look("contrast-light-en", &Look { size: LAPTOP, ..usual(Colours::ContrastLight, Language::English) });
}

#[test]
fn smallest_english() {
    look("smallest-en", &Look { size: SMALLEST, ..usual(Colours::Light, Language::English) });
}

#[test]
fn twice_the_size_dutch() {
    look("twice-nl", &Look { size: TWICE, zoom: 200, ..usual(Colours::Light, Language::Dutch) });
}

#[test]
fn narrowest_dutch() {
    main_screens(
        "narrowest-nl",
        &Look { size: SMALLEST, zoom: 200, ..usual(Colours::Light, Language::Dutch) },
    );
}
