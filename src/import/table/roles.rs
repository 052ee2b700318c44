//! What a column is for, by the words above it in Dutch, English, German and French.
//!
//! A column whose words are not known has no role and is not imported; nor is one that holds an address, a note of the
//! organiser or the like, whatever else its header says.

mod words;

use unicode_normalization::UnicodeNormalization;

use words::{IGNORED, IN_A_PHRASE, WORDS};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::import) enum Role {
    /// The stable id of the session.
    Id,
    /// What the session is called.
    Title,
    /// A second line of the title.
    Subtitle,
    /// The date, maybe with the time.
    Date,
    /// The day by its number or its weekday.
    Day,
    /// When it starts, maybe with the date.
    Start,
    /// When it ends.
    End,
    /// When it is: a start, or a start and an end.
    Time,
    /// How long it takes.
    Duration,
    /// Where it is.
    Room,
    /// The track, theme or stream.
    Track,
    /// The kind of session.
    Kind,
    /// Who speaks.
    Speaker,
    /// The first name of who speaks.
    FirstName,
    /// What stands between the first and the last name.
    Infix,
    /// The last name of who speaks.
    LastName,
    /// What the speaker does.
    Function,
    /// For whom the speaker works.
    Organisation,
    /// What the session is about.
    Summary,
    /// Not for the programme: addresses, notes of the organiser, pictures.
    Ignored,
}

/// A role with how surely a header means it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Match {
    /// The role.
    pub role: Role,
    /// How sure: 5 for the very word, 1 for a word that may mean many things.
    pub strength: u8,
}

/// The longest header that is looked at, in letters; a longer text is no header.
const LONGEST_HEADER: usize = 60;

/// The roles that a header may mean, the surest first. Nothing for words that are not known.
pub(in crate::import) fn roles_of(header: &str) -> Vec<Match> {
    if header.chars().count() > LONGEST_HEADER {
        return Vec::new();
    }
    let words = plain(header);
    let phrase = words.join(" ");
    // "Tag" is a day in German and a label elsewhere: by itself it is a day.
    let exact = known(&phrase);
    if !exact.is_empty() {
        return exact;
    }
    if words.iter().any(|word| IGNORED.contains(&word.as_str()))
        || words.iter().any(|word| word == "id")
        || matches!(words.first().map(String::as_str), Some("owner"))
    {
        return vec![Match { role: Role::Ignored, strength: 5 }];
    }
    if is_end_of_a_date(&words) {
        return vec![Match { role: Role::Ignored, strength: 5 }];
    }
    let mut found: Vec<Match> = words.iter().take(6).flat_map(|word| known(word)).collect();
    found.sort_by_key(|found| IN_A_PHRASE.iter().position(|role| *role == found.role));
    found.dedup_by_key(|found| found.role);
    // One known word among many is a sentence, not a header.
    if words.len() > 5 && found.len() < 2 {
        return Vec::new();
    }
    for found in &mut found {
        found.strength = found.strength.saturating_sub(1).max(1);
    }
    found
}

/// Whether a text is a known header and nothing else, for telling tables from other texts.
pub(in crate::import) fn is_header(text: &str) -> bool {
    known(&plain(text).join(" ")).iter().any(|found| found.strength >= 2)
}

fn known(phrase: &str) -> Vec<Match> {
    let mut found: Vec<Match> = WORDS
        .iter()
        .filter(|(word, ..)| *word == phrase)
        .map(|(_, role, strength)| Match { role: *role, strength: *strength })
        .collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.strength));
    found
}

fn is_end_of_a_date(words: &[String]) -> bool {
    let end = ["end", "enddatum", "einddatum", "fin"];
    let date = ["date", "enddatum", "einddatum"];
    words.iter().any(|word| end.contains(&word.as_str()))
        && words.iter().any(|word| date.contains(&word.as_str()))
}

/// The words of a header: small letters without accents, without a number behind them and without "(s)".
fn plain(header: &str) -> Vec<String> {
    let bare: String = header
        .replace("(s)", "")
        .replace("(en)", "")
        .replace(":in", "")
        .replace("*in", "")
        .nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .collect();
    let mut words: Vec<String> = split_camel(&bare)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    while words.len() > 1 && words.last().is_some_and(|word| word.chars().all(|digit| digit.is_ascii_digit()))
    {
        words.pop();
    }
    if let [word] = words.as_mut_slice() {
        let trimmed = word.trim_end_matches(|digit: char| digit.is_ascii_digit());
        if !trimmed.is_empty() {
            *word = trimmed.to_owned();
        }
    }
    words
}

/// `startTime` as `start Time`, for tables that a program wrote.
fn split_camel(text: &str) -> String {
    let mut split = String::with_capacity(text.len() + 4);
    let mut small = false;
    for letter in text.chars() {
        if small && letter.is_uppercase() {
            split.push(' ');
        }
        small = letter.is_lowercase();
        split.push(letter);
    }
    split
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(header: &str) -> Option<Role> {
        roles_of(header).first().map(|found| found.role)
    }

    #[test]
    fn headers_are_known_in_four_languages() {
        for (header, role) in [
            ("Titel", Role::Title),
            ("Uhrzeit", Role::Time),
            ("Horaire", Role::Time),
            ("Début", Role::Start),
            ("Eindtijd", Role::End),
            ("Salle", Role::Room),
            ("Zaal / locatie", Role::Room),
            ("Vortragende(r)", Role::Speaker),
            ("Referent:in", Role::Speaker),
            ("Spreker(s)", Role::Speaker),
            ("Spreker 2", Role::Speaker),
            ("start_hour", Role::Start),
            ("startTime", Role::Start),
            ("Date ", Role::Date),
            ("Tag", Role::Day),
            ("Scheduled Duration", Role::Duration),
            ("Naam spreker", Role::Speaker),
            ("Functie spreker", Role::Function),
            ("Titel presentatie", Role::Title),
            ("Duur (minuten)", Role::Duration),
        ] {
            assert_eq!(first(header), Some(role), "{header}");
        }
    }

    #[test]
    fn addresses_and_notes_of_the_organiser_stay_out() {
        for header in [
            "E-mail",
            "Owner Email",
            "E-mailadres spreker",
            "Notes",
            "Speaker Id",
            "Owner Confirmed",
            "Bio",
            "Tel.",
        ] {
            assert_eq!(first(header), Some(Role::Ignored), "{header}");
        }
        assert_eq!(first("Opmerkingen organisatie"), Some(Role::Ignored));
    }

    #[test]
    fn a_sentence_is_no_header() {
        assert!(roles_of("Hoe een wijkagent met de gemeente samen het onderwerp bespreekt").is_empty());
        assert!(roles_of("").is_empty());
        assert!(roles_of("Ondermijning").is_empty());
    }
}
