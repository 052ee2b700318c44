//! What comes from a clipboard, as lines of a note.
//!
//! A line stays a line, whatever separates it from the next; structure that a mail or a page has (lists, headings, bold,
//! links, tables) becomes the signs that notes have for it. Nothing in here reads a clipboard, and nothing of what was
//! written is left out but control characters, styling and pictures.

mod html;
mod table;

use std::collections::HashSet;

/// The most bytes of HTML that are read; of more, the plain text is taken. Reading so much takes some 0.2 seconds.
const MOST_HTML: usize = 4 << 20;

/// So many words tell whether two texts are about the same.
const WORDS_COMPARED: usize = 200;

/// The lines of a clipboard that holds `text` and, perhaps, the same as HTML. HTML that adds nothing to the text, or that
/// is of something else, is left alone.
#[must_use]
pub fn lines(text: &str, html: Option<&str>) -> String {
    let plain = plain(text);
    let Some(html) = html.filter(|html| html.len() <= MOST_HTML) else { return plain };
    let rich = self::plain(&html::lines(html));
    let adds_nothing = squeezed(&rich).eq(squeezed(&plain));
    if rich.is_empty() || adds_nothing || !is_about_the_same(&rich, &plain) { plain } else { rich }
}

/// Plain text with a `'\n'` for whatever ended its lines, and without control characters; tabs stay.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            // Vertical tab and form feed, too: word processors end lines and pages with them.
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\n' | '\t' => plain.push(letter),
            // The mark of byte order is no text, wherever it ended up.
            '\u{feff}' => {}
            letter if letter.is_control() => {}
            letter => plain.push(letter),
        }
    }
    plain
}

fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

/// Whether HTML is of the text beside it: between two ways of reading a clipboard it may have been filled anew.
fn is_about_the_same(rich: &str, plain: &str) -> bool {
    let said: HashSet<&str> = words(rich).collect();
    let (mut count, mut found) = (0, 0);
    for word in words(plain).take(WORDS_COMPARED) {
        count += 1;
        found += usize::from(said.contains(word));
    }
    found * 2 >= count
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::*;

    #[test]
    fn whatever_ends_a_line_ends_a_line() {
        assert_eq!(
            plain("een\r\ntwee\rdrie\nvier\u{2028}vijf\u{2029}zes\u{b}zeven"),
            "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven"
        );
        assert_eq!(plain("\u{feff}a\tb\0c\u{7}\u{1b}[31m\r\n\r\n"), "a\tbc[31m\n\n");
    }

    #[test]
    fn html_counts_only_when_it_adds_something() {
        let wrapped = "<meta charset='utf-8'><div><span style='color:red'>let  x</span></div><div>= 1;</div>";
        assert_eq!(lines("  let x\n\n= 1;", Some(wrapped)), "  let x\n\n= 1;");
        assert_eq!(lines("een\ntwee", Some("<ul><li>een<li>twee</ul>")), "- een\n- twee");
        assert_eq!(lines("een", None), "een");
        assert_eq!(lines("", Some("<b>een</b>")), "**een**");
    }

    #[test]
    fn html_of_something_else_is_left_alone() {
        assert_eq!(
            lines("nieuwe tekst hier", Some("<ul><li>wat er eerder op stond</ul>")),
            "nieuwe tekst hier"
        );
    }

    #[test]
    fn html_without_measure_is_not_read() {
        let html = format!("<ul><li>een{}</ul>", " ".repeat(MOST_HTML));
        assert_eq!(lines("een", Some(&html)), "een");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_control_character_stays(text in any::<String>()) {
            let plain = plain(&text);
            assert!(plain.chars().all(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()));
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            assert_eq!(letters(&plain), letters(&text));
        }

        #[test]
        fn any_html_is_read(html in r"(<|>|/|&|b|p|li|ul|table|tr|td|a href='x'|pre|h1|blockquote| |x|\n){0,60}") {
            let _ = lines("x", Some(&html));
        }
    }
}
