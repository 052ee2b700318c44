//! Reads the system's clipboard. egui hands over plain text and pictures by itself, when their key is pressed; this reads
//! the HTML beside the text, and the text when it is asked for in another way. It writes nothing.

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

/// A clipboard.
pub struct Clipboard(Box<Read>);

impl Clipboard {
    /// The system's. It is opened at the first reading, so that a window without one costs nothing.
    #[must_use]
    pub fn of_system() -> Self {
        let mut system = None;
        Self::new(move |content| {
            if system.is_none() {
                system = arboard::Clipboard::new().ok();
            }
            let get = system.as_mut()?.get();
            match content {
                Content::Text => get.text().ok(),
                Content::Html => get.html().ok(),
            }
        })
    }

    /// One that is read by `read`.
    #[must_use]
    pub fn new(read: impl FnMut(Content) -> Option<String> + 'static) -> Self {
        Self(Box::new(read))
    }

    /// What it holds.
    pub fn read(&mut self, content: Content) -> Option<String> {
        (self.0)(content)
    }
}
