//! What the attributes of an element say that matters for its text: bold or italic, hidden, an item of a list from Word.

use html5ever::tokenizer::Tag;

/// Bold and italic, as far as an element says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
}

impl Style {
    /// What the `style` attribute says.
    pub(super) fn of(tag: &Tag) -> Self {
        let Some(css) = attribute(tag, "style") else { return Self::default() };
        let bold = declared(css, "font-weight").map(|weight| match weight.parse::<u32>() {
            Ok(weight) => weight >= 600,
            Err(_) => weight.starts_with("bold"),
        });
        let italic = declared(css, "font-style").map(|style| style == "italic" || style == "oblique");
        Self { bold, italic }
    }

    /// What `by_style` says goes before what the element is.
    pub(super) fn or(self, by_style: Self) -> Self {
        Self { bold: by_style.bold.or(self.bold), italic: by_style.italic.or(self.italic) }
    }
}

/// The value of an attribute.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether a page does not show an element. Only of elements that have to be closed: what hides would else hide the rest.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    let must_close = matches!(&*tag.name, "div" | "span" | "table" | "section" | "a");
    let is_out = |css| declared(css, "display").is_some_and(|display| display == "none");
    must_close
        && !tag.self_closing
        && (attribute(tag, "style").is_some_and(is_out) || attribute(tag, "hidden").is_some())
}

/// The level of an item of a list from Word: `mso-list:l0 level2 lfo1`.
pub(super) fn word_list_level(tag: &Tag) -> Option<usize> {
    let list = declared(attribute(tag, "style")?, "mso-list")?;
    list.split_whitespace().find_map(|part| part.strip_prefix("level")?.parse().ok())
}

/// Whether an element holds the number or the bullet of an item from Word.
pub(super) fn is_word_marker(tag: &Tag) -> bool {
    attribute(tag, "style").and_then(|css| declared(css, "mso-list")).is_some_and(|list| list == "ignore")
}

/// The value of a property in a `style` attribute, in lower case.
fn declared(css: &str, property: &str) -> Option<String> {
    css.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        name.trim().eq_ignore_ascii_case(property).then(|| value.trim().to_ascii_lowercase())
    })
}
