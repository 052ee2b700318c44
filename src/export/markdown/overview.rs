//! The overview at the end of a day: its lines once more, by kind, then its trends and links.

use std::collections::BTreeMap;

use super::{escape, line, sheet};
use crate::domain::day::Link;
use crate::domain::id::SessionId;
use crate::domain::line::LineKind;
use crate::domain::query::TrendCount;
use crate::export::labels::Labels;
use crate::export::outline::{Block, DayOutline, Section};

/// The blocks of the overview; none when there is nothing to oversee.
pub fn blocks(day: &DayOutline<'_>, labels: &Labels) -> Vec<String> {
    let parts = [
        (&labels.main_points, noted(day, labels, |section| escaped(&section.sheet.main_points))),
        (&labels.take_home, noted(day, labels, |section| escaped(&section.sheet.take_home))),
        (&labels.actions, kind(day, LineKind::Action, labels)),
        (&labels.decisions, kind(day, LineKind::Decision, labels)),
        (&labels.questions, kind(day, LineKind::Question, labels)),
        (&labels.outcomes, noted(day, labels, |section| outcomes(section, labels))),
        (&labels.figures, kind(day, LineKind::Figure, labels)),
        (&labels.quotes, kind(day, LineKind::Quote, labels)),
        (&labels.trends, trends(day, labels)),
        (&labels.spoke_with, noted(day, labels, contacts)),
        (&labels.links, day.day.facts.links.iter().map(link).collect()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .flat_map(|(heading, items)| [format!("### {heading}"), items.join("\n")])
        .collect();
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(format!("## {}", labels.overview)).chain(parts).collect()
}

fn kind(day: &DayOutline<'_>, kind: LineKind, labels: &Labels) -> Vec<String> {
    let blocks = day.blocks_of(kind).filter(|(_, block)| !block.parsed.is_blank());
    blocks.map(|(section, block)| item(section, block, labels)).collect()
}

fn item(section: &Section<'_>, block: &Block<'_>, labels: &Labels) -> String {
    let text = format!("{}{}", line::marks(block, labels), line::said(block, labels));
    let text = match block.parsed.kind {
        LineKind::Action => format!("{} {text}", line::tick_box(block)),
        _ => escape::at_start(&text),
    };
    format!("- {text} · {} {}", labels.session, section.number)
}

/// What was noted beside the notes, each with its session.
fn noted(day: &DayOutline<'_>, labels: &Labels, texts: impl Fn(&Section<'_>) -> Vec<String>) -> Vec<String> {
    let items = day.sections.iter().flat_map(|section| {
        let number = section.number;
        texts(section).into_iter().map(move |text| (number, text))
    });
    items
        .map(|(number, text)| format!("- {} · {} {number}", escape::at_start(&text), labels.session))
        .collect()
}

fn escaped(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| escape::inline(text)).collect()
}

fn contacts(section: &Section<'_>) -> Vec<String> {
    section.sheet.contacts.iter().map(sheet::contact).collect()
}

fn outcomes(section: &Section<'_>, labels: &Labels) -> Vec<String> {
    let points = section.sheet.lists.iter().flat_map(|list| &list.points);
    points
        .filter_map(|point| {
            let outcome = sheet::outcome(point, labels)?;
            Some(format!("**{}** {outcome}", escape::plain(point.shown())))
        })
        .collect()
}

fn trends(day: &DayOutline<'_>, labels: &Labels) -> Vec<String> {
    let numbers: BTreeMap<SessionId, usize> =
        day.sections.iter().map(|section| (section.session.id, section.number)).collect();
    day.trends.iter().map(|trend| heard(trend, &numbers, labels)).collect()
}

fn heard(trend: &TrendCount, numbers: &BTreeMap<SessionId, usize>, labels: &Labels) -> String {
    let mut sessions: Vec<(usize, usize)> =
        trend.sessions.iter().filter_map(|(session, lines)| Some((*numbers.get(session)?, *lines))).collect();
    sessions.sort_unstable();
    let sessions: Vec<String> =
        sessions.into_iter().map(|(number, lines)| format!("{} {number}: {lines}", labels.session)).collect();
    let tag = escape::inline(&format!("#{}", trend.tag));
    let name =
        if trend.label == trend.tag { tag } else { format!("{} ({tag})", escape::plain(&trend.label)) };
    format!("- **{name}**: {} ({})", labels.lines.of(trend.lines), sessions.join(", "))
}

fn link(link: &Link) -> String {
    let url = link.url.trim();
    let is_address = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'));
    let url = if is_address { format!("<{url}>") } else { escape::plain(url) };
    format!("- {}: {url}", escape::at_start(&escape::plain(&link.title)))
}
