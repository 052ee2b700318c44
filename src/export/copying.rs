//! A part of a day for the clipboard: as HTML, so that mail and word processors keep headings and lists, with plain Markdown
//! beside it for everything else. What is private stays behind unless it was asked for, and is counted.

use std::collections::HashSet;
use std::hash::BuildHasher;

use super::labels::Labels;
use super::outline::{DayOutline, Outline, Section};
use super::paper::{Paper, Part, day, lines};
use super::{Counts, Options, html, markdown, report};
use crate::domain::book::Book;
use crate::domain::id::{LineId, SessionId};

/// What goes on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// A part of a page, without styles.
    pub html: String,
    /// The same as Markdown.
    pub markdown: String,
    /// What is in it.
    pub counts: Counts,
}

/// A session of `book`: its heading, what was noted beside its note, and the note. Empty when all of it stays behind.
#[must_use]
pub fn session(book: &Book, session: SessionId, options: &Options, labels: &Labels) -> Copied {
    let excerpt = book.only_session(session);
    let place = book.pages.iter().position(|page| page.session.id == session).unwrap_or_default();
    let goes_out = |private: bool| options.include_private || !private;
    let before = book.pages.iter().take(place).filter(|page| goes_out(page.session.private)).count();
    let mut outline = DayOutline::new(&excerpt, options.include_private);
    for section in &mut outline.sections {
        section.number = before + 1;
    }
    let parts = outline.sections.iter().flat_map(|section| day::note(section, labels)).collect();
    copied(&outline, parts, labels)
}

/// These lines of `book`; lines of more than one session stand under the heading of theirs.
#[must_use]
pub fn of_lines(
    book: &Book,
    chosen: &HashSet<LineId, impl BuildHasher>,
    options: &Options,
    labels: &Labels,
) -> Copied {
    let excerpt = book.only_lines(chosen);
    let outline = DayOutline::new(&excerpt, options.include_private);
    let has_headings = outline.sections.len() > 1;
    let part = |section: &Section<'_>| {
        let mut parts = if has_headings { vec![day::session_heading(section, labels)] } else { Vec::new() };
        parts.extend(lines::parts(section.blocks.iter(), labels));
        parts
    };
    let parts = outline.sections.iter().filter(|section| section.has_notes()).flat_map(part).collect();
    copied(&outline, parts, labels)
}

/// The report of a day for colleagues.
#[must_use]
pub fn of_report(book: &Book, options: &Options, labels: &Labels) -> Copied {
    let outline = Outline::new(std::slice::from_ref(book), options);
    let paper = report::paper(&outline, options.names, labels);
    let counts = paper.counts();
    rendered(&paper, counts)
}

fn copied(outline: &DayOutline<'_>, parts: Vec<Part>, labels: &Labels) -> Copied {
    let paper =
        Paper { title: String::new(), language: labels.language, author: labels.author.clone(), parts };
    let counts = Counts {
        days: 1,
        sessions: outline.sections.len(),
        lines: outline.sections.iter().map(|section| section.blocks.len()).sum(),
        private_left_out: outline.private_left_out,
    };
    rendered(&paper, counts)
}

fn rendered(paper: &Paper, counts: Counts) -> Copied {
    if paper.parts.is_empty() {
        return Copied { counts, ..Copied::default() };
    }
    Copied { html: html::fragment(&paper.parts), markdown: markdown::paper::render(paper), counts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::book;

    const WITH_PRIVATE: Options = Options { include_private: true, ..Options::USUAL };

    fn labels() -> Labels {
        Labels::dutch_for_tests()
    }

    #[test]
    fn a_session_has_its_heading_and_its_number_and_no_private_line() {
        let book = book(&["een", "", "- [ ] bellen\n// kanarie\ngewoon"]);
        let copied = session(&book, book.pages[2].session.id, &Options::default(), &labels());
        assert!(copied.html.starts_with("<h2>3. "), "{}", copied.html);
        assert!(copied.html.contains("bellen") && copied.html.contains("<ul"), "{}", copied.html);
        assert!(copied.markdown.starts_with("## 3. ") && copied.markdown.contains("gewoon"));
        assert!(!format!("{copied:?}").contains("kanarie"));
        assert_eq!((copied.counts.lines, copied.counts.private_left_out), (2, 1));
        let all = session(&book, book.pages[2].session.id, &WITH_PRIVATE, &labels());
        assert!(all.html.contains("kanarie") && all.markdown.contains("kanarie"));
        assert_eq!(all.counts.private_left_out, 0);
    }

    #[test]
    fn lines_of_one_session_have_no_heading_and_lines_of_two_have_theirs() {
        let book = book(&["een\ntwee", "drie\n// kanarie"]);
        let id = |page: usize, line: usize| book.pages[page].note.lines()[line].id;
        let one = of_lines(&book, &HashSet::from([id(0, 1)]), &Options::default(), &labels());
        assert!(!one.html.contains("<h2") && one.html.contains("twee") && !one.html.contains("een<"));
        let both = HashSet::from([id(0, 0), id(1, 0), id(1, 1)]);
        let two = of_lines(&book, &both, &Options::default(), &labels());
        assert_eq!(two.html.matches("<h2").count(), 2, "{}", two.html);
        assert_eq!((two.counts.lines, two.counts.private_left_out), (2, 1));
        assert!(!format!("{two:?}").contains("kanarie"));
    }

    #[test]
    fn where_everything_is_private_there_is_nothing_to_copy() {
        let mut book = book(&["een"]);
        book.pages[0].session.private = true;
        let copied = session(&book, book.pages[0].session.id, &Options::default(), &labels());
        assert_eq!((copied.html.as_str(), copied.markdown.as_str()), ("", ""));
        assert_eq!(copied.counts.private_left_out, 1);
    }

    #[test]
    fn a_report_says_itself_what_stays_behind() {
        let copied = of_report(&book(&["een\n// kanarie"]), &Options::default(), &labels());
        assert!(copied.html.contains("een") && !copied.html.contains("kanarie"));
        assert_eq!(copied.counts.private_left_out, 1);
    }
}
