//! What kind of item a session is, guessed from its title in Dutch, English, German or French.
//!
//! Looks at the title only. A guess that is wrong costs one click in the preview, so unknown titles are simply talks.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::domain::day::SessionKind;

/// The words that give a kind away. A word counts where a word of the title starts with it; `=` stands before words
/// that must be whole, `~` before parts that may stand anywhere in a word.
const SIGNS: [(SessionKind, &str); 13] = [
    (
        SessionKind::Registration,
        "registr ~aanmelding inschrijv inloop ontvangst onthaal ~anmeldung anreise einlass stehkaffee stehcafé stehcafe check-in =checkin \
         =arrival =arrivals arrivée aankomst doors türöffnung breakfast ontbijt frühstück petit-déjeuner =empfang ankunft ankommen \
         eintreffen sign-in émargement enregistrement =badge =badges badging zaalopen inscription inscriptions inchecken \
         begrüßungskaffee willkommenskaffee welkomstkoffie =accueil",
    ),
    (
        SessionKind::Opening,
        "opening welkom welcome welcoming ~begrüßung ~begrüssung eröffnung ouverture bienvenue verwelkoming willkommen \
         grußwort grusswort grußworte einführung =aftrap kick-off kickoff voorwoord =start startschot introductions inluiding \
         allocution begroeting =intro",
    ),
    (
        SessionKind::Closing,
        "closing =close afsluit afronding ~sluiting =slot slotwoord slotopmerking slotbeschouwing slotakkoord =einde =eind =end =ende ends \
         adjourn ~abschluss ~abschluß ~schlusswort schlussworte schlußwort schlussbemerkung verabschiedung clôture cloture conclusion conclusions =fin \
         wrap-up =wrap farewell fazit ausblick veranstaltungsende finish =finale outro adjournment ending schluss schließung dankwoord",
    ),
    (
        SessionKind::Lunch,
        "~lunch mittagessen mittagspause mittagsimbiss mittagsbuffet mittag imbiss déjeuner dejeuner buffet middageten middagmaal middagpauze brunch broodjes \
         mittagstisch",
    ),
    (
        SessionKind::Break,
        "~pauze ~pause =break =breaks =breather koffie coffee kaffee =café =tea =thee =tee interval recess rustmoment refreshment pizza \
         leg-stretch wissel wisseltijd",
    ),
    (
        SessionKind::Social,
        "~borrel drink drinks =diner dinner =dîner abendessen apéro ~apéritif apero aperitief cocktail umtrunk get-together ~receptie \
         reception ~empfang party feest barbecue =bbq napraten ausklang =netwerken =networking netwerkmoment stadswandeling \
         wandeling rondleiding stadtführung führung stadtrundgang rundgang excursie exkursion excursion tour visite fahrradtour fietstocht \
         uitje concert maaltijd =nazit nazitten =social socializing socialising afterparty happy verre =vin =pot drankje beer bier conference-dinner banquet gala \
         vernetzung mixer speeddate toost sektempfang meet-and-greet walk hapje =repas soirée =pub =dj =disco ~stammtisch quiz pubquiz buurtwandeling netzwerken",
    ),
    (
        SessionKind::Panel,
        "panel ~paneldis ~podium rondetafel ronde-tafel roundtable round-table table-ronde tables-rondes =débat debat debate tafelgesprek panelgesprek forumgesprek \
         fishbowl talkrunde gesprächsrunde diskussionsrunde expertengespräch streitgespräch talkshow forumdiscussie panelist ~debat fireside",
    ),
    (
        SessionKind::Workshop,
        "~workshop workgroup werkgroep ~werksessie werkatelier atelier breakout break-out deelsessie parallel parallelsessie =ronde =rondes ~workshopronde ~sessieronde ~themaronde subsessie \
         masterclass arbeitsgruppe arbeitsgruppen arbeitsphase workshopphase hands-on hackathon training tutorial werkplaats \
         themasessie verdiepingssessie world-café barcamp unconference ~hackday thementische ag-phase werktafel leerkring intervisie dialoogtafel themenforen themeninseln",
    ),
    (
        SessionKind::Other,
        "poster vaststell mededeling rondvraag ingekomen notul verslag actie actions action minutes apologies budget =aob vragen \
         =q&a discussi diskussion questions fragen terugkoppeling nabespreking report plenaire-terug briefing vorstellung \
         ergebnis prijsuitreiking award awards prize preisverleihung remise ledenvergadering mitgliederversammlung assemblée \
         vertrek abreise départ departure any-other ranking agenda besluitvorming hamerstuk bespreekstuk bespreekstukken spreekrecht insprek \
         informationsstand infomarkt informatiemarkt markt expo exhibition ausstellung demonstraties vote stemming \
         election verkiezing wahl wahlen approval genehmigung protokoll verschiedenes varia rückfragen restitution synthèse échange échanges \
         aussprache voorstelronde vorstellungsrunde tour-de-table opdrachten bekendmaking reisezeit bustransfer transfer financieel jaarrekening \
         begroting kassenbericht entlastung anträge tagesordnung matters declarations treasurer's vragenronde discussieronde mededelingenronde",
    ),
    (
        SessionKind::Talk,
        "presentati präsentation présentation talk inleiding impuls referat exposé spreker praktijkvoorbeeld demo \
         interview input pitch interventie =lezing lightning-talk",
    ),
    // These make even an opening or a closing a talk.
    (SessionKind::Talk, STRONG_TALK),
    (SessionKind::Registration, "petit-déjeuner"),
    (SessionKind::Opening, "mot-d discours-d"),
];

const STRONG_TALK: &str = "~keynote ~lezing ~lecture ~vortrag ~address ~plenarvortrag conférence";

/// Coffee with a word of welcome is what is drunk while people arrive.
const COFFEE: [&str; 6] = ["koffie", "coffee", "kaffee", "café", "tea", "thee"];

/// A longer title that starts like a sentence says what it is about, not what it is.
const SENTENCE_STARTS: [&str; 38] = [
    "the", "de", "het", "der", "die", "das", "le", "la", "les", "a", "an", "een", "ein", "eine", "how",
    "hoe", "wie", "comment", "why", "waarom", "warum", "pourquoi", "wat", "what", "was", "van", "von",
    "from", "naar", "to", "zur", "who", "when", "wanneer", "can", "is", "does", "kan",
];

/// Words of a title further on than this say what it is about, not what it is.
const HEAD_WORDS: usize = 4;
/// An opening or a closing says so in its first words.
const FIRST_WORDS: usize = 3;
/// A title with at most so many words is all head.
const SHORT: usize = 6;

/// The kind of a session called `title`.
#[must_use]
pub fn guess(title: &str) -> SessionKind {
    let of_head = title.split_once(':').and_then(|(head, _)| of_words(&words(head)));
    of_head.or_else(|| of_words(&words(title))).unwrap_or_default()
}

fn of_words(words: &[String]) -> Option<SessionKind> {
    if words.len() > HEAD_WORDS && words.first().is_some_and(|word| SENTENCE_STARTS.contains(&word.as_str()))
    {
        return None;
    }
    let reach = if words.len() <= SHORT { words.len() } else { HEAD_WORDS };
    let signs: Vec<(usize, SessionKind)> = words
        .iter()
        .take(reach)
        .enumerate()
        .flat_map(|(index, word)| signs_of(word).map(move |kind| (index, kind)))
        .filter(|(index, kind)| *kind != SessionKind::Social || is_sociable(words, *index))
        .filter(|(index, kind)| {
            *index < FIRST_WORDS || !matches!(kind, SessionKind::Opening | SessionKind::Closing)
        })
        .collect();
    let at = |wanted: SessionKind| signs.iter().find(|(_, kind)| *kind == wanted).map(|(index, _)| *index);
    let first = signs.first()?.1;
    let strong = words.iter().take(reach).any(|word| matches(word, STRONG_TALK));
    if strong && matches!(first, SessionKind::Opening | SessionKind::Closing | SessionKind::Other) {
        return Some(SessionKind::Talk);
    }
    let coffee = words.iter().take(reach).any(|word| COFFEE.contains(&word.as_str()));
    let early = matches!(first, SessionKind::Opening | SessionKind::Break | SessionKind::Talk);
    if early && at(SessionKind::Registration).is_some() {
        return Some(SessionKind::Registration);
    }
    if first == SessionKind::Other && at(SessionKind::Closing).is_some() {
        return Some(SessionKind::Closing);
    }
    if first == SessionKind::Opening && coffee && words.len() <= HEAD_WORDS {
        return Some(SessionKind::Registration);
    }
    if matches!(first, SessionKind::Break | SessionKind::Social) && at(SessionKind::Lunch).is_some() {
        return Some(SessionKind::Lunch);
    }
    let drinks_welcome = matches!(first, SessionKind::Opening | SessionKind::Registration)
        && at(SessionKind::Social).is_some_and(|index| index <= 1)
        && words.len() <= 3;
    if drinks_welcome {
        return Some(SessionKind::Social);
    }
    if first == SessionKind::Social && at(SessionKind::Break) == Some(1) {
        return Some(SessionKind::Break);
    }
    if first == SessionKind::Social && words.iter().any(|word| word == "briefing") {
        return Some(SessionKind::Other);
    }
    Some(first)
}

/// "Social evening" and "Networking & social" are sociable, "Social media" and "Social cohesion" are subjects.
fn is_sociable(words: &[String], index: usize) -> bool {
    const EVENTS: [&str; 8] =
        ["event", "events", "evening", "hour", "time", "program", "programme", "gathering"];
    let is_adjective = words.get(index).is_some_and(|word| word == "social");
    !is_adjective || words.get(index + 1).is_none_or(|next| EVENTS.contains(&next.as_str()) || sociable(next))
}

fn sociable(word: &str) -> bool {
    signs_of(word).any(|kind| matches!(kind, SessionKind::Social | SessionKind::Lunch | SessionKind::Break))
}

/// The kinds of which `word` is a sign, in the order of [`SIGNS`].
fn signs_of(word: &str) -> impl Iterator<Item = SessionKind> + use<> {
    let by_letter = word.chars().next().and_then(|first| SORTED.by_first_letter.get(&first));
    let is_it =
        |sign: &&Sign| if sign.must_be_whole { word == sign.text } else { word.starts_with(sign.text) };
    let matching = by_letter.into_iter().flatten().filter(is_it);
    let parts = SORTED.parts.iter().filter(|sign| word.contains(sign.text));
    let rows: BTreeSet<usize> = matching.chain(parts).map(|sign| sign.row).collect();
    rows.into_iter().filter_map(|row| SIGNS.get(row)).map(|(kind, _)| *kind)
}

/// [`SIGNS`], so that a word need not be compared with each of them: a programme may have thousands of titles.
static SORTED: LazyLock<Sorted> = LazyLock::new(Sorted::new);

#[derive(Default)]
struct Sorted {
    by_first_letter: HashMap<char, Vec<Sign>>,
    parts: Vec<Sign>,
}

struct Sign {
    /// Which row of [`SIGNS`] it stands in.
    row: usize,
    text: &'static str,
    must_be_whole: bool,
}

impl Sorted {
    fn new() -> Self {
        let mut sorted = Self::default();
        for (row, (_, signs)) in SIGNS.iter().enumerate() {
            for sign in signs.split_ascii_whitespace() {
                if let Some(text) = sign.strip_prefix('~') {
                    sorted.parts.push(Sign { row, text, must_be_whole: false });
                    continue;
                }
                let text = sign.strip_prefix('=').unwrap_or(sign);
                let first = text.chars().next().unwrap_or_default();
                let sign = Sign { row, text, must_be_whole: sign.starts_with('=') };
                sorted.by_first_letter.entry(first).or_default().push(sign);
            }
        }
        sorted
    }
}

fn matches(word: &str, signs: &str) -> bool {
    signs.split_ascii_whitespace().any(|sign| match (sign.strip_prefix('='), sign.strip_prefix('~')) {
        (Some(whole), _) => word == whole,
        (_, Some(part)) => word.contains(part),
        _ => word.starts_with(sign),
    })
}

/// The words in lower case; some expressions are joined, because their parts say something else.
fn words(text: &str) -> Vec<String> {
    const JOINED: [(&str, &str); 19] = [
        ("discours d'ouverture", "discours-d"),
        ("discours d’ouverture", "discours-d"),
        ("petit déjeuner", "petit-déjeuner"),
        ("table ronde", "table-ronde"),
        ("tables rondes", "tables-rondes"),
        ("round table", "round-table"),
        ("ronde tafel", "ronde-tafel"),
        ("break out", "break-out"),
        ("world café", "world-café"),
        ("any other", "any-other"),
        ("tour de table", "tour-de-table"),
        ("deuren open", "doors"),
        ("zaal open", "zaalopen"),
        ("mot d'accueil", "mot-d"),
        ("mot d’accueil", "mot-d"),
        ("discours d'accueil", "discours-d"),
        ("lightning talk", "lightning-talk"),
        ("meet and greet", "meet-and-greet"),
        ("working group", "workgroup"),
    ];
    const FIRST_OF_JOINED: [&str; 16] = [
        "any",
        "break",
        "deuren",
        "discours",
        "lightning",
        "meet",
        "mot",
        "petit",
        "ronde",
        "round",
        "table",
        "tables",
        "tour",
        "working",
        "world",
        "zaal",
    ];
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut text = text.to_lowercase();
    // Few titles have any of them, and every title is asked often.
    if text.split_whitespace().any(|word| FIRST_OF_JOINED.contains(&word.trim_start_matches(is_sign))) {
        for (apart, joined) in JOINED {
            if text.contains(apart) {
                text = text.replace(apart, joined);
            }
        }
    }
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | '\'' | '’');
    text.split(|c: char| !is_inside(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .map(|word| {
            ["d'", "d’", "l'", "l’"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
        })
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_their_kind_away_in_four_languages() {
        for (kind, titles) in [
            (
                SessionKind::Registration,
                "Inloop met koffie/thee|Ontvangst|Light breakfast|Anreise und Stehkaffee|Accueil café|\
                Registration and coffee|Welcome coffee|Einlass|Welcome & registration|Onthaal met koffie|Doors open|Petit déjeuner",
            ),
            (
                SessionKind::Opening,
                "Welkomstwoord|Welkom|Welcome and introductions|Begrüßung|Mot d'accueil|Ouverture|Opening|Grußwort",
            ),
            (
                SessionKind::Talk,
                "Inleiding|Opening keynote: Soil remembers|Opening address|Vortrag: „Der Bus“|Rekenen aan hoosbuien|\
                Plenary session|The coffee economy of a small island town|Eröffnungsvortrag|How to break a monolith without tears today",
            ),
            (
                SessionKind::Panel,
                "Rondetafelgesprek ‘Wie bouwt er nog?’|Podiumsdiskussion „Wer zahlt?“|Panel discussion|Table ronde 1|Tafelgesprek",
            ),
            (
                SessionKind::Workshop,
                "Workshopronde 1|Arbeitsgruppen|Ateliers|Breakout sessions|Working groups, round 1|Hackathon|Ronde I|Parallelsessies",
            ),
            (
                SessionKind::Break,
                "Pauze|Coffee|PAUZE|Kaffeepause|Coffee break|Networking break|Pause café|Pause",
            ),
            (
                SessionKind::Lunch,
                "Lunch|Buffet lunch|Mittagessen, anschl. Abreise|Déjeuner|Lunchpauze|Mittagspause|Networking lunch|Pause déjeuner",
            ),
            (
                SessionKind::Social,
                "Stadswandeling Nijmegen en gezamenlijk diner|Borrel|Conference dinner|Napraten met een drankje|Receptie|\
                Welcome reception|Apéro|Abendessen im Ratskeller",
            ),
            (
                SessionKind::Closing,
                "Afsluiting|Einde, aansluitend borrel|Adjourn|Ende des ersten Tages|Slotwoord|Clôture|Closing remarks|Verabschiedung",
            ),
            (
                SessionKind::Other,
                "Vaststellen agenda en verslag|Q&A|Any other business|Poster session|Vorstellung der Ergebnisse|Report back and discussion",
            ),
        ] {
            for title in titles.split('|') {
                assert_eq!(guess(title), kind, "{title}");
            }
        }
    }

    #[test]
    fn a_title_without_words_is_a_talk() {
        assert_eq!(guess(""), SessionKind::Talk);
        assert_eq!(guess(": –"), SessionKind::Talk);
    }

    #[test]
    fn expressions_of_several_words_count_as_one() {
        for (title, kind) in [
            ("(Table ronde) Quelle ville ?", SessionKind::Panel),
            ("Discours d’ouverture", SessionKind::Opening),
            ("Petit déjeuner", SessionKind::Registration),
            ("«Working group» 3", SessionKind::Workshop),
        ] {
            assert_eq!(guess(title), kind, "{title}");
        }
    }

    #[test]
    fn what_is_social_is_not_always_an_evening() {
        for title in [
            "Sociale veiligheid op straat",
            "La médiation sociale",
            "Social media monitoring",
            "Soziale Arbeit",
        ] {
            assert_eq!(guess(title), SessionKind::Talk, "{title}");
        }
        for title in ["Social", "Social evening", "Networking & social", "Social dinner"] {
            assert_eq!(guess(title), SessionKind::Social, "{title}");
        }
    }
}
