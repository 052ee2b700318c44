//! The words of a document, handed in by whoever knows the language of the reader.
//!
//! The messages themselves are in `i18n`; here is only which words a document needs.

use crate::domain::language::Language;

/// Every word that a document needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// The language that dates are written in.
    pub language: Language,
    /// Who hands the document over, with their organisation. The only one that is no word of the language: it comes the same
    /// way, and is in a document only where somebody said who they are.
    pub author: Option<String>,
    /// In front of who hands a report over: "van".
    pub from: String,
    /// A day or session without a title.
    pub untitled: String,
    /// What the day is about.
    pub theme: String,
    /// Who organises the day.
    pub organiser: String,
    /// The heading of the programme.
    pub programme: String,
    /// An item of the programme, in lower case: "onderdeel 3".
    pub session: String,
    /// A session that is no longer on the programme.
    pub cancelled: String,
    /// A point list without a title.
    pub list: String,
    /// The kind of a line that is an agreement.
    pub decision: String,
    /// The kind of a line that is a question.
    pub question: String,
    /// The kind of a line that is a figure.
    pub figure: String,
    /// A line that is private but was asked for.
    pub private: String,
    /// The heading of the overview of the day.
    pub overview: String,
    /// The heading of its actions.
    pub actions: String,
    /// The heading of its agreements.
    pub decisions: String,
    /// The heading of its questions.
    pub questions: String,
    /// The heading of its figures.
    pub figures: String,
    /// The heading of its quotes.
    pub quotes: String,
    /// The heading of its trends.
    pub trends: String,
    /// The heading of further reading.
    pub links: String,
    /// The heading of main points.
    pub main_points: String,
    /// The heading of what is taken home.
    pub take_home: String,
    /// The heading of whom was spoken with.
    pub spoke_with: String,
    /// The heading of what the room made of points.
    pub outcomes: String,
    /// What the room made of a point.
    pub outcome: String,
    /// Hands that went up.
    pub hands: String,
    /// Those for.
    pub agree: String,
    /// Those against.
    pub disagree: String,
    /// Those who do not know.
    pub unsure: String,
    /// Arguments for.
    pub pros: String,
    /// Arguments against.
    pub cons: String,
    /// A trend that does not play.
    pub rating_not: String,
    /// A trend that plays at times.
    pub rating_sometimes: String,
    /// A trend that plays strongly.
    pub rating_strong: String,
    /// Points that no list has any more.
    pub gone: String,
    /// How many points of a list were ticked, `%n` of `%m`.
    pub ticked: String,
    /// The column of the numbers of sessions.
    pub number: String,
    /// The column of times.
    pub time: String,
    /// The column of sessions.
    pub item: String,
    /// The column of several sessions.
    pub items: String,
    /// The column of who speaks.
    pub speaker: String,
    /// The column of rooms.
    pub room: String,
    /// The column of names.
    pub name: String,
    /// The column of organisations.
    pub organisation: String,
    /// The column of what was spoken about.
    pub about: String,
    /// The column of what comes next.
    pub follow_up: String,
    /// The heading of the lines of a note.
    pub notes: String,
    /// The column of what is to be done.
    pub what: String,
    /// The column of who does it.
    pub who: String,
    /// The column of when it is to be done.
    pub due: String,
    /// The column of trends.
    pub trend: String,
    /// The column of numbers of lines.
    pub line_count: String,
    /// What a report for colleagues is called.
    pub report: String,
    /// The heading of its summary.
    pub in_short: String,
    /// Somebody of the day who is not named.
    pub participant: String,
    /// A number of lines.
    pub lines: Plural,
    /// The sentence about the private lines that were left out.
    pub private_left_out: Plural,
}

/// A message about a number, with `%n` where the number goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plural {
    /// For exactly one.
    pub one: String,
    /// For any other number.
    pub other: String,
}

impl Plural {
    /// The message about `count`.
    #[must_use]
    pub fn of(&self, count: usize) -> String {
        let message = if count == 1 { &self.one } else { &self.other };
        message.replace("%n", &count.to_string())
    }
}

#[cfg(test)]
impl Labels {
    /// Dutch words, for tests that should not depend on the messages.
    #[must_use]
    pub fn dutch_for_tests() -> Self {
        Self {
            language: Language::Dutch,
            author: None,
            from: "Van".to_owned(),
            untitled: "Zonder titel".to_owned(),
            theme: "Thema".to_owned(),
            organiser: "Organisatie".to_owned(),
            programme: "Programma".to_owned(),
            session: "onderdeel".to_owned(),
            cancelled: "niet meer in het programma".to_owned(),
            list: "Lijst".to_owned(),
            decision: "Afspraak".to_owned(),
            question: "Vraag".to_owned(),
            figure: "Cijfer".to_owned(),
            private: "alleen voor mij".to_owned(),
            overview: "Overzicht".to_owned(),
            actions: "Acties".to_owned(),
            decisions: "Afspraken".to_owned(),
            questions: "Vragen".to_owned(),
            figures: "Cijfers".to_owned(),
            quotes: "Citaten".to_owned(),
            trends: "Trends".to_owned(),
            links: "Links".to_owned(),
            main_points: "Kernpunten".to_owned(),
            take_home: "Mee naar huis".to_owned(),
            spoke_with: "Gesproken".to_owned(),
            outcomes: "Uitkomsten".to_owned(),
            outcome: "Uitkomst".to_owned(),
            hands: "Handen".to_owned(),
            agree: "eens".to_owned(),
            disagree: "oneens".to_owned(),
            unsure: "weet niet".to_owned(),
            pros: "Voor".to_owned(),
            cons: "Tegen".to_owned(),
            rating_not: "niet".to_owned(),
            rating_sometimes: "soms".to_owned(),
            rating_strong: "sterk".to_owned(),
            gone: "Niet meer in de lijst".to_owned(),
            ticked: "%n van %m".to_owned(),
            number: "Nr".to_owned(),
            time: "Tijd".to_owned(),
            item: "Onderdeel".to_owned(),
            items: "Onderdelen".to_owned(),
            speaker: "Spreker".to_owned(),
            room: "Zaal".to_owned(),
            name: "Naam".to_owned(),
            organisation: "Gemeente of organisatie".to_owned(),
            about: "Waarover".to_owned(),
            follow_up: "Vervolg".to_owned(),
            notes: "Notities".to_owned(),
            what: "Wat".to_owned(),
            who: "Wie".to_owned(),
            due: "Vóór".to_owned(),
            trend: "Trend".to_owned(),
            line_count: "Regels".to_owned(),
            report: "Terugkoppeling voor collega’s".to_owned(),
            in_short: "In het kort".to_owned(),
            participant: "een deelnemer".to_owned(),
            lines: Plural { one: "%n regel".to_owned(), other: "%n regels".to_owned() },
            private_left_out: Plural {
                one: "%n regel is weggelaten (alleen voor mij).".to_owned(),
                other: "%n regels zijn weggelaten (alleen voor mij).".to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_its_own_form() {
        let lines = Labels::dutch_for_tests().lines;
        assert_eq!(lines.of(0), "0 regels");
        assert_eq!(lines.of(1), "1 regel");
        assert_eq!(lines.of(1351), "1351 regels");
    }
}
