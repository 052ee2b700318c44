//! Has what a large change writes into the log go to the disk while the rest is still being written. Else the disk begins only
//! when all is written, and who waits for the change waits for all of it.
//!
//! It promises nothing and decides nothing: that a change is on the disk is what SQLite's own sync says, afterwards.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Between two looks at the log.
const PAUSE: Duration = Duration::from_millis(5);

/// Does work that may write much into `log`.
///
/// Only on Linux: there every open file hears of what could not be written
/// (<https://docs.kernel.org/core-api/errseq.html>), so that SQLite's sync fails all the same where one of these did. Nothing
/// says so of other systems.
pub fn while_working<T>(log: &Path, work: impl FnOnce() -> T) -> T {
    let log = cfg!(target_os = "linux").then(|| File::open(log));
    let Some(Ok(log)) = log else { return work() };
    thread::scope(|scope| {
        let (_working, is_done) = mpsc::channel::<()>();
        let sync = move || {
            if let Err(error) = sync_until(&is_done, &log) {
                tracing::warn!(%error, "the log was not written early");
            }
        };
        // Without another thread everything goes to the disk at the end, as it does elsewhere.
        let _ = thread::Builder::new().name("early sync".to_owned()).spawn_scoped(scope, sync);
        work()
    })
}

/// Has what is new in a file written to the disk now and again, until nothing can come through `is_done` any more.
fn sync_until(is_done: &Receiver<()>, file: &File) -> io::Result<()> {
    let mut written = file.metadata()?.modified()?;
    while is_done.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
        let now = file.metadata()?.modified()?;
        if now != written {
            written = now;
            file.sync_data()?;
        }
    }
    Ok(())
}
