//! Names of people as programmes write them: "door dr. Eva van den Broek, gedragseconoom", "A (org), B en C".
//!
//! Tells people from their functions and organisations and splits lists of them. Where in a line a name stands is for
//! its readers; a name that cannot be told from a title is not guessed.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::first_names;
use crate::domain::day::Speaker;

/// What stands before a name and belongs to it, without its points.
const TITLES: [&str; 24] = [
    "dr",
    "drs",
    "prof",
    "professor",
    "mr",
    "ir",
    "ing",
    "em",
    "ds",
    "pd",
    "mag",
    "dipl",
    "dipl-ing",
    "dr-ing",
    "med",
    "habil",
    "jur",
    "phil",
    "rer",
    "nat",
    "hc",
    "pater",
    "dra",
    "lic",
];
/// What stands before a name out of courtesy.
const COURTESY: [&str; 32] = [
    "mw", "mevr", "mevrouw", "dhr", "heer", "hr", "frau", "fr", "herr", "herrn", "m", "mm", "mme", "mmes",
    "mlle", "madame", "monsieur", "ms", "mrs", "miss", "sir", "dame", "lord", "lady", "rev", "hon", "supt",
    "insp", "sgt", "capt", "col", "maj",
];
/// Small words inside a name.
const PARTICLES: [&str; 46] = [
    "van", "de", "den", "der", "het", "'t", "’t", "te", "ter", "ten", "op", "in", "'s", "’s", "von", "vom",
    "zu", "zur", "zum", "della", "del", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "les", "el",
    "al", "bin", "ibn", "ben", "y", "aan", "uit", "uijt", "of", "bij", "dalla", "der", "af", "av",
];
/// Functions, in lower case. Words that only start with one count too: "burgemeesters".
const FUNCTIONS: &str = "burgemeester wethouder voorzitter dagvoorzitter vicevoorzitter minister staatssecretaris directeur bestuurder gedeputeerde \
    raadslid raadsheer lector hoogleraar onderzoeker adviseur beleidsadviseur beleidsmedewerker projectleider programmamanager manager \
    moderator gastheer gastvrouw schepen gouverneur commissaris secretaris griffier coördinator projectcoördinator docent wetenschapper journalist presentator presentatrice \
    penningmeester portefeuillehouder fractievoorzitter huisarts jurist advocaat rechter notaris predikant dominee hoofdofficier korpschef politiechef gemeentesecretaris programmadirecteur hoofd penvoerder bestuurslid ambtenaar strateeg consultant columnist dichter kunstenaar fotograaf cabaretier initiatiefnemer oprichter eigenaar deskundige ervaringsdeskundige specialist expert \
    schrijver auteur architect ondernemer officier teamleider \
    landrat landrätin bürgermeister oberbürgermeister oberbürgermeisterin ministerpräsident staatssekretär vorsitzende vorsitzender geschäftsführer geschäftsführerin \
    direktor direktorin leiter leiterin präsident präsidentin dekan dekanin rektor rektorin moderatorin journalistin referent referentin \
    dezernent dezernentin stadtrat stadträtin senator senatorin abgeordnete abgeordneter pfarrer pfarrerin bischof staatsministerin ministerin staatsminister \
    schatzmeister schatzmeisterin kassenwart vorstand vorstandsmitglied vorstandsvorsitzender hausherr schirmherr schirmherrin wissenschaftler wissenschaftlerin sprecher sprecherin beauftragte beauftragter kanzler kanzlerin ministerialdirigent ministerialrat staatsrat intendant kurator kuratorin beigeordnete beigeordneter ortsvorsteher amtsleiter amtsleiterin \
    mayor president chair chairman chairwoman chairperson chairs director ceo cto cfo coo councillor cllr alderman commissioner ambassador senator governor dean rector \
    vice-president secretary host cohost facilitator keynote speaker author researcher founder co-founder treasurer provost vice-chancellor chancellor principal headteacher deputy lead head engineer scientist analyst editor curator cabinet mp \
    maire adjoint adjointe président présidente vice-président vice-présidente directeur directrice ministre préfet préfète député députée sénateur sénatrice \
    animateur animatrice modérateur modératrice professeur professeure journaliste chercheur chercheuse maître conseiller conseillère responsable chargé chargée échevin échevine \
    trésorier trésorière doyen doyenne écrivain avocat avocate médecin sociologue économiste géographe historien historienne chef cheffe coordinateur coordinatrice fondateur fondatrice gérant délégué déléguée secrétaire prinses prins koning koningin prince princess";
/// Words that only organisations, places and titles have.
const NOT_A_NAME: &str = "universiteit university universität université hochschule hogeschool fachhochschule institute instituut institut institution stichting gemeente provincie \
    ministerie ministry ministère bundesministerium stad city ville stadt commune bv b.v gmbh ag inc ltd sa asbl vzw nv college academy academie akademie school schule école ecole foundation \
    fondation council group groep gruppe groupe raad bank museum musée center centre centrum zentrum netwerk netzwerk network réseau verband vereniging verein association association company labs lab \
    technologies solutions consulting advies police politie polizei hospital umc ziekenhuis klinik klinikum chu cnrs tu eth vu uva department afdeling abteilung service services direction \
    bundesamt landesamt amt agency agence agentur platform plateforme plattform regio region région kamer chambre chamber union unie partij partei party federatie fédération federation society \
    wijkteam team gesellschaft genossenschaft corporatie woningcorporatie woonstichting omgevingsdienst veiligheidsregio waterschap rijkswaterstaat ggd vng kreis landkreis bezirk amtsgericht rechtbank bureau büro office \
    press verlag media omroep radio kommission commission committee comité ausschuss dienst diensten fonds fund programma programme program programm project projekt projet \
    zaal saal salle room raum hall auditorium foyer theater théâtre theatre atrium plenum session sessie sessies sitzung séance workshop atelier track stream ronde round runde deel part teil partie \
    panel keynote talk lezing lecture vortrag presentatie presentation präsentation présentation lunch pauze pause break coffee koffie kaffee café opening welkom welcome closing afsluiting inleiding introduction \
    einführung begrüßung discussion diskussion discussie débat q&a vragen fragen questions the het der die das les how why what waarom warum wie was hoe wat comment pourquoi \
    monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche \
    phd msc bsc ma mba llm md mp cbe obe mbe ra re zoom teams online digital digitale sustainable climate data future toekomst zukunft new nieuwe neue nouveau best smart open our ons unsere notre your \
    with for and from on to at by into about \
    management policy beleid politik politique recht law research forschung onderzoek recherche europe europa european europäische deutschland nederland france international national nationale \
    st saint sint vereinigung landtag bundestag bundes rathaus gemeentehuis stadhuis campus tba tbc tbd nn n.n";

static FUNCTION_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| FUNCTIONS.split_ascii_whitespace().collect());
static NO_NAME_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| NOT_A_NAME.split_ascii_whitespace().collect());

/// The words that join the last name of a list.
const JOINING: [&str; 14] =
    ["en", "and", "und", "et", "sowie", "alsmede", "&", "+", "avec", "with", "met", "mit", "plus", "i.s.m."];

/// The people in `text`, a list of them with or without functions. Whatever cannot be a name is the function of the
/// one before it, or left out.
#[must_use]
pub fn people(text: &str) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for piece in pieces(text) {
        match person(piece.text) {
            Some(person) if !is_role_of(&found, &piece) => found.push(person),
            _ => {
                if let Some(last) = found.last_mut() {
                    add_role(last, piece.lead, piece.text);
                }
            }
        }
    }
    found
}

/// Whether `text` is the name of one person and nothing else, by its form.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    !words.is_empty() && name_length(&words) == words.len()
}

/// Whether `text` is a name beyond doubt: it has a title, an initial or a usual first name.
#[must_use]
pub fn is_surely_name(text: &str) -> bool {
    is_name(text) && text.split_whitespace().next().is_some_and(starts_surely)
}

/// One person with a function before, behind or between brackets; `None` where that is not what `text` is.
#[must_use]
pub fn person(text: &str) -> Option<Speaker> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '*' | '_' | '"' | '|')
    });
    let text = text.strip_suffix('.').filter(|text| !text.ends_with(char::is_uppercase)).unwrap_or(text);
    let (outside, inside) = without_brackets(text);
    let (outside, behind) = at_dash(&outside);
    let words: Vec<&str> = outside.split_whitespace().collect();
    let (start, length) = name_in(&words)?;
    let before = words.get(..start)?.join(" ");
    let after = words.get(start + length..)?.join(" ");
    let after = after.trim_start_matches(',').trim();
    let mut name: Vec<&str> = words.get(start..start + length)?.to_vec();
    while name.len() > 1 && name.first().is_some_and(|word| is_courtesy(word)) {
        name.remove(0);
    }
    let roles = [before.as_str(), after, behind.as_str(), inside.as_str()];
    let role = roles.into_iter().filter(|role| !role.is_empty()).collect::<Vec<_>>().join(", ");
    Some(Speaker { name: name.join(" "), role: without_address(&role) })
}

/// The name at the very end of `text`, where it is one beyond doubt; where it starts.
#[must_use]
pub fn trailing(text: &str) -> Option<usize> {
    let starts: Vec<usize> = word_starts(text);
    starts.into_iter().skip(1).find(|start| {
        text.get(*start..).is_some_and(|rest| is_surely_name(rest) && rest.split_whitespace().count() >= 2)
    })
}

/// First names alone, as people are named who are known: "Lena & Marek". All of `text`, or nobody.
#[must_use]
pub fn first_names_only(text: &str) -> Vec<Speaker> {
    let pieces = pieces(text);
    let is_first = |piece: &Piece<'_>| {
        let word = piece.text.trim_matches(|c: char| !c.is_alphabetic());
        word.starts_with(char::is_uppercase) && !word.contains(' ') && first_names::contains(word)
    };
    // "5 Minutes (Max)" names nobody.
    if pieces.is_empty() || !pieces.iter().all(is_first) || text.trim().eq_ignore_ascii_case("max") {
        return Vec::new();
    }
    let name = |piece: &Piece<'_>| piece.text.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    pieces.iter().map(|piece| Speaker { name: name(piece), role: None }).collect()
}

/// Where the words of `text` start.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (index, c) in text.char_indices() {
        if !c.is_whitespace() && !inside {
            starts.push(index);
        }
        inside = !c.is_whitespace();
    }
    starts
}

/// Whether `word` says what somebody does.
#[must_use]
pub fn is_function(word: &str) -> bool {
    const LONG: usize = 6;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if FUNCTION_WORDS.contains(word.as_str())
        || word.split('-').next().is_some_and(|first| FUNCTION_WORDS.contains(first))
    {
        return true;
    }
    // "burgemeesters" and "wijkwethouder": a long function at the start or the end of a longer word.
    let is_long = |part: &str| part.len() >= LONG && FUNCTION_WORDS.contains(part);
    (LONG..word.len()).any(|at| word.get(..at).is_some_and(is_long))
        || (1..word.len().saturating_sub(LONG - 1)).any(|at| word.get(at..).is_some_and(is_long))
}

/// Whether `word` is one that only organisations, places and titles have.
fn is_of_no_name(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "universität",
        "hochschule",
        "verband",
        "ministerium",
        "amt",
        "werk",
        "werke",
        "zentrum",
        "schule",
        "institut",
        "stiftung",
        "gesellschaft",
        "verein",
        "gemeente",
        "netwerk",
        "instituut",
    ];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    NO_NAME_WORDS.contains(word.as_str())
        || ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

struct Piece<'a> {
    text: &'a str,
    /// What parts it from the piece before.
    lead: &'a str,
}

/// The parts of a list, outside brackets.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let (mut from, mut lead) = (0, 0..0);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A bracket that is never closed holds nothing together.
        let open = depth > 0 && text.get(at..).is_some_and(|rest| rest.contains([')', ']']));
        let length = if open { 0 } else { separator(text, at) };
        if length == 0 {
            at += c.len_utf8();
            continue;
        }
        push(&mut pieces, text, from..at, lead);
        lead = at..at + length;
        at += length;
        from = at;
    }
    push(&mut pieces, text, from..text.len(), lead);
    pieces
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, range: Range<usize>, lead: Range<usize>) {
    let piece = text.get(range).unwrap_or_default().trim();
    if !piece.is_empty() {
        pieces.push(Piece { text: piece, lead: text.get(lead).unwrap_or_default() });
    }
}

/// How many bytes of a separator stand at `at`: a sign, or a joining word with its spaces.
fn separator(text: &str, at: usize) -> usize {
    let Some(rest) = text.get(at..) else {
        return 0;
    };
    if rest.starts_with([',', ';', '|', '•', '\t', '\n']) {
        return rest.chars().next().map_or(0, char::len_utf8);
    }
    if rest.starts_with('/') && !text.get(..at).is_some_and(|before| before.ends_with('/')) {
        return 1;
    }
    if !rest.starts_with(' ') {
        return 0;
    }
    let word = rest.split_whitespace().next().unwrap_or_default();
    if !JOINING.contains(&word.to_lowercase().as_str()) {
        return 0;
    }
    rest.len() - rest.trim_start().len() + word.len()
}

/// Whether a piece that could be a name is the organisation of the person before it.
fn is_role_of(found: &[Speaker], piece: &Piece<'_>) -> bool {
    let Some(last) = found.last() else {
        return false;
    };
    piece.lead == ","
        && last.role.is_none()
        && is_surely_name(&last.name)
        && !person(piece.text).is_some_and(|person| is_surely_name(&person.name))
}

fn add_role(speaker: &mut Speaker, lead: &str, text: &str) {
    let Some(text) = without_address(text) else {
        return;
    };
    match &mut speaker.role {
        Some(role) => {
            role.push_str(if lead.trim() == "/" { "/" } else { lead.trim_end() });
            if lead.trim() != "/" {
                role.push(' ');
            }
            role.push_str(&text);
        }
        None => speaker.role = Some(text),
    }
}

/// A role without an e-mail address, which nobody asked to have in their notes.
fn without_address(role: &str) -> Option<String> {
    let words: Vec<&str> = role.split_whitespace().filter(|word| !word.contains('@')).collect();
    let role = words.join(" ");
    let role = role.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–'));
    (!role.is_empty()).then(|| role.to_owned())
}

/// `text` without what is between brackets, and that.
fn without_brackets(text: &str) -> (String, String) {
    let Some((before, rest)) = text.split_once(['(', '[']) else {
        return (text.to_owned(), String::new());
    };
    let (inside, after) = rest.split_once([')', ']']).unwrap_or((rest, ""));
    (format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned(), inside.trim().to_owned())
}

/// The parts of `text` before and behind a dash with spaces around it, or a colon.
fn at_dash(text: &str) -> (String, String) {
    for sign in [" - ", " – ", " — ", " | ", ": "] {
        if let Some((before, behind)) = text.split_once(sign) {
            // "Moderation: Jan Frey" has its function before the name.
            if sign == ": " && !is_surely_name(before.trim()) && is_surely_name(behind.trim()) {
                return (behind.trim().to_owned(), before.trim().to_owned());
            }
            return (before.trim().to_owned(), behind.trim().to_owned());
        }
    }
    (text.to_owned(), String::new())
}

/// Where in `words` a name starts and how long it is: at the first sure one, else where only functions stand before it.
fn name_in(words: &[&str]) -> Option<(usize, usize)> {
    const MOST_BEFORE: usize = 8;
    let candidates = (0..words.len().min(MOST_BEFORE)).filter_map(|start| {
        let length = name_length(words.get(start..)?);
        (length > 0).then_some((start, length))
    });
    let candidates: Vec<(usize, usize)> = candidates.collect();
    let sure = candidates.iter().find(|(start, _)| {
        words.get(*start).is_some_and(|word| starts_surely(word)) && stands_for_function(words, *start)
    });
    let plain = candidates.iter().find(|(start, length)| {
        let before = words.get(..*start).unwrap_or_default();
        let after = words.get(start + length..).unwrap_or_default();
        before.iter().all(|word| is_before_name(word))
            && after.is_empty()
            && (before.is_empty() || before.iter().any(|word| is_function(word)) || is_small_function(before))
    });
    sure.or(plain).copied()
}

/// Whether what stands before a sure name can be its function: short, and of a function's words.
fn stands_for_function(words: &[&str], start: usize) -> bool {
    let before = words.get(..start).unwrap_or_default();
    before.is_empty()
        || before.iter().any(|word| is_function(word))
        || before.iter().all(|word| is_before_name(word))
}

/// Whether one to three small words can be a function that is not in the list: not when they only lead to a noun.
fn is_small_function(before: &[&str]) -> bool {
    const LEADING: [&str; 30] = [
        "de", "het", "een", "the", "a", "an", "der", "die", "das", "den", "dem", "le", "la", "les", "un",
        "une", "onze", "our", "unsere", "notre", "in", "op", "van", "von", "of", "aan", "for", "voor",
        "über", "sur",
    ];
    before.len() <= 3
        && before.iter().all(|word| word.starts_with(char::is_lowercase))
        && before.iter().all(|word| word.chars().count() > 4)
        && before.last().is_some_and(|word| !LEADING.contains(word))
}

fn is_before_name(word: &str) -> bool {
    word.starts_with(char::is_lowercase) || is_function(word) || is_courtesy(word)
}

/// How many of `words` from the first on are one name; 0 when there is none.
fn name_length(words: &[&str]) -> usize {
    const MOST_WORDS: usize = 5;
    if !words.first().is_some_and(|word| may_start_name(word)) {
        return 0;
    }
    let titles =
        words.iter().take_while(|word| is_title(word) || is_courtesy(word) || **word == "de").count();
    let titles = if words.get(..titles).is_some_and(|words| words.iter().all(|word| *word == "de")) {
        0
    } else {
        titles
    };
    let known = words.get(titles).is_some_and(|word| first_names::contains(bare(word)));
    let (mut end, mut names, mut full, mut at) = (0, 0, false, titles);
    while let Some(word) = words.get(at) {
        // "Vertretern der Verbände" is nobody; "Anna van der Heide" is.
        let is_article = ["der", "des", "den", "das", "het", "die"].contains(word);
        let leads =
            at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| is_particle(before));
        if is_article && names > 0 && !known && !leads && titles == 0 {
            break;
        }
        // "Ben Bakker" starts with his first name, "Ben Ali" with a small word.
        let is_first_name = known && at == titles && word.starts_with(char::is_uppercase);
        if is_particle(word) && !is_first_name && (names > 0 || at + 1 < words.len()) {
            at += 1;
            continue;
        }
        if names >= MOST_WORDS || !is_name_word(word, known) || is_function(word) && !(names > 0 && known) {
            break;
        }
        names += 1;
        full |= !is_initial(word);
        at += 1;
        end = at;
    }
    let enough = if titles > 0 { names >= 1 } else { names >= 2 };
    if enough && full { end } else { 0 }
}

/// Whether a name can start with `word`: a small word only where it is known as the start of one.
fn may_start_name(word: &str) -> bool {
    if !word.starts_with(char::is_lowercase) {
        return word.starts_with(|c: char| c.is_uppercase() || matches!(c, '\'' | '’'));
    }
    let plain = word.trim_end_matches('.');
    let glued = word.chars().nth(1).is_some_and(|c| matches!(c, '\'' | '’'));
    word.contains(['.', '-'])
        || glued
        || TITLES.contains(&plain)
        || COURTESY.contains(&plain)
        || PARTICLES.contains(&plain)
}

/// A word without a sign that does not belong to it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphabetic())
}

fn is_title(word: &str) -> bool {
    word.split(['.', '-'])
        .filter(|part| !part.is_empty())
        .all(|part| TITLES.contains(&part.to_lowercase().as_str()))
        && (word.contains('.')
            || word.len() > 2 && !word.starts_with("Mag")
            || word.eq_ignore_ascii_case("dr"))
        && !word.is_empty()
}

/// Whether `word` stands before a name out of courtesy: "Mrs", "dhr.".
#[must_use]
pub fn is_courtesy(word: &str) -> bool {
    let plain = word.trim_end_matches('.').to_lowercase();
    // An M without its point is an initial or a letter.
    COURTESY.contains(&plain.as_str()) && (plain.len() > 2 || word.ends_with('.') || plain == "mw")
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

fn is_initial(word: &str) -> bool {
    let letters: Vec<&str> = word.split_terminator('.').collect();
    word.ends_with('.')
        && letters.iter().all(|part| part.chars().count() <= 2 && part.starts_with(char::is_uppercase))
}

/// Whether `word` can be part of a name. Short words in capitals are abbreviations, unless the name has begun.
fn is_name_word(word: &str, known: bool) -> bool {
    if is_initial(word) {
        return true;
    }
    let stem = ["d'", "d’", "l'", "l’", "'t", "’t"]
        .iter()
        .find_map(|start| word.strip_prefix(start))
        .unwrap_or(word);
    let letters = stem.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '‑'));
    let count = stem.chars().count();
    let capitals = stem.chars().all(|c| !c.is_lowercase());
    stem.starts_with(char::is_uppercase)
        && letters
        && count >= 2
        && (!capitals || (known && count > 2) || count > 5)
        && !is_of_no_name(word)
}

fn starts_surely(word: &str) -> bool {
    is_title(word) || is_courtesy(word) || is_initial(word) || first_names::contains(bare(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        people(text)
            .into_iter()
            .map(|person| match person.role {
                Some(role) => format!("{} = {role}", person.name),
                None => person.name,
            })
            .collect()
    }

    #[test]
    fn a_name_with_its_function() {
        for (text, expected) in [
            (
                "dagvoorzitter Patrick van den Brink, directeur van het CCV",
                "Patrick van den Brink = dagvoorzitter, directeur van het CCV",
            ),
            ("dr. Julien van Ostaaijen, lector recht", "dr. Julien van Ostaaijen = lector recht"),
            ("Prof. Dr. Henning Alt, Universität Kassel", "Prof. Dr. Henning Alt = Universität Kassel"),
            ("Landrätin Ulrike Fahrenholz", "Ulrike Fahrenholz = Landrätin"),
            ("Janneke Olthof, internist", "Janneke Olthof = internist"),
            ("Rachid Boukhari (Zorgplein Noord)", "Rachid Boukhari = Zorgplein Noord"),
            ("Rachid Boukhari, Zorgplein Noord", "Rachid Boukhari = Zorgplein Noord"),
            ("Gijs van Loon - raadslid", "Gijs van Loon = raadslid"),
            ("O. Lindqvist", "O. Lindqvist"),
            ("mevrouw Fatima el Amrani", "Fatima el Amrani"),
            ("Mme Claire DUPONT, maire adjointe", "Claire DUPONT = maire adjointe"),
            ("Frau Müller", "Müller"),
            ("Anna Smit van de gemeente Ede", "Anna Smit = van de gemeente Ede"),
            ("Jan Jansen jan@example.org", "Jan Jansen"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
    }

    #[test]
    fn lists_of_names() {
        for (text, expected) in [
            ("Maike Sorge, Selin Öztürk", vec!["Maike Sorge", "Selin Öztürk"]),
            (
                "Jens Bode (Verkehrsverbund) und Tomasz Nowak, Fahrgastbeirat",
                vec!["Jens Bode = Verkehrsverbund", "Tomasz Nowak = Fahrgastbeirat"],
            ),
            (
                "burgemeester Anouk Terpstra en dagvoorzitter Ruben Siemons",
                vec!["Anouk Terpstra = burgemeester", "Ruben Siemons = dagvoorzitter"],
            ),
            (
                "dr. Emmy Goethals en Tarik Bensaid, onderzoekers Howest",
                vec!["dr. Emmy Goethals", "Tarik Bensaid = onderzoekers Howest"],
            ),
            ("Tom & Jerry", vec![]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_name() {
        for text in [
            "",
            "Lokaal Beleid van",
            "Zaal 3",
            "alle deelnemers",
            "Universiteit Utrecht",
            "de voorzitter",
            "VNG",
            "N.N.",
            "Workshop Ronde",
            ",",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_name_glued_to_a_title() {
        assert_eq!(trailing("Inleiding Hubert Bruls"), Some("Inleiding ".len()));
        assert_eq!(trailing("Hubert Bruls"), None);
        assert_eq!(trailing("Inleiding Lokaal Beleid"), None);
    }
}
