//! Quotations: whether a text is wholly in quotation marks, and the source behind it.
//!
//! Whether the session's only speaker counts as the source is for others to say: they know the session.

use std::ops::Range;

use super::Tag;

/// The longest source, in words and in bytes; more is a part of the sentence.
const MOST_WORDS: usize = 8;
const LONGEST_SOURCE: usize = 120;

/// The byte in UTF-8 that both `–` and `—` begin with.
const LONG_DASH: u8 = 0xe2;

/// Whom a quote names at its end, behind a dash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name as written, without the `@` and the brackets of a mention.
    pub name: String,
    /// Where it stands, without the dash and with the `@`.
    pub span: Range<usize>,
}

/// A content read as a quote.
pub(super) struct Quotation {
    /// The words, without their outer quotation marks.
    pub words: Range<usize>,
    /// Whether the words stand wholly in quotation marks.
    pub literal: bool,
    pub source: Option<Source>,
}

/// Reads the `content` of `text` as a quote. Tags at the end stand outside the quotation marks and the source.
pub(super) fn read(text: &str, content: Range<usize>, tags: &[Tag]) -> Quotation {
    let whole = without_tags(text, content, tags);
    if let Some(words) = enclosed(text, &whole) {
        return Quotation { words, literal: true, source: None };
    }
    let Some((said, source)) = split_source(text, &whole) else {
        return Quotation { words: whole, literal: false, source: None };
    };
    let said = without_tags(text, said, tags);
    match enclosed(text, &said) {
        Some(words) => Quotation { words, literal: true, source: Some(source) },
        None => Quotation { words: said, literal: false, source: Some(source) },
    }
}

fn without_tags(text: &str, range: Range<usize>, tags: &[Tag]) -> Range<usize> {
    let mut end = range.end;
    for tag in tags.iter().rev().filter(|tag| tag.span.end <= range.end) {
        if tag.span.end != end {
            break;
        }
        let before = text.get(range.start..tag.span.start).unwrap_or_default();
        end = range.start + before.trim_end().len();
    }
    range.start..end
}

/// The words before the last dash, and the source behind it.
fn split_source(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Source)> {
    let content = text.get(range.clone())?;
    // Most lines have none, and need not be gone through character by character.
    if !content.as_bytes().contains(&LONG_DASH) && !content.contains("--") {
        return None;
    }
    let mut dashes =
        content.match_indices(['—', '–']).chain(content.match_indices("--")).filter(|(at, dash)| {
            let before = content.get(..*at).unwrap_or_default();
            let after = content.get(at + dash.len()..).unwrap_or_default();
            let stands_alone =
                before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
            stands_alone && !before.trim().is_empty()
        });
    let (at, dash) = dashes.clone().max_by_key(|(at, _)| *at)?;
    let after = content.get(at + dash.len()..)?;
    let name = after.trim();
    let only_long_dash = dash == "—" && dashes.all(|(other, _)| other == at);
    if !could_be_name(name) || !(only_long_dash || is_written_as_name(name)) {
        return None;
    }
    let said = content.get(..at)?.trim_end();
    let start = range.start + content.len() - after.trim_start().len();
    let source = Source { name: plain_name(name).to_owned(), span: start..start + name.len() };
    Some((range.start..range.start + said.len(), source))
}

fn could_be_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let ends_a_sentence =
        name.ends_with(['?', '!', ';', ':', '…']) || (name.ends_with('.') && words > MOST_WORDS / 2);
    name.contains(char::is_alphabetic)
        && words <= MOST_WORDS
        && name.len() <= LONGEST_SOURCE
        && !ends_a_sentence
        && !name.contains(['"', '“', '”', '„', '«', '»'])
}

/// A capital or an `@` tells a name from the rest of a sentence that has a dash in it.
fn is_written_as_name(name: &str) -> bool {
    name.split_whitespace().any(|word| word.starts_with(|c: char| c.is_uppercase() || c == '@'))
}

fn plain_name(name: &str) -> &str {
    let Some(mention) = name.strip_prefix('@') else {
        return name;
    };
    mention.strip_prefix('[').and_then(|full| full.strip_suffix(']')).unwrap_or(mention).trim()
}

/// The families of quotation marks; which of a family opens and which closes differs by country and keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Single,
    Double,
    Angled,
}

fn marks(c: char) -> Option<Marks> {
    match c {
        '\'' | '‘' | '’' | '‚' => Some(Marks::Single),
        '"' | '“' | '”' | '„' => Some(Marks::Double),
        '«' | '»' => Some(Marks::Angled),
        _ => None,
    }
}

/// The words inside, when `range` is wholly in one pair of quotation marks. `'a' en 'b'` is not: that begins and
/// ends with a quotation, but is not one.
fn enclosed(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let content = text.get(range.clone())?;
    let mut chars = content.chars();
    let (first, last) = (chars.next()?, chars.next_back()?);
    let family = marks(first).filter(|family| marks(last) == Some(*family))?;
    let inside = chars.as_str();
    if inside.trim().is_empty() || !is_one_piece(inside, first, family) {
        return None;
    }
    let from = range.start + first.len_utf8() + inside.len() - inside.trim_start().len();
    Some(from..from + inside.trim().len())
}

/// Whether the marks of the outer `family` in `inside` leave the outer pair a pair. A mark between letters, a
/// contraction (`'s avonds`, `'90`) and a possessive (`Hans' fiets`) are no quotation marks.
fn is_one_piece(inside: &str, opening: char, family: Marks) -> bool {
    let mut depth = 1_usize;
    let mut before = opening;
    let mut rest = inside.chars();
    while let Some(mark) = rest.next() {
        if marks(mark) == Some(family) {
            let after = rest.clone().next();
            let starts = !before.is_alphanumeric() && after.is_some_and(|c| !c.is_whitespace());
            let ends = !before.is_whitespace() && !after.is_some_and(char::is_alphanumeric);
            if ends {
                depth = depth.saturating_sub(1);
            } else if starts && !(family == Marks::Single && is_contraction(rest.as_str())) {
                if depth == 0 {
                    return false;
                }
                depth += 1;
            }
        }
        before = mark;
    }
    depth <= 1
}

/// Whether what follows an apostrophe is the rest of a Dutch short form (`'s avonds`, `'s-Gravenhage`) or a year.
fn is_contraction(after: &str) -> bool {
    let mut chars = after.chars();
    let first = chars.next();
    let short = first.is_some_and(|c| matches!(c.to_ascii_lowercase(), 's' | 't' | 'n' | 'k' | 'm' | 'r'));
    let stops = chars.next().is_none_or(|c| c.is_whitespace() || c == '-');
    first.is_some_and(|c| c.is_ascii_digit()) || (short && stops)
}
