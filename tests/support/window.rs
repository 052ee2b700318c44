//! The one harness for tests of the window: it types and clicks like a person, by role and label, under a fixed clock.

#![allow(dead_code, reason = "each test file uses its own part of the harness")]

#[cfg(feature = "snapshots")]
#[path = "drawn.rs"]
pub mod drawn;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::DateTime;
use eframe::App as _;
use eframe::egui::accesskit::{Action, Live, Role, SortDirection, Toggled};
use eframe::egui::{
    Context, DroppedFile, Event, HoveredFile, Key, Modifiers, MouseWheelSource, MouseWheelUnit,
    PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2, ViewportCommand, ViewportEvent, pos2,
};
use egui_kittest::Harness;
#[cfg(feature = "snapshots")]
use egui_kittest::LazyRenderer;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use plenair::app::copying::Kept;
use plenair::app::prefs::{self, Prefs};
#[cfg(feature = "snapshots")]
use plenair::app::settings::{Colours, Zoom};
use plenair::app::state::{Phase, State};
use plenair::app::view::View;
use plenair::domain::clock::Clock;
use plenair::domain::language::Language;
use plenair::domain::note::NoteLine;
use plenair::i18n::Texts;
use plenair::ui::clipboard::{Clipboard, Content};
use plenair::ui::opening::Opener;
use plenair::ui::system_look::SystemLook;
#[cfg(feature = "snapshots")]
use plenair::ui::theme;
use plenair::ui::visits::Visits;
use plenair::ui::window::Window;
use plenair::worker::{Wake, Worker};

/// The day after the example day, early in the afternoon: no day is dated today.
pub const NOW: &str = "2023-03-17T14:32:00+01:00";

/// How a window looks that pictures are made of.
#[cfg(feature = "snapshots")]
pub struct Look {
    /// The colours.
    pub colours: Colours,
    /// The language.
    pub language: Language,
    /// Its size, in points of the system, whatever the zoom.
    pub size: Vec2,
    /// Its zoom, in per cent.
    pub zoom: u16,
}

/// What the window finds on its clipboard.
#[derive(Default)]
struct OnClipboard {
    text: Option<String>,
    html: Option<String>,
    /// It takes plain text only.
    is_plain: bool,
}

/// A file that is dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads no files".to_owned())
    }
}

/// A window on a data folder, without a screen.
pub struct TestWindow {
    harness: Harness<'static, Window>,
    clipboard: Rc<RefCell<OnClipboard>>,
    opened: Arc<Mutex<Vec<PathBuf>>>,
    system: Sender<SystemLook>,
}

impl TestWindow {
    /// Opens the window in Dutch, in its usual size.
    pub fn open(folder: &Path) -> Self {
        Self::open_as(folder, Language::Dutch, Vec2::new(1200.0, 780.0), NOW)
    }

    /// Opens the window on the example day itself, so that nothing is noted later.
    pub fn open_on_the_day(folder: &Path) -> Self {
        Self::open_as(folder, Language::Dutch, Vec2::new(1200.0, 780.0), "2023-03-16T14:32:00+01:00")
    }

    /// Opens the window as if the folder were the system's own for local data.
    pub fn open_in_usual_folder(folder: &Path) -> Self {
        Self::open_with(folder, Language::Dutch, Vec2::new(1200.0, 780.0), NOW, true)
    }

    /// Opens the window as it was left: with what is in `window.json`.
    pub fn open_as_left(folder: &Path) -> Self {
        Self::open_as_left_in(folder, Vec2::new(1200.0, 780.0))
    }

    /// The same in another size.
    pub fn open_as_left_in(folder: &Path, size: Vec2) -> Self {
        let prefs = Prefs::read(&prefs::file(folder));
        // A test does not depend on the language of the machine.
        let language = prefs.settings.language.unwrap_or_default();
        Self::open_with_prefs(folder, (language, size, NOW), false, prefs, Visits::default())
    }

    /// Opens the window with what is to be opened in it, and with those who come later.
    pub fn open_for(folder: &Path, visits: Visits) -> Self {
        let size = Vec2::new(1200.0, 780.0);
        Self::open_with_prefs(folder, (Language::Dutch, size, NOW), false, Prefs::default(), visits)
    }

    /// Opens the window at a moment of the fixed clock.
    pub fn open_as(folder: &Path, language: Language, size: Vec2, now: &str) -> Self {
        Self::open_with(folder, language, size, now, false)
    }

    fn open_with(folder: &Path, language: Language, size: Vec2, now: &str, is_usual_folder: bool) -> Self {
        let visits = Visits::default();
        Self::open_with_prefs(folder, (language, size, now), is_usual_folder, Prefs::default(), visits)
    }

    fn open_with_prefs(
        folder: &Path,
        (language, size, now): (Language, Vec2, &str),
        is_usual_folder: bool,
        prefs: Prefs,
        visits: Visits,
    ) -> Self {
        let moment = DateTime::parse_from_rfc3339(now).expect("a moment");
        let clock = Clock::new(move || moment);
        let wake = Wake::default();
        let worker = Worker::start(folder.to_path_buf(), clock.clone(), Arc::clone(&wake)).expect("a worker");
        let mut state = State::new(Texts::new(language), clock, worker);
        state.asks_for_backups = is_usual_folder;
        let prefs_file = prefs::file(folder);
        let clipboard = Rc::new(RefCell::new(OnClipboard::default()));
        let held = Rc::clone(&clipboard);
        let written = Rc::clone(&clipboard);
        let read = move |content| match content {
            Content::Text => held.borrow().text.clone(),
            Content::Html => held.borrow().html.clone(),
        };
        let write = move |html: &str, text: &str| {
            let mut on_clipboard = written.borrow_mut();
            on_clipboard.text = Some(text.to_owned());
            on_clipboard.html = (!on_clipboard.is_plain).then(|| html.to_owned());
            if on_clipboard.is_plain { Kept::Plain } else { Kept::Rich }
        };
        let played = Clipboard::new(read, write);
        let opened = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&opened);
        // Nothing opens what is not there.
        let opener = Opener::new(move |path| {
            seen.lock().expect("no panic").push(path.to_path_buf());
            path.exists()
        });
        let (system, asked) = channel();
        let builder = Harness::builder().with_size(size).with_step_dt(0.05);
        #[cfg(feature = "snapshots")]
        let builder = builder.renderer(LazyRenderer::new(drawn::in_software)).with_render_cursor(false);
        let harness = builder.build_eframe(move |creation| {
            let window = Window::new(&creation.egui_ctx, state, &wake, prefs_file, prefs);
            let window = window.with_clipboard(played).with_opener(opener).with_visits(visits);
            window.with_system_look(asked)
        });
        let mut window = Self { harness, clipboard, opened, system };
        window.wait_until("the store is open", |state| state.phase != Phase::Opening);
        window.settle();
        window
    }

    /// Opens the window to make pictures of it: the caret does not blink, and what leaves the window goes to a folder that is
    /// called the same everywhere.
    #[cfg(feature = "snapshots")]
    pub fn open_to_be_seen(folder: &Path, look: &Look) -> Self {
        let mut prefs = Prefs::default();
        prefs.export_folder = Some("/home/noor/Documenten".into());
        prefs.settings.colours = look.colours;
        prefs.settings.zoom = Zoom::from(look.zoom);
        prefs.settings.language = Some(look.language);
        let window = (look.language, look.size, NOW);
        let mut window = Self::open_with_prefs(folder, window, false, prefs, Visits::default());
        // Whether the harness still had its first size when the zoom came depends on how fast the notes were open.
        window.harness.set_size(look.size * 100.0 / f32::from(look.zoom));
        // The harness has a theme of its own, which it puts on last.
        theme::wear(&window.harness.ctx, look.colours, SystemLook::default());
        window.harness.ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = false);
        window.settle();
        window
    }

    /// The window as it is drawn now. The renderer gives up after ten seconds; a busy machine may need more.
    #[cfg(feature = "snapshots")]
    pub fn picture(&mut self) -> image::RgbaImage {
        let drawn = (0..6).find_map(|_| self.harness.render().ok());
        drawn.expect("a picture, within a minute")
    }

    /// What can be read on buttons, rows and labels, with where it stands in the picture, in pixels. What is not to be used now,
    /// and what is empty, is not among it.
    #[cfg(feature = "snapshots")]
    pub fn words_seen(&self) -> Vec<(String, Rect)> {
        const READ: [Role; 6] = [
            Role::Button,
            Role::Heading,
            Role::Label,
            Role::ListBoxOption,
            Role::RadioButton,
            Role::CheckBox,
        ];
        let is_read = |node: &AccessKitNode<'_>| {
            READ.contains(&node.role()) && !node.is_disabled() && !label(node).trim().is_empty()
        };
        let nodes = self.harness.query_all_by(is_read).map(|node| {
            let node = node.accesskit_node();
            let place = node.bounding_box()?;
            #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
            let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
            let place = Rect::from_min_max(corner(place.x0, place.y0), corner(place.x1, place.y1));
            Some((label(&node), place))
        });
        nodes.flatten().collect()
    }

    /// Whether something is open over the day, or beside it, that Esc leaves.
    pub fn is_busy(&self) -> bool {
        let state = self.state();
        let is_over = state.dialog.is_some() || state.preview.is_some() || state.find.is_some();
        is_over || state.view != View::Day || self.roles(Role::Menu) > 0
    }

    /// A word on the screen, by its name in the texts.
    pub fn word(&self, key: &str) -> String {
        self.state().texts.get(key).to_owned()
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// One frame.
    pub fn step(&mut self) {
        self.harness.step();
    }

    /// The frames that a command needs to be obeyed and a dialog to be laid out.
    fn show(&mut self) {
        self.harness.run_steps(3);
    }

    /// Frames until `done`; the worker is a real thread.
    pub fn wait_until(&mut self, what: &str, done: impl Fn(&State) -> bool) {
        for _ in 0..5_000 {
            self.harness.step();
            if done(self.state()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("waited in vain until {what}");
    }

    /// Frames until everything is drawn and on the disk. The accessibility check of kittest runs here.
    pub fn settle(&mut self) {
        self.harness.run_ok();
        if self.state().phase == Phase::Ready {
            self.wait_until("everything is saved", State::is_all_saved);
        }
        self.harness.run_ok();
    }

    /// Types, one key a frame; a line break is Enter.
    pub fn write(&mut self, text: &str) {
        for letter in text.chars() {
            if letter == '\n' {
                self.press(Modifiers::NONE, Key::Enter);
            } else {
                self.harness.event(Event::Text(letter.to_string()));
                self.harness.step();
            }
        }
    }

    /// Presses a key.
    pub fn press(&mut self, mut modifiers: Modifiers, key: Key) {
        // As eframe hands it over: on a Mac, Cmd is not Ctrl.
        modifiers.ctrl |= modifiers.command && !cfg!(target_os = "macos");
        modifiers.mac_cmd |= modifiers.command && cfg!(target_os = "macos");
        self.harness.key_press_modifiers(modifiers, key);
        self.show();
    }

    /// Hands over an event as the system would.
    pub fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.step();
    }

    /// Hands over several events in one frame.
    pub fn events(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.show();
    }

    /// One frame with these events.
    pub fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    /// Hands over several events as the system does, in one go: past what looks at them before a frame begins.
    pub fn hand_over(&mut self, events: impl IntoIterator<Item = Event>) {
        let mut input = RawInput { events: events.into_iter().collect(), ..RawInput::default() };
        let ctx = self.harness.ctx.clone();
        // What is held back comes in the frames after it.
        for _ in 0..4 {
            self.harness.state_mut().raw_input_hook(&ctx, &mut input);
            self.harness.input_mut().events.append(&mut input.events);
            self.harness.step();
        }
    }

    /// The system asks this of the looks of its windows.
    pub fn system_asks(&mut self, look: SystemLook) {
        self.system.send(look).expect("the window hears it");
        self.show();
    }

    /// Puts something on the clipboard.
    pub fn copy_elsewhere(&mut self, text: &str, html: Option<&str>) {
        *self.clipboard.borrow_mut() =
            OnClipboard { text: Some(text.to_owned()), html: html.map(str::to_owned), is_plain: false };
    }

    /// What is on the clipboard: the text, and the HTML beside it.
    pub fn on_clipboard(&self) -> (String, Option<String>) {
        let held = self.clipboard.borrow();
        (held.text.clone().unwrap_or_default(), held.html.clone())
    }

    /// The clipboard takes plain text only from now on.
    pub fn plain_clipboard(&mut self) {
        self.clipboard.borrow_mut().is_plain = true;
    }

    /// What was opened in other programs, once it is so many.
    pub fn opened(&mut self, count: usize) -> Vec<PathBuf> {
        let opened = Arc::clone(&self.opened);
        self.wait_until("something is opened", move |_| opened.lock().expect("no panic").len() >= count);
        self.opened.lock().expect("no panic").clone()
    }

    /// The text in the field with this name.
    pub fn filled(&self, name: &str) -> String {
        let field = self.harness.get_by(|node| label(node) == name && is_field(node));
        field.accesskit_node().value().unwrap_or_default()
    }

    /// Does what a row of a menu does, whatever menu it is in.
    pub fn choose_command(&mut self, menu: &str, name: &str) {
        self.click(menu);
        self.click_in_menu(name);
    }

    /// Presses the keys that paste.
    pub fn paste(&mut self) {
        let text = self.clipboard.borrow().text.clone().unwrap_or_default();
        self.hand_over([Event::Paste(text)]);
    }

    /// Clicks the button with this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.show();
    }

    /// Clicks the row of the programme whose name contains these words.
    pub fn click_session(&mut self, words: &str) {
        self.harness.get_by(|node| is(node, Role::ListBoxOption) && label(node).contains(words)).click();
        self.show();
    }

    /// Clicks the row of the programme whose name contains these words with the right button.
    pub fn right_click_session(&mut self, words: &str) {
        let is_row = |node: &AccessKitNode<'_>| is(node, Role::ListBoxOption) && label(node).contains(words);
        let pos = self.harness.get_by(is_row).rect().center();
        self.harness.hover_at(pos);
        self.harness.step();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            self.event(Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.show();
    }

    /// Presses on the row of the programme whose name contains these words, and drags it so many points further down. It is
    /// not let go.
    pub fn drag_session(&mut self, words: &str, down: f32) {
        let row = self.harness.get_by(|node| is(node, Role::ListBoxOption) && label(node).contains(words));
        let from = row.rect().center();
        self.harness.hover_at(from);
        self.harness.step();
        self.button(from, true);
        // As a hand does it: not all at once.
        for part in [0.3, 0.6, 1.0] {
            self.event(Event::PointerMoved(from + Vec2::new(0.0, down * part)));
        }
    }

    /// Nothing lies under the pointer any more, and nobody has typed for so long that the caret stands still.
    pub fn come_to_rest(&mut self) {
        let later = self.harness.ctx.input(|input| input.time) + 20.0;
        self.harness.input_mut().time = Some(later);
        self.event(Event::PointerGone);
        self.harness.input_mut().time = None;
        self.show();
    }

    /// Lets the mouse button go where it is.
    pub fn let_go(&mut self) {
        let at = self.harness.ctx.input(|input| input.pointer.latest_pos()).expect("a pointer");
        self.button(at, false);
        self.show();
    }

    fn button(&mut self, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.event(Event::PointerButton { pos, button, pressed, modifiers });
    }

    /// Clicks the row of the list at the caret whose name begins with these words.
    pub fn click_choice(&mut self, words: &str) {
        self.harness.get_by(|node| is_choice(node) && label(node).starts_with(words)).click();
        self.show();
    }

    /// The rows of the list at the caret.
    pub fn choices(&self) -> Vec<String> {
        self.harness.query_all_by(is_choice).map(|node| label(&node.accesskit_node())).collect()
    }

    /// Whether a live text holds these words.
    pub fn says(&self, words: &str) -> bool {
        let is_live = |node: &AccessKitNode<'_>| node.live() != Live::Off && label(node).contains(words);
        self.harness.query_all_by(is_live).next().is_some()
    }

    /// Clicks the option of an open list whose name contains these words, the programme behind it aside.
    pub fn click_option(&mut self, words: &str) {
        let options: Vec<_> = self
            .harness
            .query_all_by(|node| is(node, Role::ListBoxOption) && label(node).contains(words))
            .collect();
        options.last().expect("an option").click();
        drop(options);
        self.show();
    }

    /// The name of what has the focus.
    pub fn focused_name(&self) -> String {
        let focused = self.harness.query_all_by(has_focus).next();
        focused.map(|node| label(&node.accesskit_node())).unwrap_or_default()
    }

    /// Turns the wheel over the note, up by so many points.
    pub fn scroll_note(&mut self, up: f32) {
        let middle = self.harness.get_by(|node| is(node, Role::MultilineTextInput)).rect().center_top();
        let over = pos2(middle.x, 400.0);
        self.harness.hover_at(over);
        self.harness.step();
        let delta = Vec2::new(0.0, up);
        let (unit, modifiers, phase) = (MouseWheelUnit::Point, Modifiers::NONE, TouchPhase::Move);
        let source = MouseWheelSource::Wheel;
        self.harness.event(Event::MouseWheel { unit, delta, modifiers, phase, source });
        self.show();
    }

    /// Where the note starts on the screen: above it, when it is scrolled.
    pub fn note_top(&self) -> f32 {
        self.harness.get_by(|node| is(node, Role::MultilineTextInput)).rect().top()
    }

    /// Closes the window as the system does.
    pub fn close(&mut self) {
        let id = self.harness.ctx.viewport_id();
        let viewports = &mut self.harness.input_mut().viewports;
        viewports.entry(id).or_default().events.push(ViewportEvent::Close);
        self.settle();
    }

    /// One frame in which the system asks the window to close, with these events before it; says whether the window would be
    /// closed after it.
    pub fn close_in_a_frame_with(&mut self, events: impl IntoIterator<Item = Event>) -> bool {
        let id = self.harness.ctx.viewport_id();
        let input = self.harness.input_mut();
        input.events.extend(events);
        input.viewports.entry(id).or_default().events.push(ViewportEvent::Close);
        self.harness.step();
        let commands = self.harness.output().viewport_output.get(&id).map(|output| &output.commands);
        !commands.is_some_and(|commands| commands.contains(&ViewportCommand::CancelClose))
    }

    /// The text in the note.
    pub fn note(&self) -> String {
        let field = self.harness.get_by(|node| is(node, Role::MultilineTextInput));
        field.accesskit_node().value().unwrap_or_default()
    }

    /// Whether the note has the focus.
    pub fn note_has_focus(&self) -> bool {
        self.harness.get_by(|node| is(node, Role::MultilineTextInput)).is_focused()
    }

    /// The lines of the open note as they were last read.
    pub fn lines(&self) -> Vec<NoteLine> {
        self.state().page().map(|page| page.note.lines().to_vec()).unwrap_or_default()
    }

    /// Clicks the last button with this name: a menu lies over everything else. A long menu is scrolled to it first.
    pub fn click_in_menu(&mut self, name: &str) {
        let row = |node: &AccessKitNode<'_>| is(node, Role::Button) && label(node) == name;
        self.harness.query_all_by(row).last().expect("a row of the menu").scroll_to_me();
        self.show();
        self.harness.query_all_by(row).last().expect("a row of the menu").click();
        self.show();
    }

    /// Whether the menu of a line is open.
    pub fn menu_is_open(&self) -> bool {
        self.harness.query_all_by(|node| label(node) == "Deze regel").next().is_some()
    }

    /// Whether a text stands on the screen, as a label or in a name.
    pub fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by(|node| label(node).contains(words)).next().is_some()
    }

    /// The names of all buttons that contain these words.
    pub fn buttons(&self, words: &str) -> Vec<String> {
        self.harness
            .query_all_by(|node| is(node, Role::Button) && label(node).contains(words))
            .map(|node| label(&node.accesskit_node()))
            .collect()
    }

    /// The names of all headings.
    pub fn headings(&self) -> Vec<String> {
        self.harness
            .query_all_by(|node| is(node, Role::Heading))
            .map(|node| label(&node.accesskit_node()))
            .collect()
    }

    /// The names of the rows of the programme that are drawn.
    pub fn rows(&self) -> Vec<String> {
        let rows = self.harness.query_all_by(|node| is(node, Role::ListBoxOption) && !is_choice(node));
        rows.map(|node| label(&node.accesskit_node())).collect()
    }

    /// Gives the row of the programme whose name contains these words the focus, as Tab does.
    pub fn focus_session(&mut self, words: &str) {
        self.harness.get_by(|node| is(node, Role::ListBoxOption) && label(node).contains(words)).focus();
        self.show();
    }

    /// Whether the button with this name is on.
    pub fn is_on(&self, name: &str) -> bool {
        let button = self.harness.get_by_role_and_label(Role::Button, name);
        button.accesskit_node().toggled() == Some(Toggled::True)
    }

    /// Chooses from the list with this name.
    pub fn choose_from(&mut self, list: &str, name: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, list).click();
        self.show();
        self.click_in_menu(name);
    }

    /// How many nodes have this role.
    pub fn roles(&self, role: Role) -> usize {
        self.harness.query_all_by(move |node| is(node, role)).count()
    }

    /// How many nodes have this role and this name.
    pub fn named(&self, role: Role, name: &str) -> usize {
        self.harness.query_all_by(|node| is(node, role) && label(node) == name).count()
    }

    /// Replaces the text of the field with this name.
    pub fn fill(&mut self, name: &str, text: &str) {
        self.harness.get_by(|node| label(node) == name && is_field(node)).focus();
        self.harness.step();
        self.press(Modifiers::COMMAND, Key::A);
        if text.is_empty() {
            return self.press(Modifiers::NONE, Key::Delete);
        }
        self.harness.event(Event::Paste(text.to_owned()));
        self.show();
    }

    /// Gives the field with this name the focus.
    pub fn focus(&mut self, name: &str) {
        self.harness.get_by(|node| label(node) == name && is_field(node)).focus();
        self.show();
    }

    /// Gives what has this role and this name the focus.
    pub fn focus_named(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).focus();
        self.show();
    }

    /// Opens the day whose name contains these words from the list of days.
    pub fn open_day(&mut self, words: &str) {
        let button = format!("{}: ", self.word("days"));
        self.harness.get_by(|node| is(node, Role::Button) && label(node).starts_with(&button)).click();
        self.show();
        self.harness
            .query_all_by(|node| is(node, Role::Button) && label(node).contains(words))
            .last()
            .expect("the day")
            .click();
        self.settle();
    }

    /// Holds a file over the window, without letting go of it.
    pub fn hold_file_over(&mut self, path: &str) {
        let file = HoveredFile { path: Some(path.into()), ..HoveredFile::default() };
        self.harness.input_mut().hovered_files.push(file);
        self.show();
    }

    /// Takes the file away that was held over the window, if there is one.
    pub fn hold_no_file(&mut self) {
        self.harness.input_mut().hovered_files.clear();
        self.show();
    }

    /// Scrolls until what has this name is in view.
    pub fn bring_into_view(&mut self, name: &str) {
        self.harness.get_by(|node| label(node) == name).scroll_to_me();
        self.show();
    }

    /// Lets go of a file above the window.
    pub fn drop_file(&mut self, path: &str) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.into())));
        self.show();
    }

    /// Chooses one of several, by its name.
    pub fn choose(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::RadioButton, name).click();
        self.show();
    }

    /// The names of the rows of a list whose rows can be chosen.
    pub fn items(&self) -> Vec<String> {
        let items = self.harness.query_all_by(|node| is(node, Role::ListItem));
        items.map(|node| label(&node.accesskit_node())).collect()
    }

    /// The names of the rows that are chosen.
    pub fn chosen_items(&self) -> Vec<String> {
        let chosen = |node: &AccessKitNode<'_>| is(node, Role::ListItem) && node.is_selected() == Some(true);
        self.harness.query_all_by(chosen).map(|node| label(&node.accesskit_node())).collect()
    }

    /// Clicks the first row of a list whose name contains these words, so far from its left edge.
    pub fn click_item_at(&mut self, words: &str, left: f32, button: PointerButton, modifiers: Modifiers) {
        let found = |node: &AccessKitNode<'_>| {
            matches!(node.role(), Role::ListItem | Role::Button) && label(node).contains(words)
        };
        let rect = self.harness.query_all_by(found).next().expect("a row").rect();
        let pos = pos2(rect.left() + left, rect.center().y);
        self.harness.event(Event::PointerMoved(pos));
        self.harness.event(Event::ModifiersChanged(modifiers));
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.show();
        self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        self.show();
    }

    /// Clicks the words of a row of a list.
    pub fn click_item(&mut self, words: &str) {
        self.click_item_at(words, 80.0, PointerButton::Primary, Modifiers::NONE);
    }

    /// Which way a column with this name is sorted.
    pub fn sorted(&self, column: &str) -> Option<SortDirection> {
        let column = self.harness.get_by_role_and_label(Role::ColumnHeader, column);
        column.accesskit_node().data().sort_direction()
    }

    /// Clicks the heading of a column.
    pub fn sort(&mut self, column: &str) {
        self.harness.get_by_role_and_label(Role::ColumnHeader, column).click();
        self.show();
    }

    /// The context of the window, for what no screen reader can tell.
    pub fn ctx(&self) -> &Context {
        &self.harness.ctx
    }

    /// What on the screen can have the focus but reaches out of it, by name; what is scrolled away aside.
    pub fn out_of_sight(&self) -> Vec<String> {
        let screen = self.harness.ctx.content_rect().expand(0.5);
        let is_out = |rect: Rect| rect.right() > screen.right() || rect.left() < screen.left();
        let nodes = self.harness.query_all_by(|node| node.data().supports_action(Action::Focus));
        let out = nodes.filter(|node| is_out(node.rect()));
        out.map(|node| {
            format!("{:?} {} {:?}", node.accesskit_node().role(), label(&node.accesskit_node()), node.rect())
        })
        .collect()
    }

    /// Which buttons of the bar on top lie over each other or touch, by name.
    pub fn overlaps_in_header(&self) -> Vec<String> {
        let is_button = |node: &AccessKitNode<'_>| is(node, Role::Button) || is(node, Role::Tab);
        let nodes = self.harness.query_all_by(is_button);
        let placed = nodes.map(|node| (node.rect().expand(0.9), label(&node.accesskit_node())));
        let bar: Vec<(Rect, String)> = placed.filter(|(rect, _)| rect.bottom() < 48.0).collect();
        let mut found = Vec::new();
        for (at, (rect, name)) in bar.iter().enumerate() {
            let over = bar.iter().skip(at + 1).filter(|(other, _)| other.intersects(*rect));
            found.extend(over.map(|(_, other)| format!("{name} / {other}")));
        }
        found
    }

    /// Where the control with this name begins, from the top, in points.
    pub fn top_of(&self, role: Role, name: &str) -> f32 {
        self.harness.get_by_role_and_label(role, name).rect().top()
    }

    /// How high the control with this name is, in points.
    pub fn height_of(&self, role: Role, name: &str) -> f32 {
        self.harness.get_by_role_and_label(role, name).rect().height()
    }

    /// How wide the part with this name is, in points.
    pub fn width_of(&self, role: Role, name: &str) -> f32 {
        self.harness.get_by_role_and_label(role, name).rect().width()
    }

    /// Ticks or unticks the box with this name.
    pub fn tick(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::CheckBox, name).click();
        self.show();
    }
}

fn is(node: &AccessKitNode<'_>, role: Role) -> bool {
    node.role() == role
}

/// A row of the list at the caret; the rows of the programme begin with their number.
fn is_choice(node: &AccessKitNode<'_>) -> bool {
    is(node, Role::ListBoxOption) && !label(node).starts_with(|letter: char| letter.is_ascii_digit())
}

fn has_focus(node: &AccessKitNode<'_>) -> bool {
    node.is_focused_in_tree()
}

fn is_field(node: &AccessKitNode<'_>) -> bool {
    matches!(node.role(), Role::TextInput | Role::MultilineTextInput | Role::SearchInput)
}

fn label(node: &AccessKitNode<'_>) -> String {
    let text = if node.role() == Role::Label { node.value() } else { node.label() };
    text.unwrap_or_default()
}
