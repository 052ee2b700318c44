//! The signs around titles and names that say nothing, and where a first sentence ends.

/// As `tidy`, but keeps a bracket that closes.
pub(super) fn tidy_end(title: &str) -> &str {
    title.trim().trim_end_matches([',', ';', ':', '-'])
}

/// Without signs between a time and its title.
pub(in crate::import::text) fn tidy_start(title: &str) -> &str {
    tidy_lead(title).trim_end()
}

/// Without signs that only parted the title from the people.
pub(in crate::import::text) fn tidy(title: &str) -> &str {
    tidy_lead(title).trim_end_matches(is_loose)
}

fn is_loose(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '-'
                | '–'
                | '—'
                | '|'
                | '('
                | '['
                | '/'
                | '►'
                | '•'
                | '>'
                | '~'
                | '·'
                | '→'
                | '▶'
                | '='
        )
}

fn tidy_lead(title: &str) -> &str {
    title.trim_start_matches(|c: char| {
        is_loose(c) && !matches!(c, '(' | '[') || matches!(c, ')' | ']' | '.' | '…')
    })
}

/// `text` up to the end of its first sentence; points of titles and initials end none.
pub(super) fn first_sentence(text: &str) -> &str {
    for (at, _) in text.match_indices(". ") {
        let before = text.get(..at).unwrap_or_default();
        let last = before.rsplit([' ', '.', '(']).next().unwrap_or_default();
        let behind = text.get(at + 2..).unwrap_or_default();
        if last.chars().count() > 4 && behind.starts_with(char::is_uppercase) {
            return before;
        }
    }
    text
}
