//! The system's clipboard. egui hands over plain text and pictures by itself, when their key is pressed; this reads the HTML
//! beside the text, and the text when it is asked for in another way, and writes both when something is copied for mail and
//! word processors.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::copying::Kept;

/// What a clipboard may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text,
    /// HTML, from a mail or a page.
    Html,
}

/// Gives what the clipboard holds, or nothing where it does not hold that.
type Read = dyn FnMut(Content) -> Option<String>;

/// Puts HTML on the clipboard with plain text beside it, and says how that is there.
type Write = dyn FnMut(&str, &str) -> Kept;

/// A clipboard.
pub struct Clipboard {
    read: Box<Read>,
    write: Box<Write>,
}

impl Clipboard {
    /// The system's. It is opened at the first use, so that a window without one costs nothing.
    #[must_use]
    pub fn of_system() -> Self {
        let system = Rc::new(RefCell::new(System::default()));
        let written = Rc::clone(&system);
        Self::new(
            move |content| system.borrow_mut().read(content),
            move |html, text| written.borrow_mut().write(html, text),
        )
    }

    /// One that is read by `read` and written by `write`.
    #[must_use]
    pub fn new(
        read: impl FnMut(Content) -> Option<String> + 'static,
        write: impl FnMut(&str, &str) -> Kept + 'static,
    ) -> Self {
        Self { read: Box::new(read), write: Box::new(write) }
    }

    /// What it holds.
    pub fn read(&mut self, content: Content) -> Option<String> {
        (self.read)(content)
    }

    /// Puts HTML on it, with plain text beside it for what takes no HTML.
    pub fn write(&mut self, html: &str, text: &str) -> Kept {
        (self.write)(html, text)
    }
}

/// The system's clipboard, which stays open: on X11 its contents are gone with it.
#[derive(Default)]
struct System(Option<arboard::Clipboard>);

impl System {
    fn open(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        self.0.as_mut()
    }

    fn read(&mut self, content: Content) -> Option<String> {
        let get = self.open()?.get();
        match content {
            Content::Text => get.text().ok(),
            Content::Html => get.html().ok(),
        }
    }

    fn write(&mut self, html: &str, text: &str) -> Kept {
        let Some(clipboard) = self.open() else { return Kept::Not };
        let page = marked(html);
        let is_set = clipboard.set_html(page.as_str(), Some(text)).is_ok();
        // A clipboard manager may take the text and drop the rest.
        if is_set && clipboard.get().html().is_ok_and(|html| !html.trim().is_empty()) {
            return Kept::Rich;
        }
        match clipboard.set_text(text) {
            Ok(()) => Kept::Plain,
            Err(error) => {
                tracing::warn!(%error, "the clipboard took nothing");
                Kept::Not
            }
        }
    }
}

/// On Linux nothing says in what encoding the HTML on a clipboard is, so it does so itself; elsewhere the system does.
fn marked(html: &str) -> String {
    if cfg!(target_os = "linux") {
        format!("<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">{html}")
    } else {
        html.to_owned()
    }
}
