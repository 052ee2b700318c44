//! What came of one day or of several: actions, agreements, questions, quotes, figures, what was discussed, and the lines
//! that are important or just for me.
//!
//! The lists are places in the entries, so that a line that is ticked or filtered away is looked up and not copied. A kind
//! that still waits for its words is in none of them, as in the panel beside a note and in the exports.

use std::sync::Arc;

use super::entry::{Entry, Origin, origins};
use super::filter::Filter;
use crate::domain::book::{Book, Page};
use crate::domain::line::{self, LineKind};
use crate::domain::people;
use crate::domain::points::PointListKind;
use crate::domain::sheet::{Hands, PointNote, PointPlace, Rating};
use crate::domain::trend::fold;

/// The lists, each of places in the entries that they were made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Actions: open ones first, then those that are due first, then by whom, then as they were noted.
    pub actions: Vec<usize>,
    /// How many of them, from the first, are open.
    pub open_actions: usize,
    /// Agreements, as they were noted.
    pub decisions: Vec<usize>,
    /// Questions, as they were noted.
    pub questions: Vec<usize>,
    /// How many of them nothing answers.
    pub open_questions: usize,
    /// Quotes, as they were noted.
    pub quotes: Vec<usize>,
    /// Figures, as they were noted.
    pub figures: Vec<usize>,
    /// Important lines, of any kind.
    pub starred: Vec<usize>,
    /// Lines just for me, of any kind.
    pub private: Vec<usize>,
    /// Points that were discussed, by their place among those.
    pub points: Vec<usize>,
}

/// A point that the room was asked about, with what came of it. Texts are as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussed {
    /// The session that it belongs to.
    pub origin: Arc<Origin>,
    /// Where it is among the lists of the session; `None` for a point that no list has any more.
    pub place: Option<PointPlace>,
    /// What its list is called; may be empty.
    pub list: String,
    /// Its number in its list, from 1.
    pub number: usize,
    /// The point as its list words it.
    pub label: String,
    /// A shorter label; empty for none.
    pub short: String,
    /// The tag of its trend.
    pub tag: Option<String>,
    /// How much it plays.
    pub rating: Option<Rating>,
    /// A remark.
    pub remark: String,
    /// What the room made of it.
    pub outcome: String,
    /// How many hands went up.
    pub hands: Hands,
    /// Arguments for.
    pub pros: Vec<String>,
    /// Arguments against.
    pub cons: Vec<String>,
    /// Just for me: by its session, or because something of it is marked so.
    pub private: bool,
}

/// The order of a table of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureOrder {
    /// As they were noted, session by session.
    #[default]
    Programme,
    /// By the number, the largest first.
    Value,
    /// By what the number is about, from A to Z.
    What,
}

impl FigureOrder {
    /// Every order, as they are offered.
    pub const ALL: [Self; 3] = [Self::Programme, Self::Value, Self::What];
}

impl Overview {
    /// The lists of what the filter leaves of these entries and points.
    #[must_use]
    pub fn of(entries: &[Entry], points: &[Discussed], filter: &Filter) -> Self {
        let mut overview = Self { points: filter.points(points), ..Self::default() };
        for index in filter.entries(entries) {
            if let Some(entry) = entries.get(index).filter(|entry| !entry.is_blank()) {
                overview.add(index, entry);
            }
        }
        overview.actions.sort_by_cached_key(|index| entries.get(*index).map(urgency));
        overview
    }

    fn add(&mut self, index: usize, entry: &Entry) {
        match entry.kind {
            LineKind::Action => {
                self.actions.push(index);
                self.open_actions += usize::from(!entry.done);
            }
            LineKind::Decision => self.decisions.push(index),
            LineKind::Question => {
                self.questions.push(index);
                self.open_questions += usize::from(!entry.answered);
            }
            LineKind::Quote => self.quotes.push(index),
            LineKind::Figure => self.figures.push(index),
            LineKind::Remark | LineKind::Heading => {}
        }
        if entry.starred {
            self.starred.push(index);
        }
        if entry.private {
            self.private.push(index);
        }
    }

    /// The figures in another order; `entries` are those that the overview was made of.
    #[must_use]
    pub fn figures_by(&self, entries: &[Entry], order: FigureOrder) -> Vec<usize> {
        let mut figures = self.figures.clone();
        let figure = |index: &usize| entries.get(*index).and_then(|entry| entry.figure.as_ref());
        let value = |index: &usize| figure(index).map_or(f64::NEG_INFINITY, |figure| figure.value);
        let what = |index: &usize| figure(index).and_then(|figure| figure.what.as_deref()).map(fold);
        match order {
            FigureOrder::Programme => {}
            FigureOrder::Value => figures.sort_by(|one, other| value(other).total_cmp(&value(one))),
            // What says nothing comes last.
            FigureOrder::What => figures.sort_by_cached_key(|index| (what(index).is_none(), what(index))),
        }
        figures
    }
}

/// Sorts open before done, the earliest date first, then by the name that an action has first. What has none comes last.
fn urgency(action: &Entry) -> impl Ord + use<> {
    let who = action.mentions.first().map(|name| people::key(name));
    (action.done, action.due.is_none(), action.due, who.is_none(), who)
}

impl Discussed {
    /// Everything that it says.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let one = [&self.label, &self.short, &self.remark, &self.outcome];
        one.into_iter().chain(&self.pros).chain(&self.cons).map(String::as_str).collect()
    }

    /// The label to show: the short one, where there is one.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.short.is_empty() { &self.label } else { &self.short }
    }
}

/// The points of a book of which somebody noted what came of them, in the order of the day: those that were put to the room,
/// and whatever other point has an outcome.
#[must_use]
pub fn discussed(book: &Book) -> Vec<Discussed> {
    let pages = book.pages.iter().zip(origins(book));
    pages
        .filter(|(page, _)| !page.sheet.marks.is_empty())
        .flat_map(|(page, origin)| of_page(page, &origin))
        .collect()
}

fn of_page(page: &Page, origin: &Arc<Origin>) -> Vec<Discussed> {
    let mut sheet = page.sheet.tidied();
    sheet.settle(&page.session.facts.lists);
    let mut points = Vec::new();
    let lists = page.lists().enumerate().filter(|(_, list)| list.kind != PointListKind::Evaluation);
    for (nth, list) in lists {
        for (at, point) in list.points.iter().enumerate() {
            let place = PointPlace { list: nth, point: at };
            let note = sheet.note_at(place);
            let is_asked = |note: &&PointNote| list.kind == PointListKind::Discussion || has_outcome(note);
            let Some(note) = note.filter(is_asked) else { continue };
            points.push(Discussed {
                place: Some(place),
                list: list.title.trim().to_owned(),
                tag: point.tag.clone(),
                ..Discussed::new(origin, at + 1, &point.label, note)
            });
        }
    }
    let gone = sheet.marks.iter().filter(|mark| mark.place.is_none() && has_outcome(&mark.note));
    points.extend(
        (1..).zip(gone).map(|(number, mark)| Discussed::new(origin, number, &mark.label, &mark.note)),
    );
    for point in &mut points {
        let is_marked = |text: &str| line::parse(text).private;
        point.private = origin.private || is_marked(&point.list) || point.texts().into_iter().any(is_marked);
    }
    points
}

fn has_outcome(note: &PointNote) -> bool {
    let texts = [&note.outcome, &note.pros, &note.cons];
    !note.hands.is_empty() || !texts.into_iter().all(|text| line::is_blank(text))
}

impl Discussed {
    fn new(origin: &Arc<Origin>, number: usize, label: &str, note: &PointNote) -> Self {
        let lines = |text: &String| {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        Self {
            origin: Arc::clone(origin),
            place: None,
            list: String::new(),
            number,
            label: label.trim().to_owned(),
            short: note.short.trim().to_owned(),
            tag: None,
            rating: note.rating,
            remark: note.remark.trim().to_owned(),
            outcome: note.outcome.trim().to_owned(),
            hands: note.hands,
            pros: lines(&note.pros),
            cons: lines(&note.cons),
            private: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;
    use crate::domain::query::Selection;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::{any_book, book, day_of, few, list};
    use crate::domain::sheet::Mark;

    fn bodies(entries: &[Entry], places: &[usize]) -> Vec<String> {
        places.iter().map(|index| entries[*index].body.clone()).collect()
    }

    fn overview(book: &Book) -> (Vec<Entry>, Overview) {
        let entries = entries(book);
        let overview = Overview::of(&entries, &discussed(book), &Filter::default());
        (entries, overview)
    }

    #[test]
    fn open_actions_come_first_then_what_is_due_first_then_whose_they_are() {
        let note = "- [x] klaar vóór 1 april\n- [ ] wacht\n- [ ] van Noor @Noor\n- [ ] van Bram @Bram\n\
            - [ ] later vóór 12 mei\n- [ ] eerder vóór 12 april\n- [ ] ";
        let (entries, overview) = overview(&day_of("2023-03-16", &[("a", note)]));
        let expected = [
            "eerder vóór 12 april",
            "later vóór 12 mei",
            "van Bram @Bram",
            "van Noor @Noor",
            "wacht",
            "klaar vóór 1 april",
        ];
        assert_eq!(bodies(&entries, &overview.actions), expected);
        assert_eq!(overview.open_actions, 5);
    }

    #[test]
    fn lines_are_in_the_list_of_their_kind_and_of_each_of_their_marks() {
        let note = "★ privé: afspraak: samen\nvraag: wie?\n  wij\nvraag: wat?\n! zomaar\n> mooi\n# kop";
        let (entries, overview) = overview(&book(&[("a", note)]));
        assert_eq!(bodies(&entries, &overview.decisions), ["samen"]);
        assert_eq!(bodies(&entries, &overview.questions), ["wie?", "wat?"]);
        assert_eq!(overview.open_questions, 1);
        assert_eq!(bodies(&entries, &overview.quotes), ["mooi"]);
        assert_eq!(bodies(&entries, &overview.starred), ["samen", "zomaar"]);
        assert_eq!(bodies(&entries, &overview.private), ["samen"]);
    }

    #[test]
    fn figures_are_sorted_by_number_and_by_what_they_are_about() {
        let note = "cijfer: 12 scholen\ncijfer: 70 % van de wijken\ncijfer: 9\ncijfer: 40 agenten";
        let (entries, overview) = overview(&book(&[("a", note)]));
        let values = |order| -> Vec<f64> {
            let figures = overview.figures_by(&entries, order);
            figures
                .iter()
                .filter_map(|index| entries[*index].figure.as_ref().map(|figure| figure.value))
                .collect()
        };
        assert_eq!(values(FigureOrder::Programme), [12.0, 70.0, 9.0, 40.0]);
        assert_eq!(values(FigureOrder::Value), [70.0, 40.0, 12.0, 9.0]);
        assert_eq!(values(FigureOrder::What), [40.0, 12.0, 70.0, 9.0]);
    }

    #[test]
    fn points_that_the_room_was_asked_about_come_with_what_came_of_them() {
        let mut book = book(&[("a", ""), ("b", "")]);
        let page = &mut book.pages[1];
        page.session.facts.lists = vec![
            list(PointListKind::Discussion, &["Wie zijn we?", "Is het oké?"]),
            list(PointListKind::Plain, &["Regels", "Geld"]),
        ];
        let mark = |list, point, label: &str, note| Mark {
            place: Some(PointPlace { list, point }),
            label: label.to_owned(),
            note,
        };
        let hands = Hands { agree: Some(12), ..Hands::default() };
        page.sheet.marks = vec![
            mark(
                0,
                1,
                "Is het oké?",
                PointNote { hands, pros: "ja\n // stil".into(), ..PointNote::default() },
            ),
            mark(1, 0, "Regels", PointNote { ticked: true, ..PointNote::default() }),
            mark(1, 1, "Geld", PointNote { outcome: " meer ".to_owned(), ..PointNote::default() }),
            mark(1, 7, "Weg", PointNote { outcome: "met @Bram".to_owned(), ..PointNote::default() }),
        ];
        let points = discussed(&book);
        let said: Vec<(&str, usize, &str, bool)> = points
            .iter()
            .map(|point| (point.shown(), point.number, point.outcome.as_str(), point.private))
            .collect();
        assert_eq!(
            said,
            [("Is het oké?", 2, "", true), ("Geld", 2, "meer", false), ("Weg", 1, "met @Bram", false)]
        );
        assert_eq!(points[0].hands.agree, Some(12));
        assert_eq!(points[2].place, None);

        let of = |filter: Filter| filter.points(&points);
        assert_eq!(of(Filter { person: vec!["bram".to_owned()], ..Filter::default() }), [2]);
        assert_eq!(of(Filter { text: "STIL".to_owned(), ..Filter::default() }), [0]);
        assert_eq!(of(Filter { trend: Some("geld".to_owned()), ..Filter::default() }), [1]);
        assert_eq!(
            of(Filter { session: Some(book.pages[0].session.id), ..Filter::default() }),
            Vec::<usize>::new()
        );
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn every_list_holds_what_is_selected_by_kind(book in any_book()) {
            let (entries, overview) = overview(&book);
            let lists = [
                (LineKind::Action, &overview.actions),
                (LineKind::Decision, &overview.decisions),
                (LineKind::Question, &overview.questions),
                (LineKind::Quote, &overview.quotes),
                (LineKind::Figure, &overview.figures),
            ];
            for (kind, list) in lists {
                let mut found: Vec<_> = list.iter().map(|index| entries[*index].id).collect();
                let selection = Selection { kind: Some(kind), include_private: true, ..Selection::default() };
                let selected = book.select(&selection).into_iter();
                let mut selected: Vec<_> = selected
                    .filter(|remark| !remark.parsed.is_blank())
                    .map(|remark| remark.line.id)
                    .collect();
                found.sort_unstable();
                selected.sort_unstable();
                prop_assert_eq!(found, selected);
            }
        }

        #[test]
        fn two_days_hold_what_each_of_them_holds(one in any_book(), other in any_book()) {
            let lists = |books: &[&Book]| {
                let entries: Vec<Entry> = books.iter().flat_map(|book| entries(book)).collect();
                let overview = Overview::of(&entries, &[], &Filter::default());
                [overview.actions.len(), overview.open_actions, overview.questions.len(), overview.private.len()]
            };
            let (first, second) = (lists(&[&one]), lists(&[&other]));
            let sum: Vec<usize> = first.into_iter().zip(second).map(|(one, other)| one + other).collect();
            prop_assert_eq!(lists(&[&one, &other]).to_vec(), sum);
        }
    }
}
