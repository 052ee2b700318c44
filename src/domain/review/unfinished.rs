//! What is unfinished, step by step: the walk through the day before it is handed over.
//!
//! Says what is left and where it stands. Doing something about it is done where that is done anyway: in the note, in its
//! sheet, at a point.

use std::sync::Arc;

use super::entry::{Entry, Origin, origins};
use crate::domain::book::{Book, Page};
use crate::domain::line::{self, LineKind};
use crate::domain::points::PointListKind;
use crate::domain::sheet::PointPlace;

/// A step of the walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    #[default]
    /// Sessions with a note and without main points.
    MainPoints,
    /// Lines without a trend.
    Trends,
    /// Open actions that are nobody's, or due on no date.
    Actions,
    /// Questions that nothing answers.
    Questions,
    /// What I take home.
    TakeHome,
    /// The evaluation form that the day brings along.
    Evaluation,
    /// Handing it over.
    Export,
}

impl Step {
    /// Every step, in the order of the walk.
    pub const ALL: [Self; 7] = [
        Self::MainPoints,
        Self::Trends,
        Self::Actions,
        Self::Questions,
        Self::TakeHome,
        Self::Evaluation,
        Self::Export,
    ];
}

/// What is unfinished in a day. Lines are given by their place in the entries that it was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// Sessions whose note says something and that have no main points, in the order of the programme.
    pub without_main_points: Vec<Arc<Origin>>,
    /// Lines without a trend that could have one.
    pub without_trend: Vec<usize>,
    /// Open actions that lack something.
    pub actions: Vec<LooseAction>,
    /// Questions that nothing answers.
    pub questions: Vec<usize>,
    /// What is taken home, of each session where something is.
    pub take_home: Vec<TakeHome>,
    /// The questions of the evaluation form; none where the day brings no form.
    pub evaluation: Vec<EvaluationQuestion>,
}

/// An open action that lacks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LooseAction {
    /// Its place in the entries.
    pub entry: usize,
    /// It names nobody who does it.
    pub lacks_person: bool,
    /// It is due on no date, or on one that does not exist.
    pub lacks_date: bool,
}

/// What is taken home of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeHome {
    /// The session.
    pub origin: Arc<Origin>,
    /// The text as it was typed, a thing a line; never blank.
    pub text: String,
}

/// A question of the evaluation form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationQuestion {
    /// The session whose list it is in.
    pub origin: Arc<Origin>,
    /// Where it is among the lists of that session; its answer is the outcome that is noted at this point.
    pub place: PointPlace,
    /// The question.
    pub question: String,
    /// The answer as it was typed; empty while there is none.
    pub answer: String,
}

impl Unfinished {
    /// What is unfinished in a book, of which these are the entries.
    #[must_use]
    pub fn of(book: &Book, entries: &[Entry]) -> Self {
        let mut unfinished = Self::default();
        for (index, entry) in entries.iter().enumerate() {
            unfinished.read(index, entry);
        }
        for (page, origin) in book.pages.iter().zip(origins(book)) {
            unfinished.read_page(page, &origin);
        }
        unfinished
    }

    /// The steps that there are for this day, in order: a form only where the day brings one.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let has_form = !self.evaluation.is_empty();
        Step::ALL.into_iter().filter(move |step| has_form || *step != Step::Evaluation)
    }

    /// How many are left in a step. Taking home asks for one thing in all; handing over is never left.
    #[must_use]
    pub fn left(&self, step: Step) -> usize {
        match step {
            Step::MainPoints => self.without_main_points.len(),
            Step::Trends => self.without_trend.len(),
            Step::Actions => self.actions.len(),
            Step::Questions => self.questions.len(),
            Step::TakeHome => usize::from(self.take_home.is_empty()),
            Step::Evaluation => self.evaluation.iter().filter(|question| question.answer.is_empty()).count(),
            Step::Export => 0,
        }
    }

    /// How many are left in the whole walk.
    #[must_use]
    pub fn left_in_all(&self) -> usize {
        Step::ALL.into_iter().map(|step| self.left(step)).sum()
    }

    /// The first step from `step` on in which something is left, else handing over.
    #[must_use]
    pub fn next_from(&self, step: Step) -> Step {
        let steps = Step::ALL.into_iter().skip_while(|other| *other != step);
        steps.into_iter().find(|step| self.left(*step) > 0).unwrap_or(Step::Export)
    }

    fn read(&mut self, index: usize, entry: &Entry) {
        if entry.lacks_trend() {
            self.without_trend.push(index);
        }
        if entry.is_a(LineKind::Question) && !entry.answered {
            self.questions.push(index);
        }
        if entry.is_a(LineKind::Action) && !entry.done {
            let action = LooseAction {
                entry: index,
                lacks_person: entry.mentions.is_empty(),
                lacks_date: entry.due.is_none(),
            };
            self.actions.extend(Some(action).filter(|action| action.lacks_person || action.lacks_date));
        }
    }

    fn read_page(&mut self, page: &Page, origin: &Arc<Origin>) {
        let is_blank = |text: &String| line::is_blank(text);
        let says_something = page.note.lines().iter().any(|line| !line::is_blank(&line.text));
        if says_something && page.sheet.main_points.iter().all(is_blank) {
            self.without_main_points.push(Arc::clone(origin));
        }
        if !line::is_blank(&page.sheet.take_home) {
            let text = page.sheet.take_home.clone();
            self.take_home.push(TakeHome { origin: Arc::clone(origin), text });
        }
        self.read_form(page, origin);
    }

    fn read_form(&mut self, page: &Page, origin: &Arc<Origin>) {
        let mut forms =
            page.lists().enumerate().filter(|(_, list)| list.kind == PointListKind::Evaluation).peekable();
        if forms.peek().is_none() {
            return;
        }
        let mut sheet = page.sheet.clone();
        sheet.settle(&page.session.facts.lists);
        for (list, form) in forms {
            for (point, question) in form.points.iter().enumerate() {
                let place = PointPlace { list, point };
                let answer = sheet.note_at(place).map(|note| note.outcome.trim().to_owned());
                self.evaluation.push(EvaluationQuestion {
                    origin: Arc::clone(origin),
                    place,
                    question: question.label.clone(),
                    answer: answer.unwrap_or_default(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::{any_book, day_of, few, list};
    use crate::domain::review::matrix::{Columns, TrendMatrix};

    fn unfinished(book: &Book) -> Unfinished {
        Unfinished::of(book, &entries(book))
    }

    #[test]
    fn what_lacks_something_is_left() {
        let note = "- [ ] bellen @Bram vóór 12 april #boa\n- [ ] schrijven #boa\n- [ ] mailen @Noor #boa\n\
            - [ ] nagaan @Noor vóór 31 april #boa\n- [x] klaar #boa\n- [ ] \nvraag: wie? #boa\nzomaar\n# kop";
        let mut book = day_of("2023-03-16", &[("a", note), ("b", "vraag: hoe? #boa\n  zo #boa"), ("c", " ")]);
        book.pages[1].sheet.main_points = vec!["samen".to_owned()];
        let found = unfinished(&book);
        let actions: Vec<(usize, bool, bool)> = found
            .actions
            .iter()
            .map(|action| (action.entry, action.lacks_person, action.lacks_date))
            .collect();
        assert_eq!(actions, [(1, true, true), (2, false, true), (3, false, true)]);
        assert_eq!(
            (found.questions.as_slice(), found.without_trend.as_slice()),
            ([6].as_slice(), [7].as_slice())
        );
        let sessions: Vec<&str> =
            found.without_main_points.iter().map(|origin| origin.title.as_str()).collect();
        assert_eq!(sessions, ["a"]);
        assert_eq!(found.left(Step::TakeHome), 1);
        assert_eq!(found.left_in_all(), 1 + 1 + 3 + 1 + 1);
        assert_eq!(found.next_from(Step::MainPoints), Step::MainPoints);
        assert!(!found.steps().any(|step| step == Step::Evaluation));
    }

    #[test]
    fn a_form_is_a_step_with_its_answers_where_the_day_brings_one() {
        let mut book = day_of("2023-03-16", &[("a", "een #boa")]);
        let page = &mut book.pages[0];
        page.session.facts.lists = vec![list(PointListKind::Evaluation, &["Wat was goed?", "Wat niet?"])];
        page.sheet.main_points = vec!["een".to_owned()];
        page.sheet.take_home = "iets\n".to_owned();
        let place = PointPlace { list: 0, point: 1 };
        page.sheet.change_note(place, "Wat niet?", |note| " de zaal ".clone_into(&mut note.outcome));
        let found = unfinished(&book);
        let form: Vec<(&str, &str)> = found
            .evaluation
            .iter()
            .map(|question| (question.question.as_str(), question.answer.as_str()))
            .collect();
        assert_eq!(form, [("Wat was goed?", ""), ("Wat niet?", "de zaal")]);
        assert_eq!((found.left(Step::Evaluation), found.left_in_all()), (1, 1));
        assert_eq!(found.next_from(Step::MainPoints), Step::Evaluation);
        assert_eq!(found.next_from(Step::Export), Step::Export);
        assert_eq!(found.take_home[0].text, "iets\n");
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn the_walk_and_the_matrix_leave_the_same_lines_without_a_trend(book in any_book()) {
            let entries = entries(&book);
            let found = Unfinished::of(&book, &entries);
            let matrix = TrendMatrix::of(&book, &entries, Columns::WithNotes);
            prop_assert_eq!(&found.without_trend, &matrix.without.lines().collect::<Vec<_>>());
            prop_assert!(found.steps().all(|step| step != Step::Evaluation));
        }
    }
}
