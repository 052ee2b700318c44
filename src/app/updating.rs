//! A newer programme beside the day: what differs, and which of that is taken over.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::domain::book::Book;
use crate::domain::id::DayId;
use crate::domain::programme::{LeftOut, Programme};
use crate::domain::update::{Difference, Update};
use crate::i18n::Texts;
use crate::worker::{PeopleList, Request};

use super::dialog::Dialog;
use super::state::State;

/// A newer programme, what it says otherwise, and what of that is ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Updating {
    /// The day it is taken into.
    pub day: DayId,
    /// The newer programme.
    pub newer: Programme,
    /// How many sessions are as they were.
    pub unchanged: usize,
    /// Each thing that can be taken over.
    pub rows: Vec<UpdateRow>,
}

/// Something that can be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateRow {
    /// What.
    pub difference: Difference,
    /// In words.
    pub words: String,
    /// Whether it is taken over.
    pub is_on: bool,
}

impl Updating {
    /// What a newer programme says otherwise; everything is ticked.
    #[must_use]
    pub fn new(book: &Book, newer: Programme, texts: &Texts) -> Self {
        let update = Update::between(book, &newer);
        let row = |difference| UpdateRow {
            difference,
            words: texts.difference(difference, &update, book, &newer),
            is_on: true,
        };
        let rows = update.differences().into_iter().map(row).collect();
        Self { day: book.day.id, unchanged: update.unchanged(), rows, newer }
    }

    /// The rows that are shown: while a session goes on under another title, it is neither gone nor new.
    pub fn shown(&mut self) -> impl Iterator<Item = &mut UpdateRow> {
        let tied: HashSet<Difference> = self
            .rows
            .iter()
            .filter(|row| row.is_on)
            .filter_map(|row| match row.difference {
                Difference::Renamed(session, index) => {
                    Some([Difference::Vanished(session), Difference::New(index)])
                }
                _ => None,
            })
            .flatten()
            .collect();
        self.rows.iter_mut().filter(move |row| !tied.contains(&row.difference))
    }
}

impl State {
    /// Asks for the programme in a file, to update the day with.
    pub(super) fn read_update(&mut self, path: PathBuf) {
        self.notice = None;
        self.ask(Request::ReadUpdate(path));
    }

    /// Shows how a newer programme differs from the day.
    pub(super) fn open_update(&mut self, newer: Programme, now: f64) {
        // What is being typed counts among what a session holds.
        self.flush(now);
        if let Some(book) = &self.book {
            let updating = Updating::new(book, newer, &self.texts);
            self.open_dialog(Dialog::Update(Box::new(updating)));
        }
    }

    /// Takes over what is ticked.
    pub(super) fn update_day(&mut self, now: f64) {
        let Some(Dialog::Update(updating)) = self.dialog.take() else { return };
        let accepted = updating.rows.iter().filter(|row| row.is_on).map(|row| row.difference).collect();
        let request = Request::UpdateDay { day: updating.day, newer: Box::new(updating.newer), accepted };
        if let Some(preview) = &mut self.preview {
            preview.is_saving = true;
        }
        self.ask_after_saving(request, now);
        if let Some(preview) = self.preview.as_mut().filter(|_| self.saving.has_failed()) {
            preview.is_saving = false;
        }
        self.focus_note();
    }

    /// Hands over the list of participants that was pasted or named. The dialog stays open until it is understood.
    pub(super) fn set_participants(&mut self, now: f64) {
        let (Some(Dialog::Participants(asked)), Some(book)) = (&self.dialog, &self.book) else { return };
        let list = match asked.path.trim() {
            "" => PeopleList::Text(asked.text.clone()),
            path => PeopleList::File(PathBuf::from(path)),
        };
        let request = Request::SetParticipants { day: book.day.id, list };
        self.notice = None;
        self.ask_after_saving(request, now);
    }

    /// A list of participants was taken over. The dialog goes; where something was not understood, it stays to show that.
    pub(super) fn participants_taken(&mut self, taken: usize, left_out: Vec<LeftOut>) {
        if left_out.is_empty() {
            self.dialog.take_if(|dialog| matches!(dialog, Dialog::Participants(_)));
        } else if let Some(Dialog::Participants(asked)) = &mut self.dialog {
            (asked.taken, asked.left_out) = (taken, left_out);
        }
    }
}
