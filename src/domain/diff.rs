//! What changed between two texts, line by line, for a person to read. Nothing is merged or restored by it.

use similar::{ChangeTag, TextDiff};

/// A line of either text, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Whether it stayed, came or went.
    pub change: Change,
    /// The line, without its line break.
    pub text: String,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is in both texts.
    Same,
    /// It is only in the newer text.
    Added,
    /// It is only in the older text.
    Removed,
}

/// The lines of both texts in order; where a line changed, the old one comes first.
#[must_use]
pub fn diff_lines(older: &str, newer: &str) -> Vec<DiffLine> {
    let (older, newer): (Vec<&str>, Vec<&str>) = (older.split('\n').collect(), newer.split('\n').collect());
    TextDiff::from_slices(&older, &newer)
        .iter_all_changes()
        .map(|change| DiffLine {
            change: match change.tag() {
                ChangeTag::Equal => Change::Same,
                ChangeTag::Insert => Change::Added,
                ChangeTag::Delete => Change::Removed,
            },
            text: (*change.value()).to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_stands_before_what_came() {
        let lines = diff_lines("een\ntwee\ndrie", "een\n2\ndrie\nvier");
        let read: Vec<(Change, &str)> = lines.iter().map(|line| (line.change, line.text.as_str())).collect();
        assert_eq!(
            read,
            vec![
                (Change::Same, "een"),
                (Change::Removed, "twee"),
                (Change::Added, "2"),
                (Change::Same, "drie"),
                (Change::Added, "vier"),
            ]
        );
    }

    #[test]
    fn equal_texts_have_no_changes() {
        assert!(diff_lines("een\n\ntwee", "een\n\ntwee").iter().all(|line| line.change == Change::Same));
    }
}
