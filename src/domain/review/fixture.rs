//! Books for the tests of what is looked at afterwards: small ones by hand, and random ones.

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_oneof};
use uuid::Uuid;

use crate::domain::book::{Book, Page};
use crate::domain::day::{Day, DayFacts, Session, SessionFacts, Speaker};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::note::{Note, NoteLine};
use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::sheet::Sheet;
use crate::domain::trend::Trend;

/// A day without a date, with these sessions and their notes. Each session has two speakers.
pub fn book(notes: &[(&str, &str)]) -> Book {
    let pages = (1..).zip(notes).map(|(position, (title, note))| page(position, title, note)).collect();
    let trend = |tag: &str, label: &str, alias: &str| Trend {
        tag: tag.to_owned(),
        label: label.to_owned(),
        aliases: vec![alias.to_owned()],
    };
    let trends = vec![
        trend("boa", "Gemeenten en boa's", "handhaving"),
        trend("jeugd-zorg", "Zorg voor jeugd", "jeugd"),
    ];
    let facts = DayFacts { title: "Wijkdag".to_owned(), trends, ..DayFacts::default() };
    let day = Day { id: DayId::from(Uuid::from_u128(1)), slug: "wijkdag".to_owned(), example: false, facts };
    Book { day, pages }
}

/// The same on a date.
pub fn day_of(date: &str, notes: &[(&str, &str)]) -> Book {
    let mut book = book(notes);
    let date: chrono::NaiveDate = date.parse().expect("a date");
    book.day.facts.date = Some(date);
    let number = u128::try_from(date.to_epoch_days()).expect("a date after 1970");
    book.day.id = DayId::from(Uuid::from_u128(number));
    for page in &mut book.pages {
        page.session.id = SessionId::from(Uuid::from_u128((number << 64) | page.session.id.uuid().as_u128()));
    }
    book
}

fn page(position: u32, title: &str, note: &str) -> Page {
    let speaker =
        |name: &str| Speaker { name: name.to_owned(), role: Some("adviseur, gemeente Tilburg".into()) };
    let facts = SessionFacts {
        title: title.to_owned(),
        speakers: vec![speaker("dr. Bram Bakker"), speaker("Samira Yilmaz")],
        ..SessionFacts::default()
    };
    let session = Session {
        id: SessionId::from(Uuid::from_u128(position.into())),
        position,
        cancelled: false,
        private: false,
        starred: false,
        facts,
    };
    let line = |(nth, text): (u128, &str)| NoteLine {
        id: LineId::from(Uuid::from_u128((u128::from(position) << 32) | nth)),
        text: text.to_owned(),
        noted_at: "2023-03-16T14:32:00+01:00".parse().expect("a moment"),
        author: AuthorId::from(Uuid::nil()),
    };
    let lines = (1..).zip(note.split('\n')).map(line).collect();
    Page { session, revision: 0, note: Note::from_lines(lines), sheet: Sheet::default() }
}

/// Random lines, of every kind and with every mark, and a few that are only signs.
fn any_line() -> impl Strategy<Value = String> {
    let lead = prop_oneof!["", "  ", "\t", "    "];
    let kind = prop_oneof![
        "",
        "- \\[ \\] ",
        "- \\[x\\] ",
        "afspraak: ",
        "vraag: ",
        "\\? ",
        "> ",
        "cijfer: ",
        "# ",
        "[1-4]\\. ",
        "#[1-3] ",
        "- "
    ];
    let mark = prop_oneof!["", "★ ", "privé: ", "// "];
    let word = prop_oneof![
        "#(boa|Handhaving|jeugd_zorg|JEUGD|nieuw|Nieuw|wát)",
        "@(Bram|samira|Noor)",
        "@\\[(Noor de Wit|Bram Bakker|dr\\. Noor Wit)\\]",
        "vóór 12 april",
        "47 van 258",
        "(bellen|café|Praten|meer)",
        "— Noor",
        "\\PC{0,6}"
    ];
    let words = prop::collection::vec(word, 0..5);
    (lead, kind, mark, words)
        .prop_map(|(lead, kind, mark, words)| format!("{lead}{kind}{mark}{}", words.join(" ")))
}

/// A book costs far more than a line: fewer of them are tried than usual.
pub fn few() -> ProptestConfig {
    ProptestConfig::with_cases(100)
}

/// Books of a few sessions, some of them private, some with a list of trends.
pub fn any_book() -> impl Strategy<Value = Book> {
    let note = prop::collection::vec(any_line(), 0..9);
    let session = (note, proptest::bool::weighted(0.2), proptest::bool::ANY);
    prop::collection::vec(session, 0..4).prop_map(|sessions| {
        let notes: Vec<String> = sessions.iter().map(|(lines, ..)| lines.join("\n")).collect();
        let notes: Vec<(&str, &str)> = notes.iter().map(|note| ("Onderdeel", note.as_str())).collect();
        let mut book = book(&notes);
        for (page, (_, private, has_list)) in book.pages.iter_mut().zip(&sessions) {
            page.session.private = *private;
            if *has_list {
                page.session.facts.lists = vec![list(PointListKind::Trends, &["boa", "jeugd", "onrust"])];
            }
        }
        book
    })
}

/// A list of points with these tags and labels.
pub fn list(kind: PointListKind, tags: &[&str]) -> PointList {
    let point = |tag: &&str| Point { label: (*tag).to_owned(), tag: Some((*tag).to_owned()) };
    PointList { title: "Lijst".to_owned(), kind, points: tags.iter().map(point).collect() }
}
