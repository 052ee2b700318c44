//! The lines of a note as parts of a paper: what each looks like, and which of them are one list.

use super::{Heading, Item, Look, MOST_STEPS, Marker, Part, Role, Text};
use crate::domain::dates;
use crate::domain::line::{Figure, LineKind, ListMarker};
use crate::export::labels::Labels;
use crate::export::outline::Block;
use crate::export::runs::{self, Run};

/// Headings of a note come below the day's title, the session's and that of its part.
const HEADING_SHIFT: u8 = 2;
const LOWEST_HEADING: u8 = 6;

/// So many columns of white space are one step.
const COLUMNS_PER_STEP: usize = 4;

/// "18,2 %".
const SHARE_DECIMALS: usize = 1;

/// The lines of a note, each one part or one item. Items that follow each other are one list.
#[must_use]
pub fn parts<'a, 'b: 'a>(blocks: impl Iterator<Item = &'a Block<'b>>, labels: &Labels) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for block in blocks {
        let part = part(block, labels);
        match (parts.last_mut(), part) {
            (Some(Part::List(items)), Part::List(more)) if goes_on(items, &more) => items.extend(more),
            (_, part) => parts.push(part),
        }
    }
    parts
}

/// What a line says, without its kind: its marks, its words, and what was understood of it.
#[must_use]
pub fn said(block: &Block<'_>, labels: &Labels) -> Vec<Run> {
    let mut said = marks(block, labels);
    match block.parsed.kind {
        LineKind::Quote => said.extend(quoted(block)),
        _ if block.parsed.is_blank() => said.extend(runs::of(&block.line.text)),
        _ if block.lost_its_kind() => {
            said.push(Run::exact(&format!("{}: ", labels.figure)));
            said.extend(runs::of(block.body()));
        }
        _ => {
            said.extend(runs::of(block.body()));
            said.extend(understood(block, labels).map(|text| Run::exact(&format!(" ({text})"))));
        }
    }
    said
}

/// The date an action is due, the share that a figure is.
#[must_use]
pub fn understood(block: &Block<'_>, labels: &Labels) -> Option<String> {
    let due = block.due.map(|date| dates::date(labels.language, date));
    let share = block.parsed.figure.as_ref().and_then(Figure::share);
    due.or(share.map(|share| format!("{} %", dates::number(labels.language, share, SHARE_DECIMALS))))
}

/// The words of a quote in quotation marks, with whom they are from.
fn quoted(block: &Block<'_>) -> Vec<Run> {
    let mut quoted = vec![Run::exact("“")];
    quoted.extend(runs::of(block.quote_words()));
    quoted.push(Run::exact("”"));
    if let Some(source) = &block.source {
        quoted.push(Run::exact(" — "));
        quoted.push(Run::plain(source));
    }
    for tag in block.tags_behind_quote() {
        quoted.push(Run::exact(" "));
        quoted.extend(runs::of(tag));
    }
    quoted
}

/// When a line was written, where that is told, and its marks.
#[must_use]
pub fn marks(block: &Block<'_>, labels: &Labels) -> Vec<Run> {
    let time = block.time.as_ref().map(|time| Run::exact(&format!("{time} ")));
    let star = block.parsed.starred.then(|| Run::exact("★ "));
    let private =
        block.private.then(|| Run { italic: true, ..Run::exact(&format!("({}) ", labels.private)) });
    time.into_iter().chain(star).chain(private).collect()
}

fn part(block: &Block<'_>, labels: &Labels) -> Part {
    let said = said(block, labels);
    let item = |marker| {
        let runs = said.clone();
        Part::List(vec![Item { role: Role::Line, marker, level: level(block), runs }])
    };
    match (block.parsed.kind, block.parsed.marker) {
        (LineKind::Heading, _) => {
            let level = block.parsed.heading_level.saturating_add(HEADING_SHIFT).min(LOWEST_HEADING);
            Part::Heading(Heading { level, role: Role::Line, runs: said })
        }
        (LineKind::Quote, _) => text(block, Look::Quote, said),
        (LineKind::Action | LineKind::Decision | LineKind::Question | LineKind::Figure, _)
            if !block.shows_kind =>
        {
            text(block, Look::Body, said)
        }
        (LineKind::Action, _) => item(Marker::Box(block.parsed.done)),
        (LineKind::Decision, _) => text(block, Look::Body, labelled(block, &labels.decision, said)),
        (LineKind::Question, _) => text(block, Look::Body, labelled(block, &labels.question, said)),
        (LineKind::Figure, _) => text(block, Look::Body, labelled(block, &labels.figure, said)),
        (LineKind::Remark, Some(ListMarker::Number(number))) => item(Marker::Number(number)),
        (LineKind::Remark, Some(ListMarker::Bullet)) if !block.parsed.is_blank() => item(Marker::Bullet),
        (LineKind::Remark, _) => text(block, Look::Body, said),
    }
}

fn text(block: &Block<'_>, look: Look, runs: Vec<Run>) -> Part {
    Part::Text(Text { role: Role::Line, look, indent: steps(block), runs })
}

/// With what it is in front, behind the time.
fn labelled(block: &Block<'_>, label: &str, mut said: Vec<Run>) -> Vec<Run> {
    let behind = usize::from(block.time.is_some());
    said.insert(behind.min(said.len()), Run { bold: true, ..Run::exact(&format!("{label}: ")) });
    said
}

fn steps(block: &Block<'_>) -> u8 {
    let spaces = block.line.text.get(..block.parsed.indent).unwrap_or_default();
    let columns: usize = spaces.chars().map(|space| if space == '\t' { COLUMNS_PER_STEP } else { 1 }).sum();
    let steps = columns.div_ceil(COLUMNS_PER_STEP);
    u8::try_from(steps).unwrap_or(MOST_STEPS).min(MOST_STEPS)
}

fn level(block: &Block<'_>) -> u8 {
    steps(block).min(1)
}

/// Whether these items go on where a list ends: boxes with boxes, dots with dots, and a number with the next.
fn goes_on(items: &[Item], more: &[Item]) -> bool {
    let (Some(last), Some(next)) = (items.last(), more.first()) else { return false };
    match (last.marker, next.marker) {
        (Marker::Number(before), Marker::Number(number)) => {
            last.level == next.level && before.checked_add(1) == Some(number)
        }
        (Marker::Bullet, Marker::Bullet) | (Marker::Box(_), Marker::Box(_)) => true,
        _ => false,
    }
}
