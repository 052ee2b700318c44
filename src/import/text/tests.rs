//! What holds for any text, whatever stands in it.

use chrono::Datelike;
use proptest::prelude::*;

use super::*;

/// Pieces that programmes are made of, so that random texts come near to one.
const PIECES: [&str; 40] = [
    "9.00 uur",
    "10:15-11:00",
    "1:30 pm",
    "ab 14 Uhr",
    "11h30",
    "Programma",
    "Agenda:",
    "Day 2",
    "dinsdag 5 maart 2024",
    "• ",
    "- ",
    "3. ",
    "A. ",
    "| ",
    "\t",
    "    ",
    "Pauze",
    "Lunch",
    "Opening",
    "Workshopronde 1",
    "Welkom door ",
    "Jan de Vries",
    "Prof. Dr. Anna Meier (Uni Ulm)",
    "Speaker: ",
    "zaal 2",
    "(foyer)",
    " – ",
    ", ",
    "Aansluitend:",
    "regio-",
    "‘citaat",
    "„",
    "[x](y)",
    "**",
    "e\u{301}",
    "🕘",
    "\u{a0}",
    "00:00",
    "24:00",
    ".",
];

fn near_programme() -> impl Strategy<Value = String> {
    let line = prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..6)
        .prop_map(|pieces| pieces.concat());
    prop::collection::vec(line, 0..25).prop_map(|lines| lines.join("\n"))
}

/// Every line that is not blank belongs to a session or is left out; sessions have titles and lines of the text.
fn holds_together(text: &str) {
    let programme = read(text);
    assert_eq!(programme.sessions.len(), programme.sources.len());
    let count = text.lines().count();
    for (session, source) in programme.sessions.iter().zip(&programme.sources) {
        assert!(session.title.chars().any(char::is_alphanumeric), "{session:?}");
        assert!(
            *source.start() >= 1 && source.start() <= source.end() && *source.end() <= count,
            "{source:?}"
        );
        assert!(session.speakers.iter().all(|speaker| !speaker.name.trim().is_empty()), "{session:?}");
    }
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let used = programme.sources.iter().any(|source| source.contains(&number));
        let listed = programme.left_out.iter().any(|left| left.line == number);
        assert!(
            used != listed,
            "line {number} is {} in {text:?}: {line:?}",
            if used { "both" } else { "neither" }
        );
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,400}") {
        holds_together(&text);
    }

    #[test]
    fn no_text_that_is_nearly_a_programme_breaks_the_reader(text in near_programme()) {
        holds_together(&text);
    }
}

#[test]
fn a_text_without_a_programme_gives_none_and_lists_its_lines() {
    let programme = read("Beste Jan,\n\nTot morgen om 9.00 uur!\nGroet, Els\n");
    assert!(programme.sessions.is_empty());
    let lines: Vec<usize> = programme.left_out.iter().map(|left| left.line).collect();
    assert_eq!(lines, [1, 3, 4]);
    assert_eq!(read(""), Programme { format: "text", ..Programme::default() });
}

#[test]
fn days_without_dates_are_numbered() {
    let programme = read("Dag 1\n9.00 Inloop\n10.00 Lezing\nDag 2\n9.00 Ontbijt\n10.00 Vertrek\n");
    let days: Vec<Option<u32>> = programme.sessions.iter().map(|session| session.day).collect();
    assert_eq!(days, [Some(1), Some(1), Some(2), Some(2)]);
    assert_eq!(programme.day.date, None);
}

#[test]
fn days_with_dates_have_them() {
    let programme = read(
        "Congres\nMonday 2 June 2025\n9:00 Registration\n10:00 Talk\nTuesday 3 June\n9:00 Workshop\n12:00 Lunch\n",
    );
    let dates: Vec<Option<NaiveDate>> = programme.sessions.iter().map(|session| session.date).collect();
    let june = |day| NaiveDate::from_ymd_opt(2025, 6, day);
    assert_eq!(dates, [june(2), june(2), june(3), june(3)]);
    assert_eq!((programme.day.date, programme.day.last_date), (june(2), june(3)));
    assert_eq!(programme.day.title, "Congres");
}

#[test]
fn what_may_surprise_is_told() {
    let kinds = |text: &str| read(text).warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>();
    assert_eq!(kinds("10.50 – 10.35 Delen\n14.00 Einde\n"), [WarningKind::EndBeforeStart]);
    assert_eq!(kinds("9:30 Arrivals\n12:30 Lunch\n1:15 Walk\n"), [WarningKind::TwelveHours]);
}

#[test]
fn the_day_after_midnight_is_the_next_date() {
    let programme = read("Feest op zaterdag 7 juni 2025\n22:00 Band\n00:30 DJ\n02:00 Einde\n");
    let dates: Vec<Option<NaiveDate>> = programme.sessions.iter().map(|session| session.date).collect();
    assert_eq!(dates, [None, NaiveDate::from_ymd_opt(2025, 6, 8), NaiveDate::from_ymd_opt(2025, 6, 8)]);
}

#[test]
fn what_is_beyond_hundreds_of_pages_is_told_and_not_read() {
    let many = (1..=20_010).map(|number| format!("10:00 Onderdeel {number}\n"));
    let programme = read(&many.collect::<String>());
    assert_eq!(programme.sessions.len(), 20_000);
    let told: Vec<_> =
        programme.left_out.iter().map(|line| (line.line, line.text.as_str(), line.reason)).collect();
    assert_eq!(told, [(20_001, "10:00 Onderdeel 20001", Reason::TooMany)]);
}

#[test]
fn a_torn_line_of_thousands_of_signs_is_a_title() {
    for piece in [
        "hoi :( ",
        "(",
        "[x](",
        "* (",
        ", Jan Jansen",
        " en Jan Jansen",
        " door Jan",
        "Spreker: ",
        "1 (9:00 ",
    ] {
        let title = piece.repeat(4_000);
        let programme = read(&format!("Programma\n9.00 Welkom\n10:00 x {title}\n11:00 Einde\n"));
        assert_eq!(programme.sessions.len(), 3, "{piece}");
        let session = &programme.sessions[1];
        assert!(session.speakers.is_empty() && session.room.is_none(), "{piece}: {:?}", session.speakers);
        assert!(session.title.starts_with('x'), "{piece}");
    }
}

#[test]
fn an_m_is_a_monsieur_only_in_french() {
    let names = |text: &str| -> Vec<String> {
        let sessions = read(text).sessions.into_iter();
        sessions.flat_map(|session| session.speakers).map(|speaker| speaker.name).collect()
    };
    assert_eq!(
        names("9.00 Welkom door M. Bakker\n10.00 Lezing door M. de Vries, wethouder\n"),
        ["M. Bakker", "M. de Vries"]
    );
    assert_eq!(names("9:00 Coffee\n10:00 Keynote by M. Night Shyamalan\n"), ["M. Night Shyamalan"]);
    assert_eq!(
        names("9h00 Accueil par Mme Claire Dupont\n10h00 Exposé par M. Luc Perrin\n"),
        ["Claire Dupont", "Luc Perrin"]
    );
}

#[test]
fn days_of_a_range_are_named_by_their_day_of_the_week() {
    let dates = |headings: [&str; 2]| {
        let [one, two] = headings;
        let text = format!(
            "Programma 12-13 november 2025\n{one}\n9.00 Inloop\n10.00 Lezing\n{two}\n9.00 Ontbijt\n10.00 Vertrek\n"
        );
        let programme = read(&text);
        let november = |day| NaiveDate::from_ymd_opt(2025, 11, day);
        assert_eq!((programme.day.date, programme.day.last_date), (november(12), november(13)), "{text}");
        programme.sessions.iter().map(|session| session.date.map_or(0, |date| date.day())).collect::<Vec<_>>()
    };
    assert_eq!(dates(["Woensdag 12", "Donderdag 13"]), [12, 12, 13, 13]);
    assert_eq!(dates(["Woensdag", "Donderdag"]), [12, 12, 13, 13]);
    assert_eq!(dates(["## Woensdag 12 ", "## Donderdag 13:"]), [12, 12, 13, 13]);
    // Outside the range, or with a day of the week that it does not have: not guessed.
    assert_eq!(dates(["Woensdag 12", "Vrijdag 14"]), [12, 12, 0, 0]);
    assert_eq!(dates(["Woensdag 12", "Vrijdag 13"]), [12, 12, 0, 0]);
    // Nothing above the first day but the title.
    assert_eq!(dates(["", "Donderdag 13"]), [12, 12, 13, 13]);
    assert_eq!(dates(["", "Donderdag"]), [12, 12, 13, 13]);
}

#[test]
fn bullets_with_contributions_give_roles_and_are_kept() {
    let bullets =
        "bijdrage van Jan Rietveld, wethouder, over de kade\nbijdrage van Anna Smit, directeur van De Brug";
    let text = format!(
        "9.00 Welkom\n9.30 Gesprek over de haven\n • {}\n11.00 Einde\n",
        bullets.replace('\n', "\n • ")
    );
    let session = &read(&text).sessions[1];
    let shown = session.speakers.iter().map(|person| (person.name.as_str(), person.role.as_deref()));
    let expected = [("Jan Rietveld", Some("wethouder")), ("Anna Smit", Some("directeur van De Brug"))];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
    assert_eq!(session.summary.as_deref(), Some(bullets));
}
