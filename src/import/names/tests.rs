//! What is a name, and what is not.

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
        ("M. Bakker", "M. Bakker"),
        ("M. de Vries, wethouder", "M. de Vries = wethouder"),
        ("M. Night Shyamalan", "M. Night Shyamalan"),
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
