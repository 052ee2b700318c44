//! What a person does with the items of a programme, without a window.

use super::{Change, Item, Preview};
use crate::domain::day::{DayFacts, SessionFacts, Speaker};
use crate::domain::programme::{LeftOut, Programme, Reason};

const TEXT: &str = "Wijkdag\n9.30 Inloop\n10.00 Welkom\nmet koffie\nGroet";

fn session(title: &str, start: &str) -> SessionFacts {
    SessionFacts { title: title.to_owned(), start: start.parse().ok(), ..SessionFacts::default() }
}

fn programme() -> Programme {
    let left_out =
        |line, text: &str| LeftOut { line, text: text.to_owned(), reason: Reason::AroundProgramme };
    Programme {
        format: "text",
        day: DayFacts { title: "Wijkdag".to_owned(), date: "2024-04-11".parse().ok(), ..DayFacts::default() },
        sessions: vec![session("Inloop", "09:30:00"), session("Welkom met koffie", "10:00:00")],
        sources: vec![2..=2, 3..=4],
        text: TEXT.to_owned(),
        left_out: vec![left_out(1, "Wijkdag"), left_out(5, "Groet")],
        ..Programme::default()
    }
}

fn preview() -> Preview {
    Preview::of_programme(programme(), "uitnodiging.txt")
}

fn titles(preview: &Preview) -> Vec<&str> {
    preview.items.iter().map(|item| item.title.as_str()).collect()
}

fn left_out(preview: &Preview) -> Vec<usize> {
    preview.left_out().iter().map(|piece| piece.line).collect()
}

#[test]
fn what_nobody_touched_is_kept_as_it_was_read() {
    let kept = preview().programme("zonder titel");
    assert_eq!(kept.sessions, programme().sessions);
    assert_eq!(kept.day, programme().day);
    assert_eq!(kept.format, "text");
}

#[test]
fn a_line_knows_its_item_and_what_has_none_is_left_out() {
    let mut preview = preview();
    assert_eq!((preview.owner(2), preview.owner(4), preview.owner(5)), (Some(0), Some(1), None));
    assert_eq!(left_out(&preview), [1, 5]);
    preview.change(Change::NotAnItem(4));
    assert_eq!(titles(&preview), ["Inloop"]);
    assert_eq!(left_out(&preview), [1, 3, 4, 5]);
    preview.change(Change::MakeItem(3));
    assert_eq!(titles(&preview), ["Inloop", "Welkom"]);
    assert_eq!(preview.items[1].start, "10:00");
    preview.change(Change::MakeItem(1));
    assert_eq!(titles(&preview), ["Wijkdag", "Inloop", "Welkom"], "in the order of the lines");
}

#[test]
fn an_item_is_split_at_the_caret_or_after_its_first_line() {
    let mut at_caret = preview();
    at_caret.change(Change::Choose(1));
    at_caret.title_caret = Some("Welkom".len());
    at_caret.change(Change::Split);
    assert_eq!(titles(&at_caret), ["Inloop", "Welkom", "met koffie"]);
    let mut by_line = preview();
    by_line.change(Change::Choose(1));
    by_line.change(Change::Split);
    assert_eq!(titles(&by_line), ["Inloop", "Welkom met koffie", "met koffie"]);
    assert_eq!(by_line.items[2].lines, Some(4..=4));
    assert_eq!(by_line.owner(4), Some(2));
}

#[test]
fn joined_items_keep_what_both_have() {
    let mut preview = preview();
    preview.items[0].speakers = "Noor de Wit".to_owned();
    preview.items[1].speakers = "Bram".to_owned();
    preview.items[1].end = "10.45".to_owned();
    preview.change(Change::Join);
    let kept = preview.programme("zonder titel");
    assert_eq!(kept.sessions.len(), 1);
    let joined = &kept.sessions[0];
    assert_eq!(joined.title, "Inloop Welkom met koffie");
    assert_eq!((joined.start, joined.end), ("09:30:00".parse().ok(), "10:45:00".parse().ok()));
    assert_eq!(joined.speakers.len(), 2);
    assert!(left_out(&preview).iter().all(|line| ![2, 3, 4].contains(line)));
    preview.change(Change::Undo);
    assert_eq!(preview.items.len(), 2);
}

#[test]
fn speakers_keep_what_they_do_and_get_another_beside_them() {
    let mut read = programme();
    read.sessions[0].speakers =
        vec![Speaker { name: "Noor de Wit".to_owned(), role: Some("wethouder".to_owned()) }];
    let mut preview = Preview::of_programme(read, "");
    preview.items[0].speakers.push_str("; Bram ;");
    let speakers = &preview.programme("").sessions[0].speakers;
    assert_eq!(speakers[0].role.as_deref(), Some("wethouder"));
    assert_eq!(speakers[1], Speaker { name: "Bram".to_owned(), role: None });
    assert_eq!(speakers.len(), 2);
}

#[test]
fn another_date_of_the_day_takes_the_dates_of_its_items_along() {
    let mut read = programme();
    read.day.last_date = "2024-04-12".parse().ok();
    read.sessions[1].date = "2024-04-12".parse().ok();
    let mut preview = Preview::of_programme(read, "");
    preview.date = "18-4-2024".to_owned();
    let kept = preview.programme("");
    assert_eq!((kept.day.date, kept.day.last_date), ("2024-04-18".parse().ok(), "2024-04-19".parse().ok()));
    assert_eq!(kept.sessions[1].date, "2024-04-19".parse().ok());
    assert_eq!(kept.sessions[0].date, None);
}

#[test]
fn a_time_or_a_date_that_is_none_is_found_and_nothing_is_kept() {
    let mut preview = preview();
    assert!(preview.can_save());
    preview.items[1].start = "25.00".to_owned();
    assert_eq!((preview.first_wrong(), preview.can_save()), (Some(1), false));
    preview.items[1].start = " ".to_owned();
    assert!(preview.can_save());
    assert_eq!(preview.without_time(), 1);
    preview.date = "vandaag".to_owned();
    assert!(!preview.can_save());
}

#[test]
fn items_move_but_not_over_the_edge_and_the_last_can_go() {
    let mut preview = preview();
    preview.change(Change::Move(-1));
    assert_eq!((titles(&preview)[0], preview.chosen), ("Inloop", 0));
    assert!(!preview.has_work(), "nothing was changed");
    preview.change(Change::Move(1));
    assert_eq!((titles(&preview)[1], preview.chosen), ("Inloop", 1));
    preview.change(Change::Delete);
    preview.change(Change::Delete);
    preview.change(Change::Delete);
    preview.change(Change::Join);
    preview.change(Change::Split);
    assert!(preview.items.is_empty() && !preview.can_save());
    preview.change(Change::Add);
    assert_eq!(preview.items.len(), 1);
}

#[test]
fn a_format_without_lines_keeps_what_its_reader_left_out() {
    let mut read = programme();
    read.text = String::new();
    read.sources.clear();
    let mut preview = Preview::of_programme(read, "dag.ics");
    assert!(preview.text.is_empty() && !preview.is_by_lines());
    preview.change(Change::Delete);
    assert_eq!(left_out(&preview), [1, 5]);
}

#[test]
fn a_file_that_is_too_long_to_show_is_listed_by_what_was_left_out() {
    let mut read = programme();
    read.text.push_str(&"\nlang".repeat(100_000));
    let preview = Preview::of_programme(read, "lang.txt");
    assert!(preview.text.is_empty());
    assert_eq!((preview.items.len(), left_out(&preview)), (2, vec![1, 5]));
}

#[test]
fn a_day_without_a_title_gets_the_words_for_it() {
    let mut preview = preview();
    preview.title = "  ".to_owned();
    assert_eq!(preview.programme("Dag zonder titel").day.title, "Dag zonder titel");
}

#[test]
fn a_line_that_is_made_an_item_loses_its_bullet_and_its_time() {
    let read = |text: &str| {
        let item = Item::of_line(1, 1, text);
        (item.start, item.end, item.title)
    };
    let owned = |start: &str, end: &str, title: &str| (start.to_owned(), end.to_owned(), title.to_owned());
    assert_eq!(read("  - 9.30 Inloop"), owned("09:30", "", "Inloop"));
    assert_eq!(read("9:30-10:00 | Inloop"), owned("09:30", "10:00", "Inloop"));
    assert_eq!(read("2024 was een mooi jaar"), owned("", "", "2024 was een mooi jaar"));
    assert_eq!(read("Afsluiting"), owned("", "", "Afsluiting"));
}
