//! What a Markdown document looks like. That no line swallows another is proven with a real reader of Markdown in
//! `tests/export_markdown.rs`.

use super::*;
use crate::domain::book::Book;
use crate::domain::day::Link;
use crate::domain::points::{Point, PointList, PointListKind};
use crate::export::Options;
use crate::export::tests::{book, date, speaker};

fn rendered(book: &Book) -> String {
    let outline = Outline::new(std::slice::from_ref(book), &Options::default());
    render(&outline, &Labels::dutch_for_tests())
}

/// The note of a day with one session, without its heading and without the overview.
fn note_of(text: &str) -> String {
    let whole = rendered(&book(&[text]));
    let (_, note) = whole.split_once("## 1. Onderdeel 1\n\n").expect("a note");
    let note = note.split_once("\n\n## Overzicht").map_or(note, |(note, _)| note);
    note.split_once("\n\n---\n").map_or(note, |(note, _)| note).trim_end().to_owned()
}

fn point(label: &str, tag: Option<&str>) -> Point {
    Point { label: label.to_owned(), tag: tag.map(str::to_owned) }
}

#[test]
fn a_day_has_the_shape_of_a_report() {
    let mut book = book(&[
        "De basis moet op orde #boa\n> \"Eerst luisteren\"\n\n- [ ] cijfers opvragen @Bram vóór 1 april",
        "",
        "privé: weg\nafspraak: @Samira deelt het plan #toezicht\ncijfer: 47 van 258 respondenten",
    ]);
    book.day.facts.theme = Some("Onrust".to_owned());
    book.day.facts.links =
        vec![Link { title: "Verslag".to_owned(), url: "https://voorbeeld.nl/a".to_owned() }];
    let facts = &mut book.pages[0].session.facts;
    facts.speakers = vec![Speaker { name: "Noor de Wit".to_owned(), role: Some("lector".to_owned()) }];
    facts.lists = vec![PointList {
        title: "Trends".to_owned(),
        kind: PointListKind::Trends,
        points: vec![point("Toezicht", Some("toezicht")), point("Onderhoud", None)],
    }];
    book.pages[1].session.cancelled = true;
    let expected = "\
# Netwerkdag

do 16 maart 2023 · Nijmegen

**Thema:** Onrust

## Programma

1. **Onderdeel 1** · Noor de Wit (lector)
2. **Onderdeel 2** (niet meer in het programma)
3. **Onderdeel 3**

## 1. Onderdeel 1
Noor de Wit (lector)

* **Trends**
    1. Toezicht #toezicht
    2. Onderhoud

De basis moet op orde #boa

> “Eerst luisteren” — Noor de Wit

- [ ] cijfers opvragen @Bram vóór 1 april (za 1 april 2023)

## 3. Onderdeel 3

- **Afspraak:** @Samira deelt het plan #toezicht

- **Cijfer:** 47 van 258 respondenten (18,2 %)

## Overzicht

### Acties

- [ ] cijfers opvragen @Bram vóór 1 april (za 1 april 2023) · onderdeel 1

### Afspraken

- @Samira deelt het plan #toezicht · onderdeel 3

### Cijfers

- 47 van 258 respondenten (18,2 %) · onderdeel 3

### Citaten

- “Eerst luisteren” — Noor de Wit · onderdeel 1

### Trends

- **Toezicht en handhaving (#toezicht)**: 2 regels (onderdeel 1: 1, onderdeel 3: 1)

### Links

- Verslag: <https://voorbeeld.nl/a>

---

*1 regel is weggelaten (alleen voor mij).*
";
    assert_eq!(rendered(&book), expected);
}

#[test]
fn every_kind_has_its_own_form() {
    for (text, expected) in [
        ("gewoon", "gewoon"),
        ("★ belangrijk", "★ belangrijk"),
        ("# kop", "### kop"),
        ("##### diep", "###### diep"),
        ("[ ] doen", "- [ ] doen"),
        ("- [x] ★ gedaan", "- [x] ★ gedaan"),
        ("besluit: zo", "- **Afspraak:** zo"),
        ("? waarom", "- **Vraag:** waarom"),
        ("! vraag: waarom", "- ★ **Vraag:** waarom"),
        ("cijfer: 70 % ziet meer", "- **Cijfer:** 70 % ziet meer"),
        ("cijfer: nog opzoeken", "Cijfer: nog opzoeken"),
        ("> woorden — Samira #boa", "> “woorden” — Samira #boa"),
        ("afspraak:", "- **Afspraak:**"),
        ("- [ ]", "- [ ]"),
        ("★", "★"),
        ("-", "\\-"),
        ("- ", "\\-"),
        ("#", "\\#"),
    ] {
        assert_eq!(note_of(text), expected, "{text:?}");
    }
}

#[test]
fn lines_are_apart_and_blank_lines_do_not_add_up() {
    assert_eq!(
        note_of("> een\ntwee\n\n\n- [ ] drie\nvier\n==="),
        "> “een”\n\ntwee\n\n- [ ] drie\n\nvier\n\n\\==="
    );
}

#[test]
fn numbers_show_as_they_were_typed() {
    assert_eq!(note_of("1. een\n2. twee"), "1. een\n\n2. twee");
    assert_eq!(note_of("1. een\n3. drie\n4. vier"), "1. een\n\n3\\. drie\n\n4. vier");
    assert_eq!(note_of("7. zeven\ntekst\n9. negen"), "7. zeven\n\ntekst\n\n9. negen");
    assert_eq!(note_of("1. een\nprivé: weg\n1. een"), "1. een\n\n1\\. een");
    assert_eq!(note_of("1. afspraak: zo"), "- **Afspraak:** 1. zo");
    assert_eq!(note_of("3. > woorden"), "> 3\\. “woorden”");
    assert_eq!(note_of("3. # kop"), "### 3. kop");
}

#[test]
fn indentation_shows_without_becoming_code_or_a_part_of_the_line_before() {
    assert_eq!(
        note_of("1. punt\n    - eronder\n\tdiep"),
        "1. punt\n\n\u{a0}\u{a0}\u{a0}\u{a0}- eronder\n\n\u{a0}\u{a0}\u{a0}\u{a0}diep"
    );
    assert_eq!(note_of("  vraag: wie"), "- \u{a0}\u{a0}**Vraag:** wie");
}

#[test]
fn times_rooms_and_dates_are_in_the_programme() {
    let mut book = book(&["", "", ""]);
    book.day.facts.last_date = Some(date("2023-03-17"));
    for (page, day) in book.pages.iter_mut().zip(["2023-03-16", "2023-03-16", "2023-03-17"]) {
        page.session.facts.date = Some(date(day));
    }
    let facts = &mut book.pages[1].session.facts;
    facts.start = "09:30:00".parse().ok();
    facts.end = "10:15:00".parse().ok();
    facts.room = Some("Zaal 2".to_owned());
    facts.subtitle = Some("Korte aftrap".to_owned());
    facts.speakers = vec![speaker("Noor"), speaker("Bram")];
    let expected = "\
# Netwerkdag

do 16 maart 2023 – vr 17 maart 2023 · Nijmegen

## Programma

**do 16 maart 2023**

1. **Onderdeel 1**
2. 09:30–10:15 · **Onderdeel 2** – Korte aftrap · Noor; Bram · Zaal 2

**vr 17 maart 2023**

3. **Onderdeel 3**
";
    assert_eq!(rendered(&book), expected);
}

#[test]
fn a_session_or_day_without_a_title_says_so() {
    let mut book = book(&["tekst"]);
    book.day.facts.title = String::new();
    book.pages[0].session.facts.title = " ".to_owned();
    let text = rendered(&book);
    assert!(text.starts_with("# Zonder titel\n"), "{text}");
    assert!(text.contains("1. **Zonder titel**\n"), "{text}");
}

#[test]
fn what_is_private_and_asked_for_says_so() {
    let book = book(&["privé: ★ vraag: wie"]);
    let outline =
        Outline::new(std::slice::from_ref(&book), &Options { include_private: true, ..Options::default() });
    let text = render(&outline, &Labels::dutch_for_tests());
    assert!(text.contains("\n- ★ *(alleen voor mij)* **Vraag:** wie\n"), "{text}");
}

#[test]
fn a_kind_that_waits_for_its_words_is_not_in_the_overview() {
    let text = rendered(&book(&["afspraak:\n- [ ]"]));
    assert!(!text.contains("Overzicht"), "{text}");
}

#[test]
fn an_address_that_is_none_is_only_text() {
    let mut book = book(&[]);
    book.day.facts.links = vec![Link { title: "Pad".to_owned(), url: "a <b> c".to_owned() }];
    assert!(rendered(&book).contains("- Pad: a \\<b\\> c\n"));
}
