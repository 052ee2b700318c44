//! The store against a model of a few vectors: any sequence of editing, deleting, restoring, undoing and reopening
//! leaves in the store what it leaves in the model.

#[path = "support/store.rs"]
mod support;

use std::collections::{BTreeMap, HashSet};

use chrono::TimeDelta;
use plenair::domain::across::Across;
use plenair::domain::book::NoteSave;
use plenair::domain::clock::Moment;
use plenair::domain::day::SessionFacts;
use plenair::domain::id::{DayId, LineId, SessionId};
use plenair::domain::keeping::Item;
use plenair::domain::language::Language;
use plenair::domain::moving::{Bases, LineMove};
use plenair::domain::note::NoteLine;
use plenair::domain::renaming::{LineChange, LineEdit};
use plenair::domain::sheet::Sheet;
use plenair::domain::update::Difference;
use plenair::store::Store;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{Desk, line, lines_of, programme, texts_of};

/// So many sequences are tried.
const SEQUENCES: u32 = 2_000;
/// Of at most so many steps.
const STEPS: usize = 24;
/// As many operations as the store can take back.
const MOST_UNDONE: usize = 30;

/// What a person does. Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
enum Step {
    AddDay,
    InsertSession(usize),
    Rename(usize, u8),
    Edit(usize, Edit),
    TrashSession(usize),
    TrashDay(usize),
    RestoreFromTrash(usize),
    RestoreVersion(usize, usize),
    /// From which session, from which line on, how many, to which session.
    MoveLines(usize, usize, usize, usize),
    /// Makes a session private, or no longer.
    Private(usize),
    LineTime(usize, usize),
    /// Gives the line of that number another text, in every session that has it.
    ChangeLines(usize, u8),
    /// Which session, to which place.
    MoveSession(usize, usize),
    /// A newer programme of that many sessions, that begins with the present one of that number.
    Update(usize, usize),
    Undo,
    Redo,
    Reopen,
    /// By a clock that is wrong, and right again afterwards.
    ReopenInThreeYears,
    Wait(i64),
}

#[derive(Clone, Debug)]
enum Edit {
    Add(u8),
    Change(usize, u8),
    Remove(usize),
    /// Notes a main point beside the lines.
    Point(u8),
    /// Takes a line out, and puts it at the end of another note.
    Move(usize, usize),
    Clear,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => any::<u8>().prop_map(Edit::Add),
        3 => (0..8usize, any::<u8>()).prop_map(|(line, text)| Edit::Change(line, text)),
        2 => (0..8usize).prop_map(Edit::Remove),
        2 => any::<u8>().prop_map(Edit::Point),
        2 => (0..8usize, 0..8usize).prop_map(|(line, to)| Edit::Move(line, to)),
        1 => Just(Edit::Clear),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::AddDay),
        2 => (0..8usize).prop_map(Step::InsertSession),
        2 => (0..8usize, any::<u8>()).prop_map(|(session, title)| Step::Rename(session, title)),
        12 => (0..8usize, edit()).prop_map(|(session, edit)| Step::Edit(session, edit)),
        3 => (0..8usize).prop_map(Step::TrashSession),
        1 => (0..8usize).prop_map(Step::TrashDay),
        3 => (0..8usize).prop_map(Step::RestoreFromTrash),
        3 => (0..8usize, 0..8usize).prop_map(|(session, version)| Step::RestoreVersion(session, version)),
        5 => (0..8usize, 0..8usize, 1..4usize, 0..8usize)
            .prop_map(|(from, line, count, to)| Step::MoveLines(from, line, count, to)),
        2 => (0..8usize).prop_map(Step::Private),
        2 => (0..8usize, 0..8usize).prop_map(|(session, line)| Step::LineTime(session, line)),
        2 => (0..4usize, any::<u8>()).prop_map(|(line, text)| Step::ChangeLines(line, text)),
        2 => (0..8usize, 0..8usize).prop_map(|(session, place)| Step::MoveSession(session, place)),
        2 => (0..8usize, 0..6usize).prop_map(|(day, kept)| Step::Update(day, kept)),
        5 => Just(Step::Undo),
        4 => Just(Step::Redo),
        1 => Just(Step::Reopen),
        // Forward by less and by more than the grain of history, and a clock that is set back.
        2 => prop_oneof![Just(1i64), Just(6), Just(-2 * 24 * 60)].prop_map(Step::Wait),
        1 => Just(Step::ReopenInThreeYears),
    ]
}

/// What the store should hold.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    days: Vec<ModelDay>,
    notes: BTreeMap<SessionId, ModelNote>,
    /// The last at the end.
    trash: Vec<Item>,
    undo: Vec<Inverse>,
    redo: Vec<Inverse>,
    sitting: usize,
    minute: i64,
}

#[derive(Clone, Debug, PartialEq)]
struct ModelDay {
    id: DayId,
    sessions: Vec<SessionId>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct ModelNote {
    title: String,
    day: Option<DayId>,
    /// The place it had when it went to the trash.
    place: usize,
    private: bool,
    cancelled: bool,
    lines: Vec<NoteLine>,
    sheet: Sheet,
    saved_in: usize,
    /// The oldest first.
    versions: Vec<ModelVersion>,
}

#[derive(Clone, Debug, PartialEq)]
struct ModelVersion {
    lines: Vec<NoteLine>,
    sheet: Sheet,
    /// The sitting that saved them.
    saved_in: usize,
    /// The minute at which they were kept.
    kept_at: i64,
}

#[derive(Clone, Debug, PartialEq)]
enum Inverse {
    Rename(SessionId, String),
    Trash(Item),
    Restore(Item),
    Version(SessionId, usize),
    Private(SessionId, bool),
    LineTime(SessionId, LineId, Moment),
    ChangeLines(Vec<LineEdit>),
    Arrange(ModelOrder),
    MoveLines(ModelMove),
    /// With the lines that were left, as they stood, and those that moved, as they then were.
    MoveBack(ModelMove, Vec<NoteLine>, Vec<NoteLine>),
}

#[derive(Clone, Debug, PartialEq)]
struct ModelMove {
    from: SessionId,
    to: SessionId,
    lines: Vec<LineId>,
}

/// What a day consists of: its sessions in order, those that go to the trash and come back from it, and which of them are
/// marked as no longer on the programme or as being so again.
#[derive(Clone, Debug, PartialEq)]
struct ModelOrder {
    day: DayId,
    sessions: Vec<SessionId>,
    trash: Vec<SessionId>,
    restore: Vec<SessionId>,
    cancelled: Vec<(SessionId, bool)>,
}

/// The private mark, for lines that leave a private session for one that is not.
fn marked(text: &str, leaves: bool, arrives: bool) -> String {
    let needs = leaves && !arrives && !text.starts_with("privé: ");
    if needs { format!("privé: {text}") } else { text.to_owned() }
}

impl ModelOrder {
    fn of(day: DayId, sessions: Vec<SessionId>) -> Self {
        Self { day, sessions, trash: Vec::new(), restore: Vec::new(), cancelled: Vec::new() }
    }
}

impl Model {
    fn day_of(&self, session: SessionId) -> DayId {
        self.notes[&session].day.expect("every session has a day")
    }

    fn is_live(&self, session: SessionId) -> bool {
        let day = self.day_of(session);
        !self.trash.contains(&Item::Session(session)) && !self.trash.contains(&Item::Day(day))
    }

    fn live_days(&self) -> Vec<DayId> {
        self.days.iter().map(|day| day.id).filter(|day| !self.trash.contains(&Item::Day(*day))).collect()
    }

    /// The sessions that can be seen, in order.
    fn live_sessions(&self) -> Vec<SessionId> {
        let days = self.days.iter().filter(|day| !self.trash.contains(&Item::Day(day.id)));
        days.flat_map(|day| day.sessions.iter().copied()).collect()
    }

    /// What can be brought back from the trash, the last first.
    fn restorable(&self) -> Vec<Item> {
        let can = |item: &&Item| match item {
            Item::Day(_) => true,
            Item::Session(session) => !self.trash.contains(&Item::Day(self.day_of(*session))),
        };
        self.trash.iter().rev().filter(can).copied().collect()
    }

    fn sessions_of(&mut self, day: DayId) -> &mut Vec<SessionId> {
        &mut self.days.iter_mut().find(|found| found.id == day).expect("a day").sessions
    }

    fn save(&mut self, session: SessionId, lines: Vec<NoteLine>, sheet: Sheet) {
        self.save_over(session, lines, sheet, ModelNote::keep);
    }

    /// Saves, and keeps what was there in this way.
    fn save_over(
        &mut self,
        session: SessionId,
        lines: Vec<NoteLine>,
        sheet: Sheet,
        keep: fn(&mut ModelNote, i64) -> usize,
    ) {
        let (sitting, minute) = (self.sitting, self.minute);
        let note = self.notes.get_mut(&session).expect("a note");
        if note.lines == lines && note.sheet == sheet {
            return;
        }
        let is_due = note.saved_in != sitting
            || note
                .versions
                .last()
                .is_none_or(|last| last.saved_in != note.saved_in || (minute - last.kept_at).abs() >= 5);
        if is_due && !(note.lines.is_empty() && note.sheet == Sheet::default()) {
            keep(note, minute);
        }
        note.lines = lines;
        note.sheet = sheet;
        note.saved_in = sitting;
    }

    /// Saves other lines; what stands beside them stays.
    fn save_lines(&mut self, session: SessionId, lines: Vec<NoteLine>) {
        let sheet = self.notes[&session].sheet.clone();
        self.save(session, lines, sheet);
    }

    fn trash(&mut self, item: Item) -> Inverse {
        if let Item::Session(session) = item {
            let day = self.day_of(session);
            let sessions = self.sessions_of(day);
            let place = sessions.iter().position(|found| *found == session).expect("a live session");
            sessions.remove(place);
            self.notes.get_mut(&session).expect("a note").place = place;
        }
        self.trash.push(item);
        Inverse::Restore(item)
    }

    fn restore(&mut self, item: Item) -> Inverse {
        self.trash.retain(|found| *found != item);
        if let Item::Session(session) = item {
            let (day, place) = (self.day_of(session), self.notes[&session].place);
            let sessions = self.sessions_of(day);
            let place = place.min(sessions.len());
            sessions.insert(place, session);
        }
        Inverse::Trash(item)
    }

    fn restore_version(&mut self, session: SessionId, version: usize) -> Inverse {
        let (sitting, minute) = (self.sitting, self.minute);
        let note = self.notes.get_mut(&session).expect("a note");
        let kept = note.keep(minute);
        note.lines = note.versions[version].lines.clone();
        note.sheet = note.versions[version].sheet.clone();
        note.saved_in = sitting;
        Inverse::Version(session, kept)
    }

    /// Moves the lines that are there; nothing when none is, or a session is in the trash.
    fn move_lines(&mut self, moving: &ModelMove) -> Option<Inverse> {
        if !self.is_live(moving.from) || !self.is_live(moving.to) {
            return None;
        }
        let (leaves, arrives) = (self.notes[&moving.from].private, self.notes[&moving.to].private);
        let before = self.notes[&moving.from].lines.clone();
        let (gone, left): (Vec<_>, Vec<_>) =
            before.iter().cloned().partition(|line| moving.lines.contains(&line.id));
        if gone.is_empty() {
            return None;
        }
        let gone: Vec<NoteLine> = gone
            .into_iter()
            .map(|line| NoteLine { text: marked(&line.text, leaves, arrives), ..line })
            .collect();
        let longer = [self.notes[&moving.to].lines.clone(), gone.clone()].concat();
        self.save_lines(moving.from, left);
        self.save_lines(moving.to, longer);
        Some(Inverse::MoveBack(moving.clone(), before, gone))
    }

    fn move_back(&mut self, moving: &ModelMove, before: &[NoteLine], gone: &[NoteLine]) -> Option<Inverse> {
        if !self.is_live(moving.from) || !self.is_live(moving.to) {
            return None;
        }
        let (is_private, was_in_private) = (self.notes[&moving.from].private, self.notes[&moving.to].private);
        let there = self.notes[&moving.to].lines.clone();
        let (coming, left): (Vec<_>, Vec<_>) =
            there.into_iter().partition(|line| gone.iter().any(|gone| gone.id == line.id));
        if coming.is_empty() {
            return None;
        }
        let mut lines = self.notes[&moving.from].lines.clone();
        for (place, old) in before.iter().enumerate() {
            let Some(line) = coming.iter().find(|line| line.id == old.id) else { continue };
            let moved = gone.iter().find(|gone| gone.id == old.id).expect("a line that moved");
            let is_untouched = moved.text == line.text && (moved.text == old.text || is_private);
            let text =
                if is_untouched { old.text.clone() } else { marked(&line.text, was_in_private, is_private) };
            let mut earlier = before[..place].iter().rev();
            let behind = earlier.find_map(|old| lines.iter().position(|line| line.id == old.id));
            lines.insert(behind.map_or(0, |behind| behind + 1), NoteLine { text, ..line.clone() });
        }
        self.save_lines(moving.from, lines);
        self.save_lines(moving.to, left);
        Some(Inverse::MoveLines(moving.clone()))
    }

    fn set_time(&mut self, session: SessionId, id: LineId, at: Moment) -> Option<Inverse> {
        let mut lines = self.notes[&session].lines.clone();
        let line = lines.iter_mut().find(|line| line.id == id)?;
        let old = std::mem::replace(&mut line.noted_at, at);
        self.save_lines(session, lines);
        Some(Inverse::LineTime(session, id, old))
    }

    /// Gives the lines that say what they said another text, also in the trash; nothing when none does.
    fn change_lines(&mut self, edits: &[LineEdit]) -> Option<Inverse> {
        let mut done = Vec::new();
        for edit in edits {
            let mut lines = self.notes[&edit.session].lines.clone();
            let is_it = |line: &&mut NoteLine| line.id == edit.line && *line.text == *edit.before;
            let Some(line) = lines.iter_mut().find(is_it) else { continue };
            line.text = edit.after.to_string();
            let sheet = self.notes[&edit.session].sheet.clone();
            // What a change of many notes keeps is not compared with what was kept before.
            self.save_over(edit.session, lines, sheet, ModelNote::keep_again);
            done.push(edit.clone().inverted());
        }
        (!done.is_empty()).then_some(Inverse::ChangeLines(done))
    }

    /// Arranges a day; gives what takes it back.
    fn arrange(&mut self, wanted: &ModelOrder) -> Inverse {
        let before = self.sessions_of(wanted.day).clone();
        for session in &wanted.trash {
            let place = before.iter().position(|found| found == session).expect("a live session");
            self.notes.get_mut(session).expect("a note").place = place;
            self.trash.push(Item::Session(*session));
        }
        self.trash.retain(|item| !wanted.restore.iter().any(|session| *item == Item::Session(*session)));
        let marks = wanted.cancelled.iter().map(|(session, cancelled)| {
            let note = self.notes.get_mut(session).expect("a note");
            (*session, std::mem::replace(&mut note.cancelled, *cancelled))
        });
        let cancelled = marks.collect();
        self.sessions_of(wanted.day).clone_from(&wanted.sessions);
        let (trash, restore) = (wanted.restore.clone(), wanted.trash.clone());
        Inverse::Arrange(ModelOrder { day: wanted.day, sessions: before, trash, restore, cancelled })
    }

    fn set_private(&mut self, session: SessionId, private: bool) -> Option<Inverse> {
        if !self.is_live(session) {
            return None;
        }
        let note = self.notes.get_mut(&session).expect("a note");
        Some(Inverse::Private(session, std::mem::replace(&mut note.private, private)))
    }

    /// Takes over the lines that a restored version has in the store: a line that lives in another note came back as a
    /// new one, and all others as they were.
    fn adopt(&mut self, session: SessionId, restored: Vec<NoteLine>) {
        let elsewhere: HashSet<LineId> = self
            .notes
            .iter()
            .filter(|(other, _)| **other != session)
            .flat_map(|(_, note)| note.lines.iter().map(|line| line.id))
            .collect();
        let note = self.notes.get_mut(&session).expect("a note");
        assert_eq!(texts_of(&restored), texts_of(&note.lines));
        for (restored, kept) in restored.iter().zip(&note.lines) {
            assert_eq!(restored.id == kept.id, !elsewhere.contains(&kept.id));
            assert!(!elsewhere.contains(&restored.id));
            assert_eq!((restored.noted_at, restored.author), (kept.noted_at, kept.author));
        }
        note.lines = restored;
    }

    fn did(&mut self, inverse: Inverse) {
        self.redo.clear();
        self.undo.push(inverse);
        if self.undo.len() > MOST_UNDONE {
            self.undo.remove(0);
        }
    }

    /// Takes a step back or forth; gives the opposite, or nothing when what it was about is not there.
    fn take(&mut self, inverse: &Inverse) -> Option<Inverse> {
        match inverse {
            Inverse::Rename(session, title) => {
                let note = self.notes.get_mut(session).expect("a note");
                let old = std::mem::replace(&mut note.title, title.clone());
                Some(Inverse::Rename(*session, old))
            }
            Inverse::Trash(item) => {
                let is_there = match item {
                    Item::Day(day) => self.live_days().contains(day),
                    Item::Session(session) => self.is_live(*session),
                };
                is_there.then(|| self.trash(*item))
            }
            Inverse::Restore(item) => self.restorable().contains(item).then(|| self.restore(*item)),
            // Text may go to a session in the trash, but nobody can ask for it there.
            Inverse::Version(session, version) => Some(self.restore_version(*session, *version)),
            Inverse::Private(session, private) => self.set_private(*session, *private),
            Inverse::LineTime(session, line, at) => self.set_time(*session, *line, *at),
            Inverse::ChangeLines(edits) => self.change_lines(edits),
            Inverse::Arrange(wanted) => Some(self.arrange(wanted)),
            Inverse::MoveLines(moving) => self.move_lines(moving),
            Inverse::MoveBack(moving, before, gone) => self.move_back(moving, before, gone),
        }
    }
}

impl ModelNote {
    /// Keeps the present text, once; gives the number of the version.
    fn keep(&mut self, minute: i64) -> usize {
        let is_kept = |last: &ModelVersion| last.lines == self.lines && last.sheet == self.sheet;
        if self.versions.last().is_some_and(is_kept) {
            return self.versions.len() - 1;
        }
        self.keep_again(minute)
    }

    /// Keeps the present text, also when it was kept; gives the number of the version.
    fn keep_again(&mut self, minute: i64) -> usize {
        self.versions.push(ModelVersion {
            lines: self.lines.clone(),
            sheet: self.sheet.clone(),
            saved_in: self.saved_in,
            kept_at: minute,
        });
        self.versions.len() - 1
    }
}

/// The store and its model, side by side.
struct Pair {
    desk: Desk,
    store: Option<Store>,
    model: Model,
    added: u32,
}

fn chosen<T: Copy>(from: &[T], number: usize) -> Option<T> {
    (!from.is_empty()).then(|| from[number % from.len()])
}

impl Pair {
    fn new() -> Self {
        let desk = Desk::new();
        let store = desk.open();
        let mut pair =
            Self { desk, store: Some(store), model: Model { sitting: 1, ..Model::default() }, added: 0 };
        pair.add_day();
        pair
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().expect("an open store")
    }

    fn add_day(&mut self) {
        self.added += 1;
        let title = format!("Dag {:04}", self.added);
        let id = self.store().add_day(&programme(&title, &["A", "B"]), false).expect("a day");
        let book = self.store().book(id).expect("a day");
        for page in &book.pages {
            let title = page.session.facts.title.clone();
            self.model
                .notes
                .insert(page.session.id, ModelNote { title, day: Some(id), ..ModelNote::default() });
        }
        let sessions = book.pages.iter().map(|page| page.session.id).collect();
        self.model.days.push(ModelDay { id, sessions });
        self.model.did(Inverse::Trash(Item::Day(id)));
    }

    fn take(&mut self, step: &Step) {
        let live = self.model.live_sessions();
        match step {
            Step::AddDay => self.add_day(),
            Step::InsertSession(at) => self.insert(*at),
            Step::Rename(session, title) => {
                let Some(session) = chosen(&live, *session) else { return };
                let title = format!("titel {title}");
                self.store().rename_session(session, &title).expect("a title");
                let note = self.model.notes.get_mut(&session).expect("a note");
                let old = std::mem::replace(&mut note.title, title);
                self.model.did(Inverse::Rename(session, old));
            }
            Step::Edit(session, edit) => {
                if let Some(session) = chosen(&live, *session) {
                    self.edit(session, edit, &live);
                }
            }
            Step::TrashSession(session) => {
                let Some(session) = chosen(&live, *session) else { return };
                self.store().trash_session(session).expect("the trash");
                let inverse = self.model.trash(Item::Session(session));
                self.model.did(inverse);
            }
            Step::TrashDay(day) => {
                let Some(day) = chosen(&self.model.live_days(), *day) else { return };
                self.store().trash_day(day).expect("the trash");
                let inverse = self.model.trash(Item::Day(day));
                self.model.did(inverse);
            }
            Step::RestoreFromTrash(item) => {
                let Some(item) = chosen(&self.model.restorable(), *item) else { return };
                self.store().restore_from_trash(item).expect("a restore");
                let inverse = self.model.restore(item);
                self.model.did(inverse);
            }
            Step::RestoreVersion(session, version) => {
                let Some(session) = chosen(&live, *session) else { return };
                let versions = self.store().versions(session).expect("the versions");
                let Some(version) = chosen(&(0..versions.len()).collect::<Vec<_>>(), *version) else {
                    return;
                };
                // The store gives the last one first.
                let id = versions[versions.len() - 1 - version].id;
                self.store().restore_version(session, id).expect("a version");
                let inverse = self.model.restore_version(session, version);
                self.adopt(session);
                self.model.did(inverse);
            }
            Step::MoveLines(from, line, count, to) => self.move_lines(&live, [*from, *line, *count, *to]),
            Step::Private(session) => {
                let Some(session) = chosen(&live, *session) else { return };
                let private = !self.model.notes[&session].private;
                self.store().set_session_private(session, private).expect("a session");
                let inverse = self.model.set_private(session, private).expect("a live session");
                self.model.did(inverse);
            }
            Step::LineTime(session, line) => self.correct_time(&live, *session, *line),
            Step::ChangeLines(line, text) => self.change_lines(&live, *line, *text),
            Step::MoveSession(session, place) => {
                let Some(session) = chosen(&live, *session) else { return };
                let position = u32::try_from(place + 1).expect("few");
                self.store().move_session(session, position).expect("a move");
                let day = self.model.day_of(session);
                let before = self.model.sessions_of(day).clone();
                let mut sessions = before.clone();
                sessions.retain(|found| *found != session);
                sessions.insert((*place).min(sessions.len()), session);
                if sessions != before {
                    let inverse = self.model.arrange(&ModelOrder::of(day, sessions));
                    self.model.did(inverse);
                }
            }
            Step::Update(day, kept) => self.update(*day, *kept),
            Step::Undo => self.walk(true),
            Step::Redo => self.walk(false),
            Step::Reopen => self.reopen(),
            Step::ReopenInThreeYears => {
                // Always the same wrong date: on three of them together the store would believe the clock.
                let now = self.desk.hands.now();
                self.desk.hands.set("2026-03-15T14:00:00+01:00");
                self.reopen();
                self.desk.hands.turn(now - self.desk.hands.now());
            }
            Step::Wait(minutes) => {
                self.desk.hands.turn(TimeDelta::minutes(*minutes));
                self.model.minute += minutes;
            }
        }
    }

    /// A newer programme that has the first sessions of the day, each with an id by which it is known, and a new one: what
    /// comes behind them is gone.
    fn update(&mut self, day: usize, kept: usize) {
        let Some(day) = chosen(&self.model.live_days(), day) else { return };
        let book = self.store().book(day).expect("a day");
        self.added += 1;
        let mut newer = programme("Dag", &[]);
        newer.sessions = book.pages.iter().take(kept).map(|page| page.session.facts.clone()).collect();
        for facts in &mut newer.sessions {
            facts.cancelled = false;
            facts.by_hand = false;
        }
        // Titles that occur more than once cannot be told apart by a model this small.
        let titles: HashSet<&str> = book.pages.iter().map(|page| page.session.facts.title.as_str()).collect();
        if titles.len() < book.pages.len() {
            return;
        }
        let added = SessionFacts { title: format!("erbij {:04}", self.added), ..SessionFacts::default() };
        newer.sessions.push(added);
        assert!(self.store().update_day(day, &newer, Difference::is_certain).expect("an update"));
        let after = self.store().book(day).expect("a day");
        let id = after
            .pages
            .iter()
            .map(|page| page.session.id)
            .find(|id| !self.model.notes.contains_key(id))
            .expect("a new session");
        let title = newer.sessions.last().expect("a session").title.clone();
        self.model.notes.insert(id, ModelNote { title, day: Some(day), ..ModelNote::default() });
        let mut wanted = ModelOrder::of(day, Vec::new());
        for (index, page) in book.pages.iter().enumerate() {
            let session = page.session.id;
            let note = &self.model.notes[&session];
            let has_something =
                note.lines.iter().any(|line| !line.text.trim().is_empty()) || note.sheet != Sheet::default();
            if index < kept {
                wanted.cancelled.push((session, false));
            } else if note.cancelled {
                // It was marked before.
            } else if has_something {
                wanted.cancelled.push((session, true));
            } else {
                wanted.trash.push(session);
                continue;
            }
            wanted.sessions.push(session);
        }
        // What stays keeps its place behind what was before it.
        wanted.sessions.push(id);
        wanted.restore.push(id);
        self.model.trash.push(Item::Session(id));
        let inverse = self.model.arrange(&wanted);
        self.model.did(inverse);
    }

    fn move_lines(&mut self, live: &[SessionId], [from, line, count, to]: [usize; 4]) {
        let (Some(from), Some(to)) = (chosen(live, from), chosen(live, to)) else { return };
        let lines: Vec<LineId> =
            self.model.notes[&from].lines.iter().skip(line).take(count).map(|line| line.id).collect();
        let bases = Bases { from: self.revision(from), to: self.revision(to) };
        let language = Language::Dutch;
        let moving = LineMove { from, to, lines: lines.clone(), language };
        if from == to || lines.is_empty() {
            assert!(self.store().move_lines(&moving, bases).is_err());
            return;
        }
        for stale in [Bases { from: bases.from + 1, ..bases }, Bases { to: bases.to + 1, ..bases }] {
            assert!(self.store().move_lines(&moving, stale).is_err(), "a note was saved since");
        }
        assert_eq!(self.store().move_lines(&moving, bases).expect("a move"), lines.len());
        let inverse = self.model.move_lines(&ModelMove { from, to, lines }).expect("lines that are there");
        self.model.did(inverse);
    }

    fn correct_time(&mut self, live: &[SessionId], session: usize, line: usize) {
        let Some(session) = chosen(live, session) else { return };
        let Some(line) = chosen(&self.model.notes[&session].lines.iter().collect::<Vec<_>>(), line).cloned()
        else {
            return;
        };
        let base = self.revision(session);
        let at = line.noted_at - TimeDelta::minutes(1);
        assert!(self.store().set_line_time(session, base + 1, line.id, at).is_err(), "saved since");
        self.store().set_line_time(session, base, line.id, at).expect("a time");
        let inverse = self.model.set_time(session, line.id, at).expect("a line that is there");
        self.model.did(inverse);
    }

    fn change_lines(&mut self, live: &[SessionId], line: usize, text: u8) {
        let text = format!("regel {text} #trend{}", text % 3);
        let mut changes = Vec::new();
        let mut edits = Vec::new();
        for session in live {
            let Some(line) = self.model.notes[session].lines.get(line).cloned() else { continue };
            let (session, base) = (*session, self.revision(*session));
            if line.text != text {
                let (before, after) = (line.text.into(), text.as_str().into());
                edits.push(LineEdit { session, line: line.id, before, after });
            }
            changes.push(LineChange { session, base, line: line.id, text: text.clone() });
        }
        let Some(last) = changes.last().cloned() else { return };
        let day = self.model.day_of(last.session);
        let mut stale = changes.clone();
        stale.last_mut().expect("a line").base += 1;
        assert!(self.store().change_lines(day, &stale).is_err(), "a note was saved since");
        assert_eq!(self.store().change_lines(day, &changes).expect("other texts"), edits);
        if let Some(inverse) = self.model.change_lines(&edits) {
            self.model.did(inverse);
        }
    }

    fn revision(&mut self, session: SessionId) -> u64 {
        let day = self.model.day_of(session);
        self.store().book(day).expect("a day").page(session).expect("a session").revision
    }

    fn reopen(&mut self) {
        self.store = None;
        self.store = Some(self.desk.open());
        self.model.sitting += 1;
        self.model.undo.clear();
        self.model.redo.clear();
    }

    fn insert(&mut self, at: usize) {
        let Some(day) = chosen(&self.model.live_days(), at) else { return };
        let place = at % (self.model.sessions_of(day).len() + 1);
        let facts = SessionFacts { title: "nieuw".to_owned(), ..SessionFacts::default() };
        let id =
            self.store().insert_session(day, u32::try_from(place).expect("few"), &facts).expect("a session");
        self.model.sessions_of(day).insert(place, id);
        let note = ModelNote { title: facts.title, day: Some(day), ..ModelNote::default() };
        self.model.notes.insert(id, note);
        self.model.did(Inverse::Trash(Item::Session(id)));
    }

    fn edit(&mut self, session: SessionId, edit: &Edit, there: &[SessionId]) {
        let mut lines = self.model.notes[&session].lines.clone();
        let index = |number: usize| (!lines.is_empty()).then(|| number % lines.len());
        match edit {
            Edit::Add(text) => lines.push(line(self.store(), &format!("regel {text}"))),
            Edit::Change(line, text) => {
                if let Some(index) = index(*line) {
                    lines[index].text = format!("regel {text} anders #trend{}", text % 3);
                }
            }
            Edit::Remove(line) => {
                if let Some(index) = index(*line) {
                    lines.remove(index);
                }
            }
            Edit::Move(line, to) => {
                let (Some(index), Some(to)) = (index(*line), chosen(there, *to)) else { return };
                let moved = lines.remove(index);
                self.write(session, lines);
                let mut longer = self.model.notes[&to].lines.clone();
                longer.push(moved);
                return self.write(to, longer);
            }
            Edit::Point(text) => {
                let mut sheet = self.model.notes[&session].sheet.clone();
                sheet.main_points = vec![format!("punt {text}")];
                return self.write_both(session, lines, Some(sheet));
            }
            Edit::Clear => lines.clear(),
        }
        self.write(session, lines);
    }

    fn write(&mut self, session: SessionId, lines: Vec<NoteLine>) {
        self.write_both(session, lines, None);
    }

    fn write_both(&mut self, session: SessionId, lines: Vec<NoteLine>, sheet: Option<Sheet>) {
        let base = self.revision(session);
        let save =
            NoteSave { session, base, lines: lines.clone(), sheet: sheet.clone(), place: None, ahead: 0 };
        assert_eq!(self.store().save_note(&save).expect("a save"), base + 1);
        let sheet = sheet.unwrap_or_else(|| self.model.notes[&session].sheet.clone());
        self.model.save(session, lines, sheet);
    }

    fn adopt(&mut self, session: SessionId) {
        let day = self.model.day_of(session);
        let restored = lines_of(self.store(), day, session);
        self.model.adopt(session, restored);
    }

    fn walk(&mut self, back: bool) {
        let entry = if back { self.model.undo.pop() } else { self.model.redo.pop() };
        let taken = entry.as_ref().and_then(|inverse| self.model.take(inverse));
        let walked = if back { self.store().undo() } else { self.store().redo() };
        match (entry, taken) {
            (None, _) => assert!(walked.expect("nothing to do").is_none()),
            (Some(_), None) => assert!(walked.is_err(), "what it was about is not there"),
            (Some(_), Some(opposite)) => {
                assert!(walked.expect("a step").is_some());
                if let Inverse::Version(session, _) = &opposite {
                    self.adopt(*session);
                }
                if back { self.model.redo.push(opposite) } else { self.model.undo.push(opposite) }
            }
        }
    }

    /// Compares everything that can be seen.
    fn compare(&self) {
        let store = self.store.as_ref().expect("an open store");
        let summaries = store.days().expect("the days");
        let days: Vec<DayId> = summaries.iter().map(|summary| summary.day.id).collect();
        assert_eq!(days, self.model.live_days());
        let mut across = Across::default();
        for summary in summaries {
            let day = summary.day.id;
            let book = store.book(day).expect("a day");
            assert_eq!(summary.lines as usize, book.remarks().count());
            across.add(day, book.trend_counts(true));
            let sessions: Vec<SessionId> = book.pages.iter().map(|page| page.session.id).collect();
            let model = self.model.days.iter().find(|found| found.id == day).expect("a day");
            assert_eq!(sessions, model.sessions);
            for (position, page) in (1u32..).zip(&book.pages) {
                let note = &self.model.notes[&page.session.id];
                assert_eq!((page.session.position, &page.session.facts.title), (position, &note.title));
                assert_eq!((page.session.private, page.session.cancelled), (note.private, note.cancelled));
                assert_eq!((page.note.lines(), &page.sheet), (note.lines.as_slice(), &note.sheet));
            }
        }
        assert_eq!(store.trends_across(true).expect("the trends"), across.trends());
        let trash: Vec<Item> = store.trash().expect("the trash").iter().map(|found| found.item).collect();
        assert_eq!(trash, self.model.restorable());
        for (session, note) in &self.model.notes {
            let versions = store.versions(*session).expect("the versions");
            assert_eq!(versions.len(), note.versions.len());
            for (version, kept) in versions.iter().rev().zip(&note.versions) {
                assert_eq!(store.version_text(version.id).expect("a version"), kept.lines);
                assert_eq!(store.version_sheet(version.id).expect("a version").as_ref(), Some(&kept.sheet));
            }
        }
        assert_eq!(store.can_undo().is_some(), !self.model.undo.is_empty());
        assert_eq!(store.can_redo().is_some(), !self.model.redo.is_empty());
    }
}

#[test]
fn the_store_does_what_the_model_does() {
    let config = Config { cases: SEQUENCES, failure_persistence: None, ..Config::default() };
    let steps = proptest::collection::vec(step(), 1..=STEPS);
    let result = TestRunner::new(config).run(&steps, |steps| {
        let mut pair = Pair::new();
        for step in &steps {
            pair.take(step);
            pair.compare();
        }
        pair.take(&Step::Reopen);
        pair.compare();
        assert!(pair.store().check().expect("a check").problems.is_empty());
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}
