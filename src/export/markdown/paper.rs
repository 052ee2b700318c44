//! A paper as Markdown: a report that is edited in a text editor or pasted into a forum.
//!
//! What a part is of the notes shows in its signs, by which [`count`] knows it again: a day is the only heading of the first
//! level, sessions are the only items numbered with a dot, lines have `*` for a bullet or are quotes, everything else has `-`.

use super::escape;
use crate::export::Counts;
use crate::export::paper::{Item, Look, Marker, Paper, Part, Role, Text, first_number};
use crate::export::runs::{Run, What};

/// Stays when spaces at the start of a line are taken away.
const FIXED_SPACE: &str = "\u{a0}";
const SPACES_PER_STEP: usize = 4;

/// The Markdown of a paper.
pub fn render(paper: &Paper) -> String {
    let blocks: Vec<String> = paper.parts.iter().map(part).filter(|block| !block.is_empty()).collect();
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn part(part: &Part) -> String {
    match part {
        Part::Heading(heading) => {
            let sign = if heading.role == Role::Line { "* " } else { "" };
            let hashes = "#".repeat(usize::from(heading.level));
            format!("{sign}{hashes} {}", escape::without_closing(&words(&heading.runs)))
        }
        Part::Text(text) => paragraph(text),
        Part::List(items) => items.iter().map(item).collect::<Vec<_>>().join("\n"),
        Part::Table(table) => {
            let row = |row: &Vec<Vec<Run>>| {
                let cells: Vec<String> =
                    row.iter().map(|cell| words(cell)).filter(|cell| !cell.is_empty()).collect();
                let bullet = if table.role == Role::Line { "*" } else { "-" };
                format!("{bullet} {}", escape::at_start(&cells.join(" · ")))
            };
            table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    }
}

fn paragraph(text: &Text) -> String {
    let words = words(&text.runs);
    match (text.role, text.look) {
        (Role::LeftOut, _) => format!("---\n\n*{words}*"),
        (_, Look::Quote) => format!("> {}", escape::at_start(&words)),
        (Role::Line, _) => {
            let indent = FIXED_SPACE.repeat(usize::from(text.indent) * SPACES_PER_STEP);
            format!("* {}", escape::at_start(&format!("{indent}{words}")))
        }
        _ => escape::at_start(&words),
    }
}

fn item(item: &Item) -> String {
    let indent = " ".repeat(usize::from(item.level) * SPACES_PER_STEP);
    let words = escape::at_start(&words(&item.runs));
    let bullet = if item.role == Role::Line { "*" } else { "-" };
    match (item.marker, item.role) {
        (Marker::Number(number), Role::Session) => format!("{number}. {words}"),
        (Marker::Number(number), Role::Line) => format!("{indent}* {number}\\. {words}"),
        (Marker::Number(number), _) => format!("{indent}{number}) {words}"),
        (Marker::Bullet, _) => format!("{indent}{bullet} {words}"),
        (Marker::Box(ticked), _) => format!("{indent}{bullet} [{}] {words}", if ticked { 'x' } else { ' ' }),
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

/// A run, with its markup inside the white space around it: markup next to white space is none.
fn run(run: &Run) -> String {
    let inner = run.text.trim();
    let start = run.text.len() - run.text.trim_start().len();
    let (before, after) = (
        run.text.get(..start).unwrap_or_default(),
        run.text.trim_start().get(inner.len()..).unwrap_or_default(),
    );
    if inner.is_empty() {
        return run.text.clone();
    }
    let mut text = match &run.what {
        What::Code => code(inner),
        What::Link(address) if address == inner => format!("<{address}>"),
        What::Link(address) => format!("[{}](<{address}>)", escape::plain(inner)),
        What::Words | What::Trend | What::Mention => escape::plain(inner),
    };
    if run.italic {
        text = format!("*{text}*");
    }
    if run.bold {
        text = format!("**{text}**");
    }
    format!("{before}{text}{after}")
}

/// Between more backticks than the text has.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Counts what is in such a text by its signs.
pub fn count(text: &str) -> Option<Counts> {
    let mut counts = Counts::default();
    let mut is_closing = false;
    for line in text.lines() {
        let start = line.trim_start_matches(' ');
        if is_closing {
            counts.private_left_out = first_number(line).unwrap_or(counts.private_left_out);
        } else if start.starts_with("* ") || start.starts_with("> ") {
            Role::Line.count(1, &mut counts);
        } else if line.starts_with("# ") {
            Role::Day.count(1, &mut counts);
        } else if is_numbered(line) {
            Role::Session.count(1, &mut counts);
        }
        is_closing |= line == "---";
    }
    (counts.days > 0 || text.trim().is_empty()).then_some(counts)
}

fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(". ")
}
