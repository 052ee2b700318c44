//! The pieces of a list of people, and what parts them. What a piece is, is not looked at.

use std::ops::Range;

/// The words that join the last name of a list.
const JOINING: [&str; 14] =
    ["en", "and", "und", "et", "sowie", "alsmede", "&", "+", "avec", "with", "met", "mit", "plus", "i.s.m."];

pub(super) struct Piece<'a> {
    /// What it says.
    pub(super) text: &'a str,
    /// What parts it from the piece before.
    pub(super) lead: &'a str,
}

/// The parts of a list, outside brackets.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let (mut from, mut lead) = (0, 0..0);
    let mut at = 0;
    let last_closing = text.rfind([')', ']']);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A bracket that is never closed holds nothing together.
        let open = depth > 0 && last_closing.is_some_and(|last| at <= last);
        let length = if open { 0 } else { separator(text, at) };
        if length == 0 {
            at += c.len_utf8();
            continue;
        }
        push(&mut pieces, text, from..at, lead);
        lead = at..at + length;
        at += length;
        from = at;
    }
    push(&mut pieces, text, from..text.len(), lead);
    pieces
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, range: Range<usize>, lead: Range<usize>) {
    let piece = text.get(range).unwrap_or_default().trim();
    if !piece.is_empty() {
        pieces.push(Piece { text: piece, lead: text.get(lead).unwrap_or_default() });
    }
}

/// How many bytes of a separator stand at `at`: a sign, or a joining word with its spaces.
fn separator(text: &str, at: usize) -> usize {
    let Some(rest) = text.get(at..) else {
        return 0;
    };
    if rest.starts_with([',', ';', '|', '•', '\t', '\n']) {
        return rest.chars().next().map_or(0, char::len_utf8);
    }
    if rest.starts_with('/') && !text.get(..at).is_some_and(|before| before.ends_with('/')) {
        return 1;
    }
    if !rest.starts_with(' ') {
        return 0;
    }
    let word = rest.split_whitespace().next().unwrap_or_default();
    if !JOINING.contains(&word.to_lowercase().as_str()) {
        return 0;
    }
    rest.len() - rest.trim_start().len() + word.len()
}
