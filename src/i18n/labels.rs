//! The words of an exported document, out of the messages of a language.
//!
//! Which words a document needs is decided in [`crate::export::labels`].

use super::Texts;
use crate::domain::sheet::Rating;
use crate::export::labels::{Labels, Plural};

impl Texts {
    /// The words of a document in this language.
    #[must_use]
    pub fn labels(&self) -> Labels {
        let word = |name: &str| self.get(name).to_owned();
        let plural = |one: &str, other: &str| Plural { one: word(one), other: word(other) };
        Labels {
            language: self.language(),
            author: None,
            from: word("export-from"),
            untitled: word("export-untitled"),
            theme: word("export-theme"),
            organiser: word("export-organiser"),
            programme: word("export-programme"),
            session: word("export-session"),
            cancelled: word("export-cancelled"),
            list: word("export-list"),
            decision: word("export-decision"),
            question: word("export-question"),
            figure: word("export-figure"),
            private: word("export-private"),
            overview: word("export-overview"),
            actions: word("export-actions"),
            decisions: word("export-decisions"),
            questions: word("export-questions"),
            figures: word("export-figures"),
            quotes: word("export-quotes"),
            trends: word("export-trends"),
            links: word("export-links"),
            main_points: word("main-points"),
            take_home: word("take-home"),
            spoke_with: word("spoke-with"),
            outcomes: word("export-outcomes"),
            outcome: word("point-outcome"),
            hands: word("export-hands"),
            agree: word("hands-agree"),
            disagree: word("hands-disagree"),
            unsure: word("hands-unsure"),
            pros: word("export-pros"),
            cons: word("export-cons"),
            rating_not: self.rating(Rating::Not).to_owned(),
            rating_sometimes: self.rating(Rating::Sometimes).to_owned(),
            rating_strong: self.rating(Rating::Strong).to_owned(),
            gone: word("points-gone"),
            ticked: word("export-ticked"),
            number: word("export-number"),
            time: word("export-time"),
            item: word("export-item"),
            items: word("export-items"),
            speaker: word("export-speaker"),
            room: word("export-room"),
            name: word("contact-name"),
            organisation: word("contact-organisation"),
            about: word("contact-about"),
            follow_up: word("contact-follow-up"),
            notes: word("export-notes"),
            what: word("export-what"),
            who: word("export-who"),
            due: word("export-due"),
            trend: word("export-trend"),
            line_count: word("export-line-count"),
            report: word("export-report"),
            in_short: word("export-in-short"),
            participant: word("export-participant"),
            lines: plural("export-lines-one", "export-lines-other"),
            private_left_out: plural("export-private-left-out-one", "export-private-left-out-other"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    #[test]
    fn every_word_of_a_document_exists_in_every_language() {
        for language in Language::ALL {
            // A message that does not exist shows its own name, and all names start alike.
            let labels = format!("{:?}", Texts::new(language).labels());
            assert!(!labels.contains("export-"), "{labels}");
        }
    }

    #[test]
    fn sentences_about_a_number_say_the_number() {
        for language in Language::ALL {
            let labels = Texts::new(language).labels();
            for plural in [&labels.lines, &labels.private_left_out] {
                assert!(plural.of(1).contains('1'));
                assert!(plural.of(47).contains("47"));
            }
        }
    }

    #[test]
    fn the_tests_of_the_documents_use_the_dutch_words() {
        assert_eq!(Texts::new(Language::Dutch).labels(), Labels::dutch_for_tests());
    }
}
