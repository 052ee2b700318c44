//! Programmes whose files are read in a child process with a limit on time and memory: PDF and the old XLS.
//!
//! The child is this program itself, with the hidden command [`COMMAND`]: the file comes in on its standard input, its text
//! goes out on its standard output. Whatever goes wrong in there, the notes and the window are not in the same process. All
//! other formats are read here and now. On Windows the limit is on time only; elsewhere the child also limits its own memory.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;
use crate::import::people::People;
use crate::import::{self, Format};

/// The hidden command of the child.
pub const COMMAND: &str = "read-apart";

/// How long the child may take.
pub const TIME_LIMIT: Duration = Duration::from_secs(20);

/// The most bytes that the child may give back.
const MOST_TEXT: u64 = 32 * 1024 * 1024;

/// The most memory that the child may use, in bytes, where the system can limit it.
#[cfg(unix)]
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// The exit code with which the child says that it gives a cause back, and no text.
const REFUSED: u8 = 3;

/// Reads a programme, in the format that is named, else in whatever format it is; PDF and XLS in a child process of this
/// program.
///
/// # Errors
/// [`ProblemKind::NotUnderstood`] as of [`import::read`], also where the child did not finish.
pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Programme, Problem> {
    if !import::apart::is_for_apart(bytes, format) {
        return match format {
            Some(format) => import::read_as(bytes, format),
            None => import::read(bytes),
        };
    }
    let program = std::env::current_exe().map_err(|error| not_started(&error))?;
    read_with(&program, TIME_LIMIT, bytes)
}

/// Reads a PDF or an XLS with `program` as the child, which may take as long as `limit`.
///
/// # Errors
/// Those of [`read`].
pub fn read_with(program: &Path, limit: Duration, bytes: &[u8]) -> Result<Programme, Problem> {
    let text = text_of(program, limit, bytes)?;
    import::apart::programme(bytes, &text)
}

/// Reads a list of people, in whatever format it is; an XLS in a child process of this program.
///
/// # Errors
/// [`ProblemKind::NotUnderstood`] as of [`import::people::read`], also where the child did not finish.
pub fn read_people(bytes: &[u8]) -> Result<People, Problem> {
    if !import::apart::is_xls(bytes) {
        return import::people::read(bytes);
    }
    let program = std::env::current_exe().map_err(|error| not_started(&error))?;
    import::apart::people(&text_of(&program, TIME_LIMIT, bytes)?)
}

/// What the child makes of the file.
fn text_of(program: &Path, limit: Duration, bytes: &[u8]) -> Result<String, Problem> {
    let mut child = Command::new(program)
        .arg(COMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| not_started(&error))?;
    let answer = answer(&mut child, limit, bytes);
    if answer.is_none() {
        // It is over either way; a child that ended by itself cannot be killed, and need not be.
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| not_started(&error))?;
    let Some(answer) = answer else {
        return Err(not_understood("reading this file takes too long; copy its text and paste it"));
    };
    let text = String::from_utf8_lossy(&answer).into_owned();
    if status.success() {
        return Ok(text);
    }
    if status.code() == Some(i32::from(REFUSED)) && !text.is_empty() {
        return Err(not_understood(&text));
    }
    Err(not_understood("this file cannot be read within the limits on memory; copy its text and paste it"))
}

/// Hands the file to the child and takes what it gives back; nothing where the time is over.
fn answer(child: &mut Child, limit: Duration, bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
    let bytes = bytes.to_vec();
    // A child that breaks down closes its end; there is nobody left to write to then.
    thread::spawn(move || input.write_all(&bytes));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        let whole = output.take(MOST_TEXT).read_to_end(&mut text);
        sender.send(whole.map(|_| text))
    });
    receiver.recv_timeout(limit).ok()?.ok()
}

/// The work of the child: reads a file from standard input and writes its text, or why there is none, to standard output.
#[must_use]
pub fn serve() -> ExitCode {
    limit_memory();
    let mut bytes = Vec::new();
    if io::stdin().lock().take(import::MOST_BYTES).read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let (text, code) = match import::apart::extract(&bytes) {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(problem) => (problem.cause, ExitCode::from(REFUSED)),
    };
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Limits the memory of this process. Where the system refuses, the limit on time still holds.
#[cfg(unix)]
fn limit_memory() {
    use rlimit::{Resource, setrlimit};
    let _ = setrlimit(Resource::DATA, MOST_MEMORY, MOST_MEMORY);
    let _ = setrlimit(Resource::AS, 4 * MOST_MEMORY, 4 * MOST_MEMORY);
}

#[cfg(not(unix))]
fn limit_memory() {}

fn not_started(error: &io::Error) -> Problem {
    Problem::new(
        ProblemKind::NotUnderstood,
        1,
        format_args!("the program that reads such files does not start: {error}"),
    )
}

fn not_understood(cause: &str) -> Problem {
    Problem::new(ProblemKind::NotUnderstood, 1, cause)
}
