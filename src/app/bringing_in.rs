//! Notes that are brought in: a file or a folder is named, what it holds is shown, and only then it is kept.
//!
//! What is dropped or opened as a programme and turns out to hold notes comes here too. Nothing in here reads a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::dates;
use crate::domain::problem::Problem;
use crate::files::folder::{PassedOver, Why};
use crate::i18n::Texts;
use crate::incoming::Incoming;
use crate::worker::{Added, Request};

use super::dialog::Dialog;
use super::state::{Notice, State};
use super::view::View;

/// So many names of what is passed over are told.
const NAMED: usize = 3;

/// Notes that are going to be brought in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BringIn {
    /// The path so far.
    pub path: String,
    /// What was found there.
    pub found: Option<Found>,
    /// The days are being kept.
    pub is_busy: bool,
}

/// What was found at a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The path.
    pub path: String,
    /// What it holds.
    pub incoming: Incoming,
    /// Its days in words, one each.
    pub days: Vec<String>,
    /// What of it is not read, in words.
    pub passed_over: Vec<String>,
}

impl BringIn {
    /// What was found, as long as the path was not changed since.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref().filter(|found| found.path == self.path)
    }
}

impl Found {
    fn new(path: String, incoming: Incoming, texts: &Texts) -> Self {
        let days = incoming.summaries.iter().map(|day| {
            let date = day.date.map(|date| dates::date(texts.language(), date));
            let sessions = texts.count("days-sessions", day.sessions);
            let lines = texts.count("lines", day.lines);
            let parts = [date, Some(day.title.clone()), Some(format!("{sessions}, {lines}"))];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let days = days.collect();
        let passed_over = passed_over(&incoming.passed_over, texts);
        Self { path, incoming, days, passed_over }
    }
}

/// What is passed over, in a sentence for each reason, with the first names.
fn passed_over(passed: &[PassedOver], texts: &Texts) -> Vec<String> {
    let reasons = [
        (Why::OtherKind, "notes-passed-other-kind"),
        (Why::Hidden, "notes-passed-hidden"),
        (Why::NoFile, "notes-passed-no-file"),
    ];
    let of = |(why, words): (Why, &str)| {
        let names: Vec<&str> =
            passed.iter().filter(|passed| passed.why == why).map(|passed| passed.name.as_str()).collect();
        let more = if names.len() > NAMED { "…" } else { "" };
        let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let variables = [("count", names.len().into()), ("names", format!("{named}{more}").into())];
        (!names.is_empty()).then(|| texts.with(words, &variables))
    };
    reasons.into_iter().filter_map(of).collect()
}

impl State {
    pub(super) fn open_bring_in(&mut self) {
        self.open_dialog(Dialog::BringIn(BringIn::default()));
    }

    /// Has the notes at a path read.
    pub(super) fn read_notes(&mut self, path: PathBuf) {
        self.notice = None;
        self.with_bring_in(|asked| asked.path = path.display().to_string());
        self.asked += 1;
        self.reading_file = Some(self.asked);
        self.ask(Request::ReadNotes { asked: self.asked, path });
    }

    /// Notes were read, or there are none. The dialog in which a programme was named makes way for them.
    pub(super) fn notes_read(&mut self, asked: u64, path: &Path, read: Result<Box<Incoming>, Problem>) {
        if self.reading_file.take_if(|reading| *reading == asked).is_none() {
            return;
        }
        let path = match &self.dialog {
            Some(Dialog::BringIn(asked)) => asked.path.clone(),
            Some(Dialog::Open { .. }) => path.display().to_string(),
            _ => return,
        };
        match read {
            Ok(incoming) => {
                let found = Some(Found::new(path.clone(), *incoming, &self.texts));
                self.open_dialog(Dialog::BringIn(BringIn { path, found, is_busy: false }));
            }
            Err(problem) => self.notice = Some(Notice::Problem(problem)),
        }
    }

    /// Has what was found kept.
    pub(super) fn bring_in(&mut self, now: f64) {
        let Some(Dialog::BringIn(asked)) = &mut self.dialog else { return };
        let Some(days) = asked.found().map(|found| Arc::clone(&found.incoming.days)) else { return };
        asked.is_busy = true;
        self.notice = None;
        self.ask_after_saving(Request::AddNotes(days), now);
        if self.saving.has_failed() {
            self.with_bring_in(|asked| asked.is_busy = false);
        }
    }

    /// The days are there: the first is shown, of several the list of all days.
    pub(super) fn notes_added(&mut self, added: Result<Box<Added>, Problem>, now: f64) {
        self.with_bring_in(|asked| asked.is_busy = false);
        let added = match added {
            Ok(added) => *added,
            Err(problem) => return self.trouble(problem),
        };
        let found = match self.dialog.take_if(|dialog| matches!(dialog, Dialog::BringIn(_))) {
            Some(Dialog::BringIn(asked)) => asked.found,
            _ => None,
        };
        let count = added.count;
        self.show_day(added.days, added.first, now);
        if count > 1 {
            self.show_view(View::Days, now);
        }
        let incoming = found.map(|found| found.incoming);
        self.notice = incoming.map(|incoming| Notice::BroughtIn {
            days: count,
            sessions: incoming.sessions(),
            lines: incoming.lines(),
        });
    }

    pub(super) fn with_bring_in(&mut self, change: impl FnOnce(&mut BringIn)) {
        if let Some(Dialog::BringIn(asked)) = &mut self.dialog {
            change(asked);
        }
    }
}
