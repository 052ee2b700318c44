//! A programme with times: which lines belong to which item. Where the items start is found in `starts`; what the lines of an
//! item say is read in `items`.

mod starts;

use super::days::{self, Heading};
use super::lines::{Line, Mark};
use super::speakers;
use super::words;
use crate::import::times::{self, Span};

use starts::Start;

/// A stretch of lines with its time.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// When, as written; absent in lists without times.
    pub(super) span: Option<Span>,
    /// What is written behind the time.
    pub(super) title: String,
    /// The places of its lines, the first of them included.
    pub(super) lines: Vec<usize>,
    /// Which of the days it is on.
    pub(super) day: usize,
}

/// The slots of a programme and the days they are on.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// In the order of the text.
    pub(super) slots: Vec<Slot>,
    /// The days; the first may be without any name.
    pub(super) days: Vec<Heading>,
    /// Whether the times stand at the end of numbered lines, so that those without one may be items too.
    pub(super) is_of_list: bool,
}

/// Fewer starts than this make no programme, unless a heading says that it is one.
const FEWEST: usize = 2;

/// The slots of a text whose lines have times.
pub(super) fn find(lines: &[Line<'_>]) -> Option<Layout> {
    let (starts, is_of_list) = starts::find(lines);
    let announced = lines.iter().any(|line| words::is_programme_heading(&line.text));
    let enough = starts.len() >= FEWEST || (starts.len() == 1 && announced);
    enough.then(|| Layout { is_of_list, ..layout(lines, &starts) })
}

fn layout(lines: &[Line<'_>], starts: &[Start]) -> Layout {
    let mut layout = Layout { slots: Vec::new(), days: vec![Heading::default()], is_of_list: false };
    let mut day_used = false;
    let mut from = 0;
    for (index, start) in starts.iter().enumerate() {
        let before = lines.get(from..start.line).unwrap_or_default();
        let headings = before.iter().filter_map(days::heading).chain(start.day.clone());
        for heading in headings {
            day_used &= !new_day(&mut layout.days, heading, day_used);
        }
        day_used = true;
        from = start.line + 1;
        let next = starts.get(index + 1);
        let end = next.map_or(lines.len(), |next| next.line);
        let lines = own_lines(lines, start, end, next.is_none());
        layout.slots.push(Slot {
            span: Some(start.span),
            title: start.title.clone(),
            lines,
            day: layout.days.len() - 1,
        });
    }
    layout
}

/// Takes in the heading of a day; whether a new day began.
pub(super) fn new_day(days: &mut Vec<Heading>, heading: Heading, day_used: bool) -> bool {
    let Some(current) = days.last_mut() else {
        return false;
    };
    if !day_used || current.is_same_day(&heading) && (*current != Heading::default()) {
        *current = std::mem::take(current).merged(heading);
        return false;
    }
    days.push(heading);
    true
}

/// The lines of the item that starts at `start`, up to where the next one or what stands around the programme starts.
fn own_lines(lines: &[Line<'_>], start: &Start, end: usize, is_last: bool) -> Vec<usize> {
    let mut own = vec![start.line];
    own.extend(start.time_lines.iter().filter(|line| **line != start.line));
    let from = own.iter().max().map_or(end, |line| line + 1);
    let body = lines.get(from..end).unwrap_or_default();
    let stop = body
        .iter()
        .position(|line| {
            !line.is_listed()
                && (days::heading(line).is_some()
                    || (words::is_programme_heading(&line.text) && line.text.split_whitespace().count() <= 4))
        })
        .map_or(end, |at| from + at);
    let closes = is_last || stop < end;
    let mut has_title = !start.title.is_empty();
    let mut gap = false;
    for index in from..stop {
        let Some(line) = lines.get(index) else { break };
        if line.is_blank() {
            gap = has_title;
            continue;
        }
        if gap
            && closes
            && speakers::of_labelled_line(&line.text).is_none()
            && speakers::of_plain_line(&line.text, false).is_none()
        {
            break;
        }
        if gap && closes && own.len() > 3 {
            break;
        }
        if is_last && has_title && words::is_footer(&line.text) {
            break;
        }
        has_title = true;
        own.push(index);
    }
    if !closes {
        drop_section_heading(lines, &mut own, stop);
    }
    own.retain(|index| lines.get(*index).is_some_and(|line| !line.is_blank()));
    own
}

/// A short last line that stands apart, right before the next item, is the heading of what follows.
fn drop_section_heading(lines: &[Line<'_>], own: &mut Vec<usize>, end: usize) {
    const MOST_WORDS: usize = 7;
    let Some(&last) = own.last().filter(|_| own.len() > 1) else {
        return;
    };
    let Some(line) = lines.get(last) else { return };
    let apart = lines.get(last - 1).is_some_and(Line::is_blank);
    let near = lines.get(last + 1..end).unwrap_or_default().iter().all(Line::is_blank);
    let is_heading = line.mark == Mark::Heading
        || (!line.is_listed()
            && line.text.split_whitespace().count() <= MOST_WORDS
            && !line.text.ends_with(['.', '?', '!', ','])
            && speakers::of_labelled_line(&line.text).is_none()
            && speakers::of_plain_line(&line.text, false).is_none());
    let others = own.len() > 2
        || lines
            .get(own.first().copied().unwrap_or(0))
            .is_some_and(|line| times::whole(&line.text).is_none());
    if (apart && is_heading || words::is_part_of_day(&line.text)) && near && others {
        own.pop();
    }
}
