//! A part of the window that stays as it was while somebody types in the note: it is shown again as it was drawn, which costs a
//! tenth of drawing it.
//!
//! Only where nothing in it can have changed: what it shows is the same by its key, the pointer is elsewhere and at rest,
//! nothing in it has the focus, no list or menu is open, and no screen reader wants its nodes. What can be clicked in it is
//! registered all the same, so that the pointer and Tab find it.

use std::hash::{DefaultHasher, Hash, Hasher as _};

use eframe::egui::epaint::ClippedShape;
use eframe::egui::epaint::text::TextOptions;
use eframe::egui::{Id, Memory, Popup, Rect, Ui, WidgetRect};

/// After the pointer was in the part, it is drawn anew for so long, in seconds: what was lit up fades.
const FADES: f64 = 0.5;

/// A part is drawn so often before it is shown as it was: a list scrolls in the frame after the one that asks for it.
const SETTLES: u8 = 2;

/// The part as it was drawn.
#[derive(Default)]
pub struct Still {
    drawn: Option<Drawn>,
    /// How often it was drawn with the same key, at most [`SETTLES`].
    times: u8,
    /// When the pointer was last in it, by the window's clock.
    touched: f64,
}

/// What was shown, and egui's options for text: another value means another texture for letters.
type Key = (u64, TextOptions);

struct Drawn {
    key: Key,
    room: Rect,
    used: Rect,
    /// How full the texture for letters was. It is emptied when it gets full, and what was laid out points into it.
    letters: f32,
    shapes: Vec<ClippedShape>,
    widgets: Vec<WidgetRect>,
}

impl Still {
    /// Draws the part, or shows it as it was. `key` is another one when anything that it shows is.
    pub fn show(&mut self, ui: &mut Ui, key: impl Hash, draw: impl FnOnce(&mut Ui)) {
        let room = ui.available_rect_before_wrap();
        let (letters, options) = ui.fonts(|fonts| (fonts.font_atlas_fill_ratio(), *fonts.options()));
        let key = (whole_key(ui, key), options);
        let is_same = self.drawn.as_ref().is_some_and(|drawn| drawn.is(key, room, letters));
        let is_at_rest = self.is_at_rest(ui, room);
        if let Some(drawn) = self.drawn.as_ref().filter(|_| is_same && is_at_rest && self.times >= SETTLES) {
            return drawn.show(ui);
        }
        self.times = if is_same && is_at_rest { (self.times + 1).min(SETTLES) } else { 1 };
        let (shapes_before, widgets_before) = counts(ui);
        let used = ui.scope(draw).response.rect;
        self.drawn = Some(Drawn::read(ui, (shapes_before, widgets_before), (key, room, used, letters)));
    }

    /// Whether nothing in the part can look otherwise than in the last frame.
    fn is_at_rest(&mut self, ui: &Ui, room: Rect) -> bool {
        let (now, at, is_moving) = ui.input(|input| {
            let pointer = &input.pointer;
            (
                input.time,
                pointer.latest_pos(),
                pointer.is_moving() || pointer.any_down() || pointer.any_released(),
            )
        });
        if at.is_some_and(|at| room.contains(at)) {
            self.touched = now;
        }
        let has_focus = || {
            let focused = ui.memory(Memory::focused);
            let drawn = self.drawn.as_ref();
            focused.is_some_and(|id| {
                drawn.is_none_or(|drawn| drawn.widgets.iter().any(|widget| widget.id == id))
            })
        };
        let has_reader = || ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
        !is_moving
            && now - self.touched > FADES
            && !has_focus()
            && !Popup::is_any_open(ui.ctx())
            && !has_reader()
    }
}

impl Drawn {
    fn is(&self, key: Key, room: Rect, letters: f32) -> bool {
        self.key == key && self.room == room && self.letters <= letters
    }

    fn read(ui: &Ui, from: (usize, usize), (key, room, used, letters): (Key, Rect, Rect, f32)) -> Self {
        let layer = ui.layer_id();
        let shapes = ui.ctx().graphics(|graphics| {
            let list = graphics.get(layer);
            list.map(|list| list.all_entries().skip(from.0).cloned().collect()).unwrap_or_default()
        });
        let widgets = ui
            .ctx()
            .viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).skip(from.1).copied().collect());
        Self { key, room, used, letters, shapes, widgets }
    }

    fn show(&self, ui: &mut Ui) {
        let layer = ui.layer_id();
        ui.ctx().graphics_mut(|graphics| {
            let list = graphics.entry(layer);
            for shape in &self.shapes {
                list.add(shape.clip_rect, shape.shape.clone());
            }
        });
        for widget in self.widgets.iter().filter(|widget| widget.enabled) {
            ui.interact(widget.interact_rect, widget.id, widget.sense);
        }
        ui.advance_cursor_after_rect(self.used);
    }
}

fn counts(ui: &Ui) -> (usize, usize) {
    let layer = ui.layer_id();
    let shapes = ui.ctx().graphics(|graphics| graphics.get(layer).map_or(0, |list| list.all_entries().len()));
    let widgets = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count());
    (shapes, widgets)
}

/// The key with what every part depends on.
fn whole_key(ui: &Ui, key: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    ui.pixels_per_point().to_bits().hash(&mut hasher);
    ui.visuals().extreme_bg_color.hash(&mut hasher);
    Id::hash(&ui.unique_id(), &mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use eframe::egui::{CentralPanel, Context, Event, PointerButton, Pos2, RawInput, Vec2, pos2};

    use super::*;

    /// A window with a part in it that has a button.
    #[derive(Default)]
    struct Part {
        ctx: Context,
        still: Still,
        drawn: Cell<usize>,
        clicks: Cell<usize>,
        at: Cell<Pos2>,
        frames: u32,
    }

    impl Part {
        /// Draws a frame; gives whether the part was drawn in it.
        fn frame(&mut self, key: u64, events: Vec<Event>) -> bool {
            self.frames += 1;
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(400.0, 300.0))),
                time: Some(f64::from(self.frames) * 0.2),
                events,
                ..RawInput::default()
            };
            let Self { ctx, still, drawn, clicks, at, .. } = self;
            let before = drawn.get();
            let mut output = ctx.run_ui(input, |ui| {
                CentralPanel::default().show(ui, |ui| {
                    still.show(ui, key, |ui| {
                        drawn.set(drawn.get() + 1);
                        let button = ui.button("knop");
                        at.set(button.rect.center());
                        clicks.set(clicks.get() + usize::from(button.clicked()));
                    });
                });
            });
            output.textures_delta.clear();
            assert!(output.shapes.len() > 1, "something is shown");
            drawn.get() > before
        }
    }

    fn moved(at: Pos2) -> Vec<Event> {
        vec![Event::PointerMoved(at)]
    }

    fn pressed(pos: Pos2, pressed: bool) -> Vec<Event> {
        let modifiers = eframe::egui::Modifiers::NONE;
        vec![Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }]
    }

    #[test]
    fn a_part_that_nothing_changes_is_drawn_only_at_first() {
        let mut part = Part::default();
        let mut drawn = Vec::new();
        for _ in 0..10 {
            drawn.push(part.frame(1, Vec::new()));
        }
        assert!(drawn[0] && drawn[1], "{drawn:?}");
        assert!(drawn[6..].iter().all(|drawn| !drawn), "{drawn:?}");
        assert!(part.frame(2, Vec::new()), "another key");
    }

    #[test]
    fn the_pointer_finds_what_can_be_clicked_in_it() {
        let mut part = Part::default();
        for _ in 0..10 {
            part.frame(1, Vec::new());
        }
        let at = part.at.get();
        assert!(part.frame(1, moved(at)), "the pointer is in it");
        part.frame(1, pressed(at, true));
        part.frame(1, pressed(at, false));
        assert_eq!(part.clicks.get(), 1);
        part.frame(1, moved(pos2(399.0, 299.0)));
    }

    #[test]
    fn a_click_without_a_move_before_it_is_heard() {
        let mut part = Part::default();
        for _ in 0..10 {
            part.frame(1, Vec::new());
        }
        let at = part.at.get();
        let mut events = moved(at);
        events.extend(pressed(at, true));
        part.frame(1, events);
        part.frame(1, pressed(at, false));
        assert_eq!(part.clicks.get(), 1);
    }
}
