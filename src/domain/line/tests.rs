//! What a line says, row by row of the grammar, and what holds for any text.

use chrono::NaiveDate;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use super::LineKind::{Action, Decision, Figure, Heading, Question, Quote, Remark};
use super::{Line, LineKind, ListMarker, TagTarget, body, is_blank, parse, quote_words};

/// The row of a table: text, kind, marks (`*` important, `p` private, `x` done) and body.
type Row = (&'static str, LineKind, &'static str, &'static str);

fn marks(line: &Line) -> String {
    let flags = [(line.starred, '*'), (line.private, 'p'), (line.done, 'x')];
    flags.into_iter().filter_map(|(set, sign)| set.then_some(sign)).collect()
}

fn check(rows: &[Row]) {
    for (text, kind, flags, content) in rows {
        let line = parse(text);
        assert_eq!(
            (line.kind, marks(&line).as_str(), body(text, &line)),
            (*kind, *flags, *content),
            "{text:?}"
        );
    }
}

#[test]
fn every_row_of_the_grammar() {
    check(&[
        ("- [ ] cijfers opvragen", Action, "", "cijfers opvragen"),
        ("- [x] cijfers opvragen", Action, "x", "cijfers opvragen"),
        ("- [X] cijfers opvragen", Action, "x", "cijfers opvragen"),
        ("  * [ ] ingesprongen", Action, "", "ingesprongen"),
        ("- [ ]", Action, "", ""),
        ("[] bellen", Action, "", "bellen"),
        ("[ ] bellen", Action, "", "bellen"),
        ("actie: bellen", Action, "", "bellen"),
        ("TODO: bellen", Action, "", "bellen"),
        ("Action:bellen", Action, "", "bellen"),
        ("afspraak: elk kwartaal", Decision, "", "elk kwartaal"),
        ("Besluit: elk kwartaal", Decision, "", "elk kwartaal"),
        ("DECISION: every quarter", Decision, "", "every quarter"),
        ("agreed: every quarter", Decision, "", "every quarter"),
        ("afspraak:", Decision, "", ""),
        ("- afspraak: elk kwartaal", Decision, "", "elk kwartaal"),
        ("1. afspraak: elk kwartaal", Decision, "", "elk kwartaal"),
        ("vraag: wie pakt dit op", Question, "", "wie pakt dit op"),
        ("Question: who", Question, "", "who"),
        ("**Vraag:** wie", Question, "", "wie"),
        ("? wie", Question, "", "wie"),
        ("?wie", Remark, "", "?wie"),
        ("citaat: zo is het", Quote, "", "zo is het"),
        ("quote: so it is", Quote, "", "so it is"),
        ("> zo is het", Quote, "", "zo is het"),
        (">zo is het", Quote, "", "zo is het"),
        ("'Eigen woorden'", Quote, "", "'Eigen woorden'"),
        ("cijfer: 70 % ziet meer", Figure, "", "70 % ziet meer"),
        ("figure: 47 of 258", Figure, "", "47 of 258"),
        ("cijfer: veel meer", Remark, "", "veel meer"),
        ("# Kop", Heading, "", "Kop"),
        ("###### Kop", Heading, "", "Kop"),
        ("####### geen kop", Remark, "", "####### geen kop"),
        ("#kop", Remark, "", "#kop"),
        ("zomaar iets", Remark, "", "zomaar iets"),
        ("- zomaar iets", Remark, "", "zomaar iets"),
        ("• zomaar iets", Remark, "", "zomaar iets"),
        ("12. zomaar iets", Remark, "", "zomaar iets"),
        ("2023. Een jaar", Remark, "", "2023. Een jaar"),
        ("-5 graden", Remark, "", "-5 graden"),
        ("een afspraak: x", Remark, "", "een afspraak: x"),
        ("vraagteken: x", Remark, "", "vraagteken: x"),
        ("", Remark, "", ""),
        ("   ", Remark, "", ""),
        ("iets \r", Remark, "", "iets"),
    ]);
}

#[test]
fn marks_before_and_after_the_kind() {
    check(&[
        ("★ belangrijk", Remark, "*", "belangrijk"),
        ("★belangrijk", Remark, "*", "belangrijk"),
        ("! belangrijk", Remark, "*", "belangrijk"),
        ("!belangrijk", Remark, "", "!belangrijk"),
        ("- [ ] ★ privé: bellen", Action, "*p", "bellen"),
        ("privé: ★ - [x] bellen", Action, "*px", "bellen"),
        ("! afspraak: // elk kwartaal", Decision, "*p", "elk kwartaal"),
        ("★ 'Eigen woorden'", Quote, "*", "'Eigen woorden'"),
        ("// cijfer: 70 %", Figure, "p", "70 %"),
        ("★ # Kop", Heading, "*", "Kop"),
        ("vraag: ? x", Question, "", "? x"),
        ("# 1. Inleiding", Heading, "", "1. Inleiding"),
        ("https://voorbeeld.nl", Remark, "", "https://voorbeeld.nl"),
    ]);
}

#[test]
fn private_fails_closed() {
    let private = [
        "privé: x",
        "Privé: x",
        "PRIVÉ:x",
        "prive: x",
        "prive\u{301}: x",
        "private: x",
        "Private:x",
        "privé : x",
        "//x",
        "// x",
        "///x",
        "//",
        "privé:",
        "- [ ] privé: x",
        "- [x] // x",
        "★ // x",
        "! private: x",
        "> private: x",
        ">privé: x",
        "## privé: x",
        "* privé: x",
        "- // x",
        "1. privé: x",
        "12) // x",
        "  - ★ privé: x",
        "\tprivé: x",
        "vraag: privé: x",
        "? // x",
        "cijfer: privé: 70 %",
        "privé: afspraak: x",
        "actie: privé: x",
        "[] privé: x",
        "- [ ] vraag: privé: x",
        "> - privé: x",
        "> > // x",
        "afspraak: 1. privé: x",
        "# 1.privé: x",
        "'privé: x'",
        "(privé: x)",
        "**privé: x**",
        "**privé:** x",
        "_privé_: x",
        "-privé: x",
        "– privé: x",
        "🔒 privé: x",
        "\u{feff}privé: x",
        "\u{200b}// x",
        "pri\u{ad}vé: x",
        "!privé: x",
        "#// x",
        "... // x",
    ];
    for text in private {
        assert!(parse(text).private, "{text:?}");
    }
    let shared = [
        "https://voorbeeld.nl",
        "zie // x",
        "x privé: y",
        "privé x",
        "privégebied: x",
        "/ x",
        "a//b",
        "`// code`",
        "#privé: x",
        "@private: x",
        "deel 1 // deel 2",
        "2023 // x",
        "",
        "/",
    ];
    for text in shared {
        assert!(!parse(text).private, "{text:?}");
    }
}

#[test]
fn list_markers_are_no_content() {
    let marker = |text: &str| parse(text).marker;
    assert_eq!(marker("- x"), Some(ListMarker::Bullet));
    assert_eq!(marker("  7. x"), Some(ListMarker::Number(7)));
    assert_eq!(marker("7) ★ vraag: x"), Some(ListMarker::Number(7)));
    assert_eq!(marker("1. [ ] x"), Some(ListMarker::Number(1)));
    assert_eq!(marker("- [ ] x"), None);
    assert_eq!(marker("1.5 x"), None);
    assert_eq!(parse("  \t- x").indent, 3);
    assert_eq!(parse("### x").heading_level, 3);
    assert_eq!(parse("x").heading_level, 0);
}

#[test]
fn blank_lines() {
    assert!(is_blank(" \t\r") && !is_blank(" - "));
    assert!(parse("- [ ] ★ ").is_blank() && !parse("- [ ] x").is_blank());
}

fn tags(text: &str) -> Vec<String> {
    let line = parse(text);
    for tag in &line.tags {
        assert!(text[tag.span.clone()].starts_with('#'), "{text:?}");
    }
    let written = line.tags.iter().map(|tag| match &tag.target {
        TagTarget::Trend(name) => name.clone(),
        TagTarget::Point(number) => format!("={number}"),
    });
    written.collect()
}

#[test]
fn tags_name_trends_and_points() {
    let rows: &[(&str, &[&str])] = &[
        ("De basis moet op orde #toezicht", &["toezicht"]),
        ("#toezicht eerst", &["toezicht"]),
        ("afspraak:#toezicht", &["toezicht"]),
        ("#a, #b-c en #d_e.", &["a", "b-c", "d_e"]),
        ("(#a) [#b] {#c} \"#d\" '#e' “#f” ‘#g’ «#h»", &["a", "b", "c", "d", "e", "f", "g", "h"]),
        ("**#vet** en _#schuin_", &["vet", "schuin"]),
        ("#café #cafe\u{301} #G40 #40+", &["café", "cafe\u{301}", "G40", "=40"]),
        ("zie #6 en #12.", &["=6", "=12"]),
        ("#trend- #trend_", &["trend", "trend"]),
        ("C# a#b ##x # y #- #", &[]),
        ("`#code` en ``#`code`` #wel", &["wel"]),
        ("https://voorbeeld.nl/#kop (www.voorbeeld.nl/ #wel", &["wel"]),
        ("# Kop #toezicht", &["toezicht"]),
        ("- [x] ★ klaar #toezicht", &["toezicht"]),
        ("@[Noor #geen] #99999999999", &[]),
    ];
    for (text, expected) in rows {
        assert_eq!(tags(text), *expected, "{text:?}");
    }
    let line = parse("#a #6 #b");
    assert_eq!(line.trend_tags().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(line.point_tags().collect::<Vec<_>>(), [6]);
}

#[test]
fn mentions_name_people() {
    let rows: &[(&str, &[(&str, &str)])] = &[
        ("@Bram belt", &[("@Bram", "Bram")]),
        ("met @[Noor de Wit], @Samira.", &[("@[Noor de Wit]", "Noor de Wit"), ("@Samira", "Samira")]),
        ("(@J.P.-Noor_) @a,@b", &[("@J.P.-Noor", "J.P.-Noor"), ("@a", "a"), ("@b", "b")]),
        ("bram@voorbeeld.nl mailto:a@b.nl", &[]),
        ("https://voorbeeld.nl/@bram `@code`", &[]),
        ("@ @- @[] @[ ] @[open @14", &[]),
        ("**@Bram**", &[("@Bram", "Bram")]),
    ];
    for (text, expected) in rows {
        let line = parse(text);
        let found: Vec<_> = line.mentions.iter().map(|m| (&text[m.span.clone()], m.name.as_str())).collect();
        assert_eq!(found, *expected, "{text:?}");
    }
}

fn number(text: &str) -> Option<super::Figure> {
    parse(text).figure
}

#[test]
fn figures_have_a_value_a_unit_and_a_subject() {
    type Figures = (&'static str, f64, Option<f64>, &'static str, &'static str);
    let rows: &[Figures] = &[
        ("cijfer: 70 % ziet meer demonstraties", 70.0, None, "%", "ziet meer demonstraties"),
        ("cijfer: 70% ziet meer", 70.0, None, "%", "ziet meer"),
        ("cijfer: ruim 18,2 procent van G40", 18.2, None, "%", "ruim van G40"),
        ("cijfer: 47 van 258 respondenten", 47.0, Some(258.0), "respondenten", ""),
        (
            "cijfer: In 2023 kwamen 47 van de 258 respondenten uit G40",
            47.0,
            Some(258.0),
            "respondenten",
            "In 2023 kwamen uit G40",
        ),
        ("figure: 47 of 258", 47.0, Some(258.0), "", ""),
        ("cijfer: 47 van 1.258 (G40)", 47.0, Some(1258.0), "", "(G40)"),
        ("cijfer: € 1.200 per jaar", 1200.0, None, "€", "per jaar"),
        ("cijfer: € 1.200,- per jaar", 1200.0, None, "€", "per jaar"),
        ("cijfer: € 1,5 miljoen extra", 1_500_000.0, None, "€", "extra"),
        ("cijfer: 3 euro", 3.0, None, "€", ""),
        ("cijfer: 15 miljoen", 15_000_000.0, None, "", ""),
        ("cijfer: aantal onderdelen: 1.351", 1351.0, None, "", "aantal onderdelen"),
        ("cijfer: 1.351,5", 1351.5, None, "", ""),
        ("cijfer: 1.351.000 sessies", 1_351_000.0, None, "", "sessies"),
        ("cijfer: 1,351 ton", 1.351, None, "", "ton"),
        ("cijfer: 12.5 uur", 12.5, None, "", "uur"),
        ("cijfer: 0.125", 0.125, None, "", ""),
        ("cijfer: -5 graden", -5.0, None, "", "graden"),
        ("cijfer: in 2022 nog 12 meldingen", 12.0, None, "", "in 2022 nog meldingen"),
        ("cijfer: 2023", 2023.0, None, "", ""),
        ("cijfer: ★ 12 #6 G40", 12.0, None, "", "#6 G40"),
    ];
    for (text, value, of, unit, what) in rows {
        let text_or_none = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let expected =
            super::Figure { value: *value, of: *of, unit: text_or_none(unit), what: text_or_none(what) };
        assert_eq!(number(text), Some(expected), "{text:?}");
    }
    for text in
        ["cijfer: veel", "cijfer: #6 @G40 `12`", "cijfer: om 12:30", "cijfer: op 16.03.2023", "cijfer:"]
    {
        let line = parse(text);
        assert_eq!((line.kind, line.figure), (Remark, None), "{text:?}");
    }
    assert_eq!(number("70 % ziet meer"), None);
}

#[test]
fn a_share_is_known_in_percent() {
    let share = |text: &str| parse(text).figure.and_then(|figure| figure.share());
    assert!(share("cijfer: 47 van 258 respondenten").is_some_and(|share| (share - 18.217_054).abs() < 1e-5));
    assert_eq!(share("cijfer: 0 van 0"), None);
    assert_eq!(share("cijfer: 70 %"), None);
}

#[test]
fn only_plain_remarks_offer_a_figure() {
    for text in
        ["70 % ziet meer", "★ ruim 18,2 procent", "47 van de 258 deden mee", "kost € 1.200", "3 euro per dag"]
    {
        assert!(parse(text).offers_figure, "{text:?}");
    }
    let quiet = [
        "om 09.30 uur",
        "op 16 maart 2023",
        "in 2023",
        "258 respondenten",
        "7 van 12 april",
        "G40",
        "zie #6",
        "vraag: 70 %?",
        "'70 %'",
        "cijfer: 70 %",
        "3 of 4 keer",
        "12 van 3",
        "`70 %`",
        "https://voorbeeld.nl/70%",
    ];
    for text in quiet {
        assert!(!parse(text).offers_figure, "{text:?}");
    }
}

#[test]
fn quotes_know_their_words_and_source() {
    type Quotes = (&'static str, bool, &'static str, &'static str);
    let rows: &[Quotes] = &[
        ("'Eigen woorden'", true, "Eigen woorden", ""),
        ("“Eigen woorden”", true, "Eigen woorden", ""),
        ("„Eigen woorden”", true, "Eigen woorden", ""),
        ("‘Eigen woorden’", true, "Eigen woorden", ""),
        ("« Eigen woorden »", true, "Eigen woorden", ""),
        ("\"Eigen woorden\" #toezicht", true, "Eigen woorden", ""),
        (
            "'De foto's van Hans' fiets zijn 's avonds weg'",
            true,
            "De foto's van Hans' fiets zijn 's avonds weg",
            "",
        ),
        ("'Eigen woorden' — Noor", true, "Eigen woorden", "Noor"),
        ("'Eigen woorden' — de burgemeester", true, "Eigen woorden", "de burgemeester"),
        ("'Eigen woorden' – @[Noor de Wit] #toezicht", true, "Eigen woorden", "Noor de Wit"),
        ("citaat: zo is het -- @Noor", false, "zo is het", "Noor"),
        ("> zo is het", false, "zo is het", ""),
        ("> 'zo is het' #a — Noor #b", true, "zo is het", "Noor"),
        (
            "> de basis – dat is onderhoud – moet op orde",
            false,
            "de basis – dat is onderhoud – moet op orde",
            "",
        ),
        ("> een-twee — drie — vier", false, "een-twee — drie — vier", ""),
        ("> — Noor", false, "— Noor", ""),
        ("> zo is het - Noor", false, "zo is het - Noor", ""),
        ("'hij zei 'nee' en ging'", true, "hij zei 'nee' en ging", ""),
        ("> ", false, "", ""),
    ];
    for (text, literal, words, source) in rows {
        let line = parse(text);
        let named = line.source.as_ref().map_or("", |source| source.name.as_str());
        assert_eq!(
            (line.kind, line.literal, quote_words(text, &line), named),
            (Quote, *literal, *words, *source),
            "{text:?}"
        );
        assert!(line.source.is_none_or(|source| text[source.span].contains(&source.name)), "{text:?}");
    }
    let remarks = [
        "'a' en 'b'",
        "\"a\" zei hij, \"b\"",
        "'",
        "''",
        "' '",
        "'s avonds is het druk",
        "'s Avonds zei hij: 'nee'",
        "'open",
        "'a\"",
        "zei 'nee'",
    ];
    for text in remarks {
        assert_eq!(parse(text).kind, Remark, "{text:?}");
    }
    let remark = parse("iets — Noor");
    assert_eq!((remark.source, remark.literal), (None, false));
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn due_dates_of_actions() {
    let day = date(2023, 3, 16);
    let rows: &[(&str, &str, NaiveDate)] = &[
        ("bellen vóór 12 april", "vóór 12 april", date(2023, 4, 12)),
        ("bellen VO\u{301}O\u{301}R 12 April.", "VO\u{301}O\u{301}R 12 April", date(2023, 4, 12)),
        ("bellen voor 12-4 (of later)", "voor 12-4", date(2023, 4, 12)),
        ("voor 12 april 2023, samen", "voor 12 april 2023", date(2023, 4, 12)),
        ("voor 12 april, 2023 was beter", "voor 12 april", date(2023, 4, 12)),
        ("voor 16 mrt", "voor 16 mrt", date(2023, 3, 16)),
        ("voor 15 maart", "voor 15 maart", date(2024, 3, 15)),
        ("voor 15 maart 2022", "voor 15 maart 2022", date(2022, 3, 15)),
        ("uiterlijk op vrijdag 12e mei bellen", "uiterlijk op vrijdag 12e mei", date(2023, 5, 12)),
        ("call by 12 April", "by 12 April", date(2023, 4, 12)),
        ("call before April 12, 2024 please", "before April 12, 2024", date(2024, 4, 12)),
        ("before the 1st Sept.", "before the 1st Sept", date(2023, 9, 1)),
        ("2023-04-12 bellen", "2023-04-12", date(2023, 4, 12)),
        ("bellen (12/4)", "12/4", date(2023, 4, 12)),
        ("voor 3/4", "voor 3/4", date(2023, 4, 3)),
        ("voor 12-04-24", "voor 12-04-24", date(2024, 4, 12)),
        ("voor 12.4.2024", "voor 12.4.2024", date(2024, 4, 12)),
        ("voor Noor, voor 1 mei en voor 2 mei", "voor 1 mei", date(2023, 5, 1)),
        ("voor 29 februari", "voor 29 februari", date(2024, 2, 29)),
    ];
    for (text, span, expected) in rows {
        let text = format!("- [ ] {text}");
        let due = parse(&text).due;
        let found = due.map(|due| (text[due.span.clone()].to_owned(), due.resolve(day)));
        assert_eq!(found, Some(((*span).to_owned(), Some(*expected))), "{text:?}");
    }
    let none = [
        "- [ ] op 12 april",
        "- [ ] voor 12 mensen",
        "- [ ] voor 12.30 uur",
        "- [ ] de 3/4 meerderheid",
        "- [ ] voor 12 `april`",
        "- [ ] `2023-04-12`",
        "- [ ] voor 32 april",
        "- [ ] voor 12-13",
        "voor 12 april",
        "- [ ] https://voorbeeld.nl/2023-04-12",
        "- [ ] 2023-4-12",
        "- [ ] voor",
        "- [ ] voor 12",
    ];
    for text in none {
        assert_eq!(parse(text).due, None, "{text:?}");
    }
}

#[test]
fn dates_that_do_not_exist() {
    let due = |text: &str| parse(text).due.unwrap();
    assert_eq!(due("- [ ] voor 31 april").resolve(date(2023, 3, 16)), None);
    assert_eq!(due("- [ ] voor 29-2-2023").resolve(date(2023, 3, 16)), None);
    assert_eq!(due("- [ ] voor 29-2").resolve(date(2096, 3, 1)), Some(date(2104, 2, 29)));
    assert_eq!(due("- [ ] voor 1-1").resolve(NaiveDate::MAX), None);
}

#[test]
fn names_of_kinds_go_both_ways() {
    for kind in LineKind::ALL {
        assert_eq!(LineKind::from_name(kind.name()), Some(kind));
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
    }
    assert_eq!(LineKind::from_name("Remark"), None);
}

#[test]
fn very_long_lines_of_signs_are_read() {
    for piece in
        ["a.", "@[", "` ", "#", "*", "\u{200b}", "'", "1.", "5 ", "// ", "★", " — A", "voor ", "[", "a:"]
    {
        let text = piece.repeat(50_000);
        assert!(parse(&text).content.end <= text.len());
    }
}

/// Lines built from the pieces that mean something, in any order.
pub(super) fn grammar_line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            " ", "  ", "\t", "- ", "* ", "• ", "1. ", "12) ", "[ ] ", "[] ", "[x] ", "- [ ] ", "- [x] ", "★ ", "★", "! ",
            "privé: ", "prive\u{301}:", "private:", "**privé:** ", "// ", "///", "/", "actie: ", "todo:", "afspraak: ",
            "decision:", "vraag: ", "? ", "> ", "citaat: ", "cijfer: ", "figure:", "# ", "###### ", "#", "\u{feff}",
        ]),
        3 => prop::sample::select(vec![
            "#toezicht", "#6", "@Bram", "@[Noor de Wit]", "`", "``", "https://voorbeeld.nl/#x", "a@b.nl", "'", "\"", "“",
            "”", "«", "»", " — ", " – ", " -- ", "Noor", "70 %", "47 van de 258 ", "€ 1.200,-", "1.351,5", "0.9.8", ":30",
            "vóór 12 april", "voor 31-4", "2023-04-12", "12/4", "by April 12, 2023", "é", "e\u{301}", "🔒", "\u{a0}", "\r",
            "woord", "woord ", ".", ",", "(", ")", "-", "_", "*",
        ]),
        1 => Just("zomaar wat tekst"),
    ];
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

fn check_spans(text: &str) {
    let line = parse(text);
    let inside = |span: &std::ops::Range<usize>| {
        assert!(text.get(span.clone()).is_some(), "{text:?} {span:?}");
        assert!(line.content.start <= span.start && span.end <= line.content.end, "{text:?} {span:?}");
    };
    assert!(text.is_char_boundary(line.indent) && line.indent <= text.len());
    inside(&line.content);
    line.tags.iter().for_each(|tag| inside(&tag.span));
    line.mentions.iter().for_each(|mention| inside(&mention.span));
    line.due.iter().for_each(|due| inside(&due.span));
    line.source.iter().for_each(|source| inside(&source.span));
    assert!(line.tags.is_sorted_by(|a, b| a.span.end <= b.span.start));
    assert!(line.mentions.is_sorted_by(|a, b| a.span.end <= b.span.start));
    let said = body(text, &line);
    assert_eq!(said, said.trim_end());
    assert!(said.contains(quote_words(text, &line)));
    assert_eq!(line.figure.is_some(), line.kind == Figure);
    assert!(line.figure.as_ref().is_none_or(|figure| figure.value.is_finite()));
    assert_eq!(line.heading_level > 0, line.kind == Heading);
    assert!(line.kind == Action || (!line.done && line.due.is_none()));
    assert!(line.kind == Quote || (!line.literal && line.source.is_none()));
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check_spans(&text);
    }

    #[test]
    fn any_combination_of_the_grammar_is_read(text in grammar_line()) {
        check_spans(&text);
    }

    #[test]
    fn a_private_mark_in_front_always_counts(text in grammar_line(), mark in prop::sample::select(vec!["//", "privé:", "Private: "])) {
        assert!(parse(&format!("{mark}{text}")).private);
        assert!(parse(&format!("  - [ ] ★ {mark}{text}")).private);
    }

    #[test]
    fn dates_resolve_to_the_first_one_that_is_not_past(days in 0_i32..40_000, day in 1_u32..=31, month in 1_u32..=12) {
        let from = date(1990, 1, 1) + chrono::TimeDelta::days(i64::from(days));
        let due = parse(&format!("- [ ] voor {day}-{month}")).due.unwrap();
        match due.resolve(from) {
            Some(found) => {
                assert!(found >= from);
                let earlier = found.format("%m-%d").to_string();
                let mut between = from.iter_days().take_while(|date| *date < found);
                assert!(between.all(|date| date.format("%m-%d").to_string() != earlier));
            }
            None => assert!(NaiveDate::from_ymd_opt(2024, month, day).is_none()),
        }
    }
}
