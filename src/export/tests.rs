//! What goes out in every format, and the JSON of it.

use chrono::{DateTime, NaiveDate};
use proptest::prelude::{any, prop, proptest};
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::domain::book::{DaySummary, Page};
use crate::domain::clock::Moment;
use crate::domain::day::{Day, DayFacts, Session, SessionFacts, Speaker};
use crate::domain::id::{AuthorId, DayId, LineId, SessionId};
use crate::domain::note::{Note, NoteLine};
use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::programme::Programme;
use crate::domain::query::Selection;
use crate::domain::sheet::{Contact, PointPlace, Rating, Sheet};
use crate::domain::trend::Trend;
use json::{DayJson, LineJson, TrendJson};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment() -> Moment {
    DateTime::parse_from_rfc3339("2023-03-16T14:32:00+01:00").unwrap()
}

/// A day of one session per note, on 16 March 2023.
pub fn book(notes: &[&str]) -> Book {
    let facts = DayFacts {
        title: "Netwerkdag".to_owned(),
        date: Some(date("2023-03-16")),
        place: Some("Nijmegen".to_owned()),
        trends: vec![Trend {
            tag: "toezicht".to_owned(),
            label: "Toezicht en handhaving".to_owned(),
            aliases: vec!["boa".to_owned()],
        }],
        ..DayFacts::default()
    };
    let pages = (1_u32..).zip(notes).map(|(position, text)| page(position, text)).collect();
    let id = DayId::from(Uuid::from_u128(1));
    Book { day: Day { id, slug: "netwerkdag-2023".to_owned(), example: false, facts }, pages }
}

fn page(position: u32, text: &str) -> Page {
    let id = u128::from(position);
    let line = |(nth, text): (u128, &str)| NoteLine {
        id: LineId::from(Uuid::from_u128(1000 * id + nth)),
        text: text.to_owned(),
        noted_at: moment(),
        author: AuthorId::from(Uuid::from_u128(9)),
    };
    let facts = SessionFacts { title: format!("Onderdeel {position}"), ..SessionFacts::default() };
    let session = Session {
        id: SessionId::from(Uuid::from_u128(100 + id)),
        position,
        cancelled: false,
        private: false,
        starred: false,
        facts,
    };
    let lines = (1..).zip(text.split('\n')).map(line).collect();
    Page { session, revision: 1, note: Note::from_lines(lines), sheet: Sheet::default() }
}

pub fn speaker(name: &str) -> Speaker {
    Speaker { name: name.to_owned(), role: None }
}

fn document(format: Format, book: &Book, include_private: bool) -> String {
    counted(format, book, include_private).0
}

/// The document as one text, and what is in it.
fn counted(format: Format, book: &Book, include_private: bool) -> (String, Counts) {
    let books = std::slice::from_ref(book);
    let options = Options { include_private, ..Options::default() };
    let document = render(format.form(""), books, &options, &Labels::dutch_for_tests());
    assert_eq!(document.confirmed_by(&document.content), Some(document.counts), "{format:?}");
    let text = match &document.content {
        Content::File(bytes) => unpacked(bytes),
        Content::Folder(files) => files.iter().map(|file| unpacked(&file.bytes)).collect(),
    };
    (text, document.counts)
}

/// The bytes as text, also those inside an archive.
fn unpacked(bytes: &[u8]) -> String {
    let inside = ["word/document.xml", "docProps/core.xml", "content.xml", "meta.xml"];
    let inside = inside.iter().filter_map(|name| office::unpacked(bytes, name));
    let texts: Vec<Vec<u8>> = inside.collect();
    if texts.is_empty() {
        String::from_utf8(bytes.to_vec()).unwrap()
    } else {
        String::from_utf8(texts.concat()).unwrap()
    }
}

#[test]
fn who_hands_a_document_over_stands_in_it_only_if_they_said_who_they_are() {
    let book = book(&["★ Dat moet anders"]);
    let written = |format: Format, author: Option<&str>| {
        let labels = Labels { author: author.map(str::to_owned), ..Labels::dutch_for_tests() };
        let document = render(format.form(""), std::slice::from_ref(&book), &Options::default(), &labels);
        assert_eq!(document.confirmed_by(&document.content), Some(document.counts), "{format:?}");
        match &document.content {
            Content::File(bytes) => unpacked(bytes),
            Content::Folder(_) => String::new(),
        }
    };
    let me = Some("Noor & Co, Gemeente Voorbeeld");
    for format in [Format::Html, Format::Docx, Format::Odt, Format::Report] {
        assert!(written(format, me).contains("Noor &amp; Co, Gemeente Voorbeeld"), "{format:?}");
        let without = written(format, None);
        assert!(!without.contains("creator") && !without.contains("name=\"author\""), "{format:?}");
    }
    assert!(written(Format::Report, me).contains("Van: "), "in its heading too");
    assert!(!written(Format::Report, None).contains("Van: "));
}

fn exported(book: &Book) -> Value {
    serde_json::from_str(&document(Format::Json, book, false)).unwrap()
}

fn lines(book: &Book) -> Vec<LineJson> {
    let all = Selection { include_private: true, ..Selection::default() };
    book.select(&all).into_iter().map(|remark| LineJson::new(&book.day, remark)).collect()
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("Markdown"), None);
}

#[test]
fn private_lines_and_sessions_stay_behind_and_are_counted() {
    let mut book = book(&[
        "open\nprivé: GEHEIM\n\n// GEHEIM\n- [ ] ★ private: GEHEIM #boa",
        "GEHEIM\n\nGEHEIM",
        "ook open",
    ]);
    book.pages[1].session.private = true;
    book.pages[1].session.facts.title = "GEHEIM".to_owned();
    let expected = Counts { days: 1, sessions: 2, lines: 2, private_left_out: 5 };
    for format in Format::ALL {
        let (written, counts) = counted(format, &book, false);
        assert!(!written.contains("GEHEIM"), "{written}");
        assert_eq!(counts, expected);
    }
}

#[test]
fn what_is_private_goes_out_when_asked_for() {
    let mut book = book(&["open\nprivé: GEHEIM", "GEHEIM"]);
    book.pages[1].session.private = true;
    for format in Format::ALL {
        let (written, counts) = counted(format, &book, true);
        assert!(written.matches("GEHEIM").count() == 2, "{written}");
        assert_eq!(counts, Counts { days: 1, sessions: 2, lines: 3, private_left_out: 0 });
    }
}

#[test]
fn the_number_of_a_session_leaves_no_gap_where_a_private_one_was() {
    let mut book = book(&["een", "twee", "drie"]);
    book.pages[1].session.private = true;
    let outline = outline::Outline::new(std::slice::from_ref(&book), &Options::default());
    let numbers: Vec<(usize, u32)> =
        outline.days[0].sections.iter().map(|section| (section.number, section.session.position)).collect();
    assert_eq!(numbers, [(1, 1), (2, 3)]);
}

#[test]
fn a_due_date_is_the_first_on_or_after_the_day() {
    let mut book =
        book(&["- [ ] a vóór 12 april\n- [ ] b vóór 1 februari\n- [ ] c 2022-01-02\n- [ ] d vóór 31 april"]);
    let due = |book: &Book| lines(book).iter().map(|line| line.due).collect::<Vec<_>>();
    let expected = [Some(date("2023-04-12")), Some(date("2024-02-01")), Some(date("2022-01-02")), None];
    assert_eq!(due(&book), expected);
    book.pages[0].session.facts.date = Some(date("2023-04-13"));
    assert_eq!(due(&book)[0], Some(date("2024-04-12")));
    book.pages[0].session.facts.date = None;
    book.day.facts.date = None;
    assert_eq!(due(&book)[0], Some(date("2023-04-12")), "the date it was noted on counts");
}

#[test]
fn a_quote_is_from_whom_it_names_else_from_the_only_speaker_who_said_so() {
    let mut book = book(&["\"woorden\"\n> woorden\n\"woorden\" — Samira\n> woorden — @[Noor de Wit]"]);
    let sources = |book: &Book| lines(book).iter().map(|line| line.source.clone()).collect::<Vec<_>>();
    let named = [None, None, Some("Samira".to_owned()), Some("Noor de Wit".to_owned())];
    assert_eq!(sources(&book), named);
    book.pages[0].session.facts.speakers = vec![speaker("Bram")];
    assert_eq!(sources(&book)[..2], [Some("Bram".to_owned()), None]);
    book.pages[0].session.facts.speakers.push(speaker("Noor"));
    assert_eq!(sources(&book), named);
}

#[test]
fn a_line_has_the_keys_of_the_command_line() {
    let book = book(&["\n★ cijfer: 47 van 258 respondenten @Bram #boa"]);
    let expected = json!([{
        "id": "00000000-0000-0000-0000-0000000003ea",
        "day": "00000000-0000-0000-0000-000000000001",
        "session": "00000000-0000-0000-0000-000000000065",
        "position": 2,
        "noted_at": "2023-03-16T14:32:00+01:00",
        "kind": "figure",
        "author": "00000000-0000-0000-0000-000000000009",
        "text": "★ cijfer: 47 van 258 respondenten @Bram #boa",
        "trends": ["toezicht"],
        "mentions": ["Bram"],
        "starred": true,
        "private": false,
        "done": false,
        "due": null,
        "source": null,
        "figure": { "value": 47.0, "of": 258.0, "unit": "respondenten", "what": "@Bram #boa" },
    }]);
    assert_eq!(serde_json::to_value(lines(&book)).unwrap(), expected);
}

/// A sheet for a session with a list of one point, some of it private.
fn noted_sheet() -> Sheet {
    let contact = Contact { name: "Samira".to_owned(), about: "vuurwerk".to_owned(), ..Contact::default() };
    let mut sheet = Sheet {
        main_points: vec!["Eerst luisteren".to_owned(), "privé: GEHEIM".to_owned()],
        contacts: vec![contact],
        ..Sheet::default()
    };
    sheet.change_note(PointPlace { list: 0, point: 0 }, "Wie zijn we?", |note| {
        note.ticked = true;
        note.rating = Some(Rating::Sometimes);
        note.remark = "// GEHEIM".to_owned();
        note.outcome = "Buren".to_owned();
        note.hands.agree = Some(12);
        note.pros = "dichtbij\n// GEHEIM".to_owned();
    });
    sheet
}

#[test]
fn what_was_noted_beside_the_lines_goes_out_but_for_what_is_private() {
    let mut book = book(&["open", "", "dicht"]);
    for page in &mut book.pages {
        let points = vec![Point { label: "Wie zijn we?".to_owned(), tag: None }];
        page.session.facts.lists =
            vec![PointList { title: "Vragen".to_owned(), kind: PointListKind::Discussion, points }];
        page.sheet = noted_sheet();
    }
    book.pages[2].session.private = true;
    // Three texts in each open session; in the private one the line and eight texts.
    let expected = Counts { days: 1, sessions: 2, lines: 1, private_left_out: 3 + 3 + 1 + 8 };
    for format in Format::ALL {
        let (written, counts) = counted(format, &book, false);
        assert!(!written.contains("GEHEIM"), "{written}");
        // A report has the main points in the place of the lines.
        let lines = if format == Format::Report { 0 } else { expected.lines };
        assert_eq!(counts, Counts { lines, ..expected }, "{written}");
        if format == Format::Csv {
            // Tables have the lines and the people.
            continue;
        }
        assert!(written.matches("Buren").count() >= 2, "also where nothing was noted but beside the note");
        assert!(document(format, &book, true).contains("GEHEIM"));
    }
}

#[test]
fn a_session_has_the_keys_of_the_command_line() {
    let mut book = book(&["een\nprivé: twee\n"]);
    let facts = &mut book.pages[0].session.facts;
    facts.start = "09:05:00".parse().ok();
    facts.summary = Some("Waar het over gaat".to_owned());
    facts.speakers = vec![speaker("Bram")];
    let points = vec![Point { label: "Wie zijn we?".to_owned(), tag: None }];
    facts.lists = vec![PointList { title: "Vragen".to_owned(), kind: PointListKind::Discussion, points }];
    book.pages[0].sheet = noted_sheet();
    let lists = json!([{
        "title": "Vragen",
        "kind": "discussion",
        "own": false,
        "gone": false,
        "points": [{
            "number": 1,
            "label": "Wie zijn we?",
            "short": null,
            "tag": null,
            "ticked": true,
            "rating": "sometimes",
            "remark": null,
            "outcome": "Buren",
            "hands": { "agree": 12, "disagree": null, "unsure": null },
            "for": ["dichtbij"],
            "against": [],
        }],
    }]);
    let expected = json!([{
        "id": "00000000-0000-0000-0000-000000000065",
        "position": 1,
        "day_number": 1,
        "date": "2023-03-16",
        "start": "09:05",
        "end": null,
        "title": "Onderdeel 1",
        "subtitle": null,
        "abstract": "Waar het over gaat",
        "kind": "talk",
        "speakers": [{ "name": "Bram", "role": null }],
        "room": null,
        "track": null,
        "parallel": null,
        "cancelled": false,
        "private": false,
        "starred": false,
        "by_hand": false,
        "external_id": null,
        "programme_day": null,
        "lines": 1,
        "main_points": ["Eerst luisteren"],
        "take_home": [],
        "contacts": [{ "name": "Samira", "organisation": "", "about": "vuurwerk", "follow_up": "" }],
        "lists": lists,
    }]);
    assert_eq!(serde_json::to_value(json::sessions(&book, false)).unwrap(), expected);
    assert_eq!(json::sessions(&book, true)[0].lines, 2);
}

#[test]
fn days_are_numbered_by_their_dates() {
    let session = |day: Option<&str>| SessionFacts { date: day.map(date), ..SessionFacts::default() };
    let sessions =
        vec![session(None), session(Some("2023-03-18")), session(Some("2023-03-16")), session(None)];
    let day = DayFacts {
        date: Some(date("2023-03-16")),
        last_date: Some(date("2023-03-18")),
        ..DayFacts::default()
    };
    let programme = Programme { day, sessions, ..Programme::default() };
    let read = json::programme_sessions(&programme);
    assert_eq!(read.iter().map(|session| session.day_number).collect::<Vec<_>>(), [1, 2, 1, 1]);
    assert_eq!(read.iter().map(|session| session.position).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(read.iter().all(|session| session.id.is_none()));
    assert_eq!(read[0].date, None, "on which of its dates is not known");
}

#[test]
fn a_day_has_the_keys_of_the_command_line_and_does_not_count_what_is_private() {
    let summary = DaySummary {
        day: book(&[]).day,
        sessions: 7,
        lines: 41,
        private_lines: 3,
        open_actions: 4,
        private_open_actions: 1,
    };
    let expected = json!({
        "id": "00000000-0000-0000-0000-000000000001",
        "slug": "netwerkdag-2023",
        "title": "Netwerkdag",
        "date": "2023-03-16",
        "last_date": null,
        "place": "Nijmegen",
        "sessions": 7,
        "lines": 38,
        "open_actions": 3,
    });
    assert_eq!(serde_json::to_value(DayJson::new(&summary, false)).unwrap(), expected);
    assert_eq!(DayJson::new(&summary, true).lines, 41);
}

#[test]
fn a_trend_has_the_keys_of_the_command_line() {
    let book = book(&["#boa\n#toezicht weer", "niets", "#Toezicht"]);
    let counts: Vec<TrendJson> = book.trend_counts(false).into_iter().map(TrendJson::from).collect();
    let expected = json!([{
        "trend": "toezicht",
        "label": "Toezicht en handhaving",
        "lines": 3,
        "sessions": {
            "00000000-0000-0000-0000-000000000065": 2,
            "00000000-0000-0000-0000-000000000067": 1,
        },
    }]);
    assert_eq!(serde_json::to_value(counts).unwrap(), expected);
}

#[test]
fn the_json_document_holds_the_same_as_the_commands_print() {
    let book = book(&["een #boa\n\n// weg", "twee"]);
    let document = exported(&book);
    assert_eq!(document["plenair"], 1);
    assert_eq!(document["private_left_out"], 1);
    let day = &document["days"][0];
    assert_eq!(day["day"]["slug"], "netwerkdag-2023");
    assert_eq!(day["sessions"], serde_json::to_value(json::sessions(&book, false)).unwrap());
    let shown: Vec<LineJson> = lines(&book).into_iter().filter(|line| !line.private).collect();
    assert_eq!(day["lines"], serde_json::to_value(shown).unwrap());
    assert_eq!(day["trends"][0]["lines"], 1);
}

#[test]
fn other_json_is_no_document() {
    for bytes in ["{}", "[]", "", r#"{"plenair":1}"#, r#"{"plenair":1,"days":[{}],"private_left_out":0}"#] {
        assert_eq!(count(Form::Json, &Content::File(bytes.as_bytes().to_vec())), None, "{bytes}");
    }
}

#[test]
fn no_days_make_a_document_all_the_same() {
    for format in Format::ALL {
        let document = render(format.form(""), &[], &Options::default(), &Labels::dutch_for_tests());
        assert_eq!(document.confirmed_by(&document.content), Some(Counts::default()), "{format:?}");
    }
}

#[test]
fn days_that_are_read_one_after_another_make_the_same_document() {
    let books: Vec<Book> =
        (0..40).map(|nth| book(&[&format!("dag {nth}\n// kanarie"), "vraag: en?"])).collect();
    let labels = Labels::dutch_for_tests();
    for format in Format::ALL {
        let form = format.form(format.extension());
        for count in [0, 1, 2, books.len()] {
            let books = &books[..count];
            let read = books.iter().cloned().map(Ok::<_, String>);
            let document = render_as_read(form, read, &Options::default(), &labels).unwrap();
            assert_eq!(document, render(form, books, &Options::default(), &labels), "{}", format.name());
            assert_eq!(document.confirmed_by(&document.content), Some(document.counts));
        }
        let lost = books.iter().cloned().map(Ok).chain([Err("weg")]);
        assert_eq!(render_as_read(form, lost, &Options::default(), &labels), Err("weg"));
    }
}

proptest! {
    #[test]
    fn any_text_reads_back_as_what_was_put_in(
        texts in prop::collection::vec(any::<String>(), 0..4),
        title in any::<String>(),
        include_private in any::<bool>(),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut book = book(&texts);
        book.day.facts.title = title.clone();
        for page in &mut book.pages {
            page.session.facts.title = title.clone();
            page.session.facts.speakers = vec![speaker(&title)];
        }
        for format in Format::ALL {
            document(format, &book, include_private);
        }
    }
}

/// The schema and the document have the same keys. That every value is of its kind is proven where exports are opened with
/// other programs.
#[test]
fn the_schema_names_every_key_of_the_json_document() {
    let schema: Value =
        serde_json::from_str(include_str!("../../assets/export/plenair-export.schema.json")).unwrap();
    let mut book = book(&["cijfer: 47 van 258 respondenten #boa"]);
    let points = vec![Point { label: "Wie zijn we?".to_owned(), tag: None }];
    let list = PointList { title: "Vragen".to_owned(), kind: PointListKind::Discussion, points };
    book.pages[0].session.facts.lists = vec![list];
    book.pages[0].session.facts.speakers = vec![speaker("Bram")];
    book.pages[0].sheet = noted_sheet();
    book.day.facts.links = vec![crate::domain::day::Link { title: "a".to_owned(), url: "b".to_owned() }];
    let mut wrong = Vec::new();
    compare_keys(&schema, &schema, &exported(&book), "document", &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn compare_keys(whole: &Value, schema: &Value, value: &Value, path: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return compare_keys(whole, &whole["$defs"][name], value, path, wrong);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return compare_keys(whole, choices.last().unwrap(), value, path, wrong);
    }
    match value {
        Value::Object(fields) => {
            let Some(known) = schema["properties"].as_object() else { return };
            let named = |fields: &serde_json::Map<String, Value>| {
                fields.keys().cloned().collect::<std::collections::BTreeSet<String>>()
            };
            if named(fields) != named(known) {
                wrong.push(format!("{path}: {:?} and {:?}", named(fields), named(known)));
            }
            for (name, field) in fields {
                compare_keys(whole, &known[name], field, &format!("{path}.{name}"), wrong);
            }
        }
        Value::Array(items) => {
            assert!(
                !items.is_empty()
                    || path.ends_with("take_home")
                    || path.ends_with("against")
                    || path.ends_with("mentions"),
                "{path} is empty"
            );
            for item in items {
                compare_keys(whole, &schema["items"], item, path, wrong);
            }
        }
        _ => {}
    }
}
