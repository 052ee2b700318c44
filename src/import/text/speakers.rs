//! Who speaks: names in a title, behind a word such as "door", and on lines of their own.
//!
//! What a name is, is in `names`; here is where in a line names stand. A line that leaves doubt keeps its words.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::day::{SessionKind, Speaker};
use crate::import::{kind, names};

/// What stands before a colon and names. A word counts when it starts with one of these.
const LABELS: &str = "spreker sprekers inleider moderator moderatie dagvoorzitter gespreksleid panelled panelgast paneldeeln tafel tafelgast workshopleid workshopbegeleid begeleid \
    gastspreker docent presentator facilitator trainer door met gasten gast deelnemers m.m.v aanwezig portefeuillehouder indiener verantwoordelijk toelichting voorzitter o.l.v leiding \
    speaker speakers chair chairs moderators host hosts hosted panelist panellist panelists panellists presenter presenters presented facilitators facilitated led lead instructor instructors discussant discussants \
    featuring feat with by keynote respondent introduction moderated chaired participants guests panel lecturer organiser organizer tutor \
    referent referentin referenten referentinnen referierende mit moderation moderatorin leitung vortragende vortragender sprecher sprecherin podium podiumsgäste impuls gäste diskutant diskutanten \
    durch einführung workshopleitung mitwirkende es impulsgeber impulsgeberin teilnehmende diskussionsteilnehmer \
    intervenant intervenante intervenants intervenantes intervenant·e·s intervention avec par modération modérateur modératrice animation animé animée animateur animatrice orateur oratrice orateurs conférencier conférencière \
    présenté présentée présidence président présidente discutant discutante discutants invité invités invitée présentation participant rapporteur";
static LABEL_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| LABELS.split_ascii_whitespace().collect());

/// What stands before names in the middle or at the start of a line, for itself.
const LEADS: [&str; 50] = [
    "onder leiding van",
    "o.l.v.",
    "olv",
    "m.m.v.",
    "met medewerking van",
    "gepresenteerd door",
    "verzorgd door",
    "begeleid door",
    "geleid door",
    "in gesprek met",
    "ingeleid door",
    "toegelicht door",
    "door",
    "presented by",
    "moderated by",
    "hosted by",
    "led by",
    "facilitated by",
    "chaired by",
    "introduced by",
    "delivered by",
    "in conversation with",
    "given by",
    "by",
    "unter leitung von",
    "unter der leitung von",
    "moderiert von",
    "moderation durch",
    "geleitet von",
    "gehalten von",
    "vorgestellt von",
    "im gespräch mit",
    "durch",
    "animée par",
    "animé par",
    "animés par",
    "animées par",
    "présentée par",
    "présenté par",
    "modérée par",
    "modéré par",
    "sous la présidence de",
    "présidée par",
    "présidé par",
    "en présence de",
    "par",
    "moderation",
    "moderatie",
    "moderator",
    "featuring",
];
/// The same, but of so many other meanings that the name must be beyond doubt.
const DOUBTFUL_LEADS: [&str; 10] =
    ["w/", "speaker", "van", "von", "met", "mit", "with", "avec", "de", "feat."];

/// A title and the people named in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Split {
    /// Without the people.
    pub(super) title: String,
    /// In the order of the line.
    pub(super) speakers: Vec<Speaker>,
}

/// Parts the people in `text` from the title.
pub(super) fn split(text: &str) -> Split {
    let text = text.trim();
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

/// The people of a line that says that it names some: "Spreker: X", "Met X en Y". Empty when names are to follow on
/// the next lines; `None` when it says no such thing.
pub(super) fn of_labelled_line(text: &str) -> Option<Vec<Speaker>> {
    let text = text.trim();
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
pub(super) fn of_talk_line(text: &str) -> Option<Vec<Speaker>> {
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

/// The people of a line that is nothing but people. Behind a label the names need not be beyond doubt.
pub(super) fn of_plain_line(text: &str, labelled: bool) -> Option<Vec<Speaker>> {
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

/// The people at the end of a line, behind `title` and a room in brackets. There a name need not be beyond doubt, if what
/// stands before it is a title of its own.
pub(super) fn of_end(title: &str, behind: &str) -> Vec<Speaker> {
    const MOST_WORDS: usize = 5;
    const PARTS: [&str; 8] = ["session", "sessie", "workshop", "track", "panel", "part", "deel", "block"];
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

/// Whether `text` is prose: long, and with the point of a sentence.
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.split_whitespace().count() > 8
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
        let inner = split(title);
        speakers.extend(
            rest.get(first.len()..).and_then(labelled_inside).map(|split| split.speakers).unwrap_or_default(),
        );
        let speakers = inner.speakers.into_iter().chain(speakers).collect();
        return Some(Split { title: tidy(&inner.title).to_owned(), speakers });
    }
    None
}

/// Labels that are no title, even where nothing stands before them.
fn is_role_label(label: &str) -> bool {
    const TITLES: [&str; 8] = [
        "panel",
        "podium",
        "keynote",
        "impuls",
        "introduction",
        "einführung",
        "présentation",
        "intervention",
    ];
    is_label(label) && !TITLES.contains(&label.trim().to_lowercase().as_str())
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
        if before.trim().is_empty() || !starts_with_person(first, doubtful) {
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

/// "Title (Name, organisation)", also with something behind it.
fn between_brackets(text: &str) -> Option<Split> {
    for (open, _) in text.match_indices(['(', '[']) {
        let before = text.get(..open)?;
        let rest = text.get(open + 1..)?;
        let (inside, behind) = rest.split_once([')', ']']).unwrap_or((rest, ""));
        let people = people_or_first_names(inside);
        let Some(first) = people.first() else {
            continue;
        };
        if before.trim().is_empty() || !is_of_people(inside, first) {
            continue;
        }
        // "Conference dinner (Old Brewery)": nobody speaks there.
        let is_break = matches!(
            kind::guess(before),
            SessionKind::Break | SessionKind::Lunch | SessionKind::Social | SessionKind::Registration
        );
        if is_break && !names::is_surely_name(&first.name) {
            continue;
        }
        // "Welcome Jan Jansen (Zorgplein Noord)": the bracket is somebody's, not somebody.
        let last = before.rsplit([',', ';']).next().unwrap_or(before).trim();
        if names::is_surely_name(last) || names::trailing(last).is_some() {
            continue;
        }
        let title = format!("{} {}", before.trim_end(), behind.trim_start());
        return Some(Split { title: tidy(title.trim()).to_owned(), speakers: people });
    }
    None
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
            let sure = names::is_surely_name(&first.name) || has_role;
            if sure && starts_with_one_of(behind, &people, !has_role) && !before.trim().is_empty() {
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

fn is_label(label: &str) -> bool {
    const MOST_WORDS: usize = 5;
    // Labels of so many bytes count also at the start of a longer word.
    const LONG: usize = 6;
    let is_known = |word: &str| LABEL_WORDS.contains(word);
    let label = label.split('(').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = label.split_whitespace().collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    words.iter().take(3).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let stem = word.split(['*', ':', '_', '/', '·', '(', '.']).next().unwrap_or(word);
        let longer = || (LONG..stem.len()).any(|at| stem.get(..at).is_some_and(is_known));
        is_known(stem) || longer()
    })
}

/// What follows one of the leads that `text` starts with, and whether that lead is a doubtful one.
fn after_lead(text: &str) -> Option<(&str, bool)> {
    let first = text.chars().next().and_then(|c| c.to_lowercase().next())?;
    let behind = |lead: &'static str| {
        let rest = if lead.starts_with(first) { without_start(text, lead)? } else { return None };
        rest.starts_with([' ', ':', '\t']).then(|| rest.trim_start_matches([' ', ':', '\t']))
    };
    let sure = LEADS.into_iter().find_map(behind).map(|rest| (rest, false));
    sure.or_else(|| DOUBTFUL_LEADS.into_iter().find_map(behind).map(|rest| (rest, true)))
}

/// What follows `start`, which is in lower case, at the start of `text`, in any case.
fn without_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in start.chars() {
        let found = rest.next()?;
        if found != wanted && !found.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// `text` up to the end of its first sentence; points of titles and initials end none.
fn first_sentence(text: &str) -> &str {
    for (at, _) in text.match_indices(". ") {
        let before = text.get(..at).unwrap_or_default();
        let last = before.rsplit([' ', '.', '(']).next().unwrap_or_default();
        let behind = text.get(at + 2..).unwrap_or_default();
        if last.chars().count() > 4 && behind.starts_with(char::is_uppercase) {
            return before;
        }
    }
    text
}

/// As `tidy`, but keeps a bracket that closes.
fn tidy_end(title: &str) -> &str {
    title.trim().trim_end_matches([',', ';', ':', '-'])
}

/// Without signs between a time and its title.
pub(super) fn tidy_start(title: &str) -> &str {
    tidy_lead(title).trim_end()
}

/// Without signs that only parted the title from the people.
pub(super) fn tidy(title: &str) -> &str {
    tidy_lead(title).trim_end_matches(is_loose)
}

fn is_loose(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '-'
                | '–'
                | '—'
                | '|'
                | '('
                | '['
                | '/'
                | '►'
                | '•'
                | '>'
                | '~'
                | '·'
                | '→'
                | '▶'
                | '='
        )
}

fn tidy_lead(title: &str) -> &str {
    title.trim_start_matches(|c: char| {
        is_loose(c) && !matches!(c, '(' | '[') || matches!(c, ')' | ']' | '.' | '…')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn splits(text: &str, title: &str, speakers: &[&str]) {
        let split = split(text);
        let names: Vec<&str> = split.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!((split.title.as_str(), names.as_slice()), (title, speakers), "{text}");
    }

    #[test]
    fn people_in_a_title() {
        splits(
            "Welkomstvoorwoord door dagvoorzitter Patrick van den Brink, directeur van het CCV",
            "Welkomstvoorwoord",
            &["Patrick van den Brink"],
        );
        splits("Inleiding Hubert Bruls, burgemeester van Nijmegen", "Inleiding", &["Hubert Bruls"]);
        splits(
            "Opening keynote: Soil remembers (Ana Brandão)",
            "Opening keynote: Soil remembers",
            &["Ana Brandão"],
        );
        splits(
            "Draft guidance on site visits — Rhona McAllister",
            "Draft guidance on site visits",
            &["Rhona McAllister"],
        );
        splits(
            "Vortrag: „Der Bus, der nie kommt“, Prof. Dr. Henning Alt, Universität Kassel, mit anschl. Diskussion",
            "Vortrag: „Der Bus, der nie kommt“",
            &["Prof. Dr. Henning Alt"],
        );
        splits("Begrüßung durch Landrätin Ulrike Fahrenholz", "Begrüßung", &["Ulrike Fahrenholz"]);
        splits(
            "Gegevens delen zonder gedoe, Rachid Boukhari (Zorgplein Noord)",
            "Gegevens delen zonder gedoe",
            &["Rachid Boukhari"],
        );
        splits(
            "Wat doet de nieuwe wet? Annelies Stroo, jurist",
            "Wat doet de nieuwe wet?",
            &["Annelies Stroo"],
        );
        splits(
            "De resultaten door dr. Emmy Goethals en Tarik Bensaid, onderzoekers Howest",
            "De resultaten",
            &["dr. Emmy Goethals", "Tarik Bensaid"],
        );
        splits("Keynote: Jan Jansen (VNG)", "Keynote", &["Jan Jansen"]);
        splits("Jan Jansen (VNG): De toekomst van de stad", "De toekomst van de stad", &["Jan Jansen"]);
        splits("Plenary session Moderator: Joan Whitfield", "Plenary session", &["Joan Whitfield"]);
        splits("Stijn Aerts (Vervoerregio)", "Stijn Aerts (Vervoerregio)", &["Stijn Aerts"]);
        splits("Mot d'accueil par Mme Claire Dupont, maire", "Mot d'accueil", &["Claire Dupont"]);
    }

    #[test]
    fn titles_without_people_stay_whole() {
        for title in [
            "Rufbus, Mitfahrbank und Co.",
            "Ambities: een korte aftrap",
            "Lunch en informatiemarkt",
            "Afsluiting door de voorzitter",
            "Vijf jaar Woo in cijfers",
            "Werken met de wet",
            "Welcome by the chair",
            "Working groups, round 1",
            "Paneldiscussie: openbaar, tenzij?",
        ] {
            splits(title, title, &[]);
        }
    }

    #[test]
    fn lines_of_people() {
        let labelled = |text: &str| {
            of_labelled_line(text)
                .map(|people| people.into_iter().map(|person| person.name).collect::<Vec<_>>().join("+"))
        };
        assert_eq!(
            labelled("Referentinnen: Maike Sorge, Selin Öztürk").as_deref(),
            Some("Maike Sorge+Selin Öztürk")
        );
        assert_eq!(
            labelled("Met Pim Adelaar, Yvette Nijland en Roos Meeuwis. Moderator: Bas Entrop").as_deref(),
            Some("Pim Adelaar+Yvette Nijland+Roos Meeuwis+Bas Entrop")
        );
        assert_eq!(labelled("Intervenants :").as_deref(), Some(""));
        assert_eq!(labelled("Aan tafel (onder voorbehoud):").as_deref(), Some(""));
        assert_eq!(labelled("Met koffie en thee"), None);
        assert_eq!(labelled("Doelgroep: iedereen"), None);
        let plain = |text: &str| of_plain_line(text, false).map(|people| people.len());
        assert_eq!(plain("Mr. Pim Adelaar, advocaat bestuursrecht"), Some(1));
        assert_eq!(plain("Janneke Olthof, internist"), Some(1));
        assert_eq!(plain("Publiceren uit het zaaksysteem"), None);
        assert_eq!(plain("Kies uit vier workshops"), None);
    }
}
