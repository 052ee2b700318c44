//! The first page of a document, as Markdown for the screen: what goes out and in which words, whatever the format. Not the
//! document itself, and not what it looks like elsewhere.

use super::labels::Labels;
use super::outline::Outline;
use super::{Counts, Form, Options, markdown, paper, report};
use crate::domain::book::Book;

/// So many lines of Markdown are a page.
const LINES: usize = 120;

/// What a document begins with, and what is in all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstPage {
    /// The first lines, as Markdown.
    pub markdown: String,
    /// Whether more follows.
    pub goes_on: bool,
    /// What the document holds.
    pub counts: Counts,
    /// How many lines are private, whether they go along or not.
    pub private: usize,
}

/// The first page of the document that [`render`](super::render) makes of the same.
#[must_use]
pub fn first_page(form: Form, books: &[Book], options: &Options, labels: &Labels) -> FirstPage {
    let outline = Outline::new(books, &options.in_form(form));
    let (text, counts) = match form {
        Form::Report(_) => on_paper(&report::paper(&outline, options.names, labels)),
        Form::Paper(_) => on_paper(&paper::day::paper(&outline, labels)),
        _ => (markdown::render(&outline, labels), outline.counts()),
    };
    let private = if options.include_private {
        Outline::new(books, &Options { include_private: false, ..*options }).private_left_out
    } else {
        outline.private_left_out
    };
    let page: String = text.split_inclusive('\n').take(LINES).collect();
    FirstPage { goes_on: page.len() < text.len(), markdown: page, counts, private }
}

fn on_paper(paper: &paper::Paper) -> (String, Counts) {
    (markdown::paper::render(paper), paper.counts())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::book;
    use crate::export::{Format, render};

    #[test]
    fn it_counts_as_the_document_does_and_holds_no_private_line() {
        let books = [book(&["een\n// kanarie\ntwee", "drie"])];
        let labels = Labels::dutch_for_tests();
        for format in Format::ALL {
            for include_private in [false, true] {
                let options = Options { include_private, ..Options::default() };
                let form = format.form(format.extension());
                let page = first_page(form, &books, &options, &labels);
                assert_eq!(page.private, 1, "{}", format.name());
                assert_eq!(page.markdown.contains("kanarie"), include_private, "{}", format.name());
                let document = render(form, &books, &options, &labels);
                assert_eq!(page.counts.private_left_out, document.counts.private_left_out);
                if form != Form::CsvLines {
                    assert_eq!(page.counts, document.counts, "{}", format.name());
                }
            }
        }
    }

    #[test]
    fn a_long_day_goes_on_after_the_page() {
        let long = "regel\n".repeat(400);
        let page =
            first_page(Form::Markdown, &[book(&[&long])], &Options::default(), &Labels::dutch_for_tests());
        assert!(page.goes_on && page.markdown.lines().count() == LINES);
        assert_eq!(page.counts.lines, 400);
    }
}
