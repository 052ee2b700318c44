//! HTML from a mail or a page as lines of a note: `- ` and `1. ` for lists, `**` and `*` for bold and italic, `#` for
//! headings, `> ` for quotations, `text (address)` for links, ` | ` between cells.
//!
//! It reads tags as they come and keeps no tree, so that no nesting is too deep. Blank lines, pictures and styling are
//! left out; so is what a page hides. Lists from Word are paragraphs with a style of their own; they are lists here.

mod style;
#[cfg(test)]
mod tests;
mod writer;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use style::{Style, attribute, is_hidden, is_word_marker, word_list_level};
use writer::{Open, Part, Writer};

/// The lines of a piece of HTML.
pub(super) fn lines(html: &str) -> String {
    let tokenizer = Tokenizer::new(Sink::default(), html5ever::tokenizer::TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // A script stops the tokenizer at its end; it goes on when asked again.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

/// Hands tokens to the writer.
#[derive(Default)]
struct Sink(RefCell<Writer>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => writer.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                start(&mut writer, &tag);
                return raw_kind(&tag.name).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::TagToken(tag) => end(&mut writer, &tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The elements whose content is no HTML.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "script" => Some(RawKind::ScriptData),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn start(writer: &mut Writer, tag: &Tag) {
    let name: &str = &tag.name;
    if writer.is_skipping(name, true) {
        return;
    }
    if is_dropped(name) || is_hidden(tag) {
        return writer.skip(name);
    }
    match name {
        "br" => writer.end_line(),
        "table" => writer.start_table(),
        "tr" => writer.end_row(),
        "td" | "th" => writer.start_cell(),
        "li" => writer.start_item(),
        "input" => check_box(writer, tag),
        _ if is_block(name) => {
            writer.end_line();
            if let Some(level) = word_list_level(tag) {
                writer.start_word_item(level);
            }
        }
        _ => {}
    }
    if let Some(open) = opened(writer, tag) {
        writer.open(open);
    }
}

fn end(writer: &mut Writer, name: &str) {
    if writer.is_skipping(name, false) {
        return;
    }
    match name {
        "table" => writer.end_table(),
        "tr" => writer.end_row(),
        "td" | "th" => writer.end_cell(),
        // Browsers read a lone end of a paragraph as an empty one, and `</br>` as a break.
        "br" | "li" => writer.end_line(),
        _ if is_block(name) => writer.end_line(),
        _ => {}
    }
    writer.close(name);
    if is_block(name) {
        writer.end_item();
    }
}

/// What an element changes until it is closed.
fn opened(writer: &Writer, tag: &Tag) -> Option<Open> {
    let name: &str = &tag.name;
    let mut style = Style::default();
    let mut part = Part::Text;
    match name {
        "b" | "strong" => style.bold = Some(true),
        "i" | "em" => style.italic = Some(true),
        "code" | "tt" | "kbd" | "samp" => part = Part::Code,
        "span" | "font" if is_word_marker(tag) => part = Part::WordMarker,
        "span" | "font" => {}
        "a" => part = Part::Link(writer.begin_link(attribute(tag, "href").unwrap_or_default())),
        "ul" => part = Part::Bullets,
        "ol" => part = Part::Numbers(first_number(tag)),
        "pre" => part = Part::Preformatted,
        "blockquote" if is_mail_history(tag) => {}
        "blockquote" => part = Part::Quotation,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            part = Part::Heading(name.get(1..).and_then(|level| level.parse().ok()).unwrap_or(1));
        }
        _ => return None,
    }
    Some(Open { name: name.to_owned(), style: style.or(Style::of(tag)), part })
}

/// The number that a list begins with.
fn first_number(tag: &Tag) -> u32 {
    attribute(tag, "start").and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn check_box(writer: &mut Writer, tag: &Tag) {
    if attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
        writer.tick(attribute(tag, "checked").is_some());
    }
}

/// What is quoted by a mail program is an earlier mail, and nobody's quotation.
fn is_mail_history(tag: &Tag) -> bool {
    attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite"))
        || attribute(tag, "class").is_some_and(|class| class.contains("gmail_quote"))
}

fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "style"
            | "script"
            | "title"
            | "template"
            | "textarea"
            | "iframe"
            | "noembed"
            | "noframes"
            | "svg"
            | "math"
            | "select"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "hr"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "address"
            | "figure"
            | "figcaption"
            | "fieldset"
            | "form"
            | "details"
            | "summary"
            | "caption"
            | "body"
            | "html"
            | "center"
    )
}
