//! What goes to the worker, and when: what was typed, what waited for that, and what is due by the clock.
//!
//! What comes back is heard in [`super::replies`].

use chrono::Timelike as _;

use crate::domain::book::NoteSave;
use crate::domain::id::{LineId, SessionId};
use crate::domain::note::Stamp;
use crate::domain::problem::{Problem, ProblemKind};
use crate::worker::{NotSent, Request, gone};

use super::draft::Draft;
use super::state::{Notice, State};
use super::view::View;

impl State {
    /// Hears the worker, sends what is due. To be called whenever the window wakes.
    pub fn tick(&mut self, now: f64) {
        self.hear(now);
        self.look_at_work();
        self.read_text();
        self.ask_of_all_days(now);
        if self.is_all_saved() {
            self.ask_what_waited();
        }
        if self.draft.as_ref().and_then(|draft| draft.due_in(now)).is_some_and(|seconds| seconds <= 0.0) {
            self.flush(now);
        }
        if self.saving.retry_in(now).is_some_and(|seconds| seconds <= 0.0) {
            self.changes += 1;
            for session in self.saving.take_retries(now) {
                self.send_note(session, now);
            }
        }
    }

    /// In how many seconds [`Self::tick`] has something to do, if nothing else happens.
    #[must_use]
    pub fn next_tick_in(&self, now: f64) -> Option<f64> {
        let due = self.draft.as_ref().and_then(|draft| draft.due_in(now));
        let asks = self.asks_of_all_days_at.map(|at| at - now);
        [due, asks, self.saving.retry_in(now), self.next_minute_in(), self.next_look_in()]
            .into_iter()
            .flatten()
            .reduce(f64::min)
            .map(|seconds| seconds.max(0.0))
    }

    fn ask_what_waited(&mut self) {
        for request in std::mem::take(&mut self.waiting) {
            self.ask(request);
        }
        if let Some(day) = self.arriving.take() {
            self.ask(Request::OpenDay(day));
        }
    }

    /// Asks what all days hold and know, a moment after a day came on the screen: that takes longer than opening it, and what it
    /// costs would keep the window from being drawn.
    fn ask_of_all_days(&mut self, now: f64) {
        let is_due = |at: &mut f64| *at <= now || self.view == View::Days;
        if self.asks_of_all_days_at.take_if(is_due).is_none() {
            return;
        }
        self.ask(Request::Days);
        if let Some(book) = &self.book {
            self.ask(Request::NamesElsewhere(book.day.id));
        }
    }

    /// On a day with times, the mark of what is on now moves by the minute.
    fn next_minute_in(&self) -> Option<f64> {
        let book = self.book.as_ref()?;
        let now = self.clock.now();
        let has_times = book.pages.iter().any(|page| page.session.facts.start.is_some());
        // What began on the last evening may be on after midnight.
        let dates = [Some(now.date_naive()), now.date_naive().pred_opt()];
        let is_around = dates.into_iter().flatten().any(|date| book.day.facts.covers(date));
        (has_times && is_around).then(|| 60.0 - f64::from(now.second() % 60))
    }

    /// Sends what was typed on its way, now; but not while an input method is composing.
    pub fn flush_unless_composing(&mut self, now: f64) {
        if !self.draft.as_ref().is_some_and(Draft::is_composing) {
            self.flush(now);
        }
    }

    /// Sends what was typed on its way, now.
    pub fn flush(&mut self, now: f64) {
        if let Some(session) = self.take_in() {
            self.send_note(session, now);
        }
    }

    /// Makes lines of what was typed; gives whose note has to be sent.
    pub(super) fn take_in(&mut self) -> Option<SessionId> {
        let (Some(draft), Some(book), Some(author)) = (&mut self.draft, &mut self.book, self.author) else {
            return None;
        };
        if !draft.is_dirty() {
            return None;
        }
        let session = draft.session;
        let page = book.page_mut(session)?;
        let stamp = Stamp { now: self.clock.now(), author, fresh: &mut LineId::fresh };
        page.note = page.note.reconcile(&draft.text, &mut self.removed, stamp);
        page.sheet = draft.sheet.tidied();
        self.changes += 1;
        draft.sent();
        self.typed_in = Some(session);
        self.gather();
        Some(session)
    }

    /// Hands a request to the worker; what cannot be handed over becomes a message.
    pub(super) fn ask(&mut self, request: Request) {
        let request = self.on_present_revisions(request);
        if let Err(reason) = self.worker.send(request) {
            self.notice = Some(Notice::Problem(not_sent(reason)));
        }
    }

    /// Sends a note as it is now.
    pub(super) fn send_note(&mut self, session: SessionId, now: f64) {
        let Some(page) = self.book.as_ref().and_then(|book| book.page(session)) else {
            return;
        };
        let ahead = self.saving.ahead(session);
        let save = NoteSave {
            session,
            base: page.revision + ahead,
            lines: page.note.lines().to_vec(),
            sheet: Some(page.sheet.clone()),
            place: self.place(),
            ahead,
        };
        match self.worker.send(Request::SaveNote(save)) {
            Ok(()) => self.saving.sent(session),
            Err(reason) => self.saving.not_sent(session, not_sent(reason), now),
        }
    }
}

fn not_sent(reason: NotSent) -> Problem {
    match reason {
        NotSent::Busy => Problem::new(ProblemKind::Disk, "", "busy"),
        NotSent::Gone => gone(),
    }
}
