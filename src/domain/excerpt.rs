//! A part of a day as a day of its own: one session, or the lines that are wanted. Decides nothing about what may go out.

use std::collections::HashSet;
use std::hash::BuildHasher;

use super::book::{Book, Page};
use super::id::{LineId, SessionId};
use super::note::Note;
use super::people;
use super::query::{Remark, Selection};
use super::sheet::Sheet;

impl Book {
    /// One session with everything that was noted there.
    #[must_use]
    pub fn only_session(&self, session: SessionId) -> Self {
        let mut day = self.day.clone();
        day.facts.links.clear();
        Self { day, pages: self.page(session).cloned().into_iter().collect() }
    }

    /// These lines, without what was noted beside them; a session without such a line is not there.
    #[must_use]
    pub fn only_lines(&self, lines: &HashSet<LineId, impl BuildHasher>) -> Self {
        let mut day = self.day.clone();
        day.facts.links.clear();
        let pages = self.pages.iter().filter_map(|page| page.only_lines(lines)).collect();
        Self { day, pages }
    }

    /// The lines with this trend, in any spelling.
    #[must_use]
    pub fn only_trend(&self, tag: &str) -> Self {
        let wanted = Selection { trend: Some(tag.to_owned()), include_private: true, ..Selection::default() };
        let lines: HashSet<LineId> = self.select(&wanted).iter().map(|remark| remark.line.id).collect();
        self.only_lines(&lines)
    }

    /// The lines that name this person or organisation, or are their words, in any spelling.
    #[must_use]
    pub fn only_person(&self, name: &str) -> Self {
        let wanted = people::key(name);
        let is_wanted = |remark: &Remark<'_>| {
            let mentions = remark.parsed.mentions.iter().map(|mention| mention.name.as_str());
            mentions.chain(remark.source()).any(|name| people::key(name) == wanted)
        };
        let lines: HashSet<LineId> = self.remarks().filter(is_wanted).map(|remark| remark.line.id).collect();
        self.only_lines(&lines)
    }
}

impl Page {
    fn only_lines(&self, wanted: &HashSet<LineId, impl BuildHasher>) -> Option<Self> {
        let lines: Vec<_> =
            self.note.lines().iter().filter(|line| wanted.contains(&line.id)).cloned().collect();
        if lines.is_empty() {
            return None;
        }
        let mut session = self.session.clone();
        session.facts.lists.clear();
        Some(Self {
            session,
            revision: self.revision,
            note: Note::from_lines(lines),
            sheet: Sheet::default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::review::fixture::book;

    fn said(book: &Book) -> Vec<&str> {
        book.remarks().map(|remark| remark.line.text.as_str()).collect()
    }

    #[test]
    fn a_session_brings_everything_and_the_others_stay_behind() {
        let book = book(&[("Opening", "een\ntwee"), ("Ronde", "drie")]);
        let part = book.only_session(book.pages[1].session.id);
        assert_eq!(said(&part), ["drie"]);
        assert_eq!(part.pages.len(), 1);
        assert_eq!(book.only_session(SessionId::fresh()).pages.len(), 0);
    }

    #[test]
    fn lines_by_trend_and_by_name_in_any_spelling() {
        let notes = [
            ("Opening", "over #BOA\nvan @[Noor Bakker]"),
            ("Pauze", "niets"),
            ("Ronde", "> 'ja' — noor bakker\n#handhaving @Bram"),
        ];
        let book = book(&notes);
        assert_eq!(said(&book.only_trend("boa")), ["over #BOA", "#handhaving @Bram"]);
        assert_eq!(said(&book.only_person("Noor bakker")), ["van @[Noor Bakker]", "> 'ja' — noor bakker"]);
        assert_eq!(book.only_trend("onbekend").pages.len(), 0);
    }
}
