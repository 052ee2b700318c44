//! Broken and hostile spreadsheets, documents and pages: a clear error or what could be read, never a panic or a hang.
//!
//! A test that hangs fails by not ending; how long something takes is not measured here.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use plenair::domain::programme::{Reason, WarningKind};
use plenair::import;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files to damage: the fixtures, and the real ones where they are.
fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = root.join("../shared/programmes");
    if !real.is_dir() {
        eprintln!("SKIPPED: ../shared/programmes is not there; only the fixtures are damaged");
    }
    let endings = ["csv", "xlsx", "ods", "xls", "docx", "html"];
    let mut files = Vec::new();
    for folder in [root.join("tests/fixtures/import"), real] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if endings.contains(&ending) {
                files.push((path.display().to_string(), fs::read(&path).expect("a file")));
            }
        }
    }
    assert!(files.len() >= 10, "where are the fixtures?");
    files
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a zip").into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", xml.as_bytes())])
}

fn xlsx(sheet: &str) -> Vec<u8> {
    let workbook = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    zipped(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_file_that_is_cut_off_anywhere_gives_an_error_or_a_part() {
    for (name, bytes) in files() {
        for length in (0..bytes.len()).step_by(100) {
            match import::read(&bytes[..length]) {
                Ok(_) => {}
                Err(problem) => assert!(!problem.cause.is_empty(), "{name} at {length}"),
            }
        }
    }
}

#[test]
fn a_file_with_damaged_bytes_gives_an_error_or_a_part() {
    for (_, bytes) in files() {
        for start in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            let mut damaged = bytes.clone();
            for byte in damaged.iter_mut().skip(start).take(7) {
                *byte ^= 0x5a;
            }
            let _ = import::read(&damaged);
        }
    }
}

#[test]
fn a_small_file_that_unpacks_to_a_gigabyte_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    let piece = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        writer.write_all(&piece).expect("a piece");
    }
    let bomb = writer.finish().expect("a zip").into_inner();
    assert!(bomb.len() < 2 << 20, "{}", bomb.len());
    let problem = import::read(&bomb).expect_err("a bomb");
    assert!(problem.cause.contains("more than a programme"), "{problem:?}");
    // Overlapping in spirit: many parts that are each within the bound, and together are not.
    let piece = vec![b'x'; 8 << 20];
    let names: Vec<String> = (0..12).map(|number| format!("xl/part{number}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), piece.as_slice())).collect();
    parts.push(("xl/workbook.xml", b"<workbook/>"));
    assert!(import::read(&zipped(&parts)).expect_err("too much").cause.contains("more than a programme"));
}

#[test]
fn a_zip_in_a_zip_stays_closed() {
    let inner = docx("<w:p><w:r><w:t>09:00 Welkom</w:t></w:r></w:p>");
    assert!(import::read(&zipped(&[("inner.docx", &inner), ("word/other.xml", b"<x/>")])).is_err());
}

#[test]
fn entities_neither_grow_nor_fetch() {
    let lol = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">\
               <!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    let body =
        "<w:p><w:r><w:t>09:00 Welkom &c;&f;</w:t></w:r></w:p><w:p><w:r><w:t>10:00 Pauze</w:t></w:r></w:p>";
    let xml = format!("{lol}<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let programme = import::read(&zipped(&[("word/document.xml", xml.as_bytes())])).expect("two lines");
    assert_eq!(programme.sessions.len(), 2);
    assert_eq!(programme.sessions[0].title, "Welkom");
}

#[test]
fn deep_nesting_is_no_deeper_than_the_rest() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    let _ = import::read(&docx(&deep));
    let text = format!("{}<w:p><w:r><w:t>09:00 Welkom</w:t></w:r></w:p>", "<w:sdt>".repeat(200_000));
    let _ = import::read(&docx(&text));
    for piece in ["<table><tr><td>", "<div>", "<ul><li>", "<b>", "<p><table>"] {
        let page = format!("<html><body>{}09:00 Welkom<br>10:00 Pauze", piece.repeat(200_000));
        let _ = import::read(page.as_bytes());
    }
    let linked = format!(
        "<html><script type=\"application/ld+json\">{}</script><p>tekst</p></html>",
        "[".repeat(100_000)
    );
    let _ = import::read(linked.as_bytes());
}

#[test]
fn a_sheet_that_says_it_is_huge_costs_what_it_holds() {
    let sheet = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Titel</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Start</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Welkom</t></is></c><c r=\"B2\"><v>0.375</v></c></row>\
        <row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>Slot</t></is></c><c r=\"XFD1048576\"><v>1</v></c></row>\
        </sheetData><mergeCells><mergeCell ref=\"C1:XFD1048576\"/></mergeCells></worksheet>";
    let programme = import::read(&xlsx(sheet)).expect("a programme");
    let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
    assert_eq!(titles, ["Welkom", "Slot"]);
}

#[test]
fn a_sheet_that_stops_in_the_middle_says_so() {
    let sheet = "<worksheet><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Titel</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Start</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Welkom</t></is></c><c r=\"B2\"><v>0.375</v></c></row><row r=\"3\"><c r=\"A3\" t=\"inl";
    let programme = import::read(&xlsx(sheet)).expect("a part of a programme");
    assert_eq!(programme.sessions.len(), 1);
    assert!(programme.warnings.iter().any(|warning| warning.kind == WarningKind::CutShort));
}

#[test]
fn large_files_are_read_or_refused() {
    let mut table = String::from("Titel;Start;Zaal;Spreker\n");
    while table.len() < 10 << 20 {
        table.push_str("Wijkveiligheid in de praktijk;09:30;Zaal 3;Noor Bakker, burgemeester\n");
    }
    let programme = import::read(table.as_bytes()).expect("a part of it");
    assert_eq!(programme.sessions.len(), 10_000);
    assert!(programme.left_out.iter().any(|left_out| left_out.reason == Reason::TooMany));
    for sign in ["\"", ",", "a,b\n"] {
        let text = format!("Titel,Start\n{}", sign.repeat(1 << 20));
        let _ = import::read_as(text.as_bytes(), import::Format::Csv);
    }
    let row = "<tr><td rowspan=1000 colspan=60>09:30</td><td rowspan=1000>Inloop</td></tr>";
    let _ = import::read(format!("<html><table>{}", row.repeat(50_000)).as_bytes());
    let _ = import::read(format!("<html><p {}>", "a=1 b='2' ".repeat(100_000)).as_bytes());
    let _ = import::read(format!("<html>{}", "<".repeat(1 << 20)).as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_without_a_fall(
        rows in prop::collection::vec(prop::collection::vec(
            prop::sample::select(vec![
                "", "Titel", "Tijd", "Zaal 1", "09:30", "9.3", "0.5", "45000", "24", "9-10", "2:00 p.m.", "16 maart",
                "Noor Bakker", "Pauze", "TBA", "Dag 2", "99999999999999999999", "-1", "1e308", "31.2.", "00/00/0000",
                "a - b", "é\u{301}", "(", "1:", "€ 5,00", "24:00-00:00", "vrijdag", "\"", "'",
            ]), 0..6), 0..12)
    ) {
        let text: String = rows.iter().map(|row| row.join(";") + "\n").collect();
        let _ = import::read_as(text.as_bytes(), import::Format::Csv);
        let _ = import::people::read(text.as_bytes());
    }

    #[test]
    fn any_page_is_read_without_a_fall(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "</td>", "<li>", "<ul>",
            "</ul>", "<p>", "09:30 ", "Welkom ", "<br>", "<script>", "</script>", "<pre>", "</pre>", "<div hidden>",
            "</div>", "&nbsp;", "&#0;", "<!--", "-->", "<title>", "</title>", "Zaal 1", "<th>Tijd</th>", "<th>Titel</th>",
        ]), 0..60)
    ) {
        let _ = import::read_as(pieces.concat().as_bytes(), import::Format::Html);
    }

    #[test]
    fn any_word_document_is_read_without_a_fall(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tcPr><w:vMerge/></w:tcPr>",
            "<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>", "<w:p>", "</w:p>", "<w:r><w:t>09:30</w:t></w:r>",
            "<w:r><w:t>Welkom</w:t></w:r>", "<w:del>", "</w:del>", "<w:numPr><w:ilvl w:val=\"9\"/></w:numPr>", "<w:br/>",
            "<w:tab/>", "&amp;", "&x;", "<![CDATA[x]]>", "</w:body>",
        ]), 0..60)
    ) {
        let _ = import::read_as(&docx(&pieces.concat()), import::Format::Docx);
    }
}
