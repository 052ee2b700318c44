use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

/// Someone at a laptop: every reconcile is a minute after the one before.
struct Sitting {
    removed: RemovedLines,
    ids: u128,
    minutes: i64,
    author: AuthorId,
}

impl Sitting {
    fn new() -> Self {
        Self { removed: RemovedLines::default(), ids: 0, minutes: 0, author: author(1) }
    }

    fn note(&mut self, text: &str) -> Note {
        self.edit(&Note::default(), text)
    }

    fn edit(&mut self, note: &Note, text: &str) -> Note {
        self.minutes += 1;
        let ids = &mut self.ids;
        let mut fresh = || {
            *ids += 1;
            LineId::from(Uuid::from_u128(*ids))
        };
        let stamp = Stamp { now: minute(self.minutes), author: self.author, fresh: &mut fresh };
        note.reconcile(text, &mut self.removed, stamp)
    }
}

fn author(number: u128) -> AuthorId {
    AuthorId::from(Uuid::from_u128(number))
}

fn minute(minutes: i64) -> Moment {
    DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::minutes(minutes)
}

fn ids(note: &Note) -> Vec<LineId> {
    note.lines().iter().map(|line| line.id).collect()
}

fn id_of(note: &Note, text: &str) -> LineId {
    line_of(note, text).id
}

fn line_of<'a>(note: &'a Note, text: &str) -> &'a NoteLine {
    note.lines().iter().find(|line| line.text == text).unwrap()
}

fn all_differ(ids: impl IntoIterator<Item = LineId>) -> bool {
    let mut seen = HashSet::new();
    ids.into_iter().all(|id| seen.insert(id))
}

fn numbered(from: usize, to: usize, ending: &str) -> String {
    let lines: Vec<String> = (from..to).map(|n| format!("{n} remark {ending}")).collect();
    lines.join("\n")
}

#[test]
fn text_is_cut_at_line_feeds_only() {
    let mut sitting = Sitting::new();
    let lines = |note: Note| note.lines().iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    assert!(sitting.note("").is_empty());
    assert_eq!(lines(sitting.note("\n")), ["", ""]);
    assert_eq!(lines(sitting.note("a\r\nb\rc\n")), ["a\r", "b\rc", ""]);
}

#[test]
fn new_lines_get_the_time_and_the_author_of_now() {
    let mut sitting = Sitting::new();
    let note = sitting.note("budget is up");
    sitting.author = author(2);
    let note = sitting.edit(&note, "budget is up\nSamira asks why");
    let by: Vec<_> = note.lines().iter().map(|line| (line.noted_at, line.author)).collect();
    assert_eq!(by, [(minute(1), author(1)), (minute(2), author(2))]);
}

#[test]
fn an_edited_line_keeps_its_id_time_and_author() {
    let mut sitting = Sitting::new();
    let note = sitting.note("first\nthe budget goes up by ten per cent\nlast");
    sitting.author = author(2);
    for text in [
        "the budget goes up by twelve per cent",
        "- the budget goes up, Bram says, by ten per cent",
        "    the budget goes up by ten per cent",
        "the budget",
        "ten per cent",
    ] {
        let edited = sitting.edit(&note, &format!("first\n{text}\nlast"));
        assert_eq!(ids(&edited), ids(&note), "{text}");
        assert_eq!(edited.lines()[1].noted_at, minute(1));
        assert_eq!(edited.lines()[1].author, author(1));
    }
}

#[test]
fn a_line_that_is_replaced_by_something_else_is_a_new_line() {
    let mut sitting = Sitting::new();
    let note = sitting.note("first\nthe budget goes up\nlast");
    let replaced = sitting.edit(&note, "first\nNoor wonders who decides\nlast");
    assert_ne!(replaced.lines()[1].id, note.lines()[1].id);
    assert_eq!(replaced.lines()[1].noted_at, minute(2));
    assert_eq!(sitting.edit(&replaced, &note.text()), note);
}

#[test]
fn a_blank_line_that_gets_text_is_first_written_then() {
    let mut sitting = Sitting::new();
    let note = sitting.note("first\n\nlast");
    sitting.author = author(2);
    let indented = sitting.edit(&note, "first\n  \nlast");
    assert_eq!(indented.lines()[1].noted_at, minute(1));
    let written = sitting.edit(&indented, "first\n  q\nlast");
    assert_eq!(ids(&written), ids(&note));
    assert_eq!(written.lines()[1].noted_at, minute(3));
    assert_eq!(written.lines()[1].author, author(2));
}

#[test]
fn the_text_of_a_line_can_be_cut_and_leave_a_blank_line() {
    let mut sitting = Sitting::new();
    let note = sitting.note("one\ntwo\nthree");
    let cut = sitting.edit(&note, "one\n\nthree");
    let pasted = sitting.edit(&cut, "one\n\nthree\ntwo");
    assert_eq!(line_of(&pasted, "two"), line_of(&note, "two"));
    assert!(all_differ(ids(&pasted)));
}

#[test]
fn blocks_that_swap_keep_their_lines() {
    let mut sitting = Sitting::new();
    let note = sitting.note("a1\na2\n\nb1\nb2");
    let swapped = sitting.edit(&note, "b1\nb2\n\na1\na2");
    for text in ["a1", "a2", "b1", "b2"] {
        assert_eq!(line_of(&swapped, text), line_of(&note, text));
    }
    assert!(all_differ(ids(&swapped)));
}

#[test]
fn a_move_and_an_edit_at_once_are_both_followed() {
    let mut sitting = Sitting::new();
    let note = sitting.note("one\ntwo\nthree is long\nfour");
    let edited = sitting.edit(&note, "four\none\ntwo\nthree is longer");
    let before = ids(&note);
    assert_eq!(ids(&edited), [before[3], before[0], before[1], before[2]]);
}

#[test]
fn a_line_moves_to_another_note_with_its_id_time_and_author() {
    let mut sitting = Sitting::new();
    let from = sitting.note("one\ntwo\nthree");
    let to = sitting.note("elsewhere");
    sitting.author = author(2);
    let rest = sitting.edit(&from, "one\nthree");
    let moved = sitting.edit(&to, "two\nelsewhere");
    assert_eq!(moved.lines()[0], from.lines()[1]);
    let again = sitting.edit(&rest, "one\ntwo\nthree");
    assert_ne!(again.lines()[1].id, from.lines()[1].id, "the line is elsewhere now: this is a copy");
}

#[test]
fn a_copy_of_a_line_that_stays_is_a_new_line() {
    let mut sitting = Sitting::new();
    let note = sitting.note("one\ntwo\nthree");
    for text in ["one\ntwo\nthree\none", "three\none\ntwo\nthree", "one\ntwo\ntwo\nthree"] {
        let copied = sitting.edit(&note, text);
        assert!(ids(&note).iter().all(|id| ids(&copied).contains(id)), "{text}");
        assert!(all_differ(ids(&copied)));
        assert_eq!(copied.lines().iter().filter(|line| line.noted_at > minute(1)).count(), 1);
    }
}

#[test]
fn equal_lines_stay_in_order_and_in_place() {
    let mut sitting = Sitting::new();
    let note = sitting.note("ja\nja\nbreak\nja\nend");
    let before = ids(&note);
    let edited = sitting.edit(&note, "start\nbreak\nja\nend, really");
    assert_eq!(ids(&edited)[1..], [before[2], before[3], before[4]]);
    let back = sitting.edit(&edited, &note.text());
    assert_eq!(HashSet::<LineId>::from_iter(ids(&back)), before.into_iter().collect());
}

#[test]
fn blank_lines_do_not_take_the_place_of_others() {
    let mut sitting = Sitting::new();
    let note = sitting.note("one\n\n\ntwo\n\nthree");
    let edited = sitting.edit(&note, "\n\none\n\ntwo\nthree\n\n\n");
    for text in ["one", "two", "three"] {
        assert_eq!(id_of(&edited, text), id_of(&note, text));
    }
    assert!(all_differ(ids(&edited)));
}

#[test]
fn of_a_split_line_the_larger_part_keeps_the_id() {
    let mut sitting = Sitting::new();
    let note = sitting.note("first\nwe start in May and Bram leads\nlast");
    let id = note.lines()[1].id;
    let early = sitting.edit(&note, "first\nwe start\n in May and Bram leads\nlast");
    assert_eq!(early.lines()[2].id, id);
    let joined = sitting.edit(&early, &note.text());
    assert_eq!(joined, note);
    let late = sitting.edit(&joined, "first\nwe start in May and\n Bram leads\nlast");
    assert_eq!(late.lines()[1].id, id);
}

#[test]
fn joined_lines_keep_the_id_of_the_larger_or_the_first() {
    let mut sitting = Sitting::new();
    let note = sitting.note("short\na much longer line\nbody\nmind");
    let before = ids(&note);
    let joined = sitting.edit(&note, "short a much longer line\nbody\nmind");
    assert_eq!(ids(&joined)[0], before[1]);
    let joined = sitting.edit(&joined, "short a much longer line\nbodymind");
    assert_eq!(ids(&joined)[1], before[2]);
}

#[test]
fn undo_finds_a_line_that_was_edited_beyond_recognition() {
    let mut sitting = Sitting::new();
    let start = sitting.note("first\nthe mayor opens the day\nlast");
    let mut note = start.clone();
    for text in
        ["the mayor opens", "the mayor asks", "questions the mayor asks", "questions", "questions: five"]
    {
        note = sitting.edit(&note, &format!("first\n{text}\nlast"));
    }
    assert_eq!(ids(&note), ids(&start));
    assert_eq!(sitting.edit(&note, &start.text()), start);

    let without = sitting.edit(&note, "first\nlast");
    assert_eq!(sitting.edit(&without, &start.text()), start);
}

#[test]
fn the_first_letters_of_a_new_line_do_not_take_a_line_that_was_cut() {
    let mut sitting = Sitting::new();
    let mut note = sitting.note("first\n");
    for text in ["h", "he", "hel", "hell", "hello"] {
        note = sitting.edit(&note, &format!("first\n{text}"));
    }
    let hello = line_of(&note, "hello").clone();
    let mut rest = sitting.edit(&note, "first\n");
    for text in ["h", "he", "hel", "help"] {
        rest = sitting.edit(&rest, &format!("first\n{text}"));
    }
    assert_ne!(rest.lines()[1].id, hello.id);
    let pasted = sitting.edit(&rest, "first\nhelp\nhello");
    assert_eq!(line_of(&pasted, "hello"), &hello);
}

#[test]
fn a_line_put_back_by_other_means_is_not_put_back_twice() {
    let mut sitting = Sitting::new();
    let note = sitting.note("one\ntwo");
    for _ in 0..2 {
        let _ = sitting.edit(&note, "one");
        assert_eq!(sitting.removed.lines().count(), 1);
    }
    let copied = sitting.edit(&note, "one\ntwo\ntwo");
    assert!(all_differ(ids(&copied)));
}

#[test]
fn of_equal_removed_lines_the_last_removed_comes_back_first() {
    let mut sitting = Sitting::new();
    let notes = [sitting.note("ja"), sitting.note("ja")];
    let emptied = notes.each_ref().map(|note| sitting.edit(note, ""));
    assert_eq!(sitting.edit(&emptied[0], "ja"), notes[1]);
    assert_eq!(sitting.edit(&emptied[1], "ja"), notes[0]);
}

#[test]
fn the_oldest_removed_lines_go_first() {
    let mut sitting = Sitting::new();
    let (old, many) = ("an old remark", numbered(0, 10_000, "of many"));
    let note = sitting.note(old);
    let emptied = sitting.edit(&note, "");
    let back = sitting.edit(&emptied, old);
    assert_eq!(back, note);

    let emptied = sitting.edit(&back, "");
    let full = sitting.edit(&emptied, &many);
    let emptied = sitting.edit(&full, "");
    assert_eq!(sitting.removed.lines().count(), 10_000);
    assert!(sitting.edit(&emptied, &many) == full);
    assert_ne!(ids(&sitting.edit(&emptied, old)), ids(&note));
}

#[test]
fn very_large_changes_are_not_quadratic() {
    let mut sitting = Sitting::new();
    let note = sitting.note(&numbered(0, 20_000, "before"));

    let changed = sitting.edit(&note, &numbered(0, 20_000, "before it"));
    assert!(ids(&changed) == ids(&note), "a replace in every line keeps every line");

    let backwards: Vec<String> = note.text().lines().rev().map(str::to_owned).collect();
    let turned = sitting.edit(&note, &backwards.join("\n"));
    assert!(ids(&turned).iter().eq(ids(&note).iter().rev()));

    let pasted = sitting.edit(&turned, &numbered(30_000, 50_000, "that replaces all of it"));
    assert!(all_differ(ids(&pasted)));
    let same = "ja\n".repeat(20_000);
    let pasted = sitting.edit(&pasted, &same);
    let changed = sitting.edit(&pasted, &same.replace("ja", "jaja"));
    assert!(ids(&changed)[..20_000] == ids(&pasted)[..20_000]);
    assert!(ids(&sitting.edit(&changed, &same)) == ids(&pasted));
}

/// Few and short texts, so that equal and blank lines meet all the time.
fn crowded_text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => "[ab ]{0,3}",
        1 => Just("ja".to_owned()),
        1 => Just("a longer remark with words".to_owned()),
        1 => Just("a longer remark with other words".to_owned()),
        1 => "\\PC{0,6}\r?",
    ];
    prop::collection::vec(line, 0..9).prop_map(|lines| lines.join("\n"))
}

/// One edit of a note whose lines can be told apart by their letter, at places that are taken modulo its length.
#[derive(Clone, Debug)]
enum Edit {
    Add(usize),
    Remove(usize),
    Move(usize, usize),
    Swap(usize),
    /// Makes the line so many letters long.
    Lengthen(usize, usize),
    /// Back to the text it had after so many edits.
    Undo(usize),
}

fn an_edit() -> impl Strategy<Value = Edit> {
    let place = 0..100_usize;
    prop_oneof![
        3 => place.clone().prop_map(Edit::Add),
        2 => place.clone().prop_map(Edit::Remove),
        2 => (place.clone(), place.clone()).prop_map(|(from, to)| Edit::Move(from, to)),
        1 => place.clone().prop_map(Edit::Swap),
        3 => (place.clone(), 16..40_usize).prop_map(|(at, length)| Edit::Lengthen(at, length)),
        2 => place.prop_map(Edit::Undo),
    ]
}

fn apply(edit: &Edit, lines: &[String], history: &[Vec<String>], letter: char) -> Vec<String> {
    let mut lines = lines.to_vec();
    let count = lines.len();
    match *edit {
        Edit::Add(at) => lines.insert(at % (count + 1), letter.to_string().repeat(20)),
        Edit::Undo(to) => lines.clone_from(&history[to % history.len()]),
        _ if count == 0 => {}
        Edit::Remove(at) => {
            lines.remove(at % count);
        }
        Edit::Move(from, to) => {
            let line = lines.remove(from % count);
            lines.insert(to % count, line);
        }
        Edit::Swap(at) => lines.rotate_left(at % count),
        Edit::Lengthen(at, length) => {
            let line = &mut lines[at % count];
            *line = line.chars().next().unwrap().to_string().repeat(length);
        }
    }
    lines
}

proptest! {
    #[test]
    fn no_line_is_in_two_places(
        walk in prop::collection::vec((any::<bool>(), crowded_text()), 1..25),
    ) {
        let mut sitting = Sitting::new();
        let mut notes = [Note::default(), Note::default()];
        for (second, text) in walk {
            let note = &mut notes[usize::from(second)];
            *note = sitting.edit(note, &text);
            prop_assert_eq!(note.text(), text);
            let in_notes = notes.iter().flat_map(ids);
            prop_assert!(all_differ(in_notes.chain(sitting.removed.lines().map(|line| line.id))));
            prop_assert!(sitting.removed.lines().all(|line| !is_blank(&line.text)));
        }
    }

    #[test]
    fn the_same_text_changes_nothing(text in crowded_text()) {
        let mut sitting = Sitting::new();
        let note = sitting.note(&text);
        prop_assert_eq!(sitting.edit(&note, &text), note);
    }

    #[test]
    fn an_edit_of_one_line_leaves_the_others_alone(
        text in crowded_text(),
        at in any::<prop::sample::Index>(),
        edited in "[ab ]{1,4}",
    ) {
        let mut sitting = Sitting::new();
        let note = sitting.note(&text);
        prop_assume!(!note.is_empty());
        let at = at.index(note.lines().len());
        let mut lines: Vec<&str> = text.split('\n').collect();
        lines[at] = &edited;
        let after = sitting.edit(&note, &lines.join("\n"));
        for (place, (before, after)) in note.lines().iter().zip(after.lines()).enumerate() {
            prop_assert!(place == at || before == after);
        }
    }

    #[test]
    fn a_line_typed_key_by_key_is_one_line(typed in "[a-d ?!é]{1,40}") {
        let mut sitting = Sitting::new();
        let mut note = sitting.note("above\n\nbelow");
        let id = note.lines()[1].id;
        for (end, key) in typed.char_indices() {
            note = sitting.edit(&note, &format!("above\n{}\nbelow", &typed[..end + key.len_utf8()]));
            prop_assert_eq!(note.lines()[1].id, id);
        }
        prop_assert_eq!(sitting.removed.lines().count(), 0);
    }

    #[test]
    fn a_letter_is_one_line_through_moves_edits_and_undo(
        edits in prop::collection::vec(an_edit(), 1..40),
    ) {
        let mut sitting = Sitting::new();
        let mut note = Note::default();
        let mut history = vec![Vec::new()];
        let mut known: HashMap<char, (LineId, Moment)> = HashMap::new();
        for (edit, letter) in edits.iter().zip('\u{4e00}'..) {
            let lines = apply(edit, history.last().unwrap(), &history, letter);
            note = sitting.edit(&note, &lines.join("\n"));
            for line in note.lines() {
                let letter = line.text.chars().next().unwrap();
                let first = known.entry(letter).or_insert((line.id, line.noted_at));
                prop_assert_eq!((line.id, line.noted_at), *first);
            }
            history.push(lines);
        }
    }

    #[test]
    fn a_cut_line_comes_back_where_it_is_pasted(
        from in prop::collection::hash_set("[a-z]{1,8}", 1..8),
        to in prop::collection::vec("[A-Z]{0,8}", 0..8),
        cut in any::<prop::sample::Index>(),
        paste in any::<prop::sample::Index>(),
        same_note in any::<bool>(),
    ) {
        let mut sitting = Sitting::new();
        let mut from: Vec<String> = from.into_iter().collect();
        let source = sitting.note(&from.join("\n"));
        let other = sitting.note(&to.join("\n"));
        sitting.author = author(2);

        let cut = cut.index(from.len());
        let text = from.remove(cut);
        let rest = sitting.edit(&source, &from.join("\n"));
        let (mut lines, target) = if same_note { (from, rest) } else { (to, other) };
        let paste = paste.index(lines.len() + 1);
        lines.insert(paste, text);
        let pasted = sitting.edit(&target, &lines.join("\n"));
        prop_assert_eq!(&pasted.lines()[paste], &source.lines()[cut]);
    }
}
