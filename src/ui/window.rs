//! The window itself: eframe's loop, the worker's wake-up call, closing without losing a key.

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use eframe::egui::{self, Color32, ViewportCommand};

use crate::app::command::Command;
use crate::app::copying::Kept;
use crate::app::dialog::Dialog;
use crate::app::prefs::Prefs;
use crate::app::settings::{Colours, Zoom};
use crate::app::state::{Phase, State};
use crate::worker::Wake;

use super::clipboard::Clipboard;
use super::in_order::InOrder;
use super::opening::Opener;
use super::pasting::Pasting;
use super::shell::{self, Views};
use super::starting::Beginning;
use super::system_look::SystemLook;
use super::visits::Visits;
use super::{dropping, keys, preview, theme};

/// Closing waits so many seconds for the last save.
const CLOSING_WAITS: f64 = 3.0;

/// The window.
pub struct Window {
    state: State,
    views: Views,
    prefs_file: PathBuf,
    prefs: Prefs,
    /// The colours that are worn, and what the system asked then.
    colours: (Colours, SystemLook),
    /// Tells what the system asks of the looks.
    system: Option<Receiver<SystemLook>>,
    /// Whether the system was asked to leave the window out of pictures of the screen.
    is_hidden: bool,
    /// egui's zoom as it was last seen, in per cent.
    zoom: u16,
    pasting: Pasting,
    opener: Opener,
    visits: Visits,
    /// Until the window has proven that it draws.
    beginning: Option<Beginning>,
    was_focused: bool,
    /// Since when the window is closing, in seconds; closing waits for the last save.
    closing: Option<f64>,
    /// The person was told that something is not saved, and may now close all the same.
    told: bool,
    /// What was asked in this frame.
    pending: Vec<Command>,
    /// egui's clock at the last frame, for the moment when there are no more frames.
    now: f64,
    /// The colour that the window has before anything is drawn in it, once whoever draws asked for it.
    ground: Cell<Option<Color32>>,
}

impl Window {
    /// The window of a state whose worker has just started; the worker wakes it from now on.
    #[must_use]
    pub fn new(
        ctx: &egui::Context,
        mut state: State,
        wake: &Wake,
        prefs_file: PathBuf,
        prefs: Prefs,
    ) -> Self {
        theme::install(ctx);
        theme::wear(ctx, prefs.settings.colours, SystemLook::default());
        state.note_only = prefs.note_only;
        state.shows_times = !prefs.hides_times;
        state.settle(prefs.settings.clone());
        state.handing_over.remember(prefs.export_format.as_deref(), prefs.export_folder.clone());
        ctx.add_plugin(InOrder::closed());
        let waker = ctx.clone();
        // A second window in one process would share the worker; there is none.
        let _: Result<(), _> = wake.set(Box::new(move || waker.request_repaint()));
        Self {
            state,
            views: Views::as_left(&prefs),
            prefs_file,
            colours: (prefs.settings.colours, SystemLook::default()),
            system: None,
            is_hidden: false,
            zoom: percent(ctx.zoom_factor()),
            prefs,
            pasting: Pasting::new(Clipboard::of_system()),
            opener: Opener::of_system(),
            visits: Visits::default(),
            beginning: None,
            was_focused: true,
            closing: None,
            told: false,
            pending: Vec::new(),
            now: 0.0,
            ground: Cell::default(),
        }
    }

    /// The same window, which has yet to prove that it draws.
    #[must_use]
    pub fn with_beginning(mut self, beginning: Beginning) -> Self {
        self.beginning = Some(beginning);
        self
    }

    /// The same window on another clipboard.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: Clipboard) -> Self {
        self.pasting = Pasting::new(clipboard);
        self
    }

    /// The same window with something else that opens files.
    #[must_use]
    pub fn with_opener(mut self, opener: Opener) -> Self {
        self.opener = opener;
        self
    }

    /// The same window, which hears what the system asks of its looks.
    #[must_use]
    pub fn with_system_look(mut self, system: Receiver<SystemLook>) -> Self {
        self.system = Some(system);
        self
    }

    /// The same window with files to open, and later starts that bring some.
    #[must_use]
    pub fn with_visits(mut self, visits: Visits) -> Self {
        self.visits = visits;
        self
    }

    /// What the window shows.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    fn leave_well(&mut self, ctx: &egui::Context) {
        let (is_focused, is_hidden) = ctx.input(|input| {
            let viewport = input.viewport();
            (input.focused, viewport.minimized == Some(true) || viewport.occluded == Some(true))
        });
        if self.was_focused && (!is_focused || is_hidden) {
            self.state.flush_unless_composing(self.now);
            self.state.remember_place();
            self.remember(ctx);
        }
        self.was_focused = is_focused && !is_hidden;
    }

    /// Closing waits for the last save. After three seconds the person is told, and may ask again to close all the same.
    /// Keys that were pressed before are done first.
    fn close_well(&mut self, ctx: &egui::Context) {
        let is_typing = InOrder::has_waiting(ctx);
        if ctx.input(|input| input.viewport().close_requested()) {
            self.views.commit(&mut self.pending);
            self.obey();
            self.state.flush(self.now);
            self.state.remember_place();
            self.remember(ctx);
            if self.told || (self.state.is_all_saved() && !is_typing) {
                return;
            }
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.closing.get_or_insert(self.now);
        }
        let is_done = self.state.is_all_saved() && !is_typing;
        self.told &= !is_done;
        let Some(since) = self.closing else { return };
        if is_done {
            self.closing = None;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else if self.now - since >= CLOSING_WAITS {
            self.closing = None;
            self.told = true;
            self.state.tell_not_saved();
        } else {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    fn remember(&mut self, ctx: &egui::Context) {
        let (maximized, inside) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.maximized == Some(true), viewport.inner_rect)
        });
        // The system knows no zoom: without this, a window would come back smaller than it was left.
        let size = inside.map(|rect| (rect.size() * ctx.zoom_factor()).into());
        let mut prefs = self.prefs.clone();
        prefs.size = if maximized { self.prefs.size } else { size.or(self.prefs.size) };
        prefs.maximized = maximized;
        prefs.note_only = self.state.note_only;
        prefs.widths = self.views.widths;
        prefs.unfolded = self.views.unfolded;
        prefs.hides_times = !self.state.shows_times;
        prefs.settings = self.state.settings.clone();
        (prefs.export_format, prefs.export_folder) = self.state.handing_over.remembered();
        if prefs != self.prefs {
            self.state.write_file(self.prefs_file.clone(), prefs.to_bytes());
            self.prefs = prefs;
        }
    }

    /// What draws here draws the next time too.
    fn prove(&mut self, ctx: &egui::Context) {
        let Some(beginning) = &mut self.beginning else { return };
        if !beginning.frame() {
            ctx.request_repaint();
            return;
        }
        let plan = beginning.plan();
        self.beginning = None;
        let mut prefs = self.prefs.clone();
        prefs.drew_with(plan.renderer, plan.in_doubt);
        if self.prefs != prefs {
            self.prefs = prefs;
            self.state.write_file(self.prefs_file.clone(), self.prefs.to_bytes());
        }
    }

    /// What was set is remembered as soon as the dialog for it is closed, and not only when the window is left.
    fn remember_settings(&mut self, ctx: &egui::Context) {
        let is_setting = matches!(self.state.dialog, Some(Dialog::Settings(_)));
        if !is_setting && self.state.settings != self.prefs.settings {
            self.remember(ctx);
        }
    }

    /// Shows the colours and the zoom that are set.
    fn wear(&mut self, ctx: &egui::Context) {
        let settings = &mut self.state.settings;
        let asked = self.system.as_ref().and_then(|system| system.try_iter().last());
        let colours = (settings.colours, asked.unwrap_or(self.colours.1));
        if self.colours != colours {
            self.colours = colours;
            theme::wear(ctx, colours.0, colours.1);
        }
        if self.is_hidden != settings.hides_from_capture {
            self.is_hidden = settings.hides_from_capture;
            ctx.send_viewport_cmd(ViewportCommand::ContentProtected(self.is_hidden));
        }
        // egui's own keys have gone before.
        let seen = percent(ctx.zoom_factor());
        if self.zoom != seen {
            self.zoom = seen;
            settings.zoom = Zoom::from(seen);
        }
        if settings.zoom.percent() != seen {
            ctx.set_zoom_factor(f32::from(settings.zoom.percent()) / 100.0);
        }
    }
}

impl eframe::App for Window {
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.ground.set(Some(visuals.extreme_bg_color));
        visuals.extreme_bg_color.to_normalized_gamma_f32()
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.pasting.before_frame(ctx, raw_input, &mut self.state);
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.now = ctx.input(|input| input.time);
        self.state.tick(self.now);
        InOrder::close(ctx, self.state.phase == Phase::Opening);
        self.wear(ctx);
        self.leave_well(ctx);
        self.close_well(ctx);
        self.visits.hear(ctx);
        // Here and not only after drawing: a window that is hidden does not draw, but still has saves to try again.
        self.wake_in_time(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if self.state.preview.is_some() {
            if self.state.dialog.is_none() {
                self.pending.extend(preview::keys::take(&ctx, self.state.preview.as_ref()));
                self.obey();
            }
            self.hand_over_clipboard();
        } else if self.state.dialog.is_none() {
            self.pending.extend(keys::take_undo(&ctx, &self.state));
            self.pending.extend(keys::take_commands(&ctx, &self.state));
            self.obey();
            if keys::types_into_nothing(&ctx) {
                self.state.focus_note();
            }
        }
        // After the commands: some of them have these very keys.
        keys::swallow_emacs_deletions(&ctx);
        self.paste_plain(&ctx);
        dropping::show(&ctx, &self.state, &mut self.pending);
        self.visits.open_next(&self.state, &mut self.pending);
        // The colours may have changed since it was asked for.
        self.views.is_paper = self.ground.get() == Some(ui.visuals().extreme_bg_color);
        shell::show(ui, &mut self.state, &mut self.views, &mut self.pending);
        if !self.pending.is_empty() {
            // What was asked shows in the next frame.
            ctx.request_repaint();
        }
        self.obey();
        self.wear(&ctx);
        self.prove(&ctx);
        self.remember_settings(&ctx);
        self.hand_over(&ctx);
        self.wake_in_time(&ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.state.flush(self.now);
    }
}

impl Window {
    fn obey(&mut self) {
        for command in self.pending.drain(..) {
            self.state.apply(command, self.now);
        }
    }

    /// Hands over the plain text of the clipboard when it was asked for, as if its key gave it.
    fn paste_plain(&mut self, ctx: &egui::Context) {
        if !std::mem::take(&mut self.state.wants_plain_paste) {
            return;
        }
        if let Some(text) = self.pasting.plain() {
            ctx.input_mut(|input| input.events.push(egui::Event::Paste(text)));
        }
    }

    /// Does what only the window can: what was copied goes on the clipboard, and what is to be opened is.
    fn hand_over(&mut self, ctx: &egui::Context) {
        if let Some(copied) = self.state.handing_over.to_copy.take() {
            let kept = if copied.html.is_empty() {
                Kept::Not
            } else {
                self.pasting.clipboard().write(&copied.html, &copied.markdown)
            };
            self.state.copied(&copied, kept);
            ctx.request_repaint();
        }
        if let Some(path) = self.state.handing_over.to_open.take() {
            self.opener.open(ctx, path);
        }
        if let Some(path) = self.opener.failed() {
            self.state.tell_not_opened(path);
            ctx.request_repaint();
        }
    }

    /// Puts what the clipboard holds in the preview when that asks for it.
    fn hand_over_clipboard(&mut self) {
        if let Some(preview) = self.state.preview.as_mut().filter(|preview| preview.wants_clipboard) {
            preview.paste(self.pasting.plain().unwrap_or_default());
        }
    }

    fn wake_in_time(&self, ctx: &egui::Context) {
        if let Some(seconds) = self.state.next_tick_in(self.now) {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds));
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "egui's zoom is between 0.2 and 5"
)]
fn percent(factor: f32) -> u16 {
    (factor * 100.0).round() as u16
}

impl Drop for Window {
    /// Also when the window falls over: what was typed goes to the disk. The worker finishes before it is gone.
    fn drop(&mut self) {
        self.state.flush(self.now);
        self.state.remember_place();
    }
}

#[cfg(test)]
mod tests {
    use eframe::App as _;
    use eframe::egui::{RawInput, Shape};

    use super::*;
    use crate::domain::clock::Clock;
    use crate::domain::language::Language;
    use crate::i18n::Texts;
    use crate::worker::Worker;

    #[test]
    fn paper_is_drawn_only_where_it_is_not_there_already() {
        let (worker, requests, replies) = Worker::played();
        let clock = Clock::new(|| "2023-03-16T14:32:00+01:00".parse().expect("a moment"));
        let state = State::new(Texts::new(Language::Dutch), clock, worker);
        let ctx = egui::Context::default();
        let mut window = Window::new(&ctx, state, &Wake::default(), PathBuf::new(), Prefs::default());
        let mut frame = eframe::Frame::_new_kittest();
        let mut draws_paper = |window: &mut Window| {
            let mut output = ctx.run_ui(RawInput::default(), |ui| window.ui(ui, &mut frame));
            output.textures_delta.clear();
            let paper = ctx.global_style().visuals.extreme_bg_color;
            output.shapes.iter().any(|drawn| matches!(&drawn.shape, Shape::Rect(rect) if rect.fill == paper))
        };
        assert!(draws_paper(&mut window), "nobody asked which colour the window is to have");
        window.clear_color(&ctx.global_style().visuals);
        assert!(!draws_paper(&mut window));
        window.state.settings.colours = Colours::ContrastDark;
        window.wear(&ctx);
        assert!(draws_paper(&mut window), "the colours have changed since");
        drop((requests, replies));
    }
}
