//! The one door through which a person changes the state of the window.

use crate::domain::dates;
use crate::domain::day::{DayFacts, SessionFacts, SessionKind};
use crate::domain::id::{DayId, SessionId};
use crate::domain::keeping::{Item, VersionId};
use crate::domain::line::{self, LineKind, edit};
use crate::domain::programme::Programme;
use crate::worker::Request;

use super::command::{Command, Edit};
use super::dialog::{Dialog, Erasing, History, Owner, PeopleAsked, Whereabouts};
use super::draft::{Draft, Selected};
use super::state::{Notice, State};
use super::view::View;

/// Two clicks within so many seconds are one.
const DOUBLE_CLICK: f64 = 0.5;

/// The format name of a day that nobody read from a file.
const BY_HAND: &str = "hand";

impl State {
    /// Does what was asked. `now` is in seconds of the window's clock.
    pub fn apply(&mut self, command: Command, now: f64) {
        self.changes += 1;
        if self.view != View::Day && command.is_about_lines() {
            return self.edit_entries(command, now);
        }
        match command {
            Command::SelectSession(session) => self.select(session, now),
            Command::NextSession => self.select_neighbour(1, now),
            Command::PreviousSession => self.select_neighbour(-1, now),
            Command::ToggleKind(kind) => self.toggle_kind(kind, now),
            Command::ToggleStar => self.change_selected_lines(now, edit::toggle_star),
            Command::TogglePrivate => {
                let language = self.texts.language();
                self.change_selected_lines(now, |line| edit::toggle_private(line, language));
            }
            Command::ToggleDone => self.change_selected_lines(now, edit::toggle_done),
            Command::Edit(what) => self.edit(what, now),
            Command::OpenFind { replaces } => self.open_find(replaces),
            Command::FindStep(way) => self.find_step(way),
            Command::ReplaceFound { all } => self.replace_found(all, now),
            Command::CloseFind => self.close_find(),
            Command::OpenLineMenu => self.with_draft(|draft| draft.asks_menu = true),
            Command::ToggleTimes => self.shows_times = !self.shows_times,
            Command::OpenMove => self.open_move(now),
            Command::OpenMoveOf(lines) => self.open_move_of(&lines, now),
            Command::MoveLines { lines, to } => self.move_lines(lines, to, now),
            Command::OpenTimeOfCaret => self.open_time_of_caret(now),
            Command::OpenLineTime(line) => self.open_line_time(line, now),
            Command::SetLineTime { session, line, time } => self.set_line_time(session, line, &time, now),
            Command::TogglePrivateSession => self.toggle_private_session(now),
            Command::ToggleStarOfSession => self.toggle_star_of_session(),
            Command::StarSession { session, starred } => self.ask(Request::StarSession { session, starred }),
            Command::FindSession => self.programme.asks_field = self.programme.has_filter(),
            Command::FilterProgramme(filter) => {
                if let Some(book) = &self.book {
                    self.programme.narrow(book, filter);
                }
            }
            Command::TagLine(tag) => self.tag_line(&tag, now),
            Command::GoToLine(line) => self.go_to_line(line),
            Command::Save => self.save(now),
            Command::OpenDay(day) => self.open_day(day, now),
            Command::EmptyDay => self.add_empty_day(now),
            Command::InsertSession => self.insert_session(now),
            Command::RenameSession(session, title) => self.rename(session, title.trim().to_owned()),
            Command::OpenPaste => self.open_paste(now),
            Command::OpenProgramme => self.open_dialog(Dialog::Open { path: String::new() }),
            Command::ReadProgramme(path) => self.read_file(path, now),
            Command::ChangePreview(change) => self.change_preview(change),
            Command::SavePreview => self.save_preview(now),
            Command::UpdateFromPreview => self.update_from_preview(now),
            Command::FinishPreview => self.finish_preview(now),
            Command::LeavePreview => self.leave_preview(),
            Command::StayInPreview => self.stay_in_preview(),
            Command::OpenHistory => self.open_history(now),
            Command::ChooseVersion(version) => self.choose_version(version),
            Command::RestoreVersion(session, version) => {
                self.dialog = None;
                self.ask_after_saving(Request::RestoreVersion { session, version }, now);
            }
            Command::TrashSession => self.trash_session(now),
            Command::TrashDay => self.trash_day(now),
            Command::OpenTrash => {
                self.open_dialog(Dialog::Trash(None));
                self.ask(Request::Trash);
            }
            Command::RestoreFromTrash(item) => {
                self.dialog = None;
                self.ask_after_saving(Request::RestoreFromTrash(item), now);
            }
            Command::UndoOperation => self.ask_after_saving(Request::Undo, now),
            Command::RedoOperation => self.ask_after_saving(Request::Redo, now),
            Command::OpenWhereabouts => {
                self.open_dialog(Dialog::Whereabouts(Whereabouts::default()));
                self.ask(Request::Backups);
            }
            Command::BackUpToDocuments => {
                let folder = crate::paths::documents_folder().join(self.texts.get("backups-folder"));
                self.ask(Request::ChooseBackupFolder(Some(folder)));
            }
            Command::BackUpBesideNotes => self.ask(Request::ChooseBackupFolder(None)),
            Command::BackUp => self.busy_with(Request::BackUp),
            Command::ProveRestore(path) => self.busy_with(Request::ProveRestore(path)),
            Command::OpenErase => self.open_erase(),
            Command::EraseDay(day) => self.ask_after_saving(Request::EraseDay(day), now),
            Command::DeleteBackupsHolding(day) => self.ask(Request::DeleteBackupsHolding(day)),
            Command::SetHold(day, hold) => self.ask(Request::SetHold { day, hold }),
            Command::TickPoint(place) => self.tick_point(place, now),
            Command::RatePoint(place, rating) => self.rate_point(place, rating, now),
            Command::MakeList(kind) => self.make_list(kind, now),
            Command::FocusNote => self.focus_note(),
            Command::OpenFooter => self.ask_for_footer(),
            Command::PastePlain => {
                self.wants_plain_paste = true;
                self.focus_note();
            }
            command => self.arrange(command, now),
        }
    }

    /// What is asked about the programme, and about dialogs as such.
    fn arrange(&mut self, command: Command, now: f64) {
        match command {
            Command::OpenUpdateFile => self.open_dialog(Dialog::UpdateFile { path: String::new() }),
            Command::ReadUpdate(path) => self.read_update(path),
            Command::UpdateDay => self.update_day(now),
            Command::OpenBringIn => self.open_bring_in(),
            Command::ReadNotes(path) => self.read_notes(path),
            Command::BringIn => self.bring_in(now),
            Command::OpenParticipants => {
                self.open_dialog(Dialog::Participants(PeopleAsked::default()));
            }
            Command::SetParticipants => self.set_participants(now),
            Command::MoveSession(way) => self.move_session(way, now),
            Command::PlaceSession { session, position } => {
                self.ask_after_saving(Request::MoveSession { session, position }, now);
            }
            Command::OpenSessionForm => self.open_session_form(),
            Command::FillInSession => self.fill_in_session(now),
            Command::OpenJoin { as_second } => self.open_join(as_second),
            Command::JoinSessions { second, as_second } => self.join(second, as_second, now),
            Command::CloseDialog if self.stays_to_be_stopped() => {}
            Command::CloseDialog => {
                self.dialog = None;
                self.reading_file = None;
                self.notice = None;
                self.focus_note();
                if let Some(preview) = &mut self.preview {
                    preview.wants_focus = true;
                }
            }
            Command::ShowView(view) => self.show_view(view, now),
            Command::OrderTrends(order) => self.order_trends(order),
            Command::SearchFor(query) => self.search_for(query),
            Command::OpenTrendForm(tag) => self.open_trend_form(&tag),
            Command::FillInTrend => self.fill_in_trend(now),
            Command::MergeTrend(into) => self.merge_trend(&into, now),
            Command::DeleteTrend => self.delete_trend(now),
            Command::GoThrough(step) => self.go_through(step, now),
            Command::OpenFooterOf(session) => {
                self.select(session, now);
                self.ask_for_footer();
            }
            Command::ChooseCell(cell) => self.afterwards.chosen = cell,
            Command::ChangeOverview(change) => self.change_overview(change),
            Command::ChangePeople(change) => self.change_people(change),
            Command::PickLines(lines) => self.afterwards.picked.lines = lines.into_iter().collect(),
            Command::LookAtLine(line) => self.afterwards.picked.at = line,
            Command::TickEntry(line) => self.tick_entry(line, now),
            Command::OpenWords => self.open_words(),
            Command::Reword(line, text) => self.reword(line, text, now),
            Command::CloseWords => self.afterwards.rewords = None,
            Command::MergePeople { keep, other } => self.merge_people(keep, other, now),
            Command::LeaveView => self.leave_view(now),
            Command::StartWalk(walk) => self.start_walk(*walk, now),
            Command::WalkTo(place) => self.walk_to(place, now),
            Command::WalkStep(way) => self.walk_step(way, now),
            Command::CloseWalk => self.close_walk(),
            Command::OpenFinder => self.open_finder(now),
            Command::OpenHelp => self.open_dialog(Dialog::Help),
            Command::OpenSettings => self.open_dialog(Dialog::Settings(Owner {
                name: self.settings.my_name.clone(),
                organisation: self.settings.my_organisation.clone(),
            })),
            Command::Change(setting) => self.set(setting),
            Command::GoToRemark(session, line) => self.go_to_remark(session, line, now),
            Command::GoToNow => self.go_to_now(now),
            Command::GoBack | Command::GoForward => self.go(&command, now),
            Command::NextPane | Command::PreviousPane => self.step_pane(&command),
            Command::ToggleNoteOnly => self.note_only = !self.note_only,
            Command::DismissNotice => {
                self.notice = None;
                self.focus_note();
            }
            command => self.hand_over(command, now),
        }
    }

    pub(super) fn select(&mut self, session: SessionId, now: f64) {
        if self.view != View::Day {
            if let Some(here) = self.here() {
                self.visited.leave(here);
            }
            self.show_note();
        }
        if self.draft.as_ref().is_some_and(|draft| draft.session == session) {
            return self.focus_note();
        }
        // What an input method is composing belongs to this note; its commit would land in the other one.
        if self.draft.as_ref().is_some_and(Draft::is_composing) {
            return;
        }
        if let Some(here) = self.here() {
            self.visited.leave(here);
        }
        self.open_after_saving(session, now);
    }

    pub(super) fn open_after_saving(&mut self, session: SessionId, now: f64) {
        self.flush(now);
        self.keep_caret();
        self.open_note(session);
        self.remember_place();
    }

    fn select_neighbour(&mut self, steps: isize, now: f64) {
        if let Some(session) = self.neighbour(steps) {
            self.select(session, now);
        }
    }

    /// All selected lines become of this kind; if they all are already, they become remarks.
    fn toggle_kind(&mut self, kind: LineKind, now: f64) {
        let Some(draft) = &self.draft else { return };
        let all_are = draft.selected_lines().all(|line| {
            let text = draft.line_text(line);
            line::parse(text).kind == kind || edit::toggle_kind(text, kind, self.texts.language()) == text
        });
        let wanted = if all_are { LineKind::Remark } else { kind };
        let language = self.texts.language();
        self.change_selected_lines(now, |line| edit::with_kind(line, wanted, language));
    }

    fn change_selected_lines(&mut self, now: f64, change: impl Fn(&str) -> String) {
        self.with_draft(|draft| {
            draft.change_lines(draft.selected_lines(), now, change);
            draft.jump = true;
        });
    }

    fn edit(&mut self, what: Edit, now: f64) {
        self.with_draft(|draft| {
            match what {
                Edit::Move(way) => draft.move_lines(way, now),
                Edit::Duplicate => draft.duplicate_lines(now),
                Edit::Delete => draft.delete_lines(now),
                Edit::Indent { deeper } => draft.indent_lines(deeper, now),
                Edit::Emphasis(emphasis) => draft.toggle_emphasis(emphasis, now),
                Edit::Due(date) => draft.mend_due(date, now),
                Edit::Source(name) => draft.mend_source(&name, now),
            }
            draft.jump = true;
        });
    }

    /// What an input method is composing stays as it is: its commit would land in another text.
    fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = self.draft.as_mut().filter(|draft| !draft.is_composing()) {
            change(draft);
        }
    }

    fn tag_line(&mut self, tag: &str, now: f64) {
        self.with_draft(|draft| {
            let line = draft.line();
            draft.change_lines(line..=line, now, |text| edit::add_trend(text, tag));
            draft.selected = Selected::at(draft.end_of_line(line));
            draft.jump = true;
        });
    }

    pub(super) fn go_to_line(&mut self, line: usize) {
        if let Some(draft) = &mut self.draft {
            draft.selected = Selected::at(draft.end_of_line(line));
            draft.jump = true;
        }
    }

    fn open_history(&mut self, now: f64) {
        self.flush(now);
        let Some(session) = self.draft.as_ref().map(|draft| draft.session) else { return };
        self.open_dialog(Dialog::History(History::of(session)));
        self.ask(Request::Versions(session));
    }

    pub(super) fn choose_version(&mut self, version: VersionId) {
        let Some(Dialog::History(history)) = &mut self.dialog else { return };
        history.chosen = Some(version);
        history.diff.clear();
        let session = history.session;
        self.ask(Request::ShowVersion { session, version });
    }

    fn trash_session(&mut self, now: f64) {
        if let Some(session) = self.draft.as_ref().map(|draft| draft.session) {
            self.ask_after_saving(Request::PutInTrash(Item::Session(session)), now);
        }
    }

    fn toggle_private_session(&mut self, now: f64) {
        let open = self.page().map(|page| (page.session.id, page.session.private));
        if let Some((session, is_private)) = open {
            self.ask_after_saving(Request::SetSessionPrivate { session, private: !is_private }, now);
        }
    }

    fn toggle_star_of_session(&mut self) {
        let open = self.page().map(|page| (page.session.id, page.session.starred));
        if let Some((session, is_starred)) = open {
            self.ask(Request::StarSession { session, starred: !is_starred });
        }
    }

    fn trash_day(&mut self, now: f64) {
        if let Some(day) = self.book.as_ref().map(|book| book.day.id) {
            self.ask_after_saving(Request::PutInTrash(Item::Day(day)), now);
        }
    }

    fn open_erase(&mut self) {
        let Some(day) = self.book.as_ref().map(|book| &book.day) else { return };
        let erasing = Erasing::of(day.id, &day.facts.title);
        let asked = Request::Hold(day.id);
        self.open_dialog(Dialog::Erase(erasing));
        self.ask(asked);
    }

    /// What is typed goes first: the request waits until it is on the disk. When it cannot be saved, nothing is asked.
    pub(super) fn ask_after_saving(&mut self, request: Request, now: f64) {
        self.flush(now);
        self.keep_caret();
        match self.saving.problem.clone().filter(|_| self.saving.has_failed()) {
            Some(problem) => self.notice = Some(Notice::Problem(problem)),
            None if self.is_all_saved() => self.ask(request),
            None => self.waiting.push(request),
        }
    }

    fn busy_with(&mut self, request: Request) {
        if let Some(Dialog::Whereabouts(whereabouts)) = &mut self.dialog {
            whereabouts.is_busy = true;
        }
        self.ask(request);
    }

    pub(super) fn open_dialog(&mut self, dialog: Dialog) {
        self.notice = None;
        self.dialog = Some(dialog);
    }

    /// Gives the note the focus, with its caret where it was.
    pub fn focus_note(&mut self) {
        if let Some(draft) = &mut self.draft {
            draft.takes_focus = true;
        }
    }

    fn save(&mut self, now: f64) {
        self.flush(now);
        self.notice = Some(Notice::AllSaved);
    }

    fn open_day(&mut self, day: DayId, now: f64) {
        self.ask_after_saving(Request::OpenDay(day), now);
    }

    /// Whether something new may be made: a double click means one.
    fn may_make(&mut self, now: f64) -> bool {
        let may = now - self.made_at > DOUBLE_CLICK;
        self.made_at = now;
        may
    }

    /// A day of today with one session for loose notes; the programme may come later.
    fn add_empty_day(&mut self, now: f64) {
        if !self.may_make(now) {
            return;
        }
        let today = self.clock.now().date_naive();
        let slug = today.to_string();
        if let Some(known) = self.days.iter().find(|summary| summary.day.slug == slug) {
            return self.open_day(known.day.id, now);
        }
        let title = dates::date(self.texts.language(), today);
        let notes = SessionFacts {
            title: self.texts.get("session-notes").to_owned(),
            kind: SessionKind::Other,
            by_hand: true,
            ..SessionFacts::default()
        };
        let programme = Programme {
            format: BY_HAND,
            slug: Some(slug),
            day: DayFacts { title, date: Some(today), ..DayFacts::default() },
            sessions: vec![notes],
            ..Programme::default()
        };
        self.ask_after_saving(Request::AddDay(Box::new(programme)), now);
    }

    fn insert_session(&mut self, now: f64) {
        if !self.may_make(now) {
            return;
        }
        self.flush(now);
        let Some(book) = &self.book else { return };
        let position = self.page().map_or(0, |page| page.session.position);
        let facts = Box::new(SessionFacts { by_hand: true, ..SessionFacts::default() });
        let request = Request::InsertSession { day: book.day.id, position, facts };
        self.ask(request);
    }

    fn rename(&mut self, session: SessionId, title: String) {
        self.focus_note();
        let present =
            self.book.as_ref().and_then(|book| book.page(session)).map(|page| &page.session.facts.title);
        if present.is_some_and(|present| *present != title) && !title.is_empty() {
            self.ask(Request::RenameSession { session, title });
        }
    }
}
