//! What a column is for, by the words above it in Dutch, English, German and French.
//!
//! A column whose words are not known has no role and is not imported; nor is one that holds an address, a note of the
//! organiser or the like, whatever else its header says.

use unicode_normalization::UnicodeNormalization;

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

/// Words that keep a column out, wherever in a header they stand.
const IGNORED: &[&str] = &[
    "mail",
    "email",
    "mailadres",
    "phone",
    "telephone",
    "telefoon",
    "telefoonnummer",
    "telefon",
    "tel",
    "mobile",
    "mobiel",
    "mobil",
    "portable",
    "gsm",
    "note",
    "notes",
    "notities",
    "opmerking",
    "opmerkingen",
    "bemerkung",
    "bemerkungen",
    "anmerkung",
    "anmerkungen",
    "remark",
    "remarks",
    "remarques",
    "comment",
    "comments",
    "commentaire",
    "commentaires",
    "status",
    "statut",
    "confirmed",
    "informed",
    "bio",
    "biography",
    "biografie",
    "picture",
    "photo",
    "foto",
    "bild",
    "link",
    "links",
    "url",
    "website",
    "lien",
    "created",
    "submitted",
    "updated",
    "capacity",
    "capaciteit",
    "aantal",
    "prijs",
    "price",
    "preis",
    "language",
    "taal",
    "sprache",
    "langue",
    "level",
    "niveau",
    "tag",
    "tags",
    "twitter",
    "linkedin",
    "budget",
    "kosten",
    "intern",
    "internal",
    "adres",
    "address",
    "adresse",
    "dieet",
    "diet",
];

/// Headers and words in headers, with the roles they may mean.
const WORDS: &[(&str, Role, u8)] = &[
    ("title", Role::Title, 5),
    ("titel", Role::Title, 5),
    ("titre", Role::Title, 5),
    ("session title", Role::Title, 5),
    ("session name", Role::Title, 5),
    ("sessietitel", Role::Title, 5),
    ("vortragstitel", Role::Title, 5),
    ("intitule", Role::Title, 4),
    ("onderdeel", Role::Title, 4),
    ("programmaonderdeel", Role::Title, 4),
    ("programmapunt", Role::Title, 4),
    ("programmpunkt", Role::Title, 4),
    ("agendapunt", Role::Title, 4),
    ("agenda item", Role::Title, 4),
    ("tagesordnungspunkt", Role::Title, 4),
    ("subject", Role::Title, 3),
    ("onderwerp", Role::Title, 3),
    ("betreff", Role::Title, 3),
    ("sujet", Role::Title, 3),
    ("objet", Role::Title, 3),
    ("topic", Role::Title, 3),
    ("activiteit", Role::Title, 3),
    ("activity", Role::Title, 3),
    ("activite", Role::Title, 3),
    ("aktivitat", Role::Title, 3),
    ("session", Role::Title, 2),
    ("sessie", Role::Title, 2),
    ("deelsessie", Role::Title, 2),
    ("sitzung", Role::Title, 2),
    ("seance", Role::Title, 2),
    ("talk", Role::Title, 2),
    ("vortrag", Role::Title, 2),
    ("lezing", Role::Title, 2),
    ("presentatie", Role::Title, 2),
    ("presentation", Role::Title, 2),
    ("workshop", Role::Title, 2),
    ("conference", Role::Title, 2),
    ("intervention", Role::Title, 2),
    ("programma", Role::Title, 2),
    ("programme", Role::Title, 2),
    ("program", Role::Title, 2),
    ("programm", Role::Title, 2),
    ("agenda", Role::Title, 2),
    ("event", Role::Title, 2),
    ("evenement", Role::Title, 2),
    ("veranstaltung", Role::Title, 2),
    ("inhoud", Role::Title, 1),
    ("inhalt", Role::Title, 1),
    ("contenu", Role::Title, 1),
    ("item", Role::Title, 2),
    ("wat", Role::Title, 2),
    ("what", Role::Title, 2),
    ("was", Role::Title, 2),
    ("quoi", Role::Title, 2),
    ("thema", Role::Title, 1),
    ("theme", Role::Title, 1),
    ("name", Role::Title, 1),
    ("naam", Role::Title, 1),
    ("nom", Role::Title, 1),
    ("name", Role::Speaker, 1),
    ("naam", Role::Speaker, 1),
    ("nom", Role::Speaker, 1),
    ("deelnemer", Role::Speaker, 2),
    ("deelnemers", Role::Speaker, 2),
    ("teilnehmende", Role::Speaker, 2),
    ("teilnehmer", Role::Speaker, 2),
    ("teilnehmerin", Role::Speaker, 2),
    ("participant", Role::Speaker, 2),
    ("genodigde", Role::Speaker, 2),
    ("lid", Role::Speaker, 1),
    ("summary", Role::Title, 1),
    ("paper", Role::Title, 2),
    ("subtitle", Role::Subtitle, 5),
    ("subtitel", Role::Subtitle, 5),
    ("ondertitel", Role::Subtitle, 5),
    ("untertitel", Role::Subtitle, 5),
    ("sous titre", Role::Subtitle, 5),
    ("id", Role::Id, 5),
    ("session id", Role::Id, 5),
    ("sessie id", Role::Id, 5),
    ("sessionid", Role::Id, 5),
    ("uid", Role::Id, 5),
    ("guid", Role::Id, 5),
    ("uuid", Role::Id, 5),
    ("code", Role::Id, 3),
    ("sessiecode", Role::Id, 4),
    ("date", Role::Date, 5),
    ("datum", Role::Date, 5),
    ("start date", Role::Date, 5),
    ("startdate", Role::Date, 5),
    ("begindatum", Role::Date, 5),
    ("startdatum", Role::Date, 5),
    ("anfangsdatum", Role::Date, 5),
    ("date de debut", Role::Date, 5),
    ("wanneer", Role::Date, 2),
    ("when", Role::Date, 2),
    ("wann", Role::Date, 2),
    ("quand", Role::Date, 2),
    ("day", Role::Day, 4),
    ("dag", Role::Day, 4),
    ("tag", Role::Day, 4),
    ("jour", Role::Day, 4),
    ("weekday", Role::Day, 4),
    ("weekdag", Role::Day, 4),
    ("wochentag", Role::Day, 4),
    ("start", Role::Start, 5),
    ("start time", Role::Start, 5),
    ("starttime", Role::Start, 5),
    ("time start", Role::Start, 5),
    ("start hour", Role::Start, 5),
    ("begin time", Role::Start, 5),
    ("starts at", Role::Start, 5),
    ("starts", Role::Start, 5),
    ("startsat", Role::Start, 5),
    ("scheduled at", Role::Start, 5),
    ("start at", Role::Start, 5),
    ("starttijd", Role::Start, 5),
    ("begintijd", Role::Start, 5),
    ("begin", Role::Start, 5),
    ("aanvang", Role::Start, 5),
    ("aanvangstijd", Role::Start, 5),
    ("van", Role::Start, 4),
    ("vanaf", Role::Start, 4),
    ("from", Role::Start, 4),
    ("von", Role::Start, 4),
    ("ab", Role::Start, 4),
    ("beginn", Role::Start, 5),
    ("anfang", Role::Start, 5),
    ("startzeit", Role::Start, 5),
    ("debut", Role::Start, 5),
    ("heure de debut", Role::Start, 5),
    ("heure debut", Role::Start, 5),
    ("datum en tijd", Role::Start, 4),
    ("date and time", Role::Start, 4),
    ("date time", Role::Start, 4),
    ("datetime", Role::Start, 4),
    ("datum und uhrzeit", Role::Start, 4),
    ("date et heure", Role::Start, 4),
    ("end", Role::End, 5),
    ("end time", Role::End, 5),
    ("endtime", Role::End, 5),
    ("time end", Role::End, 5),
    ("end hour", Role::End, 5),
    ("ends", Role::End, 5),
    ("ends at", Role::End, 5),
    ("endsat", Role::End, 5),
    ("finish", Role::End, 5),
    ("eind", Role::End, 5),
    ("einde", Role::End, 5),
    ("eindtijd", Role::End, 5),
    ("tot", Role::End, 4),
    ("to", Role::End, 4),
    ("until", Role::End, 4),
    ("till", Role::End, 4),
    ("bis", Role::End, 4),
    ("ende", Role::End, 5),
    ("endzeit", Role::End, 5),
    ("fin", Role::End, 5),
    ("heure de fin", Role::End, 5),
    ("heure fin", Role::End, 5),
    ("time", Role::Time, 5),
    ("times", Role::Time, 5),
    ("tijd", Role::Time, 5),
    ("tijden", Role::Time, 5),
    ("tijdstip", Role::Time, 5),
    ("uhrzeit", Role::Time, 5),
    ("zeit", Role::Time, 5),
    ("zeiten", Role::Time, 5),
    ("heure", Role::Time, 5),
    ("heures", Role::Time, 5),
    ("horaire", Role::Time, 5),
    ("horaires", Role::Time, 5),
    ("hour", Role::Time, 4),
    ("uur", Role::Time, 4),
    ("stunde", Role::Time, 3),
    ("timeslot", Role::Time, 4),
    ("time slot", Role::Time, 4),
    ("tijdslot", Role::Time, 4),
    ("tijdvak", Role::Time, 4),
    ("slot", Role::Time, 2),
    ("creneau", Role::Time, 4),
    ("duration", Role::Duration, 5),
    ("scheduled duration", Role::Duration, 5),
    ("duur", Role::Duration, 5),
    ("tijdsduur", Role::Duration, 5),
    ("dauer", Role::Duration, 5),
    ("duree", Role::Duration, 5),
    ("length", Role::Duration, 4),
    ("lengte", Role::Duration, 4),
    ("minutes", Role::Duration, 4),
    ("minuten", Role::Duration, 4),
    ("min", Role::Duration, 3),
    ("mins", Role::Duration, 3),
    ("room", Role::Room, 5),
    ("rooms", Role::Room, 5),
    ("zaal", Role::Room, 5),
    ("ruimte", Role::Room, 5),
    ("lokaal", Role::Room, 5),
    ("raum", Role::Room, 5),
    ("saal", Role::Room, 5),
    ("salle", Role::Room, 5),
    ("hall", Role::Room, 4),
    ("stage", Role::Room, 4),
    ("podium", Role::Room, 4),
    ("buhne", Role::Room, 4),
    ("horsaal", Role::Room, 5),
    ("amphi", Role::Room, 4),
    ("location", Role::Room, 3),
    ("locatie", Role::Room, 3),
    ("lieu", Role::Room, 3),
    ("ort", Role::Room, 3),
    ("venue", Role::Room, 3),
    ("plaats", Role::Room, 3),
    ("place", Role::Room, 3),
    ("plek", Role::Room, 3),
    ("where", Role::Room, 2),
    ("waar", Role::Room, 2),
    ("wo", Role::Room, 2),
    ("ou", Role::Room, 2),
    ("track", Role::Track, 5),
    ("stream", Role::Track, 4),
    ("stroom", Role::Track, 4),
    ("spoor", Role::Track, 4),
    ("strang", Role::Track, 4),
    ("parcours", Role::Track, 4),
    ("lijn", Role::Track, 3),
    ("category", Role::Track, 3),
    ("categorie", Role::Track, 3),
    ("kategorie", Role::Track, 3),
    ("thema", Role::Track, 2),
    ("theme", Role::Track, 2),
    ("themenfeld", Role::Track, 3),
    ("podcast", Role::Track, 2),
    ("panel", Role::Track, 2),
    ("panel title", Role::Track, 3),
    ("serie", Role::Track, 2),
    ("series", Role::Track, 2),
    ("reeks", Role::Track, 2),
    ("type", Role::Kind, 4),
    ("session type", Role::Kind, 5),
    ("sessietype", Role::Kind, 5),
    ("session format", Role::Kind, 5),
    ("format", Role::Kind, 4),
    ("formaat", Role::Kind, 4),
    ("soort", Role::Kind, 4),
    ("werkvorm", Role::Kind, 4),
    ("vorm", Role::Kind, 4),
    ("art", Role::Kind, 4),
    ("typ", Role::Kind, 4),
    ("speaker", Role::Speaker, 5),
    ("speakers", Role::Speaker, 5),
    ("spreker", Role::Speaker, 5),
    ("sprekers", Role::Speaker, 5),
    ("referent", Role::Speaker, 5),
    ("referenten", Role::Speaker, 5),
    ("referentin", Role::Speaker, 5),
    ("referentinnen", Role::Speaker, 5),
    ("referierende", Role::Speaker, 5),
    ("vortragende", Role::Speaker, 5),
    ("vortragender", Role::Speaker, 5),
    ("redner", Role::Speaker, 5),
    ("rednerin", Role::Speaker, 5),
    ("sprecher", Role::Speaker, 5),
    ("intervenant", Role::Speaker, 5),
    ("intervenants", Role::Speaker, 5),
    ("intervenante", Role::Speaker, 5),
    ("orateur", Role::Speaker, 5),
    ("orateurs", Role::Speaker, 5),
    ("conferencier", Role::Speaker, 5),
    ("presenter", Role::Speaker, 4),
    ("presenters", Role::Speaker, 4),
    ("presentator", Role::Speaker, 4),
    ("inleider", Role::Speaker, 4),
    ("inleiders", Role::Speaker, 4),
    ("docent", Role::Speaker, 4),
    ("docenten", Role::Speaker, 4),
    ("dozent", Role::Speaker, 4),
    ("trainer", Role::Speaker, 4),
    ("moderator", Role::Speaker, 3),
    ("moderation", Role::Speaker, 3),
    ("moderateur", Role::Speaker, 3),
    ("facilitator", Role::Speaker, 3),
    ("begeleider", Role::Speaker, 3),
    ("gespreksleider", Role::Speaker, 3),
    ("workshopleider", Role::Speaker, 4),
    ("host", Role::Speaker, 3),
    ("chair", Role::Speaker, 2),
    ("author", Role::Speaker, 3),
    ("authors", Role::Speaker, 3),
    ("auteur", Role::Speaker, 3),
    ("auteurs", Role::Speaker, 3),
    ("autor", Role::Speaker, 3),
    ("autoren", Role::Speaker, 3),
    ("person", Role::Speaker, 3),
    ("persons", Role::Speaker, 3),
    ("personen", Role::Speaker, 3),
    ("people", Role::Speaker, 3),
    ("panelists", Role::Speaker, 3),
    ("participants", Role::Speaker, 2),
    ("door", Role::Speaker, 3),
    ("by", Role::Speaker, 3),
    ("par", Role::Speaker, 3),
    ("durch", Role::Speaker, 3),
    ("wie", Role::Speaker, 2),
    ("who", Role::Speaker, 2),
    ("wer", Role::Speaker, 2),
    ("qui", Role::Speaker, 2),
    ("owner", Role::Speaker, 1),
    ("firstname", Role::FirstName, 5),
    ("first name", Role::FirstName, 5),
    ("given name", Role::FirstName, 5),
    ("voornaam", Role::FirstName, 5),
    ("roepnaam", Role::FirstName, 5),
    ("vorname", Role::FirstName, 5),
    ("prenom", Role::FirstName, 5),
    ("tussenvoegsel", Role::Infix, 5),
    ("tussenvoegsels", Role::Infix, 5),
    ("tussenv", Role::Infix, 4),
    ("lastname", Role::LastName, 5),
    ("last name", Role::LastName, 5),
    ("family name", Role::LastName, 5),
    ("surname", Role::LastName, 5),
    ("achternaam", Role::LastName, 5),
    ("nachname", Role::LastName, 5),
    ("familienname", Role::LastName, 5),
    ("nom de famille", Role::LastName, 5),
    ("function", Role::Function, 4),
    ("functie", Role::Function, 4),
    ("funktion", Role::Function, 4),
    ("fonction", Role::Function, 4),
    ("position", Role::Function, 3),
    ("poste", Role::Function, 3),
    ("tagline", Role::Function, 4),
    ("tag line", Role::Function, 4),
    ("job title", Role::Function, 5),
    ("jobtitle", Role::Function, 5),
    ("rol", Role::Function, 3),
    ("role", Role::Function, 3),
    ("rolle", Role::Function, 3),
    ("beroep", Role::Function, 3),
    ("organisatie", Role::Organisation, 4),
    ("organisation", Role::Organisation, 4),
    ("organization", Role::Organisation, 4),
    ("company", Role::Organisation, 4),
    ("bedrijf", Role::Organisation, 4),
    ("werkgever", Role::Organisation, 4),
    ("firma", Role::Organisation, 4),
    ("unternehmen", Role::Organisation, 4),
    ("societe", Role::Organisation, 4),
    ("entreprise", Role::Organisation, 4),
    ("organisme", Role::Organisation, 4),
    ("affiliation", Role::Organisation, 4),
    ("institution", Role::Organisation, 4),
    ("instelling", Role::Organisation, 4),
    ("instantie", Role::Organisation, 4),
    ("behorde", Role::Organisation, 4),
    ("kommune", Role::Organisation, 4),
    ("gemeente", Role::Organisation, 4),
    ("municipality", Role::Organisation, 4),
    ("commune", Role::Organisation, 4),
    ("gemeinde", Role::Organisation, 4),
    ("description", Role::Summary, 5),
    ("beschrijving", Role::Summary, 5),
    ("omschrijving", Role::Summary, 5),
    ("beschreibung", Role::Summary, 5),
    ("abstract", Role::Summary, 5),
    ("samenvatting", Role::Summary, 5),
    ("zusammenfassung", Role::Summary, 5),
    ("kurzbeschreibung", Role::Summary, 5),
    ("toelichting", Role::Summary, 4),
    ("uitleg", Role::Summary, 4),
    ("resume", Role::Summary, 4),
    ("details", Role::Summary, 3),
    ("summary", Role::Summary, 3),
    ("inhoud", Role::Summary, 2),
    ("inhalt", Role::Summary, 2),
    ("contenu", Role::Summary, 2),
];

/// Which role says most about a header of several words: "functie spreker" is a function, "naam spreker" a speaker.
const IN_A_PHRASE: &[Role] = &[
    Role::Function,
    Role::Organisation,
    Role::FirstName,
    Role::LastName,
    Role::Infix,
    Role::Duration,
    Role::Summary,
    Role::Subtitle,
    Role::Kind,
    Role::Start,
    Role::End,
    Role::Date,
    Role::Time,
    Role::Day,
    Role::Room,
    Role::Track,
    Role::Speaker,
    Role::Title,
];

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
