//! What is listed, of invented programmes.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::day::{Day, DayFacts, Session, SessionFacts, Speaker};
use crate::domain::note::Note;
use crate::domain::sheet::Sheet;

/// A session as it stands in a test: "27 10:00-11:00 Title @Room", with parts left out from the front.
fn facts(text: &str) -> SessionFacts {
    let (mut facts, mut title) = (SessionFacts::default(), Vec::new());
    for word in text.split(' ') {
        let times = word.split_once('-').filter(|(start, _)| start.contains(':'));
        if let Some((start, end)) = times {
            facts.start = format!("{start}:00").parse().ok();
            facts.end = format!("{end}:00").parse().ok();
        } else if let Ok(day) = word.parse() {
            facts.date = NaiveDate::from_ymd_opt(2019, 12, day);
        } else if let Some(room) = word.strip_prefix('@') {
            facts.room = Some(room.to_owned());
        } else {
            title.push(word);
        }
    }
    facts.title = title.join(" ");
    facts
}

fn id(position: u32) -> SessionId {
    SessionId::from(Uuid::from_u128(position.into()))
}

fn book(sessions: &[&str]) -> Book {
    let page = |(position, text): (u32, &&str)| Page {
        session: Session {
            id: id(position),
            position,
            cancelled: false,
            private: false,
            starred: text.contains('*'),
            facts: facts(&text.replace('*', "")),
        },
        revision: 0,
        note: Note::default(),
        sheet: Sheet::default(),
    };
    let day = Day {
        id: DayId::from(Uuid::nil()),
        slug: String::new(),
        example: false,
        facts: DayFacts { date: NaiveDate::from_ymd_opt(2019, 12, 27), ..DayFacts::default() },
    };
    Book { day, pages: (1..).zip(sessions).map(page).collect() }
}

fn list(book: &Book) -> ProgrammeList {
    let mut list = ProgrammeList::default();
    list.read(Some(book));
    list
}

/// The rows as words: titles, "— 27" for a date, "= 10:00" for a slot, "+ 15" for a gap, "!" behind what clashes.
fn rows(list: &ProgrammeList, book: &Book) -> Vec<String> {
    let facts = |page: usize| &book.pages[page].session.facts;
    list.items()
        .iter()
        .map(|item| match *item {
            Item::Date(page) => format!("— {}", facts(page).date.expect("a date").format("%d")),
            Item::Slot { page, said } => {
                let end = if said == Said::Both { "-" } else { "" };
                let start = facts(page).start.map(|start| start.format("%H:%M").to_string());
                format!("= {}{end}", start.unwrap_or_default())
            }
            Item::Gap(minutes) => format!("+ {minutes}"),
            Item::Session { page, clashes, .. } => {
                format!("{}{}", facts(page).title, if clashes { "!" } else { "" })
            }
        })
        .collect()
}

fn listed(sessions: &[&str]) -> Vec<String> {
    let book = book(sessions);
    rows(&list(&book), &book)
}

#[test]
fn a_day_with_one_track_is_listed_in_its_own_order_with_its_gaps() {
    assert_eq!(listed(&["een", "twee", "drie"]), ["een", "twee", "drie"]);
    assert_eq!(
        listed(&["10:00-11:00 een", "11:00-11:30 twee", "11:45-12:00 drie", "zomaar", "13:00-14:00 vier"]),
        ["een", "twee", "+ 15", "drie", "zomaar", "vier"],
        "nobody knows how long what has no time takes"
    );
    assert_eq!(listed(&["12:00-13:00 een", "10:00-11:00 twee"]), ["een", "twee"], "as the person put them");
    assert_eq!(
        listed(&["09:00-17:00 balie", "10:00-11:00 een", "12:00-13:00 twee"]),
        ["balie", "een", "twee"]
    );
    assert_eq!(listed(&["23:00-01:00 feest", "09:00-10:00 anders"]), ["feest", "anders"]);
    assert_eq!(listed(&[]), Vec::<String>::new());
}

#[test]
fn parallel_sessions_stand_under_the_times_that_they_share() {
    assert_eq!(
        listed(&[
            "09:00-10:00 opening",
            "10:00-11:00 a @1",
            "zomaar",
            "10:00-10:30 b @2",
            "10:00-11:00 c @3"
        ]),
        ["= 09:00-", "opening", "= 10:00-", "a", "= -", "zomaar", "= 10:00", "b", "c"]
    );
    let rows = listed(&["10:00-11:00 a", "10:00-11:00 b", "11:20-12:00 c"]);
    assert_eq!(rows, ["= 10:00-", "a", "b", "+ 20", "= 11:20-", "c"]);
}

#[test]
fn several_dates_have_headings_and_no_gap_goes_through_the_night() {
    assert_eq!(
        listed(&["27 22:00-23:30 a", "28 00:15-01:00 b", "28 09:00-10:00 c"]),
        ["— 27", "a", "— 28", "b", "c"]
    );
    assert_eq!(
        listed(&["28 10:00-11:00 d", "27 10:00-11:00 a", "28 10:00-11:00 c", "27 10:00-11:00 b"]),
        ["— 27", "= 10:00-", "a", "b", "— 28", "= 10:00-", "d", "c"]
    );
}

#[test]
fn days_without_a_date_have_headings_too_and_are_no_parallel() {
    let mut book = book(&["10:00-11:00 a", "11:00-12:00 b", "10:00-11:00 c"]);
    book.day.facts.date = None;
    book.pages[2].session.facts.day = Some(2);
    let list = list(&book);
    let dates = list.items().iter().filter(|item| matches!(item, Item::Date(_))).count();
    assert_eq!((dates, list.items().len()), (2, 5));
    assert!(list.choices().dates.is_empty() && list.next_start(NaiveDateTime::MIN).is_none());
}

#[test]
fn what_is_no_longer_on_the_programme_fills_no_time_and_is_parallel_with_nothing() {
    let mut book = book(&["10:00-11:00 een", "11:00-12:00 weg", "11:00-11:30 ook", "12:00-13:00 drie"]);
    book.pages[1].session.cancelled = true;
    assert_eq!(rows(&list(&book), &book), ["een", "weg", "ook", "+ 30", "drie"]);
}

#[test]
fn sessions_with_a_star_at_the_same_time_are_known_to_each_other() {
    let book = book(&[
        "27 10:00-11:00 a*",
        "27 10:00-10:30 b*",
        "27 10:00-11:00 c",
        "27 11:00-12:00 d*",
        "27 23:30-01:00 e*",
        "28 00:30-02:00 f*",
    ]);
    let list = list(&book);
    assert_eq!(list.clashes(id(1)), [id(2)]);
    assert_eq!(list.clashes(id(2)), [id(1)]);
    assert!(list.clashes(id(3)).is_empty() && list.clashes(id(4)).is_empty());
    assert_eq!(list.clashes(id(5)), [id(6)], "after midnight too");
    assert_eq!(
        list.items().iter().filter(|item| matches!(item, Item::Session { clashes: true, .. })).count(),
        4
    );
}

/// So many sessions that there is a filter: two dates, three rooms, two slots a date.
fn many() -> Book {
    let sessions: Vec<String> = (0..30)
        .map(|nth| {
            let star = if nth % 10 == 3 { "*" } else { "" };
            format!(
                "{} {}:00-{}:30 Lezing nr.{nth}{star} @Zaal-{}",
                27 + nth / 15,
                10 + nth % 5,
                10 + nth % 5,
                nth % 3
            )
        })
        .collect();
    let mut book = book(&sessions.iter().map(String::as_str).collect::<Vec<_>>());
    book.pages[7].session.facts.speakers = vec![Speaker { name: "Zoë Ünal".to_owned(), role: None }];
    book.pages[8].session.facts.track = Some("Éthique".to_owned());
    book
}

fn shown(book: &Book, filter: Filter) -> Vec<u32> {
    let mut list = list(book);
    list.narrow(book, filter);
    let mut shown: Vec<u32> = (1..=30).filter(|position| !list.hides(id(*position))).collect();
    assert_eq!(shown.len(), list.shown());
    shown.sort_unstable();
    shown
}

#[test]
fn a_long_programme_is_narrowed_down_by_words_day_room_track_and_star() {
    let book = many();
    let words = |text: &str| shown(&book, Filter { text: text.to_owned(), ..Filter::default() });
    assert_eq!(words("").len(), 30);
    assert_eq!(words("zoe unal"), [8], "case and accents do not count");
    assert_eq!(words("ETHIQUE"), [9]);
    assert_eq!(words("nr.29 lezing"), [30], "in any order");
    assert_eq!(words("zaal-1").len(), 10);
    assert_eq!(words("bestaat niet"), Vec::<u32>::new());
    let date = NaiveDate::from_ymd_opt(2019, 12, 28);
    assert_eq!(shown(&book, Filter { date, ..Filter::default() }), (16..=30).collect::<Vec<_>>());
    let room = Some("Zaal-0".to_owned());
    let both = Filter { date, room, ..Filter::default() };
    assert_eq!(shown(&book, both), [16, 19, 22, 25, 28]);
    assert_eq!(shown(&book, Filter { starred: true, ..Filter::default() }), [4, 14, 24]);
    let track = Some("Éthique".to_owned());
    assert_eq!(shown(&book, Filter { track, ..Filter::default() }), [9]);
}

#[test]
fn rooms_are_in_the_order_in_which_people_look_for_them() {
    let book = book(&["a @Zaal-10", "b @zaal-9", "c @Zaal-9", "d @Écluse", "e @Aula", "f @Zaal-10", "g"]);
    let list = list(&book);
    assert_eq!(list.choices().rooms, ["Aula", "Écluse", "Zaal-9", "zaal-9", "Zaal-10"]);
    assert!(list.choices().tracks.is_empty());
}

#[test]
fn the_next_session_is_the_next_that_is_shown() {
    let book = many();
    let mut list = list(&book);
    assert_eq!(list.neighbour(id(1), 1), Some(id(6)), "by time: nr.0 and nr.5 both begin at ten");
    list.narrow(&book, Filter { starred: true, ..Filter::default() });
    assert_eq!(list.neighbour(id(4), 1), Some(id(14)));
    assert_eq!(list.neighbour(id(4), 2), Some(id(24)));
    assert_eq!(list.neighbour(id(24), -1), Some(id(14)));
    assert_eq!(list.neighbour(id(24), 1), None);
    assert_eq!(list.neighbour(id(16), -1), Some(id(14)), "from one that is not shown");
    assert_eq!(list.neighbour(id(99), 1), None);
}

#[test]
fn a_filter_stays_with_its_day_and_lets_go_of_what_is_gone() {
    let mut long = many();
    let mut list = list(&long);
    let revision = list.revision();
    let room = Some("Zaal-1".to_owned());
    list.narrow(&long, Filter { room, starred: true, ..Filter::default() });
    assert!(list.revision() > revision);
    assert_eq!(list.shown(), 1);

    let mut other = book(&["een", "twee"]);
    other.day.id = DayId::from(Uuid::from_u128(1));
    list.read(Some(&other));
    assert!(!list.has_filter() && list.filter().is_empty());
    assert_eq!(list.shown(), 2);

    for page in &mut long.pages {
        page.session.facts.room = None;
    }
    list.read(Some(&long));
    assert_eq!(*list.filter(), Filter { starred: true, ..Filter::default() });
    assert_eq!(list.shown(), 3);
    list.read(None);
    assert_eq!((list.total(), list.items().len()), (0, 0));
}
