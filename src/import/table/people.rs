//! Who speaks, from the cells of a table: lists of names, a name with a function, a session's title with its speaker.
//!
//! In a column of speakers everything is a speaker, also what does not look like a name ("Scytale"). Addresses are not.

use super::values::filled;
use crate::domain::day::Speaker;
use crate::import::names;

/// Words between a title and who speaks.
const BY: &[&str] =
    &["door", "by", "par", "durch", "von", "met", "mit", "with", "avec", "o.l.v.", "spreker:", "speaker:"];

/// The longest text behind a dash that may be who speaks, in letters.
const LONGEST_NAMES: usize = 90;

/// What the cell of a title tells.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The title.
    pub title: String,
    /// Who speaks, where that stands in the same cell.
    pub speakers: Vec<Speaker>,
    /// Further lines.
    pub summary: Option<String>,
}

/// The speakers in a cell of a column of speakers. `alone`: the table has several such columns, so this is one person.
pub(super) fn in_cell(text: &str, alone: bool) -> Vec<Speaker> {
    let pieces = text.split(['\n', ';', '|', '•']).filter_map(|piece| filled(without_number(piece)));
    pieces
        .filter(|piece| !is_address(piece))
        .flat_map(|piece| if alone { vec![one(piece)] } else { several(piece) })
        .collect()
}

/// A name from its parts, which stand in columns of their own.
pub(super) fn from_parts(first: &str, infix: &str, last: &str) -> Option<Speaker> {
    let parts: Vec<&str> = [first, infix, last].into_iter().filter_map(filled).collect();
    (!parts.is_empty()).then(|| Speaker { name: parts.join(" "), role: None })
}

/// A title with the speakers that stand behind it in the same cell. `by_dash`: in this table whatever follows the last dash
/// speaks.
pub(super) fn beside_title(text: &str, by_dash: bool) -> Told {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let (mut title, mut speakers) = split(first, by_dash);
    let mut more: Vec<&str> = Vec::new();
    for line in lines {
        let (by, rest) = without_by(line);
        let found = names::people(rest);
        let is_people = !found.is_empty()
            && (by || rest.split(',').next().is_some_and(|name| names::is_surely_name(name.trim())));
        if is_people && more.is_empty() {
            speakers.extend(found);
        } else {
            more.push(line);
        }
    }
    // A line that goes on in small letters was only wrapped.
    while more.first().is_some_and(|line| line.starts_with(char::is_lowercase)) {
        title.push(' ');
        title.push_str(more.remove(0));
    }
    let summary = (!more.is_empty()).then(|| more.join("\n"));
    Told { title, speakers, summary }
}

/// Whether most of these cells have a dash with something short behind it.
pub(super) fn go_by_dash<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let (mut with, mut all) = (0, 0);
    for text in texts {
        all += 1;
        let first = text.lines().next().unwrap_or_default();
        with += usize::from(at_dash(first).is_some_and(|(_, right)| right.chars().count() <= 40));
    }
    all >= 3 && with * 10 >= all * 6
}

fn split(line: &str, by_dash: bool) -> (String, Vec<Speaker>) {
    if let Some((left, right)) = at_dash(line)
        && right.chars().count() <= LONGEST_NAMES
        && (by_dash
            || right.split([',', '(', '&']).next().is_some_and(|name| names::is_surely_name(name.trim())))
    {
        return (left.to_owned(), several(right));
    }
    if let Some((left, inside)) = line.strip_suffix(')').and_then(|line| line.rsplit_once(" ("))
        && names::is_surely_name(inside.split(',').next().unwrap_or_default().trim())
    {
        return (left.trim().to_owned(), names::people(inside));
    }
    for word in BY {
        let between = format!(" {word} ");
        if let Some(at) = line.rfind(&between)
            && let (Some(left), Some(right)) = (line.get(..at), line.get(at + between.len()..))
            && names::is_surely_name(right.split([',', '(']).next().unwrap_or_default().trim())
        {
            return (left.trim_end_matches([',', ' ']).to_owned(), names::people(right));
        }
    }
    (line.to_owned(), Vec::new())
}

/// What stands before and behind the last dash that has spaces around it.
fn at_dash(line: &str) -> Option<(&str, &str)> {
    let found =
        [" - ", " – ", " — ", " | "].into_iter().filter_map(|dash| line.rfind(dash).map(|at| (at, dash)));
    let (at, dash) = found.max()?;
    let (left, right) = (line.get(..at)?.trim(), line.get(at + dash.len()..)?.trim());
    (!left.is_empty() && !right.is_empty()).then_some((left, right))
}

fn without_by(line: &str) -> (bool, &str) {
    let lower = line.to_lowercase();
    let word = BY.iter().find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')));
    word.and_then(|word| line.get(word.len()..)).map_or((false, line), |rest| (true, rest.trim()))
}

/// `1:name` as some tools number their speakers.
fn without_number(piece: &str) -> &str {
    let piece = piece.trim();
    match piece.split_once(':') {
        Some((number, name)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            name
        }
        _ => piece,
    }
}

fn is_address(piece: &str) -> bool {
    (piece.contains('@') && !piece.contains(' ')) || piece.starts_with("http")
}

/// One person: a name, and a function behind a comma or in brackets.
fn one(piece: &str) -> Speaker {
    let piece = piece.trim();
    if let Some((name, role)) = piece.split_once(',')
        && names::is_name(name.trim())
    {
        let role = filled(role).filter(|role| !role.contains('@')).map(str::to_owned);
        return Speaker { name: name.trim().to_owned(), role };
    }
    if let Some(speaker) = names::person(piece) {
        return speaker;
    }
    let (name, role) = match piece.split_once(',') {
        Some((name, role)) => (name.trim(), filled(role)),
        None => (piece, None),
    };
    Speaker { name: name.to_owned(), role: role.filter(|role| !role.contains('@')).map(str::to_owned) }
}

/// A list of people with commas, or one with a function.
fn several(piece: &str) -> Vec<Speaker> {
    let parts: Vec<&str> = piece.split([',', '&']).map(without_number).filter_map(filled).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !is_and_others(part)).collect();
    let names = parts.iter().filter(|part| is_name(part)).count();
    let functions = parts.iter().filter(|part| part.split_whitespace().any(names::is_function)).count();
    // Most of a long list are names: then all of it is.
    if parts.len() >= 2
        && functions == 0
        && (names == parts.len() || (parts.len() >= 3 && names * 2 > parts.len()))
    {
        return parts.into_iter().filter(|part| !is_address(part)).flat_map(joined).collect();
    }
    let found = names::people(piece);
    if found.is_empty() { vec![one(piece)] } else { found }
}

/// "et al." and its like, which are nobody.
fn is_and_others(part: &str) -> bool {
    matches!(part.to_lowercase().replace(['.', ' '], "").as_str(), "etal" | "ea" | "ua" | "etc" | "andothers")
}

/// A name, also with an initial that lacks its point.
fn is_name(part: &str) -> bool {
    let dotted: Vec<String> = part
        .split_whitespace()
        .map(|word| {
            if word.len() == 1 && word.starts_with(char::is_uppercase) {
                format!("{word}.")
            } else {
                word.to_owned()
            }
        })
        .collect();
    names::is_name(&dotted.join(" "))
}

/// "A en B" as the last of a list.
fn joined(part: &str) -> Vec<Speaker> {
    let found = names::people(part);
    if found.is_empty() { vec![one(part)] } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(speakers: &[Speaker]) -> Vec<String> {
        let show = |speaker: &Speaker| match &speaker.role {
            Some(role) => format!("{} ({role})", speaker.name),
            None => speaker.name.clone(),
        };
        speakers.iter().map(show).collect()
    }

    #[test]
    fn a_column_of_speakers() {
        for (text, expected) in [
            ("Noor Bakker, Bram de Wit", vec!["Noor Bakker", "Bram de Wit"]),
            (
                "Noor Bakker, Bram de Wit, vrld, Jan Vos",
                vec!["Noor Bakker", "Bram de Wit", "vrld", "Jan Vos"],
            ),
            ("1:Scytale", vec!["Scytale"]),
            ("1:Scytale\n2:urs", vec!["Scytale", "urs"]),
            ("Noor Bakker, burgemeester van Ede", vec!["Noor Bakker (burgemeester van Ede)"]),
            ("tbd", vec![]),
            ("noor@example.org", vec![]),
            ("Noor Bakker; Bram de Wit", vec!["Noor Bakker", "Bram de Wit"]),
        ] {
            assert_eq!(shown(&in_cell(text, false)), expected, "{text}");
        }
        assert_eq!(shown(&in_cell("Noor Bakker, Stad Ede", true)), ["Noor Bakker (Stad Ede)"]);
    }

    #[test]
    fn a_title_with_its_speaker() {
        let Told { title, speakers, summary } = beside_title("Veilig uitgaan - Noor Bakker", false);
        assert_eq!(
            (title.as_str(), shown(&speakers), summary),
            ("Veilig uitgaan", vec!["Noor Bakker".to_owned()], None)
        );
        let Told { title, speakers, .. } = beside_title("Wijken - hoe het beter kan", false);
        assert_eq!((title.as_str(), speakers.len()), ("Wijken - hoe het beter kan", 0));
        let Told { title, speakers, .. } = beside_title("Veilig uitgaan\nNoor Bakker, Stad Ede", false);
        assert_eq!((title.as_str(), speakers.len()), ("Veilig uitgaan", 1));
        let Told { title, .. } = beside_title("Veilig uitgaan in\nde binnenstad", false);
        assert_eq!(title, "Veilig uitgaan in de binnenstad");
        let Told { title, speakers, .. } = beside_title("LED-kubussen bouwen - urs", true);
        assert_eq!((title.as_str(), shown(&speakers)), ("LED-kubussen bouwen", vec!["urs".to_owned()]));
    }
}
