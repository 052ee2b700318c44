//! Where the items of a programme start: the lines with a time that is theirs.
//!
//! A time counts at the start of a line, on a line of its own, or, where no line starts with one, at its end. What belongs to
//! an item is found in `slots`.

use crate::domain::day::SessionKind;
use crate::import::kind;
use crate::import::text::days::{self, Heading};
use crate::import::text::lines::{Line, Mark};
use crate::import::text::speakers::{tidy, tidy_start};
use crate::import::text::{NO_TIME, parallel, rooms, words};
use crate::import::times::{self, Span};

use super::FEWEST;

/// A line with a time, before it is sure that an item starts there.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The first line of the item.
    pub(super) line: usize,
    /// The lines that hold the time and nothing else.
    pub(super) time_lines: Vec<usize>,
    /// When, as written.
    pub(super) span: Span,
    /// What is written behind the time.
    pub(super) title: String,
    /// The day named on the same line.
    pub(super) day: Option<Heading>,
    /// Whether the time is at the end of the line.
    is_at_end: bool,
}

/// Where items start, by their times; and whether the times stand at the end of numbered lines.
pub(super) fn find(lines: &[Line<'_>]) -> (Vec<Start>, bool) {
    let mut starts = at_start(lines);
    let trailing = at_end(lines);
    let is_of_list = trailing
        .iter()
        .all(|start| lines.get(start.line).is_some_and(|line| matches!(line.mark, Mark::Number(_))));
    if trailing.len() >= 3 && trailing.len() > starts.iter().filter(|start| !start.title.is_empty()).count() {
        starts = trailing;
    } else {
        title_before(lines, &mut starts);
        arrival_before(lines, &mut starts);
        end_after(lines, &mut starts);
        blocks_between(&mut starts, trailing);
    }
    drop_numbers(&mut starts);
    drop_frame(lines, &mut starts);
    drop_footer(lines, &mut starts);
    let is_of_list = is_of_list && starts.iter().all(|start| start.is_at_end);
    (starts, is_of_list)
}

/// Takes "Lunch (12:00 – 13:00)" and "Ronde 1 (13:00 – 13:45)" between lines that start with a time, where they fit in between.
fn blocks_between(starts: &mut Vec<Start>, trailing: Vec<Start>) {
    let minute = |start: &Start| start.span.start.and_then(times::Clock::time);
    for block in trailing {
        let is_block = block.span.end.is_some()
            && !matches!(kind::guess(&block.title), SessionKind::Talk | SessionKind::Other);
        let at = starts.partition_point(|start| start.line < block.line);
        let before = at.checked_sub(1).and_then(|at| starts.get(at));
        let fits_after = before.is_some_and(|before| {
            before.line != block.line
                && !before.time_lines.contains(&block.line)
                && minute(before) < minute(&block)
        });
        let fits_before = starts.get(at).is_some_and(|next| minute(&block) < minute(next));
        if is_block && fits_after && fits_before {
            starts.insert(at, block);
        }
    }
}

/// Takes "Ontvangst vanaf 9:15 u. in de foyer" and "Doors 6.30pm", right above the first line that starts with a time, as the
/// first item.
fn arrival_before(lines: &[Line<'_>], starts: &mut Vec<Start>) {
    const MOST_WORDS: usize = 10;
    let Some(first) = starts.first().filter(|_| starts.len() >= FEWEST) else { return };
    let above = lines.get(..first.line).unwrap_or_default().iter().enumerate().rev();
    let Some((index, line)) = above.into_iter().find(|(_, line)| !line.is_blank()) else { return };
    let few = line.text.split_whitespace().count() <= MOST_WORDS && !line.text.ends_with('.');
    let found = words::from_time(&line.text).or_else(|| words::time_at_end(&line.text));
    let Some((before, span)) = found.filter(|_| few && first.span != NO_TIME) else { return };
    let behind = line.text.get(before.len() + span.length..).unwrap_or_default();
    let title = format!("{} {}", before.trim_end(), tidy_start(behind));
    if kind::guess(before) == SessionKind::Registration {
        let title = tidy(&title).to_owned();
        starts.insert(0, Start { line: index, time_lines: vec![], span, title, day: None, is_at_end: false });
    }
}

/// Takes "Ende ca. 21:30 Uhr", right below the last line that starts with a time, as the last item.
fn end_after(lines: &[Line<'_>], starts: &mut Vec<Start>) {
    const MOST_WORDS: usize = 3;
    let Some(last) = starts.last().filter(|_| starts.len() >= FEWEST) else { return };
    let Some(line) = lines.get(last.line + 1).filter(|_| last.time_lines.is_empty()) else { return };
    let found = words::time_at_end(&line.text).or_else(|| words::from_time(&line.text));
    let Some((before, span)) = found else { return };
    let is_later = match (last.span.start, span.start) {
        (Some(last), Some(end)) => last.time() < end.time(),
        _ => false,
    };
    let few = before.split_whitespace().count() <= MOST_WORDS;
    if few && is_later && kind::guess(before) == SessionKind::Closing {
        let title = tidy(words::without_about(before)).to_owned();
        let line = last.line + 1;
        starts.push(Start { line, time_lines: vec![], span, title, day: None, is_at_end: false });
    }
}

/// What counts as the time of an item, because enough lines have it.
#[derive(Clone, Copy)]
struct Allowed {
    /// Three or four digits, which may be a year elsewhere.
    digits: bool,
    /// A label before the time and a title behind it, which says elsewhere when the day is.
    labels: bool,
}

/// So many lines that are written alike are no accident.
const FEWEST_ALIKE: usize = 3;

/// "Tijd: 09.30 - 10.00 Ontvangst".
fn is_labelled_item(text: &str) -> bool {
    let (rest, labelled) = words::without_time_label(text);
    labelled
        && times::leading(rest)
            .is_some_and(|span| !rest.get(span.length..).unwrap_or_default().trim().is_empty())
}

/// The lines that start with a time.
fn at_start(lines: &[Line<'_>]) -> Vec<Start> {
    let digits = lines.iter().filter(|line| bare_digits(&line.text)).count();
    let labels = lines.iter().filter(|line| is_labelled_item(&line.text)).count();
    let allow = Allowed { digits: digits >= FEWEST_ALIKE, labels: labels >= FEWEST_ALIKE };
    let mut starts: Vec<Start> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(start) = start(index, line, allow) else {
            continue;
        };
        if is_torn_prose(lines, index, &start) {
            continue;
        }
        if start.span == NO_TIME && starts.is_empty() {
            continue;
        }
        match starts.last_mut() {
            Some(last) if continues(lines, last, &start) => {
                last.span.end = start.span.start.or(start.span.end);
                last.time_lines.push(index);
                last.title = start.title;
            }
            _ => starts.push(start),
        }
    }
    starts
}

fn start(index: usize, line: &Line<'_>, allow: Allowed) -> Option<Start> {
    if line.is_blank() || words::is_reply_header(&line.text) {
        return None;
    }
    let (text, labelled) = words::without_time_label(&line.text);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '│'));
    let accept = |span: &Span| !span.digits_only || allow.digits;
    if let Some(span) = times::leading(text).filter(accept) {
        let title = text.get(span.length..).unwrap_or_default();
        let title = tidy_start(&title.replace(['|', '│'], "\t")).to_owned();
        let only_label = labelled && !title.is_empty() && !allow.labels;
        return (!only_label).then(|| Start {
            line: index,
            time_lines: if title.is_empty() { vec![index] } else { vec![] },
            span,
            title,
            day: None,
            is_at_end: false,
        });
    }
    if let Some(title) = words::after_the_one_before(text) {
        return Some(Start {
            line: index,
            time_lines: if title.is_empty() { vec![index] } else { vec![] },
            span: NO_TIME,
            title: title.to_owned(),
            day: None,
            is_at_end: false,
        });
    }
    let (heading, end) = days::leading(text)?;
    let rest = text.get(end..)?.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let span = times::leading(rest).filter(accept)?;
    let title = tidy_start(rest.get(span.length..)?).to_owned();
    (!title.is_empty()).then_some(Start {
        line: index,
        time_lines: vec![],
        span,
        title,
        day: Some(heading),
        is_at_end: false,
    })
}

fn bare_digits(text: &str) -> bool {
    times::leading(text).is_some_and(|span| {
        span.digits_only && [span.start, span.end].iter().flatten().all(|clock| clock.minute % 5 == 0)
    })
}

/// Whether a time starts this line only because the sentence was broken there.
fn is_torn_prose(lines: &[Line<'_>], index: usize, start: &Start) -> bool {
    const LONG: usize = 45;
    let title_words = start.title.split_whitespace().count();
    let small = start.title.starts_with(char::is_lowercase);
    if start.span.prefixed && title_words >= 6 && start.title.trim_end().ends_with('.') {
        return true;
    }
    let Some(before) =
        index.checked_sub(1).and_then(|before| lines.get(before)).filter(|line| !line.is_blank())
    else {
        return false;
    };
    if times::leading(&before.text).is_some_and(|span| span.length >= before.text.len()) {
        return false;
    }
    let asks = words::asks_for_more(&before.text);
    let long = before.text.chars().count() >= LONG;
    asks && (small || long) || (small && long && title_words >= 4 && before.text.ends_with(','))
}

/// Whether two times on lines of their own are the start and the end of one item.
fn continues(lines: &[Line<'_>], last: &Start, next: &Start) -> bool {
    let timed = last.span != NO_TIME && next.span != NO_TIME;
    let Some(&from) = last.time_lines.last().filter(|_| last.title.is_empty() && timed) else {
        return false;
    };
    let dash_only = |line: &Line<'_>| line.text.chars().all(|c| c.is_whitespace() || times::is_dash(c));
    let between = lines.get(from + 1..next.line).unwrap_or_default();
    let open = lines.get(from).is_some_and(|line| line.text.ends_with(times::is_dash))
        || between.iter().any(|line| !line.is_blank());
    let later = match (last.span.start, next.span.start) {
        (Some(one), Some(two)) => (one.hour, one.minute) < (two.hour, two.minute) || two.hour < 8 || open,
        _ => next.span.end.is_some(),
    };
    last.span.end.is_none()
        && next.span.end.is_none()
        && later
        && between.iter().all(|line| line.is_blank() || dash_only(line))
}

/// The lines that end with a time, as "Lunch ..... 12:30" and "Opening (9:00-9:15)".
fn at_end(lines: &[Line<'_>]) -> Vec<Start> {
    let start = |(index, line): (usize, &Line<'_>)| {
        let is_labelled = words::without_time_label(&line.text).1;
        if is_labelled || times::leading(&line.text).is_some() || days::leading(&line.text).is_some() {
            return None;
        }
        let (title, span) = words::time_at_end(&line.text)?;
        let title = tidy(title.trim_end_matches(['.', '…', '_', ' '])).to_owned();
        let is_prose = title.split_whitespace().count() > 16
            || words::is_frame_label(&title)
            || words::asks_for_more(&title);
        (!title.is_empty() && !is_prose).then(|| Start {
            line: index,
            time_lines: vec![],
            span,
            title,
            day: None,
            is_at_end: true,
        })
    };
    lines.iter().enumerate().filter_map(start).collect()
}

/// Where the title stands on the line before its time, takes it from there.
fn title_before(lines: &[Line<'_>], starts: &mut [Start]) {
    let alone: Vec<usize> =
        starts.iter().filter(|start| start.title.is_empty()).map(|start| start.line).collect();
    if alone.len() < 3 || alone.len() * 10 < starts.len() * 9 {
        return;
    }
    let filled =
        |index: Option<usize>| index.and_then(|index| lines.get(index)).is_some_and(|line| !line.is_blank());
    let before = alone.iter().filter(|line| filled(line.checked_sub(1))).count();
    let after = starts
        .iter()
        .filter(|start| filled(Some(start.time_lines.last().unwrap_or(&start.line) + 1)))
        .count();
    let first = alone.first().and_then(|line| line.checked_sub(1)).and_then(|line| lines.get(line));
    let first_has_title = first.is_some_and(|line| {
        !line.is_blank() && days::heading(line).is_none() && !words::is_programme_heading(&line.text)
    });
    let last_has_title =
        starts.last().is_some_and(|start| filled(Some(start.time_lines.last().unwrap_or(&start.line) + 1)));
    let is_before = first_has_title && before * 10 >= alone.len() * 9 && (after < before || !last_has_title);
    if !is_before {
        return;
    }
    for start in starts.iter_mut() {
        if let Some(line) =
            start.line.checked_sub(1).and_then(|index| lines.get(index)).filter(|line| !line.is_blank())
        {
            line.text.clone_into(&mut start.title);
            start.line -= 1;
            let time = start.line + 1;
            if !start.time_lines.contains(&time) {
                start.time_lines.push(time);
            }
        }
    }
}

/// Where the titles are numbered behind their times, "10:00 1. Opening", the numbers are no part of them.
fn drop_numbers(starts: &mut [Start]) {
    let numbered = starts.iter().filter(|start| parallel::numbered(&start.title).is_some()).count();
    if numbered < FEWEST_ALIKE {
        return;
    }
    for start in starts {
        if let Some((_, title)) = parallel::numbered(&start.title) {
            start.title = title;
        }
    }
}

/// Drops a first time that says when the day is, not when its first item is.
fn drop_frame(lines: &[Line<'_>], starts: &mut Vec<Start>) {
    while starts.len() > FEWEST {
        let (Some(first), Some(second), Some(last)) = (starts.first(), starts.get(1), starts.last()) else {
            return;
        };
        let heading = lines
            .get(first.line + 1..second.line)
            .unwrap_or_default()
            .iter()
            .any(|line| words::is_programme_heading(&line.text));
        let minutes = |clock: Option<times::Clock>| clock.and_then(times::Clock::time);
        let covers = match (minutes(first.span.start), minutes(first.span.end)) {
            (Some(start), Some(end)) => {
                let ends = minutes(last.span.end.or(last.span.start)).is_some_and(|last| last <= end);
                let begins = minutes(second.span.start).is_some_and(|second| start <= second && second < end);
                let third = starts
                    .get(2)
                    .and_then(|third| minutes(third.span.start))
                    .is_some_and(|third| third < end);
                begins && ends && third
            }
            _ => false,
        };
        let untitled = first.title.is_empty() || rooms::is_room(&first.title) || first.day.is_some();
        let same_start =
            first.span.start.is_some() && first.span.start == second.span.start && first.title.is_empty();
        if !(heading || (covers && untitled) || same_start) {
            return;
        }
        starts.remove(0);
    }
}

/// Drops times of opening hours and telephones below the programme: alone, and earlier than what came before.
fn drop_footer(lines: &[Line<'_>], starts: &mut Vec<Start>) {
    while starts.len() > FEWEST {
        let (Some(last), Some(before)) = (starts.last(), starts.get(starts.len() - 2)) else {
            return;
        };
        let between = lines.get(before.line + 1..last.line).unwrap_or_default();
        let new_day = between.iter().any(|line| days::heading(line).is_some()) || last.day.is_some();
        let apart = between.iter().any(Line::is_blank);
        let hour = |start: &Start| {
            start.span.start.or(start.span.end).map_or(0, |clock| clock.hour * 60 + clock.minute)
        };
        let back =
            hour(last) < hour(before) && hour(before) - hour(last) < 12 * 60 && hour(before) >= 13 * 60;
        let prose = last.title.split_whitespace().count() > 12 && last.title.ends_with('.');
        if new_day || !apart || !(back || prose) {
            return;
        }
        starts.pop();
    }
}
