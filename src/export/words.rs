//! Facts as words, the same in every format: dates, times, names, hands. Without markup: escaping is for the formats.

use super::labels::Labels;
use crate::domain::dates;
use crate::domain::day::{DayFacts, Session, Speaker};
use crate::domain::sheet::outgoing::OutgoingList;
use crate::domain::sheet::{Hands, Rating};

/// "do 16 maart 2023 – vr 17 maart 2023".
pub fn dates_of(facts: &DayFacts, labels: &Labels) -> Option<String> {
    let first = facts.date?;
    let date = dates::date(labels.language, first);
    Some(match facts.last_date.filter(|last| *last != first) {
        Some(last) => format!("{date} – {}", dates::date(labels.language, last)),
        None => date,
    })
}

/// "10:00–10:45".
pub fn times(session: &Session) -> Option<String> {
    let start = session.facts.start.map(dates::time)?;
    Some(match session.facts.end.map(dates::time) {
        Some(end) => format!("{start}–{end}"),
        None => start,
    })
}

/// "Noor de Wit (adviseur)".
pub fn speaker(speaker: &Speaker) -> String {
    match &speaker.role {
        Some(role) => format!("{} ({role})", speaker.name),
        None => speaker.name.clone(),
    }
}

/// Who speaks, with what they do.
pub fn speakers(session: &Session) -> Option<String> {
    let names: Vec<String> = session.facts.speakers.iter().map(speaker).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// "eens 22, oneens 3, weet niet 6".
pub fn hands(hands: Hands, labels: &Labels) -> Option<String> {
    let counted =
        [(hands.agree, &labels.agree), (hands.disagree, &labels.disagree), (hands.unsure, &labels.unsure)];
    joined(counted.map(|(count, label)| count.map(|count| format!("{label} {count}"))), ", ")
}

/// How much a trend plays.
pub fn rated(rating: Rating, labels: &Labels) -> &str {
    match rating {
        Rating::Not => &labels.rating_not,
        Rating::Sometimes => &labels.rating_sometimes,
        Rating::Strong => &labels.rating_strong,
    }
}

/// What a list is called.
pub fn list_title(list: &OutgoingList, labels: &Labels) -> String {
    match (list.is_gone, list.title.trim()) {
        (true, _) => labels.gone.clone(),
        (false, "") => labels.list.clone(),
        (false, title) => title.to_owned(),
    }
}

/// "6 van 11"; nothing when no point was ticked.
pub fn ticked(list: &OutgoingList, labels: &Labels) -> Option<String> {
    let ticked = list.ticked();
    let words = labels.ticked.replace("%n", &ticked.to_string());
    (ticked > 0).then(|| words.replace("%m", &list.points.len().to_string()))
}

/// The title, or the word for what has none.
pub fn titled(title: &str, labels: &Labels) -> String {
    if title.trim().is_empty() { labels.untitled.clone() } else { title.to_owned() }
}

/// The parts that are there, with `separator` between them; nothing without any.
pub fn joined(parts: impl IntoIterator<Item = Option<String>>, separator: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(separator))
}
