//! Who speaks in an event of a calendar: the format has no field for it, so programs use five others.
//!
//! In the order of trust: a line "Speaker: …" in the description, "(talk by …)" in the title, attendees, and an organiser who
//! is another one from event to event. E-mail addresses are not taken along.

use std::collections::{HashMap, HashSet};

use super::content::{Block, Calendar, Property, all, first};
use crate::domain::day::Speaker;
use crate::import::{names, speakers};

/// What stands before the names of speakers in a description, in small letters.
const LABELS: [&str; 38] = [
    "speaker",
    "speakers",
    "speaker(s)",
    "presenter",
    "presenters",
    "presenter(s)",
    "presented by",
    "panelist",
    "panelists",
    "moderator",
    "moderators",
    "host",
    "hosts",
    "hosted by",
    "author",
    "authors",
    "spreker",
    "sprekers",
    "spreker(s)",
    "presentator",
    "gastheer",
    "inleider",
    "referent",
    "referentin",
    "referenten",
    "referentinnen",
    "referent*in",
    "referent:in",
    "vortragende",
    "vortragender",
    "sprecher",
    "sprecherin",
    "sprecher:innen",
    "moderation",
    "intervenant",
    "intervenants",
    "intervenant·e·s",
    "orateur",
];

/// Words that stand before names, but before other things too: only what looks like people counts behind them.
const WORDS: [&str; 9] = ["by", "with", "door", "met", "von", "mit", "par", "avec", "van"];

/// What stands before a name in brackets in a title.
const IN_BRACKETS: [&str; 12] = [
    "talk by ",
    "presented by ",
    "hosted by ",
    "by ",
    "door ",
    "von ",
    "par ",
    "with ",
    "met ",
    "mit ",
    "speaker: ",
    "avec ",
];

/// A longer list of names is not read to its end, in letters.
const LONGEST_LIST: usize = 1000;

/// A description with more labels than this lists other things.
const MOST_LABELS: usize = 50;

/// More attendees than this are an audience.
const MOST_ATTENDEES: usize = 8;

/// How many different organisers make them speakers.
const DIFFERENT_ORGANISERS: usize = 3;

/// What the fields for people mean in one calendar.
pub(super) struct People {
    /// Who is invited is no speaker.
    is_invitation: bool,
    /// Organisers differ from event to event.
    organisers_speak: bool,
}

impl People {
    /// Looks at who organises the events of this calendar.
    pub(super) fn new(calendar: &Calendar) -> Self {
        let method = first(&calendar.properties, "METHOD").map(|method| method.raw().to_ascii_uppercase());
        let organisers = calendar.events.iter().filter_map(|event| organiser(&event.properties));
        let different: HashSet<&str> = organisers.clone().collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in organisers {
            *counts.entry(name).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or_default();
        Self {
            is_invitation: matches!(method.as_deref(), Some("REQUEST" | "REPLY" | "CANCEL" | "COUNTER")),
            organisers_speak: different.len() >= DIFFERENT_ORGANISERS && most * 2 <= calendar.events.len(),
        }
    }

    /// The speakers of an event with this title and description.
    pub(super) fn of_event(&self, event: &Block, title: &str, description: Option<&str>) -> Vec<Speaker> {
        let mut people = description.map(in_description).unwrap_or_default();
        if people.is_empty() {
            people = in_title(title);
        }
        if people.is_empty() && !self.is_invitation {
            let attendees: Vec<&str> =
                all(&event.properties, "ATTENDEE").filter_map(|attendee| attendee.parameter("CN")).collect();
            if attendees.len() <= MOST_ATTENDEES {
                for name in attendees {
                    add(&mut people, name);
                }
            }
        }
        if people.is_empty()
            && self.organisers_speak
            && let Some(name) = organiser(&event.properties)
        {
            add(&mut people, name);
        }
        people
    }
}

fn add(people: &mut Vec<Speaker>, name: &str) {
    speakers::add(people, speakers::speaker(&speakers::given_first(name), None));
}

fn organiser(properties: &[Property]) -> Option<&str> {
    first(properties, "ORGANIZER")?.parameter("CN").filter(|name| !name.is_empty())
}

/// The names behind the first labels at the beginning of a line. Names may also stand on the lines below one.
fn in_description(text: &str) -> Vec<Speaker> {
    let mut people = Vec::new();
    let mut lines = text.lines().map(str::trim).peekable();
    let mut left = MOST_LABELS;
    while let Some(line) = lines.next() {
        let Some((is_certain, names)) = behind_label(line) else { continue };
        left -= 1;
        if left == 0 {
            break;
        }
        if !names.is_empty() {
            for speaker in listed(names, is_certain) {
                speakers::add(&mut people, Some(speaker));
            }
            continue;
        }
        while let Some(line) = lines.next_if(|line| names::is_surely_name(without_bullet(line))) {
            speakers::add(&mut people, speakers::speaker(without_bullet(line), None));
        }
    }
    people
}

fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(['-', '*', '•', ' '])
}

/// What stands behind a label and a colon, and whether that is people for certain.
fn behind_label(line: &str) -> Option<(bool, &str)> {
    // A label such as "Referent:in" has a colon of its own.
    let mut splits = line.match_indices(':').take(2).filter_map(|(at, _)| line.split_at_checked(at));
    let (is_certain, names) = splits.find_map(|(label, names)| Some((label_is_certain(label)?, names)))?;
    Some((is_certain, names.trim_start_matches(':').trim()))
}

fn label_is_certain(label: &str) -> Option<bool> {
    let label = label.trim().trim_matches(['*', '_']).to_lowercase();
    let is_certain = LABELS.contains(&label.as_str());
    (is_certain || WORDS.contains(&label.as_str())).then_some(is_certain)
}

/// The names in a list. Where it is certain that they are names, what `names` does not take for people is split at its commas
/// all the same.
fn listed(text: &str, is_certain: bool) -> Vec<Speaker> {
    let text: String = text.chars().take(LONGEST_LIST).collect();
    let text = text.as_str();
    let people = names::people(text);
    if !people.is_empty() || !is_certain {
        let speaker = |person: Speaker| speakers::speaker(&person.name, person.role.as_deref());
        return people.into_iter().filter_map(speaker).collect();
    }
    let is_short = |part: &&str| part.split_whitespace().count() <= 4;
    text.split([',', ';'])
        .map(str::trim)
        .filter(is_short)
        .filter_map(|name| speakers::speaker(name, None))
        .collect()
}

/// The names in the last brackets of a title: "(talk by …)", or two names or more.
fn in_title(title: &str) -> Vec<Speaker> {
    let inside = title.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let Some((_, inside)) = inside else { return Vec::new() };
    let lower = inside.to_lowercase();
    let named = IN_BRACKETS.iter().find(|words| lower.starts_with(**words));
    if let Some(words) = named {
        return inside.get(words.len()..).map(|names| listed(names, true)).unwrap_or_default();
    }
    let parts: Vec<&str> = inside.split(',').map(str::trim).collect();
    let is_name = |part: &&str| part.contains(' ') && names::is_name(part);
    let all_are_names = parts.len() > 1 && parts.iter().all(is_name);
    let is_one_name = parts.len() == 1 && inside.contains(' ') && names::is_surely_name(inside);
    if all_are_names || is_one_name {
        return parts.into_iter().filter_map(|name| speakers::speaker(name, None)).collect();
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::content;
    use super::*;

    /// The speakers of every event.
    fn of(text: &str) -> Vec<Vec<String>> {
        let calendar = content::read(text.as_bytes());
        let people = People::new(&calendar);
        let of_event = |event: &Block| {
            let title = content::text(&event.properties, "SUMMARY").unwrap_or_default();
            let description = content::text(&event.properties, "DESCRIPTION");
            let speakers = people.of_event(event, &title, description.as_deref());
            speakers.into_iter().map(|speaker| speaker.name).collect()
        };
        calendar.events.iter().map(of_event).collect()
    }

    fn one(lines: &str) -> Vec<String> {
        of(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT")).remove(0)
    }

    #[test]
    fn labels_in_the_description_come_first() {
        assert_eq!(
            one(r"DESCRIPTION:Speakers: Noor de Wit\, Bram Kok\n\nType: talk"),
            ["Noor de Wit", "Bram Kok"]
        );
        assert_eq!(one("SUMMARY:Iets (talk by Bram Kok)\nDESCRIPTION:x"), ["Bram Kok"]);
        assert_eq!(one(r"DESCRIPTION:Over iets.\nvon: Noor de Wit"), ["Noor de Wit"]);
        assert_eq!(one(r"DESCRIPTION:Spreker: noor\, bram"), ["noor", "bram"]);
        assert_eq!(
            one(r"DESCRIPTION:Met: een verhaal over van alles en nog wat\, en meer"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn brackets_in_a_title_hold_names_only_when_they_look_like_it() {
        assert_eq!(one("SUMMARY:Iets (Emma de Wit\\, Thomas Kok)"), ["Emma de Wit", "Thomas Kok"]);
        for title in ["Iets (deel 2)", "Iets (Tweede Kamer)", "Iets (a, b)", "Iets"] {
            assert_eq!(one(&format!("SUMMARY:{title}")), Vec::<String>::new(), "{title}");
        }
    }

    #[test]
    fn attendees_speak_unless_they_are_invited_or_many() {
        let attendees = |number: usize| {
            let line = |n: usize| format!("ATTENDEE;CN=Noor {n}:mailto:n{n}@example.org\n");
            (0..number).map(line).collect::<Vec<_>>().concat()
        };
        assert_eq!(one(attendees(2).trim_end()), ["Noor 0", "Noor 1"]);
        assert_eq!(one(attendees(9).trim_end()), Vec::<String>::new());
        let invitation = format!("METHOD:REQUEST\nBEGIN:VEVENT\n{}END:VEVENT", attendees(2));
        assert_eq!(of(&invitation), [Vec::<String>::new()]);
        assert_eq!(one("ATTENDEE;CN=noor@example.org:mailto:noor@example.org"), Vec::<String>::new());
    }

    #[test]
    fn organisers_speak_where_each_event_has_its_own() {
        let events = |names: &[&str]| -> String {
            let event =
                |name: &&str| format!("BEGIN:VEVENT\nORGANIZER;CN={name}:MAILTO:x@example.org\nEND:VEVENT\n");
            names.iter().map(event).collect::<Vec<_>>().concat()
        };
        assert_eq!(of(&events(&["Noor", "Bram", "Kees"])), [["Noor"], ["Bram"], ["Kees"]]);
        assert!(of(&events(&["Stad", "Stad", "Stad", "Bram"])).concat().is_empty());
    }
}
