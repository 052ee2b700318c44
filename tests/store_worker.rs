//! The worker: what it answers about versions, trash and backups, and what it does when the disk fails.

#[path = "support/many.rs"]
mod many;
#[path = "support/store.rs"]
mod support;

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use plenair::domain::book::{DaySummary, NoteSave};
use plenair::domain::change::Op;
use plenair::domain::id::{AuthorId, DayId, LineId, SessionId};
use plenair::domain::keeping::{Hold, Item};
use plenair::domain::language::Language;
use plenair::domain::moving::{Bases, LineMove};
use plenair::domain::note::NoteLine;
use plenair::domain::problem::ProblemKind;
use plenair::domain::renaming::{Scope, TrendChange};
use plenair::export::{Format, Options as ExportOptions};
use plenair::i18n::Texts;
use plenair::worker::{Access, ExportJob, Opened, ProgrammeSource, Reply, Request, Wake, What, Work, Worker};
use support::{Desk, save, texts_of};

/// A worker on a desk, whose answers a test waits for.
struct Window {
    worker: Worker,
    /// Says that there is an answer.
    woken: Receiver<()>,
}

impl Window {
    fn open(desk: &Desk) -> (Self, Opened) {
        let (wakes, woken) = channel();
        let wake = Wake::default();
        // The last answers may come when the test is over.
        let told = wake.set(Box::new(move || {
            let _: Result<(), _> = wakes.send(());
        }));
        assert!(told.is_ok());
        let worker = Worker::start(desk.folder(), desk.hands.clock(), wake).expect("a thread");
        let window = Self { worker, woken };
        match window.next() {
            Reply::Opened(opened) => (window, *opened),
            Reply::NotOpened(problem) => panic!("{problem:?}"),
            _ => panic!("another answer"),
        }
    }

    #[track_caller]
    fn next(&self) -> Reply {
        loop {
            if let Some(reply) = self.worker.next().expect("the worker lives") {
                return reply;
            }
            self.woken.recv_timeout(Duration::from_secs(20)).expect("an answer");
        }
    }

    #[track_caller]
    fn ask(&self, request: Request) -> Reply {
        assert!(self.worker.send(request).is_ok());
        self.next()
    }

    /// Skips what is told about undo.
    #[track_caller]
    fn ask_for(&self, request: Request) -> Reply {
        let mut reply = self.ask(request);
        while matches!(reply, Reply::Undoable(_)) {
            reply = self.next();
        }
        reply
    }
}

/// A desk with a note that has two versions.
fn desk_with_versions() -> (Desk, DayId, SessionId) {
    let desk = Desk::new();
    let (mut store, day, sessions) = desk.open_with_day();
    for text in ["een", "twee", "drie"] {
        save(&mut store, sessions[0], &[text]);
        desk.hands.turn(chrono::TimeDelta::minutes(6));
    }
    (desk, day, sessions[0])
}

fn save_of(author: AuthorId, session: SessionId, base: u64, text: &str) -> NoteSave {
    let noted_at = support::moment("2023-03-16T15:00:00+01:00");
    let line = NoteLine { id: LineId::fresh(), text: text.to_owned(), noted_at, author };
    NoteSave { session, base, lines: vec![line], sheet: None, place: None, ahead: 0 }
}

#[test]
fn a_save_that_counts_on_one_that_was_refused_does_not_take_another_change_for_it() {
    let (desk, day, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    let Reply::Day { book, .. } = window.ask(Request::OpenDay(day)) else { panic!("the day") };
    let base = book.page(session).expect("a note").revision;
    let before = save_of(opened.author, session, base, "iets #onrust");
    let Reply::Saved { revision, .. } = window.ask(Request::SaveNote(before.clone())) else {
        panic!("saved")
    };
    // What was typed while the trend gets another name does not know of that: the name makes the revision one higher, as the
    // first save would have.
    let change = TrendChange::Rename { tag: "onrust".to_owned(), to: "rel".to_owned(), label: None };
    let rename = Request::ChangeTrend { day, scope: Scope::Day, change };
    assert!(window.worker.send(rename).is_ok());
    for ahead in 0..2 {
        let save = NoteSave { base: revision + ahead, ahead, ..before.clone() };
        assert!(window.worker.send(Request::SaveNote(save)).is_ok());
    }
    let mut refused = 0;
    while refused < 2 {
        match window.next() {
            Reply::NotSaved { problem, .. } => {
                assert_eq!(problem.kind, ProblemKind::Stale);
                refused += 1;
            }
            Reply::Saved { .. } => panic!("the other name is lost"),
            _ => {}
        }
    }
    let Reply::Day { book, .. } = window.ask_for(Request::OpenDay(day)) else { panic!("the day") };
    let page = book.page(session).expect("a note");
    assert_eq!(page.note.text(), "iets #rel");
    // What knows of it lands.
    let knows = NoteSave { base: page.revision, ..save_of(opened.author, session, 0, "iets #rel, en meer") };
    let Reply::Saved { revision, .. } = window.ask_for(Request::SaveNote(knows.clone())) else {
        panic!("saved")
    };
    let next = NoteSave { base: revision, ahead: 1, ..knows };
    assert!(matches!(window.ask_for(Request::SaveNote(next)), Reply::Saved { .. }));
}

#[test]
fn versions_are_listed_shown_and_brought_back() {
    let (desk, day, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    assert_eq!(opened.access, Access::Writing);
    let Reply::Versions { versions, .. } = window.ask(Request::Versions(session)) else { panic!("versions") };
    assert_eq!(versions.len(), 2);
    let oldest = versions[1].id;
    let Reply::Version { lines, .. } = window.ask(Request::ShowVersion { session, version: oldest }) else {
        panic!("a version")
    };
    assert_eq!(texts_of(&lines), ["een"]);
    let Reply::Changed(changed) = window.ask(Request::RestoreVersion { session, version: oldest }) else {
        panic!("a change")
    };
    let book = changed.book.expect("the day");
    assert_eq!((changed.op, book.day.id), (Op::RestoreVersion, day));
    assert_eq!(texts_of(book.page(session).expect("the note").note.lines()), ["een"]);
    let Reply::Undoable(undoable) = window.next() else { panic!("undo") };
    assert_eq!(undoable.undo, Some(Op::RestoreVersion));
}

#[test]
fn lines_are_moved_and_a_window_that_knows_an_older_note_is_refused() {
    let (desk, day, session) = desk_with_versions();
    let (window, _) = Window::open(&desk);
    let Reply::Day { book, .. } = window.ask(Request::OpenDay(day)) else { panic!("the day") };
    let (from, to) = (book.page(session).expect("a note"), &book.pages[1]);
    let lines = from.note.lines().to_vec();
    let moving =
        LineMove { from: session, to: to.session.id, lines: vec![lines[0].id], language: Language::Dutch };
    let bases = Bases { from: from.revision, to: to.revision };
    let older = Bases { from: from.revision - 1, ..bases };
    let Reply::Failed(problem) = window.ask(Request::MoveLines { moving: moving.clone(), bases: older })
    else {
        panic!("a refusal")
    };
    assert_eq!(problem.kind, ProblemKind::Stale);
    let noted_at = support::moment("2023-03-16T09:30:00+01:00");
    let time = Request::SetLineTime { session, base: older.from, line: lines[0].id, noted_at };
    let Reply::Failed(problem) = window.ask(time) else { panic!("a refusal") };
    assert_eq!(problem.kind, ProblemKind::Stale);
    let Reply::Moved { changed, lines: count, to: there } = window.ask(Request::MoveLines { moving, bases })
    else {
        panic!("a move")
    };
    assert_eq!((count, there, changed.op, changed.taken_back), (1, to.session.id, Op::MoveLines, false));
    assert_eq!(changed.book.expect("the day").pages[1].note.lines(), lines);
    let Reply::Undoable(undoable) = window.next() else { panic!("undo") };
    assert_eq!(undoable.undo, Some(Op::MoveLines));
    let Reply::Changed(changed) = window.ask(Request::Undo) else { panic!("an undo") };
    assert!(changed.taken_back);
}

#[test]
fn deleting_and_undoing_show_the_day_that_is_left() {
    let (desk, day, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    let example = opened.days.iter().find(|summary| summary.day.example).expect("the example").day.id;
    let Reply::Changed(changed) = window.ask(Request::PutInTrash(Item::Session(session))) else { panic!() };
    assert_eq!(changed.book.expect("the day").pages.len(), 2);
    let Reply::Trash(trash) = window.ask_for(Request::Trash) else { panic!("the trash") };
    assert_eq!(trash.len(), 1);
    let Reply::Changed(changed) = window.ask(Request::Undo) else { panic!("an undo") };
    assert_eq!(changed.op, Op::TrashSession);
    assert_eq!(changed.book.expect("the day").pages.len(), 3);
    let Reply::Changed(changed) = window.ask_for(Request::PutInTrash(Item::Day(day))) else { panic!() };
    assert_eq!(changed.book.expect("another day").day.id, example);
    let Reply::Changed(changed) = window.ask_for(Request::PutInTrash(Item::Day(example))) else { panic!() };
    assert!(changed.book.is_none() && changed.days.is_empty());
    drop(window);
    let (window, opened) = Window::open(&desk);
    assert!(opened.book.is_none(), "a window without a day");
    let Reply::Changed(changed) = window.ask(Request::RestoreFromTrash(Item::Day(day))) else { panic!() };
    assert_eq!(changed.book.expect("the day").day.id, day);
}

#[test]
fn a_day_is_held_erased_and_its_backups_deleted() {
    let (desk, day, _) = desk_with_versions();
    let (window, _) = Window::open(&desk);
    let Reply::BackedUp(Ok(path)) = window.ask(Request::BackUp) else { panic!("a backup") };
    let Reply::Proved { counts, .. } = window.ask(Request::ProveRestore(path)) else { panic!("a proof") };
    assert_eq!(counts.expect("a good backup").days, 2);
    let until = "2023-03-20".parse().expect("a date");
    let hold = Hold { until, reason: "Woo".to_owned() };
    let Reply::Hold { .. } = window.ask(Request::SetHold { day, hold: Some(hold) }) else { panic!("a hold") };
    let Reply::Failed(problem) = window.ask(Request::EraseDay(day)) else { panic!("a refusal") };
    assert_eq!((problem.kind, problem.subject.as_str()), (ProblemKind::Held, "2023-03-20"));
    let Reply::Hold { hold: None, .. } = window.ask(Request::SetHold { day, hold: None }) else { panic!() };
    let Reply::Erased { erased, .. } = window.ask(Request::EraseDay(day)) else { panic!("an erasure") };
    assert!(erased.wiped && erased.backups.len() == 1 && erased.gone_by.is_some());
    let Reply::Changed(changed) = window.next() else { panic!("a change") };
    assert_eq!(changed.op, Op::EraseDay);
    let Reply::BackupsHolding { backups, .. } = window.ask(Request::DeleteBackupsHolding(day)) else {
        panic!()
    };
    assert_eq!(backups, []);
    let Reply::Backups(backups) = window.ask(Request::Backups) else { panic!("the backups") };
    assert_eq!(backups.len(), 1);
}

#[test]
fn a_backup_is_put_back_and_the_window_opens_again() {
    let (desk, day, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    let usb = desk.path("usb.db");
    let Reply::BackedUp(Ok(path)) = window.ask(Request::BackUpTo(usb.clone())) else { panic!("a backup") };
    assert_eq!(path, usb);
    let Reply::Changed(_) = window.ask(Request::PutInTrash(Item::Day(day))) else { panic!("the trash") };
    let Reply::Failed(problem) = window.ask_for(Request::Restore(desk.path("er niet"))) else { panic!() };
    assert_eq!(problem.kind, ProblemKind::Unreadable);
    let Reply::Restored { counts, set_aside } = window.ask_for(Request::Restore(usb)) else {
        panic!("a restore")
    };
    assert!(counts.days == 2 && set_aside.is_some());
    let Reply::Opened(again) = window.next() else { panic!("it opens again") };
    assert_eq!(again.author, opened.author);
    let saved = window.ask_for(Request::SaveNote(save_of(again.author, session, 3, "vier")));
    assert!(matches!(saved, Reply::Saved { .. }), "and goes on");
}

#[test]
fn notes_of_a_newer_program_are_read_and_a_save_says_why_not() {
    let (desk, _, session) = desk_with_versions();
    drop(Window::open(&desk));
    rusqlite::Connection::open(desk.database())
        .and_then(|connection| connection.pragma_update(None, "user_version", 99))
        .expect("a newer shape");
    let before = desk.files();
    let (window, opened) = Window::open(&desk);
    let Access::Reading(problem) = &opened.access else { panic!("it writes") };
    assert_eq!(problem.kind, ProblemKind::TooNew);
    assert!(opened.book.is_some());
    let Reply::NotSaved { problem, .. } =
        window.ask(Request::SaveNote(save_of(opened.author, session, 3, "x")))
    else {
        panic!("it was saved")
    };
    assert_eq!(problem.kind, ProblemKind::TooNew);
    let Reply::Failed(problem) = window.ask(Request::PutInTrash(Item::Session(session))) else { panic!() };
    assert_eq!(problem.kind, ProblemKind::TooNew);
    drop(window);
    assert_eq!(desk.files(), before);
}

/// Where the page of a table starts in the file, in bytes, and how long it is.
fn page_of(desk: &Desk, table: &str) -> (u64, usize) {
    let connection = rusqlite::Connection::open(desk.database()).expect("the database");
    let root: u64 = connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get::<_, i64>(0))
        .expect("a table")
        .unsigned_abs();
    let size: u64 = connection
        .pragma_query_value(None, "page_size", |row| row.get::<_, i64>(0))
        .expect("a size")
        .unsigned_abs();
    ((root - 1) * size, usize::try_from(size).expect("a size"))
}

fn write_at(desk: &Desk, start: u64, bytes: &[u8]) {
    let mut file = File::options().write(true).open(desk.database()).expect("the database");
    file.seek(SeekFrom::Start(start)).and_then(|_| file.write_all(bytes)).expect("a write");
}

#[test]
fn when_the_disk_fails_the_notes_are_read_only_and_when_it_works_again_they_are_saved() {
    let (desk, day, session) = desk_with_versions();
    drop(Window::open(&desk));
    let (start, size) = page_of(&desk, "version");
    let whole = std::fs::read(desk.database()).expect("the database");
    let index = usize::try_from(start).expect("a place");
    let page = whole[index..index + size].to_vec();

    let (window, opened) = Window::open(&desk);
    write_at(&desk, start, &vec![0x5a; size]);
    let Reply::Failed(problem) = window.ask(Request::Versions(session)) else { panic!("a failure") };
    assert_eq!(problem.kind, ProblemKind::Damaged);
    let Reply::Access(Access::Reading(problem)) = window.next() else { panic!("it only reads now") };
    assert_eq!(problem.kind, ProblemKind::Damaged);
    let Reply::NotSaved { problem, .. } =
        window.ask(Request::SaveNote(save_of(opened.author, session, 3, "vier")))
    else {
        panic!("it was saved")
    };
    assert_eq!(problem.kind, ProblemKind::Damaged);
    let Reply::Day { book, .. } = window.ask(Request::OpenDay(day)) else {
        panic!("what can be read is shown")
    };
    assert_eq!(texts_of(book.page(session).expect("the note").note.lines()), ["drie"]);
    assert_eq!(
        std::fs::read(desk.database()).expect("the database").len(),
        whole.len(),
        "it was not replaced"
    );

    write_at(&desk, start, &page);
    let Reply::Access(Access::Writing) =
        window.ask(Request::SaveNote(save_of(opened.author, session, 3, "vier")))
    else {
        panic!("it does not write again")
    };
    let Reply::Saved { revision, .. } = window.next() else { panic!("it was not saved") };
    assert_eq!(revision, 4);
}

#[test]
fn notes_that_are_gone_are_not_made_anew_under_an_open_window() {
    let (desk, _, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    std::fs::rename(desk.folder(), desk.path("verplaatst")).expect("the folder is moved");
    // On some systems the open file goes on working where it is now; then nothing is lost either.
    let reply = window.ask(Request::SaveNote(save_of(opened.author, session, 3, "vier")));
    assert!(matches!(reply, Reply::Saved { .. } | Reply::NotSaved { .. }));
    drop(window);
    assert!(!desk.database().exists(), "no fresh notes in the old place");
}

#[test]
fn of_many_searches_the_last_is_answered_and_a_save_does_not_wait_for_them() {
    let desk = Desk::new();
    let (session, save_request) = {
        let (mut store, _, sessions) = desk.open_with_day();
        let many: Vec<String> = (0..3_000).map(|number| format!("toezicht {number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let lines = save(&mut store, sessions[0], &many);
        let base = 1;
        (sessions[0], NoteSave { session: sessions[0], base, lines, sheet: None, place: None, ahead: 0 })
    };
    let (window, _) = Window::open(&desk);
    for asked in 1..=20 {
        let query = "toez".to_owned();
        assert!(window.worker.send(Request::Search { asked, query, limit: 50 }).is_ok());
    }
    assert!(window.worker.send(Request::SaveNote(save_request)).is_ok());
    let mut answers = Vec::new();
    let last = loop {
        match window.next() {
            Reply::Saved { session: saved, .. } => {
                assert_eq!(saved, session);
                answers.push(0);
            }
            Reply::Found { asked, found, .. } => {
                assert_eq!((found.hits.len(), found.has_more), (50, true));
                answers.push(asked);
                if asked == 20 {
                    break answers;
                }
            }
            _ => {}
        }
    };
    assert!(last.is_sorted_by_key(|asked| if *asked == 0 { 20 } else { *asked }), "{last:?}");
    assert!(last.contains(&0), "the note is saved before the last search is done: {last:?}");
}

/// A file that gives nothing until somebody writes to it, as on a drive that hangs.
#[cfg(unix)]
fn hanging(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo");
    assert!(made.success());
}

#[cfg(unix)]
#[test]
fn a_drive_that_hangs_holds_up_no_save() {
    let (desk, day, session) = desk_with_versions();
    let (window, opened) = Window::open(&desk);
    let (programme, newer) = (desk.path("programma.txt"), desk.path("nieuwer.txt"));
    for path in [&programme, &newer] {
        hanging(path);
    }
    let source = ProgrammeSource::File(programme.clone());
    assert!(window.worker.send(Request::ReadProgramme { asked: 7, source }).is_ok());
    assert!(window.worker.send(Request::ReadUpdate(newer.clone())).is_ok());
    let Reply::Day { book, .. } = window.ask(Request::OpenDay(day)) else { panic!("the day") };
    let base = book.page(session).expect("a note").revision;
    let save = save_of(opened.author, session, base, "getypt");
    let Reply::Saved { .. } = window.ask(Request::SaveNote(save)) else { panic!("saved meanwhile") };
    let usb = desk.path("usb.db");
    let Reply::BackedUp(Ok(_)) = window.ask(Request::BackUpTo(usb)) else { panic!("a copy meanwhile") };
    let hangs = window.worker.under_way();
    assert_eq!(hangs.iter().map(|work| work.work).collect::<Vec<_>>(), [Work::Import; 2]);
    window.worker.stop(hangs[1].number);
    let give = |path: &std::path::Path| {
        let mut file = File::options().write(true).open(path).expect("the other end");
        file.write_all(b"Welkom\nLezing\n").expect("room");
    };
    let (mut read, mut stopped) = (0, 0);
    give(&programme);
    give(&newer);
    for _ in 0..2 {
        match window.next() {
            Reply::ProgrammeRead { asked: 7, read: Ok(_) } | Reply::UpdateRead(_) => read += 1,
            Reply::ProgrammeRead { read: Err(problem), .. } | Reply::Failed(problem) => {
                assert_eq!(problem.kind, ProblemKind::Stopped);
                stopped += 1;
            }
            _ => panic!("another answer"),
        }
    }
    assert_eq!((read, stopped), (1, 1));
    assert!(!window.worker.is_at_work());
}

/// Waits until work of this kind is being done, and has it stopped.
#[track_caller]
fn stop(window: &Window, wanted: Work) {
    for _ in 0..20_000 {
        if let Some(work) = window.worker.under_way().into_iter().find(|work| work.work == wanted) {
            return window.worker.stop(work.number);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("it was never begun");
}

#[test]
fn a_store_opens_with_one_day_counted_and_counts_the_rest_when_it_is_asked() {
    let desk = Desk::new();
    let filled = many::fill(&desk.folder(), 3);
    let (window, opened) = Window::open(&desk);
    let shown = opened.book.as_ref().map(|book| (book.day.id, book.remarks().count()));
    let counted = |days: &[DaySummary], day: DayId| {
        let summary = days.iter().find(|summary| summary.day.id == day).expect("every day");
        (summary.sessions as usize, summary.lines as usize)
    };
    let (day, lines) = shown.expect("a day");
    assert_eq!(counted(&opened.days, day).1, lines);
    for other in filled.iter().filter(|other| **other != day) {
        assert_eq!(counted(&opened.days, *other), (0, 0), "that takes longer than opening");
    }
    let Reply::Days(days) = window.ask(Request::Days) else { panic!("the days") };
    assert_eq!(counted(&days, day), counted(&opened.days, day));
    for day in &filled {
        assert!(counted(&days, *day) > (0, 0));
    }
    let names = |order: Vec<DaySummary>| order.into_iter().map(|summary| summary.day.id).collect::<Vec<_>>();
    assert_eq!(names(opened.days), names(days));
    let Reply::NamesElsewhere { day: of, names } = window.ask(Request::NamesElsewhere(day)) else { panic!() };
    assert_eq!((of, names.trends.len()), (day, 1));
    drop(window);
    let stopped = desk.open_reading().names_elsewhere(day, || false).expect("the names");
    assert_eq!(stopped, None, "what is not wanted any more is not half of it");
}

#[test]
fn a_document_of_the_window_never_replaces_the_notes() {
    let desk = Desk::new();
    let (window, _) = Window::open(&desk);
    let job = ExportJob {
        what: What::AllDays,
        path: desk.database(),
        format: Format::Json,
        overwrite: true,
        options: ExportOptions::default(),
        labels: Texts::new(Language::Dutch).labels(),
    };
    assert!(window.worker.send(Request::Export(Box::new(job))).is_ok());
    let Reply::Exported { written: Err(problem), .. } = window.next() else { panic!("it was written") };
    assert_eq!(problem.kind, ProblemKind::OwnFolder);
    assert!(desk.open_reading().days().is_ok(), "the notes are still there");
}

#[test]
fn work_that_is_stopped_leaves_nothing() {
    let desk = Desk::new();
    let days = many::fill(&desk.folder(), 12);
    let (window, _) = Window::open(&desk);
    let documents = desk.path("documenten");
    std::fs::create_dir(&documents).expect("a folder");
    let job = ExportJob {
        what: What::AllDays,
        path: documents.join("alles.docx"),
        format: Format::Docx,
        overwrite: false,
        options: ExportOptions::default(),
        labels: Texts::new(Language::Dutch).labels(),
    };
    assert!(window.worker.send(Request::Export(Box::new(job))).is_ok());
    stop(&window, Work::Export);
    let Reply::Exported { written: Err(problem), .. } = window.next() else { panic!("it was not stopped") };
    assert_eq!(problem.kind, ProblemKind::Stopped);
    assert_eq!(std::fs::read_dir(&documents).expect("a folder").count(), 0);
    // A rename that is stopped has changed nothing, and one that was past that has changed everything.
    let (tag, to) = ("toezicht".to_owned(), "handhaving".to_owned());
    let change = TrendChange::Rename { tag, to, label: None };
    let request = Request::ChangeTrend { day: days[0], scope: Scope::AllDays, change };
    assert!(window.worker.send(request).is_ok());
    stop(&window, Work::Rename);
    let was_stopped = match window.next() {
        Reply::Failed(problem) => problem.kind == ProblemKind::Stopped,
        Reply::Changed(_) => false,
        _ => panic!("another answer"),
    };
    drop(window);
    let store = desk.open_reading();
    let expected = if was_stopped { "#toezicht" } else { "#handhaving" };
    for day in days {
        let book = store.book(day).expect("a day");
        assert!(book.remarks().all(|remark| remark.line.text.contains(expected)), "{was_stopped}");
    }
}
