//! Which lines are wanted: of which days, sessions, trend and person, and with which words.
//!
//! A filter only leaves out. How what is left is ordered and grouped is for others to say.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::entry::{Entry, Origin};
use super::overview::Discussed;
use crate::domain::id::{DayId, SessionId};
use crate::domain::line;
use crate::domain::people;
use crate::domain::trend::{self, fold};

/// What is wanted; what is left empty does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of these days.
    pub days: Vec<DayId>,
    /// Only on this date or later. What has no date is not.
    pub from: Option<NaiveDate>,
    /// Only on this date or earlier. What has no date is not.
    pub until: Option<NaiveDate>,
    /// Only of this session.
    pub session: Option<SessionId>,
    /// Only with this trend, in any spelling or alias that its day knows.
    pub trend: Option<String>,
    /// Only where somebody is named or quoted by one of these names, which are compared as those of people are.
    pub person: Vec<String>,
    /// Only with each of these words in the line as typed, whatever their case and accents; also a part of a word.
    pub text: String,
}

impl Filter {
    /// Whether everything is wanted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Self { text: self.text.trim().to_owned(), ..self.clone() } == Self::default()
    }

    /// The lines that are wanted, by their place in `entries`, in that order.
    #[must_use]
    pub fn entries(&self, entries: &[Entry]) -> Vec<usize> {
        let mut sieve = Sieve::new(self);
        entries.iter().enumerate().filter(|(_, entry)| sieve.takes(entry)).map(|(index, _)| index).collect()
    }

    /// The points that are wanted, by their place in `points`, in that order.
    #[must_use]
    pub fn points(&self, points: &[Discussed]) -> Vec<usize> {
        let mut sieve = Sieve::new(self);
        let wanted = points.iter().enumerate().filter(|(_, point)| sieve.takes_point(point));
        wanted.map(|(index, _)| index).collect()
    }
}

/// A filter that is being applied: what it asks for is worked out once.
struct Sieve<'a> {
    filter: &'a Filter,
    /// The words of the text in the form in which texts are compared.
    words: Vec<String>,
    /// The names in the form in which they are compared.
    names: Vec<String>,
    /// The trend as each day spells it, in the form in which tags are compared.
    tags: HashMap<DayId, String>,
}

impl<'a> Sieve<'a> {
    fn new(filter: &'a Filter) -> Self {
        let names = filter.person.iter().map(|name| people::key(name)).filter(|key| !key.is_empty());
        Self {
            filter,
            words: filter.text.split_whitespace().map(fold).collect(),
            names: names.collect(),
            tags: HashMap::new(),
        }
    }

    fn takes(&mut self, entry: &Entry) -> bool {
        let named = entry.mentions.iter().chain(&entry.source).map(String::as_str);
        let named = named.chain(entry.source_name());
        self.takes_origin(&entry.origin)
            && self.takes_trends(&entry.origin, entry.trends.iter())
            && self.takes_names(named)
            && self.takes_texts(&[&entry.text])
    }

    fn takes_point(&mut self, point: &Discussed) -> bool {
        let texts = point.texts();
        let parsed: Vec<line::Line> = texts.iter().map(|text| line::parse(text)).collect();
        let named = parsed.iter().flat_map(|line| &line.mentions).map(|mention| mention.name.as_str());
        self.takes_origin(&point.origin)
            && self.takes_trends(&point.origin, point.tag.iter())
            && self.takes_names(named)
            && self.takes_texts(&texts)
    }

    fn takes_origin(&self, origin: &Origin) -> bool {
        let Filter { days, from, until, session, .. } = self.filter;
        let is_in = |fits: &dyn Fn(NaiveDate) -> bool| origin.date.is_some_and(fits);
        (days.is_empty() || days.contains(&origin.day.id))
            && from.is_none_or(|from| is_in(&|date| date >= from))
            && until.is_none_or(|until| is_in(&|date| date <= until))
            && session.is_none_or(|session| session == origin.session)
    }

    fn takes_trends<'b>(&mut self, origin: &Origin, mut tags: impl Iterator<Item = &'b String>) -> bool {
        let Some(wanted) = &self.filter.trend else { return true };
        let wanted = self.tags.entry(origin.day.id).or_insert_with(|| {
            let known = trend::find(&origin.day.trends, wanted).map_or(wanted.as_str(), |known| &known.tag);
            trend::normalise(known)
        });
        tags.any(|tag| trend::normalise(tag) == *wanted)
    }

    fn takes_names<'b>(&self, mut named: impl Iterator<Item = &'b str>) -> bool {
        self.filter.person.is_empty() || named.any(|name| self.names.contains(&people::key(name)))
    }

    fn takes_texts(&self, texts: &[&str]) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        self.words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::*;
    use crate::domain::book::Book;
    use crate::domain::query::Selection;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::{any_book, day_of, few};

    fn left(books: &[Book], filter: &Filter) -> Vec<String> {
        let entries: Vec<Entry> = books.iter().flat_map(entries).collect();
        let left = filter.entries(&entries);
        left.into_iter().map(|index| entries[index].body.clone()).collect()
    }

    #[test]
    fn each_part_of_a_filter_leaves_out_what_does_not_fit() {
        let books = [
            day_of(
                "2023-03-16",
                &[("a", "Café dicht #handhaving\nopen @Samira"), ("b", "vraag: wie belt er?")],
            ),
            day_of("2023-05-01", &[("a", "'mooi weer' — Samira\ncafé open #BOA")]),
        ];
        let all = ["Café dicht #handhaving", "open @Samira", "wie belt er?", "mooi weer", "café open #BOA"];
        let is_left = |filter: Filter, expected: &[usize]| {
            let expected: Vec<&str> = expected.iter().map(|index| all[*index]).collect();
            assert_eq!(left(&books, &filter), expected, "{filter:?}");
        };
        is_left(Filter::default(), &[0, 1, 2, 3, 4]);
        is_left(Filter { days: vec![books[1].day.id], ..Filter::default() }, &[3, 4]);
        is_left(Filter { from: "2023-03-17".parse().ok(), ..Filter::default() }, &[3, 4]);
        is_left(Filter { until: "2023-03-16".parse().ok(), ..Filter::default() }, &[0, 1, 2]);
        is_left(Filter { session: Some(books[0].pages[1].session.id), ..Filter::default() }, &[2]);
        is_left(Filter { trend: Some("Handhaving".to_owned()), ..Filter::default() }, &[0, 4]);
        is_left(Filter { person: vec!["SAMIRA".to_owned()], ..Filter::default() }, &[1, 3]);
        is_left(Filter { text: " CAFE open".to_owned(), ..Filter::default() }, &[4]);
        is_left(Filter { person: vec!["!".to_owned()], ..Filter::default() }, &[]);
    }

    #[test]
    fn what_has_no_date_is_in_no_period() {
        let book = crate::domain::review::fixture::book(&[("a", "een")]);
        assert!(left(&[book], &Filter { until: "2999-01-01".parse().ok(), ..Filter::default() }).is_empty());
    }

    #[test]
    fn white_space_alone_asks_for_nothing() {
        assert!(Filter { text: "  ".to_owned(), ..Filter::default() }.is_empty());
        assert!(!Filter { text: "a".to_owned(), ..Filter::default() }.is_empty());
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let trend = proptest::option::of("boa|handhaving|jeugdzorg|NIEUW|wat|niets");
        let person = prop_oneof!["", "Noor", "bram bakker"];
        (trend, person, "(praten|CAFE|é|12|)").prop_map(|(trend, person, text)| Filter {
            trend,
            person: Some(person).filter(|name| !name.is_empty()).into_iter().collect(),
            text,
            ..Filter::default()
        })
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn a_filter_never_invents_a_line_and_two_leave_what_both_leave(
            book in any_book(),
            one in any_filter(),
            other in any_filter(),
        ) {
            let entries = entries(&book);
            let left = one.entries(&entries);
            prop_assert!(left.is_sorted_by(|a, b| a < b));
            prop_assert!(left.iter().all(|index| *index < entries.len()));
            let all = Filter::default().entries(&entries);
            prop_assert_eq!(all, (0..entries.len()).collect::<Vec<_>>());
            let both = Filter {
                trend: one.trend.clone(),
                person: one.person.clone(),
                text: format!("{} {}", one.text, other.text),
                ..Filter::default()
            };
            let words = Filter { text: other.text.clone(), ..Filter::default() }.entries(&entries);
            let expected: Vec<usize> = left.into_iter().filter(|index| words.contains(index)).collect();
            prop_assert_eq!(both.entries(&entries), expected);
        }

        #[test]
        fn the_lines_of_a_trend_are_those_that_the_command_line_gives(book in any_book(), filter in any_filter()) {
            let Some(trend) = filter.trend else { return Ok(()) };
            let entries = entries(&book);
            let wanted = Filter { trend: Some(trend.clone()), ..Filter::default() };
            let found: Vec<_> = wanted.entries(&entries).into_iter().map(|index| entries[index].id).collect();
            let selection = Selection { trend: Some(trend), include_private: true, ..Selection::default() };
            let selected: Vec<_> = book.select(&selection).iter().map(|remark| remark.line.id).collect();
            prop_assert_eq!(found, selected);
        }
    }
}
