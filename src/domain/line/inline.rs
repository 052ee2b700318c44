//! What stands inside the content: `#trend`, `#6`, `@name` and `@[Full Name]`, but not inside code or an address.
//!
//! Parsing never depends on what is stored: whether a tag or a name is known is for others to say.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{Mention, Tag, TagTarget};

/// The longest scheme of an address that is looked for, and the longest bracketed name, in bytes.
const LONGEST_SCHEME: usize = 20;
const LONGEST_NAME: usize = 200;

/// How an address can begin without a scheme.
const WWW: &str = "www.";

/// What was found in the content of a line.
#[derive(Default)]
pub(super) struct Inline {
    pub tags: Vec<Tag>,
    pub mentions: Vec<Mention>,
    /// Everything that is not running text: tags, mentions, code and addresses, in order and not overlapping.
    pub taken: Vec<Range<usize>>,
}

/// What the scanner knows about the character before.
struct Before {
    character: Option<char>,
    /// Whether a tag may start here: at the start, after white space or opening punctuation.
    opens: bool,
}

/// Reads the `content` of `text`.
pub(super) fn scan(text: &str, content: Range<usize>) -> Inline {
    let mut inline = Inline::default();
    if text.get(content.clone()).is_none_or(is_only_words) {
        return inline;
    }
    let mut before = Before { character: None, opens: true };
    let mut at = content.start;
    while let Some(rest) = text.get(at..content.end)
        && let Some(first) = rest.chars().next()
    {
        let length = inline.take(rest, at, &before);
        if length > 0 {
            inline.taken.push(at..at + length);
            at += length;
            before.character = text.get(..at).and_then(|said| said.chars().next_back());
            before.opens = false;
        } else {
            at += first.len_utf8();
            before.opens = opens(first) || (before.opens && matches!(first, '*' | '_' | '~'));
            before.character = Some(first);
        }
    }
    inline
}

/// Whether nothing in the content can begin or be anything else than running text: most lines are so, and need not be
/// gone through character by character.
fn is_only_words(content: &str) -> bool {
    let bytes = content.as_bytes();
    // Without stopping at the first, so that many bytes are compared at once.
    let has_sign = bytes.iter().fold(false, |has, byte| has | matches!(byte, b'#' | b'@' | b'`' | b':'));
    let ends_www = |dot: usize| {
        let start = (dot + 1).checked_sub(WWW.len())?;
        bytes.get(start..=dot).map(|part| part.eq_ignore_ascii_case(WWW.as_bytes()))
    };
    !has_sign && !content.match_indices('.').any(|(dot, _)| ends_www(dot) == Some(true))
}

impl Inline {
    /// Takes what starts at `rest`, which stands at byte `at`; gives its length, or 0 for running text.
    fn take(&mut self, rest: &str, at: usize, before: &Before) -> usize {
        if let Some(length) = code(rest) {
            return length;
        }
        if before.opens
            && let Some((target, length)) = tag(rest)
        {
            self.tags.push(Tag { span: at..at + length, target });
            return length;
        }
        if !before.character.is_some_and(is_in_address)
            && let Some((name, length)) = mention(rest)
        {
            self.mentions.push(Mention { span: at..at + length, name });
            return length;
        }
        if before.character.is_some_and(char::is_alphanumeric) {
            return 0;
        }
        address(rest).unwrap_or(0)
    }
}

/// A piece of a text that is more than words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A `#trend`, by its tag as written, or `#6`.
    Tag(TagTarget),
    /// An `@word` or `@[Full Name]`, by the name.
    Mention(String),
    /// A web or mail address.
    Address,
}

/// The pieces of a text that is no whole line, each with where it stands, in order. Code is none.
#[must_use]
pub fn pieces(text: &str) -> Vec<(Range<usize>, Piece)> {
    let inline = scan(text, 0..text.len());
    let piece = |span: &Range<usize>| {
        if let Some(tag) = inline.tags.iter().find(|tag| tag.span == *span) {
            return Some(Piece::Tag(tag.target.clone()));
        }
        if let Some(mention) = inline.mentions.iter().find(|mention| mention.span == *span) {
            return Some(Piece::Mention(mention.name.clone()));
        }
        let is_code = text.get(span.clone())?.starts_with('`');
        (!is_code).then_some(Piece::Address)
    };
    inline.taken.iter().filter_map(|span| Some((span.clone(), piece(span)?))).collect()
}

/// Whether byte `at` lies in one of the `taken` ranges, which are in order and do not overlap.
pub(super) fn is_taken(taken: &[Range<usize>], at: usize) -> bool {
    let after = taken.partition_point(|range| range.end <= at);
    taken.get(after).is_some_and(|range| range.contains(&at))
}

/// Whether `#name` is wholly the tag of a trend.
#[must_use]
pub fn is_trend_tag(name: &str) -> bool {
    matches!(tag(&format!("#{name}")), Some((TagTarget::Trend(read), _)) if read == name)
}

/// Names somebody in a line: one word as it is, several in brackets.
#[must_use]
pub fn mention_of(name: &str) -> String {
    let short = format!("@{name}");
    let is_read = |read: Option<(String, usize)>| read.is_some_and(|(_, length)| length == short.len());
    if !name.starts_with('[') && is_read(mention(&short)) {
        return short;
    }
    format!("@[{}]", name.replace(['[', ']'], ""))
}

fn tag(rest: &str) -> Option<(TagTarget, usize)> {
    let after = rest.strip_prefix('#')?;
    let name = leading(after, |c| is_word(c) || matches!(c, '-' | '_')).trim_end_matches(['-', '_']);
    let length = name.len() + 1;
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((TagTarget::Point(name.parse().ok()?), length));
    }
    name.contains(char::is_alphabetic).then(|| (TagTarget::Trend(name.to_owned()), length))
}

fn mention(rest: &str) -> Option<(String, usize)> {
    let after = rest.strip_prefix('@')?;
    if let Some(bracketed) = after.strip_prefix('[') {
        let (end, _) = bracketed.char_indices().take(LONGEST_NAME).find(|(_, c)| *c == ']')?;
        let name = bracketed.get(..end)?.trim();
        return (!name.is_empty()).then(|| (name.to_owned(), "@[]".len() + end));
    }
    let name =
        leading(after, |c| is_word(c) || matches!(c, '-' | '_' | '.')).trim_end_matches(['-', '_', '.']);
    let starts = name.starts_with(char::is_alphanumeric);
    (starts && name.contains(char::is_alphabetic)).then(|| (name.to_owned(), name.len() + 1))
}

/// The length of a code span: between runs of equally many backticks.
fn code(rest: &str) -> Option<usize> {
    let fence = leading(rest, |c| c == '`');
    if fence.is_empty() {
        return None;
    }
    let mut at = fence.len();
    while let Some(open) = rest.get(at..)?.find('`') {
        let run = leading(rest.get(at + open..)?, |c| c == '`').len();
        at += open + run;
        if run == fence.len() {
            return Some(at);
        }
    }
    // Without an end it is no code, and a run of backticks says nothing on its own either.
    Some(fence.len())
}

/// The length of a web or mail address.
fn address(rest: &str) -> Option<usize> {
    let is_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = rest.bytes().take(LONGEST_SCHEME).take_while(is_scheme).count();
    let scheme =
        rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.get(length..)?.starts_with("://");
    let begins = |head: &str| rest.get(..head.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(head));
    let is_address = scheme || begins(WWW) || begins("mailto:");
    is_address.then(|| leading(rest, |c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '`')).len())
}

fn leading(text: &str, accept: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !accept(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A character that makes an `@` behind it part of a mail or web address.
fn is_in_address(c: char) -> bool {
    is_word(c) || matches!(c, '.' | '_' | '-' | '+' | '%' | '@' | '#' | '/')
}

fn opens(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹')
}
