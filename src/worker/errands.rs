//! What is read and written outside the notes: documents, programmes, backups.
//!
//! Each errand is run on a thread of its own, which reads the notes through a connection of its own: a network drive that
//! hangs, or a document that takes long, holds up no save and nothing else. Notes that can only be read are never saved, so
//! for those the thread that owns them does it itself.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::outbox::Outbox;
use super::under_way::{Begun, Board, Work};
use super::{ExportJob, ProgrammeSource, Reply, Request, documents, gone};
use crate::apart;
use crate::domain::clock::Clock;
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;
use crate::domain::progress::Progress;
use crate::files::{self, ExportReport};
use crate::import;
use crate::incoming::{self, Incoming};
use crate::store::{Options, Store, StoreError};

impl Request {
    /// Whether it is done beside the notes.
    pub(super) fn is_errand(&self) -> bool {
        matches!(
            self,
            Self::Export(_)
                | Self::Print(_)
                | Self::IsThere(_)
                | Self::ReadProgramme { source: ProgrammeSource::File(_), .. }
                | Self::ReadNotes { .. }
                | Self::ReadUpdate(_)
                | Self::BackUp
                | Self::BackUpTo(_)
                | Self::ProveRestore(_)
                | Self::Backups
        )
    }
}

/// What a file turned out to hold.
enum Found {
    /// Notes.
    Notes(Incoming),
    /// A programme.
    Programme(Box<Programme>),
}

/// Who runs errands.
pub struct Runner {
    folder: PathBuf,
    clock: Clock,
    /// Where the pages are that a browser prints; gone with this runner, before the window hears that it is.
    printing: Mutex<Option<tempfile::TempDir>>,
    /// How many changes the last regular backup has seen; nothing while that is not known.
    backed_up: Mutex<Option<i64>>,
    /// Held while a backup is made: they are numbered.
    backing_up: Mutex<()>,
    board: Board,
    outbox: Outbox,
}

impl Runner {
    /// For the notes in `folder`.
    pub fn new(folder: PathBuf, clock: Clock, outbox: Outbox, board: Board) -> Self {
        let (printing, backed_up, backing_up) = Default::default();
        Self { folder, clock, printing, backed_up, backing_up, board, outbox }
    }

    /// Does what is asked on a thread of its own. Nobody joins it: a drive that hangs must not keep the program from ending.
    pub fn start(self: &Arc<Self>, request: Request) {
        let runner = Arc::clone(self);
        let falling = Falling(self.outbox.clone());
        self.spawn(move || {
            let _falling = falling;
            runner.run(request, None);
        });
    }

    /// Makes a backup on a thread of its own, if one is due.
    pub fn start_backup(self: &Arc<Self>) {
        let runner = Arc::clone(self);
        self.spawn(move || {
            // Nobody waits for it: what does not work is tried again the next time.
            if let Err(problem) = runner.back_up_if_due() {
                tracing::warn!(kind = problem.kind.name(), "no backup was made");
            }
        });
    }

    fn spawn(&self, errand: impl FnOnce() + Send + 'static) {
        if let Err(error) = std::thread::Builder::new().name("errand".to_owned()).spawn(errand) {
            self.outbox.reply(Reply::Failed(Problem::new(ProblemKind::WorkerGone, "", error)));
        }
    }

    /// Whether the last regular backup has seen so many changes, as far as that is known.
    pub fn has_backed_up(&self, changes: i64) -> bool {
        *held(&self.backed_up) == Some(changes)
    }

    /// Does what is asked, with this store or with one that is opened for it.
    pub fn run(&self, request: Request, store: Option<&mut Store>) {
        let reply = match request {
            Request::IsThere(path) => {
                let is_there = documents::is_there(&path);
                Reply::IsThere { path, is_there }
            }
            Request::ReadProgramme { asked, source: ProgrammeSource::File(path) } => self.read(asked, path),
            Request::ReadNotes { asked, path } => {
                let read = self.while_wanted(|| incoming::notes_at(&path)).map(Box::new);
                Reply::NotesRead { asked, path, read }
            }
            Request::ReadUpdate(path) => match self.read_programme(&path) {
                Ok(programme) => Reply::UpdateRead(Box::new(programme)),
                Err(problem) => Reply::Failed(problem),
            },
            request => match store {
                Some(store) => self.with(store, request),
                None => match self.store() {
                    Ok(mut store) => self.with(&mut store, request),
                    Err(problem) => refused(request, problem),
                },
            },
        };
        self.outbox.reply(reply);
    }

    /// Reads a file as what it is: notes, else a programme.
    fn read(&self, asked: u64, path: PathBuf) -> Reply {
        let read = self.while_wanted(|| {
            if path.is_dir() {
                return incoming::notes_at(&path).map(Found::Notes);
            }
            // Once: a drive may be slow, and what is there may be another file a moment later.
            let bytes = files::read_limited(&path, import::MOST_BYTES)?;
            match incoming::in_file(&bytes)? {
                Some(notes) => Ok(Found::Notes(notes)),
                None => apart::read(&bytes, None).map(Box::new).map(Found::Programme),
            }
        });
        match read {
            Ok(Found::Notes(found)) => Reply::NotesRead { asked, path, read: Ok(Box::new(found)) },
            Ok(Found::Programme(programme)) => Reply::ProgrammeRead { asked, read: Ok(programme) },
            Err(problem) => Reply::ProgrammeRead { asked, read: Err(problem) },
        }
    }

    /// Reading needs no store; a file whose reader may break down is read in a process of its own.
    fn read_programme(&self, path: &Path) -> Result<Programme, Problem> {
        self.while_wanted(|| {
            files::read_limited(path, import::MOST_BYTES).and_then(|bytes| apart::read(&bytes, None))
        })
    }

    /// Reads something, and throws it away where that is not wanted any more.
    fn while_wanted<T>(&self, read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
        let begun = self.begin(Work::Import);
        let read = read();
        if begun.progress.is_wanted() { read } else { Err(StoreError::Stopped.into()) }
    }

    /// What needs the notes.
    fn with(&self, store: &mut Store, request: Request) -> Reply {
        let work = match &request {
            Request::Export(_) => Work::Export,
            Request::Print(_) => Work::Print,
            Request::ProveRestore(_) => Work::Prove,
            Request::Backups => return Reply::Backups(store.backups()),
            _ => Work::BackUp,
        };
        let _one_at_a_time = (work == Work::BackUp).then(|| held(&self.backing_up));
        let begun = self.begin(work);
        store.watch(begun.progress.clone());
        let reply = match request {
            Request::Export(job) => {
                let written = documents::export(store, &job, &begun.progress);
                Reply::Exported { path: job.path, written }
            }
            Request::Print(job) => Reply::Printed(self.print(store, *job, &begun.progress)),
            Request::ProveRestore(path) => {
                let counts = store.prove_restore(&path).map_err(Problem::from);
                Reply::Proved { path, counts }
            }
            Request::BackUpTo(path) => backed_up(store.backup(&path).map(|(path, _)| path)),
            _ => backed_up(store.back_up().map(|backup| backup.path)),
        };
        store.watch(Progress::default());
        reply
    }

    /// The notes, to be read beside the thread that writes them.
    fn store(&self) -> Result<Store, Problem> {
        let options = Options { beside_the_writer: true, ..Options::by(self.clock.clone()) };
        Ok(Store::open_reading_with(&self.folder, options)?)
    }

    fn back_up_if_due(&self) -> Result<(), Problem> {
        let _one_at_a_time = held(&self.backing_up);
        let mut store = self.store()?;
        let begun = self.begin(Work::BackUp);
        store.watch(begun.progress.clone());
        store.back_up_if_due()?;
        if !store.needs_backup()? {
            *held(&self.backed_up) = Some(store.changes()?);
        }
        Ok(())
    }

    fn begin(&self, work: Work) -> Begun {
        let begun = self.board.begin(work);
        self.outbox.wake();
        begun
    }

    /// Writes a page into a folder that only this user can enter; the folder goes when the worker does.
    fn print(&self, store: &Store, mut job: ExportJob, progress: &Progress) -> Result<ExportReport, Problem> {
        let mut printing = held(&self.printing);
        let folder = match &*printing {
            Some(folder) => folder.path(),
            None => printing.insert(documents::temporary_folder()?).path(),
        };
        job.path = folder.join(job.path.file_name().unwrap_or_default());
        job.overwrite = true;
        documents::export(store, &job, progress)
    }
}

/// Something that falls over must not leave the window waiting.
struct Falling(Outbox);

impl Drop for Falling {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.reply(Reply::Failed(gone()));
        }
    }
}

/// What an errand that fell over has held is as good as before.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The answer to what could not even begin.
fn refused(request: Request, problem: Problem) -> Reply {
    match request {
        Request::Export(job) => Reply::Exported { path: job.path, written: Err(problem) },
        Request::Print(_) => Reply::Printed(Err(problem)),
        Request::BackUp | Request::BackUpTo(_) => Reply::BackedUp(Err(problem)),
        _ => Reply::Failed(problem),
    }
}

fn backed_up(result: Result<PathBuf, StoreError>) -> Reply {
    Reply::BackedUp(result.map_err(Problem::from))
}
