//! Who speaks: names in a title, behind a word such as "door", and on lines of their own.
//!
//! What a name is, is in `names`; here is where in a line names stand. A line that leaves doubt keeps its words.

mod labels;
mod lines;
mod signs;
#[cfg(test)]
mod tests;

use super::words::is_too_long;
use crate::domain::day::{SessionKind, Speaker};
use crate::import::{kind, names};
use labels::{after_lead, is_label, is_role_label};
use signs::{first_sentence, tidy_end};

pub(super) use lines::{of_contribution, of_labelled_line, of_plain_line, of_talk_line};
pub(super) use signs::{tidy, tidy_start};

/// A title and the people named in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Split {
    /// Without the people.
    pub(super) title: String,
    /// In the order of the line.
    pub(super) speakers: Vec<Speaker>,
}

/// Parts the people in `text` from the title. A line that is too long is nothing but a title.
pub(super) fn split(text: &str) -> Split {
    let text = text.trim();
    if is_too_long(text) {
        return Split { title: tidy(text).to_owned(), ..Split::default() };
    }
    let readers = [
        labelled_inside,
        before_colon,
        behind_head,
        behind_lead,
        between_brackets,
        behind_dash,
        behind_comma,
        between_kind_and_subject,
        glued,
        nobody_else,
    ];
    let found = readers.iter().find_map(|reader| reader(text));
    found.map_or_else(|| Split { title: tidy(text).to_owned(), ..Split::default() }, with_quoted_title)
}

/// In "Keynote: Michael Oduya, “Migration and memory”" what is quoted is the title, not what somebody does.
fn with_quoted_title(mut split: Split) -> Split {
    for speaker in &mut split.speakers {
        let quoted = speaker.role.take_if(|role| role.starts_with(['"', '“', '„', '‘', '«']));
        if let Some(quoted) = quoted {
            split.title = format!("{}: {quoted}", split.title);
        }
    }
    split
}

/// "Lezing Joop Kornelis over lokale democratie": the title stays whole.
fn between_kind_and_subject(text: &str) -> Option<Split> {
    const SUBJECT: [&str; 12] =
        ["over", "über", "zu", "zum", "zur", "on", "about", "sur", "uit", "van", "von", "from"];
    let (kind, rest) = text.split_once(' ')?;
    let words: Vec<&str> = rest.split_whitespace().collect();
    let subject = words.iter().position(|word| SUBJECT.contains(word)).filter(|at| *at >= 2)?;
    let name = words.get(..subject)?.join(" ");
    let is_kind = kind::guess(kind) == SessionKind::Talk
        && kind.starts_with(char::is_uppercase)
        && !names::is_surely_name(&format!("{kind} {name}"));
    (is_kind && names::is_surely_name(&name))
        .then(|| Split { title: tidy(text).to_owned(), speakers: names::people(&name) })
}

/// The people at the end of a line, behind `title` and a room in brackets. There a name need not be beyond doubt, if what
/// stands before it is a title of its own.
pub(super) fn of_end(title: &str, behind: &str) -> Vec<Speaker> {
    const MOST_WORDS: usize = 5;
    const PARTS: [&str; 8] = ["session", "sessie", "workshop", "track", "panel", "part", "deel", "block"];
    if is_too_long(behind) {
        return Vec::new();
    }
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let is_label = words.len() < 2
        || words.len() <= 3 && words.iter().any(|word| PARTS.iter().any(|part| word.ends_with(part)));
    let kinds = [SessionKind::Talk, SessionKind::Panel, SessionKind::Opening, SessionKind::Closing];
    let may_doubt = !is_label
        && kinds.contains(&kind::guess(title))
        && behind.split([',', '(']).next().unwrap_or(behind).split_whitespace().count() <= MOST_WORDS;
    let people = names::people(behind);
    if starts_with_one_of(behind, &people, !may_doubt) { people } else { Vec::new() }
}

/// People by their full names, else by their first names alone.
fn people_or_first_names(text: &str) -> Vec<Speaker> {
    let people = names::people(text);
    if people.is_empty() { names::first_names_only(text) } else { people }
}

/// "Title. Moderator: X", "Title Speaker: X".
fn labelled_inside(text: &str) -> Option<Split> {
    for (colon, _) in text.match_indices(':') {
        let before = text.get(..colon)?;
        let start = before
            .trim_end()
            .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '.' | ';' | '|'))
            .map_or(0, |at| at + 1);
        let label = before.get(start..).unwrap_or_default();
        let title = before.get(..start).unwrap_or_default();
        let rest = text.get(colon + 1..).unwrap_or_default();
        if title.trim().is_empty() && !is_role_label(label)
            || !is_label(label)
            || !label.starts_with(char::is_alphabetic)
        {
            continue;
        }
        let first = first_sentence(rest);
        let mut speakers = names::people(first.trim_end_matches(')'));
        if speakers.is_empty() || !starts_with_one_of(first, &speakers, false) {
            continue;
        }
        // "Chair's introduction: Jane Healy" is called so; "Panel. Moderator: X" is not.
        let title = if is_role_label(label) { title } else { before };
        let inner = split(title);
        speakers.extend(
            rest.get(first.len()..).and_then(labelled_inside).map(|split| split.speakers).unwrap_or_default(),
        );
        let speakers = inner.speakers.into_iter().chain(speakers).collect();
        return Some(Split { title: tidy(&inner.title).to_owned(), speakers });
    }
    None
}

/// "Jan Jansen (VNG): Title", "Prof. Dr. X – Title".
fn before_colon(text: &str) -> Option<Split> {
    for sign in [": ", " – ", " — ", " - ", " | ", " : "] {
        let Some((head, rest)) = text.split_once(sign) else {
            continue;
        };
        let people = names::people(head);
        let all_sure = !people.is_empty() && people.iter().all(|person| names::is_surely_name(&person.name));
        let starts = people.first().is_some_and(|person| {
            head.trim_start().starts_with(&person.name) || starts_with_person(head, true)
        });
        let rest_is_role = rest.starts_with(char::is_lowercase)
            || names::people(rest).first().is_some_and(|person| names::is_surely_name(&person.name));
        if all_sure
            && starts
            && !rest.trim().is_empty()
            && !rest_is_role
            && (rest.split_whitespace().count() >= 2 || head.trim_end().ends_with(')'))
            && sign != " - "
        {
            return Some(Split { title: tidy(rest).to_owned(), speakers: people });
        }
    }
    None
}

/// "Title door X, functie".
fn behind_lead(text: &str) -> Option<Split> {
    let mut at = 0;
    while let Some(space) = text.get(at..)?.find([' ', '(']) {
        let start = at + space + 1;
        at = start;
        let Some((rest, doubtful)) = text.get(start..).and_then(after_lead) else {
            continue;
        };
        let before = text.get(..start)?;
        let first = first_sentence(rest);
        let familiar =
            if doubtful { Vec::new() } else { names::first_names_only(first.trim_end_matches(')')) };
        if !familiar.is_empty() && !before.trim().is_empty() {
            return Some(Split { title: tidy(before).to_owned(), speakers: familiar });
        }
        // "Gesprek met ondernemers o.l.v. Yusuf Aydin": there is a better one further on.
        if before.trim().is_empty()
            || doubtful && has_sure_lead(first)
            || !starts_with_person(first, doubtful)
        {
            continue;
        }
        let inner = if before.trim_end().ends_with('(') { first.trim_end_matches(')') } else { first };
        let mut speakers = names::people(inner);
        speakers.extend(
            rest.get(first.len()..).and_then(labelled_inside).map(|split| split.speakers).unwrap_or_default(),
        );
        if speakers.is_empty() {
            continue;
        }
        return Some(Split { title: tidy(before).to_owned(), speakers });
    }
    None
}

/// Whether a word that leads to nothing but people stands in `text`.
fn has_sure_lead(text: &str) -> bool {
    let places = text.match_indices(' ').filter_map(|(at, _)| text.get(at + 1..));
    places.into_iter().any(|rest| matches!(after_lead(rest), Some((_, false))))
}

/// "Title (Name, organisation)", also with something behind it. A bracket that is never closed holds all that follows, the
/// brackets in it too.
fn between_brackets(text: &str) -> Option<Split> {
    for (open, _) in text.match_indices(['(', '[']) {
        let found = in_bracket(text, open);
        if found.is_some() || !text.get(open..)?.contains([')', ']']) {
            return found;
        }
    }
    None
}

/// The people in the bracket that opens at `open`, where it is of people.
fn in_bracket(text: &str, open: usize) -> Option<Split> {
    let before = text.get(..open)?;
    let rest = text.get(open + 1..)?;
    let (inside, behind) = rest.split_once([')', ']']).unwrap_or((rest, ""));
    let people = people_or_first_names(inside);
    let first = people.first()?;
    if before.trim().is_empty() || !is_of_people(inside, first) {
        return None;
    }
    // "Conference dinner (Old Brewery)": nobody speaks there.
    let is_break = matches!(
        kind::guess(before),
        SessionKind::Break | SessionKind::Lunch | SessionKind::Social | SessionKind::Registration
    );
    if is_break && !names::is_surely_name(&first.name) {
        return None;
    }
    // "Welcome Jan Jansen (Zorgplein Noord)": the bracket is somebody's, not somebody.
    let last = before.rsplit([',', ';']).next().unwrap_or(before).trim();
    if names::is_surely_name(last) || names::trailing(last).is_some() {
        return None;
    }
    // "Celle (Uwe Lorenz), Peine (Ines Hahn)": each with their own.
    let more = if behind.starts_with([',', ';']) { between_brackets(behind) } else { None };
    let rest = more.as_ref().map_or(behind, |more| more.title.as_str());
    let gap = if more.is_some() { ", " } else { " " };
    let title = format!("{}{gap}{}", before.trim_end(), rest.trim_start_matches([' ', ',', ';']));
    let speakers = people.into_iter().chain(more.map(|more| more.speakers).unwrap_or_default()).collect();
    Some(Split { title: tidy(title.trim()).to_owned(), speakers })
}

/// Whether what is between brackets starts with this person, or with what that person does: "judge: Helen Marsh".
fn is_of_people(inside: &str, first: &Speaker) -> bool {
    let labelled = inside.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(&first.name));
    inside.trim_start().starts_with(&first.name)
        || starts_with_person(inside, false)
        || labelled && names::is_surely_name(&first.name)
}

/// "Title - Name, role".
fn behind_dash(text: &str) -> Option<Split> {
    for sign in [" - ", " – ", " — ", " | ", " // ", "\t", " • ", " · "] {
        for (at, _) in text.match_indices(sign) {
            let (before, behind) = (text.get(..at)?, text.get(at + sign.len()..)?);
            let people = names::people(behind);
            let Some(first) = people.first() else {
                continue;
            };
            let has_role = first.role.as_ref().is_some_and(|role| role.starts_with(char::is_lowercase));
            // "Fatou Ndiaye et Luc Perrin": one of them is beyond doubt, and nothing else stands there.
            let vouched = people.len() > 1
                && people.iter().all(|person| person.role.is_none() && names::is_name(&person.name))
                && people.iter().any(|person| names::is_surely_name(&person.name));
            let sure = names::is_surely_name(&first.name) || has_role || vouched;
            if sure && starts_with_one_of(behind, &people, !has_role && !vouched) && !before.trim().is_empty()
            {
                return Some(Split { title: tidy(before).to_owned(), speakers: people });
            }
        }
    }
    None
}

/// "Title, Name (organisation)".
fn behind_comma(text: &str) -> Option<Split> {
    for (at, _) in text.match_indices(',') {
        let (before, behind) = (text.get(..at)?, text.get(at + 1..)?);
        // "Jan, Piet Jansen en anderen" starts with a name itself.
        if starts_with_person(behind, true)
            && names::trailing(before).is_none()
            && !starts_with_person(before, true)
        {
            return Some(Split { title: tidy(before).to_owned(), speakers: names::people(behind) });
        }
    }
    None
}

/// "Inleiding Hubert Bruls, burgemeester".
fn glued(text: &str) -> Option<Split> {
    const ASKING: [&str; 22] = [
        "en", "and", "und", "et", "of", "over", "about", "über", "sur", "to", "aan", "in", "voor", "for",
        "für", "pour", "the", "het", "der", "die", "bij", "à",
    ];
    let end = text.find([',', '(']).unwrap_or(text.len());
    let head = text.get(..end)?.trim_end();
    let start = names::trailing(head)?;
    let title = head.get(..start)?;
    // "Gesprek met X en Y": the words before the name must not ask for it.
    let last = title.split_whitespace().next_back()?.to_lowercase();
    if ASKING.contains(&last.as_str()) {
        return None;
    }
    // A function between title and name belongs to the name.
    let words: Vec<&str> = title.split_whitespace().collect();
    let functions = words.iter().rev().take_while(|word| names::is_function(word)).count();
    let kept = words.get(..words.len() - functions)?.join(" ");
    if kept.is_empty() {
        return None;
    }
    Some(Split { title: tidy(&kept).to_owned(), speakers: names::people(text.get(start..)?) })
}

/// "Keynote: Jan Jansen", "Panel: A, B en C".
fn behind_head(text: &str) -> Option<Split> {
    let (head, rest) = text.split_once(':')?;
    if head.split_whitespace().count() > 4 || !starts_with_person(rest, true) {
        return None;
    }
    Some(Split { title: tidy(head).to_owned(), speakers: names::people(rest) })
}

/// A title that is nothing but somebody.
fn nobody_else(text: &str) -> Option<Split> {
    let speakers = of_plain_line(text, false).filter(|_| starts_with_person(text, true))?;
    Some(Split { title: tidy_end(text).to_owned(), speakers })
}

/// Whether a name can be near: it has a capital. Most places in a text have none, and are asked often.
fn may_start_with_person(text: &str) -> bool {
    text.split_whitespace().take(6).any(|word| word.chars().take(3).any(char::is_uppercase))
}

/// Whether the first thing in `text` is a person, with at most a function before it.
fn starts_with_person(text: &str, surely: bool) -> bool {
    may_start_with_person(text) && starts_with_one_of(text, &names::people(text), surely)
}

/// The same, where the people in `text` are known.
fn starts_with_one_of(text: &str, people: &[Speaker], surely: bool) -> bool {
    const MOST_BEFORE: usize = 4;
    let Some((name, before)) = people.first().and_then(|first| {
        let at = text.find(&first.name)?;
        Some((first.name.as_str(), text.get(..at)?))
    }) else {
        return false;
    };
    if before.contains([',', ';', '(', ':', '/']) || before.split_whitespace().count() > MOST_BEFORE {
        return false;
    }
    let has_function = before.split_whitespace().any(names::is_function);
    let is_polite = before.split_whitespace().all(names::is_courtesy);
    let is_polite_only = is_polite && !before.trim().is_empty();
    !surely || has_function || is_polite_only || (is_polite && names::is_surely_name(name))
}
