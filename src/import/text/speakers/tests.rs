//! Titles with and without people in them, and lines of people.

use super::*;

#[track_caller]
fn splits(text: &str, title: &str, speakers: &[&str]) {
    let split = split(text);
    let names: Vec<&str> = split.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!((split.title.as_str(), names.as_slice()), (title, speakers), "{text}");
}

#[test]
fn people_in_a_title() {
    splits(
        "Welkomstvoorwoord door dagvoorzitter Patrick van den Brink, directeur van het CCV",
        "Welkomstvoorwoord",
        &["Patrick van den Brink"],
    );
    splits("Inleiding Hubert Bruls, burgemeester van Nijmegen", "Inleiding", &["Hubert Bruls"]);
    splits(
        "Opening keynote: Soil remembers (Ana Brandão)",
        "Opening keynote: Soil remembers",
        &["Ana Brandão"],
    );
    splits(
        "Draft guidance on site visits — Rhona McAllister",
        "Draft guidance on site visits",
        &["Rhona McAllister"],
    );
    splits(
        "Vortrag: „Der Bus, der nie kommt“, Prof. Dr. Henning Alt, Universität Kassel, mit anschl. Diskussion",
        "Vortrag: „Der Bus, der nie kommt“",
        &["Prof. Dr. Henning Alt"],
    );
    splits("Begrüßung durch Landrätin Ulrike Fahrenholz", "Begrüßung", &["Ulrike Fahrenholz"]);
    splits(
        "Gegevens delen zonder gedoe, Rachid Boukhari (Zorgplein Noord)",
        "Gegevens delen zonder gedoe",
        &["Rachid Boukhari"],
    );
    splits("Wat doet de nieuwe wet? Annelies Stroo, jurist", "Wat doet de nieuwe wet?", &["Annelies Stroo"]);
    splits(
        "De resultaten door dr. Emmy Goethals en Tarik Bensaid, onderzoekers Howest",
        "De resultaten",
        &["dr. Emmy Goethals", "Tarik Bensaid"],
    );
    splits("Keynote: Jan Jansen (VNG)", "Keynote", &["Jan Jansen"]);
    splits("Chair's introduction: Prof. Jane Healy", "Chair's introduction", &["Prof. Jane Healy"]);
    splits("Jan Jansen (VNG): De toekomst van de stad", "De toekomst van de stad", &["Jan Jansen"]);
    splits("Plenary session Moderator: Joan Whitfield", "Plenary session", &["Joan Whitfield"]);
    splits("Stijn Aerts (Vervoerregio)", "Stijn Aerts (Vervoerregio)", &["Stijn Aerts"]);
    splits("Mot d'accueil par Mme Claire Dupont, maire", "Mot d'accueil", &["Claire Dupont"]);
}

#[test]
fn titles_without_people_stay_whole() {
    for title in [
        "Rufbus, Mitfahrbank und Co.",
        "Ambities: een korte aftrap",
        "Lunch en informatiemarkt",
        "Afsluiting door de voorzitter",
        "Vijf jaar Woo in cijfers",
        "Werken met de wet",
        "Welcome by the chair",
        "Working groups, round 1",
        "Paneldiscussie: openbaar, tenzij?",
    ] {
        splits(title, title, &[]);
    }
}

#[test]
fn lines_of_people() {
    let labelled = |text: &str| {
        of_labelled_line(text)
            .map(|people| people.into_iter().map(|person| person.name).collect::<Vec<_>>().join("+"))
    };
    assert_eq!(
        labelled("Referentinnen: Maike Sorge, Selin Öztürk").as_deref(),
        Some("Maike Sorge+Selin Öztürk")
    );
    assert_eq!(
        labelled("Met Pim Adelaar, Yvette Nijland en Roos Meeuwis. Moderator: Bas Entrop").as_deref(),
        Some("Pim Adelaar+Yvette Nijland+Roos Meeuwis+Bas Entrop")
    );
    assert_eq!(labelled("Intervenants :").as_deref(), Some(""));
    assert_eq!(labelled("Aan tafel (onder voorbehoud):").as_deref(), Some(""));
    assert_eq!(labelled("Met koffie en thee"), None);
    assert_eq!(labelled("Doelgroep: iedereen"), None);
    let plain = |text: &str| of_plain_line(text, false).map(|people| people.len());
    assert_eq!(plain("Mr. Pim Adelaar, advocaat bestuursrecht"), Some(1));
    assert_eq!(plain("Janneke Olthof, internist"), Some(1));
    assert_eq!(plain("Publiceren uit het zaaksysteem"), None);
    assert_eq!(plain("Kies uit vier workshops"), None);
}

#[test]
fn several_places_with_their_own_people() {
    splits(
        "Praxisbeispiele: Stadt Celle (Uwe Lorenz), Stadt Peine (Ines Hahn)",
        "Praxisbeispiele: Stadt Celle, Stadt Peine",
        &["Uwe Lorenz", "Ines Hahn"],
    );
    splits("Gesprek met ondernemers o.l.v. Yusuf Aydin", "Gesprek met ondernemers", &["Yusuf Aydin"]);
}

#[test]
fn nobody_is_looked_for_behind_the_first_bracket_that_is_never_closed() {
    splits("Gesprek (Jan Jansen, VNG", "Gesprek", &["Jan Jansen"]);
    splits("Gesprek :( met de wijk (Jan Jansen", "Gesprek :( met de wijk (Jan Jansen", &[]);
    splits("Gesprek (in de wijk) (Jan Jansen", "Gesprek (in de wijk)", &["Jan Jansen"]);
}

#[test]
fn a_line_that_is_too_long_is_only_a_title() {
    for piece in
        [", Jan Jansen", " en Jan Jansen", " door Jan Jansen", " (Jan Jansen)", " Spreker: Jan Jansen"]
    {
        let line = |times: usize| format!("Gesprek met Jan Bakker{}", piece.repeat(times));
        assert!(!split(&line(20)).speakers.is_empty(), "{piece}");
        let long = line(4_000);
        splits(&long, tidy(&long), &[]);
        assert_eq!((of_labelled_line(&long), of_talk_line(&long)), (None, None), "{piece}");
        assert_eq!(of_end("Lezing", &long), [], "{piece}");
    }
}

#[test]
fn a_contribution_is_no_part_of_what_somebody_does() {
    let shown = |text: &str| {
        of_contribution(text).map(|people| {
            let people = people.into_iter().map(|person| (person.name, person.role.unwrap_or_default()));
            people.collect::<Vec<_>>()
        })
    };
    let one = |name: &str, role: &str| Some(vec![(name.to_owned(), role.to_owned())]);
    for (text, name, role) in [
        ("bijdrage van Jan Rietveld, wethouder, over de kade", "Jan Rietveld", "wethouder"),
        (
            "bijdrage van Anna Smit, directeur van Stichting De Brug",
            "Anna Smit",
            "directeur van Stichting De Brug",
        ),
        ("bijdrage van Anna Smit over de haven", "Anna Smit", ""),
        ("korte toelichting door wethouder Jan Rietveld", "Jan Rietveld", "wethouder"),
        ("talk by Jane Healy (Port Office), about the quay", "Jane Healy", "Port Office"),
    ] {
        assert_eq!(shown(text), one(name, role), "{text}");
    }
    for text in [
        "wethouder van Jan Rietveld",
        "directeur van Stichting De Brug",
        "Bijdragen van Jan Rietveld",
        "bijdrage van de stad",
        "Anna van Dijk, wethouder",
    ] {
        assert_eq!(shown(text), None, "{text}");
    }
}
