//! One session of a day by itself, as it is in the document of the whole day: to be read beside the programme.

use super::note;
use crate::domain::book::Book;
use crate::domain::id::SessionId;
use crate::export::Options;
use crate::export::labels::Labels;
use crate::export::outline::{DayOutline, Section};

/// The part of the document of `book` that is about `session`: its heading, what was noted beside its note, and the note.
/// `None` for a session that the day does not have, or that stays behind because it is private.
#[must_use]
pub fn session(book: &Book, session: SessionId, options: &Options, labels: &Labels) -> Option<String> {
    let place = book.pages.iter().position(|page| page.session.id == session)?;
    let goes_out = |private: bool| options.include_private || !private;
    let before = book.pages.iter().take(place).filter(|page| goes_out(page.session.private)).count();
    // Only this note is read: a day may have very many.
    let alone = Book { day: book.day.clone(), pages: book.pages.get(place..=place)?.to_vec() };
    let outline = DayOutline::new(&alone, options.include_private);
    let section = outline.sections.into_iter().next()?;
    let mut text = note(&Section { number: before + 1, ..section }, labels).join("\n\n");
    text.push('\n');
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::markdown::render;
    use crate::export::outline::Outline;
    use crate::export::tests::book;

    const WITH_PRIVATE: Options = Options { include_private: true, ..Options::USUAL };

    #[test]
    fn a_session_reads_as_it_does_in_the_whole_document() {
        let mut book = book(&["een #boa\n> 'ja' — Noor", "", "twee\n// drie"]);
        book.pages[2].sheet.main_points = vec!["kort".to_owned()];
        let labels = Labels::dutch_for_tests();
        let outline = Outline::new(std::slice::from_ref(&book), &Options::default());
        let whole = render(&outline, &labels);
        for page in [&book.pages[0], &book.pages[2]] {
            let part = session(&book, page.session.id, &Options::default(), &labels).expect("a session");
            assert!(whole.contains(part.trim_end()), "{part}\n---\n{whole}");
        }
        let read = session(&book, book.pages[2].session.id, &WITH_PRIVATE, &labels).expect("a session");
        assert!(read.starts_with("## 3. ") && read.contains("kort") && read.contains("drie"), "{read}");
    }

    #[test]
    fn a_private_session_stays_behind_and_leaves_no_gap() {
        let mut book = book(&["een", "twee"]);
        book.pages[0].session.private = true;
        let labels = Labels::dutch_for_tests();
        let of =
            |page: usize, options: Options| session(&book, book.pages[page].session.id, &options, &labels);
        assert_eq!(of(0, Options::default()), None);
        assert!(of(1, Options::default()).is_some_and(|text| text.starts_with("## 1. ")));
        assert!(of(1, WITH_PRIVATE).is_some_and(|text| text.starts_with("## 2. ")));
        assert_eq!(session(&book, SessionId::fresh(), &WITH_PRIVATE, &labels), None);
    }
}
