//! A bare egui text field and nothing else: what a key costs at least, and how fast this machine is just now.

use eframe::egui::{self, Event};

use crate::headless::input;

/// So many seconds lie between two frames, as in the window.
const A_FRAME: f64 = 0.1;

/// Frames until the field has the focus and its text is laid out.
const WARM_UP: usize = 20;

/// A text field without a screen.
pub struct Bare {
    ctx: egui::Context,
    text: String,
    now: f64,
}

impl Bare {
    /// A field with this text, and the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut bare = Self { ctx: egui::Context::default(), text: text.to_owned(), now: 10.0 };
        for warm_up in 0..WARM_UP {
            bare.draw(Vec::new(), warm_up == 1);
        }
        bare
    }

    /// A frame in which these events came.
    pub fn frame(&mut self, events: Vec<Event>) {
        self.draw(events, false);
    }

    fn draw(&mut self, events: Vec<Event>, focus: bool) {
        self.now += A_FRAME;
        let text = &mut self.text;
        let output = self.ctx.run_ui(input(self.now, events), |ui| {
            egui::CentralPanel::default().show(ui, |ui| {
                egui::ScrollArea::vertical().show(ui, |ui| {
                    let field =
                        egui::TextEdit::multiline(text).desired_width(f32::INFINITY).cursor_at_end(true);
                    let response = ui.add(field);
                    if focus {
                        response.request_focus();
                    }
                });
            });
        });
        std::hint::black_box(output);
    }
}
