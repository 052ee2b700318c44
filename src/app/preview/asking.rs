//! What the preview asks of the worker: to read a text while it is typed, to read a file, and to make the day or to take
//! the programme into the one on the screen. What is answered late is dropped.

use std::path::PathBuf;

use super::{Change, Preview};
use crate::app::dialog::Dialog;
use crate::app::state::{Notice, State};
use crate::domain::dates;
use crate::domain::problem::Problem;
use crate::domain::programme::Programme;
use crate::worker::{ProgrammeSource, Request};

impl State {
    /// Opens the preview for a text, with what the clipboard holds.
    pub(crate) fn open_paste(&mut self, now: f64) {
        self.flush(now);
        self.notice = None;
        self.dialog = None;
        self.preview = Some(Preview::of_paste());
    }

    /// Has a file read; the dialog in which it was named stays until it is.
    pub(crate) fn read_file(&mut self, path: PathBuf, now: f64) {
        self.flush(now);
        self.open_dialog(Dialog::Open { path: path.display().to_string() });
        self.asked += 1;
        self.reading_file = Some(self.asked);
        self.ask(Request::ReadProgramme { asked: self.asked, source: ProgrammeSource::File(path) });
    }

    /// Sends the text of the preview to be read, when it was changed and nothing is being read.
    pub(crate) fn read_text(&mut self) {
        let Some(preview) = &mut self.preview else { return };
        if !preview.is_unread || preview.reading.is_some() {
            return;
        }
        preview.is_unread = false;
        if preview.text.trim().is_empty() {
            return preview.take_in(Programme::default());
        }
        self.asked += 1;
        preview.reading = Some(self.asked);
        let source = ProgrammeSource::Text(preview.text.clone());
        self.ask(Request::ReadProgramme { asked: self.asked, source });
    }

    /// A programme was read, or is none.
    pub(crate) fn programme_read(&mut self, asked: u64, read: Result<Box<Programme>, Problem>) {
        if let Some(preview) = self.preview.as_mut().filter(|preview| preview.reading == Some(asked)) {
            preview.reading = None;
            // What was corrected meanwhile stays.
            if preview.is_edited {
                return;
            }
            match read {
                Ok(programme) => preview.take_in(*programme),
                Err(problem) => {
                    preview.take_in(Programme::default());
                    preview.problem = Some(problem);
                }
            }
            return;
        }
        if self.reading_file.take_if(|reading| *reading == asked).is_none() {
            return;
        }
        let Some(Dialog::Open { path }) = &self.dialog else { return };
        match read {
            Ok(programme) => {
                let name = PathBuf::from(path).file_name().map(|name| name.to_string_lossy().into_owned());
                let mut preview = Preview::of_programme(*programme, &name.unwrap_or_default());
                preview.wants_focus = true;
                self.preview = Some(preview);
                self.dialog = None;
                self.notice = None;
            }
            Err(problem) => self.notice = Some(Notice::Problem(problem)),
        }
    }

    /// Does something with the items of the preview.
    pub(crate) fn change_preview(&mut self, change: Change) {
        if let Some(preview) = &mut self.preview {
            preview.change(change);
        }
    }

    /// Makes a day of the programme as it was corrected.
    pub(crate) fn save_preview(&mut self, now: f64) {
        let untitled = self.texts.get("day-untitled").to_owned();
        let Some(preview) = self.preview.as_mut().filter(|preview| preview.can_save()) else { return };
        preview.is_saving = true;
        let programme = preview.programme(&untitled);
        self.ask_after_saving(Request::AddDay(Box::new(programme)), now);
        if let Some(preview) = self.preview.as_mut().filter(|_| self.saving.has_failed()) {
            preview.is_saving = false;
        }
    }

    /// Shows how the programme as it was corrected differs from the day on the screen. The preview stays until that is
    /// taken over.
    pub(crate) fn update_from_preview(&mut self, now: f64) {
        let (Some(preview), Some(book)) = (&self.preview, &self.book) else { return };
        if preview.can_save() && self.can_update() {
            let newer = preview.programme(&book.day.facts.title);
            self.open_update(newer, now);
        }
    }

    /// Makes a day, or shows what is different, whichever is more likely meant.
    pub(crate) fn finish_preview(&mut self, now: f64) {
        match &self.preview {
            Some(preview) if self.is_likely_update(preview) => self.update_from_preview(now),
            _ => self.save_preview(now),
        }
    }

    /// Whether there is a day that a programme can be taken into: the example is not one, unless it was written in.
    #[must_use]
    pub fn can_update(&self) -> bool {
        self.book.as_ref().is_some_and(|book| !book.day.example || self.lines_of_day() > 0)
    }

    /// Whether a programme is likely a newer one of the day on the screen: it has its date or its title.
    #[must_use]
    pub fn is_likely_update(&self, preview: &Preview) -> bool {
        let Some(book) = self.book.as_ref().filter(|_| self.can_update()) else { return false };
        let facts = &book.day.facts;
        let has_its_date = facts.date.is_some() && dates::parse_date(&preview.date) == facts.date;
        let title = preview.title.trim();
        has_its_date || !title.is_empty() && title.to_lowercase() == facts.title.trim().to_lowercase()
    }

    /// Leaves the preview; what was corrected is only given up when that was asked twice.
    pub(crate) fn leave_preview(&mut self) {
        let Some(preview) = &mut self.preview else { return };
        if preview.has_work() && !preview.is_leaving {
            preview.is_leaving = true;
            return;
        }
        self.preview = None;
        self.notice = None;
        self.focus_note();
    }

    /// Goes on in the preview after all.
    pub(crate) fn stay_in_preview(&mut self) {
        if let Some(preview) = &mut self.preview {
            preview.is_leaving = false;
        }
    }
}
