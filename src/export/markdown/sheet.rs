//! What a session holds beside its note, as Markdown: its main points and what is taken home, whom was spoken with, its
//! lists.
//!
//! Each is one item that holds a list, on more than one line and without a blank one: so no line of the note can join it,
//! and the counter knows it from one. The items have a bullet of their own.

use super::{escape, joined};
use crate::domain::sheet::Contact;
use crate::domain::sheet::outgoing::{OutgoingList, OutgoingPoint};
use crate::export::labels::Labels;
use crate::export::outline::Section;
use crate::export::words::{self, hands, rated};

/// How far a list inside an item stands in.
const INDENT: &str = "    ";

/// The blocks of a session, in the order of the report: its lists come with the programme, the rest came of it.
pub fn blocks(section: &Section<'_>, labels: &Labels) -> Vec<String> {
    let sheet = &section.sheet;
    let mut blocks: Vec<String> = sheet.lists.iter().filter_map(|list| points(list, labels)).collect();
    blocks.extend(numbered(&labels.main_points, &sheet.main_points));
    blocks.extend(bulleted(&labels.take_home, sheet.take_home.iter().map(|text| escape::inline(text))));
    blocks.extend(bulleted(&labels.spoke_with, sheet.contacts.iter().map(contact)));
    blocks
}

/// A row as a sentence.
pub fn contact(contact: &Contact) -> String {
    let Contact { name, organisation, about, follow_up } = contact;
    let parts = [name, organisation, about, follow_up].map(|text| Some(escape::inline(text)));
    joined(parts, " · ").unwrap_or_default()
}

/// What the room made of a point, with its hands.
pub fn outcome(point: &OutgoingPoint, labels: &Labels) -> Option<String> {
    joined([Some(escape::inline(&point.outcome)), hands(point.hands, labels)], " · ")
}

fn numbered(title: &str, items: &[String]) -> Option<String> {
    let items: Vec<String> = (1..)
        .zip(items)
        .map(|(number, item)| format!("{INDENT}{number}. {}", escape::at_start(&escape::inline(item))))
        .collect();
    item(title, &items)
}

fn bulleted(title: &str, items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.map(|item| format!("{INDENT}- {}", escape::at_start(&item))).collect();
    item(title, &items)
}

fn item(title: &str, lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| format!("* **{title}**\n{}", lines.join("\n")))
}

/// A point list as one item that holds a numbered list.
fn points(list: &OutgoingList, labels: &Labels) -> Option<String> {
    let has_boxes = list.ticked() > 0;
    let lines: Vec<String> =
        list.points.iter().flat_map(|point| point_lines(point, has_boxes, labels)).collect();
    let block = item(&escape::plain(&words::list_title(list, labels)), &lines)?;
    Some(match words::ticked(list, labels) {
        Some(count) => block.replacen("**\n", &format!("** ({count})\n"), 1),
        None => block,
    })
}

/// A point, and below it what the room made of it.
fn point_lines(point: &OutgoingPoint, has_boxes: bool, labels: &Labels) -> Vec<String> {
    let number = format!("{INDENT}{}. ", point.number);
    let tick = match (has_boxes, point.ticked) {
        (false, _) => "",
        (true, true) => "[x] ",
        (true, false) => "[ ] ",
    };
    let label = escape::at_start(&escape::plain(point.shown()));
    let named = joined([Some(label), point.tag.as_ref().map(|tag| format!("#{tag}"))], " ");
    let rating = point.rating.map(|rating| format!("**{}**", rated(rating, labels)));
    let said = joined([named, rating, Some(escape::inline(&point.remark))], " · ").unwrap_or_default();
    let below = " ".repeat(number.chars().count());
    let below = |label: &str, text: String| format!("{below}- **{label}:** {text}");
    let mut lines = vec![format!("{number}{tick}{said}")];
    let outcome = Some(escape::inline(&point.outcome)).filter(|text| !text.is_empty());
    lines.extend(outcome.map(|text| below(&labels.outcome, text)));
    lines.extend(hands(point.hands, labels).map(|text| below(&labels.hands, text)));
    lines.extend(point.pros.iter().map(|text| below(&labels.pros, escape::inline(text))));
    lines.extend(point.cons.iter().map(|text| below(&labels.cons, escape::inline(text))));
    lines
}
