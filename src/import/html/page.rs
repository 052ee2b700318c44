//! The visible text of a page, tag by tag: lines, bullets and tables.
//!
//! There is no tree of the page, so that no page is too deep or too torn for it. Menus, forms and what is hidden stay out.

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use crate::import::document::{Builder, Document};
use crate::import::html_text;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What is visible.
    pub(super) document: Document,
    /// What stands in the title of the window, up to the name of the site.
    pub(super) title: String,
    /// The JSON-LD in it.
    pub(super) linked: Vec<String>,
}

/// Elements that are not read: what only machines see, and what only leads elsewhere.
const HIDDEN: [&str; 14] = [
    "script", "style", "template", "svg", "nav", "select", "button", "iframe", "noscript", "object", "audio",
    "video", "canvas", "textarea",
];

/// Elements that start on a line of their own.
const BLOCKS: [&str; 25] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "section",
    "summary",
    "center",
    "caption",
    "option",
    "legend",
    "body",
    "pre",
];

/// Elements with a blank line below them.
const PARAGRAPHS: [&str; 9] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"];

/// Elements that have no end.
const VOID: [&str; 12] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Reads a page.
pub(super) fn read(text: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    let mut lines = Lines { text, at: 0, line: 1 };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                reader.builder.at(lines.of(tag.span.start));
                reader.line = lines.line;
                reader.start(&tag);
            }
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(string) => {
                reader.builder.at(lines.of(string.span.start));
                reader.text(&String::from_utf8_lossy(&string.value));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    Page {
        document: reader.builder.finish(false),
        title: without_site(&html_text::line(&reader.title)),
        linked: reader.linked,
    }
}

/// The line of a place in the text, for places that only go forward.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, place: usize) -> usize {
        if let Some(passed) = self.text.get(self.at..place) {
            self.line += passed.matches('\n').count();
            self.at = place;
        }
        self.line
    }
}

/// What kind of text the reader is in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// Text in which white space is a blank.
    #[default]
    Flow,
    /// Text whose lines are lines.
    Pre,
    /// The title of the window.
    Title,
    /// JSON-LD.
    Linked,
}

#[derive(Default)]
struct Reader {
    builder: Builder,
    title: String,
    linked: Vec<String>,
    line: usize,
    /// The element that is being skipped, and how many of its name are open.
    skipping: Option<(String, usize)>,
    place: Place,
    lists: usize,
    /// A blank is due before the next text.
    gap: bool,
    /// An element within the line began or ended here.
    at_seam: bool,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((skipped, depth)) = &mut self.skipping {
            if *skipped == name && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        let attribute = |wanted: &str| {
            tag.attributes
                .get(wanted.as_bytes())
                .map(|value| String::from_utf8_lossy(value).to_ascii_lowercase())
        };
        if name == "script" && attribute("type").is_some_and(|kind| kind.contains("ld+json")) {
            self.place = Place::Linked;
            self.linked.push(String::new());
            return;
        }
        let is_hidden = attribute("hidden").is_some()
            || attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
        if HIDDEN.contains(&name.as_str()) || (is_hidden && !VOID.contains(&name.as_str())) {
            if !tag.self_closing {
                self.skipping = Some((name, 1));
            }
            return;
        }
        let number =
            |wanted: &str| attribute(wanted).and_then(|value| value.trim().parse().ok()).unwrap_or(1);
        match name.as_str() {
            "title" => self.place = Place::Title,
            "br" => self.builder.end_line(),
            "li" => {
                self.builder.end_line();
                self.builder.push(&"  ".repeat(self.lists.saturating_sub(1).min(8)));
                self.builder.push("- ");
                self.gap = false;
            }
            "table" => self.builder.start_table(),
            "tr" => self.builder.start_row(self.line),
            "td" | "th" => self.builder.start_cell(number("colspan"), number("rowspan")),
            "ul" | "ol" => {
                self.builder.end_line();
                self.lists += 1;
            }
            "pre" => {
                self.builder.end_line();
                self.place = Place::Pre;
            }
            name if BLOCKS.contains(&name) || PARAGRAPHS.contains(&name) => self.end_line(),
            _ => self.at_seam = true,
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((skipped, depth)) = &mut self.skipping {
            if *skipped == name {
                *depth -= 1;
            }
            if *depth == 0 {
                self.skipping = None;
            }
            return;
        }
        match name.as_str() {
            "script" | "title" => self.place = Place::Flow,
            "table" => self.builder.end_table(),
            "tr" => self.builder.end_row(),
            "td" | "th" => self.builder.end_cell(),
            "li" => self.end_line(),
            "pre" => {
                self.place = Place::Flow;
                self.builder.end_line();
            }
            name if PARAGRAPHS.contains(&name) => {
                if matches!(name, "ul" | "ol") {
                    self.lists = self.lists.saturating_sub(1);
                }
                self.gap = false;
                self.builder.end_paragraph();
            }
            name if BLOCKS.contains(&name) => self.end_line(),
            _ => self.at_seam = true,
        }
    }

    /// Ends the line, unless it is only a bullet so far: a list item may hold its text in an element of its own.
    fn end_line(&mut self) {
        self.gap = false;
        if !self.builder.is_bullet() {
            self.builder.end_line();
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipping.is_some() {
            return;
        }
        match self.place {
            Place::Linked => {
                if let Some(piece) = self.linked.last_mut() {
                    piece.push_str(text);
                }
            }
            Place::Title => {
                if self.title.len() < 1000 {
                    self.title.push_str(text);
                }
            }
            Place::Pre => {
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        self.builder.end_line();
                    }
                    self.builder.push(line);
                }
            }
            Place::Flow => self.flow(text),
        }
    }

    /// Text in which white space is a blank. A time and the word behind it stay apart though no blank stands between their
    /// elements.
    fn flow(&mut self, text: &str) {
        let starts_blank = text.starts_with(is_blank);
        let mut words = text.split(is_blank).filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            self.gap = self.gap || starts_blank;
            return;
        };
        let torn = self.at_seam && self.builder.ends_with_digit() && first.starts_with(char::is_alphabetic);
        if (self.gap || starts_blank || torn) && !self.builder.on_fresh_line() && !self.builder.is_bullet() {
            self.builder.push(" ");
        }
        self.builder.push(first);
        for word in words {
            self.builder.push(" ");
            self.builder.push(word);
        }
        self.gap = text.ends_with(is_blank);
        self.at_seam = false;
    }
}

/// White space that is a blank on a page; a space that does not break is one to a reader too.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
}

/// "Wijkdag | Gemeente Ede" without the name of the site.
fn without_site(title: &str) -> String {
    let end = [" | ", " – ", " — ", " :: ", " » "].into_iter().filter_map(|sign| title.find(sign)).min();
    end.and_then(|end| title.get(..end)).unwrap_or(title).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<String> {
        let lines = read(html).document.lines().into_iter().map(|line| line.text);
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn what_is_visible_becomes_lines() {
        let html = "<html><head><title>Wijkdag | Ede</title><style>p{}</style></head><body><nav>Home</nav>\
            <h1>Wijk&shy;dag</h1><p>Een\n dag <b>vol</b>ledig.<br>Kom!</p><script>var x='<p>nee</p>'</script>\
            <div hidden>nee<div>nee</div></div><ul><li><p>Inloop</p></li><li>Slot<ul><li>borrel</li></ul></li></ul>\
            <div><span>09:30</span><span>Welkom</span></div></body></html>";
        assert_eq!(
            lines(html),
            [
                "Wijk\u{ad}dag",
                "Een dag volledig.",
                "Kom!",
                "- Inloop",
                "- Slot",
                "  - borrel",
                "09:30 Welkom"
            ]
        );
        assert_eq!(read(html).title, "Wijkdag");
    }

    #[test]
    fn lines_know_where_they_stand_in_the_file() {
        let page = read("<p>een</p>\n\n<p>twee</p>\n");
        let lines: Vec<usize> =
            page.document.lines().iter().filter(|line| !line.text.is_empty()).map(|line| line.line).collect();
        assert_eq!(lines, [1, 3]);
    }

    #[test]
    fn a_table_that_only_arranges_the_page_is_text() {
        let html = "<table><tr><td>Menu</td><td><h2>Programma</h2><table><tr><td>9:30</td><td>Inloop</td></tr>\
            <tr><td>10:00</td><td>Start</td></tr></table></td></tr></table>";
        assert_eq!(lines(html), ["Menu", "Programma", "9:30\tInloop", "10:00\tStart"]);
    }
}
