//! A list of people as lines: "Noor Bakker, adviseur, gemeente Ede", "Bakker, Noor", or as a mail has its receivers.

use super::People;
use crate::domain::person::Person;
use crate::domain::programme::{LeftOut, Reason};
use crate::import::names;

/// The longest line that can be a person, in letters.
const LONGEST: usize = 200;

/// Reads lines, each with its number.
pub(super) fn read<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> People {
    let mut found = People::default();
    for (number, line) in lines {
        let line = without_bullet(line);
        if line.is_empty() {
            continue;
        }
        if line.contains('<') && line.contains('@') {
            found.people.extend(receivers(line));
            continue;
        }
        match person(line) {
            Some(person) => found.people.push(person),
            None => found.left_out.push(LeftOut {
                line: number,
                text: line.to_owned(),
                reason: Reason::AroundProgramme,
            }),
        }
    }
    found
}

/// `"Noor Bakker" <noor@example.org>; …`: the names of those who have one.
fn receivers(line: &str) -> Vec<Person> {
    line.split([';', '>'])
        .filter_map(|entry| {
            let name = entry
                .split('<')
                .next()?
                .trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | ','));
            let is_name = !name.is_empty() && !name.contains('@') && name.contains(char::is_alphabetic);
            is_name.then(|| Person { name: first_name_first(name), ..Person::default() })
        })
        .collect()
}

fn person(line: &str) -> Option<Person> {
    if line.chars().count() > LONGEST {
        return None;
    }
    let pieces = pieces(line);
    let mut pieces = pieces.iter().map(String::as_str).filter(|piece| !is_address(piece));
    let first = pieces.next()?;
    let mut rest: Vec<&str> = pieces.collect();
    let mut name = first.to_owned();
    if let Some(given) = rest.first().filter(|given| is_given_name(given, first)) {
        name = format!("{given} {first}");
        rest.remove(0);
    }
    if !names::is_name(&name) {
        return None;
    }
    let is_function = |text: &&str| text.split_whitespace().any(names::is_function);
    let (functions, organisations): (Vec<&str>, Vec<&str>) = rest.into_iter().partition(is_function);
    let joined = |parts: Vec<&str>| (!parts.is_empty()).then(|| parts.join(", "));
    Some(Person { name, organisation: joined(organisations), function: joined(functions) })
}

/// The parts of a line: between tabs, commas, brackets and dashes with blanks around them.
fn pieces(line: &str) -> Vec<String> {
    let line = line.replace([' ', '\u{a0}'], " ").replace(" - ", ",").replace(" – ", ",").replace(" — ", ",");
    line.split(['\t', ',', ';', '|', '(', ')', '['])
        .map(|piece| piece.trim_matches([' ', ']', '.']).to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Whether "Noor" behind "Bakker" is her first name.
fn is_given_name(given: &str, family: &str) -> bool {
    !given.contains(' ')
        && !names::is_surely_name(family)
        && !names::is_function(given)
        && names::is_surely_name(&format!("{given} {family}"))
}

/// `Bakker, Noor` as `Noor Bakker`; other names as they are.
pub(super) fn first_name_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if is_given_name(given.trim(), family.trim()) => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

fn is_address(piece: &str) -> bool {
    let digits = piece.chars().filter(char::is_ascii_digit).count();
    piece.contains('@') || piece.starts_with("http") || piece.starts_with("www.") || digits >= 6
}

fn without_bullet(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '*', '•', '·', '–', '▪', '‣', '○', ' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..) {
        Some(rest) if (1..=4).contains(&digits) && rest.starts_with(['.', ')', ' ', '\t']) => {
            rest.trim_start_matches(['.', ')', ' ', '\t'])
        }
        _ => line,
    }
}
