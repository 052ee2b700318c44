//! One window per data folder: who starts Plenair a second time hands the file over to the window that is open, and knows that
//! it was taken. Decides nothing about windows: what is to be done with the file is up to who listens.
//!
//! The first holds a lock in the data folder as long as it runs; the system gives it back when the program dies, so that a crash
//! blocks nobody. Where it listens stands in a file beside the lock, which only the owner of the notes can read: a socket of
//! this machine in a folder of its own, or a pipe with a name that nobody can guess on Windows. Nothing here is on a network.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

/// So long the window that is open has to answer; it may just be starting.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Between two attempts to reach a window that does not listen yet, or not any more.
const PAUSE: Duration = Duration::from_millis(50);

/// The lock's name in the data folder.
const LOCK: &str = "window.lock";
/// The name of the file that says where the window listens.
const ADDRESS: &str = "window.address";

/// What is said may be so many bytes: no path is longer than this, in JSON.
const MOST_BYTES: u64 = 1 << 20;
/// What the window answers.
const TAKEN: &str = "taken\n";

/// What comes of a start.
pub enum Entry {
    /// There is no window yet on these notes: this is it.
    First(Door),
    /// The window that is open has taken it.
    HandedOver,
    /// A window is open, but it did not answer in time.
    NoAnswer,
}

/// Where later starts come to; held for as long as the window is there.
pub struct Door {
    folder: PathBuf,
    /// `None` where the folder takes no lock, as on a medium that cannot be written. Then nobody can come.
    lock: Option<File>,
    /// The folder that the socket is in, once the door is open.
    place: Mutex<Option<TempDir>>,
}

/// A later start, which waits for an answer.
pub struct Visit {
    file: Option<PathBuf>,
    answer: SyncSender<()>,
}

/// What a later start says.
#[derive(Serialize, Deserialize)]
struct Asked {
    // A path need not be text; serde keeps every one of them as it is.
    file: Option<OsString>,
}

/// Becomes the one window on the notes in `folder`, or hands `file` over to the one that is there. Waits `patience` for it.
#[must_use]
pub fn enter(folder: &Path, file: Option<&Path>, patience: Duration) -> Entry {
    let until = Instant::now() + patience;
    loop {
        match lock(folder) {
            Ok(Some(lock)) => return Entry::First(Door::new(folder, Some(lock))),
            Ok(None) => {}
            Err(error) => {
                tracing::debug!(%error, "no lock for the window");
                return Entry::First(Door::new(folder, None));
            }
        }
        let left = until.saturating_duration_since(Instant::now());
        match hand_over(folder, file, left) {
            Ok(()) => return Entry::HandedOver,
            Err(error) => tracing::debug!(%error, "the window that is open was not reached"),
        }
        if Instant::now() + PAUSE >= until {
            return Entry::NoAnswer;
        }
        thread::sleep(PAUSE);
    }
}

/// The lock, or `None` while another program has it.
fn lock(folder: &Path) -> io::Result<Option<File>> {
    fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Hands `file` over, and waits at most `at_most` for the answer.
fn hand_over(folder: &Path, file: Option<&Path>, at_most: Duration) -> io::Result<()> {
    let address = fs::read_to_string(folder.join(ADDRESS))?;
    let asked = Asked { file: file.map(|file| file.as_os_str().to_owned()) };
    let asked = serde_json::to_string(&asked)?;
    let (answered, answer) = channel();
    // A window that hangs never answers, and a socket knows no patience on every system.
    thread::Builder::new().name("handing over".to_owned()).spawn(move || {
        // Nobody waits any more when it took too long.
        let _: Result<(), _> = answered.send(say(address.trim_end(), &asked));
    })?;
    answer.recv_timeout(at_most).map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

fn say(address: &str, asked: &str) -> io::Result<()> {
    let mut stream = BufReader::new(Stream::connect(name(address)?)?);
    writeln!(stream.get_mut(), "{asked}")?;
    let mut answer = String::new();
    stream.take(TAKEN.len() as u64).read_line(&mut answer)?;
    if answer == TAKEN { Ok(()) } else { Err(io::ErrorKind::ConnectionAborted.into()) }
}

fn name(address: &str) -> io::Result<Name<'_>> {
    address.to_fs_name::<GenericFilePath>()
}

impl Door {
    fn new(folder: &Path, lock: Option<File>) -> Self {
        if lock.is_some() {
            // Of a window that died; by now anybody may listen there.
            let _: Result<(), _> = fs::remove_file(folder.join(ADDRESS));
        }
        Self { folder: folder.to_path_buf(), lock, place: Mutex::default() }
    }

    /// Opens the door: later starts come out of the receiver, and `wake` is called at each of them, from another thread.
    ///
    /// # Errors
    /// When the system gives no socket or no thread. Then later starts wait in vain, and say so.
    pub fn open(&self, wake: impl Fn() + Send + Sync + 'static) -> io::Result<Receiver<Visit>> {
        let (visits, arriving) = channel();
        if self.lock.is_none() {
            return Ok(arriving);
        }
        let (place, address) = place()?;
        let listener = ListenerOptions::new().name(name(&address)?).create_sync()?;
        thread::Builder::new()
            .name("door".to_owned())
            .spawn(move || receive(&listener, &visits, &Arc::new(wake)))?;
        let mut file = File::create(self.folder.join(ADDRESS))?;
        file.write_all(address.as_bytes())?;
        // Goes with this door: the thread that listens ends with the program, and tidies nothing up.
        if let Ok(mut held) = self.place.lock() {
            *held = place;
        }
        Ok(arriving)
    }
}

impl Drop for Door {
    /// The last thing that a window does: after this another one may open.
    fn drop(&mut self) {
        if self.lock.is_some() {
            // It may not be there: a window that could not listen has none.
            let _: Result<(), _> = fs::remove_file(self.folder.join(ADDRESS));
        }
    }
}

/// Where to listen: a socket in a new folder that only this person can enter.
#[cfg(unix)]
fn place() -> io::Result<(Option<TempDir>, String)> {
    let mut private = tempfile::Builder::new();
    private.prefix("plenair-").permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let usual = std::env::var_os("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty());
    // Under another user's name (sudo) that folder may be somebody else's.
    let folder = match usual.map(|usual| private.tempdir_in(usual)) {
        Some(Ok(folder)) => folder,
        Some(Err(_)) | None => private.tempdir()?,
    };
    let address = folder.path().join("window");
    match address.to_str() {
        Some(address) => Ok((Some(folder), address.to_owned())),
        None => Err(io::ErrorKind::InvalidFilename.into()),
    }
}

/// Where to listen: a pipe with a name that nobody can guess.
#[cfg(windows)]
fn place() -> io::Result<(Option<TempDir>, String)> {
    Ok((None, format!(r"\\.\pipe\plenair-{}", uuid::Uuid::now_v7())))
}

/// Lets later starts in, each on a thread of its own: one that says nothing keeps nobody waiting.
fn receive(listener: &Listener, visits: &Sender<Visit>, wake: &Arc<impl Fn() + Send + Sync + 'static>) {
    for stream in listener.incoming() {
        let (visits, wake) = (visits.clone(), Arc::clone(wake));
        let received = stream.and_then(|stream| {
            let receive = move || {
                if let Err(error) = receive_one(stream, &visits, &*wake) {
                    tracing::debug!(%error, "a later start was not understood, or not answered");
                }
            };
            thread::Builder::new().name("later start".to_owned()).spawn(receive)
        });
        if let Err(error) = received {
            tracing::debug!(%error, "a later start did not come in");
            thread::sleep(PAUSE);
        }
    }
}

fn receive_one(stream: Stream, visits: &Sender<Visit>, wake: &impl Fn()) -> io::Result<()> {
    let gone = || io::Error::from(io::ErrorKind::ConnectionAborted);
    let mut stream = BufReader::new(stream);
    let mut asked = String::new();
    (&mut stream).take(MOST_BYTES).read_line(&mut asked)?;
    let asked: Asked = serde_json::from_str(&asked)?;
    let (answer, answered) = sync_channel(1);
    let visit = Visit { file: asked.file.map(PathBuf::from), answer };
    visits.send(visit).map_err(|_| gone())?;
    wake();
    answered.recv().map_err(|_| gone())?;
    stream.get_mut().write_all(TAKEN.as_bytes())
}

impl Visit {
    /// Says that it was taken, and gives the file that is to be opened; without one, the window is to be seen, and no more.
    /// A visit that is dropped instead is not answered, and tries again.
    #[must_use]
    pub fn take(self) -> Option<PathBuf> {
        // It may have lost its patience; the file is opened all the same, as it was asked for.
        let _: Result<(), _> = self.answer.send(());
        self.file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_mins(1);
    const AT_ONCE: Duration = Duration::from_millis(200);

    /// As another program leaves a file there.
    fn leave(path: &Path, text: &str) {
        File::create(path).and_then(|mut file| file.write_all(text.as_bytes())).expect("a file");
    }

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn first(folder: &Path) -> Door {
        match enter(folder, None, AT_ONCE) {
            Entry::First(door) => door,
            Entry::HandedOver | Entry::NoAnswer => panic!("there is a window already"),
        }
    }

    fn start_later(folder: &Path, file: Option<&Path>, patience: Duration) -> thread::JoinHandle<Entry> {
        let (folder, file) = (folder.to_path_buf(), file.map(Path::to_path_buf));
        thread::spawn(move || enter(&folder, file.as_deref(), patience))
    }

    #[test]
    fn a_later_start_hands_its_file_over_and_is_answered() {
        let folder = folder();
        let door = first(folder.path());
        let (woken, wakes) = channel();
        let woken = std::sync::Mutex::new(woken);
        let wake = move || woken.lock().expect("a wake").send(()).expect("somebody to wake");
        let visits = door.open(wake).expect("an open door");
        for file in [None, Some(Path::new("/dag/programma van morgen é.ics"))] {
            let later = start_later(folder.path(), file, SOON);
            wakes.recv_timeout(SOON).expect("a wake");
            assert_eq!(visits.recv_timeout(SOON).expect("a visit").take().as_deref(), file);
            assert!(matches!(later.join(), Ok(Entry::HandedOver)));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_arrives_as_it_is() {
        use std::os::unix::ffi::OsStrExt as _;
        let file = Path::new(std::ffi::OsStr::from_bytes(b"/dag/\xff\xfe\n.ics"));
        let folder = folder();
        let door = first(folder.path());
        let visits = door.open(|| ()).expect("an open door");
        let later = start_later(folder.path(), Some(file), SOON);
        assert_eq!(visits.recv_timeout(SOON).expect("a visit").take().as_deref(), Some(file));
        assert!(matches!(later.join(), Ok(Entry::HandedOver)));
    }

    #[test]
    fn a_window_that_is_only_starting_is_waited_for() {
        let folder = folder();
        let door = first(folder.path());
        let later = start_later(folder.path(), None, SOON);
        thread::sleep(PAUSE * 3);
        let visits = door.open(|| ()).expect("an open door");
        assert_eq!(visits.recv_timeout(SOON).expect("a visit").take(), None);
        assert!(matches!(later.join(), Ok(Entry::HandedOver)));
    }

    #[test]
    fn a_window_that_does_not_answer_is_given_up() {
        let folder = folder();
        let door = first(folder.path());
        let visits = door.open(|| ()).expect("an open door");
        assert!(matches!(enter(folder.path(), None, AT_ONCE), Entry::NoAnswer));
        drop(visits);
    }

    #[test]
    fn who_comes_while_the_window_closes_becomes_the_next() {
        let folder = folder();
        let door = first(folder.path());
        let visits = door.open(|| ()).expect("an open door");
        let later = start_later(folder.path(), None, SOON);
        let visit = visits.recv_timeout(SOON).expect("a visit");
        drop((visit, visits, door));
        assert!(matches!(later.join(), Ok(Entry::First(_))));
    }

    #[test]
    fn what_a_window_that_died_left_blocks_nobody() {
        let folder = folder();
        leave(&folder.path().join(LOCK), "");
        leave(&folder.path().join(ADDRESS), "/weg/window");
        let _door = first(folder.path());
        assert!(!folder.path().join(ADDRESS).exists(), "an address of before");
    }

    #[test]
    fn two_data_folders_are_two_windows() {
        let (here, there) = (folder(), folder());
        let _here = first(here.path());
        first(there.path());
    }

    #[test]
    fn nonsense_gets_no_answer_and_the_next_one_does() {
        let folder = folder();
        let door = first(folder.path());
        let visits = door.open(|| ()).expect("an open door");
        let address = fs::read_to_string(folder.path().join(ADDRESS)).expect("an address");
        for nonsense in ["", "\u{1}", "{\"file\": 3}"] {
            assert!(say(&address, nonsense).is_err(), "{nonsense:?}");
        }
        let silent = Stream::connect(name(&address).expect("a name")).expect("a connection");
        let later = start_later(folder.path(), None, SOON);
        assert_eq!(visits.recv_timeout(SOON).expect("a visit").take(), None);
        assert!(matches!(later.join(), Ok(Entry::HandedOver)));
        drop(silent);
    }

    #[test]
    fn a_folder_that_takes_no_lock_has_a_window_all_the_same() {
        let folder = folder();
        let file = folder.path().join("bestand");
        leave(&file, "");
        assert!(matches!(enter(&file, None, AT_ONCE), Entry::First(Door { lock: None, .. })));
    }
}
