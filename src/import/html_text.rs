//! Descriptions as plain text: fragments of HTML, escaped once or twice, become lines; other text stays as it is.
//!
//! For the descriptions in programme files. Web pages have a reader of their own. Nothing is fetched or run.

use std::borrow::Cow;

use html_escape::decode_html_entities;

/// Elements that begin a new line.
const LINES: [&str; 14] =
    ["br", "div", "dd", "dt", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "option"];

/// Elements with a blank line around them.
const PARAGRAPHS: [&str; 8] = ["p", "ul", "ol", "dl", "table", "blockquote", "pre", "article"];

/// Elements within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "o:p",
    "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "td",
];

/// Elements that say nothing about lines.
const OTHER: [&str; 11] =
    ["html", "body", "thead", "tbody", "th", "hr", "center", "iframe", "video", "meta", "link"];

/// Elements whose content is no text.
const HIDDEN: [&str; 4] = ["script", "style", "head", "title"];

/// How often a text may have been escaped.
const MOST_ESCAPED: usize = 2;

/// `text` as plain text: without tags where it has them, with its entities read, without needless blanks.
pub(super) fn plain(text: &str) -> String {
    let mut text = if text.contains('\r') { Cow::Owned(text.replace('\r', "")) } else { Cow::Borrowed(text) };
    for _ in 0..=MOST_ESCAPED {
        if has_tags(&text) {
            return tidy(&without_tags(&text));
        }
        if !text.contains('&') {
            break;
        }
        let decoded = decode_html_entities(&text).into_owned();
        if decoded == text {
            break;
        }
        text = Cow::Owned(decoded);
    }
    tidy(&text)
}

/// A title, a name or a room: [`plain`], on one line.
pub(super) fn line(text: &str) -> String {
    let plain = if text.contains(['<', '&']) { Cow::Owned(plain(text)) } else { Cow::Borrowed(text) };
    let mut line = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// [`plain`] text, if there is any.
pub(super) fn filled(text: &str) -> Option<String> {
    Some(plain(text)).filter(|text| !text.is_empty())
}

/// A piece of a text with tags.
enum Piece<'a> {
    Text(&'a str),
    /// The name of the element, in small letters, and whether it is closed here.
    Tag(String, bool),
}

/// Takes off the first piece of `text`. A `<` that begins no tag is text, and so is a tag that is not closed before the
/// next one begins.
fn first_piece(text: &str) -> (Piece<'_>, &str) {
    if let Some(comment) = text.strip_prefix("<!--") {
        return (Piece::Text(""), comment.split_once("-->").map_or("", |(_, rest)| rest));
    }
    let Some(inside) = text.strip_prefix('<') else {
        let (piece, rest) = split_at_tag(text);
        return (Piece::Text(piece), rest);
    };
    let (up_to_next, rest) = split_at_tag(inside);
    if let Some((tag, text_after)) = up_to_next.split_once('>')
        && let Some((name, closes)) = name_of(tag)
    {
        let rest = inside.get(up_to_next.len() - text_after.len()..).unwrap_or_default();
        return (Piece::Tag(name, closes), rest);
    }
    (Piece::Text(text.get(..=up_to_next.len()).unwrap_or(text)), rest)
}

fn split_at_tag(text: &str) -> (&str, &str) {
    text.find('<').and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// The name in what stands between `<` and `>`, if it is the name of an element of HTML.
fn name_of(tag: &str) -> Option<(String, bool)> {
    let closes = tag.starts_with('/');
    let tag = tag.trim_start_matches('/');
    let name: String =
        tag.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == ':').collect();
    let name = name.to_ascii_lowercase();
    let is_known = LINES.contains(&name.as_str())
        || PARAGRAPHS.contains(&name.as_str())
        || INLINE.contains(&name.as_str())
        || HIDDEN.contains(&name.as_str())
        || OTHER.contains(&name.as_str());
    is_known.then_some((name, closes))
}

fn has_tags(text: &str) -> bool {
    text.split('<').skip(1).any(|piece| {
        piece.split_once('>').is_some_and(|(tag, _)| name_of(tag).is_some() || tag.starts_with("!--"))
    })
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut hidden: Option<String> = None;
    while !rest.is_empty() {
        let (piece, after) = first_piece(rest);
        rest = after;
        match piece {
            Piece::Text(text) if hidden.is_none() => {
                let text = decode_html_entities(text);
                let text: String =
                    text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }).collect();
                plain.push_str(&text);
            }
            Piece::Text(_) => {}
            Piece::Tag(name, true) if hidden.as_ref() == Some(&name) => hidden = None,
            Piece::Tag(name, false) if HIDDEN.contains(&name.as_str()) => hidden = hidden.or(Some(name)),
            Piece::Tag(name, closes) => plain.push_str(instead_of(&name, closes)),
        }
    }
    plain
}

/// What stands in the text where a tag stood.
fn instead_of(name: &str, closes: bool) -> &'static str {
    match name {
        "li" if !closes => "\n- ",
        "li" | "dd" | "dt" => "",
        "td" | "th" if closes => "\t",
        _ if PARAGRAPHS.contains(&name) => "\n\n",
        _ if LINES.contains(&name) => "\n",
        _ => "",
    }
}

/// Without blanks at the ends of lines, in rows, and without more than one blank line.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank_lines = 0;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            blank_lines += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if blank_lines > 0 { "\n\n" } else { "\n" });
        }
        blank_lines = 0;
        push_line(&mut tidy, line);
    }
    tidy
}

fn push_line(text: &mut String, line: &str) {
    if !line.contains("  ") && !line.contains('\u{a0}') {
        text.push_str(line);
        return;
    }
    let words = line.split([' ', '\u{a0}']).filter(|word| !word.is_empty());
    for (number, word) in words.enumerate() {
        if number > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_lines_and_bullets() {
        assert_eq!(plain("<p>Een&nbsp;<b>twee</b></p>\n<p>drie<br/>vier</p>"), "Een twee\n\ndrie\nvier");
        assert_eq!(
            plain("Met:<ul><li>Noor</li>\n<li>Bram</li></ul>en meer"),
            "Met:\n\n- Noor\n- Bram\n\nen meer"
        );
        assert_eq!(plain("<style>p { color: red }</style><p>Tekst</p><script>f()</script>"), "Tekst");
        assert_eq!(plain("<!-- weg --><i>Tekst</i>"), "Tekst");
    }

    #[test]
    fn escaped_tags_are_tags_too_once_or_twice() {
        assert_eq!(plain("&lt;p&gt;Caf&amp;eacute;&lt;/p&gt;"), "Café");
        assert_eq!(plain("&amp;lt;p&amp;gt;Tekst&amp;lt;/p&amp;gt;"), "Tekst");
        assert_eq!(plain("Vraag &amp; antwoord &#8211; deel 2"), "Vraag & antwoord – deel 2");
    }

    #[test]
    fn text_without_tags_keeps_its_lines_and_its_signs() {
        assert_eq!(plain("a < b en c > d\n\n\n\n  x <y> z \n"), "a < b en c > d\n\nx <y> z");
        assert_eq!(plain("**Markdown** met `Vec<T>`\n- een"), "**Markdown** met `Vec<T>`\n- een");
        assert_eq!(plain("R&D, AT&T"), "R&D, AT&T");
        assert_eq!(plain("<p>a < b</p>"), "a < b");
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" Een\n  <em>twee</em> &amp; drie "), "Een twee & drie");
        assert_eq!(line("plain  text"), "plain text");
        assert_eq!(filled(" <p></p> "), None);
    }

    #[test]
    fn broken_fragments_lose_no_text() {
        assert_eq!(plain("<p>Een <b"), "Een <b");
        assert_eq!(plain("<<<p>>x"), "<<\n\n>x");
        assert_eq!(plain("<p>Een <!-- nooit dicht"), "Een");
        assert_eq!(plain(&"<".repeat(100_000)).len(), 100_000);
    }
}
