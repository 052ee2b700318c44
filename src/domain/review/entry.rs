//! A line as the views show it, and the session that it is from.
//!
//! An entry is a remark of [`query`](crate::domain::query) that owns what it says, with what takes more than one line to
//! know: whether a question was answered, and whether the line could carry a trend.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::book::{Book, Page};
use crate::domain::clock::Moment;
use crate::domain::day::{Day, Speaker};
use crate::domain::heard::{self, column};
use crate::domain::id::{DayId, LineId, SessionId};
use crate::domain::line::{self, Figure, Line, LineKind, ListMarker};
use crate::domain::query::Remark;
use crate::domain::trend::Trend;

/// The day that an entry is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOrigin {
    /// The day.
    pub id: DayId,
    /// What it is called.
    pub title: String,
    /// Its (first) date.
    pub date: Option<NaiveDate>,
    /// The trends that it brings along.
    pub trends: Vec<Trend>,
}

/// The session that an entry is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its day.
    pub day: Arc<DayOrigin>,
    /// The session.
    pub session: SessionId,
    /// Its place in the day, from 1.
    pub position: u32,
    /// What it is called; may be empty.
    pub title: String,
    /// The date it is on: its own, else that of the day.
    pub date: Option<NaiveDate>,
    /// The whole session is private.
    pub private: bool,
    /// How often its note was saved when it was read: what a change of one of its lines is based on.
    pub revision: u64,
    /// What its lines are read by, beside what is told above.
    context: Context,
}

/// What a line of a session is read by.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Context {
    /// The date of the session itself, by which dates without a year are read.
    date: Option<NaiveDate>,
    speakers: Vec<Speaker>,
    /// The tags of its list of trends.
    points: Option<Vec<Option<String>>>,
}

/// A line that says something.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "a line may have any of the marks, in any combination")]
pub struct Entry {
    /// The line, to go to and to change.
    pub id: LineId,
    /// The session it is from.
    pub origin: Arc<Origin>,
    /// Its place in the note, from 0, blank lines counted.
    pub place: usize,
    /// When it was first written.
    pub noted_at: Moment,
    /// What it is.
    pub kind: LineKind,
    /// The line as typed.
    pub text: String,
    /// What it says, without indent, list marker, kind and marks; of a quote only the words where it has any. Empty for a kind that still
    /// waits for its words.
    pub body: String,
    /// Marked as important.
    pub starred: bool,
    /// Just for me, by itself or by its session.
    pub private: bool,
    /// An action that is done.
    pub done: bool,
    /// The date an action is due, as understood.
    pub due: Option<NaiveDate>,
    /// The tags of its trends, as the day spells them.
    pub trends: Vec<String>,
    /// Whom it names, as written and each once.
    pub mentions: Vec<String>,
    /// Whom a quote is from.
    pub source: Option<String>,
    /// A quote that stands in quotation marks.
    pub literal: bool,
    /// The number of a figure.
    pub figure: Option<Figure>,
    /// A question with a line indented under it that says something and is no question itself.
    pub answered: bool,
    /// It only names a point of the session's list of trends, as a heading for the lines under it.
    pub names_point: bool,
}

impl Entry {
    /// Whether it says anything: a kind or a mark alone waits for its words.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.body.is_empty()
    }

    /// Whether it carries no trend where it could: headings and the points of a list of trends never do.
    #[must_use]
    pub fn lacks_trend(&self) -> bool {
        self.trends.is_empty() && self.kind != LineKind::Heading && !self.names_point && !self.is_blank()
    }

    /// Whom a quote is from, without what is told of them behind a comma: "Noor de Wit, wethouder".
    #[must_use]
    pub fn source_name(&self) -> Option<&str> {
        let source = self.source.as_deref()?;
        Some(source.split(',').next().unwrap_or(source).trim())
    }

    /// Whether it is of this kind and has words: such lines are listed by kind.
    #[must_use]
    pub fn is_a(&self, kind: LineKind) -> bool {
        self.kind == kind && !self.is_blank()
    }
}

impl DayOrigin {
    /// What entries say of their day.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        let facts = &day.facts;
        Self { id: day.id, title: facts.title.clone(), date: facts.date, trends: facts.trends.clone() }
    }
}

impl Origin {
    fn of(day: &Arc<DayOrigin>, page: &Page) -> Self {
        let session = &page.session;
        Self {
            day: Arc::clone(day),
            session: session.id,
            position: session.position,
            title: session.facts.title.clone(),
            date: session.date(day.date),
            private: session.private,
            revision: page.revision,
            context: Context {
                date: session.facts.date,
                speakers: session.facts.speakers.clone(),
                points: heard::trend_list(page)
                    .map(|list| list.points.iter().map(|point| point.tag.clone()).collect()),
            },
        }
    }

    /// Whether the same lines say the same in both: all but how often the note was saved.
    fn reads_as(&self, other: &Self) -> bool {
        *self == Self { revision: self.revision, ..other.clone() }
    }
}

/// The sessions of a book, in the order of the programme.
#[must_use]
pub fn origins(book: &Book) -> Vec<Arc<Origin>> {
    let day = Arc::new(DayOrigin::of(&book.day));
    book.pages.iter().map(|page| Arc::new(Origin::of(&day, page))).collect()
}

/// Every line of a book that says something, in the order of the day.
#[must_use]
pub fn entries(book: &Book) -> Vec<Entry> {
    entries_after(book, Vec::new())
}

/// The same, where the entries of the book as it was `before` are there still: only notes that changed are read again.
#[must_use]
pub fn entries_after(book: &Book, before: Vec<Entry>) -> Vec<Entry> {
    let mut known: HashMap<SessionId, Vec<Entry>> = HashMap::new();
    for entry in before {
        known.entry(entry.origin.session).or_default().push(entry);
    }
    let mut entries = Vec::new();
    for (page, origin) in book.pages.iter().zip(origins(book)) {
        match known.remove(&page.session.id).filter(|known| are_still(known, page, &origin)) {
            Some(known) => {
                entries.extend(known.into_iter().map(|entry| Entry { origin: Arc::clone(&origin), ..entry }));
            }
            None => entries.extend(entries_of(book, page, &origin)),
        }
    }
    entries
}

/// Whether these entries are what the note of a page says.
fn are_still(known: &[Entry], page: &Page, origin: &Origin) -> bool {
    let lines = page.note.lines().iter().enumerate().filter(|(_, line)| !line::is_blank(&line.text));
    let lines = lines.map(|(place, line)| (place, line.id, line.noted_at, line.text.as_str()));
    let were = known.iter().map(|entry| (entry.place, entry.id, entry.noted_at, entry.text.as_str()));
    known.first().is_some_and(|entry| entry.origin.reads_as(origin)) && lines.eq(were)
}

/// Every line of a note that says something.
fn entries_of(book: &Book, page: &Page, origin: &Arc<Origin>) -> Vec<Entry> {
    let points = heard::trend_list(page).map_or(0, |list| list.points.len());
    let mut entries: Vec<Entry> = Vec::new();
    let mut open = OpenQuestions::default();
    for remark in page.remarks(&book.day.facts.trends) {
        for answered in open.read(&remark, entries.len()) {
            if let Some(question) = entries.get_mut(answered) {
                question.answered = true;
            }
        }
        entries.push(entry(book, remark, origin, points));
    }
    entries
}

/// The entry of a remark, in a session with a list of so many trends.
fn entry(book: &Book, remark: Remark<'_>, origin: &Arc<Origin>, points: usize) -> Entry {
    let (due, source) = (remark.due(&book.day), remark.source().map(str::to_owned));
    let Remark { position, line, parsed, private, trends, .. } = remark;
    Entry {
        id: line.id,
        origin: Arc::clone(origin),
        place: usize::try_from(position).unwrap_or(usize::MAX).saturating_sub(1),
        noted_at: line.noted_at,
        kind: parsed.kind,
        text: line.text.clone(),
        body: body(&line.text, &parsed).to_owned(),
        starred: parsed.starred,
        private,
        done: parsed.done,
        due,
        names_point: trends.is_empty() && numbers_a_point(&parsed, points),
        trends,
        mentions: mentions(&parsed),
        source,
        literal: parsed.literal,
        figure: parsed.figure,
        answered: false,
    }
}

/// The words of a quote that has any, else what the line says.
fn body<'a>(text: &'a str, parsed: &Line) -> &'a str {
    let words = line::quote_words(text, parsed);
    if words.is_empty() { line::body(text, parsed) } else { words }
}

fn mentions(parsed: &Line) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for mention in &parsed.mentions {
        if !names.contains(&mention.name) {
            names.push(mention.name.clone());
        }
    }
    names
}

/// Whether a line starts with the number of one of so many points.
fn numbers_a_point(parsed: &Line, points: usize) -> bool {
    let Some(ListMarker::Number(number)) = parsed.marker else { return false };
    usize::try_from(number).is_ok_and(|number| (1..=points).contains(&number))
}

/// The questions that the next line can still stand under, each with its column and the number of its entry.
#[derive(Default)]
struct OpenQuestions {
    open: Vec<(usize, usize)>,
}

impl OpenQuestions {
    /// Reads the line of entry `index`, and gives the questions that it answers.
    fn read(&mut self, remark: &Remark<'_>, index: usize) -> Vec<usize> {
        let parsed = &remark.parsed;
        let column = column(remark.line.text.get(..parsed.indent).unwrap_or_default());
        self.open.retain(|(above, _)| column > *above);
        if parsed.kind == LineKind::Question {
            self.open.push((column, index));
            return Vec::new();
        }
        if parsed.is_blank() {
            return Vec::new();
        }
        self.open.drain(..).map(|(_, question)| question).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;
    use crate::domain::points::{Point, PointList, PointListKind};
    use crate::domain::review::fixture::{any_book, book, day_of, few};

    #[test]
    fn an_entry_says_what_the_line_says() {
        let book =
            day_of("2023-03-16", &[("Welkom", "\n★ afspraak: bellen met @Bram en @[Noor de Wit] #boa")]);
        let [entry] = entries(&book).try_into().expect("one line that says something");
        assert_eq!((entry.place, entry.kind, entry.starred), (1, LineKind::Decision, true));
        assert_eq!(entry.body, "bellen met @Bram en @[Noor de Wit] #boa");
        assert_eq!(entry.mentions, ["Bram", "Noor de Wit"]);
        assert_eq!(entry.trends, ["boa"]);
        let origin = &entry.origin;
        assert_eq!((origin.position, origin.title.as_str()), (1, "Welkom"));
        assert_eq!(origin.date, book.day.facts.date);
    }

    #[test]
    fn a_quote_is_its_words_and_its_source() {
        let mut book = book(&[("Lezing", "'blijf praten' #dialoog\n> begin klein — Samira\ncitaat: zomaar")]);
        book.pages[0].session.facts.speakers.truncate(1);
        let quotes: Vec<(String, Option<String>)> =
            entries(&book).into_iter().map(|entry| (entry.body, entry.source)).collect();
        let speaker = book.pages[0].session.facts.speakers[0].name.clone();
        let expected = [
            ("blijf praten".to_owned(), Some(speaker)),
            ("begin klein".to_owned(), Some("Samira".to_owned())),
            ("zomaar".to_owned(), None),
        ];
        assert_eq!(quotes, expected);
    }

    #[test]
    fn a_question_is_answered_by_what_is_indented_under_it() {
        let answered = |note: &str| -> Vec<bool> {
            let entries = entries(&book(&[("a", note), ("b", "  geen antwoord op de vraag hiervoor")]));
            let questions = entries.iter().filter(|entry| entry.kind == LineKind::Question);
            questions.map(|entry| entry.answered).collect()
        };
        assert_eq!(answered("vraag: wie?\n  Samira"), [true]);
        assert_eq!(answered("vraag: wie?\n\n\tSamira"), [true], "a blank line in between says nothing");
        assert_eq!(answered("vraag: wie?\nSamira"), [false]);
        assert_eq!(answered("vraag: wie?\n  - "), [false], "a marker alone is no answer");
        assert_eq!(answered("vraag: wie?"), [false]);
        assert_eq!(answered("vraag: wie?\n  vraag: en wanneer?\n  morgen"), [true, false]);
        assert_eq!(answered("vraag: wie?\n  vraag: en wanneer?\n    morgen"), [true, true]);
    }

    #[test]
    fn a_note_is_read_again_when_what_it_is_read_by_changes() {
        let first =
            day_of("2023-03-16", &[("a", "'ja'\n- [ ] bellen vóór 1 april #jeugd\n\nzomaar"), ("b", "een")]);
        let known = entries(&first);
        let changes: [fn(&mut Book); 6] = [
            |book| book.day.facts.trends.clear(),
            |book| book.day.facts.date = "2023-04-02".parse().ok(),
            |book| book.pages[0].session.facts.date = "2023-04-02".parse().ok(),
            |book| book.pages[0].session.facts.speakers.truncate(1),
            |book| book.pages[0].session.private = true,
            |book| book.pages[1].revision = 7,
        ];
        for change in changes {
            let mut book = first.clone();
            change(&mut book);
            assert_eq!(entries_after(&book, known.clone()), entries(&book));
            assert_ne!(entries(&book), known);
        }
        assert_eq!(entries_after(&first, known.clone()), known);
    }

    proptest! {
        #![proptest_config(few())]

        #[test]
        fn what_is_known_of_another_book_changes_nothing(before in any_book(), book in any_book()) {
            prop_assert_eq!(entries_after(&book, entries(&before)), entries(&book));
        }
    }

    #[test]
    fn headings_points_and_empty_kinds_lack_no_trend() {
        let mut book =
            book(&[("a", "# Kop\n1. Toezicht\n  klopt\n9. buiten de lijst\nzomaar\nactie: \n- [ ] ")]);
        book.pages[0].session.facts.lists = vec![PointList {
            title: String::new(),
            kind: PointListKind::Trends,
            points: vec![Point { label: "Toezicht".to_owned(), tag: Some("toezicht".to_owned()) }],
        }];
        let entries = entries(&book);
        let lacking: Vec<&str> =
            entries.iter().filter(|entry| entry.lacks_trend()).map(|entry| entry.body.as_str()).collect();
        assert_eq!(lacking, ["buiten de lijst", "zomaar"]);
        assert!(entries[1].names_point && !entries[3].names_point);
    }
}
