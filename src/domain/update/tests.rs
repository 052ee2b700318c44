//! What two programmes have to do with each other.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::day::{Day, Session, SessionKind, Speaker};
use crate::domain::id::{AuthorId, DayId, LineId};
use crate::domain::note::{Note, NoteLine};

fn id(number: usize) -> SessionId {
    SessionId::from(Uuid::from_u128(number as u128 + 1))
}

fn session(title: &str) -> SessionFacts {
    SessionFacts { title: title.to_owned(), ..SessionFacts::default() }
}

fn at(title: &str, start: &str) -> SessionFacts {
    SessionFacts { start: format!("{start}:00").parse().ok(), ..session(title) }
}

fn by(title: &str, speaker: &str) -> SessionFacts {
    let speakers = vec![Speaker { name: speaker.to_owned(), role: None }];
    SessionFacts { speakers, ..session(title) }
}

fn programme(sessions: Vec<SessionFacts>) -> Programme {
    Programme { sessions, ..Programme::default() }
}

/// The day that a programme makes; the sessions get the ids 0, 1, …
fn book(sessions: Vec<SessionFacts>) -> Book {
    let pages = sessions.into_iter().enumerate().map(|(index, facts)| page(index, facts)).collect();
    let day =
        Day { id: DayId::from(Uuid::nil()), slug: String::new(), example: false, facts: DayFacts::default() };
    renumbered(Book { day, pages })
}

fn page(index: usize, facts: SessionFacts) -> Page {
    let cancelled = facts.cancelled;
    let session = Session { id: id(index), position: 0, cancelled, private: false, starred: false, facts };
    Page { session, revision: 0, note: Note::default(), sheet: Sheet::default() }
}

fn renumbered(mut book: Book) -> Book {
    for (position, page) in (1..).zip(&mut book.pages) {
        page.session.position = position;
    }
    book
}

fn noted(book: &mut Book, index: usize) {
    let line = NoteLine {
        id: LineId::from(Uuid::from_u128(index as u128)),
        text: "genoteerd".to_owned(),
        noted_at: "2023-03-16T14:32:00+01:00".parse().expect("a moment"),
        author: AuthorId::from(Uuid::nil()),
    };
    book.page_mut(id(index)).expect("a session").note = Note::from_lines(vec![line]);
}

/// The day after an update of which what `accepts` says yes to is taken over; what is new gets the next ids.
fn after(book: &Book, newer: &Programme, accepts: impl Fn(Difference) -> bool) -> Book {
    let plan = Update::between(book, newer).plan(book, newer, accepts);
    let facts: HashMap<SessionId, SessionFacts> = plan.facts.into_iter().collect();
    let mut next = 10_000;
    let pages = plan.order.iter().map(|slot| match slot {
        Slot::There(session) => {
            let mut page = book.page(*session).expect("a session of the day").clone();
            if let Some(facts) = facts.get(session) {
                page.session.facts = facts.clone();
                page.session.cancelled = facts.cancelled;
            }
            page
        }
        Slot::New(index) => {
            next += 1;
            page(next, newer.sessions[*index].clone())
        }
    });
    let mut day = book.day.clone();
    day.facts = plan.day.unwrap_or(day.facts);
    renumbered(Book { day, pages: pages.collect() })
}

fn titles(book: &Book) -> Vec<&str> {
    book.pages.iter().map(|page| page.session.facts.title.as_str()).collect()
}

#[test]
fn the_same_programme_changes_nothing() {
    let sessions =
        vec![at("Welkom", "09:30"), session("Pauze"), by("Lezing", "Noor de Wit"), session("Pauze")];
    let book = book(sessions.clone());
    let newer = programme(sessions);
    let update = Update::between(&book, &newer);
    assert!(update.is_empty(), "{update:?}");
    assert_eq!(update.unchanged(), 4);
    assert!(update.plan(&book, &newer, |_| true).is_empty(&book));
}

#[test]
fn an_id_goes_before_a_title_and_says_what_changed() {
    let with_id = |facts: SessionFacts, id: &str| SessionFacts { external_id: Some(id.to_owned()), ..facts };
    let old = vec![with_id(at("Lezing", "10:00"), "a"), with_id(at("Slot", "17:00"), "b")];
    let book = book(old);
    let room = Some("Zaal 2".to_owned());
    let renamed = SessionFacts { room, ..with_id(at("Slot", "10:30"), "a") };
    let newer = programme(vec![renamed, with_id(at("Lezing", "17:00"), "b")]);
    let update = Update::between(&book, &newer);
    let first = update.pair(id(0)).expect("a pair");
    assert_eq!(first.newer, 0);
    let said = |fact, old: &str, new: &str| Change { fact, old: old.to_owned(), new: new.to_owned() };
    assert_eq!(
        first.changes,
        [
            said(Fact::Title, "Lezing", "Slot"),
            said(Fact::Times, "10:00", "10:30"),
            said(Fact::Room, "", "Zaal 2")
        ]
    );
}

#[test]
fn without_ids_the_title_the_speakers_and_the_time_say_which_is_which() {
    let book = book(vec![
        at("Pauze", "10:30"),
        at("Pauze", "15:00"),
        by("De dialoog aangaan", "dr. Noor de Wit"),
        by("Wandeling", "Bram"),
    ]);
    let newer = programme(vec![
        at("Pauze", "15:15"),
        by("De  Dialoog aangaan!", "Noor de Wit"),
        by("Wandeling", "Els"),
        at("PAUZE", "10:45"),
    ]);
    let update = Update::between(&book, &newer);
    let partner = |index| update.pair(id(index)).map(|pair| pair.newer);
    assert_eq!([partner(0), partner(1), partner(2), partner(3)], [Some(3), Some(0), Some(1), Some(2)]);
    assert_eq!(update.pair(id(3)).expect("a pair").changes[0].fact, Fact::Speakers);
}

#[test]
fn one_that_goes_elsewhere_is_the_only_one_that_moves() {
    let book = book(["Welkom", "Lezing", "Wandeling", "Slot"].map(session).to_vec());
    let newer = programme(["Wandeling", "Welkom", "Lezing", "Slot"].map(session).to_vec());
    let update = Update::between(&book, &newer);
    assert_eq!(update.differences(), [Difference::Moved(id(2))]);
    assert_eq!(titles(&after(&book, &newer, |_| true)), ["Wandeling", "Welkom", "Lezing", "Slot"]);
    assert_eq!(titles(&after(&book, &newer, |_| false)), titles(&book));
}

#[test]
fn what_is_gone_stays_in_its_place_when_there_is_something_in_it_and_is_marked_once() {
    let mut book = book(["Welkom", "Oud", "Leeg", "Slot"].map(session).to_vec());
    noted(&mut book, 1);
    let newer = programme(["Welkom", "Nieuw", "Slot"].map(session).to_vec());
    let update = Update::between(&book, &newer);
    assert_eq!(update.gone(id(1)).map(|gone| (gone.stays, gone.lines)), Some((true, 1)));
    assert_eq!(update.gone(id(2)).map(|gone| gone.stays), Some(false));
    let next = after(&book, &newer, Difference::is_certain);
    assert_eq!(titles(&next), ["Welkom", "Oud", "Nieuw", "Slot"]);
    assert!(next.pages[1].session.cancelled && !next.pages[2].session.cancelled);
    assert!(Update::between(&next, &newer).is_empty(), "the second time there is nothing to say");
    let back = programme(["Welkom", "Oud", "Slot"].map(session).to_vec());
    let again = after(&next, &back, |_| true);
    assert_eq!((titles(&again), again.pages[1].session.cancelled), (vec!["Welkom", "Oud", "Slot"], false));
}

#[test]
fn what_a_person_added_is_not_missed() {
    let by_hand = |title: &str| SessionFacts { by_hand: true, ..session(title) };
    let mut book = book(vec![by_hand("Notities"), session("Lezing"), by_hand("Enquête"), session("Slot")]);
    noted(&mut book, 0);
    let newer = programme(["Welkom", "Lezing", "Slot"].map(session).to_vec());
    let next = after(&book, &newer, |_| true);
    assert_eq!(titles(&next), ["Notities", "Welkom", "Lezing", "Enquête", "Slot"]);
    assert!(next.pages.iter().all(|page| !page.session.cancelled));
    let newer = programme(["Welkom", "Lezing", "Enquete", "Slot"].map(session).to_vec());
    let next = after(&next, &newer, |_| true);
    assert_eq!(titles(&next), ["Notities", "Welkom", "Lezing", "Enquete", "Slot"]);
    assert!(!next.pages[3].session.facts.by_hand, "now it is on the programme");
}

#[test]
fn a_renamed_session_is_offered_and_keeps_its_id_when_a_person_says_so() {
    let mut book = book(vec![at("Uitdagingen lokaal veiligheidsbeleid", "10:00"), at("Borrel", "17:00")]);
    noted(&mut book, 0);
    let newer = programme(vec![
        at("Uitdagingen van lokaal veiligheidsbeleid in 2023", "10:00"),
        at("Borrel", "17:00"),
    ]);
    let update = Update::between(&book, &newer);
    let offered = Difference::Renamed(id(0), 0);
    assert!(update.differences().contains(&offered));
    let next = after(&book, &newer, |_| true);
    assert_eq!(next.pages[0].session.id, id(0));
    assert_eq!(next.pages.len(), 2);
    let careful = after(&book, &newer, Difference::is_certain);
    assert!(careful.pages.iter().any(|page| page.session.id == id(0) && page.session.cancelled));
    assert_eq!(careful.pages.len(), 3);
}

#[test]
fn nothing_alike_is_offered_for_what_is_something_else() {
    let mut book = book(vec![at("Geografie van onvrede", "10:00")]);
    noted(&mut book, 0);
    let update = Update::between(&book, &programme(vec![at("Stadswandeling", "10:00")]));
    assert_eq!(update.differences(), [Difference::New(0), Difference::Vanished(id(0))]);
}

#[test]
fn a_programme_that_never_speaks_of_rooms_empties_none() {
    let room = Some("Zaal 1".to_owned());
    let role = Some("wethouder".to_owned());
    let speakers = vec![Speaker { name: "Noor".to_owned(), role }];
    let kind = SessionKind::Workshop;
    let book = book(vec![
        SessionFacts { room: room.clone(), speakers, kind, ..at("Lezing", "10:00") },
        session("Slot"),
    ]);
    let newer = programme(vec![by("Lezing", "Noor"), session("Slot")]);
    assert!(Update::between(&book, &newer).is_empty());
    let newer = programme(vec![by("Lezing", "Noor"), SessionFacts { room, ..session("Slot") }]);
    let update = Update::between(&book, &newer);
    assert_eq!(
        update.pair(id(0)).expect("a pair").changes[0].new,
        "",
        "it speaks of rooms, and of none here"
    );
}

#[test]
fn another_date_and_place_of_the_day_are_taken_over_and_its_title_stays() {
    let book = book(vec![session("Welkom")]);
    let mut newer = programme(vec![session("Welkom")]);
    newer.day.title = "Iets anders".to_owned();
    newer.day.place = Some("Oosterhaven".to_owned());
    newer.day.date = "2024-05-01".parse().ok();
    let next = after(&book, &newer, |_| true);
    assert_eq!((next.day.facts.title.as_str(), next.day.facts.place.as_deref()), ("", Some("Oosterhaven")));
    assert!(Update::between(&next, &newer).is_empty());
    assert_eq!(after(&book, &newer, |row| row != Difference::Day), book);
}

/// Sessions of few titles, ids, times, speakers and rooms, so that much collides.
fn any_session() -> impl Strategy<Value = SessionFacts> {
    let ids = prop_oneof![Just(None), (0..4_u8).prop_map(|id| Some(format!("id{id}")))];
    let titles =
        prop_oneof![Just("Pauze"), Just("Lezing"), Just("lezing!"), Just("Slot van de dag"), Just("Opening")];
    let times = proptest::option::of(8..12_u32);
    let dates = proptest::option::of(1..3_u32);
    (ids, titles, times, dates, 0..3_u8).prop_map(|(id, title, hour, date, who)| SessionFacts {
        external_id: id,
        title: title.to_owned(),
        start: hour.and_then(|hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0)),
        date: date.and_then(|day| chrono::NaiveDate::from_ymd_opt(2024, 5, day)),
        speakers: (0..who).map(|who| Speaker { name: format!("Spreker {who}"), role: None }).collect(),
        ..SessionFacts::default()
    })
}

fn any_programme() -> impl Strategy<Value = Programme> {
    let date = proptest::option::of(1..3_u32);
    (proptest::collection::vec(any_session(), 0..12), date).prop_map(|(sessions, date)| {
        let mut programme = programme(sessions);
        programme.day.date = date.and_then(|day| chrono::NaiveDate::from_ymd_opt(2024, 5, day));
        programme
    })
}

/// A day with things left in some of its sessions, some that were added by hand and some that are marked as gone.
fn any_book() -> impl Strategy<Value = Book> {
    (any_programme(), any::<u16>(), any::<u16>(), any::<u16>()).prop_map(
        |(programme, with_notes, by_hand, gone)| {
            let mut book = book(programme.sessions);
            book.day.facts = programme.day;
            for index in 0..book.pages.len() {
                if with_notes >> index & 1 == 1 {
                    noted(&mut book, index);
                }
                let session = &mut book.pages[index].session;
                session.facts.by_hand = by_hand >> index & 3 == 3;
                session.cancelled = gone >> index & 3 == 3;
                session.facts.cancelled = session.cancelled;
            }
            book
        },
    )
}

proptest! {
    #[test]
    fn each_session_is_matched_once_and_none_is_forgotten(book in any_book(), newer in any_programme()) {
        let update = Update::between(&book, &newer);
        let mut used: Vec<usize> = update.pairs.iter().map(|pair| pair.newer).chain(update.new.iter().copied()).collect();
        used.sort_unstable();
        prop_assert_eq!(used, (0..newer.sessions.len()).collect::<Vec<_>>());
        let pairs: HashSet<SessionId> = update.pairs.iter().map(|pair| pair.session).collect();
        prop_assert_eq!(pairs.len(), update.pairs.len());
        for page in &book.pages {
            let is_known = pairs.contains(&page.session.id)
                || update.gone(page.session.id).is_some()
                || page.session.facts.by_hand
                || page.session.cancelled;
            prop_assert!(is_known);
        }
    }

    #[test]
    fn a_second_time_nothing_changes(book in any_book(), newer in any_programme()) {
        let next = after(&book, &newer, |_| true);
        prop_assert_eq!(&after(&next, &newer, |_| true), &next);
        let update = Update::between(&next, &newer);
        prop_assert!(update.is_empty(), "{:?}", update.differences());
        let careful = after(&book, &newer, Difference::is_certain);
        prop_assert_eq!(&after(&careful, &newer, Difference::is_certain), &careful);
    }

    #[test]
    fn nothing_with_notes_ever_leaves_whatever_is_accepted(
        book in any_book(), newer in any_programme(), mask in any::<u64>()
    ) {
        let rows = Update::between(&book, &newer).differences();
        let accepts = |row| rows.iter().position(|found| *found == row).is_some_and(|at| mask >> (at % 64) & 1 == 1);
        let next = after(&book, &newer, accepts);
        for page in book.pages.iter().filter(|page| !page.note.is_empty() || page.session.facts.by_hand) {
            prop_assert_eq!(&next.page(page.session.id).expect("it is there").note, &page.note);
        }
        let ids: HashSet<SessionId> = next.pages.iter().map(|page| page.session.id).collect();
        prop_assert_eq!(ids.len(), next.pages.len());
    }

    #[test]
    fn what_is_refused_leaves_the_day_as_it_was(book in any_book(), newer in any_programme()) {
        let next = after(&book, &newer, |_| false);
        let ids = |book: &Book| book.pages.iter().map(|page| page.session.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&next), ids(&book));
        for (one, other) in next.pages.iter().zip(&book.pages) {
            prop_assert!(facts::changes(&one.session.facts, &other.session.facts).is_empty());
        }
    }

    #[test]
    fn sessions_with_ids_of_their_own_are_found_in_any_order(
        order in Just((0..15_usize).collect::<Vec<_>>()).prop_shuffle(), renamed in any::<u16>()
    ) {
        let of = |index: usize, title: String| SessionFacts { external_id: Some(format!("x{index}")), ..session(&title) };
        let book = book((0..15).map(|index| of(index, "Lezing".to_owned())).collect());
        let sessions = order.iter().map(|index| {
            let title = if renamed >> index & 1 == 1 { format!("Anders {index}") } else { "Lezing".to_owned() };
            of(*index, title)
        });
        let newer = programme(sessions.collect());
        let update = Update::between(&book, &newer);
        for pair in &update.pairs {
            prop_assert_eq!(pair.session, id(order[pair.newer]));
        }
        prop_assert_eq!(update.pairs.len(), 15);
        let next = after(&book, &newer, |_| true);
        let ids: Vec<SessionId> = next.pages.iter().map(|page| page.session.id).collect();
        prop_assert_eq!(ids, order.iter().map(|index| id(*index)).collect::<Vec<_>>());
    }
}

#[test]
fn of_two_with_the_same_title_and_time_the_one_with_the_same_speakers_is_the_same() {
    let mut dated = session("Slot");
    dated.date = "2024-05-01".parse().ok();
    let newer = programme(vec![
        SessionFacts { speakers: by("Slot", "Noor").speakers, ..at("Slot", "11:00") },
        at("Slot", "11:00"),
    ]);
    let next = after(&book(vec![dated]), &newer, |_| true);
    assert_eq!(after(&next, &newer, |_| true), next);
}
