//! What is offered for `#` and `@`, and in which order.

use uuid::Uuid;

use super::*;
use crate::domain::day::{Day, DayFacts, Session, SessionFacts};
use crate::domain::id::DayId;
use crate::domain::note::Note;
use crate::domain::points::Point;
use crate::domain::sheet::Sheet;

fn trend(tag: &str, label: &str, aliases: &[&str]) -> Trend {
    let aliases = aliases.iter().map(ToString::to_string).collect();
    Trend { tag: tag.to_owned(), label: label.to_owned(), aliases }
}

fn page(number: u32, speakers: &[(&str, &str)], lists: Vec<PointList>) -> Page {
    let speakers = speakers
        .iter()
        .map(|(name, role)| Speaker { name: (*name).to_owned(), role: Some((*role).to_owned()) })
        .collect();
    let session = Session {
        id: SessionId::from(Uuid::from_u128(number.into())),
        position: number,
        cancelled: false,
        private: false,
        starred: false,
        facts: SessionFacts { speakers, lists, ..SessionFacts::default() },
    };
    Page { session, revision: 0, note: Note::default(), sheet: Sheet::default() }
}

fn list(kind: PointListKind, points: &[(&str, Option<&str>)]) -> PointList {
    let points = points
        .iter()
        .map(|(label, tag)| Point { label: (*label).to_owned(), tag: tag.map(str::to_owned) })
        .collect();
    PointList { title: "Lijst".to_owned(), kind, points }
}

fn book() -> Book {
    let trends = vec![
        trend("toezicht", "De basis op orde: toezicht en handhaving", &["handhaving"]),
        trend("onderhoud", "De noodzaak van permanent onderhoud", &[]),
        trend("jeugd-en-drugs", "Café, jeugd en drugs", &["jonge-aanwas"]),
    ];
    let numbered = list(
        PointListKind::Trends,
        &[("Permanent onderhoud", Some("onderhoud")), ("Zonder kort woord over toezicht", None)],
    );
    let day = Day {
        id: DayId::from(Uuid::nil()),
        slug: "oefendag".to_owned(),
        example: false,
        facts: DayFacts { trends, ..DayFacts::default() },
    };
    let pages = vec![
        page(1, &[("dr. Julien van Oost", "lector, Avans Hogeschool")], vec![numbered]),
        page(2, &[("Bram Bakker", "burgemeester van Tiel"), ("Brechtje Oostvogel", "adviseur")], vec![]),
    ];
    Book { day, pages }
}

fn heard(book: &Book, notes: &[&[&str]]) -> BTreeMap<SessionId, Named> {
    let pages = book.pages.iter().zip(notes);
    pages
        .map(|(page, lines)| {
            let lists = &page.session.facts.lists;
            (page.session.id, Named::of_lines(lines.iter().copied(), &book.day.facts.trends, lists.iter()))
        })
        .collect()
}

fn offered(sign: Sign, typed: &str, on_page: usize) -> Vec<String> {
    let book = book();
    let heard = heard(
        &book,
        &[&["#onrust #toezicht"], &["#handhaving door @[Bram Bakker]", "@Fatima #onrust", "@bram"]],
    );
    let lines = ["#wijkaanpak met @[Oscar de Boer]", "@Fatima"];
    let speakers = [Speaker { name: "Prof. Bo Bakker".to_owned(), role: None }];
    let elsewhere = Elsewhere::gather(
        vec![trend("ondermijning", "Ondermijning", &[]), trend("Handhaving", "Handhaving", &[])],
        &speakers,
        lines.into_iter(),
    );
    let choices = choices(sign, &book, &book.pages[on_page], &heard, &elsewhere, None);
    let fitting = fitting(&choices, typed, 8);
    fitting.best.into_iter().map(|choice| format!("{} {}", choice.written, choice.lines)).collect()
}

#[test]
fn trends_of_the_session_go_first_then_of_the_day_then_typed_ones_then_of_other_days() {
    let all = [
        "#onderhoud 0",
        "#2 0",
        "#toezicht 2",
        "#jeugd-en-drugs 0",
        "#onrust 2",
        "#ondermijning 0",
        "#wijkaanpak 0",
    ];
    assert_eq!(offered(Sign::Trend, "", 0), all);
    assert_eq!(offered(Sign::Trend, "", 1)[0], "#toezicht 2", "another session has no list");
}

#[test]
fn what_begins_with_the_typed_text_goes_first_then_words_inside_then_the_rest() {
    assert_eq!(offered(Sign::Trend, "on", 0), ["#onderhoud 0", "#onrust 2", "#ondermijning 0"]);
    assert_eq!(offered(Sign::Trend, "hand", 0), ["#toezicht 2"], "an alias is its trend");
    assert_eq!(offered(Sign::Trend, "TOEZ", 0), ["#toezicht 2", "#2 0"]);
    assert_eq!(offered(Sign::Trend, "jeugd_en", 0), ["#jeugd-en-drugs 0"]);
    assert_eq!(offered(Sign::Trend, "cafe", 0), ["#jeugd-en-drugs 0"], "accents do not matter");
    assert_eq!(offered(Sign::Trend, "aanwas", 0), ["#jeugd-en-drugs 0"]);
    assert_eq!(offered(Sign::Trend, "mijning", 0), ["#ondermijning 0"], "inside a word");
    assert!(offered(Sign::Trend, "zzz", 0).is_empty());
    assert!(offered(Sign::Trend, "onderhoud", 0).is_empty(), "what is whole needs no help");
}

#[test]
fn a_number_is_a_point_of_this_sessions_list() {
    assert_eq!(offered(Sign::Trend, "1", 0), ["#onderhoud 0"]);
    assert_eq!(offered(Sign::Trend, "2", 0), ["#2 0"], "a point without a tag shows what it is");
    assert!(offered(Sign::Trend, "1", 1).is_empty());
}

#[test]
fn who_speaks_here_goes_first_then_the_day_then_other_days() {
    assert_eq!(
        offered(Sign::Name, "", 0),
        [
            "@[Julien van Oost] 0",
            "@[Bram Bakker] 2",
            "@[Brechtje Oostvogel] 0",
            "@[Avans Hogeschool] 0",
            "@Tiel 0",
            "@Fatima 1",
            "@[Bo Bakker] 0",
            "@[Oscar de Boer] 0",
        ]
    );
    assert_eq!(offered(Sign::Name, "", 1)[0], "@[Bram Bakker] 2");
}

#[test]
fn any_word_of_a_name_will_do_and_titles_do_not() {
    assert_eq!(offered(Sign::Name, "oos", 1), ["@[Brechtje Oostvogel] 0", "@[Julien van Oost] 0"]);
    assert_eq!(offered(Sign::Name, "Julien van O", 1), ["@[Julien van Oost] 0"]);
    assert_eq!(offered(Sign::Name, "burge", 0), ["@[Bram Bakker] 2"], "what somebody does will do too");
    assert!(offered(Sign::Name, "dr", 0).is_empty());
    assert!(offered(Sign::Name, "Fatima", 0).is_empty(), "what is whole needs no help");
}

#[test]
fn who_makes_the_notes_can_be_named_once() {
    let book = book();
    let named = |me: &str, typed: &str| {
        let me = Person {
            name: me.to_owned(),
            role: Some("Gemeente Voorbeeld".to_owned()),
            known_as: KnownAs::Named,
            sessions: Vec::new(),
            lines: 0,
        };
        let elsewhere = Elsewhere::gather(Vec::new(), &[], ["@[Noor de Wit]"].into_iter());
        let page = &book.pages[0];
        let choices = choices(Sign::Name, &book, page, &BTreeMap::new(), &elsewhere, Some(&me));
        let best = fitting(&choices, typed, 8).best;
        best.into_iter().map(|choice| format!("{} {}", choice.written, choice.about)).collect::<Vec<_>>()
    };
    assert_eq!(named("Noor de Wit", "noor"), ["@[Noor de Wit] Gemeente Voorbeeld"]);
    assert_eq!(named("Iemand Anders", "and"), ["@[Iemand Anders] Gemeente Voorbeeld"]);
}

#[test]
fn more_may_fit_than_are_shown() {
    let book = book();
    let choices = choices(Sign::Name, &book, &book.pages[0], &BTreeMap::new(), &Elsewhere::default(), None);
    let fitting = fitting(&choices, "", 2);
    assert_eq!((fitting.best.len(), fitting.count), (2, 5));
}

#[test]
fn what_is_written_is_read_back_as_the_name() {
    for name in ["Fatima", "Julien van Oost", "O'Neill", "P. Zwart", "J.", "politie-eenheid", "[x] y"] {
        let written = line::mention_of(name);
        let read = line::parse(&written).mentions;
        assert_eq!(read.len(), 1, "{written}");
        assert_eq!(read[0].span, 0..written.len(), "{written}");
    }
}
