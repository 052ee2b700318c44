//! Proof: an export is there whole or not at all, wherever the program dies while it writes.
//!
//! The program is killed at its n-th write, sync, new file, new folder, rename or removal, for points spread over all of
//! them, where nothing is yet and over an export that is there. `PLENAIR_KILL_POINTS` sets the number of points.

#[path = "support/proof/mod.rs"]
mod proof;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use proof::{say, skip, times};
use tempfile::TempDir;

/// The calls that change what is on the disk, or begin to. One that this processor's Linux does not have is passed over.
const CALLS: [&str; 13] = [
    "write",
    "copy_file_range",
    "openat",
    "mkdir",
    "mkdirat",
    "fsync",
    "syncfs",
    "unlink",
    "unlinkat",
    "rmdir",
    "rename",
    "renameat",
    "renameat2",
];

/// So old is what nobody works on any more.
const LONG_AGO: Duration = Duration::from_hours(2);

/// strace's own word for the threads and children of a program.
const ALL_THREADS: &str = "--follow-forks";

/// A file of the person beside the export.
const OWN_FILE: &str = "van mij.txt";

/// What is under a name: the files with their bytes, one without a name for a file.
type Content = BTreeMap<PathBuf, Vec<u8>>;

/// Notes, and what an export of them is.
struct Place {
    home: TempDir,
    format: &'static str,
    name: &'static str,
    whole: Content,
}

impl Place {
    fn new(format: &'static str, name: &'static str) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut place = Self { home, format, name, whole: Content::new() };
        assert!(place.plenair(&["demo"]).status().expect("it starts").success());
        let first = place.folder("eerste");
        assert!(place.export(&first).status().expect("it starts").success());
        place.whole = content(&first.join(name)).expect("an export");
        place
    }

    fn folder(&self, name: &str) -> PathBuf {
        let folder = self.home.path().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn plenair(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenair"));
        command.arg("--data-dir").arg(self.home.path().join("notities")).args(["--lang", "nl"]).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn export(&self, folder: &Path) -> Command {
        let mut command = self.plenair(&["export", "--overwrite", "--format", self.format, "--output"]);
        command.arg(folder.join(self.name));
        command
    }

    /// Kills the export at each of so many points; gives how many kills found it at work.
    fn kill(&self, wanted: usize, is_there: bool) -> Result<usize, String> {
        let calls = self.calls(is_there)?;
        let mut killed = 0;
        for (call, nth) in points(&calls, wanted) {
            let folder = TempDir::new_in(self.home.path()).expect("a folder");
            let before = self.prepare(folder.path(), is_there);
            let at =
                format!("{} {}at {call} {nth}", self.format, if is_there { "over another, " } else { "" });
            let inject = format!("inject=?{call}:signal=SIGKILL:when={nth}");
            let ended =
                traced(&self.export(folder.path()), &[ALL_THREADS, "-e", &inject], Path::new("/dev/null"))?;
            killed += usize::from(!ended);
            self.judge(folder.path(), before.as_ref(), &at);
        }
        Ok(killed)
    }

    /// How often each call is made when nothing happens.
    fn calls(&self, is_there: bool) -> Result<BTreeMap<&'static str, usize>, String> {
        let folder = TempDir::new_in(self.home.path()).expect("a folder");
        self.prepare(folder.path(), is_there);
        let log = self.home.path().join("calls");
        if !traced(&self.export(folder.path()), &[ALL_THREADS], &log)? {
            return Err("the program does not end under strace".to_owned());
        }
        let log = fs::read_to_string(&log).map_err(|error| error.to_string())?;
        let count = |call: &str| log.lines().filter(|line| is_call(line, call)).count();
        let counts: BTreeMap<_, _> =
            CALLS.into_iter().map(|call| (call, count(call))).filter(|(_, count)| *count > 0).collect();
        if counts.contains_key("write") { Ok(counts) } else { Err("strace saw no writes".to_owned()) }
    }

    /// What is there before: a file of the person, and perhaps an older export.
    fn prepare(&self, folder: &Path, is_there: bool) -> Option<Content> {
        File::create(folder.join(OWN_FILE)).expect("a file");
        if !is_there {
            return None;
        }
        let path = folder.join(self.name);
        // Otherwise than what is written now, but an export all the same.
        let older: Content = match self.format {
            "markdown-folder" => self.whole.clone().into_iter().skip(1).collect(),
            "csv" => self.whole.clone(),
            _ => Content::from([(PathBuf::new(), b"iets ouders".to_vec())]),
        };
        for (name, bytes) in older {
            let file = if name.as_os_str().is_empty() { path.clone() } else { path.join(name) };
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            plenair::files::write_whole(&file, &bytes, false).expect("a file");
        }
        content(&path)
    }

    /// Whole, or what was there before; nothing else touched; and cleared away the next time.
    fn judge(&self, folder: &Path, before: Option<&Content>, at: &str) {
        let path = folder.join(self.name);
        let now = content(&path);
        assert!(now.as_ref() == Some(&self.whole) || now.as_ref() == before, "{at}: half a document");
        assert!(folder.join(OWN_FILE).is_file(), "{at}");
        for name in names(folder).into_iter().filter(|name| name != OWN_FILE && name != self.name) {
            let is_ours = name.strip_suffix(".tmp").is_some_and(|name| name.starts_with(".plenair-export-"));
            assert!(is_ours, "{at}: {name}");
            let left = File::open(folder.join(&name)).expect("it is there");
            left.set_modified(SystemTime::now() - LONG_AGO).expect("it is ours");
        }
        assert!(self.export(folder).status().expect("it starts").success(), "{at}: once more");
        assert_eq!(content(&path).as_ref(), Some(&self.whole), "{at}: once more");
        assert_eq!(names(folder), [OWN_FILE, self.name].map(str::to_owned), "{at}: cleared away");
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort_by_key(|name| (name != OWN_FILE, name.clone()));
    names
}

/// What is at a path: nothing, a file, or a folder of them.
fn content(path: &Path) -> Option<Content> {
    path.symlink_metadata().ok()?;
    let mut all = Content::new();
    collect(path, Path::new(""), &mut all);
    Some(all)
}

fn collect(path: &Path, name: &Path, all: &mut Content) {
    if !path.is_dir() {
        all.insert(name.to_owned(), fs::read(path).expect("a file"));
        return;
    }
    for entry in fs::read_dir(path).expect("a folder") {
        let own = entry.expect("an entry").file_name();
        collect(&path.join(&own), &name.join(&own), all);
    }
}

/// Runs a command under strace; says whether it came to its end.
fn traced(command: &Command, more: &[&str], log: &Path) -> Result<bool, String> {
    let calls: Vec<String> = CALLS.iter().map(|call| format!("?{call}")).collect();
    let mut strace = Command::new("strace");
    strace.args(["--quiet=all", "--output"]).arg(log);
    strace.args(["-e", &format!("trace={}", calls.join(","))]).args(more);
    let words: Vec<OsString> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(Into::into).collect();
    strace.args(words).stdin(Stdio::null());
    let output = strace.output().map_err(|error| format!("strace: {error}"))?;
    let says = String::from_utf8_lossy(&output.stderr);
    if says.contains("strace:") { Err(says.into_owned()) } else { Ok(output.status.success()) }
}

/// Of each kind of call its share, evenly spread, with at least its first and its last.
fn points(calls: &BTreeMap<&'static str, usize>, wanted: usize) -> Vec<(&'static str, usize)> {
    let all: usize = calls.values().sum();
    let of_call = |(&call, &count): (&&'static str, &usize)| {
        let share = (wanted * count).div_ceil(all).clamp(2.min(count), count);
        (0..share).map(move |index| (call, 1 + (count - 1) * index / (share - 1).max(1)))
    };
    calls.iter().flat_map(of_call).collect()
}

/// Whether a line of strace's log, "1234 fsync(5) = 0", is a call with this name.
fn is_call(line: &str, call: &str) -> bool {
    let after_pid = line.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
    after_pid.strip_prefix(call).is_some_and(|rest| rest.starts_with('('))
}

#[test]
fn an_export_is_whole_or_not_there_wherever_the_program_is_killed() {
    let wanted = times("PLENAIR_KILL_POINTS", 40);
    for (format, name) in [("markdown-folder", "notities"), ("csv", "tabellen"), ("docx", "dag.docx")] {
        let place = Place::new(format, name);
        for is_there in [false, true] {
            match place.kill(wanted, is_there) {
                Ok(killed) => {
                    say(&format!("kill: {format}, over another: {is_there}: {killed} kills, none left half"));
                    assert!(killed >= wanted / 2, "{killed} kills of {wanted}");
                }
                Err(reason) => return skip(&format!("kills while an export is written ({reason})")),
            }
        }
    }
}

#[test]
fn an_export_that_is_interrupted_leaves_nothing_behind() {
    let place = Place::new("markdown-folder", "notities");
    for nth in 1..6 {
        let folder = TempDir::new_in(place.home.path()).expect("a folder");
        place.prepare(folder.path(), false);
        // Of one thread: strace counts the calls of each by itself, and asked a second time the program ends at once.
        let inject = format!("inject=?write:signal=SIGINT:when={nth}");
        if let Err(reason) = traced(&place.export(folder.path()), &["-e", &inject], Path::new("/dev/null")) {
            return skip(&format!("interrupting an export ({reason})"));
        }
        let left = names(folder.path());
        let is_whole = content(&folder.path().join(place.name)).as_ref() == Some(&place.whole);
        assert!(is_whole || left == [OWN_FILE], "{nth}: {left:?}");
        assert!(left.iter().all(|name| name == OWN_FILE || name == place.name), "{nth}: {left:?}");
    }
}

#[test]
fn a_copy_without_that_care_is_left_half() {
    let place = Place::new("markdown-folder", "notities");
    let mut half = 0;
    for call in ["write", "copy_file_range"] {
        let nth = 4;
        let folder = TempDir::new_in(place.home.path()).expect("a folder");
        let copy = folder.path().join(place.name);
        let mut command = Command::new("cp");
        command.arg("-r").arg(place.home.path().join("eerste").join(place.name)).arg(&copy);
        let inject = format!("inject=?{call}:signal=SIGKILL:when={nth}");
        match traced(&command, &[ALL_THREADS, "-e", &inject], Path::new("/dev/null")) {
            Ok(ended) => {
                half += usize::from(!ended && content(&copy).is_some_and(|found| found != place.whole));
            }
            Err(reason) => return skip(&format!("the control of the kills ({reason})")),
        }
    }
    // Where files are cloned, `cp` writes nothing.
    if half == 0 {
        skip("the control of the kills (cp writes nothing here)");
    }
}
