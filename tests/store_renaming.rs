//! Trends and people that are called otherwise from now on, and lines of several sessions that change at once: every line
//! that is meant, in one step that undo takes back to the byte.

#[path = "support/store.rs"]
mod support;

use plenair::domain::across::Across;
use plenair::domain::book::Book;
use plenair::domain::change::Op;
use plenair::domain::day::{DayFacts, SessionFacts};
use plenair::domain::id::{DayId, SessionId};
use plenair::domain::points::{Point, PointList, PointListKind};
use plenair::domain::programme::Programme;
use plenair::domain::renaming::{LineChange, PersonChange, Scope, TrendChange};
use plenair::domain::sheet::{Contact, Sheet};
use plenair::domain::trend::Trend;
use plenair::store::{Store, StoreError};
use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert_eq, proptest};
use support::{Desk, lines_of, save, sessions, texts_of};

fn trend(tag: &str, aliases: &[&str]) -> Trend {
    let aliases = aliases.iter().map(ToString::to_string).collect();
    Trend { tag: tag.to_owned(), label: format!("Over {tag}"), aliases }
}

fn programme(title: &str, trends: Vec<Trend>) -> Programme {
    let point = Point { label: "Toezicht".to_owned(), tag: Some("toezicht".to_owned()) };
    let list = PointList { title: "Trends".to_owned(), kind: PointListKind::Trends, points: vec![point] };
    let session =
        |title: &str, lists| SessionFacts { title: title.to_owned(), lists, ..SessionFacts::default() };
    Programme {
        day: DayFacts { title: title.to_owned(), trends, ..DayFacts::default() },
        sessions: vec![session("Lezing", vec![list]), session("Slot", Vec::new())],
        ..Programme::default()
    }
}

/// A day that knows two trends, one that knows none, and one in which the first trend is another one's alias.
fn three_days(store: &mut Store) -> [(DayId, Vec<SessionId>); 3] {
    let known = vec![trend("toezicht", &["boa"]), trend("onrust", &[])];
    let other = vec![trend("veiligheid", &["toezicht"])];
    [("Een", known), ("Twee", Vec::new()), ("Drie", other)].map(|(title, trends)| {
        let day = store.add_day(&programme(title, trends), false).expect("a day");
        let sessions = sessions(store, day);
        for session in &sessions {
            let lines =
                ["iets #Toezicht", "#boa @Bram", "`#toezicht` #onrust", "privé: @[bram bakker] #toe-zicht"];
            save(store, *session, &lines);
        }
        (day, sessions)
    })
}

fn rename(tag: &str, to: &str) -> TrendChange {
    TrendChange::Rename { tag: tag.to_owned(), to: to.to_owned(), label: None }
}

fn texts(store: &Store, day: DayId, session: SessionId) -> Vec<String> {
    lines_of(store, day, session).into_iter().map(|line| line.text).collect()
}

/// Everything of all days but the revisions.
fn everything(store: &Store) -> Vec<Book> {
    let days = store.day_ids().expect("the days");
    let mut books = store.books(&days, || true).expect("the days").expect("all of them");
    books.iter_mut().flat_map(|book| &mut book.pages).for_each(|page| page.revision = 0);
    books
}

#[test]
fn a_trend_is_renamed_in_its_day_or_in_all_days_that_have_it() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), (two, second), (three, third)] = three_days(&mut store);
    let before = everything(&store);
    let ids = |store: &Store| {
        lines_of(store, one, first[0]).into_iter().map(|line| (line.id, line.noted_at)).collect::<Vec<_>>()
    };
    let known = ids(&store);
    let revision = store.book(one).expect("a day").pages[0].revision;

    let lines = store.change_trend(one, Scope::Day, &rename("toezicht", "orde")).expect("a rename");
    assert_eq!(lines.len(), 4);
    let expected = ["iets #orde", "#boa @Bram", "`#toezicht` #onrust", "privé: @[bram bakker] #orde"];
    assert_eq!(texts(&store, one, first[0]), expected);
    assert_eq!(texts(&store, two, second[0])[0], "iets #Toezicht");
    let book = store.book(one).expect("a day");
    assert_eq!(
        book.day.facts.trends[0],
        Trend { label: "Over toezicht".to_owned(), ..trend("orde", &["boa"]) }
    );
    assert_eq!(book.pages[0].session.facts.lists[0].points[0].tag.as_deref(), Some("orde"));
    assert_eq!(book.pages[0].revision, revision + 1, "who has the note open hears of it");
    assert_eq!(ids(&store), known, "the lines are the same lines");
    assert_eq!(store.can_undo(), Some(Op::RenameTrend));
    assert_eq!(store.undo().expect("an undo").expect("a step").lines.len(), 4);
    assert_eq!(everything(&store), before);

    let lines = store.change_trend(one, Scope::AllDays, &rename("toezicht", "orde")).expect("a rename");
    assert_eq!(lines.len(), 8);
    assert_eq!(texts(&store, two, second[1])[0], "iets #orde");
    assert_eq!(texts(&store, two, second[1])[1], "#boa @Bram", "no alias there, and another trend");
    assert_eq!(texts(&store, three, third[0])[0], "iets #Toezicht", "another trend there");
    store.undo().expect("an undo");
    assert_eq!(everything(&store), before);
    store.redo().expect("a redo");
    assert_eq!(texts(&store, two, second[1])[0], "iets #orde");
    assert_eq!(
        store.versions(first[0]).expect("the versions").len(),
        1,
        "the text of before is kept, once in five minutes"
    );
}

#[test]
fn a_trend_in_more_lines_than_are_written_together_is_renamed_in_all_of_them() {
    let desk = Desk::new();
    let store = &mut desk.open();
    let day = store.add_day(&programme("Een", Vec::new()), false).expect("a day");
    let session = sessions(store, day)[0];
    let kinds = ["iets #onrust", "- [ ] iets #onrust", "vraag: #onrust?", "`#onrust`"];
    let lines: Vec<&str> = kinds.into_iter().cycle().take(2_900).collect();
    save(store, session, &lines);
    let changed = store.change_trend(day, Scope::Day, &rename("onrust", "rel")).expect("lines");
    assert_eq!(changed.len(), 2_175);
    let after: Vec<String> =
        lines.iter().map(|text| text.replace("#onrust", "#rel").replace("`#rel`", "`#onrust`")).collect();
    assert_eq!(texts(store, day, session), after);
    let found = |store: &Store, words: &str| store.search(words, 5_000, true).expect("a search").len();
    assert_eq!((found(store, "rel"), found(store, "onrust")), (2_175, 725));
    assert_eq!(store.check().expect("a check").problems, Vec::<String>::new());
    store.undo().expect("an undo");
    assert_eq!(texts(store, day, session), lines);
    assert_eq!((found(store, "rel"), found(store, "onrust")), (0, 2_900));
    assert_eq!(store.check().expect("a check").problems, Vec::<String>::new());
    // The triggers are on again: what is written now is in the index too.
    save(store, session, &["weer rel"]);
    assert_eq!((found(store, "rel"), found(store, "onrust")), (1, 0));
    let own = rusqlite::Connection::open(desk.database()).expect("the database");
    own.execute("INSERT INTO line_text (line_text, rank) VALUES ('integrity-check', 1)", [])
        .expect("the index says what the lines say");
}

#[test]
fn lines_that_become_of_another_kind_are_found_and_counted_as_such() {
    let desk = Desk::new();
    let store = &mut desk.open();
    let day = store.add_day(&programme("Een", Vec::new()), false).expect("a day");
    let session = sessions(store, day)[0];
    save(store, session, &["de wijk in", "- [ ] bellen #wijk", "vraag: wie?"]);
    let page = &store.book(day).expect("the day").pages[0];
    let becomes = ["- [ ] de buurt in", "- [x] bellen", "// wie?"];
    let changes = page.note.lines().iter().zip(becomes).map(|(line, text)| LineChange {
        session,
        base: page.revision,
        line: line.id,
        text: text.to_owned(),
    });
    store.change_lines(day, &changes.collect::<Vec<_>>()).expect("the lines");
    assert_eq!(texts(store, day, session), becomes);
    assert_eq!(store.check().expect("a check").problems, Vec::<String>::new());
    let own = rusqlite::Connection::open(desk.database()).expect("the database");
    own.execute("INSERT INTO line_text (line_text, rank) VALUES ('integrity-check', 1)", [])
        .expect("the index says what the lines say");
}

#[test]
fn what_a_rename_keeps_stays_whole_whatever_comes_after() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), _, _] = three_days(&mut store);
    let before = lines_of(&store, one, first[0]);
    let oldest = |store: &Store| {
        let versions = store.versions(first[0]).expect("the versions");
        let version = versions.last().expect("a version");
        (version.lines as usize, store.version_text(version.id).expect("its lines"))
    };
    store.change_trend(one, Scope::Day, &rename("toezicht", "orde")).expect("a rename");
    assert_eq!(oldest(&store), (4, before.clone()));
    store.change_trend(one, Scope::Day, &rename("onrust", "rel")).expect("another rename");
    assert_eq!(oldest(&store), (4, before.clone()), "with a line that was not in the first rename");
    store.undo().expect("an undo");
    assert_eq!(oldest(&store), (4, before.clone()));
    drop(store);
    let mut store = desk.open();
    assert_eq!(oldest(&store), (4, before.clone()), "in another sitting");
    save(&mut store, first[0], &["alles is anders"]);
    assert_eq!(oldest(&store), (4, before.clone()), "after the note was typed in");
    assert_eq!(store.versions(first[0]).expect("the versions").len(), 2);
    let version = store.versions(first[0]).expect("the versions")[1].id;
    store.restore_version(first[0], version).expect("a version");
    assert_eq!(lines_of(&store, one, first[0]), before);
}

#[test]
fn a_row_that_repeats_another_text_is_reported() {
    let desk = Desk::new();
    let mut store = desk.open();
    three_days(&mut store);
    let day = store.day_ids().expect("the days")[0];
    store.change_trend(day, Scope::Day, &rename("toezicht", "orde")).expect("lines");
    assert_eq!(store.check().expect("a check").problems, [""; 0]);
    drop(store);
    let database = rusqlite::Connection::open(desk.database()).expect("a database");
    database.execute("UPDATE line SET tags = 'iets-anders' WHERE tags = 'orde'", []).expect("an update");
    drop(database);
    let problems = desk.open().check().expect("a check").problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn trends_are_merged_deleted_and_get_aliases() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), _, _] = three_days(&mut store);
    let before = everything(&store);
    let counts = |store: &Store| {
        let counts = store.book(one).expect("a day").trend_counts(true);
        counts.into_iter().map(|count| (count.tag, count.lines)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&store), [("toezicht".to_owned(), 6), ("onrust".to_owned(), 2)]);
    let merge = TrendChange::Merge { tag: "toezicht".to_owned(), into: "onrust".to_owned() };
    store.change_trend(one, Scope::Day, &merge).expect("a merge");
    assert_eq!(counts(&store), [("onrust".to_owned(), 8)], "with what is written by an alias");
    store.undo().expect("an undo");
    assert_eq!(everything(&store), before);

    let delete = TrendChange::Delete { tag: "toezicht".to_owned() };
    assert_eq!(store.change_trend(one, Scope::Day, &delete).expect("a deletion").len(), 6);
    assert_eq!(counts(&store), [("onrust".to_owned(), 2)]);
    assert_eq!(texts(&store, one, first[1])[..2], ["iets Toezicht", "boa @Bram"]);
    store.undo().expect("an undo");
    assert_eq!(everything(&store), before);

    let alias = TrendChange::AddAlias { tag: "onrust".to_owned(), alias: "rel".to_owned() };
    assert!(store.change_trend(one, Scope::Day, &alias).expect("an alias").is_empty());
    save(&mut store, first[1], &["#rel"]);
    assert_eq!(counts(&store)[1], ("onrust".to_owned(), 2));
    assert_eq!(store.lines_across("onrust", true).expect("the lines").len(), 6);
    let remove = TrendChange::RemoveAlias { tag: "onrust".to_owned(), alias: "REL".to_owned() };
    store.change_trend(one, Scope::Day, &remove).expect("no alias");
    assert_eq!(counts(&store)[2], ("rel".to_owned(), 1));
    assert!(store.change_trend(one, Scope::Day, &remove).expect("nothing to do").is_empty());
    assert_eq!(store.can_undo(), Some(Op::AliasTrend));
}

#[test]
fn names_that_cannot_be_written_change_nothing() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, _), _, _] = three_days(&mut store);
    let before = everything(&store);
    let renamed = store.change_trend(one, Scope::Day, &rename("toezicht", "twee woorden"));
    assert!(matches!(renamed, Err(StoreError::BadName(name)) if name == "twee woorden"));
    let person = PersonChange { names: vec!["Bram".to_owned()], to: "[ ]".to_owned() };
    assert!(matches!(store.change_person(one, Scope::Day, &person), Err(StoreError::BadName(_))));
    assert_eq!(everything(&store), before);
}

#[test]
fn spellings_of_a_person_become_one_in_lines_and_contacts() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), (two, second), _] = three_days(&mut store);
    let contact = Contact { name: "bram".to_owned(), ..Contact::default() };
    store.put_sheet(first[1], Sheet { contacts: vec![contact], ..Sheet::default() }).expect("a sheet");
    let before = everything(&store);
    let names = vec!["Bram".to_owned(), "Bram Bakker".to_owned()];
    let change = PersonChange { names, to: "Bram Bakker".to_owned() };
    assert_eq!(store.change_person(one, Scope::Day, &change).expect("one name").len(), 4);
    assert_eq!(texts(&store, one, first[0])[1], "#boa @[Bram Bakker]");
    assert_eq!(texts(&store, one, first[0])[3], "privé: @[Bram Bakker] #toe-zicht");
    assert_eq!(texts(&store, two, second[0])[1], "#boa @Bram");
    let sheet = &store.book(one).expect("a day").pages[1].sheet;
    assert_eq!(sheet.contacts[0].name, "Bram Bakker");
    store.undo().expect("an undo");
    assert_eq!(everything(&store), before);
    assert_eq!(store.change_person(one, Scope::AllDays, &change).expect("one name").len(), 12);
}

#[test]
fn lines_of_several_sessions_change_together_or_not_at_all() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), _, _] = three_days(&mut store);
    let book = store.book(one).expect("a day");
    let change = |page: usize, line: usize, text: &str| LineChange {
        session: first[page],
        base: book.pages[page].revision,
        line: book.pages[page].note.lines()[line].id,
        text: text.to_owned(),
    };
    let changes = [change(0, 0, "- [x] gedaan"), change(0, 2, "vraag: wie?"), change(1, 1, "privé: stil")];
    let before = everything(&store);
    for wrong in [
        LineChange { base: 99, ..change(1, 0, "x") },
        LineChange { line: book.pages[0].note.lines()[0].id, ..change(1, 0, "x") },
        change(1, 0, "twee\nregels"),
    ] {
        assert!(store.change_lines(one, &[changes[0].clone(), wrong]).is_err());
        assert_eq!(everything(&store), before);
    }
    assert_eq!(store.change_lines(one, &changes).expect("other texts").len(), 3);
    assert_eq!(store.can_undo(), Some(Op::ChangeLines));
    assert_eq!(store.search("stil", 10, false).expect("a search").len(), 0, "private from now on");
    assert_eq!(store.search("kind:vraag", 10, false).expect("a search").len(), 1);
    assert!(matches!(store.change_lines(one, &changes), Err(StoreError::Stale)));

    // What was changed since stays when the rest is taken back.
    let lines = texts(&store, one, first[1]);
    let mut later: Vec<&str> = lines.iter().map(String::as_str).collect();
    later[0] = "later";
    save(&mut store, first[1], &later);
    store.undo().expect("an undo");
    assert_eq!(texts(&store, one, first[0]), texts_of(book.pages[0].note.lines()));
    assert_eq!(texts(&store, one, first[1])[..2], ["later", "#boa @Bram"]);
}

#[test]
fn open_actions_are_counted_in_the_list_of_days() {
    let desk = Desk::new();
    let mut store = desk.open();
    let [(one, first), _, _] = three_days(&mut store);
    save(&mut store, first[0], &["- [ ] een", "- [x] twee", "privé: actie: drie", ""]);
    save(&mut store, first[1], &["todo: vier"]);
    let counted = |store: &Store| {
        let days = store.days().expect("the days");
        let day = days.iter().find(|summary| summary.day.id == one).expect("the day");
        (day.lines, day.private_lines, day.open_actions, day.private_open_actions)
    };
    assert_eq!(counted(&store), (4, 1, 3, 1));
    store.set_session_private(first[1], true).expect("a session");
    assert_eq!(counted(&store), (4, 2, 3, 2));
    save(&mut store, first[0], &["- [x] een", "- [x] twee", "privé: actie: drie"]);
    assert_eq!(counted(&store), (4, 2, 2, 2));
    store.trash_session(first[0]).expect("the trash");
    assert_eq!(counted(&store), (1, 1, 1, 1));
}

/// Lines as they come: tags known and new, aliases, points, private ones.
fn note() -> impl Strategy<Value = Vec<String>> {
    let line = prop::sample::select(vec![
        "1. Toezicht",
        "  eronder",
        "  #2 nee",
        "#1 ja",
        "iets #toezicht",
        "#Onrust #boa",
        "privé: #toezicht",
        "#nieuw-is",
        "#Nieuw_is #onrust",
        "",
        "- [ ] `#toezicht` doen",
        "// stil #nieuwis",
    ]);
    prop::collection::vec(line.prop_map(str::to_owned), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn trends_of_all_days_are_those_of_each_day_together(notes in prop::collection::vec(note(), 6), private: bool, change in 0..4usize) {
        let desk = Desk::new();
        let mut store = desk.open();
        let days = three_days(&mut store);
        let all: Vec<SessionId> = days.iter().flat_map(|(_, sessions)| sessions.clone()).collect();
        for (session, note) in all.iter().zip(&notes) {
            let lines: Vec<&str> = note.iter().map(String::as_str).collect();
            save(&mut store, *session, &lines);
        }
        store.set_session_private(all[1], private).expect("a session");
        let before = everything(&store);
        let change = match change {
            0 => rename("toezicht", "orde"),
            1 => TrendChange::Merge { tag: "onrust".to_owned(), into: "toezicht".to_owned() },
            2 => TrendChange::Delete { tag: "nieuwis".to_owned() },
            _ => rename("nieuwis", "onrust"),
        };
        for round in 0..3 {
            let books = everything(&store);
            for include_private in [false, true] {
                let mut across = Across::default();
                for book in &books {
                    across.add(book.day.id, book.trend_counts(include_private));
                }
                let counted = store.trends_across(include_private).expect("the trends");
                prop_assert_eq!(&counted, &across.trends());
                for trend in counted {
                    let lines = store.lines_across(&trend.tag, include_private).expect("the lines");
                    prop_assert_eq!(lines.len(), trend.lines, "{}", trend.tag);
                }
            }
            match round {
                0 => drop(store.change_trend(days[0].0, Scope::AllDays, &change).expect("a change")),
                1 if store.can_undo() != Some(Op::PrivateSession) && store.can_undo() != Some(Op::AddDay) => {
                    store.undo().expect("an undo");
                    prop_assert_eq!(&everything(&store), &before);
                }
                _ => {}
            }
        }
    }
}
