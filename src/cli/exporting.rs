//! The command `export`.

use super::ExportArgs;
use super::context::Context;
use super::output::{Answer, Failure};
use crate::domain::progress::Progress;
use crate::export::{self, Options, Times};
use crate::files;
use crate::signals;

/// `plenair export`
pub fn export(context: &Context<'_>, args: &ExportArgs) -> Result<Answer, Failure> {
    let store = context.reading()?;
    store.ensure_not_own(&args.output)?;
    let days = context.days(&store, &args.days)?;
    let options = Options {
        include_private: args.include_private,
        names: args.names,
        times: times(args),
        without_kinds: args.no_kinds,
    };
    let form = files::form_at(args.format, &args.output);
    let labels = context.texts.labels();
    let document = store.with_books(&days, |books| export::render_as_read(form, books, &options, &labels))?;
    drop(store);
    let report = files::write_and_read_back(&args.output, &document, args.overwrite, &stoppable())?;
    if args.json {
        return Answer::json(&report);
    }
    let path = report.path.display().to_string();
    let variables = [
        ("path", path.into()),
        ("sessions", report.sessions.into()),
        ("lines", report.lines.into()),
        ("private", report.private_left_out.into()),
    ];
    Ok(Answer::text(&context.texts.with("exported", &variables)))
}

/// Asked to end, the program leaves nothing half written behind.
fn stoppable() -> Progress {
    let progress = Progress::default();
    let asked = progress.clone();
    if let Err(error) = signals::when_asked_to_end(move || asked.stop()) {
        tracing::warn!(%error, "an export that is interrupted may leave something behind");
    }
    progress
}

fn times(args: &ExportArgs) -> Times {
    match (args.times, args.no_times) {
        (true, _) => Times::Lines,
        (_, true) => Times::None,
        _ => Times::Programme,
    }
}
