//! Hears that the system wants the program to end, so that what was typed can be saved first. Decides nothing: what is
//! to be done then is up to the one who asked.

use std::io;

/// Has `act` done, on a thread of its own, when the system first asks the program to end (SIGTERM, SIGINT, SIGHUP).
/// Asked again, the program ends at once. Windows asks the window instead, and nothing is heard here.
///
/// # Errors
/// When the system gives no thread or no signals.
#[cfg(unix)]
pub fn when_asked_to_end(act: impl FnOnce() + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let listen = move || {
        let mut act = Some(act);
        for signal in signals.forever() {
            match act.take() {
                Some(act) => act(),
                None => {
                    if let Err(error) = emulate_default_handler(signal) {
                        tracing::warn!(%error, "the program does not end");
                    }
                }
            }
        }
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(listen).map(|_| ())
}

/// Windows asks the window to close; nothing is heard here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn when_asked_to_end(_act: impl FnOnce() + Send + 'static) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use signal_hook::consts::SIGTERM;
    use signal_hook::low_level::raise;

    use super::when_asked_to_end;

    #[test]
    fn what_was_asked_is_done_at_the_first_signal() {
        let (told, inbox) = channel();
        when_asked_to_end(move || told.send("opgeslagen").unwrap()).unwrap();
        raise(SIGTERM).unwrap();
        assert_eq!(inbox.recv_timeout(Duration::from_secs(20)), Ok("opgeslagen"));
    }
}
