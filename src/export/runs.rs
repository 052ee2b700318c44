//! The words of a line in pieces that look alike: bold, italic, code, links, trends and names. Found once, here, so that no
//! format has to read Markdown.
//!
//! What is bold in here is bold in an exported Markdown file too: the same escaped text is read. How a piece looks is for
//! the formats.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::markdown::escape;
use crate::domain::line::{self, Piece};

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words, on one line and without control characters.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// What else they are.
    pub what: What,
}

/// What a run is beside words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// Nothing.
    #[default]
    Words,
    /// Code.
    Code,
    /// A link to this address, which is a web or a mail address.
    Link(String),
    /// A trend or a point, with its `#`.
    Trend,
    /// The name of a person or an organisation, without `@`.
    Mention,
}

impl Run {
    /// Words without a meaning of their own, such as a title.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: escape::one_line(text), ..Self::default() }
    }

    /// Bold words.
    #[must_use]
    pub fn bold(text: &str) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Italic words.
    #[must_use]
    pub fn italic(text: &str) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }

    /// Exactly this text: also the spaces around it.
    #[must_use]
    pub fn exact(text: &str) -> Self {
        Self { text: escape::visible(text), ..Self::default() }
    }

    fn looks_like(&self, other: &Self) -> bool {
        (self.bold, self.italic, &self.what) == (other.bold, other.italic, &other.what)
    }
}

/// The words of a line, or of any other text that a person typed.
#[must_use]
pub fn of(text: &str) -> Vec<Run> {
    let escaped = escape::at_start(&escape::inline(text));
    let mut reader = Reader::default();
    for event in Parser::new(&escaped) {
        reader.read(event);
    }
    reader.runs.into_iter().flat_map(in_pieces).collect()
}

/// The words alone.
#[must_use]
pub fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[derive(Default)]
struct Reader {
    runs: Vec<Run>,
    bold: usize,
    italic: usize,
    links: Vec<String>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold = self.bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.italic += 1,
            Event::End(TagEnd::Emphasis) => self.italic = self.italic.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.links.push(dest_url.into_string());
            }
            Event::End(TagEnd::Link | TagEnd::Image) => drop(self.links.pop()),
            Event::Code(code) => self.push(&code, What::Code),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => {
                let link = self.links.last().filter(|address| is_web(address));
                let what = link.map_or(What::Words, |address| What::Link(address.clone()));
                self.push(&text, what);
            }
            Event::SoftBreak | Event::HardBreak => self.push(" ", What::Words),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, what: What) {
        let run = Run { text: text.to_owned(), bold: self.bold > 0, italic: self.italic > 0, what };
        match self.runs.last_mut() {
            Some(last) if last.looks_like(&run) => last.text.push_str(text),
            _ => self.runs.push(run),
        }
    }
}

/// Takes trends, names and addresses out of running words.
fn in_pieces(run: Run) -> Vec<Run> {
    if run.what != What::Words {
        return vec![run];
    }
    let mut runs = Vec::new();
    let mut from = 0;
    let mut add = |text: &str, what: What| {
        if !text.is_empty() {
            runs.push(Run { text: text.to_owned(), what, ..run });
        }
    };
    for (span, piece) in line::pieces(&run.text) {
        let written = run.text.get(span.clone()).unwrap_or_default();
        add(run.text.get(from..span.start).unwrap_or_default(), What::Words);
        match piece {
            Piece::Tag(_) => add(written, What::Trend),
            Piece::Mention(name) => add(&name, What::Mention),
            Piece::Address if is_web(written) => {
                let address = written.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
                add(address, What::Link(address.to_owned()));
                add(written.get(address.len()..).unwrap_or_default(), What::Words);
            }
            Piece::Address => add(written, What::Words),
        }
        from = span.end;
    }
    add(run.text.get(from..).unwrap_or_default(), What::Words);
    runs
}

/// Whether this is an address that may be followed from a document: nothing that runs, and no file.
#[must_use]
pub fn is_web(address: &str) -> bool {
    let begins =
        |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_whole =
        !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'));
    is_whole
        && ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| begins(scheme) && address.len() > scheme.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::*;

    /// The runs in short: `b` bold, `i` italic, `c` code, `l` link, `#` trend, `@` name.
    fn short(text: &str) -> Vec<String> {
        let sign = |run: &Run| {
            let what = match &run.what {
                What::Words => "",
                What::Code => "c",
                What::Link(_) => "l",
                What::Trend => "#",
                What::Mention => "@",
            };
            format!("{}{}{what}", if run.bold { "b" } else { "" }, if run.italic { "i" } else { "" })
        };
        of(text).iter().map(|run| format!("{}:{}", sign(run), run.text)).collect()
    }

    #[test]
    fn every_look_is_a_run_of_its_own() {
        assert_eq!(
            short("**vet** en *schuin* `x < y` [hier](https://voorbeeld.nl)"),
            ["b:vet", ": en ", "i:schuin", ": ", "c:x < y", ": ", "l:hier"]
        );
        assert_eq!(short("***beide***"), ["bi:beide"]);
    }

    #[test]
    fn trends_names_and_addresses_are_found_in_running_words_only() {
        assert_eq!(
            short("vraag @[Noor de Wit] en @Bram #toezicht, op #6"),
            [":vraag ", "@:Noor de Wit", ": en ", "@:Bram", ": ", "#:#toezicht", ":, op ", "#:#6"]
        );
        assert_eq!(
            short("zie https://voorbeeld.nl/a_b?x=1&y=2."),
            [":zie ", "l:https://voorbeeld.nl/a_b?x=1&y=2", ":."]
        );
        assert_eq!(short("`#geen @niemand`"), ["c:#geen @niemand"]);
        assert_eq!(short("**#boa** nodig"), ["b#:#boa", ": nodig"]);
    }

    #[test]
    fn what_is_no_markup_is_shown_as_it_is_written() {
        for text in
            ["# kop", "> citaat", "- punt", "1. een", "<b>x</b>", "&amp; en \\*", "---", "[x]: y", "a\\"]
        {
            assert_eq!(text_of(&of(text)), text);
        }
    }

    #[test]
    fn an_address_that_is_not_of_the_web_is_no_link() {
        for address in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "ftp://x"]
        {
            assert!(!is_web(address), "{address}");
        }
        assert_eq!(short("[klik](javascript:alert(1))"), [":klik"]);
    }

    proptest! {
        #[test]
        fn no_text_is_lost_to_a_reader_of_markdown(text in "[^*_`\\[\\]()@#]*") {
            let shown: String = text_of(&of(&text)).split_whitespace().collect();
            let typed: String = escape::one_line(&text).split_whitespace().collect();
            proptest::prop_assert_eq!(shown, typed);
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            let _ = of(&text);
        }
    }
}
