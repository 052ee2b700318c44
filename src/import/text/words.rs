//! The words around a programme: headings above it, labels before its times, and what stands below it.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::import::times::{self, Span};

/// Words that head a programme.
const HEADINGS: [&str; 46] = [
    "programma",
    "programme",
    "program",
    "agenda",
    "schedule",
    "programm",
    "ablauf",
    "tagesordnung",
    "dagindeling",
    "dagprogramma",
    "avondprogramma",
    "middagprogramma",
    "ochtendprogramma",
    "programmaoverzicht",
    "déroulé",
    "déroulement",
    "lineup",
    "line-up",
    "timetable",
    "zeitplan",
    "rooster",
    "agendapunten",
    "tagesablauf",
    "tagesprogramm",
    "ablaufplan",
    "programmablauf",
    "ordre",
    "conferentieprogramma",
    "tagungsprogramm",
    "veranstaltungsablauf",
    "itinerary",
    "programmübersicht",
    "programmpunkte",
    "spreekschema",
    "tijdschema",
    "dagschema",
    "rahmenprogramm",
    "calendrier",
    "emploi",
    "sitzungsablauf",
    "vergaderagenda",
    "conceptprogramma",
    "conceptagenda",
    "planning",
    "zeitablauf",
    "horaire",
];
/// Labels before the time of one item.
const TIME_LABELS: [&str; 12] = [
    "time", "tijd", "tijdstip", "zeit", "uhrzeit", "heure", "horaire", "when", "wann", "wanneer", "quand",
    "hour",
];
/// Labels before the time of the whole day.
const FRAME_LABELS: &str = "aanvang datum date datum: tijd time zeit wann wanneer when quand start einlass inloop: aanmelden anmeldung registratie registration bereikbaar geopend open opening-hours \
    telefoon tel telefon téléphone phone parkeren parking öffnungszeiten openingstijden horaires deadline uiterlijk";
/// Words after which a sentence goes on.
const ASKING: &str = "om van tot vanaf rond de het een en of in op aan voor met door bij naar uit over te ten ter dat die als dan the a an and or at from to until by of for with on in between about than is are \
    um von bis ab der die das dem den des ein eine einer und oder im am zur zum für mit bei nach aus über auf vor durch gegen le la les l' un une et ou à au aux du des de pour par avec dans sur en vers entre chez & /";
/// Words that start the lines below a programme.
const FOOTERS: &str = "aanmelden aanmelding meld inschrijven route parkeren contact bereikbaarheid locatie adres vragen meer deel deelname kosten meer-informatie register rsvp venue how more parking share tickets location questions \
    anmeldung anmelden anfahrt kontakt veranstaltungsort weitere rückfragen teilnahme veranstalter organisatie organisation tagungsort inscription inscriptions contact renseignements accès s'inscrire informations plan lieu \
    met-vriendelijke vriendelijke hartelijke best kind regards mit-freundlichen mit freundliche cordialement bien groet groeten © copyright we wij wir nous let bitte please merci";

// Every line is asked for these.
static FRAME_LABEL_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| FRAME_LABELS.split_ascii_whitespace().collect());
static ASKING_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ASKING.split_ascii_whitespace().collect());
static FOOTER_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| FOOTERS.split_ascii_whitespace().collect());

/// In a longer line, in letters, neither people nor rooms are looked for: it is a torn file and no line of a programme. Each
/// comma, bracket and space may begin one, and what follows is read from there.
const LONGEST_LINE: usize = 1_000;

/// Whether `text` is longer than any line that says who speaks where.
pub(super) fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST_LINE).is_some()
}

/// Whether `text` heads a programme: "Programma", "DRAFT AGENDA", "Het programma ziet er als volgt uit:".
pub(super) fn is_programme_heading(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const MOST_WORDS_OF_SENTENCE: usize = 24;
    if text.contains(['›', '»', '|', '@']) || times::leading(text).is_some() {
        return false;
    }
    let words: Vec<String> = words(text).into_iter().map(|word| without_article(&word).to_owned()).collect();
    let known = |word: &String| HEADINGS.contains(&word.as_str());
    let announces = text.trim_end().ends_with(':') && words.len() <= MOST_WORDS_OF_SENTENCE;
    if announces {
        return words.iter().any(known);
    }
    let is_order =
        words.first().is_some_and(|word| word == "ordre") && words.last().is_some_and(|word| word == "jour");
    let starts = words.iter().take(2).any(|word| known(word) && word != "ordre" && word != "emploi")
        || words.last().is_some_and(|word| known(word) && word != "planning");
    words.len() <= MOST_WORDS && (starts || is_order) && !text.ends_with(['.', '?', '!', ','])
        || (words.first().is_some_and(known)
            && words.len() <= 9
            && !text.ends_with(['.', '?', '!', ','])
            && words.first().is_some_and(|word| word != "ordre"))
}

/// A French word without the article that is glued to it.
fn without_article(word: &str) -> &str {
    ["l'", "l’", "d'", "d’"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
}

/// `text` without a label such as "Tijd:", and whether there was one.
pub(super) fn without_time_label(text: &str) -> (&str, bool) {
    if let Some((label, rest)) = text.split_once(':')
        && TIME_LABELS.contains(&label.trim().to_lowercase().as_str())
    {
        return (rest.trim_start(), true);
    }
    (text, false)
}

/// What follows a word such as "Aansluitend:" at the start of a line, which stands where others have a time.
pub(super) fn after_the_one_before(text: &str) -> Option<&str> {
    const WORDS: [&str; 20] = [
        "aansluitend",
        "aansluitend aan het programma",
        "daarna",
        "na afloop",
        "anschließend",
        "anschliessend",
        "anschl.",
        "im anschluss",
        "danach",
        "afterwards",
        "followed by",
        "after that",
        "ensuite",
        "à l'issue",
        "à suivre",
        "puis",
        "vervolgens",
        "then",
        "aansl.",
        "hierna",
    ];
    const MOST_WORDS: usize = 10;
    let lower = text.to_lowercase();
    let word = WORDS.iter().filter(|word| lower.starts_with(**word)).max_by_key(|word| word.len())?;
    let at = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let rest = text.get(at..)?;
    let colon = rest.trim_start().starts_with([':', '–', '-']) || rest.trim().is_empty();
    let title = super::speakers::tidy_start(rest);
    let few = title.split_whitespace().count() <= MOST_WORDS && !title.ends_with(['.', '!']);
    let parted = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    (parted && few && (colon || super::super::kind::guess(title) != crate::domain::day::SessionKind::Talk))
        .then_some(title)
}

/// Whether `title` says when the day is, not what an item is called.
pub(super) fn is_frame_label(title: &str) -> bool {
    let words = words(title);
    let label = words.first().is_some_and(|word| FRAME_LABEL_WORDS.contains(word.as_str()));
    label && (words.len() == 1 || title.contains(':')) || !crate::import::dates::find(title).is_empty()
}

/// Whether the sentence goes on after `text`.
pub(super) fn asks_for_more(text: &str) -> bool {
    // "Hall A" does not ask; "in a" does.
    let last = text.split_whitespace().next_back().unwrap_or_default();
    ASKING_WORDS.contains(last)
}

/// Whether `text` is the name of a part of the day and nothing else, as it heads what follows: "MIDDAG".
pub(super) fn is_part_of_day(text: &str) -> bool {
    const PARTS: [&str; 20] = [
        "ochtend",
        "ochtendprogramma",
        "middag",
        "middagprogramma",
        "avond",
        "avondprogramma",
        "morning",
        "afternoon",
        "evening",
        "vormittag",
        "vormittags",
        "nachmittag",
        "nachmittags",
        "abend",
        "matin",
        "matinée",
        "après-midi",
        "soir",
        "soirée",
        "namiddag",
    ];
    let words = words(text);
    (1..=2).contains(&words.len())
        && words.iter().any(|word| PARTS.contains(&word.as_str()))
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Whether `text` speaks of an evening.
pub(super) fn is_of_evening(text: &str) -> bool {
    const EVENINGS: [&str; 8] =
        ["evening", "night", "avond", "abend", "soir", "soirée", "tonight", "vanavond"];
    words(text).iter().any(|word| {
        EVENINGS.iter().any(|evening| word == evening || word.ends_with(evening) && evening.len() == 5)
    })
}

/// Whether an "M." before a name in `text` is a Monsieur: a text with a "Mme" or a "par M." is French. Elsewhere it is an initial.
pub(super) fn is_of_monsieur(text: &str) -> bool {
    const OTHERS: [&str; 4] = ["Mme", "Mmes", "Mlle", "MM"];
    const BEFORE: [&str; 6] = ["par", "avec", "et", "pour", "Par", "Avec"];
    let words = || text.split_whitespace();
    let is_other = |word: &str| OTHERS.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
    words().any(is_other)
        || words().zip(words().skip(1)).any(|(one, two)| two == "M." && BEFORE.contains(&one))
}

/// Whether `text` starts what stands below a programme.
pub(super) fn is_footer(text: &str) -> bool {
    let words = words(text);
    let first = words.first().map_or("", String::as_str);
    let starts = FOOTER_WORDS.contains(first);
    let goes_on = words.len() >= 5 || text.contains(':') || words.len() == 1;
    (starts && goes_on) || text.starts_with('©') || text.contains("http") || text.contains("www.")
}

/// The text before a time that ends `text`, and that time.
pub(super) fn time_at_end(text: &str) -> Option<(&str, Span)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = (c.is_ascii_digit() || c == '(')
            && !before.is_alphanumeric()
            && !matches!(before, '.' | ':' | ',' | '-' | '–' | '/' | '(');
        before = c;
        if !begins || at == 0 {
            continue;
        }
        let rest = text.get(at..)?;
        if let Some(span) = times::whole(rest).filter(|span| !span.digits_only) {
            let title = text.get(..at)?;
            return (!ends_with_room(title)).then_some((title, span));
        }
    }
    None
}

/// `text` without a word at its end that says that the time behind it is not exact.
pub(super) fn without_about(text: &str) -> &str {
    const ABOUT: [&str; 12] =
        ["ca.", "ca", "circa", "gegen", "um", "om", "rond", "omstreeks", "around", "at", "vers", "à"];
    let text = text.trim_end();
    ABOUT.iter().find_map(|word| text.strip_suffix(word)?.strip_suffix(' ')).unwrap_or(text)
}

/// The text before a time that a word such as "vanaf" introduces in the middle of `text`, and that time with its word.
pub(super) fn from_time(text: &str) -> Option<(&str, Span)> {
    let spaces = text.match_indices(' ').map(|(at, _)| at + 1);
    spaces.filter_map(|at| Some((text.get(..at)?, times::leading(text.get(at..)?)?))).find(
        |(before, span)| {
            span.prefixed && !span.digits_only && span.start.is_some() && !before.trim().is_empty()
        },
    )
}

/// Whether what follows is the number of a room: "kamer 2.14".
fn ends_with_room(text: &str) -> bool {
    const ROOMS: [&str; 17] = [
        "kamer",
        "zaal",
        "lokaal",
        "ruimte",
        "room",
        "raum",
        "zimmer",
        "saal",
        "hörsaal",
        "salle",
        "bureau",
        "verdieping",
        "gebouw",
        "building",
        "gebäude",
        "hall",
        "versie",
    ];
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    ROOMS.contains(&last.as_str())
}

/// Whether `text` is what a mail program puts above the mail that is answered: "On Mon, 4 Mar 2024 at 17:05, Tom wrote:".
pub(super) fn is_reply_header(text: &str) -> bool {
    const WROTE: [&str; 5] = ["wrote:", "schreef:", "schrieb:", "écrit :", "écrit:"];
    const STARTS: [&str; 4] = ["On ", "Op ", "Am ", "Le "];
    let text = text.trim_start_matches(['>', ' ']);
    let starts = STARTS.iter().any(|start| text.starts_with(start));
    let wrote =
        WROTE.iter().any(|wrote| text.ends_with(wrote)) || text.ends_with(':') && text.contains(" schreef ");
    starts && (wrote || text.contains('@')) && !crate::import::dates::find(text).is_empty()
}

/// `title` without the length between brackets or at its end, and that length as written: "Break (10 min)".
pub(super) fn without_minutes(title: &str) -> (String, Option<String>) {
    if is_too_long(title) {
        return (title.to_owned(), None);
    }
    for (open, _) in title.match_indices(['(', '[']) {
        let (Some(before), Some(rest)) = (title.get(..open), title.get(open + 1..)) else {
            continue;
        };
        let Some((inside, behind)) = rest.split_once([')', ']']) else {
            break;
        };
        if times::duration(inside).is_some() && !before.trim().is_empty() {
            let title = format!("{} {}", before.trim_end(), behind.trim_start());
            return (super::speakers::tidy(&title).to_owned(), Some(inside.to_owned()));
        }
    }
    for sign in [" - ", " – ", " — ", ", ", ": ", " | "] {
        if let Some((before, behind)) = title.rsplit_once(sign)
            && times::duration(behind).is_some()
            && !before.trim().is_empty()
        {
            return (before.trim_end().to_owned(), Some(behind.to_owned()));
        }
    }
    (title.to_owned(), None)
}

/// The words of `text` in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_programmes() {
        for text in [
            "Programma",
            "DRAFT AGENDA - Faculty Teaching Retreat",
            "Het programma ziet er als volgt uit:",
            "Ordre du jour",
            "Programm",
            "Agenda for the day",
            "PROGRAMMA STUDIEDAG ARCHIEF & OPENBAARHEID",
        ] {
            assert!(is_programme_heading(text), "{text}");
        }
        for text in [
            "Home › Bijeenkomsten › Programma",
            "10:00 Agenda",
            "Het programma was vol.",
            "Vaststellen van de dag",
            "Ordre et sécurité",
        ] {
            assert!(!is_programme_heading(text), "{text}");
        }
    }

    #[test]
    fn a_time_at_the_end_of_a_line() {
        let (title, span) = time_at_end("Lunch in de foyer 12.30 uur").expect("a time");
        assert_eq!((title, span.start.map(|clock| clock.hour)), ("Lunch in de foyer ", Some(12)));
        let (title, span) = time_at_end("Opening (9:00-9:15)").expect("a time");
        assert_eq!((title, span.end.map(|clock| clock.minute)), ("Opening ", Some(15)));
        assert!(time_at_end("Zaal 3").is_none());
        assert!(time_at_end("van 9.00 tot 17.00 uur bereikbaar").is_none());
    }

    #[test]
    fn the_number_of_a_room_is_no_time() {
        assert!(time_at_end("Stadhuis Apeldoorn, kamer 2.14").is_none());
    }

    #[test]
    fn what_stands_above_the_mail_that_is_answered() {
        assert!(is_reply_header("On Mon, 4 Mar 2024 at 17:05, Tom wrote:"));
        assert!(is_reply_header("Op ma 4 mrt 2024 om 17:05 schreef Tom Vos <tom@example.org>:"));
        assert!(!is_reply_header("On Monday 4 March 2024 we meet at 17:05"));
    }

    #[test]
    fn lines_below_a_programme() {
        assert!(is_footer("Aanmelden kan tot 14 mei via het formulier."));
        assert!(is_footer("Contact"));
        assert!(!is_footer("Jan Jansen, contactpersoon"));
    }
}
