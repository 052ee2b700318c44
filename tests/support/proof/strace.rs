//! Kills a writer, or lets its calls to the system fail, at exactly the n-th call: `strace -e inject`.
//!
//! Needs no rights beyond tracing a process of one's own; containers may forbid that.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::writer::{Orders, Told};

/// The calls that change what is on the disk. A call that this processor's Linux does not have is passed over.
pub const CALLS: [&str; 10] = [
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
];

/// Something that happens at a call.
#[derive(Clone, Debug)]
pub struct Injection {
    /// At which call.
    pub call: &'static str,
    /// From which time on that it is made, counted from 1.
    pub first: usize,
    /// Up to which time.
    pub last: usize,
    /// What happens, in strace's words: `signal=SIGKILL`, `error=ENOSPC`.
    pub what: &'static str,
}

impl Injection {
    /// The injection in strace's words.
    pub fn words(&self) -> String {
        format!("inject=?{}:{}:when={}..{}", self.call, self.what, self.first, self.last)
    }
}

/// How often each call is made by this writer when nothing happens to it, or why strace does not run here.
pub fn count_calls(orders: &Orders) -> Result<BTreeMap<&'static str, usize>, String> {
    let log = orders.folder.with_extension("calls");
    let told = run(orders, None, &log)?;
    assert_eq!(told.saved.len(), orders.lines as usize, "a writer that is left alone saves all: {told:?}");
    let text = fs::read_to_string(&log).map_err(|error| error.to_string())?;
    let count = |call: &str| text.lines().filter(|line| is_call(line, call)).count();
    let counts: BTreeMap<_, _> =
        CALLS.into_iter().map(|call| (call, count(call))).filter(|(_, count)| *count > 0).collect();
    if counts.contains_key("pwrite64") && counts.contains_key("fsync") {
        Ok(counts)
    } else {
        Err(format!("strace saw no writes and syncs: {counts:?}"))
    }
}

/// At least `wanted` points at which a writer is killed: of each kind of call its share, evenly spread, with at least its first and its last.
pub fn points(calls: &BTreeMap<&'static str, usize>, wanted: usize) -> Vec<Injection> {
    let all: usize = calls.values().sum();
    let at = |call, n| Injection { call, first: n, last: n, what: "signal=SIGKILL" };
    let of_call = |(&call, &count): (&&'static str, &usize)| {
        let share = (wanted * count).div_ceil(all).clamp(2.min(count), count);
        let nth = move |index: usize| 1 + (count - 1) * index / (share - 1).max(1);
        (0..share).map(move |index| at(call, nth(index)))
    };
    calls.iter().flat_map(of_call).collect()
}

/// Lets the writer work until it ends or is killed.
pub fn run_with(orders: &Orders, injection: &Injection) -> Told {
    run(orders, Some(injection), Path::new("/dev/null")).expect("strace runs, as it did before")
}

fn run(orders: &Orders, injection: Option<&Injection>, log: &Path) -> Result<Told, String> {
    let calls: Vec<String> = CALLS.iter().map(|call| format!("?{call}")).collect();
    // Not with --seccomp-bpf: a signal that is injected then never comes.
    let mut wrapper: Vec<OsString> =
        ["strace", "--follow-forks", "--quiet=all", "--output"].map(Into::into).into();
    wrapper.push(log.into());
    wrapper.extend(["-e".into(), format!("trace={}", calls.join(",")).into()]);
    if let Some(injection) = injection {
        wrapper.extend(["-e".into(), injection.words().into()]);
    }
    let mut command = orders.command_under(&wrapper);
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("strace: {error}"))?;
    let told = Told::read(&output.stdout, output.status);
    let says = String::from_utf8_lossy(&output.stderr);
    // Strace ends the way the writer does; its own failures are told before the writer starts.
    if told.saved.is_empty() && says.contains("strace:") { Err(says.into_owned()) } else { Ok(told) }
}

/// Whether a line of strace's log, "1234 fsync(5) = 0", is a call with this name.
fn is_call(line: &str, call: &str) -> bool {
    let after_pid = line.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
    after_pid.strip_prefix(call).is_some_and(|rest| rest.starts_with('('))
}
