//! Lines that move to another note, sessions that are private as a whole, and times that are corrected: what the store
//! refuses, what it keeps, and what undo brings back.

#[path = "support/store.rs"]
mod support;

use plenair::domain::change::Op;
use plenair::domain::id::{DayId, LineId, SessionId};
use plenair::domain::language::Language;
use plenair::domain::moving::{Bases, LineMove};
use plenair::domain::note::NoteLine;
use plenair::store::{Store, StoreError};
use support::{Desk, lines_of, save, texts_of};

fn ids(lines: &[NoteLine]) -> Vec<LineId> {
    lines.iter().map(|line| line.id).collect()
}

fn bases(store: &Store, day: DayId, from: SessionId, to: SessionId) -> Bases {
    let book = store.book(day).expect("a day");
    let revision = |session| book.page(session).expect("a session").revision;
    Bases { from: revision(from), to: revision(to) }
}

fn move_lines(
    store: &mut Store,
    day: DayId,
    from: SessionId,
    to: SessionId,
    lines: &[NoteLine],
) -> Result<usize, StoreError> {
    let bases = bases(store, day, from, to);
    let moving = LineMove { from, to, lines: ids(lines), language: Language::Dutch };
    store.move_lines(&moving, bases)
}

#[test]
fn lines_move_whole_to_the_end_and_undo_puts_them_back_where_they_were() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let (from, to) = (sessions[0], sessions[1]);
    let before = save(&mut store, from, &["een", "★ twee #trend", "", "drie", "vier"]);
    let there = save(&mut store, to, &["stond er al", ""]);
    assert_eq!(
        move_lines(&mut store, day, from, to, &before[1..4]).expect("a move"),
        2,
        "that say something"
    );
    assert_eq!(texts_of(&lines_of(&store, day, from)), ["een", "vier"]);
    let moved = lines_of(&store, day, to);
    assert_eq!(texts_of(&moved), ["stond er al", "★ twee #trend", "", "drie"]);
    assert_eq!(moved[1..], before[1..4], "with their ids, times and authors");
    let hits = store.search("twee", 10, true).expect("a search");
    assert_eq!((hits.len(), hits[0].session), (1, to));

    assert_eq!(store.can_undo(), Some(Op::MoveLines));
    let undone = store.undo().expect("an undo").expect("something to undo");
    assert_eq!((undone.op, undone.day), (Op::MoveLines, day));
    assert_eq!(lines_of(&store, day, from), before);
    assert_eq!(lines_of(&store, day, to), there);
    store.redo().expect("a redo");
    assert_eq!(lines_of(&store, day, to), moved);
    drop(store);
    let store = desk.open();
    assert_eq!(lines_of(&store, day, to), moved);
    assert!(store.check().expect("a check").problems.is_empty());
}

#[test]
fn undo_leaves_alone_what_was_written_since_on_either_side() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let (from, to) = (sessions[0], sessions[1]);
    let before = save(&mut store, from, &["een", "twee", "drie"]);
    move_lines(&mut store, day, from, to, &before[1..]).expect("a move");
    save(&mut store, from, &["een", "nieuw hier"]);
    save(&mut store, to, &["nieuw daar", "drie"]);
    store.undo().expect("an undo");
    assert_eq!(
        texts_of(&lines_of(&store, day, from)),
        ["een", "drie", "nieuw hier"],
        "twee was deleted there"
    );
    assert_eq!(texts_of(&lines_of(&store, day, to)), ["nieuw daar"]);
    assert_eq!(lines_of(&store, day, from)[1].id, before[2].id);
}

#[test]
fn a_move_of_which_nothing_is_left_is_forgotten() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let lines = save(&mut store, sessions[0], &["een"]);
    move_lines(&mut store, day, sessions[0], sessions[1], &lines).expect("a move");
    save(&mut store, sessions[1], &[]);
    assert!(matches!(store.undo(), Err(StoreError::LinesGone)));
    assert_eq!(store.can_undo(), Some(Op::AddDay));
    assert_eq!(lines_of(&store, day, sessions[0]), []);
}

#[test]
fn a_move_that_is_refused_changes_nothing() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let (from, to) = (sessions[0], sessions[1]);
    let lines = save(&mut store, from, &["een", "twee"]);
    save(&mut store, to, &["daar"]);
    let good = bases(&store, day, from, to);
    let moving = LineMove { from, to, lines: ids(&lines), language: Language::Dutch };
    let before = store.book(day).expect("a day");
    for stale in [Bases { from: good.from - 1, ..good }, Bases { to: good.to + 1, ..good }] {
        assert!(matches!(store.move_lines(&moving, stale), Err(StoreError::Stale)));
    }
    let absent = LineMove { lines: vec![lines[0].id, LineId::fresh()], ..moving.clone() };
    assert!(matches!(store.move_lines(&absent, good), Err(StoreError::LinesGone)), "all of them or none");
    let nowhere = LineMove { to: SessionId::fresh(), ..moving.clone() };
    assert!(matches!(store.move_lines(&nowhere, good), Err(StoreError::UnknownSession(_))));
    assert_eq!(store.book(day).expect("a day"), before);
    assert_eq!(store.can_undo(), Some(Op::AddDay));
    store.trash_session(to).expect("the trash");
    assert!(
        matches!(store.move_lines(&moving, good), Err(StoreError::UnknownSession(_))),
        "not into the trash"
    );
    assert_eq!(lines_of(&store, day, from), lines);
}

#[test]
fn both_notes_keep_a_version_of_before() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let (from, to) = (sessions[0], sessions[1]);
    let lines = save(&mut store, from, &["een", "twee"]);
    save(&mut store, to, &["daar"]);
    drop(store);
    let mut store = desk.open();
    move_lines(&mut store, day, from, to, &lines[..1]).expect("a move");
    for (session, texts) in [(from, vec!["een", "twee"]), (to, vec!["daar"])] {
        let versions = store.versions(session).expect("the versions");
        assert_eq!(versions.len(), 1);
        assert_eq!(texts_of(&store.version_text(versions[0].id).expect("a version")), texts);
    }
}

#[test]
fn what_was_private_by_its_session_stays_private_and_undo_restores_the_text() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let (from, to) = (sessions[0], sessions[1]);
    let lines = save(&mut store, from, &["- [ ] geheim", "// ook", ""]);
    store.set_session_private(from, true).expect("a session");
    move_lines(&mut store, day, from, to, &lines).expect("a move");
    assert_eq!(texts_of(&lines_of(&store, day, to)), ["- [ ] privé: geheim", "// ook", ""]);
    assert_eq!(store.search("geheim", 10, false).expect("a search").len(), 0);
    let summary = &store.days().expect("the days")[0];
    assert_eq!((summary.lines, summary.private_lines), (2, 2));
    store.undo().expect("an undo");
    assert_eq!(lines_of(&store, day, from), lines);
}

#[test]
fn a_session_is_private_until_undo_says_otherwise() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    save(&mut store, sessions[0], &["zoekwoord"]);
    store.set_session_private(sessions[0], true).expect("a session");
    store.set_session_private(sessions[0], true).expect("nothing to do");
    drop(store);
    let mut store = desk.open();
    let is_private = |store: &Store| store.book(day).expect("a day").pages[0].session.private;
    assert!(is_private(&store));
    assert_eq!(store.search("zoekwoord", 10, false).expect("a search").len(), 0);
    assert_eq!(store.days().expect("the days")[0].private_lines, 1);
    store.set_session_private(sessions[0], false).expect("a session");
    store.undo().expect("an undo");
    assert!(is_private(&store));
    assert_eq!(store.can_undo(), None, "one step");
    assert!(matches!(
        store.set_session_private(SessionId::fresh(), true),
        Err(StoreError::UnknownSession(_))
    ));
}

#[test]
fn a_time_is_corrected_on_its_own_and_comes_back() {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    let lines = save(&mut store, sessions[0], &["een", "twee"]);
    let base = store.book(day).expect("a day").pages[0].revision;
    let at = support::moment("2023-03-16T09:30:00+01:00");
    let line = lines[1].id;
    assert!(matches!(store.set_line_time(sessions[0], base - 1, line, at), Err(StoreError::Stale)));
    assert!(matches!(
        store.set_line_time(sessions[0], base, LineId::fresh(), at),
        Err(StoreError::LinesGone)
    ));
    assert_eq!(lines_of(&store, day, sessions[0]), lines);
    store.set_line_time(sessions[0], base, line, at).expect("a time");
    let corrected = [lines[0].clone(), NoteLine { noted_at: at, ..lines[1].clone() }];
    assert_eq!(lines_of(&store, day, sessions[0]), corrected);
    assert_eq!(store.undo().expect("an undo").map(|undone| undone.op), Some(Op::LineTime));
    assert_eq!(lines_of(&store, day, sessions[0]), lines);
    store.redo().expect("a redo");
    assert_eq!(lines_of(&store, day, sessions[0]), corrected);
}
