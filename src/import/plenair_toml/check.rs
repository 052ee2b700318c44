//! What a programme file may say: the rules that the shape of the tables does not express.
//!
//! Reads no text and knows no line numbers; a problem is a place in the file and a reason. As the file that it
//! belongs to it uses nothing but std and toml, for `build.rs` includes it too.

use std::collections::HashMap;

use toml::Spanned;

use super::{DayFile, DayTable, LinkTable, ListKind, ListTable, PointTable, SessionTable, Text, TrendTable};

/// The kinds that a session can have; without one it is a talk.
pub(super) const SESSION_KINDS: [&str; 10] =
    ["registration", "opening", "talk", "panel", "workshop", "break", "lunch", "social", "closing", "other"];

/// Something wrong, at a byte offset into the file.
pub(super) struct Problem {
    pub(super) offset: usize,
    pub(super) reason: String,
}

impl Problem {
    fn at<T>(place: &Spanned<T>, reason: impl Into<String>) -> Self {
        Self { offset: place.span().start, reason: reason.into() }
    }
}

/// Nothing, or what is wrong.
pub(super) type Checked = Result<(), Problem>;

/// The first thing that is wrong with what a file says.
pub(super) fn check(file: &DayFile) -> Checked {
    check_day(&file.day)?;
    let names = check_trends(&file.trends)?;
    file.links.iter().try_for_each(check_link)?;
    if file.sessions.is_empty() {
        return Err(Problem::at(&file.day.title, "the day has no [[sessions]]"));
    }
    file.sessions.iter().try_for_each(|session| check_session(session, &names))
}

fn check_day(day: &DayTable) -> Checked {
    check_filled(&day.title, "the title of the day")?;
    day.slug.as_ref().map_or(Ok(()), check_slug)?;
    check_date(day.date.as_ref())?;
    check_date(day.last_date.as_ref())?;
    match (&day.date, &day.last_date) {
        (None, Some(last)) => Err(Problem::at(last, "a last date needs a first date")),
        // Both are YYYY-MM-DD by now, so the order of the texts is the order of the dates.
        (Some(first), Some(last)) if last.get_ref() < first.get_ref() => {
            Err(Problem::at(last, "the last date is before the first"))
        }
        _ => Ok(()),
    }
}

/// The tag that each known name stands for, all normalised.
type Names<'a> = HashMap<String, &'a str>;

/// Checks the trends; gives every name they go by.
fn check_trends(trends: &[TrendTable]) -> Result<Names<'_>, Problem> {
    let mut names = Names::new();
    for trend in trends {
        check_tag(&trend.tag)?;
        check_filled(&trend.label, "the label of a trend")?;
        let tag = trend.tag.get_ref();
        if let Some(other) = names.insert(normalised(tag), tag) {
            return Err(Problem::at(
                &trend.tag,
                format!("the tag \"{tag}\" is taken by the trend \"{other}\""),
            ));
        }
    }
    for trend in trends {
        for alias in &trend.aliases {
            check_alias(alias, trend.tag.get_ref(), &mut names)?;
        }
    }
    Ok(names)
}

fn check_alias<'a>(alias: &'a Text, tag: &'a str, names: &mut Names<'a>) -> Checked {
    check_filled(alias, "an alias")?;
    match names.insert(normalised(alias.get_ref()), tag) {
        Some(other) if other != tag => Err(Problem::at(
            alias,
            format!("\"{}\" is also a name of the trend \"{other}\"", alias.get_ref()),
        )),
        _ => Ok(()),
    }
}

fn check_tag(tag: &Text) -> Checked {
    let text = tag.get_ref();
    let allowed = text.chars().all(|char| char.is_alphanumeric() || char == '-' || char == '_');
    // A hyphen at the end of `#tag-` in a note is punctuation, so such a tag could never be written.
    if allowed && text.chars().any(char::is_alphabetic) && !text.ends_with(['-', '_']) {
        return Ok(());
    }
    let rule = "letters, digits, - and _, with at least one letter, and no - or _ at the end";
    Err(Problem::at(tag, format!("\"{text}\" is no tag: {rule}")))
}

/// Letters of either case and `-`, `_` or a space make no difference between names.
fn normalised(name: &str) -> String {
    name.to_lowercase().chars().filter(|char| !matches!(char, '-' | '_' | ' ')).collect()
}

fn check_link(link: &LinkTable) -> Checked {
    check_filled(&link.title, "the title of a link")?;
    let url = link.url.get_ref();
    if url.starts_with("https://") || url.starts_with("http://") {
        return Ok(());
    }
    Err(Problem::at(&link.url, format!("\"{url}\" is no web address: it starts with https:// or http://")))
}

fn check_session(session: &SessionTable, names: &Names<'_>) -> Checked {
    check_filled(&session.title, "the title of a session")?;
    session.kind.as_ref().map_or(Ok(()), check_kind)?;
    check_date(session.date.as_ref())?;
    check_time(session.start.as_ref())?;
    check_time(session.end.as_ref())?;
    session.speakers.iter().try_for_each(|speaker| check_filled(&speaker.name, "the name of a speaker"))?;
    session.lists.iter().try_for_each(|list| check_list(list, names))
}

fn check_kind(kind: &Text) -> Checked {
    if SESSION_KINDS.contains(&kind.get_ref().as_str()) {
        return Ok(());
    }
    let reason =
        format!("\"{}\" is no kind of session; known are {}", kind.get_ref(), SESSION_KINDS.join(", "));
    Err(Problem::at(kind, reason))
}

fn check_list(list: &ListTable, names: &Names<'_>) -> Checked {
    check_filled(&list.title, "the title of a list")?;
    if list.points.get_ref().is_empty() {
        return Err(Problem::at(
            &list.points,
            format!("the list \"{}\" has no points", list.title.get_ref()),
        ));
    }
    list.points.get_ref().iter().try_for_each(|point| check_point(point, list.kind, names))
}

fn check_point(point: &PointTable, kind: ListKind, names: &Names<'_>) -> Checked {
    check_filled(&point.label, "the label of a point")?;
    let Some(tag) = &point.tag else {
        return match kind {
            ListKind::Trends => Err(Problem::at(&point.label, "a point of a list of trends needs a tag")),
            ListKind::Discussion | ListKind::Plain | ListKind::Evaluation => Ok(()),
        };
    };
    check_tag(tag)?;
    let name = normalised(tag.get_ref());
    if names.get(&name).is_some_and(|of| normalised(of) == name) {
        return Ok(());
    }
    Err(Problem::at(tag, format!("no trend of this day has the tag \"{}\"", tag.get_ref())))
}

fn check_filled(text: &Text, what: &str) -> Checked {
    if text.get_ref().trim().is_empty() {
        return Err(Problem::at(text, format!("{what} is empty")));
    }
    Ok(())
}

fn check_slug(slug: &Text) -> Checked {
    let allowed = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if slug.get_ref().split('-').all(allowed) {
        return Ok(());
    }
    let reason = format!("\"{}\" is no slug: a-z and 0-9, with single hyphens in between", slug.get_ref());
    Err(Problem::at(slug, reason))
}

fn check_date(date: Option<&Text>) -> Checked {
    match date {
        Some(text) if !is_date(text.get_ref()) => {
            Err(Problem::at(text, malformed(text, "date", "2023-03-16")))
        }
        _ => Ok(()),
    }
}

fn check_time(time: Option<&Text>) -> Checked {
    match time {
        Some(text) if !is_time(text.get_ref()) => Err(Problem::at(text, malformed(text, "time", "09:30"))),
        _ => Ok(()),
    }
}

fn malformed(text: &Text, what: &str, example: &str) -> String {
    format!("\"{}\" is no {what}; write it as \"{example}\"", text.get_ref())
}

fn is_date(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, '-', [4, 2, 2]) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn is_time(text: &str) -> bool {
    numbers(text, ':', [2, 2]).is_some_and(|[hour, minute]| hour < 24 && minute < 60)
}

/// The numbers in a text that has exactly `N` of them between separators, each in as many digits as `widths` says.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[u16; N]> {
    let parts: Vec<&str> = text.split(separator).collect();
    let fits =
        |(part, width): (&&str, usize)| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() != N || !parts.iter().zip(widths).all(fits) {
        return None;
    }
    let values: Vec<u16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    values.try_into().ok()
}
