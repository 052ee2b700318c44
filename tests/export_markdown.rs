//! The exported Markdown as a real reader of Markdown sees it: every line of a note is a block of its own, and what is
//! private is nowhere in it.

#[path = "support/document.rs"]
mod support;

use chrono::DateTime;
use plenair::domain::book::{Book, Page};
use plenair::domain::day::{Day, DayFacts, Session, SessionFacts, Speaker};
use plenair::domain::id::{AuthorId, DayId, LineId, SessionId};
use plenair::domain::language::Language;
use plenair::domain::line::{self, LineKind};
use plenair::domain::note::{Note, NoteLine};
use plenair::domain::points::{Point, PointList, PointListKind};
use plenair::domain::sheet::{Contact, Hands, PointNote, PointPlace, Rating, Sheet};
use plenair::export::{self, Counts, Form, Format, Options};
use plenair::i18n::Texts;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use pulldown_cmark::{Event, HeadingLevel, Options as Dialect, Parser, Tag, TagEnd};
use support::raw_text;
use uuid::Uuid;

/// Something at the top of a document: a heading, a paragraph, a quote or one item of a list, with all that is in it.
#[derive(Debug)]
struct Unit {
    shape: Shape,
    /// What a reader sees.
    text: String,
    /// Everything inside that a line of a note must never make.
    strange: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Heading(HeadingLevel),
    Paragraph,
    Quote,
    Item,
    Rule,
    Other,
}

/// Reads Markdown into its top-level units.
#[derive(Default)]
struct Reader {
    units: Vec<Unit>,
    depth: usize,
    in_list: bool,
}

impl Reader {
    fn read(markdown: &str, dialect: Dialect) -> Vec<Unit> {
        let mut reader = Self::default();
        for event in Parser::new_ext(markdown, dialect) {
            reader.event(event);
        }
        reader.units
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::List(_)) if self.depth == 0 => self.in_list = true,
            Event::End(TagEnd::List(_)) if self.depth == 0 => self.in_list = false,
            Event::Start(tag) => self.start(&tag),
            Event::End(_) => self.depth -= 1,
            Event::Rule if self.depth == 0 => {
                self.units.push(Unit { shape: Shape::Rule, text: String::new(), strange: Vec::new() });
            }
            Event::Text(text) | Event::Code(text) => self.last().text.push_str(&text),
            Event::TaskListMarker(_) => {}
            strange => self.last().strange.push(format!("{strange:?}")),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.depth += 1;
        if self.depth == 1 {
            let shape = match tag {
                Tag::Heading { level, .. } => Shape::Heading(*level),
                Tag::Paragraph => Shape::Paragraph,
                Tag::BlockQuote(_) => Shape::Quote,
                Tag::Item => Shape::Item,
                _ => Shape::Other,
            };
            self.units.push(Unit { shape, text: String::new(), strange: Vec::new() });
            return;
        }
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        // A loose list has a paragraph in each item, a quote always has one.
        let is_only_paragraph = *tag == Tag::Paragraph && self.depth == 2 && self.last().text.is_empty();
        if !is_inline && !is_only_paragraph {
            self.last().strange.push(format!("{tag:?}"));
        }
    }

    fn last(&mut self) -> &mut Unit {
        self.units.last_mut().expect("text stands in a block")
    }
}

fn dialects() -> [Dialect; 2] {
    let gfm = Dialect::ENABLE_TASKLISTS
        | Dialect::ENABLE_TABLES
        | Dialect::ENABLE_FOOTNOTES
        | Dialect::ENABLE_STRIKETHROUGH
        | Dialect::ENABLE_GFM;
    [Dialect::empty(), gfm]
}

fn book(lines: &[String]) -> Book {
    let facts = SessionFacts {
        title: "Uitdagingen".to_owned(),
        speakers: vec![Speaker { name: "Noor de Wit".to_owned(), role: Some("lector".to_owned()) }],
        lists: vec![PointList {
            title: "Punten".to_owned(),
            kind: PointListKind::Plain,
            points: ["een", "twee"].map(|label| Point { label: label.to_owned(), tag: None }).to_vec(),
        }],
        ..SessionFacts::default()
    };
    let session = Session {
        id: SessionId::from(Uuid::from_u128(2)),
        position: 1,
        cancelled: false,
        private: false,
        starred: false,
        facts,
    };
    let noted = (1..).zip(lines).map(|(nth, text)| NoteLine {
        id: LineId::from(Uuid::from_u128(1000 + nth)),
        text: text.clone(),
        noted_at: DateTime::parse_from_rfc3339("2023-03-16T14:32:00+01:00").expect("a moment"),
        author: AuthorId::from(Uuid::from_u128(3)),
    });
    let page =
        Page { session, revision: 1, note: Note::from_lines(noted.collect()), sheet: Sheet::default() };
    let facts =
        DayFacts { title: "Netwerkdag".to_owned(), date: "2023-03-16".parse().ok(), ..DayFacts::default() };
    let day =
        Day { id: DayId::from(Uuid::from_u128(1)), slug: "netwerkdag".to_owned(), example: false, facts };
    Book { day, pages: vec![page] }
}

fn export(lines: &[String], format: Format, include_private: bool) -> String {
    counted(lines, format, include_private).0
}

/// All that can be read in the document, and what is in it.
fn counted(lines: &[String], format: Format, include_private: bool) -> (String, Counts) {
    let labels = Texts::new(Language::Dutch).labels();
    let options = Options { include_private, ..Options::default() };
    let document = export::render(format.form(""), &[book(lines)], &options, &labels);
    assert_eq!(document.confirmed_by(&document.content), Some(document.counts));
    (raw_text(&document.content), document.counts)
}

/// A day whose session has this text wherever something can be noted beside the lines.
fn book_with_sheet(lines: &[String], text: &str) -> Book {
    let mut book = book(lines);
    let text = || text.to_owned();
    let mut sheet = Sheet {
        main_points: vec![text(), text()],
        take_home: text(),
        contacts: vec![Contact { name: text(), organisation: text(), about: text(), follow_up: text() }],
        ..Sheet::default()
    };
    sheet.change_note(PointPlace { list: 0, point: 0 }, "een", |note| {
        *note = PointNote {
            short: text(),
            ticked: true,
            rating: Some(Rating::Strong),
            remark: text(),
            outcome: text(),
            hands: Hands { agree: Some(3), ..Hands::default() },
            pros: text(),
            cons: text(),
        };
    });
    book.pages[0].sheet = sheet;
    book
}

/// The units of the note, without the heading of the session, its speakers and its point list.
fn note_units(markdown: &str, dialect: Dialect) -> Vec<Unit> {
    let is_part = |unit: &Unit| matches!(unit.shape, Shape::Heading(HeadingLevel::H2) | Shape::Rule);
    let mut units = Reader::read(markdown, dialect).into_iter();
    let heading = units.find(|unit| unit.text == "1. Uitdagingen").expect("the heading of the note");
    assert_eq!(heading.shape, Shape::Heading(HeadingLevel::H2));
    let speakers = units.next().expect("the speakers");
    assert_eq!((speakers.shape, speakers.text.as_str()), (Shape::Paragraph, "Noor de Wit (lector)"));
    let list = units.next().expect("the point list");
    assert_eq!((list.shape, list.text.as_str()), (Shape::Item, "Punteneentwee"));
    units.take_while(|unit| !is_part(unit)).collect()
}

/// Proves that each of `lines` that goes out is one unit, in order, of the shape that goes with its kind.
fn prove_each_is_a_block(lines: &[String]) -> Vec<(String, Unit)> {
    let noted: Vec<&String> =
        lines.iter().filter(|text| !line::is_blank(text) && !line::parse(text).private).collect();
    let markdown = export(lines, Format::Markdown, false);
    let mut proven = Vec::new();
    for dialect in dialects().into_iter().filter(|_| !noted.is_empty()) {
        let units = note_units(&markdown, dialect);
        assert_eq!(units.len(), noted.len(), "{noted:#?}\n{units:#?}\n{markdown}");
        for (text, unit) in noted.iter().zip(&units) {
            assert!(unit.strange.is_empty(), "{text:?} became {unit:?}\n{markdown}");
            assert!(has_shape(unit.shape, line::parse(text).kind), "{text:?} became {unit:?}\n{markdown}");
        }
        proven = noted.iter().map(|text| (*text).clone()).zip(units).collect();
    }
    proven
}

fn has_shape(shape: Shape, kind: LineKind) -> bool {
    match kind {
        LineKind::Heading => matches!(shape, Shape::Heading(level) if level >= HeadingLevel::H3),
        LineKind::Quote => shape == Shape::Quote,
        LineKind::Remark => matches!(shape, Shape::Paragraph | Shape::Item),
        LineKind::Action | LineKind::Decision | LineKind::Question | LineKind::Figure => shape == Shape::Item,
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// Lines that in Markdown do something to the lines around them.
const NASTY: &[&str] = &[
    "> citaat",
    "opmerking na een citaat",
    "> \"een\"",
    "> \"twee\"",
    "- [ ] actie",
    "opmerking na een actie",
    "=",
    "===",
    "tekst",
    "---",
    "- - -",
    "***",
    "___",
    "- punt",
    "  - dieper",
    "      nog dieper",
    "\tna een tab",
    "+ plus",
    "* ster",
    "• rond",
    "1. een",
    "1) een",
    "12345. veel",
    "7. zeven",
    "- # kop in een punt",
    "- > citaat in een punt",
    "- - punt in een punt",
    "-     code in een punt",
    "- ```",
    "- 1. nummer in een punt",
    "1. - punt in een nummer",
    "# kop #",
    "#",
    "####### zeven",
    "```",
    "```rust",
    "~~~",
    "``een ` erin``",
    "<html>",
    "<!-- weg",
    "-->",
    "<script>",
    "<?php",
    "<![CDATA[",
    "<https://voorbeeld.nl>",
    "&amp; &copy; &#8212;",
    "[x]: https://voorbeeld.nl",
    "[^1]: voetnoot",
    "[x] en [^1]",
    "![plaat](plaat.png)",
    "| a | b |",
    "|---|---|",
    ": uitleg",
    "eind\\",
    "\\",
    "twee spaties  ",
    "**vet** en *schuin* en `code`",
    "**half",
    "afspraak: **half",
    "vraag: # kop",
    "? > citaat",
    "cijfer: 70 % `half",
    "citaat: woorden` — Bram",
    "\"woorden\\\" — Samira",
    "regel\rregel",
    "\u{b}- x",
    "\u{1}- x",
    "\u{feff}# x",
    "\u{2028}# x",
    "\u{a0}\u{a0}tekst",
    "*",
    "-",
    "- ",
    "1.",
    "★",
    "★ # kop",
    "! - [ ] actie",
    "afspraak:",
    "- [ ]",
    ">",
    "[ ] ",
];

#[test]
fn nasty_lines_are_blocks_of_their_own() {
    prove_each_is_a_block(&owned(NASTY));
    for line in NASTY {
        prove_each_is_a_block(&owned(&["ervoor", line, "erna"]));
    }
}

#[test]
fn no_line_is_inside_the_quote_or_the_item_of_another() {
    let mut lines = Vec::new();
    for first in NASTY {
        for second in NASTY {
            lines.extend([(*first).to_owned(), (*second).to_owned()]);
        }
    }
    prove_each_is_a_block(&lines);
}

#[test]
fn what_was_noted_beside_the_lines_swallows_none_of_them() {
    let lines = owned(&["opmerking", "- punt", "1. een", "> citaat", "    ingesprongen", "- [ ] actie"]);
    let labels = Texts::new(Language::Dutch).labels();
    for text in NASTY {
        let book = book_with_sheet(&lines, text);
        let document = export::render(Form::Markdown, &[book], &Options::default(), &labels);
        assert_eq!(document.confirmed_by(&document.content), Some(document.counts), "{text:?}");
        assert_eq!(document.counts.lines, lines.len());
        let markdown = raw_text(&document.content);
        for dialect in dialects() {
            let units = Reader::read(&markdown, dialect).into_iter();
            let mut units = units.skip_while(|unit| unit.text != "1. Uitdagingen").skip(2).peekable();
            let beside: Vec<Unit> = (0..4).filter_map(|_| units.next()).collect();
            let starts = ["Punten", "Kernpunten", "Mee naar huis", "Gesproken"];
            for (unit, start) in beside.iter().zip(starts) {
                assert!(unit.shape == Shape::Item && unit.text.starts_with(start), "{unit:?}\n{markdown}");
            }
            for line in &lines {
                let unit = units.next().expect("a line");
                assert!(unit.strange.is_empty(), "{line:?} became {unit:?}\n{markdown}");
                assert!(
                    has_shape(unit.shape, line::parse(line).kind),
                    "{line:?} became {unit:?}\n{markdown}"
                );
            }
        }
    }
}

/// What a reader sees of each item or paragraph of the note, with the number that a list gives it.
fn shown_numbers(markdown: &str) -> Vec<String> {
    let mut shown = Vec::new();
    let mut number = None;
    let note = markdown.split_once("    2. twee\n").expect("the point list").1;
    for event in Parser::new(note) {
        match event {
            Event::Start(Tag::List(first)) => number = first,
            Event::Start(Tag::Item) => {
                shown.push(number.map_or("- ".to_owned(), |number| format!("{number}. ")));
            }
            Event::End(TagEnd::Item) => number = number.map(|number| number + 1),
            Event::End(TagEnd::List(_)) => shown.push(String::new()),
            Event::Text(text) => shown.last_mut().expect("an item or the end of a list").push_str(&text),
            _ => {}
        }
    }
    shown.retain(|text| !text.is_empty());
    shown
}

#[test]
fn a_numbered_list_shows_the_numbers_that_were_typed() {
    let lines = ["1. een", "3. drie", "4. vier", "- punt", "2. twee"];
    let markdown = export(&owned(&lines), Format::Markdown, false);
    assert_eq!(shown_numbers(&markdown), lines);
}

#[test]
fn what_is_private_is_in_no_document() {
    let canary = "KANARIE";
    let mut lines: Vec<String> = NASTY.iter().map(|line| (*line).to_owned()).collect();
    let marks = [
        "privé: ",
        "prive:",
        "PRIVATE: ",
        "//",
        "- [ ] privé: ",
        "★ // ",
        "> private: ",
        "## privé: ",
        "1. privé: ",
    ];
    lines.extend(marks.iter().map(|mark| format!("{mark}{canary} #{canary} @{canary}")));
    for format in Format::ALL {
        let (document, counts) = counted(&lines, format, false);
        assert!(!document.contains(canary), "{document}");
        assert_eq!(counts.private_left_out, marks.len());
        // A report is a summary: the important lines, and those of a kind.
        let least = if format == Format::Report { 1 } else { marks.len() };
        assert!(counts.lines == NASTY.len() || format == Format::Report && counts.lines < NASTY.len());
        assert!(export(&lines, format, true).matches(canary).count() >= least);
    }
}

/// Pieces of lines that mean something in Markdown, in the grammar of a line, or in neither.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "#",
        "# ",
        ">",
        "> ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "=",
        "---",
        "***",
        "___",
        "`",
        "``",
        "```",
        "~~~",
        "<",
        "<b>",
        "<!--",
        "</p>",
        "&amp;",
        "[",
        "]",
        "[x]: ",
        "(a)",
        "|",
        ":",
        "\\",
        "  ",
        "\t",
        "    ",
        "★ ",
        "! ",
        "? ",
        "[ ] ",
        "afspraak: ",
        "cijfer: ",
        "citaat: ",
        "vraag: ",
        "actie: ",
        "7",
        "%",
        "\"",
        "“",
        "”",
        " — Bram",
        "#trend",
        "@Bram",
        "**",
        "*",
        "_",
        "~~",
        "\r",
        "\u{a0}",
        "\u{feff}",
        "\u{2028}",
        "\u{1}",
        "é",
        "woord",
        " ",
    ];
    let known = prop::sample::select(known.to_vec()).prop_map(str::to_owned);
    prop_oneof![6 => known, 1 => any::<char>().prop_map(String::from)]
}

fn any_line() -> impl Strategy<Value = String> {
    let built = prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat());
    let nasty = prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned);
    prop_oneof![4 => built, 1 => nasty, 1 => any::<String>(), 1 => Just(String::new())]
        .prop_map(|text| text.replace('\n', " "))
}

/// Text without emphasis, code and links: all of it should be seen.
fn line_without_markup() -> impl Strategy<Value = String> {
    let pieces = [
        "#", "# ", ">", "- ", "+ ", "1. ", "2) ", "=", "---", "<", "<b>", "<!--", "&amp;", "&#8212;", "\\",
        "    ", "|", ":", ". ", ")", "3", "woord", " ", "é", "\"", ";", "/a", "★ ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_lines_are_blocks_of_their_own(lines in prop::collection::vec(any_line(), 1..12)) {
        prove_each_is_a_block(&lines);
    }

    #[test]
    fn what_was_typed_is_what_is_seen(lines in prop::collection::vec(line_without_markup(), 1..6)) {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (text, unit) in prove_each_is_a_block(&lines) {
            let parsed = line::parse(&text);
            let said = squeezed(line::quote_words(&text, &parsed));
            assert!(squeezed(&unit.text).contains(&said), "{text:?} became {unit:?}");
        }
    }
}
