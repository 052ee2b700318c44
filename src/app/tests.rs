//! The state of the window with a worker that the test plays: what is shown as saved when saving goes wrong.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender};

use uuid::Uuid;

use super::command::Command;
use super::dialog::Dialog;
use super::draft::Selected;
use super::state::{Phase, State};
use super::view::View;
use crate::domain::book::{Book, NoteSave, Page};
use crate::domain::change::Op;
use crate::domain::clock::{Clock, Moment};
use crate::domain::day::{Day, DayFacts, Session, SessionFacts};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::language::Language;
use crate::domain::note::{Note, NoteLine};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::renaming::LineEdit;
use crate::domain::sheet::Sheet;
use crate::i18n::Texts;
use crate::worker::{Access, Changed, Opened, Reply, Request, Worker};

/// The ends of the channels go first when a test is over: the state's own worker waits for them.
struct Played {
    replies: Option<SyncSender<Reply>>,
    requests: Receiver<Request>,
    state: State,
    now: f64,
}

fn moment() -> Moment {
    "2023-03-16T14:32:00+01:00".parse().expect("a moment")
}

fn session(number: u128) -> SessionId {
    SessionId::from(Uuid::from_u128(number))
}

fn book() -> Book {
    let page = |number: u32| Page {
        session: Session {
            id: session(number.into()),
            position: number,
            cancelled: false,
            private: false,
            starred: false,
            facts: SessionFacts { title: format!("Ronde {number}"), ..SessionFacts::default() },
        },
        revision: 0,
        note: Note::default(),
        sheet: Sheet::default(),
    };
    let day = Day {
        id: DayId::from(Uuid::nil()),
        slug: "oefendag".to_owned(),
        example: false,
        facts: DayFacts { title: "Oefendag".to_owned(), ..DayFacts::default() },
    };
    Book { day, pages: vec![page(1), page(2)] }
}

impl Played {
    fn new() -> Self {
        let (worker, requests, replies) = Worker::played();
        let opened = Opened {
            days: Vec::new(),
            book: Some(book()),
            access: Access::Writing,
            place: None,
            author: AuthorId::from(Uuid::nil()),
            path: PathBuf::new(),
            risk: None,
            backup_folder: None,
        };
        replies.send(Reply::Opened(Box::new(opened))).expect("somebody listens");
        let state = State::new(Texts::new(Language::Dutch), Clock::new(moment), worker);
        let mut played = Self { state, requests, replies: Some(replies), now: 0.0 };
        played.tick(0.0);
        played
    }

    /// Types a whole text at once.
    fn types(&mut self, text: &str) {
        let draft = self.state.draft.as_mut().expect("an open note");
        text.clone_into(&mut draft.text);
        draft.selected = Selected::at(text.chars().count());
        draft.typed(self.now);
    }

    fn tick(&mut self, seconds: f64) {
        self.now += seconds;
        self.state.tick(self.now);
    }

    fn answers(&mut self, reply: Reply) {
        self.replies.as_ref().expect("the worker lives").send(reply).expect("somebody listens");
        self.tick(0.0);
    }

    /// The saves that were asked for since the last time.
    fn saves(&self) -> Vec<NoteSave> {
        let is_save = |request| if let Request::SaveNote(save) = request { Some(save) } else { None };
        self.requests.try_iter().filter_map(is_save).collect()
    }
}

fn texts(save: &NoteSave) -> Vec<&str> {
    save.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn what_all_days_hold_is_asked_for_once_the_first_day_had_time_to_be_drawn() {
    let mut window = Played::new();
    let asked = |window: &Played| -> Vec<&'static str> {
        let name = |request| match request {
            Request::Days => "days",
            Request::NamesElsewhere(_) => "names",
            _ => "something else",
        };
        window.requests.try_iter().map(name).collect()
    };
    assert!(asked(&window).is_empty(), "nothing keeps the window from being drawn");
    let wait = window.state.next_tick_in(window.now).expect("something to wait for");
    assert!(wait > 0.3, "{wait}");
    window.tick(wait);
    assert_eq!(asked(&window), ["days", "names"]);
    window.tick(10.0);
    assert!(asked(&window).is_empty(), "once");
    let mut window = Played::new();
    window.state.apply(Command::ShowView(View::Days), window.now);
    window.tick(0.0);
    assert_eq!(asked(&window), ["days", "names"], "a list of days waits for nothing");
}

#[test]
fn nothing_is_called_saved_before_the_worker_says_so() {
    let mut played = Played::new();
    played.types("eerste");
    assert!(!played.state.is_all_saved());
    played.tick(0.3);
    let saves = played.saves();
    assert_eq!((saves.len(), saves[0].base), (1, 0));
    assert!(!played.state.is_all_saved() && played.state.saving.saved_at.is_none());
    played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
    assert!(played.state.is_all_saved() && played.state.saving.saved_at.is_some());
}

#[test]
fn a_save_that_overtakes_the_answer_builds_on_the_one_before_it() {
    let mut played = Played::new();
    played.types("een");
    played.tick(0.3);
    played.types("een\ntwee");
    played.tick(0.3);
    let bases: Vec<u64> = played.saves().iter().map(|save| save.base).collect();
    assert_eq!(bases, vec![0, 1]);
}

#[test]
fn a_failed_save_is_shown_and_tried_again_with_the_text_as_it_then_is() {
    let mut played = Played::new();
    played.types("eerste");
    played.tick(0.3);
    assert_eq!(played.saves().len(), 1);
    let full = Problem::new(ProblemKind::DiskFull, "", "");
    played.answers(Reply::NotSaved { session: session(1), problem: full.clone() });
    assert_eq!(played.state.saving.problem, Some(full));
    played.types("eerste\ntweede");
    played.tick(0.3);
    played
        .answers(Reply::NotSaved { session: session(1), problem: Problem::new(ProblemKind::Stale, "", "") });
    drop(played.saves());
    played.tick(2.5);
    let saves = played.saves();
    assert_eq!(saves.len(), 1);
    assert_eq!((saves[0].base, texts(&saves[0])), (0, vec!["eerste", "tweede"]));
    played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
    assert!(played.state.is_all_saved() && played.state.saving.problem.is_none());
}

#[test]
fn a_failed_save_of_a_note_that_was_left_is_tried_again_too() {
    let mut played = Played::new();
    played.types("van de eerste");
    played.state.apply(Command::NextSession, played.now);
    played.types("van de tweede");
    played.tick(0.3);
    assert_eq!(played.saves().len(), 2);
    played.answers(Reply::NotSaved { session: session(1), problem: Problem::new(ProblemKind::Disk, "", "") });
    played.answers(Reply::Saved { session: session(2), revision: 1, at: moment() });
    assert!(played.state.saving.problem.is_some(), "one note is not on the disk");
    played.tick(2.5);
    let saves = played.saves();
    assert_eq!(saves.len(), 1);
    assert_eq!((saves[0].session, texts(&saves[0])), (session(1), vec!["van de eerste"]));
}

#[test]
fn a_day_is_not_left_while_something_of_it_is_not_on_the_disk() {
    let mut played = Played::new();
    let other = DayId::from(Uuid::from_u128(9));
    played.types("eerste");
    played.state.apply(Command::OpenDay(other), played.now);
    played.answers(Reply::NotSaved { session: session(1), problem: Problem::new(ProblemKind::Disk, "", "") });
    assert!(!played.requests.try_iter().any(|request| matches!(request, Request::OpenDay(_))));
    assert_eq!(played.state.draft.as_ref().map(|draft| draft.text.as_str()), Some("eerste"));
    played.tick(2.5);
    played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
    let asked =
        played.requests.try_iter().any(|request| matches!(request, Request::OpenDay(day) if day == other));
    assert!(asked, "now that it is saved, the day is opened");
}

#[test]
fn what_is_typed_while_another_day_is_on_its_way_is_saved_before_it_is_shown() {
    let mut played = Played::new();
    let mut other = book();
    other.day.id = DayId::from(Uuid::from_u128(9));
    played.state.apply(Command::OpenDay(other.day.id), played.now);
    drop(played.saves());
    played.types("nog even dit");
    played.answers(Reply::Day { days: Vec::new(), book: Box::new(other.clone()) });
    let saves = played.saves();
    assert_eq!(texts(&saves[0]), vec!["nog even dit"]);
    assert_eq!(played.state.book.as_ref().map(|book| book.day.id), Some(book().day.id));
    played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
    played.answers(Reply::Day { days: Vec::new(), book: Box::new(other.clone()) });
    assert_eq!(played.state.book.as_ref().map(|book| book.day.id), Some(other.day.id));
}

#[test]
fn a_note_that_was_changed_in_the_store_meanwhile_is_saved_on_top_of_it() {
    let mut played = Played::new();
    played.types("na het terugzetten");
    let mut restored = book();
    restored.pages[0].revision = 4;
    let changed = Changed {
        op: Op::RestoreVersion,
        taken_back: false,
        days: Vec::new(),
        book: Some(restored),
        lines: Vec::new(),
    };
    played.answers(Reply::Changed(Box::new(changed)));
    drop(played.saves());
    played
        .answers(Reply::NotSaved { session: session(1), problem: Problem::new(ProblemKind::Stale, "", "") });
    played.tick(2.5);
    let saves = played.saves();
    assert_eq!((saves[0].base, texts(&saves[0])), (4, vec!["na het terugzetten"]));
}

#[test]
fn a_save_that_found_the_queue_full_is_sent_when_there_is_room() {
    let mut played = Played::new();
    let mut count = 0;
    for number in 0..80 {
        played.types(&format!("regel {number}"));
        played.tick(0.3);
    }
    // The worker wakes up and saves what it was sent.
    for _ in played.saves() {
        count += 1;
        played.answers(Reply::Saved { session: session(1), revision: count, at: moment() });
    }
    assert!(!played.state.is_all_saved());
    played.tick(2.5);
    played.tick(2.5);
    let saves = played.saves();
    assert_eq!(saves.last().map(texts), Some(vec!["regel 79"]));
}

#[test]
fn a_worker_that_dies_while_it_opens_the_notes_is_no_blank_window() {
    let (worker, requests, replies) = Worker::played();
    let mut state = State::new(Texts::new(Language::Dutch), Clock::new(moment), worker);
    drop((requests, replies));
    state.tick(0.0);
    assert!(matches!(state.phase, Phase::Failed(_)));
}

#[test]
fn a_worker_that_is_gone_is_visible_and_the_text_stays() {
    let mut played = Played::new();
    played.types("eerste");
    played.replies = None;
    played.requests = std::sync::mpsc::channel().1;
    played.tick(0.3);
    assert_eq!(
        played.state.saving.problem.as_ref().map(|problem| problem.kind),
        Some(ProblemKind::WorkerGone)
    );
    assert!(!played.state.is_all_saved());
    assert_eq!(played.state.draft.as_ref().map(|draft| draft.text.as_str()), Some("eerste"));
}

#[test]
fn a_finder_that_is_open_finds_what_changes_under_it() {
    let mut played = Played::new();
    played.state.apply(Command::OpenFinder, 0.0);
    let finds = |played: &Played, words: &str| match &played.state.dialog {
        Some(Dialog::Find(finder)) => finder.found().any(|item| item.name.contains(words)),
        _ => panic!("the finder is open"),
    };
    assert!(finds(&played, "Ronde 2"));
    played.answers(Reply::SessionRenamed { session: session(2), title: "Plenaire afsluiting".to_owned() });
    assert!(finds(&played, "Plenaire afsluiting") && !finds(&played, "Ronde 2"));
}

#[test]
fn going_back_passes_over_notes_that_are_gone_and_stays_where_there_is_nothing() {
    let mut played = Played::new();
    assert!(!Command::GoBack.is_enabled(&played.state));
    played.state.apply(Command::GoBack, 0.0);
    played.state.apply(Command::SelectSession(session(2)), 0.0);
    assert!(Command::GoBack.is_enabled(&played.state) && !Command::GoForward.is_enabled(&played.state));
    let book = played.state.book.as_mut().expect("a day");
    book.pages.retain(|page| page.session.id != session(1));
    assert!(!Command::GoBack.is_enabled(&played.state));
    played.state.apply(Command::GoBack, 0.0);
    assert_eq!(played.state.draft.as_ref().map(|draft| draft.session), Some(session(2)));
}

#[test]
fn what_is_noted_beside_the_lines_goes_along_with_them_and_is_tried_again() {
    let mut played = Played::new();
    played.types("eerste");
    let draft = played.state.draft.as_mut().expect("an open note");
    draft.sheet.main_points = vec!["punt".to_owned(), " ".to_owned()];
    draft.noted(played.now);
    assert!(!played.state.is_all_saved());
    played.tick(0.3);
    let sheet = |save: &NoteSave| save.sheet.clone().map(|sheet| sheet.main_points);
    let saves = played.saves();
    assert_eq!((saves.len(), sheet(&saves[0])), (1, Some(vec!["punt".to_owned()])));
    played.answers(Reply::NotSaved { session: session(1), problem: Problem::new(ProblemKind::Disk, "", "") });
    played.tick(2.5);
    let saves = played.saves();
    assert_eq!(texts(&saves[0]), vec!["eerste"]);
    assert_eq!(sheet(&saves[0]), Some(vec!["punt".to_owned()]));
}

#[test]
fn a_sheet_that_is_being_composed_is_not_left_nor_saved() {
    let mut played = Played::new();
    let draft = played.state.draft.as_mut().expect("an open note");
    draft.sheet.take_home = "caf´".to_owned();
    draft.composing_beside = true;
    draft.noted(played.now);
    played.tick(2.0);
    played.state.apply(Command::NextSession, played.now);
    assert!(played.saves().is_empty());
    assert_eq!(played.state.draft.as_ref().map(|draft| draft.session), Some(session(1)));
}

/// The day on the screen, as the store has it after the lines with these texts moved from the first note to the second.
fn after_moving(played: &Played, texts: &[&str]) -> Changed {
    let mut book = played.state.book.clone().expect("a day");
    let lines = book.pages[0].note.lines().to_vec();
    let (gone, left) = lines.into_iter().partition(|line| texts.contains(&line.text.as_str()));
    book.pages[0].note = Note::from_lines(left);
    book.pages[1].note = Note::from_lines(gone);
    for page in &mut book.pages {
        page.revision += 1;
    }
    Changed { op: Op::MoveLines, taken_back: false, days: Vec::new(), book: Some(book), lines: Vec::new() }
}

fn line_ids(played: &Played) -> Vec<LineId> {
    played.state.page().expect("a note").note.lines().iter().map(|line| line.id).collect()
}

#[test]
fn lines_are_moved_when_what_was_typed_is_on_the_disk_and_on_top_of_it() {
    let mut played = Played::new();
    played.types("gaat\nblijft");
    played.tick(0.3);
    let ids = line_ids(&played);
    played.state.apply(Command::MoveLines { lines: vec![ids[0]], to: session(2) }, played.now);
    let is_move = |request: &Request| matches!(request, Request::MoveLines { .. });
    assert!(!played.requests.try_iter().any(|request| is_move(&request)), "the text is not on the disk yet");
    played.answers(Reply::Saved { session: session(1), revision: 7, at: moment() });
    let request = played.requests.try_iter().find(is_move).expect("the move");
    let Request::MoveLines { moving, bases } = request else { panic!("the move") };
    assert_eq!((moving.from, moving.to, moving.lines), (session(1), session(2), vec![ids[0]]));
    assert_eq!((bases.from, bases.to), (7, 0));
}

#[test]
fn what_is_typed_while_lines_move_is_saved_without_them() {
    for is_flushed in [false, true] {
        let mut played = Played::new();
        played.types("gaat\nblijft");
        played.tick(0.3);
        played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
        let changed = after_moving(&played, &["gaat"]);
        let ids = line_ids(&played);
        played.state.apply(Command::MoveLines { lines: vec![ids[0]], to: session(2) }, played.now);
        let caret = played.state.draft.as_ref().expect("a note").selected;
        assert_eq!(caret, Selected::at(11), "at the end of the line that stays");
        played.types("gaat\nblijft!");
        if is_flushed {
            played.tick(0.3);
        }
        drop(played.saves());
        played.answers(Reply::Moved { changed: Box::new(changed), lines: 1, to: session(2) });
        let draft = played.state.draft.as_ref().expect("a note");
        assert_eq!((draft.text.as_str(), draft.selected), ("blijft!", Selected::at(7)));
        if is_flushed {
            let stale = Problem::new(ProblemKind::Stale, "", "");
            played.answers(Reply::NotSaved { session: session(1), problem: stale });
            played.tick(2.5);
        }
        let saves = played.saves();
        let last = saves.last().expect("a save");
        assert_eq!((last.session, texts(last)), (session(1), vec!["blijft!"]));
        assert_eq!(last.base, 2, "on top of the move");
        assert_eq!(last.lines[0].id, ids[1]);
    }
}

/// The day on the screen, as the store has it after a trend got another name in its first note.
fn after_renaming(played: &Played) -> Changed {
    let mut book = played.state.book.clone().expect("a day");
    let page = &mut book.pages[0];
    page.revision += 1;
    let mut lines = page.note.lines().to_vec();
    let edit = |line: &mut NoteLine| {
        let before = line.text.clone();
        line.text = before.replace("#rel", "#onrust");
        LineEdit {
            session: session(1),
            line: line.id,
            before: before.into(),
            after: line.text.as_str().into(),
        }
    };
    let edits = lines.iter_mut().map(edit).collect();
    page.note = Note::from_lines(lines);
    Changed { op: Op::RenameTrend, taken_back: false, days: Vec::new(), book: Some(book), lines: edits }
}

#[test]
fn an_enter_that_is_typed_while_a_trend_gets_another_name_stays() {
    // Not on its way yet; on its way when the other name comes first; and the whole line that follows it.
    for (typed, is_sent) in [("\n", false), ("\n", true), ("\nmeer", false), ("\nmeer", true)] {
        let mut played = Played::new();
        played.types("een #rel");
        played.tick(0.3);
        played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
        let changed = after_renaming(&played);
        played.types(&format!("een #rel{typed}"));
        if is_sent {
            played.tick(0.3);
        }
        drop(played.saves());
        played.answers(Reply::Changed(Box::new(changed)));
        let expected = format!("een #onrust{typed}");
        let draft = played.state.draft.as_ref().expect("a note");
        assert_eq!((&draft.text, draft.selected), (&expected, Selected::at(expected.chars().count())));
        if is_sent {
            let stale = Problem::new(ProblemKind::Stale, "", "");
            played.answers(Reply::NotSaved { session: session(1), problem: stale });
            played.tick(2.5);
        }
        let saves = played.saves();
        let last = saves.last().expect("a save");
        assert_eq!((last.base, texts(last).join("\n")), (2, expected.clone()));
        played.answers(Reply::Saved { session: session(1), revision: 3, at: moment() });
        let mut book = played.state.book.clone().expect("a day");
        book.pages[0].revision = 3;
        played.answers(Reply::Day { days: Vec::new(), book: Box::new(book) });
        let draft = played.state.draft.as_ref().expect("a note");
        assert_eq!((&draft.text, draft.selected), (&expected, Selected::at(expected.chars().count())));
    }
}

#[test]
fn a_time_that_is_corrected_while_something_is_typed_stays_corrected() {
    let mut played = Played::new();
    played.types("een");
    played.tick(0.3);
    played.answers(Reply::Saved { session: session(1), revision: 1, at: moment() });
    let mut book = played.state.book.clone().expect("a day");
    let corrected: Moment = "2023-03-16T09:30:00+01:00".parse().expect("a moment");
    let line = book.pages[0].note.lines()[0].clone();
    book.pages[0].note = Note::from_lines(vec![NoteLine { noted_at: corrected, ..line }]);
    book.pages[0].revision = 2;
    played.types("een en meer");
    drop(played.saves());
    let changed = Changed {
        op: Op::LineTime,
        taken_back: false,
        days: Vec::new(),
        book: Some(book),
        lines: Vec::new(),
    };
    played.answers(Reply::Changed(Box::new(changed)));
    let saves = played.saves();
    assert_eq!((saves[0].base, texts(&saves[0])), (2, vec!["een en meer"]));
    assert_eq!(saves[0].lines[0].noted_at, corrected);
}
