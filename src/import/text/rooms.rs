//! Rooms as programmes write them: "(foyer)", "zaal 2.14", "Room: Atrium".
//!
//! Only what is named as a room or has a word that rooms have in their names. A name of a room that could be anything
//! is left in the title.

use std::sync::LazyLock;

use super::words::is_too_long;

/// The words that names of rooms have; a word counts when it starts with one of these.
const WORDS: &str = "audimax zaal zalen ruimte ruimtes lokaal room rooms raum räume saal säle salle salles hall hallen halle foyer auditorium atrium theaterzaal hörsaal \
    aula amphi amphithéâtre amphitheater lobby stage studio boardroom ballroom classroom salon lounge mensa seminarraum plenarsaal raadzaal raadszaal raadhuis \
    collegezaal vergaderzaal vergaderruimte bibliotheek kantine restaurant terras cafeteria cafétéria grandcafé main-hall plenumzaal konferenzraum konferenzsaal \
    tagungsraum festsaal bürgersaal ratssaal sitzungssaal forum theater théâtre kirche kerk kapel chapelle chapel tent zelt podium bühne garten tuin garden hof cour lecture-hall \
    lunchroom conference-room meeting-room podiumzaal werkplaats hal kamer stadszaal etage verdieping floor étage";
/// Labels before a room.
const LABELS: [&str; 18] = [
    "zaal", "locatie", "ruimte", "plaats", "room", "location", "venue", "where", "raum", "ort", "saal",
    "salle", "lieu", "place", "waar", "wo", "où", "📍",
];
/// Words before the word for a room that make it something else.
const ABOUT: [&str; 16] = [
    "im", "in", "op", "of", "for", "voor", "für", "auf", "dans", "sur", "over", "über", "en", "and", "und",
    "et",
];
/// A room's name has at most so many words.
const MOST_WORDS: usize = 7;

static ROOM_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| WORDS.split_ascii_whitespace().collect());

/// Whether `text` names a room.
pub(super) fn is_room(text: &str) -> bool {
    let words: Vec<String> = words(text);
    let small = !words.is_empty() && words.len() <= MOST_WORDS && !text.ends_with(['.', '?', '!']);
    let at = words.iter().take(4).position(|word| is_room_word(word));
    // "Gewalt im öffentlichen Raum" is about rooms.
    let is_about = |at: usize| words.iter().take(at).any(|word| ABOUT.contains(&word.as_str()));
    small && at.is_some_and(|at| !is_about(at)) && !text.contains([':', '|'])
}

fn is_room_word(word: &str) -> bool {
    ROOM_WORDS.iter().any(|known| {
        word == *known
            || (known.len() >= 4
                && word.ends_with(known)
                && word.len() > known.len()
                && *known != "room"
                && *known != "kamer")
    })
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether `text` is a label for a place and nothing else: "Locatie".
pub(super) fn is_label(text: &str) -> bool {
    LABELS.contains(&text.trim().trim_end_matches(':').to_lowercase().as_str())
}

/// The room that a line such as "Zaal: Atrium" names.
pub(super) fn labelled(text: &str) -> Option<&str> {
    let (label, room) = text.split_once(':')?;
    let label = label.trim().to_lowercase();
    let room = room.trim();
    (LABELS.contains(&label.as_str()) && !room.is_empty()).then_some(room)
}

/// `title` without the room at its end, and that room.
pub(super) fn split(title: &str) -> Option<(String, String)> {
    if is_too_long(title) {
        return None;
    }
    if let Some(inner) = title.strip_suffix([')', ']'])
        && let Some(open) = inner.rfind(['(', '['])
        && let (Some(before), Some(inside)) = (inner.get(..open), inner.get(open + 1..))
    {
        let room = labelled(inside).unwrap_or(inside);
        return (is_room(inside) || labelled(inside).is_some())
            .then(|| (before.trim_end().to_owned(), room.trim().to_owned()))
            .filter(|(before, _)| !before.is_empty());
    }
    for sign in [" - ", " – ", " — ", " | ", " @ ", ", "] {
        // The first part that is followed by nothing but the room: "round 1 - Rooms 101, 102 and 105".
        for (index, _) in title.match_indices(sign) {
            let (Some(before), Some(behind)) = (title.get(..index), title.get(index + sign.len()..)) else {
                continue;
            };
            let room = labelled(behind).unwrap_or(behind);
            let few = words(room).len() <= if sign == ", " { 4 } else { MOST_WORDS };
            if few
                && (is_room(room) || labelled(behind).is_some())
                && !before.trim().is_empty()
                && starts_as_room(room)
            {
                return Some((before.trim_end().to_owned(), room.trim().to_owned()));
            }
        }
    }
    None
}

/// `title` without a room in brackets in its middle, that room, and what stands behind it, parted by a sign: "Opening (foyer)
/// – Noor Bakker".
pub(super) fn inside(title: &str) -> Option<(String, String, &str)> {
    let (open, _) = title.match_indices('(').next()?;
    let (before, rest) = (title.get(..open)?.trim_end(), title.get(open + 1..)?);
    let (inside, behind) = rest.split_once(')')?;
    let room = labelled(inside).unwrap_or(inside).trim();
    let behind = behind.trim_start().strip_prefix(['-', '–', '—', '|', ','])?.trim_start();
    let is_room = is_room(inside) || labelled(inside).is_some();
    (is_room && !before.is_empty() && !behind.is_empty())
        .then(|| (before.to_owned(), room.to_owned(), behind))
}

/// Whether `text` starts with a word that says that it is a room and has a name or a number behind it: "Raum Elbe".
pub(super) fn starts_with_label(text: &str) -> bool {
    const ROOMS: [&str; 10] =
        ["zaal", "ruimte", "lokaal", "kamer", "room", "raum", "saal", "hörsaal", "seminarraum", "salle"];
    let words = words(text);
    (2..=4).contains(&words.len()) && words.first().is_some_and(|first| ROOMS.contains(&first.as_str()))
}

/// Whether a room outside brackets starts as one: "Rooms 101", "Atrium", "Grote zaal", "Seminar room 2".
fn starts_as_room(room: &str) -> bool {
    words(room).iter().take(2).any(|word| is_room_word(word))
        && room.starts_with(|c: char| c.is_uppercase() || c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_at_the_end_of_titles() {
        for (title, before, room) in [
            ("Inloop (foyer)", "Inloop", "foyer"),
            ("E-mail bewaren, hoe dan? (zaal 2.14)", "E-mail bewaren, hoe dan?", "zaal 2.14"),
            (
                "Working groups, round 1 - Rooms 101, 102 and 105",
                "Working groups, round 1",
                "Rooms 101, 102 and 105",
            ),
            ("Buffet lunch, Atrium", "Buffet lunch", "Atrium"),
            ("Arbeitsgruppen (Saal 1, Saal 2)", "Arbeitsgruppen", "Saal 1, Saal 2"),
        ] {
            assert_eq!(split(title), Some((before.to_owned(), room.to_owned())), "{title}");
        }
    }

    #[test]
    fn a_room_before_the_people() {
        let found = inside("Slow streets (Auditorium) — Ben Adeyemi");
        assert_eq!(found, Some(("Slow streets".to_owned(), "Auditorium".to_owned(), "Ben Adeyemi")));
        assert_eq!(inside("Inloop (foyer)"), None);
        assert_eq!(inside("Ronde 2 (herhaling) - zelfde sprekers"), None);
        assert!(starts_with_label("Raum Elbe") && !starts_with_label("directeur Theater De Kring"));
    }

    #[test]
    fn what_is_no_room() {
        for title in [
            "Inloop",
            "Deelsessies ronde 2 (herhaling van ronde 1)",
            "Room for improvement",
            "Veiligheid - Gewalt im öffentlichen Raum",
            "Lunch, borrel en meer",
        ] {
            assert_eq!(split(title), None, "{title}");
        }
        assert_eq!(labelled("Zaal: Atrium"), Some("Atrium"));
        assert_eq!(labelled("Spreker: Atrium"), None);
    }
}
