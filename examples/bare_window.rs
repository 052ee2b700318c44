//! A bare eframe window with a text field, to measure Plenair beside: `benches/beside/run.sh` builds and starts it.

use eframe::egui::{CentralPanel, Frame, ScrollArea, TextEdit, Ui, ViewportBuilder};

struct Bare {
    text: String,
    has_focus: bool,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            ScrollArea::vertical().show(ui, |ui| {
                let field = TextEdit::multiline(&mut self.text).desired_width(f32::INFINITY).desired_rows(30);
                let response = ui.add(field);
                if !self.has_focus {
                    self.has_focus = true;
                    response.request_focus();
                }
            });
        });
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: ViewportBuilder::default().with_title("Bare window").with_inner_size([1200.0, 780.0]),
        ..eframe::NativeOptions::default()
    };
    let bare = Bare { text: String::new(), has_focus: false };
    eframe::run_native("bare-window", options, Box::new(|_| Ok(Box::new(bare))))
}
