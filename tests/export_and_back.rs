//! What is exported comes back: days, lines, kinds, marks, trends and times, and what was noted beside the lines.

use chrono::DateTime;
use plenair::domain::book::{Book, Page};
use plenair::domain::day::{Day, DayFacts, Link, Session, SessionFacts, SessionKind, Speaker};
use plenair::domain::id::{AuthorId, DayId, LineId, SessionId};
use plenair::domain::language::Language;
use plenair::domain::line;
use plenair::domain::note::{Note, NoteLine};
use plenair::domain::noted::{NotedDay, NotedLine};
use plenair::domain::points::{Point, PointList, PointListKind};
use plenair::domain::sheet::{Contact, PointPlace, Rating, Sheet};
use plenair::domain::trend::Trend;
use plenair::export::{self, Content, Form, Options, Times};
use plenair::i18n::Texts;
use plenair::import::folder::File;
use plenair::import::{self, folder};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use uuid::Uuid;

const TIME: &str = "2023-03-16T14:32:05+01:00";

fn note(session: u128, lines: &[String]) -> Note {
    let first = DateTime::parse_from_rfc3339(TIME).expect("a moment");
    let line = |(nth, text): (u128, &String)| NoteLine {
        id: LineId::from(Uuid::from_u128(session * 1000 + nth)),
        text: text.clone(),
        noted_at: first + chrono::Duration::minutes(i64::try_from(nth).expect("a small number")),
        author: AuthorId::from(Uuid::from_u128(7 + nth % 2)),
    };
    Note::from_lines((1..).zip(lines).map(line).collect())
}

fn session(position: u32, title: &str) -> Session {
    let point =
        |label: &str, tag: Option<&str>| Point { label: label.to_owned(), tag: tag.map(str::to_owned) };
    let facts = SessionFacts {
        external_id: Some("x-1".to_owned()),
        title: title.to_owned(),
        subtitle: Some("Ondertitel".to_owned()),
        summary: Some("Waar het\nover gaat".to_owned()),
        kind: SessionKind::Workshop,
        start: "10:00:00".parse().ok(),
        end: "10:45:00".parse().ok(),
        speakers: vec![Speaker { name: "dr. Noor de Wit".to_owned(), role: Some("adviseur".to_owned()) }],
        room: Some("Zaal 1".to_owned()),
        track: Some("Veiligheid".to_owned()),
        parallel: Some("B".to_owned()),
        lists: vec![PointList {
            title: "Trends".to_owned(),
            kind: PointListKind::Trends,
            points: vec![point("Toezicht", Some("toezicht")), point("Onrust", None)],
        }],
        by_hand: position == 2,
        ..SessionFacts::default()
    };
    let id = SessionId::from(Uuid::from_u128(100 + u128::from(position)));
    Session { id, position, cancelled: false, private: position == 3, starred: position == 2, facts }
}

fn sheet() -> Sheet {
    let contact = Contact {
        name: "Samira".to_owned(),
        organisation: "gemeente Lindestad".to_owned(),
        about: "vuurwerk".to_owned(),
        follow_up: "bellen".to_owned(),
    };
    let own = PointList {
        title: "Zelf".to_owned(),
        kind: PointListKind::Plain,
        points: vec![Point { label: "één".to_owned(), tag: None }],
    };
    let mut sheet = Sheet {
        main_points: vec!["Eerst luisteren".to_owned(), "privé: niet hardop".to_owned()],
        take_home: "een\ntwee".to_owned(),
        contacts: vec![contact],
        lists: vec![own],
        ..Sheet::default()
    };
    sheet.change_note(PointPlace { list: 0, point: 1 }, "Onrust", |note| {
        note.ticked = true;
        note.rating = Some(Rating::Strong);
        "speelt in Zuid".clone_into(&mut note.remark);
        "samen kijken".clone_into(&mut note.outcome);
        note.hands.agree = Some(12);
        "dichtbij\nsnel".clone_into(&mut note.pros);
    });
    sheet.change_note(PointPlace { list: 1, point: 0 }, "één", |note| note.ticked = true);
    sheet
}

/// A day with these notes, with everything that a day can have.
fn book(title: &str, notes: &[Vec<String>]) -> Book {
    let facts = DayFacts {
        title: title.to_owned(),
        date: "2023-03-16".parse().ok(),
        place: Some("Nijmegen".to_owned()),
        theme: Some("Onrust".to_owned()),
        organiser: Some("Het Netwerk".to_owned()),
        timezone: Some("Europe/Amsterdam".to_owned()),
        trends: vec![Trend {
            tag: "toezicht".to_owned(),
            label: "Toezicht en handhaving".to_owned(),
            aliases: vec!["boa".to_owned()],
        }],
        links: vec![Link { title: "Verslag".to_owned(), url: "https://voorbeeld.nl/verslag".to_owned() }],
        ..DayFacts::default()
    };
    let page = |(position, lines): (u32, &Vec<String>)| Page {
        session: session(position, title),
        revision: 1,
        note: note(u128::from(position), lines),
        sheet: if position == 1 { sheet() } else { Sheet::default() },
    };
    let pages = (1..).zip(notes).map(page).collect();
    let id = DayId::from(Uuid::from_u128(1));
    Book { day: Day { id, slug: "dag-2023".to_owned(), example: false, facts }, pages }
}

fn exported(form: Form, books: &[Book]) -> Content {
    let labels = Texts::new(Language::Dutch).labels();
    let options = Options { include_private: true, ..Options::default() };
    let document = export::render(form, books, &options, &labels);
    assert_eq!(document.confirmed_by(&document.content), Some(document.counts));
    document.content
}

fn from_json(content: &Content) -> Vec<NotedDay> {
    let Content::File(bytes) = content else { panic!("a file") };
    import::read_days(bytes, None).expect("an export").expect("with notes")
}

fn from_folder(content: &Content) -> Vec<NotedDay> {
    let Content::Folder(files) = content else { panic!("a folder") };
    let files: Vec<File<'_>> =
        files.iter().map(|file| File { name: &file.name, bytes: &file.bytes }).collect();
    folder::read("map", &files).expect("notes")
}

/// The lines up to the last one that says something; one of white space is a blank one.
fn as_kept(note: &Note) -> Vec<(String, Option<(String, AuthorId)>)> {
    let line = |line: &NoteLine| {
        if line::is_blank(&line.text) {
            return (String::new(), None);
        }
        (line.text.clone(), Some((line.noted_at.to_rfc3339(), line.author)))
    };
    let mut lines: Vec<_> = note.lines().iter().map(line).collect();
    while lines.pop_if(|(text, _)| text.is_empty()).is_some() {}
    lines
}

fn assert_same(book: &Book, day: &NotedDay) {
    let mut facts = day.programme.day.clone();
    facts.participants.clone_from(&book.day.facts.participants);
    assert_eq!(facts, book.day.facts);
    assert_eq!(day.programme.sessions.len(), book.pages.len());
    for ((page, facts), notes) in book.pages.iter().zip(&day.programme.sessions).zip(&day.notes) {
        assert_eq!(*facts, page.session.facts);
        assert_eq!((notes.private, notes.starred), (page.session.private, page.session.starred));
        let mut sheet = notes.sheet.clone();
        sheet.settle(&page.session.facts.lists);
        assert_eq!(sheet, page.sheet);
        let lines: Vec<_> = notes
            .lines
            .iter()
            .map(|line| {
                let noted = line.noted_at.map(|at| at.to_rfc3339()).zip(line.author);
                (line.text.clone(), noted.filter(|_| !line.text.is_empty()))
            })
            .collect();
        assert_eq!(lines, as_kept(&page.note));
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_day_comes_back_from_json_and_from_a_folder() {
    let notes = [
        owned(&[
            "",
            "★ een #boa",
            "  1. x",
            "",
            "",
            "    eronder",
            "privé: geheim",
            "> “woorden” — Noor",
            "\ttab",
        ]),
        owned(&["- [x] klaar @[Noor de Wit] vóór 1 april", "----", "<b> &amp; `x\\`y` \\ $5", "laatste\r"]),
        owned(&["in een eigen onderdeel"]),
        Vec::new(),
    ];
    let book = book("Dag: één / twee?", &notes);
    let books = std::slice::from_ref(&book);
    for days in [from_json(&exported(Form::Json, books)), from_folder(&exported(Form::MarkdownFolder, books))]
    {
        assert_eq!(days.len(), 1);
        assert_same(&book, &days[0]);
    }
}

#[test]
fn several_days_have_a_folder_each_also_with_the_same_title() {
    let mut books = [book("Dag", &[owned(&["een"])]), book("dag", &[owned(&["twee"])])];
    books[1].day.id = DayId::from(Uuid::from_u128(2));
    let content = exported(Form::MarkdownFolder, &books);
    let Content::Folder(files) = &content else { panic!("a folder") };
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Dag/00 Dag.md", "Dag/01 Dag.md", "dag-2/00 dag.md", "dag-2/01 dag.md"]);
    let days = from_folder(&content);
    for (book, day) in books.iter().zip(&days) {
        assert_same(book, day);
    }
}

/// The text of the only session after `edit` changed its file.
fn after(edit: impl Fn(String) -> String) -> Vec<(String, bool)> {
    let book = book("Dag", &[owned(&["een", "twee", "drie"])]);
    let Content::Folder(mut files) = exported(Form::MarkdownFolder, std::slice::from_ref(&book)) else {
        panic!("a folder")
    };
    let file = files.iter_mut().find(|file| file.name.starts_with("01")).expect("a session");
    let text = String::from_utf8(std::mem::take(&mut file.bytes)).expect("text");
    file.bytes = edit(text).into_bytes();
    let day = from_folder(&Content::Folder(files)).remove(0);
    day.notes[0].lines.iter().map(|line| (line.text.clone(), line.noted_at.is_some())).collect()
}

#[test]
fn what_somebody_changed_in_a_file_comes_in_and_other_lines_keep_their_times() {
    let said = |lines: &[(&str, bool)]| {
        lines.iter().map(|(text, known)| ((*text).to_owned(), *known)).collect::<Vec<_>>()
    };
    let unchanged = said(&[("een", true), ("twee", true), ("drie", true)]);
    assert_eq!(after(|text| text), unchanged);
    assert_eq!(after(|text| text.replace('\n', "\r\n")), unchanged);
    let mended = after(|text| text.replace("\ntwee\n", "\ntwee en een half\n"));
    assert_eq!(mended, said(&[("een", true), ("twee en een half", true), ("drie", true)]));
    let more = after(|text| text.replace("\ntwee\n", "\ntwee\nerbij\n"));
    assert_eq!(more, said(&[("een", true), ("twee", true), ("erbij", false), ("drie", true)]));
    let at_the_end = after(|text| text + "\nonderaan\n");
    assert_eq!(at_the_end.last(), Some(&("onderaan".to_owned(), false)));
    assert_eq!(at_the_end.len(), 4);
    let beside = after(|text| text.replace("Eerst luisteren\n", "Eerst luisteren, dan praten\n"));
    assert!(beside.iter().any(|(text, _)| text.contains("dan praten")), "{beside:?}");
}

#[test]
fn a_note_beside_an_exported_day_belongs_to_it() {
    let book = book("Dag", &[owned(&["een"])]);
    let Content::Folder(mut files) = exported(Form::MarkdownFolder, std::slice::from_ref(&book)) else {
        panic!("a folder")
    };
    files.push(export::FolderFile { name: "Los idee.md".to_owned(), bytes: b"uitwerken".to_vec() });
    let days = from_folder(&Content::Folder(files));
    assert_eq!(days.len(), 1);
    assert_eq!(days[0].programme.sessions[1].title, "Los idee");
    assert_eq!(days[0].notes[1].lines[0].text, "uitwerken");
}

#[test]
fn a_document_of_a_newer_version_is_refused() {
    let json = br#"{"plenair": 2, "days": [], "private_left_out": 0}"#;
    assert!(import::read_days(json, None).is_err());
    let note = b"---\nplenair: '{\"version\":2,\"session\":{}}'\n---\nx";
    assert!(folder::read("map", &[File { name: "a.md", bytes: note }]).is_err());
}

/// Pieces of lines that mean something in Markdown, in YAML, in the grammar of a line, or in none of them.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "- ",
        "* ",
        "1. ",
        "# ",
        "> ",
        "    ",
        "\t",
        "`",
        "``",
        "\\",
        "&nbsp;",
        "&#13;",
        "&amp;",
        "<",
        "<!-- plenair: end -->",
        "%%",
        "$",
        "~~~",
        "---",
        "[a]: b",
        "privé: ",
        "// ",
        "★ ",
        "#boa",
        "#6",
        "@[Noor de Wit]",
        "'",
        "\"",
        "\r",
        "\u{2028}",
        "\u{85}",
        "é",
        "woord",
        " ",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>(), 1 => Just(String::new())]
}

fn a_line() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..5).prop_map(|pieces| pieces.concat().replace('\n', ""))
}

proptest! {
    #[test]
    fn any_note_comes_back(
        notes in prop::collection::vec(prop::collection::vec(a_line(), 0..8), 1..4),
        title in "\\PC{1,20}",
    ) {
        let book = book(&title, &notes);
        let books = std::slice::from_ref(&book);
        assert_same(&book, &from_json(&exported(Form::Json, books))[0]);
        let folder = exported(Form::MarkdownFolder, books);
        assert_same(&book, &from_folder(&folder)[0]);
        let Content::Folder(files) = &folder else { panic!("a folder") };
        assert!(plenair::export::is_own_folder(files), "nobody wrote in it");
    }

    #[test]
    fn any_file_can_be_read(text in any::<String>(), name in "[a-z/ ]{0,9}") {
        let name = format!("{name}.md");
        for text in [text.clone(), format!("---\n{text}\n---\n{text}"), format!("---\nplenair: '{text}'\n---\n{text}")] {
            let _ = folder::read("map", &[File { name: &name, bytes: text.as_bytes() }]);
        }
        let _ = import::read_days(format!("{{\"plenair\": 1, \"days\": [{text}]}}").as_bytes(), None);
    }
}

#[test]
fn one_file_comes_back_with_what_it_shows_in_both_languages() {
    let lines = owned(&[
        "## Kop",
        "- [ ] ★ bellen @Bram vóór 1 april",
        "afspraak: samen",
        "★ vraag: wie?",
        "cijfer: 47 van 258 respondenten",
        "> woorden — Noor",
        "privé: **vet** en #boa",
        "- [x] privé: ★ gedaan",
        "> privé: “woorden” — Noor",
        "# privé: kop",
        "    - privé: eronder",
        "7. private: zeven",
        "gewoon <b>",
    ]);
    let book = book("Dag", &[lines.clone(), owned(&["twee"])]);
    for language in Language::ALL {
        let labels = Texts::new(language).labels();
        let options = Options { include_private: true, ..Options::default() };
        let document = export::render(Form::Markdown, std::slice::from_ref(&book), &options, &labels);
        let days = from_json(&document.content);
        assert_eq!(days.len(), 1);
        let day = &days[0];
        let facts = &day.programme.day;
        assert_eq!((&facts.title, facts.date), (&book.day.facts.title, book.day.facts.date));
        assert_eq!((&facts.place, &facts.theme, &facts.organiser), {
            let facts = &book.day.facts;
            (&facts.place, &facts.theme, &facts.organiser)
        });
        let session = &day.programme.sessions[0];
        let expected = &book.pages[0].session.facts;
        assert_eq!(
            (&session.title, &session.subtitle, session.start),
            (&expected.title, &expected.subtitle, expected.start)
        );
        assert_eq!((&session.speakers, &session.room), (&expected.speakers, &expected.room));
        assert_eq!(day.notes[0].sheet.main_points, book.pages[0].sheet.main_points);
        assert_eq!(day.notes[0].sheet.take_home, book.pages[0].sheet.take_home);
        assert_eq!(day.notes[0].sheet.contacts, book.pages[0].sheet.contacts);
        let read: Vec<_> = day.notes[0].lines.iter().map(|line| line::parse(&line.text)).collect();
        // Behind the list, which becomes lines of the note.
        let read = &read[read.len() - lines.len()..];
        for (text, read) in lines.iter().zip(read) {
            let typed = line::parse(text);
            assert_eq!(
                (read.kind, read.starred, read.private, read.done),
                (typed.kind, typed.starred, typed.private, typed.done),
                "{text}"
            );
            let dues = (
                read.due.as_ref().map(|due| (due.day, due.month)),
                typed.due.as_ref().map(|due| (due.day, due.month)),
            );
            assert_eq!(dues.0, dues.1, "{text}");
        }
    }
}

#[test]
fn one_file_with_times_comes_back_as_the_one_without_and_each_line_has_its_time() {
    let lines = owned(&[
        "## Kop",
        "- [ ] ★ bellen @Bram",
        "afspraak: samen",
        "cijfer: 47 van 258 respondenten",
        "> woorden — Noor",
        "privé: **vet** en #boa",
        "1. een",
        "3. drie",
        "- punt",
        "    - eronder",
        "09:15 getypt",
        "---",
        "gewoon",
    ]);
    let book = book("Dag", &[owned(&["eerst"]), lines.clone()]);
    let labels = Texts::new(Language::Dutch).labels();
    let read = |times: Times| {
        let options = Options { include_private: true, times, ..Options::default() };
        let document = export::render(Form::Markdown, std::slice::from_ref(&book), &options, &labels);
        assert_eq!(document.confirmed_by(&document.content), Some(document.counts));
        let mut read = from_json(&document.content).remove(0).notes.remove(1).lines;
        // Behind the list of points, which becomes lines of the note.
        read.split_off(read.len() - lines.len())
    };
    let (without, with) = (read(Times::Programme), read(Times::Lines));
    let texts = |lines: &[NotedLine]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&with), texts(&without));
    let typed =
        without.iter().position(|line| line.text.starts_with("09:15 ")).expect("a time that was typed");
    assert!(without.iter().all(|line| line.noted_at.is_none()), "a time in the words is a word");
    let time = |line: &NotedLine| line.noted_at.map(|at| at.format("%H:%M").to_string());
    let noted: Vec<String> =
        book.pages[1].note.lines().iter().map(|line| line.noted_at.format("%H:%M").to_string()).collect();
    let timed: Vec<Option<String>> = with.iter().map(time).collect();
    assert_eq!(timed[0], None, "a heading shows no time");
    assert_eq!(timed[typed].as_ref(), Some(&noted[typed]));
    assert!(timed.iter().skip(1).all(Option::is_some), "{timed:?}");
}
