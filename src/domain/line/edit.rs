//! What a button, a key or a typed word does to a line: pure functions from text to text.
//!
//! They rewrite the prefix (kind and marks) or add a tag. The content is never lost or altered, and no edit but
//! `toggle_private` takes a private mark away. Where the caret goes is up to the editor.

mod emphasis;
mod list;
mod mend;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::inline;
use super::prefix::{self, Form, Part, Prefix};
use super::{LineKind, parse};
use crate::domain::language::Language;
use crate::domain::trend::normalise;

pub use emphasis::{Emphasis, toggle_emphasis};
pub use list::{NextLine, can_move_deeper, continued, indented, is_list, outdented, under, words_start};
pub use mend::{with_due, with_source, without_due};

/// `text` as a line of `kind`: kind first, then the marks as they were written. A line that is written as that kind
/// already stays as it is, but for an action written with a word (`actie: …`), which gets its box.
///
/// A line wholly in quotation marks keeps them, so as a remark it is still read as a quote.
#[must_use]
pub fn with_kind(text: &str, kind: LineKind, language: Language) -> String {
    let prefix = prefix::scan(text);
    let in_words = matches!(prefix.written_as(), Some((LineKind::Action, Form::Word)));
    if written_kind(text, &prefix) == kind && !in_words {
        return text.to_owned();
    }
    compose(text, &prefix, kind, language, prefix.done())
}

/// Like [`with_kind`], but a line that is written as `kind` already becomes a remark.
#[must_use]
pub fn toggle_kind(text: &str, kind: LineKind, language: Language) -> String {
    let written = written_kind(text, &prefix::scan(text));
    let wanted = if written == kind { LineKind::Remark } else { kind };
    with_kind(text, wanted, language)
}

/// Marks the line as important with `★ `, or takes every such mark away.
#[must_use]
pub fn toggle_star(text: &str) -> String {
    let prefix = prefix::scan(text);
    if !prefix.starred() {
        return insert_mark(text, prefix.after_kind(), "★ ");
    }
    let stars = prefix.tokens.iter().filter(|token| token.part == Part::Star);
    without(text, stars.map(|token| token.span.clone()))
}

/// Marks the line as private with `privé: ` or `private: `, or takes every private mark away.
#[must_use]
pub fn toggle_private(text: &str, language: Language) -> String {
    let prefix = prefix::scan(text);
    if !prefix.private {
        return with_private(text, language);
    }
    let mut shared = text.to_owned();
    while let Some(mark) = prefix::private_mark(&shared) {
        shared.replace_range(mark, "");
    }
    shared
}

/// Marks the line as private with `privé: ` or `private: `, unless it is private already.
#[must_use]
pub fn with_private(text: &str, language: Language) -> String {
    let prefix = prefix::scan(text);
    if prefix.private {
        return text.to_owned();
    }
    let mark = match language {
        Language::Dutch => "privé: ",
        Language::English => "private: ",
    };
    insert_mark(text, prefix.end, mark)
}

/// Ticks an action, or takes the tick away. Another line stays as it is.
#[must_use]
pub fn toggle_done(text: &str) -> String {
    let prefix = prefix::scan(text);
    match prefix.written_as() {
        // The language does not matter: an action is written with a box, not with a word.
        Some((LineKind::Action, _)) => {
            compose(text, &prefix, LineKind::Action, Language::default(), !prefix.done())
        }
        _ => text.to_owned(),
    }
}

/// Adds ` #tag` at the end, unless the line carries that trend already. On a line without content, `#tag ` to type
/// on behind it. A `tag` (with or without its `#`) that cannot be written as a trend tag changes nothing.
#[must_use]
pub fn add_trend(text: &str, tag: &str) -> String {
    let tag = tag.strip_prefix('#').unwrap_or(tag);
    let wanted = normalise(tag);
    let line = parse(text);
    if !inline::is_trend_tag(tag) || line.trend_tags().any(|carried| normalise(carried) == wanted) {
        return text.to_owned();
    }
    if line.is_blank() {
        let gap = if text.is_empty() || text.ends_with(char::is_whitespace) { "" } else { " " };
        return format!("{text}{gap}#{tag} ");
    }
    let (said, space) = text.split_at(line.content.end);
    format!("{said} #{tag}{space}")
}

/// What a line becomes while it is typed: `[] `, `[ ] `, `actie: `, `todo: ` or `action: ` at the start becomes an
/// action. `None` when nothing changes.
#[must_use]
pub fn expand(text: &str, language: Language) -> Option<String> {
    let prefix = prefix::scan(text);
    let (kind, form) = prefix.written_as()?;
    if kind != LineKind::Action || matches!(form, Form::Box { done: true }) {
        return None;
    }
    let token = prefix.tokens.iter().find(|token| token.part == Part::Kind(kind, form))?;
    let typed = text.get(token.span.clone())?;
    let listed = prefix.bullet_span().or(prefix.number_span()).is_some();
    let has_its_marker = listed && is_full_box(typed);
    if has_its_marker || !typed.ends_with(char::is_whitespace) {
        return None;
    }
    let expanded = compose(text, &prefix, LineKind::Action, language, false);
    (expanded != text).then_some(expanded)
}

/// What a line becomes when something is typed behind what Enter put there in a list, and the line says nothing yet: the
/// kind or the list marker that was typed is meant. `None` when nothing changes.
#[must_use]
pub fn retyped(text: &str, language: Language) -> Option<String> {
    let prefix = prefix::scan(text);
    with_typed_marker(text, &prefix).or_else(|| with_typed_kind(text, &prefix, language))
}

/// `2. ` behind `2. `, and `- ` behind `1. `.
fn with_typed_marker(text: &str, prefix: &Prefix) -> Option<String> {
    let is_marker = |part: Part| matches!(part, Part::Bullet | Part::Number(_));
    let first = prefix.tokens.first().filter(|token| is_marker(token.part))?;
    let typed = text.get(first.span.end..)?;
    let second = prefix::scan(typed);
    let is_only_marker = matches!(second.tokens.as_slice(), [only] if is_marker(only.part));
    let is_blank = second.start == 0 && second.end == typed.len() && typed.ends_with(char::is_whitespace);
    (is_only_marker && is_blank).then(|| format!("{}{typed}", text.get(..prefix.start).unwrap_or_default()))
}

/// `afspraak: ` behind the box of an action.
fn with_typed_kind(text: &str, prefix: &Prefix, language: Language) -> Option<String> {
    if !matches!(prefix.written_as(), Some((LineKind::Action, Form::Box { done: false }))) {
        return None;
    }
    let typed = text.get(prefix.end..)?;
    let second = prefix::scan(typed);
    if second.kind().is_none() || second.end < typed.len() || !typed.ends_with(char::is_whitespace) {
        return None;
    }
    let part = |span: Range<usize>| text.get(span).unwrap_or_default();
    let mut line = part(0..prefix.start).to_owned();
    line.push_str(prefix.number_span().map(part).unwrap_or_default());
    let marks = prefix.tokens.iter().filter(|token| matches!(token.part, Part::Star | Part::Private));
    marks.for_each(|mark| line.push_str(part(mark.span.clone())));
    line.push_str(typed);
    Some(expand(&line, language).unwrap_or(line))
}

fn is_full_box(typed: &str) -> bool {
    typed.starts_with('[') && !typed.starts_with("[]")
}

/// The kind that the text of the line is written as. A figure that still lacks its number counts as a figure here.
fn written_kind(text: &str, prefix: &Prefix) -> LineKind {
    prefix.kind().unwrap_or_else(|| parse(text).kind)
}

fn compose(text: &str, prefix: &Prefix, kind: LineKind, language: Language, done: bool) -> String {
    let part = |span: Range<usize>| text.get(span).unwrap_or_default();
    let number = prefix.number_span().map(part).unwrap_or_default();
    let bullet = prefix.bullet_span().map(part).unwrap_or_default();
    let mut line = part(0..prefix.start).to_owned();
    match kind {
        LineKind::Heading => {}
        LineKind::Action => line.push_str(if number.is_empty() { "- " } else { number }),
        // The bullet of `- [ ] ` came with the box and goes with it.
        _ if prefix.kind() == Some(LineKind::Action) => line.push_str(number),
        _ => {
            line.push_str(bullet);
            line.push_str(number);
        }
    }
    line.push_str(kind_prefix(kind, language, done));
    for mark in prefix.tokens.iter().filter(|token| matches!(token.part, Part::Star | Part::Private)) {
        let mark = part(mark.span.clone());
        line.push_str(mark);
        // Without a gap a mark could swallow what it is put in front of, as in `//` before `/`.
        if !mark.ends_with(char::is_whitespace) {
            line.push(' ');
        }
    }
    if kind == LineKind::Heading {
        line.push_str(number);
    }
    line.push_str(part(prefix.end..text.len()));
    line
}

fn kind_prefix(kind: LineKind, language: Language, done: bool) -> &'static str {
    match (kind, language) {
        (LineKind::Remark, _) => "",
        (LineKind::Action, _) if done => "[x] ",
        (LineKind::Action, _) => "[ ] ",
        (LineKind::Decision, Language::Dutch) => "afspraak: ",
        (LineKind::Decision, Language::English) => "decision: ",
        (LineKind::Question, Language::Dutch) => "vraag: ",
        (LineKind::Question, Language::English) => "question: ",
        (LineKind::Quote, Language::Dutch) => "citaat: ",
        (LineKind::Quote, Language::English) => "quote: ",
        (LineKind::Figure, Language::Dutch) => "cijfer: ",
        (LineKind::Figure, Language::English) => "figure: ",
        (LineKind::Heading, _) => "# ",
    }
}

fn insert_mark(text: &str, at: usize, mark: &str) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let gap = if before.is_empty() || before.ends_with(char::is_whitespace) { "" } else { " " };
    format!("{before}{gap}{mark}{after}")
}

fn without(text: &str, spans: impl DoubleEndedIterator<Item = Range<usize>>) -> String {
    let mut rest = text.to_owned();
    for span in spans.rev() {
        rest.replace_range(span, "");
    }
    rest
}
