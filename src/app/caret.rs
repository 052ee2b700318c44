//! Where the caret goes when the lines around it change without a key: it stays with its line, and goes to the next one
//! when that is gone.

use std::collections::HashSet;

use crate::domain::id::LineId;
use crate::domain::note::{Note, NoteLine};

/// The caret, in characters from the start, in the note that `before` has become. The end of the note is where it goes
/// when no line behind it is left.
pub fn followed(before: &Note, caret: usize, after: &Note) -> usize {
    let Some((index, from_end)) = line_at(before.lines(), caret) else { return usize::MAX };
    let mut rest = before.lines().iter().skip(index);
    if let Some(end) = rest.next().and_then(|line| end_of(after.lines(), line.id)) {
        let start = end.1;
        return end.0.saturating_sub(from_end).max(start);
    }
    let there: HashSet<LineId> = after.lines().iter().map(|line| line.id).collect();
    let next = rest.find(|line| there.contains(&line.id)).and_then(|line| end_of(after.lines(), line.id));
    next.map_or(usize::MAX, |(end, _)| end)
}

/// The line that a character is in, and how far before its end.
fn line_at(lines: &[NoteLine], caret: usize) -> Option<(usize, usize)> {
    let mut end = 0;
    for (index, line) in lines.iter().enumerate() {
        end += line.text.chars().count();
        if caret <= end {
            return Some((index, end - caret));
        }
        end += 1;
    }
    None
}

/// Where a line ends, and where it starts.
fn end_of(lines: &[NoteLine], id: LineId) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in lines {
        let end = start + line.text.chars().count();
        if line.id == id {
            return Some((end, start));
        }
        start = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::AuthorId;

    fn note(lines: &[(u128, &str)]) -> Note {
        let line = |(number, text): &(u128, &str)| NoteLine {
            id: LineId::from(Uuid::from_u128(*number)),
            text: (*text).to_owned(),
            noted_at: "2023-03-16T14:32:00+01:00".parse().expect("a moment"),
            author: AuthorId::from(Uuid::nil()),
        };
        Note::from_lines(lines.iter().map(line).collect())
    }

    #[test]
    fn the_caret_stays_with_its_line_and_its_words() {
        let before = note(&[(1, "één"), (2, "twee"), (3, "drie")]);
        let after = note(&[(2, "twee"), (9, "nieuw"), (3, "privé: drie")]);
        assert_eq!(followed(&before, 6, &after), 2);
        assert_eq!(followed(&before, 11, &after), 20, "counted from the end of its line");
        assert_eq!(followed(&before, 9, &note(&[(3, "ie")])), 0, "never before its line");
    }

    #[test]
    fn when_its_line_is_gone_it_goes_to_the_end_of_the_next_one_that_is_left() {
        let before = note(&[(1, "een"), (2, "twee"), (3, "drie"), (4, "vier")]);
        assert_eq!(followed(&before, 5, &note(&[(1, "een"), (4, "vier")])), 8);
        assert_eq!(followed(&before, 10, &note(&[(1, "een")])), usize::MAX);
        assert_eq!(followed(&Note::default(), 0, &before), usize::MAX);
    }
}
