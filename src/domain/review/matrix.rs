//! Trends across the sessions of a day: in how many lines of which session each was heard, and those lines themselves.
//!
//! The counts are those of [`Book::trend_counts`] with the lines just for me. Beside them stands what was noted at the points
//! of lists of trends, which is no mention: a trend that was only ticked or rated has a row without lines.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::entry::{Entry, Origin, origins};
use crate::domain::book::{Book, Page};
use crate::domain::heard;
use crate::domain::id::SessionId;
use crate::domain::line;
use crate::domain::points::PointListKind;
use crate::domain::sheet::{PointPlace, Rating};
use crate::domain::trend::{self, Trend};

/// Which sessions are columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// Those with lines that say something.
    #[default]
    WithNotes,
    /// All of the programme.
    All,
}

/// The order of the trends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the day brings them, then those that were only typed, as they were heard.
    #[default]
    Programme,
    /// In the most lines first.
    Count,
    /// By name, from A to Z.
    Name,
}

impl Order {
    /// Every order, as they are offered.
    pub const ALL: [Self; 3] = [Self::Programme, Self::Count, Self::Name];
}

/// Trends across sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrendMatrix {
    /// The columns, in the order of the programme.
    pub sessions: Vec<Arc<Origin>>,
    /// The trends: those of the day, also where nobody heard of them, those that were only typed, in the order of hearing,
    /// then those of which only a point was ticked or rated.
    pub trends: Vec<TrendRow>,
    /// The lines without a trend that could have one.
    pub without: Row,
    /// The most lines in one cell of a trend.
    pub most: usize,
}

/// A trend across the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendRow {
    /// Its tag.
    pub tag: String,
    /// Its full name; the tag again for a trend that was only typed.
    pub label: String,
    /// Other tags that mean the same.
    pub aliases: Vec<String>,
    /// Whether the day brought it along.
    pub is_known: bool,
    /// Its lines.
    pub row: Row,
    /// What was noted at it in lists of trends, in the order of the day.
    pub points: Vec<TrendPoint>,
}

/// Lines across the sessions, by their place in the entries that the matrix was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// How many there are.
    pub total: usize,
    cells: BTreeMap<usize, Vec<usize>>,
}

/// What was noted at a trend as a point of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendPoint {
    /// The session that the list belongs to.
    pub session: SessionId,
    /// Where it is among the lists of the session.
    pub place: PointPlace,
    /// Its number in the list, from 1.
    pub number: usize,
    /// It came by.
    pub ticked: bool,
    /// How much it plays where I work.
    pub rating: Option<Rating>,
    /// A remark.
    pub remark: String,
}

impl Row {
    /// The lines in a column, in the order of the note.
    #[must_use]
    pub fn cell(&self, column: usize) -> &[usize] {
        self.cells.get(&column).map(Vec::as_slice).unwrap_or_default()
    }

    /// All its lines, in the order of the day.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        self.cells.values().flatten().copied()
    }

    /// The columns that it has lines in, each with those.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.cells.iter().map(|(column, lines)| (*column, lines.as_slice()))
    }

    fn add(&mut self, column: usize, entry: usize) -> usize {
        let cell = self.cells.entry(column).or_default();
        cell.push(entry);
        self.total += 1;
        cell.len()
    }
}

impl TrendRow {
    /// How much the trend plays, by the last session that rated it.
    #[must_use]
    pub fn rating(&self) -> Option<Rating> {
        self.points.iter().rev().find_map(|point| point.rating)
    }

    /// Whether it was ticked anywhere.
    #[must_use]
    pub fn is_ticked(&self) -> bool {
        self.points.iter().any(|point| point.ticked)
    }

    fn of(trend: &Trend) -> Self {
        let Trend { tag, label, aliases } = trend.clone();
        Self { tag, label, aliases, is_known: true, row: Row::default(), points: Vec::new() }
    }

    fn typed(tag: &str, label: &str) -> Self {
        let (tag, label) = (tag.to_owned(), label.to_owned());
        Self { tag, label, aliases: Vec::new(), is_known: false, row: Row::default(), points: Vec::new() }
    }
}

impl TrendMatrix {
    /// The matrix of a book, of which these are the entries.
    #[must_use]
    pub fn of(book: &Book, entries: &[Entry], columns: Columns) -> Self {
        let sessions = columns_of(book, entries, columns);
        let places: HashMap<SessionId, usize> =
            sessions.iter().enumerate().map(|(column, origin)| (origin.session, column)).collect();
        let mut rows = Rows::of_day(&book.day.facts.trends);
        let mut without = Row::default();
        let mut most = 0;
        for (index, entry) in entries.iter().enumerate() {
            let Some(&column) = places.get(&entry.origin.session) else { continue };
            for tag in &entry.trends {
                if let Some(trend) = rows.at(tag, tag) {
                    most = most.max(trend.row.add(column, index));
                }
            }
            if entry.lacks_trend() {
                without.add(column, index);
            }
        }
        for page in &book.pages {
            rows.add_points(page, &book.day.facts.trends);
        }
        Self { sessions, trends: rows.list, without, most }
    }

    /// The places of the trends in this order.
    #[must_use]
    pub fn ordered(&self, order: Order) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.trends.len()).collect();
        let row = |place: &usize| self.trends.get(*place);
        match order {
            Order::Programme => {}
            Order::Count => {
                places.sort_by_key(|place| Reverse(row(place).map_or(0, |trend| trend.row.total)));
            }
            Order::Name => {
                places.sort_by_cached_key(|place| row(place).map(|trend| trend::fold(&trend.label)));
            }
        }
        places
    }

    /// The place of the trend that a tag, in the spelling of the day, means.
    #[must_use]
    pub fn place_of(&self, tag: &str) -> Option<usize> {
        let wanted = trend::normalise(tag);
        self.trends.iter().position(|trend| trend::normalise(&trend.tag) == wanted)
    }

    /// In how many lines of a column there is a trend, each line once for every trend that it carries.
    #[must_use]
    pub fn total_of(&self, column: usize) -> usize {
        self.trends.iter().map(|trend| trend.row.cell(column).len()).sum()
    }
}

fn columns_of(book: &Book, entries: &[Entry], columns: Columns) -> Vec<Arc<Origin>> {
    match columns {
        Columns::All => origins(book),
        Columns::WithNotes => {
            let mut sessions: Vec<Arc<Origin>> =
                entries.iter().map(|entry| Arc::clone(&entry.origin)).collect();
            sessions.dedup_by_key(|origin| origin.session);
            sessions
        }
    }
}

/// The rows as they are filled, found by the tag in the form in which tags are compared.
struct Rows {
    list: Vec<TrendRow>,
    places: HashMap<String, usize>,
}

impl Rows {
    fn of_day(trends: &[Trend]) -> Self {
        let mut rows = Self { list: Vec::new(), places: HashMap::new() };
        for trend in trends {
            let next = rows.list.len();
            if *rows.places.entry(trend::normalise(&trend.tag)).or_insert(next) == next {
                rows.list.push(TrendRow::of(trend));
            }
        }
        rows
    }

    /// The row of a tag in the spelling of the day, which may be new.
    fn at(&mut self, tag: &str, label: &str) -> Option<&mut TrendRow> {
        let next = self.list.len();
        let place = *self.places.entry(trend::normalise(tag)).or_insert(next);
        if place == next {
            self.list.push(TrendRow::typed(tag, label));
        }
        self.list.get_mut(place)
    }

    /// What was noted at the points of a session's lists of trends.
    fn add_points(&mut self, page: &Page, trends: &[Trend]) {
        if page.sheet.marks.is_empty() {
            return;
        }
        let mut sheet = page.sheet.tidied();
        sheet.settle(&page.session.facts.lists);
        for (nth, list) in page.lists().enumerate().filter(|(_, list)| list.kind == PointListKind::Trends) {
            for (at, point) in list.points.iter().enumerate() {
                let place = PointPlace { list: nth, point: at };
                let (Some(tag), Some(note)) = (&point.tag, sheet.note_at(place)) else { continue };
                let remark = note.remark.trim();
                if !note.ticked && note.rating.is_none() && line::is_blank(remark) {
                    continue;
                }
                let noted = TrendPoint {
                    session: page.session.id,
                    place,
                    number: at + 1,
                    ticked: note.ticked,
                    rating: note.rating,
                    remark: remark.to_owned(),
                };
                if let Some(trend) = self.at(heard::spelled(tag, trends), &point.label) {
                    trend.points.push(noted);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::{any_book, book, few, list};
    use crate::domain::sheet::{Mark, PointNote};

    fn matrix(book: &Book, columns: Columns) -> TrendMatrix {
        TrendMatrix::of(book, &entries(book), columns)
    }

    fn counts(trend: &TrendRow, columns: usize) -> (String, Vec<usize>) {
        (trend.tag.clone(), (0..columns).map(|column| trend.row.cell(column).len()).collect())
    }

    #[test]
    fn a_cell_has_the_lines_of_a_trend_in_a_session() {
        let book =
            book(&[("a", "een #boa\ntwee #Handhaving\nnieuw #wijk"), ("b", ""), ("c", "drie #jeugd\nvier")]);
        let found = matrix(&book, Columns::WithNotes);
        let titles: Vec<&str> = found.sessions.iter().map(|origin| origin.title.as_str()).collect();
        assert_eq!(titles, ["a", "c"]);
        let rows: Vec<_> = found.trends.iter().map(|trend| counts(trend, 2)).collect();
        let expected = [("boa", [2, 0]), ("jeugd-zorg", [0, 1]), ("wijk", [1, 0])];
        assert_eq!(rows, expected.map(|(tag, cells)| (tag.to_owned(), cells.to_vec())));
        assert_eq!(found.trends[0].row.cell(0), [0, 1]);
        assert_eq!(found.without.lines().collect::<Vec<_>>(), [4]);
        assert_eq!((found.most, found.total_of(0), found.total_of(1)), (2, 3, 1));
        assert_eq!(found.place_of("WIJK"), Some(2));

        let all = matrix(&book, Columns::All);
        assert_eq!(all.sessions.len(), 3);
        assert_eq!(counts(&all.trends[1], 3).1, [0, 0, 1]);
    }

    #[test]
    fn trends_are_ordered_by_programme_by_count_and_by_name() {
        let found = matrix(&book(&[("a", "#aap\n#jeugd\n#jeugd #aap\n#jeugd")]), Columns::WithNotes);
        let tags = |order| -> Vec<&str> {
            found.ordered(order).into_iter().map(|place| found.trends[place].tag.as_str()).collect()
        };
        assert_eq!(tags(Order::Programme), ["boa", "jeugd-zorg", "aap"]);
        assert_eq!(tags(Order::Count), ["jeugd-zorg", "aap", "boa"]);
        assert_eq!(tags(Order::Name), ["aap", "boa", "jeugd-zorg"]);
    }

    #[test]
    fn what_was_noted_at_points_stands_beside_the_counts_and_is_no_mention() {
        let mut book = book(&[("a", "een #boa"), ("b", "")]);
        for page in &mut book.pages {
            page.session.facts.lists = vec![list(PointListKind::Trends, &["handhaving", "onrust", "stil"])];
        }
        let mark = |point, label: &str, note| Mark {
            place: Some(PointPlace { list: 0, point }),
            label: label.to_owned(),
            note,
        };
        let rated = |rating| PointNote { rating: Some(rating), ..PointNote::default() };
        book.pages[0].sheet.marks = vec![mark(0, "handhaving", rated(Rating::Not))];
        book.pages[1].sheet.marks = vec![
            mark(0, "handhaving", rated(Rating::Strong)),
            mark(1, "onrust", PointNote { ticked: true, ..PointNote::default() }),
            mark(2, "stil", PointNote { short: "s".to_owned(), ..PointNote::default() }),
        ];
        let found = matrix(&book, Columns::WithNotes);
        let tags: Vec<&str> = found.trends.iter().map(|trend| trend.tag.as_str()).collect();
        assert_eq!(tags, ["boa", "jeugd-zorg", "onrust"]);
        let boa = &found.trends[0];
        assert_eq!((boa.row.total, boa.rating(), boa.is_ticked()), (1, Some(Rating::Strong), false));
        assert_eq!(boa.points.len(), 2);
        let onrust = &found.trends[2];
        assert_eq!((onrust.row.total, onrust.rating(), onrust.is_ticked()), (0, None, true));
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn the_counts_are_those_of_the_command_line(book in any_book()) {
            let found = matrix(&book, Columns::WithNotes);
            let mut heard = Vec::new();
            for trend in found.trends.iter().filter(|trend| trend.row.total > 0) {
                let sessions: BTreeMap<SessionId, usize> = trend
                    .row
                    .cells()
                    .map(|(column, lines)| (found.sessions[column].session, lines.len()))
                    .collect();
                prop_assert_eq!(sessions.values().sum::<usize>(), trend.row.total);
                prop_assert_eq!(trend.row.lines().count(), trend.row.total);
                heard.push((trend.tag.clone(), trend.label.clone(), trend.row.total, sessions));
            }
            let counts = book.trend_counts(true).into_iter();
            let counts: Vec<_> =
                counts.map(|count| (count.tag, count.label, count.lines, count.sessions)).collect();
            prop_assert_eq!(heard, counts);
            prop_assert_eq!(matrix(&book, Columns::All).trends, matrix_by_programme(&book, found.trends));
        }

        #[test]
        fn every_line_that_can_have_a_trend_has_one_or_is_without(book in any_book()) {
            let entries = entries(&book);
            let found = TrendMatrix::of(&book, &entries, Columns::WithNotes);
            let without: Vec<usize> = found.without.lines().collect();
            for (index, entry) in entries.iter().enumerate() {
                let rows = found.trends.iter().filter(|trend| trend.row.lines().any(|line| line == index));
                prop_assert_eq!(rows.count(), entry.trends.len());
                prop_assert!(entry.trends.is_empty() || !without.contains(&index));
            }
        }
    }

    /// The same rows with the columns of the whole programme.
    fn matrix_by_programme(book: &Book, trends: Vec<TrendRow>) -> Vec<TrendRow> {
        let mut heard: Vec<SessionId> = book.remarks().map(|remark| remark.page.session.id).collect();
        heard.dedup();
        let column = |column: usize| {
            book.pages.iter().position(|page| page.session.id == heard[column]).expect("a session")
        };
        let moved = |mut trend: TrendRow| {
            let cells = trend.row.cells().map(|(old, lines)| (column(old), lines.to_vec())).collect();
            trend.row.cells = cells;
            trend
        };
        trends.into_iter().map(moved).collect()
    }
}
