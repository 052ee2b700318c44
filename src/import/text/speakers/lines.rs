//! Lines that are of people: behind a label, a talk with its speaker, or nothing but names. Who stands in a title is in
//! `speakers`.

use super::labels::{after_lead, is_label};
use super::signs::first_sentence;
use super::{labelled_inside, may_start_with_person, people_or_first_names, starts_with_one_of};
use crate::domain::day::Speaker;
use crate::import::names;
use crate::import::text::words::is_too_long;

/// The people of a line that says that it names some: "Spreker: X", "Met X en Y". Empty when names are to follow on
/// the next lines; `None` when it says no such thing.
pub(in crate::import::text) fn of_labelled_line(text: &str) -> Option<Vec<Speaker>> {
    let text = text.trim();
    if is_too_long(text) {
        return None;
    }
    if let Some((label, rest)) = text.split_once(':')
        && is_label(label)
    {
        let mut people = people_or_first_names(first_sentence(rest));
        people.extend(labelled_inside(rest).map(|split| split.speakers).unwrap_or_default());
        if rest.trim().is_empty() || !people.is_empty() {
            return Some(people);
        }
    }
    let (rest, doubtful) = after_lead(text)?;
    let first = first_sentence(rest);
    let mut people = names::people(first);
    if people.is_empty() || !starts_with_one_of(first, &people, doubtful) {
        return None;
    }
    people.extend(
        rest.get(first.len()..).and_then(labelled_inside).map(|split| split.speakers).unwrap_or_default(),
    );
    Some(people)
}

/// The people of "Ahmed Karimi (SOAS): Walls that talk", a talk inside a session.
pub(in crate::import::text) fn of_talk_line(text: &str) -> Option<Vec<Speaker>> {
    if is_too_long(text) {
        return None;
    }
    let (head, rest) = text.split_once(": ")?;
    let bracketed = head.trim_end().ends_with(')');
    let people = names::people(head);
    if head.rsplit(',').next().is_some_and(is_label) {
        return None;
    }
    let sure = people.iter().all(|person| names::is_surely_name(&person.name));
    let starts = people.first().is_some_and(|person| head.trim_start().starts_with(&person.name));
    (starts && (bracketed || sure && rest.split_whitespace().count() >= 2) && !is_label(head))
        .then_some(people)
}

/// The people of "bijdrage van Jorrit Beukema, gedeputeerde, over de regionale opgave", a talk without a title inside a session.
/// What it is and what it is about are no part of what somebody does.
pub(in crate::import::text) fn of_contribution(text: &str) -> Option<Vec<Speaker>> {
    const MOST_WORDS: usize = 3;
    if is_too_long(text) {
        return None;
    }
    let starts = text.match_indices(' ').map(|(space, _)| space + 1).take(MOST_WORDS);
    let (before, rest) = starts.into_iter().find_map(|start| {
        let (rest, _) = after_lead(text.get(start..)?)?;
        Some((text.get(..start)?, rest))
    })?;
    let is_what =
        |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-') && !names::is_function(word);
    let first = first_sentence(rest);
    let mut people = names::people(first);
    if !before.split_whitespace().all(is_what) || !starts_with_one_of(first, &people, true) {
        return None;
    }
    for person in &mut people {
        person.role = person.role.take().and_then(|role| without_subject(&role));
    }
    Some(people)
}

/// A role up to the words that say what is spoken about.
fn without_subject(role: &str) -> Option<String> {
    const ABOUT: [&str; 5] = ["over", "about", "on", "über", "sur"];
    let parts = role.split(", ").take_while(|part| {
        let first = part.split_whitespace().next().unwrap_or_default();
        !ABOUT.contains(&first)
    });
    let role = parts.collect::<Vec<_>>().join(", ");
    (!role.is_empty()).then_some(role)
}

/// The people of a line that is nothing but people. Behind a label the names need not be beyond doubt.
pub(in crate::import::text) fn of_plain_line(text: &str, labelled: bool) -> Option<Vec<Speaker>> {
    const LONGEST: usize = 200;
    let text = text.trim();
    if text.chars().count() > LONGEST || text.ends_with(['?', '!', ':']) || is_sentence(text) {
        return None;
    }
    if !may_start_with_person(text) {
        return None;
    }
    let people = names::people(text);
    let first = people.first()?;
    let has_role = first
        .role
        .as_ref()
        .is_some_and(|role| role.starts_with(char::is_lowercase) || names::is_function(role));
    let after_function = text.split_whitespace().next().is_some_and(names::is_function)
        && text.split_whitespace().count() <= 6;
    let plain_enough = labelled
        || after_function
        || names::is_surely_name(&first.name)
        || (has_role && text.starts_with(&first.name));
    (plain_enough && starts_with_one_of(text, &people, !labelled && !has_role && !after_function))
        .then_some(people)
}

/// Whether `text` is prose: long, and with the point of a sentence.
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.split_whitespace().count() > 8
}
