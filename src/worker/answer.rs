//! What the worker does with each request.

use super::desk::Desk;
use super::under_way::Work;
use super::{Access, Added, Changed, PeopleList, ProgrammeSource, Reply, Request, gone};
use crate::apart;
use crate::domain::book::NoteSave;
use crate::domain::change::Op;
use crate::domain::day::{Session, SessionFacts};
use crate::domain::id::DayId;
use crate::domain::keeping::Item;
use crate::domain::moving::{Bases, LineMove};
use crate::domain::noted::NotedDay;
use crate::domain::problem::Problem;
use crate::domain::programme::Programme;
use crate::domain::progress::Progress;
use crate::domain::renaming::LineEdit;
use crate::files;
use crate::import;
use crate::import::people::People;
use crate::store::{Joining, Store, StoreError, Undone};

impl Desk {
    /// Does what is asked, and says what came of it. Gives whether the disk failed under the store.
    pub(super) fn answer(&mut self, request: Request) -> bool {
        match request {
            Request::SaveNote(save) => return self.save(&save),
            Request::WriteFile { path, bytes } => write_file(&path, &bytes),
            Request::Restore(path) => {
                let _begun = self.begin(Work::Restore);
                if let Err(problem) = self.put_back(&path) {
                    self.reply(Reply::Failed(problem));
                }
            }
            Request::Remember(place) => {
                if let Some(Err(error)) = self.store.as_mut().map(|store| store.set_place(&place)) {
                    tracing::warn!(%error, "the place of the window was not remembered");
                    return error.is_broken();
                }
            }
            Request::ReadProgramme { asked, source: ProgrammeSource::Text(text) } => {
                let read = import::read(text.as_bytes()).map(Box::new);
                self.reply(Reply::ProgrammeRead { asked, read });
            }
            Request::AddNotes(days) => return self.add_notes(&days),
            request if request.is_errand() => self.send_out(request),
            request => return self.ask_store(request),
        }
        false
    }

    /// Asks the store; a failure becomes a message to the person.
    fn ask_store(&mut self, request: Request) -> bool {
        // On the board as long as it lasts.
        let begun = self.is_rewriting(&request).then(|| self.begin(Work::Rename));
        let Some(store) = &mut self.store else {
            self.reply(Reply::Failed(self.why_not()));
            return false;
        };
        store.watch(begun.as_ref().map_or_else(Progress::default, |begun| begun.progress.clone()));
        let answer = ask(store, request);
        drop(begun);
        match answer {
            Ok(replies) => {
                for reply in replies {
                    self.reply(reply);
                }
                false
            }
            Err(Refusal::Problem(problem)) => {
                self.reply(Reply::Failed(problem));
                false
            }
            Err(Refusal::Store(error)) => {
                let is_broken = error.is_broken();
                let problem = match error {
                    StoreError::Reading => self.why_not(),
                    error => error.into(),
                };
                self.reply(Reply::Failed(problem));
                is_broken
            }
        }
    }

    /// Keeps days that come in with their notes.
    fn add_notes(&mut self, days: &[NotedDay]) -> bool {
        let begun = self.begin(Work::BringIn);
        let Some(store) = self.store.as_mut().filter(|store| store.writes()) else {
            drop(begun);
            self.reply(Reply::NotesAdded(Err(self.why_not())));
            return false;
        };
        store.watch(begun.progress.clone());
        let added = add_notes(store, days);
        store.watch(Progress::default());
        drop(begun);
        let is_broken = added.as_ref().is_err_and(StoreError::is_broken);
        self.reply(Reply::NotesAdded(added.map(Box::new).map_err(Problem::from)));
        is_broken
    }

    /// Whether the texts of many lines may change.
    fn is_rewriting(&self, request: &Request) -> bool {
        let turns_over = |op: Option<Op>| op.is_some_and(Op::rewrites_lines);
        match request {
            Request::ChangeTrend { .. } | Request::ChangePerson { .. } => true,
            Request::Undo => turns_over(self.store.as_ref().and_then(Store::can_undo)),
            Request::Redo => turns_over(self.store.as_ref().and_then(Store::can_redo)),
            _ => false,
        }
    }

    fn save(&mut self, save: &NoteSave) -> bool {
        let session = save.session;
        let Some(store) = self.store.as_mut().filter(|store| store.writes()) else {
            self.reply(Reply::NotSaved { session, problem: self.why_not() });
            return false;
        };
        // Where an earlier save was refused, an operation may have made the revision as high as that save would have.
        let is_on_firm_ground = save.ahead == 0 || self.landed.get(&session) == Some(&save.base);
        let saved = if is_on_firm_ground { store.save_note(save) } else { Err(StoreError::Stale) };
        match saved {
            Ok(revision) => {
                self.landed.insert(session, revision);
                self.reply(Reply::Saved { session, revision, at: self.clock.now() });
                false
            }
            Err(error) => {
                let is_broken = error.is_broken();
                self.reply(Reply::NotSaved { session, problem: error.into() });
                is_broken
            }
        }
    }

    /// Why nothing can be written.
    pub(super) fn why_not(&self) -> Problem {
        match &self.access {
            Access::Reading(problem) => problem.clone(),
            Access::Writing => gone(),
        }
    }
}

/// Why a request was not done.
enum Refusal {
    /// The store could not.
    Store(StoreError),
    /// Something else was in the way.
    Problem(Problem),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

fn ask(store: &mut Store, request: Request) -> Result<Vec<Reply>, Refusal> {
    let reply = match request {
        Request::OpenDay(day) => show(store, day)?,
        Request::AddDay(programme) => add_day(store, &programme)?,
        Request::ChooseBackupFolder(folder) => Reply::BackupFolder(store.choose_backup_folder(folder)?),
        Request::InsertSession { day, position, facts } => insert_session(store, day, position, *facts)?,
        Request::RenameSession { session, title } => {
            store.rename_session(session, &title)?;
            Reply::SessionRenamed { session, title }
        }
        Request::StarSession { session, starred } => {
            store.star_session(session, starred)?;
            Reply::SessionStarred { session, starred }
        }
        Request::MoveLines { moving, bases } => move_lines(store, &moving, bases)?,
        Request::ChangeLines { day, changes } => {
            let lines = store.change_lines(day, &changes)?;
            rewritten(store, Op::ChangeLines, day, lines)?
        }
        Request::ChangeTrend { day, scope, change } => {
            let lines = store.change_trend(day, scope, &change)?;
            rewritten(store, change.op(), day, lines)?
        }
        Request::ChangePerson { day, scope, change } => {
            let lines = store.change_person(day, scope, &change)?;
            rewritten(store, Op::RenamePerson, day, lines)?
        }
        Request::SetLineTime { session, base, line, noted_at } => {
            store.set_line_time(session, base, line, noted_at)?;
            let day = store.day_of(session)?;
            changed(store, Op::LineTime, day)?
        }
        Request::SetSessionPrivate { session, private } => {
            store.set_session_private(session, private)?;
            let day = store.day_of(session)?;
            changed(store, Op::PrivateSession, day)?
        }
        request => return arrange(store, request),
    };
    Ok(vec![reply])
}

/// The requests about what a day consists of.
fn arrange(store: &mut Store, request: Request) -> Result<Vec<Reply>, Refusal> {
    let reply = match request {
        Request::UpdateDay { day, newer, accepted } => {
            if store.update_day(day, &newer, |difference| accepted.contains(&difference))? {
                changed(store, Op::UpdateDay, day)?
            } else {
                show(store, day)?
            }
        }
        Request::SetParticipants { day, list } => {
            let bytes = match list {
                PeopleList::Text(text) => text.into_bytes(),
                PeopleList::File(path) => files::read_limited(&path, import::MOST_BYTES)?,
            };
            let People { people, left_out } = apart::read_people(&bytes)?;
            let taken = people.len();
            store.set_participants(day, people)?;
            return Ok(vec![
                changed(store, Op::Participants, day)?,
                Reply::ParticipantsTaken { taken, left_out },
            ]);
        }
        Request::MoveSession { session, position } => {
            store.move_session(session, position)?;
            let day = store.day_of(session)?;
            changed(store, Op::MoveSession, day)?
        }
        Request::ChangeSession { session, facts } => {
            store.change_session(session, &facts)?;
            let day = store.day_of(session)?;
            changed(store, Op::ChangeSession, day)?
        }
        Request::JoinSessions { first, second, as_second, language } => {
            store.join_sessions(Joining { first, second, as_second, language })?;
            let op = if as_second { Op::TieSession } else { Op::JoinSessions };
            let day = store.day_of(first)?;
            changed(store, op, day)?
        }
        request => return keep(store, request),
    };
    Ok(vec![reply])
}

fn move_lines(store: &mut Store, moving: &LineMove, bases: Bases) -> Result<Reply, StoreError> {
    let lines = store.move_lines(moving, bases)?;
    let day = store.day_of(moving.from)?;
    let changed = Box::new(change(store, Op::MoveLines, day)?);
    Ok(Reply::Moved { changed, lines, to: moving.to })
}

/// The requests about what is kept beside the notes.
fn keep(store: &mut Store, request: Request) -> Result<Vec<Reply>, Refusal> {
    let reply = match request {
        Request::Versions(session) => Reply::Versions { session, versions: store.versions(session)? },
        Request::ShowVersion { session, version } => {
            let (lines, sheet) = (store.version_text(version)?, store.version_sheet(version)?);
            Reply::Version { session, version, lines, sheet }
        }
        Request::RestoreVersion { session, version } => {
            store.restore_version(session, version)?;
            let day = store.day_of(session)?;
            changed(store, Op::RestoreVersion, day)?
        }
        Request::Trash => Reply::Trash(store.trash()?),
        Request::PutInTrash(item) => put_in_trash(store, item)?,
        Request::RestoreFromTrash(item) => {
            store.restore_from_trash(item)?;
            let op = if matches!(item, Item::Day(_)) { Op::RestoreDay } else { Op::RestoreSession };
            let day = store.day_of_item(item)?;
            changed(store, op, day)?
        }
        Request::Undo => return walked(store, true, Store::undo),
        Request::Redo => return walked(store, false, Store::redo),
        Request::EraseDay(day) => {
            let erased = store.erase_day(day)?;
            return Ok(vec![Reply::Erased { day, erased }, changed(store, Op::EraseDay, day)?]);
        }
        Request::DeleteBackupsHolding(day) => {
            Reply::BackupsHolding { day, backups: store.delete_backups_holding(day)? }
        }
        Request::Hold(day) => Reply::Hold { day, hold: store.hold(day)? },
        Request::SetHold { day, hold } => {
            store.set_hold(day, hold.as_ref())?;
            Reply::Hold { day, hold }
        }
        // Everything else was done before.
        _ => return Ok(Vec::new()),
    };
    Ok(vec![reply])
}

fn show(store: &Store, day: DayId) -> Result<Reply, StoreError> {
    let book = store.book(day)?;
    Ok(Reply::Day { days: store.days()?, book: Box::new(book) })
}

fn add_day(store: &mut Store, programme: &Programme) -> Result<Reply, StoreError> {
    let day = store.add_day(programme, false)?;
    show(store, day)
}

fn add_notes(store: &mut Store, days: &[NotedDay]) -> Result<Added, StoreError> {
    let added = store.add_noted_days(days)?;
    let first = added.first().ok_or_else(|| StoreError::UnknownDay(String::new()))?;
    Ok(Added { count: added.len(), first: store.book(first.id)?, days: store.days()? })
}

fn insert_session(
    store: &mut Store,
    day: DayId,
    position: u32,
    facts: SessionFacts,
) -> Result<Reply, StoreError> {
    let id = store.insert_session(day, position, &facts)?;
    let session =
        Session { id, position: position + 1, cancelled: false, private: false, starred: false, facts };
    Ok(Reply::SessionInserted { day, session: Box::new(session) })
}

fn put_in_trash(store: &mut Store, item: Item) -> Result<Reply, StoreError> {
    let day = store.day_of_item(item)?;
    match item {
        Item::Day(day) => store.trash_day(day)?,
        Item::Session(session) => store.trash_session(session)?,
    }
    let op = if matches!(item, Item::Day(_)) { Op::TrashDay } else { Op::TrashSession };
    changed(store, op, day)
}

/// What there is to see after a change to `day`.
fn changed(store: &Store, op: Op, day: DayId) -> Result<Reply, StoreError> {
    Ok(Reply::Changed(Box::new(change(store, op, day)?)))
}

/// What there is to see after lines got another text.
fn rewritten(store: &Store, op: Op, day: DayId, lines: Vec<LineEdit>) -> Result<Reply, StoreError> {
    let changed = Changed { lines, ..change(store, op, day)? };
    Ok(Reply::Changed(Box::new(changed)))
}

fn change(store: &Store, op: Op, day: DayId) -> Result<Changed, StoreError> {
    let days = store.days()?;
    let is_there = days.iter().any(|summary| summary.day.id == day);
    let shown = if is_there { Some(day) } else { days.first().map(|summary| summary.day.id) };
    let book = shown.map(|day| store.book(day)).transpose()?;
    Ok(Changed { op, taken_back: false, days, book, lines: Vec::new() })
}

fn walked(
    store: &mut Store,
    taken_back: bool,
    walk: impl Fn(&mut Store) -> Result<Option<Undone>, StoreError>,
) -> Result<Vec<Reply>, Refusal> {
    match walk(store)? {
        Some(undone) => {
            let change = Changed { taken_back, lines: undone.lines, ..change(store, undone.op, undone.day)? };
            Ok(vec![Reply::Changed(Box::new(change))])
        }
        None => Ok(Vec::new()),
    }
}

fn write_file(path: &std::path::Path, bytes: &[u8]) {
    if let Err(problem) = files::write_whole(path, bytes, true) {
        tracing::warn!(kind = problem.kind.name(), "a settings file was not written");
    }
}
