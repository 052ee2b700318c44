//! What a single word says about names: a title, a function, a small word inside a name, or one that no name has.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::import::first_names;

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

/// What stands before a name out of courtesy. "M." is an initial in every language but French, and who reads a word does not
/// know the language.
const COURTESY: [&str; 31] = [
    "mw", "mevr", "mevrouw", "dhr", "heer", "hr", "frau", "fr", "herr", "herrn", "mm", "mme", "mmes", "mlle",
    "madame", "monsieur", "ms", "mrs", "miss", "sir", "dame", "lord", "lady", "rev", "hon", "supt", "insp",
    "sgt", "capt", "col", "maj",
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

/// Whether `word` says what somebody does.
#[must_use]
pub fn is_function(word: &str) -> bool {
    const LONG: usize = 6;
    // In bytes; no function in the list is longer.
    const LONGEST: usize = 32;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if FUNCTION_WORDS.contains(word.as_str())
        || word.split('-').next().is_some_and(|first| FUNCTION_WORDS.contains(first))
    {
        return true;
    }
    // "burgemeesters" and "wijkwethouder": a long function at the start or the end of a longer word.
    let is_long = |part: &str| (LONG..=LONGEST).contains(&part.len()) && FUNCTION_WORDS.contains(part);
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

pub(super) fn is_title(word: &str) -> bool {
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
    // Two letters without a point are more often something else.
    COURTESY.contains(&plain.as_str()) && (plain.len() > 2 || word.ends_with('.') || plain == "mw")
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether a name can start with `word`: a small word only where it is known as the start of one.
pub(super) fn may_start_name(word: &str) -> bool {
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
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphabetic())
}

pub(super) fn is_initial(word: &str) -> bool {
    let letters: Vec<&str> = word.split_terminator('.').collect();
    word.ends_with('.')
        && letters.iter().all(|part| part.chars().count() <= 2 && part.starts_with(char::is_uppercase))
}

/// Whether `word` can be part of a name. Short words in capitals are abbreviations, unless the name has begun.
pub(super) fn is_name_word(word: &str, known: bool) -> bool {
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

pub(super) fn starts_surely(word: &str) -> bool {
    is_title(word) || is_courtesy(word) || is_initial(word) || first_names::contains(bare(word))
}
