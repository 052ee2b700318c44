//! A line of a note as Markdown: one block, on one physical line, never blank.
//!
//! The rest of the document is not this file's, and neither is what a line means: that was understood before.

use super::escape;
use crate::domain::dates;
use crate::domain::line::{Figure, LineKind, ListMarker};
use crate::export::labels::Labels;
use crate::export::outline::Block;

/// Stays when spaces at the start of a line are taken away.
const FIXED_SPACE: &str = "\u{a0}";
const COLUMNS_PER_TAB: usize = 4;
const MOST_COLUMNS: usize = 24;

/// Headings of a note come below the day's title and the session's.
const HEADING_SHIFT: u8 = 2;
const LOWEST_HEADING: u8 = 6;

/// "18,2 %".
const SHARE_DECIMALS: usize = 1;

/// The number of the numbered item before, while such items follow each other: a list counts on from its first item,
/// whatever numbers the others have.
#[derive(Default)]
pub struct Numbering {
    before: Option<u32>,
}

impl Numbering {
    /// Whether an item with this number would show that number.
    fn fits(&self, number: u32) -> bool {
        self.before.is_none_or(|before| before.checked_add(1) == Some(number))
    }
}

/// The block of a line.
pub fn block(block: &Block<'_>, numbering: &mut Numbering, labels: &Labels) -> String {
    let before = std::mem::take(numbering);
    let lead = format!("{}{}", indent(block), marks(block, labels));
    let said = format!("{}{}", number(block), said(block, labels));
    let text = match block.parsed.kind {
        LineKind::Remark => return remark(block, &before, numbering, labels),
        LineKind::Heading => {
            format!("{} {lead}{}{}", hashes(block), number(block), escape::heading(block.body()))
        }
        LineKind::Quote => format!("> {}", escape::at_start(&(lead + &said))),
        _ if !block.shows_kind => escape::at_start(&(lead + &said)),
        LineKind::Action => format!("- {} {lead}{said}", tick_box(block)),
        LineKind::Decision => format!("- {lead}**{}:** {said}", labels.decision),
        LineKind::Question => format!("- {lead}**{}:** {said}", labels.question),
        LineKind::Figure => format!("- {lead}**{}:** {said}", labels.figure),
    };
    text.trim_end().to_owned()
}

/// What a line says without its kind, and with what was understood of it: the date an action is due, whom a quote is
/// from, the share that a figure is.
pub fn said(block: &Block<'_>, labels: &Labels) -> String {
    match block.parsed.kind {
        LineKind::Quote => return quote(block),
        LineKind::Remark if block.lost_its_kind() => {
            return format!("{}: {}", labels.figure, escape::inline(block.body()));
        }
        _ => {}
    }
    let due = block.due.map(|date| dates::date(labels.language, date));
    let share = block.parsed.figure.as_ref().and_then(Figure::share);
    let share = share.map(|share| format!("{} %", dates::number(labels.language, share, SHARE_DECIMALS)));
    match due.or(share) {
        Some(understood) => format!("{} ({understood})", escape::inline(block.body())),
        None => escape::inline(block.body()),
    }
}

/// The box of an action.
pub fn tick_box(block: &Block<'_>) -> &'static str {
    if block.parsed.done { "[x]" } else { "[ ]" }
}

/// When a line was written, where that is told, and its marks, with a space behind them.
pub fn marks(block: &Block<'_>, labels: &Labels) -> String {
    let time = block.time.as_ref().map_or_else(String::new, |time| format!("{time} "));
    let star = if block.parsed.starred { "★ " } else { "" };
    let private = if block.private { format!("*({})* ", labels.private) } else { String::new() };
    format!("{time}{star}{private}")
}

/// A remark keeps its place and its list marker, as a real list item where that shows what was typed.
fn remark(block: &Block<'_>, before: &Numbering, numbering: &mut Numbering, labels: &Labels) -> String {
    if block.parsed.is_blank() {
        // Nothing but a marker or a mark; that is what there is to see.
        return escape::at_start(&escape::inline(&block.line.text));
    }
    let text = format!("{}{}", marks(block, labels), said(block, labels));
    let listed = block.parsed.marker.filter(|_| block.parsed.indent == 0);
    match listed {
        Some(ListMarker::Bullet) => format!("- {}", escape::at_start(&text)),
        Some(ListMarker::Number(number)) if before.fits(number) => {
            numbering.before = Some(number);
            format!("{number}. {}", escape::at_start(&text))
        }
        _ => escape::at_start(&format!("{}{}{text}", indent(block), marker(block))),
    }
}

/// The list marker as text.
fn marker(block: &Block<'_>) -> String {
    match block.parsed.marker {
        Some(ListMarker::Bullet) => "- ".to_owned(),
        _ => number(block),
    }
}

/// The number in front of a line, as text.
fn number(block: &Block<'_>) -> String {
    match block.parsed.marker {
        Some(ListMarker::Number(number)) => format!("{number}. "),
        _ => String::new(),
    }
}

/// The white space before a line. As spaces it would be taken away, or make code of the line.
fn indent(block: &Block<'_>) -> String {
    let spaces = block.line.text.get(..block.parsed.indent).unwrap_or_default();
    let columns: usize = spaces.chars().map(|space| if space == '\t' { COLUMNS_PER_TAB } else { 1 }).sum();
    FIXED_SPACE.repeat(columns.min(MOST_COLUMNS))
}

fn hashes(block: &Block<'_>) -> String {
    let level = block.parsed.heading_level.saturating_add(HEADING_SHIFT).min(LOWEST_HEADING);
    "#".repeat(usize::from(level))
}

fn quote(block: &Block<'_>) -> String {
    let mut text = format!("“{}”", escape::inline(block.quote_words()));
    if let Some(source) = &block.source {
        text.push_str(" — ");
        text.push_str(&escape::plain(source));
    }
    for tag in block.tags_behind_quote() {
        text.push(' ');
        text.push_str(&escape::inline(tag));
    }
    text
}
