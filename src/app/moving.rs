//! Moving lines to the note of another session: which lines, and the list of sessions to choose from.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use crate::domain::book::{Book, Page};
use crate::domain::id::{LineId, SessionId};
use crate::domain::line;
use crate::domain::moving::{Bases, LineMove};
use crate::domain::trend::fold;
use crate::worker::Request;

use super::dialog::Dialog;
use super::draft::Selected;
use super::state::State;

/// The lines that are moved, and where they may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    /// The session whose note they are in.
    pub from: SessionId,
    /// The lines.
    pub lines: Vec<LineId>,
    /// How many of them say something.
    pub said: usize,
    /// What is typed to find a session.
    pub filter: String,
    /// The sessions that fit what is typed, the best first.
    pub found: Vec<SessionId>,
    /// The place in `found` that Enter takes.
    pub chosen: usize,
}

impl Moving {
    /// Looks for the sessions that fit what is typed.
    pub fn search(&mut self, book: &Book) {
        self.found = targets(book, self.from, &self.filter);
        self.chosen = 0;
    }

    /// Goes so many rows down, or up; stays within the list.
    pub fn step(&mut self, rows: isize) {
        let last = self.found.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(rows).min(last);
    }

    /// The session that is chosen.
    #[must_use]
    pub fn target(&self) -> Option<SessionId> {
        self.found.get(self.chosen).copied()
    }
}

/// The sessions of the day but `from` that fit what is typed: first by number, then by the start of the title, then by
/// words of the title or of who speaks. Case and accents do not matter.
fn targets(book: &Book, from: SessionId, filter: &str) -> Vec<SessionId> {
    let wanted = fold(filter.trim());
    let others = book.pages.iter().filter(|page| page.session.id != from);
    let mut found: Vec<(u8, SessionId)> =
        others.filter_map(|page| Some((rank(page, &wanted)?, page.session.id))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, session)| session).collect()
}

fn rank(page: &Page, wanted: &str) -> Option<u8> {
    let number = page.session.position.to_string();
    let title = fold(&page.session.facts.title);
    if wanted.is_empty() || number == wanted {
        return Some(0);
    }
    if number.starts_with(wanted) {
        return Some(1);
    }
    if title.starts_with(wanted) {
        return Some(2);
    }
    let speakers = page.session.facts.speakers.iter().map(|speaker| fold(&speaker.name));
    let words = std::iter::once(title).chain(speakers).collect::<Vec<_>>().join(" ");
    wanted.split_whitespace().all(|word| words.contains(word)).then_some(3)
}

impl State {
    /// Whether there is something selected, and another session to move it to.
    pub(super) fn can_move(&self) -> bool {
        let says_something = self
            .draft
            .as_ref()
            .is_some_and(|draft| draft.selected_lines().any(|line| !line::is_blank(draft.line_text(line))));
        says_something && self.book.as_ref().is_some_and(|book| book.pages.len() > 1)
    }

    /// Asks where the selected lines go.
    pub(super) fn open_move(&mut self, now: f64) {
        if let Some(lines) = self.draft.as_ref().map(super::draft::Draft::selected_lines) {
            self.open_move_of(&lines, now);
        }
    }

    /// Asks where these lines of the open note go.
    pub(super) fn open_move_of(&mut self, lines: &RangeInclusive<usize>, now: f64) {
        // What an input method is composing is not a line yet.
        if self.draft.as_ref().is_some_and(|draft| draft.composing) {
            return;
        }
        self.flush(now);
        let (Some(page), Some(book)) = (self.page(), &self.book) else { return };
        let count = lines.end().saturating_sub(*lines.start()) + 1;
        let leaving: Vec<_> = page.note.lines().iter().skip(*lines.start()).take(count).collect();
        let said = leaving.iter().filter(|line| !line::is_blank(&line.text)).count();
        if said == 0 {
            return;
        }
        let mut moving = Moving {
            from: page.session.id,
            lines: leaving.iter().map(|line| line.id).collect(),
            said,
            filter: String::new(),
            found: Vec::new(),
            chosen: 0,
        };
        moving.search(book);
        let likely = self.moved_to.or_else(|| self.neighbour(1));
        moving.chosen = moving.found.iter().position(|found| Some(*found) == likely).unwrap_or_default();
        self.open_dialog(Dialog::Move(moving));
    }

    /// Moves lines of the open note, once what was typed is on the disk. The caret goes to the next line at once: a key
    /// that comes before the store has answered belongs there.
    pub(super) fn move_lines(&mut self, lines: Vec<LineId>, to: SessionId, now: f64) {
        self.dialog = None;
        let open = self.draft.as_ref().filter(|draft| !draft.composing);
        let Some(from) = open.map(|draft| draft.session) else { return };
        self.flush(now);
        self.step_off(&lines);
        let language = self.texts.language();
        let moving = LineMove { from, to, lines, language };
        self.ask_after_saving(Request::MoveLines { moving, bases: Bases { from: 0, to: 0 } }, now);
    }

    fn step_off(&mut self, leaving: &[LineId]) {
        let leaving: HashSet<LineId> = leaving.iter().copied().collect();
        let stays: Vec<bool> = self.page().map_or_else(Vec::new, |page| {
            page.note.lines().iter().map(|line| !leaving.contains(&line.id)).collect()
        });
        let Some(draft) = &mut self.draft else { return };
        let line = draft.line();
        let next = (line..stays.len()).chain((0..line).rev()).find(|line| stays.get(*line) == Some(&true));
        if let Some(next) = next.filter(|next| *next != line) {
            draft.selected = Selected::at(draft.end_of_line(next));
        }
        draft.jump = true;
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::day::{Day, DayFacts, Session, SessionFacts, Speaker};
    use crate::domain::id::DayId;
    use crate::domain::note::Note;
    use crate::domain::sheet::Sheet;

    fn session(number: u32) -> SessionId {
        SessionId::from(Uuid::from_u128(number.into()))
    }

    fn book() -> Book {
        let titles = ["Welkom", "Één idee", "Slot van ronde 2", "Wandeling", "Borrel"];
        let page = |(position, title): (u32, &&str)| Page {
            session: Session {
                id: session(position),
                position,
                cancelled: false,
                private: false,
                starred: false,
                facts: SessionFacts {
                    title: (*title).to_owned(),
                    speakers: (position == 4)
                        .then(|| Speaker { name: "Noor de Wit".to_owned(), role: None })
                        .into_iter()
                        .collect(),
                    ..SessionFacts::default()
                },
            },
            revision: 0,
            sheet: Sheet::default(),
            note: Note::default(),
        };
        let day = Day {
            id: DayId::from(Uuid::nil()),
            slug: String::new(),
            example: false,
            facts: DayFacts::default(),
        };
        Book { day, pages: (1..).zip(&titles).map(page).collect() }
    }

    fn found(filter: &str) -> Vec<u32> {
        let ids = targets(&book(), session(1), filter);
        ids.into_iter().filter_map(|id| (1..=5).find(|number| session(*number) == id)).collect()
    }

    #[test]
    fn the_open_session_is_no_target() {
        assert_eq!(found(""), [2, 3, 4, 5]);
        assert_eq!(found("welkom"), Vec::<u32>::new());
        assert_eq!(found("1"), Vec::<u32>::new());
    }

    #[test]
    fn a_number_comes_before_a_title_and_a_title_before_who_speaks() {
        assert_eq!(found("2"), [2, 3]);
        assert_eq!(found("een"), [2], "accents and case do not matter");
        assert_eq!(found("w"), [4], "the start of a title");
        assert_eq!(found("wit noor"), [4]);
        assert_eq!(found("ronde slot"), [3]);
    }

    #[test]
    fn the_choice_stays_within_the_list() {
        let mut moving = Moving {
            from: session(1),
            lines: Vec::new(),
            said: 0,
            filter: String::new(),
            found: vec![session(2), session(3)],
            chosen: 0,
        };
        moving.step(-1);
        assert_eq!(moving.target(), Some(session(2)));
        moving.step(5);
        assert_eq!(moving.target(), Some(session(3)));
        moving.found.clear();
        moving.step(1);
        assert_eq!(moving.target(), None);
    }
}
