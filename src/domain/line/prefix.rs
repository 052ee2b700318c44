//! What stands in front of the content of a line: the indent, a list marker, the kind and the marks.
//!
//! Whether a line is private is decided here as well, and more widely than where its content starts: privacy fails
//! closed, so a private mark that is the first thing a line says counts, whatever signs stand before it.
//! Kinds that follow from the content (a line wholly in quotation marks) are not decided here.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{LineKind, ListMarker};
use crate::domain::trend::fold;

/// The words that make a kind when a colon follows, without accents and in lower case.
const KIND_WORDS: [(&str, LineKind); 13] = [
    ("actie", LineKind::Action),
    ("todo", LineKind::Action),
    ("action", LineKind::Action),
    ("afspraak", LineKind::Decision),
    ("besluit", LineKind::Decision),
    ("decision", LineKind::Decision),
    ("agreed", LineKind::Decision),
    ("vraag", LineKind::Question),
    ("question", LineKind::Question),
    ("citaat", LineKind::Quote),
    ("quote", LineKind::Quote),
    ("cijfer", LineKind::Figure),
    ("figure", LineKind::Figure),
];

/// The words that make a line of this kind when a colon follows, in both languages, as the grammar reads them: in lower
/// case and without accents.
pub fn words_of(kind: LineKind) -> impl Iterator<Item = &'static str> {
    KIND_WORDS.iter().filter(move |(_, of)| *of == kind).map(|(word, _)| *word)
}

/// The words that make a line private when a colon follows, without accents and in lower case.
const PRIVATE_WORDS: [&str; 2] = ["prive", "private"];

/// No kind or private word is longer, in characters; accents written apart included.
const LONGEST_WORD: usize = 16;

/// Bold and italic in Markdown is at most three signs.
const LONGEST_EMPHASIS: usize = 3;

/// How a kind is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A word with a colon.
    Word,
    /// `? ` or `>`.
    Sign,
    /// `[ ] `, `[] ` or `[x] `.
    Box { done: bool },
    /// One to six `#`.
    Hashes(u8),
}

/// One part of a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Bullet,
    Number(u32),
    Kind(LineKind, Form),
    Star,
    Private,
}

/// A part with its place, the white space behind it included.
pub(super) struct Token {
    pub part: Part,
    pub span: Range<usize>,
}

/// The prefix of a line.
pub(super) struct Prefix {
    /// The bytes of white space at the start.
    pub indent: usize,
    /// Where the first token, or else the content, starts.
    pub start: usize,
    /// In the order of the text, each starting where the one before ends.
    pub tokens: Vec<Token>,
    /// Where the content starts.
    pub end: usize,
    /// Whether the line is private; also true for a private mark that is no token because of what stands around it.
    pub private: bool,
}

impl Prefix {
    pub fn written_as(&self) -> Option<(LineKind, Form)> {
        self.tokens.iter().find_map(|token| match token.part {
            Part::Kind(kind, form) => Some((kind, form)),
            _ => None,
        })
    }

    pub fn kind(&self) -> Option<LineKind> {
        self.written_as().map(|(kind, _)| kind)
    }

    pub fn done(&self) -> bool {
        matches!(self.written_as(), Some((_, Form::Box { done: true })))
    }

    pub fn heading_level(&self) -> u8 {
        match self.written_as() {
            Some((_, Form::Hashes(level))) => level,
            _ => 0,
        }
    }

    pub fn starred(&self) -> bool {
        self.tokens.iter().any(|token| token.part == Part::Star)
    }

    pub fn marker(&self) -> Option<ListMarker> {
        let action = self.kind() == Some(LineKind::Action);
        let mut bullet = None;
        for token in &self.tokens {
            match token.part {
                Part::Number(number) => return Some(ListMarker::Number(number)),
                Part::Bullet if !action => bullet = Some(ListMarker::Bullet),
                _ => {}
            }
        }
        bullet
    }

    pub fn bullet_span(&self) -> Option<Range<usize>> {
        self.tokens.iter().find(|token| token.part == Part::Bullet).map(|token| token.span.clone())
    }

    pub fn number_span(&self) -> Option<Range<usize>> {
        self.tokens.iter().find(|token| matches!(token.part, Part::Number(_))).map(|token| token.span.clone())
    }

    /// Where the first mark stands when marks come after the kind: behind the kind, else behind the list marker.
    pub fn after_kind(&self) -> usize {
        let last = self.tokens.iter().rfind(|token| !matches!(token.part, Part::Star | Part::Private));
        last.map_or(self.start, |token| token.span.end)
    }

    fn accepts(&self, part: Part) -> bool {
        match part {
            Part::Bullet => self.kind().is_none() && self.bullet_span().is_none(),
            Part::Number(_) => self.kind().is_none() && self.number_span().is_none(),
            Part::Kind(..) => self.kind().is_none(),
            Part::Star | Part::Private => true,
        }
    }
}

/// Reads the prefix of `text`. The first kind counts; what looks like a second one is content.
pub(super) fn scan(text: &str) -> Prefix {
    let indent = text.len() - text.trim_start().len();
    let start = skip_filler(text, indent);
    let private = private_mark(text).is_some();
    let mut prefix = Prefix { indent, start, tokens: Vec::new(), end: start, private };
    while let Some((part, length)) = token(text.get(prefix.end..).unwrap_or_default()) {
        if !prefix.accepts(part) {
            break;
        }
        let end = skip_filler(text, prefix.end + length);
        prefix.tokens.push(Token { part, span: prefix.end..end });
        prefix.end = end;
    }
    prefix
}

/// The first private mark of `text` with the white space behind it, if it is the first thing that the line says.
///
/// Privacy fails closed: any signs, list markers and kinds may stand before it, also those that the prefix itself
/// does not read, such as in `(privé: …)` and `**privé: …**`. Only code, `#tag` and `@name` are left alone.
pub(super) fn private_mark(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        if let Some(length) = private(rest) {
            return Some(at..skip_filler(text, at + length));
        }
        at += before_private(rest)?;
    }
}

/// The length of what may stand before a private mark at the start of `rest`.
fn before_private(rest: &str) -> Option<usize> {
    let known = kind_word(rest).map(|(_, length)| length);
    let known = known.or_else(|| checkbox(rest).map(|(_, length)| length)).or_else(|| numbering(rest));
    if known.is_some() {
        return known;
    }
    let mut chars = rest.chars();
    let first = chars.next()?;
    let names = matches!(first, '#' | '@') && chars.next().is_some_and(char::is_alphanumeric);
    let says_something = first.is_alphanumeric() || first == '`' || names;
    (!says_something).then_some(first.len_utf8())
}

fn token(rest: &str) -> Option<(Part, usize)> {
    if let Some(length) = private(rest) {
        return Some((Part::Private, length));
    }
    if let Some(length) = star(rest) {
        return Some((Part::Star, length));
    }
    if let Some(length) = bullet(rest) {
        return Some((Part::Bullet, length));
    }
    if let Some(found) = numbered(rest) {
        return Some(found);
    }
    let (kind, form, length) = kind(rest)?;
    Some((Part::Kind(kind, form), length))
}

fn kind(rest: &str) -> Option<(LineKind, Form, usize)> {
    if let Some((done, length)) = checkbox(rest) {
        return Some((LineKind::Action, Form::Box { done }, length));
    }
    if let Some(after) = rest.strip_prefix('?') {
        return after.starts_with(char::is_whitespace).then_some((LineKind::Question, Form::Sign, 1));
    }
    if rest.starts_with('>') {
        return Some((LineKind::Quote, Form::Sign, 1));
    }
    if let Some((level, length)) = hashes(rest) {
        return Some((LineKind::Heading, Form::Hashes(level), length));
    }
    kind_word(rest).map(|(kind, length)| (kind, Form::Word, length))
}

fn kind_word(rest: &str) -> Option<(LineKind, usize)> {
    let (word, length) = label(rest)?;
    KIND_WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| (*kind, length))
}

fn private(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.len() - rest.trim_start_matches('/').len());
    }
    let (word, length) = label(rest)?;
    PRIVATE_WORDS.contains(&word.as_str()).then_some(length)
}

fn star(rest: &str) -> Option<usize> {
    if rest.starts_with('★') {
        return Some('★'.len_utf8());
    }
    rest.strip_prefix('!')?.starts_with(char::is_whitespace).then_some(1)
}

fn bullet(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix(['-', '*', '+', '•'])?;
    after.starts_with(char::is_whitespace).then(|| rest.len() - after.len())
}

fn numbered(rest: &str) -> Option<(Part, usize)> {
    let length = numbering(rest)?;
    if !rest.get(length..)?.starts_with(char::is_whitespace) {
        return None;
    }
    let number = rest.get(..length - 1)?.parse().ok()?;
    Some((Part::Number(number), length))
}

/// The length of a number of at most three digits with its `.` or `)`; a longer one is a year or an amount.
fn numbering(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let numbers = (1..=3).contains(&digits) && rest.get(digits..)?.starts_with(['.', ')']);
    numbers.then_some(digits + 1)
}

/// Whether the box is ticked, and its length.
fn checkbox(rest: &str) -> Option<(bool, usize)> {
    let inside = rest.strip_prefix('[')?;
    let after = inside.strip_prefix(|c: char| matches!(c, 'x' | 'X') || c.is_whitespace()).unwrap_or(inside);
    let done = inside.starts_with(['x', 'X']);
    let after = after.strip_prefix(']')?;
    let stands_alone = after.is_empty() || after.starts_with(char::is_whitespace);
    stands_alone.then(|| (done, rest.len() - after.len()))
}

fn hashes(rest: &str) -> Option<(u8, usize)> {
    let count = rest.bytes().take(7).take_while(|byte| *byte == b'#').count();
    let level = u8::try_from(count).ok().filter(|level| (1..=6).contains(level))?;
    rest.get(count..)?.starts_with(char::is_whitespace).then_some((level, count))
}

/// A word with a colon, such as `privé:`, `Vraag :` or `**Vraag:**`: the word in lower case and without accents,
/// and the length in bytes up to and including the colon and what closes the emphasis.
fn label(rest: &str) -> Option<(String, usize)> {
    let signs = rest.bytes().take(LONGEST_EMPHASIS).take_while(|byte| matches!(byte, b'*' | b'_')).count();
    let (emphasis, rest_of_word) = rest.split_at_checked(signs)?;
    let length: usize =
        rest_of_word.chars().take(LONGEST_WORD).take_while(|c| is_in_word(*c)).map(char::len_utf8).sum();
    let (word, after) = rest_of_word.split_at_checked(length)?;
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let closed = after.strip_prefix(emphasis);
    let after = closed.unwrap_or(after).trim_start().strip_prefix([':', '：'])?;
    let after = if closed.is_some() { after } else { after.strip_prefix(emphasis)? };
    let word = fold(word).chars().filter(|c| !is_invisible(*c)).collect();
    Some((word, rest.len() - after.len()))
}

fn is_in_word(c: char) -> bool {
    // Nearly all; the tables of the others cost more.
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    c.is_alphabetic() || is_combining_mark(c) || is_invisible(c)
}

/// Characters without a width that come along with pasted text. They must not hide a mark.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}'
    )
}

fn skip_filler(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c)).len()
}
