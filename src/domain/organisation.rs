//! The organisations in what a programme says of a speaker: "directeur van het CCV", "lector, Avans Hogeschool".
//!
//! A programme says this in free words, so this is a guess that would rather miss an organisation than take a task for
//! one. It does not know which organisations there are.

use super::trend::fold;

/// Words that only organisations have. A longer word that ends in one counts too, such as "rijksuniversiteit".
const KINDS: [&str; 22] = [
    "universiteit",
    "hogeschool",
    "gemeente",
    "ministerie",
    "provincie",
    "politie",
    "stichting",
    "waterschap",
    "veiligheidsregio",
    "omgevingsdienst",
    "instituut",
    "bureau",
    "vereniging",
    "university",
    "college",
    "institute",
    "ministry",
    "municipality",
    "council",
    "police",
    "foundation",
    "agency",
];

/// What stands between a task and an organisation. The longer ones first.
const LINKS: [&str; 9] =
    [" van het ", " van de ", " bij het ", " bij de ", " at the ", " van ", " bij ", " namens ", " at "];

/// What parts a role consists of.
const SEPARATORS: [char; 7] = [',', ';', '·', '|', '(', ')', '\n'];

/// The organisations that a role names, in its order.
#[must_use]
pub fn named_in(role: &str) -> Vec<&str> {
    role.split(SEPARATORS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .enumerate()
        .flat_map(|(index, part)| in_part(part, index == 0))
        .collect()
}

fn in_part(part: &str, is_first: bool) -> Vec<&str> {
    if is_organisation(part) {
        return halves(part);
    }
    if let Some(after) = after_link(part) {
        return vec![after];
    }
    // The first part is the task; what comes behind it with a capital is where.
    if !is_first && starts_big(part) { vec![part] } else { Vec::new() }
}

/// Two organisations with "en" between them; "Justitie en Veiligheid" is one.
fn halves(part: &str) -> Vec<&str> {
    let parts = [" en ", " and ", " & "].into_iter().find_map(|between| part.split_once(between));
    match parts {
        Some((one, other)) if is_organisation(one) && has_kind(other) => vec![one, other],
        _ => vec![part],
    }
}

fn after_link(part: &str) -> Option<&str> {
    let (_, after) = LINKS.into_iter().find_map(|link| part.split_once(link))?;
    (starts_big(after) || is_organisation(after)).then_some(after)
}

/// Whether a part is an organisation by itself: its first word or, for a name with a capital, any word says so.
fn is_organisation(part: &str) -> bool {
    part.split_whitespace().next().is_some_and(is_kind) || starts_big(part) && has_kind(part)
}

fn has_kind(part: &str) -> bool {
    part.split_whitespace().any(is_kind)
}

fn is_kind(word: &str) -> bool {
    let word = fold(word);
    KINDS.iter().any(|kind| word.ends_with(kind))
}

fn starts_big(part: &str) -> bool {
    part.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::named_in;

    #[test]
    fn organisations_are_found_in_what_a_speaker_does() {
        assert_eq!(named_in("dagvoorzitter, directeur van het CCV"), ["CCV"]);
        assert_eq!(named_in("burgemeester van Nijmegen"), ["Nijmegen"]);
        assert_eq!(
            named_in("lector recht en veiligheid, Universiteit Tilburg en Avans Hogeschool"),
            ["Universiteit Tilburg", "Avans Hogeschool"]
        );
        assert_eq!(named_in("strategisch adviseur openbare orde, gemeente Tilburg"), ["gemeente Tilburg"]);
        assert_eq!(named_in("promovendus, Rijksuniversiteit Groningen"), ["Rijksuniversiteit Groningen"]);
        assert_eq!(
            named_in("Ministerie van Justitie en Veiligheid"),
            ["Ministerie van Justitie en Veiligheid"]
        );
        assert_eq!(named_in("researcher at the University of Twente"), ["University of Twente"]);
        assert_eq!(named_in("Senior adviser (City of Ghent)"), ["City of Ghent"]);
    }

    #[test]
    fn a_task_is_no_organisation() {
        for task in ["gedragseconoom", "Hoogleraar", "hoofd van dienst", "", " , ", "Head of Security"] {
            assert!(named_in(task).is_empty(), "{task}: {:?}", named_in(task));
        }
    }
}
