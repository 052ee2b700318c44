//! What was understood of a line beyond its kind, for showing it behind the line: when an action is due, the share that
//! a figure is, that a quote names nobody, that a remark could be a figure.
//!
//! Only says it. The words are the window's, and mending a wrong reading is done in `edit::mend`.

use chrono::{Datelike as _, Months, NaiveDate};

use super::{Line, LineKind};

/// What a line is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// A date without a year is the first one on or after this.
    pub day: NaiveDate,
    /// Whether exactly one person speaks in the session: words in quotation marks are then that person's.
    pub has_one_speaker: bool,
}

/// What was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Understood {
    /// An action is due on this date.
    Due(NaiveDate),
    /// An action is due on a date that does not exist, such as 31 April.
    NoSuchDate,
    /// A figure is a part of a whole.
    Share {
        /// The part.
        value: f64,
        /// The whole, more than 0.
        of: f64,
        /// The part in percent of the whole.
        percent: f64,
    },
    /// A figure is this number: it is written with a word such as `miljoen`.
    Number(f64),
    /// A quote of which nobody knows whose words they are.
    FromWhom,
    /// A remark with a number that could be a figure.
    CouldBeFigure,
}

impl Line {
    /// What there is to show of this line; nothing when its text says it all.
    #[must_use]
    pub fn understood(&self, context: Context) -> Option<Understood> {
        match self.kind {
            LineKind::Action => {
                let due = self.due.as_ref()?;
                Some(due.resolve(context.day).map_or(Understood::NoSuchDate, Understood::Due))
            }
            LineKind::Figure => self.figure_understood(),
            LineKind::Quote if !self.is_blank() => {
                let is_known = self.source.is_some() || self.literal && context.has_one_speaker;
                (!is_known).then_some(Understood::FromWhom)
            }
            LineKind::Remark if self.offers_figure => Some(Understood::CouldBeFigure),
            _ => None,
        }
    }

    fn figure_understood(&self) -> Option<Understood> {
        let figure = self.figure.as_ref()?;
        match (figure.of, figure.share()) {
            (Some(of), Some(percent)) => Some(Understood::Share { value: figure.value, of, percent }),
            // Smaller numbers are written as they are; from here on words such as "miljoen" are used.
            _ => (figure.value.abs() >= 1e6).then_some(Understood::Number(figure.value)),
        }
    }

    /// The other dates that the due date of an action could be: day and month the other way round, a year later.
    #[must_use]
    pub fn other_due_dates(&self, context: Context) -> Vec<NaiveDate> {
        let Some(due) = &self.due else { return Vec::new() };
        let read = due.resolve(context.day);
        let turned = super::Due { day: due.month, month: due.day, ..due.clone() };
        let turned = (due.can_turn && due.day <= 12).then(|| turned.resolve(context.day)).flatten();
        let later = read.and_then(|date| date.checked_add_months(Months::new(12)));
        let later = later.filter(|date| due.year.is_none() && date.day() == due.day);
        [turned, later].into_iter().flatten().filter(|date| Some(*date) != read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn context() -> Context {
        Context { day: date("2023-03-16"), has_one_speaker: true }
    }

    fn understood(text: &str) -> Option<Understood> {
        parse(text).understood(context())
    }

    #[test]
    fn a_due_date_is_the_first_one_from_the_day_on() {
        assert_eq!(understood("- [ ] bellen vóór 12 april"), Some(Understood::Due(date("2023-04-12"))));
        assert_eq!(understood("- [ ] bellen voor 1-2"), Some(Understood::Due(date("2024-02-01"))));
        assert_eq!(understood("- [ ] bellen vóór 31 april"), Some(Understood::NoSuchDate));
        assert_eq!(understood("- [ ] bellen"), None);
        assert_eq!(understood("bellen vóór 12 april"), None, "a remark is not due");
    }

    #[test]
    fn a_share_is_worked_out_and_a_plain_number_needs_no_words() {
        let Some(Understood::Share { value, of, percent }) = understood("cijfer: 47 van 258 respondenten")
        else {
            panic!("a share");
        };
        assert_eq!((value, of, percent.round()), (47.0, 258.0, 18.0));
        assert_eq!(understood("cijfer: 70 % ziet meer demonstraties"), None);
        assert_eq!(understood("cijfer: 1,5 miljoen euro"), Some(Understood::Number(1_500_000.0)));
    }

    #[test]
    fn a_quote_that_names_nobody_asks_who() {
        assert_eq!(understood("citaat: blijf praten"), Some(Understood::FromWhom));
        assert_eq!(understood("'blijf praten'"), None, "the only speaker says it");
        assert_eq!(understood("citaat: blijf praten — Samira"), None);
        assert_eq!(understood("> "), None, "nothing is quoted yet");
        let two = Context { has_one_speaker: false, ..context() };
        assert_eq!(parse("'blijf praten'").understood(two), Some(Understood::FromWhom));
    }

    #[test]
    fn a_remark_with_a_share_could_be_a_figure() {
        assert_eq!(understood("47 van 258 respondenten"), Some(Understood::CouldBeFigure));
        assert_eq!(understood("om 9:30 weer hier"), None);
    }

    #[test]
    fn other_readings_of_a_date_are_the_other_way_round_and_later() {
        let others = |text: &str| parse(text).other_due_dates(context());
        assert_eq!(others("- [ ] bellen voor 4-12"), [date("2023-04-12"), date("2024-12-04")]);
        assert_eq!(others("- [ ] bellen vóór 30 maart"), [date("2024-03-30")]);
        assert_eq!(
            others("- [ ] bellen vóór 4 december"),
            [date("2024-12-04")],
            "a month in words is that month"
        );
        assert_eq!(
            others("- [ ] bellen 2023-04-12"),
            Vec::<NaiveDate>::new(),
            "and so is the middle one here"
        );
        assert_eq!(others("- [ ] bellen 2023-05-05"), Vec::<NaiveDate>::new());
        assert_eq!(others("- [ ] bellen"), Vec::<NaiveDate>::new());
    }
}
