//! Counts what is in a Markdown document that [`super::render`] wrote, from the document alone.
//!
//! This is no reader of Markdown. It relies on the shape that the renderer promises and every text keeps to:
//!
//! - a day starts with `# `, and only a day does;
//! - the first `## ` heading of a day is the programme, where each session is a line that starts with a number and
//!   a dot;
//! - every other `## ` heading that starts with a number and a dot is the note of a session. The heading and what
//!   follows without a blank line belong together; after that, a line of the note is one line between blank lines,
//!   and anything longer (a point list) is not of the note;
//! - after a line `---`, which is there once at most, the first number says how many lines were left out.

use crate::export::Counts;

#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// Before the programme of a day.
    Opening,
    Programme,
    Note,
    /// Everything that repeats what was said before.
    Overview,
    /// After the rule.
    Closing,
}

/// Counts what is in `text`; `None` when it is not such a document.
pub fn count(text: &str) -> Option<Counts> {
    let mut counts = Counts::default();
    let mut part = Part::Opening;
    let blocks = text.split("\n\n").map(|block| block.trim_matches('\n'));
    for block in blocks.filter(|block| !block.is_empty() && *block != super::TIMES) {
        let next = part_after(part, block);
        match next {
            Part::Opening if block.starts_with("# ") => counts.days += 1,
            Part::Programme => counts.sessions += numbered_lines(block),
            Part::Note if !block.starts_with("## ") && !block.contains('\n') => counts.lines += 1,
            Part::Closing if part == Part::Closing => counts.private_left_out = first_number(block)?,
            _ => {}
        }
        part = next;
    }
    let is_document = counts.days > 0 || text.trim().is_empty();
    is_document.then_some(counts)
}

/// The part that `block` stands in, or starts.
fn part_after(part: Part, block: &str) -> Part {
    if block == "---" {
        return Part::Closing;
    }
    if block.starts_with("# ") {
        return Part::Opening;
    }
    let Some(title) = block.strip_prefix("## ") else {
        return part;
    };
    match part {
        Part::Opening => Part::Programme,
        _ if starts_with_number(title) => Part::Note,
        _ => Part::Overview,
    }
}

fn numbered_lines(block: &str) -> usize {
    block.lines().filter(|line| starts_with_number(line)).count()
}

fn starts_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(". ")
}

fn first_number(text: &str) -> Option<usize> {
    text.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "# Dag\n\ndo 16 maart 2023\n\n## Programma\n\n1. **Een**\n2. **Twee**\n\n\
        ## 2. Twee\nNoor de Wit\n\n* **Lijst**\n    1. punt\n\n### kop\n\nregel\n\n- [ ] actie\n\n\
        ## Overzicht\n\n### Acties\n\n- [ ] actie\n\n---\n\n*3 regels zijn weggelaten.*\n";

    #[test]
    fn every_part_counts_for_what_it_is() {
        let expected = Counts { days: 1, sessions: 2, lines: 3, private_left_out: 3 };
        assert_eq!(count(DOCUMENT), Some(expected));
    }

    #[test]
    fn a_line_that_is_gone_or_swallowed_is_missed() {
        let lines = |text: &str| count(text).map(|counts| counts.lines);
        assert_eq!(lines(&DOCUMENT.replace("regel\n\n", "")), Some(2));
        assert_eq!(lines(&DOCUMENT.replace("regel\n\n", "regel\n")), Some(1));
        assert_eq!(count(&DOCUMENT.replace("2. **Twee**\n", "")).map(|counts| counts.sessions), Some(1));
    }

    #[test]
    fn something_else_is_no_document() {
        assert_eq!(count("zomaar tekst"), None);
        assert_eq!(count(""), Some(Counts::default()));
    }
}
