//! A programme without times: the list below a heading that says it is one, or a list that can be nothing else.
//!
//! Never more than one list: a report has many, and one of them is the programme.

use super::days;
use super::lines::{Line, Mark};
use super::slots::{self, Layout, Slot};
use super::{speakers, words};
use crate::domain::day::SessionKind;
use crate::import::kind;

/// A list of fewer items is not taken for a programme.
const FEWEST: usize = 2;
/// Without bullets a list must be longer.
const FEWEST_PLAIN: usize = 3;
/// So many lines may stand between a heading and its list.
const MOST_BETWEEN: usize = 4;

/// The slots of a programme whose lines have no times.
pub(super) fn find(lines: &[Line<'_>]) -> Option<Layout> {
    let headings = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_listed() && words::is_programme_heading(&line.text));
    let below = headings.filter_map(|(index, _)| below(lines, index + 1));
    below
        .max_by_key(|layout| {
            (evidence(layout) > 0, std::cmp::Reverse(layout.slots.first().map_or(0, first_line)))
        })
        .or_else(|| without_heading(lines))
}

fn first_line(slot: &Slot) -> usize {
    slot.lines.first().copied().unwrap_or(0)
}

/// The list below a heading.
fn below(lines: &[Line<'_>], from: usize) -> Option<Layout> {
    let mut between = 0;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if line.is_blank() {
            continue;
        }
        if line.is_listed() {
            let layout = listed(lines, index);
            return (layout.slots.len() >= FEWEST).then_some(layout);
        }
        if line.mark == Mark::Heading && days::heading(line).is_none() {
            return None;
        }
        if between == 0
            && let Some(layout) = plain(lines, index)
        {
            return Some(layout);
        }
        between += 1;
        if between > MOST_BETWEEN {
            return None;
        }
    }
    None
}

/// The list that starts at `from`: its outermost items, each with what is below it.
fn listed(lines: &[Line<'_>], from: usize) -> Layout {
    let mut layout = Layout { days: vec![days::Heading::default()], ..Layout::default() };
    let Some(first) = lines.get(from) else {
        return layout;
    };
    for line in lines.get(..from).unwrap_or_default().iter().rev().take(MOST_BETWEEN) {
        if let Some(heading) = days::heading(line) {
            slots::new_day(&mut layout.days, heading, false);
        }
    }
    let mut gap = false;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if line.is_blank() {
            gap = true;
            continue;
        }
        let outermost = is_alike(first, line) && line.indent <= first.indent + 1;
        if outermost {
            let (title, span) = match words::time_at_end(&line.text) {
                Some((title, span)) => (speakers::tidy(title).to_owned(), Some(span)),
                None => (line.text.replace(['|', '│'], "\t"), None),
            };
            layout.slots.push(Slot { span, title, lines: vec![index], day: layout.days.len() - 1 });
        } else if line.is_listed() && !gap
            || line.indent > first.indent + 1
            || !gap && !line.is_listed() && line.mark != Mark::Heading
        {
            if let Some(slot) = layout.slots.last_mut() {
                slot.lines.push(index);
            }
        } else if let Some(heading) = days::heading(line).filter(|_| goes_on(lines, index + 1, first)) {
            slots::new_day(&mut layout.days, heading, !layout.slots.is_empty());
        } else if line.is_listed()
            && goes_on(lines, index + 1, first)
            && line.indent >= first.indent
            && matches!(first.mark, Mark::Number(_))
        {
            if let Some(slot) = layout.slots.last_mut() {
                slot.lines.push(index);
            }
        } else {
            break;
        }
        gap = false;
    }
    layout
}

/// Whether the list of `first` goes on with the next line that is not blank.
fn goes_on(lines: &[Line<'_>], from: usize, first: &Line<'_>) -> bool {
    lines.iter().skip(from).find(|line| !line.is_blank()).is_some_and(|line| is_alike(first, line))
}

fn is_alike(first: &Line<'_>, line: &Line<'_>) -> bool {
    match (first.mark, line.mark) {
        (Mark::Bullet(one), Mark::Bullet(two)) => {
            one == two || !one.is_ascii() && !two.is_ascii() && first.indent == line.indent
        }
        (Mark::Number(_), Mark::Number(_)) => true,
        _ => false,
    }
}

/// Short lines without bullets below a heading, close together or each on its own.
fn plain(lines: &[Line<'_>], from: usize) -> Option<Layout> {
    const MOST_WORDS: usize = 22;
    let mut layout = Layout { days: vec![days::Heading::default()], ..Layout::default() };
    let apart = lines.get(from + 1).is_some_and(Line::is_blank);
    let mut gaps = 0;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if line.is_blank() {
            gaps += 1;
            if gaps > 1 && !apart || gaps > 2 {
                break;
            }
            continue;
        }
        if let Some(heading) = days::heading(line) {
            slots::new_day(&mut layout.days, heading, !layout.slots.is_empty());
            continue;
        }
        let prose = line.text.split_whitespace().count() > MOST_WORDS
            || (line.text.ends_with('.') && line.text.split_whitespace().count() > 6);
        if prose
            || line.is_listed()
            || line.mark == Mark::Heading
            || words::is_footer(&line.text)
            || (gaps > 0 && !apart)
        {
            break;
        }
        let people = speakers::of_labelled_line(&line.text).is_some()
            || speakers::of_plain_line(&line.text, false).is_some();
        match layout
            .slots
            .last_mut()
            .filter(|_| people || line.indent > lines.get(from).map_or(0, |line| line.indent))
        {
            Some(slot) => slot.lines.push(index),
            None => layout.slots.push(Slot {
                span: None,
                title: line.text.clone(),
                lines: vec![index],
                day: layout.days.len() - 1,
            }),
        }
        gaps = 0;
    }
    (layout.slots.len() >= FEWEST_PLAIN && evidence(&layout) * 3 >= layout.slots.len()).then_some(layout)
}

/// A list that nobody announces, but whose items open, pause and close as only a programme does.
fn without_heading(lines: &[Line<'_>]) -> Option<Layout> {
    let mut from = 0;
    let mut best: Option<Layout> = None;
    while let Some(start) = lines.iter().skip(from).position(Line::is_listed).map(|at| from + at) {
        let layout = listed(lines, start);
        let last = layout.slots.iter().flat_map(|slot| &slot.lines).max().copied().unwrap_or(start);
        from = last + 1;
        let mut kinds: Vec<SessionKind> = layout
            .slots
            .iter()
            .map(|slot| kind::guess(&slot.title))
            .filter(|kind| is_telling(*kind))
            .collect();
        kinds.sort_by_key(|kind| kind.name());
        kinds.dedup();
        let enough = layout.slots.len() >= FEWEST_PLAIN
            && kinds.len() >= 2
            && evidence(&layout) * 2 >= layout.slots.len();
        if enough && best.as_ref().is_none_or(|best| best.slots.len() < layout.slots.len()) {
            best = Some(layout);
        }
    }
    best
}

/// How many slots look like items of a programme.
fn evidence(layout: &Layout) -> usize {
    layout
        .slots
        .iter()
        .filter(|slot| {
            let short = slot.title.split_whitespace().count() <= 12;
            short && is_telling(kind::guess(&slot.title)) || !speakers::split(&slot.title).speakers.is_empty()
        })
        .count()
}

fn is_telling(kind: SessionKind) -> bool {
    !matches!(kind, SessionKind::Talk | SessionKind::Other)
}
