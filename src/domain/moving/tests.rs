//! Moving lines and taking it back: nothing is lost, nothing is double, and what was private stays private.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::id::AuthorId;

fn line(number: u128, text: &str) -> NoteLine {
    NoteLine {
        id: LineId::from(Uuid::from_u128(number)),
        text: text.to_owned(),
        noted_at: "2023-03-16T14:32:00+01:00".parse().expect("a moment"),
        author: AuthorId::from(Uuid::nil()),
    }
}

fn lines(first: u128, texts: &[&str]) -> Vec<NoteLine> {
    (first..).zip(texts).map(|(number, text)| line(number, text)).collect()
}

fn pair() -> Pair {
    Pair { from: lines(1, &["a", "b", "", "c", "d"]), to: lines(11, &["x", ""]) }
}

fn ids(numbers: &[u128]) -> Vec<LineId> {
    numbers.iter().map(|number| LineId::from(Uuid::from_u128(*number))).collect()
}

fn texts(lines: &[NoteLine]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn lines_go_to_the_end_in_the_order_of_their_note() {
    let (moved, trail) = pair().moved(&ids(&[4, 2, 3]), None);
    assert_eq!(texts(&moved.from), ["a", "d"]);
    assert_eq!(texts(&moved.to), ["x", "b", "", "c"], "the blank line made room");
    assert_eq!((trail.said(), trail.lines()), (2, ids(&[2, 3, 4])));
    assert_eq!(moved.to[1], line(2, "b"), "with its id, its time and its author");
    assert_eq!(moved.moved_back(&trail, None, false), pair());
}

#[test]
fn lines_that_are_not_there_change_nothing() {
    let (moved, trail) = pair().moved(&ids(&[99, 11]), None);
    assert_eq!((moved, trail.lines()), (pair(), Vec::new()));
}

#[test]
fn what_was_private_by_its_session_gets_the_mark_and_loses_it_again() {
    let mark = Some(Language::Dutch);
    let before = Pair { from: lines(1, &["- [ ] ★ bellen", "// al privé", ""]), to: Vec::new() };
    let (moved, trail) = before.clone().moved(&ids(&[1, 2, 3]), mark);
    assert_eq!(texts(&moved.to), ["- [ ] ★ privé: bellen", "// al privé", ""]);
    assert_eq!(moved.clone().moved_back(&trail, None, true), before);
    let open = moved.moved_back(&trail, None, false);
    assert_eq!(
        texts(&open.from),
        ["- [ ] ★ privé: bellen", "// al privé", ""],
        "it is private nowhere else now"
    );
}

#[test]
fn a_line_that_was_changed_in_a_private_session_comes_back_private() {
    let (mut moved, trail) = pair().moved(&ids(&[1, 2]), None);
    moved.to[1].text.push_str(" met iets wat niemand mag weten");
    let back = moved.moved_back(&trail, Some(Language::English), false);
    assert_eq!(
        texts(&back.from),
        ["private: a met iets wat niemand mag weten", "b", "", "c", "d"],
        "the other one is as it was"
    );
}

#[test]
fn lines_return_behind_what_is_left_of_the_lines_before_them() {
    let (mut moved, trail) = pair().moved(&ids(&[2, 5]), None);
    moved.from.remove(2);
    moved.from.insert(1, line(77, "nieuw"));
    moved.to.remove(1);
    moved.to.push(line(78, "ook nieuw"));
    let back = moved.moved_back(&trail, None, false);
    assert_eq!(texts(&back.from), ["a", "nieuw", "", "d"], "b was deleted over there; c was deleted here");
    assert_eq!(texts(&back.to), ["x", "ook nieuw"]);
}

#[test]
fn what_was_typed_meanwhile_stays_and_what_left_or_came_does_so() {
    let typed = lines(1, &["a", "b", "c en meer", "d"]);
    let gone = [line(2, "privé: b"), line(4, "d en meer")];
    let elsewhere = |id| gone.iter().find(|line| line.id == id);
    let stored = [line(1, "a"), line(21, "kwam terug"), line(3, "c")];
    let fresh = || LineId::from(Uuid::from_u128(50));
    let merged = merged(&typed, &stored, elsewhere, fresh);
    assert_eq!(texts(&merged), ["a", "kwam terug", "c en meer", "d"]);
    assert_eq!(merged[3].id, fresh(), "what was typed in it is not there, so it stays, as another line");
}

proptest! {
    #[test]
    fn taking_a_move_back_leaves_everything_as_it_was(
        from in proptest::collection::vec("[a-c/ ]{0,4}", 0..8),
        to in proptest::collection::vec("[a-c/ ]{0,4}", 0..4),
        chosen in proptest::collection::vec(0..8u128, 0..6),
        leaves_private in any::<bool>(),
    ) {
        let number = |first: u128, texts: &[String]| -> Vec<NoteLine> {
            (first..).zip(texts).map(|(number, text)| line(number, text)).collect()
        };
        let before = Pair { from: number(0, &from), to: number(100, &to) };
        let mark = mark(leaves_private, false, Language::Dutch);
        let (moved, trail) = before.clone().moved(&ids(&chosen), mark);
        let blank = usize::from(trail.blank.is_some());
        prop_assert_eq!(moved.from.len() + moved.to.len() + blank, from.len() + to.len());
        let moved_lines = moved.to.iter().filter(|line| trail.lines().contains(&line.id));
        for line in moved_lines.filter(|line| leaves_private && !line::is_blank(&line.text)) {
            prop_assert!(line::parse(&line.text).private, "{}", line.text);
        }
        prop_assert_eq!(moved.moved_back(&trail, None, leaves_private), before);
    }
}
