//! A paper as one web page: no scripts, nothing that is fetched, readable on a telephone, and made to be printed.
//!
//! What a part is of the notes stands in its class, by which `count` knows it again. What stands on the page is decided
//! in [`super::paper`].

use std::fmt::Write as _;

use html5gum::{Token, Tokenizer};

use super::Counts;
use super::paper::{Item, Look, Marker, Paper, Part, Role, Table, Text, box_sign, first_number};
use super::runs::{Run, What};

const STYLE: &str = include_str!("../../assets/export/page.css");

/// The page, whole.
#[must_use]
pub fn render(paper: &Paper) -> String {
    let language = paper.language.code();
    let title = escaped(&paper.title);
    let author = paper
        .author
        .as_ref()
        .map(|author| format!("<meta name=\"author\" content=\"{}\">\n", escaped(author)));
    let author = author.unwrap_or_default();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Plenair\">\n{author}<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{}</main>\n</body>\n</html>\n",
        fragment(&paper.parts)
    )
}

/// Only what stands on the page, for a clipboard or a mail.
#[must_use]
pub fn fragment(parts: &[Part]) -> String {
    let mut html = String::new();
    for part in parts {
        match part {
            Part::Heading(heading) => {
                let level = heading.level;
                let class = class_of(&[role_class(heading.role)]);
                line(&mut html, &format!("<h{level}{class}>{}</h{level}>", words(&heading.runs)));
            }
            Part::Text(text) => line(&mut html, &paragraph(text)),
            Part::List(items) => list(&mut html, items, 0),
            Part::Table(table) => rows(&mut html, table),
        }
    }
    html
}

fn line(html: &mut String, text: &str) {
    html.push_str(text);
    html.push('\n');
}

fn paragraph(text: &Text) -> String {
    let look = match (text.role, text.look) {
        (Role::LeftOut, _) => "left-out",
        (_, Look::Lead) => "lead",
        (_, Look::Body | Look::Quote | Look::Small) => "",
    };
    let indent = if text.indent == 0 { String::new() } else { format!("in{}", text.indent) };
    let class = class_of(&[role_class(text.role), look, &indent]);
    let words = words(&text.runs);
    match text.look {
        Look::Quote => format!("<blockquote{class}><p>{words}</p></blockquote>"),
        _ => format!("<p{class}>{words}</p>"),
    }
}

/// The items from the front that are of one list at this level, and the lists below them.
fn list(html: &mut String, items: &[Item], level: u8) {
    let mut rest = items;
    while let Some(first) = rest.first() {
        let (open, close) = match first.marker {
            Marker::Number(_) => ("<ol>", "</ol>"),
            Marker::Bullet => ("<ul>", "</ul>"),
            Marker::Box(_) => ("<ul class=\"boxes\">", "</ul>"),
        };
        line(html, open);
        while let Some((item, after)) = rest.split_first().filter(|(item, _)| same_list(item, first)) {
            let below = after.iter().take_while(|item| item.level > level).count();
            let (inner, next) = after.split_at(below);
            html.push_str(&item_start(item));
            html.push_str(&words(&item.runs));
            if !inner.is_empty() {
                html.push('\n');
                list(html, inner, level.saturating_add(1));
            }
            line(html, "</li>");
            rest = next;
        }
        line(html, close);
    }
}

fn same_list(item: &Item, first: &Item) -> bool {
    std::mem::discriminant(&item.marker) == std::mem::discriminant(&first.marker)
}

fn item_start(item: &Item) -> String {
    let role = role_class(item.role);
    match item.marker {
        Marker::Bullet => format!("<li{}>", class_of(&[role])),
        Marker::Number(number) => format!("<li value=\"{number}\"{}>", class_of(&[role])),
        Marker::Box(ticked) => {
            let sign = box_sign(ticked);
            format!("<li{}><span class=\"tick\">{sign}</span>", class_of(&[role, "box"]))
        }
    }
}

fn rows(html: &mut String, table: &Table) {
    line(html, "<table>");
    let header: Vec<String> =
        table.header.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
    line(html, &format!("<thead><tr>{}</tr></thead>", header.concat()));
    line(html, "<tbody>");
    let class = class_of(&[role_class(table.role)]);
    for row in &table.rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&table.header)
            .map(|(cell, name)| {
                let words = words(cell);
                // An empty cell is not shown on a telephone, where each cell has its column's name in front.
                format!("<td data-column=\"{}\">{words}</td>", escaped(name))
            })
            .collect();
        line(html, &format!("<tr{class}>{}</tr>", cells.concat()));
    }
    line(html, "</tbody>");
    line(html, "</table>");
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Day => "day",
        Role::Session => "session",
        Role::Line => "line",
        Role::Plain | Role::LeftOut => "",
    }
}

fn class_of(classes: &[&str]) -> String {
    let classes: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut html = escaped(&run.text);
    html = match &run.what {
        What::Words => html,
        What::Code => format!("<code>{html}</code>"),
        What::Trend => format!("<span class=\"trend\">{html}</span>"),
        What::Mention => format!("<span class=\"name\">{html}</span>"),
        // An address that is written out need not be written behind it once more on paper.
        What::Link(address) if *address == run.text => {
            format!("<a class=\"bare\" href=\"{}\">{html}</a>", escaped(address))
        }
        What::Link(address) => format!("<a href=\"{}\">{html}</a>", escaped(address)),
    };
    if run.italic {
        html = format!("<em>{html}</em>");
    }
    if run.bold {
        html = format!("<strong>{html}</strong>");
    }
    html
}

/// Text in HTML, also between quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if c.is_control() && !c.is_whitespace() => escaped.push(char::REPLACEMENT_CHARACTER),
            // No character of any language, and an error to readers that are strict.
            c if (u32::from(c) & 0xfffe) == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c) => {
                let _ = write!(escaped, "{}", char::REPLACEMENT_CHARACTER);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Counts what is on a page by its classes. `None` for a page that Plenair did not write.
pub(super) fn count(html: &str) -> Option<Counts> {
    let mut counts = Counts::default();
    let (mut is_own, mut in_left_out) = (false, false);
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| value.value.as_slice());
                is_own |= attribute(b"content") == Some(b"Plenair");
                for class in attribute(b"class").unwrap_or_default().split(|byte| *byte == b' ') {
                    match class {
                        b"day" => Role::Day.count(1, &mut counts),
                        b"session" => Role::Session.count(1, &mut counts),
                        b"line" => Role::Line.count(1, &mut counts),
                        b"left-out" => in_left_out = true,
                        _ => {}
                    }
                }
            }
            Token::String(text) if in_left_out => {
                let sentence = String::from_utf8_lossy(&text.value);
                counts.private_left_out = first_number(&sentence)?;
                in_left_out = false;
            }
            _ => {}
        }
    }
    is_own.then_some(counts)
}
